/* Room: paper; for pdf-finish's own files only. Each adds its part to a PDF being read; what goes
 * wrong inside libqpdf is kept by it and asked for once, at the end. */
#pragma once

#include <qpdf/qpdf-c.h>

#include "ui/pdf/pdf-finish.h"

/* Gives figures their texts and heads of tables their scopes; how many figures there are. */
guint pdf_tell_structure(qpdf_data pdf, const GPtrArray *alternatives);

/* The Info dictionary once more as XMP, in the catalog. */
void pdf_add_metadata(qpdf_data pdf, Language language, const char *iso_date);
/* The XMP packet of these texts, each UTF-8 or NULL. Free with g_free. */
typedef struct {
  const char *language, *title, *author, *subject, *creator, *producer, *iso_date;
} PdfMetadata;
char *pdf_metadata_text(const PdfMetadata *metadata);

/* Embedded, listed by name, and told in the catalog with their relationships. */
void pdf_attach_files(qpdf_data pdf, const PdfAttachment *files, int count, const char *pdf_date);

/* dictionary[key] = /name; value: what it makes. */
void pdf_put_name(qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *name);
void pdf_put_text(qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *text);
/* The dictionary there, made when there is none. */
qpdf_oh pdf_get_dictionary(qpdf_data pdf, qpdf_oh dictionary, const char *key);
/* A stream object of these bytes. */
qpdf_oh pdf_make_stream(qpdf_data pdf, const void *bytes, gsize length);
