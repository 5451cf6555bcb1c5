/* Room: words. Knows: the voucher and the bank of the results. Must not know: how a chart is drawn.
 *
 * What the waterfall and the cash chart show, with numbers. */
#include "ui/words/phrase.h"

#define WAVE_DAYS 60 /* money that is gone sooner was no wave */

char *finding_waterfall(Language language, const Plan *plan, const Results *results) {
  int64_t left_cents = results->voucher.left_used_cents;
  g_autofree char *left = say_money(language, left_cents < 0 ? -left_cents : left_cents);
  g_autofree char *paid = say_money(language, plan->deal.price_cents);

  if (left_cents > 0) {
    return g_strdup_printf(say(language, "You keep %1$s of each used voucher of %2$s"), left, paid);
  }
  if (left_cents < 0) {
    return g_strdup_printf(say(language, "Each used voucher of %2$s costs you %1$s"), left, paid);
  }
  return g_strdup_printf(say(language, "A used voucher of %s leaves you nothing"), paid);
}

static char *month_of_day(Language language, const Results *results, int32_t day_index) {
  return phrase_month(language, results->sale_date + day_index, true);
}

static char *falls_to(Language language, const Plan *plan, const Results *results) {
  const Cash *cash = &results->cash_with;
  g_autofree char *lowest = say_money_whole(language, cash->lowest_cents);
  g_autofree char *month = month_of_day(language, results, cash->lowest_day_index);
  g_autofree char *floor = say_money_whole(language, plan->business.cash_floor_cents);
  g_autofree char *without = say_money_whole(language, results->cash_without.lowest_cents);

  if (results->cash_without.lowest_cents < plan->business.cash_floor_cents) {
    return g_strdup_printf(
        say(language, "Cash falls to %1$s in %2$s; without the deal, to %3$s at the lowest"),
        lowest, month, without);
  }
  if (cash->lowest_cents < 0) {
    return g_strdup_printf(say(language, "Cash falls to %1$s in %2$s"), lowest, month);
  }
  return g_strdup_printf(say(language, "Cash falls to %1$s in %2$s, under your floor of %3$s"),
                         lowest, month, floor);
}

/* The first day from which the balance stays at or under the one without the deal; −1 when it ends
 * above. */
static int day_spent(const Results *results) {
  int day = results->days;

  while (day > 0 && results->cash_with.day[day - 1].balance_cents <=
                        results->cash_without.day[day - 1].balance_cents) {
    day--;
  }
  return day < results->days ? day : -1;
}

char *finding_cash(Language language, const Plan *plan, const Results *results) {
  const Cash *with = &results->cash_with, *without = &results->cash_without;
  g_autofree char *lowest = say_money_whole(language, with->lowest_cents);
  g_autofree char *closing = say_money_whole(language, with->closing_cents);
  g_autofree char *closing_without = say_money_whole(language, without->closing_cents);
  int spent;

  if (!results->has_calendar) {
    return g_strdup(say(language, "No rooms in the plan: no balance to show"));
  }
  if (with->lowest_cents < plan->business.cash_floor_cents) {
    return falls_to(language, plan, results);
  }
  if (plan_vouchers_sold(plan) == 0) {
    return g_strdup_printf(say(language, "Without a voucher sold, cash never falls under %s"),
                           lowest);
  }
  spent = day_spent(results);
  if (spent >= WAVE_DAYS) {
    g_autofree char *month = month_of_day(language, results, spent);

    return g_strdup_printf(say(language, "The deal’s money is spent by %1$s: %2$s left in the end, "
                                         "against %3$s without the deal"),
                           month, closing, closing_without);
  }
  if (spent >= 0) {
    g_autofree char *month = month_of_day(language, results, spent);

    return g_strdup_printf(say(language, "From %1$s, cash is lower than without the deal; it ends "
                                         "at %2$s, against %3$s"),
                           month, closing, closing_without);
  }
  return g_strdup_printf(
      say(language, "Cash never falls under %1$s and ends at %2$s, against %3$s without the deal"),
      lowest, closing, closing_without);
}
