/* The owner's twenty questions: every one is answered, in a sentence or two, in both languages, for
 * the example, every preset and many settings, with or without simulated years and decisions; the
 * figures said are those of the results, to the cent where they are of the contract. */
#include <string.h>

#include "model/base/money.h"
#include "model/cash/site-dates.h"
#include "model/plan/presets.h"
#include "model/year/year-scratch.h"
#include "tests/books-said.h"
#include "tests/sample-decisions.h"
#include "tests/sample-results.h"
#include "tests/sample-risk.h"
#include "tests/varied-plans.h"
#include "ui/words/answers-words.h"
#include "ui/words/risk-words.h"

#define NB "\u00a0"
#define LETTERS_MAX 300

static Plan *plan;
static Results *results;
static Risk *risk;
static Decisions *decisions;
static YearScratch *scratch;

static void assert_holds(const char *text, const char *part) {
  if (!strstr(text, part))
    g_error("“%s” is not in “%s”", part, text);
}

static Study study_now(void) {
  return (Study){.plan = plan, .results = results, .risk = risk, .decisions = decisions};
}

/* The example with its results, made-up years and decisions. */
static void begin(RiskShape risk_shape, DecideShape shape) {
  sample_results_fill(SHAPE_EXAMPLE, plan, results);
  sample_risk_fill(risk_shape, plan, results, risk);
  sample_decisions_fill(plan, results, shape, decisions);
}

static void recompute(void) {
  results_compute(plan, results, scratch);
}

static char *answer(Language language, int number) {
  Study study = study_now();
  return answer_text(language, &study, number - 1);
}

static void assert_answer(int number, const char *english) {
  g_autofree char *text = answer(LANGUAGE_EN, number);
  g_assert_cmpstr(text, ==, english);
}

static void assert_answer_holds(int number, char *part) {
  g_autofree char *taken = part;
  g_autofree char *text = answer(LANGUAGE_EN, number);
  assert_holds(text, taken);
}

/* --- how every answer is written ----------------------------------------------------------- */

/* A sentence or two; a figure, or in plain words that there is none; of its own language. */
static const char *fault_of(Language language, const char *text) {
  static const char *const none_en =
      "^(No |None|Nobody|Nothing|Being computed)|no day|none on a|Half |Every ";
  static const char *const none_fr =
      "^(Aucun|Personne|Rien|Pas de réponse|En cours)|aucun jour|aucune le|La moitié|Chaque ";
  static const char *const english =
      "\\b(the|and|of|you|your|is|are|with|for|sold|used|each|voucher|deal|site pays|none)\\b";
  bool is_french = language == LANGUAGE_FR;

  if (!is_well_written(language, text))
    return "badly written";
  if (g_utf8_strlen(text, -1) > LETTERS_MAX)
    return "too long";
  if (!g_str_has_suffix(text, "."))
    return "no full stop";
  if (g_regex_match_simple("  |\\.\\.|,,|;;| ,", text, 0, 0))
    return "badly joined";
  if (g_regex_match_simple("\\. \\p{Lu}.*\\. \\p{Lu}", text, 0, 0))
    return "more than two sentences";
  if (!g_regex_match_simple("[0-9]", text, 0, 0) &&
      !g_regex_match_simple(is_french ? none_fr : none_en, text, 0, 0))
    return "no figure";
  if (is_french && g_regex_match_simple(english, text, G_REGEX_CASELESS, 0))
    return "English in French";
  return NULL;
}

static void check_study(const Study *study, const char *what) {
  for (int language = 0; language < LANGUAGE_COUNT; language++) {
    for (int i = 0; i < QUESTION_COUNT; i++) {
      g_autofree char *text = answer_text((Language)language, study, i);
      const char *fault = text ? fault_of((Language)language, text) : "nothing said";

      if (fault)
        g_error("%s, question %d: %s: “%s”", what, i + 1, fault, text);
    }
  }
}

/* What a reader must not get is told apart. */
static void test_faults_are_seen(void) {
  static const struct {
    Language language;
    const char *text, *fault;
  } cases[] = {
      {LANGUAGE_EN, "You keep $5.00.", NULL},
      {LANGUAGE_EN, "None of them.", NULL},
      {LANGUAGE_EN, "", "badly written"},
      {LANGUAGE_EN, "You keep %s 5.", "badly written"},
      {LANGUAGE_EN, "You keep $5.00", "no full stop"},
      {LANGUAGE_EN, "You keep a bit.", "no figure"},
      {LANGUAGE_EN, "You keep 5. .", NULL},
      {LANGUAGE_EN, "You keep 5..", "badly joined"},
      {LANGUAGE_EN, "You keep 5. Or 6.", NULL},
      {LANGUAGE_EN, "You keep 5. Or 6. Or 7.", "more than two sentences"},
      {LANGUAGE_FR, "You keep 5" NB "$.", "English in French"},
      {LANGUAGE_FR, "Il vous reste 5 $.", "badly written"},
  };
  g_autofree char *lengthy = g_strnfill(LETTERS_MAX, '5');
  g_autofree char *longer = g_strconcat(lengthy, ".", NULL);

  g_assert_cmpstr(fault_of(LANGUAGE_EN, longer), ==, "too long");
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
    g_assert_cmpstr(fault_of(cases[i].language, cases[i].text), ==, cases[i].fault);
}

static void check_shapes(const char *what) {
  for (int shape = -1; shape < DECIDE_SHAPE_COUNT; shape++) {
    Study study = study_now();

    study.decisions = shape < 0 ? NULL : decisions;
    if (shape >= 0)
      sample_decisions_fill(plan, results, shape, decisions);
    check_study(&study, what);
    study.risk = NULL;
    check_study(&study, what);
  }
}

static void test_presets(void) {
  for (int preset = 0; preset < PRESET_COUNT; preset++) {
    preset_fill((Preset)preset, date_from_ymd(2026, 2, 4), plan);
    recompute();
    sample_risk_run(plan, 12, true, risk);
    check_shapes(preset_name((Preset)preset));
  }
}

static void test_example(void) {
  for (int shape = 0; shape < RISK_SHAPE_COUNT; shape++) {
    begin((RiskShape)shape, DECIDE_SHAPE_USUAL);
    check_shapes("the example");
  }
}

static void check_plan(const Plan *of, const Results *with) {
  Study study;

  *plan = *of;
  *results = *with;
  sample_risk_fill(RISK_SHAPE_USUAL, plan, results, risk);
  sample_decisions_fill(plan, results, DECIDE_SHAPE_USUAL, decisions);
  study = study_now();
  check_study(&study, plan->name);
  study.risk = NULL;
  check_study(&study, plan->name);
}

static void check_varied(const VariedPlan *varied) {
  check_plan(&varied->plan, &varied->results);
}

static void test_settings(void) {
  static const char *const settings[] = {
      "deal.vouchers_sold=0",
      "deal.visits_per_voucher=5|deal.gap_days=7",
      "deal.sale_days=30",
      "phone.buyers_calling_per_100k=0",
      "staff[0].guarantee_cents_per_hour=1660",
      "deal_pay.rule=same",
      "deal_pay.rule=hourly",
      "deal_pay.rule=percent_of_own_share|deal_pay.per_100k=50000",
      "deal.promotion_end_date=2026-03-04",
      "business.tax_regime=custom",
      "deal.hold_back_per_100k=10000|deal.hold_back_days=90",
      "business.opening_cash_cents=99999999999",
      "clients.return_per_100k=0",
      "conditions.goal=earn|conditions.confidence_per_100k=95000",
      "deal.price_cents=99999900|deal.list_price_cents=99999900|services[1].list_price_cents="
      "99999900",
  };

  books_settings_each(check_plan);
  for (size_t i = 0; i < G_N_ELEMENTS(settings); i++) {
    g_autofree Plan *changed = g_new0(Plan, 1);

    sample_results_fill(SHAPE_EXAMPLE, changed, results);
    books_apply(changed, settings[i]);
    *plan = *changed;
    recompute();
    check_plan(changed, results);
  }
  varied_plans_each(30, check_varied);
}

/* --- figures ------------------------------------------------------------------------------- */

static void test_contract_to_the_cent(void) {
  begin(RISK_SHAPE_USUAL, DECIDE_SHAPE_USUAL);
  plan->deal.price_tax_wording = WORDING_NOT_CHECKED;
  recompute();
  const int64_t *step_cents = results->voucher.used.step_cents;
  /* 80.00 / 1.14975 = 69.58; the other wording is worth 10.42 more. */
  g_assert_cmpint(results->voucher.wording_difference_cents, ==, 1042);
  g_autofree char *left = say_money(LANGUAGE_EN, -step_cents[STEP_LEFT]);
  g_autofree char *other = say_money(LANGUAGE_EN, -(step_cents[STEP_LEFT] + 1042));
  g_autofree char *kept =
      g_strdup_printf("Each used voucher of $80.00 costs you %s, counted as taxes included; with "
                      "“taxes extra” it would cost you %s.",
                      left, other);
  assert_answer(1, kept);
  /* Pay 2 × 20.75, 20 % contributions, supplies 4.00; half of 80.00. */
  assert_answer(2, "Giving one deal visit costs you $53.80 (pay $41.50, contributions $8.30, "
                   "supplies $4.00), and the site takes $40.00 of the $80.00.");
  g_autofree char *existing = say_money(LANGUAGE_EN, -results->voucher.left_existing_cents);
  assert_answer_holds(
      3, g_strdup_printf("a client who would have paid full price you lose %s", existing));
  g_assert_cmpint(results->voucher.left_unused_cents, ==, 0);
  assert_answer_holds(3, g_strdup("on an unused one you gain nothing;"));
  assert_answer_holds(3, say_money(LANGUAGE_EN, results->voucher.unused_kept_cents));
}

/* domain §5.2 to 5.4: 80.00 under each wording and treatment. */
static void test_taxes(void) {
  static const struct {
    const char *setting, *answer;
  } cases[] = {
      {"deal.price_tax_wording=extra",
       "GST 5% and QST 9.975% on the $80.00 paid, when a voucher is used: $11.98, added at the "
       "counter."},
      {"deal.price_tax_wording=included",
       "GST 5% and QST 9.975% inside the $80.00 paid, when a voucher is used: $10.42 of it is "
       "tax."},
      {"deal.tax_treatment=list_price", "GST 5% and QST 9.975% on the list price of $160.00, as "
                                        "the contract says, when a voucher is "
                                        "used: $23.96, paid at the counter."},
      {"deal.tax_treatment=site_principal", "GST 5% and QST 9.975% on the $40.00 that the site "
                                            "pays you: $5.99 a voucher, charged to the "
                                            "site."},
      {"business.tax_regime=ON", "HST 13% on the $80.00 paid, when a voucher is used: $10.40,"},
      {"business.tax_regime=exempt", "None: your services are exempt. The tax on the site’s "
                                     "commission, $5.99 a voucher, does not come back."},
  };

  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    begin(RISK_SHAPE_USUAL, DECIDE_SHAPE_USUAL);
    books_apply(plan, cases[i].setting);
    recompute();
    assert_answer_holds(18, g_strdup(cases[i].answer));
  }
  begin(RISK_SHAPE_USUAL, DECIDE_SHAPE_USUAL);
  assert_answer_holds(18, g_strdup("Remitted with quarterly returns, the first due on April 30, "
                                   "2026; a voucher is deferred revenue (2200) until used."));
  plan->business.gst_registered = false;
  recompute();
  g_assert_true(results->registration.is_passed);
  g_autofree char *date = say_date(LANGUAGE_EN, results->registration.registered_from_date);
  assert_answer_holds(18, g_strdup_printf("None until %s, when you must register;", date));
}

/* domain §5.3: list 100, paid 50 honoured late: the client adds 64.98. */
static void test_law(void) {
  begin(RISK_SHAPE_USUAL, DECIDE_SHAPE_USUAL);
  plan->deal.list_price_cents = 10000;
  plan->deal.price_cents = 5000;
  recompute();
  assert_answer(19, "Only the discount ends, on February 4, 2027: the $50.00 paid never expires "
                    "and counts against the current price; at $100.00 the client then adds $64.98, "
                    "taxes in (Consumer Protection Act, Québec, ss. 187.1 to 187.5).");
  plan->business.tax_regime = REGIME_NS;
  assert_answer(19, "Check your province’s rules on gift cards and expiry: after February 4, 2027, "
                    "when the discount ends, this plan still counts the $50.00 paid as owed.");
}

/* Three equal parts of what the site owes, on the contract's dates. */
static void test_payouts(void) {
  begin(RISK_SHAPE_USUAL, DECIDE_SHAPE_USUAL);
  static const int32_t weights[3] = {1, 1, 1};
  Commission statement = tax_commission(&plan->business, &plan->deal, plan->deal.sale_date, 444);
  int64_t parts[3];

  money_split(statement.payout_cents, weights, 3, parts);
  for (int i = 0; i < 3; i++) {
    g_autofree char *amount = say_money(LANGUAGE_EN, parts[i]);
    g_autofree char *date = say_date(LANGUAGE_EN, site_instalment_date(plan, i));

    assert_answer_holds(12, g_strdup_printf("%s on %s", amount, date));
  }
  g_autofree char *total = say_money(LANGUAGE_EN, statement.payout_cents);
  assert_answer_holds(12, g_strdup_printf(": %s in all.", total));
  plan->deal.vouchers_sold = 0;
  recompute();
  assert_answer(12, "Nothing: the site pays nothing in this plan.");
}

static void test_months_after(void) {
  begin(RISK_SHAPE_USUAL, DECIDE_SHAPE_USUAL);
  int first = date_from_ymd(2026, 10, 4) - plan->deal.sale_date;
  int last = date_from_ymd(2027, 5, 3) - plan->deal.sale_date;
  int64_t visits = 0;

  for (int i = first; i <= last; i++)
    visits += results->with.day[i].visits[VISIT_DEAL];
  g_autofree char *from =
      say_money_whole(LANGUAGE_EN, results->cash_with.day[first - 1].balance_cents);
  g_autofree char *to = say_money_whole(LANGUAGE_EN, results->cash_with.day[last].balance_cents);
  assert_answer_holds(15, g_strdup_printf("From October 2026 to May 2027 you give %d deal visits, "
                                          "the site pays $0, and the balance goes from %s to %s",
                                          (int)visits, from, to));
}

static void test_simulated(void) {
  begin(RISK_SHAPE_USUAL, DECIDE_SHAPE_USUAL);
  const RiskSpread *spread = risk_told(risk)->spread;
  g_autofree char *used = say_vouchers_about(LANGUAGE_EN, spread[RISK_USED].percentile[RISK_P50]);
  g_autofree char *middle =
      say_money_about(LANGUAGE_EN, spread[RISK_LOWEST_CENTS].percentile[RISK_P50]);
  g_autofree char *tenth =
      say_money_about(LANGUAGE_EN, spread[RISK_LOWEST_CENTS].percentile[RISK_P10]);
  g_autofree char *refused = say_milli_about(LANGUAGE_EN, spread[RISK_REFUSED_EXTRA].mean_milli);
  g_autofree char *worth = say_money_about(
      LANGUAGE_EN, money_scale_half_up(spread[RISK_REFUSED_EXTRA].mean_milli,
                                       results->voucher.margin_mean_regular_cents, 1000));

  assert_answer_holds(4, g_strdup_printf("Used: %s, 9 times in 10 from ", used));
  assert_answer_holds(4, g_strdup("60 of 100 used vouchers come in the first two months"));
  assert_answer_holds(13, g_strdup_printf("To %s in an ordinary year, and 9 times in 10 not under "
                                          "%s",
                                          middle, tenth));
  assert_answer_holds(9, g_strdup(strchr(refused, ' '))); /* the first letter is a capital */
  assert_answer_holds(9, g_strdup_printf("would have left you %s", worth));
  /* Without simulated years the plan year is told, and said so. */
  Study study = study_now();
  study.risk = NULL;
  g_autofree char *planned = answer_text(LANGUAGE_EN, &study, 12);
  g_autofree char *lowest = say_money_whole(LANGUAGE_EN, results->headline.lowest_balance_cents);
  assert_holds(planned, lowest);
  assert_holds(planned, "plan year");
}

/* The deal's cost on average ÷ the clients it keeps on average. */
static void test_cost_per_client(void) {
  begin(RISK_SHAPE_USUAL, DECIDE_SHAPE_USUAL);
  RiskSpread *spread = risk->sample[RISK_ALL].spread;
  spread[RISK_RESULT_CENTS].mean_milli = -168000 * 1000;
  spread[RISK_PEOPLE_RETURNING].mean_milli = 84000;
  assert_answer(17, "About $20 for each of about 84 clients kept, after what they bring in these "
                    "months; your usual advertising costs $61 a new client, before that.");
  spread[RISK_RESULT_CENTS].mean_milli = 340000 * 1000;
  assert_answer(17, "Nothing: the deal leaves you about $3,400, what its clients bring in these "
                    "months counted, and keeps about 84 of them; your usual advertising costs $61 "
                    "a new client, before that.");
  spread[RISK_PEOPLE_RETURNING].mean_milli = 0;
  assert_answer(17, "No client is kept, so there is no cost to tell; your usual advertising costs "
                    "$61 a new client.");
}

static void test_phone(void) {
  begin(RISK_SHAPE_USUAL, DECIDE_SHAPE_USUAL);
  g_assert_cmpint(results->phone.day[0].people_needed, ==, 4); /* model/phone/phone.h */
  assert_answer(10, "4 people on Feb 4, 3 people on Feb 5 and 3 people on Feb 6, from 9:00 to "
                    "21:00; on the hardest day you have 2 in the plan.");
  plan->phone.buyers_calling_per_100k = 0;
  recompute();
  assert_answer(10, "Nobody: no buyer phones in the days after the sale.");
}

static void test_decided(void) {
  begin(RISK_SHAPE_USUAL, DECIDE_SHAPE_USUAL);
  assert_answer(5, "At most 310 vouchers, with the other terms that the verdict asks to have in "
                   "writing: then each of your conditions holds 9 times in 10, the cost per client "
                   "on average; without them, 310 vouchers at most.");
  decisions->asks.ask[0].term_count = 1;
  decisions->cap.found = false; /* as the contract stands none: the verdict’s number is told */
  assert_answer(5,
                "At most 310 vouchers, as the verdict asks to have in writing: then each of your "
                "conditions holds 9 times in 10, the cost per client on average.");
  decisions->asks.ask[0].term[0] = term_of(TERM_TAXES_EXTRA, 0);
  plan->deal.price_tax_wording = WORDING_INCLUDED;
  decisions->asks.has_cap = false;
  decisions->cap.binding = CONDITION_WAIT;
  assert_answer(5, "Without the terms that the verdict asks for: none: at any number too many deal "
                   "clients wait too long.");
  sample_decisions_fill(plan, results, DECIDE_SHAPE_USUAL, decisions);
  decisions->asks.ask_count = 0;
  assert_answer(
      5, "At most 310 vouchers, give or take 20, and at least 40: there each of your conditions "
         "holds 9 times in 10, the cost per client on average; beyond, too many regulars are "
         "refused.");
  plan->conditions.goal = GOAL_EARN;
  assert_answer(
      5, "At most 310 vouchers, give or take 20, and at least 40: there each of your conditions "
         "holds 9 times in 10; beyond, too many regulars are refused.");
  decisions->cap.binding = CONDITION_COUNT;
  assert_answer(5, "310 vouchers and maybe more: up to there, the most that was tried, each of "
                   "your conditions holds 9 times in 10.");
  decisions->cap.found = false;
  decisions->cap.binding = CONDITION_CASH_FLOOR;
  assert_answer(5, "None: at any number the balance falls under your minimum.");
  results->has_calendar = false;
  decisions->cap = (Cap){.found = true, .vouchers = 2000, .binding = CONDITION_COUNT};
  assert_answer(5, "2,000 vouchers and maybe more, the most that was tried, as far as the money "
                   "goes: without rooms in the plan, waiting and refusals are not known.");
  decisions->cap = (Cap){.found = true, .vouchers = 300, .binding = CONDITION_RESULT};
  assert_answer(5, "At most 300 vouchers, by the money alone: beyond, the deal loses money too "
                   "often. Without rooms in the plan, waiting and refusals are not known.");
  results->has_calendar = true;

  decisions->oversell[1].vouchers = 1332;
  decisions->oversell[1].standing.result.mean_milli = INT64_C(-4400000) * 1000;
  assert_answer_holds(6, g_strdup("With 1,332 vouchers sold, the deal costs you about $44,000 on "
                                  "average"));
  decisions->oversell[1].refused_extra = decisions->oversell[1].wait_p95_days = 0;
  assert_answer_holds(6, g_strdup("no visit at full price is refused because of it and 19 buyers "
                                  "in 20 get the day they want."));

  decisions->quota.day[4] = (QuotaDay){.is_open = true, .slots = 14, .before = 4, .after = 6};
  decisions->quota.day[1] = (QuotaDay){.is_open = false};
  assert_answer(7,
                "Deal visits to agree to: 4 on a Friday (once sold, 6) and none on a Tuesday, no "
                "deal visit being possible then. More would take places that your regulars ask "
                "for.");

  decisions->quota.day[1] = (QuotaDay){.is_open = true, .slots = 14, .before = 3, .after = 3};
  assert_answer_holds(7, g_strdup("4 on a Friday (once sold, 6) and 3 on a Tuesday. More"));
  decisions->quota.day[4] = (QuotaDay){.is_open = true, .slots = 14, .before = 0, .after = 2};
  decisions->quota.day[1] = (QuotaDay){.is_open = true, .slots = 14};
  assert_answer_holds(7, g_strdup("none on a Friday (once sold, 2) and none on a Tuesday. More"));
  decisions->quota.deal_cents = -980;
  assert_answer(7,
                "Deal visits to agree to: none on a Friday (once sold, 2) and none on a Tuesday, "
                "because one is worth -$9.80 to you.");
  decisions->quota_tried[QUOTA_ONCE_SOLD].applies = true;
  Standing *tried = &decisions->quota_tried[QUOTA_ONCE_SOLD].standing;
  tried->years = 250;
  tried->condition[CONDITION_WAIT] =
      (ConditionStanding){.applies = true, .broken_per_100k = 81000, .allowed_per_100k = 10000};
  assert_answer_holds(
      7, g_strdup("— but with these, once sold, too many buyers wait past your 21 days (in "
                  "81 of 100 simulated years): take more a day, or sell fewer."));
  decisions->quota_tried[QUOTA_BEFORE] = decisions->quota_tried[QUOTA_ONCE_SOLD];
  decisions->quota.deal_cents = 1490;
  assert_answer_holds(
      7, g_strdup("none on a Tuesday — but with these, too many buyers wait past your 21 "
                  "days (in 81 of 100 simulated years): sell fewer."));

  BreakEven *line = &decisions->break_even[BREAK_EVEN_RETURN];
  *line = (BreakEven){.found = true, .value = 17234, .now = 15000, .earns_above = true};
  assert_answer(
      16, "At least 17.3% of the new clients (you count on 15%), if everything else goes exactly "
          "as typed; others saw 2% to 35%, US merchants 19.9%.");
  line->found = false;
  line->now_result_cents = 1;
  assert_answer_holds(16, g_strdup("None: the deal pays for itself whoever comes back"));
  line->now_result_cents = -1;
  assert_answer_holds(16, g_strdup("None is enough:"));
}

/* The change worth most, and only one that the years can tell from luck. */
static void test_best_term(void) {
  begin(RISK_SHAPE_USUAL, DECIDE_SHAPE_USUAL);
  TermWorths *worths = &decisions->worths;
  decisions->asks.ask_count = 0;
  *worths = (TermWorths){.years = 100, .worth_count = 3};
  worths->worth[0] = (TermWorth){.term = term_of(TERM_NEW_CLIENTS_ONLY, 0),
                                 .worth = {INT64_C(900000000), INT64_C(500000000)},
                                 .changes = true};
  worths->worth[1] = (TermWorth){
      .term = term_of(TERM_COMMISSION, 49000), .worth = {28400000, 100}, .changes = true};
  worths->worth[2] = (TermWorth){.term = term_of(TERM_CAP, 394), .changes = false};
  assert_answer(20, "A commission of 49%: it is worth about $280 on average, but alone it does not "
                    "turn the verdict.");
  decisions->done &= ~(1u << DECIDE_ASKS); /* not known yet */
  assert_answer(20, "A commission of 49%: it is worth about $280 on average.");
  worths->worth[1].changes = false;
  assert_answer(20, "None of those looked at: no single change brings more than luck does.");
  decisions->done |= 1u << DECIDE_ASKS;
  assert_answer(20,
                "None of those looked at: no single change brings more than luck does, and none "
                "turns the verdict.");
  decisions->asks.ask_count = 1; /* what turns it is the change that helps most */
  decisions->asks.ask[0].term_count = 1;
  decisions->asks.ask[0].standing.result.mean_milli = -86000000;
  assert_answer(20, "310 vouchers at most: it turns the verdict; with it the deal costs you about "
                    "$860 on average.");
}

static void test_readiness(void) {
  static const bool needs_risk[QUESTION_COUNT] = {
      [3] = true, [7] = true, [8] = true, [12] = true, [16] = true};
  static const bool needs_part[QUESTION_COUNT] = {
      [4] = true, [5] = true, [6] = true, [15] = true, [19] = true};
  begin(RISK_SHAPE_USUAL, DECIDE_SHAPE_USUAL);
  Study study = study_now(), bare = {.plan = plan, .results = results};

  for (int i = 0; i < QUESTION_COUNT; i++) {
    g_assert_true(answer_is_ready(&study, i));
    g_assert_cmpint(answer_is_ready(&bare, i), ==, !needs_risk[i] && !needs_part[i]);
    g_autofree char *text = answer_text(LANGUAGE_EN, &bare, i);
    g_assert_cmpint(g_str_has_prefix(text, "Being computed"), ==, needs_part[i]);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
      g_assert_true(g_str_has_suffix(question_text((Language)language, i), "?"));
      g_assert_true(answer_basis((Language)language, i)[0] != '\0');
    }
    g_assert_cmpstr(question_text(LANGUAGE_EN, i), !=, question_text(LANGUAGE_FR, i));
    g_assert_cmpint(answer_page(i), <=, ANSWER_PAGE_BOOKS);
  }
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  plan = g_new0(Plan, 1);
  results = g_new0(Results, 1);
  risk = g_new0(Risk, 1);
  decisions = g_new0(Decisions, 1);
  scratch = g_new0(YearScratch, 1);
  g_test_add_func("/answers/faults-are-seen", test_faults_are_seen);
  g_test_add_func("/answers/presets", test_presets);
  g_test_add_func("/answers/example", test_example);
  g_test_add_func("/answers/settings", test_settings);
  g_test_add_func("/answers/contract-to-the-cent", test_contract_to_the_cent);
  g_test_add_func("/answers/taxes", test_taxes);
  g_test_add_func("/answers/law", test_law);
  g_test_add_func("/answers/payouts", test_payouts);
  g_test_add_func("/answers/months-after", test_months_after);
  g_test_add_func("/answers/simulated", test_simulated);
  g_test_add_func("/answers/cost-per-client", test_cost_per_client);
  g_test_add_func("/answers/phone", test_phone);
  g_test_add_func("/answers/decided", test_decided);
  g_test_add_func("/answers/best-term", test_best_term);
  g_test_add_func("/answers/readiness", test_readiness);
  int failed = g_test_run();
  g_free(plan);
  g_free(results);
  g_free(risk);
  g_free(decisions);
  g_free(scratch);
  return failed;
}
