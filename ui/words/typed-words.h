/* Room: words. A field's value as the text of an entry, and back. No widget. */
#pragma once

#include "model/plan/fields.h"
#include "ui/words/words.h"

/* The text of a value of a unit; "" for none. Free with g_free. */
char *field_text_format(Language language, Unit unit, gint64 value);

/* Reads what was typed. *ambiguous: one separator and three digits, taken as thousands. */
NumberProblem field_text_parse(Unit unit, const char *text, gint64 *value, gboolean *ambiguous);

/* How what was typed is read, "= $1,234.00", where it could be meant otherwise (quality §2): a
 * separator before three digits; a count with any; a date or an hour in another form than ours.
 * NULL where it is plain, or no value. Free with g_free. */
char *field_text_reading(Language language, Unit unit, const char *typed);

/* What the decimal key of the keypad types, whatever the keyboard says: the language's decimal; the
 * colon of an hour, the dash of a date. NULL: what the keyboard says. */
const char *field_text_keypad(Language language, Unit unit);

/* What the window's field of a path is called, and what is wrong with what was typed there. The
 * price of the deal is typed as a discount: who typed 475 % went too high, not too low. The text:
 * free with g_free. */
const char *typed_label(Language language, const char *path);
char *typed_problem_text(Language language, const Problem *problem);

/* What one press of an arrow key adds where no slider says so: a dollar, a point, a quarter of an
 * hour. */
gint64 field_step(Unit unit);
/* value + by, as far as the field goes. */
gint64 field_stepped(const Field *field, gint64 value, gint64 by);
