/* What is said of decisions: every topic of every shape in both languages, figures as the structs
 * have them, the plain arithmetic against published cases. */
#include <string.h>

#include "model/plan/presets.h"
#include "model/store/plan-json.h"
#include "model/year/year-scratch.h"
#include "tests/books-said.h"
#include "tests/sample-decisions.h"
#include "tests/sample-risk.h"
#include "ui/words/decide-chart-words.h"
#include "ui/words/decide-words.h"

#define NBSP "\u00a0"
#define FINDING_LETTERS_MAX 120

typedef struct {
  Plan plan;
  Results results;
  Decisions decisions;
  Offers offers;
  Risk risk;
  Study study;
} Fixture;

static void set_up(Fixture *fixture, gconstpointer unused) {
  plan_example(&fixture->plan);
  fixture->results.has_calendar = true;
  fixture->decisions.done = (1u << DECIDE_PART_COUNT) - 1;
  fixture->decisions.seed = 1;
  fixture->study = (Study){.plan = &fixture->plan,
                           .results = &fixture->results,
                           .decisions = &fixture->decisions,
                           .offers = &fixture->offers};
}

static void tear_down(Fixture *fixture, gconstpointer unused) {}

/* Takes the text. */
static void check(char *text, const char *expected) {
  g_autofree char *taken = text;

  g_assert_cmpstr(taken, ==, expected);
}

static void check_finding(const Fixture *fixture, DecideTopic topic, const char *english,
                          const char *french) {
  check(decide_finding(LANGUAGE_EN, &fixture->study, topic), english);
  check(decide_finding(LANGUAGE_FR, &fixture->study, topic), french);
}

static TrialMean mean_of(int64_t cents, int64_t error_cents) {
  return (TrialMean){cents * 1000, error_cents * 1000};
}

/* --- the contract ----------------------------------------------------------------------------- */

static void test_cap(Fixture *fixture, gconstpointer unused) {
  Cap *cap = &fixture->decisions.cap;

  *cap = (Cap){.found = true, .vouchers = 450, .binding = CONDITION_REFUSED, .years = 250};
  check_finding(fixture, DECIDE_TOPIC_CAP,
                "Your conditions hold up to about 450 vouchers; above, too many regulars are "
                "refused",
                "Vos conditions tiennent jusqu’à environ 450 bons; au-delà, trop de clients "
                "habituels sont refusés");
  cap->at_least = 90;
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_CAP),
        "Your conditions hold from about 90 to about 450 vouchers; above, too many regulars are "
        "refused");
  *cap = (Cap){.found = true, .vouchers = 4440, .most = 4440, .binding = CONDITION_COUNT};
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_CAP),
        "Your conditions hold up to the most that was tried: 4,440 vouchers");
  cap->most_is_contract = true;
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_CAP),
        "Your conditions hold up to the limit in your contract: 4,440 vouchers");
}

/* The five figures' second, of each condition that binds or that no number meets. */
static void test_cap_figure(Fixture *fixture, gconstpointer unused) {
  for (int found = 0; found < 2; found++) {
    for (int i = 0; i <= CONDITION_COUNT; i++) {
      for (Language language = 0; language < LANGUAGE_COUNT; language++) {
        Figure figure = {0};

        fixture->decisions.done = 1u << DECIDE_CAP;
        fixture->decisions.cap = (Cap){
            .found = found, .vouchers = 450, .most = 4440, .years = 250, .binding = (Condition)i};
        figure_fill(language, &fixture->study, 1, &figure);
        g_assert_cmpint(g_utf8_strlen(figure.note, -1), <=, 32);
        g_assert_cmpint(g_utf8_strlen(figure.value, -1), <=, 14);
        g_assert_true((strstr(figure.value, "450") != NULL) == found);
        figure_clear(&figure);
        if (i < CONDITION_COUNT) {
          g_autofree char *finding = decide_finding(language, &fixture->study, DECIDE_TOPIC_CAP);
          g_assert_cmpint(g_utf8_strlen(finding, -1), <=, FINDING_LETTERS_MAX);
          g_assert_true(is_well_written(language, finding));
        }
      }
    }
  }
}

static void test_quota(Fixture *fixture, gconstpointer unused) {
  Quota *quota = &fixture->decisions.quota;
  Standing *tried;

  *quota = (Quota){.applies = true, .regular_cents = 8000, .deal_cents = 1150};
  for (int i = 0; i < 6; i++)
    quota->day[i] = (QuotaDay){.is_open = true, .slots = 16, .before = i == 4 || i == 5 ? 4 : 10};
  check_finding(fixture, DECIDE_TOPIC_QUOTA,
                "Before you sign: 4 deal visits at most on Fridays and Saturdays, up to 10 on "
                "other days",
                "Avant de signer, visites de l’offre" NBSP
                ": au plus 4 les vendredis et les samedis, jusqu’à 10 les autres jours");
  quota->day[5].before = 0;
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_QUOTA),
        "Before you sign: no deal visit on Saturdays; up to 10 a day on other days");
  /* Where her conditions no longer hold with them, that is the finding. */
  fixture->decisions.quota_tried[QUOTA_BEFORE] = (WhatIf){.applies = true};
  tried = &fixture->decisions.quota_tried[QUOTA_BEFORE].standing;
  tried->years = 250;
  tried->condition[CONDITION_WAIT] =
      (ConditionStanding){.applies = true, .broken_per_100k = 81000, .allowed_per_100k = 10000};
  check_finding(fixture, DECIDE_TOPIC_QUOTA,
                "With these quotas, too many buyers wait past your 21 days (in 81 of 100 simulated "
                "years): sell fewer",
                "Avec ces quotas, trop d’acheteurs attendent plus que vos 21 jours (dans 81 années "
                "simulées sur 100)" NBSP ": vendez-en moins");
  {
    g_autofree char *explained = decide_explain(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_QUOTA);
    g_assert_nonnull(strstr(explained, "too many buyers wait past your 21 days"));
  }
  tried->condition[CONDITION_WAIT].holds = true;
  g_assert_null(quota_tried_text(LANGUAGE_EN, &fixture->study));
  for (int i = 0; i < 6; i++)
    quota->day[i].before = 16;
  tried->condition[CONDITION_WAIT].holds = false; /* no day takes fewer: not their doing */
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_QUOTA),
        "No weekday needs a maximum: regulars leave enough places");
  for (int i = 0; i < 6; i++)
    quota->day[i].before = 0;
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_QUOTA),
        "A regular’s place is worth more than a deal visit on every weekday");
  quota->deal_cents = -980;
  check_finding(fixture, DECIDE_TOPIC_QUOTA,
                "A deal visit is worth -$9.80 to you: before you sign, agree to none",
                "Une visite de l’offre vous vaut -9,80" NBSP "$" NBSP
                ": avant de signer, n’en acceptez aucune");
}

static void test_tornado(Fixture *fixture, gconstpointer unused) {
  Tornado *tornado = &fixture->decisions.tornado;

  tornado->years = 100;
  tornado->bar_count = 2;
  tornado->bar[0] = (TornadoBar){.path = "deal.vouchers_sold",
                                 .low = 300,
                                 .likely = 444,
                                 .high = 600,
                                 .low_less_high = mean_of(931200, 19000)};
  tornado->bar[1] = (TornadoBar){.path = "clients.return_per_100k",
                                 .low = 2000,
                                 .likely = 15000,
                                 .high = 30000,
                                 .low_less_high = mean_of(-640000, 19000)};
  check_finding(fixture, DECIDE_TOPIC_TORNADO,
                "What matters most: vouchers sold; between 300 and 600 the result moves by about "
                "$9,300",
                "Ce qui compte le plus" NBSP ": bons vendus; de 300 à 600, "
                "environ 9" NBSP "300" NBSP "$ d’écart");
  tornado->bar[0].low_less_high = mean_of(30000, 19000);
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_TORNADO),
        "None of your uncertain values moves the result by itself");
}

/* Guesses only: what is reported, hers or the contract's is no guess. */
static void test_guesses(Fixture *fixture, gconstpointer unused) {
  test_tornado(fixture, NULL);
  g_assert_cmpint(guess_bar(&fixture->study, 0), ==, 1); /* vouchers sold are reported */
  g_assert_cmpint(guess_bar(&fixture->study, 1), ==, -1);
  check(guess_text(LANGUAGE_EN, &fixture->study, 1),
        "New clients who return: between 2% and 30%, the result moves by about $6,400");
  for (int kind = 0; kind < PROVENANCE_COUNT; kind++) {
    bool is_guess =
        kind == PROVENANCE_ASSUMED || kind == PROVENANCE_GUESS || kind == PROVENANCE_PRESET;

    plan_set_provenance(&fixture->plan, "clients.return_per_100k", (ProvenanceKind)kind, "");
    g_assert_cmpint(guess_bar(&fixture->study, 0), ==, is_guess ? 1 : -1);
  }
  fixture->plan.provenance_count = 0;
  g_assert_cmpint(guess_bar(&fixture->study, 0), ==, 0); /* nobody says where it is from */
}

static void test_facts(Fixture *fixture, gconstpointer unused) {
  Fact fact = {.path = "clients.return_per_100k",
               .value = 15000,
               .turns_at = 12000,
               .stands_above = true,
               .other_at = 11000};

  check(fact_text(LANGUAGE_EN, &fixture->plan, &fact),
        "The verdict stands while “New clients who return” is at least 12% (your plan: 15%).");
  check(fact_text(LANGUAGE_FR, &fixture->plan, &fact),
        "Le verdict tient tant que «" NBSP "Nouveaux clients qui reviennent" NBSP
        "» est d’au moins 12" NBSP "% (votre plan" NBSP ": 15" NBSP "%).");
  fact.value = 9000; /* the doubt alone makes the verdict */
  check(fact_text(LANGUAGE_EN, &fixture->plan, &fact),
        "The verdict rests on your doubt about “New clients who return”: known to be 11% or less, "
        "it would be another (your plan: 9%).");
  fact.stands_above = false;
  fact.other_at = 13000;
  check(fact_text(LANGUAGE_EN, &fixture->plan, &fact),
        "The verdict stands while “New clients who return” is at most 12% (your plan: 9%).");
}

static void test_break_even(Fixture *fixture, gconstpointer unused) {
  BreakEven *found = &fixture->decisions.break_even[BREAK_EVEN_RETURN];

  *found = (BreakEven){.found = true,
                       .value = 24506,
                       .earns_above = true,
                       .now = 15000,
                       .now_result_cents = -580000,
                       .point_count = 2,
                       .point = {{0, -900000}, {100000, 900000}}};
  check_finding(
      fixture, DECIDE_TOPIC_BREAK_EVEN_RETURN,
      "New clients who return: if all else goes exactly as typed, the deal pays for itself from "
      "24.6% up (your plan: 15%)",
      "Nouveaux clients qui reviennent" NBSP ": le reste tel que saisi, l’offre se paie à "
      "partir de 24,6" NBSP "% (votre plan" NBSP ": 15" NBSP "%)");
  found->earns_above = false;
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_BREAK_EVEN_RETURN),
        "New clients who return: if all else goes exactly as typed, the deal pays for itself up to "
        "24.5% (your plan: 15%)");
  found->found = false;
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_BREAK_EVEN_RETURN),
        "New clients who return: no break-even, the deal loses from 0% to 100%");
  found->now_result_cents = 100;
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_BREAK_EVEN_RETURN),
        "New clients who return: no break-even, the deal earns from 0% to 100%");
}

/* --- other worlds ----------------------------------------------------------------------------- */

static void test_alternatives(Fixture *fixture, gconstpointer unused) {
  Alternative *ways = fixture->decisions.alternative;

  ways[ALTERNATIVE_DEAL] = (Alternative){true, true, 8200, 680000, 83000, 0};
  ways[ALTERNATIVE_ADVERTISING] = (Alternative){true, true, 6100, 6100, 1000, 0};
  check_finding(fixture, DECIDE_TOPIC_ALTERNATIVES,
                "Cheaper than the deal per client kept: your usual advertising, $61; the deal, "
                "about $82",
                "Moins cher par client fidélisé" NBSP ": votre publicité habituelle, 61" NBSP
                "$; l’offre, environ 82" NBSP "$");
  ways[ALTERNATIVE_DEAL].has_clients = false;
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_ALTERNATIVES),
        "The deal keeps no client; another way to one: your usual advertising, $61");
  ways[ALTERNATIVE_DEAL] = (Alternative){true, true, 4700, 380000, 83000, 0};
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_ALTERNATIVES),
        "A client kept costs about $47 by the deal after what she brings; your usual advertising, "
        "$61 before it");
  ways[ALTERNATIVE_ADVERTISING].applies = false; /* both after it */
  ways[ALTERNATIVE_OWN_OFFER] = (Alternative){true, true, 5500, 55000, 10000, 0};
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_ALTERNATIVES),
        "A client kept costs about $47 by the deal; your own offer, without a site, about $55");
}

/* Before what they bring: $118 of 3 visits at $40 a client, on top of what is left to pay. */
static void test_before_what_they_bring(Fixture *fixture, gconstpointer unused) {
  RiskSpread *spread = fixture->risk.sample[RISK_ALL].spread;

  fixture->decisions.alternative[ALTERNATIVE_DEAL] =
      (Alternative){true, true, 8200, 680600, 83000, 0};
  fixture->results.voucher.margin_mean_regular_cents = 4000;
  fixture->study.risk = NULL;
  g_assert_null(alternative_before_text(LANGUAGE_EN, &fixture->study));
  fixture->study.risk = &fixture->risk;
  fixture->risk.with_uncertainty = true;
  fixture->risk.sample[RISK_ALL].years = 1000;
  spread[RISK_PEOPLE_RETURNING].mean_milli = 83000;
  spread[RISK_RETURN_VISITS].mean_milli = 249000;
  check(alternative_before_text(LANGUAGE_EN, &fixture->study),
        "A client kept by the deal leaves about $120 in these months; before that she costs about "
        "$200.");
}

/* Nobody leaves, and later money is worth as much: no value, and no division by nothing. */
static void test_endless(Fixture *fixture, gconstpointer unused) {
  g_autofree YearScratch *scratch = g_new0(YearScratch, 1);
  g_autofree char *explanation = NULL, *figure = NULL;

  fixture->plan.clients.yearly_retention_per_100k = 100000;
  fixture->plan.clients.discount_rate_per_100k = 0;
  results_compute(&fixture->plan, &fixture->results, scratch);
  lifetime_compute(&fixture->plan, true, 8200, &fixture->decisions.lifetime);
  check_finding(fixture, DECIDE_TOPIC_LIFETIME,
                "A client kept has no end in your plan: nobody ever leaves, so no value can be "
                "told",
                "Dans votre plan, aucun client fidélisé ne part jamais" NBSP
                ": sa valeur n’a pas de fin et ne peut être dite");
  explanation = decide_explain(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_LIFETIME);
  g_assert_nonnull(strstr(explanation, "a year, for ever"));
  figure = explain_figure(LANGUAGE_EN, &fixture->study, 0);
  g_assert_nonnull(strstr(figure, "has no end"));
}

static void test_launch(Fixture *fixture, gconstpointer unused) {
  WhatIf *launch = fixture->decisions.launch;

  for (int i = 0; i < LAUNCH_MONTHS; i++)
    launch[i] = (WhatIf){.applies = true, .sale_date = date_add_months(20488, i)};
  launch[6].less_base = mean_of(231300, 10500);
  check_finding(fixture, DECIDE_TOPIC_LAUNCH,
                "Best month for the sale: August, about +$2,300 compared with February",
                "Meilleur mois pour la vente" NBSP ": août, environ +2" NBSP "300" NBSP
                "$ par rapport à février");
  launch[6].less_base.error_milli = 150000000; /* that is luck */
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_LAUNCH),
        "No month for the sale is clearly better than February");
}

static void test_offers(Fixture *fixture, gconstpointer unused) {
  Offers *offers = &fixture->offers;

  *offers = (Offers){.years = 1000, .offer_count = 2};
  g_strlcpy(offers->offer[0].name, "Tuango", PLAN_TEXT_SIZE);
  g_strlcpy(offers->offer[1].name, "The other site", PLAN_TEXT_SIZE);
  offers->offer[1].less_first = mean_of(230000, 9000);
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_OFFERS),
        "“The other site” is the best: about +$2,300 compared with “Tuango”");
  offers->offer[0].standing.all_hold = true; /* conditions go before the result */
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_OFFERS),
        "“Tuango” is the best of these deals");
  offers->offer[0].standing.all_hold = false;
  offers->offer[1].less_first.error_milli = 200000000;
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_OFFERS),
        "“The other site” and “Tuango” come to about the same");
  offers->offer[1].standing.all_hold = true;
  check(decide_finding(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_OFFERS),
        "“The other site” meets your conditions, the first deal does not");
}

/* --- plain arithmetic ------------------------------------------------------------------------- */

/* cases/published.json: car-wash-2011 if all are used, cupcake-2010. */
static void test_published(Fixture *fixture, gconstpointer unused) {
  static const struct {
    int64_t list_cents, price_cents, cost_cents, result_cents;
    int32_t sold;
  } cases[] = {{2000, 800, 1200, -2557600, 3197}, {400, 200, 150, -50000, 1000}};
  g_autofree YearScratch *scratch = g_new0(YearScratch, 1);

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    PlainArithmetic plain;

    preset_fill(PRESET_ONE_OFF, 20488, &fixture->plan);
    fixture->plan.deal.vouchers_sold = cases[i].sold;
    fixture->plan.deal.list_price_cents = cases[i].list_cents;
    fixture->plan.deal.price_cents = cases[i].price_cents;
    fixture->plan.deal.commission_per_100k = 50000;
    fixture->plan.deal.used_per_100k = 100000;
    fixture->plan.deal.visits_per_voucher = 1;
    fixture->plan.deal_pay = (PlanDealPay){.rule = PAY_FLAT};
    fixture->plan.services[fixture->plan.deal.service_index].supplies_cents = cases[i].cost_cents;
    fixture->plan.clients.extras_share_per_100k = 0;
    fixture->plan.uncertainty_count = 0;
    results_compute(&fixture->plan, &fixture->results, scratch);
    plain_arithmetic_fill(&fixture->plan, &fixture->results, &plain);
    g_assert_cmpint(plain.plain_cents, ==, cases[i].result_cents);
  }
}

/* The steps lead from one figure to the other, and the explanation adds up to both. */
static void test_plain_adds_up(Fixture *fixture, gconstpointer unused) {
  g_autofree YearScratch *scratch = g_new0(YearScratch, 1);
  g_auto(GStrv) lines = NULL;
  g_autofree char *text = NULL;
  PlainArithmetic plain;
  int64_t sum = 0;
  int answers = 0;

  results_compute(&fixture->plan, &fixture->results, scratch);
  plain_arithmetic_fill(&fixture->plan, &fixture->results, &plain);
  g_assert_cmpint(plain.own_share_cents, ==, 4000);
  g_assert_cmpint(plain.plain_cents, ==,
                  444 * 4000 + plain.used * (plain.extras_cents - plain.cost_cents));
  text = decide_explain(LANGUAGE_EN, &fixture->study, DECIDE_TOPIC_PLAIN);
  lines = g_strsplit(text, "\n", -1);
  for (int i = 0; lines[i] && answers < 2; i++) {
    bool is_answer = g_str_has_prefix(lines[i], "= ");
    g_auto(GStrv) parts = g_strsplit(lines[i] + (is_answer ? 2 : 0), "  ", 2);
    int64_t cents;

    g_assert_cmpint(money_parse(parts[0] + (parts[0][0] == '+'), &cents, NULL), ==, NUMBER_OK);
    if (is_answer)
      g_assert_cmpint(cents, ==, answers++ ? plain.result_cents : plain.plain_cents);
    if (is_answer)
      g_assert_cmpint(sum, ==, cents);
    else
      sum += cents;
  }
  g_assert_cmpint(answers, ==, 2);
  g_assert_cmpint(plain.result_cents, ==, fixture->results.headline.deal_against_none_cents);
}

/* --- all of it -------------------------------------------------------------------------------- */

/* Words that no French sentence has. */
static bool has_english(const char *text) {
  return g_regex_match_simple(
      "\\b(the|deal|vouchers?|years|with|your|result|simulated|worth|between|at most)\\b", text, 0,
      0);
}

static void check_topic(const Study *study, DecideTopic topic) {
  for (Language language = 0; language < LANGUAGE_COUNT; language++) {
    g_autofree char *finding = decide_finding(language, study, topic);
    g_autofree char *explanation = decide_explain(language, study, topic);
    bool is_french = language == LANGUAGE_FR && topic != DECIDE_TOPIC_OFFERS; /* names are hers */

    if (g_utf8_strlen(finding, -1) > FINDING_LETTERS_MAX || !is_well_written(language, finding) ||
        !is_well_written(language, explanation) ||
        (is_french && (has_english(finding) || has_english(explanation)))) {
      g_test_message("%s\n%s", finding, explanation);
      g_test_fail();
    }
  }
}

static void check_rest(const Study *study) {
  const Decisions *decisions = study->decisions;

  for (int i = 0; decisions_has(decisions, DECIDE_FACTS) && i < decisions->facts.fact_count; i++) {
    g_autofree char *fact = fact_text(LANGUAGE_FR, study->plan, &decisions->facts.fact[i]);

    g_assert_true(is_well_written(LANGUAGE_FR, fact));
    g_assert_false(has_english(fact));
  }
  for (int k = 0; decisions_has(decisions, DECIDE_TORNADO) && guess_bar(study, k) >= 0; k++) {
    g_autofree char *guess = guess_text(LANGUAGE_FR, study, guess_bar(study, k));

    g_assert_true(is_well_written(LANGUAGE_FR, guess));
    g_assert_false(has_english(guess));
  }
}

static void check_plan(Fixture *fixture) {
  g_autofree YearScratch *scratch = g_new0(YearScratch, 1);

  results_compute(&fixture->plan, &fixture->results, scratch);
  sample_risk_fill(RISK_SHAPE_USUAL, &fixture->plan, &fixture->results, &fixture->risk);
  for (int shape = 0; shape < DECIDE_SHAPE_COUNT; shape++) {
    sample_decisions_fill(&fixture->plan, &fixture->results, shape, &fixture->decisions);
    sample_offers_fill(&fixture->plan, &fixture->results, shape, &fixture->offers);
    fixture->study.risk = shape % 2 ? &fixture->risk : NULL;
    for (int topic = 0; topic < DECIDE_TOPIC_COUNT; topic++)
      if (decide_topic_is_ready(&fixture->study, (DecideTopic)topic))
        check_topic(&fixture->study, (DecideTopic)topic);
    check_rest(&fixture->study);
  }
}

static void test_all_shapes(Fixture *fixture, gconstpointer unused) {
  g_assert_true(has_english("Le deal va"));
  g_assert_false(has_english("L’offre va"));
  g_assert_false(is_well_written(LANGUAGE_FR, "L’offre va: %s"));
  for (int goal = 0; goal < GOAL_COUNT; goal++) {
    plan_example(&fixture->plan);
    fixture->plan.conditions.goal = (Goal)goal;
    check_plan(fixture);
  }
  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    preset_fill((Preset)preset, 20488, &fixture->plan);
    check_plan(fixture);
  }
}

/* Decided by the engine, of a plan that is quick: one without rooms. */
static void test_decided(Fixture *fixture, gconstpointer unused) {
  static const DecidePart parts[] = {DECIDE_QUOTA, DECIDE_CAP, DECIDE_TORNADO, DECIDE_WORTHS,
                                     DECIDE_ALTERNATIVES};
  g_autofree YearScratch *year = g_new0(YearScratch, 1);
  g_autofree TrialScratch *trial = g_new0(TrialScratch, 1);
  g_autofree DecideScratch *scratch = g_new0(DecideScratch, 1);
  const TrialRunner runner = {.run = trial_run_here, .data = trial, .seed = 1};

  preset_fill(PRESET_ONE_OFF, 20488, &fixture->plan);
  results_compute(&fixture->plan, &fixture->results, year);
  decisions_begin(&fixture->plan, 1, true, &fixture->decisions);
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    g_assert_true(
        decisions_compute(&fixture->decisions, parts[i], &fixture->plan, &runner, scratch));
  fixture->study.offers = NULL;
  g_assert_false(decide_topic_is_ready(&fixture->study, DECIDE_TOPIC_OFFERS));
  g_assert_false(decide_topic_is_ready(&fixture->study, DECIDE_TOPIC_LAUNCH));
  g_assert_false(decide_topic_applies(&fixture->study, DECIDE_TOPIC_QUOTA));
  g_assert_false(decide_topic_applies(&fixture->study, DECIDE_TOPIC_ONE_MORE));
  for (int topic = 0; topic < DECIDE_TOPIC_COUNT; topic++)
    if (decide_topic_is_ready(&fixture->study, (DecideTopic)topic) &&
        decide_topic_applies(&fixture->study, (DecideTopic)topic)) {
      g_autofree char *finding = decide_finding(LANGUAGE_EN, &fixture->study, (DecideTopic)topic);

      g_test_message("%s", finding);
      check_topic(&fixture->study, (DecideTopic)topic);
    }
  check_rest(&fixture->study);
}

int main(int argc, char **argv) {
  static const struct {
    const char *path;
    void (*test)(Fixture *fixture, gconstpointer unused);
  } tests[] = {
      {"/decide-words/cap", test_cap},
      {"/decide-words/cap-figure", test_cap_figure},
      {"/decide-words/quota", test_quota},
      {"/decide-words/tornado", test_tornado},
      {"/decide-words/guesses", test_guesses},
      {"/decide-words/facts", test_facts},
      {"/decide-words/break-even", test_break_even},
      {"/decide-words/before-what-they-bring", test_before_what_they_bring},
      {"/decide-words/endless", test_endless},
      {"/decide-words/alternatives", test_alternatives},
      {"/decide-words/launch", test_launch},
      {"/decide-words/offers", test_offers},
      {"/decide-words/published", test_published},
      {"/decide-words/plain-adds-up", test_plain_adds_up},
      {"/decide-words/all-shapes", test_all_shapes},
      {"/decide-words/decided", test_decided},
  };

  g_test_init(&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(tests); i++)
    g_test_add(tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run();
}
