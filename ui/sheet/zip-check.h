/* Room: sheet. Knows: zip files (APPNOTE 6.3.3, no zip64), raw deflate. Must not know: sheets.
 *
 * Whether a file of zipped XML texts is whole. What makes ours writes each text into a temporary
 * file first and does not look whether the disk took it: a full one gives a sound zip of cut texts.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* True when every text ends with the end of its root, as long as the directory says. */
bool zip_has_whole_texts(const void *bytes, gsize length);
