#!/usr/bin/python3
"""test-window-language.py BUILD: English, French, English at once where the system knows no
language at all; what the owner was at stays. TAP."""

import subprocess
import time

from scenarios import focused_field, french_catalogue, run, set_language, type_into, weighed

# A field and text that is no value yet.
FIELD, TYPED = ("List price", "Prix courant"), "12x"
BEFORE = {}


def told(window):
    """What is read of the window, without its place on the screen."""
    nodes = list(window.walk())
    boxes = window.tree.boxes(nodes)
    return [(each.role, each.name, each.description) for each in nodes
            if min(boxes.get(each.path, (0, 0, 0, 0))[2:]) > 0]


def field(window, name):
    return next(each for each in window.walk() if each.name == name and each.role == "text")


def tops(window):
    """Of the charts' cards: how far the page is scrolled."""
    return [window.tree.box(each)[1] for each in window.walk()
            if each.role in ("image", "icon") and each.description]


def still(window, look):
    """The answer once it has not changed for a second."""
    seen = []

    def is_still():
        seen.append(look(window))
        time.sleep(0.5)
        return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]
    window.wait(is_still, "nothing that changes")
    return seen[-1]


def check_place(window, tab, name):
    node = window.find(tab, "page tab")
    assert node.has("checked") or node.has("selected") or node.has("pressed"), "the page"
    window.wait(lambda: window.tree.text(field(window, name)) == TYPED, "the typed text")
    window.wait(lambda: focused_field(window) == name, "the keys in the field")
    now = still(window, tops)
    assert now[0] < 0 or now[0] < BEFORE["unscrolled"][0], ("scrolled", now, BEFORE)
    return now


def test_a_place_in_english(window):
    window.act(window.find("Bookings", "page tab"))
    window.find("Therapist-hours booked…")
    type_into(window, FIELD[0], TYPED)
    weighed(window)
    window.act(window.find("Bookings", "page tab"))
    BEFORE["unscrolled"] = still(window, tops)
    subprocess.run(["xdotool", "mousemove", "--window", window.shown()[0], "800", "700", "click",
                    "--repeat", "9", "--delay", "30", "5", "mousemove", "8", "8"], check=True)
    BEFORE["tops"] = check_place(window, "Bookings", FIELD[0])
    BEFORE["told"] = still(window, told)


def test_french_at_once_in_the_same_place(window):
    set_language(window, "Preferences", 2)
    window.wait(lambda: "Réponses" in window.names(), "French")
    window.keys("Escape")
    window.wait(lambda: len(window.shown()) == 1, "the preferences gone")
    french = check_place(window, "Réservations", FIELD[1])
    assert abs(french[0] - BEFORE["tops"][0]) <= 80, (french, BEFORE["tops"])
    left = [name for name in window.names() if name in french_catalogue()]
    assert not left, left


def test_english_again_is_the_english_of_before(window):
    set_language(window, "Préférences", 1)
    window.wait(lambda: "Answers" in window.names(), "English")
    window.keys("Escape")
    window.wait(lambda: len(window.shown()) == 1, "the preferences gone")
    check_place(window, "Bookings", FIELD[0])
    now = still(window, told)
    new = [each for each in now if each not in BEFORE["told"]]
    gone = [each for each in BEFORE["told"] if each not in now]
    assert not new and not gone, (new[:9], gone[:9])


run(globals(), years=50, LC_ALL="C", LANG="C", LANGUAGE=None)
