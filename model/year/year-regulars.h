/* Room: year, private to the year. The regular requests of a whole year, in the order of their
 * calls. They depend on the plan and the luck alone, never on what is booked: both years of a pair
 * read the same list. Must not know: whether there is a place.
 *
 * A request is one 64-bit word and waits in the list of its call day; the order drawn for it is on
 * top, so that a day's requests in order are a day's words in order. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/year/year-luck.h"
#include "model/year/year-tables.h"

#define REGULARS_YEAR_MAX (REGULARS_DRAWN_MAX * HORIZON_DAYS_MAX)
/* The item of the draws: wanted day × this + number of the day. */
#define REGULAR_ITEMS_A_DAY 2048

/* From the top: order 32 bits, one bit 0, item 21 (wanted day 10, number 11), service 4, start slot
 * 6. */
typedef uint64_t RegularWord;

static inline uint32_t regular_order(RegularWord word) {
  return (uint32_t)(word >> 32);
}

static inline uint32_t regular_item(RegularWord word) {
  return (uint32_t)word >> 10;
}

static inline int regular_wanted_day(RegularWord word) {
  return (int)((uint32_t)word >> 21);
}

static inline int regular_service_index(RegularWord word) {
  return (int)(word >> 6 & 15);
}

/* From the opening of the wanted day. */
static inline int regular_wanted_slot(RegularWord word) {
  return (int)(word & 63);
}

/* The demand of a weekday in a month; made when it is first drawn from, kept for years to come. */
typedef struct {
  int64_t mean;
  Poisson poisson;
} RegularDemand;

/* About 24 MB of addresses; a year writes 20 bytes a request. */
typedef struct {
  RegularDemand demand[MONTHS_MAX][7];
  int32_t count;
  /* word[begin[d]] … word[begin[d + 1] − 1]: those of call day d. */
  int32_t begin[HORIZON_DAYS_MAX + 1];
  RegularWord word[REGULARS_YEAR_MAX];
  /* For the sorting. */
  int16_t call_day[REGULARS_YEAR_MAX];
  RegularWord word_by_order[REGULARS_YEAR_MAX];
  int16_t call_day_by_order[REGULARS_YEAR_MAX];
} YearRegulars;

void regulars_draw(YearRegulars *regulars, const YearTables *tables, YearLuck *luck);

/* The same requests kept for another year with the same luck, of a plan that differs in nothing
 * they depend on. Not kept: more than fit. About 70 KB of addresses. */
#define REGULARS_KEPT_MAX 8192
struct RegularsKept {
  bool is_kept;
  int32_t count;
  int32_t begin[HORIZON_DAYS_MAX + 1];
  RegularWord word[REGULARS_KEPT_MAX];
};

void regulars_keep(const YearRegulars *regulars, int days, RegularsKept *kept);
void regulars_recall(YearRegulars *regulars, int days, const RegularsKept *kept);
