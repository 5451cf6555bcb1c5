/* Room: app. Knows: words, paper, session. What was asked on the command line, as data. */
#pragma once

#include <stdbool.h>

#include "ui/paper/csv-row.h"
#include "ui/paper/journal-file.h"
#include "ui/paper/report.h"
#include "model/decide/offers.h"
#include "ui/chart/chart.h"
#include "ui/session/risk-job.h"
#include "ui/words/words.h"

typedef enum { EXIT_FINE, EXIT_PROBLEMS, EXIT_USAGE, EXIT_SYSTEM } ExitCode;

typedef enum {
  OPTION_PLAN_NAME = 1 << 0,
  OPTION_SET = 1 << 1,
  OPTION_LANG = 1 << 2,
  OPTION_PDF = 1 << 3,
  OPTION_PAPER = 1 << 4,
  OPTION_KIND = 1 << 5,
  OPTION_FORMAT = 1 << 6,
  OPTION_OUT = 1 << 7,
  OPTION_YEARS = 1 << 8,
  OPTION_SEED = 1 << 9,
  OPTION_THREADS = 1 << 10,
  OPTION_NO_UNCERTAINTY = 1 << 11,
  OPTION_YEARS_OR_USUAL = 1 << 12, /* --years too: VERDICT_YEARS unless said */
  OPTION_YEARS_OR_NONE = 1 << 13,  /* likewise, and may be 0 */
  OPTION_CHART_KIND = 1 << 14,     /* --kind too */
  OPTION_PNG = 1 << 15,
  OPTION_SVG = 1 << 16,
  OPTION_SLIP = 1 << 17,
  OPTION_XLSX = 1 << 18,
  OPTION_CSV_DIR = 1 << 19,
  OPTION_CSV_FLAVOUR = 1 << 20,
} OptionMask;
#define OPTIONS_OF_LUCK (OPTION_SEED | OPTION_THREADS | OPTION_NO_UNCERTAINTY)
#define OPTIONS_OF_PAPER                                                                           \
  (OPTION_PDF | OPTION_SLIP | OPTION_PAPER | OPTION_XLSX | OPTION_CSV_DIR | OPTION_CSV_FLAVOUR)
#define OPTIONS_OF_RISK (OPTION_YEARS | OPTIONS_OF_LUCK)
#define OPTIONS_OF_ANSWERS (OPTION_YEARS_OR_USUAL | OPTIONS_OF_LUCK)
#define OPTIONS_OF_VERDICT (OPTION_YEARS_OR_NONE | OPTIONS_OF_LUCK)
#define VERDICT_YEARS 1000

#define MORE_PLANS_MAX (OFFERS_MAX - 1)

typedef struct {
  Language language;
  PaperSize paper;
  bool help;
  const char *plan;                       /* PLAN as written; "-" is standard input; NULL: none */
  const char *more_plans[MORE_PLANS_MAX]; /* after it */
  int more_plans_count;
  const char *plan_name; /* of a workspace; NULL: the current one, else the first */
  const char *pdf_path, *slip_path, *xlsx_path, *csv_folder;
  CsvFlavour csv_flavour; /* given, or the language's */
  bool has_chart_kind;
  ChartKind chart_kind;
  const char *png_path, *svg_path;
  const char *out_path; /* NULL or "-": standard output */
  bool has_kind, has_format;
  JournalKind journal_kind;
  JournalFormat journal_format;
  unsigned given;   /* of OptionMask */
  RiskOptions risk; /* years 0: none */
  GPtrArray *sets;  /* "path=value", borrowed, in their order */
} CliOptions;

/* The language of LANGUAGE, LC_ALL, LC_MESSAGES or LANG, the first that says anything. */
Language cli_language_of_environment(void);

/* Reads what follows the command's name. `allowed` are its options, plans_most how many PLANs it
 * takes: 0, or at least one. Options and PLAN come in any order; "--name=value" and "--name value"
 * are the same; after
 * "--" nothing is an option. False having complained. Clear with cli_options_clear. */
bool cli_options_parse(CliOptions *options, int count, char **words, unsigned allowed,
                       int plans_most);
void cli_options_clear(CliOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CliOptions, cli_options_clear)

/* One line on stderr: "aubaine-cli: subject: message"; subject may be NULL. Answers the code. */
ExitCode cli_complain(ExitCode code, const char *subject, const char *message);
