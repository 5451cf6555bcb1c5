/* Room: chart. Deals side by side: a block a measure, a row a deal. The result is a dot between the
 * ends that 9 years in 10 keep to, and how it differs from the first one's stands in words. */
#include "ui/chart/bar-rows.h"

#include <math.h>

#include "ui/table/table-decide.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/phrase.h"

typedef enum { OF_RESULT, OF_LEFT, OF_REFUSED, OF_LOWEST, MEASURE_COUNT } Measure;

typedef struct {
  Offers offers;
  char name[OFFERS_MAX][PLAN_TEXT_SIZE + 16];
  char difference[OFFERS_MAX][2 * PLAN_TEXT_SIZE];
  Measure measure[MEASURE_COUNT]; /* shown, from the top */
  int measure_count;
} OffersData;

static const OffersData *data_of(const Chart *chart) {
  return chart->own;
}

static const Offer *offer_of(const Chart *chart, int index) {
  return &data_of(chart)->offers.offer[index];
}

static const char *const headings[MEASURE_COUNT] = {
    [OF_RESULT] = N_("Deal compared with no deal, simulated years"),
    [OF_LEFT] = N_("What a used voucher leaves, contract arithmetic"),
    [OF_REFUSED] = N_("Regulars turned away because of the deal, middle year"),
    [OF_LOWEST] = N_("Lowest balance, 9 times in 10 above"),
};

static void copy_offers(Chart *chart, const Study *study) {
  OffersData *data = chart->own = g_new0(OffersData, 1);
  Language language = chart_language(chart);
  data->offers = *study->offers;
  for (int i = 0; i < data->offers.offer_count; i++) {
    g_autofree char *name = offer_name_text(language, study->offers, i);
    g_autofree char *difference = offer_difference_text(language, study->offers, i);
    g_strlcpy(data->name[i], name, sizeof data->name[i]);
    g_strlcpy(data->difference[i], difference, sizeof data->difference[i]);
  }
  for (int i = 0; i < MEASURE_COUNT; i++)
    if (i != OF_REFUSED || study->results->has_calendar)
      data->measure[data->measure_count++] = (Measure)i;
  g_autofree char *years = say_number(language, data->offers.years);
  g_autofree char *details = g_strdup_printf(
      say_count(language, data->offers.years, "%s simulated year of each, under the same luck",
                "%s simulated years of each, under the same luck"),
      years);
  chart_add_to_subtitle(chart, details);
}

typedef struct {
  int64_t low, middle, high;
  bool has_range; /* else it goes from zero */
} OfferPoint;

static OfferPoint point_of(const Chart *chart, Measure measure, int index) {
  const Offer *offer = offer_of(chart, index);
  int64_t middle = measure == OF_LEFT      ? offer->left_used_cents
                   : measure == OF_REFUSED ? offer->refused_extra_p50
                                           : offer->lowest_p10_cents;
  if (measure == OF_RESULT)
    return (OfferPoint){offer->result_p5_cents, offer->result_p50_cents, offer->result_p95_cents,
                        true};
  return (OfferPoint){MIN(middle, 0), middle, MAX(middle, 0), false};
}

static char *point_text(const Chart *chart, Measure measure, int index) {
  Language language = chart_language(chart);
  int64_t middle = point_of(chart, measure, index).middle;
  switch (measure) {
  case OF_RESULT:
    return say_change_about(language, middle);
  case OF_LEFT:
    return say_money(language, middle);
  case OF_REFUSED:
    return say_count_about(language, middle);
  case OF_LOWEST:
  case MEASURE_COUNT:
    break;
  }
  return say_money_about(language, middle);
}

static void list_rows(const Chart *chart, Measure measure, BarRows *rows) {
  const OffersData *data = data_of(chart);
  rows->count = data->offers.offer_count;
  rows->bar_least = 9 * chart->scale;
  rows->bar_most = 34 * chart->scale; /* of air: nothing is that high */
  for (int i = 0; i < rows->count; i++)
    rows->text[i] = (BarText){
        .name = g_strdup(data->name[i]),
        .value = point_text(chart, measure, i),
        .note = measure == OF_RESULT ? g_strdup(data->difference[i]) : NULL,
    };
}

static void add_point(Chart *chart, const BarRows *rows, Measure measure, int index) {
  Scene *scene = &chart->scene;
  OfferPoint point = point_of(chart, measure, index);
  Box bar = bar_rows_bar(rows, index);
  double y = round(bar.y + bar.height / 2) + 0.5, x = bar_rows_x(rows, point.middle);
  double low = bar_rows_x(rows, point.low), high = bar_rows_x(rows, point.high);
  Role role = measure == OF_RESULT ? ROLE_MEDIAN : ROLE_TOTAL;
  if (point.has_range)
    scene_add_whisker(scene, true, y, low, high, role);
  scene_add_line(scene, low, y, high, y, role, point.has_range ? 4 : 2, DASH_NONE);
  scene_add_dot(scene, x, y, 5 * chart->scale, role);
  bar_rows_add_row(chart, rows, index, high);
}

static void add_block(Chart *chart, BarRows *rows, Measure measure) {
  int64_t low = 0, high = 0;
  for (int i = 0; i < rows->count; i++) {
    OfferPoint point = point_of(chart, measure, i);
    low = MIN(low, point.low);
    high = MAX(high, point.high);
  }
  bar_rows_add_axis(chart, rows, measure == OF_REFUSED ? SCALE_COUNT : SCALE_MONEY, low, high);
  for (int i = 0; i < rows->count; i++)
    add_point(chart, rows, measure, i);
}

static TextPlace heading_place(const Chart *chart) {
  return (TextPlace){TEXT_STRONG, ROLE_INK, 0, 0, chart->scene.width};
}

static double heading_height(const Chart *chart, Measure measure) {
  const char *heading = say(chart_language(chart), headings[measure]);
  return scene_measure_text(&chart->scene, heading, 0, 0, heading_place(chart)).height +
         3 * chart->scale;
}

/* Blocks one under the other, their columns of one width; what is left over goes to all alike. */
static bool lay_out_offers(Chart *chart, double y) {
  const OffersData *data = data_of(chart);
  Scene *scene = &chart->scene;
  Key keys[] = {
      {say(chart_language(chart), "half of the years under"), ROLE_MEDIAN, SAMPLE_DOT, 0},
      {say(chart_language(chart), "9 years in 10 between the ends"), ROLE_MEDIAN, SAMPLE_LINE, 0}};
  double scale = chart->scale, gap = 8 * scale;
  double legend = keys_rows_height(scene, keys, G_N_ELEMENTS(keys), scene->width) + gap;
  g_autofree BarRows *rows = g_new0(BarRows, MEASURE_COUNT);
  double least[MEASURE_COUNT], rest = scene->height - y - legend, names = 0, values = 0;
  for (int i = 0; i < data->measure_count; i++) {
    list_rows(chart, data->measure[i], &rows[i]);
    bar_rows_measure_columns(chart, &rows[i]);
    names = fmax(names, rows[i].names_width);
    values = fmax(values, rows[i].values_width);
  }
  for (int i = 0; i < data->measure_count; i++) {
    rows[i].names_least = names;
    rows[i].values_least = values;
    least[i] = bar_rows_measure(chart, &rows[i]);
    rest -= least[i] + heading_height(chart, data->measure[i]) + (i > 0 ? gap : 0);
  }
  bool fits = rest >= 0;
  for (int i = 0; i < data->measure_count; i++) {
    const char *heading = say(chart_language(chart), headings[data->measure[i]]);
    scene_add_text(scene, heading, 0, y, heading_place(chart));
    y += heading_height(chart, data->measure[i]);
    fits &=
        bar_rows_arrange(chart, &rows[i], y, y + least[i] + fmax(rest, 0) / data->measure_count);
    add_block(chart, &rows[i], data->measure[i]);
    y = bar_rows_end(&rows[i]) + frame_axis_height(scene) + gap;
    bar_rows_clear(&rows[i]);
  }
  keys_add_rows(scene, keys, G_N_ELEMENTS(keys), 0, y, scene->width);
  return fits;
}

static int offer_at(const Chart *chart, int position, Measure *measure) {
  const OffersData *data = data_of(chart);
  *measure = data->measure[position / data->offers.offer_count];
  return position % data->offers.offer_count;
}

static char *describe_offers(const Chart *chart) {
  const OffersData *data = data_of(chart);
  Language language = chart_language(chart);
  GString *text = g_string_new(NULL);
  for (int i = 0; i < data->offers.offer_count; i++) {
    g_autofree char *result = say_change_about(language, data->offers.offer[i].result_p50_cents);
    g_string_append_printf(text, i > 0 ? " " : "");
    g_string_append_printf(
        text, i > 0 ? say(language, "%1$s: %2$s, %3$s.") : say(language, "%1$s: %2$s."),
        data->name[i], result, data->difference[i]);
  }
  return g_string_free(text, FALSE);
}

static void fill_result_tip(Language language, const Offer *offer, Tip *tip) {
  tip_add(tip, SAMPLE_DOT, ROLE_MEDIAN, say(language, "half of the years under"),
          say_change_about(language, offer->result_p50_cents));
  tip_add(tip, SAMPLE_LINE, ROLE_MEDIAN, say(language, "1 year in 20 under"),
          say_change_about(language, offer->result_p5_cents));
  tip_add(tip, SAMPLE_LINE, ROLE_MEDIAN, say(language, "1 year in 20 over"),
          say_change_about(language, offer->result_p95_cents));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "years that lose"),
          say_percent_about(language, offer->loss_per_100k));
}

static void fill_offers_tip(const Chart *chart, int position, Tip *tip) {
  Language language = chart_language(chart);
  Measure measure;
  int index = offer_at(chart, position, &measure);
  const Offer *offer = offer_of(chart, index);
  tip->title = g_strdup(data_of(chart)->name[index]);
  if (measure == OF_RESULT)
    fill_result_tip(language, offer, tip);
  else
    tip_add(tip, SAMPLE_DOT, ROLE_TOTAL, say(language, headings[measure]),
            point_text(chart, measure, index));
  if (measure == OF_LOWEST)
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "1 time in 2 above"),
            say_money_about(language, offer->lowest_p50_cents));
  if (measure == OF_REFUSED)
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "19 in 20 wait at most"),
            phrase_days(language, offer->wait_p95_p50_days));
}

/* Up and down by deals and blocks, across to the same deal of the next block. */
static int move_in_offers(const Chart *chart, int position, int dx, int dy) {
  int next = position + dy + dx * data_of(chart)->offers.offer_count;
  return next < 0 || next >= chart_position_count(chart) ? position : next;
}

static double offers_height(double width, double text_scale) {
  return (width / text_scale < 560 ? 4 * 4 * 46 + 4 * 70 : 4 * 4 * 28 + 4 * 52) * text_scale;
}

const ChartKindTable offers_chart = {
    .name = "offers",
    .is_decided = true,
    .topic = DECIDE_TOPIC_OFFERS,
    .table = table_offers,
    .subtitle = N_("The deals you compare, measure by measure"),
    .copy = copy_offers,
    .lay_out = lay_out_offers,
    .describe_extreme = describe_offers,
    .fill_tip = fill_offers_tip,
    .add_hover = bar_rows_add_hover,
    .move = move_in_offers,
    .natural_height = offers_height,
};
