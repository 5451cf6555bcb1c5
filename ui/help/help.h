/* Room: help. Help: the same texts as "How is this computed?", grouped by page, to be searched.
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/session/session.h"
#include "ui/words/words.h"

/* Opens the one help window of parent, or brings it to the front. page: the page whose topic is
 * shown ("answers"); NULL: to search, in the inputs too. */
void help_show(GtkWindow *parent, AubSession *session, Language language, const char *page);
