/* Room: store. Knows: RFC 8259. Must not know: plans.
 *
 * A checker by recursive descent; builds nothing. */
#include "model/store/json-text.h"

#include <string.h>

#include "model/store/plan-json.h"

typedef struct {
  const char *begin;
  const char *at;
  const char *end;
  int depth;
  GString *name; /* takes the characters of the text being read; NULL when nobody asks */
  GError **error;
} Check;

static bool check_value(Check *check);

static bool fail(Check *check, StoreError code, const char *reason) {
  int line = 1;
  const char *line_begin = check->begin;

  for (const char *c = check->begin; c < check->at; c++) {
    if (*c == '\n') {
      line++;
      line_begin = c + 1;
    }
  }
  g_set_error(check->error, STORE_ERROR, (gint)code,
              code == STORE_ERROR_NOT_JSON ? "not JSON: line %d, column %d: %s"
                                           : "not a plan: line %d, column %d: %s",
              line, (int)g_utf8_strlen(line_begin, check->at - line_begin) + 1, reason);
  return false;
}

static bool fail_syntax(Check *check, const char *reason) {
  return fail(check, STORE_ERROR_NOT_JSON,
              check->at == check->end ? "the text ends too early" : reason);
}

static void pass_space(Check *check) {
  while (check->at < check->end && strchr(" \t\r\n", *check->at) && *check->at != '\0') {
    check->at++;
  }
}

/* What stands at the reading point; NUL at the end. */
static char here(const Check *check) {
  return check->at < check->end ? *check->at : '\0';
}

static bool take(Check *check, char expected) {
  if (here(check) != expected || check->at == check->end) {
    return false;
  }
  check->at++;
  return true;
}

static int count_digits(Check *check) {
  int count = 0;

  while (g_ascii_isdigit(here(check))) {
    check->at++;
    count++;
  }
  return count;
}

static bool check_number(Check *check) {
  const char *begin = check->at;
  bool whole = true;

  take(check, '-');
  if (!take(check, '0') && count_digits(check) == 0) {
    return fail_syntax(check, "a value is due");
  }
  const char *end = check->at;

  if (take(check, '.')) {
    whole = false;
    if (count_digits(check) == 0) {
      return fail_syntax(check, "a digit is due");
    }
  }
  if (take(check, 'e') || take(check, 'E')) {
    whole = false;
    if (!take(check, '+')) {
      take(check, '-');
    }
    if (count_digits(check) == 0) {
      return fail_syntax(check, "a digit is due");
    }
  }
  if (whole) {
    g_autofree char *digits = g_strndup(begin, (gsize)(end - begin));

    if (!g_ascii_string_to_signed(digits, 10, -G_MAXINT64, G_MAXINT64, NULL, NULL)) {
      check->at = begin;
      return fail(check, STORE_ERROR_NOT_A_PLAN, "the number is too large");
    }
  }
  return true;
}

/* The four hexadecimal digits after \u, or −1. */
static int check_hex(Check *check) {
  int unit = 0;

  for (int i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value(here(check));

    if (digit < 0) {
      return -1;
    }
    unit = unit * 16 + digit;
    check->at++;
  }
  return unit;
}

/* What follows \u: a character, or a pair that makes one. */
static bool check_unicode(Check *check) {
  int unit = check_hex(check);

  if (unit == 0) {
    return fail(check, STORE_ERROR_NOT_A_PLAN, "a text may not contain the character U+0000");
  }
  if (unit >= 0xD800 && unit < 0xDC00) {
    int low = take(check, '\\') && take(check, 'u') ? check_hex(check) : -1;

    if (low < 0xDC00 || low > 0xDFFF) {
      return fail_syntax(check, "half of a surrogate pair");
    }
    unit = 0x10000 + (unit - 0xD800) * 0x400 + (low - 0xDC00);
  } else if (unit < 0 || (unit >= 0xDC00 && unit < 0xE000)) {
    return fail_syntax(check,
                       unit < 0 ? "four hexadecimal digits are due" : "half of a surrogate pair");
  }
  if (check->name) {
    g_string_append_unichar(check->name, (gunichar)unit);
  }
  return true;
}

/* What follows a backslash. */
static bool check_escape(Check *check) {
  static const char LETTERS[] = "\"\\/bfnrt";
  static const char MEANT[] = "\"\\/\b\f\n\r\t";

  if (take(check, 'u')) {
    return check_unicode(check);
  }
  const char *letter = here(check) == '\0' ? NULL : strchr(LETTERS, here(check));

  if (!letter) {
    return fail_syntax(check, "unknown escape");
  }
  if (check->name) {
    g_string_append_c(check->name, MEANT[letter - LETTERS]);
  }
  check->at++;
  return true;
}

static bool check_string(Check *check) {
  if (!take(check, '"')) {
    return fail_syntax(check, "a text in double quotes is due");
  }
  while (!take(check, '"')) {
    if (check->at == check->end || (unsigned char)here(check) < 0x20) {
      return fail_syntax(check, "a control character inside a text");
    }
    if (take(check, '\\')) {
      if (!check_escape(check)) {
        return false;
      }
    } else {
      if (check->name) {
        g_string_append_c(check->name, here(check));
      }
      check->at++;
    }
  }
  return true;
}

/* Reads a member's name; told twice when `names` has it already. */
static bool check_name(Check *check, GHashTable *names) {
  const char *begin = check->at;
  g_autoptr(GString) name = g_string_new(NULL);

  check->name = name;
  bool good = check_string(check);

  check->name = NULL;
  if (good && !g_hash_table_add(names, g_strdup(name->str))) {
    check->at = begin;
    return fail(check, STORE_ERROR_NOT_A_PLAN, "a member is told twice");
  }
  return good;
}

static bool check_members(Check *check) {
  g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

  do {
    pass_space(check);
    if (!check_name(check, names)) {
      return false;
    }
    pass_space(check);
    if (!take(check, ':')) {
      return fail_syntax(check, "a colon is due");
    }
    if (!check_value(check)) {
      return false;
    }
  } while (take(check, ','));
  return take(check, '}') || fail_syntax(check, "a comma or a closing brace is due");
}

static bool check_elements(Check *check) {
  do {
    if (!check_value(check)) {
      return false;
    }
  } while (take(check, ','));
  return take(check, ']') || fail_syntax(check, "a comma or a closing bracket is due");
}

static bool check_word(Check *check, const char *word) {
  size_t length = strlen(word);

  if ((size_t)(check->end - check->at) < length || memcmp(check->at, word, length) != 0) {
    return fail(check, STORE_ERROR_NOT_JSON, "a value is due");
  }
  check->at += length;
  return true;
}

/* A value and the space around it. */
static bool check_value(Check *check) {
  bool good;

  pass_space(check);
  if (check->depth == JSON_DEPTH_MAX) {
    return fail(check, STORE_ERROR_NOT_A_PLAN, "nested too deep");
  }
  check->depth++;
  switch (here(check)) {
  case '{':
    check->at++;
    pass_space(check);
    good = take(check, '}') || check_members(check);
    break;
  case '[':
    check->at++;
    pass_space(check);
    good = take(check, ']') || check_elements(check);
    break;
  case '"':
    good = check_string(check);
    break;
  case 't':
    good = check_word(check, "true");
    break;
  case 'f':
    good = check_word(check, "false");
    break;
  case 'n':
    good = check_word(check, "null");
    break;
  default:
    good = check_number(check);
    break;
  }
  check->depth--;
  if (good) {
    pass_space(check);
  }
  return good;
}

bool json_text_check(const char *text, gsize length, GError **error) {
  Check check = {.begin = text, .at = text, .end = text + length, .error = error};
  const char *invalid;

  if (!g_utf8_validate_len(text, length, &invalid)) {
    check.at = invalid;
    return fail(&check, STORE_ERROR_NOT_JSON,
                *invalid == '\0' ? "a NUL byte" : "a byte that is not UTF-8");
  }
  if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
    check.at += 3;
  }
  if (!check_value(&check)) {
    return false;
  }
  return check.at == check.end || fail(&check, STORE_ERROR_NOT_JSON, "more after the end");
}
