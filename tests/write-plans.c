/* Writes the first COUNT random plans that make sense into FOLDER as plan-000.json … for tests in
 * other languages. Usage: write-plans FOLDER COUNT. The same at every run. */
#include <stdio.h>
#include <stdlib.h>

#include "model/store/plan-json.h"
#include "tests/money-plan.h"

int main(int argc, char **argv) {
  if (argc != 3)
    return 2;
  int count = atoi(argv[2]);
  g_autoptr(GRand) luck = g_rand_new_with_seed(2026);
  g_autofree Plan *plan = g_new(Plan, 1);
  for (int i = 0; i < count; i++) {
    g_autofree char *path = g_strdup_printf("%s/plan-%03d.json", argv[1], i);
    g_autoptr(GError) error = NULL;
    money_plan_draw(luck, plan);
    g_autofree char *text = plan_to_json(plan);
    if (!g_file_set_contents(path, text, -1, &error)) {
      fprintf(stderr, "%s\n", error->message);
      return 1;
    }
  }
  return 0;
}
