/* Room: help. Help as data. Knows: which text explains what. Must not know: widgets, or how
 * anything is computed. */
#include "ui/help/help-topics.h"

#include "ui/chart/chart.h"
#include "ui/words/decide-words.h"
#include "ui/words/help-words.h"
#include "ui/words/load-words.h"
#include "ui/words/risk-words.h"

typedef char *(*TopicText)(Language language, AubSession *session, int what);

struct HelpTopic {
  const char *page;
  const char *title; /* N_(); NULL: the label of a figure, or the name of the page */
  TopicText text;    /* NULL: what the page answers */
  int what;          /* as text wants it */
};

static char *start_text(Language language, AubSession *session, int what) {
  return help_three_minutes(language);
}

static char *not_modelled(Language language, AubSession *session, int what) {
  return help_not_modelled(language, aub_session_get_study(session).risk != NULL);
}

static char *figure_text(Language language, AubSession *session, int what) {
  Study study = aub_session_get_study(session);
  return explain_figure(language, &study, what);
}

static char *chart_text(Language language, AubSession *session, int what) {
  Study study = aub_session_get_study(session);
  ChartKind kind = (ChartKind)what;
  return chart_is_words(kind, &study) ? chart_finding(kind, language, &study)
                                      : chart_explain(kind, language, &study);
}

static char *refused_text(Language language, AubSession *session, int what) {
  Study study = aub_session_get_study(session);
  return study.results->has_calendar ? load_explain_refused(language, &study)
                                     : chart_finding(CHART_HEAT, language, &study);
}

static char *risk_text(Language language, AubSession *session, int what) {
  Study study = aub_session_get_study(session);
  return study.risk ? explain_risk(language, &study) : chart_finding(CHART_FAN, language, &study);
}

static char *nothing_text(Language language) {
  return g_strdup(say(language, "This plan has nothing of the kind."));
}

static char *decided_text(Language language, AubSession *session, int what) {
  Study study = aub_session_get_study(session);
  DecideTopic topic = (DecideTopic)what;
  if (!decide_topic_applies(&study, topic))
    return nothing_text(language);
  if (!decide_topic_is_ready(&study, topic))
    return g_strdup(say(language, "This is being computed."));
  return decide_explain(language, &study, topic);
}

static char *offers_text(Language language, AubSession *session, int what) {
  Study study = aub_session_get_study(session);
  return study.offers ? chart_text(language, session, what)
                      : g_strdup(say(language, "Choose up to three other deals on the Offers page: "
                                               "they are held against this one in the same "
                                               "simulated years."));
}

static char *quota_text(Language language, AubSession *session, int what) {
  g_autofree char *text = decided_text(language, session, DECIDE_TOPIC_QUOTA);
  return g_strconcat(text, "\n", help_quota_rule(language), NULL);
}

static char *books_text(Language language, AubSession *session, int what) {
  const Books *books = aub_session_get_books(session);
  BooksTopic topic = (BooksTopic)what;
  return books_topic_applies(books, topic) ? books_explain(language, books, topic)
                                           : nothing_text(language);
}

static const HelpTopic topics[] = {
    {"", N_("In three minutes"), start_text},
    {"", N_("What is not modelled"), not_modelled},
    {"answers"},
    {"answers", NULL, figure_text, 0},
    {"answers", NULL, figure_text, 1},
    {"answers", NULL, figure_text, 2},
    {"answers", NULL, figure_text, 3},
    {"answers", NULL, figure_text, 4},
    {"voucher"},
    {"voucher", N_("From the list price to what you keep"), chart_text, CHART_WATERFALL},
    {"bookings"},
    {"bookings", N_("The hours booked each week"), chart_text, CHART_BOOKINGS},
    {"bookings", N_("How full each day is"), chart_text, CHART_HEAT},
    {"bookings", N_("One day by room"), chart_text, CHART_DAY},
    {"bookings", N_("The week by the hour"), chart_text, CHART_HOURS},
    {"bookings", N_("Who is refused"), refused_text},
    {"bookings", N_("How long buyers wait"), chart_text, CHART_WAITS},
    {"bookings", N_("Rooms and people"), chart_text, CHART_USE},
    {"bookings", N_("When the vouchers come"), chart_text, CHART_CURVE},
    {"bookings", N_("The phone"), chart_text, CHART_PHONES},
    {"cash"},
    {"cash", N_("The bank, day by day"), chart_text, CHART_CASH},
    {"cash", N_("Plain arithmetic"), decided_text, DECIDE_TOPIC_PLAIN},
    {"risk"},
    {"risk", N_("The simulated years"), risk_text},
    {"risk", N_("What matters most"), chart_text, CHART_TORNADO},
    {"risk", N_("How many must come back"), chart_text, CHART_BREAK_EVEN_RETURN},
    {"offers"},
    {"offers", N_("What each term is worth"), chart_text, CHART_WORTHS},
    {"offers", N_("How many vouchers to sell"), chart_text, CHART_CAP},
    {"offers", N_("How many deal visits a day"), quota_text},
    {"offers", N_("If the site sells too many"), decided_text, DECIDE_TOPIC_OVERSELL},
    {"offers", N_("Deals side by side"), offers_text, CHART_OFFERS},
    {"offers", N_("In which month"), chart_text, CHART_LAUNCH},
    {"offers", N_("One room or person more"), decided_text, DECIDE_TOPIC_ONE_MORE},
    {"offers", N_("Other ways to the same clients"), chart_text, CHART_ALTERNATIVES},
    {"offers", N_("What a client kept is worth"), decided_text, DECIDE_TOPIC_LIFETIME},
    {"books"},
    {"books", N_("Before you sign"), books_text, BOOKS_SIGNING},
    {"books", N_("Money that is not yours"), books_text, BOOKS_NOT_YOURS},
    {"books", N_("At the end of your fiscal year"), books_text, BOOKS_CUT_OFFS},
    {"books", N_("Taxes extra or included"), books_text, BOOKS_TREATMENTS},
    {"books", N_("The Quick Method"), books_text, BOOKS_QUICK_METHOD},
    {"books", N_("Small suppliers"), books_text, BOOKS_REGISTRATION},
    {"books", N_("When taxes are due"), books_text, BOOKS_REMITTANCES},
    {"books", N_("What the deal earns"), books_text, BOOKS_INCOME},
    {"books", N_("Deferred revenue, month by month"), books_text, BOOKS_DEFERRED},
    {"books", N_("Taxes to set aside"), books_text, BOOKS_RESERVE},
    {"books", N_("Trial balance"), books_text, BOOKS_TRIAL_BALANCE},
    {"books", N_("Model entries"), books_text, BOOKS_MODEL},
    {"books", N_("Account numbers"), books_text, BOOKS_ACCOUNTS},
};

int help_topic_count(void) {
  return G_N_ELEMENTS(topics);
}

const HelpTopic *help_topic(int index) {
  g_return_val_if_fail(index >= 0 && index < help_topic_count(), NULL);
  return &topics[index];
}

int help_topic_index(const HelpTopic *topic) {
  return (int)(topic - topics);
}

const char *help_topic_page(const HelpTopic *topic) {
  return topic->page;
}

const char *help_topic_heading(Language language, const HelpTopic *topic) {
  static const struct {
    const char *page, *heading;
  } headings[] = {
      {"answers", N_("Answers")}, {"voucher", N_("Voucher")}, {"bookings", N_("Bookings")},
      {"cash", N_("Cash")},       {"risk", N_("Risk")},       {"offers", N_("Offers")},
      {"books", N_("Books")},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(headings); i++)
    if (g_str_equal(headings[i].page, topic->page))
      return say(language, headings[i].heading);
  return "Aubaine";
}

char *help_topic_title(const HelpTopic *topic, Language language, AubSession *session) {
  if (topic->title)
    return g_strdup(say(language, topic->title));
  if (!topic->text)
    return g_strdup(say(language, "What this page answers"));
  Study study = aub_session_get_study(session);
  Figure figure;
  figure_fill(language, &study, topic->what, &figure);
  char *title = g_strdup(figure.label);
  figure_clear(&figure);
  return title;
}

char *help_topic_text(const HelpTopic *topic, Language language, AubSession *session) {
  return topic->text ? topic->text(language, session, topic->what)
                     : g_strdup(help_page(language, topic->page));
}
