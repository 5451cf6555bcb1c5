/* A chart as a file: every kind in both languages is a PNG of two pixels for one with something on
 * it, and an SVG that is whole XML with its finding in words; a folder that takes nothing leaves
 * the old file. */
#include <cairo.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/resource.h>

#include "tests/chart-samples.h"
#include "ui/chart/chart-picture.h"
#include "ui/paper/picture-file.h"

typedef struct {
  const guint8 *data;
  gsize left;
} Reader;

static cairo_status_t read_bytes(void *closure, unsigned char *data, unsigned int length) {
  Reader *reader = closure;
  if (reader->left < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy(data, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* Pixels that are not white, of 100,000; −1: no PNG of that size. */
static int find_ink(GBytes *png, int width, int height) {
  Reader reader = {g_bytes_get_data(png, NULL), g_bytes_get_size(png)};
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_bytes, &reader);
  int ink = -1;
  if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS &&
      cairo_image_surface_get_width(surface) == width &&
      cairo_image_surface_get_height(surface) == height) {
    gint64 count = 0;
    for (int y = 0; y < height; y++) {
      const guint8 *row = cairo_image_surface_get_data(surface) +
                          (gsize)y * (gsize)cairo_image_surface_get_stride(surface);
      for (int x = 0; x < width; x++)
        count += (((const guint32 *)(const void *)row)[x] & 0xffffff) != 0xffffff;
    }
    ink = (int)(count * 100000 / ((gint64)width * height));
  }
  cairo_surface_destroy(surface);
  return ink;
}

/* What XML says: its words, and how much is drawn. */
typedef struct {
  GString *title, *describe;
  int drawn;
} SvgRead;

static void svg_start(GMarkupParseContext *context, const char *element, const char **names,
                      const char **values, gpointer data, GError **error) {
  ((SvgRead *)data)->drawn += g_str_equal(element, "path") || g_str_equal(element, "use");
}

static void svg_text(GMarkupParseContext *context, const char *text, gsize length, gpointer data,
                     GError **error) {
  const char *element = g_markup_parse_context_get_element(context);
  if (g_strcmp0(element, "title") == 0)
    g_string_append_len(((SvgRead *)data)->title, text, (gssize)length);
  if (g_strcmp0(element, "desc") == 0)
    g_string_append_len(((SvgRead *)data)->describe, text, (gssize)length);
}

static SvgRead read_svg(GBytes *svg, GError **error) {
  static const GMarkupParser parser = {.start_element = svg_start, .text = svg_text};
  SvgRead read = {g_string_new(NULL), g_string_new(NULL), 0};
  GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, &read, NULL);
  gsize length;
  const char *text = g_bytes_get_data(svg, &length);
  if (g_markup_parse_context_parse(context, text, (gssize)length, error))
    g_markup_parse_context_end_parse(context, error);
  g_markup_parse_context_free(context);
  return read;
}

static void svg_read_clear(SvgRead *read) {
  g_string_free(read->title, TRUE);
  g_string_free(read->describe, TRUE);
}

static void assert_whole_svg(GBytes *svg, const ChartPicture *picture) {
  g_autoptr(GError) error = NULL;
  SvgRead read = read_svg(svg, &error);
  g_assert_no_error(error);
  g_assert_cmpstr(read.title->str, ==, chart_picture_title(picture));
  g_assert_cmpstr(read.describe->str, ==, chart_picture_describe(picture));
  g_assert_cmpint(read.drawn, >, 60);
  svg_read_clear(&read);
}

static GBytes *make(const PictureOptions *options, const Study *study, PictureFormat format) {
  g_autoptr(GError) error = NULL;
  GBytes *bytes = picture_file_make(options, study, format, &error);
  g_assert_no_error(error);
  g_assert_nonnull(bytes);
  return bytes;
}

static void assert_whole_png(GBytes *png, const ChartPicture *picture, const char *name) {
  int width, height;
  chart_picture_size(picture, &width, &height);
  int ink = find_ink(png, 2 * width, 2 * height);
  if (ink < 1000 || ink > 60000)
    g_error("%s: ink %d of 100,000", name, ink);
}

/* To pack a PNG takes long: in the quick run each kind is one in one of the languages. */
static void test_every_kind(void) {
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++)
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
      const Study study = study_of(SHAPE_EXAMPLE, (ChartKind)kind);
      const PictureOptions options = {(ChartKind)kind, (Language)language, NULL};
      g_autoptr(ChartPicture) picture =
          chart_picture_new(options.kind, options.language, &study, NULL);
      if (!g_test_quick() || language == kind % LANGUAGE_COUNT) {
        g_autoptr(GBytes) png = make(&options, &study, PICTURE_PNG);
        assert_whole_png(png, picture, chart_name(options.kind));
      }
      g_autoptr(GBytes) svg = make(&options, &study, PICTURE_SVG);
      assert_whole_svg(svg, picture);
      g_autofree char *finding = chart_finding(options.kind, options.language, &study);
      g_autofree char *source = chart_source_text(options.kind, options.language, &study);
      g_assert_cmpstr(chart_picture_title(picture), ==, finding);
      g_assert_nonnull(strstr(chart_picture_describe(picture), finding));
      g_assert_nonnull(strstr(chart_picture_describe(picture), source));
      g_assert_nonnull(strstr(source, say_name(options.language, study.plan->name)));
    }
}

/* What is blank, cut or no XML is found to be. */
static void test_checks_can_fail(void) {
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 40, 30);
  cairo_t *cr = cairo_create(surface);
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);
  cairo_destroy(cr);
  g_autofree char *folder = g_dir_make_tmp("aubaine-blank-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "blank.png", NULL);
  g_autofree char *content = NULL;
  gsize length;
  g_assert_cmpint(cairo_surface_write_to_png(surface, path), ==, CAIRO_STATUS_SUCCESS);
  g_assert_true(g_file_get_contents(path, &content, &length, NULL));
  g_autoptr(GBytes) blank = g_bytes_new(content, length), cut = g_bytes_new(content, length / 2);
  g_assert_cmpint(find_ink(blank, 40, 30), ==, 0);
  g_assert_cmpint(find_ink(blank, 80, 60), ==, -1);
  g_assert_cmpint(find_ink(cut, 40, 30), ==, -1);
  g_remove(path);
  g_rmdir(folder);
  cairo_surface_destroy(surface);
  const char *broken = "<svg><title>Cash & more</title></svg>";
  g_autoptr(GBytes) no_xml = g_bytes_new_static(broken, strlen(broken));
  g_autoptr(GError) error = NULL;
  SvgRead read = read_svg(no_xml, &error);
  g_assert_nonnull(error);
  svg_read_clear(&read);
}

/* A name with what XML cannot hold. */
static void test_any_plan_name(void) {
  Study study = study_of(SHAPE_EXAMPLE, CHART_WATERFALL);
  g_autofree Plan *plan = g_memdup2(study.plan, sizeof *plan);
  g_strlcpy(plan->name, "Fish & <Chips> \"now\" \x01 é", sizeof plan->name);
  study.plan = plan;
  const PictureOptions options = {CHART_WATERFALL, LANGUAGE_FR, NULL};
  g_autoptr(GBytes) svg = make(&options, &study, PICTURE_SVG);
  g_autoptr(GError) error = NULL;
  SvgRead read = read_svg(svg, &error);
  g_assert_no_error(error);
  g_assert_nonnull(strstr(read.describe->str, "Fish & <Chips> \"now\"   é"));
  svg_read_clear(&read);
}

static void test_source_says_of_what(void) {
  static const struct {
    ChartKind kind;
    const char *basis;
  } said[] = {{CHART_WATERFALL, "contract arithmetic"},
              {CHART_HEAT, "the plan year, which has no luck"},
              {CHART_SPREAD, "simulated years"},
              {CHART_CASH, "the plan year, which has no luck; band: "},
              {CHART_TORNADO, "simulated years, seed "},
              {CHART_OFFERS, "simulated years"}};
  for (gsize i = 0; i < G_N_ELEMENTS(said); i++) {
    Study study = study_of(SHAPE_EXAMPLE, said[i].kind);
    if (said[i].kind == CHART_CASH)
      study.risk = risks[SHAPE_EXAMPLE];
    g_autofree char *source = chart_source_text(said[i].kind, LANGUAGE_EN, &study);
    if (!strstr(source, said[i].basis))
      g_error("%s: “%s”", chart_name(said[i].kind), source);
  }
}

static void test_formats_and_names(void) {
  PictureFormat format;
  g_assert_true(picture_format_find("a.png", &format) && format == PICTURE_PNG);
  g_assert_true(picture_format_find("/b/a.b.SVG", &format) && format == PICTURE_SVG);
  g_assert_false(picture_format_find("a", &format));
  g_assert_false(picture_format_find(".svg", &format));
  g_assert_false(picture_format_find("a.pdf", &format));
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++)
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
      const Study study = study_of(SHAPE_EXAMPLE, (ChartKind)kind);
      const PictureOptions options = {(ChartKind)kind, (Language)language, NULL};
      g_autofree char *name = picture_file_name(&options, &study);
      g_assert_true(g_utf8_validate(name, -1, NULL));
      g_assert_cmpuint(strlen(name), >, 10);
      g_assert_cmpuint(strlen(name), <, 255);
      g_assert_null(strpbrk(name, "/\\:*?\"<>|\n"));
      g_assert_true(picture_format_find(name, &format) && format == PICTURE_PNG);
    }
}

static void assert_content(const char *path, const char *expected) {
  g_autofree char *content = NULL;
  g_assert_true(g_file_get_contents(path, &content, NULL, NULL));
  g_assert_cmpstr(content, ==, expected);
}

/* A folder that is none, for root may write into all that are; and a disk that is full. */
static void test_refused_writes_leave_the_old_file(void) {
  const Study study = study_of(SHAPE_EXAMPLE, CHART_WATERFALL);
  const PictureOptions options = {CHART_WATERFALL, LANGUAGE_EN, NULL};
  g_autofree char *folder = g_dir_make_tmp("aubaine-picture-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "old.svg", NULL);
  g_autofree char *inside = g_build_filename(path, "new.svg", NULL);
  g_autoptr(GError) no_folder = NULL, full = NULL, none = NULL;
  g_assert_true(g_file_set_contents(path, "old", -1, NULL));
  g_assert_false(picture_file_write(inside, &options, &study, PICTURE_SVG, &no_folder));
  g_assert_true(no_folder && no_folder->domain == G_FILE_ERROR);
  assert_content(path, "old");
  struct rlimit before;
  g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
  const struct rlimit small = {1000, before.rlim_max};
  g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
  gboolean written = picture_file_write(path, &options, &study, PICTURE_SVG, &full);
  g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false(written);
  g_assert_true(full && full->domain == G_FILE_ERROR);
  assert_content(path, "old");
  g_assert_true(picture_file_write(path, &options, &study, PICTURE_SVG, &none));
  g_autofree char *content = NULL;
  g_assert_true(g_file_get_contents(path, &content, NULL, NULL));
  g_assert_true(g_str_has_prefix(content, "<?xml"));
  g_remove(path);
  g_assert_cmpint(g_rmdir(folder), ==, 0); /* nothing else stayed behind */
}

/* The hover layer stays inside what it says that it draws on. */
static void test_hover_box_holds_the_hover_layer(void) {
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
    const ChartStyle style = style_for((ChartKind)kind, 600, 1);
    g_autoptr(Chart) chart = make_chart(SHAPE_EXAMPLE, (ChartKind)kind, &style);
    int count = chart_position_count(chart);
    for (int i = 0; i < count; i += MAX(1, count / 4)) {
      const cairo_rectangle_t all = {0, 0, style.width, style.height};
      cairo_surface_t *ink = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &all);
      cairo_t *cr = cairo_create(ink);
      double box[4], x, y, width, height;
      chart_paint_hover(chart, cr, i);
      chart_hover_box(chart, i, box);
      cairo_recording_surface_ink_extents(ink, &x, &y, &width, &height);
      g_assert_cmpfloat(width * height, >, 100);
      if (x < box[0] || y < box[1] || x + width > box[0] + box[2] || y + height > box[1] + box[3])
        g_error("%s, position %d: draws %g, %g, %g × %g outside %g, %g, %g × %g",
                chart_name((ChartKind)kind), i, x, y, width, height, box[0], box[1], box[2],
                box[3]);
      cairo_destroy(cr);
      cairo_surface_destroy(ink);
    }
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  make_results();
  g_test_add_func("/chart-picture/every-kind", test_every_kind);
  g_test_add_func("/chart-picture/checks-can-fail", test_checks_can_fail);
  g_test_add_func("/chart-picture/any-plan-name", test_any_plan_name);
  g_test_add_func("/chart-picture/source-says-of-what", test_source_says_of_what);
  g_test_add_func("/chart-picture/formats-and-names", test_formats_and_names);
  g_test_add_func("/chart-picture/refused-writes-leave-the-old-file",
                  test_refused_writes_leave_the_old_file);
  g_test_add_func("/chart-picture/hover-box-holds-the-hover-layer",
                  test_hover_box_holds_the_hover_layer);
  int failed = g_test_run();
  free_results();
  return failed;
}
