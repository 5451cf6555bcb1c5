/* Room: paper. Knows: page, cairo's PDF surface. Must not know: plans, what a document says.
 *
 * A PDF of pages: run once to learn how many there are, once to draw. Same bytes for the same words
 * and date. */
#pragma once

#include "ui/paper/page.h"
#include "ui/pdf/pdf-finish.h"

typedef struct {
  Language language;
  int32_t prepared_date;
  double text_scale;                    /* 0: as 1 */
  const char *title, *author, *subject; /* the PDF's own */
  PageFrame frame;
  const PdfAttachment *attachments; /* inside the PDF; borrowed */
  int attachment_count;
} Document;

/* All pages; called twice, and does the same each time but for what the first run taught it. */
typedef PageFlow DocumentFlow;

/* NULL with a G_FILE_ERROR when cairo fails. */
GBytes *document_make_pdf(const Document *document, DocumentFlow flow, gpointer data,
                          GError **error);
/* For a printer: a recording surface (cairo_surface_t) a page, in points, whose extents are the
 * sheet's. Free with g_ptr_array_unref. */
GPtrArray *document_make_sheets(const Document *document, DocumentFlow flow, gpointer data);

/* "Aubaine 0.1.0 · plan fingerprint 7c9b …": what the foot says. Free with g_free. */
char *document_program_text(Language language, uint64_t plan_fingerprint);
/* "Prepared on November 23, 2026". Free with g_free. */
char *document_prepared_text(Language language, int32_t date);
