/* Room: store, inside. The field table seen as JSON: the members of an object, in order. */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "model/plan/fields.h"

/* Some rows of the table whose paths begin alike, and what lies under them in the plan. */
typedef struct {
  int begin, end;    /* rows */
  gsize path_length; /* of the common beginning, with its last dot */
} MemberRange;

typedef enum { MEMBER_VALUE, MEMBER_OBJECT, MEMBER_LIST } MemberKind;

typedef struct {
  MemberKind kind;
  const char *name; /* not terminated */
  gsize name_length;
  const Field *field;    /* MEMBER_VALUE */
  const FieldList *list; /* MEMBER_LIST */
  bool plain;            /* MEMBER_LIST: of plain values, not of objects */
  MemberRange inside;    /* the members of the object, or of one element */
} Member;

/* All members of a plan. */
MemberRange plan_members(void);
/* The member that begins at *row, which moves to the next one. False at the end. */
bool member_next(const MemberRange *range, int *row, Member *member);
bool member_is_named(const Member *member, const char *name);
