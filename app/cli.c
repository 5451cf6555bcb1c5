/* Room: app. Knows: every room below. Must not know: how anything is computed or said.
 *
 * aubaine-cli: results on stdout, talk on stderr. Exit 0 fine, 1 the plan has problems (printed as
 * JSON on stdout), 2 wrong usage, 3 a file, the system or unreadable JSON. The clock is read here
 * and nowhere below. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/cli-options.h"
#include "model/engine/year-scratch.h"
#include "model/plan/fields.h"
#include "model/store/plan-json.h"
#include "model/store/results-json.h"
#include "model/store/text-file.h"
#include "model/store/workspace.h"

typedef struct {
  const char *name;
  ExitCode (*run)(const CliOptions *options);
  bool wants_plan;
  unsigned allowed;  /* of OptionMask */
  const char *usage; /* what follows the name */
  const char *help;  /* one line */
} Command;

/* A plan with its results, once it has been found sensible. */
typedef struct {
  Plan plan;
  Problems problems;
  Results results;
  YearScratch scratch;
} Evaluation;

static ExitCode write_output(Language language, const void *bytes, gsize length) {
  if (fwrite(bytes, 1, length, stdout) == length && fflush(stdout) == 0)
    return EXIT_FINE;
  return cli_complain(EXIT_SYSTEM, NULL, say(language, "The results could not be written."));
}

static ExitCode write_text(Language language, const char *text) {
  return write_output(language, text, strlen(text));
}

static ExitCode complain_of(const CliOptions *options, const char *subject, const GError *error) {
  g_autofree char *message = error_text(options->language, error);
  return cli_complain(EXIT_SYSTEM, subject, message);
}

static bool workspace_read_plan(const CliOptions *options, Plan *plan, GError **error) {
  g_autoptr(Workspace) workspace = workspace_open_read_only(options->plan, error);
  int64_t id;
  if (!workspace)
    return false;
  if (options->plan_name)
    return workspace_find(workspace, options->plan_name, &id, error) &&
           workspace_load(workspace, id, plan, error);
  g_autofree char *current = workspace_get_setting(workspace, "current_plan");
  if (current && workspace_load(workspace, g_ascii_strtoll(current, NULL, 10), plan, NULL))
    return true;
  g_autoptr(GArray) plans = workspace_list(workspace, error);
  if (!plans)
    return false;
  id = plans->len > 0 ? g_array_index(plans, WorkspacePlan, 0).id : 0;
  return workspace_load(workspace, id, plan, error);
}

static bool json_read_plan(const CliOptions *options, Plan *plan, GError **error) {
  gsize length;
  g_autofree char *text = text_file_read(options->plan, &length, error);
  return text && plan_from_json(text, (gssize)length, plan, error);
}

static ExitCode apply_set(const CliOptions *options, const char *assignment, Plan *plan) {
  const char *equals = strchr(assignment, '=');
  const char *why = NULL;
  if (!equals)
    return cli_complain(EXIT_USAGE, assignment, say(options->language, "Write it as path=value."));
  g_autofree char *path = g_strndup(assignment, (gsize)(equals - assignment));
  if (plan_set_from_text(plan, path, equals + 1, &why))
    return EXIT_FINE;
  return cli_complain(EXIT_USAGE, assignment, say(options->language, why));
}

static ExitCode read_plan(const CliOptions *options, Plan *plan) {
  g_autoptr(GError) error = NULL;
  bool from_workspace = strcmp(options->plan, "-") != 0 && workspace_looks_like_one(options->plan);
  if (options->plan_name && !from_workspace)
    return cli_complain(EXIT_USAGE, "--plan",
                        say(options->language, "Only a workspace has several plans."));
  if (from_workspace ? !workspace_read_plan(options, plan, &error)
                     : !json_read_plan(options, plan, &error))
    return complain_of(options, options->plan, error);
  for (guint i = 0; i < options->sets->len; i++) {
    ExitCode code = apply_set(options, g_ptr_array_index(options->sets, i), plan);
    if (code != EXIT_FINE)
      return code;
  }
  return EXIT_FINE;
}

static ExitCode write_problems(const CliOptions *options, const Problems *problems) {
  g_autofree char *text = problems_to_json(problems);
  ExitCode code = write_text(options->language, text);
  if (code == EXIT_FINE && problems->blocking_count > 0)
    code = EXIT_PROBLEMS;
  return code;
}

/* EXIT_FINE: *evaluation is whole and the caller's to g_free. */
static ExitCode evaluate(const CliOptions *options, Evaluation **evaluation) {
  g_autofree Evaluation *made = g_new0(Evaluation, 1);
  ExitCode code = read_plan(options, &made->plan);
  if (code != EXIT_FINE)
    return code;
  plan_check(&made->plan, &made->problems);
  if (made->problems.blocking_count > 0)
    return write_problems(options, &made->problems);
  results_compute(&made->plan, &made->results, &made->scratch);
  *evaluation = g_steal_pointer(&made);
  return EXIT_FINE;
}

static ExitCode run_example(const CliOptions *options) {
  g_autofree Plan *plan = g_new(Plan, 1);
  plan_example(plan);
  g_autofree char *text = plan_to_json(plan);
  return write_text(options->language, text);
}

static ExitCode run_keys(const CliOptions *options) {
  g_autofree char *text = keys_to_text();
  return write_text(options->language, text);
}

static ExitCode run_check(const CliOptions *options) {
  g_autofree Plan *plan = g_new(Plan, 1);
  Problems problems;
  ExitCode code = read_plan(options, plan);
  if (code != EXIT_FINE)
    return code;
  plan_check(plan, &problems);
  return write_problems(options, &problems);
}

static ExitCode run_evaluate(const CliOptions *options) {
  g_autofree Evaluation *made = NULL;
  ExitCode code = evaluate(options, &made);
  if (code != EXIT_FINE)
    return code;
  g_autofree char *text = results_to_json(&made->plan, &made->results, &made->problems);
  return write_text(options->language, text);
}

/* The verdict, then a figure a line in three columns. */
static char *summary_text(Language language, const Evaluation *made) {
  Figure figures[FIGURE_COUNT] = {0};
  glong label_width = 0, value_width = 0;
  for (int i = 0; i < FIGURE_COUNT; i++) {
    figure_fill(language, &made->plan, &made->results, i, &figures[i]);
    label_width = MAX(label_width, g_utf8_strlen(figures[i].label, -1));
    value_width = MAX(value_width, g_utf8_strlen(figures[i].value, -1));
  }
  g_autofree char *title = verdict_title(language, &made->results);
  GString *text = g_string_new(title);
  g_string_append_c(text, '\n');
  for (int i = 0; i < FIGURE_COUNT; i++) {
    Figure *figure = &figures[i];
    g_string_append_printf(text, "%s%*s  %*s%s  %s\n", figure->label,
                           (int)(label_width - g_utf8_strlen(figure->label, -1)), "",
                           (int)(value_width - g_utf8_strlen(figure->value, -1)), "", figure->value,
                           figure->note ? figure->note : "");
    figure_clear(figure);
  }
  return g_string_free(text, FALSE);
}

static ExitCode run_summary(const CliOptions *options) {
  g_autofree Evaluation *made = NULL;
  ExitCode code = evaluate(options, &made);
  if (code != EXIT_FINE)
    return code;
  g_autofree char *text = summary_text(options->language, made);
  return write_text(options->language, text);
}

/* Today, or the day of SOURCE_DATE_EPOCH for papers whose bytes must repeat. */
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

static ExitCode run_report(const CliOptions *options) {
  ReportOptions report = {.language = options->language, .paper = options->paper};
  if (!options->pdf_path)
    return cli_complain(EXIT_USAGE, NULL, say(options->language, "Where to? Give --pdf FILE."));
  if (!find_prepared_date(&report.prepared_date))
    return cli_complain(EXIT_USAGE, "SOURCE_DATE_EPOCH",
                        say(options->language, "This is not a count of seconds since 1970."));
  g_autofree Evaluation *made = NULL;
  ExitCode code = evaluate(options, &made);
  if (code != EXIT_FINE)
    return code;
  g_autoptr(GError) error = NULL;
  if (strcmp(options->pdf_path, "-") == 0) {
    g_autoptr(GBytes) pdf =
        report_make_pdf(&made->plan, &made->results, &made->problems, &report, &error);
    if (pdf)
      return write_output(options->language, g_bytes_get_data(pdf, NULL), g_bytes_get_size(pdf));
  } else if (report_write_pdf(options->pdf_path, &made->plan, &made->results, &made->problems,
                              &report, &error))
    return EXIT_FINE;
  return complain_of(options, options->pdf_path, error);
}

#define READING (OPTION_PLAN_NAME | OPTION_SET | OPTION_LANG)

static const Command COMMANDS[] = {
    {"example", run_example, false, OPTION_LANG, "", N_("print the shipped example as JSON")},
    {"keys", run_keys, false, OPTION_LANG, "",
     N_("print every input and output with its unit and meaning")},
    {"check", run_check, true, READING, "PLAN",
     N_("print the plan's problems and warnings as JSON")},
    {"evaluate", run_evaluate, true, READING, "PLAN",
     N_("compute the plan, print the results as JSON")},
    {"summary", run_summary, true, READING, "PLAN", N_("print the verdict and the five figures")},
    {"report", run_report, true, READING | OPTION_PDF | OPTION_PAPER, "PLAN --pdf",
     N_("write the accountant's PDF")},
};

static char *usage_text(Language language) {
  GString *text = g_string_new(NULL);
  g_string_append_printf(text, "%s\n\n",
                         say(language, "Usage: aubaine-cli COMMAND [PLAN] [OPTION]…"));
  for (gsize i = 0; i < G_N_ELEMENTS(COMMANDS); i++)
    g_string_append_printf(text, "  %-8s %-10s  %s\n", COMMANDS[i].name, COMMANDS[i].usage,
                           say(language, COMMANDS[i].help));
  g_string_append_printf(
      text, "\n%s\n",
      say(language,
          "PLAN is a JSON file, a workspace, or - for JSON on standard input.\n"
          "  --plan NAME        which deal of a workspace; else the current one\n"
          "  --set PATH=VALUE   changes an input first; may be repeated\n"
          "  --lang en|fr       language of texts, messages and the PDF\n"
          "  --pdf FILE         where the report goes; - is standard output\n"
          "  --paper letter|a4  its paper\n"
          "  --help, --version\n"
          "Exit status: 0 fine, 1 the plan has problems, 2 wrong usage, 3 file or system."));
  return g_string_free(text, FALSE);
}

static ExitCode write_usage(Language language) {
  g_autofree char *text = usage_text(language);
  return write_text(language, text);
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
  if (!cli_options_parse(&options, count, words, command->allowed, command->wants_plan))
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
    return write_text(language, "aubaine-cli " AUBAINE_VERSION "\n");
  for (gsize i = 0; i < G_N_ELEMENTS(COMMANDS); i++)
    if (strcmp(argv[1], COMMANDS[i].name) == 0)
      return run_command(&COMMANDS[i], argc - 2, argv + 2);
  return refuse_usage(language, argv[1]);
}
