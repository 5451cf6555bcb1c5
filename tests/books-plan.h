/* Random plans that make sense and whose books hold everything there is: all of money-plan.h, and
 * registration off, from a day on or by passing the threshold, the Quick Method, no-show rules,
 * breakage, tips, commission expensed at sale, plans without rooms. */
#pragma once

#include <glib.h>

#include "model/results/results.h"

typedef struct {
  Plan plan;
  Results results;
} BooksPlan;

/* The shipped example, its results to be computed. Free with g_free. */
BooksPlan *books_example_new(void);
void books_plan_compute(BooksPlan *books_plan);
/* Calls check on `count` of them with their number, the same at every run. */
void books_plans_each(int count, void (*check)(const BooksPlan *books_plan, int number));
