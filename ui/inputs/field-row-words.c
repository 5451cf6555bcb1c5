/* Room: inputs. What stands around the value of a field's row. Knows: words, plan. Must not know:
 * widgets. */
#include <stdlib.h>
#include <string.h>

#include "ui/inputs/field-row-parts.h"

char *field_row_element(AubFieldRow *self) {
  const Plan *plan = aub_session_get_plan(self->session);
  const char *bracket = strchr(self->path, '[');
  if (!bracket)
    return NULL;
  int index = atoi(bracket + 1);
  const char *path = self->path;
  if (g_str_has_prefix(path, "hours["))
    return g_strdup(weekday_name(self->language, plan->hours[index].weekday));
  if (g_str_has_prefix(path, "rooms["))
    return g_strdup(say_name(self->language, plan->rooms[index].name));
  if (g_str_has_prefix(path, "staff["))
    return g_strdup(say_name(self->language, plan->staff[index].name));
  if (g_str_has_prefix(path, "services["))
    return g_strdup(say_name(self->language, plan->services[index].name));
  if (g_str_has_prefix(path, "regulars.service_mix"))
    return g_strdup(say_name(self->language, plan->services[index].name));
  if (g_str_has_prefix(path, "regulars.season"))
    return g_strdup(month_name(self->language, index + 1));
  if (g_str_has_prefix(path, "regulars.wanted") ||
      g_str_has_prefix(path, "deal.allowed_weekdays") ||
      g_str_has_prefix(path, "deal.weekday_quota"))
    return g_strdup(weekday_name(self->language, index));
  return g_strdup_printf("%d", index + 1);
}

const char *field_row_hint(AubFieldRow *self) {
  if (self->is_discount)
    return NULL;
  const char *hint = field_hint(self->language, self->path);
  return hint || !self->field->nullable || !self->entry ? hint : say(self->language, "empty: none");
}

const char *field_row_unit(AubFieldRow *self) {
  if (!self->entry || self->is_discount)
    return NULL;
  if (g_str_has_suffix(self->path, "_minutes"))
    return say(self->language, "min");
  if (g_str_has_suffix(self->path, "_days"))
    return say(self->language, "days");
  return NULL;
}
