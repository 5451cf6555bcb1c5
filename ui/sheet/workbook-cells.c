/* Room: sheet. Knows: how a cell, a line and a page look. Must not know: what they are about. */
#include <stdarg.h>

#include "ui/sheet/workbook-parts.h"

#define WIDTH_LEAST 9
#define WIDTH_MOST 52
#define INPUT_COLOUR 0xFFF2CC
#define HEAD_COLOUR 0xE3E8EF
#define SERIAL_OF_1970 25569 /* 1970-01-01 in a spreadsheet's count of days */
#define POINTS_A_LINE 15.0

typedef struct {
  int row;
  char *text;
} NoteLine;

static void clear_note(gpointer data) {
  g_free(((NoteLine *)data)->text);
}

typedef struct {
  int row, column, letters;
} WrappedText;

static const char *number_format(Language language, CellKind kind, int decimals) {
  static const char *const percents[LANGUAGE_COUNT][PERCENT_DECIMALS_MAX + 1] = {
      [LANGUAGE_EN] = {"0%", "0.0%", "0.00%", "0.000%"},
      [LANGUAGE_FR] = {"0\\\xc2\xa0%", "0.0\\\xc2\xa0%", "0.00\\\xc2\xa0%", "0.000\\\xc2\xa0%"},
  };
  switch (kind) {
  case CELL_MONEY:
    return language == LANGUAGE_FR ? "#,##0.00\"\xc2\xa0$\";\\-#,##0.00\"\xc2\xa0$\""
                                   : "\"$\"#,##0.00;\\-\"$\"#,##0.00";
  case CELL_COUNT_OF:
    return "#,##0;\\-#,##0";
  case CELL_PERCENT:
    return percents[language][decimals];
  case CELL_DATE:
    return "yyyy\\-mm\\-dd";
  case CELL_MONTH:
    return "yyyy\\-mm";
  case CELL_CLOCK:
    return "[h]:mm";
  case CELL_HOURS:
    return "#,##0.0;\\-#,##0.0";
  case CELL_MILLI:
    return "General";
  case CELL_TEXT:
  case CELL_KIND_COUNT:
    break;
  }
  return "@";
}

static bool is_head(CellLook look) {
  return look == LOOK_HEAD || look == LOOK_HEAD_RIGHT;
}

static void set_look(lxw_format *format, CellKind kind, CellLook look) {
  if (is_head(look) || look == LOOK_SECTION || look == LOOK_TOTAL || look == LOOK_TITLE)
    format_set_bold(format);
  if (is_head(look)) {
    format_set_bg_color(format, HEAD_COLOUR);
    format_set_text_wrap(format);
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
  }
  if (look == LOOK_TITLE)
    format_set_font_size(format, 14.0);
  if (look == LOOK_TOTAL)
    format_set_top(format, LXW_BORDER_THIN);
  if (look == LOOK_NOTE)
    format_set_italic(format);
  if (look == LOOK_NOTE || (kind == CELL_TEXT && (look == LOOK_NORMAL || look == LOOK_TOTAL)))
    format_set_text_wrap(format);
  if (look == LOOK_NOTE || look == LOOK_NORMAL || look == LOOK_TOTAL || look == LOOK_INPUT)
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (look == LOOK_INPUT) {
    format_set_bg_color(format, INPUT_COLOUR);
    format_set_border(format, LXW_BORDER_HAIR);
    format_set_unlocked(format);
  }
}

static int percent_decimals(CellKind kind, int64_t rate_per_100k) {
  int decimals = PERCENT_DECIMALS_MAX;
  if (kind != CELL_PERCENT)
    return 0;
  for (int64_t unit = 10; decimals > 0 && rate_per_100k % unit == 0; unit *= 10)
    decimals--;
  return decimals;
}

/* An entry stays readable when it is changed to a finer rate. */
static int shown_decimals(CellKind kind, CellLook look, int64_t number) {
  return kind == CELL_PERCENT && look == LOOK_INPUT ? PERCENT_DECIMALS_MAX
                                                    : percent_decimals(kind, number);
}

static lxw_format *find_format(Workbook *book, CellKind kind, int decimals, CellLook look) {
  lxw_format **format = &book->formats[kind][decimals][look];
  if (*format == NULL) {
    *format = workbook_add_format(book->file);
    format_set_font_name(*format, "Calibri");
    if (kind != CELL_TEXT)
      format_set_num_format(*format, number_format(book->language, kind, decimals));
    if (kind != CELL_TEXT || look == LOOK_HEAD_RIGHT)
      format_set_align(*format, LXW_ALIGN_RIGHT);
    set_look(*format, kind, look);
  }
  return *format;
}

double cell_value(CellKind kind, int64_t number) {
  double value = (double)number;
  switch (kind) {
  case CELL_MONEY:
    return value / 100.0;
  case CELL_PERCENT:
    return value / 100000.0;
  case CELL_DATE:
  case CELL_MONTH:
    return value + SERIAL_OF_1970;
  case CELL_CLOCK:
    return value / 1440.0;
  case CELL_HOURS:
    return value / 60.0;
  case CELL_MILLI:
    return value / 1000.0;
  case CELL_TEXT:
  case CELL_COUNT_OF:
  case CELL_KIND_COUNT:
    break;
  }
  return value;
}

CellName cell_name(int row, int column) {
  CellName name;
  lxw_rowcol_to_cell(name.text, (lxw_row_t)row, (lxw_col_t)column);
  return name;
}

CellName cell_pinned(int row, int column) {
  CellName name;
  lxw_rowcol_to_cell_abs(name.text, (lxw_row_t)row, (lxw_col_t)column, 1, 1);
  return name;
}

static void note_width(Sheet *sheet, int column, int letters) {
  g_return_if_fail(column >= 0 && column < SHEET_COLUMNS_MAX);
  sheet->column_count = MAX(sheet->column_count, column + 1);
  sheet->widths[column] = MAX(sheet->widths[column], letters);
}

/* How wide a number is shown: digits, groups, sign, mark. */
static int number_letters(CellKind kind, int64_t number) {
  int digits = 1;
  for (int64_t rest = number / 10; rest != 0; rest /= 10)
    digits++;
  return kind == CELL_MONEY || kind == CELL_COUNT_OF ? digits + digits / 3 + 5 : WIDTH_LEAST + 3;
}

static void note_error(Sheet *sheet, lxw_error error) {
  sheet->book->failed |= error != LXW_NO_ERROR;
}

void sheet_text(Sheet *sheet, int column, CellLook look, const char *text) {
  lxw_format *format = find_format(sheet->book, CELL_TEXT, 0, look);
  if (text == NULL || text[0] == '\0') {
    note_error(sheet, worksheet_write_blank(sheet->page, (lxw_row_t)sheet->row, (lxw_col_t)column,
                                            format));
    return;
  }
  int letters = (int)g_utf8_strlen(text, -1) + 2;
  if (is_head(look) || (letters > WIDTH_MOST && look != LOOK_SECTION && look != LOOK_TITLE)) {
    /* Heads are bold and break at words. */
    WrappedText wrapped = {sheet->row, column, is_head(look) ? letters * 3 / 2 : letters};
    g_array_append_val(sheet->wrapped, wrapped);
  }
  if (is_head(look))
    letters = MIN(letters, WIDTH_LEAST + 4);
  if (look != LOOK_SECTION && look != LOOK_TITLE && look != LOOK_NOTE)
    note_width(sheet, column, letters);
  note_error(sheet, worksheet_write_string(sheet->page, (lxw_row_t)sheet->row, (lxw_col_t)column,
                                           text, format));
}

void sheet_number(Sheet *sheet, int column, CellKind kind, CellLook look, int64_t number) {
  lxw_format *format = find_format(sheet->book, kind, shown_decimals(kind, look, number), look);
  note_width(sheet, column, number_letters(kind, number));
  note_error(sheet, worksheet_write_number(sheet->page, (lxw_row_t)sheet->row, (lxw_col_t)column,
                                           cell_value(kind, number), format));
}

void sheet_formula(Sheet *sheet, int column, CellKind kind, CellLook look, int64_t number,
                   const char *formula, ...) {
  lxw_format *format =
      find_format(sheet->book, kind, kind == CELL_PERCENT ? PERCENT_DECIMALS_MAX : 0, look);
  va_list arguments;
  va_start(arguments, formula);
  g_autofree char *text = g_strdup_vprintf(formula, arguments);
  va_end(arguments);
  note_width(sheet, column, number_letters(kind, number));
  note_error(sheet,
             worksheet_write_formula_num(sheet->page, (lxw_row_t)sheet->row, (lxw_col_t)column,
                                         text, format, cell_value(kind, number)));
}

void sheet_heads(Sheet *sheet, const char *const *heads, int count, unsigned texts) {
  for (int i = 0; i < count; i++)
    sheet_text(sheet, i, texts & 1u << i ? LOOK_HEAD : LOOK_HEAD_RIGHT, heads[i]);
  sheet->row++;
}

void sheet_section(Sheet *sheet, const char *text) {
  sheet_text(sheet, 0, LOOK_SECTION, text);
  sheet->row++;
}

void sheet_note(Sheet *sheet, const char *text) {
  NoteLine line = {sheet->row, g_strdup(text)};
  g_array_append_val(sheet->notes, line);
  sheet->row++;
}

void sheet_begin(Sheet *sheet, Workbook *book, const char *name, const char *title) {
  *sheet = (Sheet){.book = book, .name = name};
  sheet->page = workbook_add_worksheet(book->file, name);
  sheet->notes = g_array_new(FALSE, FALSE, sizeof(NoteLine));
  g_array_set_clear_func(sheet->notes, clear_note);
  sheet->wrapped = g_array_new(FALSE, FALSE, sizeof(WrappedText));
  g_return_if_fail(sheet->page != NULL); /* names are ours */
  sheet_text(sheet, 0, LOOK_TITLE, title);
  sheet->row = 1;
}

/* A note is one cell over the whole width, as high as its text needs. */
static void lay_notes(Sheet *sheet, int total_width) {
  lxw_format *format = find_format(sheet->book, CELL_TEXT, 0, LOOK_NOTE);
  lxw_col_t last = (lxw_col_t)MAX(sheet->column_count - 1, 1);
  for (guint i = 0; i < sheet->notes->len; i++) {
    const NoteLine *note = &g_array_index(sheet->notes, NoteLine, i);
    lxw_row_t row = (lxw_row_t)note->row;
    int lines = 1 + (int)g_utf8_strlen(note->text, -1) / MAX(total_width - 4, 20);
    note_error(sheet, worksheet_merge_range(sheet->page, row, 0, row, last, note->text, format));
    worksheet_set_row(sheet->page, row, POINTS_A_LINE * lines, NULL);
  }
}

static int column_width(const Sheet *sheet, int column) {
  return CLAMP(sheet->widths[column], WIDTH_LEAST, WIDTH_MOST);
}

/* Texts of one row stand one after the other in the list. */
static void lay_wrapped(Sheet *sheet) {
  int row = -1, lines = 1;
  for (guint i = 0; i < sheet->wrapped->len; i++) {
    const WrappedText *text = &g_array_index(sheet->wrapped, WrappedText, i);
    int width = column_width(sheet, text->column) - 1;
    lines = MAX(text->row == row ? lines : 1, (text->letters - 2 + width - 1) / width);
    row = text->row;
    if (lines > 1)
      worksheet_set_row(sheet->page, (lxw_row_t)row, POINTS_A_LINE * lines, NULL);
  }
}

static void set_paper(Sheet *sheet, int head_row, int kept_columns) {
  lxw_worksheet *page = sheet->page;
  lxw_row_t last_head = head_row < 0 ? 0 : (lxw_row_t)head_row;
  g_autofree char *footer = g_strdup_printf(
      "&L&A&C%s&R&P/&N", say(sheet->book->language, "Owner’s projection, not audited or reviewed"));
  worksheet_set_landscape(page);
  worksheet_set_paper(page, 1); /* Letter */
  worksheet_fit_to_pages(page, 1, 0);
  worksheet_repeat_rows(page, head_row < 0 ? 0 : last_head, last_head);
  worksheet_freeze_panes(page, last_head + 1, (lxw_col_t)kept_columns);
  note_error(sheet, worksheet_set_footer(page, footer));
}

void sheet_end(Sheet *sheet, int head_row, int kept_columns) {
  int total = 0;
  for (int column = 0; column < sheet->column_count; column++) {
    int width = column_width(sheet, column);
    total += width;
    worksheet_set_column(sheet->page, (lxw_col_t)column, (lxw_col_t)column, width, NULL);
  }
  lay_wrapped(sheet);
  lay_notes(sheet, total);
  set_paper(sheet, head_row, kept_columns);
  g_clear_pointer(&sheet->notes, g_array_unref);
  g_clear_pointer(&sheet->wrapped, g_array_unref);
}
