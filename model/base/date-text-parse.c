/* Room: base. Knows: how people type hours and dates in either language. Must not know: the C
 * locale, today's date. */
#include "model/base/number-text.h"

#include <string.h>

#include "model/base/calendar.h"
#include "model/base/text-scan.h"

#define MINUTE_MAX 2880

static bool is_empty(const char *text) {
  while (text_skip_blank(&text))
    ;
  return *text == '\0';
}

static void skip_blanks(const char **at) {
  while (text_skip_blank(at))
    ;
}

NumberProblem time_parse(const char *text, int *minute_of_day) {
  if (is_empty(text))
    return NUMBER_EMPTY;
  const char *at = text;
  int hours, minutes = 0;
  skip_blanks(&at);
  if (!text_read_digits(&at, 2, &hours))
    return NUMBER_NOT_A_NUMBER;
  skip_blanks(&at);
  bool colon = text_skip_word(&at, ":");
  if (!colon && !text_skip_word(&at, "H"))
    return NUMBER_NOT_A_NUMBER;
  skip_blanks(&at);
  const char *before_minutes = at;
  bool has_minutes = text_read_digits(&at, 2, &minutes);
  if (colon ? !has_minutes || at - before_minutes != 2 : false)
    return NUMBER_NOT_A_NUMBER;
  skip_blanks(&at);
  if (*at != '\0' || minutes > 59)
    return NUMBER_NOT_A_NUMBER;
  if (hours * 60 + minutes > MINUTE_MAX)
    return NUMBER_TOO_LARGE;
  *minute_of_day = hours * 60 + minutes;
  return NUMBER_OK;
}

/* A letter without its case and accent; '\0' when there is none. */
static char read_letter(const char **at) {
  static const struct {
    const char *text;
    char plain;
  } accented[] = {{"é", 'e'}, {"É", 'e'}, {"û", 'u'}, {"Û", 'u'}};
  char c = **at;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
    (*at)++;
    return (char)(c | 0x20);
  }
  for (size_t i = 0; i < sizeof accented / sizeof accented[0]; i++)
    if (text_skip_word(at, accented[i].text))
      return accented[i].plain;
  return '\0';
}

/* The whole word at *at against one name of ours, both without case, accent and final period. */
static bool skip_name(const char **at, const char *name) {
  const char *text = *at;
  for (;;) {
    char typed = read_letter(&text);
    char expected = read_letter(&name);
    if (typed != expected)
      return false;
    if (typed == '\0')
      break;
  }
  text_skip_word(&text, ".");
  *at = text;
  return true;
}

static bool read_month(const char **at, int *month) {
  for (int language = 0; language < LANGUAGE_COUNT; language++)
    for (int m = 1; m <= 12; m++)
      if (skip_name(at, month_name((Language)language, m)) ||
          skip_name(at, month_name_short((Language)language, m))) {
        *month = m;
        return true;
      }
  return false;
}

static bool read_day(const char **at, int *day) {
  if (!text_read_digits(at, 2, day))
    return false;
  if (*day == 1)
    text_skip_word(at, "ER");
  return true;
}

/* "March 1, 2026" and "1 mars 2026". */
static bool read_named_date(const char *at, int *year, int *month, int *day) {
  if (read_month(&at, month)) {
    skip_blanks(&at);
    if (!text_read_digits(&at, 2, day))
      return false;
    skip_blanks(&at);
    text_skip_word(&at, ",");
  } else {
    if (!read_day(&at, day))
      return false;
    skip_blanks(&at);
    if (!read_month(&at, month))
      return false;
  }
  skip_blanks(&at);
  const char *before_year = at;
  if (!text_read_digits(&at, 4, year) || at - before_year != 4)
    return false;
  skip_blanks(&at);
  return *at == '\0';
}

static bool read_iso_date(const char *at, int32_t *date) {
  char iso[DATE_TEXT_SIZE] = "";
  size_t length = strnlen(at, DATE_TEXT_SIZE - 1);
  memcpy(iso, at, length);
  at += length;
  skip_blanks(&at);
  return *at == '\0' && date_parse_iso(iso, date);
}

NumberProblem date_parse(const char *text, int32_t *date) {
  if (is_empty(text))
    return NUMBER_EMPTY;
  skip_blanks(&text);
  if (read_iso_date(text, date))
    return NUMBER_OK;
  int year, month, day;
  if (!read_named_date(text, &year, &month, &day))
    return NUMBER_NOT_A_NUMBER;
  int32_t parsed = date_from_ymd(year, month, day);
  if (parsed == DATE_NONE)
    return NUMBER_NOT_A_NUMBER;
  *date = parsed;
  return NUMBER_OK;
}
