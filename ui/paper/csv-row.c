/* Room: paper. See csv-row.h. */
#include "ui/paper/csv-row.h"

#include <inttypes.h>
#include <string.h>

#include "model/base/calendar.h"

static const char *const FLAVOURS[CSV_FLAVOUR_COUNT] = {
    [CSV_STANDARD] = "standard",
    [CSV_EXCEL_FR] = "fr",
};

const char *csv_flavour_name(CsvFlavour flavour) {
  g_return_val_if_fail((unsigned)flavour < CSV_FLAVOUR_COUNT, NULL);
  return FLAVOURS[flavour];
}

bool csv_flavour_find(const char *name, CsvFlavour *flavour) {
  for (int i = 0; i < CSV_FLAVOUR_COUNT; i++)
    if (strcmp(FLAVOURS[i], name) == 0) {
      *flavour = (CsvFlavour)i;
      return true;
    }
  return false;
}

CsvRow csv_begin(GString *text, CsvFlavour flavour) {
  if (flavour == CSV_EXCEL_FR)
    g_string_append(text, "\xef\xbb\xbf");
  return flavour == CSV_EXCEL_FR ? (CsvRow){text, ';', ',', 0} : (CsvRow){text, ',', '.', 0};
}

static void begin_cell(CsvRow *row) {
  if (row->cells++ > 0)
    g_string_append_c(row->text, row->separator);
}

/* A spreadsheet runs what begins with one of these. */
static bool looks_like_formula(const char *content) {
  return *content && strchr("=+-@\t\r", *content) != NULL;
}

void csv_add_text(CsvRow *row, const char *content) {
  const char separator[] = {row->separator, '\0'};
  g_autofree char *safe = g_strconcat(looks_like_formula(content) ? "'" : "", content, NULL);
  begin_cell(row);
  if (!strpbrk(safe, "\"\r\n") && !strstr(safe, separator)) {
    g_string_append(row->text, safe);
    return;
  }
  g_string_append_c(row->text, '"');
  for (const char *at = safe; *at; at++) {
    if (*at == '"')
      g_string_append_c(row->text, '"');
    g_string_append_c(row->text, *at);
  }
  g_string_append_c(row->text, '"');
}

static void append_decimal(CsvRow *row, int64_t number, int decimals) {
  uint64_t size = number < 0 ? -(uint64_t)number : (uint64_t)number, one = 1;
  for (int i = 0; i < decimals; i++)
    one *= 10;
  begin_cell(row);
  g_string_append_printf(row->text, "%s%" PRIu64, number < 0 ? "-" : "", size / one);
  if (decimals > 0)
    g_string_append_printf(row->text, "%c%0*" PRIu64, row->decimal, decimals, size % one);
}

void csv_add_cents(CsvRow *row, int64_t cents) {
  append_decimal(row, cents, 2);
}

void csv_add_decimal(CsvRow *row, int64_t number, int decimals) {
  for (; decimals > 0 && number % 10 == 0; decimals--)
    number /= 10;
  append_decimal(row, number, decimals);
}

void csv_add_date(CsvRow *row, int32_t date) {
  char iso[DATE_TEXT_SIZE];
  date_format_iso(date, iso);
  csv_add_text(row, iso);
}

void csv_end_row(CsvRow *row) {
  g_string_append(row->text, "\r\n");
  row->cells = 0;
}
