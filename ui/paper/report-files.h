/* Room: paper; for the report's own files only. What a program of the accountant's reads instead of
 * the pages: the plan that they follow from, and the model entries that they print. */
#pragma once

#include "ui/pdf/pdf-finish.h"

#define REPORT_FILE_COUNT 2

typedef struct {
  char *plan_name, *entries_name;
  PdfAttachment files[REPORT_FILE_COUNT];
} ReportFiles;

/* The plan as JSON and the entries as the language's CSV. Clear with report_files_clear. */
void report_files_fill(ReportFiles *files, Language language, const Plan *plan, const Books *books);
void report_files_clear(ReportFiles *files);
