/* Room: sheet. Knows: table, words, model, the safe file writer. Must not know: GTK, cairo.
 *
 * The accountant's spreadsheet (quality §4): what the plan says, one voucher as live formulas over
 * it, the months, the journals and the taxes of the plan year. Every formula bears its value, so
 * that a reader that does not compute shows it too. Same bytes for the same plan, language and
 * date. */
#pragma once

#include <glib.h>

#include "model/results/study.h"
#include "ui/words/words.h"

typedef struct {
  Language language;
  int32_t prepared_date; /* today, or SOURCE_DATE_EPOCH's day */
} WorkbookOptions;

/* The bytes of an .xlsx. The library wants a file: it gets one in a folder of its own among the
 * temporary files, gone again on return. NULL with a G_FILE_ERROR, one line, when that fails. */
GBytes *workbook_make(const Study *study, const WorkbookOptions *options, GError **error);
/* Makes it and writes it with safe_file_write. */
gboolean workbook_write(const char *path, const Study *study, const WorkbookOptions *options,
                        GError **error);
