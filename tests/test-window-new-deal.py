#!/usr/bin/python3
"""test-window-new-deal.py BUILD: a first deal, asked in four steps, by keyboard alone. TAP."""

import os
import re
import time

from scenarios import (run, LABELS, figure, french_catalogue, new_deal, save_as, set_language)


def step(window, line):
    return window.find(line, "label")


def tab_to(window, name, most=40):
    """Tab until the widget whose name begins so has the keys."""
    for _ in range(most):
        if any(each.has("focused") and each.name.startswith(name) for each in window.walk()):
            return
        window.keys("Tab")
        time.sleep(0.08)
    raise AssertionError(f"Tab does not reach “{name}”")


def answer(window, question, text):
    tab_to(window, question)
    window.type(text)


def begin(window):
    window.wait(lambda: len(window.shown()) == 1, "one window")
    window.keys("ctrl+n")
    window.wait(lambda: len(window.shown()) == 2, "the questions")
    time.sleep(0.3)


def verdict(window):
    return window.wait(lambda: next((name for name in window.names()
                                     if re.match(r"(Yes|No|Oui|Non)\b", name)), None), "a verdict")


def test_everything_unknown_gives_a_verdict(window):
    begin(window)
    step(window, "1 of 4: The contract")
    for line in ("2 of 4: Your place", "3 of 4: A normal week", "4 of 4: Money"):
        window.act(window.find("Next", "push button"))
        step(window, line)
    window.act(window.find("See the verdict", "push button"))
    window.find("Deals: Massage and spa")
    window.wait(lambda: len(window.shown()) == 1, "the questions gone")
    verdict(window)


def test_escape_loses_nothing(window):
    begin(window)
    answer(window, "What does the offer sell?", "Hot stones")
    window.keys("Escape")
    window.wait(lambda: len(window.shown()) == 1, "the questions gone")
    window.find("Deals: Massage and spa")
    begin(window)
    entry = window.find("What does the offer sell?", "text")
    assert window.tree.text(entry) == "Hot stones", window.tree.text(entry)


def test_a_wrong_answer_keeps_the_step_and_says_why(window):
    answer(window, "What share of the price does the site keep?", "120")
    window.find("Too high: at most 100%.")
    window.keys("Return")
    time.sleep(0.3)
    step(window, "1 of 4: The contract")
    assert any(each.has("focused") and each.name.startswith("What share of the price")
               for each in window.walk())
    window.keys("ctrl+a")
    window.type("some")
    window.find("This cannot be read: type it like the example.")
    window.keys("ctrl+a")
    window.type("45")
    window.wait(lambda: not any(name.startswith("This cannot") for name in window.names()),
                "no problem any more")


def test_a_whole_deal_by_keyboard_alone(window):
    answer(window, "How many vouchers do you expect", "250")
    window.keys("Return")
    step(window, "2 of 4: Your place")
    window.keys("ctrl+a")
    window.type("4")
    answer(window, "How many therapists work with you?", "6")
    answer(window, "How many minutes does a visit take?", "75")
    window.keys("Return")
    step(window, "3 of 4: A normal week")
    for index, served in enumerate("0 6 8 9 12 14 0".split()):
        if index:
            window.keys("Tab")
        window.type(served)
    answer(window, "How often do you say no on a Friday?", "2")
    answer(window, "Of 10 clients you turn away", "3")
    window.keys("Return")
    step(window, "4 of 4: Money")
    window.type("9 500,50")
    answer(window, "Below what amount do you lose sleep?", "2000")
    window.keys("Return")
    window.find("Deals: Hot stones")
    window.wait(lambda: len(window.shown()) == 1, "the questions gone")
    verdict(window)
    window.wait(lambda: figure(window, LABELS[4]), "the figures")
    for label, text in (("Vouchers sold", "250"), ("Commission", "45%")):
        assert window.tree.text(window.find(label, "text")) == text, label
    window.keys("ctrl+e")
    assert save_as(window, os.path.join(window.screen.home, "deal.pdf")).startswith(b"%PDF")


def test_the_next_one_begins_anew(window):
    begin(window)
    entry = window.find("What does the offer sell?", "text")
    assert window.tree.text(entry) == ""
    window.keys("Escape")
    window.wait(lambda: len(window.shown()) == 1, "the questions gone")


def test_return_goes_on_from_a_choice_too(window):
    new_deal(window, 4)  # of the third step the first question is a choice
    window.find("Deals: One offer")


def test_an_amount_that_can_be_read_two_ways_is_shown(window):
    begin(window)
    window.fill("What does it cost at full price?", "1,234")
    window.find("= $1,234.00")
    window.act(window.find("Start again", "push button"))
    window.keys("Escape")
    window.wait(lambda: len(window.shown()) == 1, "the questions gone")


def test_in_french(window):
    set_language(window, "Preferences", 2)
    window.find("Offres\u00a0: …")
    begin(window)
    window.keys("Down", "Down")  # a restaurant: tables, and nobody paid by the visit
    answer(window, "Que vend l’offre?", "Souper pour deux")
    answer(window, "Combien le client paie-t-il au site?", "40 %")
    for line in ("2 de 4\u00a0: Votre établissement", "3 de 4\u00a0: Une semaine normale",
                 "4 de 4\u00a0: Argent"):
        window.keys("Return")
        step(window, line)
        left = [name for name in window.names() if name in french_catalogue()]
        assert not left, left
        if line[0] == "2":
            answer(window, "Combien de tables avez-vous?", "12")
            assert not [name for name in window.names() if name.startswith("Combien de thérapeutes")]
    window.keys("Return")
    window.find("Offres\u00a0: Souper pour deux")
    verdict(window)


run(globals())
