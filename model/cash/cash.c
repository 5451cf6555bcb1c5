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

/* What the site has paid. Refunds are the clients' own money, paid to them. */
static int64_t received_cents(const CashBook *book, int day_index) {
  const int64_t *line = book->cash->day[day_index].line_cents;
  return line[CASH_SITE_PAYOUTS] + line[CASH_CARD_FEES];
}

static void add_taxes(Cash *cash, const CashDay *day, int64_t *aside_cents) {
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++) {
    cash->collected_by_tax_cents[i] += day->tax_collected_cents[i];
    cash->credits_by_tax_cents[i] += day->tax_credits_cents[i];
    *aside_cents += day->tax_collected_cents[i] - day->tax_credits_cents[i];
  }
  *aside_cents += day->line_cents[CASH_TAXES];
  cash->tax_remitted_cents -= day->line_cents[CASH_TAXES];
}

static void balances_fill(CashBook *book) {
  Cash *cash = book->cash;
  int64_t balance_cents = cash->opening_cents, aside_cents = 0, owed_cents = 0;
  for (int i = 0; i < book->days; i++) {
    CashDay *day = &cash->day[i];
    for (int line = 0; line < CASH_LINE_COUNT; line++)
      balance_cents += day->line_cents[line];
    owed_cents += received_cents(book, i) - book->settled_cents[i];
    add_taxes(cash, day, &aside_cents);
    aside_cents -= book->kept_cents[i];
    day->balance_cents = balance_cents;
    day->not_yet_earned_cents = owed_cents > 0 ? owed_cents : 0;
    day->tax_set_aside_cents = aside_cents;
    if (i == 0 || balance_cents < cash->lowest_cents) {
      cash->lowest_cents = balance_cents;
      cash->lowest_day_index = i;
    }
    if (balance_cents < book->plan->business.cash_floor_cents)
      cash->days_under_floor++;
    if (day->not_yet_earned_cents > cash->highest_not_yet_earned_cents) {
      cash->highest_not_yet_earned_cents = day->not_yet_earned_cents;
      cash->highest_not_yet_earned_day_index = i;
    }
  }
  cash->closing_cents = balance_cents;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++) {
    cash->tax_collected_cents += cash->collected_by_tax_cents[i];
    cash->tax_credits_cents += cash->credits_by_tax_cents[i];
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
