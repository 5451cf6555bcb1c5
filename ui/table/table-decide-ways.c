/* Room: table. What would be otherwise, in rows: where the result is nothing, other ways to the
 * same clients, more vouchers, another month, one more of something. Must not know: who shows it.
 */
#include "ui/table/table-decide.h"

#include "ui/table/table-decide-parts.h"
#include "ui/words/risk-words.h"

/* --- break-even ---------------------------------------------------------------------------- */

static DecideTopic topic_of(BreakEvenOf of) {
  return DECIDE_TOPIC_BREAK_EVEN_RETURN + (DecideTopic)of;
}

enum { POINT_VALUE, POINT_RESULT, POINT_NOTE };

/* The crossing as it is said, its number to the unit. */
static void put_crossing(Table *table, TableRow *row, int column, BreakEvenOf of,
                         const BreakEven *line) {
  table_take_text(row, column, break_even_shown(table->language, of, line));
  row->cell[column].number = line->value;
  row->cell[column].has_number = true;
}

static void put_point(Table *table, BreakEvenOf of, const BreakEvenPoint *point, const char *note) {
  TableRow *row = table_add_row(table, note ? ROW_TOTAL : ROW_NORMAL);

  decide_put_value(table, row, POINT_VALUE, break_even_path(of), point->value);
  decide_put_about(table, row, POINT_RESULT, point->result_cents);
  if (note) {
    table_put_text(row, POINT_NOTE, note);
  }
}

static void put_nothing(Table *table, BreakEvenOf of, const BreakEven *line) {
  TableRow *row = table_add_row(table, ROW_TOTAL);

  put_crossing(table, row, POINT_VALUE, of, line);
  decide_put_about(table, row, POINT_RESULT, 0);
  table_put_text(row, POINT_NOTE, say(table->language, "break-even"));
}

/* One of the two values a unit apart between which the line meets nothing: told as the crossing. */
static bool is_beside_crossing(const BreakEven *line, int64_t value) {
  return line->found && value >= line->value - line->earns_above &&
         value <= line->value + !line->earns_above;
}

static char *points_note(Language language, const Study *study) {
  return decide_note(
      decide_luck_years_text(language, TRIAL_YEARS_OF_LUCK, study->decisions->seed),
      say(language,
          "The result on average, all else as in the plan; straight between the points."));
}

Table *table_break_even(Language language, const Study *study, BreakEvenOf of) {
  const BreakEven *line = &study->decisions->break_even[of];
  Table *table = decide_table_new(language, study, topic_of(of));
  bool has_told = !line->found;

  table_add_column(table, COLUMN_TEXT, field_label(language, break_even_path(of)));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Deal compared with no deal"));
  table_add_column(table, COLUMN_TEXT, say(language, "Remark"));
  for (int i = 0; i < line->point_count; i++) {
    const BreakEvenPoint *point = &line->point[i];

    if (!has_told && point->value >= line->value) {
      put_nothing(table, of, line);
      has_told = true;
    }
    if (point->value == line->now) {
      put_point(table, of, point, say(language, "your plan"));
    } else if (!is_beside_crossing(line, point->value)) {
      put_point(table, of, point, NULL);
    }
  }
  table->note = points_note(language, study);
  return table;
}

/* On which side of the crossing the deal earns, and how far. */
static void put_side(Table *table, TableRow *row, BreakEvenOf of, const BreakEven *line) {
  Language language = table->language;
  BreakEven end;

  if (break_even_other_end(line, &end)) {
    g_autofree char *other = break_even_shown(language, of, &end);

    table_take_text(row, 3,
                    g_strdup_printf(line->earns_above
                                        ? say(language, "the deal earns from there up to about %s")
                                        : say(language, "the deal earns from there down to about "
                                                        "%s"),
                                    other));
    return;
  }
  table_put_text(row, 3,
                 line->earns_above ? say(language, "the deal earns from there up")
                                   : say(language, "the deal earns from there down"));
}

Table *table_break_evens(Language language, const Study *study) {
  Table *table = table_new(language, say(language, "Where the deal breaks even"));

  table_add_column(table, COLUMN_TEXT, say(language, "Value of the plan"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Your plan"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Break-even"));
  table_add_column(table, COLUMN_TEXT, say(language, "Remark"));
  for (int i = 0; i < BREAK_EVEN_COUNT; i++) {
    const BreakEven *line = &study->decisions->break_even[i];
    const char *path = break_even_path((BreakEvenOf)i);
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_put_text(row, 0, field_label(language, path));
    decide_put_value(table, row, 1, path, line->now);
    if (line->found) {
      put_crossing(table, row, 2, (BreakEvenOf)i, line);
      put_side(table, row, (BreakEvenOf)i, line);
    } else {
      table_put_text(row, 2, say(language, "none"));
      table_take_text(row, 3, break_even_none_text(language, line, (BreakEvenOf)i));
    }
  }
  table->note = points_note(language, study);
  return table;
}

/* --- other ways ---------------------------------------------------------------------------- */

static char *alternatives_note(Language language, const Study *study) {
  g_autofree char *before = alternative_before_text(language, study);
  g_autofree char *note = decide_note(
      decide_years_text(language, TRIAL_YEARS_SURE, study->decisions->seed),
      say(language, "The deal and your own offer are simulated, on average; advertising and the "
                    "web are what you say they cost. Nothing is counted for a way that earns."));

  return before ? g_strdup_printf("%s %s", note, before) : g_steal_pointer(&note);
}

Table *table_alternatives(Language language, const Study *study) {
  const Decisions *decisions = study->decisions;
  Table *table = decide_table_new(language, study, DECIDE_TOPIC_ALTERNATIVES);

  table_add_column(table, COLUMN_TEXT, say(language, "Way"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Cost per client kept"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Clients kept"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Cost in all"));
  table_add_column(table, COLUMN_TEXT, say(language, "What she then brings"));
  table_add_column(table, COLUMN_TEXT, say(language, "First clients"));
  for (int i = 0; i < ALTERNATIVE_COUNT; i++) {
    const Alternative *way = &decisions->alternative[i];
    const char *lacks = alternative_lacks(language, way);
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_put_text(row, 0, alternative_label(language, (AlternativeKind)i));
    if (way->applies) {
      table_take_text(row, 3, alternative_cost_text(language, (AlternativeKind)i, way->cost_cents));
      row->cell[3].number = way->cost_cents;
      row->cell[3].has_number = true;
    }
    if (lacks) {
      table_put_text(row, 5, lacks);
      continue;
    }
    table_take_text(
        row, 1,
        alternative_cost_text(language, (AlternativeKind)i, way->cost_per_client_kept_cents));
    row->cell[1].number = way->cost_per_client_kept_cents;
    row->cell[1].has_number = true;
    table_take_text(row, 2, say_milli_about(language, way->clients_milli));
    row->cell[2].number = way->clients_milli;
    row->cell[2].has_number = true;
    table_put_text(row, 4,
                   alternative_counts_visits((AlternativeKind)i)
                       ? say(language, "counted, in these months")
                       : say(language, "not counted"));
    table_take_text(row, 5, alternative_months_text(language, way));
  }
  table->note = alternatives_note(language, study);
  return table;
}

/* --- what if ------------------------------------------------------------------------------- */

enum {
  WHAT_IF_WHAT,
  WHAT_IF_RESULT,
  WHAT_IF_LESS = 3,
  WHAT_IF_REFUSED = 5,
  WHAT_IF_WAIT,
  WHAT_IF_UNSERVED,
  WHAT_IF_LOWEST,
  WHAT_IF_HOLDS
};

static void add_what_if_columns(Table *table, const char *what, const char *less) {
  Language language = table->language;

  table_add_column(table, COLUMN_TEXT, what);
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Deal compared with no deal"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "± error"));
  table_add_column(table, COLUMN_COUNT_OF, less);
  table_add_column(table, COLUMN_COUNT_OF, say(language, "± error"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Refused because of the deal"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "19 in 20 wait at most, days"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Vouchers without a place"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Balance 9 times in 10 above"));
  table_add_column(table, COLUMN_TEXT, say(language, "All conditions hold"));
}

/* Takes what. */
static void put_what_if(Table *table, const WhatIf *what_if, char *what, bool is_base) {
  Language language = table->language;
  TableRow *row = table_add_row(table, ROW_NORMAL);

  table_take_text(row, WHAT_IF_WHAT, what);
  if (!what_if->applies) {
    decide_put_none(row, WHAT_IF_RESULT);
    table_put_text(row, WHAT_IF_HOLDS, say(language, "nothing to compare"));
    return;
  }
  decide_put_change(table, row, WHAT_IF_RESULT, what_if->standing.result);
  if (is_base) {
    table_put_text(row, WHAT_IF_LESS, say(language, "your plan"));
  } else {
    decide_put_change(table, row, WHAT_IF_LESS, what_if->less_base);
  }
  decide_put_count_about(table, row, WHAT_IF_REFUSED, what_if->refused_extra);
  table_put_number(table, row, WHAT_IF_WAIT, what_if->wait_p95_days);
  decide_put_count_about(table, row, WHAT_IF_UNSERVED, what_if->unserved);
  decide_put_about(table, row, WHAT_IF_LOWEST, what_if->lowest_p10_cents);
  table_put_text(row, WHAT_IF_HOLDS,
                 what_if->standing.all_hold ? say(language, "yes") : say(language, "no"));
}

static char *what_if_note(Language language, const Study *study) {
  return decide_note(decide_years_text(language, TRIAL_YEARS, study->decisions->seed),
                     say(language, "Results on average; counts and days are of the middle year."));
}

Table *table_oversell(Language language, const Study *study) {
  Table *table = decide_table_new(language, study, DECIDE_TOPIC_OVERSELL);

  add_what_if_columns(table, say(language, "Vouchers sold"), say(language, "Beside your plan"));
  for (int i = 0; i < OVERSELL_COUNT; i++) {
    const WhatIf *what_if = &study->decisions->oversell[i];
    g_autofree char *count = say_number(language, what_if->vouchers);
    g_autofree char *label = oversell_label(language, i);
    char *what = what_if->applies ? g_strdup_printf(say(language, "%1$s: %2$s"), label, count)
                                  : g_steal_pointer(&label);

    put_what_if(table, what_if, what, false);
  }
  table->note = what_if_note(language, study);
  return table;
}

Table *table_launch(Language language, const Study *study) {
  Table *table = decide_table_new(language, study, DECIDE_TOPIC_LAUNCH);

  add_what_if_columns(table, say(language, "Sale on"), say(language, "Beside your month"));
  for (int i = 0; i < LAUNCH_MONTHS; i++) {
    const WhatIf *what_if = &study->decisions->launch[i];

    put_what_if(table, what_if, say_date(language, what_if->sale_date), i == 0);
  }
  table->note = what_if_note(language, study);
  return table;
}

/* Calls a phone line more would answer: no simulated years. */
static char *line_sentence(Language language, const OneMoreLine *line) {
  g_autofree char *now = say_milli_about(language, line->lost_now_milli);
  g_autofree char *then = say_milli_about(language, line->lost_then_milli);
  g_autofree char *cost = say_money(language, line->cost_cents);

  return g_strdup_printf(say(language, "One more phone line in the rush: %1$s lost calls become "
                                       "%2$s; its hours cost %3$s (phone model, no luck drawn)."),
                         now, then, cost);
}

enum { ONE_MORE_CLOSING = WHAT_IF_HOLDS + 1 };

Table *table_one_more(Language language, const Study *study) {
  const Decisions *decisions = study->decisions;
  Table *table = decide_table_new(language, study, DECIDE_TOPIC_ONE_MORE);
  g_autofree char *years = what_if_note(language, study);
  g_autofree char *line = decisions->one_more_line.applies
                              ? line_sentence(language, &decisions->one_more_line)
                              : g_strdup("");

  add_what_if_columns(table, say(language, "One more"), say(language, "Beside your plan"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "In the bank at the end"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "± error"));
  for (int i = 0; i < ONE_MORE_COUNT; i++) {
    const WhatIf *what_if = &decisions->one_more[i];

    put_what_if(table, what_if, g_strdup(one_more_label(language, (OneMore)i)), false);
    if (what_if->applies) {
      decide_put_change(table, &g_array_index(table->rows, TableRow, i), ONE_MORE_CLOSING,
                        what_if->closing_less_base);
    }
  }
  table->note = g_strdup_printf(
      "%s %s%s%s", years,
      say(language, "The bank counts all that it brings, with its pay, beside your plan’s; before "
                    "rent and training."),
      *line ? " " : "", line);
  return table;
}
