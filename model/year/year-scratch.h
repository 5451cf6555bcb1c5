/* Room: year, private to the year (and to the owners of a scratch, who need its size).
 * Everything one year needs while it is computed. About 60 MB of addresses for the largest plan
 * there can be; a year writes only what its plan needs (0.4 MB for the example), so a calloc'd
 * scratch stays small. Nothing has to be cleared between years. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/year/booking.h"
#include "model/year/year-luck.h"
#include "model/year/year-queue.h"
#include "model/year/year-regulars.h"
#include "model/year/year-tables.h"
#include "model/year/year.h"

struct YearScratch {
  const Plan *plan;
  const Timetable *timetable;
  Year *year;
  Year *without;                /* of a pair: the year without the deal, played along; else NULL */
  const YearObserver *observer; /* NULL: nobody looks on */
  bool has_calendar;            /* the plan has rooms */
  YearLuck luck;
  YearTables tables;
  YearRegulars regulars;
  YearQueue queue;
  Booking booking;
  /* Of a pair: where the year without the deal has each day in the calendar, the very day of the
   * other as long as nothing on it differs. */
  int16_t day_without[HORIZON_DAYS_MAX];
  /* Existing clients with a booking whose regular visit has not been left out yet. */
  int32_t replaced_due;
  int32_t returners_count;
  /* Starts a deal visit may still have, 0 for good once a limit of the day is reached. */
  uint64_t deal_starts[HORIZON_DAYS_MAX];
  int32_t deal_left[HORIZON_DAYS_MAX]; /* deal visits the limits of the day still allow */
};

/* year.c. */
/* The luck, the tables and the regulars: all that both years of a pair share. NULL: no luck; the
 * regulars are not known and drawn. Nobody looks on. */
void year_prepare(YearScratch *scratch, const Plan *plan, const Timetable *timetable,
                  bool with_deal, const RandomStream *stream, const RegularsKept *kept);
/* An empty year, before anybody called. */
void year_begin(YearScratch *scratch, bool with_deal, Year *year);

/* year-requests.c: who wants what, when. */
/* All vouchers of the deal. */
void vouchers_request(YearScratch *scratch);
/* A person of a voucher whose first visit was given on `day` will return: her first full-price
 * visit. person: 0, 1 … among those of the voucher who return. */
void returner_request(YearScratch *scratch, uint32_t voucher, int person, int day);
/* The same person's next wanted visit after that of the request; false past the horizon. */
bool returner_request_next(YearScratch *scratch, int32_t request_index);
/* The voucher's next visit, `gap_days` after one given on `day`; false past the promotion. */
bool voucher_request_next(YearScratch *scratch, int32_t request_index, int day);

/* year-visits.c: what becomes of a request on its call day; of a regular one in both years of a
 * pair. */
void regular_handle(YearScratch *scratch, RegularWord word);
void request_handle(YearScratch *scratch, int call_day, int32_t request_index);
