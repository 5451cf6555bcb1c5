/* Room: widget. Knows: GTK. Must not know: what the words say. */
#include "ui/widget/width-first.h"

#include <adwaita.h>

static GtkSizeRequestMode request_mode(GtkWidget *widget) {
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void measure(GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline) {
  gtk_widget_measure(adw_bin_get_child(ADW_BIN(widget)), orientation,
                     orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                     minimum_baseline, natural_baseline);
}

static void measure_column(GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline) {
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size < 0)
    *minimum = *natural = 0;
  else
    measure(widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void allocate(GtkWidget *widget, int width, int height, int baseline) {
  gtk_widget_allocate(adw_bin_get_child(ADW_BIN(widget)), width, height, baseline, NULL);
}

static double top_of(GtkWidget *part, GtkWidget *column) {
  graphene_rect_t bounds;
  return gtk_widget_compute_bounds(part, column, &bounds) ? (double)bounds.origin.y : 0;
}

/* What the reader looks at: the first part that begins in the upper half, else the one she is in.
 */
static GtkWidget *part_in_sight(GtkWidget *column, double value, double half_page) {
  GtkWidget *in = NULL;
  for (GtkWidget *part = gtk_widget_get_first_child(column); part;
       part = gtk_widget_get_next_sibling(part)) {
    double top = top_of(part, column);
    if (!gtk_widget_get_mapped(part) || gtk_widget_get_height(part) == 0)
      continue;
    if (top >= value - 1)
      return top < value + half_page || !in ? part : in;
    in = part;
  }
  return in;
}

/* What is in sight stays where it is while what is above it grows. */
static void allocate_column(GtkWidget *widget, int width, int height, int baseline) {
  GtkWidget *column = adw_bin_get_child(ADW_BIN(widget));
  GtkWidget *place = gtk_widget_get_ancestor(widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *at =
      place ? gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(place)) : NULL;
  double value = at ? gtk_adjustment_get_value(at) : 0;
  GtkWidget *part =
      value > 0 ? part_in_sight(column, value, gtk_adjustment_get_page_size(at) / 2) : NULL;
  double before = part ? top_of(part, column) : 0;
  gtk_widget_allocate(column, width, height, baseline, NULL);
  double moved = part ? top_of(part, column) - before : 0;
  if (moved > 0.5 || moved < -0.5)
    gtk_adjustment_set_value(at, value + moved);
}

static GtkWidget *new_bin(GtkWidget *child, GtkCustomMeasureFunc measure_func,
                          GtkCustomAllocateFunc allocate_func) {
  GtkWidget *bin = adw_bin_new();
  gtk_widget_set_layout_manager(bin,
                                gtk_custom_layout_new(request_mode, measure_func, allocate_func));
  adw_bin_set_child(ADW_BIN(bin), child);
  return bin;
}

GtkWidget *width_first_new(GtkWidget *child) {
  return new_bin(child, measure, allocate);
}

GtkWidget *width_first_column_new(GtkWidget *child) {
  return new_bin(child, measure_column, allocate_column);
}

static void measure_button(GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline) {
  gtk_widget_measure(gtk_widget_get_first_child(widget), orientation, for_size, minimum, natural,
                     minimum_baseline, natural_baseline);
}

static void allocate_button(GtkWidget *widget, int width, int height, int baseline) {
  GtkPopover *popover = gtk_menu_button_get_popover(GTK_MENU_BUTTON(widget));
  gtk_widget_allocate(gtk_widget_get_first_child(widget), width, height, baseline, NULL);
  if (popover)
    gtk_popover_present(popover);
}

void width_first_menu_button(GtkMenuButton *button) {
  gtk_widget_set_layout_manager(
      GTK_WIDGET(button), gtk_custom_layout_new(request_mode, measure_button, allocate_button));
}
