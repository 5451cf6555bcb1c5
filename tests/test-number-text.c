/* Tests of base/number-text: what each language writes (quality §2), what people type, and that
 * whatever is written is read back. The fault: a reader that takes the last separator for a
 * thousands separator. */
#include "model/base/number-text.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

#include "model/base/calendar.h"

#define NBSP "\u00A0"
#define NNBSP "\u202F"
#define THIN "\u2009"
#define MINUS "\u2212"
#define ROUNDS 20000

typedef char *MoneyFormat(Language language, int64_t value, char *text, size_t size);

static void check_format(MoneyFormat *format, int64_t value, const char *english,
                         const char *french) {
  char text[NUMBER_TEXT_SIZE];
  g_assert_cmpstr(format(LANGUAGE_EN, value, text, sizeof text), ==, english);
  g_assert_cmpstr(format(LANGUAGE_FR, value, text, sizeof text), ==, french);
}

static void test_money_format(void) {
  check_format(money_format, 123450, "$1,234.50", "1" NBSP "234,50" NBSP "$");
  check_format(money_format, -123450, "-$1,234.50", "-1" NBSP "234,50" NBSP "$");
  check_format(money_format, 0, "$0.00", "0,00" NBSP "$");
  check_format(money_format, -5, "-$0.05", "-0,05" NBSP "$");
  check_format(money_format, 99999, "$999.99", "999,99" NBSP "$");
  check_format(money_format, 100000, "$1,000.00", "1" NBSP "000,00" NBSP "$");
  check_format(money_format, 100000005, "$1,000,000.05", "1" NBSP "000" NBSP "000,05" NBSP "$");
  check_format(money_format, INT64_MIN, "-$92,233,720,368,547,758.08",
               "-92" NBSP "233" NBSP "720" NBSP "368" NBSP "547" NBSP "758,08" NBSP "$");
  check_format(money_format_whole, 123450, "$1,235", "1" NBSP "235" NBSP "$");
  check_format(money_format_whole, 123449, "$1,234", "1" NBSP "234" NBSP "$");
  check_format(money_format_whole, -123450, "-$1,235", "-1" NBSP "235" NBSP "$");
  check_format(money_format_whole, -49, "$0", "0" NBSP "$");
  check_format(money_format_whole, -50, "-$1", "-1" NBSP "$");
  check_format(money_format_whole, 99999950, "$1,000,000", "1" NBSP "000" NBSP "000" NBSP "$");
  check_format(money_format_signed, 1200, "+$12.00", "+12,00" NBSP "$");
  check_format(money_format_signed, -350, "-$3.50", "-3,50" NBSP "$");
  check_format(money_format_signed, 0, "$0.00", "0,00" NBSP "$");
  check_format(money_format_plain, 123450, "1,234.50", "1" NBSP "234,50");
  check_format(money_format_plain, -7, "-0.07", "-0,07");
}

static void test_other_formats(void) {
  check_format(percent_format, 12500, "12.5%", "12,5" NBSP "%");
  check_format(percent_format, 9975, "9.975%", "9,975" NBSP "%");
  check_format(percent_format, 50000, "50%", "50" NBSP "%");
  check_format(percent_format, 100000, "100%", "100" NBSP "%");
  check_format(percent_format, -10, "-0.01%", "-0,01" NBSP "%");
  check_format(percent_format, 0, "0%", "0" NBSP "%");
  check_format(count_format, 1600, "1,600", "1" NBSP "600");
  check_format(count_format, -1234567, "-1,234,567", "-1" NBSP "234" NBSP "567");
  check_format(count_format, 0, "0", "0");
  check_format(milli_format, 6500, "6.5", "6,5");
  check_format(milli_format, 6000, "6", "6");
  check_format(milli_format, 1, "0.001", "0,001");
  check_format(milli_format, -1234050, "-1234.05", "-1234,05");
  check_format(milli_format, 1234000, "1234", "1234");
}

static void test_dates_and_hours(void) {
  char text[NUMBER_TEXT_SIZE];
  int32_t date = date_from_ymd(2026, 3, 1);
  g_assert_cmpstr(date_format_long(LANGUAGE_EN, date, text, sizeof text), ==, "March 1, 2026");
  g_assert_cmpstr(date_format_long(LANGUAGE_FR, date, text, sizeof text), ==, "1 mars 2026");
  g_assert_cmpstr(date_format_day(LANGUAGE_EN, date, text, sizeof text), ==, "Mar 1");
  g_assert_cmpstr(date_format_day(LANGUAGE_FR, date, text, sizeof text), ==, "1 mars");
  date = date_from_ymd(2027, 2, 28);
  g_assert_cmpstr(date_format_long(LANGUAGE_FR, date, text, sizeof text), ==, "28 février 2027");
  g_assert_cmpstr(date_format_day(LANGUAGE_FR, date, text, sizeof text), ==, "28 févr.");
  g_assert_cmpstr(time_format(LANGUAGE_EN, 600, text, sizeof text), ==, "10:00");
  g_assert_cmpstr(time_format(LANGUAGE_FR, 600, text, sizeof text), ==, "10" NBSP "h" NBSP "00");
  g_assert_cmpstr(time_format(LANGUAGE_EN, 545, text, sizeof text), ==, "9:05");
  g_assert_cmpstr(time_format(LANGUAGE_EN, 1530, text, sizeof text), ==, "25:30");
  g_assert_cmpstr(month_name(LANGUAGE_FR, 8), ==, "août");
  g_assert_cmpstr(month_name_short(LANGUAGE_EN, 2), ==, "Feb");
  g_assert_cmpstr(weekday_name(LANGUAGE_FR, 0), ==, "lundi");
  g_assert_cmpstr(weekday_name(LANGUAGE_EN, 6), ==, "Sunday");
  g_assert_cmpstr(weekday_name_short(LANGUAGE_FR, 6), ==, "dim.");
  g_assert_cmpstr(weekday_name_short(LANGUAGE_EN, 4), ==, "Fri");
}

typedef struct {
  const char *text;
  NumberProblem problem;
  int64_t value;
  bool ambiguous;
} Typed;

static const Typed typed_money[] = {
    {"1234.50", NUMBER_OK, 123450, false},
    {"1234,50", NUMBER_OK, 123450, false},
    {"1,234.50", NUMBER_OK, 123450, false},
    {"1.234,50", NUMBER_OK, 123450, false},
    {"$1,234.50", NUMBER_OK, 123450, false},
    {"-$1,234.50", NUMBER_OK, -123450, false},
    {"$-1,234.50", NUMBER_OK, -123450, false},
    {"1 234,50 $", NUMBER_OK, 123450, false},
    {"1" NBSP "234,50" NBSP "$", NUMBER_OK, 123450, false},
    {"1" NNBSP "234,50" NNBSP "$", NUMBER_OK, 123450, false},
    {"1" THIN "234,50" THIN "$", NUMBER_OK, 123450, false},
    {MINUS "1" NBSP "234,50" NBSP "$", NUMBER_OK, -123450, false},
    {"(1 234,50 $)", NUMBER_OK, -123450, false},
    {"($1,234.50)", NUMBER_OK, -123450, false},
    {"( 1,234.50 ) CAD", NUMBER_OK, -123450, false},
    {"CA$ 12", NUMBER_OK, 1200, false},
    {"CAD 12.5", NUMBER_OK, 1250, false},
    {"12,5 $ CA", NUMBER_OK, 1250, false},
    {"12 cad", NUMBER_OK, 1200, false},
    {"\t12.00\r\n", NUMBER_OK, 1200, false},
    {"+12.00", NUMBER_OK, 1200, false},
    {"1,234,567", NUMBER_OK, 123456700, false},
    {"1.234.567,8", NUMBER_OK, 123456780, false},
    {"1,234,567.89", NUMBER_OK, 123456789, false},
    {"1,234", NUMBER_OK, 123400, true},
    {"1.234", NUMBER_OK, 123400, true},
    {"-999,999 $", NUMBER_OK, -99999900, true},
    {"1,234,50", NUMBER_OK, 123450, true},
    {"12,", NUMBER_OK, 1200, false},
    {"12.", NUMBER_OK, 1200, false},
    {".5", NUMBER_OK, 50, false},
    {",05", NUMBER_OK, 5, false},
    {"0", NUMBER_OK, 0, false},
    {"-0.00", NUMBER_OK, 0, false},
    {"0007", NUMBER_OK, 700, false},
    {"0.500", NUMBER_TOO_MANY_DECIMALS, 0, false},
    {".500", NUMBER_TOO_MANY_DECIMALS, 0, false},
    {"1 234,500", NUMBER_TOO_MANY_DECIMALS, 0, false},
    {"1234.567", NUMBER_TOO_MANY_DECIMALS, 0, false},
    {"1,234.567", NUMBER_TOO_MANY_DECIMALS, 0, false},
    {"1.2345", NUMBER_TOO_MANY_DECIMALS, 0, false},
    {"92233720368547758.07", NUMBER_OK, INT64_MAX, false},
    {"-92 233 720 368 547 758,07", NUMBER_OK, -INT64_MAX, false},
    {"92233720368547758.08", NUMBER_TOO_LARGE, 0, false},
    {"-92233720368547758.08", NUMBER_TOO_LARGE, 0, false},
    {"92233720368547759", NUMBER_TOO_LARGE, 0, false},
    {"99999999999999999999999999999999", NUMBER_TOO_LARGE, 0, false},
    {"", NUMBER_EMPTY, 0, false},
    {" " NBSP "\t", NUMBER_EMPTY, 0, false},
    {"$", NUMBER_EMPTY, 0, false},
    {"CAD", NUMBER_EMPTY, 0, false},
    {"-", NUMBER_NOT_A_NUMBER, 0, false},
    {"+", NUMBER_NOT_A_NUMBER, 0, false},
    {"()", NUMBER_NOT_A_NUMBER, 0, false},
    {".", NUMBER_NOT_A_NUMBER, 0, false},
    {",,", NUMBER_NOT_A_NUMBER, 0, false},
    {"--5", NUMBER_NOT_A_NUMBER, 0, false},
    {"-(5)", NUMBER_NOT_A_NUMBER, 0, false},
    {"(-5)", NUMBER_NOT_A_NUMBER, 0, false},
    {"(5", NUMBER_NOT_A_NUMBER, 0, false},
    {"5)", NUMBER_NOT_A_NUMBER, 0, false},
    {"(5))", NUMBER_NOT_A_NUMBER, 0, false},
    {"5-", NUMBER_NOT_A_NUMBER, 0, false},
    {"5 $ 6", NUMBER_NOT_A_NUMBER, 0, false},
    {"twelve", NUMBER_NOT_A_NUMBER, 0, false},
    {"12x", NUMBER_NOT_A_NUMBER, 0, false},
    {"1e5", NUMBER_NOT_A_NUMBER, 0, false},
    {"0x10", NUMBER_NOT_A_NUMBER, 0, false},
    {"nan", NUMBER_NOT_A_NUMBER, 0, false},
    {"1'234", NUMBER_NOT_A_NUMBER, 0, false},
    {"12,34,567.00", NUMBER_NOT_A_NUMBER, 0, false},
    {"1,23,45", NUMBER_NOT_A_NUMBER, 0, false},
    {"1.234,567.89", NUMBER_NOT_A_NUMBER, 0, false},
    {"1..5", NUMBER_NOT_A_NUMBER, 0, false},
    {"9999999999999999999999999999999x", NUMBER_NOT_A_NUMBER, 0, false},
    {"12 €", NUMBER_NOT_A_NUMBER, 0, false},
    {"12\xA0", NUMBER_NOT_A_NUMBER, 0, false},
    {"12\xC2", NUMBER_NOT_A_NUMBER, 0, false},
    {"\xE2\x80", NUMBER_NOT_A_NUMBER, 0, false},
    {"\xFF\xFE"
     "12",
     NUMBER_NOT_A_NUMBER, 0, false},
    {"\xF8\x88\x80\x80\xA0"
     "5",
     NUMBER_NOT_A_NUMBER, 0, false},
    {"١٢", NUMBER_NOT_A_NUMBER, 0, false},
};

static const Typed typed_percent[] = {
    {"9,975", NUMBER_OK, 9975, false},
    {"9.975 %", NUMBER_OK, 9975, false},
    {"12,5" NBSP "%", NUMBER_OK, 12500, false},
    {"50%", NUMBER_OK, 50000, false},
    {"1,234", NUMBER_OK, 1234, false},
    {"0,500", NUMBER_OK, 500, false},
    {"-3.5%", NUMBER_OK, -3500, false},
    {"1,234.5", NUMBER_OK, 1234500, false},
    {"1 234,567", NUMBER_OK, 1234567, false},
    {"9,9755", NUMBER_TOO_MANY_DECIMALS, 0, false},
    {"1,234,5", NUMBER_NOT_A_NUMBER, 0, false},
    {"%", NUMBER_EMPTY, 0, false},
    {"9223372036854775.807", NUMBER_OK, INT64_MAX, false},
    {"9223372036854775.808", NUMBER_TOO_LARGE, 0, false},
};

static const Typed typed_count[] = {
    {"444", NUMBER_OK, 444, false},
    {"1,600", NUMBER_OK, 1600, false},
    {"1.600", NUMBER_OK, 1600, false},
    {"1" NBSP "600", NUMBER_OK, 1600, false},
    {"1,234,567", NUMBER_OK, 1234567, false},
    {"-3", NUMBER_OK, -3, false},
    {"1.5", NUMBER_TOO_MANY_DECIMALS, 0, false},
    {"0,500", NUMBER_TOO_MANY_DECIMALS, 0, false},
    {"1600.00", NUMBER_TOO_MANY_DECIMALS, 0, false},
    {"9223372036854775807", NUMBER_OK, INT64_MAX, false},
    {"9223372036854775808", NUMBER_TOO_LARGE, 0, false},
    {"four", NUMBER_NOT_A_NUMBER, 0, false},
    {"", NUMBER_EMPTY, 0, false},
};

static void check_outcome(const Typed *typed, NumberProblem problem, int64_t value) {
  if (problem != typed->problem)
    g_error("\"%s\": problem %d, not %d", typed->text, (int)problem, (int)typed->problem);
  if (value != (typed->problem == NUMBER_OK ? typed->value : 42))
    g_error("\"%s\": read as %" G_GINT64_FORMAT, typed->text, value);
}

static void test_money_parse(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(typed_money); i++) {
    /* An exact copy lets the address sanitizer see a read past the end. */
    g_autofree char *text = g_strdup(typed_money[i].text);
    int64_t cents = 42;
    bool ambiguous = !typed_money[i].ambiguous;
    NumberProblem problem = money_parse(text, &cents, &ambiguous);
    check_outcome(&typed_money[i], problem, cents);
    if (problem == NUMBER_OK && ambiguous != typed_money[i].ambiguous)
      g_error("\"%s\": ambiguous %d", text, ambiguous);
    cents = 42;
    problem = money_parse(text, &cents, NULL);
    check_outcome(&typed_money[i], problem, cents);
  }
}

static void check_typed(NumberProblem (*parse)(const char *, int64_t *), const Typed *typed,
                        size_t count) {
  for (size_t i = 0; i < count; i++) {
    int64_t value = 42;
    NumberProblem problem = parse(typed[i].text, &value);
    check_outcome(&typed[i], problem, value);
  }
}

static void test_other_parsers(void) {
  check_typed(percent_parse, typed_percent, G_N_ELEMENTS(typed_percent));
  check_typed(milli_parse, typed_percent, G_N_ELEMENTS(typed_percent));
  check_typed(count_parse, typed_count, G_N_ELEMENTS(typed_count));
}

static NumberProblem time_parse_wide(const char *text, int64_t *value) {
  int minute = 42;
  NumberProblem problem = time_parse(text, &minute);
  *value = minute;
  return problem;
}

static NumberProblem date_parse_wide(const char *text, int64_t *value) {
  int32_t date = 42;
  NumberProblem problem = date_parse(text, &date);
  *value = date;
  return problem;
}

static void test_time_parse(void) {
  static const Typed typed[] = {
      {"10:30", NUMBER_OK, 630},
      {"10 h 30", NUMBER_OK, 630},
      {"10" NBSP "h" NBSP "30", NUMBER_OK, 630},
      {"10h30", NUMBER_OK, 630},
      {"10h", NUMBER_OK, 600},
      {"10 H", NUMBER_OK, 600},
      {" 22:00 ", NUMBER_OK, 1320},
      {"9:05", NUMBER_OK, 545},
      {"9 h 5", NUMBER_OK, 545},
      {"0:00", NUMBER_OK, 0},
      {"24:00", NUMBER_OK, 1440},
      {"48:00", NUMBER_OK, 2880},
      {"48:01", NUMBER_TOO_LARGE, 0},
      {"99 h", NUMBER_TOO_LARGE, 0},
      {"", NUMBER_EMPTY, 0},
      {"10:", NUMBER_NOT_A_NUMBER, 0},
      {"10:5", NUMBER_NOT_A_NUMBER, 0},
      {"10:60", NUMBER_NOT_A_NUMBER, 0},
      {"10:300", NUMBER_NOT_A_NUMBER, 0},
      {"1030", NUMBER_NOT_A_NUMBER, 0},
      {":30", NUMBER_NOT_A_NUMBER, 0},
      {"-1:00", NUMBER_NOT_A_NUMBER, 0},
      {"10:30x", NUMBER_NOT_A_NUMBER, 0},
      {"10h\xFF", NUMBER_NOT_A_NUMBER, 0},
      {"99999999999 h", NUMBER_NOT_A_NUMBER, 0},
  };
  check_typed(time_parse_wide, typed, G_N_ELEMENTS(typed));
}

static void test_date_parse(void) {
  int32_t march_1 = date_from_ymd(2026, 3, 1), february_4 = date_from_ymd(2026, 2, 4);
  const Typed typed[] = {
      {"2026-03-01", NUMBER_OK, march_1},
      {" 2026-03-01 ", NUMBER_OK, march_1},
      {"March 1, 2026", NUMBER_OK, march_1},
      {"march 1 2026", NUMBER_OK, march_1},
      {"Mar. 1, 2026", NUMBER_OK, march_1},
      {"1 mars 2026", NUMBER_OK, march_1},
      {"1er mars 2026", NUMBER_OK, march_1},
      {"1" NBSP "mars" NBSP "2026", NUMBER_OK, march_1},
      {"1 March 2026", NUMBER_OK, march_1},
      {"4 février 2026", NUMBER_OK, february_4},
      {"4 FÉVRIER 2026", NUMBER_OK, february_4},
      {"4 fevrier 2026", NUMBER_OK, february_4},
      {"4 févr. 2026", NUMBER_OK, february_4},
      {"Feb 4, 2026", NUMBER_OK, february_4},
      {"15 aout 2026", NUMBER_OK, date_from_ymd(2026, 8, 15)},
      {"15 août 2026", NUMBER_OK, date_from_ymd(2026, 8, 15)},
      {"February 29, 2028", NUMBER_OK, date_from_ymd(2028, 2, 29)},
      {"", NUMBER_EMPTY, 0},
      {NBSP " ", NUMBER_EMPTY, 0},
      {"February 30, 2026", NUMBER_NOT_A_NUMBER, 0},
      {"29 février 2026", NUMBER_NOT_A_NUMBER, 0},
      {"2 er mars 2026", NUMBER_NOT_A_NUMBER, 0},
      {"2er mars 2026", NUMBER_NOT_A_NUMBER, 0},
      {"mars 2026", NUMBER_NOT_A_NUMBER, 0},
      {"1 mars", NUMBER_NOT_A_NUMBER, 0},
      {"1 mars 26", NUMBER_NOT_A_NUMBER, 0},
      {"1 mars 20266", NUMBER_NOT_A_NUMBER, 0},
      {"1 mars 2026 x", NUMBER_NOT_A_NUMBER, 0},
      {"1 lundi 2026", NUMBER_NOT_A_NUMBER, 0},
      {"1 ma 2026", NUMBER_NOT_A_NUMBER, 0},
      {"2026-3-1", NUMBER_NOT_A_NUMBER, 0},
      {"01/03/2026", NUMBER_NOT_A_NUMBER, 0},
      {"2026-03-01T00:00", NUMBER_NOT_A_NUMBER, 0},
      {"1 f\xC3 2026", NUMBER_NOT_A_NUMBER, 0},
      {"1 mars 1899", NUMBER_NOT_A_NUMBER, 0},
  };
  check_typed(date_parse_wide, typed, G_N_ELEMENTS(typed));
}

typedef NumberProblem MoneyParse(const char *text, int64_t *cents, bool *ambiguous);

/* The fault: all separators are thousands. */
static NumberProblem money_parse_thousands(const char *text, int64_t *cents, bool *ambiguous) {
  g_autoptr(GString) digits = g_string_new(NULL);
  for (; *text != '\0'; text++)
    if (g_ascii_isdigit(*text) || *text == '-')
      g_string_append_c(digits, *text);
  *ambiguous = false;
  *cents = (int64_t)((uint64_t)g_ascii_strtoll(digits->str, NULL, 10) * 100);
  return NUMBER_OK;
}

static int64_t random_value(GRand *luck) {
  int64_t bits = (int64_t)((uint64_t)g_rand_int(luck) << 32 | g_rand_int(luck));
  int64_t value = bits >> g_rand_int_range(luck, 0, 63);
  return value == INT64_MIN ? 0 : value;
}

static int count_wrong_money_round_trips(MoneyParse *parse) {
  static MoneyFormat *const formats[] = {money_format, money_format_signed, money_format_plain};
  GRand *luck = g_rand_new_with_seed(7);
  int wrong = 0;
  for (int i = 0; i < ROUNDS; i++) {
    int64_t cents = random_value(luck), read = 0;
    char text[NUMBER_TEXT_SIZE];
    bool ambiguous = true;
    formats[i % 3]((Language)(i / 3 % 2), cents, text, sizeof text);
    g_assert_true(g_utf8_validate(text, -1, NULL));
    wrong += parse(text, &read, &ambiguous) != NUMBER_OK || read != cents || ambiguous;
  }
  g_rand_free(luck);
  return wrong;
}

static void test_round_trip_money(void) {
  g_assert_cmpint(count_wrong_money_round_trips(money_parse), ==, 0);
  g_assert_cmpint(count_wrong_money_round_trips(money_parse_thousands), >, 0);
}

static void test_round_trip_others(void) {
  GRand *luck = g_rand_new_with_seed(8);
  char text[NUMBER_TEXT_SIZE];
  for (int i = 0; i < ROUNDS; i++) {
    Language language = (Language)(i % 2);
    int64_t value = random_value(luck), read = 0;
    percent_format(language, value, text, sizeof text);
    g_assert_cmpint(percent_parse(text, &read), ==, NUMBER_OK);
    g_assert_cmpint(read, ==, value);
    milli_format(language, value, text, sizeof text);
    g_assert_cmpint(milli_parse(text, &read), ==, NUMBER_OK);
    g_assert_cmpint(read, ==, value);
    count_format(language, value, text, sizeof text);
    g_assert_cmpint(count_parse(text, &read), ==, NUMBER_OK);
    g_assert_cmpint(read, ==, value);
  }
  for (int minute = 0; minute <= 2880; minute++)
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
      int read = -1;
      time_format((Language)language, minute, text, sizeof text);
      g_assert_cmpint(time_parse(text, &read), ==, NUMBER_OK);
      g_assert_cmpint(read, ==, minute);
    }
  int32_t last = date_from_ymd(2200, 12, 31);
  for (int32_t date = date_from_ymd(1900, 1, 1); date <= last; date += 11)
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
      int32_t read = 0;
      date_format_long((Language)language, date, text, sizeof text);
      g_assert_cmpint(date_parse(text, &read), ==, NUMBER_OK);
      g_assert_cmpint(read, ==, date);
    }
  g_rand_free(luck);
}

/* Random bytes, and random words of what the readers know: never a crash, and an out is touched
 * only by an answer. */
static void test_garbage(void) {
  static const char *const pieces[] = {"1",   "23", "456",  "000", ".",    ",",        "-",
                                       MINUS, "(",  ")",    "$",   "CA",   "CAD",      "%",
                                       " ",   NBSP, NNBSP,  THIN,  "\xC2", "\xE2\x80", "\xFF",
                                       "x",   "é",  "mars", "er",  "h",    ":"};
  GRand *luck = g_rand_new_with_seed(9);
  for (int i = 0; i < ROUNDS; i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    int length = g_rand_int_range(luck, 0, i % 50 == 0 ? 400 : 12);
    for (int j = 0; j < length; j++)
      if (i % 4 == 0)
        g_string_append_c(text, (char)g_rand_int_range(luck, 1, 256));
      else
        g_string_append(text, pieces[g_rand_int_range(luck, 0, G_N_ELEMENTS(pieces))]);
    g_autofree char *exact = g_strdup(text->str);
    int64_t value = 42;
    int minute = 42;
    int32_t date = 42;
    g_assert_true(money_parse(exact, &value, NULL) == NUMBER_OK || value == 42);
    value = 42;
    g_assert_true(percent_parse(exact, &value) == NUMBER_OK || value == 42);
    value = 42;
    g_assert_true(count_parse(exact, &value) == NUMBER_OK || value == 42);
    g_assert_true(time_parse(exact, &minute) == NUMBER_OK || minute == 42);
    g_assert_true(date_parse(exact, &date) == NUMBER_OK || date == 42);
  }
  g_rand_free(luck);
}

/* Longer than any number that fits: refused whole, never cut. */
static void test_long(void) {
  g_autofree char *zeros = g_strnfill(200, '0');
  g_autofree char *text = g_strconcat(zeros, "5", NULL);
  int64_t value = 42;
  g_assert_cmpint(money_parse(text, &value, NULL), ==, NUMBER_TOO_LARGE);
  g_assert_cmpint(count_parse(text, &value), ==, NUMBER_TOO_LARGE);
  g_assert_cmpint(value, ==, 42);
}

/* The C locale, whatever it is, changes nothing. */
static void test_locale(void) {
  static const char *const locales[] = {"fr_CA.UTF-8", "de_DE.UTF-8", "en_CA.UTF-8", "C"};
  for (size_t i = 0; i < G_N_ELEMENTS(locales); i++) {
    if (!setlocale(LC_ALL, locales[i]))
      continue;
    check_format(money_format, -123450, "-$1,234.50", "-1" NBSP "234,50" NBSP "$");
    int64_t cents = 0;
    g_assert_cmpint(money_parse("1,234.50", &cents, NULL), ==, NUMBER_OK);
    g_assert_cmpint(cents, ==, 123450);
  }
  setlocale(LC_ALL, "C");
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/number-text/money-format", test_money_format);
  g_test_add_func("/number-text/other-formats", test_other_formats);
  g_test_add_func("/number-text/dates-and-hours", test_dates_and_hours);
  g_test_add_func("/number-text/money-parse", test_money_parse);
  g_test_add_func("/number-text/other-parsers", test_other_parsers);
  g_test_add_func("/number-text/time-parse", test_time_parse);
  g_test_add_func("/number-text/date-parse", test_date_parse);
  g_test_add_func("/number-text/round-trip-money", test_round_trip_money);
  g_test_add_func("/number-text/round-trip-others", test_round_trip_others);
  g_test_add_func("/number-text/garbage", test_garbage);
  g_test_add_func("/number-text/long", test_long);
  g_test_add_func("/number-text/locale", test_locale);
  return g_test_run();
}
