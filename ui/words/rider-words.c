/* Room: words. Knows: what is to be asked of the site. Must not know: how it was found, screens.
 * See term-words.h; the clauses are in rider-clauses-words.c.
 *
 * A letter between two businesses, in the third person: what is counted, who refuses what is too
 * much, who pays for it. Below it, apart, what the owner alone reads. It takes nothing from the
 * buyers, whom the law protects, and is no legal advice. */
#include "model/base/money.h"
#include "ui/words/answers-parts.h"
#include "ui/words/phrase.h"
#include "ui/words/rider-parts.h"
#include "ui/words/risk-words.h"
#include "ui/words/term-words.h"

#define SIGN_LINE "______________________________"

/* --- the head ------------------------------------------------------------------------------ */

static char *sale_text(Language language, const PlanDeal *deal, const Plan *plan) {
  int32_t last = plan_sale_last_date(plan);
  g_autofree char *first_day = say_date(language, deal->sale_date);
  g_autofree char *last_day = say_date(language, last);

  return last > deal->sale_date
             ? g_strdup_printf(say(language, "from %1$s to %2$s"), first_day, last_day)
             : g_strdup_printf(say(language, "on %s"), first_day);
}

static void add_head(GString *letter, Language language, const Plan *plan) {
  const PlanDeal *deal = &plan->deal;
  const char *business = say_name(language, plan->business.name);
  const char *service = say_name(language, plan->services[deal->service_index].name);
  const char *name = say_name(language, plan->name);
  g_autofree char *list = say_money(language, deal->list_price_cents);
  g_autofree char *price = say_money(language, deal->price_cents);
  g_autofree char *sale = sale_text(language, deal, plan);

  rider_add_paragraph(letter, g_strdup(say(language, "RIDER TO THE CONTRACT")));
  g_string_append_printf(letter, "\n%s", business);
  if (name[0] && g_strcmp0(name, business) != 0) {
    g_string_append_printf(letter, "\n%s", name);
  }
  g_string_append_c(letter, '\n');
  g_string_append_printf(letter, say(language, "Offer: %1$s, list price %2$s, sold at %3$s, %4$s"),
                         service, list, price, sale);
  rider_add_paragraph(
      letter, g_strdup(say(language, "These clauses are part of the contract for this offer "
                                     "between the merchant named above and the group-buying site. "
                                     "Where the contract or the site’s general conditions say "
                                     "otherwise, these clauses prevail.")));
}

/* --- the foot ------------------------------------------------------------------------------ */

/* Of a kind that is asked, what is asked takes its place. */
static char *already_text(Language language, const Plan *plan, const Ask *ask, int32_t cap) {
  unsigned asked = cap > 0 ? 1u << TERM_CAP : 0;
  g_autofree char *list = NULL;

  for (int i = 0; i < ask->term_count; i++) {
    asked |= ask->term[i].kind == TERM_CAP ? 0 : 1u << ask->term[i].kind;
  }
  list = terms_already_list(language, plan, asked);
  return list ? g_strdup_printf(say(language, "Already agreed, and confirmed here: %s."), list)
              : NULL;
}

static void add_foot(GString *letter, Language language, const Plan *plan, const Ask *ask,
                     int32_t cap) {
  g_autofree char *already = already_text(language, plan, ask, cap);
  g_autofree char *end = say_date(language, plan->deal.promotion_end_date);
  bool is_quebec = plan->business.tax_regime == REGIME_QC;

  if (already) {
    rider_add_paragraph(letter, g_steal_pointer(&already));
  }
  rider_add_paragraph(
      letter,
      g_strdup(say(language, "How it is checked: within 2 business days of the end of the "
                             "sale, and whenever the merchant asks, the site sends the "
                             "list of all vouchers sold, with number, date, price and "
                             "refund. The merchant’s appointments show the visits given.")));
  rider_add_paragraph(
      letter,
      g_strdup_printf(
          is_quebec
              ? say(language, "Nothing here takes from the buyers what the law gives them. After "
                              "%s only the discount ends: the amount paid never expires and counts "
                              "against the current price (Consumer Protection Act, Québec, ss. "
                              "187.1 to 187.5).")
              : say(language, "Nothing here takes from the buyers what the consumer protection law "
                              "of their province gives them, also after %s, the promotion’s last "
                              "day."),
          end));
  rider_add_paragraph(letter,
                      g_strdup_printf("%s " SIGN_LINE "\n%s " SIGN_LINE "\n%s " SIGN_LINE,
                                      say(language, "For the merchant:"),
                                      say(language, "For the site:"), say(language, "Date:")));
}

/* --- for the owner alone ------------------------------------------------------------------- */

/* How often a condition breaks; of the cost, which is judged by the average, what it is. */
static char *seen_text(Language language, const Standing *standing, Condition condition) {
  const ConditionStanding *of = &standing->condition[condition];
  RiskChance chance = {of->applies, of->broken_per_100k, of->error_per_100k};

  return condition == CONDITION_COST_PER_CLIENT_KEPT
             ? say_money_about(language, standing->cost_per_client_kept_cents)
             : chance_text(language, &chance, standing->years);
}

/* Lines of the conditions that fail without the clauses. */
static void add_conditions(GString *reply, Language language, const Plan *plan, const Asks *asks,
                           const Ask *ask) {
  for (int i = 0; i < CONDITION_COUNT; i++) {
    const ConditionStanding *now = &asks->standing.condition[i];
    g_autofree char *what = NULL;

    if (!now->applies || now->holds) {
      continue;
    }
    what = risk_break_text(language, plan, (Condition)i);
    if (i == CONDITION_COST_PER_CLIENT_KEPT &&
        (!asks->standing.has_clients_kept || !ask->standing.has_clients_kept)) {
      g_string_append_printf(reply, "\n– %s.", what);
      continue;
    }
    g_autofree char *without = seen_text(language, &asks->standing, (Condition)i);
    g_autofree char *with = seen_text(language, &ask->standing, (Condition)i);

    g_string_append_printf(reply,
                           say(language, "\n– %1$s: %2$s without these clauses, %3$s with them."),
                           what, without, with);
  }
}

/* What a term alone is worth, where exactly that was looked at; 0: it was not, or it is nothing
 * that the years can tell from luck. */
static int64_t worth_cents(const Decisions *decisions, const Term *term) {
  const TermWorths *worths = &decisions->worths;

  for (int i = 0; i < worths->worth_count && decisions_has(decisions, DECIDE_WORTHS); i++) {
    const TermWorth *worth = &worths->worth[i];

    if (worth->term.kind == term->kind && worth->term.amount == term->amount && worth->changes &&
        term->kind != TERM_QUOTA && worth->worth.mean_milli > 2 * worth->worth.error_milli) {
      return money_scale_half_up(worth->worth.mean_milli, 1, 1000);
    }
  }
  return 0;
}

/* A point of commission, for a clause that asks for several; 0: not looked at. */
static int64_t point_cents(const Decisions *decisions, const Term *term) {
  const TermWorths *worths = &decisions->worths;

  for (int i = 0; i < worths->worth_count && decisions_has(decisions, DECIDE_WORTHS); i++) {
    if (term->kind == TERM_COMMISSION && worths->worth[i].term.kind == TERM_COMMISSION &&
        worths->worth[i].changes) {
      return money_scale_half_up(worths->worth[i].worth.mean_milli, 1, 1000);
    }
  }
  return 0;
}

/* What the site may do without a cap: 3 × as many. */
static char *oversold_text(Language language, const Decisions *decisions) {
  const WhatIf *world = &decisions->oversell[1];
  g_autofree char *vouchers = NULL;
  g_autofree char *result = NULL;

  if (!decisions_has(decisions, DECIDE_OVERSELL) || !world->applies) {
    return NULL;
  }
  vouchers = phrase_vouchers(language, world->vouchers);
  result = standing_result_text(language, &world->standing);
  return g_strdup_printf(say(language, "\n– No cap: if the site sells %1$s, %2$s on average."),
                         vouchers, result);
}

static void add_refusals(GString *reply, Language language, const Study *study, const Ask *ask,
                         int32_t cap) {
  const Decisions *decisions = study->decisions;
  g_autofree char *oversold = cap > 0 ? oversold_text(language, decisions) : NULL;

  if (oversold) {
    g_string_append(reply, oversold);
  }
  for (int i = 0; i < ask->term_count; i++) {
    const Term *term = &ask->term[i];
    int64_t worth = worth_cents(decisions, term), point = point_cents(decisions, term);
    g_autofree char *amount = say_money_about(language, worth > 0 ? worth : point);
    g_autofree char *asked = NULL;

    if (term->kind == TERM_CAP || (worth <= 0 && point <= 0)) {
      continue;
    }
    asked = term_text(language, study->plan, term);
    g_string_append_printf(
        reply,
        worth > 0 ? say(language, "\n– Refused, it costs you %2$s on average: %1$s.")
                  : say(language, "\n– Refused, it costs you %2$s a point on average: %1$s."),
        asked, amount);
  }
}

char *rider_reply_text(Language language, const Study *study) {
  const Ask *ask = terms_asked(study);
  const Asks *asks;
  g_autofree char *now = NULL;
  g_autofree char *then = NULL;
  g_autofree char *terms = NULL;
  GString *reply;

  if (!ask) {
    return NULL;
  }
  asks = &study->decisions->asks;
  now = standing_result_text(language, &asks->standing);
  then = standing_result_text(language, &ask->standing);
  terms = terms_text(language, study->plan, asks, ask);
  reply = g_string_new(NULL);
  g_string_append_printf(
      reply, say(language, "“I need this in writing: %s. Without this in writing: no.”"), terms);
  rider_add_paragraph(reply,
                      g_strdup_printf(say(language, "As the contract stands, %1$s; with these "
                                                    "clauses, %2$s (simulated years, averages)."),
                                      now, then));
  add_conditions(reply, language, study->plan, asks, ask);
  add_refusals(reply, language, study, ask, terms_cap(study->plan, asks, ask));
  rider_add_paragraph(reply, g_strdup(say(language, "The rider is no legal advice. Have it read by "
                                                    "someone who knows the law before you sign.")));
  return g_string_free(reply, FALSE);
}

char *rider_text(Language language, const Study *study) {
  const Ask *ask = terms_asked(study);
  const Asks *asks;
  GString *letter;
  int32_t cap;

  if (!ask) {
    return NULL;
  }
  asks = &study->decisions->asks;
  cap = terms_cap(study->plan, asks, ask);
  letter = g_string_new(NULL);
  add_head(letter, language, study->plan);
  rider_add_clauses(letter, language, study->plan, study->decisions);
  add_foot(letter, language, study->plan, ask, cap);
  return g_string_free(letter, FALSE);
}
