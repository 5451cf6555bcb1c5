/* Room: ledger. The books of one plan; see books.h. */
#include "model/ledger/books.h"

#include "model/ledger/books-private.h"

/* The opening first, so that a day reads from it. */
static void post_year(const Bookkeeper *keeper) {
  bookkeeper_post_business(keeper);
  bookkeeper_post_site(keeper);
  bookkeeper_post_visits(keeper);
  bookkeeper_post_pay(keeper);
  bookkeeper_post_taxes(keeper);
}

static Books *books_make(const Plan *plan, const Results *results, bool is_settled) {
  Books *books = g_new(Books, 1);
  books->results = *results;
  books->plan = *plan;
  registration_apply(plan, &results->registration, &books->plan);
  books->projected = journal_new();
  books->model = journal_new();
  const Results *own = &books->results;
  Bookkeeper keeper = {.plan = &books->plan,
                       .year = &own->with,
                       .timetable = &own->timetable,
                       .cash = &own->cash_with,
                       .journal = books->projected,
                       .is_settled = is_settled,
                       .days = own->days,
                       .sale_date = own->sale_date,
                       .last_date = own->sale_date + own->days - 1};
  post_year(&keeper);
  books_post_model(books);
  return books;
}

Books *books_new(const Plan *plan, const Results *results) {
  return books_make(plan, results, false);
}

Books *books_new_settled(const Plan *plan, const Results *results) {
  return books_make(plan, results, true);
}

void books_free(Books *books) {
  if (books == NULL)
    return;
  journal_free(books->projected);
  journal_free(books->model);
  g_free(books);
}

const Plan *books_plan(const Books *books) {
  return &books->plan;
}

const Results *books_results(const Books *books) {
  return &books->results;
}

Journal *books_projected(const Books *books) {
  return books->projected;
}

Journal *books_model(const Books *books) {
  return books->model;
}

int32_t books_first_date(const Books *books) {
  return books->results.sale_date;
}

int32_t books_last_date(const Books *books) {
  return books->results.sale_date + books->results.days - 1;
}

/* Sold and neither used up, given back nor judged never to be used. Before the sale's last day, as
 * on 2200, nobody has told how many. */
static int32_t vouchers_outstanding(const Books *books, int day_index) {
  const Plan *plan = &books->plan;
  const Year *year = &books->results.with;
  int32_t date = books->results.sale_date + day_index;
  int64_t left = year->vouchers_sold;
  if (date < plan_sale_last_date(plan))
    return 0;
  for (int i = 0; i <= day_index; i++)
    left -= year->day[i].deal_last + forfeited_visits_of(plan, &year->day[i]).visits[1];
  if (date >= site_last_instalment_date(plan))
    left -= refunded_before_use(plan, year);
  if (day_index >= books->results.timetable.promotion_days)
    left -= refunded_unserved(plan, year);
  left -= vouchers_broken(plan, year, day_index);
  return left > 0 ? (int32_t)left : 0;
}

static void cut_off_fill(const Books *books, int32_t date, CutOff *cut_off) {
  TrialBalance balance;
  trial_balance_fill(books->projected, date, &balance);
  const int64_t *cents = balance.balance_cents;
  int day_index = date - books->results.sale_date;
  *cut_off = (CutOff){
      .date = date,
      .is_horizon = date == books_last_date(books),
      .vouchers_outstanding = vouchers_outstanding(books, day_index),
      .deferred_cents = -cents[ACCOUNT_DEFERRED],
      .prepaid_cents = cents[ACCOUNT_PREPAID_COMMISSION],
      .receivable_cents = cents[ACCOUNT_RECEIVABLE],
      .tax_cents = -cents[ACCOUNT_GST] - cents[ACCOUNT_QST] - cents[ACCOUNT_PST] -
                   cents[ACCOUNT_ITC] - cents[ACCOUNT_ITR],
      .wages_cents = -cents[ACCOUNT_WAGES],
      .tips_cents = -cents[ACCOUNT_TIPS],
      .not_yet_earned_cents = books->results.cash_with.day[day_index].not_yet_earned_cents,
      .bank_cents = cents[ACCOUNT_BANK],
  };
}

int books_cut_offs(const Books *books, CutOff cut_offs[CUT_OFFS_MAX]) {
  int count = 0;
  int32_t date = books_first_date(books), last_date = books_last_date(books);
  while (count < CUT_OFFS_MAX - 1) {
    date = fiscal_period_end(&books->plan.business, date, MONTHS_A_YEAR);
    if (date >= last_date)
      break;
    cut_off_fill(books, date++, &cut_offs[count++]);
  }
  cut_off_fill(books, last_date, &cut_offs[count++]);
  return count;
}
