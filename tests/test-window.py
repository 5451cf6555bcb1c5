#!/usr/bin/python3
"""test-window.py BUILD: the owner's way through the real window: open the example, change the
discount by typing, see the figures change, the bookings day by day, the simulated years, the books
and what leaves for the accountant, French, English, French, export the PDF. TAP."""

import csv
import decimal
import functools
import importlib.util
import io
import json
import math
import os
import re
import subprocess
import sys
import time
import traceback

import real_window

BUILD = os.path.abspath(sys.argv[1])
CLI = os.path.join(BUILD, "app", "aubaine-cli")
LABELS = {
    "en": ["Deal compared with no deal", "Recommended cap", "Regulars turned away",
           "Lowest balance", "Cost per client kept"],
}
HERE = os.path.dirname(os.path.abspath(__file__))


def evaluate(*settings):
    """What the command line answers for the example with these settings."""
    example = subprocess.run([CLI, "example"], capture_output=True, check=True).stdout
    command = [CLI, "evaluate", "-"]
    for setting in settings:
        command += ["--set", setting]
    return json.loads(subprocess.run(command, input=example, capture_output=True,
                                     check=True).stdout)


def dollars(cents, french=False):
    sign, cents = ("-" if cents < 0 else ""), abs(cents)
    if french:
        whole = f"{cents // 100:,}".replace(",", "\u00a0")
        return f"{sign}{whole},{cents % 100:02d}\u00a0$"
    return f"{sign}${cents // 100:,}.{cents % 100:02d}"


@functools.lru_cache
def french_catalogue():
    """{English: French} of the texts that are shown as they are and differ."""
    place = importlib.util.spec_from_file_location("check_po", os.path.join(HERE, "check-po.py"))
    check_po = importlib.util.module_from_spec(place)
    place.loader.exec_module(check_po)
    with open(os.path.join(HERE, "..", "po", "fr_CA.po"), encoding="utf-8") as catalogue:
        entries = check_po.read_entries(catalogue.read())
    return {english: texts[0] for english, (_, texts, _) in entries.items()
            if texts[0] != english and len(english) > 3}


def journal(window, kind, form, language):
    """What the command line writes of the plan on screen."""
    return subprocess.run([CLI, "journal", workspace(window), "--kind", kind, "--format", form,
                           "--lang", language], capture_output=True, check=True).stdout


def workspace(window):
    files = [os.path.join(folder, name) for folder, _, names in os.walk(window.screen.home)
             for name in names if name.endswith(".aubaine")]
    assert len(files) == 1, files
    return files[0]


def save_as(window, target):
    """Answers the file dialog."""
    window.wait(lambda: len(window.shown()) > 1, "the file dialog")
    time.sleep(0.8)
    window.keys("ctrl+a")
    window.type(target)
    window.keys("Return")
    window.wait(lambda: os.path.exists(target), target)
    window.wait(lambda: len(window.shown()) == 1, "the dialog gone")
    with open(target, "rb") as file:
        return file.read()


def export(window, button, steps, target):
    """The item of the export menu that is so many steps down, saved as target."""
    opener = [each for each in window.walk() if each.name == button][-1]
    window.scroll_to(opener)
    window.click(opener)
    time.sleep(0.6)
    window.keys(*["Down"] * steps, "Return")
    return save_as(window, target)


def finding(window, beginning):
    """The title of the card that begins so."""
    return window.find(beginning + "…", "label").name


def figure(window, label):
    """The value of a figure card, from its accessible name "label: value"."""
    return window.find(label + ":…").name.split(": ", 1)[1]


def type_into(window, label, text):
    """As the owner: a click into the field, everything selected, typed over."""
    window.click(window.find(label, "text"))
    time.sleep(0.2)
    window.keys("ctrl+a")
    window.type(text)


def set_language(window, title, index):
    """Preferences by keys: the language list is the first row."""
    window.wait(lambda: len(window.shown()) == 1, "one window only")
    window.keys("ctrl+comma")
    window.find(title)
    window.wait(lambda: len(window.shown()) == 2, "the preferences window")
    time.sleep(0.5)
    window.keys("space")
    time.sleep(0.5)
    window.keys("Home", *["Down"] * index, "Return")


def chart(window, beginning):
    """The chart whose finding begins so."""
    return window.wait(lambda: next((each for each in window.walk()
                                     if each.getRoleName() in ("image", "icon")
                                     and each.name.startswith(beginning)), None),
                       f"the chart “{beginning}…”")


def page(window, title):
    """The page with the card of this title; pages that were seen before stay in the tree."""
    node = next(each for each in window.walk() if each.name == title
                and each.getRoleName() == "label")
    while node.getRoleName() != "scroll pane":
        node = node.parent
    return node


def charts(window, title):
    """The findings of the charts on the page with the card of this title."""
    return [each.name for each in window.walk(page(window, title))
            if each.getRoleName() in ("image", "icon") and each.name and each.description]


def explain(window, title):
    """Opens "How is this computed?" of the card with this title; what is said, closed again."""
    before = set(window.names())
    button = next(each for each in window.walk() if each.name == "How is this computed?"
                  and each.description == title)
    window.scroll_to(button)
    window.click(button)
    text = window.wait(lambda: [name for name in set(window.names()) - before if len(name) > 60],
                       f"the explanation of “{title}”")
    window.keys("Escape")
    return text[0]


def is_shown(window, name):
    return name in window.names()


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


def set_years(window, title, row, text):
    """Preferences by keys: the fourth row counts the simulated years."""
    window.keys("ctrl+comma")
    window.find(title)
    window.wait(lambda: len(window.shown()) == 2, "the preferences window")
    time.sleep(0.5)
    window.keys("Down", "Down", "Down", "space")
    time.sleep(0.5)
    window.keys("Home", *["Down"] * row, "Return")
    time.sleep(0.3)
    window.keys("Escape")
    window.find(text)


def test_opens_on_the_example_with_verdict_and_five_figures(window):
    window.wait(lambda: all(figure(window, label).startswith("about\u00a0")
                            for label in (LABELS["en"][0], *LABELS["en"][2:])), "simulated figures")
    assert figure(window, LABELS["en"][1]), "a cap"


def test_the_verdict_names_what_the_contract_must_say(window):
    cap = window.wait(lambda: next((name for name in window.names()
                                    if name.startswith("Yes, as advertising") and
                                    "if the contract says" in name), None), "the terms to ask for")
    assert figure(window, LABELS["en"][1]) in cap, cap
    answers = subprocess.run([CLI, "answers", workspace(window), "--years", "250"],
                             capture_output=True, check=True).stdout.decode().splitlines()
    for line in answers:
        if line[0].isdigit():
            assert line.split(". ", 1)[1] in window.names(), line
    window.wait(lambda: answers[1].strip() in window.names(), answers[1])


def test_asked_terms_are_written_and_undone(window):
    window.act(window.find("Offers"))
    window.find("Ask for: …")
    window.act(window.find("Write into the plan: …"))
    window.find("Yes, as advertising: it costs…")
    window.keys("ctrl+z")
    window.wait(lambda: any("if the contract says" in name for name in window.names()), "the if")


def test_terms_are_tried_in_a_copy_beside_the_deal(window):
    window.act(window.find("Try in a copy: …"))
    window.find("Deals: Spa duo: the Tuango case, …")
    window.wait(lambda: any(name == "Spa duo: the Tuango case" for name in window.names()),
                "the deal to compare with")
    window.click(window.find("Deals: …"))
    window.act(window.find("Delete"))
    window.find("Deals: Spa duo: the Tuango case")
    window.act(window.find("Answers"))


def test_typing_a_discount_changes_every_figure(window):
    before = [figure(window, LABELS["en"][index]) for index in (0, 4)]
    type_into(window, "Discount", "40")
    for index, old in zip((0, 4), before):
        window.wait(lambda: figure(window, LABELS["en"][index]) != old, LABELS["en"][index])


def test_undo_takes_the_discount_back(window):
    redone = figure(window, LABELS["en"][0])
    window.keys("ctrl+z")
    window.wait(lambda: figure(window, LABELS["en"][0]) != redone, "the figure of before")
    before = figure(window, LABELS["en"][0])
    window.keys("ctrl+shift+z")
    window.wait(lambda: figure(window, LABELS["en"][0]) == redone, "the redone figure")
    assert before != redone


def test_nonsense_keeps_the_result_and_says_why(window):
    before = [figure(window, label) for label in (LABELS["en"][0], LABELS["en"][3])]
    names = set(window.names())
    type_into(window, "Discount", "forty")
    window.wait(lambda: set(window.names()) - names, "a reason beside the field")
    assert [figure(window, label) for label in (LABELS["en"][0], LABELS["en"][3])] == before
    type_into(window, "Discount", "9,975")
    window.wait(lambda: figure(window, LABELS["en"][0]) != before[0], "9,975 read as 9.975 %")
    type_into(window, "Discount", "50")
    window.keys("Return")


def test_every_page_has_its_chart_and_table(window):
    for page in ("Voucher", "Bookings", "Cash", "Risk", "Offers", "Books"):
        window.act(window.find(page))
        window.find("Table")
    window.wait(lambda: any(each.name and each.description for each in window.walk()
                            if each.getRoleName() in ("image", "icon")),
                "a chart with a name and a description")


def number_of(figure_text):
    """Of "about 130"."""
    return int(figure_text.removeprefix("about\u00a0").replace(",", ""))


def test_one_more_room_turns_fewer_away(window):
    label = LABELS["en"][2]
    before = figure(window, label)
    window.act(window.find("Your place: details"))
    window.find("Add one more")
    window.act([each for each in window.walk() if each.name == "Add one more"
                and "button" in each.getRoleName()][-1])
    window.wait(lambda: number_of(figure(window, label)) < number_of(before), "fewer turned away")
    window.keys("ctrl+z")
    window.wait(lambda: figure(window, label) == before, "the room taken back")


def weighed(window):
    """Nothing moves any more: all parts of the decisions are there."""
    window.act(window.find("Answers"))
    window.find("The contract is weighed.")


def test_a_day_opens_by_click_and_closes(window):
    weighed(window)
    window.act(window.find("Bookings"))
    heat = chart(window, "First 4 weeks")
    window.scroll_to(heat)
    box = heat.queryComponent().getExtents(window.screen.atspi.WINDOW_COORDS)
    press = ["xdotool", "mousemove", "--window", window.shown()[0], str(box.x + box.width // 5),
             str(box.y + box.height // 2), "click", "1"]
    assert not is_shown(window, "Close this day (Escape)")
    subprocess.run(press, check=True, timeout=10)
    window.find("Close this day (Escape)")
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
    focused = window.screen.atspi.STATE_FOCUSED
    assert heat.getState().contains(focused), "the keys back in the calendar"
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
    tables = [each.name for each in window.walk() if each.getRoleName() in ("panel", "grouping")]
    assert any("are refused" in name for name in tables), tables
    assert "Your conditions in the plan year" in tables, tables


def test_the_question_about_the_curve(window):
    question = "Of 10 vouchers used, how many in the first two months?: "
    checked = window.screen.atspi.STATE_PRESSED
    pressed = [of_10 for of_10 in "23456"
               if window.find(question + of_10).getState().contains(checked)]
    assert pressed == ["6"], pressed
    before = finding(window, "60 of 100 used vouchers")
    answer = window.find(question + "3")
    window.scroll_to(answer)
    window.click(answer)
    finding(window, "30 of 100 used vouchers")
    assert answer.getState().contains(checked)
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


def test_an_edit_simulates_anew(window):
    before = finding(window, "1 time in 2 the result")
    window.fill("Discount", "30")
    window.wait(lambda: finding(window, "1 time in 2 the result") != before, "other years")
    window.keys("ctrl+z")
    window.wait(lambda: finding(window, "1 time in 2 the result") == before,
                "the same years once more, to the letter")


def test_without_rooms_the_pages_say_so_once(window):
    window.keys("ctrl+n")
    time.sleep(0.5)
    window.keys("Up", "Return")
    window.find("Deals: One offer")
    window.find("Without rooms there is no calendar…")
    window.act(window.find("Bookings"))
    place = page(window, finding(window, "No rooms in the plan: no bookings"))
    said = [each.name for each in window.walk(place)]
    assert len([name for name in said if name and name.startswith("No room")]) == 1, said
    assert any(name and name.startswith("On the first day") for name in said), said
    window.click(window.find("Deals: …"))
    window.act(window.find("Delete"))
    window.find("Deals: Spa duo: the Tuango case")


def test_books_say_how_they_are_computed(window):
    window.act(window.find("Books"))
    title = finding(window, "Before you sign")
    assert "refuse" in title or "ask" in title, title
    assert explain(window, title)


def test_a_tick_leads_to_its_field(window):
    window.act(window.find("Go to “Taxes on the voucher”"))
    states = window.screen.atspi
    window.wait(lambda: any(each.name.startswith("Taxes on the voucher: ")
                            and each.getState().contains(states.STATE_FOCUSED)
                            for each in window.walk()), "the keys in the field")
    window.act(window.find("Go to “GST number”"))  # in details that are not open yet
    window.wait(lambda: window.find("GST number", "text").getState()
                .contains(states.STATE_FOCUSED), "the keys in the tax number")


def test_the_wording_changes_the_finding(window):
    assert "extra" in finding(window, "“Taxes extra”")
    window.act(window.find("Taxes on the voucher: taxes included"))
    costs = finding(window, "“Taxes included”")
    assert "$10.42" in costs, costs
    window.keys("ctrl+z")
    finding(window, "“Taxes extra”")


def test_a_clause_of_the_contract_settles_a_point(window):
    before = finding(window, "Before you sign")
    check = window.find("The contract says so: Taxes on the voucher")
    window.scroll_to(check)
    window.click(check)
    window.wait(lambda: finding(window, "Before you sign") != before, "one point less")
    window.fill("Clause of the contract: Taxes on the voucher", "s. 4")
    window.keys("ctrl+z", "ctrl+z")
    window.wait(lambda: finding(window, "Before you sign") == before, "the point again")


def test_an_account_takes_the_owners_number(window):
    window.act(window.find("Your account numbers"))
    entry = window.find("Your number for 2100…", "text")
    window.scroll_to(entry)

    def number():
        text = entry.queryText()
        return text.getText(0, text.characterCount)

    def type_number(text):
        window.click(window.find("Your number for 2110…", "text"))
        window.click(entry)
        time.sleep(0.2)
        window.keys("ctrl+a")
        window.type(text)

    type_number("2310")
    window.wait(lambda: b"2310" in journal(window, "model", "sage50", "en"), "2310 in the journal")
    names = set(window.names())
    type_number("23 10")
    window.wait(lambda: set(window.names()) - names, "a reason beside the number")
    window.keys("ctrl+z")
    window.wait(lambda: number() == "2310", "the number of before")
    window.keys("ctrl+z")
    window.wait(lambda: number() == "", "our own number")
    window.keys("ctrl+shift+z")
    window.wait(lambda: number() == "2310", "her number again")


def test_sage_50_reads_the_forecast(window):
    target = os.path.join(window.screen.home, "sage.txt")
    content = export(window, "Export for the accountant", 3, target)
    assert content == journal(window, "projected", "sage50", "en")
    text = content.decode("latin-1")
    assert "FORECAST" in text and "2310" in text and "\n2100," not in text
    total = sum(decimal.Decimal(line.split(",")[1]) for line in text.splitlines()
                if line and line[0].isdigit() and not line[2:3] == "-")
    assert total == 0, total


def test_quickbooks_reads_the_model_entries(window):
    target = os.path.join(window.screen.home, "model.csv")
    content = export(window, "Export for the accountant", 1, target)
    assert content == journal(window, "model", "quickbooks", "en")
    sums = {}
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows
    for row in rows:
        amount = decimal.Decimal(row["Debits"] or 0) - decimal.Decimal(row["Credits"] or 0)
        sums[row["JournalNo"]] = sums.get(row["JournalNo"], 0) + amount
        assert "MODEL" in row["Description"], row
    assert not any(sums.values()), sums


def test_a_new_deal_keeps_the_owners_books(window):
    window.keys("ctrl+n")
    time.sleep(0.5)
    window.keys("Down", "Return")
    window.wait(lambda: not any(each.name == "Deals: Spa duo: the Tuango case"
                                for each in window.walk()), "the new deal")
    entry = window.find("Your number for 2100…", "text").queryText()
    window.wait(lambda: entry.getText(0, entry.characterCount) == "2310", "her number")
    window.click(window.find("Deals: …"))
    window.act(window.find("Delete"))
    window.find("Deals: Spa duo: the Tuango case")


def test_french_english_french(window):
    for title, index, label, gone in (
            ("Preferences", 2, "Solde le plus bas", "Lowest balance"),
            ("Préférences", 1, "Lowest balance", "Solde le plus bas"),
            ("Preferences", 2, "Solde le plus bas", "Lowest balance")):
        set_language(window, title, index)
        window.wait(lambda: any(name.startswith(label) for name in window.names()), label)
        names = window.names()
        assert not any(name.startswith(gone) for name in names), gone
    assert any(name.startswith("Plafond recommandé") for name in names)
    left = [name for name in names if name in french_catalogue()]
    assert not left, left


def test_bookings_and_risk_are_french_too(window):
    for page, opened in (("Réservations", "Sur 10 bons utilisés…"), ("Risque", "L’offre perd…")):
        window.act(window.find(page))
        window.find(opened)
        for each in [each for each in window.walk() if each.name in (
                "Chaque probabilité avec son erreur", "Des pires années aux meilleures",
                "Ce qui s’y passe, en moyenne")]:
            window.act(each)
        time.sleep(0.5)
        left = [name for name in window.names() if name in french_catalogue()]
        assert not left, left
    set_years(window, "Préférences", 1, "4\u00a0000 années simulées, 1\u00a0000 de plus…")
    with open(window.screen.home + "/config/aubaine/preferences.ini", encoding="utf-8") as file:
        assert "simulated-years=4000" in file.read()


def test_the_books_are_french_too(window):
    window.act(window.find("Comptabilité"))
    for line in ("Mois par mois", "Tous les comptes", "Toutes les écritures", "Vos numéros de compte"):
        for each in [each for each in window.walk() if each.name == line]:
            window.act(each)
    finding(window, "Avant de signer")
    window.find("Votre numéro pour 2100…", "text")
    left = [name for name in window.names() if name in french_catalogue()]
    assert not left, left
    target = os.path.join(window.screen.home, "prevision.csv")
    content = export(window, "Exporter pour votre comptable", 5, target)
    assert content == journal(window, "projected", "csv-fr", "fr")
    assert "PRÉVISION" in content.decode("utf-8-sig")


def test_export_writes_the_pdf(window):
    target = os.path.join(window.screen.home, "pour-la-comptable.pdf")
    window.keys("ctrl+e")
    save_as(window, target)
    info = subprocess.run(["pdfinfo", target], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in info, info
    text = subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True,
                          check=True).stdout
    assert "Solde le plus bas" in text


def test_everything_was_saved(window):
    type_into(window, "Bons vendus", "445")
    window.keys("Return")
    time.sleep(0.3)
    window.close()
    answer = json.loads(subprocess.run([CLI, "evaluate", workspace(window)], capture_output=True,
                                       check=True).stdout)
    assert answer["headline"] == evaluate("deal.vouchers_sold=445")["headline"]


def main():
    real_window.inside()
    screen = real_window.Screen()
    tests = [(name[5:].replace("_", " "), function) for name, function in list(globals().items())
             if name.startswith("test_")]
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    window = real_window.Window(screen, os.path.join(BUILD, "app", "aubaine"))
    try:
        for number, (name, function) in enumerate(tests, 1):
            try:
                function(window)
                print(f"ok {number} - {name}", flush=True)
            except Exception:
                failed += 1
                print(f"not ok {number} - {name}")
                for line in traceback.format_exc().splitlines():
                    print("#", line)
                picture = os.path.join(BUILD, "meson-logs", f"window-{number}.png")
                try:
                    window.picture(picture)
                except Exception as problem:
                    print("#", problem)
    finally:
        window.close()
        for line in window.error_text().splitlines():
            print("#", line)
        screen.close()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
