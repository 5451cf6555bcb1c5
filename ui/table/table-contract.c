/* Room: table. Knows: the contract of the plan, what the engine found of it. Must not know: who
 * shows it.
 *
 * The terms of the site in an owner's words, and her conditions beside what the plan year gives. */
#include "ui/table/table-build.h"

#include "model/base/money.h"
#include "model/tax/tax.h"
#include "ui/words/phrase.h"

#define PAYOUT_LINES_MAX INSTALMENTS_MAX

enum { TERM_LABEL, TERM_VALUE, TERM_PROVENANCE };

/* Takes the value. */
static void add_term(Table *table, const Plan *plan, const char *path, char *value) {
  TableRow *row = table_add_row(table, ROW_NORMAL);

  table_put_text(row, TERM_LABEL, field_label(table->language, path));
  table_take_text(row, TERM_VALUE, value);
  table_take_text(row, TERM_PROVENANCE, provenance_text(table->language, plan, path));
}

static void add_field(Table *table, const Plan *plan, const char *path) {
  add_term(table, plan, path, field_value_text(table->language, plan, path));
}

static char *price_text(Language language, const PlanDeal *deal) {
  g_autofree char *price = say_money(language, deal->price_cents);
  g_autofree char *off = NULL;

  if (deal->list_price_cents <= 0) {
    return g_steal_pointer(&price);
  }
  off = say_percent(language, money_scale_half_up(deal->list_price_cents - deal->price_cents, 1000,
                                                  deal->list_price_cents) *
                                  100);
  return g_strdup_printf(say(language, "%1$s (%2$s off)"), price, off);
}

/* "50%: $40.00 + GST $2.00 + QST $3.99". */
static char *commission_text(Language language, const Plan *plan) {
  Commission commission = tax_commission(&plan->business, &plan->deal, plan->deal.sale_date, 1);
  g_autofree char *rate = say_percent(language, plan->deal.commission_per_100k);
  g_autofree char *net = say_money(language, commission.invoice.net_cents);
  GString *text = g_string_new(NULL);
  TaxSet set;

  g_string_append_printf(text, say(language, "%1$s of the price: %2$s"), rate, net);
  tax_set_for_costs(&plan->business, plan->deal.sale_date, &set);
  for (int i = 0; i < set.count; i++) {
    if (commission.invoice.tax_cents[i] != 0) {
      g_autofree char *tax = say_money(language, commission.invoice.tax_cents[i]);

      g_string_append_printf(text, " + %s %s", tax_label(language, &set, i), tax);
    }
  }
  return g_string_free(text, FALSE);
}

/* What the client adds once taxes are collected, where that begins after the sale: 0 if nothing. */
static int64_t adds_later_cents(const Plan *computed) {
  VoucherResult later;
  Plan registered = *computed;

  registered.business.gst_registered_from_date = DATE_NONE;
  voucher_compute(&registered, &later);
  return later.client_pays_at_counter_cents;
}

static char *wording_text(Language language, const Plan *plan, const Results *results) {
  Plan copy;
  const Plan *computed = registration_apply(plan, &results->registration, &copy);
  int32_t from_date = computed->business.gst_registered_from_date;
  g_autofree char *wording = field_value_text(language, plan, "deal.price_tax_wording");
  g_autofree char *counter = say_money(language, results->voucher.client_pays_at_counter_cents);

  if (computed->business.gst_registered && from_date > results->sale_date &&
      adds_later_cents(computed) != 0) {
    g_autofree char *later = say_money(language, adds_later_cents(computed));
    g_autofree char *from = say_date(language, from_date);

    return g_strdup_printf(say(language, "%1$s: the client adds nothing before %2$s, then %3$s at "
                                         "the counter"),
                           wording, from, later);
  }
  if (results->voucher.client_pays_at_counter_cents == 0) {
    return g_strdup_printf(say(language, "%s: the client adds nothing"), wording);
  }
  return g_strdup_printf(say(language, "%1$s: the client adds %2$s at the counter"), wording,
                         counter);
}

/* "$11,320.56 on February 11, 2026; …" as the engine pays them. */
static char *payouts_text(Language language, const Plan *plan, const Results *results) {
  GString *text = g_string_new(NULL);
  int lines = 0;

  if (plan->deal.payout_basis == PAYOUT_REDEEMED) {
    g_string_append(text, say(language, "twice a month, for vouchers used"));
    return g_string_free(text, FALSE);
  }
  for (int day = 0; day < results->cash_with.days && lines < PAYOUT_LINES_MAX; day++) {
    int64_t cents = results->cash_with.day[day].line_cents[CASH_SITE_PAYOUTS];

    if (cents > 0) {
      g_autofree char *amount = say_money(language, cents);
      g_autofree char *date = say_date(language, results->sale_date + day);

      g_string_append(text, lines++ > 0 ? "; " : "");
      g_string_append_printf(text, say(language, "%1$s on %2$s"), amount, date);
    }
  }
  if (lines == 0) {
    g_string_append(text, say(language, "none within the plan"));
  }
  return g_string_free(text, FALSE);
}

static char *end_text(Language language, const Plan *plan) {
  g_autofree char *date = say_date(language, plan->deal.promotion_end_date);

  return g_strdup_printf(say(language, "%s; the paid amount never expires"), date);
}

static char *limits_text(Language language, const PlanDeal *deal) {
  g_autofree char *days = weekdays_text(language, deal->allowed_weekdays);
  GString *text = g_string_new(days);

  for (int weekday = 0; weekday < 7; weekday++) {
    if (deal->weekday_quota[weekday] != PLAN_NONE) {
      g_autofree char *quota = say_number(language, deal->weekday_quota[weekday]);

      g_string_append(text, "; ");
      g_string_append_printf(text, say(language, "%1$s at most on %2$s"), quota,
                             phrase_weekdays(language, weekday));
    }
  }
  return g_string_free(text, FALSE);
}

static void add_optional_terms(Table *table, const Plan *plan) {
  const PlanDeal *deal = &plan->deal;

  if (deal->card_fee_per_100k > 0) {
    add_field(table, plan, "deal.card_fee_per_100k");
  }
  if (deal->fixed_fee_cents > 0) {
    add_field(table, plan, "deal.fixed_fee_cents");
  }
  if (deal->hold_back_per_100k > 0) {
    add_field(table, plan, "deal.hold_back_per_100k");
  }
  if (deal->visits_per_voucher > 1) {
    add_field(table, plan, "deal.visits_per_voucher");
  }
}

Table *table_contract(Language language, const Plan *plan, const Results *results) {
  Table *table = table_new(language, say(language, "Terms of the contract"));

  table_add_column(table, COLUMN_TEXT, say(language, "Term"));
  table_add_column(table, COLUMN_TEXT, say(language, "Value"));
  table_add_column(table, COLUMN_TEXT, say(language, "Where it comes from"));
  add_field(table, plan, "deal.service_index");
  add_field(table, plan, "deal.list_price_cents");
  add_term(table, plan, "deal.price_cents", price_text(language, &plan->deal));
  add_term(table, plan, "deal.price_tax_wording", wording_text(language, plan, results));
  add_term(table, plan, "deal.commission_per_100k", commission_text(language, plan));
  add_field(table, plan, "deal.vouchers_sold");
  add_field(table, plan, "deal.contract_cap");
  add_field(table, plan, "deal.payout_basis");
  add_term(table, plan, "deal.instalments", payouts_text(language, plan, results));
  add_optional_terms(table, plan);
  add_field(table, plan, "deal.sale_date");
  add_term(table, plan, "deal.promotion_end_date", end_text(language, plan));
  add_term(table, plan, "deal.allowed_weekdays", limits_text(language, &plan->deal));
  add_field(table, plan, "deal.no_show_rule");
  add_field(table, plan, "deal.if_not_served");
  return table;
}

static const char *state_text(Language language, const ConditionResult *condition) {
  if (!condition->applies) {
    return say(language, "left out");
  }
  return condition->holds ? say(language, "holds") : say(language, "broken");
}

/* The floor and the result are lowest values, the waiting share too; the others are highest. */
static char *limit_text(Language language, Condition condition, int64_t limit) {
  g_autofree char *text = condition_value_text(language, condition, limit);

  if (condition == CONDITION_COST_PER_CLIENT_KEPT || condition == CONDITION_REFUSED ||
      condition == CONDITION_WEEKLY_SHARE) {
    return g_strdup_printf(say(language, "at most %s"), text);
  }
  return g_strdup_printf(say(language, "at least %s"), text);
}

Table *table_conditions(Language language, const Study *study) {
  const Results *results = study->results;
  const Verdict *verdict = &results->verdict;
  Table *table = table_new(language, say(language, "Your conditions in the plan year"));

  table_add_column(table, COLUMN_TEXT, say(language, "Condition"));
  table_add_column(table, COLUMN_TEXT, say(language, "Plan year"));
  table_add_column(table, COLUMN_TEXT, say(language, "You want"));
  table_add_column(table, COLUMN_TEXT, say(language, "Answer"));
  for (int i = 0; i < CONDITION_COUNT; i++) {
    const ConditionResult *result = &verdict->condition[i];
    Condition condition = (Condition)i;
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_put_text(row, 0, condition_label(language, condition));
    if (result->applies) {
      table_take_text(row, 1, condition_value_text(language, condition, result->value));
      table_take_text(row, 2, limit_text(language, condition, result->limit));
    } else {
      table_put_text(row, 1, "–");
      table_put_text(row, 2, "–");
    }
    table_put_text(row, 3, state_text(language, result));
  }
  if (!results->has_calendar) {
    table->note = g_strdup(say(language, "Add rooms and opening hours: conditions on bookings and "
                                         "cash need them."));
  } else if (verdict->floor_broken_without) {
    table->note = g_strdup(say(language, "Your cash floor is passed without the deal too, so it is "
                                         "left out of the verdict."));
  } else {
    table->note = verdict_basis(language, study);
  }
  return table;
}
