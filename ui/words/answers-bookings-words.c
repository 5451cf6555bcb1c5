/* Room: words. Knows: the calendar's figures and the simulated years. Must not know: how they are
 * drawn, screens.
 *
 * Who comes when, who waits, who is turned away, who answers the phone. Where simulated years are
 * there they are told; before, the plan year, named as such. */
#include "model/base/money.h"
#include "ui/words/answers-parts.h"
#include "ui/words/load-words.h"
#include "ui/words/phone-words.h"
#include "ui/words/phrase.h"
#include "ui/words/verdict-parts.h"

/* Vouchers down to 10; fewer than 10 as they are. */
static char *down_to_ten(Language language, int64_t count) {
  return say_number(language, count >= 10 ? count / 10 * 10 : count);
}

char *answer_used(Language language, const Study *study) {
  const Risk *risk = told_risk(study);
  g_autofree char *curve = load_find_curve(language, study);

  if (plan_vouchers_sold(study->plan) == 0) {
    return g_strdup(say(language, "No voucher is sold."));
  }
  if (!risk) {
    g_autofree char *used = say_number(language, study->results->with.vouchers_wanted);
    g_autofree char *sold = phrase_vouchers(language, study->results->with.vouchers_sold);

    return g_strdup_printf(say(language, "%1$s of %2$s in the plan year. %3$s."), used, sold,
                           curve);
  }
  const int64_t *used = risk_told(risk)->spread[RISK_USED].percentile;
  g_autofree char *middle = say_vouchers_about(language, used[RISK_P50]);
  g_autofree char *low = down_to_ten(language, used[RISK_P5]);
  g_autofree char *high = down_to_ten(language, used[RISK_P95]);

  return g_strdup_printf(say(language, "Used: %1$s, 9 times in 10 from %2$s to %3$s. %4$s."),
                         middle, low, high, curve);
}

char *answer_wait(Language language, const Study *study) {
  const Risk *risk = told_risk(study);
  g_autofree char *waits = risk ? load_simulated_waits(language, study) : NULL;

  if (!study->results->has_calendar) {
    return answer_needs_calendar(language);
  }
  if (plan_vouchers_sold(study->plan) == 0) {
    return g_strdup(say(language, "No voucher is sold."));
  }
  if (!waits) {
    g_autofree char *planned = load_find_waits(language, study);

    return g_strdup_printf(say(language, "%s (plan year, too kind)."), planned);
  }
  int64_t unserved = risk_told(risk)->spread[RISK_UNSERVED].percentile[RISK_P90];
  g_autofree char *never = say_number(language, about_count(unserved));

  if (unserved <= 0) {
    return g_steal_pointer(&waits);
  }
  return g_strdup_printf(say_count(language, unserved,
                                   "%1$s 9 years in 10, at most %2$s never gets a place.",
                                   "%1$s 9 years in 10, at most %2$s never get a place."),
                         waits, never);
}

/* Requests of regulars and of returning clients refused because of the deal, what their visits
 * would have left, and who never comes back. */
static char *refused_text(Language language, const char *refused, int64_t worth_cents,
                          int64_t gone_milli) {
  g_autofree char *worth = say_money_about(language, worth_cents);
  g_autofree char *gone = say_milli_about(language, gone_milli);

  return gone_milli < 500
             ? g_strdup_printf(say(language, "%1$s, which would have left you %2$s."), refused,
                               worth)
             : g_strdup_printf(say(language, "%1$s, which would have left you %2$s; %3$s regulars "
                                             "leave for good."),
                               refused, worth, gone);
}

static char *refused_in_plan_year(Language language, const Results *results) {
  int64_t refused = results->headline.refused_because_of_deal;
  int64_t gone =
      (int64_t)results->with.regulars_left_for_good - results->without.regulars_left_for_good;
  g_autofree char *number = say_number(language, refused);
  g_autofree char *visits = g_strdup_printf(
      say_count(language, refused, "%s visit at full price refused because of the deal (plan year)",
                "%s visits at full price refused because of the deal (plan year)"),
      number);

  if (refused <= 0) {
    return g_strdup(say(language, "None because of the deal in the plan year, which is too kind on "
                                  "refusals."));
  }
  return refused_text(language, visits, refused * results->voucher.margin_mean_regular_cents,
                      gone * 1000);
}

char *answer_refused(Language language, const Study *study) {
  const Risk *risk = told_risk(study);

  if (!study->results->has_calendar) {
    return answer_needs_calendar(language);
  }
  if (!risk) {
    return refused_in_plan_year(language, study->results);
  }
  const RiskSpread *spread = &risk_told(risk)->spread[RISK_REFUSED_EXTRA];
  int64_t tenth = spread->percentile[RISK_P90];
  int64_t gone_milli = risk_told(risk)->spread[RISK_LEFT_FOR_GOOD].mean_milli;
  g_autofree char *mean = phrase_capital(say_milli_about(language, spread->mean_milli));
  g_autofree char *most = say_count_about(language, tenth);

  if (spread->mean_milli < 500) {
    return g_strdup(say(language, "None on average because of the deal."));
  }
  g_autofree char *visits = g_strdup_printf(
      say(language, "%1$s visits at full price refused because of the deal (9 years in 10 at most "
                    "%2$s)"),
      mean, most);

  return refused_text(language, visits,
                      money_scale_half_up(spread->mean_milli,
                                          study->results->voucher.margin_mean_regular_cents, 1000),
                      gone_milli);
}

/* --- the phone ----------------------------------------------------------------------------- */

#define PHONE_DAYS_NAMED 3

/* "4 people on Feb 4" */
static char *phone_day_text(Language language, const PhoneDay *day) {
  char date[NUMBER_TEXT_SIZE];
  g_autofree char *people = phone_people_text(language, day->people_needed);

  return g_strdup_printf(say(language, "%1$s on %2$s"), people,
                         date_format_day(language, day->date, date, sizeof date));
}

/* The first days with calls, the people each takes; *left: days with calls beyond those. */
static char *phone_days_text(Language language, const Phone *phone, int *left) {
  char *parts[PHONE_DAYS_NAMED];
  char *text;
  int count = 0;

  *left = 0;
  for (int i = 0; i < phone->day_count; i++) {
    if (phone->day[i].people_needed == 0) {
      continue;
    }
    if (count == PHONE_DAYS_NAMED) {
      ++*left;
    } else {
      parts[count++] = phone_day_text(language, &phone->day[i]);
    }
  }
  text = count > 0 ? phrase_list(language, (const char *const *)parts, count) : g_strdup("");
  for (int i = 0; i < count; i++) {
    g_free(parts[i]);
  }
  return text;
}

char *answer_phone(Language language, const Study *study) {
  const Phone *phone = &study->results->phone;
  const PhoneDay *hardest = &phone->day[phone->hardest_day_index];
  g_autofree char *days = NULL;
  g_autofree char *there = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *others = NULL;
  int left = 0;

  if (!phone->applies) {
    return g_strdup(say(language, "Nobody: no buyer phones in the days after the sale."));
  }
  days = phone_days_text(language, phone, &left);
  hours = say_clock_span(language, hardest->hour[0].begin_minute,
                         hardest->hour[hardest->hour_count - 1].end_minute);
  there = say_number(language, hardest->people);
  others = say_number(language, left);
  if (left == 0) {
    return g_strdup_printf(
        say(language, "%1$s, from %2$s; on the hardest day you have %3$s in the plan."), days,
        hours, there);
  }
  return g_strdup_printf(say_count(language, left,
                                   "%1$s, from %2$s, then %4$s more day; on the hardest day you "
                                   "have %3$s in the plan.",
                                   "%1$s, from %2$s, then %4$s more days; on the hardest day you "
                                   "have %3$s in the plan."),
                         days, hours, there, others);
}

/* --- rooms and people ---------------------------------------------------------------------- */

/* "20% of the list price", "$20.75 for each person" of a rule with its number. */
static char *pay_rule_text(Language language, PayRule rule, int32_t per_100k, int64_t flat_cents) {
  g_autofree char *rate = say_percent(language, per_100k);
  g_autofree char *flat = say_money(language, flat_cents);

  switch (rule) {
  case PAY_PERCENT_OF_LIST:
    return g_strdup_printf(say(language, "%s of the list price, shared"), rate);
  case PAY_PERCENT_OF_PRICE:
    return g_strdup_printf(say(language, "%s of the price paid, shared"), rate);
  case PAY_PERCENT_OF_OWN_SHARE:
    return g_strdup_printf(say(language, "%s of what the site leaves, shared"), rate);
  case PAY_FLAT:
    return g_strdup_printf(say(language, "%s for each person"), flat);
  case PAY_HOURLY:
  case PAY_SAME:
  case PAY_COUNT:
    break;
  }
  return g_strdup(say(language, "nothing beyond the hours"));
}

/* What the people of a deal visit are paid for it. */
static char *pay_text(Language language, const Plan *plan) {
  const PlanService *service = &plan->services[plan->deal.service_index];
  g_autofree char *people = say_number(language, service->staff_needed);
  g_autofree char *rule = plan->deal_pay.rule == PAY_SAME
                              ? pay_rule_text(language, service->pay_rule, service->pay_per_100k,
                                              service->pay_flat_cents)
                              : pay_rule_text(language, plan->deal_pay.rule,
                                              plan->deal_pay.per_100k, plan->deal_pay.flat_cents);

  if (service->staff_needed == 0) {
    return g_strdup(say(language, "A deal visit needs no staff in the plan, so none is paid for "
                                  "it."));
  }
  return g_strdup_printf(say_count(language, service->staff_needed,
                                   "A deal visit takes %1$s person and pays %2$s.",
                                   "A deal visit takes %1$s people and pays %2$s."),
                         people, rule);
}

/* "An empty day holds from 8 to 18 of these visits"; "" before the quota is there. */
static char *slots_text(Language language, const Study *study) {
  const Quota *quota = study->decisions ? &study->decisions->quota : NULL;
  int32_t least = INT32_MAX, most = 0;

  if (!decisions_has(study->decisions, DECIDE_QUOTA) || !quota->applies) {
    return g_strdup("");
  }
  for (int i = 0; i < 7; i++) {
    if (quota->day[i].is_open) {
      least = MIN(least, quota->day[i].slots);
      most = MAX(most, quota->day[i].slots);
    }
  }
  g_autofree char *low = say_number(language, least);
  g_autofree char *high = say_number(language, most);

  if (most == 0) {
    return g_strdup(say(language, "No day holds a deal visit; "));
  }
  return least == most
             ? g_strdup_printf(say(language, "An empty day holds %s deal visits; "), high)
             : g_strdup_printf(say(language, "An empty day holds from %1$s to %2$s deal visits; "),
                               low, high);
}

char *answer_rooms(Language language, const Study *study) {
  const LoadFigures *rush = &study->results->load_figures[LOAD_RUSH];
  g_autofree char *pay = pay_text(language, study->plan);
  g_autofree char *slots = slots_text(language, study);
  g_autofree char *rooms = load_share_text(language, rush->room_use_per_100k[1], RATE_ONE_PER_100K);
  g_autofree char *people =
      load_share_text(language, rush->staff_use_per_100k[1], RATE_ONE_PER_100K);
  g_autofree char *use = NULL;

  if (!study->results->has_calendar) {
    return g_strdup_printf(say(language, "No rooms are in the plan. %s"), pay);
  }
  use = load_counts_rooms(study->plan)
            ? g_strdup_printf(say(language, "in the first 8 weeks the rooms are %s taken"), rooms)
            : g_strdup_printf(say(language, "in the first 8 weeks the rooms are %1$s taken, the "
                                            "people on shift %2$s"),
                              rooms, people);
  use = slots[0] ? g_steal_pointer(&use) : phrase_capital(g_steal_pointer(&use));
  return g_strdup_printf("%s%s. %s", slots, use, pay);
}
