/* See books-checks.h. */
#include "tests/books-checks.h"

#include "model/base/money.h"
#include "model/cash/day-rates.h"
#include "model/cash/site-dates.h"
#include "model/ledger/posting.h"

#define CENTS "%" G_GINT64_FORMAT

static int64_t entry_cents(Journal *journal, const JournalEntry *entry, Account account) {
  const JournalLine *line = journal_lines(journal, entry);
  int64_t cents = 0;
  for (int k = 0; k < entry->line_count; k++)
    if (line[k].account == account)
      cents += line[k].cents;
  return cents;
}

char *lines_fault(const JournalLine *line, int count) {
  int64_t sum_cents = 0;
  for (int k = 0; k < count; k++)
    sum_cents += line[k].cents;
  return sum_cents == 0 && count >= 2 ? NULL
                                      : g_strdup_printf("an entry is off by " CENTS, sum_cents);
}

char *balance_fault(Journal *journal) {
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    char *fault = lines_fault(journal_lines(journal, entry), entry->line_count);
    if (fault != NULL)
      return fault;
    if (i > 0 && journal_entry(journal, i - 1)->date > entry->date)
      return g_strdup_printf("entry %d is out of order", i);
  }
  TrialBalance balance;
  trial_balance_fill(journal, INT32_MAX, &balance);
  int64_t sum_cents = 0;
  for (int account = 0; account < ACCOUNT_COUNT; account++)
    sum_cents += balance.balance_cents[account];
  if (sum_cents != 0 || balance.debit_cents != balance.credit_cents)
    return g_strdup_printf("the trial balance is off by " CENTS, sum_cents);
  return NULL;
}

char *bank_fault(Journal *journal, const Results *results) {
  int64_t bank_cents = 0;
  int next = 0;
  for (int i = 0; i < results->days; i++) {
    for (; next < journal_entry_count(journal); next++) {
      const JournalEntry *entry = journal_entry(journal, next);
      if (entry->date > results->sale_date + i)
        break;
      bank_cents += entry_cents(journal, entry, ACCOUNT_BANK);
    }
    if (bank_cents != results->cash_with.day[i].balance_cents)
      return g_strdup_printf("day %d: bank " CENTS ", cash " CENTS, i, bank_cents,
                             results->cash_with.day[i].balance_cents);
  }
  return NULL;
}

/* What the entries of a return's period wrote on one tax's account, and on its credits. */
static int64_t period_cents(Journal *journal, const Remittance *remittance, int32_t first_date,
                            int32_t last_date, Account account) {
  int64_t cents = 0;
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    if (entry->date >= first_date && entry->date <= remittance->period_end_date &&
        entry->date <= last_date && !entry_kind_is_filing(entry->kind))
      cents += entry_cents(journal, entry, account);
  }
  return cents;
}

char *taxes_fault(Journal *journal, const Books *books) {
  const Cash *cash = &books_results(books)->cash_with;
  TaxSet set;
  tax_set_for_sales(&books_plan(books)->business, books_last_date(books), &set);
  int32_t first_begin_date = INT32_MAX;
  for (int i = 0; i < cash->remittance_count; i++)
    first_begin_date = MIN(first_begin_date, cash->remittance[i].period_begin_date);
  int64_t bank_cents = 0;
  for (int i = 0; i < cash->remittance_count; i++) {
    const Remittance *remittance = &cash->remittance[i];
    for (int tax = remittance->component_begin; tax < remittance->component_end; tax++) {
      bank_cents -=
          remittance->paid_date <= books_last_date(books) ? remittance->paid_cents[tax] : 0;
      if (remittance->kind != REMITTANCE_RETURN)
        continue;
      Account owed = posting_tax_account(&set, tax), credit = posting_credit_account(&set, tax);
      /* What was given back before the first period goes with it. */
      int32_t from_date = remittance->period_begin_date == first_begin_date
                              ? books_first_date(books)
                              : remittance->period_begin_date;
      int64_t collected_cents =
          -period_cents(journal, remittance, from_date, books_last_date(books), owed);
      int64_t credits_cents = owed == credit ? 0
                                             : period_cents(journal, remittance, from_date,
                                                            books_last_date(books), credit);
      if (collected_cents != remittance->collected_cents[tax] ||
          credits_cents != remittance->credits_cents[tax])
        return g_strdup_printf("tax %d, return %d: collected " CENTS " for " CENTS
                               ", credits " CENTS " for " CENTS,
                               tax, i, remittance->collected_cents[tax], collected_cents,
                               remittance->credits_cents[tax], credits_cents);
      if (remittance->paid_cents[tax] != collected_cents - credits_cents -
                                             remittance->kept_cents[tax] -
                                             remittance->instalments_cents[tax])
        return g_strdup_printf("tax %d, return %d pays " CENTS, tax, i,
                               remittance->paid_cents[tax]);
    }
  }
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    if (entry_kind_is_filing(entry->kind) && entry->date <= books_last_date(books))
      bank_cents -= entry_cents(journal, entry, ACCOUNT_BANK);
  }
  return bank_cents == 0 ? NULL : g_strdup_printf("returns in the books off by " CENTS, bank_cents);
}

/* What is still owed to clients once all is settled: of vouchers never asked for and not judged
 * unused, of those that got no place and were not paid back, of those begun. In cents of what the
 * sale deferred, and of the price. */
typedef struct {
  int64_t deferred_cents, price_cents;
} StillOwed;

static StillOwed still_owed(const Books *books) {
  const Plan *plan = books_plan(books);
  const Year *year = &books_results(books)->with;
  const PlanDeal *deal = &plan->deal;
  int32_t sale_date = plan_sale_last_date(plan), last = deal->visits_per_voucher - 1;
  if (deal->payout_basis == PAYOUT_REDEEMED)
    return (StillOwed){0};
  bool remote = deal->breakage_policy == BREAKAGE_WHEN_REMOTE &&
                deal->breakage_date > deal->promotion_end_date &&
                deal->breakage_date <= books_last_date(books);
  int64_t used = 0, finished = year->vouchers_forfeited;
  for (int i = 0; i < year->days; i++) {
    used += year->day[i].visits[VISIT_DEAL] + year->day[i].deal_forfeited_visits;
    finished += year->day[i].deal_last;
  }
  bool with_use = deal->breakage_policy == BREAKAGE_PROPORTIONAL && used > 0;
  int64_t idle = year->vouchers_sold - year->vouchers_wanted - refunded_before_use(plan, year);
  int64_t whole =
      (remote || with_use ? 0 : idle) + year->vouchers_unserved - refunded_unserved(plan, year);
  /* Each voucher begun has its last visit before it. */
  int64_t begun = year->vouchers_served - finished;
  return (StillOwed){.deferred_cents = whole * posting_sold(plan, sale_date, 1).deferred_cents +
                                       begun * posting_visit_deferred_cents(plan, sale_date, last) +
                                       (year->visits_owed - begun) *
                                           posting_visit_deferred_cents(plan, sale_date, 0),
                     .price_cents =
                         whole * deal->price_cents + begun * voucher_part(deal, last).price_cents +
                         (year->visits_owed - begun) * voucher_part(deal, 0).price_cents};
}

char *settled_fault(Journal *journal, const Books *books) {
  const Plan *plan = books_plan(books);
  const Year *year = &books_results(books)->with;
  StillOwed owed = still_owed(books);
  TrialBalance balance;
  trial_balance_fill(journal, INT32_MAX, &balance);
  for (int account = 0; account < ACCOUNT_COUNT; account++) {
    int64_t expected_cents = account == ACCOUNT_DEFERRED ? -owed.deferred_cents : 0;
    if (!account_is_clearing((Account)account) || account == ACCOUNT_PREPAID_COMMISSION)
      continue;
    if (balance.balance_cents[account] != expected_cents)
      return g_strdup_printf("%s is " CENTS " for " CENTS, account_number((Account)account),
                             balance.balance_cents[account], expected_cents);
  }
  int64_t unpaid_cents = books_results(books)->cash_with.site_unpaid_cents;
  if (balance.balance_cents[ACCOUNT_BAD_DEBT] != unpaid_cents)
    return g_strdup_printf("5900 is " CENTS " for " CENTS, balance.balance_cents[ACCOUNT_BAD_DEBT],
                           unpaid_cents);
  int64_t prepaid_cents = balance.balance_cents[ACCOUNT_PREPAID_COMMISSION];
  int32_t date = plan_sale_last_date(plan), back = refunded_before_use(plan, year);
  SoldVouchers sold = posting_sold(plan, date, year->vouchers_sold),
               given_back = posting_sold(plan, date, back);
  int64_t all_cents = plan->deal.price_cents * (year->vouchers_sold - back), due_cents = 0;
  if (owed.price_cents > 0 && plan->deal.commission_expense == COMMISSION_MATCHED)
    due_cents = money_scale_half_up(sold.commission_cents - given_back.commission_cents,
                                    owed.price_cents, all_cents) +
                money_scale_half_up(sold.card_fee_cents - given_back.card_fee_cents,
                                    owed.price_cents, all_cents);
  /* Half a cent of the commission and half a cent of the fees may round the other way. */
  int64_t rounding_cents = owed.price_cents > 0 ? 1 : 0;
  if (ABS(prepaid_cents - due_cents) > rounding_cents)
    return g_strdup_printf("1200 is " CENTS " for " CENTS, prepaid_cents, due_cents);
  return NULL;
}

/* What the books expense of the site's invoices for vouchers sold that Earnings does not: unused
 * vouchers count 0 there. */
static int64_t beyond_earnings_cents(const Books *books) {
  const Plan *plan = books_plan(books);
  const PlanDeal *deal = &plan->deal;
  const Year *year = &books_results(books)->with;
  int32_t date = plan_sale_last_date(plan), sold = year->vouchers_sold;
  int32_t back = refunded_before_use(plan, year), unserved = refunded_unserved(plan, year);
  if (deal->payout_basis == PAYOUT_REDEEMED || sold == 0)
    return 0;
  SoldVouchers all = posting_sold(plan, date, sold), given_back = posting_sold(plan, date, back),
               one = posting_sold(plan, date, 1);
  Commission statement = tax_commission(&plan->business, deal, date, sold);
  PaidCost fee = site_sold_card_fee(plan, date, sold);
  int64_t used_cents = 0, sold_cents = deal->price_cents * sold;
  for (int i = 0; i < year->days; i++)
    used_cents += used_price_cents(plan, &year->day[i]);
  int64_t earned_cents = money_scale_half_up(statement.invoice.net_cents, used_cents, sold_cents) +
                         money_scale_half_up(statement.cost_cents - statement.invoice.net_cents,
                                             used_cents, sold_cents) +
                         money_scale_half_up(fee.cost_cents, used_cents, sold_cents) +
                         (one.commission_cents + one.card_fee_cents) * unserved;
  int64_t commission_cents = all.commission_cents - given_back.commission_cents;
  if (deal->commission_expense == COMMISSION_AT_SALE)
    return commission_cents + all.card_fee_cents - earned_cents;
  int64_t kept_cents = all.card_fee_cents - given_back.card_fee_cents;
  int64_t all_cents = deal->price_cents * (sold - back);
  int64_t gone_cents = all_cents - still_owed(books).price_cents;
  return all_cents == 0 ? given_back.card_fee_cents - earned_cents
                        : money_scale_half_up(commission_cents, gone_cents, all_cents) +
                              money_scale_half_up(kept_cents, gone_cents, all_cents) +
                              given_back.card_fee_cents - earned_cents;
}

/* One line of the books' income against Earnings. */
static char *line_fault(const char *name, int64_t books_cents, int64_t earnings_cents,
                        int64_t rounding_cents) {
  return ABS(books_cents - earnings_cents) <= rounding_cents
             ? NULL
             : g_strdup_printf("%s: " CENTS " for " CENTS, name, books_cents, earnings_cents);
}

char *income_fault(Journal *journal, const Books *books) {
  const Results *results = books_results(books);
  const int64_t *earned = results->earnings_with.line_cents;
  const PlanDeal *deal = &books_plan(books)->deal;
  Income income;
  income_fill(journal, INT32_MIN, INT32_MAX, &income);
  const int64_t *rest = income.rest_cents, *of_deal = income.deal_cents;
  int64_t visits = 0;
  for (int i = 0; i < results->days; i++)
    visits += results->with.day[i].visits[VISIT_DEAL] + results->with.day[i].deal_forfeited_visits;
  bool in_parts =
      deal->tax_treatment == TREATMENT_SITE_PRINCIPAL || deal->tax_treatment == TREATMENT_AT_SALE;
  int64_t rounding_cents = in_parts ? visits : 0;
  int64_t costs_cents = 0, earned_costs_cents = 0;
  for (int account = 0; account < ACCOUNT_COUNT; account++)
    if (account_type((Account)account) == ACCOUNT_EXPENSE && account != ACCOUNT_FIXED_COSTS &&
        account != ACCOUNT_BAD_DEBT && account != ACCOUNT_INCENTIVES)
      costs_cents += rest[account] + of_deal[account];
  costs_cents += of_deal[ACCOUNT_RETURNS];
  for (int line = EARN_COMMISSION; line < EARN_LOST_FOR_GOOD; line++)
    earned_costs_cents += line == EARN_INCENTIVES || line == EARN_TAX_KEPT ? 0 : earned[line];
  /* Without a calendar Earnings takes off what existing clients would have left. */
  int64_t regular_cents = results->has_calendar ? earned[EARN_REGULAR_REVENUE] : 0;
  char *faults[] = {
      line_fault("4000 regular", rest[ACCOUNT_SERVICE], regular_cents, 0),
      line_fault("4000 returning", of_deal[ACCOUNT_SERVICE], earned[EARN_RETURNING_REVENUE], 0),
      line_fault("4010", of_deal[ACCOUNT_DEAL], earned[EARN_DEAL_REVENUE], rounding_cents),
      line_fault("4020", of_deal[ACCOUNT_EXTRAS], earned[EARN_EXTRAS_REVENUE], 0),
      line_fault("4080", rest[ACCOUNT_TAX_KEPT] + of_deal[ACCOUNT_TAX_KEPT], earned[EARN_TAX_KEPT],
                 0),
      line_fault("5310", of_deal[ACCOUNT_INCENTIVES], earned[EARN_INCENTIVES], 0),
      line_fault("costs", costs_cents, earned_costs_cents - beyond_earnings_cents(books), 0),
  };
  char *first = NULL;
  for (size_t i = 0; i < G_N_ELEMENTS(faults); i++)
    if (first == NULL)
      first = faults[i];
    else
      g_free(faults[i]);
  return first;
}

char *sides_fault(Journal *journal) {
  int64_t deferred_cents = 0, prepaid_cents = 0;
  for (int i = 0, count = journal_entry_count(journal); i < count; i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    deferred_cents += entry_cents(journal, entry, ACCOUNT_DEFERRED);
    prepaid_cents += entry_cents(journal, entry, ACCOUNT_PREPAID_COMMISSION);
    bool day_ends = i + 1 == count || journal_entry(journal, i + 1)->date > entry->date;
    if (day_ends && (deferred_cents > 0 || prepaid_cents < 0)) {
      char date[DATE_TEXT_SIZE];
      date_format_iso(entry->date, date);
      return g_strdup_printf("%s: 2200 " CENTS ", 1200 " CENTS, date, deferred_cents,
                             prepaid_cents);
    }
  }
  return NULL;
}

char *foot_fault(Journal *journal, const Income *income) {
  TrialBalance balance;
  trial_balance_fill(journal, INT32_MAX, &balance);
  int64_t deal_cents = 0, rest_cents = 0, equity_cents = 0;
  for (int account = 0; account < ACCOUNT_COUNT; account++) {
    AccountType type = account_type((Account)account);
    deal_cents += income->deal_cents[account];
    rest_cents += income->rest_cents[account];
    if (type == ACCOUNT_ASSET || type == ACCOUNT_LIABILITY || type == ACCOUNT_OWNERS_EQUITY)
      equity_cents += balance.balance_cents[account];
  }
  bool foots = deal_cents == income->deal_total_cents && rest_cents == income->rest_total_cents &&
               deal_cents + rest_cents == equity_cents;
  return foots ? NULL
               : g_strdup_printf("income " CENTS " + " CENTS ", balance " CENTS, deal_cents,
                                 rest_cents, equity_cents);
}

int64_t account_through(Journal *journal, int32_t date, Account account) {
  TrialBalance balance;
  trial_balance_fill(journal, date, &balance);
  return balance.balance_cents[account];
}

char *deferred_fault(Journal *journal, const DeferredMonth *months, int count, int32_t last_date) {
  for (int i = 0; i < count; i++) {
    const DeferredMonth *month = &months[i];
    int32_t end_date = MIN(date_month_end(month->begin_date), last_date);
    if (month->opening_cents + month->sold_cents + month->used_cents + month->refunded_cents +
            month->breakage_cents !=
        month->closing_cents)
      return g_strdup_printf("month %d of 2200 does not foot", i);
    if (i > 0 && month->opening_cents != months[i - 1].closing_cents)
      return g_strdup_printf("month %d of 2200 does not roll", i);
    if (month->closing_cents != -account_through(journal, end_date, ACCOUNT_DEFERRED))
      return g_strdup_printf("month %d of 2200 is not its balance", i);
  }
  return NULL;
}

char *reserve_fault(Journal *journal, const ReserveMonth *months, int count, int32_t last_date) {
  for (int i = 0; i < count; i++) {
    const ReserveMonth *month = &months[i];
    TrialBalance balance;
    trial_balance_fill(journal, MIN(date_month_end(month->begin_date), last_date), &balance);
    const int64_t *cents = balance.balance_cents;
    int64_t held_cents = -cents[ACCOUNT_GST] - cents[ACCOUNT_QST] - cents[ACCOUNT_PST] -
                         cents[ACCOUNT_ITC] - cents[ACCOUNT_ITR];
    if (month->opening_cents + month->collected_cents + month->credits_cents + month->kept_cents +
            month->remitted_cents !=
        month->closing_cents)
      return g_strdup_printf("month %d of the reserve does not foot", i);
    if (i > 0 && month->opening_cents != months[i - 1].closing_cents)
      return g_strdup_printf("month %d of the reserve does not roll", i);
    if (month->closing_cents != held_cents)
      return g_strdup_printf("month %d of the reserve is not its balance", i);
  }
  return NULL;
}

char *reserve_days_fault(const Results *results, const ReserveMonth *months, int count) {
  for (int i = 0; i < count; i++) {
    int last = date_month_end(months[i].begin_date) - results->sale_date;
    int64_t aside_cents = results->cash_with.day[MIN(last, results->days - 1)].tax_set_aside_cents;
    if (months[i].closing_cents != aside_cents)
      return g_strdup_printf("month %d holds " CENTS ", set aside " CENTS, i,
                             months[i].closing_cents, aside_cents);
  }
  return NULL;
}

/* What of the site's money is not earned is nothing once 2200 holds nothing and, once it has paid
 * all it ever will, the share of the vouchers that 2200 still holds. */
static char *not_earned_fault(const Books *books, const CutOff *cut_off) {
  const Plan *plan = books_plan(books);
  const PlanDeal *deal = &plan->deal;
  const Results *results = books_results(books);
  int32_t sale_last_date = plan_sale_last_date(plan), sold = results->with.vouchers_sold;
  int32_t paid_date = site_hold_back_date(plan);
  if (deal->payout_basis == PAYOUT_REDEEMED || cut_off->deferred_cents == 0)
    return cut_off->not_yet_earned_cents == 0
               ? NULL
               : g_strdup_printf(CENTS " not earned of no voucher", cut_off->not_yet_earned_cents);
  if (cut_off->date < paid_date || cut_off->date < sale_last_date ||
      !site_pays(deal, MAX(paid_date, site_last_instalment_date(plan))))
    return NULL;
  SoldVouchers all = posting_sold(plan, sale_last_date, sold);
  int64_t net_cents = tax_commission(&plan->business, deal, sale_last_date, sold).payout_cents -
                      site_sold_card_fee(plan, sale_last_date, sold).paid_cents;
  int64_t share_cents = money_scale_half_up(net_cents, cut_off->deferred_cents, all.deferred_cents);
  /* Two roundings; a voucher of several visits releases whole cents of what it defers. */
  int64_t rounding_cents = 2 + (deal->visits_per_voucher > 1 ? sold : 0);
  return ABS(cut_off->not_yet_earned_cents - MAX(share_cents, 0)) <= rounding_cents
             ? NULL
             : g_strdup_printf(CENTS " not earned for " CENTS, cut_off->not_yet_earned_cents,
                               share_cents);
}

char *cut_off_fault(const Books *books, const CutOff *cut_offs, int count) {
  const Results *results = books_results(books);
  for (int i = 0; i < count; i++) {
    const CutOff *cut_off = &cut_offs[i];
    TrialBalance balance;
    trial_balance_fill(books_projected(books), cut_off->date, &balance);
    const int64_t *cents = balance.balance_cents;
    const CashDay *day = &results->cash_with.day[cut_off->date - results->sale_date];
    bool year_end = cut_off->date == date_month_end(cut_off->date) &&
                    date_month(cut_off->date) == books_plan(books)->business.fiscal_year_end_month;
    if (cut_off->bank_cents != day->balance_cents ||
        cut_off->not_yet_earned_cents != day->not_yet_earned_cents ||
        cut_off->deferred_cents != -cents[ACCOUNT_DEFERRED] ||
        cut_off->prepaid_cents != cents[ACCOUNT_PREPAID_COMMISSION] ||
        cut_off->receivable_cents != cents[ACCOUNT_RECEIVABLE] ||
        cut_off->wages_cents != -cents[ACCOUNT_WAGES] ||
        cut_off->tips_cents != -cents[ACCOUNT_TIPS] ||
        cut_off->tax_cents != -cents[ACCOUNT_GST] - cents[ACCOUNT_QST] - cents[ACCOUNT_PST] -
                                  cents[ACCOUNT_ITC] - cents[ACCOUNT_ITR])
      return g_strdup_printf("cut-off %d is not its trial balance", i);
    const PlanDeal *deal = &books_plan(books)->deal;
    int64_t one_cents =
        posting_sold(books_plan(books), plan_sale_last_date(books_plan(books)), 1).deferred_cents;
    bool counted = deal->visits_per_voucher == 1 && deal->payout_basis == PAYOUT_SOLD &&
                   deal->breakage_policy != BREAKAGE_PROPORTIONAL;
    if (counted && cut_off->deferred_cents != one_cents * cut_off->vouchers_outstanding)
      return g_strdup_printf("cut-off %d: %d vouchers are not 2200", i,
                             cut_off->vouchers_outstanding);
    if (!(year_end || cut_off->is_horizon) || cut_off->is_horizon != (i == count - 1))
      return g_strdup_printf("cut-off %d is at no year end", i);
    char *fault = not_earned_fault(books, cut_off);
    if (fault != NULL)
      return fault;
  }
  return NULL;
}
