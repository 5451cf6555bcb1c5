/* Room: words. Knows: the bank of the results and of the simulated years. Must not know: how they
 * are drawn, screens. */
#include "model/base/money.h"
#include "ui/words/answers-parts.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"
#include "ui/words/verdict-parts.h"

#define PAYOUTS_NAMED 4

typedef struct {
  int count, first, last, highest; /* days */
  int64_t total_cents;
} Payouts;

static int64_t payout_of(const Cash *cash, int day) {
  return cash->day[day].line_cents[CASH_SITE_PAYOUTS];
}

static Payouts payouts_of(const Cash *cash) {
  Payouts payouts = {.count = 0};

  for (int i = 0; i < cash->days; i++) {
    if (payout_of(cash, i) == 0) {
      continue;
    }
    payouts.first = payouts.count == 0 ? i : payouts.first;
    payouts.highest = payouts.count == 0 || payout_of(cash, i) > payout_of(cash, payouts.highest)
                          ? i
                          : payouts.highest;
    payouts.last = i;
    payouts.count++;
    payouts.total_cents += payout_of(cash, i);
  }
  return payouts;
}

/* "$6,293.00 on February 11, 2026" */
static char *payout_text(Language language, const Study *study, int day) {
  g_autofree char *amount = say_money(language, payout_of(&study->results->cash_with, day));
  g_autofree char *date = say_date(language, study->results->sale_date + day);

  return g_strdup_printf(say(language, "%1$s on %2$s"), amount, date);
}

static char *payouts_list(Language language, const Study *study, const Payouts *payouts) {
  char *parts[PAYOUTS_NAMED];
  char *text;
  int count = 0;

  for (int i = payouts->first; i <= payouts->last && count < PAYOUTS_NAMED; i++) {
    if (payout_of(&study->results->cash_with, i) != 0) {
      parts[count++] = payout_text(language, study, i);
    }
  }
  text = phrase_list(language, (const char *const *)parts, count);
  for (int i = 0; i < count; i++) {
    g_free(parts[i]);
  }
  return text;
}

/* Too many to name: how many, between which days, the highest. */
static char *payouts_summary(Language language, const Study *study, const Payouts *payouts) {
  g_autofree char *number = say_number(language, payouts->count);
  g_autofree char *first = say_date(language, study->results->sale_date + payouts->first);
  g_autofree char *last = say_date(language, study->results->sale_date + payouts->last);
  g_autofree char *highest = payout_text(language, study, payouts->highest);

  return g_strdup_printf(say(language, "%1$s payments from %2$s to %3$s, the highest %4$s"), number,
                         first, last, highest);
}

char *answer_payouts(Language language, const Study *study) {
  const Cash *cash = &study->results->cash_with;
  Payouts payouts = payouts_of(cash);
  g_autofree char *total = say_money(language, payouts.total_cents);
  g_autofree char *unpaid = say_money(language, cash->site_unpaid_cents);
  g_autofree char *when = NULL;

  if (payouts.count == 0) {
    return cash->site_unpaid_cents > 0
               ? g_strdup_printf(say(language, "Nothing: the site stops paying and still owes %s."),
                                 unpaid)
               : g_strdup(say(language, "Nothing: the site pays nothing in this plan."));
  }
  when = payouts.count <= PAYOUTS_NAMED ? payouts_list(language, study, &payouts)
                                        : payouts_summary(language, study, &payouts);
  if (cash->site_unpaid_cents > 0) {
    return g_strdup_printf(
        say(language, "%1$s: %2$s in all; %3$s never comes because the site stops paying."), when,
        total, unpaid);
  }
  return payouts.count == 1 ? g_strconcat(when, ".", NULL)
                            : g_strdup_printf(say(language, "%1$s: %2$s in all."), when, total);
}

/* --- the lowest balance -------------------------------------------------------------------- */

static char *lowest_in_plan_year(Language language, const Headline *headline) {
  g_autofree char *lowest = say_money_whole(language, headline->lowest_balance_cents);
  g_autofree char *date = say_date(language, headline->lowest_balance_date);

  return g_strdup_printf(say(language, "To %1$s, on %2$s (plan year, without luck)."), lowest,
                         date);
}

char *answer_lowest(Language language, const Study *study) {
  const Risk *risk = told_risk(study);

  if (!study->results->has_calendar) {
    return answer_needs_calendar(language);
  }
  if (!risk) {
    return lowest_in_plan_year(language, &study->results->headline);
  }
  const int64_t *cents = risk_told(risk)->spread[RISK_LOWEST_CENTS].percentile;
  const int64_t *day = risk_told(risk)->spread[RISK_LOWEST_DAY].percentile;
  g_autofree char *middle = say_money_about(language, cents[RISK_P50]);
  g_autofree char *tenth = say_money_about(language, cents[RISK_P10]);
  g_autofree char *from = say_date(language, risk->sale_date + (int32_t)day[RISK_P25]);
  g_autofree char *to = say_date(language, risk->sale_date + (int32_t)day[RISK_P75]);

  if (day[RISK_P25] == day[RISK_P75]) {
    return g_strdup_printf(say(language, "To %1$s in an ordinary year, and 9 times in 10 not under "
                                         "%2$s; mostly on %3$s."),
                           middle, tenth, from);
  }
  return g_strdup_printf(say(language, "To %1$s in an ordinary year, and 9 times in 10 not under "
                                       "%2$s; 1 time in 2 that day is between %3$s and %4$s."),
                         middle, tenth, from, to);
}

/* --- whose money it is --------------------------------------------------------------------- */

char *answer_not_yours(Language language, const Study *study) {
  const Headline *headline = &study->results->headline;
  g_autofree char *reserve = finding_reserve(language, study->plan, study->results);
  g_autofree char *most = say_money_whole(language, headline->not_yet_earned_cents);
  g_autofree char *date = say_date(language, headline->not_yet_earned_date);

  if (!study->results->has_calendar) {
    return headline->not_yet_earned_cents > 0
               ? g_strdup_printf(say(language, "At most %1$s, on %2$s: paid by the site for visits "
                                               "still to be given."),
                                 most, date)
               : g_strdup(say(language, "None: the site pays nothing before the visits."));
  }
  if (headline->not_yet_earned_cents <= 0) {
    return g_strdup_printf("%s.", reserve);
  }
  return g_strdup_printf(say(language, "%1$s. At most %2$s is for visits still to be given, on "
                                       "%3$s."),
                         reserve, most, date);
}

/* Months 9 to 15 of the deal, as day indexes, half-open. False: the plan ends before. */
static bool months_after(const Results *results, int *begin, int *end) {
  *begin = date_add_months(results->sale_date, 8) - results->sale_date;
  *end = MIN(results->days, date_add_months(results->sale_date, 15) - results->sale_date);
  return *begin < *end;
}

/* The balance at the end of the day before; the opening one of the first. */
static char *balance_before(Language language, const Cash *cash, int day) {
  return say_money_whole(language,
                         day > 0 ? cash->day[day - 1].balance_cents : cash->opening_cents);
}

char *answer_months_after(Language language, const Study *study) {
  const Results *results = study->results;
  int begin, end;
  int64_t paid_cents = 0, visits = 0;

  if (!results->has_calendar) {
    return answer_needs_calendar(language);
  }
  if (!months_after(results, &begin, &end)) {
    return g_strdup(say(language, "No answer: the plan ends before."));
  }
  for (int i = begin; i < end; i++) {
    paid_cents += payout_of(&results->cash_with, i);
    visits += results->with.day[i].visits[VISIT_DEAL];
  }
  g_autofree char *with_begin = balance_before(language, &results->cash_with, begin);
  g_autofree char *with_end = balance_before(language, &results->cash_with, end);
  g_autofree char *without_begin = balance_before(language, &results->cash_without, begin);
  g_autofree char *without_end = balance_before(language, &results->cash_without, end);
  g_autofree char *paid = say_money_whole(language, paid_cents);
  g_autofree char *number = say_number(language, visits);
  g_autofree char *first = phrase_month(language, results->sale_date + begin, true);
  g_autofree char *last = phrase_month(language, results->sale_date + end - 1, true);

  return g_strdup_printf(
      say_count(language, visits,
                "From %1$s to %2$s you give %3$s deal visit, the site pays %4$s, and the balance "
                "goes from %5$s to %6$s (without the deal, %7$s to %8$s).",
                "From %1$s to %2$s you give %3$s deal visits, the site pays %4$s, and the balance "
                "goes from %5$s to %6$s (without the deal, %7$s to %8$s)."),
      first, last, number, paid, with_begin, with_end, without_begin, without_end);
}

/* --- a client kept ------------------------------------------------------------------------- */

typedef struct {
  bool has_clients, earns, of_plan_year;
  int64_t cost_cents, result_cents, clients_milli;
} KeptClients;

static KeptClients kept_clients(const Study *study) {
  const Headline *headline = &study->results->headline;
  const Risk *risk = told_risk(study);
  Standing standing;

  if (!risk) {
    return (KeptClients){headline->has_clients_kept && headline->clients_kept_people > 0,
                         headline->deal_against_none_cents >= 0,
                         true,
                         headline->cost_per_client_kept_cents,
                         headline->deal_against_none_cents,
                         headline->clients_kept_people * INT64_C(1000)};
  }
  standing_of_risk(study->plan, risk, &standing);
  return (KeptClients){standing.has_clients_kept,
                       standing.result.mean_milli >= 0,
                       false,
                       standing.cost_per_client_kept_cents,
                       money_scale_half_up(standing.result.mean_milli, 1, 1000),
                       standing.clients_kept.mean_milli};
}

char *answer_cost_per_client(Language language, const Study *study) {
  KeptClients kept = kept_clients(study);
  int64_t usual_cents = study->plan->clients.usual_advertising_cents_per_new_client;
  g_autofree char *usual = say_money_whole(language, usual_cents);
  g_autofree char *clients = say_milli_about(language, kept.clients_milli);
  g_autofree char *cost = say_money_about(language, kept.cost_cents);
  g_autofree char *earned = say_money_about(language, kept.result_cents);
  g_autofree char *answer = NULL;

  if (!kept.has_clients) {
    answer =
        g_strdup_printf(say(language, "No client is kept, so there is no cost to tell; your usual "
                                      "advertising costs %s a new client."),
                        usual);
  } else if (kept.earns) {
    answer = g_strdup_printf(say(language, "Nothing: the deal leaves you %1$s, what its clients "
                                           "bring in these months counted, and keeps %2$s of them; "
                                           "your usual advertising costs %3$s a new client, before "
                                           "that."),
                             earned, clients, usual);
  } else {
    answer = g_strdup_printf(say(language, "%1$s for each of %2$s clients kept, after what they "
                                           "bring in these months; your usual advertising costs "
                                           "%3$s a new client, before that."),
                             cost, clients, usual);
  }
  answer = phrase_capital(g_steal_pointer(&answer));
  return kept.of_plan_year
             ? g_strdup_printf(say(language, "%s The figures are of the plan year."), answer)
             : g_steal_pointer(&answer);
}
