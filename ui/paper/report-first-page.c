/* Room: paper. Knows: words, tables, page. Must not know: other pages.
 *
 * What the accountant needs before anything else: who, what was concluded and on what basis. */
#include <math.h>

#include "ui/paper/paper-table.h"
#include "ui/paper/report-parts.h"
#include "ui/paper/report-tables.h"

#define BOX_PADDING 8.0
#define BADGE_SIZE 30.0
#define FIGURE_PADDING 6.0
/* The contract may run on: a cut is better here than a first page half empty. */
#define CONTRACT_KEEP 80.0

typedef struct {
  double red, green, blue;
} Ink;

/* Dark enough to read in black and white; the badge's word says the same. The last: no verdict. */
static const Ink verdict_ink[VERDICT_COUNT + 1] = {
    [VERDICT_YES] = {0.086, 0.263, 0.145},
    [VERDICT_AS_ADVERTISING] = {0.529, 0.314, 0.024},
    [VERDICT_NO] = {0.282, 0.004, 0.294},
    [VERDICT_COUNT] = {0.25, 0.25, 0.25},
};

static void add_part(GString *text, const char *part) {
  if (part == NULL || part[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append(text, " · ");
  g_string_append(text, part);
}

/* Takes the part. */
static void add_number(GString *text, const char *number, char *part) {
  if (number[0] != '\0')
    add_part(text, part);
  g_free(part);
}

char *report_identity_text(Language language, const Plan *plan) {
  const PlanBusiness *business = &plan->business;
  bool quebec = business->tax_regime == REGIME_QC;
  const char *enterprise = business->enterprise_number, *gst = business->gst_number;
  g_autofree char *form = field_value_text(language, plan, "business.legal_form");
  GString *text = g_string_new(say_name(language, business->name));
  add_part(text, form);
  add_number(text, enterprise,
             quebec ? g_strdup_printf(say(language, "NEQ %s"), enterprise)
                    : g_strdup_printf(say(language, "enterprise number %s"), enterprise));
  add_number(text, gst,
             quebec ? g_strdup_printf(say(language, "GST %s"), gst)
                    : g_strdup_printf(say(language, "GST/HST %s"), gst));
  add_number(text, business->qst_number,
             g_strdup_printf(say(language, "QST %s"), business->qst_number));
  return g_string_free(text, FALSE);
}

/* Whether the business collects sales taxes, as its money is computed; NULL: since before. */
static char *registration_text(Language language, const Plan *plan, const Results *results) {
  const Registration *registration = &results->registration;
  Plan copy;
  const PlanBusiness *business = &registration_apply(plan, registration, &copy)->business;
  g_autofree char *from = NULL;
  if (!business->gst_registered)
    return g_strdup(say(language, "not registered for sales taxes"));
  if (registration->is_watched && registration->is_passed_before && business != &plan->business)
    return g_strdup(say(language, "counted as registered for sales taxes: the threshold is already "
                                  "passed before the sale"));
  if (business->gst_registered_from_date <= results->sale_date)
    return NULL;
  from = say_date(language, business->gst_registered_from_date);
  return g_strdup_printf(business == &plan->business
                             ? say(language, "registered for sales taxes from %s")
                             : say(language, "must register for sales taxes from %s"),
                         from);
}

/* "Fiscal year ends on Dec 31 · quarterly tax reports · …" */
static char *basis_text(Language language, const Plan *plan, const Results *results) {
  const PlanBusiness *business = &plan->business;
  char end_text[NUMBER_TEXT_SIZE];
  int32_t end = date_month_end(date_from_ymd(2026, business->fiscal_year_end_month, 1));
  g_autofree char *regime = field_value_text(language, plan, "business.tax_regime");
  g_autofree char *period = field_value_text(language, plan, "business.reporting_period");
  g_autofree char *regime_part = g_strdup_printf(say(language, "sales taxes: %s"), regime);
  g_autofree char *period_part = g_strdup_printf(say(language, "reports: %s"), period);
  g_autofree char *begin = say_date(language, results->sale_date);
  g_autofree char *last = say_date(language, results->sale_date + results->days - 1);
  GString *text = g_string_new(NULL);
  g_string_printf(text, say(language, "Fiscal year ends on %s"),
                  date_format_day(language, end, end_text, sizeof end_text));
  add_part(text, regime_part);
  g_autofree char *registered = registration_text(language, plan, results);
  add_part(text, registered);
  if (business->gst_registered ||
      (results->registration.is_watched && results->registration.is_passed))
    add_part(text, period_part);
  if (business->quick_method)
    add_part(text, say(language, "Quick Method"));
  g_autofree char *span = g_strdup_printf(say(language, "plan from %1$s to %2$s"), begin, last);
  add_part(text, span);
  return g_string_free(text, FALSE);
}

static void draw_box(cairo_t *cr, double x, double y, double width, double height, Ink ink) {
  double radius = 4.0;
  if (cr == NULL)
    return;
  cairo_new_sub_path(cr);
  cairo_arc(cr, x + width - radius, y + radius, radius, -G_PI_2, 0.0);
  cairo_arc(cr, x + width - radius, y + height - radius, radius, 0.0, G_PI_2);
  cairo_arc(cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc(cr, x + radius, y + radius, radius, G_PI, 3.0 * G_PI_2);
  cairo_close_path(cr);
  cairo_set_source_rgb(cr, ink.red, ink.green, ink.blue);
  cairo_set_line_width(cr, 1.0);
  cairo_stroke(cr);
}

/* A ring around a short word, wider for a longer one. */
static double badge_width(Page *page, const char *word) {
  return MAX(BADGE_SIZE, type_text_width(page_type(page), TYPE_SUBHEADING, word) + 14.0);
}

static void draw_badge(Page *page, const char *word, double x, double y, Ink ink) {
  g_autoptr(PangoLayout) layout =
      type_layout(page_type(page), TYPE_SUBHEADING, word, -1.0, PANGO_ALIGN_LEFT);
  double word_width = type_layout_width(layout), width = badge_width(page, word);
  cairo_t *cr = page_cairo(page);
  if (cr == NULL)
    return;
  double half = BADGE_SIZE / 2.0;
  cairo_new_sub_path(cr);
  cairo_arc(cr, x + half, y + half, half, G_PI_2, 3.0 * G_PI_2);
  cairo_arc(cr, x + width - half, y + half, half, -G_PI_2, G_PI_2);
  cairo_close_path(cr);
  cairo_set_source_rgb(cr, ink.red, ink.green, ink.blue);
  cairo_set_line_width(cr, 1.6);
  cairo_stroke(cr);
  cairo_set_source_rgb(cr, ink.red, ink.green, ink.blue);
  cairo_move_to(cr, x + (width - word_width) / 2.0, y + half - type_layout_height(layout) / 2.0);
  page_tag_begin(page, "Span");
  pango_cairo_show_layout(cr, layout);
  page_tag_end(page, "Span");
}

static void add_verdict(const Report *report) {
  Page *page = report->page;
  Language language = report->language;
  g_autofree char *title = verdict_title(language, report->study);
  g_autofree char *reasons = verdict_reasons(language, report->study);
  g_autofree char *basis = verdict_basis(language, report->study);
  const struct {
    TypeStyle style;
    const char *text;
  } lines[] = {{TYPE_VERDICT, title}, {TYPE_BODY, reasons}, {TYPE_NOTE, basis}};
  VerdictForm form = verdict_form_told(report->study);
  const char *badge = verdict_badge(language, report->study);
  bool badged = form < VERDICT_COUNT;
  double text_x = page_left(page) + BOX_PADDING + (badged ? badge_width(page, badge) + 10.0 : 0.0);
  double text_width = page_left(page) + page_width(page) - BOX_PADDING - text_x;
  PangoLayout *layouts[G_N_ELEMENTS(lines)] = {NULL};
  double height = 2.0 * BOX_PADDING - 3.0;
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    if (lines[i].text[0] == '\0')
      continue;
    layouts[i] =
        type_layout(page_type(page), lines[i].style, lines[i].text, text_width, PANGO_ALIGN_LEFT);
    height += type_layout_height(layouts[i]) + 3.0;
  }
  height = MAX(height, BADGE_SIZE + 2.0 * BOX_PADDING);
  page_space(page, 6.0);
  page_need(page, height);
  page_tag_begin(page, "Sect");
  draw_box(page_cairo(page), page_left(page), page_y(page), page_width(page), height,
           verdict_ink[form]);
  if (badged)
    draw_badge(page, badge, page_left(page) + BOX_PADDING, page_y(page) + BOX_PADDING,
               verdict_ink[form]);
  double y = page_y(page) + BOX_PADDING;
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    if (layouts[i] == NULL)
      continue;
    page_tag_begin(page, "P");
    page_show(page, layouts[i], lines[i].style, text_x, y);
    page_tag_end(page, "P");
    y += type_layout_height(layouts[i]) + 3.0;
    g_object_unref(layouts[i]);
  }
  page_tag_end(page, "Sect");
  page_advance(page, height);
}

/* Label above, value on one line under the tallest label, note below; hair lines between. */
typedef struct {
  PangoLayout *label, *value, *note;
} FigureSet;

/* What the longest value must leave to the words of the others. */
#define FIGURE_WIDTH_LEAST 80.0

/* As wide as the values need, and what is left shared out; where they need more, alike. */
static void divide_figures(const Type *type, const Figure figures[FIGURE_COUNT], double width,
                           double widths[FIGURE_COUNT]) {
  double spare = width - 2.0 * FIGURE_PADDING * FIGURE_COUNT;
  for (int i = 0; i < FIGURE_COUNT; i++) {
    widths[i] =
        MAX(FIGURE_WIDTH_LEAST, ceil(type_text_width(type, TYPE_FIGURE, figures[i].value)) + 1.0);
    spare -= widths[i];
  }
  for (int i = 0; i < FIGURE_COUNT; i++)
    widths[i] = spare >= 0.0 ? widths[i] + spare / FIGURE_COUNT
                             : width / FIGURE_COUNT - 2.0 * FIGURE_PADDING;
}

static void figure_set_fill(FigureSet *set, const Type *type, const Figure *figure, double width) {
  set->label = type_layout(type, TYPE_NOTE, figure->label, width, PANGO_ALIGN_LEFT);
  bool wide = type_text_width(type, TYPE_FIGURE, figure->value) > width;
  set->value =
      type_layout(type, wide ? TYPE_STRONG : TYPE_FIGURE, figure->value, width, PANGO_ALIGN_LEFT);
  set->note = type_layout(type, TYPE_NOTE, figure->note != NULL ? figure->note : "", width,
                          PANGO_ALIGN_LEFT);
}

static void draw_figure(Page *page, const FigureSet *set, double x, double y, double value_y,
                        double note_y) {
  page_tag_begin(page, "LI");
  page_tag_begin(page, "Lbl");
  page_show(page, set->label, TYPE_NOTE, x, y);
  page_tag_end(page, "Lbl");
  page_tag_begin(page, "LBody");
  page_show(page, set->value, TYPE_FIGURE, x, value_y);
  page_show(page, set->note, TYPE_NOTE, x, note_y);
  page_tag_end(page, "LBody");
  page_tag_end(page, "LI");
}

static void add_figures(const Report *report) {
  Page *page = report->page;
  Figure figures[FIGURE_COUNT];
  FigureSet sets[FIGURE_COUNT];
  double widths[FIGURE_COUNT], labels = 0.0, values = 0.0, notes = 0.0;
  for (int i = 0; i < FIGURE_COUNT; i++)
    figure_fill(report->language, report->study, i, &figures[i]);
  divide_figures(page_type(page), figures, page_width(page) + FIGURE_PADDING, widths);
  for (int i = 0; i < FIGURE_COUNT; i++) {
    figure_set_fill(&sets[i], page_type(page), &figures[i], widths[i]);
    figure_clear(&figures[i]);
    labels = MAX(labels, type_layout_height(sets[i].label));
    values = MAX(values, type_layout_height(sets[i].value));
    notes = MAX(notes, type_layout_height(sets[i].note));
  }
  double height = labels + values + notes + 11.0;
  page_space(page, 8.0);
  page_need(page, height);
  double top = page_y(page), y = top + 4.5, value_y = y + labels + 1.0;
  page_rule(page, page_left(page), top, page_width(page), 0.6, 0.5);
  page_tag_begin(page, "L");
  double x = page_left(page);
  for (int i = 0; i < FIGURE_COUNT; i++) {
    if (i > 0 && page_cairo(page) != NULL)
      page_rule(page, x - FIGURE_PADDING, top + 5.0, 0.5, height - 10.0, 0.75);
    draw_figure(page, &sets[i], x, y, value_y, value_y + values + 1.0);
    x += widths[i] + 2.0 * FIGURE_PADDING;
    g_object_unref(sets[i].label);
    g_object_unref(sets[i].value);
    g_object_unref(sets[i].note);
  }
  page_tag_end(page, "L");
  page_rule(page, page_left(page), top + height, page_width(page), 0.6, 0.5);
  page_advance(page, height + 2.0);
}

static void add_taxes_beside_not_yours(const Report *report) {
  g_autoptr(Table) taxes = report_table_wording(report->language, report->books);
  g_autoptr(Table) held = report_table_not_yours(report->language, report->books);
  report_add_beside(report, 0.44, taxes, &held, held != NULL ? 1 : 0);
}

void report_add_first_page(const Report *report) {
  Page *page = report->page;
  Language language = report->language;
  g_autofree char *basis = basis_text(language, report->plan, report->results);
  page_heading(page, 1, say_name(language, report->plan->name), 200.0);
  page_paragraph(page, TYPE_NOTE,
                 say(language, "Owner’s projection, not audited or reviewed. Amounts in Canadian "
                               "dollars, before income tax."));
  page_paragraph(page, TYPE_NOTE, basis);
  report_add_contents(report);
  add_verdict(report);
  add_figures(report);
  report_add_terms(report);
  add_taxes_beside_not_yours(report);
  report_add_unconfirmed(report);
  report_add_warnings(report);

  g_autoptr(Table) contract = table_contract(language, report->plan, report->results);
  page_heading(page, 2, contract->title, CONTRACT_KEEP);
  report_add_running_sources(report, contract);
}
