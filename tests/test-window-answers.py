#!/usr/bin/python3
"""test-window-answers.py BUILD: opens on the example; the verdict, the answers, typing, undo, nonsense. TAP."""

import re
import subprocess

from scenarios import (run, CLI, LABELS, figure, finding, focused_field, new_deal, page, type_into,
                       weighed, workspace)


def test_opens_on_the_example_with_verdict_and_five_figures(window):
    window.wait(lambda: all(figure(window, label).startswith("about\u00a0")
                            for label in (LABELS[0], *LABELS[2:])), "simulated figures")
    assert figure(window, LABELS[1]), "a cap"


def test_the_verdict_names_what_the_contract_must_say(window):
    cap = window.wait(lambda: next((name for name in window.names()
                                    if name.startswith("Yes, as advertising") and
                                    "if the contract says" in name), None), "the terms to ask for")
    assert figure(window, LABELS[1]) in cap, cap
    answers = subprocess.run([CLI, "answers", workspace(window), "--years", "50"],
                             capture_output=True, check=True).stdout.decode().splitlines()
    for line in answers:
        if line[0].isdigit():
            assert line.split(". ", 1)[1] in window.names(), line
    window.wait(lambda: answers[1].strip() in window.names(), answers[1])


def test_the_answers_are_twenty_and_lead_to_their_pages(window):
    weighed(window)
    links = [each for each in window.walk() if "button" in each.role
             and re.search(r"\?: (Voucher|Bookings|Cash|Risk|Offers|Books)$", each.name)]
    assert len(links) == 20, [each.name for each in links]
    window.act(links[-1])
    window.find("Ask for: …")
    window.act(window.find("Answers"))


def test_a_guess_leads_to_its_field(window):
    window.act(window.find("Go to “New clients who return”"))
    window.wait(lambda: focused_field(window) == "New clients who return", "the keys in the field")


def test_typing_a_discount_changes_every_figure(window):
    before = [figure(window, LABELS[index]) for index in (0, 4)]
    type_into(window, "Discount", "40")
    for index, old in zip((0, 4), before):
        window.wait(lambda: figure(window, LABELS[index]) != old, LABELS[index])


def test_undo_takes_the_discount_back(window):
    redone = figure(window, LABELS[0])
    window.keys("ctrl+z")
    window.wait(lambda: figure(window, LABELS[0]) != redone, "the figure of before")
    before = figure(window, LABELS[0])
    window.keys("ctrl+shift+z")
    window.wait(lambda: figure(window, LABELS[0]) == redone, "the redone figure")
    assert before != redone


def test_nonsense_keeps_the_result_and_says_why(window):
    before = [figure(window, label) for label in (LABELS[0], LABELS[3])]
    names = set(window.names())
    type_into(window, "Discount", "forty")
    window.wait(lambda: set(window.names()) - names, "a reason beside the field")
    assert [figure(window, label) for label in (LABELS[0], LABELS[3])] == before
    type_into(window, "Discount", "9,975")
    window.wait(lambda: figure(window, LABELS[0]) != before[0], "9,975 read as 9.975 %")
    type_into(window, "Discount", "50")
    window.keys("Return")


def test_every_page_has_its_chart_and_table(window):
    for name in ("Voucher", "Bookings", "Cash", "Risk", "Offers", "Books"):
        window.act(window.find(name))
        window.find("Table")
    window.wait(lambda: any(each.name and each.description for each in window.walk()
                            if each.role in ("image", "icon")),
                "a chart with a name and a description")


def number_of(figure_text):
    """Of "about 130"."""
    return int(figure_text.removeprefix("about\u00a0").replace(",", ""))


def test_one_more_room_turns_fewer_away(window):
    label = LABELS[2]
    before = figure(window, label)
    window.act(window.find("Your place: details"))
    window.find("Add one more")
    window.act(window.find_all("Add one more", "push button")[-1])
    window.wait(lambda: number_of(figure(window, label)) < number_of(before), "fewer turned away")
    window.keys("ctrl+z")
    window.wait(lambda: figure(window, label) == before, "the room taken back")


def test_without_rooms_the_pages_say_so_once(window):
    new_deal(window, 4)
    window.find("Deals: One offer")
    window.act(window.find("Risk"))
    window.find("Without rooms there is no calendar…")
    window.act(window.find("Bookings"))
    place = page(window, finding(window, "No rooms in the plan: no bookings"))
    said = [each.name for each in place.walk()]
    assert len([name for name in said if name and name.startswith("No room")]) == 1, said
    assert any(name and name.startswith("On the first day") for name in said), said
    window.click(window.find("Deals: …"))
    window.act(window.find("Delete"))
    window.find("Deals: Spa duo: the Tuango case")


run(globals(), years=50)
