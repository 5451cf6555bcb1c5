/* Room: page. A page's column of cards. Knows: GTK, cards. Must not know: what they show. */
#include "ui/page/page-cards.h"

#include "ui/widget/later.h"

#define FOLLOWS "follows"
#define ALL (~0u)

/* At least as many as are in sight when a page opens. */
#define CARDS_AT_ONCE 2

struct _AubPageCards {
  GtkBox parent_instance;
  AubSession *session;
  Language language;
  const PageCard *next; /* to be made */
  GQueue waiting;       /* AubCard, borrowed: not brought up to date yet */
  guint tick;           /* 0: none waits */
};

G_DEFINE_FINAL_TYPE(AubPageCards, aub_page_cards, GTK_TYPE_BOX)

static GtkWidget *make_heading(const char *text) {
  GtkWidget *label = g_object_new(GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_accessible_update_property(GTK_ACCESSIBLE(label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class(label, "page-heading");
  return label;
}

static void show_headings(AubPageCards *self) {
  gboolean any = FALSE;
  for (GtkWidget *each = gtk_widget_get_last_child(GTK_WIDGET(self)); each;
       each = gtk_widget_get_prev_sibling(each)) {
    if (AUB_IS_CARD(each)) {
      any = any || gtk_widget_get_visible(each);
    } else {
      gtk_widget_set_visible(each, any);
      any = FALSE;
    }
  }
}

/* A page that comes in sight now has no place on the screen yet: all of it is. */
static gboolean is_in_sight(AubPageCards *self, GtkWidget *card) {
  if (!gtk_widget_get_mapped(GTK_WIDGET(self)))
    return TRUE;
  GtkWidget *place = gtk_widget_get_ancestor(card, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;
  if (!place || !gtk_widget_get_mapped(card) || !gtk_widget_compute_bounds(card, place, &bounds))
    return FALSE;
  return bounds.origin.y < (float)gtk_widget_get_height(place) &&
         bounds.origin.y + bounds.size.height > 0;
}

/* Laying a card out and drawing its chart takes most of its time, and is done in the same frame. */
static gboolean refresh_one_cb(GtkWidget *widget, GdkFrameClock *clock, gpointer data) {
  AubPageCards *self = AUB_PAGE_CARDS(widget);
  aub_card_refresh(g_queue_pop_head(&self->waiting));
  if (!g_queue_is_empty(&self->waiting))
    return G_SOURCE_CONTINUE;
  show_headings(self);
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Those that wait, one a frame. */
static void wait_for_frames(AubPageCards *self) {
  gboolean any = !g_queue_is_empty(&self->waiting);
  if (any && !self->tick) {
    self->tick = gtk_widget_add_tick_callback(GTK_WIDGET(self), refresh_one_cb, NULL, NULL);
  } else if (!any && self->tick) {
    gtk_widget_remove_tick_callback(GTK_WIDGET(self), self->tick);
    self->tick = 0;
  }
}

static gboolean is_to_refresh(GtkWidget *widget, unsigned changed) {
  return AUB_IS_CARD(widget) &&
         (changed == ALL ||
          GPOINTER_TO_UINT(g_object_get_data(G_OBJECT(widget), FOLLOWS)) & changed);
}

/* Those that wait already stay where they are. */
static void refresh(AubPageCards *self, unsigned changed) {
  for (GtkWidget *each = gtk_widget_get_first_child(GTK_WIDGET(self)); each;
       each = gtk_widget_get_next_sibling(each)) {
    if (!is_to_refresh(each, changed))
      continue;
    GList *waiting = g_queue_find(&self->waiting, each);
    if (is_in_sight(self, each)) {
      if (waiting)
        g_queue_delete_link(&self->waiting, waiting);
      aub_card_refresh(AUB_CARD(each));
    } else if (!waiting) {
      g_queue_push_tail(&self->waiting, each);
    }
  }
  show_headings(self);
  wait_for_frames(self);
}

static void aub_page_cards_dispose(GObject *object) {
  AubPageCards *self = AUB_PAGE_CARDS(object);
  g_queue_clear(&self->waiting);
  wait_for_frames(self);
  g_clear_object(&self->session);
  G_OBJECT_CLASS(aub_page_cards_parent_class)->dispose(object);
}

static void aub_page_cards_class_init(AubPageCardsClass *class) {
  G_OBJECT_CLASS(class)->dispose = aub_page_cards_dispose;
}

static void aub_page_cards_init(AubPageCards *self) {
  g_queue_init(&self->waiting);
  gtk_orientable_set_orientation(GTK_ORIENTABLE(self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing(GTK_BOX(self), 12);
  gtk_widget_add_css_class(GTK_WIDGET(self), "page");
}

void aub_page_cards_refresh(AubPageCards *self) {
  g_return_if_fail(AUB_IS_PAGE_CARDS(self));
  refresh(self, ALL);
}

void aub_page_cards_refresh_some(AubPageCards *self, unsigned changed) {
  g_return_if_fail(AUB_IS_PAGE_CARDS(self));
  refresh(self, changed);
}

/* The next one, and those before it that have nothing to show; whether there are more. */
static gboolean make_cards(GtkWidget *widget) {
  AubPageCards *self = AUB_PAGE_CARDS(widget);
  gboolean is_seen = FALSE;
  while (self->next->make && !is_seen) {
    const PageCard *each = self->next++;
    if (each->heading)
      gtk_box_append(GTK_BOX(self), make_heading(say(self->language, each->heading)));
    GtkWidget *card = each->make(self->session, self->language, each->what);
    g_object_set_data(G_OBJECT(card), FOLLOWS, GUINT_TO_POINTER(each->follows));
    gtk_box_append(GTK_BOX(self), card);
    is_seen = gtk_widget_get_visible(card);
  }
  show_headings(self);
  return self->next->make != NULL;
}

GtkWidget *aub_page_cards_find(AubPageCards *self, GType type) {
  g_return_val_if_fail(AUB_IS_PAGE_CARDS(self), NULL);
  while (self->next->make)
    make_cards(GTK_WIDGET(self));
  for (GtkWidget *each = gtk_widget_get_first_child(GTK_WIDGET(self)); each;
       each = gtk_widget_get_next_sibling(each))
    if (g_type_is_a(G_OBJECT_TYPE(each), type))
      return each;
  return NULL;
}

GtkWidget *aub_page_cards_new(const PageCard *cards, AubSession *session, Language language) {
  AubPageCards *self = g_object_new(AUB_TYPE_PAGE_CARDS, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  self->next = cards;
  gboolean is_more = TRUE;
  for (int i = 0; i < CARDS_AT_ONCE && is_more; i++)
    is_more = make_cards(GTK_WIDGET(self));
  if (is_more)
    later_in_frames(GTK_WIDGET(self), make_cards);
  return GTK_WIDGET(self);
}
