#!/usr/bin/python3
"""What aubaine-cli decides, counted again from the simulated years that `evaluate` tells of other
plans: the cap by brute force, bars, terms, break-evens, offers, quotas and other ways to the same
clients. Shares no code with the program. Usage: test-naive-decide.py AUBAINE-CLI MAKE-WORKSPACE
[WORLDS]. Prints TAP."""

import concurrent.futures
import copy
import json
import math
import sys

sys.dont_write_bytecode = True
from cli_door import fine, main

CEILINGS = ("wait", "refused", "weekly_share", "cash_floor")
CONDITIONS = ("result", "cost_per_client_kept", *CEILINGS)
YEARS, YEARS_OF_LUCK, YEARS_SURE = 250, 100, 1000


def small_spa():
    """One room, two therapists, massages alone; the deal on three afternoons a week."""
    plan = json.loads(fine("example"))
    plan["rooms"], plan["staff"] = plan["rooms"][:1], plan["staff"][:2]
    plan["services"] = plan["services"][:1]
    plan["regulars"].update(
        service_mix_per_100k=[100000], season_per_100k=[100000] * 12, patience_open_days=0,
        flexibility_minutes=60, wanted_milli_visits=[1500, 2000, 2500, 2500, 3000, 3000, 0])
    plan["deal"].update(
        service_index=0, list_price_cents=8000, price_cents=4000, vouchers_sold=70,
        contract_cap=200, promotion_end_date="2026-07-04", price_tax_wording="included",
        payout_basis="redeemed", allowed_weekdays=[True, True, False, False, True, False, False],
        allowed_begin_minute=900)
    plan["deal_pay"]["flat_cents"] = 1500
    plan["phone"]["extra_days"] = 1
    plan["clients"].update(incentive_cents=0, usual_advertising_cents_per_new_client=10500)
    plan["business"].update(opening_cash_cents=160000, cash_floor_cents=138000,
                            fixed_costs_monthly_cents=60000, owner_draw_monthly_cents=50000)
    plan["conditions"].update(weekly_share_max_per_100k=60000, extra_refused_max_per_100k=2000,
                              wait_days_max=7, wait_share_per_100k=85000,
                              confidence_per_100k=92000)
    plan["uncertainty"] = [
        {"path": "deal.vouchers_sold", "low": 40, "likely": 70, "high": 140},
        {"path": "clients.return_per_100k", "low": 2000, "likely": 15000, "high": 30000}]
    plan["alternatives"] = {"own_offer_buyers": 25, "own_offer_discount_per_100k": 30000,
                            "web_weekly_milli_hours": 11500, "web_months_before_result": 5,
                            "web_new_clients_monthly": 3, "web_cents_per_hour": 2600}
    return plan


def earning_spa():
    """The goal is to earn, of the luck alone: dear campaign, so that few vouchers lose."""
    plan = small_spa()
    plan["conditions"].update(goal="earn", loss_probability_max_per_100k=20000, confidence_per_100k=90000,
                              weekly_share_max_per_100k=70000)
    plan["deal"].update(vouchers_sold=12, contract_cap=None, commission_per_100k=20000,
                        allowed_begin_minute=0, price_tax_wording="extra")
    plan["clients"]["existing_per_100k"] = 5000
    plan["uncertainty"] = [{"path": "clients.existing_per_100k", "low": 1000, "likely": 5000,
                            "high": 20000}]
    return plan


class World:
    """A plan, what is decided of it, and the years of plans beside it."""

    def __init__(self, plan, luck_alone):
        self.plan, self.luck_alone = plan, luck_alone
        options = ["--no-uncertainty"] if luck_alone else []
        self.told = json.loads(fine("decide", "-", *options, stdin=json.dumps(plan)))["decisions"]
        self.seen = {}

    def years_of(self, plan, years, luck_alone=None):
        """Of evaluate: the sample the owner is told."""
        luck_alone = self.luck_alone if luck_alone is None else luck_alone
        said = json.dumps(plan)
        if (said, years, luck_alone) in self.seen:
            return self.seen[said, years, luck_alone]
        text = fine("evaluate", "-", "--years", str(years), "--threads", "1",
                    *(["--no-uncertainty"] if luck_alone else []), stdin=said)
        risk = json.loads(text)["risk"]["luck" if luck_alone else "all"]
        assert risk["years"] == years
        self.seen[said, years, luck_alone] = risk
        return risk

    def many(self, plans, years, luck_alone=None):
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            return list(pool.map(lambda plan: self.years_of(plan, years, luck_alone), plans))


def put(plan, path, value):
    """Another plan: value at a dotted path, whose range is taken out."""
    other = copy.deepcopy(plan)
    room, name = path.split(".")
    name, _, index = name.rstrip("]").partition("[")
    if index:
        other[room][name][int(index)] = value
    else:
        other[room][name] = value
    other["uncertainty"] = [entry for entry in other["uncertainty"] if entry["path"] != path]
    return other


def half_up(part, whole):
    """Of whole numbers, away from zero."""
    size = (2 * abs(part) + whole) // (2 * whole)
    return size if part >= 0 else -size


def near(value, expected, most=1):
    assert abs(value - expected) <= most, (value, expected)


# --- conditions ---------------------------------------------------------------------------------


def judge(plan, risk, strictly=False):
    """Condition → (applies, holds), from shares of years and means."""
    limits, judged = plan["conditions"], {}
    for name in CONDITIONS:
        breaks = risk["breaks"][name]
        allowed = 100000 - limits["confidence_per_100k"]
        if name == "result":
            breaks = {**risk["loss"], "applies": limits["goal"] == "earn"}
            allowed = limits["loss_probability_max_per_100k"]
        holds = not breaks["applies"] or breaks["share_per_100k"] < allowed + (not strictly)
        if name == "cost_per_client_kept" and breaks["applies"]:
            result = risk["result_cents"]["mean_milli"]
            kept = risk["people_returning_count"]["mean_milli"]
            usual = plan["clients"]["usual_advertising_cents_per_new_client"]
            holds = result >= 0 or (kept > 0 and half_up(-result, kept) <= usual)
        judged[name] = (breaks["applies"], holds)
    return judged


def form_of(plan, risk):
    if not all(holds for _, holds in judge(plan, risk).values()):
        return "no"
    if risk["result_cents"]["mean_milli"] >= 0 or plan["conditions"]["goal"] == "earn":
        return "yes"
    return "as_advertising"


def check_standing(plan, risk, standing):
    assert standing["form"] == form_of(plan, risk)
    for name, (applies, holds) in judge(plan, risk).items():
        of = standing["conditions"][name]
        assert of["applies"] == applies and (not applies or of["holds"] == holds), name
        if applies and name != "result":
            assert of["broken_per_100k"] == risk["breaks"][name]["share_per_100k"], name
        if applies and name == "result":
            assert of["broken_per_100k"] == risk["loss"]["share_per_100k"], name
    assert standing["result_cents"]["mean_milli"] == risk["result_cents"]["mean_milli"]
    assert standing["clients_kept_count"]["mean_milli"] == risk["people_returning_count"]["mean_milli"]


# --- the cap ------------------------------------------------------------------------------------


def brute_cap(plan, numbers, risks, strictly=False):
    """Cap, the first number of those that meet the goal one after the other up to it, alone: by
    looking at every number."""
    goal = "result" if plan["conditions"]["goal"] == "earn" else "cost_per_client_kept"
    judged = [judge(plan, risk, strictly) for risk in risks]
    alone = {}
    for name in CONDITIONS:
        if not judged[0][name][0]:
            continue
        holds = [of[name][1] for of in judged]
        if name == goal:
            alone[name] = max((n for n, hold in zip(numbers, holds) if hold), default=0)
        else:
            broken = [n for n, hold in zip(numbers, holds) if not hold]
            alone[name] = broken[0] - 10 if broken else numbers[-1]
    ceiling = min((alone[name] for name in alone if name != goal), default=numbers[-1])
    met = [n for n, of in zip(numbers, judged) if n <= ceiling and of[goal][1]]
    cap = max(met, default=0)
    first = cap
    while first - 10 in met:
        first -= 10
    beyond = judged[cap // 10] if cap and cap < numbers[-1] else {}
    return cap, first, alone, [name for name, (_, holds) in beyond.items() if not holds]


def check_cap(told, plan, numbers, cap, first, alone, binding):
    assert told["most_count"] == numbers[-1], told["most_count"]
    assert told["found"] == (cap > 0) and (told["vouchers_count"] or 0) == cap, (told, cap)
    if cap:
        assert (told["at_least_count"] or 0) == (first if first > 10 else 0), (told, first)
        assert (told["binding"] in binding) if binding else told["binding"] is None, told["binding"]
    for name in CONDITIONS:
        of = told["alone"][name]
        assert of["applies"] == (name in alone), name
        if not of["applies"]:
            continue
        assert of["found"] == (alone[name] > 0), name
        assert (of["vouchers_count"] or 0) == alone[name], (name, of, alone[name])
        assert of["is_bound"] == (alone[name] == numbers[-1]), (name, of)


def test_cap(worlds):
    for world in worlds:
        deal = world.plan["deal"]
        most = min(10 * deal["vouchers_sold"], deal["contract_cap"] or 100000) // 10 * 10
        numbers = list(range(10, most + 1, 10))
        risks = world.many([put(world.plan, "deal.vouchers_sold", n) for n in numbers], YEARS)
        found = brute_cap(world.plan, numbers, risks)
        print("# cap, from, alone, what one step more breaks:", *found)
        told = world.told["cap"]
        check_cap(told, world.plan, numbers, *found)
        assert told["most_is_contract"] == (most == deal["contract_cap"])
        for test in told["tests"]:
            risk = risks[test["vouchers_count"] // 10 - 1]
            assert test["result_cents"]["mean_milli"] == risk["result_cents"]["mean_milli"], test
            for name in CEILINGS:
                share = test[name]["broken_years_count"] * 100000 // YEARS
                assert share == risk["breaks"][name]["share_per_100k"], (test, name)
        world.brute = numbers, risks


# --- what matters -------------------------------------------------------------------------------


def test_tornado(worlds):
    for world in worlds:
        tornado = world.told["tornado"]
        base = world.years_of(world.plan, YEARS_OF_LUCK, True)["result_cents"]
        assert tornado["base_result_cents"]["mean_milli"] == base["mean_milli"]
        assert {bar["path"] for bar in tornado["bars"]} == {
            entry["path"] for entry in world.plan["uncertainty"]}
        widths = []
        for bar in tornado["bars"]:
            entry = next(e for e in world.plan["uncertainty"] if e["path"] == bar["path"])
            assert [bar[end] for end in ("low", "likely", "high")] == [
                entry[end] for end in ("low", "likely", "high")]
            low, high = (risk["result_cents"] for risk in world.many(
                [put(world.plan, bar["path"], entry[end]) for end in ("low", "high")],
                YEARS_OF_LUCK, True))
            assert bar["at_low_result_cents"]["mean_milli"] == low["mean_milli"], bar
            assert bar["at_high_result_cents"]["mean_milli"] == high["mean_milli"], bar
            near(bar["low_less_high_cents"]["mean_milli"], low["mean_milli"] - high["mean_milli"])
            assert bar["low_less_high_cents"]["error_milli"] <= (low["mean_error_milli"]
                                                                 + high["mean_error_milli"] + 1)
            widths.append(abs(bar["low_less_high_cents"]["mean_milli"]))
        assert widths == sorted(widths, reverse=True), widths


def with_term(plan, term):
    """The plan whose contract says so; None: not written here."""
    kind, other = term["term"], copy.deepcopy(plan)
    deal = other["deal"]
    if kind == "cap":
        cap = term["vouchers_count"]
        deal["contract_cap"] = min(cap, deal["contract_cap"] or cap)
    elif kind == "quota":
        for day, most in enumerate(term["weekday_quota_count"]):
            now = deal["weekday_quota"][day]
            if most is not None:
                deal["weekday_quota"][day] = most if now is None else min(most, now)
    elif kind == "no_weekday":
        deal["allowed_weekdays"][term["weekday"]] = False
    elif kind == "taxes_extra":
        deal["price_tax_wording"] = "extra"
    elif kind == "new_clients_only":
        new = 100000 - other["clients"]["existing_per_100k"]
        deal["vouchers_sold"] = (deal["vouchers_sold"] * new + 50000) // 100000
        other = put(other, "clients.existing_per_100k", 0)
    elif kind == "no_fixed_fee":
        other = put(other, "deal.fixed_fee_cents", 0)
    elif kind == "no_card_fee":
        other = put(other, "deal.card_fee_per_100k", 0)
    elif kind == "commission":
        other = put(other, "deal.commission_per_100k", term["commission_per_100k"])
    elif kind == "price":
        other = put(other, "deal.price_cents", term["price_cents"])
    else:
        return None
    return other


def test_worths(worlds):
    for world in worlds:
        terms = world.told["worths"]["terms"]
        base = world.years_of(world.plan, YEARS_OF_LUCK, True)
        known = {"worth_cents": "result_cents", "lowest_cents": "lowest_cents",
                 "refused_count": "refused_extra_count"}
        for term in terms:
            other = with_term(world.plan, term)
            if not other or not term["changes"]:
                assert term["term"] == "payout_soon" or term["worth_cents"]["mean_milli"] == 0, term
                continue
            risk = world.years_of(other, YEARS_OF_LUCK, True)
            for name, key in known.items():
                near(term[name]["mean_milli"], risk[key]["mean_milli"] - base[key]["mean_milli"])
        worth = [term["worth_cents"]["mean_milli"] for term in terms if term["changes"]]
        assert worth == sorted(worth, reverse=True), worth
        by_name = {term["term"]: term for term in terms}
        deal = world.plan["deal"]
        assert by_name["commission"]["commission_per_100k"] == deal["commission_per_100k"] - 1000
        assert by_name["no_weekday"]["weekday"] == 4
        if by_name["cap"]["changes"]:
            assert by_name["cap"]["vouchers_count"] == deal["vouchers_sold"] - 50


def test_break_even(worlds):
    for world in worlds:
        now = world.years_of(world.plan, YEARS_OF_LUCK, True)["result_cents"]["mean_milli"]
        for line in world.told["break_even"].values():
            room, name = line["path"].split(".")
            assert line["now"] == world.plan[room][name], line["path"]
            near(line["now_result_cents"], now / 1000)
            points = {point["value"]: point["result_cents"] for point in line["points"]}
            if not line["found"]:
                assert len({result >= 0 for result in points.values()}) == 1, line
                continue
            loses = line["value"] + (-1 if line["earns_above"] else 1)
            for value, earns in ((line["value"], True), (loses, False)):
                mean = world.years_of(put(world.plan, line["path"], value), YEARS_OF_LUCK,
                                      True)["result_cents"]["mean_milli"]
                assert (mean >= 0) == earns, (line["path"], value, mean)
                if value in points:
                    near(points[value], mean / 1000)
            crossings = [(a, b) for a, b in zip(line["points"], line["points"][1:])
                         if (a["result_cents"] >= 0) != (b["result_cents"] >= 0)]
            distance = min(min(abs(a["value"] - line["now"]), abs(b["value"] - line["now"]))
                           for a, b in crossings)
            near(abs(line["value"] - line["now"]), distance)


# --- contracts ----------------------------------------------------------------------------------


def test_verdict(worlds):
    """Years the asks are looked at in; each ask in writing turns it."""
    for world in worlds:
        risk = world.years_of(world.plan, YEARS_SURE)
        check_standing(world.plan, risk, world.told["standing"])
        asks = world.told["asks"]
        form = form_of(world.plan, risk)
        assert asks["is_needed"] == (form == "no")
        for i, ask in enumerate(asks["list"]):
            plan = world.plan
            for term in ask["terms"]:
                plan = plan and with_term(plan, term)
            if not plan:
                continue
            risk = world.years_of(plan, YEARS_SURE)
            assert form_of(plan, risk) != "no", ask["terms"]
            check_standing(plan, risk, ask["standing"])
            if i == 0 and asks["is_needed"]:
                form = form_of(plan, risk)
        verdict = world.told["verdict"]
        assert verdict["form"] == form and verdict["is_final"], verdict
        assert verdict["if_contract"] == (asks["is_needed"] and asks["ask_count"] > 0)


def test_offers(worlds, folder):
    world = worlds[0]
    cheaper = put(world.plan, "deal.commission_per_100k", 35000)
    dearer = put(world.plan, "deal.price_cents", 4400)
    plans = [world.plan, cheaper, dearer]
    paths = [folder.write(f"offer-{i}.json", json.dumps(plan)) for i, plan in enumerate(plans)]
    offers = json.loads(fine("compare", *paths))["offers"]
    risks = world.many(plans, YEARS_SURE)
    first = risks[0]["result_cents"]
    for plan, offer, risk in zip(plans, offers, risks):
        check_standing(plan, risk, offer["standing"])
        near(offer["less_first_cents"]["mean_milli"],
             risk["result_cents"]["mean_milli"] - first["mean_milli"])
        both = risk["result_cents"]["mean_error_milli"] + first["mean_error_milli"]
        assert offer["less_first_cents"]["error_milli"] <= both / 2, "the same luck says more"
        assert offer["loss_per_100k"] == risk["loss"]["share_per_100k"]
        for name, key, percentile in (
                ("result_p5_cents", "result_cents", "p5"), ("result_p50_cents", "result_cents", "p50"),
                ("result_p95_cents", "result_cents", "p95"), ("lowest_p10_cents", "lowest_cents", "p10"),
                ("lowest_p50_cents", "lowest_cents", "p50"),
                ("wait_p95_p50_days", "wait_p95_days", "p50"),
                ("refused_extra_p50_count", "refused_extra_count", "p50")):
            assert offer[name] == risk[key][percentile], (name, offer[name], risk[key])


def test_oversell(worlds):
    """Exactly so many, whatever the contract says."""
    for world in worlds[-1:]:
        likely = world.plan["deal"]["vouchers_sold"]
        base = world.years_of(world.plan, YEARS)
        for name, times in (("times_2", 2), ("times_3", 3), ("no_limit", 10)):
            told = world.told["oversell"][name]
            plan = put(put(world.plan, "deal.vouchers_sold", times * likely), "deal.contract_cap", None)
            risk = world.years_of(plan, YEARS)
            assert told["applies"] and told["vouchers_count"] == times * likely, told
            check_standing(plan, risk, told["standing"])
            for key, of in (("less_base_cents", "result_cents"),
                            ("closing_less_base_cents", "closing_cents")):
                near(told[key]["mean_milli"], risk[of]["mean_milli"] - base[of]["mean_milli"])
            for key, of, percentile in (
                    ("refused_extra_count", "refused_extra_count", "p50"),
                    ("wait_p95_days", "wait_p95_days", "p50"), ("unserved_count", "unserved_count", "p50"),
                    ("lowest_p10_cents", "lowest_cents", "p10")):
                assert told[key] == risk[of][percentile], (name, key, told[key])


def own_offer(plan):
    """As what-if.h says."""
    other = copy.deepcopy(plan)
    own, deal = plan["alternatives"], other["deal"]
    price = half_up(deal["list_price_cents"] * (100000 - own["own_offer_discount_per_100k"]), 100000)
    deal.update(vouchers_sold=own["own_offer_buyers"], contract_cap=None, commission_per_100k=0,
                card_fee_per_100k=0, fixed_fee_cents=0, price_cents=price, used_per_100k=100000,
                price_tax_wording="extra", refund_before_use_per_100k=0, payout_basis="redeemed",
                hold_back_per_100k=0)
    other["phone"].update(buyers_calling_per_100k=0, extra_days=0)
    other["one_off_costs"] = []
    other["clients"]["existing_per_100k"] = max(78000, plan["clients"]["existing_per_100k"])
    gone = ("deal.vouchers_sold", "deal.used_per_100k", "clients.existing_per_100k")
    other["uncertainty"] = [e for e in other["uncertainty"] if e["path"] not in gone]
    return other


def test_alternatives(worlds):
    for world in worlds[:1]:
        told, plan = world.told["alternatives"], world.plan
        usual, own = plan["clients"]["usual_advertising_cents_per_new_client"], plan["alternatives"]
        risk = world.years_of(plan, YEARS_SURE)
        kept = risk["people_returning_count"]["mean_milli"]
        cost = -risk["result_cents"]["mean_milli"]
        deal = told["deal"]
        assert deal["clients_milli"] == kept and deal["cost_cents"] == half_up(cost, 1000)
        assert deal["cost_per_client_kept_cents"] == max(0, half_up(cost, kept)), deal
        paid = told["advertising"]
        assert (paid["cost_per_client_kept_cents"], paid["clients_milli"]) == (usual, kept), paid
        near(paid["cost_cents"], usual * kept / 1000)
        web = told["web"]
        clients = (12 - own["web_months_before_result"]) * own["web_new_clients_monthly"]
        time = half_up(52 * own["web_weekly_milli_hours"] * own["web_cents_per_hour"], 1000)
        assert (web["cost_cents"], web["clients_milli"]) == (time, 1000 * clients), web
        assert web["cost_per_client_kept_cents"] == half_up(time, clients), web
        assert web["months_before_result_count"] == own["web_months_before_result"]
        other = world.years_of(own_offer(plan), YEARS_SURE)
        assert told["own_offer"]["clients_milli"] == other["people_returning_count"]["mean_milli"]
        assert told["own_offer"]["cost_cents"] == half_up(-other["result_cents"]["mean_milli"], 1000)


# --- the quota ----------------------------------------------------------------------------------


def poisson_above(mean, most):
    return 1 - sum(math.exp(-mean) * mean ** k / math.factorial(k) for k in range(most + 1))


def protected(regular, deal, mean):
    """Littlewood: the smallest whole y with P(D > y) ≤ R2 ÷ R1."""
    if deal <= 0:
        return 10 ** 6
    y = 0
    while poisson_above(mean, y) > deal / regular:
        y += 1
    return y if deal < regular else 0


# One room from 10 to 20 h, by weekday until when somebody works in it; a massage and its rest.
WORKED_UNTIL = {0: 1200, 1: 1080, 4: 1200}
VISIT_MINUTES = 75


def check_quota(told, plan, worth):
    service, regulars, clients = plan["services"][0], plan["regulars"], plan["clients"]
    pay = service["pay_per_100k"] * (100000 + plan["business"]["contributions_per_100k"])
    regular = service["list_price_cents"] * (1 - pay / 1e10) - service["supplies_cents"]
    new = 1 - clients["existing_per_100k"] / 1e5
    back = new * clients["return_per_100k"] / 1e5 * service["people"] * (
        clients["return_visits_per_year_milli"] / 1000 * regular - clients["incentive_cents"])
    deal = worth - (1 - new) * regular + back
    near(told["regular_cents"], regular)
    near(told["deal_cents"], deal, 2)
    assert told["applies"] and not told["is_simulated"]
    for weekday, day in enumerate(told["days"]):
        assert day["is_open"] == (plan["deal"]["allowed_weekdays"][weekday] and weekday != 6), day
        if not day["is_open"]:
            continue
        places = (WORKED_UNTIL[weekday] - 600) // VISIT_MINUTES
        begin = max(600, plan["deal"]["allowed_begin_minute"])
        assert day["slots_count"] == (WORKED_UNTIL[weekday] - begin) // VISIT_MINUTES, day
        mean = regulars["wanted_milli_visits"][weekday] * regulars["level_per_100k"] / 1e8
        near(day["wanted_milli_visits"], 1000 * mean)
        for name, value in (("before_count", told["deal_cents"]), ("after_count", told["moving_cents"])):
            kept = protected(told["regular_cents"], value, mean)
            expected = max(0, min(day["slots_count"], places - kept))
            assert day[name] == expected, (weekday, name, day, kept)
        near(day["short_per_100k"], 1e5 * poisson_above(mean, places - day["before_count"]), 1)


def test_quota(worlds):
    for world in worlds:
        evaluated = json.loads(fine("evaluate", "-", stdin=json.dumps(world.plan)))
        check_quota(world.told["quota"], world.plan, evaluated["headline"]["left_used_cents"])


# --- faults -------------------------------------------------------------------------------------


def test_faults(worlds):
    """Each is noticed: one too many, a step off, a bar the other way, a crossing beside it."""
    world = worlds[0]
    numbers, risks = world.brute
    strict = brute_cap(world.plan, numbers, risks, strictly=True)
    told = world.told["cap"]
    off = copy.deepcopy(told)
    off["vouchers_count"] += 10
    first = copy.deepcopy(told)
    first["at_least_count"] = 0
    found = brute_cap(world.plan, numbers, risks)
    broken = copy.deepcopy(world)
    broken.told["tornado"]["bars"][0]["at_low_result_cents"]["mean_milli"] += 1
    crossed = copy.deepcopy(world)
    line = next(l for l in crossed.told["break_even"].values() if l["found"])
    line["value"] += 1
    faults = [(check_cap, (told, world.plan, numbers, *strict)),
              (check_cap, (off, world.plan, numbers, *found)),
              (check_cap, (first, world.plan, numbers, *found)),
              (test_tornado, ([broken],)), (test_break_even, ([crossed],))]
    for check, arguments in faults:
        try:
            check(*arguments)
        except AssertionError:
            continue
        raise RuntimeError(f"{check.__name__} saw nothing of {str(arguments)[:300]}")


WORLDS = []


def with_worlds(test):
    """The same two for all tests, decided once."""
    def run(folder):
        if not WORLDS:
            count = int(sys.argv[3]) if len(sys.argv) > 3 else 2
            WORLDS.extend(World(*of) for of in [(small_spa(), False), (earning_spa(), True)][:count])
        test(*[WORLDS, folder][:test.__code__.co_argcount])
    return run


main({name: with_worlds(test) for name, test in globals().items() if name.startswith("test_")})
