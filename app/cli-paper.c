/* Room: app. Knows: paper, cli-decide. Must not know: what stands on a page. */
#include "app/cli-paper.h"

#include <string.h>

#include "app/cli-decide.h"
#include "app/cli-plan.h"
#include "ui/paper/safe-file.h"
#include "ui/paper/slip.h"
#include "ui/sheet/csv-files.h"
#include "ui/sheet/workbook.h"

static bool find_prepared_date(int32_t *date) {
  const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
  gint64 seconds;
  g_autoptr(GDateTime) now = NULL;
  if (!epoch)
    now = g_date_time_new_now_local();
  else if (g_ascii_string_to_signed(epoch, 10, 0, G_MAXINT32 * G_GINT64_CONSTANT(2), &seconds,
                                    NULL))
    now = g_date_time_new_from_unix_utc(seconds);
  if (!now)
    return false;
  *date = date_from_ymd(g_date_time_get_year(now), g_date_time_get_month(now),
                        g_date_time_get_day_of_month(now));
  return true;
}

bool cli_find_paper(const CliOptions *options, ReportOptions *report) {
  *report = (ReportOptions){.language = options->language, .paper = options->paper};
  if (find_prepared_date(&report->prepared_date))
    return true;
  cli_complain(EXIT_USAGE, "SOURCE_DATE_EPOCH",
               say(options->language, "This is not a count of seconds since 1970."));
  return false;
}

typedef GBytes *(*PaperMaker)(const Decided *decided, const ReportOptions *report, GError **error);

static GBytes *make_report(const Decided *decided, const ReportOptions *report, GError **error) {
  return report_make_pdf(&decided->study, &decided->evaluation->problems, report, error);
}

static GBytes *make_slip(const Decided *decided, const ReportOptions *report, GError **error) {
  return slip_make_pdf(&decided->study, report, error);
}

static GBytes *make_workbook(const Decided *decided, const ReportOptions *report, GError **error) {
  WorkbookOptions workbook = {report->language, report->prepared_date};
  return workbook_make(&decided->study, &workbook, error);
}

static ExitCode write_csv(const CliOptions *options, const Study *study) {
  CsvFlavour usual = options->language == LANGUAGE_FR ? CSV_EXCEL_FR : CSV_STANDARD;
  CsvOptions csv = {options->language,
                    options->given & OPTION_CSV_FLAVOUR ? options->csv_flavour : usual};
  g_autoptr(GError) error = NULL;
  g_autofree char *failed_path = NULL;
  if (csv_files_write(options->csv_folder, study, &csv, &failed_path, &error))
    return EXIT_FINE;
  return cli_complain_of(options, failed_path, error);
}

ExitCode cli_deliver(const CliOptions *options, const char *path, GBytes *bytes, GError *error) {
  if (bytes && strcmp(path, "-") == 0)
    return cli_write(options->language, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  if (bytes &&
      safe_file_write(path, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), &error))
    return EXIT_FINE;
  ExitCode code = cli_complain_of(options, path, error);
  g_clear_error(&error);
  return code;
}

ExitCode cli_report(const CliOptions *options) {
  const struct {
    const char *path;
    PaperMaker make;
  } papers[] = {{options->pdf_path, make_report},
                {options->slip_path, make_slip},
                {options->xlsx_path, make_workbook}};
  ReportOptions report;
  if (!options->pdf_path && !options->slip_path && !options->xlsx_path && !options->csv_folder)
    return cli_complain(EXIT_USAGE, NULL,
                        say(options->language,
                            "Where to? Give --pdf, --xlsx or --slip with a FILE, or "
                            "--csv-dir with a FOLDER."));
  if (!cli_find_paper(options, &report))
    return EXIT_USAGE;
  CliOptions asked = *options;
  if (!options->pdf_path && !options->slip_path)
    asked.risk.years = 0; /* the tables are of the plan year */
  g_auto(Decided) decided = {0};
  ExitCode code = cli_find_decided(&asked, DECIDE_PARTS_OF_VERDICT, &decided);
  for (gsize i = 0; i < G_N_ELEMENTS(papers) && code == EXIT_FINE; i++) {
    if (!papers[i].path)
      continue;
    GError *error = NULL;
    g_autoptr(GBytes) bytes = papers[i].make(&decided, &report, &error);
    code = cli_deliver(options, papers[i].path, bytes, error);
  }
  if (options->csv_folder && code == EXIT_FINE)
    code = write_csv(options, &decided.study);
  return code;
}
