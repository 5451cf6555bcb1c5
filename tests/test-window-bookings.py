#!/usr/bin/python3
"""test-window-bookings.py BUILD: the bookings day by day. TAP."""

import re

from scenarios import run, chart, charts, evaluate, explain, finding, is_shown


def test_a_day_opens_by_click_and_closes(window):
    window.act(window.find("Bookings"))
    heat = chart(window, "First 4 weeks")
    window.scroll_to(heat)
    assert not is_shown(window, "Close this day (Escape)")
    window.click(heat, across=0.2)
    window.find("Close this day (Escape)")
    heat = window.now(heat)
    date, weekday = re.match(r"(\w+ \d+, \d{4}) \((\w+)\): ", heat.description).groups()
    title = finding(window, f"{weekday}, {date}: ")
    visits = sum(int(number) for number in
                 re.findall(r"(?:deal|returning|regular) (\d+)", heat.description))
    assert f": {visits} visit" in title, (title, heat.description)
    assert explain(window, title)
    window.click(window.find("Close this day (Escape)"))
    window.wait(lambda: not is_shown(window, "Close this day (Escape)"), "the day closed")


def test_a_day_opens_by_keys_follows_and_closes(window):
    heat = chart(window, "First 4 weeks")
    window.wait(lambda: window.now(heat).has("focused"), "the keys back in the calendar")
    window.keys("Home", "Return")
    finding(window, "Wednesday, February 4, 2026: ")
    window.keys("Right", "Return")
    before = finding(window, "Wednesday, February 11, 2026: ")
    window.fill("Vouchers sold", "60")
    window.wait(lambda: finding(window, "Wednesday, February 11, 2026: ") != before,
                "the day of the changed plan")
    window.keys("ctrl+z")
    window.wait(lambda: finding(window, "Wednesday, February 11, 2026: ") == before, "undone")
    window.keys("Escape")
    window.wait(lambda: not is_shown(window, "Close this day (Escape)"), "the day closed")


def test_every_chart_of_the_bookings_is_explained(window):
    titles = charts(window, finding(window, "On the first day"))
    explained = {each.description for each in window.walk()
                 if each.name == "How is this computed?"}
    assert len(titles) >= 7, titles
    assert not set(titles) - explained, set(titles) - explained
    assert "Erlang" in explain(window, finding(window, "On the first day"))
    tables = [each.name for each in window.walk() if each.role in ("panel", "grouping")]
    assert any("are refused" in name for name in tables), tables
    assert "Your conditions in the plan year" in tables, tables


def test_the_question_about_the_curve(window):
    question = "Of 10 vouchers used, how many in the first two months?: "
    pressed = [of_10 for of_10 in "23456" if window.find(question + of_10).has("pressed")]
    assert pressed == ["6"], pressed
    before = finding(window, "60 of 100 used vouchers")
    answer = window.find(question + "3")
    window.scroll_to(answer)
    window.click(answer)
    finding(window, "30 of 100 used vouchers")
    assert window.now(answer).has("pressed")
    window.find("Undo", "push button")
    with_tip = [each.description for each in window.walk() if each.name == "Undo"]
    assert any("when vouchers are used" in (tip or "").lower() for tip in with_tip), with_tip
    window.keys("ctrl+z")
    window.wait(lambda: finding(window, "60 of 100") == before, "the curve of before")


def test_one_more_person_on_the_phone(window):
    before = finding(window, "On the first day")
    window.act(window.find("Money: details"))
    window.fill("People on the phone", "3")
    after = window.wait(lambda: next((name for name in window.names()
                                      if name.startswith("On the first day")
                                      and name != before), None), "another finding")
    day = evaluate("phone.people=3")["phone"]["days"][0]
    assert f"{day['calls_milli'] // 1000} people call" in after, after
    assert re.search(rf"\b{day['people']}\b", after), after
    window.keys("ctrl+z")
    window.wait(lambda: finding(window, "On the first day") == before, "two people")


run(globals())
