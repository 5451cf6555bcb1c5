/* Charts, where things are: every kind in every theme, language and many sizes paints; texts never
 * touch and never leave the picture, whatever the results. */
#include <math.h>

#include "tests/chart-samples.h"
#include "ui/chart/chart-inspect.h"
#include "ui/chart/labels.h"
#include "ui/chart/scale.h"

static const double widths[] = {320, 360, 504, 760, 1024, 1600, 2560};
static const double text_scales[] = {1, 1.3, 2};

/* Every third of many; all of them in the slow run. */
static bool left_to_slow(size_t number) {
  return g_test_quick() && number % 3 != 0;
}

static void paint_at(int shape, ChartKind kind, const ChartStyle *style) {
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)ceil(style->width),
                                                        (int)ceil(style->height));
  cairo_t *cr = cairo_create(surface);
  g_autoptr(Chart) chart = make_chart(shape, kind, style);
  chart_paint(chart, cr);
  chart_paint_hover(chart, cr, chart_position_count(chart) / 2);
  chart_paint_hover(chart, cr, -1);
  g_assert_cmpint(cairo_status(cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy(cr);
  g_assert_cmpint(cairo_surface_status(surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy(surface);
}

/* The drowned shape has the largest patterned areas. */
static void test_paints_everywhere(void) {
  static const int shapes[] = {SHAPE_EXAMPLE, SHAPE_DROWNED};
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++)
    for (int theme = 0; theme < THEME_COUNT; theme++)
      for (size_t w = 0; w < G_N_ELEMENTS(widths); w++)
        for (size_t s = 0; s < G_N_ELEMENTS(shapes); s++) {
          if (left_to_slow((size_t)kind + (size_t)theme + w + s))
            continue;
          ChartStyle style = style_for((ChartKind)kind, widths[w], text_scales[w % 3]);
          style.theme = (ChartTheme)theme;
          style.language = (w + s) % 2 ? LANGUAGE_FR : LANGUAGE_EN;
          paint_at(shapes[s], (ChartKind)kind, &style);
        }
}

/* What is wrong with a layout: NULL, or the texts that touch or leave. Free with g_free. */
static char *layout_fault(const Chart *chart, double width, double height) {
  int count = chart_inspect_text_count(chart);
  g_autofree Box *box = g_new(Box, count);
  g_autofree const char **text = g_new0(const char *, count);
  for (int i = 0; i < count; i++)
    box[i] = chart_inspect_text(chart, i, &text[i]);
  for (int i = 0; i < count; i++) {
    if (!box_contains((Box){-0.1, -0.1, width + 0.2, height + 0.2}, box[i]))
      return g_strdup_printf("“%s” leaves at %.1f, %.1f (%.1f × %.1f)", text[i], box[i].x, box[i].y,
                             box[i].width, box[i].height);
    for (int k = i + 1; k < count; k++)
      if (box_overlaps(box[i], box[k], -0.5))
        return g_strdup_printf("“%s” touches “%s”", text[i], text[k]);
  }
  return NULL;
}

static void check_layout(int shape, ChartKind kind, const ChartStyle *style) {
  g_autoptr(Chart) chart = make_chart(shape, kind, style);
  g_autofree char *fault = layout_fault(chart, style->width, style->height);
  if (fault)
    g_error("shape %d, kind %d, %s, %.0f × %.0f, text %.2f: %s", shape, kind,
            language_code(style->language), style->width, style->height, style->text_scale, fault);
}

static void test_texts_keep_apart(void) {
  for (int shape = 0; shape < SHAPE_COUNT; shape++)
    for (int kind = 0; kind < CHART_KIND_COUNT; kind++)
      for (int language = 0; language < LANGUAGE_COUNT; language++)
        for (size_t w = 0; w < G_N_ELEMENTS(widths); w++)
          for (size_t s = 0; s < G_N_ELEMENTS(text_scales); s++) {
            if (left_to_slow((size_t)shape + (size_t)kind + (size_t)language + w + s))
              continue;
            ChartStyle style = style_for((ChartKind)kind, widths[w], text_scales[s]);
            style.language = (Language)language;
            check_layout(shape, (ChartKind)kind, &style);
            style.with_title = false;
            check_layout(shape, (ChartKind)kind, &style);
          }
}

/* Every width one pixel apart, and heights that are not the natural ones. */
static void test_texts_keep_apart_while_resizing(void) {
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
    for (int width = 320 + kind; width < 1300; width += g_test_quick() ? 35 : 7) {
      ChartStyle style = style_for((ChartKind)kind, width, 1.1);
      style.language = width % 2 ? LANGUAGE_FR : LANGUAGE_EN;
      check_layout(SHAPE_EXAMPLE, (ChartKind)kind, &style);
    }
    for (int height = 160 + kind; height < 1200; height += g_test_quick() ? 120 : 40) {
      ChartStyle style = {.width = 700, .height = height, .text_scale = 1, .with_title = true};
      check_layout(SHAPE_EXAMPLE, (ChartKind)kind, &style);
      check_layout(SHAPE_DROWNED, (ChartKind)kind, &style);
    }
  }
}

/* Bookings and cash with what the simulated years add to them. */
static void test_bands_keep_apart(void) {
  static const ChartKind kinds[] = {CHART_BOOKINGS, CHART_CASH};
  for (int shape = 0; shape < SHAPE_NO_CALENDAR; shape++)
    for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++)
      for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
        ChartStyle style = style_for(kinds[k], widths[w], text_scales[(w + k) % 3]);
        style.language = (w + (size_t)shape) % 2 ? LANGUAGE_FR : LANGUAGE_EN;
        Study study = {.plan = plans[shape], .results = results_of[shape], .risk = risks[shape]};
        g_autoptr(Chart) chart = chart_new(kinds[k], &study, &style);
        g_autofree char *fault = layout_fault(chart, style.width, style.height);
        if (fault)
          g_error("shape %d, kind %d, %.0f wide: %s", shape, kinds[k], style.width, fault);
        if (shape != SHAPE_HUGE)
          g_assert_cmpfloat_with_epsilon(chart_inspect_scale(chart), style.text_scale, 1e-9);
      }
}

static bool has_text(const Chart *chart, const char *wanted) {
  for (int i = 0; i < chart_inspect_text_count(chart); i++) {
    const char *text;
    chart_inspect_text(chart, i, &text);
    if (g_str_equal(text, wanted))
      return true;
  }
  return false;
}

/* Texts that give way where there is no room are all there where there is. */
static void test_axes_are_whole(void) {
  for (int width = 640; width <= 1920; width += 40)
    for (size_t s = 0; s < G_N_ELEMENTS(text_scales); s++)
      for (int language = 0; language < LANGUAGE_COUNT; language++) {
        ChartStyle style = style_for(CHART_HEAT, width * text_scales[s], text_scales[s]);
        style.language = (Language)language;
        g_autoptr(Chart) heat = make_chart(SHAPE_EXAMPLE, CHART_HEAT, &style);
        for (int day = 0; day < 7; day++)
          g_assert_true(has_text(heat, weekday_name_short(style.language, day)));
        style = style_for(CHART_BOOKINGS, width * text_scales[s], text_scales[s]);
        style.language = (Language)language;
        g_autoptr(Chart) bookings = make_chart(SHAPE_SPA, CHART_BOOKINGS, &style);
        g_assert_true(has_text(bookings, "0\u00a0h"));
        g_assert_true(has_text(bookings, "100\u00a0h"));
        g_assert_true(has_text(bookings, "150\u00a0h"));
        g_autoptr(Chart) cash = make_chart(SHAPE_SPA, CHART_CASH, &style);
        g_assert_true(has_text(cash, language == LANGUAGE_FR ? "-20\u00a0000\u00a0$" : "-$20,000"));
      }
}

/* Each end of a fiscal year in the horizon has its line and its date, the month being any. */
static void test_year_ends_are_named(void) {
  for (int month = 1; month <= 12; month++)
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
      Plan plan = *plans[SHAPE_EXAMPLE];
      plan.business.fiscal_year_end_month = month;
      ChartStyle style = style_for(CHART_RESERVE, 900, 1);
      style.language = (Language)language;
      g_autoptr(Chart) chart =
          chart_new(CHART_RESERVE, &(Study){&plan, results_of[SHAPE_EXAMPLE], NULL}, &style);
      int32_t sale = plan.deal.sale_date, first = date_from_ymd(2026, month, 1);
      for (int year = 0; year < 3; year++) {
        int32_t date = date_month_end(date_add_months(first, 12 * year));
        bool inside = date >= sale && date < sale + results_of[SHAPE_EXAMPLE]->days;
        g_autofree char *day = say_date(style.language, date);
        g_autofree char *text = g_strdup_printf(say(style.language, "fiscal year end, %s"), day);
        g_assert_cmpint(has_text(chart, text), ==, inside);
      }
    }
}

/* The layout check must be able to fail: a picture said to be narrower than it is laid out. */
static void test_layout_check_can_fail(void) {
  ChartStyle style = style_for(CHART_CASH, 760, 1);
  g_autoptr(Chart) chart = make_chart(SHAPE_EXAMPLE, CHART_CASH, &style);
  g_autofree char *none = layout_fault(chart, style.width, style.height);
  g_autofree char *narrow = layout_fault(chart, style.width - 30, style.height);
  g_assert_null(none);
  g_assert_nonnull(narrow);
  g_assert_true(box_overlaps((Box){0, 0, 10, 10}, (Box){9, 9, 10, 10}, -0.5));
  g_assert_false(box_overlaps((Box){0, 0, 10, 10}, (Box){10, 0, 10, 10}, -0.5));
}

/* At natural height the asked text size is the one drawn; on paper never under 9 points. */
static void test_text_size_is_kept(void) {
  for (int shape = 0; shape < SHAPE_COUNT; shape++)
    for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
      if (shape == SHAPE_HUGE)
        continue;
      for (int width = 320; width <= 1600; width += 160) {
        ChartStyle style = style_for((ChartKind)kind, width, 1);
        style.language = LANGUAGE_FR;
        g_autoptr(Chart) chart = make_chart(shape, (ChartKind)kind, &style);
        g_assert_cmpfloat_with_epsilon(chart_inspect_scale(chart), 1, 1e-9);
      }
      ChartStyle paper = {.width = 504, .height = 200, .text_scale = 0.5, .theme = THEME_PRINT};
      g_autoptr(Chart) chart = make_chart(shape, (ChartKind)kind, &paper);
      g_assert_cmpfloat(chart_inspect_scale(chart) * 9.5, >=, 8.999);
    }
}

static void test_tooltip_stays_inside(void) {
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++)
    for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
      ChartStyle style = style_for((ChartKind)kind, widths[w], 1);
      style.language = LANGUAGE_FR;
      g_autoptr(Chart) chart = make_chart(SHAPE_HUGE, (ChartKind)kind, &style);
      int positions = chart_position_count(chart);
      for (int i = 0; i < positions; i += MAX(1, positions / 11)) {
        int count = 1;
        for (int text = 0; text < count; text++) {
          Box box = chart_inspect_hover_text(chart, i, text, &count);
          if (!box_contains((Box){0, 0, style.width, style.height}, box))
            g_error("kind %d, %.0f wide, position %d: the tooltip leaves", kind, style.width, i);
        }
      }
    }
}

/* However small, something is drawn and nothing breaks. */
static void test_tiny(void) {
  static const double sizes[] = {0, 1, 40, 160};
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 200, 200);
  cairo_t *cr = cairo_create(surface);
  for (int shape = SHAPE_EXAMPLE; shape <= SHAPE_HUGE; shape += SHAPE_HUGE)
    for (int kind = 0; kind < CHART_KIND_COUNT; kind++)
      for (size_t w = 0; w < G_N_ELEMENTS(sizes); w++)
        for (size_t h = 0; h < G_N_ELEMENTS(sizes); h++) {
          if (left_to_slow((size_t)kind + w + h))
            continue;
          ChartStyle style = {.width = sizes[w], .height = sizes[h], .with_title = w > h};
          g_autoptr(Chart) chart = make_chart(shape, (ChartKind)kind, &style);
          chart_paint(chart, cr);
          chart_paint_hover(chart, cr, 0);
        }
  g_assert_cmpint(cairo_status(cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
}

static void test_scale(void) {
  static const struct {
    ScaleUnit unit;
    int64_t low, high;
    int ticks;
    int64_t step;
    int count;
    const char *last;
  } cases[] = {
      {SCALE_HOURS, 0, 184 * 60, 5, 50 * 60, 4, "150\u00a0h"},
      {SCALE_MONEY, -420000, 1300000, 6, 500000, 3, "$10,000"},
      {SCALE_MONEY, 0, 16000, 4, 5000, 4, "$150"},
      {SCALE_MONEY, 0, 0, 5, 1, 2, "$0.01"},
      {SCALE_MONEY, -37, 0, 5, 10, 4, "$0.00"},
      {SCALE_COUNT, 0, 7, 4, 2, 4, "6"},
      {SCALE_MONEY, -3700000, 3900000, 4, 2000000, 5, "$40,000"}, /* not zero alone */
      {SCALE_MONEY, 0, INT64_C(900000000000000), 7, INT64_C(200000000000000), 5,
       "$8,000,000,000,000"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    Scale scale = scale_covering(cases[i].unit, cases[i].low, cases[i].high, cases[i].ticks);
    char text[NUMBER_TEXT_SIZE];
    g_assert_cmpint(scale.step, ==, cases[i].step);
    g_assert_cmpint(scale_tick_count(&scale), ==, cases[i].count);
    scale_tick_text(&scale, LANGUAGE_EN, cases[i].count - 1, text);
    g_assert_cmpstr(text, ==, cases[i].last);
    g_assert_cmpfloat(scale_share(&scale, (double)cases[i].low), >=, 0);
    g_assert_cmpfloat(scale_share(&scale, (double)cases[i].high), <=, 1);
  }
}

static void test_labels_spread(void) {
  LabelSlot two[] = {{.wanted = 10, .height = 10}, {.wanted = 12, .height = 10}};
  g_assert_true(labels_spread(two, 2, 0, 100, 2));
  g_assert_cmpfloat_with_epsilon(two[0].center, 5, 1e-9);
  g_assert_cmpfloat_with_epsilon(two[1].center, 17, 1e-9);
  GRand *random = g_rand_new_with_seed(7);
  for (int round = 0; round < 2000; round++) {
    LabelSlot slots[LABELS_MAX];
    int count = g_rand_int_range(random, 1, LABELS_MAX + 1);
    for (int i = 0; i < count; i++)
      slots[i] = (LabelSlot){g_rand_double_range(random, -50, 350), 12, 0};
    bool fits = labels_spread(slots, count, 0, 200, 2);
    g_assert_cmpint(fits, ==, count * 12 + (count - 1) * 2 <= 200);
    for (int i = 0; i < count && fits; i++) {
      g_assert_cmpfloat(slots[i].center, >=, 6 - 1e-9);
      g_assert_cmpfloat(slots[i].center, <=, 194 + 1e-9);
      for (int k = 0; k < count; k++) {
        if (k == i)
          continue;
        g_assert_cmpfloat(fabs(slots[i].center - slots[k].center), >=, 14 - 1e-9);
        if (slots[i].wanted < slots[k].wanted)
          g_assert_cmpfloat(slots[i].center, <, slots[k].center);
      }
    }
  }
  g_rand_free(random);
}

/* An upright line stays 3 away from texts in its way, and whole beside the others. */
static void test_uprights_break(void) {
  static const Box texts[] = {{5, 70, 20, 10}, {5, 40, 20, 10}, {30, 10, 20, 10}};
  Scene scene;
  scene_init(&scene, NULL, NULL, 100, 100);
  scene_add_upright(&scene, 10, 0, 100, texts, G_N_ELEMENTS(texts), ROLE_INK, 1, DASH_NONE);
  static const double ends[] = {0, 37, 53, 67, 83, 100};
  g_assert_cmpuint(scene.points->len, ==, G_N_ELEMENTS(ends));
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
    g_assert_cmpfloat_with_epsilon(g_array_index(scene.points, Point, i).y, ends[i], 1e-9);
  scene_add_upright(&scene, 90, 0, 100, texts, G_N_ELEMENTS(texts), ROLE_INK, 1, DASH_NONE);
  g_assert_cmpuint(scene.points->len, ==, G_N_ELEMENTS(ends) + 2);
  scene_clear(&scene);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  make_results();
  g_test_add_func("/chart-layout/scale", test_scale);
  g_test_add_func("/chart-layout/labels-spread", test_labels_spread);
  g_test_add_func("/chart-layout/uprights-break", test_uprights_break);
  g_test_add_func("/chart-layout/paints-everywhere", test_paints_everywhere);
  g_test_add_func("/chart-layout/texts-keep-apart", test_texts_keep_apart);
  g_test_add_func("/chart-layout/texts-keep-apart-while-resizing",
                  test_texts_keep_apart_while_resizing);
  g_test_add_func("/chart-layout/bands-keep-apart", test_bands_keep_apart);
  g_test_add_func("/chart-layout/axes-are-whole", test_axes_are_whole);
  g_test_add_func("/chart-layout/year-ends-are-named", test_year_ends_are_named);
  g_test_add_func("/chart-layout/layout-check-can-fail", test_layout_check_can_fail);
  g_test_add_func("/chart-layout/text-size-is-kept", test_text_size_is_kept);
  g_test_add_func("/chart-layout/tooltip-stays-inside", test_tooltip_stays_inside);
  g_test_add_func("/chart-layout/tiny", test_tiny);
  int failed = g_test_run();
  free_results();
  return failed;
}
