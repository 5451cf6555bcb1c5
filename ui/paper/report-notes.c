/* Room: paper. Knows: words, page. Must not know: how anything is computed.
 *
 * What an accountant must read before she relies on any of it. */
#include "ui/paper/report-parts.h"
#include "ui/words/help-words.h"

/* Above columns. */
#define BLOCK_SPACE 8.0
/* Under a figure's name: two lines. */
#define HEAD_KEEP 27.0

/* domain §5.6 */
static const char *const questions[] = {
    N_("Does the offer say taxes extra or taxes included, and does the contract have a clause that "
       "taxes the list price?"),
    N_("Is the site an intermediary or does it buy the service to sell it again?"),
    N_("Does the commission bear taxes, and is each of its invoices received?"),
    N_("From which date is the business registered for sales taxes?"),
    N_("Is the Quick Method used?"),
    N_("In which province is the service supplied?"),
    N_("Is the service, or a part of it, exempt?"),
    N_("Does the site pay on vouchers sold or used, what does it hold back, and what does it take "
       "back on a refund?"),
    N_("What becomes of unused vouchers, when, and with which tax?"),
    N_("Is the commission expensed as vouchers are used, or at the sale?"),
    N_("What is booked if the site does not pay?"),
    N_("What is set aside at the year end for amounts not yet earned?"),
    N_("What happens when a client does not come?"),
    N_("Is the incentive to return an expense (5310 here) or taken off the revenue, as a price cut "
       "is under ASPE?"),
    N_("Does the service bear the provincial tax (British Columbia, Saskatchewan, Manitoba)?"),
    N_("What is the owner’s draw: wages, a dividend or an advance?"),
};

static bool is_term(const char *line) {
  return line[0] == '+' || line[0] == '=' || line[0] == '-' || g_str_has_prefix(line, "−");
}

/* The text's lines, so that a column may end between two; the terms of a sum as one. */
static GPtrArray *split_explanation(const char *text) {
  GPtrArray *parts = g_ptr_array_new_with_free_func(g_free);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++) {
    char **last = parts->len > 0 ? (char **)&parts->pdata[parts->len - 1] : NULL;
    if (last == NULL || !is_term(lines[i]) || !is_term(*last)) {
      g_ptr_array_add(parts, g_strdup(lines[i]));
      continue;
    }
    char *joined = g_strdup_printf("%s · %s", *last, lines[i]);
    g_free(*last);
    *last = joined;
  }
  return parts;
}

static void add_explanation(const Report *report, const Figure *figure, const char *text) {
  Page *page = report->page;
  g_autofree char *head =
      g_strdup_printf(say(report->language, "%1$s: %2$s"), figure->label, figure->value);
  g_autoptr(GPtrArray) parts = split_explanation(text);
  page_space(page, 4.0);
  page_need(page, page_text_height(page, TYPE_CELL_BOLD, head) + HEAD_KEEP);
  page_paragraph(page, TYPE_CELL_BOLD, head);
  for (guint i = 0; i < parts->len; i++)
    page_line(page, TYPE_CELL, parts->pdata[i]);
}

void report_add_explanations(const Report *report) {
  page_heading(report->page, 2, say(report->language, "How the figures are computed"), 80.0);
  for (int i = 0; i < FIGURE_COUNT; i++) {
    g_autofree char *text = explain_figure(report->language, report->study, i);
    Figure figure;
    figure_fill(report->language, report->study, i, &figure);
    add_explanation(report, &figure, text);
    figure_clear(&figure);
  }
}

/* A number, the question, and a line for the answer under it. */
static void add_questions(const Report *report) {
  Page *page = report->page;
  const char *answer =
      say(report->language, "Answer given by __________ on _______ (owner’s note)");
  page_heading(page, 2, say(report->language, "To confirm with your accountant"), 60.0);
  report_begin_part(report, PART_QUESTIONS);
  page_tag_begin(page, "L");
  for (gsize i = 0; i < G_N_ELEMENTS(questions); i++) {
    g_autofree char *mark = g_strdup_printf("%d.", (int)i + 1);
    g_autofree char *text = g_strdup_printf("%s\n%s", say(report->language, questions[i]), answer);
    page_item(page, TYPE_CELL, mark, text);
    page_space(page, 2.0);
  }
  page_tag_end(page, "L");
}

static void add_not_modelled(const Report *report) {
  Page *page = report->page;
  page_heading(page, 2, say(report->language, "What this projection does not model"), 80.0);
  page_tag_begin(page, "L");
  const char *text;
  for (int i = 0;
       (text = not_modelled_text(report->language, report->study->risk != NULL, i)) != NULL; i++)
    page_item(page, TYPE_CELL, "•", text);
  page_tag_end(page, "L");
}

static void flow_questions(Page *page, gpointer data) {
  Report report = *(const Report *)data;
  report.page = page;
  add_not_modelled(&report);
  add_questions(&report);
}

void report_add_questions(const Report *report) {
  Report copy = *report;
  page_space(report->page, BLOCK_SPACE);
  page_in_columns(report->page, 2, flow_questions, &copy);
}
