/* Room: window. What a toast's buttons are called aloud. */
#pragma once

#include <adwaita.h>

/* libadwaita 1.2 gives the button that closes a toast no name, and says the word of the other one
 * twice. From now on every toast of the overlay has a close button of this name. */
void toast_names_keep(AdwToastOverlay *overlay, const char *close);
