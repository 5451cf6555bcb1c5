/* Room: paper. Knows: table, page. Must not know: plans, what a table says. */
#include <math.h>

#include "ui/paper/paper-columns.h"
#include "ui/paper/paper-table.h"

#define ROW_PADDING 0.15 /* above and below a row's text */
#define HEAD_PADDING 1.5
#define HEADING_SPACE 2.0 /* above a heading row */
/* A table up to this share of a page is not cut; of a longer one so many rows follow its heading.
 */
#define WHOLE_SHARE 0.3
#define FIRST_ROWS 3
#define BLOCK_SPACE 12.0
#define ROW_RULE_GREY 0.85
#define HEAD_RULE_GREY 0.3

/* One block of columns of one table, being set. */
typedef struct {
  const Type *type;
  const Table *table;
  const ColumnBlock *block;
  double x, width;
} Setter;

static const char *text_or_empty(const char *text) {
  return text != NULL ? text : "";
}

static bool is_number(const Setter *setter, int place) {
  return column_is_number(&setter->table->column[setter->block->column[place]]);
}

static double content_width(const Setter *setter, int place) {
  bool last = place == setter->block->count - 1;
  return setter->block->width[place] - (last ? 0.0 : COLUMN_GAP);
}

/* A heading row runs over the whole width; its other cells are empty. */
static PangoLayout *cell_layout(const Setter *setter, const TableRow *row, int place) {
  int column = setter->block->column[place];
  TypeStyle style = row->kind == ROW_NORMAL ? TYPE_CELL : TYPE_CELL_BOLD;
  double width = row->kind == ROW_HEADING ? setter->width : content_width(setter, place);
  PangoAlignment alignment = is_number(setter, place) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  return type_layout(setter->type, style, text_or_empty(row->cell[column].text), width, alignment);
}

static int row_places(const Setter *setter, const TableRow *row) {
  return row->kind == ROW_HEADING ? 1 : setter->block->count;
}

static double row_height(const Setter *setter, const TableRow *row) {
  double tallest = 0.0;
  for (int place = 0; place < row_places(setter, row); place++) {
    g_autoptr(PangoLayout) layout = cell_layout(setter, row, place);
    tallest = MAX(tallest, type_layout_height(layout));
  }
  return tallest + 2.0 * ROW_PADDING + (row->kind == ROW_HEADING ? HEADING_SPACE : 0.0);
}

static PangoLayout *head_layout(const Setter *setter, int place) {
  const TableColumn *column = &setter->table->column[setter->block->column[place]];
  return type_layout(setter->type, TYPE_CELL_BOLD, text_or_empty(column->heading),
                     content_width(setter, place),
                     column_is_number(column) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static bool has_heads(const Table *table) {
  for (int i = 0; i < table->column_count; i++)
    if (table->column[i].heading != NULL && table->column[i].heading[0] != '\0')
      return true;
  return false;
}

static double head_height(const Setter *setter) {
  double tallest = 0.0;
  if (!has_heads(setter->table))
    return 0.0;
  for (int place = 0; place < setter->block->count; place++) {
    g_autoptr(PangoLayout) layout = head_layout(setter, place);
    tallest = MAX(tallest, type_layout_height(layout));
  }
  return tallest + 2.0 * HEAD_PADDING;
}

/* Heads stand on their rule: short ones beside tall ones are set low. */
static void draw_head(Page *page, const Setter *setter, double y, double height) {
  double x = setter->x;
  if (height <= 0.0)
    return;
  page_tag_begin(page, "TR");
  for (int place = 0; place < setter->block->count; place++) {
    g_autoptr(PangoLayout) layout = head_layout(setter, place);
    page_tag_begin(page, "TH");
    page_show(page, layout, TYPE_CELL_BOLD, x,
              y + height - HEAD_PADDING - type_layout_height(layout));
    page_tag_end(page, "TH");
    x += setter->block->width[place];
  }
  page_tag_end(page, "TR");
  page_rule(page, setter->x, y + height - 0.8, setter->width, 0.8, HEAD_RULE_GREY);
}

static void draw_row(Page *page, const Setter *setter, const TableRow *row, double y,
                     double height) {
  double x = setter->x, top = y + ROW_PADDING + (row->kind == ROW_HEADING ? HEADING_SPACE : 0.0);
  TypeStyle style = row->kind == ROW_NORMAL ? TYPE_CELL : TYPE_CELL_BOLD;
  if (row->kind == ROW_TOTAL)
    page_rule(page, setter->x, y - 0.6, setter->width, 0.8, HEAD_RULE_GREY);
  page_tag_begin(page, "TR");
  for (int place = 0; place < row_places(setter, row); place++) {
    const char *tag = row->kind == ROW_HEADING || place == 0 ? "TH" : "TD";
    g_autoptr(PangoLayout) layout = cell_layout(setter, row, place);
    page_tag_begin(page, tag);
    page_show(page, layout, style, x, top);
    page_tag_end(page, tag);
    x += setter->block->width[place];
  }
  page_tag_end(page, "TR");
  page_rule(page, setter->x, y + height - 0.5, setter->width, 0.5, ROW_RULE_GREY);
}

/* What must follow a row on its page: a heading row takes the row under it, the row before a final
 * total takes the total. */
static double row_keep(const Setter *setter, const double *heights, int index) {
  int count = table_row_count(setter->table);
  if (index + 1 >= count)
    return 0.0;
  bool heading = table_row(setter->table, index)->kind == ROW_HEADING;
  bool total_next = table_row(setter->table, index + 1)->kind == ROW_TOTAL;
  return heading || total_next ? heights[index + 1] : 0.0;
}

/* On this page, or in this column. */
static void begin_part(Page *page, Setter *setter, double head) {
  setter->x = page_left(page);
  page_tag_begin(page, "Table");
  draw_head(page, setter, page_y(page), head);
  page_advance(page, head);
}

/* whole: on one page when one can hold it. */
static void flow_block(Page *page, Setter *setter, bool whole) {
  int count = table_row_count(setter->table);
  g_autofree double *heights = g_new(double, MAX(count, 1));
  double head = head_height(setter), all = head;
  for (int i = 0; i < count; i++) {
    heights[i] = row_height(setter, table_row(setter->table, i));
    all += heights[i];
  }
  page_need(page, head + (count > 0 ? heights[0] + row_keep(setter, heights, 0) : 0.0));
  if (whole && all <= page_body_height(page))
    page_need(page, all);
  begin_part(page, setter, head);
  for (int i = 0; i < count; i++) {
    if (heights[i] + row_keep(setter, heights, i) > page_room(page)) {
      page_tag_end(page, "Table");
      page_need(page, page_room(page) + 1.0);
      begin_part(page, setter, head);
    }
    draw_row(page, setter, table_row(setter->table, i), page_y(page), heights[i]);
    page_advance(page, heights[i]);
  }
  page_tag_end(page, "Table");
}

void paper_table_flow(Page *page, const Table *table) {
  ColumnBlock blocks[TABLE_COLUMNS_MAX];
  page_need(page, 0.0);
  int block_count = columns_divide(page_type(page), table, page_width(page), blocks);
  for (int b = 0; b < block_count; b++) {
    Setter setter = {page_type(page), table, &blocks[b], page_left(page), page_width(page)};
    if (b > 0)
      page_space(page, BLOCK_SPACE);
    flow_block(page, &setter, b > 0);
  }
  page_space(page, 4.0);
  if (table->note != NULL && table->note[0] != '\0')
    page_paragraph(page, TYPE_NOTE, table->note);
}

double paper_table_keep(const Page *page, const Table *table) {
  ColumnBlock blocks[TABLE_COLUMNS_MAX];
  columns_divide(page_type(page), table, page_width(page), blocks);
  Setter setter = {page_type(page), table, &blocks[0], page_left(page), page_width(page)};
  double keep = head_height(&setter);
  double whole = keep;
  for (int i = 0; i < table_row_count(table); i++) {
    whole += row_height(&setter, table_row(table, i));
    if (i < FIRST_ROWS)
      keep = whole;
  }
  return whole <= page_body_height(page) * WHOLE_SHARE ? whole : keep;
}

double paper_table_put(Page *page, const Table *table, double x, double y, double width,
                       bool draw) {
  ColumnBlock blocks[TABLE_COLUMNS_MAX];
  columns_divide(page_type(page), table, width, blocks);
  Setter setter = {page_type(page), table, &blocks[0], x, width};
  double at = y, head = head_height(&setter);
  if (draw) {
    page_tag_begin(page, "Table");
    draw_head(page, &setter, at, head);
  }
  at += head;
  for (int i = 0; i < table_row_count(table); i++) {
    double height = row_height(&setter, table_row(table, i));
    if (draw)
      draw_row(page, &setter, table_row(table, i), at, height);
    at += height;
  }
  if (draw)
    page_tag_end(page, "Table");
  return at - y;
}
