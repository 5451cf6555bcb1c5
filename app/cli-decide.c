/* Room: app. Knows: session, words, store, the options. Must not know: how anything is decided or
 * said. */
#include "app/cli-decide.h"

#include "app/cli-paper.h"
#include "app/cli-risk.h"
#include "app/cli-talk.h"
#include "model/store/decisions-json.h"
#include "ui/paper/comparison.h"
#include "ui/paper/rider.h"
#include "ui/words/answers-words.h"
#include "ui/words/term-words.h"

#define DECIDE_EVERYTHING 0

static DecideOptions decide_options(const CliOptions *options, unsigned parts) {
  return (DecideOptions){.seed = options->risk.seed,
                         .threads = options->risk.threads,
                         .without_uncertainty = options->risk.without_uncertainty,
                         .parts = parts};
}

static void talk_cb(const Decisions *decisions, int done, int wanted, gpointer data) {
  Talk *talk = data;
  g_autofree char *line =
      g_strdup_printf(say(talk->language, "Decisions: %1$d of %2$d"), done, wanted);
  talk_tell(talk, line);
}

static Decisions *run_decisions(const CliOptions *options, const Plan *plan, unsigned parts) {
  const DecideOptions decide = decide_options(options, parts);
  Talk talk = talk_begin(options->language);
  Decisions *decisions =
      decide_job_run(plan, &decide, NULL, talk_is_wanted() ? talk_cb : NULL, &talk, NULL);
  talk_end(&talk);
  return decisions;
}

ExitCode cli_find_decided(const CliOptions *options, unsigned parts, Decided *decided) {
  ExitCode code = cli_evaluate(options, &decided->evaluation);
  if (code != EXIT_FINE || !decided->evaluation)
    return code;
  const Plan *plan = &decided->evaluation->plan;
  decided->risk = cli_run_risk(options, plan);
  if (decided->risk)
    decided->decisions = run_decisions(options, plan, parts);
  decided->study = (Study){.plan = plan,
                           .results = &decided->evaluation->results,
                           .risk = decided->risk,
                           .decisions = decided->decisions};
  return EXIT_FINE;
}

void decided_clear(Decided *decided) {
  g_clear_pointer(&decided->evaluation, g_free);
  g_clear_pointer(&decided->risk, g_free);
  g_clear_pointer(&decided->decisions, g_free);
}

/* --- summary ------------------------------------------------------------------------------- */

/* A figure a line in three columns. */
static void append_figures(GString *text, Language language, const Study *study) {
  Figure figures[FIGURE_COUNT] = {0};
  glong label_width = 0, value_width = 0;
  for (int i = 0; i < FIGURE_COUNT; i++) {
    figure_fill(language, study, i, &figures[i]);
    label_width = MAX(label_width, g_utf8_strlen(figures[i].label, -1));
    value_width = MAX(value_width, g_utf8_strlen(figures[i].value, -1));
  }
  for (int i = 0; i < FIGURE_COUNT; i++) {
    Figure *figure = &figures[i];
    g_string_append_printf(text, "%s%*s  %*s%s  %s\n", figure->label,
                           (int)(label_width - g_utf8_strlen(figure->label, -1)), "",
                           (int)(value_width - g_utf8_strlen(figure->value, -1)), "", figure->value,
                           figure->note ? figure->note : "");
    figure_clear(figure);
  }
}

/* The verdict and its reasons, the figures, and of which years they are. */
static char *summary_text(Language language, const Study *study) {
  g_autofree char *title = verdict_title(language, study);
  g_autofree char *reasons = verdict_reasons(language, study);
  g_autofree char *basis = verdict_basis(language, study);
  GString *text = g_string_new(NULL);
  g_string_append_printf(text, "%s\n%s\n", title, reasons);
  append_figures(text, language, study);
  g_string_append_printf(text, "%s\n", basis);
  return g_string_free(text, FALSE);
}

ExitCode cli_summary(const CliOptions *options) {
  g_auto(Decided) decided = {0};
  ExitCode code = cli_find_decided(options, DECIDE_PARTS_OF_VERDICT, &decided);
  if (code != EXIT_FINE)
    return code;
  g_autofree char *text = summary_text(options->language, &decided.study);
  return cli_write_text(options->language, text);
}

/* --- the others ---------------------------------------------------------------------------- */

ExitCode cli_answers(const CliOptions *options) {
  g_auto(Decided) decided = {0};
  ExitCode code = cli_find_decided(options, DECIDE_EVERYTHING, &decided);
  if (code != EXIT_FINE)
    return code;
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < QUESTION_COUNT; i++) {
    g_autofree char *answer = answer_text(options->language, &decided.study, i);
    g_string_append_printf(text, "%d. %s\n%s%s\n", i + 1, question_text(options->language, i),
                           i + 1 < 10 ? "   " : "    ", answer);
  }
  return cli_write_text(options->language, text->str);
}

ExitCode cli_decide(const CliOptions *options) {
  g_autofree Evaluation *made = NULL;
  ExitCode code = cli_evaluate(options, &made);
  if (code != EXIT_FINE)
    return code;
  g_autofree Decisions *decisions = run_decisions(options, &made->plan, DECIDE_EVERYTHING);
  g_autofree char *text = decisions_to_json(&made->plan, decisions);
  return cli_write_text(options->language, text);
}

/* Why there is no rider. */
static const char *no_rider(const Asks *asks) {
  return asks->is_needed
             ? N_("Nothing that a contract can say would turn the verdict: there is nothing to ask "
                  "for.")
             : N_("Nothing needs to be asked: the contract as it stands meets your conditions.");
}

static ExitCode write_rider(const CliOptions *options, const Study *study) {
  ReportOptions report;
  GError *error = NULL;
  if (!cli_find_paper(options, &report))
    return EXIT_USAGE;
  g_autoptr(GBytes) pdf = rider_make_pdf(study, &report, &error);
  if (!pdf && !error)
    return cli_complain(EXIT_FINE, NULL, say(options->language, no_rider(&study->decisions->asks)));
  return cli_deliver(options, options->pdf_path, pdf, error);
}

ExitCode cli_rider(const CliOptions *options) {
  g_autofree Evaluation *made = NULL;
  ExitCode code = cli_evaluate(options, &made);
  if (code != EXIT_FINE)
    return code;
  g_autofree Decisions *decisions = run_decisions(options, &made->plan, DECIDE_PARTS_OF_VERDICT);
  const Study study = {.plan = &made->plan, .results = &made->results, .decisions = decisions};
  if (options->pdf_path)
    return write_rider(options, &study);
  g_autofree char *rider = rider_text(options->language, &study);
  g_autofree char *reply = rider_reply_text(options->language, &study);
  g_autofree char *text =
      rider ? g_strconcat(rider, "\n\n", say(options->language, "FOR YOU, NOT FOR THE SITE"),
                          "\n\n", reply, "\n", NULL)
            : g_strconcat(say(options->language, no_rider(&decisions->asks)), "\n", NULL);
  return cli_write_text(options->language, text);
}

static ExitCode write_comparison(const CliOptions *options, const Plan *const plans[],
                                 const Results *first, const Offers *offers) {
  ReportOptions report;
  GError *error = NULL;
  if (!cli_find_paper(options, &report))
    return EXIT_USAGE;
  const Study study = {.plan = plans[0], .results = first, .offers = offers};
  g_autoptr(GBytes) pdf = comparison_make_pdf(&study, plans, &report, &error);
  return cli_deliver(options, options->pdf_path, pdf, error);
}

ExitCode cli_compare(const CliOptions *options) {
  g_autofree Plan *plans = g_new(Plan, OFFERS_MAX);
  g_autofree Results *first = g_new(Results, 1);
  const Plan *each[OFFERS_MAX];
  const DecideOptions decide = decide_options(options, DECIDE_EVERYTHING);
  if (options->more_plans_count == 0)
    return cli_complain(EXIT_USAGE, NULL, say(options->language, "Compare two to four plans."));
  for (int i = 0; i <= options->more_plans_count; i++) {
    CliOptions of_one = *options;
    g_autofree Evaluation *made = NULL;
    if (i > 0)
      of_one.plan = options->more_plans[i - 1];
    ExitCode code = cli_evaluate(&of_one, &made);
    if (code != EXIT_FINE)
      return code;
    plans[i] = made->plan;
    if (i == 0)
      *first = made->results;
    each[i] = &plans[i];
  }
  g_autofree Offers *offers =
      offers_job_run(each, options->more_plans_count + 1, &decide, NULL, NULL);
  if (options->pdf_path)
    return write_comparison(options, each, first, offers);
  g_autofree char *text = offers_to_json(offers);
  return cli_write_text(options->language, text);
}
