/* Room: words; for this room only. One finding and one explanation a topic of the books; each new,
 * free with g_free. The topic applies. */
#pragma once

#include "ui/words/books-figures.h"
#include "ui/words/phrase.h"

char *books_find_not_yours(Language language, const Books *books);
char *books_find_treatments(Language language, const Books *books);
char *books_find_remittances(Language language, const Books *books);
char *books_find_quick_method(Language language, const Books *books);
char *books_find_registration(Language language, const Books *books);
char *books_find_deferred(Language language, const Books *books);
char *books_find_reserve(Language language, const Books *books);
char *books_find_income(Language language, const Books *books);
char *books_find_cut_offs(Language language, const Books *books);
char *books_find_trial_balance(Language language, const Books *books);
char *books_find_model(Language language, const Books *books);
char *books_find_signing(Language language, const Books *books);
char *books_find_accounts(Language language, const Books *books);

char *books_explain_not_yours(Language language, const Books *books);
char *books_explain_treatments(Language language, const Books *books);
char *books_explain_remittances(Language language, const Books *books);
char *books_explain_quick_method(Language language, const Books *books);
char *books_explain_registration(Language language, const Books *books);
char *books_explain_deferred(Language language, const Books *books);
char *books_explain_reserve(Language language, const Books *books);
char *books_explain_income(Language language, const Books *books);
char *books_explain_cut_offs(Language language, const Books *books);
char *books_explain_trial_balance(Language language, const Books *books);
char *books_explain_model(Language language, const Books *books);
char *books_explain_signing(Language language, const Books *books);
char *books_explain_accounts(Language language, const Books *books);
