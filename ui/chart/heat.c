/* Room: chart. Heat map: the share of each day's hours that is taken, weeks across, weekdays down,
 * in one band or several where it is narrow. Grey on purpose: it says how full, never good or bad.
 * Days with a refusal carry a triangle, closed days are hatched, both readable without colour. */
#include "ui/chart/ramp.h"

#include "model/base/calendar.h"
#include "ui/words/chart-explain-words.h"

#include <math.h>

static void copy_heat(Chart *chart, const Study *study) {
  const Results *results = study->results;
  int64_t shift_minutes = 0;
  chart->heat.chosen_day = study->day_visits ? study->day_index : -1;
  for (int i = 0; i < results->days; i++)
    shift_minutes += results->timetable.day[i].shift_minutes;
  if (shift_minutes == 0)
    chart_set_subtitle(chart, N_("Share of the rooms’ hours taken, each day"));
  for (int i = 0; i < results->days; i++) {
    const TimetableDay *hours = &results->timetable.day[i];
    const YearDay *given = &results->with.day[i];
    HeatDay *day = &chart->heat.day[i];
    /* A place without staff on shift (tables, seats) fills its rooms instead. */
    bool by_staff = shift_minutes > 0;
    int rooms = __builtin_popcountll(hours->room_slots);
    day->shift_minutes =
        by_staff ? hours->shift_minutes : rooms * hours->slots_count * SLOT_MINUTES;
    day->busy_minutes = by_staff ? 0 : given->room_minutes;
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
      day->visits[kind] = given->visits[kind];
      if (by_staff)
        day->busy_minutes += given->staff_minutes[kind];
    }
    day->open = hours->open && day->shift_minutes > 0;
    day->refused = given->refused[VISIT_REGULAR] + given->refused[VISIT_RETURNING];
  }
}

static int day_percent(const HeatDay *day) {
  return day->open ? (int)money_scale_half_up(day->busy_minutes, 100, day->shift_minutes) : 0;
}

/* Sunday first, as calendars are here. */
static int day_row(const Chart *chart, int day) {
  return (date_weekday(chart->span.sale_date + day) + 1) % 7;
}

static int day_column(const Chart *chart, int day) {
  return (day + day_row(chart, 0)) / 7;
}

typedef struct {
  int bands, columns; /* columns of one band */
  double left, cell_width, cell_height, band_height;
  bool numbers, below_triangle; /* where a number fits: in all cells alike */
} HeatGrid;

/* Of two digits, in the smallest square: whole pixels make some of them wider than others. */
static void choose_numbers(const Chart *chart, HeatGrid *grid) {
  double line = text_height(&chart->typesetter, TEXT_TICK);
  double width = floor(grid->cell_width) - 1, height = floor(grid->cell_height) - 1;
  grid->numbers =
      height >= line && width >= text_width(&chart->typesetter, TEXT_TICK, "88") + 4 * chart->scale;
  grid->below_triangle = height >= line + fmin(8 * chart->scale, 0.72 * fmin(width, height)) + 2;
}

/* The number of bands that makes the largest cells. */
static HeatGrid choose_bands(const Chart *chart, double left, double height) {
  const Scene *scene = &chart->scene;
  int columns = day_column(chart, chart->span.days - 1) + 1;
  double months = frame_months_height(scene) + 6 * chart->scale;
  HeatGrid best = {0};
  for (int bands = 1; bands <= 8; bands++) {
    HeatGrid grid = {.bands = bands, .columns = (columns + bands - 1) / bands, .left = left};
    grid.cell_width = fmin((scene->width - left - 1) / grid.columns, 60 * chart->scale);
    grid.cell_height = fmin((height / bands - months) / 7, 30 * chart->scale);
    grid.band_height = 7 * grid.cell_height + months;
    double size = fmin(grid.cell_width, grid.cell_height);
    if (bands == 1 || size > 1.15 * fmin(best.cell_width, best.cell_height))
      best = grid;
  }
  return best;
}

static Box cell_box(const Chart *chart, const HeatGrid *grid, double top, int day) {
  int column = day_column(chart, day), band = column / grid->columns;
  double x = grid->left + (column - band * grid->columns) * grid->cell_width;
  double y = top + band * grid->band_height + day_row(chart, day) * grid->cell_height;
  return (Box){x, y, grid->cell_width, grid->cell_height};
}

static void add_day(Chart *chart, const HeatGrid *grid, double top, int index) {
  Scene *scene = &chart->scene;
  const HeatDay *day = &chart->heat.day[index];
  Box cell = cell_box(chart, grid, top, index);
  Box inner = ramp_square(cell);
  double middle_x = inner.x + inner.width / 2, middle_y = inner.y + inner.height / 2;
  Role step = ramp_role(day_percent(day)), on_step = ramp_ink(day_percent(day));
  scene_add_box(scene, inner, day->open ? step : ROLE_CLOSED);
  double triangle = fmin(8 * chart->scale, 0.72 * fmin(inner.width, inner.height));
  TextPlace place = {TEXT_TICK, on_step, 0.5, 0.5, 0};
  char text[NUMBER_TEXT_SIZE];
  count_format(chart_language(chart), day_percent(day), text, sizeof text);
  double line = text_height(&chart->typesetter, TEXT_TICK);
  bool wide = grid->numbers && text_width(&chart->typesetter, TEXT_TICK, text) <= inner.width;
  if (day->refused > 0 && wide && grid->below_triangle) {
    scene_add_triangle(scene, middle_x, middle_y - line / 2, triangle, on_step);
    scene_add_text(scene, text, middle_x, middle_y + triangle / 2, place);
  } else if (day->refused > 0) {
    scene_add_triangle(scene, middle_x, middle_y, triangle, day->open ? on_step : ROLE_INK);
  } else if (day->open && wide) {
    scene_add_text(scene, text, middle_x, middle_y, place);
  }
  chart_add_position(
      chart, (Position){.hit = cell, .mark = inner, .tip_x = box_right(cell), .tip_y = middle_y});
}

/* The day that is looked at: a frame with a line of the background on each side of it. */
static void add_chosen_day(Chart *chart) {
  Scene *scene = &chart->scene;
  int day = chart->heat.chosen_day;
  if (day < 0 || day >= chart->span.days)
    return;
  Box cell = chart_position(chart, day)->mark;
  Box inside = {cell.x + 1.5, cell.y + 1.5, cell.width - 3, cell.height - 3};
  if (inside.width > 4 && inside.height > 4)
    scene_add_outline(scene, inside, ROLE_BACKGROUND, 1);
  scene_add_outline(scene, cell, ROLE_INK, 2);
}

static void add_weekdays(Chart *chart, const HeatGrid *grid, double top) {
  static const int order[] = {1, 3, 5, 0, 2, 4, 6}; /* where not all fit, Mon, Wed, Fri stay */
  for (int i = 0; i < 7; i++) {
    const char *name = weekday_name_short(chart_language(chart), (order[i] + 6) % 7);
    scene_try_text(&chart->scene, name, grid->left - 6 * chart->scale,
                   top + (order[i] + 0.5) * grid->cell_height,
                   (TextPlace){TEXT_TICK, ROLE_MUTED, 1, 0.5, 0}, 0);
  }
}

static void add_band(Chart *chart, const HeatGrid *grid, int band) {
  int begin = band * grid->columns;
  int end = MIN(begin + grid->columns, day_column(chart, chart->span.days - 1) + 1);
  double top = chart->plot.y + band * grid->band_height;
  int32_t first = chart->span.sale_date - day_row(chart, 0);
  MonthAxis months = {chart_language(chart), first + 7 * begin, 7 * (end - begin), grid->left,
                      grid->cell_width / 7};
  add_weekdays(chart, grid, top);
  frame_add_months(&chart->scene, &months, top + 7 * grid->cell_height);
}

static bool lay_out_heat(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  double scale = chart->scale, left = ramp_weekdays_width(chart);
  Language language = chart_language(chart);
  RampLegend legend = ramp_legend_measure(
      chart, (Key){say(language, "someone refused"), ROLE_INK, SAMPLE_TRIANGLE, 0},
      (Key){say(language, "closed"), ROLE_CLOSED, SAMPLE_BOX, 0});
  HeatGrid grid = choose_bands(chart, left, scene->height - y - legend.height);
  bool fits = grid.cell_height >= 6 * scale && grid.cell_width >= 3;
  grid.cell_height = fmax(grid.cell_height, 1);
  grid.cell_width = fmax(grid.cell_width, 0.5);
  choose_numbers(chart, &grid);
  chart->plot = (Box){left, y, scene->width - left, grid.bands * grid.band_height};
  for (int i = 0; i < chart->span.days; i++)
    add_day(chart, &grid, y, i);
  add_chosen_day(chart);
  for (int band = 0; band < grid.bands; band++)
    add_band(chart, &grid, band);
  ramp_legend_add(chart, &legend, box_bottom(chart->plot));
  return fits;
}

/* "March 6, 2026 (Friday)": the same order in every language. */
static char *day_title(const Chart *chart, int day) {
  Language language = chart_language(chart);
  int32_t date = chart->span.sale_date + day;
  g_autofree char *text = say_date(language, date);
  return g_strdup_printf("%s (%s)", text, weekday_name(language, date_weekday(date)));
}

static char *percent_text(Language language, const HeatDay *day) {
  return say_percent(language, (int64_t)day_percent(day) * 1000);
}

static char *describe_heat(const Chart *chart) {
  int fullest = 0, refused_days = 0;
  for (int i = 0; i < chart->span.days; i++) {
    if (day_percent(&chart->heat.day[i]) > day_percent(&chart->heat.day[fullest]))
      fullest = i;
    refused_days += chart->heat.day[i].refused > 0;
  }
  Language language = chart_language(chart);
  g_autofree char *date = day_title(chart, fullest);
  g_autofree char *percent = percent_text(language, &chart->heat.day[fullest]);
  g_autofree char *days = say_number(language, refused_days);
  g_autofree char *refused =
      g_strdup_printf(say_count(language, refused_days, "Someone is refused on %s day.",
                                "Someone is refused on %s days."),
                      days);
  g_autofree char *full = g_strdup_printf(say(language, "Fullest day: %s, %s."), date, percent);
  int chosen = chart->heat.chosen_day;
  if (chosen < 0 || chosen >= chart->span.days)
    return g_strconcat(full, " ", refused, NULL);
  g_autofree char *title = day_title(chart, chosen);
  g_autofree char *framed = g_strdup_printf(say(language, "Framed: %s."), title);
  return g_strconcat(full, " ", refused, " ", framed, NULL);
}

static void fill_heat_tip(const Chart *chart, int position, Tip *tip) {
  static const Role roles[VISIT_KIND_COUNT] = {ROLE_REGULAR, ROLE_RETURNING, ROLE_DEAL};
  Language language = chart_language(chart);
  const HeatDay *day = &chart->heat.day[position];
  tip->title = day_title(chart, position);
  if (day->open)
    tip_add(tip, SAMPLE_BOX, ramp_role(day_percent(day)), say(language, "hours taken"),
            percent_text(language, day));
  else
    tip_add(tip, SAMPLE_BOX, ROLE_CLOSED, say(language, "closed"), g_strdup(""));
  for (int kind = VISIT_KIND_COUNT - 1; kind >= 0 && day->open; kind--)
    tip_add(tip, SAMPLE_BOX, roles[kind], visit_kind_label(language, (VisitKind)kind),
            say_number(language, day->visits[kind]));
  if (day->open || day->refused > 0)
    tip_add(tip, SAMPLE_TRIANGLE, ROLE_INK, say(language, "refused"),
            say_number(language, day->refused));
}

static void add_heat_hover(const Chart *chart, int position, Scene *scene) {
  Box cell = chart_position(chart, position)->mark;
  scene_add_outline(scene, (Box){cell.x - 1, cell.y - 1, cell.width + 2, cell.height + 2}, ROLE_INK,
                    2);
}

static int move_in_heat(const Chart *chart, int position, int dx, int dy) {
  int next = position + 7 * dx;
  int row = day_row(chart, position) + dy;
  next = row < 0 || row > 6 ? next : next + dy;
  return next < 0 || next >= chart->span.days ? position : next;
}

/* For a horizon of 456 days, the usual one. */
static double heat_height(double width, double text_scale) {
  double room = width - 34 * text_scale, legend = (width / text_scale < 420 ? 44 : 24) * text_scale;
  int bands = (int)ceil(66 * 9.5 * text_scale / room);
  double cell = fmax(17 * text_scale, fmin(26 * text_scale, bands * room / 66));
  return bands * (7 * cell + 36 * text_scale) + legend;
}

static char *find_heat(Language language, const Study *study) {
  return finding_heat(language, study->plan, study->results);
}

static Table *table_of_heat(Language language, const Study *study) {
  return table_days(language, study->plan, study->results);
}

const ChartKindTable heat_chart = {
    .name = "heat",
    .find = find_heat,
    .table = table_of_heat,
    .explain = explain_heat,
    .subtitle = N_("Share of the hours on shift taken, each day"),
    .needs_calendar = true,
    .copy = copy_heat,
    .lay_out = lay_out_heat,
    .describe_extreme = describe_heat,
    .fill_tip = fill_heat_tip,
    .add_hover = add_heat_hover,
    .move = move_in_heat,
    .natural_height = heat_height,
};
