/* Fuzzing of the workspace file; replay-corpus.c runs it as a test. With libFuzzer, link it with
 * the rooms base, plan, engine and store. Whatever the bytes: no crash, a file that is refused is
 * not changed, and one that took an edit opens again. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/plan/fields.h"
#include "model/store/workspace.h"
#include "tests/fuzz-target.h"

static Plan plan;    /* large */
static char *folder; /* where each input is written */

static void must(gboolean holds, const char *what) {
  if (!holds)
    g_error("%s", what);
}

static void read_everything(Workspace *workspace) {
  g_autoptr(GArray) plans = workspace_list(workspace, NULL);
  char path[PLAN_PATH_SIZE];
  for (guint i = 0; plans && i < MIN(plans->len, 8); i++) {
    int64_t id = g_array_index(plans, WorkspacePlan, i).id;
    for (int back = 0; back < 4; back++)
      workspace_load_back(workspace, id, back, &plan, NULL);
    workspace_can_undo(workspace, id, path);
    workspace_can_redo(workspace, id, path);
  }
  g_free(workspace_get_setting(workspace, "current_plan"));
}

static void change_everything(Workspace *workspace) {
  g_autoptr(GArray) plans = workspace_list(workspace, NULL);
  for (guint i = 0; plans && i < MIN(plans->len, 4); i++) {
    int64_t id = g_array_index(plans, WorkspacePlan, i).id;
    while (workspace_undo(workspace, id, &plan, NULL, NULL))
      ;
    workspace_redo(workspace, id, &plan, NULL, NULL);
    if (workspace_load(workspace, id, &plan, NULL)) {
      plan_set(&plan, "deal.price_cents", 1234);
      workspace_store_edit(workspace, id, &plan, "deal.price_cents", 1, NULL);
    }
    workspace_remove(workspace, id, NULL);
    workspace_restore(workspace, id, NULL);
  }
  workspace_put_setting(workspace, "current_plan", "1", NULL);
}

static gboolean file_holds(const char *path, const uint8_t *data, size_t size) {
  g_autofree char *bytes = NULL;
  gsize length;
  return g_file_get_contents(path, &bytes, &length, NULL) && length == size &&
         memcmp(bytes, data, size) == 0;
}

static void remove_folder(void) {
  g_rmdir(folder);
  g_free(folder);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (!folder) {
    folder = g_dir_make_tmp("aubaine-fuzz-XXXXXX", NULL);
    must(folder && atexit(remove_folder) == 0, "no place for the inputs");
  }
  g_autofree char *path = g_build_filename(folder, "file", NULL);
  FILE *file = g_fopen(path, "wb");
  must(file && fwrite(data, 1, size, file) == size && fclose(file) == 0, "cannot write the input");
  Workspace *workspace = workspace_open_read_only(path, NULL);
  if (workspace)
    read_everything(workspace);
  workspace_free(workspace);
  must(file_holds(path, data, size), "reading changed the file");
  workspace = workspace_open(path, true, NULL);
  if (workspace)
    change_everything(workspace);
  else
    must(file_holds(path, data, size), "a refused file was changed");
  workspace_free(workspace);
  g_remove(path);
  return 0;
}
