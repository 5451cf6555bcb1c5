/* Room: words. Knows: how the tax figures of the books are made. Must not know: screens, paper.
 *
 * "How is this computed?": terms that add up to the figure, then the rule and where it is written,
 * and what is assumed. */
#include "model/engine/quick-method.h"
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
  add_not_nothing(text, language, say(language, "Already sent to the tax offices"),
                  -held->paid_cents);
}

char *books_explain_not_yours(Language language, const Books *books) {
  const Results *results = books_results(books);
  const Cash *cash = &results->cash_with;
  HeldDay days[HELD_DAYS_MAX];
  int highest_index, count = books_held_days(books, days, &highest_index);
  const HeldDay *highest = &days[highest_index];
  int day_count = count > 0 ? highest->date - results->sale_date + 1 : 0;
  GString *text = g_string_new(NULL);
  int64_t received = 0;

  if (day_count > 0) {
    for (int day = 0; day < day_count; day++) {
      received += cash->day[day].line_cents[CASH_SITE_PAYOUTS];
    }
    phrase_add_term(text, language, say(language, "Received from the site"), received);
    phrase_add_term(text, language, say(language, "Earned by vouchers used"),
                    highest->not_earned_cents - received);
    if (highest->tax_cents > 0) {
      HeldTaxes held = held_taxes(cash, day_count);

      add_held_taxes(text, language, &held);
    }
    phrase_add_answer(text, language, say(language, "In the bank, but not yours"),
                      highest->not_yours_cents);
  }
  return finish(
      text, language,
      say(language,
          "Taxes you collect are held in trust (Excise Tax Act, s. 222). Money for visits "
          "not given is owed as service or as a refund. A refund to come from the tax "
          "offices takes nothing off."));
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
      say(language,
          "A voucher is a gift certificate: no tax when it is sold, tax on the price the "
          "client paid when it is used (Excise Tax Act, s. 181.2, and Québec’s like rule). "
          "“Not checked” is computed as included, the careful way."));
}

char *books_explain_remittances(Language language, const Books *books) {
  const Cash *cash = &books_results(books)->cash_with;
  int64_t held_cents = cash->days > 0 ? cash->day[cash->days - 1].tax_set_aside_cents : 0;
  GString *text = g_string_new(NULL);

  phrase_add_term(text, language, say(language, "Taxes collected"), cash->tax_collected_cents);
  add_not_nothing(text, language, say(language, "Credits for the taxes of your costs"),
                  -cash->tax_credits_cents);
  add_not_nothing(text, language, say(language, "Kept under the method"), -cash->tax_kept_cents);
  add_not_nothing(text, language, say(language, "Settled after the plan"), -held_cents);
  phrase_add_answer(text, language, say(language, "Paid to the tax offices during the plan"),
                    cash->tax_remitted_cents);
  return finish(
      text, language,
      say(language,
          "A return is due one month after its period, an annual one three; a sole "
          "proprietor’s calendar year pays on April 30. An annual filer whose tax reaches "
          "$3,000 a year pays quarterly. Assumed: refunds arrive 30 days after the due "
          "date."));
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

      rates[count] =
          g_strdup_printf("%s %s", tax_kind_label(language, set.component[i].kind), rate);
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
                    "IN-203). What is kept is income."),
      rates);
  return finish(text, language, rule);
}

/* What it takes to pass, and when it did. */
static char *registration_rule(Language language, const Registration *registration) {
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
  passed = say_date(language, registration->passed_date);
  return g_strdup_printf(
      registration->is_one_quarter
          ? say(language, "%1$s Passed within one quarter on %2$s: registered from that sale.")
          : say(language, "%1$s Passed over four quarters on %2$s: registered once the month after "
                          "has gone by."),
      rule, passed);
}

char *books_explain_registration(Language language, const Books *books) {
  const Registration *registration = &books_results(books)->registration;
  GString *text = g_string_new(NULL);
  g_autofree char *rule = registration_rule(language, registration);

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
  add_not_nothing(text, language, say(language, "Already sent to the tax offices"),
                  sum.remitted_cents);
  phrase_add_answer(text, language, say(language, "Held for the tax offices"),
                    months[highest].closing_cents);
  return finish(text, language,
                say(language, "Taxes you collect are held in trust (Excise Tax Act, s. 222): leave "
                              "this amount in the bank."));
}
