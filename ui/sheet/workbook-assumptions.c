/* Room: sheet. Knows: the cells of the assumptions, and which ones the voucher's formulas follow.
 * Must not know: what is computed from them. */
#include <stdlib.h>
#include <string.h>

#include "ui/sheet/assumption-lines.h"
#include "ui/sheet/workbook-parts.h"

enum { COLUMN_LABEL, COLUMN_VALUE, COLUMN_UNIT, COLUMN_SOURCE, COLUMN_LOW, COLUMN_HIGH };

const char *workbook_assumptions_name(Language language) {
  return say(language, "Assumptions");
}

char *assumption_place(const Workbook *book, const char *path) {
  int row = GPOINTER_TO_INT(g_hash_table_lookup(book->rows, path));
  g_return_val_if_fail(row > 0, g_strdup("0"));
  CellName cell = cell_pinned(row - 1, COLUMN_VALUE);
  return g_strdup_printf("'%s'!%s", workbook_assumptions_name(book->language), cell.text);
}

bool assumption_is_live(const char *path) {
  static const char *const live[] = {"business.gst_registered",
                                     "business.quick_method",
                                     "business.contributions_per_100k",
                                     "staff[].employment",
                                     "services[].list_price_cents",
                                     "services[].supplies_cents",
                                     "services[].staff_needed",
                                     "services[].pay_rule",
                                     "services[].pay_per_100k",
                                     "services[].pay_flat_cents",
                                     "deal.service_index",
                                     "deal.list_price_cents",
                                     "deal.price_cents",
                                     "deal.tax_treatment",
                                     "deal.price_tax_wording",
                                     "deal.commission_per_100k",
                                     "deal.commission_tax",
                                     "deal.card_fee_per_100k",
                                     "deal.card_fee_base",
                                     "deal.card_fee_taxed",
                                     "deal.visits_per_voucher",
                                     "deal_pay.rule",
                                     "deal_pay.flat_cents",
                                     "deal_pay.per_100k",
                                     "clients.extras_cents",
                                     "clients.extras_share_per_100k",
                                     "clients.extras_cost_per_100k"};
  for (gsize i = 0; i < G_N_ELEMENTS(live); i++)
    if (strcmp(path, live[i]) == 0)
      return true;
  return false;
}

static CellKind kind_of(const Field *field) {
  if (field->type == FIELD_CENTS)
    return CELL_MONEY;
  switch (field->unit) {
  case UNIT_PER_100K:
    return CELL_PERCENT;
  case UNIT_DATE:
    return CELL_DATE;
  case UNIT_MINUTE_OF_DAY:
    return CELL_CLOCK;
  case UNIT_MILLI:
    return CELL_MILLI;
  case UNIT_TEXT:
    return CELL_TEXT;
  case UNIT_NONE:
  case UNIT_CENTS:
  case UNIT_COUNT_OF:
  case UNIT_MINUTES:
  case UNIT_DAYS:
  case UNIT_WEEKDAY:
  case UNIT_MONTH:
  case UNIT_INDEX:
  case UNIT_WEIGHT:
  case UNIT_COUNT:
    break;
  }
  return CELL_COUNT_OF;
}

static void put_value(Sheet *sheet, int column, CellLook look, const Field *field,
                      const AssumptionValue *value) {
  if (value->is_there && value->word != NULL)
    sheet_text(sheet, column, look, value->word);
  else if (value->is_there)
    sheet_number(sheet, column, kind_of(field), look, value->number);
}

static void offer_choices(Sheet *sheet, const Field *field) {
  Choices choices = choices_of_field(field);
  lxw_row_t row = (lxw_row_t)sheet->row;
  if (choices == CHOICES_COUNT)
    return;
  g_autofree char *range = choices_range(sheet->book, choices);
  g_autofree char *source = g_strconcat("=", range, NULL);
  lxw_data_validation validation = {.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                                    .value_formula = source};
  sheet->book->failed |=
      worksheet_data_validation_cell(sheet->page, row, COLUMN_VALUE, &validation) != LXW_NO_ERROR;
}

/* "services[1].minutes" → services.2.minutes: a name that a spreadsheet, and its owner, can use. */
static void name_cell(Workbook *book, const char *path) {
  g_autoptr(GString) name = g_string_new(NULL);
  g_autofree char *place = NULL;
  for (const char *at = path; *at != '\0'; at++) {
    if (*at == '[')
      g_string_append_printf(name, ".%d", atoi(at + 1) + 1);
    if (*at == '[')
      at = strchr(at, ']');
    else
      g_string_append_c(name, *at);
  }
  place = assumption_place(book, path);
  g_autofree char *formula = g_strconcat("=", place, NULL);
  book->failed |= workbook_define_name(book->file, name->str, formula) != LXW_NO_ERROR;
}

static void put_line(const AssumptionLine *line, gpointer data) {
  Sheet *sheet = data;
  Workbook *book = sheet->book;
  bool live = assumption_is_live(line->field->path);
  if (line->section != NULL) {
    sheet->row++;
    sheet_section(sheet, line->section);
  }
  if (line->element != NULL)
    sheet_section(sheet, line->element);
  sheet_text(sheet, COLUMN_LABEL, LOOK_NORMAL, line->label);
  put_value(sheet, COLUMN_VALUE, live ? LOOK_INPUT : LOOK_NORMAL, line->field, &line->value);
  sheet_text(sheet, COLUMN_UNIT, LOOK_NORMAL, line->unit);
  sheet_text(sheet, COLUMN_SOURCE, LOOK_NORMAL, line->source);
  put_value(sheet, COLUMN_LOW, LOOK_NORMAL, line->field, &line->low);
  put_value(sheet, COLUMN_HIGH, LOOK_NORMAL, line->field, &line->high);
  g_hash_table_insert(book->rows, g_strdup(line->path), GINT_TO_POINTER(sheet->row + 1));
  if (live) {
    offer_choices(sheet, line->field);
    name_cell(book, line->path);
  }
  sheet->row++;
}

void workbook_add_assumptions(Workbook *book) {
  Language language = book->language;
  const char *const heads[] = {say(language, "Assumption"), say(language, "Value"),
                               say(language, "Unit"),       say(language, "Where it comes from"),
                               say(language, "From"),       say(language, "To")};
  lxw_protection may = {.format_cells = 1, .format_columns = 1, .format_rows = 1};
  Sheet sheet;
  sheet_begin(&sheet, book, workbook_assumptions_name(language), say(language, "Assumptions"));
  sheet_note(&sheet, say(language, "Coloured cells: change them, and the voucher’s sheet follows; "
                                   "both sheets are protected, without a password. All else is of "
                                   "the plan as Aubaine computed it: change it there. From and to: "
                                   "between what and what a value is drawn in the simulated "
                                   "years."));
  int head_row = sheet.row;
  sheet_heads(&sheet, heads, G_N_ELEMENTS(heads),
              1u << COLUMN_LABEL | 1u << COLUMN_VALUE | 1u << COLUMN_UNIT | 1u << COLUMN_SOURCE);
  assumption_lines_walk(language, book->plan, put_line, &sheet);
  worksheet_protect(sheet.page, NULL, &may);
  sheet_end(&sheet, head_row, 1);
}
