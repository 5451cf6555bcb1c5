/* Room: words. Knows: results. Must not know: screens, paper.
 *
 * "How is this computed?" of a voucher and of what is not yet earned: the formula with the numbers
 * in it, one term a line, the answer last before a remark. The terms add up to the answer to the
 * cent. */
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
