/* Invoices against a slow twin that knows the law and not our code: its own list of rates, exact
 * fractions, one rounding a tax. Each way the twin can be spoiled must be noticed. */
#include <glib.h>

#include "model/base/calendar.h"
#include "model/tax/tax.h"

#define DRAWS 20000

/* A fraction in lowest terms, den > 0. */
typedef struct {
  __int128 num, den;
} Fraction;

static Fraction fraction(__int128 num, __int128 den) {
  __int128 a = num < 0 ? -num : num, b = den;
  while (b != 0) {
    __int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a == 0 ? (Fraction){0, 1} : (Fraction){num / a, den / a};
}

static Fraction plus(Fraction a, Fraction b) {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
}

static Fraction times(Fraction a, Fraction b) {
  Fraction left = fraction(a.num, b.den), right = fraction(b.num, a.den);
  return fraction(left.num * right.num, left.den * right.den);
}

static Fraction whole(int64_t value) {
  return (Fraction){value, 1};
}

typedef enum {
  FAULT_NONE,
  FAULT_HALF_DOWN,     /* half a cent is dropped */
  FAULT_CUT,           /* cents are cut off */
  FAULT_NET_ROUNDED,   /* the net is rounded and one tax is the plug */
  FAULT_ROUNDED_APART, /* voucher and extras of one invoice are rounded apart */
  FAULT_NEVER_STACKED, /* QST of 2012 on the price alone */
  FAULT_ONE_ROUNDING,  /* the rates are added up and rounded together */
  FAULT_COUNT
} Fault;

static int64_t rounded(Fraction value, Fault fault) {
  if (fault == FAULT_CUT)
    return (int64_t)(value.num / value.den);
  __int128 twice = 2 * value.num - (fault == FAULT_HALF_DOWN);
  return (int64_t)((twice + value.den) / (2 * value.den));
}

/* What the law asks for: at most two taxes, the second perhaps on the price with the first. */
typedef struct {
  int count;
  int rate[2];
  bool stacked;
} Rates;

/* date as a number: 20250401. */
static Rates rates_of(TaxRegime regime, int date, bool provincial) {
  switch (regime) {
  case REGIME_QC:
    if (date >= 20130101)
      return (Rates){2, {5000, 9975}, false};
    return (Rates){2, {5000, date >= 20120101 ? 9500 : date >= 20110101 ? 8500 : 7500}, true};
  case REGIME_ON:
    return (Rates){1, {13000}, false};
  case REGIME_NS:
    return (Rates){1, {date >= 20250401 ? 14000 : 15000}, false};
  case REGIME_NB:
  case REGIME_NL:
    return (Rates){1, {date >= 20160701 ? 15000 : 13000}, false};
  case REGIME_PE:
    return (Rates){1, {date >= 20161001 ? 15000 : 14000}, false};
  case REGIME_BC:
    return (Rates){1 + provincial, {5000, 7000}, false};
  case REGIME_SK:
    return (Rates){1 + provincial, {5000, date >= 20170323 ? 6000 : 5000}, false};
  case REGIME_MB:
    return (Rates){
        1 + provincial, {5000, date >= 20130701 && date < 20190701 ? 8000 : 7000}, false};
  case REGIME_AB:
  case REGIME_YT:
  case REGIME_NT:
  case REGIME_NU:
    return (Rates){1, {5000}, false};
  case REGIME_EXEMPT:
    return (Rates){0};
  case REGIME_CUSTOM:
  case REGIME_COUNT:
  default:
    g_assert_not_reached();
  }
}

typedef struct {
  int64_t net, tax[2], total;
} Bill;

/* Tax k on a price of 1. */
static Fraction share_of(const Rates *rates, int k, Fault fault) {
  Fraction share = fraction(rates->rate[k], 100000);
  if (k == 1 && rates->stacked && fault != FAULT_NEVER_STACKED)
    share = times(share, fraction(100000 + rates->rate[0], 100000));
  return share;
}

/* inside: a total with its taxes; added: an amount before tax; both on one invoice. */
static Bill bill_of(const Rates *rates, int64_t inside, int64_t added, Fault fault) {
  Fraction gross = whole(1);
  for (int k = 0; k < rates->count; k++)
    gross = plus(gross, share_of(rates, k, fault));
  Fraction base = times(whole(inside), fraction(gross.den, gross.num));
  Bill bill = {.total = inside + added, .net = inside + added};
  int64_t inside_taxes = 0;
  for (int k = 0; k < rates->count; k++) {
    Fraction share = share_of(rates, k, fault);
    int64_t of_inside = rounded(times(base, share), fault);
    inside_taxes += of_inside;
    bill.tax[k] = fault == FAULT_ROUNDED_APART
                      ? of_inside + rounded(times(whole(added), share), fault)
                      : rounded(times(plus(base, whole(added)), share), fault);
  }
  if (fault == FAULT_ONE_ROUNDING && rates->count == 2) {
    Fraction both = plus(share_of(rates, 0, fault), share_of(rates, 1, fault));
    bill.tax[1] = rounded(times(plus(base, whole(added)), both), fault) - bill.tax[0];
  }
  /* The net is the plug of the taxes inside. */
  bill.net = inside - inside_taxes + added;
  if (fault == FAULT_NET_ROUNDED && rates->count > 0) {
    bill.net = rounded(plus(base, whole(added)), fault);
    if (added == 0)
      bill.tax[0] = inside - bill.net - (rates->count == 2 ? bill.tax[1] : 0);
  }
  bill.total = bill.net + bill.tax[0] + bill.tax[1];
  return bill;
}

/* Taxes on a price; one stacked on another is on the cents of the other. */
static Bill bill_added(const Rates *rates, int64_t net, Fault fault) {
  if (!rates->stacked || fault == FAULT_NEVER_STACKED)
    return bill_of(rates, 0, net, fault);
  Bill bill = {.net = net};
  bill.tax[0] = rounded(times(whole(net), fraction(rates->rate[0], 100000)), fault);
  bill.tax[1] = rounded(times(whole(net + bill.tax[0]), fraction(rates->rate[1], 100000)), fault);
  bill.total = net + bill.tax[0] + bill.tax[1];
  return bill;
}

static bool is_same(const TaxedAmount *amount, const Bill *bill) {
  return amount->net_cents == bill->net && amount->tax_cents[0] == bill->tax[0] &&
         amount->tax_cents[1] == bill->tax[1] &&
         amount->tax_total_cents == bill->tax[0] + bill->tax[1] &&
         amount->total_cents == bill->total;
}

/* A business and a day, and what the twin holds of them. */
typedef struct {
  PlanBusiness business;
  int32_t date;
  Rates rates;
} Place;

static void place_draw(GRand *luck, Place *place) {
  place->business = (PlanBusiness){.gst_registered = true, .gst_registered_from_date = DATE_NONE};
  place->business.provincial_tax_applies = g_rand_boolean(luck);
  if (g_rand_int_range(luck, 0, 4) == 0) {
    int count = g_rand_int_range(luck, 0, 3);
    place->business.tax_regime = REGIME_CUSTOM;
    place->business.custom_taxes_count = count;
    place->rates = (Rates){.count = count, .stacked = count == 2 && g_rand_boolean(luck)};
    for (int k = 0; k < count; k++) {
      place->rates.rate[k] = g_rand_int_range(luck, 1, 100001);
      place->business.custom_taxes[k] = (CustomTax){.rate_per_100k = place->rates.rate[k],
                                                    .on_previous = k == 1 && place->rates.stacked};
    }
    place->date = g_rand_int_range(luck, -10000, 40000);
    return;
  }
  place->business.tax_regime = (TaxRegime)g_rand_int_range(luck, 0, REGIME_EXEMPT + 1);
  bool old_quebec = g_rand_int_range(luck, 0, 3) == 0;
  if (old_quebec)
    place->business.tax_regime = REGIME_QC;
  int32_t from_date = date_from_ymd(old_quebec ? 2008 : 2013, old_quebec ? 1 : 4, 1);
  place->date = from_date + g_rand_int_range(luck, 0, old_quebec ? 1827 : 5500);
  int year, month, day;
  date_to_ymd(place->date, &year, &month, &day);
  place->rates = rates_of(place->business.tax_regime, year * 10000 + month * 100 + day,
                          place->business.provincial_tax_applies);
}

/* Small amounts are where cents go wrong; some are as large as a plan allows. */
static int64_t amount_draw(GRand *luck) {
  int64_t most = g_rand_int_range(luck, 0, 3) == 0 ? 100000000 : 20000;
  return g_rand_int_range(luck, 0, (gint32)most);
}

/* How many of the draws differ from a twin with that fault. */
static int count_differences(Fault fault) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(31);
  int different = 0;
  for (int i = 0; i < DRAWS; i++) {
    Place place;
    place_draw(luck, &place);
    int64_t price = amount_draw(luck), extras = amount_draw(luck) * (i % 2);
    TaxSet set = tax_set_collected(&place.business, place.date);
    TaxedAmount added = tax_add(&set, price), inside = tax_extract(&set, price);
    Bill added_bill = bill_added(&place.rates, price, fault);
    Bill inside_bill = bill_of(&place.rates, price, 0, fault);
    PlanDeal deal = {.price_cents = price, .price_tax_wording = WORDING_INCLUDED};
    CounterInvoice mixed = tax_counter_invoice(&place.business, &deal, place.date, 1, extras);
    Bill mixed_bill = bill_of(&place.rates, price, extras, fault);
    bool same = is_same(&added, &added_bill) && is_same(&inside, &inside_bill) &&
                is_same(&mixed.invoice, &mixed_bill) &&
                mixed.client_pays_cents == mixed_bill.total - price;
    different += !same;
  }
  return different;
}

static void test_twin(void) {
  g_assert_cmpint(count_differences(FAULT_NONE), ==, 0);
}

static void test_each_fault_is_noticed(void) {
  for (int fault = FAULT_NONE + 1; fault < FAULT_COUNT; fault++) {
    int different = count_differences((Fault)fault);
    g_test_message("fault %d: %d of %d differ", fault, different, DRAWS);
    g_assert_cmpint(different, >, 0);
  }
}

/* What holds for every invoice, whoever computes it. */
static void test_identities(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(32);
  for (int i = 0; i < DRAWS; i++) {
    Place place;
    place_draw(luck, &place);
    TaxSet set = tax_set_collected(&place.business, place.date);
    int64_t total = amount_draw(luck);
    TaxedAmount inside = tax_extract(&set, total), again = tax_add(&set, inside.net_cents);
    g_assert_cmpint(inside.total_cents, ==, total);
    /* A cent of net is a cent of base: taxes of up to 100 % each move by 4 at most. */
    g_assert_cmpint(ABS(again.total_cents - total), <=, 4);
    TaxedAmount back = tax_extract(&set, -total);
    g_assert_cmpint(back.net_cents, ==, -inside.net_cents);
    g_assert_cmpint(back.tax_total_cents, ==, -inside.tax_total_cents);
    TaxedAmount taken = tax_add(&set, -total), given = tax_add(&set, total);
    g_assert_cmpint(taken.total_cents, ==, -given.total_cents);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tax-twin/add, extract, mixed", test_twin);
  g_test_add_func("/tax-twin/each fault is noticed", test_each_fault_is_noticed);
  g_test_add_func("/tax-twin/identities", test_identities);
  return g_test_run();
}
