/* Room: window. The diagnostic. Knows: versions of libraries, how many plans. Must not look into a
 * plan. */
#include "ui/window/diagnostic.h"

#include <adwaita.h>
#include <sqlite3.h>

static void add(GString *text, Language language, const char *label, const char *value) {
  if (text->len > 0)
    g_string_append_c(text, '\n');
  g_string_append_printf(text, say(language, "%1$s: %2$s"), label, value);
}

static void add_count(GString *text, Language language, const char *label, guint count) {
  g_autofree char *number = say_number(language, count);
  add(text, language, label, number);
}

static void add_libraries(GString *text, Language language) {
  g_autofree char *gtk = g_strdup_printf("%u.%u.%u", gtk_get_major_version(),
                                         gtk_get_minor_version(), gtk_get_micro_version());
  g_autofree char *adw = g_strdup_printf("%u.%u.%u", adw_get_major_version(),
                                         adw_get_minor_version(), adw_get_micro_version());
  add(text, language, "GTK", gtk);
  add(text, language, "libadwaita", adw);
  add(text, language, "SQLite", sqlite3_libversion());
  add(text, language, "cairo", cairo_version_string());
}

char *diagnostic_text(Language language, AubSession *session, const DiagnosticScreen *screen) {
  GString *text = g_string_new(NULL);
  g_autofree char *os = g_get_os_info(G_OS_INFO_KEY_PRETTY_NAME);
  g_autofree char *scale = say_percent(language, (int64_t)(screen->text_scale * 100000 + 0.5));
  g_autoptr(GArray) plans = aub_session_list_plans(session);
  add(text, language, "Aubaine", AUBAINE_VERSION);
  add_libraries(text, language);
  add(text, language, say(language, "System"), os ? os : say(language, "not known"));
  add(text, language, say(language, "Language"), language_code(language));
  add(text, language, say(language, "Text size"), scale);
  add(text, language, say(language, "Drawn by"),
      screen->renderer ? screen->renderer : say(language, "not known"));
  add_count(text, language, say(language, "Deals in the file"), plans->len);
  add(text, language, say(language, "The file"),
      aub_session_is_read_only(session) ? say(language, "cannot be written")
      : aub_session_is_saved(session)   ? say(language, "is up to date")
                                        : say(language, "did not take the last edit"));
  return g_string_free(text, FALSE);
}
