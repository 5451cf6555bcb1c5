/* Room: widget. Words in a line are as high as their width asks for, never as wide as a height. */
#pragma once

#include <gtk/gtk.h>

/* Holds a column of wrapping labels that stands in a horizontal box. Such a box asks its children
 * how wide they are in its height, and a label finds that by trying one width after the other: half
 * a frame for a sentence. This answers with the width there is for any height. */
GtkWidget *width_first_new(GtkWidget *child);

/* The same of a long column in a scrolled window, which has no height to tell before it has a
 * width. Such a window asks how high the column is at its narrowest, with each text broken at every
 * word: a third of the time until the window was there. What is in sight stays where it is while
 * parts of the column above it grow or shrink. */
GtkWidget *width_first_column_new(GtkWidget *child);
/* The same for a menu button whose child has words: GTK 4.8 gives it the height of its words in
 * one line. */
void width_first_menu_button(GtkMenuButton *button);
