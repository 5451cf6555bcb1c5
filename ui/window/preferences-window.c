/* Room: window. Preferences. Knows: application setters. */
#include "ui/window/preferences-window.h"

#include <adwaita.h>

#include "ui/window/application.h"

typedef struct {
  const char *codes[3]; /* NULL: as the system, as the window */
  guint count;
  void (*set)(const char *code);
} Choice;

static const Choice window_language = {{NULL, "en", "fr"}, 3, aub_application_set_language};
static const Choice report_language = {{NULL, "en", "fr"}, 3, aub_application_set_report_language};
static const Choice simulated_years = {
    {"1000", "4000", "10000"}, 3, aub_application_set_simulated_years};
static const Choice paper = {{"letter", "a4"}, 2, aub_application_set_paper};

/* A change of language rebuilds the windows, so it waits until the list has closed. */
static gboolean apply_cb(gpointer data) {
  GObject *row = data;
  const Choice *choice = g_object_get_data(row, "choice");
  GtkWidget *window = GTK_WIDGET(gtk_widget_get_root(GTK_WIDGET(row)));
  guint index = adw_combo_row_get_selected(ADW_COMBO_ROW(row));
  if (index < choice->count) {
    if (choice == &window_language && window)
      gtk_window_destroy(GTK_WINDOW(window));
    choice->set(choice->codes[index]);
  }
  g_object_unref(row);
  return G_SOURCE_REMOVE;
}

static void selected_cb(GObject *row, GParamSpec *spec, gpointer data) {
  g_idle_add(apply_cb, g_object_ref(row));
}

static void add_row(GtkWidget *group, const char *title, const Choice *choice,
                    const char *const *words, const char *now) {
  GtkStringList *list = gtk_string_list_new(words);
  GtkWidget *row = adw_combo_row_new();
  adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), title);
  adw_combo_row_set_model(ADW_COMBO_ROW(row), G_LIST_MODEL(list));
  for (guint i = 0; i < choice->count; i++)
    if (g_strcmp0(choice->codes[i], now) == 0)
      adw_combo_row_set_selected(ADW_COMBO_ROW(row), i);
  g_object_set_data(G_OBJECT(row), "choice", (gpointer)choice);
  g_signal_connect(row, "notify::selected", G_CALLBACK(selected_cb), NULL);
  adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), row);
  g_object_unref(list);
}

void preferences_window_show(GtkWindow *parent, Language language) {
  const Preferences *now = aub_application_preferences();
  GtkWidget *group = adw_preferences_group_new();
  adw_preferences_group_set_description(
      ADW_PREFERENCES_GROUP(group),
      say(language,
          "Nothing leaves this computer: your deals, these choices and the list of recent "
          "files are kept here only."));
  /* A language is named in itself, so that its reader finds it. */
  const char *languages[] = {say(language, "As the system"), "English", "Français", NULL};
  const char *report[] = {say(language, "As the window"), "English", "Français", NULL};
  const char *papers[] = {say(language, "Letter"), "A4", NULL};
  add_row(group, say(language, "Language"), &window_language, languages, now->language);
  add_row(group, say(language, "Language of the PDF"), &report_language, report,
          now->report_language);
  add_row(group, say(language, "Paper"), &paper, papers, now->paper);
  g_autofree char *years_now = g_strdup_printf("%d", now->simulated_years);
  g_autofree char *few = say_number(language, 1000);
  g_autofree char *some = say_number(language, 4000);
  g_autofree char *many = say_number(language, 10000);
  const char *years[] = {few, some, many, NULL};
  add_row(group, say(language, "Simulated years"), &simulated_years, years, years_now);
  GtkWidget *page = adw_preferences_page_new();
  adw_preferences_page_add(ADW_PREFERENCES_PAGE(page), ADW_PREFERENCES_GROUP(group));
  GtkWidget *window = adw_preferences_window_new();
  gtk_window_set_title(GTK_WINDOW(window), say(language, "Preferences"));
  adw_preferences_window_set_search_enabled(ADW_PREFERENCES_WINDOW(window), FALSE);
  adw_preferences_window_add(ADW_PREFERENCES_WINDOW(window), ADW_PREFERENCES_PAGE(page));
  gtk_window_set_transient_for(GTK_WINDOW(window), parent);
  gtk_window_present(GTK_WINDOW(window));
}
