/* Room: chart. How many deal visits a day of each weekday: a pair of columns, before the contract
 * and once sold, in the outline of what an empty day holds; the regulars wanted are a mark. */
#include "ui/chart/layout.h"

#include <math.h>

#include "model/base/money.h"
#include "ui/table/table-decide.h"

enum { BEFORE, AFTER, QUOTA_BARS };
static const Role bar_role[QUOTA_BARS] = {ROLE_BEFORE, ROLE_AFTER};

typedef struct {
  Quota quota;
  Scale visits;
} QuotaData;

static QuotaData *data_of(const Chart *chart) {
  return chart->own;
}

static const QuotaDay *day_of(const Chart *chart, int weekday) {
  return &data_of(chart)->quota.day[weekday];
}

static void copy_quota(Chart *chart, const Study *study) {
  QuotaData *data = chart->own = g_new0(QuotaData, 1);
  data->quota = study->decisions->quota;
}

static int32_t bar_visits(const QuotaDay *day, int bar) {
  return bar == BEFORE ? day->before : day->after;
}

static double visits_y(const Chart *chart, double visits) {
  return frame_value_y(&data_of(chart)->visits, chart->plot, visits);
}

static Scale visits_scale(const Chart *chart, double height) {
  int64_t most = 1;
  for (int i = 0; i < 7; i++)
    most = MAX(most, MAX(day_of(chart, i)->slots,
                         money_scale_half_up(day_of(chart, i)->wanted_milli, 1, 1000)));
  return scale_covering(SCALE_COUNT, 0, most, frame_ticks_max(&chart->scene, height));
}

/* The number of a column, over it; left out where it would touch another. */
static void add_count(Chart *chart, int32_t visits, double middle) {
  g_autofree char *text = say_number(chart_language(chart), visits);
  TextPlace place = {TEXT_STRONG, ROLE_INK, 0.5, 1, 0};
  double y = visits_y(chart, visits) - 2 * chart->scale;
  Box box = scene_measure_text(&chart->scene, text, middle, y, place);
  if (!scene_is_free(&chart->scene, box, 1))
    return;
  scene_add_halo(&chart->scene, box);
  scene_add_text(&chart->scene, text, middle, y, place);
}

static void add_bars(Chart *chart, const QuotaDay *day, double left, double slot) {
  Scene *scene = &chart->scene;
  double air = slot * 0.14, width = (slot - 2 * air) / QUOTA_BARS, zero = visits_y(chart, 0);
  double top = visits_y(chart, day->slots);
  scene_add_outline(scene,
                    (Box){round(left + air) + 0.5, round(top) + 0.5, round(slot - 2 * air) - 1,
                          zero - round(top)},
                    ROLE_AXIS, 1);
  for (int bar = 0; bar < QUOTA_BARS; bar++) {
    int32_t visits = bar_visits(day, bar);
    double x = left + air + bar * width, y = visits_y(chart, visits);
    if (visits > 0)
      scene_add_box(scene, (Box){round(x) + 1, y, round(width) - 2, zero - y}, bar_role[bar]);
  }
  double wanted = visits_y(chart, day->wanted_milli / 1000.0);
  scene_add_line(scene, left + air / 2, wanted, left + slot - air / 2, wanted, ROLE_REGULAR, 2.4,
                 DASH_NONE);
  for (int bar = 0; bar < QUOTA_BARS; bar++)
    add_count(chart, bar_visits(day, bar), left + air + (bar + 0.5) * width);
}

static void add_weekday(Chart *chart, int weekday, double slot) {
  Scene *scene = &chart->scene;
  const QuotaDay *day = day_of(chart, weekday);
  double left = chart->plot.x + weekday * slot, bottom = box_bottom(chart->plot);
  const char *name = weekday_name_short(chart_language(chart), weekday);
  TextPlace place = {TEXT_LABEL, ROLE_INK, 0.5, 0, 0};
  scene_add_text(scene, name, left + slot / 2, bottom + 4 * chart->scale, place);
  if (day->is_open) {
    add_bars(chart, day, left, slot);
  } else {
    place = (TextPlace){TEXT_TICK, ROLE_MUTED, 0.5, 1, 0};
    scene_try_text(scene, say(chart_language(chart), "closed"), left + slot / 2,
                   bottom - 4 * chart->scale, place, 2);
  }
  chart_add_position(chart,
                     (Position){.hit = {left, chart->plot.y, slot, scene->height - chart->plot.y},
                                .mark = {left, chart->plot.y, slot, chart->plot.height},
                                .tip_x = left + slot,
                                .tip_y = chart->plot.y + 0.3 * chart->plot.height});
}

#define KEY_COUNT 4
static void list_keys(const Chart *chart, Key keys[KEY_COUNT]) {
  Language language = chart_language(chart);
  keys[0] = (Key){say(language, "before the contract"), bar_role[BEFORE], SAMPLE_BOX, 0};
  keys[1] = (Key){say(language, "once sold"), bar_role[AFTER], SAMPLE_BOX, 0};
  keys[2] = (Key){say(language, "an empty day holds"), ROLE_AXIS, SAMPLE_OUTLINE, 0};
  keys[3] = (Key){say(language, "regular visits wanted, on average"), ROLE_REGULAR, SAMPLE_LINE, 0};
}

static bool lay_out_quota(Chart *chart, double y) {
  QuotaData *data = data_of(chart);
  Scene *scene = &chart->scene;
  Key keys[KEY_COUNT];
  double scale = chart->scale, tick = text_height(scene->typesetter, TEXT_TICK);
  double line = text_height(scene->typesetter, TEXT_LABEL);
  list_keys(chart, keys);
  double legend = keys_rows_height(scene, keys, KEY_COUNT, scene->width) + 8 * scale;
  double below = line + 4 * scale + legend, above = line + 2 * scale;
  double height = scene->height - y - above - below;
  bool fits = height >= 5 * tick;
  data->visits = visits_scale(chart, fmax(height, 20));
  double left = frame_axis_width(scene, &data->visits, chart_language(chart));
  chart->plot = (Box){left, y + above, fmax(scene->width - left, 1), fmax(height, 10)};
  frame_add_value_axis(scene, &data->visits, chart_language(chart), chart->plot);
  for (int i = 0; i < 7; i++) {
    const char *name = weekday_name_short(chart_language(chart), i);
    fits &= text_width(scene->typesetter, TEXT_LABEL, name) + 2 * scale < chart->plot.width / 7;
    add_weekday(chart, i, chart->plot.width / 7);
  }
  double zero = round(box_bottom(chart->plot)) + 0.5;
  scene_add_line(scene, left, zero, box_right(chart->plot), zero, ROLE_AXIS, 1, DASH_NONE);
  keys_add_rows(scene, keys, KEY_COUNT, 0, scene->height - legend + 8 * scale, scene->width);
  return fits;
}

static char *describe_quota(const Chart *chart) {
  Language language = chart_language(chart);
  GString *text = g_string_new(NULL);
  for (int i = 0; i < 7; i++) {
    const QuotaDay *day = day_of(chart, i);
    if (!day->is_open)
      continue;
    g_autofree char *before = say_number(language, day->before);
    g_autofree char *after = say_number(language, day->after);
    g_string_append_printf(text, text->len > 0 ? " " : "");
    g_string_append_printf(text, say(language, "%1$s: %2$s before the contract, %3$s once sold."),
                           weekday_name(language, i), before, after);
  }
  return g_string_free(text, FALSE);
}

static void fill_quota_tip(const Chart *chart, int position, Tip *tip) {
  const QuotaDay *day = day_of(chart, position);
  Language language = chart_language(chart);
  Key keys[KEY_COUNT];
  list_keys(chart, keys);
  tip->title = g_strdup(weekday_name(language, position));
  if (!day->is_open) {
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "closed"), g_strdup(""));
    return;
  }
  const int64_t milli[KEY_COUNT] = {(int64_t)day->before * 1000, (int64_t)day->after * 1000,
                                    (int64_t)day->slots * 1000,
                                    money_scale_half_up(day->wanted_milli, 1, 100) * 100};
  for (int i = 0; i < KEY_COUNT; i++)
    tip_add(tip, keys[i].sample, keys[i].role, keys[i].text, say_milli(language, milli[i]));
  if (!data_of(chart)->quota.is_simulated)
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "days on which a regular finds no place"),
            say_percent_about(language, day->short_per_100k));
}

static void add_quota_hover(const Chart *chart, int position, Scene *scene) {
  Box mark = chart_position(chart, position)->mark;
  scene_add_outline(
      scene,
      (Box){round(mark.x) + 0.5, round(mark.y) + 0.5, round(mark.width) - 1, round(mark.height)},
      ROLE_INK, 1);
}

static int move_in_quota(const Chart *chart, int position, int dx, int dy) {
  return CLAMP(position + dx, 0, 6);
}

static double quota_height(double width, double text_scale) {
  double keys = width / text_scale < 560 ? 60 : 20;
  return fmax(240 * text_scale, fmin(0.28 * width, 360 * text_scale)) + keys * text_scale;
}

const ChartKindTable quota_chart = {
    .name = "quota",
    .is_decided = true,
    .topic = DECIDE_TOPIC_QUOTA,
    .table = table_quota,
    .subtitle = N_("Deal visits a day that leave the places your regulars are likely to ask for"),
    .copy = copy_quota,
    .lay_out = lay_out_quota,
    .describe_extreme = describe_quota,
    .fill_tip = fill_quota_tip,
    .add_hover = add_quota_hover,
    .move = move_in_quota,
    .natural_height = quota_height,
};
