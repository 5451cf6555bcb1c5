/* Room: window. Knows: session, paper, file door. */
#include "ui/window/export-journal.h"

#include "ui/page/export-card.h"
#include "ui/widget/file-door.h"
#include "ui/window/application.h"
#include "ui/window/window-actions.h"

typedef struct {
  AubWindow *window;
  JournalFile file;
} Export;

static void write_journal(const char *path, gpointer data) {
  const Export *export = data;
  const Books *books = aub_session_get_books(aub_window_get_session(export->window));
  g_autoptr(GError) error = NULL;
  if (journal_file_write(path, books, &export->file, &error))
    window_actions_tell_saved(export->window, path);
  else
    window_actions_tell_error(export->window, error);
}

void export_journal(AubWindow *window, JournalKind kind, JournalFormat format) {
  Language language = aub_window_get_language(window);
  Language accountant = aub_application_report_language(language);
  if (format == JOURNAL_CSV && accountant == LANGUAGE_FR)
    format = JOURNAL_CSV_FR;
  Export *export = g_new(Export, 1);
  *export = (Export){window, {kind, format, accountant}};
  g_autofree char *name =
      journal_file_name(aub_session_get_books(aub_window_get_session(window)), &export->file);
  file_door_save(GTK_WINDOW(window), language, export_kind_label(language, kind), name,
                 write_journal, export, g_free);
}
