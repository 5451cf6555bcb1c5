/* Room: chart. The two panels of the cash chart. */
#pragma once

#include "ui/chart/layout.h"

bool lay_out_cash(Chart *chart, double y);
/* The y of a balance in the lower panel. */
double cash_balance_y(const Chart *chart, int64_t cents);
