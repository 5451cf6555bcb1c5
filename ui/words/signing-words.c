/* Room: words. Knows: what an accountant asks before a contract is signed. Must not know: screens.
 *
 * Each point settled, or what it takes to settle it, with the figures that matter. */
#include "ui/words/phrase.h"

static const char *const settled[SIGN_COUNT] = {
    [SIGN_WORDING] = N_("Taxes on the voucher: nothing left open."),
    [SIGN_LIST_PRICE_TAX] = N_("No tax on the list price."),
    [SIGN_SITE_PRINCIPAL] = N_("What the site is to you: nothing left open."),
    [SIGN_REGISTRATION] = N_("Registration for sales taxes: in order."),
    [SIGN_TAX_NUMBERS] = N_("Tax numbers: in order."),
    [SIGN_QUICK_METHOD] = N_("Quick Method: nothing left open."),
    [SIGN_COMMISSION_TAX] = N_("Tax on the commission: in order."),
    [SIGN_BREAKAGE] = N_("No income counted of vouchers that nobody uses."),
    [SIGN_FORFEIT] = N_("A client who does not come books again."),
    [SIGN_MINIMUM_WAGE] = N_("Deal pay reaches the minimum wage, preparation counted."),
    [SIGN_PAYOUT_TERMS] = N_("When the site pays: from the contract."),
    [SIGN_SUCCESSIVE] = N_("Visits a voucher: no special rule."),
    [SIGN_RESERVE] = N_("At each year end the bank holds what is not yours."),
    [SIGN_PROVINCIAL_TAX] = N_("Provincial tax on your service: nothing left open."),
    [SIGN_OWNER_DRAW] = N_("What you draw for yourself: nothing left open."),
};

/* The same of one who collects taxes only later. */
static char *wording_from(Language language, const SignCheck *check, const char *cost) {
  g_autofree char *date = say_date(language, (int32_t)check->values[1]);

  return g_strdup_printf(
      check->state == SIGN_ASK
          ? say(language, "Taxes extra or included? Nobody checked, and it is worth %1$s a voucher "
                          "used from %2$s on, when you collect taxes: have the offer’s text in "
                          "hand.")
          : say(language, "Counted as “taxes extra” without the offer’s text, worth %1$s a voucher "
                          "used from %2$s on, when you collect taxes: note where the contract "
                          "says it."),
      cost, date);
}

static char *wording(Language language, const SignCheck *check) {
  g_autofree char *cost = say_money(language, ABS(check->values[0]));

  if (check->values[1] != DATE_NONE) {
    return wording_from(language, check, cost);
  }
  return g_strdup_printf(
      check->state == SIGN_ASK
          ? say(language, "Taxes extra or included? Nobody checked, and it is worth %s a voucher: "
                          "have the offer’s text in hand.")
          : say(language, "Counted as “taxes extra” without the offer’s text, worth %s a voucher: "
                          "note where the contract says it."),
      cost);
}

static char *list_price_tax(Language language, const SignCheck *check) {
  g_autofree char *list = say_money(language, check->values[0]);
  g_autofree char *paid = say_money(language, check->values[1]);

  return g_strdup_printf(
      check->state == SIGN_ASK
          ? say(language,
                "The contract puts tax on the list price: %1$s a voucher instead of %2$s. "
                "Ask to have the clause taken out.")
          : say(language, "Tax on the list price, %1$s a voucher instead of %2$s, and no contract "
                          "that says so: note the clause, or drop it."),
      list, paid);
}

static char *site_principal(Language language, const SignCheck *check) {
  return g_strdup(check->state == SIGN_ASK
                      ? say(language, "Taxed before it is used, on your own word: ask what the "
                                      "contract makes the site, agent or buyer.")
                      : say(language, "Taxed before it is used, and no contract that says so: note "
                                      "the clause, or drop it."));
}

static char *registration(Language language, const SignCheck *check) {
  g_autofree char *sales = say_money_whole(language, check->values[0]);
  g_autofree char *limit = say_money_whole(language, check->values[1]);
  g_autofree char *date = NULL;

  if (check->state == SIGN_ASK) {
    return g_strdup_printf(say(language, "Sales of %1$s in four quarters come near the limit of "
                                         "%2$s: ask from which day you must register."),
                           sales, limit);
  }
  if (check->values[2] == DATE_NONE) {
    return g_strdup_printf(say(language, "Your sales before the sale already pass %s and you are "
                                         "not registered: ask since when you owe the taxes."),
                           limit);
  }
  date = say_date(language, (int32_t)check->values[2]);
  return g_strdup_printf(
      say(language, "Sales pass %1$s and you are not registered: register from %2$s."), limit,
      date);
}

static char *tax_numbers(Language language, const SignCheck *check) {
  return g_strdup(check->state == SIGN_ASK
                      ? say(language, "A tax number is missing in the plan: your invoices bear it.")
                      : say(language, "A tax number is missing in the plan: the site taxes for you "
                                      "and cannot without it."));
}

static char *quick_method(Language language, const SignCheck *check) {
  g_autofree char *sales = say_money_whole(language, check->values[0]);
  g_autofree char *limit = say_money_whole(language, check->values[1]);
  g_autofree char *cost = say_money_whole(language, ABS(check->values[2]));

  if (check->state == SIGN_REFUSE) {
    return g_strdup_printf(say(language, "The Quick Method is not open to you: it does not exist "
                                         "there, or your sales, %1$s a year, pass its limit of "
                                         "%2$s."),
                           sales, limit);
  }
  return check->values[2] < 0
             ? g_strdup_printf(say(language, "The Quick Method costs you %s over the plan: ask "
                                             "when you may leave it."),
                               cost)
             : g_strdup_printf(say(language, "Sales of %1$s a year come near the Quick Method’s "
                                             "limit of %2$s: ask."),
                               sales, limit);
}

static char *commission_tax(Language language, const SignCheck *check) {
  g_autofree char *tax = say_money(language, check->values[0]);

  return g_strdup_printf(
      check->state == SIGN_ASK
          ? say(language,
                "The contract has no tax on the commission; a site in Canada charges %s a "
                "voucher: ask.")
          : say(language,
                "No tax on the commission, and no contract that says so; a site in Canada "
                "charges %s a voucher."),
      tax);
}

static char *breakage(Language language, const SignCheck *check) {
  g_autofree char *income = say_money(language, check->values[0]);
  g_autofree char *date = NULL;

  if (check->state == SIGN_REFUSE) {
    return g_strdup(say(language, "Income of unused vouchers without a dated decision: decide the "
                                  "date with your accountant, or count none."));
  }
  date = say_date(language, (int32_t)check->values[1]);
  return g_strdup_printf(say(language, "Unused vouchers become %1$s of income, decided for %2$s: "
                                       "have the method and the date confirmed."),
                         income, date);
}

static char *forfeit(Language language, const SignCheck *check) {
  return g_strdup(check->state == SIGN_ASK
                      ? say(language, "A client who does not come loses the voucher: ask whether "
                                      "your province lets you keep it.")
                      : say(language, "A client who does not come loses the voucher: Québec bars a "
                                      "charge fixed in advance."));
}

static char *minimum_wage(Language language, const SignCheck *check) {
  g_autofree char *pay = say_money(language, check->values[0]);
  g_autofree char *least = say_money(language, check->values[1]);

  return g_strdup_printf(
      check->state == SIGN_ASK
          ? say(language, "With preparation this pays %1$s an hour, under the minimum wage of "
                          "%2$s; other visits make up for it on each pay day: ask.")
          : say(language, "With preparation this pays %1$s an hour, under the minimum wage of "
                          "%2$s: you must make up the difference."),
      pay, least);
}

static char *payout_terms(Language language, const SignCheck *check) {
  return g_strdup(check->state == SIGN_ASK
                      ? say(language,
                            "When the site pays is not from the contract: get the dates in "
                            "writing.")
                      : say(language, "When the site pays is only a guess: get the dates in "
                                      "writing."));
}

static char *successive(Language language, const SignCheck *check) {
  g_autofree char *visits = say_number(language, check->values[0]);

  return g_strdup_printf(say(language,
                             "%s visits in one voucher: Québec has rules for contracts of "
                             "successive performance; ask."),
                         visits);
}

static char *reserve(Language language, const SignCheck *check) {
  g_autofree char *bank = say_money(language, check->values[0]);
  g_autofree char *held = say_money(language, check->values[1]);
  g_autofree char *date = say_date(language, (int32_t)check->values[2]);

  return g_strdup_printf(
      check->state == SIGN_ASK
          ? say(language, "On %3$s the bank, %1$s, holds little more than the %2$s that is not "
                          "yours: set it aside.")
          : say(language, "On %3$s the bank, %1$s, holds less than the %2$s that is not yours."),
      bank, held, date);
}

static char *provincial_tax(Language language, const SignCheck *check) {
  g_autofree char *rate = say_percent(language, check->values[0]);

  return g_strdup_printf(
      check->values[1] != 0
          ? say(language, "The provincial tax of %s is counted on your service: ask whether it "
                          "bears it (massage does not in British Columbia and Manitoba).")
          : say(language, "No provincial tax of %s is counted on your service: ask whether it "
                          "bears it (massage does not in British Columbia and Manitoba)."),
      rate);
}

static char *owner_draw(Language language, const SignCheck *check) {
  g_autofree char *month = say_money(language, check->values[0]);

  return g_strdup_printf(say(language, "You draw %s a month, but a corporation has no draws: ask "
                                       "whether it is wages, a dividend or an advance."),
                         month);
}

char *sign_text(Language language, const Books *books, const SignCheck *check) {
  static char *(*const open[SIGN_COUNT])(Language language, const SignCheck *check) = {
      [SIGN_WORDING] = wording,
      [SIGN_LIST_PRICE_TAX] = list_price_tax,
      [SIGN_SITE_PRINCIPAL] = site_principal,
      [SIGN_REGISTRATION] = registration,
      [SIGN_TAX_NUMBERS] = tax_numbers,
      [SIGN_QUICK_METHOD] = quick_method,
      [SIGN_COMMISSION_TAX] = commission_tax,
      [SIGN_BREAKAGE] = breakage,
      [SIGN_FORFEIT] = forfeit,
      [SIGN_MINIMUM_WAGE] = minimum_wage,
      [SIGN_PAYOUT_TERMS] = payout_terms,
      [SIGN_SUCCESSIVE] = successive,
      [SIGN_RESERVE] = reserve,
      [SIGN_PROVINCIAL_TAX] = provincial_tax,
      [SIGN_OWNER_DRAW] = owner_draw,
  };

  g_return_val_if_fail(check->code < SIGN_COUNT && check->state < SIGN_STATE_COUNT, NULL);
  return check->state == SIGN_FINE ? g_strdup(say(language, settled[check->code]))
                                   : open[check->code](language, check);
}
