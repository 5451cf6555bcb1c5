#!/usr/bin/python3
"""The books of many plans beside a slow oracle that shares no code with the program (naive-books.py):
the projected journal by day and account, and what is remitted of sales taxes, to the cent.
Usage: test-naive-books.py AUBAINE-CLI [PATH=VALUE…]; with values only that one plan, all differences.
Prints TAP."""

import concurrent.futures
import copy
import csv
import importlib.util
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import traceback

import tap

HERE = os.path.dirname(os.path.abspath(__file__))
CLI = os.path.abspath(sys.argv[1])
sys.dont_write_bytecode = True
SPEC = importlib.util.spec_from_file_location("naive_books", os.path.join(HERE, "naive-books.py"))
naive = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(naive)

LEAKS = os.path.join(HERE, "leaks.supp")
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": tempfile.gettempdir(),
               "ASAN_OPTIONS": "exitcode=99",
               "LSAN_OPTIONS": f"exitcode=99:print_suppressions=0:suppressions={LEAKS}",
               "UBSAN_OPTIONS": "halt_on_error=1:exitcode=99"}
FINE, PROBLEMS = 0, 1
RANDOM_PLANS = 60
# So few regulars that the deal makes a registrant of a small supplier: in May, in August.
SMALL = "regulars.level_per_100k=8000"
TINY = "regulars.level_per_100k=3000"
UNREGISTERED = "business.gst_registered=false"
CUSTOM = ["business.tax_regime=custom"] + [
    f"business.custom_taxes[{i}].{name}={value}" for i, tax in enumerate([(8000, "false", "true"),
                                                                          (3000, "true", "false")])
    for name, value in zip(("rate_per_100k", "on_previous", "recoverable"), tax)]
THRICE = ["deal.visits_per_voucher=3", "deal.gap_days=7", "deal.vouchers_sold=250",
          "clients.extras_share_per_100k=0"]
COSTS = [f"one_off_costs[{i}].{name}={value}" for i, cost in enumerate([
    ("sign", 12345, "2026-02-20", "true"), ("permit", 6789, "2026-04-01", "false")])
    for name, value in zip(("name", "cents", "date", "taxable"), cost)]

# Each turns one rule of the domain, or two that meet, on the shipped example.
PLANS = [
    [],
    # §5.2, by letter
    ["deal.price_tax_wording=included"],
    ["deal.price_tax_wording=not_checked", "deal.price_cents=8137"],
    ["deal.tax_treatment=list_price"],
    ["deal.tax_treatment=site_principal"],
    ["deal.tax_treatment=site_principal", "deal.price_cents=8137", "deal.payout_basis=redeemed"],
    ["deal.tax_treatment=at_sale"],
    ["deal.tax_treatment=at_sale", "deal.price_tax_wording=included", "deal.price_cents=8137"],
    ["deal.tax_treatment=at_sale", "deal.payout_basis=redeemed"],
    # §5.1
    *([f"business.tax_regime={regime}"] for regime in (
        "ON", "NS", "NB", "NL", "PE", "AB", "BC", "SK", "MB", "YT", "NT", "NU", "exempt")),
    ["business.tax_regime=BC", "business.provincial_tax_applies=false"],
    CUSTOM,
    ["deal.sale_date=2012-06-01", "deal.promotion_end_date=2013-06-01"],
    ["deal.sale_date=2011-06-01", "deal.promotion_end_date=2012-06-01", "deal.payout_basis=redeemed",
     "deal.price_tax_wording=included"],
    ["deal.sale_date=2024-10-01", "deal.promotion_end_date=2025-10-01", "business.tax_regime=NS",
     "business.quick_method=true", "business.reporting_period=annual"],
    # §5.4
    [UNREGISTERED, TINY],
    [UNREGISTERED, SMALL],
    [UNREGISTERED, SMALL, "deal.tax_treatment=at_sale"],
    [SMALL, "business.gst_registered_from_date=2026-08-20", "deal.payout_basis=redeemed"],
    *([f"business.reporting_period={period}", f"business.fiscal_year_end_month={month}"]
      for period, month in (("monthly", 3), ("quarterly", 1), ("quarterly", 8), ("annual", 12),
                            ("annual", 5))),
    ["business.reporting_period=annual", "business.legal_form=sole_proprietor"],
    ["business.reporting_period=annual", "business.tax_regime=BC"],
    ["business.reporting_period=annual", "business.gst_registered_from_date=2026-09-10", SMALL],
    ["business.quick_method=true", "regulars.level_per_100k=50000"],
    ["business.quick_method=true", "regulars.level_per_100k=50000", "business.reporting_period=annual",
     "deal.price_tax_wording=included"],
    ["business.quick_method=true", "business.tax_regime=MB", "business.fiscal_year_end_month=4"],
    # The site
    ["deal.commission_tax=included", "deal.price_cents=8137"],
    ["deal.commission_tax=none", "deal.commission_expense=at_sale"],
    ["deal.commission_expense=at_sale", "deal.sale_days=6", "deal.card_fee_per_100k=2500"],
    ["deal.sale_days=6"],
    ["deal.card_fee_per_100k=2500"],
    ["deal.card_fee_per_100k=2500", "deal.card_fee_taxed=true", "deal.card_fee_base=own_share"],
    ["deal.payout_basis=redeemed", "deal.card_fee_per_100k=2500", "deal.hold_back_per_100k=10000",
     "deal.hold_back_days=30"],
    ["deal.hold_back_per_100k=10000", "deal.hold_back_days=30", "deal.fixed_fee_cents=10000"],
    ["deal.site_stops_paying_date=2026-04-01", "deal.hold_back_per_100k=10000"],
    ["deal.site_stops_paying_date=2026-05-10", "deal.payout_basis=redeemed",
     "deal.hold_back_per_100k=10000", "deal.refund_after_use_per_100k=3000"],
    ["deal.site_stops_paying_date=2026-04-01", "deal.refund_before_use_per_100k=5000"],
    # Vouchers that end otherwise
    [*THRICE, "deal.price_cents=8137", "deal.refund_after_use_per_100k=5000"],
    [*THRICE, "deal.no_show_rule=forfeit", "deal.price_cents=8137", "deal.payout_basis=redeemed"],
    [*THRICE, "deal.no_show_rule=forfeit", "deal.breakage_policy=proportional"],
    ["deal.no_show_rule=forfeit"],
    ["deal.refund_before_use_per_100k=3000", "deal.refund_after_use_per_100k=2000"],
    ["deal.refund_before_use_per_100k=12000", "deal.tax_treatment=at_sale",
     "deal.refund_after_use_per_100k=20000"],
    ["deal.vouchers_sold=900", "deal.if_not_served=refund"],
    ["deal.vouchers_sold=900", "deal.if_not_served=refund", "deal.tax_treatment=site_principal"],
    ["deal.breakage_policy=when_remote", "deal.breakage_date=2027-03-31"],
    ["deal.breakage_policy=proportional", "deal.price_cents=8137", "business.tax_regime=exempt"],
    # People and costs
    ["staff[1].employment=self_employed", "staff[1].gst_registered=true",
     "staff[2].employment=self_employed", "clients.tips_cents_per_visit=500"],
    ["staff[0].guarantee_cents_per_hour=1900", "deal_pay.rule=same", "business.fiscal_year_end_month=6"],
    ["deal_pay.rule=percent_of_own_share", "deal_pay.per_100k=45000", *COSTS],
    ["clients.incentive_cents=5000", "deal.vouchers_sold=0"],
]


# ---- The plan, its results, its journal ---------------------------------------------------------------


def set_value(plan, assignment):
    """As --set does: an element after the last one is a new one."""
    path, text = assignment.split("=", 1)
    try:
        value = json.loads(text)
    except ValueError:
        value = text
    steps = [int(name) if name.isdigit() else name for name in re.findall(r"\w+", path)]
    place = plan
    for step, following in zip(steps, steps[1:] + [None]):
        if isinstance(place, list) and step == len(place):
            place.append({})
        if following is None:
            place[step] = value
        place = place[step]


def run(command, sets, *more):
    arguments = [word for assignment in sets for word in ("--set", assignment)]
    return subprocess.run([CLI, command, "-", *arguments, *more], input=EXAMPLE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=60, check=False, env=ENVIRONMENT, text=True)


EXAMPLE = subprocess.run([CLI, "example"], stdout=subprocess.PIPE, check=True, env=ENVIRONMENT,
                         text=True).stdout


def whole_cents(text):
    """'12.50' as cents; the journal always writes two decimals."""
    assert not text or re.fullmatch(r"\d+\.\d\d", text), text
    return int(text.replace(".", "")) if text else 0


def journal_sums(text):
    sums = {}
    for row in csv.DictReader(io.StringIO(text)):
        key = row["Date"], row["Account"]
        sums[key] = sums.get(key, 0) + whole_cents(row["Debit"]) - whole_cents(row["Credit"])
    return {key: amount for key, amount in sums.items() if amount}


def oracle_sums(books):
    sums = {}
    for day, _, lines in books.entries:
        for account, amount in lines.items():
            key = str(day), account
            sums[key] = sums.get(key, 0) + amount
    return {key: amount for key, amount in sums.items() if amount}


class Case:
    """One plan: what the program says, and what the oracle does not find in it."""

    def __init__(self, sets):
        self.sets = sets
        done = run("evaluate", sets)
        assert done.returncode in (FINE, PROBLEMS), (sets, done.returncode, done.stderr[-900:])
        self.valid = done.returncode == FINE
        if not self.valid:
            return
        self.results = json.loads(done.stdout)
        journal = run("journal", sets, "--kind", "projected", "--format", "csv")
        assert journal.returncode == FINE, (sets, journal.stderr[-900:])
        self.journal = journal_sums(journal.stdout)
        self.plan = json.loads(EXAMPLE)
        for assignment in sets:
            set_value(self.plan, assignment)

    @classmethod
    def compared(cls, sets):
        """(case, its differences, or how the oracle failed on it): the work of one process."""
        case = cls(sets)
        try:
            return case, case.differences() if case.valid else ["the plan has problems"]
        except Exception:  # pylint: disable=broad-except
            return case, [traceback.format_exc()]

    def differences(self, results=None, journal=None, plan=None):
        """Lines that name what differs; empty when the books agree."""
        books = naive.Books(plan or self.plan, results or self.results)
        ours, theirs = oracle_sums(books), self.journal if journal is None else journal
        found = [f"{day} account {account}: oracle {ours.get((day, account), 0)}, "
                 f"program {theirs.get((day, account), 0)}"
                 for day, account in sorted(set(ours) | set(theirs))
                 if ours.get((day, account)) != theirs.get((day, account))]

        def in_order(remittances):
            return sorted(json.dumps(remittance, sort_keys=True) for remittance in remittances)

        ours, theirs = in_order(books.remittances), in_order(self.results["remittances"]["with"])
        found += [f"remittance of the oracle alone: {row}" for row in ours if row not in theirs]
        found += [f"remittance of the program alone: {row}" for row in theirs if row not in ours]
        if len(ours) != len(theirs):
            found.append(f"{len(ours)} remittances of the oracle, {len(theirs)} of the program")
        return found


# ---- Random combinations --------------------------------------------------------------------------------


def random_sets(seed):
    dice = random.Random(seed)
    sets = []

    def one_of(path, *values):
        sets.append(f"{path}={dice.choice(values)}")

    def maybe(path, *values, chance=0.3):
        if dice.random() < chance:
            one_of(path, *values)

    one_of("deal.tax_treatment", "gift_certificate", "gift_certificate", "gift_certificate", "list_price",
           "site_principal", "at_sale")
    one_of("deal.price_tax_wording", "extra", "included", "not_checked")
    one_of("business.tax_regime", "QC", "QC", "QC", "QC", "ON", "NS", "NB", "BC", "SK", "AB", "exempt")
    one_of("business.reporting_period", "monthly", "quarterly", "annual")
    one_of("business.fiscal_year_end_month", *range(1, 13))
    one_of("business.legal_form", "sole_proprietor", "corporation")
    one_of("deal.commission_tax", "added", "included", "none")
    one_of("deal.commission_expense", "matched", "at_sale")
    one_of("deal.payout_basis", "sold", "redeemed")
    one_of("deal.commission_per_100k", 35000, 42500, 50000)
    one_of("deal.vouchers_sold", 120, 333, 444, 700)
    one_of("regulars.level_per_100k", 4000, 30000, 60000, 100000)
    maybe("business.gst_registered", "false")
    maybe("business.gst_registered_from_date", "2026-03-10", "2026-07-01")
    maybe("business.quick_method", "true")
    maybe("deal.card_fee_per_100k", 1990, 2500, chance=0.6)
    one_of("deal.card_fee_taxed", "false", "true")
    one_of("deal.card_fee_base", "price", "own_share")
    maybe("deal.hold_back_per_100k", 5000, 12345)
    maybe("deal.hold_back_days", 20, 90)
    maybe("deal.fixed_fee_cents", 4999)
    maybe("deal.sale_days", 3, 7)
    maybe("deal.site_stops_paying_date", "2026-03-20", "2026-06-01", chance=0.15)
    maybe("deal.refund_before_use_per_100k", 2500, 8000)
    maybe("deal.refund_after_use_per_100k", 1500, 6000)
    maybe("deal.no_show_rule", "forfeit", chance=0.5)
    maybe("deal.if_not_served", "refund", chance=0.5)
    maybe("staff[1].employment", "self_employed")
    one_of("staff[1].gst_registered", "false", "true")
    maybe("staff[0].guarantee_cents_per_hour", 1660, 2000)
    maybe("clients.tips_cents_per_visit", 350)
    one_of("deal_pay.rule", "flat", "same", "percent_of_list", "hourly")
    one_of("deal_pay.per_100k", 30000)
    if dice.random() < 0.4:
        sets.append(f"deal.breakage_policy={dice.choice(('when_remote', 'proportional'))}")
        sets.append("deal.breakage_date=2027-03-15")
    # Which visit of a voucher bought extras is not told: either extras, or visits of uneven amounts.
    if dice.random() < 0.3:
        visits = dice.choice((2, 3, 4))
        sets += [f"deal.visits_per_voucher={visits}", "deal.gap_days=10", "deal.vouchers_sold=150",
                 "clients.extras_share_per_100k=0"]
    one_of("deal.price_cents", 8000, 7777, 8137, 5900)
    return sets


# ---- Checks ---------------------------------------------------------------------------------------------


def same_books(found):
    assert not found, "\n".join([f"{len(found)} differences", *found[:12], *found[-3:]])


def most_are_valid(invalid):
    assert invalid * 3 <= RANDOM_PLANS, "random_sets makes too few sensible plans"


def one_cent(case):
    """The oracle's price of one voucher is a cent higher."""
    plan = copy.deepcopy(case.plan)
    plan["deal"]["price_cents"] += 1
    assert case.differences(plan=plan), "a cent more in the price was not noticed"


def one_cent_of_a_day(case):
    """One line of the program's journal is a cent higher."""
    for key in list(case.journal)[:: max(1, len(case.journal) // 7)]:
        journal = {**case.journal, key: case.journal[key] + 1}
        assert len(case.differences(journal=journal)) == 1, f"a cent more in {key} was not noticed"


def one_day(case):
    """A visit moves to the next day, for the oracle."""
    results = copy.deepcopy(case.results)
    days = results["days"]
    i = next(i for i, day in enumerate(days) if day["regular_by_service"][0] and i > 20)
    for day, step in ((days[i], -1), (days[i + 1], 1)):
        day["regular_by_service"][0] += step
        day["visits"]["regular"] += step
    found = case.differences(results=results)
    assert any(days[i]["date"] in line for line in found), "a visit on another day was not noticed"


def one_remittance(case):
    """One tax of the program's first return is a cent higher."""
    results = copy.deepcopy(case.results)
    results["remittances"]["with"][0]["paid_cents"][0] += 1
    other = copy.copy(case)
    other.results = results
    assert other.differences(), "a cent more in a remittance was not noticed"


def small_supplier(sets):
    """The day from which a plan that is not registered must be."""
    case = Case([UNREGISTERED, *sets])
    expected = naive.small_supplier_until(case.plan, case.results)
    found = case.results["registration"]["with"]["registered_from_date"]
    assert found == (expected and str(expected)), f"oracle {expected}, program {found}"


def vectors():
    """The field's own numbers (§5.2, §5.3), by the oracle's taxes."""
    qc = {"tax_regime": "QC", "provincial_tax_applies": False, "custom_taxes": []}

    def taxes(year, regime="QC"):
        return naive.taxes_of_sales({**qc, "tax_regime": regime}, naive.date_of(f"{year}-06-01"))

    def both(invoice):
        return invoice.net, *invoice.amounts

    assert both(naive.add_taxes(taxes(2026), 5000)) == (5000, 250, 499)
    assert both(naive.extract_taxes(taxes(2026), 5000)) == (4349, 217, 434)
    assert both(naive.extract_taxes(taxes(2026), 5900)) == (5131, 257, 512)
    assert both(naive.add_taxes(taxes(2026), 15000)) == (15000, 750, 1496)
    assert both(naive.add_taxes(taxes(2011), 5000)) == (5000, 250, 446)
    assert both(naive.extract_taxes(taxes(2011), 5000)) == (4389, 219, 392)
    assert both(naive.extract_taxes(taxes(2026, "NB"), 5000)) == (4348, 652)
    assert both(naive.add_taxes(taxes(2026, "NS"), 5000)) == (5000, 700)
    assert naive.business_days_after(naive.date_of("2026-02-04"), 60) == naive.date_of("2026-04-29")


def main():
    if len(sys.argv) > 2:
        case = Case(sys.argv[2:])
        found = case.differences() if case.valid else ["the plan has problems"]
        print("\n".join(found) or f"the same in {len(case.journal)} sums of a day and account")
        return bool(found)
    told = tap.Tap()
    told.check("vectors of the domain", vectors)
    randoms = [random_sets(seed) for seed in range(RANDOM_PLANS)]
    with concurrent.futures.ProcessPoolExecutor() as pool:
        done = list(pool.map(Case.compared, PLANS + randoms))
    for case, found in done[:len(PLANS)]:
        told.check(" ".join(case.sets) or "the example", same_books, found)
    invalid = 0
    for seed, (case, found) in enumerate(done[len(PLANS):]):
        if case.valid:
            told.check(f"random {seed}", same_books, found)
        else:
            invalid += 1
    told.check(f"of {RANDOM_PLANS} random plans {invalid} have problems, at most a third", most_are_valid,
              invalid)
    for sold in (333, 444, 900):
        for level in (0, 1000, 3000, 5000, 8000, 12000):
            told.check(f"small supplier, {sold} vouchers, regulars at {level}", small_supplier,
                      [f"deal.vouchers_sold={sold}", f"regulars.level_per_100k={level}"])
    for fault in (one_cent, one_cent_of_a_day, one_day, one_remittance):
        told.check(fault.__doc__.splitlines()[0].rstrip("."), fault, done[0][0])
    told.end()


sys.exit(main())
