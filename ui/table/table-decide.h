/* Room: table. What is decided, in rows. study->decisions has the part (offers: study->offers;
 * standing: study->risk). New, free with table_free; titles are the findings. */
#pragma once

#include "model/decide/decisions.h"
#include "ui/table/table.h"

Table *table_standing(Language language,
                      const Study *study);               /* conditions, share broken, allowed */
Table *table_cap(Language language, const Study *study); /* what each condition alone allows */
/* Each number that was tried, with the share of its years that break each condition. */
Table *table_cap_tests(Language language, const Study *study);
Table *table_quota(Language language, const Study *study);
Table *table_tornado(Language language, const Study *study);
Table *table_worths(Language language, const Study *study);
Table *table_break_even(Language language, const Study *study, BreakEvenOf of);
Table *table_break_evens(Language language, const Study *study); /* the five answers */
Table *table_alternatives(Language language, const Study *study);
Table *table_oversell(Language language, const Study *study);
Table *table_one_more(Language language, const Study *study);
Table *table_launch(Language language, const Study *study);
Table *table_offers(Language language, const Study *study);
/* The deal compared with no deal, line by line, beside the plain arithmetic others use. */
Table *table_plain(Language language, const Study *study);
