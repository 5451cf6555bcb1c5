/* Room: chart. Knows: scenes, scales, month names. Must not know: what is plotted.
 *
 * What surrounds every chart: title and subtitle, value axis, months. Margins come from texts as
 * measured. */
#pragma once

#include "ui/chart/scale.h"
#include "ui/chart/scene.h"

/* Title and subtitle from the top; the y below them (0 without). */
double frame_add_titles(Scene *scene, const char *title, const char *subtitle);

/* How many ticks a plot of a height can carry without crowding. */
int frame_ticks_max(const Scene *scene, double plot_height);
/* Width of the widest tick text and its gap. */
double frame_axis_width(const Scene *scene, const Scale *scale, Language language);
/* Grid lines over the plot, tick texts at its left, the zero line stronger. */
void frame_add_value_axis(Scene *scene, const Scale *scale, Language language, Box plot);
/* The same under the plot: grid lines through it, tick texts below it, those left out that would
 * touch a text. */
void frame_add_axis_below(Scene *scene, const Scale *scale, Language language, Box plot);
double frame_axis_height(const Scene *scene); /* that it takes */
int frame_ticks_across(const Scene *scene, double plot_width);
double frame_value_x(const Scale *scale, Box plot, double value);
/* The y of a value in the plot. */
double frame_value_y(const Scale *scale, Box plot, double value);

/* The months under a plot: day 0 at plot.x, a day is day_width wide. */
typedef struct {
  Language language;
  int32_t begin_date;
  int days;
  double x, day_width;
} MonthAxis;

double frame_months_height(const Scene *scene); /* tick, month, year */
/* Tick at each month's first day, names centred in their months, thinned until none touch, the year
 * under the first name of each. */
void frame_add_months(Scene *scene, const MonthAxis *axis, double y);
/* Faint lines between months, over a plot. */
void frame_add_month_lines(Scene *scene, const MonthAxis *axis, double top, double bottom);
