/* Room: plan. Knows: published figures. Must not know: screens, translations.
 *
 * Five starting points. What has a published source cites it; all the rest is ours and says so. */
#include "model/plan/presets.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "model/plan/published-figures.h"

#define OURS "starting point of the program: put your own figure"

static const char *const NAMES[PRESET_COUNT] = {"spa", "hair", "restaurant", "class", "one_off"};

const char *preset_name(Preset preset) {
  assert((unsigned)preset < PRESET_COUNT);
  return NAMES[preset];
}

static void set_name(char name[PLAN_TEXT_SIZE], const char *text) {
  snprintf(name, PLAN_TEXT_SIZE, "%s", text);
}

static void add_hours(Plan *plan, int first_weekday, int last_weekday, int begin_minute,
                      int end_minute) {
  for (int weekday = first_weekday; weekday <= last_weekday; weekday++) {
    plan->hours[plan->hours_count++] = (WeeklyHours){weekday, begin_minute, end_minute};
  }
}

static void add_rooms(Plan *plan, const char *kind, int count) {
  for (int i = 0; i < count; i++) {
    PlanRoom *room = &plan->rooms[plan->rooms_count++];

    *room = (PlanRoom){.from_date = DATE_NONE, .to_date = DATE_NONE};
    snprintf(room->name, sizeof room->name, "%s %d", kind, i + 1);
  }
}

/* Adds a person who works on some days of the week, one bit a weekday from Monday. */
static void add_person(Plan *plan, const char *name, unsigned weekdays, int begin_minute,
                       int end_minute) {
  PlanStaff *person = &plan->staff[plan->staff_count++];

  *person = (PlanStaff){.from_date = DATE_NONE, .to_date = DATE_NONE};
  set_name(person->name, name);
  for (int weekday = 0; weekday < 7; weekday++) {
    if (weekdays >> weekday & 1) {
      person->shifts[person->shifts_count++] = (WeeklyHours){weekday, begin_minute, end_minute};
    }
  }
}

static void add_service(Plan *plan, const char *name, int32_t mix_per_100k, PlanService service) {
  PlanRegulars *regulars = &plan->regulars;

  set_name(service.name, name);
  plan->services[plan->services_count++] = service;
  regulars->service_mix_per_100k[regulars->service_mix_per_100k_count++] = mix_per_100k;
}

static void add_range(Plan *plan, const char *path, int64_t low, int64_t likely, int64_t high) {
  Uncertainty *range = &plan->uncertainty[plan->uncertainty_count++];

  *range = (Uncertainty){.low = low, .likely = likely, .high = high};
  snprintf(range->path, sizeof range->path, "%s", path);
}

/* "Québec payroll rates, 2026; Québec employers": the year once, whom it was asked of last. */
static void source_write(const PublishedFigure *figure, char source[PLAN_TEXT_SIZE]) {
  char year[PLAN_TEXT_SIZE] = "";

  if (figure->year > 0) {
    snprintf(year, sizeof year, "%d", figure->year);
  }
  bool is_said = strstr(figure->source, year) != NULL;
  int length = snprintf(source, PLAN_TEXT_SIZE, "%s%s%s; %s", figure->source, is_said ? "" : ", ",
                        is_said ? "" : year, figure->who);

  assert(length < PLAN_TEXT_SIZE);
  (void)length;
}

/* Says that the values at the figure's path are the published ones. */
static void cite(Plan *plan, int figure_index) {
  const PublishedFigure *figure = published_figure_at(figure_index);
  char source[PLAN_TEXT_SIZE];

  source_write(figure, source);
  bool kept = plan_set_provenance(plan, figure->path, PROVENANCE_PRESET, source);

  assert(kept);
  (void)kept;
}

/* What the five have in common: a deal at half price, a site that keeps half, a year to use it. */
static void fill_common(Plan *plan, int32_t sale_date) {
  PlanDeal *deal = &plan->deal;

  deal->sale_date = sale_date;
  deal->promotion_end_date = date_add_months(sale_date, 12);
  deal->commission_per_100k = 50000;
  deal->price_tax_wording = WORDING_EXTRA;
  deal->used_per_100k = 78300;
  for (int i = 0; i < 3; i++) {
    deal->instalments[i] = (Instalment){(const int[]){5, 30, 60}[i], true, 1};
  }
  deal->instalments_count = 3;
  plan->business.legal_form = LEGAL_CORPORATION;
  plan->business.contributions_per_100k = 20000;
  plan->business.fixed_costs_taxable_per_100k = 60000;
  plan->conditions.goal = GOAL_ADVERTISE;
  plan->clients.existing_per_100k = 20000;
  plan->clients.extras_share_per_100k = 35900;
  plan->clients.extras_cost_per_100k = 50000;
  plan->clients.return_per_100k = 19900;
  plan->phone.buyers_calling_per_100k = 50000;
  for (int i = 0; i < 3; i++) {
    plan->phone.day_weight[i] = (const int[]){50, 30, 20}[i];
  }
  plan->phone.day_weight_count = 3;
  plan->phone.extra_cents_per_hour = 1800;

  plan_set_provenance(plan, "*", PROVENANCE_ASSUMED, OURS);
  cite(plan, FIGURE_USED);
  cite(plan, FIGURE_EXTRAS_SHARE);
  cite(plan, FIGURE_RETURN);
  cite(plan, FIGURE_EXISTING);
  cite(plan, FIGURE_COMMISSION);
  cite(plan, FIGURE_PAYOUT_THIRDS);
  cite(plan, FIGURE_CONTRIBUTIONS);
  cite(plan, FIGURE_CALL);
}

/* What else could be done for new clients. The hours and months are those of people who did it. */
static void fill_alternatives(Plan *plan, int32_t own_offer_buyers) {
  plan->alternatives = (PlanAlternatives){.own_offer_buyers = own_offer_buyers,
                                          .own_offer_discount_per_100k = 30000,
                                          .web_weekly_milli_hours = 11000,
                                          .web_months_before_result = 6,
                                          .web_new_clients_monthly = 4,
                                          .web_cents_per_hour = 2500};
  cite(plan, FIGURE_WEB_HOURS);
  cite(plan, FIGURE_WEB_MONTHS);
}

/* Deal price, list price and the number likely sold, with its range. Who has not asked herself yet
 * does not know more than what all surveys together say: each range goes a little beyond them. */
static void fill_offer(Plan *plan, int service_index, int32_t vouchers) {
  PlanDeal *deal = &plan->deal;

  deal->service_index = service_index;
  deal->list_price_cents = plan->services[service_index].list_price_cents;
  deal->price_cents = deal->list_price_cents / 2;
  deal->vouchers_sold = vouchers;
  add_range(plan, "deal.vouchers_sold", vouchers / 2, vouchers, 2 * vouchers);
  add_range(plan, "deal.used_per_100k", 65000, plan->deal.used_per_100k, 92000);
  add_range(plan, "clients.extras_share_per_100k", 20000, plan->clients.extras_share_per_100k,
            55000);
  add_range(plan, "clients.existing_per_100k", 10000, plan->clients.existing_per_100k, 85000);
  add_range(plan, "clients.return_per_100k", 1000, plan->clients.return_per_100k, 40000);
  fill_alternatives(plan, vouchers / 4);
}

static void fill_wanted(Plan *plan, const int visits[7]) {
  for (int i = 0; i < 7; i++) {
    plan->regulars.wanted_milli_visits[i] = visits[i] * 1000;
  }
  add_range(plan, "regulars.level_per_100k", 90000, 100000, 110000);
}

static void fill_money(Plan *plan, int64_t opening_cents, int64_t floor_cents, int64_t fixed_cents,
                       int64_t draw_cents) {
  plan->business.opening_cash_cents = opening_cents;
  plan->business.cash_floor_cents = floor_cents;
  plan->business.fixed_costs_monthly_cents = fixed_cents;
  plan->business.owner_draw_monthly_cents = draw_cents;
}

/* The place of the shipped example, without its deal. */
static void fill_spa(Plan *plan) {
  PlanService massage = {.minutes = 60,
                         .room_turnover_minutes = 15,
                         .staff_rest_minutes = 15,
                         .rooms_needed = 1,
                         .staff_needed = 1,
                         .people = 1,
                         .list_price_cents = 8000,
                         .supplies_cents = 200,
                         .pay_rule = PAY_PERCENT_OF_LIST,
                         .pay_per_100k = 45000};
  PlanService duo = massage;
  const int32_t season[12] = {85000, 100000, 90000,  90000,  105000, 100000,
                              85000, 80000,  100000, 105000, 110000, 150000};

  duo.staff_needed = 2;
  duo.people = 2;
  duo.list_price_cents = 16000;
  duo.supplies_cents = 400;
  add_hours(plan, 0, 5, 600, 1200);
  add_rooms(plan, "Room", 3);
  add_person(plan, "Therapist 1", 0x1F, 600, 1080);
  add_person(plan, "Therapist 2", 0x3D, 720, 1200);
  add_person(plan, "Therapist 3", 0x3E, 600, 1080);
  add_person(plan, "Therapist 4", 0x3E, 720, 1200);
  add_person(plan, "New graduate", 0x38, 720, 1200);
  plan->staff[4].accompanied_only = true;
  add_service(plan, "Massage", 85000, massage);
  add_service(plan, "Duo massage", 15000, duo);
  memcpy(plan->regulars.season_per_100k, season, sizeof season);
  fill_wanted(plan, (const int[]){6, 7, 9, 11, 13, 14, 0});
  fill_money(plan, 1200000, 300000, 750000, 250000);
  plan->deal_pay = (PlanDealPay){.rule = PAY_FLAT, .flat_cents = 2075};
  plan->clients.extras_cents = 2000;
  plan->clients.incentive_cents = 1000;
  plan->clients.usual_advertising_cents_per_new_client = 6100;
  fill_offer(plan, 1, 300);
  cite(plan, FIGURE_THERAPIST_PAY);
}

/* Chairs as rooms; pay by the service, never under the guarantee. */
static void fill_hair(Plan *plan) {
  PlanService cut = {.minutes = 45,
                     .rooms_needed = 1,
                     .staff_needed = 1,
                     .people = 1,
                     .list_price_cents = 5500,
                     .supplies_cents = 300,
                     .pay_rule = PAY_PERCENT_OF_LIST,
                     .pay_per_100k = 45000};
  PlanService colour = cut;

  colour.minutes = 120;
  colour.room_turnover_minutes = 15;
  colour.staff_rest_minutes = 15;
  colour.list_price_cents = 14000;
  colour.supplies_cents = 1800;
  add_hours(plan, 1, 2, 540, 1080);
  add_hours(plan, 3, 4, 540, 1200);
  add_hours(plan, 5, 5, 540, 1020);
  add_rooms(plan, "Chair", 4);
  add_person(plan, "Stylist 1", 0x3E, 540, 1020);
  add_person(plan, "Stylist 2", 0x3E, 540, 1020);
  add_person(plan, "Stylist 3", 0x3C, 600, 1080);
  add_person(plan, "Stylist 4", 0x18, 720, 1200);
  for (int i = 0; i < plan->staff_count; i++) {
    plan->staff[i].guarantee_cents_per_hour = 1660;
  }
  add_service(plan, "Cut", 70000, cut);
  add_service(plan, "Colour and cut", 30000, colour);
  fill_wanted(plan, (const int[]){0, 12, 13, 16, 18, 18, 0});
  fill_money(plan, 1000000, 300000, 600000, 300000);
  plan->deal_pay.rule = PAY_SAME;
  plan->clients.extras_cents = 2500;
  plan->clients.return_visits_per_year_milli = 6000;
  plan->clients.usual_advertising_cents_per_new_client = 5000;
  plan->regulars.visits_per_year_milli = 7000;
  fill_offer(plan, 1, 200);
  cite(plan, FIGURE_MINIMUM_WAGE);
}

/* Tables as rooms, evenings only; kitchen and floor are paid whatever comes, in fixed costs. */
static void fill_restaurant(Plan *plan) {
  PlanService two = {.minutes = 90,
                     .room_turnover_minutes = 15,
                     .rooms_needed = 1,
                     .people = 2,
                     .list_price_cents = 8000,
                     .supplies_cents = 2560,
                     .pay_rule = PAY_FLAT};
  PlanService four = two;
  const int32_t weights[5] = {1, 3, 4, 3, 1};

  four.minutes = 105;
  four.people = 4;
  four.list_price_cents = 16000;
  four.supplies_cents = 5120;
  add_hours(plan, 1, 6, 1020, 1350);
  add_rooms(plan, "Table", 20);
  add_service(plan, "Table for two", 65000, two);
  add_service(plan, "Table for four", 35000, four);
  memset(plan->regulars.start_weight_by_hour, 0, sizeof plan->regulars.start_weight_by_hour);
  memcpy(&plan->regulars.start_weight_by_hour[17], weights, sizeof weights);
  plan->regulars.lead_mean_milli_days = 2000;
  plan->regulars.flexibility_minutes = 60;
  plan->regulars.patience_open_days = 0;
  plan->regulars.visits_per_year_milli = 4000;
  fill_wanted(plan, (const int[]){0, 14, 16, 22, 36, 40, 18});
  fill_money(plan, 2500000, 1000000, 3800000, 400000);
  plan->business.fixed_costs_taxable_per_100k = 35000;
  plan->deal.curve = (RedemptionCurve){42000, 5000, 38000, 20000, 2500};
  plan->clients.existing_per_100k = 60000;
  plan->clients.extras_cents = 2500;
  plan->clients.extras_cost_per_100k = 35000;
  plan->clients.return_visits_per_year_milli = 3000;
  plan->clients.usual_advertising_cents_per_new_client = 3000;
  fill_offer(plan, 0, 400);
  cite(plan, FIGURE_EXISTING_RESTAURATEURS);
}

/* Places as rooms, fixed starts; who teaches is paid whatever comes, in fixed costs. */
static void fill_class(Plan *plan) {
  PlanService workshop = {.minutes = 120,
                          .room_turnover_minutes = 30,
                          .rooms_needed = 1,
                          .people = 1,
                          .list_price_cents = 6000,
                          .supplies_cents = 1200,
                          .pay_rule = PAY_FLAT,
                          .start_minutes = {600, 810, 1110},
                          .start_minutes_count = 3};

  add_hours(plan, 1, 4, 600, 1260);
  add_hours(plan, 5, 6, 600, 1020);
  add_rooms(plan, "Place", 10);
  add_service(plan, "Workshop", 100000, workshop);
  plan->regulars.lead_mean_milli_days = 7000;
  plan->regulars.flexibility_minutes = 0;
  plan->regulars.patience_open_days = 7;
  plan->regulars.visits_per_year_milli = 3000;
  fill_wanted(plan, (const int[]){0, 4, 5, 6, 8, 12, 10});
  fill_money(plan, 800000, 200000, 700000, 150000);
  plan->deal.curve = (RedemptionCurve){15000, 5000, 35000, 50000, 2000};
  plan->clients.extras_cents = 1500;
  plan->clients.return_visits_per_year_milli = 2000;
  plan->clients.usual_advertising_cents_per_new_client = 3500;
  fill_offer(plan, 0, 250);
}

/* No room, no calendar: the arithmetic of one voucher and of the campaign. */
static void fill_one_off(Plan *plan) {
  PlanService service = {.minutes = 60,
                         .people = 1,
                         .list_price_cents = 10000,
                         .supplies_cents = 3000,
                         .pay_rule = PAY_FLAT};

  add_service(plan, "Product or service", 100000, service);
  fill_money(plan, 500000, 0, 0, 0);
  plan->deal.curve = (RedemptionCurve){42000, 5000, 38000, 20000, 2500};
  plan->clients.extras_cents = 2000;
  plan->clients.usual_advertising_cents_per_new_client = 4000;
  fill_offer(plan, 0, 200);
}

void preset_fill(Preset preset, int32_t sale_date, Plan *plan) {
  static void (*const fill[PRESET_COUNT])(Plan *) = {fill_spa, fill_hair, fill_restaurant,
                                                     fill_class, fill_one_off};
  static const char *const titles[PRESET_COUNT] = {"Massage and spa", "Hair and beauty",
                                                   "Restaurant", "Class or studio", "One offer"};

  assert((unsigned)preset < PRESET_COUNT);
  plan_init(plan);
  set_name(plan->name, titles[preset]);
  set_name(plan->business.name, titles[preset]);
  fill_common(plan, sale_date);
  fill[preset](plan);
}
