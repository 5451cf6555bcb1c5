#!/usr/bin/python3
"""test-window-place.py BUILD: one more and one less of what the place has, and its week. TAP."""

import json
import sqlite3
import subprocess

from scenarios import LABELS, figure, focused_field, run, workspace


def plan(window):
    """The plan as the file holds it."""
    with sqlite3.connect(f"file:{workspace(window)}?mode=ro", uri=True) as file:
        return json.loads(file.execute("SELECT content FROM plan").fetchone()[0])


def described(window, name, description):
    """The button of this name that is about this list."""
    return window.wait(lambda: next((each for each in window.walk() if each.name == name
                                     and each.description == description), None),
                       f"“{name}” of {description}")



def test_a_service_is_added_and_named(window):
    window.act(window.find("Your place: details"))
    window.act(described(window, "Add one more", "Services"))
    window.find("Duo massage 2: $160.00, 60 min, 2 people")
    window.wait(lambda: focused_field(window), "the keys in the new name")
    window.keys("ctrl+a")
    window.type("Hot stones")
    window.find("Hot stones: $160.00, 60 min, 2 people")
    assert [each["name"] for each in plan(window)["services"]][-1] == "Hot stones"
    window.keys("ctrl+z", "ctrl+z")
    window.wait(lambda: len(plan(window)["services"]) == 2, "both steps undone")

def test_the_service_that_is_sold_stays(window):
    window.act(window.find("Duo massage: …"))
    window.act(window.find("Remove: Duo massage…"))
    window.find("The deal sells this service…")
    assert len(plan(window)["services"]) == 2


def test_a_room_is_removed_and_comes_back(window):
    before = figure(window, LABELS[2])
    window.act(window.find("Room 2", "toggle button", "push button"))
    window.act(window.find("Remove: Room 2"))
    window.find("Removed: Room 2")
    assert [each["name"] for each in plan(window)["rooms"]] == ["Room 1", "Room 3"]
    window.act(window.find_all("Undo", "push button")[-1])
    window.wait(lambda: len(plan(window)["rooms"]) == 3, "the room is back")
    window.wait(lambda: figure(window, LABELS[2]) == before, "the figure of before")


def week(window, beginning):
    return next(each for each in window.walk() if each.role in ("image", "icon")
                and each.name.startswith(beginning))


def focus_by_keys(window, node):
    """From the field before it, as the owner goes on."""
    field = window.find("Payroll contributions", "text")
    screen = window.shown()[0]
    for _ in range(30):
        if 100 < window.still(field)[1] < 800:
            break
        wheel = "5" if window.still(field)[1] > 100 else "4"
        subprocess.run(["xdotool", "mousemove", "--window", screen, "8", "500", "click",
                        "--repeat", "4", wheel], check=True, timeout=10)
    window.click(field)
    for _ in range(8):
        if window.now(node).has("focused"):
            return
        window.keys("Tab")
    raise AssertionError("the week never has the keys")


def test_tuesday_is_longer_by_keys(window):
    before = plan(window)["hours"]
    grid = week(window, "Opening hours, ")
    focus_by_keys(window, grid)
    window.keys("Right", "End", "Up", "space")
    window.find("Opening hours, Tuesday: 10:00 to 20:30")
    tuesday = [each for each in plan(window)["hours"] if each["weekday"] == 1]
    assert tuesday == [{"weekday": 1, "begin_minute": 600, "end_minute": 1230}], tuesday
    window.keys("c")
    window.wait(lambda: {each["weekday"] for each in plan(window)["hours"]} == set(range(7)),
                "Tuesday copied")
    window.keys("ctrl+z", "ctrl+z")
    window.wait(lambda: plan(window)["hours"] == before, "both undone")


def drag(window, begin, end):
    """The button held from one point to another, seen on the way."""
    points = [[round(a + (b - a) * i / 6) for a, b in zip(begin, end)] for i in range(7)]
    command = ["xdotool"]
    for i, point in enumerate(points):
        command += ["mousemove", "--window", window.shown()[0], *map(str, point), "sleep", "0.05"]
        command += ["mousedown", "1"] if i == 0 else []
    subprocess.run(command + ["mouseup", "1"], check=True, timeout=10)


def test_sunday_is_opened_and_closed_by_a_stroke(window):
    before = plan(window)["hours"]
    assert all(each["weekday"] != 6 for each in before), before
    x, y, wide, tall = window.still(week(window, "Opening hours, "))
    sunday = x + wide * 0.94
    drag(window, (sunday, y + tall * 0.4), (sunday, y + tall * 0.7))
    window.wait(lambda: sum(each["weekday"] == 6 for each in plan(window)["hours"]) == 1,
                "one stretch of Sunday")
    opened = [each for each in plan(window)["hours"] if each["weekday"] == 6][0]
    assert opened["end_minute"] - opened["begin_minute"] >= 120, opened
    assert [each for each in plan(window)["hours"] if each["weekday"] != 6] == before
    assert plan(window)["provenance"]["hours"] == "mine", plan(window)["provenance"]
    drag(window, (sunday, y + tall * 0.3), (sunday, y + tall * 0.31))
    window.keys("ctrl+z", "ctrl+z")
    window.wait(lambda: plan(window)["hours"] == before, "both strokes undone")
    drag(window, (sunday, y + tall * 0.4), (sunday, y + tall * 0.7))
    window.wait(lambda: plan(window)["hours"] != before, "open again")
    drag(window, (sunday, y + tall * 0.4), (sunday, y + tall * 0.7))
    window.wait(lambda: plan(window)["hours"] == before, "closed by the same stroke")
    window.keys("ctrl+z", "ctrl+z")


def test_a_payout_is_added(window):
    before = plan(window)["deal"]["instalments"]
    window.act(window.find("The deal: details"))
    window.act(described(window, "Add one more", "Payouts"))
    window.wait(lambda: len(plan(window)["deal"]["instalments"]) == len(before) + 1, "one more")
    last = plan(window)["deal"]["instalments"][-1]["after_days"]
    assert last > before[-1]["after_days"], last
    window.keys("ctrl+z")
    window.wait(lambda: plan(window)["deal"]["instalments"] == before, "taken back")


run(globals())
