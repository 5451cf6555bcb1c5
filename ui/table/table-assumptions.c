/* Room: table. Knows: the plan's fields and where their values come from. Must not know: results.
 *
 * What the figures rest on: every single value of the plan that counts, from the field table, and a
 * line for each list. */
#include <string.h>

#include "ui/table/table-build.h"

#include "model/base/money.h"
#include "model/plan/range.h"
#include "model/year/redemption.h"

enum { ASSUMPTION_LABEL, ASSUMPTION_VALUE, ASSUMPTION_PROVENANCE, ASSUMPTION_RANGE };

/* "300 to 600"; NULL when the plan takes the value as certain. */
static char *range_text(Language language, const Plan *plan, const char *path) {
  for (int i = 0; i < plan->uncertainty_count; i++) {
    if (strcmp(plan->uncertainty[i].path, path) == 0) {
      Uncertainty range = range_of_input(plan, i);
      g_autofree char *low = value_text(language, path, range.low);
      g_autofree char *high = value_text(language, path, range.high);

      return g_strdup_printf(say(language, "%1$s to %2$s"), low, high);
    }
  }
  return NULL;
}

/* Takes the value. */
static void add_line(Table *table, const Plan *plan, const char *path, const char *label,
                     char *value) {
  TableRow *row = table_add_row(table, ROW_NORMAL);

  table_put_text(row, ASSUMPTION_LABEL, label);
  table_take_text(row, ASSUMPTION_VALUE, value);
  table_take_text(row, ASSUMPTION_PROVENANCE, provenance_text(table->language, plan, path));
  table_take_text(row, ASSUMPTION_RANGE, range_text(table->language, plan, path));
}

/* A value that changes nothing in this plan is left out. */
static bool matters(const Plan *plan, const char *path) {
  const PlanDeal *deal = &plan->deal;
  const struct {
    const char *path;
    bool matters;
  } cases[] = {
      {"deal.card_fee_base", deal->card_fee_per_100k > 0},
      {"deal.card_fee_taxed", deal->card_fee_per_100k > 0},
      {"deal.gap_days", deal->visits_per_voucher > 1},
      {"deal.hold_back_days", deal->hold_back_per_100k > 0},
      {"deal.breakage_date", deal->breakage_policy == BREAKAGE_WHEN_REMOTE},
      {"deal.allowed_begin_minute", deal->allowed_begin_minute > 0},
      {"deal.allowed_end_minute", deal->allowed_end_minute < 1440},
      {"deal.site_stops_paying_date", deal->site_stops_paying_date != DATE_NONE},
      {"deal_pay.flat_cents", plan->deal_pay.rule == PAY_FLAT},
      {"deal_pay.per_100k", plan->deal_pay.rule == PAY_PERCENT_OF_LIST ||
                                plan->deal_pay.rule == PAY_PERCENT_OF_PRICE ||
                                plan->deal_pay.rule == PAY_PERCENT_OF_OWN_SHARE},
      {"business.provincial_tax_applies", plan->business.tax_regime == REGIME_BC ||
                                              plan->business.tax_regime == REGIME_SK ||
                                              plan->business.tax_regime == REGIME_MB},
      {"clients.halo_clients", plan->clients.halo_clients > 0},
      {"clients.tips_cents_per_visit", plan->clients.tips_cents_per_visit > 0},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    if (strcmp(path, cases[i].path) == 0) {
      return cases[i].matters;
    }
  }
  /* The curve is one line of its own: its five numbers say nothing to a reader. */
  return !g_str_has_prefix(path, "deal.curve.");
}

/* The single values under a prefix ("deal."), in the order of the field table. */
static void add_fields(Table *table, const Plan *plan, const char *prefix) {
  for (int i = 0; i < field_count(); i++) {
    const Field *field = field_at(i);

    if (g_str_has_prefix(field->path, prefix) && !strstr(field->path, "[]") &&
        field->type != FIELD_TEXT && matters(plan, field->path)) {
      add_line(table, plan, field->path, field_label(table->language, field->path),
               field_value_text(table->language, plan, field->path));
    }
  }
}

/* "Mon 6, Tue 7": values of a list of 7 or 12, each after its short name. */
static char *named_values(Language language, const Plan *plan, const char *list, int count) {
  GString *text = g_string_new(NULL);

  for (int i = 0; i < count; i++) {
    g_autofree char *path = g_strdup_printf("%s[%d]", list, i);
    g_autofree char *value = field_value_text(language, plan, path);

    g_string_append_printf(
        text, "%s%s %s", i > 0 ? ", " : "",
        count == 7 ? weekday_name_short(language, i) : month_name_short(language, i + 1), value);
  }
  return g_string_free(text, FALSE);
}

static char *mix_text(Language language, const Plan *plan) {
  GString *text = g_string_new(NULL);

  for (int i = 0; i < MIN(plan->services_count, plan->regulars.service_mix_per_100k_count); i++) {
    g_autofree char *share = say_percent(language, plan->regulars.service_mix_per_100k[i]);

    g_string_append_printf(text, "%s%s %s", i > 0 ? ", " : "",
                           say_name(language, plan->services[i].name), share);
  }
  return g_string_free(text, FALSE);
}

static void add_regulars(Table *table, const Plan *plan) {
  Language language = table->language;
  static const struct {
    const char *path;
    int count;
  } lists[] = {{"regulars.wanted_milli_visits", 7}, {"regulars.season_per_100k", 12}};

  table_add_heading(table, say(language, "Regular clients"));
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
    add_line(table, plan, lists[i].path, field_label(language, lists[i].path),
             named_values(language, plan, lists[i].path, lists[i].count));
  }
  add_line(table, plan, "regulars.service_mix_per_100k",
           field_label(language, "regulars.service_mix_per_100k"), mix_text(language, plan));
  add_fields(table, plan, "regulars.");
}

static void add_staff(Table *table, const Plan *plan) {
  Language language = table->language;

  for (int i = 0; i < plan->staff_count; i++) {
    const PlanStaff *staff = &plan->staff[i];
    g_autofree char *path = g_strdup_printf("staff[%d]", i);
    g_autofree char *hours = week_hours_text(language, staff->shifts, staff->shifts_count);
    g_autofree char *wage = say_money(language, staff->guarantee_cents_per_hour);
    g_autofree char *guarantee = staff->guarantee_cents_per_hour > 0
                                     ? g_strdup_printf(say(language, "%s an hour guaranteed"), wage)
                                     : g_strdup(say(language, "no guaranteed wage"));

    add_line(table, plan, path, say_name(language, staff->name),
             g_strjoin("; ", hours, guarantee,
                       staff->accompanied_only ? say(language, "in duos only") : NULL, NULL));
  }
}

static void add_services(Table *table, const Plan *plan) {
  Language language = table->language;

  for (int i = 0; i < plan->services_count; i++) {
    const PlanService *service = &plan->services[i];
    g_autofree char *path = g_strdup_printf("services[%d]", i);
    g_autofree char *price = say_money(language, service->list_price_cents);
    g_autofree char *supplies = say_money(language, service->supplies_cents);
    g_autofree char *rule_path = g_strdup_printf("%s.pay_rule", path);
    g_autofree char *rule = field_value_text(language, plan, rule_path);
    g_autofree char *share = service->pay_rule == PAY_FLAT
                                 ? say_money(language, service->pay_flat_cents)
                                 : say_percent(language, service->pay_per_100k);

    add_line(table, plan, path, say_name(language, service->name),
             g_strdup_printf(say(language, "%1$d min + %2$d min for the room; %3$s before tax; "
                                           "pay: %4$s, %5$s; supplies %6$s"),
                             service->minutes, service->room_turnover_minutes, price, rule,
                             service->pay_rule == PAY_HOURLY ? "–" : share, supplies));
  }
}

static void add_place(Table *table, const Plan *plan) {
  Language language = table->language;

  table_add_heading(table, say(language, "Your place"));
  add_line(table, plan, "hours", field_label(language, "hours"),
           week_hours_text(language, plan->hours, plan->hours_count));
  add_line(table, plan, "rooms", field_label(language, "rooms"),
           say_number(language, plan->rooms_count));
  add_services(table, plan);
  add_staff(table, plan);
}

static char *curve_text(Language language, const Plan *plan) {
  double weeks = (plan->deal.promotion_end_date - plan_sale_last_date(plan) + 1) / 7.0;
  double share = weeks > 0 ? redemption_share(&plan->deal.curve, MIN(60 / 7.0, weeks), weeks) : 1;
  g_autofree char *percent = say_percent(language, (int64_t)(share * 100 + 0.5) * 1000);

  return g_strdup_printf(say(language, "%s in the first two months"), percent);
}

static void add_deal(Table *table, const Plan *plan) {
  Language language = table->language;

  table_add_heading(table, say(language, "The deal"));
  add_fields(table, plan, "deal.");
  add_line(table, plan, "deal.curve", field_label(language, "deal.curve"),
           curve_text(language, plan));
  add_line(table, plan, "deal.allowed_weekdays", field_label(language, "deal.allowed_weekdays"),
           weekdays_text(language, plan->deal.allowed_weekdays));
  for (int i = 0; i < 7; i++) {
    if (plan->deal.weekday_quota[i] != PLAN_NONE) {
      add_line(table, plan, "deal.weekday_quota", field_label(language, "deal.weekday_quota"),
               named_values(language, plan, "deal.weekday_quota", 7));
      break;
    }
  }
  add_fields(table, plan, "deal_pay.");
}

static void add_one_off_costs(Table *table, const Plan *plan) {
  Language language = table->language;

  for (int i = 0; i < plan->one_off_costs_count; i++) {
    const OneOffCost *cost = &plan->one_off_costs[i];
    g_autofree char *path = g_strdup_printf("one_off_costs[%d]", i);
    g_autofree char *amount = say_money(language, cost->cents);
    g_autofree char *date = say_date(language, cost->date);

    add_line(table, plan, path, say_name(language, cost->name),
             g_strdup_printf(say(language, "%1$s on %2$s"), amount, date));
  }
}

Table *table_assumptions(Language language, const Plan *plan) {
  Table *table = table_new(language, say(language, "Assumptions"));

  table_add_column(table, COLUMN_TEXT, say(language, "Assumption"));
  table_add_column(table, COLUMN_TEXT, say(language, "Value"));
  table_add_column(table, COLUMN_TEXT, say(language, "Where it comes from"));
  table_add_column(table, COLUMN_TEXT, say(language, "Range"));
  add_deal(table, plan);
  table_add_heading(table, say(language, "Deal clients"));
  add_fields(table, plan, "clients.");
  add_regulars(table, plan);
  add_place(table, plan);
  table_add_heading(table, say(language, "Money and taxes"));
  add_fields(table, plan, "business.");
  add_one_off_costs(table, plan);
  table_add_heading(table, say(language, "Phones"));
  add_fields(table, plan, "phone.");
  table_add_heading(table, say(language, "Your conditions"));
  add_fields(table, plan, "conditions.");
  return table;
}
