/* Room: inputs. A list of weekly hours as a week: what is open, by day. */
#pragma once

#include <gtk/gtk.h>

#include "ui/session/session.h"
#include "ui/words/words.h"

#define AUB_TYPE_WEEK_ROW (aub_week_row_get_type())
G_DECLARE_FINAL_TYPE(AubWeekRow, aub_week_row, AUB, WEEK_ROW, GtkListBoxRow)

/* path: "hours" or "staff[2].shifts". */
GtkWidget *aub_week_row_new(AubSession *session, Language language, const char *path);
void aub_week_row_refresh(AubWeekRow *self);
