/* Room: screen. The pages, one per question. Knows: GTK, cards of charts and tables. */
#include "ui/screen/pages.h"

#include "model/risk/risk.h"
#include "ui/screen/chart-card.h"
#include "ui/screen/page-cards.h"
#include "ui/screen/sideways.h"
#include "ui/screen/table-card.h"

static GtkWidget *make_chart(AubSession *session, Language language, int what) {
  return aub_chart_card_new(session, language, (ChartKind)what);
}

static Table *make_voucher(Language language, const Study *study) {
  return table_waterfall(language, study->plan, study->results);
}

static Table *make_earnings(Language language, const Study *study) {
  return table_earnings(language, study->plan, study->results);
}

enum { TABLE_VOUCHER, TABLE_EARNINGS };

static GtkWidget *make_table(AubSession *session, Language language, int what) {
  static const TableKind kinds[] = {
      [TABLE_VOUCHER] = {make_voucher, NULL, NULL},
      [TABLE_EARNINGS] = {make_earnings, NULL, NULL},
  };
  return aub_table_card_new(session, language, &kinds[what]);
}

static const PageCard voucher_cards[] = {
    {NULL, make_chart, CHART_WATERFALL},
    {NULL, make_table, TABLE_VOUCHER},
    {0},
};
static const PageCard cash_cards[] = {
    {NULL, make_chart, CHART_CASH, TRUE},
    {NULL, make_table, TABLE_EARNINGS},
    {0},
};

#define PAGE_COUNT 5

typedef struct {
  const char *name, *title; /* title: N_() */
  const PageCard *cards;
} PageKind;

/* What of a page is older than the session. */
typedef enum { STALE_NOTHING, STALE_RISK, STALE_ALL } Stale;

typedef struct {
  PageKind kind;
  GtkWidget *place; /* the page's scrolled window */
  GtkWidget *cards; /* NULL until the page was first in sight */
  Stale stale;
} Page;

struct _AubPages {
  GtkBox parent_instance;
  AubSession *session;
  Language language;
  GtkWidget *stack;
  Page page[PAGE_COUNT];
  int risk_years;        /* shown */
  gboolean risk_current; /* when they last changed */
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
  if (!page->cards) {
    page->cards = aub_page_cards_new(page->kind.cards, self->session, self->language);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(page->place), page->cards);
  } else if (page->stale == STALE_ALL) {
    aub_page_cards_refresh(AUB_PAGE_CARDS(page->cards));
  } else if (page->stale == STALE_RISK) {
    aub_page_cards_refresh_risk(AUB_PAGE_CARDS(page->cards));
  }
  page->stale = STALE_NOTHING;
}

/* Who reads the window aloud is not led through pages that are not there for the eye. */
static void hide_other_pages(AubPages *self) {
  GtkWidget *visible = gtk_stack_get_visible_child(GTK_STACK(self->stack));
  for (int i = 0; i < PAGE_COUNT; i++)
    gtk_accessible_update_state(GTK_ACCESSIBLE(self->page[i].place), GTK_ACCESSIBLE_STATE_HIDDEN,
                                self->page[i].place != visible, -1);
}

static void visible_cb(GtkStack *stack, GParamSpec *spec, AubPages *self) {
  if (!gtk_stack_get_visible_child(stack))
    return;
  hide_other_pages(self);
  show_page(self, visible_index(self));
}

void aub_pages_refresh(AubPages *self) {
  g_return_if_fail(AUB_IS_PAGES(self));
  for (int i = 0; i < PAGE_COUNT; i++)
    self->page[i].stale = STALE_ALL;
  show_page(self, visible_index(self));
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
  if (!more)
    return;
  for (int i = 0; i < PAGE_COUNT; i++)
    self->page[i].stale = MAX(self->page[i].stale, STALE_RISK);
  show_page(self, visible_index(self));
}

const char *aub_pages_get_name(AubPages *self) {
  return self->page[visible_index(self)].kind.name;
}

void aub_pages_set_name(AubPages *self, const char *name) {
  for (int i = 0; i < PAGE_COUNT; i++)
    if (g_strcmp0(self->page[i].kind.name, name) == 0)
      gtk_stack_set_visible_child(GTK_STACK(self->stack), self->page[i].place);
}

void aub_pages_step(AubPages *self, int step) {
  int index = (visible_index(self) + step + PAGE_COUNT) % PAGE_COUNT;
  aub_pages_set_name(self, self->page[index].kind.name);
}

static void aub_pages_finalize(GObject *object) {
  g_clear_object(&AUB_PAGES(object)->session);
  G_OBJECT_CLASS(aub_pages_parent_class)->finalize(object);
}

static void aub_pages_class_init(AubPagesClass *class) {
  G_OBJECT_CLASS(class)->finalize = aub_pages_finalize;
}

static void aub_pages_init(AubPages *self) {
  gtk_orientable_set_orientation(GTK_ORIENTABLE(self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing(GTK_BOX(self), 10);
}

GtkWidget *aub_pages_new(AubSession *session, Language language) {
  const PageKind kinds[PAGE_COUNT] = {
      {"voucher", N_("Voucher"), voucher_cards},
      {"bookings", N_("Bookings"), bookings_page_cards()},
      {"cash", N_("Cash"), cash_cards},
      {"risk", N_("Risk"), risk_page_cards()},
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
    gtk_scrolled_window_set_propagate_natural_height(GTK_SCROLLED_WINDOW(place), TRUE);
    self->page[i] = (Page){.kind = kinds[i], .place = place};
    gtk_stack_add_titled(GTK_STACK(self->stack), place, kinds[i].name,
                         say(language, kinds[i].title));
  }
  GtkWidget *switcher = gtk_stack_switcher_new();
  gtk_stack_switcher_set_stack(GTK_STACK_SWITCHER(switcher), GTK_STACK(self->stack));
  gtk_widget_set_halign(switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class(switcher, "pages");
  /* Very narrow, or in very large text, the names of the pages must not widen the window. */
  GtkWidget *strip = aub_sideways_new(FALSE);
  aub_sideways_set_child(AUB_SIDEWAYS(strip), switcher);
  gtk_box_append(GTK_BOX(self), strip);
  gtk_box_append(GTK_BOX(self), self->stack);
  g_signal_connect(self->stack, "notify::visible-child", G_CALLBACK(visible_cb), self);
  g_signal_connect_object(session, "risk-changed", G_CALLBACK(risk_changed_cb), self, 0);
  hide_other_pages(self);
  show_page(self, visible_index(self));
  return GTK_WIDGET(self);
}
