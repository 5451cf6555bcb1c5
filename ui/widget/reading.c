/* See reading.h. */
#include "ui/widget/reading.h"

#include <string.h>

#include "ui/widget/card.h"

#define WIDTH_CHARS 66 /* a line that eyes follow with ease */

GtkWidget *reading_new(void) {
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class(box, "reading");
  return box;
}

static GtkWidget *make_label(const char *text, const char *style) {
  GtkWidget *label = card_label_new(text, style);
  gtk_label_set_max_width_chars(GTK_LABEL(label), WIDTH_CHARS);
  return label;
}

/* How long the mark of a listed line is, with its space; 0: no mark. */
static gsize mark_length(const char *line) {
  if (g_str_has_prefix(line, "• "))
    return strlen("• ");
  gsize digits = strspn(line, "0123456789");
  return digits > 0 && strncmp(line + digits, ". ", 2) == 0 ? digits + 2 : 0;
}

static GtkWidget *make_marked(const char *line, gsize length) {
  g_autofree char *mark = g_strndup(line, length - 1);
  GtkWidget *row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign = gtk_label_new(mark), *text = make_label(line + length, NULL);
  gtk_widget_set_valign(sign, GTK_ALIGN_START);
  gtk_widget_set_hexpand(text, TRUE);
  gtk_box_append(GTK_BOX(row), sign);
  gtk_box_append(GTK_BOX(row), text);
  return row;
}

/* Where the words of a line with an amount begin; NULL: it is none. */
static const char *words_after_amount(const char *line) {
  const char *gap = strstr(line, "  ");
  return gap && strchr("+-=", line[0]) && line[0] != '\0' ? gap + 2 : NULL;
}

static void add_amount(GtkGrid *grid, int row, const char *line, const char *words) {
  gboolean is_total = line[0] == '=';
  g_autofree char *amount =
      g_strndup(line + (is_total ? 2 : 0), (gsize)(words - line - 2) - (is_total ? 2 : 0));
  GtkWidget *figure = gtk_label_new(amount), *label = make_label(words, is_total ? "total" : NULL);
  gtk_label_set_xalign(GTK_LABEL(figure), 1);
  gtk_widget_set_valign(figure, GTK_ALIGN_START);
  gtk_widget_add_css_class(figure, "amount");
  if (is_total)
    gtk_widget_add_css_class(figure, "total");
  gtk_widget_set_hexpand(label, TRUE);
  gtk_grid_attach(grid, figure, 0, row, 1, 1);
  gtk_grid_attach(grid, label, 1, row, 1, 1);
}

/* Lines of amounts from the one at lines; how many they are. */
static int add_table(GtkBox *box, char *const *lines) {
  GtkWidget *grid = gtk_grid_new();
  const char *words;
  int count = 0;
  gtk_grid_set_column_spacing(GTK_GRID(grid), 14);
  gtk_grid_set_row_spacing(GTK_GRID(grid), 3);
  for (; lines[count] && (words = words_after_amount(lines[count])) != NULL; count++)
    add_amount(GTK_GRID(grid), count, lines[count], words);
  gtk_box_append(box, grid);
  return count;
}

static GtkWidget *make_line(const char *line) {
  if (g_str_has_prefix(line, "# "))
    return make_label(line + 2, "heading");
  gsize mark = mark_length(line);
  return mark ? make_marked(line, mark) : make_label(line, NULL);
}

void reading_set(GtkWidget *reading, const char *text) {
  GtkWidget *child;
  if (g_strcmp0(g_object_get_data(G_OBJECT(reading), "text"), text) == 0)
    return;
  g_object_set_data_full(G_OBJECT(reading), "text", g_strdup(text), g_free);
  while ((child = gtk_widget_get_first_child(reading)) != NULL)
    gtk_box_remove(GTK_BOX(reading), child);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (int i = 0; lines[i];) {
    if (words_after_amount(lines[i])) {
      i += add_table(GTK_BOX(reading), lines + i);
    } else {
      if (*lines[i] != '\0')
        gtk_box_append(GTK_BOX(reading), make_line(lines[i]));
      i++;
    }
  }
}
