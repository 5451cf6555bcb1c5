/* Room: paper. A chart as a file that goes into a letter or onto a page of the web. */
#pragma once

#include "ui/chart/chart.h"

typedef enum { PICTURE_PNG, PICTURE_SVG } PictureFormat;

typedef struct {
  ChartKind kind;
  Language language;
  const char *font_family; /* NULL: sans */
} PictureOptions;

/* By the ending of a file's name, ".png" or ".svg" in any case; false: it has neither. */
gboolean picture_format_find(const char *path, PictureFormat *format);
/* The finding as a file name that ends in ".png". Free with g_free. */
char *picture_file_name(const PictureOptions *options, const Study *study);

/* The whole file in memory: PNG has two pixels for one; SVG has its finding and all of it in words
 * for who does not see it. NULL with a G_FILE_ERROR when cairo cannot. */
GBytes *picture_file_make(const PictureOptions *options, const Study *study, PictureFormat format,
                          GError **error);
/* The same, written by safe_file_write. */
gboolean picture_file_write(const char *path, const PictureOptions *options, const Study *study,
                            PictureFormat format, GError **error);
