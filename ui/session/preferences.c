/* Room: session. Knows: GLib, the user's folders. Must not know: widgets, plans. */
#include "ui/session/preferences.h"

#include <glib/gstdio.h>

#include "model/risk/risk.h"

#define GROUP "Aubaine"
#define WINDOW_SIZE_MAX 32767
#define RECENT_MAX 8

char *preferences_path(void) {
  return g_build_filename(g_get_user_config_dir(), "aubaine", "preferences.ini", NULL);
}

char *preferences_default_workspace_path(void) {
  return g_build_filename(g_get_user_data_dir(), "aubaine", "deals.aubaine", NULL);
}

static gboolean key_file_read(GKeyFile *file, const char *path) {
  return g_key_file_load_from_file(file, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
}

/* One of the words, else NULL. */
static char *key_file_get_word(GKeyFile *file, const char *key, const char *const *words) {
  g_autofree char *word = g_key_file_get_string(file, GROUP, key, NULL);
  return word && g_strv_contains(words, word) ? g_steal_pointer(&word) : NULL;
}

static int key_file_get_size(GKeyFile *file, const char *key) {
  int size = g_key_file_get_integer(file, GROUP, key, NULL);
  return size > 0 && size <= WINDOW_SIZE_MAX ? size : 0;
}

void preferences_load(Preferences *preferences) {
  static const char *const LANGUAGES[] = {"en", "fr", NULL};
  static const char *const PAPERS[] = {"letter", "a4", NULL};
  g_autoptr(GKeyFile) file = g_key_file_new();
  g_autofree char *path = preferences_path();
  key_file_read(file, path);
  preferences->language = key_file_get_word(file, "language", LANGUAGES);
  preferences->report_language = key_file_get_word(file, "report-language", LANGUAGES);
  preferences->paper = key_file_get_word(file, "paper", PAPERS);
  if (!preferences->paper)
    preferences->paper = g_strdup("letter");
  preferences->workspace_path = g_key_file_get_string(file, GROUP, "workspace", NULL);
  preferences->window_width = key_file_get_size(file, "window-width");
  preferences->window_height = key_file_get_size(file, "window-height");
  int years = g_key_file_get_integer(file, GROUP, "simulated-years", NULL);
  preferences->simulated_years = years > 0 && years <= RISK_YEARS_MAX ? years : RISK_YEARS_MAX;
  preferences->page = g_key_file_get_string(file, GROUP, "page", NULL);
  preferences->recent = g_key_file_get_string_list(file, GROUP, "recent", NULL, NULL);
  if (!preferences->recent)
    preferences->recent = g_new0(char *, 1);
  preferences->inputs_hidden = g_key_file_get_boolean(file, GROUP, "inputs-hidden", NULL);
  preferences->window_maximized = g_key_file_get_boolean(file, GROUP, "window-maximized", NULL);
}

void preferences_clear(Preferences *preferences) {
  g_clear_pointer(&preferences->language, g_free);
  g_clear_pointer(&preferences->report_language, g_free);
  g_clear_pointer(&preferences->paper, g_free);
  g_clear_pointer(&preferences->workspace_path, g_free);
  g_clear_pointer(&preferences->page, g_free);
  g_clear_pointer(&preferences->recent, g_strfreev);
}

void preferences_add_recent(Preferences *preferences, const char *path) {
  g_autoptr(GStrvBuilder) recent = g_strv_builder_new();
  g_autofree char *first = g_canonicalize_filename(path, NULL);
  g_strv_builder_add(recent, first);
  for (int i = 0, kept = 1; preferences->recent[i] && kept < RECENT_MAX; i++) {
    if (g_strcmp0(preferences->recent[i], first) == 0)
      continue;
    g_strv_builder_add(recent, preferences->recent[i]);
    kept++;
  }
  g_strfreev(preferences->recent);
  preferences->recent = g_strv_builder_end(recent);
  g_free(preferences->workspace_path);
  preferences->workspace_path = g_steal_pointer(&first);
}

static void key_file_put_text(GKeyFile *file, const char *key, const char *text) {
  if (text)
    g_key_file_set_string(file, GROUP, key, text);
  else
    g_key_file_remove_key(file, GROUP, key, NULL);
}

gboolean preferences_save(const Preferences *preferences, GError **error) {
  g_autoptr(GKeyFile) file = g_key_file_new();
  g_autofree char *path = preferences_path();
  g_autofree char *folder = g_path_get_dirname(path);
  g_mkdir_with_parents(folder, 0700);
  if (!key_file_read(file, path) && g_file_test(path, G_FILE_TEST_EXISTS)) {
    g_autofree char *aside = g_strconcat(path, ".damaged", NULL);
    g_rename(path, aside);
    g_key_file_unref(file);
    file = g_key_file_new();
  }
  key_file_put_text(file, "language", preferences->language);
  key_file_put_text(file, "report-language", preferences->report_language);
  key_file_put_text(file, "paper", preferences->paper);
  key_file_put_text(file, "workspace", preferences->workspace_path);
  key_file_put_text(file, "page", preferences->page);
  if (preferences->recent)
    g_key_file_set_string_list(file, GROUP, "recent", (const char *const *)preferences->recent,
                               g_strv_length(preferences->recent));
  g_key_file_set_boolean(file, GROUP, "inputs-hidden", preferences->inputs_hidden);
  g_key_file_set_integer(file, GROUP, "window-width", preferences->window_width);
  g_key_file_set_integer(file, GROUP, "window-height", preferences->window_height);
  g_key_file_set_integer(file, GROUP, "simulated-years", preferences->simulated_years);
  g_key_file_set_boolean(file, GROUP, "window-maximized", preferences->window_maximized);
  gsize length;
  g_autofree char *text = g_key_file_to_data(file, &length, NULL);
  return g_file_set_contents_full(path, text, (gssize)length,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                  0600, error);
}
