/* Room: table. See table-load.h. */
#include "ui/table/table-load.h"

#include "model/base/money.h"
#include "model/base/slots.h"
#include "ui/table/table-build.h"
#include "ui/words/load-words.h"

static Table *new_table(Language language, const Study *study,
                        char *(*find)(Language, const Study *)) {
  g_autofree char *title = find(language, study);

  return table_new(language, title);
}

/* A share in whole percents; no number of nothing. */
static void put_share(Table *table, TableRow *row, int column, int64_t part, int64_t whole) {
  if (whole > 0) {
    table_put_number(table, row, column, money_scale_half_up(part, 100, whole) * 1000);
  } else {
    table_put_text(row, column, "–");
  }
}

/* To a tenth of a percent: few are refused of many. */
static void put_fine_share(Table *table, TableRow *row, int column, int64_t part, int64_t whole) {
  if (whole > 0) {
    table_put_number(table, row, column, money_scale_half_up(part, 1000, whole) * 100);
  } else {
    table_put_text(row, column, "–");
  }
}

static const char *plan_year(Language language, const Study *study, LoadKindness what) {
  if (!load_is_too_kind(study, what)) {
    return say(language, "Plan year, which has no luck.");
  }
  return what == KIND_ON_REFUSALS
             ? say(language, "Plan year, which has no luck and is too kind on refusals.")
             : say(language, "Plan year, which has no luck and is too kind on waits.");
}

typedef struct {
  int64_t wanted, refused, by_kind[2];
  int64_t wanted_without, refused_without;
} RefusedRow;

enum {
  REFUSED_WEEKDAY,
  REFUSED_WANTED,
  REFUSED_ALL,
  REFUSED_SHARE,
  REFUSED_REGULAR,
  REFUSED_RETURNING,
  REFUSED_WANTED_WITHOUT,
  REFUSED_WITHOUT,
  REFUSED_SHARE_WITHOUT
};

static RefusedRow refused_of_weekday(const Results *results, LoadSpan which, int weekday) {
  const LoadOfSpan *with = &results->load.span[which];
  const LoadOfSpan *without = &results->load_without.span[which];
  RefusedRow row = {.wanted = with->wanted[weekday],
                    .refused = with->wanted_refused[weekday],
                    .wanted_without = without->wanted[weekday],
                    .refused_without = without->wanted_refused[weekday]};

  for (int day = 0; day < MIN(with->days, results->days); day++) {
    if (date_weekday(results->sale_date + day) == weekday) {
      for (int kind = VISIT_REGULAR; kind <= VISIT_RETURNING; kind++) {
        row.by_kind[kind] += results->with.day[day].refused[kind];
      }
    }
  }
  return row;
}

static void put_refused(Table *table, TableRow *row, const RefusedRow *refused) {
  table_put_number(table, row, REFUSED_WANTED, refused->wanted);
  table_put_number(table, row, REFUSED_ALL, refused->refused);
  put_fine_share(table, row, REFUSED_SHARE, refused->refused, refused->wanted);
  table_put_number(table, row, REFUSED_REGULAR, refused->by_kind[VISIT_REGULAR]);
  table_put_number(table, row, REFUSED_RETURNING, refused->by_kind[VISIT_RETURNING]);
  table_put_number(table, row, REFUSED_WANTED_WITHOUT, refused->wanted_without);
  table_put_number(table, row, REFUSED_WITHOUT, refused->refused_without);
  put_fine_share(table, row, REFUSED_SHARE_WITHOUT, refused->refused_without,
                 refused->wanted_without);
}

static void add_refused_span(Table *table, const Results *results, LoadSpan which) {
  RefusedRow total = {0};
  TableRow *row;

  for (int weekday = 0; weekday < 7; weekday++) {
    RefusedRow refused = refused_of_weekday(results, which, weekday);

    row = table_add_row(table, ROW_NORMAL);
    table_put_text(row, REFUSED_WEEKDAY, weekday_name(table->language, weekday));
    put_refused(table, row, &refused);
    total.wanted += refused.wanted;
    total.refused += refused.refused;
    total.by_kind[VISIT_REGULAR] += refused.by_kind[VISIT_REGULAR];
    total.by_kind[VISIT_RETURNING] += refused.by_kind[VISIT_RETURNING];
    total.wanted_without += refused.wanted_without;
    total.refused_without += refused.refused_without;
  }
  row = table_add_row(table, ROW_TOTAL);
  table_put_text(row, REFUSED_WEEKDAY, say(table->language, "Total"));
  put_refused(table, row, &total);
}

Table *table_refused(Language language, const Study *study) {
  Table *table = new_table(language, study, load_find_refused);

  table_add_column(table, COLUMN_TEXT, say(language, "Weekday first wanted"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Wanted"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Refused"));
  table_add_column(table, COLUMN_PERCENT, say(language, "Share refused"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Regulars refused"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Returning refused"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Wanted without the deal"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Refused without the deal"));
  table_add_column(table, COLUMN_PERCENT, say(language, "Share without the deal"));
  table_add_heading(table, say(language, "The first 8 weeks"));
  add_refused_span(table, study->results, LOAD_RUSH);
  table_add_heading(table, say(language, "The whole time"));
  add_refused_span(table, study->results, LOAD_WHOLE);
  table->note = g_strdup_printf(
      "%s %s %s", say(language, "Requests at full price, of regulars and returning clients."),
      say(language, "Shares are of the requests made: those that a voucher replaces are left out "
                    "(your condition on refusals counts them in)."),
      plan_year(language, study, KIND_ON_REFUSALS));
  return table;
}

static void add_kind_columns(Table *table) {
  table_add_column(table, COLUMN_HOURS, say(table->language, "Regular hours"));
  table_add_column(table, COLUMN_HOURS, say(table->language, "Returning hours"));
  table_add_column(table, COLUMN_HOURS, say(table->language, "Deal hours"));
}

enum { HOUR_WEEKDAY, HOUR_TIME, HOUR_KINDS, HOUR_SHIFT = HOUR_KINDS + 3, HOUR_TAKEN, HOUR_REFUSED };

static void put_hour(Table *table, TableRow *row, const HourCell *cell) {
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    table_put_number(table, row, HOUR_KINDS + kind, cell->kind_minutes[kind]);
  }
  table_put_number(table, row, HOUR_SHIFT, cell->there_minutes);
  put_share(table, row, HOUR_TAKEN, cell->taken_minutes, cell->there_minutes);
  table_put_number(table, row, HOUR_REFUSED, cell->refused);
}

static void add_hour(Table *table, const HourGrid *grid, int weekday, int column) {
  const HourCell *cell = &grid->cell[weekday][column];
  TableRow *row;

  if (cell->there_minutes == 0 && cell->taken_minutes == 0 && cell->refused == 0) {
    return;
  }
  row = table_add_row(table, ROW_NORMAL);
  table_put_text(row, HOUR_WEEKDAY, weekday_name(table->language, weekday));
  table_take_text(row, HOUR_TIME, load_hours_text(table->language, grid, column, column + 1));
  put_hour(table, row, cell);
}

static void add_to_total(HourCell *total, const HourCell *cell) {
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    total->kind_minutes[kind] += cell->kind_minutes[kind];
  }
  total->taken_minutes += cell->taken_minutes;
  total->there_minutes += cell->there_minutes;
  total->refused += cell->refused;
}

Table *table_load_hours(Language language, const Study *study) {
  Table *table = new_table(language, study, load_find_hours);
  bool by_rooms = load_counts_rooms(study->plan);
  HourCell total = {.refused = 0};
  HourGrid grid;
  TableRow *row;

  table_add_column(table, COLUMN_TEXT, say(language, "Weekday"));
  table_add_column(table, COLUMN_TEXT, say(language, "Hour"));
  add_kind_columns(table);
  table_add_column(table, COLUMN_HOURS,
                   by_rooms ? say(language, "Rooms’ hours") : say(language, "Hours on shift"));
  table_add_column(table, COLUMN_PERCENT, say(language, "Taken"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Refused"));
  hour_grid_fill(study->results, LOAD_RUSH, &grid);
  for (int weekday = 0; weekday < 7; weekday++) {
    for (int column = 0; column < grid.hour_count; column++) {
      add_hour(table, &grid, weekday, column);
      add_to_total(&total, &grid.cell[weekday][column]);
    }
  }
  row = table_add_row(table, ROW_TOTAL);
  table_put_text(row, HOUR_WEEKDAY, say(language, "Total"));
  table_put_text(row, HOUR_TIME, "");
  put_hour(table, row, &total);
  table->note = g_strdup_printf("%s %s", say(language, "The first 8 weeks."),
                                plan_year(language, study, KIND_ON_REFUSALS));
  return table;
}

enum { WAIT_DAYS, WAIT_VOUCHERS, WAIT_SHARE, WAIT_SO_FAR };

static void add_wait(Table *table, RowKind kind, char *label, int64_t vouchers, int64_t asked) {
  TableRow *row = table_add_row(table, kind);

  table_take_text(row, WAIT_DAYS, label);
  table_put_number(table, row, WAIT_VOUCHERS, vouchers);
  put_fine_share(table, row, WAIT_SHARE, vouchers, asked);
  table_put_text(row, WAIT_SO_FAR, "–");
}

Table *table_load_waits(Language language, const Study *study) {
  Table *table = new_table(language, study, load_find_waits);
  g_autofree char *simulated = load_simulated_waits(language, study);
  g_autofree char *missed = NULL;
  int64_t asked, so_far = 0;
  Waits waits;

  table_add_column(table, COLUMN_TEXT, say(language, "Days waited"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Vouchers"));
  table_add_column(table, COLUMN_PERCENT, say(language, "Share"));
  table_add_column(table, COLUMN_PERCENT, say(language, "So far"));
  waits_fill(study->plan, &study->results->with, &waits);
  asked = waits.asked;
  missed = load_missed_text(language, &waits);
  for (int i = 0; i < waits.bin_count; i++) {
    const WaitBin *bin = &waits.bin[i];
    TableRow *row;

    so_far += bin->vouchers;
    add_wait(table, ROW_NORMAL, load_wait_text(language, bin), bin->vouchers, asked);
    row = &g_array_index(table->rows, TableRow, table->rows->len - 1);
    put_fine_share(table, row, WAIT_SO_FAR, so_far, asked);
  }
  add_wait(table, ROW_NORMAL, g_strdup(say(language, "never: no place in time")), waits.never,
           asked);
  add_wait(table, ROW_TOTAL, g_strdup(say(language, "Total")), asked, asked);
  table->note =
      g_strconcat(say(language, "Of the vouchers that asked in time."), " ",
                  plan_year(language, study, KIND_ON_WAITS), missed ? " " : "",
                  missed ? missed : "", simulated ? " " : "", simulated ? simulated : "", NULL);
  return table;
}

enum { USE_NAME, USE_KINDS, USE_TAKEN = USE_KINDS + 3, USE_THERE, USE_SHARE, USE_ADDS };

static void put_use(Table *table, TableRow *row, const UseRow *use) {
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    table_put_number(table, row, USE_KINDS + kind, use->kind_minutes[kind]);
  }
  table_put_number(table, row, USE_TAKEN, use->taken_minutes);
  table_put_number(table, row, USE_THERE, use->there_minutes);
  put_share(table, row, USE_SHARE, use->taken_minutes, use->there_minutes);
  table_put_text(row, USE_ADDS, "");
}

static void add_use(UseRow *total, const UseRow *use) {
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    total->kind_minutes[kind] += use->kind_minutes[kind];
  }
  total->taken_minutes += use->taken_minutes;
  total->there_minutes += use->there_minutes;
}

static void add_use_total(Table *table, const UseRow *total) {
  TableRow *row = table_add_row(table, ROW_TOTAL);

  table_put_text(row, USE_NAME, say(table->language, "Total"));
  put_use(table, row, total);
}

static void add_rooms(Table *table, const Plan *plan, const LoadOfSpan *span) {
  UseRow total = {.taken_minutes = 0};

  table_add_heading(table, say(table->language, "Rooms"));
  for (int i = 0; i < plan->rooms_count; i++) {
    UseRow use = use_of_room(span, i);
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_put_text(row, USE_NAME, say_name(table->language, plan->rooms[i].name));
    put_use(table, row, &use);
    add_use(&total, &use);
  }
  add_use_total(table, &total);
}

static void add_people(Table *table, const Plan *plan, const LoadOfSpan *span) {
  UseRow total = {.taken_minutes = 0};

  table_add_heading(table, say(table->language, "People"));
  for (int i = 0; i < plan->staff_count; i++) {
    UseRow use = use_of_person(span, i);
    char *adds = load_adds_text(table->language, plan, span, i);
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_put_text(row, USE_NAME, say_name(table->language, plan->staff[i].name));
    put_use(table, row, &use);
    table_take_text(row, USE_ADDS, adds ? adds : g_strdup(""));
    add_use(&total, &use);
  }
  add_use_total(table, &total);
}

Table *table_load_use(Language language, const Study *study) {
  const LoadOfSpan *span = &study->results->load.span[LOAD_WHOLE];
  Table *table = new_table(language, study, load_find_use);

  table_add_column(table, COLUMN_TEXT, say(language, "Name"));
  add_kind_columns(table);
  table_add_column(table, COLUMN_HOURS, say(language, "Hours taken"));
  table_add_column(table, COLUMN_HOURS, say(language, "Hours there"));
  table_add_column(table, COLUMN_PERCENT, say(language, "Taken"));
  table_add_column(table, COLUMN_TEXT, say(language, "Adds"));
  add_rooms(table, study->plan, span);
  if (study->plan->staff_count > 0) {
    add_people(table, study->plan, span);
  }
  table->note = g_strdup(say(language, "With the deal, over the whole time. Turnover of rooms and "
                                       "rest of people included."));
  return table;
}

enum { CURVE_WEEK, CURVE_BEGIN, CURVE_VOUCHERS, CURVE_SO_FAR, CURVE_SHARE };

Table *table_load_curve(Language language, const Study *study) {
  Table *table = new_table(language, study, load_find_curve);
  g_autofree CurveFigures *curve = g_new(CurveFigures, 1);
  int64_t so_far = 0;
  TableRow *row;

  table_add_column(table, COLUMN_COUNT_OF, say(language, "Week"));
  table_add_column(table, COLUMN_DATE, say(language, "Begins"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Vouchers wanted"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "So far"));
  table_add_column(table, COLUMN_PERCENT, say(language, "Share so far"));
  curve_figures_fill(study->plan, study->results, curve);
  for (int week = 0; week < curve->week_count; week++) {
    row = table_add_row(table, ROW_NORMAL);
    so_far += curve->by_week[week];
    table_put_number(table, row, CURVE_WEEK, week + 1);
    table_put_number(table, row, CURVE_BEGIN, study->results->sale_date + week * 7);
    table_put_number(table, row, CURVE_VOUCHERS, curve->by_week[week]);
    table_put_number(table, row, CURVE_SO_FAR, so_far);
    put_fine_share(table, row, CURVE_SHARE, so_far, curve->vouchers);
  }
  row = table_add_row(table, ROW_TOTAL);
  table_put_text(row, CURVE_WEEK, say(language, "Total"));
  table_put_text(row, CURVE_BEGIN, "");
  table_put_number(table, row, CURVE_VOUCHERS, so_far);
  table_put_number(table, row, CURVE_SO_FAR, so_far);
  put_fine_share(table, row, CURVE_SHARE, so_far, curve->vouchers);
  table->note = g_strdup(say(language, "First visits by the day they are wanted, before anybody "
                                       "waits for a place."));
  return table;
}

static char *names_of_rooms(Language language, const Plan *plan, uint64_t rooms) {
  GString *text = g_string_new(NULL);

  for (int i = 0; i < plan->rooms_count; i++) {
    if (rooms >> i & 1) {
      g_string_append_printf(text, "%s%s", text->len ? ", " : "",
                             say_name(language, plan->rooms[i].name));
    }
  }
  return g_string_free(text, FALSE);
}

static char *names_of_people(Language language, const Plan *plan, uint32_t staff) {
  GString *text = g_string_new(NULL);

  for (int i = 0; i < plan->staff_count; i++) {
    if (staff >> i & 1) {
      g_string_append_printf(text, "%s%s", text->len ? ", " : "",
                             say_name(language, plan->staff[i].name));
    }
  }
  return g_string_free(text, FALSE);
}

enum { DAY_BEGIN, DAY_END, DAY_ROOMS, DAY_PEOPLE, DAY_KIND, DAY_SERVICE, DAY_NO_SHOW };

static void add_visit(Table *table, const Study *study, const YearVisit *visit) {
  const Plan *plan = study->plan;
  const PlanService *service = &plan->services[visit->service_index];
  Language language = table->language;
  int begin =
      study->results->timetable.day[visit->day].opening_minute + visit->start_slot * SLOT_MINUTES;
  TableRow *row = table_add_row(table, ROW_NORMAL);

  table_take_text(row, DAY_BEGIN, say_clock(language, begin));
  table_take_text(row, DAY_END, say_clock(language, begin + service->minutes));
  table_take_text(row, DAY_ROOMS, names_of_rooms(language, plan, visit->rooms));
  table_take_text(row, DAY_PEOPLE, names_of_people(language, plan, visit->staff));
  table_put_text(row, DAY_KIND, visit_kind_label(language, (VisitKind)visit->kind));
  table_put_text(row, DAY_SERVICE, say_name(language, service->name));
  table_put_text(row, DAY_NO_SHOW, visit->no_show ? say(language, "nobody came") : "");
}

Table *table_load_day(Language language, const Study *study) {
  Table *table = new_table(language, study, load_find_day);

  table_add_column(table, COLUMN_TEXT, say(language, "Begins at"));
  table_add_column(table, COLUMN_TEXT, say(language, "Ends at"));
  table_add_column(table, COLUMN_TEXT, say(language, "Room"));
  table_add_column(table, COLUMN_TEXT, say(language, "People"));
  table_add_column(table, COLUMN_TEXT, say(language, "Visit"));
  table_add_column(table, COLUMN_TEXT, say(language, "Service"));
  table_add_column(table, COLUMN_TEXT, say(language, "No-show"));
  for (int i = 0; i < study->day_visit_count; i++) {
    add_visit(table, study, &study->day_visits[i]);
  }
  return table;
}
