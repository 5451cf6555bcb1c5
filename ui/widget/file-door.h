/* Room: widget. The one place where the owner is asked for a file. */
#pragma once

#include <gtk/gtk.h>

#include "ui/words/words.h"

typedef void (*FileChosen)(const char *path, gpointer data);

/* Asks where to save; chosen is called with the path, or not at all; then data is freed with
 * free_data (NULL: it is the caller's). The name is proposed as it is. */
void file_door_save(GtkWindow *parent, Language language, const char *title, const char *name,
                    FileChosen chosen, gpointer data, GDestroyNotify free_data);
/* Asks for a workspace to open. */
void file_door_open(GtkWindow *parent, Language language, const char *title, FileChosen chosen,
                    gpointer data);
