/* Room: words. Knows: the verdict of the simulated years and the terms to ask for. Must not know:
 * how they were found, screens.
 *
 * What a person would say of the deal: the form, with the terms that must be in writing or the
 * condition that decides. Before any simulated year it is provisional, of the plan year; a plan
 * without rooms is judged by its money alone, and says so. */
#include <string.h>

#include "model/base/money.h"
#include "ui/words/decide-parts.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"
#include "ui/words/term-words.h"
#include "ui/words/verdict-parts.h"

#define TITLE_LETTERS_MAX 130
#define ERRORS_OF_CLOSE 2 /* nearer to what she accepts, another seed could say otherwise */

const char *condition_label(Language language, Condition condition) {
  static const char *const labels[CONDITION_COUNT] = {
      [CONDITION_RESULT] = N_("The deal pays for itself"),
      [CONDITION_COST_PER_CLIENT_KEPT] = N_("Cost per client kept"),
      [CONDITION_WAIT] = N_("Deal clients placed in time"),
      [CONDITION_REFUSED] = N_("Regulars refused because of the deal"),
      [CONDITION_WEEKLY_SHARE] = N_("Deal clients in the fullest week"),
      [CONDITION_CASH_FLOOR] = N_("Lowest balance"),
  };

  g_return_val_if_fail(condition < CONDITION_COUNT, "");
  return say(language, labels[condition]);
}

bool condition_is_money(Condition condition) {
  return condition == CONDITION_RESULT || condition == CONDITION_COST_PER_CLIENT_KEPT ||
         condition == CONDITION_CASH_FLOOR;
}

char *condition_value_text(Language language, Condition condition, int64_t value) {
  if (condition_is_money(condition)) {
    return say_money_whole(language, value);
  }
  return say_percent(language, money_scale_half_up(value, 1, 100) * 100);
}

const Risk *told_risk(const Study *study) {
  return study->risk && risk_told(study->risk)->years > 0 ? study->risk : NULL;
}

/* False of a plan that says it all by now: its own years are still to come. */
static bool has_any_change(const Plan *plan, const Asks *asks, const Ask *ask) {
  bool any = terms_cap(plan, asks, ask) > 0;

  for (int i = 0; i < ask->term_count; i++) {
    any = any || term_changes(&ask->term[i], plan);
  }
  return any;
}

bool told_fill(const Study *study, Told *told) {
  const Risk *risk = told_risk(study);
  bool has_asks = decisions_has(study->decisions, DECIDE_ASKS);

  if (!risk && !has_asks) {
    return false;
  }
  told->asks = has_asks ? &study->decisions->asks : NULL;
  if (risk) {
    standing_of_risk(study->plan, risk, &told->as_it_stands);
  } else {
    told->as_it_stands = told->asks->standing;
  }
  verdict_of_decisions(study->decisions, &told->as_it_stands, &told->whole);
  told->ask = told->whole.if_contract ? &told->asks->ask[0] : NULL;
  if (told->ask && !has_any_change(study->plan, told->asks, told->ask)) {
    told->as_it_stands = told->ask->standing;
    told->whole.if_contract = false;
    told->ask = NULL;
  }
  return true;
}

/* Where a text may be cut: after "; " or ", ". NULL: nowhere further. */
static const char *next_joint(const char *text) {
  const char *joint = strpbrk(text, ";,");

  while (joint && joint[1] != ' ') {
    joint = strpbrk(joint + 1, ";,");
  }
  return joint ? joint + 2 : NULL;
}

char *verdict_terms_within(const char *terms, int letters_most, bool *is_cut) {
  const char *end = terms;

  *is_cut = g_utf8_strlen(terms, -1) > letters_most;
  if (!*is_cut) {
    return g_strdup(terms);
  }
  for (const char *joint = terms; (joint = next_joint(joint));) {
    if (g_utf8_strlen(terms, joint - terms) + 1 > letters_most) {
      break;
    }
    end = joint;
  }
  return g_strdup_printf("%.*s…", (int)(end - terms), terms);
}

/* --- title ------------------------------------------------------------------------------------ */

/* What the title of a yes ends with where only the money could be judged. */
static const char *money_alone(Language language, const Study *study) {
  return study->results->has_calendar ? "" : say(language, " (by its money alone)");
}

/* Letters a yes has for itself. */
static int letters_most(Language language, const Study *study) {
  return TITLE_LETTERS_MAX - (int)g_utf8_strlen(money_alone(language, study), -1);
}

/* "it costs about $5,200 for about 80 clients kept" */
static char *cost_clause(Language language, const Standing *standing) {
  int64_t kept = money_scale_half_up(standing->clients_kept.mean_milli, 1, 1000);
  g_autofree char *cost =
      say_money_about(language, -money_scale_half_up(standing->result.mean_milli, 1, 1000));
  g_autofree char *clients = kept > 0
                                 ? say_count_about(language, kept)
                                 : say_milli_about(language, standing->clients_kept.mean_milli);

  return g_strdup_printf(say_count(language, kept, "it costs %1$s for %2$s client kept",
                                   "it costs %1$s for %2$s clients kept"),
                         cost, clients);
}

/* The title with its terms, cut at a joint where they are too long for it. frame has one %s. */
static char *title_with_terms(const char *frame, const char *terms, int letters_most) {
  int letters = letters_most - (int)(g_utf8_strlen(frame, -1) - 2);
  bool is_cut;
  g_autofree char *within = verdict_terms_within(terms, letters, &is_cut);
  g_auto(GStrv) halves = g_strsplit(frame, "%s", 2);

  return g_strconcat(halves[0], within, halves[1], NULL);
}

static char *if_title(Language language, const Study *study, const Told *told) {
  int most = letters_most(language, study);
  g_autofree char *terms = terms_text(language, study->plan, told->asks, told->ask);

  if (told->whole.form == VERDICT_AS_ADVERTISING) {
    g_autofree char *cost = cost_clause(language, told->whole.standing);
    g_autofree char *whole = g_strdup_printf(
        say(language, "Yes, as advertising (%1$s), if the contract says: %2$s"), cost, terms);

    return g_utf8_strlen(whole, -1) <= most
               ? g_steal_pointer(&whole)
               : title_with_terms(say(language, "Yes, as advertising, if the contract says: %s"),
                                  terms, most);
  }
  return title_with_terms(say(language, "Yes, if the contract says: %s"), terms, most);
}

static char *yes_title(Language language, const Study *study, const Standing *standing) {
  int64_t result_cents = money_scale_half_up(standing->result.mean_milli, 1, 1000);
  g_autofree char *amount = say_money_about(language, result_cents);

  if (!study->results->has_calendar) {
    return about_cents(result_cents) <= 0
               ? g_strdup(say(language, "Yes: it loses no more often than you accept"))
               : g_strdup_printf(
                     say(language, "Yes: on average the deal leaves you %s more than no deal"),
                     amount);
  }
  return about_cents(result_cents) <= 0
             ? g_strdup(say(language, "Yes: all your conditions hold"))
             : g_strdup_printf(say(language, "Yes: your conditions hold, and on average the deal "
                                             "leaves you %s more than no deal"),
                               amount);
}

static char *no_title(Language language, const Study *study, const Told *told) {
  Condition condition = condition_hopeless(study->plan, told);
  bool with_accepted = true;

  for (;;) {
    g_autofree char *seen =
        condition_seen_text(language, study->plan, &told->as_it_stands, condition, with_accepted);
    g_autofree char *title =
        told->whole.is_final
            ? g_strdup_printf(say(language, "No: %s"), seen)
            : g_strdup_printf(say(language, "No, as the contract stands: %s"), seen);

    if (g_utf8_strlen(title, -1) <= TITLE_LETTERS_MAX || !with_accepted) {
      return g_steal_pointer(&title);
    }
    with_accepted = false;
  }
}

static char *advertising_title(Language language, const Standing *standing) {
  g_autofree char *cost = cost_clause(language, standing);

  return g_strdup_printf(say(language, "Yes, as advertising: %s"), cost);
}

char *verdict_title(Language language, const Study *study) {
  g_autofree char *title = NULL;
  Told told;

  if (!told_fill(study, &told)) {
    return study->results->has_calendar
               ? verdict_provisional_title(language, study->results)
               : g_strdup(say(language, "No verdict yet: no rooms and no simulated years"));
  }
  if (told.whole.form == VERDICT_NO) { /* a no of the money is one, whatever the rooms */
    return no_title(language, study, &told);
  }
  if (told.ask) {
    title = if_title(language, study, &told);
  } else {
    title = told.whole.form == VERDICT_YES ? yes_title(language, study, told.whole.standing)
                                           : advertising_title(language, told.whole.standing);
  }
  return g_strconcat(title, money_alone(language, study), NULL);
}

/* "Yes, if: ", "Yes, as advertising, if: " with as many terms as there is room for. */
static char *short_if_title(Language language, const Study *study, const Told *told) {
  g_autofree char *terms = terms_text(language, study->plan, told->asks, told->ask);

  return title_with_terms(told->whole.form == VERDICT_AS_ADVERTISING
                              ? say(language, "Yes, as advertising, if: %s")
                              : say(language, "Yes, if: %s"),
                          terms, VERDICT_SHORT_LETTERS_MAX);
}

static const char *short_form(Language language, VerdictForm form, bool is_final) {
  switch (form) {
  case VERDICT_YES:
    return is_final ? say(language, "Yes") : say(language, "Provisional yes");
  case VERDICT_AS_ADVERTISING:
    return is_final ? say(language, "Yes, as advertising")
                    : say(language, "Provisional yes, as advertising");
  case VERDICT_NO:
    return is_final ? say(language, "No") : say(language, "Provisional no");
  case VERDICT_COUNT:
    break;
  }
  return say(language, "No verdict yet");
}

char *verdict_title_short(Language language, const Study *study) {
  VerdictForm form = verdict_form_told(study);
  Told told;

  if (!told_fill(study, &told)) {
    return g_strdup(short_form(language, form, false));
  }
  if (told.ask) {
    return short_if_title(language, study, &told);
  }
  if (form == VERDICT_NO) {
    return g_strdup_printf(say(language, "No: %s"),
                           condition_too_much(language, condition_hopeless(study->plan, &told)));
  }
  return g_strconcat(short_form(language, form, true), money_alone(language, study), NULL);
}

/* --- beside it -------------------------------------------------------------------------------- */

VerdictForm verdict_form_told(const Study *study) {
  Told told;

  if (told_fill(study, &told)) {
    return told.whole.form;
  }
  return study->results->has_calendar ? study->results->verdict.form : VERDICT_COUNT;
}

const char *verdict_badge(Language language, const Study *study) {
  Told told;
  bool is_if = told_fill(study, &told) && told.ask;

  switch (verdict_form_told(study)) {
  case VERDICT_YES:
    return is_if ? say(language, "YES, IF") : say(language, "YES");
  case VERDICT_AS_ADVERTISING:
    return is_if ? say(language, "AD, IF") : say(language, "AD");
  case VERDICT_NO:
    return say(language, "NO");
  case VERDICT_COUNT:
    break;
  }
  return "?";
}

/* Whether a condition is so near to what she accepts that another seed could turn it. */
static bool is_close(const Standing *standing) {
  for (int i = 0; i < CONDITION_COUNT; i++) {
    const ConditionStanding *of = &standing->condition[i];
    int64_t away = llabs((int64_t)of->broken_per_100k - of->allowed_per_100k);

    if (i != CONDITION_COST_PER_CLIENT_KEPT && of->applies &&
        away < (int64_t)ERRORS_OF_CLOSE * of->error_per_100k) {
      return true;
    }
  }
  return false;
}

/* "10,000 simulated years, seed 1", of what the verdict is told of. */
static char *years_and_seed(Language language, const Study *study, const Told *told) {
  const Risk *risk = told_risk(study);
  g_autofree char *years = say_number(language, told->as_it_stands.years);
  g_autofree char *seed =
      g_strdup_printf("%" G_GUINT64_FORMAT, risk ? risk->seed : study->decisions->seed);
  bool is_luck = risk ? !risk->with_uncertainty : study->decisions->sample == RISK_LUCK;

  return g_strdup_printf(is_luck ? say_count(language, told->as_it_stands.years,
                                             "%1$s simulated year of luck alone, seed %2$s",
                                             "%1$s simulated years of luck alone, seed %2$s")
                                 : say_count(language, told->as_it_stands.years,
                                             "%1$s simulated year, seed %2$s",
                                             "%1$s simulated years, seed %2$s"),
                         years, seed);
}

char *verdict_basis(Language language, const Study *study) {
  const Risk *risk = told_risk(study);
  Told told;

  if (!told_fill(study, &told)) {
    return g_strdup(study->results->has_calendar
                        ? say(language, "Provisional: from the plan year, which has no luck and is "
                                        "too kind on refusals.")
                        : say(language, "Contract arithmetic, without simulated years."));
  }
  if (risk && told.as_it_stands.years < risk->years) {
    g_autofree char *so_far = risk_details_text(language, risk);

    return g_strdup_printf(say(language, "Provisional: from %s."), so_far);
  }
  {
    g_autofree char *years = years_and_seed(language, study, &told);
    g_autofree char *of_terms = say_number(language, told.whole.standing->years);
    g_autofree char *basis =
        told.ask ? g_strdup_printf(say(language,
                                       "From %1$s; with the terms, from %2$s. The five figures but "
                                       "the cap are of the contract as it stands."),
                                   years, of_terms)
                 : g_strdup_printf(say(language, "From %s."), years);

    return is_close(told.whole.standing)
               ? g_strdup_printf("%s %s", basis,
                                 say(language, "It is close: another seed could say otherwise."))
               : g_steal_pointer(&basis);
  }
}
