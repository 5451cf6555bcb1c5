/* Room: window. The window of keys. Knows: the table of keys. */
#include "ui/window/shortcuts.h"

#include <adwaita.h>

#include "ui/widget/escape.h"
#include "ui/window/key-table.h"

static char *keys_text(const KeyRow *row) {
  GString *text = g_string_new(NULL);
  for (int i = 0; row->keys[i]; i++) {
    guint key = 0;
    GdkModifierType state = 0;
    if (!gtk_accelerator_parse(row->keys[i], &key, &state))
      continue;
    g_autofree char *label = gtk_accelerator_get_label(key, state);
    g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", label);
  }
  return g_string_free(text, FALSE);
}

static GtkWidget *make_row(Language language, const KeyRow *key) {
  GtkWidget *row = adw_action_row_new();
  const char *meaning = say(language, key->meaning);
  g_autofree char *said = keys_text(key);
  adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), meaning);
  gtk_accessible_update_property(GTK_ACCESSIBLE(row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said,
                                 -1);
  GtkWidget *all = gtk_box_new(GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_valign(all, GTK_ALIGN_CENTER);
  g_object_set(all, "margin-top", 6, "margin-bottom", 6, NULL);
  for (int i = 0; key->keys[i]; i++) {
    GtkWidget *keys = gtk_shortcut_label_new(key->keys[i]);
    gtk_widget_set_halign(keys, GTK_ALIGN_END);
    gtk_box_append(GTK_BOX(all), keys);
  }
  adw_action_row_add_suffix(ADW_ACTION_ROW(row), all);
  return row;
}

void shortcuts_show(GtkWindow *parent, Language language) {
  GtkWidget *page = adw_preferences_page_new();
  GtkWidget *groups[KEY_GROUP_COUNT];
  for (int i = 0; i < KEY_GROUP_COUNT; i++) {
    groups[i] = adw_preferences_group_new();
    adw_preferences_group_set_title(ADW_PREFERENCES_GROUP(groups[i]),
                                    say(language, key_group_title((KeyGroup)i)));
    adw_preferences_page_add(ADW_PREFERENCES_PAGE(page), ADW_PREFERENCES_GROUP(groups[i]));
  }
  int count;
  const KeyRow *rows = key_table(&count);
  for (int i = 0; i < count; i++)
    adw_preferences_group_add(ADW_PREFERENCES_GROUP(groups[rows[i].group]),
                              make_row(language, &rows[i]));
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_vexpand(page, TRUE);
  gtk_box_append(GTK_BOX(box), adw_header_bar_new());
  gtk_box_append(GTK_BOX(box), page);
  GtkWidget *window = adw_window_new();
  gtk_window_set_title(GTK_WINDOW(window), say(language, "Keyboard shortcuts"));
  gtk_window_set_default_size(GTK_WINDOW(window), 560, 640);
  adw_window_set_content(ADW_WINDOW(window), box);
  gtk_widget_set_size_request(window, 340, 400);
  escape_closes(window);
  gtk_window_set_transient_for(GTK_WINDOW(window), parent);
  gtk_window_set_destroy_with_parent(GTK_WINDOW(window), TRUE);
  gtk_window_present(GTK_WINDOW(window));
}
