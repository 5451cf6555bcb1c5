/* Room: words. Elements of a plan's lists as the titles of folds, and why one cannot be added or
 * taken away. */
#pragma once

#include "model/plan/plan-lists.h"
#include "ui/words/words.h"

/* What element `index` of a list ("staff", "staff[2].shifts") is, in one line: "Massage: $80.00, 60
 * min, 1 person", "Monday: 10:00 to 20:00". The plan need make no sense. Free with g_free. */
char *list_element_title(Language language, const Plan *plan, const char *list_path, int index);

/* One person's or the place's hours of a weekday: "9:00 to 12:00, 13:00 to 17:00", or that there
 * are none. Free with g_free. */
char *day_hours_text(Language language, const WeeklyHours *hours, int count, int weekday);

/* Why nothing was changed; why is of LIST_SENSELESS. Free with g_free. */
char *list_refusal_text(Language language, ListAnswer answer, const char *list_path,
                        const Problem *why);
