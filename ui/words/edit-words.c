/* Room: words. Knows: fields and the plan after an edit. Must not know: undo, screens.
 *
 * The name of an undo step: what was changed, of whom, and to what. */
#include <string.h>

#include "ui/words/origin-words.h"
#include "ui/words/phrase.h"

/* The number in "name[3]" of a path; −1 when the list is not in it. */
static int index_in(const char *path, const char *list) {
  size_t length = strlen(list);

  if (strncmp(path, list, length) != 0 || path[length] != '[' ||
      !g_ascii_isdigit(path[length + 1])) {
    return -1;
  }
  return (int)g_ascii_strtoll(path + length + 1, NULL, 10);
}

/* Which one of a list, in words: "Friday", "Therapist 2"; NULL when the path needs none. */
static const char *element_name(Language language, const Plan *plan, const char *path) {
  static const char *const by_weekday[] = {"regulars.wanted_milli_visits", "deal.weekday_quota",
                                           "deal.allowed_weekdays"};
  int index;

  for (gsize i = 0; i < G_N_ELEMENTS(by_weekday); i++) {
    index = index_in(path, by_weekday[i]);
    if (index >= 0 && index < 7) {
      return weekday_name(language, index);
    }
  }
  index = index_in(path, "regulars.season_per_100k");
  if (index >= 0 && index < 12) {
    return month_name(language, index + 1);
  }
  index = index_in(path, "hours");
  if (index >= 0 && index < plan->hours_count) {
    int32_t weekday = plan->hours[index].weekday;

    return weekday >= 0 && weekday < 7 ? weekday_name(language, weekday) : NULL;
  }
  index = index_in(path, "rooms");
  if (index >= 0 && index < plan->rooms_count) {
    return say_name(language, plan->rooms[index].name);
  }
  index = index_in(path, "staff");
  if (index >= 0 && index < plan->staff_count) {
    return say_name(language, plan->staff[index].name);
  }
  index = index_in(path, "services");
  if (index >= 0 && index < plan->services_count) {
    return say_name(language, plan->services[index].name);
  }
  index = index_in(path, "one_off_costs");
  if (index >= 0 && index < plan->one_off_costs_count) {
    return say_name(language, plan->one_off_costs[index].name);
  }
  return NULL;
}

/* The value of a path in the plan; NULL for a list or an element that is no longer there. */
static char *value_after(Language language, const Plan *plan, const char *path) {
  Plan *copy = g_new(Plan, 1); /* field_place wants a plan it may write to */
  FieldPlace place;
  char *text = NULL;

  *copy = *plan;
  if (field_find(path) && field_place(copy, path, false, &place)) {
    text = field_value_text(language, plan, path);
  }
  g_free(copy);
  return text;
}

/* The value that an entry of the ranges or of the provenance is about; NULL: no such step, or it is
 * about none that there is. */
static const char *subject_path(const Plan *plan, const char *path) {
  int range = index_in(path, "uncertainty");
  int origin = index_in(path, "provenance");
  const char *subject = NULL;

  if (range >= 0 && range < plan->uncertainty_count) {
    subject = plan->uncertainty[range].path;
  } else if (origin >= 0 && origin < plan->provenance_count) {
    subject = plan->provenance[origin].path;
  }
  return subject && field_find(subject) ? subject : NULL;
}

/* "Vouchers used: range → between 68% and 95%", "Commission: where it comes from → from the
 * contract: s. 4". */
static char *side_name(Language language, const Plan *after, const char *path, const char *about) {
  const char *element = element_name(language, after, about);
  g_autofree char *label =
      element && element[0]
          ? g_strdup_printf(say(language, "%1$s: %2$s"), element, field_label(language, about))
          : g_strdup(field_label(language, about));
  bool is_range = g_str_has_prefix(path, "uncertainty");
  g_autofree char *said = is_range ? origin_range_text(language, after, about, NULL)
                                   : origin_text(language, after, about);
  g_autofree char *small = phrase_small(said);

  return g_strdup_printf(say(language, "%1$s: %2$s → %3$s"), label,
                         is_range ? say(language, "range") : say(language, "where it comes from"),
                         small);
}

char *edit_name(Language language, const Plan *after, const char *path) {
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;
  const char *element;

  if (!path[0]) {
    return g_strdup(say(language, "Several changes"));
  }
  const char *about = subject_path(after, path);

  if (about) {
    return side_name(language, after, path, about);
  }
  label = phrase_small(field_label(language, path));
  element = element_name(language, after, path);
  value = value_after(language, after, path);
  if (!value) {
    return g_strdup_printf(say(language, "Change %s"), label);
  }
  if (element && element[0] && !g_str_has_suffix(path, ".name")) {
    return g_strdup_printf(say(language, "%1$s: %2$s → %3$s"), element, label, value);
  }
  return g_strdup_printf(say(language, "Change %1$s to %2$s"), label, value);
}
