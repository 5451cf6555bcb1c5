/* The verdict of many small random plans, counted again from their simulated years: which
 * conditions hold, the form, whether what is asked for turns it, and what is told of it.
 *
 * A plan's YEARS years come again and again, as often as a trial asks for more: every share and
 * mean of any number of times YEARS is that of YEARS, so the count is exact and cheap. `-m slow`
 * draws more. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "tests/naive-verdict.h"
#include "tests/small-deals.h"
#include "ui/words/decide-words.h"

#define SEED 9
#define YEARS 5
#define PLANS 24
#define PLANS_SLOW 500
#define FAULT_PLANS 120 /* within which every fault is noticed */
#define KEPT_MAX 256
#define STEPS_MAX 64
#define SINGLE_EVERY 8 /* plans: all changes of each kind tried one after the other */

/* --- years that come again ------------------------------------------------------------------- */

typedef struct {
  Plan plan;
  TrialRun run[YEARS];
} Kept;

typedef struct {
  Plan plan;
  Results results; /* whether there is a calendar; nothing else is asked */
  Decisions decisions;
  DecideScratch *scratch;
  TrialScratch *trial;
  TrialRunner runner;
  RiskSetup setup;
  Kept *kept; /* contracts of the plan seen so far */
  int kept_count;
  int plan_index;
  int64_t years_run;
  int told[2 * VERDICT_COUNT]; /* how often: form, and with terms */
  int asks_checked, single_checked;
} World;

/* The years of a contract, each run once. */
static const TrialRun *years_of(World *world, const Plan *plan) {
  for (int i = world->kept_count - 1; i >= 0; i--) {
    if (memcmp(&world->kept[i].plan, plan, sizeof *plan) == 0) {
      return world->kept[i].run;
    }
  }
  if (world->kept_count == KEPT_MAX) {
    world->kept_count = 1; /* the plan itself stays */
  }
  Kept *kept = &world->kept[world->kept_count++];
  kept->plan = *plan;
  risk_setup(&world->setup, plan, SEED);
  trial_run_here(world->trial, &world->setup, RISK_ALL, 0, YEARS, kept->run);
  world->years_run += YEARS;
  return kept->run;
}

static bool run_again(void *data, const RiskSetup *setup, RiskSample sample, int begin, int end,
                      TrialRun *out) {
  const TrialRun *years = years_of(data, &setup->plan);

  for (int run = begin; run < end; run++) {
    out[run - begin] = years[(setup->order ? setup->order[run] : run) % YEARS];
  }
  return true;
}

static World *world_new(void) {
  World *world = g_new0(World, 1);
  /* calloc: most of a scratch is never touched. */
  world->scratch = calloc(1, sizeof *world->scratch);
  world->trial = calloc(1, sizeof *world->trial);
  world->kept = g_new0(Kept, KEPT_MAX);
  world->runner = (TrialRunner){run_again, world, SEED};
  return world;
}

static void world_free(World *world) {
  free(world->scratch);
  free(world->trial);
  g_free(world->kept);
  g_free(world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

/* --- what is decided ------------------------------------------------------------------------- */

static bool decide(World *world) {
  static const DecidePart parts[] = {DECIDE_QUOTA, DECIDE_CAP, DECIDE_ASKS};

  decisions_begin(&world->plan, SEED, true, &world->decisions);
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
    if (!decisions_compute(&world->decisions, parts[i], &world->plan, &world->runner,
                           world->scratch)) {
      return false;
    }
  }
  return true;
}

static void judge(World *world, const Plan *plan, NaiveFault fault, NaiveVerdict *verdict) {
  naive_verdict_fill(plan, years_of(world, plan), YEARS, fault, verdict);
}

/* The standing of as many years as there are, and that of the years the owner is told. */
static const char *standings_differ(World *world, const NaiveVerdict *naive) {
  g_autofree RiskRun *runs = g_new0(RiskRun, YEARS);
  g_autofree Risk *risk = g_new0(Risk, 1);
  int64_t work[YEARS];
  Trial *trial = &world->scratch->base;
  Standing standing;

  trial_begin(trial, &world->plan, RISK_ALL, &world->runner);
  g_assert_true(trial_run_to(trial, YEARS, &world->runner));
  standing_of_trial(trial, YEARS, &standing);
  const char *difference = naive_standing_difference(naive, &world->plan, &standing);
  if (difference[0]) {
    return difference;
  }
  for (int year = 0; year < YEARS; year++) {
    risk_run(&trial->setup, RISK_ALL, (uint32_t)year, &runs[year], &world->trial->risk);
  }
  risk_begin(&trial->setup, true, YEARS, risk);
  risk_sum_up(&trial->setup, RISK_ALL, runs, YEARS, work, risk);
  standing_of_risk(&world->plan, risk, &standing);
  return naive_standing_difference(naive, &world->plan, &standing);
}

/* The contract with an ask in writing. */
static void ask_judge(World *world, const Ask *ask, NaiveFault fault, NaiveVerdict *verdict) {
  g_autofree Plan *plan = g_memdup2(&world->plan, sizeof world->plan);

  for (int i = 0; i < ask->term_count && fault != NAIVE_TERMS_UNWRITTEN; i++) {
    g_assert_true(term_changes(&ask->term[i], plan));
    term_apply(&ask->term[i], plan);
  }
  judge(world, plan, fault, verdict);
}

static const char *asks_differ(World *world, NaiveFault fault) {
  const Asks *asks = &world->decisions.asks;

  for (int i = 0; i < asks->ask_count; i++) {
    NaiveVerdict naive;

    ask_judge(world, &asks->ask[i], fault, &naive);
    world->asks_checked++;
    if (!naive.all_hold) {
      return "an ask does not turn it";
    }
    const char *difference =
        naive_standing_difference(&naive, &world->plan, &asks->ask[i].standing);
    if (difference[0]) {
      return difference;
    }
  }
  return "";
}

/* One before two; of as many, the easier to obtain. */
static const char *order_differs(const Asks *asks) {
  int last = -1;

  for (int i = 0; i < asks->ask_count; i++) {
    const Ask *ask = &asks->ask[i];
    int ease = (int)ask->term[0].kind;

    if (ask->term_count == 2) {
      ease = TERM_COUNT + (int)ask->term[0].kind + (int)ask->term[1].kind;
    }
    if (ease < last) {
      return "order of the asks";
    }
    last = ease;
  }
  return "";
}

static bool term_turns_it(World *world, const Term *term) {
  Ask ask = {.term_count = 1, .term = {*term}};
  NaiveVerdict naive;

  if (!term_changes(term, &world->plan)) {
    return false;
  }
  ask_judge(world, &ask, NAIVE_RIGHT, &naive);
  return naive.all_hold;
}

/* All that asks.h says is tried of one kind, the least first. */
static int kind_steps(const World *world, TermKind kind, Term terms[STEPS_MAX]) {
  const PlanDeal *deal = &world->plan.deal;
  int64_t step = 0, first = 0;
  int count = 1;

  if (kind == TERM_CAP) {
    count = term_sold_most(&world->plan) / CAP_STEP;
    first = step = CAP_STEP;
  } else if (kind == TERM_NO_WEEKDAY) {
    first = term_busiest_weekday(&world->plan);
    count = first >= 0;
  } else if (kind == TERM_COMMISSION) {
    step = -1000;
    first = deal->commission_per_100k + step;
    count = MIN(20, deal->commission_per_100k / 1000);
  } else if (kind == TERM_PRICE) {
    step = deal->list_price_cents / 20;
    first = deal->price_cents + step;
    count = (int)((deal->list_price_cents * 3 / 4 - deal->price_cents) / step);
  } else if (kind == TERM_QUOTA) {
    count = 0; /* quota_steps */
  }
  for (int i = 0; i < count; i++) {
    terms[i] = term_of(kind, first + i * step);
  }
  return count;
}

/* Those of before the contract cut at ever less, and the same number on each day; none on any day
 * is no deal. */
static int quota_steps(const World *world, Term terms[STEPS_MAX]) {
  const QuotaDay *day = world->decisions.quota.day;
  int most = 0, count = 0;

  for (int i = 0; i < 7 && world->decisions.quota.applies; i++) {
    most = MAX(most, day[i].is_open ? day[i].slots : 0);
  }
  for (int at = MIN(most, STEPS_MAX / 2); at > 0; at--) {
    for (int is_cut = 0; is_cut <= 1; is_cut++) {
      Term *term = &terms[count++];

      *term = term_of(TERM_QUOTA, 0);
      for (int i = 0; i < 7; i++) {
        term->quota[i] = !day[i].is_open ? PLAN_NONE : is_cut ? MIN(day[i].before, at) : at;
      }
    }
  }
  return count;
}

/* Where nothing alone is told to turn it, nothing does. */
static const char *single_differs(World *world) {
  const Asks *asks = &world->decisions.asks;
  Term terms[STEPS_MAX];

  if (!asks->is_needed || (asks->ask_count > 0 && asks->ask[0].term_count == 1)) {
    return "";
  }
  world->single_checked++;
  for (int kind = 0; kind < TERM_COUNT; kind++) {
    int count =
        kind == TERM_QUOTA ? quota_steps(world, terms) : kind_steps(world, (TermKind)kind, terms);

    for (int i = 0; i < count; i++) {
      if (term_turns_it(world, &terms[i])) {
        g_test_message("%s %" G_GINT64_FORMAT " turns it, step %d of %d", term_name(terms[i].kind),
                       terms[i].amount, i, count);
        return "a single change is not found";
      }
    }
  }
  return "";
}

/* Of a cap and of the commission, a step less does not do; the first ask is let go three further,
 * to be surer. */
static const char *least_differs(World *world) {
  const Asks *asks = &world->decisions.asks;

  for (int i = 0; i < asks->ask_count && asks->is_needed; i++) {
    Term term = asks->ask[i].term[0];
    int64_t step = term.kind == TERM_CAP ? CAP_STEP : 1000;

    if (asks->ask[i].term_count > 1 || (term.kind != TERM_CAP && term.kind != TERM_COMMISSION)) {
      continue;
    }
    term.amount += i == 0 ? 4 * step : step;
    if (term_turns_it(world, &term)) {
      g_test_message("%s %" G_GINT64_FORMAT " does", term_name(term.kind), term.amount);
      return "a step less does it too";
    }
  }
  return "";
}

/* --- what is told ---------------------------------------------------------------------------- */

static const char *whole_differs(World *world, const NaiveVerdict *naive, NaiveFault fault,
                                 VerdictForm *form, bool *if_contract) {
  const Asks *asks = &world->decisions.asks;
  NaiveVerdict then = *naive;
  WholeVerdict whole, before;

  *if_contract = !naive->all_hold && asks->ask_count > 0;
  if (*if_contract) {
    ask_judge(world, &asks->ask[0], fault, &then);
  }
  *form = then.form;
  verdict_of_decisions(&world->decisions, &asks->standing, &whole);
  verdict_of_decisions(NULL, &asks->standing, &before);
  if (asks->is_needed == naive->all_hold) {
    return "needed";
  }
  if (whole.form != *form || whole.if_contract != *if_contract || !whole.is_final) {
    return "whole verdict";
  }
  return before.form != naive->form || before.if_contract ? "verdict before terms" : "";
}

/* The broken condition named first. */
static Condition weightiest(World *world, const NaiveVerdict *naive, NaiveFault fault) {
  const Asks *asks = &world->decisions.asks;

  if (asks->ask_count == 0 && asks->hopeless < CONDITION_COUNT &&
      !naive->condition[asks->hopeless].holds && fault != NAIVE_LAST_IS_WORST) {
    return asks->hopeless;
  }
  return naive_worst(&world->plan, naive, 0, fault);
}

/* A NO tells all that is broken, as many as there is room for. */
static const char *no_differs(World *world, Language language, const Study *study,
                              const NaiveVerdict *naive, NaiveFault fault) {
  Condition condition = weightiest(world, naive, fault);
  g_autofree char *title = verdict_title(language, study);
  unsigned named = 0;

  if (!naive_text_names(language, title, condition) ||
      !naive_text_counts(language, title, naive, condition)) {
    return "the condition of the title";
  }
  for (int k = 0; k < REASONS_MAX && condition < CONDITION_COUNT; k++) {
    g_autofree char *reason = verdict_reason(language, study, k);

    if (!reason || !naive_text_names(language, reason, condition) ||
        !naive_text_counts(language, reason, naive, condition)) {
      return "a reason";
    }
    named |= 1u << condition;
    condition = naive_worst(&world->plan, naive, named, fault);
  }
  return "";
}

static const char *text_differs(World *world, Language language, const NaiveVerdict *naive,
                                VerdictForm form, bool if_contract, NaiveFault fault) {
  const Study study = {
      .plan = &world->plan, .results = &world->results, .decisions = &world->decisions};
  g_autofree char *title = verdict_title(language, &study);
  g_autofree char *reason = verdict_reason(language, &study, 0);

  if (!world->results.has_calendar && form != VERDICT_NO &&
      !strstr(title,
              language == LANGUAGE_EN ? "(by its money alone)" : "(d’après l’argent seulement)")) {
    return "a verdict of more than money";
  }
  if (!g_str_has_prefix(title, naive_first_words(language, form, if_contract))) {
    return "first words";
  }
  if (if_contract &&
      !strstr(title, language == LANGUAGE_EN ? "if the contract says" : "si le contrat dit")) {
    return "if";
  }
  if (form == VERDICT_NO) {
    return no_differs(world, language, &study, naive, fault);
  }
  Condition condition = if_contract ? weightiest(world, naive, fault)
                        : naive->condition[CONDITION_RESULT].applies
                            ? CONDITION_RESULT
                            : CONDITION_COST_PER_CLIENT_KEPT;
  if (condition == CONDITION_COST_PER_CLIENT_KEPT) { /* where it earns, clients cost nothing */
    return strstr(reason, "client") ? "" : "first reason";
  }
  return naive_text_names(language, reason, condition) &&
                 naive_text_counts(language, reason, naive, condition)
             ? ""
             : "first reason";
}

/* --- all of it ------------------------------------------------------------------------------- */

/* "": everything about the plan is as counted here. */
static const char *plan_differs(World *world, NaiveFault fault) {
  const char *difference;
  NaiveVerdict naive;
  VerdictForm form;
  bool if_contract;

  judge(world, &world->plan, fault, &naive);
  if (naive_bits_differ(&world->plan, years_of(world, &world->plan), YEARS) != CONDITION_COUNT) {
    return "what a year breaks";
  }
  if ((difference =
           naive_standing_difference(&naive, &world->plan, &world->decisions.asks.standing))[0]) {
    return difference;
  }
  if ((difference = standings_differ(world, &naive))[0] ||
      (difference = asks_differ(world, fault))[0] ||
      (difference = order_differs(&world->decisions.asks))[0] ||
      (world->plan_index % SINGLE_EVERY == 0 && (difference = single_differs(world))[0]) ||
      (difference = least_differs(world))[0] ||
      (difference = whole_differs(world, &naive, fault, &form, &if_contract))[0]) {
    return difference;
  }
  for (Language language = 0; language < LANGUAGE_COUNT; language++) {
    if ((difference = text_differs(world, language, &naive, form, if_contract, fault))[0]) {
      return difference;
    }
  }
  world->told[2 * (int)form + if_contract]++;
  return "";
}

static void draw_and_decide(World *world, GRand *luck) {
  small_deal_draw(luck, &world->plan);
  world->results.has_calendar = world->plan.rooms_count > 0;
  world->kept_count = 0;
  years_of(world, &world->plan);
  g_assert_true(decide(world));
}

static void test_plans(void) {
  g_autoptr(World) world = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(1210);
  int plans = g_test_slow() ? PLANS_SLOW : PLANS;

  for (int i = 0; i < plans; i++) {
    world->plan_index = i;
    draw_and_decide(world, luck);
    const char *difference = plan_differs(world, NAIVE_RIGHT);
    if (difference[0]) {
      g_test_message("plan %d: %s", i, difference);
      g_test_fail();
    }
  }
  g_test_message("%" G_GINT64_FORMAT " years, %d asks, %d plans that no single change turns",
                 world->years_run, world->asks_checked, world->single_checked);
  for (int form = 0; form < 2 * VERDICT_COUNT; form++) {
    g_test_message("%s%s: %d", verdict_form_name((VerdictForm)(form / 2)), form % 2 ? ", if" : "",
                   world->told[form]);
    g_assert_true(!g_test_slow() || world->told[form] > 0 || form == 2 * VERDICT_NO + 1);
  }
}

static void test_faults(void) {
  g_autoptr(World) world = world_new();
  g_autoptr(GRand) luck = g_rand_new_with_seed(1211);
  bool noticed[NAIVE_FAULT_COUNT] = {true};

  for (int i = 0, left = NAIVE_FAULT_COUNT - 1; left > 0; i++) {
    g_assert_cmpint(i, <, FAULT_PLANS);
    world->plan_index = 1; /* no fault is about changes that nothing tells of */
    draw_and_decide(world, luck);
    for (int fault = 1; fault < NAIVE_FAULT_COUNT; fault++) {
      const char *difference = noticed[fault] ? "" : plan_differs(world, (NaiveFault)fault);

      if (difference[0]) {
        g_test_message("fault %d noticed at plan %d: %s", fault, i, difference);
        noticed[fault] = true;
        left--;
      }
    }
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/verdict-random/plans", test_plans);
  if (!g_test_slow()) { /* they are noticed among the few */
    g_test_add_func("/verdict-random/faults", test_faults);
  }
  return g_test_run();
}
