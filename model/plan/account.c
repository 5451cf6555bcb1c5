/* Room: plan. Knows: the plan's own mapping. Must not know: entries, names in any language. */
#include "model/plan/account.h"

#include <assert.h>
#include <string.h>

static const struct {
  const char *number;
  AccountType type;
} chart[ACCOUNT_COUNT] = {
    [ACCOUNT_BANK] = {"1000", ACCOUNT_ASSET},
    [ACCOUNT_RECEIVABLE] = {"1100", ACCOUNT_ASSET},
    [ACCOUNT_ITC] = {"1150", ACCOUNT_ASSET},
    [ACCOUNT_ITR] = {"1160", ACCOUNT_ASSET},
    [ACCOUNT_PREPAID_COMMISSION] = {"1200", ACCOUNT_ASSET},
    [ACCOUNT_GST] = {"2100", ACCOUNT_LIABILITY},
    [ACCOUNT_QST] = {"2110", ACCOUNT_LIABILITY},
    [ACCOUNT_PST] = {"2120", ACCOUNT_LIABILITY},
    [ACCOUNT_DEFERRED] = {"2200", ACCOUNT_LIABILITY},
    [ACCOUNT_WAGES] = {"2300", ACCOUNT_LIABILITY},
    [ACCOUNT_GIFT_CARDS] = {"2400", ACCOUNT_LIABILITY},
    [ACCOUNT_TIPS] = {"2450", ACCOUNT_LIABILITY},
    [ACCOUNT_EQUITY] = {"3000", ACCOUNT_OWNERS_EQUITY},
    [ACCOUNT_SERVICE] = {"4000", ACCOUNT_REVENUE},
    [ACCOUNT_DEAL] = {"4010", ACCOUNT_REVENUE},
    [ACCOUNT_EXTRAS] = {"4020", ACCOUNT_REVENUE},
    [ACCOUNT_TAX_KEPT] = {"4080", ACCOUNT_REVENUE},
    [ACCOUNT_BREAKAGE] = {"4090", ACCOUNT_REVENUE},
    [ACCOUNT_RETURNS] = {"4095", ACCOUNT_REVENUE},
    [ACCOUNT_REGULAR_LABOUR] = {"5000", ACCOUNT_EXPENSE},
    [ACCOUNT_DEAL_LABOUR] = {"5100", ACCOUNT_EXPENSE},
    [ACCOUNT_SUPPLIES] = {"5110", ACCOUNT_EXPENSE},
    [ACCOUNT_PHONE] = {"5120", ACCOUNT_EXPENSE},
    [ACCOUNT_COMMISSION] = {"5200", ACCOUNT_EXPENSE},
    [ACCOUNT_CARD_FEES] = {"5210", ACCOUNT_EXPENSE},
    [ACCOUNT_ADVERTISING] = {"5300", ACCOUNT_EXPENSE},
    [ACCOUNT_INCENTIVES] = {"5310", ACCOUNT_EXPENSE},
    [ACCOUNT_FIXED_COSTS] = {"5400", ACCOUNT_EXPENSE},
    [ACCOUNT_BAD_DEBT] = {"5900", ACCOUNT_EXPENSE},
};

const char *account_number(Account account) {
  assert((unsigned)account < ACCOUNT_COUNT);
  return chart[account].number;
}

AccountType account_type(Account account) {
  assert((unsigned)account < ACCOUNT_COUNT);
  return chart[account].type;
}

Account account_find(const char *number) {
  int account = 0;
  while (account < ACCOUNT_COUNT && strcmp(chart[account].number, number) != 0)
    account++;
  return (Account)account;
}

const char *account_owner_number(const Plan *plan, Account account) {
  const char *number = account_number(account);
  for (int i = 0; i < plan->accounts_count; i++) {
    const AccountNumber *mapped = &plan->accounts[i];
    if (strcmp(mapped->account, number) == 0 && mapped->number[0] != '\0')
      return mapped->number;
  }
  return number;
}

bool account_is_clearing(Account account) {
  AccountType type = account_type(account);
  return account != ACCOUNT_BANK && (type == ACCOUNT_ASSET || type == ACCOUNT_LIABILITY);
}
