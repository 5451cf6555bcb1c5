/* Fuzzing of store/plan-json; replay-corpus.c runs it as a test. With libFuzzer:
 *   clang -g -O1 -fsanitize=fuzzer,address,undefined -I. tests/fuzz-json.c
 *     model/store/{json-text,plan-json-read,plan-json-write,plan-members}.c model/plan/[a-z]*.c
 *     model/base/[a-z]*.c $(pkg-config --cflags --libs json-glib-1.0 gio-2.0) -lm -o fuzz-json
 * Whatever the bytes: no crash, the plan untouched unless it was read, and what was read, written
 * and read again, is the same and can be checked. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "model/plan/fields.h"
#include "model/plan/problem.h"
#include "model/store/plan-json.h"
#include "tests/fuzz-target.h"

static Plan plan, again;
static Problems problems;

static void must(bool holds, const char *what) {
  if (!holds) {
    g_printerr("%s\n", what);
    abort();
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g_autoptr(GError) error = NULL;
  char path[PLAN_PATH_SIZE];
  /* Of its very size, so that a read past its end is seen. */
  g_autofree char *text = g_malloc(MAX(size, 1));

  memcpy(text, data, size);
  memset(&plan, 0x5A, sizeof plan);
  if (!plan_from_json(text, (gssize)size, &plan, &error)) {
    must(error && !strchr(error->message, '\n'), "no clear line");
    must(((const char *)&plan)[0] == 0x5A && ((const char *)&plan)[sizeof plan - 1] == 0x5A,
         "the plan was touched");
    return 0;
  }
  g_autofree char *written = plan_to_json(&plan);

  must(plan_from_json(written, -1, &again, NULL), "what was written cannot be read");
  must(!plan_first_difference(&plan, &again, path, sizeof path), path);
  plan_check(&plan, &problems);
  return 0;
}
