#!/usr/bin/python3
"""test-window.py BUILD: the owner's way through the real window: open the example, change the
discount by typing, see the figures change, the books and what leaves for the accountant, French,
English, French, export the PDF. TAP."""

import csv
import decimal
import importlib.util
import io
import json
import os
import subprocess
import sys
import time
import traceback

import real_window

BUILD = os.path.abspath(sys.argv[1])
CLI = os.path.join(BUILD, "app", "aubaine-cli")
LABELS = {
    "en": ["You keep per used voucher", "Deal compared with no deal", "Regulars turned away",
           "Lowest balance", "Not yet earned, at its peak"],
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


def test_opens_on_the_example_with_verdict_and_five_figures(window):
    kept = evaluate()["headline"]["left_used_cents"]
    assert figure(window, LABELS["en"][0]) == dollars(kept)
    for label in LABELS["en"]:
        assert figure(window, label), label


def test_typing_a_discount_changes_every_figure(window):
    before = figure(window, LABELS["en"][1])
    type_into(window, "Discount", "40")
    expected = evaluate("deal.price_cents=9600")["headline"]
    window.wait(lambda: figure(window, LABELS["en"][0]) == dollars(expected["left_used_cents"]),
                "the figure of a 40 % discount")
    assert figure(window, LABELS["en"][1]) != before


def test_undo_takes_the_discount_back(window):
    window.keys("ctrl+z")
    kept = dollars(evaluate()["headline"]["left_used_cents"])
    window.wait(lambda: figure(window, LABELS["en"][0]) == kept, "the figure of before")
    window.keys("ctrl+shift+z")
    again = dollars(evaluate("deal.price_cents=9600")["headline"]["left_used_cents"])
    window.wait(lambda: figure(window, LABELS["en"][0]) == again, "the redone figure")


def test_nonsense_keeps_the_result_and_says_why(window):
    before = [figure(window, label) for label in LABELS["en"]]
    names = set(window.names())
    type_into(window, "Discount", "forty")
    window.wait(lambda: set(window.names()) - names, "a reason beside the field")
    assert [figure(window, label) for label in LABELS["en"]] == before
    type_into(window, "Discount", "9,975")
    expected = dollars(evaluate("deal.price_cents=14404")["headline"]["left_used_cents"])
    window.wait(lambda: figure(window, LABELS["en"][0]) == expected, "9,975 read as 9.975 %")
    type_into(window, "Discount", "50")
    window.keys("Return")


def test_every_page_has_its_chart_and_table(window):
    for page in ("Voucher", "Bookings", "Cash", "Books"):
        window.act(window.find(page))
        window.find("Table")
    images = [each for each in window.walk() if each.getRoleName() in ("image", "icon")
              and each.name and each.description]
    assert images, "a chart with a name and a description"


def test_one_more_room_turns_fewer_away(window):
    label = LABELS["en"][2]
    before = figure(window, label)
    window.act(window.find("Your place: details"))
    window.find("Add one more")
    window.act([each for each in window.walk() if each.name == "Add one more"
                and "button" in each.getRoleName()][-1])
    window.wait(lambda: int(figure(window, label)) < int(before), "fewer turned away")
    window.keys("ctrl+z")
    window.wait(lambda: figure(window, label) == before, "the room taken back")


def test_books_say_how_they_are_computed(window):
    window.act(window.find("Books"))
    title = finding(window, "Before you sign")
    assert "refuse" in title or "ask" in title, title
    before = set(window.names())
    window.click(next(each for each in window.walk() if each.name == "How is this computed?"
                      and each.description == title))
    window.wait(lambda: any(len(name) > 60 for name in set(window.names()) - before),
                "an explanation")
    window.keys("Escape")


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
    kept = dollars(evaluate()["headline"]["left_used_cents"], french=True)
    assert any(name.endswith(kept) for name in names), kept
    left = [name for name in names if name in french_catalogue()]
    assert not left, left


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
