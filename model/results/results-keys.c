/* Room: results. The table of scalar outputs: path, type, unit, place in Results, meaning. */
#include "model/results/results.h"

#include <assert.h>
#include <string.h>

static const char *form_name(int value) {
  return verdict_form_name((VerdictForm)value);
}

#define KEY(path, type, unit, member, meaning)                                                     \
  { path, type, unit, offsetof(Results, member), NULL, meaning }
#define CENTS(path, member, meaning) KEY(path, RESULT_INT64, "cents", member, meaning)
#define COUNT(path, member, meaning) KEY(path, RESULT_INT32, "count", member, meaning)
#define DAYS(path, member, meaning) KEY(path, RESULT_INT32, "days", member, meaning)

#define STEP(fall, name, step, meaning)                                                            \
  CENTS("voucher." #fall "." name "_cents", voucher.fall.step_cents[step], meaning)
#define WATERFALL(fall)                                                                            \
  STEP(fall, "list_price", STEP_LIST_PRICE, "list price of what the voucher buys"),                \
      STEP(fall, "discount", STEP_DISCOUNT, "discount, negative"),                                 \
      STEP(fall, "price_paid", STEP_PRICE_PAID, "what the client pays the site"),                  \
      STEP(fall, "tax_inside", STEP_TAX_INSIDE, "taxes inside the price"),                         \
      STEP(fall, "tax_kept", STEP_TAX_KEPT, "taxes the Quick Method leaves"),                      \
      STEP(fall, "commission", STEP_COMMISSION, "the site's share before its tax"),                \
      STEP(fall, "commission_tax", STEP_COMMISSION_TAX, "tax on it that does not come back"),      \
      STEP(fall, "card_fee", STEP_CARD_FEE, "card fee"),                                           \
      STEP(fall, "pay", STEP_PAY, "pay of the visits"),                                            \
      STEP(fall, "contributions", STEP_CONTRIBUTIONS, "employer's contributions on it"),           \
      STEP(fall, "supplies", STEP_SUPPLIES, "supplies"),                                           \
      STEP(fall, "extras", STEP_EXTRAS, "mean margin of extras"),                                  \
      STEP(fall, "left", STEP_LEFT, "what is left per used voucher")

#define CONDITION(name, index, unit)                                                               \
  KEY("verdict.conditions." name ".applies", RESULT_BOOL, "none",                                  \
      verdict.condition[index].applies, "whether the condition is looked at"),                     \
      KEY("verdict.conditions." name ".holds", RESULT_BOOL, "none",                                \
          verdict.condition[index].holds, "whether it holds in the plan year"),                    \
      KEY("verdict.conditions." name ".value", RESULT_INT64, unit, verdict.condition[index].value, \
          "the plan year's value"),                                                                \
      KEY("verdict.conditions." name ".limit", RESULT_INT64, unit, verdict.condition[index].limit, \
          "the owner's limit")

#define EARN(side, name, line, meaning)                                                            \
  CENTS("earnings." #side "." name "_cents", earnings_##side.line_cents[line], meaning)
#define EARNINGS(side)                                                                             \
  EARN(side, "regular_revenue", EARN_REGULAR_REVENUE, "regular visits before tax"),                \
      EARN(side, "returning_revenue", EARN_RETURNING_REVENUE, "returning clients at full price"),  \
      EARN(side, "deal_revenue", EARN_DEAL_REVENUE, "used vouchers before tax"),                   \
      EARN(side, "extras_revenue", EARN_EXTRAS_REVENUE, "extras bought with vouchers"),            \
      EARN(side, "commission", EARN_COMMISSION, "the site's share of used vouchers"),              \
      EARN(side, "unrecoverable_tax", EARN_UNRECOVERABLE_TAX, "tax on costs, not recovered"),      \
      EARN(side, "card_fees", EARN_CARD_FEES, "card fees of used vouchers"),                       \
      EARN(side, "pay", EARN_PAY, "pay with guarantees"),                                          \
      EARN(side, "contributions", EARN_CONTRIBUTIONS, "employer's contributions"),                 \
      EARN(side, "supplies", EARN_SUPPLIES, "supplies of all visits"),                             \
      EARN(side, "extras_cost", EARN_EXTRAS_COST, "cost of extras"),                               \
      EARN(side, "phone", EARN_PHONE, "phone help"),                                               \
      EARN(side, "one_off", EARN_ONE_OFF, "one-off costs and the site's fixed fee"),               \
      EARN(side, "incentives", EARN_INCENTIVES, "price cuts for returning"),                       \
      EARN(side, "refunds", EARN_REFUNDS, "refunds beyond the own share"),                         \
      EARN(side, "tax_kept", EARN_TAX_KEPT, "Quick Method: taxes collected and not remitted"),     \
      EARN(side, "lost_for_good", EARN_LOST_FOR_GOOD, "margin of regulars who left for good"),     \
      CENTS("earnings." #side ".total_cents", earnings_##side.total_cents, "sum of its lines")

#define YEAR(side)                                                                                 \
  COUNT("year." #side ".vouchers_sold", side.vouchers_sold, "vouchers sold"),                      \
      COUNT("year." #side ".vouchers_wanted", side.vouchers_wanted, "vouchers asked to be used"),  \
      COUNT("year." #side ".vouchers_served", side.vouchers_served, "vouchers served at all"),     \
      COUNT("year." #side ".vouchers_forfeited", side.vouchers_forfeited, "lost by no-shows"),     \
      COUNT("year." #side ".vouchers_unserved", side.vouchers_unserved,                            \
            "asked in time, no place"),                                                            \
      COUNT("year." #side ".visits_owed", side.visits_owed, "visits left at the promotion's end"), \
      COUNT("year." #side ".regulars_wanted", side.regulars_wanted, "regular visits wanted"),      \
      COUNT("year." #side ".regulars_served", side.regulars_served, "regular visits given"),       \
      COUNT("year." #side ".regulars_refused", side.regulars_refused, "regular visits refused"),   \
      COUNT("year." #side ".regulars_left_for_good", side.regulars_left_for_good,                  \
            "regulars who left for good"),                                                         \
      COUNT("year." #side ".returns_wanted", side.returns_wanted, "return visits wanted"),         \
      COUNT("year." #side ".returns_served", side.returns_served, "return visits given"),          \
      COUNT("year." #side ".returns_refused", side.returns_refused, "return visits refused"),      \
      COUNT("year." #side ".replaced", side.replaced, "regular visits replaced by vouchers"),      \
      COUNT("year." #side ".people_returning", side.people_returning, "people who return"),        \
      COUNT("year." #side ".new_clients_people", side.new_clients_people, "new people received"),  \
      DAYS("year." #side ".wait_p50_days", side.wait_p50_days, "half wait no longer"),             \
      DAYS("year." #side ".wait_p95_days", side.wait_p95_days, "19 of 20 wait no longer"),         \
      DAYS("year." #side ".wait_max_days", side.wait_max_days, "longest wait"),                    \
      KEY("year." #side ".busiest_deal_week_index", RESULT_INT32, "index",                         \
          side.busiest_deal_week_index, "week from the sale with most deal visits"),               \
      COUNT("year." #side ".busiest_deal_week_visits", side.busiest_deal_week_visits,              \
            "deal visits of that week")

#define CASH(side)                                                                                 \
  CENTS("cash." #side ".opening_cents", cash_##side.opening_cents, "bank on the sale's morning"),  \
      CENTS("cash." #side ".lowest_cents", cash_##side.lowest_cents, "lowest balance"),            \
      KEY("cash." #side ".lowest_day_index", RESULT_INT32, "index", cash_##side.lowest_day_index,  \
          "its first day, from the sale"),                                                         \
      DAYS("cash." #side ".days_under_floor", cash_##side.days_under_floor,                        \
           "days under the owner's floor"),                                                        \
      CENTS("cash." #side ".closing_cents", cash_##side.closing_cents, "bank at the horizon"),     \
      CENTS("cash." #side ".tax_collected_cents", cash_##side.tax_collected_cents,                 \
            "taxes of all invoices"),                                                              \
      CENTS("cash." #side ".tax_credits_cents", cash_##side.tax_credits_cents,                     \
            "credits for taxes paid on costs"),                                                    \
      CENTS("cash." #side ".tax_remitted_cents", cash_##side.tax_remitted_cents,                   \
            "taxes remitted within the horizon, less refunds"),                                    \
      CENTS("cash." #side ".tax_kept_cents", cash_##side.tax_kept_cents,                           \
            "Quick Method: collected and not to be remitted; else 0"),                             \
      CENTS("cash." #side ".first_tax_collected_cents", cash_##side.collected_by_tax_cents[0],     \
            "collected of the first tax: GST, HST or the first custom one"),                       \
      CENTS("cash." #side ".first_tax_credits_cents", cash_##side.credits_by_tax_cents[0],         \
            "credits for it on costs"),                                                            \
      CENTS("cash." #side ".second_tax_collected_cents", cash_##side.collected_by_tax_cents[1],    \
            "collected of the second tax: QST, provincial or the second custom one"),              \
      CENTS("cash." #side ".second_tax_credits_cents", cash_##side.credits_by_tax_cents[1],        \
            "credits for it on costs"),                                                            \
      CENTS("cash." #side ".site_unpaid_cents", cash_##side.site_unpaid_cents,                     \
            "what the site still owes when it stops paying"),                                      \
      COUNT("cash." #side ".remittance_count", cash_##side.remittance_count,                       \
            "tax returns and instalments, those after the horizon too"),                           \
      CENTS("cash." #side ".highest_not_yet_earned_cents",                                         \
            cash_##side.highest_not_yet_earned_cents, "most of the site's money not yet earned"),  \
      KEY("cash." #side ".highest_not_yet_earned_day_index", RESULT_INT32, "index",                \
          cash_##side.highest_not_yet_earned_day_index, "its first day, from the sale")

#define PHONE(name, type, unit, meaning) KEY("phone." #name, type, unit, phone.name, meaning)
#define PHONES                                                                                     \
  PHONE(applies, RESULT_BOOL, "none", "somebody phones on the days listed"),                       \
      PHONE(callers_milli, RESULT_INT32, "milli", "buyers who phone"),                             \
      PHONE(talk_minutes, RESULT_INT32, "minutes", "length of all their first calls"),             \
      PHONE(calls_milli, RESULT_INT32, "milli", "first calls of the days listed"),                 \
      PHONE(attempts_milli, RESULT_INT32, "milli", "with those who call again"),                   \
      PHONE(lost_milli, RESULT_INT32, "milli", "of them, voice mails"),                            \
      PHONE(hardest_day_index, RESULT_INT32, "index", "day with most people missing"),             \
      PHONE(hired_minutes, RESULT_INT32, "minutes", "time of the plan's extra people"),            \
      PHONE(hired_cents, RESULT_INT64, "cents", "what they cost"),                                 \
      PHONE(extra_minutes_needed, RESULT_INT32, "minutes",                                         \
            "needed beyond one's own people, on the days listed"),                                 \
      PHONE(extra_needed_cents, RESULT_INT64, "cents", "what that would cost")

#define REGISTRATION(side, member)                                                                 \
  KEY("registration." #side ".is_watched", RESULT_BOOL, "none", member.is_watched,                 \
      "a small supplier who is not registered"),                                                   \
      KEY("registration." #side ".is_passed", RESULT_BOOL, "none", member.is_passed,               \
          "whether the threshold of 30,000 is passed by the horizon"),                             \
      KEY("registration." #side ".passed_date", RESULT_DATE, "date", member.passed_date,           \
          "the day it is passed"),                                                                 \
      KEY("registration." #side ".registered_from_date", RESULT_DATE, "date",                      \
          member.registered_from_date, "first day of the registration that follows")

#define SHARE(path, member, meaning) KEY(path, RESULT_INT32, "per_100k", member, meaning)
#define LOAD(name, span)                                                                           \
  KEY("load." name ".idle_without_minutes", RESULT_INT64, "minutes",                               \
      load_figures[span].idle_without_minutes, "staff time on shift and not booked, no deal"),     \
      KEY("load." name ".idle_filled_minutes", RESULT_INT64, "minutes",                            \
          load_figures[span].idle_filled_minutes,                                                  \
          "staff time booked, with the deal less without"),                                        \
      SHARE("load." name ".idle_filled_per_100k", load_figures[span].idle_filled_per_100k,         \
            "the same over the idle time without the deal"),                                       \
      SHARE("load." name ".staff_use_per_100k", load_figures[span].staff_use_per_100k[1],          \
            "people's booked time over their shifts"),                                             \
      SHARE("load." name ".staff_use_without_per_100k", load_figures[span].staff_use_per_100k[0],  \
            "the same without the deal"),                                                          \
      SHARE("load." name ".room_use_per_100k", load_figures[span].room_use_per_100k[1],            \
            "rooms' booked time over their open hours"),                                           \
      SHARE("load." name ".room_use_without_per_100k", load_figures[span].room_use_per_100k[0],    \
            "the same without the deal"),                                                          \
      KEY("load." name ".busiest_weekday", RESULT_INT32, "weekday",                                \
          load_figures[span].busiest_weekday, "of the fullest hour of the week; -1: none booked"), \
      KEY("load." name ".busiest_hour", RESULT_INT32, "hour", load_figures[span].busiest_hour,     \
          "that clock hour, 0 to 23"),                                                             \
      SHARE("load." name ".busiest_use_per_100k", load_figures[span].busiest_use_per_100k,         \
            "time booked in it over the time there is"),                                           \
      COUNT("load." name ".refused_visits", load_figures[span].refused_visits[1],                  \
            "regular and returning visits refused, by wanted day"),                                \
      COUNT("load." name ".refused_without_visits", load_figures[span].refused_visits[0],          \
            "the same without the deal"),                                                          \
      SHARE("load." name ".refused_per_100k", load_figures[span].refused_per_100k[1],              \
            "over those wanted"),                                                                  \
      SHARE("load." name ".refused_without_per_100k", load_figures[span].refused_per_100k[0],      \
            "the same without the deal"),                                                          \
      KEY("load." name ".most_refused_weekday", RESULT_INT32, "weekday",                           \
          load_figures[span].most_refused_weekday,                                                 \
          "weekday on which most are refused; -1: nobody is"),                                     \
      COUNT("load." name ".most_refused_visits", load_figures[span].most_refused_visits,           \
            "refused on that weekday"),                                                            \
      COUNT("load." name ".visits_with_accompanied", load_figures[span].visits_with_accompanied,   \
            "visits given with the help of one who serves only accompanied")

static const ResultKey keys[] = {
    KEY("has_calendar", RESULT_BOOL, "none", has_calendar, "false without rooms: no bookings"),
    KEY("sale_date", RESULT_DATE, "date", sale_date, "day 0"),
    DAYS("horizon_days", days, "length of the horizon"),
    KEY("plan_fingerprint", RESULT_HEX, "none", plan_fingerprint, "of every value of the plan"),
    CENTS("headline.left_used_cents", headline.left_used_cents, "what is kept per used voucher"),
    CENTS("headline.deal_against_none_cents", headline.deal_against_none_cents,
          "deal compared with no deal, before income tax"),
    COUNT("headline.refused_because_of_deal", headline.refused_because_of_deal,
          "regular and returning visits refused, more than without the deal"),
    CENTS("headline.lowest_balance_cents", headline.lowest_balance_cents, "lowest bank balance"),
    KEY("headline.lowest_balance_date", RESULT_DATE, "date", headline.lowest_balance_date,
        "its first day"),
    CENTS("headline.not_yet_earned_cents", headline.not_yet_earned_cents,
          "most money received and not yet earned"),
    KEY("headline.not_yet_earned_date", RESULT_DATE, "date", headline.not_yet_earned_date,
        "its first day"),
    CENTS("headline.cost_per_client_kept_cents", headline.cost_per_client_kept_cents,
          "loss per person who returns; 0 when there is no loss"),
    COUNT("headline.clients_kept_people", headline.clients_kept_people, "people who return"),
    KEY("headline.has_clients_kept", RESULT_BOOL, "none", headline.has_clients_kept,
        "whether anybody returns"),
    {"verdict.form", RESULT_NAME, "none", offsetof(Results, verdict.form), form_name,
     "yes, as_advertising or no, from the plan year"},
    KEY("verdict.floor_broken_without", RESULT_BOOL, "none", verdict.floor_broken_without,
        "the floor breaks without the deal too"),
    CONDITION("result", CONDITION_RESULT, "cents"),
    CONDITION("cost_per_client_kept", CONDITION_COST_PER_CLIENT_KEPT, "cents"),
    CONDITION("wait", CONDITION_WAIT, "per_100k"),
    CONDITION("refused", CONDITION_REFUSED, "per_100k"),
    CONDITION("weekly_share", CONDITION_WEEKLY_SHARE, "per_100k"),
    CONDITION("cash_floor", CONDITION_CASH_FLOOR, "cents"),
    WATERFALL(used),
    WATERFALL(used_extra),
    WATERFALL(used_included),
    CENTS("voucher.left_used_cents", voucher.left_used_cents, "left per used voucher"),
    CENTS("voucher.guaranteed_anyway_cents", voucher.guaranteed_anyway_cents,
          "part of the pay that is guaranteed anyway"),
    CENTS("voucher.left_unused_cents", voucher.left_unused_cents,
          "income of an unused voucher under the breakage policy"),
    CENTS("voucher.unused_kept_cents", voucher.unused_kept_cents,
          "stays in the bank while an unused one never comes"),
    CENTS("voucher.left_existing_cents", voucher.left_existing_cents,
          "left when an existing client uses one"),
    CENTS("voucher.left_returning_cents", voucher.left_returning_cents,
          "left of a returning client's later visit"),
    CENTS("voucher.margin_regular_cents", voucher.margin_regular_cents,
          "margin of the deal's service at full price"),
    CENTS("voucher.margin_mean_regular_cents", voucher.margin_mean_regular_cents,
          "mean margin of a regular visit"),
    CENTS("voucher.wording_difference_cents", voucher.wording_difference_cents,
          "what taxes extra is worth against included"),
    CENTS("voucher.client_pays_at_counter_cents", voucher.client_pays_at_counter_cents,
          "what the client adds at the counter"),
    REGISTRATION(with, registration),
    REGISTRATION(without, registration_without),
    CENTS("registration.left_used_cents", left_used_registered_cents,
          "what is kept per used voucher once registered; 0 when not watched"),
    CENTS("registration.left_used_unregistered_cents", left_used_unregistered_cents,
          "the same while not registered; 0 when not watched"),
    CENTS("registration.left_sold_before_cents", left_sold_before_cents,
          "the same of one sold before and used after; 0 when not watched"),
    EARNINGS(with),
    EARNINGS(without),
    YEAR(with),
    YEAR(without),
    CASH(with),
    CASH(without),
    LOAD("rush", LOAD_RUSH),
    LOAD("whole", LOAD_WHOLE),
    CENTS("load.revenue_per_hour_cents", revenue_per_hour_cents,
          "revenue before tax for each treatment-hour there is, booked or not"),
    CENTS("load.revenue_per_hour_without_cents", revenue_per_hour_without_cents,
          "the same without the deal"),
    PHONES,
};

int result_key_count(void) {
  return (int)(sizeof keys / sizeof keys[0]);
}

const ResultKey *result_key_at(int index) {
  assert(index >= 0 && index < result_key_count());
  return &keys[index];
}

const ResultKey *result_key_find(const char *path) {
  for (int i = 0; i < result_key_count(); i++)
    if (strcmp(keys[i].path, path) == 0)
      return &keys[i];
  return NULL;
}

int64_t result_get(const Results *results, const ResultKey *key) {
  const char *place = (const char *)results + key->offset;
  int64_t number = 0;
  int32_t small = 0;
  bool truth = false;
  VerdictForm form = VERDICT_NO;
  switch (key->type) {
  case RESULT_INT64:
  case RESULT_HEX:
    memcpy(&number, place, sizeof number);
    return number;
  case RESULT_BOOL:
    memcpy(&truth, place, sizeof truth);
    return truth;
  case RESULT_NAME:
    memcpy(&form, place, sizeof form);
    return form;
  case RESULT_INT32:
  case RESULT_DATE:
  default:
    memcpy(&small, place, sizeof small);
    return small;
  }
}
