/* Room: plan, inside. The rows behind fields.h; nobody outside this room includes it. */
#pragma once

#include "model/plan/fields.h"

extern const Field FIELD_TABLE[];
extern const int FIELD_TABLE_COUNT;
extern const FieldList FIELD_LISTS[];
extern const int FIELD_LISTS_COUNT;
