/* Room: page. The cards of the Bookings page: does it fit, who is refused, who waits; the phones
 * below. */
#include "ui/page/chart-card.h"
#include "ui/page/curve-question.h"
#include "ui/page/page-cards.h"
#include "ui/page/table-card.h"
#include "ui/table/table-load.h"
#include "ui/words/load-words.h"

static GtkWidget *make_chart(AubSession *session, Language language, int what) {
  return aub_chart_card_new(session, language, (ChartKind)what);
}

static GtkWidget *make_curve(AubSession *session, Language language, int what) {
  GtkWidget *card = aub_chart_card_new(session, language, CHART_CURVE);
  aub_card_add_below_title(AUB_CARD(card), curve_question_new(session, language));
  return card;
}

static Table *make_refused(Language language, const Study *study) {
  return study->results->has_calendar ? table_refused(language, study) : NULL;
}

static Table *make_conditions(Language language, const Study *study) {
  return table_conditions(language, study);
}

enum { TABLE_REFUSED, TABLE_CONDITIONS };

static GtkWidget *make_table(AubSession *session, Language language, int what) {
  static const TableKind kinds[] = {
      [TABLE_REFUSED] = {make_refused, load_explain_refused, NULL},
      [TABLE_CONDITIONS] = {make_conditions, NULL, NULL},
  };
  return aub_table_card_new(session, language, &kinds[what]);
}

const PageCard *bookings_page_cards(void) {
  static const PageCard cards[] = {
      {NULL, make_chart, CHART_BOOKINGS, FOLLOWS_RISK},
      {NULL, make_chart, CHART_HEAT},
      {NULL, make_chart, CHART_DAY},
      {NULL, make_chart, CHART_HOURS},
      {N_("Who is refused, who waits"), make_table, TABLE_REFUSED},
      {NULL, make_chart, CHART_WAITS, FOLLOWS_RISK},
      {NULL, make_table, TABLE_CONDITIONS},
      {N_("Rooms and people"), make_chart, CHART_USE},
      {N_("When the vouchers come"), make_curve, 0},
      {N_("The phone"), make_chart, CHART_PHONES},
      {0},
  };
  return cards;
}
