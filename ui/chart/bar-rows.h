/* Room: chart. Knows: scenes, frames. Must not know: what is plotted.
 *
 * Rows of horizontal bars: a name at the left, which may take several lines, a value at the right;
 * where the picture is narrow both above their bar. */
#pragma once

#include "ui/chart/layout.h"

#define BAR_ROWS_MAX 32

typedef struct {
  char *name;  /* owned */
  char *value; /* owned; NULL: none */
  char *note;  /* owned; muted, under the name; NULL: none */
} BarText;

typedef struct {
  BarText text[BAR_ROWS_MAX];
  int count;
  double bar_least, bar_most; /* height of a bar; set before */
  double inside; /* kept free of bars at both ends of the plot, for texts; set before */
  double names_least, values_least; /* widths of the columns, to line up with others; set before */
  /* As laid out. */
  bool is_stacked;
  double names_width, values_width; /* names wrap at theirs */
  double top[BAR_ROWS_MAX], height[BAR_ROWS_MAX], text_height[BAR_ROWS_MAX];
  double bar_height, least; /* least: height needed */
  Box plot;                 /* of the bars, without what is kept inside */
  Scale axis;
} BarRows;

/* How wide its columns would be by themselves. */
void bar_rows_measure_columns(const Chart *chart, BarRows *rows);
/* Columns and least heights; the height needed, the axis included. */
double bar_rows_measure(const Chart *chart, BarRows *rows);
/* Once measured. Rows from y on that end at bottom at the latest, the axis under them included;
 * chart->plot is of the bars. False: they do not fit. */
bool bar_rows_arrange(Chart *chart, BarRows *rows, double y, double bottom);
/* Grid and ticks; low..high and zero are on it. */
void bar_rows_add_axis(Chart *chart, BarRows *rows, ScaleUnit unit, int64_t low, int64_t high);
/* Name, note and value of a row, and its position; tip_x: what its tooltip points at. */
void bar_rows_add_row(Chart *chart, const BarRows *rows, int index, double tip_x);
double bar_rows_x(const BarRows *rows, int64_t value);
/* As wide as the plot. */
Box bar_rows_bar(const BarRows *rows, int index);
double bar_rows_end(const BarRows *rows); /* where the axis ends */
void bar_rows_clear(BarRows *rows);

/* The row a position is. */
void bar_rows_add_hover(const Chart *chart, int position, Scene *scene);
int bar_rows_move(const Chart *chart, int position, int dx, int dy);
