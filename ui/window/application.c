/* Room: window. The application: session, preferences, language, keys. Knows: GTK, session. */
#include "ui/window/application.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "ui/window/about.h"
#include "ui/window/key-table.h"
#include "ui/window/preferences-window.h"
#include "ui/window/resources.h"
#include "ui/window/same-place.h"
#include "ui/window/window.h"
#include "ui/session/session.h"

/* A window a file. */
struct _AubApplication {
  AdwApplication parent_instance;
  Preferences preferences;
  GMenu *recent_menu;
  Language system_language; /* as it was before we told the toolkit another one */
};

G_DEFINE_FINAL_TYPE(AubApplication, aub_application, ADW_TYPE_APPLICATION)

static AubApplication *running(void) {
  return AUB_APPLICATION(g_application_get_default());
}

const Preferences *aub_application_preferences(void) {
  return &running()->preferences;
}

Language aub_application_report_language(Language window_language) {
  const char *code = running()->preferences.report_language;
  return code ? language_from_code(code) : window_language;
}

PaperSize aub_application_paper(void) {
  return strcmp(running()->preferences.paper, "a4") == 0 ? PAPER_A4 : PAPER_LETTER;
}

static Language window_language(AubApplication *self) {
  const char *code = self->preferences.language;
  return code ? language_from_code(code) : self->system_language;
}

/* GTK's own words (file dialogs) come from gettext, which looks at LANGUAGE, caches, and ignores it
 * in the plain C locale. */
static void set_toolkit_language(Language language) {
  const char *locale = setlocale(LC_MESSAGES, NULL);
  if (!locale || strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0)
    setlocale(LC_MESSAGES, "C.UTF-8");
  g_setenv("LANGUAGE", language == LANGUAGE_FR ? "fr_CA:fr" : "en_CA:en", TRUE);
  textdomain("aubaine");
}

static void save_preferences(AubApplication *self) {
  g_autoptr(GError) error = NULL;
  if (!preferences_save(&self->preferences, &error))
    g_warning("%s", error->message);
}

/* --- recent files --- */

static gboolean is_name_of_another(char **paths, const char *path, const char *name) {
  for (; *paths; paths++) {
    g_autofree char *other = g_filename_display_basename(*paths);
    if (strcmp(*paths, path) != 0 && strcmp(other, name) == 0)
      return TRUE;
  }
  return FALSE;
}

/* The name alone where no other file of the list has it. A menu takes "_" for a key. */
static char *recent_label(char **paths, const char *path) {
  g_autofree char *name = g_filename_display_basename(path);
  g_autoptr(GString) label = g_string_new(name);
  if (is_name_of_another(paths, path, name)) {
    g_autofree char *whole = g_filename_display_name(path);
    g_string_assign(label, whole);
  }
  g_string_replace(label, "_", "__", 0);
  return g_strdup(label->str);
}

static void fill_recent_menu(AubApplication *self) {
  char **paths = self->preferences.recent;
  g_menu_remove_all(self->recent_menu);
  for (int i = 0; paths[i]; i++) {
    g_autofree char *label = recent_label(paths, paths[i]);
    g_autoptr(GMenuItem) item = g_menu_item_new(label, NULL);
    g_menu_item_set_action_and_target_value(item, "win.open-workspace",
                                            g_variant_new_bytestring(paths[i]));
    g_menu_append_item(self->recent_menu, item);
  }
}

GMenuModel *aub_application_recent_menu(void) {
  static GMenu *none = NULL;
  GApplication *application = g_application_get_default();
  if (AUB_IS_APPLICATION(application))
    return G_MENU_MODEL(AUB_APPLICATION(application)->recent_menu);
  if (!none)
    none = g_menu_new();
  return G_MENU_MODEL(none);
}

/* The file is open: the first of the recent ones, and of the next start. */
static void keep_file(AubApplication *self, const char *path) {
  if (g_strcmp0(self->preferences.workspace_path, path) == 0 &&
      g_strcmp0(self->preferences.recent[0], path) == 0)
    return;
  preferences_add_recent(&self->preferences, path);
  fill_recent_menu(self);
  save_preferences(self);
}

/* --- windows --- */

/* Of files, the one used last first. Free with g_list_free. */
static GList *list_windows(AubApplication *self) {
  GList *windows = NULL;
  for (GList *each = gtk_application_get_windows(GTK_APPLICATION(self)); each; each = each->next)
    if (AUB_IS_WINDOW(each->data))
      windows = g_list_prepend(windows, each->data);
  return g_list_reverse(windows);
}

static AubWindow *main_window(AubApplication *self) {
  g_autoptr(GList) windows = list_windows(self);
  return windows ? windows->data : NULL;
}

/* What the next window takes over, also one in another language. */
static void keep_window_state(AubApplication *self, AubWindow *window) {
  gboolean maximized = gtk_window_is_maximized(GTK_WINDOW(window));
  self->preferences.window_maximized = maximized;
  if (!maximized)
    gtk_window_get_default_size(GTK_WINDOW(window), &self->preferences.window_width,
                                &self->preferences.window_height);
  self->preferences.inputs_hidden = aub_window_get_inputs_hidden(window);
  g_free(self->preferences.page);
  self->preferences.page = g_strdup(aub_window_get_page(window));
}

/* The window closed last is the one of the next start. */
static gboolean close_cb(AubWindow *window, AubApplication *self) {
  keep_window_state(self, window);
  keep_file(self, aub_session_get_path(aub_window_get_session(window)));
  save_preferences(self);
  return GDK_EVENT_PROPAGATE;
}

/* Files but the usual one are told apart where the desktop lists windows. */
static void set_title(GtkWindow *window, AubSession *session) {
  g_autofree char *usual = preferences_default_workspace_path();
  const char *path = aub_session_get_path(session);
  g_autofree char *name = g_filename_display_basename(path);
  g_autofree char *title = g_strdup_printf("%s – Aubaine", name);
  gtk_window_set_title(window, strcmp(path, usual) == 0 ? "Aubaine" : title);
}

static AubWindow *make_window(AubApplication *self, AubSession *session) {
  Language language = window_language(self);
  set_toolkit_language(language);
  GtkWidget *window = aub_window_new(GTK_APPLICATION(self), session, language);
  set_title(GTK_WINDOW(window), session);
  int width = self->preferences.window_width, height = self->preferences.window_height;
  gtk_window_set_default_size(GTK_WINDOW(window), width > 0 ? width : 1280,
                              height > 0 ? height : 860);
  if (self->preferences.window_maximized)
    gtk_window_maximize(GTK_WINDOW(window));
  if (self->preferences.page)
    aub_window_set_page(AUB_WINDOW(window), self->preferences.page);
  aub_window_set_inputs_hidden(AUB_WINDOW(window), self->preferences.inputs_hidden);
  g_signal_connect(window, "close-request", G_CALLBACK(close_cb), self);
  return AUB_WINDOW(window);
}

static void make_window_anew(AubApplication *self, AubWindow *old) {
  keep_window_state(self, old);
  AubWindow *window = make_window(self, aub_window_get_session(old));
  same_place_take(GTK_WIDGET(window), GTK_WIDGET(old));
  gtk_window_present(GTK_WINDOW(window));
  gtk_window_destroy(GTK_WINDOW(old));
}

void aub_application_set_language(const char *code) {
  AubApplication *self = running();
  if (g_strcmp0(self->preferences.language, code) == 0)
    return;
  g_free(self->preferences.language);
  self->preferences.language = g_strdup(code);
  save_preferences(self);
  g_autoptr(GList) windows = g_list_reverse(list_windows(self));
  for (GList *each = windows; each; each = each->next)
    if (aub_window_get_language(each->data) != window_language(self))
      make_window_anew(self, each->data);
}

void aub_application_set_report_language(const char *code) {
  g_free(running()->preferences.report_language);
  running()->preferences.report_language = g_strdup(code);
  save_preferences(running());
}

void aub_application_set_paper(const char *paper) {
  g_free(running()->preferences.paper);
  running()->preferences.paper = g_strdup(paper);
  save_preferences(running());
}

static void simulate_years(AubApplication *self, AubSession *session) {
  RiskOptions options = {.years = self->preferences.simulated_years, .seed = RISK_SEED_DEFAULT};
  aub_session_set_risk_options(session, &options);
}

void aub_application_set_simulated_years(const char *years) {
  running()->preferences.simulated_years = atoi(years);
  save_preferences(running());
  g_autoptr(GList) windows = list_windows(running());
  for (GList *each = windows; each; each = each->next)
    simulate_years(running(), aub_window_get_session(each->data));
}

/* --- files --- */

static char *refusal_text(AubApplication *self, const char *path, const GError *error) {
  g_autofree char *name = g_filename_display_basename(path);
  g_autofree char *reason = error_text(window_language(self), error);
  return g_strdup_printf(say(window_language(self), "“%1$s”: %2$s"), name, reason);
}

/* Opens path, or the last file, or the usual one; a file that cannot be opened is left as it is,
 * and the owner works in another; *why (free it) tells her, NULL when there is nothing to tell. */
static AubSession *open_first(AubApplication *self, const char *path, char **why) {
  g_autofree char *usual = preferences_default_workspace_path();
  g_autofree char *aside = g_strdup_printf("%s.new.aubaine", usual);
  const char *last = self->preferences.workspace_path;
  AubSession *session = NULL;
  if (!path && last && g_file_test(last, G_FILE_TEST_EXISTS)) {
    path = last;
  } else if (!path && last && strcmp(last, usual) != 0) {
    g_autofree char *name = g_filename_display_basename(last);
    *why = g_strdup_printf(say(window_language(self), "“%s” is not there any more"), name);
  }
  const char *const candidates[] = {path ? path : usual, usual, aside};
  for (gsize i = 0; i < G_N_ELEMENTS(candidates) && !session; i++) {
    g_autoptr(GError) error = NULL;
    session = aub_session_new(candidates[i], &error);
    if (!session && !*why)
      *why = refusal_text(self, candidates[i], error);
  }
  if (!session)
    g_error("%s", *why);
  return session;
}

/* A file that is not there is not made: only the first start does that. */
static AubSession *open_another(AubApplication *self, const char *path, char **why) {
  AubSession *session = NULL;
  g_autoptr(GError) error = NULL;
  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    g_set_error_literal(&error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "");
  else
    session = aub_session_new(path, &error);
  if (!session)
    *why = refusal_text(self, path, error);
  return session;
}

static AubWindow *find_window(AubApplication *self, const char *path) {
  g_autoptr(GList) windows = list_windows(self);
  for (GList *each = windows; each; each = each->next)
    if (!path || aub_session_is_at(aub_window_get_session(each->data), path))
      return each->data;
  return NULL;
}

/* A file that is open comes to the front, another one gets a window of its own. path NULL: whatever
 * is open, else as at the last end. */
static void show(AubApplication *self, const char *path) {
  AubWindow *window = find_window(self, path);
  g_autofree char *why = NULL;
  if (!window) {
    AubWindow *other = main_window(self);
    g_autoptr(AubSession) session =
        other ? open_another(self, path, &why) : open_first(self, path, &why);
    if (session && self->preferences.simulated_years != RISK_YEARS_MAX)
      simulate_years(self, session);
    window = session ? make_window(self, session) : other;
  }
  keep_file(self, aub_session_get_path(aub_window_get_session(window)));
  gtk_window_present(GTK_WINDOW(window));
  if (why)
    aub_window_say(window, why);
}

void aub_application_open_workspace(const char *path) {
  show(running(), path);
}

static void aub_application_activate(GApplication *application) {
  show(AUB_APPLICATION(application), NULL);
}

static void aub_application_open(GApplication *application, GFile **files, int count,
                                 const char *hint) {
  for (int i = 0; i < count; i++) {
    g_autofree char *path = g_file_get_path(files[i]);
    show(AUB_APPLICATION(application), path);
  }
}

static void quit_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  g_autoptr(GList) windows = g_list_reverse(list_windows(data));
  for (GList *each = windows; each; each = each->next)
    gtk_window_close(each->data);
  if (!windows)
    g_application_quit(G_APPLICATION(data));
}

static void preferences_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *window = main_window(data);
  preferences_window_show(GTK_WINDOW(window), window_language(data));
}

static void about_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  about_show(GTK_WINDOW(main_window(data)), window_language(data));
}

static gboolean set_icon(gpointer data) {
  gtk_window_set_default_icon_name(AUBAINE_ID);
  return G_SOURCE_REMOVE;
}

static void aub_application_startup(GApplication *application) {
  AubApplication *self = AUB_APPLICATION(application);
  static const GActionEntry entries[] = {
      {.name = "quit", .activate = quit_cb},
      {.name = "preferences", .activate = preferences_cb},
      {.name = "about", .activate = about_cb},
  };
  G_APPLICATION_CLASS(aub_application_parent_class)->startup(application);
  preferences_load(&self->preferences);
  self->recent_menu = g_menu_new();
  fill_recent_menu(self);
  g_action_map_add_action_entries(G_ACTION_MAP(self), entries, G_N_ELEMENTS(entries), self);
  key_table_register(GTK_APPLICATION(self));
  /* Reading it takes as long as making the window, which does not wait for it. */
  g_idle_add_full(G_PRIORITY_LOW, set_icon, NULL, NULL);
}

static void aub_application_finalize(GObject *object) {
  AubApplication *self = AUB_APPLICATION(object);
  g_clear_object(&self->recent_menu);
  preferences_clear(&self->preferences);
  G_OBJECT_CLASS(aub_application_parent_class)->finalize(object);
}

static void aub_application_class_init(AubApplicationClass *class) {
  G_OBJECT_CLASS(class)->finalize = aub_application_finalize;
  G_APPLICATION_CLASS(class)->startup = aub_application_startup;
  G_APPLICATION_CLASS(class)->activate = aub_application_activate;
  G_APPLICATION_CLASS(class)->open = aub_application_open;
}

static void aub_application_init(AubApplication *self) {
  self->system_language = language_from_code(g_get_language_names()[0]);
}

GApplication *aub_application_new(void) {
  /* The resource holds the styles that AdwApplication loads by itself at start. */
  g_resources_register(window_get_resource());
  return g_object_new(AUB_TYPE_APPLICATION, "application-id", AUBAINE_ID, "flags",
                      G_APPLICATION_HANDLES_OPEN, NULL);
}
