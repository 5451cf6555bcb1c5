/* Room: paper; for the report's own files only. Its parts, in the order they are printed. */
#pragma once

#include "ui/paper/page.h"
#include "ui/paper/report.h"

typedef struct {
  Page *page;
  Language language;
  const Study *study;
  const Plan *plan; /* of the study, as the results */
  const Results *results;
  const Books *books;
  const Problems *warnings;
  int *assumptions_page; /* told by the measuring run, for a link on the first page */
} Report;

/* Title, verdict, figures, terms, taxes, money not yours, unconfirmed assumptions, warnings,
 * contract. */
void report_add_first_page(const Report *report);
/* What to have in writing, why, and what must be true; nothing before it is decided. */
void report_add_terms(const Report *report);
/* Conditions (in the simulated years, where there are any), comparison with no deal, what one
 * voucher leaves. */
void report_add_comparison(const Report *report);
/* Month by month, and what goes to the tax offices and when; on pages lying across. */
void report_add_months(const Report *report);
/* Before you sign: what an accountant would refuse, ask, or find fine. */
void report_add_signing(const Report *report);
/* Every tax treatment, small supplier, fiscal year ends, model entries. */
void report_add_books(const Report *report);
void report_add_charts(const Report *report);
/* Vouchers used by others, every assumption with its provenance. */
void report_add_assumptions(const Report *report);
/* Questions for the accountant, what is not modelled. */
void report_add_questions(const Report *report);
/* How the figures are computed. */
void report_add_explanations(const Report *report);

/* "Day spa (example) · corporation · NEQ …", for the running head and the first page. g_free. */
char *report_identity_text(Language language, const Plan *plan);
