/* Room: words. See list-words.h. Knows: the plan, its lists. Must not know: screens. */
#include "ui/words/list-words.h"

#include <string.h>

#include "ui/words/phrase.h"

static char *joined(Language language, const char *name, char *rest) {
  g_autofree char *owned = rest;

  return g_strdup_printf(say(language, "%1$s: %2$s"), name, owned);
}

static char *service_title(Language language, const PlanService *service) {
  g_autofree char *price = say_money(language, service->list_price_cents);
  g_autofree char *minutes = say_number(language, service->minutes);
  g_autofree char *people = say_number(language, service->people);

  return joined(language, say_name(language, service->name),
                g_strdup_printf(say_count(language, service->people, "%1$s, %2$s min, %3$s person",
                                          "%1$s, %2$s min, %3$s people"),
                                price, minutes, people));
}

static char *staff_title(Language language, const PlanStaff *person) {
  int64_t minutes = 0;

  for (int i = 0; i < person->shifts_count && i < SHIFTS_MAX; i++) {
    minutes += person->shifts[i].end_minute - (int64_t)person->shifts[i].begin_minute;
  }
  g_autofree char *hours = say_milli(language, CLAMP(minutes, 0, 100000) * 1000 / 60);

  return joined(language, say_name(language, person->name),
                g_strdup_printf(person->accompanied_only
                                    ? say(language, "%s h a week, in duos only")
                                    : say(language, "%s h a week"),
                                hours));
}

/* Any number may stand in a plan. */
static char *safe_date(Language language, int32_t date) {
  const Field *bounds = field_find("deal.sale_date");

  return date >= bounds->minimum && date <= bounds->maximum ? say_date(language, date)
                                                            : g_strdup("?");
}

static char *safe_span(Language language, const WeeklyHours *hours) {
  if (hours->begin_minute < 0 || hours->end_minute > 2880 ||
      hours->begin_minute >= hours->end_minute) {
    return g_strdup("?");
  }
  return say_clock_span(language, hours->begin_minute, hours->end_minute);
}

static char *hours_title(Language language, const WeeklyHours *hours) {
  return joined(language, weekday_name(language, CLAMP(hours->weekday, 0, 6)),
                safe_span(language, hours));
}

static char *closure_title(Language language, const DateSpan *span) {
  g_autofree char *from = safe_date(language, span->from_date);
  g_autofree char *to = safe_date(language, span->to_date);

  return span->from_date == span->to_date
             ? g_steal_pointer(&from)
             : g_strdup_printf(say(language, "%1$s to %2$s"), from, to);
}

static char *instalment_title(Language language, const PlanDeal *deal, int index) {
  const Instalment *instalment = &deal->instalments[index];
  g_autofree char *days = say_number(language, instalment->after_days);
  g_autofree char *when = g_strdup_printf(
      instalment->business_days
          ? say_count(language, instalment->after_days, "after %s business day",
                      "after %s business days")
          : say_count(language, instalment->after_days, "after %s day", "after %s days"),
      days);
  int64_t all = 0;

  for (int i = 0; i < deal->instalments_count; i++) {
    all += deal->instalments[i].weight;
  }
  if (all <= 0 || instalment->weight < 0 || instalment->weight > all) {
    return g_steal_pointer(&when);
  }
  g_autofree char *share =
      say_percent(language, (instalment->weight * INT64_C(1000) + all / 2) / all * 100);

  return g_strdup_printf(say(language, "%1$s of the payout, %2$s"), share, when);
}

static char *own_tax_title(Language language, const CustomTax *tax, int index) {
  g_autofree char *number = say_number(language, index + 1);
  g_autofree char *name = g_strdup_printf(say(language, "Tax %s"), number);

  return joined(language, name, say_percent(language, tax->rate_per_100k));
}

static char *titled_start(Language language, int32_t minute) {
  return minute >= 0 && minute < 2880 ? say_clock(language, minute) : g_strdup("?");
}

char *list_element_title(Language language, const Plan *plan, const char *list_path, int index) {
  Plan *copy = g_memdup2(plan, sizeof *plan); /* looked at, not written */
  void *elements = NULL;
  const FieldList *list = field_list_place(copy, list_path, &elements, NULL);
  const char *path = list ? list->path : "";
  const char *element = list ? (char *)elements + (gsize)index * list->stride : NULL;
  char *title = NULL;

  if (strcmp(path, "services") == 0) {
    title = service_title(language, &plan->services[index]);
  } else if (strcmp(path, "staff") == 0) {
    title = staff_title(language, &plan->staff[index]);
  } else if (strcmp(path, "rooms") == 0) {
    title = g_strdup(say_name(language, plan->rooms[index].name));
  } else if (strcmp(path, "hours") == 0 || strcmp(path, "staff[].shifts") == 0) {
    title = hours_title(language, (const WeeklyHours *)(gconstpointer)element);
  } else if (strcmp(path, "closures") == 0) {
    title = closure_title(language, &plan->closures[index]);
  } else if (strcmp(path, "deal.instalments") == 0) {
    title = instalment_title(language, &plan->deal, index);
  } else if (strcmp(path, "deal.blackout_dates") == 0) {
    title = safe_date(language, plan->deal.blackout_dates[index]);
  } else if (strcmp(path, "one_off_costs") == 0) {
    title = joined(language, say_name(language, plan->one_off_costs[index].name),
                   say_money(language, plan->one_off_costs[index].cents));
  } else if (strcmp(path, "business.custom_taxes") == 0) {
    title = own_tax_title(language, &plan->business.custom_taxes[index], index);
  } else if (strcmp(path, "services[].start_minutes") == 0) {
    title = titled_start(language, *(const int32_t *)(gconstpointer)element);
  }
  g_free(copy);
  return title ? title : g_strdup_printf("%d", index + 1);
}

char *day_hours_text(Language language, const WeeklyHours *hours, int count, int weekday) {
  GString *text = g_string_new(NULL);

  for (int i = 0; i < count; i++) {
    if (hours[i].weekday == weekday) {
      g_autofree char *span = safe_span(language, &hours[i]);

      g_string_append_printf(text, "%s%s", text->len ? ", " : "", span);
    }
  }
  if (text->len == 0) {
    g_string_append(text, say(language, "no hours"));
  }
  return g_string_free(text, FALSE);
}

char *list_refusal_text(Language language, ListAnswer answer, const char *list_path,
                        const Problem *why) {
  if (answer == LIST_SOLD) {
    return g_strdup(say(language, "The deal sells this service: choose another one at “Service "
                                  "offered” first."));
  }
  if (answer == LIST_FULL) {
    const FieldList *list = field_list_find(list_path);
    g_autofree char *most = say_number(language, list ? list->capacity : 0);

    return g_strdup_printf(say(language, "No more than %s fit in a plan."), most);
  }
  if (answer == LIST_SENSELESS) {
    g_autofree char *reason = problem_text(language, why);

    return g_strdup_printf(say(language, "Not while this stands: %1$s: %2$s"),
                           field_label(language, why->path), reason);
  }
  return NULL;
}
