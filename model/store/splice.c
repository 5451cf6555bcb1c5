/* Room: store. Knows: GLib. Must not know: plans, SQL. */
#include "model/store/splice.h"

#include <string.h>

static gboolean byte_continues_character(char byte) {
  return ((guchar)byte & 0xC0) == 0x80;
}

void splice_between(const char *before, const char *after, Splice *splice) {
  gsize before_length = strlen(before), after_length = strlen(after);
  gsize shorter = MIN(before_length, after_length);
  gsize begin = 0, end = 0;
  while (begin < shorter && before[begin] == after[begin])
    begin++;
  while (begin > 0 &&
         (byte_continues_character(before[begin]) || byte_continues_character(after[begin])))
    begin--;
  while (end < shorter - begin && before[before_length - end - 1] == after[after_length - end - 1])
    end++;
  while (end > 0 && byte_continues_character(before[before_length - end]))
    end--;
  splice->begin = begin;
  splice->removed = g_strndup(before + begin, before_length - begin - end);
  splice->inserted = g_strndup(after + begin, after_length - begin - end);
}

void splice_clear(Splice *splice) {
  g_clear_pointer(&splice->removed, g_free);
  g_clear_pointer(&splice->inserted, g_free);
  splice->begin = 0;
}

static char *text_replace_at(const char *text, gsize begin, const char *old, const char *new) {
  if (begin > strlen(text) || !g_str_has_prefix(text + begin, old))
    return NULL;
  g_autofree char *head = g_strndup(text, begin);
  return g_strconcat(head, new, text + begin + strlen(old), NULL);
}

char *splice_apply(const Splice *splice, const char *before) {
  return text_replace_at(before, splice->begin, splice->removed, splice->inserted);
}

char *splice_revert(const Splice *splice, const char *after) {
  return text_replace_at(after, splice->begin, splice->inserted, splice->removed);
}
