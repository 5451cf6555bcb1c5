/* Room: words. Knows: decide. Must not know: charts, tables, screens.
 *
 * What is found of the contract itself: how many vouchers, how many a day, what matters most, where
 * it breaks even. A finding is a chart's title: at most 120 letters. */
#include "model/base/money.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/decide-parts.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"
#include "ui/words/term-words.h"

static char *finding_cap(Language language, const Study *study) {
  const Cap *cap = &study->decisions->cap;
  g_autofree char *vouchers = phrase_vouchers(language, cap->vouchers);
  g_autofree char *number = say_number(language, cap->vouchers);
  g_autofree char *least = say_number(language, cap->at_least);
  const char *breaks = condition_too_much(language, cap->binding);

  if (!cap->found) {
    return cap->binding == CONDITION_COUNT
               ? g_strdup(say(language, "No number of vouchers meets all your conditions together"))
               : g_strdup_printf(say(language, "No number of vouchers meets all your conditions: "
                                               "with any, %s"),
                                 breaks);
  }
  if (cap->binding == CONDITION_COUNT) {
    return g_strdup_printf(
        cap->most_is_contract
            ? say(language, "Your conditions hold up to the limit in your contract: %s")
            : say(language, "Your conditions hold up to the most that was tried: %s"),
        vouchers);
  }
  if (cap->at_least > 0) {
    return g_strdup_printf(say(language, "Your conditions hold from about %1$s to about %2$s "
                                         "vouchers; above, %3$s"),
                           least, number, breaks);
  }
  return g_strdup_printf(say(language, "Your conditions hold up to about %1$s; above, %2$s"),
                         vouchers, breaks);
}

/* --- quota ------------------------------------------------------------------------------------ */

/* The weekday that takes fewest deal visits, or most; −1: none is open. */
static int quota_end(const Quota *quota, bool most) {
  int end = -1;

  for (int i = 0; i < 7; i++) {
    if (quota->day[i].is_open &&
        (end < 0 || (most ? quota->day[i].before > quota->day[end].before
                          : quota->day[i].before < quota->day[end].before))) {
      end = i;
    }
  }
  return end;
}

static bool quota_is_full(const Quota *quota) {
  for (int i = 0; i < 7; i++) {
    if (quota->day[i].is_open && quota->day[i].before < quota->day[i].slots) {
      return false;
    }
  }
  return true;
}

#define NAMED_DAYS_MAX 3

/* The open weekdays that take so many, as a list; `many` where they are more than can be named. */
static char *days_taking(Language language, const Quota *quota, int32_t visits, const char *many) {
  const char *names[7];
  int count = 0;

  for (int i = 0; i < 7; i++) {
    if (quota->day[i].is_open && quota->day[i].before == visits) {
      names[count++] = phrase_weekdays(language, i);
    }
  }
  return count > NAMED_DAYS_MAX ? g_strdup(many) : phrase_list(language, names, count);
}

static char *finding_quota(Language language, const Study *study) {
  const Quota *quota = &study->decisions->quota;
  int fewest = quota_end(quota, false), most = quota_end(quota, true);
  g_autofree char *fewest_days = NULL, *most_days = NULL, *fewest_text = NULL, *most_text = NULL;
  g_autofree char *tried = quota_tried_text(language, study);

  if (fewest < 0) {
    return g_strdup(say(language, "No deal visit can be given on any weekday"));
  }
  if (quota->day[most].before == 0 && quota_is_worthless(quota)) {
    g_autofree char *worth = say_money(language, quota->deal_cents);

    return g_strdup_printf(say(language, "A deal visit is worth %s to you: before you sign, agree "
                                         "to none"),
                           worth);
  }
  if (quota->day[most].before == 0) {
    return g_strdup(say(language, "A regular’s place is worth more than a deal visit on every "
                                  "weekday"));
  }
  if (quota_is_full(quota)) {
    return g_strdup(say(language, "No weekday needs a maximum: regulars leave enough places"));
  }
  if (tried) {
    return g_strdup_printf(say(language, "With these quotas, %s"), tried);
  }
  fewest_days = days_taking(language, quota, quota->day[fewest].before, say(language, "most days"));
  most_days = days_taking(language, quota, quota->day[most].before, say(language, "other days"));
  fewest_text = say_number(language, quota->day[fewest].before);
  most_text = say_number(language, quota->day[most].before);
  if (quota->day[fewest].before == quota->day[most].before) {
    return g_strdup_printf(say_count(language, quota->day[most].before,
                                     "%s deal visit a day leaves room for your regulars",
                                     "%s deal visits a day leave room for your regulars"),
                           most_text);
  }
  if (quota->day[fewest].before == 0) {
    return g_strdup_printf(say(language, "Before you sign: no deal visit on %1$s; up to %2$s a "
                                         "day on %3$s"),
                           fewest_days, most_text, most_days);
  }
  return g_strdup_printf(say(language, "Before you sign: %1$s deal visits at most on %2$s, up to "
                                       "%3$s on %4$s"),
                         fewest_text, fewest_days, most_text, most_days);
}

/* --- what matters ----------------------------------------------------------------------------- */

static char *finding_tornado(Language language, const Study *study) {
  const Tornado *tornado = &study->decisions->tornado;
  const TornadoBar *bar = &tornado->bar[0];

  if (tornado->bar_count == 0) {
    return g_strdup(say(language, "No value of your plan has a range"));
  }
  g_autofree char *label = risk_input_label(language, study->plan, bar->path);
  g_autofree char *small = phrase_small(label);
  g_autofree char *low = value_text(language, bar->path, bar->low);
  g_autofree char *high = value_text(language, bar->path, bar->high);
  g_autofree char *width =
      say_money_about(language, llabs(mean_cents(bar->low_less_high.mean_milli)));

  if (!mean_is_clear(bar->low_less_high)) {
    return g_strdup(say(language, "None of your uncertain values moves the result by itself"));
  }
  return g_strdup_printf(
      say(language, "What matters most: %1$s; between %2$s and %3$s the result moves by %4$s"),
      small, low, high, width);
}

static char *finding_worths(Language language, const Study *study) {
  const TermWorths *worths = &study->decisions->worths;
  const TermWorth *best = NULL;

  for (int i = 0; i < worths->worth_count && !best; i++) {
    if (worths->worth[i].changes && worths->worth[i].worth.mean_milli > 0 &&
        mean_is_clear(worths->worth[i].worth)) {
      best = &worths->worth[i];
    }
  }
  if (!best) {
    return g_strdup(say(language, "None of these terms would clearly improve the result"));
  }
  g_autofree char *term = term_text(language, study->plan, &best->term);
  g_autofree char *worth = say_change_about(language, mean_cents(best->worth.mean_milli));

  return g_strdup_printf(say(language, "Worth most in the contract: %1$s, %2$s"), term, worth);
}

/* --- break-even ------------------------------------------------------------------------------- */

#define VOUCHERS_STEP 10
#define SHARE_STEP 100 /* a tenth of a percent; a dollar */

static int64_t shown_step(BreakEvenOf of, int64_t value) {
  Unit unit = field_find(break_even_path(of))->unit;

  return unit == UNIT_PER_100K || unit == UNIT_CENTS ? SHARE_STEP
         : value >= 2 * VOUCHERS_STEP                ? VOUCHERS_STEP
                                                     : 1;
}

char *break_even_shown(Language language, BreakEvenOf of, const BreakEven *found) {
  const char *path = break_even_path(of);
  int64_t step = shown_step(of, found->value), down = found->value / step * step;
  int64_t shown = found->earns_above && down < found->value ? down + step : down;
  bool passes_plan = found->earns_above ? found->value <= found->now && found->now < shown
                                        : shown < found->now && found->now <= found->value;

  return value_text(language, path, passes_plan ? found->value : shown);
}

/* Whether the line goes through nothing between a point and the next. */
static bool crosses(const BreakEven *line, int i) {
  return (line->point[i].result_cents >= 0) != (line->point[i + 1].result_cents >= 0);
}

/* Where the straight line between the two is nothing, as a break-even. */
static void crossing_between(const BreakEven *line, int i, BreakEven *crossing) {
  const BreakEvenPoint *a = &line->point[i], *b = &line->point[i + 1];

  *crossing = *line;
  crossing->earns_above = b->result_cents >= 0;
  crossing->value =
      b->value - a->value == 1
          ? (crossing->earns_above ? b->value : a->value)
          : a->value + money_scale_half_up(b->value - a->value, llabs(a->result_cents),
                                           MAX(llabs(a->result_cents - b->result_cents), 1));
}

bool break_even_other_end(const BreakEven *found, BreakEven *end) {
  int step = found->earns_above ? 1 : -1;
  int i = found->earns_above ? 0 : found->point_count - 2;

  for (; i >= 0 && i + 1 < found->point_count; i += step) {
    int64_t near_value = found->point[found->earns_above ? i : i + 1].value;

    if ((found->earns_above ? near_value >= found->value : near_value <= found->value) &&
        crosses(found, i)) {
      crossing_between(found, i, end);
      return true;
    }
  }
  return false;
}

int break_even_crossings(const BreakEven *line) {
  int count = 0;

  for (int i = 0; i + 1 < line->point_count; i++) {
    count += crosses(line, i);
  }
  return count;
}

/* "from 11 up", "up to 310", "from 11 to about 310": where the deal pays for itself, of what is
 * found. */
static char *break_even_span(Language language, BreakEvenOf of, const BreakEven *found) {
  g_autofree char *value = break_even_shown(language, of, found);
  BreakEven end;

  if (break_even_other_end(found, &end)) {
    g_autofree char *other = break_even_shown(language, of, &end);

    return found->earns_above
               ? g_strdup_printf(say(language, "from %1$s to about %2$s"), value, other)
               : g_strdup_printf(say(language, "from about %1$s to %2$s"), other, value);
  }
  return g_strdup_printf(
      found->earns_above ? say(language, "from %s up") : say(language, "up to %s"), value);
}

static char *finding_break_even(Language language, const Study *study, BreakEvenOf of) {
  const BreakEven *found = &study->decisions->break_even[of];
  const char *path = break_even_path(of), *label = field_label(language, path);
  g_autofree char *now = value_text(language, path, found->now);

  if (found->found) {
    g_autofree char *span = break_even_span(language, of, found);

    return g_strdup_printf(say(language,
                               "%1$s: if all else goes exactly as typed, the deal pays for "
                               "itself %2$s (your plan: %3$s)"),
                           label, span, now);
  }
  if (found->point_count == 0) {
    return g_strdup_printf(say(language, "%s: no break-even"), label);
  }
  g_autofree char *first = value_text(language, path, found->point[0].value);
  g_autofree char *last = value_text(language, path, found->point[found->point_count - 1].value);

  return g_strdup_printf(
      found->now_result_cents >= 0
          ? say(language, "%1$s: no break-even, the deal earns from %2$s to %3$s")
          : say(language, "%1$s: no break-even, the deal loses from %2$s to %3$s"),
      label, first, last);
}

char *finding_of_contract(Language language, const Study *study, DecideTopic topic) {
  switch ((int)topic) {
  case DECIDE_TOPIC_CAP:
    return finding_cap(language, study);
  case DECIDE_TOPIC_QUOTA:
    return finding_quota(language, study);
  case DECIDE_TOPIC_TORNADO:
    return finding_tornado(language, study);
  case DECIDE_TOPIC_WORTHS:
    return finding_worths(language, study);
  default:
    return finding_break_even(language, study,
                              (BreakEvenOf)(topic - DECIDE_TOPIC_BREAK_EVEN_RETURN));
  }
}
