/* See earned.h. */
#include "model/ledger/earned.h"

#include "model/ledger/statement.h"

static int column_of(Account account) {
  switch (account_type(account)) {
  case ACCOUNT_REVENUE:
    return EARNED_REVENUE;
  case ACCOUNT_EXPENSE:
    return account == ACCOUNT_COMMISSION || account == ACCOUNT_CARD_FEES         ? EARNED_COMMISSION
           : account == ACCOUNT_REGULAR_LABOUR || account == ACCOUNT_DEAL_LABOUR ? EARNED_PAY
                                                                                 : EARNED_OTHER;
  case ACCOUNT_ASSET:
  case ACCOUNT_LIABILITY:
  case ACCOUNT_OWNERS_EQUITY:
    break;
  }
  return account == ACCOUNT_BANK ? EARNED_CASH : -1;
}

static void add_entry(EarnedMonth *line, Journal *journal, const JournalEntry *entry) {
  const JournalLine *lines = journal_lines(journal, entry);
  if (entry->kind == ENTRY_SALE)
    line->number[EARNED_SOLD] += entry->count;
  for (int i = 0; i < entry->line_count; i++) {
    int column = column_of(lines[i].account);
    if (column == EARNED_CASH)
      line->number[entry->kind == ENTRY_OPENING ? EARNED_OPENING : EARNED_CASH] += lines[i].cents;
    else if (column >= 0)
      line->number[column] -= lines[i].cents;
  }
}

static void close_month(EarnedMonth *line, const EarnedMonth *before, const ResultMonth *month,
                        const ReserveMonth *reserve) {
  int64_t *number = line->number;
  line->begin_date = month->begin_date;
  number[EARNED_DEAL_VISITS] = month->visits[VISIT_DEAL];
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
    number[EARNED_VISITS] += month->visits[kind];
  for (int column = EARNED_REVENUE; column < EARNED_INCOME; column++)
    number[EARNED_INCOME] += number[column];
  number[EARNED_COLLECTED] = reserve->collected_cents;
  number[EARNED_CREDITS] = reserve->credits_cents;
  if (before != NULL)
    number[EARNED_OPENING] = before->number[EARNED_CLOSING];
  number[EARNED_CLOSING] = number[EARNED_OPENING] + number[EARNED_CASH];
  number[EARNED_BANK] = month->closing_cents;
}

int books_earned_months(const Books *books, EarnedMonth months[MONTHS_MAX]) {
  const Results *results = books_results(books);
  Journal *journal = books_projected(books);
  int32_t first = books_first_date(books), last = books_last_date(books);
  ReserveMonth reserve[MONTHS_MAX];
  int count = MIN(reserve_months_fill(journal, first, last, reserve), results->month_count);
  for (int i = 0; i < count; i++)
    months[i] = (EarnedMonth){0};
  for (int i = 0; i < journal_entry_count(journal); i++) {
    const JournalEntry *entry = journal_entry(journal, i);
    int index = (date_year(entry->date) - date_year(first)) * 12 + date_month(entry->date) -
                date_month(first);
    if (entry->date <= last && index < count)
      add_entry(&months[MAX(index, 0)], journal, entry);
  }
  for (int i = 0; i < count; i++)
    close_month(&months[i], i > 0 ? &months[i - 1] : NULL, &results->month[i], &reserve[i]);
  return count;
}
