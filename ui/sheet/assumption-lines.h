/* Room: sheet; for this room only. Every value of a plan as a line of a table: its words, its
 * number, where it comes from, its range; for the spreadsheet and the separated values alike. */
#pragma once

#include "ui/words/words.h"

/* A value as it is written: a word ("yes", "Monday", "not set"), else a number of the field. */
typedef struct {
  char *word;
  int64_t number; /* people count from 1: an index is one more than in the plan */
  bool is_there;
} AssumptionValue;

typedef struct {
  const char *section; /* the part of the plan it begins; NULL: goes on with the one before */
  const char *element; /* the element of a list it begins; NULL: none */
  const char *path;    /* "services[1].minutes" */
  const Field *field;
  const char *label;
  const char *unit;   /* "days"; NULL: shown with the number, or none */
  const char *source; /* where it comes from */
  AssumptionValue value, low, high;
} AssumptionLine;

typedef void (*AssumptionVisit)(const AssumptionLine *line, gpointer data);

/* All of them in the order of the field table, but for what has a column of its own: ranges and
 * provenance. What is in a line is borrowed for the visit. */
void assumption_lines_walk(Language language, const Plan *plan, AssumptionVisit visit,
                           gpointer data);
