/* Room: page. The cards of the Answers page: why the verdict, then the twenty questions. */
#include "ui/page/answers-card.h"
#include "ui/page/page-cards.h"
#include "ui/page/table-card.h"
#include "ui/page/verdict-card.h"
#include "ui/table/table-decide.h"

static GtkWidget *make_verdict(AubSession *session, Language language, int what) {
  return aub_verdict_card_new(session, language);
}

static GtkWidget *make_answers(AubSession *session, Language language, int what) {
  return aub_answers_card_new(session, language);
}

static Table *make_standing(Language language, const Study *study) {
  return study->risk && study->results->has_calendar ? table_standing(language, study) : NULL;
}

static GtkWidget *make_table(AubSession *session, Language language, int what) {
  static const TableKind standing = {make_standing, NULL, NULL};
  return aub_table_card_new(session, language, &standing);
}

const PageCard *answers_page_cards(void) {
  static const PageCard cards[] = {
      {NULL, make_verdict, 0, FOLLOWS_RISK | FOLLOWS_DECISIONS},
      {NULL, make_table, 0, FOLLOWS_RISK | FOLLOWS_DECISIONS},
      {NULL, make_answers, 0, FOLLOWS_RISK | FOLLOWS_DECISIONS},
      {0},
  };
  return cards;
}
