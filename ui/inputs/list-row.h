/* Room: inputs. A list of the plan (services, staff, hours …): each element a fold that says what
 * it is, one more, one less. */
#pragma once

#include "ui/inputs/input-table.h"

#define AUB_TYPE_LIST_ROW (aub_list_row_get_type())
G_DECLARE_FINAL_TYPE(AubListRow, aub_list_row, AUB, LIST_ROW, GtkListBoxRow)

/* path: of a list ("rooms", "staff[2].shifts"); begin to end: the rows of one element; open: the
 * paths of open folds, owned by the caller, who lives longer. */
GtkWidget *aub_list_row_new(AubSession *session, Language language, GHashTable *open,
                            const char *path, const InputRow *begin, const InputRow *end);
void aub_list_row_refresh(AubListRow *self);
/* As input_rows_find; of the list itself its first element, or the button that adds one. */
GtkWidget *aub_list_row_find(AubListRow *self, const char *path);
