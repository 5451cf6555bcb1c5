/* Every write, sync, truncation, creation and deletion that storing an edit makes is failed in
 * turn, once or from then on (the disk is gone): the store says so, and what the file holds
 * afterwards is what the answer promised. Faults are injected by a thin SQLite VFS over the default
 * one. */
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "model/plan/fields.h"
#include "model/store/workspace.h"

static int until_fault = -1; /* calls that still succeed; −1: no fault is coming */
static gboolean fault_stays;
static int error_to_give;

static gboolean fault_is_due(void) {
  if (until_fault < 0)
    return FALSE;
  if (until_fault > 0) {
    until_fault--;
    return FALSE;
  }
  if (!fault_stays)
    until_fault = -1;
  return TRUE;
}

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;
} FaultFile;

static sqlite3_file *real_file(sqlite3_file *file) {
  return ((FaultFile *)file)->real;
}

#define REAL(file, method, ...) real_file(file)->pMethods->method(real_file(file), ##__VA_ARGS__)

static int fault_close(sqlite3_file *file) {
  int code = real_file(file)->pMethods ? REAL(file, xClose) : SQLITE_OK;
  g_free(real_file(file));
  return code;
}

static int fault_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset) {
  return REAL(file, xRead, bytes, size, offset);
}

static int fault_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
  if (!fault_is_due())
    return REAL(file, xWrite, bytes, size, offset);
  REAL(file, xWrite, bytes, size / 2, offset); /* torn */
  return error_to_give;
}

static int fault_truncate(sqlite3_file *file, sqlite3_int64 size) {
  return fault_is_due() ? SQLITE_IOERR_TRUNCATE : REAL(file, xTruncate, size);
}

static int fault_sync(sqlite3_file *file, int flags) {
  return fault_is_due() ? SQLITE_IOERR_FSYNC : REAL(file, xSync, flags);
}

static int fault_size(sqlite3_file *file, sqlite3_int64 *size) {
  return REAL(file, xFileSize, size);
}

static int fault_lock(sqlite3_file *file, int level) {
  return REAL(file, xLock, level);
}

static int fault_unlock(sqlite3_file *file, int level) {
  return REAL(file, xUnlock, level);
}

static int fault_check_reserved(sqlite3_file *file, int *reserved) {
  return REAL(file, xCheckReservedLock, reserved);
}

static int fault_control(sqlite3_file *file, int operation, void *argument) {
  return REAL(file, xFileControl, operation, argument);
}

static int fault_sector_size(sqlite3_file *file) {
  return REAL(file, xSectorSize);
}

static int fault_characteristics(sqlite3_file *file) {
  return REAL(file, xDeviceCharacteristics);
}

static const sqlite3_io_methods FAULT_METHODS = {
    1,
    fault_close,
    fault_read,
    fault_write,
    fault_truncate,
    fault_sync,
    fault_size,
    fault_lock,
    fault_unlock,
    fault_check_reserved,
    fault_control,
    fault_sector_size,
    fault_characteristics,
};

static sqlite3_vfs *real_vfs;

static int fault_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                      int *out_flags) {
  FaultFile *fault = (FaultFile *)file;
  memset(fault, 0, sizeof *fault);
  if ((flags & SQLITE_OPEN_CREATE) && (flags & SQLITE_OPEN_MAIN_JOURNAL) && fault_is_due())
    return SQLITE_CANTOPEN;
  fault->real = g_malloc0((gsize)real_vfs->szOsFile);
  int code = real_vfs->xOpen(real_vfs, name, fault->real, flags, out_flags);
  if (code == SQLITE_OK)
    fault->base.pMethods = &FAULT_METHODS;
  else
    g_clear_pointer(&fault->real, g_free);
  return code;
}

static int fault_delete(sqlite3_vfs *vfs, const char *name, int sync_folder) {
  return fault_is_due() ? SQLITE_IOERR_DELETE : real_vfs->xDelete(real_vfs, name, sync_folder);
}

static void faults_install(void) {
  static sqlite3_vfs vfs;
  real_vfs = sqlite3_vfs_find(NULL);
  vfs = *real_vfs;
  vfs.zName = "fault";
  vfs.szOsFile = sizeof(FaultFile);
  vfs.xOpen = fault_open;
  vfs.xDelete = fault_delete;
  g_assert_cmpint(sqlite3_vfs_register(&vfs, 1), ==, SQLITE_OK);
}

static int64_t price_in_file(const char *path) {
  static Plan plan;
  g_autoptr(GError) error = NULL;
  g_autoptr(Workspace) workspace = workspace_open(path, false, &error);
  g_assert_no_error(error);
  g_assert_true(workspace_load(workspace, 1, &plan, &error));
  return plan_get(&plan, "deal.price_cents");
}

/* One edit with the fault at the given call. TRUE when the fault came. */
static gboolean edit_with_fault(const char *path, int at, int64_t price) {
  static Plan plan;
  int64_t before = price_in_file(path);
  Workspace *workspace = workspace_open(path, false, NULL);
  g_assert_true(workspace_load(workspace, 1, &plan, NULL));
  plan_set(&plan, "deal.price_cents", price);
  g_autoptr(GError) error = NULL;
  gboolean stays = fault_stays;
  until_fault = at;
  bool stored = workspace_store_edit(workspace, 1, &plan, "deal.price_cents", 0, &error);
  gboolean came = stays ? until_fault == 0 : until_fault < 0;
  until_fault = -1;
  g_assert_true(stored == (error == NULL));
  if (error)
    g_assert_error(error, STORE_ERROR, STORE_ERROR_SYSTEM);
  if (!stays) { /* the same open workspace goes on */
    g_assert_true(workspace_load(workspace, 1, &plan, NULL));
    g_assert_cmpint(plan_get(&plan, "deal.price_cents"), ==, stored ? price : before);
  }
  workspace_free(workspace);
  g_assert_cmpint(price_in_file(path), ==, stored ? price : before);
  return came;
}

static void test_every_call(gconstpointer data) {
  g_autofree char *folder = g_dir_make_tmp("aubaine-faults-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "deals.aubaine", NULL);
  static Plan plan;
  plan_example(&plan);
  Workspace *workspace = workspace_open(path, true, NULL);
  g_assert_true(workspace_add(workspace, &plan, NULL, NULL));
  workspace_free(workspace);
  fault_stays = GPOINTER_TO_INT(data) & 1;
  error_to_give = GPOINTER_TO_INT(data) & 2 ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  int calls = 0;
  while (edit_with_fault(path, calls, 3000 + calls))
    calls++;
  g_test_message("%d calls failed in turn", calls);
  g_assert_cmpint(calls, >, 10);
  g_remove(path);
  g_rmdir(folder);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  faults_install();
  g_test_add_data_func("/workspace/faults/once", GINT_TO_POINTER(0), test_every_call);
  g_test_add_data_func("/workspace/faults/for-good", GINT_TO_POINTER(1), test_every_call);
  g_test_add_data_func("/workspace/faults/full-once", GINT_TO_POINTER(2), test_every_call);
  g_test_add_data_func("/workspace/faults/full-for-good", GINT_TO_POINTER(3), test_every_call);
  return g_test_run();
}
