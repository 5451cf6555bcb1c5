/* Room: decide. Changes of a contract step by step. Knows: look, term, quota. Must not know: which
 * changes are told. */
#include <string.h>

#include "model/base/money.h"
#include "model/decide/asks-private.h"

#define WHOLE_DOLLAR_CENTS 100
/* Wait gets worse with fewer deal visits a day: the quota is found by what gets better. */
#define HELPED_BY_QUOTA (1u << CONDITION_REFUSED | 1u << CONDITION_WEEKLY_SHARE)
#define HELPED_BY_CAP (HELPED_BY_QUOTA | 1u << CONDITION_WAIT)

/* --- the changes --------------------------------------------------------------------------- */

static int32_t quota_most(const AskSearch *search, bool is_uniform) {
  int32_t most = 0;
  for (int weekday = 0; weekday < 7; weekday++) {
    const QuotaDay *day = &search->quota->day[weekday];
    int32_t of_day = is_uniform ? day->slots - 1 : day->before;
    if (day->is_open && of_day > most)
      most = of_day;
  }
  return most;
}

static Term quota_term(const AskSearch *search, bool is_uniform, int32_t most) {
  Term term = term_of(TERM_QUOTA, 0);
  for (int weekday = 0; weekday < 7; weekday++) {
    const QuotaDay *day = &search->quota->day[weekday];
    if (day->is_open)
      term.quota[weekday] = is_uniform || day->before > most ? most : day->before;
  }
  return term;
}

Term change_term(const AskSearch *search, const Change *change, int step) {
  int64_t amount = change->first + step * change->step;
  if (change->kind == TERM_QUOTA)
    return quota_term(search, change->is_uniform, (int32_t)amount);
  return term_of(change->kind, amount);
}

static Change cap_change(const Plan *plan) {
  int64_t most = term_sold_most(plan) - 1;
  int64_t first = most - most % CAP_STEP;
  return (Change){
      .kind = TERM_CAP, .count = (int)(first / CAP_STEP), .first = first, .step = -CAP_STEP};
}

static Change commission_change(const Plan *plan) {
  int64_t now = plan->deal.commission_per_100k;
  int64_t first = (now - 1) - (now - 1) % COMMISSION_STEP_PER_100K;
  int64_t last = now - COMMISSION_LESS_MOST_PER_100K;
  int64_t least = last > 0 ? last : 0;
  int64_t count = now > 0 ? (first - least) / COMMISSION_STEP_PER_100K + 1 : 0;
  return (Change){.kind = TERM_COMMISSION,
                  .count = (int)count,
                  .is_money = true,
                  .first = first,
                  .step = -COMMISSION_STEP_PER_100K};
}

/* In whole dollars where the price is. */
static Change price_change(const Plan *plan) {
  const PlanDeal *deal = &plan->deal;
  int64_t most = money_share_half_up(deal->list_price_cents, PRICE_MOST_PER_100K);
  int64_t step = money_share_half_up(deal->list_price_cents, PRICE_STEP_PER_100K);
  if (deal->price_cents % WHOLE_DOLLAR_CENTS == 0)
    step += (WHOLE_DOLLAR_CENTS - step % WHOLE_DOLLAR_CENTS) % WHOLE_DOLLAR_CENTS;
  int64_t count = step > 0 && most > deal->price_cents ? (most - deal->price_cents) / step : 0;
  return (Change){.kind = TERM_PRICE,
                  .count = (int)count,
                  .is_money = true,
                  .first = deal->price_cents + step,
                  .step = step};
}

static Change quota_change(const AskSearch *search, bool is_uniform) {
  int32_t most = search->quota->applies ? quota_most(search, is_uniform) : 0;
  return (Change){
      .kind = TERM_QUOTA, .count = most, .is_uniform = is_uniform, .first = most, .step = -1};
}

static Change change_of(const AskSearch *search, TermKind kind) {
  switch ((int)kind) {
  case TERM_CAP:
    return cap_change(search->plan);
  case TERM_NO_WEEKDAY:
    return (Change){.kind = kind, .count = 1, .first = term_busiest_weekday(search->plan)};
  case TERM_COMMISSION:
    return commission_change(search->plan);
  case TERM_PRICE:
    return price_change(search->plan);
  default:
    return (Change){.kind = kind, .count = 1, .is_money = kind != TERM_NEW_CLIENTS_ONLY};
  }
}

/* The steps at the beginning that the contract has already are no change. */
static void change_add(const AskSearch *search, Change change, Change *changes, int *count) {
  while (change.count > 0) {
    Term term = change_term(search, &change, 0);
    if (term_changes(&term, search->plan))
      break;
    change.first += change.step;
    change.count--;
  }
  if (change.count > 0)
    changes[(*count)++] = change;
}

int changes_list(const AskSearch *search, Change changes[CHANGES_MAX]) {
  int count = 0;
  for (int kind = 0; kind < TERM_COUNT; kind++) {
    if (kind == TERM_QUOTA) {
      change_add(search, quota_change(search, false), changes, &count);
      change_add(search, quota_change(search, true), changes, &count);
    } else {
      change_add(search, change_of(search, (TermKind)kind), changes, &count);
    }
  }
  return count;
}

/* --- looking ------------------------------------------------------------------------------- */

bool term_is_same(const Term *a, const Term *b) {
  return a->kind == b->kind && a->amount == b->amount &&
         memcmp(a->quota, b->quota, sizeof a->quota) == 0;
}

static bool is_seen(const AskSearch *search, const TermSet *terms) {
  bool is_same = search->has_seen && search->seen.term_count == terms->term_count;
  for (int i = 0; is_same && i < terms->term_count; i++)
    is_same = term_is_same(&search->seen.term[i], &terms->term[i]);
  return is_same;
}

static void contract_begin(AskSearch *search, const TermSet *terms) {
  DecideScratch *scratch = search->scratch;
  scratch->plan = *search->plan;
  for (int i = 0; i < terms->term_count; i++)
    term_apply(&terms->term[i], &scratch->plan);
  trial_begin_like(&scratch->other, &scratch->plan, &scratch->base, search->runner);
  search->seen = *terms;
  search->has_seen = true;
}

static double farthest(const Look *look) {
  double most = 0;
  for (int i = 0; i < CONDITION_COUNT; i++)
    most = look->short_by[i] > most ? look->short_by[i] : most;
  return most;
}

static void nearest_keep(AskSearch *search, const Look *look) {
  int met = __builtin_popcount(look->holds), best = __builtin_popcount(search->nearest.holds);
  if (met > best || (met == best && farthest(look) < farthest(&search->nearest)))
    search->nearest = *look;
}

bool terms_look(AskSearch *search, const TermSet *terms, int years, unsigned mask, double tight,
                bool whole, Look *look) {
  Trial *trial = &search->scratch->other;
  if (!is_seen(search, terms))
    contract_begin(search, terms);
  int before = trial->count;
  const LookOptions options = {.years = years, .mask = mask, .tight = tight, .whole = whole};
  if (!look_at(trial, &options, search->runner, look)) {
    search->cancelled = true;
    return false;
  }
  search->years_run += trial->count - before;
  if (mask == LOOK_ALL && !look_holds(look, LOOK_ALL))
    nearest_keep(search, look);
  return true;
}

/* --- the least step ------------------------------------------------------------------------ */

static TermSet terms_with(const Term *term, const Term *beside) {
  TermSet terms = {.term_count = 1, .term = {*term}};
  if (beside == NULL)
    return terms;
  bool is_before = beside->kind < term->kind;
  terms.term_count = 2;
  terms.term[is_before ? 0 : 1] = *beside;
  terms.term[is_before ? 1 : 0] = *term;
  return terms;
}

static bool step_meets(AskSearch *search, const Change *change, int step, const Term *beside,
                       unsigned mask) {
  Look look;
  Term term = change_term(search, change, step);
  TermSet terms = terms_with(&term, beside);
  return terms_look(search, &terms, TRIAL_YEARS, mask, search->tight, false, &look) &&
         look_holds(&look, mask);
}

/* The least of (low, high] that meets the mask; `high` does, `low` does not. */
static int step_bisect(AskSearch *search, const Change *change, int low, int high,
                       const Term *beside, unsigned mask) {
  while (high - low > 1 && !search->cancelled) {
    int middle = low + (high - low) / 2;
    if (step_meets(search, change, middle, beside, mask))
      high = middle;
    else
      low = middle;
  }
  return high;
}

int change_calendar_step(AskSearch *search, const Change *change, const Term *beside) {
  unsigned mask = change->kind == TERM_CAP ? HELPED_BY_CAP : HELPED_BY_QUOTA;
  int last = change->count - 1;
  if (change->is_money || last == 0)
    return last;
  if (step_meets(search, change, 0, beside, mask))
    return 0;
  if (!step_meets(search, change, last, beside, mask))
    return last;
  return step_bisect(search, change, 0, last, beside, mask);
}

/* What the campaign costs can ask for fewer vouchers than the calendar does. */
static bool deeper_find(AskSearch *search, const Change *change, int from, const Term *beside,
                        int *step) {
  int left = change->count - 1 - from, before = from;
  for (int quarter = 1; quarter <= 3 && !search->cancelled; quarter++) {
    int next = from + left * quarter / 4;
    if (next == before)
      continue;
    if (step_meets(search, change, next, beside, LOOK_ALL)) {
      *step = step_bisect(search, change, before, next, beside, LOOK_ALL);
      return !search->cancelled;
    }
    before = next;
  }
  return false;
}

bool change_least(AskSearch *search, const Change *change, const Term *beside, int calendar_step,
                  int *step) {
  int last = change->count - 1;
  if (change->is_money) {
    if (!step_meets(search, change, last, beside, LOOK_ALL))
      return false;
    *step = step_bisect(search, change, -1, last, beside, LOOK_ALL);
    return !search->cancelled;
  }
  *step = calendar_step < 0 ? change_calendar_step(search, change, beside) : calendar_step;
  if (step_meets(search, change, *step, beside, LOOK_ALL))
    return !search->cancelled;
  return deeper_find(search, change, *step, beside, step);
}
