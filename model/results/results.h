/* Room: results. Everything one plan answers, as plain data. From the plan year unless said. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/cash/cash.h"
#include "model/cash/earnings.h"
#include "model/cash/registration.h"
#include "model/phone/phone.h"
#include "model/year/load.h"
#include "model/year/timetable.h"
#include "model/results/load-figures.h"
#include "model/results/verdict.h"
#include "model/tax/voucher.h"
#include "model/year/year.h"
#include "model/plan/plan.h"
#include "model/plan/problem.h"

/* A calendar month (first and last ones may be cut by the horizon). */
typedef struct {
  int32_t begin_date;
  int days;
  int32_t visits[VISIT_KIND_COUNT];
  int32_t refused;
  int64_t line_cents[CASH_LINE_COUNT];
  int64_t closing_cents;         /* opening of the first + lines of all so far */
  int64_t closing_without_cents; /* the same without the deal */
  int64_t not_yet_earned_cents;  /* at its end */
} ResultMonth;

/* A block of 7 days from the sale; the last may be shorter. */
typedef struct {
  int32_t begin_day_index;
  int days;
  int32_t visits[VISIT_KIND_COUNT];
  int32_t people[VISIT_KIND_COUNT];
  int32_t staff_minutes[VISIT_KIND_COUNT];
  int32_t shift_minutes;
  int32_t refused;
} ResultWeek;

/* The five figures always in sight. */
typedef struct {
  int64_t left_used_cents;         /* what is kept per used voucher, to the cent */
  int64_t deal_against_none_cents; /* deal compared with no deal */
  int32_t refused_because_of_deal; /* regular and returning visits, with less without */
  int64_t lowest_balance_cents;
  int32_t lowest_balance_date;
  int64_t not_yet_earned_cents; /* at its highest */
  int32_t not_yet_earned_date;
  int64_t cost_per_client_kept_cents; /* ≥ 0; valid when has_clients_kept */
  int32_t clients_kept_people;
  bool has_clients_kept;
} Headline;

typedef struct {
  bool has_calendar; /* false: no rooms; only voucher and campaign arithmetic are valid */
  int32_t sale_date;
  int days;
  VoucherResult voucher; /* on the sale date: registered when the threshold is passed by then */
  Headline headline;
  Verdict verdict;
  Timetable timetable;
  Year with, without;
  Load load, load_without;                   /* of those years; all 0 without a calendar */
  LoadFigures load_figures[LOAD_SPAN_COUNT]; /* what they come to */
  /* Revenue before tax for each hour there is (load.h), booked or not; 0 without a calendar. */
  int64_t revenue_per_hour_cents, revenue_per_hour_without_cents;
  /* Small supplier. Earnings and cash are computed registered from
   * registration.registered_from_date when the threshold is passed (registration_apply gives that
   * plan again). */
  Registration registration, registration_without;
  /* What is kept per used voucher, valid when registration.is_watched: sold and used once
   * registered; and sold before but used after, whose price bears the taxes of the sale while those
   * of the commission, invoiced before, do not come back. */
  int64_t left_used_registered_cents, left_sold_before_cents;
  int64_t left_used_unregistered_cents; /* sold and used before, valid likewise */
  Earnings earnings_with, earnings_without;
  Cash cash_with, cash_without;
  ResultMonth month[MONTHS_MAX];
  int month_count;
  ResultWeek week[WEEKS_MAX];
  int week_count;
  Phone phone;               /* the rush of calls; a model, no luck drawn */
  uint64_t plan_fingerprint; /* of the plan's values, for paper */
} Results;

/* Without rooms: deal visits on their wanted days and no regulars; the margin of the visits that
 * existing clients do not make is taken off EARN_REGULAR_REVENUE (not off cash).
 *
 * Fills results; the caller owns both and the scratch (calloc'd, reused across calls). The plan has
 * no blocking problem. About 0.3 ms for the example. */
void results_compute(const Plan *plan, Results *results, YearScratch *scratch);

/* The scalar outputs as a table, for JSON, `keys` and explanations. */
typedef enum {
  RESULT_INT32,
  RESULT_INT64,
  RESULT_BOOL,
  RESULT_DATE,
  RESULT_NAME,
  RESULT_HEX /* uint64_t, shown as 16 hexadecimal digits */
} ResultType;
typedef struct {
  const char *path; /* "headline.left_used_cents" */
  ResultType type;  /* RESULT_NAME: an enum shown through name_of */
  const char *unit;
  size_t offset; /* in Results */
  const char *(*name_of)(int value);
  const char *meaning; /* one English line */
} ResultKey;
int result_key_count(void);
const ResultKey *result_key_at(int index);
const ResultKey *result_key_find(const char *path);
/* Number behind a key (names: the enum's value). */
int64_t result_get(const Results *results, const ResultKey *key);

/* FNV-1a 64 over every value of the field table in its order: list counts and numbers as 8 bytes
 * from the lowest, texts with their NUL. Names count too. */
uint64_t plan_fingerprint(const Plan *plan);
