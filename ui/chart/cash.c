/* Room: chart. Cash: what comes in and goes out each month above, the bank day by day below, one x
 * for both. Under the balance, the part of it that is not earned yet; the owner's minimum, the days
 * under it, and the year without the deal. */
#include "ui/chart/cash-layout.h"

#include <math.h>

#include "model/risk/risk.h"
#include "ui/words/chart-explain-words.h"
#include "ui/words/risk-words.h"

/* Of the balance with the deal in the simulated years. */
static void copy_band(Chart *chart, const RiskOfSample *told) {
  CashData *data = &chart->cash;
  chart_add_to_subtitle(chart, say(chart_language(chart), "simulated years at week ends"));
  data->has_band = true;
  for (int week = 0; week < cash_week_count(chart); week++) {
    data->low_cents[week] = told->week_balance_cents[RISK_BAND_P5][week];
    data->high_cents[week] = told->week_balance_cents[RISK_BAND_P95][week];
  }
}

static void copy_cash(Chart *chart, const Study *study) {
  const Plan *plan = study->plan;
  const Results *results = study->results;
  CashData *data = &chart->cash;
  const Cash *with = &results->cash_with, *without = &results->cash_without;
  for (int i = 0; i < results->days; i++)
    data->day[i] = (CashPoint){with->day[i].balance_cents, without->day[i].balance_cents,
                               with->day[i].not_yet_earned_cents};
  data->month_count = results->month_count;
  for (int i = 0; i < results->month_count; i++) {
    const ResultMonth *month = &results->month[i];
    CashMonth *copy = &data->month[i];
    *copy = (CashMonth){month->begin_date - results->sale_date, month->days, 0, 0};
    for (int line = 0; line < CASH_LINE_COUNT; line++) {
      int64_t cents = month->line_cents[line];
      if (cents > 0)
        copy->in_cents += cents;
      else
        copy->out_cents += cents;
    }
  }
  data->lowest_day = with->lowest_day_index;
  data->floor_cents = plan->business.cash_floor_cents;
  if (study->risk)
    copy_band(chart, risk_told(study->risk));
}

static const CashMonth *month_of_day(const CashData *data, int day) {
  int i = 0;
  while (i + 1 < data->month_count && data->month[i + 1].begin_day <= day)
    i++;
  return &data->month[i];
}

static char *describe_cash(const Chart *chart) {
  const CashData *data = &chart->cash;
  Language language = chart_language(chart);
  int most = 0;
  for (int i = 1; i < chart->span.days; i++)
    if (data->day[i].not_yet_earned_cents > data->day[most].not_yet_earned_cents)
      most = i;
  g_autofree char *lowest = say_money(language, data->day[data->lowest_day].with_cents);
  g_autofree char *date = say_date(language, chart->span.sale_date + data->lowest_day);
  g_autofree char *unearned = say_money(language, data->day[most].not_yet_earned_cents);
  g_autofree char *when = say_date(language, chart->span.sale_date + most);
  return g_strdup_printf(
      say(language, "Lowest balance: %s on %s. Not yours yet, at most: %s on %s."), lowest, date,
      unearned, when);
}

static char *band_text(Language language, int64_t low_cents, int64_t high_cents) {
  g_autofree char *low = say_money_whole(language, about_cents(low_cents));
  g_autofree char *high = say_money_whole(language, about_cents(high_cents));
  if (about_cents(low_cents) == about_cents(high_cents))
    return g_steal_pointer(&low);
  return g_strdup_printf(say(language, "%1$s to %2$s"), low, high);
}

static void fill_cash_tip(const Chart *chart, int position, Tip *tip) {
  const CashData *data = &chart->cash;
  Language language = chart_language(chart);
  const CashPoint *day = &data->day[position];
  int week = position / 7;
  const CashMonth *month = month_of_day(data, position);
  tip->title = say_date(language, chart->span.sale_date + position);
  tip_add(tip, SAMPLE_LINE, ROLE_BALANCE, say(language, "with the deal"),
          say_money(language, day->with_cents));
  if (data->has_band)
    tip_add(tip, SAMPLE_BOX, ROLE_BAND_NARROW,
            say(language, "simulated years at the week’s end, 9 times in 10"),
            band_text(language, data->low_cents[week], data->high_cents[week]));
  tip_add(tip, SAMPLE_DASHED, ROLE_WITHOUT, say(language, "without the deal"),
          say_money(language, day->without_cents));
  tip_add(tip, SAMPLE_BOX, ROLE_NOT_YET, say(language, "not yours yet"),
          say_money(language, day->not_yet_earned_cents));
  tip_add(tip, SAMPLE_DOTTED, ROLE_FLOOR, say(language, "your minimum"),
          say_money(language, data->floor_cents));
  tip_add(tip, SAMPLE_BOX, ROLE_IN, say(language, "in this month"),
          say_money(language, month->in_cents));
  tip_add(tip, SAMPLE_BOX, ROLE_OUT, say(language, "out this month"),
          say_money(language, month->out_cents));
  tip_add(tip, SAMPLE_DOT, ROLE_NET, say(language, "net this month"),
          say_money_signed(language, month->in_cents + month->out_cents));
}

static void add_cash_hover(const Chart *chart, int position, Scene *scene) {
  static const DayDot dots[] = {{cash_without, ROLE_WITHOUT, 3}, {cash_with, ROLE_BALANCE, 3.5}};
  day_plot_add_crosshair(chart, &chart->cash.bank, dots, G_N_ELEMENTS(dots), position, scene);
}

static double cash_height(double width, double text_scale) {
  double keys = width / text_scale < 640 ? 90 : 0;
  return fmax(410 * text_scale, fmin(0.46 * width, 650 * text_scale)) + keys * text_scale;
}

static char *find_cash(Language language, const Study *study) {
  char *found = finding_cash(language, study->plan, study->results);
  return study->risk && study->results->has_calendar ? finding_of_plan_year(language, found)
                                                     : found;
}

static Table *table_of_cash(Language language, const Study *study) {
  return table_months(language, study->plan, study->results);
}

const ChartKindTable cash_chart = {
    .name = "cash",
    .find = find_cash,
    .table = table_of_cash,
    .explain = explain_cash,
    .subtitle = N_("What comes in and goes out each month, and the bank at the end of each day"),
    .needs_calendar = true,
    .copy = copy_cash,
    .lay_out = lay_out_cash,
    .describe_extreme = describe_cash,
    .fill_tip = fill_cash_tip,
    .add_hover = add_cash_hover,
    .move = day_plot_move,
    .natural_height = cash_height,
};
