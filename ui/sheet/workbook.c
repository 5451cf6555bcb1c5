/* Room: sheet. Knows: the sheets in their order, the library's file. Must not know: what is on a
 * sheet. */
#include "ui/sheet/workbook.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "ui/paper/safe-file.h"
#include "ui/sheet/workbook-parts.h"
#include "ui/sheet/zip-check.h"

#define PROPERTY_LETTERS_MAX 200 /* the format's own limit is 255 */
#define SECONDS_A_DAY 86400

void workbook_add_taxes(Workbook *book) {
  static const struct {
    BooksTopic topic;
    bool sums;
  } topics[] = {{BOOKS_REMITTANCES, true}, {BOOKS_NOT_YOURS, false},   {BOOKS_CUT_OFFS, true},
                {BOOKS_TREATMENTS, false}, {BOOKS_QUICK_METHOD, true}, {BOOKS_REGISTRATION, false},
                {BOOKS_INCOME, true},      {BOOKS_TRIAL_BALANCE, true}};
  Language language = book->language;
  Sheet sheet;
  sheet_begin(&sheet, book, say(language, "Taxes"),
              say(language, "Taxes, cut-offs and statements of the plan year"));
  sheet.row++;
  for (gsize i = 0; i < G_N_ELEMENTS(topics); i++) {
    g_autoptr(Table) table = table_books(language, book->books, topics[i].topic);
    if (table != NULL)
      sheet_table(&sheet, table, topics[i].sums);
  }
  sheet_end(&sheet, -1, 0);
}

/* One line, and not longer than a property may be. Free with g_free. */
static char *property_text(const char *text) {
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  for (char *at = valid; *at != '\0'; at++)
    if (g_ascii_iscntrl(*at))
      *at = ' ';
  return g_utf8_substring(valid, 0, MIN(g_utf8_strlen(valid, -1), PROPERTY_LETTERS_MAX));
}

static void set_properties(Workbook *book) {
  Language language = book->language;
  const char *business = say_name(language, book->plan->business.name);
  g_autofree char *joined =
      g_strdup_printf("%s – %s", say_name(language, book->plan->name), business);
  g_autofree char *title = property_text(joined);
  g_autofree char *author = property_text(business);
  g_autofree char *program =
      g_strdup_printf("Aubaine %s, %016" G_GINT64_MODIFIER "x", AUBAINE_VERSION,
                      books_results(book->books)->plan_fingerprint);
  char *subject =
      (char *)say(language, "Owner’s projection of a group-buy deal, not audited or reviewed");
  /* The library takes 0 for now. */
  time_t created = MAX((time_t)1, (time_t)book->options->prepared_date * SECONDS_A_DAY);
  lxw_doc_properties properties = {.title = title,
                                   .subject = subject,
                                   .author = author,
                                   .comments = program,
                                   .created = created};
  book->failed |= workbook_set_properties(book->file, &properties) != LXW_NO_ERROR;
}

/* Writes the whole file; the library is closed whatever happens. */
static bool fill_file(const char *path, char *folder, const Study *study,
                      const WorkbookOptions *options) {
  lxw_workbook_options library = {.tmpdir = folder};
  g_autoptr(Books) books = books_new(study->plan, study->results);
  g_autoptr(GHashTable) rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree Workbook *book = g_new0(Workbook, 1);
  *book = (Workbook){.file = workbook_new_opt(path, &library),
                     .options = options,
                     .language = options->language,
                     .plan = study->plan,
                     .books = books,
                     .rows = rows};
  g_return_val_if_fail(book->file != NULL, false);
  set_properties(book);
  workbook_add_assumptions(book);
  workbook_add_voucher(book);
  workbook_add_months(book);
  workbook_add_journal(book, JOURNAL_MODEL);
  workbook_add_journal(book, JOURNAL_PROJECTED);
  workbook_add_taxes(book);
  workbook_add_lists(book);
  bool closed = workbook_close(book->file) == LXW_NO_ERROR;
  return closed && !book->failed;
}

/* A folder as good as empty: nothing of ours stays behind. */
static void remove_folder(const char *folder, const char *path) {
  g_unlink(path);
  g_rmdir(folder);
}

GBytes *workbook_make(const Study *study, const WorkbookOptions *options, GError **error) {
  g_return_val_if_fail(study != NULL && options != NULL, NULL);
  g_autofree char *folder = g_dir_make_tmp("aubaine-XXXXXX", error);
  char *bytes = NULL;
  gsize length = 0;
  if (folder == NULL)
    return NULL;
  g_autofree char *path = g_build_filename(folder, "workbook.xlsx", NULL);
  errno = 0;
  bool made = fill_file(path, folder, study, options);
  int reason = errno != 0 ? errno : EIO;
  made = made && g_file_get_contents(path, &bytes, &length, error);
  remove_folder(folder, path);
  if (made && zip_has_whole_texts(bytes, length))
    return g_bytes_new_take(bytes, length);
  g_free(bytes);
  if (error == NULL || *error == NULL)
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(reason), "%s: %s", path,
                g_strerror(reason));
  return NULL;
}

gboolean workbook_write(const char *path, const Study *study, const WorkbookOptions *options,
                        GError **error) {
  g_autoptr(GBytes) workbook = workbook_make(study, options, error);
  gsize length;
  if (workbook == NULL)
    return FALSE;
  const void *bytes = g_bytes_get_data(workbook, &length);
  return safe_file_write(path, bytes, length, error);
}
