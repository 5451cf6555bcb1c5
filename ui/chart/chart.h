/* Room: chart. Knows: words, table, cairo, pango. Must not know: GTK, files.
 *
 * Painters used by the window and the PDF alike. A chart's layout is computed once for a size;
 * paint draws it; hit answers what is under a point; describe says it in words. Drawing never
 * computes. */
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "model/results/study.h"
#include "ui/table/table.h"

typedef enum {
  CHART_WATERFALL,
  CHART_BOOKINGS,
  CHART_HEAT,
  CHART_CASH,
  CHART_RESERVE, /* the money in the bank that is not the owner's */
  CHART_FAN,     /* the bank week by week in the simulated years */
  CHART_SPREAD,  /* how often the deal makes how much */
  CHART_PHONES,  /* the rush of calls after the sale */
  CHART_HOURS,   /* the week by the hour, first 8 weeks */
  CHART_WAITS,   /* how long vouchers wait for a place */
  CHART_USE,     /* of rooms and people */
  CHART_CURVE,   /* when used vouchers are wanted */
  CHART_DAY,     /* one day by room: study.day_visits */
  CHART_CAP,     /* share of years that break each condition, by vouchers sold */
  CHART_QUOTA,   /* deal visits a day by weekday, before the contract and after the sale */
  CHART_TORNADO, /* the uncertain inputs */
  CHART_WORTHS,  /* the contract's terms */
  CHART_BREAK_EVEN_RETURN, /* then the others in the order of BreakEvenOf */
  CHART_BREAK_EVEN_VOUCHERS,
  CHART_BREAK_EVEN_PRICE,
  CHART_BREAK_EVEN_COMMISSION,
  CHART_BREAK_EVEN_EXTRAS,
  CHART_ALTERNATIVES, /* cost per client kept */
  CHART_LAUNCH,       /* the result by month of the sale */
  CHART_OFFERS,       /* deals side by side: dumbbells */
  CHART_KIND_COUNT
} ChartKind;
typedef enum {
  THEME_LIGHT,
  THEME_DARK,
  THEME_HIGH_CONTRAST,
  THEME_HIGH_CONTRAST_DARK,
  THEME_PRINT,
  THEME_COUNT
} ChartTheme;

typedef struct {
  Language language;
  ChartTheme theme;
  double width, height;    /* pixels or points */
  double text_scale;       /* 1 = 10.5 px-pt body text; screens pass their text size over 1 */
  const char *font_family; /* NULL: sans */
  bool with_title;         /* draw finding and subtitle inside */
} ChartStyle;

typedef struct Chart Chart;

/* Borrows nothing after the call: what it needs of the study is copied. Free: chart_free. */
Chart *chart_new(ChartKind kind, const Study *study, const ChartStyle *style);
void chart_free(Chart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Chart, chart_free)

/* What charts of a theme expect behind them: 0..1. Painting leaves it to the caller. */
void chart_theme_background(ChartTheme theme, double rgb[3]);

/* The height at which the chart looks right for a width and text scale, with or without its titles
 * inside. */
double chart_natural_height(ChartKind kind, double width, double text_scale, bool with_title);
/* Without titles, for the rows that this study has where their number varies. */
double chart_height_for(ChartKind kind, const Study *study, double width, double text_scale);
/* A chart of a calendar, of a plan that has none. */
bool chart_lacks_calendar(ChartKind kind, const Study *study);

/* There are words instead of a picture: no calendar, simulated years or decision to show yet, or
 * none for this plan. */
bool chart_is_words(ChartKind kind, const Study *study);

void chart_paint(const Chart *chart, cairo_t *cr);

/* Data positions (bars, weeks, days, months), for pointer and keyboard alike. */
int chart_position_count(const Chart *chart);
/* The position under a point, −1 for none. */
int chart_hit(const Chart *chart, double x, double y);
/* The day of a position (days from the sale), of CHART_HEAT: to open it by click or Enter. −1 where
 * a position is no day. */
int chart_position_day(const Chart *chart, int position);
/* The field of the plan that a position is about ("deal.price_cents"), to go to it by click or
 * Enter; NULL where a position is none. Borrowed from the chart. */
const char *chart_position_path(const Chart *chart, int position);
/* The neighbour of a position in a direction (dx, dy in −1, 0, 1); the same one at the edge. */
int chart_move(const Chart *chart, int position, int dx, int dy);
/* Drawn above the chart: crosshair or frame and one tooltip with all series. */
void chart_paint_hover(const Chart *chart, cairo_t *cr, int position);
/* What that draws on: x, y, width and height, inside the chart; all 0 without the position. */
void chart_hover_box(const Chart *chart, int position, double box[4]);
/* Where the tooltip of a position points at. */
void chart_position_point(const Chart *chart, int position, double *x, double *y);
/* The tooltip as text ("Week of March 2, 2026: regular 96 h, …"). Free with g_free. */
char *chart_position_text(const Chart *chart, int position);

/* Name (the finding) and description with the extreme value. Borrowed. */
const char *chart_title(const Chart *chart);
const char *chart_subtitle(const Chart *chart);
const char *chart_describe(const Chart *chart);

/* Without a chart: what it would find (its title; free with g_free) and what it plots (its
 * subtitle; borrowed). */
char *chart_finding(ChartKind kind, Language language, const Study *study);
const char *chart_subtitle_text(ChartKind kind, Language language);

const char *chart_name(ChartKind kind); /* "heat"; stable */

/* "How is this computed?"; free with g_free. NULL when the kind has nothing to say. */
char *chart_explain(ChartKind kind, Language language, const Study *study);
bool chart_has_explanation(ChartKind kind);

/* The data behind it, new each time; NULL while what it shows is not there. */
Table *chart_table(ChartKind kind, Language language, const Study *study);
