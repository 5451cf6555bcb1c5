/* Room: store, inside. What the JSON library lets pass and a plan must not: comments, members told
 * twice, numbers that do not fit 64 bits (it wraps them), NUL inside a text (it cuts there),
 * nesting without end (it recurses). */
#pragma once

#include <glib.h>
#include <stdbool.h>

#define JSON_DEPTH_MAX 16

/* Whether the text is one JSON value by RFC 8259, UTF-8, nested at most JSON_DEPTH_MAX deep. A byte
 * order mark before it is passed over. False with STORE_ERROR_NOT_JSON, its line and column, or
 * with STORE_ERROR_NOT_A_PLAN for what is JSON but cannot be kept. */
bool json_text_check(const char *text, gsize length, GError **error);
