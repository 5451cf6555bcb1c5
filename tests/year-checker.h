/* What must hold in any year, seen through the observer alone and measured against the plan: no
 * timetable, no table, no mask of the engine's is looked at. */
#pragma once

#include <glib.h>

#include "model/year/year.h"

typedef enum {
  BREAK_ROOM_TWICE,   /* a room in two visits at once, turnover included */
  BREAK_PERSON_TWICE, /* a person likewise, rest included */
  BREAK_NEED,         /* not the rooms and people that the service needs */
  BREAK_ALONE,        /* more who serve only accompanied than experienced ones */
  BREAK_OPENING,      /* outside the opening hours, or on a closed day */
  BREAK_SHIFT,        /* a person outside her shifts */
  BREAK_DATES,        /* a room or person before the first or after the last day */
  BREAK_START,        /* a class at another time */
  BREAK_PATIENCE,     /* a full-price visit before the wanted day or past all patience */
  BREAK_WEEKDAY,      /* a deal visit on a weekday that takes none, the next ones likewise */
  BREAK_HOURS,
  BREAK_BLACKOUT,
  BREAK_PROMOTION_OVER,
  BREAK_QUOTA,       /* more deal visits on a day than its weekday's quota */
  BREAK_DAILY_LIMIT, /* more deal staff time on a day than the limit */
  BREAK_GAP,         /* visits of a voucher out of order, or nearer than the gap */
  BREAK_TOO_MANY,    /* more visits of a voucher than it has, or any after it is forfeited */
  BREAK_RETURN,      /* a return before the voucher's visit, or by more people than came */
  BREAK_VOUCHERS,    /* served, unserved, forfeited, owed: not each voucher once */
  BREAK_COUNTS,      /* a count of Year that was not seen */
  BREAK_COUNT
} YearBreak;

typedef struct {
  VisitKind kind;
  int day, minute, service_index;
} YearRefusal;

/* All that one year told, in the order in which it did. */
typedef struct {
  GArray *visits;   /* of YearVisit */
  GArray *refusals; /* of YearRefusal */
} YearSeen;

void year_seen_init(YearSeen *seen);
void year_seen_clear(YearSeen *seen);
void year_see(const Plan *plan, bool with_deal, const RandomStream *stream, YearSeen *seen,
              const Timetable *timetable, Year *year, YearScratch *scratch);

/* Bit per YearBreak. */
guint32 year_breaks(const Plan *plan, const YearSeen *seen, const Year *year);
const char *year_break_name(YearBreak of);

/* For those who break a year on purpose. */
int visit_begin_minute(const Plan *plan, const YearVisit *visit); /* after midnight of its day */
int visit_weekday(const Plan *plan, const YearVisit *visit);
