/* Room: paper. Knows: the page, type. Must not know: what a report says. */
#include "ui/paper/page-parts.h"

#define ITEM_INDENT 16.0
/* Of a paragraph that is cut, on each side. */
#define CUT_LINES 2
#define HEADING_RULE_GREY 0.62

void page_heading(Page *page, int level, const char *text, double keep) {
  TypeStyle style = level == 1 ? TYPE_TITLE : TYPE_HEADING;
  const char *tag = level == 1 ? "H1" : "H2";
  page_need(page, 0.0);
  g_autoptr(PangoLayout) layout =
      type_layout(page->type, style, text, page_width(page), PANGO_ALIGN_LEFT);
  double height = type_layout_height(layout);
  page_space(page, level == 1 ? 0.0 : 7.0);
  page_need(page, height + 5.5 + keep);
  page_outline(page, level, text, page_left(page), page->y);
  page_tag_begin(page, tag);
  page_show(page, layout, style, page_left(page), page->y);
  page_tag_end(page, tag);
  page_advance(page, height + 3.0);
  if (level == 1)
    return;
  page_rule(page, page_left(page), page->y, page_width(page), 0.6, HEADING_RULE_GREY);
  page_advance(page, 2.5);
}

double page_text_height(const Page *page, TypeStyle style, const char *text) {
  g_autoptr(PangoLayout) layout =
      type_layout(page->type, style, text, page_width(page), PANGO_ALIGN_LEFT);
  return type_layout_height(layout);
}

void page_paragraph(Page *page, TypeStyle style, const char *text) {
  page_line(page, style, text);
  page_space(page, PARAGRAPH_SPACE);
}

/* link: cairo's, for the whole line; NULL: none. */
static void set_line(Page *page, TypeStyle style, const char *text, const char *link) {
  page_need(page, 0.0);
  g_autoptr(PangoLayout) layout =
      type_layout(page->type, style, text, page_width(page), PANGO_ALIGN_LEFT);
  double height = type_layout_height(layout);
  page_need(page, height);
  page_tag_begin(page, "P");
  if (link != NULL && page_is_pdf(page))
    cairo_tag_begin(page->cr, CAIRO_TAG_LINK, link);
  page_show(page, layout, style, page_left(page), page->y);
  if (link != NULL && page_is_pdf(page))
    cairo_tag_end(page->cr, CAIRO_TAG_LINK);
  page_tag_end(page, "P");
  page_advance(page, height);
}

/* How many bytes of the text to leave on this page or column, where not all of it fits: whole
 * lines, two at least here and two there. 0: none. */
static int cut_at(const Page *page, TypeStyle style, const char *text) {
  g_autoptr(PangoLayout) layout =
      type_layout(page->type, style, text, page_width(page), PANGO_ALIGN_LEFT);
  int lines = pango_layout_get_line_count(layout);
  if (page->empty || type_layout_height(layout) <= page_room(page))
    return 0;
  int fit = (int)(page_room(page) / type_layout_height(layout) * lines);
  fit = MIN(fit, lines - CUT_LINES);
  return fit < CUT_LINES ? 0 : pango_layout_get_line_readonly(layout, fit)->start_index;
}

void page_line(Page *page, TypeStyle style, const char *text) {
  page_need(page, 0.0);
  int cut = cut_at(page, style, text);
  if (cut > 0) {
    g_autofree char *here = g_strndup(text, (gsize)cut);
    set_line(page, style, g_strchomp(here), NULL);
  }
  set_line(page, style, text + cut, NULL);
}

void page_link_paragraph(Page *page, TypeStyle style, const char *text, int to_page) {
  g_autofree char *link = to_page > 0 ? g_strdup_printf("dest='page-%d'", to_page) : NULL;
  set_line(page, style, text, link);
  page_space(page, PARAGRAPH_SPACE);
}

/* One after the other; a link that does not fit begins a line. */
void page_links(Page *page, TypeStyle style, const char *word, const PageLink *links, int count) {
  double gap = type_text_width(page->type, style, "n"), x = 0.0;
  page_need(page, 0.0);
  page_tag_begin(page, "TOC");
  for (int i = -1; i < count; i++) {
    g_autoptr(PangoLayout) layout =
        type_layout(page->type, style, i < 0 ? word : links[i].text, -1.0, PANGO_ALIGN_LEFT);
    double width = type_layout_width(layout), height = type_layout_height(layout);
    if (x > 0.0 && x + width > page_width(page)) {
      page_advance(page, height);
      x = 0.0;
    }
    page_need(page, height);
    page_tag_begin(page, i < 0 ? "Caption" : "TOCI");
    if (i >= 0 && page_is_pdf(page)) {
      g_autofree char *link = g_strdup_printf("dest='page-%d'", links[i].to_page);
      cairo_tag_begin(page->cr, CAIRO_TAG_LINK, link);
    }
    page_show(page, layout, style, page_left(page) + x, page->y);
    if (i >= 0 && page_is_pdf(page))
      cairo_tag_end(page->cr, CAIRO_TAG_LINK);
    page_tag_end(page, i < 0 ? "Caption" : "TOCI");
    x += width + (i < 0 ? gap : 2.0 * gap);
    if (i == count - 1)
      page_advance(page, height);
  }
  page_tag_end(page, "TOC");
  page_space(page, PARAGRAPH_SPACE);
}

void page_item(Page *page, TypeStyle style, const char *mark, const char *text) {
  page_need(page, 0.0);
  double indent = MAX(ITEM_INDENT, type_text_width(page->type, style, mark) + 6.0);
  g_autoptr(PangoLayout) body =
      type_layout(page->type, style, text, page_width(page) - indent, PANGO_ALIGN_LEFT);
  g_autoptr(PangoLayout) label = type_layout(page->type, style, mark, -1.0, PANGO_ALIGN_LEFT);
  double height = type_layout_height(body);
  page_need(page, height);
  page_tag_begin(page, "LI");
  page_tag_begin(page, "Lbl");
  page_show(page, label, style, page_left(page), page->y);
  page_tag_end(page, "Lbl");
  page_tag_begin(page, "LBody");
  page_show(page, body, style, page_left(page) + indent, page->y);
  page_tag_end(page, "LBody");
  page_tag_end(page, "LI");
  page_advance(page, height + 1.5);
}
