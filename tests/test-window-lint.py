#!/usr/bin/python3
"""test-window-lint.py BUILD: what is met without seeing the window, on every page, in both
languages. TAP."""

import difflib
import functools
import os
import re
import time

import window_lint
from scenarios import (HERE, LABELS, PAGES, all_entries, french_catalogue, open_details, run,
                       set_language, weighed)

# What no text of ours says: names of programs, files, keys; and the words of the toolkit's own.
DATA = {"aubaine", "deals", "alt", "ctrl", "csv", "pdf", "libadwaita", "gtk", "cairo", "sqlite"}
TOOLKIT = {
    "en": {"minimize", "maximize", "home"},
    "fr": {"minimise", "réduire", "maximise", "maximiser", "ferme", "différente", "origine"},
}


class MadeUp:
    """A node that no program has shown."""

    def __init__(self, role, name="", description="", *children):
        self.role, self.name, self.description, self.parent = role, name, description, None
        self.children = children
        for child in children:
            child.parent = self

    def has(self, _state):
        return False

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


def in_page(*nodes):
    """A window with one card."""
    page = MadeUp("panel", "", "", MadeUp("panel", "", "", *nodes))
    return MadeUp("application", "aubaine", "", MadeUp("frame", "Aubaine", "", MadeUp(
        "scroll pane", "", "", MadeUp("panel", "", "", page))))


def test_the_lint_can_fail(window):
    button = ("push button", "How is this computed?")
    sound = in_page(MadeUp("image", "The deal pays", "The deal pays. Highest: 3."),
                    MadeUp(*button, "Cash"), MadeUp(*button, "Risk"),
                    MadeUp("combo box", "Pay", "", MadeUp("push button", "GtkToggleButton")))
    assert not window_lint.faults(sound, {"Ventes"})
    for fault in (MadeUp("spin button", "GtkSpinButton"), MadeUp("push button", " "),
                  MadeUp("text", "AdwGizmo"), MadeUp("image", "AubChartView", "Highest: 3."),
                  MadeUp("image", "The deal pays"), MadeUp("label", "Ventes"),
                  MadeUp("push button", "Change", "Ventes")):
        assert len(window_lint.faults(in_page(fault), {"Ventes"})) == 1, fault.name
    known = {"aubaine", "ventes", "de"}
    stray = window_lint.stray_faults(in_page(MadeUp("label", "Ventes: sales of 3")), known)
    assert len(stray) == 1 and "of, sales" in stray[0], stray
    assert not window_lint.stray_faults(in_page(MadeUp("label", "Ventes de 3")), known)
    everywhere = (lambda node: True)
    assert window_lint.shape(sound, everywhere) != window_lint.shape(
        in_page(MadeUp("image", "The deal pays", "The deal pays. Highest: 3.")), everywhere)
    twins = in_page(MadeUp(*button, "Cash"), MadeUp(*button, "Cash"))
    assert len(window_lint.faults(twins, set())) == 1
    assert window_lint.order_faults(sound, ["How is this computed?", "The deal pays"])
    assert window_lint.order_faults(sound, ["The deal pays", "The deal"])
    assert not window_lint.order_faults(sound, ["The deal pays", "How is this computed?"])


@functools.lru_cache
def known_words(language):
    """What the program says in a language: its catalogue, and its names of months and days."""
    texts = [text for english, (plural, french, _) in all_entries().items()
             for text in ([english, plural or ""] if language == "en" else french)]
    with open(os.path.join(HERE, "..", "model/base/number-text-format.c"), encoding="utf-8") as file:
        names = re.findall(r"\[LANGUAGE_%s\] = \{([^}]*)\}" % language.upper(), file.read())
    return window_lint.words_of(texts + names) | DATA | TOOLKIT[language]


class Visit:
    """What one page, or what is open over it, looks like now: read once."""

    def __init__(self, window, root=None):
        self.root = root or window.tree.read()
        self.boxes = window.tree.boxes([each for each in self.root.walk() if each.role in
                                        window_lint.INTERACTIVE | window_lint.CHARTS])

    def is_there(self, node):
        """Whether it has a place: GTK 4.8 keeps in the tree what it has not shown yet."""
        _, _, width, height = self.boxes.get(node.path, (0, 0, 0, 0))
        return width > 0 and height > 0

    def faults(self, language):
        catalogue = french_catalogue()
        english, french = set(catalogue), set(catalogue.values())
        foreign = french - english if language == "en" else english - french
        return (window_lint.faults(self.root, foreign, self.is_there)
                + window_lint.stray_faults(self.root, known_words(language)))


def visit_page(window, title):
    """The page with all its details open."""
    window.act(window.find(title, "page tab"))
    return Visit(window, open_details(window))


def visit_over(window, key):
    """What this key opens over the page; closed again."""
    window.keys(key)
    time.sleep(0.5)
    visit = Visit(window)
    window.keys("Escape")
    window.wait(lambda: len(window.shown()) == 1, f"what {key} opens is gone")
    time.sleep(0.3)
    return visit


def visit_all(window, language):
    catalogue = french_catalogue()
    titles = PAGES if language == "en" else [catalogue[page] for page in PAGES]
    visits = {page: visit_page(window, title) for page, title in zip(PAGES, titles)}
    for key in ("F10", "ctrl+n", "ctrl+comma", "ctrl+question"):
        visits[key] = visit_over(window, key)
    faults = {fault: page for page, visit in visits.items() for fault in visit.faults(language)}
    assert not faults, "\n".join(f"{page}: {fault}" for fault, page in faults.items())
    return visits


VISITS = {}


def test_english(window):
    weighed(window)
    VISITS["en"] = visit_all(window, "en")


def test_what_is_read_first(window):
    for title in PAGES:
        faults = window_lint.order_faults(VISITS["en"][title].root, LABELS + PAGES)
        assert not faults, (title, faults)


def test_french(window):
    set_language(window, "Preferences", 2)
    window.wait(lambda: "Réponses" in window.names(), "French")
    VISITS["fr"] = visit_all(window, "fr")


def test_both_languages_have_the_same_shape(window):
    for page, english in VISITS["en"].items():
        french = VISITS["fr"][page]
        shapes = [window_lint.shape(each.root, each.is_there) for each in (english, french)]
        different = [line for line in difflib.unified_diff(*shapes, "en", "fr", n=2)]
        assert not different, page + "\n" + "\n".join(different[:40])


run(globals(), years=50)
