/* Room: paper. Knows: words, page. Must not know: what is asked for. */
#include "ui/paper/rider.h"

#include <string.h>

#include "ui/paper/document.h"
#include "ui/words/term-words.h"

#define SIGN_SPACE 22.0

/* "1. Number of vouchers": a clause begins. */
static bool is_clause(const char *line) {
  size_t digits = strspn(line, "0123456789");
  return digits > 0 && g_str_has_prefix(line + digits, ". ");
}

static void add_line(Page *page, const char *line, bool is_first) {
  if (is_first)
    page_heading(page, 1, line, 60.0);
  else if (line[0] == '\0')
    page_space(page, 6.0);
  else if (is_clause(line))
    page_heading(page, 2, line, 40.0);
  else {
    if (strstr(line, "____") != NULL)
      page_space(page, SIGN_SPACE);
    page_paragraph(page, TYPE_BODY, line);
  }
}

static void flow_rider(Page *page, gpointer text) {
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    add_line(page, lines[i], i == 0);
}

GBytes *rider_make_pdf(const Study *study, const ReportOptions *options, GError **error) {
  g_return_val_if_fail(study != NULL && options != NULL, NULL);
  Language language = options->language;
  g_autofree char *text = rider_text(language, study);
  if (text == NULL)
    return NULL;
  g_autofree char *date = say_date(language, options->prepared_date);
  g_autofree char *title = g_strdup_printf("%s – %s", say(language, "Rider to the contract"),
                                           say_name(language, study->plan->name));
  const char *business = say_name(language, study->plan->business.name);
  const Document document = {
      .language = language,
      .prepared_date = options->prepared_date,
      .title = title,
      .author = business,
      .subject = say(language, "Clauses asked of a group-buying site"),
      .frame = {options->paper, business, date, title},
  };
  return document_make_pdf(&document, flow_rider, text, error);
}
