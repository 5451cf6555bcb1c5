/* Room: words. Knows: what is decided. Must not know: how it was found, screens.
 *
 * The number to write into the contract, and what happens without it. */
#include "model/base/money.h"
#include "model/plan/presets.h"
#include "ui/words/answers-parts.h"
#include "ui/words/decide-words.h"
#include "ui/words/figure-parts.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"
#include "ui/words/term-words.h"
#include "ui/words/verdict-parts.h"

char *standing_result_text(Language language, const Standing *standing) {
  int64_t cents = money_scale_half_up(standing->result.mean_milli, 1, 1000);
  g_autofree char *amount = say_money_about(language, cents < 0 ? -cents : cents);

  return g_strdup_printf(cents < 0 ? say(language, "the deal costs you %s")
                                   : say(language, "the deal leaves you %s"),
                         amount);
}

/* --- the cap ------------------------------------------------------------------------------- */

/* What a voucher more would break, to stand within a sentence. */
static const char *binding_text(Language language, Condition condition) {
  static const char *const texts[CONDITION_COUNT] = {
      [CONDITION_RESULT] = N_("the deal loses money too often"),
      [CONDITION_COST_PER_CLIENT_KEPT] = N_("a client kept costs more than your usual advertising"),
      [CONDITION_WAIT] = N_("too many deal clients wait too long"),
      [CONDITION_REFUSED] = N_("too many regulars are refused"),
      [CONDITION_WEEKLY_SHARE] = N_("deal clients fill too much of a week"),
      [CONDITION_CASH_FLOOR] = N_("the balance falls under your minimum"),
  };

  g_return_val_if_fail(condition < CONDITION_COUNT, "");
  return say(language, texts[condition]);
}

/* "9 times in 10": how careful the owner wants to be; the cost per client is no matter of years. */
static char *confidence_text(Language language, const Plan *plan, int years) {
  RiskChance chance = {true, plan->conditions.confidence_per_100k, 0};
  g_autofree char *often = chance_text(language, &chance, years);

  return plan->conditions.goal == GOAL_ADVERTISE
             ? g_strdup_printf(say(language, "%s, the cost per client on average"), often)
             : g_steal_pointer(&often);
}

/* Without rooms only the goal limits it. */
static char *cap_by_money(Language language, const Cap *cap, const char *vouchers, const char *give,
                          const char *from) {
  if (cap->binding >= CONDITION_COUNT) {
    return g_strdup_printf(
        cap->most_is_contract
            ? say(language, "All of the contract’s %s, as far as the money goes: without rooms in "
                            "the plan, waiting and refusals are not known.")
            : say(language, "%s and maybe more, the most that was tried, as far as the money goes: "
                            "without rooms in the plan, waiting and refusals are not known."),
        vouchers);
  }
  return g_strdup_printf(say(language, "At most %1$s%2$s%3$s, by the money alone: beyond, %4$s. "
                                       "Without rooms in the plan, waiting and refusals are not "
                                       "known."),
                         vouchers, give, from, binding_text(language, cap->binding));
}

/* The number that the verdict asks to have in writing, as the verdict says it. */
static char *cap_asked(Language language, const Study *study, const Ask *asked, int32_t cap) {
  const Cap *alone = &study->decisions->cap;
  bool is_alone = asked->term_count == 1 && asked->term[0].kind == TERM_CAP;
  g_autofree char *vouchers = phrase_vouchers(language, cap);
  g_autofree char *often = confidence_text(language, study->plan, asked->standing.years);
  g_autofree char *most = phrase_vouchers(language, alone->vouchers);
  g_autofree char *without = alone->found ? g_strdup_printf(say(language, "%s at most"), most)
                                          : g_strdup(say(language, "none"));
  g_autofree char *answer =
      is_alone
          ? g_strdup_printf(say(language, "At most %1$s, as the verdict asks to have in writing: "
                                          "then each of your conditions holds %2$s."),
                            vouchers, often)
          : g_strdup_printf(say(language, "At most %1$s, with the other terms that the verdict "
                                          "asks to have in writing: then each of your conditions "
                                          "holds %2$s; without them, %3$s."),
                            vouchers, often, without);

  return study->results->has_calendar
             ? g_steal_pointer(&answer)
             : g_strdup_printf(say(language, "%s Without rooms in the plan, waiting and refusals "
                                             "are not known."),
                               answer);
}

static char *cap_found(Language language, const Study *study, const Cap *cap) {
  g_autofree char *often = confidence_text(language, study->plan, cap->years);
  g_autofree char *vouchers = phrase_vouchers(language, cap->vouchers);
  g_autofree char *error = say_number(language, cap->error_vouchers);
  g_autofree char *least = say_number(language, cap->at_least);
  g_autofree char *give = cap->error_vouchers > 0
                              ? g_strdup_printf(say(language, ", give or take %s"), error)
                              : g_strdup("");
  g_autofree char *from =
      cap->at_least > 0 ? g_strdup_printf(say(language, ", and at least %s"), least) : g_strdup("");

  if (cap->found && !study->results->has_calendar) {
    return cap_by_money(language, cap, vouchers, give, from);
  }
  if (!cap->found) {
    return cap->binding < CONDITION_COUNT
               ? g_strdup_printf(say(language, "None: at any number %s."),
                                 binding_text(language, cap->binding))
               : g_strdup(say(language, "None: at no number do all your conditions hold."));
  }
  if (cap->binding >= CONDITION_COUNT) {
    return g_strdup_printf(
        cap->most_is_contract
            ? say(language,
                  "All of the contract’s %1$s: up to there each of your conditions holds %2$s.")
            : say(language, "%1$s and maybe more: up to there, the most that was tried, each of "
                            "your conditions holds %2$s."),
        vouchers, often);
  }
  return g_strdup_printf(say(language, "At most %1$s%2$s%3$s: there each of your conditions "
                                       "holds %4$s; beyond, %5$s."),
                         vouchers, give, from, often, binding_text(language, cap->binding));
}

char *answer_cap(Language language, const Study *study) {
  const Ask *asked = terms_asked(study);
  int32_t asked_cap = asked ? terms_cap(study->plan, &study->decisions->asks, asked) : 0;
  bool with_terms;
  const Cap *cap = figure_cap(study, &with_terms);
  g_autofree char *text = NULL, *small = NULL;

  if (asked_cap > 0) {
    return cap_asked(language, study, asked, asked_cap);
  }
  text = cap_found(language, study, cap);
  if (!asked) {
    return g_steal_pointer(&text);
  }
  small = phrase_small(text);
  return g_strdup_printf(with_terms
                             ? say(language, "With the terms that the verdict asks for: %s")
                             : say(language, "Without the terms that the verdict asks for: %s"),
                         small);
}

/* --- three times as many ------------------------------------------------------------------- */

static char *refused_because(Language language, int32_t refused) {
  g_autofree char *number = say_count_about(language, refused);

  return refused <= 0 ? g_strdup(say(language, "no visit at full price is refused because of it"))
                      : g_strdup_printf(say_count(language, refused,
                                                  "%s visit at full price is refused because of it",
                                                  "%s visits at full price are refused because of "
                                                  "it"),
                                        number);
}

static char *wait_of_most(Language language, int32_t days) {
  g_autofree char *text = phrase_days(language, days);

  return days <= 0 ? g_strdup(say(language, "19 buyers in 20 get the day they want"))
                   : g_strdup_printf(say(language, "1 buyer in 20 waits more than %s"), text);
}

char *answer_oversell(Language language, const Study *study) {
  const WhatIf *world = &study->decisions->oversell[1];
  g_autofree char *vouchers = phrase_vouchers(language, world->vouchers);
  g_autofree char *result = NULL;
  g_autofree char *refused = refused_because(language, world->refused_extra);
  g_autofree char *wait = wait_of_most(language, world->wait_p95_days);

  if (!world->applies) {
    return plan_vouchers_sold(study->plan) == 0
               ? g_strdup(say(language, "No voucher is sold."))
               : g_strdup(say(language, "No answer: so many visits cannot be computed."));
  }
  result = standing_result_text(language, &world->standing);
  if (!study->results->has_calendar) {
    return g_strdup_printf(say(language, "With %1$s sold, %2$s on average."), vouchers, result);
  }
  return g_strdup_printf(say(language, "With %1$s sold, %2$s on average, %3$s and %4$s."), vouchers,
                         result, refused, wait);
}

/* --- visits a day -------------------------------------------------------------------------- */

#define FRIDAY 4
#define TUESDAY 1

/* "4 on a Friday", "4 on a Friday (once sold, 2)", "none on a Friday"; why, where none can be. */
static char *day_quota(Language language, const Quota *quota, int weekday) {
  const QuotaDay *day = &quota->day[weekday];
  const char *name = weekday_name(language, weekday);
  g_autofree char *before = say_number(language, day->before);
  g_autofree char *after = say_number(language, day->after);

  if (!day->is_open) {
    return g_strdup_printf(say(language, "none on a %s, no deal visit being possible then"), name);
  }
  if (day->before == day->after) {
    return day->before == 0 ? g_strdup_printf(say(language, "none on a %s"), name)
                            : g_strdup_printf(say(language, "%1$s on a %2$s"), before, name);
  }
  return day->before == 0
             ? g_strdup_printf(say(language, "none on a %1$s (once sold, %2$s)"), name, after)
             : g_strdup_printf(say(language, "%1$s on a %2$s (once sold, %3$s)"), before, name,
                               after);
}

char *answer_quota(Language language, const Study *study) {
  const Quota *quota = &study->decisions->quota;
  g_autofree char *friday = NULL;
  g_autofree char *tuesday = NULL;
  const char *parts[2];
  g_autofree char *both = NULL, *agreed = NULL, *tried = NULL;
  g_autofree char *worth = say_money(language, quota->deal_cents);

  if (!study->results->has_calendar) {
    return answer_needs_calendar(language);
  }
  if (!quota->applies) {
    return g_strdup(say(language, "No limit: the plan has no regulars to keep places for."));
  }
  friday = day_quota(language, quota, FRIDAY);
  tuesday = day_quota(language, quota, TUESDAY);
  parts[0] = friday;
  parts[1] = tuesday;
  both = phrase_list(language, parts, 2);
  tried = quota_tried_text(language, study);
  agreed = quota_is_worthless(quota)
               ? g_strdup_printf(say(language, "Deal visits to agree to: %1$s, because one is "
                                               "worth %2$s to you"),
                                 both, worth)
               : g_strdup_printf(say(language, "Deal visits to agree to: %s"), both);
  if (tried) {
    return g_strdup_printf(say(language, "%1$s — but with these, %2$s."), agreed, tried);
  }
  return quota_is_worthless(quota)
             ? g_strconcat(agreed, ".", NULL)
             : g_strdup_printf(say(language, "%s. More would take places that your regulars ask "
                                             "for."),
                               agreed);
}

/* --- coming back --------------------------------------------------------------------------- */

/* "others saw 2% to 35%, US merchants 19.9%": the published return rates. */
static char *others_text(Language language) {
  int64_t low = INT64_MAX, high = 0, survey = -1;

  for (int i = 0; i < published_figure_count(); i++) {
    const PublishedFigure *figure = published_figure_at(i);

    if (g_strcmp0(figure->path, "clients.return_per_100k") == 0) {
      low = MIN(low, figure->low);
      high = MAX(high, figure->high);
      survey = survey < 0 ? figure->likely : survey; /* the largest survey stands first */
    }
  }
  g_autofree char *low_text = say_percent(language, low);
  g_autofree char *high_text = say_percent(language, high);
  g_autofree char *survey_text = say_percent(language, survey);

  return g_strdup_printf(say(language, "others saw %1$s to %2$s, US merchants %3$s"), low_text,
                         high_text, survey_text);
}

char *answer_break_even(Language language, const Study *study) {
  const BreakEven *line = &study->decisions->break_even[BREAK_EVEN_RETURN];
  g_autofree char *others = others_text(language);
  g_autofree char *value = break_even_shown(language, BREAK_EVEN_RETURN, line);
  g_autofree char *now = say_percent(language, line->now);

  if (!line->found) {
    return g_strdup_printf(line->now_result_cents >= 0
                               ? say(language, "None: the deal pays for itself whoever comes back "
                                               "(you count on %1$s); %2$s.")
                               : say(language, "None is enough: the deal loses money whoever comes "
                                               "back (you count on %1$s); %2$s."),
                           now, others);
  }
  return g_strdup_printf(
      line->earns_above
          ? say(language, "At least %1$s of the new clients (you count on %2$s), if everything "
                          "else goes exactly as typed; %3$s.")
          : say(language, "At most %1$s of the new clients, each costing more than she brings (you "
                          "count on %2$s), if everything else goes exactly as typed; %3$s."),
      value, now, others);
}

/* --- the best change ----------------------------------------------------------------------- */

/* "180 vouchers at most: it turns the verdict; with it the deal costs you about $860 on average."
 */
static char *turning_term(Language language, const Study *study, const Ask *asked) {
  Term term = asked->term[0];
  g_autofree char *result = standing_result_text(language, &asked->standing);
  g_autofree char *text = NULL;

  if (term.kind == TERM_CAP) {
    term.amount = MAX(terms_cap(study->plan, &study->decisions->asks, asked), 1);
  }
  text = phrase_capital(term_text(language, study->plan, &term));
  return g_strdup_printf(say(language, "%1$s: it turns the verdict; with it %2$s on average."),
                         text, result);
}

char *answer_best_term(Language language, const Study *study) {
  const TermWorths *worths = &study->decisions->worths;
  const TermWorth *best = NULL;
  const Ask *asked = terms_asked(study);
  bool is_not_enough = asked || (decisions_has(study->decisions, DECIDE_ASKS) &&
                                 verdict_form_told(study) == VERDICT_NO);

  if (asked && asked->term_count == 1) {
    return turning_term(language, study, asked);
  }
  for (int i = 0; i < worths->worth_count; i++) {
    const TermWorth *worth = &worths->worth[i];

    if (worth->changes && worth->worth.mean_milli > 2 * worth->worth.error_milli &&
        (!best || worth->worth.mean_milli > best->worth.mean_milli)) {
      best = worth;
    }
  }
  if (!best && is_not_enough) {
    return g_strdup(say(language, "None of those looked at: no single change brings more than luck "
                                  "does, and none turns the verdict."));
  }
  if (!best) {
    return g_strdup(say(language, "None of those looked at: no single change brings more than luck "
                                  "does."));
  }
  g_autofree char *term = phrase_capital(term_text(language, study->plan, &best->term));
  g_autofree char *amount =
      say_money_about(language, money_scale_half_up(best->worth.mean_milli, 1, 1000));

  return g_strdup_printf(
      is_not_enough
          ? say(language,
                "%1$s: it is worth %2$s on average, but alone it does not turn the verdict.")
          : say(language, "%1$s: it is worth %2$s on average."),
      term, amount);
}
