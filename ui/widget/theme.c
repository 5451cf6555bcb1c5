/* Room: widget. What the charts must know of the desktop. */
#include "ui/widget/theme.h"

#include <adwaita.h>

ChartTheme theme_for_charts(void) {
  AdwStyleManager *styles = adw_style_manager_get_default();
  gboolean dark = adw_style_manager_get_dark(styles);
  if (adw_style_manager_get_high_contrast(styles))
    return dark ? THEME_HIGH_CONTRAST_DARK : THEME_HIGH_CONTRAST;
  return dark ? THEME_DARK : THEME_LIGHT;
}

double theme_text_scale(GtkWidget *widget) {
  int dpi = 0;
  g_object_get(gtk_widget_get_settings(widget), "gtk-xft-dpi", &dpi, NULL);
  return CLAMP(dpi > 0 ? dpi / 1024.0 / 96.0 : 1.0, 0.75, 3.0);
}

const char *theme_font_family(GtkWidget *widget) {
  PangoContext *context = gtk_widget_get_pango_context(widget);
  return pango_font_description_get_family(pango_context_get_font_description(context));
}
