#!/usr/bin/python3
"""The accountant's spreadsheet through aubaine-cli, read back and computed again by programs that
are not ours: every cached value, the voucher's formulas under changed assumptions, the same bytes
twice, both languages.
Usage: test-workbook.py AUBAINE-CLI PO-FILE [WRITE-PLANS COUNT]. With the last two, many plans.
Prints TAP. Needs gnumeric's ssconvert; looks for LibreOffice too."""

import ast
import csv
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import tap

CLI, PO = os.path.abspath(sys.argv[1]), sys.argv[2]
WRITE_PLANS, PLAN_COUNT = (os.path.abspath(sys.argv[3]), sys.argv[4]) if len(sys.argv) > 4 else (None, 0)
LEAKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "leaks.supp")
EPOCH = 1795305600  # 2026-11-22
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": tempfile.gettempdir(),
               "SOURCE_DATE_EPOCH": str(EPOCH), "ASAN_OPTIONS": "exitcode=99",
               "LSAN_OPTIONS": f"exitcode=99:print_suppressions=0:suppressions={LEAKS}",
               "UBSAN_OPTIONS": "halt_on_error=1:exitcode=99"}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ASSUMPTIONS, VOUCHER, MONTHS, MODEL, JOURNAL, TAXES, LISTS = range(7)
STEPS = ["list_price", "discount", "price_paid", "tax_inside", "tax_kept", "commission",
         "commission_tax", "card_fee", "pay", "contributions", "supplies", "extras", "left"]
FIRST_STEP = 4  # row of the voucher's sheet
# The words of a choice by their place in the column of the sheet of lists.
PAY = ["percent_of_list", "percent_of_price", "percent_of_own_share", "flat", "hourly", "same"]
CHOICES = {"deal.tax_treatment": ("A", ["gift_certificate", "list_price", "site_principal", "at_sale"]),
           "deal.price_tax_wording": ("B", ["extra", "included", "not_checked"]),
           "deal.commission_tax": ("C", ["added", "included", "none"]),
           "deal.card_fee_base": ("D", ["price", "own_share"]),
           "deal_pay.rule": ("E", PAY), "services[].pay_rule": ("E", PAY),
           "staff[].employment": ("F", ["employee", "self_employed"])}
FIRST_CHOICE = 4
ALL = set(range(7))
# Too small for the threshold to register it: no sheet can know when that would happen.
SMALL = ["regulars.level_per_100k=2000", "deal.vouchers_sold=20"]
BUT_JOURNAL = ALL - {JOURNAL}  # ten thousand lines


def run(*command, expected=0, **environment):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
                          check=False, env={**ENVIRONMENT, **environment})
    assert done.returncode == expected, (command, done.returncode, done.stderr[-600:])
    return done


def set_options(settings):
    return [word for setting in settings for word in ("--set", setting)]


def make_workbook(plan, path, *settings, language="en"):
    run(CLI, "report", plan, "--years", "0", "--lang", language, "--xlsx", path,
        *set_options(settings))
    return path


def evaluate(plan, *settings):
    return json.loads(run(CLI, "evaluate", plan, *set_options(settings)).stdout)


class Workbook:
    """Cells by sheet: {"B4": (value, formula)}; a value is a float or a text."""

    def __init__(self, path, sheets=None):
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            shared = []
            if "xl/sharedStrings.xml" in names:
                root = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
                shared = ["".join(text.text or "" for text in item.iter(MAIN + "t"))
                          for item in root.iter(MAIN + "si")]
            book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
            self.names = [sheet.get("name") for sheet in book.iter(MAIN + "sheet")]
            self.places = {name.get("name"): (name.text or "").rsplit("!", 1)[-1].replace("$", "")
                           for name in book.iter(MAIN + "definedName")}
            self.sheets = [self.cells(archive, f"xl/worksheets/sheet{i + 1}.xml", shared)
                           if sheets is None or i in sheets else {} for i in range(len(self.names))]

    @staticmethod
    def cells(archive, name, shared):
        found = {}
        for cell in ElementTree.fromstring(archive.read(name)).iter(MAIN + "c"):
            value, formula = cell.find(MAIN + "v"), cell.find(MAIN + "f")
            inline = cell.find(MAIN + "is")
            kind = cell.get("t", "n")
            if inline is not None:
                shown = "".join(text.text or "" for text in inline.iter(MAIN + "t"))
            elif value is None or value.text is None:
                continue
            elif kind == "s":
                shown = shared[int(value.text)]
            else:
                shown = float(value.text) if kind == "n" else value.text
            found[cell.get("r")] = (shown, formula.text if formula is not None else None)
        return found

    def steps(self, column="B"):
        """In cents, and what the client adds below them."""
        rows = range(FIRST_STEP, FIRST_STEP + len(STEPS) + 1)
        return [round(self.sheets[VOUCHER][f"{column}{row}"][0] * 100) for row in rows]

    def formulas(self):
        return sum(formula is not None for sheet in self.sheets for _, formula in sheet.values())


def wanted_steps(results):
    voucher = results["voucher"]
    return [voucher["used"][step + "_cents"] for step in STEPS] + \
        [voucher["client_pays_at_counter_cents"]]


def recalculate(path):
    """A copy computed again by Gnumeric."""
    out = path[:-5] + "-again.xlsx"
    run("ssconvert", "--recalc", path, out)
    return out


def differences(first, second, sheets=range(7)):
    """Cells whose values differ; numbers by more than a hundred-thousandth of a cent."""
    found = []
    for index in sheets:
        ours, theirs = first.sheets[index], second.sheets[index]
        for place, (value, _) in ours.items():
            other = theirs.get(place, (None, None))[0]
            same = (abs(value - other) < 1e-7 if isinstance(value, float) and isinstance(other, float)
                    else value == other)
            if not same:
                found.append((index, place, value, other))
        found += [(index, place, None, value) for place, (value, _) in theirs.items()
                  if place not in ours]
    return found


def rewrite(path, out, changes, emptied=(MONTHS, MODEL, JOURNAL, TAXES)):
    """A copy with some parts of the archive changed by functions, and without what some sheets
    hold, so that it is computed quickly."""
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            content = archive.read(name).decode()
            if name in [f"xl/worksheets/sheet{i + 1}.xml" for i in emptied]:
                content = re.sub(r"<sheetData>.*</sheetData>", "<sheetData/>", content, flags=re.S)
                content = re.sub(r"<mergeCells.*</mergeCells>", "", content, flags=re.S)
            if name in changes:
                content = changes[name](content)
            copy.writestr(name, content)
    return out


def cell_of(book, path):
    """Where an assumption stands, by its name."""
    return book.places[re.sub(r"\[(\d+)\]", lambda found: f".{int(found.group(1)) + 1}", path)]


def cell_xml(book, place, path, value):
    """The cell that an owner would have typed."""
    pattern = re.sub(r"\[\d+\]", "[]", path)
    if value in ("true", "false"):
        word = book.sheets[LISTS][f"G{FIRST_CHOICE + (value == 'false')}"][0]
    elif pattern in CHOICES:
        column, words = CHOICES[pattern]
        word = book.sheets[LISTS][f"{column}{FIRST_CHOICE + words.index(value)}"][0]
    else:
        number = int(value)
        scaled = (number / 100 if "_cents" in path else number / 100000 if path.endswith("per_100k")
                  else number + (path == "deal.service_index"))
        return f'<c r="{place}"><v>{scaled!r}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(word)}</t></is></c>'


def edited(path, book, settings, out):
    """The workbook after an owner typed other assumptions, computed again."""
    def change(content):
        for setting in settings:
            name, value = setting.split("=", 1)
            place = cell_of(book, name)
            content, count = re.subn(rf'<c r="{place}"(?: [^>]*)?>.*?</c>',
                                     lambda _: cell_xml(book, place, name, value), content, count=1)
            assert count == 1, (place, setting)
        return content
    changed = rewrite(path, out, {"xl/worksheets/sheet1.xml": change})
    return Workbook(recalculate(changed), {VOUCHER, LISTS})


def check_columns(book, language):
    """Every column and line of checks is nothing but 0; how many there are."""
    label = {"en": "Check: 0", "fr": "Vérification\u00a0: 0"}[language]
    zeros = 0
    for sheet in book.sheets:
        for place, (value, _) in sheet.items():
            if value != label:
                continue
            letters, row = re.fullmatch(r"([A-Z]+)(\d+)", place).groups()
            if letters == "A":
                checked = [sheet[f"I{row}"]]
            else:
                checked = []
                for at in range(int(row) + 1, int(row) + 40):
                    if f"{letters}{at}" not in sheet:
                        break
                    checked.append(sheet[f"{letters}{at}"])
            assert checked, place
            assert all(formula and value == 0 for value, formula in checked), (place, checked)
            zeros += len(checked)
    return zeros


def check_months(book, results):
    """The first table of the months, beside the months and the cash of the results."""
    sheet = book.sheets[MONTHS]
    with_deal = results["cash"]["with"]

    def cents(place):
        return round(sheet[place][0] * 100)
    for number, month in enumerate(results["months"]):
        row = FIRST_STEP + number
        assert cents(f"N{row}") == month["closing_cents"], (row, month)
        assert round(sheet[f"D{row}"][0]) == sum(month["visits"].values()), (row, month)
        assert round(sheet[f"C{row}"][0]) == month["visits"]["deal"]
    total = FIRST_STEP + len(results["months"])
    assert cents(f"N{total}") == with_deal["closing_cents"]
    assert cents(f"J{total}") == with_deal["tax_collected_cents"]
    assert cents(f"K{total}") == -with_deal["tax_credits_cents"]
    assert all(sheet[f"{column}{total}"][1] for column in "BCDEFGHIJKLMNOP")


def example_of(folder):
    path = os.path.join(folder, "example.json")
    if not os.path.exists(path):
        with open(path, "wb") as file:
            file.write(run(CLI, "example").stdout)
    return path


def check_whole(folder, name, *settings, language="en", full=True):
    """A workbook whose cached values are the model's, and another program's."""
    plan = example_of(folder)
    path = make_workbook(plan, os.path.join(folder, name + ".xlsx"), *settings, language=language)
    book, results = Workbook(path, ALL if full else BUT_JOURNAL), evaluate(plan, *settings)
    assert book.steps() == wanted_steps(results) == book.steps("C"), (name, book.steps())
    zeros = check_columns(book, language)
    assert zeros >= 40, zeros
    check_months(book, results)
    if not full:
        path = rewrite(path, path[:-5] + "-short.xlsx", {})
    again = Workbook(recalculate(path), ALL if full else {ASSUMPTIONS, VOUCHER, LISTS})
    wrong = differences(book, again, range(7) if full else (ASSUMPTIONS, VOUCHER, LISTS))
    assert not wrong, (name, wrong[:5], len(wrong))
    return book, results


def test_the_other_program_is_installed(folder):
    assert shutil.which("ssconvert")


def test_every_cell_is_what_another_program_computes(folder):
    book, results = check_whole(folder, "whole", *([] if WRITE_PLANS else SMALL))
    assert book.formulas() > 350, book.formulas()
    assert book.names[JOURNAL].endswith("FORECAST")
    journal = book.sheets[JOURNAL]
    texts = [value for place, (value, _) in journal.items() if re.fullmatch(r"C\d+", place)]
    assert len(texts) > 300 and all(text.startswith("FORECAST – ") for text in texts[1:])
    for sheet in (MODEL, JOURNAL):
        last = max(int(place[1:]) for place in book.sheets[sheet])
        debit, credit = (round(book.sheets[sheet][f"{column}{last - 1}"][0] * 100) for column in "FG")
        lines = [round(value * 100) for place, (value, formula) in book.sheets[sheet].items()
                 if place[0] == "F" and isinstance(value, float) and formula is None]
        assert debit == credit == sum(lines) > 0, (sheet, debit, credit)
    assert results["voucher"]["used"]["left_cents"] == book.steps()[STEPS.index("left")]


def test_french(folder):
    check_whole(folder, "french", *SMALL, language="fr", full=False)
    french = Workbook(os.path.join(folder, "french.xlsx"), ALL)
    english = make_workbook(example_of(folder), os.path.join(folder, "english.xlsx"), *SMALL)
    english = Workbook(english, {VOUCHER, MONTHS, TAXES})
    assert french.names[JOURNAL].endswith("PRÉVISION") and len(french.names) == len(english.names)
    with open(PO, encoding="utf-8") as file:
        pairs = re.findall(r'^msgid ((?:".*"\n)+)msgstr ((?:".*"\n)+)', file.read(), re.M)
    joined = [["".join(ast.literal_eval(line) for line in text.splitlines()) for text in pair]
              for pair in pairs]
    foreign = {original for original, translated in joined if original != translated}
    french_words = {translated for _, translated in joined}
    said = {value for sheet in french.sheets for value, _ in sheet.values() if isinstance(value, str)}
    assert len(said) > 200
    wrong = (said & foreign) - french_words
    assert not wrong, wrong
    # The same numbers, whatever the language.
    for index in (VOUCHER, MONTHS, TAXES):
        for place, (value, formula) in english.sheets[index].items():
            if isinstance(value, float):
                assert french.sheets[index][place][0] == value, (index, place, formula)


EDITS = [
    ["deal.price_cents=9999"], ["deal.list_price_cents=17550", "deal.price_tax_wording=included"],
    ["deal.commission_per_100k=41250", "deal.commission_tax=included"],
    ["deal.tax_treatment=list_price", "business.quick_method=true"],
    ["deal.tax_treatment=site_principal", "deal.visits_per_voucher=3", "deal_pay.rule=percent_of_own_share",
     "deal_pay.per_100k=55000"],
    ["deal.tax_treatment=at_sale", "deal.price_tax_wording=included", "deal_pay.rule=percent_of_price",
     "deal_pay.per_100k=33333", "deal.visits_per_voucher=7"],
    ["business.gst_registered=false", "deal.card_fee_per_100k=2900", "deal.card_fee_taxed=true",
     "deal.card_fee_base=own_share"],
    ["business.quick_method=true", "deal.price_tax_wording=not_checked", "deal.visits_per_voucher=6"],
    ["deal.service_index=0", "deal_pay.rule=same", "services[0].pay_rule=percent_of_list",
     "services[0].pay_per_100k=47513", "services[0].list_price_cents=9555",
     "services[0].supplies_cents=333", "staff[1].employment=self_employed"],
    ["clients.extras_cents=1999", "clients.extras_share_per_100k=12345",
     "clients.extras_cost_per_100k=61700", "business.contributions_per_100k=17777"],
]


def test_the_voucher_follows_the_assumptions(folder):
    plan = example_of(folder)
    path = make_workbook(plan, os.path.join(folder, "edited.xlsx"), *SMALL)
    book = Workbook(path, {VOUCHER, LISTS})
    before = book.steps()
    edits = EDITS if WRITE_PLANS else EDITS[1::3]
    for number, settings in enumerate(edits):
        got = edited(path, book, settings, os.path.join(folder, f"edited-{number}.xlsx"))
        assert got.steps() == wanted_steps(evaluate(plan, *SMALL, *settings)), (settings, got.steps())
        assert got.steps() != before, settings
        assert got.steps("C") == before, settings


def test_a_wrong_formula_is_seen(folder):
    path = os.path.join(folder, "edited.xlsx")
    book = Workbook(path, {VOUCHER})
    faults = {"half a cent falls": ("ROUND(100*", "FLOOR(99.99*"),
              "the commission is added": ("<f>-IF($B$26=3,", "<f>IF($B$26=3,")}
    for name, (right, wrong) in list(faults.items())[:None if WRITE_PLANS else 1]:
        def spoil(content, right=right, wrong=wrong):
            assert right in content, name
            return content.replace(right, wrong, 1)
        bad = rewrite(path, os.path.join(folder, "fault.xlsx"), {"xl/worksheets/sheet2.xml": spoil})
        again = Workbook(recalculate(bad), {VOUCHER})
        assert differences(book, again, [VOUCHER]), name


def test_the_same_bytes(folder):
    plan = example_of(folder)
    first = os.path.join(folder, "edited.xlsx")  # made a while ago; a zip counts in two seconds
    wait = 2.1 if WRITE_PLANS else 1.05
    time.sleep(max(0.0, os.path.getmtime(first) + wait - time.time()))
    second = make_workbook(plan, os.path.join(folder, "second.xlsx"), *SMALL)
    with open(first, "rb") as one, open(second, "rb") as other:
        assert one.read() == other.read()
    piped = run(CLI, "report", plan, "--years", "0", "--xlsx", "-", *set_options(SMALL)).stdout
    with open(first, "rb") as one:
        assert piped == one.read()
    with zipfile.ZipFile(first) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2026-11-22T00:00:00Z") == 2, core
    assert "<dc:title>Spa duo" in core


def test_names(folder):
    long = "Été & <fêtes> \"d’hiver\" 'l''an' =1+1 " 
    long += "é" * ((127 - len(long.encode())) // 2)  # as long as a name may be
    for language in ("en", "fr") if WRITE_PLANS else ("fr",):
        book, _ = check_whole(folder, "names-" + language, "name=" + long,
                              "business.name=Spa « Noël » & fils", "staff[0].name=" + long,
                              *SMALL,
                              language=language, full=False)
        said = {value for value, _ in book.sheets[ASSUMPTIONS].values()}
        assert long in said and "Spa « Noël » & fils" in said
        assert any(isinstance(value, str) and value.startswith(long) and value != long for value in said)


def test_counts_and_leap_day(folder):
    few = "regulars.level_per_100k=2000"
    check_whole(folder, "many", "deal.vouchers_sold=100000", few, full=WRITE_PLANS is not None)
    if not WRITE_PLANS:
        return
    check_whole(folder, "none", "deal.vouchers_sold=0", few, full=False)
    check_whole(folder, "one", "deal.vouchers_sold=1", few, full=False)
    check_whole(folder, "leap", "deal.sale_date=2027-09-01", "deal.promotion_end_date=2028-08-31",
                few, full=False)
    leap = Workbook(os.path.join(folder, "leap.xlsx"), {JOURNAL})
    days = {value for place, (value, _) in leap.sheets[JOURNAL].items() if place[0] == "B"}
    assert 46812.0 in days  # 2028-02-29


def test_failures_are_told(folder):
    plan = example_of(folder)
    target = os.path.join(folder, "kept.xlsx")
    with open(target, "w", encoding="ascii") as file:
        file.write("kept")
    for path, environment in ((target, {"TMPDIR": os.path.join(folder, "absent")}),
                              ("/dev/full", {}), (os.path.join(folder, "absent", "x.xlsx"), {})):
        done = run(CLI, "report", plan, "--years", "0", "--xlsx", path, *set_options(SMALL),
                   expected=3, **environment)
        assert len(done.stderr.decode().splitlines()) == 1 and not done.stdout, (path, done)
    with open(target, encoding="ascii") as file:
        assert file.read() == "kept"
    # What the library needs on the way leaves nothing behind.
    own = os.path.join(folder, "own")
    os.mkdir(own)
    run(CLI, "report", plan, "--years", "0", "--xlsx", "/dev/full", expected=3, TMPDIR=own)
    run(CLI, "report", plan, "--years", "0", "--xlsx", target, TMPDIR=own)
    assert not os.listdir(own) and os.path.getsize(target) > 10000


def read_tables(folder, flavour):
    """The rows of each file, numbers as numbers."""
    tables = {}
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as file:
            content = file.read()
        assert content.startswith(b"\xef\xbb\xbf") == (flavour == "fr"), name
        assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b""), name
        text = content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True,
                               delimiter=";" if flavour == "fr" else ","))
        assert len({len(row) for row in rows}) == 1, name
        number = re.compile(r"-?\d+,\d+" if flavour == "fr" else r"-?\d+\.\d+")
        tables[name] = [[float(cell.replace(",", ".")) if number.fullmatch(cell) else cell
                         for cell in row] for row in rows]
    return tables


def test_separated_values(folder):
    plan = example_of(folder)
    found = {}
    for language, flavour in (("en", "standard"), ("en", "fr"), ("fr", "standard"), ("fr", "fr")):
        out = os.path.join(folder, f"tables-{language}-{flavour}")
        run(CLI, "report", plan, "--lang", language, "--csv-dir", out, "--csv-flavour", flavour,
            *set_options(SMALL))
        found[language, flavour] = read_tables(out, flavour)
    assert found["en", "standard"] == found["en", "fr"]
    assert found["fr", "standard"] == found["fr", "fr"] and len(found["fr", "fr"]) >= 14
    tables, results = found["en", "standard"], evaluate(plan, *SMALL)
    months = tables["Months.csv"]
    for row, month in zip(months[1:], results["months"]):
        assert row[0] == month["begin_date"][:7] and round(row[-1] * 100) == month["closing_cents"]
        assert abs(sum(row[3:-1]) - row[-1]) < 1e-6, row
    for column in range(4, len(months[0]) - 1):
        assert abs(sum(row[column] for row in months[1:-1]) - months[-1][column]) < 1e-6, column
    steps = [round(row[1] * 100) for row in tables["Voucher.csv"][1:]]
    assert steps == [results["voucher"]["used_extra"][step + "_cents"] for step in STEPS]
    values = {row[0]: row[2] for row in tables["Assumptions.csv"]}
    assert values["deal.price_cents"] == 80.0 and values["deal.sale_date"] == "2026-02-04"
    assert "FORECAST" in "".join(tables) and "PRÉVISION" in "".join(found["fr", "fr"])
    # Excel in French is what a French folder is for, unless said.
    out = os.path.join(folder, "tables-usual")
    run(CLI, "report", plan, "--lang", "fr", "--csv-dir", out, *set_options(SMALL))
    assert read_tables(out, "fr") == found["fr", "fr"]


def test_a_file_that_fails_is_named(folder):
    plan, out = example_of(folder), os.path.join(folder, "partly")
    os.makedirs(os.path.join(out, "Months.csv"))
    done = run(CLI, "report", plan, "--csv-dir", out, expected=3)
    assert "Months.csv" in done.stderr.decode() and not done.stdout, done
    assert len(done.stderr.decode().splitlines()) == 1
    assert {"Assumptions.csv", "Voucher.csv"} <= set(os.listdir(out))
    for blocked in (plan, os.path.join(folder, "absent", "deeper")):
        done = run(CLI, "report", plan, "--csv-dir", blocked, expected=3)
        assert blocked in done.stderr.decode(), done


def test_several_at_once(folder):
    plan = example_of(folder)
    names = [os.path.join(folder, "together." + end) for end in ("pdf", "xlsx")]
    run(CLI, "report", plan, "--years", "0", "--pdf", names[0], "--xlsx", names[1], *set_options(SMALL),
        "--csv-dir", os.path.join(folder, "together"))
    assert all(os.path.getsize(name) > 1000 for name in names)
    assert len(os.listdir(os.path.join(folder, "together"))) >= 14
    done = run(CLI, "report", plan, expected=2)
    assert "--csv-dir" in done.stderr.decode()


def test_many_plans(folder):
    """Plans of every regime and treatment: computed again, and after changes."""
    if not WRITE_PLANS:
        return
    run(WRITE_PLANS, folder, PLAN_COUNT)
    luck = random.Random(2026)
    compared = skipped = 0
    for number in range(int(PLAN_COUNT)):
        plan = os.path.join(folder, f"plan-{number:03d}.json")
        path = make_workbook(plan, os.path.join(folder, f"plan-{number:03d}.xlsx"))
        book = Workbook(path, BUT_JOURNAL)
        assert book.steps() == wanted_steps(evaluate(plan)), plan
        check_columns(book, "en")
        short = rewrite(path, path[:-5] + "-short.xlsx", {}, (JOURNAL,))
        wrong = differences(book, Workbook(recalculate(short)), BUT_JOURNAL)
        assert not wrong, (plan, wrong[:5])
        settings = [f"deal.price_cents={luck.randint(200, 20000)}",
                    f"deal.tax_treatment={luck.choice(CHOICES['deal.tax_treatment'][1])}",
                    f"deal.price_tax_wording={luck.choice(CHOICES['deal.price_tax_wording'][1])}",
                    f"deal.commission_tax={luck.choice(CHOICES['deal.commission_tax'][1])}",
                    f"deal.visits_per_voucher={luck.randint(1, 9)}",
                    f"deal_pay.rule={luck.choice(PAY)}", f"deal_pay.per_100k={luck.randint(0, 70000)}",
                    f"business.quick_method={luck.choice(['true', 'false'])}"]
        done = subprocess.run([CLI, "evaluate", plan, *set_options(settings)], env=ENVIRONMENT,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        # A plan that makes no sense, or another day of registration, which no sheet can know.
        if done.returncode != 0 or \
                json.loads(done.stdout)["registration"] != evaluate(plan)["registration"]:
            skipped += 1
            continue
        got = edited(path, book, settings, os.path.join(folder, "changed.xlsx"))
        assert got.steps() == wanted_steps(json.loads(done.stdout)), (plan, settings, got.steps())
        compared += 1
    print(f"# {compared} plans changed, {skipped} left out")
    assert compared * 2 >= skipped, (compared, skipped)


def uncached(path, out):
    """A copy whose formulas have no values: who reads it must compute them."""
    def forget(content):
        return re.sub(r"(</f>)<v>[^<]*</v>", r"\1", content)
    return rewrite(path, out, {f"xl/worksheets/sheet{i + 1}.xml": forget for i in ALL}, emptied=())


def test_libreoffice(folder):
    """Every cell of both languages, computed from nothing by the program that most owners without
    Excel have; looked for, as it is large."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        print("# LibreOffice is not installed")
        return
    for language in ("en", "fr"):
        ours = make_workbook(example_of(folder), os.path.join(folder, "office.xlsx"), language=language)
        bare = uncached(ours, os.path.join(folder, "bare.xlsx"))
        assert differences(Workbook(ours), Workbook(bare)), "nothing was forgotten"
        out = os.path.join(folder, "office")
        run(office, "--headless", "--convert-to", "xlsx", "--outdir", out, bare, HOME=folder)
        theirs = Workbook(os.path.join(out, "bare.xlsx"))
        wrong = differences(Workbook(ours), theirs)
        assert not wrong, (language, wrong[:5])
        assert Workbook(ours).formulas() > 100


def main():
    told = tap.Tap()
    with tempfile.TemporaryDirectory(prefix="workbook-") as folder:
        told.check_all(globals(), folder)
    told.end()


main()
