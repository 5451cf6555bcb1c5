/* Room: inputs. Which inputs stand where, in what order. Knows: paths of fields. Must not know: how
 * they are shown. */
#pragma once

#include "ui/inputs/field-row.h"

typedef struct {
  const char *path; /* with [] for each element of a list; NULL ends a group */
  FieldRowSlider slider;
  gboolean is_week; /* path is a list of hours, shown as a week */
} InputRow;

typedef enum {
  INPUT_GROUP_DEAL,
  INPUT_GROUP_PLACE,
  INPUT_GROUP_CLIENTS,
  INPUT_GROUP_MONEY,
  INPUT_GROUP_COUNT
} InputGroupId;

typedef struct {
  const char *title; /* N_() */
  const InputRow *rows, *details;
} InputGroup;

/* Fields of one list stand together: all of "staff[].", then the next list. */
extern const InputGroup INPUT_GROUPS[INPUT_GROUP_COUNT];
