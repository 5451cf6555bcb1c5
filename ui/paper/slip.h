/* Room: paper. Knows: words, table. Must not know: GTK.
 *
 * The counter slip (domain §5.7): one page beside the till on how a voucher is rung up, what a
 * receipt says, and the two mistakes that cost the owner. */
#pragma once

#include "ui/paper/report.h"

/* plan: as its money is computed (registration_apply). NULL with error when cairo fails. */
GBytes *slip_make_pdf(const Study *study, const ReportOptions *options, GError **error);
gboolean slip_write_pdf(const char *path, const Study *study, const ReportOptions *options,
                        GError **error);
