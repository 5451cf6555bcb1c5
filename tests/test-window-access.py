#!/usr/bin/python3
"""test-window-access.py BUILD: the window by keys alone, without motion, and in one line. TAP."""

import os
import subprocess
import time

import real_window
from key_walk import Walk, walk_faults
from scenarios import (do_with_deal, focused_field, french_catalogue, is_shown, open_details, run,
                       set_language, toast_button, type_into, weighed, BUILD, LABELS, PAGES)
from window_lint import ancestors, is_nameless

EXAMPLE = "Spa duo: the Tuango case"
COPY = EXAMPLE + " (copy)"
# In the order of the keys, the button of the inputs before them: a full turn ends there.
HEADER = ["New deal", "Deals: …", "PDF for your accountant", "Main menu"]


def pane_of(window, root, field=None):
    """The column of the inputs, which holds this field; without one: the page in sight."""
    panes = [each for each in root.walk() if each.role == "scroll pane"
             and not any(other.role == "scroll pane" for other in ancestors(each))]
    boxes = window.tree.boxes(panes)
    for each in sorted(panes, key=lambda pane: -boxes.get(pane.path, (0, 0, 0, 0))[3]):
        has_field = any(other.name == (field or "List price") and other.role == "text"
                        for other in each.walk())
        if has_field == bool(field):
            return each
    raise AssertionError("no such pane")


def go_to_first_stop(walk):
    """Around the end of the page to the button of the inputs."""
    for _ in range(120):
        came = walk.press("Tab")
        if came[0] and came[0].name == "Inputs":
            return
    raise AssertionError("Tab does not come around")


def walk_there_and_back(walk, key, expected, after):
    """All of that, from the stop beside it to the one behind it that begins so."""
    other = {"Tab": "shift+Tab", "shift+Tab": "Tab"}[key]
    there = walk.press(key, len(expected) + 1)
    back = walk.press(other, len(expected) + 1)
    for stops in (there, back):
        assert all(stops) and len(stops) == len(expected) + 1, [each and each.name for each in stops]
    down = there[:-1] if key == "Tab" else there[-2::-1]
    faults = walk.judge(down, expected)
    assert not faults, faults
    assert there[-1].name.startswith(after), there[-1].name
    assert back[:-1] == there[-2::-1], [each.name for each in back]


def deal(window, name):
    window.wait(lambda: window.find_all("Deals: " + name), f"the deal “{name}”")


def test_the_judge_can_fail(window):
    sound = [("one", (400, 10, 40, 20)), ("beside", (500, 14, 40, 20)), ("slider", (400, 40, 300, 9)),
             ("chart", (400, 60, 300, 200)), ("in it", (420, 80, 30, 20)), ("end", (400, 300, 9, 9))]
    assert not walk_faults(sound, sound)
    for shuffled in (sound[::-1], sound[1:2] + sound[:1] + sound[2:], sound[1:] + sound[:1]):
        assert any("back to" in fault for fault in walk_faults(shuffled, sound)), shuffled
    assert walk_faults(sound[:2] + sound[3:], sound) == ["skipped: slider"]
    assert walk_faults(sound, sound[:-1]) == ["no stop of the keys: end"]
    assert "met again: end" in walk_faults(sound + sound[-1:], sound)


def test_archived_and_back_by_the_keys_of_the_toast(window):
    do_with_deal(window, "Duplicate")
    deal(window, COPY)
    do_with_deal(window, "Archive")
    deal(window, EXAMPLE)
    toast_button(window, "Undo")
    assert toast_button(window, "Close").name == "Close"  # nameless in libadwaita 1.2
    for _ in range(8):  # the toast is the last stop: from the first one it is a step back
        window.keys("shift+Tab")
        time.sleep(0.15)
        if toast_button(window, "Undo").has("focused"):
            break
    window.keys("Return")
    deal(window, COPY)
    window.wait(lambda: not is_shown(window, f"“{COPY}” archived"), "the toast gone")


def test_compare_brings_the_deals_side_by_side(window):
    do_with_deal(window, "Compare")
    heading = window.find("Deals side by side…", "heading", "label")
    tabs = window.tree.box(window.find("Offers", "page tab"))
    below = window.wait(lambda: 0 < window.tree.box(heading)[1] - tabs[1] - tabs[3] < 60,
                        "the heading at the top of the page")
    assert below
    window.wait(lambda: any(each.has("focused") for each in window.find_all(EXAMPLE, "check box")),
                "the keys in the choice of deals")


def test_tab_walks_down_every_page(window):
    weighed(window)
    walk = Walk(window)
    walk.know(window.tree.read())
    go_to_first_stop(walk)
    for page in PAGES:
        window.act(window.find(page, "page tab"))
        root = open_details(window, lambda root: pane_of(window, root))
        walk.know(root)
        walk_there_and_back(walk, "shift+Tab", walk.expected(pane_of(window, root)), "Books")


def test_tab_walks_down_the_inputs(window):
    walk = Walk(window)
    root = window.tree.read()
    walk.know(root)
    pane = pane_of(window, root, "List price")
    came = walk.press("Tab", len(HEADER))
    assert [each.name for each in came] == HEADER[:1] + ["Deals: " + COPY] + HEADER[2:], came
    expected = walk.expected(pane)
    assert {"List price", "Discount", "The deal: details"} <= {each.name for each in expected}
    walk_there_and_back(walk, "Tab", expected, LABELS[0])


def has_keys(window, name, *roles):
    return any(each.has("focused") for each in window.find_all(name, *roles))


def test_the_keys_are_never_in_hidden_inputs(window):
    walk = Walk(window)
    walk.know(window.tree.read())
    window.click(window.find("Discount", "text"))
    for key in ("F9", "F9"):
        window.wait(lambda: focused_field(window) == "Discount", "the keys in the field")
        window.keys(key)
        window.wait(lambda: has_keys(window, "Inputs", "push button"), "the keys beside it")
        come = walk.press("Tab", len(HEADER) + 1)
        assert come[-1].name.startswith(LABELS[0] + ": "), [each.name for each in come]
        window.keys("F9")
    window.wait(lambda: focused_field(window) == "Discount", "the keys back in the field")


def test_inputs_over_the_page_have_the_keys(window):
    main = window.shown()[0]
    window.keys("Escape")
    subprocess.run(["xdotool", "windowsize", main, "700", "800"], check=True, timeout=10)
    window.wait(lambda: has_keys(window, "Inputs", "push button"), "the inputs put away")
    window.keys("Tab", "F9")
    window.wait(lambda: focused_field(window) == "List price", "the keys in the first field")
    window.keys("Escape")
    window.wait(lambda: has_keys(window, "Inputs", "push button"), "the keys back")
    subprocess.run(["xdotool", "windowsize", main, "1280", "860"], check=True, timeout=10)
    window.wait(lambda: window.tree.box(window.find("Books", "page tab"))[0] > 900, "all of it")


def cut_figures(window, width, texts_each):
    """The figures that are not wholly in a window of this width, with the texts on them: label,
    value, note."""
    cards = [window.find_all(label + ": …")[0] for label in LABELS]
    boxes = window.tree.boxes([each for card in cards for each in card.walk()
                               if each.role == "label" or each in cards])
    cut = []
    for card in cards:
        left, top, wide, tall = boxes[card.path]
        texts = [boxes[each.path] for each in card.walk() if each.path in boxes and each != card]
        if left < 0 or left + wide > width or len(texts) < 3 or any(
                y < top or y + high > top + tall or x + across > left + wide
                for x, y, across, high in texts[:texts_each]):
            cut.append(card.name)
    return cut


def test_no_figure_is_cut(window):
    main = window.shown()[0]
    # 512 pixels have room for as much as 1024 do where text is twice as large.
    for width, height, texts in ((1280, 860, 3), (1024, 768, 3), (700, 800, 2), (512, 800, 2),
                                 (1280, 860, 3)):
        subprocess.run(["xdotool", "windowsize", main, str(width), str(height)], check=True,
                       timeout=10)
        window.wait(lambda: window.tree.box(window.find("AubHeadline"))[2] <= width,
                    "the new size")
        window.wait(lambda: not cut_figures(window, width, texts),
                    f"five figures in {width} pixels")


class Headline:
    """Where it ends, and what it says: the names of the pages stand below it."""

    def __init__(self, window):
        self.window = window
        self.tab = next(each for each in window.walk() if each.role == "page tab")

    def bottom(self):
        return self.window.tree.box(self.tab)[1]

    def ends(self, is_there, what):
        self.window.wait(lambda: is_there(self.bottom()), what)
        return self.bottom()

    def said(self):
        """The verdict and the figures, as they are read aloud."""
        whole = self.window.find_all("AubHeadline")[0]
        said = [each.name for each in whole.walk() if not is_nameless(each)]
        for label in LABELS:
            assert any(name.startswith(label + ": ") for name in said), (label, said)
        return said

    def turn(self, button, count):
        point = ["xdotool", "mousemove", "--window", self.window.shown()[0], "800", "700"]
        subprocess.run(point + ["click", "--repeat", str(count), "--delay", "5", button],
                       check=True, timeout=20)

    def turn_to_top(self, what):
        """However much is made above what is in sight meanwhile."""
        def is_whole():
            self.turn("4", 20)
            time.sleep(0.2)
            return self.bottom() > 280
        self.window.wait(is_whole, what)

    def click_line(self):
        """All of it comes back."""
        point = ["xdotool", "mousemove", "--window", self.window.shown()[0], "800"]
        for _ in range(5):  # a page that still moves takes a click for itself
            if self.bottom() < 200:
                subprocess.run(point + [str(self.bottom() - 30), "click", "1"], check=True,
                               timeout=20)
                time.sleep(0.2)


def test_the_headline_is_one_line_of_a_page_that_is_scrolled(window):
    weighed(window)
    window.wait(lambda: not any("so far" in name for name in window.names()),
                "all the years: the verdict keeps its height")
    headline = Headline(window)
    pages = [window.find(page, "page tab") for page in PAGES]
    said, ends = headline.said(), set()
    for page in pages:
        window.act(page)
        window.wait(lambda: window.now(page).has("selected"), f"the page {page.name}")
        window.still(page)
        headline.turn("5", 10)
        line = headline.ends(lambda y: y < 200, f"{page.name}: one line")
        assert headline.said() == said, (page.name, headline.said(), said)
        headline.click_line()
        headline.ends(lambda y: y > 280, f"{page.name}: all of it, by a click on the line")
        headline.turn("5", 10)
        headline.ends(lambda y: y == line, f"{page.name}: one line again")
        headline.turn_to_top(f"{page.name}: all of it at the top")
        ends.add(line)
    assert len(ends) == 1, ends


def figures(window, labels):
    names = window.names()
    return [next(name for name in names if name.startswith((label + ": ", label + "\u00a0: ")))
            for label in labels]


def too_high(window, field, below, message, percent, labels):
    """475 % typed: said beside its field, and in the line above that is of the plan before."""
    before = figures(window, labels)
    type_into(window, field, "475")
    note = window.find(message, "label")
    entry, other = window.find(field, "text"), window.find(below, "text")
    tops = [window.tree.box(each)[1] for each in (entry, note, other)]
    assert tops == sorted(tops), tops
    assert window.tree.text(entry) == "475"
    window.wait(lambda: [each for each in window.names() if each.endswith(f"{field}: {message}")
                         or each.endswith(f"{field}\u00a0: {message}")], "the line above")
    window.keys("Tab")
    window.wait(lambda: window.tree.text(entry) == "475" + percent, "the tidy form")
    assert is_shown(window, message)
    window.wait(lambda: figures(window, labels) == before, "the figures of before")
    window.keys("ctrl+z")
    window.wait(lambda: window.tree.text(entry) == "50" + percent, "one step of undo")
    window.wait(lambda: not is_shown(window, message), "nothing is wrong")
    window.wait(lambda: figures(window, labels) == before, "the same figures")


def test_a_discount_of_475_percent_is_too_high(window):
    too_high(window, "Discount", "Commission", "Too high: at most 100%.", "%", LABELS)
    set_language(window, "Preferences", 2)
    window.find("Réponses", "page tab")
    french = french_catalogue()
    too_high(window, "Rabais", "Commission", "Trop élevé\u00a0: au plus 100\u00a0%.", "\u00a0%",
             [french[label] for label in LABELS])


def places(window, act, axis):
    """Where the names of the pages stand while something moves, once each."""
    tab = next(each for each in window.walk() if each.role == "page tab")
    seen, begin = [window.tree.box(tab)[axis]], time.monotonic()
    act()
    while time.monotonic() < begin + 1:
        now = window.tree.box(tab)[axis]
        if now != seen[-1]:
            seen.append(now)
    return seen


def test_without_animations_nothing_is_on_its_way(window):
    def flap():
        window.keys("F9")
    on_the_way = window.wait(lambda: [places(window, flap, 0), places(window, flap, 0)],
                             "the inputs put away and back")
    assert max(len(each) for each in on_the_way) > 3, on_the_way  # the probe sees what moves
    folder = os.path.join(window.screen.home, "config", "gtk-4.0")
    os.makedirs(folder)
    with open(os.path.join(folder, "settings.ini"), "w", encoding="utf-8") as file:
        file.write("[Settings]\ngtk-enable-animations=false\n")
    window.close()
    other = real_window.Window(window.screen, os.path.join(BUILD, "app", "aubaine"))
    window.errors, window.process, window.tree = other.errors, other.process, other.tree
    window.still(next(each for each in window.walk() if each.role == "page tab"))
    for _ in range(2):
        assert len(places(window, flap, 0)) == 2
    headline = Headline(window)
    slid = places(window, lambda: headline.turn("5", 1), 1)
    assert 2 <= len(slid) <= 3, slid  # at once, or with one frame that corrects the other


run(globals(), years=50)
