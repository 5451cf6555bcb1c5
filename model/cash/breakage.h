/* Room: cash, for cash and the ledger. Vouchers sold that nobody asks for, and when they are
 * judged never to be used (domain §5.5), so that the bank and the books cease to owe them on the
 * same day. Nothing was received for them where the site pays for vouchers used. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/year/year.h"

/* Never asked for and not given back: owed until somebody decides. */
int32_t vouchers_idle(const Plan *plan, const Year *year);
/* What of the price of the sold vouchers is used or forfeited by a day. */
int64_t price_used_through(const Plan *plan, const Year *year, int day_index);
/* The day on which all idle vouchers are judged remote; −1: not inside the horizon. */
int breakage_day(const Plan *plan, const Year *year);
/* Whether they break in proportion to the uses of the plan year. */
bool breaks_with_use(const PlanDeal *deal);
/* Idle vouchers judged never to be used, through a day of the horizon. */
int32_t vouchers_broken(const Plan *plan, const Year *year, int day_index);
