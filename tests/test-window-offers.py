#!/usr/bin/python3
"""test-window-offers.py BUILD: what to ask for, the rider, the quotas, copies beside the deal. TAP."""

import os
import re
import subprocess

from scenarios import run, clipboard, menu_opened, save_as, weighed


def test_asked_terms_are_written_and_undone(window):
    window.act(window.find("Offers"))
    window.find("Ask for: …")
    window.act(window.find("Write into the plan: …"))
    window.find("Yes, as advertising: it costs…")
    window.keys("ctrl+z")
    window.wait(lambda: any("if the contract says" in name for name in window.names()), "the if")


def test_the_rider_is_copied_in_both_languages(window):
    window.act(window.find("Offers"))
    cap = window.find("Ask for: …").name.removeprefix("Ask for: ")
    window.act(window.find("Contract rider, to send to the site"))
    for button, words in (("Copy in English", "rider"), ("Copy in French", "avenant")):
        window.act(window.find(button))
        text = window.wait(lambda: next((text for text in [clipboard()]
                                         if words in text.lower()), None), words)
        assert re.search(r"\d+", cap).group() in text, text


def saved_pdf(window, button, name, *words):
    """The button's PDF, with its words in it."""
    target = os.path.join(window.screen.home, name)
    node = window.find(button)
    window.act(node)  # a toast may lie over it
    assert save_as(window, target).startswith(b"%PDF")
    text = subprocess.run(["pdftotext", target, "-"], capture_output=True, check=True).stdout.decode()
    assert all(word in text for word in words), text


def test_the_rider_is_saved_as_pdf(window):
    weighed(window)
    window.act(window.find("Offers"))
    saved_pdf(window, "Save the rider as PDF…", "rider.pdf", "RIDER TO THE CONTRACT", "180 vouchers")


def test_a_quota_is_written_by_one_click(window):
    weighed(window)  # nothing comes onto the page between looking and clicking
    window.act(window.find("Offers"))
    button = window.find("Use once sold")
    window.scroll_to(button)
    window.click(button)
    window.wait(lambda: not window.now(button).has("sensitive"), "the plan says so")
    window.find("Written into the plan; undo takes it back")
    window.keys("ctrl+z")
    window.wait(lambda: window.now(button).has("sensitive"), "undone")


def delete_copy(window):
    window.click(window.find("Deals: …"))
    window.act(window.find("Delete"))
    window.find("Deals: Spa duo: the Tuango case")


def test_terms_are_tried_in_a_copy_beside_the_deal(window):
    try_in_copy = window.find("Try in a copy: 180…")
    window.wait(lambda: window.now(try_in_copy).has("sensitive"), "terms of the plan as it is now")
    window.act(try_in_copy)
    window.find("Deals: 180 vouchers at most, Spa duo…")
    other = window.find("Spa duo: the Tuango case", "check box")
    assert other.has("checked")
    window.wait(lambda: any("is the best of these deals" in each.name for each in window.walk()
                            if each.role in ("panel", "grouping")), "the table")
    saved_pdf(window, "Save the comparison as PDF…", "deals.pdf", "Deals side by side", "≠ Most vouchers")
    delete_copy(window)


def test_any_term_is_tried_in_two_clicks(window):
    weighed(window)
    window.act(window.find("Offers"))
    menu_opened(window, window.find("Try one in a copy"))
    window.keys("Return")
    window.find("Deals: new clients only, Spa duo…")
    delete_copy(window)
    window.act(window.find("Answers"))


run(globals())
