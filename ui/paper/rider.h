/* Room: paper. Knows: words. The contract rider (domain §12.7) as a letter to the site, in PDF:
 * what the owner alone reads is not on it. */
#pragma once

#include "ui/paper/report.h"

/* study->decisions has DECIDE_ASKS. NULL without an error when there is nothing to ask for; NULL
 * with one when cairo fails. */
GBytes *rider_make_pdf(const Study *study, const ReportOptions *options, GError **error);
