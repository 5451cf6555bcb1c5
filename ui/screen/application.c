/* Room: screen. The application: session, preferences, language, keys. Knows: GTK, session. */
#include "ui/screen/application.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "ui/screen/about.h"
#include "ui/screen/preferences-window.h"
#include "ui/screen/resources.h"
#include "ui/screen/window.h"
#include "ui/session/session.h"

struct _AubApplication {
  AdwApplication parent_instance;
  AubSession *session;
  Preferences preferences;
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

static AubWindow *main_window(AubApplication *self) {
  for (GList *each = gtk_application_get_windows(GTK_APPLICATION(self)); each; each = each->next)
    if (AUB_IS_WINDOW(each->data))
      return each->data;
  return NULL;
}

static gboolean close_cb(AubWindow *window, AubApplication *self) {
  gboolean maximized = gtk_window_is_maximized(GTK_WINDOW(window));
  self->preferences.window_maximized = maximized;
  if (!maximized)
    gtk_window_get_default_size(GTK_WINDOW(window), &self->preferences.window_width,
                                &self->preferences.window_height);
  save_preferences(self);
  return GDK_EVENT_PROPAGATE;
}

static AubWindow *make_window(AubApplication *self) {
  Language language = window_language(self);
  set_toolkit_language(language);
  GtkWidget *window = aub_window_new(GTK_APPLICATION(self), self->session, language);
  int width = self->preferences.window_width, height = self->preferences.window_height;
  gtk_window_set_default_size(GTK_WINDOW(window), width > 0 ? width : 1280,
                              height > 0 ? height : 860);
  if (self->preferences.window_maximized)
    gtk_window_maximize(GTK_WINDOW(window));
  g_signal_connect(window, "close-request", G_CALLBACK(close_cb), self);
  return AUB_WINDOW(window);
}

void aub_application_set_language(const char *code) {
  AubApplication *self = running();
  if (g_strcmp0(self->preferences.language, code) == 0)
    return;
  g_free(self->preferences.language);
  self->preferences.language = g_strdup(code);
  save_preferences(self);
  AubWindow *old = main_window(self);
  if (!old || aub_window_get_language(old) == window_language(self))
    return;
  gtk_window_get_default_size(GTK_WINDOW(old), &self->preferences.window_width,
                              &self->preferences.window_height);
  AubWindow *window = make_window(self);
  aub_window_set_page(window, aub_window_get_page(old));
  gtk_window_present(GTK_WINDOW(window));
  gtk_window_destroy(GTK_WINDOW(old));
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

static void simulate_years(AubApplication *self) {
  RiskOptions options = {.years = self->preferences.simulated_years, .seed = RISK_SEED_DEFAULT};
  aub_session_set_risk_options(self->session, &options);
}

void aub_application_set_simulated_years(const char *years) {
  running()->preferences.simulated_years = atoi(years);
  save_preferences(running());
  simulate_years(running());
}

/* Opens path, or the usual workspace; a file that cannot be opened is left as it is, and the owner
 * works in a new one beside it, told why. */
static char *open_session(AubApplication *self, const char *path) {
  g_autofree char *usual = preferences_default_workspace_path();
  g_autofree char *folder = g_path_get_dirname(usual);
  g_mkdir_with_parents(folder, 0700);
  g_autofree char *aside = g_strdup_printf("%s.new.aubaine", usual);
  const char *const candidates[] = {path ? path : usual, usual, aside};
  char *why = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(candidates) && !self->session; i++) {
    g_autoptr(GError) error = NULL;
    self->session = aub_session_new(candidates[i], &error);
    if (!self->session && !why)
      why = error_text(window_language(self), error);
  }
  if (!self->session)
    g_error("%s", why);
  if (self->preferences.simulated_years != RISK_YEARS_MAX)
    simulate_years(self);
  return why;
}

static void show(AubApplication *self, const char *path) {
  AubWindow *window = main_window(self);
  g_autofree char *why = NULL;
  if (!self->session) {
    why = open_session(self, path);
  } else if (path) {
    g_autoptr(GError) error = NULL;
    if (!aub_session_open(self->session, path, &error))
      why = error_text(window_language(self), error);
  }
  if (!window)
    window = make_window(self);
  gtk_window_present(GTK_WINDOW(window));
  if (why)
    aub_window_say(window, why);
}

static void aub_application_activate(GApplication *application) {
  show(AUB_APPLICATION(application), NULL);
}

static void aub_application_open(GApplication *application, GFile **files, int count,
                                 const char *hint) {
  g_autofree char *path = g_file_get_path(files[0]);
  show(AUB_APPLICATION(application), path);
}

static void quit_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *window = main_window(data);
  if (window)
    gtk_window_close(GTK_WINDOW(window));
  else
    g_application_quit(G_APPLICATION(data));
}

static void preferences_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *window = main_window(data);
  preferences_window_show(GTK_WINDOW(window), window_language(data));
}

static void about_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  about_show(GTK_WINDOW(main_window(data)), window_language(data));
}

static void add_keys(GtkApplication *application) {
  static const struct {
    const char *action;
    const char *keys[3];
  } table[] = {
      {"win.undo", {"<Control>z"}},
      {"win.redo", {"<Control><Shift>z", "<Control>y"}},
      {"win.new-menu", {"<Control>n"}},
      {"win.open", {"<Control>o"}},
      {"win.export-pdf", {"<Control>e", "<Control>p"}},
      {"win.toggle-inputs", {"F9"}},
      {"win.next-page", {"<Control>Page_Down"}},
      {"win.previous-page", {"<Control>Page_Up"}},
      {"win.shortcuts", {"<Control>question"}},
      {"app.preferences", {"<Control>comma"}},
      {"app.quit", {"<Control>q"}},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(table); i++)
    gtk_application_set_accels_for_action(application, table[i].action, table[i].keys);
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
  g_action_map_add_action_entries(G_ACTION_MAP(self), entries, G_N_ELEMENTS(entries), self);
  add_keys(GTK_APPLICATION(self));
}

static void aub_application_finalize(GObject *object) {
  AubApplication *self = AUB_APPLICATION(object);
  g_clear_object(&self->session);
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
  g_resources_register(screen_get_resource());
  return g_object_new(AUB_TYPE_APPLICATION, "application-id", AUBAINE_ID, "flags",
                      G_APPLICATION_HANDLES_OPEN, NULL);
}
