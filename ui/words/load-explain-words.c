/* Room: words. Knows: how the figures of the load are made. Must not know: screens, paper.
 *
 * "How is this computed?" of each chart of the load: its numbers, then the rule, then how far it
 * may be trusted. */
#include "model/base/money.h"
#include "ui/words/load-words.h"
#include "ui/words/phrase.h"

static void add_line(GString *text, char *line) {
  if (line) {
    g_string_append(text, line);
    g_string_append_c(text, '\n');
  }
  g_free(line);
}

static char *finish(GString *text, const char *rule) {
  g_string_append(text, rule);
  return g_string_free(text, FALSE);
}

static const char *plan_year(Language language, const Study *study, LoadKindness what) {
  return load_is_too_kind(study, what)
             ? say(language, "This is the plan year, which has no luck: busy days that chance "
                             "brings together are not in it, so it is too kind.")
             : say(language, "This is the plan year, which has no luck: trust the simulated "
                             "years.");
}

/* "176.5 h taken of 192 h there: 92%" */
static char *taken_line(Language language, int64_t taken, int64_t available) {
  g_autofree char *part = say_hours(language, taken);
  g_autofree char *whole = say_hours(language, available);
  g_autofree char *share = load_share_text(language, taken, available);

  return g_strdup_printf(say(language, "%1$s taken of %2$s there: %3$s"), part, whole, share);
}

char *load_explain_hours(Language language, const Study *study) {
  GString *text = g_string_new(NULL);
  HourGrid grid;
  HourPeak peak;

  hour_grid_fill(study->results, LOAD_RUSH, &grid);
  if (hour_refusing_find(&grid, &peak) || hour_fullest_find(&grid, &peak)) {
    g_autofree char *hours = load_hours_text(language, &grid, peak.begin, peak.end);
    g_autofree char *taken = taken_line(language, peak.sum.taken_minutes, peak.sum.there_minutes);
    g_autofree char *days = g_strdup(phrase_weekdays(language, peak.weekday));

    days = phrase_capital(g_steal_pointer(&days));
    add_line(text, g_strdup_printf(say(language, "%1$s from %2$s: %3$s."), days, hours, taken));
  }
  g_string_append(
      text, load_counts_rooms(study->plan)
                ? say(language, "Each square adds up, over the first 8 weeks, the time for which "
                                "visits hold rooms in that hour, and divides it by the time the "
                                "rooms can be had.")
                : say(language, "Each square adds up, over the first 8 weeks, the time of the "
                                "people who give visits in that hour, rest included and no-shows "
                                "too, and divides it by the hours on shift."));
  g_string_append_c(text, ' ');
  g_string_append(
      text,
      say(language,
          "Refused are visits at full price, of regulars and returning clients, by the day and "
          "hour they wanted first. A buyer of the deal is not counted: she calls again."));
  g_string_append_c(text, ' ');
  return finish(text, plan_year(language, study, KIND_ON_REFUSALS));
}

char *load_explain_refused(Language language, const Study *study) {
  const Year *with = &study->results->with, *without = &study->results->without;
  g_autofree char *regulars = say_number(language, with->regulars_refused);
  g_autofree char *returns = say_number(language, with->returns_refused);
  g_autofree char *all =
      say_number(language, (int64_t)with->regulars_refused + with->returns_refused);
  g_autofree char *less =
      say_number(language, (int64_t)without->regulars_refused + without->returns_refused);
  GString *text = g_string_new(NULL);

  add_line(text, g_strdup_printf(say(language, "Regulars %1$s + returning clients %2$s = %3$s; "
                                               "without the deal %4$s."),
                                 regulars, returns, all, less));
  g_string_append(text, say(language, "A request is refused when no start is free within the hours "
                                      "the client accepts, on the day she wants and on the open "
                                      "days she is ready to wait. Requests that are not made "
                                      "because a voucher took their place are left out."));
  g_string_append_c(text, ' ');
  return finish(text, plan_year(language, study, KIND_ON_REFUSALS));
}

char *load_explain_waits(Language language, const Study *study) {
  g_autofree char *within = NULL;
  g_autofree char *all = NULL;
  g_autofree char *share = NULL;
  g_autofree char *limit = NULL;
  GString *text = g_string_new(NULL);
  Waits waits;

  waits_fill(study->plan, &study->results->with, &waits);
  within = say_number(language, waits.within);
  all = say_number(language, waits.asked);
  share = load_fine_share_text(language, waits.within, waits.asked);
  limit = phrase_days(language, waits.limit_days);
  add_line(text, g_strdup_printf(
                     say(language, "Within your limit of %1$s: %2$s of %3$s vouchers = %4$s."),
                     limit, within, all, share));
  add_line(text, load_simulated_waits(language, study));
  add_line(text, load_missed_text(language, &waits));
  g_string_append(
      text,
      say(language,
          "A wait is counted from the day a buyer wanted first to the day of her first visit, over "
          "all her calls. The share within your limit is of all who asked; the others are of those "
          "who got a place. Those who never get one stand apart."));
  g_string_append_c(text, ' ');
  return finish(text, plan_year(language, study, KIND_ON_WAITS));
}

char *load_explain_use(Language language, const Study *study) {
  const LoadFigures *figures = &study->results->load_figures[LOAD_WHOLE];
  g_autofree char *there =
      say_hours(language, load_there_minutes(&study->results->load_without.span[LOAD_WHOLE]));
  g_autofree char *idle = say_hours(language, figures->idle_without_minutes);
  g_autofree char *filled = say_hours(language, figures->idle_filled_minutes);
  GString *text = g_string_new(NULL);

  add_line(text, g_strdup_printf(say(language, "Hours there: %1$s. Idle without the deal: %2$s. "
                                               "Taken with the deal, less taken without: %3$s."),
                                 there, idle, filled));
  g_string_append(text, say(language, "A person is there for her shifts inside opening hours; a "
                                      "visit takes its minutes and her rest. A room is there while "
                                      "the place is open; a visit takes its minutes and the "
                                      "turnover. No-shows take them too."));
  g_string_append_c(text, ' ');
  return finish(text, plan_year(language, study, KIND_ON_REFUSALS));
}

char *load_explain_curve(Language language, const Study *study) {
  const RedemptionCurve *curve = &study->plan->deal.curve;
  g_autofree char *early = say_percent(language, curve->w1_per_100k);
  g_autofree char *level = say_percent(language, curve->w2_per_100k);
  g_autofree char *late = say_percent(language, curve->w3_per_100k);
  g_autofree char *vouchers = NULL;
  g_autofree CurveFigures *figures = g_new(CurveFigures, 1);
  GString *text = g_string_new(NULL);

  curve_figures_fill(study->plan, study->results, figures);
  vouchers = phrase_vouchers(language, figures->vouchers);
  add_line(text, g_strdup_printf(say(language, "%1$s rush in after the sale, %2$s come evenly, "
                                               "%3$s hurry before the end; %4$s used in all."),
                                 early, level, late, vouchers));
  return finish(text,
                say(language, "It shows when buyers want their first visit, not yet when they "
                              "get it. The shape is our fit to what merchants reported, not "
                              "a published curve: your answer to “Of 10 vouchers used, how "
                              "many in the first two months?” moves it."));
}

char *load_explain_day(Language language, const Study *study) {
  return g_strdup_printf(
      "%s %s",
      say(language, "One day of the plan year, as it would be booked: each bar is a visit in its "
                    "room, with the people who give it; the pale end is the time to make the room "
                    "ready again. Rooms and people are taken in the order of your lists."),
      say(language, "No client is promised these hours: with luck, good or bad, the day will look "
                    "different."));
}
