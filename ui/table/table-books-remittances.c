/* Room: table. Knows: what is paid to the tax offices, and when. Must not know: who shows it.
 *
 * One row a return or instalment, with the deal, what it would be without it in the last column;
 * what is paid during the plan foots to the bank's taxes, what falls due after it stands below. */
#include <string.h>

#include "model/cash/remittance.h"
#include "ui/table/table-books.h"
#include "ui/words/books-figures.h"

/* What is paid for each tax apart stands only where there are two. */
typedef struct {
  int collected, credits, kept, instalments, tax[TAX_COMPONENTS_MAX], paid, without;
  int tax_count;
} RemittanceColumns;

enum { REMITTANCE_WHAT, REMITTANCE_PERIOD, REMITTANCE_PAID_ON };

static int add_money(Table *table, const char *heading) {
  table_add_column(table, COLUMN_MONEY, heading);
  return table->column_count - 1;
}

static int64_t sum_of(const int64_t cents[TAX_COMPONENTS_MAX]) {
  int64_t sum = 0;

  for (int i = 0; i < TAX_COMPONENTS_MAX; i++) {
    sum += cents[i];
  }
  return sum;
}

static bool has_instalments(const Cash *cash) {
  for (int i = 0; i < cash->remittance_count; i++) {
    if (cash->remittance[i].kind == REMITTANCE_INSTALMENT ||
        sum_of(cash->remittance[i].instalments_cents) != 0) {
      return true;
    }
  }
  return false;
}

static RemittanceColumns add_remittance_columns(Table *table, const Books *books) {
  Language language = table->language;
  const Results *results = books_results(books);
  const PlanBusiness *business = &books_plan(books)->business;
  RemittanceColumns columns = {.kept = -1, .instalments = -1};
  TaxSet set;

  table_add_column(table, COLUMN_TEXT, say(language, "What"));
  table_add_column(table, COLUMN_TEXT, say(language, "Period"));
  table_add_column(table, COLUMN_DATE_SHORT, say(language, "Paid on"));
  columns.collected = add_money(table, say(language, "Collected"));
  columns.credits = add_money(table, say(language, "Credits"));
  if (results->cash_with.tax_kept_cents != 0 || results->cash_without.tax_kept_cents != 0 ||
      business->quick_method) {
    columns.kept = add_money(table, say(language, "Kept"));
  }
  if (has_instalments(&results->cash_with) || has_instalments(&results->cash_without)) {
    columns.instalments = add_money(table, say(language, "Instalments paid"));
  }
  columns.paid = add_money(table, say(language, "Paid"));
  if (tax_set_for_sales(business, books_last_date(books), &set) && set.count > 1) {
    columns.tax_count = set.count;
    for (int i = 0; i < set.count; i++) {
      g_autofree char *heading =
          g_strdup_printf(say(language, "of which %s"), tax_label(language, &set, i));

      columns.tax[i] = add_money(table, heading);
    }
  }
  columns.without = add_money(table, say(language, "Paid without the deal"));
  return columns;
}

/* Amounts of one row, or of the total. */
typedef struct {
  int64_t collected_cents, credits_cents, kept_cents, instalments_cents;
  int64_t tax_cents[TAX_COMPONENTS_MAX], paid_cents, without_cents;
} RemittanceLine;

static RemittanceLine remittance_line(const RemittancePair *pair) {
  RemittanceLine line = {.paid_cents = remittance_side_cents(pair->with),
                         .without_cents = remittance_side_cents(pair->without)};

  if (pair->with) {
    line.collected_cents = sum_of(pair->with->collected_cents);
    line.credits_cents = -sum_of(pair->with->credits_cents);
    line.kept_cents = -sum_of(pair->with->kept_cents);
    line.instalments_cents = -sum_of(pair->with->instalments_cents);
    memcpy(line.tax_cents, pair->with->paid_cents, sizeof line.tax_cents);
  }
  return line;
}

static void line_add(RemittanceLine *sum, const RemittanceLine *line) {
  sum->collected_cents += line->collected_cents;
  sum->credits_cents += line->credits_cents;
  sum->kept_cents += line->kept_cents;
  sum->instalments_cents += line->instalments_cents;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++) {
    sum->tax_cents[i] += line->tax_cents[i];
  }
  sum->paid_cents += line->paid_cents;
  sum->without_cents += line->without_cents;
}

static void put_line(Table *table, TableRow *row, const RemittanceColumns *columns,
                     const RemittanceLine *line) {
  table_put_number(table, row, columns->collected, line->collected_cents);
  table_put_number(table, row, columns->credits, line->credits_cents);
  if (columns->kept >= 0) {
    table_put_number(table, row, columns->kept, line->kept_cents);
  }
  if (columns->instalments >= 0) {
    table_put_number(table, row, columns->instalments, line->instalments_cents);
  }
  for (int i = 0; i < columns->tax_count; i++) {
    table_put_number(table, row, columns->tax[i], line->tax_cents[i]);
  }
  table_put_number(table, row, columns->paid, line->paid_cents);
  table_put_number(table, row, columns->without, line->without_cents);
}

/* Whose tax it is, where a province has an office of its own; NULL where there is one office. */
static const char *office_label(Language language, const PlanBusiness *business,
                                const Remittance *remittance) {
  TaxSet set;

  tax_set_for_sales(business, remittance->period_end_date, &set);
  if (set.count == 0 || set.component[set.count - 1].kind != TAX_PST) {
    return NULL;
  }
  if (!remittance_is_pst(business, remittance)) {
    return tax_kind_label(language, set.component[remittance->component_begin].kind);
  }
  return business->tax_regime == REGIME_BC   ? say(language, "BC PST")
         : business->tax_regime == REGIME_SK ? say(language, "SK PST")
                                             : say(language, "MB RST");
}

static char *remittance_what(Language language, const PlanBusiness *business,
                             const RemittancePair *pair) {
  const Remittance *remittance = pair->with ? pair->with : pair->without;
  const char *office = office_label(language, business, remittance);
  const char *what = remittance->kind == REMITTANCE_INSTALMENT ? say(language, "Instalment")
                     : remittance_side_cents(remittance) < 0
                         ? say(language, "Return, refund received")
                         : say(language, "Return");

  return office ? g_strdup_printf(say(language, "%1$s – %2$s"), what, office) : g_strdup(what);
}

static void put_pair(Table *table, const PlanBusiness *business, const RemittanceColumns *columns,
                     const RemittancePair *pair, RemittanceLine *sum) {
  const Remittance *remittance = pair->with ? pair->with : pair->without;
  RemittanceLine line = remittance_line(pair);
  TableRow *row = table_add_row(table, ROW_NORMAL);
  char begin[DATE_TEXT_SIZE], end[DATE_TEXT_SIZE];

  date_format_iso(remittance->period_begin_date, begin);
  date_format_iso(remittance->period_end_date, end);
  table_take_text(row, REMITTANCE_WHAT, remittance_what(table->language, business, pair));
  table_take_text(row, REMITTANCE_PERIOD,
                  g_strdup_printf(say(table->language, "%1$s to %2$s"), begin, end));
  table_put_number(table, row, REMITTANCE_PAID_ON, remittance->paid_date);
  put_line(table, row, columns, &line);
  line_add(sum, &line);
}

static void put_sum(Table *table, const RemittanceColumns *columns, const char *label,
                    const RemittanceLine *sum) {
  TableRow *row = table_add_row(table, ROW_TOTAL);

  table_put_text(row, REMITTANCE_WHAT, label);
  put_line(table, row, columns, sum);
}

void table_fill_remittances(Table *table, const Books *books) {
  Language language = table->language;
  const PlanBusiness *business = &books_plan(books)->business;
  RemittanceColumns columns = add_remittance_columns(table, books);
  g_autofree RemittancePair *pairs = g_new(RemittancePair, REMITTANCE_PAIRS_MAX);
  RemittanceLine inside = {0}, after = {0};
  int i = 0, count = books_remittance_pairs(books, pairs);

  for (; i < count && remittance_pair_is_inside(books, &pairs[i]); i++) {
    put_pair(table, business, &columns, &pairs[i], &inside);
  }
  put_sum(table, &columns, say(language, "Total during the plan"), &inside);
  if (i < count) {
    table_add_heading(table, say(language, "After the plan’s last day"));
    for (; i < count; i++) {
      put_pair(table, business, &columns, &pairs[i], &after);
    }
    put_sum(table, &columns, say(language, "Total after it"), &after);
  }
  table->note = g_strdup(say(
      language, "In dollars, plan year. A return: collected + credits + instalments = paid; below "
                "zero: received. A refund arrives 30 days after the due date (assumed). What falls "
                "due after the plan is not in the bank balance; the last period counts what is "
                "known of it."));
}
