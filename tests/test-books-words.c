/* What the books say of entries, journals and ticks, and the findings whose figures are given. */
#include <stdlib.h>
#include <string.h>

#include "model/year/year-scratch.h"
#include "model/ledger/signing.h"
#include "model/store/plan-json.h"
#include "tests/books-said.h"
#include "tests/varied-plans.h"
#include "ui/table/table.h"

static int64_t number_at(const Table *table, int row, int column) {
  return table_row(table, row)->cell[column].number;
}

/* Every state of every point, but a refusal of several visits, which nobody gives. */
static void test_signing(void) {
  for (int code = 0; code < SIGN_COUNT; code++) {
    for (int state = 0; state < SIGN_STATE_COUNT; state++) {
      if (code == SIGN_SUCCESSIVE && state == SIGN_REFUSE) {
        continue;
      }
      SignCheck check = {
          .code = (SignCode)code, .state = (SignState)state, .values = {1234567, 987654, 20512}};
      g_autofree char *english = sign_text(LANGUAGE_EN, NULL, &check);
      g_autofree char *french = sign_text(LANGUAGE_FR, NULL, &check);

      g_assert_true(is_well_written(LANGUAGE_EN, english));
      g_assert_true(is_well_written(LANGUAGE_FR, french));
      g_assert_cmpstr(english, !=, french);
      g_assert_true(g_str_has_suffix(english, ".") && g_str_has_suffix(french, "."));
    }
  }
}

static void test_entries(void) {
  for (int kind = 0; kind < ENTRY_KIND_COUNT; kind++) {
    for (int count = 0; count < 3; count++) {
      JournalEntry entry = {.kind = (EntryKind)kind, .count = count};
      g_autofree char *english = entry_text(LANGUAGE_EN, &entry);
      g_autofree char *french = entry_text(LANGUAGE_FR, &entry);

      g_assert_true(is_well_written(LANGUAGE_EN, english));
      g_assert_true(is_well_written(LANGUAGE_FR, french));
      g_assert_cmpstr(english, !=, french);
    }
  }
}

/* As an owner would say it, of one and of many. */
static void test_entry_counts(void) {
  static const struct {
    EntryKind kind;
    const char *one[LANGUAGE_COUNT], *many[LANGUAGE_COUNT];
  } said[] = {
      {ENTRY_SALE, {"1 voucher sold", "1 bon vendu"}, {"12 vouchers sold", "12 bons vendus"}},
      {ENTRY_REDEMPTION,
       {"1 visit paid by voucher", "1 visite payée par bon"},
       {"12 visits paid by voucher", "12 visites payées par bon"}},
      {ENTRY_COMMISSION_MATCHED,
       {"Commission for 1 visit", "Commission pour 1 visite"},
       {"Commission for 12 visits", "Commission pour 12 visites"}},
      {ENTRY_FORFEIT,
       {"1 missed visit, amount kept", "1 rendez-vous manqué, montant conservé"},
       {"12 missed visits, amounts kept", "12 rendez-vous manqués, montants conservés"}},
      {ENTRY_SUPPLIES,
       {"Supplies for 1 visit", "Fournitures pour 1 visite"},
       {"Supplies for 12 visits", "Fournitures pour 12 visites"}},
      {ENTRY_TIPS,
       {"Tips for 1 visit", "Pourboires pour 1 visite"},
       {"Tips for 12 visits", "Pourboires pour 12 visites"}},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(said); i++) {
    for (Language language = 0; language < LANGUAGE_COUNT; language++) {
      JournalEntry one = {.kind = said[i].kind, .count = 1};
      JournalEntry many = {.kind = said[i].kind, .count = 12};
      g_autofree char *one_text = entry_text(language, &one);
      g_autofree char *many_text = entry_text(language, &many);

      g_assert_cmpstr(one_text, ==, said[i].one[language]);
      g_assert_cmpstr(many_text, ==, said[i].many[language]);
    }
  }
}

/* The topics of a plan, a bit each. */
static unsigned topics_of(const char *list) {
  VariedPlan *varied = calloc(1, sizeof *varied);
  YearScratch *scratch = calloc(1, sizeof *scratch);
  unsigned found = 0;

  plan_example(&varied->plan);
  if (strcmp(list, "no rooms") == 0) {
    varied->plan.rooms_count = 0;
  } else if (list[0]) {
    books_apply(&varied->plan, list);
  }
  results_compute(&varied->plan, &varied->results, scratch);
  {
    g_autoptr(Books) books = books_new(&varied->plan, &varied->results);

    for (int topic = 0; topic < BOOKS_TOPIC_COUNT; topic++) {
      found |= books_topic_applies(books, (BooksTopic)topic) ? 1u << topic : 0;
    }
  }
  free(scratch);
  free(varied);
  return found;
}

static void test_applies(void) {
  const unsigned all = (1u << BOOKS_TOPIC_COUNT) - 1;
  const unsigned registered = all & ~(1u << BOOKS_REGISTRATION);
  const unsigned no_tax = 1u << BOOKS_REMITTANCES | 1u << BOOKS_RESERVE | 1u << BOOKS_QUICK_METHOD;

  g_assert_cmphex(topics_of(""), ==, registered);
  g_assert_cmphex(topics_of("no rooms"), ==,
                  1u << BOOKS_TREATMENTS | 1u << BOOKS_MODEL | 1u << BOOKS_SIGNING |
                      1u << BOOKS_ACCOUNTS);
  g_assert_cmphex(topics_of("business.tax_regime=exempt"), ==, registered & ~no_tax);
  g_assert_cmphex(topics_of("deal.payout_basis=redeemed"), ==,
                  registered & ~(1u << BOOKS_DEFERRED));
  g_assert_cmphex(topics_of("business.gst_registered=false|regulars.level_per_100k=1000|"
                            "deal.vouchers_sold=100"),
                  ==, all & ~no_tax);
}

/* Names are stable: the command line and the window use them. */
static void test_names(void) {
  for (int topic = 0; topic < BOOKS_TOPIC_COUNT; topic++) {
    g_assert_true(
        g_regex_match_simple("^[a-z]+(_[a-z]+)*$", books_topic_name((BooksTopic)topic), 0, 0));
    for (int other = 0; other < topic; other++) {
      g_assert_cmpstr(books_topic_name((BooksTopic)topic), !=, books_topic_name((BooksTopic)other));
    }
  }
}

static void check_scopes(const Plan *plan, const Results *results) {
  g_autoptr(Books) books = books_new(plan, results);

  for (Language language = 0; language < LANGUAGE_COUNT; language++) {
    for (int kind = 0; kind < JOURNAL_KIND_COUNT; kind++) {
      g_autofree char *scope = journal_scope_text(language, books, (JournalKind)kind);

      g_assert_true(is_well_written(language, scope));
      g_assert_true(g_str_has_prefix(scope, journal_mark(language, (JournalKind)kind)));
    }
  }
}

static void test_scopes(void) {
  books_settings_each(check_scopes);
}

/* The figures of domain §5.2 and §5.4 for a voucher of 50, commission 25 and its tax. */
static void test_vectors(void) {
  VariedPlan *varied = calloc(1, sizeof *varied);
  YearScratch *scratch = calloc(1, sizeof *scratch);

  plan_example(&varied->plan);
  books_apply(&varied->plan, "deal.price_cents=5000|deal.list_price_cents=10000|"
                             "deal.price_tax_wording=not_checked");
  results_compute(&varied->plan, &varied->results, scratch);
  {
    g_autoptr(Books) books = books_new(&varied->plan, &varied->results);
    g_autofree char *wording = books_finding(LANGUAGE_EN, books, BOOKS_TREATMENTS);
    g_autofree char *quick = books_finding(LANGUAGE_EN, books, BOOKS_QUICK_METHOD);
    g_autoptr(Table) table = table_books(LANGUAGE_EN, books, BOOKS_TREATMENTS);

    g_assert_cmpstr(wording, ==, "The wording costs $6.51 a voucher: get “taxes extra” in writing");
    g_assert_nonnull(strstr(quick, "$2.03")); /* B */
    g_assert_cmpint(number_at(table, CASE_A, 6), ==, 2500);
    g_assert_cmpint(number_at(table, CASE_B, 6), ==, 1849);
    g_assert_cmpint(number_at(table, CASE_C, 2), ==, 1498);
    g_assert_cmpint(number_at(table, CASE_E, 6), ==, 2126);
    g_assert_cmpint(table_row(table, CASE_B)->kind, ==, ROW_TOTAL);
  }
  free(scratch);
  free(varied);
}

/* Of one who must register while vouchers sold before come in: what they leave, and why less than
 * one sold afterwards. Paid when used, there is no such voucher. */
static void test_sold_before(void) {
  VariedPlan *varied = calloc(1, sizeof *varied);
  YearScratch *scratch = calloc(1, sizeof *scratch);
  const Results *results = &varied->results;

  for (int redeemed = 0; redeemed < 2; redeemed++) {
    plan_example(&varied->plan);
    books_apply(&varied->plan, "business.gst_registered=false|regulars.level_per_100k=3000");
    varied->plan.deal.payout_basis = redeemed ? PAYOUT_REDEEMED : PAYOUT_SOLD;
    results_compute(&varied->plan, &varied->results, scratch);

    g_autoptr(Books) books = books_new(&varied->plan, results);
    g_autofree char *finding = books_finding(LANGUAGE_EN, books, BOOKS_REGISTRATION);
    g_autofree char *explanation = books_explain(LANGUAGE_EN, books, BOOKS_REGISTRATION);
    g_autofree char *left = say_money(LANGUAGE_EN, results->left_sold_before_cents);
    g_autoptr(Table) table = table_books(LANGUAGE_EN, books, BOOKS_REGISTRATION);
    int kept = table_row_count(table) - 1;

    g_assert_nonnull(strstr(finding, left));
    g_assert_true((strstr(explanation, "sold before that day") == NULL) == redeemed);
    g_assert_cmpint(table->column_count, ==, redeemed ? 3 : 4);
    if (!redeemed) {
      g_assert_cmpint(results->left_sold_before_cents, ==,
                      results->left_used_registered_cents - 599);
      g_assert_cmpint(number_at(table, kept, 3), ==, results->left_sold_before_cents);
      g_assert_cmpint(number_at(table, kept - 1, 3), ==, number_at(table, kept - 1, 2) - 599);
    }
  }
  free(scratch);
  free(varied);
}

/* Over the limit before the sale: registered from it, beside what it would be without. */
static void test_registered_before_sale(void) {
  VariedPlan *varied = calloc(1, sizeof *varied);
  YearScratch *scratch = calloc(1, sizeof *scratch);

  plan_example(&varied->plan);
  books_apply(&varied->plan, "business.gst_registered=false");
  results_compute(&varied->plan, &varied->results, scratch);
  {
    g_autoptr(Books) books = books_new(&varied->plan, &varied->results);
    g_autofree char *finding = books_finding(LANGUAGE_EN, books, BOOKS_REGISTRATION);

    g_assert_cmpint(varied->results.registration.registered_from_date, ==,
                    varied->results.sale_date);
    g_assert_cmpstr(
        finding, ==,
        "Over $30,000 already before the sale: since when do you owe tax? A used voucher "
        "leaves -$9.80, not -$16.99");
  }
  free(scratch);
  free(varied);
}

/* The site stops on March 1: the comparison is as if it had paid, and says so with what it owes,
 * which the books write off; nothing is kept of vouchers that were never paid for. */
static void test_site_stops(void) {
  VariedPlan *varied = calloc(1, sizeof *varied);
  YearScratch *scratch = calloc(1, sizeof *scratch);
  const Results *results = &varied->results;

  for (int stops = 0; stops < 2; stops++) {
    plan_example(&varied->plan);
    if (stops) {
      books_apply(&varied->plan, "deal.site_stops_paying_date=2026-03-01");
    }
    results_compute(&varied->plan, &varied->results, scratch);

    const Study study = {.plan = &varied->plan, .results = results};
    g_autoptr(Books) books = books_new(&varied->plan, results);
    g_autofree char *finding = books_finding(LANGUAGE_EN, books, BOOKS_INCOME);
    g_autofree char *explanation = explain_figure(LANGUAGE_EN, &study, 0);
    TrialBalance balance;
    Figure figure;

    trial_balance_fill(books_projected(books), books_last_date(books), &balance);
    figure_fill(LANGUAGE_EN, &study, 0, &figure);
    g_assert_cmpint(results->cash_with.site_unpaid_cents, ==, stops ? 1006696 : 0);
    g_assert_cmpint(balance.balance_cents[ACCOUNT_BAD_DEBT], ==, stops ? 1006696 : 0);
    g_assert_true((strstr(finding, "as if the site had paid $10,066.96") != NULL) == stops);
    g_assert_true((strstr(explanation, "owes you $10,066.96") != NULL) == stops);
    g_assert_true((strstr(explanation, "never come") == NULL) == stops);
    g_assert_true((strstr(figure.note, "$10,067") != NULL) == stops);
    figure_clear(&figure);
  }
  free(scratch);
  free(varied);
}

/* What is not yet earned, term by term from its own figure: 2.5 % of fees, 5 % of 444 given back,
 * vouchers used, and the share of the unused that goes with them. */
static void test_not_yet_earned_terms(void) {
  VariedPlan *varied = calloc(1, sizeof *varied);
  YearScratch *scratch = calloc(1, sizeof *scratch);

  plan_example(&varied->plan);
  books_apply(&varied->plan, "deal.card_fee_per_100k=2500|deal.refund_before_use_per_100k=5000|"
                             "deal.breakage_policy=proportional");
  results_compute(&varied->plan, &varied->results, scratch);
  {
    g_autoptr(Books) books = books_new(&varied->plan, &varied->results);
    g_autofree char *text = books_explain(LANGUAGE_EN, books, BOOKS_NOT_YOURS);

    g_assert_nonnull(strstr(text, "+$15,100.44  Received from the site"));
    g_assert_nonnull(strstr(text, "-$888.00  Card fees"));
    /* 22 × 80.00 of 35,520.00, of 14,212.44. */
    g_assert_nonnull(strstr(text, "-$704.22  Vouchers refunded"));
    g_assert_nonnull(strstr(text, "  Share of unused, with use"));
    g_assert_null(strstr(text, "for good"));
    g_autofree char *deferred = books_explain(LANGUAGE_EN, books, BOOKS_DEFERRED);

    g_assert_nonnull(strstr(deferred, "  Share of unused, with use"));
    g_assert_nonnull(strstr(deferred, "As vouchers are used"));
    g_assert_null(strstr(deferred, "only on a date decided"));
    g_assert_nonnull(strstr(text, "  Earned by vouchers used"));
  }
  free(scratch);
  free(varied);
}

/* Returns by office, and what each kind of owner is told of her dates. */
static void test_returns(void) {
  static const struct {
    const char *settings, *row, *rule;
  } said[] = {
      {"business.tax_regime=BC", "Return – BC PST", "assumed: filed and paid electronically"},
      {"business.tax_regime=SK", "Return – SK PST", "assumed: filed and paid electronically"},
      {"business.tax_regime=MB", "Return – MB RST", "due on the 20th"},
      {"business.tax_regime=MB", "Return – GST", "due on the 20th"},
      {"business.reporting_period=annual|business.legal_form=sole_proprietor", "Return",
       "pays by April 30 and files by June 15"},
  };
  VariedPlan *varied = calloc(1, sizeof *varied);
  YearScratch *scratch = calloc(1, sizeof *scratch);

  for (gsize i = 0; i < G_N_ELEMENTS(said); i++) {
    plan_example(&varied->plan);
    books_apply(&varied->plan, said[i].settings);
    results_compute(&varied->plan, &varied->results, scratch);

    g_autoptr(Books) books = books_new(&varied->plan, &varied->results);
    g_autoptr(Table) table = table_books(LANGUAGE_EN, books, BOOKS_REMITTANCES);
    g_autofree char *rule = books_explain(LANGUAGE_EN, books, BOOKS_REMITTANCES);
    bool is_row = false;

    for (int row = 0; row < table_row_count(table); row++) {
      is_row |= g_strcmp0(table_row(table, row)->cell[0].text, said[i].row) == 0;
    }
    g_assert_true(is_row);
    g_assert_nonnull(strstr(rule, said[i].rule));
  }
  free(scratch);
  free(varied);
}

/* An owner's own taxes are told apart and cite no act. */
static void test_custom_taxes(void) {
  VariedPlan *varied = calloc(1, sizeof *varied);
  YearScratch *scratch = calloc(1, sizeof *scratch);

  plan_example(&varied->plan);
  books_apply(&varied->plan,
              "business.tax_regime=custom|business.custom_taxes[0].rate_per_100k=5000|"
              "business.custom_taxes[1].rate_per_100k=9975");
  results_compute(&varied->plan, &varied->results, scratch);
  {
    g_autoptr(Books) books = books_new(&varied->plan, &varied->results);
    g_autoptr(Table) table = table_books(LANGUAGE_EN, books, BOOKS_REMITTANCES);
    bool is_second = false;

    for (int topic = 0; topic < BOOKS_TOPIC_COUNT; topic++) {
      g_autofree char *text = books_explain(LANGUAGE_EN, books, (BooksTopic)topic);
      g_assert_true(!text || !strstr(text, "Excise"));
    }
    for (int column = 0; column < table->column_count; column++) {
      is_second |= g_strcmp0(table->column[column].heading, "of which second tax") == 0;
    }
    g_assert_true(is_second);
  }
  free(scratch);
  free(varied);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/books-words/names", test_names);
  g_test_add_func("/books-words/applies", test_applies);
  g_test_add_func("/books-words/entries", test_entries);
  g_test_add_func("/books-words/entry counts", test_entry_counts);
  g_test_add_func("/books-words/signing", test_signing);
  g_test_add_func("/books-words/scopes", test_scopes);
  g_test_add_func("/books-words/vectors", test_vectors);
  g_test_add_func("/books-words/sold before", test_sold_before);
  g_test_add_func("/books-words/registered before the sale", test_registered_before_sale);
  g_test_add_func("/books-words/site stops", test_site_stops);
  g_test_add_func("/books-words/not yet earned", test_not_yet_earned_terms);
  g_test_add_func("/books-words/returns", test_returns);
  g_test_add_func("/books-words/custom taxes", test_custom_taxes);
  return g_test_run();
}
