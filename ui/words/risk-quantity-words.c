/* Room: words. Knows: what one simulated year is asked. Must not know: how it was computed.
 *
 * Names and values of simulated quantities, and of the inputs that vary them. */
#include <string.h>

#include "model/base/money.h"
#include "ui/words/phrase.h"
#include "ui/words/risk-words.h"

const char *risk_quantity_label(Language language, RiskQuantity quantity) {
  static const char *const labels[RISK_QUANTITY_COUNT] = {
      [RISK_RESULT_CENTS] = N_("Deal compared with no deal"),
      [RISK_LOWEST_CENTS] = N_("Lowest balance"),
      [RISK_LOWEST_WITHOUT_CENTS] = N_("Lowest balance without the deal"),
      [RISK_LOWEST_DAY] = N_("Day of the lowest balance"),
      [RISK_CLOSING_CENTS] = N_("Balance in the end"),
      [RISK_COST_PER_CLIENT_CENTS] = N_("Cost per client kept"),
      [RISK_SOLD] = N_("Vouchers sold"),
      [RISK_USED] = N_("Vouchers that clients want to use"),
      [RISK_SERVED] = N_("Vouchers served"),
      [RISK_UNSERVED] = N_("Vouchers without a place in time"),
      [RISK_REGULARS_WANTED] = N_("Regular visits wanted"),
      [RISK_REGULARS_SERVED] = N_("Regular visits given"),
      [RISK_REFUSED] = N_("Full-price visits refused"),
      [RISK_REFUSED_WITHOUT] = N_("Full-price visits refused without the deal"),
      [RISK_REFUSED_EXTRA] = N_("Full-price visits refused because of the deal"),
      [RISK_REFUSED_EXTRA_PER_100K] = N_("The same, of those wanted"),
      [RISK_RETURN_VISITS] = N_("Visits of returning clients"),
      [RISK_REPLACED] = N_("Regular visits replaced by a voucher"),
      [RISK_PEOPLE_RETURNING] = N_("People who come back"),
      [RISK_LEFT_FOR_GOOD] = N_("Regulars gone for good because of the deal"),
      [RISK_WAIT_P50_DAYS] = N_("Longest wait of half the deal clients"),
      [RISK_WAIT_P95_DAYS] = N_("Longest wait of 19 deal clients in 20"),
      [RISK_WAIT_MAX_DAYS] = N_("Longest wait of all"),
      [RISK_WITHIN_WAIT_PER_100K] = N_("Deal clients placed in time"),
      [RISK_WEEKLY_SHARE_PER_100K] = N_("Deal clients in the fullest week"),
      [RISK_BUSIEST_DEAL_WEEK] = N_("Deal visits in their busiest week"),
      [RISK_BUSIEST_LOAD_PER_100K] = N_("Staff time taken in the busiest week"),
      [RISK_IDLE_FILLED_PER_100K] = N_("Idle staff time that the deal fills"),
  };

  g_return_val_if_fail(quantity < RISK_QUANTITY_COUNT && labels[quantity], "");
  return say(language, labels[quantity]);
}

char *risk_value_text(Language language, const Risk *risk, RiskQuantity quantity, int64_t value) {
  const char *unit = risk_quantity_unit(quantity);

  if (quantity == RISK_RESULT_CENTS) {
    return say_change_about(language, value);
  }
  if (quantity == RISK_LOWEST_DAY) {
    return say_date(language, risk->sale_date + (int32_t)value);
  }
  if (g_str_equal(unit, "cents")) {
    return say_money_about(language, value);
  }
  if (g_str_equal(unit, "per_100k")) {
    return say_percent_about(language, value);
  }
  return g_str_equal(unit, "days") ? phrase_days(language, value)
                                   : say_count_about(language, value);
}

/* The person, room, service or cost that a path is of; NULL when it is of none. */
static const char *owner_name(Language language, const Plan *plan, const char *path) {
  const char *bracket = strchr(path, '[');
  int64_t index = bracket ? g_ascii_strtoll(bracket + 1, NULL, 10) : -1;

  if (g_str_has_prefix(path, "staff[") && index < plan->staff_count) {
    return say_name(language, plan->staff[index].name);
  }
  if (g_str_has_prefix(path, "services[") && index < plan->services_count) {
    return say_name(language, plan->services[index].name);
  }
  if (g_str_has_prefix(path, "one_off_costs[") && index < plan->one_off_costs_count) {
    return say_name(language, plan->one_off_costs[index].name);
  }
  if (g_str_has_prefix(path, "regulars.season_per_100k[") && index < 12) {
    return month_name(language, (int)index + 1);
  }
  if ((g_str_has_prefix(path, "regulars.wanted_milli_visits[") ||
       g_str_has_prefix(path, "deal.weekday_quota[")) &&
      index < 7) {
    return weekday_name(language, (int)index);
  }
  return NULL;
}

char *risk_input_label(Language language, const Plan *plan, const char *path) {
  const char *owner = owner_name(language, plan, path);
  const char *label = field_label(language, path);

  return owner && owner[0] ? g_strdup_printf(say(language, "%1$s: %2$s"), owner, label)
                           : g_strdup(label);
}

char *risk_input_mean_text(Language language, const RiskInput *input) {
  const Field *field = field_find(input->path);
  bool is_share = field && field->unit == UNIT_PER_100K;

  return value_text(language, input->path,
                    is_share ? money_scale_half_up(input->mean, 1, 100) * 100 : input->mean);
}
