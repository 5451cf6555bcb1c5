/* Room: paper. Knows: pango. Must not know: pages, plans. */
#include "ui/paper/type.h"

#include <string.h>

typedef struct {
  double points;
  PangoWeight weight;
  double grey;
  double line_spacing; /* over the font's own */
} StyleRow;

static const StyleRow style_rows[TYPE_STYLE_COUNT] = {
    [TYPE_TITLE] = {18.5, PANGO_WEIGHT_BOLD, 0.08, 1.0},
    [TYPE_VERDICT] = {12.5, PANGO_WEIGHT_BOLD, 0.08, 1.05},
    [TYPE_FIGURE] = {13.0, PANGO_WEIGHT_BOLD, 0.08, 1.0},
    [TYPE_HEADING] = {12.0, PANGO_WEIGHT_BOLD, 0.08, 1.0},
    [TYPE_SUBHEADING] = {10.0, PANGO_WEIGHT_BOLD, 0.08, 1.0},
    [TYPE_BODY] = {9.5, PANGO_WEIGHT_NORMAL, 0.12, 1.08},
    [TYPE_STRONG] = {9.5, PANGO_WEIGHT_SEMIBOLD, 0.08, 1.08},
    [TYPE_NOTE] = {9.0, PANGO_WEIGHT_NORMAL, 0.33, 1.05},
    [TYPE_CELL] = {9.0, PANGO_WEIGHT_NORMAL, 0.12, 0.97},
    [TYPE_CELL_BOLD] = {9.0, PANGO_WEIGHT_SEMIBOLD, 0.08, 0.97},
};

struct Type {
  PangoContext *context;
  PangoFontDescription *font[TYPE_STYLE_COUNT];
  PangoAttrList *attributes;
  GHashTable *layouts; /* SetText: PangoLayout */
};

typedef struct {
  TypeStyle style;
  PangoAlignment alignment;
  int width; /* in units of Pango; below 0: on one line */
  char *text;
} SetText;

static guint set_text_hash(gconstpointer data) {
  const SetText *set = data;
  return g_str_hash(set->text) * 31 + (guint)set->style * 7 + (guint)set->alignment +
         (guint)set->width * 13;
}

static gboolean set_text_equal(gconstpointer a, gconstpointer b) {
  const SetText *first = a, *second = b;
  return first->style == second->style && first->alignment == second->alignment &&
         first->width == second->width && strcmp(first->text, second->text) == 0;
}

static void set_text_free(gpointer data) {
  g_free(((SetText *)data)->text);
  g_free(data);
}

Type *type_new(double scale) {
  Type *type = g_new0(Type, 1);
  type->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
  pango_cairo_context_set_resolution(type->context, 72.0);
  /* Paper has no pixels: unrounded advances, so that a page breaks alike on every machine. */
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(type->context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(type->context, FALSE);

  for (int style = 0; style < TYPE_STYLE_COUNT; style++) {
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, TYPE_FAMILY);
    pango_font_description_set_weight(font, style_rows[style].weight);
    pango_font_description_set_size(font, (int)(style_rows[style].points * scale * PANGO_SCALE));
    type->font[style] = font;
  }
  type->attributes = pango_attr_list_new();
  pango_attr_list_insert(type->attributes, pango_attr_font_features_new("tnum=1"));
  type->layouts =
      g_hash_table_new_full(set_text_hash, set_text_equal, set_text_free, g_object_unref);
  return type;
}

void type_free(Type *type) {
  if (type == NULL)
    return;
  for (int style = 0; style < TYPE_STYLE_COUNT; style++)
    pango_font_description_free(type->font[style]);
  g_hash_table_unref(type->layouts);
  pango_attr_list_unref(type->attributes);
  g_object_unref(type->context);
  g_free(type);
}

/* Pango would cut "-$9.80" after its sign, where it takes a hyphen to end. */
static void keep_signs(PangoLayout *layout, const Type *type, const char *text) {
  g_autoptr(PangoAttrList) attributes = pango_attr_list_copy(type->attributes);
  for (const char *at = strstr(text, "-$"); at != NULL; at = strstr(at + 1, "-$")) {
    PangoAttribute *whole = pango_attr_allow_breaks_new(FALSE);
    whole->start_index = (guint)(at - text);
    whole->end_index = whole->start_index + 2;
    pango_attr_list_insert(attributes, whole);
  }
  pango_layout_set_attributes(layout, attributes);
}

static PangoLayout *make_layout(const Type *type, TypeStyle style, const char *text, double width,
                                PangoAlignment alignment) {
  PangoLayout *layout = pango_layout_new(type->context);
  pango_layout_set_font_description(layout, type->font[style]);
  pango_layout_set_attributes(layout, type->attributes);
  pango_layout_set_line_spacing(layout, (float)style_rows[style].line_spacing);
  pango_layout_set_alignment(layout, alignment);
  if (width >= 0.0) {
    pango_layout_set_width(layout, pango_units_from_double(width));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  }
  pango_layout_set_text(layout, text, -1);
  if (strstr(text, "-$") != NULL)
    keep_signs(layout, type, text);
  return layout;
}

PangoLayout *type_layout(const Type *type, TypeStyle style, const char *text, double width,
                         PangoAlignment alignment) {
  const SetText asked = {style, alignment, width >= 0.0 ? pango_units_from_double(width) : -1,
                         (char *)text};
  PangoLayout *layout = g_hash_table_lookup(type->layouts, &asked);
  if (layout == NULL) {
    layout = make_layout(type, style, text, width, alignment);
    SetText *set = g_new(SetText, 1);
    *set = asked;
    set->text = g_strdup(text);
    g_hash_table_insert(type->layouts, set, layout);
  }
  return g_object_ref(layout);
}

/* Asked again and again while columns are tried; a layout of ours never changes. */
typedef struct {
  double width, height, word; /* word: below 0 until asked */
} Measures;

static Measures *layout_measures(PangoLayout *layout) {
  static GQuark quark;
  if (quark == 0)
    quark = g_quark_from_static_string("aubaine-measures");
  Measures *measures = g_object_get_qdata(G_OBJECT(layout), quark);
  if (measures == NULL) {
    int width, height;
    pango_layout_get_size(layout, &width, &height);
    measures = g_new(Measures, 1);
    *measures = (Measures){pango_units_to_double(width), pango_units_to_double(height), -1.0};
    g_object_set_qdata_full(G_OBJECT(layout), quark, measures, g_free);
  }
  return measures;
}

double type_layout_width(PangoLayout *layout) {
  return layout_measures(layout)->width;
}

double type_layout_height(PangoLayout *layout) {
  return layout_measures(layout)->height;
}

double type_text_width(const Type *type, TypeStyle style, const char *text) {
  g_autoptr(PangoLayout) layout = type_layout(type, style, text, -1.0, PANGO_ALIGN_LEFT);
  return type_layout_width(layout);
}

static double find_widest_word(PangoLayout *layout) {
  const char *text = pango_layout_get_text(layout);
  int count;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly(layout, &count);
  double widest = 0.0, begin_x = 0.0, end_x = 0.0;
  const char *at = text;
  for (int i = 0; i < count; i++) {
    PangoRectangle place;
    pango_layout_index_to_pos(layout, (int)(at - text), &place);
    double x = pango_units_to_double(place.x);
    if (attributes[i].is_line_break || i == count - 1) {
      /* The white space before a break hangs over the edge. */
      widest = MAX(widest, (i == count - 1 ? x : end_x) - begin_x);
      begin_x = x;
    }
    if (i < count - 1) {
      if (!attributes[i].is_white)
        end_x = x + pango_units_to_double(place.width);
      at = g_utf8_next_char(at);
    }
  }
  return widest;
}

double type_word_width(const Type *type, TypeStyle style, const char *text) {
  g_autoptr(PangoLayout) layout = type_layout(type, style, text, -1.0, PANGO_ALIGN_LEFT);
  Measures *measures = layout_measures(layout);
  if (measures->word < 0.0)
    measures->word = find_widest_word(layout);
  return measures->word;
}

double type_grey(TypeStyle style) {
  return style_rows[style].grey;
}
