/* Room: sheet. Knows: the words of the choices that the voucher's formulas follow. Must not know:
 * what follows from a choice.
 *
 * A formula finds the place of a cell's word in its list; cells are filled from the same list. */
#include <string.h>

#include "ui/sheet/workbook-parts.h"

#define FIRST_ROW 3 /* below title, note and heads */

static const struct {
  const char *path; /* NULL: yes and no */
  int count;
} LISTS[CHOICES_COUNT] = {
    [CHOICES_TREATMENT] = {"deal.tax_treatment", TREATMENT_COUNT},
    [CHOICES_WORDING] = {"deal.price_tax_wording", WORDING_COUNT},
    [CHOICES_COMMISSION_TAX] = {"deal.commission_tax", COMMISSION_TAX_COUNT},
    [CHOICES_CARD_FEE_BASE] = {"deal.card_fee_base", CARD_FEE_BASE_COUNT},
    [CHOICES_PAY_RULE] = {"deal_pay.rule", PAY_COUNT},
    [CHOICES_EMPLOYMENT] = {"staff[].employment", EMPLOYMENT_COUNT},
    [CHOICES_YES_NO] = {NULL, 2},
};

const char *workbook_lists_name(Language language) {
  return say(language, "Lists");
}

Choices choices_of_field(const Field *field) {
  if (field->type == FIELD_BOOL)
    return CHOICES_YES_NO;
  if (strcmp(field->path, "services[].pay_rule") == 0)
    return CHOICES_PAY_RULE;
  for (int i = 0; i < CHOICES_COUNT; i++)
    if (LISTS[i].path != NULL && strcmp(LISTS[i].path, field->path) == 0)
      return (Choices)i;
  return CHOICES_COUNT;
}

char *choices_range(const Workbook *book, Choices choices) {
  CellName first = cell_pinned(FIRST_ROW, choices);
  CellName last = cell_pinned(FIRST_ROW + LISTS[choices].count - 1, choices);
  return g_strdup_printf("'%s'!%s:%s", workbook_lists_name(book->language), first.text, last.text);
}

static const char *word_of(Language language, Choices choices, int index) {
  if (choices == CHOICES_YES_NO)
    return index == 0 ? say(language, "yes") : say(language, "no");
  return choice_label(language, field_find(LISTS[choices].path), index);
}

void workbook_add_lists(Workbook *book) {
  Language language = book->language;
  const char *heads[CHOICES_COUNT];
  Sheet sheet;
  for (int i = 0; i < CHOICES_COUNT; i++)
    heads[i] =
        LISTS[i].path != NULL ? field_label(language, LISTS[i].path) : say(language, "Yes or no");
  sheet_begin(&sheet, book, workbook_lists_name(language),
              say(language, "The words that the formulas know"));
  sheet_note(&sheet, say(language, "The coloured cells of words take one of these."));
  sheet_heads(&sheet, heads, CHOICES_COUNT, ~0u);
  g_return_if_fail(sheet.row == FIRST_ROW);
  for (int choices = 0; choices < CHOICES_COUNT; choices++)
    for (int i = 0; i < LISTS[choices].count; i++) {
      sheet.row = FIRST_ROW + i;
      sheet_text(&sheet, choices, LOOK_NORMAL, word_of(language, (Choices)choices, i));
    }
  sheet_end(&sheet, FIRST_ROW - 1, 0);
}
