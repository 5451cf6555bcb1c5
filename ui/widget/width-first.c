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

static GtkWidget *new_bin(GtkWidget *child, GtkCustomMeasureFunc measure_func) {
  GtkWidget *bin = adw_bin_new();
  gtk_widget_set_layout_manager(bin, gtk_custom_layout_new(request_mode, measure_func, allocate));
  adw_bin_set_child(ADW_BIN(bin), child);
  return bin;
}

GtkWidget *width_first_new(GtkWidget *child) {
  return new_bin(child, measure);
}

GtkWidget *width_first_column_new(GtkWidget *child) {
  return new_bin(child, measure_column);
}
