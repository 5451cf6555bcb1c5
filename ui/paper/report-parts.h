/* Room: paper; for the report's own files only. Its parts, in the order they are printed. */
#pragma once

#include "ui/paper/page.h"
#include "ui/paper/report.h"

/* What the first page's contents lead to. */
typedef enum {
  PART_SIGNING,
  PART_MONTHS,
  PART_ENTRIES,
  PART_QUESTIONS,
  PART_CHARTS,
  PART_ANNEX,
  PART_COUNT
} ReportPart;

typedef struct {
  Page *page;
  Language language;
  const Study *study;
  const Plan *plan; /* of the study, as the results */
  const Results *results;
  const Books *books;
  const Problems *warnings;
  int *part_page; /* where each begins, told by the measuring run; 0: there is none */
} Report;

/* Title, verdict, figures, terms, taxes, money not yours, unconfirmed assumptions, warnings,
 * contract. */
void report_add_first_page(const Report *report);
/* What to have in writing, why, and what must be true; nothing before it is decided. */
void report_add_terms(const Report *report);
/* Conditions (in the simulated years, where there are any), comparison with no deal, what one
 * voucher leaves. */
void report_add_comparison(const Report *report);
/* Month by month, the bank and what is earned; on pages lying across. */
void report_add_months(const Report *report);
/* Before you sign: what an accountant would refuse, ask, or find fine. */
void report_add_signing(const Report *report);
/* What goes to the tax offices and when, every tax treatment, small supplier. */
void report_add_taxes(const Report *report);
/* Fiscal year ends, model entries. */
void report_add_books(const Report *report);
/* Questions for the accountant, what is not modelled. */
void report_add_questions(const Report *report);
/* As high as the page has room for, or a page of their own. */
void report_add_charts(const Report *report);
/* Every assumption with its provenance, how the figures are computed. */
void report_add_annex(const Report *report);
/* How the figures are computed. */
void report_add_explanations(const Report *report);

/* Without a calendar there are no months and no charts. */
bool report_has_part(const Results *results, ReportPart part);
/* The part's heading is on this page. */
void report_begin_part(const Report *report, ReportPart part);
/* Which part is on which page, each with a link. */
void report_add_contents(const Report *report);

/* "Day spa (example) · corporation · NEQ …", for the running head and the first page. g_free. */
char *report_identity_text(Language language, const Plan *plan);
