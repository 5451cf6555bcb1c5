/* Room: store. Results and problems as JSON text. Free with g_free. */
#pragma once

#include <glib.h>

#include "model/plan/problem.h"
#include "model/results/study.h"

/* Scalars by result key nested by their dots, then "months", "weeks" and "days" arrays (with the
 * deal), "pay_periods", "remittances" of the bank "with" and "without" the deal (taxes by
 * component), and "warnings". Of a day also the counts its books are made of, in the meaning of
 * YearDay: full-price visits served by service, those with an incentive, the deal's no-shows,
 * visits forfeited, last visits of a voucher, and visits with extras. "load" also has who and what
 * is busy when, by weekday and hour, room and person. With risk years also
 * "risk": its keys nested likewise, its inputs, weeks and bins. */
char *results_to_json(const Study *study, const Problems *warnings);
/* {"problems": [{"code", "path", "values"}…], "warnings": […]} */
char *problems_to_json(const Problems *problems);
/* {"inputs": [{"path","type","unit","minimum","maximum","meaning"}…], "outputs": […]} */
char *keys_to_text(void); /* one line a key: path TAB unit TAB meaning; inputs then outputs */
