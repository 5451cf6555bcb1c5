/* Room: paper. Knows: the parts and their order. Must not know: what they say, how pages are made.
 */
#include "ui/paper/report.h"

#include "ui/paper/document.h"
#include "ui/paper/report-files.h"
#include "ui/paper/report-parts.h"
#include "ui/paper/safe-file.h"

static void flow_report(Page *page, gpointer data) {
  Report *report = data;
  report->page = page;
  report_add_first_page(report);
  report_add_comparison(report);
  report_add_signing(report);
  report_add_months(report);
  report_add_taxes(report);
  report_add_books(report);
  report_add_questions(report);
  report_add_charts(report);
  report_add_annex(report);
  report->page = NULL;
}

/* A report with what stands on each of its pages. */
typedef struct {
  Document document;
  char *identity, *prepared, *program, *title;
  Books *books;
  ReportFiles files;
  int part_page[PART_COUNT];
  Report report;
} Made;

static void made_fill(Made *made, const Study *study, const Problems *warnings,
                      const ReportOptions *options) {
  const Plan *plan = study->plan;
  Language language = options->language;
  made->identity = report_identity_text(language, plan);
  made->prepared = document_prepared_text(language, options->prepared_date);
  made->program = document_program_text(language, study->results->plan_fingerprint);
  made->title = g_strdup_printf("%s – %s", say_name(language, plan->name),
                                say_name(language, plan->business.name));
  made->document = (Document){
      .language = language,
      .prepared_date = options->prepared_date,
      .title = made->title,
      .author = say_name(language, plan->business.name),
      .subject = say(language, "Owner’s projection of a group-buy deal, not audited or reviewed"),
      .frame = {options->paper, made->identity, made->prepared, made->program},
  };
  made->books = books_new(plan, study->results);
  report_files_fill(&made->files, language, plan, made->books);
  made->document.attachments = made->files.files;
  made->document.attachment_count = REPORT_FILE_COUNT;
  /* Of one digit until they are known, so that the measuring run sets as much as the drawing one.
   */
  for (int part = 0; part < PART_COUNT; part++)
    made->part_page[part] = report_has_part(study->results, part);
  made->report =
      (Report){NULL, language, study, plan, study->results, made->books, warnings, made->part_page};
}

static void made_clear(Made *made) {
  books_free(made->books);
  report_files_clear(&made->files);
  g_free(made->identity);
  g_free(made->prepared);
  g_free(made->program);
  g_free(made->title);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Made, made_clear)

GBytes *report_make_pdf(const Study *study, const Problems *warnings, const ReportOptions *options,
                        GError **error) {
  g_return_val_if_fail(study != NULL && options != NULL, NULL);
  g_auto(Made) made;
  made_fill(&made, study, warnings, options);
  return document_make_pdf(&made.document, flow_report, &made.report, error);
}

GPtrArray *report_make_sheets(const Study *study, const Problems *warnings,
                              const ReportOptions *options) {
  g_return_val_if_fail(study != NULL && options != NULL, NULL);
  g_auto(Made) made;
  made_fill(&made, study, warnings, options);
  return document_make_sheets(&made.document, flow_report, &made.report);
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
