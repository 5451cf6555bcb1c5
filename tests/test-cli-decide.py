#!/usr/bin/python3
"""What aubaine-cli decides of a plan: the JSON with its keys and units, the summary, the answers, the
rider, offers side by side. Usage: test-cli-decide.py AUBAINE-CLI MAKE-WORKSPACE. Prints TAP."""

import json
import sys

sys.dont_write_bytecode = True
from cli_door import SYSTEM, USAGE, fine, main, refused, scalars


def small_plan(folder, **changes):
    """A place with one room and few clients: its years take little time."""
    plan = json.loads(fine("example"))
    plan["rooms"], plan["staff"] = plan["rooms"][:1], plan["staff"][:2]
    plan["regulars"]["wanted_milli_visits"] = [0, 0, 1000, 1000, 2000, 2000, 0]
    plan["uncertainty"] = [{"path": "deal.vouchers_sold", "low": 15, "likely": 20, "high": 25},
                           {"path": "clients.return_per_100k", "low": 2000, "likely": 15000,
                            "high": 30000}]
    plan["deal"]["vouchers_sold"] = 20
    plan["alternatives"] = {"own_offer_buyers": 12, "own_offer_discount_per_100k": 30000,
                            "web_weekly_milli_hours": 11000, "web_months_before_result": 6,
                            "web_new_clients_monthly": 4, "web_cents_per_hour": 2500}
    for path, value in changes.items():
        room, name = path.split("__")
        plan[room][name] = value
    return folder.write("small.json", json.dumps(plan))


def without_rooms(folder):
    """Its years are of the campaign alone: little time again."""
    plan = json.loads(open(small_plan(folder)).read())
    plan["rooms"] = []
    return folder.write("no-rooms.json", json.dumps(plan))


def decisions_of(*arguments):
    return json.loads(fine("decide", *arguments))["decisions"]


UNITS = ("_cents", "_count", "_per_100k", "_milli", "_days", "_date", "weekday", "_milli_visits",
         "_milli_calls")
# Words, truths, what stands beside a unit, and numbers of no unit.
UNITLESS = {"format", "version", "name", "seed", "uncertainty", "form", "if_contract", "is_final",
            "applies", "found", "is_bound", "binding", "most_is_contract", "all_hold", "holds",
            "floor_left_out", "is_needed", "hopeless", "best_alone", "is_simulated", "is_open",
            "earns_above", "has_clients", "stands_above", "changes", "term", "path", "unit",
            "low", "likely", "high", "value", "turns_at", "now"}


def check_units(value, place):
    """Every number has its unit in its name, or beside it."""
    if isinstance(value, list):
        for member in value:
            check_units(member, place)
    elif isinstance(value, dict):
        for name, member in value.items():
            if not isinstance(member, (dict, list)):
                assert name in UNITLESS or name.endswith(UNITS), f"{place}.{name}"
            check_units(member, f"{place}.{name}")


def test_faults(folder):
    """A number without its unit, a key that is not told and one that is not known are noticed."""
    faults = [(check_units, ({"cap": {"vouchers": 3}}, "")), (check_units, ([{"cents_result": 1}], "")),
              (check_decide_keys, ({"seed": 1},))]
    decisions = decisions_of(without_rooms(folder), "--no-uncertainty")
    check_decide_keys(decisions)
    decisions["cap"]["surprise_count"] = 1
    for check, arguments in [*faults, (check_decide_keys, (decisions,))]:
        try:
            check(*arguments)
        except AssertionError:
            continue
        raise RuntimeError(f"{check.__name__} saw nothing")


def test_decide(folder):
    plan = small_plan(folder)
    text = fine("decide", plan)
    whole = json.loads(text)
    decisions = whole["decisions"]
    assert (whole["format"], whole["version"]) == ("aubaine-decisions", 1)
    check_units(whole, "")
    check_decide_keys(decisions)
    assert [len(decisions["quota"]["days"]), len(decisions["launch"])] == [7, 12]
    caps = [test["vouchers_count"] for test in decisions["cap"]["tests"]]
    assert caps == sorted(set(caps)) and caps
    assert {bar["path"] for bar in decisions["tornado"]["bars"]} == {
        entry["path"] for entry in json.loads(open(plan).read())["uncertainty"]}
    assert decisions["oversell"]["times_2"]["vouchers_count"] == 40
    assert decisions["oversell"]["no_limit"]["vouchers_count"] == 200
    dates = [month["sale_date"] for month in decisions["launch"]]
    assert dates[0] == decisions["sale_date"] == "2026-02-04" and dates[11] == "2027-01-04", dates
    assert decisions["launch"][0]["less_base_cents"] == {"mean_milli": 0, "error_milli": 0}
    web = decisions["alternatives"]["web"]
    assert (web["cost_cents"], web["clients_milli"]) == (11 * 52 * 2500, 24000), web
    assert web["cost_per_client_kept_cents"] == round(11 * 52 * 2500 / 24)
    assert decisions["alternatives"]["own_offer"]["applies"]
    for line in decisions["break_even"].values():
        assert line["unit"] and (line["value"] is None) == (not line["found"]), line
        values = [point["value"] for point in line["points"]]
        assert values == sorted(values), line
    check_summary(plan, decisions["verdict"])


def check_summary(plan, verdict):
    """Of simulated years: the verdict that decide tells, and how many years they are."""
    lines = fine("summary", plan).splitlines()
    assert len(lines) == 8 and "1,000 simulated years" in lines[-1], lines
    assert lines[0].startswith({"yes": "Yes", "as_advertising": "Yes, as advertising",
                                "no": "No"}[verdict["form"]]), lines
    assert (", if the contract says" in lines[0]) == verdict["if_contract"], lines
    few = fine("summary", plan, "--years", "5", "--threads", "2").splitlines()
    assert "5 simulated years" in few[-1], few


def check_decide_keys(decisions):
    """keys has every scalar outside the lists, and what is told beside them."""
    lines = [line.split("\t") for line in fine("keys").splitlines()]
    keys = {path for path, _, _ in lines if path.startswith("decisions.")}
    told = set(scalars(decisions, "decisions"))
    beside = {path for path in told - keys}
    assert keys <= told, keys - told
    assert all(path.startswith(("decisions.verdict.", "decisions.asks.best_alone", "decisions.asks.cap_then"))
               or path in ("decisions.uncertainty",) or path.endswith((".path", ".unit"))
               for path in beside), beside


def test_decide_without_rooms(folder):
    """The same bytes whatever the threads; what needs a calendar does not apply."""
    words = [without_rooms(folder), "--no-uncertainty", "--seed", "7", "--threads"]
    text = fine("decide", *words, "1")
    assert text == fine("decide", *words, "3", environment={"LC_ALL": "fr_CA.UTF-8"})
    decisions = json.loads(text)["decisions"]
    assert (decisions["seed"], decisions["uncertainty"]) == (7, False)
    assert not decisions["quota"]["applies"] and decisions["quota"]["regular_cents"] is None
    assert not decisions["one_more"]["room"]["applies"]
    assert decisions["one_more"]["room"]["standing"]["form"] is None
    assert [month["applies"] for month in decisions["launch"]] == [True] + [False] * 11
    assert decisions["tornado"]["bars"], "the plan's ranges are still looked at"


def test_answers(folder):
    lines = fine("answers", without_rooms(folder), "--lang", "fr", "--years", "5").splitlines()
    assert len(lines) == 40, lines
    for i in range(20):
        assert lines[2 * i].startswith(f"{i + 1}. ") and lines[2 * i + 1].startswith("   "), lines
    assert lines[0] == "1. Que me reste-t-il d’un bon?", lines[0]


def test_rider(folder):
    """Clauses where asking helps; else it says so."""
    easy = {"conditions__weekly_share_max_per_100k": 100000, "conditions__wait_share_per_100k": 0,
            "conditions__extra_refused_max_per_100k": 100000}
    light = small_plan(folder, **easy, clients__usual_advertising_cents_per_new_client=1000000)
    assert "rien à demander" in fine("rider", light, "--lang", "fr")
    hopeless = small_plan(folder, conditions__weekly_share_max_per_100k=0)
    assert "nothing to ask for" in fine("rider", hopeless)
    asking = small_plan(folder, **easy, deal__price_tax_wording="included",
                        clients__usual_advertising_cents_per_new_client=4500)
    english = fine("rider", asking)
    french = fine("rider", asking, "--lang", "fr")
    for rider in (english, french):
        assert "\n1. " in rider and "20" in rider, rider
    assert english != french


def test_compare(folder):
    plan = small_plan(folder)
    other = json.loads(open(plan).read())
    other["deal"]["commission_per_100k"] = 30000
    dearer = folder.write("dearer.json", json.dumps(other))
    text = fine("compare", plan, dearer, plan, "--threads", "1")
    assert text == fine("compare", plan, dearer, plan, "--threads", "3")
    told = json.loads(text)
    first, second, third = told["offers"]
    # The same luck: the same plan is the same to the cent, and nothing of the difference is luck.
    assert first == third and first["less_first_cents"] == {"mean_milli": 0, "error_milli": 0}
    assert second["less_first_cents"]["mean_milli"] > 0
    assert second["left_used_cents"] == first["left_used_cents"] + 1600
    check_units(told, "")
    refused(USAGE, "compare", plan, saying="two to four")
    refused(USAGE, "compare", *[plan] * 5, saying="one too many")
    refused(USAGE, "compare", saying="Which plan?")
    refused(SYSTEM, "compare", plan, folder.at("nowhere.json"), saying="nowhere.json")


main(globals())
