/* Room: plan. Knows: fields, base. Must not know: JSON, screens, how anything is computed.
 *
 * A plan's beginning, its length in days and where its values come from. */
#include "model/plan/plan.h"

#include <string.h>

#include "model/plan/field-table.h"

void plan_init(Plan *plan) {
  memset(plan, 0, sizeof *plan);
  for (int i = 0; i < FIELD_LISTS_COUNT; i++) {
    const FieldList *list = &FIELD_LISTS[i];

    if (list->count_offset == SIZE_MAX) {
      for (int k = 0; k < list->capacity; k++) {
        field_list_reset_element(list, (char *)plan + list->offset + (size_t)k * list->stride);
      }
    }
  }
  for (int i = 0; i < FIELD_TABLE_COUNT; i++) {
    const Field *field = &FIELD_TABLE[i];

    if (!field->list && field->type != FIELD_TEXT) {
      field_put(&(FieldPlace){field, (char *)plan + field->offset}, field->fallback);
    }
  }
}

int plan_horizon_days(const Plan *plan) {
  int64_t days =
      (int64_t)plan->deal.promotion_end_date + HORIZON_DAYS_AFTER_PROMOTION - plan->deal.sale_date;

  days = days > HORIZON_DAYS_AT_LEAST ? days : HORIZON_DAYS_AT_LEAST;
  return (int)(days < HORIZON_DAYS_MAX ? days : HORIZON_DAYS_MAX);
}

int32_t plan_vouchers_sold(const Plan *plan) {
  const PlanDeal *deal = &plan->deal;
  return deal->contract_cap != PLAN_NONE && deal->contract_cap < deal->vouchers_sold
             ? deal->contract_cap
             : deal->vouchers_sold;
}

int32_t plan_sale_last_date(const Plan *plan) {
  int64_t last = (int64_t)plan->deal.sale_date + plan->deal.sale_days - 1;

  if (plan->deal.sale_date == DATE_NONE || last <= INT32_MIN || last > INT32_MAX) {
    return DATE_NONE;
  }
  return (int32_t)last;
}

/* Length of the entry when it is the path or a whole-name beginning of it, else −1. An empty pair
 * of brackets stands for any index. */
static int beginning_length(const char *entry, const char *path) {
  const char *at = entry;

  for (; *at != '\0'; at++, path++) {
    if (*at != *path) {
      return -1;
    }
    if (at[0] == '[' && at[1] == ']') {
      path += strspn(path + 1, "0123456789");
    }
  }
  return *path == '\0' || *path == '.' || *path == '[' ? (int)(at - entry) : -1;
}

const Provenance *plan_provenance(const Plan *plan, const char *path) {
  const Provenance *best = NULL;
  int best_length = -1;

  for (int i = 0; i < plan->provenance_count && i < PROVENANCE_MAX; i++) {
    const Provenance *entry = &plan->provenance[i];
    int length = strcmp(entry->path, "*") == 0 ? 0 : beginning_length(entry->path, path);

    if (length > best_length) {
      best = entry;
      best_length = length;
    }
  }
  return best;
}

bool plan_set_provenance(Plan *plan, const char *path, ProvenanceKind kind, const char *source) {
  const Field *path_field = field_find("provenance[].path");
  const Field *source_field = field_find("provenance[].source");
  int index = 0;

  if (!field_text_fits(path_field, path) || !field_text_fits(source_field, source)) {
    return false;
  }
  while (index < plan->provenance_count && strcmp(plan->provenance[index].path, path) != 0) {
    index++;
  }
  if (index == PROVENANCE_MAX) {
    return false;
  }
  Provenance *entry = &plan->provenance[index];

  if (index == plan->provenance_count) {
    plan->provenance_count++;
    field_put_text(&(FieldPlace){path_field, entry->path}, path);
  }
  entry->kind = kind;
  field_put_text(&(FieldPlace){source_field, entry->source}, source);
  return true;
}

void plan_note_typed(Plan *plan, const char *path) {
  const Provenance *provenance = plan_provenance(plan, path);

  if (provenance && provenance->kind != PROVENANCE_GUESS && provenance->kind != PROVENANCE_MINE) {
    plan_set_provenance(plan, path, PROVENANCE_MINE, "");
  }
}

void plan_note_followed(Plan *plan, const char *path) {
  const Provenance *provenance = plan_provenance(plan, path);

  if (provenance &&
      (provenance->kind == PROVENANCE_CONTRACT || provenance->kind == PROVENANCE_REPORTED)) {
    plan_note_typed(plan, path);
  }
}
