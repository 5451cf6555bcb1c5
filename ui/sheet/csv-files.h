/* Room: sheet. Knows: table, words, model, separated values and the safe writer of paper. Must not
 * know: GTK, cairo.
 *
 * The tables of the spreadsheet as files of separated values in a folder, one table each. A number
 * is in the unit of its column: dollars, percents, hours; dates are ISO. */
#pragma once

#include <glib.h>

#include "model/results/study.h"
#include "ui/paper/csv-row.h"
#include "ui/words/words.h"

typedef struct {
  Language language;
  CsvFlavour flavour;
} CsvOptions;

/* Writes them into folder, which is made when there is none (its own folder must be there). All are
 * made before the first is written; each is whole or as it was. False with a G_FILE_ERROR, and in
 * *failed_path, unless it is NULL, the file or folder that failed (free with g_free): the files
 * before it are there. */
gboolean csv_files_write(const char *folder, const Study *study, const CsvOptions *options,
                         char **failed_path, GError **error);
