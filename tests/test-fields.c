/* The field table: every row is sound and reaches its own bytes; paths, places, --set and
 * provenance. */
#include <glib.h>
#include <string.h>

#include "model/plan/fields.h"
#include "tests/any-plan.h"

static Plan plan, other;

static void test_rows(void) {
  g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) paths = g_hash_table_new(g_str_hash, g_str_equal);

  for (int i = 0; i < field_count(); i++) {
    const Field *field = field_at(i);

    g_test_message("%s", field->path);
    g_assert_true(g_hash_table_add(ids, (char *)field->id));
    g_assert_true(g_hash_table_add(paths, (char *)field->path));
    g_assert_true(field_find(field->path) == field);
    g_assert_true(g_str_is_ascii(field->meaning) && strlen(field->meaning) > 5);
    g_assert_cmpint(field->minimum, <=, field->maximum);
    g_assert_cmpuint(strlen(field->path), <, PLAN_PATH_SIZE - 8); /* its indices fit too */
    g_assert_cmpint(field->choices != NULL, ==, field->type == FIELD_CHOICE);
    if (field->type != FIELD_TEXT && field->fallback != field_none(field)) {
      g_assert_cmpint(field->fallback, >=, field->minimum - (field->required ? 1 : 0));
      g_assert_cmpint(field->fallback, <=, field->maximum);
    }
    for (gint64 k = 0; field->choices && k <= field->maximum; k++) {
      g_assert_cmpint(field_choice_find(field, field->choices[k]), ==, k);
    }
    if (field->choices) {
      g_assert_null(field->choices[field->maximum + 1]);
      g_assert_cmpint(field_choice_find(field, "Extra"), ==, -1);
    }
  }
  for (int unit = 0; unit < UNIT_COUNT; unit++) {
    g_assert_nonnull(unit_name(unit));
  }
}

typedef struct {
  guint8 *taken; /* a byte of the plan that a value has */
  gsize last;
} Bytes;

static gsize size_of(const Field *field) {
  return field->type == FIELD_TEXT    ? (gsize)field->maximum + 1
         : field->type == FIELD_CENTS ? 8
         : field->type == FIELD_BOOL  ? 1
                                      : 4;
}

static bool visit_bytes(const FieldStop *stop, void *data) {
  Bytes *bytes = data;
  gsize begin = (gsize)((char *)stop->value - (char *)&plan);

  if (stop->field) {
    g_assert_cmpuint(begin + size_of(stop->field), <=, sizeof plan);
    g_assert_true(begin == 0 || begin > bytes->last); /* the order of the table is the struct's */
    bytes->last = begin;
    for (gsize i = begin; i < begin + size_of(stop->field); i++) {
      g_assert_cmpint(bytes->taken[i]++, ==, 0);
    }
  }
  return true;
}

static void test_bytes(void) {
  g_autofree guint8 *taken = g_new0(guint8, sizeof plan);

  any_plan_fill_lists(G_MAXINT, &plan);
  g_assert_true(plan_walk(&plan, visit_bytes, &(Bytes){taken, 0}));
}

/* Every value, by its written path, is the value that the walk met; it keeps what is put. */
static bool visit_put_and_get(const FieldStop *stop, void *data) {
  char path[PLAN_PATH_SIZE];
  FieldPlace place;

  field_stop_path(stop, path);
  if (!stop->field) {
    void *elements;

    g_assert_true(field_list_place(&plan, path, &elements, NULL) == stop->list);
    g_assert_true(elements == stop->value);
    return true;
  }
  g_assert_true(field_place(&plan, path, false, &place));
  g_assert_true(place.field == stop->field && place.value == stop->value);
  ++*(int *)data;
  if (stop->field->type == FIELD_TEXT) {
    g_autofree char *longest = g_strnfill((gsize)stop->field->maximum, 'x');

    g_assert_true(plan_set_text(&plan, path, longest));
    g_assert_cmpstr(plan_get_text(&plan, path), ==, longest);
    g_assert_false(plan_set(&plan, path, 1));
    return true;
  }
  const gint64 values[] = {stop->field->minimum, stop->field->maximum, field_none(stop->field)};

  for (gsize i = 0; i < (stop->field->type == FIELD_BOOL ? 2 : G_N_ELEMENTS(values)); i++) {
    g_assert_true(plan_set(&plan, path, values[i]));
    g_assert_cmpint(plan_get(&plan, path), ==, values[i]);
  }
  g_assert_false(plan_set_text(&plan, path, "1"));
  return true;
}

static void test_put_and_get(void) {
  int values = 0;

  any_plan_fill_lists(3, &plan);
  g_assert_true(plan_walk(&plan, visit_put_and_get, &values));
  g_assert_cmpint(values, >, 250);
}

static bool visit_default(const FieldStop *stop, void *data) {
  if (stop->field && stop->field->type != FIELD_TEXT) {
    g_assert_cmpint(field_get(&(FieldPlace){stop->field, stop->value}), ==, stop->field->fallback);
  } else if (stop->field) {
    g_assert_cmpstr(stop->value, ==, "");
  } else if (stop->list->count_offset != SIZE_MAX) {
    g_assert_cmpint(stop->count, ==, 0);
  }
  return true;
}

static void test_init(void) {
  memset(&plan, 0xA5, sizeof plan);
  plan_init(&plan);
  g_assert_true(plan_walk(&plan, visit_default, NULL));
  g_assert_cmpint(plan.deal.weekday_quota[6], ==, PLAN_NONE);
  g_assert_cmpint(plan.regulars.season_per_100k[11], ==, 100000);
}

static void test_no_such_place(void) {
  static const char *const PATHS[] = {"",
                                      ".",
                                      "deal",
                                      "deal.",
                                      "deal.pric",
                                      "deal.price_cents.",
                                      "deal.price_cents[0]",
                                      "rooms",
                                      "rooms[0]",
                                      "rooms[].name",
                                      "rooms[3].name",
                                      "rooms[-1].name",
                                      "rooms[00000000001].name",
                                      "rooms[99999].name",
                                      "rooms[4294967296].name",
                                      "rooms[0.name",
                                      "rooms0].name",
                                      "rooms[0]name",
                                      "staff[0].shifts[2].weekday",
                                      "staff[0].shifts[].weekday",
                                      "staff[].shifts[0].weekday",
                                      "deal.weekday_quota[7]",
                                      "deal.weekday_quota",
                                      "Deal.price_cents"};
  FieldPlace place = {NULL, NULL};

  any_plan_fill_lists(2, &plan);
  for (gsize i = 0; i < G_N_ELEMENTS(PATHS); i++) {
    g_test_message("%s", PATHS[i]);
    g_assert_false(field_place(&plan, PATHS[i], false, &place));
    g_assert_null(place.field);
    g_assert_false(plan_set(&plan, PATHS[i], 1));
  }
  g_assert_false(plan_set(&plan, "deal.sale_days", (gint64)G_MAXINT32 + 1));
  g_assert_false(field_place(&plan, "deal.weekday_quota[7]", true, &place));
}

static void test_append_and_remove(void) {
  FieldPlace place;

  plan_init(&plan);
  g_assert_false(field_place(&plan, "staff[1].name", true, &place));
  /* Nothing is made on the way to what cannot be. */
  g_assert_false(field_place(&plan, "staff[0].shifts[1].weekday", true, &place));
  g_assert_cmpint(plan.staff_count, ==, 0);
  g_assert_true(field_place(&plan, "staff[0].shifts[0].weekday", true, &place));
  g_assert_cmpint(plan.staff_count, ==, 1);
  g_assert_cmpint(plan.staff[0].shifts_count, ==, 1);
  g_assert_cmpint(plan.staff[0].from_date, ==, DATE_NONE);
  for (int i = 1; i < STAFF_MAX; i++) {
    g_autofree char *path = g_strdup_printf("staff[%d].guarantee_cents_per_hour", i);

    g_assert_true(field_place(&plan, path, true, &place));
    field_put(&place, i);
  }
  g_assert_false(field_place(&plan, "staff[32].name", true, &place));
  g_assert_true(plan_remove_element(&plan, "staff", 1));
  g_assert_cmpint(plan.staff_count, ==, STAFF_MAX - 1);
  g_assert_cmpint(plan.staff[1].guarantee_cents_per_hour, ==, 2);
  g_assert_cmpint(plan.staff[STAFF_MAX - 2].guarantee_cents_per_hour, ==, STAFF_MAX - 1);
  g_assert_true(plan_remove_element(&plan, "staff[0].shifts", 0));
  g_assert_false(plan_remove_element(&plan, "staff[0].shifts", 0));
  g_assert_false(plan_remove_element(&plan, "deal.weekday_quota", 0));
  g_assert_false(plan_remove_element(&plan, "staff", -1));
  g_assert_false(plan_remove_element(&plan, "staves", 0));
}

/* --set: what is read, and why what is not is not. */
static const struct {
  const char *path, *value, *why;
  gint64 number; /* when why is NULL */
} TEXT_CASES[] = {
    {"deal.price_cents", "7500", NULL, 7500},
    {"deal.price_cents", "-1", NULL, -1},
    {"deal.price_cents", "75.00", "a whole number is due", 0},
    {"deal.price_cents", "", "a whole number is due", 0},
    {"deal.price_cents", " 75", "a whole number is due", 0},
    {"deal.price_cents", "+75", "a whole number is due", 0},
    {"deal.price_cents", "null", NULL, PLAN_NONE_CENTS},
    {"deal.vouchers_sold", "2147483647", NULL, G_MAXINT32},
    {"deal.vouchers_sold", "2147483648", "the number is too large", 0},
    {"deal.vouchers_sold", "-2147483648", "the number is too large", 0},
    {"deal.vouchers_sold", "9999999999999999999", "a whole number is due", 0},
    {"deal.contract_cap", "null", NULL, PLAN_NONE},
    {"deal.weekday_quota[4]", "4", NULL, 4},
    {"deal.weekday_quota[7]", "4", "the index is past the end of the list", 0},
    {"deal.weekday_quota[]", "4", "an index is missing", 0},
    {"deal.weekday_quota", "4", "a list is set element by element", 0},
    {"deal.allowed_weekdays[5]", "false", NULL, 0},
    {"deal.allowed_weekdays[5]", "0", "true or false is due", 0},
    {"deal.sale_date", "2026-02-14", NULL, 20498},
    {"deal.sale_date", "\"2026-02-14\"", NULL, 20498},
    {"deal.sale_date", "2026-02-30", "a date such as 2026-02-04 is due", 0},
    {"deal.sale_date", "20498", "a date such as 2026-02-04 is due", 0},
    {"deal.price_tax_wording", "included", NULL, WORDING_INCLUDED},
    {"deal.price_tax_wording", "\"included\"", NULL, WORDING_INCLUDED},
    {"deal.price_tax_wording", "Included", "not one of the words of this field", 0},
    {"services[0].pay_rule", "same", "not one of the words of this field", 0},
    {"deal_pay.rule", "same", NULL, PAY_SAME},
    {"rooms[3].from_date", "2026-02-14", NULL, 20498},
    {"rooms[9].from_date", "2026-02-14", "the index is past the end of the list", 0},
    {"deal.prize", "1", "no such field", 0},
    {"name", "\"a", "the quotes do not match", 0},
    {"name", "\"a\"b", "the quotes do not match", 0},
    {"name", "\"a\\n\"", "the quotes do not match", 0},
    {"name", "caf\xE9", "the text is too long or is not UTF-8", 0},
    {"name", "\xED\xA0\x80", "the text is too long or is not UTF-8", 0},
};

static void test_set_from_text(void) {
  const char *why;

  any_plan_fill_lists(3, &plan);
  for (gsize i = 0; i < G_N_ELEMENTS(TEXT_CASES); i++) {
    g_test_message("case %d, %s", (int)i, TEXT_CASES[i].path);
    other = plan;
    bool set = plan_set_from_text(&plan, TEXT_CASES[i].path, TEXT_CASES[i].value, &why);

    g_assert_cmpstr(why, ==, TEXT_CASES[i].why);
    g_assert_cmpint(set, ==, TEXT_CASES[i].why == NULL);
    if (set) {
      g_assert_cmpint(plan_get(&plan, TEXT_CASES[i].path), ==, TEXT_CASES[i].number);
    } else {
      g_assert_cmpmem(&plan, sizeof plan, &other, sizeof other);
    }
  }
  g_assert_true(plan_set_from_text(&plan, "name", "\"a \\\"b\\\" \\\\ c\"", NULL));
  g_assert_cmpstr(plan.name, ==, "a \"b\" \\ c");
  g_assert_true(plan_set_from_text(&plan, "name", "Spa é", &why));
  g_assert_cmpstr(plan.name, ==, "Spa é");
  g_autofree char *long_text = g_strnfill(PLAN_TEXT_SIZE, 'x');

  g_assert_false(plan_set_from_text(&plan, "name", long_text, &why));
  g_assert_cmpstr(plan.name, ==, "Spa é");
}

/* A plan changed in one value differs from itself exactly there. */
static bool visit_difference(const FieldStop *stop, void *data) {
  char path[PLAN_PATH_SIZE], found[PLAN_PATH_SIZE];
  FieldPlace place;

  if (!stop->field) {
    return true;
  }
  field_stop_path(stop, path);
  field_place(&other, path, false, &place);
  if (stop->field->type == FIELD_TEXT) {
    field_put_text(&place, "different");
  } else {
    field_put(&place, !field_get(&place));
  }
  g_assert_true(plan_first_difference(&plan, &other, found, sizeof found));
  g_assert_cmpstr(found, ==, path);
  memcpy(place.value, stop->value, size_of(stop->field));
  return true;
}

static void test_first_difference(void) {
  char path[PLAN_PATH_SIZE];
  char little[6];

  any_plan_fill_lists(3, &plan);
  other = plan;
  g_assert_false(plan_first_difference(&plan, &other, path, sizeof path));
  g_assert_true(plan_walk(&plan, visit_difference, NULL));
  g_assert_false(plan_first_difference(&plan, &other, path, sizeof path));
  other.staff[2].shifts_count--;
  g_assert_true(plan_first_difference(&plan, &other, path, sizeof path));
  g_assert_cmpstr(path, ==, "staff[2].shifts");
  g_assert_true(plan_first_difference(&other, &plan, little, sizeof little));
  g_assert_cmpstr(little, ==, "staff");
  g_assert_true(plan_first_difference(&plan, &other, NULL, 0));
}

static void test_provenance(void) {
  plan_init(&plan);
  g_assert_null(plan_provenance(&plan, "deal.price_cents"));
  g_assert_true(plan_set_provenance(&plan, "*", PROVENANCE_ASSUMED, ""));
  g_assert_true(plan_set_provenance(&plan, "rooms", PROVENANCE_REPORTED, "the case"));
  g_assert_true(plan_set_provenance(&plan, "deal", PROVENANCE_GUESS, ""));
  g_assert_true(plan_set_provenance(&plan, "deal.price_cents", PROVENANCE_CONTRACT, "s. 4"));
  g_assert_true(plan_set_provenance(&plan, "staff[].shifts", PROVENANCE_MINE, ""));
  g_assert_cmpstr(plan_provenance(&plan, "rooms[2].name")->source, ==, "the case");
  g_assert_cmpstr(plan_provenance(&plan, "rooms")->source, ==, "the case");
  g_assert_cmpint(plan_provenance(&plan, "deal.price_cents")->kind, ==, PROVENANCE_CONTRACT);
  g_assert_cmpint(plan_provenance(&plan, "deal.list_price_cents")->kind, ==, PROVENANCE_GUESS);
  g_assert_cmpint(plan_provenance(&plan, "deal_pay.rule")->kind, ==, PROVENANCE_ASSUMED);
  g_assert_cmpint(plan_provenance(&plan, "staff[12].shifts[1].weekday")->kind, ==, PROVENANCE_MINE);
  g_assert_cmpint(plan_provenance(&plan, "staff[12].name")->kind, ==, PROVENANCE_ASSUMED);
  g_assert_true(plan_set_provenance(&plan, "deal", PROVENANCE_MINE, "agenda"));
  g_assert_cmpint(plan.provenance_count, ==, 5);
  g_assert_cmpint(plan_provenance(&plan, "deal.gap_days")->kind, ==, PROVENANCE_MINE);
  for (int i = plan.provenance_count; i < PROVENANCE_MAX; i++) {
    g_autofree char *path = g_strdup_printf("p%d", i);

    g_assert_true(plan_set_provenance(&plan, path, PROVENANCE_MINE, ""));
  }
  g_assert_false(plan_set_provenance(&plan, "one more", PROVENANCE_MINE, ""));
  g_assert_true(plan_set_provenance(&plan, "p9", PROVENANCE_GUESS, ""));
}

static void test_horizon(void) {
  plan_init(&plan);
  plan.deal.sale_date = date_from_ymd(2026, 2, 4);
  plan.deal.promotion_end_date = date_from_ymd(2027, 2, 4);
  g_assert_cmpint(plan_horizon_days(&plan), ==, 456);
  g_assert_cmpint(plan_sale_last_date(&plan), ==, plan.deal.sale_date);
  plan.deal.promotion_end_date = date_from_ymd(2027, 8, 4);
  g_assert_cmpint(plan_horizon_days(&plan), ==, 546 + 91);
  plan.deal.promotion_end_date = G_MAXINT32;
  g_assert_cmpint(plan_horizon_days(&plan), ==, HORIZON_DAYS_MAX);
  plan.deal.promotion_end_date = DATE_NONE;
  g_assert_cmpint(plan_horizon_days(&plan), ==, 456);
  plan.deal.sale_days = G_MAXINT32;
  g_assert_cmpint(plan_sale_last_date(&plan), ==, DATE_NONE);
}

/* Per keystroke: printed, never failing on time. */
static void test_speed(void) {
  gint64 begin = g_get_monotonic_time();

  any_plan_fill_lists(5, &plan);
  for (int i = 0; i < 10000; i++) {
    plan_set(&plan, "alternatives.web_cents_per_hour", i);
  }
  g_test_message("plan_set: %.2f us", (double)(g_get_monotonic_time() - begin) / 10000);
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/fields/rows", test_rows);
  g_test_add_func("/fields/bytes", test_bytes);
  g_test_add_func("/fields/put-and-get", test_put_and_get);
  g_test_add_func("/fields/init", test_init);
  g_test_add_func("/fields/no-such-place", test_no_such_place);
  g_test_add_func("/fields/append-and-remove", test_append_and_remove);
  g_test_add_func("/fields/set-from-text", test_set_from_text);
  g_test_add_func("/fields/first-difference", test_first_difference);
  g_test_add_func("/fields/provenance", test_provenance);
  g_test_add_func("/fields/horizon", test_horizon);
  g_test_add_func("/fields/speed", test_speed);
  return g_test_run();
}
