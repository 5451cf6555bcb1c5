/* Room: screen. A field's value as the text of an entry, and back. Knows: number text. Must not
 * know: widgets. */
#include "ui/screen/field-text.h"

char *field_text_format(Language language, Unit unit, gint64 value) {
  char text[NUMBER_TEXT_SIZE];
  switch (unit) {
  case UNIT_CENTS:
    return g_strdup(money_format(language, value, text, sizeof text));
  case UNIT_PER_100K:
    return g_strdup(percent_format(language, value, text, sizeof text));
  case UNIT_MILLI:
    return g_strdup(milli_format(language, value, text, sizeof text));
  case UNIT_MINUTE_OF_DAY:
    return g_strdup(time_format(language, (int)value, text, sizeof text));
  case UNIT_DATE:
    return g_strdup(date_format_long(language, (int32_t)value, text, sizeof text));
  case UNIT_NONE:
  case UNIT_COUNT_OF:
  case UNIT_MINUTES:
  case UNIT_DAYS:
  case UNIT_WEEKDAY:
  case UNIT_MONTH:
  case UNIT_INDEX:
  case UNIT_WEIGHT:
  case UNIT_TEXT:
  case UNIT_COUNT:
    break;
  }
  return g_strdup(count_format(language, value, text, sizeof text));
}

NumberProblem field_text_parse(Unit unit, const char *text, gint64 *value, gboolean *ambiguous) {
  bool thousands = false;
  int minute = 0;
  int32_t date = 0;
  int64_t number = 0;
  NumberProblem problem = NUMBER_OK;
  switch (unit) {
  case UNIT_CENTS:
    problem = money_parse(text, &number, &thousands);
    break;
  case UNIT_PER_100K:
    problem = percent_parse(text, &number);
    break;
  case UNIT_MILLI:
    problem = milli_parse(text, &number);
    break;
  case UNIT_MINUTE_OF_DAY:
    problem = time_parse(text, &minute);
    number = minute;
    break;
  case UNIT_DATE:
    problem = date_parse(text, &date);
    number = date;
    break;
  case UNIT_NONE:
  case UNIT_COUNT_OF:
  case UNIT_MINUTES:
  case UNIT_DAYS:
  case UNIT_WEEKDAY:
  case UNIT_MONTH:
  case UNIT_INDEX:
  case UNIT_WEIGHT:
  case UNIT_TEXT:
  case UNIT_COUNT:
    problem = count_parse(text, &number);
    break;
  }
  if (problem != NUMBER_OK)
    return problem;
  *value = number;
  *ambiguous = thousands;
  return NUMBER_OK;
}
