/* Room: plan. Knows: fields. Must not know: the owner's languages (base's number text does).
 *
 * Values as plain text: --set path=value, and texts that fit their fields. */
#include <stdlib.h>
#include <string.h>

#include "model/plan/fields.h"

/* Length of the UTF-8 sequence at text, 0 when it is none. Overlong forms, surrogates and what lies
 * past U+10FFFF are none (Unicode, table 3-7). */
static size_t utf8_length(const unsigned char *text) {
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  size_t length;

  if (text[0] < 0x80) {
    return 1;
  }
  if (text[0] < 0xC2 || text[0] > 0xF4) {
    return 0;
  }
  length = text[0] < 0xE0 ? 2 : text[0] < 0xF0 ? 3 : 4;
  low = text[0] == 0xE0 ? 0xA0 : text[0] == 0xF0 ? 0x90 : low;
  high = text[0] == 0xED ? 0x9F : text[0] == 0xF4 ? 0x8F : high;
  for (size_t i = 1; i < length; i++) {
    if (text[i] < low || text[i] > high) {
      return 0;
    }
    low = 0x80;
    high = 0xBF;
  }
  return length;
}

bool field_text_fits(const Field *field, const char *text) {
  size_t size = 0;

  while (text[size] != '\0') {
    size_t length = utf8_length((const unsigned char *)text + size);

    if (length == 0) {
      return false;
    }
    size += length;
    if (size > (size_t)field->maximum) {
      return false;
    }
  }
  return true;
}

void field_put_text(const FieldPlace *place, const char *text) {
  size_t size = strlen(text);

  /* The rest of the field is cleared, so that equal plans are equal bytes. */
  memcpy(place->value, text, size);
  memset((char *)place->value + size, 0, (size_t)place->field->maximum + 1 - size);
}

int field_choice_find(const Field *field, const char *word) {
  for (int i = 0; field->choices[i]; i++) {
    if (strcmp(field->choices[i], word) == 0) {
      return i;
    }
  }
  return -1;
}

bool field_number_fits(const Field *field, int64_t number) {
  if (field->type == FIELD_CENTS) {
    return number > PLAN_NONE_CENTS;
  }
  return number > PLAN_NONE && number <= INT32_MAX;
}

/* Digits with an optional minus, nothing else, as in JSON. */
static bool read_integer(const char *text, int64_t *number) {
  const char *digits = text + (*text == '-');
  size_t length = strspn(digits, "0123456789");

  if (length == 0 || length > 18 || digits[length] != '\0') {
    return false;
  }
  *number = strtoll(text, NULL, 10);
  return true;
}

/* Takes the quotes off "a \"b\"" in place. False when it does not end as it began or escapes
 * anything but a quote or a backslash. */
static bool take_quotes_off(char *text) {
  char *to = text;

  if (*text != '"') {
    return true;
  }
  for (const char *from = text + 1; *from != '\0'; from++) {
    if (*from == '"') {
      *to = '\0';
      return from[1] == '\0';
    }
    if (*from == '\\' && *++from != '"' && *from != '\\') {
      return false;
    }
    *to++ = *from;
  }
  return false;
}

/* Reads the number that `text` says for a field that is no text; *why when it does not. */
static bool read_number(const Field *field, const char *text, int64_t *number, const char **why) {
  int32_t date;

  if (field->type == FIELD_BOOL) {
    *number = strcmp(text, "true") == 0;
    *why = "true or false is due";
    return *number || strcmp(text, "false") == 0;
  }
  if (field->type == FIELD_CHOICE) {
    *number = field_choice_find(field, text);
    *why = "not one of the words of this field";
    return *number >= 0;
  }
  if (strcmp(text, "null") == 0) {
    *number = field_none(field);
    return true;
  }
  if (field->type == FIELD_DATE) {
    *why = "a date such as 2026-02-04 is due";
    if (!date_parse_iso(text, &date)) {
      return false;
    }
    *number = date;
    return true;
  }
  *why = "a whole number is due";
  if (!read_integer(text, number)) {
    return false;
  }
  *why = "the number is too large";
  return field_number_fits(field, *number);
}

static const char *place_missing(const char *path) {
  return strstr(path, "[]") ? "an index is missing" : "the index is past the end of the list";
}

bool plan_set_from_text(Plan *plan, const char *path, const char *value, const char **why) {
  const char *reason = NULL;
  const Field *field = field_find(path);
  char text[4 * PLAN_TEXT_SIZE];
  FieldPlace place;
  int64_t number = 0;

  why = why ? why : &reason;
  *why = NULL;
  if (!field) {
    *why = field_list_find(path) ? "a list is set element by element" : "no such field";
    return false;
  }
  if (strlen(value) >= sizeof text) {
    *why = "the text is too long";
    return false;
  }
  strcpy(text, value);
  if (!take_quotes_off(text)) {
    *why = "the quotes do not match";
    return false;
  }
  if (field->type != FIELD_TEXT && !read_number(field, text, &number, why)) {
    return false;
  }
  if (field->type == FIELD_TEXT && !field_text_fits(field, text)) {
    *why = "the text is too long or is not UTF-8";
    return false;
  }
  if (!field_place(plan, path, true, &place)) {
    *why = place_missing(path);
    return false;
  }
  if (field->type == FIELD_TEXT) {
    field_put_text(&place, text);
  } else {
    field_put(&place, number);
  }
  *why = NULL;
  return true;
}
