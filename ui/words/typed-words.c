/* Room: words. A field's value as the text of an entry, and back. Knows: number text. Must not
 * know: widgets. */
#include "ui/words/typed-words.h"

#include <string.h>

#include "model/base/money.h"

/* How a unit is written and read; count_format and count_parse where a unit has no row. */
typedef struct {
  char *(*format)(Language language, int64_t value, char *text, size_t size);
  NumberProblem (*parse)(const char *text, int64_t *value, bool *ambiguous);
} Writing;

static char *format_time(Language language, int64_t value, char *text, size_t size) {
  return time_format(language, (int)value, text, size);
}

static NumberProblem parse_time(const char *text, int64_t *value, bool *ambiguous) {
  int minute = 0;
  NumberProblem problem = time_parse(text, &minute);
  *value = minute;
  return problem;
}

static char *format_date(Language language, int64_t value, char *text, size_t size) {
  return date_format_long(language, (int32_t)value, text, size);
}

static NumberProblem parse_date(const char *text, int64_t *value, bool *ambiguous) {
  int32_t date = 0;
  NumberProblem problem = date_parse(text, &date);
  *value = date;
  return problem;
}

static NumberProblem parse_percent(const char *text, int64_t *value, bool *ambiguous) {
  return percent_parse(text, value);
}

static NumberProblem parse_milli(const char *text, int64_t *value, bool *ambiguous) {
  return milli_parse(text, value);
}

static NumberProblem parse_count(const char *text, int64_t *value, bool *ambiguous) {
  return count_parse(text, value);
}

static const Writing *writing_of(Unit unit) {
  static const Writing count = {count_format, parse_count};
  static const Writing writings[UNIT_COUNT] = {
      [UNIT_CENTS] = {money_format, money_parse}, [UNIT_PER_100K] = {percent_format, parse_percent},
      [UNIT_MILLI] = {milli_format, parse_milli}, [UNIT_MINUTE_OF_DAY] = {format_time, parse_time},
      [UNIT_DATE] = {format_date, parse_date},
  };
  return unit < UNIT_COUNT && writings[unit].format ? &writings[unit] : &count;
}

char *field_text_format(Language language, Unit unit, gint64 value) {
  char text[NUMBER_TEXT_SIZE];
  return g_strdup(writing_of(unit)->format(language, value, text, sizeof text));
}

NumberProblem field_text_parse(Unit unit, const char *text, gint64 *value, gboolean *ambiguous) {
  bool thousands = false;
  int64_t number = 0;
  NumberProblem problem = writing_of(unit)->parse(text, &number, &thousands);
  if (problem != NUMBER_OK)
    return problem;
  *value = number;
  *ambiguous = thousands;
  return NUMBER_OK;
}

/* Separators of a typed number, and the digits after the last of them. */
static int count_separators(const char *text, int *digits_after) {
  int separators = 0;
  *digits_after = 0;
  for (; *text; text++) {
    if (*text == '.' || *text == ',') {
      separators++;
      *digits_after = 0;
    } else if (g_ascii_isdigit(*text)) {
      ++*digits_after;
    }
  }
  return separators;
}

/* Letters and digits alone: "22 h 00" and "22 H 00" are written alike. */
static gboolean is_written_alike(const char *typed, const char *tidy) {
  g_autofree char *a = g_utf8_casefold(typed, -1), *b = g_utf8_casefold(tidy, -1);
  const char *at = a, *other = b;
  for (;;) {
    while (*at && !g_unichar_isalnum(g_utf8_get_char(at)))
      at = g_utf8_next_char(at);
    while (*other && !g_unichar_isalnum(g_utf8_get_char(other)))
      other = g_utf8_next_char(other);
    if (!*at || g_utf8_get_char(at) != g_utf8_get_char(other))
      return *at == *other;
    at = g_utf8_next_char(at);
    other = g_utf8_next_char(other);
  }
}

static gboolean may_mean_more(Unit unit, const char *typed, const char *tidy, gboolean ambiguous) {
  int digits = 0;
  int separators = count_separators(typed, &digits);
  if (unit == UNIT_CENTS)
    return ambiguous;
  if (unit == UNIT_PER_100K || unit == UNIT_MILLI)
    return separators == 1 && digits == 3;
  if (unit == UNIT_DATE || unit == UNIT_MINUTE_OF_DAY)
    return !is_written_alike(typed, tidy);
  return separators > 0;
}

char *field_text_reading(Language language, Unit unit, const char *typed) {
  gint64 value = 0;
  gboolean ambiguous = FALSE;
  if (unit == UNIT_TEXT || field_text_parse(unit, typed, &value, &ambiguous) != NUMBER_OK)
    return NULL;
  g_autofree char *tidy = field_text_format(language, unit, value);
  if (strcmp(typed, tidy) == 0)
    return NULL;
  return may_mean_more(unit, typed, tidy, ambiguous) ? g_strconcat("= ", tidy, NULL) : NULL;
}

const char *field_text_keypad(Language language, Unit unit) {
  if (unit == UNIT_TEXT)
    return NULL;
  if (unit == UNIT_DATE)
    return "-";
  if (unit == UNIT_MINUTE_OF_DAY)
    return ":";
  return language == LANGUAGE_FR ? "," : ".";
}

static gboolean is_typed_as_discount(const char *path) {
  return strcmp(path, "deal.price_cents") == 0;
}

const char *typed_label(Language language, const char *path) {
  return is_typed_as_discount(path) ? say(language, "Discount") : field_label(language, path);
}

char *typed_problem_text(Language language, const Problem *problem) {
  if (problem->code != PROBLEM_BELOW_MINIMUM || !is_typed_as_discount(problem->path))
    return problem_text(language, problem);
  g_autofree char *most = field_text_format(language, UNIT_PER_100K, RATE_ONE_PER_100K);
  return g_strdup_printf(say(language, "Too high: at most %s."), most);
}

gint64 field_step(Unit unit) {
  static const gint64 steps[UNIT_COUNT] = {[UNIT_CENTS] = 100,
                                           [UNIT_PER_100K] = 1000,
                                           [UNIT_MILLI] = 500,
                                           [UNIT_MINUTES] = 5,
                                           [UNIT_MINUTE_OF_DAY] = 15};
  return unit < UNIT_COUNT && steps[unit] ? steps[unit] : 1;
}

gint64 field_stepped(const Field *field, gint64 value, gint64 by) {
  return CLAMP(value + by, field->minimum, field->maximum);
}
