/* See zip-check.h. */
#include "ui/sheet/zip-check.h"

#include <gio/gio.h>
#include <string.h>

#define END_SIZE 22
#define ENTRY_SIZE 46
#define LOCAL_SIZE 30
#define DEFLATED 8
#define PIECE_SIZE 65536
#define TAG_MAX 64

typedef struct {
  const guint8 *bytes;
  gsize length;
} Zip;

typedef struct {
  char head[512], tail[TAG_MAX + 1]; /* of what was inflated; NUL behind the tail */
  gsize head_length, tail_length, length;
} Text;

static guint32 number_at(const guint8 *at, int size) {
  guint32 number = 0;
  for (int i = size - 1; i >= 0; i--)
    number = number << 8 | at[i];
  return number;
}

/* The bytes from offset when there are so many, or NULL. */
static const guint8 *part(const Zip *zip, guint64 offset, guint64 size) {
  return offset <= zip->length && size <= zip->length - offset ? zip->bytes + offset : NULL;
}

static void text_add(Text *text, const char *piece, gsize size) {
  gsize head = MIN(size, sizeof text->head - text->head_length);
  memcpy(text->head + text->head_length, piece, head);
  text->head_length += head;
  text->length += size;
  gsize added = MIN(size, TAG_MAX), kept = MIN(text->tail_length, TAG_MAX - added);
  memmove(text->tail, text->tail + text->tail_length - kept, kept);
  memcpy(text->tail + kept, piece + size - added, added);
  text->tail_length = kept + added;
  text->tail[text->tail_length] = '\0';
}

static bool inflate(const guint8 *data, gsize size, Text *text) {
  g_autoptr(GZlibDecompressor) inflater = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autofree char *piece = g_malloc(PIECE_SIZE);
  for (gsize at = 0;;) {
    gsize read, written;
    GConverterResult result =
        g_converter_convert(G_CONVERTER(inflater), data + at, size - at, piece, PIECE_SIZE,
                            G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
    if (result == G_CONVERTER_ERROR)
      return false;
    text_add(text, piece, written);
    at += read;
    if (result == G_CONVERTER_FINISHED)
      return true;
  }
}

/* "</worksheet>" behind "<?xml …?>\n<worksheet …>…". */
static bool ends_with_root(Text *text) {
  const char *at = text->head, *end = text->head + text->head_length;
  while (at + 1 < end && !(at[0] == '<' && g_ascii_isalpha(at[1])))
    at++;
  gsize name = 1;
  while (at + name < end && !strchr(" \t\r\n/>", at[name]))
    name++;
  if (at + name >= end || name + 3 > TAG_MAX)
    return false;
  char tag[TAG_MAX + 1];
  g_snprintf(tag, sizeof tag, "</%.*s>", (int)name - 1, at + 1);
  return g_str_has_suffix(g_strchomp(text->tail), tag);
}

static bool entry_is_whole(const Zip *zip, const guint8 *entry) {
  const guint8 *local = part(zip, number_at(entry + 42, 4), LOCAL_SIZE);
  if (local == NULL || number_at(entry + 10, 2) != DEFLATED)
    return false;
  gsize begin = (gsize)(local - zip->bytes) + LOCAL_SIZE + number_at(local + 26, 2) +
                number_at(local + 28, 2);
  gsize size = number_at(entry + 20, 4);
  const guint8 *data = part(zip, begin, size);
  Text text = {.length = 0};
  return data != NULL && inflate(data, size, &text) && text.length == number_at(entry + 24, 4) &&
         ends_with_root(&text);
}

bool zip_has_whole_texts(const void *bytes, gsize length) {
  const Zip zip = {bytes, length};
  const guint8 *end = length >= END_SIZE ? part(&zip, length - END_SIZE, END_SIZE) : NULL;
  if (end == NULL || memcmp(end, "PK\5\6", 4) != 0)
    return false;
  guint64 at = number_at(end + 16, 4);
  guint32 count = number_at(end + 10, 2);
  for (guint32 i = 0; i < count; i++) {
    const guint8 *entry = part(&zip, at, ENTRY_SIZE);
    if (entry == NULL || memcmp(entry, "PK\1\2", 4) != 0 || !entry_is_whole(&zip, entry))
      return false;
    at +=
        ENTRY_SIZE + number_at(entry + 28, 2) + number_at(entry + 30, 2) + number_at(entry + 32, 2);
  }
  return count > 0;
}
