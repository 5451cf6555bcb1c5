/* Room: paper. Knows: cairo, type. Must not know: plans, what a report says. */
#include "ui/paper/page-parts.h"

#include <cairo-pdf.h>

#define MARGIN_SIDE 36.0
#define HEAD_TOP 23.0
#define BODY_GAP 6.0
#define FOOT_BOTTOM 17.0
#define FOOT_HEIGHT 15.0
#define COLUMNS_GAP 16.0

Page *page_new(cairo_t *cr, const Type *type, const PageFrame *frame, int page_total) {
  Page *page = g_new0(Page, 1);
  page->cr = cr;
  page->type = type;
  page->frame = frame;
  page->total = page_total;
  page->columns.count = 1;
  page->outline_parent = CAIRO_PDF_OUTLINE_ROOT;
  return page;
}

Page *page_new_of_sheets(GPtrArray *sheets, const Type *type, const PageFrame *frame,
                         int page_total) {
  Page *page = page_new(NULL, type, frame, page_total);
  page->sheets = sheets;
  return page;
}

void page_collect_alternatives(Page *page, GPtrArray *texts) {
  page->alternatives = texts;
}

void page_free(Page *page) {
  if (page == NULL)
    return;
  if (page->sheets != NULL)
    g_clear_pointer(&page->cr, cairo_destroy);
  else if (page->cr != NULL && page->begun)
    cairo_show_page(page->cr);
  g_free(page);
}

int page_count(const Page *page) {
  return page->number;
}

const Type *page_type(const Page *page) {
  return page->type;
}

/* Between the margins, whatever the columns. */
static double sheet_width(const Page *page) {
  return page->width - 2.0 * MARGIN_SIDE;
}

double page_body_bottom(const Page *page) {
  return page->columns.last_page > 0 && page->columns.last_page == page->number
             ? page->columns.bottom
             : page->height - FOOT_BOTTOM - FOOT_HEIGHT;
}

double page_left(const Page *page) {
  return MARGIN_SIDE + page->columns.at * (page_width(page) + COLUMNS_GAP);
}

double page_width(const Page *page) {
  return (sheet_width(page) - (page->columns.count - 1) * COLUMNS_GAP) / page->columns.count;
}

double page_y(const Page *page) {
  return page->y;
}

double page_room(const Page *page) {
  return page_body_bottom(page) - page->y;
}

double page_body_height(const Page *page) {
  return page_body_bottom(page) - page->top;
}

/* The head takes one or two lines; the date keeps to one. */
static void draw_head(Page *page) {
  double width = sheet_width(page), gap = 18.0;
  g_autoptr(PangoLayout) right =
      type_layout(page->type, TYPE_NOTE, page->frame->head_right, -1.0, PANGO_ALIGN_LEFT);
  double right_width = type_layout_width(right);
  g_autoptr(PangoLayout) left = type_layout(page->type, TYPE_NOTE, page->frame->head_left,
                                            width - right_width - gap, PANGO_ALIGN_LEFT);
  page_show(page, left, TYPE_NOTE, MARGIN_SIDE, HEAD_TOP);
  page_show(page, right, TYPE_NOTE, MARGIN_SIDE + width - right_width, HEAD_TOP);
  double rule_y = HEAD_TOP + type_layout_height(left) + 5.0;
  page_rule(page, MARGIN_SIDE, rule_y, width, 0.8, 0.2);
  page->top = page->y = rule_y + BODY_GAP;
}

static void draw_foot(Page *page) {
  double y = page->height - FOOT_BOTTOM - FOOT_HEIGHT + 5.5;
  page_rule(page, MARGIN_SIDE, y - 3.0, sheet_width(page), 0.5, 0.6);
  g_autoptr(PangoLayout) left =
      type_layout(page->type, TYPE_NOTE, page->frame->foot_left, -1.0, PANGO_ALIGN_LEFT);
  page_show(page, left, TYPE_NOTE, MARGIN_SIDE, y);
  g_autofree char *numbers = g_strdup_printf("%d / %d", page->number, page->total);
  g_autoptr(PangoLayout) right =
      type_layout(page->type, TYPE_NOTE, numbers, -1.0, PANGO_ALIGN_LEFT);
  page_show(page, right, TYPE_NOTE, MARGIN_SIDE + sheet_width(page) - type_layout_width(right), y);
}

bool page_is_pdf(const Page *page) {
  return page->cr != NULL && page->sheets == NULL;
}

static void begin_sheet(Page *page) {
  const cairo_rectangle_t extents = {0.0, 0.0, page->width, page->height};
  cairo_surface_t *sheet = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
  g_ptr_array_add(page->sheets, sheet);
  g_clear_pointer(&page->cr, cairo_destroy);
  page->cr = cairo_create(sheet);
}

/* For links: cairo 1.16 writes nothing for one that gives a page's number. */
static void name_page(Page *page) {
  g_autofree char *name = g_strdup_printf("name='page-%d' x=0 y=0", page->number);
  cairo_tag_begin(page->cr, CAIRO_TAG_DEST, name);
  cairo_tag_end(page->cr, CAIRO_TAG_DEST);
}

static void begin_page(Page *page, bool landscape) {
  if (page->begun && page_is_pdf(page))
    cairo_show_page(page->cr);
  double short_side = page->frame->paper == PAPER_A4 ? 595.276 : 612.0;
  double long_side = page->frame->paper == PAPER_A4 ? 841.89 : 792.0;
  page->landscape = landscape;
  page->width = landscape ? long_side : short_side;
  page->height = landscape ? short_side : long_side;
  page->begun = page->empty = true;
  page->number++;
  if (page->sheets != NULL)
    begin_sheet(page);
  if (page_is_pdf(page)) {
    cairo_surface_t *surface = cairo_get_target(page->cr);
    cairo_pdf_surface_set_size(surface, page->width, page->height);
    g_autofree char *label = g_strdup_printf("%d", page->number);
    cairo_pdf_surface_set_page_label(surface, label);
    name_page(page);
  }
  draw_head(page);
  draw_foot(page);
  page->empty = true;
}

/* The top of the next column, or of the next page's first. */
static void go_on(Page *page) {
  if (page->columns.at + 1 < page->columns.count) {
    page->columns.at++;
    page->y = page->columns.top;
    page->empty = true;
    return;
  }
  page->columns.at = 0;
  begin_page(page, page->landscape);
  page->columns.top = page->columns.lowest = page->top;
}

void page_turn(Page *page, bool landscape) {
  if (!page->begun || !page->empty || page->landscape != landscape)
    begin_page(page, landscape);
}

/* A column that begins below something is left empty when what comes next is taller. */
void page_need(Page *page, double height) {
  while (!page->begun || ((!page->empty || page->y > page->top) && height > page_room(page)))
    go_on(page);
  page->columns.overflows = page->columns.overflows || height > page_room(page) + 0.5;
}

void page_advance(Page *page, double height) {
  page->y += height;
  page->empty = false;
  page->columns.lowest = MAX(page->columns.lowest, page->y);
  page->columns.overflows = page->columns.overflows || page_room(page) < -0.5;
}

void page_space(Page *page, double height) {
  if (page->begun && !page->empty)
    page->y += height;
}

cairo_t *page_cairo(Page *page) {
  return page->cr;
}

void page_tag_begin(Page *page, const char *tag) {
  if (page_is_pdf(page))
    cairo_tag_begin(page->cr, tag, NULL);
}

void page_tag_end(Page *page, const char *tag) {
  if (page_is_pdf(page))
    cairo_tag_end(page->cr, tag);
}

void page_figure_begin(Page *page, const char *alternative) {
  page_tag_begin(page, "Figure");
  if (page_is_pdf(page) && page->alternatives != NULL)
    g_ptr_array_add(page->alternatives, g_strdup(alternative));
}

void page_show(Page *page, PangoLayout *layout, TypeStyle style, double x, double y) {
  if (page->cr == NULL)
    return;
  double grey = type_grey(style);
  cairo_set_source_rgb(page->cr, grey, grey, grey);
  cairo_move_to(page->cr, x, y);
  pango_cairo_show_layout(page->cr, layout);
}

void page_rule(Page *page, double x, double y, double width, double thickness, double grey) {
  if (page->cr == NULL)
    return;
  cairo_set_source_rgb(page->cr, grey, grey, grey);
  cairo_rectangle(page->cr, x, y, width, thickness);
  cairo_fill(page->cr);
}

/* Whole points: printf's comma in a French locale would not be read as a number by cairo. */
void page_outline(Page *page, int level, const char *text, double x, double y) {
  if (!page_is_pdf(page))
    return;
  g_autofree char *link = g_strdup_printf("page=%d pos=[%d %d]", page->number, (int)x, (int)y);
  int entry = cairo_pdf_surface_add_outline(
      cairo_get_target(page->cr), level == 1 ? CAIRO_PDF_OUTLINE_ROOT : page->outline_parent, text,
      link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (level == 1)
    page->outline_parent = entry;
}
