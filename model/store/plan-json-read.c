/* Room: store. Knows: plan, json-glib. Must not know: files, screens.
 *
 * A plan from JSON text. Strict: what is not understood is an error that names its place, never
 * passed over. */
#include "model/store/plan-json.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "model/store/json-text.h"
#include "model/store/plan-members.h"

#define MESSAGE_CHARACTERS_MAX 200
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

G_DEFINE_QUARK(aubaine - store - error - quark, store_error)

typedef struct {
  GString *path; /* where the reading is, for errors */
  GError **error;
} Reading;

/* Names and words of the file come back in messages: on one line, and not longer than one. */
static void make_one_line(GString *text) {
  for (char *c = text->str; *c != '\0'; c++) {
    if (g_ascii_iscntrl(*c)) {
      *c = ' ';
    }
  }
  if (g_utf8_strlen(text->str, -1) > MESSAGE_CHARACTERS_MAX) {
    char *end = g_utf8_offset_to_pointer(text->str, MESSAGE_CHARACTERS_MAX);

    g_string_truncate(text, (gsize)(end - text->str));
    g_string_append(text, "…");
  }
}

G_GNUC_PRINTF(2, 3)
static bool fail(const Reading *reading, const char *format, ...) {
  g_autoptr(GString) text = g_string_new(reading->path->str);
  va_list arguments;

  if (text->len > 0) {
    g_string_append(text, ": ");
  }
  va_start(arguments, format);
  g_string_append_vprintf(text, format, arguments);
  va_end(arguments);
  make_one_line(text);
  g_set_error(reading->error, STORE_ERROR, STORE_ERROR_NOT_A_PLAN, "not a plan: %s", text->str);
  return false;
}

/* Adds a member's name to the path; the answer is what path_leave takes. */
static gsize path_enter(Reading *reading, const char *name, gsize length) {
  gsize before = reading->path->len;

  if (before > 0) {
    g_string_append_c(reading->path, '.');
  }
  g_string_append_len(reading->path, name, (gssize)length);
  return before;
}

static gsize path_enter_index(Reading *reading, guint index) {
  gsize before = reading->path->len;

  g_string_append_printf(reading->path, "[%u]", index);
  return before;
}

static void path_leave(Reading *reading, gsize before) {
  g_string_truncate(reading->path, before);
}

static const char *kind_name(JsonNode *node) {
  switch (json_node_get_node_type(node)) {
  case JSON_NODE_OBJECT:
    return "an object";
  case JSON_NODE_ARRAY:
    return "a list";
  case JSON_NODE_NULL:
    return "null";
  case JSON_NODE_VALUE:
    break;
  }
  switch (json_node_get_value_type(node)) {
  case G_TYPE_STRING:
    return "a text";
  case G_TYPE_BOOLEAN:
    return "true or false";
  default:
    return "a number";
  }
}

static bool node_is(JsonNode *node, GType type) {
  return JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == type;
}

/* A whole number, also when written 12.0 or 1e3. */
static bool read_integer(const Reading *reading, JsonNode *node, gint64 *number) {
  if (node_is(node, G_TYPE_INT64)) {
    *number = json_node_get_int(node);
    return true;
  }
  if (!node_is(node, G_TYPE_DOUBLE)) {
    return fail(reading, "a whole number is due, not %s", kind_name(node));
  }
  double value = json_node_get_double(node);

  if (!(fabs(value) <= 9007199254740992.0)) {
    return fail(reading, "the number is too large");
  }
  *number = (gint64)value;
  if (value < (double)*number || value > (double)*number) {
    return fail(reading, "a whole number is due, not %.12g", value);
  }
  return true;
}

static bool read_text(const Reading *reading, JsonNode *node, const char **text) {
  if (!node_is(node, G_TYPE_STRING)) {
    return fail(reading, "a text is due, not %s", kind_name(node));
  }
  *text = json_node_get_string(node);
  return true;
}

static bool read_choice(const Reading *reading, const Field *field, const char *word,
                        gint64 *number) {
  *number = field_choice_find(field, word);
  if (*number >= 0) {
    return true;
  }
  g_autofree char *words = g_strjoinv(", ", (char **)(guintptr)field->choices);

  return fail(reading, "\"%s\" is not one of %s", word, words);
}

static bool read_number(const Reading *reading, const Field *field, JsonNode *node,
                        gint64 *number) {
  const char *text = NULL;
  gint32 date;

  if (field->type == FIELD_BOOL) {
    if (!node_is(node, G_TYPE_BOOLEAN)) {
      return fail(reading, "true or false is due, not %s", kind_name(node));
    }
    *number = json_node_get_boolean(node);
    return true;
  }
  if (field->type == FIELD_CHOICE) {
    return read_text(reading, node, &text) && read_choice(reading, field, text, number);
  }
  if (JSON_NODE_HOLDS_NULL(node)) {
    *number = field_none(field);
    return true;
  }
  if (field->type == FIELD_DATE) {
    if (!read_text(reading, node, &text)) {
      return false;
    }
    if (!date_parse_iso(text, &date)) {
      return fail(reading, "a date such as 2026-02-04 is due, not \"%s\"", text);
    }
    *number = date;
    return true;
  }
  if (!read_integer(reading, node, number)) {
    return false;
  }
  return field_number_fits(field, *number) || fail(reading, "the number is too large");
}

static bool read_value(const Reading *reading, const Field *field, JsonNode *node, void *value) {
  FieldPlace place = {field, value};
  const char *text = NULL;
  gint64 number = 0;

  if (field->type == FIELD_TEXT) {
    if (!read_text(reading, node, &text)) {
      return false;
    }
    if (!field_text_fits(field, text)) {
      return fail(reading, "the text is longer than %d bytes", (int)field->maximum);
    }
    field_put_text(&place, text);
    return true;
  }
  if (!read_number(reading, field, node, &number)) {
    return false;
  }
  field_put(&place, number);
  return true;
}

static bool read_object(Reading *reading, const MemberRange *range, JsonNode *node, char *base);

static bool read_elements(Reading *reading, const Member *member, JsonArray *array, char *base) {
  const FieldList *list = member->list;
  gint32 count = (gint32)json_array_get_length(array);

  for (int i = 0; i < count; i++) {
    JsonNode *node = json_array_get_element(array, (guint)i);
    char *element = base + list->offset + (gsize)i * list->stride;
    gsize before = path_enter_index(reading, (guint)i);

    field_list_reset_element(list, element);
    if (!(member->plain ? read_value(reading, member->field, node, element)
                        : read_object(reading, &member->inside, node, element))) {
      return false;
    }
    path_leave(reading, before);
  }
  if (list->count_offset != SIZE_MAX) {
    memcpy(base + list->count_offset, &count, sizeof count);
  }
  return true;
}

static bool read_list(Reading *reading, const Member *member, JsonNode *node, char *base) {
  if (!JSON_NODE_HOLDS_ARRAY(node)) {
    return fail(reading, "a list is due, not %s", kind_name(node));
  }
  JsonArray *array = json_node_get_array(node);
  guint length = json_array_get_length(array);
  guint capacity = (guint)member->list->capacity;

  if (member->list->count_offset == SIZE_MAX && length != capacity) {
    return fail(reading, "%u values are due, not %u", capacity, length);
  }
  if (length > capacity) {
    return fail(reading, "at most %u are possible, not %u", capacity, length);
  }
  return read_elements(reading, member, array, base);
}

/* "contract: s. 4" → CONTRACT, "s. 4". */
static bool read_provenance_entry(const Reading *reading, const char *path, JsonNode *node,
                                  Plan *plan) {
  const Field *kind = field_find("provenance[].kind");
  const char *text = NULL;
  gint64 number;

  if (!read_text(reading, node, &text)) {
    return false;
  }
  gsize length = strcspn(text, ":");
  g_autofree char *word = g_strndup(text, length);
  const char *source =
      text + length + (text[length] == ':') + (strncmp(text + length, ": ", 2) == 0);

  if (!read_choice(reading, kind, word, &number)) {
    return false;
  }
  return plan_set_provenance(plan, path, (ProvenanceKind)number, source) ||
         fail(reading, "the path or the source is too long, or there are more than %d",
              PROVENANCE_MAX);
}

static bool read_provenance(Reading *reading, JsonNode *node, Plan *plan) {
  JsonObjectIter iter;
  const char *path;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT(node)) {
    return fail(reading, "an object is due, not %s", kind_name(node));
  }
  json_object_iter_init_ordered(&iter, json_node_get_object(node));
  while (json_object_iter_next_ordered(&iter, &path, &value)) {
    gsize before = path_enter(reading, path, strlen(path));

    if (!read_provenance_entry(reading, path, value, plan)) {
      return false;
    }
    path_leave(reading, before);
  }
  return true;
}

static bool read_member(Reading *reading, const Member *member, JsonNode *node, char *base) {
  switch (member->kind) {
  case MEMBER_VALUE:
    return read_value(reading, member->field, node, base + member->field->offset);
  case MEMBER_OBJECT:
    return read_object(reading, &member->inside, node, base);
  case MEMBER_LIST:
    break;
  }
  if (member_is_named(member, "provenance")) {
    return read_provenance(reading, node, (Plan *)(void *)base);
  }
  return read_list(reading, member, node, base);
}

/* What the plan holds already stays where an optional member is absent; inside an absent object
 * too. */
static bool check_absent(Reading *reading, const Member *member) {
  int row = member->inside.begin;
  Member inside;

  if (member->kind == MEMBER_VALUE) {
    return !member->field->required || fail(reading, "it is missing");
  }
  while (member->kind == MEMBER_OBJECT && member_next(&member->inside, &row, &inside)) {
    gsize before = path_enter(reading, inside.name, inside.name_length);

    if (!check_absent(reading, &inside)) {
      return false;
    }
    path_leave(reading, before);
  }
  return true;
}

/* Names the first member that is none of the range's. */
static bool check_unknown(Reading *reading, const MemberRange *range, JsonObject *object) {
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered(&iter, object);
  while (json_object_iter_next_ordered(&iter, &name, NULL)) {
    int row = range->begin;
    bool known =
        range->path_length == 0 && (g_str_equal(name, "format") || g_str_equal(name, "version"));
    Member member;

    while (!known && member_next(range, &row, &member)) {
      known = member_is_named(&member, name);
    }
    if (!known) {
      return fail(reading, "unknown member \"%s\"", name);
    }
  }
  return true;
}

static bool read_object(Reading *reading, const MemberRange *range, JsonNode *node, char *base) {
  int row = range->begin;
  Member member;

  if (!JSON_NODE_HOLDS_OBJECT(node)) {
    return fail(reading, "an object is due, not %s", kind_name(node));
  }
  JsonObject *object = json_node_get_object(node);

  if (!check_unknown(reading, range, object)) {
    return false;
  }
  while (member_next(range, &row, &member)) {
    g_autofree char *name = g_strndup(member.name, member.name_length);
    JsonNode *value = json_object_get_member(object, name);
    gsize before = path_enter(reading, member.name, member.name_length);

    if (!(value ? read_member(reading, &member, value, base) : check_absent(reading, &member))) {
      return false;
    }
    path_leave(reading, before);
  }
  return true;
}

/* "format" and "version" tell a plan from any other JSON. */
static bool check_format(const Reading *reading, JsonNode *root) {
  if (!JSON_NODE_HOLDS_OBJECT(root)) {
    return fail(reading, "an object is due, not %s", kind_name(root));
  }
  JsonObject *object = json_node_get_object(root);
  JsonNode *format = json_object_get_member(object, "format");
  JsonNode *version = json_object_get_member(object, "version");

  if (!format || !node_is(format, G_TYPE_STRING) ||
      !g_str_equal(json_node_get_string(format), PLAN_JSON_FORMAT)) {
    return fail(reading, "the member \"format\" is not \"%s\"", PLAN_JSON_FORMAT);
  }
  if (!version || !node_is(version, G_TYPE_INT64)) {
    return fail(reading, "the member \"version\" is not a whole number");
  }
  if (json_node_get_int(version) != PLAN_JSON_VERSION) {
    return fail(reading, "version %" G_GINT64_FORMAT " is not readable here, only version %d",
                json_node_get_int(version), PLAN_JSON_VERSION);
  }
  return true;
}

bool plan_from_json(const char *text, gssize length, Plan *plan, GError **error) {
  gsize size = length < 0 ? strlen(text) : (gsize)length;
  g_autoptr(GString) path = g_string_new(NULL);
  g_autoptr(JsonParser) parser = json_parser_new_immutable();
  g_autoptr(GError) parse_error = NULL;
  g_autofree Plan *read = g_new(Plan, 1);
  Reading reading = {path, error};
  MemberRange all = plan_members();

  if (!json_text_check(text, size, error)) {
    return false;
  }
  if (g_str_has_prefix(text, BYTE_ORDER_MARK)) {
    text += strlen(BYTE_ORDER_MARK);
    size -= strlen(BYTE_ORDER_MARK);
  }
  if (!json_parser_load_from_data(parser, text, (gssize)size, &parse_error)) {
    g_set_error(error, STORE_ERROR, STORE_ERROR_NOT_JSON, "not JSON: %s", parse_error->message);
    return false;
  }
  plan_init(read);
  JsonNode *root = json_parser_get_root(parser);

  if (!check_format(&reading, root) || !read_object(&reading, &all, root, (char *)read)) {
    return false;
  }
  *plan = *read;
  return true;
}
