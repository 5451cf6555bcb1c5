/* Room: decide. What to ask for. Knows: the changes and their least steps, cap. Must not know: how
 * a step is found. */
#include "model/decide/asks.h"

#include <string.h>

#include "model/decide/asks-private.h"

#define CLEAR 3     /* standard errors: a contract that holds by less is looked at as if not */
#define ASK_CLEAR 2 /* … an ask takes a step more for it, where one is left */
#define ASK_STEPS_MORE 3
#define OF_THE_CALENDAR                                                                            \
  (1u << CONDITION_WAIT | 1u << CONDITION_REFUSED | 1u << CONDITION_WEEKLY_SHARE)
/* Beside another, a change that does it alone must be less by so much of its steps. */
#define LESS_BESIDE_DIVISOR 5
/* How far two changes may fall short when what they do alone is added, and still be tried. */
#define ADDED_SHORT_SHARE 0.1
#define ADDED_SHORT_OF_COST 0.25

/* --- telling an ask ------------------------------------------------------------------------ */

/* A change at a step. */
typedef struct {
  const Change *change;
  int step;
} Stepped;

static TermSet terms_of(const AskSearch *search, const Stepped *stepped, int count) {
  TermSet terms = {.term_count = count};
  for (int i = 0; i < count; i++)
    terms.term[i] = change_term(search, stepped[i].change, stepped[i].step);
  return terms;
}

/* The whole of its years. */
static bool ask_fill(AskSearch *search, const TermSet *terms, Ask *ask) {
  Look look;
  if (!terms_look(search, terms, TRIAL_YEARS_SURE, LOOK_ALL, search->tight, true, &look))
    return false;
  memset(ask, 0, sizeof *ask);
  ask->term_count = terms->term_count;
  memcpy(ask->term, terms->term, sizeof ask->term);
  standing_of_trial(&search->scratch->other, TRIAL_YEARS_SURE, &ask->standing);
  return true;
}

/* The first of which a step more helps what breaks; else any that has steps left. */
static Stepped *next_to_step(Stepped *stepped, int count, const Look *look) {
  bool of_calendar = !look_holds(look, OF_THE_CALENDAR);
  Stepped *next = NULL;
  for (int i = count - 1; i >= 0; i--) {
    bool has_left = stepped[i].step + 1 < stepped[i].change->count;
    if (has_left && (next == NULL || stepped[i].change->is_money != of_calendar))
      next = &stepped[i];
  }
  return next;
}

/* Looks surely, and goes on by a few steps until it holds; the first ask, on which the verdict
 * rests, until it holds clearly, else takes what held. */
static bool ask_confirm(AskSearch *search, Stepped *stepped, int count, bool is_first,
                        TermSet *terms, bool *is_found) {
  /* The recommended cap is told with its own error. */
  bool is_cap = count == 1 && stepped[0].change->kind == TERM_CAP;
  double clear = is_first && !is_cap && search->tight < ASK_CLEAR ? ASK_CLEAR : search->tight;
  *is_found = false;
  for (int more = 0; more <= ASK_STEPS_MORE; more++) {
    Look look, less;
    TermSet now = terms_of(search, stepped, count);
    if (!terms_look(search, &now, TRIAL_YEARS_SURE, LOOK_ALL, clear, false, &look))
      return false;
    bool is_clear = look_holds(&look, LOOK_ALL), holds = is_clear;
    if (!is_clear && !*is_found && clear > search->tight) {
      if (!terms_look(search, &now, TRIAL_YEARS_SURE, LOOK_ALL, search->tight, false, &less))
        return false;
      holds = look_holds(&less, LOOK_ALL);
    }
    if (is_clear || (holds && !*is_found)) {
      *terms = now;
      *is_found = true;
    }
    Stepped *next = next_to_step(stepped, count, &look);
    if (is_clear || next == NULL)
      break;
    next->step++;
  }
  return true;
}

static bool ask_add(AskSearch *search, Stepped *stepped, int count, Asks *asks) {
  TermSet terms;
  bool is_found;
  if (!ask_confirm(search, stepped, count, asks->ask_count == 0, &terms, &is_found))
    return false;
  if (!is_found)
    return true;
  return ask_fill(search, &terms, &asks->ask[asks->ask_count++]);
}

/* --- one change ---------------------------------------------------------------------------- */

static bool kind_is_asked(const Asks *asks, TermKind kind) {
  for (int i = 0; i < asks->ask_count; i++)
    if (asks->ask[i].term_count == 1 && asks->ask[i].term[0].kind == kind)
      return true;
  return false;
}

static bool pair_is_asked(const Asks *asks, TermKind a, TermKind b) {
  for (int i = 0; i < asks->ask_count; i++)
    if (asks->ask[i].term_count == 2 && asks->ask[i].term[0].kind == a &&
        asks->ask[i].term[1].kind == b)
      return true;
  return false;
}

/* The least that any condition allows alone where some number meets it; the recommended cap. */
static int cap_step(const Change *change, const Cap *cap) {
  int64_t most = cap->found ? cap->vouchers : change->first;
  for (int i = 0; i < CONDITION_COUNT && !cap->found; i++)
    if (cap->alone[i].applies && cap->alone[i].found && cap->alone[i].vouchers < most)
      most = cap->alone[i].vouchers;
  int64_t step = (change->first - most) / CAP_STEP;
  return step < 0 ? 0 : step >= change->count ? change->count - 1 : (int)step;
}

static bool single_try(AskSearch *search, Change *change, const Cap *base_cap, Asks *asks) {
  bool is_cap = change->kind == TERM_CAP && asks->is_needed;
  change->at = is_cap ? cap_step(change, base_cap) : change_calendar_step(search, change, NULL);
  change->alone = -1;
  Stepped stepped = {change, change->at};
  TermSet terms = terms_of(search, &stepped, 1);
  if (search->cancelled ||
      !terms_look(search, &terms, TRIAL_YEARS, LOOK_ALL, search->tight, true, &change->look))
    return false;
  if (kind_is_asked(asks, change->kind) || asks->ask_count == ASKS_MAX)
    return true;
  bool is_hopeless =
      change->is_money ? !look_holds(&change->look, LOOK_ALL) : is_cap && !base_cap->found;
  if (is_hopeless || !change_least(search, change, NULL, change->at, &stepped.step))
    return !search->cancelled;
  int before = asks->ask_count;
  if (!ask_add(search, &stepped, 1, asks))
    return false;
  if (asks->ask_count > before)
    change->alone = stepped.step;
  return true;
}

/* By conditions met, then by result. */
static bool best_fill(AskSearch *search, const Change *changes, int count, Asks *asks) {
  const Change *best = NULL;
  for (int i = 0; i < count; i++) {
    int met = __builtin_popcount(changes[i].look.holds);
    int most = best == NULL ? -1 : __builtin_popcount(best->look.holds);
    if (met > most || (met == most && changes[i].look.result_milli > best->look.result_milli))
      best = &changes[i];
  }
  if (best == NULL)
    return true;
  Stepped stepped = {best, best->at};
  TermSet terms = terms_of(search, &stepped, 1);
  for (int i = 0; i < asks->ask_count; i++) {
    const Ask *ask = &asks->ask[i];
    if (ask->term_count == 1 && term_is_same(&ask->term[0], &terms.term[0])) {
      asks->best = *ask;
      return true;
    }
  }
  return ask_fill(search, &terms, &asks->best);
}

/* --- two ----------------------------------------------------------------------------------- */

/* Betters any of these conditions, alone. */
static bool change_betters(const Look *base, const Change *change, unsigned conditions) {
  for (int i = 0; i < CONDITION_COUNT; i++)
    if ((conditions & base->applies) >> i & 1 && change->look.room[i] > base->room[i])
      return true;
  return false;
}

/* Whether each betters what breaks without it, and what both do alone, added, comes near enough.
 * How long a quota makes people wait is not added: with fewer of them it is gone. */
static bool pair_is_promising(const Look *base, const Change *a, const Change *b) {
  unsigned without_a = ~base->holds | ~b->look.holds, without_b = ~base->holds | ~a->look.holds;
  if (!change_betters(base, a, without_a) || !change_betters(base, b, without_b))
    return false;
  if (a->kind == TERM_CAP && b->kind == TERM_QUOTA)
    return true;
  for (int i = 0; i < CONDITION_COUNT; i++) {
    double added = a->look.room[i] + b->look.room[i] - base->room[i];
    double short_most = i == CONDITION_COST_PER_CLIENT_KEPT
                            ? ADDED_SHORT_OF_COST * (base->room[i] < 0 ? -base->room[i] : 0)
                            : ADDED_SHORT_SHARE;
    if ((base->applies >> i & 1) != 0 && added < -short_most)
      return false;
  }
  return true;
}

/* The one first whose steps are told by the other at its strongest; then the other. Of two of the
 * money, the harder to obtain is kept least. */
static bool pair_try(AskSearch *search, const Change *a, const Change *b, Asks *asks) {
  bool both_money = a->is_money && b->is_money;
  const Change *first = both_money ? b : a, *second = both_money ? a : b;
  Stepped pair[ASK_TERMS_MAX] = {{a, 0}, {b, 0}};
  int *first_step = both_money ? &pair[1].step : &pair[0].step;
  int *second_step = both_money ? &pair[0].step : &pair[1].step;
  Term strongest = change_term(search, second, second->at);
  if (!change_least(search, first, &strongest, -1, first_step))
    return !search->cancelled;
  Term beside = change_term(search, first, *first_step);
  if (!change_least(search, second, &beside, -1, second_step))
    return !search->cancelled;
  /* A quota that is less makes people wait less: more vouchers may do. */
  Term least = change_term(search, second, *second_step);
  if (second->kind == TERM_QUOTA && !term_is_same(&least, &strongest) &&
      !change_least(search, first, &least, -1, first_step))
    return !search->cancelled;
  return ask_add(search, pair, ASK_TERMS_MAX, asks);
}

/* The steps that are less than what it takes alone. False: none is, as of the quota of one kind
 * where that of the other does it. */
static bool change_beside(const Asks *asks, const Change *alone, Change *change) {
  *change = *alone;
  if (alone->alone < 0 && kind_is_asked(asks, alone->kind))
    return false;
  if (alone->alone >= 0) {
    change->count = alone->alone - alone->alone / LESS_BESIDE_DIVISOR;
    change->at = change->at < change->count ? change->at : change->count - 1;
  }
  return change->count > 0;
}

static bool pair_is_wanted(const AskSearch *search, const Look *base, const Change *a,
                           const Change *b, const Asks *asks) {
  return a->kind < b->kind && asks->ask_count < ASKS_MAX && search->years_run < ASK_YEARS_MOST &&
         !pair_is_asked(asks, a->kind, b->kind) && pair_is_promising(base, a, b);
}

static bool pair_look(AskSearch *search, const Look *base, const Change *a, const Change *b,
                      Asks *asks) {
  Change less_a, less_b;
  if (!pair_is_wanted(search, base, a, b, asks) || !change_beside(asks, a, &less_a) ||
      !change_beside(asks, b, &less_b))
    return true;
  return pair_try(search, &less_a, &less_b, asks);
}

static bool pairs_try(AskSearch *search, const Look *base, const Change *changes, int count,
                      Asks *asks) {
  for (int sum = 0; sum < 2 * TERM_COUNT; sum++)
    for (int i = 0; i < count; i++)
      for (int k = i + 1; k < count; k++)
        if ((int)changes[i].kind + (int)changes[k].kind == sum &&
            !pair_look(search, base, &changes[i], &changes[k], asks))
          return false;
  return true;
}

/* --- all ----------------------------------------------------------------------------------- */

/* The number to write beside the terms, where they say none. */
static bool cap_fill(const AskSearch *search, Asks *asks) {
  const Ask *ask = &asks->ask[0];
  Plan plan = *search->plan;
  if (asks->ask_count == 0 || ask->term[0].kind == TERM_CAP)
    return true;
  for (int i = 0; i < ask->term_count; i++)
    term_apply(&ask->term[i], &plan);
  if (!cap_find(&plan, search->sample, search->runner, search->scratch, &asks->cap))
    return false;
  bool is_said = asks->cap.most_is_contract && asks->cap.vouchers >= asks->cap.most;
  asks->has_cap = asks->cap.found && !is_said;
  return true;
}

static void hopeless_fill(const AskSearch *search, Asks *asks) {
  asks->hopeless = (Condition)0;
  for (int i = 1; i < CONDITION_COUNT; i++)
    if (search->nearest.short_by[i] > search->nearest.short_by[asks->hopeless])
      asks->hopeless = (Condition)i;
}

/* The contract as it stands, and how near its conditions are with `tight`. */
static bool base_look(AskSearch *search, int years, double tight, Look *base) {
  const LookOptions options = {.years = years, .mask = LOOK_ALL, .tight = tight, .whole = true};
  return look_at(&search->scratch->base, &options, search->runner, base);
}

static bool changes_try(AskSearch *search, const Look *base, const Cap *base_cap, Asks *asks) {
  Change changes[CHANGES_MAX];
  int count = changes_list(search, changes);
  search->nearest = *base;
  for (int i = 0; i < count; i++)
    if (!single_try(search, &changes[i], base_cap, asks))
      return false;
  return pairs_try(search, base, changes, count, asks) && best_fill(search, changes, count, asks);
}

bool asks_find(const Plan *plan, RiskSample sample, const Quota *quota, const Cap *base_cap,
               const TrialRunner *runner, DecideScratch *scratch, Asks *asks) {
  AskSearch search = {
      .plan = plan, .sample = sample, .quota = quota, .runner = runner, .scratch = scratch};
  Look base;
  memset(asks, 0, sizeof *asks);
  asks->hopeless = CONDITION_COUNT;
  trial_keep(&scratch->base, plan, sample, TRIAL_YEARS_SURE, &scratch->against, runner);
  if (!base_look(&search, TRIAL_YEARS_SURE, CLEAR, &base))
    return false;
  standing_of_trial(&scratch->base, TRIAL_YEARS_SURE, &asks->standing);
  asks->is_needed = !asks->standing.all_hold;
  if (look_holds(&base, LOOK_ALL))
    return true;
  search.tight = asks->is_needed ? 0 : CLEAR;
  if (!base_look(&search, TRIAL_YEARS, search.tight, &base) ||
      !changes_try(&search, &base, base_cap, asks))
    return false;
  if (asks->is_needed && asks->ask_count == 0)
    hopeless_fill(&search, asks);
  return cap_fill(&search, asks);
}
