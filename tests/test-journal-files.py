#!/usr/bin/python3
"""Journals through aubaine-cli, read by the programs they are for: hledger, ledger and beancount accept
them and agree with our trial balance account by account; the formats of programs that are not here are
read back by their published rules and added up again.
Usage: test-journal-files.py AUBAINE-CLI [PLANS-MAKER COUNT]; with a maker only its random plans.
Prints TAP."""

import collections
import concurrent.futures
import csv
import io
import itertools
import os
import re
import subprocess
import sys
import tempfile

import tap

CLI = os.path.abspath(sys.argv[1])
TOOLS = ["hledger", "ledger", "bean-check", "bean-query"]
LEAKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "leaks.supp")
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": tempfile.gettempdir(),
               "BEANCOUNT_DISABLE_LOAD_CACHE": "1", "ASAN_OPTIONS": "exitcode=99",
               "LSAN_OPTIONS": f"exitcode=99:print_suppressions=0:suppressions={LEAKS}",
               "UBSAN_OPTIONS": "halt_on_error=1:exitcode=99"}
LANGUAGES, KINDS = ("en", "fr"), ("projected", "model")
MARKS = {("en", "projected"): "FORECAST", ("fr", "projected"): "PRÉVISION",
         ("en", "model"): "MODEL ENTRY", ("fr", "model"): "MODÈLE"}
REMITTANCES = {"en": ("Sales tax return", "Sales tax instalment"),
               "fr": ("Déclaration", "Acompte provisionnel")}
QUICKBOOKS_LINES = 1000


def run(*command, code=0):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
                          check=False, env=ENVIRONMENT)
    assert done.returncode == code, (command, done.returncode, done.stderr[-900:].decode())
    return done.stdout, done.stderr.decode()


def cents(text):
    """'-12.50', '12,5', '7' as cents, exactly."""
    match = re.fullmatch(r"(-?)(\d+)(?:[.,](\d{1,2}))?", text.strip())
    assert match, text
    size = int(match[2]) * 100 + int((match[3] or "0").ljust(2, "0"))
    return -size if match[1] else size


class Journal:
    """One plan's journal, in each format when it is asked for."""

    def __init__(self, folder, plan, kind, language, *sets, name="example"):
        self.folder, self.plan, self.kind, self.language = folder, plan, kind, language
        self.sets = [word for assignment in sets for word in ("--set", assignment)]
        self.mark = MARKS[language, kind]
        self.name = f"{name}, {kind}, {language}"
        self.stem = os.path.join(folder, re.sub(r"\W+", "-", self.name))
        self.made = {}

    def make(self, name):
        """The bytes of the format."""
        if name not in self.made:
            self.made[name], self.talk = run(CLI, "journal", self.plan, "--kind", self.kind, "--format",
                                             name, "--lang", self.language, *self.sets)
        return self.made[name]

    def text(self, name, encoding="utf-8"):
        return self.make(name).decode(encoding)

    def file(self, name, content=None):
        path = f"{self.stem}.{name}"
        with open(path, "wb") as file:
            file.write(self.make(name) if content is None else content.encode())
        return path

    def rows(self, name):
        """A CSV's rows after its head, and the head."""
        text = self.text(name, "utf-8-sig" if name == "csv-fr" else "utf-8")
        table = list(csv.reader(io.StringIO(text, newline=""), strict=True,
                                delimiter=";" if name == "csv-fr" else ","))
        assert all(len(row) == len(table[0]) for row in table), self.name
        return table[1:], table[0]

    def balance(self):
        """{account number: cents} from the plain CSV, zeros left out: what all others must say."""
        sums = collections.Counter()
        for row in self.rows("csv")[0]:
            sums[row[3].removeprefix("'")] += cents(row[5] or "0") - cents(row[6] or "0")
        return without_zeros(sums)


def without_zeros(sums):
    return {key: value for key, value in sums.items() if value}


def check_csv(journal):
    """Dated in order, every entry balances, one side a row; the French one is the same."""
    rows, head = journal.rows("csv")
    assert len(head) == 8 and rows and journal.make("csv").count(b"\r\n") == len(rows) + 1
    assert [row[1] for row in rows] == sorted(row[1] for row in rows)
    entries = [list(group) for _, group in itertools.groupby(rows, lambda row: row[0])]
    assert len({lines[0][0] for lines in entries}) == len(entries), "an entry in two places"
    for lines in entries:
        assert sum(cents(row[5] or "0") - cents(row[6] or "0") for row in lines) == 0, lines
        assert len({tuple(row[1:3]) for row in lines}) == 1, lines
    for row in rows:
        assert bool(row[5]) != bool(row[6]) and cents(row[5] or row[6]) > 0, row
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", row[1]) and row[3] and row[4], row
        assert row[2].startswith(journal.mark) and row[7].startswith(journal.mark), row
    assert sum(journal.balance().values()) == 0
    french, french_head = journal.rows("csv-fr")
    assert journal.make("csv-fr").startswith(b"\xef\xbb\xbf") and french_head == head
    assert [[cell.replace(",", ".") for cell in row[5:7]] for row in french] == [row[5:7] for row in rows]
    assert [row[:5] for row in french] == [row[:5] for row in rows]


def check_marks(journal):
    """Every line says what it is, nothing says the other thing, no payment to a tax office leaves."""
    for name in ("hledger", "ledger", "beancount", "gnucash", "quickbooks", "csv", "csv-fr"):
        text = journal.text(name)
        for (_, kind), mark in MARKS.items():
            assert kind == journal.kind or mark not in text, (name, mark)
        if journal.kind == "projected":
            for word in REMITTANCES[journal.language]:
                assert not re.search(f"{journal.mark} – {word}", text), (name, word)
        if name in ("hledger", "ledger", "beancount"):
            head, *entries = re.split(r"\n\n(?=\d{4}-\d\d-\d\d (?:\(|\*))", text)
            assert head.startswith("; ") and journal.mark in head.splitlines()[0], name
            assert head.splitlines()[1].startswith(f"; {journal.mark}"), name
            for line in "\n".join(entries).splitlines():
                assert not line or journal.mark in line, (name, line)
        else:
            for row in journal.rows(name)[0]:
                assert any(cell.startswith(f"{journal.mark} – ") for cell in row), row


def numbers_of(journal):
    """{what the text formats call an account: its number}, from the GnuCash and CSV rows."""
    names = {}
    for row, gnucash in zip(journal.rows("csv")[0], journal.rows("gnucash")[0], strict=True):
        number = names.setdefault(gnucash[9].removeprefix("'"), row[3].removeprefix("'"))
        assert number == row[3].removeprefix("'"), row
    return names


def check_hledger(journal):
    path = journal.file("hledger")
    run("hledger", "-f", path, "check", "--strict", "ordereddates")
    names, sums = numbers_of(journal), collections.Counter()
    for row in csv.reader(io.StringIO(run("hledger", "-f", path, "bal", "--flat", "-N", "-O", "csv")[0].decode())):
        if row != ["account", "balance"]:
            sums[names[row[0]]] += cents(row[1].removesuffix(" CAD"))
    assert without_zeros(sums) == journal.balance()


def check_ledger(journal):
    path = journal.file("ledger")
    talk = run("ledger", "--init-file", "/dev/null", "--strict", "--pedantic", "-f", path, "bal", "--flat",
               "--no-total", "--format", "%(account)\t%(quantity(display_total))\n")
    assert not talk[1], talk[1]
    names, sums = numbers_of(journal), collections.Counter()
    for line in talk[0].decode().splitlines():
        account, amount = line.split("\t")
        sums[names[account]] += cents(amount)
    assert without_zeros(sums) == journal.balance()


def beancount_name(name):
    root, last = name.split(":", 1)
    return root + ":" + "-".join(re.findall(r"[^\W_]+", last))


def check_beancount(journal):
    path = journal.file("beancount")
    run("bean-check", path)
    rows = run("bean-query", "-f", "csv", path, "select account, sum(position) group by account")[0].decode()
    names = {beancount_name(name).casefold(): number for name, number in numbers_of(journal).items()}
    sums = collections.Counter()
    for row in list(csv.reader(io.StringIO(rows)))[1:]:
        amount = row[1].strip().removesuffix("CAD").strip()
        sums[names[row[0].strip().casefold()]] += cents(amount or "0")
    assert without_zeros(sums) == journal.balance()


def check_gnucash(journal):
    """The columns of GnuCash's own export up to the amount; splits of one ID agree and balance."""
    rows, head = journal.rows("gnucash")
    assert head == ["Date", "Transaction ID", "Number", "Description", "Notes", "Commodity/Currency",
                    "Void Reason", "Action", "Memo", "Full Account Name", "Account Name",
                    "Amount With Sym", "Amount Num."]
    for _, group in itertools.groupby(rows, lambda row: row[1]):
        lines = list(group)
        assert len({tuple(row[:8]) for row in lines}) == 1 and sum(cents(row[12]) for row in lines) == 0
    sums, names = collections.Counter(), numbers_of(journal)
    for row in rows:
        assert row[5] == "CURRENCY::CAD" and row[9].count(":") == 1 and row[4].startswith(journal.mark)
        sums[names[row[9]]] += cents(row[12])
    assert without_zeros(sums) == journal.balance()


def check_quickbooks(journal):
    """Months first in dates, one side a row; more rows than it takes at once are told."""
    rows, head = journal.rows("quickbooks")
    assert head == ["JournalNo", "JournalDate", "AccountName", "Debits", "Credits", "Description"]
    assert "A/R" in journal.talk or "comptes clients" in journal.talk, journal.talk
    lines = re.sub(r"\D", "", journal.talk)
    assert (str(QUICKBOOKS_LINES) in lines) == (len(rows) + 1 > QUICKBOOKS_LINES), (len(rows), journal.talk)
    plain, sums = journal.rows("csv")[0], collections.Counter()
    for row, other in zip(rows, plain, strict=True):
        year, month, day = other[1].split("-")
        assert row[1] == f"{month}/{day}/{year}" and row[0] == other[0] and len(row[0]) <= 21
        assert row[3:5] == other[5:7] and len(row[5]) <= 4000 and len(row[2]) <= 100, row
        assert row[5].startswith(journal.mark), row
        sums[other[3].removeprefix("'")] += cents(row[3] or "0") - cents(row[4] or "0")
    assert without_zeros(sums) == journal.balance()


def check_sage(journal):
    """Every line by Sage 50's rules: one that breaks them and the whole file is refused."""
    content = journal.make("sage50")
    assert content.endswith(b"\r\n") and content.count(b"\n") == content.count(b"\r\n")
    sums, running, entries = collections.Counter(), 0, 0
    for line in content.decode("cp1252").split("\r\n")[:-1]:
        if re.fullmatch(r'(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])-\d\d,"[^",]{1,13}","[^"]{1,39}"', line):
            assert running == 0 and line.split('"')[3].startswith(journal.mark), line
            entries += 1
            continue
        match = re.fullmatch(r'(\d{4,8}),(-?\d+\.\d\d),"([^"]{1,39})"', line)
        assert match and entries and match[3].startswith(journal.mark) and cents(match[2]), line
        running += cents(match[2])
        sums[match[1]] += cents(match[2])
    assert running == 0 and entries == len({row[0] for row in journal.rows("csv")[0]})
    assert sorted(without_zeros(sums).values()) == sorted(journal.balance().values())
    if not journal.sets:
        assert without_zeros(sums) == journal.balance()
    # Only the owner's own numbers may have to be written by ours.
    digits = re.sub(r"\D", "", journal.talk.replace("Sage 50", ""))
    assert "Sage 50" in journal.talk and (journal.sets or not digits), journal.talk


def check_repeats(journal):
    """The same bytes again."""
    first = dict(journal.made)
    journal.made.clear()
    for name, content in first.items():
        if name in ("hledger", "quickbooks", "sage50"):
            assert journal.make(name) == content, name


PROGRAMS = [check_hledger, check_ledger, check_beancount]
ALL = [check_csv, check_marks, *PROGRAMS, check_gnucash, check_quickbooks, check_sage, check_repeats]


def one_cent_more(text):
    """The text with one cent more in the last amount of an entry in its middle."""
    places = list(re.finditer(r"(?<=\.)(\d\d)(?= CAD  ;)", text))
    place = places[len(places) // 2]
    return text[:place.start()] + f"{(int(place[1]) + 1) % 100:02d}" + text[place.end():]


def prove_oracles(journal):
    """A wrong cent, an account that is not declared, a lost mark: each is seen."""
    for name, command in (("hledger", ["hledger", "-f", None, "check", "--strict"]),
                          ("ledger", ["ledger", "--init-file", "/dev/null", "--strict", "--pedantic",
                                      "-f", None, "bal"]),
                          ("beancount", ["bean-check", None])):
        for wrong in (one_cent_more(journal.text(name)),
                      re.sub(r"\n(?:account|\S+ open) [^\n]*1000[^\n]*", "", journal.text(name), count=1)):
            assert wrong != journal.text(name)
            path = journal.file(name, wrong)
            done = subprocess.run([path if word is None else word for word in command],
                                  capture_output=True, timeout=60, check=False, env=ENVIRONMENT)
            assert done.returncode != 0, f"{name} took a wrong journal"
    for check, name, old, new in (
            (check_csv, "csv", rb",(\d+)\.\d\d,,", rb",\1.77,,"),
            (check_sage, "sage50", rb"(\d\d),\"", rb'\g<1>1,"'), (check_sage, "sage50", rb"(\d)\.", rb"\1,"),
            (check_marks, "hledger", rb"  ; FORECAST", rb""),
            (check_quickbooks, "quickbooks", rb"/20(\d\d),", rb"/\1,")):
        right = journal.make(name)
        journal.made[name] = re.sub(old, new, right, count=1)
        assert journal.made[name] != right, (check.__name__, old)
        try:
            check(journal)
        except AssertionError:
            journal.made[name] = right
            continue
        raise RuntimeError(f"{check.__name__} saw nothing")


def mapping(**numbers):
    """--set lines that give our accounts the owner's numbers."""
    return [f"accounts[{i}].{part}={value}" for i, (ours, hers) in enumerate(numbers.items())
            for part, value in (("account", ours.removeprefix("n")), ("number", hers))]


def cases(folder):
    """Yields (journal, checks)."""
    example = os.path.join(folder, "example.json")
    with open(example, "wb") as file:
        file.write(run(CLI, "example")[0])
    for language in LANGUAGES:
        for kind in KINDS:
            yield Journal(folder, example, kind, language), ALL
    # Names no one foresaw; accounts of several kinds under one number; numbers that are none.
    odd = ['name==HYPERLINK("x");é\u0301ñ « l’œuvre »\\ Ωμέγα', "business.name=" + "é" * 63]
    odd += mapping(n1000="-5", n1150="2310", n1160="2310", n2100="2310", n2110="a.1-b", n2200="A.1-b",
                   n4010="-", n5200="...", n5210="-.-", n3000="W" * 20, n5100="1100")
    for language in LANGUAGES:
        yield (Journal(folder, example, "model", language, *odd, name="odd names"), ALL)
    yield (Journal(folder, example, "model", "en", *mapping(n1000="10000001", n2100="2310", n2110="2310"),
                   name="own numbers"), ALL)


def random_cases(folder, maker, count):
    run(maker, folder, str(count))
    for i in range(count):
        plan = os.path.join(folder, f"plan-{i:03d}.json")
        yield (Journal(folder, plan, "projected", LANGUAGES[i % 2], name=f"random plan {i}"),
               [check_csv, check_marks, *PROGRAMS, check_sage])


def check_mapped_numbers(folder):
    """The owner's numbers stand in every format; two of ours on one of hers are one account."""
    journal = Journal(folder, os.path.join(folder, "example.json"), "model", "en",
                      *mapping(n2100="2310", n2110="2310", n1000="Chequing"), name="mapped")
    plain = Journal(folder, journal.plan, "model", "en")
    ours, hers = plain.balance(), journal.balance()
    assert hers.get("2310", 0) == ours.get("2100", 0) + ours.get("2110", 0)
    assert hers.get("Chequing", 0) == ours.get("1000", 0) and not {"2100", "2110", "1000"} & set(hers)
    assert {row[2] for row in journal.rows("quickbooks")[0]} >= {"Chequing", "GST payable"}
    journal.make("sage50")
    assert "Chequing" in journal.talk and "1000" in journal.talk and b"\n2310," in journal.make("sage50")
    assert "  Assets:Chequing Bank  " in journal.text("hledger")
    assert " open Liabilities:2310-GST-payable CAD" in journal.text("beancount")


def check_formulas(folder):
    """Nothing a spreadsheet would run stands at the start of a cell."""
    journal = Journal(folder, os.path.join(folder, "example.json"), "model", "fr",
                      *mapping(n1000="-1", n2100="-cmd"), "name==1+1", name="formulas")
    for name in ("csv", "csv-fr", "quickbooks", "gnucash"):
        seen = set()
        for row in journal.rows(name)[0]:
            for cell in row:
                assert not re.match(r"[=+@\t\r]|-(?!\d+[.,]\d\d$)", cell), (name, cell)
                seen.add(cell)
        assert name in ("gnucash", "quickbooks") or {"'-1", "'-cmd"} <= seen, seen


def check_nothing_to_write(folder):
    """A deal of no voucher and no rooms: heads without entries, which the programs take."""
    tiny = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "journal", "tiny.json")
    journal = Journal(folder, tiny, "projected", "fr", "deal.vouchers_sold=0", name="nothing")
    assert not journal.rows("csv")[0] and not journal.make("sage50") and not journal.rows("quickbooks")[0]
    for check in PROGRAMS:
        check(journal)


def check_files(folder):
    """--out writes the same bytes, into a folder under the proposed name; failures leave it alone."""
    plan = os.path.join(folder, "example.json")
    common = [CLI, "journal", plan, "--kind", "projected", "--format", "sage50"]
    there = os.path.join(folder, "out")
    os.mkdir(there)
    expected = run(*common, "--lang", "fr")[0]
    run(*common, "--lang", "fr", "--out", there)
    run(*common, "--lang", "fr", "--out", os.path.join(there, "own.txt"))
    names = sorted(os.listdir(there))
    assert len(names) == 2 and names[0].endswith(" – PRÉVISION.txt") and names[1] == "own.txt", names
    for name in names:
        with open(os.path.join(there, name), "rb") as file:
            assert file.read() == expected, name
    assert run(*common, "--lang", "fr", "--out", "-")[0] == expected
    assert "absent" in run(*common, "--out", os.path.join(folder, "absent", "x"), code=3)[1]


def main():
    tap.skip_without(*TOOLS)
    told = tap.Tap()

    def outcomes(case):
        journal, checks = case
        return [(f"{journal.name}: {check.__name__[6:]}", *tap.outcome(check, journal))
                for check in checks]

    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor() as pool:
        is_random = len(sys.argv) > 2
        all_cases = (random_cases(folder, sys.argv[2], int(sys.argv[3])) if is_random
                     else cases(folder))
        for journal in pool.map(outcomes, all_cases):
            for each in journal:
                told.tell(*each)
        if not is_random:
            for check in (check_mapped_numbers, check_formulas, check_nothing_to_write, check_files):
                told.check(check.__name__[6:], check, folder)
            example = Journal(folder, os.path.join(folder, "example.json"), "projected", "en", name="faults")
            told.check("the checks can fail", prove_oracles, example)
    told.end()


main()
