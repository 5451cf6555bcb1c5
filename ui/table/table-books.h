/* Room: table; for this room only. Fills the table of each topic of the books, but for its title,
 * which is the finding. The topic applies. */
#pragma once

#include "ui/table/table-build.h"

void table_fill_not_yours(Table *table, const Books *books);
void table_fill_treatments(Table *table, const Books *books);
void table_fill_remittances(Table *table, const Books *books);
void table_fill_quick_method(Table *table, const Books *books);
void table_fill_registration(Table *table, const Books *books);
void table_fill_deferred(Table *table, const Books *books);
void table_fill_reserve(Table *table, const Books *books);
void table_fill_income(Table *table, const Books *books);
void table_fill_cut_offs(Table *table, const Books *books);
void table_fill_trial_balance(Table *table, const Books *books);
void table_fill_model(Table *table, const Books *books);
void table_fill_signing(Table *table, const Books *books);
void table_fill_accounts(Table *table, const Books *books);
