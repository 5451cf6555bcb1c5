/* Room: page. The cards of the Risk page: how often it goes wrong, how wrong, and why nobody
 * knows better. */
#include "ui/page/break-even-card.h"
#include "ui/page/chances-card.h"
#include "ui/page/chart-card.h"
#include "ui/page/page-cards.h"
#include "ui/page/risk-card.h"
#include "ui/page/table-card.h"

static GtkWidget *make_count(AubSession *session, Language language, int what) {
  return aub_risk_card_new(session, language);
}

static GtkWidget *make_chances(AubSession *session, Language language, int what) {
  return aub_chances_card_new(session, language);
}

static GtkWidget *make_break_even(AubSession *session, Language language, int what) {
  return aub_break_even_card_new(session, language);
}

static GtkWidget *make_chart(AubSession *session, Language language, int what) {
  return aub_chart_card_new(session, language, (ChartKind)what);
}

enum { TABLE_CHANCES, TABLE_PERCENTILES, TABLE_INPUTS, TABLE_YEARS };

static GtkWidget *make_table(AubSession *session, Language language, int what) {
  static const TableKind kinds[] = {
      [TABLE_CHANCES] = {table_chances, NULL, N_("Each probability with its error")},
      [TABLE_PERCENTILES] = {table_percentiles, NULL, N_("From the worst years to the best")},
      [TABLE_INPUTS] = {table_uncertain_inputs, NULL, NULL},
      [TABLE_YEARS] = {table_simulated_years, NULL, N_("What happens in them, on average")},
  };
  return aub_table_card_new(session, language, &kinds[what]);
}

const PageCard *risk_page_cards(void) {
  static const PageCard cards[] = {
      {NULL, make_count, 0, FOLLOWS_RISK},
      {NULL, make_chances, 0, FOLLOWS_RISK},
      {NULL, make_chart, CHART_SPREAD, FOLLOWS_RISK},
      {NULL, make_chart, CHART_FAN, FOLLOWS_RISK},
      {N_("What matters most"), make_chart, CHART_TORNADO, FOLLOWS_DECISIONS},
      {NULL, make_break_even, 0, FOLLOWS_DECISIONS},
      {NULL, make_table, TABLE_INPUTS, FOLLOWS_RISK},
      {N_("Details"), make_table, TABLE_CHANCES, FOLLOWS_RISK},
      {NULL, make_table, TABLE_PERCENTILES, FOLLOWS_RISK},
      {NULL, make_table, TABLE_YEARS, FOLLOWS_RISK},
      {0},
  };
  return cards;
}
