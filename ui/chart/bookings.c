/* Room: chart. Bookings: therapist-hours of each week, regular first because they were there first,
 * against the hours on shift; refused requests in a strip above, as counts. */
#include "ui/chart/layout.h"

#include <math.h>

#include "model/risk/risk.h"
#include "ui/words/chart-explain-words.h"
#include "ui/words/risk-words.h"

static const Role kind_role[VISIT_KIND_COUNT] = {ROLE_REGULAR, ROLE_RETURNING, ROLE_DEAL};

static int64_t kind_load(const BookingsData *data, const ResultWeek *week, int kind) {
  return data->by_visits ? week->visits[kind] : week->staff_minutes[kind];
}

static int64_t week_load(const BookingsData *data, const ResultWeek *week) {
  int64_t load = 0;
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
    load += kind_load(data, week, kind);
  return load;
}

static void copy_band(BookingsData *data, const RiskOfSample *told) {
  data->has_band = true;
  for (int i = 0; i < data->week_count; i++) {
    data->low_minutes[i] = told->week_staff_minutes[RISK_BAND_P5][i];
    data->high_minutes[i] = told->week_staff_minutes[RISK_BAND_P95][i];
    data->refused_milli[i] = told->week_refused_milli[i];
  }
}

static void copy_bookings(Chart *chart, const Study *study) {
  const Results *results = study->results;
  BookingsData *data = &chart->bookings;
  data->week_count = results->week_count;
  data->by_visits = true;
  for (int i = 0; i < results->week_count; i++) {
    const ResultWeek *week = &results->week[i];
    data->week[i] = *week;
    for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
      data->by_visits &= week->staff_minutes[kind] == 0 && week->shift_minutes == 0;
  }
  if (data->by_visits)
    chart_set_subtitle(chart, N_("Visits each week; refused requests above"));
  else if (study->risk)
    copy_band(data, risk_told(study->risk));
}

static int most_refused_week(const BookingsData *data) {
  int most = 0;
  for (int i = 1; i < data->week_count; i++)
    if (data->week[i].refused > data->week[most].refused)
      most = i;
  return most;
}

static bool any_refused(const BookingsData *data) {
  return data->week_count > 0 && data->week[most_refused_week(data)].refused > 0;
}

/* The last week of 7 days: a shorter one at the end would say that work stops. */
static int last_whole_week(const BookingsData *data) {
  int last = data->week_count - 1;
  return last > 0 && data->week[last].days < 7 ? last - 1 : last;
}

typedef struct {
  Scale scale;
  double day_width;
  double strip_top, strip_bottom; /* of the refused */
} BookingsGrid;

static Box week_box(const Chart *chart, const BookingsGrid *grid, const ResultWeek *week) {
  double left = chart->plot.x + week->begin_day_index * grid->day_width;
  double width = week->days * grid->day_width;
  double widest = 40 * chart->scale; /* few weeks are no reason for walls of colour */
  double gap = fmax(width * 0.14, width - widest);
  if (width < 6)
    return (Box){left, chart->plot.y, width - gap, chart->plot.height};
  gap = fmax(1, floor(gap));
  return (Box){round(left + (gap > 6 ? gap / 2 : 0)), chart->plot.y, floor(width) - gap,
               chart->plot.height};
}

static void add_week(Chart *chart, const BookingsGrid *grid, int index) {
  const ResultWeek *week = &chart->bookings.week[index];
  Box box = week_box(chart, grid, week);
  int64_t below = 0;
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    int64_t above = below + kind_load(&chart->bookings, week, kind);
    double bottom = frame_value_y(&grid->scale, chart->plot, (double)below);
    double top = frame_value_y(&grid->scale, chart->plot, (double)above);
    scene_add_box(&chart->scene, (Box){box.x, top, box.width, bottom - top}, kind_role[kind]);
    below = above;
  }
  double left = chart->plot.x + week->begin_day_index * grid->day_width;
  double width = week->days * grid->day_width, hit_top = grid->strip_top;
  chart_add_position(chart, (Position){.hit = {left, hit_top, width, box_bottom(box) - hit_top},
                                       .mark = box,
                                       .tip_x = left + width,
                                       .tip_y = chart->plot.y + chart->plot.height * 0.2});
}

#define WHISKER_WIDTH 1.2
#define HALO_WIDTH 3.4
#define HALO_LEAST_BAR 8 /* under it a halo would wipe out the bar */

/* One week's interval, or the halo that lifts it off bars of any colour. */
static void add_whisker(Chart *chart, const BookingsGrid *grid, int index, bool halo) {
  const BookingsData *data = &chart->bookings;
  Scene *scene = &chart->scene;
  Box box = week_box(chart, grid, &data->week[index]);
  double x = floor(box.x + box.width / 2) + 0.5, half = fmin(3 * chart->scale, box.width / 3);
  double low = frame_value_y(&grid->scale, chart->plot, data->low_minutes[index]);
  double high = frame_value_y(&grid->scale, chart->plot, data->high_minutes[index]);
  double width = halo ? fmin(HALO_WIDTH, box.width / 3) : WHISKER_WIDTH;
  Role role = halo ? ROLE_BACKGROUND : ROLE_CAPACITY;
  if (data->high_minutes[index] == 0 || (halo && box.width < HALO_LEAST_BAR))
    return;
  scene_add_line(scene, x, low, x, high, role, width, DASH_NONE);
  if (box.width < 5)
    return;
  scene_add_line(scene, x - half, low, x + half, low, role, width, DASH_NONE);
  scene_add_line(scene, x - half, high, x + half, high, role, width, DASH_NONE);
}

/* The simulated years, 9 times in 10: a whisker a week; a last week of a day or two has no room for
 * one. */
static void add_whiskers(Chart *chart, const BookingsGrid *grid) {
  for (int halo = 1; halo >= 0; halo--)
    for (int i = 0; i <= last_whole_week(&chart->bookings); i++)
      add_whisker(chart, grid, i, halo);
}

static void add_capacity(Chart *chart, const BookingsGrid *grid) {
  scene_begin_path(&chart->scene);
  for (int i = 0; i <= last_whole_week(&chart->bookings); i++) {
    const ResultWeek *week = &chart->bookings.week[i];
    double left = chart->plot.x + week->begin_day_index * grid->day_width;
    double y = frame_value_y(&grid->scale, chart->plot, week->shift_minutes);
    scene_add_point(&chart->scene, left, y);
    scene_add_point(&chart->scene, left + week->days * grid->day_width, y);
  }
  scene_end_line(&chart->scene, ROLE_CAPACITY, 1.6, DASH_DASHED);
}

/* Small bars, and their counts wherever they do not touch: the largest first. */
static void add_refused(Chart *chart, const BookingsGrid *grid) {
  const BookingsData *data = &chart->bookings;
  Scene *scene = &chart->scene;
  int32_t most = data->week[most_refused_week(data)].refused;
  double line = text_height(&chart->typesetter, TEXT_TICK);
  double tallest = grid->strip_bottom - grid->strip_top - line;
  double tops[WEEKS_MAX];
  scene_add_line(scene, chart->plot.x, grid->strip_bottom + 0.5, box_right(chart->plot),
                 grid->strip_bottom + 0.5, ROLE_GRID, 1, DASH_NONE);
  for (int i = 0; i < data->week_count; i++) {
    Box box = week_box(chart, grid, &data->week[i]);
    double height = fmax(1.5, round(tallest * data->week[i].refused / most));
    tops[i] = grid->strip_bottom - height;
    if (data->week[i].refused > 0)
      scene_add_box(scene, (Box){box.x, tops[i], box.width, height}, ROLE_REFUSED);
  }
  bool tried[WEEKS_MAX] = {false};
  for (int n = 0; n < data->week_count; n++) {
    int next = -1;
    for (int i = 0; i < data->week_count; i++)
      if (!tried[i] && (next < 0 || data->week[i].refused > data->week[next].refused))
        next = i;
    tried[next] = true;
    if (data->week[next].refused == 0)
      break;
    char text[NUMBER_TEXT_SIZE];
    Box box = week_box(chart, grid, &data->week[next]);
    count_format(chart_language(chart), data->week[next].refused, text, sizeof text);
    TextPlace place = {TEXT_TICK, ROLE_REFUSED, 0.5, 1, 0};
    Box room = scene_measure_text(scene, text, box.x + box.width / 2, tops[next], place);
    bool hidden = false; /* behind a taller neighbour */
    for (int i = MAX(0, next - 8); i < MIN(data->week_count, next + 9) && !hidden; i++) {
      Box bar = week_box(chart, grid, &data->week[i]);
      bar.y = tops[i];
      bar.height = grid->strip_bottom - tops[i];
      hidden = i != next && data->week[i].refused > 0 && box_overlaps(room, bar, 0);
    }
    if (!hidden)
      scene_try_text(scene, text, box.x + box.width / 2, tops[next], place, 4 * chart->scale);
  }
}

static int list_keys(const Chart *chart, const BookingsGrid *grid, Key *keys) {
  Language language = chart_language(chart);
  const BookingsData *data = &chart->bookings;
  const ResultWeek *last = &data->week[last_whole_week(data)];
  int count = 0;
  if (any_refused(data))
    keys[count++] = (Key){say(language, "refused"), ROLE_REFUSED, SAMPLE_BOX,
                          (grid->strip_top + grid->strip_bottom) / 2};
  if (!data->by_visits)
    keys[count++] = (Key){say(language, "hours on shift"), ROLE_CAPACITY, SAMPLE_DASHED,
                          frame_value_y(&grid->scale, chart->plot, last->shift_minutes)};
  if (data->has_band)
    keys[count++] =
        (Key){say(language, "simulated years, 9 times in 10"), ROLE_CAPACITY, SAMPLE_WHISKER,
              frame_value_y(&grid->scale, chart->plot, data->high_minutes[last_whole_week(data)])};
  double middle[VISIT_KIND_COUNT];
  int64_t below = 0;
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    double half = (double)below + (double)kind_load(data, last, kind) / 2;
    middle[kind] = frame_value_y(&grid->scale, chart->plot, half);
    below += kind_load(data, last, kind);
  }
  for (int kind = VISIT_KIND_COUNT - 1; kind >= 0; kind--)
    keys[count++] = (Key){visit_kind_label(language, (VisitKind)kind), kind_role[kind], SAMPLE_BOX,
                          middle[kind]};
  return count;
}

static Scale bookings_scale(const Chart *chart, double plot_height) {
  const BookingsData *data = &chart->bookings;
  int64_t high = data->by_visits ? 1 : 60;
  for (int i = 0; i < data->week_count; i++)
    high = MAX(MAX(high, data->has_band ? data->high_minutes[i] : 0),
               MAX(week_load(data, &data->week[i]), data->week[i].shift_minutes));
  return scale_covering(data->by_visits ? SCALE_COUNT : SCALE_HOURS, 0, high,
                        frame_ticks_max(&chart->scene, plot_height));
}

/* Heights of what stands over and under the plot, and whether names stand beside it. */
typedef struct {
  bool beside;
  double beside_width, strip, rows, top, height;
} BookingsMargins;

static BookingsMargins measure_margins(const Chart *chart, double y) {
  const Scene *scene = &chart->scene;
  Key keys[LABELS_MAX];
  BookingsGrid grid = {.scale = bookings_scale(chart, scene->height), .day_width = 1};
  int key_count = list_keys(chart, &grid, keys);
  double scale = chart->scale, line = text_height(scene->typesetter, TEXT_TICK);
  BookingsMargins margins = {.beside_width = keys_width(scene, keys, key_count) + 12 * scale};
  margins.beside = margins.beside_width < 0.22 * scene->width;
  margins.strip = any_refused(&chart->bookings) ? line + 18 * scale : 0;
  if (!margins.beside)
    margins.rows = keys_rows_height(scene, keys, key_count, scene->width) + 8 * scale;
  margins.top = y + margins.strip + (margins.strip > 0 ? 10 * scale : line / 2);
  margins.height = scene->height - margins.top - frame_months_height(scene) - margins.rows;
  return margins;
}

static void add_plot(Chart *chart, const BookingsGrid *grid) {
  Scene *scene = &chart->scene;
  Box plot = chart->plot;
  double zero = round(box_bottom(plot)) + 0.5;
  MonthAxis months = {chart_language(chart), chart->span.sale_date, chart->span.days, plot.x,
                      grid->day_width};
  frame_add_value_axis(scene, &grid->scale, chart_language(chart), plot);
  for (int i = 0; i < chart->bookings.week_count; i++)
    add_week(chart, grid, i);
  scene_add_line(scene, plot.x, zero, box_right(plot), zero, ROLE_AXIS, 1, DASH_NONE);
  if (chart->bookings.has_band)
    add_whiskers(chart, grid);
  if (!chart->bookings.by_visits)
    add_capacity(chart, grid);
  if (any_refused(&chart->bookings))
    add_refused(chart, grid);
  frame_add_months(scene, &months, box_bottom(plot));
}

static bool lay_out_bookings(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  double scale = chart->scale, line = text_height(scene->typesetter, TEXT_TICK);
  BookingsMargins margins = measure_margins(chart, y);
  bool fits = margins.height >= 5 * line;
  double height = fmax(margins.height, 20);
  BookingsGrid grid = {
      .scale = bookings_scale(chart, height), .strip_top = y, .strip_bottom = y + margins.strip};
  double left = frame_axis_width(scene, &grid.scale, chart_language(chart));
  double right = margins.beside ? margins.beside_width : 2 * scale;
  chart->plot = (Box){left, margins.top, fmax(scene->width - left - right, 1), height};
  grid.day_width = chart->plot.width / chart->span.days;
  add_plot(chart, &grid);
  Key keys[LABELS_MAX];
  int key_count = list_keys(chart, &grid, keys);
  if (margins.beside)
    return keys_add_beside(scene, keys, key_count, box_right(chart->plot) + 12 * scale, y,
                           box_bottom(chart->plot) + line) &&
           fits;
  keys_add_rows(scene, keys, key_count, 0, scene->height - margins.rows + 8 * scale, scene->width);
  return fits;
}

static char *load_text(const Chart *chart, int64_t load) {
  return chart->bookings.by_visits ? say_number(chart_language(chart), load)
                                   : say_hours(chart_language(chart), load);
}

static char *describe_bookings(const Chart *chart) {
  const BookingsData *data = &chart->bookings;
  Language language = chart_language(chart);
  int busiest = 0;
  for (int i = 1; i < data->week_count; i++)
    if (week_load(data, &data->week[i]) > week_load(data, &data->week[busiest]))
      busiest = i;
  const ResultWeek *week = &data->week[busiest];
  g_autofree char *date = say_date(language, chart->span.sale_date + week->begin_day_index);
  g_autofree char *load = load_text(chart, week_load(data, week));
  g_autofree char *shift = say_hours(language, week->shift_minutes);
  if (data->by_visits)
    return g_strdup_printf(say(language, "Busiest week: that of %s, %s visits."), date, load);
  return g_strdup_printf(say(language, "Busiest week: that of %s, %s of %s on shift."), date, load,
                         shift);
}

/* In two significant digits. */
static char *band_text(Language language, int64_t low_minutes, int64_t high_minutes) {
  g_autofree char *low = say_hours(language, about_count((low_minutes + 30) / 60) * 60);
  g_autofree char *high = say_hours(language, about_count((high_minutes + 30) / 60) * 60);
  return g_strdup_printf(say(language, "%1$s to %2$s"), low, high);
}

static void fill_bookings_tip(const Chart *chart, int position, Tip *tip) {
  Language language = chart_language(chart);
  const BookingsData *data = &chart->bookings;
  const ResultWeek *week = &data->week[position];
  g_autofree char *date = say_date(language, chart->span.sale_date + week->begin_day_index);
  tip->title = g_strdup_printf(say(language, "Week of %s"), date);
  for (int kind = VISIT_KIND_COUNT - 1; kind >= 0; kind--)
    tip_add(tip, SAMPLE_BOX, kind_role[kind], visit_kind_label(language, (VisitKind)kind),
            load_text(chart, kind_load(data, week, kind)));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "in all"),
          load_text(chart, week_load(data, week)));
  if (data->has_band)
    tip_add(tip, SAMPLE_WHISKER, ROLE_CAPACITY, say(language, "simulated years, 9 times in 10"),
            band_text(language, data->low_minutes[position], data->high_minutes[position]));
  if (!data->by_visits)
    tip_add(tip, SAMPLE_DASHED, ROLE_CAPACITY, say(language, "hours on shift"),
            say_hours(language, week->shift_minutes));
  tip_add(tip, SAMPLE_BOX, ROLE_REFUSED, say(language, "refused"),
          say_number(language, week->refused));
  if (data->has_band)
    tip_add(tip, SAMPLE_NONE, ROLE_REFUSED, say(language, "refused, simulated years on average"),
            say_milli_about(language, data->refused_milli[position]));
}

static void add_bookings_hover(const Chart *chart, int position, Scene *scene) {
  const Position *week = chart_position(chart, position);
  Box hit = week->hit;
  scene_add_outline(
      scene,
      (Box){round(hit.x) - 0.5, round(hit.y) + 0.5, fmax(3, round(hit.width)), round(hit.height)},
      ROLE_INK, 1);
}

static int move_in_bookings(const Chart *chart, int position, int dx, int dy) {
  return CLAMP(position + dx, 0, chart->bookings.week_count - 1);
}

static double bookings_height(double width, double text_scale) {
  double keys = width / text_scale < 640 ? 80 : 0;
  return fmax(300 * text_scale, fmin(0.34 * width, 470 * text_scale)) + keys * text_scale;
}

static char *find_bookings(Language language, const Study *study) {
  char *found = finding_bookings(language, study->plan, study->results);
  return study->risk && study->results->has_calendar ? finding_with_refused(language, study, found)
                                                     : found;
}

static Table *table_of_bookings(Language language, const Study *study) {
  return table_weeks(language, study->plan, study->results);
}

const ChartKindTable bookings_chart = {
    .name = "bookings",
    .find = find_bookings,
    .table = table_of_bookings,
    .explain = explain_bookings,
    .subtitle =
        N_("Therapist-hours booked each week against hours on shift; refused requests above"),
    .needs_calendar = true,
    .copy = copy_bookings,
    .lay_out = lay_out_bookings,
    .describe_extreme = describe_bookings,
    .fill_tip = fill_bookings_tip,
    .add_hover = add_bookings_hover,
    .move = move_in_bookings,
    .natural_height = bookings_height,
};
