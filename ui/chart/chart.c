/* Room: chart. The door: makes a chart of a kind, paints it, answers where and what. See chart.h.
 */
#include "ui/chart/chart-inspect.h"
#include "ui/chart/hover.h"

#include <math.h>

const ChartKindTable *chart_kind_table(ChartKind kind) {
  static const ChartKindTable *tables[CHART_KIND_COUNT] = {
      [CHART_WATERFALL] = &waterfall_chart,
      [CHART_BOOKINGS] = &bookings_chart,
      [CHART_HEAT] = &heat_chart,
      [CHART_CASH] = &cash_chart,
      [CHART_RESERVE] = &reserve_chart,
      [CHART_FAN] = &fan_chart,
      [CHART_SPREAD] = &spread_chart,
      [CHART_PHONES] = &phones_chart,
      [CHART_HOURS] = &hours_chart,
      [CHART_WAITS] = &waits_chart,
      [CHART_USE] = &use_chart,
      [CHART_CURVE] = &curve_chart,
      [CHART_DAY] = &day_chart,
      [CHART_CAP] = &cap_chart,
      [CHART_QUOTA] = &quota_chart,
      [CHART_TORNADO] = &tornado_chart,
      [CHART_WORTHS] = &worths_chart,
      [CHART_BREAK_EVEN_RETURN] = &break_even_return_chart,
      [CHART_BREAK_EVEN_VOUCHERS] = &break_even_vouchers_chart,
      [CHART_BREAK_EVEN_PRICE] = &break_even_price_chart,
      [CHART_BREAK_EVEN_COMMISSION] = &break_even_commission_chart,
      [CHART_BREAK_EVEN_EXTRAS] = &break_even_extras_chart,
      [CHART_ALTERNATIVES] = &alternatives_chart,
      [CHART_LAUNCH] = &launch_chart,
      [CHART_OFFERS] = &offers_chart,
  };
  g_assert(kind < CHART_KIND_COUNT);
  return tables[kind];
}

void chart_add_position(Chart *chart, Position position) {
  g_array_append_val(chart->positions, position);
}

void chart_set_subtitle(Chart *chart, const char *english) {
  g_free(chart->subtitle);
  chart->subtitle = g_strdup(say(chart->style.language, english));
}

void chart_add_to_subtitle(Chart *chart, const char *details) {
  g_autofree char *before = chart->subtitle;
  chart->subtitle = g_strdup_printf("%s; %s", before, details);
}

static bool has_calendar_enough(const Chart *chart) {
  return !chart_kind_table(chart->kind)->needs_calendar ||
         (chart->span.has_calendar && chart->span.days > 0);
}

static bool has_data(const Chart *chart) {
  return !chart->lacks && has_calendar_enough(chart) &&
         (chart->span.has_risk || !chart_kind_table(chart->kind)->needs_risk);
}

static bool lay_out_at(Chart *chart, double scale) {
  const ChartKindTable *kind = chart_kind_table(chart->kind);
  chart->scale = scale;
  typesetter_init(&chart->typesetter, chart->style.language, chart->style.font_family, scale);
  scene_init(&chart->scene, &chart->palette, &chart->typesetter, chart->style.width,
             chart->style.height);
  g_array_set_size(chart->positions, 0);
  double y = 0;
  if (chart->style.with_title)
    y = frame_add_titles(&chart->scene, chart->title, chart->subtitle);
  if (has_data(chart))
    return kind->lay_out(chart, y);
  const char *why = chart->lacks;
  if (!why)
    why = has_calendar_enough(chart) ? N_("They come in a moment.")
                                     : N_("No room in the plan, so there is no calendar to show.");
  Box box = scene_add_text(&chart->scene, say(chart->style.language, why), 0, y,
                           (TextPlace){TEXT_LABEL, ROLE_MUTED, 0, 0, chart->style.width});
  return box_bottom(box) <= chart->style.height;
}

static bool stays_inside(const Scene *scene) {
  Box picture = {-0.01, -0.01, scene->width + 0.02, scene->height + 0.02};
  for (guint i = 0; i < scene->marks->len; i++) {
    const Mark *mark = &g_array_index(scene->marks, Mark, i);
    if (mark->kind == MARK_TEXT && !box_contains(picture, mark->box))
      return false;
  }
  return true;
}

static bool lay_out_anew(Chart *chart, double scale) {
  scene_clear(&chart->scene);
  typesetter_clear(&chart->typesetter);
  return lay_out_at(chart, scale) && stays_inside(&chart->scene);
}

/* At the asked text size, or smaller where the picture is too small for it: small text is better
 * than cut text. On paper nothing goes under 9 points. Where not even the least fits, that one. */
static void lay_out(Chart *chart) {
  double least = chart->style.theme == THEME_PRINT ? 9 / 9.5 : 0.25;
  double scale = MAX(least, chart->style.text_scale);
  bool fits = lay_out_at(chart, scale) && stays_inside(&chart->scene);
  if (fits || scale <= least || !lay_out_anew(chart, least))
    return;
  do {
    scale = MAX(least, scale * 0.9);
  } while (!lay_out_anew(chart, scale) && scale > least);
}

static char *describe(const Chart *chart) {
  if (!has_data(chart))
    return g_strdup_printf("%s. %s.", chart->title, chart->subtitle);
  g_autofree char *extreme = chart_kind_table(chart->kind)->describe_extreme(chart);
  return g_strdup_printf("%s. %s. %s", chart->title, chart->subtitle, extreme);
}

/* Why there is nothing to show; English, marked. NULL: there is something. */
static const char *find_lack(const ChartKindTable *kind, const Study *study) {
  bool is_ready = !kind->is_decided || decide_topic_is_ready(study, kind->topic);
  bool applies = !kind->is_decided || (is_ready && decide_topic_applies(study, kind->topic));
  if (!applies && kind->topic == DECIDE_TOPIC_OFFERS)
    return N_("Two deals or more stand here once they are compared.");
  if (!applies)
    return is_ready ? N_("There is nothing to compare in this plan.") : N_("It comes in a moment.");
  return kind->lacks ? kind->lacks(study) : NULL;
}

Chart *chart_new(ChartKind kind, const Study *study, const ChartStyle *style) {
  const ChartKindTable *table = chart_kind_table(kind);
  Chart *chart = g_new0(Chart, 1);
  chart->kind = kind;
  chart->style = *style;
  chart->style.font_family = g_strdup(style->font_family);
  chart->style.width = MAX(style->width, 1);
  chart->style.height = MAX(style->height, 1);
  if (!(style->text_scale > 0))
    chart->style.text_scale = 1;
  const Results *results = study->results;
  chart->span =
      (ChartSpan){results->sale_date, results->days, results->has_calendar, study->risk != NULL};
  chart->lacks = find_lack(table, study);
  palette_init(&chart->palette, style->theme);
  chart->positions = g_array_new(FALSE, FALSE, sizeof(Position));
  chart->title = chart_finding(kind, style->language, study);
  chart->subtitle = g_strdup(chart_subtitle_text(kind, style->language));
  if (has_data(chart))
    table->copy(chart, study);
  lay_out(chart);
  chart->describe = describe(chart);
  return chart;
}

void chart_free(Chart *chart) {
  if (!chart)
    return;
  scene_clear(&chart->scene);
  typesetter_clear(&chart->typesetter);
  g_array_unref(chart->positions);
  g_free(chart->title);
  g_free(chart->subtitle);
  g_free(chart->describe);
  g_free((char *)chart->style.font_family);
  g_free(chart->own);
  g_free(chart);
}

bool chart_lacks_calendar(ChartKind kind, const Study *study) {
  return chart_kind_table(kind)->needs_calendar &&
         !(study->results->has_calendar && study->results->days > 0);
}

bool chart_is_words(ChartKind kind, const Study *study) {
  const ChartKindTable *table = chart_kind_table(kind);
  return find_lack(table, study) || chart_lacks_calendar(kind, study) ||
         (table->needs_risk && !study->risk);
}

double chart_natural_height(ChartKind kind, double width, double text_scale, bool with_title) {
  double titles = !with_title ? 0 : width / text_scale < 520 ? 90 : 50;
  return ceil(chart_kind_table(kind)->natural_height(width, text_scale) + titles * text_scale);
}

double chart_height_for(ChartKind kind, const Study *study, double width, double text_scale) {
  const ChartKindTable *table = chart_kind_table(kind);
  return ceil(table->height_for ? table->height_for(study, width, text_scale)
                                : table->natural_height(width, text_scale));
}

void chart_theme_background(ChartTheme theme, double rgb[3]) {
  Palette palette;
  palette_init(&palette, theme);
  Colour colour = palette.ink[ROLE_BACKGROUND].fill;
  rgb[0] = colour.red;
  rgb[1] = colour.green;
  rgb[2] = colour.blue;
}

void chart_paint(const Chart *chart, cairo_t *cr) {
  scene_paint(&chart->scene, cr);
}

int chart_position_count(const Chart *chart) {
  return (int)chart->positions->len;
}

int chart_hit(const Chart *chart, double x, double y) {
  for (int i = 0; i < chart_position_count(chart); i++) {
    Box hit = chart_position(chart, i)->hit;
    if (x >= hit.x && x < box_right(hit) && y >= hit.y && y < box_bottom(hit))
      return i;
  }
  return -1;
}

int chart_position_day(const Chart *chart, int position) {
  bool is_day =
      chart->kind == CHART_HEAT && position >= 0 && position < chart_position_count(chart);
  return is_day ? position : -1;
}

const char *chart_position_path(const Chart *chart, int position) {
  const ChartKindTable *kind = chart_kind_table(chart->kind);
  bool is_there = position >= 0 && position < chart_position_count(chart);
  return is_there && kind->path ? kind->path(chart, position) : NULL;
}

int chart_move(const Chart *chart, int position, int dx, int dy) {
  if (chart_position_count(chart) == 0)
    return -1;
  position = CLAMP(position, 0, chart_position_count(chart) - 1);
  return chart_kind_table(chart->kind)->move(chart, position, dx, dy);
}

void chart_paint_hover(const Chart *chart, cairo_t *cr, int position) {
  if (position < 0 || position >= chart_position_count(chart))
    return;
  Scene scene;
  hover_lay_out(chart, position, &scene);
  scene_paint(&scene, cr);
  scene_clear(&scene);
}

void chart_hover_box(const Chart *chart, int position, double box[4]) {
  Box bounds = {0};
  if (position >= 0 && position < chart_position_count(chart)) {
    Scene scene;
    hover_lay_out(chart, position, &scene);
    bounds = scene_bounds(&scene);
    scene_clear(&scene);
  }
  box[0] = bounds.x;
  box[1] = bounds.y;
  box[2] = bounds.width;
  box[3] = bounds.height;
}

void chart_position_point(const Chart *chart, int position, double *x, double *y) {
  bool is_there = position >= 0 && position < chart_position_count(chart);
  *x = is_there ? chart_position(chart, position)->tip_x : chart->style.width / 2;
  *y = is_there ? chart_position(chart, position)->tip_y : chart->style.height / 2;
}

char *chart_position_text(const Chart *chart, int position) {
  if (position < 0 || position >= chart_position_count(chart))
    return g_strdup("");
  return hover_text(chart, position);
}

const char *chart_title(const Chart *chart) {
  return chart->title;
}

const char *chart_subtitle(const Chart *chart) {
  return chart->subtitle;
}

const char *chart_subtitle_text(ChartKind kind, Language language) {
  return say(language, chart_kind_table(kind)->subtitle);
}

const char *chart_name(ChartKind kind) {
  return chart_kind_table(kind)->name;
}

char *chart_finding(ChartKind kind, Language language, const Study *study) {
  const ChartKindTable *table = chart_kind_table(kind);
  if (table->needs_risk && !study->risk)
    return g_strdup(say(language, "The simulated years are being computed."));
  if (!table->is_decided)
    return table->find(language, study);
  if (decide_topic_is_ready(study, table->topic))
    return decide_finding(language, study, table->topic);
  return g_strdup(table->topic == DECIDE_TOPIC_OFFERS ? say(language, "Deals side by side")
                                                      : say(language, "This is being computed."));
}

/* The simulated years or what is decided that it shows. */
static bool is_there(const ChartKindTable *kind, const Study *study) {
  if (kind->is_decided)
    return decide_topic_is_ready(study, kind->topic) && decide_topic_applies(study, kind->topic);
  return !kind->needs_risk || study->risk;
}

bool chart_has_explanation(ChartKind kind) {
  return chart_kind_table(kind)->explain || chart_kind_table(kind)->is_decided;
}

char *chart_explain(ChartKind kind, Language language, const Study *study) {
  const ChartKindTable *table = chart_kind_table(kind);
  if (table->is_decided)
    return is_there(table, study) ? decide_explain(language, study, table->topic)
                                  : chart_finding(kind, language, study);
  if (!table->explain)
    return NULL;
  return table->needs_risk && !study->risk ? chart_finding(kind, language, study)
                                           : table->explain(language, study);
}

const char *chart_describe(const Chart *chart) {
  return chart->describe;
}

Table *chart_table(ChartKind kind, Language language, const Study *study) {
  const ChartKindTable *table = chart_kind_table(kind);
  return is_there(table, study) ? table->table(language, study) : NULL;
}
