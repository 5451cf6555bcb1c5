/* Room: paper. Knows: cairo, type. Must not know: plans, what a report says. */
#include "ui/paper/page.h"

#include <cairo-pdf.h>

#define MARGIN_SIDE 36.0
#define HEAD_TOP 23.0
#define BODY_GAP 6.0
#define FOOT_BOTTOM 17.0
#define FOOT_HEIGHT 15.0
#define ITEM_INDENT 16.0
/* Of a paragraph that is cut, on each side. */
#define CUT_LINES 2
#define COLUMNS_GAP 16.0
/* Columns of one page differ by about so much. */
#define BALANCE_STEP 6.0
#define HEADING_RULE_GREY 0.62

/* Where columns set side by side end. */
typedef struct {
  int page;
  double bottom;
} ColumnsEnd;

struct Page {
  cairo_t *cr;
  const Type *type;
  const PageFrame *frame;
  int total, number;
  bool landscape, begun, empty;
  double width, height; /* of the sheet */
  double top, y;        /* of the body; where the next thing goes */
  struct {
    int count, at; /* 1, 0: the whole width */
    int last_page; /* on which they end at bottom; 0: where the body does */
    double top, bottom, lowest;
    bool overflows; /* something was taller than a column */
  } columns;
  GArray *ends; /* ColumnsEnd; borrowed, or NULL */
  guint ends_read;
  bool ends_are_known;
  int outline_parent;
  GPtrArray *alternatives; /* of figures; borrowed, or NULL */
  GPtrArray *sheets;       /* one recording a page; NULL: cr is of a PDF, or only measures */
};

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

GArray *page_ends_new(void) {
  return g_array_new(FALSE, FALSE, sizeof(ColumnsEnd));
}

void page_share_ends(Page *page, GArray *ends) {
  page->ends = ends;
  page->ends_are_known = ends->len > 0;
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

static double body_bottom(const Page *page) {
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
  return body_bottom(page) - page->y;
}

double page_body_height(const Page *page) {
  return body_bottom(page) - page->top;
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

/* Tags, labels and outline are a PDF's. */
static bool is_pdf(const Page *page) {
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
  if (page->begun && is_pdf(page))
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
  if (is_pdf(page)) {
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

static void begin_columns(Page *page, int count) {
  page_need(page, 0.0);
  page->columns.count = count;
  page->columns.at = 0;
  page->columns.top = page->columns.lowest = page->y;
  page->empty = true;
}

/* Where it would end, with columns that end at bottom on last_page; nothing is drawn. */
static Page measure_columns(const Page *page, int count, PageFlow flow, gpointer data,
                            int last_page, double bottom) {
  Page trial = *page;
  trial.cr = NULL;
  trial.sheets = NULL;
  begin_columns(&trial, count);
  trial.columns.last_page = last_page;
  trial.columns.bottom = bottom;
  trial.columns.overflows = false;
  flow(&trial, data);
  return trial;
}

/* The lowest end of the columns on their last page that holds all. */
static double find_bottom(const Page *page, int count, PageFlow flow, gpointer data,
                          const Page *end) {
  double low = end->columns.top, high = body_bottom(end);
  while (high - low > BALANCE_STEP) {
    double middle = (low + high) / 2.0;
    Page trial = measure_columns(page, count, flow, data, end->number, middle);
    if (trial.number == end->number && !trial.columns.overflows)
      high = middle;
    else
      low = middle;
  }
  return high;
}

/* Of the run before, or found by trying. */
static ColumnsEnd find_end(Page *page, int count, PageFlow flow, gpointer data) {
  if (page->ends != NULL && page->ends_are_known)
    return g_array_index(page->ends, ColumnsEnd, page->ends_read++);
  Page all = measure_columns(page, count, flow, data, 0, 0.0);
  ColumnsEnd end = {all.number, find_bottom(page, count, flow, data, &all)};
  if (page->ends != NULL)
    g_array_append_val(page->ends, end);
  return end;
}

void page_in_columns(Page *page, int count, PageFlow flow, gpointer data) {
  g_return_if_fail(page->columns.count == 1 && count > 0);
  ColumnsEnd end = find_end(page, count, flow, data);
  begin_columns(page, count);
  page->columns.last_page = end.page;
  page->columns.bottom = end.bottom;
  flow(page, data);
  page->y = page->columns.lowest;
  page->empty = false;
  page->columns.count = 1;
  page->columns.at = page->columns.last_page = 0;
}

cairo_t *page_cairo(Page *page) {
  return page->cr;
}

void page_tag_begin(Page *page, const char *tag) {
  if (is_pdf(page))
    cairo_tag_begin(page->cr, tag, NULL);
}

void page_tag_end(Page *page, const char *tag) {
  if (is_pdf(page))
    cairo_tag_end(page->cr, tag);
}

void page_figure_begin(Page *page, const char *alternative) {
  page_tag_begin(page, "Figure");
  if (is_pdf(page) && page->alternatives != NULL)
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
  if (!is_pdf(page))
    return;
  g_autofree char *link = g_strdup_printf("page=%d pos=[%d %d]", page->number, (int)x, (int)y);
  int entry = cairo_pdf_surface_add_outline(
      cairo_get_target(page->cr), level == 1 ? CAIRO_PDF_OUTLINE_ROOT : page->outline_parent, text,
      link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (level == 1)
    page->outline_parent = entry;
}

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
  if (link != NULL && is_pdf(page))
    cairo_tag_begin(page->cr, CAIRO_TAG_LINK, link);
  page_show(page, layout, style, page_left(page), page->y);
  if (link != NULL && is_pdf(page))
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
    if (i >= 0 && is_pdf(page)) {
      g_autofree char *link = g_strdup_printf("dest='page-%d'", links[i].to_page);
      cairo_tag_begin(page->cr, CAIRO_TAG_LINK, link);
    }
    page_show(page, layout, style, page_left(page) + x, page->y);
    if (i >= 0 && is_pdf(page))
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
