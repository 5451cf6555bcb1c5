/* Room: screen. A small table under a chart. Knows: GTK, table. A grid of labels, since a dozen
 * rows need no recycling and a grid gives its columns the room their words want. */
#include "ui/screen/table-card.h"

struct _AubTableCard {
  GtkBox parent_instance;
  AubSession *session;
  Language language;
  TableMaker maker;
  GtkWidget *title, *grid_place, *note;
};

G_DEFINE_FINAL_TYPE(AubTableCard, aub_table_card, GTK_TYPE_BOX)

static GtkWidget *make_cell(const Table *table, const char *text, int column, gboolean strong) {
  GtkWidget *label = gtk_label_new(text);
  gboolean words = table->column[column].kind == COLUMN_TEXT;
  gtk_label_set_xalign(GTK_LABEL(label), words ? 0 : 1);
  gtk_label_set_wrap(GTK_LABEL(label), words);
  gtk_label_set_selectable(GTK_LABEL(label), FALSE);
  gtk_widget_set_hexpand(label, column == 0);
  gtk_widget_add_css_class(label, words ? "cell-text" : "numeric");
  if (strong)
    gtk_widget_add_css_class(label, "heading");
  return label;
}

static GtkWidget *make_grid(const Table *table) {
  GtkWidget *grid = gtk_grid_new();
  gtk_grid_set_column_spacing(GTK_GRID(grid), 18);
  gtk_grid_set_row_spacing(GTK_GRID(grid), 6);
  for (int column = 0; column < table->column_count; column++) {
    GtkWidget *cell = make_cell(table, table->column[column].heading, column, FALSE);
    gtk_widget_add_css_class(cell, "column-heading");
    gtk_grid_attach(GTK_GRID(grid), cell, column, 0, 1, 1);
  }
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);
    for (int column = 0; column < table->column_count; column++) {
      const char *text = row->cell[column].text;
      gtk_grid_attach(GTK_GRID(grid),
                      make_cell(table, text ? text : "", column, row->kind != ROW_NORMAL), column,
                      i + 1, 1, 1);
    }
  }
  gtk_accessible_update_property(GTK_ACCESSIBLE(grid), GTK_ACCESSIBLE_PROPERTY_LABEL, table->title,
                                 -1);
  return grid;
}

void aub_table_card_refresh(AubTableCard *self) {
  g_return_if_fail(AUB_IS_TABLE_CARD(self));
  g_autoptr(Table) table = self->maker(self->language, aub_session_get_computed_plan(self->session),
                                       aub_session_get_results(self->session));
  gtk_label_set_text(GTK_LABEL(self->title), table->title);
  gtk_label_set_text(GTK_LABEL(self->note), table->note ? table->note : "");
  gtk_widget_set_visible(self->note, table->note != NULL);
  gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(self->grid_place), make_grid(table));
}

static void aub_table_card_finalize(GObject *object) {
  g_clear_object(&AUB_TABLE_CARD(object)->session);
  G_OBJECT_CLASS(aub_table_card_parent_class)->finalize(object);
}

static void aub_table_card_class_init(AubTableCardClass *class) {
  G_OBJECT_CLASS(class)->finalize = aub_table_card_finalize;
}

static GtkWidget *add_label(AubTableCard *self, const char *style) {
  GtkWidget *label = gtk_label_new(NULL);
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_label_set_wrap(GTK_LABEL(label), TRUE);
  gtk_widget_add_css_class(label, style);
  gtk_box_append(GTK_BOX(self), label);
  return label;
}

static void aub_table_card_init(AubTableCard *self) {
  gtk_orientable_set_orientation(GTK_ORIENTABLE(self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing(GTK_BOX(self), 8);
  gtk_widget_add_css_class(GTK_WIDGET(self), "card");
  gtk_widget_add_css_class(GTK_WIDGET(self), "chart-card");
  self->title = add_label(self, "chart-title");
  self->grid_place = gtk_scrolled_window_new();
  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(self->grid_place), GTK_POLICY_AUTOMATIC,
                                 GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height(GTK_SCROLLED_WINDOW(self->grid_place), TRUE);
  gtk_box_append(GTK_BOX(self), self->grid_place);
  self->note = add_label(self, "chart-subtitle");
}

GtkWidget *aub_table_card_new(AubSession *session, Language language, TableMaker maker) {
  AubTableCard *self = g_object_new(AUB_TYPE_TABLE_CARD, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  self->maker = maker;
  aub_table_card_refresh(self);
  return GTK_WIDGET(self);
}
