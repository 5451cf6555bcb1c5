/* Room: words. Knows: decide. Must not know: charts, tables, screens.
 *
 * "How is this computed?" of what is found of other worlds. */
#include "model/base/money.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/decide-parts.h"
#include "ui/words/phrase.h"

static char *explain_lifetime(Language language, const Study *study) {
  const Lifetime *lifetime = &study->decisions->lifetime;
  const PlanClients *clients = &study->plan->clients;
  GString *text = g_string_new(NULL);
  g_autofree char *margin = say_money(language, lifetime->yearly_margin_cents);
  g_autofree char *stays = say_percent(language, clients->yearly_retention_per_100k);
  g_autofree char *discount = say_percent(language, clients->discount_rate_per_100k);
  g_autofree char *worth = say_money(language, lifetime->lifetime_cents);
  g_autofree char *cost = say_money_about(language, lifetime->cost_cents);
  g_autofree char *least = say_percent(language, (lifetime->retention_per_100k + 99) / 100 * 100);

  if (lifetime->is_endless) {
    g_string_append_printf(text,
                           say(language, "%1$s a year, for ever: %2$s stay from one year to the "
                                         "next, and at %3$s a year later money is worth as much. "
                                         "Put at least one of the two right to see a value."),
                           margin, stays, discount);
  } else {
    g_string_append_printf(text, say(language, "%1$s a year × %2$s ÷ (1 + %3$s − %2$s) = %4$s"),
                           margin, stays, discount, worth);
  }
  g_string_append_printf(text, "\n%s\n",
                         say(language, "What she leaves a year × the share who stay from one year "
                                       "to the next ÷ (1 + discount rate − that share): the years "
                                       "after the first, in today’s money. Contract arithmetic on "
                                       "your plan’s values, without luck."));
  if (lifetime->has_cost && lifetime->cost_cents > 0) {
    if (lifetime->retention_found) {
      g_string_append_printf(text,
                             say(language, "What the deal pays for her, %1$s, comes back when at "
                                           "least %2$s stay from one year to the next."),
                             cost, least);
    } else {
      g_string_append_printf(
          text,
          say(language,
              "What the deal pays for her, %s, never comes back, even if everybody stayed."),
          cost);
    }
  }
  return g_string_free(text, FALSE);
}

static char *explain_alternatives(Language language, const Study *study) {
  g_autofree char *before = alternative_before_text(language, study);
  GString *text = g_string_new(NULL);

  for (int i = 0; i < ALTERNATIVE_COUNT; i++) {
    const Alternative *one = &study->decisions->alternative[i];
    const char *label = alternative_label(language, (AlternativeKind)i);
    const char *lacks = alternative_lacks(language, one);
    g_autofree char *each = i == ALTERNATIVE_ADVERTISING
                                ? say_money_whole(language, one->cost_per_client_kept_cents)
                                : say_money_about(language, one->cost_per_client_kept_cents);
    g_autofree char *cost = say_money_about(language, one->cost_cents);
    g_autofree char *clients = say_milli_about(language, one->clients_milli);
    g_autofree char *months = alternative_months_text(language, one);

    if (lacks) {
      g_string_append_printf(text, say(language, "%1$s: %2$s"), label, lacks);
    } else if (i == ALTERNATIVE_ADVERTISING) {
      g_string_append_printf(text, say(language, "%1$s: %2$s per new client, as you say"), label,
                             each);
    } else {
      g_string_append_printf(text,
                             say(language, "%1$s: %2$s ÷ %3$s clients kept = %4$s each; %5$s"),
                             label, cost, clients, each, months);
    }
    g_string_append_c(text, '\n');
  }
  g_string_append(text,
                  say(language, "The deal and your own offer come from simulated years, on "
                                "average, after what their clients leave in these months; "
                                "advertising and the web are before that. A client of your "
                                "advertising counts as kept. Your time on the web is hours × what "
                                "an hour is worth to you, over a year. A way that earns costs "
                                "nothing."));
  if (before) {
    g_string_append_printf(text, " %s", before);
  }
  return g_string_free(text, FALSE);
}

/* What the worlds of one kind have in common. */
static void add_worlds_method(GString *text, Language language, const Study *study,
                              const char *how) {
  g_autofree char *years = decide_years_text(language, TRIAL_YEARS, study->decisions->seed);

  g_string_append_printf(text,
                         say(language, "%1$s %2$s, under the same luck. Counts, waits and the "
                                       "balance are of the middle year; the result is a mean."),
                         how, years);
}

static void add_world(GString *text, Language language, const char *label, const WhatIf *world) {
  g_autofree char *less = mean_change_text(language, world->less_base.mean_milli);
  g_autofree char *error = mean_error_text(language, world->less_base.error_milli);
  g_autofree char *result = mean_change_text(language, world->standing.result.mean_milli);

  if (world->applies) {
    g_string_append_printf(
        text, say(language, "%1$s: result %2$s, that is %3$s compared with your plan (%4$s)"),
        label, result, less, error);
    g_string_append_c(text, '\n');
  }
}

static char *explain_oversell(Language language, const Study *study) {
  GString *text = g_string_new(NULL);

  for (int i = 0; i < OVERSELL_COUNT; i++) {
    g_autofree char *label = oversell_label(language, i);

    add_world(text, language, label, &study->decisions->oversell[i]);
  }
  add_worlds_method(text, language, study,
                    say(language, "Exactly so many are sold; “without any limit” is counted as 10 "
                                  "times, your contract having no cap."));
  return g_string_free(text, FALSE);
}

static void add_one_more_line(GString *text, Language language, const OneMoreLine *line) {
  g_autofree char *now = say_milli_about(language, line->lost_now_milli);
  g_autofree char *then = say_milli_about(language, line->lost_then_milli);
  g_autofree char *cost = say_money_whole(language, line->cost_cents);

  if (line->applies) {
    g_string_append_printf(text,
                           say(language, "One more phone line in the rush: %1$s lost calls become "
                                         "%2$s, for %3$s of pay"),
                           now, then, cost);
    g_string_append_c(text, '\n');
  }
}

static char *explain_one_more(Language language, const Study *study) {
  GString *text = g_string_new(NULL);

  for (int i = 0; i < ONE_MORE_COUNT; i++) {
    add_world(text, language, one_more_label(language, (OneMore)i), &study->decisions->one_more[i]);
  }
  add_one_more_line(text, language, &study->decisions->one_more_line);
  add_worlds_method(text, language, study,
                    say(language,
                        "One more room is a copy of the last one; one more person works "
                        "the shifts of the last who may work alone. Rent and training "
                        "are not in it. Both years, with the deal and without, have it."));
  return g_string_free(text, FALSE);
}

static char *explain_launch(Language language, const Study *study) {
  GString *text = g_string_new(NULL);
  int months[] = {0, launch_best(study->decisions)};

  for (int i = 0; i < (months[1] > 0 ? 2 : 1); i++) {
    const WhatIf *world = &study->decisions->launch[months[i]];
    g_autofree char *month = phrase_capital(phrase_month(language, world->sale_date, true));

    add_world(text, language, month, world);
  }
  add_worlds_method(text, language, study,
                    say(language, "Every date of the deal moves with the sale; your seasons stay "
                                  "where they are."));
  return g_string_free(text, FALSE);
}

static char *explain_offers(Language language, const Study *study) {
  const Offers *offers = study->offers;
  GString *text = g_string_new(NULL);
  g_autofree char *years = say_number(language, offers->years);

  for (int i = 1; i < offers->offer_count; i++) {
    g_autofree char *name = offer_name_text(language, offers, i);
    g_autofree char *difference = offer_difference_text(language, offers, i);

    g_string_append_printf(text, say(language, "%1$s: %2$s"), name, difference);
    g_string_append_c(text, '\n');
  }
  g_string_append_printf(
      text,
      say(language, "Each deal is computed in the same %s simulated years, under the same luck: "
                    "the difference is taken year by year, so that luck does not decide. ± is one "
                    "standard error. Those that meet all your conditions come first."),
      years);
  return g_string_free(text, FALSE);
}

char *explain_of_world(Language language, const Study *study, DecideTopic topic) {
  switch ((int)topic) {
  case DECIDE_TOPIC_LIFETIME:
    return explain_lifetime(language, study);
  case DECIDE_TOPIC_ALTERNATIVES:
    return explain_alternatives(language, study);
  case DECIDE_TOPIC_OVERSELL:
    return explain_oversell(language, study);
  case DECIDE_TOPIC_ONE_MORE:
    return explain_one_more(language, study);
  case DECIDE_TOPIC_LAUNCH:
    return explain_launch(language, study);
  default:
    return explain_offers(language, study);
  }
}
