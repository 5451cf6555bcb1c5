/* What is typed into an entry (quality §2): which readings are shown, what the keypad's decimal
 * types, what a press of an arrow adds. The fault: a reading shown only of amounts. */
#include <glib.h>

#include "ui/words/typed-words.h"

#define NBSP "\u00a0"

typedef struct {
  Unit unit;
  const char *typed, *english, *french; /* NULL: none is shown */
} Reading;

static const Reading readings[] = {
    {UNIT_CENTS, "1,234", "= $1,234.00", "= 1" NBSP "234,00" NBSP "$"},
    {UNIT_CENTS, "1.234", "= $1,234.00", "= 1" NBSP "234,00" NBSP "$"},
    {UNIT_CENTS, "1234", NULL, NULL},
    {UNIT_CENTS, "12,50", NULL, NULL},
    {UNIT_CENTS, "$1,234.50", NULL, NULL},
    {UNIT_CENTS, "abc", NULL, NULL},
    {UNIT_CENTS, "", NULL, NULL},
    {UNIT_PER_100K, "9,975", "= 9.975%", "= 9,975" NBSP "%"},
    {UNIT_PER_100K, "12,5", NULL, NULL},
    {UNIT_MILLI, "1,500", "= 1.5", "= 1,5"},
    {UNIT_MILLI, "6.5", NULL, NULL},
    {UNIT_COUNT_OF, "1.234", "= 1,234", "= 1" NBSP "234"},
    {UNIT_COUNT_OF, "1 234", NULL, NULL},
    {UNIT_DATE, "2026-03-01", "= March 1, 2026", "= 1 mars 2026"},
    {UNIT_DATE, "march 1 2026", NULL, "= 1 mars 2026"},
    {UNIT_DATE, "1 mars 2026", "= March 1, 2026", NULL},
    {UNIT_DATE, "March 32, 2026", NULL, NULL},
    {UNIT_MINUTE_OF_DAY, "22h", "= 22:00", "= 22" NBSP "h" NBSP "00"},
    {UNIT_MINUTE_OF_DAY, "22:00", NULL, "= 22" NBSP "h" NBSP "00"},
    {UNIT_MINUTE_OF_DAY, "22 H 00", "= 22:00", NULL},
    {UNIT_TEXT, "1,234", NULL, NULL},
};

static void test_readings(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(readings); i++) {
    const Reading *each = &readings[i];
    g_autofree char *english = field_text_reading(LANGUAGE_EN, each->unit, each->typed);
    g_autofree char *french = field_text_reading(LANGUAGE_FR, each->unit, each->typed);
    g_test_message("%s", each->typed);
    g_assert_cmpstr(english, ==, each->english);
    g_assert_cmpstr(french, ==, each->french);
  }
}

/* What we write ourselves is never explained to her, and is read back. */
static void test_own_form_is_plain(void) {
  static const struct {
    Unit unit;
    gint64 value;
  } values[] = {{UNIT_CENTS, 123450},   {UNIT_CENTS, -5},          {UNIT_CENTS, 100000000},
                {UNIT_PER_100K, 12500}, {UNIT_MILLI, 6500},        {UNIT_DATE, 20513},
                {UNIT_MINUTES, 45},     {UNIT_MINUTE_OF_DAY, 630}, {UNIT_MINUTE_OF_DAY, 1530},
                {UNIT_COUNT_OF, 12},    {UNIT_MONTH, 12}};
  for (int language = 0; language < LANGUAGE_COUNT; language++)
    for (gsize i = 0; i < G_N_ELEMENTS(values); i++) {
      g_autofree char *text =
          field_text_format((Language)language, values[i].unit, values[i].value);
      g_assert_null(field_text_reading((Language)language, values[i].unit, text));
      gint64 read = 0;
      gboolean ambiguous = TRUE;
      g_assert_cmpint(field_text_parse(values[i].unit, text, &read, &ambiguous), ==, NUMBER_OK);
      g_assert_cmpint(read, ==, values[i].value);
      g_assert_false(ambiguous);
    }
}

/* The fault. */
static char *reading_of_amounts(Unit unit, const char *typed) {
  return unit == UNIT_CENTS ? field_text_reading(LANGUAGE_EN, unit, typed) : NULL;
}

static void test_fault(void) {
  int wrong = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(readings); i++) {
    g_autofree char *text = reading_of_amounts(readings[i].unit, readings[i].typed);
    wrong += g_strcmp0(text, readings[i].english) != 0;
  }
  g_assert_cmpint(wrong, ==, 7);
}

static void check_problem(Language language, const char *path, ProblemCode code, const char *said) {
  Problem problem = {.code = code, .values = {-60000, 0, 0}};
  g_strlcpy(problem.path, path, sizeof problem.path);
  g_autofree char *text = typed_problem_text(language, &problem);
  g_assert_cmpstr(text, ==, said);
}

/* Who typed 475 % typed nothing that is too low. */
static void test_price_is_typed_as_discount(void) {
  check_problem(LANGUAGE_EN, "deal.price_cents", PROBLEM_BELOW_MINIMUM, "Too high: at most 100%.");
  check_problem(LANGUAGE_FR, "deal.price_cents", PROBLEM_BELOW_MINIMUM,
                "Trop élevé" NBSP ": au plus 100" NBSP "%.");
  check_problem(LANGUAGE_EN, "deal.list_price_cents", PROBLEM_BELOW_MINIMUM,
                "Too low: at least $0.00.");
  g_assert_cmpstr(typed_label(LANGUAGE_EN, "deal.price_cents"), ==, "Discount");
  g_assert_cmpstr(typed_label(LANGUAGE_FR, "deal.price_cents"), ==, "Rabais");
  g_assert_cmpstr(typed_label(LANGUAGE_EN, "deal.list_price_cents"), ==, "List price");
}

static void test_keypad(void) {
  static const Unit numbers[] = {UNIT_CENTS, UNIT_PER_100K, UNIT_MILLI, UNIT_COUNT_OF, UNIT_DAYS};
  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
    g_assert_cmpstr(field_text_keypad(LANGUAGE_EN, numbers[i]), ==, ".");
    g_assert_cmpstr(field_text_keypad(LANGUAGE_FR, numbers[i]), ==, ",");
  }
  for (int language = 0; language < LANGUAGE_COUNT; language++) {
    g_assert_cmpstr(field_text_keypad((Language)language, UNIT_MINUTE_OF_DAY), ==, ":");
    g_assert_cmpstr(field_text_keypad((Language)language, UNIT_DATE), ==, "-");
    g_assert_null(field_text_keypad((Language)language, UNIT_TEXT));
  }
}

static void test_steps(void) {
  for (int unit = 0; unit < UNIT_COUNT; unit++)
    g_assert_cmpint(field_step((Unit)unit), >, 0);
  const Field *commission = field_find("deal.commission_per_100k");
  g_assert_cmpint(field_stepped(commission, 50000, 1000), ==, 51000);
  g_assert_cmpint(field_stepped(commission, 99500, 1000), ==, 100000);
  g_assert_cmpint(field_stepped(commission, 500, -1000), ==, 0);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/typed-words/readings", test_readings);
  g_test_add_func("/typed-words/own-form", test_own_form_is_plain);
  g_test_add_func("/typed-words/fault", test_fault);
  g_test_add_func("/typed-words/discount", test_price_is_typed_as_discount);
  g_test_add_func("/typed-words/keypad", test_keypad);
  g_test_add_func("/typed-words/steps", test_steps);
  return g_test_run();
}
