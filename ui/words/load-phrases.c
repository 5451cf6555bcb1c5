/* Room: words. Knows: number text. Must not know: how the load is drawn.
 *
 * Small texts that the findings, tables and charts of the load share. */
#include "model/base/money.h"
#include "model/risk/risk.h"
#include "ui/words/load-words.h"
#include "ui/words/phrase.h"

#define NAME_LETTERS_MAX 32

char *load_hours_text(Language language, const HourGrid *grid, int begin, int end) {
  return say_clock_span(language, (grid->begin_hour + begin) * 60, (grid->begin_hour + end) * 60);
}

char *load_wait_text(Language language, const WaitBin *bin) {
  g_autofree char *first = say_number(language, bin->begin);
  g_autofree char *last = say_number(language, bin->end - 1);

  if (bin->end - bin->begin == 1) {
    return phrase_days(language, bin->begin);
  }
  return g_strdup_printf(say(language, "%1$s to %2$s days"), first, last);
}

char *load_share_text(Language language, int64_t part, int64_t whole) {
  return whole > 0 ? say_percent(language, money_scale_half_up(part, 100, whole) * 1000)
                   : g_strdup("–");
}

char *load_fine_share_text(Language language, int64_t part, int64_t whole) {
  return whole > 0 ? say_percent(language, money_scale_half_up(part, 1000, whole) * 100)
                   : g_strdup("–");
}

char *load_said_share(Language language, int64_t part, int64_t whole) {
  return part > 0 && part * 200 < whole ? g_strdup(say(language, "less than 1%"))
                                        : load_share_text(language, part, whole);
}

/* 19 in 20 wait longer; where they wait as long, the last. */
static bool waits_longer(const RiskSpread *spread, const Year *year) {
  int64_t most = spread[RISK_WAIT_P95_DAYS].mean_milli - year->wait_p95_days * INT64_C(1000);
  int64_t last = spread[RISK_WAIT_MAX_DAYS].mean_milli - year->wait_max_days * INT64_C(1000);

  return most > 0 || (most == 0 && last > 0);
}

bool load_is_too_kind(const Study *study, LoadKindness what) {
  const Year *year = &study->results->with;
  const RiskOfSample *told = study->risk ? risk_told(study->risk) : NULL;

  if (!told || told->years == 0) {
    return true;
  }
  return what == KIND_ON_REFUSALS
             ? told->spread[RISK_REFUSED].mean_milli >
                   ((int64_t)year->regulars_refused + year->returns_refused) * 1000
             : waits_longer(told->spread, year);
}

char *load_name_text(Language language, const char *name) {
  const char *said = say_name(language, name);

  if (g_utf8_strlen(said, -1) <= NAME_LETTERS_MAX) {
    return g_strdup(said);
  }
  {
    g_autofree char *head = g_utf8_substring(said, 0, NAME_LETTERS_MAX - 1);

    return g_strconcat(head, "…", NULL);
  }
}

char *load_adds_text(Language language, const Plan *plan, const LoadOfSpan *span,
                     int person_index) {
  int32_t visits = span->accompanied_visits[person_index];
  g_autofree char *number = say_number(language, visits);

  if (!plan->staff[person_index].accompanied_only) {
    return NULL;
  }
  return g_strdup_printf(
      say_count(language, visits, "%s visit beside a colleague", "%s visits beside a colleague"),
      number);
}

char *load_adds_note(Language language, const Study *study) {
  const LoadOfSpan *span = &study->results->load.span[LOAD_WHOLE];
  const Plan *plan = study->plan;
  g_autofree char *visits = say_number(language, span->visits_with_accompanied);
  int count = 0, last = 0;

  for (int i = 0; i < plan->staff_count; i++) {
    if (plan->staff[i].accompanied_only) {
      count++;
      last = i;
    }
  }
  if (count == 0) {
    return NULL;
  }
  if (count > 1) {
    return g_strdup_printf(say_count(language, span->visits_with_accompanied,
                                     "They work only beside a colleague: %s visit",
                                     "They work only beside a colleague: %s visits"),
                           visits);
  }
  return g_strdup_printf(say_count(language, span->visits_with_accompanied,
                                   "%1$s works only beside a colleague: %2$s visit",
                                   "%1$s works only beside a colleague: %2$s visits"),
                         say_name(language, plan->staff[last].name), visits);
}

char *load_missed_text(Language language, const Waits *waits) {
  g_autofree char *vouchers = phrase_vouchers(language, waits->missed);

  if (waits->missed == 0) {
    return NULL;
  }
  return g_strdup_printf(say_count(language, waits->missed,
                                   "%s missed its place and found no other in time.",
                                   "%s missed their place and found no other in time."),
                         vouchers);
}
