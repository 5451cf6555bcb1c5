/* Room: plan. Knows: the Plan struct. Must not know: JSON, screens, rules across fields.
 *
 * The one table of inputs, in the order of the struct, so that the address of a value orders it.
 * A row: where it lives, its member (which is its path), its id, unit, bounds, default and one line
 * of meaning. A member of the wrong C type does not compile. */
#include "model/plan/field-table.h"

#define MONEY_MOST INT64_C(100000000000)  /* a billion dollars: times a rate it stays in int64 */
#define PRICE_MOST INT64_C(10000000)      /* 100 000 $ */
#define RANGE_MOST INT64_C(1000000000000) /* ends of an uncertain range, in any unit */
#define RATE_WHOLE 100000
#define DATE_LEAST 10957 /* 2000-01-01 */
#define DATE_MOST 47481  /* 2099-12-31 */
#define MINUTES_A_DAY 1440

enum {
  LIST_CUSTOM_TAXES,
  LIST_HOURS,
  LIST_CLOSURES,
  LIST_ROOMS,
  LIST_STAFF,
  LIST_SHIFTS,
  LIST_SERVICES,
  LIST_STARTS,
  LIST_WANTED,
  LIST_SEASON,
  LIST_MIX,
  LIST_START_WEIGHT,
  LIST_INSTALMENTS,
  LIST_ALLOWED_WEEKDAYS,
  LIST_WEEKDAY_QUOTA,
  LIST_BLACKOUTS,
  LIST_DAY_WEIGHT,
  LIST_ONE_OFF_COSTS,
  LIST_UNCERTAINTY,
  LIST_PROVENANCE,
  LIST_ACCOUNTS,
  LIST_COUNT
};

/* clang-format off */

/* Struct, beginning of the path, list. */
#define IN_PLAN Plan, "", NULL
#define IN_CUSTOM_TAX CustomTax, "business.custom_taxes[].", &FIELD_LISTS[LIST_CUSTOM_TAXES]
#define IN_HOURS WeeklyHours, "hours[].", &FIELD_LISTS[LIST_HOURS]
#define IN_CLOSURE DateSpan, "closures[].", &FIELD_LISTS[LIST_CLOSURES]
#define IN_ROOM PlanRoom, "rooms[].", &FIELD_LISTS[LIST_ROOMS]
#define IN_STAFF PlanStaff, "staff[].", &FIELD_LISTS[LIST_STAFF]
#define IN_SHIFT WeeklyHours, "staff[].shifts[].", &FIELD_LISTS[LIST_SHIFTS]
#define IN_SERVICE PlanService, "services[].", &FIELD_LISTS[LIST_SERVICES]
#define IN_INSTALMENT Instalment, "deal.instalments[].", &FIELD_LISTS[LIST_INSTALMENTS]
#define IN_ONE_OFF OneOffCost, "one_off_costs[].", &FIELD_LISTS[LIST_ONE_OFF_COSTS]
#define IN_UNCERTAINTY Uncertainty, "uncertainty[].", &FIELD_LISTS[LIST_UNCERTAINTY]
#define IN_PROVENANCE Provenance, "provenance[].", &FIELD_LISTS[LIST_PROVENANCE]
#define IN_ACCOUNT AccountNumber, "accounts[].", &FIELD_LISTS[LIST_ACCOUNTS]

#define ELEMENT(type, member) (((type *)0)->member)
#define OFFSET_OF(type, member, c_type) \
  (offsetof(type, member) + \
   0 * sizeof(char[_Generic(ELEMENT(type, member), c_type: 1, default: -1)]))

/* A list with its own count, and one that is always full. */
#define LIST(...) LIST_ROW(__VA_ARGS__)
#define LIST_ROW(type, prefix, in, member) \
  { .path = prefix #member, .offset = offsetof(type, member), \
    .count_offset = OFFSET_OF(type, member##_count, int32_t), \
    .stride = sizeof ELEMENT(type, member)[0], \
    .capacity = (int)(sizeof ELEMENT(type, member) / sizeof ELEMENT(type, member)[0]), .list = in }
#define FULL(...) FULL_ROW(__VA_ARGS__)
#define FULL_ROW(type, prefix, in, member) \
  { .path = prefix #member, .offset = offsetof(type, member), .count_offset = SIZE_MAX, \
    .stride = sizeof ELEMENT(type, member)[0], \
    .capacity = (int)(sizeof ELEMENT(type, member) / sizeof ELEMENT(type, member)[0]), .list = in }

const FieldList FIELD_LISTS[] = {
  [LIST_CUSTOM_TAXES] = LIST(IN_PLAN, business.custom_taxes),
  [LIST_HOURS] = LIST(IN_PLAN, hours),
  [LIST_CLOSURES] = LIST(IN_PLAN, closures),
  [LIST_ROOMS] = LIST(IN_PLAN, rooms),
  [LIST_STAFF] = LIST(IN_PLAN, staff),
  [LIST_SHIFTS] = LIST(IN_STAFF, shifts),
  [LIST_SERVICES] = LIST(IN_PLAN, services),
  [LIST_STARTS] = LIST(IN_SERVICE, start_minutes),
  [LIST_WANTED] = FULL(IN_PLAN, regulars.wanted_milli_visits),
  [LIST_SEASON] = FULL(IN_PLAN, regulars.season_per_100k),
  [LIST_MIX] = LIST(IN_PLAN, regulars.service_mix_per_100k),
  [LIST_START_WEIGHT] = FULL(IN_PLAN, regulars.start_weight_by_hour),
  [LIST_INSTALMENTS] = LIST(IN_PLAN, deal.instalments),
  [LIST_ALLOWED_WEEKDAYS] = FULL(IN_PLAN, deal.allowed_weekdays),
  [LIST_WEEKDAY_QUOTA] = FULL(IN_PLAN, deal.weekday_quota),
  [LIST_BLACKOUTS] = LIST(IN_PLAN, deal.blackout_dates),
  [LIST_DAY_WEIGHT] = LIST(IN_PLAN, phone.day_weight),
  [LIST_ONE_OFF_COSTS] = LIST(IN_PLAN, one_off_costs),
  [LIST_UNCERTAINTY] = LIST(IN_PLAN, uncertainty),
  [LIST_PROVENANCE] = LIST(IN_PLAN, provenance),
  [LIST_ACCOUNTS] = LIST(IN_PLAN, accounts),
};
_Static_assert(sizeof FIELD_LISTS / sizeof FIELD_LISTS[0] == LIST_COUNT, "one row a list");
const int FIELD_LISTS_COUNT = LIST_COUNT;

/* The words of each choice, in the order of its enum. */
#define WORDS(name, count, ...) \
  static const char *const name[] = {__VA_ARGS__, NULL}; \
  _Static_assert(sizeof name / sizeof name[0] == (count) + 1, "one word a value")

WORDS(LEGAL_WORDS, LEGAL_COUNT, "sole_proprietor", "partnership", "corporation");
WORDS(REGIME_WORDS, REGIME_COUNT, "QC", "ON", "NS", "NB", "NL", "PE", "AB", "BC", "SK", "MB", "YT",
      "NT", "NU", "exempt", "custom");
WORDS(REPORTING_WORDS, REPORTING_COUNT, "monthly", "quarterly", "annual");
WORDS(EMPLOYMENT_WORDS, EMPLOYMENT_COUNT, "employee", "self_employed");
WORDS(SERVICE_PAY_WORDS, PAY_SAME, "percent_of_list", "percent_of_price", "percent_of_own_share",
      "flat", "hourly");
WORDS(DEAL_PAY_WORDS, PAY_COUNT, "percent_of_list", "percent_of_price", "percent_of_own_share",
      "flat", "hourly", "same");
WORDS(TREATMENT_WORDS, TREATMENT_COUNT, "gift_certificate", "list_price", "site_principal",
      "at_sale");
WORDS(WORDING_WORDS, WORDING_COUNT, "extra", "included", "not_checked");
WORDS(COMMISSION_TAX_WORDS, COMMISSION_TAX_COUNT, "added", "included", "none");
WORDS(COMMISSION_EXPENSE_WORDS, COMMISSION_EXPENSE_COUNT, "matched", "at_sale");
WORDS(CARD_FEE_WORDS, CARD_FEE_BASE_COUNT, "price", "own_share");
WORDS(PAYOUT_WORDS, PAYOUT_COUNT, "sold", "redeemed");
WORDS(BREAKAGE_WORDS, BREAKAGE_COUNT, "none", "when_remote", "proportional");
WORDS(NO_SHOW_WORDS, NO_SHOW_COUNT, "rebook", "forfeit");
WORDS(UNSERVED_WORDS, UNSERVED_COUNT, "honour_later", "refund");
WORDS(GOAL_WORDS, GOAL_COUNT, "earn", "advertise");
WORDS(PROVENANCE_WORDS, PROVENANCE_COUNT, "assumed", "guess", "preset", "mine", "contract",
      "reported");

#define INT(...) INT_ROW(__VA_ARGS__)
#define INT_ROW(s, prefix, in, member, name, u, least, most, otherwise, text, ...) \
  { .path = prefix #member, .id = name, .type = FIELD_INT32, .unit = u, .minimum = least, \
    .maximum = most, .fallback = otherwise, .offset = OFFSET_OF(s, member, int32_t), .list = in, \
    .meaning = text, __VA_ARGS__ }
#define RATE(where, member, name, otherwise, ...) \
  INT(where, member, name, UNIT_PER_100K, 0, RATE_WHOLE, otherwise, __VA_ARGS__)
#define WIDE(...) WIDE_ROW(__VA_ARGS__)
#define WIDE_ROW(s, prefix, in, member, name, u, least, most, otherwise, text, ...) \
  { .path = prefix #member, .id = name, .type = FIELD_CENTS, .unit = u, .minimum = least, \
    .maximum = most, .fallback = otherwise, .offset = OFFSET_OF(s, member, int64_t), .list = in, \
    .meaning = text, __VA_ARGS__ }
#define CENTS(where, member, name, ...) WIDE(where, member, name, UNIT_CENTS, __VA_ARGS__)
#define BOOL(...) BOOL_ROW(__VA_ARGS__)
#define BOOL_ROW(s, prefix, in, member, name, otherwise, text, ...) \
  { .path = prefix #member, .id = name, .type = FIELD_BOOL, .unit = UNIT_NONE, .minimum = 0, \
    .maximum = 1, .fallback = otherwise, .offset = OFFSET_OF(s, member, bool), .list = in, \
    .meaning = text, __VA_ARGS__ }
#define DATE(...) DATE_ROW(__VA_ARGS__)
#define DATE_ROW(s, prefix, in, member, name, text, ...) \
  { .path = prefix #member, .id = name, .type = FIELD_DATE, .unit = UNIT_DATE, \
    .minimum = DATE_LEAST, .maximum = DATE_MOST, .fallback = DATE_NONE, \
    .offset = OFFSET_OF(s, member, int32_t), .list = in, .meaning = text, __VA_ARGS__ }
#define TEXT(...) TEXT_ROW(__VA_ARGS__)
#define TEXT_ROW(s, prefix, in, member, name, least, text, ...) \
  { .path = prefix #member, .id = name, .type = FIELD_TEXT, .unit = UNIT_TEXT, .minimum = least, \
    .maximum = sizeof ELEMENT(s, member) - 1, .offset = OFFSET_OF(s, member, char *), .list = in, \
    .meaning = text, __VA_ARGS__ }
#define CHOICE(...) CHOICE_ROW(__VA_ARGS__)
#define CHOICE_ROW(s, prefix, in, member, name, words, otherwise, text, ...) \
  { .path = prefix #member, .id = name, .type = FIELD_CHOICE, .unit = UNIT_NONE, .minimum = 0, \
    .maximum = sizeof words / sizeof words[0] - 2, .fallback = otherwise, \
    .offset = OFFSET_OF(s, member, unsigned), .list = in, .choices = words, .meaning = text, \
    __VA_ARGS__ }
/* The plain values of a list. */
#define ITEMS(list_index, place, name, kind, u, least, most, otherwise, text, ...) \
  { .path = place "[]", .id = name, .type = kind, .unit = u, .minimum = least, .maximum = most, \
    .fallback = otherwise, .list = &FIELD_LISTS[list_index], .meaning = text, __VA_ARGS__ }

#define REQUIRED .required = true
#define NULLABLE .nullable = true

const Field FIELD_TABLE[] = {
  TEXT(IN_PLAN, name, "name", 1, "name of the plan", REQUIRED),

  TEXT(IN_PLAN, business.name, "business.name", 0, "name of the business"),
  CHOICE(IN_PLAN, business.legal_form, "business.legal_form", LEGAL_WORDS, LEGAL_SOLE_PROPRIETOR,
         "legal form of the business"),
  TEXT(IN_PLAN, business.enterprise_number, "business.enterprise_number", 0,
       "enterprise number (NEQ in Quebec)"),
  TEXT(IN_PLAN, business.gst_number, "business.gst_number", 0, "GST/HST registration number"),
  TEXT(IN_PLAN, business.qst_number, "business.qst_number", 0, "QST registration number"),
  CHOICE(IN_PLAN, business.tax_regime, "business.tax_regime", REGIME_WORDS, REGIME_QC,
         "province or territory whose sales taxes apply; exempt; custom"),
  BOOL(IN_PLAN, business.provincial_tax_applies, "business.provincial_tax_applies", true,
       "the service bears the provincial tax (BC, SK, MB)"),
  INT(IN_CUSTOM_TAX, rate_per_100k, "business.custom_taxes.rate", UNIT_PER_100K, 0, RATE_WHOLE, 0,
      "rate of a custom tax", REQUIRED),
  BOOL(IN_CUSTOM_TAX, on_previous, "business.custom_taxes.on_previous", false,
       "its base is the price plus the first tax"),
  BOOL(IN_CUSTOM_TAX, recoverable, "business.custom_taxes.recoverable", false,
       "paid on costs, it comes back"),
  BOOL(IN_PLAN, business.gst_registered, "business.gst_registered", true,
       "registered for the sales taxes of the regime"),
  DATE(IN_PLAN, business.gst_registered_from_date, "business.gst_registered_from",
       "first day of the registration; null: since before the sale", NULLABLE),
  CHOICE(IN_PLAN, business.reporting_period, "business.reporting_period", REPORTING_WORDS,
         REPORTING_QUARTERLY, "how often sales taxes are reported"),
  INT(IN_PLAN, business.fiscal_year_end_month, "business.fiscal_year_end_month", UNIT_MONTH, 1, 12,
      12, "month in which the fiscal year ends"),
  BOOL(IN_PLAN, business.quick_method, "business.quick_method", false,
       "sales taxes by the Quick Method"),
  CENTS(IN_PLAN, business.opening_cash_cents, "business.opening_cash", -MONEY_MOST, MONEY_MOST, 0,
        "bank balance on the morning of the sale"),
  CENTS(IN_PLAN, business.cash_floor_cents, "business.cash_floor", -MONEY_MOST, MONEY_MOST, 0,
        "balance under which the owner does not want to go"),
  CENTS(IN_PLAN, business.fixed_costs_monthly_cents, "business.fixed_costs_monthly", 0, MONEY_MOST,
        0, "fixed costs paid on the 1st of each month"),
  RATE(IN_PLAN, business.fixed_costs_taxable_per_100k, "business.fixed_costs_taxable", 0,
       "share of fixed costs that bears sales taxes"),
  CENTS(IN_PLAN, business.owner_draw_monthly_cents, "business.owner_draw_monthly", 0, MONEY_MOST, 0,
        "what the owner takes out on the 1st of each month"),
  CENTS(IN_PLAN, business.other_taxable_sales_12_months_cents, "business.other_taxable_sales", 0,
        MONEY_MOST, 0, "other taxable sales of the last 12 months, with associates"),
  RATE(IN_PLAN, business.contributions_per_100k, "business.contributions", 0,
       "employer's contributions on top of pay"),

  INT(IN_HOURS, weekday, "hours.weekday", UNIT_WEEKDAY, 0, 6, 0, "weekday, 0 = Monday", REQUIRED),
  INT(IN_HOURS, begin_minute, "hours.begin", UNIT_MINUTE_OF_DAY, 0, MINUTES_A_DAY - 1, 0,
      "opening, minutes after midnight", REQUIRED),
  INT(IN_HOURS, end_minute, "hours.end", UNIT_MINUTE_OF_DAY, 1, 2 * MINUTES_A_DAY, 0,
      "closing, minutes after midnight; past 1440 is the next day", REQUIRED),
  DATE(IN_CLOSURE, from_date, "closures.from", "first day closed", REQUIRED),
  DATE(IN_CLOSURE, to_date, "closures.to", "last day closed", REQUIRED),

  TEXT(IN_ROOM, name, "rooms.name", 1, "name of the room", REQUIRED),
  DATE(IN_ROOM, from_date, "rooms.from", "first day the room exists; null: always", NULLABLE),
  DATE(IN_ROOM, to_date, "rooms.to", "last day the room exists; null: always", NULLABLE),

  TEXT(IN_STAFF, name, "staff.name", 1, "name of the person", REQUIRED),
  BOOL(IN_STAFF, accompanied_only, "staff.accompanied_only", false,
       "serves only beside an experienced colleague"),
  CHOICE(IN_STAFF, employment, "staff.employment", EMPLOYMENT_WORDS, EMPLOYMENT_EMPLOYEE,
         "employee, or self-employed (no contributions, no guarantee)"),
  BOOL(IN_STAFF, gst_registered, "staff.gst_registered", false,
       "self-employed only: charges sales taxes on her pay"),
  CENTS(IN_STAFF, guarantee_cents_per_hour, "staff.guarantee", 0, 1000000, 0,
        "paid for each hour on shift when visits pay less; 0: none"),
  DATE(IN_STAFF, from_date, "staff.from", "first day at work; null: always", NULLABLE),
  DATE(IN_STAFF, to_date, "staff.to", "last day at work; null: always", NULLABLE),
  INT(IN_SHIFT, weekday, "staff.shifts.weekday", UNIT_WEEKDAY, 0, 6, 0, "weekday, 0 = Monday",
      REQUIRED),
  INT(IN_SHIFT, begin_minute, "staff.shifts.begin", UNIT_MINUTE_OF_DAY, 0, MINUTES_A_DAY - 1, 0,
      "start of the shift, minutes after midnight", REQUIRED),
  INT(IN_SHIFT, end_minute, "staff.shifts.end", UNIT_MINUTE_OF_DAY, 1, 2 * MINUTES_A_DAY, 0,
      "end of the shift, minutes after midnight; past 1440 is the next day", REQUIRED),

  TEXT(IN_SERVICE, name, "services.name", 1, "name of the service", REQUIRED),
  INT(IN_SERVICE, minutes, "services.minutes", UNIT_MINUTES, 1, 960, 60, "length of the visit",
      REQUIRED),
  INT(IN_SERVICE, room_turnover_minutes, "services.room_turnover", UNIT_MINUTES, 0, 480, 0,
      "minutes the room stays taken after the visit"),
  INT(IN_SERVICE, staff_rest_minutes, "services.staff_rest", UNIT_MINUTES, 0, 480, 0,
      "minutes of rest and preparation of each person for the visit"),
  INT(IN_SERVICE, rooms_needed, "services.rooms_needed", UNIT_COUNT_OF, 0, ROOMS_MAX, 1,
      "rooms taken by one visit"),
  INT(IN_SERVICE, staff_needed, "services.staff_needed", UNIT_COUNT_OF, 0, STAFF_MAX, 1,
      "people of the staff taken by one visit; 0: a table, a seat"),
  INT(IN_SERVICE, people, "services.people", UNIT_COUNT_OF, 1, 100, 1, "clients in one visit"),
  CENTS(IN_SERVICE, list_price_cents, "services.list_price", 0, PRICE_MOST, 0,
        "usual price of one visit, before tax", REQUIRED),
  CENTS(IN_SERVICE, supplies_cents, "services.supplies", 0, PRICE_MOST, 0,
        "supplies used by one visit, before tax"),
  CHOICE(IN_SERVICE, pay_rule, "services.pay_rule", SERVICE_PAY_WORDS, PAY_PERCENT_OF_LIST,
         "how the staff is paid for one visit"),
  RATE(IN_SERVICE, pay_per_100k, "services.pay_share", 0,
       "share of the whole service paid to its staff together"),
  CENTS(IN_SERVICE, pay_flat_cents, "services.pay_flat", 0, PRICE_MOST, 0,
        "flat pay of each person for one visit"),
  ITEMS(LIST_STARTS, "services[].start_minutes", "services.start", FIELD_INT32, UNIT_MINUTE_OF_DAY,
        0, 2 * MINUTES_A_DAY - 1, 0, "one of its only starts, when it has any (classes)"),

  ITEMS(LIST_WANTED, "regulars.wanted_milli_visits", "regulars.wanted", FIELD_INT32, UNIT_MILLI, 0,
        REGULARS_A_DAY_MAX * 1000, 0, "visits wanted on a normal day, Monday first"),
  ITEMS(LIST_SEASON, "regulars.season_per_100k", "regulars.season", FIELD_INT32, UNIT_PER_100K, 0,
        1000000, RATE_WHOLE, "demand of each month, January first; 100000 = normal"),
  ITEMS(LIST_MIX, "regulars.service_mix_per_100k", "regulars.service_mix", FIELD_INT32,
        UNIT_PER_100K, 0, RATE_WHOLE, 0, "share of each service in full-price visits"),
  ITEMS(LIST_START_WEIGHT, "regulars.start_weight_by_hour", "regulars.start_weight", FIELD_INT32,
        UNIT_WEIGHT, 0, 1000000, 1, "how wanted each hour of the day is, midnight first"),
  INT(IN_PLAN, regulars.lead_mean_milli_days, "regulars.lead", UNIT_MILLI, 0, 60000, 4000,
      "mean days between call and visit"),
  INT(IN_PLAN, regulars.flexibility_minutes, "regulars.flexibility", UNIT_MINUTES, 0,
      MINUTES_A_DAY, 120, "accepts a start this much earlier or later"),
  INT(IN_PLAN, regulars.patience_open_days, "regulars.patience", UNIT_DAYS, 0, 60, 2,
      "open days after the wanted one that are also tried"),
  RATE(IN_PLAN, regulars.leave_for_good_per_100k, "regulars.leave_for_good", 20000,
       "share of refused regulars who never call again"),
  INT(IN_PLAN, regulars.visits_per_year_milli, "regulars.visits_per_year", UNIT_MILLI, 0, 366000,
      5000, "visits a year of one regular"),
  INT(IN_PLAN, regulars.level_per_100k, "regulars.level", UNIT_PER_100K, 0, 300000, RATE_WHOLE,
      "demand of all days against what is described; 100000 = as described"),

  INT(IN_PLAN, deal.service_index, "deal.service", UNIT_INDEX, 0, SERVICES_MAX - 1, 0,
      "the service sold, from 0"),
  CENTS(IN_PLAN, deal.list_price_cents, "deal.list_price", 0, PRICE_MOST, 0,
        "usual price of what one voucher buys, before tax", REQUIRED),
  CENTS(IN_PLAN, deal.price_cents, "deal.price", 0, PRICE_MOST, 0,
        "what the client pays the site for one voucher", REQUIRED),
  CHOICE(IN_PLAN, deal.tax_treatment, "deal.tax_treatment", TREATMENT_WORDS,
         TREATMENT_GIFT_CERTIFICATE, "what the voucher is for sales taxes"),
  CHOICE(IN_PLAN, deal.price_tax_wording, "deal.price_tax_wording", WORDING_WORDS,
         WORDING_NOT_CHECKED, "whether the offer says taxes extra or included"),
  RATE(IN_PLAN, deal.commission_per_100k, "deal.commission", 50000,
       "the site's share of the price"),
  CHOICE(IN_PLAN, deal.commission_tax, "deal.commission_tax", COMMISSION_TAX_WORDS,
         COMMISSION_TAX_ADDED, "sales taxes on the commission"),
  CHOICE(IN_PLAN, deal.commission_expense, "deal.commission_expense", COMMISSION_EXPENSE_WORDS,
         COMMISSION_MATCHED, "when the commission becomes an expense"),
  RATE(IN_PLAN, deal.card_fee_per_100k, "deal.card_fee", 0, "card fee charged to the merchant"),
  CHOICE(IN_PLAN, deal.card_fee_base, "deal.card_fee_base", CARD_FEE_WORDS, CARD_FEE_ON_PRICE,
         "what the card fee is a share of"),
  BOOL(IN_PLAN, deal.card_fee_taxed, "deal.card_fee_taxed", false,
       "the card fee bears sales taxes"),
  CENTS(IN_PLAN, deal.fixed_fee_cents, "deal.fixed_fee", 0, MONEY_MOST, 0,
        "paid to the site once, before tax"),
  INT(IN_PLAN, deal.vouchers_sold, "deal.vouchers_sold", UNIT_COUNT_OF, 0, VOUCHERS_MAX, 0,
      "vouchers sold", REQUIRED),
  INT(IN_PLAN, deal.contract_cap, "deal.contract_cap", UNIT_COUNT_OF, 0, VOUCHERS_MAX, PLAN_NONE,
      "most vouchers by contract; null: no limit", NULLABLE),
  INT(IN_PLAN, deal.visits_per_voucher, "deal.visits_per_voucher", UNIT_COUNT_OF, 1,
      VISITS_PER_VOUCHER_MAX, 1, "visits one voucher gives"),
  INT(IN_PLAN, deal.gap_days, "deal.gap", UNIT_DAYS, 0, 365, 0,
      "days between visits of one voucher"),
  DATE(IN_PLAN, deal.sale_date, "deal.sale_date", "first day of the sale", REQUIRED),
  INT(IN_PLAN, deal.sale_days, "deal.sale_days", UNIT_DAYS, 1, 60, 1, "days the sale lasts"),
  DATE(IN_PLAN, deal.promotion_end_date, "deal.promotion_end",
       "last day of the discount; the paid amount never ends", REQUIRED),
  CHOICE(IN_PLAN, deal.payout_basis, "deal.payout_basis", PAYOUT_WORDS, PAYOUT_SOLD,
         "whether the site pays for vouchers sold or redeemed"),
  INT(IN_INSTALMENT, after_days, "deal.instalments.after", UNIT_DAYS, 0, HORIZON_DAYS_MAX, 0,
      "days after the sale's last day", REQUIRED),
  BOOL(IN_INSTALMENT, business_days, "deal.instalments.business_days", false,
       "those days are Monday to Friday only"),
  INT(IN_INSTALMENT, weight, "deal.instalments.weight", UNIT_WEIGHT, 0, 1000000, 1,
      "its part of the payout against the others", REQUIRED),
  RATE(IN_PLAN, deal.hold_back_per_100k, "deal.hold_back", 0, "share of payouts held back"),
  INT(IN_PLAN, deal.hold_back_days, "deal.hold_back_days", UNIT_DAYS, 0, HORIZON_DAYS_MAX, 0,
      "days after the last instalment until it is paid"),
  DATE(IN_PLAN, deal.site_stops_paying_date, "deal.site_stops_paying",
       "stress: nothing is paid from this day; null: the site pays", NULLABLE),
  RATE(IN_PLAN, deal.used_per_100k, "deal.used", 80000, "share of vouchers that are used"),
  RATE(IN_PLAN, deal.refund_before_use_per_100k, "deal.refund_before_use", 0,
       "share of sold vouchers refunded before use"),
  RATE(IN_PLAN, deal.refund_after_use_per_100k, "deal.refund_after_use", 0,
       "share of served vouchers refunded after use"),
  CHOICE(IN_PLAN, deal.breakage_policy, "deal.breakage_policy", BREAKAGE_WORDS, BREAKAGE_NONE,
         "when unused vouchers become revenue"),
  DATE(IN_PLAN, deal.breakage_date, "deal.breakage_date",
       "day on which use is judged remote; null: not decided", NULLABLE),
  RATE(IN_PLAN, deal.curve.w1_per_100k, "deal.curve.w1", 64000, "share wanted in the first wave"),
  INT(IN_PLAN, deal.curve.a_milli_weeks, "deal.curve.a", UNIT_MILLI, 1, 520000, 4000,
      "weeks in which the first wave falls to a third"),
  RATE(IN_PLAN, deal.curve.w2_per_100k, "deal.curve.w2", 22000, "share wanted evenly"),
  RATE(IN_PLAN, deal.curve.w3_per_100k, "deal.curve.w3", 14000, "share wanted before the end"),
  INT(IN_PLAN, deal.curve.b_milli_weeks, "deal.curve.b", UNIT_MILLI, 1, 520000, 2500,
      "weeks over which the last rush grows threefold"),
  ITEMS(LIST_ALLOWED_WEEKDAYS, "deal.allowed_weekdays", "deal.allowed_weekdays", FIELD_BOOL,
        UNIT_NONE, 0, 1, true, "weekday that takes deal visits, Monday first"),
  INT(IN_PLAN, deal.allowed_begin_minute, "deal.allowed_begin", UNIT_MINUTE_OF_DAY, 0,
      2 * MINUTES_A_DAY, 0, "deal visits start from this minute"),
  INT(IN_PLAN, deal.allowed_end_minute, "deal.allowed_end", UNIT_MINUTE_OF_DAY, 0,
      2 * MINUTES_A_DAY, 2 * MINUTES_A_DAY, "deal visits end by this minute"),
  ITEMS(LIST_WEEKDAY_QUOTA, "deal.weekday_quota", "deal.weekday_quota", FIELD_INT32, UNIT_COUNT_OF,
        0, 10000, PLAN_NONE, "most deal visits on that weekday, Monday first; null: no limit",
        NULLABLE),
  ITEMS(LIST_BLACKOUTS, "deal.blackout_dates", "deal.blackout_dates", FIELD_DATE, UNIT_DATE,
        DATE_LEAST, DATE_MOST, DATE_NONE, "a day without deal visits"),
  INT(IN_PLAN, deal.daily_limit_per_100k, "deal.daily_limit", UNIT_PER_100K, 0, RATE_WHOLE,
      PLAN_NONE, "most deal staff-time of a day over staff-time on shift; null: no limit",
      NULLABLE),
  INT(IN_PLAN, deal.lead_mean_milli_days, "deal.lead", UNIT_MILLI, 1000, 60000, 7000,
      "mean days between call and wanted day of a deal visit"),
  INT(IN_PLAN, deal.patience_days, "deal.patience", UNIT_DAYS, 0, HORIZON_DAYS_MAX, 28,
      "days after the wanted one that are tried in one call"),
  RATE(IN_PLAN, deal.no_show_per_100k, "deal.no_show", 5000,
       "share of deal visits nobody comes to"),
  CHOICE(IN_PLAN, deal.no_show_rule, "deal.no_show_rule", NO_SHOW_WORDS, NO_SHOW_REBOOK,
         "what a no-show loses: the slot only, or the voucher"),
  CHOICE(IN_PLAN, deal.if_not_served, "deal.if_not_served", UNSERVED_WORDS, UNSERVED_HONOUR_LATER,
         "what is owed to who asked in time and got no place"),

  CHOICE(IN_PLAN, deal_pay.rule, "deal_pay.rule", DEAL_PAY_WORDS, PAY_SAME,
         "how the staff is paid for a deal visit"),
  CENTS(IN_PLAN, deal_pay.flat_cents, "deal_pay.flat", 0, PRICE_MOST, 0,
        "flat pay of each person for a deal visit"),
  RATE(IN_PLAN, deal_pay.per_100k, "deal_pay.share", 0,
       "share paid to the staff of a deal visit together"),

  RATE(IN_PLAN, clients.existing_per_100k, "clients.existing", 20000,
       "share of vouchers used by who was a client already"),
  CENTS(IN_PLAN, clients.extras_cents, "clients.extras", 0, PRICE_MOST, 0,
        "extras bought with a deal visit, before tax"),
  RATE(IN_PLAN, clients.extras_share_per_100k, "clients.extras_share", 0,
       "share of deal visits that buy extras"),
  RATE(IN_PLAN, clients.extras_cost_per_100k, "clients.extras_cost", 0,
       "cost of extras over their price"),
  RATE(IN_PLAN, clients.return_per_100k, "clients.return", 0,
       "share of new people served who come back at full price"),
  INT(IN_PLAN, clients.return_visits_per_year_milli, "clients.return_visits_per_year", UNIT_MILLI,
      0, 366000, 4000, "visits a year of one who comes back"),
  CENTS(IN_PLAN, clients.incentive_cents, "clients.incentive", 0, PRICE_MOST, 0,
        "price cut on a returner's first full-price visit, before tax"),
  RATE(IN_PLAN, clients.yearly_retention_per_100k, "clients.yearly_retention", 60000,
       "share of clients kept from one year to the next"),
  RATE(IN_PLAN, clients.discount_rate_per_100k, "clients.discount_rate", 10000,
       "yearly rate at which later money is worth less"),
  CENTS(IN_PLAN, clients.usual_advertising_cents_per_new_client, "clients.usual_advertising", 0,
        PRICE_MOST, 0, "usual advertising cost of one new client"),
  INT(IN_PLAN, clients.halo_clients, "clients.halo", UNIT_COUNT_OF, 0, VOUCHERS_MAX, 0,
      "full-price clients who only saw the offer"),
  CENTS(IN_PLAN, clients.tips_cents_per_visit, "clients.tips", 0, PRICE_MOST, 0,
        "tips of one visit; shown, never revenue"),

  RATE(IN_PLAN, phone.buyers_calling_per_100k, "phone.buyers_calling", 0,
       "share of buyers who phone"),
  ITEMS(LIST_DAY_WEIGHT, "phone.day_weight", "phone.day_weight", FIELD_INT32, UNIT_WEIGHT, 0,
        1000000, 0, "part of the calls on each day after the sale"),
  INT(IN_PLAN, phone.begin_minute, "phone.begin", UNIT_MINUTE_OF_DAY, 0, MINUTES_A_DAY - 1, 540,
      "the phone is answered from, minutes after midnight"),
  INT(IN_PLAN, phone.end_minute, "phone.end", UNIT_MINUTE_OF_DAY, 1, MINUTES_A_DAY, 1260,
      "the phone is answered until, minutes after midnight"),
  INT(IN_PLAN, phone.handle_milli_minutes, "phone.handle", UNIT_MILLI, 1, 120000, 4500,
      "mean minutes of one call"),
  INT(IN_PLAN, phone.patience_milli_minutes, "phone.patience", UNIT_MILLI, 1, 120000, 2000,
      "mean minutes a caller waits before giving up"),
  RATE(IN_PLAN, phone.call_again_per_100k, "phone.call_again", 50000,
       "share of lost callers who call again"),
  INT(IN_PLAN, phone.people, "phone.people", UNIT_COUNT_OF, 0, 100, 1,
      "people who answer the phone anyway"),
  INT(IN_PLAN, phone.extra_people, "phone.extra_people", UNIT_COUNT_OF, 0, 100, 0,
      "people added for the rush"),
  INT(IN_PLAN, phone.extra_days, "phone.extra_days", UNIT_DAYS, 0, 365, 0,
      "days they are added"),
  CENTS(IN_PLAN, phone.extra_cents_per_hour, "phone.extra_pay", 0, 1000000, 0,
        "pay of each of them for an hour"),

  TEXT(IN_ONE_OFF, name, "one_off_costs.name", 1, "what the cost is for", REQUIRED),
  CENTS(IN_ONE_OFF, cents, "one_off_costs.amount", 0, MONEY_MOST, 0, "amount before tax", REQUIRED),
  DATE(IN_ONE_OFF, date, "one_off_costs.date", "day it is paid", REQUIRED),
  BOOL(IN_ONE_OFF, taxable, "one_off_costs.taxable", false, "it bears sales taxes"),

  CHOICE(IN_PLAN, conditions.goal, "conditions.goal", GOAL_WORDS, GOAL_EARN,
         "what the deal is for: to earn, or to advertise"),
  INT(IN_PLAN, conditions.confidence_per_100k, "conditions.confidence", UNIT_PER_100K, 50000, 99900,
      90000, "how often the conditions must hold"),
  INT(IN_PLAN, conditions.wait_days_max, "conditions.wait", UNIT_DAYS, 0, HORIZON_DAYS_MAX, 21,
      "longest acceptable wait of a deal client"),
  RATE(IN_PLAN, conditions.wait_share_per_100k, "conditions.wait_share", 95000,
       "share of deal clients who must be placed within it"),
  RATE(IN_PLAN, conditions.extra_refused_max_per_100k, "conditions.extra_refused", 5000,
       "most regulars refused because of the deal, over those who wanted a visit"),
  RATE(IN_PLAN, conditions.weekly_share_max_per_100k, "conditions.weekly_share", 50000,
       "most people from the deal over people received in any week"),
  RATE(IN_PLAN, conditions.loss_probability_max_per_100k, "conditions.loss_probability", 10000,
       "highest acceptable probability of a loss"),

  INT(IN_PLAN, alternatives.own_offer_buyers, "alternatives.own_offer_buyers", UNIT_COUNT_OF, 0,
      VOUCHERS_MAX, 0, "followers who would take the same kind of offer without a site"),
  RATE(IN_PLAN, alternatives.own_offer_discount_per_100k, "alternatives.own_offer_discount", 0,
       "discount of that offer"),
  INT(IN_PLAN, alternatives.web_weekly_milli_hours, "alternatives.web_hours", UNIT_MILLI, 0, 168000,
      0, "hours a week of the owner's own time on the web"),
  INT(IN_PLAN, alternatives.web_months_before_result, "alternatives.web_months", UNIT_COUNT_OF, 0,
      27, 0, "months of it before it brings clients"),
  INT(IN_PLAN, alternatives.web_new_clients_monthly, "alternatives.web_new_clients", UNIT_COUNT_OF,
      0, 10000, 0, "new clients a month it then brings"),
  CENTS(IN_PLAN, alternatives.web_cents_per_hour, "alternatives.web_hour", 0, 1000000, 0,
        "worth of one hour of the owner's time"),

  TEXT(IN_UNCERTAINTY, path, "uncertainty.path", 1, "path of an uncertain input", REQUIRED),
  WIDE(IN_UNCERTAINTY, low, "uncertainty.low", UNIT_NONE, -RANGE_MOST, RANGE_MOST, 0,
       "lowest value, in the unit of that input", REQUIRED),
  WIDE(IN_UNCERTAINTY, likely, "uncertainty.likely", UNIT_NONE, -RANGE_MOST, RANGE_MOST, 0,
       "most likely value", REQUIRED),
  WIDE(IN_UNCERTAINTY, high, "uncertainty.high", UNIT_NONE, -RANGE_MOST, RANGE_MOST, 0,
       "highest value", REQUIRED),

  TEXT(IN_PROVENANCE, path, "provenance.path", 1, "path of an input, its beginning, or *",
       REQUIRED),
  CHOICE(IN_PROVENANCE, kind, "provenance.kind", PROVENANCE_WORDS, PROVENANCE_ASSUMED,
         "where its value comes from", REQUIRED),
  TEXT(IN_PROVENANCE, source, "provenance.source", 0, "the source in words"),

  TEXT(IN_ACCOUNT, account, "accounts.account", 1, "number of an account of the program", REQUIRED),
  TEXT(IN_ACCOUNT, number, "accounts.number", 1, "the owner's number for it", REQUIRED),
};
const int FIELD_TABLE_COUNT = sizeof FIELD_TABLE / sizeof FIELD_TABLE[0];
/* clang-format on */
