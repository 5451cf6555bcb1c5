/* Room: window. Every key of the program, once: what the toolkit is told of them and what the
 * window of keys shows come from this one table. */
#pragma once

#include <gtk/gtk.h>

typedef enum {
  KEY_GROUP_GENERAL,
  KEY_GROUP_DEAL,
  KEY_GROUP_PAGES,
  KEY_GROUP_INPUTS,
  KEY_GROUP_CHART,
  KEY_GROUP_COUNT
} KeyGroup;

#define KEYS_MAX 3

typedef struct {
  KeyGroup group;
  const char *action; /* "win.undo"; NULL: the part that has the focus listens to it by itself */
  const char *keys[KEYS_MAX + 1]; /* as gtk_accelerator_parse reads them; NULL ends */
  const char *meaning;            /* N_() */
} KeyRow;

/* count is set to the number of rows; they stand group by group. */
const KeyRow *key_table(int *count);
const char *key_group_title(KeyGroup group); /* N_() */
/* Tells the application the keys of all rows that have an action. */
void key_table_register(GtkApplication *application);
