/* Room: chart. How long voucher holders wait for a place: vouchers by days waited, those who never
 * get one apart. Three lines say how far half and 19 in 20 got, and the owner's limit; what lies
 * past the limit is drawn otherwise. */
#include "ui/chart/flags.h"
#include "ui/chart/layout.h"

#include "ui/table/table-load.h"
#include "ui/words/load-words.h"

#include <math.h>

typedef struct {
  Waits waits;
  char simulated[512]; /* what the simulated years say; may be empty */
} WaitsData;

static const Waits *waits_of(const Chart *chart) {
  return &((const WaitsData *)chart->own)->waits;
}

static void copy_waits(Chart *chart, const Study *study) {
  WaitsData *data = g_new0(WaitsData, 1);
  g_autofree char *simulated = load_simulated_waits(chart_language(chart), study);
  waits_fill(study->plan, &study->results->with, &data->waits);
  g_strlcpy(data->simulated, simulated ? simulated : "", sizeof data->simulated);
  if (!load_is_too_kind(study, KIND_ON_WAITS))
    chart_set_subtitle(chart, N_("Vouchers by days waited after the day first wanted, in the plan "
                                 "year"));
  chart->own = data;
}

/* Positions: the bins, then "never". */
static int bar_count(const Waits *waits) {
  return waits->bin_count + 1;
}

static int32_t bar_vouchers(const Waits *waits, int bar) {
  return bar < waits->bin_count ? waits->bin[bar].vouchers : waits->never;
}

static Role bar_role(const Waits *waits, int bar) {
  bool within = bar < waits->bin_count && waits->bin[bar].begin <= waits->limit_days;
  return within ? ROLE_DEAL : ROLE_LESS;
}

typedef struct {
  Scale scale;
  double slot, gap; /* of a bar with its air; between the bins and "never" */
} WaitsGrid;

static double bar_left(const Chart *chart, const WaitsGrid *grid, int bar) {
  double gap = bar == waits_of(chart)->bin_count ? grid->gap : 0;
  return chart->plot.x + bar * grid->slot + gap;
}

/* Where a day ends. */
static double day_end_x(const Chart *chart, const WaitsGrid *grid, int day) {
  const Waits *waits = waits_of(chart);
  int bar = 0;
  while (bar + 1 < waits->bin_count && waits->bin[bar].end <= day)
    bar++;
  const WaitBin *bin = &waits->bin[bar];
  double share = (double)(MIN(day + 1, bin->end) - bin->begin) / (bin->end - bin->begin);
  return bar_left(chart, grid, bar) + share * grid->slot;
}

/* "3–4" on the axis. */
static char *short_bin_text(Language language, const WaitBin *bin) {
  g_autofree char *first = say_number(language, bin->begin);
  g_autofree char *last = say_number(language, bin->end - 1);
  return bin->end - bin->begin == 1 ? g_steal_pointer(&first)
                                    : g_strdup_printf("%s–%s", first, last);
}

static double bar_top(const Chart *chart, const WaitsGrid *grid, int bar) {
  double y = frame_value_y(&grid->scale, chart->plot, bar_vouchers(waits_of(chart), bar));
  return fmin(y, box_bottom(chart->plot) - 2);
}

/* The count of a bar, over it; where it would take. */
static Box add_count(Chart *chart, const WaitsGrid *grid, int bar, bool only_measure) {
  Scene *scene = &chart->scene;
  g_autofree char *count = say_number(chart_language(chart), bar_vouchers(waits_of(chart), bar));
  double middle = bar_left(chart, grid, bar) + grid->slot / 2;
  double y = bar_top(chart, grid, bar) - 2 * chart->scale;
  TextPlace place = {TEXT_STRONG, ROLE_INK, 0.5, 1, 0};
  Box box = scene_measure_text(scene, count, middle, y, place);
  if (only_measure || !scene_is_free(scene, box, 2))
    return box;
  scene_add_halo(scene, box); /* of the grid */
  return scene_add_text(scene, count, middle, y, place);
}

static void add_bar(Chart *chart, const WaitsGrid *grid, int bar) {
  Scene *scene = &chart->scene;
  const Waits *waits = waits_of(chart);
  Language language = chart_language(chart);
  double left = bar_left(chart, grid, bar), air = fmax(1, grid->slot * 0.09);
  double bottom = box_bottom(chart->plot), middle = left + grid->slot / 2;
  double top = bar_top(chart, grid, bar);
  g_autofree char *label = bar < waits->bin_count ? short_bin_text(language, &waits->bin[bar])
                                                  : g_strdup(say(language, "never"));
  if (bar_vouchers(waits, bar) > 0) {
    scene_add_box(scene, (Box){round(left + air), top, round(grid->slot - 2 * air), bottom - top},
                  bar_role(waits, bar));
    add_count(chart, grid, bar, false);
  }
  double half = text_width(scene->typesetter, TEXT_TICK, label) / 2;
  scene_try_text(scene, label, fmax(half, fmin(scene->width - half, middle)),
                 bottom + 4 * chart->scale, (TextPlace){TEXT_TICK, ROLE_MUTED, 0.5, 0, 0},
                 4 * chart->scale);
  chart_add_position(
      chart, (Position){.hit = {left, chart->plot.y, grid->slot, scene->height - chart->plot.y},
                        .mark = {left, chart->plot.y, grid->slot, bottom - chart->plot.y},
                        .tip_x = left + grid->slot,
                        .tip_y = chart->plot.y + chart->plot.height * 0.3});
}

static char *days_text(const Chart *chart, int days) {
  return load_wait_text(chart_language(chart), &(WaitBin){days, days + 1, 0});
}

#define WAIT_LINES 3

/* Where half and 19 in 20 got, and the owner's limit. */
static void list_lines(const Chart *chart, const WaitsGrid *grid, Flag line[WAIT_LINES]) {
  const Waits *waits = waits_of(chart);
  Language language = chart_language(chart);
  g_autofree char *half = days_text(chart, waits->p50);
  g_autofree char *most = days_text(chart, waits->p95);
  g_autofree char *limit = days_text(chart, waits->limit_days);
  line[0] = (Flag){.text = g_strdup_printf(say(language, "half: %s"), half),
                   .x = day_end_x(chart, grid, waits->p50),
                   .role = ROLE_INK,
                   .dash = DASH_DOTTED};
  line[1] = (Flag){.text = g_strdup_printf(say(language, "19 in 20: %s"), most),
                   .x = day_end_x(chart, grid, waits->p95),
                   .role = ROLE_INK,
                   .dash = DASH_DOTTED};
  line[2] = (Flag){.text = g_strdup_printf(say(language, "your limit: %s"), limit),
                   .x = day_end_x(chart, grid, waits->limit_days),
                   .role = ROLE_FLOOR,
                   .dash = DASH_DASHED};
  for (int i = 0; i < WAIT_LINES; i++)
    line[i].line_width = 1.4;
}

static void add_lines(Chart *chart, const WaitsGrid *grid, const Flag line[WAIT_LINES],
                      double top) {
  Box counts[WAIT_BINS_MAX + 1];
  int count = 0;
  for (int bar = 0; bar < bar_count(waits_of(chart)); bar++)
    if (bar_vouchers(waits_of(chart), bar) > 0)
      counts[count++] = add_count(chart, grid, bar, true);
  flags_add(&chart->scene, line, WAIT_LINES, top, box_bottom(chart->plot), counts, count);
}

static Scale waits_scale(const Chart *chart, double height) {
  const Waits *waits = waits_of(chart);
  int64_t high = 1;
  for (int bar = 0; bar < bar_count(waits); bar++)
    high = MAX(high, bar_vouchers(waits, bar));
  return scale_covering(SCALE_COUNT, 0, high, frame_ticks_max(&chart->scene, height));
}

static bool lay_out_waits(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  const Waits *waits = waits_of(chart);
  double scale = chart->scale, line_height = text_height(scene->typesetter, TEXT_LABEL);
  double tick = text_height(scene->typesetter, TEXT_TICK), below = tick + 5 * scale;
  WaitsGrid grid = {.scale = waits_scale(chart, scene->height - y - below), .gap = 10 * scale};
  double left = frame_axis_width(scene, &grid.scale, chart_language(chart));
  double width = fmax(scene->width - left - 1, 1);
  Flag lines[WAIT_LINES];
  grid.slot = fmax((width - grid.gap) / bar_count(waits), 0.5);
  chart->plot = (Box){left, y, width, 1};
  list_lines(chart, &grid, lines);
  double strip = flags_arrange(scene, lines, WAIT_LINES) + line_height;
  double height = scene->height - y - strip - below;
  bool fits = height >= 5 * tick;
  chart->plot = (Box){left, y + strip, width, fmax(height, 10)};
  grid.scale = waits_scale(chart, chart->plot.height);
  frame_add_value_axis(scene, &grid.scale, chart_language(chart), chart->plot);
  if (waits->placed > 0)
    add_lines(chart, &grid, lines, y);
  for (int bar = 0; bar < bar_count(waits); bar++)
    add_bar(chart, &grid, bar);
  double zero = round(box_bottom(chart->plot)) + 0.5;
  scene_add_line(scene, left, zero, left + width, zero, ROLE_AXIS, 1, DASH_NONE);
  flags_clear(lines, WAIT_LINES);
  return fits;
}

static char *describe_waits(const Chart *chart) {
  const WaitsData *data = chart->own;
  const Waits *waits = &data->waits;
  Language language = chart_language(chart);
  g_autofree char *limit = days_text(chart, waits->limit_days);
  g_autofree char *share = load_fine_share_text(language, waits->within, waits->asked);
  g_autofree char *within = g_strdup_printf(
      say(language, "Within your limit of %1$s: %2$s of the vouchers."), limit, share);
  g_autofree char *missed = load_missed_text(language, waits);
  return g_strconcat(within, missed ? " " : "", missed ? missed : "", *data->simulated ? " " : "",
                     data->simulated, NULL);
}

static void fill_waits_tip(const Chart *chart, int position, Tip *tip) {
  Language language = chart_language(chart);
  const Waits *waits = waits_of(chart);
  int64_t so_far = 0;
  for (int bar = 0; bar <= position; bar++)
    so_far += bar_vouchers(waits, bar);
  bool never = position == waits->bin_count;
  tip->title = never ? g_strdup(say(language, "never: no place in time"))
                     : load_wait_text(language, &waits->bin[position]);
  tip_add(tip, SAMPLE_BOX, bar_role(waits, position), say(language, "vouchers"),
          say_number(language, bar_vouchers(waits, position)));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "share"),
          load_fine_share_text(language, bar_vouchers(waits, position), waits->asked));
  if (!never)
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "so far"),
            load_fine_share_text(language, so_far, waits->asked));
}

static void add_waits_hover(const Chart *chart, int position, Scene *scene) {
  Box mark = chart_position(chart, position)->mark;
  scene_add_outline(
      scene,
      (Box){round(mark.x) + 0.5, round(mark.y) + 0.5, round(mark.width) - 1, round(mark.height)},
      ROLE_INK, 1);
}

static int move_in_waits(const Chart *chart, int position, int dx, int dy) {
  return CLAMP(position + dx, 0, bar_count(waits_of(chart)) - 1);
}

static double waits_height(double width, double text_scale) {
  return fmax(230 * text_scale, fmin(0.28 * width, 360 * text_scale));
}

const ChartKindTable waits_chart = {
    .name = "waits",
    .find = load_find_waits,
    .table = table_load_waits,
    .explain = load_explain_waits,
    .subtitle = N_("Vouchers by days waited after the day first wanted; the plan year is too kind"),
    .needs_calendar = true,
    .copy = copy_waits,
    .lay_out = lay_out_waits,
    .describe_extreme = describe_waits,
    .fill_tip = fill_waits_tip,
    .add_hover = add_waits_hover,
    .move = move_in_waits,
    .natural_height = waits_height,
};
