/* Room: words; for this room and its tests. A compiled gettext catalogue (.mo) read where it lies.
 *
 * Format: GNU gettext manual, "The Format of GNU MO Files"; 32-bit words in the byte order of the
 * magic number, two tables of (length, offset), originals in rising order. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const unsigned char *bytes; /* borrowed; must outlive the catalogue */
  size_t size;
  bool swapped; /* written on a machine of the other byte order */
  uint32_t count;
  uint32_t originals_offset, translations_offset;
} Catalogue;

/* Checks every table entry once, so that catalogue_find needs no check: each text within the bytes
 * and NUL-terminated, originals strictly rising. False, *catalogue untouched, when it is not so. */
bool catalogue_open(const void *bytes, size_t size, Catalogue *catalogue);

/* The translation of an English text, its plural form 0 or 1; NULL when there is none. Borrowed. */
const char *catalogue_find(const Catalogue *catalogue, const char *english, int form);
