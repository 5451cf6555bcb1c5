/* Room: decide. Where the deal compared with no deal is nothing (domain §12.4), and what a client
 * is worth in the long run. Must not know: words, pixels. */
#pragma once

#include "model/decide/trial.h"

typedef enum {
  BREAK_EVEN_RETURN,     /* clients.return_per_100k */
  BREAK_EVEN_VOUCHERS,   /* deal.vouchers_sold */
  BREAK_EVEN_PRICE,      /* deal.price_cents, up to the list price */
  BREAK_EVEN_COMMISSION, /* deal.commission_per_100k */
  BREAK_EVEN_EXTRAS,     /* clients.extras_cents */
  BREAK_EVEN_COUNT
} BreakEvenOf;

/* Looked at over the whole; with the plan's own and the neighbours of every crossing looked for. */
#define BREAK_EVEN_POINTS 8
#define BREAK_EVEN_POINTS_MAX (3 * BREAK_EVEN_POINTS + 1)

typedef struct {
  int64_t value;        /* in the field's unit */
  int64_t result_cents; /* mean of the years, half up */
} BreakEvenPoint;

/* One line: the result over the values of one input, all else as in the plan, between points
 * linear. The crossing is the line's own, so the chart crosses where the answer says. */
typedef struct {
  bool found;       /* false: nowhere between the first and the last point */
  int64_t value;    /* the crossing nearest to the plan's value: of the two values one unit apart
                       between which it lies, the one that earns */
  bool earns_above; /* the result is ≥ 0 above it, else below */
  int64_t now;      /* the plan's value */
  int64_t now_result_cents;
  int point_count; /* crossings are found finer than these: both neighbours are points */
  BreakEvenPoint point[BREAK_EVEN_POINTS_MAX];
} BreakEven;

const char *break_even_path(BreakEvenOf of);
bool break_even_find(const Plan *plan, BreakEvenOf of, const TrialRunner *runner,
                     DecideScratch *scratch, BreakEven *out);

/* Lifetime value: margin a year × r ÷ (1 + i − r), of a client kept with yearly retention r < 1 + i
 * at discount rate i; half up. r 0.80, i 0.10: 2.67 × the margin. */
int64_t lifetime_value_cents(int64_t yearly_margin_cents, int32_t retention_per_100k,
                             int32_t discount_per_100k);
/* The retention at which an acquisition cost A is earned back: A (1 + i) ÷ (m + A); per 100k, half
 * up; above 100 000 never happens: it is below 1 + i, and is told as found false when over 1. */
bool lifetime_break_even_retention(int64_t yearly_margin_cents, int64_t acquisition_cents,
                                   int32_t discount_per_100k, int32_t *retention_per_100k);

/* Of the plan: what a client kept leaves a year, her lifetime value, and the retention from which
 * what she cost comes back. */
typedef struct {
  int64_t yearly_margin_cents; /* visits a year × margin of a visit by the mix */
  bool is_endless; /* nobody leaves and later money is worth the same: lifetime_cents is 0 */
  int64_t lifetime_cents;
  int64_t usual_cost_cents; /* her usual advertising, per new client */
  bool has_cost;
  int64_t cost_cents; /* of the deal, per client kept */
  bool retention_found;
  int32_t retention_per_100k; /* break-even, of cost_cents */
} Lifetime;
void lifetime_compute(const Plan *plan, bool has_cost, int64_t cost_per_client_kept_cents,
                      Lifetime *out);
