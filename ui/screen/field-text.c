/* Room: screen. A field's value as the text of an entry, and back. Knows: number text. Must not
 * know: widgets. */
#include "ui/screen/field-text.h"

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
