/* Room: paper. Knows: words, table, chart. Must not know: GTK.
 *
 * The accountant's PDF: identity, headline figures, assumptions with provenance, month table that
 * foots, charts; tagged, outlined, same bytes for the same plan, language, paper and date. */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "ui/words/words.h"

typedef enum { PAPER_LETTER, PAPER_A4 } PaperSize;

typedef struct {
  Language language;
  PaperSize paper;
  int32_t prepared_date; /* today, or SOURCE_DATE_EPOCH's day */
} ReportOptions;

/* The PDF's bytes. NULL with error when cairo fails. */
GBytes *report_make_pdf(const Study *study, const Problems *warnings, const ReportOptions *options,
                        GError **error);
/* Makes it and writes it with safe_file_write. */
gboolean report_write_pdf(const char *path, const Study *study, const Problems *warnings,
                          const ReportOptions *options, GError **error);

/* The same pages one by one, for a printer: recording surfaces (cairo_surface_t) in points, whose
 * extents are the sheet's. Free with g_ptr_array_unref. */
GPtrArray *report_make_sheets(const Study *study, const Problems *warnings,
                              const ReportOptions *options);
