/* The tables of the books and what stands above them: every topic, in both languages, with the
 * figures of the books; tables foot, and a flipped cent is noticed. */
#include <stdlib.h>
#include <string.h>

#include "model/year/year-scratch.h"
#include "model/store/plan-json.h"
#include "tests/books-foot.h"
#include "tests/books-said.h"
#include "tests/varied-plans.h"

#define TITLE_LETTERS_MAX 110

/* Each "= amount" of a computation is the sum of the signed amounts above it, back to the answer
 * before. English. */
static bool does_explanation_add_up(const char *text) {
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  int64_t sum = 0;
  bool has_terms = false;

  for (int i = 0; lines[i]; i++) {
    const char *end = strstr(lines[i], "  ");
    bool is_answer = g_str_has_prefix(lines[i], "= ");
    g_autofree char *amount = end ? g_strndup(lines[i], (gsize)(end - lines[i])) : NULL;
    int64_t cents;

    if (!amount || (!is_answer && lines[i][0] != '+' && lines[i][0] != '-' && lines[i][0] != '$')) {
      continue;
    }
    g_assert_cmpint(money_parse(amount + (is_answer ? 2 : amount[0] == '+'), &cents, NULL), ==,
                    NUMBER_OK);
    if (!is_answer) {
      sum += cents;
      has_terms = true;
    } else if (has_terms && sum != cents) {
      return false;
    } else {
      sum = 0;
      has_terms = false;
    }
  }
  return true;
}

static int64_t number_at(const Table *table, int row, int column) {
  return table_row(table, row)->cell[column].number;
}

/* Each cell says its number. */
static void check_cells(const Table *table) {
  for (int i = 0; i < table_row_count(table); i++) {
    const TableRow *row = table_row(table, i);

    g_assert_nonnull(row->cell[0].text);
    for (int column = 0; column < table->column_count; column++) {
      const TableCell *cell = &row->cell[column];
      int64_t cents;

      if (cell->has_number && table->column[column].kind == COLUMN_MONEY) {
        g_assert_cmpint(money_parse(cell->text, &cents, NULL), ==, NUMBER_OK);
        g_assert_cmpint(cents, ==, cell->number);
      }
    }
  }
}

static void check_topic(const Books *books, BooksTopic topic) {
  bool applies = books_topic_applies(books, topic);
  g_autofree char *english = books_finding(LANGUAGE_EN, books, topic);
  g_autofree char *french = books_finding(LANGUAGE_FR, books, topic);
  const char *const said[LANGUAGE_COUNT] = {[LANGUAGE_EN] = english, [LANGUAGE_FR] = french};

  for (Language language = 0; language < LANGUAGE_COUNT; language++) {
    g_autofree char *explanation = books_explain(language, books, topic);
    g_autoptr(Table) table = table_books(language, books, topic);

    g_assert_true(applies == (said[language] != NULL));
    g_assert_true(applies == (explanation != NULL));
    g_assert_true(applies == (table != NULL));
    if (!applies) {
      continue;
    }
    g_assert_cmpstr(said[language], ==, table->title);
    if (g_utf8_strlen(table->title, -1) > TITLE_LETTERS_MAX ||
        !is_well_written(language, table->title) || !is_well_written(language, explanation) ||
        (table->note && !is_well_written(language, table->note))) {
      g_test_message("%s: %s\n%s\n%s", books_topic_name(topic), table->title, table->note,
                     explanation);
      g_test_fail();
    }
    if (language == LANGUAGE_EN && !does_explanation_add_up(explanation)) {
      g_test_message("%s does not add up:\n%s", books_topic_name(topic), explanation);
      g_test_fail();
    }
    check_cells(table);
    if (!books_table_foots(table, topic)) {
      g_autofree char *text = table_to_text(table);

      g_test_message("%s does not foot:\n%s", books_topic_name(topic), text);
      g_test_fail();
    }
  }
  if (applies) {
    g_assert_cmpstr(said[LANGUAGE_EN], !=, said[LANGUAGE_FR]);
  }
}

/* A finding names this amount. */
static void check_names(const Books *books, BooksTopic topic, int64_t cents) {
  g_autofree char *english = books_finding(LANGUAGE_EN, books, topic);
  g_autofree char *french = books_finding(LANGUAGE_FR, books, topic);
  g_autofree char *amount = say_money(LANGUAGE_EN, cents);
  g_autofree char *montant = say_money(LANGUAGE_FR, cents);

  if (!strstr(english, amount) || !strstr(french, montant)) {
    g_test_message("%s: no %s in “%s” / “%s”", books_topic_name(topic), amount, english, french);
    g_test_fail();
  }
}

/* The figures of the findings, from the results and the journal by another way. */
static void check_figures(const Books *books) {
  const Results *results = books_results(books);
  const Cash *cash = &results->cash_with;
  int64_t highest = 0, debits = 0, deal = 0;
  Journal *journal = books_projected(books);

  for (int day = 0; day < cash->days; day++) {
    highest = MAX(highest,
                  cash->day[day].not_yet_earned_cents + MAX(cash->day[day].tax_set_aside_cents, 0));
  }
  if (highest > 0) {
    check_names(books, BOOKS_NOT_YOURS, highest);
  }
  for (int account = 0; account < ACCOUNT_COUNT; account++) {
    int64_t balance = 0;

    for (int i = 0; i < journal_entry_count(journal); i++) {
      const JournalEntry *entry = journal_entry(journal, i);
      const JournalLine *line = journal_lines(journal, entry);

      for (int k = 0; k < entry->line_count; k++) {
        bool is_income = account_type(line[k].account) == ACCOUNT_REVENUE ||
                         account_type(line[k].account) == ACCOUNT_EXPENSE;

        if (line[k].account == (Account)account) {
          balance += line[k].cents;
          deal -=
              is_income && (entry->of_deal || account == ACCOUNT_DEAL_LABOUR) ? line[k].cents : 0;
        }
      }
    }
    debits += MAX(balance, 0);
  }
  check_names(books, BOOKS_TRIAL_BALANCE, debits);
  {
    g_autofree char *amount = say_money_signed(LANGUAGE_EN, deal);
    g_autofree char *finding = books_finding(LANGUAGE_EN, books, BOOKS_INCOME);

    g_assert_nonnull(strstr(finding, amount));
  }
}

/* What the wording of a registrant's certificate is worth, from the invoices themselves. */
static void check_wording(const Books *books) {
  const Plan *plan = books_plan(books);
  PlanDeal extra = plan->deal, included = plan->deal;
  int64_t worth;

  extra.price_tax_wording = WORDING_EXTRA;
  included.price_tax_wording = WORDING_INCLUDED;
  worth = tax_counter_invoice(&plan->business, &extra, extra.sale_date, 1, 0).revenue_cents -
          tax_counter_invoice(&plan->business, &included, extra.sale_date, 1, 0).revenue_cents;
  if (tax_is_credited(&plan->business, extra.sale_date) &&
      extra.tax_treatment == TREATMENT_GIFT_CERTIFICATE && worth > 0) {
    check_names(books, BOOKS_TREATMENTS, worth);
  }
}

/* The taxes held at each month's end and the bank at each cut-off are the bank's own days, also
 * under the Quick Method. */
static void check_month_ends(const Books *books) {
  const Results *results = books_results(books);
  g_autoptr(Table) reserve = table_books(LANGUAGE_EN, books, BOOKS_RESERVE);
  g_autoptr(Table) cut_offs = table_books(LANGUAGE_EN, books, BOOKS_CUT_OFFS);
  CutOff cut_off[CUT_OFFS_MAX];
  int count = books_cut_offs(books, cut_off), bank = 0;

  for (int i = 0, day = -1; reserve && i < results->month_count; i++) {
    day += results->month[i].days;
    g_assert_cmpint(number_at(reserve, i, reserve->column_count - 1), ==,
                    results->cash_with.day[day].tax_set_aside_cents);
  }
  while (strcmp(table_row(cut_offs, bank)->cell[0].text, "In the bank") != 0) {
    bank++;
  }
  g_assert_cmpint(count, ==, cut_offs->column_count - 1);
  for (int i = 0; i < count; i++) {
    g_assert_cmpint(number_at(cut_offs, bank, 1 + i), ==,
                    results->cash_with.day[cut_off[i].date - results->sale_date].balance_cents);
  }
}

/* Paid during the plan, as the bank has it: the total row of each side. */
static void check_remitted(const Books *books) {
  g_autoptr(Table) table = table_books(LANGUAGE_EN, books, BOOKS_REMITTANCES);
  const Results *results = books_results(books);

  for (int i = 0; table && i < table_row_count(table); i++) {
    if (table_row(table, i)->kind != ROW_TOTAL) {
      continue;
    }
    for (int column = 3; column < table->column_count; column++) {
      if (strcmp(table->column[column].heading, "Paid") == 0) {
        g_assert_cmpint(number_at(table, i, column), ==, results->cash_with.tax_remitted_cents);
      }
    }
    g_assert_cmpint(number_at(table, i, table->column_count - 1), ==,
                    results->cash_without.tax_remitted_cents);
    break;
  }
}

static void check_books(const Plan *plan, const Results *results) {
  g_autoptr(Books) books = books_new(plan, results);

  for (int topic = 0; topic < BOOKS_TOPIC_COUNT; topic++) {
    check_topic(books, (BooksTopic)topic);
  }
  if (results->has_calendar) {
    check_figures(books);
    check_wording(books);
    check_month_ends(books);
    check_remitted(books);
  }
}

static void check_varied(const VariedPlan *varied) {
  check_books(&varied->plan, &varied->results);
}

static void test_varied(void) {
  varied_plans_each(g_test_quick() ? 25 : 300, check_varied);
}

static void test_settings(void) {
  books_settings_each(check_books);
}

/* Each check of a table can fail: one cent more in any cell of amounts that takes part. */
static void test_flipped_cent(void) {
  VariedPlan *varied = calloc(1, sizeof *varied);
  YearScratch *scratch = calloc(1, sizeof *scratch);

  plan_example(&varied->plan);
  results_compute(&varied->plan, &varied->results, scratch);
  {
    g_autoptr(Books) books = books_new(&varied->plan, &varied->results);

    for (int topic = 0; topic < BOOKS_TOPIC_COUNT; topic++) {
      g_autoptr(Table) table = table_books(LANGUAGE_EN, books, (BooksTopic)topic);
      int noticed = 0;

      if (!table || !books_table_can_foot((BooksTopic)topic)) {
        continue;
      }
      for (int i = 0; i < table_row_count(table); i++) {
        for (int column = 1; column < table->column_count; column++) {
          TableCell *cell = &g_array_index(table->rows, TableRow, i).cell[column];

          cell->number++;
          noticed += cell->has_number && !books_table_foots(table, (BooksTopic)topic);
          cell->number--;
        }
      }
      g_assert_cmpint(noticed, >, 3);
    }
  }
  g_assert_true(does_explanation_add_up("+$2.00  a\n-$0.50  b\n= $1.50  c\nrule"));
  g_assert_false(does_explanation_add_up("+$2.00  a\n-$0.50  b\n= $1.51  c\nrule"));
  free(scratch);
  free(varied);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/books-tables/settings", test_settings);
  g_test_add_func("/books-tables/varied", test_varied);
  g_test_add_func("/books-tables/flipped-cent", test_flipped_cent);
  return g_test_run();
}
