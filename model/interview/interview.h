/* Room: interview. Knows: plans, presets, the curve behind "of 10 vouchers used". Must not know:
 * sentences, screens.
 *
 * A first deal asked in four steps (domain §3). What the owner knows goes into the plan of her kind
 * of business as her own figure; what she does not know stays the preset's, with its source and a
 * wider range. Any answers can be applied: interview_check tells what makes no sense, question by
 * question. */
#pragma once

#include "model/plan/presets.h"
#include "model/plan/problem.h"

typedef enum {
  INTERVIEW_CONTRACT,
  INTERVIEW_PLACE,
  INTERVIEW_WEEK,
  INTERVIEW_MONEY,
  INTERVIEW_STEP_COUNT
} InterviewStep;

/* In the order asked. */
typedef enum {
  QUESTION_SERVICE, /* a text */
  QUESTION_LIST_PRICE,
  QUESTION_PRICE,
  QUESTION_DISCOUNT, /* another way to answer PRICE, which goes first */
  QUESTION_COMMISSION,
  QUESTION_VOUCHERS,
  QUESTION_CAP,
  QUESTION_WORDING, /* "not checked" when not known */
  QUESTION_PAYOUT,
  QUESTION_ROOMS,
  QUESTION_STAFF,
  QUESTION_PEOPLE,
  QUESTION_MINUTES,
  QUESTION_SUPPLIES,
  QUESTION_GUARANTEE, /* InterviewGuarantee */
  QUESTION_WAGE,      /* an hour; of two guarantees */
  QUESTION_PAY_SHARE, /* a normal visit */
  QUESTION_DEAL_PAY,  /* to each, a deal visit */
  QUESTION_MONDAY,    /* visits served a day, in thousandths; 0: closed */
  QUESTION_SUNDAY = QUESTION_MONDAY + 6,
  QUESTION_FRIDAY_NO, /* share of those who ask */
  QUESTION_JANUARY,   /* each month: InterviewSeason */
  QUESTION_DECEMBER = QUESTION_JANUARY + 11,
  QUESTION_LEAD,        /* days, in thousandths */
  QUESTION_FLEXIBILITY, /* minutes earlier or later */
  QUESTION_PATIENCE,
  QUESTION_LEAVE,
  QUESTION_CURVE, /* share of the used in the first two months */
  QUESTION_USED,  /* this and the next two: where there is no calendar */
  QUESTION_EXISTING,
  QUESTION_RETURN,
  QUESTION_CASH,
  QUESTION_FLOOR,
  QUESTION_FIXED,
  QUESTION_DRAW,
  QUESTION_GOAL,
  QUESTION_ADVERTISING,
  QUESTION_CAREFUL,
  QUESTION_COUNT
} InterviewQuestion;

typedef enum {
  GUARANTEE_HOURLY,  /* paid by the hour only */
  GUARANTEE_MINIMUM, /* by the visit, never less than a wage */
  GUARANTEE_NONE,    /* they do not come in */
  GUARANTEE_SELF_EMPLOYED,
  GUARANTEE_COUNT
} InterviewGuarantee;

/* How busy a month is: its regulars, per 100 000 of a normal month's. The steps are the program's
 * own; a preset's month is as exact as it was published. */
typedef enum { SEASON_QUIET = 80000, SEASON_NORMAL = 100000, SEASON_BUSY = 120000 } InterviewSeason;

/* How a question is answered. */
typedef enum {
  ANSWER_TEXT,
  ANSWER_MONEY,
  ANSWER_SHARE,  /* a percentage */
  ANSWER_OF_TEN, /* the same, typed as so many of ten */
  ANSWER_COUNT_OF,
  ANSWER_MILLI, /* thousandths */
  ANSWER_CHOICE,
  ANSWER_KIND_COUNT
} AnswerKind;

typedef struct {
  InterviewStep step;
  AnswerKind kind;
  const char *path; /* the field that it is about, as provenance has it; NULL: several */
  int64_t minimum, maximum;
  ProvenanceKind provenance; /* of the value once answered */
  int choices[5];            /* ANSWER_CHOICE: the values offered */
  int choice_count;
} QuestionFacts;

typedef struct {
  bool known;
  int64_t value; /* in the unit of the question's field */
} InterviewAnswer;

typedef struct {
  Preset preset;
  int32_t sale_date;
  InterviewAnswer answer[QUESTION_COUNT];
  char service_name[PLAN_TEXT_SIZE]; /* QUESTION_SERVICE, when known */
} Interview;

/* Nothing known yet. */
void interview_init(Interview *interview, Preset preset, int32_t sale_date);

const QuestionFacts *interview_question(InterviewQuestion question);

/* Whether it is asked of this kind of business after these answers. What is not asked is not
 * applied, and kept for when it is asked again. */
bool interview_asks(const Interview *interview, InterviewQuestion question);

/* How a month would be called: the nearest of the three. */
InterviewSeason interview_season(int64_t season_per_100k);

/* What is taken when she does not know: the preset's value in the unit of the question; PLAN_NONE:
 * no limit (CAP). Not of SERVICE. */
int64_t interview_fallback(const Interview *interview, InterviewQuestion question);

/* Where that value comes from; NULL when it is said of everything. Borrowed from plan, which is
 * filled with the preset. */
const Provenance *interview_source(const Interview *interview, InterviewQuestion question,
                                   Plan *plan);

/* The plan that the answers make, whatever they are; past its bounds an answer counts as at them.
 */
void interview_apply(const Interview *interview, Plan *plan);

typedef struct {
  InterviewQuestion question;
  Problem problem; /* BELOW_MINIMUM and ABOVE_MAXIMUM: values in the unit of the question */
} InterviewProblem;
#define INTERVIEW_PROBLEMS_MAX PROBLEMS_MAX

/* What makes no sense, each at the question that can put it right, in the order asked; 0: the plan
 * can be computed. Warnings are not told. */
int interview_check(const Interview *interview, InterviewProblem problems[INTERVIEW_PROBLEMS_MAX]);
