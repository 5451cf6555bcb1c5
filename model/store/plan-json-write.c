/* Room: store. Knows: plan. Must not know: files.
 *
 * A plan as JSON text, every field of it, in the order of the field table. Lists of plain values
 * stand on one line. */
#include "model/store/plan-json.h"

#include <string.h>

#include "model/store/plan-members.h"

static void write_line(GString *text, int depth) {
  g_string_append_c(text, '\n');
  for (int i = 0; i < depth; i++) {
    g_string_append(text, "  ");
  }
}

static void write_string(GString *text, const char *string) {
  g_string_append_c(text, '"');
  for (const char *c = string; *c != '\0'; c++) {
    if (*c == '"' || *c == '\\') {
      g_string_append_c(text, '\\');
      g_string_append_c(text, *c);
    } else if ((unsigned char)*c < 0x20) {
      g_string_append_printf(text, "\\u%04x", (unsigned)*c);
    } else {
      g_string_append_c(text, *c);
    }
  }
  g_string_append_c(text, '"');
}

static void write_value(GString *text, const Field *field, const void *value) {
  FieldPlace place = {field, (void *)(guintptr)value};

  if (field->type == FIELD_TEXT) {
    write_string(text, value);
    return;
  }
  gint64 number = field_get(&place);

  if (field->type == FIELD_BOOL) {
    g_string_append(text, number ? "true" : "false");
  } else if (field->type == FIELD_CHOICE) {
    g_assert(number >= 0 && number <= field->maximum);
    write_string(text, field->choices[number]);
  } else if (number == field_none(field)) {
    g_string_append(text, "null");
  } else if (field->type == FIELD_DATE) {
    char date[DATE_TEXT_SIZE];

    date_format_iso((gint32)number, date);
    write_string(text, date);
  } else {
    g_string_append_printf(text, "%" G_GINT64_FORMAT, number);
  }
}

static void write_object(GString *text, const MemberRange *range, const char *base, int depth);

/* "path": "kind: source"; of entries with one path the first counts, here as in plan_provenance. */
static void write_provenance(GString *text, const Plan *plan, int depth) {
  const Field *kind = field_find("provenance[].kind");
  bool first = true;

  g_string_append_c(text, '{');
  for (int i = 0; i < plan->provenance_count && i < PROVENANCE_MAX; i++) {
    const Provenance *entry = &plan->provenance[i];
    bool told = false;

    for (int k = 0; k < i && !told; k++) {
      told = strcmp(plan->provenance[k].path, entry->path) == 0;
    }
    if (told) {
      continue;
    }
    g_autofree char *word =
        entry->source[0] == '\0'
            ? g_strdup(kind->choices[entry->kind])
            : g_strdup_printf("%s: %s", kind->choices[entry->kind], entry->source);

    g_string_append(text, first ? "" : ",");
    write_line(text, depth + 1);
    write_string(text, entry->path);
    g_string_append(text, ": ");
    write_string(text, word);
    first = false;
  }
  if (!first) {
    write_line(text, depth);
  }
  g_string_append_c(text, '}');
}

static void write_list(GString *text, const Member *member, const char *base, int depth) {
  const FieldList *list = member->list;
  gint32 count = list->capacity;

  if (list->count_offset != SIZE_MAX) {
    memcpy(&count, base + list->count_offset, sizeof count);
  }
  count = CLAMP(count, 0, list->capacity);
  g_string_append_c(text, '[');
  for (int i = 0; i < count; i++) {
    const char *element = base + list->offset + (gsize)i * list->stride;

    if (member->plain) {
      g_string_append(text, i > 0 ? ", " : "");
      write_value(text, member->field, element);
    } else {
      g_string_append(text, i > 0 ? "," : "");
      write_line(text, depth + 1);
      write_object(text, &member->inside, element, depth + 1);
    }
  }
  if (count > 0 && !member->plain) {
    write_line(text, depth);
  }
  g_string_append_c(text, ']');
}

static void write_members(GString *text, const MemberRange *range, const char *base, int depth,
                          bool first) {
  int row = range->begin;
  Member member;

  while (member_next(range, &row, &member)) {
    g_string_append(text, first ? "" : ",");
    first = false;
    write_line(text, depth);
    g_string_append_printf(text, "\"%.*s\": ", (int)member.name_length, member.name);
    if (member.kind == MEMBER_VALUE) {
      write_value(text, member.field, base + member.field->offset);
    } else if (member.kind == MEMBER_OBJECT) {
      write_object(text, &member.inside, base, depth);
    } else if (member_is_named(&member, "provenance")) {
      write_provenance(text, (const Plan *)(const void *)base, depth);
    } else {
      write_list(text, &member, base, depth);
    }
  }
}

static void write_object(GString *text, const MemberRange *range, const char *base, int depth) {
  g_string_append_c(text, '{');
  write_members(text, range, base, depth + 1, true);
  write_line(text, depth);
  g_string_append_c(text, '}');
}

char *plan_to_json(const Plan *plan) {
  GString *text = g_string_sized_new(16384);
  MemberRange all = plan_members();

  g_string_append_printf(text, "{\n  \"format\": \"%s\",\n  \"version\": %d", PLAN_JSON_FORMAT,
                         PLAN_JSON_VERSION);
  write_members(text, &all, (const char *)plan, 1, false);
  g_string_append(text, "\n}\n");
  return g_string_free(text, FALSE);
}
