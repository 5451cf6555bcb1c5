#!/usr/bin/python3
"""aubaine-cli as its users meet it: every command, every exit code, bad input of every kind; nothing
on disk changes when it fails. Usage: test-cli.py AUBAINE-CLI MAKE-WORKSPACE. Prints TAP."""

import json
import os
import sqlite3
import subprocess
import sys

sys.dont_write_bytecode = True
from cli_door import (CLI, ENVIRONMENT, FINE, PROBLEMS, SYSTEM, USAGE, checksum, fine, main, refused,
                      run, scalars)


def test_help_and_version(folder):
    text = fine("--help")
    for command in ("example", "keys", "check", "evaluate", "decide", "compare", "summary", "answers",
                    "rider", "report", "chart", "journal"):
        assert f"\n  {command} " in text, command
        assert fine(command, "--help") == text
    assert fine("--version").startswith("aubaine-cli ")
    french = fine("example", "--help", "--lang", "fr")
    assert french.startswith("Usage\u00a0: aubaine-cli COMMANDE")
    assert fine("--help", environment={"LANGUAGE": "fr_CA:en"}) == french


def test_example(folder):
    plan = json.loads(fine("example"))
    assert plan["format"] == "aubaine-plan" and plan["deal"]["vouchers_sold"] == 444
    assert fine("example") == fine("example", environment={"LC_ALL": "fr_CA.UTF-8"})


def test_keys(folder):
    lines = [line.split("\t") for line in fine("keys").splitlines()]
    assert len(lines) > 150 and all(len(line) == 3 and all(line) for line in lines), lines[:3]
    paths = [line[0] for line in lines]
    assert len(set(paths)) == len(paths)
    assert "deal.price_cents" in paths and "headline.left_used_cents" in paths


def test_check(folder):
    answer = json.loads(fine("check", folder.example))
    assert answer["problems"] == [] and "warnings" in answer
    code, out, talk = run("check", folder.example, "--set", "deal.price_cents=-1")
    assert code == PROBLEMS and talk == "", (code, talk)
    assert [problem["path"] for problem in json.loads(out)["problems"]] == ["deal.price_cents"]


def test_problems_stop_every_command(folder):
    before = checksum(folder.path)
    for command in (["evaluate"], ["summary"], ["report", "--pdf", folder.at("x.pdf")], ["decide"],
                    ["answers"], ["rider"], ["compare", folder.example]):
        code, out, talk = run(*command, folder.example, "--set", "deal.price_cents=-1")
        assert code == PROBLEMS and json.loads(out)["problems"] and not talk, (command, out, talk)
    assert checksum(folder.path) == before


def test_evaluate(folder):
    text = fine("evaluate", folder.example)
    results = json.loads(text)
    assert isinstance(results["headline"]["left_used_cents"], int)
    assert text == fine("evaluate", folder.example, environment={"LC_ALL": "fr_CA.UTF-8"})
    assert text == fine("evaluate", "-", stdin=fine("example"))
    assert text == fine("evaluate", "--", folder.example)
    folder.write("-odd", fine("example"))
    done = subprocess.run([CLI, "evaluate", "--", "-odd"], cwd=folder.path, capture_output=True,
                          check=True, env=ENVIRONMENT)
    assert done.stdout.decode() == text
    os.unlink(folder.at("-odd"))


def risk_of(*arguments, **options):
    return json.loads(fine("evaluate", *arguments, **options))["risk"]


def test_risk(folder):
    words = ["evaluate", folder.example, "--years", "12", "--threads"]
    text = fine(*words, "1")
    assert text == fine(*words, "2") == fine(*words, "8", environment={"LC_ALL": "fr_CA.UTF-8"})
    whole = json.loads(text)
    plain = json.loads(fine("evaluate", folder.example))
    risk = whole.pop("risk")
    assert whole == plain and "risk" not in plain
    keys = [line.split("\t")[0] for line in fine("keys").splitlines()]
    assert list(scalars(risk, "risk")) == [key for key in keys if key.startswith("risk.")]
    assert (risk["years"], risk["seed"], risk["uncertainty"]) == (12, 1, True)
    assert [entry["path"] for entry in risk["inputs"]] == [
        entry["path"] for entry in json.loads(fine("example"))["uncertainty"]]
    for sample in ("all", "luck"):
        told = risk[sample]
        assert told["years"] == 12 and len(told["weeks"]) == len(plain["weeks"])
        assert [week["begin_date"] for week in told["weeks"]] == [
            week["begin_date"] for week in plain["weeks"]]
        assert sum(told["result_histogram"]["counts"]) == 12
        spread = told["result_cents"]
        assert spread["lowest"] <= spread["p5"] <= spread["p50"] <= spread["p95"] <= spread["highest"]
        for week in told["weeks"]:
            assert week["balance_cents"]["p5"] <= week["balance_cents"]["p95"]
    other = risk_of(folder.example, "--years", "12", "--seed", "2")
    assert other["seed"] == 2 and other["all"] != risk["all"]
    # Run n is run n: of 12 years, the first is the one of 1.
    first = risk_of(folder.example, "--years=1")["all"]["used_count"]["p50"]
    assert risk["all"]["used_count"]["lowest"] <= first <= risk["all"]["used_count"]["highest"]


def test_risk_without_uncertainty(folder):
    luck = risk_of(folder.example, "--years", "12", "--no-uncertainty")
    assert not luck["uncertainty"] and luck["all"]["years"] == 0 and luck["luck"]["years"] == 12
    assert luck["all"]["result_cents"]["p50"] is None and "weeks" not in luck["all"]
    assert luck["luck"] == risk_of(folder.example, "--years", "12")["luck"]
    assert luck["luck"]["sold_count"]["lowest"] == luck["luck"]["sold_count"]["highest"] == 444
    # The columns of the domain's table for the example, near it already in few years.
    words = ["--no-uncertainty", "--set", "deal.no_show_per_100k=0", "--years", "20"]
    few = risk_of(folder.example, *words)["luck"]
    for column, mean, deviation in (
            ("used_count", 355.25, 8.6), ("served_count", 354.81, 8.6), ("unserved_count", 0.45, 0.9),
            ("regulars_wanted_count", 3870.93, 62), ("regulars_served_count", 3645.64, 55),
            ("refused_count", 163.08, 28), ("return_visits_count", 316.4, 41),
            ("replaced_count", 70.7, 8), ("people_returning_count", 84.25, 9.5),
            ("busiest_deal_week_count", 42.46, 2.6)):
        assert abs(few[column]["mean_milli"] / 1000 - mean) < 5 * deviation / 20 ** 0.5, column


def test_wrong_risk(folder):
    for words in (["--years", "0"], ["--years", "10001"], ["--years", "-1"], ["--years", ""],
                  ["--years", "1.5"], ["--years", "ten"], ["--years=1e3"], ["--years", " 5"],
                  ["--years"], ["--years", "5", "--threads", "0"], ["--years", "5", "--threads", "65"],
                  ["--years", "5", "--seed", "-1"], ["--years", "5", "--seed", "9223372036854775808"],
                  ["--years", "5", "--no-uncertainty=1"], ["--seed", "1"], ["--no-uncertainty"],
                  ["--threads", "2"]):
        english = refused(USAGE, "evaluate", folder.example, *words)
        french = refused(USAGE, "evaluate", folder.example, *words, environment={"LANGUAGE": "fr"})
        assert english != french, english
    refused(USAGE, "decide", folder.example, "--years", "5", saying="no such option")
    for command, least in (("summary", 0), ("answers", 1)):
        refused(USAGE, command, folder.example, "--years", "10001", saying=f"from {least} to 10,000")
        refused(USAGE, command, folder.example, "--threads", "0", saying="from 1 to 64")
    refused(USAGE, "evaluate", folder.example, "--years", "0", saying="from 1 to 10,000")
    code, out, talk = run("evaluate", folder.example, "--years", "5", "--set", "deal.price_cents=-1")
    assert code == PROBLEMS and json.loads(out)["problems"] and not talk
    assert risk_of(folder.example, "--years", "1", "--seed", "9223372036854775807", "--threads",
                   "64")["seed"] == 9223372036854775807


def test_set(folder):
    def headline(*sets):
        words = [word for item in sets for word in ("--set", item)]
        return json.loads(fine("evaluate", folder.example, *words))["headline"]
    plain = headline()
    assert headline("deal.price_cents=7000")["left_used_cents"] < plain["left_used_cents"]
    assert headline("deal.price_cents=7000", "deal.price_cents=8000") == plain  # the last one counts
    assert json.loads(fine("evaluate", folder.example, "--set=deal.price_cents=7000")
                      )["headline"] == headline("deal.price_cents=7000")
    for value in ("business.gst_registered=false", "name=A = b", 'name="Quoted"',
                  "deal.price_tax_wording=included", "staff[0].accompanied_only=true",
                  "deal.sale_date=2026-02-05"):
        headline(value)


def test_wrong_set(folder):
    before = checksum(folder.path)
    for value in ("deal.price_cents", "deal.no_such=1", "staff[99].accompanied_only=true",
                  "deal.price_cents=abc", "deal.price_cents=1.5", "deal.price_cents=", "=1", "",
                  "deal.price_cents=99999999999999999999999", "business.gst_registered=2",
                  "deal.sale_date=2026-02-30", "deal=1", "deal.price_tax_wording=perhaps",
                  "staff[-1].accompanied_only=true", "staff[x].accompanied_only=true"):
        english = refused(USAGE, "evaluate", folder.example, "--set", value)
        french = refused(USAGE, "evaluate", folder.example, "--set", value, "--lang", "fr")
        assert english != french, english
    assert checksum(folder.path) == before


def test_wrong_usage(folder):
    for words in ([], ["no-such"], ["check"], ["evaluate", "a", "b"], ["example", "a"],
                  ["check", "--no-such", "a"], ["check", "--plan"], ["check", "a", "--set"],
                  ["keys", "--set", "a=1"], ["check", "a", "--lang", "de"],
                  ["report", folder.example], ["report", folder.example, "--pdf", ""],
                  ["report", folder.example, "--pdf", "a", "--paper", "legal"],
                  ["check", folder.example, "--plan", "Second"], ["check", "-", "--plan", "Second"],
                  ["--lang", "fr"], ["check", "a", "--pdf", "b"], ["journal"], ["journal", folder.example],
                  ["journal", folder.example, "--kind", "model"],
                  ["journal", folder.example, "--format", "csv"],
                  ["journal", folder.example, "--kind", "recorded", "--format", "csv"],
                  ["journal", folder.example, "--kind", "model", "--format", "xlsx"],
                  ["journal", folder.example, "--kind", "model", "--format", "csv", "--out", ""],
                  ["evaluate", folder.example, "--kind", "model"]):
        code, out, talk = run(*words)
        assert code == USAGE and not out and talk, (words, code, out, talk)


def test_unreadable(folder):
    example = fine("example")
    cases = {
        "empty": "", "space": " \n", "text": "hello", "cut": example[:len(example) // 2],
        "list": "[]", "number": "3", "null": "null", "object": "{}",
        "other": '{"format": "other", "version": 1}',
        "later": example.replace('"version": 1', '"version": 2', 1),
        "typing": example.replace('"price_cents"', '"price_cnts"', 1),
        "kind": example.replace('"gst_registered": true', '"gst_registered": "yes"', 1),
        "bytes": b"\xff\xfe\x00{", "nul": example.encode().replace(b"Spa duo", b"Spa\0duo", 1),
        "latin": example.encode().replace(b"Spa duo", b"Spa \xe9t\xe9", 1),
        "deep": "[" * 200000, "huge": "{" + " " * 9_000_000,
        "trailing": example + "{}",
    }
    for name, content in cases.items():
        path = folder.write(name, content)
        before = checksum(folder.path)
        for command in (["check"], ["evaluate"], ["report", "--pdf", folder.at("x.pdf")],
                        ["journal", "--kind", "model", "--format", "csv", "--out", folder.at("x.csv")]):
            refused(SYSTEM, *command, path, saying=path)
        refused(SYSTEM, "check", "-", stdin=content)
        assert checksum(folder.path) == before, name
        os.unlink(path)


def test_missing_files(folder):
    refused(SYSTEM, "check", folder.at("nowhere.json"), saying="There is no such file.")
    refused(SYSTEM, "check", folder.path, saying="This is a folder")
    refused(SYSTEM, "check", "/dev/zero", saying="too large")
    line = refused(SYSTEM, "check", folder.at("nowhere.json"), "--lang", "fr")
    assert "There is" not in line, line


def test_workspace(folder):
    before = checksum(folder.path)
    by_name = json.loads(fine("evaluate", folder.workspace, "--plan", "Second"))["headline"]
    current = json.loads(fine("evaluate", folder.workspace))["headline"]
    expected = {price: json.loads(fine("evaluate", folder.example, "--set",
                                       f"deal.price_cents={price}"))["headline"]
                for price in (7002, 7003)}
    assert by_name == expected[7002]
    assert current == expected[7003]  # the maker left the third one current
    changed = fine("evaluate", folder.workspace, "--plan", "Second", "--set",
                   "deal.price_cents=7003")
    assert json.loads(changed)["headline"] == expected[7003]
    refused(SYSTEM, "check", folder.workspace, "--plan", "No such", saying="no such deal")
    assert checksum(folder.path) == before


def test_bad_workspaces(folder):
    with open(folder.workspace, "rb") as file:
        whole = file.read()
    folder.write("cut.aubaine", whole[:len(whole) // 2])
    folder.write("noise.aubaine", whole[:200] + bytes(len(whole) - 200))
    foreign = sqlite3.connect(folder.at("foreign.aubaine"))
    foreign.execute("CREATE TABLE plan (a)")
    foreign.close()
    folder.write("newer.aubaine", whole[:60] + b"\0\0\0\x09" + whole[64:])
    before = checksum(folder.path)
    for name in ("cut", "noise", "foreign"):
        refused(SYSTEM, "evaluate", folder.at(name + ".aubaine"), saying=name)
    fine("evaluate", folder.at("newer.aubaine"))  # its tables are still those we know: read only
    assert checksum(folder.path) == before


def test_report(folder):
    target = folder.at("report.pdf")
    for more in ([], ["--lang", "fr"], ["--paper", "a4"], ["--lang=fr", "--paper=a4"]):
        words = ["--years", "0", *more]
        fine("report", folder.example, "--pdf", target, *words)
        with open(target, "rb") as file:
            first = file.read()
        assert first.startswith(b"%PDF-") and first.rstrip().endswith(b"%%EOF")
        fine("report", folder.example, "--pdf", target, *words)
        with open(target, "rb") as file:
            assert file.read() == first  # SOURCE_DATE_EPOCH: same bytes
        code, out, _ = run("report", folder.example, "--pdf", "-", *words)
        assert code == FINE and out == first
    os.unlink(target)
    before = checksum(folder.path)
    for path in (folder.at("no/such/x.pdf"), "/dev/full"):
        refused(SYSTEM, "report", folder.example, "--pdf", path, "--years", "0")
    refused(USAGE, "report", folder.example, "--pdf", target,
            environment={"SOURCE_DATE_EPOCH": "yesterday"})
    assert checksum(folder.path) == before


def test_journal(folder):
    formats = ["hledger", "ledger", "beancount", "gnucash", "sage50", "csv", "csv-fr"]
    made = set()
    for kind in ("model", "projected"):
        for name in formats:
            for language in ("en", "fr"):
                words = ["journal", folder.example, "--kind", kind, "--format", name, "--lang", language]
                code, out, talk = run(*words)
                assert code == FINE and len(out) > 1000, (words, talk)
                assert ("Sage 50" in talk) == (name == "sage50") == bool(talk), (words, talk)
                assert run(*words, f"--out={folder.at('journal')}") == (FINE, b"", talk), words
                with open(folder.at("journal"), "rb") as file:
                    assert file.read() == out, words
                made.add(out)
    assert len(made) == 2 * 2 * len(formats)  # no two alike
    assert run("journal", folder.workspace, "--plan", "Second", "--kind=model", "--format=csv")[0] == FINE
    os.unlink(folder.at("journal"))
    before = checksum(folder.path)
    words = ["journal", folder.example, "--kind", "model", "--format", "csv"]
    refused(SYSTEM, *words, "--out", folder.at("no/such/x.csv"), saying="no/such/x.csv")
    refused(SYSTEM, *words, "--out", "/dev/full")
    code, out, _ = run(*words, "--out", folder.at("x.csv"), "--set", "deal.price_cents=-1")
    assert code == PROBLEMS and json.loads(out)["problems"]
    assert checksum(folder.path) == before


def test_summary(folder):
    """At once, of the plan year: in either language, wherever it is asked for."""
    words = ["summary", folder.example, "--years", "0"]
    english = fine(*words).splitlines()
    french = fine(*words, "--lang", "fr").splitlines()
    assert len(english) == len(french) == 8
    assert all(a != b for a, b in zip(english, french)), (english, french)
    assert all("$" in english[line] for line in (2, 5, 6)), english
    assert "provisional" in english[0].lower(), english
    assert fine(*words, environment={"LANGUAGE": "fr"}).splitlines() == french
    assert fine(*words, environment={"LC_ALL": "", "LANG": "fr_CA.UTF-8"}).splitlines() == french
    assert fine(*words, "--lang", "en", environment={"LANGUAGE": "fr"}).splitlines() == english


def test_chart(folder):
    """Both formats, both languages; what is refused says why and writes nothing."""
    words = ["chart", folder.example, "--years", "0", "--kind", "waterfall"]
    english, french = (fine(*words, "--svg", "-", "--lang", code) for code in ("en", "fr"))
    assert "<title>Each used voucher " in english and "<title>Chaque bon " in french, french[:400]
    assert fine(*words, "--svg", folder.at("chart.svg")) == ""
    with open(folder.at("chart.svg"), encoding="utf-8") as file:
        assert file.read() == english
    assert fine(*words, "--png", folder.at("chart.PNG")) == ""
    with open(folder.at("chart.PNG"), "rb") as file:
        assert file.read().startswith(b"\x89PNG")
    before = checksum(folder.path)
    for kind in ([], ["--kind", "pie"]):
        line = refused(USAGE, "chart", folder.example, *kind, "--svg", folder.at("x.svg"),
                       saying="Give --kind and one of: waterfall, bookings, heat, ")
        assert line.endswith(", offers."), line
    refused(USAGE, *words, saying="Give --svg FILE or --png FILE.")
    refused(USAGE, *words, "--svg", folder.at("x.svg"), "--png", folder.at("x.png"),
            saying="Give --svg FILE or --png FILE.")
    refused(USAGE, *words, "--svg", folder.at("x.png"), saying="end the name in .svg")
    refused(USAGE, *words, "--png", folder.at("x.SVG"), "--lang", "fr", saying="par .png")
    refused(USAGE, *words[:4], "--kind", "fan", "--svg", folder.at("x.svg"),
            saying="nothing to show")
    refused(SYSTEM, *words, "--svg", folder.at("none/x.svg"), saying=folder.at("none/x.svg"))
    refused(SYSTEM, *words, "--png", "/dev/full", saying="/dev/full")
    assert checksum(folder.path) == before


def test_output_that_fails(folder):
    for words in (["example"], ["keys"], ["--help"], ["--version"], ["check", folder.example],
                  ["evaluate", folder.example], ["summary", folder.example, "--years", "0"],
                  ["evaluate", folder.example, "--years", "2"],
                  ["report", folder.example, "--pdf", "-", "--years", "0"],
                  ["journal", folder.example, "--kind", "model", "--format", "csv", "--out", "-"],
                  ["chart", folder.example, "--years", "0", "--kind", "waterfall", "--svg", "-"],
                  ["check", folder.example, "--set", "deal.price_cents=-1"]):
        with open("/dev/full", "wb") as full:
            code, _, talk = run(*words, stdout=full)
        assert code == SYSTEM and "could not be written" in talk, (words, code, talk)
        reader, writer = os.pipe()
        os.close(reader)
        code, _, talk = run(*words, stdout=writer)
        os.close(writer)
        assert code == SYSTEM and "could not be written" in talk, (words, code, talk)
        closed = subprocess.run(["sh", "-c", 'exec "$0" "$@" >&-', CLI, *words], check=False,
                                stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT)
        assert closed.returncode == SYSTEM, (words, closed)


main(globals())
