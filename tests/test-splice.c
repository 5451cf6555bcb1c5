/* Splices of random texts: both ways, no longer than needed, never through a character. */
#include <string.h>

#include "model/store/splice.h"

static char *random_text(GRand *random) {
  static const char *const LETTERS[] = {"a", "b", "é", "è", "€", "𝄞"};
  GString *text = g_string_new(NULL);
  for (int length = g_rand_int_range(random, 0, 9); length > 0; length--)
    g_string_append(text, LETTERS[g_rand_int_range(random, 0, G_N_ELEMENTS(LETTERS))]);
  return g_string_free(text, FALSE);
}

static void assert_splices(const char *before, const char *after) {
  g_auto(Splice) splice = {0};
  splice_between(before, after, &splice);
  g_autofree char *applied = splice_apply(&splice, before);
  g_autofree char *reverted = splice_revert(&splice, after);
  g_assert_cmpstr(applied, ==, after);
  g_assert_cmpstr(reverted, ==, before);
  g_assert_true(g_utf8_validate(splice.removed, -1, NULL));
  g_assert_true(g_utf8_validate(splice.inserted, -1, NULL));
  if (*splice.removed && *splice.inserted) { /* no character in common at either end */
    g_assert_cmpuint(g_utf8_get_char(splice.removed), !=, g_utf8_get_char(splice.inserted));
    g_assert_cmpuint(g_utf8_get_char(g_utf8_find_prev_char(
                         splice.removed, splice.removed + strlen(splice.removed))),
                     !=,
                     g_utf8_get_char(g_utf8_find_prev_char(
                         splice.inserted, splice.inserted + strlen(splice.inserted))));
  }
}

static void test_random(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(5);
  for (int i = 0; i < 20000; i++) {
    g_autofree char *before = random_text(random);
    g_autofree char *after = random_text(random);
    assert_splices(before, after);
  }
}

static void test_foreign(void) {
  Splice splice = {.begin = 3, .removed = (char *)"12", .inserted = (char *)"345"};
  g_assert_null(splice_apply(&splice, "abc13"));
  g_assert_null(splice_apply(&splice, "ab"));
  g_assert_null(splice_revert(&splice, "abc34"));
  splice.begin = G_MAXSIZE;
  g_assert_null(splice_apply(&splice, "abc12"));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/splice/random", test_random);
  g_test_add_func("/splice/foreign", test_foreign);
  return g_test_run();
}
