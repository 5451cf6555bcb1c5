/* The catalogue reader: says what msgfmt compiled, in both languages at once, from any thread, and
 * refuses bytes that are not sound. */
#include <locale.h>
#include <string.h>

#include "ui/words/catalogue.h"
#include "ui/words/words.h"

static gpointer say_much(gpointer unused) {
  for (int i = 0; i < 2000; i++) {
    g_assert_cmpstr(say(LANGUAGE_FR, "Lowest balance"), ==, "Solde le plus bas");
    g_assert_cmpstr(say(LANGUAGE_EN, "Lowest balance"), ==, "Lowest balance");
  }
  return NULL;
}

/* Runs first, so that the threads meet at the opening of the catalogue. */
static void test_threads(void) {
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS(threads); i++) {
    threads[i] = g_thread_new("say", say_much, NULL);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(threads); i++) {
    g_thread_join(threads[i]);
  }
}

static void test_say(void) {
  const char *ours = "words nobody says";

  g_assert_cmpstr(say(LANGUAGE_FR, "Vouchers sold"), ==, "Bons vendus");
  g_assert_true(say(LANGUAGE_EN, ours) == ours);
  g_assert_true(say(LANGUAGE_FR, ours) == ours);
  g_assert_cmpstr(say(LANGUAGE_FR, ""), ==, ""); /* not the catalogue's header */
}

static void test_plural(void) {
  const struct {
    Language language;
    int64_t count;
    const char *text;
  } cases[] = {
      {LANGUAGE_EN, 0, "%s days"},  {LANGUAGE_EN, 1, "%s day"},    {LANGUAGE_EN, 2, "%s days"},
      {LANGUAGE_EN, -1, "%s day"},  {LANGUAGE_FR, 0, "%s jour"},   {LANGUAGE_FR, 1, "%s jour"},
      {LANGUAGE_FR, 2, "%s jours"}, {LANGUAGE_FR, -2, "%s jours"}, {LANGUAGE_FR, 444, "%s jours"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_assert_cmpstr(say_count(cases[i].language, cases[i].count, "%s day", "%s days"), ==,
                    cases[i].text);
  }
  g_assert_cmpstr(say_count(LANGUAGE_FR, 1, "%s thing nobody says", "x"), ==,
                  "%s thing nobody says");
  g_assert_cmpstr(say_count(LANGUAGE_FR, 2, "%s thing nobody says", "%s things"), ==, "%s things");
}

static void test_codes(void) {
  const struct {
    const char *code;
    Language language;
  } cases[] = {{"fr", LANGUAGE_FR},     {"fr_CA", LANGUAGE_FR}, {"fr-CA.UTF-8", LANGUAGE_FR},
               {"FR", LANGUAGE_FR},     {"en", LANGUAGE_EN},    {"en_CA", LANGUAGE_EN},
               {"fry_NL", LANGUAGE_EN}, {"", LANGUAGE_EN},      {"C", LANGUAGE_EN},
               {"de", LANGUAGE_EN},     {NULL, LANGUAGE_EN}};

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_assert_cmpint(language_from_code(cases[i].code), ==, cases[i].language);
  }
  for (Language language = 0; language < LANGUAGE_COUNT; language++) {
    g_assert_cmpint(language_from_code(language_code(language)), ==, language);
  }
}

/* The process's own language does not matter, whatever it is set to. */
static void test_no_locale(void) {
  g_setenv("LANGUAGE", "de", TRUE);
  setlocale(LC_ALL, "C");
  g_assert_cmpstr(say(LANGUAGE_FR, "Cash"), ==, "Trésorerie");
  g_setenv("LANGUAGE", "fr", TRUE);
  g_assert_cmpstr(say(LANGUAGE_EN, "Cash"), ==, "Cash");
}

static void put_word(GByteArray *bytes, guint offset, guint32 word, bool swapped) {
  guint32 value = swapped ? GUINT32_SWAP_LE_BE(word) : word;

  memcpy(bytes->data + offset, &value, sizeof value);
}

/* A .mo of three texts, the second with a plural, in either byte order. */
static GByteArray *small_mo(bool swapped) {
  static const struct {
    const char *text;
    guint length;
  } texts[] = {{"", 0},    {"day\0days", 8},    {"no", 2}, /* originals, rising */
               {"h\n", 2}, {"jour\0jours", 10}, {"non", 3}};
  GByteArray *bytes = g_byte_array_new();

  g_byte_array_set_size(bytes, 28 + 2 * 3 * 8);
  put_word(bytes, 0, 0x950412de, swapped);
  put_word(bytes, 4, 0, swapped);
  put_word(bytes, 8, 3, swapped);
  put_word(bytes, 12, 28, swapped);
  put_word(bytes, 16, 28 + 3 * 8, swapped);
  put_word(bytes, 20, 0, swapped);
  put_word(bytes, 24, 0, swapped);
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
    put_word(bytes, 28 + i * 8, texts[i].length, swapped);
    put_word(bytes, 28 + i * 8 + 4, bytes->len, swapped);
    g_byte_array_append(bytes, (const guint8 *)texts[i].text, texts[i].length + 1);
  }
  return bytes;
}

static void test_small(void) {
  for (int swapped = 0; swapped < 2; swapped++) {
    g_autoptr(GByteArray) bytes = small_mo(swapped);
    Catalogue catalogue;

    g_assert_true(catalogue_open(bytes->data, bytes->len, &catalogue));
    g_assert_cmpstr(catalogue_find(&catalogue, "no", 0), ==, "non");
    g_assert_cmpstr(catalogue_find(&catalogue, "no", 1), ==, "non");
    g_assert_cmpstr(catalogue_find(&catalogue, "day", 0), ==, "jour");
    g_assert_cmpstr(catalogue_find(&catalogue, "day", 1), ==, "jours");
    g_assert_null(catalogue_find(&catalogue, "days", 0));
    g_assert_null(catalogue_find(&catalogue, "nope", 0));
  }
}

/* Cut anywhere it is refused; a copy on the heap, so that a sanitizer sees a read past the end. */
static void test_cut(void) {
  g_autoptr(GByteArray) bytes = small_mo(false);

  for (guint size = 0; size < bytes->len; size++) {
    g_autofree guint8 *copy = g_memdup2(bytes->data, size);
    Catalogue catalogue;

    g_assert_false(catalogue_open(copy, size, &catalogue));
  }
}

/* Any bytes changed: refused, or sound enough to be searched. */
static void test_damaged(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(20260204);
  int refused = 0;

  for (int round = 0; round < 20000; round++) {
    g_autoptr(GByteArray) bytes = small_mo(false);
    g_autofree guint8 *copy = NULL;
    Catalogue catalogue;

    for (int change = g_rand_int_range(luck, 1, 4); change > 0; change--) {
      bytes->data[g_rand_int_range(luck, 0, (gint32)bytes->len)] = (guint8)g_rand_int(luck);
    }
    copy = g_memdup2(bytes->data, bytes->len);
    if (!catalogue_open(copy, bytes->len, &catalogue)) {
      refused++;
      continue;
    }
    catalogue_find(&catalogue, "day", 1);
    catalogue_find(&catalogue, "no", 0);
    catalogue_find(&catalogue, "zz", 0);
  }
  g_assert_cmpint(refused, >, 5000);
}

static void test_order_matters(void) {
  g_autoptr(GByteArray) bytes = small_mo(false);
  Catalogue catalogue;
  guint8 entry[8];

  /* The second and third originals change places: a binary search would miss them. */
  memcpy(entry, bytes->data + 36, 8);
  memcpy(bytes->data + 36, bytes->data + 44, 8);
  memcpy(bytes->data + 44, entry, 8);
  g_assert_false(catalogue_open(bytes->data, bytes->len, &catalogue));
}

/* Every text must end where its length says; the last byte of all is the end of "non". */
static void test_unterminated(void) {
  g_autoptr(GByteArray) bytes = small_mo(false);
  Catalogue catalogue;

  g_assert_cmpint(bytes->data[bytes->len - 1], ==, '\0');
  bytes->data[bytes->len - 1] = 'x';
  g_assert_false(catalogue_open(bytes->data, bytes->len, &catalogue));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/catalogue/threads", test_threads);
  g_test_add_func("/catalogue/say", test_say);
  g_test_add_func("/catalogue/plural", test_plural);
  g_test_add_func("/catalogue/codes", test_codes);
  g_test_add_func("/catalogue/no-locale", test_no_locale);
  g_test_add_func("/catalogue/small", test_small);
  g_test_add_func("/catalogue/cut", test_cut);
  g_test_add_func("/catalogue/damaged", test_damaged);
  g_test_add_func("/catalogue/order-matters", test_order_matters);
  g_test_add_func("/catalogue/unterminated", test_unterminated);
  return g_test_run();
}
