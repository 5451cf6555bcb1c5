/* Room: words. Knows: the French catalogue linked into the program. Must not know: gettext's
 * process-wide state, LANG, LANGUAGE, files.
 *
 * The .mo comes in as a GResource that is asked for by name, so that a static library keeps it. */
#include "ui/words/catalogue.h"

#include <gio/gio.h>
#include <string.h>

#include "po/catalogue-resource.h"
#include "ui/words/words.h"

#define MO_MAGIC 0x950412deU
#define MO_MAGIC_SWAPPED 0xde120495U
#define MO_HEADER_SIZE 28

static uint32_t word_at(const unsigned char *bytes, size_t offset, bool swapped) {
  uint32_t word;

  memcpy(&word, bytes + offset, sizeof word);
  return swapped ? GUINT32_SWAP_LE_BE(word) : word;
}

/* The text of entry `index` of a table; NULL when it does not lie whole within the bytes. */
static const char *text_at(const Catalogue *catalogue, uint32_t table_offset, uint32_t index,
                           size_t *length) {
  size_t entry = table_offset + (size_t)index * 8;
  size_t text_length = word_at(catalogue->bytes, entry, catalogue->swapped);
  size_t offset = word_at(catalogue->bytes, entry + 4, catalogue->swapped);

  if (offset >= catalogue->size || text_length >= catalogue->size - offset ||
      catalogue->bytes[offset + text_length] != '\0') {
    return NULL;
  }
  *length = text_length;
  return (const char *)catalogue->bytes + offset;
}

static bool catalogue_is_sound(const Catalogue *catalogue) {
  const char *previous = NULL;

  for (uint32_t i = 0; i < catalogue->count; i++) {
    size_t length;
    const char *original = text_at(catalogue, catalogue->originals_offset, i, &length);

    if (!original || (previous && strcmp(previous, original) >= 0) ||
        !text_at(catalogue, catalogue->translations_offset, i, &length)) {
      return false;
    }
    previous = original;
  }
  return true;
}

bool catalogue_open(const void *bytes, size_t size, Catalogue *catalogue) {
  Catalogue opened = {.bytes = bytes, .size = size};
  uint32_t magic;

  if (size < MO_HEADER_SIZE) {
    return false;
  }
  magic = word_at(bytes, 0, false);
  if (magic != MO_MAGIC && magic != MO_MAGIC_SWAPPED) {
    return false;
  }
  opened.swapped = magic == MO_MAGIC_SWAPPED;
  opened.count = word_at(bytes, 8, opened.swapped);
  opened.originals_offset = word_at(bytes, 12, opened.swapped);
  opened.translations_offset = word_at(bytes, 16, opened.swapped);
  if (opened.count > size / 8 || opened.originals_offset > size - (size_t)opened.count * 8 ||
      opened.translations_offset > size - (size_t)opened.count * 8 ||
      !catalogue_is_sound(&opened)) {
    return false;
  }
  *catalogue = opened;
  return true;
}

const char *catalogue_find(const Catalogue *catalogue, const char *english, int form) {
  uint32_t begin = 0, end = catalogue->count;

  while (begin < end) {
    uint32_t middle = begin + (end - begin) / 2;
    size_t length = 0;
    /* An original with a plural is "singular NUL plural": the comparison stops at the first NUL. */
    int order = strcmp(english, text_at(catalogue, catalogue->originals_offset, middle, &length));

    if (order == 0) {
      const char *text = text_at(catalogue, catalogue->translations_offset, middle, &length);
      const char *other = memchr(text, '\0', length);

      return form == 1 && other ? other + 1 : text;
    }
    if (order < 0) {
      end = middle;
    } else {
      begin = middle + 1;
    }
  }
  return NULL;
}

static gpointer french_open(gpointer unused) {
  static Catalogue french;
  GBytes *bytes = g_resource_lookup_data(catalogue_get_resource(), "/org/aubaine/words/fr_CA.mo",
                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size = 0;
  /* The bytes stay referenced for ever: every answer of `say` points into them. */
  const void *data = bytes ? g_bytes_get_data(bytes, &size) : NULL;
  bool sound = data && catalogue_open(data, size, &french);

  g_assert(sound);
  return &french;
}

static const Catalogue *french_catalogue(void) {
  static GOnce once = G_ONCE_INIT;

  return g_once(&once, french_open, NULL);
}

static const char *say_form(Language language, const char *english, int form) {
  const char *text;

  if (language != LANGUAGE_FR || !english[0]) {
    return NULL; /* the empty original is the catalogue's own header */
  }
  text = catalogue_find(french_catalogue(), english, form);
  return text && text[0] ? text : NULL;
}

const char *say(Language language, const char *english) {
  const char *text = say_form(language, english, 0);

  return text ? text : english;
}

const char *say_count(Language language, int64_t count, const char *singular, const char *plural) {
  bool one = language == LANGUAGE_FR ? count >= -1 && count <= 1 : count == 1 || count == -1;
  const char *text = say_form(language, singular, one ? 0 : 1);

  return text ? text : one ? singular : plural;
}

const char *language_code(Language language) {
  return language == LANGUAGE_FR ? "fr-CA" : "en-CA";
}

Language language_from_code(const char *code) {
  bool french = code && g_ascii_strncasecmp(code, "fr", 2) == 0 && !g_ascii_isalpha(code[2]);

  return french ? LANGUAGE_FR : LANGUAGE_EN;
}
