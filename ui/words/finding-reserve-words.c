/* Room: words. Knows: the bank of the results. Must not know: how a chart is drawn.
 *
 * How much of the money in the bank is not the owner's, on the day that tells most: the day on
 * which most of it is spent already, else the day on which it is highest. */
#include "ui/words/phrase.h"

static int telling_day(const Cash *cash) {
  int highest = 0, most_spent = 0;

  for (int i = 1; i < cash->days; i++) {
    const CashDay *day = &cash->day[i];

    highest = cash_not_yours_cents(day) > cash_not_yours_cents(&cash->day[highest]) ? i : highest;
    most_spent = cash_spent_cents(day) > cash_spent_cents(&cash->day[most_spent]) ? i : most_spent;
  }
  return cash_spent_cents(&cash->day[most_spent]) > 0 ? most_spent : highest;
}

char *finding_reserve(Language language, const Plan *plan, const Results *results) {
  const Cash *cash = &results->cash_with;

  if (!results->has_calendar) {
    return g_strdup(say(language, "No rooms in the plan: no balance to show"));
  }
  int day_index = telling_day(cash);
  const CashDay *day = &cash->day[day_index];
  int64_t owed_cents = cash_not_yours_cents(day);
  g_autofree char *date = say_date(language, results->sale_date + day_index);
  g_autofree char *owed = say_money_whole(language, owed_cents);
  g_autofree char *balance = say_money_whole(language, day->balance_cents);

  if (owed_cents == 0) {
    return g_strdup(
        say(language, "None of the money in the bank is owed to clients or tax offices"));
  }
  if (day->balance_cents <= 0) {
    return g_strdup_printf(
        say(language, "On %1$s, %2$s is owed to clients or tax offices, and the bank is at %3$s"),
        date, owed, balance);
  }
  if (day->balance_cents < owed_cents) {
    return g_strdup_printf(
        say(language, "On %1$s, %2$s is not yours, but only %3$s is left in the bank"), date, owed,
        balance);
  }
  return g_strdup_printf(say(language, "On %1$s, %2$s of your %3$s is not yours"), date, owed,
                         balance);
}
