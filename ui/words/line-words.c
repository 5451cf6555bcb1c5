/* Room: words. Knows: the lines of the engine's accounts. Must not know: amounts, screens. */
#include "ui/words/words.h"

const char *waterfall_step_label(Language language, WaterfallStep step) {
  static const char *const labels[STEP_COUNT] = {
      [STEP_LIST_PRICE] = N_("List price"),
      [STEP_DISCOUNT] = N_("Discount"),
      [STEP_PRICE_PAID] = N_("Price paid"),
      [STEP_TAX_INSIDE] = N_("Taxes inside the price"),
      [STEP_TAX_KEPT] = N_("Tax kept (Quick Method)"),
      [STEP_COMMISSION] = N_("Commission"),
      [STEP_COMMISSION_TAX] = N_("Its tax, not recovered"),
      [STEP_CARD_FEE] = N_("Card fee"),
      [STEP_PAY] = N_("Pay for the visit"),
      [STEP_CONTRIBUTIONS] = N_("Payroll contributions"),
      [STEP_SUPPLIES] = N_("Supplies"),
      [STEP_EXTRAS] = N_("Extras, less their cost"),
      [STEP_LEFT] = N_("What you keep"),
  };

  g_return_val_if_fail(step < STEP_COUNT, "");
  return say(language, labels[step]);
}

const char *cash_line_label(Language language, CashLine line) {
  static const char *const labels[CASH_LINE_COUNT] = {
      [CASH_REGULAR_TAKINGS] = N_("Takings from regulars"),
      [CASH_RETURNING_TAKINGS] = N_("Takings from returning clients"),
      [CASH_DEAL_COUNTER] = N_("Paid at the counter by deal clients"),
      [CASH_SITE_PAYOUTS] = N_("Payouts from the site"),
      [CASH_PAY] = N_("Pay"),
      [CASH_CONTRIBUTIONS] = N_("Payroll contributions"),
      [CASH_SUPPLIES] = N_("Supplies"),
      [CASH_FIXED_COSTS] = N_("Fixed costs"),
      [CASH_OWNER_DRAW] = N_("Owner’s draw"),
      [CASH_PHONE] = N_("Phone help"),
      [CASH_ONE_OFF] = N_("One-off costs"),
      [CASH_CARD_FEES] = N_("Card fees"),
      [CASH_REFUNDS] = N_("Refunds"),
      [CASH_TAXES] = N_("Taxes remitted"),
      [CASH_TIPS] = N_("Tips of the staff"),
  };

  g_return_val_if_fail(line < CASH_LINE_COUNT, "");
  return say(language, labels[line]);
}

const char *earn_line_label(Language language, EarnLine line) {
  static const char *const labels[EARN_LINE_COUNT] = {
      [EARN_REGULAR_REVENUE] = N_("Revenue from regulars"),
      [EARN_RETURNING_REVENUE] = N_("Revenue from returning clients"),
      [EARN_DEAL_REVENUE] = N_("Revenue from vouchers used"),
      [EARN_EXTRAS_REVENUE] = N_("Extras sold"),
      [EARN_COMMISSION] = N_("Commission"),
      [EARN_UNRECOVERABLE_TAX] = N_("Tax not recovered"),
      [EARN_CARD_FEES] = N_("Card fees"),
      [EARN_PAY] = N_("Pay"),
      [EARN_CONTRIBUTIONS] = N_("Payroll contributions"),
      [EARN_SUPPLIES] = N_("Supplies"),
      [EARN_EXTRAS_COST] = N_("Cost of extras"),
      [EARN_PHONE] = N_("Phone help"),
      [EARN_ONE_OFF] = N_("One-off costs"),
      [EARN_INCENTIVES] = N_("Incentives to return"),
      [EARN_REFUNDS] = N_("Refunds"),
      [EARN_TAX_KEPT] = N_("Tax kept (Quick Method)"),
      [EARN_LOST_FOR_GOOD] = N_("Regulars gone for good"),
  };

  g_return_val_if_fail(line < EARN_LINE_COUNT, "");
  return say(language, labels[line]);
}

const char *visit_kind_label(Language language, VisitKind kind) {
  static const char *const labels[VISIT_KIND_COUNT] = {
      [VISIT_REGULAR] = N_("regular"),
      [VISIT_RETURNING] = N_("returning"),
      [VISIT_DEAL] = N_("deal"),
  };

  g_return_val_if_fail(kind < VISIT_KIND_COUNT, "");
  return say(language, labels[kind]);
}

const char *tax_kind_label(Language language, TaxKind kind) {
  static const char *const labels[TAX_KIND_COUNT] = {
      [TAX_GST] = N_("GST"), [TAX_QST] = N_("QST"),    [TAX_HST] = N_("HST"),
      [TAX_PST] = N_("PST"), [TAX_CUSTOM] = N_("Tax"),
  };

  g_return_val_if_fail(kind < TAX_KIND_COUNT, "");
  return say(language, labels[kind]);
}

const char *tax_label(Language language, const TaxSet *set, int index) {
  g_return_val_if_fail(index >= 0 && index < set->count, "");
  if (set->count == 1 || set->component[index].kind != TAX_CUSTOM) {
    return tax_kind_label(language, set->component[index].kind);
  }
  return index == 0 ? say(language, "first tax") : say(language, "second tax");
}
