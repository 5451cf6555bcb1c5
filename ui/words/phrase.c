/* Room: words. Knows: number text, the catalogue. Must not know: plans, results.
 *
 * Amounts and joints of sentences that every other file of the room uses. */
#include "ui/words/phrase.h"

#include "model/base/money.h"

char *say_money(Language language, int64_t cents) {
  char text[NUMBER_TEXT_SIZE];

  return g_strdup(money_format(language, cents, text, sizeof text));
}

char *say_money_whole(Language language, int64_t cents) {
  char text[NUMBER_TEXT_SIZE];

  return g_strdup(money_format_whole(language, cents, text, sizeof text));
}

char *say_money_signed(Language language, int64_t cents) {
  char text[NUMBER_TEXT_SIZE];

  return g_strdup(money_format_signed(language, cents, text, sizeof text));
}

char *say_percent(Language language, int64_t rate_per_100k) {
  char text[NUMBER_TEXT_SIZE];

  return g_strdup(percent_format(language, rate_per_100k, text, sizeof text));
}

char *say_number(Language language, int64_t count) {
  char text[NUMBER_TEXT_SIZE];

  return g_strdup(count_format(language, count, text, sizeof text));
}

char *say_milli(Language language, int64_t milli) {
  char whole[NUMBER_TEXT_SIZE], rest[NUMBER_TEXT_SIZE];

  count_format(language, (milli < 0 ? -milli : milli) / 1000, whole, sizeof whole);
  milli_format(language, (milli < 0 ? -milli : milli) % 1000, rest, sizeof rest);
  return g_strconcat(milli < 0 ? "-" : "", whole, rest + 1, NULL); /* what follows the 0 */
}

char *say_hours_number(Language language, int64_t minutes) {
  return say_milli(language, money_scale_half_up(minutes, 10, 60) * 100);
}

char *say_hours(Language language, int64_t minutes) {
  g_autofree char *number = say_hours_number(language, minutes);

  return g_strdup_printf("%s\u00a0h", number);
}

#define MINUTES_A_DAY (24 * 60)

/* Midnight ends a day as 24:00; only what begins then begins at 0:00. */
char *say_clock(Language language, int minute) {
  char text[NUMBER_TEXT_SIZE];

  return g_strdup(time_format(language, minute > MINUTES_A_DAY ? minute - MINUTES_A_DAY : minute,
                              text, sizeof text));
}

char *say_clock_span(Language language, int begin_minute, int end_minute) {
  bool is_after = begin_minute >= MINUTES_A_DAY;
  int earlier = is_after ? MINUTES_A_DAY : 0;
  g_autofree char *begin = say_clock(language, begin_minute - earlier);
  g_autofree char *end = say_clock(language, end_minute - earlier);

  return g_strdup_printf(is_after ? say(language, "%1$s to %2$s after midnight")
                                  : say(language, "%1$s to %2$s"),
                         begin, end);
}

char *say_date(Language language, int32_t date) {
  char text[NUMBER_TEXT_SIZE];

  return g_strdup(date_format_long(language, date, text, sizeof text));
}

/* Two significant digits, half away from zero. */
static int64_t round_to_two_digits(int64_t number) {
  uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number, step = 1;

  while (size / step >= 100) {
    step *= 10;
  }
  size = (size / step + (size % step >= (step + 1) / 2 && step > 1)) * step;
  return number < 0 ? (int64_t)(0 - size) : (int64_t)size;
}

int64_t about_count(int64_t count) {
  return round_to_two_digits(count);
}

int64_t about_cents(int64_t cents) {
  return cents > -1000 && cents < 1000 ? money_scale_half_up(cents, 1, 100) * 100
                                       : round_to_two_digits(cents);
}

int64_t about_per_100k(int64_t rate_per_100k) {
  int64_t step = rate_per_100k > -10000 && rate_per_100k < 10000 ? 100 : 1000;

  return money_scale_half_up(rate_per_100k, 1, step) * step;
}

int64_t about_milli(int64_t milli) {
  return milli > -10000 && milli < 10000 ? money_scale_half_up(milli, 1, 100) * 100
                                         : round_to_two_digits(milli);
}

/* Takes the text. */
static char *about(Language language, bool is_exact, char *text) {
  g_autofree char *taken = text;

  return is_exact ? g_steal_pointer(&taken) : g_strdup_printf(say(language, "about %s"), taken);
}

char *say_money_about(Language language, int64_t cents) {
  return about(language, cents == 0, say_money_whole(language, about_cents(cents)));
}

char *say_change_about(Language language, int64_t cents) {
  return about(language, cents == 0, phrase_money_change(language, about_cents(cents)));
}

char *say_count_about(Language language, int64_t count) {
  return about(language, count == 0, say_number(language, about_count(count)));
}

char *say_milli_about(Language language, int64_t milli) {
  char text[NUMBER_TEXT_SIZE];
  int64_t rounded = about_milli(milli);

  if (milli > 0 && rounded == 0) {
    return g_strdup_printf(say(language, "less than %s"),
                           milli_format(language, 100, text, sizeof text));
  }
  return about(language, milli == 0,
               rounded % 1000 == 0 ? say_number(language, rounded / 1000)
                                   : g_strdup(milli_format(language, rounded, text, sizeof text)));
}

char *say_percent_about(Language language, int64_t rate_per_100k) {
  return about(language, rate_per_100k == 0, say_percent(language, about_per_100k(rate_per_100k)));
}

char *say_vouchers_about(Language language, int64_t count) {
  g_autofree char *number = say_number(language, count / 10 * 10);

  if (count <= 0) {
    return g_strdup(say(language, "no voucher"));
  }
  return count < 10 ? g_strdup(say(language, "fewer than 10 vouchers"))
                    : g_strdup_printf(say(language, "about %s vouchers"), number);
}

char *phrase_list(Language language, const char *const *parts, int count) {
  char *head;

  g_return_val_if_fail(count >= 1, NULL);
  if (count == 1) {
    return g_strdup(parts[0]);
  }
  head = g_strdup(parts[0]);
  for (int i = 1; i < count - 1; i++) {
    char *longer = g_strdup_printf(say(language, "%s, %s"), head, parts[i]);

    g_free(head);
    head = longer;
  }
  {
    char *whole = g_strdup_printf(say(language, "%s and %s"), head, parts[count - 1]);

    g_free(head);
    return whole;
  }
}

char *phrase_capital(char *text) {
  char letter[8] = "";
  char *capital;

  g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(text)), letter);
  capital = g_strconcat(letter, text[0] ? g_utf8_next_char(text) : "", NULL);
  g_free(text);
  return capital;
}

char *phrase_small(const char *text) {
  char letter[8] = "";
  const char *rest = text[0] ? g_utf8_next_char(text) : text;

  if (!rest[0] || g_unichar_isupper(g_utf8_get_char(rest))) {
    return g_strdup(text);
  }
  g_unichar_to_utf8(g_unichar_tolower(g_utf8_get_char(text)), letter);
  return g_strconcat(letter, rest, NULL);
}

char *phrase_money_change(Language language, int64_t cents) {
  g_autofree char *amount = say_money_whole(language, cents);

  return cents >= 50 ? g_strconcat("+", amount, NULL) : g_steal_pointer(&amount);
}

const char *phrase_weekdays(Language language, int weekday) {
  static const char *const names[7] = {
      N_("Mondays"), N_("Tuesdays"),  N_("Wednesdays"), N_("Thursdays"),
      N_("Fridays"), N_("Saturdays"), N_("Sundays"),
  };

  g_return_val_if_fail(weekday >= 0 && weekday < 7, "");
  return say(language, names[weekday]);
}

char *phrase_month(Language language, int32_t date, bool with_year) {
  const char *name = month_name(language, date_month(date));

  return with_year ? g_strdup_printf("%s %d", name, date_year(date)) : g_strdup(name);
}

char *phrase_vouchers(Language language, int64_t count) {
  g_autofree char *number = say_number(language, count);

  return g_strdup_printf(say_count(language, count, "%s voucher", "%s vouchers"), number);
}

char *phrase_days(Language language, int64_t count) {
  g_autofree char *number = say_number(language, count);

  return g_strdup_printf(say_count(language, count, "%s day", "%s days"), number);
}

void phrase_add_term(GString *text, Language language, const char *label, int64_t cents) {
  g_autofree char *amount = say_money_signed(language, cents);

  g_string_append_printf(text, "%s  %s\n", amount, label);
}

void phrase_add_answer(GString *text, Language language, const char *label, int64_t cents) {
  g_autofree char *amount = say_money(language, cents);

  g_string_append_printf(text, "= %s  %s\n", amount, label);
}
