/* Room: window. The list of keys. */
#pragma once

#include <gtk/gtk.h>

#include "ui/words/words.h"

void shortcuts_show(GtkWindow *parent, Language language);
