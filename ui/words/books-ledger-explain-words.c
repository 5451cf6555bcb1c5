/* Room: words. Knows: how the figures of the journal are made. Must not know: screens, paper.
 *
 * "How is this computed?": terms that add up to the figure, then the rule and what is assumed. */
#include "ui/words/books-parts.h"

char *books_explain_deferred(Language language, const Books *books) {
  DeferredMonth months[MONTHS_MAX];
  int count = deferred_months_fill(books_projected(books), books_first_date(books),
                                   books_last_date(books), months);
  DeferredMonth sum = {0};
  const PlanDeal *deal = &books_plan(books)->deal;
  GString *text = g_string_new(NULL);

  for (int i = 0; i < count; i++) {
    sum.sold_cents += months[i].sold_cents;
    sum.used_cents += months[i].used_cents;
    sum.refunded_cents += months[i].refunded_cents;
    sum.breakage_cents += months[i].breakage_cents;
  }
  phrase_add_term(text, language, say(language, "Vouchers sold"), sum.sold_cents);
  phrase_add_term(text, language, say(language, "Vouchers used"), sum.used_cents);
  if (sum.refunded_cents != 0) {
    phrase_add_term(text, language, say(language, "Vouchers refunded"), sum.refunded_cents);
  }
  if (sum.breakage_cents != 0) {
    phrase_add_term(text, language, breakage_label(language, deal), sum.breakage_cents);
  }
  phrase_add_answer(text, language, say(language, "Still owed at the end"),
                    count > 0 ? months[count - 1].closing_cents : 0);
  g_string_append(text,
                  say(language,
                      "A voucher sold is a debt until it is used (deferred revenue). In Québec "
                      "the amount paid never expires: only the discount ends with the promotion "
                      "(Consumer Protection Act, s. 187.1 to 187.5)."));
  g_string_append_c(text, ' ');
  g_string_append(
      text, deal->breakage_policy == BREAKAGE_PROPORTIONAL
                ? say(language, "As vouchers are used, the like share of those that nobody will "
                                "use becomes income too: have your accountant confirm it.")
                : say(language, "It becomes income without a visit only on a date decided with "
                                "your accountant."));
  return g_string_free(text, FALSE);
}

char *books_explain_income(Language language, const Books *books) {
  Income income;
  GString *text = g_string_new(NULL);

  income_fill(books_projected(books), books_first_date(books), books_last_date(books), &income);
  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    if (income.deal_cents[i] != 0) {
      phrase_add_term(text, language, account_label(language, (Account)i), income.deal_cents[i]);
    }
  }
  phrase_add_answer(text, language, say(language, "Income of the deal"), income.deal_total_cents);
  g_string_append(
      text, say(language,
                "Only entries that would not be there without the deal, visits of clients who "
                "return and their pay included. “Deal compared with no deal” is another figure: "
                "it also counts regular visits that found no place or were made with a voucher, "
                "and leaves out pay you owe anyway. Commission is an expense when the voucher is "
                "used, unless you chose at the sale."));
  if (income.deal_cents[ACCOUNT_TAX_KEPT] != 0) {
    g_string_append_c(text, ' ');
    g_string_append(text, say(language, "What the Quick Method leaves is shared out by the taxes "
                                        "that each sale collected."));
  }
  return g_string_free(text, FALSE);
}

char *books_explain_cut_offs(Language language, const Books *books) {
  CutOff cut_offs[CUT_OFFS_MAX];
  GString *text = g_string_new(NULL);

  g_return_val_if_fail(books_cut_offs(books, cut_offs) > 0, g_string_free(text, FALSE));
  phrase_add_term(text, language, say(language, "In the bank"), cut_offs[0].bank_cents);
  phrase_add_term(text, language, say(language, "For visits not given yet"),
                  -cut_offs[0].not_yet_earned_cents);
  phrase_add_term(text, language, say(language, "Taxes to remit"), -MAX(cut_offs[0].tax_cents, 0));
  phrase_add_term(text, language, say(language, "Pay earned by your staff, not paid yet"),
                  -cut_offs[0].wages_cents);
  if (cut_offs[0].tips_cents != 0) {
    phrase_add_term(text, language, say(language, "Tips of your staff"), -cut_offs[0].tips_cents);
  }
  phrase_add_answer(text, language, say(language, "Yours"), cut_off_yours_cents(&cut_offs[0]));
  g_string_append(text,
                  say(language,
                      "At each fiscal year end and on the plan’s last day: what your accountant "
                      "sets aside before she looks at the profit. A tax refund to come is not "
                      "counted in what is yours. Plan year, before income tax."));
  return g_string_free(text, FALSE);
}

char *books_explain_trial_balance(Language language, const Books *books) {
  TrialBalance balance;
  GString *text = g_string_new(NULL);
  g_autofree char *credit = NULL, *rule = NULL;

  trial_balance_fill(books_projected(books), books_last_date(books), &balance);
  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    if (balance.balance_cents[i] > 0) {
      phrase_add_term(text, language, account_label(language, (Account)i),
                      balance.balance_cents[i]);
    }
  }
  phrase_add_answer(text, language, say(language, "All debits"), balance.debit_cents);
  credit = say_money(language, balance.credit_cents);
  rule =
      g_strdup_printf(say(language, "All credits: %s, the same, for an entry that does not "
                                    "balance cannot be posted. The opening bank balance stands "
                                    "against the owner’s equity; nothing else is brought forward."),
                      credit);
  g_string_append(text, rule);
  return g_string_free(text, FALSE);
}

char *books_explain_model(Language language, const Books *books) {
  Journal *journal = books_model(books);
  const JournalEntry *entry = journal_entry(journal, 0);
  const JournalLine *lines = journal_lines(journal, entry);
  GString *text = g_string_new(NULL);
  g_autofree char *what = entry_text(language, entry);
  g_autofree char *scope = journal_scope_text(language, books, JOURNAL_MODEL);
  int64_t sum = 0;

  g_string_append_printf(text, say(language, "%s (debits +, credits −):"), what);
  g_string_append_c(text, '\n');
  for (int i = 0; i < entry->line_count; i++) {
    phrase_add_term(text, language, account_label(language, lines[i].account), lines[i].cents);
    sum += lines[i].cents;
  }
  phrase_add_answer(text, language, say(language, "Balanced"), sum);
  g_string_append(text, scope);
  return g_string_free(text, FALSE);
}

char *books_explain_signing(Language language, const Books *books) {
  int counts[SIGN_STATE_COUNT];
  g_autofree char *fine = NULL, *asked = NULL, *refused = NULL, *sum = NULL;

  books_sign_counts(books, counts);
  fine = say_number(language, counts[SIGN_FINE]);
  asked = say_number(language, counts[SIGN_ASK]);
  refused = say_number(language, counts[SIGN_REFUSE]);
  sum = g_strdup_printf(say(language, "%1$s in order, %2$s to ask, %3$s to refuse."), fine, asked,
                        refused);
  return g_strconcat(sum, "\n",
                     say(language,
                         "Each point is looked up in your plan: its terms, where you have "
                         "them from, and what the year of bookings gives. It is what an "
                         "accountant asks first, not all she may ask."),
                     NULL);
}

char *books_explain_accounts(Language language, const Books *books) {
  return g_strdup(
      say(language, "The files for your accounting program use your number where you gave one. The "
                    "numbers stay in this file. Account 4080 is ours: what the Quick Method leaves "
                    "you of the taxes collected."));
}
