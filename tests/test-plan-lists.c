/* One more element of a list and one less: the plan stays sensible, and what refers to an element
 * by number goes on to mean the same one. */
#include <glib.h>
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/plan-lists.h"
#include "model/plan/presets.h"
#include "model/store/plan-json.h"
#include "tests/any-plan.h"

static Plan plan, before;

static bool is_sensible(const Plan *any) {
  Problems problems;

  plan_check(any, &problems);
  return problems.blocking_count == 0;
}

/* The sources of a plan name the element that they are of; whether they all still do. */
static void tag_elements(Plan *tagged) {
  for (int i = 0; i < tagged->services_count; i++) {
    g_autofree char *path = g_strdup_printf("services[%d].minutes", i);
    g_autofree char *mix = g_strdup_printf("regulars.service_mix_per_100k[%d]", i);

    g_assert_true(plan_set_provenance(tagged, path, PROVENANCE_MINE, tagged->services[i].name));
    g_assert_true(plan_set_provenance(tagged, mix, PROVENANCE_MINE, tagged->services[i].name));
  }
  for (int i = 0; i < tagged->staff_count; i++) {
    g_autofree char *path = g_strdup_printf("staff[%d]", i);

    g_assert_true(plan_set_provenance(tagged, path, PROVENANCE_MINE, tagged->staff[i].name));
  }
}

static bool tags_follow(const Plan *tagged) {
  for (int i = 0; i < tagged->provenance_count; i++) {
    const Provenance *entry = &tagged->provenance[i];
    int index = 0;
    const char *bracket = strchr(entry->path, '[');

    if (!bracket || !g_ascii_isdigit(bracket[1])) {
      continue;
    }
    index = (int)g_ascii_strtoll(bracket + 1, NULL, 10);
    bool staff = g_str_has_prefix(entry->path, "staff[");

    if (index >= (staff ? tagged->staff_count : tagged->services_count) ||
        strcmp(entry->source, staff ? tagged->staff[index].name : tagged->services[index].name) !=
            0) {
      return false;
    }
  }
  return true;
}

static const char *const PATHS[] = {"rooms",
                                    "staff",
                                    "services",
                                    "hours",
                                    "closures",
                                    "deal.instalments",
                                    "deal.blackout_dates",
                                    "one_off_costs",
                                    "staff[0].shifts",
                                    "staff[1].shifts",
                                    "services[0].start_minutes"};

static int count_of(Plan *any, const char *path) {
  int32_t *count = NULL;

  return field_list_place(any, path, NULL, &count) ? *count : 0;
}

static void test_random_changes(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(7);
  int changed = 0, refused = 0;

  for (int preset = 0; preset <= PRESET_COUNT; preset++) {
    if (preset == PRESET_COUNT) {
      plan_example(&plan);
    } else {
      preset_fill((Preset)preset, 20500, &plan);
    }
    tag_elements(&plan);
    for (int step = 0; step < 250; step++) {
      const char *path = PATHS[g_rand_int_range(luck, 0, G_N_ELEMENTS(PATHS))];
      g_autofree char *sold = g_strdup(plan.services[plan.deal.service_index].name);
      int count = count_of(&plan, path);
      Problem why = {0};

      before = plan;
      ListAnswer answer =
          g_rand_boolean(luck)
              ? plan_list_add(&plan, path, NULL, &why)
              : plan_list_remove(&plan, path, count ? g_rand_int_range(luck, 0, count) : 0, &why);

      changed += answer == LIST_CHANGED;
      refused += answer == LIST_SENSELESS;
      if (answer != LIST_CHANGED) {
        g_assert_false(plan_first_difference(&before, &plan, NULL, 0));
      }
      g_assert_cmpint(why.path[0] != '\0', ==, answer == LIST_SENSELESS);
      g_assert_true(is_sensible(&plan));
      g_assert_true(tags_follow(&plan));
      g_assert_cmpstr(plan.services[plan.deal.service_index].name, ==, sold);
    }
  }
  g_assert_cmpint(changed, >, 700);
  g_assert_cmpint(refused, >, 5);
}

/* What a removal without the references does is seen. */
static void test_a_plain_removal_is_seen(void) {
  plan_example(&plan);
  tag_elements(&plan);
  g_assert_true(tags_follow(&plan));
  g_assert_true(plan_remove_element(&plan, "staff", 0));
  g_assert_false(tags_follow(&plan));
}

static void test_add_then_remove(void) {
  plan_example(&plan);
  for (gsize i = 0; i < G_N_ELEMENTS(PATHS); i++) {
    int index = -1;

    before = plan;
    if (strcmp(PATHS[i], "services[0].start_minutes") == 0) {
      continue; /* its first start, at midnight, is outside the hours */
    }
    g_assert_cmpint(plan_list_add(&plan, PATHS[i], &index, NULL), ==, LIST_CHANGED);
    g_assert_cmpint(index, ==, count_of(&before, PATHS[i]));
    g_assert_true(plan_first_difference(&before, &plan, NULL, 0));
    g_assert_cmpint(plan_list_remove(&plan, PATHS[i], index, NULL), ==, LIST_CHANGED);
    g_assert_false(plan_first_difference(&before, &plan, NULL, 0));
  }
}

static void test_what_is_new(void) {
  int index = 0;

  plan_example(&plan);
  plan_list_add(&plan, "rooms", &index, NULL);
  g_assert_cmpstr(plan.rooms[index].name, ==, "Room 4");
  plan_list_remove(&plan, "rooms", 1, NULL);
  plan_list_add(&plan, "rooms", &index, NULL);
  g_assert_cmpstr(plan.rooms[index].name, ==, "Room 5");
  plan_list_add(&plan, "services", &index, NULL);
  g_assert_cmpstr(plan.services[index].name, ==, "Duo massage 2");
  g_assert_cmpint(plan.regulars.service_mix_per_100k[index], ==, 0);
  plan_list_add(&plan, "hours", &index, NULL);
  g_assert_cmpint(plan.hours[index].weekday, ==, 6);
  g_assert_cmpint(plan.hours[index].begin_minute, ==, 600);
  plan_list_add(&plan, "hours", &index, NULL);
  g_assert_cmpint(plan.hours[index].begin_minute, ==, 1260);
  plan_list_add(&plan, "closures", &index, NULL);
  g_assert_cmpint(plan.closures[0].from_date, ==, date_from_ymd(2026, 12, 25));
  plan_list_add(&plan, "closures", &index, NULL);
  g_assert_cmpint(plan.closures[1].to_date, ==, date_from_ymd(2026, 12, 26));
  memset(plan.rooms[0].name, 'x', PLAN_TEXT_SIZE - 2);
  memcpy(plan.rooms[0].name + PLAN_TEXT_SIZE - 4, "\xc3\xa9", 3);
  plan.rooms_count = 1;
  plan_list_add(&plan, "rooms", &index, NULL);
  g_assert_true(g_utf8_validate(plan.rooms[1].name, -1, NULL));
  g_assert_true(g_str_has_suffix(plan.rooms[1].name, " 2"));
}

static void test_service_shares(void) {
  plan_example(&plan);
  plan_list_add(&plan, "services", NULL, NULL);
  plan.regulars.service_mix_per_100k[0] = 60000;
  plan.regulars.service_mix_per_100k[1] = 10001;
  plan.regulars.service_mix_per_100k[2] = 29999;
  plan.deal.service_index = 2;
  g_assert_cmpint(plan_list_remove(&plan, "services", 0, NULL), ==, LIST_CHANGED);
  g_assert_cmpint(plan.deal.service_index, ==, 1);
  g_assert_cmpint(plan.regulars.service_mix_per_100k_count, ==, 2);
  g_assert_cmpint(plan.regulars.service_mix_per_100k[0], ==, 25002); /* 10 001 of 40 000 */
  g_assert_cmpint(plan.regulars.service_mix_per_100k[1], ==, 74998);
  g_assert_cmpint(plan_list_remove(&plan, "services", 1, NULL), ==, LIST_SOLD);
}

static void test_refusals(void) {
  Problem why = {0};

  plan_example(&plan);
  plan.services[1].rooms_needed = 3;
  g_assert_cmpint(plan_list_remove(&plan, "rooms", 0, &why), ==, LIST_SENSELESS);
  g_assert_cmpint(why.code, ==, PROBLEM_NOT_ENOUGH_ROOMS);
  g_assert_cmpstr(why.path, ==, "services[1].rooms_needed");
  g_assert_cmpint(plan_list_remove(&plan, "rooms", 9, &why), ==, LIST_NO_SUCH);
  g_assert_cmpint(plan_list_remove(&plan, "rooms", -1, &why), ==, LIST_NO_SUCH);
  g_assert_cmpint(plan_list_add(&plan, "regulars.season_per_100k", NULL, &why), ==, LIST_NO_SUCH);
  g_assert_cmpint(plan_list_add(&plan, "staff[9].shifts", NULL, &why), ==, LIST_NO_SUCH);
  g_assert_cmpint(plan_list_add(&plan, "chairs", NULL, &why), ==, LIST_NO_SUCH);
  for (gsize i = 0; i < 4; i++) {
    const FieldList *list = field_list_find(PATHS[i == 3 ? 5 : i]);

    while (count_of(&plan, list->path) < list->capacity) {
      g_assert_cmpint(plan_list_add(&plan, list->path, NULL, &why), ==, LIST_CHANGED);
    }
    g_assert_cmpint(plan_list_add(&plan, list->path, NULL, &why), ==, LIST_FULL);
    g_assert_cmpint(count_of(&plan, list->path), ==, list->capacity);
  }
}

/* A plan that is no sense already may be changed, and nothing is written past a list. */
static void test_plans_of_no_sense(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(11);

  for (int i = 0; i < 60; i++) {
    any_plan_draw(luck, 40, &plan);
    for (gsize k = 0; k < G_N_ELEMENTS(PATHS); k++) {
      int count = count_of(&plan, PATHS[k]);
      ListAnswer answer = plan_list_add(&plan, PATHS[k], NULL, NULL);

      g_assert_cmpint(count_of(&plan, PATHS[k]), ==, count + (answer == LIST_CHANGED));
      plan_list_remove(&plan, PATHS[k], 0, NULL);
    }
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/plan-lists/random-changes", test_random_changes);
  g_test_add_func("/plan-lists/a-plain-removal-is-seen", test_a_plain_removal_is_seen);
  g_test_add_func("/plan-lists/add-then-remove", test_add_then_remove);
  g_test_add_func("/plan-lists/what-is-new", test_what_is_new);
  g_test_add_func("/plan-lists/service-shares", test_service_shares);
  g_test_add_func("/plan-lists/refusals", test_refusals);
  g_test_add_func("/plan-lists/plans-of-no-sense", test_plans_of_no_sense);
  return g_test_run();
}
