/* Room: inputs. Seven days in half hours, painted by pointer and keys. Knows nothing of plans. */
#pragma once

#include <gtk/gtk.h>

#include "model/plan/week-hours.h"
#include "ui/words/words.h"

#define AUB_TYPE_WEEK_GRID (aub_week_grid_get_type())
G_DECLARE_FINAL_TYPE(AubWeekGrid, aub_week_grid, AUB, WEEK_GRID, GtkWidget)

/* Signals:
 *   "paint" (int weekday, int begin, int end, gboolean open, gboolean goes_on)  these minutes are
 * to be opened or closed; goes_on: of the same stroke as the last "copy-day", "clear-day"  the key
 * for the day at the cursor "moved"  the cursor is elsewhere */
GtkWidget *aub_week_grid_new(Language language);

/* What is shown; behind: drawn faintly below it, may be NULL. */
void aub_week_grid_set_hours(AubWeekGrid *self, const WeeklyHours *hours, int count,
                             const WeeklyHours *behind, int behind_count);
int aub_week_grid_get_weekday(AubWeekGrid *self);  /* of the cursor */
int aub_week_grid_get_minute(AubWeekGrid *self);   /* where its half hour begins */
gboolean aub_week_grid_is_open(AubWeekGrid *self); /* that half hour, whole */
