/* Tables of what is decided: of every shape, in both languages, whole, without English in French;
 * what must add up does, and numbers are those that were decided. */
#include <string.h>

#include "tests/sample-decisions.h"
#include "tests/sample-results.h"
#include "tests/sample-risk.h"
#include "ui/table/table-decide.h"
#include "ui/words/decide-words.h"

static Plan *plan;
static Results *results;
static Risk *risk;

typedef struct {
  Decisions decisions;
  Offers offers;
  Study study;
} Case;

static Case *make_case(int shape) {
  Case *made = g_new0(Case, 1);
  sample_decisions_fill(plan, results, shape, &made->decisions);
  sample_offers_fill(plan, results, shape, &made->offers);
  made->study = (Study){.plan = plan,
                        .results = results,
                        .risk = risk,
                        .decisions = &made->decisions,
                        .offers = &made->offers};
  return made;
}

static Table *break_even_table(Language language, const Study *study) {
  return table_break_even(language, study, BREAK_EVEN_VOUCHERS);
}

static const struct {
  const char *name;
  Table *(*make)(Language language, const Study *study);
  DecideTopic topic;
} tables[] = {
    {"standing", table_standing, DECIDE_TOPIC_PLAIN},
    {"cap", table_cap, DECIDE_TOPIC_CAP},
    {"cap tests", table_cap_tests, DECIDE_TOPIC_CAP},
    {"quota", table_quota, DECIDE_TOPIC_QUOTA},
    {"tornado", table_tornado, DECIDE_TOPIC_TORNADO},
    {"worths", table_worths, DECIDE_TOPIC_WORTHS},
    {"break-even", break_even_table, DECIDE_TOPIC_BREAK_EVEN_VOUCHERS},
    {"break-evens", table_break_evens, DECIDE_TOPIC_BREAK_EVEN_RETURN},
    {"alternatives", table_alternatives, DECIDE_TOPIC_ALTERNATIVES},
    {"oversell", table_oversell, DECIDE_TOPIC_OVERSELL},
    {"one more", table_one_more, DECIDE_TOPIC_ONE_MORE},
    {"launch", table_launch, DECIDE_TOPIC_LAUNCH},
    {"offers", table_offers, DECIDE_TOPIC_OFFERS},
    {"plain", table_plain, DECIDE_TOPIC_PLAIN},
};

/* NULL, or what is not whole. */
static const char *table_fault(const Table *table) {
  if (!*table->title || g_str_has_suffix(table->title, "."))
    return "title";
  if (!table->note || !g_str_has_suffix(table->note, ".") || strstr(table->note, ".."))
    return "note";
  for (int column = 0; column < table->column_count; column++)
    if (!*table->column[column].heading)
      return "heading";
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);
    if (!row->cell[0].text || !*row->cell[0].text)
      return "first cell";
    for (int column = 0; column < TABLE_COLUMNS_MAX; column++) {
      if (column >= table->column_count && row->cell[column].text)
        return "cell without a column";
      if (row->cell[column].has_number && !row->cell[column].text)
        return "number without a text";
    }
  }
  return NULL;
}

static void test_whole_in_both_languages(void) {
  for (int shape = 0; shape < DECIDE_SHAPE_COUNT; shape++) {
    g_autofree Case *made = make_case(shape);
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
      if (!decide_topic_is_ready(&made->study, tables[i].topic) ||
          !decide_topic_applies(&made->study, tables[i].topic))
        continue;
      g_autoptr(Table) english = tables[i].make(LANGUAGE_EN, &made->study);
      g_autoptr(Table) french = tables[i].make(LANGUAGE_FR, &made->study);
      const char *fault = table_fault(english) ? table_fault(english) : table_fault(french);
      if (fault)
        g_error("shape %d, %s: %s", shape, tables[i].name, fault);
      g_assert_cmpstr(english->title, !=, french->title);
      g_assert_cmpstr(english->note, !=, french->note);
      g_assert_cmpint(table_row_count(english), ==, table_row_count(french));
      for (int column = 0; column < english->column_count; column++)
        if ((tables[i].make != table_offers || column == 0) &&
            !g_str_equal(english->column[column].heading, "Condition")) /* the same in both */
          g_assert_cmpstr(english->column[column].heading, !=, french->column[column].heading);
    }
  }
}

/* The check of a table must be able to fail. */
static void test_check_can_fail(void) {
  g_autofree Case *made = make_case(DECIDE_SHAPE_USUAL);
  g_autoptr(Table) table = table_cap(LANGUAGE_EN, &made->study);
  TableRow *row = &g_array_index(table->rows, TableRow, 0);
  g_assert_null(table_fault(table));
  g_clear_pointer(&row->cell[0].text, g_free);
  g_assert_cmpstr(table_fault(table), ==, "first cell");
}

static void test_cap_numbers(void) {
  g_autofree Case *made = make_case(DECIDE_SHAPE_USUAL);
  const Cap *cap = &made->decisions.cap;
  g_autoptr(Table) table = table_cap(LANGUAGE_EN, &made->study);
  g_autoptr(Table) tests = table_cap_tests(LANGUAGE_EN, &made->study);
  for (int i = 0; i < CONDITION_COUNT; i++) {
    const TableRow *row = table_row(table, i);
    g_assert_cmpstr(row->cell[0].text, ==, condition_label(LANGUAGE_EN, (Condition)i));
    g_assert_cmpint(row->cell[1].has_number, ==, cap->alone[i].found);
    g_assert_cmpint(row->cell[1].number, ==, cap->alone[i].found ? cap->alone[i].vouchers : 0);
    g_assert_cmpint(g_strcmp0(row->cell[2].text, "this one decides") == 0, ==,
                    i == (int)cap->binding);
  }
  g_assert_cmpint(table_row(table, CONDITION_COUNT)->cell[1].number, ==, cap->vouchers);
  g_assert_cmpint(table_row_count(tests), ==, cap->test_count);
  for (int i = 0; i < cap->test_count; i++) {
    g_assert_cmpint(table_row(tests, i)->cell[0].number, ==, cap->test[i].vouchers);
    g_assert_cmpint(table_row(tests, i)->cell[1].number, ==, cap->test[i].years);
  }
}

static void test_break_evens(void) {
  for (int shape = 0; shape <= DECIDE_SHAPE_NOTHING; shape++) {
    g_autofree Case *made = make_case(shape);
    g_autoptr(Table) table = table_break_evens(LANGUAGE_EN, &made->study);
    g_assert_cmpint(table_row_count(table), ==, BREAK_EVEN_COUNT);
    for (int i = 0; i < BREAK_EVEN_COUNT; i++) {
      const BreakEven *line = &made->decisions.break_even[i];
      const TableCell *cell = &table_row(table, i)->cell[2];
      g_assert_cmpint(cell->has_number, ==, line->found);
      if (line->found)
        g_assert_cmpint(cell->number, ==, line->value);
      else
        g_assert_cmpstr(cell->text, ==, "none");
    }
  }
}

/* From the first lines to the plain sum, and step by step to the result, to the cent. */
static void test_plain_adds_up(void) {
  g_autofree Case *made = make_case(DECIDE_SHAPE_USUAL);
  g_autoptr(Table) table = table_plain(LANGUAGE_EN, &made->study);
  int64_t sum = 0;
  int totals = 0;
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);
    if (row->kind == ROW_TOTAL) {
      g_assert_cmpint(row->cell[3].number, ==, sum);
      totals++;
    } else {
      sum += row->cell[3].number;
    }
  }
  g_assert_cmpint(totals, ==, 2);
  g_assert_cmpint(sum, ==, results->headline.deal_against_none_cents);
}

/* What is simulated has two digits, its cell every digit; an error that is there is never shown as
 * none, nor as less than it is; a change has its sign. */
static void test_errors_and_signs(void) {
  g_autofree Case *made = make_case(DECIDE_SHAPE_USUAL);
  TermWorths *worths = &made->decisions.worths;
  worths->worth[0].worth = (TrialMean){123456000, 1};
  worths->worth[2].worth = (TrialMean){-123456000, 0};
  g_autoptr(Table) table = table_worths(LANGUAGE_EN, &made->study);
  g_assert_cmpstr(table_row(table, 0)->cell[1].text, ==, "+$1,200");
  g_assert_cmpint(table_row(table, 0)->cell[1].number, ==, 123456);
  g_assert_cmpstr(table_row(table, 0)->cell[2].text, ==, "±\u00a0$1");
  g_assert_cmpstr(table_row(table, 2)->cell[1].text, ==, "-$1,200");
  g_assert_cmpstr(table_row(table, 2)->cell[2].text, ==, "±\u00a0$0");
  g_assert_cmpstr(table_row(table, 1)->cell[1].text, ==, "already so");
  worths->worth[0].worth = (TrialMean){123456000, 27401000};
  worths->worth[0].refused = (TrialMean){-123456, 10001};
  g_autoptr(Table) wider = table_worths(LANGUAGE_EN, &made->study);
  g_assert_cmpstr(table_row(wider, 0)->cell[2].text, ==, "±\u00a0$280");
  g_assert_cmpstr(table_row(wider, 0)->cell[5].text, ==, "-120");
  g_assert_cmpstr(table_row(wider, 0)->cell[6].text, ==, "±\u00a011");
}

/* The crossing is one row, as it is said, in the place of the two values beside it; the plan stays.
 * Where it earns only so far, that is said. */
static void test_crossing_is_said_once(void) {
  g_autofree Case *made = make_case(DECIDE_SHAPE_USUAL);
  BreakEven *line = &made->decisions.break_even[BREAK_EVEN_VOUCHERS];
  *line = (BreakEven){
      .found = true,
      .value = 318,
      .now = 444,
      .now_result_cents = -90000,
      .point_count = 6,
      .point = {{0, -60000}, {100, 40000}, {318, 100}, {319, -100}, {444, -90000}, {900, -400000}}};
  g_autoptr(Table) table = table_break_even(LANGUAGE_EN, &made->study, BREAK_EVEN_VOUCHERS);
  g_autoptr(Table) all = table_break_evens(LANGUAGE_EN, &made->study);
  g_assert_cmpint(table_row_count(table), ==, 5);
  g_assert_cmpstr(table_row(table, 2)->cell[0].text, ==, "310");
  g_assert_cmpint(table_row(table, 2)->cell[0].number, ==, 318);
  g_assert_cmpstr(table_row(table, 2)->cell[2].text, ==, "break-even");
  g_assert_cmpstr(table_row(table, 3)->cell[2].text, ==, "your plan");
  g_assert_nonnull(strstr(table->title, "pays for itself from about 60 to 310 (your plan: 444)"));
  g_assert_cmpstr(table_row(all, BREAK_EVEN_VOUCHERS)->cell[3].text, ==,
                  "the deal earns from there down to about 60");
}

/* That her conditions do not hold with the quotas is said under them, and only then. */
static void test_quota_note(void) {
  g_autofree Case *holds = make_case(DECIDE_SHAPE_USUAL);
  g_autofree Case *breaks = make_case(DECIDE_SHAPE_USUAL);
  breaks->decisions.quota_tried[QUOTA_BEFORE].standing.condition[CONDITION_WAIT].holds = false;
  g_autoptr(Table) fine = table_quota(LANGUAGE_EN, &holds->study);
  g_autoptr(Table) broken = table_quota(LANGUAGE_EN, &breaks->study);
  g_assert_null(strstr(fine->note, "With these quotas"));
  g_assert_nonnull(strstr(broken->note, "With these quotas, too many buyers wait past your 21 days "
                                        "(in 1 of 100 simulated years): sell fewer."));
}

/* Each deal a column with its own figures; the first is compared with nothing. */
static void test_offers_columns(void) {
  g_autofree Case *made = make_case(DECIDE_SHAPE_EXTREME);
  const Offers *offers = &made->offers;
  g_autoptr(Table) table = table_offers(LANGUAGE_EN, &made->study);
  g_assert_cmpint(table->column_count, ==, 1 + offers->offer_count);
  for (int i = 0; i < offers->offer_count; i++) {
    g_assert_cmpint(table_row(table, 0)->cell[1 + i].number, ==, offers->offer[i].vouchers);
    g_assert_cmpint(table_row(table, 1)->cell[1 + i].number, ==, offers->offer[i].left_used_cents);
    g_assert_cmpint(table_row(table, 3)->cell[1 + i].has_number, ==, i > 0);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  plan = g_new0(Plan, 1);
  results = g_new0(Results, 1);
  risk = g_new0(Risk, 1);
  sample_results_fill(SHAPE_EXAMPLE, plan, results);
  sample_risk_fill(RISK_SHAPE_USUAL, plan, results, risk);
  g_test_add_func("/decide-tables/whole-in-both-languages", test_whole_in_both_languages);
  g_test_add_func("/decide-tables/check-can-fail", test_check_can_fail);
  g_test_add_func("/decide-tables/cap-numbers", test_cap_numbers);
  g_test_add_func("/decide-tables/break-evens", test_break_evens);
  g_test_add_func("/decide-tables/plain-adds-up", test_plain_adds_up);
  g_test_add_func("/decide-tables/errors-and-signs", test_errors_and_signs);
  g_test_add_func("/decide-tables/crossing-is-said-once", test_crossing_is_said_once);
  g_test_add_func("/decide-tables/quota-note", test_quota_note);
  g_test_add_func("/decide-tables/offers-columns", test_offers_columns);
  int failed = g_test_run();
  g_free(plan);
  g_free(results);
  g_free(risk);
  return failed;
}
