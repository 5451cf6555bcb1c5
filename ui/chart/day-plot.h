/* Room: chart. Knows: scenes, scales, the span of a chart. Must not know: what is plotted.
 *
 * A plot of amounts day by day, a day a column: lines, areas between two amounts, a callout that
 * hides little of them, and a position a day. */
#pragma once

#include "ui/chart/chart.h"
#include "ui/chart/labels.h"
#include "ui/chart/scale.h"
#include "ui/chart/scene.h"

typedef struct {
  Box box;
  Scale scale;
  double day_width;
  bool by_weeks; /* straight between the ends of weeks: other days need no point */
} DayPlot;

/* An amount of a chart at the end of a day, in cents. */
typedef int64_t (*DayValue)(const Chart *chart, int day);

double day_plot_x(const DayPlot *plot, double day); /* 0.5: the middle of the first day */
double day_plot_y(const DayPlot *plot, int64_t cents);

void day_plot_add_line(Chart *chart, const DayPlot *plot, DayValue value, Role role,
                       double line_width, Dash dash);
/* Each run of days on which low is under high, filled between the two. */
void day_plot_add_area(Chart *chart, const DayPlot *plot, DayValue low, DayValue high, Role role);

/* Amounts known at the ends of weeks (7-day blocks of `days` days), on any day: straight between
 * them, from the amount before the first day. */
int64_t day_plot_between_weeks(const int64_t *week_end_cents, int days, int64_t before_cents,
                               int day);

/* A line that a text should not hide, and how much it matters. */
typedef struct {
  DayValue value;
  double weight;
} DayLine;

/* A dot on a day's amount and a text where it hides least of the lines, with a leader when that is
 * away from the dot. False, nothing added, where every place is taken by another text. */
bool day_plot_add_callout(Chart *chart, const DayPlot *plot, const DayLine *lines, int line_count,
                          int day, int64_t cents, Role role, const char *text);

/* The names of what is drawn: at the right of the plot, or in rows at the picture's foot, which
 * take rows_height there. False: not all have a place. */
bool day_plot_add_keys(Chart *chart, const DayPlot *plot, const Key *keys, int count,
                       bool is_beside, double rows_height);

/* A position a day, from top to bottom. */
void day_plot_add_positions(Chart *chart, const DayPlot *plot, double top, double bottom);
/* Above the chart: a line through a day's position and dots on its amounts. */
typedef struct {
  DayValue value;
  Role role;
  double radius;
} DayDot;
void day_plot_add_crosshair(const Chart *chart, const DayPlot *plot, const DayDot *dots,
                            int dot_count, int position, Scene *scene);
/* Across by days, down and up by months. */
int day_plot_move(const Chart *chart, int position, int dx, int dy);
