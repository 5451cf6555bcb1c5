/* Room: words. Knows: the phones of the results. Must not know: how a chart is drawn.
 *
 * See phone-words.h. A title is about one day, the hardest: what happens with the people one has,
 * then how many it takes. */
#include "ui/words/phone-words.h"

#include "model/base/money.h"
#include "ui/words/phrase.h"

#define MILLI 1000
#define ONE_IN_FROM_PER_100K 3000 /* rarer, a percentage says more than "1 in 40" */
#define ONE_IN_TO_PER_100K 58000

char *phone_hour_text(Language language, const PhoneHour *hour) {
  return say_clock_span(language, hour->begin_minute, hour->end_minute);
}

static char *people_text(Language language, int32_t people) {
  g_autofree char *number = say_number(language, people);

  return g_strdup_printf(say_count(language, people, "%s person", "%s people"), number);
}

char *phone_people_text(Language language, int32_t people_needed) {
  g_autofree char *most = say_number(language, PHONE_PEOPLE_MOST);

  return people_needed > PHONE_PEOPLE_MOST
             ? g_strdup_printf(say(language, "more than %s people"), most)
             : people_text(language, people_needed);
}

char *phone_needed_text(Language language, int32_t people_needed) {
  g_autofree char *most = say_number(language, PHONE_PEOPLE_MOST);

  return people_needed > PHONE_PEOPLE_MOST ? g_strdup_printf(say(language, "more than %s"), most)
                                           : say_number(language, people_needed);
}

static const PhoneDay *hardest_day(const Phone *phone) {
  return &phone->day[phone->hardest_day_index];
}

static int64_t whole(int64_t milli) {
  return money_scale_half_up(milli, 1, MILLI);
}

static int64_t lost_per_100k(const PhoneDay *day) {
  return day->attempts_milli > 0
             ? money_scale_half_up(day->lost_milli, RATE_ONE_PER_100K, day->attempts_milli)
             : 0;
}

/* "about 1 call in 4 is lost" */
static char *lost_clause(Language language, int64_t lost) {
  g_autofree char *share = say_percent(language, about_per_100k(lost));
  g_autofree char *one_in = NULL;

  if (lost < ONE_IN_FROM_PER_100K || lost > ONE_IN_TO_PER_100K) {
    return g_strdup_printf(say(language, "about %s of the calls are lost"), share);
  }
  one_in = say_number(language, money_scale_half_up(RATE_ONE_PER_100K, 1, lost));
  return g_strdup_printf(say(language, "about 1 call in %s is lost"), one_in);
}

static char *on_day(Language language, const Phone *phone) {
  g_autofree char *date = say_date(language, hardest_day(phone)->date);

  return phone->hardest_day_index == 0 ? g_strdup(say(language, "On the first day"))
                                       : g_strdup_printf(say(language, "On %s"), date);
}

static const char *nobody_phones(Language language) {
  return say(language, "Nobody phones in the days after the sale");
}

char *phone_find(Language language, const Study *study) {
  const Phone *phone = &study->results->phone;
  const PhoneDay *day = hardest_day(phone);
  int64_t calls = MAX(whole(day->calls_milli), 1);

  if (!phone->applies) {
    return g_strdup(nobody_phones(language));
  }
  g_autofree char *when = on_day(language, phone);
  g_autofree char *callers = say_number(language, calls);
  g_autofree char *needed = phone_people_text(language, day->people_needed);
  g_autofree char *lost = lost_clause(language, lost_per_100k(day));
  g_autofree char *there = say_number(language, day->people);

  if (day->people == 0) {
    return g_strdup_printf(say_count(language, calls,
                                     "%1$s %2$s person calls and nobody answers: it takes %3$s",
                                     "%1$s %2$s people call and nobody answers: it takes %3$s"),
                           when, callers, needed);
  }
  if (day->people_needed <= day->people) {
    g_autofree char *people = people_text(language, day->people);

    return g_strdup_printf(say_count(language, calls,
                                     "%1$s %2$s person calls: with %3$s on the phone, few are lost",
                                     "%1$s %2$s people call: with %3$s on the phone, few are lost"),
                           when, callers, people);
  }
  return g_strdup_printf(say_count(language, calls,
                                   "%1$s %2$s person calls and %3$s: it takes %4$s, you have %5$s",
                                   "%1$s %2$s people call and %3$s: it takes %4$s, you have %5$s"),
                         when, callers, lost, needed, there);
}

char *phone_voice_mails(Language language, const Study *study) {
  const Phone *phone = &study->results->phone;
  int64_t lost = whole(phone->lost_milli);
  g_autofree char *calls = say_count_about(language, lost);
  g_autofree char *days = say_number(language, phone->day_count);

  if (!phone->applies) {
    return g_strdup_printf("%s.", nobody_phones(language));
  }
  if (lost == 0) {
    return g_strdup_printf(say(language, "With the people you have, hardly any call goes to voice "
                                         "mail in the first %s days."),
                           days);
  }
  return g_strdup_printf(
      say_count(language, about_count(lost),
                "With the people you have, %1$s call goes to voice mail in the first %2$s days.",
                "With the people you have, %1$s calls go to voice mail in the first %2$s days."),
      calls, days);
}

char *phone_hired(Language language, const Study *study) {
  const Phone *phone = &study->results->phone;
  g_autofree char *hired = say_hours(language, phone->hired_minutes);
  g_autofree char *cost = say_money(language, phone->hired_cents);
  g_autofree char *needed = say_hours(language, phone->extra_minutes_needed);
  g_autofree char *needed_cost = say_money_about(language, phone->extra_needed_cents);

  if (phone->extra_minutes_needed == 0) {
    return g_strdup_printf(say(language, "Hired for the phone: %1$s, %2$s. None is needed beyond "
                                         "your own people."),
                           hired, cost);
  }
  return g_strdup_printf(say(language, "Hired for the phone: %1$s, %2$s. Needed beyond your own "
                                       "people in the first days: %3$s, %4$s."),
                         hired, cost, needed, needed_cost);
}

static void add_line(GString *text, char *line) {
  g_string_append(text, line);
  g_string_append_c(text, '\n');
  g_free(line);
}

/* "444 calls × 4.5 min = 33.3 h of talk." */
static char *talk_line(Language language, const Plan *plan, const Phone *phone) {
  g_autofree char *calls = say_milli(language, phone->callers_milli);
  g_autofree char *handle =
      value_text(language, "phone.handle_milli_minutes", plan->phone.handle_milli_minutes);
  g_autofree char *talk = say_hours(language, phone->talk_minutes);

  return g_strdup_printf(say(language, "Calls %1$s × %2$s = %3$s of talk."), calls, handle, talk);
}

/* "February 4, 2026: 222 calls in 12 h, 18.5 an hour; with those who call again, about 21." */
static char *hour_line(Language language, const PhoneDay *day) {
  const PhoneHour *first = &day->hour[0], *last = &day->hour[day->hour_count - 1];
  int64_t minutes = last->end_minute - first->begin_minute;
  g_autofree char *calls = say_milli(language, money_scale_half_up(day->calls_milli, 1, 100) * 100);
  g_autofree char *hourly =
      say_milli(language, money_scale_half_up(day->calls_milli, 60, minutes * 100) * 100);
  g_autofree char *date = say_date(language, day->date);
  g_autofree char *line = say_hours(language, minutes);
  g_autofree char *attempts =
      say_milli_about(language, money_scale_half_up(day->attempts_milli, 60, minutes));

  return g_strdup_printf(say(language, "%1$s: %2$s calls in %3$s, that is %4$s an hour; with those "
                                       "who call again, %5$s."),
                         date, calls, line, hourly, attempts);
}

static char *people_line(Language language, const PhoneDay *day) {
  g_autofree char *people = people_text(language, day->people);
  g_autofree char *lost = say_percent_about(language, lost_per_100k(day));
  g_autofree char *mails = say_count_about(language, whole(day->lost_milli));

  return g_strdup_printf(say(language, "With %1$s: %2$s lost, %3$s voice mails that day."), people,
                         lost, mails);
}

/* The goal, as it is met. */
static char *needed_line(Language language, const PhoneDay *day) {
  g_autofree char *people = phone_people_text(language, day->people_needed);
  g_autofree char *within = say_percent(language, PHONE_WITHIN_SHARE_PER_100K);
  g_autofree char *lost = say_percent(language, PHONE_LOST_MOST_PER_100K);

  return g_strdup_printf(say(language, "With %1$s: at least %2$s answered within %3$d seconds and "
                                       "under %4$s lost, which is the goal."),
                         people, within, PHONE_WITHIN_SECONDS, lost);
}

static void add_method(GString *text, Language language, const PlanPhone *phone) {
  g_autofree char *patience =
      value_text(language, "phone.patience_milli_minutes", phone->patience_milli_minutes);
  g_autofree char *again =
      say_percent(language, MIN(phone->call_again_per_100k, PHONE_AGAIN_MOST_PER_100K));

  g_string_append_printf(
      text,
      say(language, "A model (Erlang A): calls come by chance, spread evenly over the hours the "
                    "phone is answered. A caller who waits hangs up after %1$s on average; %2$s "
                    "of those who are lost call again. Real calls come in waves: the busiest "
                    "hours will be worse."),
      patience, again);
  g_string_append_c(text, ' ');
  g_string_append(text, say(language, "Lost calls do not change the bookings of this plan: "
                                      "everyone is taken to reach you in the end, by phone or "
                                      "otherwise."));
}

char *phone_explain(Language language, const Study *study) {
  const Phone *phone = &study->results->phone;
  const PhoneDay *day = hardest_day(phone);
  GString *text = g_string_new(NULL);

  if (!phone->applies) {
    add_line(text, g_strdup_printf("%s.", nobody_phones(language)));
    g_string_append(text, say(language, "No voucher is sold, or no buyer phones then."));
    return g_string_free(text, FALSE);
  }
  add_line(text, talk_line(language, study->plan, phone));
  add_line(text, phone_hired(language, study));
  add_line(text, hour_line(language, day));
  add_line(text, people_line(language, day));
  if (day->people_needed <= PHONE_PEOPLE_MOST) {
    add_line(text, needed_line(language, day));
  }
  add_line(text, phone_voice_mails(language, study));
  if (phone->callers_milli - phone->calls_milli >= MILLI) {
    g_autofree char *later = say_number(language, whole(phone->callers_milli - phone->calls_milli));
    g_autofree char *days = say_number(language, phone->day_count);

    add_line(text,
             g_strdup_printf(say(language, "Calls after the first %1$s days, not shown: %2$s."),
                             days, later));
  }
  add_method(text, language, &study->plan->phone);
  return g_string_free(text, FALSE);
}
