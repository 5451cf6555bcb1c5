/* For tests: the tables of the books, added up again by another way than theirs. */
#pragma once

#include "ui/table/table.h"

/* Whether the topic's table holds amounts that depend on each other. */
bool books_table_can_foot(BooksTopic topic);
/* Columns, rows and entries add up to what the table says they do. */
bool books_table_foots(const Table *table, BooksTopic topic);
