/* Room: store. Knows: the tables of inputs and outputs. Must not know: any plan.
 *
 * Every name a plan or its results may be asked for. */
#include "model/decide/decision-keys.h"
#include "model/plan/fields.h"
#include "model/risk/risk-keys.h"
#include "model/store/results-json.h"

static void append_input(GString *text, const Field *field) {
  g_string_append_printf(text, "%s\t%s\t%s", field->path, unit_name(field->unit), field->meaning);
  if (field->choices) {
    g_autofree char *words = g_strjoinv(", ", (char **)(guintptr)field->choices);

    g_string_append_printf(text, " (%s)", words);
  }
  g_string_append_c(text, '\n');
}

char *keys_to_text(void) {
  GString *text = g_string_new(NULL);

  for (int i = 0; i < field_count(); i++) {
    append_input(text, field_at(i));
  }
  for (int i = 0; i < result_key_count(); i++) {
    const ResultKey *key = result_key_at(i);

    g_string_append_printf(text, "%s\t%s\t%s\n", key->path, key->unit, key->meaning);
  }
  for (int i = 0; i < risk_key_count(); i++) {
    RiskKey key;
    risk_key_fill(i, &key);
    g_string_append_printf(text, "%s\t%s\t%s\n", key.path, key.unit, key.meaning);
  }
  for (int i = 0; i < decision_key_count(); i++) {
    DecisionKey key;
    decision_key_fill(i, &key);
    g_string_append_printf(text, "%s\t%s\t%s\n", key.path, key.member->unit, key.meaning);
  }
  return g_string_free(text, FALSE);
}
