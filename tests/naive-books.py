"""The books of one plan, slowly and plainly: an oracle beside the program.

Written from the rules of the field alone (domain §4, 5, 6, 10) and the meaning of the plan's fields; it
shares no code with the program and reads none of its results but the counts: how many visits of which
kind on which day, what visits paid each person in each 14 days, how many asked in vain, from which day a
small supplier is registered. All that is money is worked out here again, in whole cents and fractions.

A book is a list of entries (date, kind, {account: debit − credit}). No entry pays a tax office: those
payments are the list `remittances`."""

import datetime
from fractions import Fraction

from naive_taxes import (DAY, PST, QUICK_CREDIT_SALES, QUICK_RATES, Invoice, add_taxes,
                         business_days_after, cents, date_of, extract_and_add_taxes,
                         extract_taxes, month_end, month_end_after, share, split,
                         taxes_of_costs, taxes_of_sales)

BANK, RECEIVABLE, PREPAID, DEFERRED = "1000", "1100", "1200", "2200"
WAGES, TIPS, EQUITY = "2300", "2450", "3000"
SERVICE, DEAL, EXTRAS, TAX_KEPT, BREAKAGE, RETURNS = "4000", "4010", "4020", "4080", "4090", "4095"
REGULAR_LABOUR, DEAL_LABOUR, SUPPLIES, PHONE = "5000", "5100", "5110", "5120"
COMMISSION, CARD_FEES, ADVERTISING, INCENTIVES = "5200", "5210", "5300", "5310"
FIXED, BAD_DEBT = "5400", "5900"
MINIMUM_WAGE_CENTS = 1660  # Québec, an hour
PAY_DAYS = 14


class Books:
    """plan: the plan with every field. counts: `aubaine-cli evaluate` of it."""

    def __init__(self, plan, counts):
        self.plan, self.counts = plan, counts
        self.business, self.deal, self.clients = plan["business"], plan["deal"], plan["clients"]
        self.begin = date_of(self.deal["sale_date"])
        self.days = counts["days"]
        self.last = self.begin + DAY * (len(self.days) - 1)
        self.sale_end = self.begin + DAY * (self.deal["sale_days"] - 1)
        self.promotion_end = date_of(self.deal["promotion_end_date"])
        self.sold = self.deal["vouchers_sold"]
        self.visits_each = self.deal["visits_per_voucher"]
        self.service = plan["services"][self.deal["service_index"]]
        self.entries = []
        self.collected = {}  # (date, index of the tax): cents
        self.credits = {}
        self.taxed_sales = {}  # date: before tax
        self.used = {}  # date: [visits that are not their voucher's last, last visits]
        self.used_up = 0  # vouchers
        self.price_used = 0
        self.write_all()

    # -- Registration

    def registered(self, day):
        """By choice, or from the day that passing the threshold leads to, whichever comes first."""
        if self.business["tax_regime"] == "exempt":
            return False
        chosen = self.business["gst_registered_from_date"]
        if self.business["gst_registered"] and (not chosen or day >= date_of(chosen)):
            return True
        passed = self.counts["registration"]["with"]["registered_from_date"]
        return passed is not None and day >= date_of(passed)

    def registered_before(self):
        """Since before the sale."""
        chosen = self.business["gst_registered_from_date"]
        return self.business["gst_registered"] and (not chosen or date_of(chosen) < self.begin)

    def sales_taxes(self, day):
        return taxes_of_sales(self.business, day) if self.registered(day) else []

    def quick(self):
        return self.business["quick_method"] and self.business["tax_regime"] not in ("exempt", "custom")

    def comes_back(self, day, tax):
        return self.registered(day) and not self.quick() and tax.recoverable

    # -- Writing entries

    def post(self, day, kind, *lines):
        """Lines are (account, cents): debits positive."""
        if not self.begin <= day <= self.last:
            return
        sums = {}
        for account, amount in lines:
            sums[account] = sums.get(account, 0) + amount
        assert sum(sums.values()) == 0, (day, kind, sums)
        self.entries.append((day, kind, {a: amount for a, amount in sums.items() if amount}))

    def collect(self, day, invoice, sign=1, count=1):
        """Credits the taxes of sales (sign −1 takes them back), and keeps them for the returns."""
        if not self.begin <= day <= self.last:
            return []
        if invoice.taxes:
            self.taxed_sales[day] = self.taxed_sales.get(day, 0) + sign * count * invoice.net
        for tax, amount in zip(invoice.taxes, invoice.amounts):
            key = day, tax.index
            self.collected[key] = self.collected.get(key, 0) + sign * count * amount
        return [(tax.payable, -sign * count * amount) for tax, amount in zip(invoice.taxes, invoice.amounts)]

    def claim(self, day, invoice, sign=1, count=1):
        """(lines of the credits for a cost's taxes, what it costs in the end)."""
        lines, cost = [], invoice.total
        for tax, amount in zip(invoice.taxes, invoice.amounts):
            if self.comes_back(day, tax):
                lines.append((tax.credit, sign * count * amount))
                cost -= amount
                if self.begin <= day <= self.last:
                    key = day, tax.index
                    self.credits[key] = self.credits.get(key, 0) + sign * count * amount
        return lines, cost * count

    def cost_of(self, invoice, day):
        """With the taxes that do not come back."""
        return invoice.total - sum(amount for tax, amount in zip(invoice.taxes, invoice.amounts)
                                   if self.comes_back(day, tax))

    def pay_cost(self, day, kind, account, taxable, untaxed=0, count=1):
        """A cost paid at once, `count` invoices alike."""
        if not count or not taxable + untaxed:
            return
        invoice = add_taxes(taxes_of_costs(self.business, day), taxable)
        lines, cost = self.claim(day, invoice, count=count)
        self.post(day, kind, *lines, (account, cost + untaxed * count),
                  (BANK, -(invoice.total + untaxed) * count))

    # -- The year

    def write_all(self):
        self.post(self.begin, "opening", (BANK, self.business["opening_cash_cents"]),
                  (EQUITY, -self.business["opening_cash_cents"]))
        self.write_site()
        for i, counts in enumerate(self.days):
            day = self.begin + DAY * i
            self.write_full_price(day, counts)
            self.write_deal_visits(day, counts)
            self.write_tips(day, counts)
            self.write_business(day, i)
            self.write_refunds_before_use(day)
            self.write_refunds_of_unserved(day)
            self.write_breakage_when_remote(day)
        if not self.sold_basis():
            self.write_used_statements()
        self.write_pay()
        self.remittances = self.make_remittances()

    # -- Visits at full price, supplies, tips

    def write_full_price(self, day, counts):
        taxes = self.sales_taxes(day)
        for s, service in enumerate(self.plan["services"]):
            with_incentive = counts["incentives_by_service"][s]
            for kind, count, cut in (
                    ("regular", counts["regular_by_service"][s], 0),
                    ("returning", counts["returning_by_service"][s] - with_incentive, 0),
                    ("returning", with_incentive, self.clients["incentive_cents"])):
                if not count:
                    continue
                price = service["list_price_cents"]
                cut = min(cut, price)
                invoice = add_taxes(taxes, price - cut)
                self.post(day, kind, (BANK, count * invoice.total), (SERVICE, -count * price),
                          (INCENTIVES, count * cut), *self.collect(day, invoice, count=count))
                self.pay_cost(day, "supplies", SUPPLIES, service["supplies_cents"], count=count)

    def write_tips(self, day, counts):
        tips = self.clients["tips_cents_per_visit"] * sum(counts["visits"].values())
        self.post(day, "tips", (BANK, tips), (TIPS, -tips))

    def write_business(self, day, index):
        business, phone = self.business, self.plan["phone"]
        if day.day == 1 and self.plan["rooms"]:
            taxable = share(business["fixed_costs_monthly_cents"], business["fixed_costs_taxable_per_100k"])
            self.pay_cost(day, "fixed", FIXED, taxable, business["fixed_costs_monthly_cents"] - taxable)
            draw = business["owner_draw_monthly_cents"]
            self.post(day, "draw", (EQUITY, draw), (BANK, -draw))
        if index < phone["extra_days"]:
            minutes = phone["extra_people"] * (phone["end_minute"] - phone["begin_minute"])
            pay = cents(Fraction(minutes * phone["extra_cents_per_hour"], 60))
            self.post(day, "phone", (PHONE, pay), (BANK, -pay))
        for cost in self.plan["one_off_costs"]:
            if date_of(cost["date"]) == day:
                taxable = cost["cents"] if cost["taxable"] else 0
                self.pay_cost(day, "one-off", ADVERTISING, taxable, cost["cents"] - taxable)
        if day == self.sale_end:
            self.write_fixed_fee(day)

    def write_fixed_fee(self, day):
        fee = self.deal["fixed_fee_cents"]
        bears_tax = self.deal["commission_tax"] != "none"
        invoice = add_taxes(taxes_of_costs(self.business, day) if bears_tax else [], fee)
        lines, cost = self.claim(day, invoice)
        self.post(day, "fixed fee", (ADVERTISING, cost), *lines, (BANK, -invoice.total))

    # -- One voucher

    def treatment(self):
        """The letter of §5.2; not checked is computed as included."""
        return {"gift_certificate": "A" if self.deal["price_tax_wording"] == "extra" else "B",
                "list_price": "C", "site_principal": "D", "at_sale": "F"}[self.deal["tax_treatment"]]

    def commission_each(self):
        return share(self.deal["price_cents"], self.deal["commission_per_100k"])

    def own_share_each(self):
        return self.deal["price_cents"] - self.commission_each()

    def parts(self, amount):
        """An amount of one voucher by its visits: (any but the last, the last)."""
        pieces = split(amount, [1] * self.visits_each)
        return pieces[0], pieces[-1]

    # -- The site, paid for vouchers sold

    def sale_at(self, price, count, day):
        """F: so many sales of vouchers, each its own invoice with its client."""
        extra = self.deal["price_tax_wording"] == "extra"
        one = (add_taxes if extra else extract_taxes)(self.sales_taxes(day), price)
        return Invoice(one.taxes, count * one.net, [count * amount for amount in one.amounts])

    def sale_of_vouchers(self, count, day):
        return self.sale_at(self.deal["price_cents"], count, day)

    def commission_invoice(self, commission, day):
        taxes = taxes_of_costs(self.business, day)
        if self.deal["commission_tax"] == "added":
            return add_taxes(taxes, commission)
        return extract_taxes(taxes if self.deal["commission_tax"] == "included" else [], commission)

    def statement(self, count, day):
        """(what is sold: the part that waits in 2200 and the taxes due on it, the site's invoice)."""
        if self.treatment() == "D":
            sold = add_taxes(self.sales_taxes(day), count * self.own_share_each())
            return sold, Invoice([], 0, [])
        invoice = self.commission_invoice(count * self.commission_each(), day)
        if self.treatment() == "F":
            return self.sale_of_vouchers(count, day), invoice
        return Invoice([], count * self.deal["price_cents"], []), invoice

    def card_fee(self, count, price, day):
        """So many fees, each a share of a price or of what is left of it after the commission."""
        commission = self.commission_of(price)
        base = price if self.deal["card_fee_base"] == "price" else price - commission
        fee = share(base, self.deal["card_fee_per_100k"])
        taxes = taxes_of_costs(self.business, day) if self.deal["card_fee_taxed"] else []
        return add_taxes(taxes, count * fee)

    def commission_of(self, price):
        """Of vouchers or of visits: the part of the voucher's commission that is theirs of its price."""
        return cents(Fraction(price * self.commission_each(), self.deal["price_cents"]))

    def matched(self):
        return self.deal["commission_expense"] == "matched"

    def write_site(self):
        self.costs = {COMMISSION: 0, CARD_FEES: 0}  # of the vouchers sold, waiting in 1200
        self.costs_gone = {COMMISSION: 0, CARD_FEES: 0}
        self.price_waiting, self.price_gone = 0, 0  # of the vouchers those costs are of
        if self.sold and self.sold_basis():
            self.write_sale()

    def write_sale(self):
        day = self.sale_end
        sold, invoice = self.statement(self.sold, day)
        payout = sold.total - invoice.total
        fee = self.card_fee(self.sold, self.deal["price_cents"], day)
        credit, cost = self.claim(day, invoice)
        fee_credit, fee_cost = self.claim(day, fee)
        waiting = (PREPAID, PREPAID) if self.matched() else (COMMISSION, CARD_FEES)
        self.post(day, "sale", (RECEIVABLE, payout - fee.total), *credit, *fee_credit, (waiting[0], cost),
                  (waiting[1], fee_cost), (DEFERRED, -sold.net), *self.collect(day, sold))
        back = self.refunded_before_use()
        fee_back = self.card_fee(back, self.deal["price_cents"], day)
        self.costs = {COMMISSION: cost - self.cost_of(self.statement(back, day)[1], day),
                      CARD_FEES: fee_cost - self.cost_of(fee_back, day)}
        self.price_waiting = (self.sold - back) * self.deal["price_cents"]
        self.write_instalments(payout, fee.total)

    def instalment_dates(self):
        dates = []
        for instalment in self.deal["instalments"]:
            after = instalment["after_days"]
            dates.append(business_days_after(self.sale_end, after) if instalment["business_days"]
                         else self.sale_end + DAY * after)
        return dates

    def last_instalment(self):
        return max(self.instalment_dates(), default=self.sale_end)

    def site_pays(self, day):
        stop = date_of(self.deal["site_stops_paying_date"])
        return stop is None or day < stop

    def write_instalments(self, payout, fee):
        held = share(payout, self.deal["hold_back_per_100k"])
        weights = [instalment["weight"] for instalment in self.deal["instalments"]]
        dates = self.instalment_dates()
        if not sum(weights):
            weights, dates = [1], [self.sale_end]
        payments = list(zip(dates, split(payout - held, weights), split(fee, weights)))
        payments.append((self.last_instalment() + DAY * self.deal["hold_back_days"], held, 0))
        for day, paid, fee_part in payments:
            if self.site_pays(day):
                self.post(day, "payout", (BANK, paid - fee_part), (RECEIVABLE, fee_part - paid))
        stop = date_of(self.deal["site_stops_paying_date"])
        if stop:
            lost = sum(paid - fee_part for day, paid, fee_part in payments if not self.site_pays(day))
            self.post(max(stop, self.sale_end), "bad debt", (BAD_DEBT, lost), (RECEIVABLE, -lost))

    def write_refunds_before_use(self, day):
        """The sale of so many vouchers is undone, on the last instalment's date; the card fees stay."""
        count = self.refunded_before_use()
        if not count or day != self.last_instalment() or not self.sold_basis():
            return
        sold, invoice = self.statement(count, self.sale_end)
        credit, cost = self.claim(day, invoice, sign=-1)
        payout = sold.total - invoice.total
        self.post(day, "refund before use", (DEFERRED, sold.net), *self.collect(day, sold, sign=-1), *credit,
                  (PREPAID if self.matched() else COMMISSION, -cost), (BANK, -payout))
        fee = self.card_fee(count, self.deal["price_cents"], self.sale_end)
        fees = self.cost_of(fee, self.sale_end)
        self.post(day, "match", *self.match({CARD_FEES: fees}))

    # -- What waits in 1200 becomes an expense as the vouchers in 2200 become revenue

    def costs_of(self, price):
        """{expense: cost} of so much more of the vouchers' price that is used, lost or paid back."""
        costs = {}
        if not price:
            return costs
        self.price_gone += price
        for account, whole in self.costs.items():
            gone = cents(Fraction(whole * self.price_gone, self.price_waiting))
            costs[account] = gone - self.costs_gone[account]
            self.costs_gone[account] = gone
        return costs

    def match(self, costs):
        """Lines of what waited in 1200; nothing waits when the commission was an expense at the sale."""
        if not self.matched():
            return []
        return [*costs.items(), (PREPAID, -sum(costs.values()))]

    # -- Deal visits

    def sold_basis(self):
        return self.deal["payout_basis"] == "sold"

    def voucher_deferred(self, day):
        """What one voucher brings once it is used, before the taxes inside a certificate."""
        if self.treatment() == "D":
            return self.own_share_each()
        if self.treatment() == "F":
            return self.sale_of_vouchers(1, day).net
        return self.deal["price_cents"]

    def visit_invoice(self, day, money, list_price, extras):
        """(invoice, revenue of the deal, what the client adds) of one visit paid with voucher money."""
        taxes = self.sales_taxes(day)
        letter = self.treatment()
        if letter == "B":
            invoice = extract_and_add_taxes(taxes, money, extras)
            return invoice, invoice.net - extras, invoice.total - money
        if letter in "DF":  # the voucher itself was taxed on the site's statement
            invoice = add_taxes(taxes if extras else [], extras)
            return invoice, money, invoice.total
        base = list_price if letter == "C" else money
        invoice = add_taxes(taxes, base + extras)
        return invoice, money, invoice.tax + extras

    def write_deal_visits(self, day, counts):
        served, forfeited = counts["visits"]["deal"], counts["deal_forfeited_visits"]
        with_extras = counts["extras"]
        last = counts["deal_last"]
        forfeited_last = counts["deal_no_shows"] if self.deal["no_show_rule"] == "forfeit" else 0
        each = self.parts(self.voucher_deferred(self.sale_end if self.sold_basis() else day))
        lists = self.parts(self.deal["list_price_cents"])
        # Extras come with any visit; where the last visit of a voucher is worth another amount than the
        # others, nobody says which of them bought extras.
        assert each[0] == each[1] and lists[0] == lists[1] or not with_extras or last in (0, served)
        kinds = [(served - last, each[0], lists[0]), (last, each[1], lists[1])]
        extras = self.clients["extras_cents"]
        for count, money, list_price in kinds:
            of_these = min(count, with_extras)
            with_extras -= of_these
            for number, more in ((count - of_these, 0), (of_these, extras)):
                if not number:
                    continue
                invoice, revenue, adds = self.visit_invoice(day, money, list_price, more)
                self.post(day, "deal", (self.voucher_account(), number * money), (BANK, number * adds),
                          (DEAL, -number * revenue), (EXTRAS, -number * more),
                          *self.collect(day, invoice, count=number))
        for count, money in ((forfeited - forfeited_last, each[0]), (forfeited_last, each[1])):
            if count:
                # What is kept of one who did not come is deemed to include its taxes.
                taxes = [] if self.treatment() in "DF" else self.sales_taxes(day)
                invoice = extract_taxes(taxes, money)
                self.post(day, "forfeit", (self.voucher_account(), count * money),
                          (DEAL, -count * invoice.net), *self.collect(day, invoice, count=count))
        used = self.used_on(counts)
        if self.sold_basis():
            price = self.by_visits(self.deal["price_cents"], used)
            money = self.by_visits(self.voucher_deferred(self.sale_end), used)
            self.write_gone(day, "match", money, price)
            self.write_breakage_with_use(day, price)
        self.used[day] = used
        self.pay_cost(day, "supplies", SUPPLIES, self.service["supplies_cents"], count=served)
        goods = share(extras, self.clients["extras_cost_per_100k"])
        self.pay_cost(day, "goods", SUPPLIES, goods, count=counts["extras"])
        self.write_refunds_after_use(day, last)

    def voucher_account(self):
        """Paid for vouchers sold, the voucher is owed to its buyer; else the site owes it to us."""
        return DEFERRED if self.sold_basis() else RECEIVABLE

    def write_refunds_after_use(self, day, last):
        """A share of the vouchers used up, on their running count."""
        before = share(self.used_up, self.deal["refund_after_use_per_100k"])
        self.used_up += last
        count = share(self.used_up, self.deal["refund_after_use_per_100k"]) - before
        if not count:
            return
        letter = self.treatment()
        lines, back, net = [], 0, 0
        if letter == "D":
            invoices = [add_taxes(self.sales_taxes(day), self.own_share_each())]
        elif letter == "F":
            invoices = [self.sale_of_vouchers(1, day)]
        else:
            money, lists = self.parts(self.deal["price_cents"]), self.parts(self.deal["list_price_cents"])
            invoices = []
            for i in range(self.visits_each):
                at_end = i == self.visits_each - 1
                invoices.append(self.visit_invoice(day, money[at_end], lists[at_end], 0)[0])
        for invoice in invoices:
            lines += self.collect(day, invoice, sign=-1, count=count)
            back += invoice.tax
        if letter == "C":
            net = self.deal["price_cents"]
        else:
            net = sum(invoice.net for invoice in invoices)
        self.post(day, "refund after use", (RETURNS, net * count), (BANK, -(net + back) * count), *lines)

    # -- Vouchers that are never used

    def unused(self):
        """Neither asked for nor paid back."""
        wanted = self.counts["year"]["with"]["vouchers_wanted"]
        return self.sold - wanted - self.refunded_before_use()

    def refunded_before_use(self):
        """Only what nobody asks to use can be paid back unused."""
        wanted = self.counts["year"]["with"]["vouchers_wanted"]
        return min(share(self.sold, self.deal["refund_before_use_per_100k"]), self.sold - wanted)

    def by_visits(self, amount, used):
        """Of an amount of one voucher, what so many visits make, last ones apart."""
        any_visit, last_visit = self.parts(amount)
        return used[0] * any_visit + used[1] * last_visit

    def write_gone(self, day, kind, money, price, *lines):
        """So much of 2200 and of the vouchers' price is no longer owed: what it cost becomes an expense.
        Before the site's statement the vouchers count as sold on that day, until it tells the whole."""
        costs = self.costs_of(price)
        self.post(day, kind, *lines, *self.match(costs))
        if day < self.sale_end:
            sale = [(PREPAID if self.matched() else account, cost) for account, cost in costs.items()]
            sale += [(DEFERRED, -money), (RECEIVABLE, money - sum(costs.values()))]
            self.post(day, "sale accrued", *sale)
            self.post(self.sale_end, "sale accrued", *((account, -amount) for account, amount in sale))

    def write_breakage(self, day, money, price):
        self.write_gone(day, "breakage", money, price, (DEFERRED, money), (BREAKAGE, -money))

    def write_breakage_with_use(self, day, price):
        """Revenue of what will never be used, in proportion to the price used of the whole year's."""
        if self.deal["breakage_policy"] != "proportional" or not price:
            return
        whole = sum(self.by_visits(self.deal["price_cents"], self.used_on(counts)) for counts in self.days)
        reached = self.price_used + price

        def broken(each, used):
            return cents(Fraction(self.unused() * each * used, whole))

        gone = [broken(each, reached) - broken(each, self.price_used)
                for each in (self.voucher_deferred(self.sale_end), self.deal["price_cents"])]
        self.price_used = reached
        self.write_breakage(day, *gone)

    def used_on(self, counts):
        """Visits used up on a day: (not their voucher's last, last ones). Who forfeits loses the whole
        voucher, its last visit too."""
        forfeits = counts["deal_no_shows"] if self.deal["no_show_rule"] == "forfeit" else 0
        return (counts["visits"]["deal"] - counts["deal_last"] + counts["deal_forfeited_visits"] - forfeits,
                counts["deal_last"] + forfeits)

    def write_breakage_when_remote(self, day):
        if (self.deal["breakage_policy"] == "when_remote" and self.sold_basis()
                and day == date_of(self.deal["breakage_date"])):
            self.write_breakage(day, self.unused() * self.voucher_deferred(self.sale_end),
                                self.unused() * self.deal["price_cents"])

    def write_refunds_of_unserved(self, day):
        """Asked in time and got no place: paid back, the day after the promotion."""
        count = self.counts["year"]["with"]["vouchers_unserved"]
        if (day != self.promotion_end + DAY or self.deal["if_not_served"] != "refund" or not count
                or not self.sold_basis()):
            return
        if self.treatment() == "D":
            invoice, number = add_taxes(self.sales_taxes(self.sale_end), self.own_share_each()), count
        elif self.treatment() == "F":
            invoice, number = self.sale_of_vouchers(1, self.sale_end), count
        else:
            invoice, number = Invoice([], self.deal["price_cents"], []), count
        self.write_gone(day, "refund unserved", 0, number * self.deal["price_cents"],
                        (DEFERRED, number * invoice.net), (BANK, -number * invoice.total),
                        *self.collect(day, invoice, sign=-1, count=number))

    # -- The site, paid for vouchers used

    def statement_dates(self):
        dates = []
        day = self.begin
        while day <= self.last:
            morning = day + DAY
            changes = (self.registered(day) != self.registered(morning)
                       or [t.rate for t in taxes_of_sales(self.business, day)]
                       != [t.rate for t in taxes_of_sales(self.business, morning)])
            if day.day == 15 or day == month_end(day) or changes:
                dates.append(day)
            day = morning
        return dates

    def write_used_statements(self):
        """Of the visits used since the last one."""
        begin, held = self.begin, 0
        for day in self.statement_dates():
            used = [sum(self.used.get(begin + DAY * i, (0, 0))[last] for i in range((day - begin).days + 1))
                    for last in (0, 1)]
            begin = day + DAY
            if not sum(used):
                continue
            payout, fee = self.write_used_statement(day, used)
            hold = share(payout, self.deal["hold_back_per_100k"])
            if self.site_pays(day):
                self.post(day, "payout", (BANK, payout - hold - fee), (RECEIVABLE, hold + fee - payout))
                held += hold
            else:
                self.post(day, "bad debt", (BAD_DEBT, payout - fee), (RECEIVABLE, fee - payout))
            last_statement = day
        if held:
            day = max(self.promotion_end + DAY * self.deal["hold_back_days"], last_statement)
            if self.site_pays(day):
                self.post(day, "hold-back", (BANK, held), (RECEIVABLE, -held))
            else:
                stop = date_of(self.deal["site_stops_paying_date"])
                self.post(stop, "bad debt", (BAD_DEBT, held), (RECEIVABLE, -held))

    def write_used_statement(self, day, used):
        """(payout, card fee). What the statement is worth may be cents away from its visits."""
        price = self.by_visits(self.deal["price_cents"], used)
        booked = self.by_visits(self.voucher_deferred(day), used)
        sold, invoice = Invoice([], price, []), Invoice([], 0, [])
        if self.treatment() == "D":
            sold = add_taxes(self.sales_taxes(day), price - self.commission_of(price))
        else:
            invoice = self.commission_invoice(self.commission_of(price), day)
        if self.treatment() == "F":
            sold = self.sale_at(price, 1, day)
        fee = self.card_fee(1, price, day)
        credit, cost = self.claim(day, invoice)
        fee_credit, fee_cost = self.claim(day, fee)
        self.post(day, "statement", (COMMISSION, cost), (CARD_FEES, fee_cost), *credit, *fee_credit,
                  *self.collect(day, sold), (RECEIVABLE, sold.total - booked - invoice.total - fee.total),
                  (DEAL, booked - sold.net))
        return sold.total - invoice.total, fee.total

    # -- Pay

    def shift_minutes(self, person, day):
        """On shift while the place is open."""
        def between(begin, end):
            return (not date_of(begin) or date_of(begin) <= day) and (not date_of(end) or day <= date_of(end))

        if not between(person["from_date"], person["to_date"]):
            return 0
        if any(date_of(c["from_date"]) <= day <= date_of(c["to_date"]) for c in self.plan["closures"]):
            return 0
        minutes = 0
        for shift in person["shifts"]:
            for opening in self.plan["hours"]:
                if shift["weekday"] == opening["weekday"] == day.weekday():
                    minutes += max(0, min(shift["end_minute"], opening["end_minute"])
                                   - max(shift["begin_minute"], opening["begin_minute"]))
        return minutes

    def visit_pay(self, service, of_deal):
        """All the staff of one visit together."""
        rule, flat, per_100k = service["pay_rule"], service["pay_flat_cents"], service["pay_per_100k"]
        price = own_share = service["list_price_cents"]
        if of_deal:
            price = Fraction(self.deal["price_cents"], self.visits_each)
            own_share = Fraction(self.own_share_each(), self.visits_each)
            pay = self.plan["deal_pay"]
            if pay["rule"] != "same":
                rule, flat, per_100k = pay["rule"], pay["flat_cents"], pay["per_100k"]
        if rule == "hourly" or not service["staff_needed"]:
            return 0
        if rule == "flat":
            return flat * service["staff_needed"]
        base = {"percent_of_list": service["list_price_cents"], "percent_of_price": price,
                "percent_of_own_share": own_share}[rule]
        return cents(base * per_100k / Fraction(100_000))

    def pay_of_visits(self, days, kind):
        return sum(day[kind + "_by_service"][s] * self.visit_pay(service, False)
                   for day in days for s, service in enumerate(self.plan["services"]))

    def pay_of_deal(self, days):
        """Of its visits, those missed too, and of the return visits it brings."""
        visits = sum(day["visits"]["deal"] + day["deal_no_shows"] for day in days)
        return visits * self.visit_pay(self.service, True) + self.pay_of_visits(days, "returning")

    def pay_so_far(self, days, passed, whole):
        """(deal, rest) of the labour of a period's days, whole so split, once some of them have passed:
        pay of visits as they are given, what no visit pays by days."""
        deal, rest = whole
        so_far = []
        for pay, of_visits in ((deal, self.pay_of_deal),
                               (rest, lambda some: self.pay_of_visits(some, "regular"))):
            visits = of_visits(days)
            paid = min(visits, pay)
            earned = cents(Fraction(paid * of_visits(days[:passed]), visits)) if visits else 0
            so_far.append(earned + cents(Fraction((pay - paid) * passed, len(days))))
        return so_far

    def pay_of_period(self, period):
        """(employees, contributions, [(self-employed, charges tax)])."""
        begin = self.begin + DAY * PAY_DAYS * period
        days = [begin + DAY * i for i in range(PAY_DAYS) if begin + DAY * i <= self.last]
        counts = self.counts["pay_periods"][period]
        employees, independent = 0, []
        for i, person in enumerate(self.plan["staff"]):
            pay = counts["visit_pay_cents"][i]
            if person["employment"] == "self_employed":
                independent.append((pay, person["gst_registered"]))
                continue
            minutes = sum(self.shift_minutes(person, day) for day in days)
            pay = max(pay, cents(Fraction(minutes * person["guarantee_cents_per_hour"], 60)))
            if self.business["tax_regime"] in ("QC", "exempt"):
                pay = max(pay, cents(Fraction(counts["worked_minutes"][i] * MINIMUM_WAGE_CENTS, 60)))
            employees += pay
        return employees, share(employees, self.business["contributions_per_100k"]), independent

    @staticmethod
    def by_account(lines):
        sums = {}
        for account, amount in lines:
            sums[account] = sums.get(account, 0) + amount
        return sums

    def write_pay(self):
        owed_contributions = {}
        for period in range(len(self.counts["pay_periods"])):
            begin = self.begin + DAY * PAY_DAYS * period
            end = begin + DAY * (PAY_DAYS - 1)
            days = self.days[PAY_DAYS * period : PAY_DAYS * (period + 1)]
            employees, contributions, independent = self.pay_of_period(period)
            invoices = [add_taxes(taxes_of_costs(self.business, end) if taxed else [], pay)
                        for pay, taxed in independent]
            credit, unrecovered = [], 0
            for invoice in invoices:
                lines, cost = self.claim(end, invoice)
                credit += lines
                unrecovered += cost - invoice.net
            pay = employees + sum(invoice.net for invoice in invoices)
            deal_pay = self.pay_of_deal(days)
            # Contributions and taxes that do not come back go with the pay.
            costs, of_pay = [], []
            for amount in (pay, contributions, unrecovered):
                deal = cents(Fraction(amount * min(deal_pay, pay), pay)) if pay else 0
                costs += [(DEAL_LABOUR, deal), (REGULAR_LABOUR, amount - deal)]
                of_pay = of_pay or [deal, amount - deal]
            labour, accrued = self.by_account(costs), {}
            for day in self.cut_dates():
                if begin <= day < end:
                    earned = self.pay_so_far(days, (day - begin).days + 1, of_pay)
                    so_far = self.by_account([
                        (account, cents(Fraction(amount * earned[i % 2], of_pay[i % 2])) if of_pay[i % 2] else 0)
                        for i, (account, amount) in enumerate(costs)])
                    now = {account: amount - accrued.get(account, 0) for account, amount in so_far.items()}
                    self.post(day, "accrual", *now.items(), (WAGES, -sum(now.values())))
                    accrued = so_far
            paid = employees + sum(invoice.total for invoice in invoices)
            self.post(end, "pay", (WAGES, sum(accrued.values()) - contributions), (BANK, -paid), *credit,
                      *((account, labour[account] - accrued.get(account, 0)) for account in labour))
            tips = self.clients["tips_cents_per_visit"] * sum(sum(d["visits"].values()) for d in days)
            self.post(end, "tips", (TIPS, tips), (BANK, -tips))
            due = month_end(end) + DAY * 15
            owed_contributions[due] = owed_contributions.get(due, 0) + contributions
        for due, amount in owed_contributions.items():
            self.post(due, "contributions", (WAGES, amount), (BANK, -amount))

    def fiscal_year_end(self, day):
        """The end of the fiscal year a day belongs to."""
        return month_end_after(day, (self.business["fiscal_year_end_month"] - day.month) % 12)

    def cut_dates(self):
        dates, day = [], self.fiscal_year_end(self.begin)
        while day < self.last:
            dates.append(day)
            day = month_end_after(day, 12)
        return dates + [self.last]

    # -- Returns and remittances

    def period_of(self, day):
        """(first day, last day, due) of the reporting period of a day."""
        length = {"monthly": 1, "quarterly": 3, "annual": 12}[self.business["reporting_period"]]
        year_end = self.fiscal_year_end(day)
        months_left = (year_end.year - day.year) * 12 + year_end.month - day.month
        end = month_end_after(day, months_left % length)
        begin = month_end_after(end, -length) + DAY
        due = month_end_after(end, 3 if length == 12 else 1)
        if length == 12 and self.business["legal_form"] == "sole_proprietor" and end.month == 12:
            due = datetime.date(end.year + 1, 4, 30)
        return begin, end, due

    def provincial_due(self, end):
        """Of a provincial sales tax: at the end of the month after the period, in Manitoba on its 20th."""
        due = month_end_after(end, 1)
        return due.replace(day=20) if self.business["tax_regime"] == "MB" else due

    def sums(self, table, index, begin, end):
        return sum(amount for (day, i), amount in table.items() if i == index and begin <= day <= end)

    def quick_remitted(self, index, begin, end, year_begin):
        """By the Quick Method: the rate on sales with this tax, each stretch of one rate rounded once,
        less 1 % of the first sales of the fiscal year."""
        def sales(first, last):
            return (sum(net for day, net in self.taxed_sales.items() if first <= day <= last)
                    + self.sums(self.collected, index, first, last))

        def first_sales(last):
            """What gets 1 % back; none where sales before the plan, in the same year, have had it."""
            if year_begin < self.begin and self.registered_before():
                return 0
            return max(0, min(sales(year_begin, last), QUICK_CREDIT_SALES[index]))

        steps = QUICK_RATES.get(self.business["tax_regime"], [("0001-01-01", ("3.6",))])
        if index >= len(steps[0][1]):
            return self.sums(self.collected, index, begin, end)  # a provincial sales tax
        remitted = 0
        for i, (first, rates) in enumerate(steps):
            first = max(begin, date_of(first))
            last = min(end, date_of(steps[i + 1][0]) - DAY) if i + 1 < len(steps) else end
            if first <= last:
                remitted += cents(sales(first, last) * Fraction(rates[index]) / 100)
        before = first_sales(begin - DAY) if begin > year_begin else 0
        return remitted - share(first_sales(end) - before, 1000)

    def make_remittances(self):
        kinds = taxes_of_sales(self.business, self.begin)
        offices = [[tax.index for tax in kinds if tax.payable != PST],
                   [tax.index for tax in kinds if tax.payable == PST]]
        day = self.begin
        while day <= self.last and not self.registered(day):
            day += DAY
        found = []
        while day <= self.last:
            begin, (_, end, due) = day, self.period_of(day)
            known_end = min(end, self.last)
            net, row = {}, {}
            for tax in kinds:
                i = tax.index
                collected = self.sums(self.collected, i, begin, known_end)
                credits = self.sums(self.credits, i, begin, known_end)
                kept = 0
                if self.quick():
                    year_begin = month_end_after(self.fiscal_year_end(begin), -12) + DAY
                    kept = collected - self.quick_remitted(i, begin, known_end, year_begin)
                    self.post(known_end, "kept", (tax.payable, kept), (TAX_KEPT, -kept))
                net[i] = collected - credits - kept
                row[i] = collected, credits, kept
            instalments = {i: 0 for i in net}
            for office, is_provincial in zip(offices, (False, True)):
                if not office:
                    continue
                if is_provincial:
                    filed = self.provincial_due(end)
                else:
                    filed = due
                    found += self.make_instalments(office, begin, known_end, end, net, instalments)
                paid = sum(net[i] - instalments[i] for i in office)
                rows = {i: (*row[i], instalments[i], net[i] - instalments[i]) for i in office}
                found.append(self.remittance("return", begin, end, filed,
                                             filed + DAY * 30 if paid < 0 else filed, rows))
            day = end + DAY
        return found

    def make_instalments(self, office, begin, known_end, end, net, sums):
        """Of an annual filer, tax by tax: equal parts at the end of the month after each fiscal quarter
        that the plan knows something of; adds them to sums."""
        if self.business["reporting_period"] != "annual":
            return []
        ends = [month_end_after(end, -months) for months in (9, 6, 3, 0)]
        quarters = [(month_end_after(last, -3) + DAY, last) for last in ends]
        quarters = [(first, last) for first, last in quarters if first <= known_end and last >= begin]
        owed = {i: net[i] for i in office if net[i] >= 300_000}
        found = []
        for k, (first, last) in enumerate(quarters):
            due = month_end_after(last, 1)
            parts = {i: (0, 0, 0, 0, split(amount, [1] * len(quarters))[k]) for i, amount in owed.items()}
            for i, part in parts.items():
                sums[i] += part[4]
            if parts:
                found.append(self.remittance("instalment", max(first, begin), last, due, due, parts))
        return found

    @staticmethod
    def remittance(kind, begin, end, due, paid_date, rows):
        names = ("collected", "credits", "kept", "instalments", "paid")
        found = {"kind": kind, "period_begin_date": str(begin), "period_end_date": str(end),
                 "due_date": str(due), "paid_date": str(paid_date)}
        for column, name in enumerate(names):
            found[name + "_cents"] = [rows.get(i, (0,) * 5)[column] for i in (0, 1)]
        return found


# ---- Small supplier ---------------------------------------------------------------------------------


def quarter_begin(day):
    return datetime.date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def small_supplier_until(plan, counts):
    """The day from which a small supplier must be registered (None: never in the plan): the day whose
    sales pass 30,000 within one calendar quarter, or the end of the month after the quarter with which
    four quarters pass it. Vouchers count at the price the client paid, when they are used; the mean day
    without the deal stands for every day before the sale."""
    limit = 3_000_000
    deal, clients = plan["deal"], plan["clients"]
    begin = date_of(deal["sale_date"])
    mean = Fraction(counts["earnings"]["without"]["regular_revenue_cents"], len(counts["days"]))
    others = Fraction(plan["business"]["other_taxable_sales_12_months_cents"], 4)
    assert deal["visits_per_voucher"] == 1 and deal["tax_treatment"] == "gift_certificate"
    sales = {}
    for i, day in enumerate(counts["days"]):
        amount = deal["price_cents"] * (day["visits"]["deal"] + day["deal_forfeited_visits"])
        amount += clients["extras_cents"] * day["extras"]
        amount -= clients["incentive_cents"] * sum(day["incentives_by_service"])
        for s, service in enumerate(plan["services"]):
            visits = day["regular_by_service"][s] + day["returning_by_service"][s]
            amount += service["list_price_cents"] * visits
        sales[begin + DAY * i] = amount
    last = max(sales)
    day = quarter_begin(begin)
    for _ in range(4):
        day = quarter_begin(day - DAY)
    quarters = []  # sums of quarters that are over
    while day <= last:
        end = month_end_after(day, 2)
        running = others
        while day <= min(end, last):
            running += sales.get(day, mean)
            if running > limit:
                return max(day, begin)
            day += DAY
        quarters.append(running)
        if sum(quarters[-4:]) > limit:
            return max(month_end_after(end, 1) + DAY, begin)
        day = end + DAY
    return None
