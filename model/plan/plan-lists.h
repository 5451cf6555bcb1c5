/* Room: plan. Knows: the field table, plan_check. Must not know: sentences, screens, undo.
 *
 * One more element of a list, and one less, with all that refers to its elements by number. */
#pragma once

#include "model/plan/problem.h"

typedef enum {
  LIST_CHANGED,
  LIST_NO_SUCH,  /* no such list or element, or a list that is always full */
  LIST_FULL,     /* as many as a plan may have */
  LIST_SOLD,     /* the service that the deal sells */
  LIST_SENSELESS /* the plan, which makes sense, would no more */
} ListAnswer;

/* Adds an element behind the last ("rooms", "staff[2].shifts"): a copy of the last one, its name
 * numbered on ("Room 3" → "Room 4"); hours on the next weekday that is free, a payout as much later
 * as the last two are apart, a closure on the next day. A new service takes no share of the regular
 * visits. Any other answer than LIST_CHANGED leaves the plan as it was; of LIST_SENSELESS *why is
 * the first problem. index and why may be NULL. */
ListAnswer plan_list_add(Plan *plan, const char *list_path, int *index, Problem *why);

/* Takes an element out. What refers to a later one follows it; what refers to itself (ranges,
 * sources) goes; the share of a service goes to the others in proportion. Removing what was added
 * gives the plan of before. Answers as plan_list_add. */
ListAnswer plan_list_remove(Plan *plan, const char *list_path, int index, Problem *why);
