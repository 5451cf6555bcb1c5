/* Fuzzing of base/number-text; replay-corpus.c runs it as a test. With libFuzzer:
 *   clang -g -O1 -fsanitize=fuzzer,address,undefined -I. tests/fuzz-number.c
 *     model/base/{*-text*,text-scan,calendar}.c -o fuzz-number
 * Whatever is typed: no crash, an out touched only by an answer, and what was read, written and
 * read again, is the same. */
#include "model/base/number-text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/fuzz-target.h"

typedef NumberProblem ParseFunction(const char *text, int64_t *value);
typedef char *FormatFunction(Language language, int64_t value, char *text, size_t size);

static NumberProblem parse_money(const char *text, int64_t *value) {
  bool ambiguous;
  return money_parse(text, value, &ambiguous);
}

static NumberProblem parse_time(const char *text, int64_t *value) {
  int minute = (int)*value;
  NumberProblem problem = time_parse(text, &minute);
  *value = minute;
  return problem;
}

static NumberProblem parse_date(const char *text, int64_t *value) {
  int32_t date = (int32_t)*value;
  NumberProblem problem = date_parse(text, &date);
  *value = date;
  return problem;
}

static char *format_time(Language language, int64_t value, char *text, size_t size) {
  return time_format(language, (int)value, text, size);
}

static char *format_date(Language language, int64_t value, char *text, size_t size) {
  return date_format_long(language, (int32_t)value, text, size);
}

static void must(bool holds, const char *text) {
  if (holds)
    return;
  fprintf(stderr, "read wrongly: \"%s\"\n", text);
  abort();
}

static void check(ParseFunction *parse, FormatFunction *format, const char *text) {
  const int64_t untouched = 42;
  int64_t value = untouched;
  if (parse(text, &value) != NUMBER_OK) {
    must(value == untouched, text);
    return;
  }
  for (int language = 0; language < LANGUAGE_COUNT; language++) {
    char written[NUMBER_TEXT_SIZE];
    int64_t again = untouched;
    format((Language)language, value, written, sizeof written);
    must(parse(written, &again) == NUMBER_OK && again == value, text);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = malloc(size + 1); /* of its very size, so that a read past its end is seen */
  if (!text)
    return 0;
  if (size > 0)
    memcpy(text, data, size);
  text[size] = '\0';
  check(parse_money, money_format, text);
  check(percent_parse, percent_format, text);
  check(milli_parse, milli_format, text);
  check(parse_time, format_time, text);
  check(parse_date, format_date, text);
  check(count_parse, count_format, text);
  free(text);
  return 0;
}
