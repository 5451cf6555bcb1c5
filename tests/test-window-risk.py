#!/usr/bin/python3
"""test-window-risk.py BUILD: the simulated years. TAP."""

import json
import math
import subprocess

from scenarios import run, CLI, chart, charts, explain, finding, focused_field, is_shown, workspace


def two_digits(cents):
    """Whole dollars in two significant digits, as simulated figures are told."""
    dollars_, sign = abs(cents) / 100, "-" if cents < 0 else "+"
    unit = 10 ** max(0, math.floor(math.log10(dollars_)) - 1) if dollars_ >= 10 else 1
    return f"{sign}${int(dollars_ / unit + 0.5) * unit:,.0f}"


def times_in(share):
    """A share between 0 and 1 as people count it, and whether it is only about that."""
    known = [(1, 10000), (1, 5000), (1, 2000), (1, 1000), (1, 500), (1, 200), (1, 100), (1, 50),
             (1, 30), (1, 20), (1, 15), (1, 10), (1, 5), (1, 4), (3, 10), (1, 3), (4, 10), (1, 2)]
    rarer = min(share, 1 - share)
    index = 0
    while index + 1 < len(known):
        low, high = (known[i][0] / known[i][1] for i in (index, index + 1))
        if rarer <= (math.sqrt(low * high) if high <= 0.1 else (low + high) / 2):
            break
        index += 1
    times, of = known[index]
    away = abs(rarer - times / of)
    if share > 0.5 and of > 20:
        return "all but " + times_in(1 - share)
    times = times if share <= 0.5 else of - times
    about = "about " if away > 0.01 or away * 10 > rarer else ""
    return f"{about}{times:,} time{'s' if times != 1 else ''} in {of:,}"


def chances_title(window):
    return next(name for name in window.names()
                if name.startswith("The deal loses money") and name.endswith("."))


def test_the_risk_page_says_what_the_command_line_says(window):
    window.act(window.find("Risk"))
    window.find("250 simulated years, 250 more of luck alone, seed 1")
    answer = json.loads(subprocess.run(
        [CLI, "evaluate", workspace(window), "--years", "250", "--seed", "1"],
        capture_output=True, check=True).stdout)["risk"]["all"]
    share, error = (answer["loss"][key] for key in ("share_per_100k", "error_per_100k"))
    assert is_shown(window, f"The deal loses money {times_in(share / 100000)}.")
    assert is_shown(window, f"{share / 1000:g}% of 250 simulated years, "
                            f"± {math.ceil(error / 100) / 10:g} points")
    result = {name: f"about {two_digits(answer['result_cents'][name])}"
              for name in ("p5", "p25", "p75", "p95")}
    assert is_shown(window, f"1 time in 2 the result is between {result['p25']} and "
                            f"{result['p75']}, 9 times in 10 between {result['p5']} and "
                            f"{result['p95']}."), result


def test_the_risk_page_explains_itself(window):
    chances = next(name for name in window.names()
                   if name.startswith("The deal loses money") and name.endswith("."))
    titles = window.wait(lambda: next((titles for titles in [charts(window, chances)]
                                       if len(titles) == 4), None), "four charts")
    explained = {each.description for each in window.walk()
                 if each.name == "How is this computed?"}
    assert not set(titles) - explained, explained
    assert "simulated year" in explain(window, chances)
    for fold in ("Each probability with its error", "From the worst years to the best",
                 "What happens in them, on average"):
        before = len(window.names())
        window.act(window.find(fold))
        window.wait(lambda: len(window.names()) > before + 10, f"the table under “{fold}”")


def test_a_bar_of_what_matters_most_leads_to_its_field(window):
    window.act(window.find("Risk"))
    bars = chart(window, "What matters most")
    window.scroll_to(bars)
    window.click(bars)
    window.wait(lambda: focused_field(window), "a click leads to a field")


def test_break_evens_are_chosen_by_keys(window):
    before = set(charts(window, chances_title(window)))
    tab = window.find("Vouchers", "page tab", "toggle button", "radio button")
    window.scroll_to(tab)
    window.click(tab)
    window.wait(lambda: set(charts(window, chances_title(window))) != before, "the vouchers")
    title = finding(window, "Vouchers")
    vouchers = set(charts(window, chances_title(window)))
    assert explain(window, title)  # its button has the keys now; the last tab is the one before it
    window.keys("shift+Tab", "space")
    window.wait(lambda: set(charts(window, chances_title(window))) not in (before, vouchers),
                "the extras by keys")


def test_an_edit_simulates_anew(window):
    before = finding(window, "1 time in 2 the result")
    window.fill("Discount", "30")
    window.wait(lambda: finding(window, "1 time in 2 the result") != before, "other years")
    window.keys("ctrl+z")
    window.wait(lambda: finding(window, "1 time in 2 the result") == before,
                "the same years once more, to the letter")


run(globals())
