/* The rush of calls: the case's two figures, what must hold of any plan, and what is said, listed
 * and drawn of it. */
#include <glib.h>
#include <string.h>

#include "model/base/random.h"
#include "model/phone/erlang.h"
#include "model/store/plan-json.h"
#include "model/store/results-json.h"
#include "tests/sample-results.h"
#include "ui/chart/chart-inspect.h"
#include "ui/table/table-phones.h"
#include "ui/words/phone-words.h"

static Plan *plan;
static Results *results;

static Study study(void) {
  return (Study){plan, results, NULL};
}

static void compute(void) {
  phone_compute(plan, &results->phone);
}

/* The example again, before a test changes it. */
static void use_example(void) {
  sample_results_fill(SHAPE_EXAMPLE, plan, results);
}

/* domain §9 and §16: 444 calls of 4.5 min are 33.3 h of talk; she hired 36 h. */
static void test_case(void) {
  static const int32_t calls[] = {222000, 133200, 88800}, needed[] = {4, 3, 3};
  const Phone *phone = &results->phone;
  use_example();
  g_assert_true(phone->applies);
  g_assert_cmpint(phone->callers_milli, ==, 444000);
  g_assert_cmpint(phone->calls_milli, ==, 444000);
  g_assert_cmpint(phone->talk_minutes, ==, 1998);
  g_assert_cmpint(phone->hired_minutes, ==, 36 * 60);
  g_assert_cmpint(phone->hired_cents, ==, 64800);
  g_assert_cmpint(phone->hired_cents, ==, -results->earnings_with.line_cents[EARN_PHONE]);
  g_assert_cmpint(phone->extra_minutes_needed, ==, (3 + 2 + 2) * 12 * 60);
  g_assert_cmpint(phone->extra_needed_cents, ==, 84 * 1800);
  g_assert_cmpint(phone->hardest_day_index, ==, 0);
  for (int i = 0; i < PHONE_DAYS_SHOWN; i++) {
    const PhoneDay *day = &phone->day[i];
    g_assert_cmpint(day->date, ==, date_from_ymd(2026, 2, 4) + i);
    g_assert_cmpint(day->hour_count, ==, 12);
    g_assert_cmpint(day->calls_milli, ==, i < 3 ? calls[i] : 0);
    g_assert_cmpint(day->people, ==, i < 3 ? 2 : 1);
    g_assert_cmpint(day->people_needed, ==, i < 3 ? needed[i] : 0);
  }
  /* 18.5/h: 21.097 attempts, lost .2462 */
  const PhoneHour *hour = &phone->day[0].hour[0];
  g_assert_cmpint(hour->attempts_milli, ==, 21097);
  g_assert_cmpint((hour->lost_per_100k + 5) / 10, ==, 2462);
  g_assert_cmpint(hour->lost_milli, ==, 5194);
  g_assert_cmpint(phone->day[0].lost_milli, ==, 12 * 5194);
}

static ErlangAnswer answer_of(double per_hour, int people) {
  const PlanPhone *line = &plan->phone;
  double again = MIN(line->call_again_per_100k, PHONE_AGAIN_MOST_PER_100K) / 100000.;
  ErlangHour hour = {per_hour, line->handle_milli_minutes / 1000.,
                     line->patience_milli_minutes / 1000., people};
  ErlangAnswer answer;
  hour.calls_per_hour = erlang_attempts_per_hour(&hour, again);
  erlang_compute(&hour, 60, &answer);
  return answer;
}

static bool meets_goal(double per_hour, int people) {
  ErlangAnswer answer = answer_of(per_hour, people);
  return answer.lost_share < .05 && answer.within_share >= .8;
}

static void check_hours(const PhoneDay *day) {
  int32_t calls = 0, attempts = 0, answered = 0, lost = 0, minutes = 0, extra = 0;
  const PlanPhone *line = &plan->phone;
  double per_hour = day->calls_milli * .06 / (line->end_minute - line->begin_minute);
  g_assert_cmpint(day->hour[0].begin_minute, ==, line->begin_minute);
  g_assert_cmpint(day->hour[day->hour_count - 1].end_minute, ==, line->end_minute);
  for (int i = 0; i < day->hour_count; i++) {
    const PhoneHour *hour = &day->hour[i];
    int32_t length = hour->end_minute - hour->begin_minute;
    ErlangAnswer answer = answer_of(per_hour, day->people);
    g_assert_true(length == 60 || (length > 0 && length < 60 && i == day->hour_count - 1));
    g_assert_true(i == 0 || hour->begin_minute == day->hour[i - 1].end_minute);
    g_assert_cmpint(hour->attempts_milli, ==, hour->answered_milli + hour->lost_milli);
    g_assert_cmpint(hour->attempts_milli, >=, hour->calls_milli - 1);
    g_assert_true(hour->answered_milli >= 0 && hour->lost_milli >= 0);
    g_assert_cmpfloat(ABS(hour->lost_per_100k - answer.lost_share * 1e5), <=, .51);
    g_assert_cmpfloat(ABS(hour->within_per_100k - answer.within_share * 1e5), <=, .51);
    g_assert_cmpint(hour->people, ==, day->people);
    calls += hour->calls_milli;
    attempts += hour->attempts_milli;
    answered += hour->answered_milli;
    lost += hour->lost_milli;
    minutes += hour->people_needed * length;
    extra += MAX(0, hour->people_needed - line->people) * length;
  }
  g_assert_cmpint(day->calls_milli, ==, calls);
  g_assert_cmpint(day->attempts_milli, ==, attempts);
  g_assert_cmpint(day->answered_milli, ==, answered);
  g_assert_cmpint(day->lost_milli, ==, lost);
  g_assert_cmpint(day->needed_minutes, ==, minutes);
  g_assert_cmpint(day->extra_minutes_needed, ==, extra);
  g_assert_cmpint(day->people_needed > 0, ==, calls > 0);
  if (calls > 0 && day->people_needed <= PHONE_PEOPLE_MOST)
    g_assert_true(meets_goal(per_hour, day->people_needed));
  if (calls > 0 && day->people_needed > 1)
    g_assert_false(meets_goal(per_hour, day->people_needed - 1));
}

static void check_phone(void) {
  const Phone *phone = &results->phone;
  int64_t calls = 0, attempts = 0, lost = 0, extra = 0;
  for (int i = 0; i < phone->day_count; i++) {
    const PhoneDay *day = &phone->day[i];
    g_assert_cmpint(day->date, ==, plan->deal.sale_date + i);
    g_assert_cmpint(day->people, ==,
                    plan->phone.people +
                        (i < plan->phone.extra_days ? plan->phone.extra_people : 0));
    check_hours(day);
    calls += day->calls_milli;
    attempts += day->attempts_milli;
    lost += day->lost_milli;
    extra += day->extra_minutes_needed;
  }
  g_assert_cmpint(phone->calls_milli, ==, calls);
  g_assert_cmpint(phone->attempts_milli, ==, attempts);
  g_assert_cmpint(phone->lost_milli, ==, lost);
  g_assert_cmpint(phone->extra_minutes_needed, ==, extra);
  if (plan->phone.day_weight_count <= PHONE_DAYS_SHOWN)
    g_assert_cmpint(phone->calls_milli, ==, phone->callers_milli);
  else
    g_assert_cmpint(phone->calls_milli, <=, phone->callers_milli);
}

static int32_t pick(const RandomStream *stream, uint32_t purpose, uint32_t item, int32_t low,
                    int32_t high) {
  return low + (int32_t)(random_unit(stream, purpose, item, 0) * (high - low + 1));
}

static void make_random(uint32_t index) {
  RandomStream stream = {444, index};
  PlanPhone *line = &plan->phone;
  plan->deal.vouchers_sold = pick(&stream, 1, index, 1, index % 9 == 0 ? 100000 : 2000);
  line->buyers_calling_per_100k = pick(&stream, 2, index, 1, 100000);
  line->day_weight_count = pick(&stream, 3, index, 1, PHONE_DAYS_MAX);
  for (int i = 0; i < line->day_weight_count; i++)
    line->day_weight[i] = pick(&stream, 4, (uint32_t)i, i == 0, 5);
  line->begin_minute = pick(&stream, 5, index, 0, 1439);
  line->end_minute = pick(&stream, 6, index, line->begin_minute + 1, 1440);
  line->handle_milli_minutes = pick(&stream, 7, index, 200, 12000);
  line->patience_milli_minutes = pick(&stream, 8, index, 50, 9000);
  line->call_again_per_100k = pick(&stream, 9, index, 0, 100000);
  line->people = pick(&stream, 10, index, 0, 5);
  line->extra_people = pick(&stream, 11, index, 0, 3);
  line->extra_days = pick(&stream, 12, index, 0, 12);
}

/* French typography, in every sentence of a plan. */
static void check_french(void) {
  Study now = study();
  g_autofree char *find = phone_find(LANGUAGE_FR, &now),
                  *explain = phone_explain(LANGUAGE_FR, &now);
  g_autofree char *mails = phone_voice_mails(LANGUAGE_FR, &now);
  g_autofree char *hired = phone_hired(LANGUAGE_FR, &now);
  g_autoptr(Table) table = table_phones(LANGUAGE_FR, &now);
  g_autofree char *rows = table_to_text(table);
  const char *const texts[] = {find, explain, mails, hired, rows};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
    if (g_regex_match_simple("'|[^\u00a0\n]:(\\s|$)|[0-9] [%$]|[ \u00a0][;!?]|people|call|%[s1-9]",
                             texts[i], 0, 0))
      g_error("“%s” is badly written", texts[i]);
}

static void test_any_plan(void) {
  for (uint32_t i = 0; i < 30; i++) {
    use_example();
    make_random(i);
    compute();
    check_phone();
    check_french();
    int32_t lost = results->phone.lost_milli;
    plan->phone.people++;
    compute();
    g_assert_cmpint(results->phone.lost_milli, <=, lost + 240); /* roundings of 240 hours */
  }
}

/* 8:30 to 17:00: eight hours and a half; the half has half the calls. */
static void test_cut_hours(void) {
  const PhoneDay *day = &results->phone.day[0];
  use_example();
  plan->phone.begin_minute = 510;
  plan->phone.end_minute = 1020;
  compute();
  check_phone();
  g_assert_cmpint(day->hour_count, ==, 9);
  g_assert_cmpint(day->hour[8].begin_minute, ==, 990);
  g_assert_cmpint(day->hour[8].end_minute, ==, 1020);
  g_assert_cmpint(ABS(2 * day->hour[8].attempts_milli - day->hour[0].attempts_milli), <=, 1);
  g_assert_cmpint(day->hour[8].lost_per_100k, ==, day->hour[0].lost_per_100k);
  plan->phone.begin_minute = 0;
  plan->phone.end_minute = 1440;
  compute();
  check_phone();
  g_assert_cmpint(day->hour_count, ==, PHONE_HOURS_MAX);
}

static void test_nobody(void) {
  /* Who is hired is paid all the same: 3 days × 12 h at 18.00. */
  static const Phone hired = {.hired_minutes = 2160, .hired_cents = 64800};
  use_example();
  plan->deal.vouchers_sold = 0;
  compute();
  g_assert_cmpmem(&results->phone, sizeof hired, &hired, sizeof hired);
  plan->deal.vouchers_sold = 444;
  plan->phone.buyers_calling_per_100k = 0;
  compute();
  g_assert_false(results->phone.applies);
  /* Calls only after the days shown. */
  plan->phone.buyers_calling_per_100k = 100000;
  plan->phone.day_weight_count = 12;
  for (int i = 0; i < 12; i++)
    plan->phone.day_weight[i] = i == 11;
  compute();
  g_assert_cmpmem(&results->phone, sizeof hired, &hired, sizeof hired);
  plan->phone.day_weight[0] = 1;
  plan->phone.day_weight_count = 1;
  /* Nobody answers; all who are lost call again: 20 attempts each. */
  plan->phone.buyers_calling_per_100k = 100000;
  plan->phone.people = plan->phone.extra_people = 0;
  plan->phone.call_again_per_100k = 100000;
  compute();
  check_phone();
  g_assert_cmpint(results->phone.attempts_milli, ==, 20 * 444000);
  g_assert_cmpint(results->phone.lost_milli, ==, 20 * 444000);
  /* As many as a plan can have. */
  plan->deal.vouchers_sold = VOUCHERS_MAX;
  plan->phone.begin_minute = 0;
  plan->phone.end_minute = 1;
  compute();
  check_phone();
  g_assert_cmpint(results->phone.attempts_milli, ==, 2000000000);
  g_assert_cmpint(results->phone.day[0].people_needed, ==, PHONE_PEOPLE_MOST + 1);
}

/* 31 days of calls: ten are shown, all are counted. Days alike in calls but not in people are not
 * taken for each other. */
static void test_many_days(void) {
  const Phone *phone = &results->phone;
  use_example();
  plan->deal.vouchers_sold = 3100;
  plan->phone.day_weight_count = PHONE_DAYS_MAX;
  for (int i = 0; i < PHONE_DAYS_MAX; i++)
    plan->phone.day_weight[i] = 1;
  plan->phone.extra_days = 1;
  compute();
  check_phone();
  g_assert_cmpint(phone->callers_milli, ==, 3100000);
  g_assert_cmpint(phone->calls_milli, ==, 1000000);
  g_assert_cmpint(phone->day[0].lost_milli, <, phone->day[1].lost_milli);
  g_assert_cmpint(phone->day[1].lost_milli, ==, phone->day[9].lost_milli);
  g_assert_cmpint(phone->hardest_day_index, ==, 1);
  Study now = study();
  g_autofree char *text = phone_explain(LANGUAGE_EN, &now);
  g_assert_nonnull(strstr(text, "Calls after the first 10 days, not shown: 2,100."));
}

static void assert_finds(const char *english, const char *french) {
  Study now = study();
  compute();
  g_autofree char *en = phone_find(LANGUAGE_EN, &now), *fr = phone_find(LANGUAGE_FR, &now);
  g_assert_cmpstr(en, ==, english);
  g_assert_cmpstr(fr, ==, french);
  check_french();
}

static void test_findings(void) {
  use_example();
  assert_finds("On the first day 222 people call and about 1 call in 4 is lost: it takes 4 people, "
               "you have 2",
               "Le premier jour, 222 personnes appellent et environ 1 appel sur 4 est perdu\u00a0: "
               "il faut 4 personnes, vous en avez 2");
  plan->phone.people = 0;
  plan->phone.extra_people = 0;
  assert_finds("On the first day 222 people call and nobody answers: it takes 4 people",
               "Le premier jour, 222 personnes appellent et il n’y a personne pour répondre\u00a0: "
               "il faut 4 personnes");
  plan->phone.people = 4;
  assert_finds("On the first day 222 people call: with 4 people on the phone, few are lost",
               "Le premier jour, 222 personnes appellent\u00a0: avec 4 personnes au téléphone, peu "
               "d’appels sont perdus");
  plan->phone.people = 1;
  plan->phone.extra_people = 3;
  plan->phone.extra_days = 1;
  assert_finds("On February 5, 2026 133 people call and about 1 call in 2 is lost: it takes 3 "
               "people, you have 1",
               "Le 5 février 2026, 133 personnes appellent et environ 1 appel sur 2 est "
               "perdu\u00a0: il faut 3 personnes, vous en avez 1");
  plan->phone.extra_people = 0;
  plan->deal.vouchers_sold = 4000;
  assert_finds(
      "On the first day 2,000 people call and about 96% of the calls are lost: it takes "
      "16 people, you have 1",
      "Le premier jour, 2\u00a0000 personnes appellent et environ 96\u00a0% des appels sont "
      "perdus\u00a0: il faut 16 personnes, vous en avez 1");
  plan->phone.buyers_calling_per_100k = 0;
  assert_finds("Nobody phones in the days after the sale",
               "Personne n’appelle dans les jours qui suivent la vente");
}

/* "How is this computed?" says both figures of the case, and that bookings do not change. */
static void test_explanation(void) {
  static const char *const said[] = {
      "444 × 4.5 min = 33.3\u00a0h of talk",
      "36\u00a0h, $648.00",
      "84\u00a0h, about $1,500",
      "222 calls in 12\u00a0h, that is 18.5 an hour; with those who call again, about 21",
      "With 2 people: about 25% lost, about 62 voice mails",
      "With 4 people: at least 80% answered within 60 seconds and under 5% lost",
      "about 84 calls go to voice mail in the first 10 days",
      "Lost calls do not change the bookings",
      "evenly"};
  use_example();
  Study now = study();
  g_autofree char *text = phone_explain(LANGUAGE_EN, &now);
  g_autofree char *french = phone_explain(LANGUAGE_FR, &now);
  for (size_t i = 0; i < G_N_ELEMENTS(said); i++)
    if (!strstr(text, said[i]))
      g_error("“%s” is not in “%s”", said[i], text);
  g_assert_nonnull(strstr(french, "33,3\u00a0h"));
  g_assert_nonnull(strstr(french, "boîte vocale"));
  g_assert_null(strstr(french, "call"));
}

/* Rows add up to the total, attempts to answered and lost. */
static void test_table(void) {
  for (uint32_t i = 0; i < 20; i++) {
    use_example();
    if (i > 0)
      make_random(i);
    compute();
    Study now = study();
    g_autoptr(Table) table = table_phones(LANGUAGE_EN, &now);
    int64_t sum[9] = {0};
    for (int k = 0; k < table_row_count(table); k++) {
      const TableRow *row = table_row(table, k);
      if (row->kind == ROW_HEADING)
        break;
      g_assert_cmpint(row->cell[2].number, ==, row->cell[3].number + row->cell[4].number);
      for (int column = 1; column <= 8; column++) {
        if (row->kind == ROW_TOTAL && (column < 5 || column == 8))
          g_assert_cmpint(row->cell[column].number, ==, sum[column]);
        g_assert_cmpint(row->cell[column].number, >=, 0);
        sum[column] += row->cell[column].number;
      }
    }
    g_assert_cmpint(table->column_count, ==, 9);
    if (i == 0) {
      g_assert_cmpint(table_row_count(table), ==, 3 + 1 + 1 + 12);
      g_assert_cmpint(table_row(table, 3)->cell[1].number, ==, 444);
    }
  }
  plan->deal.vouchers_sold = 0;
  compute();
  Study now = study();
  g_autoptr(Table) table = table_phones(LANGUAGE_FR, &now);
  g_assert_cmpint(table_row_count(table), ==, 1);
}

static void assert_says(const char *text, const char *part) {
  if (!strstr(text, part))
    g_error("“%s” is not in “%s”", part, text);
}

static void test_chart(void) {
  ChartStyle style = {.width = 900, .height = 400, .text_scale = 1, .with_title = true};
  use_example();
  Study now = study();
  g_autoptr(Chart) chart = chart_new(CHART_PHONES, &now, &style);
  g_assert_cmpint(chart_position_count(chart), ==, 36);
  g_autofree char *text = chart_position_text(chart, 13);
  assert_says(text, "February 5, 2026, 10:00 to 11:00");
  assert_says(text, " 11.1");
  assert_says(text, "about 12");
  assert_says(text, "about 1.4 (11%)");
  assert_says(text, "about 10");
  assert_says(text, " 3");
  assert_says(chart_describe(chart), "People are missing on 3 days.");
  plan->deal.vouchers_sold = 0;
  compute();
  g_autoptr(Chart) none = chart_new(CHART_PHONES, &now, &style);
  g_assert_cmpint(chart_position_count(none), ==, 0);
  bool said = false;
  for (int i = 0; i < chart_inspect_text_count(none); i++) {
    const char *words;
    chart_inspect_text(none, i, &words);
    said |= g_str_equal(words, "No voucher is sold, or no buyer phones then.");
  }
  g_assert_true(said);
}

static void test_json(void) {
  use_example();
  Study now = study();
  g_autofree char *json = results_to_json(&now, NULL);
  const char *phone = strstr(json, "\"phone\" : {");
  g_assert_nonnull(phone);
  assert_says(phone, "\"talk_minutes\" : 1998");
  assert_says(phone, "\"hired_minutes\" : 2160");
  assert_says(phone, "\"people_needed\" : 4");
  assert_says(phone, "\"lost_per_100k\" : 24621");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  plan = g_new0(Plan, 1);
  results = g_new0(Results, 1);
  g_test_add_func("/phone/case", test_case);
  g_test_add_func("/phone/any-plan", test_any_plan);
  g_test_add_func("/phone/cut-hours", test_cut_hours);
  g_test_add_func("/phone/nobody", test_nobody);
  g_test_add_func("/phone/many-days", test_many_days);
  g_test_add_func("/phone/findings", test_findings);
  g_test_add_func("/phone/explanation", test_explanation);
  g_test_add_func("/phone/table", test_table);
  g_test_add_func("/phone/chart", test_chart);
  g_test_add_func("/phone/json", test_json);
  int failed = g_test_run();
  g_free(plan);
  g_free(results);
  return failed;
}
