/* Room: store. Knows: plan, json-glib, GLib. The plan as JSON text and back (example.json shows the
 * names). Readers change nothing on failure. */
#pragma once

#include <glib.h>

#include "model/plan/plan.h"

typedef enum {
  STORE_ERROR_NOT_JSON,   /* unreadable JSON */
  STORE_ERROR_NOT_A_PLAN, /* JSON, but no plan of ours, or a member of the wrong kind */
  STORE_ERROR_NOT_OURS,   /* a file, but no workspace of ours */
  STORE_ERROR_DAMAGED,
  STORE_ERROR_NEWER,
  STORE_ERROR_NO_SUCH_PLAN,
  STORE_ERROR_SYSTEM,
} StoreError;
#define PLAN_JSON_FORMAT "aubaine-plan" /* its member "format" */
#define PLAN_JSON_VERSION 1             /* its member "version" */

#define STORE_ERROR (store_error_quark())
GQuark store_error_quark(void);

/* Parses text (length bytes, or −1 for NUL-terminated). Unknown members are refused by name, so
 * that a typing mistake is not lost; absent optional ones take their default. Values outside their
 * bounds are read as they are (plan_check tells) unless they do not fit the type at all. */
bool plan_from_json(const char *text, gssize length, Plan *plan, GError **error);

/* The whole plan, two-space indented, stable order, ends in a newline. Free with g_free. Choices
 * are among their words and dates in the calendar (1900..2200) or none: else it is our mistake. */
char *plan_to_json(const Plan *plan);

/* The plan shipped with the program. */
void plan_example(Plan *plan);
