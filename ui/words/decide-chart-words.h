/* Room: words. Small texts that tables and charts of what is decided share. Knows: decide. Must not
 * know: charts, tables, screens. Texts are new, g_free, unless said. */
#pragma once

#include "model/decide/decisions.h"
#include "model/decide/offers.h"
#include "ui/words/words.h"

/* Of what the figures are: "250 simulated years for each number, seed 1". */
char *decide_years_text(Language language, int years, uint64_t seed);
/* The same of a plan with every input at its likely value: "100 simulated years of luck alone …".
 */
char *decide_luck_years_text(Language language, int years, uint64_t seed);

/* Of thousandths of cents, in two significant digits: a level "$4,800", a change "+$4,800", an
 * error "± $90", rounded up so that it is never 0. */
char *mean_money_text(Language language, int64_t mean_milli);
char *mean_change_text(Language language, int64_t mean_milli);
char *mean_error_text(Language language, int64_t error_milli);
/* "+12", "-0.6", of thousandths; its error "± 1.4". */
char *mean_count_change_text(Language language, int64_t mean_milli);
char *mean_count_error_text(Language language, int64_t error_milli);
int64_t mean_cents(int64_t mean_milli); /* half up */

/* "12 of 250 years (4.8%)" */
char *cap_share_text(Language language, const CapTest *test, Condition condition);
/* "350 vouchers at most, ± 20"; without an error "350 vouchers at most". */
char *cap_limit_text(Language language, const Cap *cap);

/* "clients come at once", "first clients after 6 months" */
char *alternative_months_text(Language language, const Alternative *way);
/* "about $26"; of her usual advertising, which is what she says, "$61". */
char *alternative_cost_text(Language language, AlternativeKind kind, int64_t cents);
/* Whether its cost is after what the client leaves in these months: of the deal and of her own
 * offer, which are simulated; not of what she says herself. */
bool alternative_counts_visits(AlternativeKind kind);
/* "Before what they bring, about $200 by the deal", of the simulated years; NULL where nothing is
 * known of it. */
char *alternative_before_text(Language language, const Study *study);
/* Why a way has no cost per client: borrowed; NULL when it has. */
const char *alternative_lacks(Language language, const Alternative *way);

/* "about $3,200 more than Offer 1, ± $90", "about as much as Offer 1"; of the first "compared with
 * it: the others". */
char *offer_difference_text(Language language, const Offers *offers, int index);
/* What a verdict of the contract as it stands is called in a table. Borrowed. */
const char *verdict_form_label(Language language, VerdictForm form);
/* Its name, cut where it would fill a chart; "Deal 2" where it has none. */
char *offer_name_text(Language language, const Offers *offers, int index);

/* "No crossing between $10 and $120: the deal loses everywhere"; NULL when there is one. */
char *break_even_none_text(Language language, const BreakEven *line, BreakEvenOf of);
