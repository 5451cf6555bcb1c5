/* Room: words. Knows: decide. Must not know: charts, tables, screens.
 *
 * "How is this computed?" of what is found of the contract itself. */
#include "model/base/money.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/decide-parts.h"
#include "ui/words/figure-parts.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"
#include "ui/words/term-words.h"

/* --- quota ------------------------------------------------------------------------------------ */

static void add_quota_day(GString *text, Language language, const QuotaDay *day, int weekday) {
  g_autofree char *wanted =
      say_milli(language, money_scale_half_up(day->wanted_milli, 1, 100) * 100);
  g_autofree char *slots = say_number(language, day->slots);
  g_autofree char *before = say_number(language, day->before);
  g_autofree char *after = say_number(language, day->after);
  g_autofree char *name = phrase_capital(g_strdup(phrase_weekdays(language, weekday)));

  g_string_append_printf(text,
                         say(language, "%1$s: an empty day holds %2$s deal visits, regulars want "
                                       "%3$s visits: %4$s before the contract, %5$s once sold"),
                         name, slots, wanted, before, after);
  g_string_append_c(text, '\n');
}

static char *explain_quota(Language language, const Study *study) {
  const Quota *quota = &study->decisions->quota;
  GString *text = g_string_new(NULL);
  g_autofree char *regular = say_money(language, quota->regular_cents);
  g_autofree char *deal = say_money(language, quota->deal_cents);
  g_autofree char *moving = say_money(language, quota->moving_cents);
  g_autofree char *tried = quota_tried_text(language, study);

  for (int i = 0; i < 7; i++) {
    if (quota->day[i].is_open) {
      add_quota_day(text, language, &quota->day[i], i);
    }
  }
  g_string_append_printf(
      text,
      say(language,
          "A place goes to a deal visit while what that leaves is at least what a regular "
          "visit leaves, %1$s, times the chance that a regular would have wanted the "
          "place. Before the contract a deal visit is worth %2$s: what a used voucher "
          "leaves and the visits of those it brings back. Once sold, refusing one only "
          "puts it off, which costs %3$s."),
      regular, deal, moving);
  if (quota->is_simulated) {
    g_string_append_printf(text, " %s",
                           say(language, "The deal’s visit takes more than a regular one: days of "
                                         "your calendar were filled with each number of deal "
                                         "visits, and the number that leaves most was taken."));
  }
  if (tried) {
    g_string_append_c(text, ' ');
    g_string_append_printf(text, say(language, "With these quotas, %s"), tried);
    g_string_append_c(text, '.');
  }
  return g_string_free(text, FALSE);
}

/* --- what matters ----------------------------------------------------------------------------- */

#define BARS_TOLD 6

static char *explain_tornado(Language language, const Study *study) {
  const Tornado *tornado = &study->decisions->tornado;
  GString *text = g_string_new(NULL);
  g_autofree char *base = say_change_about(language, mean_cents(tornado->base.mean_milli));
  g_autofree char *years = decide_luck_years_text(language, tornado->years, study->decisions->seed);

  for (int i = 0; i < MIN(tornado->bar_count, BARS_TOLD); i++) {
    const TornadoBar *bar = &tornado->bar[i];
    g_autofree char *label = risk_input_label(language, study->plan, bar->path);
    g_autofree char *low = value_text(language, bar->path, bar->low);
    g_autofree char *high = value_text(language, bar->path, bar->high);
    g_autofree char *at_low = mean_change_text(language, bar->at_low.mean_milli);
    g_autofree char *at_high = mean_change_text(language, bar->at_high.mean_milli);
    g_autofree char *error = mean_error_text(language, bar->low_less_high.error_milli);

    g_string_append_printf(text,
                           say(language, "%1$s: at %2$s the result is %3$s, at %4$s it is %5$s; "
                                         "their difference is known to %6$s"),
                           label, low, at_low, high, at_high, error);
    g_string_append_c(text, '\n');
  }
  g_string_append_printf(
      text,
      say(language, "Each value is put at the low and at the high end of its range, all others as "
                    "in your plan, which comes to %1$s on average. %2$s, with the same luck for "
                    "both ends."),
      base, years);
  return g_string_free(text, FALSE);
}

static char *explain_worths(Language language, const Study *study) {
  const TermWorths *worths = &study->decisions->worths;
  GString *text = g_string_new(NULL);
  g_autofree char *years = decide_luck_years_text(language, worths->years, study->decisions->seed);

  for (int i = 0; i < worths->worth_count; i++) {
    const TermWorth *worth = &worths->worth[i];
    g_autofree char *term = phrase_capital(term_text(language, study->plan, &worth->term));
    g_autofree char *change = mean_change_text(language, worth->worth.mean_milli);
    g_autofree char *error = mean_error_text(language, worth->worth.error_milli);

    if (worth->changes) {
      g_string_append_printf(text, say(language, "%1$s: %2$s (%3$s)"), term, change, error);
    } else {
      g_string_append_printf(text, say(language, "%s: your contract says so already"), term);
    }
    g_string_append_c(text, '\n');
  }
  g_string_append_printf(
      text,
      say(language, "The result with the term less the result without it, all else as in your "
                    "plan. %s, with the same luck for both. What several terms are worth together "
                    "is not the sum."),
      years);
  return g_string_free(text, FALSE);
}

/* --- break-even ------------------------------------------------------------------------------- */

static char *explain_break_even(Language language, const Study *study, BreakEvenOf of) {
  const BreakEven *found = &study->decisions->break_even[of];
  const char *path = break_even_path(of);
  GString *text = g_string_new(NULL);
  g_autofree char *now = value_text(language, path, found->now);
  g_autofree char *now_result = say_change_about(language, found->now_result_cents);

  if (found->point_count > 0) {
    g_autofree char *first = value_text(language, path, found->point[0].value);
    g_autofree char *last = value_text(language, path, found->point[found->point_count - 1].value);

    g_string_append_printf(text,
                           say(language, "The mean of the simulated results is looked at from "
                                         "%1$s to %2$s, all else as in your plan and under the "
                                         "same luck."),
                           first, last);
    g_string_append_c(text, ' ');
  }
  g_string_append_printf(text, say(language, "At your plan’s %1$s it is %2$s."), now, now_result);
  g_string_append_c(text, ' ');
  g_string_append(
      text, found->found
                ? say(language, "The break-even is where the straight line between two values "
                                "next to each other meets zero, the one nearest to your plan.")
                : say(language, "It meets zero nowhere in between: “none” is the answer."));
  if (break_even_crossings(found) > 1) {
    g_string_append_printf(text, " %s",
                           say(language, "It meets zero more than once: the deal earns between two "
                                         "such values, or outside of them; look at the chart."));
  }
  return g_string_free(text, FALSE);
}

char *explain_of_contract(Language language, const Study *study, DecideTopic topic) {
  switch ((int)topic) {
  case DECIDE_TOPIC_CAP:
    return figure_explain_cap(language, study->plan, &study->decisions->cap, false);
  case DECIDE_TOPIC_QUOTA:
    return explain_quota(language, study);
  case DECIDE_TOPIC_TORNADO:
    return explain_tornado(language, study);
  case DECIDE_TOPIC_WORTHS:
    return explain_worths(language, study);
  default:
    return explain_break_even(language, study,
                              (BreakEvenOf)(topic - DECIDE_TOPIC_BREAK_EVEN_RETURN));
  }
}
