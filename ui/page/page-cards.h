/* Room: page. What stands on a page: a column of cards, some under a heading. */
#pragma once

#include "ui/widget/card.h"

typedef GtkWidget *(*CardMaker)(AubSession *session, Language language, int what);

/* What a card shows beside the plan and its plan year. */
typedef enum {
  FOLLOWS_RISK = 1 << 0,      /* the simulated years */
  FOLLOWS_DECISIONS = 1 << 1, /* what is decided */
  FOLLOWS_OFFERS = 1 << 2,    /* the deals side by side */
} CardFollows;

typedef struct {
  const char *heading; /* N_(), over this card and those after it; NULL: none */
  CardMaker make;      /* NULL ends the list */
  int what;            /* as the maker wants it: ChartKind, BooksTopic, … */
  unsigned follows;    /* of CardFollows */
} PageCard;

#define AUB_TYPE_PAGE_CARDS (aub_page_cards_get_type())
G_DECLARE_FINAL_TYPE(AubPageCards, aub_page_cards, AUB, PAGE_CARDS, GtkBox)

/* All cards of a list, made now. A heading goes when none of its cards is shown. */
GtkWidget *aub_page_cards_new(const PageCard *cards, AubSession *session, Language language);
/* Cards in sight at once, then the others, one a frame: no frame waits for what is not seen. */
void aub_page_cards_refresh(AubPageCards *self);
/* The same of those cards that show any of these (of CardFollows). */
void aub_page_cards_refresh_some(AubPageCards *self, unsigned changed);

/* The first card of this type, all cards made by then; NULL when there is none. */
GtkWidget *aub_page_cards_find(AubPageCards *self, GType type);

const PageCard *answers_page_cards(void);
const PageCard *bookings_page_cards(void);
const PageCard *risk_page_cards(void);
const PageCard *offers_page_cards(void);
const PageCard *books_page_cards(void);
