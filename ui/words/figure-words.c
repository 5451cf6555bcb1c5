/* Room: words. Knows: the headline, risk, what is decided. Must not know: cards, screens, paper.
 *
 * The five figures always in sight. A card is narrow: labels of at most 30 letters, notes of at
 * most 32. A figure of simulated years is "about" and says its chance or where it stands; else its
 * note says that it is of the plan year. */
#include "model/base/money.h"
#include "ui/words/figure-parts.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"
#include "ui/words/term-words.h"
#include "ui/words/verdict-parts.h"

G_STATIC_ASSERT(FIGURE_COST_PER_CLIENT + 1 == FIGURE_COUNT);

static const char *figure_label(Language language, int index) {
  static const char *const labels[FIGURE_COUNT] = {
      [FIGURE_DEAL_AGAINST_NONE] = N_("Deal compared with no deal"),
      [FIGURE_CAP] = N_("Recommended cap"),
      [FIGURE_REFUSED] = N_("Regulars turned away"),
      [FIGURE_LOWEST_BALANCE] = N_("Lowest balance"),
      [FIGURE_COST_PER_CLIENT] = N_("Cost per client kept"),
  };

  return say(language, labels[index]);
}

/* A rounded figure in a card; takes the text. The joint is one that does not break. */
static char *card_about(Language language, bool is_exact, char *text) {
  g_autofree char *taken = text;

  return is_exact ? g_steal_pointer(&taken)
                  : g_strdup_printf(say(language, "about\u00a0%s"), taken);
}

static char *money_about(Language language, int64_t cents) {
  return card_about(language, cents == 0, say_money_whole(language, about_cents(cents)));
}

static char *change_about(Language language, int64_t cents) {
  return card_about(language, cents == 0, phrase_money_change(language, about_cents(cents)));
}

static char *count_about(Language language, int64_t count) {
  return card_about(language, count == 0, say_number(language, about_count(count)));
}

static const RiskSpread *spread_of(const Risk *risk, RiskQuantity quantity) {
  return &risk_told(risk)->spread[quantity];
}

int64_t figure_mean(const Risk *risk, RiskQuantity quantity) {
  return money_scale_half_up(spread_of(risk, quantity)->mean_milli, 1, 1000);
}

/* --- deal compared with no deal --------------------------------------------------------------- */

/* What a site that stops paying owes is a matter of the bank: the comparison leaves it out. */
static char *against_none_note(Language language, const Study *study, const Risk *risk) {
  int64_t unpaid_cents = study->results->cash_with.site_unpaid_cents;
  g_autofree char *unpaid = say_money_whole(language, unpaid_cents);

  if (unpaid_cents > 0) {
    return g_strdup_printf(say(language, "%s unpaid by the site left out"), unpaid);
  }
  if (risk) {
    return risk_loss_short(language, risk);
  }
  return g_strdup(study->results->has_calendar ? say(language, "before income tax, plan year")
                                               : say(language, "the campaign alone"));
}

static void fill_against_none(Language language, const Study *study, const Risk *risk,
                              Figure *figure) {
  figure->value =
      risk ? change_about(language, figure_mean(risk, RISK_RESULT_CENTS))
           : phrase_money_change(language, study->results->headline.deal_against_none_cents);
  figure->note = against_none_note(language, study, risk);
}

/* --- recommended cap -------------------------------------------------------------------------- */

static const char *cap_limit_note(Language language, Condition binding) {
  switch (binding) {
  case CONDITION_RESULT:
    return say(language, "limited by losses");
  case CONDITION_COST_PER_CLIENT_KEPT:
    return say(language, "limited by the cost per client");
  case CONDITION_WAIT:
    return say(language, "limited by waiting");
  case CONDITION_REFUSED:
    return say(language, "limited by refused regulars");
  case CONDITION_WEEKLY_SHARE:
    return say(language, "limited by the fullest week");
  case CONDITION_CASH_FLOOR:
    return say(language, "limited by the lowest balance");
  case CONDITION_COUNT:
    break;
  }
  return "";
}

static const char *cap_none_note(Language language, Condition binding) {
  switch (binding) {
  case CONDITION_RESULT:
    return say(language, "loses too often at any number");
  case CONDITION_COST_PER_CLIENT_KEPT:
    return say(language, "clients too costly at any number");
  case CONDITION_WAIT:
    return say(language, "too long a wait at any number");
  case CONDITION_REFUSED:
    return say(language, "refuses too many at any number");
  case CONDITION_WEEKLY_SHARE:
    return say(language, "weeks too full at any number");
  case CONDITION_CASH_FLOOR:
    return say(language, "balance too low at any number");
  case CONDITION_COUNT:
    break;
  }
  return say(language, "no number meets all conditions");
}

int32_t figure_term_cap(const Ask *ask) {
  for (int i = 0; ask && i < ask->term_count; i++) {
    if (ask->term[i].kind == TERM_CAP) {
      return (int32_t)ask->term[i].amount;
    }
  }
  return 0;
}

const Cap *figure_cap(const Study *study, bool *with_terms) {
  bool has_asks = decisions_has(study->decisions, DECIDE_ASKS);
  Told told;

  *with_terms = has_asks && study->decisions->asks.has_cap && told_fill(study, &told) && told.ask;
  if (*with_terms) {
    return &study->decisions->asks.cap;
  }
  return decisions_has(study->decisions, DECIDE_CAP) ? &study->decisions->cap : NULL;
}

static void fill_found_cap(Language language, const Cap *cap, bool with_terms, Figure *figure) {
  g_autofree char *number = say_number(language, cap->vouchers);

  if (cap->binding < CONDITION_COUNT) {
    figure->value = card_about(language, false, g_strdup(number));
    figure->note = g_strdup(cap_limit_note(language, cap->binding));
  } else if (cap->most_is_contract) {
    figure->value = g_strdup(number);
    figure->note = g_strdup(say(language, "the limit in your contract"));
  } else {
    figure->value = g_strdup_printf(say(language, "%s or more"), number);
    figure->note = g_strdup_printf(say(language, "no limit found up to %s"), number);
  }
  if (with_terms) {
    g_free(figure->note);
    figure->note = g_strdup(say(language, "with the terms above"));
  }
}

static void fill_cap(Language language, const Study *study, Figure *figure) {
  bool with_terms;
  const Cap *cap = figure_cap(study, &with_terms);
  const Ask *ask = terms_asked(study);
  int32_t asked = ask ? terms_cap(study->plan, &study->decisions->asks, ask) : 0;

  if (asked > 0) {
    figure->value = say_number(language, asked);
    figure->note = g_strdup(say(language, "with the terms above"));
  } else if (!cap) {
    figure->value = g_strdup("…");
    figure->note = g_strdup(study->decisions ? say(language, "being counted")
                                             : say(language, "needs simulated years"));
  } else if (!cap->found) {
    figure->value = g_strdup(say(language, "none"));
    figure->note = g_strdup(ask ? say(language, "without the terms above")
                                : cap_none_note(language, cap->binding));
  } else {
    fill_found_cap(language, cap, with_terms, figure);
  }
}

/* --- the others ------------------------------------------------------------------------------- */

static void fill_refused(Language language, const Study *study, const Risk *risk, Figure *figure) {
  figure->value = risk ? count_about(language, figure_mean(risk, RISK_REFUSED_EXTRA))
                       : say_number(language, study->results->headline.refused_because_of_deal);
  figure->note = g_strdup(risk ? say(language, "because of the deal, simulated")
                               : say(language, "because of the deal, plan year"));
}

static void fill_lowest(Language language, const Study *study, const Risk *risk, Figure *figure) {
  char date[DATE_TEXT_SIZE];

  if (!risk) {
    g_autofree char *text = say_date(language, study->results->headline.lowest_balance_date);

    figure->value = say_money_whole(language, study->results->headline.lowest_balance_cents);
    figure->note = g_strdup_printf(say(language, "%s, plan year"), text);
    return;
  }
  date_format_iso(risk->sale_date + (int32_t)spread_of(risk, RISK_LOWEST_DAY)->percentile[RISK_P50],
                  date);
  figure->value = money_about(language, spread_of(risk, RISK_LOWEST_CENTS)->percentile[RISK_P10]);
  figure->note = g_strdup_printf(say(language, "9 times in 10 above; %s"), date);
}

static void fill_cost(Language language, const Study *study, const Risk *risk, Figure *figure) {
  int64_t usual_cents = study->plan->clients.usual_advertising_cents_per_new_client;
  g_autofree char *usual = say_money_whole(language, usual_cents);
  const Headline *headline = &study->results->headline;
  bool has_clients = headline->has_clients_kept;
  int64_t cost_cents = headline->cost_per_client_kept_cents;

  if (risk) {
    Standing standing;

    standing_of_risk(study->plan, risk, &standing);
    has_clients = standing.has_clients_kept;
    cost_cents = standing.cost_per_client_kept_cents;
  }
  if (!has_clients) {
    figure->value = g_strdup(say(language, "none kept"));
  } else {
    figure->value =
        risk ? money_about(language, cost_cents) : say_money_whole(language, cost_cents);
  }
  figure->note = risk ? g_strdup_printf(say(language, "your advertising: %s"), usual)
                      : g_strdup_printf(say(language, "plan year; yours is %s"), usual);
}

/* The campaign alone has a result and a cost; its bank and its calendar are nobody's. */
static bool needs_calendar(int index) {
  return index == FIGURE_REFUSED || index == FIGURE_LOWEST_BALANCE;
}

void figure_fill(Language language, const Study *study, int index, Figure *figure) {
  const Risk *risk = told_risk(study);
  g_return_if_fail(index >= 0 && index < FIGURE_COUNT);

  figure->label = g_strdup(figure_label(language, index));
  if (needs_calendar(index) && !study->results->has_calendar) {
    figure->value = g_strdup("–");
    figure->note = g_strdup(say(language, "needs rooms and hours"));
    return;
  }
  switch ((FigureIndex)index) {
  case FIGURE_DEAL_AGAINST_NONE:
    fill_against_none(language, study, risk, figure);
    break;
  case FIGURE_CAP:
    fill_cap(language, study, figure);
    break;
  case FIGURE_REFUSED:
    fill_refused(language, study, risk, figure);
    break;
  case FIGURE_LOWEST_BALANCE:
    fill_lowest(language, study, risk, figure);
    break;
  case FIGURE_COST_PER_CLIENT:
    fill_cost(language, study, risk, figure);
    break;
  }
}

void figure_clear(Figure *figure) {
  g_clear_pointer(&figure->label, g_free);
  g_clear_pointer(&figure->value, g_free);
  g_clear_pointer(&figure->note, g_free);
}
