/* Room: pdf. Knows: XMP and a PDF's Info dictionary. Must not know: what a document says. */
#include <string.h>

#include "ui/pdf/pdf-parts.h"

/* For an XML text: what no XML 1.0 may hold becomes a space. */
static char *escape_text(const char *text) {
  g_autoptr(GString) fit = g_string_new(NULL);
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
    gunichar letter = g_utf8_get_char(at);
    bool control = letter < 0x20 || (letter >= 0x7f && letter < 0xa0);
    g_string_append_unichar(fit, control || (letter & 0xfffe) == 0xfffe ? ' ' : letter);
  }
  return g_markup_escape_text(fit->str, (gssize)fit->len);
}

/* <element>before text after</element>, without the text's element when there is none. */
static void add_text(GString *xmp, const char *element, const char *before, const char *text,
                     const char *after) {
  if (text == NULL || text[0] == '\0')
    return;
  g_autofree char *escaped = escape_text(text);
  g_string_append_printf(xmp, "   <%s>%s%s%s</%s>\n", element, before, escaped, after, element);
}

/* A text with its language, as dc:title and dc:description want it. */
static void add_alternative(GString *xmp, const char *element, const char *language,
                            const char *text) {
  if (text == NULL || text[0] == '\0')
    return;
  g_autofree char *escaped = escape_text(text);
  g_string_append_printf(xmp,
                         "   <%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li>"
                         "<rdf:li xml:lang=\"%s\">%s</rdf:li></rdf:Alt></%s>\n",
                         element, escaped, language, escaped, element);
}

char *pdf_metadata_text(const PdfMetadata *metadata) {
  GString *xmp =
      g_string_new("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                   "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                   " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                   "  <rdf:Description rdf:about=\"\"\n"
                   "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                   "    xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
                   "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n");
  add_text(xmp, "dc:format", "", "application/pdf", "");
  add_alternative(xmp, "dc:title", metadata->language, metadata->title);
  add_alternative(xmp, "dc:description", metadata->language, metadata->subject);
  add_text(xmp, "dc:creator", "<rdf:Seq><rdf:li>", metadata->author, "</rdf:li></rdf:Seq>");
  add_text(xmp, "dc:language", "<rdf:Bag><rdf:li>", metadata->language, "</rdf:li></rdf:Bag>");
  add_text(xmp, "pdf:Producer", "", metadata->producer, "");
  add_text(xmp, "xmp:CreatorTool", "", metadata->creator, "");
  add_text(xmp, "xmp:CreateDate", "", metadata->iso_date, "");
  g_string_append(xmp, "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
  return g_string_free(xmp, FALSE);
}

static char *info_text(qpdf_data pdf, qpdf_oh info, const char *key) {
  qpdf_oh value = qpdf_oh_get_key(pdf, info, key);
  return qpdf_oh_is_string(pdf, value) ? g_strdup(qpdf_oh_get_utf8_value(pdf, value)) : NULL;
}

void pdf_add_metadata(qpdf_data pdf, Language language, const char *iso_date) {
  qpdf_oh info = pdf_get_dictionary(pdf, qpdf_get_trailer(pdf), "/Info");
  g_autofree char *title = info_text(pdf, info, "/Title");
  g_autofree char *author = info_text(pdf, info, "/Author");
  g_autofree char *subject = info_text(pdf, info, "/Subject");
  g_autofree char *creator = info_text(pdf, info, "/Creator");
  g_autofree char *producer = info_text(pdf, info, "/Producer");
  g_autofree char *xmp = pdf_metadata_text(
      &(PdfMetadata){language_code(language), title, author, subject, creator, producer, iso_date});
  qpdf_oh stream = pdf_make_stream(pdf, xmp, strlen(xmp));
  pdf_put_name(pdf, qpdf_oh_get_dict(pdf, stream), "/Type", "/Metadata");
  pdf_put_name(pdf, qpdf_oh_get_dict(pdf, stream), "/Subtype", "/XML");
  qpdf_oh_replace_key(pdf, qpdf_get_root(pdf), "/Metadata", stream);
}
