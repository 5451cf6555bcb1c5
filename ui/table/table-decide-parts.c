/* Room: table. See table-decide-parts.h. */
#include "ui/table/table-decide-parts.h"

#include <string.h>

#include "model/base/money.h"

Table *decide_table_new(Language language, const Study *study, DecideTopic topic) {
  g_autofree char *title = decide_finding(language, study, topic);
  size_t length = strlen(title);

  if (length > 0 && title[length - 1] == '.') {
    title[length - 1] = '\0';
  }
  return table_new(language, title);
}

static void take_number(TableRow *row, int column, char *text, int64_t number) {
  table_take_text(row, column, text);
  row->cell[column].number = number;
  row->cell[column].has_number = true;
}

void decide_put_money(Table *table, TableRow *row, int column, TrialMean mean) {
  take_number(row, column, mean_money_text(table->language, mean.mean_milli),
              mean_cents(mean.mean_milli));
  take_number(row, column + 1, mean_error_text(table->language, mean.error_milli),
              mean_cents(mean.error_milli));
}

void decide_put_change(Table *table, TableRow *row, int column, TrialMean mean) {
  decide_put_money(table, row, column, mean);
  take_number(row, column, mean_change_text(table->language, mean.mean_milli),
              mean_cents(mean.mean_milli));
}

void decide_put_count(Table *table, TableRow *row, int column, TrialMean mean) {
  take_number(row, column, mean_count_change_text(table->language, mean.mean_milli),
              mean.mean_milli);
  take_number(row, column + 1, mean_count_error_text(table->language, mean.error_milli),
              mean.error_milli);
}

void decide_put_count_about(Table *table, TableRow *row, int column, int64_t count) {
  take_number(row, column, say_number(table->language, about_count(count)), count);
}

void decide_put_about(Table *table, TableRow *row, int column, int64_t cents) {
  take_number(row, column, say_money_whole(table->language, about_cents(cents)), cents);
}

void decide_put_share(Table *table, TableRow *row, int column, int64_t part, int64_t whole) {
  int64_t share = whole > 0 ? money_scale_half_up(part, 1000, whole) * 100 : 0;

  if (whole > 0) {
    take_number(row, column, say_percent(table->language, share), share);
  } else {
    decide_put_none(row, column);
  }
}

void decide_put_value(Table *table, TableRow *row, int column, const char *path, int64_t value) {
  take_number(row, column, value_text(table->language, path, value), value);
}

void decide_put_none(TableRow *row, int column) {
  table_put_text(row, column, "–");
}

char *decide_note(char *first, const char *rest) {
  g_autofree char *begin = first;

  return g_strdup_printf("%s. %s", begin, rest);
}
