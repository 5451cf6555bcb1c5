/* The validator: every code from a plan one step away from the example, what must be clean, and
 * plans of any values. */
#include <glib.h>
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/presets.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"
#include "tests/any-plan.h"

static Plan plan;
static Problems problems, again;

static const Problem *find(ProblemCode code, const char *path) {
  for (int i = 0; i < problems.count; i++) {
    if (problems.problem[i].code == code &&
        (!path || strcmp(problems.problem[i].path, path) == 0)) {
      return &problems.problem[i];
    }
  }
  return NULL;
}

static void print_problems(void) {
  for (int i = 0; i < problems.count; i++) {
    const Problem *problem = &problems.problem[i];

    g_test_message("%s at %s: %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, problem_name(problem->code),
                   problem->path, problem->values[0], problem->values[1]);
  }
}

static void assert_clean(void) {
  plan_check(&plan, &problems);
  print_problems();
  g_assert_cmpint(problems.count, ==, 0);
  g_assert_cmpint(problems.blocking_count, ==, 0);
}

static void test_clean(void) {
  plan_example(&plan);
  assert_clean();
  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    for (int month = 1; month <= 12; month++) {
      preset_fill((Preset)preset, date_from_ymd(2026, month, 28), &plan);
      assert_clean();
    }
  }
}

/* One step from the example to a problem: path=value pairs, then what must be told. */
typedef struct {
  ProblemCode code;
  const char *steps; /* "path=value path=value" */
  const char *path;
  gint64 values[PROBLEM_VALUES_MAX];
} Step;

static const Step STEPS[] = {
    {PROBLEM_BELOW_MINIMUM, "deal.price_cents=-1", "deal.price_cents", {-1, 0}},
    {PROBLEM_BELOW_MINIMUM,
     "business.fiscal_year_end_month=0",
     "business.fiscal_year_end_month",
     {0, 1}},
    {PROBLEM_BELOW_MINIMUM, "uncertainty[0].low=-5", "uncertainty[0].low", {-5, 0}},
    {PROBLEM_ABOVE_MAXIMUM, "deal.vouchers_sold=100001", "deal.vouchers_sold", {100001, 100000}},
    {PROBLEM_ABOVE_MAXIMUM, "staff[3].shifts[4].weekday=7", "staff[3].shifts[4].weekday", {7, 6}},
    {PROBLEM_ABOVE_MAXIMUM, "uncertainty[1].high=100001", "uncertainty[1].high", {100001, 100000}},
    {PROBLEM_ABOVE_MAXIMUM, "deal.sale_date=2150-01-01", "deal.sale_date", {65744, 47481}},
    {PROBLEM_ABOVE_MAXIMUM,
     "regulars.wanted_milli_visits[2]=400000",
     "regulars.wanted_milli_visits[2]",
     {600000, 500000}},
    {PROBLEM_MISSING, "deal.used_per_100k=null", "deal.used_per_100k", {0}},
    {PROBLEM_MISSING, "deal.sale_date=null", "deal.sale_date", {0}},
    {PROBLEM_MISSING, "business.cash_floor_cents=null", "business.cash_floor_cents", {0}},
    {PROBLEM_EMPTY_TEXT, "services[1].name=", "services[1].name", {0, 1}},
    {PROBLEM_END_BEFORE_BEGIN, "hours[2].end_minute=600", "hours[2].end_minute", {600, 600}},
    {PROBLEM_END_BEFORE_BEGIN,
     "staff[1].shifts[1].end_minute=30",
     "staff[1].shifts[1].end_minute",
     {720, 30}},
    {PROBLEM_END_BEFORE_BEGIN,
     "closures[0].from_date=2026-07-02 closures[0].to_date=2026-07-01",
     "closures[0].to_date",
     {20636, 20635}},
    {PROBLEM_END_BEFORE_BEGIN,
     "rooms[0].from_date=2026-07-02 rooms[0].to_date=2026-07-01",
     "rooms[0].to_date",
     {20636, 20635}},
    {PROBLEM_END_BEFORE_BEGIN,
     "staff[0].from_date=2026-07-02 staff[0].to_date=2026-07-01",
     "staff[0].to_date",
     {20636, 20635}},
    {PROBLEM_END_BEFORE_BEGIN,
     "deal.allowed_begin_minute=1440",
     "deal.allowed_end_minute",
     {1440, 1440}},
    {PROBLEM_END_BEFORE_BEGIN, "phone.end_minute=540", "phone.end_minute", {540, 540}},
    {PROBLEM_HOURS_OVERLAP, "hours[1].weekday=0", "hours[1].begin_minute", {0}},
    {PROBLEM_HOURS_OVERLAP, "staff[0].shifts[3].weekday=4", "staff[0].shifts[4].begin_minute", {4}},
    /* Saturday's evening runs into Sunday, Sunday's into Monday. */
    {PROBLEM_HOURS_OVERLAP,
     "hours[5].begin_minute=1200 hours[5].end_minute=1560 hours[6].weekday=6 "
     "hours[6].begin_minute=60 hours[6].end_minute=240",
     "hours[6].begin_minute",
     {6}},
    {PROBLEM_HOURS_OVERLAP,
     "hours[6].weekday=6 hours[6].begin_minute=1300 hours[6].end_minute=2100",
     "hours[6].begin_minute",
     {6}},
    {PROBLEM_DAY_TOO_LONG,
     "hours[3].begin_minute=300 hours[3].end_minute=1275",
     "hours[3].end_minute",
     {3, 975}},
    {PROBLEM_INDEX_PAST_LIST, "deal.service_index=2", "deal.service_index", {2, 2}},
    {PROBLEM_INDEX_PAST_LIST,
     "regulars.service_mix_per_100k[2]=0",
     "regulars.service_mix_per_100k",
     {2, 2}},
    {PROBLEM_INDEX_PAST_LIST,
     "uncertainty[2].path=staff[1].shifts[5].weekday",
     "uncertainty[2].path",
     {5, 5}},
    {PROBLEM_INDEX_PAST_LIST,
     "uncertainty[2].path=staff[7].guarantee_cents_per_hour",
     "uncertainty[2].path",
     {7, 5}},
    {PROBLEM_INDEX_PAST_LIST,
     "uncertainty[2].path=deal.weekday_quota[7]",
     "uncertainty[2].path",
     {7, 7}},
    {PROBLEM_MIX_NOT_WHOLE,
     "regulars.service_mix_per_100k[0]=84999",
     "regulars.service_mix_per_100k",
     {99999}},
    {PROBLEM_MIX_NOT_WHOLE, "deal.curve.w2_per_100k=22001", "deal.curve.w1_per_100k", {100001}},
    {PROBLEM_WEIGHTS_ZERO,
     "deal.instalments[0].weight=0 deal.instalments[1].weight=0 deal.instalments[2].weight=0",
     "deal.instalments",
     {0}},
    {PROBLEM_WEIGHTS_ZERO,
     "phone.day_weight[0]=0 phone.day_weight[1]=0 phone.day_weight[2]=0",
     "phone.day_weight",
     {0}},
    {PROBLEM_SERVICE_LONGER_THAN_DAY, "services[0].minutes=600", "services[0].minutes", {615, 600}},
    {PROBLEM_SERVICE_LONGER_THAN_DAY,
     "services[0].minutes=500 services[0].staff_rest_minutes=101",
     "services[0].minutes",
     {601, 600}},
    {PROBLEM_NOT_ENOUGH_ROOMS, "services[1].rooms_needed=4", "services[1].rooms_needed", {4, 3}},
    {PROBLEM_NOT_ENOUGH_STAFF, "services[1].staff_needed=6", "services[1].staff_needed", {6, 5}},
    /* Two experienced take two of the three who serve only accompanied. */
    {PROBLEM_NOT_ENOUGH_STAFF,
     "services[1].staff_needed=5 staff[0].accompanied_only=true staff[1].accompanied_only=true",
     "services[1].staff_needed",
     {5, 4}},
    {PROBLEM_PROMOTION_BEFORE_SALE,
     "deal.promotion_end_date=2026-02-03",
     "deal.promotion_end_date",
     {20488, 20487}},
    {PROBLEM_PROMOTION_BEFORE_SALE,
     "deal.promotion_end_date=2026-02-05 deal.sale_days=3",
     "deal.promotion_end_date",
     {20490, 20489}},
    {PROBLEM_PROMOTION_TOO_LONG,
     "deal.promotion_end_date=2028-02-06",
     "deal.promotion_end_date",
     {732, 731}},
    {PROBLEM_PRICE_ABOVE_LIST, "deal.price_cents=16001", "deal.price_cents", {16001, 16000}},
    {PROBLEM_SITE_PRICE_NOT_POSITIVE, "deal.price_cents=0", "deal.price_cents", {0}},
    {PROBLEM_SITE_PRICE_NOT_POSITIVE,
     "deal.tax_treatment=site_principal deal.commission_per_100k=100000",
     "deal.commission_per_100k",
     {0}},
    {PROBLEM_VISIT_NOT_WHOLE,
     "deal.price_cents=4 deal.visits_per_voucher=5",
     "deal.visits_per_voucher",
     {4, 5}},
    {PROBLEM_LIMITS_EXCLUDE_ALL, "deal.allowed_end_minute=659", "deal.allowed_weekdays", {0}},
    {PROBLEM_LIMITS_EXCLUDE_ALL, "deal.daily_limit_per_100k=0", "deal.allowed_weekdays", {0}},
    {PROBLEM_LIMITS_EXCLUDE_ALL,
     "closures[0].from_date=2026-02-01 closures[0].to_date=2027-02-04",
     "deal.allowed_weekdays",
     {0}},
    {PROBLEM_LIMITS_EXCLUDE_ALL, "services[1].start_minutes[0]=1185", "deal.allowed_weekdays", {0}},
    {PROBLEM_RANGE_ORDER, "uncertainty[0].likely=601", "uncertainty[0].low", {300, 601, 600}},
    {PROBLEM_UNKNOWN_PATH, "uncertainty[3].path=clients.retrun", "uncertainty[3].path", {0}},
    {PROBLEM_UNKNOWN_PATH,
     "uncertainty[3].path=staff[].guarantee_cents_per_hour",
     "uncertainty[3].path",
     {0}},
    {PROBLEM_UNKNOWN_PATH, "uncertainty[3].path=deal.tax_treatment", "uncertainty[3].path", {0}},
    {PROBLEM_UNKNOWN_PATH, "uncertainty[3].path=uncertainty[0].low", "uncertainty[3].path", {0}},
    {PROBLEM_UNKNOWN_PATH, "provenance[0].path=deal.price", "provenance[0].path", {0}},
    {PROBLEM_UNKNOWN_PATH, "provenance[0].path=dea", "provenance[0].path", {0}},
    {PROBLEM_REGIME_GAP,
     "business.tax_regime=ON deal.sale_date=2010-06-30 deal.promotion_end_date=2011-06-30",
     "deal.sale_date",
     {14790}},
    {PROBLEM_REGIME_GAP,
     "business.tax_regime=BC deal.sale_date=2012-06-30 deal.promotion_end_date=2013-03-31",
     "deal.promotion_end_date",
     {15795}},
    {PROBLEM_REGIME_GAP,
     "deal.sale_date=2007-12-31 deal.promotion_end_date=2008-12-30",
     "deal.sale_date",
     {13878}},
    {WARNING_PAY_UNDER_MINIMUM_WAGE,
     "deal_pay.flat_cents=2074",
     "deal_pay.flat_cents",
     {1659, 1660}},
    {WARNING_PAY_UNDER_MINIMUM_WAGE,
     "deal_pay.rule=percent_of_price deal_pay.per_100k=40000",
     "deal_pay.per_100k",
     {1280, 1660}},
    {WARNING_PAY_UNDER_MINIMUM_WAGE,
     "deal_pay.rule=same services[1].pay_per_100k=20000",
     "services[1].pay_per_100k",
     {1280, 1660}},
    {WARNING_PAY_UNDER_MINIMUM_WAGE,
     "deal_pay.rule=same services[1].pay_rule=flat services[1].pay_flat_cents=2000",
     "services[1].pay_flat_cents",
     {1600, 1660}},
    {WARNING_PAY_UNDER_MINIMUM_WAGE,
     "deal_pay.rule=hourly staff[2].guarantee_cents_per_hour=1659",
     "staff[2].guarantee_cents_per_hour",
     {1659, 1660}},
    {WARNING_NO_DUO_ON_WEEKDAY, "staff[1].shifts[0].weekday=6", "deal.allowed_weekdays[0]", {0}},
    {WARNING_SUCCESSIVE_PERFORMANCE, "deal.visits_per_voucher=2", "deal.visits_per_voucher", {2}},
    {WARNING_LIST_PRICE_ABOVE_SERVICE,
     "deal.list_price_cents=16001",
     "deal.list_price_cents",
     {16001, 16000}},
    {WARNING_FORFEIT, "deal.no_show_rule=forfeit", "deal.no_show_rule", {0}},
    {WARNING_TAX_ON_LIST_PRICE, "deal.tax_treatment=list_price", "deal.tax_treatment", {0}},
    {WARNING_CAP_PASSED, "deal.contract_cap=443", "deal.vouchers_sold", {444, 443}},
    {WARNING_WORDING_NOT_CHECKED,
     "deal.price_tax_wording=not_checked",
     "deal.price_tax_wording",
     {0}},
};

static void take_steps(const char *steps) {
  g_auto(GStrv) step = g_strsplit(steps, " ", -1);

  for (int i = 0; step[i]; i++) {
    char *equal = strchr(step[i], '=');
    const char *why = NULL;

    *equal = '\0';
    if (!plan_set_from_text(&plan, step[i], equal + 1, &why)) {
      g_error("%s: %s", step[i], why);
    }
  }
}

static bool produced[PROBLEM_CODE_COUNT];

static void assert_told(const Step *step) {
  plan_check(&plan, &problems);
  const Problem *problem = find(step->code, step->path);

  g_test_message("%s by %s", problem_name(step->code), step->steps);
  print_problems();
  g_assert_nonnull(problem);
  g_assert_true(step->code < WARNING_FIRST || problems.blocking_count == 0);
  for (int i = 0; i < PROBLEM_VALUES_MAX; i++) {
    g_assert_cmpint(problem->values[i], ==, step->values[i]);
  }
  produced[step->code] = true;
}

static void take_small_steps(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(STEPS); i++) {
    plan_example(&plan);
    take_steps(STEPS[i].steps);
    assert_told(&STEPS[i]);
  }
}

/* What takes more than fields that are set. */
static void take_larger_steps(void) {
  plan_example(&plan);
  plan_set(&plan, "deal.tax_treatment", 17);
  assert_told(&(Step){PROBLEM_NOT_A_CHOICE, "", "deal.tax_treatment", {17}});

  plan_example(&plan);
  plan.services_count = 0;
  assert_told(&(Step){PROBLEM_NO_SERVICE, "", "services", {0}});

  plan_example(&plan);
  plan.hours_count = 0;
  assert_told(&(Step){PROBLEM_NO_OPEN_DAY, "", "hours", {0}});

  plan_example(&plan);
  memset(plan.deal.allowed_weekdays, 0, sizeof plan.deal.allowed_weekdays);
  assert_told(&(Step){PROBLEM_NO_ALLOWED_WEEKDAY, "", "deal.allowed_weekdays", {0}});

  plan_example(&plan);
  memset(plan.regulars.start_weight_by_hour, 0, sizeof plan.regulars.start_weight_by_hour);
  assert_told(&(Step){PROBLEM_WEIGHTS_ZERO, "", "regulars.start_weight_by_hour", {0}});

  plan_example(&plan);
  memset(plan.name, 'x', sizeof plan.name);
  assert_told(&(Step){PROBLEM_ABOVE_MAXIMUM, "", "name", {PLAN_TEXT_SIZE, PLAN_TEXT_SIZE - 1}});

  plan_example(&plan);
  plan.staff[2].shifts_count = -1;
  assert_told(&(Step){PROBLEM_BELOW_MINIMUM, "", "staff[2].shifts", {-1, 0}});

  plan_example(&plan);
  plan.rooms_count = ROOMS_MAX + 1;
  assert_told(&(Step){PROBLEM_ABOVE_MAXIMUM, "", "rooms", {ROOMS_MAX + 1, ROOMS_MAX}});
}

static void test_every_code(void) {
  take_small_steps();
  take_larger_steps();
  for (int code = 0; code < PROBLEM_CODE_COUNT; code++) {
    g_assert_nonnull(problem_name((ProblemCode)code));
    if (!produced[code]) {
      g_error("no test produces %s", problem_name((ProblemCode)code));
    }
  }
}

/* Where a step back makes the plan clean again: the edge stands where it is said to. */
static const char *const STEPS_TO_CLEAN[] = {
    "deal_pay.flat_cents=2075",
    "deal.price_cents=16000",
    "deal.promotion_end_date=2028-02-05",
    "deal.promotion_end_date=2026-02-06 deal.sale_days=3",
    "deal.contract_cap=444",
    "services[0].minutes=585",
    "hours[3].begin_minute=300 hours[3].end_minute=1260",
    "business.tax_regime=BC deal.sale_date=2013-04-01 deal.promotion_end_date=2014-04-01",
    "business.tax_regime=ON deal.sale_date=2010-07-01 deal.promotion_end_date=2011-07-01",
    "deal.sale_date=2008-01-01 deal.promotion_end_date=2009-01-01",
    "business.tax_regime=custom deal.sale_date=2001-01-01 deal.promotion_end_date=2002-01-01",
    "business.tax_regime=ON deal_pay.flat_cents=1",
    "business.tax_regime=ON deal.visits_per_voucher=2",
    "business.tax_regime=exempt deal.price_tax_wording=not_checked",
    "business.gst_registered=false deal.price_tax_wording=not_checked",
    "deal.list_price_cents=32000 deal.visits_per_voucher=2 business.tax_regime=ON",
    ("deal.allowed_weekdays[6]=false hours[6].weekday=6 hours[6].begin_minute=1300 "
     "hours[6].end_minute=2040"),
    "uncertainty[0].low=444 uncertainty[0].high=444",
    ("uncertainty[5].path=services[1].minutes uncertainty[5].low=60 uncertainty[5].likely=60 "
     "uncertainty[5].high=60"),
    "provenance[0].path=staff[2]",
    "provenance[0].path=deal.curve",
    "provenance[0].path=staff[].shifts",
};

/* Possible, though not without a warning. */
static const char *const STEPS_TO_POSSIBLE[] = {
    "services[1].staff_needed=5",
    "services[1].staff_needed=4 staff[0].accompanied_only=true staff[1].accompanied_only=true",
    "deal.allowed_end_minute=660 deal.contract_cap=0",
    "deal.weekday_quota[0]=0 deal.weekday_quota[1]=0 deal.no_show_rule=forfeit",
};

static void test_edges(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(STEPS_TO_CLEAN); i++) {
    plan_example(&plan);
    take_steps(STEPS_TO_CLEAN[i]);
    g_test_message("%s", STEPS_TO_CLEAN[i]);
    assert_clean();
  }
  for (gsize i = 0; i < G_N_ELEMENTS(STEPS_TO_POSSIBLE); i++) {
    plan_example(&plan);
    take_steps(STEPS_TO_POSSIBLE[i]);
    g_test_message("%s", STEPS_TO_POSSIBLE[i]);
    plan_check(&plan, &problems);
    print_problems();
    g_assert_cmpint(problems.blocking_count, ==, 0);
    g_assert_cmpint(problems.count, >, 0);
  }
}

/* Nothing of the calendar is asked where there is no room. */
static void test_no_rooms(void) {
  plan_example(&plan);
  plan.rooms_count = plan.hours_count = plan.staff_count = 0;
  plan.provenance_count = 0;
  assert_clean();
}

/* Problems first, each sort by where its field stands; told once; the counts are right. */
static void assert_in_order(void) {
  int blocking = 0;
  gsize last = 0;

  g_assert_cmpint(problems.count, >=, 0);
  g_assert_cmpint(problems.count, <=, PROBLEMS_MAX);
  for (int i = 0; i < problems.count; i++) {
    const Problem *problem = &problems.problem[i];
    FieldPlace place;
    void *elements = NULL;

    if (problem->code < WARNING_FIRST) {
      g_assert_cmpint(blocking, ==, i);
      blocking++;
    } else if (i == blocking) {
      last = 0;
    }
    if (field_find(problem->path)) {
      g_assert_true(field_place(&plan, problem->path, false, &place));
      elements = place.value;
    } else {
      g_assert_nonnull(field_list_place(&plan, problem->path, &elements, NULL));
    }
    gsize offset = (gsize)((char *)elements - (char *)&plan);

    g_assert_cmpuint(offset, >=, last);
    last = offset;
    for (int k = 0; k < i; k++) {
      g_assert_false(problems.problem[k].code == problem->code &&
                     strcmp(problems.problem[k].path, problem->path) == 0);
    }
  }
  g_assert_cmpint(problems.blocking_count, ==, blocking);
}

typedef struct {
  GRand *luck;
  int wanted; /* the value of this number is changed */
  bool near;  /* to one of its bounds or inside them */
} Mutation;

static bool visit_mutation(const FieldStop *stop, void *data) {
  Mutation *mutation = data;

  if (mutation->wanted-- != 0) {
    return true;
  }
  if (!stop->field) {
    gint32 count = g_rand_int_range(mutation->luck, -2, stop->list->capacity + 3);

    if (stop->list->count_offset != SIZE_MAX) {
      memcpy((char *)stop->value - stop->list->offset + stop->list->count_offset, &count,
             sizeof count);
    }
  } else if (stop->field->type == FIELD_TEXT) {
    memset(stop->value, g_rand_int_range(mutation->luck, 0, 3) * 60, (gsize)stop->field->maximum);
  } else if (stop->field->type == FIELD_CHOICE && !mutation->near) {
    field_put(&(FieldPlace){stop->field, stop->value}, (gint32)g_rand_int(mutation->luck));
  } else {
    gint64 number = any_number(mutation->luck, stop->field);

    if (mutation->near) {
      number = CLAMP(number, stop->field->minimum, stop->field->maximum);
    }
    field_put(&(FieldPlace){stop->field, stop->value}, number);
  }
  return false;
}

/* Blocking problems are those listed before the first warning, whatever the plan holds. */
static void test_mutations(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(13);
  int clean = 0;

  for (int i = 0; i < 2000; i++) {
    if (i % 7 == 0) {
      any_plan_draw(luck, 1 + i % 40, &plan);
    } else if (i % 2 == 0) {
      plan_example(&plan);
    } else {
      preset_fill((Preset)(i / 2 % PRESET_COUNT), date_from_ymd(2026, 2, 4), &plan);
    }
    for (int k = g_rand_int_range(luck, 1, 6); k > 0; k--) {
      plan_walk(
          &plan, visit_mutation,
          &(Mutation){luck, g_rand_int_range(luck, 0, 500), g_rand_int_range(luck, 0, 3) > 0});
    }
    plan_check(&plan, &problems);
    plan_check(&plan, &again);
    g_assert_cmpmem(&problems, sizeof problems, &again, sizeof again);
    /* A count out of range leaves no place to look up; those plans need only not crash. */
    bool counted = true;

    for (int k = 0; k < problems.count; k++) {
      counted = counted && !field_list_find(problems.problem[k].path);
    }
    if (counted) {
      assert_in_order();
    }
    clean += problems.blocking_count == 0 ? 1 : 0;
  }
  g_test_message("%d of 2000 can be computed", clean);
  g_assert_cmpint(clean, >, 200);
  g_assert_cmpint(clean, <, 1800);
}

/* A problem stands before a warning even where its field stands after. */
static void test_problems_first(void) {
  plan_example(&plan);
  take_steps("deal.list_price_cents=16001 deal.allowed_end_minute=1");
  plan_check(&plan, &problems);
  assert_in_order();
  g_assert_cmpint(problems.count, ==, 2);
  g_assert_cmpint(problems.problem[0].code, ==, PROBLEM_LIMITS_EXCLUDE_ALL);
  g_assert_cmpint(problems.problem[1].code, ==, WARNING_LIST_PRICE_ABOVE_SERVICE);
}

/* A list that is full keeps those whose fields stand first, in whatever order they are found. */
static void test_full_list(void) {
  any_plan_fill_lists(G_MAXINT, &plan);
  plan_check(&plan, &problems);
  g_assert_cmpint(problems.count, ==, PROBLEMS_MAX);
  g_assert_cmpint(problems.blocking_count, ==, PROBLEMS_MAX);
  g_assert_cmpstr(problems.problem[0].path, ==, "name");
  assert_in_order();

  plan_example(&plan);
  plan.hours_count = 0;
  plan.staff[0].shifts_count = SHIFTS_MAX;
  for (int i = 0; i < SHIFTS_MAX; i++) {
    plan.staff[0].shifts[i] = plan.staff[0].shifts[0];
  }
  for (plan.staff_count = 1; plan.staff_count < 6; plan.staff_count++) {
    plan.staff[plan.staff_count] = plan.staff[0];
  }
  plan_check(&plan, &problems);
  g_assert_cmpint(problems.count, ==, PROBLEMS_MAX);
  g_assert_cmpint(problems.blocking_count, ==, PROBLEMS_MAX);
  g_assert_cmpint(problems.problem[0].code, ==, PROBLEM_NO_OPEN_DAY);
  g_assert_cmpstr(problems.problem[PROBLEMS_MAX - 1].path, ==, "staff[4].shifts[11].begin_minute");
  assert_in_order();
}

static void test_speed(void) {
  plan_example(&plan);
  gint64 begin = g_get_monotonic_time();

  for (int i = 0; i < 1000; i++) {
    plan_check(&plan, &problems);
  }
  g_test_message("the example is checked in %.1f us",
                 (double)(g_get_monotonic_time() - begin) / 1000);
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/plan-check/clean", test_clean);
  g_test_add_func("/plan-check/every-code", test_every_code);
  g_test_add_func("/plan-check/edges", test_edges);
  g_test_add_func("/plan-check/no-rooms", test_no_rooms);
  g_test_add_func("/plan-check/mutations", test_mutations);
  g_test_add_func("/plan-check/problems-first", test_problems_first);
  g_test_add_func("/plan-check/full-list", test_full_list);
  g_test_add_func("/plan-check/speed", test_speed);
  return g_test_run();
}
