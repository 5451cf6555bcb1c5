/* Room: chart. See text.h. */
#include "ui/chart/text.h"

#include <string.h>

#include "ui/words/words.h"

static const struct {
  double size;
  PangoWeight weight;
} styles[TEXT_STYLE_COUNT] = {
    [TEXT_TITLE] = {14, PANGO_WEIGHT_BOLD},     [TEXT_SUBTITLE] = {10.5, PANGO_WEIGHT_NORMAL},
    [TEXT_LABEL] = {10.5, PANGO_WEIGHT_NORMAL}, [TEXT_STRONG] = {10.5, PANGO_WEIGHT_BOLD},
    [TEXT_TICK] = {9.5, PANGO_WEIGHT_NORMAL},
};

void typesetter_init(Typesetter *typesetter, Language language, const char *family, double scale) {
  typesetter->scale = scale;
  typesetter->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
  pango_context_set_language(typesetter->context,
                             pango_language_from_string(language_code(language)));
  pango_context_set_round_glyph_positions(typesetter->context, FALSE);
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(typesetter->context, options);
  cairo_font_options_destroy(options);
  for (int i = 0; i < TEXT_STYLE_COUNT; i++) {
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, family ? family : "sans");
    pango_font_description_set_weight(font, styles[i].weight);
    pango_font_description_set_absolute_size(font, styles[i].size * scale * PANGO_SCALE);
    typesetter->font[i] = font;
  }
  typesetter->tabular = pango_attr_list_new();
  pango_attr_list_insert(typesetter->tabular, pango_attr_font_features_new("tnum=1"));
  typesetter->lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
}

void typesetter_clear(Typesetter *typesetter) {
  g_clear_object(&typesetter->context);
  for (int i = 0; i < TEXT_STYLE_COUNT; i++)
    g_clear_pointer(&typesetter->font[i], pango_font_description_free);
  g_clear_pointer(&typesetter->tabular, pango_attr_list_unref);
  g_clear_pointer(&typesetter->lines, g_hash_table_unref);
}

static PangoLayout *make_layout(const Typesetter *typesetter, TextStyle style, const char *text) {
  PangoLayout *layout = pango_layout_new(typesetter->context);
  pango_layout_set_font_description(layout, typesetter->font[style]);
  pango_layout_set_attributes(layout, typesetter->tabular);
  pango_layout_set_text(layout, text, -1);
  return layout;
}

/* A sign stays with its number at the end of a line. */
static void keep_signs(PangoLayout *layout, const char *text) {
  PangoAttrList *attributes = pango_attr_list_copy(pango_layout_get_attributes(layout));
  for (const char *sign = strpbrk(text, "+-"); sign; sign = strpbrk(sign + 1, "+-")) {
    if (sign[1] != '$' && !g_ascii_isdigit(sign[1]))
      continue;
    PangoAttribute *whole = pango_attr_allow_breaks_new(FALSE);
    whole->start_index = (guint)(sign - text);
    whole->end_index = whole->start_index + 2;
    pango_attr_list_insert(attributes, whole);
  }
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
}

PangoLayout *text_layout_get(const Typesetter *typesetter, TextStyle style, const char *text,
                             double wrap_width) {
  if (wrap_width > 0) {
    PangoLayout *layout = make_layout(typesetter, style, text);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout, (int)(wrap_width * PANGO_SCALE));
    keep_signs(layout, text);
    return layout;
  }
  g_autofree char *key = g_strdup_printf("%d%s", style, text);
  PangoLayout *known = g_hash_table_lookup(typesetter->lines, key);
  if (!known) {
    known = make_layout(typesetter, style, text);
    g_hash_table_insert(typesetter->lines, g_steal_pointer(&key), known);
  }
  return g_object_ref(known);
}

void text_layout_size(PangoLayout *layout, double *width, double *height) {
  int w, h;
  pango_layout_get_size(layout, &w, &h);
  *width = (double)w / PANGO_SCALE;
  *height = (double)h / PANGO_SCALE;
}

double text_width(const Typesetter *typesetter, TextStyle style, const char *text) {
  double width, height;
  g_autoptr(PangoLayout) layout = text_layout_get(typesetter, style, text, 0);
  text_layout_size(layout, &width, &height);
  return width;
}

double text_height(const Typesetter *typesetter, TextStyle style) {
  double width, height;
  g_autoptr(PangoLayout) layout = text_layout_get(typesetter, style, "0", 0);
  text_layout_size(layout, &width, &height);
  return height;
}
