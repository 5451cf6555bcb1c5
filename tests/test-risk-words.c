/* What the words say of simulated years: chances as people count them, figures in two digits,
 * bands, luck apart from what is not known; at their edges, in both languages. */
#include <math.h>
#include <string.h>

#include "tests/sample-results.h"
#include "tests/sample-risk.h"
#include "ui/table/table.h"
#include "ui/words/risk-words.h"

#define NBSP "\u00a0"

static Plan *plan;
static Results *results;

static void assert_text(char *text, const char *expected) {
  g_autofree char *taken = text;
  g_assert_cmpstr(taken, ==, expected);
}

static void assert_holds(const char *text, const char *part) {
  if (!strstr(text, part))
    g_error("“%s” is not in “%s”", part, text);
}

static void assert_holds_not(const char *text, const char *part) {
  if (strstr(text, part))
    g_error("“%s” is in “%s”", part, text);
}

static void test_two_digits(void) {
  static const struct {
    int64_t exact, about;
  } counts[] = {{0, 0},
                {7, 7},
                {-7, -7},
                {42, 42},
                {99, 99},
                {100, 100},
                {104, 100},
                {105, 110},
                {-105, -110},
                {994, 990},
                {995, 1000},
                {999, 1000},
                {12499, 12000},
                {12500, 13000},
                {INT64_MAX, INT64_C(9200000000000000000)},
                {INT64_MIN, -INT64_C(9200000000000000000)}};
  static const struct {
    int64_t cents, about;
  } money[] = {{0, 0},
               {49, 0},
               {50, 100},
               {-50, -100},
               {949, 900},
               {999, 1000},
               {1000, 1000},
               {1049, 1000},
               {1050, 1100},
               {99499, 99000},
               {99500, 100000},
               {482887, 480000},
               {-482887, -480000},
               {485000, 490000},
               {-485000, -490000},
               {99999999999, 100000000000}};
  static const struct {
    int64_t rate, about;
  } rates[] = {{0, 0},         {49, 0},          {50, 100},      {3249, 3200},
               {9949, 9900},   {9950, 10000},    {10499, 10000}, {10500, 11000},
               {94960, 95000}, {100000, 100000}, {-3250, -3300}};
  for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
    g_assert_cmpint(about_count(counts[i].exact), ==, counts[i].about);
  for (size_t i = 0; i < G_N_ELEMENTS(money); i++)
    g_assert_cmpint(about_cents(money[i].cents), ==, money[i].about);
  for (size_t i = 0; i < G_N_ELEMENTS(rates); i++)
    g_assert_cmpint(about_per_100k(rates[i].rate), ==, rates[i].about);
}

/* Never further than half a unit of the second digit, and nothing after it. */
static void test_two_digits_of_many(void) {
  uint64_t number = 88172645463325252U;
  for (int i = 0; i < 20000; i++) {
    number ^= number << 13;
    number ^= number >> 7;
    number ^= number << 17;
    int64_t exact = (int64_t)(number >> (1 + i % 60)), about = about_count(exact), step = 1;
    while (exact / step >= 100)
      step *= 10;
    g_assert_cmpint(about % step, ==, 0);
    g_assert_cmpint(llabs(about - exact) * 2, <=, step);
    g_assert_cmpint(about_count(-exact), ==, -about);
    g_assert_cmpint(about_count(about), ==, about);
  }
}

static void test_about(void) {
  assert_text(say_money_about(LANGUAGE_EN, 482887), "about $4,800");
  assert_text(say_money_about(LANGUAGE_FR, 482887), "environ 4" NBSP "800" NBSP "$");
  assert_text(say_money_about(LANGUAGE_EN, -214999), "about -$2,100");
  assert_text(say_money_about(LANGUAGE_EN, 0), "$0");
  assert_text(say_money_about(LANGUAGE_FR, 20), "environ 0" NBSP "$");
  assert_text(say_change_about(LANGUAGE_EN, 344999), "about +$3,400");
  assert_text(say_change_about(LANGUAGE_FR, -344999), "environ -3" NBSP "400" NBSP "$");
  assert_text(say_count_about(LANGUAGE_EN, 163), "about 160");
  assert_text(say_count_about(LANGUAGE_FR, 1089), "environ 1" NBSP "100");
  assert_text(say_count_about(LANGUAGE_EN, 0), "0");
  assert_text(say_milli_about(LANGUAGE_EN, 163080), "about 160");
  assert_text(say_milli_about(LANGUAGE_FR, 4710), "environ 4,7");
  assert_text(say_milli_about(LANGUAGE_EN, 82), "about 0.1");
  assert_text(say_milli_about(LANGUAGE_EN, 49), "less than 0.1");
  assert_text(say_milli_about(LANGUAGE_EN, 0), "0");
  assert_text(say_percent_about(LANGUAGE_EN, 3249), "about 3.2%");
  assert_text(say_percent_about(LANGUAGE_FR, 41711), "environ 42" NBSP "%");
  assert_text(say_vouchers_about(LANGUAGE_EN, 359), "about 350 vouchers");
  assert_text(say_vouchers_about(LANGUAGE_FR, 1999), "environ 1" NBSP "990 bons");
  assert_text(say_vouchers_about(LANGUAGE_EN, 9), "fewer than 10 vouchers");
  assert_text(say_vouchers_about(LANGUAGE_EN, 0), "no voucher");
}

static void test_chances(void) {
  static const struct {
    int32_t share_per_100k;
    int years;
    const char *english;
  } cases[] = {
      {0, 10000, "never in 10,000 simulated years"},
      {0, 1, "never in 1 simulated year"},
      {100000, 250, "every time in 250 simulated years"},
      {100000, 1, "every time in 1 simulated year"},
      {10, 10000, "1 time in 10,000"},
      {20, 10000, "1 time in 5,000"},
      {1000, 10000, "1 time in 100"},
      {5000, 10000, "1 time in 20"},
      {4600, 10000, "1 time in 20"},
      {4400, 10000, "about 1 time in 20"},
      {10000, 10000, "1 time in 10"},
      {12000, 10000, "about 1 time in 10"},
      {20000, 10000, "1 time in 5"},
      {25000, 10000, "1 time in 4"},
      {30000, 10000, "3 times in 10"},
      {33300, 10000, "1 time in 3"},
      {40000, 10000, "4 times in 10"},
      {40300, 10000, "4 times in 10"},
      {42070, 10000, "about 4 times in 10"},
      {46000, 10000, "about 1 time in 2"},
      {50000, 10000, "1 time in 2"},
      {50001, 10000, "1 time in 2"},
      {59600, 10000, "6 times in 10"},
      {66700, 10000, "2 times in 3"},
      {75000, 10000, "3 times in 4"},
      {80000, 10000, "4 times in 5"},
      {90000, 10000, "9 times in 10"},
      {95000, 10000, "19 times in 20"},
      {99000, 10000, "all but 1 time in 100"},
      {99990, 10000, "all but 1 time in 10,000"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    RiskChance chance = {true, cases[i].share_per_100k, 490};
    assert_text(chance_text(LANGUAGE_EN, &chance, cases[i].years), cases[i].english);
  }
  RiskChance none = {true, 0, 10}, all = {true, 100000, 10}, third = {true, 33300, 10};
  assert_text(chance_text(LANGUAGE_FR, &none, 10000), "jamais en 10" NBSP "000 années simulées");
  assert_text(chance_text(LANGUAGE_FR, &all, 1), "chaque fois en 1 année simulée");
  assert_text(chance_text(LANGUAGE_FR, &third, 10000), "1 fois sur 3");
}

/* Is the number said that of the share: not far from it on the rarer side, and near it when it is
 * not said to be "about" it? */
static bool share_is_said(const char *text, int32_t share_per_100k) {
  if (g_str_has_prefix(text, "all but "))
    return share_is_said(text + strlen("all but "), 100000 - share_per_100k);
  bool is_about = g_str_has_prefix(text, "about ");
  g_auto(GStrv) parts = g_strsplit_set(is_about ? text + 6 : text, " ", 4); /* 4 times in 10 */
  g_auto(GStrv) times = g_strsplit(parts[0], ",", 2), of = g_strsplit(parts[3], ",", 2);
  g_autofree char *times_digits = g_strconcat(times[0], times[1], NULL);
  g_autofree char *of_digits = g_strconcat(of[0], of[1], NULL);
  double said = 100000 * g_ascii_strtod(times_digits, NULL) / g_ascii_strtod(of_digits, NULL);
  double rarer = MIN(share_per_100k, 100000 - share_per_100k);
  double said_rarer = MIN(said, 100000 - said), away = fabs(said - share_per_100k);
  return said_rarer > rarer / 1.6 && said_rarer < rarer * 1.6 && away <= 5000 &&
         (is_about || away <= MIN(1000, rarer / 10) + 1e-6);
}

static void test_chances_of_all_shares(void) {
  for (int32_t share = 10; share < 100000; share += 10) {
    RiskChance chance = {true, share, 100};
    g_autofree char *text = chance_text(LANGUAGE_EN, &chance, 10000);
    if (!share_is_said(text, share))
      g_error("%d per 100,000 is not “%s”", share, text);
  }
  g_assert_true(share_is_said("about 4 times in 10", 42000));
  g_assert_false(share_is_said("4 times in 10", 42000));
  g_assert_true(share_is_said("all but 1 time in 100", 99000));
  g_assert_false(share_is_said("all but 1 time in 100", 98000));
  g_assert_false(share_is_said("about 1 time in 20", 10000));
  g_assert_false(share_is_said("about 9 times in 10", 97000));
}

static void test_errors(void) {
  RiskChance chance = {true, 40304, 490}, sure = {true, 0, 1}, rough = {true, 100000, 1000};
  assert_text(chance_detail(LANGUAGE_EN, &chance, 10000),
              "40.3% of 10,000 simulated years, ± 0.5 points");
  assert_text(chance_detail(LANGUAGE_FR, &chance, 10000),
              "40,3" NBSP "% de 10" NBSP "000 années simulées, ± 0,5 point");
  assert_text(chance_error_text(LANGUAGE_EN, sure.error_per_100k), "± 0.1 points");
  assert_text(chance_error_text(LANGUAGE_EN, rough.error_per_100k), "± 1 point");
  assert_text(chance_error_text(LANGUAGE_EN, 1001), "± 1.1 points");
  assert_text(chance_error_text(LANGUAGE_EN, 33000), "± 33 points");
}

static Risk *risk_of(RiskShape shape) {
  Risk *risk = g_new0(Risk, 1);
  sample_risk_fill(shape, plan, results, risk);
  return risk;
}

static void test_conditions(void) {
  g_autofree Risk *risk = risk_of(RISK_SHAPE_USUAL);
  RiskChance *breaks = risk->sample[RISK_ALL].breaks;
  breaks[CONDITION_WAIT].share_per_100k = 33400;
  assert_text(risk_condition_text(LANGUAGE_EN, plan, risk, CONDITION_WAIT),
              "Too many deal clients get no place within your limit of 21 days: 1 time in 3.");
  breaks[CONDITION_WAIT].share_per_100k = 0;
  assert_text(
      risk_condition_text(LANGUAGE_EN, plan, risk, CONDITION_WAIT),
      "Too many deal clients get no place within your limit of 21 days: never in 10,000 simulated "
      "years.");
  assert_text(
      risk_condition_text(LANGUAGE_FR, plan, risk, CONDITION_WAIT),
      "Trop de clients de l’offre n’obtiennent pas de place dans votre limite de 21 jours" NBSP
      ": jamais en 10" NBSP "000 années simulées.");
  breaks[CONDITION_CASH_FLOOR].share_per_100k = 100000;
  assert_text(risk_condition_text(LANGUAGE_EN, plan, risk, CONDITION_CASH_FLOOR),
              "The balance falls under your minimum of $3,000: every time in 10,000 simulated "
              "years.");
  breaks[CONDITION_CASH_FLOOR].share_per_100k = 99900;
  assert_text(risk_condition_text(LANGUAGE_EN, plan, risk, CONDITION_CASH_FLOOR),
              "The balance falls under your minimum of $3,000: all but 1 time in 1,000.");
  risk->sample[RISK_ALL].breaks_any.share_per_100k = 99900;
  assert_text(risk_any_text(LANGUAGE_FR, risk),
              "Au moins une de vos conditions n’est pas respectée" NBSP
              ": toujours, sauf 1 fois sur 1" NBSP "000.");
  breaks[CONDITION_REFUSED].applies = false;
  g_assert_null(risk_condition_text(LANGUAGE_EN, plan, risk, CONDITION_REFUSED));
  breaks[CONDITION_REFUSED].applies = true;
  risk->sample[RISK_ALL].breaks_any.applies = false;
  g_assert_null(risk_any_text(LANGUAGE_EN, risk));
  assert_text(risk_loss_text(LANGUAGE_EN, risk), "The deal loses money about 4 times in 10.");
  assert_text(risk_loss_short(LANGUAGE_EN, risk), "loses about 4 times in 10");
  g_autofree Risk *earns = risk_of(RISK_SHAPE_EARNS), *loses = risk_of(RISK_SHAPE_LOSES);
  assert_text(risk_loss_short(LANGUAGE_EN, earns), "never loses");
  assert_text(risk_loss_short(LANGUAGE_FR, loses), "perd chaque fois");
}

static void test_findings(void) {
  g_autofree Risk *risk = risk_of(RISK_SHAPE_USUAL);
  Study study = {.plan = plan, .results = results, .risk = risk};
  RiskOfSample *all = &risk->sample[RISK_ALL];
  int64_t *result = all->spread[RISK_RESULT_CENTS].percentile;
  int64_t *lowest = all->spread[RISK_LOWEST_CENTS].percentile;
  all->loss.share_per_100k = 40100;
  result[RISK_P5] = -480000;
  result[RISK_P25] = -210400;
  result[RISK_P75] = 339900;
  result[RISK_P95] = 1049999;
  lowest[RISK_P10] = 480100;
  assert_text(finding_spread(LANGUAGE_EN, &study),
              "The deal loses money 4 times in 10; 1 time in 2 the result is between about "
              "-$2,100 and about +$3,400");
  assert_text(risk_range_text(LANGUAGE_EN, risk),
              "1 time in 2 the result is between about -$2,100 and about +$3,400, 9 times in 10 "
              "between about -$4,800 and about +$10,000.");
  assert_text(finding_fan(LANGUAGE_EN, &study),
              "9 times in 10 the balance stays above about $4,800");
  assert_text(finding_fan(LANGUAGE_FR, &study),
              "9 fois sur 10 le solde reste supérieur à environ 4" NBSP "800" NBSP "$");
  lowest[RISK_P10] = -99500;
  all->breaks[CONDITION_CASH_FLOOR].share_per_100k = 24800;
  assert_text(finding_fan(LANGUAGE_EN, &study),
              "Balance under your minimum: 1 time in 4; 9 times in 10 it stays above about "
              "-$1,000");
  all->breaks[CONDITION_CASH_FLOOR].applies = false; /* broken without the deal too */
  assert_text(finding_fan(LANGUAGE_EN, &study),
              "9 times in 10 the balance stays above about -$1,000");
  all->breaks[CONDITION_REFUSED].applies = false; /* no rooms */
  assert_text(risk_loss_text(LANGUAGE_EN, risk), "The campaign alone loses money 4 times in 10.");
  assert_text(risk_loss_text(LANGUAGE_FR, risk),
              "La campagne seule perd de l’argent 4 fois sur 10.");
  assert_text(finding_spread(LANGUAGE_EN, &study),
              "The campaign alone loses money 4 times in 10; 1 time in 2 the result is between "
              "about -$2,100 and about +$3,400");
  all->breaks[CONDITION_REFUSED].applies = true;
  all->loss.share_per_100k = 0;
  result[RISK_P25] = result[RISK_P75] = 120000; /* all years alike */
  assert_text(finding_spread(LANGUAGE_EN, &study),
              "The deal never loses money in 10,000 simulated years; 1 time in 2 the result is "
              "about +$1,200");
}

static void test_luck(void) {
  g_autofree Risk *risk = risk_of(RISK_SHAPE_USUAL);
  g_autofree char *both = risk_luck_text(LANGUAGE_EN, plan, risk);
  int64_t *alone = risk->sample[RISK_LUCK].spread[RISK_RESULT_CENTS].percentile;
  const int64_t *all = risk->sample[RISK_ALL].spread[RISK_RESULT_CENTS].percentile;
  assert_holds(both, "about a third as wide");
  assert_holds(both, "vouchers sold");
  alone[RISK_P5] = all[RISK_P5];
  alone[RISK_P95] = all[RISK_P95];
  g_autofree char *same = risk_luck_text(LANGUAGE_EN, plan, risk);
  assert_holds(same, "nearly all of it is luck");
  alone[RISK_P95] = alone[RISK_P5];
  g_autofree char *none = risk_luck_text(LANGUAGE_EN, plan, risk);
  assert_holds(none, "less than a tenth");
  risk->input_count = 0;
  assert_text(risk_luck_text(LANGUAGE_EN, plan, risk),
              "All of this is luck: no value of your plan has a range.");
  g_autofree Risk *luck = risk_of(RISK_SHAPE_LUCK), *first = risk_of(RISK_SHAPE_FIRST);
  g_autofree char *alone_text = risk_luck_text(LANGUAGE_EN, plan, luck);
  g_autofree char *first_text = risk_luck_text(LANGUAGE_EN, plan, first);
  assert_holds(alone_text, "Luck alone");
  assert_holds(first_text, "vary with the luck");
  assert_text(risk_details_text(LANGUAGE_EN, first),
              "250 simulated years of 10,000 so far, seed 1");
  assert_text(risk_details_text(LANGUAGE_EN, luck), "10,000 simulated years of luck alone, seed 1");
}

typedef Table *(*Maker)(Language language, const Study *study);

/* The first four stand on the page before there are simulated years. */
static const Maker makers[] = {table_chances,          table_percentiles, table_simulated_years,
                               table_uncertain_inputs, table_fan,         table_spread};

/* Likely and mean are different numbers, and both are said. */
static void test_inputs(void) {
  g_autofree Risk *risk = risk_of(RISK_SHAPE_USUAL);
  Study study = {.plan = plan, .results = results, .risk = risk};
  g_autofree char *text = explain_risk(LANGUAGE_EN, &study);
  g_autofree char *french = explain_risk(LANGUAGE_FR, &study);
  assert_holds(text, "from 10% to 60%, most likely 20%, on average 25%");
  assert_holds(french, "en moyenne 25" NBSP "%");
  assert_holds(text, "seed 1");
  assert_holds(text, "± 0.5 points");
  g_autoptr(Table) table = table_uncertain_inputs(LANGUAGE_EN, &study);
  g_assert_cmpint(table_row_count(table), ==, risk->input_count);
  g_assert_cmpint(risk->input_count, >, 3);
  risk->input_count = 0;
  g_assert_null(table_uncertain_inputs(LANGUAGE_EN, &study));
  study.risk = NULL;
  for (size_t i = 0; i < 4; i++)
    g_assert_null(makers[i](LANGUAGE_EN, &study));
  g_strlcpy(plan->staff[1].name, "Therapist 2", sizeof plan->staff[1].name);
  assert_text(risk_input_label(LANGUAGE_EN, plan, "staff[1].guarantee_cents_per_hour"),
              "Therapist 2: Guaranteed wage an hour");
  assert_text(risk_input_label(LANGUAGE_EN, plan, "nothing.known"), "nothing.known");
}

/* Wherever both refusals are said, the plan year is said to be too kind, if it is. */
static void test_too_kind(void) {
  g_autofree Risk *risk = risk_of(RISK_SHAPE_USUAL);
  Study study = {.plan = plan, .results = results, .risk = risk};
  g_autofree char *text = risk_refused_text(LANGUAGE_EN, results, risk);
  g_autofree char *bookings = finding_with_refused(LANGUAGE_EN, &study, g_strdup("Nobody"));
  g_autoptr(Table) years = table_simulated_years(LANGUAGE_EN, &study);
  assert_holds(text, "too kind");
  assert_holds(bookings, "too kind");
  assert_holds(years->note, "too kind");
  RiskSpread *spread = risk->sample[RISK_ALL].spread;
  spread[RISK_REFUSED].mean_milli = spread[RISK_REFUSED_EXTRA].mean_milli = 0;
  g_autofree char *fewer = risk_refused_text(LANGUAGE_EN, results, risk);
  g_autofree char *fewer_bookings = finding_with_refused(LANGUAGE_EN, &study, g_strdup("Nobody"));
  g_assert_null(strstr(fewer, "too kind"));
  g_assert_null(strstr(fewer_bookings, "too kind"));
}

/* Every table and text of every shape is whole, and French has none of the English. */
static void test_all_shapes(void) {
  for (int shape = 0; shape < RISK_SHAPE_COUNT; shape++) {
    g_autofree Risk *risk = risk_of((RiskShape)shape);
    Study study = {.plan = plan, .results = results, .risk = risk};
    for (size_t i = 0; i < G_N_ELEMENTS(makers); i++) {
      g_autoptr(Table) english = makers[i](LANGUAGE_EN, &study);
      g_autoptr(Table) french = makers[i](LANGUAGE_FR, &study);
      g_autofree char *text = table_to_text(french);
      g_assert_cmpint(table_row_count(english), ==, table_row_count(french));
      g_assert_cmpint(table_row_count(english), >, 0);
      g_assert_cmpstr(english->title, !=, french->title);
      g_assert_cmpstr(english->note, !=, french->note);
      for (int column = 0; column < english->column_count; column++)
        g_assert_cmpstr(english->column[column].heading, !=, french->column[column].heading);
      assert_holds_not(text, "simulated");
      assert_holds_not(text, "times in");
    }
    for (int i = 0; i < CONDITION_COUNT; i++) {
      g_autofree char *en = risk_condition_text(LANGUAGE_EN, plan, risk, (Condition)i);
      g_autofree char *fr = risk_condition_text(LANGUAGE_FR, plan, risk, (Condition)i);
      g_assert_true((en == NULL) == (fr == NULL));
      if (en)
        g_assert_cmpstr(en, !=, fr);
    }
  }
}

/* The bins hold every year once, and their running share ends at 100 %. */
static void test_spread_table(void) {
  for (int shape = 0; shape < RISK_SHAPE_COUNT; shape++) {
    g_autofree Risk *risk = risk_of((RiskShape)shape);
    Study study = {.plan = plan, .results = results, .risk = risk};
    g_autoptr(Table) table = table_spread(LANGUAGE_EN, &study);
    int64_t years = 0, last = table_row_count(table) - 1;
    for (int i = 0; i <= last; i++)
      years += table_row(table, i)->cell[2].number;
    g_assert_cmpint(years, ==, risk_told(risk)->years);
    g_assert_cmpint(table_row(table, (int)last)->cell[3].number, ==, 100000);
  }
}

/* Of the example's own years: mean and error as they are, beside the plan year. */
static void test_simulated_years(void) {
  g_autofree Risk *risk = g_new0(Risk, 1);
  Study study = {.plan = plan, .results = results, .risk = risk};
  sample_risk_run(plan, 40, true, risk);
  g_autoptr(Table) table = table_simulated_years(LANGUAGE_EN, &study);
  const TableRow *sold = table_row(table, 0);
  g_assert_cmpstr(sold->cell[0].text, ==, "Vouchers sold");
  g_assert_cmpint(sold->cell[1].number, ==, 444);
  g_assert_cmpint(sold->cell[2].number, ==, risk->sample[RISK_ALL].spread[RISK_SOLD].mean_milli);
  g_assert_cmpint(sold->cell[3].number, >, 0);
  g_assert_cmpint(sold->cell[4].number, >=, 300);
  g_assert_cmpint(sold->cell[5].number, <=, 600);
  g_autoptr(Table) chances = table_chances(LANGUAGE_EN, &study);
  g_assert_cmpint(table_row(chances, 0)->cell[2].number, ==,
                  (risk->sample[RISK_ALL].loss.share_per_100k + 50) / 100 * 100);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  plan = g_new0(Plan, 1);
  results = g_new0(Results, 1);
  sample_results_fill(SHAPE_EXAMPLE, plan, results);
  g_test_add_func("/risk-words/two-digits", test_two_digits);
  g_test_add_func("/risk-words/two-digits-of-many", test_two_digits_of_many);
  g_test_add_func("/risk-words/about", test_about);
  g_test_add_func("/risk-words/chances", test_chances);
  g_test_add_func("/risk-words/chances-of-all-shares", test_chances_of_all_shares);
  g_test_add_func("/risk-words/errors", test_errors);
  g_test_add_func("/risk-words/conditions", test_conditions);
  g_test_add_func("/risk-words/findings", test_findings);
  g_test_add_func("/risk-words/luck", test_luck);
  g_test_add_func("/risk-words/inputs", test_inputs);
  g_test_add_func("/risk-words/too-kind", test_too_kind);
  g_test_add_func("/risk-words/all-shapes", test_all_shapes);
  g_test_add_func("/risk-words/spread-table", test_spread_table);
  g_test_add_func("/risk-words/simulated-years", test_simulated_years);
  int failed = g_test_run();
  g_free(plan);
  g_free(results);
  return failed;
}
