/* Room: chart. Knows: pango. Must not know: marks, charts.
 *
 * Text measured once and kept as PangoLayouts; the same glyphs on screen and on paper, whatever
 * the screen's resolution and hinting. */
#pragma once

#include <pango/pangocairo.h>

#include "model/base/number-text.h"

typedef enum {
  TEXT_TITLE,    /* the finding */
  TEXT_SUBTITLE, /* what is plotted */
  TEXT_LABEL,
  TEXT_STRONG,
  TEXT_TICK,
  TEXT_STYLE_COUNT
} TextStyle;

typedef struct {
  PangoContext *context;
  PangoFontDescription *font[TEXT_STYLE_COUNT];
  PangoAttrList *tabular; /* figures of one width */
  GHashTable *lines;      /* texts on one line, laid out once: style and text → PangoLayout */
  double scale;
} Typesetter;

/* size of TEXT_LABEL at scale 1: 10.5; smallest (TEXT_TICK): 9.5. */
void typesetter_init(Typesetter *typesetter, Language language, const char *family, double scale);
void typesetter_clear(Typesetter *typesetter);

/* The layout of a text, on several lines when wider than wrap_width (0: never). g_object_unref. */
PangoLayout *text_layout_get(const Typesetter *typesetter, TextStyle style, const char *text,
                             double wrap_width);
void text_layout_size(PangoLayout *layout, double *width, double *height);
/* Of a text on one line. */
double text_width(const Typesetter *typesetter, TextStyle style, const char *text);
double text_height(const Typesetter *typesetter, TextStyle style);
