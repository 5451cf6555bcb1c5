/* Room: words. Knows: number text, the catalogue. Must not know: plans, results.
 *
 * Amounts and joints of sentences that every other file of the room uses. */
#include "ui/words/phrase.h"

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

char *say_date(Language language, int32_t date) {
  char text[NUMBER_TEXT_SIZE];

  return g_strdup(date_format_long(language, date, text, sizeof text));
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
