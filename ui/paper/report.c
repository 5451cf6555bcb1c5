/* Room: paper. Knows: the parts and their order, cairo's PDF surface. Must not know: what they say.
 */
#include "ui/paper/report.h"

#include <cairo-pdf.h>

#include "ui/paper/report-parts.h"
#include "ui/paper/safe-file.h"

/* What stands on every page; borrowed by PageFrame. */
typedef struct {
  char *identity, *prepared, *program;
} RunningText;

static void running_text_fill(RunningText *text, const Plan *plan, const Results *results,
                              const ReportOptions *options) {
  g_autofree char *date = say_date(options->language, options->prepared_date);
  uint64_t print = results->plan_fingerprint;
  g_autofree char *fingerprint = g_strdup_printf(
      "%04x %04x %04x %04x", (unsigned)(print >> 48 & 0xffff), (unsigned)(print >> 32 & 0xffff),
      (unsigned)(print >> 16 & 0xffff), (unsigned)(print & 0xffff));
  text->identity = report_identity_text(options->language, plan);
  text->prepared = g_strdup_printf(say(options->language, "Prepared on %s"), date);
  text->program = g_strdup_printf(say(options->language, "Aubaine %s · plan fingerprint %s"),
                                  AUBAINE_VERSION, fingerprint);
}

static void running_text_clear(RunningText *text) {
  g_free(text->identity);
  g_free(text->prepared);
  g_free(text->program);
}

static void set_metadata(cairo_surface_t *surface, const Plan *plan, const ReportOptions *options) {
  char created[DATE_TEXT_SIZE];
  date_format_iso(options->prepared_date, created);
  g_autofree char *title = g_strdup_printf("%s – %s", say_name(options->language, plan->name),
                                           say_name(options->language, plan->business.name));
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR,
                                 say_name(options->language, plan->business.name));
  cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_SUBJECT,
      say(options->language, "Owner’s projection of a group-buy deal, not audited or reviewed"));
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Aubaine " AUBAINE_VERSION);
  /* Given, so that cairo does not ask the clock. */
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

/* All parts on one run of pages, which it frees; how many there were. */
static int run_pages(Page *pages, Report *report) {
  g_autoptr(Page) page = pages;
  report->page = page;
  page_turn(page, false);
  page_tag_begin(page, "Document");
  report_add_first_page(report);
  report_add_comparison(report);
  report_add_signing(report);
  report_add_months(report);
  report_add_books(report);
  report_add_charts(report);
  report_add_questions(report);
  report_add_assumptions(report);
  report_add_explanations(report);
  page_tag_end(page, "Document");
  report->page = NULL;
  return page_count(page);
}

static cairo_status_t append_bytes(void *closure, const unsigned char *data, unsigned int length) {
  g_byte_array_append(closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What every run over the pages needs, and how many there are. */
typedef struct {
  RunningText running;
  PageFrame frame;
  Books *books;
  Type *type;
  int assumptions_page, page_total;
  Report report;
} Layout;

static void layout_fill(Layout *layout, const Study *study, const Problems *warnings,
                        const ReportOptions *options) {
  const Plan *plan = study->plan;
  const Results *results = study->results;
  RunningText *running = &layout->running;
  running_text_fill(running, plan, results, options);
  layout->frame =
      (PageFrame){options->paper, running->identity, running->prepared, running->program};
  layout->assumptions_page = 0;
  layout->books = books_new(plan, results);
  layout->report = (Report){NULL,    options->language, study,    plan,
                            results, layout->books,     warnings, &layout->assumptions_page};
  layout->type = type_new();
  layout->page_total = run_pages(page_new(NULL, layout->type, &layout->frame, 0), &layout->report);
}

static void layout_clear(Layout *layout) {
  running_text_clear(&layout->running);
  books_free(layout->books);
  type_free(layout->type);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Layout, layout_clear)

GBytes *report_make_pdf(const Study *study, const Problems *warnings, const ReportOptions *options,
                        GError **error) {
  g_return_val_if_fail(study != NULL && options != NULL, NULL);
  g_auto(Layout) layout;
  layout_fill(&layout, study, warnings, options);
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append_bytes, bytes, 612.0, 792.0);
  set_metadata(surface, study->plan, options);
  cairo_t *cr = cairo_create(surface);
  run_pages(page_new(cr, layout.type, &layout.frame, layout.page_total), &layout.report);
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
  return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

static void sheet_free(gpointer sheet) {
  cairo_surface_destroy(sheet);
}

GPtrArray *report_make_sheets(const Study *study, const Problems *warnings,
                              const ReportOptions *options) {
  g_return_val_if_fail(study != NULL && options != NULL, NULL);
  g_auto(Layout) layout;
  layout_fill(&layout, study, warnings, options);
  GPtrArray *sheets = g_ptr_array_new_with_free_func(sheet_free);
  run_pages(page_new_of_sheets(sheets, layout.type, &layout.frame, layout.page_total),
            &layout.report);
  return sheets;
}

gboolean report_write_pdf(const char *path, const Study *study, const Problems *warnings,
                          const ReportOptions *options, GError **error) {
  g_autoptr(GBytes) pdf = report_make_pdf(study, warnings, options, error);
  gsize length;
  if (pdf == NULL)
    return FALSE;
  const void *bytes = g_bytes_get_data(pdf, &length);
  return safe_file_write(path, bytes, length, error);
}
