/* Room: table. What is decided of the deal itself, in rows: conditions, cap, quota, what matters
 * most, what the terms of the contract are worth. Must not know: who shows it. */
#include "ui/table/table-decide.h"

#include "model/base/calendar.h"
#include "model/base/money.h"
#include "ui/table/table-decide-parts.h"
#include "ui/words/risk-words.h"
#include "ui/words/term-words.h"

/* --- conditions ---------------------------------------------------------------------------- */

enum { STANDING_CONDITION, STANDING_BROKEN, STANDING_ERROR, STANDING_ALLOWED, STANDING_HOLDS };

static void put_cost_per_client(Table *table, TableRow *row, const Plan *plan,
                                const Standing *standing) {
  Language language = table->language;
  g_autofree char *usual =
      say_money(language, plan->clients.usual_advertising_cents_per_new_client);

  if (standing->has_clients_kept) {
    g_autofree char *cost = say_money_about(language, standing->cost_per_client_kept_cents);

    table_take_text(row, STANDING_BROKEN, g_strdup_printf(say(language, "%s on average"), cost));
  } else {
    table_put_text(row, STANDING_BROKEN, say(language, "no client kept"));
  }
  decide_put_none(row, STANDING_ERROR);
  table_take_text(row, STANDING_ALLOWED, g_strdup_printf(say(language, "%s at most"), usual));
}

static void put_condition(Table *table, const Plan *plan, const Standing *standing,
                          Condition condition) {
  const ConditionStanding *of = &standing->condition[condition];
  TableRow *row = table_add_row(table, ROW_NORMAL);
  bool needs_rooms = condition != CONDITION_RESULT && condition != CONDITION_COST_PER_CLIENT_KEPT;

  table_put_text(row, STANDING_CONDITION, condition_label(table->language, condition));
  if (!of->applies) {
    for (int column = STANDING_BROKEN; column < STANDING_HOLDS; column++) {
      decide_put_none(row, column);
    }
    table_put_text(row, STANDING_HOLDS,
                   needs_rooms && plan->rooms_count == 0
                       ? say(table->language, "not known without rooms")
                       : say(table->language, "left out"));
    return;
  }
  if (condition == CONDITION_COST_PER_CLIENT_KEPT) {
    put_cost_per_client(table, row, plan, standing);
  } else {
    decide_put_share(table, row, STANDING_BROKEN, of->broken_per_100k, 100000);
    table_take_text(row, STANDING_ERROR, chance_error_text(table->language, of->error_per_100k));
    decide_put_share(table, row, STANDING_ALLOWED, of->allowed_per_100k, 100000);
  }
  table_put_text(row, STANDING_HOLDS,
                 of->holds ? say(table->language, "holds") : say(table->language, "does not hold"));
}

Table *table_standing(Language language, const Study *study) {
  Table *table = table_new(language, say(language, "Your conditions in the simulated years"));
  Standing standing = {0};

  standing_of_risk(study->plan, study->risk, &standing);
  table_add_column(table, COLUMN_TEXT, say(language, "Condition"));
  table_add_column(table, COLUMN_PERCENT, say(language, "Years that break it"));
  table_add_column(table, COLUMN_TEXT, say(language, "Sampling error"));
  table_add_column(table, COLUMN_PERCENT, say(language, "You allow"));
  table_add_column(table, COLUMN_TEXT, say(language, "Answer"));
  for (int i = 0; i < CONDITION_COUNT; i++) {
    put_condition(table, study->plan, &standing, (Condition)i);
  }
  table->note = decide_note(risk_details_text(language, study->risk),
                            standing.floor_left_out
                                ? say(language, "Your cash floor is passed without the deal too, "
                                                "so it is left out of the verdict.")
                                : say(language, "Of the contract as it stands."));
  return table;
}

/* --- cap ----------------------------------------------------------------------------------- */

enum { CAP_CONDITION, CAP_VOUCHERS, CAP_NOTE };

static void put_cap_alone(Table *table, const Cap *cap, Condition condition) {
  Language language = table->language;
  const CapAlone *alone = &cap->alone[condition];
  TableRow *row = table_add_row(table, ROW_NORMAL);

  table_put_text(row, CAP_CONDITION, condition_label(language, condition));
  if (!alone->applies) {
    decide_put_none(row, CAP_VOUCHERS);
    table_put_text(row, CAP_NOTE, say(language, "left out"));
  } else if (!alone->found) {
    decide_put_none(row, CAP_VOUCHERS);
    table_put_text(row, CAP_NOTE, say(language, "no number meets it"));
  } else {
    table_put_number(table, row, CAP_VOUCHERS, alone->vouchers);
    if (condition == cap->binding) {
      table_put_text(row, CAP_NOTE, say(language, "this one decides"));
    } else if (alone->is_bound) {
      table_put_text(row, CAP_NOTE, say(language, "not even the most tried breaks it"));
    }
  }
}

static char *cap_note(Language language, const Study *study) {
  const Cap *cap = &study->decisions->cap;
  g_autofree char *most = say_number(language, cap->most);
  g_autofree char *step = say_number(language, CAP_STEP);
  g_autofree char *tried =
      g_strdup_printf(cap->most_is_contract
                          ? say(language, "Tried in steps of %1$s up to the %2$s of the contract.")
                          : say(language, "Tried in steps of %1$s up to %2$s."),
                      step, most);

  if (cap->at_least > 0) {
    g_autofree char *least = say_number(language, cap->at_least);
    g_autofree char *goal =
        g_strdup_printf(say(language, "Under %s the campaign does not reach your goal."), least);
    g_autofree char *both = g_strconcat(tried, " ", goal, NULL);

    return decide_note(decide_years_text(language, cap->years, study->decisions->seed), both);
  }
  return decide_note(decide_years_text(language, cap->years, study->decisions->seed), tried);
}

Table *table_cap(Language language, const Study *study) {
  const Cap *cap = &study->decisions->cap;
  Table *table = decide_table_new(language, study, DECIDE_TOPIC_CAP);
  TableRow *row;

  table_add_column(table, COLUMN_TEXT, say(language, "Condition"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Vouchers it alone allows"));
  table_add_column(table, COLUMN_TEXT, say(language, "Remark"));
  for (int i = 0; i < CONDITION_COUNT; i++) {
    put_cap_alone(table, cap, (Condition)i);
  }
  row = table_add_row(table, ROW_TOTAL);
  table_put_text(row, CAP_CONDITION, say(language, "All together"));
  if (cap->found) {
    table_put_number(table, row, CAP_VOUCHERS, cap->vouchers);
    table_take_text(row, CAP_NOTE, cap_limit_text(language, cap));
  } else {
    decide_put_none(row, CAP_VOUCHERS);
    table_put_text(row, CAP_NOTE, say(language, "no number meets all"));
  }
  table->note = cap_note(language, study);
  return table;
}

static void put_cap_test(Table *table, const Cap *cap, const CapTest *test) {
  TableRow *row = table_add_row(table, ROW_NORMAL);
  bool all = true;
  int column = 2;

  table_put_number(table, row, 0, test->vouchers);
  table_put_number(table, row, 1, test->years);
  for (int i = 0; i < CONDITION_COUNT; i++) {
    if (!cap->alone[i].applies) {
      continue;
    }
    all &= test->holds >> i & 1;
    if (i == CONDITION_COST_PER_CLIENT_KEPT) {
      table_put_text(row, column++,
                     test->holds >> i & 1 ? say(table->language, "holds")
                                          : say(table->language, "does not hold"));
    } else {
      decide_put_share(table, row, column++, test->broken_count[i], test->years);
    }
  }
  table_put_text(row, column++, all ? say(table->language, "yes") : say(table->language, "no"));
  decide_put_change(table, row, column, test->result);
}

Table *table_cap_tests(Language language, const Study *study) {
  const Cap *cap = &study->decisions->cap;
  Table *table = decide_table_new(language, study, DECIDE_TOPIC_CAP);

  table_add_column(table, COLUMN_COUNT_OF, say(language, "Vouchers sold"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Simulated years"));
  for (int i = 0; i < CONDITION_COUNT; i++) {
    if (cap->alone[i].applies) {
      table_add_column(table, COLUMN_PERCENT, condition_label(language, (Condition)i));
    }
  }
  table_add_column(table, COLUMN_TEXT, say(language, "All hold"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Deal compared with no deal"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "± error"));
  for (int i = 0; i < cap->test_count; i++) {
    put_cap_test(table, cap, &cap->test[i]);
  }
  table->note = decide_note(
      decide_years_text(language, cap->years, study->decisions->seed),
      say(language, "Under each condition: the share of the years that break it. A number is left "
                    "as soon as its answer is sure, so some have fewer years."));
  return table;
}

/* --- quota --------------------------------------------------------------------------------- */

static char *quota_note(Language language, const Study *study) {
  const Quota *quota = &study->decisions->quota;
  g_autofree char *tried = quota_tried_text(language, study);
  g_autofree char *regular = say_money(language, quota->regular_cents);
  g_autofree char *deal = say_money(language, quota->deal_cents);
  g_autofree char *moving = say_money(language, quota->moving_cents);
  g_autofree char *with =
      tried ? g_strdup_printf(say(language, "With these quotas, %s"), tried) : NULL;
  g_autofree char *margins = g_strdup_printf(
      quota->is_simulated
          ? say(language,
                "A regular visit leaves %1$s; a deal visit is worth %2$s before the contract, and "
                "moving it costs %3$s once sold. Days of your calendar were filled many times.")
          : say(language,
                "A regular visit leaves %1$s; a deal visit is worth %2$s before the contract, and "
                "moving it costs %3$s once sold. From these margins and the regulars of each day, "
                "without simulated years."),
      regular, deal, moving);

  return with ? g_strdup_printf("%s %s.", margins, with) : g_steal_pointer(&margins);
}

Table *table_quota(Language language, const Study *study) {
  const Quota *quota = &study->decisions->quota;
  Table *table = decide_table_new(language, study, DECIDE_TOPIC_QUOTA);
  bool has_short = quota->applies && !quota->is_simulated;

  table_add_column(table, COLUMN_TEXT, say(language, "Weekday"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Before the contract"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Once sold"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "An empty day holds"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Regular visits wanted, on average"));
  if (has_short) {
    table_add_column(table, COLUMN_PERCENT,
                     say(language, "Days on which a regular finds no place"));
  }
  for (int i = 0; i < 7 && quota->applies; i++) {
    const QuotaDay *day = &quota->day[i];
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_put_text(row, 0, weekday_name(language, i));
    if (!day->is_open) {
      table_put_text(row, 1, say(language, "closed"));
      continue;
    }
    table_put_number(table, row, 1, day->before);
    table_put_number(table, row, 2, day->after);
    table_put_number(table, row, 3, day->slots);
    table_take_text(row, 4,
                    say_milli(language, money_scale_half_up(day->wanted_milli, 1, 100) * 100));
    row->cell[4].number = day->wanted_milli;
    row->cell[4].has_number = true;
    if (has_short) {
      decide_put_share(table, row, 5, day->short_per_100k, 100000);
    }
  }
  if (quota->applies) {
    table->note = quota_note(language, study);
  }
  return table;
}

/* --- what matters most --------------------------------------------------------------------- */

enum {
  TORNADO_INPUT,
  TORNADO_LOW,
  TORNADO_LIKELY,
  TORNADO_HIGH,
  TORNADO_AT_LOW,
  TORNADO_AT_HIGH,
  TORNADO_MOVES,
  TORNADO_ERROR
};

static void put_tornado_bar(Table *table, const Plan *plan, const TornadoBar *bar) {
  TableRow *row = table_add_row(table, ROW_NORMAL);
  TrialMean high_less_low = {-bar->low_less_high.mean_milli, bar->low_less_high.error_milli};

  table_take_text(row, TORNADO_INPUT, risk_input_label(table->language, plan, bar->path));
  decide_put_value(table, row, TORNADO_LOW, bar->path, bar->low);
  decide_put_value(table, row, TORNADO_LIKELY, bar->path, bar->likely);
  decide_put_value(table, row, TORNADO_HIGH, bar->path, bar->high);
  decide_put_about(table, row, TORNADO_AT_LOW, mean_cents(bar->at_low.mean_milli));
  decide_put_about(table, row, TORNADO_AT_HIGH, mean_cents(bar->at_high.mean_milli));
  decide_put_change(table, row, TORNADO_MOVES, high_less_low);
}

Table *table_tornado(Language language, const Study *study) {
  const Tornado *tornado = &study->decisions->tornado;
  Table *table = decide_table_new(language, study, DECIDE_TOPIC_TORNADO);
  g_autofree char *base = mean_money_text(language, tornado->base.mean_milli);
  g_autofree char *error = mean_error_text(language, tornado->base.error_milli);
  g_autofree char *as_planned = g_strdup_printf(
      say(language, "With every value at its likely one: %1$s, %2$s."), base, error);

  table_add_column(table, COLUMN_TEXT, say(language, "Uncertain value"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "At the lowest"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Most likely"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "At the highest"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Result at the lowest"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Result at the highest"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "From lowest to highest"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "± error"));
  for (int i = 0; i < tornado->bar_count; i++) {
    put_tornado_bar(table, study->plan, &tornado->bar[i]);
  }
  table->note = decide_note(
      decide_luck_years_text(language, tornado->years, study->decisions->seed), as_planned);
  return table;
}

/* --- terms of the contract ----------------------------------------------------------------- */

enum { WORTH_TERM, WORTH_RESULT, WORTH_LOWEST = 3, WORTH_REFUSED = 5 };

Table *table_worths(Language language, const Study *study) {
  const TermWorths *worths = &study->decisions->worths;
  Table *table = decide_table_new(language, study, DECIDE_TOPIC_WORTHS);

  table_add_column(table, COLUMN_TEXT, say(language, "If the contract said"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Deal compared with no deal"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "± error"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Lowest balance"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "± error"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "Refused because of the deal"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "± error"));
  for (int i = 0; i < worths->worth_count; i++) {
    const TermWorth *worth = &worths->worth[i];
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_take_text(row, WORTH_TERM, term_text(language, study->plan, &worth->term));
    if (!worth->changes) {
      table_put_text(row, WORTH_RESULT, say(language, "already so"));
      continue;
    }
    decide_put_change(table, row, WORTH_RESULT, worth->worth);
    decide_put_change(table, row, WORTH_LOWEST, worth->lowest);
    decide_put_count(table, row, WORTH_REFUSED, worth->refused);
  }
  table->note =
      decide_note(decide_luck_years_text(language, worths->years, study->decisions->seed),
                  say(language, "What changes on average when the contract says it and nothing "
                                "else changes; each by itself, so they do not add up."));
  return table;
}
