/* Published figures and the presets that cite them. */
#include <glib.h>
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/presets.h"
#include "model/plan/problem.h"

static Plan plan;

static void test_figures(void) {
  for (int i = 0; i < published_figure_count(); i++) {
    const PublishedFigure *figure = published_figure_at(i);
    const Field *field = field_find(figure->path);

    g_assert_cmpint(figure->low, <=, figure->likely);
    g_assert_cmpint(figure->likely, <=, figure->high);
    g_assert_true(field != NULL || g_str_has_prefix(figure->path, "survey."));
    if (field) {
      g_assert_cmpint(figure->low, >=, field->minimum);
      g_assert_cmpint(figure->high, <=, field->maximum);
    }
    g_assert_true(figure->who[0] != '\0' && figure->source[0] != '\0' && figure->what[0] != '\0');
  }
}

static bool visit_provenance(const FieldStop *stop, void *data) {
  char path[PLAN_PATH_SIZE];

  field_stop_path(stop, path);
  const Provenance *provenance = plan_provenance(&plan, path);

  g_assert_nonnull(provenance);
  g_assert_true(provenance->kind == PROVENANCE_PRESET || provenance->kind == PROVENANCE_ASSUMED);
  g_assert_cmpstr(provenance->source, !=, "");
  return true;
}

/* Every value of a preset says where it comes from; what cites a figure has its value. */
static void test_presets(void) {
  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    preset_fill((Preset)preset, date_from_ymd(2026, 2, 4), &plan);
    plan_walk(&plan, visit_provenance, NULL);
    g_assert_cmpint(plan.deal.promotion_end_date, ==, date_from_ymd(2027, 2, 4));
    for (int i = 0; i < plan.provenance_count; i++) {
      const Provenance *entry = &plan.provenance[i];
      bool found = entry->kind == PROVENANCE_ASSUMED || strstr(entry->path, "[]");

      for (int k = 0; k < published_figure_count() && !found; k++) {
        const PublishedFigure *figure = published_figure_at(k);

        found = strcmp(figure->path, entry->path) == 0 &&
                strcmp(figure->source, entry->source) == 0 &&
                plan_get(&plan, entry->path) >= figure->low &&
                plan_get(&plan, entry->path) <= figure->high;
      }
      g_test_message("%s %s", preset_name((Preset)preset), entry->path);
      g_assert_true(found);
    }
  }
}

static void test_names(void) {
  g_assert_cmpstr(preset_name(PRESET_SPA), ==, "spa");
  g_assert_cmpstr(preset_name(PRESET_ONE_OFF), ==, "one_off");
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/presets/names", test_names);
  g_test_add_func("/presets/figures", test_figures);
  g_test_add_func("/presets/provenance", test_presets);
  return g_test_run();
}
