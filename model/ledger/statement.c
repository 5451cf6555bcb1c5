/* Room: ledger. What is read off a journal; see statement.h. */
#include "model/ledger/statement.h"

void trial_balance_fill(Journal *journal, int32_t through_date, TrialBalance *balance) {
  *balance = (TrialBalance){0};
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    if (entry->date > through_date)
      break;
    const JournalLine *line = journal_lines(journal, entry);
    for (int k = 0; k < entry->line_count; k++)
      balance->balance_cents[line[k].account] += line[k].cents;
  }
  for (int account = 0; account < ACCOUNT_COUNT; account++) {
    int64_t cents = balance->balance_cents[account];
    *(cents > 0 ? &balance->debit_cents : &balance->credit_cents) += cents > 0 ? cents : -cents;
  }
}

void income_fill(Journal *journal, int32_t from_date, int32_t through_date, Income *income) {
  *income = (Income){0};
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    if (entry->date < from_date || entry->date > through_date)
      continue;
    const JournalLine *line = journal_lines(journal, entry);
    for (int k = 0; k < entry->line_count; k++) {
      AccountType type = account_type(line[k].account);
      if (type != ACCOUNT_REVENUE && type != ACCOUNT_EXPENSE)
        continue;
      /* One pay day pays for both kinds of visits. */
      bool of_deal = entry->of_deal || line[k].account == ACCOUNT_DEAL_LABOUR;
      (of_deal ? income->deal_cents : income->rest_cents)[line[k].account] -= line[k].cents;
      *(of_deal ? &income->deal_total_cents : &income->rest_total_cents) -= line[k].cents;
    }
  }
}

/* Where a date stands among the months from that of from_date; −1 when outside of them. */
static int month_index(int32_t from_date, int32_t date, int count) {
  int index =
      (date_year(date) - date_year(from_date)) * 12 + date_month(date) - date_month(from_date);
  return date < from_date || index >= count ? -1 : index;
}

static int months_between(int32_t from_date, int32_t through_date) {
  if (through_date < from_date)
    return 0;
  int index = month_index(from_date, through_date, INT32_MAX);
  return index < MONTHS_MAX ? index + 1 : MONTHS_MAX;
}

static void deferred_add(DeferredMonth *month, EntryKind kind, int64_t cents) {
  if (kind == ENTRY_SALE || kind == ENTRY_SALE_ACCRUED)
    month->sold_cents += cents;
  else if (kind == ENTRY_REFUND_BEFORE_USE || kind == ENTRY_REFUND_UNSERVED)
    month->refunded_cents += cents;
  else if (kind == ENTRY_BREAKAGE || kind == ENTRY_BREAKAGE_WITH_USE)
    month->breakage_cents += cents;
  else
    month->used_cents += cents;
}

int deferred_months_fill(Journal *journal, int32_t from_date, int32_t through_date,
                         DeferredMonth months[MONTHS_MAX]) {
  int count = months_between(from_date, through_date);
  int64_t opening_cents = 0;
  for (int i = 0; i < count; i++)
    months[i] = (DeferredMonth){.begin_date = date_add_months(date_month_begin(from_date), i)};
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    const JournalLine *line = journal_lines(journal, entry);
    if (entry->date > through_date)
      break;
    int index = month_index(from_date, entry->date, count);
    for (int k = 0; k < entry->line_count; k++) {
      if (line[k].account != ACCOUNT_DEFERRED)
        continue;
      if (entry->date < from_date)
        opening_cents -= line[k].cents;
      else if (index >= 0)
        deferred_add(&months[index], entry->kind, -line[k].cents);
    }
  }
  for (int i = 0; i < count; i++) {
    DeferredMonth *month = &months[i];
    month->opening_cents = opening_cents;
    opening_cents +=
        month->sold_cents + month->used_cents + month->refunded_cents + month->breakage_cents;
    month->closing_cents = opening_cents;
  }
  return count;
}

static bool account_is_tax(Account account) {
  return account == ACCOUNT_GST || account == ACCOUNT_QST || account == ACCOUNT_PST ||
         account == ACCOUNT_ITC || account == ACCOUNT_ITR;
}

/* A return settles several accounts at once: what it kept and what went through the bank tell it
 * all. */
static void reserve_add(ReserveMonth *month, EntryKind kind, const JournalLine *line) {
  bool credit = line->account == ACCOUNT_ITC || line->account == ACCOUNT_ITR;
  if (entry_kind_is_filing(kind)) {
    if (line->account == ACCOUNT_TAX_KEPT)
      month->kept_cents += line->cents;
    else if (line->account == ACCOUNT_BANK)
      month->remitted_cents += line->cents;
  } else if (account_is_tax(line->account)) {
    *(credit ? &month->credits_cents : &month->collected_cents) -= line->cents;
  }
}

int reserve_months_fill(Journal *journal, int32_t from_date, int32_t through_date,
                        ReserveMonth months[MONTHS_MAX]) {
  int count = months_between(from_date, through_date);
  int64_t opening_cents = 0;
  for (int i = 0; i < count; i++)
    months[i] = (ReserveMonth){.begin_date = date_add_months(date_month_begin(from_date), i)};
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    const JournalLine *line = journal_lines(journal, entry);
    if (entry->date > through_date)
      break;
    int index = month_index(from_date, entry->date, count);
    for (int k = 0; k < entry->line_count; k++) {
      if (entry->date < from_date)
        opening_cents -= account_is_tax(line[k].account) ? line[k].cents : 0;
      else if (index >= 0)
        reserve_add(&months[index], entry->kind, &line[k]);
    }
  }
  for (int i = 0; i < count; i++) {
    ReserveMonth *month = &months[i];
    month->opening_cents = opening_cents;
    opening_cents +=
        month->collected_cents + month->credits_cents + month->kept_cents + month->remitted_cents;
    month->closing_cents = opening_cents;
  }
  return count;
}
