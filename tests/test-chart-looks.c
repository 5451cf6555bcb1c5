/* Every chart of the example beside a picture of it that somebody looked at, light and dark, with a
 * tolerance for other versions of the libraries that draw letters; the other themes beside their
 * palette. The letters are those of tests/data/fonts, whatever the machine has.
 *   tests/test-chart-looks --renew    in a build folder, writes the pictures anew; look at them. */
#include <cairo.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tests/chart-samples.h"
#include "ui/chart/palette.h"

#define MARGIN 6
#define TEXT_SCALE 0.8
/* A pixel differs as much as from the nearest in colour of the 3 × 3 around it in the other
 * picture. Of 255, over the picture; pixels that differ by more than FAR_OFF, of 10,000. */
#define MEAN_MOST 4.5
#define FAR_OFF 70
#define FAR_MOST 10
#define SLIVERS_MOST 250

typedef struct {
  double mean, far;
} Difference;

static const char *const theme_names[] = {[THEME_LIGHT] = "light", [THEME_DARK] = "dark"};

static char *path_of(ChartKind kind, ChartTheme theme) {
  return g_strdup_printf("%s/charts/%s-%s.png", TESTS_DATA, chart_name(kind), theme_names[theme]);
}

/* by: how far everything stands to the right, in pixels. */
static cairo_surface_t *draw(ChartKind kind, ChartTheme theme, double by) {
  ChartStyle style = style_for(kind, 480 - 2 * MARGIN, TEXT_SCALE);
  style.theme = theme;
  style.font_family = "DejaVu Sans";
  g_autoptr(Chart) chart = make_chart(SHAPE_EXAMPLE, kind, &style);
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, 480, (int)style.height + 2 * MARGIN);
  cairo_t *cr = cairo_create(surface);
  double rgb[3];
  chart_theme_background(theme, rgb);
  cairo_set_source_rgb(cr, rgb[0], rgb[1], rgb[2]);
  cairo_paint(cr);
  cairo_translate(cr, MARGIN + by, MARGIN);
  chart_paint(chart, cr);
  cairo_destroy(cr);
  cairo_surface_flush(surface);
  return surface;
}

static guint32 *pixel(cairo_surface_t *surface, int x, int y) {
  guint8 *row = cairo_image_surface_get_data(surface) +
                (gsize)y * (gsize)cairo_image_surface_get_stride(surface);
  return (guint32 *)(void *)row + x;
}

static int channel(guint32 colour, int index) {
  return (int)(colour >> 8 * index & 0xff);
}

/* Of the channel that differs most. */
static int distance(guint32 a, guint32 b) {
  int most = 0;
  for (int i = 0; i < 3; i++)
    most = MAX(most, ABS(channel(a, i) - channel(b, i)));
  return most;
}

static int distance_around(guint32 colour, cairo_surface_t *surface, int x, int y) {
  int right = MIN(x + 1, cairo_image_surface_get_width(surface) - 1);
  int bottom = MIN(y + 1, cairo_image_surface_get_height(surface) - 1), least = 255;
  for (int near_y = MAX(y - 1, 0); near_y <= bottom; near_y++)
    for (int near_x = MAX(x - 1, 0); near_x <= right; near_x++)
      least = MIN(least, distance(colour, *pixel(surface, near_x, near_y)));
  return least;
}

/* Of two pictures of one size. */
static Difference compare(cairo_surface_t *a, cairo_surface_t *b) {
  int width = cairo_image_surface_get_width(a), height = cairo_image_surface_get_height(a);
  gint64 sum = 0, far = 0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) {
      guint32 of_a = *pixel(a, x, y) & 0xffffff, of_b = *pixel(b, x, y) & 0xffffff;
      if (of_a == of_b)
        continue;
      int most = MAX(distance_around(of_a, b, x, y), distance_around(of_b, a, x, y));
      sum += most;
      far += most > FAR_OFF;
    }
  double pixels = (double)width * height;
  return (Difference){(double)sum / pixels, (double)far * 1e4 / pixels};
}

static bool is_alike(Difference difference) {
  return difference.mean <= MEAN_MOST && difference.far <= FAR_MOST;
}

static bool has_size_of(cairo_surface_t *a, cairo_surface_t *b) {
  return cairo_image_surface_get_width(a) == cairo_image_surface_get_width(b) &&
         cairo_image_surface_get_height(a) == cairo_image_surface_get_height(b);
}

static cairo_surface_t *read_kept(ChartKind kind, ChartTheme theme) {
  g_autofree char *path = path_of(kind, theme);
  cairo_surface_t *kept = cairo_image_surface_create_from_png(path);
  if (cairo_surface_status(kept) != CAIRO_STATUS_SUCCESS)
    g_error("%s cannot be read: run tests/test-chart-looks --renew", path);
  return kept;
}

static void assert_looks_as_kept(ChartKind kind, ChartTheme theme) {
  cairo_surface_t *drawn = draw(kind, theme, 0), *kept = read_kept(kind, theme);
  bool same_size = has_size_of(drawn, kept);
  Difference difference = same_size ? compare(drawn, kept) : (Difference){INFINITY, INFINITY};
  g_test_message("%s %s: mean %.2f, far %.0f of 10,000", chart_name(kind), theme_names[theme],
                 difference.mean, difference.far);
  if (!is_alike(difference)) {
    g_autofree char *seen =
        g_strdup_printf("%s/%s-%s.png", g_get_tmp_dir(), chart_name(kind), theme_names[theme]);
    cairo_surface_write_to_png(drawn, seen);
    g_test_message("%s is not as kept (%s); if it should: run tests/test-chart-looks --renew", seen,
                   same_size ? "other pixels" : "another size");
    g_test_fail();
  }
  cairo_surface_destroy(drawn);
  cairo_surface_destroy(kept);
}

static void test_looks_as_kept(gconstpointer data) {
  for (int theme = THEME_LIGHT; theme <= THEME_DARK; theme++)
    assert_looks_as_kept((ChartKind)GPOINTER_TO_INT(data), (ChartTheme)theme);
}

static bool is_coloured(guint32 colour) {
  int red = channel(colour, 2), green = channel(colour, 1), blue = channel(colour, 0);
  return MAX(MAX(red, green), blue) - MIN(MIN(red, green), blue) > 40;
}

/* The colour that most pixels have, of those far from the background; 0: none. */
static guint32 find_series_colour(cairo_surface_t *surface, bool coloured) {
  g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);
  int width = cairo_image_surface_get_width(surface), most = 0;
  int height = cairo_image_surface_get_height(surface);
  guint32 background = *pixel(surface, 0, 0), found = 0;
  for (int i = 0; i < width * height; i++) {
    guint32 colour = *pixel(surface, i % width, i / width);
    int count = GPOINTER_TO_INT(g_hash_table_lookup(counts, GUINT_TO_POINTER(colour))) + 1;
    g_hash_table_insert(counts, GUINT_TO_POINTER(colour), GINT_TO_POINTER(count));
    bool is_one = coloured ? is_coloured(colour) : distance(colour, background) > FAR_OFF;
    if (is_one && count > most) {
      most = count;
      found = colour;
    }
  }
  return found;
}

/* The series that has most of the picture in another colour, or the grey where nothing has one. */
static void recolour(cairo_surface_t *surface) {
  int width = cairo_image_surface_get_width(surface);
  int height = cairo_image_surface_get_height(surface);
  guint32 found = find_series_colour(surface, true);
  found = found ? found : find_series_colour(surface, false);
  for (int i = 0; i < width * height; i++)
    if (*pixel(surface, i % width, i / width) == found)
      *pixel(surface, i % width, i / width) = found ^ 0x808080;
}

static Difference compare_and_free(cairo_surface_t *drawn, cairo_surface_t *other) {
  Difference difference = compare(drawn, other);
  g_test_message("mean %.2f, far %.0f", difference.mean, difference.far);
  cairo_surface_destroy(other);
  return difference;
}

/* A quarter of a pixel aside, as other versions of the libraries may put a letter, is alike; three
 * pixels aside, or one series in another colour, is not. */
static void test_comparison_can_fail(void) {
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
    ChartTheme theme = kind % 2 ? THEME_DARK : THEME_LIGHT;
    cairo_surface_t *drawn = draw((ChartKind)kind, theme, 0);
    cairo_surface_t *other = draw((ChartKind)kind, theme, 0);
    recolour(other);
    g_test_message("%s: near, aside, recoloured", chart_name((ChartKind)kind));
    g_assert_true(is_alike(compare_and_free(drawn, draw((ChartKind)kind, theme, 0.25))));
    g_assert_false(is_alike(compare_and_free(drawn, draw((ChartKind)kind, theme, 3))));
    g_assert_false(is_alike(compare_and_free(drawn, other)));
    cairo_surface_destroy(drawn);
  }
}

static guint32 mix(Colour over, double alpha, guint32 under) {
  const double parts[] = {over.blue, over.green, over.red};
  guint32 mixed = 0;
  for (int i = 0; i < 3; i++)
    mixed |= (guint32)lround(alpha * parts[i] * 255 + (1 - alpha) * channel(under, i)) << 8 * i;
  return mixed;
}

/* The inks of a theme, and each of them on each. */
static GArray *find_inks(ChartTheme theme) {
  GArray *inks = g_array_new(FALSE, FALSE, sizeof(guint32));
  Palette palette;
  palette_init(&palette, theme);
  for (int role = 0; role < ROLE_COUNT; role++) {
    const Ink *ink = &palette.ink[role];
    guint32 plain[] = {mix(ink->text, 1, 0), mix(ink->fill, 1, 0), mix(ink->lines, 1, 0)};
    g_array_append_vals(inks, plain, G_N_ELEMENTS(plain));
  }
  guint plain_count = inks->len;
  for (int role = 0; role < ROLE_COUNT; role++)
    for (guint i = 0; i < plain_count; i++) {
      const Ink *ink = &palette.ink[role];
      guint32 under = g_array_index(inks, guint32, i);
      guint32 mixed[] = {mix(ink->fill, ink->fill_alpha, under),
                         mix(ink->lines, ink->lines_alpha, under)};
      g_array_append_vals(inks, mixed, G_N_ELEMENTS(mixed));
    }
  return inks;
}

/* A pixel that has the colour of all around it: no edge. */
static bool is_inside(cairo_surface_t *surface, int x, int y) {
  for (int i = 0; i < 9; i++)
    if (*pixel(surface, x + i % 3 - 1, y + i / 3 - 1) != *pixel(surface, x, y))
      return false;
  return true;
}

static bool is_ink(const GArray *inks, guint32 colour) {
  for (guint i = 0; i < inks->len; i++)
    if (distance(colour, g_array_index(inks, guint32, i)) <= 2)
      return true;
  return false;
}

/* Pixels of areas that are none of these inks. */
static int count_strange(cairo_surface_t *surface, const GArray *inks) {
  int strange = 0;
  guint32 known = *pixel(surface, 0, 0);
  for (int y = 1; y < cairo_image_surface_get_height(surface) - 1; y++)
    for (int x = 1; x < cairo_image_surface_get_width(surface) - 1; x++) {
      guint32 colour = *pixel(surface, x, y);
      if (colour == known || !is_inside(surface, x, y))
        continue;
      if (is_ink(inks, colour))
        known = colour;
      else
        strange++;
    }
  return strange;
}

static int count_coloured(cairo_surface_t *surface) {
  int count = 0, width = cairo_image_surface_get_width(surface);
  for (int i = 0; i < width * cairo_image_surface_get_height(surface); i++)
    count += is_coloured(*pixel(surface, i % width, i / width));
  return count;
}

/* No area of a theme without a kept picture has a colour from elsewhere, but for slivers where
 * three areas meet; high contrast has no colour at all. A picture in the inks of another theme is
 * found out. */
static void test_all_ink_is_of_the_palette(void) {
  g_autoptr(GArray) dark = find_inks(THEME_DARK);
  for (int theme = THEME_HIGH_CONTRAST; theme <= THEME_PRINT; theme++) {
    g_autoptr(GArray) inks = find_inks((ChartTheme)theme);
    for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
      cairo_surface_t *drawn = draw((ChartKind)kind, (ChartTheme)theme, 0);
      int strange = count_strange(drawn, inks), coloured = count_coloured(drawn);
      if (strange > SLIVERS_MOST || (theme != THEME_PRINT && coloured > 0))
        g_error("%s, theme %d: %d pixels of areas in no ink, %d coloured",
                chart_name((ChartKind)kind), theme, strange, coloured);
      if (theme == THEME_PRINT && kind == CHART_WATERFALL)
        g_assert_cmpint(count_strange(drawn, dark), >, 10 * SLIVERS_MOST);
      cairo_surface_destroy(drawn);
    }
  }
}

static int renew(void) {
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++)
    for (int theme = THEME_LIGHT; theme <= THEME_DARK; theme++) {
      g_autofree char *path = path_of((ChartKind)kind, (ChartTheme)theme);
      cairo_surface_t *surface = draw((ChartKind)kind, (ChartTheme)theme, 0);
      cairo_status_t status = cairo_surface_write_to_png(surface, path);
      cairo_surface_destroy(surface);
      if (status != CAIRO_STATUS_SUCCESS) {
        fprintf(stderr, "%s: %s\n", path, cairo_status_to_string(status));
        return 1;
      }
    }
  return 0;
}

int main(int argc, char **argv) {
  g_setenv("FONTCONFIG_FILE", TESTS_DATA "/fonts/fonts.conf", TRUE);
  bool is_renewed = argc > 1 && strcmp(argv[1], "--renew") == 0;
  if (!is_renewed)
    g_test_init(&argc, &argv, NULL);
  make_results();
  if (is_renewed)
    return renew();
  for (int kind = 0; kind < CHART_KIND_COUNT; kind++) {
    g_autofree char *name = g_strdup_printf("/chart-looks/%s", chart_name((ChartKind)kind));
    g_test_add_data_func(name, GINT_TO_POINTER(kind), test_looks_as_kept);
  }
  g_test_add_func("/chart-looks/comparison-can-fail", test_comparison_can_fail);
  g_test_add_func("/chart-looks/all-ink-is-of-the-palette", test_all_ink_is_of_the_palette);
  int failed = g_test_run();
  free_results();
  return failed;
}
