#!/usr/bin/python3
"""test-window.py BUILD: the owner's way through the real window: open the example, change the
discount by typing, see the figures change, French, English, French, export the PDF. TAP."""

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
ENGLISH_ONLY = ["Discount", "Commission on each voucher", "Vouchers sold", "Lowest balance",
                "New deal", "PDF for your accountant", "Voucher", "Bookings", "Cash", "The deal",
                "Your place", "Money", "Details", "Table", "All changes saved"]


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
    for page in ("Voucher", "Bookings", "Cash"):
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
    left = [name for name in names if name in ENGLISH_ONLY]
    assert not left, left


def test_export_writes_the_pdf(window):
    target = os.path.join(window.screen.home, "pour-la-comptable.pdf")
    window.keys("ctrl+e")
    window.wait(lambda: len(window.shown()) > 1, "the file dialog")
    time.sleep(0.8)
    window.keys("ctrl+a")
    window.type(target)
    window.keys("Return")
    window.wait(lambda: os.path.exists(target), "the PDF")
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
    files = [os.path.join(folder, name) for folder, _, names in os.walk(window.screen.home)
             for name in names if name.endswith(".aubaine")]
    assert len(files) == 1, files
    answer = json.loads(subprocess.run([CLI, "evaluate", files[0]], capture_output=True,
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
