#!/usr/bin/python3
"""The report as a machine reads it, and those who do not see it: language, titles, alternative
texts, tables, outline, links, and the plan and the entries inside.
Usage: test-pdf-tags.py AUBAINE-CLI. Prints TAP. Needs qpdf and poppler-utils."""

import copy
import csv
import functools
import hashlib
import io
import os
import re
import subprocess
import sys
import tempfile

import tagged_pdf
import tap
from tagged_pdf import TaggedPdf, one_space, text_of

CLI = sys.argv[1]
LEAKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "leaks.supp")
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": tempfile.gettempdir(),
               "SOURCE_DATE_EPOCH": "1795305600", "ASAN_OPTIONS": "exitcode=99",
               "LSAN_OPTIONS": f"exitcode=99:print_suppressions=0:suppressions={LEAKS}",
               "UBSAN_OPTIONS": "halt_on_error=1:exitcode=99"}
ODD_NAME = "Été (d’or) \"A\\B\" / <i> & ) ( " + "é" * 45
LANGUAGES = ("en", "fr")


def cli(*arguments):
    done = subprocess.run([CLI, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
                          check=False, env=ENVIRONMENT)
    assert done.returncode == 0, (arguments, done.returncode, done.stderr[-600:])
    return done.stdout


class Made:
    """The example, or a plan of another name, as its report."""

    def __init__(self, folder, language, name=None):
        self.language, self.folder = language, folder
        self.changes = ["--set", "name=" + name, "--set", "business.name=" + name[::-1]] if name else []
        self.plan = os.path.join(folder, "plan.json")
        if not os.path.exists(self.plan):
            with open(self.plan, "wb") as file:
                file.write(cli("example"))
        self.options = ["--lang", language, *self.changes]
        path = os.path.join(folder, f"{'odd' if name else 'example'}-{language}.pdf")
        cli("report", self.plan, "--years", "0", "--pdf", path, *self.options)
        self.pdf = TaggedPdf(path)

    def __str__(self):
        return os.path.basename(self.pdf.path)


def check_bytes(made):
    again = cli("report", made.plan, "--years", "0", "--pdf", "-", *made.options)
    with open(made.pdf.path, "rb") as file:
        assert file.read() == again


def check_language(made):
    tagged_pdf.check_language(made.pdf, made.language)
    tagged_pdf.check_metadata(made.pdf, made.language)


def check_structure(made):
    tagged_pdf.check_tree(made.pdf)
    assert tagged_pdf.check_tables(made.pdf) >= 8
    tagged_pdf.check_headings(made.pdf)


def check_figures(made):
    """A chart's text opens with its finding, which is the heading above it."""
    pdf = made.pdf
    tagged_pdf.check_figures(pdf)
    assert len(pdf.all("/Figure")) == 2
    titles = iter(title for title, _ in pdf.outline())
    title = None
    for element in pdf.elements():
        if tagged_pdf.HEADING.match(element["/S"]):
            title = next(titles)
        if element["/S"] == "/Figure":
            text = one_space(text_of(element["/Alt"]))
            assert text.startswith(one_space(title)), (title, text)


def check_links(made):
    """The contents lead to the pages they say, the lists of what is assumed to the annex."""
    heading = {"en": "Annex: assumptions and computation",
               "fr": "Annexe\u00a0: hypothèses et calculs"}[made.language]
    annex = dict(made.pdf.outline())[heading]
    contents, lists = [], []
    for _, words, page in tagged_pdf.links_of(made.pdf):
        said = re.fullmatch(r"[^\W\d][^:▲]+ ?: (\d+)", words)
        assert page == (int(said[1]) if said else annex), (words, page)
        (contents if said else lists).append(words)
    assert len(contents) == len(made.pdf.all("/TOCI")) == 6, contents
    assert any(re.search(rf"(?<!\d){annex}(?!\d)", words) for words in lists), (lists, annex)


@functools.cache
def attached(made):
    """(name, relationship, bytes), as the catalog tells them and qpdf takes them out."""
    found = []
    for reference in made.pdf.value(made.pdf.catalog["/AF"]):
        file = made.pdf.value(reference)
        name = text_of(file["/UF"])
        data = tagged_pdf.run("qpdf", "--show-attachment=" + name, made.pdf.path)
        stream = made.pdf.value(made.pdf.value(file["/EF"])["/UF"])
        told = made.pdf.value(stream["/Params"])
        assert made.pdf.names("/EmbeddedFiles")[name] == reference, name
        assert told["/Size"] == len(data) and text_of(told["/CreationDate"]) == "D:20261122", told
        assert len(text_of(file["/Desc"])) > 10, file
        assert told["/CheckSum"] == "b:" + hashlib.md5(data).hexdigest(), told
        found.append((name, file["/AFRelationship"], stream["/Subtype"], data))
    return found


def check_attachments(made):
    plan, entries = attached(made)
    assert plan[:3] == (plan[0], "/Source", "/application/json") and plan[0].endswith(".json"), plan[:3]
    assert entries[:3] == (entries[0], "/Supplement", "/text/csv") and entries[0].endswith(".csv")
    assert not re.search(r'[/\\:*?"<>|]', plan[0] + entries[0]), (plan[0], entries[0])
    taken = os.path.join(made.folder, "taken.json")
    with open(taken, "wb") as file:
        file.write(plan[3])
    assert cli("evaluate", taken) == cli("evaluate", made.plan, *made.changes)
    form = {"en": "csv", "fr": "csv-fr"}[made.language]
    assert entries[3] == cli("journal", made.plan, "--kind", "model", "--format", form, *made.options)
    with tempfile.TemporaryDirectory() as folder:
        tagged_pdf.run("pdfdetach", "-saveall", "-o", folder, made.pdf.path)
        detached = [open(os.path.join(folder, name), "rb").read() for name in os.listdir(folder)]
    assert sorted(detached) == sorted((plan[3], entries[3]))


def check_balance(made):
    """Debits are credits, read from the file inside the PDF as a table."""
    text = attached(made)[1][3].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";" if made.language == "fr" else ","))
    names = {"en": ("Debit", "Credit"), "fr": ("Débit", "Crédit")}[made.language]

    def cents(cell):
        return int(re.sub(r"[^\d-]", "", cell)) if cell.strip() else 0

    debits, credits = (sum(cents(row[name]) for row in rows) for name in names)
    assert len(rows) > 20 and debits == credits > 0, (len(rows), debits, credits)


CHECKS = [check_bytes, check_language, check_structure, check_figures, check_links, check_attachments,
          check_balance]


def check_both_languages(english, french):
    """The same figures told twice, with no sentence in common."""
    for one, other in zip(english.pdf.all("/Figure"), french.pdf.all("/Figure")):
        common = set(text_of(one["/Alt"]).split(". ")) & set(text_of(other["/Alt"]).split(". "))
        assert not common, common


def all_references(pdf, tag):
    return [key for key, thing in pdf.objects.items()
            if isinstance(thing.get("value"), dict) and thing["value"].get("/S") == tag]


def faults(pdf):
    """(what is wrong, how to make it so, which check must see it)"""
    def drop(tag, key, number=0):
        def change(objects):
            del objects[all_references(pdf, tag)[number]]["value"][key]
        return change

    def put(tag, key, value, number=0):
        def change(objects):
            objects[all_references(pdf, tag)[number]]["value"][key] = value
        return change

    def catalog(key, value):
        def change(objects):
            objects["obj:" + objects["trailer"]["value"]["/Root"]]["value"][key] = value
        return change

    def link(objects):
        for thing in objects.values():
            if isinstance(thing.get("value"), dict) and thing["value"].get("/Subtype") == "/Link":
                thing["value"]["/Dest"] = "u:page-1"

    return [
        ("an Alt removed", drop("/Figure", "/Alt"), check_figures),
        ("an Alt of another chart", put("/Figure", "/Alt", "u:" + "Not what the heading says. " * 3),
         check_figures),
        ("a scope removed", drop("/TH", "/A", 7), check_structure),
        ("a row's head for a column's", put("/TH", "/A", {"/O": "/Table", "/Scope": "/Row"}),
         check_structure),
        ("a cell removed", drop("/TR", "/K", 2), check_structure),
        ("a level skipped", put("/H2", "/S", "/H3"), check_structure),
        ("the language removed", catalog("/Lang", "u:"), check_language),
        ("the title not shown", catalog("/ViewerPreferences", {"/DisplayDocTitle": False}), check_language),
        ("links to the first page", link, check_links),
    ]


def check_faults(made):
    """Each reading can fail."""
    for name, change, check in faults(made.pdf):
        wrong = copy.copy(made)
        wrong.pdf = copy.copy(made.pdf)
        wrong.pdf.objects = copy.deepcopy(made.pdf.objects)
        change(wrong.pdf.objects)
        wrong.pdf.catalog = wrong.pdf.value(wrong.pdf.trailer["/Root"])
        try:
            check(wrong)
        except AssertionError:
            continue
        raise RuntimeError(f"{check.__name__} did not see {name}")


def main():
    tap.skip_without("qpdf", "pdftotext", "pdfdetach")
    told = tap.Tap()
    with tempfile.TemporaryDirectory() as folder:
        plain = [Made(folder, language) for language in LANGUAGES]
        for made in plain + [Made(folder, language, ODD_NAME) for language in LANGUAGES]:
            told.check(f"{made}: sound", tagged_pdf.check_sound, made.pdf)
            for check in CHECKS:
                told.check(f"{made}: {check.__name__[6:]}", check, made)
        told.check("alternative texts are of their language", check_both_languages, *plain)
        told.check("the checks can fail", check_faults, plain[0])
    told.end()


main()
