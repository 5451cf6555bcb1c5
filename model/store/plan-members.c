/* Room: store. Knows: the field table. Must not know: JSON text. */
#include "model/store/plan-members.h"

#include <string.h>

MemberRange plan_members(void) {
  return (MemberRange){.begin = 0, .end = field_count(), .path_length = 0};
}

/* The list around the field whose path has this length. */
static const FieldList *list_with_path_length(const Field *field, gsize length) {
  const FieldList *list = field->list;

  while (strlen(list->path) != length) {
    list = list->list;
  }
  return list;
}

bool member_next(const MemberRange *range, int *row, Member *member) {
  if (*row >= range->end) {
    return false;
  }
  const Field *field = field_at(*row);
  const char *name = field->path + range->path_length;
  gsize length = strcspn(name, ".[");
  gsize path_length = range->path_length + length;

  *member = (Member){.name = name, .name_length = length};
  if (name[length] == '\0') {
    member->kind = MEMBER_VALUE;
    member->field = field;
    (*row)++;
    return true;
  }
  member->kind = name[length] == '.' ? MEMBER_OBJECT : MEMBER_LIST;
  path_length += member->kind == MEMBER_OBJECT ? 1 : 2;
  if (member->kind == MEMBER_LIST) {
    member->list = list_with_path_length(field, path_length - 2);
    member->plain = field->path[path_length] == '\0';
    path_length += member->plain ? 0 : 1;
  }
  int end = *row + 1;

  while (end < range->end && strncmp(field_at(end)->path, field->path, path_length) == 0) {
    end++;
  }
  member->field = field;
  member->inside = (MemberRange){.begin = *row, .end = end, .path_length = path_length};
  *row = end;
  return true;
}

bool member_is_named(const Member *member, const char *name) {
  return strncmp(member->name, name, member->name_length) == 0 && name[member->name_length] == '\0';
}
