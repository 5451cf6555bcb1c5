/* Room: plan. Knows: base. Must not know: JSON, files, screens, how anything is computed.
 *
 * The whole plan as plain data: what the owner says of her place, her clients and the deal. Member
 * names are the names in JSON, in --set and in `keys`; the field table (fields.h) walks this
 * struct. Copied by `=`. All zero is not a valid plan: start from plan_init or a preset.
 *
 * Units stand last in a name. Rates: per 100 000. Money: cents, before tax unless the name says
 * otherwise. Dates: days since 1970-01-01 or DATE_NONE. Minutes: after midnight, and may pass 24 h
 * for evenings that end the next day. Where a value may be absent it is PLAN_NONE. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/base/calendar.h"

#define PLAN_NONE INT32_MIN /* JSON null of an int32_t; DATE_NONE is the same bits */
#define PLAN_NONE_CENTS INT64_MIN

#define PLAN_TEXT_SIZE 128
#define PLAN_PATH_SIZE 64
#define HOURS_MAX 14
#define CLOSURES_MAX 64
#define ROOMS_MAX 64
#define STAFF_MAX 32
#define SHIFTS_MAX 14
#define SERVICES_MAX 16
#define STARTS_MAX 16
#define INSTALMENTS_MAX 12
#define BLACKOUTS_MAX 64
#define PHONE_DAYS_MAX 31
#define ONE_OFF_COSTS_MAX 16
#define UNCERTAINTY_MAX 32
#define PROVENANCE_MAX 256
#define ACCOUNTS_MAX 48
#define CUSTOM_TAXES_MAX 2
#define VOUCHERS_MAX 100000
#define VISITS_PER_VOUCHER_MAX 20
#define HORIZON_DAYS_MAX 822
#define WEEKS_MAX ((HORIZON_DAYS_MAX + 6) / 7)
#define MONTHS_MAX 30
#define REGULARS_A_DAY_MAX 500

/* Québec's general minimum wage (domain §14); commission pay is topped up to it. */
#define MINIMUM_WAGE_QC_CENTS_PER_HOUR 1660

typedef enum { LEGAL_SOLE_PROPRIETOR, LEGAL_PARTNERSHIP, LEGAL_CORPORATION, LEGAL_COUNT } LegalForm;

/* EXEMPT: exempt services, no tax and no credits whatever the registration. CUSTOM: the two
 * components of business.custom_taxes. */
typedef enum {
  REGIME_QC,
  REGIME_ON,
  REGIME_NS,
  REGIME_NB,
  REGIME_NL,
  REGIME_PE,
  REGIME_AB,
  REGIME_BC,
  REGIME_SK,
  REGIME_MB,
  REGIME_YT,
  REGIME_NT,
  REGIME_NU,
  REGIME_EXEMPT,
  REGIME_CUSTOM,
  REGIME_COUNT
} TaxRegime;

typedef enum {
  REPORTING_MONTHLY,
  REPORTING_QUARTERLY,
  REPORTING_ANNUAL,
  REPORTING_COUNT
} ReportingPeriod;

typedef enum { EMPLOYMENT_EMPLOYEE, EMPLOYMENT_SELF_EMPLOYED, EMPLOYMENT_COUNT } Employment;

/* How one visit is paid. Percentages are of the whole service before tax, shared equally by its
 * staff; FLAT is per therapist per visit; OWN_SHARE is of price less commission, before tax;
 * HOURLY pays the hours on shift only (guarantee), nothing per visit. SAME (deal_pay only): as the
 * service's own rule. */
typedef enum {
  PAY_PERCENT_OF_LIST,
  PAY_PERCENT_OF_PRICE,
  PAY_PERCENT_OF_OWN_SHARE,
  PAY_FLAT,
  PAY_HOURLY,
  PAY_SAME,
  PAY_COUNT
} PayRule;

/* domain §5.2: the treatments are A–H; the first three wordings are of GIFT_CERTIFICATE. */
typedef enum {
  TREATMENT_GIFT_CERTIFICATE, /* A, B or not checked, by price_tax_wording */
  TREATMENT_LIST_PRICE,       /* C */
  TREATMENT_SITE_PRINCIPAL,   /* D */
  TREATMENT_AT_SALE,          /* F */
  TREATMENT_COUNT
} TaxTreatment;

typedef enum { WORDING_EXTRA, WORDING_INCLUDED, WORDING_NOT_CHECKED, WORDING_COUNT } TaxWording;
typedef enum {
  COMMISSION_TAX_ADDED,
  COMMISSION_TAX_INCLUDED,
  COMMISSION_TAX_NONE,
  COMMISSION_TAX_COUNT
} CommissionTax;
typedef enum { COMMISSION_MATCHED, COMMISSION_AT_SALE, COMMISSION_EXPENSE_COUNT } CommissionExpense;
typedef enum { CARD_FEE_ON_PRICE, CARD_FEE_ON_OWN_SHARE, CARD_FEE_BASE_COUNT } CardFeeBase;
typedef enum { PAYOUT_SOLD, PAYOUT_REDEEMED, PAYOUT_COUNT } PayoutBasis;
typedef enum { NO_SHOW_REBOOK, NO_SHOW_FORFEIT, NO_SHOW_COUNT } NoShowRule;
typedef enum { UNSERVED_HONOUR_LATER, UNSERVED_REFUND, UNSERVED_COUNT } IfNotServed;
typedef enum {
  BREAKAGE_NONE,
  BREAKAGE_WHEN_REMOTE,
  BREAKAGE_PROPORTIONAL,
  BREAKAGE_COUNT
} BreakagePolicy;
typedef enum { GOAL_EARN, GOAL_ADVERTISE, GOAL_COUNT } Goal;

/* Where a value comes from. REPORTED: published of the case; ASSUMED: ours, to be shown. */
typedef enum {
  PROVENANCE_ASSUMED,
  PROVENANCE_GUESS,
  PROVENANCE_PRESET,
  PROVENANCE_MINE,
  PROVENANCE_CONTRACT,
  PROVENANCE_REPORTED,
  PROVENANCE_COUNT
} ProvenanceKind;

typedef struct {
  int32_t rate_per_100k; /* 0..100 000 */
  bool on_previous;      /* base is the price plus the first component */
  bool recoverable;      /* paid on costs, it comes back */
} CustomTax;

typedef struct {
  char name[PLAN_TEXT_SIZE];
  LegalForm legal_form;
  char enterprise_number[PLAN_TEXT_SIZE]; /* NEQ; may be empty, as the next two */
  char gst_number[PLAN_TEXT_SIZE];
  char qst_number[PLAN_TEXT_SIZE];
  TaxRegime tax_regime;
  bool provincial_tax_applies; /* BC, SK, MB: the service itself bears the provincial tax */
  CustomTax custom_taxes[CUSTOM_TAXES_MAX]; /* REGIME_CUSTOM only; a rate of 0 is no component */
  int32_t custom_taxes_count;
  bool gst_registered;              /* for all taxes of the regime (treatment E when false) */
  int32_t gst_registered_from_date; /* its first day; DATE_NONE: since before the sale */
  ReportingPeriod reporting_period;
  int32_t fiscal_year_end_month; /* 1..12 */
  bool quick_method;
  int64_t opening_cash_cents; /* on the morning of the sale */
  int64_t cash_floor_cents;
  int64_t fixed_costs_monthly_cents;           /* on the 1st */
  int32_t fixed_costs_taxable_per_100k;        /* share of them that bears tax (credits) */
  int64_t owner_draw_monthly_cents;            /* on the 1st; no tax, no expense of the deal */
  int64_t other_taxable_sales_12_months_cents; /* with associates, for the threshold */
  int32_t contributions_per_100k;              /* employer's, on top of pay with its additions */
} PlanBusiness;

typedef struct {
  int32_t weekday;      /* 0..6 */
  int32_t begin_minute; /* 0..1439 */
  int32_t end_minute;   /* > begin; up to 2880 */
} WeeklyHours;          /* several of one weekday may follow each other, never overlap */

typedef struct {
  int32_t from_date; /* first day; both days belong to it */
  int32_t to_date;   /* last day */
} DateSpan;

typedef struct {
  char name[PLAN_TEXT_SIZE];
  int32_t from_date; /* DATE_NONE: always */
  int32_t to_date;   /* last day; DATE_NONE: always */
} PlanRoom;

typedef struct {
  char name[PLAN_TEXT_SIZE];
  bool accompanied_only;
  Employment employment;
  bool gst_registered;              /* self-employed only: charges tax on her pay */
  int64_t guarantee_cents_per_hour; /* paid for hours on shift when visits pay less; 0 none */
  int32_t from_date, to_date;       /* as of a room */
  WeeklyHours shifts[SHIFTS_MAX];
  int32_t shifts_count;
} PlanStaff;

typedef struct {
  char name[PLAN_TEXT_SIZE];
  int32_t minutes;
  int32_t room_turnover_minutes;
  int32_t staff_rest_minutes;
  int32_t rooms_needed; /* 0.. */
  int32_t staff_needed; /* 0: a table, a seat */
  int32_t people;       /* ≥ 1 */
  int64_t list_price_cents;
  int64_t supplies_cents; /* a visit */
  PayRule pay_rule;       /* not PAY_SAME */
  int32_t pay_per_100k;
  int64_t pay_flat_cents;
  int32_t start_minutes[STARTS_MAX]; /* its only starts when any; after midnight */
  int32_t start_minutes_count;
} PlanService;

typedef struct {
  int32_t wanted_milli_visits[7];             /* mean a day, by weekday, before season and level */
  int32_t season_per_100k[12];                /* by month, 100 000 = normal */
  int32_t service_mix_per_100k[SERVICES_MAX]; /* sum 100 000 over the services */
  int32_t service_mix_per_100k_count;
  int32_t start_weight_by_hour[24];
  int32_t lead_mean_milli_days;
  int32_t flexibility_minutes;
  int32_t patience_open_days;
  int32_t leave_for_good_per_100k; /* of those refused */
  int32_t visits_per_year_milli;
  int32_t level_per_100k; /* 100 000 = as described */
} PlanRegulars;

typedef struct {
  int32_t after_days; /* from the sale's last day */
  bool business_days;
  int32_t weight;
} Instalment;

/* domain §8; w1 + w2 + w3 = 100 000; a and b > 0, in thousandths of a week. */
typedef struct {
  int32_t w1_per_100k;
  int32_t a_milli_weeks;
  int32_t w2_per_100k;
  int32_t w3_per_100k;
  int32_t b_milli_weeks;
} RedemptionCurve;

typedef struct {
  int32_t service_index;
  int64_t list_price_cents;
  int64_t price_cents; /* what the client pays the site, as worded */
  TaxTreatment tax_treatment;
  TaxWording price_tax_wording;
  int32_t commission_per_100k;
  CommissionTax commission_tax;
  CommissionExpense commission_expense;
  int32_t card_fee_per_100k;
  CardFeeBase card_fee_base;
  bool card_fee_taxed;
  int64_t fixed_fee_cents; /* to the site, once, before tax */
  int32_t vouchers_sold;   /* that the site would sell; plan_vouchers_sold are */
  int32_t contract_cap;    /* PLAN_NONE: no limit in the contract */
  int32_t visits_per_voucher;
  int32_t gap_days;
  int32_t sale_date;
  int32_t sale_days;
  int32_t promotion_end_date; /* its last day; the discount ends, the paid amount never */
  PayoutBasis payout_basis;
  Instalment instalments[INSTALMENTS_MAX];
  int32_t instalments_count;
  int32_t hold_back_per_100k;
  int32_t hold_back_days;         /* after the last instalment, calendar days */
  int32_t site_stops_paying_date; /* stress; DATE_NONE: it pays */
  int32_t used_per_100k;
  int32_t refund_before_use_per_100k; /* of the sold */
  int32_t refund_after_use_per_100k;  /* of the served */
  BreakagePolicy breakage_policy;
  int32_t breakage_date; /* DATE_NONE: not decided */
  RedemptionCurve curve;
  bool allowed_weekdays[7];
  int32_t allowed_begin_minute;
  int32_t allowed_end_minute; /* the visit must start before and its time end by this */
  int32_t weekday_quota[7];   /* deal visits given a day; PLAN_NONE: none */
  int32_t blackout_dates[BLACKOUTS_MAX];
  int32_t blackout_dates_count;
  int32_t daily_limit_per_100k; /* deal staff-time of a day over staff-time on shift; PLAN_NONE */
  int32_t lead_mean_milli_days;
  int32_t patience_days;
  int32_t no_show_per_100k;
  NoShowRule no_show_rule;
  IfNotServed if_not_served;
} PlanDeal;

typedef struct {
  PayRule rule;
  int64_t flat_cents;
  int32_t per_100k;
} PlanDealPay;

typedef struct {
  int32_t existing_per_100k; /* of the vouchers, used by someone who was a client already */
  int64_t extras_cents;
  int32_t extras_share_per_100k; /* of the visits */
  int32_t extras_cost_per_100k;  /* of extras_cents */
  int32_t return_per_100k;       /* of the people of served new clients */
  int32_t return_visits_per_year_milli;
  int64_t incentive_cents; /* once a returner, before tax */
  int32_t yearly_retention_per_100k;
  int32_t discount_rate_per_100k;
  int64_t usual_advertising_cents_per_new_client;
  int32_t halo_clients;         /* full-price clients who only saw the offer */
  int64_t tips_cents_per_visit; /* shown, never revenue */
} PlanClients;

typedef struct {
  int32_t buyers_calling_per_100k;
  int32_t day_weight[PHONE_DAYS_MAX];
  int32_t day_weight_count;
  int32_t begin_minute;
  int32_t end_minute;
  int32_t handle_milli_minutes;
  int32_t patience_milli_minutes;
  int32_t call_again_per_100k;
  int32_t people;
  int32_t extra_people;
  int32_t extra_days;
  int64_t extra_cents_per_hour;
} PlanPhone;

typedef struct {
  char name[PLAN_TEXT_SIZE];
  int64_t cents;
  int32_t date;
  bool taxable;
} OneOffCost;

typedef struct {
  Goal goal;
  int32_t confidence_per_100k;
  int32_t wait_days_max;
  int32_t wait_share_per_100k;
  int32_t extra_refused_max_per_100k;
  int32_t weekly_share_max_per_100k;
  int32_t loss_probability_max_per_100k;
} PlanConditions;

/* domain §12.8 */
typedef struct {
  int32_t own_offer_buyers; /* who would take the same discount without a site */
  int32_t own_offer_discount_per_100k;
  int32_t web_weekly_milli_hours;
  int32_t web_months_before_result;
  int32_t web_new_clients_monthly;
  int64_t web_cents_per_hour;
} PlanAlternatives;

/* Any values within all the ranges together make a plan that can be computed. So what another value
 * must fit exactly cannot be uncertain (hours, shifts, classes, shares of a whole, weights, what a
 * visit takes, prices, visits a voucher, limits of the deal), nor what the owner or the law sets
 * (her conditions, tax rates, months): plan_check says cannot_be_uncertain. The other rules are
 * checked at both ends of all ranges at once: range_too_wide. A value has one range. */
typedef struct {
  char path[PLAN_PATH_SIZE]; /* of an int32_t or int64_t field */
  int64_t low, likely, high; /* in the field's unit; low ≤ likely ≤ high */
} Uncertainty;

typedef struct {
  char path[PLAN_PATH_SIZE]; /* a field, the beginning of one ("rooms"), or "*" */
  ProvenanceKind kind;
  char source[PLAN_TEXT_SIZE]; /* "contract, s. 4"; may be empty */
} Provenance;

typedef struct {
  char account[PLAN_PATH_SIZE]; /* ours: "2100" */
  char number[PLAN_PATH_SIZE];  /* the owner's */
} AccountNumber;

typedef struct {
  char name[PLAN_TEXT_SIZE];
  PlanBusiness business;
  WeeklyHours hours[HOURS_MAX];
  int32_t hours_count;
  DateSpan closures[CLOSURES_MAX];
  int32_t closures_count;
  PlanRoom rooms[ROOMS_MAX];
  int32_t rooms_count; /* 0: no calendar; the arithmetic of one voucher and the campaign works */
  PlanStaff staff[STAFF_MAX];
  int32_t staff_count;
  PlanService services[SERVICES_MAX];
  int32_t services_count; /* ≥ 1 */
  PlanRegulars regulars;
  PlanDeal deal;
  PlanDealPay deal_pay;
  PlanClients clients;
  PlanPhone phone;
  OneOffCost one_off_costs[ONE_OFF_COSTS_MAX];
  int32_t one_off_costs_count;
  PlanConditions conditions;
  PlanAlternatives alternatives;
  Uncertainty uncertainty[UNCERTAINTY_MAX];
  int32_t uncertainty_count;
  Provenance provenance[PROVENANCE_MAX];
  int32_t provenance_count;
  AccountNumber accounts[ACCOUNTS_MAX];
  int32_t accounts_count;
} Plan;

/* Every field at its default of the field table; lists empty. */
void plan_init(Plan *plan);

/* Days from the sale to the horizon, half-open: max(promotion end + 91, sale + 456) − sale, at most
 * HORIZON_DAYS_MAX. The example: max(365 + 91, 456) = 456. */
#define HORIZON_DAYS_AFTER_PROMOTION 91
#define HORIZON_DAYS_AT_LEAST 456
int plan_horizon_days(const Plan *plan);
int32_t plan_sale_last_date(const Plan *plan);

/* Vouchers sold: as many as the site would sell, at most the contract's cap. */
int32_t plan_vouchers_sold(const Plan *plan);

/* The first day whose sales taxes are known for a regime (domain §5.1); DATE_NONE: any day. */
int32_t tax_rules_first_date(TaxRegime regime);

/* Provenance of a field's path: the longest entry that is the path or a whole-name beginning of it
 * ("rooms" for "rooms[2].name"; "staff[].shifts" for any of them), else "*". NULL when there is
 * none. Borrowed. */
const Provenance *plan_provenance(const Plan *plan, const char *path);

/* Says where a value comes from, in the entry of exactly that path or a new one. source may be "".
 * False when there is no room left or a text does not fit. */
bool plan_set_provenance(Plan *plan, const char *path, ProvenanceKind kind, const char *source);

/* The owner typed this value herself: it is hers from now on, whatever it was. The clause of a
 * contract goes too, for it said another number. Only a guess stays a guess. */
void plan_note_typed(Plan *plan, const char *path);

/* The value moved along with one that she typed, as a price does with the list price. A contract's
 * clause and what was reported said another number: it is hers. What was preset or assumed still
 * is, and asks to be confirmed: she has said nothing of it. */
void plan_note_followed(Plan *plan, const char *path);
