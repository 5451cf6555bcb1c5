/* Room: year. Who wants what, when, and on which day they call (domain §7, Requests).
 * Must not know: whether there is a place. */
#include <assert.h>

#include "model/year/year-scratch.h"

/* Numbers of a returner's item. */
#define PEOPLE_A_VOUCHER 128

static int day_max(int a, int b) {
  return a > b ? a : b;
}

/* The first day from `day` on that takes visits; the horizon when there is none. */
static int day_open_from(const YearScratch *scratch, int day) {
  const Timetable *timetable = scratch->timetable;
  if (day >= timetable->days)
    return timetable->days;
  return scratch->has_calendar ? timetable->open_index[day] : day;
}

/* Sets the request's wanted start on its wanted day; k: of the item's requests. */
static inline void start_want(YearScratch *scratch, YearRequest *request, uint32_t k) {
  if (!scratch->has_calendar) /* any hour will do, on a day that may be closed */
    return;
  const YearTables *tables = &scratch->tables;
  int weekday = tables->weekday[request->wanted_day];
  uint32_t u = luck_start(&scratch->luck, (VisitKind)request->kind, weekday, request->service_index,
                          request->item, k);
  int slot = start_find(tables, weekday, request->service_index, u);
  request->wanted_slot = (uint8_t)slot;
  request->wanted_minute =
      (int16_t)(tables->opening_minute[request->wanted_day] + slot * SLOT_MINUTES);
}

/* The voucher's next visit is wanted on a day; the call comes a lead before, not before a day. */
static void voucher_call(YearScratch *scratch, int32_t request_index, int wanted_day,
                         int earliest_call_day) {
  YearRequest *request = &scratch->queue.request[request_index];
  YearLuck *luck = &scratch->luck;
  uint32_t visit = request->visits_given;
  int lead = 1 + quantile_of(&scratch->tables.deal_lead,
                             luck_quantile(luck, LUCK_DEAL_LEAD, request->item, visit));
  request->wanted_day = (int16_t)wanted_day;
  start_want(scratch, request, visit);
  request->order = luck_draw(luck, LUCK_DEAL_ORDER, request->item, visit);
  queue_push(&scratch->queue, day_max(earliest_call_day, wanted_day - lead), request_index);
}

/* A used voucher, first wanted on a day. */
static void voucher_request(YearScratch *scratch, uint32_t item, int day) {
  YearLuck *luck = &scratch->luck;
  const Plan *plan = scratch->plan;
  bool existing = luck_yes(luck, LUCK_EXISTING, item, 0, plan->clients.existing_per_100k);
  bool no_show = luck_yes(luck, LUCK_NO_SHOW, item, 0, plan->deal.no_show_per_100k);
  int returners = 0;
  for (int i = 0; !existing && i < scratch->tables.deal.people; i++)
    returners += luck_yes(luck, LUCK_RETURN, item, (uint32_t)i, plan->clients.return_per_100k);

  scratch->year->vouchers_wanted++;
  int wanted_day = day_open_from(scratch, day);
  if (wanted_day >= scratch->timetable->promotion_days) {
    scratch->year->vouchers_unserved++;
    return;
  }
  int32_t request_index = queue_take(&scratch->queue);
  scratch->queue.request[request_index] = (YearRequest){
      .item = item,
      .first_wanted_day = (int16_t)wanted_day,
      .kind = VISIT_DEAL,
      .service_index = (uint8_t)plan->deal.service_index,
      .flags = (uint8_t)((existing ? REQUEST_EXISTING : 0) | (no_show ? REQUEST_NO_SHOW : 0)),
      .returners = (uint8_t)returners};
  voucher_call(scratch, request_index, wanted_day, 0);
}

void vouchers_request(YearScratch *scratch) {
  const YearTables *tables = &scratch->tables;
  YearLuck *luck = &scratch->luck;
  uint32_t sold = (uint32_t)scratch->year->vouchers_sold;
  if (luck->drawn) {
    for (uint32_t item = 0; item < sold; item++) {
      if (!luck_yes(luck, LUCK_USED, item, 0, scratch->plan->deal.used_per_100k))
        continue;
      uint32_t u = luck_quantile(luck, LUCK_WANTED_DAY, item, 0);
      voucher_request(scratch, item,
                      quantile_find(tables->wanted_day.threshold, tables->wanted_day.guide, u));
    }
    return;
  }
  uint32_t made = 0;
  for (int day = 0; sold > 0 && day < scratch->timetable->promotion_days; day++) {
    uint32_t expected = (uint32_t)(tables->vouchers_used * tables->wanted_share[day] + 0.5);
    for (; made < expected; made++)
      voucher_request(scratch, made, day);
  }
}

bool voucher_request_next(YearScratch *scratch, int32_t request_index, int day) {
  int wanted_day = day_open_from(scratch, day + scratch->plan->deal.gap_days);
  if (wanted_day >= scratch->timetable->promotion_days)
    return false;
  voucher_call(scratch, request_index, wanted_day, day);
  return true;
}

/* The next visit a returner wants, counted from a day. */
static bool returner_call(YearScratch *scratch, int32_t request_index, int from_day) {
  YearRequest *request = &scratch->queue.request[request_index];
  YearLuck *luck = &scratch->luck;
  double u = luck_quantile(luck, LUCK_RETURN_GAP, request->item, request->count) * 0x1p-32;
  double gap_days = quantile_exponential(scratch->tables.return_gap_mean_days, u);
  if (gap_days >= scratch->timetable->days)
    return false;
  int wanted_day = day_open_from(scratch, from_day + day_max(1, (int)gap_days));
  if (wanted_day >= scratch->timetable->days)
    return false;
  int service_index =
      luck_mix(luck, LUCK_RETURN_SERVICE, request->item, request->count, &scratch->tables.mix);
  int lead = quantile_of(&scratch->tables.regular_lead,
                         luck_quantile(luck, LUCK_RETURN_LEAD, request->item, request->count));
  request->wanted_day = (int16_t)wanted_day;
  request->service_index = (uint8_t)service_index;
  start_want(scratch, request, request->count);
  request->order = luck_draw(luck, LUCK_RETURN_ORDER, request->item, request->count);
  request->count++;
  scratch->year->returns_wanted++;
  queue_push(&scratch->queue, day_max(wanted_day - lead, from_day + 1), request_index);
  return true;
}

void returner_request(YearScratch *scratch, uint32_t voucher, int person, int day) {
  if (!(scratch->tables.return_gap_mean_days > 0))
    return;
  if (scratch->returners_count == RETURNERS_MAX) {
    scratch->year->returners_not_followed++;
    return;
  }
  scratch->returners_count++;
  int32_t request_index = queue_take(&scratch->queue);
  scratch->queue.request[request_index] =
      (YearRequest){.item = voucher * PEOPLE_A_VOUCHER + (uint32_t)person, .kind = VISIT_RETURNING};
  if (!returner_call(scratch, request_index, day))
    queue_give_back(&scratch->queue, request_index);
}

bool returner_request_next(YearScratch *scratch, int32_t request_index) {
  return returner_call(scratch, request_index, scratch->queue.request[request_index].wanted_day);
}
