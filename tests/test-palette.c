/* Quality §3, recomputed from the definitions: contrast of at least 4.5 with the background, and a
 * distance ΔE (CIE 1976) of at least 21 between any two base colours as three colour-blind readers
 * see them (Machado, Oliveira and Fernandes 2009, full severity). */
#include <glib.h>
#include <math.h>

#include "ui/chart/palette.h"

#define CONTRAST_LEAST 4.5
#define DISTANCE_LEAST 21

typedef struct {
  double l, a, b;
} Lab;

/* Protanopia, deuteranopia, tritanopia, on linear light. */
static const double simulation[3][3][3] = {
    {{0.152286, 1.052583, -0.204868},
     {0.114503, 0.786281, 0.099216},
     {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968},
     {0.280085, 0.672501, 0.047413},
     {-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779},
     {-0.078411, 0.930809, 0.147602},
     {0.004733, 0.691367, 0.303900}},
};

static double to_linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

static double lab_curve(double t) {
  return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static Lab lab_of(const double rgb[3]) {
  double x = 0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2];
  double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
  double z = 0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2];
  double fx = lab_curve(x / 0.95047), fy = lab_curve(y), fz = lab_curve(z / 1.08883);
  return (Lab){116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

/* As seen; kind −1: without colour blindness. */
static Lab seen(Colour colour, int kind) {
  double linear[3] = {to_linear(colour.red), to_linear(colour.green), to_linear(colour.blue)};
  double out[3];
  for (int i = 0; i < 3; i++) {
    out[i] = linear[i];
    if (kind >= 0)
      out[i] = simulation[kind][i][0] * linear[0] + simulation[kind][i][1] * linear[1] +
               simulation[kind][i][2] * linear[2];
    out[i] = fmax(0, fmin(1, out[i]));
  }
  return lab_of(out);
}

static double least_distance(const Colour *colours, int count) {
  double least = INFINITY;
  for (int kind = -1; kind < 3; kind++)
    for (int i = 0; i < count; i++)
      for (int k = i + 1; k < count; k++) {
        Lab a = seen(colours[i], kind), b = seen(colours[k], kind);
        least = fmin(least, sqrt((a.l - b.l) * (a.l - b.l) + (a.a - b.a) * (a.a - b.a) +
                                 (a.b - b.b) * (a.b - b.b)));
      }
  return least;
}

static void test_base_colours_differ(void) {
  for (int dark = 0; dark < 2; dark++) {
    Colour colours[PALETTE_BASE_COUNT];
    for (int i = 0; i < PALETTE_BASE_COUNT; i++)
      colours[i] = palette_base(dark, i);
    double least = least_distance(colours, PALETTE_BASE_COUNT);
    g_test_message("%s: least ΔE %.2f", dark ? "dark" : "light", least);
    g_assert_cmpfloat(least, >=, DISTANCE_LEAST);
  }
}

/* A red and a green of the same lightness must not pass. */
static void test_distance_can_fail(void) {
  Colour colours[] = {colour_from_hex(0xb4463c), colour_from_hex(0x6f7a2a)};
  g_assert_cmpfloat(least_distance(colours, 2), <, DISTANCE_LEAST);
  g_assert_cmpfloat(colour_contrast(colour_from_hex(0x999999), colour_from_hex(0xffffff)), <,
                    CONTRAST_LEAST);
  g_assert_cmpfloat_with_epsilon(colour_contrast(colour_from_hex(0), colour_from_hex(0xffffff)), 21,
                                 1e-9);
}

static bool is_line_or_area_only(Role role) {
  return role == ROLE_BACKGROUND || role == ROLE_GRID || role == ROLE_AXIS || role == ROLE_TIP ||
         role == ROLE_TIP_BORDER || (role >= ROLE_HEAT_1 && role <= ROLE_ON_HEAT_5);
}

static void test_contrast(void) {
  for (int theme = 0; theme < THEME_COUNT; theme++) {
    Palette palette;
    palette_init(&palette, (ChartTheme)theme);
    Colour paper = palette.ink[ROLE_BACKGROUND].fill, tip = palette.ink[ROLE_TIP].fill;
    for (int role = 0; role < ROLE_COUNT; role++) {
      if (is_line_or_area_only((Role)role))
        continue;
      Colour text = palette.ink[role].text;
      g_assert_cmpfloat(colour_contrast(text, paper), >=, CONTRAST_LEAST);
      g_assert_cmpfloat(colour_contrast(text, tip), >=, CONTRAST_LEAST);
      if (theme == THEME_DARK) /* the window behind the cards */
        g_assert_cmpfloat(colour_contrast(text, colour_from_hex(0x242424)), >=, CONTRAST_LEAST);
      if (theme == THEME_LIGHT)
        g_assert_cmpfloat(colour_contrast(text, colour_from_hex(0xfafafa)), >=, CONTRAST_LEAST);
    }
    for (int i = 0; i < HEAT_STEPS; i++)
      g_assert_cmpfloat(
          colour_contrast(palette.ink[ROLE_HEAT_1 + i].fill, palette.ink[ROLE_ON_HEAT_1 + i].text),
          >=, CONTRAST_LEAST);
  }
}

/* Each step of the ramp is seen apart from the next, and the ramp goes one way. */
static void test_heat_ramp(void) {
  for (int theme = 0; theme < THEME_COUNT; theme++) {
    Palette palette;
    palette_init(&palette, (ChartTheme)theme);
    double direction = 0;
    for (int i = 0; i + 1 < HEAT_STEPS; i++) {
      double step = seen(palette.ink[ROLE_HEAT_1 + i + 1].fill, -1).l -
                    seen(palette.ink[ROLE_HEAT_1 + i].fill, -1).l;
      g_assert_cmpfloat(fabs(step), >=, 8);
      g_assert_true(i == 0 || step * direction > 0);
      direction = step;
    }
  }
}

/* Series that meet differ by more than colour wherever colour may be missing. */
static void test_patterns(void) {
  static const Role groups[][3] = {{ROLE_REGULAR, ROLE_RETURNING, ROLE_DEAL},
                                   {ROLE_IN, ROLE_OUT, ROLE_NOT_YET},
                                   {ROLE_LESS, ROLE_TOTAL, ROLE_CLOSED}};
  static const ChartTheme themes[] = {THEME_PRINT, THEME_HIGH_CONTRAST, THEME_HIGH_CONTRAST_DARK};
  for (size_t t = 0; t < G_N_ELEMENTS(themes); t++) {
    Palette palette;
    palette_init(&palette, themes[t]);
    for (size_t g = 0; g < G_N_ELEMENTS(groups); g++)
      for (int i = 0; i < 3; i++)
        for (int k = i + 1; k < 3; k++) {
          const Ink *a = &palette.ink[groups[g][i]], *b = &palette.ink[groups[g][k]];
          g_assert_true(a->pattern != b->pattern || fabs(a->fill_alpha - b->fill_alpha) > 0.5);
        }
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/palette/base-colours-differ", test_base_colours_differ);
  g_test_add_func("/palette/distance-can-fail", test_distance_can_fail);
  g_test_add_func("/palette/contrast", test_contrast);
  g_test_add_func("/palette/heat-ramp", test_heat_ramp);
  g_test_add_func("/palette/patterns", test_patterns);
  return g_test_run();
}
