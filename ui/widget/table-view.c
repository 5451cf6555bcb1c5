/* Room: widget. A Table in a GtkColumnView. Knows: GTK, table. */
#include "ui/widget/table-view.h"

typedef struct {
  Table *table;
  GPtrArray *cells; /* Cell: those that show a row now */
} Shown;

typedef struct {
  Shown *shown; /* kept by the view */
  int column;
} ColumnOf;

typedef struct {
  const ColumnOf *of;
  GtkListItem *item;
} Cell;

static void shown_free(gpointer data) {
  Shown *shown = data;
  table_free(shown->table);
  g_ptr_array_unref(shown->cells);
  g_free(shown);
}

static void show_cell(const ColumnOf *of, GtkListItem *item) {
  const Table *table = of->shown->table;
  GtkWidget *label = gtk_list_item_get_child(item);
  const TableRow *row = table_row(table, (int)gtk_list_item_get_position(item));
  const char *text = row->cell[of->column].text;
  gtk_label_set_text(GTK_LABEL(label), text ? text : "");
  if (row->kind == ROW_NORMAL)
    gtk_widget_remove_css_class(label, "heading");
  else
    gtk_widget_add_css_class(label, "heading");
}

static void setup_cb(GtkSignalListItemFactory *factory, GtkListItem *item, ColumnOf *of) {
  GtkWidget *label = gtk_label_new(NULL);
  gboolean words = of->shown->table->column[of->column].kind == COLUMN_TEXT;
  gtk_label_set_xalign(GTK_LABEL(label), words ? 0 : 1);
  gtk_widget_add_css_class(label, words ? "cell-text" : "numeric");
  gtk_list_item_set_child(item, label);
}

static void bind_cb(GtkSignalListItemFactory *factory, GtkListItem *item, ColumnOf *of) {
  Cell *cell = g_new(Cell, 1);
  *cell = (Cell){of, item};
  g_ptr_array_add(of->shown->cells, cell);
  show_cell(of, item);
}

static void unbind_cb(GtkSignalListItemFactory *factory, GtkListItem *item, ColumnOf *of) {
  GPtrArray *cells = of->shown->cells;
  for (guint i = 0; i < cells->len; i++)
    if (((Cell *)g_ptr_array_index(cells, i))->item == item) {
      g_ptr_array_remove_index_fast(cells, i);
      return;
    }
}

static void free_column(gpointer data, GClosure *closure) {
  g_free(data);
}

static GtkColumnViewColumn *make_column(Shown *shown, int column) {
  ColumnOf *of = g_new(ColumnOf, 1);
  *of = (ColumnOf){shown, column};
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new();
  g_signal_connect_data(factory, "setup", G_CALLBACK(setup_cb), of, free_column, 0);
  g_signal_connect(factory, "bind", G_CALLBACK(bind_cb), of);
  g_signal_connect(factory, "unbind", G_CALLBACK(unbind_cb), of);
  const char *heading = shown->table->column[column].heading;
  return gtk_column_view_column_new(heading ? heading : "", factory);
}

static void name_view(GtkWidget *view, const Table *table) {
  gtk_accessible_update_property(GTK_ACCESSIBLE(view), GTK_ACCESSIBLE_PROPERTY_LABEL, table->title,
                                 -1);
}

static void set_row_count(GtkStringList *rows, guint count) {
  guint now = g_list_model_get_n_items(G_LIST_MODEL(rows));
  if (now > count)
    gtk_string_list_splice(rows, count, now - count, NULL);
  for (; now < count; now++)
    gtk_string_list_append(rows, "");
}

GtkWidget *table_view_new(Table *table) {
  Shown *shown = g_new(Shown, 1);
  *shown = (Shown){table, g_ptr_array_new_with_free_func(g_free)};
  GtkStringList *rows = gtk_string_list_new(NULL);
  set_row_count(rows, (guint)table_row_count(table));
  GtkWidget *view =
      gtk_column_view_new(GTK_SELECTION_MODEL(gtk_no_selection_new(G_LIST_MODEL(rows))));
  for (int column = 0; column < table->column_count; column++) {
    GtkColumnViewColumn *each = make_column(shown, column);
    gtk_column_view_append_column(GTK_COLUMN_VIEW(view), each);
    g_object_unref(each);
  }
  gtk_column_view_set_show_row_separators(GTK_COLUMN_VIEW(view), TRUE);
  gtk_widget_add_css_class(view, "data-table");
  name_view(view, table);
  g_object_set_data_full(G_OBJECT(view), "shown", shown, shown_free);
  g_object_set_data(G_OBJECT(view), "rows", rows);
  return view;
}

static gboolean has_same_columns(const Table *a, const Table *b) {
  gboolean same = a->column_count == b->column_count;
  for (int i = 0; same && i < a->column_count; i++)
    same = a->column[i].kind == b->column[i].kind &&
           g_strcmp0(a->column[i].heading, b->column[i].heading) == 0;
  return same;
}

gboolean table_view_show(GtkWidget *view, Table *table) {
  Shown *shown = g_object_get_data(G_OBJECT(view), "shown");
  if (!has_same_columns(shown->table, table))
    return FALSE;
  table_free(shown->table);
  shown->table = table;
  set_row_count(g_object_get_data(G_OBJECT(view), "rows"), (guint)table_row_count(table));
  for (guint i = 0; i < shown->cells->len; i++) {
    const Cell *cell = g_ptr_array_index(shown->cells, i);
    show_cell(cell->of, cell->item);
  }
  name_view(view, table);
  return TRUE;
}
