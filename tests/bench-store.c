/* How long an owner waits for the file: an edit stored with its fsync, a workspace of 1,000 plans
 * opened and listed. Prints figures, judges nothing. */
#include <stdio.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "model/plan/fields.h"
#include "model/store/workspace.h"

#define EDITS 200
#define PLANS 1000
#define OPENINGS 20

static int compare_seconds(gconstpointer a, gconstpointer b) {
  double first = *(const double *)a, second = *(const double *)b;
  return (first > second) - (first < second);
}

static void print_times(const char *what, GArray *seconds) {
  g_array_sort(seconds, compare_seconds);
  printf("%-40s median %6.2f ms, worst %6.2f ms\n", what,
         g_array_index(seconds, double, seconds->len / 2) * 1000,
         g_array_index(seconds, double, seconds->len - 1) * 1000);
}

static double seconds_since(gint64 begin) {
  return (double)(g_get_monotonic_time() - begin) / G_USEC_PER_SEC;
}

static void bench_json(const Plan *plan) {
  g_autoptr(GArray) write = g_array_new(FALSE, FALSE, sizeof(double));
  g_autoptr(GArray) read = g_array_new(FALSE, FALSE, sizeof(double));
  for (int i = 0; i < EDITS; i++) {
    Plan other;
    gint64 begin = g_get_monotonic_time();
    g_autofree char *text = plan_to_json(plan);
    double took = seconds_since(begin);
    g_array_append_val(write, took);
    begin = g_get_monotonic_time();
    g_assert_true(plan_from_json(text, -1, &other, NULL));
    took = seconds_since(begin);
    g_array_append_val(read, took);
  }
  print_times("a plan to JSON", write);
  print_times("a plan from JSON", read);
}

/* What the disk itself takes for one small file made durable. */
static void bench_disk(const char *path) {
  g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(double));
  for (int i = 0; i < 50; i++) {
    FILE *file = g_fopen(path, "wb");
    gint64 begin = g_get_monotonic_time();
    fputs("x", file);
    fflush(file);
    fsync(fileno(file));
    double took = seconds_since(begin);
    g_array_append_val(times, took);
    fclose(file);
  }
  g_remove(path);
  print_times("one fsync of this disk", times);
}

static void bench_edits(Workspace *workspace, int64_t id, Plan *plan) {
  g_autoptr(GArray) edit = g_array_new(FALSE, FALSE, sizeof(double));
  g_autoptr(GArray) undo = g_array_new(FALSE, FALSE, sizeof(double));
  for (int i = 0; i < EDITS; i++) {
    plan_set(plan, "deal.price_cents", 4000 + i);
    gint64 begin = g_get_monotonic_time();
    g_assert_true(workspace_store_edit(workspace, id, plan, "deal.price_cents", 0, NULL));
    double took = seconds_since(begin);
    g_array_append_val(edit, took);
  }
  for (int i = 0; i < EDITS; i++) {
    gint64 begin = g_get_monotonic_time();
    g_assert_true(workspace_undo(workspace, id, plan, NULL, NULL));
    double took = seconds_since(begin);
    g_array_append_val(undo, took);
  }
  print_times("store an edit", edit);
  print_times("undo", undo);
}

static void bench_opening(const char *path) {
  g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(double));
  for (int i = 0; i < OPENINGS; i++) {
    gint64 begin = g_get_monotonic_time();
    Plan plan;
    g_autoptr(Workspace) workspace = workspace_open(path, false, NULL);
    g_autoptr(GArray) plans = workspace_list(workspace, NULL);
    g_assert_cmpuint(plans->len, ==, PLANS);
    g_assert_true(
        workspace_load(workspace, g_array_index(plans, WorkspacePlan, PLANS - 1).id, &plan, NULL));
    double took = seconds_since(begin);
    g_array_append_val(times, took);
  }
  print_times("open 1,000 plans, list, load one", times);
}

int main(void) {
  g_autofree char *folder = g_dir_make_tmp("aubaine-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "deals.aubaine", NULL);
  static Plan plan;
  plan_example(&plan);
  bench_json(&plan);
  bench_disk(path);
  Workspace *workspace = workspace_open(path, true, NULL);
  int64_t id;
  for (int i = 0; i < PLANS; i++) {
    g_snprintf(plan.name, sizeof plan.name, "Deal %d", i);
    g_assert_true(workspace_add(workspace, &plan, &id, NULL));
  }
  bench_edits(workspace, id, &plan);
  workspace_free(workspace);
  bench_opening(path);
  g_remove(path);
  g_rmdir(folder);
  return 0;
}
