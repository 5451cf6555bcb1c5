/* Room: session. Knows: GLib, the user's folders. Must not know: widgets, plans.
 *
 * What the program keeps of its owner's habits, in a key file under her configuration folder. A
 * file that cannot be read is left alone: the defaults serve, and before something is kept again
 * the damaged one is set aside as "….damaged". Keys of other versions stay. */
#pragma once

#include <glib.h>

typedef struct {
  char *language;                  /* "en", "fr"; NULL: as the system says */
  char *report_language;           /* of the PDF: "en", "fr"; NULL: as the window */
  char *paper;                     /* "letter", "a4" */
  char *workspace_path;            /* the last one open; NULL: none yet */
  int window_width, window_height; /* pixels; 0: never kept */
  gboolean window_maximized;
  gboolean inputs_hidden;
  char *page;          /* "answers", …; NULL: none kept. Free text: the window knows its pages */
  char **recent;       /* files opened, the last first; never NULL once loaded */
  int simulated_years; /* 1,000, 4,000 or 10,000; fewer in tests */
} Preferences;

/* Defaults where the file says nothing or nonsense. Clear with preferences_clear. */
void preferences_load(Preferences *preferences);
gboolean preferences_save(const Preferences *preferences, GError **error);
void preferences_clear(Preferences *preferences);
/* The file is open now: it becomes the last one, and the first of the recent ones. */
void preferences_add_recent(Preferences *preferences, const char *path);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Preferences, preferences_clear)

/* Where they are kept, and where the first workspace goes. Free with g_free. */
char *preferences_path(void);
char *preferences_default_workspace_path(void);
