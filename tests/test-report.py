#!/usr/bin/python3
"""The accountant's PDF through aubaine-cli, read back by other programs than ours: sound, tagged,
fonts embedded, every control total in the language's format, tables that foot, the same bytes twice.
Usage: test-report.py AUBAINE-CLI PO-FILE [many]; with many the unusual ones. Prints TAP. Needs qpdf and poppler-utils."""

import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

import tagged_pdf
import tap
from tagged_pdf import TaggedPdf

CLI, PO = sys.argv[1], sys.argv[2]
MANY = len(sys.argv) > 3
TOOLS = ["qpdf", "pdfinfo", "pdffonts", "pdftotext"]
PAPERS = {"letter": (612.0, 792.0), "a4": (595.276, 841.89)}
EPOCH = "1795305600"  # 2026-11-22
LEAKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "leaks.supp")
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": tempfile.gettempdir(),
               "SOURCE_DATE_EPOCH": EPOCH, "ASAN_OPTIONS": "exitcode=99",
               "LSAN_OPTIONS": f"exitcode=99:print_suppressions=0:suppressions={LEAKS}",
               "UBSAN_OPTIONS": "halt_on_error=1:exitcode=99"}
MONTHS = {"en": "Jan Feb Mar Apr May Jun Jul Aug Sep Sept Oct Nov Dec".split(),
          "fr": "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.".split()}
# How tall poppler's box of a word of 9 points is: from 10.4 (DejaVu Sans) to 10.9 (Inter).
SMALLEST_BOX_POINTS = 10.4


def run(*command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
                          check=False, env=ENVIRONMENT, **options)
    assert done.returncode == 0, (command, done.returncode, done.stderr[-600:])
    return done.stdout


def one_space(text):
    """Any run of white space, the unbreakable ones too, as one space."""
    return re.sub(r"\s+", " ", text)


def money(language, cents):
    sign, cents = ("-" if cents < 0 else ""), abs(cents)
    whole = f"{cents // 100:,}"
    if language == "fr":
        return sign + whole.replace(",", " ") + f",{cents % 100:02d}"
    return sign + whole + f".{cents % 100:02d}"


def with_sign(language, text):
    """An amount with its dollar."""
    if language == "fr":
        return text + " $"
    return "-$" + text[1:] if text.startswith("-") else "$" + text


class Report:
    """One plan printed, without simulated years unless said."""

    def __init__(self, folder, language, paper, *settings, name="report", years=0, pages_max=6):
        self.language, self.paper, self.pages_max = language, paper, pages_max
        self.path = os.path.join(folder, f"{name}-{language}-{paper}.pdf")
        plan = os.path.join(folder, "example.json")
        if not os.path.exists(plan):
            with open(plan, "wb") as file:
                file.write(run(CLI, "example"))
        changes = [word for setting in settings for word in ("--set", setting)]
        options = ["--lang", language, "--paper", paper, "--years", str(years), *changes]
        run(CLI, "report", plan, "--pdf", self.path, *options)
        # Decisions take seconds, and the same bytes of them are told by tests of their own.
        self.again = None if years else run(CLI, "report", plan, "--pdf", "-", *options)
        self.results = json.loads(run(CLI, "evaluate", plan, *changes))
        self.sold = next((int(setting.split("=")[1]) for setting in settings
                          if setting.startswith("deal.vouchers_sold=")), 444)
        # A pitch of 3 points: cells that stand 6 apart are two spaces apart.
        self.laid_out = run("pdftotext", "-fixed", "3", self.path, "-").decode()
        self.text = one_space(run("pdftotext", self.path, "-").decode())

    def __str__(self):
        return os.path.basename(self.path)


def check_sound(report):
    run("qpdf", "--check", report.path)
    info = dict(line.split(":", 1) for line in run("pdfinfo", report.path).decode().splitlines())
    info = {key: value.strip() for key, value in info.items()}
    assert len(info["Title"]) > 5 and len(info["Author"]) > 3 and len(info["Subject"]) > 10, info
    assert info["Tagged"] == "yes", info
    size = [float(number) for number in re.findall(r"[\d.]+", info["Page size"])[:2]]
    expected = PAPERS[report.paper]
    assert all(abs(a - b) < 0.1 for a, b in zip(size, expected)), (size, expected)
    assert "2026" in info["CreationDate"] and "Nov 22" in info["CreationDate"], info


def check_fonts(report):
    lines = run("pdffonts", report.path).decode().splitlines()[2:]
    assert lines
    for line in lines:
        embedded, subset, unicode_map = line.split()[-5:-2]
        assert (embedded, subset, unicode_map) == ("yes", "yes", "yes"), line
        assert "Type 3" not in line, line


def check_letters(report):
    """Nothing lost, and nothing too small: poppler's word boxes are as tall as their font."""
    assert "\ufffd" not in report.text
    strange = {c for c in report.text if unicodedata.category(c) in ("Cc", "Co", "Cn")}
    assert not strange, strange
    boxes = run("pdftotext", "-bbox", report.path, "-").decode()
    heights = [float(bottom) - float(top)
               for top, bottom in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', boxes)]
    assert heights and min(heights) >= SMALLEST_BOX_POINTS, min(heights, default=0)


def check_bytes(report):
    with open(report.path, "rb") as file:
        assert file.read() == report.again


def control_totals(report):
    """Amounts that must stand in the text, as written in its language."""
    results, language = report.results, report.language
    amounts = [money(language, results["voucher"]["used"]["left_cents"]),
               money(language, results["voucher"]["used_extra"]["left_cents"]),
               money(language, results["voucher"]["used_included"]["left_cents"]),
               with_sign(language, money(language, abs(results["voucher"]["wording_difference_cents"])))]
    if results["has_calendar"]:
        amounts += [money(language, results["earnings"][side]["total_cents"])
                    for side in ("with", "without")]
        amounts += [money(language, results["headline"]["deal_against_none_cents"]),
                    money(language, results["cash"]["with"]["closing_cents"]),
                    money(language, results["cash"]["with"]["opening_cents"]),
                    money(language, results["headline"]["not_yet_earned_cents"])]
        amounts += [money(language, month["closing_cents"]) for month in results["months"]]
    return amounts


def check_totals(report):
    for amount in control_totals(report):
        pattern = r"(?<![\d,.])" + re.escape(amount) + r"(?!\d)"
        assert re.search(pattern, report.text), f"{amount} is not in {report}"
    fingerprint = report.results["plan_fingerprint"]
    groups = " ".join(fingerprint[i:i + 4] for i in range(0, 16, 4))
    assert groups in report.text, groups


def read_amounts(language, line):
    """Counts and amounts of a table's line, in cents where there are decimals."""
    pattern = (r"-?\d{1,3}(?:[ \u00a0\u202f]\d{3})*(?:,\d{2})?(?!\d)" if language == "fr"
               else r"-?\d{1,3}(?:,\d{3})*(?:\.\d{2})?(?!\d)")
    return [int(re.sub(r"[^\d-]", "", text)) for text in re.findall(pattern, line)]


EARNED = {"en": "As it is earned: revenue", "fr": "Selon ce qui est gagné"}


def month_rows(report):
    """The lines of the month table and its totals. Where amounts are long it is printed as several
    tables of some columns each, every one with its months and its totals: laid side by side again."""
    return rows_by_month(report, report.laid_out.split(EARNED[report.language])[0])


def rows_by_month(report, text):
    names = "|".join(re.escape(name) for name in MONTHS[report.language])
    rows, total, part, ended = [], [], [], []
    for line in text.splitlines():
        match = re.match(rf"\s*(?:{names}) \d{{4}}  +(.*)|\s*Total  +(.*)", line)
        if not match or (match[2] and not part):
            continue
        # Cells are at least two spaces apart, so that "255  1 200,00" is two numbers.
        numbers = [read_amounts(report.language, cell)[0]
                   for cell in re.split(r" {2,}", (match[1] or match[2]).strip())]
        if match[1]:
            part.append(numbers)
        else:
            assert not ended or len(part) == len(ended[0]), (len(part), len(ended[0]))
            ended.append(part)
            total += numbers
            part = []
    rows = [sum(parts, []) for parts in zip(*ended)]
    return rows, total


def check_months(report):
    """Read from the printed page: columns foot, lines cross-foot, each closing is an opening."""
    rows, total = month_rows(report)
    months = report.results["months"]
    assert len(rows) == len(months), (len(rows), len(months))
    visits, deal, opening, flows, closing = 0, 1, 2, slice(3, -1), -1
    for index, row in enumerate(rows):
        assert row[opening] + sum(row[flows]) == row[closing], (index, row)
        assert row[closing] == months[index]["closing_cents"], (index, row)
        assert row[deal] == months[index]["visits"]["deal"], (index, row)
        if index:
            assert row[opening] == rows[index - 1][closing], (index, row)
    for column in [visits, deal, *range(3, len(total) - 1)]:
        assert sum(row[column] for row in rows) == total[column], column
    assert total[opening] == rows[0][opening] and total[closing] == rows[-1][closing]
    assert total[opening] + sum(total[flows]) == total[closing], total


def check_earned(report):
    """Revenue, commission, pay and other costs make the income; the change in cash leads from one
    closing to the next; columns foot; the last month is the bank's of the cash account."""
    text = report.laid_out.split(EARNED[report.language])[1]
    rows, total = rows_by_month(report, re.split(r"(?m)^ *(?:Taxes|« ?Taxes|“Taxes)", text)[0])
    months = report.results["months"]
    assert len(rows) == len(months), (len(rows), len(months))
    sold, visits, parts, income, cash, closing = 0, 1, slice(2, 6), 6, 9, 10
    balance = report.results["cash"]["with"]["opening_cents"]
    for row, month in zip(rows + [total], months + [months[-1]]):
        assert sum(row[parts]) == row[income], row
        assert row[closing] == month["closing_cents"], row
    for row, month in zip(rows, months):
        balance += row[cash]
        assert balance == row[closing] and row[visits] == sum(month["visits"].values()), row
    for column in range(len(total) - 1):
        assert sum(row[column] for row in rows) == total[column], column
    assert total[sold] == report.sold, (total, report.sold)


def check_tags(report):
    pdf = TaggedPdf(report.path)
    tagged_pdf.check_any(pdf, report.language)
    calendar = report.results["has_calendar"]
    assert len(pdf.all("/H1")) == 1
    assert len(pdf.all("/H2")) >= 8
    assert len(pdf.all("/Figure")) == (2 if calendar else 0)
    tables = pdf.all("/Table")
    assert len(tables) >= 4
    widths = [len(pdf.kids(pdf.kids(table)[0])) for table in tables]
    assert not calendar or max(widths) >= 6, widths


def french_texts():
    """English texts of the catalogue that must not show on a French page."""
    entries = re.split(r"\n\s*\n", open(PO, encoding="utf-8").read())
    texts = []
    for entry in entries:
        parts = {}
        current = None
        for line in entry.splitlines():
            match = re.match(r'^(?:(msgid|msgid_plural|msgstr(?:\[\d\])?) )?"(.*)"$', line)
            if match:
                current = match[1] or current
                parts[current] = parts.get(current, "") + match[2]
        english, french = parts.get("msgid", ""), parts.get("msgstr", "")
        # Pieces between placeholders; a short one may be a word of both languages.
        for piece in re.split(r"%(?:\d+\$)?[sd]|\\n|%%", english):
            piece = one_space(piece).strip(" .,:;()·▲+=")
            if len(piece) >= 10 and " " in piece and piece not in french:
                texts.append(piece)
    return texts


def check_words(report):
    if report.language == "en":
        assert "projection, not audited or reviewed" in report.text
        return
    assert "ni auditée ni examinée" in report.text
    texts = french_texts()
    assert len(texts) > 200, len(texts)
    found = [text for text in texts if text in report.text]
    assert not found, found
    # Its own typography: never an amount cut from its sign.
    for line in report.laid_out.splitlines():
        assert line.strip() not in ("$", "%"), line


def check_frame(report):
    """Every page says who, when, what made it and which page it is."""
    pages = report.laid_out.split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert re.search(rf"(?<!\d){number} ?/ ?{len(pages)}(?!\d)", page), number
        assert "Aubaine " in page
        assert ("Prepared on November 22, 2026" if report.language == "en"
                else "Préparé le 22 novembre 2026") in one_space(page), number


# What the contents call a part, and what stands on its page.
PARTS = {"en": [("before you sign", "Before you sign"), ("months and taxes", "Month by month"),
                ("year ends and entries", "end of plan|model entries"),
                ("questions for your accountant", "To confirm with your accountant"),
                ("charts", "against|hours"), ("annex", "Annex: assumptions")],
         "fr": [("avant de signer", "Avant de signer"), ("mois et taxes", "Mois par mois"),
                ("fins d’exercice et écritures", "fin du plan|écritures modèles"),
                ("questions à votre comptable", "À confirmer par votre comptable"),
                ("graphiques", "contre|heures"), ("annexe", "Annexe : hypothèses")]}
ANNEX_PAGES_MAX = 3


def check_parts(report):
    """The contents lead where they say; six pages to read at most, and an annex to look up in."""
    pages = [one_space(page) for page in report.laid_out.split("\f")[:-1]]
    found = {}
    for label, heading in PARTS[report.language]:
        match = re.search(rf"\b{label} ?: (\d+)", one_space(pages[0]))
        if match:
            found[label] = int(match[1])
            assert re.search(heading, pages[found[label] - 1]), (label, found[label])
    assert len(found) == len(PARTS[report.language]) - 2 * (not report.results["has_calendar"]), found
    annex = list(found.values())[-1]
    assert annex - 1 <= report.pages_max and len(pages) - annex < ANNEX_PAGES_MAX, (annex, len(pages))


def word_boxes(report):
    """Of each page: its height, and (left, top, right, bottom) of each word."""
    box = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">'
    pages = run("pdftotext", "-bbox", report.path, "-").decode().split("<page ")[1:]
    return [(float(re.search(r'height="([\d.]+)"', page)[1]),
             [tuple(map(float, match)) for match in re.findall(box, page)]) for page in pages]


def last_lines(pages):
    """Headings of 12 points with nothing smaller under them before the foot: (page, top)."""
    point = min(bottom - top for _, words in pages for _, top, _, bottom in words) / 9
    for number, (height, words) in enumerate(pages, 1):
        body = [(*word, (word[3] - word[1]) / point) for word in words if word[3] < height - 30]
        heads = [word for word in body if 11.7 < word[4] < 12.3]
        for left, top, _, bottom, _ in heads:
            begins = not any(abs(other[1] - top) < 1 and left - 12 < other[2] <= left for other in heads)
            if begins and not any(
                    bottom - 1 < other[1] < bottom + 42 and left - 2 <= other[0] < left + 280
                    and other[4] < 11.7 for other in body):
                yield number, top


def check_headings(report):
    """No heading is the last line of a page or a column."""
    pages = word_boxes(report)
    assert not list(last_lines(pages)), list(last_lines(pages))


CHECKS = [check_parts, check_headings, check_sound, check_fonts, check_letters, check_bytes, check_totals, check_tags, check_words,
          check_frame]


def shows(*rows, without=()):
    """Rows of the first page, cells told apart by any white space; and what it must not say."""
    def check_rows(report):
        page = report.laid_out.split("\f", 1)[0]
        for row in rows:
            pattern = r"\s+".join(re.escape(cell) for cell in row.split())
            assert re.search(pattern, page), (str(report), row)
        for text in without:
            assert text not in one_space(page), (str(report), text)
    return check_rows


# One voucher of 80.00, commission 40.00 + 2.00 + 3.99, as each plan treats it.
BOXES = {
    "quick-box": (["business.quick_method=true"],
                  shows("To remit: GST 3.02 2.63", "To remit: QST 5.81 5.05",
                        "Kept under the method 3.15 2.74", "-45.99 -45.99",
                        "Left before pay 37.16 26.33")),
    "list-price-box": (["deal.tax_treatment=list_price"],
                       shows("Taxes: C – tax on the list price", "To remit: GST 8.00",
                             "To remit: QST 15.96", "Left before pay 40.00",
                             without=["included costs you"])),
    "principal-box": (["deal.tax_treatment=site_principal"],
                      shows("Client adds at the counter 0.00", "To remit: GST 2.00",
                            "To remit: QST 3.99", "Revenue before tax 40.00",
                            "Left before pay 40.00", without=["Commission, with"])),
    "at-sale-box": (["deal.tax_treatment=at_sale"],
                    shows("To remit: GST 4.00 3.48", "To remit: QST 7.98 6.94",
                          "Left before pay 40.00 29.58")),
    "principal-quick-box": (["deal.tax_treatment=site_principal", "business.quick_method=true"],
                            shows("Left before pay", without=["To remit:"])),
    "custom-box": (["business.tax_regime=custom",
                    "business.custom_taxes[0].rate_per_100k=10000",
                    "business.custom_taxes[1].rate_per_100k=5000"],
                   shows("To remit: first tax 8.00 6.96", "To remit: second tax 4.00 3.48")),
    # Over the threshold before the sale: as registered, and said; by the deal alone: from when.
    "passed-box": (["business.gst_registered=false"],
                   shows("To remit: GST 4.00 3.48", "Left before pay 40.00 29.58",
                         without=["not registered"])),
    "later-box": (["business.gst_registered=false", "regulars.level_per_100k=3000"],
                  shows("Taxes: E – not registered", "Revenue before tax 80.00",
                        "-45.99", "Left before pay 34.01",
                        "must register for sales taxes from", "the client adds nothing before",
                        without=["To remit:"])),
    "stopped-box": (["deal.site_stops_paying_date=2026-03-01"],
                    shows("$10,067")),
}


def check_leap(report):
    """29 February is a day as any other: its month's visits are counted from 29 days."""
    month = next(month for month in report.results["months"] if month["begin_date"] == "2028-02-01")
    assert month["days"] == 29, month


def check_decided(report):
    """The verdict of simulated years with what to ask for, and its conditions; no plan year's."""
    for text in ("Demandez :", "Vos conditions dans les années simulées", "D’après 250 années simulées",
                 "Plafond recommandé", "L’offre perd de l’argent", "1 fois sur 2 le résultat est entre"):
        assert text in report.text, text
    assert "Verdict provisoire" not in report.text and "Provisoire :" not in report.text


DECIDED_CHECKS = [check_parts, check_headings, check_sound, check_letters, check_totals, check_tags, check_words, check_frame,
                  check_months, check_earned, check_decided]


MONTHS_TOO = CHECKS + [check_months, check_earned]


def few_cases(folder):
    for language, paper in (("en", "letter"), ("fr", "a4")):
        yield Report(folder, language, paper), MONTHS_TOO
    yield Report(folder, "fr", "letter", name="decided", years=250), DECIDED_CHECKS


def many_cases(folder):
    for name, (settings, check) in BOXES.items():
        yield Report(folder, "en", "letter", *settings, name=name), [check, check_letters]
    for language, paper in (("en", "a4"), ("fr", "letter")):
        yield Report(folder, language, paper), MONTHS_TOO
    for language, paper in (("en", "letter"), ("fr", "a4")):
        for sold, name, pages_max in ((0, "none-sold", 6), (1, "one-sold", 6), (100000, "many-sold", 7)):
            yield (Report(folder, language, paper, f"deal.vouchers_sold={sold}", name=name,
                          pages_max=pages_max), MONTHS_TOO)
        yield (Report(folder, language, paper, "deal.sale_date=2027-10-31",
                      "deal.promotion_end_date=2028-10-31", name="leap-year", pages_max=7),
               MONTHS_TOO + [check_leap])
    # Names no one foresaw, a header of two lines, another province, warnings.
    yield (Report(folder, "fr", "letter", "name=Été « à l’œuvre » — Ωμέγα & <b>", "business.name=" + "W" * 120,
                  "business.enterprise_number=1234567890", "business.gst_number=123456789 RT0001",
                  "business.qst_number=1234567890 TQ0001", "deal.price_tax_wording=not_checked",
                  "deal.no_show_rule=forfeit", "business.fiscal_year_end_month=3", name="odd", pages_max=8),
           MONTHS_TOO)
    yield (Report(folder, "en", "letter", "business.tax_regime=ON", "business.gst_registered=false",
                  "deal.visits_per_voucher=4", name="ontario", pages_max=7), MONTHS_TOO)


def prove_oracles(folder):
    """Each reading can fail: a wrong closing, a lost total, English in French."""
    report = Report(folder, "fr", "letter", name="faults")
    check_months(report)
    report.results["months"][3]["closing_cents"] += 1
    for check in (check_months, check_totals):
        try:
            check(report)
        except AssertionError:
            continue
        raise RuntimeError(f"{check.__name__} saw nothing")
    pages = word_boxes(report)
    height, words = pages[4]
    words.append((38.0, height - 46, 90.0, height - 46 + 12 / 9 * min(b - t for _, t, _, b in words)))
    if not list(last_lines(pages)):
        raise RuntimeError("last_lines saw nothing")
    report.text += " Month by month  Owner’s projection, not audited or reviewed"
    try:
        check_words(report)
    except AssertionError:
        return
    raise RuntimeError("check_words saw nothing")


def main():
    tap.skip_without(*TOOLS)
    told = tap.Tap()
    with tempfile.TemporaryDirectory() as folder:
        for report, checks in (many_cases if MANY else few_cases)(folder):
            for check in checks:
                told.check(f"{report}: {check.__name__[6:]}", check, report)
        if not MANY:
            told.check("the checks can fail", prove_oracles, folder)
    told.end()


main()
