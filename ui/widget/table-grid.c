/* Room: widget. A Table as a grid of labels. Knows: GTK, table. */
#include "ui/widget/table-grid.h"

#include "ui/widget/sideways.h"

/* A column of words wraps, but not to less than this. */
#define WORDS_LETTERS 12
#define HEADING_LETTERS 9

static gboolean is_words(const Table *table, int column) {
  return table->column[column].kind == COLUMN_TEXT;
}

static gboolean is_empty(const TableRow *row, int column) {
  const char *text = row->cell[column].text;
  return !text || !*text;
}

/* The name of a total or of a group reaches over the empty cells behind it. */
static int span_of(const Table *table, const TableRow *row, int column) {
  int span = 1;
  if (row->kind != ROW_NORMAL && column == 0)
    while (span < table->column_count && is_empty(row, span))
      span++;
  return span;
}

/* The most letters of a cell, by column; of those that keep to their column. */
static void count_letters(const Table *table, int letters[TABLE_COLUMNS_MAX]) {
  for (int column = 0; column < table->column_count; column++) {
    letters[column] = 0;
    for (int i = 0; i < table_row_count(table); i++) {
      const TableRow *row = table_row(table, i);
      if (!is_empty(row, column) && span_of(table, row, column) == 1)
        letters[column] = MAX(letters[column], (int)g_utf8_strlen(row->cell[column].text, -1));
    }
  }
}

static const char *row_style(const TableRow *row) {
  switch (row->kind) {
  case ROW_TOTAL:
    return "total";
  case ROW_HEADING:
    return "group";
  case ROW_NORMAL:
    break;
  }
  return NULL;
}

/* row: NULL for the line of headings. */
static GtkWidget *make_cell(const Table *table, const TableRow *row, int column, int letters) {
  GtkWidget *label = gtk_label_new(NULL);
  gboolean words = is_words(table, column);
  gtk_label_set_xalign(GTK_LABEL(label), words ? 0 : 1);
  gtk_label_set_yalign(GTK_LABEL(label), row ? 0 : 1);
  gtk_label_set_wrap(GTK_LABEL(label), words || !row);
  if (!row && !words)
    gtk_label_set_justify(GTK_LABEL(label), GTK_JUSTIFY_RIGHT);
  if (words || !row)
    gtk_label_set_width_chars(GTK_LABEL(label), letters);
  gtk_widget_add_css_class(label, words ? "cell-text" : "numeric");
  gtk_widget_add_css_class(label, "cell");
  if (column == 0)
    gtk_widget_add_css_class(label, "first");
  if (column == table->column_count - 1)
    gtk_widget_add_css_class(label, "last");
  if (!row)
    gtk_widget_add_css_class(label, "column-heading");
  else if (row_style(row))
    gtk_widget_add_css_class(label, row_style(row));
  return label;
}

/* The column of words that says most takes the room that is left. */
static int widest_words(const Table *table, const int letters[TABLE_COLUMNS_MAX]) {
  int widest = 0;
  for (int column = 1; column < table->column_count; column++)
    if (is_words(table, column) && letters[column] > letters[widest])
      widest = column;
  return widest;
}

static GtkWidget *make_heading(const Table *table, int column, int content) {
  const char *heading = table->column[column].heading;
  int letters = heading ? (int)g_utf8_strlen(heading, -1) : 0;
  GtkWidget *label = make_cell(table, NULL, column, MIN(letters, HEADING_LETTERS));
  gtk_label_set_wrap(GTK_LABEL(label), letters > MAX(content, HEADING_LETTERS));
  /* A long heading wraps before the words of its neighbours do. */
  gtk_label_set_max_width_chars(GTK_LABEL(label), MAX(content, HEADING_LETTERS));
  return label;
}

static GtkWidget *make_grid(const Table *table) {
  GtkWidget *grid = gtk_grid_new();
  int content[TABLE_COLUMNS_MAX];
  count_letters(table, content);
  int widest = widest_words(table, content);
  gtk_widget_add_css_class(grid, "table-grid");
  for (int column = 0; column < table->column_count; column++) {
    GtkWidget *heading = make_heading(table, column, content[column]);
    gtk_widget_set_hexpand(heading, column == widest);
    gtk_grid_attach(GTK_GRID(grid), heading, column, 0, 1, 1);
  }
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);
    for (int column = 0, span = 1; column < table->column_count; column += span) {
      span = span_of(table, row, column);
      int letters = span > 1 ? 0 : MIN(content[column], WORDS_LETTERS);
      gtk_grid_attach(GTK_GRID(grid), make_cell(table, row, column, letters), column, i + 1, span,
                      1);
    }
  }
  return grid;
}

/* What decides which widgets there are: kinds of columns and rows, and what reaches over. */
static char *shape_of(const Table *table) {
  GString *shape = g_string_new(NULL);
  for (int column = 0; column < table->column_count; column++)
    g_string_append_c(shape, (char)('a' + (int)table->column[column].kind));
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);
    g_string_append_printf(shape, "%d%c", (int)row->kind, 'A' + span_of(table, row, 0));
  }
  return g_string_free(shape, FALSE);
}

static GtkWidget *put_text(GtkWidget *label, const char *text) {
  gtk_label_set_text(GTK_LABEL(label), text ? text : "");
  return gtk_widget_get_next_sibling(label);
}

/* In the order in which make_grid made the labels. */
static void put_texts(GtkWidget *grid, const Table *table) {
  GtkWidget *label = gtk_widget_get_first_child(grid);
  for (int column = 0; column < table->column_count; column++)
    label = put_text(label, table->column[column].heading);
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);
    for (int column = 0; column < table->column_count; column += span_of(table, row, column))
      label = put_text(label, row->cell[column].text);
  }
}

void table_grid_show(GtkWidget *place, const Table *table) {
  char *shape = shape_of(table);
  if (g_strcmp0(shape, g_object_get_data(G_OBJECT(place), "shape")) != 0)
    aub_sideways_set_child(AUB_SIDEWAYS(place), make_grid(table));
  g_object_set_data_full(G_OBJECT(place), "shape", shape, g_free);
  GtkWidget *grid = aub_sideways_get_child(AUB_SIDEWAYS(place));
  put_texts(grid, table);
  gtk_accessible_update_property(GTK_ACCESSIBLE(grid), GTK_ACCESSIBLE_PROPERTY_LABEL, table->title,
                                 -1);
  gtk_accessible_update_property(GTK_ACCESSIBLE(place), GTK_ACCESSIBLE_PROPERTY_LABEL, table->title,
                                 -1);
}

void table_grid_clear(GtkWidget *place) {
  aub_sideways_set_child(AUB_SIDEWAYS(place), NULL);
  g_object_set_data(G_OBJECT(place), "shape", NULL);
}

GtkWidget *table_grid_new(void) {
  return aub_sideways_new(TRUE);
}
