/* Small random plans that a slow twin can follow: everything the calendar reads, nothing else. */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "model/plan/plan.h"

int random_between(GRand *luck, int least, int most); /* both may come */
bool random_chance(GRand *luck, int percent);

/* 1–4 rooms and 1–5 staff with first and last days, shifts, one to four services, odd opening
 * hours, evenings past midnight, closures. The first of the NAIVE_DAYS days to look at. */
int random_plan_draw(GRand *luck, Plan *plan);
