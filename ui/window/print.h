/* Room: window. The accountant's report on a printer: the PDF's own pages. */
#pragma once

#include <gtk/gtk.h>

#include "ui/paper/report.h"

/* The pages are made there and then; nothing is borrowed after. Run it with
 * gtk_print_operation_run, or with an export file name to get a PDF. */
GtkPrintOperation *print_new(const Study *study, const Problems *warnings,
                             const ReportOptions *options);
