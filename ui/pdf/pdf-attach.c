/* Room: pdf. Knows: a PDF's embedded files. Must not know: what is in them. */
#include <string.h>

#include "ui/pdf/pdf-parts.h"

#define MD5_SIZE 16

/* The name as the PDF writes it: what a name tree is sorted by. */
static char *sort_key(qpdf_data pdf, const char *name) {
  return g_strdup(qpdf_oh_unparse_binary(pdf, qpdf_oh_new_unicode_string(pdf, name)));
}

static qpdf_oh make_file_stream(qpdf_data pdf, const PdfAttachment *file, const char *pdf_date) {
  gsize length, md5_size = MD5_SIZE;
  const void *bytes = g_bytes_get_data(file->bytes, &length);
  guint8 md5[MD5_SIZE];
  g_autofree char *type = g_strconcat("/", file->type, NULL);
  g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_MD5);
  g_checksum_update(checksum, bytes != NULL ? bytes : (const void *)"", (gssize)length);
  g_checksum_get_digest(checksum, md5, &md5_size);
  qpdf_oh stream = pdf_make_stream(pdf, bytes, length);
  qpdf_oh dictionary = qpdf_oh_get_dict(pdf, stream);
  qpdf_oh parameters = pdf_get_dictionary(pdf, dictionary, "/Params");
  pdf_put_name(pdf, dictionary, "/Type", "/EmbeddedFile");
  pdf_put_name(pdf, dictionary, "/Subtype", type);
  qpdf_oh_replace_key(pdf, parameters, "/Size", qpdf_oh_new_integer(pdf, (long long)length));
  qpdf_oh_replace_key(pdf, parameters, "/CheckSum",
                      qpdf_oh_new_binary_string(pdf, (const char *)md5, md5_size));
  pdf_put_text(pdf, parameters, "/CreationDate", pdf_date);
  pdf_put_text(pdf, parameters, "/ModDate", pdf_date);
  return stream;
}

static qpdf_oh make_file(qpdf_data pdf, const PdfAttachment *file, const char *pdf_date) {
  qpdf_oh dictionary = qpdf_oh_new_dictionary(pdf);
  qpdf_oh stream = make_file_stream(pdf, file, pdf_date);
  g_autofree char *relationship = g_strconcat("/", file->relationship, NULL);
  qpdf_oh embedded = pdf_get_dictionary(pdf, dictionary, "/EF");
  pdf_put_name(pdf, dictionary, "/Type", "/Filespec");
  pdf_put_text(pdf, dictionary, "/F", file->name);
  pdf_put_text(pdf, dictionary, "/UF", file->name);
  pdf_put_text(pdf, dictionary, "/Desc", file->description);
  pdf_put_name(pdf, dictionary, "/AFRelationship", relationship);
  qpdf_oh_replace_key(pdf, embedded, "/F", stream);
  qpdf_oh_replace_key(pdf, embedded, "/UF", stream);
  return qpdf_make_indirect_object(pdf, dictionary);
}

typedef struct {
  char *key;
  const char *name;
  qpdf_oh file;
} Named;

static int compare_keys(gconstpointer a, gconstpointer b) {
  return strcmp(((const Named *)a)->key, ((const Named *)b)->key);
}

void pdf_attach_files(qpdf_data pdf, const PdfAttachment *files, int count, const char *pdf_date) {
  qpdf_oh catalog = qpdf_get_root(pdf);
  if (count == 0)
    return;
  qpdf_oh associated = qpdf_oh_new_array(pdf), list = qpdf_oh_new_array(pdf);
  g_autofree Named *named = g_new0(Named, (gsize)count);
  for (int i = 0; i < count; i++) {
    named[i] =
        (Named){sort_key(pdf, files[i].name), files[i].name, make_file(pdf, &files[i], pdf_date)};
    qpdf_oh_append_item(pdf, associated, named[i].file);
  }
  qsort(named, (gsize)count, sizeof *named, compare_keys);
  for (int i = 0; i < count; i++) {
    qpdf_oh_append_item(pdf, list, qpdf_oh_new_unicode_string(pdf, named[i].name));
    qpdf_oh_append_item(pdf, list, named[i].file);
    g_free(named[i].key);
  }
  qpdf_oh names = pdf_get_dictionary(pdf, catalog, "/Names");
  qpdf_oh embedded = pdf_get_dictionary(pdf, names, "/EmbeddedFiles");
  qpdf_oh_replace_key(pdf, embedded, "/Names", list);
  qpdf_oh_replace_key(pdf, catalog, "/AF", associated);
}
