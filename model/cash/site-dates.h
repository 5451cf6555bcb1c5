/* Room: cash, for cash and the ledger. When the site pays (domain §10.1). */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/plan/plan.h"

/* Paid for vouchers sold: the date of an instalment, and of the latest of them (without any, the
 * sale's last day). */
int32_t site_instalment_date(const Plan *plan, int index);
int32_t site_last_instalment_date(const Plan *plan);
/* When what was held back is paid: so many days after the last instalment, or after the promotion
 * when the site pays for vouchers used. */
int32_t site_hold_back_date(const Plan *plan);
/* Paid for vouchers used: on the 15th and on the month's last day. */
bool site_is_statement_date(int32_t date);
/* The first of them on or after a date. */
int32_t site_month_statement_date(int32_t date);
/* False from the day on which the site stops paying. */
bool site_pays(const PlanDeal *deal, int32_t date);
