/* Room: words. Knows: the books' numbers. Must not know: sentences, tables. */
#include "ui/words/books-figures.h"

#include <string.h>

#include "model/cash/remittance.h"

/* −1 when it is never above zero. */
static int highest_tax_day(const Cash *cash) {
  int highest = 0;

  for (int day = 1; day < cash->days; day++) {
    if (cash->day[day].tax_set_aside_cents > cash->day[highest].tax_set_aside_cents) {
      highest = day;
    }
  }
  return cash->day[highest].tax_set_aside_cents > 0 ? highest : -1;
}

static int highest_day(const Cash *cash) {
  int highest = 0;

  for (int day = 1; day < cash->days; day++) {
    if (cash_not_yours_cents(&cash->day[day]) > cash_not_yours_cents(&cash->day[highest])) {
      highest = day;
    }
  }
  return highest;
}

int books_held_days(const Books *books, HeldDay days[HELD_DAYS_MAX], int *highest_index) {
  const Results *results = books_results(books);
  const Cash *cash = &results->cash_with;
  int32_t year_end_month = books_plan(books)->business.fiscal_year_end_month;
  int highest = highest_day(cash), tax = highest_tax_day(cash), count = 0;

  *highest_index = 0;
  for (int day = 0; results->has_calendar && day < cash->days && count < HELD_DAYS_MAX; day++) {
    const CashDay *held = &cash->day[day];
    int32_t date = results->sale_date + day;
    bool is_year_end = date == date_month_end(date) && date_month(date) == year_end_month;
    bool is_highest = day == highest || day == tax || day == cash->highest_not_yet_earned_day_index;

    if (!is_year_end && !is_highest && day != cash->days - 1) {
      continue;
    }
    *highest_index = day == highest ? count : *highest_index;
    days[count++] = (HeldDay){.date = date,
                              .why = day == cash->days - 1 ? HELD_LAST
                                     : is_year_end         ? HELD_YEAR_END
                                                           : HELD_HIGHEST,
                              .not_earned_cents = held->not_yet_earned_cents,
                              .tax_cents = held->tax_set_aside_cents,
                              .not_yours_cents = cash_not_yours_cents(held)};
  }
  return count;
}

int64_t cut_off_yours_cents(const CutOff *cut_off) {
  return cut_off->bank_cents - cut_off->not_yet_earned_cents - MAX(cut_off->tax_cents, 0) -
         cut_off->wages_cents - cut_off->tips_cents;
}

/* One paid within the plan and one after it stay apart: they belong to different totals. */
static bool is_same_period(const Remittance *one, const Remittance *other, int32_t last_date) {
  return one->kind == other->kind && one->period_begin_date == other->period_begin_date &&
         one->component_begin == other->component_begin &&
         (one->paid_date <= last_date) == (other->paid_date <= last_date);
}

static int32_t pair_date(const RemittancePair *pair) {
  return pair->with ? pair->with->paid_date : pair->without->paid_date;
}

static int compare_pairs(gconstpointer a, gconstpointer b, gpointer nothing) {
  int32_t first = pair_date(a), second = pair_date(b);

  return (first > second) - (first < second);
}

int books_remittance_pairs(const Books *books, RemittancePair pairs[REMITTANCE_PAIRS_MAX]) {
  const Cash *with = &books_results(books)->cash_with,
             *without = &books_results(books)->cash_without;
  int32_t last_date = books_last_date(books);
  bool is_matched[REMITTANCES_MAX] = {false};
  int count = 0;

  for (int i = 0; i < with->remittance_count; i++) {
    RemittancePair pair = {.with = &with->remittance[i]};

    for (int k = 0; k < without->remittance_count && !pair.without; k++) {
      if (!is_matched[k] && is_same_period(pair.with, &without->remittance[k], last_date)) {
        pair.without = &without->remittance[k];
        is_matched[k] = true;
      }
    }
    pairs[count++] = pair;
  }
  for (int k = 0; k < without->remittance_count; k++) {
    if (!is_matched[k]) {
      pairs[count++] = (RemittancePair){.without = &without->remittance[k]};
    }
  }
  g_qsort_with_data(pairs, count, sizeof *pairs, compare_pairs, NULL); /* stable */
  return count;
}

int64_t remittance_side_cents(const Remittance *side) {
  return side ? remittance_paid_cents(side) : 0;
}

bool remittance_pair_is_inside(const Books *books, const RemittancePair *pair) {
  return pair_date(pair) <= books_last_date(books);
}

TreatmentCase treatments_plan_case(const Treatments *treatments) {
  int i = 0;

  while (i < TREATMENT_CASE_COUNT && !treatments->outcome[i].is_plan) {
    i++;
  }
  return (TreatmentCase)i;
}

TreatmentCase treatment_case_worded(TreatmentCase which, bool is_included) {
  static const TreatmentCase pairs[][2] = {
      {CASE_A, CASE_B}, {CASE_F_EXTRA, CASE_F_INCLUDED}, {CASE_G_EXTRA, CASE_G_INCLUDED}};

  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
    if (which == pairs[i][0] || which == pairs[i][1]) {
      return pairs[i][is_included];
    }
  }
  return which;
}

TreatmentCase treatment_case_registered(const PlanDeal *deal) {
  bool is_included = tax_price_is_included(deal);

  switch (deal->tax_treatment) {
  case TREATMENT_LIST_PRICE:
    return CASE_C;
  case TREATMENT_SITE_PRINCIPAL:
    return CASE_D;
  case TREATMENT_AT_SALE:
    return is_included ? CASE_F_INCLUDED : CASE_F_EXTRA;
  case TREATMENT_GIFT_CERTIFICATE:
  case TREATMENT_COUNT:
    break;
  }
  return is_included ? CASE_B : CASE_A;
}

TreatmentCase treatment_case_quick(TreatmentCase which) {
  return which == CASE_A ? CASE_G_EXTRA : which == CASE_B ? CASE_G_INCLUDED : TREATMENT_CASE_COUNT;
}

int64_t treatments_wording_cents(const Treatments *treatments) {
  TreatmentCase which = treatments_plan_case(treatments);

  if (which == TREATMENT_CASE_COUNT) {
    return 0;
  }
  return treatments->outcome[treatment_case_worded(which, false)].contribution_cents -
         treatments->outcome[treatment_case_worded(which, true)].contribution_cents;
}

bool books_are_sold_before(const Books *books) {
  const PlanDeal *deal = &books_plan(books)->deal;
  const Registration *registration = &books_results(books)->registration;

  return registration->is_watched && registration->is_passed &&
         registration->registered_from_date > plan_sale_last_date(books_plan(books)) &&
         deal->payout_basis == PAYOUT_SOLD && deal->tax_treatment != TREATMENT_SITE_PRINCIPAL &&
         deal->tax_treatment != TREATMENT_AT_SALE;
}

void books_sign_counts(const Books *books, int counts[SIGN_STATE_COUNT]) {
  SignCheck checks[SIGN_COUNT];

  memset(counts, 0, sizeof counts[0] * SIGN_STATE_COUNT);
  signing_check(books, checks);
  for (int i = 0; i < SIGN_COUNT; i++) {
    counts[checks[i].state]++;
  }
}
