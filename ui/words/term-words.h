/* Room: words. What can be written into a contract, as the owner says it, and as the rider she
 * sends. Knows: decide. Must not know: screens, how terms are found. All texts are new, g_free. */
#pragma once

#include "model/decide/decisions.h"
#include "ui/words/words.h"

/* "500 vouchers at most"; "at most 5 deal visits a day, 4 on a Friday, none on a Saturday"; "a
 * commission of 45%". */
char *term_text(Language language, const Plan *plan, const Term *term);
/* The same as something to do, in the second person: "Ask for 500 vouchers at most." */
char *term_ask_text(Language language, const Plan *plan, const Term *term);
/* The terms that the verdict stands on: ask[0] where the contract as it stands is a no and with
 * them it is not. NULL: nothing is to be asked, nothing tried turns it, or it is not known yet. */
const Ask *terms_asked(const Study *study);
/* Several, joined: "500 vouchers at most; no deal visit on a Friday". With the cap under them when
 * has_cap. */
char *terms_text(Language language, const Plan *plan, const Asks *asks, const Ask *ask);
/* The vouchers to write into the contract with an ask, down to 10: its own number, or the cap under
 * ask[0] where that is fewer. 0: it says none, or the contract says as much already. */
bool terms_have_cap(const Asks *asks); /* a number under ask[0] that something limits */
int32_t terms_cap(const Plan *plan, const Asks *asks, const Ask *ask);

/* The contract rider: a letter's title, what is asked clause by clause with its number and reason,
 * how it is checked, who signs. Plain text, paragraphs parted by an empty line, ready to paste.
 * NULL without terms_asked. */
char *rider_text(Language language, const Study *study);
/* What goes with it and is hers alone: what she answers when the site's representative says no, and
 * what a refusal costs. NULL with the rider. */
char *rider_reply_text(Language language, const Study *study);
/* What the contract of the plan says already of the kind of what is asked: "Already in your
 * contract: 600 vouchers at most."; of what is not noted as from the contract, that it is to be
 * checked. NULL: nothing. */
char *terms_already_text(Language language, const Plan *plan);
/* The same as a list without its beginning and its stop, the kinds of `but` (bit per TermKind) left
 * out. NULL: nothing. */
char *terms_already_list(Language language, const Plan *plan, unsigned but);
