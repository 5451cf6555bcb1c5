/* Room: pdf. Knows: a PDF's catalog and pages, libqpdf. Must not know: what a document says. */
#include "ui/pdf/pdf-finish.h"

#include "ui/pdf/pdf-parts.h"

#define PDF_DATE_SIZE 16 /* "D:20261123" and its NUL */

void pdf_put_name(qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *name) {
  qpdf_oh_replace_key(pdf, dictionary, key, qpdf_oh_new_name(pdf, name));
}

void pdf_put_text(qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *text) {
  qpdf_oh_replace_key(pdf, dictionary, key, qpdf_oh_new_unicode_string(pdf, text));
}

qpdf_oh pdf_get_dictionary(qpdf_data pdf, qpdf_oh dictionary, const char *key) {
  qpdf_oh found = qpdf_oh_get_key(pdf, dictionary, key);
  if (!qpdf_oh_is_dictionary(pdf, found)) {
    found = qpdf_oh_new_dictionary(pdf);
    qpdf_oh_replace_key(pdf, dictionary, key, found);
  }
  return found;
}

qpdf_oh pdf_make_stream(qpdf_data pdf, const void *bytes, gsize length) {
  qpdf_oh stream = qpdf_oh_new_stream(pdf);
  qpdf_oh_replace_stream_data(pdf, stream, bytes != NULL ? bytes : (const void *)"", length,
                              qpdf_oh_new_null(pdf), qpdf_oh_new_null(pdf));
  return stream;
}

/* cairo writes a day without the "D:" that a date begins with. */
static void write_dates(int32_t date, char iso[DATE_TEXT_SIZE], char pdf[PDF_DATE_SIZE]) {
  date_format_iso(date, iso);
  g_snprintf(pdf, PDF_DATE_SIZE, "D:%.4s%.2s%.2s", iso, iso + 5, iso + 8);
}

static void tell_catalog(qpdf_data pdf, Language language) {
  qpdf_oh catalog = qpdf_get_root(pdf);
  qpdf_oh viewer = pdf_get_dictionary(pdf, catalog, "/ViewerPreferences");
  pdf_put_text(pdf, catalog, "/Lang", language_code(language));
  qpdf_oh_replace_key(pdf, viewer, "/DisplayDocTitle", qpdf_oh_new_bool(pdf, QPDF_TRUE));
  if (qpdf_oh_has_key(pdf, catalog, "/Outlines"))
    pdf_put_name(pdf, catalog, "/PageMode", "/UseOutlines");
}

/* Tab goes through links in the order of reading. */
static void tell_pages(qpdf_data pdf) {
  int count = qpdf_get_num_pages(pdf);
  for (int i = 0; i < count; i++)
    pdf_put_name(pdf, qpdf_get_page_n(pdf, (size_t)i), "/Tabs", "/S");
}

/* What libqpdf kept: an error, or a doubt, which is one too for bytes of our own making. */
static bool take_error(qpdf_data pdf, GError **error) {
  qpdf_error found = NULL;
  if (qpdf_has_error(pdf))
    found = qpdf_get_error(pdf);
  else if (qpdf_more_warnings(pdf))
    found = qpdf_next_warning(pdf);
  if (found == NULL)
    return false;
  g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "PDF: %s",
              qpdf_get_error_message_detail(pdf, found));
  return true;
}

static bool tell_all(qpdf_data pdf, const PdfFinish *what, GError **error) {
  char iso_date[DATE_TEXT_SIZE], pdf_date[PDF_DATE_SIZE];
  guint told = what->alternatives != NULL ? what->alternatives->len : 0;
  write_dates(what->made_date, iso_date, pdf_date);
  qpdf_set_info_key(pdf, "/CreationDate", pdf_date);
  tell_catalog(pdf, what->language);
  tell_pages(pdf);
  guint figures = pdf_tell_structure(pdf, what->alternatives);
  pdf_add_metadata(pdf, what->language, iso_date);
  pdf_attach_files(pdf, what->attachments, what->attachment_count, pdf_date);
  if (take_error(pdf, error))
    return false;
  if (figures != told) {
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "PDF: %u figures, %u texts", figures,
                told);
    return false;
  }
  return true;
}

static GBytes *write_all(qpdf_data pdf, GError **error) {
  qpdf_init_write_memory(pdf);
  qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
  qpdf_set_minimum_pdf_version(pdf, "1.7");
  qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
  qpdf_write(pdf);
  if (take_error(pdf, error))
    return NULL;
  return g_bytes_new(qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf));
}

GBytes *pdf_finish(GBytes *pdf, const PdfFinish *what, GError **error) {
  g_return_val_if_fail(pdf != NULL && what != NULL, NULL);
  gsize length;
  const char *bytes = g_bytes_get_data(pdf, &length);
  GBytes *finished = NULL;
  qpdf_data read = qpdf_init();
  qpdf_silence_errors(read);
  qpdf_set_suppress_warnings(read, QPDF_TRUE);
  qpdf_set_attempt_recovery(read, QPDF_FALSE);
  qpdf_read_memory(read, "PDF", bytes != NULL ? bytes : "", length, NULL);
  if (!take_error(read, error) && tell_all(read, what, error))
    finished = write_all(read, error);
  qpdf_cleanup(&read);
  return finished;
}
