/* Room: app. Knows: words, session. Must not know: what the commands do. */
#include "app/cli-options.h"

#include <stdio.h>
#include <string.h>

typedef struct {
  const char *name;
  OptionMask option;
  bool takes_nothing;
  gint64 least, most; /* of a whole number; both 0: a text */
} OptionName;

static const OptionName OPTIONS[] = {
    {"--plan", OPTION_PLAN_NAME},
    {"--set", OPTION_SET},
    {"--lang", OPTION_LANG},
    {"--pdf", OPTION_PDF},
    {"--slip", OPTION_SLIP},
    {"--xlsx", OPTION_XLSX},
    {"--csv-dir", OPTION_CSV_DIR},
    {"--csv-flavour", OPTION_CSV_FLAVOUR},
    {"--paper", OPTION_PAPER},
    {"--kind", OPTION_KIND},
    {"--kind", OPTION_CHART_KIND},
    {"--png", OPTION_PNG},
    {"--svg", OPTION_SVG},
    {"--format", OPTION_FORMAT},
    {"--out", OPTION_OUT},
    {"--years", OPTION_YEARS, false, 1, RISK_YEARS_MAX},
    {"--years", OPTION_YEARS_OR_USUAL, false, 1, RISK_YEARS_MAX},
    {"--years", OPTION_YEARS_OR_NONE, false, 0, RISK_YEARS_MAX},
    {"--seed", OPTION_SEED, false, 0, G_MAXINT64},
    {"--threads", OPTION_THREADS, false, 1, RISK_THREADS_MAX},
    {"--no-uncertainty", OPTION_NO_UNCERTAINTY, true},
};

ExitCode cli_complain(ExitCode code, const char *subject, const char *message) {
  if (subject)
    fprintf(stderr, "aubaine-cli: %s: %s\n", subject, message);
  else
    fprintf(stderr, "aubaine-cli: %s\n", message);
  return code;
}

Language cli_language_of_environment(void) {
  static const char *const NAMES[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
  for (gsize i = 0; i < G_N_ELEMENTS(NAMES); i++) {
    const char *value = g_getenv(NAMES[i]);
    if (!value || !*value)
      continue;
    /* LANGUAGE is a list, best first. */
    g_autofree char *first = g_strndup(value, strcspn(value, ":"));
    return language_from_code(first);
  }
  return LANGUAGE_EN;
}

static bool chart_kind_find(const char *name, ChartKind *kind) {
  for (int i = 0; i < CHART_KIND_COUNT; i++)
    if (strcmp(name, chart_name((ChartKind)i)) == 0) {
      *kind = (ChartKind)i;
      return true;
    }
  return false;
}

/* number: of an option with bounds. */
static bool option_take(CliOptions *options, OptionMask option, const char *value, gint64 number) {
  switch (option) {
  case OPTION_PLAN_NAME:
    options->plan_name = value;
    return true;
  case OPTION_SET:
    g_ptr_array_add(options->sets, (gpointer)value);
    return true;
  case OPTION_PDF:
    options->pdf_path = value;
    return *value != '\0';
  case OPTION_SLIP:
    options->slip_path = value;
    return *value != '\0';
  case OPTION_XLSX:
    options->xlsx_path = value;
    return *value != '\0';
  case OPTION_CSV_DIR:
    options->csv_folder = value;
    return *value != '\0';
  case OPTION_CSV_FLAVOUR:
    return csv_flavour_find(value, &options->csv_flavour);
  case OPTION_LANG:
    options->language = strcmp(value, "fr") == 0 ? LANGUAGE_FR : LANGUAGE_EN;
    return strcmp(value, "fr") == 0 || strcmp(value, "en") == 0;
  case OPTION_PAPER:
    options->paper = strcmp(value, "a4") == 0 ? PAPER_A4 : PAPER_LETTER;
    return strcmp(value, "a4") == 0 || strcmp(value, "letter") == 0;
  case OPTION_KIND:
    options->has_kind = journal_kind_find(value, &options->journal_kind);
    return options->has_kind;
  case OPTION_CHART_KIND:
    options->has_chart_kind = chart_kind_find(value, &options->chart_kind);
    return true; /* the command tells the names */
  case OPTION_PNG:
    options->png_path = value;
    return *value != '\0';
  case OPTION_SVG:
    options->svg_path = value;
    return *value != '\0';
  case OPTION_FORMAT:
    options->has_format = journal_format_find(value, &options->journal_format);
    return options->has_format;
  case OPTION_OUT:
    options->out_path = value;
    return *value != '\0';
  case OPTION_YEARS:
  case OPTION_YEARS_OR_USUAL:
  case OPTION_YEARS_OR_NONE:
    options->risk.years = (int)number;
    return true;
  case OPTION_SEED:
    options->risk.seed = (guint64)number;
    return true;
  case OPTION_THREADS:
    options->risk.threads = (int)number;
    return true;
  case OPTION_NO_UNCERTAINTY:
    options->risk.without_uncertainty = TRUE;
    return true;
  default:
    g_return_val_if_reached(false);
  }
}

/* The option that a word names, NULL for none. *value: what follows "=", NULL without it. */
static const OptionName *option_find(const char *word, unsigned allowed, const char **value) {
  gsize length = strcspn(word, "=");
  *value = word[length] == '=' ? word + length + 1 : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(OPTIONS); i++)
    if ((allowed & OPTIONS[i].option) && strlen(OPTIONS[i].name) == length &&
        memcmp(OPTIONS[i].name, word, length) == 0)
      return &OPTIONS[i];
  return NULL;
}

static bool usage_fail(const CliOptions *options, const char *subject, const char *message) {
  cli_complain(EXIT_USAGE, subject, say(options->language, message));
  return false;
}

static bool number_parse(const CliOptions *options, const OptionName *option, const char *value,
                         gint64 *number) {
  if (g_ascii_string_to_signed(value, 10, option->least, option->most, number, NULL))
    return true;
  g_autofree char *least = say_number(options->language, option->least);
  g_autofree char *most = say_number(options->language, option->most);
  g_autofree char *message = g_strdup_printf(
      say(options->language, "Give a whole number from %1$s to %2$s."), least, most);
  cli_complain(EXIT_USAGE, option->name, message);
  return false;
}

/* Takes the option at words[*index] with its value; *index moves to its last word. */
static bool option_parse(CliOptions *options, int count, char **words, int *index,
                         unsigned allowed) {
  const char *word = words[*index], *value;
  if (strcmp(word, "--help") == 0) {
    options->help = true;
    return true;
  }
  const OptionName *option = option_find(word, allowed, &value);
  if (!option)
    return usage_fail(options, word, N_("There is no such option here."));
  options->given |= option->option;
  if (option->takes_nothing && value)
    return usage_fail(options, word, N_("This option takes no value."));
  if (!option->takes_nothing && !value) {
    if (*index + 1 >= count)
      return usage_fail(options, word, N_("This option wants a value."));
    value = words[++*index];
  }
  gint64 number = 0;
  if (option->most > 0 && !number_parse(options, option, value, &number))
    return false;
  return option_take(options, option->option, value, number) ||
         usage_fail(options, word, N_("This option does not take this value."));
}

/* A word that is no option. */
static bool plan_take(CliOptions *options, const char *word, int plans_most) {
  if (plans_most > 0 && !options->plan)
    options->plan = word;
  else if (options->more_plans_count + 1 < plans_most)
    options->more_plans[options->more_plans_count++] = word;
  else
    return usage_fail(options, word, N_("This word is one too many."));
  return true;
}

/* How many years: of a command that runs some unless told otherwise, or of one that must be told.
 */
static bool years_settle(CliOptions *options, unsigned allowed) {
  unsigned usual = OPTION_YEARS_OR_USUAL | OPTION_YEARS_OR_NONE;
  if ((allowed & usual) && !(options->given & usual))
    options->risk.years = VERDICT_YEARS;
  return !(allowed & OPTION_YEARS) || (options->given & OPTION_YEARS) ||
         !(options->given & OPTIONS_OF_LUCK) ||
         usage_fail(options, NULL, N_("How many years? Give --years too."));
}

bool cli_options_parse(CliOptions *options, int count, char **words, unsigned allowed,
                       int plans_most) {
  *options = (CliOptions){.language = cli_language_of_environment(),
                          .paper = PAPER_LETTER,
                          .risk.seed = RISK_SEED_DEFAULT};
  options->sets = g_ptr_array_new();
  bool literal = false;
  for (int i = 0; i < count; i++) {
    const char *word = words[i];
    if (!literal && strcmp(word, "--") == 0)
      literal = true;
    else if (!literal && word[0] == '-' && word[1] != '\0') {
      if (!option_parse(options, count, words, &i, allowed))
        return false;
    } else if (!plan_take(options, word, plans_most))
      return false;
  }
  if (options->help)
    return true;
  if (!years_settle(options, allowed))
    return false;
  if (plans_most == 0 || options->plan)
    return true;
  return usage_fail(options, NULL,
                    N_("Which plan? Give a JSON file, a workspace, or - for standard input."));
}

void cli_options_clear(CliOptions *options) {
  g_clear_pointer(&options->sets, g_ptr_array_unref);
}
