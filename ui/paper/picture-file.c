/* Room: paper. Knows: chart, cairo's PNG and SVG. Must not know: what a chart shows. */
#include "ui/paper/picture-file.h"

#include <cairo-svg.h>
#include <string.h>

#include "ui/chart/chart-picture.h"
#include "ui/paper/safe-file.h"

#define PNG_SCALE 2
#define NAME_LETTERS_MAX 80

static gboolean ends_in(const char *path, const char *ending) {
  gsize length = strlen(path), of_ending = strlen(ending);
  return length > of_ending && g_ascii_strcasecmp(path + length - of_ending, ending) == 0;
}

gboolean picture_format_find(const char *path, PictureFormat *format) {
  *format = ends_in(path, ".svg") ? PICTURE_SVG : PICTURE_PNG;
  return *format == PICTURE_SVG || ends_in(path, ".png");
}

/* Between words where it is too long; a name cannot end in a dot everywhere. */
static void shorten(char *name) {
  if (g_utf8_strlen(name, -1) > NAME_LETTERS_MAX) {
    *g_utf8_offset_to_pointer(name, NAME_LETTERS_MAX) = '\0';
    char *space = strrchr(name, ' ');
    if (space)
      *space = '\0';
  }
  while (*name && strchr(" .,;:-", name[strlen(name) - 1]))
    name[strlen(name) - 1] = '\0';
}

char *picture_file_name(const PictureOptions *options, const Study *study) {
  g_autofree char *finding = chart_finding(options->kind, options->language, study);
  g_strdelimit(finding, "/\\:*?\"<>|\n\t", '-');
  shorten(finding);
  return g_strconcat(finding, ".png", NULL);
}

static cairo_status_t append_bytes(void *closure, const unsigned char *data, unsigned int length) {
  g_byte_array_append(closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t paint(const ChartPicture *picture, cairo_surface_t *surface) {
  cairo_t *cr = cairo_create(surface);
  chart_picture_paint(picture, cr);
  cairo_status_t status = cairo_status(cr);
  cairo_destroy(cr);
  return status == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : status;
}

static cairo_status_t make_png(const ChartPicture *picture, GByteArray *bytes) {
  int width, height;
  chart_picture_size(picture, &width, &height);
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, width * PNG_SCALE, height * PNG_SCALE);
  cairo_surface_set_device_scale(surface, PNG_SCALE, PNG_SCALE);
  cairo_status_t status = paint(picture, surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream(surface, append_bytes, bytes);
  cairo_surface_destroy(surface);
  return status;
}

/* Text for XML, which has no place for most control characters, escaped or not. */
static char *escape(const char *text) {
  g_autofree char *plain = g_strdup(text);
  for (char *at = plain; *at; at++)
    if ((guchar)*at < ' ' || *at == '\x7f')
      *at = ' ';
  return g_markup_escape_text(plain, -1);
}

/* cairo draws letters as shapes: the words stand beside them. */
static void add_words(const ChartPicture *picture, GByteArray *bytes) {
  g_autofree char *title = escape(chart_picture_title(picture));
  g_autofree char *describe = escape(chart_picture_describe(picture));
  g_autofree char *words = g_strdup_printf("\n<title>%s</title>\n<desc>%s</desc>", title, describe);
  const char *text = (const char *)bytes->data;
  const char *svg = g_strstr_len(text, bytes->len, "<svg ");
  const char *end = svg ? memchr(svg, '>', bytes->len - (gsize)(svg - text)) : NULL;
  g_return_if_fail(end != NULL);
  gsize head = (gsize)(end - text) + 1;
  GByteArray *whole = g_byte_array_sized_new((guint)(bytes->len + strlen(words)));
  g_byte_array_append(whole, bytes->data, (guint)head);
  g_byte_array_append(whole, (const guint8 *)words, (guint)strlen(words));
  g_byte_array_append(whole, bytes->data + head, (guint)(bytes->len - head));
  g_byte_array_set_size(bytes, 0);
  g_byte_array_append(bytes, whole->data, whole->len);
  g_byte_array_unref(whole);
}

static cairo_status_t make_svg(const ChartPicture *picture, GByteArray *bytes) {
  int width, height;
  chart_picture_size(picture, &width, &height);
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream(append_bytes, bytes, width, height);
  cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX);
  cairo_status_t status = paint(picture, surface);
  cairo_surface_finish(surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  if (status == CAIRO_STATUS_SUCCESS)
    add_words(picture, bytes);
  return status;
}

GBytes *picture_file_make(const PictureOptions *options, const Study *study, PictureFormat format,
                          GError **error) {
  g_autoptr(ChartPicture) picture =
      chart_picture_new(options->kind, options->language, study, options->font_family);
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  cairo_status_t status =
      format == PICTURE_SVG ? make_svg(picture, bytes) : make_png(picture, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
  g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: %s",
              format == PICTURE_SVG ? "SVG" : "PNG", cairo_status_to_string(status));
  return NULL;
}

gboolean picture_file_write(const char *path, const PictureOptions *options, const Study *study,
                            PictureFormat format, GError **error) {
  g_autoptr(GBytes) bytes = picture_file_make(options, study, format, error);
  if (!bytes)
    return FALSE;
  return safe_file_write(path, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), error);
}
