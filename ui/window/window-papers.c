/* Room: window. Knows: session, paper, sheet, file door, application. Must not know: what stands on
 * a page. */
#include "ui/window/window-papers.h"

#include "ui/paper/comparison.h"
#include "ui/paper/report.h"
#include "ui/paper/rider.h"
#include "ui/paper/safe-file.h"
#include "ui/paper/slip.h"
#include "ui/sheet/csv-files.h"
#include "ui/sheet/workbook.h"
#include "ui/widget/file-door.h"
#include "ui/window/application.h"
#include "ui/window/print.h"
#include "ui/window/window-actions.h"

static ReportOptions report_options(AubWindow *self) {
  g_autoptr(GDateTime) now = g_date_time_new_now_local();
  return (ReportOptions){.language = aub_application_report_language(aub_window_get_language(self)),
                         .paper = aub_application_paper(),
                         .prepared_date =
                             date_from_ymd(g_date_time_get_year(now), g_date_time_get_month(now),
                                           g_date_time_get_day_of_month(now))};
}

/* NULL without an error: there is nothing to make it of. */
typedef GBytes *(*PaperMaker)(AubSession *session, const ReportOptions *options, GError **error);
typedef gboolean (*PaperWriter)(AubSession *session, const ReportOptions *options, const char *path,
                                GError **error);

static GBytes *make_report(AubSession *session, const ReportOptions *options, GError **error) {
  Problems warnings;
  plan_check(aub_session_get_computed_plan(session), &warnings);
  const Study study = aub_session_get_study(session);
  return report_make_pdf(&study, &warnings, options, error);
}

static GBytes *make_workbook(AubSession *session, const ReportOptions *options, GError **error) {
  const WorkbookOptions sheets = {options->language, options->prepared_date};
  const Study study = aub_session_get_study(session);
  return workbook_make(&study, &sheets, error);
}

static GBytes *make_slip(AubSession *session, const ReportOptions *options, GError **error) {
  const Study study = aub_session_get_study(session);
  return slip_make_pdf(&study, options, error);
}

static GBytes *make_rider(AubSession *session, const ReportOptions *options, GError **error) {
  const Study study = aub_session_get_study(session);
  return rider_make_pdf(&study, options, error);
}

static GBytes *make_comparison(AubSession *session, const ReportOptions *options, GError **error) {
  const Study study = aub_session_get_study(session);
  const Plan *plans[OFFERS_MAX];
  int count = aub_session_load_offers(session, plans);
  GBytes *pdf = study.offers && study.offers->offer_count == count
                    ? comparison_make_pdf(&study, plans, options, error)
                    : NULL;
  for (int i = 1; i < count; i++)
    g_free((Plan *)plans[i]);
  return pdf;
}

/* A folder. In French as a spreadsheet in French opens it at once. */
static gboolean write_tables(AubSession *session, const ReportOptions *options, const char *path,
                             GError **error) {
  const CsvOptions tables = {options->language,
                             options->language == LANGUAGE_FR ? CSV_EXCEL_FR : CSV_STANDARD};
  const Study study = aub_session_get_study(session);
  return csv_files_write(path, &study, &tables, NULL, error);
}

typedef struct {
  const char *action;
  const char *title; /* N_(): of the dialog, and behind the deal's name in the file's */
  const char *ending;
  PaperMaker make;     /* of the bytes of a file; NULL: write does all */
  PaperWriter write;   /* NULL: the bytes as they are */
  const char *nothing; /* N_(): why there are no bytes */
} Paper;

static const Paper papers[] = {
    {"export-pdf", N_("PDF for your accountant"), ".pdf", make_report, NULL, NULL},
    {"export-workbook", N_("Spreadsheet for your accountant"), ".xlsx", make_workbook, NULL, NULL},
    {"export-tables", N_("Tables as CSV"), "", NULL, write_tables, NULL},
    {"export-slip", N_("Counter slip"), ".pdf", make_slip, NULL, NULL},
    {"export-rider", N_("Rider to the contract"), ".pdf", make_rider, NULL,
     N_("Nothing is to be asked for, or the contract is still being weighed.")},
    {"export-comparison", N_("Deals side by side"), ".pdf", make_comparison, NULL,
     N_("Choose the deals to compare first, on the page Offers.")},
};

typedef struct {
  AubWindow *window; /* held */
  const Paper *paper;
} Export;

static void export_free(gpointer data) {
  g_object_unref(((Export *)data)->window);
  g_free(data);
}

/* FALSE without an error: there is nothing to write. */
static gboolean write_bytes(const Paper *paper, AubSession *session, const ReportOptions *options,
                            const char *path, GError **error) {
  g_autoptr(GBytes) bytes = paper->make(session, options, error);
  return bytes &&
         safe_file_write(path, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), error);
}

static void write_paper(const char *path, gpointer data) {
  const Export *export = data;
  const Paper *paper = export->paper;
  AubWindow *self = export->window;
  const ReportOptions options = report_options(self);
  AubSession *session = aub_window_get_session(self);
  g_autoptr(GError) error = NULL;
  gboolean written = paper->write ? paper->write(session, &options, path, &error)
                                  : write_bytes(paper, session, &options, path, &error);
  if (written)
    window_actions_tell_saved(self, path);
  else if (error)
    window_actions_tell_error(self, error);
  else
    aub_window_say(self, say(aub_window_get_language(self), paper->nothing));
}

/* "Spa duo.pdf" of the report itself, "Spa duo – Counter slip.pdf" of the others. */
static char *propose_name(AubWindow *self, const Paper *paper) {
  Language language = aub_application_report_language(aub_window_get_language(self));
  const Plan *plan = aub_session_get_computed_plan(aub_window_get_session(self));
  const char *deal = say_name(language, plan->name);
  char *name = paper == &papers[0]
                   ? g_strconcat(deal, paper->ending, NULL)
                   : g_strconcat(deal, " – ", say(language, paper->title), paper->ending, NULL);
  return g_strdelimit(name, "/\\:*?\"<>|", '-');
}

static void export_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  Language language = aub_window_get_language(self);
  for (gsize i = 0; i < G_N_ELEMENTS(papers); i++) {
    if (g_strcmp0(papers[i].action, g_action_get_name(G_ACTION(action))) != 0)
      continue;
    Export *export = g_new(Export, 1);
    *export = (Export){g_object_ref(self), &papers[i]};
    g_autofree char *name = propose_name(self, &papers[i]);
    file_door_save(GTK_WINDOW(self), language, say(language, papers[i].title), name, write_paper,
                   export, export_free);
  }
}

static void print_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubSession *session = aub_window_get_session(data);
  const ReportOptions options = report_options(data);
  Problems warnings;
  plan_check(aub_session_get_computed_plan(session), &warnings);
  const Study study = aub_session_get_study(session);
  g_autoptr(GtkPrintOperation) print = print_new(&study, &warnings, &options);
  g_autoptr(GError) error = NULL;
  gtk_print_operation_run(print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW(data), &error);
  if (error)
    aub_window_say(data, say(aub_window_get_language(data), "The report could not be printed."));
}

void window_papers_add(AubWindow *self) {
  for (gsize i = 0; i < G_N_ELEMENTS(papers); i++) {
    const GActionEntry entry = {.name = papers[i].action, .activate = export_cb};
    g_action_map_add_action_entries(G_ACTION_MAP(self), &entry, 1, self);
  }
  const GActionEntry print = {.name = "print", .activate = print_cb};
  g_action_map_add_action_entries(G_ACTION_MAP(self), &print, 1, self);
}
