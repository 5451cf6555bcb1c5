/* Room: paper. Knows: separated values (RFC 4180). Must not know: what they are about.
 *
 * Rows cell by cell, for journals and tables, in two flavours: comma and point, or what Excel opens
 * by a double click where the decimal is a comma: a mark of the encoding, semicolon and comma. */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef enum { CSV_STANDARD, CSV_EXCEL_FR, CSV_FLAVOUR_COUNT } CsvFlavour;

const char *csv_flavour_name(CsvFlavour flavour); /* "standard", "fr" */
bool csv_flavour_find(const char *name, CsvFlavour *flavour);

typedef struct {
  GString *text; /* what is written; borrowed */
  char separator;
  char decimal;
  int cells; /* of this row so far */
} CsvRow;

/* The flavour's separators; what must stand before the first row is written. */
CsvRow csv_begin(GString *text, CsvFlavour flavour);
void csv_add_text(CsvRow *row, const char *content);
/* "12.50" of 1250. */
void csv_add_cents(CsvRow *row, int64_t cents);
/* A whole number of so many decimals: 9975 of three, "9.975"; zeros at the end are left out. */
void csv_add_decimal(CsvRow *row, int64_t number, int decimals);
void csv_add_date(CsvRow *row, int32_t date); /* "2026-02-04" */
void csv_end_row(CsvRow *row);
