/* Room: store. Knows: decide, its keys, json-glib. Must not know: files, words. */
#include "model/store/decisions-json.h"

#include <json-glib/json-glib.h>

#include "model/decide/decision-keys.h"
#include "model/plan/fields.h"
#include "model/store/json-path.h"

static void set_date(JsonObject *object, const char *name, int32_t date) {
  char text[DATE_TEXT_SIZE];
  if (date == DATE_NONE) {
    json_object_set_null_member(object, name);
    return;
  }
  date_format_iso(date, text);
  json_object_set_string_member(object, name, text);
}

static void set_number(JsonObject *root, const char *path, const DecisionMember *member,
                       bool is_there, int64_t number) {
  const char *name;
  JsonObject *object = json_path_make(root, path, &name);
  if (!is_there) {
    json_object_set_null_member(object, name);
    return;
  }
  switch (member->type) {
  case DECISION_BOOL:
    json_object_set_boolean_member(object, name, number != 0);
    break;
  case DECISION_DATE:
    set_date(object, name, (int32_t)number);
    break;
  case DECISION_NAME:
    json_object_set_string_member(object, name, member->name_of((int)number));
    break;
  case DECISION_INT32:
  case DECISION_INT64:
  default:
    json_object_set_int_member(object, name, number);
    break;
  }
}

static void set_scalars(JsonObject *root, const Decisions *decisions) {
  for (int i = 0; i < decision_key_count(); i++) {
    DecisionKey key;
    int64_t number = 0;
    bool is_there = decision_get(decisions, i, &number);
    decision_key_fill(i, &key);
    set_number(root, key.path, key.member, is_there, number);
  }
}

/* The members of one struct of a list. */
static void set_members(JsonObject *object, const DecisionMembers *members, const void *owner) {
  for (int i = 0; i < members->count; i++) {
    const DecisionMember *member = &members->member[i];
    int64_t number = 0;
    bool is_there = decision_member_get(member, owner, &number);
    set_number(object, member->name, member, is_there, number);
  }
}

static JsonObject *members_new(const DecisionMembers *members, const void *owner) {
  JsonObject *object = json_object_new();
  set_members(object, members, owner);
  return object;
}

/* count structs of `size` bytes each. */
static JsonArray *list_new(const DecisionMembers *members, const void *first, int count,
                           gsize size) {
  JsonArray *array = json_array_sized_new((guint)count);
  for (int i = 0; i < count; i++)
    json_array_add_object_element(array,
                                  members_new(members, (const char *)first + (gsize)i * size));
  return array;
}

/* --- terms --------------------------------------------------------------------------------- */

static void set_quota(JsonObject *object, const int32_t *quota) {
  JsonArray *array = json_array_sized_new(7);
  for (int i = 0; i < 7; i++)
    if (quota[i] == PLAN_NONE)
      json_array_add_null_element(array);
    else
      json_array_add_int_element(array, quota[i]);
  json_object_set_array_member(object, "weekday_quota_count", array);
}

static JsonObject *term_new(const Term *term) {
  JsonObject *object = json_object_new();
  json_object_set_string_member(object, "term", term_name(term->kind));
  json_object_set_string_member(object, "path", term_path(term->kind));
  switch (term->kind) {
  case TERM_CAP:
    json_object_set_int_member(object, "vouchers_count", term->amount);
    break;
  case TERM_QUOTA:
    set_quota(object, term->quota);
    break;
  case TERM_NO_WEEKDAY:
    json_object_set_int_member(object, "weekday", term->amount);
    break;
  case TERM_PAYOUT_SOON:
    json_object_set_int_member(object, "within_days", TERM_PAYOUT_DAYS);
    break;
  case TERM_COMMISSION:
    json_object_set_int_member(object, "commission_per_100k", term->amount);
    break;
  case TERM_PRICE:
    json_object_set_int_member(object, "price_cents", term->amount);
    break;
  case TERM_TAXES_EXTRA:
  case TERM_NEW_CLIENTS_ONLY:
  case TERM_NO_FIXED_FEE:
  case TERM_NO_CARD_FEE:
  case TERM_COUNT:
    break;
  }
  return object;
}

static JsonObject *ask_new(const Ask *ask) {
  JsonObject *object = json_object_new();
  JsonArray *terms = json_array_sized_new((guint)ask->term_count);
  for (int i = 0; i < ask->term_count; i++)
    json_array_add_object_element(terms, term_new(&ask->term[i]));
  json_object_set_array_member(object, "terms", terms);
  json_object_set_object_member(object, "standing",
                                members_new(&DECISION_STANDING, &ask->standing));
  return object;
}

static JsonArray *worths_new(const TermWorths *worths) {
  JsonArray *array = json_array_sized_new((guint)worths->worth_count);
  for (int i = 0; i < worths->worth_count; i++) {
    JsonObject *object = term_new(&worths->worth[i].term);
    set_members(object, &DECISION_TERM_WORTH, &worths->worth[i]);
    json_array_add_object_element(array, object);
  }
  return array;
}

static void set_asks(JsonObject *object, const Asks *asks) {
  JsonArray *array = json_array_sized_new((guint)asks->ask_count);
  for (int i = 0; i < asks->ask_count; i++)
    json_array_add_object_element(array, ask_new(&asks->ask[i]));
  json_object_set_array_member(object, "list", array);
  if (asks->is_needed && asks->best.term_count > 0)
    json_object_set_object_member(object, "best_alone", ask_new(&asks->best));
  else
    json_object_set_null_member(object, "best_alone");
  if (asks->has_cap && asks->cap.found)
    json_object_set_int_member(object, "cap_then_count", asks->cap.vouchers);
  else
    json_object_set_null_member(object, "cap_then_count");
}

/* --- lists --------------------------------------------------------------------------------- */

/* A number of the plan: its path, and the unit of its values. */
static JsonObject *input_new(const char *path) {
  JsonObject *object = json_object_new();
  const Field *field = field_find(path);
  json_object_set_string_member(object, "path", path);
  json_object_set_string_member(object, "unit", field ? unit_name(field->unit) : "none");
  return object;
}

static JsonArray *bars_new(const Tornado *tornado) {
  JsonArray *array = json_array_sized_new((guint)tornado->bar_count);
  for (int i = 0; i < tornado->bar_count; i++) {
    JsonObject *object = input_new(tornado->bar[i].path);
    set_members(object, &DECISION_TORNADO_BAR, &tornado->bar[i]);
    json_array_add_object_element(array, object);
  }
  return array;
}

static JsonArray *facts_new(const Facts *facts) {
  JsonArray *array = json_array_sized_new((guint)facts->fact_count);
  for (int i = 0; i < facts->fact_count; i++) {
    const Fact *fact = &facts->fact[i];
    JsonObject *object = input_new(fact->path);
    json_object_set_int_member(object, "value", fact->value);
    json_object_set_int_member(object, "turns_at", fact->turns_at);
    json_object_set_boolean_member(object, "stands_above", fact->stands_above);
    json_array_add_object_element(array, object);
  }
  return array;
}

static JsonArray *tests_new(const Cap *cap) {
  JsonArray *array = json_array_sized_new((guint)cap->test_count);
  for (int i = 0; i < cap->test_count; i++) {
    const CapTest *test = &cap->test[i];
    JsonObject *object = members_new(&DECISION_CAP_TEST, test);
    for (int k = 0; k < CONDITION_COUNT; k++) {
      if (!cap->alone[k].applies)
        continue;
      JsonObject *condition = json_object_new();
      json_object_set_boolean_member(condition, "holds", (test->holds >> k & 1) != 0);
      json_object_set_int_member(condition, "broken_years_count", test->broken_count[k]);
      json_object_set_object_member(object, condition_name((Condition)k), condition);
    }
    json_array_add_object_element(array, object);
  }
  return array;
}

static JsonArray *worlds_new(const WhatIf *worlds, int count) {
  JsonArray *array = json_array_sized_new((guint)count);
  for (int i = 0; i < count; i++) {
    JsonObject *object = members_new(&DECISION_WHAT_IF, &worlds[i]);
    if (worlds[i].applies)
      json_object_set_object_member(object, "standing",
                                    members_new(&DECISION_STANDING, &worlds[i].standing));
    else
      json_object_set_null_member(object, "standing");
    json_array_add_object_element(array, object);
  }
  return array;
}

static void set_break_evens(JsonObject *object, const Decisions *decisions) {
  for (int i = 0; i < BREAK_EVEN_COUNT; i++) {
    const BreakEven *line = &decisions->break_even[i];
    const char *path = break_even_path((BreakEvenOf)i);
    const Field *field = field_find(path);
    JsonObject *of =
        json_object_get_object_member(object, decision_break_even_name((BreakEvenOf)i));
    json_object_set_string_member(of, "path", path);
    json_object_set_string_member(of, "unit", field ? unit_name(field->unit) : "none");
    json_object_set_array_member(of, "points",
                                 list_new(&DECISION_BREAK_EVEN_POINT, line->point,
                                          line->point_count, sizeof line->point[0]));
  }
}

static void set_verdict(JsonObject *whole, const Decisions *decisions) {
  WholeVerdict verdict;
  JsonObject *object = json_object_new();
  verdict_of_decisions(decisions, NULL, &verdict);
  json_object_set_string_member(object, "form", verdict_form_name(verdict.form));
  json_object_set_boolean_member(object, "if_contract", verdict.if_contract);
  json_object_set_boolean_member(object, "is_final", verdict.is_final);
  json_object_set_int_member(object, "years_count", verdict.standing->years);
  json_object_set_object_member(whole, "verdict", object);
}

/* Takes the list. */
static void set_list(JsonObject *whole, const char *object, const char *name, JsonArray *list) {
  json_object_set_array_member(object ? json_object_get_object_member(whole, object) : whole, name,
                               list);
}

/* The lists beside the scalars. */
static void set_lists(JsonObject *whole, const Decisions *decisions) {
  if (decisions_has(decisions, DECIDE_QUOTA))
    set_list(
        whole, "quota", "days",
        list_new(&DECISION_QUOTA_DAY, decisions->quota.day, 7, sizeof decisions->quota.day[0]));
  if (decisions_has(decisions, DECIDE_CAP))
    set_list(whole, "cap", "tests", tests_new(&decisions->cap));
  if (decisions_has(decisions, DECIDE_TORNADO))
    set_list(whole, "tornado", "bars", bars_new(&decisions->tornado));
  if (decisions_has(decisions, DECIDE_WORTHS))
    set_list(whole, "worths", "terms", worths_new(&decisions->worths));
  if (decisions_has(decisions, DECIDE_ASKS))
    set_asks(json_object_get_object_member(whole, "asks"), &decisions->asks);
  if (decisions_has(decisions, DECIDE_FACTS))
    set_list(whole, NULL, "facts", facts_new(&decisions->facts));
  if (decisions_has(decisions, DECIDE_BREAK_EVEN))
    set_break_evens(json_object_get_object_member(whole, "break_even"), decisions);
  if (decisions_has(decisions, DECIDE_LAUNCH))
    set_list(whole, NULL, "launch", worlds_new(decisions->launch, LAUNCH_MONTHS));
}

/* Takes root. */
static char *object_to_text(JsonObject *root) {
  g_autoptr(JsonNode) node = json_node_init_object(json_node_alloc(), root);
  g_autofree char *text = json_to_string(node, TRUE);
  json_object_unref(root);
  return g_strconcat(text, "\n", NULL);
}

static JsonObject *document_new(const char *format) {
  JsonObject *root = json_object_new();
  json_object_set_string_member(root, "format", format);
  json_object_set_int_member(root, "version", 1);
  return root;
}

char *decisions_to_json(const Plan *plan, const Decisions *decisions) {
  JsonObject *root = document_new("aubaine-decisions");
  json_object_set_string_member(root, "name", plan->name);
  set_scalars(root, decisions);
  JsonObject *whole = json_object_get_object_member(root, "decisions");
  json_object_set_boolean_member(whole, "uncertainty", decisions->sample == RISK_ALL);
  if (decisions_has(decisions, DECIDE_ASKS))
    set_verdict(whole, decisions);
  else
    json_object_set_null_member(whole, "verdict");
  set_lists(whole, decisions);
  return object_to_text(root);
}

/* --- offers -------------------------------------------------------------------------------- */

static void set_mean(JsonObject *object, const char *name, TrialMean mean) {
  JsonObject *of = json_object_new();
  json_object_set_int_member(of, "mean_milli", mean.mean_milli);
  json_object_set_int_member(of, "error_milli", mean.error_milli);
  json_object_set_object_member(object, name, of);
}

static JsonObject *offer_new(const Offer *offer) {
  JsonObject *object = json_object_new();
  json_object_set_string_member(object, "name", offer->name);
  json_object_set_int_member(object, "vouchers_count", offer->vouchers);
  json_object_set_int_member(object, "left_used_cents", offer->left_used_cents);
  set_mean(object, "less_first_cents", offer->less_first);
  json_object_set_int_member(object, "result_p5_cents", offer->result_p5_cents);
  json_object_set_int_member(object, "result_p50_cents", offer->result_p50_cents);
  json_object_set_int_member(object, "result_p95_cents", offer->result_p95_cents);
  json_object_set_int_member(object, "loss_per_100k", offer->loss_per_100k);
  json_object_set_int_member(object, "refused_extra_p50_count", offer->refused_extra_p50);
  json_object_set_int_member(object, "lowest_p10_cents", offer->lowest_p10_cents);
  json_object_set_int_member(object, "lowest_p50_cents", offer->lowest_p50_cents);
  json_object_set_int_member(object, "wait_p95_p50_days", offer->wait_p95_p50_days);
  json_object_set_object_member(object, "standing",
                                members_new(&DECISION_STANDING, &offer->standing));
  return object;
}

char *offers_to_json(const Offers *offers) {
  JsonObject *root = document_new("aubaine-offers");
  JsonArray *array = json_array_sized_new((guint)offers->offer_count);
  for (int i = 0; i < offers->offer_count; i++)
    json_array_add_object_element(array, offer_new(&offers->offer[i]));
  json_object_set_int_member(root, "years_count", offers->years);
  json_object_set_array_member(root, "offers", array);
  return object_to_text(root);
}
