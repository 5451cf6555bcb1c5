/* Room: words. Knows: the one-line failures that lower rooms write in English. Must not know: how
 * they came about.
 *
 * Every constant line is listed here, so that the catalogue has it. */
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "ui/words/words.h"

/* model/store and ui/session. */
G_GNUC_UNUSED static const char *const store_lines[] = {
    N_("There is no such file."),
    N_("There is no such folder."),
    N_("The file or its folder gives no leave for this."),
    N_("The file is read-only."),
    N_("There is already a file of this name."),
    N_("There is no room left on the disk; the change was not stored."),
    N_("The disk reported an error."),
    N_("The file was left in the middle of a change; opening it for writing once repairs it."),
    N_("Another program is using the file; try again."),
    N_("There is not enough memory."),
    N_("This is a folder, not a file."),
    N_("The file is empty."),
    N_("The file is not an Aubaine workspace."),
    N_("The file was made by a newer version of Aubaine; this version can only read it."),
    N_("The file was made by a newer version of Aubaine and cannot be read by this one."),
    N_("The file is damaged; nothing in it was changed."),
    N_("There is no such deal in the file."),
    N_("The file is too large to be a plan."),
    N_("The only deal of a file cannot be removed."),
    N_("The only deal of a file cannot be archived."),
    N_("This is the open file itself: a copy needs another name."),
};

/* model/plan: why plan_set_from_text refused. */
G_GNUC_UNUSED static const char *const set_lines[] = {
    N_("true or false is due"),
    N_("not one of the words of this field"),
    N_("a date such as 2026-02-04 is due"),
    N_("a whole number is due"),
    N_("the number is too large"),
    N_("a list is set element by element"),
    N_("no such field"),
    N_("the text is too long"),
    N_("the quotes do not match"),
    N_("the text is too long or is not UTF-8"),
    N_("the index is past the end of the list"),
    N_("an index is missing"),
};

/* GLib speaks the language of the process, not the reader's. */
static const char *file_line(const GError *error) {
  if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
    return N_("There is no such file.");
  }
  if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
      g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_PERM)) {
    return N_("The file or its folder gives no leave for this.");
  }
  if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_READ_ONLY) ||
      g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_ROFS)) {
    return N_("The file is read-only.");
  }
  if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ||
      g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC)) {
    return N_("There is no room left on the disk.");
  }
  if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY) ||
      g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_ISDIR)) {
    return N_("This is a folder, not a file.");
  }
  if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_IO)) {
    return N_("The disk reported an error.");
  }
  if (error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR) {
    return N_("The file could not be read or written.");
  }
  return NULL;
}

/* Where in a text: the readers write "line 3, column 7: reason" or "deal.price_cents: reason", the
 * reason in English. Another language gets the place alone. */
static char *place_text(Language language, const char *detail) {
  const char *end = strstr(detail, ": ");
  int line, column;

  if (language == LANGUAGE_EN) {
    return g_strdup(detail);
  }
  if (sscanf(detail, "line %d, column %d", &line, &column) == 2) {
    return g_strdup_printf(say(language, "line %1$d, column %2$d"), line, column);
  }
  return end ? g_strndup(detail, (gsize)(end - detail)) : g_strdup("JSON");
}

/* A line of the JSON readers; NULL when it is not one. */
static char *json_line(Language language, const char *message) {
  static const char not_json[] = "not JSON: ", not_a_plan[] = "not a plan: ";
  g_autofree char *place = NULL;

  if (g_str_has_prefix(message, not_json)) {
    place = place_text(language, message + strlen(not_json));
    return g_strdup_printf(say(language, "This is not readable JSON (%s)."), place);
  }
  if (g_str_has_prefix(message, not_a_plan)) {
    place = place_text(language, message + strlen(not_a_plan));
    return g_strdup_printf(say(language, "This is not a plan of Aubaine (%s)."), place);
  }
  return NULL;
}

char *error_text(Language language, const GError *error) {
  const char *line = file_line(error);
  char *json = line ? NULL : json_line(language, error->message);

  return json ? json : g_strdup(say(language, line ? line : error->message));
}
