/* Room: store. Knows: results, problems, json-glib. Must not know: files, words. */
#include "model/store/results-json.h"

#include "model/store/json-path.h"
#include "model/store/load-json.h"
#include "model/store/risk-json.h"

static const char *const kind_names[VISIT_KIND_COUNT] = {
    [VISIT_REGULAR] = "regular",
    [VISIT_RETURNING] = "returning",
    [VISIT_DEAL] = "deal",
};

static void set_date(JsonObject *object, const char *name, int32_t date) {
  char text[DATE_TEXT_SIZE];

  if (date == DATE_NONE) {
    json_object_set_null_member(object, name);
    return;
  }
  date_format_iso(date, text);
  json_object_set_string_member(object, name, text);
}

static void set_key(JsonObject *object, const char *name, const Results *results,
                    const ResultKey *key) {
  int64_t number = result_get(results, key);

  switch (key->type) {
  case RESULT_BOOL:
    json_object_set_boolean_member(object, name, number != 0);
    break;
  case RESULT_DATE:
    set_date(object, name, (int32_t)number);
    break;
  case RESULT_NAME:
    json_object_set_string_member(object, name, key->name_of((int)number));
    break;
  case RESULT_HEX: {
    g_autofree char *text = g_strdup_printf("%016" G_GINT64_MODIFIER "x", (guint64)number);

    json_object_set_string_member(object, name, text);
    break;
  }
  case RESULT_INT32:
  case RESULT_INT64:
  default:
    json_object_set_int_member(object, name, number);
    break;
  }
}

static void set_scalars(JsonObject *root, const Results *results) {
  for (int i = 0; i < result_key_count(); i++) {
    const ResultKey *key = result_key_at(i);
    const char *name;
    JsonObject *object = json_path_make(root, key->path, &name);

    set_key(object, name, results, key);
  }
}

static void set_kinds(JsonObject *object, const char *name, const int32_t *counts) {
  JsonObject *kinds = json_object_new();

  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    json_object_set_int_member(kinds, kind_names[kind], counts[kind]);
  }
  json_object_set_object_member(object, name, kinds);
}

static void set_lines(JsonObject *object, const int64_t *line_cents) {
  JsonObject *lines = json_object_new();

  for (int line = 0; line < CASH_LINE_COUNT; line++) {
    g_autofree char *name = g_strconcat(cash_line_name((CashLine)line), "_cents", NULL);

    json_object_set_int_member(lines, name, line_cents[line]);
  }
  json_object_set_object_member(object, "lines", lines);
}

static JsonArray *months_new(const Results *results) {
  JsonArray *array = json_array_sized_new((guint)results->month_count);

  for (int i = 0; i < results->month_count; i++) {
    const ResultMonth *month = &results->month[i];
    JsonObject *object = json_object_new();

    set_date(object, "begin_date", month->begin_date);
    json_object_set_int_member(object, "days", month->days);
    set_kinds(object, "visits", month->visits);
    json_object_set_int_member(object, "refused", month->refused);
    set_lines(object, month->line_cents);
    json_object_set_int_member(object, "closing_cents", month->closing_cents);
    json_object_set_int_member(object, "closing_without_cents", month->closing_without_cents);
    json_object_set_int_member(object, "not_yet_earned_cents", month->not_yet_earned_cents);
    json_array_add_object_element(array, object);
  }
  return array;
}

static JsonArray *weeks_new(const Results *results) {
  JsonArray *array = json_array_sized_new((guint)results->week_count);

  for (int i = 0; i < results->week_count; i++) {
    const ResultWeek *week = &results->week[i];
    JsonObject *object = json_object_new();

    set_date(object, "begin_date", results->sale_date + week->begin_day_index);
    json_object_set_int_member(object, "days", week->days);
    set_kinds(object, "visits", week->visits);
    set_kinds(object, "people", week->people);
    set_kinds(object, "staff_minutes", week->staff_minutes);
    json_object_set_int_member(object, "shift_minutes", week->shift_minutes);
    json_object_set_int_member(object, "refused", week->refused);
    json_array_add_object_element(array, object);
  }
  return array;
}

static void set_counts(JsonObject *object, const char *name, const int32_t *counts, int count) {
  JsonArray *array = json_array_sized_new((guint)count);

  for (int i = 0; i < count; i++) {
    json_array_add_int_element(array, counts[i]);
  }
  json_object_set_array_member(object, name, array);
}

/* What the books of a day are made of, beside its visits. */
static void set_day_counts(JsonObject *object, const YearDay *day, int services_count) {
  set_counts(object, "regular_by_service", day->service_visits[VISIT_REGULAR], services_count);
  set_counts(object, "returning_by_service", day->service_visits[VISIT_RETURNING], services_count);
  set_counts(object, "incentives_by_service", day->incentive_service_visits, services_count);
  json_object_set_int_member(object, "deal_no_shows", day->deal_no_shows);
  json_object_set_int_member(object, "deal_forfeited_visits", day->deal_forfeited_visits);
  json_object_set_int_member(object, "deal_last", day->deal_last);
  json_object_set_int_member(object, "extras", day->extras);
}

static JsonArray *days_new(const Plan *plan, const Results *results) {
  JsonArray *array = json_array_sized_new((guint)results->days);

  for (int i = 0; i < results->days; i++) {
    const YearDay *day = &results->with.day[i];
    const CashDay *cash = &results->cash_with.day[i];
    JsonObject *object = json_object_new();

    set_date(object, "date", results->sale_date + i);
    set_kinds(object, "visits", day->visits);
    json_object_set_int_member(object, "refused",
                               day->refused[VISIT_REGULAR] + day->refused[VISIT_RETURNING]);
    set_day_counts(object, day, plan->services_count);
    set_lines(object, cash->line_cents);
    json_object_set_int_member(object, "balance_cents", cash->balance_cents);
    json_object_set_int_member(object, "balance_without_cents",
                               results->cash_without.day[i].balance_cents);
    json_object_set_int_member(object, "not_yet_earned_cents", cash->not_yet_earned_cents);
    json_object_set_int_member(object, "tax_set_aside_cents", cash->tax_set_aside_cents);
    json_array_add_object_element(array, object);
  }
  return array;
}

/* Visits' pay and minutes worked (visit and rest) of each 14 days, by person in plan order. */
static JsonArray *pay_periods_new(const Plan *plan, const Results *results) {
  JsonArray *array = json_array_new();

  for (int i = 0; i * PAY_PERIOD_DAYS < results->days; i++) {
    const Year *year = &results->with;
    JsonObject *object = json_object_new();
    JsonArray *pay = json_array_new();

    for (int person = 0; person < plan->staff_count; person++) {
      json_array_add_int_element(pay, year->staff_visit_pay_cents[i][person]);
    }
    set_date(object, "begin_date", results->sale_date + i * PAY_PERIOD_DAYS);
    json_object_set_array_member(object, "visit_pay_cents", pay);
    set_counts(object, "worked_minutes", year->staff_worked_minutes[i], plan->staff_count);
    json_array_add_object_element(array, object);
  }
  return array;
}

static void set_taxes(JsonObject *object, const char *name, const int64_t *cents) {
  JsonArray *array = json_array_sized_new(TAX_COMPONENTS_MAX);

  for (int i = 0; i < TAX_COMPONENTS_MAX; i++) {
    json_array_add_int_element(array, cents[i]);
  }
  json_object_set_array_member(object, name, array);
}

static JsonArray *remittances_new(const Cash *cash) {
  JsonArray *array = json_array_sized_new((guint)cash->remittance_count);

  for (int i = 0; i < cash->remittance_count; i++) {
    const Remittance *remittance = &cash->remittance[i];
    JsonObject *object = json_object_new();

    json_object_set_string_member(object, "kind", remittance_kind_name(remittance->kind));
    set_date(object, "period_begin_date", remittance->period_begin_date);
    set_date(object, "period_end_date", remittance->period_end_date);
    set_date(object, "due_date", remittance->due_date);
    set_date(object, "paid_date", remittance->paid_date);
    set_taxes(object, "collected_cents", remittance->collected_cents);
    set_taxes(object, "credits_cents", remittance->credits_cents);
    set_taxes(object, "kept_cents", remittance->kept_cents);
    set_taxes(object, "instalments_cents", remittance->instalments_cents);
    set_taxes(object, "paid_cents", remittance->paid_cents);
    json_array_add_object_element(array, object);
  }
  return array;
}

static JsonArray *phone_hours_new(const PhoneDay *day) {
  JsonArray *array = json_array_sized_new((guint)day->hour_count);

  for (int i = 0; i < day->hour_count; i++) {
    const PhoneHour *hour = &day->hour[i];
    JsonObject *object = json_object_new();

    json_object_set_int_member(object, "begin_minute", hour->begin_minute);
    json_object_set_int_member(object, "end_minute", hour->end_minute);
    json_object_set_int_member(object, "calls_milli", hour->calls_milli);
    json_object_set_int_member(object, "attempts_milli", hour->attempts_milli);
    json_object_set_int_member(object, "answered_milli", hour->answered_milli);
    json_object_set_int_member(object, "lost_milli", hour->lost_milli);
    json_object_set_int_member(object, "lost_per_100k", hour->lost_per_100k);
    json_object_set_int_member(object, "within_per_100k", hour->within_per_100k);
    json_object_set_int_member(object, "people", hour->people);
    json_object_set_int_member(object, "people_needed", hour->people_needed);
    json_array_add_object_element(array, object);
  }
  return array;
}

static JsonArray *phone_days_new(const Phone *phone) {
  JsonArray *array = json_array_sized_new((guint)phone->day_count);

  for (int i = 0; i < phone->day_count; i++) {
    const PhoneDay *day = &phone->day[i];
    JsonObject *object = json_object_new();

    set_date(object, "date", day->date);
    json_object_set_int_member(object, "calls_milli", day->calls_milli);
    json_object_set_int_member(object, "attempts_milli", day->attempts_milli);
    json_object_set_int_member(object, "answered_milli", day->answered_milli);
    json_object_set_int_member(object, "lost_milli", day->lost_milli);
    json_object_set_int_member(object, "people", day->people);
    json_object_set_int_member(object, "people_needed", day->people_needed);
    json_object_set_int_member(object, "needed_minutes", day->needed_minutes);
    json_object_set_int_member(object, "extra_minutes_needed", day->extra_minutes_needed);
    json_object_set_array_member(object, "hours", phone_hours_new(day));
    json_array_add_object_element(array, object);
  }
  return array;
}

static JsonArray *problems_new(const Problems *problems, bool warnings) {
  JsonArray *array = json_array_new();

  for (int i = 0; problems && i < problems->count; i++) {
    const Problem *problem = &problems->problem[i];

    if ((problem->code >= WARNING_FIRST) != warnings) {
      continue;
    }
    JsonObject *object = json_object_new();
    JsonArray *values = json_array_new();

    json_object_set_string_member(object, "code", problem_name(problem->code));
    json_object_set_string_member(object, "path", problem->path);
    for (int k = 0; k < PROBLEM_VALUES_MAX; k++) {
      json_array_add_int_element(values, problem->values[k]);
    }
    json_object_set_array_member(object, "values", values);
    json_array_add_object_element(array, object);
  }
  return array;
}

/* Takes root. */
static char *object_to_text(JsonObject *root) {
  g_autoptr(JsonNode) node = json_node_init_object(json_node_alloc(), root);
  g_autofree char *text = json_to_string(node, TRUE);

  json_object_unref(root);
  return g_strconcat(text, "\n", NULL);
}

char *results_to_json(const Study *study, const Problems *warnings) {
  const Plan *plan = study->plan;
  const Results *results = study->results;
  JsonObject *root = json_object_new(), *remittances = json_object_new();

  json_object_set_array_member(remittances, "with", remittances_new(&results->cash_with));
  json_object_set_array_member(remittances, "without", remittances_new(&results->cash_without));
  json_object_set_string_member(root, "format", "aubaine-results");
  json_object_set_int_member(root, "version", 1);
  json_object_set_string_member(root, "name", plan->name);
  set_scalars(root, results);
  json_object_set_array_member(root, "months", months_new(results));
  json_object_set_array_member(root, "weeks", weeks_new(results));
  json_object_set_array_member(root, "days", days_new(plan, results));
  json_object_set_array_member(root, "pay_periods", pay_periods_new(plan, results));
  json_object_set_object_member(root, "remittances", remittances);
  json_object_set_array_member(json_object_get_object_member(root, "phone"), "days",
                               phone_days_new(&results->phone));
  load_set_members(json_object_get_object_member(root, "load"), plan, results);
  if (study->risk)
    risk_set_members(root, study->risk);
  json_object_set_array_member(root, "warnings", problems_new(warnings, true));
  return object_to_text(root);
}

char *problems_to_json(const Problems *problems) {
  JsonObject *root = json_object_new();

  json_object_set_array_member(root, "problems", problems_new(problems, false));
  json_object_set_array_member(root, "warnings", problems_new(problems, true));
  return object_to_text(root);
}
