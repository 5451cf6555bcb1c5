/* Room: window. The program as a GTK application: one session, preferences, language. */
#pragma once

#include <adwaita.h>

#include "ui/paper/report.h"
#include "ui/session/preferences.h"
#include "ui/words/words.h"

#define AUBAINE_ID "org.aubaine.aubaine"

#define AUB_TYPE_APPLICATION (aub_application_get_type())
G_DECLARE_FINAL_TYPE(AubApplication, aub_application, AUB, APPLICATION, AdwApplication)

GApplication *aub_application_new(void);

/* Of the running application. */
const Preferences *aub_application_preferences(void); /* borrowed */
Language aub_application_report_language(Language window_language);
PaperSize aub_application_paper(void);

/* Opens the file in the window, in the place of the one that is open, and keeps it as the last one;
 * a file that cannot be opened changes nothing, and she is told why. */
void aub_application_open_workspace(const char *path);
/* The files opened before, as items of win.open-workspace; borrowed, and follows them. Empty where
 * another application runs (benchmarks). */
GMenuModel *aub_application_recent_menu(void);

/* code: NULL (as the system), "en" or "fr". The windows are made anew in the language; page, size
 * and deal stay. */
void aub_application_set_language(const char *code);
void aub_application_set_report_language(const char *code);
void aub_application_set_paper(const char *paper);
/* How many years are simulated: "1000", "4000" or "10000". */
void aub_application_set_simulated_years(const char *years);
