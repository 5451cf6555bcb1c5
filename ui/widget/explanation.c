/* Room: widget. "How is this computed?" Knows: GTK. Must not know: what is explained. */
#include "ui/widget/explanation.h"

#include "ui/widget/card.h"
#include "ui/widget/reading.h"

#define TEXT "explanation-text"
#define READING "explanation-reading"
#define SCROLLED "explanation-scrolled"
#define LANGUAGE "explanation-language"
/* In pixels: a comfortable line, and what is left for the window around it. */
#define WIDTH 420
#define MARGIN 64

static void fill(GtkWidget *explanation) {
  const char *text = g_object_get_data(G_OBJECT(explanation), TEXT);
  reading_set(g_object_get_data(G_OBJECT(explanation), READING), text ? text : "");
}

static void make_inside(GtkWidget *explanation) {
  Language language = GPOINTER_TO_INT(g_object_get_data(G_OBJECT(explanation), LANGUAGE));
  GtkWidget *inside = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class(inside, "explanation");
  gtk_box_append(GTK_BOX(inside),
                 card_label_new(say(language, "How is this computed?"), "heading"));
  GtkWidget *reading = reading_new();
  GtkWidget *scrolled = gtk_scrolled_window_new();
  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scrolled), GTK_POLICY_NEVER,
                                 GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width(GTK_SCROLLED_WINDOW(scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height(GTK_SCROLLED_WINDOW(scrolled), TRUE);
  gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scrolled), reading);
  gtk_box_append(GTK_BOX(inside), scrolled);
  gtk_popover_set_child(GTK_POPOVER(explanation), inside);
  g_object_set_data(G_OBJECT(explanation), READING, reading);
  g_object_set_data(G_OBJECT(explanation), SCROLLED, scrolled);
}

/* Not wider nor taller than its window. */
static void fit(GtkWidget *explanation) {
  GtkScrolledWindow *scrolled = g_object_get_data(G_OBJECT(explanation), SCROLLED);
  GtkWidget *window = GTK_WIDGET(gtk_widget_get_root(explanation));
  if (window == NULL)
    return;
  int width = gtk_widget_get_width(window) - MARGIN, height = gtk_widget_get_height(window) / 2;
  gtk_scrolled_window_set_max_content_width(scrolled, CLAMP(width, 1, WIDTH));
  gtk_scrolled_window_set_max_content_height(scrolled, MAX(height, 1));
}

static void map_cb(GtkWidget *explanation) {
  if (gtk_popover_get_child(GTK_POPOVER(explanation)) == NULL)
    make_inside(explanation);
  fit(explanation);
  fill(explanation);
}

GtkWidget *explanation_new(Language language) {
  GtkWidget *popover = gtk_popover_new();
  g_object_set_data(G_OBJECT(popover), LANGUAGE, GINT_TO_POINTER(language));
  g_signal_connect(popover, "map", G_CALLBACK(map_cb), NULL);
  return popover;
}

void explanation_set_text(GtkWidget *explanation, const char *text) {
  g_object_set_data_full(G_OBJECT(explanation), TEXT, g_strdup(text), g_free);
  if (gtk_widget_get_mapped(explanation))
    fill(explanation);
}
