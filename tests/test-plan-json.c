/* Plans as JSON: round trips, the example, what must be refused and with which words, cut and
 * garbled texts. tests/data/invalid-json/expected.tsv tells file, error and message. */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"
#include "tests/any-plan.h"

#define INVALID_DIR TESTS_DATA "/invalid-json"

static Plan plan, other;

static void assert_same(const Plan *a, const Plan *b) {
  char path[PLAN_PATH_SIZE];

  if (plan_first_difference(a, b, path, sizeof path)) {
    g_error("differs at %s", path);
  }
}

static void assert_round_trip(const Plan *before) {
  g_autoptr(GError) error = NULL;
  g_autofree char *text = plan_to_json(before);

  g_assert_true(g_utf8_validate(text, -1, NULL));
  plan_from_json(text, -1, &other, &error);
  g_assert_no_error(error);
  assert_same(before, &other);
  g_autofree char *again = plan_to_json(&other);

  g_assert_cmpstr(text, ==, again);
}

static void test_any_plan(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(11);

  for (int i = 0; i < 300; i++) {
    any_plan_draw(luck, i % 10 == 0 ? 300 : i % 5, &plan);
    assert_round_trip(&plan);
  }
}

static void test_example(void) {
  g_autofree char *shipped = NULL;
  gsize length;

  plan_example(&plan);
  assert_round_trip(&plan);
  g_assert_cmpstr(plan.name, ==, "Spa duo: the Tuango case");
  g_assert_cmpint(plan.deal.vouchers_sold, ==, 444);
  g_assert_cmpint(plan.deal.sale_date, ==, date_from_ymd(2026, 2, 4));
  g_assert_cmpint(plan.deal.contract_cap, ==, PLAN_NONE);
  g_assert_cmpint(plan.deal.tax_treatment, ==, TREATMENT_GIFT_CERTIFICATE);
  g_assert_cmpint(plan.staff_count, ==, 5);
  g_assert_true(plan.staff[4].accompanied_only);
  g_assert_cmpint(plan.staff[4].shifts_count, ==, 3);
  g_assert_cmpint(plan.staff[4].from_date, ==, DATE_NONE);
  g_assert_cmpint(plan.uncertainty[5].high, ==, 110000);
  g_assert_cmpint(plan_provenance(&plan, "rooms[1].name")->kind, ==, PROVENANCE_REPORTED);
  /* What is built in is what is in the folder. */
  g_assert_true(
      g_file_get_contents(TESTS_DATA "/../../model/store/example.json", &shipped, &length, NULL));
  g_assert_true(plan_from_json(shipped, (gssize)length, &other, NULL));
  assert_same(&plan, &other);
}

/* What may be written in more than one way, and what stands when it is left out. */
static void test_lenient(void) {
  static const char text[] =
      "\xEF\xBB\xBF {\"version\":1,\"provenance\":{\"deal\":\"contract:s. 4\",\"*\":\"guess: a: "
      "b\"},"
      "\"deal\":{\"promotion_end_date\":\"2027-02-04\",\"sale_date\":\"2026-02-04\","
      "\"vouchers_sold\":1e2,\"price_cents\":5000.0,\"list_price_cents\":10000,"
      "\"contract_cap\":null,\"used_per_100k\":null},"
      "\"name\":\"\\u00e9\\ud83d\\ude42\\/\\\"\",\"format\":\"aubaine-plan\","
      "\"rooms\":[{\"name\":\"A\"}]}";
  g_autoptr(GError) error = NULL;
  Problems problems;

  plan_from_json(text, -1, &plan, &error);
  g_assert_no_error(error);
  g_assert_cmpstr(plan.name, ==, "é\xF0\x9F\x99\x82/\"");
  g_assert_cmpint(plan.deal.vouchers_sold, ==, 100);
  g_assert_cmpint(plan.deal.price_cents, ==, 5000);
  g_assert_cmpint(plan.rooms[0].to_date, ==, DATE_NONE);
  g_assert_cmpint(plan.deal.sale_days, ==, 1);
  g_assert_cmpint(plan.business.gst_registered_from_date, ==, DATE_NONE);
  g_assert_cmpint(plan.regulars.season_per_100k[3], ==, 100000);
  g_assert_cmpstr(plan_provenance(&plan, "deal.price_cents")->source, ==, "s. 4");
  g_assert_cmpstr(plan_provenance(&plan, "name")->source, ==, "a: b");
  /* A null where a value is needed is read; the validator tells. */
  g_assert_cmpint(plan.deal.used_per_100k, ==, PLAN_NONE);
  plan_check(&plan, &problems);
  g_assert_cmpint(problems.problem[0].code, ==, PROBLEM_MISSING);
  g_assert_cmpstr(problems.problem[0].path, ==, "deal.used_per_100k");
  assert_round_trip(&plan);
}

static const char *error_name(int code) {
  return code == STORE_ERROR_NOT_JSON     ? "not_json"
         : code == STORE_ERROR_NOT_A_PLAN ? "not_a_plan"
                                          : "another";
}

/* One file, read in two ways; refused with its words, the plan untouched. */
static char *refuse(const char *name) {
  g_autofree char *path = g_build_filename(INVALID_DIR, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_assert_true(g_file_get_contents(path, &text, &length, NULL));
  /* Of its very size, so that a read past its end is seen. */
  g_autofree char *exact = length > 0 ? g_memdup2(text, length) : g_strdup("");

  memset(&plan, 0x5A, sizeof plan);
  other = plan;
  g_assert_false(plan_from_json(exact, (gssize)length, &plan, &error));
  g_assert_cmpmem(&plan, sizeof plan, &other, sizeof other);
  g_assert_true(error->domain == STORE_ERROR);
  g_assert_null(strchr(error->message, '\n'));
  g_assert_false(plan_from_json(exact, (gssize)length, &plan, NULL));
  return g_strdup_printf("%s\t%s\t%s", name, error_name(error->code), error->message);
}

static void test_invalid(void) {
  g_autofree char *expected = NULL;
  g_autoptr(GDir) dir = g_dir_open(INVALID_DIR, 0, NULL);
  int files = 0;
  int lines = 0;

  g_assert_true(g_file_get_contents(INVALID_DIR "/expected.tsv", &expected, NULL, NULL));
  g_auto(GStrv) line = g_strsplit(expected, "\n", -1);

  for (const char *name; (name = g_dir_read_name(dir));) {
    files += g_str_has_suffix(name, ".json") ? 1 : 0;
  }
  for (; line[lines] && line[lines][0] != '\0'; lines++) {
    g_autofree char *name = g_strndup(line[lines], strcspn(line[lines], "\t"));
    g_autofree char *found = refuse(name);

    g_assert_cmpstr(found, ==, line[lines]);
  }
  g_assert_cmpint(lines, ==, files);
}

/* No beginning of a plan is a plan. */
static void test_cut(void) {
  g_autofree char *text = NULL;

  plan_example(&plan);
  text = plan_to_json(&plan);
  for (gsize length = 0; length < strlen(text) - 1; length++) {
    g_autofree char *cut = g_memdup2(text, MAX(length, 1));
    g_autoptr(GError) error = NULL;

    g_assert_false(plan_from_json(cut, (gssize)length, &other, &error));
    g_assert_error(error, STORE_ERROR, STORE_ERROR_NOT_JSON);
  }
}

/* Bytes changed at random: refused, or a plan that is written and read again the same. */
static void test_garbled(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(12);
  g_autofree char *text = NULL;
  int read = 0;

  plan_example(&plan);
  text = plan_to_json(&plan);
  const gsize length = strlen(text);

  for (int i = 0; i < 3000; i++) {
    g_autofree char *garbled = g_memdup2(text, length);
    g_autoptr(GError) error = NULL;

    for (int k = g_rand_int_range(luck, 1, 4); k > 0; k--) {
      static const char BYTES[] = "0123456789-.eE\"\\{}[]:, ntfu";
      char byte = g_rand_boolean(luck) ? BYTES[g_rand_int_range(luck, 0, sizeof BYTES - 1)]
                                       : (char)g_rand_int_range(luck, 0, 256);

      garbled[g_rand_int_range(luck, 0, (gint32)length)] = byte;
    }
    if (plan_from_json(garbled, (gssize)length, &plan, &error)) {
      Problems problems;

      read++;
      assert_round_trip(&plan);
      plan_check(&plan, &problems);
    } else {
      g_assert_nonnull(error);
    }
  }
  g_test_message("%d of 3000 were read", read);
  g_assert_cmpint(read, >, 30);
}

static void test_provenance_told_once(void) {
  plan_example(&plan);
  plan.provenance[1] = plan.provenance[0];
  plan.provenance[1].kind = PROVENANCE_MINE;
  g_autofree char *text = plan_to_json(&plan);

  g_assert_true(plan_from_json(text, -1, &other, NULL));
  g_assert_cmpint(other.provenance_count, ==, plan.provenance_count - 1);
  g_assert_cmpint(plan_provenance(&other, plan.provenance[0].path)->kind, ==,
                  plan_provenance(&plan, plan.provenance[0].path)->kind);
}

static void test_speed(void) {
  plan_example(&plan);
  gint64 begin = g_get_monotonic_time();
  g_autofree char *text = plan_to_json(&plan);

  for (int i = 1; i < 100; i++) {
    g_free(plan_to_json(&plan));
  }
  gint64 written = g_get_monotonic_time();

  for (int i = 0; i < 100; i++) {
    plan_from_json(text, -1, &other, NULL);
  }
  g_test_message("written in %d us, read in %d us", (int)((written - begin) / 100),
                 (int)((g_get_monotonic_time() - written) / 100));
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  if (argc > 1) {
    /* Prints what is refused, for looking at expected.tsv again. */
    for (int i = 1; i < argc; i++) {
      g_autofree char *line = refuse(argv[i]);

      puts(line);
    }
    return 0;
  }
  g_test_add_func("/plan-json/any-plan", test_any_plan);
  g_test_add_func("/plan-json/example", test_example);
  g_test_add_func("/plan-json/lenient", test_lenient);
  g_test_add_func("/plan-json/invalid", test_invalid);
  g_test_add_func("/plan-json/cut", test_cut);
  g_test_add_func("/plan-json/garbled", test_garbled);
  g_test_add_func("/plan-json/provenance-told-once", test_provenance_told_once);
  g_test_add_func("/plan-json/speed", test_speed);
  return g_test_run();
}
