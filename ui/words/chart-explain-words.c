/* Room: words. Knows: how the plan year's charts are made. Must not know: screens, paper.
 *
 * See chart-explain-words.h: numbers first, then the rule, then how far it may be trusted. */
#include "ui/words/chart-explain-words.h"

#include "ui/words/phrase.h"

static void add_sentence(GString *text, const char *sentence) {
  if (text->len > 0 && text->str[text->len - 1] != '\n') {
    g_string_append_c(text, ' ');
  }
  g_string_append(text, sentence);
}

static const char *no_luck(Language language) {
  return say(language, "The plan year has no luck: what is usual comes every week.");
}

char *explain_waterfall(Language language, const Study *study) {
  g_autofree char *numbers = explain_kept_per_voucher(language, study->plan, study->results);

  return g_strconcat(
      numbers, "\n",
      say(language, "It is one voucher, sold and used on the day of the sale, in the order of the "
                    "contract: the list price, the discount, what the site keeps, then what the "
                    "visit costs you. Steps of $0 are left out."),
      NULL);
}

typedef struct {
  int64_t booked_minutes, shift_minutes, refused;
} BookedSum;

static BookedSum sum_weeks(const Results *results) {
  BookedSum sum = {0};

  for (int i = 0; i < results->week_count; i++) {
    const ResultWeek *week = &results->week[i];

    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
      sum.booked_minutes += week->staff_minutes[kind];
    }
    sum.shift_minutes += week->shift_minutes;
    sum.refused += week->refused;
  }
  return sum;
}

static void add_bars_of_hours(GString *text, Language language, const BookedSum *sum) {
  g_autofree char *booked = say_hours(language, sum->booked_minutes);
  g_autofree char *shift = say_hours(language, sum->shift_minutes);
  g_autofree char *refused = say_number(language, sum->refused);

  g_string_append_printf(
      text,
      say(language, "Over the whole plan: %1$s booked of %2$s on shift; requests refused: %3$s."),
      booked, shift, refused);
  g_string_append_c(text, '\n');
  add_sentence(text,
               say(language,
                   "A bar is one week of the plan year, with the deal: the time of the people who "
                   "give visits, rest included and no-shows too. A visit that takes two people "
                   "counts for both. Hours on shift are those of your people on open days."));
}

char *explain_bookings(Language language, const Study *study) {
  GString *text = g_string_new(NULL);
  BookedSum sum = sum_weeks(study->results);
  bool has_hours = sum.booked_minutes > 0 || sum.shift_minutes > 0;

  if (has_hours) {
    add_bars_of_hours(text, language, &sum);
  } else {
    add_sentence(text, say(language, "A bar is the visits of one week of the plan year, with the "
                                     "deal: they need nobody on shift."));
  }
  add_sentence(text, say(language,
                         "Refused are requests at full price, of regulars and returning clients, "
                         "that find no place on the days they accept; they stand in the week "
                         "first wanted. A buyer of the deal is not counted: she calls again."));
  add_sentence(text, no_luck(language));
  if (has_hours && study->risk) {
    add_sentence(text, say(language, "The thin line at each week is of the simulated years: 5 "
                                     "years in 100 stay under it and 5 go over it."));
  }
  return g_string_free(text, FALSE);
}

char *explain_heat(Language language, const Study *study) {
  GString *text = g_string_new(NULL);

  if (sum_weeks(study->results).shift_minutes > 0) {
    add_sentence(text,
                 say(language, "A square is one day of the plan year, with the deal: the time of "
                               "the people who give visits, rest included and no-shows too, "
                               "divided by the hours on shift that day, in percent."));
  } else {
    add_sentence(text,
                 say(language, "A square is one day of the plan year, with the deal: the time for "
                               "which visits hold rooms, divided by the time the rooms are open "
                               "that day, in percent. Nobody is needed on shift."));
  }
  add_sentence(text, say(language, "A triangle marks a day that a regular or a returning client "
                                   "wanted first, was refused and found no other. A day can be far "
                                   "from full and refuse: what counts is the hour wanted."));
  add_sentence(text, no_luck(language));
  return g_string_free(text, FALSE);
}

/* As the upper panel sums them: each line of a month by its sign. */
static void add_cash_numbers(GString *text, Language language, const Results *results) {
  int64_t in_cents = 0, out_cents = 0;

  for (int i = 0; i < results->month_count; i++) {
    for (int line = 0; line < CASH_LINE_COUNT; line++) {
      int64_t cents = results->month[i].line_cents[line];

      in_cents += MAX(cents, 0);
      out_cents += MIN(cents, 0);
    }
  }
  phrase_add_term(text, language, say(language, "In the bank at the sale"),
                  results->cash_with.opening_cents);
  phrase_add_term(text, language, say(language, "All that comes in"), in_cents);
  phrase_add_term(text, language, say(language, "All that goes out"), out_cents);
  phrase_add_answer(text, language, say(language, "In the bank at the end"),
                    results->cash_with.opening_cents + in_cents + out_cents);
}

char *explain_cash(Language language, const Study *study) {
  GString *text = g_string_new(NULL);

  if (study->results->month_count > 0) {
    add_cash_numbers(text, language, study->results);
  }
  add_sentence(text,
               say(language, "In: what clients pay, taxes and tips with it, and the payouts of the "
                             "site, on the dates of the contract. Out: pay, supplies, fixed costs, "
                             "your draw, fees, refunds and taxes, on the days they are due."));
  add_sentence(text, say(language, "Cash is not the result: “not yours yet” is in the bank for "
                                   "visits you still owe, and taxes to remit are in it too."));
  add_sentence(text, no_luck(language));
  if (study->risk) {
    add_sentence(text, say(language, "The pale bars are of the simulated years at week ends: 5 "
                                     "years in 100 stay under them and 5 go over them."));
  }
  return g_string_free(text, FALSE);
}
