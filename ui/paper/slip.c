/* Room: paper. Knows: words, table, page. Must not know: how taxes are computed. */
#include "ui/paper/slip.h"

#include "model/tax/tax.h"
#include "ui/paper/document.h"
#include "ui/paper/paper-table.h"
#include "ui/paper/report-parts.h"
#include "ui/paper/safe-file.h"

/* Read standing, beside the till. */
#define SLIP_TEXT_SCALE 1.35

typedef struct {
  Language language;
  Plan plan; /* as its money is computed */
  int32_t first_date;
} Slip;

static void add_list(Page *page, const char *heading, GPtrArray *items) {
  page_heading(page, 2, heading, 40.0);
  page_tag_begin(page, "L");
  for (guint i = 0; i < items->len; i++) {
    g_autofree char *mark = g_strdup_printf("%u.", i + 1);
    page_item(page, TYPE_BODY, mark, g_ptr_array_index(items, i));
    page_space(page, 3.0);
  }
  page_tag_end(page, "L");
}

static void add_steps(Page *page, const Slip *slip) {
  Language language = slip->language;
  g_autoptr(GPtrArray) steps = g_ptr_array_new();
  const char *const texts[] = {
      say(language, "Read the voucher’s number, see that it was not used, and write it on the "
                    "invoice."),
      say(language, "Ring the visit at its list price, then the discount of the offer: the button "
                    "for this offer, not one for gifts or promotions."),
      say(language, "Let the till add the taxes, take off what the voucher paid, and ask the "
                    "client for the rest."),
      say(language, "Mark the voucher as used with the site the same day."),
  };
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    g_ptr_array_add(steps, (gpointer)texts[i]);
  add_list(page, say(language, "In this order"), steps);
}

/* "Each of the 2 people: $40.00 with its taxes, what was really paid" */
static char *receipt_text(const Slip *slip) {
  Language language = slip->language;
  const PlanDeal *deal = &slip->plan.deal;
  int people = slip->plan.services[deal->service_index].people;
  int64_t paid = deal->price_cents / deal->visits_per_voucher;
  g_autofree char *list =
      say_money(language, deal->list_price_cents / deal->visits_per_voucher / people);
  g_autofree char *each = say_money(language, paid / people);
  const char *taxes = tax_price_is_included(deal) ? say(language, "taxes included")
                                                  : say(language, "and its taxes");
  if (people == 1)
    return g_strdup_printf(say(language, "The receipt says what was really paid, %1$s %2$s, never "
                                         "the list price of %3$s: an insurer goes by it."),
                           each, taxes, list);
  return g_strdup_printf(
      say(language, "The receipt of each of the %1$d people says what was really paid for one, "
                    "%2$s %3$s, never the list price of %4$s: an insurer goes by it."),
      people, each, taxes, list);
}

static void add_mistakes(Page *page, const Slip *slip) {
  Language language = slip->language;
  g_autoptr(GPtrArray) items = g_ptr_array_new();
  g_autofree char *receipt = receipt_text(slip);
  TaxSet set = tax_set_collected(&slip->plan.business, slip->first_date);
  g_ptr_array_add(items, (gpointer)(set.count > 0
                                        ? say(language, "Not as a discount of 100%: no tax would "
                                                        "be rung, and the tax is due all the same.")
                                        : say(language, "Not as a discount of 100%: the sale would "
                                                        "be missing from your books.")));
  if (set.count > 0 && slip->plan.deal.tax_treatment == TREATMENT_GIFT_CERTIFICATE)
    g_ptr_array_add(items, (gpointer)say(language, "Not as money against the list price during the "
                                                   "promotion: the client would pay tax on what "
                                                   "nobody paid."));
  g_ptr_array_add(items, receipt);
  g_ptr_array_add(items,
                  (gpointer)say(language, "Your own gift cards have a button of their own."));
  if (slip->plan.business.tax_regime == REGIME_QC)
    g_ptr_array_add(items, (gpointer)say(language, "After the promotion the amount paid never "
                                                   "expires: it is money against the price of the "
                                                   "day, as in the last column."));
  add_list(page, say(language, "What goes wrong"), items);
}

static void flow_slip(Page *page, gpointer data) {
  const Slip *slip = data;
  Language language = slip->language;
  const PlanDeal *deal = &slip->plan.deal;
  g_autofree char *end = say_date(language, deal->promotion_end_date);
  g_autofree char *price = say_money(language, deal->price_cents);
  g_autofree char *about = g_strdup_printf(
      say(language, "%1$s, voucher sold for %2$s, good at this price to %3$s, that day included."),
      say_name(language, slip->plan.services[deal->service_index].name), price, end);
  page_heading(page, 1, say(language, "At the counter: a voucher is used"), 200.0);
  page_paragraph(page, TYPE_BODY, about);
  int32_t from = slip->first_date;
  for (int32_t date = from; date <= deal->promotion_end_date;) {
    g_autoptr(Table) table = table_slip(language, &slip->plan, date);
    g_autofree char *day = say_date(language, date);
    g_autofree char *title = date == from
                                 ? g_strdup(table->title)
                                 : g_strdup_printf(say(language, "From %s, with other taxes"), day);
    page_heading(page, 2, title, paper_table_keep(page, table));
    paper_table_flow(page, table);
    int32_t next = tax_next_change(&slip->plan.business, date);
    date = next > date ? next : INT32_MAX;
    if (date == INT32_MAX)
      break;
  }
  add_steps(page, slip);
  add_mistakes(page, slip);
}

GBytes *slip_make_pdf(const Study *study, const ReportOptions *options, GError **error) {
  g_return_val_if_fail(study != NULL && options != NULL, NULL);
  Language language = options->language;
  g_autofree Slip *slip = g_new(Slip, 1);
  *slip = (Slip){.language = language, .first_date = study->results->sale_date};
  slip->plan = *registration_apply(study->plan, &study->results->registration, &slip->plan);
  g_autofree char *identity = report_identity_text(language, study->plan);
  g_autofree char *prepared = document_prepared_text(language, options->prepared_date);
  g_autofree char *program = document_program_text(language, study->results->plan_fingerprint);
  g_autofree char *title = g_strdup_printf("%s – %s", say(language, "Counter slip"),
                                           say_name(language, study->plan->name));
  const Document document = {
      .language = language,
      .prepared_date = options->prepared_date,
      .text_scale = SLIP_TEXT_SCALE,
      .title = title,
      .author = say_name(language, study->plan->business.name),
      .subject = say(language, "How a voucher is rung up at the counter"),
      .frame = {options->paper, identity, prepared, program},
  };
  return document_make_pdf(&document, flow_slip, slip, error);
}

gboolean slip_write_pdf(const char *path, const Study *study, const ReportOptions *options,
                        GError **error) {
  g_autoptr(GBytes) pdf = slip_make_pdf(study, options, error);
  gsize length;
  if (pdf == NULL)
    return FALSE;
  const void *bytes = g_bytes_get_data(pdf, &length);
  return safe_file_write(path, bytes, length, error);
}
