/* Room: table. Deals side by side, a measure a row; and the deal line by line beside the plain
 * arithmetic others use. Must not know: who shows it. */
#include "ui/table/table-decide.h"

#include "ui/table/table-decide-parts.h"
#include "ui/words/phrase.h"

static TableRow *add_measure(Table *table, const char *label) {
  TableRow *row = table_add_row(table, ROW_NORMAL);

  table_put_text(row, 0, label);
  return row;
}

/* Takes text. */
static void take_cell(TableRow *row, int offer, char *text, int64_t number) {
  table_take_text(row, 1 + offer, text);
  row->cell[1 + offer].number = number;
  row->cell[1 + offer].has_number = true;
}

typedef enum {
  MEASURE_VOUCHERS,
  MEASURE_LEFT,
  MEASURE_RESULT,
  MEASURE_LESS_FIRST,
  MEASURE_P5,
  MEASURE_P50,
  MEASURE_P95,
  MEASURE_LOSS,
  MEASURE_REFUSED,
  MEASURE_WAIT,
  MEASURE_LOWEST_P10,
  MEASURE_LOWEST_P50,
  MEASURE_COST,
  MEASURE_VERDICT,
  MEASURE_COUNT
} Measure;

static const char *const measure_labels[MEASURE_COUNT] = {
    [MEASURE_VOUCHERS] = N_("Vouchers sold, likely"),
    [MEASURE_LEFT] = N_("A used voucher leaves"),
    [MEASURE_RESULT] = N_("Deal compared with no deal, on average"),
    [MEASURE_LESS_FIRST] = N_("Beside the first"),
    [MEASURE_P5] = N_("1 year in 20 under"),
    [MEASURE_P50] = N_("Half of the years under"),
    [MEASURE_P95] = N_("19 years in 20 under"),
    [MEASURE_LOSS] = N_("Years that lose"),
    [MEASURE_REFUSED] = N_("Regulars turned away, middle year"),
    [MEASURE_WAIT] = N_("19 in 20 wait at most, middle year"),
    [MEASURE_LOWEST_P10] = N_("Lowest balance, 9 times in 10 above"),
    [MEASURE_LOWEST_P50] = N_("Lowest balance, 1 time in 2 above"),
    [MEASURE_COST] = N_("Cost per client kept"),
    [MEASURE_VERDICT] = N_("As the contract stands"),
};

/* "+$3,200 ± $90" */
static char *change_text(Language language, TrialMean mean) {
  g_autofree char *change = mean_change_text(language, mean.mean_milli);
  g_autofree char *error = mean_error_text(language, mean.error_milli);

  return g_strdup_printf("%s %s", change, error);
}

/* Simulated amounts told in two digits. */
static int64_t about_of(const Offer *offer, Measure measure) {
  return measure == MEASURE_P5           ? offer->result_p5_cents
         : measure == MEASURE_P50        ? offer->result_p50_cents
         : measure == MEASURE_P95        ? offer->result_p95_cents
         : measure == MEASURE_LOWEST_P10 ? offer->lowest_p10_cents
                                         : offer->lowest_p50_cents;
}

static void put_mean(Table *table, TableRow *row, int index, TrialMean mean) {
  take_cell(row, index, change_text(table->language, mean), mean_cents(mean.mean_milli));
}

static void put_cost(Table *table, TableRow *row, int index, const Standing *standing) {
  if (standing->has_clients_kept) {
    take_cell(row, index, say_money_about(table->language, standing->cost_per_client_kept_cents),
              standing->cost_per_client_kept_cents);
  } else {
    table_put_text(row, 1 + index, say(table->language, "keeps no client"));
  }
}

static void put_measure(Table *table, TableRow *row, Measure measure, const Offers *offers,
                        int index) {
  const Offer *offer = &offers->offer[index];
  Language language = table->language;

  switch ((int)measure) {
  case MEASURE_VOUCHERS:
    take_cell(row, index, say_number(language, offer->vouchers), offer->vouchers);
    break;
  case MEASURE_LEFT:
    take_cell(row, index, say_money(language, offer->left_used_cents), offer->left_used_cents);
    break;
  case MEASURE_RESULT:
    put_mean(table, row, index, offer->standing.result);
    break;
  case MEASURE_LESS_FIRST:
    if (index == 0) {
      decide_put_none(row, 1);
    } else {
      put_mean(table, row, index, offer->less_first);
    }
    break;
  case MEASURE_LOSS:
    decide_put_share(table, row, 1 + index, offer->loss_per_100k, 100000);
    break;
  case MEASURE_REFUSED:
    take_cell(row, index, say_count_about(language, offer->refused_extra_p50),
              offer->refused_extra_p50);
    break;
  case MEASURE_WAIT:
    take_cell(row, index, phrase_days(language, offer->wait_p95_p50_days),
              offer->wait_p95_p50_days);
    break;
  case MEASURE_COST:
    put_cost(table, row, index, &offer->standing);
    break;
  case MEASURE_VERDICT:
    table_put_text(row, 1 + index, verdict_form_label(language, offer->standing.form));
    break;
  default:
    decide_put_about(table, row, 1 + index, about_of(offer, measure));
  }
}

Table *table_offers(Language language, const Study *study) {
  const Offers *offers = study->offers;
  Table *table = decide_table_new(language, study, DECIDE_TOPIC_OFFERS);
  g_autofree char *years = say_number(language, offers->years);

  table_add_column(table, COLUMN_TEXT, say(language, "Deals side by side"));
  for (int i = 0; i < offers->offer_count; i++) {
    g_autofree char *name = offer_name_text(language, offers, i);

    table_add_column(table, COLUMN_COUNT_OF, name);
  }
  for (int measure = 0; measure < MEASURE_COUNT; measure++) {
    TableRow *row = add_measure(table, say(language, measure_labels[measure]));

    for (int i = 0; i < offers->offer_count; i++) {
      put_measure(table, row, (Measure)measure, offers, i);
    }
  }
  table->note = g_strdup_printf(
      say(language, "%s simulated years of each deal, under the same luck. What a used voucher "
                    "leaves is contract arithmetic, to the cent."),
      years);
  return table;
}

/* --- plain arithmetic ---------------------------------------------------------------------- */

enum { PLAIN_LINE, PLAIN_EACH, PLAIN_HOW_MANY, PLAIN_AMOUNT };

static void put_plain(Table *table, const char *label, int64_t each_cents, int64_t count,
                      int64_t sign) {
  TableRow *row = table_add_row(table, ROW_NORMAL);

  table_put_text(row, PLAIN_LINE, label);
  table_put_number(table, row, PLAIN_EACH, each_cents);
  table_put_number(table, row, PLAIN_HOW_MANY, count);
  table_put_number(table, row, PLAIN_AMOUNT, sign * each_cents * count);
}

static void put_plain_total(Table *table, const char *label, int64_t cents) {
  TableRow *row = table_add_row(table, ROW_TOTAL);

  table_put_text(row, PLAIN_LINE, label);
  table_put_number(table, row, PLAIN_AMOUNT, cents);
}

Table *table_plain(Language language, const Study *study) {
  Table *table = decide_table_new(language, study, DECIDE_TOPIC_PLAIN);
  PlainArithmetic plain = {0};

  plain_arithmetic_fill(study->plan, study->results, &plain);
  table_add_column(table, COLUMN_TEXT, say(language, "Line"));
  table_add_column(table, COLUMN_MONEY, say(language, "Each"));
  table_add_column(table, COLUMN_COUNT_OF, say(language, "How many"));
  table_add_column(table, COLUMN_MONEY, say(language, "Amount"));
  put_plain(table, say(language, "Own share of the vouchers sold"), plain.own_share_cents,
            plain.sold, 1);
  put_plain(table, say(language, "Pay and supplies of those used"), plain.cost_cents, plain.used,
            -1);
  put_plain(table, say(language, "What their extras leave"), plain.extras_cents, plain.used, 1);
  put_plain_total(table, say(language, "The plain arithmetic others use"), plain.plain_cents);
  for (int i = 0; i < PLAIN_STEP_COUNT; i++) {
    TableRow *row = table_add_row(table, ROW_NORMAL);

    table_put_text(row, PLAIN_LINE, plain_step_label(language, (PlainStep)i));
    table_put_number(table, row, PLAIN_AMOUNT, plain.step_cents[i]);
  }
  put_plain_total(table, say(language, "Deal compared with no deal"), plain.result_cents);
  table->note =
      g_strdup(say(language, "In dollars, before income tax. The first lines are contract "
                             "arithmetic, the last one is of the plan year, which has no "
                             "luck."));
  return table;
}
