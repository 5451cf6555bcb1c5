/* See books-said.h. */
#include "tests/books-said.h"

#include <stdlib.h>

#include "model/year/year-scratch.h"
#include "model/store/plan-json.h"

bool is_well_written(Language language, const char *text) {
  return text && text[0] && g_utf8_validate(text, -1, NULL) &&
         !g_regex_match_simple("%(\\d+\\$)?[0-9]*[sd]|\\(null\\)|\uFFFD|  +\\n", text, 0, 0) &&
         (language != LANGUAGE_FR ||
          !g_regex_match_simple("'|[^\u00a0\\n]:(\\s|$)|[0-9] [%$]|\\s[;!?]|“", text, 0, 0));
}

/* "|" between those of one plan. */
static const char *const settings[] = {
    "business.quick_method=true",
    "business.quick_method=true|deal.price_tax_wording=included",
    "business.quick_method=true|regulars.level_per_100k=220000|deal.vouchers_sold=6000",
    "business.quick_method=true|business.tax_regime=ON",
    "business.quick_method=true|deal.tax_treatment=site_principal",
    "deal.tax_treatment=list_price",
    "deal.tax_treatment=site_principal",
    "deal.tax_treatment=at_sale",
    "deal.tax_treatment=at_sale|deal.price_tax_wording=included",
    "deal.price_tax_wording=not_checked",
    "business.gst_registered=false",
    "business.gst_registered=false|regulars.level_per_100k=1000",
    "business.gst_registered=false|regulars.level_per_100k=1000|deal.vouchers_sold=0",
    "business.gst_registered=false|regulars.level_per_100k=5000|deal.vouchers_sold=300",
    "business.gst_registered=false|deal.tax_treatment=list_price",
    "business.tax_regime=exempt",
    "business.tax_regime=BC|business.provincial_tax_applies=true",
    "business.tax_regime=SK|business.provincial_tax_applies=true|business.quick_method=true",
    "business.reporting_period=annual",
    "business.reporting_period=annual|business.legal_form=sole_proprietor",
    "business.reporting_period=monthly|business.fiscal_year_end_month=3",
    "deal.payout_basis=redeemed",
    "deal.site_stops_paying_date=2026-03-01",
    "deal.breakage_policy=when_remote|deal.breakage_date=2027-03-01",
    "deal.breakage_policy=when_remote",
    "deal.no_show_rule=forfeit|deal.no_show_per_100k=8000",
    "deal.refund_before_use_per_100k=5000|deal.refund_after_use_per_100k=3000",
    "deal.vouchers_sold=1600|deal.if_not_served=refund",
    "deal.commission_expense=at_sale|deal.card_fee_per_100k=2500|deal.fixed_fee_cents=25000",
    "clients.tips_cents_per_visit=900",
    "business.opening_cash_cents=-900000",
    "deal.commission_tax=none",
    "deal.sale_days=20|business.fiscal_year_end_month=2",
};

void books_apply(Plan *plan, const char *list) {
  g_auto(GStrv) pairs = g_strsplit(list, "|", -1);

  for (int i = 0; pairs[i]; i++) {
    g_auto(GStrv) pair = g_strsplit(pairs[i], "=", 2);
    const char *why = NULL;

    if (!plan_set_from_text(plan, pair[0], pair[1], &why)) {
      g_error("%s: %s", pairs[i], why);
    }
  }
}

void books_settings_each(void (*check)(const Plan *plan, const Results *results)) {
  Plan *plan = calloc(1, sizeof *plan);
  Results *results = calloc(1, sizeof *results);
  YearScratch *scratch = calloc(1, sizeof *scratch);

  for (gsize i = 0; i < G_N_ELEMENTS(settings); i++) {
    Problems problems;

    plan_example(plan);
    books_apply(plan, settings[i]);
    plan_check(plan, &problems);
    g_assert_cmpint(problems.blocking_count, ==, 0);
    g_test_message("%s", settings[i]);
    results_compute(plan, results, scratch);
    check(plan, results);
  }
  free(scratch);
  free(results);
  free(plan);
}
