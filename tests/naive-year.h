/* A slow, obvious year, written from domain §7 and §8 and from nothing of model/year but the counts
 * that it fills and the contract of the draws (year-luck.h): calls are one list that is searched
 * from its start for the next one; the calendar is naive-days.h. The year must agree with it
 * always; with a fault it must not. */
#pragma once

#include <glib.h>

#include "model/year/year.h"
#include "tests/naive-days.h"

typedef struct {
  VisitKind kind;
  int wanted_day, wanted_minute, service_index;
} NaiveRefusal;

typedef struct {
  Year year;
  GArray *visits;   /* YearVisit, as they were booked */
  GArray *refusals; /* NaiveRefusal, of full-price requests */
} NaiveYear;

NaiveYear *naive_year_new(void);
void naive_year_free(NaiveYear *naive);

/* As year_observe: a NULL stream is the plan year. The plan is as small as naive-days.h says. */
void naive_year_compute(NaiveYear *naive, const Plan *plan, bool with_deal,
                        const RandomStream *stream, NaiveYearFault fault);
