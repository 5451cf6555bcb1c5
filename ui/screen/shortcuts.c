/* Room: screen. The list of keys, as a table of texts. */
#include "ui/screen/shortcuts.h"

#include <adwaita.h>

typedef struct {
  const char *keys, *meaning; /* meaning: N_() */
} Shortcut;

static const Shortcut shortcuts[] = {
    {"<Control>n", N_("New deal")},
    {"<Control>o", N_("Open a file")},
    {"<Control>z", N_("Undo")},
    {"<Control><Shift>z", N_("Redo")},
    {"<Control>e", N_("PDF for your accountant")},
    {"F9", N_("Show or hide the inputs")},
    {"<Control>Page_Down", N_("Next page")},
    {"<Control>Page_Up", N_("Previous page")},
    {"t", N_("In a chart: its table")},
    {"c", N_("In a chart: copy its numbers")},
    {"Left", N_("In a chart: the value before")},
    {"Right", N_("In a chart: the value after")},
    {"Return", N_("In the calendar: open or close the day")},
    {"<Control>comma", N_("Preferences")},
    {"<Control>question", N_("Keyboard shortcuts")},
    {"<Control>q", N_("Quit")},
};

void shortcuts_show(GtkWindow *parent, Language language) {
  GtkWidget *group = adw_preferences_group_new();
  for (gsize i = 0; i < G_N_ELEMENTS(shortcuts); i++) {
    GtkWidget *row = adw_action_row_new();
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), say(language, shortcuts[i].meaning));
    GtkWidget *keys = gtk_shortcut_label_new(shortcuts[i].keys);
    gtk_widget_set_valign(keys, GTK_ALIGN_CENTER);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), keys);
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), row);
  }
  GtkWidget *page = adw_preferences_page_new();
  adw_preferences_page_add(ADW_PREFERENCES_PAGE(page), ADW_PREFERENCES_GROUP(group));
  GtkWidget *window = adw_preferences_window_new();
  gtk_window_set_title(GTK_WINDOW(window), say(language, "Keyboard shortcuts"));
  adw_preferences_window_set_search_enabled(ADW_PREFERENCES_WINDOW(window), FALSE);
  adw_preferences_window_add(ADW_PREFERENCES_WINDOW(window), ADW_PREFERENCES_PAGE(page));
  gtk_window_set_transient_for(GTK_WINDOW(window), parent);
  gtk_window_present(GTK_WINDOW(window));
}
