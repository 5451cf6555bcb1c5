/* Room: words. Knows: results. Must not know: screens, paper.
 *
 * "How is this computed?": the formula with the numbers in it, one term a line, the answer last
 * before a remark. The terms add up to the answer to the cent. */
#include "model/base/money.h"
#include "model/cash/site-money.h"
#include "ui/words/books-figures.h"
#include "ui/words/phrase.h"

char *explain_kept_per_voucher(Language language, const Plan *plan, const Results *results) {
  GString *text = g_string_new(NULL);
  const Waterfall *used = &results->voucher.used;
  g_autofree char *extra = say_money(language, results->voucher.used_extra.step_cents[STEP_LEFT]);
  g_autofree char *included =
      say_money(language, results->voucher.used_included.step_cents[STEP_LEFT]);

  for (int step = STEP_PRICE_PAID; step < STEP_LEFT; step++) {
    if (used->step_cents[step] != 0 || step == STEP_PRICE_PAID) {
      phrase_add_term(text, language, waterfall_step_label(language, (WaterfallStep)step),
                      used->step_cents[step]);
    }
  }
  phrase_add_answer(text, language, waterfall_step_label(language, STEP_LEFT),
                    used->step_cents[STEP_LEFT]);
  g_string_append_printf(
      text,
      say(language, "Taxes extra: %1$s. Taxes included: %2$s. Phone help, one-off costs and "
                    "refused regulars are not in it."),
      extra, included);
  return g_string_free(text, FALSE);
}

/* Vouchers that nobody tries to use and that are not refunded. */
static int64_t unused_vouchers(const Plan *plan, const Results *results) {
  int64_t sold = results->with.vouchers_sold;
  int64_t refunded = money_share_half_up(sold, plan->deal.refund_before_use_per_100k);

  return MAX(sold - results->with.vouchers_wanted - refunded, 0);
}

/* What stands beside the comparison: the money of vouchers that never come, or what the site stops
 * paying, since nobody keeps money that never came. */
static void add_not_counted(GString *text, Language language, const Plan *plan,
                            const Results *results) {
  int64_t unpaid_cents = results->cash_with.site_unpaid_cents;
  int64_t unused = unused_vouchers(plan, results);
  int64_t kept_cents = unused * results->voucher.unused_kept_cents;
  g_autofree char *unused_value = say_money_signed(language, kept_cents);
  g_autofree char *vouchers = phrase_vouchers(language, unused);

  if (unpaid_cents > 0) {
    g_autofree char *unpaid = say_money(language, unpaid_cents);
    g_autofree char *date = say_date(language, plan->deal.site_stops_paying_date);

    g_string_append_c(text, ' ');
    g_string_append_printf(text,
                           say(language, "As if the site had paid: it stops on %1$s and owes you "
                                         "%2$s, a loss that is not counted here."),
                           date, unpaid);
  } else if (kept_cents != 0) {
    g_string_append_c(text, ' ');
    g_string_append_printf(text,
                           say(language, "Not counted: %2$s if the %1$s left unused never come."),
                           vouchers, unused_value);
  }
}

static char *explain_against_none(Language language, const Plan *plan, const Results *results) {
  GString *text = g_string_new(NULL);

  for (int line = 0; line < EARN_LINE_COUNT; line++) {
    int64_t change =
        results->earnings_with.line_cents[line] - results->earnings_without.line_cents[line];

    if (change != 0) {
      phrase_add_term(text, language, earn_line_label(language, (EarnLine)line), change);
    }
  }
  phrase_add_answer(text, language, say(language, "Deal compared with no deal"),
                    results->headline.deal_against_none_cents);
  g_string_append(text, say(language, "Each line is the year with the deal less the year without "
                                      "it, before income tax. Fixed costs and your draw are the "
                                      "same in both."));
  add_not_counted(text, language, plan, results);
  return g_string_free(text, FALSE);
}

static char *explain_refused(Language language, const Plan *plan, const Results *results) {
  int64_t with = (int64_t)results->with.regulars_refused + results->with.returns_refused;
  int64_t without = (int64_t)results->without.regulars_refused + results->without.returns_refused;
  g_autofree char *with_text = say_number(language, with);
  g_autofree char *without_text = say_number(language, without);
  g_autofree char *answer = say_number(language, results->headline.refused_because_of_deal);
  g_autofree char *sum =
      g_strdup_printf(say(language, "%1$s refused with the deal − %2$s without it = %3$s"),
                      with_text, without_text, answer);

  return g_strconcat(sum, "\n",
                     say(language, "Requests of regular and returning clients that find no place "
                                   "on the days they accept. The plan year has no luck: a real "
                                   "year refuses more."),
                     NULL);
}

static char *explain_lowest(Language language, const Plan *plan, const Results *results) {
  const Cash *cash = &results->cash_with;
  GString *text = g_string_new(NULL);
  g_autofree char *date = say_date(language, results->headline.lowest_balance_date);

  phrase_add_term(text, language, say(language, "In the bank at the sale"), cash->opening_cents);
  for (int line = 0; line < CASH_LINE_COUNT; line++) {
    int64_t sum = 0;

    for (int day = 0; day <= cash->lowest_day_index; day++) {
      sum += cash->day[day].line_cents[line];
    }
    if (sum != 0) {
      phrase_add_term(text, language, cash_line_label(language, (CashLine)line), sum);
    }
  }
  phrase_add_answer(text, language, say(language, "Lowest balance"), cash->lowest_cents);
  g_string_append_printf(text,
                         say(language, "Everything received and paid up to %s, taxes "
                                       "included."),
                         date);
  return g_string_free(text, FALSE);
}

static void add_settled(GString *text, Language language, const PlanDeal *deal,
                        const int64_t by_cents[SETTLED_BY_COUNT]) {
  int64_t refunded_cents = by_cents[SETTLED_REFUNDED] + by_cents[SETTLED_UNSERVED];

  phrase_add_term(text, language, say(language, "Earned by vouchers used"),
                  -by_cents[SETTLED_USED]);
  if (refunded_cents != 0) {
    phrase_add_term(text, language, say(language, "Vouchers refunded"), -refunded_cents);
  }
  if (by_cents[SETTLED_BROKEN] != 0) {
    phrase_add_term(text, language, breakage_label(language, deal), -by_cents[SETTLED_BROKEN]);
  }
}

void phrase_add_not_yet_earned(GString *text, Language language, const Plan *plan,
                               const Results *results, int day_index) {
  const Cash *cash = &results->cash_with;
  int64_t received_cents = 0, fees_cents = 0, by_cents[SETTLED_BY_COUNT] = {0}, owed_cents;
  Plan copy;
  const Plan *computed = registration_apply(plan, &results->registration, &copy);

  for (int day = 0; day <= day_index; day++) {
    received_cents += cash->day[day].line_cents[CASH_SITE_PAYOUTS];
    fees_cents += cash->day[day].line_cents[CASH_CARD_FEES];
  }
  site_settled_add(computed, &results->timetable, &results->with, day_index, by_cents, NULL);
  if (plan->deal.payout_basis == PAYOUT_REDEEMED) {
    by_cents[SETTLED_USED] = received_cents + fees_cents;
  }
  owed_cents = received_cents + fees_cents;
  for (int by = 0; by < SETTLED_BY_COUNT; by++) {
    owed_cents -= by_cents[by];
  }
  phrase_add_term(text, language, say(language, "Received from the site"), received_cents);
  if (fees_cents != 0) {
    phrase_add_term(text, language, cash_line_label(language, CASH_CARD_FEES), fees_cents);
  }
  add_settled(text, language, &plan->deal, by_cents);
  if (owed_cents < 0) {
    phrase_add_term(text, language, say(language, "Of it, not paid by the site"), -owed_cents);
  }
}

static char *explain_not_yet_earned(Language language, const Plan *plan, const Results *results) {
  GString *text = g_string_new(NULL);
  g_autofree char *date = say_date(language, results->headline.not_yet_earned_date);

  phrase_add_not_yet_earned(text, language, plan, results,
                            results->cash_with.highest_not_yet_earned_day_index);
  phrase_add_answer(text, language, say(language, "Not yet earned"),
                    results->headline.not_yet_earned_cents);
  g_string_append_printf(text,
                         say(language, "On %s, when it is highest. You still owe the visits "
                                       "for this money: do not spend it."),
                         date);
  return g_string_free(text, FALSE);
}

char *explain_figure(Language language, const Study *study, int index) {
  char *(*const explainers[FIGURE_COUNT])(Language, const Plan *, const Results *) = {
      explain_kept_per_voucher, explain_against_none, explain_refused, explain_lowest,
      explain_not_yet_earned};

  g_return_val_if_fail(index >= 0 && index < FIGURE_COUNT, NULL);
  if (index > 0 && !study->results->has_calendar) {
    return g_strdup(say(language, "Add rooms and opening hours: this figure comes from the year of "
                                  "bookings."));
  }
  return explainers[index](language, study->plan, study->results);
}
