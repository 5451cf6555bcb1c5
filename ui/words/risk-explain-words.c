/* Room: words. Knows: risk, results. Must not know: charts, tables, threads. See risk-words.h.
 *
 * Why the years differ, how they are made, and what of them to trust. */
#include "model/base/money.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"

#define NAMED_INPUTS_MAX 6
#define MOSTLY 20 /* within a part in so many, two widths are the same */

static int64_t width_cents(const RiskOfSample *sample) {
  const int64_t *result = sample->spread[RISK_RESULT_CENTS].percentile;

  return result[RISK_P95] - result[RISK_P5];
}

/* What part of a width another is, as people say it. Borrowed. */
static const char *part_text(Language language, int64_t part, int64_t whole) {
  static const struct {
    int up_to_percent;
    const char *text;
  } parts[] = {
      {7, N_("less than a tenth as wide")},   {15, N_("about a tenth as wide")},
      {22, N_("about a fifth as wide")},      {29, N_("about a quarter as wide")},
      {41, N_("about a third as wide")},      {58, N_("about half as wide")},
      {70, N_("about two thirds as wide")},   {82, N_("about three quarters as wide")},
      {100, N_("about nine tenths as wide")},
  };
  int64_t percent = money_scale_half_up(part, 100, whole);
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS(parts) && percent > parts[i].up_to_percent) {
    i++;
  }
  return say(language, parts[i].text);
}

/* "vouchers sold, share used and 4 more"; NULL without inputs. */
static char *inputs_text(Language language, const Plan *plan, const Risk *risk) {
  char *names[UNCERTAINTY_MAX + 1];
  int count = MIN(risk->input_count, NAMED_INPUTS_MAX), named = count;
  char *text = NULL;

  for (int i = 0; i < count; i++) {
    g_autofree char *label = risk_input_label(language, plan, risk->input[i].path);

    names[i] = phrase_small(label);
  }
  if (risk->input_count > count) {
    g_autofree char *more = say_number(language, risk->input_count - count);

    names[named++] = g_strdup_printf(
        say_count(language, risk->input_count - count, "%s other", "%s others"), more);
  }
  if (named > 0) {
    text = phrase_list(language, (const char *const *)names, named);
  }
  for (int i = 0; i < named; i++) {
    g_free(names[i]);
  }
  return text;
}

static bool has_both(const Risk *risk) {
  return risk->sample[RISK_ALL].years > 0 && risk->sample[RISK_LUCK].years > 0;
}

char *risk_luck_text(Language language, const Plan *plan, const Risk *risk) {
  int64_t all_cents = width_cents(&risk->sample[RISK_ALL]);
  int64_t luck_cents = width_cents(&risk->sample[RISK_LUCK]);
  g_autofree char *inputs = inputs_text(language, plan, risk);
  g_autofree char *luck = say_money_about(language, luck_cents);
  g_autofree char *all = say_money_about(language, all_cents);

  if (!risk->with_uncertainty) {
    return g_strdup(say(language, "Luck alone: your guesses are taken as certain in these "
                                  "simulated years."));
  }
  if (!inputs) {
    return g_strdup(say(language, "All of this is luck: no value of your plan has a range."));
  }
  if (!has_both(risk)) {
    return g_strdup_printf(say(language, "These simulated years vary with the luck of each day and "
                                         "with what you do not know yet: %s."),
                           inputs);
  }
  if (all_cents == 0) {
    return g_strdup(say(language, "9 times in 10 the result is the same: neither luck nor what you "
                                  "do not know yet changes it."));
  }
  if (luck_cents >= all_cents - all_cents / MOSTLY) {
    return g_strdup_printf(say(language, "9 times in 10 the result stays within a range of %1$s; "
                                         "nearly all of it is luck: with luck alone it would be "
                                         "%2$s."),
                           all, luck);
  }
  return g_strdup_printf(say(language,
                             "9 times in 10 the result stays within a range of %1$s. With "
                             "luck alone it would be %2$s (%3$s); the rest is what you do "
                             "not know yet: %4$s."),
                         all, part_text(language, luck_cents, all_cents), luck, inputs);
}

char *risk_refused_text(Language language, const Results *results, const Risk *risk) {
  const RiskSpread *extra = &risk_told(risk)->spread[RISK_REFUSED_EXTRA];
  int64_t planned_milli = (int64_t)results->headline.refused_because_of_deal * 1000;
  g_autofree char *plan_year = say_number(language, results->headline.refused_because_of_deal);
  g_autofree char *mean = say_milli_about(language, extra->mean_milli);
  g_autofree char *tenth = say_count_about(language, extra->percentile[RISK_P90]);

  g_autofree char *counts =
      g_strdup_printf(say(language, "Refused because of the deal: %1$s in the plan year, %2$s in a "
                                    "simulated year on average, 9 times in 10 at most %3$s."),
                      plan_year, mean, tenth);

  if (extra->mean_milli == planned_milli) {
    return g_steal_pointer(&counts);
  }
  return g_strdup_printf(
      "%s %s", counts,
      extra->mean_milli > planned_milli
          ? say(language, "The plan year has no luck and is too kind: trust the simulated years.")
          : say(language, "The plan year has no luck: trust the simulated years."));
}

char *risk_details_text(Language language, const Risk *risk) {
  const RiskOfSample *told = risk_told(risk), *luck = &risk->sample[RISK_LUCK];
  g_autofree char *years = say_number(language, told->years);
  g_autofree char *asked = say_number(language, risk->years);
  g_autofree char *alone = say_number(language, luck->years);
  g_autofree char *seed = g_strdup_printf("%" G_GUINT64_FORMAT, risk->seed);

  if (told->years < risk->years) {
    return g_strdup_printf(say_count(language, told->years,
                                     "%1$s simulated year of %2$s so far, seed %3$s",
                                     "%1$s simulated years of %2$s so far, seed %3$s"),
                           years, asked, seed);
  }
  if (told == luck) {
    return g_strdup_printf(say_count(language, told->years,
                                     "%1$s simulated year of luck alone, "
                                     "seed %2$s",
                                     "%1$s simulated years of luck alone, seed %2$s"),
                           years, seed);
  }
  if (luck->years == 0) {
    return g_strdup_printf(say_count(language, told->years, "%1$s simulated year, seed %2$s",
                                     "%1$s simulated years, seed %2$s"),
                           years, seed);
  }
  return g_strdup_printf(say_count(language, told->years,
                                   "%1$s simulated year, %2$s more of luck alone, seed %3$s",
                                   "%1$s simulated years, %2$s more of luck alone, seed %3$s"),
                         years, alone, seed);
}

/* The inputs, a line each: "300 to 600, likely 444, on average 446: Vouchers sold". */
static void add_inputs(GString *text, Language language, const Plan *plan, const Risk *risk) {
  for (int i = 0; i < risk->input_count; i++) {
    const RiskInput *input = &risk->input[i];
    g_autofree char *label = risk_input_label(language, plan, input->path);
    g_autofree char *low = value_text(language, input->path, input->low);
    g_autofree char *likely = value_text(language, input->path, input->likely);
    g_autofree char *high = value_text(language, input->path, input->high);
    g_autofree char *mean = risk_input_mean_text(language, input);

    g_string_append_printf(
        text, say(language, "%1$s: from %2$s to %3$s, most likely %4$s, on average %5$s"), label,
        low, high, likely, mean);
    g_string_append_c(text, '\n');
  }
}

static void add_numbers(GString *text, Language language, const Risk *risk) {
  const RiskOfSample *told = risk_told(risk);
  const RiskSpread *result = &told->spread[RISK_RESULT_CENTS];
  g_autofree char *loss = chance_detail(language, &told->loss, told->years);
  g_autofree char *mean =
      say_money_whole(language, money_scale_half_up(result->mean_milli, 1, 1000));
  g_autofree char *error =
      say_money_whole(language, MAX(100, money_scale_half_up(result->mean_error_milli, 1, 1000)));

  g_string_append_printf(text,
                         say(language, "The deal loses money in %1$s. On average the result "
                                       "is %2$s, ± %3$s, compared with no deal. ± is one "
                                       "standard error: with another seed, the figure moves by "
                                       "less 2 times in 3."),
                         loss, mean, error);
  g_string_append_c(text, '\n');
}

char *explain_risk(Language language, const Study *study) {
  const Risk *risk = study->risk;
  GString *text = g_string_new(NULL);
  g_autofree char *details = risk_details_text(language, risk);

  g_string_append_printf(text, "%s.\n", details);
  if (!study->results->has_calendar) {
    g_string_append(text, say(language, "The plan has no rooms: all of this is of the campaign "
                                        "alone, without your calendar."));
    g_string_append_c(text, '\n');
  }
  g_string_append(
      text,
      say(language,
          "Each simulated year draws the luck of every day: who wants to come and when, who takes "
          "which hour, who is refused, who does not come, who returns. It is computed twice under "
          "the same luck, with the deal and without; the result is the difference, before income "
          "tax."));
  g_string_append_c(text, '\n');
  if (risk->with_uncertainty && risk->input_count > 0) {
    g_string_append(
        text,
        say(language, "Before that it draws each value that has a range, near the most likely one "
                      "more often than near the ends, and each for itself. The average is not the "
                      "most likely value where the range leans to one side:"));
    g_string_append_c(text, '\n');
    add_inputs(text, language, study->plan, risk);
    g_string_append(text, say(language, "The years of luck alone keep your plan as it is."));
    g_string_append_c(text, '\n');
  }
  add_numbers(text, language, risk);
  g_string_append(
      text,
      say(language,
          "Figures without ± are rounded to two digits. Not in it: what your plan does not say, "
          "such as a "
          "site "
          "that stops paying, an illness or bad reviews. The plan year, beside them, has no luck. "
          "The same plan, seed and number of years give the same figures on any computer."));
  return g_string_free(text, FALSE);
}
