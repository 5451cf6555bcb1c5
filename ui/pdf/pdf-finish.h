/* Room: pdf. Knows: PDF objects, libqpdf. Must not know: plans, pages, what a document says.
 *
 * What cairo 1.16 does not write into a tagged PDF, added to its bytes: the language, the
 * document's title shown, metadata as XMP, alternative texts of figures, scopes of table heads, the
 * order of tabs, files attached (ISO 32000-1, 7.11.4, 14.3.2, 14.8.5.7, 14.9; PDF 2.0's associated
 * files). No claim of PDF/A or PDF/UA is made. Same bytes for the same bytes; asks no clock. */
#pragma once

#include <glib.h>

#include "ui/words/words.h"

typedef struct {
  const char *name;         /* a file's, UTF-8 */
  const char *description;  /* for people */
  const char *type;         /* "application/json" */
  const char *relationship; /* "Source", "Data", "Supplement" */
  GBytes *bytes;
} PdfAttachment;

typedef struct {
  Language language;
  int32_t made_date;
  const GPtrArray *alternatives; /* (const char *) of each figure, in the order of reading */
  const PdfAttachment *attachments;
  int attachment_count;
} PdfFinish;

/* Borrows all. NULL with a G_FILE_ERROR when the bytes are no sound PDF, or have not as many
 * figures as there are texts. */
GBytes *pdf_finish(GBytes *pdf, const PdfFinish *what, GError **error);
