/* Room: year, private to the year. Luck, drawn or not (domain §7).
 *
 * A risk year draws: each answer is a hash of the stream, the purpose, the item and k, so that a
 * voucher has the same luck whatever else happens. The plan year does not: the k-th answer of a
 * purpose is the quantile (k × 0.6180339887) mod 1, and the k-th yes/no is yes when
 * round(k p) > round((k − 1) p). What comes first must therefore be asked in the order of wanted
 * days. Starts are counted for each list of starts they are drawn from (weekday and service), as
 * their kind: counted with the leads, every late hour would go to the early callers. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/base/random.h"
#include "model/year/year-tables.h"
#include "model/year/year.h"

/* Purposes of a draw; part of the hash, so an added one goes last. The item of a regular is her
 * wanted day × 2048 + her number of that day from 0; of a voucher its number from 0; of a returner
 * her voucher × 128 + her number from 0 among those of the voucher who return. u = the upper 32
 * bits of random_bits ÷ 2^32; a yes is u < share; a value is the first whose cumulated share
 * exceeds u. */
typedef enum {
  LUCK_REGULAR_DEMAND,  /* item: day; how many (quantile_poisson of random_unit, 53 bits; the mean
                           in millionths, half up) */
  LUCK_REGULAR_LEAD,    /* k = 0, as all of a regular; the lead's days, 0 … 60 */
  LUCK_REGULAR_START,   /* among the possible starts of her wanted day, by the hours' weights */
  LUCK_REGULAR_SERVICE, /* by the mix */
  LUCK_REGULAR_ORDER,   /* the 32 bits themselves: lower first within a call day */
  LUCK_LEAVE_FOR_GOOD,
  LUCK_USED, /* k = 0 */
  LUCK_EXISTING,
  LUCK_WANTED_DAY, /* first day whose share wanted by its end exceeds u (redemption.h) */
  LUCK_DEAL_LEAD,  /* k: visits of the voucher already given; days beyond the first, 0 … 59 */
  LUCK_DEAL_START, /* as those of a regular */
  LUCK_DEAL_ORDER, /* also of the calls back for that visit */
  LUCK_NO_SHOW,    /* k: bookings of the voucher so far; asked for each call for a place */
  LUCK_RETURN,     /* item: voucher, k: person from 0 */
  LUCK_RETURN_GAP, /* item: returner; k, as of the next four: visits she wanted before */
  LUCK_RETURN_LEAD,
  LUCK_RETURN_START,
  LUCK_RETURN_SERVICE,
  LUCK_RETURN_ORDER,
  LUCK_EXTRAS, /* in turn in both kinds of year: no purpose of domain §7 */
  LUCK_PURPOSE_COUNT
} LuckPurpose;

#define LUCK_WHOLE_PER_100K 100000

typedef struct {
  bool drawn;
  uint64_t key[LUCK_PURPOSE_COUNT]; /* random_key of each purpose; of seed 0, run 0 in the plan
                                       year, for the order only */
  uint32_t asked[LUCK_PURPOSE_COUNT];
  uint32_t starts_asked[VISIT_KIND_COUNT][7][SERVICES_MAX];
  int32_t yes_rest[LUCK_PURPOSE_COUNT];
  int32_t mix_rest[LUCK_PURPOSE_COUNT][SERVICES_MAX];
} YearLuck;

/* NULL: the plan year. */
void luck_init(YearLuck *luck, const RandomStream *stream);

static inline uint32_t luck_draw_of_key(uint64_t key, uint32_t item, uint32_t k) {
  return (uint32_t)(random_bits_of_key(key, item, k) >> 32);
}

static inline uint32_t luck_draw(const YearLuck *luck, LuckPurpose purpose, uint32_t item,
                                 uint32_t k) {
  return luck_draw_of_key(luck->key[purpose], item, k);
}

static inline uint32_t luck_quantile_in_turn(uint32_t *asked) {
  return ++*asked * UINT32_C(2654435769); /* 2^32 × 0.6180339887 */
}

/* A uniform number of 2^32. */
static inline uint32_t luck_quantile(YearLuck *luck, LuckPurpose purpose, uint32_t item,
                                     uint32_t k) {
  return luck->drawn ? luck_draw(luck, purpose, item, k)
                     : luck_quantile_in_turn(&luck->asked[purpose]);
}

/* The same for a start. */
static inline uint32_t luck_start(YearLuck *luck, VisitKind kind, int weekday, int service_index,
                                  uint32_t item, uint32_t k) {
  static const LuckPurpose purposes[VISIT_KIND_COUNT] = {
      [VISIT_REGULAR] = LUCK_REGULAR_START,
      [VISIT_RETURNING] = LUCK_RETURN_START,
      [VISIT_DEAL] = LUCK_DEAL_START,
  };
  return luck->drawn ? luck_draw(luck, purposes[kind], item, k)
                     : luck_quantile_in_turn(&luck->starts_asked[kind][weekday][service_index]);
}

/* share of whole, the k-th time: round(k × share / whole) > round((k − 1) × share / whole), half
 * up. *rest, 0 at first, is twice what was given too little. */
static inline bool luck_turn(int32_t *rest, int32_t share, int32_t whole) {
  *rest += 2 * share;
  if (*rest < whole)
    return false;
  *rest -= 2 * whole;
  return true;
}

static inline bool luck_yes_in_turn(YearLuck *luck, LuckPurpose purpose, int32_t share_per_100k) {
  return luck_turn(&luck->yes_rest[purpose], share_per_100k, LUCK_WHOLE_PER_100K);
}

static inline bool luck_yes(YearLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k,
                            int32_t share_per_100k) {
  if (!luck->drawn)
    return luck_yes_in_turn(luck, purpose, share_per_100k);
  uint64_t u = luck_draw(luck, purpose, item, k);
  return u * LUCK_WHOLE_PER_100K < (uint64_t)(uint32_t)share_per_100k << 32;
}

/* A service by the mix in the plan year: each in turn is a yes/no among those left. */
int luck_mix_in_turn(YearLuck *luck, LuckPurpose purpose, const ServiceMix *mix);

static inline int luck_mix(YearLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k,
                           const ServiceMix *mix) {
  return luck->drawn ? mix_find(mix, luck_draw(luck, purpose, item, k))
                     : luck_mix_in_turn(luck, purpose, mix);
}
