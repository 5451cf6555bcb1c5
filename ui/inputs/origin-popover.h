/* Room: inputs. Where a value comes from and how sure it is, behind the mark on its row. */
#pragma once

#include <gtk/gtk.h>

#include "ui/session/session.h"
#include "ui/words/words.h"

/* path: of a field, with indices; label: what the owner calls it; step: what an arrow key adds to
 * an end of its range. */
GtkWidget *origin_popover_new(AubSession *session, Language language, const char *path,
                              const char *label, gint64 step);

/* A picture for a kind; each of another shape. */
const char *origin_icon_name(const Plan *plan, const char *path);
