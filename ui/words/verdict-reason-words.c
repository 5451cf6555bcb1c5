/* Room: words. Knows: conditions at the owner's confidence, with and without the terms asked. Must
 * not know: how they were found, screens.
 *
 * Why the verdict is what it is: the conditions that decide with their numbers, the weightiest
 * first, then what the result comes to. */
#include <string.h>

#include "model/base/money.h"
#include "ui/words/decide-words.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"
#include "ui/words/term-words.h"
#include "ui/words/verdict-parts.h"

/* --- which ones ------------------------------------------------------------------------------- */

#define FAR INT64_MAX

/* How far a condition that applies is past what she accepts, in hundredths of a percent of it;
 * negative while it holds. */
static int64_t excess_of(const Plan *plan, const Standing *standing, Condition condition) {
  const ConditionStanding *of = &standing->condition[condition];
  int64_t usual_cents = plan->clients.usual_advertising_cents_per_new_client;

  if (condition == CONDITION_COST_PER_CLIENT_KEPT) {
    if (standing->result.mean_milli >= 0) {
      return -RATE_ONE_PER_100K;
    }
    return !standing->has_clients_kept || usual_cents <= 0
               ? FAR
               : money_scale_half_up(standing->cost_per_client_kept_cents - usual_cents,
                                     RATE_ONE_PER_100K, usual_cents);
  }
  return of->allowed_per_100k > 0  ? money_scale_half_up(of->broken_per_100k - of->allowed_per_100k,
                                                         RATE_ONE_PER_100K, of->allowed_per_100k)
         : of->broken_per_100k > 0 ? (int64_t)of->broken_per_100k * RATE_ONE_PER_100K
                                   : -RATE_ONE_PER_100K;
}

Condition condition_worst(const Plan *plan, const Standing *standing) {
  Condition worst = CONDITION_COUNT;

  for (int i = 0; i < CONDITION_COUNT; i++) {
    const ConditionStanding *of = &standing->condition[i];

    if (of->applies && !of->holds &&
        (worst == CONDITION_COUNT ||
         excess_of(plan, standing, (Condition)i) > excess_of(plan, standing, worst))) {
      worst = (Condition)i;
    }
  }
  return worst;
}

Condition condition_hopeless(const Plan *plan, const Told *told) {
  const Standing *standing = &told->as_it_stands;
  bool is_told = told->asks && told->asks->is_needed && told->asks->ask_count == 0 &&
                 told->asks->hopeless < CONDITION_COUNT;

  if (is_told && standing->condition[told->asks->hopeless].applies &&
      !standing->condition[told->asks->hopeless].holds) {
    return told->asks->hopeless;
  }
  return condition_worst(plan, standing);
}

/* What reasons are of: a Condition, what the result comes to, or that the other conditions never
 * broke. */
enum { REASON_RESULT = CONDITION_COUNT, REASON_OTHERS };

typedef struct {
  int count;
  int of[REASONS_MAX];
} Reasons;

static bool reasons_have(const Reasons *reasons, int reason) {
  for (int i = 0; i < reasons->count; i++) {
    if (reasons->of[i] == reason) {
      return true;
    }
  }
  return false;
}

static void reasons_put(Reasons *reasons, int reason, int at) {
  if (reasons_have(reasons, reason) || at >= REASONS_MAX) {
    return;
  }
  reasons->count = MIN(reasons->count + 1, REASONS_MAX);
  for (int i = reasons->count - 1; i > at; i--) {
    reasons->of[i] = reasons->of[i - 1];
  }
  reasons->of[at] = reason;
}

/* Of those that are broken, or of those that hold, the next in weight; REASON_RESULT: none left. */
static int next_in_weight(const Plan *plan, const Standing *standing, const Reasons *reasons,
                          bool holds) {
  int next = REASON_RESULT;

  for (int i = 0; i < CONDITION_COUNT; i++) {
    const ConditionStanding *of = &standing->condition[i];

    if (of->applies && of->holds == holds && !reasons_have(reasons, (Condition)i) &&
        (next == REASON_RESULT ||
         excess_of(plan, standing, (Condition)i) > excess_of(plan, standing, (Condition)next))) {
      next = i;
    }
  }
  return next;
}

/* Broken ones as the contract stands, the one no term meets first; her goal; what is nearest to
 * breaking; the result. */
static Reasons reasons_of(const Plan *plan, const Told *told) {
  const Standing *standing = &told->as_it_stands;
  Condition goal = standing->condition[CONDITION_RESULT].applies ? CONDITION_RESULT
                                                                 : CONDITION_COST_PER_CLIENT_KEPT;
  Reasons reasons = {0};
  int next = condition_hopeless(plan, told);

  while (next != REASON_RESULT && reasons.count < REASONS_MAX) {
    reasons_put(&reasons, next, reasons.count);
    next = next_in_weight(plan, standing, &reasons, false);
  }
  if (told->whole.form == VERDICT_NO) { /* what holds is no reason of a no */
    return reasons;
  }
  if (told->whole.form == VERDICT_AS_ADVERTISING &&
      standing->condition[CONDITION_COST_PER_CLIENT_KEPT].applies) { /* it is judged by its cost */
    reasons_put(&reasons, CONDITION_COST_PER_CLIENT_KEPT, MIN(reasons.count, 1));
  }
  if (reasons.count < REASONS_MAX - 1 && standing->condition[goal].applies) {
    reasons_put(&reasons, goal, reasons.count);
  }
  while (reasons.count < REASONS_MAX - 1 &&
         (next = next_in_weight(plan, standing, &reasons, true)) != REASON_RESULT) {
    bool is_never = standing->condition[next].broken_per_100k == 0;

    reasons_put(&reasons, is_never ? REASON_OTHERS : next, reasons.count);
    if (is_never) {
      break;
    }
  }
  reasons_put(&reasons, REASON_RESULT, reasons.count);
  return reasons;
}

/* --- sentences -------------------------------------------------------------------------------- */

/* Takes the text. */
static char *sentence(char *text) {
  g_autofree char *capital = phrase_capital(text);

  return g_strconcat(capital, ".", NULL);
}

/* What a client kept costs, with the terms beside it where the cost is why they are asked. */
static char *cost_reason(Language language, const Plan *plan, const Told *told) {
  const Standing *asked = &told->ask->standing;
  bool is_why = !told->as_it_stands.condition[CONDITION_COST_PER_CLIENT_KEPT].holds;
  g_autofree char *seen =
      condition_seen_text(language, plan, asked, CONDITION_COST_PER_CLIENT_KEPT, true);
  g_autofree char *then = g_strdup_printf(say(language, "With these terms, %s."), seen);

  if (!is_why) {
    return g_steal_pointer(&then);
  }
  g_autofree char *now = sentence(condition_seen_text(language, plan, &told->as_it_stands,
                                                      CONDITION_COST_PER_CLIENT_KEPT, true));
  g_autofree char *cost = say_money_about(language, asked->cost_per_client_kept_cents);

  if (asked->result.mean_milli >= 0 || !asked->has_clients_kept) {
    return g_strdup_printf("%s %s", now, then);
  }
  return g_strdup_printf(say(language, "%1$s With these terms: %2$s."), now, cost);
}

static char *condition_reason(Language language, const Plan *plan, const Told *told,
                              Condition condition) {
  g_autofree char *as_it_stands = NULL, *with_terms = NULL;

  if (told->ask && condition == CONDITION_COST_PER_CLIENT_KEPT) {
    return cost_reason(language, plan, told);
  }
  as_it_stands =
      sentence(condition_seen_text(language, plan, &told->as_it_stands, condition, true));
  if (!told->ask) {
    return g_steal_pointer(&as_it_stands);
  }
  with_terms = condition_with_terms_text(language, &told->ask->standing.condition[condition]);
  return g_strconcat(as_it_stands, with_terms[0] ? " " : "", with_terms, NULL);
}

/* What it comes to: as the contract stands the range, with terms both means. */
static char *result_reason(Language language, const Study *study, const Told *told) {
  int64_t cents = money_scale_half_up(told->as_it_stands.result.mean_milli, 1, 1000);
  g_autofree char *mean = say_change_about(language, cents);

  if (told->ask) {
    g_autofree char *with_terms = say_change_about(
        language, money_scale_half_up(told->ask->standing.result.mean_milli, 1, 1000));

    return g_strdup_printf(say(language, "With these terms the result is %1$s on average; as the "
                                         "contract stands, %2$s."),
                           with_terms, mean);
  }
  return told_risk(study) ? risk_range_text(language, told_risk(study))
                          : g_strdup_printf(say(language, "The result is %s on average."), mean);
}

static char *others_reason(Language language, const Told *told) {
  g_autofree char *years = say_number(language, told->as_it_stands.years);

  return g_strdup_printf(say(language, "None of your other conditions breaks in %s simulated "
                                       "years."),
                         years);
}

char *verdict_reason(Language language, const Study *study, int k) {
  Told told;
  Reasons reasons;

  g_return_val_if_fail(k >= 0, NULL);
  if (!told_fill(study, &told)) {
    return NULL;
  }
  reasons = reasons_of(study->plan, &told);
  if (k >= reasons.count) {
    return NULL;
  }
  switch (reasons.of[k]) {
  case REASON_RESULT:
    return result_reason(language, study, &told);
  case REASON_OTHERS:
    return others_reason(language, &told);
  default:
    return condition_reason(language, study->plan, &told, (Condition)reasons.of[k]);
  }
}

/* Of the terms the title had no room for, all of them; "" when it had. */
static char *terms_in_full(Language language, const Study *study, const Told *told) {
  g_autofree char *title = verdict_title(language, study);
  g_autofree char *terms = terms_text(language, study->plan, told->asks, told->ask);

  return strstr(title, terms) ? g_strdup("")
                              : g_strdup_printf(say(language, "In full: %s."), terms);
}

/* Takes the parts, of which any may be NULL or empty. */
static char *join(char *first, char *second, char *third, char *fourth) {
  char *parts[] = {first, second, third, fourth};
  GString *text = g_string_new(NULL);

  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
    if (parts[i] && parts[i][0]) {
      g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", parts[i]);
    }
    g_free(parts[i]);
  }
  return g_string_free(text, FALSE);
}

/* What she has already is left to the terms' own place where these need room. */
static char *if_reasons(Language language, const Study *study, const Told *told) {
  char *in_full = terms_in_full(language, study, told);
  char *already = in_full[0] ? NULL : terms_already_text(language, study->plan);

  return join(g_strdup(say(language, "Without this in writing: no.")), in_full,
              verdict_reason(language, study, 0), already);
}

/* The title says the first. */
static char *no_reasons(Language language, const Study *study, const Told *told) {
  const char *outlook = NULL;

  if (told->asks) {
    outlook = say(language, "No change of the contract that was tried, alone or in pairs, is "
                            "enough.");
  } else if (study->decisions) {
    outlook = say(language, "Looking for terms that would change it…");
  }
  return join(verdict_reason(language, study, 1), g_strdup(outlook), NULL, NULL);
}

static char *reasons_without_floor(Language language, const Study *study, bool *floor_left_out) {
  Told told;

  if (!told_fill(study, &told)) {
    *floor_left_out = study->results->verdict.floor_broken_without;
    return verdict_provisional_reasons(language, study->plan, study->results);
  }
  *floor_left_out = told.as_it_stands.floor_left_out;
  if (told.ask) {
    return if_reasons(language, study, &told);
  }
  return told.whole.form == VERDICT_NO ? no_reasons(language, study, &told)
                                       : join(verdict_reason(language, study, 0),
                                              verdict_reason(language, study, 1), NULL, NULL);
}

/* What a site that stops paying owes is in the bank alone; NULL: it pays. */
static char *unpaid_text(Language language, const Study *study) {
  int64_t unpaid_cents = study->results->cash_with.site_unpaid_cents;
  g_autofree char *unpaid = say_money(language, unpaid_cents);
  g_autofree char *date = NULL;

  if (unpaid_cents <= 0) {
    return NULL;
  }
  date = say_date(language, study->plan->deal.site_stops_paying_date);
  return g_strdup_printf(say(language, "The site stops paying on %1$s: %2$s never comes, and the "
                                       "verdict does not count it."),
                         date, unpaid);
}

char *verdict_reasons(Language language, const Study *study) {
  const char *but = NULL;
  bool floor_left_out;
  char *reasons;

  if (!study->results->has_calendar && verdict_form_told(study) == VERDICT_COUNT) {
    g_autofree char *left = say_money(language, study->results->voucher.left_used_cents);

    return g_strdup_printf(say(language, "One used voucher leaves you %s. Simulated years judge "
                                         "the money of the deal; with rooms and opening hours, "
                                         "waiting, refusals and the bank too."),
                           left);
  }
  reasons = reasons_without_floor(language, study, &floor_left_out);
  if (!study->results->has_calendar) {
    but = say(language, "Only the money is judged: the plan has no rooms, so nothing is known of "
                        "waiting, refusals and the bank.");
  } else if (floor_left_out) {
    but = say(language, "Your cash floor is passed without the deal too, so it is left out of the "
                        "verdict.");
  }
  return join(reasons, g_strdup(but), unpaid_text(language, study), NULL);
}
