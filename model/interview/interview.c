/* Room: interview. What is asked, of whom, and what is taken when the answer is not known. */
#include "model/interview/interview.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "model/base/money.h"
#include "model/plan/fields.h"
#include "model/year/redemption.h"

#define PRICE_MOST INT64_C(10000000)
#define MONEY_MOST INT64_C(100000000000)
#define RATE_WHOLE 100000
#define DAY_MINUTES 1440

#define CONTRACT(kind, path, low, high)                                                            \
  { INTERVIEW_CONTRACT, kind, path, low, high, PROVENANCE_CONTRACT, {0}, 0 }
#define MINE(step, kind, path, low, high)                                                          \
  { step, kind, path, low, high, PROVENANCE_MINE, {0}, 0 }
#define WEEKDAY(index)                                                                             \
  MINE(INTERVIEW_WEEK, ANSWER_MILLI, "regulars.wanted_milli_visits[" #index "]", 0, 400000)

#define MONTH(index)                                                                               \
  {                                                                                                \
    INTERVIEW_WEEK, ANSWER_CHOICE, "regulars.season_per_100k[" #index "]", SEASON_QUIET,           \
        SEASON_BUSY, PROVENANCE_MINE, {SEASON_QUIET, SEASON_NORMAL, SEASON_BUSY}, 3                \
  }

static const QuestionFacts FACTS[QUESTION_COUNT] = {
    [QUESTION_SERVICE] = CONTRACT(ANSWER_TEXT, "deal.service_index", 0, 0),
    [QUESTION_LIST_PRICE] = CONTRACT(ANSWER_MONEY, "deal.list_price_cents", 100, PRICE_MOST),
    [QUESTION_PRICE] = CONTRACT(ANSWER_MONEY, "deal.price_cents", 100, PRICE_MOST),
    [QUESTION_DISCOUNT] = CONTRACT(ANSWER_SHARE, "deal.price_cents", 0, 99000),
    [QUESTION_COMMISSION] = CONTRACT(ANSWER_SHARE, "deal.commission_per_100k", 0, RATE_WHOLE),
    [QUESTION_VOUCHERS] =
        MINE(INTERVIEW_CONTRACT, ANSWER_COUNT_OF, "deal.vouchers_sold", 1, VOUCHERS_MAX),
    [QUESTION_CAP] = CONTRACT(ANSWER_COUNT_OF, "deal.contract_cap", 1, VOUCHERS_MAX),
    [QUESTION_WORDING] = {INTERVIEW_CONTRACT,
                          ANSWER_CHOICE,
                          "deal.price_tax_wording",
                          0,
                          WORDING_COUNT - 1,
                          PROVENANCE_CONTRACT,
                          {WORDING_EXTRA, WORDING_INCLUDED},
                          2},
    [QUESTION_PAYOUT] = {INTERVIEW_CONTRACT,
                         ANSWER_CHOICE,
                         "deal.payout_basis",
                         0,
                         PAYOUT_COUNT - 1,
                         PROVENANCE_CONTRACT,
                         {PAYOUT_SOLD, PAYOUT_REDEEMED},
                         2},
    [QUESTION_ROOMS] = MINE(INTERVIEW_PLACE, ANSWER_COUNT_OF, "rooms", 1, ROOMS_MAX),
    [QUESTION_STAFF] = MINE(INTERVIEW_PLACE, ANSWER_COUNT_OF, "staff", 1, STAFF_MAX),
    [QUESTION_PEOPLE] = MINE(INTERVIEW_PLACE, ANSWER_COUNT_OF, NULL, 1, 12),
    [QUESTION_MINUTES] = MINE(INTERVIEW_PLACE, ANSWER_COUNT_OF, NULL, 5, 480),
    [QUESTION_SUPPLIES] = MINE(INTERVIEW_PLACE, ANSWER_MONEY, NULL, 0, PRICE_MOST),
    [QUESTION_GUARANTEE] = {INTERVIEW_PLACE,
                            ANSWER_CHOICE,
                            "staff[].guarantee_cents_per_hour",
                            0,
                            GUARANTEE_COUNT - 1,
                            PROVENANCE_MINE,
                            {GUARANTEE_HOURLY, GUARANTEE_MINIMUM, GUARANTEE_NONE,
                             GUARANTEE_SELF_EMPLOYED},
                            4},
    [QUESTION_WAGE] =
        MINE(INTERVIEW_PLACE, ANSWER_MONEY, "staff[].guarantee_cents_per_hour", 100, 20000),
    [QUESTION_PAY_SHARE] =
        MINE(INTERVIEW_PLACE, ANSWER_SHARE, "services[].pay_per_100k", 0, RATE_WHOLE),
    [QUESTION_DEAL_PAY] = MINE(INTERVIEW_PLACE, ANSWER_MONEY, "deal_pay", 0, PRICE_MOST),
    [QUESTION_MONDAY] = WEEKDAY(0),
    [QUESTION_MONDAY + 1] = WEEKDAY(1),
    [QUESTION_MONDAY + 2] = WEEKDAY(2),
    [QUESTION_MONDAY + 3] = WEEKDAY(3),
    [QUESTION_MONDAY + 4] = WEEKDAY(4),
    [QUESTION_MONDAY + 5] = WEEKDAY(5),
    [QUESTION_SUNDAY] = WEEKDAY(6),
    [QUESTION_FRIDAY_NO] = MINE(INTERVIEW_WEEK, ANSWER_OF_TEN, NULL, 0, 80000),
    [QUESTION_JANUARY] = MONTH(0),
    [QUESTION_JANUARY + 1] = MONTH(1),
    [QUESTION_JANUARY + 2] = MONTH(2),
    [QUESTION_JANUARY + 3] = MONTH(3),
    [QUESTION_JANUARY + 4] = MONTH(4),
    [QUESTION_JANUARY + 5] = MONTH(5),
    [QUESTION_JANUARY + 6] = MONTH(6),
    [QUESTION_JANUARY + 7] = MONTH(7),
    [QUESTION_JANUARY + 8] = MONTH(8),
    [QUESTION_JANUARY + 9] = MONTH(9),
    [QUESTION_JANUARY + 10] = MONTH(10),
    [QUESTION_DECEMBER] = MONTH(11),
    [QUESTION_LEAD] = MINE(INTERVIEW_WEEK, ANSWER_MILLI, "regulars.lead_mean_milli_days", 0, 60000),
    [QUESTION_FLEXIBILITY] = {INTERVIEW_WEEK,
                              ANSWER_CHOICE,
                              "regulars.flexibility_minutes",
                              0,
                              DAY_MINUTES,
                              PROVENANCE_MINE,
                              {0, 60, 120, DAY_MINUTES},
                              4},
    [QUESTION_PATIENCE] =
        MINE(INTERVIEW_WEEK, ANSWER_COUNT_OF, "regulars.patience_open_days", 0, 60),
    [QUESTION_LEAVE] =
        MINE(INTERVIEW_WEEK, ANSWER_OF_TEN, "regulars.leave_for_good_per_100k", 0, RATE_WHOLE),
    [QUESTION_CURVE] = {INTERVIEW_WEEK,
                        ANSWER_CHOICE,
                        "deal.curve",
                        0,
                        RATE_WHOLE,
                        PROVENANCE_MINE,
                        {20000, 30000, 40000, 50000, 60000},
                        5},
    [QUESTION_USED] = MINE(INTERVIEW_WEEK, ANSWER_OF_TEN, "deal.used_per_100k", 0, RATE_WHOLE),
    [QUESTION_EXISTING] =
        MINE(INTERVIEW_WEEK, ANSWER_OF_TEN, "clients.existing_per_100k", 0, RATE_WHOLE),
    [QUESTION_RETURN] =
        MINE(INTERVIEW_WEEK, ANSWER_OF_TEN, "clients.return_per_100k", 0, RATE_WHOLE),
    [QUESTION_CASH] =
        MINE(INTERVIEW_MONEY, ANSWER_MONEY, "business.opening_cash_cents", -MONEY_MOST, MONEY_MOST),
    [QUESTION_FLOOR] =
        MINE(INTERVIEW_MONEY, ANSWER_MONEY, "business.cash_floor_cents", -MONEY_MOST, MONEY_MOST),
    [QUESTION_FIXED] =
        MINE(INTERVIEW_MONEY, ANSWER_MONEY, "business.fixed_costs_monthly_cents", 0, MONEY_MOST),
    [QUESTION_DRAW] =
        MINE(INTERVIEW_MONEY, ANSWER_MONEY, "business.owner_draw_monthly_cents", 0, MONEY_MOST),
    [QUESTION_GOAL] = {INTERVIEW_MONEY,
                       ANSWER_CHOICE,
                       "conditions.goal",
                       0,
                       GOAL_COUNT - 1,
                       PROVENANCE_MINE,
                       {GOAL_EARN, GOAL_ADVERTISE},
                       2},
    [QUESTION_ADVERTISING] = MINE(INTERVIEW_MONEY, ANSWER_MONEY,
                                  "clients.usual_advertising_cents_per_new_client", 0, PRICE_MOST),
    [QUESTION_CAREFUL] = {INTERVIEW_MONEY,
                          ANSWER_CHOICE,
                          "conditions.confidence_per_100k",
                          50000,
                          99900,
                          PROVENANCE_MINE,
                          {80000, 90000, 95000},
                          3},
};

void interview_init(Interview *interview, Preset preset, int32_t sale_date) {
  *interview = (Interview){.preset = preset, .sale_date = sale_date};
}

const QuestionFacts *interview_question(InterviewQuestion question) {
  assert((unsigned)question < QUESTION_COUNT);
  return &FACTS[question];
}

static InterviewGuarantee preset_guarantee(const Plan *preset) {
  return preset->staff_count > 0 && preset->staff[0].guarantee_cents_per_hour > 0
             ? GUARANTEE_MINIMUM
             : GUARANTEE_NONE;
}

static bool has_staff(Preset preset) {
  return preset == PRESET_SPA || preset == PRESET_HAIR;
}

static bool has_rooms(Preset preset) {
  return preset != PRESET_ONE_OFF;
}

static InterviewGuarantee guarantee_taken(const Interview *interview) {
  const InterviewAnswer *answer = &interview->answer[QUESTION_GUARANTEE];

  if (answer->known && answer->value >= 0 && answer->value < GUARANTEE_COUNT) {
    return (InterviewGuarantee)answer->value;
  }
  return interview->preset == PRESET_HAIR ? GUARANTEE_MINIMUM : GUARANTEE_NONE;
}

bool interview_asks(const Interview *interview, InterviewQuestion question) {
  Preset preset = interview->preset;

  switch ((int)question) {
  case QUESTION_DISCOUNT:
    return !interview->answer[QUESTION_PRICE].known;
  case QUESTION_ROOMS:
  case QUESTION_PEOPLE:
  case QUESTION_MINUTES:
  case QUESTION_FRIDAY_NO:
  case QUESTION_LEAD:
  case QUESTION_FLEXIBILITY:
  case QUESTION_PATIENCE:
  case QUESTION_LEAVE:
    return has_rooms(preset);
  case QUESTION_STAFF:
  case QUESTION_GUARANTEE:
    return has_staff(preset);
  case QUESTION_WAGE:
    return has_staff(preset) && (guarantee_taken(interview) == GUARANTEE_HOURLY ||
                                 guarantee_taken(interview) == GUARANTEE_MINIMUM);
  case QUESTION_PAY_SHARE:
  case QUESTION_DEAL_PAY:
    return has_staff(preset) && guarantee_taken(interview) != GUARANTEE_HOURLY;
  case QUESTION_USED:
  case QUESTION_EXISTING:
  case QUESTION_RETURN:
    return !has_rooms(preset);
  default:
    return has_rooms(preset) || ((question < QUESTION_MONDAY || question > QUESTION_SUNDAY) &&
                                 (question < QUESTION_JANUARY || question > QUESTION_DECEMBER));
  }
}

InterviewSeason interview_season(int64_t season_per_100k) {
  return season_per_100k <= (SEASON_QUIET + SEASON_NORMAL) / 2 ? SEASON_QUIET
         : season_per_100k < (SEASON_NORMAL + SEASON_BUSY) / 2 ? SEASON_NORMAL
                                                               : SEASON_BUSY;
}

/* What each gets for a deal visit of the plan, where they are paid by the visit. */
static int64_t deal_pay_each_cents(const Plan *plan) {
  const PlanService *service = &plan->services[plan->deal.service_index];

  if (plan->deal_pay.rule == PAY_FLAT) {
    return plan->deal_pay.flat_cents;
  }
  return money_scale_half_up(service->list_price_cents, service->pay_per_100k,
                             (int64_t)RATE_WHOLE *
                                 (service->staff_needed ? service->staff_needed : 1));
}

int64_t interview_fallback(const Interview *interview, InterviewQuestion question) {
  static const Interview NOTHING;
  Interview known = NOTHING;
  Plan plan;

  known.preset = interview->preset;
  known.sale_date = interview->sale_date;
  /* What a price is half of, and what a share is of, may be known. */
  known.answer[QUESTION_LIST_PRICE] = interview->answer[QUESTION_LIST_PRICE];
  known.answer[QUESTION_PAY_SHARE] = interview->answer[QUESTION_PAY_SHARE];
  interview_apply(&known, &plan);
  const PlanService *service = &plan.services[plan.deal.service_index];

  switch ((int)question) {
  case QUESTION_DISCOUNT:
    return RATE_WHOLE -
           money_scale_half_up(plan.deal.price_cents, RATE_WHOLE, plan.deal.list_price_cents);
  case QUESTION_ROOMS:
    return plan.rooms_count;
  case QUESTION_STAFF:
    return plan.staff_count;
  case QUESTION_PEOPLE:
    return service->people;
  case QUESTION_MINUTES:
    return service->minutes;
  case QUESTION_SUPPLIES:
    return service->supplies_cents;
  case QUESTION_GUARANTEE:
    return preset_guarantee(&plan);
  case QUESTION_WAGE:
    return MINIMUM_WAGE_QC_CENTS_PER_HOUR;
  case QUESTION_PAY_SHARE:
    return service->pay_per_100k;
  case QUESTION_DEAL_PAY:
    return deal_pay_each_cents(&plan);
  case QUESTION_FRIDAY_NO:
    return 0;          /* the visits of a preset are those wanted */
  case QUESTION_CURVE: /* the nearest of the answers */
    return (redemption_first_two_months_per_100k(&plan.deal.curve) + 5000) / 10000 * 10000;
  case QUESTION_CAP:
    return plan.deal.contract_cap;
  default:
    assert(question != QUESTION_SERVICE);
    return plan_get(&plan, FACTS[question].path);
  }
}

/* A path with the service sold, or the first, where it is of any. */
static void whole_path(const Plan *plan, const char *path, char whole[PLAN_PATH_SIZE]) {
  const char *gap = strstr(path, "[]");
  int index = strncmp(path, "services", strlen("services")) == 0 ? plan->deal.service_index : 0;

  if (gap) {
    snprintf(whole, PLAN_PATH_SIZE, "%.*s[%d]%s", (int)(gap - path), path, index, gap + 2);
  } else {
    snprintf(whole, PLAN_PATH_SIZE, "%s", path);
  }
}

const Provenance *interview_source(const Interview *interview, InterviewQuestion question,
                                   Plan *plan) {
  char path[PLAN_PATH_SIZE];

  preset_fill(interview->preset, interview->sale_date, plan);
  if (!FACTS[question].path) {
    return NULL;
  }
  whole_path(plan, FACTS[question].path, path);
  const Provenance *source = plan_provenance(plan, path);

  return source && strcmp(source->path, "*") != 0 ? source : NULL;
}
