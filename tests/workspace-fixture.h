/* What the tests of the workspace start from. */
#pragma once

#include "model/store/workspace.h"

typedef struct {
  char *folder, *path;
  Plan plan;
} Fixture;

/* A folder of its own, a path in it for a workspace, the example as plan. */
void fixture_set_up(Fixture *fixture, gconstpointer data);
void fixture_tear_down(Fixture *fixture, gconstpointer data);
/* Opens, or makes. */
Workspace *open_or_die(const char *path);
/* A workspace with the example and three edits (prices 5001 to 5003), closed. */
void make_small(Fixture *fixture);
/* Free with g_free. */
char *file_checksum(const char *path);
/* How many files a folder holds. */
int folder_count(const char *path);
/* One edit of the price. */
void store_price(Workspace *workspace, int64_t id, Plan *plan, int64_t price, int64_t merge);
/* One step back; the price then, −1 when there was none. */
int64_t undo_price(Workspace *workspace, int64_t id, Plan *plan);
