/* Room: table. Knows: journals, accounts, ticks. Must not know: who shows it.
 *
 * The income of the deal, the trial balance, the model entries, what to settle before signing, and
 * the account numbers. */
#include "ui/table/table-books.h"
#include "ui/words/books-figures.h"

enum { ACCOUNT_NUMBER, ACCOUNT_NAME, ACCOUNT_FIRST };

static void add_account_columns(Table *table) {
  table_add_column(table, COLUMN_TEXT, say(table->language, "Account"));
  table_add_column(table, COLUMN_TEXT, say(table->language, "Name"));
}

static TableRow *add_account_row(Table *table, const Books *books, Account account) {
  TableRow *row = table_add_row(table, ROW_NORMAL);

  table_put_text(row, ACCOUNT_NUMBER, account_owner_number(books_plan(books), account));
  table_put_text(row, ACCOUNT_NAME, account_label(table->language, account));
  return row;
}

static void put_income(Table *table, TableRow *row, int64_t deal_cents, int64_t rest_cents) {
  table_put_number(table, row, ACCOUNT_FIRST, deal_cents);
  table_put_number(table, row, ACCOUNT_FIRST + 1, rest_cents);
  table_put_number(table, row, ACCOUNT_FIRST + 2, deal_cents + rest_cents);
}

static void add_income_of(Table *table, const Books *books, const Income *income,
                          AccountType type) {
  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    if (account_type((Account)i) == type &&
        (income->deal_cents[i] != 0 || income->rest_cents[i] != 0)) {
      put_income(table, add_account_row(table, books, (Account)i), income->deal_cents[i],
                 income->rest_cents[i]);
    }
  }
}

void table_fill_income(Table *table, const Books *books) {
  Language language = table->language;
  Income income;
  TableRow *row;

  income_fill(books_projected(books), books_first_date(books), books_last_date(books), &income);
  add_account_columns(table);
  table_add_column(table, COLUMN_MONEY, say(language, "Of the deal"));
  table_add_column(table, COLUMN_MONEY, say(language, "The rest"));
  table_add_column(table, COLUMN_MONEY, say(language, "Whole business"));
  table_add_heading(table, say(language, "Revenue"));
  add_income_of(table, books, &income, ACCOUNT_REVENUE);
  table_add_heading(table, say(language, "Expenses"));
  add_income_of(table, books, &income, ACCOUNT_EXPENSE);
  row = table_add_row(table, ROW_TOTAL);
  table_put_text(row, ACCOUNT_NUMBER, say(language, "Income before income tax"));
  put_income(table, row, income.deal_total_cents, income.rest_total_cents);
  table->note = g_strdup(say(
      language, "In dollars, plan year, before income tax; expenses below zero. Of the deal: "
                "entries that would not be there without it, visits of clients who return and "
                "the pay for them included. Regular visits that find no place because of the deal "
                "are only in “Deal compared with no deal”."));
}

static char *balance_note(Language language, const Books *books) {
  g_autofree char *first = say_date(language, books_first_date(books));
  g_autofree char *last = say_date(language, books_last_date(books));

  return g_strdup_printf(
      books_results(books)->has_calendar
          ? say(language, "%1$s, from %2$s to %3$s: the whole business of the plan, taxes paid and "
                          "all. It is no record.")
          : say(language,
                "%1$s, from %2$s to %3$s: the campaign alone, without your other clients, "
                "taxes paid and all. It is no record."),
      journal_mark(language, JOURNAL_PROJECTED), first, last);
}

void table_fill_trial_balance(Table *table, const Books *books) {
  Language language = table->language;
  TrialBalance balance;
  TableRow *row;

  trial_balance_fill(books_projected(books), books_last_date(books), &balance);
  add_account_columns(table);
  table_add_column(table, COLUMN_MONEY, say(language, "Debit"));
  table_add_column(table, COLUMN_MONEY, say(language, "Credit"));
  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    int64_t cents = balance.balance_cents[i];

    if (cents != 0) {
      row = add_account_row(table, books, (Account)i);
      table_put_number(table, row, ACCOUNT_FIRST + (cents < 0), ABS(cents));
    }
  }
  row = table_add_row(table, ROW_TOTAL);
  table_put_text(row, ACCOUNT_NUMBER, say(language, "Total"));
  table_put_number(table, row, ACCOUNT_FIRST, balance.debit_cents);
  table_put_number(table, row, ACCOUNT_FIRST + 1, balance.credit_cents);
  table->note = balance_note(language, books);
}

void table_fill_model(Table *table, const Books *books) {
  Language language = table->language;
  Journal *journal = books_model(books);

  add_account_columns(table);
  table_add_column(table, COLUMN_MONEY, say(language, "Debit"));
  table_add_column(table, COLUMN_MONEY, say(language, "Credit"));
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    const JournalLine *lines = journal_lines(journal, entry);
    g_autofree char *what = entry_text(language, entry);
    g_autofree char *heading = NULL;
    char date[DATE_TEXT_SIZE];

    date_format_iso(entry->date, date);
    heading = g_strdup_printf(say(language, "%s, %s"), date, what);
    table_add_heading(table, heading);
    for (int k = 0; k < entry->line_count; k++) {
      int64_t cents = lines[k].cents;

      table_put_number(table, add_account_row(table, books, lines[k].account),
                       ACCOUNT_FIRST + (cents < 0), ABS(cents));
    }
  }
  table->note = journal_scope_text(language, books, JOURNAL_MODEL);
}

void table_fill_signing(Table *table, const Books *books) {
  Language language = table->language;
  SignCheck checks[SIGN_COUNT];

  signing_check(books, checks);
  table_add_column(table, COLUMN_TEXT, say(language, "State"));
  table_add_column(table, COLUMN_TEXT, say(language, "What"));
  table_add_column(table, COLUMN_TEXT, say(language, "Where in your plan"));
  /* What would be refused first, then what to ask. */
  for (int state = SIGN_STATE_COUNT - 1; state >= 0; state--) {
    for (int i = 0; i < SIGN_COUNT; i++) {
      TableRow *row;

      if (checks[i].state != (SignState)state) {
        continue;
      }
      row = table_add_row(table, ROW_NORMAL);
      table_put_text(row, 0, sign_state_label(language, checks[i].state));
      table_take_text(row, 1, sign_text(language, books, &checks[i]));
      table_put_text(row, 2, checks[i].path[0] ? field_label(language, checks[i].path) : "");
    }
  }
}

void table_fill_accounts(Table *table, const Books *books) {
  Language language = table->language;
  const Plan *plan = books_plan(books);

  table_add_column(table, COLUMN_TEXT, say(language, "Our number"));
  table_add_column(table, COLUMN_TEXT, say(language, "Name"));
  table_add_column(table, COLUMN_TEXT, say(language, "Your number"));
  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    TableRow *row = table_add_row(table, ROW_NORMAL);
    const char *ours = account_number((Account)i), *hers = account_owner_number(plan, (Account)i);

    table_put_text(row, 0, ours);
    table_put_text(row, 1, account_label(language, (Account)i));
    table_put_text(row, 2, g_strcmp0(ours, hers) != 0 ? hers : "");
  }
  table->note = g_strdup(say(language, "GST payable takes the HST too. Account 4080 is ours."));
}
