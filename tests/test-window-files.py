#!/usr/bin/python3
"""test-window-files.py BUILD: what becomes of deals and files: the list of deals, copies, several
windows, a second start, print, and what a restart keeps. TAP."""

import json
import os
import subprocess
import time

import real_window
from scenarios import (do_with_deal, is_shown, run, save_as, toast_button, type_into, BUILD,
                       CLI)

PROGRAM = os.path.join(BUILD, "app", "aubaine")
EXAMPLE = "Spa duo: the Tuango case"
# Takes the place of a desktop's file manager, and tells what it is asked to show.
FILE_MANAGER = """
from gi.repository import Gio, GLib
interface = "org.freedesktop.FileManager1"
about = ("<node><interface name='" + interface + "'><method name='ShowItems'>"
         "<arg type='as' direction='in'/><arg type='s' direction='in'/></method></interface></node>")
loop = GLib.MainLoop()
def show(bus, sender, path, name, method, values, call):
    call.return_value(None)
    bus.flush_sync(None)
    print(values.unpack()[0][0], flush=True)
    loop.quit()
def own(bus, name):
    bus.register_object("/org/freedesktop/FileManager1",
                        Gio.DBusNodeInfo.new_for_xml(about).interfaces[0], show, None, None)
Gio.bus_own_name(Gio.BusType.SESSION, interface, 0, own,
                 lambda bus, name: print("ready", flush=True), None)
GLib.timeout_add_seconds(60, loop.quit)
loop.run()
"""
# A small window in the corner of the screen from which the file can be dragged.
DRAG_SOURCE = """
import sys
import gi
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk
Gtk.init()
label = Gtk.Label(label="file")
source = Gtk.DragSource()
files = Gdk.FileList.new_from_list([Gio.File.new_for_path(sys.argv[1])])
source.connect("prepare", lambda *_: Gdk.ContentProvider.new_for_value(files))
label.add_controller(source)
window = Gtk.Window(child=label, default_width=80, default_height=80, decorated=False)
loop = GLib.MainLoop()
source.connect("drag-end", lambda *_: GLib.timeout_add(300, loop.quit))
window.present()
GLib.timeout_add_seconds(60, loop.quit)
loop.run()
"""


def path(window, name):
    return os.path.join(window.screen.home, name)


def deal(window):
    """The name of the deal in the title, of the first window."""
    return window.find("Deals: …").name.split(": ", 1)[1]


def wait_for_deal(window, name):
    window.wait(lambda: deal(window) == name, f"the deal “{name}”")


def on_page(window, name):
    return any(each.has("pressed") or each.has("checked") for each in window.find_all(name))


def choose(window, item):
    """An item of a menu that opens."""
    node = window.find(item, "menu item")
    window.still(node)
    window.act(node)


def open_main_menu(window, item):
    window.keys("F10")
    choose(window, item)


def tops(window):
    """Windows and dialogs; on the screen a menu that is open is one too."""
    return [each for each in window.tree.read().children if each.role in ("frame", "dialog")]


def windows(window, count):
    window.wait(lambda: len(tops(window)) == count, f"{count} windows")


def press(window, number, key):
    subprocess.run(["xdotool", "windowfocus", "--sync", number, "key", key], check=True, timeout=10)


def close_newest(window):
    """By its key; the one made last, wherever it lies."""
    press(window, min(window.shown(), key=int), "Escape")  # a menu that is still open
    window.wait(lambda: len(window.shown()) == len(tops(window)), "the menu closed")
    press(window, max(window.shown(), key=int), "ctrl+w")
    windows(window, 1)


def deals_of(file, *options):
    """What the command line makes of the file."""
    return json.loads(subprocess.run([CLI, "evaluate", file, *options], capture_output=True,
                                     check=True).stdout)["headline"]


def environment_of(window):
    with open(f"/proc/{window.process.pid}/environ", "rb") as file:
        return dict(each.split(b"=", 1) for each in file.read().split(b"\0") if b"=" in each)


def start_second(window, *arguments):
    """A second start: it hands its file to the first, and ends."""
    subprocess.run([PROGRAM, *arguments], env=environment_of(window), timeout=60, check=True)


def again(window, *arguments):
    """The program ends by its own key and starts once more, for the same owner."""
    window.keys("ctrl+q")
    assert window.process.wait(60) == 0, window.process.returncode
    other = real_window.Window(window.screen, PROGRAM, *arguments)
    window.errors, window.process, window.tree = other.errors, other.process, other.tree


def test_back_to_how_it_was(window):
    window.wait(lambda: window.tree.text(window.find("Vouchers sold", "text")) == "444", "444")
    window.fill("Vouchers sold", "447")
    window.fill("Discount", "41")
    open_main_menu(window, "Back to how it was on opening")
    window.find("The deal is as it was on opening")
    window.wait(lambda: window.tree.text(window.find("Vouchers sold", "text")) == "444",
                "the vouchers on opening")
    window.act(toast_button(window, "Undo"))
    window.wait(lambda: window.tree.text(window.find("Vouchers sold", "text")) == "447"
                and window.tree.text(window.find("Discount", "text")).startswith("41"),
                "both edits again")
    window.keys("ctrl+z", "ctrl+z")
    window.wait(lambda: window.tree.text(window.find("Vouchers sold", "text")) == "444",
                "one edit after the other taken back")


def test_the_report_is_printed_into_a_file(window):
    window.keys("ctrl+p")
    windows(window, 2)
    row = window.find("Print to File", "label")
    x, y, width, height = window.still(row)
    subprocess.run(["xdotool", "mousemove", "--window", window.shown()[-1], str(x + width // 2),
                    str(y + height // 2), "click", "1"], check=True, timeout=10)
    button = window.find("_Print…", "push button")
    window.wait(lambda: window.now(button).has("sensitive"), "leave to print")
    window.act(button)
    target = path(window, EXAMPLE.replace(":", "-") + ".pdf")
    window.wait(lambda: os.path.exists(target), target)
    windows(window, 1)


def test_a_deal_is_renamed_in_one_step(window):
    window.click(window.find("Deals: …"))
    type_into(window, "Name of the deal", "Autumn")
    wait_for_deal(window, "Autumn")
    window.keys("Return")
    window.wait(lambda: not is_shown(window, "Name of the deal"), "the list closed")
    window.keys("ctrl+z")
    wait_for_deal(window, EXAMPLE)
    window.keys("ctrl+shift+z")
    wait_for_deal(window, "Autumn")
    window.keys("ctrl+z")
    wait_for_deal(window, EXAMPLE)


def test_a_deal_goes_and_comes_back(window):
    copy = EXAMPLE + " (copy)"
    do_with_deal(window, "Duplicate")
    wait_for_deal(window, copy)
    do_with_deal(window, "Delete")
    window.find(f"“{copy}” deleted")
    wait_for_deal(window, EXAMPLE)
    window.act(toast_button(window, "Undo"))
    wait_for_deal(window, copy)
    do_with_deal(window, "Archive")
    window.find(f"“{copy}” archived")
    wait_for_deal(window, EXAMPLE)
    do_with_deal(window, f"Bring back “{copy}”")
    wait_for_deal(window, copy)
    do_with_deal(window, "Compare")
    window.find("Deals side by side…")
    windows(window, 1)  # nothing of all this asked a question


def test_a_copy_is_a_file_of_its_own(window):
    window.fill("Vouchers sold", "441")
    open_main_menu(window, "Save a copy…")
    assert save_as(window, path(window, "copy.aubaine")).startswith(b"SQLite format 3\0")
    window.find("“copy.aubaine” saved")
    original = os.path.join(window.screen.home, "data", "aubaine", "deals.aubaine")
    assert deals_of(path(window, "copy.aubaine")) == deals_of(original)
    manager = subprocess.Popen(["/usr/bin/python3", "-c", FILE_MANAGER], stdout=subprocess.PIPE,
                               text=True)
    assert manager.stdout.readline() == "ready\n"
    window.act(window.find("Show in folder"))
    assert manager.stdout.readline().strip() == "file://" + path(window, "copy.aubaine")
    manager.wait(20)
    window.act(toast_button(window, "Open"))
    windows(window, 2)
    window.find("All changes saved in “copy.aubaine”")
    assert is_shown(window, "copy.aubaine – Aubaine") and is_shown(window, "Aubaine")
    window.keys("ctrl+z")  # in the copy
    window.wait(lambda: deals_of(path(window, "copy.aubaine")) != deals_of(original),
                "the copy gone its own way")
    start_second(window, original)  # comes to the front, in no third window
    windows(window, 2)
    close_newest(window)


def test_other_papers_are_saved(window):
    """Each of the menu's, under the name that was typed; what is not there yet says so."""
    for item, name, begins in (("Spreadsheet for your accountant", "deal.xlsx", b"PK"),
                               ("Counter slip", "slip.pdf", b"%PDF")):
        open_main_menu(window, "Other papers")
        choose(window, item)
        assert save_as(window, path(window, name)).startswith(begins), name
    open_main_menu(window, "Other papers")
    choose(window, "Tables as CSV")
    save_as(window, path(window, "tables"))
    window.wait(lambda: os.path.exists(path(window, "tables/Voucher.csv")), "the tables")
    open_main_menu(window, "Other papers")
    choose(window, "Deals side by side")
    window.wait(lambda: len(window.shown()) > 1, "the file dialog")
    window.keys("Return")
    window.find("Choose the deals to compare first, on the page Offers.")


def test_a_second_start_opens_its_file_here(window):
    start_second(window)
    windows(window, 1)
    start_second(window, path(window, "copy.aubaine"))
    windows(window, 2)
    start_second(window, path(window, "none.aubaine"))
    window.find("“none.aubaine”: There is no such file.")
    assert not os.path.exists(path(window, "none.aubaine"))
    with open(path(window, "copy.aubaine"), "rb") as file:
        damaged = file.read()[:5000]
    with open(path(window, "damaged.aubaine"), "wb") as file:
        file.write(damaged)
    start_second(window, path(window, "damaged.aubaine"))
    window.find("“damaged.aubaine”: The file is damaged; nothing in it was changed.")
    with open(path(window, "damaged.aubaine"), "rb") as file:
        assert file.read() == damaged
    assert not [each for each in os.listdir(window.screen.home)
                if each.startswith("damaged.aubaine") and each != "damaged.aubaine"]
    windows(window, 2)
    close_newest(window)


def test_a_file_is_dropped_on_the_window(window):
    source = subprocess.Popen(["/usr/bin/python3", "-c", DRAG_SOURCE,
                               path(window, "copy.aubaine")],
                              env={**os.environ, "GSK_RENDERER": "cairo"})
    try:
        found = window.wait(lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(source.pid)], capture_output=True,
            check=False).stdout.split(), "what can be dragged")
        time.sleep(0.5)
        subprocess.run(["xdotool", "mousemove", "--window", found[0], "40", "40", "mousedown", "1",
                        *["mousemove_relative", "10", "10", "sleep", "0.05"] * 12,
                        "mousemove", "600", "400", "sleep", "0.3", "mousemove", "610", "410",
                        "sleep", "0.5", "mouseup", "1"], check=True, timeout=30)
        windows(window, 2)
        window.find("All changes saved in “copy.aubaine”")
    finally:
        source.terminate()
        source.wait()


def test_a_restart_keeps_file_page_inputs_size_and_steps(window):
    again(window)
    windows(window, 1)  # of the file used last
    window.find("All changes saved in “copy.aubaine”")
    sold = window.tree.text(window.find("Vouchers sold", "text"))
    window.fill("Vouchers sold", "443")
    window.keys("ctrl+Page_Down", "ctrl+Page_Down", "F9")
    window.wait(lambda: on_page(window, "Bookings"), "the page of bookings")
    subprocess.run(["xdotool", "windowsize", "--sync", window.shown()[0], "1210", "790"],
                   check=True, timeout=10)
    again(window)
    window.find("All changes saved in “copy.aubaine”")
    assert on_page(window, "Bookings")
    place = subprocess.run(["xdotool", "getwindowgeometry", window.shown()[0]], check=True,
                           capture_output=True, text=True).stdout
    assert "1210x790" in place, place
    left = window.still(window.find("Answers", "page tab"))[0]
    assert left < 400, left  # the page has the room of the inputs
    window.keys("F9")
    window.wait(lambda: window.tree.text(window.find("Vouchers sold", "text")) == "443",
                "the vouchers of before")
    assert "Undo: Change vouchers sold to 443" in [each.description for each in window.walk()]
    window.keys("ctrl+z")
    window.wait(lambda: window.tree.text(window.find("Vouchers sold", "text")) == sold,
                "the vouchers before that")
    window.keys("ctrl+shift+z")


def test_a_recent_file_is_opened(window):
    open_main_menu(window, "Recent files")
    choose(window, "deals.aubaine")
    windows(window, 2)
    window.find("Aubaine", "frame")
    close_newest(window)


if __name__ == "__main__":
    run(globals())
