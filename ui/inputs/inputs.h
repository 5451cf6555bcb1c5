/* Room: inputs. The inputs on the left: The deal, Your place, Clients, Money; details one step
 * deeper. */
#pragma once

#include <gtk/gtk.h>

#include "ui/session/session.h"
#include "ui/words/words.h"

#define AUB_TYPE_INPUTS (aub_inputs_get_type())
G_DECLARE_FINAL_TYPE(AubInputs, aub_inputs, AUB, INPUTS, GtkBox)

GtkWidget *aub_inputs_new(AubSession *session, Language language);
/* Follows the plan; rows of lists (staff, rooms, services) are made anew when their number has
 * changed. */
void aub_inputs_refresh(AubInputs *self);

/* Brings the field's row in sight, opening its details, and puts the keys in it. path may be the
 * beginning of one ("deal.instalments"). FALSE when no row stands for it. */
gboolean aub_inputs_reveal(AubInputs *self, const char *path);
