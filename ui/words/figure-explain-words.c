/* Room: words. Knows: results, risk, what is decided. Must not know: screens, paper.
 *
 * "How is this computed?" of the five figures: of the simulated years what is told and its error,
 * then the plan year line by line, whose terms add up to its answer to the cent. */
#include "model/base/money.h"
#include "ui/words/figure-parts.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"
#include "ui/words/verdict-parts.h"

static const RiskSpread *spread_of(const Risk *risk, RiskQuantity quantity) {
  return &risk_told(risk)->spread[quantity];
}

/* Before the lines of the plan year, when simulated years stand above them. */
static void add_plan_year(GString *text, Language language, const Risk *risk) {
  if (risk) {
    g_string_append_printf(text, "%s\n", say(language, "In the plan year, which has no luck:"));
  }
}

/* Vouchers that nobody tries to use and that are not refunded. */
static int64_t unused_vouchers(const Plan *plan, const Results *results) {
  int64_t sold = results->with.vouchers_sold;
  int64_t refunded = money_share_half_up(sold, plan->deal.refund_before_use_per_100k);

  return MAX(sold - results->with.vouchers_wanted - refunded, 0);
}

/* What stands beside the comparison: the money of vouchers that never come, or what the site stops
 * paying, since nobody keeps money that never came. */
void figure_add_not_counted(GString *text, Language language, const Plan *plan,
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

/* --- deal compared with no deal --------------------------------------------------------------- */

/* The simulated years: their mean and middle, then both bands. */
static void add_result_of_years(GString *text, Language language, const Risk *risk) {
  const RiskSpread *result = spread_of(risk, RISK_RESULT_CENTS);
  g_autofree char *middle = say_change_about(language, result->percentile[RISK_P50]);
  g_autofree char *mean = say_change_about(language, figure_mean(risk, RISK_RESULT_CENTS));
  g_autofree char *error =
      say_money_whole(language, MAX(100, money_scale_half_up(result->mean_error_milli, 1, 1000)));
  g_autofree char *range = risk_range_text(language, risk);
  g_autofree char *details = risk_details_text(language, risk);

  g_string_append_printf(text,
                         say(language,
                             "On average of the simulated years the result is %1$s (± %2$s); "
                             "in half of them it is above %3$s. %4$s From %5$s."),
                         mean, error, middle, range, details);
  g_string_append_c(text, '\n');
}

static char *explain_against_none(Language language, const Study *study, const Risk *risk) {
  const Results *results = study->results;
  GString *text = g_string_new(NULL);
  g_autofree char *after = figure_after_horizon_text(language, study);

  if (risk) {
    add_result_of_years(text, language, risk);
  }
  add_plan_year(text, language, risk);
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
  figure_add_not_counted(text, language, study->plan, results);
  g_string_append_printf(text, "\n%s", after);
  return g_string_free(text, FALSE);
}

/* Clients kept and regulars lost, people in thousandths. */
static void people_after(const Study *study, int64_t *kept_milli, int64_t *lost_milli) {
  const Risk *risk = told_risk(study);
  const Year *with = &study->results->with, *without = &study->results->without;

  if (risk) {
    *kept_milli = spread_of(risk, RISK_PEOPLE_RETURNING)->mean_milli;
    *lost_milli = spread_of(risk, RISK_LEFT_FOR_GOOD)->mean_milli;
    return;
  }
  *kept_milli = (int64_t)with->people_returning * 1000;
  *lost_milli = (int64_t)(with->regulars_left_for_good - without->regulars_left_for_good) * 1000;
}

/* Nobody ever leaves and later money is worth as much: what follows has no end. */
static bool is_endless(const PlanClients *clients) {
  return clients->yearly_retention_per_100k >= RATE_ONE_PER_100K + clients->discount_rate_per_100k;
}

/* What a client leaves in the years that follow, at so many visits a year; not endless. */
static int64_t lifetime_of(const Study *study, int32_t visits_per_year_milli) {
  const PlanClients *clients = &study->plan->clients;

  return lifetime_value_cents(money_scale_half_up(study->results->voucher.margin_mean_regular_cents,
                                                  visits_per_year_milli, 1000),
                              clients->yearly_retention_per_100k, clients->discount_rate_per_100k);
}

char *figure_after_horizon_text(Language language, const Study *study) {
  int64_t kept_milli, lost_milli, cents, kept_cents, lost_cents;
  g_autofree char *value = NULL, *kept = NULL, *lost = NULL, *kept_value = NULL, *lost_value = NULL;

  if (is_endless(&study->plan->clients)) {
    return g_strdup(say(language, "Second line, not in the result: what follows after these months "
                                  "has no end, because in your plan no client ever leaves and "
                                  "later money is worth as much as today’s."));
  }
  kept_cents = lifetime_of(study, study->plan->clients.return_visits_per_year_milli);
  lost_cents = lifetime_of(study, study->plan->regulars.visits_per_year_milli);
  people_after(study, &kept_milli, &lost_milli);
  cents = money_scale_half_up(kept_milli, kept_cents, 1000) -
          money_scale_half_up(lost_milli, lost_cents, 1000);
  value = say_change_about(language, cents);
  kept = say_milli_about(language, kept_milli);
  lost = say_milli_about(language, lost_milli);
  kept_value = say_money_whole(language, kept_cents);
  lost_value = say_money_whole(language, lost_cents);
  return g_strdup_printf(say(language, "Second line, not in the result: what follows after these "
                                       "months, %1$s: %2$s clients kept, worth %3$s each, less "
                                       "%4$s regulars lost for good, worth %5$s each."),
                         value, kept, kept_value, lost, lost_value);
}

/* --- recommended cap -------------------------------------------------------------------------- */

static char *explain_cap(Language language, const Study *study, const Risk *risk) {
  bool with_terms;
  const Cap *cap = figure_cap(study, &with_terms);
  Told told;

  if (told_fill(study, &told) && figure_term_cap(told.ask) > 0) {
    g_autofree char *as_it_stands =
        decisions_has(study->decisions, DECIDE_CAP)
            ? figure_explain_cap(language, study->plan, &study->decisions->cap, false)
            : g_strdup("");

    return g_strconcat(say(language, "The number of vouchers that the verdict asks to have in "
                                     "writing: when no more can be sold, all your conditions hold "
                                     "at your confidence. Of numbers sold exactly, without the "
                                     "other terms:"),
                       "\n", as_it_stands, NULL);
  }
  if (!cap) {
    return g_strdup(study->decisions
                        ? say(language, "Numbers of vouchers are being tried, each in hundreds of "
                                        "simulated years.")
                        : say(language, "The cap comes from simulated years: there are none yet."));
  }
  return figure_explain_cap(language, study->plan, cap, with_terms);
}

/* --- regulars turned away --------------------------------------------------------------------- */

static char *explain_refused(Language language, const Study *study, const Risk *risk) {
  const Results *results = study->results;
  int64_t with = (int64_t)results->with.regulars_refused + results->with.returns_refused;
  int64_t without = (int64_t)results->without.regulars_refused + results->without.returns_refused;
  g_autofree char *with_text = say_number(language, with);
  g_autofree char *without_text = say_number(language, without);
  g_autofree char *answer = say_number(language, results->headline.refused_because_of_deal);
  g_autofree char *sum =
      g_strdup_printf(say(language, "%1$s refused with the deal − %2$s without it = %3$s"),
                      with_text, without_text, answer);

  GString *text = g_string_new(NULL);

  if (risk) {
    g_autofree char *simulated = risk_refused_text(language, results, risk);
    g_autofree char *mean = say_count_about(language, figure_mean(risk, RISK_REFUSED_EXTRA));
    g_autofree char *middle =
        say_count_about(language, spread_of(risk, RISK_REFUSED_EXTRA)->percentile[RISK_P50]);

    g_string_append_printf(text,
                           say(language, "On average of the simulated years %1$s, in half of them "
                                         "%2$s or more."),
                           mean, middle);
    g_string_append_printf(text, " %s\n", simulated);
  }
  add_plan_year(text, language, risk);
  g_string_append_printf(text, "%s\n", sum);
  g_string_append(text, say(language, "Requests of regular and returning clients that find no "
                                      "place on the days they accept. The plan year has no luck: "
                                      "a real year refuses more."));
  return g_string_free(text, FALSE);
}

/* --- lowest balance --------------------------------------------------------------------------- */

static void add_lowest_of_years(GString *text, Language language, const Risk *risk) {
  const RiskSpread *lowest = spread_of(risk, RISK_LOWEST_CENTS);
  const RiskSpread *without = spread_of(risk, RISK_LOWEST_WITHOUT_CENTS);
  g_autofree char *tenth = say_money_about(language, lowest->percentile[RISK_P10]);
  g_autofree char *error = say_money_whole(language, MAX(100, lowest->percentile_error[RISK_P10]));
  g_autofree char *middle = say_money_about(language, lowest->percentile[RISK_P50]);
  g_autofree char *tenth_without = say_money_about(language, without->percentile[RISK_P10]);
  g_autofree char *date = say_date(
      language, risk->sale_date + (int32_t)spread_of(risk, RISK_LOWEST_DAY)->percentile[RISK_P50]);

  g_string_append_printf(
      text,
      say(language, "Of each simulated year the day with the least in the bank: 9 times in 10 "
                    "above %1$s (± %2$s), 1 time in 2 above %3$s; without the deal 9 times in 10 "
                    "above %4$s. In half of the years it comes by %5$s."),
      tenth, error, middle, tenth_without, date);
  g_string_append_c(text, '\n');
}

static char *explain_lowest(Language language, const Study *study, const Risk *risk) {
  const Results *results = study->results;
  const Cash *cash = &results->cash_with;
  GString *text = g_string_new(NULL);
  g_autofree char *date = say_date(language, results->headline.lowest_balance_date);

  if (risk) {
    add_lowest_of_years(text, language, risk);
  }
  add_plan_year(text, language, risk);
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

/* --- cost per client kept --------------------------------------------------------------------- */

/* "$4,812 ÷ 84.2 people = $57" */
static void add_quotient(GString *text, Language language, int64_t result_cents,
                         int64_t people_milli, int64_t cost_cents) {
  g_autofree char *cost = say_money_whole(language, MAX(-result_cents, 0));
  g_autofree char *people = say_milli(language, money_scale_half_up(people_milli, 1, 100) * 100);
  g_autofree char *answer = say_money(language, cost_cents);

  if (people_milli <= 0) {
    g_string_append(text, say(language, "No client is kept: there is no cost per client."));
  } else {
    g_string_append_printf(text,
                           say(language, "%1$s that the deal costs ÷ %2$s people who come back = "
                                         "%3$s"),
                           cost, people, answer);
  }
  g_string_append_c(text, '\n');
}

static char *explain_cost(Language language, const Study *study, const Risk *risk) {
  const Headline *headline = &study->results->headline;
  GString *text = g_string_new(NULL);
  g_autofree char *usual =
      say_money_whole(language, study->plan->clients.usual_advertising_cents_per_new_client);

  if (risk) {
    Standing standing;

    standing_of_risk(study->plan, risk, &standing);
    g_string_append_printf(text, "%s\n", say(language, "On average of the simulated years:"));
    add_quotient(text, language, money_scale_half_up(standing.result.mean_milli, 1, 1000),
                 standing.clients_kept.mean_milli, standing.cost_per_client_kept_cents);
  }
  add_plan_year(text, language, risk);
  add_quotient(text, language, headline->deal_against_none_cents,
               (int64_t)headline->clients_kept_people * 1000, headline->cost_per_client_kept_cents);
  g_string_append_printf(
      text,
      say(language, "Clients kept are the new clients’ people who come back at full price. A deal "
                    "that earns costs nothing. Your usual advertising: %s per new client."),
      usual);
  return g_string_free(text, FALSE);
}

char *explain_figure(Language language, const Study *study, int index) {
  char *(*const explainers[FIGURE_COUNT])(Language, const Study *, const Risk *) = {
      [FIGURE_DEAL_AGAINST_NONE] = explain_against_none,
      [FIGURE_CAP] = explain_cap,
      [FIGURE_REFUSED] = explain_refused,
      [FIGURE_LOWEST_BALANCE] = explain_lowest,
      [FIGURE_COST_PER_CLIENT] = explain_cost,
  };
  bool needs_calendar = index == FIGURE_REFUSED || index == FIGURE_LOWEST_BALANCE;

  g_return_val_if_fail(index >= 0 && index < FIGURE_COUNT, NULL);
  if (needs_calendar && !study->results->has_calendar) {
    return g_strdup(say(language, "Add rooms and opening hours: this figure comes from the year of "
                                  "bookings."));
  }
  return explainers[index](language, study, told_risk(study));
}
