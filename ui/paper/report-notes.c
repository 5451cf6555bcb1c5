/* Room: paper. Knows: words, page. Must not know: how anything is computed.
 *
 * What an accountant must read before she relies on any of it. */
#include "ui/paper/report-parts.h"

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

/* Of a report without simulated years. */
static const char *const not_simulated[] = {
    N_("Luck. Every figure comes from one plan year that follows the averages. It is too kind on "
       "refusals and on the lowest balance; no range or probability is given."),
    N_("Doubt. The low and high values listed with the assumptions are not run; all figures take "
       "the likely ones."),
};

/* Of one with them. */
static const char *const simulated[] = {
    N_("Luck and doubt, in the tables and charts to the cent. The verdict, the five figures, the "
       "terms and the conditions come from simulated years; all else comes from one plan year that "
       "follows the averages and is too kind on refusals and on the lowest balance."),
};

static const char *const not_modelled[] = {
    N_("Financial statements. The month table follows the bank; the comparison with no deal is on "
       "the earned basis; the model entries are examples and no record."),
    N_("Income tax, loans, equipment and anything else that the plan does not list."),
    N_("Calls lost when the phone is busy: only the cost of help on the phone is counted."),
    N_("Vouchers still unused at the end of the plan: they count for nothing in the comparison, "
       "and "
       "the amount paid for them is still owed as service."),
    N_("What clients kept or lost are worth after the end of the plan."),
    N_("Reviews and reputation."),
    N_("Public holidays, unless they are entered as closures: the site’s business days are Monday "
       "to "
       "Friday."),
};

static void add_explanation(const Report *report, const Figure *figure, const char *text) {
  Page *page = report->page;
  g_autofree char *head =
      g_strdup_printf(say(report->language, "%1$s: %2$s"), figure->label, figure->value);
  g_autoptr(PangoLayout) body =
      type_layout(page_type(page), TYPE_CELL, text, page_width(page), PANGO_ALIGN_LEFT);
  page_space(page, 4.0);
  page_need(page, 16.0 + type_layout_height(body));
  page_paragraph(page, TYPE_STRONG, head);
  page_paragraph(page, TYPE_CELL, text);
}

static void add_explanations(const Report *report) {
  Page *page = report->page;
  page_heading(page, 2, say(report->language, "How the figures are computed"), 40.0);
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
  const char *answer = say(report->language,
                           "Answer given by ____________________ on ______________ (owner’s note)");
  page_heading(page, 2, say(report->language, "To confirm with your accountant"), 60.0);
  page_tag_begin(page, "L");
  for (gsize i = 0; i < G_N_ELEMENTS(questions); i++) {
    g_autofree char *mark = g_strdup_printf("%d.", (int)i + 1);
    g_autofree char *text = g_strdup_printf("%s\n%s", say(report->language, questions[i]), answer);
    page_item(page, TYPE_BODY, mark, text);
    page_space(page, 3.0);
  }
  page_tag_end(page, "L");
}

static void add_items(const Report *report, const char *const *texts, gsize count) {
  for (gsize i = 0; i < count; i++)
    page_item(report->page, TYPE_BODY, "•", say(report->language, texts[i]));
}

void report_add_notes(const Report *report) {
  Page *page = report->page;
  add_explanations(report);
  add_questions(report);
  page_heading(page, 2, say(report->language, "What this projection does not model"), 40.0);
  page_tag_begin(page, "L");
  if (report->study->risk != NULL)
    add_items(report, simulated, G_N_ELEMENTS(simulated));
  else
    add_items(report, not_simulated, G_N_ELEMENTS(not_simulated));
  add_items(report, not_modelled, G_N_ELEMENTS(not_modelled));
  page_tag_end(page, "L");
}
