/* Room: cash. The bank, day by day; see cash.h. */
#include "model/cash/cash.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "model/cash/cash-book.h"
#include "model/cash/remittance.h"

static const char *const line_names[CASH_LINE_COUNT] = {
    [CASH_REGULAR_TAKINGS] = "regular_takings",
    [CASH_RETURNING_TAKINGS] = "returning_takings",
    [CASH_DEAL_COUNTER] = "deal_counter",
    [CASH_SITE_PAYOUTS] = "site_payouts",
    [CASH_PAY] = "pay",
    [CASH_CONTRIBUTIONS] = "contributions",
    [CASH_SUPPLIES] = "supplies",
    [CASH_FIXED_COSTS] = "fixed_costs",
    [CASH_OWNER_DRAW] = "owner_draw",
    [CASH_PHONE] = "phone",
    [CASH_ONE_OFF] = "one_off",
    [CASH_CARD_FEES] = "card_fees",
    [CASH_REFUNDS] = "refunds",
    [CASH_TAXES] = "taxes",
    [CASH_TIPS] = "tips",
};

const char *cash_line_name(CashLine line) {
  assert(line < CASH_LINE_COUNT);
  return line_names[line];
}

/* Taxes while days go by. */
typedef struct {
  int64_t collected_cents[TAX_COMPONENTS_MAX], credits_cents[TAX_COMPONENTS_MAX];
  int64_t remitted_cents, kept_cents;
} TaxSums;

static inline void taxes_add(TaxSums *sums, const CashDay *day, int64_t kept_cents) {
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++) {
    sums->collected_cents[i] += day->tax_collected_cents[i];
    sums->credits_cents[i] += day->tax_credits_cents[i];
  }
  sums->remitted_cents -= day->line_cents[CASH_TAXES];
  sums->kept_cents += kept_cents;
}

static inline int64_t taxes_aside_cents(const TaxSums *sums) {
  int64_t aside_cents = -sums->remitted_cents - sums->kept_cents;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    aside_cents += sums->collected_cents[i] - sums->credits_cents[i];
  return aside_cents;
}

/* Balances, what is not earned and what is set aside, day by day. */
static TaxSums days_balance(CashBook *book) {
  TaxSums taxes = {0};
  int64_t balance_cents = book->cash->opening_cents, owed_cents = 0;
  for (int i = 0; i < book->days; i++) {
    CashDay *day = &book->cash->day[i];
    int64_t lines_cents = 0;
#pragma GCC unroll 16
    for (int line = 0; line < CASH_LINE_COUNT; line++)
      lines_cents += day->line_cents[line];
    balance_cents += lines_cents;
    /* What the site has paid. Refunds are the clients' own money, paid to them. */
    owed_cents += day->line_cents[CASH_SITE_PAYOUTS] + day->line_cents[CASH_CARD_FEES] -
                  book->settled_cents[i];
    taxes_add(&taxes, day, book->kept_cents[i]);
    day->balance_cents = balance_cents;
    day->not_yet_earned_cents = owed_cents > 0 ? owed_cents : 0;
    day->tax_set_aside_cents = taxes_aside_cents(&taxes);
  }
  return taxes;
}

static void extremes_find(Cash *cash, int64_t floor_cents) {
  for (int i = 0; i < cash->days; i++) {
    const CashDay *day = &cash->day[i];
    if (i == 0 || day->balance_cents < cash->lowest_cents) {
      cash->lowest_cents = day->balance_cents;
      cash->lowest_day_index = i;
    }
    if (day->balance_cents < floor_cents)
      cash->days_under_floor++;
    if (day->not_yet_earned_cents > cash->highest_not_yet_earned_cents) {
      cash->highest_not_yet_earned_cents = day->not_yet_earned_cents;
      cash->highest_not_yet_earned_day_index = i;
    }
  }
}

static void balances_fill(CashBook *book) {
  Cash *cash = book->cash;
  TaxSums taxes = days_balance(book);
  extremes_find(cash, book->plan->business.cash_floor_cents);
  cash->closing_cents =
      book->days > 0 ? cash->day[book->days - 1].balance_cents : cash->opening_cents;
  cash->tax_remitted_cents = taxes.remitted_cents;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++) {
    cash->collected_by_tax_cents[i] = taxes.collected_cents[i];
    cash->credits_by_tax_cents[i] = taxes.credits_cents[i];
    cash->tax_collected_cents += taxes.collected_cents[i];
    cash->tax_credits_cents += taxes.credits_cents[i];
  }
}

/* Remittances are written once everything else is. */
static void post_taxes(CashBook *book) {
  Cash *cash = book->cash;
  remittances_fill(&book->plan->business, book->sale_date, cash);
  for (int i = 0; i < cash->remittance_count; i++) {
    const Remittance *remittance = &cash->remittance[i];
    int64_t kept_day = (int64_t)remittance->period_end_date - book->sale_date;
    cash_post(book, (int64_t)remittance->paid_date - book->sale_date, CASH_TAXES,
              -remittance_paid_cents(remittance));
    for (int c = 0; c < TAX_COMPONENTS_MAX; c++) {
      cash->tax_kept_cents += remittance->kept_cents[c];
      book->kept_cents[cash_has_day(book, kept_day) ? kept_day : book->days - 1] +=
          remittance->kept_cents[c];
    }
  }
}

void cash_compute(const Plan *plan, const Timetable *timetable, const Year *year, bool with_deal,
                  Cash *cash) {
  int days = timetable->days;
  memset(cash, 0, offsetof(Cash, day));
  memset(cash->day, 0, sizeof cash->day[0] * (size_t)days);
  cash->days = days;
  cash->opening_cents = cash->lowest_cents = plan->business.opening_cash_cents;
  CashBook book = {.plan = plan,
                   .timetable = timetable,
                   .year = year,
                   .with_deal = with_deal,
                   .days = days,
                   .sale_date = plan->deal.sale_date,
                   .cash = cash};
  cash_post_visits(&book);
  cash_post_site(&book);
  cash_post_costs(&book);
  post_taxes(&book);
  balances_fill(&book);
}
