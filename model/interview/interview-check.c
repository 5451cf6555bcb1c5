/* Room: interview. What makes no sense in the answers, at the question that can put it right.
 * Knows: plan_check, which fields a question stands for. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "model/interview/interview.h"

/* Where a problem of the plan is told, by the beginning of its path; the first that is asked. */
static const struct {
  const char *beginning;
  InterviewQuestion question;
} PLACES[] = {
    {"deal.price_cents", QUESTION_PRICE},
    {"deal.list_price_cents", QUESTION_LIST_PRICE},
    {"deal.commission", QUESTION_COMMISSION},
    {"deal.vouchers_sold", QUESTION_VOUCHERS},
    {"deal.contract_cap", QUESTION_CAP},
    {"deal.curve", QUESTION_CURVE},
    {"deal.used", QUESTION_USED},
    {"deal.refund", QUESTION_USED},
    {"deal.visits_per_voucher", QUESTION_PRICE},
    {"deal.allowed", QUESTION_STAFF},
    {"deal.", QUESTION_MINUTES},
    {"deal_pay", QUESTION_DEAL_PAY},
    {"rooms", QUESTION_ROOMS},
    {"hours", QUESTION_MONDAY},
    {"staff", QUESTION_STAFF},
    {"regulars.wanted_milli_visits[0]", QUESTION_MONDAY},
    {"regulars.wanted_milli_visits[1]", QUESTION_MONDAY + 1},
    {"regulars.wanted_milli_visits[2]", QUESTION_MONDAY + 2},
    {"regulars.wanted_milli_visits[3]", QUESTION_MONDAY + 3},
    {"regulars.wanted_milli_visits[4]", QUESTION_MONDAY + 4},
    {"regulars.wanted_milli_visits[5]", QUESTION_MONDAY + 5},
    {"regulars.wanted_milli_visits[6]", QUESTION_SUNDAY},
    {"regulars.season", QUESTION_JANUARY},
    {"regulars.lead", QUESTION_LEAD},
    {"regulars.flexibility", QUESTION_FLEXIBILITY},
    {"regulars.patience", QUESTION_PATIENCE},
    {"regulars.leave", QUESTION_LEAVE},
    {"clients.existing", QUESTION_EXISTING},
    {"clients.return", QUESTION_RETURN},
    {"clients.usual", QUESTION_ADVERTISING},
    {"business.opening_cash", QUESTION_CASH},
    {"business.cash_floor", QUESTION_FLOOR},
    {"business.fixed_costs", QUESTION_FIXED},
    {"business.owner_draw", QUESTION_DRAW},
    {"conditions.goal", QUESTION_GOAL},
    {"conditions.confidence", QUESTION_CAREFUL},
};

static InterviewQuestion question_of_problem(const Interview *interview, const Plan *plan,
                                             const Problem *problem) {
  const char *path = problem->path;

  if (problem->code == PROBLEM_NOT_ENOUGH_ROOMS) {
    return QUESTION_ROOMS;
  }
  if (problem->code == PROBLEM_NOT_ENOUGH_STAFF) {
    return QUESTION_STAFF;
  }
  for (int i = 0; i < plan->uncertainty_count; i++) {
    char beginning[PLAN_PATH_SIZE];

    snprintf(beginning, sizeof beginning, "uncertainty[%d]", i);
    if (strncmp(path, beginning, strlen(beginning)) == 0) {
      path = plan->uncertainty[i].path;
      break;
    }
  }
  for (size_t i = 0; i < sizeof PLACES / sizeof PLACES[0]; i++) {
    if (strncmp(path, PLACES[i].beginning, strlen(PLACES[i].beginning)) == 0 &&
        interview_asks(interview, PLACES[i].question)) {
      return PLACES[i].question;
    }
  }
  return interview_asks(interview, QUESTION_MINUTES) ? QUESTION_MINUTES : QUESTION_VOUCHERS;
}

static int check_bounds(const Interview *interview, InterviewProblem *problems) {
  int count = 0;

  for (int i = 0; i < QUESTION_COUNT; i++) {
    InterviewQuestion question = (InterviewQuestion)i;
    const QuestionFacts *facts = interview_question(question);
    const InterviewAnswer *answer = &interview->answer[i];

    if (!answer->known || facts->kind == ANSWER_TEXT || !interview_asks(interview, question) ||
        (answer->value >= facts->minimum && answer->value <= facts->maximum)) {
      continue;
    }
    bool is_low = answer->value < facts->minimum;

    problems[count++] =
        (InterviewProblem){question,
                           {.code = is_low ? PROBLEM_BELOW_MINIMUM : PROBLEM_ABOVE_MAXIMUM,
                            .values = {answer->value, is_low ? facts->minimum : facts->maximum}}};
  }
  return count;
}

int interview_check(const Interview *interview, InterviewProblem problems[INTERVIEW_PROBLEMS_MAX]) {
  int count = check_bounds(interview, problems);
  Plan plan;
  Problems found;

  if (count > 0) {
    return count;
  }
  interview_apply(interview, &plan);
  plan_check(&plan, &found);
  for (int i = 0; i < found.blocking_count; i++) {
    InterviewProblem problem = {question_of_problem(interview, &plan, &found.problem[i]),
                                found.problem[i]};
    int at = count++;

    for (; at > 0 && problems[at - 1].question > problem.question; at--) {
      problems[at] = problems[at - 1];
    }
    problems[at] = problem;
  }
  return count;
}
