/* The session decides: part by part after the first risk years, anew with every edit, keeping what
 * still can be read; other deals beside the plan; terms of a contract as one step. Years are made
 * up: the linker puts __wrap_risk_run in the place of risk_run. */
#include <string.h>

#include <glib/gstdio.h>

#include "model/plan/fields.h"
#include "model/store/decisions-json.h"
#include "ui/session/session.h"

void __wrap_risk_run(const RiskSetup *setup, RiskSample sample, uint32_t run, RiskRun *out,
                     RiskScratch *scratch);

/* The result falls with what is sold, and with the price. */
void __wrap_risk_run(const RiskSetup *setup, RiskSample sample, uint32_t run, RiskRun *out,
                     RiskScratch *scratch) {
  RandomStream stream = {setup->seed, run};
  uint64_t key = random_key(&stream, sample);
  memset(out, 0, sizeof *out);
  for (int i = 0; i < RISK_QUANTITY_COUNT; i++)
    out->value[i] = (int64_t)(random_bits_of_key(key, 0, (uint32_t)i) >> 48);
  out->value[RISK_RESULT_CENTS] +=
      setup->plan.deal.price_cents - 100 * setup->plan.deal.vouchers_sold;
  out->applies = (1 << CONDITION_COUNT) - 1;
  out->broken = (uint16_t)(out->value[RISK_RESULT_CENTS] < -60000 ? 3 : 0);
}

static const RiskOptions FEW_YEARS = {.years = 4, .seed = 3, .threads = 2};

typedef struct {
  char *folder, *path;
  AubSession *session;
  int changed, decided, compared;
} Fixture;

static void count_cb(AubSession *session, gpointer data) {
  int *count = data;
  ++*count;
}

static void fixture_set_up(Fixture *fixture, gconstpointer data) {
  g_autoptr(GError) error = NULL;
  fixture->folder = g_dir_make_tmp("aubaine-decide-XXXXXX", NULL);
  fixture->path = g_build_filename(fixture->folder, "deals.aubaine", NULL);
  fixture->session = aub_session_new(fixture->path, &error);
  g_assert_no_error(error);
  aub_session_set_risk_options(fixture->session, &FEW_YEARS);
  g_signal_connect(fixture->session, "changed", G_CALLBACK(count_cb), &fixture->changed);
  g_signal_connect(fixture->session, "decisions-changed", G_CALLBACK(count_cb), &fixture->decided);
  g_signal_connect(fixture->session, "offers-changed", G_CALLBACK(count_cb), &fixture->compared);
}

static void fixture_tear_down(Fixture *fixture, gconstpointer data) {
  g_clear_object(&fixture->session);
  g_remove(fixture->path);
  g_rmdir(fixture->folder);
  g_free(fixture->folder);
  g_free(fixture->path);
}

static gint64 price(AubSession *session) {
  return plan_get(aub_session_get_plan(session), "deal.price_cents");
}

static void set_price(AubSession *session, gint64 cents) {
  aub_session_edit(session, "deal.price_cents", cents, 0);
}

static const Decisions *decisions_of(AubSession *session) {
  return aub_session_get_study(session).decisions;
}

static const Offers *offers_of(AubSession *session) {
  return aub_session_get_study(session).offers;
}

static int parts_decided(AubSession *session) {
  int done, wanted;
  aub_session_get_decide_progress(session, &done, &wanted);
  return done;
}

static void decide_wait(AubSession *session, int parts) {
  while (parts_decided(session) < parts)
    g_main_context_iteration(NULL, TRUE);
}

static char *decisions_text(AubSession *session) {
  return decisions_to_json(aub_session_get_computed_plan(session), decisions_of(session));
}

/* What the session has decided is what its computed plan says. */
static void assert_decided(AubSession *session) {
  const Plan *plan = aub_session_get_computed_plan(session);
  DecideOptions options = {.seed = FEW_YEARS.seed, .threads = 1};
  g_autofree Decisions *expected = decide_job_run(plan, &options, NULL, NULL, NULL, NULL);
  decide_wait(session, DECIDE_PART_COUNT);
  g_assert_true(aub_session_is_decided(session));
  g_autofree char *expected_text = decisions_to_json(plan, expected);
  g_autofree char *text = decisions_text(session);
  g_assert_true(g_str_equal(text, expected_text));
}

static void risk_wait(AubSession *session) {
  while (!aub_session_is_risk_current(session))
    g_main_context_iteration(NULL, TRUE);
}

/* Nothing more is under way. */
static void turn_for(int msec) {
  for (gint64 until = g_get_monotonic_time() + 1000 * msec; g_get_monotonic_time() < until;)
    if (!g_main_context_iteration(NULL, FALSE))
      g_usleep(500);
}

/* --- decisions ----------------------------------------------------------------------------- */

static void test_decides(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  int done, wanted;
  g_assert_null(decisions_of(session));
  g_assert_false(aub_session_is_decided(session));
  aub_session_get_decide_progress(session, &done, &wanted);
  g_assert_cmpint(done, ==, 0);
  g_assert_cmpint(wanted, ==, DECIDE_PART_COUNT);
  assert_decided(session);
  g_assert_cmpint(fixture->decided, >=, DECIDE_PART_COUNT);
  for (DecidePart part = 0; part < DECIDE_PART_COUNT; part++)
    g_assert_true(aub_session_is_part_decided(session, part));
}

/* The parts of the plan before stay, each until it is replaced. */
static void test_edit(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  gint64 old_price = price(session);
  assert_decided(session);
  g_autofree char *before = decisions_text(session);
  set_price(session, old_price - 500);
  g_assert_false(aub_session_is_decided(session));
  g_assert_false(aub_session_is_part_decided(session, DECIDE_QUOTA));
  g_assert_true(decisions_has(decisions_of(session), DECIDE_LAUNCH));
  g_autofree char *kept = decisions_text(session);
  g_assert_true(g_str_equal(kept, before));
  decide_wait(session, DECIDE_CAP + 1);
  g_assert_true(decisions_has(decisions_of(session), DECIDE_LAUNCH));
  g_assert_true(aub_session_is_part_decided(session, DECIDE_CAP));
  assert_decided(session);
  g_autofree char *after = decisions_text(session);
  g_assert_false(g_str_equal(after, before));
  aub_session_undo(session);
  assert_decided(session);
  g_autofree char *undone = decisions_text(session);
  g_assert_true(g_str_equal(undone, before));
}

static void test_edit_while_deciding(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  gint64 old_price = price(session);
  g_autoptr(GRand) luck = g_rand_new_with_seed(4);
  for (int i = 1; i <= 40; i++) {
    set_price(session, old_price - 10 * i);
    turn_for(g_rand_int_range(luck, 0, 8));
  }
  assert_decided(session);
  g_assert_cmpint(price(session), ==, old_price - 400);
}

/* A plan that makes no sense, the way back from it, and another name decide nothing anew. */
static void test_kept(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  gint64 old_price = price(session);
  assert_decided(session);
  turn_for(5);
  int told = fixture->decided;
  set_price(session, -5);
  g_assert_true(aub_session_is_decided(session));
  set_price(session, old_price);
  aub_session_edit_text(session, "name", "Another name");
  aub_session_set_risk_options(session, &(RiskOptions){.years = 6, .seed = 3, .threads = 2});
  g_assert_true(aub_session_is_decided(session));
  risk_wait(session);
  turn_for(20);
  g_assert_true(aub_session_is_decided(session));
  g_assert_cmpint(fixture->decided, ==, told);
  g_assert_cmpint(aub_session_get_study(session).risk->years, ==, 6);
  assert_decided(session);
  aub_session_set_risk_options(session, &(RiskOptions){.years = 6, .seed = 4, .threads = 2});
  g_assert_null(decisions_of(session)); /* of another luck */
}

/* Lists of another length, another day: nothing of before is read beside the new plan. */
static void test_other_shape(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  g_autofree Plan *plan = g_memdup2(aub_session_get_plan(session), sizeof *plan);
  assert_decided(session);
  plan->uncertainty_count--;
  aub_session_replace_plan(session, plan, "", 0);
  g_assert_null(decisions_of(session));
  decide_wait(session, 1);
  plan->uncertainty[0] = plan->uncertainty[1];
  plan->uncertainty[1] = aub_session_get_plan(session)->uncertainty[0];
  aub_session_replace_plan(session, plan, "", 0);
  g_assert_null(decisions_of(session));
  decide_wait(session, 1);
  aub_session_edit(session, "deal.promotion_end_date",
                   plan_get(plan, "deal.promotion_end_date") + 1, 0);
  g_assert_nonnull(decisions_of(session));
  aub_session_edit(session, "deal.sale_date", plan->deal.sale_date + 1, 0);
  g_assert_null(decisions_of(session));
}

static void test_switched_off(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  int done, wanted;
  assert_decided(session);
  aub_session_set_decide(session, FALSE);
  g_assert_null(decisions_of(session));
  aub_session_get_decide_progress(session, &done, &wanted);
  g_assert_cmpint(wanted, ==, 0);
  set_price(session, price(session) - 10);
  risk_wait(session);
  turn_for(20);
  g_assert_null(decisions_of(session));
  aub_session_set_decide(session, TRUE);
  assert_decided(session);
  aub_session_set_risk_options(session, &(RiskOptions){.years = 0});
  g_assert_null(decisions_of(session));
  aub_session_get_decide_progress(session, &done, &wanted);
  g_assert_cmpint(wanted, ==, 0);
}

static void edit_again_cb(AubSession *session, gpointer data) {
  int *left = data;
  if (--*left >= 0)
    set_price(session, price(session) - 10);
}

/* Who is told may edit there and then, or let go of the session. */
static void test_edit_when_told(Fixture *fixture, gconstpointer data) {
  int left = 30;
  g_signal_connect(fixture->session, "decisions-changed", G_CALLBACK(edit_again_cb), &left);
  while (left >= 0)
    g_main_context_iteration(NULL, TRUE);
  assert_decided(fixture->session);
}

static void session_clear_cb(AubSession *session, gpointer data) {
  Fixture *fixture = data;
  g_clear_object(&fixture->session);
}

static void test_dispose(Fixture *fixture, gconstpointer data) {
  g_signal_connect_after(fixture->session, "decisions-changed", G_CALLBACK(session_clear_cb),
                         fixture);
  while (fixture->session)
    g_main_context_iteration(NULL, TRUE);
  int told = fixture->decided;
  turn_for(20);
  g_assert_cmpint(fixture->decided, ==, told);
}

/* --- plans --------------------------------------------------------------------------------- */

static void test_switch_plan(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  g_autofree Plan *plan = g_memdup2(aub_session_get_plan(session), sizeof *plan);
  gint64 first = aub_session_get_plan_id(session);
  assert_decided(session);
  plan->deal.price_cents -= 100;
  g_assert_true(aub_session_add_plan(session, plan, NULL));
  g_assert_null(decisions_of(session)); /* what was said of another deal is not of this one */
  assert_decided(session);
  g_assert_true(aub_session_select_plan(session, first, NULL));
  g_assert_null(decisions_of(session));
  assert_decided(session);
}

static void test_duplicate(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  gint64 first = aub_session_get_plan_id(session);
  assert_decided(session);
  g_assert_true(aub_session_duplicate_plan(session, "A copy", NULL));
  g_assert_cmpint(aub_session_get_plan_id(session), !=, first);
  g_assert_cmpstr(aub_session_get_plan(session)->name, ==, "A copy");
  g_assert_cmpstr(aub_session_get_computed_plan(session)->name, ==, "A copy");
  g_assert_true(aub_session_is_decided(session)); /* the same but for its name */
  set_price(session, price(session) - 100);
  g_autoptr(GArray) plans = aub_session_list_plans(session);
  g_assert_cmpuint(plans->len, ==, 2);
  g_assert_true(aub_session_select_plan(session, first, NULL));
  g_assert_cmpint(price(session), !=, 0);
  g_assert_cmpstr(aub_session_get_plan(session)->name, !=, "A copy");
}

/* --- terms --------------------------------------------------------------------------------- */

static void test_apply_terms(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  char path[PLAN_PATH_SIZE];
  const Term cap = {.kind = TERM_CAP, .amount = 300};
  const Term terms[] = {cap, {.kind = TERM_COMMISSION, .amount = 30000}};
  g_autofree Plan *before = g_memdup2(aub_session_get_plan(session), sizeof *before);
  g_autofree Plan *expected = g_memdup2(before, sizeof *before);
  term_apply(&terms[0], expected);
  term_apply(&terms[1], expected);
  aub_session_apply_terms(session, terms, 2);
  g_assert_cmpint(fixture->changed, ==, 1);
  g_assert_false(plan_first_difference(aub_session_get_plan(session), expected, path, sizeof path));
  g_assert_cmpint(aub_session_get_problems(session)->blocking_count, ==, 0);
  aub_session_apply_terms(session, terms, 2); /* it says so already */
  g_assert_cmpint(fixture->changed, ==, 1);
  g_assert_true(aub_session_can_undo(session, path));
  g_assert_cmpstr(path, ==, "");
  aub_session_undo(session);
  g_assert_false(plan_first_difference(aub_session_get_plan(session), before, path, sizeof path));
  g_assert_false(aub_session_can_undo(session, NULL));
  aub_session_apply_terms(session, &cap, 1);
  g_assert_true(aub_session_can_undo(session, path));
  g_assert_cmpstr(path, ==, term_path(TERM_CAP));
  aub_session_apply_terms(session, NULL, 0);
  g_assert_cmpint(fixture->changed, ==, 3);
}

/* --- offers -------------------------------------------------------------------------------- */

static const Offers *offers_wait(Fixture *fixture) {
  int compared = fixture->compared;
  while (fixture->compared == compared)
    g_main_context_iteration(NULL, TRUE);
  return offers_of(fixture->session);
}

/* Another deal, cheaper by so many cents; the first is on screen again. */
static gint64 add_deal(AubSession *session, const char *name, gint64 less_cents) {
  gint64 first = aub_session_get_plan_id(session);
  g_autofree Plan *plan = g_memdup2(aub_session_get_plan(session), sizeof *plan);
  plan_set_text(plan, "name", name);
  plan->deal.price_cents -= less_cents;
  g_assert_true(aub_session_add_plan(session, plan, NULL));
  gint64 id = aub_session_get_plan_id(session);
  g_assert_true(aub_session_select_plan(session, first, NULL));
  return id;
}

static void test_offers(Fixture *fixture, gconstpointer data) {
  AubSession *session = fixture->session;
  gint64 ids[OFFERS_MAX - 1], kept[OFFERS_MAX - 1];
  aub_session_set_decide(session, FALSE);
  gint64 first = aub_session_get_plan_id(session);
  ids[0] = add_deal(session, "Cheaper", 100);
  ids[1] = add_deal(session, "Much cheaper", 700);
  ids[2] = first; /* the one on screen stands there already */
  g_assert_null(offers_of(session));
  aub_session_set_offers(session, ids, 3);
  g_assert_cmpint(fixture->compared, ==, 1);
  g_assert_cmpint(aub_session_get_offers(session, kept), ==, 3);
  g_assert_cmpmem(kept, sizeof kept, ids, sizeof ids);
  const Offers *offers = offers_wait(fixture);
  g_assert_cmpint(offers->offer_count, ==, 3);
  g_assert_cmpstr(offers->offer[0].name, ==, aub_session_get_plan(session)->name);
  g_assert_cmpstr(offers->offer[2].name, ==, "Much cheaper");
  g_assert_cmpint(offers->offer[2].less_first.mean_milli, ==, -700 * 1000);
  set_price(session, price(session) - 100); /* compared anew with every edit */
  g_assert_nonnull(offers_of(session));
  offers = offers_wait(fixture);
  g_assert_cmpint(offers->offer[1].less_first.mean_milli, ==, 0);
  g_assert_true(aub_session_select_plan(session, ids[0], NULL));
  g_assert_null(offers_of(session)); /* another is the first */
  set_price(session, -5);            /* this one makes no sense: what it was is compared */
  offers = offers_wait(fixture);
  g_assert_cmpint(offers->offer_count, ==, 3);
  g_assert_cmpstr(offers->offer[0].name, ==, "Cheaper");
  g_assert_true(aub_session_select_plan(session, first, NULL));
  offers = offers_wait(fixture); /* now it is left out */
  g_assert_cmpint(offers->offer_count, ==, 2);
  g_assert_true(aub_session_remove_plan(session, ids[1], NULL));
  g_assert_null(offers_of(session)); /* nothing is left beside the first */
  g_assert_true(aub_session_restore_plan(session, ids[1], NULL));
  g_assert_cmpint(offers_wait(fixture)->offer_count, ==, 2);
  aub_session_set_offers(session, NULL, 0);
  g_assert_null(offers_of(session));
  g_assert_cmpint(aub_session_get_offers(session, kept), ==, 0);
}

#define ADD(path, function)                                                                        \
  g_test_add("/session-decide/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  ADD("decides", test_decides);
  ADD("edit", test_edit);
  ADD("edit-while-deciding", test_edit_while_deciding);
  ADD("kept", test_kept);
  ADD("other-shape", test_other_shape);
  ADD("switched-off", test_switched_off);
  ADD("edit-when-told", test_edit_when_told);
  ADD("dispose", test_dispose);
  ADD("switch-plan", test_switch_plan);
  ADD("duplicate", test_duplicate);
  ADD("apply-terms", test_apply_terms);
  ADD("offers", test_offers);
  return g_test_run();
}
