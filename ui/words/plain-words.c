/* Room: words. Knows: the plan year, contract arithmetic. Must not know: simulated years beyond
 * their mean, charts, screens.
 *
 * The plain arithmetic others use, and step by step why Aubaine's result is another. */
#include "model/base/money.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/decide-parts.h"
#include "ui/words/figure-parts.h"
#include "ui/words/phrase.h"
#include "ui/words/verdict-parts.h"

/* The change that the deal makes on some lines of the plan year. */
static int64_t change_of(const Results *results, const EarnLine *lines, int count) {
  int64_t sum = 0;

  for (int i = 0; i < count; i++) {
    sum += results->earnings_with.line_cents[lines[i]] -
           results->earnings_without.line_cents[lines[i]];
  }
  return sum;
}

#define CHANGE_OF(results, ...)                                                                    \
  change_of((results), (const EarnLine[]){__VA_ARGS__},                                            \
            (int)(sizeof((EarnLine[]){__VA_ARGS__}) / sizeof(EarnLine)))

/* What the visits of one voucher cost: pay, its contributions, supplies. */
static int64_t cost_of_one_cents(const Plan *plan) {
  int64_t visits = plan->deal.visits_per_voucher;
  int64_t pay_cents = voucher_visit_pay_cents(plan, plan->deal.service_index, true);

  return visits * (pay_cents + voucher_contributions_cents(plan, pay_cents) +
                   plan->services[plan->deal.service_index].supplies_cents);
}

/* What the extras of one voucher leave on average, before tax. */
static int64_t extras_of_one_cents(const Plan *plan) {
  int64_t margin_cents = plan->clients.extras_cents - voucher_extras_cost_cents(plan);

  return plan->deal.visits_per_voucher *
         money_share_half_up(margin_cents, plan->clients.extras_share_per_100k);
}

void plain_arithmetic_fill(const Plan *plan, const Results *results, PlainArithmetic *plain) {
  int64_t known_cents;

  *plain = (PlainArithmetic){
      .sold = results->with.vouchers_sold,
      .used = results->with.vouchers_wanted,
      .own_share_cents =
          plan->deal.price_cents - voucher_commission_cents(&plan->deal, plan->deal.price_cents),
      .cost_cents = cost_of_one_cents(plan),
      .extras_cents = extras_of_one_cents(plan),
      .result_cents = results->headline.deal_against_none_cents,
  };
  plain->plain_cents = plain->sold * plain->own_share_cents +
                       plain->used * (plain->extras_cents - plain->cost_cents);
  plain->step_cents[PLAIN_UNUSED] = -(plain->sold - plain->used) * plain->own_share_cents;
  plain->step_cents[PLAIN_REGULARS] = CHANGE_OF(results, EARN_REGULAR_REVENUE, EARN_LOST_FOR_GOOD);
  plain->step_cents[PLAIN_RETURNING] = CHANGE_OF(results, EARN_RETURNING_REVENUE, EARN_INCENTIVES);
  plain->step_cents[PLAIN_CAMPAIGN] = CHANGE_OF(results, EARN_PHONE, EARN_ONE_OFF, EARN_REFUNDS);
  known_cents = plain->plain_cents;
  for (int i = 0; i < PLAIN_REST; i++) {
    known_cents += plain->step_cents[i];
  }
  plain->step_cents[PLAIN_REST] = plain->result_cents - known_cents;
}

const char *plain_step_label(Language language, PlainStep step) {
  static const char *const labels[PLAIN_STEP_COUNT] = {
      [PLAIN_UNUSED] = N_("Vouchers not used: their buyers may still come"),
      [PLAIN_REGULARS] = N_("Sales to regulars: turned away, or come with a voucher"),
      [PLAIN_RETURNING] = N_("Sales to clients who come back, less their incentive"),
      [PLAIN_CAMPAIGN] = N_("Phone help, one-off costs, refunds"),
      [PLAIN_REST] = N_("Pay, supplies, taxes and fees as they really fall"),
  };

  g_return_val_if_fail(step < PLAIN_STEP_COUNT, "");
  return say(language, labels[step]);
}

char *finding_plain(Language language, const Study *study) {
  const Risk *risk = told_risk(study);
  PlainArithmetic plain;

  plain_arithmetic_fill(study->plan, study->results, &plain);
  g_autofree char *simple = phrase_money_change(language, plain.plain_cents);
  g_autofree char *ours =
      risk ? say_change_about(language,
                              mean_cents(risk_told(risk)->spread[RISK_RESULT_CENTS].mean_milli))
           : phrase_money_change(language, plain.result_cents);

  return g_strdup_printf(
      risk ? say(language, "Plain arithmetic says %1$s; the simulated years, %2$s on average")
           : say(language, "Plain arithmetic says %1$s; the plan year, %2$s"),
      simple, ours);
}

/* "444 × $40.00  Your share of all that is sold" */
static void add_product(GString *text, Language language, int64_t count, int64_t each_cents,
                        const char *label) {
  g_autofree char *amount = say_money_signed(language, count * each_cents);
  g_autofree char *number = say_number(language, count);
  g_autofree char *each = say_money(language, each_cents < 0 ? -each_cents : each_cents);

  g_string_append_printf(text, "%s  %s (%s × %s)\n", amount, label, number, each);
}

char *explain_plain(Language language, const Study *study) {
  GString *text = g_string_new(NULL);
  g_autofree char *after = figure_after_horizon_text(language, study);
  PlainArithmetic plain;

  plain_arithmetic_fill(study->plan, study->results, &plain);
  add_product(text, language, plain.sold, plain.own_share_cents,
              say(language, "Your share of all that is sold"));
  add_product(text, language, plain.used, -plain.cost_cents,
              say(language, "Pay and supplies of those used"));
  if (plain.extras_cents != 0) {
    add_product(text, language, plain.used, plain.extras_cents, say(language, "What extras leave"));
  }
  phrase_add_answer(text, language, say(language, "Plain arithmetic"), plain.plain_cents);
  for (int i = 0; i < PLAIN_STEP_COUNT; i++) {
    if (plain.step_cents[i] != 0) {
      phrase_add_term(text, language, plain_step_label(language, (PlainStep)i),
                      plain.step_cents[i]);
    }
  }
  phrase_add_answer(text, language, say(language, "Deal compared with no deal, plan year"),
                    plain.result_cents);
  g_string_append(text, say(language, "Plain arithmetic counts money that may still be owed, and "
                                      "forgets the regulars who find no place, those who use a "
                                      "voucher instead of paying, and what the campaign costs."));
  figure_add_not_counted(text, language, study->plan, study->results);
  g_string_append_printf(text, "\n%s", after);
  return g_string_free(text, FALSE);
}
