/* Room: page. The pages, one per question. Knows: GTK, cards of charts and tables. */
#include "ui/page/pages.h"

#include "model/risk/risk.h"
#include "ui/page/chart-card.h"
#include "ui/page/offers-card.h"
#include "ui/page/page-cards.h"
#include "ui/widget/in-sight.h"
#include "ui/widget/later.h"
#include "ui/widget/sideways.h"
#include "ui/page/table-card.h"
#include "ui/widget/width-first.h"
#include "ui/table/table-decide.h"
#include "ui/words/decide-words.h"

static GtkWidget *make_chart(AubSession *session, Language language, int what) {
  return aub_chart_card_new(session, language, (ChartKind)what);
}

static Table *make_voucher(Language language, const Study *study) {
  return table_waterfall(language, study->plan, study->results);
}

static Table *make_earnings(Language language, const Study *study) {
  return table_earnings(language, study->plan, study->results);
}

static char *explain_plain(Language language, const Study *study) {
  return decide_explain(language, study, DECIDE_TOPIC_PLAIN);
}

enum { TABLE_VOUCHER, TABLE_EARNINGS, TABLE_PLAIN };

static GtkWidget *make_table(AubSession *session, Language language, int what) {
  static const TableKind kinds[] = {
      [TABLE_VOUCHER] = {make_voucher, NULL, NULL},
      [TABLE_EARNINGS] = {make_earnings, NULL, NULL},
      [TABLE_PLAIN] = {table_plain, explain_plain, NULL},
  };
  return aub_table_card_new(session, language, &kinds[what]);
}

static const PageCard voucher_cards[] = {
    {NULL, make_chart, CHART_WATERFALL},
    {NULL, make_table, TABLE_VOUCHER},
    {0},
};
static const PageCard cash_cards[] = {
    {NULL, make_chart, CHART_CASH, FOLLOWS_RISK},
    {NULL, make_table, TABLE_EARNINGS},
    {NULL, make_table, TABLE_PLAIN, FOLLOWS_DECISIONS},
    {0},
};

#define PAGE_COUNT 7

typedef struct {
  const char *name, *title; /* title: N_() */
  const PageCard *cards;
} PageKind;

typedef struct {
  PageKind kind;
  GtkWidget *place; /* the page's scrolled window */
  GtkWidget *cards; /* NULL until the page was first in sight */
  gboolean stale;   /* all of it is older than the session */
  unsigned changed; /* of CardFollows: what else is */
} Page;

struct _AubPages {
  GtkBox parent_instance;
  AubSession *session;
  Language language;
  GtkWidget *stack, *switcher, *strip;
  AubHeadline *headline; /* weak */
  Page page[PAGE_COUNT];
  gboolean is_begun;     /* not before the verdict is on the screen */
  int risk_years;        /* shown */
  gboolean risk_current; /* when they last changed */
  guint tick;            /* 0: the page in sight shows all there is */
};

G_DEFINE_FINAL_TYPE(AubPages, aub_pages, GTK_TYPE_BOX)

static int visible_index(AubPages *self) {
  GtkWidget *visible = gtk_stack_get_visible_child(GTK_STACK(self->stack));
  for (int i = 0; i < PAGE_COUNT; i++)
    if (self->page[i].place == visible)
      return i;
  return 0;
}

static void show_page(AubPages *self, int index) {
  Page *page = &self->page[index];
  if (!self->is_begun)
    return;
  if (!page->cards) {
    page->cards = aub_page_cards_new(page->kind.cards, self->session, self->language);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(page->place),
                                  width_first_column_new(page->cards));
  } else if (page->stale) {
    aub_page_cards_refresh(AUB_PAGE_CARDS(page->cards));
  } else if (page->changed) {
    aub_page_cards_refresh_some(AUB_PAGE_CARDS(page->cards), page->changed);
  }
  page->stale = FALSE;
  page->changed = 0;
}

/* Who reads the window aloud is not led through pages that are not there for the eye. */
static void hide_other_pages(AubPages *self) {
  GtkWidget *visible = gtk_stack_get_visible_child(GTK_STACK(self->stack));
  for (int i = 0; i < PAGE_COUNT; i++)
    gtk_accessible_update_state(GTK_ACCESSIBLE(self->page[i].place), GTK_ACCESSIBLE_STATE_HIDDEN,
                                self->page[i].place != visible, -1);
}

/* Where not all names have room, that of the page is seen. */
static void bring_name(AubPages *self, int index) {
  GtkWidget *name = gtk_widget_get_first_child(self->switcher);
  for (int i = 0; name && i < index; i++)
    name = gtk_widget_get_next_sibling(name);
  if (name)
    aub_sideways_bring(AUB_SIDEWAYS(self->strip), name);
}

static void visible_cb(GtkStack *stack, GParamSpec *spec, AubPages *self) {
  if (!gtk_stack_get_visible_child(stack))
    return;
  bring_name(self, visible_index(self));
  hide_other_pages(self);
  show_page(self, visible_index(self));
  if (self->headline)
    aub_headline_set_page(self->headline,
                          GTK_SCROLLED_WINDOW(self->page[visible_index(self)].place));
}

void aub_pages_set_headline(AubPages *self, AubHeadline *headline) {
  g_set_weak_pointer(&self->headline, headline);
  aub_headline_set_page(headline, GTK_SCROLLED_WINDOW(self->page[visible_index(self)].place));
}

void aub_pages_refresh(AubPages *self) {
  g_return_if_fail(AUB_IS_PAGES(self));
  for (int i = 0; i < PAGE_COUNT; i++)
    self->page[i].stale = TRUE;
  show_page(self, visible_index(self));
}

static gboolean changed_cb(GtkWidget *widget, GdkFrameClock *clock, gpointer data) {
  AubPages *self = AUB_PAGES(widget);
  self->tick = 0;
  show_page(self, visible_index(self));
  return G_SOURCE_REMOVE;
}

/* What comes by itself is shown with the next frame, however much of it comes until then. */
static void change_some(AubPages *self, unsigned changed) {
  for (int i = 0; i < PAGE_COUNT; i++)
    self->page[i].changed |= changed;
  if (!self->tick)
    self->tick = gtk_widget_add_tick_callback(GTK_WIDGET(self), changed_cb, NULL, NULL);
}

static void decisions_changed_cb(AubPages *self) {
  change_some(self, FOLLOWS_DECISIONS);
}

static void offers_changed_cb(AubPages *self) {
  change_some(self, FOLLOWS_OFFERS);
}

/* What shows the simulated years is drawn anew when more of them are there; while they are only
 * counted, the card that counts follows by itself. */
static void risk_changed_cb(AubSession *session, AubPages *self) {
  const Risk *risk = aub_session_get_study(session).risk;
  int years = risk ? risk->sample[RISK_ALL].years + risk->sample[RISK_LUCK].years : 0;
  gboolean current = aub_session_is_risk_current(session);
  gboolean more = years != self->risk_years || (current && !self->risk_current);
  self->risk_years = years;
  self->risk_current = current;
  if (more)
    change_some(self, FOLLOWS_RISK);
}

const char *aub_pages_get_name(AubPages *self) {
  return self->page[visible_index(self)].kind.name;
}

void aub_pages_set_name(AubPages *self, const char *name) {
  for (int i = 0; i < PAGE_COUNT; i++)
    if (g_strcmp0(self->page[i].kind.name, name) == 0)
      gtk_stack_set_visible_child(GTK_STACK(self->stack), self->page[i].place);
}

static gboolean enter_cb(gpointer card) {
  gtk_widget_child_focus(card, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* The keys come after the popover that asked for it has given them back. */
void aub_pages_show_comparison(AubPages *self) {
  g_return_if_fail(AUB_IS_PAGES(self));
  aub_pages_set_name(self, "offers");
  AubPageCards *cards = AUB_PAGE_CARDS(self->page[visible_index(self)].cards);
  GtkWidget *card = aub_page_cards_find(cards, AUB_TYPE_OFFERS_CARD);
  in_sight_bring_to_top(gtk_widget_get_prev_sibling(card)); /* its heading */
  g_idle_add_full(G_PRIORITY_LOW, enter_cb, g_object_ref(card), g_object_unref);
}

void aub_pages_step(AubPages *self, int step) {
  int index = (visible_index(self) + step + PAGE_COUNT) % PAGE_COUNT;
  aub_pages_set_name(self, self->page[index].kind.name);
}

static void aub_pages_finalize(GObject *object) {
  g_clear_object(&AUB_PAGES(object)->session);
  g_clear_weak_pointer(&AUB_PAGES(object)->headline);
  G_OBJECT_CLASS(aub_pages_parent_class)->finalize(object);
}

static void aub_pages_class_init(AubPagesClass *class) {
  G_OBJECT_CLASS(class)->finalize = aub_pages_finalize;
}

static void aub_pages_init(AubPages *self) {
  gtk_orientable_set_orientation(GTK_ORIENTABLE(self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing(GTK_BOX(self), 10);
}

static gboolean begin(GtkWidget *widget) {
  AubPages *self = AUB_PAGES(widget);
  self->is_begun = TRUE;
  show_page(self, visible_index(self));
  return FALSE;
}

GtkWidget *aub_pages_new(AubSession *session, Language language) {
  const PageKind kinds[PAGE_COUNT] = {
      {"answers", N_("Answers"), answers_page_cards()},
      {"voucher", N_("Voucher"), voucher_cards},
      {"bookings", N_("Bookings"), bookings_page_cards()},
      {"cash", N_("Cash"), cash_cards},
      {"risk", N_("Risk"), risk_page_cards()},
      {"offers", N_("Offers"), offers_page_cards()},
      {"books", N_("Books"), books_page_cards()},
  };
  AubPages *self = g_object_new(AUB_TYPE_PAGES, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  self->stack = gtk_stack_new();
  gtk_stack_set_hhomogeneous(GTK_STACK(self->stack), FALSE);
  gtk_stack_set_vhomogeneous(GTK_STACK(self->stack), FALSE);
  gtk_widget_set_vexpand(self->stack, TRUE);
  for (int i = 0; i < PAGE_COUNT; i++) {
    GtkWidget *place = gtk_scrolled_window_new();
    gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(place), GTK_POLICY_NEVER,
                                   GTK_POLICY_AUTOMATIC);
    self->page[i] = (Page){.kind = kinds[i], .place = place};
    gtk_stack_add_titled(GTK_STACK(self->stack), place, kinds[i].name,
                         say(language, kinds[i].title));
  }
  GtkWidget *switcher = self->switcher = gtk_stack_switcher_new();
  gtk_stack_switcher_set_stack(GTK_STACK_SWITCHER(switcher), GTK_STACK(self->stack));
  gtk_widget_set_halign(switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class(switcher, "pages");
  /* Very narrow, or in very large text, the names of the pages must not widen the window. */
  self->strip = aub_sideways_new(FALSE);
  aub_sideways_set_child(AUB_SIDEWAYS(self->strip), switcher);
  gtk_box_append(GTK_BOX(self), self->strip);
  gtk_box_append(GTK_BOX(self), self->stack);
  g_signal_connect(self->stack, "notify::visible-child", G_CALLBACK(visible_cb), self);
  g_signal_connect_object(session, "risk-changed", G_CALLBACK(risk_changed_cb), self, 0);
  g_signal_connect_object(session, "decisions-changed", G_CALLBACK(decisions_changed_cb), self,
                          G_CONNECT_SWAPPED);
  g_signal_connect_object(session, "offers-changed", G_CALLBACK(offers_changed_cb), self,
                          G_CONNECT_SWAPPED);
  hide_other_pages(self);
  later_in_frames(GTK_WIDGET(self), begin);
  return GTK_WIDGET(self);
}
