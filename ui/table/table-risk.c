/* Room: table. Knows: what many simulated years say. Must not know: who shows it.
 *
 * Where a sampling error stands beside a figure, the figure is whole; elsewhere it has two
 * significant digits. */
#include <string.h>

#include "ui/table/table-build.h"

#include "model/base/money.h"
#include "model/risk/risk.h"
#include "ui/words/risk-words.h"

/* A value of a quantity and what it shows: whole dollars, days, counts, tenths of a percent. */
static void put_value(Table *table, TableRow *row, int column, RiskQuantity quantity,
                      int64_t value) {
  Language language = table->language;
  const char *unit = risk_quantity_unit(quantity);
  char *text = g_str_equal(unit, "cents") ? say_money_whole(language, value)
               : g_str_equal(unit, "per_100k")
                   ? say_percent(language, money_scale_half_up(value, 1, 100) * 100)
                   : say_number(language, value);

  table_take_text(row, column, text);
  row->cell[column].number = value;
  row->cell[column].has_number = true;
}

/* An error; one that is there is never shown as none. */
static void put_error(Table *table, TableRow *row, int column, RiskQuantity quantity,
                      int64_t error) {
  bool is_share = g_str_equal(risk_quantity_unit(quantity), "per_100k");

  put_value(table, row, column, quantity, is_share ? (error + 99) / 100 * 100 : error);
}

/* Whole dollars without a sign, as of a simulated amount rounded to two digits. */
static void put_dollars(Table *table, TableRow *row, int column, int64_t cents) {
  table_take_text(row, column, say_number(table->language, money_scale_half_up(cents, 1, 100)));
  row->cell[column].number = cents;
  row->cell[column].has_number = true;
}

/* A mean or its error: of counts and days to a hundredth, of thousands whole. */
static void put_milli(Table *table, TableRow *row, int column, RiskQuantity quantity,
                      int64_t milli) {
  const char *unit = risk_quantity_unit(quantity);
  char text[NUMBER_TEXT_SIZE];

  if (g_str_equal(unit, "cents") || g_str_equal(unit, "per_100k")) {
    put_value(table, row, column, quantity, money_scale_half_up(milli, 1, 1000));
    return;
  }
  if (milli >= 1000000) {
    table_take_text(row, column, say_number(table->language, money_scale_half_up(milli, 1, 1000)));
  } else {
    milli_format(table->language, money_scale_half_up(milli, 1, 10) * 10, text, sizeof text);
    table_put_text(row, column, text);
  }
  row->cell[column].number = milli;
  row->cell[column].has_number = true;
}

static const char *const under_headings[RISK_PERCENTILE_COUNT] = {
    N_("5% under"),  N_("10% under"), N_("25% under"), N_("Half under"),
    N_("75% under"), N_("90% under"), N_("95% under"),
};

static char *details_note(Language language, const Risk *risk, const char *rest) {
  g_autofree char *details = risk_details_text(language, risk);

  return g_strdup_printf("%s. %s", details, rest);
}

/* A title is a sentence without its full stop. */
static Table *new_titled(Language language, char *sentence) {
  size_t length = strlen(sentence);

  if (length > 0 && sentence[length - 1] == '.') {
    sentence[length - 1] = '\0';
  }
  return table_new(language, sentence);
}

/* --- chances ------------------------------------------------------------------------------- */

enum { CHANCE_WHAT, CHANCE_OFTEN, CHANCE_SHARE, CHANCE_ERROR, CHANCE_LUCK };

static void put_chance(Table *table, const char *what, const Risk *risk, const RiskChance *chance,
                       const RiskChance *luck) {
  TableRow *row = table_add_row(table, ROW_NORMAL);

  table_put_text(row, CHANCE_WHAT, what);
  if (!chance->applies) {
    table_put_text(row, CHANCE_OFTEN, say(table->language, "left out"));
    return;
  }
  table_take_text(row, CHANCE_OFTEN, chance_text(table->language, chance, risk_told(risk)->years));
  table_put_number(table, row, CHANCE_SHARE,
                   money_scale_half_up(chance->share_per_100k, 1, 100) * 100);
  table_take_text(row, CHANCE_ERROR, chance_error_text(table->language, chance->error_per_100k));
  if (luck) {
    table_put_number(table, row, CHANCE_LUCK,
                     money_scale_half_up(luck->share_per_100k, 1, 100) * 100);
  }
}

static Table *fill_chances(Language language, const Study *study) {
  const Risk *risk = study->risk;
  const RiskOfSample *told = risk_told(risk), *alone = &risk->sample[RISK_LUCK];
  bool has_luck = told != alone && alone->years > 0;
  g_autofree char *any = risk_any_text(language, risk);
  g_autofree char *loss = risk_loss_text(language, risk);
  Table *table = new_titled(language, any ? any : loss);

  table_add_column(table, COLUMN_TEXT, say(language, "In a simulated year"));
  table_add_column(table, COLUMN_TEXT, say(language, "How often"));
  table_add_column(table, COLUMN_PERCENT, say(language, "Share of the years"));
  table_add_column(table, COLUMN_TEXT, say(language, "Sampling error"));
  if (has_luck) {
    table_add_column(table, COLUMN_PERCENT, say(language, "With luck alone"));
  }
  put_chance(table, say(language, "The deal loses money"), risk, &told->loss,
             has_luck ? &alone->loss : NULL);
  for (int i = 0; i < CONDITION_COUNT; i++) {
    g_autofree char *what = risk_break_text(language, study->plan, (Condition)i);

    if (i != CONDITION_RESULT && (told->breaks[i].applies || i != CONDITION_COST_PER_CLIENT_KEPT)) {
      put_chance(table, what, risk, &told->breaks[i], has_luck ? &alone->breaks[i] : NULL);
    }
  }
  if (told->breaks_any.applies) {
    put_chance(table, say(language, "At least one of your conditions breaks"), risk,
               &told->breaks_any, has_luck ? &alone->breaks_any : NULL);
  }
  table->note = details_note(language, risk,
                             say(language, "± is one standard error: with another seed, a share "
                                           "moves by less 2 times in 3."));
  return table;
}

/* --- percentiles --------------------------------------------------------------------------- */

static const RiskQuantity percentile_rows[] = {
    RISK_RESULT_CENTS,          RISK_LOWEST_CENTS,      RISK_CLOSING_CENTS,
    RISK_COST_PER_CLIENT_CENTS, RISK_REFUSED_EXTRA,     RISK_REFUSED_EXTRA_PER_100K,
    RISK_WAIT_P95_DAYS,         RISK_WAIT_MAX_DAYS,     RISK_WITHIN_WAIT_PER_100K,
    RISK_WEEKLY_SHARE_PER_100K, RISK_BUSIEST_DEAL_WEEK, RISK_BUSIEST_LOAD_PER_100K,
    RISK_IDLE_FILLED_PER_100K,
};

static Table *fill_percentiles(Language language, const Study *study) {
  const RiskOfSample *told = risk_told(study->risk);
  g_autofree char *range = risk_range_text(language, study->risk);
  Table *table = new_titled(language, range);

  table_add_column(table, COLUMN_TEXT, say(language, "In a simulated year"));
  for (int i = 0; i < RISK_PERCENTILE_COUNT; i++) {
    table_add_column(table, COLUMN_COUNT_OF, say(language, under_headings[i]));
  }
  for (gsize i = 0; i < G_N_ELEMENTS(percentile_rows); i++) {
    RiskQuantity quantity = percentile_rows[i];
    const RiskSpread *spread = &told->spread[quantity];
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_put_text(row, 0, risk_quantity_label(language, quantity));
    for (int k = 0; k < RISK_PERCENTILE_COUNT; k++) {
      put_value(table, row, k + 1, quantity, spread->percentile[k]);
    }
    row = table_add_row(table, ROW_NORMAL);
    table_put_text(row, 0, say(language, "± sampling error"));
    for (int k = 0; k < RISK_PERCENTILE_COUNT; k++) {
      put_error(table, row, k + 1, quantity, spread->percentile_error[k]);
    }
  }
  table->note =
      details_note(language, study->risk,
                   say(language, "“10% under” of the lowest balance: 9 times in 10 it stays above. "
                                 "Cost per client kept is $0 in a year that earns."));
  return table;
}

/* --- a year on average --------------------------------------------------------------------- */

enum { YEARS_WHAT, YEARS_PLAN, YEARS_MEAN, YEARS_ERROR, YEARS_LOWEST, YEARS_HIGHEST };

static const struct {
  RiskQuantity quantity;
  size_t offset; /* of the plan year's value in Results; an int32_t */
} year_rows[] = {
    {RISK_SOLD, offsetof(Results, with.vouchers_sold)},
    {RISK_USED, offsetof(Results, with.vouchers_wanted)},
    {RISK_SERVED, offsetof(Results, with.vouchers_served)},
    {RISK_UNSERVED, offsetof(Results, with.vouchers_unserved)},
    {RISK_REGULARS_WANTED, offsetof(Results, with.regulars_wanted)},
    {RISK_REGULARS_SERVED, offsetof(Results, with.regulars_served)},
    {RISK_REFUSED, 0},
    {RISK_REFUSED_WITHOUT, 0},
    {RISK_REFUSED_EXTRA, offsetof(Results, headline.refused_because_of_deal)},
    {RISK_RETURN_VISITS, offsetof(Results, with.returns_served)},
    {RISK_REPLACED, offsetof(Results, with.replaced)},
    {RISK_PEOPLE_RETURNING, offsetof(Results, with.people_returning)},
    {RISK_WAIT_P50_DAYS, offsetof(Results, with.wait_p50_days)},
    {RISK_WAIT_P95_DAYS, offsetof(Results, with.wait_p95_days)},
    {RISK_WAIT_MAX_DAYS, offsetof(Results, with.wait_max_days)},
    {RISK_BUSIEST_DEAL_WEEK, offsetof(Results, with.busiest_deal_week_visits)},
};

static int64_t plan_year_value(const Results *results, gsize row) {
  switch ((int)year_rows[row].quantity) {
  case RISK_REFUSED:
    return (int64_t)results->with.regulars_refused + results->with.returns_refused;
  case RISK_REFUSED_WITHOUT:
    return (int64_t)results->without.regulars_refused + results->without.returns_refused;
  default:
    return *(const int32_t *)((const char *)results + year_rows[row].offset);
  }
}

static Table *fill_simulated_years(Language language, const Study *study) {
  const RiskOfSample *told = risk_told(study->risk);
  g_autofree char *refused = risk_refused_text(language, study->results, study->risk);
  Table *table = table_new(language, say(language, "What a simulated year comes to"));

  table_add_column(table, COLUMN_TEXT, say(language, "In a year"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Plan year"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Simulated years, on average"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "± sampling error"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Lowest"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Highest"));
  for (gsize i = 0; i < G_N_ELEMENTS(year_rows); i++) {
    RiskQuantity quantity = year_rows[i].quantity;
    const RiskSpread *spread = &told->spread[quantity];
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_put_text(row, YEARS_WHAT, risk_quantity_label(language, quantity));
    put_value(table, row, YEARS_PLAN, quantity, plan_year_value(study->results, i));
    put_milli(table, row, YEARS_MEAN, quantity, spread->mean_milli);
    put_milli(table, row, YEARS_ERROR, quantity, spread->mean_error_milli);
    put_value(table, row, YEARS_LOWEST, quantity, spread->lowest);
    put_value(table, row, YEARS_HIGHEST, quantity, spread->highest);
  }
  table->note = details_note(language, study->risk, refused);
  return table;
}

/* --- inputs -------------------------------------------------------------------------------- */

static Table *fill_uncertain_inputs(Language language, const Study *study) {
  const Risk *risk = study->risk;
  g_autofree char *luck = risk_luck_text(language, study->plan, risk);
  Table *table = table_new(language, say(language, "What you do not know yet"));

  table_add_column(table, COLUMN_TEXT, say(language, "Uncertain value"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "At the lowest"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Most likely"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "At the highest"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "On average"));
  for (int i = 0; i < risk->input_count; i++) {
    const RiskInput *input = &risk->input[i];
    const int64_t values[] = {input->low, input->likely, input->high};
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_take_text(row, 0, risk_input_label(language, study->plan, input->path));
    for (gsize k = 0; k < G_N_ELEMENTS(values); k++) {
      table_take_text(row, (int)k + 1, value_text(language, input->path, values[k]));
    }
    table_take_text(row, (int)G_N_ELEMENTS(values) + 1, risk_input_mean_text(language, input));
  }
  table->note = g_strdup(luck);
  return table;
}

/* --- behind the charts --------------------------------------------------------------------- */

static void add_band_columns(Table *table) {
  static const int percentiles[RISK_BAND_COUNT] = {RISK_P5, RISK_P25, RISK_P50, RISK_P75, RISK_P95};

  for (int band = 0; band < RISK_BAND_COUNT; band++) {
    table_add_column(table, COLUMN_MONEY, say(table->language, under_headings[percentiles[band]]));
  }
}

Table *table_fan(Language language, const Study *study) {
  const Results *results = study->results;
  const RiskOfSample *told = risk_told(study->risk), *alone = &study->risk->sample[RISK_LUCK];
  bool has_luck = told != alone && alone->years > 0;
  Table *table =
      table_new(language, say(language, "The bank at the end of each week, simulated years"));

  table_add_column(table, COLUMN_DATE, say(language, "Week to"));
  add_band_columns(table);
  if (has_luck) {
    table_add_column(table, COLUMN_MONEY, say(language, "Luck alone: 5% under"));
    table_add_column(table, COLUMN_MONEY, say(language, "Luck alone: 95% under"));
  }
  table_add_column(table, COLUMN_MONEY, say(language, "Plan year"));
  for (int i = 0; i < results->week_count; i++) {
    const ResultWeek *week = &results->week[i];
    int end = week->begin_day_index + week->days - 1, column = 1;
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_put_number(table, row, 0, results->sale_date + end);
    for (int band = 0; band < RISK_BAND_COUNT; band++) {
      put_dollars(table, row, column++, about_cents(told->week_balance_cents[band][i]));
    }
    if (has_luck) {
      put_dollars(table, row, column++, about_cents(alone->week_balance_cents[RISK_BAND_P5][i]));
      put_dollars(table, row, column++, about_cents(alone->week_balance_cents[RISK_BAND_P95][i]));
    }
    table_put_number(table, row, column, results->cash_with.day[end].balance_cents);
  }
  table->note = details_note(language, study->risk,
                             say(language, "In dollars, with the deal. Simulated amounts are "
                                           "rounded to two digits; the plan year has no luck."));
  return table;
}

enum { SPREAD_FROM, SPREAD_TO, SPREAD_YEARS, SPREAD_BELOW };

/* In whole dollars where the bins are. */
static void put_edge(Table *table, TableRow *row, int column, const RiskHistogram *bins,
                     int64_t cents) {
  if (bins->width % 100 == 0) {
    put_dollars(table, row, column, cents);
  } else {
    table_put_number(table, row, column, cents);
  }
}

Table *table_spread(Language language, const Study *study) {
  const RiskOfSample *told = risk_told(study->risk);
  const RiskHistogram *bins = &told->result;
  int64_t below = 0;
  Table *table = table_new(language, say(language, "Deal compared with no deal, simulated years"));

  table_add_column(table, COLUMN_MONEY, say(language, "From"));
  table_add_column(table, COLUMN_MONEY, say(language, "To"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Simulated years"));
  table_add_column(table, COLUMN_PERCENT, say(language, "This or less"));
  for (int i = 0; i < bins->bin_count; i++) {
    int64_t begin_cents = bins->begin + i * bins->width;
    TableRow *row = table_add_row(table, ROW_NORMAL);

    below += bins->count[i];
    if (i == 0) {
      table_put_text(row, SPREAD_FROM, say(language, "all below"));
    } else {
      put_edge(table, row, SPREAD_FROM, bins, begin_cents);
    }
    if (i == bins->bin_count - 1) {
      table_put_text(row, SPREAD_TO, say(language, "all above"));
    } else {
      put_edge(table, row, SPREAD_TO, bins, begin_cents + bins->width);
    }
    table_put_number(table, row, SPREAD_YEARS, bins->count[i]);
    table_put_number(table, row, SPREAD_BELOW, money_scale_half_up(below, 1000, told->years) * 100);
  }
  table->note =
      details_note(language, study->risk, say(language, "In dollars, before income tax."));
  return table;
}

/* --- what is there only with simulated years ----------------------------------------------------
 */

Table *table_chances(Language language, const Study *study) {
  return study->risk ? fill_chances(language, study) : NULL;
}

Table *table_percentiles(Language language, const Study *study) {
  return study->risk ? fill_percentiles(language, study) : NULL;
}

Table *table_simulated_years(Language language, const Study *study) {
  return study->risk ? fill_simulated_years(language, study) : NULL;
}

Table *table_uncertain_inputs(Language language, const Study *study) {
  return study->risk && study->risk->input_count > 0 ? fill_uncertain_inputs(language, study)
                                                     : NULL;
}
