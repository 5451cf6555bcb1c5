/* Makes the workspace file that the command line's tests read: the example, "Second" and "Third"
 * with other prices, the third one current. Usage: make-workspace FILE. */
#include <glib.h>

#include "model/plan/fields.h"
#include "model/store/workspace.h"

int main(int argc, char **argv) {
  static const char *const NAMES[] = {NULL, "Second", "Third"};
  static Plan plan;
  g_autoptr(GError) error = NULL;
  g_assert_cmpint(argc, ==, 2);
  g_autoptr(Workspace) workspace = workspace_open(argv[1], true, &error);
  g_assert_no_error(error);
  plan_example(&plan);
  int64_t id;
  for (int i = 0; i < 3; i++) {
    if (NAMES[i])
      plan_set_text(&plan, "name", NAMES[i]);
    g_assert_true(workspace_add(workspace, &plan, &id, &error));
    plan_set(&plan, "deal.price_cents", 7001 + i);
    g_assert_true(workspace_store_edit(workspace, id, &plan, "deal.price_cents", 0, &error));
  }
  g_autofree char *current = g_strdup_printf("%" G_GINT64_FORMAT, (gint64)id);
  g_assert_true(workspace_put_setting(workspace, "current_plan", current, &error));
  return 0;
}
