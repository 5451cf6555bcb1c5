/* Room: paper. Knows: pango. Must not know: pages, plans.
 *
 * The few ways text looks on paper. Points everywhere; nothing under 9 pt. Figures are tabular, so
 * that columns of amounts line up. */
#pragma once

#include <glib.h>
#include <pango/pangocairo.h>

/* Inter where the system has it, else its sans. */
#define TYPE_FAMILY "Inter, Sans"

typedef enum {
  TYPE_TITLE,
  TYPE_VERDICT,
  TYPE_FIGURE,
  TYPE_HEADING,
  TYPE_SUBHEADING,
  TYPE_BODY,
  TYPE_STRONG,
  TYPE_NOTE,      /* grey: what stands beside or under */
  TYPE_CELL,      /* table cells */
  TYPE_CELL_BOLD, /* table heads and totals */
  TYPE_STYLE_COUNT
} TypeStyle;

typedef struct Type Type;

/* scale: 1 for reading in the hand. */
Type *type_new(double scale);
void type_free(Type *type); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Type, type_free)

/* Shaping text is what costs; a page is measured before it is drawn, so what was set once is kept
 * and answered again. Do not change a layout.
 * Text set in a width, broken at spaces (inside a word only when it alone is wider); width < 0: on
 * one line. Free with g_object_unref. */
PangoLayout *type_layout(const Type *type, TypeStyle style, const char *text, double width,
                         PangoAlignment alignment);
double type_layout_width(PangoLayout *layout);
double type_layout_height(PangoLayout *layout);

/* On one line; and of its widest piece that may not be broken. */
double type_text_width(const Type *type, TypeStyle style, const char *text);
double type_word_width(const Type *type, TypeStyle style, const char *text);

/* Grey level of a style's text, 0 black. */
double type_grey(TypeStyle style);
