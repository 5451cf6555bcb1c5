/* Room: table. Knows: the phones of the results. Must not know: who shows it.
 *
 * Counts are whole: each is what the running sum, rounded, gains in its row, so that rows add up to
 * their total. Attempts = answered + lost. */
#include "ui/table/table-phones.h"

#include "model/base/money.h"
#include "ui/table/table-build.h"
#include "ui/words/phone-words.h"

#define MILLI 1000

enum { WHEN, CALLS, ATTEMPTS, ANSWERED, LOST, LOST_SHARE, PEOPLE, NEEDED, EXTRA };

typedef struct {
  int64_t calls, answered, lost; /* thousandths */
} Running;

static int64_t gain(int64_t *sum_milli, int64_t milli) {
  int64_t before = money_scale_half_up(*sum_milli, 1, MILLI);

  *sum_milli += milli;
  return money_scale_half_up(*sum_milli, 1, MILLI) - before;
}

static void put_share(Table *table, TableRow *row, int64_t lost, int64_t attempts) {
  if (attempts > 0) {
    table_put_number(table, row, LOST_SHARE, money_scale_half_up(lost, 100, attempts) * 1000);
  } else {
    table_put_text(row, LOST_SHARE, "–");
  }
}

static void put_calls(Table *table, TableRow *row, Running *sum, const Running *milli) {
  int64_t calls = gain(&sum->calls, milli->calls);
  int64_t answered = gain(&sum->answered, milli->answered);
  int64_t lost = gain(&sum->lost, milli->lost);

  table_put_number(table, row, CALLS, calls);
  table_put_number(table, row, ATTEMPTS, answered + lost);
  table_put_number(table, row, ANSWERED, answered);
  table_put_number(table, row, LOST, lost);
  put_share(table, row, milli->lost, milli->answered + milli->lost);
}

static void put_people(Table *table, TableRow *row, int32_t people, int32_t needed) {
  table_put_number(table, row, PEOPLE, people);
  if (needed <= PHONE_PEOPLE_MOST) {
    table_put_number(table, row, NEEDED, needed);
  } else {
    table_take_text(row, NEEDED, phone_needed_text(table->language, needed));
  }
}

static void add_columns(Table *table) {
  Language language = table->language;

  table_add_column(table, COLUMN_TEXT, say(language, "When"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Calls"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Attempts"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Answered"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Lost"));
  table_add_column(table, COLUMN_PERCENT, say(language, "Share lost"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "People"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "People needed"));
  table_add_column(table, COLUMN_HOURS, say(language, "Hours needed beyond your own people"));
}

static void add_days(Table *table, const Phone *phone) {
  Language language = table->language;
  Running sum = {0}, all = {0}, none = {0};
  TableRow *row;

  for (int i = 0; i < phone->day_count; i++) {
    const PhoneDay *day = &phone->day[i];
    Running milli = {day->calls_milli, day->answered_milli, day->lost_milli};

    if (day->calls_milli == 0) {
      continue;
    }
    row = table_add_row(table, ROW_NORMAL);
    table_take_text(row, WHEN, say_date(language, day->date));
    put_calls(table, row, &sum, &milli);
    put_people(table, row, day->people, day->people_needed);
    table_put_number(table, row, EXTRA, day->extra_minutes_needed);
    all = (Running){all.calls + milli.calls, all.answered + milli.answered, all.lost + milli.lost};
  }
  row = table_add_row(table, ROW_TOTAL);
  table_put_text(row, WHEN, say(language, "Total"));
  put_calls(table, row, &none, &all);
  table_put_text(row, PEOPLE, "–");
  table_put_text(row, NEEDED, "–");
  table_put_number(table, row, EXTRA, phone->extra_minutes_needed);
}

static void add_hours(Table *table, const PhoneDay *day, int32_t own_people) {
  Language language = table->language;
  g_autofree char *date = say_date(language, day->date);
  g_autofree char *heading = g_strdup_printf(say(language, "%s by the hour"), date);
  Running sum = {0};

  table_add_heading(table, heading);
  for (int i = 0; i < day->hour_count; i++) {
    const PhoneHour *hour = &day->hour[i];
    Running milli = {hour->calls_milli, hour->answered_milli, hour->lost_milli};
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_take_text(row, WHEN, phone_hour_text(language, hour));
    put_calls(table, row, &sum, &milli);
    put_people(table, row, hour->people, hour->people_needed);
    table_put_number(table, row, EXTRA,
                     (int64_t)MAX(0, hour->people_needed - own_people) *
                         (hour->end_minute - hour->begin_minute));
  }
}

Table *table_phones(Language language, const Study *study) {
  const Phone *phone = &study->results->phone;
  g_autofree char *title = phone_find(language, study);
  Table *table = table_new(language, title);

  add_columns(table);
  if (!phone->applies) {
    table_add_heading(table, title);
    return table;
  }
  add_days(table, phone);
  add_hours(table, &phone->day[phone->hardest_day_index], study->plan->phone.people);
  table->note = g_strdup(say(language, "Calls are those of buyers who phone; attempts count those "
                                       "who call again. A model: read attempts, answered and lost "
                                       "calls as “about”. A lost call goes to voice mail."));
  return table;
}
