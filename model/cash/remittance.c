/* Room: cash. Reporting periods, due dates, what each tax office gets; see remittance.h and the
 * rules in cash.h. */
#include "model/cash/remittance.h"

#include <assert.h>

#include "model/base/money.h"
#include "model/tax/quick-method.h"

#define REFUND_DAYS 30
#define ANNUAL_INSTALMENTS_FROM_CENTS 300000
#define MB_DUE_DAY 20

int32_t fiscal_period_end(const PlanBusiness *business, int32_t date, int months) {
  int into_year =
      (date_month(date) - business->fiscal_year_end_month - 1 + 2 * MONTHS_A_YEAR) % MONTHS_A_YEAR;
  int32_t last_month = date_add_months(date_month_begin(date), months - 1 - into_year % months);
  return date_month_end(last_month);
}

static int32_t end_of_month_after(int32_t date, int months) {
  return date_month_end(date_add_months(date_month_begin(date), months));
}

int32_t remittance_due_date(const PlanBusiness *business, int32_t period_end_date) {
  if (business->reporting_period != REPORTING_ANNUAL)
    return end_of_month_after(period_end_date, 1);
  bool april = business->legal_form == LEGAL_SOLE_PROPRIETOR &&
               business->fiscal_year_end_month == MONTHS_A_YEAR;
  return end_of_month_after(period_end_date, april ? 4 : 3);
}

int32_t remittance_pst_due_date(const PlanBusiness *business, int32_t period_end_date) {
  int32_t month_end_date = end_of_month_after(period_end_date, 1);
  return business->tax_regime == REGIME_MB ? date_month_begin(month_end_date) + MB_DUE_DAY - 1
                                           : month_end_date;
}

bool remittance_is_pst(const PlanBusiness *business, const Remittance *remittance) {
  TaxSet set;
  tax_set_for_sales(business, remittance->period_end_date, &set);
  return remittance->component_begin < set.count &&
         set.component[remittance->component_begin].kind == TAX_PST;
}

bool remittance_is_credit_used(const PlanBusiness *business, int32_t sale_date, int32_t date) {
  int32_t year_end_date = fiscal_period_end(business, sale_date, MONTHS_A_YEAR);
  int32_t year_begin_date = date_add_months(date_month_begin(year_end_date), 1 - MONTHS_A_YEAR);
  return year_begin_date < sale_date && date <= year_end_date &&
         tax_is_collected(business, sale_date - 1);
}

const char *remittance_kind_name(RemittanceKind kind) {
  return kind == REMITTANCE_INSTALMENT ? "instalment" : "return";
}

int64_t remittance_paid_cents(const Remittance *remittance) {
  int64_t paid_cents = 0;
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    paid_cents += remittance->paid_cents[i];
  return paid_cents;
}

/* One tax office while its returns are written, in the order of their periods. */
typedef struct {
  const PlanBusiness *business;
  Cash *cash;
  int32_t sale_date, first_date; /* of the first return's period */
  int component_begin, component_end;
  bool is_pst;
  int32_t year_end_date; /* of the fiscal year whose sales are counted below */
  int64_t quick_sales_cents[TAX_COMPONENTS_MAX]; /* of it so far, with their own tax */
} TaxOffice;

/* In the order of paid_date; of one date as they come. */
static void remittance_insert(Cash *cash, const Remittance *remittance) {
  assert(cash->remittance_count < REMITTANCES_MAX);
  int place = cash->remittance_count++;
  for (; place > 0 && cash->remittance[place - 1].paid_date > remittance->paid_date; place--)
    cash->remittance[place] = cash->remittance[place - 1];
  cash->remittance[place] = *remittance;
}

/* What the days of begin_date … end_date that lie in the horizon collected and get back. The first
 * return takes in the days before it: a voucher used and refunded before the registration under
 * which the site's statement taxed it. */
typedef struct {
  int64_t collected_cents[TAX_COMPONENTS_MAX];
  int64_t credits_cents[TAX_COMPONENTS_MAX];
  int64_t sales_cents;
} TaxSums;

static TaxSums taxes_between(const TaxOffice *office, int32_t begin_date, int32_t end_date) {
  TaxSums sums = {0};
  const Cash *cash = office->cash;
  int end = end_date - office->sale_date + 1;
  end = end < cash->days ? end : cash->days;
  int begin = begin_date > office->first_date ? begin_date - office->sale_date : 0;
  for (int day = begin; day < end; day++) {
    for (int i = office->component_begin; i < office->component_end; i++) {
      sums.collected_cents[i] += cash->day[day].tax_collected_cents[i];
      sums.credits_cents[i] += cash->day[day].tax_credits_cents[i];
    }
    sums.sales_cents += cash->day[day].taxed_sales_cents;
  }
  return sums;
}

/* The sales with their tax that bring the credit: those of a fiscal year up to a limit. */
static int64_t credited_sales_cents(int64_t sales_cents, int64_t limit_cents) {
  return sales_cents < 0 ? 0 : sales_cents < limit_cents ? sales_cents : limit_cents;
}

/* Of the taxes collected between two days without a change of rates, what the method leaves. */
static void quick_keep(TaxOffice *office, const QuickMethod *method, int32_t begin_date,
                       int32_t end_date, int64_t *kept_cents) {
  TaxSums sums = taxes_between(office, begin_date, end_date);
  for (int i = office->component_begin; i < office->component_end; i++) {
    int64_t before_cents = office->quick_sales_cents[i];
    int64_t after_cents = before_cents + sums.sales_cents + sums.collected_cents[i];
    int64_t limit_cents = remittance_is_credit_used(office->business, office->sale_date, begin_date)
                              ? 0
                              : method->credit_sales_cents[i];
    int64_t credit_cents = money_share_half_up(credited_sales_cents(after_cents, limit_cents) -
                                                   credited_sales_cents(before_cents, limit_cents),
                                               method->credit_per_100k);
    office->quick_sales_cents[i] = after_cents;
    kept_cents[i] += sums.collected_cents[i] + credit_cents -
                     quick_method_cents(method, i, sums.sales_cents, sums.collected_cents[i]);
  }
}

static void quick_method_apply(TaxOffice *office, Remittance *period) {
  if (!office->business->quick_method)
    return;
  if (period->period_begin_date > office->year_end_date) {
    office->year_end_date =
        fiscal_period_end(office->business, period->period_begin_date, MONTHS_A_YEAR);
    for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
      office->quick_sales_cents[i] = 0;
  }
  for (int32_t date = period->period_begin_date; date <= period->period_end_date;) {
    int32_t next_date = tax_next_change(office->business, date);
    int32_t end_date =
        next_date <= period->period_end_date ? next_date - 1 : period->period_end_date;
    QuickMethod method;
    if (quick_method_find(office->business, date, &method))
      quick_keep(office, &method, date, end_date, period->kept_cents);
    date = end_date + 1;
  }
}

/* An annual filer whose net tax of the year reaches 3,000.00, tax by tax, pays it in equal parts,
 * one for each of its fiscal quarters from begin_date to the horizon. */
static void pay_instalments(const TaxOffice *office, Remittance *year) {
  bool any = false;
  int64_t net_cents[TAX_COMPONENTS_MAX];
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++) {
    net_cents[i] = year->collected_cents[i] - year->credits_cents[i] - year->kept_cents[i];
    if (net_cents[i] < ANNUAL_INSTALMENTS_FROM_CENTS)
      net_cents[i] = 0;
    year->instalments_cents[i] = net_cents[i];
    any |= net_cents[i] != 0;
  }
  if (!any)
    return;
  int32_t horizon_last_date = office->sale_date + office->cash->days - 1;
  int32_t last_date =
      year->period_end_date < horizon_last_date ? year->period_end_date : horizon_last_date;
  Remittance quarter[MONTHS_A_YEAR / MONTHS_A_QUARTER];
  int count = 0;
  for (int32_t date = year->period_begin_date; date <= last_date;) {
    int32_t end_date = fiscal_period_end(office->business, date, MONTHS_A_QUARTER);
    int32_t due_date = end_of_month_after(end_date, 1);
    quarter[count++] = (Remittance){.kind = REMITTANCE_INSTALMENT,
                                    .component_begin = office->component_begin,
                                    .component_end = office->component_end,
                                    .period_begin_date = date,
                                    .period_end_date = end_date,
                                    .due_date = due_date,
                                    .paid_date = due_date};
    date = end_date + 1;
  }
  for (int part = 0; part < count; part++) {
    for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
      quarter[part].paid_cents[i] = money_part(net_cents[i], part, count);
    remittance_insert(office->cash, &quarter[part]);
  }
}

static void file_return(TaxOffice *office, int32_t begin_date, int32_t end_date) {
  TaxSums sums = taxes_between(office, begin_date, end_date);
  Remittance filed = {.kind = REMITTANCE_RETURN,
                      .component_begin = office->component_begin,
                      .component_end = office->component_end,
                      .period_begin_date = begin_date,
                      .period_end_date = end_date,
                      .due_date = office->is_pst
                                      ? remittance_pst_due_date(office->business, end_date)
                                      : remittance_due_date(office->business, end_date)};
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++) {
    filed.collected_cents[i] = sums.collected_cents[i];
    filed.credits_cents[i] = sums.credits_cents[i];
  }
  quick_method_apply(office, &filed);
  if (office->business->reporting_period == REPORTING_ANNUAL && !office->is_pst)
    pay_instalments(office, &filed);
  for (int i = 0; i < TAX_COMPONENTS_MAX; i++)
    filed.paid_cents[i] = filed.collected_cents[i] - filed.credits_cents[i] - filed.kept_cents[i] -
                          filed.instalments_cents[i];
  filed.paid_date = filed.due_date + (remittance_paid_cents(&filed) < 0 ? REFUND_DAYS : 0);
  remittance_insert(office->cash, &filed);
}

static void office_file(TaxOffice *office) {
  static const int period_months[REPORTING_COUNT] = {
      [REPORTING_MONTHLY] = 1,
      [REPORTING_QUARTERLY] = MONTHS_A_QUARTER,
      [REPORTING_ANNUAL] = MONTHS_A_YEAR,
  };
  int months = period_months[office->business->reporting_period];
  office->year_end_date = INT32_MIN;
  for (int32_t date = office->first_date; date < office->sale_date + office->cash->days;) {
    int32_t end_date = fiscal_period_end(office->business, date, months);
    file_return(office, date, end_date);
    date = end_date + 1;
  }
}

void remittances_fill(const PlanBusiness *business, int32_t sale_date, Cash *cash) {
  cash->remittance_count = 0;
  if (!business->gst_registered || business->tax_regime == REGIME_EXEMPT)
    return;
  int32_t first_date = business->gst_registered_from_date > sale_date
                           ? business->gst_registered_from_date
                           : sale_date;
  /* Which taxes there are does not change, only their rates. */
  TaxSet set;
  tax_set_for_sales(business, first_date, &set);
  for (int begin = 0; begin < set.count;) {
    int end = begin + 1;
    while (end < set.count &&
           (set.component[end].kind == TAX_PST) == (set.component[begin].kind == TAX_PST))
      end++;
    TaxOffice office = {.business = business,
                        .cash = cash,
                        .sale_date = sale_date,
                        .first_date = first_date,
                        .component_begin = begin,
                        .component_end = end,
                        .is_pst = set.component[begin].kind == TAX_PST};
    office_file(&office);
    begin = end;
  }
}
