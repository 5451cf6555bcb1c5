/* Room: words. Knows: the paths of the plan. Must not know: values, screens.
 *
 * What each field is called, the question that asks for it, and the short remark beside it. In the
 * order of plan.h; a test asks a label of every field of the field table. */
#include <string.h>

#include "ui/words/words.h"

typedef struct {
  const char *path;
  const char *label;
  const char *question; /* NULL: the label says enough */
  const char *hint;     /* NULL: none */
} FieldWords;

static const FieldWords field_words[] = {
    {"name", N_("Name of the deal"), NULL, NULL},

    {"business.name", N_("Name of your business"), NULL, NULL},
    {"business.legal_form", N_("Legal form"), NULL, NULL},
    {"business.enterprise_number", N_("Enterprise number (NEQ)"), NULL, NULL},
    {"business.gst_number", N_("GST number"), NULL, NULL},
    {"business.qst_number", N_("QST number"), NULL, NULL},
    {"business.tax_regime", N_("Province for sales taxes"), NULL, NULL},
    {"business.provincial_tax_applies", N_("Provincial tax on your service"),
     N_("Does your service bear the provincial tax?"), N_("massage: no in BC and MB")},
    {"business.custom_taxes", N_("Your own taxes"), NULL, NULL},
    {"business.custom_taxes[].rate_per_100k", N_("Tax rate"), NULL, NULL},
    {"business.custom_taxes[].on_previous", N_("Charged on the tax before it too"), NULL, NULL},
    {"business.custom_taxes[].recoverable", N_("Comes back on your costs"), NULL, NULL},
    {"business.gst_registered", N_("Registered for sales taxes"),
     N_("Are you registered for sales taxes?"), NULL},
    {"business.gst_registered_from_date", N_("Registered from"), NULL,
     N_("empty: since before the sale")},
    {"business.gst_registered_from_date", N_("Registered from"),
     N_("From what day are you registered for sales taxes?"), N_("empty: since before the sale")},
    {"business.reporting_period", N_("Tax reports"), N_("How often do you report taxes?"), NULL},
    {"business.fiscal_year_end_month", N_("Fiscal year ends in"), NULL, NULL},
    {"business.quick_method", N_("Quick method"), NULL, N_("no credit for the commission’s tax")},
    {"business.opening_cash_cents", N_("In the bank at the sale"),
     N_("How much is in the bank on the morning of the sale?"), NULL},
    {"business.cash_floor_cents", N_("Your cash floor"), N_("Below what amount do you lose sleep?"),
     NULL},
    {"business.fixed_costs_monthly_cents", N_("Fixed costs a month"),
     N_("What do you pay each month, clients or not?"), N_("before tax; rent, power, insurance")},
    {"business.fixed_costs_taxable_per_100k", N_("Fixed costs that bear tax"), NULL, NULL},
    {"business.owner_draw_monthly_cents", N_("Your draw a month"),
     N_("What do you take out for yourself each month?"), NULL},
    {"business.other_taxable_sales_12_months_cents", N_("Other taxable sales, 12 months"), NULL,
     N_("with your associates")},
    {"business.contributions_per_100k", N_("Payroll contributions"), NULL, N_("on top of pay")},

    {"hours", N_("Opening hours"), NULL, NULL},
    {"hours[].weekday", N_("Weekday"), NULL, NULL},
    {"hours[].begin_minute", N_("Opens at"), NULL, NULL},
    {"hours[].end_minute", N_("Closes at"), NULL, NULL},
    {"closures", N_("Closed for holidays"), NULL, NULL},
    {"closures[].from_date", N_("Closed from"), NULL, NULL},
    {"closures[].to_date", N_("Closed to"), NULL, N_("last day closed")},

    {"rooms", N_("Rooms"), NULL, NULL},
    {"rooms[].name", N_("Name of the room"), NULL, NULL},
    {"rooms[].from_date", N_("Room available from"), NULL, NULL},
    {"rooms[].to_date", N_("Room available to"), NULL, N_("last day")},

    {"staff", N_("Staff"), NULL, NULL},
    {"staff[].name", N_("Name of the person"), NULL, NULL},
    {"staff[].accompanied_only", N_("In duos only (new graduate)"),
     N_("Does this person always work beside an experienced one?"), NULL},
    {"staff[].employment", N_("Employment"), NULL, NULL},
    {"staff[].gst_registered", N_("Charges sales taxes"), NULL, N_("self-employed only")},
    {"staff[].guarantee_cents_per_hour", N_("Guaranteed wage an hour"),
     N_("When nobody is booked, are they paid?"), N_("0: they come in only when booked")},
    {"staff[].from_date", N_("Works from"), NULL, NULL},
    {"staff[].to_date", N_("Works to"), NULL, N_("last day")},
    {"staff[].shifts", N_("Shifts"), NULL, NULL},
    {"staff[].shifts[].weekday", N_("Weekday"), NULL, NULL},
    {"staff[].shifts[].begin_minute", N_("Shift begins at"), NULL, NULL},
    {"staff[].shifts[].end_minute", N_("Shift ends at"), NULL, NULL},

    {"services", N_("Services"), NULL, NULL},
    {"services[].name", N_("Name of the service"), NULL, NULL},
    {"services[].minutes", N_("Length of a visit"), NULL, NULL},
    {"services[].room_turnover_minutes", N_("To prepare the room"), NULL, N_("after each visit")},
    {"services[].staff_rest_minutes", N_("Rest between two visits"), NULL, NULL},
    {"services[].rooms_needed", N_("Rooms needed"), NULL, NULL},
    {"services[].staff_needed", N_("People who give it"), NULL, N_("0 for a table or a seat")},
    {"services[].people", N_("Clients at a visit"), NULL, NULL},
    {"services[].list_price_cents", N_("Your price"), NULL, N_("before tax")},
    {"services[].supplies_cents", N_("Supplies a visit"), NULL, N_("before tax")},
    {"services[].pay_rule", N_("How a visit is paid"), N_("How are they paid for a visit?"), NULL},
    {"services[].pay_per_100k", N_("Share paid to them"), NULL, N_("shared by those who give it")},
    {"services[].pay_flat_cents", N_("Amount paid to each"), NULL, N_("for one visit")},
    {"services[].start_minutes", N_("Only starts at"), NULL, NULL},
    {"services[].start_minutes[]", N_("Starts at"), NULL, NULL},

    {"regulars", N_("Regular clients"), NULL, NULL},
    {"regulars.wanted_milli_visits", N_("Visits wanted a day"), NULL, NULL},
    {"regulars.wanted_milli_visits[]", N_("Visits wanted"),
     N_("How many clients on a normal day of the week?"), N_("those you refuse included")},
    {"regulars.season_per_100k", N_("Season"), NULL, NULL},
    {"regulars.season_per_100k[]", N_("Season"), N_("Is this month quiet, normal or busy?"),
     N_("normal: 100%")},
    {"regulars.service_mix_per_100k", N_("What regulars ask for"), NULL, NULL},
    {"regulars.service_mix_per_100k[]", N_("Share of regular visits"), NULL, NULL},
    {"regulars.start_weight_by_hour", N_("Hours they prefer"), NULL, NULL},
    {"regulars.start_weight_by_hour[]", N_("Weight of this hour"), NULL, NULL},
    {"regulars.lead_mean_milli_days", N_("Booked ahead"), N_("How far ahead do people book?"),
     NULL},
    {"regulars.flexibility_minutes", N_("Other hour accepted within"),
     N_("Will they take another hour the same day?"), NULL},
    {"regulars.patience_open_days", N_("Other days accepted"),
     N_("How long will they wait for a place before giving up?"), N_("open days")},
    {"regulars.leave_for_good_per_100k", N_("Refused and gone for good"),
     N_("Of 10 clients you turn away, how many never call again?"), NULL},
    {"regulars.visits_per_year_milli", N_("Visits a year of a regular"), NULL, NULL},
    {"regulars.level_per_100k", N_("Level of regular business"), NULL, N_("as described: 100%")},

    {"deal", N_("The deal"), NULL, NULL},
    {"deal.service_index", N_("Service offered"), NULL, NULL},
    {"deal.list_price_cents", N_("List price"), NULL, N_("before tax")},
    {"deal.price_cents", N_("Deal price"), N_("What does the client pay the site?"), NULL},
    {"deal.tax_treatment", N_("How tax applies"), NULL, NULL},
    {"deal.price_tax_wording", N_("Taxes on the voucher"),
     N_("Does the offer say taxes extra, taxes included, or have you not checked?"), NULL},
    {"deal.commission_per_100k", N_("Commission"),
     N_("What share of the price does the site keep?"), NULL},
    {"deal.commission_tax", N_("Tax on the commission"), NULL, NULL},
    {"deal.commission_expense", N_("Commission booked"), NULL, NULL},
    {"deal.card_fee_per_100k", N_("Card fee"), NULL, NULL},
    {"deal.card_fee_base", N_("Card fee counted on"), NULL, NULL},
    {"deal.card_fee_taxed", N_("Card fee bears tax"), NULL, NULL},
    {"deal.fixed_fee_cents", N_("Fixed fee to the site"), NULL, N_("once, before tax")},
    {"deal.vouchers_sold", N_("Vouchers sold"), NULL, NULL},
    {"deal.contract_cap", N_("Most vouchers in the contract"),
     N_("Does the contract limit the number of vouchers?"), NULL},
    {"deal.visits_per_voucher", N_("Visits per voucher"), NULL, NULL},
    {"deal.gap_days", N_("Days between two visits"), NULL, NULL},
    {"deal.sale_date", N_("Sale begins"), NULL, NULL},
    {"deal.sale_days", N_("Length of the sale"), NULL, NULL},
    {"deal.promotion_end_date", N_("Promotion ends"), NULL, N_("the paid amount never expires")},
    {"deal.payout_basis", N_("The site pays"), N_("Paid for vouchers sold, or only when used?"),
     NULL},
    {"deal.instalments", N_("Payouts"), N_("When does the site pay?"), NULL},
    {"deal.instalments[].after_days", N_("Paid after"), NULL, N_("from the sale’s last day")},
    {"deal.instalments[].business_days", N_("Business days"), NULL, NULL},
    {"deal.instalments[].weight", N_("Weight of this payout"), NULL, NULL},
    {"deal.hold_back_per_100k", N_("Hold-back"), NULL, N_("kept by the site for a while")},
    {"deal.hold_back_days", N_("Hold-back paid after"), NULL, N_("from the last payout")},
    {"deal.site_stops_paying_date", N_("The site stops paying on"), NULL,
     N_("to see what it would do")},
    {"deal.used_per_100k", N_("Share used"), N_("Of 10 vouchers sold, how many are used?"), NULL},
    {"deal.refund_before_use_per_100k", N_("Refunded before use"), NULL, NULL},
    {"deal.refund_after_use_per_100k", N_("Refunded after use"), NULL, NULL},
    {"deal.breakage_policy", N_("Unused vouchers in the books"), NULL, NULL},
    {"deal.breakage_date", N_("Judged unused for good on"), NULL, N_("with your accountant")},
    {"deal.curve", N_("When vouchers are used"),
     N_("Of 10 vouchers used, how many in the first two months?"), NULL},
    {"deal.curve.w1_per_100k", N_("Used in the first rush"), NULL, NULL},
    {"deal.curve.a_milli_weeks", N_("Length of the first rush"), NULL, NULL},
    {"deal.curve.w2_per_100k", N_("Used evenly over the promotion"), NULL, NULL},
    {"deal.curve.w3_per_100k", N_("Used in the last rush"), NULL, NULL},
    {"deal.curve.b_milli_weeks", N_("Length of the last rush"), NULL, NULL},
    {"deal.allowed_weekdays", N_("Days open to the deal"), NULL, NULL},
    {"deal.allowed_weekdays[]", N_("Deal visits accepted"), NULL, NULL},
    {"deal.allowed_begin_minute", N_("Deal visits from"), NULL, NULL},
    {"deal.allowed_end_minute", N_("Deal visits until"), NULL, NULL},
    {"deal.weekday_quota", N_("Most deal visits by weekday"), NULL, NULL},
    {"deal.weekday_quota[]", N_("Most deal visits a day"),
     N_("How many deal visits do you accept on this day?"), NULL},
    {"deal.blackout_dates", N_("Dates closed to the deal"), NULL, NULL},
    {"deal.blackout_dates[]", N_("Date closed to the deal"), NULL, NULL},
    {"deal.daily_limit_per_100k", N_("Most of a day for the deal"), NULL,
     N_("share of staff time")},
    {"deal.lead_mean_milli_days", N_("Deal clients book ahead"), NULL, NULL},
    {"deal.patience_days", N_("Deal clients search for"),
     N_("How long will they wait for a place before giving up?"), N_("then they call again")},
    {"deal.no_show_per_100k", N_("No-shows"), NULL, NULL},
    {"deal.no_show_rule", N_("After a no-show"), NULL, NULL},
    {"deal.if_not_served", N_("If there was no place in time"), NULL, NULL},

    {"deal_pay", N_("Pay for deal visits"), NULL, NULL},
    {"deal_pay.rule", N_("Pay for a deal visit"), N_("How are they paid for a deal visit?"), NULL},
    {"deal_pay.flat_cents", N_("Amount paid to each, deal visit"), NULL, N_("for one visit")},
    {"deal_pay.per_100k", N_("Share paid to them, deal visit"), NULL,
     N_("shared by those who give it")},

    {"clients", N_("Deal clients"), NULL, NULL},
    {"clients.existing_per_100k", N_("Buyers who were clients already"),
     N_("Of 10 buyers, how many come to you already?"), NULL},
    {"clients.extras_cents", N_("Extras bought"), NULL, N_("before tax, by those who buy")},
    {"clients.extras_share_per_100k", N_("Visits with extras"), NULL, NULL},
    {"clients.extras_cost_per_100k", N_("Cost of extras"), NULL, N_("share of their price")},
    {"clients.return_per_100k", N_("New clients who return"),
     N_("Of 10 new clients, how many come back at full price?"), NULL},
    {"clients.return_visits_per_year_milli", N_("Their visits a year"), NULL, NULL},
    {"clients.incentive_cents", N_("Incentive to return"), NULL,
     N_("off the first full-price visit")},
    {"clients.yearly_retention_per_100k", N_("Still clients a year later"), NULL, NULL},
    {"clients.discount_rate_per_100k", N_("Discount rate"), NULL, N_("for money of later years")},
    {"clients.usual_advertising_cents_per_new_client", N_("Your usual cost per new client"),
     N_("What does a new client cost you with your usual advertising?"), NULL},
    {"clients.halo_clients", N_("Clients who only saw the offer"), NULL, N_("at full price")},
    {"clients.tips_cents_per_visit", N_("Tips a visit"), NULL, N_("never counted as revenue")},

    {"phone", N_("Phones"), NULL, NULL},
    {"phone.buyers_calling_per_100k", N_("Buyers who phone"), NULL, NULL},
    {"phone.day_weight", N_("Calls by day"), NULL, NULL},
    {"phone.day_weight[]", N_("Weight of this day’s calls"), NULL, NULL},
    {"phone.begin_minute", N_("Phones open at"), NULL, NULL},
    {"phone.end_minute", N_("Phones close at"), NULL, NULL},
    {"phone.handle_milli_minutes", N_("Length of a call"), NULL, NULL},
    {"phone.patience_milli_minutes", N_("Callers hang up after"), NULL, NULL},
    {"phone.call_again_per_100k", N_("Lost callers who call again"), NULL, NULL},
    {"phone.people", N_("People on the phone"), NULL, NULL},
    {"phone.extra_people", N_("Extra people on the phone"), NULL, NULL},
    {"phone.extra_days", N_("Days of extra phone help"), NULL, NULL},
    {"phone.extra_cents_per_hour", N_("Extra phone help an hour"), NULL, NULL},

    {"one_off_costs", N_("One-off costs"), NULL, NULL},
    {"one_off_costs[].name", N_("What it is"), NULL, NULL},
    {"one_off_costs[].cents", N_("Amount"), NULL, N_("before tax")},
    {"one_off_costs[].date", N_("Paid on"), NULL, NULL},
    {"one_off_costs[].taxable", N_("Bears tax"), NULL, NULL},

    {"conditions", N_("Your conditions"), NULL, NULL},
    {"conditions.goal", N_("Your goal"), N_("Is the deal meant to earn, or to advertise?"), NULL},
    {"conditions.confidence_per_100k", N_("How careful"), N_("How careful do you want to be?"),
     NULL},
    {"conditions.wait_days_max", N_("Longest wait you accept"), NULL, N_("for a deal client")},
    {"conditions.wait_share_per_100k", N_("Served within that wait"), NULL,
     N_("share of deal clients")},
    {"conditions.extra_refused_max_per_100k", N_("Regulars you accept to refuse"), NULL,
     N_("more than without the deal")},
    {"conditions.weekly_share_max_per_100k", N_("Most deal clients in a week"), NULL,
     N_("share of the people received")},
    {"conditions.loss_probability_max_per_100k", N_("Chance of a loss you accept"), NULL, NULL},

    {"alternatives", N_("Without a site"), NULL, NULL},
    {"alternatives.own_offer_buyers", N_("Buyers of your own offer"),
     N_("How many of your followers would take the same offer?"), NULL},
    {"alternatives.own_offer_discount_per_100k", N_("Discount of your own offer"), NULL, NULL},
    {"alternatives.web_weekly_milli_hours", N_("Your time on the web, a week"), NULL, NULL},
    {"alternatives.web_months_before_result", N_("Months before results"), NULL, NULL},
    {"alternatives.web_new_clients_monthly", N_("New clients a month from the web"), NULL, NULL},
    {"alternatives.web_cents_per_hour", N_("What your hour is worth"), NULL, NULL},

    {"uncertainty", N_("Ranges"), NULL, NULL},
    {"uncertainty[].path", N_("Uncertain value"), NULL, NULL},
    {"uncertainty[].low", N_("At the lowest"), NULL, NULL},
    {"uncertainty[].likely", N_("Most likely"), NULL, NULL},
    {"uncertainty[].high", N_("At the highest"), NULL, NULL},
    {"provenance", N_("Where values come from"), NULL, NULL},
    {"provenance[].path", N_("Value"), NULL, NULL},
    {"provenance[].kind", N_("Where it comes from"), NULL, NULL},
    {"provenance[].source", N_("Source"), NULL, NULL},
    {"accounts", N_("Your account numbers"), NULL, NULL},
    {"accounts[].account", N_("Account"), NULL, NULL},
    {"accounts[].number", N_("Your number"), NULL, NULL},
};

/* "staff[2].shifts[0].weekday" → "staff[].shifts[].weekday". */
static void drop_indices(const char *path, char *pattern, size_t size) {
  size_t length = 0;

  for (; *path && length + 1 < size; path++) {
    if (!(g_ascii_isdigit(*path) && length > 0 && pattern[length - 1] == '[')) {
      pattern[length++] = *path;
    }
  }
  pattern[length] = '\0';
}

static const FieldWords *find_words(const char *path) {
  char pattern[PLAN_PATH_SIZE];

  drop_indices(path, pattern, sizeof pattern);
  for (gsize i = 0; i < G_N_ELEMENTS(field_words); i++) {
    if (strcmp(pattern, field_words[i].path) == 0) {
      return &field_words[i];
    }
  }
  return NULL;
}

const char *field_label(Language language, const char *path) {
  const FieldWords *words = find_words(path);

  return words ? say(language, words->label) : path;
}

const char *field_question(Language language, const char *path) {
  const FieldWords *words = find_words(path);

  return words && words->question ? say(language, words->question) : NULL;
}

const char *field_hint(Language language, const char *path) {
  const FieldWords *words = find_words(path);

  return words && words->hint ? say(language, words->hint) : NULL;
}
