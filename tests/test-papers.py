#!/usr/bin/python3
"""The counter slip, the rider and the comparison through aubaine-cli, read back by other programs
than ours. Usage: test-papers.py AUBAINE-CLI. Prints TAP. Needs qpdf and poppler-utils."""

import json
import os
import re
import subprocess
import sys
import tempfile

import tagged_pdf
import tap

CLI = sys.argv[1]
LEAKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "leaks.supp")
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": tempfile.gettempdir(),
               "SOURCE_DATE_EPOCH": "1795305600", "ASAN_OPTIONS": "exitcode=99",
               "LSAN_OPTIONS": f"exitcode=99:print_suppressions=0:suppressions={LEAKS}",
               "UBSAN_OPTIONS": "halt_on_error=1:exitcode=99"}
LONG = "Été « d’or » \"A\\B\" (é) " + "x" * 160


def run(*command, code=0):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
                          check=False, env=ENVIRONMENT)
    assert done.returncode == code, (command, done.returncode, done.stderr[-600:])
    return done.stdout


def text_of(path):
    return re.sub(r"\s+", " ", run("pdftotext", "-layout", path, "-").decode())


def pages_of(path, language):
    tagged_pdf.check_any(tagged_pdf.TaggedPdf(path), language)
    info = dict(line.split(":", 1) for line in run("pdfinfo", path).decode().splitlines())
    assert info["Tagged"].strip() == "yes" and len(info["Title"].strip()) > 5, info
    fonts = run("pdffonts", path).decode().splitlines()[2:]
    assert fonts and all(line.split()[-5:-2] == ["yes"] * 3 for line in fonts), fonts
    return int(info["Pages"])


class Folder:
    def __init__(self, folder):
        self.folder = folder
        self.example = json.loads(run(CLI, "example"))
        self.plan = self.write("plan", self.example)

    def at(self, name):
        return os.path.join(self.folder, name)

    def write(self, file_name, plan, **changes):
        path = self.at(file_name + ".json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({**plan, **changes}, file)
        return path


def rows_of(language, text, names):
    """The amounts behind each name, in cents."""
    found = {}
    amount = r"-?\d{1,3}(?:[ \u00a0\u202f,]\d{3})*[.,]\d{2}"
    for name in names:
        match = re.search(re.escape(name) + rf"((?: {amount})+)", text)
        assert match, (name, text)
        found[name] = [int(re.sub(r"[^\d-]", "", each)) for each in re.findall(amount, match[1])]
    return found


SLIP_NAMES = {"en": ["list price", "Discount of the offer", "before tax", "GST", "QST",
                     "Total of the invoice", "Paid by voucher", "The client pays"],
              "fr": ["au prix courant", "Rabais de l’offre", "avant taxes", "TPS", "TVQ",
                     "Total de la facture", "Payé par bon", "Le client paie"]}


def add_up(rows, names):
    service, discount, more, gst, qst, total, paid, client = (rows[name] for name in names)
    return all(sum(column[:5]) == column[5] and column[5] + column[6] == column[7]
               for column in zip(service, discount, more, gst, qst, total, paid, client))


def test_slip(folder):
    for language in ("en", "fr"):
        path = folder.at("slip.pdf")
        run(CLI, "report", folder.plan, "--years", "0", "--slip", path, "--lang", language)
        assert pages_of(path, language) == 1
        text, names = text_of(path), SLIP_NAMES[language]
        rows = rows_of(language, text, names)
        assert rows[names[-1]] == [1198, 3498, 10396], rows
        assert rows[names[3]][0] == 400 and rows[names[4]][0] == 798, rows
        assert add_up(rows, names), rows
        rows[names[3]][1] += 1
        assert not add_up(rows, names), "a wrong tax adds up"
        again = run(CLI, "report", folder.plan, "--years", "0", "--slip", "-", "--lang", language)
        with open(path, "rb") as file:
            assert file.read() == again
        assert ("40,00 $" if language == "fr" else "$40.00") in text.replace("\u00a0", " "), text


def test_slip_of_any(folder):
    for setting in ("deal.price_tax_wording=included", "deal.tax_treatment=list_price",
                    "deal.tax_treatment=at_sale", "deal.tax_treatment=site_principal",
                    "business.gst_registered=false", "business.tax_regime=ON",
                    "deal.visits_per_voucher=5", "deal.sale_date=2027-11-01 deal.promotion_end_date=2028-10-31",
                    "deal.vouchers_sold=0"):
        for paper in ("letter", "a4"):
            path = folder.at("any.pdf")
            run(CLI, "report", folder.plan, "--years", "0", "--slip", path, "--lang", "fr",
                "--paper", paper, *(word for each in setting.split() for word in ("--set", each)))
            assert pages_of(path, "fr") == 1, setting
    named = folder.write("named", folder.example, name=LONG[:120])
    run(CLI, "report", named, "--years", "0", "--slip", folder.at("any.pdf"))
    assert pages_of(folder.at("any.pdf"), "en") == 1


def test_rider(folder):
    for language, title, other in (("en", "RIDER TO THE CONTRACT", "FOR YOU, NOT FOR THE SITE"),
                                   ("fr", "AVENANT AU CONTRAT", "POUR VOUS")):
        path = folder.at("rider.pdf")
        run(CLI, "rider", folder.plan, "--pdf", path, "--lang", language)
        assert pages_of(path, language) == 1
        text, said = text_of(path), run(CLI, "rider", folder.plan, "--lang", language).decode()
        assert title in text and other not in text
        letter = re.sub(r"\s+", " ", said.split("\n\n" + other)[0])
        words = [word for word in letter.split() if "___" not in word]
        assert len(words) > 80
        missing = [word for word in words if word not in text]
        assert not missing, missing
    fine = folder.at("none.pdf")
    run(CLI, "rider", folder.plan, "--pdf", fine, "--set", "deal.price_cents=16000", "--set",
        "deal.commission_per_100k=0", "--set", "deal.vouchers_sold=20")
    assert not os.path.exists(fine), "a rider that asks for nothing"


def test_comparison(folder):
    other = folder.write("other", folder.example, name=LONG[:100],
                         deal={**folder.example["deal"], "price_cents": 9000})
    capped = folder.write("capped", folder.example, name="Capped",
                          deal={**folder.example["deal"], "contract_cap": 200})
    for language in ("en", "fr"):
        for plans in ([folder.plan, other], [folder.plan, other, capped, capped]):
            path = folder.at("comparison.pdf")
            run(CLI, "compare", *plans, "--pdf", path, "--lang", language)
            assert 1 <= pages_of(path, language) <= 4
            text = text_of(path).replace("\u00a0", " ")
            assert ("-9,80 $" if language == "fr" else "-$9.80") in text
            assert "≠" in text and ("90,00 $" if language == "fr" else "$90.00") in text
    offers = json.loads(run(CLI, "compare", folder.plan, capped))
    assert offers, offers


def test_failures(folder):
    for command in (["report", folder.plan, "--years", "0", "--slip"],
                    ["compare", folder.plan, folder.plan, "--pdf"]):
        run(CLI, *command, folder.at("no/such/x.pdf"), code=3)
        if os.path.exists("/dev/full"):
            run(CLI, *command, "/dev/full", code=3)
            assert not os.path.isfile("/dev/full")
    kept = folder.at("kept.pdf")
    with open(kept, "wb") as file:
        file.write(b"old")
    run(CLI, "report", folder.plan, "--years", "0", "--slip", kept, "--set",
        "deal.price_cents=-1", code=1)
    with open(kept, "rb") as file:
        assert file.read() == b"old"


def main():
    tap.skip_without("qpdf", "pdfinfo", "pdffonts", "pdftotext")
    told = tap.Tap()
    with tempfile.TemporaryDirectory(prefix="aubaine-") as name:
        told.check_all(globals(), Folder(name))
    told.end()


main()
