/* Room: chart. The money in the bank that is not the owner's, day by day: not yet earned, taxes to
 * remit, and over them what is hers; what of it is spent already; the ends of fiscal years. */
#include "ui/chart/reserve-layout.h"

#include "model/base/calendar.h"

#include <math.h>

static void copy_reserve(Chart *chart, const Study *study) {
  const Plan *plan = study->plan;
  const Results *results = study->results;
  ReserveData *data = &chart->reserve;
  int32_t last_date = results->sale_date + results->days - 1;
  for (int i = 0; i < results->days; i++) {
    const CashDay *day = &results->cash_with.day[i];
    ReservePoint *point = &data->day[i];
    *point = (ReservePoint){day->balance_cents, day->not_yet_earned_cents,
                            cash_not_yours_cents(day), cash_spent_cents(day)};
    if (point->not_yours_cents > data->day[data->highest_day].not_yours_cents)
      data->highest_day = i;
    if (point->spent_cents > data->day[data->most_spent_day].spent_cents)
      data->most_spent_day = i;
  }
  for (int32_t date = date_month_end(results->sale_date);
       date <= last_date && data->year_end_count < YEAR_ENDS_MAX; date = date_month_end(date + 1))
    if (date_month(date) == plan->business.fiscal_year_end_month)
      data->year_end[data->year_end_count++] = date;
}

static char *describe_reserve(const Chart *chart) {
  const ReserveData *data = &chart->reserve;
  Language language = chart_language(chart);
  int64_t most_spent = data->day[data->most_spent_day].spent_cents;
  g_autofree char *highest = say_money(language, data->day[data->highest_day].not_yours_cents);
  g_autofree char *when = say_date(language, chart->span.sale_date + data->highest_day);
  if (most_spent == 0)
    return g_strdup_printf(say(language, "Not yours, at most: %1$s on %2$s."), highest, when);
  g_autofree char *spent = say_money(language, most_spent);
  g_autofree char *date = say_date(language, chart->span.sale_date + data->most_spent_day);
  return g_strdup_printf(
      say(language, "Not yours, at most: %1$s on %2$s. Spent of it, at most: %3$s on %4$s."),
      highest, when, spent, date);
}

static void fill_reserve_tip(const Chart *chart, int position, Tip *tip) {
  const ReservePoint *day = &chart->reserve.day[position];
  Language language = chart_language(chart);
  tip->title = say_date(language, chart->span.sale_date + position);
  tip_add(tip, SAMPLE_LINE, ROLE_BALANCE, say(language, "in the bank"),
          say_money(language, day->balance_cents));
  tip_add(tip, SAMPLE_BOX, ROLE_NOT_YET, say(language, "not yet earned"),
          say_money(language, day->not_yet_earned_cents));
  tip_add(tip, SAMPLE_BOX, ROLE_TAXES, say(language, "taxes to remit"),
          say_money(language, day->not_yours_cents - day->not_yet_earned_cents));
  if (day->spent_cents > 0)
    tip_add(tip, SAMPLE_BOX, ROLE_SPENT, say(language, "spent already"),
            say_money(language, day->spent_cents));
  else
    tip_add(tip, SAMPLE_BOX, ROLE_YOURS, say(language, "yours"),
            say_money(language, MAX(0, day->balance_cents - day->not_yours_cents)));
}

static void add_reserve_hover(const Chart *chart, int position, Scene *scene) {
  static const DayDot dots[] = {{reserve_not_yours, ROLE_TAXES, 3},
                                {reserve_balance, ROLE_BALANCE, 3.5}};
  day_plot_add_crosshair(chart, &chart->reserve.bank, dots, G_N_ELEMENTS(dots), position, scene);
}

static double reserve_height(double width, double text_scale) {
  double keys = width / text_scale < 640 ? 80 : 0;
  return fmax(310 * text_scale, fmin(0.40 * width, 540 * text_scale)) + keys * text_scale;
}

static char *find_reserve(Language language, const Study *study) {
  return finding_reserve(language, study->plan, study->results);
}

static Table *table_of_reserve(Language language, const Study *study) {
  return table_reserve(language, study->plan, study->results);
}

const ChartKindTable reserve_chart = {
    .name = "reserve",
    .find = find_reserve,
    .table = table_of_reserve,
    .subtitle = N_("The bank at the end of each day, and what of it you owe in services or taxes"),
    .needs_calendar = true,
    .copy = copy_reserve,
    .lay_out = lay_out_reserve,
    .describe_extreme = describe_reserve,
    .fill_tip = fill_reserve_tip,
    .add_hover = add_reserve_hover,
    .move = day_plot_move,
    .natural_height = reserve_height,
};
