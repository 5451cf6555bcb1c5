/* Room: words. Knows: decide. Must not know: charts, screens.
 *
 * What must be true for the verdict to stand, and the guesses that matter most. */
#include "model/base/money.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/decide-parts.h"
#include "ui/words/risk-words.h"

/* On the side of turns_at where the verdict is as it is now. */
static bool is_on_its_side(const Fact *fact) {
  return fact->stands_above ? fact->value >= fact->turns_at : fact->value <= fact->turns_at;
}

char *fact_text(Language language, const Plan *plan, const Fact *fact) {
  g_autofree char *label = risk_input_label(language, plan, fact->path);
  g_autofree char *turns_at = value_text(language, fact->path, fact->turns_at);
  g_autofree char *other_at = value_text(language, fact->path, fact->other_at);
  g_autofree char *value = value_text(language, fact->path, fact->value);

  if (!is_on_its_side(fact)) {
    return g_strdup_printf(
        fact->stands_above
            ? say(language, "The verdict rests on your doubt about “%1$s”: known to be %2$s or "
                            "less, it would be another (your plan: %3$s).")
            : say(language, "The verdict rests on your doubt about “%1$s”: known to be %2$s or "
                            "more, it would be another (your plan: %3$s)."),
        label, other_at, value);
  }
  return g_strdup_printf(
      fact->stands_above
          ? say(language, "The verdict stands while “%1$s” is at least %2$s (your plan: %3$s).")
          : say(language, "The verdict stands while “%1$s” is at most %2$s (your plan: %3$s)."),
      label, turns_at, value);
}

/* Neither from the contract nor from her own books; where nothing is said of it, nobody knows. */
static bool is_guess(const Plan *plan, const char *path) {
  const Provenance *provenance = plan_provenance(plan, path);

  if (!provenance) {
    return true;
  }
  switch (provenance->kind) {
  case PROVENANCE_ASSUMED:
  case PROVENANCE_GUESS:
  case PROVENANCE_PRESET:
    return true;
  case PROVENANCE_MINE:
  case PROVENANCE_CONTRACT:
  case PROVENANCE_REPORTED:
  case PROVENANCE_COUNT:
    break;
  }
  return false;
}

int guess_bar(const Study *study, int k) {
  const Tornado *tornado = &study->decisions->tornado;

  for (int i = 0; i < tornado->bar_count; i++) {
    if (is_guess(study->plan, tornado->bar[i].path) && k-- == 0) {
      return i;
    }
  }
  return -1;
}

char *guess_text(Language language, const Study *study, int bar) {
  const TornadoBar *of = &study->decisions->tornado.bar[bar];
  g_autofree char *label = risk_input_label(language, study->plan, of->path);
  g_autofree char *low = value_text(language, of->path, of->low);
  g_autofree char *high = value_text(language, of->path, of->high);
  g_autofree char *width =
      say_money_about(language, llabs(mean_cents(of->low_less_high.mean_milli)));

  return g_strdup_printf(say(language, "%1$s: between %2$s and %3$s, the result moves by %4$s"),
                         label, low, high, width);
}
