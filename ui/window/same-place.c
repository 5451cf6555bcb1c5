/* Room: window. Knows: GTK alone. Must not know: what the widgets are about: the n-th child of the
 * n-th child is the same in both windows. */
#include "ui/window/same-place.h"

/* A page is made over several frames, and so are the details that open in it. */
#define FRAMES_MAX 240

typedef enum { KEPT_OPEN, KEPT_SCROLL, KEPT_TEXT, KEPT_FOCUS } KeptKind;

typedef struct {
  KeptKind kind;
  GArray *steps; /* int: the number of the child, from the window down */
  GType type;
  double scroll;
  char *text;
  int cursor;
} Kept;

typedef struct {
  GPtrArray *kept; /* parents first */
  int frames;
} Place;

static void kept_free(gpointer data) {
  Kept *kept = data;
  g_array_unref(kept->steps);
  g_free(kept->text);
  g_free(kept);
}

static void place_free(gpointer data) {
  Place *place = data;
  g_ptr_array_unref(place->kept);
  g_free(place);
}

static Kept *keep(Place *place, KeptKind kind, GtkWidget *widget, const GArray *steps) {
  Kept *kept = g_new0(Kept, 1);
  kept->kind = kind;
  kept->steps = g_array_copy((GArray *)steps);
  kept->type = G_OBJECT_TYPE(widget);
  g_ptr_array_add(place->kept, kept);
  return kept;
}

static void look_at(Place *place, GtkWidget *widget, GtkWidget *focus, const GArray *steps) {
  if (GTK_IS_EXPANDER(widget) && gtk_expander_get_expanded(GTK_EXPANDER(widget)))
    keep(place, KEPT_OPEN, widget, steps);
  if (GTK_IS_SCROLLED_WINDOW(widget)) {
    GtkAdjustment *at = gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(widget));
    double value = gtk_adjustment_get_value(at);
    if (value > 0)
      keep(place, KEPT_SCROLL, widget, steps)->scroll = value;
  }
  /* What is a value is written in the language of the new window. */
  if (GTK_IS_ENTRY(widget) && gtk_widget_has_css_class(widget, "error"))
    keep(place, KEPT_TEXT, widget, steps)->text =
        g_strdup(gtk_editable_get_text(GTK_EDITABLE(widget)));
  if (widget == focus)
    keep(place, KEPT_FOCUS, widget, steps)->cursor =
        GTK_IS_TEXT(widget) ? gtk_editable_get_position(GTK_EDITABLE(widget)) : 0;
}

static void look_below(Place *place, GtkWidget *widget, GtkWidget *focus, GArray *steps) {
  look_at(place, widget, focus, steps);
  int step = 0;
  for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
       child = gtk_widget_get_next_sibling(child), step++) {
    g_array_append_val(steps, step);
    look_below(place, child, focus, steps);
    g_array_set_size(steps, steps->len - 1);
  }
}

/* NULL: it is not there yet. */
static GtkWidget *find(GtkWidget *window, const Kept *kept) {
  GtkWidget *widget = window;
  for (guint i = 0; widget && i < kept->steps->len; i++) {
    widget = gtk_widget_get_first_child(widget);
    for (int step = g_array_index(kept->steps, int, i); widget && step > 0; step--)
      widget = gtk_widget_get_next_sibling(widget);
  }
  return widget && G_OBJECT_TYPE(widget) == kept->type ? widget : NULL;
}

/* Whether that is done; is_last: as well as it goes. */
static gboolean give(GtkWidget *window, const Kept *kept, gboolean is_last) {
  GtkWidget *widget = find(window, kept);
  if (!widget)
    return FALSE;
  switch (kept->kind) {
  case KEPT_OPEN:
    gtk_expander_set_expanded(GTK_EXPANDER(widget), TRUE);
    return TRUE;
  case KEPT_SCROLL: {
    GtkAdjustment *at = gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(widget));
    double most = gtk_adjustment_get_upper(at) - gtk_adjustment_get_page_size(at);
    if (most < kept->scroll && !is_last)
      return FALSE;
    gtk_adjustment_set_value(at, kept->scroll);
    return gtk_adjustment_get_value(at) >= kept->scroll;
  }
  case KEPT_TEXT:
    gtk_editable_set_text(GTK_EDITABLE(widget), kept->text);
    return TRUE;
  case KEPT_FOCUS:
    if (!gtk_widget_get_mapped(widget))
      return FALSE;
    if (!GTK_IS_TEXT(widget))
      return gtk_widget_grab_focus(widget);
    gtk_text_grab_focus_without_selecting(GTK_TEXT(widget));
    gtk_editable_set_position(GTK_EDITABLE(widget), kept->cursor);
    return TRUE;
  }
  return TRUE;
}

static gboolean give_cb(GtkWidget *window, GdkFrameClock *clock, gpointer data) {
  Place *place = data;
  gboolean is_last = ++place->frames >= FRAMES_MAX;
  for (guint i = 0; i < place->kept->len;)
    if (give(window, g_ptr_array_index(place->kept, i), is_last))
      g_ptr_array_remove_index(place->kept, i);
    else
      i++;
  return place->kept->len > 0 && !is_last ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void same_place_take(GtkWidget *window, GtkWidget *old) {
  g_return_if_fail(GTK_IS_WINDOW(window) && GTK_IS_WINDOW(old));
  Place *place = g_new0(Place, 1);
  place->kept = g_ptr_array_new_with_free_func(kept_free);
  g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(int));
  look_below(place, old, gtk_window_get_focus(GTK_WINDOW(old)), steps);
  gtk_widget_add_tick_callback(window, give_cb, place, place_free);
}
