/* Room: page. The cards of the Offers page: what to ask for, how many, deals side by side, other
 * ways to the same clients. */
#include "ui/page/chart-card.h"
#include "ui/page/offers-card.h"
#include "ui/page/page-cards.h"
#include "ui/page/quota-card.h"
#include "ui/page/table-card.h"
#include "ui/page/terms-card.h"
#include "ui/page/worths-card.h"
#include "ui/table/table-decide.h"
#include "ui/words/decide-words.h"

static GtkWidget *make_terms(AubSession *session, Language language, int what) {
  return aub_terms_card_new(session, language);
}

static GtkWidget *make_quota(AubSession *session, Language language, int what) {
  return aub_quota_card_new(session, language);
}

static GtkWidget *make_offers(AubSession *session, Language language, int what) {
  return aub_offers_card_new(session, language);
}

static GtkWidget *make_worths(AubSession *session, Language language, int what) {
  return aub_worths_card_new(session, language);
}

static GtkWidget *make_chart(AubSession *session, Language language, int what) {
  return aub_chart_card_new(session, language, (ChartKind)what);
}

static Table *make_cap(Language language, const Study *study) {
  return decide_topic_is_ready(study, DECIDE_TOPIC_CAP) ? table_cap(language, study) : NULL;
}

static Table *make_oversell(Language language, const Study *study) {
  return decide_topic_is_ready(study, DECIDE_TOPIC_OVERSELL) ? table_oversell(language, study)
                                                             : NULL;
}

static Table *make_one_more(Language language, const Study *study) {
  return decide_topic_is_ready(study, DECIDE_TOPIC_ONE_MORE) &&
                 decide_topic_applies(study, DECIDE_TOPIC_ONE_MORE)
             ? table_one_more(language, study)
             : NULL;
}

static char *explain_oversell(Language language, const Study *study) {
  return decide_explain(language, study, DECIDE_TOPIC_OVERSELL);
}

static char *explain_one_more(Language language, const Study *study) {
  return decide_explain(language, study, DECIDE_TOPIC_ONE_MORE);
}

enum { TABLE_CAP, TABLE_OVERSELL, TABLE_ONE_MORE };

static GtkWidget *make_table(AubSession *session, Language language, int what) {
  static const TableKind kinds[] = {
      [TABLE_CAP] = {make_cap, NULL, NULL, N_("What each condition alone allows"), 7},
      [TABLE_OVERSELL] = {make_oversell, explain_oversell, .rows_awaited = 5},
      [TABLE_ONE_MORE] = {make_one_more, explain_one_more, .rows_awaited = 4},
  };
  return aub_table_card_new(session, language, &kinds[what]);
}

const PageCard *offers_page_cards(void) {
  static const PageCard cards[] = {
      {NULL, make_terms, 0, FOLLOWS_RISK | FOLLOWS_DECISIONS},
      {NULL, make_worths, 0, FOLLOWS_DECISIONS},
      {N_("How many, on which days"), make_chart, CHART_CAP, FOLLOWS_DECISIONS},
      {NULL, make_table, TABLE_CAP, FOLLOWS_DECISIONS},
      {NULL, make_quota, 0, FOLLOWS_DECISIONS},
      {NULL, make_table, TABLE_OVERSELL, FOLLOWS_DECISIONS},
      {N_("Deals side by side"), make_offers, 0, FOLLOWS_OFFERS},
      {N_("Another month, one more, another way"), make_chart, CHART_LAUNCH, FOLLOWS_DECISIONS},
      {NULL, make_table, TABLE_ONE_MORE, FOLLOWS_DECISIONS},
      {NULL, make_chart, CHART_ALTERNATIVES, FOLLOWS_DECISIONS},
      {0},
  };
  return cards;
}
