/* Room: words. Knows: weekly hours. Must not know: whose hours they are.
 *
 * A week in one line: days that are alike are joined. */
#include <string.h>

#include "ui/words/phrase.h"

/* "Mon", "Mon–Sat": begin..end, both days in. */
static void append_days(GString *text, Language language, int begin, int end) {
  g_string_append(text, weekday_name_short(language, begin));
  if (end > begin) {
    g_string_append_printf(text, "%s%s", end > begin + 1 ? "–" : ", ",
                           weekday_name_short(language, end));
  }
}

/* "10:00–12:00, 13:00–18:00" of one weekday; "" when it is closed. */
static char *day_hours(Language language, const WeeklyHours *hours, int count, int weekday) {
  GString *text = g_string_new(NULL);
  char begin[NUMBER_TEXT_SIZE], end[NUMBER_TEXT_SIZE];

  for (int i = 0; i < count; i++) {
    if (hours[i].weekday == weekday) {
      g_string_append_printf(
          text, "%s%s–%s", text->len ? ", " : "",
          time_format(language, hours[i].begin_minute % 1440, begin, sizeof begin),
          time_format(language,
                      hours[i].end_minute > 1440 ? hours[i].end_minute - 1440 : hours[i].end_minute,
                      end, sizeof end));
    }
  }
  return g_string_free(text, FALSE);
}

char *week_hours_text(Language language, const WeeklyHours *hours, int count) {
  GString *text = g_string_new(NULL);
  char *day[7];

  for (int i = 0; i < 7; i++) {
    day[i] = day_hours(language, hours, count, i);
  }
  for (int begin = 0; begin < 7;) {
    int end = begin;

    while (end + 1 < 7 && strcmp(day[end + 1], day[begin]) == 0) {
      end++;
    }
    if (day[begin][0]) {
      g_string_append(text, text->len ? "; " : "");
      append_days(text, language, begin, end);
      g_string_append_printf(text, " %s", day[begin]);
    }
    begin = end + 1;
  }
  for (int i = 0; i < 7; i++) {
    g_free(day[i]);
  }
  if (text->len == 0) {
    g_string_append(text, say(language, "never"));
  }
  return g_string_free(text, FALSE);
}

char *weekdays_text(Language language, const bool days[7]) {
  GString *text = g_string_new(NULL);
  int count = 0;

  for (int begin = 0; begin < 7; begin++) {
    int end = begin;

    if (!days[begin]) {
      continue;
    }
    while (end + 1 < 7 && days[end + 1]) {
      end++;
    }
    g_string_append(text, text->len ? ", " : "");
    append_days(text, language, begin, end);
    count += end - begin + 1;
    begin = end;
  }
  if (count == 0 || count == 7) {
    g_string_assign(text, count == 7 ? say(language, "every day") : say(language, "no day"));
  }
  return g_string_free(text, FALSE);
}
