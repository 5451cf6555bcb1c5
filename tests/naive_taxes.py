"""Money, dates and sales taxes of the field (domain §4, 5.1, 5.4), slowly and plainly, for naive-books.py.
Shares no code with the program and reads nothing of it."""

import calendar
import datetime
import functools
from fractions import Fraction

ITC, ITR, GST, QST, PST = "1150", "1160", "2100", "2110", "2120"  # accounts (domain §10.2)
DAY = datetime.timedelta(days=1)


# ---- Money ------------------------------------------------------------------------------------------


def cents(amount):
    """Half a cent rounds up, away from zero."""
    top, bottom = abs(amount.numerator), amount.denominator
    size = (2 * top + bottom) // (2 * bottom)
    return size if amount >= 0 else -size


def share(amount, per_100k):
    return cents(Fraction(amount * per_100k, 100_000))


def split(total, weights):
    """Parts that add up: each rounded, the last one that weighs anything takes what is left."""
    parts, left = [], total
    last = max(i for i, weight in enumerate(weights) if weight)
    for i, weight in enumerate(weights):
        part = left if i == last else min(left, cents(Fraction(total * weight, sum(weights))))
        parts.append(part)
        left -= part
    return parts


# ---- Dates ------------------------------------------------------------------------------------------


@functools.lru_cache(None)
def date_of(text):
    return datetime.date.fromisoformat(text) if text else None


def month_end(day):
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_end_after(day, months):
    """The last day of the month so many months after that of a day."""
    month = day.year * 12 + day.month - 1 + months
    return month_end(datetime.date(month // 12, month % 12 + 1, 1))


def business_days_after(day, count):
    while count:
        day += DAY
        count -= day.weekday() < 5
    return day


# ---- Taxes ------------------------------------------------------------------------------------------

# Percent of each regime from a date on; the first step is always in force.
STEPS = {
    "ON": [("0001-01-01", "13")],
    "NS": [("0001-01-01", "15"), ("2025-04-01", "14")],
    "NB": [("0001-01-01", "13"), ("2016-07-01", "15")],
    "NL": [("0001-01-01", "13"), ("2016-07-01", "15")],
    "PE": [("0001-01-01", "14"), ("2016-10-01", "15")],
}
QST_STEPS = [("0001-01-01", "7.5"), ("2011-01-01", "8.5"), ("2012-01-01", "9.5"), ("2013-01-01", "9.975")]
PST_STEPS = {
    "BC": [("0001-01-01", "7")],
    "SK": [("0001-01-01", "5"), ("2017-03-23", "6")],
    "MB": [("0001-01-01", "7"), ("2013-07-01", "8"), ("2019-07-01", "7")],
}


@functools.lru_cache(None)
def rate_on(regime, kind, day):
    steps = {"QST": QST_STEPS, "PST": PST_STEPS.get(regime), "HST": STEPS.get(regime)}[kind]
    return Fraction([percent for begin, percent in steps if date_of(begin) <= day][-1]) / 100


class Tax:
    """One tax of an invoice. index: which of the regime's taxes it is."""

    def __init__(self, index, rate, payable, credit, on_previous=False, recoverable=True):
        self.index, self.rate, self.payable, self.credit = index, rate, payable, credit
        self.on_previous, self.recoverable = on_previous, recoverable


def taxes_of_sales(business, day):
    """What the regime charges on the service."""
    regime = business["tax_regime"]
    if regime == "exempt":
        return []
    if regime == "custom":
        return [Tax(i, Fraction(tax["rate_per_100k"], 100_000), (GST, QST)[i], (ITC, ITR)[i],
                    tax["on_previous"], tax["recoverable"])
                for i, tax in enumerate(business["custom_taxes"])]
    if regime in STEPS:
        return [Tax(0, rate_on(regime, "HST", day), GST, ITC)]
    taxes = [Tax(0, Fraction(5, 100), GST, ITC)]
    if regime == "QC":
        taxes.append(Tax(1, rate_on(regime, "QST", day), QST, ITR, on_previous=day.year < 2013))
    if regime in PST_STEPS and business["provincial_tax_applies"]:
        taxes.append(Tax(1, rate_on(regime, "PST", day), PST, None, recoverable=False))
    return taxes


def taxes_of_costs(business, day):
    """What a supplier charges: no provincial sales tax. Who sells exempt services is taken for
    Québec's."""
    if business["tax_regime"] == "exempt":
        business = {**business, "tax_regime": "QC"}
    return [tax for tax in taxes_of_sales(business, day) if tax.payable != PST]


class Invoice:
    """An amount before tax and its taxes, each rounded once."""

    def __init__(self, taxes, net, amounts):
        self.taxes, self.net, self.amounts = taxes, net, amounts
        self.tax = sum(amounts)
        self.total = net + self.tax


def add_taxes(taxes, net):
    amounts = []
    for tax in taxes:
        base = net + (amounts[-1] if tax.on_previous and amounts else 0)
        amounts.append(cents(base * tax.rate))
    return Invoice(taxes, net, amounts)


def exact_taxes(taxes, net):
    """Each tax on a price before tax, not rounded."""
    amounts = []
    for tax in taxes:
        amounts.append(tax.rate * (net + (amounts[-1] if tax.on_previous and amounts else 0)))
    return amounts


def exact_net(taxes, total):
    """The price before tax of a total, not rounded."""
    return total / (1 + sum(exact_taxes(taxes, Fraction(1)), Fraction(0)))


def extract_taxes(taxes, total):
    """The taxes inside a total are rounded; what is left is the price before tax."""
    amounts = [cents(amount) for amount in exact_taxes(taxes, exact_net(taxes, total))]
    return Invoice(taxes, total - sum(amounts), amounts)


def extract_and_add_taxes(taxes, total, extras):
    """One invoice of a total that holds its taxes and of extras before tax: each tax rounded once."""
    amounts = [cents(amount) for amount in exact_taxes(taxes, exact_net(taxes, total) + extras)]
    return Invoice(taxes, extract_taxes(taxes, total).net + extras, amounts)


# ---- Quick Method ------------------------------------------------------------------------------------

# Percent of each tax from a date on, on sales with that tax; and the first sales that get 1 % back.
QUICK_RATES = {
    "QC": [("0001-01-01", ("3.6", "6.6"))],
    "ON": [("0001-01-01", ("8.8",))],
    "NS": [("0001-01-01", ("10",)), ("2025-04-01", ("9.4",))],
    "NB": [("0001-01-01", ("8.8",)), ("2016-07-01", ("10",))],
    "NL": [("0001-01-01", ("8.8",)), ("2016-07-01", ("10",))],
    "PE": [("0001-01-01", ("9.4",)), ("2016-10-01", ("10",))],
}
QUICK_CREDIT_SALES = (3_000_000, 3_142_100)
