#!/usr/bin/python3
"""test-window-help.py BUILD: F1, search, the keys and the diagnostic, by keyboard. TAP."""

import os
import re
import subprocess
import time

from scenarios import (HERE, clipboard, explain, focused_field, french_catalogue, run,
                       set_language, workspace)

# How what a page answers begins; from page to page backwards.
PAGES = {"Answers": "Should you sign?", "Books": "What to settle before you sign,",
         "Offers": "What to ask for,"}


def press(window, key):
    """The key opens one window above the main one."""
    window.wait(lambda: len(window.shown()) == 1, "one window")
    window.keys(key)
    window.wait(lambda: len(window.shown()) == 2, f"what {key} opens")


def leave(window):
    window.keys("Escape")
    window.wait(lambda: len(window.shown()) == 1, "it closed")


def focused(window):
    return [each.name for each in window.walk() if each.has("focused")]


def test_help_on_the_page_in_sight(window):
    for title, beginning in PAGES.items():
        press(window, "F1")
        window.find(beginning + "…", "label")
        window.wait(lambda: f"{title}: What this page answers" in focused(window), "the keys there")
        leave(window)
        window.keys("ctrl+Page_Up")


def test_the_same_text_as_beside_the_chart(window):
    window.act(window.find("Voucher", "page tab"))
    finding = window.wait(lambda: next((each.description for each in window.walk()
                                        if each.name == "How is this computed?"
                                        and "voucher" in each.description), None), "the waterfall")
    said = explain(window, finding)
    press(window, "F1")
    window.keys("Down")
    window.find("From the list price to what you keep", "label")
    parts = {part for line in said.splitlines() for part in
             (line.removeprefix("= ").split("  ") if "  " in line else [line])}
    window.wait(lambda: parts <= set(window.names()), "each line of it")
    leave(window)


def test_an_input_is_found_and_gets_the_keys(window):
    press(window, "ctrl+f")
    window.type("discount")
    window.find("Go to this field", "push button")
    window.keys("Return")
    window.wait(lambda: len(window.shown()) == 1, "the help gone")
    window.wait(lambda: focused_field(window) == "Discount", "the keys in the discount")
    press(window, "F1")
    window.type("guaranteed w")  # typed over the list
    window.find("Staff: Guaranteed wage an hour")
    window.keys("Return")
    window.wait(lambda: (focused_field(window) or "").endswith("Guaranteed wage an hour"),
                "the keys in a detail of a list")


def test_list_and_text_take_turns_where_it_is_narrow(window):
    press(window, "F1")
    window.keys("Home")
    window.find("Make it yours, in this order", "label")
    subprocess.run(["xdotool", "windowsize", "--sync", window.shown()[-1], "360", "640"],
                   check=True, timeout=10)
    back = window.find("Back to the topics", "push button")
    window.wait(lambda: focused(window) == ["Explanation"], "the keys in the text")
    window.act(back)
    window.wait(lambda: not window.find_all("Back to the topics", "push button")
                or not window.now(back).has("showing"), "the list")
    window.keys("Tab")
    leave(window)


def test_every_key_is_told(window):
    with open(os.path.join(HERE, "..", "ui", "window", "key-table.c"), encoding="utf-8") as table:
        meanings = re.findall(r'N_\("([^"]+)"\)\}', table.read())
    assert len(meanings) > 20
    press(window, "ctrl+question")
    window.find(meanings[-1], "list item")
    told = {each.name: each.description for each in window.walk() if each.role == "list item"}
    assert set(meanings) <= set(told), set(meanings) - set(told)
    assert told["Find in the inputs and the help"] == "Ctrl+F", told
    leave(window)


def open_about(window, item):
    window.keys("F10")
    window.act(window.find(item, "menu item"))
    window.wait(lambda: len(window.shown()) == 2, "About")


def test_the_diagnostic_is_copied(window):
    open_about(window, "About Aubaine")
    window.act(window.find("Copy diagnostic", "push button"))
    window.find("Diagnostic copied", "push button")
    text = clipboard()
    assert text.startswith("Aubaine: ") and "GTK: 4." in text and "SQLite: 3." in text, text
    assert text.strip() in {name.strip() for name in window.names()}
    for hers in ("Tuango", "Massage", "$", os.path.basename(workspace(window)), window.screen.home):
        assert hers not in text, text
    leave(window)


def test_in_french(window):
    set_language(window, "Preferences", 2)
    window.find("Réponses", "page tab")
    window.wait(lambda: len(window.shown()) == 1, "the new window alone")
    catalogue = french_catalogue()
    for key in ("F1", "ctrl+question"):
        press(window, key)
        time.sleep(0.3)
        left = [name for name in window.names() if name in catalogue]
        assert not left, left
        leave(window)
    press(window, "ctrl+f")
    window.type("rabais")
    window.find("Aller à ce champ", "push button")
    window.keys("Return")
    window.wait(lambda: focused_field(window) == "Rabais", "the keys in the discount")
    open_about(window, "À propos d’Aubaine")
    left = [name for name in window.names() if name in catalogue]
    assert not left, left


run(globals())
