#!/usr/bin/python3
"""test-window-entries.py BUILD: what is typed into entries, where values come from, how sure they
are. TAP."""

import time

import real_window
from scenarios import run, finding, focused_field, is_shown, type_into


def text_of(window, label):
    return window.tree.text(window.find(label, "text"))


def mark(window, label):
    """What the mark of a row says of its value."""
    return next(each for each in window.walk()
                if each.name.startswith(label + ": ") and each.name[len(label) + 2:].split(":")[0] in
                ("Assumed", "A guess", "A preset", "Yours", "From the contract",
                 "Reported by others"))


def said(window, label):
    return mark(window, label).name[len(label) + 2:]


def open_mark(window, label):
    """The popover of a row, by a click on its mark."""
    for _ in range(40):  # the wheel over the inputs
        _, y, _, tall = window.still(mark(window, label))
        if 90 < y and y + tall < 400:
            break
        real_window.subprocess.run(["xdotool", "mousemove", "--window", window.shown()[0], "20",
                                    "500", "click", "5" if y > 90 else "4"], check=True, timeout=10)
    window.click(mark(window, label))
    window.find(f"{label}: where it comes from", "label")
    time.sleep(0.3)


def close_mark(window, label):
    """Waits until nothing is above the page: a click would only close what is."""
    press("Escape")
    title = f"{label}: where it comes from"
    window.wait(lambda: not any(each.name == title and each.has("showing")
                                for each in window.walk()), "the popover gone")
    time.sleep(0.3)


def press(key):
    """Where the keys are: in the popover, which is a window of its own to the server."""
    real_window.subprocess.run(["xdotool", "key", key], check=True, timeout=10)
    time.sleep(0.2)


def test_the_keypad_types_the_decimal_of_the_language(window):
    type_into(window, "Discount", "47")
    window.keys("KP_Decimal", "5")
    window.wait(lambda: text_of(window, "Discount") == "47.5", "a decimal point")
    window.keys("Tab")
    window.wait(lambda: text_of(window, "Discount") == "47.5%", "the tidy form")
    window.keys("ctrl+z")
    window.wait(lambda: text_of(window, "Discount") == "50%", "one step of undo")


def test_what_can_be_read_two_ways_says_how(window):
    old = text_of(window, "List price")
    type_into(window, "List price", "1,234")
    window.wait(lambda: window.find_all("= $1,234.00…"), "the reading, and what is wrong with it")
    assert text_of(window, "Discount") == "50%"
    assert text_of(window, "List price") == "1,234"
    window.keys("Escape")
    window.wait(lambda: text_of(window, "List price") == old, "Escape gives the text back")
    window.wait(lambda: not window.find_all("= $1,234.00…"), "no reading any more")


def test_a_date_is_read_in_several_forms(window):
    old = text_of(window, "Promotion ends")
    type_into(window, "Promotion ends", "2027-02-28")
    window.wait(lambda: is_shown(window, "= February 28, 2027"), "the reading of the date")
    window.keys("ctrl+a")
    window.type("28 fevr. 2027")
    window.wait(lambda: is_shown(window, "= February 28, 2027"), "the same day in French")
    window.keys("Escape")
    window.wait(lambda: text_of(window, "Promotion ends") == old, "Escape gives the date back")


def test_arrows_step_the_value(window):
    type_into(window, "Discount", "40")
    window.keys("Up", "Up", "Down")
    window.wait(lambda: text_of(window, "Discount") == "41%", "one step more")
    window.keys("Next")
    window.wait(lambda: text_of(window, "Discount") == "31%", "ten steps less")
    window.keys("ctrl+z")
    window.wait(lambda: text_of(window, "Discount") == "50%", "one step of undo")


def test_a_value_typed_is_hers(window):
    assert said(window, "Share used") == "Assumed"
    type_into(window, "Share used", "70")
    window.wait(lambda: said(window, "Share used") == "Yours", "the mark says so")
    window.keys("ctrl+z")
    window.wait(lambda: said(window, "Share used") == "Assumed", "both undone together")
    assert text_of(window, "Share used") == "80%"


def test_the_clause_of_the_contract_is_noted(window):
    assert said(window, "Commission") == "Reported by others"
    open_mark(window, "Commission")
    window.find("From the contract", "check box", "radio button")
    for _ in range(4):  # the one that is chosen has the keys; the contract stands first
        press("Up")
    window.wait(lambda: said(window, "Commission") == "From the contract", "chosen")
    window.fill("Source", "s. 4")
    window.wait(lambda: said(window, "Commission") == "From the contract: s. 4", "with its clause")
    undo = window.find("Undo…")
    assert "ommission: where it comes from" in undo.name + undo.description, undo.description
    close_mark(window, "Commission")
    type_into(window, "Commission", "41")
    window.wait(lambda: said(window, "Commission") == "Yours", "the clause said another number")
    window.keys("ctrl+z")
    window.wait(lambda: said(window, "Commission") == "From the contract: s. 4", "both undone")
    window.keys("ctrl+z", "ctrl+z")
    window.wait(lambda: said(window, "Commission") == "Reported by others", "both steps undone")


def test_a_price_that_follows_the_list_price_loses_its_clause(window):
    open_mark(window, "Discount")
    window.find("From the contract", "check box", "radio button")
    for _ in range(4):
        press("Up")
    window.fill("Source", "s. 2")
    window.wait(lambda: said(window, "Discount") == "From the contract: s. 2", "with its clause")
    close_mark(window, "Discount")
    type_into(window, "List price", "200")
    window.wait(lambda: said(window, "List price") == "Yours", "the list price is hers")
    assert text_of(window, "Discount") == "50%"
    assert said(window, "Discount") == "Yours", "the clause said another price"
    window.keys("ctrl+z")
    window.wait(lambda: text_of(window, "List price") == "$160.00", "one step of undo")
    assert said(window, "Discount") == "From the contract: s. 2"
    window.keys("ctrl+z", "ctrl+z")
    window.wait(lambda: said(window, "Discount") == "Assumed", "as it was")
    type_into(window, "List price", "200")
    window.wait(lambda: said(window, "List price") == "Yours", "the list price is hers")
    assert said(window, "Discount") == "Assumed", "of the discount she has said nothing"
    window.keys("ctrl+z")
    window.wait(lambda: text_of(window, "List price") == "$160.00", "one step of undo")


def test_where_it_comes_from_is_one_key_away(window):
    window.click(window.find("Discount", "text"))
    window.keys("Tab")
    window.wait(lambda: focused_field(window) == "Discount", "the slider of the row")
    window.keys("Tab")
    window.wait(lambda: focused_field(window) == "Commission", "no stop at the mark between")
    window.keys("alt+Down")
    window.find("Commission: where it comes from", "label")
    time.sleep(0.3)
    close_mark(window, "Commission")
    window.wait(lambda: focused_field(window) == "Commission", "the keys back")


def test_a_range_changes_the_simulated_years(window):
    window.act(window.find("Risk"))
    before = finding(window, "1 time in 2 the result")
    assert is_shown(window, "Between 2% and 30%")
    open_mark(window, "New clients who return")
    window.fill("At the highest", "90")
    window.wait(lambda: is_shown(window, "Between 2% and 90%"), "said under the field")
    window.wait(lambda: finding(window, "1 time in 2 the result") != before, "other years")
    window.fill("At the lowest", "50")
    window.wait(lambda: is_shown(window, "The range must rise: lowest, most likely, highest."),
                "the problem beside it")
    window.act(window.find("No doubt: one value"))
    window.wait(lambda: not is_shown(window, "Between 2% and 90%"), "certain")
    close_mark(window, "New clients who return")
    window.keys("ctrl+z", "ctrl+z", "ctrl+z")
    window.wait(lambda: is_shown(window, "Between 2% and 30%"), "the range as it was")
    window.wait(lambda: finding(window, "1 time in 2 the result") == before,
                "the same years once more, to the letter")


run(globals())
