/* Room: widget. The keys that every entry of a value knows. */
#pragma once

#include <gtk/gtk.h>

typedef struct {
  void (*step)(gpointer data, int steps); /* arrows: 1, page keys: 10; down: negative */
  gboolean (*give_back)(gpointer data);   /* Escape; FALSE: nothing to give back, it goes on */
} EntryKeys;

/* keypad: what its decimal key types; NULL: what the keyboard says, and no steps. keys may be NULL:
 * the decimal key alone, and then they are the window's. data is passed
 * on, and must live as long as the entry. */
void entry_keys_add(GtkWidget *entry, const char *keypad, const EntryKeys *keys, gpointer data);
