/* Room: paper. Knows: the table of assumptions, provenance labels. Must not know: the fields.
 *
 * Which assumptions nobody has confirmed: the accountant reads this before any figure. */
#include <string.h>

#include "ui/paper/report-tables.h"

enum { ASSUMPTION_LABEL, ASSUMPTION_VALUE, ASSUMPTION_PROVENANCE, ASSUMPTION_RANGE };

/* More than this and the labels alone would bury the first page; the table has them all. */
#define LISTED_MAX 14

/* A provenance cell is a label, with its source behind it in parentheses when there is one. */
static bool says_kind(const char *cell, const char *label) {
  size_t length = strlen(label);
  return strncmp(cell, label, length) == 0 &&
         (cell[length] == '\0' || strncmp(cell + length, " (", 2) == 0);
}

static bool is_unconfirmed(Language language, const char *cell) {
  const ProvenanceKind kinds[] = {PROVENANCE_ASSUMED, PROVENANCE_GUESS, PROVENANCE_PRESET};
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (says_kind(cell, provenance_label(language, kinds[i])))
      return true;
  return strcmp(cell, say(language, "not said")) == 0;
}

typedef struct {
  int count, unconfirmed, listed;
  GString *ranged, *plain; /* with a range; without */
} Unconfirmed;

static void add_listed(GString *text, const char *item) {
  g_string_append_printf(text, "%s%s", text->len > 0 ? " · " : "", item);
}

static void look_at(Unconfirmed *found, Language language, const TableRow *row) {
  const char *provenance = row->cell[ASSUMPTION_PROVENANCE].text;
  const char *range = row->cell[ASSUMPTION_RANGE].text;
  const char *label = row->cell[ASSUMPTION_LABEL].text;
  found->count++;
  if (provenance == NULL || !is_unconfirmed(language, provenance))
    return;
  found->unconfirmed++;
  if (range != NULL && range[0] != '\0') {
    g_autofree char *item = g_strdup_printf(say(language, "▲ %1$s: %2$s (%3$s)"), label,
                                            row->cell[ASSUMPTION_VALUE].text, range);
    add_listed(found->ranged, item);
    found->listed++;
  } else {
    add_listed(found->plain, label);
  }
}

static Unconfirmed find_unconfirmed(const Table *assumptions) {
  Unconfirmed found = {.ranged = g_string_new(NULL), .plain = g_string_new(NULL)};
  for (int i = 0; i < table_row_count(assumptions); i++) {
    const TableRow *row = table_row(assumptions, i);
    if (row->kind == ROW_NORMAL)
      look_at(&found, assumptions->language, row);
  }
  return found;
}

/* Those with a range first; then the labels of the others, or how many they are and where. */
static char *list_text(Language language, const Unconfirmed *found, int table_page) {
  int others = found->unconfirmed - found->listed;
  GString *text = g_string_new(found->ranged->str);
  if (others > 0 && found->unconfirmed <= LISTED_MAX) {
    add_listed(text, found->plain->str);
  } else if (others > 0) {
    g_autofree char *number = say_number(language, others);
    g_autofree char *rest = g_strdup_printf(
        say_count(language, others, "And %1$s other, marked in the table of page %2$d.",
                  "And %1$s others, marked in the table of page %2$d."),
        number, table_page);
    g_string_append_printf(text, "%s%s", text->len > 0 ? ". " : "", rest);
  }
  return g_string_free(text, FALSE);
}

void report_add_unconfirmed(const Report *report) {
  Language language = report->language;
  g_autoptr(Table) assumptions = table_assumptions(language, report->plan);
  Unconfirmed found = find_unconfirmed(assumptions);
  g_autofree char *unconfirmed = say_number(language, found.unconfirmed);
  g_autofree char *count = say_number(language, found.count);
  g_autofree char *heading =
      g_strdup_printf(say(language, "Unconfirmed assumptions: %1$s of %2$s"), unconfirmed, count);
  g_autofree char *list = list_text(language, &found, report->part_page[PART_ANNEX]);
  page_heading(report->page, 2, heading, 30.0);
  if (list[0] != '\0')
    page_link_paragraph(report->page, TYPE_CELL, list, report->part_page[PART_ANNEX]);
  g_string_free(found.ranged, TRUE);
  g_string_free(found.plain, TRUE);
}
