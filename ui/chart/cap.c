/* Room: chart. How many years break each condition, by vouchers sold: a line a condition, what the
 * owner allows, and the recommended cap with its error. A number is left as soon as its answer is
 * sure, so far from the limit a share is rough. */
#include "ui/chart/flags.h"
#include "ui/chart/layout.h"

#include <math.h>

#include "model/base/money.h"
#include "ui/table/table-decide.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/phrase.h"

typedef struct {
  Role role;
  Dash dash;
  Sample sample;
  MarkKind marker; /* MARK_LINE: none */
} LineStyle;

/* CONDITION_COST… is judged by the means of many years: it has no line. */
static const LineStyle styles[CONDITION_COUNT] = {
    [CONDITION_RESULT] = {ROLE_MEDIAN, DASH_NONE, SAMPLE_LINE, MARK_LINE},
    [CONDITION_WAIT] = {ROLE_REGULAR, DASH_DASHED, SAMPLE_DASHED, MARK_LINE},
    [CONDITION_REFUSED] = {ROLE_REFUSED, DASH_NONE, SAMPLE_LINE, MARK_DOT},
    [CONDITION_WEEKLY_SHARE] = {ROLE_NOT_YET, DASH_DOTTED, SAMPLE_DOTTED, MARK_LINE},
    [CONDITION_CASH_FLOOR] = {ROLE_RETURNING, DASH_DASHED, SAMPLE_DASHED, MARK_TRIANGLE},
};

typedef struct {
  Cap cap;
  int shown; /* tests, from the first */
  int32_t sold;
  int32_t allowed_per_100k, loss_allowed_per_100k;
  Scale share, vouchers;
} CapData;

static CapData *cap_of(const Chart *chart) {
  return chart->own;
}

static const char *cap_lacks(const Study *study) {
  return study->decisions->cap.test_count > 0 ? NULL
                                              : N_("There is nothing to compare in this plan.");
}

/* As far as the cap and the plan are seen with what comes after them. */
static int count_shown(const CapData *data) {
  int64_t far = MAX((int64_t)data->cap.vouchers * 2, (int64_t)data->sold * 13 / 10);
  int shown = 1;
  while (shown < data->cap.test_count && data->cap.test[shown - 1].vouchers < far)
    shown++;
  return shown;
}

static void copy_cap(Chart *chart, const Study *study) {
  CapData *data = chart->own = g_new0(CapData, 1);
  const PlanConditions *conditions = &study->plan->conditions;
  data->cap = study->decisions->cap;
  data->sold = plan_vouchers_sold(study->plan);
  data->allowed_per_100k = 100000 - conditions->confidence_per_100k;
  data->loss_allowed_per_100k = conditions->loss_probability_max_per_100k;
  data->shown = count_shown(data);
  g_autofree char *years =
      decide_years_text(chart_language(chart), data->cap.years, study->decisions->seed);
  chart_add_to_subtitle(chart, years);
}

static bool has_line(const CapData *data, int condition) {
  return condition != CONDITION_COST_PER_CLIENT_KEPT && data->cap.alone[condition].applies;
}

static int32_t allowed_of(const CapData *data, int condition) {
  return condition == CONDITION_RESULT ? data->loss_allowed_per_100k : data->allowed_per_100k;
}

static int64_t share_of(const CapTest *test, int condition) {
  return money_scale_half_up(test->broken_count[condition], 100000, MAX(test->years, 1));
}

static double vouchers_x(const Chart *chart, int32_t vouchers) {
  return frame_value_x(&cap_of(chart)->vouchers, chart->plot, vouchers);
}

static double share_y(const Chart *chart, int64_t share) {
  return frame_value_y(&cap_of(chart)->share, chart->plot, (double)share);
}

static void set_scales(Chart *chart, double width, double height) {
  CapData *data = cap_of(chart);
  int64_t share = 0;
  for (int condition = 0; condition < CONDITION_COUNT; condition++) {
    if (!has_line(data, condition))
      continue;
    share = MAX(share, 2 * allowed_of(data, condition));
    for (int i = 0; i < data->shown; i++)
      share = MAX(share, share_of(&data->cap.test[i], condition));
  }
  data->share =
      scale_covering(SCALE_PERCENT, 0, MIN(share, 100000), frame_ticks_max(&chart->scene, height));
  int64_t most = MAX(data->cap.test[data->shown - 1].vouchers, data->cap.vouchers);
  data->vouchers = scale_covering(SCALE_COUNT, 0, MAX(most, data->sold),
                                  frame_ticks_across(&chart->scene, width));
}

#define FLAG_COUNT 3
static int list_flags(const Chart *chart, Flag flag[FLAG_COUNT]) {
  const CapData *data = cap_of(chart);
  Language language = chart_language(chart);
  g_autofree char *sold = say_number(language, data->sold);
  g_autofree char *least = say_number(language, data->cap.at_least);
  int count = 0;
  flag[count++] = (Flag){.text = g_strdup_printf(say(language, "your plan: %s"), sold),
                         .x = vouchers_x(chart, data->sold),
                         .role = ROLE_FLOOR,
                         .dash = DASH_DASHED,
                         .line_width = 1.4};
  if (data->cap.found)
    flag[count++] = (Flag){.text = cap_limit_text(language, &data->cap),
                           .x = vouchers_x(chart, data->cap.vouchers),
                           .role = ROLE_INK,
                           .dash = DASH_NONE,
                           .line_width = 2};
  if (data->cap.found && data->cap.at_least > 0)
    flag[count++] =
        (Flag){.text = g_strdup_printf(say(language, "for your goal at least %s"), least),
               .x = vouchers_x(chart, data->cap.at_least),
               .role = ROLE_INK,
               .dash = DASH_DOTTED,
               .line_width = 1.4};
  return count;
}

static void add_condition(Chart *chart, int condition) {
  const CapData *data = cap_of(chart);
  Scene *scene = &chart->scene;
  const LineStyle *style = &styles[condition];
  bool binds = condition == (int)data->cap.binding;
  scene_begin_path(scene);
  for (int i = 0; i < data->shown; i++)
    scene_add_point(scene, vouchers_x(chart, data->cap.test[i].vouchers),
                    share_y(chart, share_of(&data->cap.test[i], condition)));
  scene_end_line(scene, style->role, binds ? 2.8 : 1.6, style->dash);
  for (int i = 0; i < data->shown && style->marker != MARK_LINE; i++) {
    double x = vouchers_x(chart, data->cap.test[i].vouchers);
    double y = share_y(chart, share_of(&data->cap.test[i], condition));
    if (style->marker == MARK_DOT)
      scene_add_dot(scene, x, y, 2.6 * chart->scale, style->role);
    else
      scene_add_triangle(scene, x, y, 7 * chart->scale, style->role);
  }
}

/* What the owner allows: one line for the conditions of a year, one for a loss where it differs. */
static void add_allowed(Chart *chart) {
  const CapData *data = cap_of(chart);
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  bool has_loss = has_line(data, CONDITION_RESULT);
  bool has_others = false;
  for (int i = CONDITION_RESULT + 1; i < CONDITION_COUNT; i++)
    has_others |= has_line(data, i);
  for (int of_loss = 0; of_loss < 2; of_loss++) {
    int32_t share = of_loss ? data->loss_allowed_per_100k : data->allowed_per_100k;
    bool is_same = data->loss_allowed_per_100k == data->allowed_per_100k;
    if (of_loss ? !has_loss || (has_others && is_same) : !has_others)
      continue;
    g_autofree char *percent = say_percent(language, share);
    g_autofree char *text = g_strdup_printf(
        of_loss ? say(language, "you allow a loss in %s") : say(language, "you allow %s"), percent);
    double y = round(share_y(chart, share)) + 0.5;
    scene_add_line(scene, chart->plot.x, y, box_right(chart->plot), y, ROLE_FLOOR, 1.4,
                   DASH_DASHED);
    TextPlace place = {TEXT_LABEL, ROLE_FLOOR, 0, 1, 0};
    Box box = scene_measure_text(scene, text, chart->plot.x + 4 * chart->scale,
                                 y - 2 * chart->scale, place);
    if (!scene_is_free(scene, box, 1))
      continue;
    scene_add_halo(scene, box);
    scene_add_text(scene, text, chart->plot.x + 4 * chart->scale, y - 2 * chart->scale, place);
  }
}

static void add_error_band(Chart *chart) {
  const Cap *cap = &cap_of(chart)->cap;
  if (!cap->found || cap->error_vouchers == 0)
    return;
  double left = fmax(vouchers_x(chart, cap->vouchers - cap->error_vouchers), chart->plot.x);
  double right =
      fmin(vouchers_x(chart, cap->vouchers + cap->error_vouchers), box_right(chart->plot));
  scene_add_box(&chart->scene, (Box){left, chart->plot.y, right - left, chart->plot.height},
                ROLE_BAND_WIDE);
}

static void add_positions(Chart *chart) {
  const CapData *data = cap_of(chart);
  double left = chart->plot.x;
  for (int i = 0; i < data->shown; i++) {
    double x = vouchers_x(chart, data->cap.test[i].vouchers), right = box_right(chart->plot);
    if (i + 1 < data->shown)
      right = (x + vouchers_x(chart, data->cap.test[i + 1].vouchers)) / 2;
    Box hit = {left, chart->plot.y, right - left, chart->plot.height};
    chart_add_position(chart, (Position){.hit = hit,
                                         .mark = {x, chart->plot.y, 0, chart->plot.height},
                                         .tip_x = x,
                                         .tip_y = chart->plot.y + 0.2 * chart->plot.height});
    left = right;
  }
}

typedef struct {
  Key key[CONDITION_COUNT];
  char *binding; /* owned */
  int count;
} CapKeys;

static CapKeys list_keys(const Chart *chart) {
  const CapData *data = cap_of(chart);
  Language language = chart_language(chart);
  CapKeys keys = {0};
  for (int i = 0; i < CONDITION_COUNT; i++) {
    if (!has_line(data, i))
      continue;
    const char *label = condition_label(language, (Condition)i);
    if (i == (int)data->cap.binding)
      label = keys.binding = g_strdup_printf(say(language, "%s: this decides"), label);
    keys.key[keys.count++] = (Key){label, styles[i].role, styles[i].sample, 0};
  }
  return keys;
}

static bool lay_out_cap(Chart *chart, double y) {
  CapData *data = cap_of(chart);
  Scene *scene = &chart->scene;
  Flag flags[FLAG_COUNT];
  CapKeys keys = list_keys(chart);
  double scale = chart->scale, tick = text_height(scene->typesetter, TEXT_TICK);
  double legend = keys_rows_height(scene, keys.key, keys.count, scene->width) + 8 * scale;
  double below = frame_axis_height(scene) + tick + legend, caption = tick + 4 * scale;
  set_scales(chart, scene->width, fmax(scene->height - y - below - 3 * tick, 20));
  double left = frame_axis_width(scene, &data->share, chart_language(chart));
  double width = fmax(scene->width - left - 6 * scale, 1);
  set_scales(chart, width, fmax(scene->height - y - below - 3 * tick, 20));
  chart->plot = (Box){left, y, width, 1};
  int count = list_flags(chart, flags);
  double flags_height = flags_arrange(scene, flags, count), above = flags_height + caption;
  double height = scene->height - y - above - below;
  bool fits = height >= 5 * tick && width >= 90 * scale;
  chart->plot = (Box){left, y + above, width, fmax(height, 10)};
  Box name = scene_add_text(scene, say(chart_language(chart), "Years that break it"), 0,
                            y + flags_height, (TextPlace){TEXT_TICK, ROLE_MUTED, 0, 0, 0});
  add_error_band(chart);
  frame_add_axis_below(scene, &data->vouchers, chart_language(chart), chart->plot);
  frame_add_value_axis(scene, &data->share, chart_language(chart), chart->plot);
  flags_add(scene, flags, count, y, box_bottom(chart->plot), &name, 1);
  for (int i = 0; i < CONDITION_COUNT; i++)
    if (has_line(data, i))
      add_condition(chart, i);
  add_allowed(chart);
  add_positions(chart);
  double foot = box_bottom(chart->plot) + frame_axis_height(scene);
  scene_add_text(scene, say(chart_language(chart), "vouchers sold"), box_right(chart->plot), foot,
                 (TextPlace){TEXT_TICK, ROLE_MUTED, 1, 0, 0});
  keys_add_rows(scene, keys.key, keys.count, 0, foot + tick + 8 * scale, scene->width);
  flags_clear(flags, count);
  g_free(keys.binding);
  return fits;
}

/* What each condition alone would allow. */
static char *describe_cap(const Chart *chart) {
  const Cap *cap = &cap_of(chart)->cap;
  Language language = chart_language(chart);
  GString *text = g_string_new(NULL);
  for (int i = 0; i < CONDITION_COUNT; i++) {
    const CapAlone *alone = &cap->alone[i];
    if (!alone->applies)
      continue;
    g_autofree char *vouchers = phrase_vouchers(language, alone->vouchers);
    g_autofree char *one = g_strdup_printf(!alone->found ? say(language, "%s: no number meets it.")
                                           : alone->is_bound ? say(language, "%1$s: %2$s and more.")
                                                             : say(language, "%1$s: %2$s."),
                                           condition_label(language, (Condition)i), vouchers);
    g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", one);
  }
  return g_string_free(text, FALSE);
}

static void fill_cap_tip(const Chart *chart, int position, Tip *tip) {
  const CapData *data = cap_of(chart);
  const CapTest *test = &data->cap.test[position];
  Language language = chart_language(chart);
  bool all = true;
  tip->title = phrase_vouchers(language, test->vouchers);
  for (int i = 0; i < CONDITION_COUNT; i++) {
    if (!data->cap.alone[i].applies)
      continue;
    bool holds = test->holds >> i & 1;
    all &= holds;
    if (has_line(data, i))
      tip_add(tip, styles[i].sample, styles[i].role, condition_label(language, (Condition)i),
              cap_share_text(language, test, (Condition)i));
    else
      tip_add(tip, SAMPLE_NONE, ROLE_INK, condition_label(language, (Condition)i),
              g_strdup(holds ? say(language, "holds") : say(language, "does not hold")));
  }
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "all conditions hold"),
          g_strdup(all ? say(language, "yes") : say(language, "no")));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "result on average"),
          say_change_about(language, mean_cents(test->result.mean_milli)));
}

static void add_cap_hover(const Chart *chart, int position, Scene *scene) {
  const CapData *data = cap_of(chart);
  double x = round(chart_position(chart, position)->mark.x) + 0.5;
  scene_add_line(scene, x, chart->plot.y, x, box_bottom(chart->plot), ROLE_INK, 1, DASH_NONE);
  for (int i = 0; i < CONDITION_COUNT; i++)
    if (has_line(data, i))
      scene_add_dot(scene, x, share_y(chart, share_of(&data->cap.test[position], i)),
                    4 * chart->scale, styles[i].role);
}

static int move_in_cap(const Chart *chart, int position, int dx, int dy) {
  return CLAMP(position + dx, 0, cap_of(chart)->shown - 1);
}

static double cap_height(double width, double text_scale) {
  double keys = width / text_scale < 560 ? 90 : 40;
  return fmax(290 * text_scale, fmin(0.34 * width, 440 * text_scale)) + keys * text_scale;
}

const ChartKindTable cap_chart = {
    .name = "cap",
    .is_decided = true,
    .topic = DECIDE_TOPIC_CAP,
    .table = table_cap_tests,
    .subtitle = N_("Share of the simulated years that break each condition, by vouchers sold"),
    .lacks = cap_lacks,
    .copy = copy_cap,
    .lay_out = lay_out_cap,
    .describe_extreme = describe_cap,
    .fill_tip = fill_cap_tip,
    .add_hover = add_cap_hover,
    .move = move_in_cap,
    .natural_height = cap_height,
};
