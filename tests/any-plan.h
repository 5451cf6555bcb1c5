/* Plans that need make no sense: every field may hold anything its type can. */
#pragma once

#include <glib.h>

#include "model/plan/plan.h"

/* Lists of random length (at most longest); values in or out of their bounds, texts of any UTF-8.
 * Choices are among their words, dates in the calendar, provenance paths all different. */
void any_plan_draw(GRand *luck, int longest, Plan *plan);
/* Every list at its capacity or at longest, whichever is less; defaults inside. */
void any_plan_fill_lists(int longest, Plan *plan);
/* A number the field's type can hold; often a bound, the null, or just past them. */
gint64 any_number(GRand *luck, gconstpointer field);
