/* Room: screen. A field's value as the text of an entry, and back. No widget. */
#pragma once

#include "model/plan/fields.h"
#include "ui/words/words.h"

/* The text of a value of a unit; "" for none. Free with g_free. */
char *field_text_format(Language language, Unit unit, gint64 value);

/* Reads what was typed. *ambiguous: one separator and three digits, taken as thousands. */
NumberProblem field_text_parse(Unit unit, const char *text, gint64 *value, gboolean *ambiguous);
