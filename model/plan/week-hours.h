/* Room: plan. Knows: weekly hours. Must not know: whose they are, screens.
 *
 * Hours of a week as something to paint on: minutes of a weekday are opened and closed. */
#pragma once

#include "model/plan/plan.h"

/* Whether every minute of [begin, end) of the weekday is open. */
bool week_hours_cover(const WeeklyHours *hours, int count, int weekday, int begin_minute,
                      int end_minute);

/* Opens or closes the minutes [begin, end) of a weekday. Stretches of that day that touch become
 * one; the list comes in the order of the week. False, with nothing changed, when they would be
 * more than capacity or a stretch would begin after midnight. */
bool week_hours_paint(WeeklyHours *hours, int32_t *count, int capacity, int weekday,
                      int begin_minute, int end_minute, bool open);

/* Gives each weekday of the mask (bit 0: Monday) the hours of `weekday`, in place of its own. False
 * as above. */
bool week_hours_copy_day(WeeklyHours *hours, int32_t *count, int capacity, int weekday,
                         unsigned weekdays);

/* The weekdays that have hours, as such a mask. */
unsigned week_hours_days(const WeeklyHours *hours, int count);
