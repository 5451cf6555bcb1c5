/* Room: paper. Knows: the chart of accounts, words. Must not know: formats.
 *
 * How accounts, titles and amounts are written in files for other programs. */
#include <inttypes.h>
#include <string.h>

#include "ui/paper/journal-parts.h"

static bool is_blank(gunichar letter) {
  return g_unichar_isspace(letter) || g_unichar_iscntrl(letter) ||
         g_unichar_type(letter) == G_UNICODE_FORMAT;
}

char *journal_one_line(const char *text) {
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  GString *line = g_string_new(NULL);
  bool gap = false;
  for (const char *at = valid; *at; at = g_utf8_next_char(at)) {
    gunichar letter = g_utf8_get_char(at);
    if (is_blank(letter)) {
      gap = line->len > 0;
      continue;
    }
    if (gap)
      g_string_append_c(line, ' ');
    g_string_append_unichar(line, letter);
    gap = false;
  }
  return g_string_free(line, FALSE);
}

static Account find_leader(const JournalAccount accounts[ACCOUNT_COUNT], int account) {
  const char *number = accounts[account].number;
  int first = ACCOUNT_COUNT;
  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    if (strcmp(accounts[i].number, number) != 0)
      continue;
    if (strcmp(account_number((Account)i), number) == 0)
      return (Account)i;
    first = MIN(first, i);
  }
  return (Account)first;
}

void journal_accounts_fill(const Plan *plan, Language language,
                           JournalAccount accounts[ACCOUNT_COUNT]) {
  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    const char *number = account_owner_number(plan, (Account)i);
    accounts[i] = (JournalAccount){.number = number};
    accounts[i].is_mapped = strcmp(number, account_number((Account)i)) != 0;
  }
  for (int i = 0; i < ACCOUNT_COUNT; i++) {
    Account leader = find_leader(accounts, i);
    accounts[i].leader = leader;
    accounts[i].label = account_label(language, leader);
    accounts[i].type = account_type(leader);
  }
}

const char *journal_root(Language language, AccountType type) {
  static const char *const roots[] = {
      [ACCOUNT_ASSET] = N_("Assets"),         [ACCOUNT_LIABILITY] = N_("Liabilities"),
      [ACCOUNT_OWNERS_EQUITY] = N_("Equity"), [ACCOUNT_REVENUE] = N_("Income"),
      [ACCOUNT_EXPENSE] = N_("Expenses"),
  };
  return say(language, roots[type]);
}

char *journal_account_path(const JournalWriter *writer, const JournalAccount *account) {
  return g_strdup_printf("%s:%s %s", journal_root(writer->file.language, account->type),
                         account->number, account->label);
}

void journal_append_cents(GString *text, int64_t cents, char decimal) {
  uint64_t size = cents < 0 ? -(uint64_t)cents : (uint64_t)cents;
  g_string_append_printf(text, "%s%" PRIu64 "%c%02u", cents < 0 ? "-" : "", size / 100, decimal,
                         (unsigned)(size % 100));
}
