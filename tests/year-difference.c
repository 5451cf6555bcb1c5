/* See year-difference.h. */
#include "tests/year-difference.h"

#include <string.h>

static void notice_visit(void *data, const YearVisit *visit) {
  NoticedYear *noticed = data;
  g_array_append_val(noticed->visits, *visit);
}

static void notice_refusal(void *data, VisitKind kind, int wanted_day, int wanted_minute,
                           int service_index) {
  NoticedYear *noticed = data;
  NaiveRefusal refusal = {kind, wanted_day, wanted_minute, service_index};
  g_array_append_val(noticed->refusals, refusal);
}

NoticedYear *noticed_year_new(void) {
  NoticedYear *noticed = g_new0(NoticedYear, 1);
  noticed->visits = g_array_new(FALSE, FALSE, sizeof(YearVisit));
  noticed->refusals = g_array_new(FALSE, FALSE, sizeof(NaiveRefusal));
  return noticed;
}

void noticed_year_free(NoticedYear *noticed) {
  g_array_unref(noticed->visits);
  g_array_unref(noticed->refusals);
  g_free(noticed);
}

void noticed_year_compute(NoticedYear *noticed, const Plan *plan, bool with_deal,
                          const RandomStream *stream) {
  const YearObserver observer = {notice_visit, notice_refusal, noticed};
  g_array_set_size(noticed->visits, 0);
  g_array_set_size(noticed->refusals, 0);
  timetable_fill(plan, &noticed->timetable);
  year_observe(plan, &noticed->timetable, with_deal, stream, &observer, &noticed->year,
               &noticed->scratch);
}

static const char *const KINDS[] = {"regular", "returning", "deal"};

static void tell_visit(GString *text, const char *whose, const GArray *visits, guint index) {
  if (index >= visits->len) {
    g_string_append_printf(text, "\n  %s: no more visit", whose);
    return;
  }
  const YearVisit *visit = &g_array_index(visits, YearVisit, index);
  g_string_append_printf(text,
                         "\n  %s: %s %u%s, wanted day %d, on day %d from slot %d, service %d, "
                         "rooms %#" G_GINT64_MODIFIER "x, people %#x",
                         whose, KINDS[visit->kind], visit->item, visit->no_show ? " (no-show)" : "",
                         visit->wanted_day, visit->day, visit->start_slot, visit->service_index,
                         visit->rooms, visit->staff);
}

static bool visits_equal(const YearVisit *a, const YearVisit *b) {
  return a->day == b->day && a->start_slot == b->start_slot && a->kind == b->kind &&
         a->service_index == b->service_index && a->no_show == b->no_show &&
         a->wanted_day == b->wanted_day && a->item == b->item && a->rooms == b->rooms &&
         a->staff == b->staff;
}

static bool visits_agree(const NoticedYear *noticed, const NaiveYear *naive, GString *told) {
  const GArray *fast = noticed->visits, *slow = naive->visits;
  for (guint i = 0; i < MAX(fast->len, slow->len); i++)
    if (i >= MIN(fast->len, slow->len) ||
        !visits_equal(&g_array_index(fast, YearVisit, i), &g_array_index(slow, YearVisit, i))) {
      g_string_append_printf(told, "visit %u in the order of booking", i);
      tell_visit(told, "year", fast, i);
      tell_visit(told, "twin", slow, i);
      return false;
    }
  return true;
}

static void tell_refusal(GString *text, const char *whose, const GArray *refusals, guint index) {
  if (index >= refusals->len) {
    g_string_append_printf(text, "\n  %s: no more refusal", whose);
    return;
  }
  const NaiveRefusal *refusal = &g_array_index(refusals, NaiveRefusal, index);
  g_string_append_printf(text, "\n  %s: %s, wanted day %d minute %d, service %d", whose,
                         KINDS[refusal->kind], refusal->wanted_day, refusal->wanted_minute,
                         refusal->service_index);
}

static bool refusals_agree(const NoticedYear *noticed, const NaiveYear *naive, GString *told) {
  const GArray *fast = noticed->refusals, *slow = naive->refusals;
  for (guint i = 0; i < MAX(fast->len, slow->len); i++)
    if (i >= MIN(fast->len, slow->len) ||
        memcmp(&g_array_index(fast, NaiveRefusal, i), &g_array_index(slow, NaiveRefusal, i),
               sizeof(NaiveRefusal)) != 0) {
      g_string_append_printf(told, "refusal %u", i);
      tell_refusal(told, "year", fast, i);
      tell_refusal(told, "twin", slow, i);
      return false;
    }
  return true;
}

/* Counts are told by name. */
typedef struct {
  const char *name;
  size_t offset;
  int count;
} Counts;
#define DAY_COUNTS(member, count)                                                                  \
  { #member, G_STRUCT_OFFSET(YearDay, member), count }
#define YEAR_COUNTS(member, count)                                                                 \
  { #member, G_STRUCT_OFFSET(Year, member), count }

static const Counts OF_DAY[] = {
    DAY_COUNTS(visits, VISIT_KIND_COUNT),
    DAY_COUNTS(people, VISIT_KIND_COUNT),
    DAY_COUNTS(staff_minutes, VISIT_KIND_COUNT),
    DAY_COUNTS(room_minutes, 1),
    DAY_COUNTS(refused, 2),
    DAY_COUNTS(replaced, 1),
    DAY_COUNTS(deal_no_shows, 1),
    DAY_COUNTS(deal_forfeited_visits, 1),
    DAY_COUNTS(deal_existing, 1),
    DAY_COUNTS(deal_last, 1),
    DAY_COUNTS(extras, 1),
    DAY_COUNTS(incentives, 1),
    DAY_COUNTS(leave_for_good, 1),
    DAY_COUNTS(service_visits, 2 * SERVICES_MAX),
    DAY_COUNTS(incentive_service_visits, SERVICES_MAX),
};
static const Counts OF_YEAR[] = {
    YEAR_COUNTS(days, 1),
    YEAR_COUNTS(vouchers_sold, 1),
    YEAR_COUNTS(vouchers_wanted, 1),
    YEAR_COUNTS(vouchers_served, 1),
    YEAR_COUNTS(vouchers_forfeited, 1),
    YEAR_COUNTS(vouchers_unserved, 1),
    YEAR_COUNTS(visits_owed, 1),
    YEAR_COUNTS(regulars_wanted, 1),
    YEAR_COUNTS(regulars_served, 1),
    YEAR_COUNTS(regulars_refused, 1),
    YEAR_COUNTS(regulars_left_for_good, 1),
    YEAR_COUNTS(returns_wanted, 1),
    YEAR_COUNTS(returns_served, 1),
    YEAR_COUNTS(returns_refused, 1),
    YEAR_COUNTS(replaced, 1),
    YEAR_COUNTS(people_returning, 1),
    YEAR_COUNTS(new_clients_people, 1),
    YEAR_COUNTS(returners_not_followed, 1),
    YEAR_COUNTS(wait_histogram, HORIZON_DAYS_MAX),
    YEAR_COUNTS(wait_p50_days, 1),
    YEAR_COUNTS(wait_p95_days, 1),
    YEAR_COUNTS(wait_max_days, 1),
    YEAR_COUNTS(busiest_deal_week_index, 1),
    YEAR_COUNTS(busiest_deal_week_visits, 1),
    YEAR_COUNTS(staff_worked_minutes, PAY_PERIODS_MAX *STAFF_MAX),
};

static bool counts_agree(const Counts *counts, int counts_count, const void *fast, const void *slow,
                         const char *where, GString *told) {
  for (int i = 0; i < counts_count; i++) {
    const int32_t *a = (const void *)((const char *)fast + counts[i].offset);
    const int32_t *b = (const void *)((const char *)slow + counts[i].offset);
    for (int k = 0; k < counts[i].count; k++)
      if (a[k] != b[k]) {
        g_string_append_printf(told, "%s%s[%d]: year %d, twin %d", where, counts[i].name, k, a[k],
                               b[k]);
        return false;
      }
  }
  return true;
}

bool year_agrees(const NoticedYear *noticed, const NaiveYear *naive, GString *told) {
  const Year *fast = &noticed->year, *slow = &naive->year;
  if (!visits_agree(noticed, naive, told) || !refusals_agree(noticed, naive, told) ||
      !counts_agree(OF_YEAR, G_N_ELEMENTS(OF_YEAR), fast, slow, "", told))
    return false;
  for (int day = 0; day < fast->days; day++) {
    char where[32];
    g_snprintf(where, sizeof where, "day %d, ", day);
    if (!counts_agree(OF_DAY, G_N_ELEMENTS(OF_DAY), &fast->day[day], &slow->day[day], where, told))
      return false;
  }
  for (int period = 0; period < PAY_PERIODS_MAX; period++)
    for (int person = 0; person < STAFF_MAX; person++)
      if (fast->staff_visit_pay_cents[period][person] !=
          slow->staff_visit_pay_cents[period][person]) {
        g_string_append_printf(
            told, "pay of period %d, person %d: year %" G_GINT64_FORMAT ", twin %" G_GINT64_FORMAT,
            period, person, fast->staff_visit_pay_cents[period][person],
            slow->staff_visit_pay_cents[period][person]);
        return false;
      }
  return true;
}
