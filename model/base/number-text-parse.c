/* Room: base. Knows: how people type numbers in either language. Must not know: the C locale,
 * catalogues, screens, what the number is for. */
#include "model/base/number-text.h"

#include "model/base/text-scan.h"

/* Digits and separators kept of one number; no number that fits is longer. */
#define MARKS_MAX 128

/* A text stripped of what does not count: digits, '.' and ',' in order, and the sign. */
typedef struct {
  char marks[MARKS_MAX];
  int count;
  bool too_long;
  bool has_sign;
  bool negative;
} Stripped;

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool is_separator(char c) {
  return c == '.' || c == ',';
}

static bool skip_blank_or_currency(const char **at) {
  return text_skip_blank(at) || text_skip_word(at, "CAD") || text_skip_word(at, "CA") ||
         text_skip_word(at, "$") || text_skip_word(at, "%");
}

/* At most one sign or one opening parenthesis, anywhere before the number. */
static bool read_sign(const char **at, Stripped *stripped, bool *parenthesis) {
  for (;;) {
    if (skip_blank_or_currency(at))
      continue;
    bool opening = text_skip_word(at, "(");
    bool minus = opening || text_skip_word(at, "-") || text_skip_word(at, "−");
    if (!minus && !text_skip_word(at, "+"))
      return true;
    if (stripped->has_sign)
      return false;
    stripped->has_sign = true;
    stripped->negative = minus;
    *parenthesis = opening;
  }
}

static void read_marks(const char **at, Stripped *stripped) {
  for (;;) {
    if (text_skip_blank(at))
      continue;
    char c = **at;
    if (!is_digit(c) && !is_separator(c))
      return;
    if (stripped->count < MARKS_MAX)
      stripped->marks[stripped->count++] = c;
    else
      stripped->too_long = true;
    (*at)++;
  }
}

/* After the number: its unit and the closing parenthesis, which must answer an opening one. */
static bool read_end(const char **at, bool parenthesis) {
  while (**at != '\0') {
    if (skip_blank_or_currency(at))
      continue;
    if (!parenthesis || !text_skip_word(at, ")"))
      return false;
    parenthesis = false;
  }
  return !parenthesis;
}

static NumberProblem strip(const char *text, Stripped *stripped) {
  *stripped = (Stripped){.count = 0};
  const char *at = text;
  bool parenthesis = false;
  bool sign_ok = read_sign(&at, stripped, &parenthesis);
  if (*at == '\0' && !stripped->has_sign)
    return NUMBER_EMPTY;
  read_marks(&at, stripped);
  if (!sign_ok || !read_end(&at, parenthesis))
    return NUMBER_NOT_A_NUMBER;
  bool some_digit = stripped->too_long;
  for (int i = 0; i < stripped->count; i++)
    some_digit = some_digit || is_digit(stripped->marks[i]);
  if (!some_digit)
    return NUMBER_NOT_A_NUMBER;
  return stripped->too_long ? NUMBER_TOO_LARGE : NUMBER_OK;
}

/* Where the decimals begin, and how sure that is. */
typedef struct {
  int whole_end;      /* marks before it are the whole part */
  int decimals_begin; /* = marks' count when there are none */
  bool ambiguous;
} Reading;

/* Thousands: 1–3 digits, not beginning with 0, then groups of three after one and the same
 * separator. A part without separator is fine as it is. */
static bool thousands_are_sound(const char *marks, int end) {
  int group_begin = 0;
  char separator = '\0';
  for (int i = 0; i <= end; i++) {
    if (i < end && is_digit(marks[i]))
      continue;
    int digits = i - group_begin;
    bool first = group_begin == 0;
    if (i == end && first)
      return true;
    if (first ? digits < 1 || digits > 3 || marks[0] == '0' : digits != 3)
      return false;
    if (i < end && separator != '\0' && marks[i] != separator)
      return false;
    separator = i < end ? marks[i] : separator;
    group_begin = i + 1;
  }
  return true;
}

/* Which separator is the decimal one. single_is_decimal: what `9,975` means where a rate or a mean
 * is asked, against one thousand and more where money or a count is. */
static bool read_separators(const Stripped *stripped, bool single_is_decimal, Reading *reading) {
  const char *marks = stripped->marks;
  int separators = 0, last = -1;
  bool last_is_used_before = false;
  for (int i = 0; i < stripped->count; i++)
    if (is_separator(marks[i])) {
      separators++;
      last = i;
    }
  for (int i = 0; i < last; i++)
    last_is_used_before = last_is_used_before || marks[i] == marks[last];
  *reading = (Reading){stripped->count, stripped->count, false};
  if (separators == 0)
    return true;
  bool all_thousands = thousands_are_sound(marks, stripped->count);
  if (all_thousands && (separators > 1 || !single_is_decimal)) {
    reading->ambiguous = separators == 1;
    return true;
  }
  /* `1,234,50`: money has two decimals and the reading is shown; elsewhere it is refused. */
  *reading = (Reading){last, last + 1, last_is_used_before};
  return thousands_are_sound(marks, last) && !(last_is_used_before && single_is_decimal);
}

/* The number in units of 10^−decimals. Single digits are added with a check each. */
static NumberProblem read_value(const Stripped *stripped, const Reading *reading, int decimals,
                                int64_t *value) {
  if (stripped->count - reading->decimals_begin > decimals)
    return NUMBER_TOO_MANY_DECIMALS;
  int64_t magnitude = 0;
  bool fits = true;
  for (int i = 0; i < stripped->count; i++)
    if (is_digit(stripped->marks[i]))
      fits = fits && !__builtin_mul_overflow(magnitude, 10, &magnitude) &&
             !__builtin_add_overflow(magnitude, stripped->marks[i] - '0', &magnitude);
  for (int written = stripped->count - reading->decimals_begin; written < decimals; written++)
    fits = fits && !__builtin_mul_overflow(magnitude, 10, &magnitude);
  if (!fits)
    return NUMBER_TOO_LARGE;
  *value = stripped->negative ? -magnitude : magnitude;
  return NUMBER_OK;
}

static NumberProblem parse(const char *text, int decimals, bool single_is_decimal, int64_t *value,
                           bool *ambiguous) {
  Stripped stripped;
  NumberProblem problem = strip(text, &stripped);
  if (problem != NUMBER_OK)
    return problem;
  Reading reading;
  if (!read_separators(&stripped, single_is_decimal, &reading))
    return NUMBER_NOT_A_NUMBER;
  problem = read_value(&stripped, &reading, decimals, value);
  if (problem == NUMBER_OK)
    *ambiguous = reading.ambiguous;
  return problem;
}

NumberProblem money_parse(const char *text, int64_t *cents, bool *ambiguous) {
  bool unsure;
  return parse(text, 2, false, cents, ambiguous ? ambiguous : &unsure);
}

NumberProblem percent_parse(const char *text, int64_t *rate_per_100k) {
  return milli_parse(text, rate_per_100k); /* thousandths of a percent */
}

NumberProblem count_parse(const char *text, int64_t *count) {
  bool unsure;
  return parse(text, 0, false, count, &unsure);
}

NumberProblem milli_parse(const char *text, int64_t *milli) {
  bool unsure;
  return parse(text, 3, true, milli, &unsure);
}
