/* Room: words. Knows: the accounts of the books. Must not know: amounts, plans, files.
 *
 * What each account is called, as an accountant of Québec calls it (domain §10.2). */
#include "ui/words/words.h"

const char *account_label(Language language, Account account) {
  static const char *const labels[ACCOUNT_COUNT] = {
      [ACCOUNT_BANK] = N_("Bank"),
      [ACCOUNT_RECEIVABLE] = N_("Receivable – platform"),
      [ACCOUNT_ITC] = N_("ITC receivable"),
      [ACCOUNT_ITR] = N_("ITR receivable"),
      [ACCOUNT_PREPAID_COMMISSION] = N_("Prepaid commissions"),
      [ACCOUNT_GST] = N_("GST payable"),
      [ACCOUNT_QST] = N_("QST payable"),
      [ACCOUNT_PST] = N_("PST payable"),
      [ACCOUNT_DEFERRED] = N_("Deferred revenue – vouchers"),
      [ACCOUNT_WAGES] = N_("Wages and contributions payable"),
      [ACCOUNT_GIFT_CARDS] = N_("Gift cards"),
      [ACCOUNT_TIPS] = N_("Tips payable"),
      [ACCOUNT_EQUITY] = N_("Owner’s equity"),
      [ACCOUNT_SERVICE] = N_("Service revenue"),
      [ACCOUNT_DEAL] = N_("Service revenue – deals"),
      [ACCOUNT_EXTRAS] = N_("Additional sales"),
      [ACCOUNT_TAX_KEPT] = N_("Tax kept (Quick Method)"),
      [ACCOUNT_BREAKAGE] = N_("Breakage"),
      [ACCOUNT_RETURNS] = N_("Returns and refunds"),
      [ACCOUNT_REGULAR_LABOUR] = N_("Regular labour"),
      [ACCOUNT_DEAL_LABOUR] = N_("Direct labour – deals"),
      [ACCOUNT_SUPPLIES] = N_("Supplies"),
      [ACCOUNT_PHONE] = N_("Phone help"),
      [ACCOUNT_COMMISSION] = N_("Platform commission"),
      [ACCOUNT_CARD_FEES] = N_("Card fees"),
      [ACCOUNT_ADVERTISING] = N_("Advertising and one-off"),
      [ACCOUNT_INCENTIVES] = N_("Return incentives"),
      [ACCOUNT_FIXED_COSTS] = N_("Fixed costs"),
      [ACCOUNT_BAD_DEBT] = N_("Bad debt"),
  };

  g_return_val_if_fail(account < ACCOUNT_COUNT, "");
  return say(language, labels[account]);
}

const char *treatment_case_label(Language language, TreatmentCase which) {
  static const char *const labels[TREATMENT_CASE_COUNT] = {
      [CASE_A] = N_("A – taxes extra"),
      [CASE_B] = N_("B – taxes included"),
      [CASE_C] = N_("C – tax on the list price"),
      [CASE_D] = N_("D – the site buys the service"),
      [CASE_E] = N_("E – not registered"),
      [CASE_F_EXTRA] = N_("F – taxed when sold, taxes extra"),
      [CASE_F_INCLUDED] = N_("F – taxed when sold, taxes included"),
      [CASE_G_EXTRA] = N_("G – Quick Method, taxes extra"),
      [CASE_G_INCLUDED] = N_("G – Quick Method, taxes included"),
  };

  g_return_val_if_fail(which < TREATMENT_CASE_COUNT, "");
  return say(language, labels[which]);
}

const char *sign_state_label(Language language, SignState state) {
  static const char *const labels[SIGN_STATE_COUNT] = {
      [SIGN_FINE] = N_("Fine"),
      [SIGN_ASK] = N_("Ask"),
      [SIGN_REFUSE] = N_("Would be refused"),
  };

  g_return_val_if_fail(state < SIGN_STATE_COUNT, "");
  return say(language, labels[state]);
}
