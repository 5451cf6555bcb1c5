/* Room: words. Knows: which question is answered where, and what each rests on. Must not know: any
 * answer. See answers-words.h. */
#include "ui/words/answers-words.h"

#include "ui/words/answers-parts.h"
#include "ui/words/verdict-parts.h"

typedef enum { OF_CONTRACT, OF_PLAN_YEAR, OF_SIMULATED, OF_LUCK, OF_MARGINS, OF_PHONES } Basis;

/* What is waited for. */
typedef enum { AT_ONCE, AFTER_RISK, AFTER_PART } Wait;

typedef struct {
  const char *text;
  char *(*answer)(Language language, const Study *study);
  AnswerPage page;
  Basis basis;
  Wait wait;
  DecidePart part; /* AFTER_PART */
} Question;

static const Question questions[QUESTION_COUNT] = {
    {N_("What do I keep from one voucher?"), answer_kept, ANSWER_PAGE_VOUCHER, OF_CONTRACT, AT_ONCE,
     DECIDE_PART_COUNT},
    {N_("What does one visit really cost me?"), answer_visit_cost, ANSWER_PAGE_VOUCHER, OF_CONTRACT,
     AT_ONCE, DECIDE_PART_COUNT},
    {N_("Do I lose or gain on each used voucher, each unused one, each regular who uses one?"),
     answer_each_kind, ANSWER_PAGE_VOUCHER, OF_CONTRACT, AT_ONCE, DECIDE_PART_COUNT},
    {N_("How many will be used, and when?"), answer_used, ANSWER_PAGE_BOOKINGS, OF_SIMULATED,
     AFTER_RISK, DECIDE_PART_COUNT},
    {N_("How many may I sell at most, and how sure is that?"), answer_cap, ANSWER_PAGE_OFFERS,
     OF_SIMULATED, AFTER_PART, DECIDE_CAP},
    {N_("What if the site sells three times as many?"), answer_oversell, ANSWER_PAGE_OFFERS,
     OF_SIMULATED, AFTER_PART, DECIDE_OVERSELL},
    {N_("How many deal clients on a Friday, on a Tuesday?"), answer_quota, ANSWER_PAGE_OFFERS,
     OF_MARGINS, AFTER_PART, DECIDE_QUOTA},
    {N_("How long until the last buyer gets a place?"), answer_wait, ANSWER_PAGE_BOOKINGS,
     OF_SIMULATED, AFTER_RISK, DECIDE_PART_COUNT},
    {N_("How many regulars will I turn away, and what are they worth?"), answer_refused,
     ANSWER_PAGE_BOOKINGS, OF_SIMULATED, AFTER_RISK, DECIDE_PART_COUNT},
    {N_("Whom do I need on the phone, on which days and at what hours?"), answer_phone,
     ANSWER_PAGE_BOOKINGS, OF_PHONES, AT_ONCE, DECIDE_PART_COUNT},
    {N_("Are there enough rooms and people, and how are the people paid?"), answer_rooms,
     ANSWER_PAGE_BOOKINGS, OF_PLAN_YEAR, AT_ONCE, DECIDE_PART_COUNT},
    {N_("When does the site pay, and how much on each date?"), answer_payouts, ANSWER_PAGE_CASH,
     OF_PLAN_YEAR, AT_ONCE, DECIDE_PART_COUNT},
    {N_("How low does my bank balance fall, and on which day?"), answer_lowest, ANSWER_PAGE_CASH,
     OF_SIMULATED, AFTER_RISK, DECIDE_PART_COUNT},
    {N_("How much of the money is not mine yet?"), answer_not_yours, ANSWER_PAGE_CASH, OF_PLAN_YEAR,
     AT_ONCE, DECIDE_PART_COUNT},
    {N_("What happens in months 9 to 15, when the wave is gone?"), answer_months_after,
     ANSWER_PAGE_CASH, OF_PLAN_YEAR, AT_ONCE, DECIDE_PART_COUNT},
    {N_("How many must come back at full price to break even, and what did others see?"),
     answer_break_even, ANSWER_PAGE_RISK, OF_LUCK, AFTER_PART, DECIDE_BREAK_EVEN},
    {N_("What does a client kept cost, against my usual advertising?"), answer_cost_per_client,
     ANSWER_PAGE_OFFERS, OF_SIMULATED, AFTER_RISK, DECIDE_PART_COUNT},
    {N_("What taxes do I owe, when, on what amount, and how are they booked?"), answer_taxes,
     ANSWER_PAGE_BOOKS, OF_CONTRACT, AT_ONCE, DECIDE_PART_COUNT},
    {N_("What does the law say once the promotion is over?"), answer_law, ANSWER_PAGE_BOOKS,
     OF_CONTRACT, AT_ONCE, DECIDE_PART_COUNT},
    {N_("Which single change in the contract helps most?"), answer_best_term, ANSWER_PAGE_OFFERS,
     OF_SIMULATED, AFTER_PART, DECIDE_WORTHS},
};

const char *question_text(Language language, int question) {
  g_return_val_if_fail(question >= 0 && question < QUESTION_COUNT, "");
  return say(language, questions[question].text);
}

AnswerPage answer_page(int question) {
  g_return_val_if_fail(question >= 0 && question < QUESTION_COUNT, ANSWER_PAGE_VOUCHER);
  return questions[question].page;
}

const char *answer_basis(Language language, int question) {
  static const char *const texts[] = {
      [OF_CONTRACT] = N_("contract arithmetic, to the cent"),
      [OF_PLAN_YEAR] = N_("of the plan year, which has no luck"),
      [OF_SIMULATED] = N_("of the simulated years"),
      [OF_LUCK] = N_("of simulated years of luck alone, averages"),
      [OF_MARGINS] = N_("of your margins and what your regulars ask for"),
      [OF_PHONES] = N_("of a model of the calls"),
  };

  g_return_val_if_fail(question >= 0 && question < QUESTION_COUNT, "");
  return say(language, texts[questions[question].basis]);
}

bool answer_is_ready(const Study *study, int question) {
  g_return_val_if_fail(question >= 0 && question < QUESTION_COUNT, false);
  switch (questions[question].wait) {
  case AT_ONCE:
    break;
  case AFTER_RISK:
    return told_risk(study) != NULL;
  case AFTER_PART:
    return decisions_has(study->decisions, questions[question].part);
  }
  return true;
}

char *answer_text(Language language, const Study *study, int question) {
  g_return_val_if_fail(question >= 0 && question < QUESTION_COUNT, NULL);
  if (questions[question].wait == AFTER_PART && !answer_is_ready(study, question)) {
    return g_strdup(say(language, "Being computed from simulated years: the answer comes in a "
                                  "moment."));
  }
  return questions[question].answer(language, study);
}

char *answer_needs_calendar(Language language) {
  return g_strdup(say(language, "No answer: this needs rooms and opening hours, and the plan "
                                "has none."));
}
