/* Room: words. Knows: what the journal comes to. Must not know: tables, screens.
 *
 * Findings: conclusions with their figures, short enough for a title. */
#include "ui/words/books-parts.h"

char *books_find_deferred(Language language, const Books *books) {
  DeferredMonth months[MONTHS_MAX];
  int count = deferred_months_fill(books_projected(books), books_first_date(books),
                                   books_last_date(books), months);
  int highest = 0;
  g_autofree char *month = NULL, *most = NULL, *left = NULL, *last = NULL;

  g_return_val_if_fail(count > 0, NULL);
  for (int i = 1; i < count; i++) {
    highest = months[i].closing_cents > months[highest].closing_cents ? i : highest;
  }
  month = phrase_month(language, months[highest].begin_date, true);
  most = say_money(language, months[highest].closing_cents);
  left = say_money(language, months[count - 1].closing_cents);
  last = say_date(language, books_last_date(books));
  if (highest == count - 1) {
    return g_strdup_printf(say(language, "On %1$s you still owe visits worth %2$s"), last, left);
  }
  return g_strdup_printf(say(language, "At the end of %1$s you owe visits worth %2$s; on %3$s, "
                                       "still %4$s"),
                         month, most, last, left);
}

char *books_find_income(Language language, const Books *books) {
  Income income;
  g_autofree char *deal = NULL;
  g_autofree char *change =
      say_money_signed(language, books_results(books)->headline.deal_against_none_cents);

  income_fill(books_projected(books), books_first_date(books), books_last_date(books), &income);
  deal = say_money_signed(language, income.deal_total_cents);
  if (books_results(books)->cash_with.site_unpaid_cents > 0) {
    g_autofree char *unpaid =
        say_money(language, books_results(books)->cash_with.site_unpaid_cents);

    return g_strdup_printf(
        say(language, "The deal’s entries come to %1$s; the year changes by %2$s, as if the "
                      "site had paid %3$s"),
        deal, change, unpaid);
  }
  return g_strdup_printf(say(language,
                             "The deal’s own entries come to %1$s; against no deal at all, "
                             "the year changes by %2$s"),
                         deal, change);
}

char *books_find_cut_offs(Language language, const Books *books) {
  CutOff cut_offs[CUT_OFFS_MAX];
  int count = books_cut_offs(books, cut_offs);
  int64_t yours_cents;
  g_autofree char *date = NULL, *bank = NULL, *yours = NULL;

  g_return_val_if_fail(count > 0, NULL);
  yours_cents = cut_off_yours_cents(&cut_offs[0]);
  date = say_date(language, cut_offs[0].date);
  bank = say_money(language, cut_offs[0].bank_cents);
  yours = say_money(language, ABS(yours_cents));
  if (yours_cents < 0) {
    return g_strdup_printf(
        say(language, "On %1$s the bank, at %2$s, is %3$s short of what belongs to others"), date,
        bank, yours);
  }
  return g_strdup_printf(say(language, "On %1$s, of %2$s in the bank, %3$s is yours"), date, bank,
                         yours);
}

char *books_find_trial_balance(Language language, const Books *books) {
  TrialBalance balance;
  g_autofree char *date = say_date(language, books_last_date(books));
  g_autofree char *total = NULL;

  trial_balance_fill(books_projected(books), books_last_date(books), &balance);
  total = say_money(language, balance.debit_cents);
  return g_strdup_printf(say(language, "On %1$s the books balance at %2$s on each side"), date,
                         total);
}

char *books_find_model(Language language, const Books *books) {
  int64_t entries = journal_entry_count(books_model(books));
  g_autofree char *count = say_number(language, entries);

  return g_strdup_printf(
      say_count(language, entries, "How to book it: %s model entry, balanced, on your own terms",
                "How to book it: %s model entries, each balanced, on your own terms"),
      count);
}

/* "1 thing an accountant would refuse" */
static char *refused_text(Language language, int count) {
  g_autofree char *number = say_number(language, count);

  return count == 0
             ? g_strdup(say(language, "nothing an accountant would refuse"))
             : g_strdup_printf(say_count(language, count, "%s thing an accountant would refuse",
                                         "%s things an accountant would refuse"),
                               number);
}

static char *asked_text(Language language, int count) {
  g_autofree char *number = say_number(language, count);

  return count == 0
             ? g_strdup(say(language, "nothing left to ask"))
             : g_strdup_printf(say_count(language, count, "%s thing to ask", "%s things to ask"),
                               number);
}

char *books_find_signing(Language language, const Books *books) {
  int counts[SIGN_STATE_COUNT];
  g_autofree char *refused = NULL, *asked = NULL;

  books_sign_counts(books, counts);
  refused = refused_text(language, counts[SIGN_REFUSE]);
  asked = asked_text(language, counts[SIGN_ASK]);
  return g_strdup_printf(say(language, "Before you sign: %1$s, %2$s"), refused, asked);
}

char *books_find_accounts(Language language, const Books *books) {
  const Plan *plan = books_plan(books);
  int own = 0;
  g_autofree char *count = NULL, *all = say_number(language, ACCOUNT_COUNT);

  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    own += g_strcmp0(account_owner_number(plan, (Account)i), account_number((Account)i)) != 0;
  }
  if (own == 0) {
    return g_strdup(say(language,
                        "The accounts bear our numbers: give yours, and the files fit your "
                        "program"));
  }
  count = say_number(language, own);
  return g_strdup_printf(say_count(language, own, "%1$s account of %2$s bears your own number",
                                   "%1$s accounts of %2$s bear your own numbers"),
                         count, all);
}
