/* Room: window. Language of the window and of the PDF, paper size. */
#pragma once

#include <gtk/gtk.h>

#include "ui/words/words.h"

void preferences_window_show(GtkWindow *parent, Language language);
