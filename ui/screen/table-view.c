/* Room: screen. A Table in a GtkColumnView. Knows: GTK, table. */
#include "ui/screen/table-view.h"

#include <stdlib.h>

typedef struct {
  const Table *table; /* kept by the view */
  int column;
} ColumnOf;

static void setup_cb(GtkSignalListItemFactory *factory, GtkListItem *item, ColumnOf *of) {
  GtkWidget *label = gtk_label_new(NULL);
  gboolean words = of->table->column[of->column].kind == COLUMN_TEXT;
  gtk_label_set_xalign(GTK_LABEL(label), words ? 0 : 1);
  gtk_widget_add_css_class(label, words ? "cell-text" : "numeric");
  gtk_list_item_set_child(item, label);
}

static void bind_cb(GtkSignalListItemFactory *factory, GtkListItem *item, ColumnOf *of) {
  GtkWidget *label = gtk_list_item_get_child(item);
  const TableRow *row = table_row(of->table, (int)gtk_list_item_get_position(item));
  const char *text = row->cell[of->column].text;
  gtk_label_set_text(GTK_LABEL(label), text ? text : "");
  if (row->kind == ROW_NORMAL)
    gtk_widget_remove_css_class(label, "heading");
  else
    gtk_widget_add_css_class(label, "heading");
}

static void free_column(gpointer data, GClosure *closure) {
  g_free(data);
}

static GtkColumnViewColumn *make_column(const Table *table, int column) {
  ColumnOf *of = g_new(ColumnOf, 1);
  *of = (ColumnOf){table, column};
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new();
  g_signal_connect_data(factory, "setup", G_CALLBACK(setup_cb), of, free_column, 0);
  g_signal_connect(factory, "bind", G_CALLBACK(bind_cb), of);
  const char *heading = table->column[column].heading;
  return gtk_column_view_column_new(heading ? heading : "", factory);
}

GtkWidget *table_view_new(Table *table) {
  GtkStringList *rows = gtk_string_list_new(NULL);
  for (int i = 0; i < table_row_count(table); i++)
    gtk_string_list_append(rows, "");
  GtkWidget *view =
      gtk_column_view_new(GTK_SELECTION_MODEL(gtk_no_selection_new(G_LIST_MODEL(rows))));
  for (int column = 0; column < table->column_count; column++) {
    GtkColumnViewColumn *each = make_column(table, column);
    gtk_column_view_append_column(GTK_COLUMN_VIEW(view), each);
    g_object_unref(each);
  }
  gtk_column_view_set_show_row_separators(GTK_COLUMN_VIEW(view), TRUE);
  gtk_widget_add_css_class(view, "data-table");
  gtk_accessible_update_property(GTK_ACCESSIBLE(view), GTK_ACCESSIBLE_PROPERTY_LABEL, table->title,
                                 -1);
  g_object_set_data_full(G_OBJECT(view), "table", table, (GDestroyNotify)table_free);
  return view;
}
