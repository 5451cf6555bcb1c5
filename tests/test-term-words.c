/* Terms of a contract as the owner says them, and the rider: each kind a clause with its number, a
 * cap down to 10, what is agreed already apart, a reply that says what a refusal costs. */
#include <string.h>

#include "tests/books-said.h"
#include "tests/sample-decisions.h"
#include "tests/sample-results.h"
#include "ui/words/term-words.h"

#define NB "\u00a0"

static Plan *plan;
static Results *results;
static Decisions *decisions;

static void assert_text(char *text, const char *expected) {
  g_autofree char *taken = text;
  g_assert_cmpstr(taken, ==, expected);
}

static void assert_holds(const char *text, const char *part) {
  if (!strstr(text, part))
    g_error("“%s” is not in “%s”", part, text);
}

static void assert_holds_not(const char *text, const char *part) {
  if (strstr(text, part))
    g_error("“%s” is in “%s”", part, text);
}

static void begin(DecideShape shape) {
  sample_results_fill(SHAPE_EXAMPLE, plan, results);
  sample_decisions_fill(plan, results, shape, decisions);
}

static Study study_now(void) {
  return (Study){.plan = plan, .results = results, .decisions = decisions};
}

static Term term(TermKind kind, int64_t amount) {
  return term_of(kind, amount);
}

/* --- one term ------------------------------------------------------------------------------ */

static void test_kinds(void) {
  static const struct {
    TermKind kind;
    int64_t amount;
    const char *en, *fr;
  } cases[] = {
      {TERM_CAP, 500, "500 vouchers at most", "500 bons au plus"},
      {TERM_CAP, 394, "394 vouchers at most", "394 bons au plus"},
      {TERM_CAP, 1, "1 voucher at most", "1 bon au plus"},
      {TERM_CAP, 0, "no voucher", "aucun bon"},
      {TERM_NO_WEEKDAY, 5, "no deal visit on a Saturday", "aucune visite de l’offre le samedi"},
      {TERM_TAXES_EXTRA, 0, "“taxes extra” in the offer’s text",
       "«" NB "taxes en sus" NB "» dans le texte de l’offre"},
      {TERM_NEW_CLIENTS_ONLY, 0, "new clients only", "nouveaux clients seulement"},
      {TERM_PAYOUT_SOON, 0, "everything paid within 15 days of the sale",
       "tout payé dans les 15 jours suivant la vente"},
      {TERM_NO_FIXED_FEE, 0, "no fixed fee", "aucuns frais fixes"},
      {TERM_NO_CARD_FEE, 0, "no card fee", "aucuns frais de carte"},
      {TERM_COMMISSION, 45000, "a commission of 45%", "une commission de 45" NB "%"},
      {TERM_PRICE, 8500, "a price of $85.00", "un prix de 85,00" NB "$"},
  };

  begin(DECIDE_SHAPE_USUAL);
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    Term of = term(cases[i].kind, cases[i].amount);
    assert_text(term_text(LANGUAGE_EN, plan, &of), cases[i].en);
    assert_text(term_text(LANGUAGE_FR, plan, &of), cases[i].fr);
  }
}

/* Monday to Saturday; −1: as the plan says. */
static Term quota(int mon, int tue, int wed, int thu, int fri, int sat) {
  const int days[6] = {mon, tue, wed, thu, fri, sat};
  Term of = term(TERM_QUOTA, 0);
  for (int i = 0; i < 6; i++)
    of.quota[i] = days[i] < 0 ? PLAN_NONE : days[i];
  return of;
}

static void test_quota(void) {
  const struct {
    Term term;
    const char *en, *fr;
  } cases[] = {
      {quota(5, 5, 5, 5, 4, 0), "at most 5 deal visits a day, 4 on a Friday, none on a Saturday",
       "au plus 5 visites de l’offre par jour, 4 le vendredi, aucune le samedi"},
      {quota(5, 5, 5, 5, 5, 5), "at most 5 deal visits a day",
       "au plus 5 visites de l’offre par jour"},
      {quota(1, 1, 1, 1, 1, 1), "at most 1 deal visit a day",
       "au plus 1 visite de l’offre par jour"},
      {quota(9, 6, 6, 6, 2, 2),
       "at most 6 deal visits a day, 9 on a Monday, 2 a day on Fridays and Saturdays",
       "au plus 6 visites de l’offre par jour, 9 le lundi, 2 par jour les vendredis et les "
       "samedis"},
      {quota(-1, -1, -1, -1, 4, 0), "at most 4 deal visits on a Friday, none on a Saturday",
       "au plus 4 visites de l’offre le vendredi, aucune le samedi"},
      {quota(-1, -1, -1, -1, 4, 4), "at most 4 deal visits a day on Fridays and Saturdays",
       "au plus 4 visites de l’offre par jour les vendredis et les samedis"},
      {quota(-1, -1, -1, -1, -1, 0), "no deal visit on a Saturday",
       "aucune visite de l’offre le samedi"},
      {quota(0, 0, 0, 0, 0, 3),
       "at most 3 deal visits on a Saturday, none on Mondays, Tuesdays, Wednesdays, Thursdays and "
       "Fridays",
       "au plus 3 visites de l’offre le samedi, aucune les lundis, les mardis, les mercredis, les "
       "jeudis et les vendredis"},
      {quota(-1, -1, -1, -1, -1, -1), "deal visits a day as they are now",
       "visites de l’offre par jour comme maintenant"},
  };

  begin(DECIDE_SHAPE_USUAL);
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    assert_text(term_text(LANGUAGE_EN, plan, &cases[i].term), cases[i].en);
    assert_text(term_text(LANGUAGE_FR, plan, &cases[i].term), cases[i].fr);
  }
  /* Closed on Sunday: a number for it is not said. */
  Term sunday = quota(5, 5, 5, 5, 5, 5);
  sunday.quota[6] = 3;
  assert_text(term_text(LANGUAGE_EN, plan, &sunday), "at most 5 deal visits a day");
}

static void test_ask(void) {
  begin(DECIDE_SHAPE_USUAL);
  Term cap = term(TERM_CAP, 394), saturday = quota(-1, -1, -1, -1, -1, 0),
       soon = term(TERM_PAYOUT_SOON, 0), fee = term(TERM_NO_FIXED_FEE, 0);
  assert_text(term_ask_text(LANGUAGE_EN, plan, &cap), "Ask for 390 vouchers at most.");
  assert_text(term_ask_text(LANGUAGE_FR, plan, &saturday),
              "Demandez qu’il n’y ait aucune visite de l’offre le samedi.");
  assert_text(term_ask_text(LANGUAGE_EN, plan, &soon),
              "Ask to be paid everything within 15 days of the sale.");
  assert_text(term_ask_text(LANGUAGE_FR, plan, &fee), "Demandez qu’il n’y ait aucuns frais fixes.");
}

/* --- several ------------------------------------------------------------------------------- */

static void test_terms_and_cap(void) {
  begin(DECIDE_SHAPE_USUAL);
  Asks *asks = &decisions->asks;
  asks->ask[0] = (Ask){.term_count = 1, .term[0] = quota(5, 5, 5, 5, 4, 0)};
  asks->ask[1] =
      (Ask){.term_count = 2, .term = {term(TERM_CAP, 397), term(TERM_COMMISSION, 45000)}};
  asks->has_cap = true;
  asks->cap.found = true;
  asks->cap.vouchers = 350;
  /* The cap under ask[0] stands with it, and with no other. */
  assert_text(terms_text(LANGUAGE_EN, plan, asks, &asks->ask[0]),
              "350 vouchers at most; at most 5 deal visits a day, 4 on a Friday, none on a "
              "Saturday");
  assert_text(terms_text(LANGUAGE_EN, plan, asks, &asks->ask[1]),
              "390 vouchers at most; a commission of 45%");
  /* Not where the contract says as little already. */
  plan->deal.contract_cap = 350;
  g_assert_cmpint(terms_cap(plan, asks, &asks->ask[0]), ==, 0);
  plan->deal.contract_cap = 360;
  g_assert_cmpint(terms_cap(plan, asks, &asks->ask[0]), ==, 350);
  /* The fewer of both numbers. */
  asks->ask[0].term[1] = term(TERM_CAP, 330);
  asks->ask[0].term_count = 2;
  g_assert_cmpint(terms_cap(plan, asks, &asks->ask[0]), ==, 330);
  asks->has_cap = false;
  g_assert_cmpint(terms_cap(plan, asks, &asks->ask[0]), ==, 330);
  asks->ask[0].term_count = 1;
  g_assert_cmpint(terms_cap(plan, asks, &asks->ask[0]), ==, 0);
}

static void test_already(void) {
  begin(DECIDE_SHAPE_USUAL);
  plan->deal.price_tax_wording = WORDING_NOT_CHECKED;
  g_assert_null(terms_already_text(LANGUAGE_EN, plan));
  plan->deal.contract_cap = 600;
  plan->deal.allowed_weekdays[5] = false;
  plan->deal.instalments_count = 1;
  plan_set_provenance(plan, "deal", PROVENANCE_CONTRACT, "s. 4");
  assert_text(terms_already_text(LANGUAGE_EN, plan),
              "Already in your contract: 600 vouchers at most; no deal visit on a Saturday; "
              "everything paid within 15 days of the sale.");
  plan->deal.hold_back_per_100k = 10000;
  plan->deal.weekday_quota[4] = 4;
  assert_text(terms_already_text(LANGUAGE_FR, plan),
              "Déjà dans votre contrat" NB ": 600 bons au plus; au plus 4 visites de l’offre le "
              "vendredi; aucune visite de l’offre le samedi.");
  /* A guess is no contract. */
  plan_set_provenance(plan, "deal.contract_cap", PROVENANCE_GUESS, "");
  assert_text(
      terms_already_text(LANGUAGE_EN, plan),
      "Your plan counts as agreed already: 600 vouchers at most; at most 4 deal visits on a "
      "Friday; no deal visit on a Saturday. Check that the contract says so.");
}

/* --- the rider ----------------------------------------------------------------------------- */

static void test_no_rider(void) {
  Study study;
  static const DecideShape shapes[] = {DECIDE_SHAPE_YES, DECIDE_SHAPE_NOTHING, DECIDE_SHAPE_ZERO,
                                       DECIDE_SHAPE_FIRST};
  for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
    begin(shapes[i]);
    study = study_now();
    g_assert_null(rider_text(LANGUAGE_EN, &study));
    g_assert_null(rider_reply_text(LANGUAGE_FR, &study));
  }
  study.decisions = NULL;
  g_assert_null(rider_text(LANGUAGE_EN, &study));
}

static void test_rider(void) {
  begin(DECIDE_SHAPE_USUAL);
  Study study = study_now();
  g_autofree char *en = rider_text(LANGUAGE_EN, &study);
  g_autofree char *fr = rider_text(LANGUAGE_FR, &study);
  g_autofree char *reply = rider_reply_text(LANGUAGE_EN, &study);
  g_autofree char *french_reply = rider_reply_text(LANGUAGE_FR, &study);

  assert_holds(en, "RIDER TO THE CONTRACT\nDay spa (example)\nSpa duo: the Tuango case\nOffer: Duo "
                   "massage, list price $160.00, sold at $80.00, on February 4, 2026\n\n");
  assert_holds(en, "\n\n1. Number of vouchers\nThe site sells at most 310 vouchers of this offer");
  assert_holds(en, "\n\n2. Visits a day\nHolders of vouchers are received as follows: at most 5 ");
  assert_holds(en, "Already agreed, and confirmed here: “taxes extra” in the offer’s text.");
  assert_holds(en, "the amount paid never expires");
  assert_holds(reply, "Without this in writing: no.”");
  assert_holds(reply, "The rider is no legal advice.");
  assert_holds_not(en, "Without this in writing"); /* hers, not the site's */
  assert_holds_not(en, "$1,200");
  assert_holds(fr, "AVENANT AU CONTRAT\nSpa de jour (exemple)\n");
  assert_holds(fr, "art. 187.1 à 187.5");
  assert_holds(french_reply, "Sans cela par écrit" NB ": non.");
  assert_holds(french_reply, "L’avenant n’est pas un avis juridique.");
  g_assert_true(is_well_written(LANGUAGE_EN, en) && is_well_written(LANGUAGE_FR, fr));
  g_assert_null(strstr(en, "\n\n\n"));
  /* What refusing costs: of the standing as it is, with the terms, and three times as many. */
  assert_holds(reply, "As the contract stands, the deal costs you about $1,200; with these "
                      "clauses, the deal leaves you about $2,500");
  assert_holds(reply, "– No cap: if the site sells 1,332 vouchers, the deal costs you about "
                      "$19,000 on average.");
  assert_holds_not(reply, "What a refusal costs you"); /* terms may cost money */
  assert_holds(reply, "about 1 time in 3 without these clauses");
}

/* What the contract says already is not asked for. */
static void unsay(TermKind kind) {
  if (kind == TERM_TAXES_EXTRA)
    plan->deal.price_tax_wording = WORDING_INCLUDED;
  else if (kind == TERM_NO_FIXED_FEE)
    plan->deal.fixed_fee_cents = 10000;
  else if (kind == TERM_NO_CARD_FEE)
    plan->deal.card_fee_per_100k = 2500;
}

/* The last clause of a rider that asks for one thing. */
static char *rider_of(Language language, Term of) {
  unsay(of.kind);
  Study study = study_now();
  decisions->asks.has_cap = false;
  decisions->asks.ask_count = 1;
  decisions->asks.ask[0].term_count = 1;
  decisions->asks.ask[0].term[0] = of;
  return rider_text(language, &study);
}

static void test_each_clause(void) {
  static const char *const en[TERM_COUNT] = {
      "1. Number of vouchers\nThe site sells at most 390 vouchers",
      "1. Visits a day\nHolders of vouchers are received as follows: at most 4 deal visits on a "
      "Friday.",
      "1. Excluded day\nNo voucher is used on a Saturday.",
      "1. Taxes extra\nThe offer’s page, the payment page and the voucher say exactly: “taxes "
      "extra (GST/QST)” and, in French, “taxes en sus”. The price of $80.00 is before taxes",
      "1. New clients only\n",
      "within 15 days of the last day of the sale",
      "1. No fixed fee\n",
      "1. No card fee\n",
      "commission is 45% of the price that the buyer pays, before the commission’s own taxes, for "
      "every voucher of this offer: of $80.00 the merchant’s share is $44.00.",
      "1. Price\nThe voucher is sold at $85.00.",
  };
  static const char *const fr[TERM_COUNT] = {
      [TERM_CAP] = "Le site vend au plus 390 bons de cette offre",
      [TERM_TAXES_EXTRA] = "disent exactement" NB ": «" NB "taxes en sus (TPS/TVQ)" NB "»",
      [TERM_COMMISSION] = "de 80,00" NB "$, la part du commerçant est de 44,00" NB "$",
  };
  static const int64_t amounts[TERM_COUNT] = {
      [TERM_CAP] = 398, [TERM_NO_WEEKDAY] = 5, [TERM_COMMISSION] = 45000, [TERM_PRICE] = 8500};

  begin(DECIDE_SHAPE_USUAL);
  for (int kind = 0; kind < TERM_COUNT; kind++) {
    Term of =
        kind == TERM_QUOTA ? quota(-1, -1, -1, -1, 4, -1) : term((TermKind)kind, amounts[kind]);
    g_autofree char *english = rider_of(LANGUAGE_EN, of);
    g_autofree char *french = rider_of(LANGUAGE_FR, of);

    assert_holds(english, en[kind]);
    assert_holds(french, fr[kind] ? fr[kind] : "1. ");
    assert_holds(english, "\nReason: ");
    assert_holds_not(english, "\n2. ");
    if (!is_well_written(LANGUAGE_EN, english) || !is_well_written(LANGUAGE_FR, french))
      g_error("badly written: “%s” “%s”", english, french);
  }
}

/* What is asked takes the place of what was agreed of its kind. */
static void test_asked_is_not_agreed(void) {
  begin(DECIDE_SHAPE_USUAL);
  plan->deal.contract_cap = 600;
  Study study = study_now();
  g_autofree char *rider = rider_text(LANGUAGE_EN, &study);

  assert_holds(rider, "at most 310 vouchers");
  assert_holds_not(rider, "600 vouchers");
  plan->deal.contract_cap = 300; /* fewer than what would be asked: agreed, not asked */
  g_autofree char *agreed = rider_text(LANGUAGE_EN, &study);
  assert_holds(agreed, "Already agreed, and confirmed here: 300 vouchers at most;");
  assert_holds_not(agreed, "Number of vouchers");
}

/* Why no more: what more would break, also where the term itself is the limit. */
static void test_reason(void) {
  begin(DECIDE_SHAPE_USUAL);
  decisions->asks.cap.binding = CONDITION_WAIT;
  decisions->cap.binding = CONDITION_WEEKLY_SHARE;
  Study study = study_now();
  g_autofree char *own = rider_text(LANGUAGE_EN, &study);
  assert_holds(own, "Reason: beyond this number buyers wait too long for a place.");
  decisions->asks.cap.binding = CONDITION_COUNT;
  g_autofree char *base = rider_text(LANGUAGE_EN, &study);
  assert_holds(base, "Reason: beyond this number holders of vouchers fill whole weeks.");
}

/* Judged by the average: told in dollars. */
static void test_cost_condition(void) {
  begin(DECIDE_SHAPE_USUAL);
  Asks *asks = &decisions->asks;
  asks->standing.condition[CONDITION_COST_PER_CLIENT_KEPT].holds = false;
  asks->standing.cost_per_client_kept_cents = 8200;
  asks->ask[0].standing.cost_per_client_kept_cents = 2600;
  Study study = study_now();
  g_autofree char *reply = rider_reply_text(LANGUAGE_EN, &study);
  assert_holds(reply, "– A client kept costs more than your usual $61: about $82 without these "
                      "clauses, about $26 with them.");
}

/* A refusal's own price is told where exactly that was looked at. */
static void test_worths(void) {
  begin(DECIDE_SHAPE_USUAL);
  Study study = study_now();
  decisions->asks.ask_count = 1;
  decisions->asks.ask[0].term_count = 1;
  decisions->asks.ask[0].term[0] = term(TERM_TAXES_EXTRA, 0);
  unsay(TERM_TAXES_EXTRA);
  decisions->asks.has_cap = false;
  g_autofree char *reply = rider_reply_text(LANGUAGE_EN, &study);
  assert_holds(reply, "– Refused, it costs you about $3,200 on average: “taxes extra” in the "
                      "offer’s text.");
}

/* The contract holds as it stands, if only just: nothing is asked, though terms were looked for. */
static void test_only_just(void) {
  begin(DECIDE_SHAPE_USUAL);
  Study study = study_now();
  g_assert_true(terms_asked(&study) == &decisions->asks.ask[0]);
  decisions->asks.is_needed = false;
  decisions->asks.standing.all_hold = true;
  g_assert_cmpint(decisions->asks.ask_count, >, 0);
  g_assert_null(terms_asked(&study));
  g_assert_null(rider_text(LANGUAGE_EN, &study));
  g_assert_null(rider_reply_text(LANGUAGE_FR, &study));
}

static void test_other_provinces(void) {
  begin(DECIDE_SHAPE_USUAL);
  plan->business.tax_regime = REGIME_ON;
  g_autofree char *rider = rider_of(LANGUAGE_EN, term(TERM_TAXES_EXTRA, 0));
  assert_holds(rider, "“taxes extra (HST)”");
  assert_holds(rider, "the consumer protection law of their province");
  assert_holds_not(rider, "187.1");
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  plan = g_new0(Plan, 1);
  results = g_new0(Results, 1);
  decisions = g_new0(Decisions, 1);
  g_test_add_func("/term-words/kinds", test_kinds);
  g_test_add_func("/term-words/quota", test_quota);
  g_test_add_func("/term-words/ask", test_ask);
  g_test_add_func("/term-words/terms-and-cap", test_terms_and_cap);
  g_test_add_func("/term-words/already", test_already);
  g_test_add_func("/term-words/no-rider", test_no_rider);
  g_test_add_func("/term-words/rider", test_rider);
  g_test_add_func("/term-words/each-clause", test_each_clause);
  g_test_add_func("/term-words/asked-is-not-agreed", test_asked_is_not_agreed);
  g_test_add_func("/term-words/reason", test_reason);
  g_test_add_func("/term-words/cost-condition", test_cost_condition);
  g_test_add_func("/term-words/worths", test_worths);
  g_test_add_func("/term-words/only-just", test_only_just);
  g_test_add_func("/term-words/other-provinces", test_other_provinces);
  int failed = g_test_run();
  g_free(plan);
  g_free(results);
  g_free(decisions);
  return failed;
}
