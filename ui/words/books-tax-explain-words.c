/* Room: words. Knows: how the tax figures of the books are made. Must not know: screens, paper.
 *
 * "How is this computed?": terms that add up to the figure, then the rule and where it is written,
 * and what is assumed. */
#include "model/tax/quick-method.h"
#include "model/cash/remittance.h"
#include "ui/words/books-parts.h"

static void add_not_nothing(GString *text, Language language, const char *label, int64_t cents) {
  if (cents != 0) {
    phrase_add_term(text, language, label, cents);
  }
}

/* The rule, and the sentence that stands under every one of them. */
static char *finish(GString *text, Language language, const char *rule) {
  g_string_append(text, rule);
  g_string_append_c(text, ' ');
  g_string_append(text, say(language, "No tax opinion: your accountant confirms."));
  return g_string_free(text, FALSE);
}

/* What made the taxes held on a day. */
typedef struct {
  int64_t collected_cents, credits_cents, paid_cents, kept_cents;
} HeldTaxes;

static HeldTaxes held_taxes(const Cash *cash, int day_count) {
  HeldTaxes held = {0};

  for (int day = 0; day < day_count; day++) {
    for (int i = 0; i < TAX_COMPONENTS_MAX; i++) {
      held.collected_cents += cash->day[day].tax_collected_cents[i];
      held.credits_cents += cash->day[day].tax_credits_cents[i];
    }
    held.paid_cents -= cash->day[day].line_cents[CASH_TAXES];
  }
  held.kept_cents = held.collected_cents - held.credits_cents - held.paid_cents -
                    cash->day[day_count - 1].tax_set_aside_cents;
  return held;
}

static void add_held_taxes(GString *text, Language language, const HeldTaxes *held) {
  phrase_add_term(text, language, say(language, "Taxes collected"), held->collected_cents);
  add_not_nothing(text, language, say(language, "Credits for the taxes of your costs"),
                  -held->credits_cents);
  add_not_nothing(text, language, say(language, "Kept under the method"), -held->kept_cents);
  add_not_nothing(text, language, say(language, "Already remitted"), -held->paid_cents);
}

/* An owner's own taxes are of no act that we know. */
static const char *trust_rule(Language language, const Books *books) {
  return books_plan(books)->business.tax_regime == REGIME_CUSTOM
             ? say(language, "Taxes you collect are held in trust.")
             : say(language, "Taxes you collect are held in trust (Excise Tax Act, s. 222).");
}

char *books_explain_not_yours(Language language, const Books *books) {
  const Results *results = books_results(books);
  const Cash *cash = &results->cash_with;
  HeldDay days[HELD_DAYS_MAX];
  int highest_index, count = books_held_days(books, days, &highest_index);
  const HeldDay *highest = &days[highest_index];
  int day_count = count > 0 ? highest->date - results->sale_date + 1 : 0;
  g_autofree char *rule = NULL;
  GString *text = g_string_new(NULL);

  if (day_count > 0) {
    phrase_add_not_yet_earned(text, language, books_plan(books), results, day_count - 1);
    if (highest->tax_cents > 0) {
      HeldTaxes held = held_taxes(cash, day_count);

      add_held_taxes(text, language, &held);
    }
    phrase_add_answer(text, language, say(language, "In the bank, but not yours"),
                      highest->not_yours_cents);
  }
  rule = g_strdup_printf("%s %s", trust_rule(language, books),
                         say(language, "Money for visits not given is owed as service or as a "
                                       "refund. A refund to come from the tax offices takes "
                                       "nothing off."));
  return finish(text, language, rule);
}

char *books_explain_treatments(Language language, const Books *books) {
  Treatments treatments;
  TreatmentCase which;
  GString *text = g_string_new(NULL);

  treatments_compute(books_plan(books), &treatments);
  which = treatments_plan_case(&treatments);
  if (which != TREATMENT_CASE_COUNT) {
    const TreatmentOutcome *outcome = &treatments.outcome[which];

    phrase_add_term(text, language, say(language, "Revenue before tax"), outcome->revenue_cents);
    add_not_nothing(text, language, say(language, "Kept under the method"),
                    outcome->tax_kept_cents);
    add_not_nothing(text, language, say(language, "Commission, with any tax not recovered"),
                    -outcome->commission_cents);
    phrase_add_answer(text, language, say(language, "Left before pay"),
                      outcome->contribution_cents);
  }
  if (treatments_wording_cents(&treatments) != 0) {
    TreatmentCase extra = treatment_case_worded(which, false);
    TreatmentCase included = treatment_case_worded(which, true);

    phrase_add_term(text, language, treatment_case_label(language, extra),
                    treatments.outcome[extra].contribution_cents);
    phrase_add_term(text, language, treatment_case_label(language, included),
                    -treatments.outcome[included].contribution_cents);
    phrase_add_answer(text, language, say(language, "What the wording is worth, a voucher"),
                      treatments_wording_cents(&treatments));
  }
  return finish(
      text, language,
      books_plan(books)->business.tax_regime == REGIME_CUSTOM
          ? say(language, "Your own taxes, by your own rates: a voucher is taken as a gift "
                          "certificate, no tax when it is sold, tax on the price the client paid "
                          "when it is used. “Not checked” is computed as included, the careful "
                          "way.")
          : say(language,
                "A voucher is a gift certificate: no tax when it is sold, tax on the price the "
                "client paid when it is used (Excise Tax Act, s. 181.2, and Québec’s like rule). "
                "“Not checked” is computed as included, the careful way."));
}

/* When the returns of this business are due, without what concerns only others. */
static char *due_rule(Language language, const PlanBusiness *business) {
  bool is_april = business->legal_form == LEGAL_SOLE_PROPRIETOR &&
                  business->fiscal_year_end_month == MONTHS_A_YEAR;
  GString *text = g_string_new(NULL);

  if (business->reporting_period != REPORTING_ANNUAL) {
    g_string_append(text, say(language, "A return is due one month after its period."));
  } else {
    g_string_append(
        text, is_april ? say(language, "A sole proprietor with a calendar year pays by April 30 "
                                       "and files by June 15.")
                       : say(language, "An annual return is due three months after its year."));
    g_string_append_c(text, ' ');
    g_string_append(text, say(language, "An annual filer whose tax reaches $3,000 a year pays "
                                        "quarterly."));
  }
  if (business->provincial_tax_applies &&
      (business->tax_regime == REGIME_BC || business->tax_regime == REGIME_SK ||
       business->tax_regime == REGIME_MB)) {
    g_string_append_c(text, ' ');
    g_string_append(text,
                    business->tax_regime == REGIME_MB
                        ? say(language, "The province has its own return, without instalments, "
                                        "due on the 20th of the month after the period.")
                        : say(language, "The province has its own return, without instalments, "
                                        "due at the end of the month after the period (assumed: "
                                        "filed and paid electronically)."));
  }
  g_string_append_c(text, ' ');
  g_string_append(text, say(language, "Assumed: refunds arrive 30 days after the due date."));
  return g_string_free(text, FALSE);
}

char *books_explain_remittances(Language language, const Books *books) {
  const Cash *cash = &books_results(books)->cash_with;
  int64_t held_cents = cash->days > 0 ? cash->day[cash->days - 1].tax_set_aside_cents : 0;
  g_autofree char *rule = due_rule(language, &books_plan(books)->business);
  GString *text = g_string_new(NULL);

  phrase_add_term(text, language, say(language, "Taxes collected"), cash->tax_collected_cents);
  add_not_nothing(text, language, say(language, "Credits for the taxes of your costs"),
                  -cash->tax_credits_cents);
  add_not_nothing(text, language, say(language, "Kept under the method"), -cash->tax_kept_cents);
  add_not_nothing(text, language, say(language, "Settled after the plan"), -held_cents);
  phrase_add_answer(text, language, say(language, "Remitted during the plan"),
                    cash->tax_remitted_cents);
  return finish(text, language, rule);
}

/* "GST 3.6%, QST 6.6%" */
static char *quick_rates_text(Language language, const Plan *plan) {
  QuickMethod method;
  TaxSet set;
  const char *parts[TAX_COMPONENTS_MAX];
  char *rates[TAX_COMPONENTS_MAX] = {NULL};
  char *text;
  int count = 0;

  if (!quick_method_find(&plan->business, plan->deal.sale_date, &method) ||
      !tax_set_for_sales(&plan->business, plan->deal.sale_date, &set)) {
    return g_strdup("–");
  }
  for (int i = 0; i < set.count; i++) {
    if (method.rate_per_100k[i] > 0) {
      g_autofree char *rate = say_percent(language, method.rate_per_100k[i]);

      rates[count] = g_strdup_printf("%s %s", tax_label(language, &set, i), rate);
      parts[count] = rates[count];
      count++;
    }
  }
  text = count > 0 ? phrase_list(language, parts, count) : g_strdup("–");
  g_free(rates[0]);
  g_free(rates[1]);
  return text;
}

char *books_explain_quick_method(Language language, const Books *books) {
  QuickComparison comparison;
  GString *text = g_string_new(NULL);
  g_autofree char *rates = quick_rates_text(language, books_plan(books));
  g_autofree char *rule = NULL;

  books_quick_comparison(books, &comparison);
  phrase_add_term(text, language, say(language, "Taxes collected"), comparison.collected_cents);
  phrase_add_term(text, language, say(language, "Credits for the taxes of your costs"),
                  -comparison.credits_cents);
  phrase_add_answer(text, language, say(language, "Paid by the regular method"),
                    comparison.regular_cents);
  phrase_add_term(text, language, say(language, "Sales with their tax, at the method’s rates"),
                  comparison.quick_cents + comparison.quick_credit_cents);
  add_not_nothing(text, language, say(language, "Credit of 1% on the first sales"),
                  -comparison.quick_credit_cents);
  phrase_add_answer(text, language, say(language, "Paid by the Quick Method"),
                    comparison.quick_cents);
  phrase_add_answer(text, language, say(language, "Left to you by the Quick Method"),
                    comparison.gain_cents);
  rule = g_strdup_printf(
      say(language, "Rates for services: %s, each on sales that include that tax alone; no credit "
                    "for the taxes of costs, the site’s commission among them (guides RC4058 and "
                    "IN-203). What is kept is income. The credit on the first sales of the fiscal "
                    "year that began before the sale is taken as used by your sales before it."),
      rates);
  return finish(text, language, rule);
}

/* What it takes to pass, and when it did. */
static char *threshold_rule(Language language, const Registration *registration) {
  g_autofree char *limit = say_money_whole(language, SMALL_SUPPLIER_LIMIT_CENTS);
  g_autofree char *passed = NULL;
  g_autofree char *rule = g_strdup_printf(
      say(language,
          "A small supplier sells no more than %s in four quarters, taxes not counted, "
          "vouchers at the full price paid, on the day they are used (Excise Tax Act, "
          "s. 148). Assumed: before the sale, sales like the mean day of the year without "
          "the deal."),
      limit);

  if (!registration->is_passed) {
    return g_steal_pointer(&rule);
  }
  if (registration->is_passed_before) {
    return g_strdup_printf(
        say(language, "%s Already passed by the sales before the sale, so computed as registered "
                      "from its first day: ask since when you owe the tax."),
        rule);
  }
  passed = say_date(language, registration->passed_date);
  return g_strdup_printf(
      registration->is_one_quarter
          ? say(language, "%1$s Passed within one quarter on %2$s: registered from that sale.")
          : say(language, "%1$s Passed over four quarters on %2$s: registered once the month after "
                          "has gone by."),
      rule, passed);
}

/* And what that does to vouchers sold before. */
static char *registration_rule(Language language, const Books *books) {
  g_autofree char *threshold = threshold_rule(language, &books_results(books)->registration);

  if (!books_are_sold_before(books)) {
    return g_steal_pointer(&threshold);
  }
  return g_strdup_printf(
      say(language, "%s A voucher sold before that day and used after it bears the taxes of your "
                    "sales, while the tax on its commission, invoiced when you were not "
                    "registered, does not come back."),
      threshold);
}

char *books_explain_registration(Language language, const Books *books) {
  const Registration *registration = &books_results(books)->registration;
  GString *text = g_string_new(NULL);
  g_autofree char *rule = registration_rule(language, books);

  phrase_add_term(text, language, say(language, "Highest sales of four quarters"),
                  registration->highest_four_quarters_cents);
  phrase_add_term(text, language, say(language, "The limit"), -SMALL_SUPPLIER_LIMIT_CENTS);
  phrase_add_answer(text, language, say(language, "Over the limit"),
                    registration->highest_four_quarters_cents - SMALL_SUPPLIER_LIMIT_CENTS);
  return finish(text, language, rule);
}

char *books_explain_reserve(Language language, const Books *books) {
  ReserveMonth months[MONTHS_MAX];
  int count = reserve_months_fill(books_projected(books), books_first_date(books),
                                  books_last_date(books), months);
  ReserveMonth sum = {0};
  int highest = 0;
  g_autofree char *rule = NULL;
  GString *text = g_string_new(NULL);

  for (int i = 1; i < count; i++) {
    highest = months[i].closing_cents > months[highest].closing_cents ? i : highest;
  }
  for (int i = 0; i <= highest; i++) {
    sum.collected_cents += months[i].collected_cents;
    sum.credits_cents += months[i].credits_cents;
    sum.kept_cents += months[i].kept_cents;
    sum.remitted_cents += months[i].remitted_cents;
  }
  phrase_add_term(text, language, say(language, "Taxes collected"), sum.collected_cents);
  add_not_nothing(text, language, say(language, "Credits for the taxes of your costs"),
                  sum.credits_cents);
  add_not_nothing(text, language, say(language, "Kept under the method"), sum.kept_cents);
  add_not_nothing(text, language, say(language, "Already remitted"), sum.remitted_cents);
  phrase_add_answer(text, language, say(language, "Held for the tax offices"),
                    months[highest].closing_cents);
  rule = g_strdup_printf("%s %s", trust_rule(language, books),
                         say(language, "Leave this amount in the bank."));
  return finish(text, language, rule);
}
