/* Room: words. What is said of the rush of calls (domain §9). A model: its figures are "about", to
 * two significant digits; people and first calls are counts. All answers are new: g_free. */
#pragma once

#include "model/results/study.h"
#include "ui/words/words.h"

/* "On the first day 222 people call and about 1 call in 4 is lost: it takes 4 people, you have 2";
 * of the day on which most people are missing. Says so where nobody phones. */
char *phone_find(Language language, const Study *study);
/* "How is this computed?": its numbers, the method, how far it may be trusted. */
char *phone_explain(Language language, const Study *study);
/* "With the people you have, about 84 calls go to voice mail in the first 10 days." */
char *phone_voice_mails(Language language, const Study *study);
/* "36 h hired for $648.00; 84 h are needed beyond your own people, about $1,500." */
char *phone_hired(Language language, const Study *study);

/* "9:00 to 10:00" */
char *phone_hour_text(Language language, const PhoneHour *hour);
/* "4 people", "1 person", "more than 200 people" */
char *phone_people_text(Language language, int32_t people_needed);
/* "4", "more than 200", to stand where it is clear that they are people. */
char *phone_needed_text(Language language, int32_t people_needed);
