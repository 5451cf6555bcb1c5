/* Room: words. Knows: the verdict of the plan year. Must not know: simulated years, screens.
 *
 * What is said before any simulated year: provisional, the plan year having no luck. */
#include "model/base/money.h"
#include "ui/words/phrase.h"
#include "ui/words/verdict-parts.h"

/* The same, with every digit when rounding would make a broken condition look kept. */
static char *value_beside_limit(Language language, Condition condition,
                                const ConditionResult *result) {
  char *value = condition_value_text(language, condition, result->value);
  g_autofree char *limit = condition_value_text(language, condition, result->limit);

  if (result->value == result->limit || g_strcmp0(value, limit) != 0) {
    return value;
  }
  g_free(value);
  return condition_is_money(condition) ? say_money(language, result->value)
                                       : say_percent(language, result->value);
}

/* "the balance falls to $2,100, under your floor of $3,000": a broken condition, to stand inside a
 * sentence. */
static char *broken_text(Language language, const Results *results, Condition condition) {
  const ConditionResult *result = &results->verdict.condition[condition];
  g_autofree char *value = value_beside_limit(language, condition, result);
  g_autofree char *limit = condition_value_text(language, condition, result->limit);

  switch (condition) {
  case CONDITION_RESULT: {
    g_autofree char *loss = say_money_whole(language, -result->value);

    return g_strdup_printf(say(language, "the deal costs you %s compared with no deal"), loss);
  }
  case CONDITION_COST_PER_CLIENT_KEPT:
    if (!results->headline.has_clients_kept) {
      return g_strdup(say(language, "no new client is kept"));
    }
    return g_strdup_printf(
        say(language, "a client kept costs %1$s, against %2$s with your usual advertising"), value,
        limit);
  case CONDITION_WAIT:
    return g_strdup_printf(
        say(language, "only %1$s of deal clients get a place in time (you want %2$s)"), value,
        limit);
  case CONDITION_REFUSED:
    return g_strdup_printf(
        say(language, "%1$s of your regulars are refused because of the deal (you accept %2$s)"),
        value, limit);
  case CONDITION_WEEKLY_SHARE:
    return g_strdup_printf(say(language,
                               "in the fullest week %1$s of your clients come from the deal "
                               "(you accept %2$s)"),
                           value, limit);
  case CONDITION_CASH_FLOOR:
    return g_strdup_printf(say(language, "the balance falls to %1$s, under your floor of %2$s"),
                           value, limit);
  case CONDITION_COUNT:
    break;
  }
  g_return_val_if_reached(NULL);
}

static int broken_conditions(const Verdict *verdict, Condition broken[CONDITION_COUNT]) {
  int count = 0;

  for (int i = 0; i < CONDITION_COUNT; i++) {
    if (verdict->condition[i].applies && !verdict->condition[i].holds) {
      broken[count++] = (Condition)i;
    }
  }
  return count;
}

static char *yes_title(Language language, const Headline *headline) {
  g_autofree char *amount = NULL;

  if (headline->deal_against_none_cents < 0) {
    return g_strdup(say(language, "Provisional yes: all your conditions hold"));
  }
  amount = say_money_whole(language, headline->deal_against_none_cents);
  return g_strdup_printf(say(language, "Provisional yes: the deal leaves you %s more than no deal"),
                         amount);
}

static char *advertising_title(Language language, const Headline *headline) {
  int64_t cost_cents = MAX(-headline->deal_against_none_cents, 0);
  g_autofree char *cost = say_money_whole(language, cost_cents);
  g_autofree char *kept = say_number(language, headline->clients_kept_people);

  return g_strdup_printf(
      say_count(language, headline->clients_kept_people,
                "Provisional yes, as advertising: it costs %1$s for %2$s client kept",
                "Provisional yes, as advertising: it costs %1$s for %2$s clients kept"),
      cost, kept);
}

char *verdict_provisional_title(Language language, const Results *results) {
  Condition broken[CONDITION_COUNT];

  switch (results->verdict.form) {
  case VERDICT_YES:
    return yes_title(language, &results->headline);
  case VERDICT_AS_ADVERTISING:
    return advertising_title(language, &results->headline);
  case VERDICT_NO:
  case VERDICT_COUNT:
    break;
  }
  if (broken_conditions(&results->verdict, broken) == 0) {
    return g_strdup(say(language, "Provisional no"));
  }
  {
    g_autofree char *reason = broken_text(language, results, broken[0]);

    return g_strdup_printf(say(language, "Provisional no: %s"), reason);
  }
}

/* The conditions broken beside the one the title names; "" when there is no other. */
static char *other_broken(Language language, const Results *results) {
  Condition broken[CONDITION_COUNT];
  int count = broken_conditions(&results->verdict, broken);
  GString *text = g_string_new(NULL);

  for (int i = 1; i < count; i++) {
    g_autofree char *reason = broken_text(language, results, broken[i]);

    g_string_append(text, i == 1 ? "" : "; ");
    g_string_append(text, reason);
  }
  if (text->len == 0) {
    g_string_free(text, TRUE);
    return g_strdup(count == 1 ? say(language, "Your other conditions hold in the plan year.")
                               : "");
  }
  {
    g_autofree char *all = g_string_free(text, FALSE);

    return g_strdup_printf(say(language, "Also: %s."), all);
  }
}

/* What an accepted deal rests on: cost per client, lowest balance, refusals. */
static char *what_holds(Language language, const Plan *plan, const Headline *headline) {
  g_autofree char *lowest = say_money_whole(language, headline->lowest_balance_cents);
  g_autofree char *date = say_date(language, headline->lowest_balance_date);
  g_autofree char *refused = say_number(language, headline->refused_because_of_deal);
  g_autofree char *calendar =
      headline->refused_because_of_deal <= 0
          ? g_strdup_printf(say(language,
                                "Lowest balance %1$s, on %2$s; no regular visit refused because of "
                                "the deal."),
                            lowest, date)
          : g_strdup_printf(
                say_count(
                    language, headline->refused_because_of_deal,
                    "Lowest balance %1$s, on %2$s; %3$s regular visit refused because of the deal.",
                    "Lowest balance %1$s, on %2$s; %3$s regular visits refused because of the "
                    "deal."),
                lowest, date, refused);

  if (plan->conditions.goal == GOAL_ADVERTISE && headline->has_clients_kept) {
    g_autofree char *kept = say_number(language, headline->clients_kept_people);
    g_autofree char *cost = say_money_whole(language, headline->cost_per_client_kept_cents);
    g_autofree char *usual =
        say_money_whole(language, plan->clients.usual_advertising_cents_per_new_client);
    g_autofree char *per_client =
        headline->cost_per_client_kept_cents == 0
            ? g_strdup_printf(say_count(language, headline->clients_kept_people,
                                        "%s client kept, at no cost.",
                                        "%s clients kept, at no cost."),
                              kept)
            : g_strdup_printf(
                  say(language, "%1$s per client kept, against %2$s with your usual advertising."),
                  cost, usual);

    return g_strjoin(" ", per_client, calendar, NULL);
  }
  return g_steal_pointer(&calendar);
}

char *verdict_provisional_reasons(Language language, const Plan *plan, const Results *results) {
  return results->verdict.form == VERDICT_NO ? other_broken(language, results)
                                             : what_holds(language, plan, &results->headline);
}
