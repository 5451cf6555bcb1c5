/* Room: window. What the program is, and the questions that need a dialog. */
#pragma once

#include <gtk/gtk.h>

#include "ui/words/words.h"

void about_show(GtkWindow *parent, Language language);
