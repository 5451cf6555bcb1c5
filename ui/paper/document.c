/* Room: paper. Knows: page, cairo's PDF surface. Must not know: what a document says. */
#include "ui/paper/document.h"

#include <cairo-pdf.h>

#include "ui/words/words.h"

char *document_program_text(Language language, uint64_t print) {
  g_autofree char *fingerprint = g_strdup_printf(
      "%04x %04x %04x %04x", (unsigned)(print >> 48 & 0xffff), (unsigned)(print >> 32 & 0xffff),
      (unsigned)(print >> 16 & 0xffff), (unsigned)(print & 0xffff));
  return g_strdup_printf(say(language, "Aubaine %s · plan fingerprint %s"), AUBAINE_VERSION,
                         fingerprint);
}

char *document_prepared_text(Language language, int32_t date) {
  g_autofree char *text = say_date(language, date);
  return g_strdup_printf(say(language, "Prepared on %s"), text);
}

static void set_metadata(cairo_surface_t *surface, const Document *document) {
  char created[DATE_TEXT_SIZE];
  date_format_iso(document->prepared_date, created);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document->title);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, document->author);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, document->subject);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Aubaine " AUBAINE_VERSION);
  /* Given, so that cairo does not ask the clock. */
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

/* All of it on one run of pages, which it frees; how many there were. ends: of page_share_ends. */
static int run_pages(Page *pages, GArray *ends, DocumentFlow flow, gpointer data) {
  g_autoptr(Page) page = pages;
  page_share_ends(page, ends);
  page_turn(page, false);
  page_tag_begin(page, "Document");
  flow(page, data);
  page_tag_end(page, "Document");
  return page_count(page);
}

static cairo_status_t append_bytes(void *closure, const unsigned char *data, unsigned int length) {
  g_byte_array_append(closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *document_make_pdf(const Document *document, DocumentFlow flow, gpointer data,
                          GError **error) {
  g_autoptr(Type) type = type_new(document->text_scale > 0.0 ? document->text_scale : 1.0);
  g_autoptr(GArray) ends = page_ends_new();
  int page_total = run_pages(page_new(NULL, type, &document->frame, 0), ends, flow, data);
  g_autoptr(GPtrArray) alternatives = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append_bytes, bytes, 612.0, 792.0);
  set_metadata(surface, document);
  cairo_t *cr = cairo_create(surface);
  Page *pages = page_new(cr, type, &document->frame, page_total);
  page_collect_alternatives(pages, alternatives);
  run_pages(pages, ends, flow, data);
  cairo_status_t status = cairo_status(cr);
  cairo_destroy(cr);
  cairo_surface_finish(surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "PDF: %s",
                cairo_status_to_string(status));
    return NULL;
  }
  g_autoptr(GBytes) pdf = g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
  const PdfFinish finish = {document->language, document->prepared_date, alternatives,
                            document->attachments, document->attachment_count};
  return pdf_finish(pdf, &finish, error);
}

static void sheet_free(gpointer sheet) {
  cairo_surface_destroy(sheet);
}

GPtrArray *document_make_sheets(const Document *document, DocumentFlow flow, gpointer data) {
  g_autoptr(Type) type = type_new(document->text_scale > 0.0 ? document->text_scale : 1.0);
  g_autoptr(GArray) ends = page_ends_new();
  int page_total = run_pages(page_new(NULL, type, &document->frame, 0), ends, flow, data);
  GPtrArray *sheets = g_ptr_array_new_with_free_func(sheet_free);
  run_pages(page_new_of_sheets(sheets, type, &document->frame, page_total), ends, flow, data);
  return sheets;
}
