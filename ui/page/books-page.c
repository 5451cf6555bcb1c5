/* Room: page. The cards of the Books page, in the owner's order: what to settle first, her money,
 * her taxes, then what her accountant wants. */
#include "ui/page/accounts-card.h"
#include "ui/page/books-card.h"
#include "ui/page/export-card.h"
#include "ui/page/page-cards.h"
#include "ui/page/signing-card.h"

static GtkWidget *make_topic(AubSession *session, Language language, int what) {
  return aub_books_card_new(session, language, (BooksTopic)what);
}

static GtkWidget *make_signing(AubSession *session, Language language, int what) {
  return aub_signing_card_new(session, language);
}

static GtkWidget *make_accounts(AubSession *session, Language language, int what) {
  return aub_accounts_card_new(session, language);
}

static GtkWidget *make_export(AubSession *session, Language language, int what) {
  return aub_export_card_new(session, language);
}

const PageCard *books_page_cards(void) {
  static const PageCard cards[] = {
      {NULL, make_signing, 0},
      {N_("Money that is not yours"), make_topic, BOOKS_NOT_YOURS},
      {NULL, make_topic, BOOKS_CUT_OFFS},
      {N_("Taxes"), make_topic, BOOKS_TREATMENTS},
      {NULL, make_topic, BOOKS_QUICK_METHOD},
      {NULL, make_topic, BOOKS_REGISTRATION},
      {N_("When taxes are due"), make_topic, BOOKS_REMITTANCES},
      {N_("The deal in your books"), make_topic, BOOKS_INCOME},
      {NULL, make_topic, BOOKS_DEFERRED},
      {NULL, make_topic, BOOKS_RESERVE},
      {N_("For your accountant"), make_export, 0},
      {NULL, make_topic, BOOKS_TRIAL_BALANCE},
      {NULL, make_topic, BOOKS_MODEL},
      {NULL, make_accounts, 0},
      {0},
  };
  return cards;
}
