/* Room: chart. The two panels of the cash chart. */
#pragma once

#include "ui/chart/layout.h"

bool lay_out_cash(Chart *chart, double y);
int cash_week_count(const Chart *chart);
/* The balance at the end of a day, with the deal and without. */
int64_t cash_with(const Chart *chart, int day);
int64_t cash_without(const Chart *chart, int day);
