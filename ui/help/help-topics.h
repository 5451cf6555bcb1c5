/* Room: help. The topics of help and their texts. Knows: words, charts. Must not know: widgets.
 */
#pragma once

#include "ui/session/session.h"
#include "ui/words/words.h"

typedef struct HelpTopic HelpTopic;

int help_topic_count(void);
const HelpTopic *help_topic(int index);
int help_topic_index(const HelpTopic *topic);
/* "answers", …; "" of the first ones, which are of no page. The first topic of a page is the page.
 */
const char *help_topic_page(const HelpTopic *topic);
/* The heading above the topics of a page: "Answers"; "Aubaine" of the first ones. Borrowed. */
const char *help_topic_heading(Language language, const HelpTopic *topic);
/* Both free with g_free. The text is that of "How is this computed?" of the plan as it is now. */
char *help_topic_title(const HelpTopic *topic, Language language, AubSession *session);
char *help_topic_text(const HelpTopic *topic, Language language, AubSession *session);
