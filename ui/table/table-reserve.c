/* Room: table. Knows: the bank of the results. Must not know: who shows it.
 *
 * What of the bank is the owner's, at the end of each month. Each row: balance − not yet earned −
 * taxes = hers; below zero, what is missing for the others. */
#include "ui/table/table-build.h"

enum { RESERVE_MONTH, RESERVE_BALANCE, RESERVE_NOT_YET, RESERVE_TAXES, RESERVE_YOURS };

Table *table_reserve(Language language, const Plan *plan, const Results *results) {
  Table *table = table_new(language, say(language, "Money in the bank that is not yours"));

  table_add_column(table, COLUMN_TEXT, say(language, "End of"));
  table_add_column(table, COLUMN_MONEY, say(language, "In the bank"));
  table_add_column(table, COLUMN_MONEY, say(language, "Not yet earned"));
  table_add_column(table, COLUMN_MONEY, say(language, "Taxes to remit"));
  table_add_column(table, COLUMN_MONEY, say(language, "Yours"));
  for (int i = 0, end = -1; i < results->month_count; i++) {
    int32_t date = results->month[i].begin_date;
    TableRow *row = table_add_row(table, ROW_NORMAL);

    end += results->month[i].days;
    const CashDay *day = &results->cash_with.day[end];
    int64_t not_yours_cents = cash_not_yours_cents(day);

    table_take_text(
        row, RESERVE_MONTH,
        g_strdup_printf("%s %d", month_name_short(language, date_month(date)), date_year(date)));
    table_put_number(table, row, RESERVE_BALANCE, day->balance_cents);
    table_put_number(table, row, RESERVE_NOT_YET, day->not_yet_earned_cents);
    table_put_number(table, row, RESERVE_TAXES, not_yours_cents - day->not_yet_earned_cents);
    table_put_number(table, row, RESERVE_YOURS, day->balance_cents - not_yours_cents);
  }
  table->note = g_strdup(
      say(language, "In dollars, plan year, with the deal. Yours = in the bank − not yet earned − "
                    "taxes to remit; under zero, so much is missing for what is not yours."));
  return table;
}
