/* Room: plan. Knows: Plan. Must not know: sentences (ui/words makes them), screens.
 *
 * The one validator. A plan that makes no sense gives codes with values; nothing is computed from
 * it. A warning is computed all the same. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/plan/plan.h"

typedef enum {
  PROBLEM_BELOW_MINIMUM, /* values: value, minimum */
  PROBLEM_ABOVE_MAXIMUM, /* value, maximum */
  PROBLEM_NOT_A_CHOICE,  /* value */
  PROBLEM_MISSING,       /* a null where there must be a value */
  PROBLEM_EMPTY_TEXT,
  PROBLEM_END_BEFORE_BEGIN, /* begin, end */
  PROBLEM_HOURS_OVERLAP,    /* weekday */
  PROBLEM_DAY_TOO_LONG,     /* weekday, minutes: more than 16 h from opening to closing */
  PROBLEM_NO_OPEN_DAY,
  PROBLEM_NO_SERVICE,
  PROBLEM_INDEX_PAST_LIST, /* index, count */
  PROBLEM_MIX_NOT_WHOLE,   /* sum: shares that must add to 100 000 */
  PROBLEM_WEIGHTS_ZERO,
  PROBLEM_SERVICE_LONGER_THAN_DAY, /* minutes, longest day in minutes */
  PROBLEM_START_OUTSIDE_HOURS,     /* minute: no weekday is open for the whole class then */
  PROBLEM_NOT_ENOUGH_ROOMS,        /* needed, have */
  PROBLEM_NOT_ENOUGH_STAFF,        /* needed, have */
  PROBLEM_PROMOTION_BEFORE_SALE,   /* sale's last date, promotion end */
  PROBLEM_PROMOTION_TOO_LONG,      /* days, most */
  PROBLEM_PRICE_ABOVE_LIST,        /* price, list */
  PROBLEM_TOO_MANY_VISITS,         /* visits, most: what vouchers and returns can come to */
  PROBLEM_NO_ALLOWED_WEEKDAY,
  PROBLEM_LIMITS_EXCLUDE_ALL,  /* no day of the promotion can take a deal visit */
  PROBLEM_RANGE_ORDER,         /* low, likely, high not in order */
  PROBLEM_CANNOT_BE_UNCERTAIN, /* a range of what other values must fit (plan.h, Uncertainty) */
  PROBLEM_UNCERTAIN_TWICE,     /* line, from 0, of the same value */
  PROBLEM_RANGE_TOO_WIDE,      /* ProblemCode that the plan has at that end of the ranges */
  PROBLEM_UNKNOWN_PATH,
  PROBLEM_REGIME_GAP,              /* date: HST before 2010-07, BC and PE before 2013-04 */
  PROBLEM_SITE_PRICE_NOT_POSITIVE, /* price 0, or a site that buys the service for nothing */
  PROBLEM_VISIT_NOT_WHOLE,         /* price, visits: a visit would be worth less than a cent */
  PROBLEM_REFUNDS_ABOVE_UNUSED,    /* used, refunded before use: more than the whole */
  PROBLEM_BREAKAGE_BEFORE_END,     /* decision, promotion end: a voucher can still be used */
  PROBLEM_REGISTERED_FROM_BUT_NOT, /* date of a registration that there is not */
  PROBLEM_REGISTERED_AFTER_PLAN,   /* date, last day of the plan */
  PROBLEM_NO_CUSTOM_TAX,           /* own rates chosen, none above 0 */
  PROBLEM_TAX_ON_NOTHING,          /* the first tax on the one before it */
  PROBLEM_QUICK_METHOD_UNREGISTERED,
  PROBLEM_QUICK_METHOD_UNKNOWN, /* date: no rates for these taxes on that day */
  PROBLEM_UNKNOWN_ACCOUNT,
  PROBLEM_ACCOUNT_TWICE,  /* line, from 0, of the same account */
  PROBLEM_ACCOUNT_NUMBER, /* length: more than ACCOUNT_NUMBER_MAX, or what no import takes */
  WARNING_FIRST,
  WARNING_PAY_UNDER_MINIMUM_WAGE = WARNING_FIRST, /* cents an hour, minimum cents an hour */
  WARNING_NO_DUO_ON_WEEKDAY,                      /* weekday */
  WARNING_SUCCESSIVE_PERFORMANCE,                 /* visits per voucher */
  WARNING_LIST_PRICE_ABOVE_SERVICE,               /* deal's list, service's list */
  WARNING_FORFEIT,
  WARNING_TAX_ON_LIST_PRICE,
  WARNING_CAP_PASSED, /* sold, cap */
  WARNING_WORDING_NOT_CHECKED,
  WARNING_BREAKAGE_UNDATED,      /* nothing is taken to income until the date is set */
  WARNING_BREAKAGE_PROPORTIONAL, /* in Québec, where the paid amount never expires */
  WARNING_COST_OUTSIDE_PLAN,     /* date, first day, last day */
  WARNING_ACCOUNT_NOT_DIGITS,    /* Sage takes no other number */
  WARNING_ACCOUNT_SHARED,        /* Account, not mapped, whose own number this is */
  PROBLEM_CODE_COUNT
} ProblemCode;

#define ACCOUNT_NUMBER_MAX 20 /* characters: ASCII letters and digits, '-' and '.' */
#define PROBLEM_VALUES_MAX 3
#define PROBLEMS_MAX 64

typedef struct {
  ProblemCode code;
  char path[PLAN_PATH_SIZE];          /* beside which field, with indices */
  int64_t values[PROBLEM_VALUES_MAX]; /* as each code says, in the field's unit */
} Problem;

typedef struct {
  Problem problem[PROBLEMS_MAX]; /* problems first, then warnings, in field order */
  int count;                     /* both */
  int blocking_count;            /* problems only; 0: the plan can be computed */
} Problems;

const char *problem_name(ProblemCode code); /* "below_minimum"; stable, for JSON */
/* First every value alone; when all stand in their bounds, the rules across fields; when nothing
 * blocks, the deal's limits and the warnings. Any bytes may stand in the plan. About 25 µs. */
void plan_check(const Plan *plan, Problems *problems);
