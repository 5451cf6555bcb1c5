"""What the owner's ways through the real window share: where things are on the pages, and what the
command line says of the same plan. A program of scenarios is called with the build folder and ends
with run(globals())."""

import functools
import importlib.util
import json
import os
import subprocess
import sys
import time

import real_window
import tap
import window_lint

BUILD = os.path.abspath(sys.argv[1])
CLI = os.path.join(BUILD, "app", "aubaine-cli")
LABELS = ["Deal compared with no deal", "Recommended cap", "Regulars turned away",
          "Lowest balance", "Cost per client kept"]
PAGES = ["Answers", "Voucher", "Bookings", "Cash", "Risk", "Offers", "Books"]
HERE = os.path.dirname(os.path.abspath(__file__))


def evaluate(*settings):
    """What the command line answers for the example with these settings."""
    example = subprocess.run([CLI, "example"], capture_output=True, check=True).stdout
    command = [CLI, "evaluate", "-"]
    for setting in settings:
        command += ["--set", setting]
    return json.loads(subprocess.run(command, input=example, capture_output=True,
                                     check=True).stdout)


def dollars(cents, french=False):
    sign, cents = ("-" if cents < 0 else ""), abs(cents)
    if french:
        whole = f"{cents // 100:,}".replace(",", "\u00a0")
        return f"{sign}{whole},{cents % 100:02d}\u00a0$"
    return f"{sign}${cents // 100:,}.{cents % 100:02d}"


@functools.lru_cache
def all_entries():
    """{English: (its plural, French texts, flags)}."""
    place = importlib.util.spec_from_file_location("check_po", os.path.join(HERE, "check-po.py"))
    check_po = importlib.util.module_from_spec(place)
    place.loader.exec_module(check_po)
    with open(os.path.join(HERE, "..", "po", "fr_CA.po"), encoding="utf-8") as catalogue:
        return check_po.read_entries(catalogue.read())


@functools.lru_cache
def french_catalogue():
    """{English: French} of the texts that are shown as they are and differ."""
    return {english: texts[0] for english, (_, texts, _) in all_entries().items()
            if texts[0] != english and len(english) > 3}


def journal(window, kind, form, language):
    """What the command line writes of the plan on screen."""
    return subprocess.run([CLI, "journal", workspace(window), "--kind", kind, "--format", form,
                           "--lang", language], capture_output=True, check=True).stdout


def workspace(window):
    files = [os.path.join(folder, name) for folder, _, names in os.walk(window.screen.home)
             for name in names if name.endswith(".aubaine")]
    assert len(files) == 1, files
    return files[0]


def save_as(window, target):
    """Answers the file dialog; the bytes of the file, or the names in the folder."""
    window.wait(lambda: len(window.shown()) > 1, "the file dialog")
    name = window.wait(lambda: next((each for each in window.walk() if each.role == "text"
                                     and each.has("focused") and window.tree.text(each)), None),
                       "a name to be typed over")

    def typed():  # the dialog looks files up between the keys, and may lose one
        window.keys("ctrl+a")
        window.type(target)
        time.sleep(0.2)
        return window.tree.text(name) == target
    window.wait(typed, "the name typed")
    window.keys("Return")
    window.wait(lambda: os.path.exists(target), target)
    window.wait(lambda: len(window.shown()) == 1, "the dialog gone")
    if os.path.isdir(target):
        return os.listdir(target)
    with open(target, "rb") as file:
        return file.read()


def menu_opened(window, opener):
    """A click on what opens a menu; the menu's first item has the keys."""
    window.scroll_to(opener)
    window.click(opener)
    window.wait(lambda: any(each.has("focused") for each in window.walk()
                            if each.role == "menu item"), f"the keys in the menu of {opener.name}")


def export(window, button, steps, target):
    """The item of the export menu that is so many steps down, saved as target."""
    menu_opened(window, [each for each in window.walk() if each.name == button][-1])
    window.keys(*["Down"] * steps, "Return")
    return save_as(window, target)


def finding(window, beginning):
    """The title of the card that begins so."""
    return window.find(beginning + "…", "label").name


def figure(window, label):
    """The value of a figure card, from its accessible name "label: value"."""
    return window.find(label + ":…").name.split(": ", 1)[1]


def type_into(window, label, text):
    """As the owner: a click into the field, everything selected, typed over."""
    for _ in range(3):  # a popover that is going takes a click for itself
        window.click(window.find(label, "text"))
        time.sleep(0.2)
        if focused_field(window) == label:
            break
    window.keys("ctrl+a")
    window.type(text)


def chart(window, beginning):
    """The chart whose finding begins so."""
    return window.wait(lambda: next((each for each in window.walk()
                                     if each.role in ("image", "icon")
                                     and each.name.startswith(beginning)), None),
                       f"the chart “{beginning}…”")


def page(window, title):
    """The page with the card of this title; pages that were seen before stay in the tree."""
    node = window.find_all(title, "label")[0]
    while node.role != "scroll pane":
        node = node.parent
    return node


def charts(window, title):
    """The findings of the charts on the page with the card of this title."""
    return [each.name for each in page(window, title).walk()
            if each.role in ("image", "icon") and each.name and each.description]


def explain(window, title):
    """Opens "How is this computed?" of the card with this title; what is said, closed again."""
    def button():
        return next(each for each in window.walk() if each.name == "How is this computed?"
                    and each.description == title)
    window.scroll_to(button())
    window.click(button())

    def said():
        lines = [each.name for each in button().walk()
                 if each.role == "label" and each.name != "How is this computed?"]
        return "\n".join(lines) if sum(map(len, lines)) > 60 else None
    text = window.wait(said, f"the explanation of “{title}”")
    window.keys("Escape")
    return text


def do_with_deal(window, command):
    """A command of the menu of deals."""
    window.click(window.find("Deals: …"))
    button = window.find(command)
    window.still(button)
    window.act(button)
    window.wait(lambda: not is_shown(window, "Name of the deal"), "the list closed")


def toast_button(window, word):
    """The button of the newest toast, which stands after all else."""
    return window.wait(lambda: [each for each in window.find_all(word, "push button")
                                if each.parent.name == "AdwToastWidget"], f"the button “{word}”")[-1]


def is_shown(window, name):
    return name in window.names()


def folded_in(window, part):
    """The details in this part of the tree that are not open."""
    folded = [each for each in part.walk() if window_lint.is_fold(each)
              and not each.has("expanded")]
    boxes = window.tree.boxes(folded)
    return [each for each in folded if min(boxes.get(each.path, (0, 0, 0, 0))[2:]) > 0]


def open_details(window, part_of=lambda root: root):
    """All of them in this part of the tree, those inside others too; the tree with them, once
    nothing comes any more."""
    before = 0
    for _ in range(20):
        time.sleep(0.2)
        root = window.tree.read()
        folded = folded_in(window, part_of(root))
        count = sum(1 for _ in root.walk())
        if not folded and count == before:
            return root
        before = count
        for each in folded:
            window.act(each)
    raise AssertionError("details that do not open: " + ", ".join(each.name for each in folded))


def weighed(window):
    """Nothing moves any more: all parts of the decisions are there. They are the longest work
    of all, some ten times longer where the memory is watched."""
    window.act(window.find("Answers"))
    window.wait(lambda: window.find_all("The contract is weighed."), "the contract weighed",
                seconds=600)


def focused_field(window):
    """The name of the field that has the keys, None when no field has."""
    return next((each.name for each in window.walk() if each.has("focused")
                 and each.role in ("text", "entry", "slider", "spin button")), None)


def set_language(window, title, index):
    """Preferences by keys: the language list is the first row."""
    window.wait(lambda: len(window.shown()) == 1, "one window only")
    window.keys("ctrl+comma")
    window.find(title)
    window.wait(lambda: len(window.shown()) == 2, "the preferences window")
    time.sleep(0.5)
    window.keys("space")
    time.sleep(0.5)
    window.keys("Home", *["Down"] * index, "Return")


def new_deal(window, kind):
    """The kind of business that is so many lines down, and no answer known."""
    window.wait(lambda: len(window.shown()) == 1, "one window only")
    window.keys("ctrl+n")
    window.wait(lambda: len(window.shown()) == 2, "the questions")
    # A key that comes before the step has the keys would be lost.
    window.wait(lambda: any(each.has("focused") and each.name.startswith("What kind of business")
                            for each in window.walk()), "the keys in the first question")
    window.keys(*["Down"] * kind)
    for step in (2, 3, 4):
        window.keys("Return")
        window.find(f"{step} of 4: …", "label")
    window.keys("Return")
    window.wait(lambda: len(window.shown()) == 1, "the questions gone")


def paste(kind, answer):
    """What was copied, as another program reads it: "text" or "texture", and what to tell of it."""
    read = ("import gi; gi.require_version('Gtk', '4.0'); from gi.repository import Gtk, Gdk, GLib;"
            "Gtk.init(); loop = GLib.MainLoop(); board = Gdk.Display.get_default().get_clipboard();"
            f"board.read_{kind}_async(None, lambda b, r: (print(*{answer}), loop.quit()));"
            "GLib.timeout_add_seconds(10, loop.quit); loop.run()")
    return subprocess.run(["/usr/bin/python3", "-c", read], capture_output=True, timeout=30,
                          check=True).stdout.decode()


def clipboard():
    """The text that was copied."""
    return paste("text", "[b.read_text_finish(r)]")


def copied_picture():
    """Width and height of the picture that was copied."""
    size = "[(t.get_width(), t.get_height()) for t in [b.read_texture_finish(r)]][0]"
    return tuple(int(each) for each in paste("texture", size).split())


def run(scenarios, years=250, **environment):
    """Every test_ function of a program, one after the other in one window of its own, that
    simulates so many years. TAP."""
    real_window.inside()
    screen = real_window.Screen(years)
    told = tap.Tap()
    window = real_window.Window(screen, os.path.join(BUILD, "app", "aubaine"), **environment)
    try:
        for name, function in tap.tests_of(scenarios).items():
            begin = time.monotonic()
            if not told.check(name, function, window):
                program = os.path.basename(sys.argv[0]).removesuffix(".py")
                picture = os.path.join(BUILD, "meson-logs", f"{program}-{told.count}.png")
                try:
                    window.picture(picture)
                except Exception as problem:
                    print("#", problem)
            print(f"# {time.monotonic() - begin:.1f} s", flush=True)
    finally:
        window.close()
        for line in window.error_text().splitlines():
            print("#", line)
        screen.close()
    told.end()
