/* Room: words. Knows: decide. Must not know: charts, tables, screens.
 *
 * What is found of other worlds: a client in the long run, other ways to her, too many sold, one
 * more of a thing, another month, another offer. At most 120 letters. */
#include "model/base/money.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/decide-parts.h"
#include "ui/words/phrase.h"

#define OVERSELL_TOLD 1 /* 3 times as many: what owners have met */

static char *finding_lifetime(Language language, const Study *study) {
  const Lifetime *lifetime = &study->decisions->lifetime;
  g_autofree char *worth = say_money_whole(language, lifetime->lifetime_cents);
  g_autofree char *cost = say_money_about(language, lifetime->cost_cents);

  if (lifetime->is_endless) {
    return g_strdup(say(language, "A client kept has no end in your plan: nobody ever leaves, so "
                                  "no value can be told"));
  }
  if (!lifetime->has_cost) {
    return g_strdup_printf(say(language, "A client kept is worth %s in the years that follow"),
                           worth);
  }
  if (lifetime->cost_cents == 0) {
    return g_strdup_printf(say(language, "A client kept is worth %s in the years that follow; the "
                                         "deal’s cost you nothing"),
                           worth);
  }
  return g_strdup_printf(say(language, "A client kept is worth %1$s in the years that follow; the "
                                       "deal pays %2$s for one"),
                         worth, cost);
}

/* --- other ways ------------------------------------------------------------------------------- */

AlternativeKind alternative_cheapest(const Decisions *decisions, AlternativeKind but) {
  AlternativeKind best = ALTERNATIVE_COUNT;

  for (int i = 0; i < ALTERNATIVE_COUNT; i++) {
    const Alternative *one = &decisions->alternative[i];

    if (i != (int)but && one->applies && one->has_clients &&
        (best == ALTERNATIVE_COUNT ||
         one->cost_per_client_kept_cents <
             decisions->alternative[best].cost_per_client_kept_cents)) {
      best = (AlternativeKind)i;
    }
  }
  return best;
}

/* What she types is said as typed; the others are counted. */
static char *alternative_cost(Language language, const Decisions *decisions, AlternativeKind kind) {
  int64_t cents = decisions->alternative[kind].cost_per_client_kept_cents;

  return kind == ALTERNATIVE_ADVERTISING ? say_money_whole(language, cents)
                                         : say_money_about(language, cents);
}

/* A cost of hers before what the client brings is a poor rival of one after it, and where it is
 * less all the more so: only the other way round is it said that one is after and the other before.
 */
static char *finding_alternatives(Language language, const Study *study) {
  const Decisions *decisions = study->decisions;
  AlternativeKind best = alternative_cheapest(decisions, ALTERNATIVE_COUNT);
  AlternativeKind other = alternative_cheapest(decisions, ALTERNATIVE_DEAL);
  bool deal_keeps = decisions->alternative[ALTERNATIVE_DEAL].has_clients;

  if (best == ALTERNATIVE_COUNT) {
    return g_strdup(say(language, "The deal keeps no client, and no other way is filled in"));
  }
  g_autofree char *cost = alternative_cost(language, decisions, best);

  if (other == ALTERNATIVE_COUNT) {
    return g_strdup_printf(say(language, "A client kept by the deal costs %s; no other way is "
                                         "filled in"),
                           cost);
  }
  g_autofree char *other_small = phrase_small(alternative_label(language, other));
  g_autofree char *other_cost = alternative_cost(language, decisions, other);

  if (best == ALTERNATIVE_DEAL) {
    return g_strdup_printf(
        alternative_counts_visits(other)
            ? say(language, "A client kept costs %1$s by the deal; %2$s, %3$s")
            : say(language, "A client kept costs %1$s by the deal after what she brings; %2$s, "
                            "%3$s before it"),
        cost, other_small, other_cost);
  }
  if (!deal_keeps) {
    return g_strdup_printf(
        say(language, "The deal keeps no client; another way to one: %1$s, %2$s"), other_small,
        cost);
  }
  {
    g_autofree char *deal = alternative_cost(language, decisions, ALTERNATIVE_DEAL);

    return g_strdup_printf(say(language, "Cheaper than the deal per client kept: %1$s, %2$s; the "
                                         "deal, %3$s"),
                           other_small, cost, deal);
  }
}

/* --- too many, one more, another month -------------------------------------------------------- */

static char *finding_oversell(Language language, const Study *study) {
  const WhatIf *worlds = study->decisions->oversell;
  int told = OVERSELL_TOLD;

  for (int i = OVERSELL_COUNT - 1; i >= 0 && !worlds[told].applies; i--) {
    told = i;
  }
  if (!worlds[told].applies) {
    return g_strdup(say(language, "The site cannot sell more than you plan"));
  }
  g_autofree char *label = oversell_label(language, told);
  g_autofree char *refused = say_count_about(language, worlds[told].refused_extra);
  g_autofree char *lowest = say_money_about(language, worlds[told].lowest_p10_cents);

  if (!study->results->has_calendar) {
    g_autofree char *result =
        say_change_about(language, mean_cents(worlds[told].standing.result.mean_milli));

    return g_strdup_printf(say(language, "%1$s: the campaign alone comes to %2$s"), label, result);
  }
  return g_strdup_printf(say_count(language, worlds[told].refused_extra,
                                   "%1$s: %2$s regular refused; 9 times in 10 the balance stays "
                                   "above %3$s",
                                   "%1$s: %2$s regulars refused; 9 times in 10 the balance stays "
                                   "above %3$s"),
                         label, refused, lowest);
}

static char *one_more_part(Language language, const Decisions *decisions, OneMore which) {
  const WhatIf *world = &decisions->one_more[which];
  g_autofree char *label = phrase_small(one_more_label(language, which));
  g_autofree char *worth = say_change_about(language, mean_cents(world->less_base.mean_milli));

  return g_strdup_printf(say(language, "%1$s, %2$s"), label, worth);
}

static char *finding_one_more(Language language, const Study *study) {
  const Decisions *decisions = study->decisions;
  char *parts[ONE_MORE_COUNT];
  int count = 0;
  g_autofree char *all = NULL;

  for (int i = 0; i < ONE_MORE_COUNT; i++) {
    if (decisions->one_more[i].applies) {
      parts[count++] = one_more_part(language, decisions, (OneMore)i);
    }
  }
  if (count == 0) {
    return g_strdup(say(language, "One more phone line would lose fewer calls"));
  }
  all = count == 2 ? g_strdup_printf("%s; %s", parts[0], parts[1]) : g_strdup(parts[0]);
  for (int i = 0; i < count; i++) {
    g_free(parts[i]);
  }
  return g_strdup_printf(say(language, "Before rent or training, worth with the deal: %s"), all);
}

int launch_best(const Decisions *decisions) {
  int best = 0;

  for (int i = 1; i < LAUNCH_MONTHS; i++) {
    if (decisions->launch[i].applies &&
        decisions->launch[i].less_base.mean_milli > decisions->launch[best].less_base.mean_milli) {
      best = i;
    }
  }
  return best;
}

static char *finding_launch(Language language, const Study *study) {
  const Decisions *decisions = study->decisions;
  int best = launch_best(decisions);
  g_autofree char *now = phrase_month(language, decisions->launch[0].sale_date, false);
  g_autofree char *month = phrase_month(language, decisions->launch[best].sale_date, false);
  g_autofree char *more =
      say_change_about(language, mean_cents(decisions->launch[best].less_base.mean_milli));

  if (best == 0 || !mean_is_clear(decisions->launch[best].less_base)) {
    return g_strdup_printf(say(language, "No month for the sale is clearly better than %s"), now);
  }
  return g_strdup_printf(say(language, "Best month for the sale: %1$s, %2$s compared with %3$s"),
                         month, more, now);
}

/* --- offers ----------------------------------------------------------------------------------- */

int offer_best(const Offers *offers) {
  int best = 0;

  for (int i = 1; i < offers->offer_count; i++) {
    const Standing *one = &offers->offer[i].standing, *other = &offers->offer[best].standing;

    if (one->all_hold != other->all_hold
            ? one->all_hold
            : offers->offer[i].less_first.mean_milli > offers->offer[best].less_first.mean_milli) {
      best = i;
    }
  }
  return best;
}

#define NAME_LETTERS_MAX 28

/* Its name, cut where a title has no room for all of it. */
static char *short_name(Language language, const Offers *offers, int index) {
  g_autofree char *name = offer_name_text(language, offers, index);
  g_autofree char *head = NULL;

  if (g_utf8_strlen(name, -1) <= NAME_LETTERS_MAX) {
    return g_steal_pointer(&name);
  }
  head = g_utf8_substring(name, 0, NAME_LETTERS_MAX - 1);
  return g_strconcat(g_strchomp(head), "…", NULL);
}

static char *finding_offers(Language language, const Study *study) {
  const Offers *offers = study->offers;
  const Offer *best = &offers->offer[offer_best(offers)], *first = &offers->offer[0];
  g_autofree char *name = short_name(language, offers, offer_best(offers));
  g_autofree char *first_name = short_name(language, offers, 0);
  g_autofree char *more = say_change_about(language, mean_cents(best->less_first.mean_milli));

  if (offers->offer_count < 2) {
    return g_strdup(say(language, "One deal: there is nothing to compare it with"));
  }
  if (best != first && best->standing.all_hold && !first->standing.all_hold) {
    return g_strdup_printf(say(language, "“%s” meets your conditions, the first deal does not"),
                           name);
  }
  if (best == first) {
    return g_strdup_printf(say(language, "“%s” is the best of these deals"), first_name);
  }
  if (!mean_is_clear(best->less_first)) {
    return g_strdup_printf(say(language, "“%1$s” and “%2$s” come to about the same"), name,
                           first_name);
  }
  return g_strdup_printf(say(language, "“%1$s” is the best: %2$s compared with “%3$s”"), name, more,
                         first_name);
}

char *finding_of_world(Language language, const Study *study, DecideTopic topic) {
  switch ((int)topic) {
  case DECIDE_TOPIC_LIFETIME:
    return finding_lifetime(language, study);
  case DECIDE_TOPIC_ALTERNATIVES:
    return finding_alternatives(language, study);
  case DECIDE_TOPIC_OVERSELL:
    return finding_oversell(language, study);
  case DECIDE_TOPIC_ONE_MORE:
    return finding_one_more(language, study);
  case DECIDE_TOPIC_LAUNCH:
    return finding_launch(language, study);
  default:
    return finding_offers(language, study);
  }
}
