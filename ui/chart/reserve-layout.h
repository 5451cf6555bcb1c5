/* Room: chart. The plot of the money in the bank that is not the owner's. */
#pragma once

#include "ui/chart/layout.h"

bool lay_out_reserve(Chart *chart, double y);
/* At the end of a day: the balance, and of it what is not hers. */
int64_t reserve_balance(const Chart *chart, int day);
int64_t reserve_not_yours(const Chart *chart, int day);
