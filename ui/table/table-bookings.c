/* Room: table. Knows: the plan year by week and by day. Must not know: who shows it. */
#include "ui/table/table-build.h"

#include "model/base/money.h"

enum {
  WEEK_BEGIN,
  WEEK_VISITS,
  WEEK_HOURS = WEEK_VISITS + VISIT_KIND_COUNT,
  WEEK_SHIFT = WEEK_HOURS + VISIT_KIND_COUNT,
  WEEK_TAKEN,
  WEEK_REFUSED
};

static void add_visit_columns(Table *table) {
  Language language = table->language;

  table_add_column(table, COLUMN_COUNT_OF, say(language, "Regular visits"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Returning visits"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Deal visits"));
}

static void add_load_columns(Table *table) {
  Language language = table->language;

  table_add_column(table, COLUMN_HOURS, say(language, "Hours on shift"));
  table_add_column(table, COLUMN_PERCENT, say(language, "Taken"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Refused"));
}

/* A share in whole percents; no number when nobody is on shift. */
static void put_share(Table *table, TableRow *row, int column, int64_t part, int64_t whole) {
  if (whole > 0) {
    table_put_number(table, row, column, money_scale_half_up(part, 100, whole) * 1000);
  } else {
    table_put_text(row, column, "–");
  }
}

static void put_week(Table *table, TableRow *row, const ResultWeek *week) {
  int64_t taken = 0;

  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    table_put_number(table, row, WEEK_VISITS + kind, week->visits[kind]);
    table_put_number(table, row, WEEK_HOURS + kind, week->staff_minutes[kind]);
    taken += week->staff_minutes[kind];
  }
  table_put_number(table, row, WEEK_SHIFT, week->shift_minutes);
  put_share(table, row, WEEK_TAKEN, taken, week->shift_minutes);
  table_put_number(table, row, WEEK_REFUSED, week->refused);
}

Table *table_weeks(Language language, const Plan *plan, const Results *results) {
  Table *table = table_new(language, say(language, "Bookings by week"));
  ResultWeek total = {0};
  TableRow *row;

  table_add_column(table, COLUMN_DATE, say(language, "Week of"));
  add_visit_columns(table);
  table_add_column(table, COLUMN_HOURS, say(language, "Regular hours"));
  table_add_column(table, COLUMN_HOURS, say(language, "Returning hours"));
  table_add_column(table, COLUMN_HOURS, say(language, "Deal hours"));
  add_load_columns(table);
  for (int i = 0; i < results->week_count; i++) {
    const ResultWeek *week = &results->week[i];

    row = table_add_row(table, ROW_NORMAL);
    table_put_number(table, row, WEEK_BEGIN, results->sale_date + week->begin_day_index);
    put_week(table, row, week);
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
      total.visits[kind] += week->visits[kind];
      total.staff_minutes[kind] += week->staff_minutes[kind];
    }
    total.shift_minutes += week->shift_minutes;
    total.refused += week->refused;
  }
  row = table_add_row(table, ROW_TOTAL);
  table_put_text(row, WEEK_BEGIN, say(language, "Total"));
  put_week(table, row, &total);
  table->note = g_strdup(say(language, "Hours are staff hours, rest included. Plan year, which has "
                                       "no luck and is too kind on refusals."));
  return table;
}

enum {
  DAY_DATE,
  DAY_WEEKDAY,
  DAY_VISITS,
  DAY_HOURS = DAY_VISITS + VISIT_KIND_COUNT,
  DAY_SHIFT,
  DAY_TAKEN,
  DAY_REFUSED
};

Table *table_days(Language language, const Plan *plan, const Results *results) {
  Table *table = table_new(language, say(language, "Bookings by day"));

  table_add_column(table, COLUMN_DATE, say(language, "Date"));
  table_add_column(table, COLUMN_TEXT, say(language, "Weekday"));
  add_visit_columns(table);
  table_add_column(table, COLUMN_HOURS, say(language, "Hours booked"));
  add_load_columns(table);
  for (int i = 0; i < results->days; i++) {
    const YearDay *day = &results->with.day[i];
    int32_t date = results->sale_date + i;
    int64_t taken = 0, shift = results->timetable.day[i].shift_minutes;
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_put_number(table, row, DAY_DATE, date);
    table_put_text(row, DAY_WEEKDAY, weekday_name(language, date_weekday(date)));
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
      table_put_number(table, row, DAY_VISITS + kind, day->visits[kind]);
      taken += day->staff_minutes[kind];
    }
    table_put_number(table, row, DAY_HOURS, taken);
    table_put_number(table, row, DAY_SHIFT, shift);
    if (results->timetable.day[i].open) {
      put_share(table, row, DAY_TAKEN, taken, shift);
    } else {
      table_put_text(row, DAY_TAKEN, say(language, "closed"));
    }
    table_put_number(table, row, DAY_REFUSED,
                     day->refused[VISIT_REGULAR] + day->refused[VISIT_RETURNING]);
  }
  return table;
}
