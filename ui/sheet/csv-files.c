/* Room: sheet. Knows: which tables leave as files, and how a cell is written. Must not know: what
 * is in them. */
#include "ui/sheet/csv-files.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ui/paper/journal-file.h"
#include "ui/paper/safe-file.h"
#include "ui/sheet/assumption-lines.h"
#include "ui/table/table.h"

/* Files that are made and not written yet. */
typedef struct {
  const CsvOptions *options;
  GPtrArray *names; /* in UTF-8, without a folder */
  GPtrArray *files; /* of GBytes */
} CsvFiles;

static void csv_files_clear(CsvFiles *files) {
  g_clear_pointer(&files->names, g_ptr_array_unref);
  g_clear_pointer(&files->files, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CsvFiles, csv_files_clear)

/* Takes the bytes. */
static void add_file(CsvFiles *files, const char *name, GBytes *bytes) {
  g_ptr_array_add(files->names, g_strconcat(name, ".csv", NULL));
  g_ptr_array_add(files->files, bytes);
}

static void add_cell(CsvRow *row, const TableCell *cell, ColumnKind kind) {
  if (!cell->has_number) {
    csv_add_text(row, cell->text != NULL ? cell->text : "");
    return;
  }
  switch (kind) {
  case COLUMN_MONEY:
    csv_add_cents(row, cell->number);
    break;
  case COLUMN_PERCENT:
    csv_add_decimal(row, cell->number, 3);
    break;
  case COLUMN_DATE:
  case COLUMN_DATE_SHORT:
    csv_add_date(row, (int32_t)cell->number);
    break;
  case COLUMN_HOURS:
    csv_add_decimal(row, (cell->number * 100 + (cell->number < 0 ? -30 : 30)) / 60, 2);
    break;
  case COLUMN_TEXT:
  case COLUMN_COUNT_OF:
    csv_add_decimal(row, cell->number, 0);
    break;
  }
}

/* "2026-02". */
static void add_month(CsvRow *row, int32_t date) {
  g_autofree char *text = g_strdup_printf("%04d-%02d", date_year(date), date_month(date));
  csv_add_text(row, text);
}

/* Takes the table; NULL is no file. months: the rows are those, in their order, then a total; NULL
 * for any other table. */
static void add_table(CsvFiles *files, const char *name, Table *table, const Results *months) {
  g_autoptr(Table) owned = table;
  if (owned == NULL)
    return;
  GString *text = g_string_new(NULL);
  CsvRow row = csv_begin(text, files->options->flavour);
  for (int i = 0; i < owned->column_count; i++)
    csv_add_text(&row, owned->column[i].heading);
  csv_end_row(&row);
  for (int k = 0; k < table_row_count(owned); k++) {
    bool is_month = months != NULL && k < months->month_count;
    if (is_month)
      add_month(&row, months->month[k].begin_date);
    for (int i = is_month; i < owned->column_count; i++)
      add_cell(&row, &table_row(owned, k)->cell[i], owned->column[i].kind);
    csv_end_row(&row);
  }
  add_file(files, name, g_string_free_to_bytes(text));
}

static void add_clock(CsvRow *row, int64_t minute) {
  g_autofree char *text = g_strdup_printf("%02d:%02d", (int)(minute / 60), (int)(minute % 60));
  csv_add_text(row, text);
}

static void add_value(CsvRow *row, const Field *field, const AssumptionValue *value) {
  if (!value->is_there || value->word != NULL)
    csv_add_text(row, value->is_there ? value->word : "");
  else if (field->type == FIELD_CENTS)
    csv_add_cents(row, value->number);
  else if (field->unit == UNIT_DATE)
    csv_add_date(row, (int32_t)value->number);
  else if (field->unit == UNIT_MINUTE_OF_DAY)
    add_clock(row, value->number);
  else
    csv_add_decimal(row, value->number,
                    field->unit == UNIT_PER_100K || field->unit == UNIT_MILLI ? 3 : 0);
}

static const char *unit_shown(const AssumptionLine *line) {
  if (line->unit != NULL || line->value.word != NULL)
    return line->unit != NULL ? line->unit : "";
  return line->field->type == FIELD_CENTS ? "$" : line->field->unit == UNIT_PER_100K ? "%" : "";
}

static void put_assumption(const AssumptionLine *line, gpointer data) {
  CsvRow *row = data;
  csv_add_text(row, line->path);
  csv_add_text(row, line->label);
  add_value(row, line->field, &line->value);
  csv_add_text(row, unit_shown(line));
  csv_add_text(row, line->source);
  add_value(row, line->field, &line->low);
  add_value(row, line->field, &line->high);
  csv_end_row(row);
}

static void add_assumptions(CsvFiles *files, const Plan *plan) {
  Language language = files->options->language;
  const char *const heads[] = {
      say(language, "Key"),  say(language, "Assumption"),          say(language, "Value"),
      say(language, "Unit"), say(language, "Where it comes from"), say(language, "From"),
      say(language, "To")};
  GString *text = g_string_new(NULL);
  CsvRow row = csv_begin(text, files->options->flavour);
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
    csv_add_text(&row, heads[i]);
  csv_end_row(&row);
  assumption_lines_walk(language, plan, put_assumption, &row);
  add_file(files, say(language, "Assumptions"), g_string_free_to_bytes(text));
}

static void add_journal(CsvFiles *files, const Books *books, JournalKind kind) {
  Language language = files->options->language;
  JournalFile journal = {
      kind, files->options->flavour == CSV_EXCEL_FR ? JOURNAL_CSV_FR : JOURNAL_CSV, language};
  g_autofree char *name = kind == JOURNAL_PROJECTED ? g_strdup_printf(say(language, "Journal – %s"),
                                                                      journal_mark(language, kind))
                                                    : g_strdup(say(language, "Model entries"));
  add_file(files, name, journal_file_make(books, &journal));
}

static void make_files(CsvFiles *files, const Study *study) {
  static const struct {
    const char *name;
    BooksTopic topic;
    bool months;
  } topics[] = {{N_("Taxes held"), BOOKS_RESERVE, true},
                {N_("Deferred revenue"), BOOKS_DEFERRED, true},
                {N_("Tax payments"), BOOKS_REMITTANCES, false},
                {N_("Not yours"), BOOKS_NOT_YOURS, false},
                {N_("Year ends"), BOOKS_CUT_OFFS, false},
                {N_("Treatments"), BOOKS_TREATMENTS, false},
                {N_("Income"), BOOKS_INCOME, false},
                {N_("Trial balance"), BOOKS_TRIAL_BALANCE, false}};
  Language language = files->options->language;
  const Plan *plan = study->plan;
  const Results *results = study->results;
  g_autoptr(Books) books = books_new(plan, results);
  add_assumptions(files, plan);
  add_table(files, say(language, "Voucher"), table_waterfall(language, plan, results), NULL);
  if (results->has_calendar) {
    add_table(files, say(language, "Months"), table_months(language, plan, results), results);
    add_table(files, say(language, "Deal compared with no deal"),
              table_earnings(language, plan, results), NULL);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(topics); i++)
    add_table(files, say(language, topics[i].name), table_books(language, books, topics[i].topic),
              topics[i].months ? results : NULL);
  add_journal(files, books, JOURNAL_MODEL);
  add_journal(files, books, JOURNAL_PROJECTED);
}

static gboolean fail(const char *path, int error_number, GError **error) {
  g_autofree char *name = g_filename_display_name(path);
  g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(error_number), "%s: %s", name,
              g_strerror(error_number));
  return FALSE;
}

static gboolean make_folder(const char *folder, GError **error) {
  if (g_mkdir(folder, 0777) == 0)
    return TRUE;
  int error_number = errno;
  if (error_number == EEXIST && g_file_test(folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  return fail(folder, error_number == EEXIST ? ENOTDIR : error_number, error);
}

static void tell_path(char **failed_path, const char *path) {
  if (failed_path != NULL)
    *failed_path = g_strdup(path);
}

gboolean csv_files_write(const char *folder, const Study *study, const CsvOptions *options,
                         char **failed_path, GError **error) {
  g_return_val_if_fail(folder != NULL && study != NULL && options != NULL, FALSE);
  g_auto(CsvFiles) files = {.options = options,
                            .names = g_ptr_array_new_with_free_func(g_free),
                            .files = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref)};
  make_files(&files, study);
  if (!make_folder(folder, error)) {
    tell_path(failed_path, folder);
    return FALSE;
  }
  for (guint i = 0; i < files.files->len; i++) {
    const char *name = g_ptr_array_index(files.names, i);
    g_autofree char *native = g_filename_from_utf8(name, -1, NULL, NULL, NULL);
    g_autofree char *path = g_build_filename(folder, native != NULL ? native : name, NULL);
    gsize length;
    const void *bytes = g_bytes_get_data(g_ptr_array_index(files.files, i), &length);
    if (!safe_file_write(path, bytes != NULL ? bytes : "", length, error)) {
      tell_path(failed_path, path);
      return FALSE;
    }
  }
  return TRUE;
}
