/* See tiny-days.h. The comments compute by hand what the facts say. */
#include "tests/tiny-days.h"

#include "model/base/slots.h"

const TinyDay TINY_DAYS[TINY_DAYS_COUNT] = {
    /* Each takes the start she wants or none: of 4^4 = 256 ways to want, a single start is taken in
     * 1 way, a given pair in 2^4 − 2 = 14, a given three in 3^4 − 3·14 − 3 = 36, all four in 4! =
     * 24. Refused are 4 less the starts taken: 3 in 4 · 1, 2 in 6 · 14, 1 in 4 · 36, 0 in 24. */
    {.name = "one room",
     .slots = 4,
     .requests = 4,
     .rooms = 1,
     .people = 1,
     .visit_slots = 1,
     .facts = {{FACT_REFUSED, 0, 0, 24, 256},
               {FACT_REFUSED, 1, 0, 144, 256},
               {FACT_REFUSED, 2, 0, 84, 256},
               {FACT_REFUSED, 3, 0, 4, 256},
               {FACT_PATTERN, 1000, 0, 1, 256},
               {FACT_PATTERN, 10, 0, 1, 256},
               {FACT_PATTERN, 1001, 0, 14, 256},
               {FACT_PATTERN, 110, 0, 14, 256},
               {FACT_PATTERN, 1011, 0, 36, 256},
               {FACT_PATTERN, 111, 0, 36, 256},
               {FACT_PATTERN, 1111, 0, 24, 256}}},
    /* A neighbour will do, the earlier first. Two requests never meet: 00, 01, 10, 11 end in slots
     * 0 and 1 (4 of 9), 02 and 20 in 0 and 2 (2), 12, 21, 22 in 1 and 2 (3). The third is refused
     * when she wants 0 while 0 and 1 are taken: 4/9 · 1/3 = 4/27; or 2 while 1 and 2 are: 3/27. */
    {.name = "one room, one slot of flexibility",
     .slots = 3,
     .requests = 3,
     .rooms = 1,
     .people = 1,
     .visit_slots = 1,
     .flexibility_slots = 1,
     .facts = {{FACT_REFUSED, 0, 0, 20, 27},
               {FACT_REFUSED, 1, 0, 7, 27},
               {FACT_REFUSED, 2, 0, 0, 27},
               {FACT_PATTERN, 1110, 0, 20, 27},
               {FACT_PATTERN, 1100, 0, 4, 27},
               {FACT_PATTERN, 1010, 0, 0, 27},
               {FACT_PATTERN, 110, 0, 3, 27}}},
    /* Visits of two slots begin at 0, 1 or 2. A first one at 1 (1/3) keeps all others out. After 0
     * only 2 is left and after 2 only 0: of the other two one wants it in 1 − (2/3)² = 5/9. Both
     * ends 2/3 · 5/9 = 10/27, one end alone 1/3 · 4/9 = 4/27 each. */
    {.name = "one room, long visits",
     .slots = 4,
     .requests = 3,
     .rooms = 1,
     .people = 1,
     .visit_slots = 2,
     .facts = {{FACT_REFUSED, 1, 0, 10, 27},
               {FACT_REFUSED, 2, 0, 17, 27},
               {FACT_PATTERN, 110, 0, 9, 27},
               {FACT_PATTERN, 1111, 0, 10, 27},
               {FACT_PATTERN, 1100, 0, 4, 27},
               {FACT_PATTERN, 11, 0, 4, 27}}},
    /* The same, but one who wants the middle also takes the free end: after 0 only who wants 0 is
     * refused. One end alone when both others want it: 1/3 · 1/9 = 1/27; both ends 18/27 − 2/27. */
    {.name = "one room, long visits, one slot of flexibility",
     .slots = 4,
     .requests = 3,
     .rooms = 1,
     .people = 1,
     .visit_slots = 2,
     .flexibility_slots = 1,
     .facts = {{FACT_REFUSED, 1, 0, 16, 27},
               {FACT_REFUSED, 2, 0, 11, 27},
               {FACT_PATTERN, 110, 0, 9, 27},
               {FACT_PATTERN, 1111, 0, 16, 27},
               {FACT_PATTERN, 1100, 0, 1, 27},
               {FACT_PATTERN, 11, 0, 1, 27}}},
    /* Two at once: refused is who wants a start that two have. Of 256 ways, three want the same in
     * 4 · 4 · 3 = 48 (the start, who does not, what she wants), all four in 4. A slot is wanted by
     * nobody in 3^4 = 81, by one in 4 · 27 = 108, by more in the other 67. */
    {.name = "two rooms",
     .slots = 4,
     .requests = 4,
     .rooms = 2,
     .people = 2,
     .visit_slots = 1,
     .facts = {{FACT_REFUSED, 0, 0, 204, 256},
               {FACT_REFUSED, 1, 0, 48, 256},
               {FACT_REFUSED, 2, 0, 4, 256},
               {FACT_SLOT, 0, 0, 81, 256},
               {FACT_SLOT, 0, 1, 108, 256},
               {FACT_SLOT, 3, 2, 67, 256}}},
    /* Two slots within reach hold four: of four nobody is refused. Slot 0 stays empty when nobody
     * wants it, in 81 ways; but the third who wants 1 finds it full and takes 0: 4 · 2 ways with
     * one who wants 2 or 3, and one way with all four: 72 are left. */
    {.name = "two rooms, one slot of flexibility",
     .slots = 4,
     .requests = 4,
     .rooms = 2,
     .people = 2,
     .visit_slots = 1,
     .flexibility_slots = 1,
     .facts = {{FACT_REFUSED, 0, 0, 256, 256}, {FACT_SLOT, 0, 0, 72, 256}}},
    /* From 10:30 to 11:30, the second hour wanted three times as much: starts 1/8, 1/8, 3/8, 3/8.
     * All three want the same in (1 + 1 + 27 + 27) / 512. An early slot is wanted by nobody in
     * (7/8)³ = 343/512, by one in 3 · 1/8 · 49/64 = 147/512; a late one in 125/512 and 225/512. */
    {.name = "two rooms, a wanted hour",
     .slots = 4,
     .requests = 3,
     .rooms = 2,
     .people = 2,
     .wanted_hour = true,
     .visit_slots = 1,
     .facts = {{FACT_REFUSED, 0, 0, 456, 512},
               {FACT_REFUSED, 1, 0, 56, 512},
               {FACT_SLOT, 0, 0, 343, 512},
               {FACT_SLOT, 1, 1, 147, 512},
               {FACT_SLOT, 1, 2, 22, 512},
               {FACT_SLOT, 2, 0, 125, 512},
               {FACT_SLOT, 3, 1, 225, 512},
               {FACT_SLOT, 3, 2, 162, 512}}},
    /* One slot, three rooms, three people who may all work alone; singles and duos as likely. Of
     * eight ways: three singles (1) all find one. One duo (3): who comes last is refused, the duo
     * in 1 of 3. Two duos (3): the second is refused. Three duos (1): two of them are. */
    {.name = "three people",
     .slots = 1,
     .requests = 3,
     .rooms = 3,
     .people = 3,
     .half_duos = true,
     .visit_slots = 1,
     .facts = {{FACT_REFUSED, 0, 0, 1, 8},
               {FACT_REFUSED, 1, 0, 6, 8},
               {FACT_REFUSED, 2, 0, 1, 8},
               {FACT_REFUSED_SERVICE, 0, 0, 6, 8}, /* a single: 3/8 · 2/3 */
               {FACT_REFUSED_SERVICE, 0, 1, 2, 8},
               {FACT_PERSON, 2, 0, 6,
                8}}}, /* but beside three duos, and a duo that comes last: 1/8 + 1/8 */
    /* The same with a new graduate: she works with a duo only. Three singles: two find one. One
     * duo: who comes last is refused as before. Two duos or three: as before. She works unless
     * all are single (1/8) or the only duo comes last (1/8). */
    {.name = "two people and a graduate",
     .slots = 1,
     .requests = 3,
     .rooms = 3,
     .people = 3,
     .last_accompanied = true,
     .half_duos = true,
     .visit_slots = 1,
     .facts = {{FACT_REFUSED, 0, 0, 0, 8},
               {FACT_REFUSED, 1, 0, 7, 8},
               {FACT_REFUSED, 2, 0, 1, 8},
               {FACT_REFUSED_SERVICE, 0, 0, 5, 8}, /* a single: 1/8 + 3/8 · 2/3 */
               {FACT_REFUSED_SERVICE, 0, 1, 3, 8},
               {FACT_PERSON, 2, 0, 6, 8}}},
};

bool tiny_fact_holds(const TinyFact *fact, const TinyOutcome *outcome) {
  switch (fact->kind) {
  case FACT_REFUSED:
    return outcome->refused[0] + outcome->refused[1] == fact->a;
  case FACT_REFUSED_SERVICE:
    return outcome->refused[fact->a] == fact->b;
  case FACT_SLOT:
    return outcome->holds[fact->a] == fact->b;
  case FACT_PATTERN:
    return outcome->holds[0] * 1000 + outcome->holds[1] * 100 + outcome->holds[2] * 10 +
               outcome->holds[3] ==
           fact->a;
  case FACT_PERSON:
    return outcome->people >> fact->a & 1;
  }
  return false;
}

void tiny_outcome_add(TinyOutcome *outcome, const TinyDay *day, int start, uint32_t people) {
  for (int i = 0; i < day->visit_slots; i++)
    outcome->holds[start + i]++;
  outcome->people |= people;
}

static int opening_minute(const TinyDay *day) {
  return day->wanted_hour ? 630 : 600;
}

int tiny_services_count(const TinyDay *day) {
  return day->half_duos ? 2 : 1;
}

int tiny_start_weight(const TinyDay *day, int start) {
  return day->wanted_hour && opening_minute(day) + start * SLOT_MINUTES >= 660 ? 3 : 1;
}

void tiny_plan_fill(const TinyDay *day, Plan *plan) {
  plan_init(plan);
  plan->deal.sale_date = date_from_ymd(2026, 2, 4);
  plan->deal.promotion_end_date = plan->deal.sale_date + 365;
  plan->rooms_count = day->rooms;
  plan->staff_count = day->people;
  for (int i = 0; i < day->rooms; i++)
    plan->rooms[i].from_date = plan->rooms[i].to_date = DATE_NONE;
  for (int weekday = 0; weekday < 7; weekday++) {
    WeeklyHours hours = {weekday, opening_minute(day),
                         opening_minute(day) + day->slots * SLOT_MINUTES};
    plan->hours[plan->hours_count++] = hours;
    plan->regulars.wanted_milli_visits[weekday] = day->requests * 1000;
    for (int i = 0; i < day->people; i++)
      plan->staff[i].shifts[plan->staff[i].shifts_count++] = hours;
  }
  for (int i = 0; i < day->people; i++)
    plan->staff[i].from_date = plan->staff[i].to_date = DATE_NONE;
  plan->staff[day->people - 1].accompanied_only = day->last_accompanied;
  plan->services_count = plan->regulars.service_mix_per_100k_count = tiny_services_count(day);
  for (int i = 0; i < tiny_services_count(day); i++) {
    plan->services[i] = (PlanService){.minutes = day->visit_slots * SLOT_MINUTES,
                                      .rooms_needed = 1,
                                      .staff_needed = i + 1,
                                      .people = i + 1};
    plan->regulars.service_mix_per_100k[i] = 100000 / tiny_services_count(day);
  }
  for (int hour = 0; hour < 24; hour++)
    plan->regulars.start_weight_by_hour[hour] = hour >= 11 && day->wanted_hour ? 3 : 1;
  plan->regulars.lead_mean_milli_days = 0; /* all call on the day itself, in any order */
  plan->regulars.patience_open_days = 0;
  plan->regulars.flexibility_minutes = day->flexibility_slots * SLOT_MINUTES;
}
