/* Room: screen. The pages Voucher, Bookings and Cash. Knows: GTK, cards of charts and tables. */
#include "ui/screen/pages.h"

#include "ui/screen/chart-card.h"
#include "ui/screen/table-card.h"

typedef struct {
  const char *name, *title; /* title: N_() */
  int charts[2];            /* ChartKind; −1 none */
  TableMaker table;         /* below the charts; NULL none */
} PageKind;

static const PageKind page_kinds[] = {
    {"voucher", N_("Voucher"), {CHART_WATERFALL, -1}, table_waterfall},
    {"bookings", N_("Bookings"), {CHART_BOOKINGS, CHART_HEAT}, table_conditions},
    {"cash", N_("Cash"), {CHART_CASH, -1}, table_earnings},
};
#define PAGE_COUNT (int)G_N_ELEMENTS(page_kinds)

typedef struct {
  GtkWidget *place;    /* the page's scrolled window */
  GtkWidget *chart[2]; /* NULL until the page was first in sight */
  GtkWidget *table;
  gboolean stale;
} Page;

struct _AubPages {
  GtkBox parent_instance;
  AubSession *session;
  Language language;
  GtkWidget *stack;
  Page page[G_N_ELEMENTS(page_kinds)];
};

G_DEFINE_FINAL_TYPE(AubPages, aub_pages, GTK_TYPE_BOX)

static int visible_index(AubPages *self) {
  GtkWidget *visible = gtk_stack_get_visible_child(GTK_STACK(self->stack));
  for (int i = 0; i < PAGE_COUNT; i++)
    if (self->page[i].place == visible)
      return i;
  return 0;
}

static void fill_page(AubPages *self, int index) {
  Page *page = &self->page[index];
  const PageKind *kind = &page_kinds[index];
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class(box, "page");
  for (int i = 0; i < 2 && kind->charts[i] >= 0; i++) {
    page->chart[i] = aub_chart_card_new(self->session, self->language, (ChartKind)kind->charts[i]);
    gtk_box_append(GTK_BOX(box), page->chart[i]);
  }
  page->table = aub_table_card_new(self->session, self->language, kind->table);
  gtk_box_append(GTK_BOX(box), page->table);
  gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(page->place), box);
  page->stale = FALSE;
}

static void show_page(AubPages *self, int index) {
  Page *page = &self->page[index];
  if (!page->table) {
    fill_page(self, index);
  } else if (page->stale) {
    for (int i = 0; i < 2 && page->chart[i]; i++)
      aub_chart_card_refresh(AUB_CHART_CARD(page->chart[i]));
    aub_table_card_refresh(AUB_TABLE_CARD(page->table));
    page->stale = FALSE;
  }
}

static void visible_cb(GtkStack *stack, GParamSpec *spec, AubPages *self) {
  if (gtk_stack_get_visible_child(stack))
    show_page(self, visible_index(self));
}

void aub_pages_refresh(AubPages *self) {
  g_return_if_fail(AUB_IS_PAGES(self));
  for (int i = 0; i < PAGE_COUNT; i++)
    self->page[i].stale = TRUE;
  show_page(self, visible_index(self));
}

const char *aub_pages_get_name(AubPages *self) {
  return page_kinds[visible_index(self)].name;
}

void aub_pages_set_name(AubPages *self, const char *name) {
  for (int i = 0; i < PAGE_COUNT; i++)
    if (g_strcmp0(page_kinds[i].name, name) == 0)
      gtk_stack_set_visible_child(GTK_STACK(self->stack), self->page[i].place);
}

void aub_pages_step(AubPages *self, int step) {
  int index = (visible_index(self) + step + PAGE_COUNT) % PAGE_COUNT;
  aub_pages_set_name(self, page_kinds[index].name);
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
    self->page[i].place = place;
    gtk_stack_add_titled(GTK_STACK(self->stack), place, page_kinds[i].name,
                         say(language, page_kinds[i].title));
  }
  GtkWidget *switcher = gtk_stack_switcher_new();
  gtk_stack_switcher_set_stack(GTK_STACK_SWITCHER(switcher), GTK_STACK(self->stack));
  gtk_widget_set_halign(switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class(switcher, "pages");
  gtk_box_append(GTK_BOX(self), switcher);
  gtk_box_append(GTK_BOX(self), self->stack);
  g_signal_connect(self->stack, "notify::visible-child", G_CALLBACK(visible_cb), self);
  show_page(self, visible_index(self));
  return GTK_WIDGET(self);
}
