/* What a client is worth in the long run: published multiples, years added up, every retention. */
#include <glib.h>
#include <math.h>

#include "model/decide/break-even.h"
#include "model/store/plan-json.h"

#define RANDOM_CLIENTS 300

static void test_vectors(void) {
  /* r .8, i .1: 2.67 times. */
  g_assert_cmpint(lifetime_value_cents(300, 80000, 10000), ==, 800);
  g_assert_cmpint(lifetime_value_cents(10000, 80000, 10000), ==, 26667);
  g_assert_cmpint(lifetime_value_cents(-10000, 80000, 10000), ==, -26667);
  g_assert_cmpint(lifetime_value_cents(10000, 0, 10000), ==, 0);
  /* MineThatData 2010: 3.00 lost now, 10.00 on a repeat: 3/13. */
  int32_t retention = 0;
  g_assert_true(lifetime_break_even_retention(1000, 300, 0, &retention));
  g_assert_cmpint(retention, ==, 23077);
  g_assert_true(lifetime_break_even_retention(1000, 0, 0, &retention));
  g_assert_cmpint(retention, ==, 0);
  g_assert_false(lifetime_break_even_retention(0, 300, 0, &retention));
  g_assert_false(lifetime_break_even_retention(-1000, 300, 0, &retention));
  /* 1,000 × 1.1 ÷ 1,099 is more than all. */
  g_assert_false(lifetime_break_even_retention(99, 1000, 10000, &retention));
  g_assert_true(lifetime_break_even_retention(100, 1000, 10000, &retention));
  g_assert_cmpint(retention, ==, 100000);
}

/* Year after year, each less likely and worth less. */
static double value_by_years(double margin, double retention, double discount) {
  double sum = 0, kept = 1;
  for (int year = 1; kept > 1e-12 && year < 100000; year++) {
    kept *= retention / (1 + discount);
    sum += margin * kept;
  }
  return sum;
}

/* The formula without the discount of the year in which she comes. */
static double value_of_a_fault(double margin, double retention, double discount) {
  return value_by_years(margin, retention, discount) * (1 + discount);
}

static int count_wrong_values(double (*twin)(double, double, double)) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(80);
  int wrong = 0;
  for (int i = 0; i < RANDOM_CLIENTS; i++) {
    int64_t margin_cents = g_rand_int_range(luck, 100, 50000);
    int32_t retention = g_rand_int_range(luck, 0, 95000),
            discount = g_rand_int_range(luck, 0, 30000);
    double value = twin((double)margin_cents, retention / 1e5, discount / 1e5);
    wrong +=
        fabs((double)lifetime_value_cents(margin_cents, retention, discount) - value) > 0.5 + 1e-4;
  }
  return wrong;
}

static void test_years_added_up(void) {
  g_assert_cmpint(count_wrong_values(value_by_years), ==, 0);
  g_assert_cmpint(count_wrong_values(value_of_a_fault), >, RANDOM_CLIENTS / 2);
}

/* At the retention found a client is worth what she cost, to what the last digit changes. */
static void test_every_retention(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(81);
  for (int i = 0; i < RANDOM_CLIENTS; i++) {
    int64_t margin_cents = g_rand_int_range(luck, 1, 50000);
    int64_t cost_cents = g_rand_int_range(luck, 1, 50000);
    int32_t discount = g_rand_int_range(luck, 1000, 30000), retention = 0;
    bool found = lifetime_break_even_retention(margin_cents, cost_cents, discount, &retention);
    int least = -1; /* the least that earns it back */
    for (int low = 0, high = 100000; low <= high;) {
      int middle = (low + high) / 2;
      double leaving = 1e5 + discount - middle;
      if ((double)margin_cents * middle / leaving >= (double)cost_cents) {
        least = middle;
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    if (least < 0)
      g_assert_true(!found || retention == 100000);
    else
      g_assert_true(found && (retention == least || retention == least - 1));
  }
}

/* Four visits of 40.02 a year; six in ten stay, at 10 %: 0.6 ÷ 0.5 times. Of 60.00 spent: 60 × 1.1
 * ÷ 220.08. */
static void test_example(void) {
  g_autofree Plan *plan = g_new0(Plan, 1);
  Lifetime lifetime;
  plan_example(plan);
  lifetime_compute(plan, true, 6000, &lifetime);
  g_assert_cmpint(lifetime.yearly_margin_cents, ==, 16008);
  g_assert_false(lifetime.is_endless);
  g_assert_cmpint(lifetime.lifetime_cents, ==, 19210);
  g_assert_cmpint(lifetime.usual_cost_cents, ==, 6100);
  g_assert_true(lifetime.has_cost);
  g_assert_cmpint(lifetime.cost_cents, ==, 6000);
  g_assert_true(lifetime.retention_found);
  g_assert_cmpint(lifetime.retention_per_100k, ==, 29989);
  lifetime_compute(plan, false, 6000, &lifetime);
  g_assert_false(lifetime.has_cost);
  g_assert_false(lifetime.retention_found);
  plan->clients.yearly_retention_per_100k = 100000;
  plan->clients.discount_rate_per_100k = 0;
  lifetime_compute(plan, true, 6000, &lifetime);
  g_assert_true(lifetime.is_endless);
  g_assert_cmpint(lifetime.lifetime_cents, ==, 0);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/lifetime/vectors", test_vectors);
  g_test_add_func("/lifetime/years added up", test_years_added_up);
  g_test_add_func("/lifetime/every retention", test_every_retention);
  g_test_add_func("/lifetime/example", test_example);
  return g_test_run();
}
