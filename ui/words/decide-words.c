/* Room: words. Knows: decide. Must not know: charts, tables, screens. See decide-words.h.
 *
 * Which of the decisions there are, and the names of what they show. */
#include "ui/words/decide-words.h"

#include "ui/words/decide-parts.h"

#define ERRORS_OF_CLEAR 2

bool mean_is_clear(TrialMean mean) {
  return llabs(mean.mean_milli) > ERRORS_OF_CLEAR * mean.error_milli;
}

const char *condition_too_much(Language language, Condition condition) {
  static const char *const texts[CONDITION_COUNT] = {
      [CONDITION_RESULT] = N_("the deal loses too often"),
      [CONDITION_COST_PER_CLIENT_KEPT] = N_("a client kept costs too much"),
      [CONDITION_WAIT] = N_("deal clients wait too long"),
      [CONDITION_REFUSED] = N_("too many regulars are refused"),
      [CONDITION_WEEKLY_SHARE] = N_("deal clients fill too much of a week"),
      [CONDITION_CASH_FLOOR] = N_("the balance falls too low"),
  };

  return condition < CONDITION_COUNT ? say(language, texts[condition]) : "";
}

const char *alternative_label(Language language, AlternativeKind kind) {
  static const char *const labels[ALTERNATIVE_COUNT] = {
      [ALTERNATIVE_DEAL] = N_("The deal"),
      [ALTERNATIVE_OWN_OFFER] = N_("Your own offer, without a site"),
      [ALTERNATIVE_ADVERTISING] = N_("Your usual advertising"),
      [ALTERNATIVE_WEB] = N_("Your own time on the web"),
  };

  g_return_val_if_fail(kind < ALTERNATIVE_COUNT, "");
  return say(language, labels[kind]);
}

const char *one_more_label(Language language, OneMore which) {
  return which == ONE_MORE_ROOM ? say(language, "One more room") : say(language, "One more person");
}

char *oversell_label(Language language, int index) {
  g_autofree char *times = NULL;

  g_return_val_if_fail(index >= 0 && index < OVERSELL_COUNT, NULL);
  if (OVERSELL_TIMES[index] >= CAP_TIMES_LIKELY) {
    return g_strdup(say(language, "Without any limit"));
  }
  times = say_number(language, OVERSELL_TIMES[index]);
  return g_strdup_printf(say(language, "%s times as many"), times);
}

static DecidePart part_of(DecideTopic topic) {
  static const DecidePart parts[DECIDE_TOPIC_COUNT] = {
      [DECIDE_TOPIC_CAP] = DECIDE_CAP,
      [DECIDE_TOPIC_QUOTA] = DECIDE_QUOTA,
      [DECIDE_TOPIC_TORNADO] = DECIDE_TORNADO,
      [DECIDE_TOPIC_WORTHS] = DECIDE_WORTHS,
      [DECIDE_TOPIC_BREAK_EVEN_RETURN] = DECIDE_BREAK_EVEN,
      [DECIDE_TOPIC_BREAK_EVEN_VOUCHERS] = DECIDE_BREAK_EVEN,
      [DECIDE_TOPIC_BREAK_EVEN_PRICE] = DECIDE_BREAK_EVEN,
      [DECIDE_TOPIC_BREAK_EVEN_COMMISSION] = DECIDE_BREAK_EVEN,
      [DECIDE_TOPIC_BREAK_EVEN_EXTRAS] = DECIDE_BREAK_EVEN,
      [DECIDE_TOPIC_LIFETIME] = DECIDE_ALTERNATIVES,
      [DECIDE_TOPIC_ALTERNATIVES] = DECIDE_ALTERNATIVES,
      [DECIDE_TOPIC_OVERSELL] = DECIDE_OVERSELL,
      [DECIDE_TOPIC_ONE_MORE] = DECIDE_ONE_MORE,
      [DECIDE_TOPIC_LAUNCH] = DECIDE_LAUNCH,
  };

  return parts[topic];
}

bool decide_topic_is_ready(const Study *study, DecideTopic topic) {
  switch ((int)topic) {
  case DECIDE_TOPIC_PLAIN:
    return true;
  case DECIDE_TOPIC_OFFERS:
    return study->offers != NULL;
  default:
    return decisions_has(study->decisions, part_of(topic));
  }
}

static bool any_applies(const WhatIf *worlds, int count) {
  for (int i = 0; i < count; i++) {
    if (worlds[i].applies) {
      return true;
    }
  }
  return false;
}

/* Of what is computed already. */
static bool applies_when_ready(const Decisions *decisions, DecideTopic topic) {
  switch ((int)topic) {
  case DECIDE_TOPIC_QUOTA:
    return decisions->quota.applies;
  case DECIDE_TOPIC_TORNADO:
    return decisions->tornado.bar_count > 0;
  case DECIDE_TOPIC_WORTHS:
    return decisions->worths.worth_count > 0;
  case DECIDE_TOPIC_OVERSELL:
    return any_applies(decisions->oversell, OVERSELL_COUNT);
  case DECIDE_TOPIC_ONE_MORE:
    return any_applies(decisions->one_more, ONE_MORE_COUNT) || decisions->one_more_line.applies;
  case DECIDE_TOPIC_LAUNCH:
    return any_applies(decisions->launch + 1, LAUNCH_MONTHS - 1);
  default:
    return true;
  }
}

bool decide_topic_applies(const Study *study, DecideTopic topic) {
  if (topic == DECIDE_TOPIC_PLAIN) {
    return true;
  }
  if (topic == DECIDE_TOPIC_OFFERS) {
    return !study->offers || study->offers->offer_count > 1;
  }
  if (decide_topic_is_ready(study, topic)) {
    return applies_when_ready(study->decisions, topic);
  }
  switch ((int)topic) {
  case DECIDE_TOPIC_QUOTA:
  case DECIDE_TOPIC_ONE_MORE:
  case DECIDE_TOPIC_LAUNCH:
    return study->results->has_calendar;
  case DECIDE_TOPIC_TORNADO:
    return study->plan->uncertainty_count > 0;
  default:
    return true;
  }
}

char *decide_finding(Language language, const Study *study, DecideTopic topic) {
  g_return_val_if_fail(decide_topic_is_ready(study, topic), NULL);
  if (topic == DECIDE_TOPIC_PLAIN) {
    return finding_plain(language, study);
  }
  return topic < DECIDE_TOPIC_LIFETIME ? finding_of_contract(language, study, topic)
                                       : finding_of_world(language, study, topic);
}

char *decide_explain(Language language, const Study *study, DecideTopic topic) {
  g_return_val_if_fail(decide_topic_is_ready(study, topic), NULL);
  if (topic == DECIDE_TOPIC_PLAIN) {
    return explain_plain(language, study);
  }
  return topic < DECIDE_TOPIC_LIFETIME ? explain_of_contract(language, study, topic)
                                       : explain_of_world(language, study, topic);
}
