/* Room: chart. The week by the hour in the rush: share of the hours there are that is taken,
 * weekdays down, hours across. Grey as the heat map; a triangle and a number where requests are
 * refused, hatched where nobody is there. */
#include "ui/chart/ramp.h"

#include "ui/table/table-load.h"
#include "ui/words/load-words.h"

#include <math.h>

typedef struct {
  HourGrid grid;
  bool by_rooms;
} HoursData;

static const HoursData *hours_of(const Chart *chart) {
  return chart->own;
}

static void copy_hours(Chart *chart, const Study *study) {
  HoursData *data = g_new0(HoursData, 1);
  hour_grid_fill(study->results, LOAD_RUSH, &data->grid);
  data->by_rooms = load_counts_rooms(study->plan);
  if (data->by_rooms)
    chart_set_subtitle(chart, N_("Share of the rooms’ hours taken by weekday and hour, first 8 "
                                 "weeks of the plan year"));
  chart->own = data;
}

static int cell_percent(const HourCell *cell) {
  return cell->there_minutes > 0
             ? (int)money_scale_half_up(cell->taken_minutes, 100, cell->there_minutes)
             : 0;
}

static bool is_there(const HourCell *cell) {
  return cell->there_minutes > 0;
}

static const HourCell *cell_at(const Chart *chart, int position) {
  const HourGrid *grid = &hours_of(chart)->grid;
  return &grid->cell[position / grid->hour_count][position % grid->hour_count];
}

/* Share and refusals side by side, or what matters most of them. */
static void add_cell_text(Chart *chart, const HourCell *cell, Box inner) {
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  char share[NUMBER_TEXT_SIZE], refused[NUMBER_TEXT_SIZE];
  Role ink = is_there(cell) ? ramp_ink(cell_percent(cell)) : ROLE_INK;
  double middle_x = inner.x + inner.width / 2, middle_y = inner.y + inner.height / 2;
  double line = text_height(&chart->typesetter, TEXT_TICK), gap = 3 * chart->scale;
  double triangle = fmin(8 * chart->scale, 0.72 * fmin(inner.width, inner.height));
  count_format(language, cell_percent(cell), share, sizeof share);
  count_format(language, cell->refused, refused, sizeof refused);
  double share_width = text_width(&chart->typesetter, TEXT_TICK, share);
  double refused_width = triangle + gap + text_width(&chart->typesetter, TEXT_STRONG, refused);
  bool tall = inner.height >= line;
  TextPlace plain = {TEXT_TICK, ink, 0.5, 0.5, 0}, strong = {TEXT_STRONG, ink, 0, 0.5, 0};
  if (cell->refused == 0) {
    if (is_there(cell) && tall && share_width + 2 * gap <= inner.width)
      scene_add_text(scene, share, middle_x, middle_y, plain);
    return;
  }
  bool both = is_there(cell) && tall && share_width + refused_width + 5 * gap <= inner.width;
  bool number = tall && refused_width + 2 * gap <= inner.width;
  if (both)
    scene_add_text(scene, share, inner.x + inner.width / 4, middle_y, plain);
  double center = both ? inner.x + inner.width * 0.68 : middle_x;
  double left = number ? center - refused_width / 2 : center - triangle / 2;
  scene_add_triangle(scene, left + triangle / 2, middle_y, triangle, ink);
  if (number)
    scene_add_text(scene, refused, left + triangle + gap, middle_y, strong);
}

static void add_cell(Chart *chart, const HourCell *cell, Box box) {
  Box inner = ramp_square(box);
  scene_add_box(&chart->scene, inner, is_there(cell) ? ramp_role(cell_percent(cell)) : ROLE_CLOSED);
  add_cell_text(chart, cell, inner);
  chart_add_position(chart, (Position){.hit = box,
                                       .mark = inner,
                                       .tip_x = box_right(box),
                                       .tip_y = box.y + box.height / 2});
}

static char *clock_text(const Chart *chart, int column) {
  return say_clock(chart_language(chart), (hours_of(chart)->grid.begin_hour + column) * 60);
}

static double clock_width(const Chart *chart, int column) {
  g_autofree char *text = clock_text(chart, column);
  return text_width(&chart->typesetter, TEXT_TICK, text);
}

/* Between the squares, every hour or every so many. */
static void add_clock(Chart *chart, double y) {
  static const int steps[] = {1, 2, 3, 4, 6, 12, 24};
  int count = hours_of(chart)->grid.hour_count, step = 24;
  double each = chart->plot.width / count, widest = 0;
  for (int i = 0; i <= count; i++)
    widest = fmax(widest, clock_width(chart, i));
  for (size_t i = G_N_ELEMENTS(steps); i-- > 0;)
    if (steps[i] * each >= widest + 6 * chart->scale)
      step = steps[i];
  TextPlace place = {TEXT_TICK, ROLE_MUTED, 0.5, 0, 0};
  for (int i = 0; i <= count; i += step) {
    g_autofree char *text = clock_text(chart, i);
    double half = clock_width(chart, i) / 2;
    double x = fmax(half, fmin(chart->scene.width - half, chart->plot.x + i * each));
    scene_try_text(&chart->scene, text, x, y, place, 2 * chart->scale);
  }
}

static RampLegend measure_legend(Chart *chart) {
  Language language = chart_language(chart);
  const char *closed =
      hours_of(chart)->by_rooms ? say(language, "closed") : say(language, "nobody on shift");
  return ramp_legend_measure(chart,
                             (Key){say(language, "requests refused"), ROLE_INK, SAMPLE_TRIANGLE, 0},
                             (Key){closed, ROLE_CLOSED, SAMPLE_BOX, 0});
}

static bool lay_out_hours(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  const HourGrid *grid = &hours_of(chart)->grid;
  double scale = chart->scale, line = text_height(scene->typesetter, TEXT_TICK);
  double left = ramp_weekdays_width(chart), clock = line + 10 * scale;
  if (grid->hour_count == 0)
    return true;
  RampLegend legend = measure_legend(chart);
  double height = fmin((scene->height - y - clock - legend.height) / 7, 34 * scale);
  bool fits = height >= line;
  height = fmax(floor(height), 1);
  chart->plot = (Box){left, y, fmax(scene->width - left - 1, 1), 7 * height};
  double width = chart->plot.width / grid->hour_count;
  for (int weekday = 0; weekday < 7; weekday++) {
    for (int column = 0; column < grid->hour_count; column++)
      add_cell(chart, &grid->cell[weekday][column],
               (Box){left + column * width, y + weekday * height, width, height});
    scene_try_text(scene, weekday_name_short(chart_language(chart), weekday), left - 6 * scale,
                   y + (weekday + 0.5) * height, (TextPlace){TEXT_TICK, ROLE_MUTED, 1, 0.5, 0}, 0);
  }
  add_clock(chart, box_bottom(chart->plot) + 2 * scale);
  ramp_legend_add(chart, &legend, box_bottom(chart->plot) + clock);
  return fits;
}

/* "Friday, 17:00 to 18:00" */
static char *cell_title(const Chart *chart, int position) {
  const HourGrid *grid = &hours_of(chart)->grid;
  int column = position % grid->hour_count;
  g_autofree char *hours = load_hours_text(chart_language(chart), grid, column, column + 1);
  return g_strdup_printf("%s, %s", weekday_name(chart_language(chart), position / grid->hour_count),
                         hours);
}

static char *describe_hours(const Chart *chart) {
  const HourGrid *grid = &hours_of(chart)->grid;
  Language language = chart_language(chart);
  int fullest = -1, refusing = -1;
  for (int i = 0; i < 7 * grid->hour_count; i++) {
    const HourCell *cell = cell_at(chart, i);
    if (is_there(cell) &&
        (fullest < 0 || cell_percent(cell) > cell_percent(cell_at(chart, fullest))))
      fullest = i;
    if (cell->refused > 0 && (refusing < 0 || cell->refused > cell_at(chart, refusing)->refused))
      refusing = i;
  }
  if (fullest < 0)
    return g_strdup("");
  g_autofree char *hour = cell_title(chart, fullest);
  g_autofree char *share =
      say_percent(language, (int64_t)cell_percent(cell_at(chart, fullest)) * 1000);
  g_autofree char *full = g_strdup_printf(say(language, "Fullest hour: %s, %s."), hour, share);
  if (refusing < 0)
    return g_steal_pointer(&full);
  g_autofree char *worst = cell_title(chart, refusing);
  g_autofree char *count = say_number(language, cell_at(chart, refusing)->refused);
  g_autofree char *most = g_strdup_printf(say(language, "Most refused: %s, %s."), worst, count);
  return g_strconcat(full, " ", most, NULL);
}

static void fill_hours_tip(const Chart *chart, int position, Tip *tip) {
  static const Role roles[VISIT_KIND_COUNT] = {ROLE_REGULAR, ROLE_RETURNING, ROLE_DEAL};
  Language language = chart_language(chart);
  const HourCell *cell = cell_at(chart, position);
  bool by_rooms = hours_of(chart)->by_rooms;
  tip->title = cell_title(chart, position);
  if (!is_there(cell))
    tip_add(tip, SAMPLE_BOX, ROLE_CLOSED,
            by_rooms ? say(language, "closed") : say(language, "nobody on shift"), g_strdup(""));
  for (int kind = VISIT_KIND_COUNT - 1; kind >= 0 && is_there(cell); kind--)
    tip_add(tip, SAMPLE_BOX, roles[kind], visit_kind_label(language, (VisitKind)kind),
            say_hours(language, cell->kind_minutes[kind]));
  if (is_there(cell)) {
    tip_add(tip, SAMPLE_NONE, ROLE_INK,
            by_rooms ? say(language, "rooms’ hours") : say(language, "hours on shift"),
            say_hours(language, cell->there_minutes));
    tip_add(tip, SAMPLE_BOX, ramp_role(cell_percent(cell)), say(language, "hours taken"),
            say_percent(language, (int64_t)cell_percent(cell) * 1000));
  }
  if (is_there(cell) || cell->refused > 0)
    tip_add(tip, SAMPLE_TRIANGLE, ROLE_INK, say(language, "refused"),
            say_number(language, cell->refused));
}

static void add_hours_hover(const Chart *chart, int position, Scene *scene) {
  Box cell = chart_position(chart, position)->mark;
  scene_add_outline(scene, (Box){cell.x - 1, cell.y - 1, cell.width + 2, cell.height + 2}, ROLE_INK,
                    2);
}

static int move_in_hours(const Chart *chart, int position, int dx, int dy) {
  int count = hours_of(chart)->grid.hour_count;
  int column = CLAMP(position % count + dx, 0, count - 1);
  int weekday = CLAMP(position / count + dy, 0, 6);
  return weekday * count + column;
}

static double hours_height(double width, double text_scale) {
  return (7 * 27 + (width / text_scale < 420 ? 78 : 54)) * text_scale;
}

const ChartKindTable hours_chart = {
    .name = "hours",
    .find = load_find_hours,
    .table = table_load_hours,
    .explain = load_explain_hours,
    .subtitle = N_("Share of the hours on shift taken by weekday and hour, first 8 weeks of the "
                   "plan year"),
    .needs_calendar = true,
    .copy = copy_hours,
    .lay_out = lay_out_hours,
    .describe_extreme = describe_hours,
    .fill_tip = fill_hours_tip,
    .add_hover = add_hours_hover,
    .move = move_in_hours,
    .natural_height = hours_height,
};
