/* Room: page. The headline in one line, for a page that is scrolled down. It says nothing that
 * the headline does not, so it is for the eye alone: neither keys nor a screen reader meet it. */
#pragma once

#include <gtk/gtk.h>

#include "model/results/study.h"
#include "ui/words/words.h"

typedef struct {
  GtkWidget *widget, *verdict, *badge, *title;
  GtkWidget *figure[FIGURE_COUNT], *value[FIGURE_COUNT];
} HeadlineLine;

/* widget is floating. */
void headline_line_make(HeadlineLine *line, Language language);
void headline_line_refresh(HeadlineLine *line, Language language, const Study *study);
/* As many figures as have room beside the beginning of the sentence; one at least. */
void headline_line_fit(HeadlineLine *line, int width);
