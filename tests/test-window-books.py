#!/usr/bin/python3
"""test-window-books.py BUILD: the books and what leaves for the accountant. TAP."""

import csv
import decimal
import io
import json
import os
import subprocess
import time

from scenarios import run, CLI, evaluate, explain, export, finding, journal, new_deal, save_as, workspace


def test_books_say_how_they_are_computed(window):
    window.act(window.find("Books"))
    title = finding(window, "Before you sign")
    assert "refuse" in title or "ask" in title, title
    assert explain(window, title)


def test_a_tick_leads_to_its_field(window):
    window.act(window.find("Go to “Taxes on the voucher”"))
    window.wait(lambda: any(each.has("focused") for each in
                            window.find_all("Taxes on the voucher: …")), "the keys in the field")
    window.act(window.find("Go to “GST number”"))  # in details that are not open yet
    window.wait(lambda: window.find("GST number", "text").has("focused"),
                "the keys in the tax number")


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
        return window.tree.text(entry)

    def type_number(text):
        window.click(window.find("Your number for 1200…", "text"))  # above it, so in sight
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


def test_other_papers_leave_by_the_menu(window):
    for item, name, start in (("Spreadsheet for your accountant", "sheet.xlsx", b"PK"),
                              ("Counter slip", "slip.pdf", b"%PDF")):
        window.keys("F10")
        window.still(window.find("Other papers", "menu item"))
        window.act(window.find(item, "menu item"))
        assert save_as(window, os.path.join(window.screen.home, name)).startswith(start), name
        window.keys("Escape")


def test_a_new_deal_keeps_the_owners_books(window):
    new_deal(window, 1)
    window.wait(lambda: not any(each.name == "Deals: Spa duo: the Tuango case"
                                for each in window.walk()), "the new deal")
    window.act(window.find("Books"))
    entry = window.find("Your number for 2100…", "text")
    window.wait(lambda: window.tree.text(entry) == "2310", "her number")
    window.click(window.find("Deals: …"))
    window.act(window.find("Delete"))
    window.find("Deals: Spa duo: the Tuango case")


def test_everything_was_saved(window):
    window.fill("Vouchers sold", "445")
    time.sleep(0.3)
    window.close()
    answer = json.loads(subprocess.run([CLI, "evaluate", workspace(window)], capture_output=True,
                                       check=True).stdout)
    expected = evaluate("deal.vouchers_sold=445")["headline"]
    assert answer["headline"] == expected, (answer["headline"], expected)


run(globals())
