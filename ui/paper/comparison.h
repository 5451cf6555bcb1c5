/* Room: paper. Knows: words, tables, charts. Must not know: GTK.
 *
 * Deals side by side (domain §12.6) on paper: the same simulated years for each, what they differ
 * in, and every term of each contract. */
#pragma once

#include "model/decide/offers.h"
#include "ui/paper/report.h"

/* study: of the first plan, with study->offers; plans in the order of its offers. */
GBytes *comparison_make_pdf(const Study *study, const Plan *const plans[],
                            const ReportOptions *options, GError **error);
