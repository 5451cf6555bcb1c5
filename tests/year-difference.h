/* The year with all that it tells on the way, and the first thing in which the slow one differs. */
#pragma once

#include <glib.h>

#include "model/year/year-scratch.h"
#include "tests/naive-year.h"

typedef struct {
  Timetable timetable;
  Year year;
  GArray *visits;   /* YearVisit, as they were booked */
  GArray *refusals; /* NaiveRefusal */
  YearScratch scratch;
} NoticedYear;

NoticedYear *noticed_year_new(void);
void noticed_year_free(NoticedYear *noticed);

/* As year_observe. */
void noticed_year_compute(NoticedYear *noticed, const Plan *plan, bool with_deal,
                          const RandomStream *stream);

/* True when each visit, refusal and count is the same; else `told` says the first that is not. */
bool year_agrees(const NoticedYear *noticed, const NaiveYear *naive, GString *told);
