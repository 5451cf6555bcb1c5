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

static bool says(const char *text, const char *part) {
  return strstr(text, part) != NULL;
}

/* Whether what is cited says the figure's source, its year and who was asked. */
static bool cites(const Provenance *entry, const PublishedFigure *figure) {
  g_autofree char *year = g_strdup_printf("%d", figure->year);

  return strcmp(entry->path, figure->path) == 0 && says(entry->source, figure->source) &&
         says(entry->source, figure->who) && (figure->year == 0 || says(entry->source, year));
}

/* The path of the first element where the figure is of a whole list. */
static char *first_path(const char *path) {
  g_auto(GStrv) parts = g_strsplit(path, "[]", -1);

  return g_strjoinv("[0]", parts);
}

static void check_cited(const Provenance *entry) {
  bool found = false;

  for (int i = 0; i < published_figure_count() && !found; i++) {
    const PublishedFigure *figure = published_figure_at(i);
    g_autofree char *path = first_path(figure->path);

    found = cites(entry, figure) && plan_get(&plan, path) >= figure->low &&
            plan_get(&plan, path) <= figure->high;
  }
  g_test_message("%s: %s", entry->path, entry->source);
  g_assert_true(found);
}

/* Every value of a preset says where it comes from; what cites a figure has a value of its range,
 * and says the source, the year and who was asked. */
static void test_presets(void) {
  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    preset_fill((Preset)preset, date_from_ymd(2026, 2, 4), &plan);
    plan_walk(&plan, visit_provenance, NULL);
    g_assert_cmpint(plan.deal.promotion_end_date, ==, date_from_ymd(2027, 2, 4));
    for (int i = 0; i < plan.provenance_count; i++) {
      if (plan.provenance[i].kind == PROVENANCE_PRESET) {
        check_cited(&plan.provenance[i]);
      }
    }
  }
}

/* Domain §14: every figure that was published, its range and the year. */
static const struct {
  const char *path;
  int64_t low, high;
  int first_year, last_year;
} PUBLISHED[] = {
    {"deal.used_per_100k", 68000, 90000, 2011, 2011},
    {"clients.extras_share_per_100k", 25000, 50000, 2010, 2011},
    {"clients.return_per_100k", 2000, 35000, 2010, 2012},
    {"clients.existing_per_100k", 20000, 78000, 2011, 2012},
    {"deal.commission_per_100k", 42500, 50000, 2012, 2012},
    {"deal.card_fee_per_100k", 2500, 2500, 2011, 2011},
    {"deal.instalments[].after_days", 4, 90, 0, 2011},
    {"deal.payout_basis", PAYOUT_REDEEMED, PAYOUT_REDEEMED, 0, 0},
    {"services[].pay_per_100k", 40000, 60000, 0, 0},
    {"business.contributions_per_100k", 20000, 20000, 2026, 2026},
    {"staff[].guarantee_cents_per_hour", 1660, 1660, 2026, 2026},
    {"phone.handle_milli_minutes", 4500, 4500, 0, 0},
    {"alternatives.web_weekly_milli_hours", 10000, 12000, 0, 0},
    {"alternatives.web_months_before_result", 3, 12, 0, 0},
    {"survey.profitable", 55500, 55500, 2011, 2011},
    {"survey.profitable_spas", 53700, 53700, 2011, 2011},
    {"survey.profitable_restaurants", 43600, 43600, 2011, 2011},
    {"survey.review_score_lower", 10000, 10000, 2012, 2012},
    {"survey.used_in_60_days", 60000, 60000, 0, 0},
};

/* The ends of all that was published of a path; false: nothing was. */
static bool spread_find(const char *path, int64_t *low, int64_t *high) {
  bool found = false;

  for (int i = 0; i < published_figure_count(); i++) {
    const PublishedFigure *figure = published_figure_at(i);

    if (strcmp(figure->path, path) != 0) {
      continue;
    }
    *low = found ? MIN(*low, figure->low) : figure->low;
    *high = found ? MAX(*high, figure->high) : figure->high;
    found = true;
  }
  return found;
}

static void test_published(void) {
  for (int i = 0; i < published_figure_count(); i++) {
    const PublishedFigure *figure = published_figure_at(i);
    int64_t low, high;
    gsize k = 0;

    while (k < G_N_ELEMENTS(PUBLISHED) && strcmp(PUBLISHED[k].path, figure->path) != 0) {
      k++;
    }
    g_test_message("%s", figure->path);
    g_assert_cmpint(k, <, G_N_ELEMENTS(PUBLISHED));
    g_assert_true(spread_find(figure->path, &low, &high));
    g_assert_cmpint(low, ==, PUBLISHED[k].low);
    g_assert_cmpint(high, ==, PUBLISHED[k].high);
    g_assert_cmpint(figure->year, >=, PUBLISHED[k].first_year);
    g_assert_cmpint(figure->year, <=, PUBLISHED[k].last_year);
  }
  for (gsize k = 0; k < G_N_ELEMENTS(PUBLISHED); k++) {
    int64_t low, high;

    g_assert_true(spread_find(PUBLISHED[k].path, &low, &high));
  }
}

/* The first uncertain input of the plan that is surer than all who were asked; NULL: none. */
static const char *too_sure(void) {
  for (int i = 0; i < plan.uncertainty_count; i++) {
    const Uncertainty *range = &plan.uncertainty[i];
    int64_t low, high;

    if (spread_find(range->path, &low, &high) && (range->low >= low || range->high <= high)) {
      return range->path;
    }
  }
  return NULL;
}

/* Who does not know yet is less sure than the surveys are apart; her value is in its range. */
static void test_ranges(void) {
  static const char *const ASKED[] = {"deal.used_per_100k", "clients.extras_share_per_100k",
                                      "clients.return_per_100k", "clients.existing_per_100k"};

  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    gsize found = 0;

    preset_fill((Preset)preset, date_from_ymd(2026, 2, 4), &plan);
    g_assert_cmpstr(too_sure(), ==, NULL);
    for (int i = 0; i < plan.uncertainty_count; i++) {
      const Uncertainty *range = &plan.uncertainty[i];

      g_assert_cmpint(range->low, <, range->likely);
      g_assert_cmpint(range->likely, <, range->high);
      g_assert_cmpint(plan_get(&plan, range->path), ==, range->likely);
      for (gsize k = 0; k < G_N_ELEMENTS(ASKED); k++) {
        found += strcmp(range->path, ASKED[k]) == 0;
      }
    }
    g_assert_cmpint(found, ==, G_N_ELEMENTS(ASKED));
    /* A range of the surveys' own ends is noticed. */
    for (int i = 0; i < plan.uncertainty_count; i++) {
      int64_t low, high, before = plan.uncertainty[i].high;

      if (spread_find(plan.uncertainty[i].path, &low, &high)) {
        plan.uncertainty[i].high = high;
        g_assert_cmpstr(too_sure(), ==, plan.uncertainty[i].path);
        plan.uncertainty[i].high = before;
      }
    }
  }
}

/* Nothing stands in the way of computing any of them. */
static void test_sensible(void) {
  Problems problems;

  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    preset_fill((Preset)preset, date_from_ymd(2026, 2, 4), &plan);
    plan_check(&plan, &problems);
    g_assert_cmpint(problems.blocking_count, ==, 0);
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
  g_test_add_func("/presets/published", test_published);
  g_test_add_func("/presets/provenance", test_presets);
  g_test_add_func("/presets/ranges", test_ranges);
  g_test_add_func("/presets/sensible", test_sensible);
  return g_test_run();
}
