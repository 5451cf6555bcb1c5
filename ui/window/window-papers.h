/* Room: window. What leaves on paper: the report, its spreadsheet, the slip, the rider, the
 * comparison; and printing. */
#pragma once

#include "ui/window/window.h"

/* win.export-pdf, -slip, -rider, -comparison, -workbook; win.print. */
void window_papers_add(AubWindow *self);
