/* pdf_finish by itself: what it adds is read back by libqpdf from small documents of cairo's, bytes
 * that are no PDF are refused with one line, and nothing depends on a clock or leaks. */
#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "ui/pdf/pdf-finish.h"
#include "ui/pdf/pdf-parts.h"

#define MADE_DATE 20779 /* 2026-11-22 */

static cairo_status_t append_bytes(void *closure, const unsigned char *data, unsigned int length) {
  g_byte_array_append(closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void put(cairo_t *cr, const char *tag, const char *text) {
  cairo_tag_begin(cr, tag, NULL);
  cairo_move_to(cr, 20.0, 20.0);
  cairo_show_text(cr, text);
  cairo_tag_end(cr, tag);
}

/* cells: a letter a cell, h or d; a space ends a row. */
static void put_table(cairo_t *cr, const char *cells) {
  cairo_tag_begin(cr, "Table", NULL);
  cairo_tag_begin(cr, "TR", NULL);
  for (const char *at = cells; *at != '\0'; at++) {
    if (*at == ' ') {
      cairo_tag_end(cr, "TR");
      cairo_tag_begin(cr, "TR", NULL);
    } else {
      put(cr, *at == 'h' ? "TH" : "TD", "cell");
    }
  }
  cairo_tag_end(cr, "TR");
  cairo_tag_end(cr, "Table");
}

/* A tagged page of so many figures, and a table unless cells is NULL. */
static GBytes *make_pdf(const char *title, int figures, const char *cells) {
  GByteArray *bytes = g_byte_array_new();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append_bytes, bytes, 300.0, 300.0);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-11-22");
  cairo_t *cr = cairo_create(surface);
  cairo_tag_begin(cr, "Document", NULL);
  for (int i = 0; i < figures; i++)
    put(cr, "Figure", "picture");
  if (cells != NULL)
    put_table(cr, cells);
  cairo_tag_end(cr, "Document");
  cairo_show_page(cr);
  cairo_destroy(cr);
  cairo_surface_finish(surface);
  g_assert_cmpint(cairo_surface_status(surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy(surface);
  return g_byte_array_free_to_bytes(bytes);
}

static qpdf_data open_pdf(GBytes *pdf) {
  gsize length;
  const char *bytes = g_bytes_get_data(pdf, &length);
  qpdf_data read = qpdf_init();
  qpdf_silence_errors(read);
  qpdf_set_suppress_warnings(read, QPDF_TRUE);
  g_assert_cmpint(qpdf_read_memory(read, "test", bytes, length, NULL), ==, QPDF_SUCCESS);
  return read;
}

static GBytes *finish(GBytes *pdf, const PdfFinish *what) {
  g_autoptr(GError) error = NULL;
  GBytes *finished = pdf_finish(pdf, what, &error);
  g_assert_no_error(error);
  return finished;
}

/* One kid is written without its array. */
static qpdf_oh kid_at(qpdf_data pdf, qpdf_oh kids, int index) {
  return qpdf_oh_is_array(pdf, kids) ? qpdf_oh_get_array_item(pdf, kids, index) : kids;
}

static int kid_count(qpdf_data pdf, qpdf_oh kids) {
  return qpdf_oh_is_array(pdf, kids) ? qpdf_oh_get_array_n_items(pdf, kids) : 1;
}

/* The value at the end of keys and indexes: "/StructTreeRoot /K 0 /S". */
static qpdf_oh value_at(qpdf_data pdf, const char *path) {
  qpdf_oh value = qpdf_get_root(pdf);
  g_auto(GStrv) steps = g_strsplit(path, " ", -1);
  for (char **step = steps; *step != NULL; step++) {
    if (qpdf_oh_is_stream(pdf, value))
      value = qpdf_oh_get_dict(pdf, value);
    value =
        (*step)[0] == '/' ? qpdf_oh_get_key(pdf, value, *step) : kid_at(pdf, value, atoi(*step));
  }
  return value;
}

static void assert_text(qpdf_data pdf, const char *path, const char *expected) {
  g_assert_cmpstr(qpdf_oh_get_utf8_value(pdf, value_at(pdf, path)), ==, expected);
}

static void assert_name(qpdf_data pdf, const char *path, const char *expected) {
  g_assert_cmpstr(qpdf_oh_get_name(pdf, value_at(pdf, path)), ==, expected);
}

static void test_catalog(void) {
  g_autoptr(GBytes) pdf = make_pdf("Été (spa) \\ « deux »", 0, NULL);
  for (int language = 0; language < LANGUAGE_COUNT; language++) {
    g_autoptr(GBytes) finished = finish(pdf, &(PdfFinish){(Language)language, MADE_DATE});
    qpdf_data read = open_pdf(finished);
    assert_text(read, "/Lang", language == LANGUAGE_FR ? "fr-CA" : "en-CA");
    g_assert_true(qpdf_oh_get_bool_value(read, value_at(read, "/ViewerPreferences "
                                                              "/DisplayDocTitle")));
    assert_name(read, "/Pages /Kids 0 /Tabs", "/S");
    assert_name(read, "/Metadata /Subtype", "/XML");
    g_assert_cmpstr(qpdf_get_info_key(read, "/CreationDate"), ==, "D:20261122");
    qpdf_cleanup(&read);
  }
}

static void test_figures(void) {
  static const char *const texts[] = {"Cash (falls) to −4 200 $", "\\ \"quotes\" ’", "third"};
  g_autoptr(GPtrArray) told = g_ptr_array_new();
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    g_ptr_array_add(told, (gpointer)texts[i]);
  g_autoptr(GBytes) pdf = make_pdf("Figures", 3, NULL);
  g_autoptr(GBytes) finished = finish(pdf, &(PdfFinish){LANGUAGE_FR, MADE_DATE, told});
  qpdf_data read = open_pdf(finished);
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autofree char *path = g_strdup_printf("/StructTreeRoot /K 0 /K %zu /Alt", i);
    assert_text(read, path, texts[i]);
  }
  qpdf_cleanup(&read);
}

static void add_scope(GString *scopes, qpdf_data pdf, qpdf_oh attributes) {
  if (!qpdf_oh_is_dictionary(pdf, attributes)) {
    g_string_append_c(scopes, '-');
    return;
  }
  qpdf_oh owner = qpdf_oh_get_key(pdf, attributes, "/O");
  qpdf_oh scope = qpdf_oh_get_key(pdf, attributes, "/Scope");
  qpdf_oh columns = qpdf_oh_get_key(pdf, attributes, "/ColSpan");
  g_assert_true(qpdf_oh_is_name_and_equals(pdf, owner, "/Table"));
  g_string_append_c(scopes, qpdf_oh_is_name_and_equals(pdf, scope, "/Column") ? 'c' : 'r');
  if (qpdf_oh_is_integer(pdf, columns))
    g_string_append_printf(scopes, "%lld", qpdf_oh_get_int_value(pdf, columns));
}

/* A letter a cell, a space a row: c or r for the scope of a head, with its columns where it spans
 * several; - for none. Free with g_free. */
static char *scopes_of(const char *cells) {
  g_autoptr(GBytes) pdf = make_pdf("Table", 0, cells);
  g_autoptr(GBytes) finished = finish(pdf, &(PdfFinish){LANGUAGE_EN, MADE_DATE});
  qpdf_data read = open_pdf(finished);
  GString *scopes = g_string_new(NULL);
  qpdf_oh rows = value_at(read, "/StructTreeRoot /K 0 /K 0 /K");
  for (int r = 0; r < kid_count(read, rows); r++) {
    qpdf_oh row = qpdf_oh_get_key(read, kid_at(read, rows, r), "/K");
    g_string_append(scopes, r > 0 ? " " : "");
    for (int c = 0; c < kid_count(read, row); c++)
      add_scope(scopes, read, qpdf_oh_get_key(read, kid_at(read, row, c), "/A"));
  }
  qpdf_cleanup(&read);
  return g_string_free(scopes, FALSE);
}

static void test_scopes(void) {
  static const char *const cases[][2] = {
      {"hhh hdd hdd", "ccc r-- r--"},
      {"hhh h hdd hdd", "ccc c3 r-- r--"},
      {"h hdd hdd", "c3 r-- r--"}, /* its first row is a heading */
      {"hdd hdd", "r-- r--"},      /* no head */
      {"ddd", "---"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *scopes = scopes_of(cases[i][0]);
    g_assert_cmpstr(scopes, ==, cases[i][1]);
  }
}

static void test_attachments(void) {
  static const char binary[] = "\0\r\n%%EOF endstream\377 é";
  g_autoptr(GBytes) empty = g_bytes_new(NULL, 0);
  g_autoptr(GBytes) some = g_bytes_new_static(binary, sizeof binary);
  g_autofree char *name_long = g_strnfill(200, 'x');
  const PdfAttachment files[] = {
      {"é (b) \\ \".csv", "Écritures", "text/csv", "Supplement", some},
      {name_long, "Nothing", "text/plain", "Data", empty},
      {"a.json", "The plan", "application/json", "Source", some},
  };
  g_autoptr(GBytes) pdf = make_pdf("Files", 0, NULL);
  const PdfFinish what = {LANGUAGE_FR, MADE_DATE, NULL, files, G_N_ELEMENTS(files)};
  g_autoptr(GBytes) finished = finish(pdf, &what);
  qpdf_data read = open_pdf(finished);
  static const int sorted[] = {2, 1, 0}; /* as PDFs sort: PDFDocEncoding here */
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    const PdfAttachment *file = &files[sorted[i]];
    g_autofree char *name = g_strdup_printf("/Names /EmbeddedFiles /Names %zu", 2 * i);
    g_autofree char *stream_path =
        g_strdup_printf("/Names /EmbeddedFiles /Names %zu /EF /F", 2 * i + 1);
    assert_text(read, name, file->name);
    qpdf_oh stream = value_at(read, stream_path);
    unsigned char *bytes = NULL;
    size_t length;
    qpdf_oh_get_stream_data(read, stream, qpdf_dl_all, NULL, &bytes, &length);
    g_assert_cmpmem(bytes, length, g_bytes_get_data(file->bytes, NULL),
                    g_bytes_get_size(file->bytes));
    free(bytes);
    qpdf_oh size = qpdf_oh_get_key(
        read, qpdf_oh_get_key(read, qpdf_oh_get_dict(read, stream), "/Params"), "/Size");
    g_assert_cmpint(qpdf_oh_get_int_value(read, size), ==, (long long)length);
    g_autofree char *relationship = g_strdup_printf("/AF %zu /AFRelationship", i);
    g_assert_cmpstr(qpdf_oh_get_name(read, value_at(read, relationship)) + 1, ==,
                    files[i].relationship);
  }
  qpdf_cleanup(&read);
}

static void keep_text(GMarkupParseContext *context, const char *text, gsize length, gpointer data,
                      GError **error) {
  g_string_append_len(data, text, (gssize)length);
}

/* Any title stands in the XMP as it is, but for what no XML may hold. */
static void test_metadata(void) {
  static const char *const cases[][2] = {
      {"<b> & \"deux\" ' ]]> (a) \\", "<b> & \"deux\" ' ]]> (a) \\"},
      {"Ωμέγα « à l’œuvre » \xf0\x9f\x92\x86", "Ωμέγα « à l’œuvre » \xf0\x9f\x92\x86"},
      {"bell\a and\x1b escape", "bell  and  escape"},
      {"broken \xff byte", "broken \xef\xbf\xbd byte"},
  };
  static const GMarkupParser parser = {.text = keep_text};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *xmp = pdf_metadata_text(&(PdfMetadata){"fr-CA", .title = cases[i][0]});
    g_autoptr(GString) said = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    const char *body = strstr(xmp, "<x:xmpmeta");
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, said, NULL);
    g_markup_parse_context_parse(context, body, strstr(xmp, "<?xpacket end") - body, &error);
    g_markup_parse_context_end_parse(context, &error);
    g_assert_no_error(error);
    g_assert_nonnull(strstr(said->str, cases[i][1]));
  }
}

static void test_repeats(void) {
  g_autoptr(GBytes) bytes = g_bytes_new_static("x", 1);
  const PdfAttachment file = {"a", "b", "text/plain", "Data", bytes};
  g_autoptr(GBytes) pdf = make_pdf("Twice", 0, "hh hd");
  PdfFinish what = {LANGUAGE_EN, MADE_DATE, NULL, &file, 1};
  g_autoptr(GBytes) first = pdf_finish(pdf, &what, NULL);
  for (gint64 begin = g_get_real_time() / G_USEC_PER_SEC;
       g_get_real_time() / G_USEC_PER_SEC == begin;)
    g_usleep(20000); /* the clock's next second, should it be asked */
  g_autoptr(GBytes) second = pdf_finish(pdf, &what, NULL);
  g_assert_true(g_bytes_equal(first, second));
  what.made_date++;
  g_autoptr(GBytes) later = pdf_finish(pdf, &what, NULL);
  g_assert_false(g_bytes_equal(first, later));
}

static void assert_refused(const void *bytes, gsize length, const GPtrArray *alternatives) {
  g_autoptr(GBytes) pdf = g_bytes_new(bytes, length);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) finished =
      pdf_finish(pdf, &(PdfFinish){LANGUAGE_EN, MADE_DATE, alternatives}, &error);
  g_assert_null(finished);
  g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  g_assert_true(g_str_has_prefix(error->message, "PDF: ") && strlen(error->message) > 8);
  g_assert_null(strchr(error->message, '\n'));
}

static void test_refused(void) {
  gsize length;
  g_autoptr(GBytes) pdf = make_pdf("Cut", 1, "hh hd");
  const char *bytes = g_bytes_get_data(pdf, &length);
  g_autoptr(GPtrArray) one = g_ptr_array_new();
  g_ptr_array_add(one, (gpointer) "one");
  assert_refused("", 0, NULL);
  assert_refused("%PDF-1.5", 8, NULL);
  assert_refused("Not a PDF at all.\n", 18, NULL);
  for (gsize cut = 0; cut + 8 < length; cut += 61)
    assert_refused(bytes, cut, one);
  assert_refused(bytes, length, NULL); /* a figure without its text */
  g_ptr_array_add(one, (gpointer) "two");
  assert_refused(bytes, length, one); /* a text without its figure */
}

/* One byte of it wrong: refused or written, and never more than that. */
static void test_wrong_bytes(void) {
  gsize length;
  g_autoptr(GBytes) pdf = make_pdf("Wrong", 1, "hh h hd");
  const guint8 *bytes = g_bytes_get_data(pdf, &length);
  g_autoptr(GPtrArray) one = g_ptr_array_new();
  int refused = 0;
  g_ptr_array_add(one, (gpointer) "one");
  for (gsize at = 0; at < length; at += 7) {
    g_autofree guint8 *wrong = g_memdup2(bytes, length);
    wrong[at] ^= 0x15;
    g_autoptr(GBytes) input = g_bytes_new(wrong, length);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) finished =
        pdf_finish(input, &(PdfFinish){LANGUAGE_EN, MADE_DATE, one}, &error);
    g_assert_true((finished == NULL) == (error != NULL));
    refused += error != NULL;
  }
  g_assert_cmpint(refused, >, 20);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pdf-finish/catalog", test_catalog);
  g_test_add_func("/pdf-finish/figures", test_figures);
  g_test_add_func("/pdf-finish/scopes", test_scopes);
  g_test_add_func("/pdf-finish/attachments", test_attachments);
  g_test_add_func("/pdf-finish/metadata", test_metadata);
  g_test_add_func("/pdf-finish/repeats", test_repeats);
  g_test_add_func("/pdf-finish/refused", test_refused);
  g_test_add_func("/pdf-finish/wrong-bytes", test_wrong_bytes);
  return g_test_run();
}
