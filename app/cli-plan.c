/* Room: app. Knows: store, engine, the options. Must not know: commands.
 *
 * A plan as the command line names it, read, changed, checked and computed. */
#include "app/cli-plan.h"

#include <stdio.h>
#include <string.h>

#include "model/plan/fields.h"
#include "model/store/plan-json.h"
#include "model/store/results-json.h"
#include "model/store/text-file.h"
#include "model/store/workspace.h"

ExitCode cli_write(Language language, const void *bytes, gsize length) {
  if (fwrite(bytes, 1, length, stdout) == length && fflush(stdout) == 0)
    return EXIT_FINE;
  return cli_complain(EXIT_SYSTEM, NULL, say(language, "The results could not be written."));
}

ExitCode cli_write_text(Language language, const char *text) {
  return cli_write(language, text, strlen(text));
}

ExitCode cli_complain_of(const CliOptions *options, const char *subject, const GError *error) {
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

ExitCode cli_read_plan(const CliOptions *options, Plan *plan) {
  g_autoptr(GError) error = NULL;
  bool from_workspace = strcmp(options->plan, "-") != 0 && workspace_looks_like_one(options->plan);
  if (options->plan_name && !from_workspace)
    return cli_complain(EXIT_USAGE, "--plan",
                        say(options->language, "Only a workspace has several plans."));
  if (from_workspace ? !workspace_read_plan(options, plan, &error)
                     : !json_read_plan(options, plan, &error))
    return cli_complain_of(options, options->plan, error);
  for (guint i = 0; i < options->sets->len; i++) {
    ExitCode code = apply_set(options, g_ptr_array_index(options->sets, i), plan);
    if (code != EXIT_FINE)
      return code;
  }
  return EXIT_FINE;
}

ExitCode cli_write_problems(const CliOptions *options, const Problems *problems) {
  g_autofree char *text = problems_to_json(problems);
  ExitCode code = cli_write_text(options->language, text);
  if (code == EXIT_FINE && problems->blocking_count > 0)
    code = EXIT_PROBLEMS;
  return code;
}

ExitCode cli_evaluate(const CliOptions *options, Evaluation **evaluation) {
  g_autofree Evaluation *made = g_new0(Evaluation, 1);
  ExitCode code = cli_read_plan(options, &made->plan);
  if (code != EXIT_FINE)
    return code;
  plan_check(&made->plan, &made->problems);
  if (made->problems.blocking_count > 0)
    return cli_write_problems(options, &made->problems);
  results_compute(&made->plan, &made->results, &made->scratch);
  *evaluation = g_steal_pointer(&made);
  return EXIT_FINE;
}
