#!/usr/bin/python3
"""test-window-charts.py BUILD: what can be done with a chart, by keys and pointer. TAP."""

import os
import subprocess
import time
import xml.etree.ElementTree

from scenarios import run, chart, clipboard, copied_picture, is_shown, save_as

SVG = "{http://www.w3.org/2000/svg}"
EXPLAIN, SAVE = "How is this computed?", "Save the picture…"
ITEMS = ("Show the table", EXPLAIN, "Copy the numbers", "Copy the picture", SAVE)


def waterfall(window):
    """The chart of one voucher."""
    window.act(window.find("Voucher"))
    return chart(window, "Each used voucher ")


def told(window, shown):
    return window.now(shown).description


def table_is_shown(window):
    """On the page in sight, whose first chart it is."""
    return any(each.has("pressed") or each.has("checked") for each in window.find_all("Table"))


def focus(window, shown):
    """Gives it the keys by Tab, from the button above it, which a click and a key leave as it was."""
    toggle = next(each for each in window.find_all("Table") if window.tree.box(each)[2] > 0)
    window.click(toggle)
    window.wait(lambda: table_is_shown(window), "the table by a click")
    window.keys("space")
    window.wait(lambda: not table_is_shown(window), "the chart by a key")
    window.still(shown)
    window.keys("Tab")
    window.wait(lambda: window.now(shown).has("focused"), "the keys in the chart")


def point_at(window, shown, x, y, *after):
    """The pointer at a point of the chart."""
    left, top, _, _ = window.still(shown)
    subprocess.run(["xdotool", "mousemove", "--window", window.shown()[0], str(left + x),
                    str(top + y), *after], check=True, timeout=10)


def is_open(window):
    return SAVE in window.names()


def open_menu(window, key):
    window.keys(key)
    window.wait(lambda: is_open(window), "the menu")


def close_menu(window):
    window.keys("Escape")
    window.wait(lambda: not is_open(window), "the menu closed")


def choose(window, label):
    """The item of the open menu, by the arrow keys."""
    for _ in range(len(ITEMS) + 1):
        if any(each.has("focused") for each in window.find_all(label)):
            window.keys("Return")
            window.wait(lambda: not is_open(window), "the menu closed")
            return
        window.keys("Down")
        time.sleep(0.1)
    raise AssertionError(f"“{label}” is not reached: "
                         + str([each.name for each in window.walk() if each.has("focused")]))


def test_tab_enters_and_arrows_tell_each_step(window):
    shown = waterfall(window)
    whole = shown.description
    assert shown.name in whole and "$" in whole, whole
    focus(window, shown)
    texts = {}
    for key in ("Home", "Down", "Up", "End"):
        before = told(window, shown)
        window.keys(key)
        window.wait(lambda: told(window, shown) != before, key)
        texts[key] = told(window, shown)
    assert texts["Home"] == texts["Up"] and texts["Home"].startswith("List price: "), texts
    assert len(set(texts.values())) == 3, texts
    window.keys("Escape")
    window.wait(lambda: told(window, shown) == whole, "the whole again")


def test_pointer_and_keys_say_the_same(window):
    shown = waterfall(window)
    focus(window, shown)
    window.keys("Home", "Down")
    window.wait(lambda: told(window, shown).startswith("Discount: "), "the second step")
    by_keys = told(window, shown)
    for series in ("amount ", "left after it ", "of the list price "):
        assert series in by_keys, by_keys
    window.keys("Escape")
    _, _, width, _ = window.still(shown)
    point_at(window, shown, width // 3, 68)
    window.wait(lambda: told(window, shown) == by_keys, "the same by the pointer")
    point_at(window, shown, width // 3, -40)
    window.wait(lambda: told(window, shown) != by_keys, "the pointer gone")


def test_the_menu_opens_by_keys_and_pointer(window):
    shown = waterfall(window)
    focus(window, shown)
    for key in ("Menu", "shift+F10"):
        open_menu(window, key)
        for label in ITEMS:
            assert is_shown(window, label), label
        close_menu(window)
        window.wait(lambda: window.now(shown).has("focused"), "the keys back in the chart")
    point_at(window, shown, 200, 160, "click", "3")
    window.wait(lambda: is_open(window), "the menu by a right click")
    close_menu(window)


def test_the_menu_shows_the_table_and_the_key_the_chart(window):
    focus(window, waterfall(window))
    open_menu(window, "Menu")
    choose(window, "Show the table")
    window.wait(lambda: table_is_shown(window), "the table in its place")
    window.keys("t")
    window.wait(lambda: not table_is_shown(window), "the chart again")
    window.keys("t")
    window.wait(lambda: table_is_shown(window), "the table once more")
    open_menu(window, "Menu")
    choose(window, "Show the chart")
    window.wait(lambda: not table_is_shown(window), "the chart by the menu")


def test_numbers_and_picture_are_copied(window):
    shown = waterfall(window)
    focus(window, shown)
    window.keys("c")
    window.find("Table copied")
    by_key = clipboard()
    assert "\t" in by_key and by_key.count("\n") > 3 and "160.00" in by_key, by_key
    open_menu(window, "Menu")
    choose(window, "Copy the picture")
    window.find("Picture copied")
    width, height = copied_picture()
    assert width > 1500 and height > 500, (width, height)
    focus(window, shown)
    open_menu(window, "Menu")
    choose(window, "Copy the numbers")
    window.wait(lambda: clipboard() == by_key, "the same numbers")


def test_the_menu_explains(window):
    shown = waterfall(window)
    focus(window, shown)
    before = set(window.names())
    open_menu(window, "Menu")
    choose(window, EXPLAIN)
    said = window.wait(lambda: [name for name in set(window.names()) - before if len(name) > 100],
                       "the explanation")
    window.keys("Escape")
    window.wait(lambda: said[0] not in window.names(), "the explanation closed")


def save(window, target):
    shown = waterfall(window)
    focus(window, shown)
    open_menu(window, "Menu")
    choose(window, SAVE)
    return shown.name, save_as(window, target)


def test_a_picture_is_saved_as_its_name_ends(window):
    target = os.path.join(window.screen.home, "voucher.svg")
    title, content = save(window, target)
    root = xml.etree.ElementTree.fromstring(content)
    assert root.find(SVG + "title").text == title, (root.find(SVG + "title").text, title)
    assert "Aubaine, " in root.find(SVG + "desc").text
    _, content = save(window, os.path.join(window.screen.home, "voucher.png"))
    assert content.startswith(b"\x89PNG") and content.endswith(b"IEND\xaeB\x60\x82"), content[:8]


run(globals())
