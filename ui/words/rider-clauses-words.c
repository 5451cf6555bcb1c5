/* Room: words. Knows: what is to be asked of the site. Must not know: how it was found, screens.
 *
 * The numbered clauses of the rider: each says what is counted, who refuses what is too much and
 * who pays for it, then its reason in a line. */
#include "model/base/money.h"
#include "ui/words/phrase.h"
#include "ui/words/rider-parts.h"

void rider_add_paragraph(GString *letter, char *text) {
  g_string_append_printf(letter, "%s%s", letter->len ? "\n\n" : "", text);
  g_free(text);
}

static const Term *term_of_kind(const Ask *ask, TermKind kind) {
  for (int i = 0; i < ask->term_count; i++) {
    if (ask->term[i].kind == kind) {
      return &ask->term[i];
    }
  }
  return NULL;
}

/* Takes body and reason. */
static void add_clause(GString *letter, Language language, int *number, const char *title,
                       char *body, char *reason) {
  g_autofree char *taken_body = body;
  g_autofree char *taken_reason = reason;
  g_autofree char *why = g_strdup_printf(say(language, "Reason: %s."), reason);

  rider_add_paragraph(letter, g_strdup_printf("%d. %s\n%s\n%s", ++*number, title, body, why));
}

/* What more vouchers than the cap would do, said to the site. */
static const char *cap_reason(Language language, const Decisions *decisions) {
  static const char *const reasons[CONDITION_COUNT + 1] = {
      [CONDITION_RESULT] = N_("beyond this number the offer loses money"),
      [CONDITION_COST_PER_CLIENT_KEPT] =
          N_("beyond this number a new client costs more than other advertising"),
      [CONDITION_WAIT] = N_("beyond this number buyers wait too long for a place"),
      [CONDITION_REFUSED] = N_("beyond this number regular clients find no place"),
      [CONDITION_WEEKLY_SHARE] = N_("beyond this number holders of vouchers fill whole weeks"),
      [CONDITION_CASH_FLOOR] = N_("beyond this number the visits cost more than the bank can bear"),
      [CONDITION_COUNT] = N_("the merchant can promise good service up to this number"),
  };
  const Asks *asks = &decisions->asks;
  Condition binding = asks->has_cap && asks->cap.found ? asks->cap.binding : CONDITION_COUNT;

  if (binding == CONDITION_COUNT) { /* no more may be sold under the terms: why, without them */
    binding = decisions->cap.binding;
  }
  return say(language, reasons[binding]);
}

static void add_cap(GString *letter, Language language, int *number, const Decisions *decisions,
                    int32_t cap) {
  g_autofree char *vouchers = phrase_vouchers(language, cap);

  add_clause(letter, language, number, say(language, "Number of vouchers"),
             g_strdup_printf(
                 say(language,
                     "The site sells at most %s of this offer, on all its channels, extensions and "
                     "second sales included. Every voucher sold counts, also one refunded later. "
                     "The site stops the sale at this number. It refunds in full, at its own cost "
                     "and within 10 days, any voucher sold above it, the latest sold first; the "
                     "merchant does not have to serve these and owes the site nothing for them."),
                 vouchers),
             g_strdup(cap_reason(language, decisions)));
}

static void add_quota(GString *letter, Language language, int *number, const Plan *plan,
                      const Term *term) {
  g_autofree char *visits = term_text(language, plan, term);

  add_clause(
      letter, language, number, say(language, "Visits a day"),
      g_strdup_printf(
          say(language,
              "Holders of vouchers are received as follows: %s. A visit counts on the day it is "
              "given, whatever the number of people. When a day is full, the merchant refuses the "
              "booking and offers another day; the voucher stays valid. The site says so in the "
              "offer’s text before the purchase and promises no day."),
          visits),
      g_strdup(say(language, "regular clients keep their places on the days they ask for most")));
}

static void add_no_weekday(GString *letter, Language language, int *number, const Term *term) {
  const char *weekday = weekday_name(language, (int)term->amount);

  add_clause(letter, language, number, say(language, "Excluded day"),
             g_strdup_printf(say(language,
                                 "No voucher is used on a %s. The site says so in the offer’s text "
                                 "before the purchase. The merchant refuses a booking for that day "
                                 "and offers another; the voucher stays valid."),
                             weekday),
             g_strdup(say(language, "that day is full without the offer")));
}

/* "GST/QST", of the sale's day; "" without a tax. */
static char *taxes_text(Language language, const Plan *plan) {
  TaxSet set;
  GString *text = g_string_new(NULL);

  tax_set_for_sales(&plan->business, plan->deal.sale_date, &set);
  for (int i = 0; i < set.count; i++) {
    g_string_append_printf(text, "%s%s", i > 0 ? "/" : "", tax_label(language, &set, i));
  }
  return g_string_free(text, FALSE);
}

static void add_taxes_extra(GString *letter, Language language, int *number, const Plan *plan) {
  g_autofree char *taxes = taxes_text(language, plan);
  g_autofree char *words = taxes[0] ? g_strdup_printf(say(language, "taxes extra (%s)"), taxes)
                                    : g_strdup(say(language, "taxes extra"));
  g_autofree char *price = say_money(language, plan->deal.price_cents);

  add_clause(letter, language, number, say(language, "Taxes extra"),
             g_strdup_printf(
                 say(language,
                     "The offer’s page, the payment page and the voucher say exactly: “%1$s” "
                     "and, in French, “taxes en sus”. The price of %2$s is before taxes; "
                     "the buyer pays them to the merchant at the visit. The site pays the merchant "
                     "the taxes of any voucher sold without these words."),
                 words, price),
             g_strdup(say(language, "taxes are due on the price paid; without these words they "
                                    "come out of the merchant’s share")));
}

static void add_new_clients(GString *letter, Language language, int *number) {
  add_clause(letter, language, number, say(language, "New clients only"),
             g_strdup(say(language,
                          "A voucher is used only by a person who was not a client of the merchant "
                          "before the sale, and once by each person; the merchant’s own "
                          "appointments show it. The site says so in the offer’s text before the "
                          "purchase, and refunds in full, at its own cost, a buyer who cannot use "
                          "a voucher because of this.")),
             g_strdup(say(language, "the offer is there to bring new clients")));
}

static void add_payout(GString *letter, Language language, int *number) {
  add_clause(letter, language, number, say(language, "Payment"),
             g_strdup_printf(
                 say(language,
                     "The site pays the merchant’s share of all vouchers sold, used or not, within "
                     "%d days of the last day of the sale, with a statement. It holds nothing "
                     "back. It takes back the share of a voucher refunded later with its next "
                     "statement only, never more than was paid for that voucher."),
                 TERM_PAYOUT_DAYS),
             g_strdup(say(language, "the visits, and their pay, come in the first weeks")));
}

static void add_no_fee(GString *letter, Language language, int *number, TermKind kind) {
  if (kind == TERM_NO_FIXED_FEE) {
    add_clause(letter, language, number, say(language, "No fixed fee"),
               g_strdup(say(language, "The site charges no fixed amount for putting the offer "
                                      "online, pictures, texts, advertising or closing. Its "
                                      "commission is all that it is paid.")),
               g_strdup(say(language, "a fixed amount is lost when few vouchers are sold")));
    return;
  }
  add_clause(letter, language, number, say(language, "No card fee"),
             g_strdup(say(language, "The site’s commission includes the costs of cards and "
                                    "payments. Nothing is deducted from the merchant’s share for "
                                    "them.")),
             g_strdup(say(language, "a fee on the whole price is taken from half of it")));
}

static void add_commission(GString *letter, Language language, int *number, const Plan *plan,
                           const Term *term) {
  g_autofree char *rate = say_percent(language, term->amount);
  g_autofree char *share =
      say_money(language, plan->deal.price_cents -
                              money_share_half_up(plan->deal.price_cents, (int32_t)term->amount));
  g_autofree char *price = say_money(language, plan->deal.price_cents);

  add_clause(letter, language, number, say(language, "Commission"),
             g_strdup_printf(
                 say(language, "The site’s commission is %1$s of the price that the buyer pays, "
                               "before the commission’s own taxes, for every voucher of this "
                               "offer: of %2$s the merchant’s share is %3$s. Rebates, credits and "
                               "promotional codes of the site are at the site’s cost."),
                 rate, price, share),
             g_strdup(say(language, "at the present share the offer does not pay for its visits")));
}

static void add_price(GString *letter, Language language, int *number, const Term *term) {
  g_autofree char *price = say_money(language, term->amount);

  add_clause(letter, language, number, say(language, "Price"),
             g_strdup_printf(
                 say(language, "The voucher is sold at %s. The merchant’s share is counted on this "
                               "price, also when the site sells it for less: rebates, credits and "
                               "promotional codes of the site are at the site’s cost."),
                 price),
             g_strdup(say(language, "at a lower price the offer does not pay for its visits")));
}

static void add_term(GString *letter, Language language, int *number, const Plan *plan,
                     const Term *term) {
  switch (term->kind) {
  case TERM_QUOTA:
    add_quota(letter, language, number, plan, term);
    return;
  case TERM_NO_WEEKDAY:
    add_no_weekday(letter, language, number, term);
    return;
  case TERM_TAXES_EXTRA:
    add_taxes_extra(letter, language, number, plan);
    return;
  case TERM_NEW_CLIENTS_ONLY:
    add_new_clients(letter, language, number);
    return;
  case TERM_PAYOUT_SOON:
    add_payout(letter, language, number);
    return;
  case TERM_NO_FIXED_FEE:
  case TERM_NO_CARD_FEE:
    add_no_fee(letter, language, number, term->kind);
    return;
  case TERM_COMMISSION:
    add_commission(letter, language, number, plan, term);
    return;
  case TERM_PRICE:
    add_price(letter, language, number, term);
    return;
  case TERM_CAP: /* written with the cap under the terms */
  case TERM_COUNT:
    return;
  }
}

void rider_add_clauses(GString *letter, Language language, const Plan *plan,
                       const Decisions *decisions) {
  const Ask *ask = &decisions->asks.ask[0];
  int32_t cap = terms_cap(plan, &decisions->asks, ask);
  int number = 0;

  if (cap > 0) {
    add_cap(letter, language, &number, decisions, cap);
  }
  for (int kind = 0; kind < TERM_COUNT; kind++) {
    const Term *term = term_of_kind(ask, (TermKind)kind);

    if (term) {
      add_term(letter, language, &number, plan, term);
    }
  }
}
