/* See posting-case.h. */
#include "tests/posting-case.h"

#include <string.h>

#include "model/base/money.h"
#include "model/cash/day-rates.h"

#define LAST_INSTALMENT_DAY 84

void case_plan_init(Plan *plan) {
  plan_init(plan);
  plan->business.tax_regime = REGIME_QC;
  plan->business.gst_registered = true;
  plan->business.gst_registered_from_date = DATE_NONE;
  plan->business.quick_method = false;
  PlanDeal *deal = &plan->deal;
  deal->sale_date = date_from_ymd(2026, 2, 4);
  deal->sale_days = 1;
  deal->list_price_cents = 10000;
  deal->price_cents = 5000;
  deal->tax_treatment = TREATMENT_GIFT_CERTIFICATE;
  deal->price_tax_wording = WORDING_EXTRA;
  deal->commission_per_100k = 50000;
  deal->commission_tax = COMMISSION_TAX_ADDED;
  deal->commission_expense = COMMISSION_MATCHED;
  deal->card_fee_per_100k = 0;
  deal->payout_basis = PAYOUT_SOLD;
  deal->visits_per_voucher = 1;
}

Campaign case_campaign(void) {
  return (Campaign){.sold = 100, .refunded = 2, .used = 80};
}

/* What is still to be taken of the commission and the fees of the vouchers not given back. */
typedef struct {
  int64_t commission_cents, card_fee_cents;
  int vouchers;
} Prepaid;

static SoldVouchers prepaid_take(Prepaid *prepaid, int vouchers) {
  if (vouchers == 0)
    return (SoldVouchers){0};
  SoldVouchers share = {
      .commission_cents =
          money_scale_half_up(prepaid->commission_cents, vouchers, prepaid->vouchers),
      .card_fee_cents = money_scale_half_up(prepaid->card_fee_cents, vouchers, prepaid->vouchers)};
  prepaid->commission_cents -= share.commission_cents;
  prepaid->card_fee_cents -= share.card_fee_cents;
  prepaid->vouchers -= vouchers;
  return share;
}

static void post_uses(Journal *journal, const Plan *plan, int32_t date, int count,
                      int64_t extras_cents) {
  TaxSet set = tax_set_collected(&plan->business, date);
  for (int visit = 0; visit < plan->deal.visits_per_voucher; visit++) {
    VoucherPart part = voucher_part(&plan->deal, visit);
    Redemptions redemptions = {
        .date = date,
        .set = set,
        .invoice = tax_counter_invoice_of(&plan->deal, &set, part.price_cents, part.list_cents,
                                          extras_cents),
        .extras_cents = extras_cents,
        .deferred_cents = posting_visit_deferred_cents(plan, plan->deal.sale_date, visit),
        .count = count};
    post_redemptions(journal, plan, &redemptions);
  }
}

/* By credit note, what the client paid with the taxes of the sale or of the counter. */
static void post_given_back(Journal *journal, const Plan *plan, int32_t date, int count,
                            bool unserved) {
  DayRates rates;
  day_rates_init(&rates);
  day_rates_refresh(&rates, plan, date);
  if (unserved) {
    UnservedRefund refund = unserved_refund(plan);
    int64_t deferred_cents = posting_sold(plan, plan->deal.sale_date, 1).deferred_cents;
    SoldVouchers all = posting_sold(plan, plan->deal.sale_date, count);
    post_refund_unserved(journal, plan, date, refund.paid_cents, refund.invoice.tax_cents,
                         deferred_cents, all.commission_cents, all.card_fee_cents, count);
  } else
    post_refund_after_use(journal, plan, date, rates.refund_cents, rates.refund.tax_cents, count);
}

static void post_return(Journal *journal, const Plan *plan, int32_t date,
                        const int64_t kept_cents[TAX_COMPONENTS_MAX]) {
  TaxSet set;
  tax_set_for_sales(&plan->business, date, &set);
  bool apart = set.count == 2 && set.component[1].kind == TAX_PST;
  for (int office = 0; office <= apart; office++) {
    Remittance remittance = {.kind = REMITTANCE_RETURN, .period_end_date = date, .paid_date = date};
    for (int i = 0; i < set.count; i++) {
      if (apart && i != office)
        continue;
      Account tax = posting_tax_account(&set, i), credit = posting_credit_account(&set, i);
      remittance.collected_cents[i] = -case_balance_cents(journal, tax);
      remittance.credits_cents[i] = credit == tax ? 0 : case_balance_cents(journal, credit);
      remittance.kept_cents[i] = kept_cents[i];
      remittance.paid_cents[i] =
          remittance.collected_cents[i] - remittance.credits_cents[i] - kept_cents[i];
    }
    post_remittance(journal, plan, &remittance);
  }
}

/* Payouts are what the statement says, whatever stands on the receivable: it ends at zero when both
 * agree. */
static void post_sold(Journal *journal, const Plan *plan, const Campaign *campaign) {
  int32_t sale_date = plan->deal.sale_date;
  int64_t owed_cents = posting_sold(plan, sale_date, campaign->sold).receivable_cents;
  int64_t back_cents =
      tax_commission(&plan->business, &plan->deal, sale_date, campaign->refunded).payout_cents;
  int64_t parts_cents[3];
  money_split(owed_cents, (int32_t[]){50, 25, 25}, 3, parts_cents);
  post_sale(journal, plan, sale_date, campaign->sold);
  post_payout(journal, ENTRY_PAYOUT, sale_date + 7, parts_cents[0]);
  post_refund_before_use(journal, plan, sale_date + LAST_INSTALMENT_DAY, campaign->refunded,
                         campaign->site_stops);
  if (campaign->site_stops) {
    post_site_default(journal, sale_date + 42, parts_cents[1] + parts_cents[2]);
  } else {
    post_payout(journal, ENTRY_PAYOUT, sale_date + 42, parts_cents[1]);
    post_payout(journal, ENTRY_PAYOUT, sale_date + LAST_INSTALMENT_DAY,
                parts_cents[2] - back_cents);
  }
}

/* Paid for vouchers used: one statement for all of them. */
static void post_used(Journal *journal, const Plan *plan, int vouchers) {
  int32_t date = plan->deal.sale_date + 30;
  int64_t price_cents = plan->deal.price_cents * vouchers;
  UsedStatement statement = site_used_statement(plan, date, price_cents);
  post_statement(journal, plan, date, price_cents,
                 voucher_commission_cents(&plan->deal, price_cents),
                 case_balance_cents(journal, ACCOUNT_RECEIVABLE));
  post_payout(journal, ENTRY_PAYOUT, date + 12,
              statement.commission.payout_cents - statement.card_fee.paid_cents);
}

void case_campaign_post(Journal *journal, const Plan *plan, const Campaign *campaign) {
  int32_t sale_date = plan->deal.sale_date, use_date = sale_date + 30;
  bool is_sold = plan->deal.payout_basis == PAYOUT_SOLD;
  if (is_sold)
    post_sold(journal, plan, campaign);
  SoldVouchers all = posting_sold(plan, sale_date, campaign->sold);
  SoldVouchers back = posting_sold(plan, sale_date, campaign->refunded);
  Prepaid prepaid = {.commission_cents = all.commission_cents - back.commission_cents,
                     .card_fee_cents = all.card_fee_cents - back.card_fee_cents,
                     .vouchers = campaign->sold - campaign->refunded};
  post_uses(journal, plan, use_date, campaign->used, 0);
  post_uses(journal, plan, use_date, campaign->used_with_extras, campaign->extras_cents);
  int64_t price_cents = plan->deal.price_cents;
  int64_t deferred_cents = posting_sold(plan, sale_date, 1).deferred_cents;
  post_forfeit(journal, plan, use_date, price_cents, deferred_cents, campaign->forfeited);
  post_late_use(journal, plan, sale_date + 370, plan->deal.list_price_cents, price_cents, 0,
                campaign->used_late);
  int taken = campaign->used + campaign->used_with_extras + campaign->forfeited;
  if (!is_sold)
    post_used(journal, plan, taken + campaign->used_late);
  SoldVouchers share = prepaid_take(&prepaid, taken);
  post_commission_matched(journal, plan, use_date, share.commission_cents, share.card_fee_cents,
                          taken);
  post_commission_matched(journal, plan, sale_date + LAST_INSTALMENT_DAY, 0, back.card_fee_cents,
                          campaign->refunded);
  share = prepaid_take(&prepaid, campaign->used_late);
  post_commission_matched(journal, plan, sale_date + 370, share.commission_cents,
                          share.card_fee_cents, campaign->used_late);
  post_given_back(journal, plan, use_date + 1, campaign->refunded_after, false);
  post_given_back(journal, plan, sale_date + 365, campaign->unserved, true);
  SoldVouchers unserved = posting_sold(plan, sale_date, campaign->unserved);
  prepaid.commission_cents -= unserved.commission_cents;
  prepaid.card_fee_cents -= unserved.card_fee_cents;
  prepaid.vouchers -= campaign->unserved;
  if (!campaign->is_undecided)
    post_breakage(journal, plan, ENTRY_BREAKAGE, sale_date + 400, deferred_cents * prepaid.vouchers,
                  prepaid.commission_cents, prepaid.card_fee_cents, prepaid.vouchers);
  if (campaign->also != NULL)
    campaign->also(journal, plan);
  post_return(journal, plan, sale_date + 401, campaign->kept_cents);
}

static void append_lines(GString *text, const JournalLine *lines, int count, int sign) {
  bool first = true;
  for (int i = 0; i < count; i++) {
    int64_t cents = lines[i].cents * sign;
    if (cents < 0)
      continue;
    g_string_append_printf(text, "%s%s %" G_GINT64_FORMAT ".%02d", first ? "" : ", ",
                           account_number(lines[i].account), cents / 100, (int)(cents % 100));
    first = false;
  }
}

static char *journal_text(Journal *journal) {
  GString *text = g_string_new(NULL);
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    const JournalLine *lines = journal_lines(journal, entry);
    if (i > 0)
      g_string_append_c(text, '\n');
    g_string_append(text, entry_kind_name(entry->kind));
    if (entry->count > 0)
      g_string_append_printf(text, " %d", entry->count);
    g_string_append(text, " | ");
    append_lines(text, lines, entry->line_count, 1);
    g_string_append(text, " / ");
    append_lines(text, lines, entry->line_count, -1);
  }
  return g_string_free(text, FALSE);
}

bool case_has_entries(Journal *journal, const char *const *expected) {
  g_autofree char *text = journal_text(journal);
  g_autofree char *wanted = g_strjoinv("\n", (char **)expected);
  return strcmp(text, wanted) == 0;
}

void case_assert_entries(Journal *journal, const char *const *expected) {
  g_autofree char *text = journal_text(journal);
  g_autofree char *wanted = g_strjoinv("\n", (char **)expected);
  g_assert_cmpstr(text, ==, wanted);
}

int64_t case_balance_cents(Journal *journal, Account account) {
  int64_t cents = 0;
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    const JournalLine *lines = journal_lines(journal, entry);
    for (int line = 0; line < entry->line_count; line++)
      cents += lines[line].account == account ? lines[line].cents : 0;
  }
  return cents;
}

bool case_is_closed(Journal *journal) {
  int64_t earned_cents = 0;
  for (int account = 0; account < ACCOUNT_COUNT; account++) {
    int64_t cents = case_balance_cents(journal, (Account)account);
    if (account_is_clearing((Account)account) && cents != 0)
      return false;
    if (account != ACCOUNT_BANK && !account_is_clearing((Account)account))
      earned_cents -= cents;
  }
  return case_balance_cents(journal, ACCOUNT_BANK) == earned_cents;
}

void case_assert_sound(Journal *journal) {
  int32_t date = INT32_MIN;
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    const JournalLine *lines = journal_lines(journal, entry);
    int64_t sum_cents = 0;
    g_assert_cmpint(entry->date, >=, date);
    g_assert_cmpint(entry->line_count, >=, 2);
    date = entry->date;
    for (int line = 0; line < entry->line_count; line++) {
      sum_cents += lines[line].cents;
      g_assert_cmpint(lines[line].cents, !=, 0);
      if (line == 0)
        continue;
      bool same_side = (lines[line].cents > 0) == (lines[line - 1].cents > 0);
      g_assert_true(same_side ? lines[line].account > lines[line - 1].account
                              : lines[line].cents < 0);
    }
    g_assert_cmpint(sum_cents, ==, 0);
  }
}

void case_assert_closes(const Plan *plan, const Campaign *campaign, int64_t bank_cents) {
  g_autoptr(Journal) journal = journal_new();
  case_campaign_post(journal, plan, campaign);
  case_assert_sound(journal);
  g_assert_true(case_is_closed(journal));
  g_assert_cmpint(case_balance_cents(journal, ACCOUNT_BANK), ==, bank_cents);
}
