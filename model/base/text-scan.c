/* Room: base. Knows: bytes of UTF-8. Must not know: what is being read. */
#include "model/base/text-scan.h"

#include <assert.h>
#include <stddef.h>

static char upper(char c) {
  return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

bool text_skip_word(const char **at, const char *word) {
  const char *text = *at;
  for (; *word != '\0'; text++, word++)
    if (upper(*text) != *word)
      return false;
  *at = text;
  return true;
}

bool text_skip_blank(const char **at) {
  static const char *const blanks[] = {" ", "\t", "\n", "\r", "\u00A0", "\u2009", "\u202F"};
  for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++)
    if (text_skip_word(at, blanks[i]))
      return true;
  return false;
}

bool text_read_digits(const char **at, int most_digits, int *value) {
  assert(most_digits >= 1 && most_digits <= 9);
  const char *text = *at;
  int number = 0, digits = 0;
  for (; *text >= '0' && *text <= '9'; text++, digits++) {
    if (digits == most_digits)
      return false;
    number = number * 10 + (*text - '0');
  }
  if (digits == 0)
    return false;
  *value = number;
  *at = text;
  return true;
}
