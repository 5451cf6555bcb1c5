/* Room: base. Knows: bytes of UTF-8. Must not know: what is being read.
 *
 * Reading a text from the left: each function moves *at past what it answers for and says whether
 * there was any; at the end of the text, or before anything else, *at stays. A byte that is no
 * valid UTF-8 matches nothing. */
#pragma once

#include <stdbool.h>

/* One space, tab or line end, or one of U+00A0, U+2009, U+202F. */
bool text_skip_blank(const char **at);

/* The word itself; A–Z in it also match a–z. */
bool text_skip_word(const char **at, const char *word);

/* 1..most_digits decimal digits and no digit after them, into *value. most_digits ≤ 9. */
bool text_read_digits(const char **at, int most_digits, int *value);
