/* Room: words. See load-figures.h. */
#include "ui/words/load-numbers.h"

#include <glib.h>
#include <math.h>

#include "model/base/slots.h"
#include "model/year/redemption.h"

bool load_counts_rooms(const Plan *plan) {
  for (int i = 0; i < plan->services_count; i++) {
    if (plan->services[i].staff_needed > 0) {
      return false;
    }
  }
  return true;
}

/* The clock hours of the columns: from the earliest opening to the latest closing of the span. */
static void set_columns(const Results *results, HourGrid *grid) {
  int begin = INT16_MAX, end = 0;

  for (int day = 0; day < grid->days; day++) {
    const TimetableDay *hours = &results->timetable.day[day];

    if (hours->open) {
      begin = MIN(begin, hours->opening_minute);
      end = MAX(end, hours->opening_minute + hours->slots_count * SLOT_MINUTES);
    }
  }
  if (end == 0) {
    return;
  }
  grid->begin_hour = begin / 60;
  grid->hour_count = MIN((end + 59) / 60 - grid->begin_hour, HOURS_A_DAY_MAX);
}

void hour_grid_fill(const Results *results, LoadSpan span, HourGrid *grid) {
  const LoadOfSpan *load = &results->load.span[span];

  *grid = (HourGrid){.days = MIN(load->days, results->days)};
  set_columns(results, grid);
  for (int weekday = 0; weekday < 7; weekday++) {
    for (int column = 0; column < grid->hour_count; column++) {
      int hour = (grid->begin_hour + column) % HOURS_A_DAY_MAX;
      HourCell *cell = &grid->cell[weekday][column];

      for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
        cell->kind_minutes[kind] = load->staff_minutes[kind][weekday][hour];
        cell->taken_minutes += cell->kind_minutes[kind];
      }
      cell->there_minutes = load->shift_minutes[weekday][hour];
      cell->refused = load->refused[weekday][hour];
      grid->refused += cell->refused;
    }
  }
}

static void add_cell(HourCell *sum, const HourCell *cell) {
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    sum->kind_minutes[kind] += cell->kind_minutes[kind];
  }
  sum->taken_minutes += cell->taken_minutes;
  sum->there_minutes += cell->there_minutes;
  sum->refused += cell->refused;
}

static HourPeak peak_of(const HourGrid *grid, int weekday, int begin, int end) {
  HourPeak peak = {.weekday = weekday, .begin = begin, .end = end};

  for (int column = begin; column < end; column++) {
    add_cell(&peak.sum, &grid->cell[weekday][column]);
  }
  return peak;
}

static bool fuller(const HourCell *cell, const HourCell *than) {
  return cell->there_minutes > 0 &&
         (than->there_minutes == 0 ||
          cell->taken_minutes * than->there_minutes > than->taken_minutes * cell->there_minutes);
}

bool hour_fullest_find(const HourGrid *grid, HourPeak *peak) {
  *peak = (HourPeak){0};

  for (int weekday = 0; weekday < 7; weekday++) {
    for (int column = 0; column < grid->hour_count; column++) {
      if (fuller(&grid->cell[weekday][column], &peak->sum)) {
        *peak = peak_of(grid, weekday, column, column + 1);
      }
    }
  }
  return peak->sum.there_minutes > 0;
}

/* The fewest hours in a row with three quarters of a weekday's refusals. */
static HourPeak refusing_hours(const HourGrid *grid, int weekday) {
  HourPeak day = peak_of(grid, weekday, 0, grid->hour_count);

  for (int length = 1; length < grid->hour_count; length++) {
    HourPeak best = {0};

    for (int begin = 0; begin + length <= grid->hour_count; begin++) {
      HourPeak peak = peak_of(grid, weekday, begin, begin + length);

      if (peak.sum.refused > best.sum.refused) {
        best = peak;
      }
    }
    if ((int64_t)best.sum.refused * 4 >= (int64_t)day.sum.refused * 3) {
      return best;
    }
  }
  return day;
}

bool hour_refusing_find(const HourGrid *grid, HourPeak *peak) {
  int most = 0;
  int32_t most_refused = 0;

  for (int weekday = 0; weekday < 7; weekday++) {
    int32_t refused = peak_of(grid, weekday, 0, grid->hour_count).sum.refused;

    if (refused > most_refused) {
      most = weekday;
      most_refused = refused;
    }
  }
  *peak = refusing_hours(grid, most);
  return most_refused > 0;
}

/* Bins of the days waited, wider and wider; the day after the limit begins one. */
static void set_bins(Waits *waits, int last_day) {
  static const int edges[] = {0, 1, 2, 3, 5, 8, 15, 22, 29, 43, 64, 92, 183, 366, HORIZON_DAYS_MAX};

  for (size_t i = 0; i + 1 < G_N_ELEMENTS(edges) && edges[i] <= last_day; i++) {
    int cut = waits->limit_days + 1;

    if (cut > edges[i] && cut < edges[i + 1]) {
      waits->bin[waits->bin_count++] = (WaitBin){.begin = edges[i], .end = cut};
      waits->bin[waits->bin_count++] = (WaitBin){.begin = cut, .end = edges[i + 1]};
    } else {
      waits->bin[waits->bin_count++] = (WaitBin){.begin = edges[i], .end = edges[i + 1]};
    }
  }
  while (waits->bin_count > 1 && waits->bin[waits->bin_count - 1].begin > last_day) {
    waits->bin_count--;
  }
}

void waits_fill(const Plan *plan, const Year *year, Waits *waits) {
  *waits = (Waits){.limit_days = plan->conditions.wait_days_max,
                   .p50 = year->wait_p50_days,
                   .p95 = year->wait_p95_days,
                   .longest = year->wait_max_days};
  set_bins(waits, MIN(MAX(MAX(waits->limit_days, waits->longest), 7), HORIZON_DAYS_MAX - 1));
  for (int i = 0; i < waits->bin_count; i++) {
    WaitBin *bin = &waits->bin[i];

    for (int day = bin->begin; day < bin->end; day++) {
      bin->vouchers += year->wait_histogram[day];
      waits->within += day <= waits->limit_days ? year->wait_histogram[day] : 0;
    }
    waits->placed += bin->vouchers;
  }
  waits->asked = MAX(year->vouchers_wanted, waits->placed);
  waits->never = waits->asked - waits->placed;
  waits->missed = MAX(0, year->vouchers_unserved - waits->never);
}

static UseRow use_row(const int32_t by_kind[VISIT_KIND_COUNT], int32_t there_minutes) {
  UseRow row = {.there_minutes = there_minutes};

  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    row.kind_minutes[kind] = by_kind[kind];
    row.taken_minutes += by_kind[kind];
  }
  return row;
}

UseRow use_of_room(const LoadOfSpan *span, int room_index) {
  return use_row(span->room_minutes[room_index], span->room_open_minutes[room_index]);
}

UseRow use_of_person(const LoadOfSpan *span, int person_index) {
  return use_row(span->person_minutes[person_index], span->person_shift_minutes[person_index]);
}

int64_t load_there_minutes(const LoadOfSpan *span) {
  int64_t sum = 0;

  for (int weekday = 0; weekday < 7; weekday++) {
    for (int hour = 0; hour < HOURS_A_DAY_MAX; hour++) {
      sum += span->shift_minutes[weekday][hour];
    }
  }
  return sum;
}

/* Half up; the shares are rising, so no count is under 0. */
static int64_t rounded(double value) {
  return (int64_t)floor(value + 0.5);
}

void curve_figures_fill(const Plan *plan, const Results *results, CurveFigures *figures) {
  int64_t before = 0;

  *figures = (CurveFigures){.days = MIN(results->timetable.promotion_days, results->days),
                            .vouchers = results->with.vouchers_wanted};
  if (figures->days <= 0) {
    return;
  }
  figures->week_count = (figures->days + 6) / 7;
  redemption_shares_by_day(&plan->deal.curve, figures->days, figures->share);
  for (int week = 0; week < figures->week_count; week++) {
    int last_day = MIN(week * 7 + 6, figures->days - 1);
    int64_t until = rounded(figures->share[last_day] * figures->vouchers);

    figures->by_week[week] = (int32_t)(until - before);
    before = until;
  }
}

int curve_per_hundred(const CurveFigures *figures, int days) {
  return days <= 0 ? 0 : (int)rounded(figures->share[MIN(days, figures->days) - 1] * 100);
}

bool day_figures_fill(const Study *study, DayFigures *figures) {
  *figures = (DayFigures){0};
  if (!study->day_visits) {
    return false;
  }
  for (int i = 0; i < study->day_visit_count; i++) {
    const YearVisit *visit = &study->day_visits[i];

    if (visit->no_show) {
      figures->no_shows++;
    } else {
      figures->visits++;
      figures->by_kind[visit->kind]++;
    }
  }
  for (int kind = VISIT_REGULAR; kind <= VISIT_RETURNING; kind++) {
    figures->refused += study->results->with.day[study->day_index].refused[kind];
  }
  return true;
}
