/* Room: interview. From answers to a plan. Knows: what each answer changes. Must not know: what
 * makes sense (interview-check.c asks plan_check). */
#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "model/base/money.h"
#include "model/interview/interview.h"
#include "model/plan/fields.h"
#include "model/year/redemption.h"

#define RATE_WHOLE 100000
#define OF_TEN 10000 /* one of ten */

/* The answer within its bounds, when there is one to apply. */
static bool answered(const Interview *interview, InterviewQuestion question, int64_t *value) {
  const QuestionFacts *facts = interview_question(question);
  const InterviewAnswer *answer = &interview->answer[question];

  if (!answer->known || !interview_asks(interview, question)) {
    return false;
  }
  *value = answer->value < facts->minimum   ? facts->minimum
           : answer->value > facts->maximum ? facts->maximum
                                            : answer->value;
  return true;
}

static void say_whence(Plan *plan, InterviewQuestion question, const char *path) {
  bool kept = plan_set_provenance(plan, path, interview_question(question)->provenance, "");

  assert(kept);
  (void)kept;
}

/* Of the service sold. */
static void say_of_service(Plan *plan, InterviewQuestion question, const char *member) {
  char path[PLAN_PATH_SIZE];

  snprintf(path, sizeof path, "services[%d].%s", (int)plan->deal.service_index, member);
  say_whence(plan, question, path);
}

static Uncertainty *find_range(Plan *plan, const char *path) {
  for (int i = 0; i < plan->uncertainty_count; i++) {
    if (strcmp(plan->uncertainty[i].path, path) == 0) {
      return &plan->uncertainty[i];
    }
  }
  return NULL;
}

static void put_range(Plan *plan, const char *path, int64_t low, int64_t high) {
  const Field *field = field_find(path);
  int64_t likely = plan_get(plan, path);
  Uncertainty *range = find_range(plan, path);

  if (!range) {
    assert(plan->uncertainty_count < UNCERTAINTY_MAX);
    range = &plan->uncertainty[plan->uncertainty_count++];
    snprintf(range->path, sizeof range->path, "%s", path);
  }
  low = low > field->minimum ? low : field->minimum;
  high = high < field->maximum ? high : field->maximum;
  range->low = low < likely ? low : likely;
  range->likely = likely;
  range->high = high > likely ? high : likely;
}

/* Answers that are the value of one field. */
static void apply_fields(const Interview *interview, Plan *plan) {
  static const InterviewQuestion PLAIN[] = {
      QUESTION_COMMISSION, QUESTION_VOUCHERS,    QUESTION_CAP,     QUESTION_PAYOUT,
      QUESTION_PATIENCE,   QUESTION_LEAVE,       QUESTION_USED,    QUESTION_EXISTING,
      QUESTION_RETURN,     QUESTION_CASH,        QUESTION_FLOOR,   QUESTION_FIXED,
      QUESTION_DRAW,       QUESTION_GOAL,        QUESTION_CAREFUL, QUESTION_ADVERTISING,
      QUESTION_LEAD,       QUESTION_FLEXIBILITY,
  };

  for (size_t i = 0; i < sizeof PLAIN / sizeof PLAIN[0]; i++) {
    const char *path = interview_question(PLAIN[i])->path;
    int64_t value = 0;

    if (answered(interview, PLAIN[i], &value)) {
      plan_set(plan, path, value);
      say_whence(plan, PLAIN[i], path);
    }
  }
}

static void apply_service(const Interview *interview, Plan *plan) {
  PlanService *service = &plan->services[plan->deal.service_index];
  const char *name = interview->service_name;

  if (interview->answer[QUESTION_SERVICE].known && name[0]) {
    snprintf(service->name, sizeof service->name, "%s", name);
    snprintf(plan->name, sizeof plan->name, "%s", name);
    say_of_service(plan, QUESTION_SERVICE, "name");
    say_whence(plan, QUESTION_SERVICE, "name");
  }
}

static void apply_price(const Interview *interview, Plan *plan) {
  PlanDeal *deal = &plan->deal;
  PlanService *service = &plan->services[deal->service_index];
  int64_t half =
      RATE_WHOLE - money_scale_half_up(deal->price_cents, RATE_WHOLE, deal->list_price_cents);
  int64_t value = 0;
  int64_t discount = half;

  if (answered(interview, QUESTION_LIST_PRICE, &value)) {
    deal->list_price_cents = value;
    service->list_price_cents = value;
    say_whence(plan, QUESTION_LIST_PRICE, "deal.list_price_cents");
    say_of_service(plan, QUESTION_LIST_PRICE, "list_price_cents");
  }
  bool is_price = answered(interview, QUESTION_PRICE, &value);
  bool is_discount = answered(interview, QUESTION_DISCOUNT, &discount);

  deal->price_cents =
      is_price ? value : money_share_half_up(deal->list_price_cents, RATE_WHOLE - discount);
  if (is_price || is_discount) {
    say_whence(plan, QUESTION_PRICE, "deal.price_cents");
  }
}

/* Who has not checked is told with the prudent one, and reminded. */
static void apply_wording(const Interview *interview, Plan *plan) {
  int64_t value = 0;

  if (answered(interview, QUESTION_WORDING, &value)) {
    plan->deal.price_tax_wording = (TaxWording)value;
    say_whence(plan, QUESTION_WORDING, "deal.price_tax_wording");
  } else {
    plan->deal.price_tax_wording = WORDING_NOT_CHECKED;
  }
}

/* "Therapist 6" after "Therapist 5": the first's name with another number. */
static void name_as_first(const char *first, int number, char name[PLAN_TEXT_SIZE]) {
  size_t stem = strcspn(first, "0123456789");

  snprintf(name, PLAN_TEXT_SIZE, "%.*s%d", (int)stem, first, number);
}

static void apply_rooms(const Interview *interview, Plan *plan) {
  int64_t value = 0;

  if (!answered(interview, QUESTION_ROOMS, &value)) {
    return;
  }
  for (int i = plan->rooms_count; i < value; i++) {
    plan->rooms[i] = plan->rooms[0];
    name_as_first(plan->rooms[0].name, i + 1, plan->rooms[i].name);
  }
  plan->rooms_count = (int32_t)value;
  say_whence(plan, QUESTION_ROOMS, "rooms");
}

/* Who is added works as the first does; who is alone works whenever the place is open. */
static void apply_staff(const Interview *interview, Plan *plan) {
  int64_t value = 0;

  if (!answered(interview, QUESTION_STAFF, &value)) {
    return;
  }
  for (int i = plan->staff_count; i < value; i++) {
    plan->staff[i] = plan->staff[0];
    name_as_first(plan->staff[0].name, i + 1, plan->staff[i].name);
  }
  plan->staff_count = (int32_t)value;
  if (value == 1) {
    assert(plan->hours_count <= SHIFTS_MAX);
    memcpy(plan->staff[0].shifts, plan->hours, sizeof plan->hours);
    plan->staff[0].shifts_count = plan->hours_count;
  }
  say_whence(plan, QUESTION_STAFF, "staff");
}

static void apply_visit(const Interview *interview, Plan *plan) {
  PlanService *service = &plan->services[plan->deal.service_index];
  int64_t value = 0;

  if (answered(interview, QUESTION_PEOPLE, &value)) {
    service->people = (int32_t)value;
    /* In a massage each client has a therapist of her own. */
    if (interview->preset == PRESET_SPA) {
      service->staff_needed = (int32_t)value;
      say_of_service(plan, QUESTION_PEOPLE, "staff_needed");
    }
    say_of_service(plan, QUESTION_PEOPLE, "people");
  }
  if (answered(interview, QUESTION_MINUTES, &value)) {
    service->minutes = (int32_t)value;
    say_of_service(plan, QUESTION_MINUTES, "minutes");
  }
  if (answered(interview, QUESTION_SUPPLIES, &value)) {
    service->supplies_cents = value;
    say_of_service(plan, QUESTION_SUPPLIES, "supplies_cents");
  }
}

static void set_guarantee(Plan *plan, InterviewGuarantee guarantee, int64_t wage_cents) {
  bool is_paid = guarantee == GUARANTEE_HOURLY || guarantee == GUARANTEE_MINIMUM;

  for (int i = 0; i < plan->staff_count; i++) {
    plan->staff[i].guarantee_cents_per_hour = is_paid ? wage_cents : 0;
    plan->staff[i].employment =
        guarantee == GUARANTEE_SELF_EMPLOYED ? EMPLOYMENT_SELF_EMPLOYED : EMPLOYMENT_EMPLOYEE;
  }
  for (int i = 0; i < plan->services_count && guarantee == GUARANTEE_HOURLY; i++) {
    plan->services[i].pay_rule = PAY_HOURLY;
    plan->deal_pay.rule = PAY_SAME;
  }
}

static void apply_pay(const Interview *interview, Plan *plan) {
  int64_t guarantee = 0;
  int64_t wage = MINIMUM_WAGE_QC_CENTS_PER_HOUR;
  int64_t value = 0;

  bool is_wage = answered(interview, QUESTION_WAGE, &wage);

  if (answered(interview, QUESTION_GUARANTEE, &guarantee)) {
    set_guarantee(plan, (InterviewGuarantee)guarantee, wage);
    say_whence(plan, QUESTION_GUARANTEE, "staff[].guarantee_cents_per_hour");
    say_whence(plan, QUESTION_GUARANTEE, "staff[].employment");
  } else if (is_wage) {
    set_guarantee(plan, GUARANTEE_MINIMUM, wage);
    say_whence(plan, QUESTION_WAGE, "staff[].guarantee_cents_per_hour");
  }
  if (answered(interview, QUESTION_PAY_SHARE, &value)) {
    for (int i = 0; i < plan->services_count; i++) {
      plan->services[i].pay_per_100k = (int32_t)value;
    }
    say_whence(plan, QUESTION_PAY_SHARE, "services[].pay_per_100k");
  }
  if (answered(interview, QUESTION_DEAL_PAY, &value)) {
    plan->deal_pay = (PlanDealPay){.rule = PAY_FLAT, .flat_cents = value};
    say_whence(plan, QUESTION_DEAL_PAY, "deal_pay");
  }
}

/* Leaves the hours of all other weekdays. */
static void close_weekday(WeeklyHours *hours, int32_t *count, int weekday) {
  int kept = 0;

  for (int i = 0; i < *count; i++) {
    if (hours[i].weekday != weekday) {
      hours[kept++] = hours[i];
    }
  }
  *count = kept;
}

/* Opens a weekday as the model's is open on `like`. */
static void open_weekday(WeeklyHours *hours, int32_t *count, const WeeklyHours *model,
                         int model_count, int like, int weekday) {
  for (int i = 0; i < model_count; i++) {
    if (model[i].weekday == like) {
      assert(*count < HOURS_MAX && *count < SHIFTS_MAX);
      hours[*count] = model[i];
      hours[(*count)++].weekday = weekday;
    }
  }
}

static bool is_open(const Plan *plan, int weekday) {
  for (int i = 0; i < plan->hours_count; i++) {
    if (plan->hours[i].weekday == weekday) {
      return true;
    }
  }
  return false;
}

/* A day without clients is closed; one with clients that the preset has closed opens as the nearest
 * day before it, for the place and for who works then. */
static void apply_weekday_hours(const Plan *preset, Plan *plan, int weekday, bool has_clients) {
  if (!has_clients) {
    close_weekday(plan->hours, &plan->hours_count, weekday);
    for (int i = 0; i < plan->staff_count; i++) {
      close_weekday(plan->staff[i].shifts, &plan->staff[i].shifts_count, weekday);
    }
    say_whence(plan, QUESTION_MONDAY, "hours");
  } else if (!is_open(preset, weekday)) {
    int like = weekday;

    while (!is_open(preset, like)) {
      like = (like + 6) % 7;
    }
    open_weekday(plan->hours, &plan->hours_count, preset->hours, preset->hours_count, like,
                 weekday);
    for (int i = 0; i < plan->staff_count; i++) {
      open_weekday(plan->staff[i].shifts, &plan->staff[i].shifts_count, preset->staff[i].shifts,
                   preset->staff[i].shifts_count, like, weekday);
    }
    say_whence(plan, QUESTION_MONDAY, "hours");
  }
}

/* She knows who was served; wanted = served ÷ (1 − share refused) on a Friday and on days that are
 * as busy (domain §3). */
static void apply_week(const Interview *interview, Plan *plan) {
  const Plan before = *plan;
  int32_t *wanted = plan->regulars.wanted_milli_visits;
  int64_t refused_per_100k = 0;

  for (int i = 0; i < 7; i++) {
    InterviewQuestion question = (InterviewQuestion)(QUESTION_MONDAY + i);
    int64_t value = 0;

    if (answered(interview, question, &value)) {
      wanted[i] = (int32_t)value;
      apply_weekday_hours(&before, plan, i, value > 0);
      say_whence(plan, question, interview_question(question)->path);
    }
  }
  if (answered(interview, QUESTION_FRIDAY_NO, &refused_per_100k)) {
    int32_t friday = wanted[4];

    for (int i = 0; i < 7; i++) {
      if (wanted[i] >= friday) {
        int64_t all = money_scale_half_up(wanted[i], RATE_WHOLE, RATE_WHOLE - refused_per_100k);

        wanted[i] = (int32_t)(all < REGULARS_A_DAY_MAX * 1000 ? all : REGULARS_A_DAY_MAX * 1000);
        say_whence(plan, QUESTION_FRIDAY_NO,
                   interview_question((InterviewQuestion)(QUESTION_MONDAY + i))->path);
      }
    }
  }
}

/* Classes keep the starts that an open day has time for. */
static void drop_starts(Plan *plan) {
  for (int i = 0; i < plan->services_count; i++) {
    PlanService *service = &plan->services[i];
    int length = service->minutes + service->room_turnover_minutes;
    int kept = 0;

    for (int k = 0; k < service->start_minutes_count; k++) {
      int start = service->start_minutes[k];
      bool fits = false;

      for (int h = 0; h < plan->hours_count; h++) {
        fits = fits || (plan->hours[h].begin_minute <= start &&
                        start + length <= plan->hours[h].end_minute);
      }
      if (fits) {
        service->start_minutes[kept++] = start;
      }
    }
    service->start_minutes_count = kept;
  }
}

/* A month left alone is as the preset has it, to the percent. */
static void apply_season(const Interview *interview, Plan *plan) {
  for (int i = 0; i < 12; i++) {
    InterviewQuestion question = (InterviewQuestion)(QUESTION_JANUARY + i);
    int64_t value = 0;

    if (answered(interview, question, &value)) {
      plan->regulars.season_per_100k[i] = (int32_t)value;
      say_whence(plan, question, interview_question(question)->path);
    }
  }
}

static void apply_curve(const Interview *interview, Plan *plan) {
  int64_t value = 0;

  if (answered(interview, QUESTION_CURVE, &value)) {
    plan->deal.curve = redemption_from_first_two_months((int32_t)value);
    say_whence(plan, QUESTION_CURVE, "deal.curve");
  }
}

/* How people book, where she does not know: from half to twice the preset's, and two days or an
 * hour more where that is next to nothing. */
static void widen_bookings(const Interview *interview, Plan *plan) {
  static const struct {
    InterviewQuestion question;
    int64_t more;
  } BOOKINGS[] = {{QUESTION_LEAD, 0}, {QUESTION_FLEXIBILITY, 60}, {QUESTION_PATIENCE, 2}};

  for (size_t i = 0; i < sizeof BOOKINGS / sizeof BOOKINGS[0]; i++) {
    InterviewQuestion question = BOOKINGS[i].question;
    const char *path = interview_question(question)->path;

    if (interview_asks(interview, question) && !interview->answer[question].known) {
      int64_t likely = plan_get(plan, path);

      put_range(plan, path, likely / 2,
                likely + (likely > BOOKINGS[i].more ? likely : BOOKINGS[i].more));
    }
  }
}

/* Who knows narrows the range of the preset, who does not widens it. */
static void apply_ranges(const Interview *interview, Plan *plan) {
  static const InterviewQuestion SHARES[] = {QUESTION_USED, QUESTION_EXISTING, QUESTION_RETURN,
                                             QUESTION_LEAVE};
  int64_t value = 0;
  bool knows_week = answered(interview, QUESTION_MONDAY + 4, &value);

  for (size_t i = 0; i < sizeof SHARES / sizeof SHARES[0]; i++) {
    if (answered(interview, SHARES[i], &value)) {
      put_range(plan, interview_question(SHARES[i])->path, value - OF_TEN, value + OF_TEN);
    }
  }
  value = plan->deal.vouchers_sold;
  if (interview->answer[QUESTION_VOUCHERS].known) {
    put_range(plan, "deal.vouchers_sold", value * 3 / 4, value * 5 / 4);
  } else {
    put_range(plan, "deal.vouchers_sold", value / 3, value * 5 / 2);
  }
  if (!interview->answer[QUESTION_COMMISSION].known) {
    put_range(plan, "deal.commission_per_100k", 42500, 55000);
  }
  if (interview_asks(interview, QUESTION_LEAVE)) {
    if (!interview->answer[QUESTION_LEAVE].known) {
      put_range(plan, "regulars.leave_for_good_per_100k", OF_TEN, 5 * OF_TEN);
    }
    int64_t level = plan->regulars.level_per_100k;
    int64_t spread = knows_week ? OF_TEN : 2 * OF_TEN;

    put_range(plan, "regulars.level_per_100k", level - spread, level + spread);
  }
  widen_bookings(interview, plan);
  if (!interview->answer[QUESTION_CASH].known) {
    value = plan->business.opening_cash_cents;
    put_range(plan, "business.opening_cash_cents", value / 2, value * 3 / 2);
  }
  if (interview_asks(interview, QUESTION_DEAL_PAY) && plan->deal_pay.rule == PAY_FLAT &&
      !interview->answer[QUESTION_DEAL_PAY].known) {
    value = plan->deal_pay.flat_cents;
    put_range(plan, "deal_pay.flat_cents", value * 3 / 4, value * 5 / 4);
  }
}

void interview_apply(const Interview *interview, Plan *plan) {
  preset_fill(interview->preset, interview->sale_date, plan);
  apply_service(interview, plan);
  apply_price(interview, plan);
  apply_wording(interview, plan);
  apply_fields(interview, plan);
  apply_visit(interview, plan);
  apply_rooms(interview, plan);
  apply_staff(interview, plan);
  apply_pay(interview, plan);
  apply_week(interview, plan);
  apply_season(interview, plan);
  apply_curve(interview, plan);
  drop_starts(plan);
  apply_ranges(interview, plan);
}
