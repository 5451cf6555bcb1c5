/* Room: page. The five figures of the headline, each a card that says how it is computed. */
#pragma once

#include <gtk/gtk.h>

#include "model/results/study.h"
#include "ui/words/words.h"

typedef struct {
  GtkWidget *button, *label, *value, *note, *revealer, *explanation;
} FigureCard;

/* Of the ways in which all five are in sight the first that there is room for. */
typedef enum {
  FIGURES_ALIKE,    /* side by side, as wide as each other */
  FIGURES_CLOSE,    /* side by side, as wide as each must be */
  FIGURES_IN_TWO,   /* in two rows, their notes under the pointer only */
  FIGURES_SIDEWAYS, /* in no way: as many as fit, the others a swipe or a Tab away */
} FigureRows;

typedef struct {
  Language language;
  GtkWidget *widget, *grid;
  FigureCard card[FIGURE_COUNT];
  FigureRows rows;
} FigureStrip;

/* widget is floating. */
void figure_strip_make(FigureStrip *strip, Language language);
void figure_strip_refresh(FigureStrip *strip, const Study *study);
/* In so many pixels. */
FigureRows figure_strip_rows(const FigureStrip *strip, int width);
/* Not inside an allocation. */
void figure_strip_set_rows(FigureStrip *strip, FigureRows rows);
