/* Room: words. Knows: one voucher, its taxes, what the law says of it. Must not know: how many are
 * sold, screens.
 *
 * Answers to the cent: what the contract comes to, whatever happens. */
#include "model/base/money.h"
#include "model/tax/tax.h"
#include "ui/words/answers-parts.h"
#include "ui/words/phrase.h"

/* ", taxes extra; with “taxes included” you would keep $18.49": what the other wording leaves. */
static char *wording_tail(Language language, const Plan *plan, const VoucherResult *voucher) {
  bool is_extra = plan->deal.price_tax_wording == WORDING_EXTRA;
  const Waterfall *other = is_extra ? &voucher->used_included : &voucher->used_extra;
  int64_t left_cents = other->step_cents[STEP_LEFT];
  g_autofree char *amount = say_money(language, left_cents < 0 ? -left_cents : left_cents);
  g_autofree char *then = g_strdup_printf(left_cents < 0 ? say(language, "it would cost you %s")
                                                         : say(language, "you would keep %s"),
                                          amount);

  if (voucher->wording_difference_cents == 0) {
    return g_strdup("");
  }
  if (is_extra) {
    return g_strdup_printf(say(language, ", taxes extra; with “taxes included” %s"), then);
  }
  return g_strdup_printf(plan->deal.price_tax_wording == WORDING_INCLUDED
                             ? say(language, ", taxes included; with “taxes extra” %s")
                             : say(language, ", counted as taxes included; with “taxes extra” %s"),
                         then);
}

/* A small supplier who passes the threshold after the sale: what a voucher sold before leaves then.
 * "" otherwise. */
static char *once_registered(Language language, const Results *results) {
  const Registration *registration = &results->registration;
  g_autofree char *left = NULL;
  g_autofree char *date = NULL;

  if (!registration->is_watched || !registration->is_passed ||
      registration->registered_from_date <= results->sale_date) {
    return g_strdup("");
  }
  left = say_money(language, results->left_sold_before_cents);
  date = say_date(language, registration->registered_from_date);
  return g_strdup_printf(
      say(language, " From %1$s, when you must register, a voucher sold before leaves %2$s."), date,
      left);
}

char *answer_kept(Language language, const Study *study) {
  const Results *results = study->results;
  g_autofree char *kept = finding_waterfall(language, study->plan, results);
  g_autofree char *wording = wording_tail(language, study->plan, &results->voucher);
  g_autofree char *registered = once_registered(language, results);

  return g_strdup_printf("%s%s.%s", kept, wording, registered);
}

/* What the site takes of the price, its tax that never comes back and the card fee with it. */
static int64_t site_takes_cents(const Waterfall *used) {
  return -(used->step_cents[STEP_COMMISSION] + used->step_cents[STEP_COMMISSION_TAX] +
           used->step_cents[STEP_CARD_FEE]);
}

/* "Giving the visit costs you $53.80"; of several, with their mean. */
static char *giving_text(Language language, const PlanDeal *deal, int64_t cents) {
  g_autofree char *cost = say_money(language, cents);
  g_autofree char *visits = say_number(language, deal->visits_per_voucher);
  g_autofree char *each =
      say_money(language, money_scale_half_up(cents, 1, MAX(deal->visits_per_voucher, 1)));

  if (deal->visits_per_voucher <= 1) {
    return g_strdup_printf(say(language, "Giving one deal visit costs you %s"), cost);
  }
  return g_strdup_printf(say(language, "Giving one deal visit costs you %1$s on average, the %2$s "
                                       "of a voucher %3$s"),
                         each, visits, cost);
}

char *answer_visit_cost(Language language, const Study *study) {
  const Plan *plan = study->plan;
  const VoucherResult *voucher = &study->results->voucher;
  const int64_t *step_cents = voucher->used.step_cents;
  int64_t site_cents = site_takes_cents(&voucher->used);
  g_autofree char *giving = giving_text(
      language, &plan->deal,
      -(step_cents[STEP_PAY] + step_cents[STEP_CONTRIBUTIONS] + step_cents[STEP_SUPPLIES]));
  g_autofree char *pay = say_money(language, -step_cents[STEP_PAY]);
  g_autofree char *contributions = say_money(language, -step_cents[STEP_CONTRIBUTIONS]);
  g_autofree char *supplies = say_money(language, -step_cents[STEP_SUPPLIES]);
  g_autofree char *site = say_money(language, site_cents);
  g_autofree char *price = say_money(language, plan->deal.price_cents);
  g_autofree char *guaranteed = say_money(language, voucher->guaranteed_anyway_cents);
  GString *text = g_string_new(NULL);

  g_string_append_printf(text, say(language, "%1$s (pay %2$s, contributions %3$s, supplies %4$s)"),
                         giving, pay, contributions, supplies);
  if (site_cents > 0) {
    g_string_append_printf(text, say(language, ", and the site takes %1$s of the %2$s"), site,
                           price);
  }
  g_string_append_c(text, '.');
  if (voucher->guaranteed_anyway_cents > 0) {
    g_string_append_printf(text, say(language, " Of that pay you owe %s anyway, booked or not."),
                           guaranteed);
  }
  return g_string_free(text, FALSE);
}

/* "you lose $9.80", "you gain nothing" */
static char *gain_text(Language language, int64_t cents) {
  g_autofree char *amount = say_money(language, cents < 0 ? -cents : cents);

  return cents == 0
             ? g_strdup(say(language, "you gain nothing"))
             : g_strdup_printf(
                   cents < 0 ? say(language, "you lose %s") : say(language, "you gain %s"), amount);
}

char *answer_each_kind(Language language, const Study *study) {
  const VoucherResult *voucher = &study->results->voucher;
  g_autofree char *used = gain_text(language, voucher->left_used_cents);
  g_autofree char *unused = gain_text(language, voucher->left_unused_cents);
  g_autofree char *existing = gain_text(language, voucher->left_existing_cents);
  g_autofree char *kept = say_money(language, voucher->unused_kept_cents);
  g_autofree char *each =
      g_strdup_printf(say(language, "On a used one %1$s; on an unused one %2$s; on one used by a "
                                    "client who would have paid full price %3$s"),
                      used, unused, existing);

  if (voucher->unused_kept_cents <= voucher->left_unused_cents) {
    return g_strconcat(each, ".", NULL);
  }
  return g_strdup_printf(say(language, "%1$s. An unused one leaves %2$s in the bank, but it stays "
                                       "owed as long as the client may come."),
                         each, kept);
}

/* --- taxes --------------------------------------------------------------------------------- */

/* "GST 5%" */
static char *rate_text(Language language, const TaxSet *set, int index) {
  g_autofree char *rate = say_percent(language, set->component[index].rate_per_100k);

  return g_strdup_printf("%s %s", tax_label(language, set, index), rate);
}

/* "GST 5% and QST 9.975%" */
static char *rates_text(Language language, const TaxSet *set) {
  g_autofree char *first = rate_text(language, set, 0);
  g_autofree char *second = set->count > 1 ? rate_text(language, set, 1) : NULL;
  const char *const parts[TAX_COMPONENTS_MAX] = {first, second};

  return phrase_list(language, parts, set->count);
}

/* Of all visits of one voucher at the counter, each its own invoice. */
static int64_t counter_tax_cents(const PlanDeal *deal, const TaxSet *set) {
  int64_t sum = 0;

  for (int i = 0; i < deal->visits_per_voucher; i++) {
    VoucherPart part = voucher_part(deal, i);

    sum += tax_counter_invoice_of(deal, set, part.price_cents, part.list_cents, 0)
               .invoice.tax_total_cents;
  }
  return sum;
}

/* What is due on what amount, and who pays it; registered on the sale's day. */
static char *taxes_due_text(Language language, const Plan *plan, const TaxSet *set) {
  const PlanDeal *deal = &plan->deal;
  Commission statement = tax_commission(&plan->business, deal, deal->sale_date, 1);
  g_autofree char *rates = rates_text(language, set);
  g_autofree char *price = say_money(language, deal->price_cents);
  g_autofree char *list = say_money(language, deal->list_price_cents);
  g_autofree char *share = say_money(language, tax_own_share_cents(deal, deal->price_cents));
  g_autofree char *counter = say_money(language, counter_tax_cents(deal, set));
  g_autofree char *stated = say_money(language, statement.collected_cents);

  switch (deal->tax_treatment) {
  case TREATMENT_LIST_PRICE:
    return g_strdup_printf(say(language, "%1$s on the list price of %2$s, as the contract says, "
                                         "when a voucher is used: %3$s, paid at the counter"),
                           rates, list, counter);
  case TREATMENT_SITE_PRINCIPAL:
    return g_strdup_printf(say(language, "%1$s on the %2$s that the site pays you: %3$s a voucher, "
                                         "charged to the site"),
                           rates, share, stated);
  case TREATMENT_AT_SALE:
    return g_strdup_printf(
        say(language, "%1$s on the %2$s paid, when a voucher is sold: %3$s a voucher"), rates,
        price, stated);
  case TREATMENT_GIFT_CERTIFICATE:
  case TREATMENT_COUNT:
    break;
  }
  return g_strdup_printf(
      tax_price_is_included(deal)
          ? say(language, "%1$s inside the %2$s paid, when a voucher is used: %3$s of it is tax")
          : say(language,
                "%1$s on the %2$s paid, when a voucher is used: %3$s, added at the counter"),
      rates, price, counter);
}

/* The first return of the plan with a date; DATE_NONE: none. */
static int32_t first_return_date(const Cash *cash) {
  int32_t date = DATE_NONE;

  for (int i = 0; i < cash->remittance_count; i++) {
    const Remittance *remittance = &cash->remittance[i];

    if (remittance->kind == REMITTANCE_RETURN &&
        (date == DATE_NONE || remittance->due_date < date)) {
      date = remittance->due_date;
    }
  }
  return date;
}

/* When they are remitted, and where a voucher stands in the books until then. */
static char *remitted_text(Language language, const Study *study) {
  const PlanBusiness *business = &study->plan->business;
  int32_t date = first_return_date(&study->results->cash_with);
  g_autofree char *period =
      value_text(language, "business.reporting_period", business->reporting_period);
  g_autofree char *first = date == DATE_NONE ? NULL : say_date(language, date);
  g_autofree char *remitted =
      first ? g_strdup_printf(say(language, "Remitted with %1$s returns, the first due on %2$s"),
                              period, first)
            : g_strdup_printf(say(language, "Remitted with %s returns"), period);

  return g_strdup_printf(study->plan->deal.payout_basis == PAYOUT_SOLD
                             ? say(language, "%s; a voucher is deferred revenue (2200) until used.")
                             : say(language, "%s; a voucher is booked when used."),
                         remitted);
}

static char *no_taxes(Language language, const Study *study) {
  const Registration *registration = &study->results->registration;
  const PlanBusiness *business = &study->plan->business;
  g_autofree char *lost =
      say_money(language, -study->results->voucher.used.step_cents[STEP_COMMISSION_TAX]);
  g_autofree char *date = NULL;

  if (business->tax_regime != REGIME_EXEMPT && registration->is_watched &&
      registration->registered_from_date != DATE_NONE) {
    date = say_date(language, registration->registered_from_date);
    return g_strdup_printf(say(language, "None until %1$s, when you must register; from then on, "
                                         "taxes on the price paid of each voucher used. Before, "
                                         "the tax on the commission, %2$s a voucher, does not come "
                                         "back."),
                           date, lost);
  }
  return g_strdup_printf(
      business->tax_regime == REGIME_EXEMPT
          ? say(language, "None: your services are exempt. The tax on the site’s commission, %s a "
                          "voucher, does not come back.")
          : say(language, "None: you are not registered. The tax on the site’s commission, %s a "
                          "voucher, does not come back."),
      lost);
}

char *answer_taxes(Language language, const Study *study) {
  const Plan *plan = study->plan;
  TaxSet set = tax_set_collected(&plan->business, plan->deal.sale_date);
  g_autofree char *due = NULL;
  g_autofree char *remitted = NULL;

  if (set.count == 0) {
    return no_taxes(language, study);
  }
  due = taxes_due_text(language, plan, &set);
  remitted = remitted_text(language, study);
  return g_strdup_printf("%s. %s", due, remitted);
}

/* --- the law ------------------------------------------------------------------------------- */

/* In Québec, the paid amount against the current price: what the client then adds. */
static char *law_of_quebec(Language language, const Plan *plan) {
  const PlanDeal *deal = &plan->deal;
  CounterInvoice late = tax_late_invoice(&plan->business, deal->promotion_end_date + 1,
                                         deal->list_price_cents, deal->price_cents, 0);
  g_autofree char *end = say_date(language, deal->promotion_end_date);
  g_autofree char *paid = say_money(language, deal->price_cents);
  g_autofree char *list = say_money(language, deal->list_price_cents);
  g_autofree char *adds = say_money(language, late.client_pays_cents);

  return g_strdup_printf(say(language,
                             "Only the discount ends, on %1$s: the %2$s paid never expires and "
                             "counts against the current price; at %3$s the client then adds %4$s, "
                             "taxes in (Consumer Protection Act, Québec, ss. 187.1 to 187.5)."),
                         end, paid, list, adds);
}

char *answer_law(Language language, const Study *study) {
  const Plan *plan = study->plan;
  g_autofree char *end = say_date(language, plan->deal.promotion_end_date);
  g_autofree char *paid = say_money(language, plan->deal.price_cents);

  if (plan->business.tax_regime == REGIME_QC) {
    return law_of_quebec(language, plan);
  }
  return g_strdup_printf(
      plan->business.tax_regime == REGIME_EXEMPT || plan->business.tax_regime == REGIME_CUSTOM
          ? say(language, "In Québec only the discount ends, on %1$s: the %2$s paid never expires "
                          "(Consumer Protection Act, ss. 187.1 to 187.5); elsewhere, check your "
                          "province’s rules on gift cards and expiry.")
          : say(language, "Check your province’s rules on gift cards and expiry: after %1$s, when "
                          "the discount ends, this plan still counts the %2$s paid as owed."),
      end, paid);
}
