/* Room: decide. The whole verdict (domain §12.10) of what is known so far. Knows: the asks. Must
 * not know: words, how anything was found. */
#include "model/decide/decisions.h"

/* As many years as the asks were looked at in; fewer leave the word to them. */
static bool is_surer(const Standing *standing) {
  return standing != NULL && standing->years >= TRIAL_YEARS_SURE;
}

bool decisions_has(const Decisions *decisions, DecidePart part) {
  return decisions != NULL && (decisions->done >> part & 1) != 0;
}

void verdict_of_decisions(const Decisions *decisions, const Standing *standing, WholeVerdict *out) {
  const Asks *asks = decisions_has(decisions, DECIDE_ASKS) ? &decisions->asks : NULL;
  if (asks != NULL && !is_surer(standing))
    standing = &asks->standing;
  out->standing = standing;
  out->form = standing->form;
  out->if_contract = false;
  out->is_final = standing->all_hold ? is_surer(standing) : asks != NULL;
  if (standing->all_hold || asks == NULL || asks->ask_count == 0)
    return;
  out->standing = &asks->ask[0].standing;
  out->form = asks->ask[0].standing.form;
  out->if_contract = true;
}
