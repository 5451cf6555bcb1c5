/* Room: words. Knows: fields, units, choices. Must not know: screens, results.
 *
 * A value of the plan as people read it: "50%", "taxes extra", "no limit". */
#include <string.h>

#include "ui/words/phrase.h"

static const char *const legal_forms[LEGAL_COUNT] = {
    [LEGAL_SOLE_PROPRIETOR] = N_("sole proprietor"),
    [LEGAL_PARTNERSHIP] = N_("partnership"),
    [LEGAL_CORPORATION] = N_("corporation"),
};
static const char *const tax_regimes[REGIME_COUNT] = {
    [REGIME_QC] = N_("Québec"),
    [REGIME_ON] = N_("Ontario"),
    [REGIME_NS] = N_("Nova Scotia"),
    [REGIME_NB] = N_("New Brunswick"),
    [REGIME_NL] = N_("Newfoundland and Labrador"),
    [REGIME_PE] = N_("Prince Edward Island"),
    [REGIME_AB] = N_("Alberta"),
    [REGIME_BC] = N_("British Columbia"),
    [REGIME_SK] = N_("Saskatchewan"),
    [REGIME_MB] = N_("Manitoba"),
    [REGIME_YT] = N_("Yukon"),
    [REGIME_NT] = N_("Northwest Territories"),
    [REGIME_NU] = N_("Nunavut"),
    [REGIME_EXEMPT] = N_("exempt services"),
    [REGIME_CUSTOM] = N_("my own tax rates"),
};
static const char *const reporting_periods[REPORTING_COUNT] = {
    [REPORTING_MONTHLY] = N_("monthly"),
    [REPORTING_QUARTERLY] = N_("quarterly"),
    [REPORTING_ANNUAL] = N_("annual"),
};
static const char *const employments[EMPLOYMENT_COUNT] = {
    [EMPLOYMENT_EMPLOYEE] = N_("employee"),
    [EMPLOYMENT_SELF_EMPLOYED] = N_("self-employed"),
};
static const char *const pay_rules[PAY_COUNT] = {
    [PAY_PERCENT_OF_LIST] = N_("share of the list price"),
    [PAY_PERCENT_OF_PRICE] = N_("share of the price paid"),
    [PAY_PERCENT_OF_OWN_SHARE] = N_("share of what the site leaves"),
    [PAY_FLAT] = N_("amount per visit"),
    [PAY_HOURLY] = N_("by the hour only"),
    [PAY_SAME] = N_("as for a regular visit"),
};
static const char *const tax_treatments[TREATMENT_COUNT] = {
    [TREATMENT_GIFT_CERTIFICATE] = N_("when used, on the price paid"),
    [TREATMENT_LIST_PRICE] = N_("when used, on the list price"),
    [TREATMENT_SITE_PRINCIPAL] = N_("the site buys the service from you"),
    [TREATMENT_AT_SALE] = N_("when the voucher is sold"),
};
static const char *const wordings[WORDING_COUNT] = {
    [WORDING_EXTRA] = N_("taxes extra"),
    [WORDING_INCLUDED] = N_("taxes included"),
    [WORDING_NOT_CHECKED] = N_("not checked"),
};
static const char *const commission_taxes[COMMISSION_TAX_COUNT] = {
    [COMMISSION_TAX_ADDED] = N_("added"),
    [COMMISSION_TAX_INCLUDED] = N_("included"),
    [COMMISSION_TAX_NONE] = N_("no tax"),
};
static const char *const commission_expenses[COMMISSION_EXPENSE_COUNT] = {
    [COMMISSION_MATCHED] = N_("when the voucher is used"),
    [COMMISSION_AT_SALE] = N_("when the voucher is sold"),
};
static const char *const card_fee_bases[CARD_FEE_BASE_COUNT] = {
    [CARD_FEE_ON_PRICE] = N_("the whole price"),
    [CARD_FEE_ON_OWN_SHARE] = N_("what the site leaves"),
};
static const char *const payout_bases[PAYOUT_COUNT] = {
    [PAYOUT_SOLD] = N_("for vouchers sold"),
    [PAYOUT_REDEEMED] = N_("for vouchers used"),
};
static const char *const no_show_rules[NO_SHOW_COUNT] = {
    [NO_SHOW_REBOOK] = N_("they book again"),
    [NO_SHOW_FORFEIT] = N_("the voucher is lost"),
};
static const char *const unserved_rules[UNSERVED_COUNT] = {
    [UNSERVED_HONOUR_LATER] = N_("served later"),
    [UNSERVED_REFUND] = N_("refunded"),
};
static const char *const breakage_policies[BREAKAGE_COUNT] = {
    [BREAKAGE_NONE] = N_("never income"),
    [BREAKAGE_WHEN_REMOTE] = N_("income once judged unused for good"),
    [BREAKAGE_PROPORTIONAL] = N_("income as the others are used"),
};
static const char *const goals[GOAL_COUNT] = {
    [GOAL_EARN] = N_("to earn"),
    [GOAL_ADVERTISE] = N_("to advertise"),
};
static const char *const provenances[PROVENANCE_COUNT] = {
    [PROVENANCE_ASSUMED] = N_("assumed"),   [PROVENANCE_GUESS] = N_("guess"),
    [PROVENANCE_PRESET] = N_("preset"),     [PROVENANCE_MINE] = N_("your own figure"),
    [PROVENANCE_CONTRACT] = N_("contract"), [PROVENANCE_REPORTED] = N_("reported"),
};

static const struct {
  const char *path;
  const char *const *labels; /* by the enum's value */
  int count;
} choices[] = {
    {"business.legal_form", legal_forms, LEGAL_COUNT},
    {"business.tax_regime", tax_regimes, REGIME_COUNT},
    {"business.reporting_period", reporting_periods, REPORTING_COUNT},
    {"staff[].employment", employments, EMPLOYMENT_COUNT},
    {"services[].pay_rule", pay_rules, PAY_COUNT},
    {"deal.tax_treatment", tax_treatments, TREATMENT_COUNT},
    {"deal.price_tax_wording", wordings, WORDING_COUNT},
    {"deal.commission_tax", commission_taxes, COMMISSION_TAX_COUNT},
    {"deal.commission_expense", commission_expenses, COMMISSION_EXPENSE_COUNT},
    {"deal.card_fee_base", card_fee_bases, CARD_FEE_BASE_COUNT},
    {"deal.payout_basis", payout_bases, PAYOUT_COUNT},
    {"deal.no_show_rule", no_show_rules, NO_SHOW_COUNT},
    {"deal.if_not_served", unserved_rules, UNSERVED_COUNT},
    {"deal.breakage_policy", breakage_policies, BREAKAGE_COUNT},
    {"deal_pay.rule", pay_rules, PAY_COUNT},
    {"conditions.goal", goals, GOAL_COUNT},
    {"provenance[].kind", provenances, PROVENANCE_COUNT},
};

/* What an absent value means where it means something. */
static const struct {
  const char *path;
  const char *text;
} absent_values[] = {
    {"deal.contract_cap", N_("no limit")},
    {"deal.weekday_quota[]", N_("no limit")},
    {"deal.daily_limit_per_100k", N_("no limit")},
    {"deal.breakage_date", N_("not decided")},
    {"deal.site_stops_paying_date", N_("it pays")},
    {"rooms[].from_date", N_("always")},
    {"rooms[].to_date", N_("always")},
    {"staff[].from_date", N_("always")},
    {"staff[].to_date", N_("always")},
};

const char *choice_label(Language language, const Field *field, int choice) {
  for (gsize i = 0; i < G_N_ELEMENTS(choices); i++) {
    if (strcmp(field->path, choices[i].path) == 0 && choice >= 0 && choice < choices[i].count) {
      return say(language, choices[i].labels[choice]);
    }
  }
  return say(language, "not set");
}

const char *provenance_label(Language language, ProvenanceKind kind) {
  g_return_val_if_fail(kind < PROVENANCE_COUNT, "");
  return say(language, provenances[kind]);
}

char *provenance_text(Language language, const Plan *plan, const char *path) {
  const Provenance *provenance = plan_provenance(plan, path);
  const char *kind;

  if (!provenance) {
    return g_strdup(say(language, "not said"));
  }
  kind = provenance_label(language, provenance->kind);
  /* A source said of everything is no source of this value. */
  if (!provenance->source[0] || strcmp(provenance->path, "*") == 0) {
    return g_strdup(kind);
  }
  return g_strdup_printf("%s (%s)", kind, say_name(language, provenance->source));
}

static char *absent_text(Language language, const Field *field) {
  for (gsize i = 0; i < G_N_ELEMENTS(absent_values); i++) {
    if (strcmp(field->path, absent_values[i].path) == 0) {
      return g_strdup(say(language, absent_values[i].text));
    }
  }
  return g_strdup(say(language, "not set"));
}

/* Thousandths of a thing, its unit taken from the end of the path. */
static char *milli_text(Language language, const char *path, int64_t value) {
  char number[NUMBER_TEXT_SIZE];
  bool one = value == 1000 || (language == LANGUAGE_FR && value > -2000 && value < 2000);
  int64_t count = one ? 1 : 2;

  milli_format(language, value, number, sizeof number);
  if (g_str_has_suffix(path, "_milli_days")) {
    return g_strdup_printf(say_count(language, count, "%s day", "%s days"), number);
  }
  if (g_str_has_suffix(path, "_milli_weeks")) {
    return g_strdup_printf(say_count(language, count, "%s week", "%s weeks"), number);
  }
  if (g_str_has_suffix(path, "_milli_hours")) {
    return g_strdup_printf(say_count(language, count, "%s hour", "%s hours"), number);
  }
  if (g_str_has_suffix(path, "_milli_minutes")) {
    return g_strdup_printf(say(language, "%s min"), number);
  }
  return g_strdup(number);
}

static char *number_text(Language language, const Field *field, int64_t value) {
  char text[NUMBER_TEXT_SIZE];

  switch (field->unit) {
  case UNIT_CENTS:
    return say_money(language, value);
  case UNIT_PER_100K:
    return say_percent(language, value);
  case UNIT_MILLI:
    return milli_text(language, field->path, value);
  case UNIT_MINUTES:
    count_format(language, value, text, sizeof text);
    return g_strdup_printf(say(language, "%s min"), text);
  case UNIT_MINUTE_OF_DAY:
    return g_strdup(time_format(language, (int)value, text, sizeof text));
  case UNIT_DAYS:
    return phrase_days(language, value);
  case UNIT_DATE:
    return say_date(language, (int32_t)value);
  case UNIT_WEEKDAY:
    return g_strdup(value >= 0 && value < 7 ? weekday_name(language, (int)value) : "–");
  case UNIT_MONTH:
    return g_strdup(value >= 1 && value <= 12 ? month_name(language, (int)value) : "–");
  case UNIT_INDEX:
    return say_number(language, value + 1); /* people count from 1 */
  case UNIT_NONE:
  case UNIT_COUNT_OF:
  case UNIT_WEIGHT:
  case UNIT_TEXT:
  case UNIT_COUNT:
    break;
  }
  return say_number(language, value);
}

char *value_text(Language language, const char *path, int64_t value) {
  const Field *field = field_find(path);

  if (!field) {
    return say_number(language, value);
  }
  if (field->nullable && value == field_none(field)) {
    return absent_text(language, field);
  }
  if (field->type == FIELD_BOOL) {
    return g_strdup(value ? say(language, "yes") : say(language, "no"));
  }
  if (field->type == FIELD_CHOICE) {
    return g_strdup(choice_label(language, field, (int)value));
  }
  return number_text(language, field, value);
}

char *field_value_text(Language language, const Plan *plan, const char *path) {
  const Field *field = field_find(path);

  g_return_val_if_fail(field != NULL, NULL);
  if (field->type == FIELD_TEXT) {
    const char *text = plan_get_text(plan, path);

    return g_strdup(text && text[0] ? say_name(language, text) : say(language, "not set"));
  }
  if (strcmp(field->path, "deal.service_index") == 0) {
    int32_t index = plan->deal.service_index;

    if (index >= 0 && index < plan->services_count) {
      return g_strdup(say_name(language, plan->services[index].name));
    }
  }
  return value_text(language, path, plan_get(plan, path));
}
