/* Room: paper. Knows: the plan as JSON, the journal as files. Must not know: pages, PDF. */
#include "ui/paper/report-files.h"

#include <string.h>

#include "model/store/plan-json.h"
#include "ui/paper/journal-file.h"

/* Without what some file system refuses in a name. */
static char *plan_file_name(Language language, const Plan *plan) {
  char *name = g_strconcat(say_name(language, plan->name), ".json", NULL);
  g_strdelimit(name, "/\\:*?\"<>|\n\r\t", '-');
  if (name[0] == '.')
    name[0] = '-';
  return name;
}

void report_files_fill(ReportFiles *files, Language language, const Plan *plan,
                       const Books *books) {
  const JournalFile entries = {JOURNAL_MODEL,
                               language == LANGUAGE_FR ? JOURNAL_CSV_FR : JOURNAL_CSV, language};
  char *json = plan_to_json(plan);
  files->plan_name = plan_file_name(language, plan);
  files->entries_name = journal_file_name(books, &entries);
  files->files[0] = (PdfAttachment){
      files->plan_name, say(language, "The plan that this report follows from, for Aubaine"),
      "application/json", "Source", g_bytes_new_take(json, strlen(json))};
  files->files[1] =
      (PdfAttachment){files->entries_name, say(language, "The model journal entries, as a table"),
                      "text/csv", "Supplement", journal_file_make(books, &entries)};
}

void report_files_clear(ReportFiles *files) {
  for (int i = 0; i < REPORT_FILE_COUNT; i++)
    g_bytes_unref(files->files[i].bytes);
  g_free(files->plan_name);
  g_free(files->entries_name);
}
