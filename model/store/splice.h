/* Room: store. Knows: GLib. Must not know: plans, SQL.
 *
 * The difference between two texts as one replacement: common beginning and end left out. An edit
 * of one field of a plan of 8 KB is a splice of a few bytes, and it goes both ways. */
#pragma once

#include <glib.h>

typedef struct {
  gsize begin;    /* bytes, at the start of a UTF-8 character */
  char *removed;  /* what stood there before */
  char *inserted; /* what stands there after */
} Splice;

/* What makes `after` of `before`, both UTF-8. "ab12c" → "ab345c": begin 2, removed "12",
 * inserted "345". Clear with splice_clear. */
void splice_between(const char *before, const char *after, Splice *splice);
void splice_clear(Splice *splice);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Splice, splice_clear)

/* The text after, from the one before; and back. NULL when the splice is not of this text. Free
 * with g_free. */
char *splice_apply(const Splice *splice, const char *before);
char *splice_revert(const Splice *splice, const char *after);
