/* For tests of taxes: the voucher of the domain's vectors, and an amount with its taxes. */
#pragma once

#include <glib.h>

#include "model/tax/tax.h"

int32_t day(int year, int month, int day_of_month);
/* Registered; provincial tax applies. */
PlanBusiness business_in(TaxRegime regime);
/* A voucher of 50 on a list price of 100; the site keeps half, its tax added. */
PlanDeal deal_of(TaxWording wording);
/* Such vouchers used on one invoice. */
CounterInvoice invoice_of(TaxRegime regime, TaxWording wording, int32_t date, int vouchers,
                          int64_t extras_cents);
void assert_taxes(const TaxedAmount *amount, int64_t net_cents, int64_t first_cents,
                  int64_t second_cents);
