/* Charts, what they answer: pointer, keys and words agree, words hold every number, sums are exact,
 * and a French chart has no English. */
#include <string.h>

#include "tests/chart-samples.h"
#include "ui/chart/chart-inspect.h"

/* Every position is under its own middle, reached by keys, and has words. */
static void test_pointer_and_keys(void) {
  for (int shape = 0; shape < SHAPE_COUNT; shape++)
    for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
      ChartStyle style = style_for((ChartKind)kind, 900, 1);
      g_autoptr(Chart) chart = make_chart(shape, (ChartKind)kind, &style);
      int count = chart_position_count(chart);
      if (shows_nothing(shape, (ChartKind)kind)) {
        g_assert_cmpint(count, ==, 0);
        g_assert_cmpint(chart_move(chart, 0, 1, 0), ==, -1);
        continue;
      }
      if (count == 0)
        g_error("shape %d, kind %d: nothing to point at", shape, kind);
      g_assert_cmpint(chart_hit(chart, -5, -5), ==, -1);
      bool reached[HORIZON_DAYS_MAX] = {false};
      for (int i = 0; i < count; i++) {
        Box box = chart_inspect_position(chart, i);
        g_assert_cmpint(chart_hit(chart, box.x + box.width / 2, box.y + box.height / 2), ==, i);
        for (int dx = -1; dx <= 1; dx++)
          for (int dy = -1; dy <= 1; dy++) {
            int next = chart_move(chart, i, dx, dy);
            g_assert_cmpint(next, >=, 0);
            g_assert_cmpint(next, <, count);
            reached[next] |= next != i;
          }
        g_autofree char *text = chart_position_text(chart, i);
        g_assert_cmpuint(strlen(text), >, 5);
      }
      g_assert_cmpint(chart_move(chart, 0, -1, 0), ==, 0);
      for (int i = 0; i < count; i++)
        g_assert_true(reached[i] || count == 1);
    }
}

/* Keys go where the eye expects: a week or a day on the map, a day or a month in the bank. */
static void test_keys_go_where_expected(void) {
  static const struct {
    ChartKind kind;
    int from, dx, dy, to;
  } moves[] = {
      /* Wednesday, February 4, 2026 is day 0; weeks begin on Sunday */
      {CHART_HEAT, 0, 1, 0, 7},
      {CHART_HEAT, 7, -1, 0, 0},
      {CHART_HEAT, 0, -1, 0, 0},
      {CHART_HEAT, 0, 0, 1, 1},
      {CHART_HEAT, 3, 0, 1, 3},
      {CHART_HEAT, 4, 0, -1, 4},
      {CHART_HEAT, 4, 0, 1, 5},
      {CHART_HEAT, 455, 1, 0, 455},
      {CHART_HEAT, 0, 1, 1, 8},
      {CHART_BOOKINGS, 3, 1, 0, 4},
      {CHART_BOOKINGS, 3, 0, 1, 3},
      {CHART_BOOKINGS, 65, 1, 0, 65},
      {CHART_CASH, 10, 1, 0, 11},
      {CHART_CASH, 0, 0, 1, 25},
      {CHART_CASH, 25, 0, 1, 56},
      {CHART_CASH, 55, 0, 1, 85},
      {CHART_CASH, 25, 0, -1, 0},
      {CHART_CASH, 455, 1, 0, 455},
      {CHART_RESERVE, 10, 1, 0, 11},
      {CHART_RESERVE, 0, 0, 1, 25},
      {CHART_RESERVE, 55, 0, 1, 85},
      {CHART_RESERVE, 25, 0, -1, 0},
      {CHART_RESERVE, 0, -1, -1, 0},
      {CHART_RESERVE, 430, 0, 1, 455},
      {CHART_WATERFALL, 2, 0, 1, 3},
      {CHART_WATERFALL, 2, 1, 0, 3},
      {CHART_WATERFALL, 0, 0, -1, 0},
      /* an hour across, a day down */
      {CHART_PHONES, 0, 0, 1, 12},
      {CHART_PHONES, 13, 0, -1, 1},
      {CHART_PHONES, 11, 1, 0, 12},
      {CHART_PHONES, 35, 1, 0, 35},
      {CHART_PHONES, 30, 0, 1, 30},
      {CHART_PHONES, 0, -1, 0, 0},
      /* ten hours across, weekdays down */
      {CHART_HOURS, 0, 1, 0, 1},
      {CHART_HOURS, 0, 0, 1, 10},
      {CHART_HOURS, 9, 1, 0, 9},
      {CHART_HOURS, 65, 0, 1, 65},
      {CHART_WAITS, 0, 1, 0, 1},
      {CHART_WAITS, 0, 0, 1, 0},
      {CHART_USE, 0, 0, 1, 1},
      {CHART_USE, 7, 0, 1, 7},
      {CHART_CURVE, 3, 1, 0, 4},
      {CHART_CURVE, 52, 1, 0, 52},
      /* along a room, then to the nearest start in the next one */
      {CHART_DAY, 0, 1, 0, 1},
      {CHART_DAY, 4, 1, 0, 4},
      {CHART_DAY, 4, 0, -1, 4},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(moves); i++) {
    ChartStyle style = style_for(moves[i].kind, 900, 1);
    g_autoptr(Chart) chart = make_chart(SHAPE_SPA, moves[i].kind, &style);
    g_assert_cmpint(chart_move(chart, moves[i].from, moves[i].dx, moves[i].dy), ==, moves[i].to);
  }
}

static void assert_says(const char *text, const char *part) {
  if (!strstr(text, part))
    g_error("“%s” is not in “%s”", part, text);
}

static void assert_says_hours(const char *text, Language language, int64_t minutes) {
  g_autofree char *hours = say_hours(language, minutes), *part = g_strconcat(" ", hours, NULL);
  assert_says(text, part);
}

static void assert_says_money(const char *text, Language language, int64_t cents) {
  g_autofree char *part = say_money(language, cents);
  assert_says(text, part);
}

static void test_words_hold_every_number(void) {
  const Results *results = results_of[SHAPE_EXAMPLE];
  for (int language = 0; language < LANGUAGE_COUNT; language++) {
    ChartStyle style = style_for(CHART_BOOKINGS, 900, 1);
    style.language = (Language)language;
    g_autoptr(Chart) bookings = make_chart(SHAPE_EXAMPLE, CHART_BOOKINGS, &style);
    g_assert_cmpint(chart_position_count(bookings), ==, results->week_count);
    for (int i = 0; i < results->week_count; i++) {
      const ResultWeek *week = &results->week[i];
      g_autofree char *text = chart_position_text(bookings, i);
      g_autofree char *refused = say_number((Language)language, week->refused);
      for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
        assert_says_hours(text, (Language)language, week->staff_minutes[kind]);
      assert_says_hours(text, (Language)language, week->shift_minutes);
      assert_says(text, refused);
    }
    g_autoptr(Chart) cash = make_chart(SHAPE_EXAMPLE, CHART_CASH, &style);
    g_assert_cmpint(chart_position_count(cash), ==, results->days);
    for (int i = 0; i < results->days; i++) {
      g_autofree char *text = chart_position_text(cash, i);
      g_autofree char *date = say_date((Language)language, results->sale_date + i);
      assert_says(text, date);
      assert_says_money(text, (Language)language, results->cash_with.day[i].balance_cents);
      assert_says_money(text, (Language)language, results->cash_without.day[i].balance_cents);
      assert_says_money(text, (Language)language, results->cash_with.day[i].not_yet_earned_cents);
    }
    assert_says_money(chart_describe(cash), (Language)language, results->cash_with.lowest_cents);
    g_autoptr(Chart) heat = make_chart(SHAPE_EXAMPLE, CHART_HEAT, &style);
    g_assert_cmpint(chart_position_count(heat), ==, results->days);
  }
}

/* The hours of every square, each room and person, every week of the curve. */
static void test_load_charts_hold_every_number(void) {
  const Results *results = results_of[SHAPE_EXAMPLE];
  const LoadOfSpan *load = results->load.span;
  const Year *with = &results->with;
  ChartStyle style = style_for(CHART_HOURS, 900, 1);
  g_autoptr(Chart) hours = make_chart(SHAPE_EXAMPLE, CHART_HOURS, &style);
  g_assert_cmpint(chart_position_count(hours), ==, 7 * 10);
  for (int i = 0; i < 60; i++) { /* Sunday is closed */
    g_autofree char *text = chart_position_text(hours, i);
    int weekday = i / 10, hour = 10 + i % 10;
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
      assert_says_hours(text, LANGUAGE_EN, load[LOAD_RUSH].staff_minutes[kind][weekday][hour]);
    assert_says_hours(text, LANGUAGE_EN, load[LOAD_RUSH].shift_minutes[weekday][hour]);
    g_autofree char *refused =
        g_strdup_printf("refused %d", load[LOAD_RUSH].refused[weekday][hour]);
    assert_says(text, refused);
  }
  g_autoptr(Chart) use = make_chart(SHAPE_EXAMPLE, CHART_USE, &style);
  for (int i = 0; i < 8; i++) {
    g_autofree char *text = chart_position_text(use, i);
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
      assert_says_hours(text, LANGUAGE_EN,
                        i < 3 ? load[LOAD_WHOLE].room_minutes[i][kind]
                              : load[LOAD_WHOLE].person_minutes[i - 3][kind]);
  }
  assert_says(chart_describe(use), "New graduate");
  g_autoptr(Chart) curve = make_chart(SHAPE_EXAMPLE, CHART_CURVE, &style);
  g_autofree char *last = chart_position_text(curve, chart_position_count(curve) - 1);
  g_autofree char *all = g_strdup_printf("so far %d, of 100 so far 100", with->vouchers_wanted);
  assert_says(last, all);
  g_autoptr(Chart) waits = make_chart(SHAPE_EXAMPLE, CHART_WAITS, &style);
  g_autofree char *first = chart_position_text(waits, 0);
  g_autofree char *same_day = g_strdup_printf("vouchers %d", with->wait_histogram[0]);
  assert_says(first, same_day);
}

/* Only squares of the heat map are days. */
static void test_days_of_positions(void) {
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
    ChartStyle style = style_for((ChartKind)kind, 900, 1);
    g_autoptr(Chart) chart = make_chart(SHAPE_EXAMPLE, (ChartKind)kind, &style);
    int count = chart_position_count(chart);
    for (int i = -1; i <= count; i++)
      g_assert_cmpint(chart_position_day(chart, i), ==,
                      kind == CHART_HEAT && i >= 0 && i < count ? i : -1);
  }
}

/* The heat map frames the day that is looked at, and says which. */
static void test_chosen_day_is_framed(void) {
  ChartStyle style = style_for(CHART_HEAT, 900, 1);
  Study study = days[SHAPE_EXAMPLE];
  g_autofree char *date = say_date(LANGUAGE_EN, study.results->sale_date + study.day_index);
  g_autofree char *framed = g_strdup_printf("Framed: %s", date);
  g_autoptr(Chart) chosen = chart_new(CHART_HEAT, &study, &style);
  assert_says(chart_describe(chosen), framed);
  study.day_visits = NULL;
  g_autoptr(Chart) none = chart_new(CHART_HEAT, &study, &style);
  g_assert_null(strstr(chart_describe(none), "Framed"));
}

/* "How is this computed?": of every kind that has it, in both languages, over every shape, with
 * simulated years and without; cash ends with the last balance. */
static void test_explanations(void) {
  for (int shape = 0; shape < SHAPE_COUNT; shape++) {
    for (int kind = 0; kind < 2 * CHART_KIND_COUNT; kind++) {
      ChartKind of = (ChartKind)(kind / 2);
      Study study = days[shape];
      study.risk = kind % 2 ? risks[shape] : NULL;
      study.decisions = decisions[shape];
      study.offers = offers[shape];
      if (!chart_has_explanation(of) || chart_lacks_calendar(of, &study) ||
          (kind_is_decided(of) && shows_nothing(shape, of)))
        continue;
      g_autofree char *english = chart_explain(of, LANGUAGE_EN, &study);
      g_autofree char *french = chart_explain(of, LANGUAGE_FR, &study);
      g_assert_cmpuint(strlen(english), >, 20);
      g_assert_cmpstr(english, !=, french);
      g_assert_null(strstr(english, "-$0.00"));
    }
    const Results *results = results_of[shape];
    g_autofree char *cash = chart_explain(CHART_CASH, LANGUAGE_EN, &days[shape]);
    if (results->month_count == 0)
      continue;
    g_autofree char *closing =
        say_money(LANGUAGE_EN, results->month[results->month_count - 1].closing_cents);
    g_autofree char *answer = g_strdup_printf("= %s  In the bank at the end", closing);
    assert_says(cash, answer);
  }
  g_assert_true(chart_has_explanation(CHART_BOOKINGS) && chart_has_explanation(CHART_HEAT));
}

/* No day chosen, and a day on which nothing is booked or open: a sentence, nothing to point at. */
static void test_day_without_visits(void) {
  ChartStyle style = style_for(CHART_DAY, 900, 1);
  Study study = days[SHAPE_EXAMPLE];
  study.day_visits = NULL;
  g_autoptr(Chart) none = chart_new(CHART_DAY, &study, &style);
  g_autoptr(Table) table = chart_table(CHART_DAY, LANGUAGE_EN, &(Study){study.plan, study.results});
  g_assert_cmpint(chart_position_count(none), ==, 0);
  g_assert_cmpint(table_row_count(table), ==, 0);
  study.day_visits = visits[SHAPE_EXAMPLE];
  study.day_visit_count = 0;
  study.day_index = 4; /* a Sunday */
  g_autoptr(Chart) closed = chart_new(CHART_DAY, &study, &style);
  g_assert_cmpint(chart_position_count(closed), ==, 0);
  assert_says(chart_title(closed), "closed");
  study.day_index = 5;
  g_autoptr(Chart) idle = chart_new(CHART_DAY, &study, &style);
  g_assert_cmpint(chart_position_count(idle), ==, 0);
  assert_says(chart_title(idle), "0 visits");
}

/* Months' bars: what comes in less what goes out is what the bank gained. */
static void test_month_flows_close(void) {
  const Results *results = results_of[SHAPE_EXAMPLE];
  ChartStyle style = style_for(CHART_CASH, 900, 1);
  g_autoptr(Chart) cash = make_chart(SHAPE_EXAMPLE, CHART_CASH, &style);
  int64_t before = results->cash_with.opening_cents;
  for (int i = 0; i < results->month_count; i++) {
    const ResultMonth *month = &results->month[i];
    g_autofree char *text = chart_position_text(cash, month->begin_date - results->sale_date);
    g_autofree char *net = say_money_signed(LANGUAGE_EN, month->closing_cents - before);
    assert_says(text, net);
    before = month->closing_cents;
  }
}

/* Of each day: the words hold the parts, and the parts make the balance. */
static void test_reserve_adds_up(void) {
  for (int shape = 0; shape < SHAPE_NO_CALENDAR; shape++) {
    const Results *results = results_of[shape];
    ChartStyle style = style_for(CHART_RESERVE, 900, 1);
    g_autoptr(Chart) chart = make_chart(shape, CHART_RESERVE, &style);
    g_assert_cmpint(chart_position_count(chart), ==, results->days);
    for (int i = 0; i < results->days; i++) {
      const CashDay *day = &results->cash_with.day[i];
      int64_t taxes = MAX(0, day->tax_set_aside_cents);
      int64_t there = MAX(0, day->balance_cents);
      int64_t yours = there - day->not_yet_earned_cents - taxes;
      g_autofree char *text = chart_position_text(chart, i);
      assert_says_money(text, LANGUAGE_EN, day->balance_cents);
      assert_says_money(text, LANGUAGE_EN, day->not_yet_earned_cents);
      assert_says_money(text, LANGUAGE_EN, taxes);
      assert_says_money(text, LANGUAGE_EN, ABS(yours));
      g_assert_cmpint(strstr(text, "spent already") != NULL, ==, yours < 0);
    }
  }
}

static void test_reserve_table(void) {
  const Results *results = results_of[SHAPE_DROWNED];
  g_autoptr(Table) table =
      chart_table(CHART_RESERVE, LANGUAGE_EN, &(Study){plans[SHAPE_DROWNED], results, NULL});
  g_assert_cmpint(table_row_count(table), ==, results->month_count);
  for (int i = 0; i < results->month_count; i++) {
    const TableCell *cell = table_row(table, i)->cell;
    g_assert_cmpint(cell[1].number, ==, results->month[i].closing_cents);
    g_assert_cmpint(cell[2].number, ==, results->month[i].not_yet_earned_cents);
    g_assert_cmpint(cell[1].number - cell[2].number - cell[3].number, ==, cell[4].number);
    g_assert_cmpint(cell[3].number, >=, 0);
  }
}

/* What the title says of a bank of two days. */
static void assert_finds(int64_t balance, int64_t not_yet, int64_t taxes, Language language,
                         const char *expected) {
  Results *results = g_new0(Results, 1);
  results->has_calendar = true;
  results->sale_date = date_from_ymd(2026, 6, 29);
  results->days = results->cash_with.days = 2;
  results->cash_with.day[0].balance_cents = 100000;
  results->cash_with.day[1] = (CashDay){
      .balance_cents = balance, .not_yet_earned_cents = not_yet, .tax_set_aside_cents = taxes};
  g_autofree char *title =
      chart_finding(CHART_RESERVE, language, &(Study){plans[SHAPE_SPA], results, NULL});
  g_assert_cmpstr(title, ==, expected);
  g_free(results);
}

static void test_reserve_findings(void) {
  assert_finds(1420000, 900000, 81200, LANGUAGE_EN,
               "On June 30, 2026, $9,812 of your $14,200 is not yours");
  assert_finds(1420000, 900000, 81200, LANGUAGE_FR,
               "Le 30 juin 2026, 9\u00a0812\u00a0$ de vos 14\u00a0200\u00a0$ ne sont pas à vous");
  assert_finds(981200, 900000, 81200, LANGUAGE_EN,
               "On June 30, 2026, $9,812 of your $9,812 is not yours");
  assert_finds(981100, 900000, 81200, LANGUAGE_EN,
               "On June 30, 2026, $9,812 is not yours, but only $9,811 is left in the bank");
  assert_finds(0, 900000, 81200, LANGUAGE_EN,
               "On June 30, 2026, $9,812 is owed to clients or tax offices, and the bank is at $0");
  assert_finds(50000, 0, -81200, LANGUAGE_EN,
               "None of the money in the bank is owed to clients or tax offices");
  assert_finds(-50000, 0, 0, LANGUAGE_EN,
               "None of the money in the bank is owed to clients or tax offices");
}

/* The middle and the plan year's balance of every week, to two digits and to the cent. */
static void test_fan_says_its_weeks(void) {
  for (int shape = 0; shape < SHAPE_NO_CALENDAR; shape++) {
    const Results *results = results_of[shape];
    const RiskOfSample *told = risk_told(risks[shape]);
    ChartStyle style = style_for(CHART_FAN, 900, 1);
    g_autoptr(Chart) chart = make_chart(shape, CHART_FAN, &style);
    g_assert_cmpint(chart_position_count(chart), ==, results->week_count);
    for (int i = 0; i < results->week_count; i++) {
      int end = MIN(7 * i + 6, results->days - 1);
      g_autofree char *text = chart_position_text(chart, i);
      assert_says_money(text, LANGUAGE_EN, results->cash_with.day[end].balance_cents);
      for (int band = 0; band < RISK_BAND_COUNT; band++) {
        g_autofree char *money =
            say_money_whole(LANGUAGE_EN, about_cents(told->week_balance_cents[band][i]));
        assert_says(text, money);
      }
    }
    g_autofree char *seed = g_strdup_printf("seed %d", (int)risks[shape]->seed);
    assert_says(chart_subtitle(chart), seed);
  }
}

/* Each bin says its years; the last one has all of them behind it. */
static void test_spread_says_its_bins(void) {
  for (int shape = 0; shape < SHAPE_COUNT; shape++) {
    const RiskOfSample *told = risk_told(risks[shape]);
    ChartStyle style = style_for(CHART_SPREAD, 900, 1);
    g_autoptr(Chart) chart = make_chart(shape, CHART_SPREAD, &style);
    int count = chart_position_count(chart);
    g_assert_cmpint(count, ==, told->result.bin_count);
    for (int i = 0; i < count; i++) {
      g_autofree char *years = say_number(LANGUAGE_EN, told->result.count[i]);
      g_autofree char *text = chart_position_text(chart, i);
      assert_says(text, years);
      if (i == count - 1)
        assert_says(text, "100%");
    }
  }
}

/* The simulated years stand over the plan year only where there are some, and the plan year is then
 * called by its name. */
static void test_bands_come_with_the_years(void) {
  static const ChartKind kinds[] = {CHART_BOOKINGS, CHART_CASH};
  for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++)
    for (int with = 0; with < 2; with++) {
      ChartStyle style = style_for(kinds[k], 900, 1);
      Study study = {.plan = plans[SHAPE_EXAMPLE],
                     .results = results_of[SHAPE_EXAMPLE],
                     .risk = with ? risks[SHAPE_EXAMPLE] : NULL};
      g_autoptr(Chart) chart = chart_new(kinds[k], &study, &style);
      g_autofree char *text = chart_position_text(chart, 2);
      g_assert_cmpint(strstr(text, "simulated years") != NULL, ==, with);
      g_assert_cmpint(strstr(chart_title(chart), "plan year") != NULL, ==, with);
    }
}

static void test_waterfall_adds_up(void) {
  for (int shape = 0; shape < SHAPE_COUNT; shape++) {
    ChartStyle style = style_for(CHART_WATERFALL, 900, 1);
    g_autoptr(Chart) chart = make_chart(shape, CHART_WATERFALL, &style);
    const Waterfall *used = &results_of[shape]->voucher.used;
    int64_t running = 0;
    int last_step = -1;
    for (int i = 0; i < chart_position_count(chart); i++) {
      WaterfallStep step;
      int64_t from, to;
      chart_inspect_bar(chart, i, &step, &from, &to);
      g_assert_cmpint((int)step, >, last_step);
      for (int skipped = last_step + 1; skipped < (int)step; skipped++)
        g_assert_cmpint(used->step_cents[skipped], ==, 0);
      g_assert_cmpint(to - from, ==, used->step_cents[step]);
      if (step == STEP_LIST_PRICE)
        running = to;
      else if (waterfall_is_total(step))
        g_assert_cmpint(to, ==, running);
      else
        g_assert_cmpint(from, ==, running);
      running = to;
      last_step = (int)step;
      g_autofree char *text = chart_position_text(chart, i);
      g_autofree char *amount = waterfall_is_total(step) ? say_money(LANGUAGE_EN, to - from)
                                                         : say_money_signed(LANGUAGE_EN, to - from);
      assert_says(text, amount);
    }
    g_assert_cmpint(last_step, ==, STEP_LEFT);
    g_assert_cmpint(running, ==, used->step_cents[STEP_LEFT]);
  }
}

/* After the finding and what is plotted comes a sentence with a figure. */
static void assert_describes_extreme(const Chart *chart) {
  const char *describe = chart_describe(chart);
  g_assert_true(g_str_has_prefix(describe, chart_title(chart)));
  const char *subtitle = strstr(describe + strlen(chart_title(chart)), chart_subtitle(chart));
  g_assert_nonnull(subtitle);
  const char *extreme = subtitle + strlen(chart_subtitle(chart));
  if (strlen(extreme) < 10 || !strpbrk(extreme, "0123456789") || !g_str_has_suffix(extreme, "."))
    g_error("“%s” says no extreme", describe);
}

static void test_charts_speak_their_language(void) {
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
    ChartStyle style = style_for((ChartKind)kind, 900, 1);
    g_autoptr(Chart) english = make_chart(SHAPE_EXAMPLE, (ChartKind)kind, &style);
    style.language = LANGUAGE_FR;
    g_autoptr(Chart) french = make_chart(SHAPE_EXAMPLE, (ChartKind)kind, &style);
    g_assert_cmpstr(chart_title(english), !=, chart_title(french));
    g_assert_cmpstr(chart_subtitle(english), !=, chart_subtitle(french));
    g_autofree char *en = chart_position_text(english, 0), *fr = chart_position_text(french, 0);
    g_assert_cmpstr(en, !=, fr);
    assert_describes_extreme(english);
    assert_describes_extreme(french);
  }
}

/* Every word of a chart in French, one by one: what is left in English has no translation. */
static void test_no_english_in_french_charts(void) {
  static const char *names[] = {"Commission", "net"}; /* the same in both */
  for (int shape = 0; shape < SHAPE_COUNT; shape++)
    for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
      ChartStyle style = style_for((ChartKind)kind, 900, 1);
      g_autoptr(Chart) english = make_chart(shape, (ChartKind)kind, &style);
      style.language = LANGUAGE_FR;
      g_autoptr(Chart) french = make_chart(shape, (ChartKind)kind, &style);
      for (int i = 0; i < chart_inspect_text_count(french); i++) {
        const char *text, *other;
        chart_inspect_text(french, i, &text);
        bool letters = false, same = false, known = false;
        for (const char *c = text; *c; c++)
          letters |= g_ascii_isalpha(*c) && c[1] && g_ascii_isalpha(c[1]);
        for (int k = 0; k < chart_inspect_text_count(english); k++) {
          chart_inspect_text(english, k, &other);
          same |= g_str_equal(text, other);
        }
        for (size_t n = 0; n < G_N_ELEMENTS(names); n++)
          known |= g_str_equal(text, names[n]);
        for (int n = 0; n < offers[shape]->offer_count && kind == CHART_OFFERS; n++)
          known |= g_ascii_strncasecmp(text, offers[shape]->offer[n].name, 5) == 0;
        if (letters && same && !known)
          g_error("kind %d: “%s” is in both languages", kind, text);
      }
    }
}

static void test_tables(void) {
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
    Study study = study_of(SHAPE_EXAMPLE, (ChartKind)kind);
    g_autoptr(Table) table = chart_table((ChartKind)kind, LANGUAGE_FR, &study);
    g_assert_cmpint(table_row_count(table), >, kind == CHART_OFFERS ? 3 : 2);
    g_assert_cmpint(table->column_count, >, 1);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  make_results();
  g_test_add_func("/chart-answers/pointer-and-keys", test_pointer_and_keys);
  g_test_add_func("/chart-answers/keys-go-where-expected", test_keys_go_where_expected);
  g_test_add_func("/chart-answers/words-hold-every-number", test_words_hold_every_number);
  g_test_add_func("/chart-answers/load-charts-hold-every-number",
                  test_load_charts_hold_every_number);
  g_test_add_func("/chart-answers/days-of-positions", test_days_of_positions);
  g_test_add_func("/chart-answers/chosen-day-is-framed", test_chosen_day_is_framed);
  g_test_add_func("/chart-answers/explanations", test_explanations);
  g_test_add_func("/chart-answers/day-without-visits", test_day_without_visits);
  g_test_add_func("/chart-answers/month-flows-close", test_month_flows_close);
  g_test_add_func("/chart-answers/reserve-adds-up", test_reserve_adds_up);
  g_test_add_func("/chart-answers/reserve-table", test_reserve_table);
  g_test_add_func("/chart-answers/reserve-findings", test_reserve_findings);
  g_test_add_func("/chart-answers/fan-says-its-weeks", test_fan_says_its_weeks);
  g_test_add_func("/chart-answers/spread-says-its-bins", test_spread_says_its_bins);
  g_test_add_func("/chart-answers/bands-come-with-the-years", test_bands_come_with_the_years);
  g_test_add_func("/chart-answers/waterfall-adds-up", test_waterfall_adds_up);
  g_test_add_func("/chart-answers/languages", test_charts_speak_their_language);
  g_test_add_func("/chart-answers/no-english-in-french", test_no_english_in_french_charts);
  g_test_add_func("/chart-answers/tables", test_tables);
  int failed = g_test_run();
  free_results();
  return failed;
}
