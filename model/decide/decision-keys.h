/* Room: decide. Knows: the Decisions struct. Must not know: JSON, screens.
 *
 * One table of every number of the decisions: `keys` and their JSON read it. Of a struct that
 * stands there once or in a fixed place each member is a key ("decisions.cap.vouchers_count"); the
 * members of lists (days of the week, tests, bars, terms, asks, facts, months, points) have no
 * keys, and are told by the same members. The names are stable. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/decide/decisions.h"

#define DECISION_KEY_PATH_SIZE 96
#define DECISION_KEY_MEANING_SIZE 192

typedef enum {
  DECISION_BOOL,
  DECISION_INT32,
  DECISION_INT64,
  DECISION_DATE,
  DECISION_NAME /* an enum, through name_of */
} DecisionType;

/* A number somewhere in a struct. */
typedef struct {
  const char *name; /* dotted, with its unit: "result_cents.mean_milli" */
  DecisionType type;
  const char *unit;
  size_t offset;
  size_t valid_offset; /* of the bool without which there is no number; SIZE_MAX: always one */
  const char *(*name_of)(int value); /* NULL: the value has no name, there is none */
  const char *meaning;               /* one English line */
} DecisionMember;

typedef struct {
  const DecisionMember *member;
  int count;
} DecisionMembers;

extern const DecisionMembers DECISION_STANDING, DECISION_WHAT_IF, DECISION_QUOTA_DAY,
    DECISION_CAP_TEST, DECISION_TORNADO_BAR, DECISION_TERM_WORTH, DECISION_BREAK_EVEN_POINT;

/* The number of a member; false when there is none. */
bool decision_member_get(const DecisionMember *member, const void *owner, int64_t *number);

typedef struct {
  char path[DECISION_KEY_PATH_SIZE]; /* "decisions.cap.vouchers_count" */
  char meaning[DECISION_KEY_MEANING_SIZE];
  const DecisionMember *member; /* type, unit and name of the value */
} DecisionKey;

int decision_key_count(void);
void decision_key_fill(int index, DecisionKey *key);
/* False: not decided, or there is none. */
bool decision_get(const Decisions *decisions, int index, int64_t *number);

const char *decision_break_even_name(BreakEvenOf of); /* "return" */
