/* Room: words. Knows: provenance, ranges. Must not know: widgets. */
#include "ui/words/origin-words.h"

#include <string.h>

#include "model/plan/range.h"

const char *origin_kind_label(Language language, ProvenanceKind kind) {
  static const char *const labels[PROVENANCE_COUNT] = {
      [PROVENANCE_ASSUMED] = N_("Assumed"),
      [PROVENANCE_GUESS] = N_("A guess"),
      [PROVENANCE_PRESET] = N_("A preset"),
      [PROVENANCE_MINE] = N_("Yours"),
      [PROVENANCE_CONTRACT] = N_("From the contract"),
      [PROVENANCE_REPORTED] = N_("Reported by others"),
  };

  g_return_val_if_fail(kind < PROVENANCE_COUNT, "");
  return say(language, labels[kind]);
}

char *origin_text(Language language, const Plan *plan, const char *path) {
  const Provenance *provenance = plan_provenance(plan, path);

  if (!provenance) {
    return g_strdup(say(language, "Not said where it comes from"));
  }
  const char *kind = origin_kind_label(language, provenance->kind);

  /* A source said of everything is no source of this value. */
  if (!provenance->source[0] || strcmp(provenance->path, "*") == 0) {
    return g_strdup(kind);
  }
  return g_strdup_printf(say(language, "%1$s: %2$s"), kind, say_name(language, provenance->source));
}

char *origin_range_text(Language language, const Plan *plan, const char *path, bool *is_left) {
  int entry = range_entry(plan, path);
  bool left = entry >= 0 && range_is_left(plan, entry);

  if (is_left) {
    *is_left = left;
  }
  if (entry < 0) {
    return NULL;
  }
  const Uncertainty *given = &plan->uncertainty[entry];
  Uncertainty now = range_of_input(plan, entry);
  g_autofree char *low = value_text(language, path, now.low);
  g_autofree char *high = value_text(language, path, now.high);

  if (!left) {
    return g_strdup_printf(say(language, "Between %1$s and %2$s"), low, high);
  }
  g_autofree char *given_low = value_text(language, path, given->low);
  g_autofree char *given_high = value_text(language, path, given->high);

  return g_strdup_printf(say(language, "Outside your range of %1$s to %2$s, which moves along: "
                                       "between %3$s and %4$s."),
                         given_low, given_high, low, high);
}

const Problem *origin_range_problem(const Plan *plan, const Problems *problems, const char *path) {
  int entry = range_entry(plan, path);
  char prefix[PLAN_PATH_SIZE];

  g_snprintf(prefix, sizeof prefix, "uncertainty[%d].", entry);
  for (int i = 0; entry >= 0 && i < problems->count; i++) {
    if (g_str_has_prefix(problems->problem[i].path, prefix)) {
      return &problems->problem[i];
    }
  }
  return NULL;
}
