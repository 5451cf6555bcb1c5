/* Room: chart. See palette.h. */
#include "ui/chart/palette.h"

#include <math.h>

enum { BLUE, BROWN, GREEN, PURPLE, GREY };

static const uint32_t base_hex[2][PALETTE_BASE_COUNT] = {
    {0x125acb, 0x875006, 0x164325, 0x48014b, 0x646669},
    {0x40aafe, 0xe99c60, 0x49e4a4, 0xfe69ba, 0xebecf0},
};

static const uint32_t heat_hex[3][HEAT_STEPS] = {
    {0xeff0f1, 0xd2d3d6, 0xadafb2, 0x7f8184, 0x4a4c4f}, /* light, print */
    {0x434447, 0x5d5f63, 0x85878c, 0xb3b5ba, 0xebecf0}, /* dark */
    {0xffffff, 0xcfcfcf, 0x9a9a9a, 0x606060, 0x000000}, /* high contrast; dark reads it backwards */
};

Colour colour_from_hex(uint32_t rgb) {
  return (Colour){((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0};
}

static double linear_light(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

static double luminance(Colour colour) {
  return 0.2126 * linear_light(colour.red) + 0.7152 * linear_light(colour.green) +
         0.0722 * linear_light(colour.blue);
}

double colour_contrast(Colour a, Colour b) {
  double light = fmax(luminance(a), luminance(b)), dark = fmin(luminance(a), luminance(b));
  return (light + 0.05) / (dark + 0.05);
}

Colour palette_base(bool dark, int index) {
  return colour_from_hex(base_hex[dark][index]);
}

static void set_plain(Palette *palette, Role role, Colour colour) {
  palette->ink[role] = (Ink){colour, colour, colour, 1, 1, PATTERN_SOLID, false};
}

static void set_hex(Palette *palette, Role role, uint32_t rgb) {
  set_plain(palette, role, colour_from_hex(rgb));
}

/* Solid colour with lines of the background over it: still told apart without colour. */
static void carve(Palette *palette, Role role, Pattern pattern, double alpha) {
  Ink *ink = &palette->ink[role];
  ink->pattern = pattern;
  ink->lines = palette->ink[ROLE_BACKGROUND].fill;
  ink->lines_alpha = alpha;
}

/* Lines of the colour on a tint of it. */
static void tint(Palette *palette, Role role, double alpha, Pattern pattern) {
  Ink *ink = &palette->ink[role];
  ink->fill_alpha = alpha;
  ink->pattern = pattern;
  ink->lines_alpha = 0.75;
}

/* Hatched and empty; its name is read like any other. */
static void set_closed(Palette *palette) {
  Ink *ink = &palette->ink[ROLE_CLOSED];
  ink->fill_alpha = 0;
  ink->pattern = PATTERN_RISING;
  ink->text = palette->ink[ROLE_MUTED].text;
}

static void set_heat(Palette *palette, int ramp, bool backwards) {
  for (int i = 0; i < HEAT_STEPS; i++) {
    Colour fill = colour_from_hex(heat_hex[ramp][backwards ? HEAT_STEPS - 1 - i : i]);
    Colour black = colour_from_hex(0x161718), white = colour_from_hex(0xffffff);
    bool on_light = colour_contrast(fill, black) > colour_contrast(fill, white);
    set_plain(palette, ROLE_HEAT_1 + (Role)i, fill);
    set_plain(palette, ROLE_ON_HEAT_1 + (Role)i, on_light ? black : white);
  }
}

static void set_colours(Palette *palette, bool dark) {
  static const struct {
    Role role;
    int base;
  } roles[] = {{ROLE_REGULAR, GREEN},  {ROLE_RETURNING, GREY},   {ROLE_DEAL, BLUE},
               {ROLE_REFUSED, BROWN},  {ROLE_IN, BLUE},          {ROLE_OUT, BROWN},
               {ROLE_BALANCE, BLUE},   {ROLE_NOT_YET, PURPLE},   {ROLE_UNDER_FLOOR, BROWN},
               {ROLE_TAXES, GREY},     {ROLE_YOURS, GREEN},      {ROLE_SPENT, BROWN},
               {ROLE_LESS, BROWN},     {ROLE_MORE, GREEN},       {ROLE_KEPT, BLUE},
               {ROLE_BAND_WIDE, BLUE}, {ROLE_BAND_NARROW, BLUE}, {ROLE_MEDIAN, BLUE},
               {ROLE_LUCK, PURPLE},    {ROLE_LOSS, BROWN},       {ROLE_GAIN, BLUE},
               {ROLE_AT_LOW, PURPLE},  {ROLE_AT_HIGH, GREEN},    {ROLE_BEFORE, BLUE},
               {ROLE_AFTER, BLUE}};
  set_hex(palette, ROLE_BACKGROUND, dark ? 0x363636 : 0xffffff);
  set_hex(palette, ROLE_INK, dark ? 0xf6f5f4 : 0x2b2d30);
  set_hex(palette, ROLE_MUTED, dark ? 0xbfc1c6 : 0x646669);
  set_hex(palette, ROLE_GRID, dark ? 0x4d4e50 : 0xe3e4e6);
  set_hex(palette, ROLE_AXIS, dark ? 0x9a9ca1 : 0x8c8e92);
  set_hex(palette, ROLE_CAPACITY, dark ? 0xf6f5f4 : 0x2b2d30);
  set_hex(palette, ROLE_NET, dark ? 0xf6f5f4 : 0x2b2d30);
  set_hex(palette, ROLE_WITHOUT, dark ? 0xf6f5f4 : 0x2b2d30);
  set_hex(palette, ROLE_FLOOR, dark ? 0xbfc1c6 : 0x646669);
  set_hex(palette, ROLE_TOTAL, dark ? 0xbfc1c6 : 0x646669);
  set_hex(palette, ROLE_PLAN_YEAR, dark ? 0xf6f5f4 : 0x2b2d30);
  set_hex(palette, ROLE_CLOSED, dark ? 0x6b6d70 : 0xb9bbbe);
  set_hex(palette, ROLE_TIP, dark ? 0x242424 : 0xffffff);
  set_hex(palette, ROLE_TIP_BORDER, dark ? 0x77797d : 0xa8aaae);
  for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
    set_plain(palette, roles[i].role, palette_base(dark, roles[i].base));
  carve(palette, ROLE_RETURNING, PATTERN_LEVEL, 0.45);
  tint(palette, ROLE_NOT_YET, dark ? 0.34 : 0.20, PATTERN_SOLID);
  tint(palette, ROLE_UNDER_FLOOR, 0.10, PATTERN_RISING);
  palette->ink[ROLE_UNDER_FLOOR].lines_alpha = 0.5;
  tint(palette, ROLE_TAXES, dark ? 0.30 : 0.24, PATTERN_LEVEL);
  palette->ink[ROLE_TAXES].lines_alpha = 0.4;
  tint(palette, ROLE_YOURS, dark ? 0.16 : 0.13, PATTERN_SOLID);
  tint(palette, ROLE_SPENT, 0.10, PATTERN_RISING);
  tint(palette, ROLE_BAND_WIDE, dark ? 0.22 : 0.14, PATTERN_SOLID);
  tint(palette, ROLE_BAND_NARROW, dark ? 0.34 : 0.26, PATTERN_SOLID);
  tint(palette, ROLE_LUCK, dark ? 0.30 : 0.16, PATTERN_SOLID);
  tint(palette, ROLE_LOSS, 0.22, PATTERN_RISING);
  tint(palette, ROLE_AT_LOW, 0.18, PATTERN_FALLING);
  tint(palette, ROLE_AFTER, 0.18, PATTERN_RISING);
  set_closed(palette);
  set_heat(palette, dark ? 1 : 0, false);
}

/* Black and white printers: what differs by hue alone on screen differs by pattern here. */
static void add_print_patterns(Palette *palette) {
  carve(palette, ROLE_DEAL, PATTERN_FALLING, 1);
  carve(palette, ROLE_RETURNING, PATTERN_LEVEL, 1);
  carve(palette, ROLE_OUT, PATTERN_RISING, 1);
  carve(palette, ROLE_LESS, PATTERN_RISING, 1);
  tint(palette, ROLE_LUCK, 0.06, PATTERN_RISING);
  palette->ink[ROLE_LUCK].lines_alpha = 0.45;
  tint(palette, ROLE_NOT_YET, 0.16, PATTERN_FALLING);
  palette->ink[ROLE_NOT_YET].lines_alpha = 0.45;
}

static void set_high_contrast(Palette *palette, bool dark) {
  static const struct {
    Role role;
    Pattern pattern;
  } roles[] = {{ROLE_REGULAR, PATTERN_SOLID},     {ROLE_RETURNING, PATTERN_LEVEL},
               {ROLE_DEAL, PATTERN_RISING},       {ROLE_REFUSED, PATTERN_SOLID},
               {ROLE_IN, PATTERN_SOLID},          {ROLE_OUT, PATTERN_RISING},
               {ROLE_NOT_YET, PATTERN_FALLING},   {ROLE_UNDER_FLOOR, PATTERN_CROSSED},
               {ROLE_TAXES, PATTERN_LEVEL},       {ROLE_YOURS, PATTERN_OPEN},
               {ROLE_SPENT, PATTERN_CROSSED},     {ROLE_TOTAL, PATTERN_OPEN},
               {ROLE_LESS, PATTERN_RISING},       {ROLE_MORE, PATTERN_LEVEL},
               {ROLE_KEPT, PATTERN_SOLID},        {ROLE_BAND_WIDE, PATTERN_OPEN},
               {ROLE_BAND_NARROW, PATTERN_LEVEL}, {ROLE_LUCK, PATTERN_RISING},
               {ROLE_LOSS, PATTERN_RISING},       {ROLE_GAIN, PATTERN_OPEN},
               {ROLE_AT_LOW, PATTERN_FALLING},    {ROLE_AT_HIGH, PATTERN_SOLID},
               {ROLE_BEFORE, PATTERN_SOLID},      {ROLE_AFTER, PATTERN_RISING}};
  Colour ink = colour_from_hex(dark ? 0xffffff : 0x000000);
  Colour paper = colour_from_hex(dark ? 0x1e1e1e : 0xffffff);
  for (int role = 0; role < ROLE_COUNT; role++)
    set_plain(palette, (Role)role, ink);
  set_plain(palette, ROLE_BACKGROUND, paper);
  set_plain(palette, ROLE_TIP, paper);
  set_hex(palette, ROLE_GRID, dark ? 0x6a6a6a : 0xb0b0b0);
  for (size_t i = 0; i < G_N_ELEMENTS(roles); i++) {
    Pattern pattern = roles[i].pattern;
    palette->ink[roles[i].role] =
        (Ink){ink, pattern == PATTERN_SOLID ? ink : paper, ink, 1, 1, pattern, true};
  }
  palette->ink[ROLE_NOT_YET].fill_alpha = palette->ink[ROLE_UNDER_FLOOR].fill_alpha = 0;
  palette->ink[ROLE_TAXES].fill_alpha = palette->ink[ROLE_SPENT].fill_alpha = 0;
  palette->ink[ROLE_BAND_WIDE].fill_alpha = palette->ink[ROLE_BAND_NARROW].fill_alpha = 0;
  palette->ink[ROLE_LUCK].fill_alpha = 0;
  set_closed(palette);
  set_heat(palette, 2, dark);
  for (int i = 0; i < HEAT_STEPS; i++) {
    Ink *step = &palette->ink[ROLE_HEAT_1 + i];
    step->outlined = true;
    step->lines = ink;
  }
}

void palette_init(Palette *palette, ChartTheme theme) {
  palette->theme = theme;
  switch (theme) {
  case THEME_HIGH_CONTRAST:
  case THEME_HIGH_CONTRAST_DARK:
    set_high_contrast(palette, theme == THEME_HIGH_CONTRAST_DARK);
    break;
  case THEME_PRINT:
    set_colours(palette, false);
    add_print_patterns(palette);
    break;
  case THEME_LIGHT:
  case THEME_DARK:
  case THEME_COUNT:
    set_colours(palette, theme == THEME_DARK);
    break;
  }
}
