/* Room: chart. Knows: themes. Must not know: what a chart shows.
 *
 * Every colour of every chart. A mark has a role, never a colour; each theme says how a role looks.
 * Colour is never alone: roles that meet in one chart also differ by pattern, dash or marker. The
 * five base colours of light and dark keep a contrast of 4.5 with their background and a distance
 * ΔE of 21 from each other under the three colour-blind simulations (quality §3; a test
 * recomputes it). High contrast has one foreground and patterns. */
#pragma once

#include "ui/chart/chart.h"

typedef enum {
  ROLE_BACKGROUND,
  ROLE_INK,
  ROLE_MUTED,
  ROLE_GRID,
  ROLE_AXIS,
  ROLE_REGULAR,
  ROLE_RETURNING,
  ROLE_DEAL,
  ROLE_CAPACITY,
  ROLE_REFUSED,
  ROLE_IN,
  ROLE_OUT,
  ROLE_NET,
  ROLE_BALANCE,
  ROLE_WITHOUT,
  ROLE_NOT_YET,
  ROLE_FLOOR,
  ROLE_UNDER_FLOOR,
  ROLE_TAXES,
  ROLE_YOURS,
  ROLE_SPENT,
  ROLE_TOTAL,
  ROLE_LESS,
  ROLE_MORE,
  ROLE_KEPT,
  ROLE_CLOSED,
  ROLE_BAND_WIDE,   /* 9 times in 10 */
  ROLE_BAND_NARROW, /* 1 time in 2 */
  ROLE_MEDIAN,
  ROLE_LUCK, /* what luck alone makes */
  ROLE_PLAN_YEAR,
  ROLE_LOSS,
  ROLE_GAIN,
  ROLE_AT_LOW, /* of an input, whatever it does to the result */
  ROLE_AT_HIGH,
  ROLE_BEFORE, /* the contract is signed */
  ROLE_AFTER,
  ROLE_HEAT_1,
  ROLE_HEAT_2,
  ROLE_HEAT_3,
  ROLE_HEAT_4,
  ROLE_HEAT_5,
  ROLE_ON_HEAT_1, /* ink on each step */
  ROLE_ON_HEAT_2,
  ROLE_ON_HEAT_3,
  ROLE_ON_HEAT_4,
  ROLE_ON_HEAT_5,
  ROLE_TIP,
  ROLE_TIP_BORDER,
  ROLE_COUNT
} Role;

typedef enum {
  PATTERN_SOLID,
  PATTERN_RISING,  /* /// */
  PATTERN_FALLING, /* \\\ */
  PATTERN_LEVEL,   /* horizontal lines */
  PATTERN_CROSSED, /* both diagonals */
  PATTERN_OPEN     /* outline only */
} Pattern;

typedef struct {
  double red, green, blue;
} Colour;

/* How a role looks. fill: the area under the pattern; lines: the pattern's lines and the outline;
 * text: the same role as text or as a line. */
typedef struct {
  Colour text, fill, lines;
  double fill_alpha, lines_alpha;
  Pattern pattern;
  bool outlined;
} Ink;

typedef struct {
  ChartTheme theme;
  Ink ink[ROLE_COUNT];
} Palette;

void palette_init(Palette *palette, ChartTheme theme);

#define PALETTE_BASE_COUNT 5
#define HEAT_STEPS 5
/* The five base colours of light (print too) and dark. */
Colour palette_base(bool dark, int index);
Colour colour_from_hex(uint32_t rgb);
/* WCAG contrast ratio, 1..21. */
double colour_contrast(Colour a, Colour b);
