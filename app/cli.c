/* Room: app. Knows: every room below. Must not know: how anything is computed or said.
 *
 * aubaine-cli: results on stdout, talk on stderr. Exit 0 fine, 1 the plan has problems (printed as
 * JSON on stdout), 2 wrong usage, 3 a file, the system or unreadable JSON. The clock is read here
 * and nowhere below. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/cli-chart.h"
#include "app/cli-decide.h"
#include "app/cli-paper.h"
#include "app/cli-plan.h"
#include "app/cli-risk.h"
#include "model/store/plan-json.h"
#include "model/store/results-json.h"
#include "ui/paper/journal-file.h"

typedef struct {
  const char *name;
  ExitCode (*run)(const CliOptions *options);
  int plans_most;    /* that it takes; 0: none */
  unsigned allowed;  /* of OptionMask */
  const char *usage; /* what follows the name */
  const char *help;  /* one line */
} Command;

static ExitCode run_example(const CliOptions *options) {
  g_autofree Plan *plan = g_new(Plan, 1);
  plan_example(plan);
  g_autofree char *text = plan_to_json(plan);
  return cli_write_text(options->language, text);
}

static ExitCode run_keys(const CliOptions *options) {
  g_autofree char *text = keys_to_text();
  return cli_write_text(options->language, text);
}

static ExitCode run_check(const CliOptions *options) {
  g_autofree Plan *plan = g_new(Plan, 1);
  Problems problems;
  ExitCode code = cli_read_plan(options, plan);
  if (code != EXIT_FINE)
    return code;
  plan_check(plan, &problems);
  return cli_write_problems(options, &problems);
}

static ExitCode run_evaluate(const CliOptions *options) {
  g_autofree Evaluation *made = NULL;
  ExitCode code = cli_evaluate(options, &made);
  if (code != EXIT_FINE)
    return code;
  g_autofree Risk *risk = cli_run_risk(options, &made->plan);
  Study study = {.plan = &made->plan, .results = &made->results, .risk = risk};
  g_autofree char *text = results_to_json(&study, &made->problems);
  return cli_write_text(options->language, text);
}

/* The proposed name inside a folder, else the path as given. Free with g_free. */
static char *find_journal_path(const char *out_path, const Books *books, const JournalFile *file) {
  if (!g_file_test(out_path, G_FILE_TEST_IS_DIR))
    return g_strdup(out_path);
  g_autofree char *name = journal_file_name(books, file);
  g_autofree char *native = g_filename_from_utf8(name, -1, NULL, NULL, NULL);
  return g_build_filename(out_path, native ? native : name, NULL);
}

static ExitCode write_journal(const CliOptions *options, const Books *books,
                              const JournalFile *file) {
  g_autofree char *note = journal_file_note(books, file);
  if (note)
    cli_complain(EXIT_FINE, NULL, note);
  if (!options->out_path || strcmp(options->out_path, "-") == 0) {
    g_autoptr(GBytes) bytes = journal_file_make(books, file);
    return cli_write(options->language, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  }
  g_autoptr(GError) error = NULL;
  g_autofree char *path = find_journal_path(options->out_path, books, file);
  if (journal_file_write(path, books, file, &error))
    return EXIT_FINE;
  return cli_complain_of(options, path, error);
}

static ExitCode run_journal(const CliOptions *options) {
  if (!options->has_kind)
    return cli_complain(
        EXIT_USAGE, NULL,
        say(options->language, "Which journal? Give --kind model or --kind projected."));
  if (!options->has_format)
    return cli_complain(EXIT_USAGE, NULL,
                        say(options->language,
                            "For which program? Give --format and one of: hledger, ledger, "
                            "beancount, gnucash, quickbooks, sage50, csv, csv-fr."));
  g_autofree Evaluation *made = NULL;
  ExitCode code = cli_evaluate(options, &made);
  if (code != EXIT_FINE)
    return code;
  JournalFile file = {options->journal_kind, options->journal_format, options->language};
  g_autoptr(Books) books = books_new(&made->plan, &made->results);
  return write_journal(options, books, &file);
}

#define USAGE_LETTERS 20 /* the widest of what follows a name */
#define READING (OPTION_PLAN_NAME | OPTION_SET | OPTION_LANG)

static const Command COMMANDS[] = {
    {"example", run_example, 0, OPTION_LANG, "", N_("print the shipped example as JSON")},
    {"keys", run_keys, 0, OPTION_LANG, "",
     N_("print every input and output with its unit and meaning")},
    {"check", run_check, 1, READING, "PLAN", N_("print the plan's problems and warnings as JSON")},
    {"evaluate", run_evaluate, 1, READING | OPTIONS_OF_RISK, "PLAN [--years N]",
     N_("compute the plan, print the results as JSON")},
    {"decide", cli_decide, 1, READING | OPTIONS_OF_LUCK, "PLAN",
     N_("decide: cap, quota, terms to ask for and all else, as JSON")},
    {"compare", cli_compare, OFFERS_MAX,
     OPTION_SET | OPTION_LANG | OPTION_PDF | OPTION_PAPER | OPTIONS_OF_LUCK, "PLAN PLAN…",
     N_("hold two to four offers side by side, same luck, as JSON or --pdf")},
    {"summary", cli_summary, 1, READING | OPTIONS_OF_VERDICT, "PLAN",
     N_("print the verdict, its reasons and the five figures")},
    {"answers", cli_answers, 1, READING | OPTIONS_OF_ANSWERS, "PLAN",
     N_("print the owner’s twenty questions with their answers")},
    {"rider", cli_rider, 1, READING | OPTION_PDF | OPTION_PAPER | OPTIONS_OF_LUCK, "PLAN",
     N_("print what to have written into the contract, or --pdf")},
    {"report", cli_report, 1, READING | OPTIONS_OF_PAPER | OPTIONS_OF_VERDICT, "PLAN --pdf",
     N_("write the accountant’s PDF and tables, the counter slip")},
    {"chart", cli_chart, 1,
     READING | OPTION_CHART_KIND | OPTION_PNG | OPTION_SVG | OPTIONS_OF_VERDICT,
     "PLAN --kind --svg", N_("write a chart as a picture")},
    {"journal", run_journal, 1, READING | OPTION_KIND | OPTION_FORMAT | OPTION_OUT,
     "PLAN --kind --format", N_("write journal entries for an accounting program")},
};

static char *usage_text(Language language) {
  GString *text = g_string_new(NULL);
  g_string_append_printf(text, "%s\n\n",
                         say(language, "Usage: aubaine-cli COMMAND [PLAN] [OPTION]…"));
  for (gsize i = 0; i < G_N_ELEMENTS(COMMANDS); i++)
    g_string_append_printf(text, "  %-8s %s%*s  %s\n", COMMANDS[i].name, COMMANDS[i].usage,
                           USAGE_LETTERS - (int)g_utf8_strlen(COMMANDS[i].usage, -1), "",
                           say(language, COMMANDS[i].help));
  g_string_append_printf(
      text, "\n%s\n",
      say(language,
          "PLAN is a JSON file, a workspace, or - for JSON on standard input.\n"
          "  --plan NAME        which deal of a workspace; else the current one\n"
          "  --set PATH=VALUE   changes an input first; may be repeated\n"
          "  --lang en|fr       language of texts, messages and the PDF\n"
          "  --years N          how many years to simulate, 10,000 at most; evaluate: else none;\n"
          "                     summary, answers, report: else 1,000; 0, but for answers, is\n"
          "                     the plan year alone, at once\n"
          "  --seed S           of their luck; else 1\n"
          "  --threads T        how many at a time; else one a processor\n"
          "  --no-uncertainty   the plan’s figures as they are, the daily luck alone\n"
          "  --pdf FILE, --slip FILE  where the report goes, and the slip for the counter; - is\n"
          "                     standard output\n"
          "  --paper letter|a4  their paper\n"
          "  --xlsx FILE        where the spreadsheet goes; - is standard output\n"
          "  --csv-dir FOLDER, --csv-flavour standard|fr  where its tables go as CSV; fr, of\n"
          "                     --lang fr else, is for Excel in French\n"
          "  --kind model|projected, --format NAME  which journal, for which program: hledger,\n"
          "                     ledger, beancount, gnucash, quickbooks, sage50, csv, csv-fr\n"
          "  --kind NAME, --svg FILE, --png FILE  which chart, and where it goes; chart without\n"
          "                     --kind tells the names\n"
          "  --out FILE         where the journal goes, or its folder; else standard output\n"
          "  --help, --version\n"
          "Exit status: 0 fine, 1 the plan has problems, 2 wrong usage, 3 file or system."));
  return g_string_free(text, FALSE);
}

static ExitCode write_usage(Language language) {
  g_autofree char *text = usage_text(language);
  return cli_write_text(language, text);
}

static ExitCode refuse_usage(Language language, const char *word) {
  g_autofree char *text = usage_text(language);
  if (word)
    cli_complain(EXIT_USAGE, word, say(language, "There is no such command."));
  fputs(text, stderr);
  return EXIT_USAGE;
}

static ExitCode run_command(const Command *command, int count, char **words) {
  g_auto(CliOptions) options = {0};
  if (!cli_options_parse(&options, count, words, command->allowed, command->plans_most))
    return EXIT_USAGE;
  return options.help ? write_usage(options.language) : command->run(&options);
}

/* A file opened later must not become a standard stream that was closed, nor a closed pipe kill. */
static void guard_streams(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++)
    if (fcntl(descriptor, F_GETFD) == -1 && open("/dev/null", O_RDONLY) == -1)
      exit(EXIT_SYSTEM);
  signal(SIGPIPE, SIG_IGN);
}

int main(int argc, char **argv) {
  guard_streams();
  Language language = cli_language_of_environment();
  if (argc < 2)
    return refuse_usage(language, NULL);
  if (strcmp(argv[1], "--help") == 0)
    return write_usage(language);
  if (strcmp(argv[1], "--version") == 0)
    return cli_write_text(language, "aubaine-cli " AUBAINE_VERSION "\n");
  for (gsize i = 0; i < G_N_ELEMENTS(COMMANDS); i++)
    if (strcmp(argv[1], COMMANDS[i].name) == 0)
      return run_command(&COMMANDS[i], argc - 2, argv + 2);
  return refuse_usage(language, argv[1]);
}
