/* What the Bookings page says of the load: findings, explanations and tables, in both languages,
 * over many plans. Tables foot, and one visit more or less is noticed. */
#include <stdlib.h>
#include <string.h>

#include "model/store/plan-json.h"
#include "model/year/redemption.h"
#include "model/year/year-scratch.h"
#include "tests/books-said.h"
#include "tests/sample-load.h"
#include "tests/sample-risk.h"
#include "tests/varied-plans.h"
#include "ui/table/table-load.h"
#include "ui/words/load-words.h"

#define NB "\u00a0"
#define TITLE_LETTERS_MAX 135

typedef char *(*Sayer)(Language language, const Study *study);
typedef Table *(*Maker)(Language language, const Study *study);

static const Sayer finders[] = {load_find_hours, load_find_waits, load_find_use,
                                load_find_curve, load_find_day,   load_find_refused};
static const Sayer explainers[] = {load_explain_hours, load_explain_waits, load_explain_use,
                                   load_explain_curve, load_explain_day,   load_explain_refused};
static const Maker makers[] = {table_load_hours, table_load_waits, table_load_use,
                               table_load_curve, table_load_day,   table_refused};

static int64_t number_at(const Table *table, int row, int column) {
  const TableCell *cell = &table_row(table, row)->cell[column];

  g_assert_true(cell->has_number);
  return cell->number;
}

/* Of a column, the rows begin … end − 1 are the total of row `end`. */
static bool foots(const Table *table, int column, int begin, int end) {
  int64_t sum = 0;

  for (int i = begin; i < end; i++) {
    sum += number_at(table, i, column);
  }
  return table_row(table, end)->kind == ROW_TOTAL && sum == number_at(table, end, column);
}

/* --- who is refused ------------------------------------------------------------------------ */

static bool refused_is_right(const Study *study) {
  static const int counts[] = {1, 2, 4, 5, 6, 7};
  const Year *with = &study->results->with, *without = &study->results->without;
  g_autoptr(Table) table = table_refused(LANGUAGE_EN, study);
  int last = table_row_count(table) - 1;
  bool right = last == 17; /* twice a heading, seven weekdays and a total */

  for (size_t i = 0; i < G_N_ELEMENTS(counts) && right; i++) {
    right = foots(table, counts[i], 1, 8) && foots(table, counts[i], 10, 17);
  }
  for (int row = 1; row <= last && right; row++) {
    right = table_row(table, row)->kind == ROW_HEADING ||
            number_at(table, row, 4) + number_at(table, row, 5) == number_at(table, row, 2);
  }
  return right && number_at(table, last, 4) == with->regulars_refused &&
         number_at(table, last, 5) == with->returns_refused &&
         number_at(table, last, 1) ==
             (int64_t)with->regulars_wanted - with->replaced + with->returns_wanted &&
         number_at(table, last, 6) == without->regulars_wanted &&
         number_at(table, last, 7) == without->regulars_refused;
}

/* --- hours --------------------------------------------------------------------------------- */

static bool hours_are_right(const Study *study) {
  const LoadOfSpan *rush = &study->results->load.span[LOAD_RUSH];
  g_autoptr(Table) table = table_load_hours(LANGUAGE_EN, study);
  int last = table_row_count(table) - 1;
  int64_t sum[VISIT_KIND_COUNT + 2] = {0};
  bool right = true;

  for (int weekday = 0; weekday < 7; weekday++) {
    for (int hour = 0; hour < HOURS_A_DAY_MAX; hour++) {
      for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
        sum[kind] += rush->staff_minutes[kind][weekday][hour];
      }
      sum[VISIT_KIND_COUNT] += rush->shift_minutes[weekday][hour];
      sum[VISIT_KIND_COUNT + 1] += rush->refused[weekday][hour];
    }
  }
  for (int column = 2; column <= 7 && right; column++) {
    int64_t whole = sum[column < 6 ? column - 2 : VISIT_KIND_COUNT + 1];

    right = column == 6 /* the share */ ||
            (foots(table, column, 0, last) && number_at(table, last, column) == whole);
  }
  return right;
}

/* --- waits --------------------------------------------------------------------------------- */

static bool waits_are_right(const Study *study) {
  const Year *with = &study->results->with;
  const ConditionResult *wait = /* per 100,000, half up */
      &study->results->verdict.condition[CONDITION_WAIT];
  g_autoptr(Table) table = table_load_waits(LANGUAGE_EN, study);
  int last = table_row_count(table) - 1;
  int64_t placed = 0;
  Waits waits;

  waits_fill(study->plan, with, &waits);
  for (int day = 0; day < study->results->days; day++) {
    placed += with->wait_histogram[day];
  }
  for (int i = 0; i < waits.bin_count; i++) {
    if (waits.bin[i].begin <= waits.limit_days && waits.bin[i].end > waits.limit_days + 1) {
      return false; /* no line could stand at the limit */
    }
    if (waits.bin[i].begin != (i == 0 ? 0 : waits.bin[i - 1].end)) {
      return false;
    }
  }
  if (waits.never + waits.missed != with->vouchers_unserved ||
      (waits.asked > 0 && wait->value != (waits.within * INT64_C(200000) + waits.asked) /
                                             (2 * (int64_t)waits.asked))) {
    return false;
  }
  return foots(table, 1, 0, last) && waits.placed == placed &&
         number_at(table, last, 1) == with->vouchers_wanted &&
         number_at(table, last - 1, 1) == waits.never;
}

/* --- rooms and people ---------------------------------------------------------------------- */

static bool use_is_right(const Study *study, const Table *table) {
  const Plan *plan = study->plan;
  int rooms = plan->rooms_count, people = rooms + 2;
  bool right = table_row(table, 0)->kind == ROW_HEADING;

  for (int column = 1; column <= 5 && right; column++) {
    right = foots(table, column, 1, rooms + 1) &&
            (plan->staff_count == 0 ||
             foots(table, column, people + 1, people + plan->staff_count + 1));
  }
  for (int row = 1; row < table_row_count(table) && right; row++) { /* across */
    right = table_row(table, row)->kind == ROW_HEADING ||
            number_at(table, row, 1) + number_at(table, row, 2) + number_at(table, row, 3) ==
                number_at(table, row, 4);
  }
  for (int i = 0; i < plan->staff_count && right; i++) {
    right = (*table_row(table, people + 1 + i)->cell[7].text != '\0') ==
            plan->staff[i].accompanied_only;
  }
  return right;
}

/* --- the curve ----------------------------------------------------------------------------- */

/* Each week's end again, from the formula itself. */
static bool curve_is_right(const Study *study, const Table *table) {
  int days = study->results->timetable.promotion_days, last = table_row_count(table) - 1;
  int32_t vouchers = study->results->with.vouchers_wanted;

  for (int week = 0; week < last; week++) {
    double share =
        redemption_share(&study->plan->deal.curve, MIN(week + 1, days / 7.0), days / 7.0);

    if (number_at(table, week, 3) != (int64_t)(share * vouchers + 0.5 + 1e-9)) {
      return false;
    }
  }
  return foots(table, 2, 0, last) && number_at(table, last, 2) == vouchers;
}

/* --- what is said -------------------------------------------------------------------------- */

static void check_said(const Study *study) {
  for (size_t i = 0; i < G_N_ELEMENTS(finders); i++) {
    g_autofree char *english = finders[i](LANGUAGE_EN, study);
    g_autofree char *french = finders[i](LANGUAGE_FR, study);

    g_assert_true(is_well_written(LANGUAGE_EN, english));
    g_assert_true(is_well_written(LANGUAGE_FR, french));
    g_assert_cmpint(g_utf8_strlen(english, -1), <=, TITLE_LETTERS_MAX);
    g_assert_cmpint(g_utf8_strlen(french, -1), <=, TITLE_LETTERS_MAX);
    g_assert_cmpstr(english, !=, french);
  }
  for (size_t i = 0; i < G_N_ELEMENTS(explainers) && study->results->has_calendar; i++) {
    g_autofree char *english = explainers[i](LANGUAGE_EN, study);
    g_autofree char *french = explainers[i](LANGUAGE_FR, study);

    g_assert_true(is_well_written(LANGUAGE_EN, english));
    g_assert_true(is_well_written(LANGUAGE_FR, french));
    g_assert_cmpstr(english, !=, french);
  }
}

static void check_headings(const Study *study) {
  for (size_t i = 0; i < G_N_ELEMENTS(makers); i++) {
    g_autoptr(Table) english = makers[i](LANGUAGE_EN, study);
    g_autoptr(Table) french = makers[i](LANGUAGE_FR, study);

    g_assert_cmpint(english->column_count, ==, french->column_count);
    g_assert_cmpint(table_row_count(english), ==, table_row_count(french));
    for (int column = 0; column < english->column_count; column++) {
      bool service = makers[i] == table_load_day && column == 5;

      g_assert_true(service ||
                    strcmp(english->column[column].heading, french->column[column].heading) != 0);
    }
  }
}

static void check_plan(const VariedPlan *varied) {
  Study study = {.plan = &varied->plan, .results = &varied->results};
  g_autoptr(Table) curve = table_load_curve(LANGUAGE_EN, &study);

  check_said(&study);
  g_assert_true(curve_is_right(&study, curve));
  if (varied->results.has_calendar) {
    g_assert_true(refused_is_right(&study));
    g_assert_true(hours_are_right(&study));
    g_assert_true(waits_are_right(&study));
    g_autoptr(Table) use = table_load_use(LANGUAGE_EN, &study);

    g_assert_true(use_is_right(&study, use));
    check_headings(&study);
  }
}

static void test_many_plans(void) {
  varied_plans_each(g_test_quick() ? 40 : 400, check_plan);
}

/* --- made-up shapes and the example -------------------------------------------------------- */

typedef struct {
  Plan plan;
  Results results;
  YearVisit visits[SAMPLE_VISITS_MAX];
  Study study;
} Sample;

static Sample *sample_new(ResultsShape shape) {
  Sample *sample = g_new0(Sample, 1);

  sample_results_fill(shape, &sample->plan, &sample->results);
  sample->study = (Study){.plan = &sample->plan, .results = &sample->results};
  sample_day_fill(shape, sample->visits, &sample->study);
  return sample;
}

static void test_shapes(void) {
  for (int shape = 0; shape < SHAPE_COUNT; shape++) {
    g_autofree Sample *sample = sample_new((ResultsShape)shape);

    check_said(&sample->study);
    if (sample->results.has_calendar) {
      check_headings(&sample->study);
    }
  }
}

static void assert_finds(Sayer find, Language language, const Study *study, const char *expected) {
  g_autofree char *text = find(language, study);

  g_assert_cmpstr(text, ==, expected);
}

/* Fridays from 17:00 on: refused until nothing is left of three quarters. */
static void test_hours_findings(void) {
  g_autofree Sample *sample = sample_new(SHAPE_QUIET);
  LoadOfSpan *rush = &sample->results.load.span[LOAD_RUSH];

  memset(rush->staff_minutes, 0, sizeof rush->staff_minutes);
  for (int hour = 17; hour < 20; hour++) {
    rush->staff_minutes[VISIT_REGULAR][4][hour] = rush->shift_minutes[4][hour] - hour;
  }
  assert_finds(load_find_hours, LANGUAGE_EN, &sample->study,
               "Nobody is refused in the first 8 weeks; fullest are Fridays from 17:00 to 18:00, "
               "99% taken");
  rush->refused[4][17] = 10;
  rush->refused[4][18] = 11;
  rush->refused[4][19] = 10;
  rush->refused[4][11] = 4;
  rush->refused[0][11] = 30;
  assert_finds(load_find_hours, LANGUAGE_EN, &sample->study,
               "Fridays from 17:00 to 20:00 are full in the first 8 weeks: 31 requests refused");
  assert_finds(load_find_hours, LANGUAGE_FR, &sample->study,
               "Les vendredis de 17" NB "h" NB "00 à 20" NB "h" NB
               "00 sont complets les 8 premières semaines" NB ": 31 demandes refusées");
  rush->staff_minutes[VISIT_REGULAR][4][18] /= 2;
  assert_finds(load_find_hours, LANGUAGE_EN, &sample->study,
               "65 requests refused in the first 8 weeks, most on Fridays; Fridays from 17:00 to "
               "18:00 are 99% taken");
  memset(rush->refused, 0, sizeof rush->refused);
  rush->refused[5][11] = 1;
  assert_finds(load_find_hours, LANGUAGE_EN, &sample->study,
               "1 request refused in the first 8 weeks, on a Saturday; Fridays from 17:00 to 18:00 "
               "are 99% taken");
  rush->days = 5;
  assert_finds(load_find_hours, LANGUAGE_FR, &sample->study,
               "1 demande refusée la première semaine, un samedi; les vendredis de 17" NB "h" NB
               "00 à 18" NB "h" NB "00 sont pris à 99" NB "%");
  memset(rush->shift_minutes, 0, sizeof rush->shift_minutes);
  assert_finds(load_find_hours, LANGUAGE_EN, &sample->study,
               "Nobody is on shift in the first weeks");
}

static void test_refused_findings(void) {
  g_autofree Sample *sample = sample_new(SHAPE_QUIET);
  LoadFigures *figures = &sample->results.load_figures[LOAD_WHOLE];
  int32_t *wanted = sample->results.load.span[LOAD_WHOLE].wanted;

  memset(wanted, 0, 7 * sizeof *wanted);
  wanted[5] = 1200;
  *figures = (LoadFigures){.most_refused_weekday = 5, .refused_visits = {0, 1}};
  assert_finds(load_find_refused, LANGUAGE_EN, &sample->study,
               "1 of 1,200 requests at full price is refused, on a Saturday; without the deal 0");
  figures->refused_visits[1] = 2;
  assert_finds(load_find_refused, LANGUAGE_FR, &sample->study,
               "2 demandes au plein prix sur 1" NB "200 sont refusées, surtout les samedis; sans "
               "l’offre 0");
}

/* The plan year is called too kind where nothing is known better, or where it is. */
static void test_too_kind(void) {
  g_autofree Sample *sample = sample_new(SHAPE_SPA);
  g_autofree Risk *risk = g_new0(Risk, 1);
  RiskSpread *spread = risk->sample[RISK_ALL].spread;
  const Year *year = &sample->results.with;
  int64_t refused = (int64_t)year->regulars_refused + year->returns_refused;

  g_assert_true(load_is_too_kind(&sample->study, KIND_ON_REFUSALS));
  g_assert_true(load_is_too_kind(&sample->study, KIND_ON_WAITS));
  sample_risk_fill(RISK_SHAPE_USUAL, &sample->plan, &sample->results, risk);
  sample->study.risk = risk;
  for (int more = 0; more < 2; more++) {
    spread[RISK_REFUSED].mean_milli = refused * 1000 + more;
    spread[RISK_WAIT_P95_DAYS].mean_milli = year->wait_p95_days * INT64_C(1000);
    spread[RISK_WAIT_MAX_DAYS].mean_milli = year->wait_max_days * INT64_C(1000) + more;
    for (size_t i = 0; i < 3; i++) { /* of refusals, hours, waits */
      static const Maker told[] = {table_refused, table_load_hours, table_load_waits};
      static const Sayer explained[] = {load_explain_refused, load_explain_hours,
                                        load_explain_waits};
      g_autoptr(Table) table = told[i](LANGUAGE_EN, &sample->study);
      g_autofree char *text = explained[i](LANGUAGE_EN, &sample->study);

      g_assert_cmpint(strstr(table->note, "too kind") != NULL, ==, more);
      g_assert_cmpint(strstr(text, "too kind") != NULL, ==, more);
    }
  }
}

static void test_waits_findings(void) {
  static const struct {
    int32_t p50, p95, longest, same_day, later, never;
    const char *english, *french;
  } cases[] = {
      {0, 5, 10, 180, 175, 0,
       "Half get the day they want; 19 in 20 within 5 days; the last waits 10 days",
       "La moitié obtient le jour voulu, 19 sur 20 en 5 jours; le dernier attend 10 jours"},
      {0, 5, 7, 248, 107, 0,
       "7 in 10 get the day they want; 19 in 20 within 5 days; the last waits 7 days",
       "7 sur 10 obtiennent le jour voulu, 19 sur 20 en 5 jours; le dernier attend 7 jours"},
      {0, 5, 7, 337, 18, 0,
       "About 9 in 10 get the day they want; 19 in 20 within 5 days; the last waits 7 days",
       "Environ 9 sur 10 obtiennent le jour voulu, 19 sur 20 en 5 jours; le dernier attend 7 "
       "jours"},
      {0, 0, 1, 9, 0, 1,
       "19 in 20 get the day they want; the last waits 1 day; 1 voucher never gets a "
       "place",
       "19 sur 20 obtiennent le jour voulu; le dernier attend 1 jour; 1 bon n’obtient jamais de "
       "place"},
      {20, 86, 129, 0, 1241, 37,
       "Half wait at most 20 days, 19 in 20 at most 86 days; the last waits 129 days; 37 vouchers "
       "never get a place",
       "La moitié attend au plus 20 jours, 19 sur 20 au plus 86 jours; le dernier attend 129 "
       "jours; "
       "37 bons n’obtiennent jamais de place"},
      {0, 0, 0, 7, 0, 0, "Every voucher gets the day it is wanted",
       "Chaque bon obtient le jour voulu"},
      {0, 0, 0, 0, 0, 0, "No voucher is used in the plan year",
       "Aucun bon n’est utilisé dans l’année prévue"},
      {0, 0, 0, 0, 0, 4, "Nobody gets a place in time: 4 vouchers",
       "Personne n’obtient de place à temps" NB ": 4 bons"},
  };
  g_autofree Sample *sample = sample_new(SHAPE_QUIET);
  Year *year = &sample->results.with;

  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    memset(year->wait_histogram, 0, sizeof year->wait_histogram);
    year->wait_histogram[0] = cases[i].same_day;
    year->wait_histogram[4] = cases[i].later;
    year->wait_p50_days = cases[i].p50;
    year->wait_p95_days = cases[i].p95;
    year->wait_max_days = cases[i].longest;
    year->vouchers_unserved = cases[i].never;
    year->vouchers_wanted = cases[i].same_day + cases[i].later + cases[i].never;
    assert_finds(load_find_waits, LANGUAGE_EN, &sample->study, cases[i].english);
    assert_finds(load_find_waits, LANGUAGE_FR, &sample->study, cases[i].french);
  }
}

/* The simulated years are added to what the plan year says, where there are some. */
static void test_simulated_waits(void) {
  g_autofree Sample *sample = sample_new(SHAPE_SPA);
  g_autofree Risk *risk = g_new0(Risk, 1);
  g_autofree char *without = load_explain_waits(LANGUAGE_EN, &sample->study);
  g_autofree char *none = NULL;
  g_autofree char *with = NULL;
  RiskSpread *spread = risk->sample[RISK_ALL].spread;

  sample_risk_fill(RISK_SHAPE_USUAL, &sample->plan, &sample->results, risk);
  sample->study.risk = risk;
  spread[RISK_WAIT_P50_DAYS].percentile[RISK_P90] = 0;
  spread[RISK_WAIT_P95_DAYS].percentile[RISK_P90] = 8;
  spread[RISK_WAIT_MAX_DAYS].percentile[RISK_P90] = 123;
  with = load_explain_waits(LANGUAGE_EN, &sample->study);
  g_assert_null(strstr(without, "simulated"));
  g_assert_nonnull(strstr(with, "and the last waits at most 123 days"));
  g_assert_true(is_well_written(LANGUAGE_EN, with));
  assert_finds(load_simulated_waits, LANGUAGE_EN, &sample->study,
               "9 years in 10 half get the day they want, 19 in 20 within 8 days, and the last "
               "waits at most 123 days (10,000 simulated years, each figure by itself).");
  assert_finds(load_simulated_waits, LANGUAGE_FR, &sample->study,
               "9 années sur 10, la moitié obtient le jour voulu, 19 sur 20 en 8 jours, et le "
               "dernier attend au plus 123 jours (10" NB "000 années simulées, chaque chiffre à "
               "part).");
  spread[RISK_WAIT_P50_DAYS].percentile[RISK_P90] = 1;
  assert_finds(load_simulated_waits, LANGUAGE_EN, &sample->study,
               "9 years in 10 half wait at most 1 day, 19 in 20 at most 8 days, and the last at "
               "most 123 days (10,000 simulated years, each figure by itself).");
  spread[RISK_USED].highest = 0;
  none = load_simulated_waits(LANGUAGE_EN, &sample->study);
  g_assert_null(none);
}

static void test_use_findings(void) {
  g_autofree Sample *sample = sample_new(SHAPE_QUIET);
  LoadFigures *figures = &sample->results.load_figures[LOAD_WHOLE];
  int64_t there = load_there_minutes(&sample->results.load_without.span[LOAD_WHOLE]);

  figures->idle_without_minutes = there * 61 / 100;
  figures->idle_filled_minutes = figures->idle_without_minutes * 9 / 100;
  assert_finds(load_find_use, LANGUAGE_EN, &sample->study,
               "Without the deal 61% of the hours on shift are idle; the deal fills 9% of them");
  assert_finds(load_find_use, LANGUAGE_FR, &sample->study,
               "Sans l’offre, 61" NB "% des heures à l’horaire sont libres; l’offre en remplit 9" NB
               "%");
  figures->idle_filled_minutes = figures->idle_without_minutes / 300;
  assert_finds(
      load_find_use, LANGUAGE_EN, &sample->study,
      "Without the deal 61% of the hours on shift are idle; the deal fills less than 1% of "
      "them");
  figures->idle_filled_minutes = -5;
  assert_finds(load_find_use, LANGUAGE_EN, &sample->study,
               "Without the deal 61% of the hours on shift are idle; the deal fills none of them");
  sample->plan.services[0].staff_needed = 0;
  assert_finds(load_find_use, LANGUAGE_EN, &sample->study,
               "Without the deal 61% of the rooms’ hours are idle; the deal fills none of them");
}

/* The table of domain §8: 60 days and the last four weeks of each preset. */
static void test_curve_findings(void) {
  static const char *const expected[CURVE_COUNT] = {
      "60 of 100 used vouchers come in the first two months, 13 in the last four weeks",
      "41 of 100 used vouchers come in the first two months, 19 in the last four weeks",
      "18 of 100 used vouchers come in the first two months, 46 in the last four weeks"};
  g_autofree Sample *sample = sample_new(SHAPE_SPA);

  for (int i = 0; i < CURVE_COUNT; i++) {
    sample->plan.deal.curve = redemption_preset((CurvePreset)i);
    sample->results.timetable.promotion_days = 364;
    assert_finds(load_find_curve, LANGUAGE_EN, &sample->study, expected[i]);
  }
  sample->results.timetable.promotion_days = 40;
  sample->plan.deal.curve = redemption_preset(CURVE_LATE);
  assert_finds(load_find_curve, LANGUAGE_EN, &sample->study,
               "Half of the used vouchers come in the first 26 days");
  sample->results.with.vouchers_wanted = 0;
  assert_finds(load_find_curve, LANGUAGE_EN, &sample->study, "No voucher is used in the plan year");
  sample->results.timetable.promotion_days = 0;
  assert_finds(load_find_curve, LANGUAGE_EN, &sample->study, "The promotion has no day yet");
}

/* The visits found are those of the year: their counts by kind, the no-shows apart. */
static void test_day(void) {
  g_autofree Sample *sample = sample_new(SHAPE_EXAMPLE);
  const YearDay *day = &sample->results.with.day[sample->study.day_index];
  g_autoptr(Table) table = table_load_day(LANGUAGE_EN, &sample->study);
  DayFigures figures;

  g_assert_true(day_figures_fill(&sample->study, &figures));
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    g_assert_cmpint(figures.by_kind[kind], ==, day->visits[kind]);
  }
  g_assert_cmpint(figures.no_shows, ==, day->deal_no_shows);
  g_assert_cmpint(table_row_count(table), ==, sample->study.day_visit_count);
  assert_finds(load_find_day, LANGUAGE_FR, &sample->study,
               "Vendredi 13 février 2026" NB ": 17 visites, dont 10 de l’offre; 6 demandes "
               "refusées");
  sample->results.with.day[sample->study.day_index].refused[VISIT_REGULAR] = 0;
  sample->results.with.day[sample->study.day_index].refused[VISIT_RETURNING] = 0;
  assert_finds(load_find_day, LANGUAGE_EN, &sample->study,
               "Friday, February 13, 2026: 17 visits, 10 from the deal; nobody refused");
  sample->results.timetable.day[sample->study.day_index].open = false;
  assert_finds(load_find_day, LANGUAGE_EN, &sample->study, "Friday, February 13, 2026: closed");
  sample->study.day_visits = NULL;
  assert_finds(load_find_day, LANGUAGE_EN, &sample->study, "Choose a day on the calendar");
}

/* One visit, one voucher or one minute more, and the tables no longer agree. */
static void test_checks_can_fail(void) {
  g_autofree Sample *sample = sample_new(SHAPE_EXAMPLE);
  const Study *study = &sample->study;
  Results *results = &sample->results;
  g_autoptr(Table) use = table_load_use(LANGUAGE_EN, study);
  g_autoptr(Table) curve = table_load_curve(LANGUAGE_EN, study);

  g_assert_true(refused_is_right(study));
  results->load.span[LOAD_WHOLE].wanted_refused[2]++;
  g_assert_false(refused_is_right(study));
  results->load.span[LOAD_WHOLE].wanted_refused[2]--;
  results->with.day[3].refused[VISIT_RETURNING]++;
  g_assert_false(refused_is_right(study));
  g_assert_true(hours_are_right(study));
  results->load.span[LOAD_RUSH].refused[4][3]++; /* before the first opening: in no column */
  g_assert_false(hours_are_right(study));
  g_assert_true(waits_are_right(study));
  results->with.wait_histogram[results->days - 1]++; /* after the longest wait: in no bin */
  g_assert_false(waits_are_right(study));
  g_assert_true(use_is_right(study, use));
  g_array_index(use->rows, TableRow, 2).cell[4].number++;
  g_assert_false(use_is_right(study, use));
  g_assert_true(curve_is_right(study, curve));
  g_array_index(curve->rows, TableRow, 1).cell[3].number--;
  g_assert_false(curve_is_right(study, curve));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/load-words/many-plans", test_many_plans);
  g_test_add_func("/load-words/shapes", test_shapes);
  g_test_add_func("/load-words/hours", test_hours_findings);
  g_test_add_func("/load-words/refused", test_refused_findings);
  g_test_add_func("/load-words/too-kind", test_too_kind);
  g_test_add_func("/load-words/waits", test_waits_findings);
  g_test_add_func("/load-words/simulated-waits", test_simulated_waits);
  g_test_add_func("/load-words/use", test_use_findings);
  g_test_add_func("/load-words/curve", test_curve_findings);
  g_test_add_func("/load-words/day", test_day);
  g_test_add_func("/load-words/checks-can-fail", test_checks_can_fail);
  return g_test_run();
}
