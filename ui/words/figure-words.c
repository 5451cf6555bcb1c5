/* Room: words. Knows: the headline. Must not know: cards, screens, paper.
 *
 * The five figures always in sight. A card is narrow: labels of at most 30 letters, notes of at
 * most 32. Each note says that the figure is from the plan year. */
#include "ui/words/phrase.h"

typedef enum {
  FIGURE_KEPT_PER_VOUCHER,
  FIGURE_DEAL_AGAINST_NONE,
  FIGURE_REFUSED,
  FIGURE_LOWEST_BALANCE,
  FIGURE_NOT_YET_EARNED
} FigureIndex;

G_STATIC_ASSERT(FIGURE_NOT_YET_EARNED + 1 == FIGURE_COUNT);

static const char *figure_label(Language language, int index) {
  static const char *const labels[FIGURE_COUNT] = {
      [FIGURE_KEPT_PER_VOUCHER] = N_("You keep per used voucher"),
      [FIGURE_DEAL_AGAINST_NONE] = N_("Deal compared with no deal"),
      [FIGURE_REFUSED] = N_("Regulars turned away"),
      [FIGURE_LOWEST_BALANCE] = N_("Lowest balance"),
      [FIGURE_NOT_YET_EARNED] = N_("Not yet earned, at its peak"),
  };

  return say(language, labels[index]);
}

static char *figure_value(Language language, const Results *results, int index) {
  const Headline *headline = &results->headline;

  switch (index) {
  case FIGURE_KEPT_PER_VOUCHER:
    return say_money(language, headline->left_used_cents);
  case FIGURE_DEAL_AGAINST_NONE:
    return phrase_money_change(language, headline->deal_against_none_cents);
  case FIGURE_REFUSED:
    return say_number(language, headline->refused_because_of_deal);
  case FIGURE_LOWEST_BALANCE:
    return say_money_whole(language, headline->lowest_balance_cents);
  default:
    return say_money_whole(language, headline->not_yet_earned_cents);
  }
}

static const char *wording_note(Language language, TaxWording wording) {
  switch (wording) {
  case WORDING_EXTRA:
    return say(language, "taxes extra, plan year");
  case WORDING_INCLUDED:
    return say(language, "taxes included, plan year");
  case WORDING_NOT_CHECKED:
  case WORDING_COUNT:
    break;
  }
  return say(language, "taxes not checked, plan year");
}

static char *dated_note(Language language, int32_t date) {
  g_autofree char *text = say_date(language, date);

  return g_strdup_printf(say(language, "%s, plan year"), text);
}

/* What a site that stops paying owes is a matter of the bank: the comparison leaves it out. */
static char *against_none_note(Language language, const Results *results) {
  int64_t unpaid_cents = results->cash_with.site_unpaid_cents;
  g_autofree char *unpaid = say_money_whole(language, unpaid_cents);

  return unpaid_cents > 0 ? g_strdup_printf(say(language, "%s unpaid by the site left out"), unpaid)
                          : g_strdup(say(language, "before income tax, plan year"));
}

static char *figure_note(Language language, const Plan *plan, const Results *results, int index) {
  switch (index) {
  case FIGURE_KEPT_PER_VOUCHER:
    return g_strdup(wording_note(language, plan->deal.price_tax_wording));
  case FIGURE_DEAL_AGAINST_NONE:
    return against_none_note(language, results);
  case FIGURE_REFUSED:
    return g_strdup(say(language, "because of the deal, plan year"));
  case FIGURE_LOWEST_BALANCE:
    return dated_note(language, results->headline.lowest_balance_date);
  default:
    return results->headline.not_yet_earned_cents == 0
               ? g_strdup(say(language, "plan year"))
               : dated_note(language, results->headline.not_yet_earned_date);
  }
}

void figure_fill(Language language, const Study *study, int index, Figure *figure) {
  const Plan *plan = study->plan;
  const Results *results = study->results;
  g_return_if_fail(index >= 0 && index < FIGURE_COUNT);

  figure->label = g_strdup(figure_label(language, index));
  if (index != FIGURE_KEPT_PER_VOUCHER && !results->has_calendar) {
    figure->value = g_strdup("–");
    figure->note = g_strdup(say(language, "needs rooms and hours"));
    return;
  }
  figure->value = figure_value(language, results, index);
  figure->note = figure_note(language, plan, results, index);
}

void figure_clear(Figure *figure) {
  g_clear_pointer(&figure->label, g_free);
  g_clear_pointer(&figure->value, g_free);
  g_clear_pointer(&figure->note, g_free);
}
