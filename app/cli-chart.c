/* Room: app. Knows: paper, session, the options. Must not know: how a chart is drawn. */
#include "app/cli-chart.h"

#include <string.h>

#include "app/cli-decide.h"
#include "app/cli-risk.h"
#include "ui/paper/picture-file.h"

/* What of simulated years and decisions its kind shows. */
static ExitCode find_shown(const CliOptions *options, Decided *decided) {
  if (options->chart_kind >= CHART_CAP)
    return cli_find_decided(options, 0, decided);
  ExitCode code = cli_evaluate(options, &decided->evaluation);
  if (code != EXIT_FINE)
    return code;
  decided->risk = cli_run_risk(options, &decided->evaluation->plan);
  decided->study = (Study){.plan = &decided->evaluation->plan,
                           .results = &decided->evaluation->results,
                           .risk = decided->risk};
  return EXIT_FINE;
}

static char *kind_names(Language language) {
  GString *text = g_string_new(say(language, "Which chart? Give --kind and one of: "));
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++)
    g_string_append_printf(text, "%s%s", chart_name((ChartKind)kind),
                           kind + 1 < CHART_KIND_COUNT ? ", " : ".");
  return g_string_free(text, FALSE);
}

ExitCode cli_chart(const CliOptions *options) {
  const char *path = options->svg_path ? options->svg_path : options->png_path;
  PictureFormat format = options->svg_path ? PICTURE_SVG : PICTURE_PNG;
  if (!options->has_chart_kind) {
    g_autofree char *names = kind_names(options->language);
    return cli_complain(EXIT_USAGE, NULL, names);
  }
  if (!path || (options->svg_path && options->png_path))
    return cli_complain(EXIT_USAGE, NULL,
                        say(options->language, "Where to? Give --svg FILE or --png FILE."));
  PictureFormat named;
  if (picture_format_find(path, &named) && named != format)
    return cli_complain(EXIT_USAGE, path,
                        format == PICTURE_SVG
                            ? say(options->language, "--svg writes SVG: end the name in .svg.")
                            : say(options->language, "--png writes PNG: end the name in .png."));
  g_auto(Decided) decided = {0};
  ExitCode code = find_shown(options, &decided);
  if (code != EXIT_FINE)
    return code;
  const PictureOptions picture = {options->chart_kind, options->language, NULL};
  g_autoptr(GError) error = NULL;
  if (chart_is_words(picture.kind, &decided.study))
    return cli_complain(EXIT_USAGE, chart_name(picture.kind),
                        say(options->language, "This plan has nothing to show in this chart."));
  if (strcmp(path, "-") == 0) {
    g_autoptr(GBytes) bytes = picture_file_make(&picture, &decided.study, format, &error);
    if (bytes)
      return cli_write(options->language, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  } else if (picture_file_write(path, &picture, &decided.study, format, &error))
    return EXIT_FINE;
  return cli_complain_of(options, path, error);
}
