/* Room: words. What the simulated years say. Knows: risk, results. Must not know: charts, tables,
 * threads.
 *
 * A probability is said as people count, "4 times in 10", with its sampling error in the details;
 * an amount that one year in ten passes is "9 times in 10 above about $4,800"; a band is "1 time in
 * 2 between … and …". Every sentence says whether it is of the simulated years or of the plan year,
 * which has no luck. All texts are new, g_free, unless said. risk is never NULL and has years. */
#pragma once

#include "model/results/study.h"
#include "model/risk/risk.h"
#include "ui/words/words.h"

/* --- how often ----------------------------------------------------------------------------- */

/* "4 times in 10", "about 1 time in 20"; of none or all of the years: "never in 10,000 simulated
 * years", "every time in 10,000 simulated years". "about": the share is a point or a tenth of
 * itself away. */
char *chance_text(Language language, const RiskChance *chance, int years);
/* "40.3% of 10,000 simulated years, ± 0.5 points". The error is one standard error. */
char *chance_detail(Language language, const RiskChance *chance, int years);
/* "± 0.5 points": rounded up to a tenth, so that it is never 0. */
char *chance_error_text(Language language, int32_t error_per_100k);
/* "The deal loses money 4 times in 10."; without rooms "The campaign alone …". */
char *risk_loss_text(Language language, const Risk *risk);
/* The same for a narrow place: "loses 4 times in 10"; "never loses". */
char *risk_loss_short(Language language, const Risk *risk);
/* What breaks, with the owner’s limit: "Too many deal clients wait past your limit of 21 days". */
char *risk_break_text(Language language, const Plan *plan, Condition condition);
/* "Too many deal clients wait past your limit of 21 days: 1 time in 3."; NULL for a condition that
 * does not apply. CONDITION_RESULT is the loss. */
char *risk_condition_text(Language language, const Plan *plan, const Risk *risk,
                          Condition condition);
/* "At least one of your conditions breaks 6 times in 10."; NULL when none applies. */
char *risk_any_text(Language language, const Risk *risk);

/* --- how much ------------------------------------------------------------------------------ */

const char *risk_quantity_label(Language language, RiskQuantity quantity); /* borrowed */
/* A value of a quantity in two significant digits; days and dates whole. */
char *risk_value_text(Language language, const Risk *risk, RiskQuantity quantity, int64_t value);
/* "between about -$2,100 and about +$3,400", of two results. */
char *risk_between_text(Language language, int64_t low_cents, int64_t high_cents);
/* "1 time in 2 the result is between … and …, 9 times in 10 between … and …." */
char *risk_range_text(Language language, const Risk *risk);

/* Findings of the two charts. */
char *finding_fan(Language language, const Study *study);
char *finding_spread(Language language, const Study *study);

/* Of a chart of the plan year over which the simulated years stand: its finding, taken, with what
 * the figures are of. */
char *finding_of_plan_year(Language language, char *finding);
/* The same of bookings, with the requests that a simulated year refuses. */
char *finding_with_refused(Language language, const Study *study, char *finding);

/* --- why ----------------------------------------------------------------------------------- */

/* What is luck and what is not known: the widths of both bands of the result compared, and the
 * uncertain inputs by name. */
char *risk_luck_text(Language language, const Plan *plan, const Risk *risk);
/* "Share used: likely 80%, on average 80.5%" is said of an input whose mean is not its likely
 * value; its name, with the person, room or day it belongs to. */
char *risk_input_label(Language language, const Plan *plan, const char *path);
/* Its mean as shown: of a share, to a tenth of a percent. */
char *risk_input_mean_text(Language language, const RiskInput *input);
/* Refused because of the deal in the plan year and in the simulated ones, and which to trust. */
char *risk_refused_text(Language language, const Results *results, const Risk *risk);
/* "10,000 simulated years, 1,000 more of luck alone, seed 1"; while they come, how many of how
 * many. */
char *risk_details_text(Language language, const Risk *risk);
/* "How is this computed?" of everything that comes from simulated years. */
char *explain_risk(Language language, const Study *study);
