/* Room: plan, inside. What the parts of the validator share. */
#pragma once

#include <stddef.h>

#include "model/plan/plan.h"
#include "model/plan/problem.h"

typedef struct {
  const Plan *plan;
  Problems *problems;
  size_t order[PROBLEMS_MAX]; /* of each problem: where its field lies in the plan */
} Checker;

/* Where a problem stands: a field or list of the table and the indices around it. */
typedef struct {
  const char *pattern;
  int index[2];
} Where;
#define AT(...) (&(const Where){__VA_ARGS__})
#define VALUES(...) ((const int64_t[PROBLEM_VALUES_MAX]){__VA_ARGS__})

/* Keeps the list in order: problems before warnings, each by place. When it is full, the last one
 * falls off. */
void checker_add(Checker *checker, ProblemCode code, const char *path, size_t order,
                 const int64_t *values);
void checker_tell(Checker *checker, ProblemCode code, const Where *where, const int64_t *values);

/* Rules across fields; every value alone is in its bounds. */
void check_calendar(Checker *checker);
void check_services(Checker *checker);
void check_regulars(Checker *checker);
void check_deal(Checker *checker);
/* The visits that all this can lead to. */
void check_volume(Checker *checker);
void check_paths(Checker *checker);
void check_ranges(Checker *checker);
void check_taxes(Checker *checker);
void check_accounts(Checker *checker);
/* The plan at both ends of its uncertain inputs; nothing else blocks. */
void check_range_ends(Checker *checker);
/* Whether any day of the promotion can take a deal visit; nothing else blocks. */
void check_limits(Checker *checker);
void check_warnings(Checker *checker);
void check_books_warnings(Checker *checker);

/* The opening of a weekday in slots; slots_count 0: closed. */
typedef struct {
  int opening_minute;
  int slots_count;
  uint64_t open_slots;
} OpenDay;
OpenDay open_day(const Plan *plan, int weekday);
/* The starts on such a day at which the staff of `people` can give a service, for its visit and
 * rest; people: bit per person. */
uint64_t staff_starts(const Plan *plan, const PlanService *service, int weekday, const OpenDay *day,
                      uint32_t people);
/* People who can work together when some serve only accompanied. */
int staff_together(int experienced, int accompanied_only);
