/* Room: table. Knows: which table a topic of the books has. Must not know: what is in it, who shows
 * it. */
#include "ui/table/table-books.h"

Table *table_books(Language language, const Books *books, BooksTopic topic) {
  static void (*const fillers[BOOKS_TOPIC_COUNT])(Table * table, const Books *books) = {
      [BOOKS_NOT_YOURS] = table_fill_not_yours,
      [BOOKS_TREATMENTS] = table_fill_treatments,
      [BOOKS_REMITTANCES] = table_fill_remittances,
      [BOOKS_QUICK_METHOD] = table_fill_quick_method,
      [BOOKS_REGISTRATION] = table_fill_registration,
      [BOOKS_DEFERRED] = table_fill_deferred,
      [BOOKS_RESERVE] = table_fill_reserve,
      [BOOKS_INCOME] = table_fill_income,
      [BOOKS_CUT_OFFS] = table_fill_cut_offs,
      [BOOKS_TRIAL_BALANCE] = table_fill_trial_balance,
      [BOOKS_MODEL] = table_fill_model,
      [BOOKS_SIGNING] = table_fill_signing,
      [BOOKS_ACCOUNTS] = table_fill_accounts,
  };
  g_autofree char *finding = books_finding(language, books, topic);
  Table *table;

  if (!finding) {
    return NULL;
  }
  table = table_new(language, finding);
  fillers[topic](table, books);
  return table;
}
