/* Room: words. What help says beside "How is this computed?": where to begin, what each page
 * answers, what is not modelled. */
#pragma once

#include "ui/words/words.h"

/* What Aubaine answers, the forms of the verdict, where to begin. Free with g_free. */
char *help_three_minutes(Language language);
/* What a page answers: "answers", "voucher", "bookings", "cash", "risk", "offers", "books".
 * Borrowed; NULL: there is no such page. */
const char *help_page(Language language, const char *page);
/* The reasons of a number of deal visits a day, by its name. Borrowed. */
const char *help_quota_rule(Language language);
/* What is left out, one text after the other from index 0; NULL after the last. Borrowed. Other
 * texts when years are simulated. */
const char *not_modelled_text(Language language, bool simulated, int index);
/* All of them, one a line. Free with g_free. */
char *help_not_modelled(Language language, bool simulated);
