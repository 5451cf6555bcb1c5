/* Room: words. Knows: what the taxes of the books come to. Must not know: tables, screens.
 *
 * Findings: conclusions with their figures, short enough for a title. */
#include "model/tax/quick-method.h"
#include "ui/words/books-parts.h"

char *books_find_not_yours(Language language, const Books *books) {
  HeldDay days[HELD_DAYS_MAX];
  int highest_index;
  int count = books_held_days(books, days, &highest_index);
  const HeldDay *highest = &days[highest_index];
  g_autofree char *date = NULL, *whole = NULL, *not_earned = NULL, *taxes = NULL;

  if (count == 0 || highest->not_yours_cents <= 0) {
    return g_strdup(say(language, "All the money in the bank is yours: nothing received before the "
                                  "visits, no taxes to remit"));
  }
  date = say_date(language, highest->date);
  whole = say_money(language, highest->not_yours_cents);
  not_earned = say_money(language, highest->not_earned_cents);
  taxes = say_money(language, highest->tax_cents);
  if (highest->tax_cents <= 0) {
    return g_strdup_printf(
        say(language, "On %1$s, %2$s is not yours: paid for visits not given yet"), date, whole);
  }
  if (highest->not_earned_cents == 0) {
    return g_strdup_printf(say(language, "On %1$s, %2$s is not yours: taxes"), date, whole);
  }
  return g_strdup_printf(
      say(language, "On %1$s, %2$s is not yours: %3$s for visits not given yet, %4$s of taxes"),
      date, whole, not_earned, taxes);
}

/* The wording of a registrant's gift certificate, or of a voucher taxed when sold. */
static char *wording_finding(Language language, const Books *books, int64_t wording_cents) {
  g_autofree char *cost = say_money(language, wording_cents);

  switch (books_plan(books)->deal.price_tax_wording) {
  case WORDING_EXTRA:
    return g_strdup_printf(
        say(language, "“Taxes extra” is worth %s a voucher to you: keep these words in writing"),
        cost);
  case WORDING_INCLUDED:
    return g_strdup_printf(
        say(language, "“Taxes included” costs you %s a voucher: ask for “taxes extra”"), cost);
  case WORDING_NOT_CHECKED:
  case WORDING_COUNT:
    break;
  }
  return g_strdup_printf(
      say(language, "The wording costs %s a voucher: get “taxes extra” in writing"), cost);
}

static char *unregistered_finding(Language language, const Plan *plan,
                                  const Treatments *treatments) {
  TreatmentCase registered = treatment_case_registered(&plan->deal);
  TreatmentCase extra = treatment_case_worded(registered, false);
  TreatmentCase included = treatment_case_worded(registered, true);
  g_autofree char *left = say_money(language, treatments->outcome[CASE_E].contribution_cents);
  g_autofree char *first = say_money(language, treatments->outcome[extra].contribution_cents);
  g_autofree char *second = say_money(language, treatments->outcome[included].contribution_cents);

  return extra == included
             ? g_strdup_printf(say(language, "Not registered, a voucher leaves %1$s before pay; "
                                             "registered, %2$s"),
                               left, first)
             : g_strdup_printf(say(language, "Not registered, a voucher leaves %1$s before pay; "
                                             "registered: %2$s, or %3$s with taxes included"),
                               left, first, second);
}

char *books_find_treatments(Language language, const Books *books) {
  Treatments treatments;
  TreatmentCase which;
  int64_t wording_cents;
  g_autofree char *left = NULL, *less = NULL;

  treatments_compute(books_plan(books), &treatments);
  which = treatments_plan_case(&treatments);
  wording_cents = treatments_wording_cents(&treatments);
  if (treatments.set.count == 0) {
    return g_strdup(say(language, "Your service bears no tax: the wording changes nothing"));
  }
  if (which == TREATMENT_CASE_COUNT) {
    return g_strdup(say(language, "The Quick Method with this treatment of the voucher is not laid "
                                  "out here: ask your accountant"));
  }
  if (which == CASE_E) {
    return unregistered_finding(language, books_plan(books), &treatments);
  }
  if (wording_cents > 0) {
    return wording_finding(language, books, wording_cents);
  }
  left = say_money(language, treatments.outcome[which].contribution_cents);
  less = say_money(language, treatments.outcome[which].cost_against_best_cents);
  return treatments.outcome[which].cost_against_best_cents > 0
             ? g_strdup_printf(say(language, "“%1$s” leaves %2$s a voucher before pay, %3$s less "
                                             "than the best treatment"),
                               treatment_case_label(language, which), left, less)
             : g_strdup_printf(say(language,
                                   "“%1$s” leaves %2$s a voucher before pay; no treatment "
                                   "leaves more"),
                               treatment_case_label(language, which), left);
}

/* The largest payment by the plan's last day; NULL when nothing is paid. */
static const Remittance *largest_payment(const Books *books) {
  const Cash *cash = &books_results(books)->cash_with;
  const Remittance *largest = NULL;

  for (int i = 0; i < cash->remittance_count; i++) {
    const Remittance *remittance = &cash->remittance[i];

    if (remittance->paid_date <= books_last_date(books) &&
        remittance_side_cents(remittance) > MAX(remittance_side_cents(largest), 0)) {
      largest = remittance;
    }
  }
  return largest;
}

static char *deal_adds(Language language, int64_t change_cents) {
  g_autofree char *change = say_money_whole(language, ABS(change_cents));

  return change_cents > 0   ? g_strdup_printf(say(language, "the deal adds %s"), change)
         : change_cents < 0 ? g_strdup_printf(say(language, "the deal takes off %s"), change)
                            : g_strdup(say(language, "the deal changes nothing"));
}

char *books_find_remittances(Language language, const Books *books) {
  const Results *results = books_results(books);
  int64_t remitted_cents = results->cash_with.tax_remitted_cents;
  const Remittance *largest = largest_payment(books);
  g_autofree char *last = say_date(language, books_last_date(books));
  g_autofree char *total = say_money_whole(language, ABS(remitted_cents));
  g_autofree char *deal =
      deal_adds(language, remitted_cents - results->cash_without.tax_remitted_cents);

  if (remitted_cents < 0) {
    return g_strdup_printf(say(language, "Taxes: %1$s come back to you by %2$s; %3$s"), total, last,
                           deal);
  }
  if (largest) {
    g_autofree char *most = say_money_whole(language, remittance_side_cents(largest));
    g_autofree char *date = say_date(language, largest->paid_date);

    return g_strdup_printf(
        say(language, "Taxes: %1$s to pay by %2$s, the most on %3$s (%4$s); %5$s"), total, last,
        date, most, deal);
  }
  return g_strdup_printf(say(language, "Taxes: %1$s to pay by %2$s; %3$s"), total, last, deal);
}

/* What the Quick Method adds to a voucher of the plan's terms; < 0 costs, 0 not laid out. */
static int64_t quick_voucher_cents(const Plan *plan) {
  Treatments treatments;
  TreatmentCase regular = treatment_case_registered(&plan->deal);
  TreatmentCase quick = treatment_case_quick(regular);

  treatments_compute(plan, &treatments);
  return quick == TREATMENT_CASE_COUNT ? 0
                                       : treatments.outcome[quick].contribution_cents -
                                             treatments.outcome[regular].contribution_cents;
}

static char *quick_gain(Language language, const char *gain, const char *cost, bool is_chosen) {
  return is_chosen
             ? g_strdup_printf(say(language, "The Quick Method leaves you %1$s more over the "
                                             "plan, though each voucher loses %2$s by it"),
                               gain, cost)
             : g_strdup_printf(say(language, "The Quick Method would leave you %1$s more over "
                                             "the plan, though each voucher loses %2$s"),
                               gain, cost);
}

static char *quick_cost(Language language, const char *cost, bool is_chosen) {
  return is_chosen
             ? g_strdup_printf(say(language, "The Quick Method costs you %s over the plan: it "
                                             "gives no credit for the taxes of your costs"),
                               cost)
             : g_strdup_printf(say(language, "The Quick Method would cost you %s over the "
                                             "plan: no credit for the taxes of your costs"),
                               cost);
}

char *books_find_quick_method(Language language, const Books *books) {
  const Plan *plan = books_plan(books);
  bool is_chosen = plan->business.quick_method;
  int64_t voucher_cents = quick_voucher_cents(plan);
  QuickComparison comparison;
  g_autofree char *gain = NULL, *voucher = say_money(language, ABS(voucher_cents));

  books_quick_comparison(books, &comparison);
  gain = say_money_whole(language, ABS(comparison.gain_cents));
  if (!comparison.is_possible) {
    g_autofree char *sales = say_money_whole(language, comparison.sales_cents);
    g_autofree char *limit = say_money_whole(language, QUICK_METHOD_LIMIT_CENTS);

    return g_strdup_printf(say(language, "The Quick Method is not open to you: sales of %1$s a "
                                         "year, over its limit of %2$s"),
                           sales, limit);
  }
  if (comparison.gain_cents < 0 && voucher_cents < 0) {
    return g_strdup_printf(
        is_chosen ? say(language, "The Quick Method costs you %1$s over the plan, %2$s of it on "
                                  "each voucher: no credit for the commission")
                  : say(language, "The Quick Method would cost you %1$s over the plan, %2$s on "
                                  "each voucher: no credit for the commission"),
        gain, voucher);
  }
  if (comparison.gain_cents < 0) {
    return quick_cost(language, gain, is_chosen);
  }
  if (comparison.gain_cents > 0 && voucher_cents < 0) {
    return quick_gain(language, gain, voucher, is_chosen);
  }
  return g_strdup_printf(
      is_chosen ? say(language, "The Quick Method leaves you %s more over the plan")
                : say(language, "The Quick Method would leave you %s more over the plan"),
      gain);
}

/* Of one who passes the limit. */
static char *passed_finding(Language language, const Books *books) {
  const Results *results = books_results(books);
  int32_t from_date = results->registration.registered_from_date;
  g_autofree char *limit = say_money_whole(language, SMALL_SUPPLIER_LIMIT_CENTS);
  g_autofree char *from = say_date(language, from_date);
  bool is_sold_before = from_date > plan_sale_last_date(books_plan(books));
  g_autofree char *after =
      say_money(language, is_sold_before ? results->left_sold_before_cents
                                         : results->left_used_registered_cents);
  g_autofree char *before = say_money(language, results->left_used_unregistered_cents);

  if (results->registration.is_passed_before) {
    return g_strdup_printf(say(language, "Over %1$s already before the sale: since when do you owe "
                                         "tax? A used voucher leaves %2$s, not %3$s"),
                           limit, after, before);
  }
  if (from_date > books_last_date(books)) {
    return g_strdup_printf(say(language, "You pass %1$s of sales: you must register from %2$s, "
                                         "after the plan"),
                           limit, from);
  }
  return g_strdup_printf(
      say(language,
          "From %1$s you must collect taxes: a voucher used from then on leaves %2$s, not %3$s"),
      from, after, before);
}

char *books_find_registration(Language language, const Books *books) {
  const Registration *registration = &books_results(books)->registration;
  g_autofree char *limit = say_money_whole(language, SMALL_SUPPLIER_LIMIT_CENTS);
  g_autofree char *highest = say_money_whole(language, registration->highest_four_quarters_cents);

  return registration->is_passed
             ? passed_finding(language, books)
             : g_strdup_printf(say(language, "You stay a small supplier: at most %1$s of sales in "
                                             "four quarters, the limit is %2$s"),
                               highest, limit);
}

char *books_find_reserve(Language language, const Books *books) {
  ReserveMonth months[MONTHS_MAX];
  int count = reserve_months_fill(books_projected(books), books_first_date(books),
                                  books_last_date(books), months);
  int highest = 0;
  g_autofree char *month = NULL, *amount = NULL;

  for (int i = 1; i < count; i++) {
    highest = months[i].closing_cents > months[highest].closing_cents ? i : highest;
  }
  month = phrase_month(language, months[highest].begin_date, true);
  amount = say_money(language, months[highest].closing_cents);
  if (months[highest].closing_cents <= 0) {
    return g_strdup(
        say(language, "You never hold taxes at a month’s end: the tax offices owe you"));
  }
  return g_strdup_printf(say(language, "Keep taxes aside: at the end of %1$s, %2$s of the bank is "
                                       "for the tax offices"),
                         month, amount);
}
