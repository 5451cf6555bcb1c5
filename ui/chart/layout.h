/* Room: chart. Inside of the room: what a chart is once laid out, and what each kind answers. */
#pragma once

#include "ui/chart/chart.h"
#include "model/base/money.h"
#include "ui/chart/day-plot.h"
#include "ui/chart/frame.h"
#include "ui/chart/labels.h"
#include "ui/chart/scene.h"
#include "ui/words/decide-words.h"

/* One data position. */
typedef struct {
  Box hit;             /* half-open: answers chart_hit */
  Box mark;            /* what hover frames */
  double tip_x, tip_y; /* what the tooltip points at */
} Position;

/* The same words in the tooltip and in chart_position_text. */
#define TIP_LINES_MAX 10
typedef struct {
  Sample sample;
  Role role;
  char *label, *value; /* owned */
} TipLine;

typedef struct {
  char *title; /* owned */
  TipLine line[TIP_LINES_MAX];
  int line_count;
} Tip;

/* Takes value; copies label. */
void tip_add(Tip *tip, Sample sample, Role role, const char *label, char *value);

/* What each kind keeps of plan and results. */
typedef struct {
  int32_t sale_date;
  int days;
  bool has_calendar, has_risk;
} ChartSpan;

typedef struct {
  WaterfallStep step;
  int64_t from_cents, to_cents; /* running sum before and after; a total goes from 0 */
} WaterfallBar;

typedef struct {
  WaterfallBar bar[STEP_COUNT];
  int bar_count; /* steps of 0 are left out, totals never */
  int64_t list_price_cents, guaranteed_anyway_cents;
} WaterfallData;

typedef struct {
  ResultWeek week[WEEKS_MAX];
  int week_count;
  bool by_visits; /* nobody is needed on shift (tables, seats): visits instead of hours */
  bool has_band;  /* of the simulated years, staff minutes: P5 and P95 */
  int32_t low_minutes[WEEKS_MAX], high_minutes[WEEKS_MAX];
  int32_t refused_milli[WEEKS_MAX]; /* mean */
} BookingsData;

typedef struct {
  bool open;
  int32_t busy_minutes, shift_minutes, refused;
  int32_t visits[VISIT_KIND_COUNT];
} HeatDay;

typedef struct {
  HeatDay day[HORIZON_DAYS_MAX];
  int chosen_day; /* that is looked at; −1: none */
} HeatData;

typedef struct {
  int64_t with_cents, without_cents, not_yet_earned_cents;
} CashPoint;

typedef struct {
  int32_t begin_day, days;
  int64_t in_cents, out_cents; /* out ≤ 0 */
} CashMonth;

typedef struct {
  CashPoint day[HORIZON_DAYS_MAX];
  CashMonth month[MONTHS_MAX];
  int month_count;
  int lowest_day;
  int64_t floor_cents;
  /* Of the simulated years: P5 to P95 of the balance with the deal, known at week ends only. */
  bool has_band;
  int64_t low_cents[WEEKS_MAX], high_cents[WEEKS_MAX];
  DayPlot bank; /* the lower panel */
} CashData;

typedef struct {
  int64_t balance_cents, not_yet_earned_cents;
  int64_t not_yours_cents; /* with the taxes */
  int64_t spent_cents;     /* of that */
} ReservePoint;

#define YEAR_ENDS_MAX 4

typedef struct {
  ReservePoint day[HORIZON_DAYS_MAX];
  int32_t year_end[YEAR_ENDS_MAX]; /* last days of fiscal years */
  int year_end_count;
  int highest_day, most_spent_day; /* of not_yours_cents, spent_cents */
  DayPlot bank;
} ReserveData;

struct Chart {
  ChartKind kind;
  ChartStyle style; /* font_family owned */
  double scale;     /* text scale drawn with: the style's, or less where the picture is too small */
  ChartSpan span;
  Palette palette;
  Typesetter typesetter;
  Scene scene;
  Box plot;          /* where crosshairs run */
  GArray *positions; /* Position */
  char *title, *subtitle, *describe;
  const char *lacks; /* English; NULL: there is something to show */
  union {
    WaterfallData waterfall;
    BookingsData bookings;
    HeatData heat;
    CashData cash;
    ReserveData reserve;
  };
  gpointer own; /* of a kind that keeps its data to itself; g_free */
};

static inline Language chart_language(const Chart *chart) {
  return chart->style.language;
}
void chart_set_subtitle(Chart *chart, const char *english);
/* "What is plotted; details". */
void chart_add_to_subtitle(Chart *chart, const char *details);

static inline const Position *chart_position(const Chart *chart, int position) {
  return &g_array_index(chart->positions, Position, position);
}
void chart_add_position(Chart *chart, Position position);

/* A kind of chart. */
typedef struct {
  const char *name; /* "heat"; stable */
  char *(*find)(Language language, const Study *study);
  Table *(*table)(Language language, const Study *study);
  /* "How is this computed?"; owned by the caller. NULL: nothing to say. */
  char *(*explain)(Language language, const Study *study);
  const char *subtitle; /* English, marked; copy may set another */
  /* Why this plan has nothing to show: English, marked; NULL when it has. NULL: any plan has. */
  const char *(*lacks)(const Study *study);
  bool needs_calendar;
  bool needs_risk; /* waits in words for the simulated years */
  /* Of what is decided: waits in words for its topic, which finds and explains; lacks, copy and
   * table are asked only once that is there and applies. */
  bool is_decided;
  DecideTopic topic;
  void (*copy)(Chart *chart, const Study *study);
  /* Adds marks and positions below y. False: too small for its texts at this scale. */
  bool (*lay_out)(Chart *chart, double y);
  char *(*describe_extreme)(const Chart *chart); /* a sentence; owned by the caller */
  void (*fill_tip)(const Chart *chart, int position, Tip *tip);
  /* Frame or crosshair, under the tooltip. */
  void (*add_hover)(const Chart *chart, int position, Scene *scene);
  int (*move)(const Chart *chart, int position, int dx, int dy);
  double (*natural_height)(double width, double text_scale); /* without titles */
  /* Of the rows that a study has; NULL: the same for all. */
  double (*height_for)(const Study *study, double width, double text_scale);
  const char *(*path)(const Chart *chart, int position); /* of its field; NULL: has none */
} ChartKindTable;

const ChartKindTable *chart_kind_table(ChartKind kind);
extern const ChartKindTable waterfall_chart, bookings_chart, heat_chart, cash_chart, reserve_chart;
extern const ChartKindTable fan_chart, spread_chart;
extern const ChartKindTable phones_chart;
extern const ChartKindTable hours_chart, waits_chart, use_chart, curve_chart, day_chart;
extern const ChartKindTable cap_chart, quota_chart, tornado_chart, worths_chart;
extern const ChartKindTable break_even_return_chart, break_even_vouchers_chart,
    break_even_price_chart, break_even_commission_chart, break_even_extras_chart;
extern const ChartKindTable alternatives_chart, launch_chart, offers_chart;
