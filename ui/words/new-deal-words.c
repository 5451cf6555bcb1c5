/* Room: words. What the owner is asked of a first deal. Knows: questions, fields' own words. Must
 * not know: widgets, what an answer does. */
#include "ui/words/new-deal-words.h"

#include <string.h>

#include "ui/words/typed-words.h"

const char *new_deal_kind_label(Language language, Preset preset) {
  static const char *const kinds[PRESET_COUNT] = {
      [PRESET_SPA] = N_("Massage or spa"),      [PRESET_HAIR] = N_("Hair and beauty"),
      [PRESET_RESTAURANT] = N_("Restaurant"),   [PRESET_CLASS] = N_("Class or studio"),
      [PRESET_ONE_OFF] = N_("One-off service"),
  };

  return say(language, kinds[preset]);
}

const char *new_deal_step_label(Language language, InterviewStep step) {
  static const char *const steps[INTERVIEW_STEP_COUNT] = {
      [INTERVIEW_CONTRACT] = N_("The contract"),
      [INTERVIEW_PLACE] = N_("Your place"),
      [INTERVIEW_WEEK] = N_("A normal week"),
      [INTERVIEW_MONEY] = N_("Money"),
  };

  return say(language, steps[step]);
}

char *new_deal_step_line(Language language, InterviewStep step) {
  return g_strdup_printf(say(language, "%1$d of %2$d: %3$s"), step + 1, INTERVIEW_STEP_COUNT,
                         new_deal_step_label(language, step));
}

static const char *rooms_question(Preset preset) {
  static const char *const questions[PRESET_COUNT] = {
      [PRESET_SPA] = N_("How many rooms do you have?"),
      [PRESET_HAIR] = N_("How many chairs do you have?"),
      [PRESET_RESTAURANT] = N_("How many tables do you have?"),
      [PRESET_CLASS] = N_("How many places are there in a class?"),
      [PRESET_ONE_OFF] = N_("How many rooms do you have?"),
  };

  return questions[preset];
}

const char *new_deal_question_text(Language language, const Interview *interview,
                                   InterviewQuestion question) {
  static const char *const questions[QUESTION_COUNT] = {
      [QUESTION_SERVICE] = N_("What does the offer sell?"),
      [QUESTION_LIST_PRICE] = N_("What does it cost at full price?"),
      [QUESTION_VOUCHERS] = N_("How many vouchers do you expect the site to sell?"),
      [QUESTION_PEOPLE] = N_("How many clients come together on one voucher?"),
      [QUESTION_MINUTES] = N_("How many minutes does a visit take?"),
      [QUESTION_SUPPLIES] = N_("What do the supplies of one visit cost you?"),
      [QUESTION_WAGE] = N_("How much are they guaranteed an hour?"),
      [QUESTION_PAY_SHARE] = N_("What share of the price do they get for a normal visit?"),
      [QUESTION_DEAL_PAY] = N_("How much does each of them get for one deal visit?"),
      [QUESTION_MONDAY] = N_("How many clients on a normal Monday … Sunday?"),
      [QUESTION_JANUARY] = N_("Which months are quiet, normal or busy?"),
      [QUESTION_FRIDAY_NO] = N_("How often do you say no on a Friday?"),
  };

  if (question == QUESTION_ROOMS) {
    return say(language, rooms_question(interview->preset));
  }
  if (question == QUESTION_STAFF) {
    return interview->preset == PRESET_SPA ? say(language, "How many therapists work with you?")
                                           : say(language, "How many stylists work with you?");
  }
  return questions[question] ? say(language, questions[question])
                             : field_question(language, interview_question(question)->path);
}

const char *new_deal_hint(Language language, InterviewQuestion question) {
  switch ((int)question) {
  case QUESTION_LIST_PRICE:
  case QUESTION_SUPPLIES:
    return say(language, "before tax");
  case QUESTION_PRICE:
    return say(language, "for one voucher; or type the discount: 50%");
  case QUESTION_CAP:
    return say(language, "the most that it may sell");
  case QUESTION_MONDAY:
    return say(language, "those who were served; 0: closed");
  case QUESTION_FRIDAY_NO:
    return say(language, "of 10 who ask, how many you cannot take");
  case QUESTION_JANUARY:
    return say(language, "quiet: 80% of the clients of a normal month; busy: 120%");
  case QUESTION_LEAD:
    return say(language, "days, on average");
  case QUESTION_PATIENCE:
    return say(language, "open days");
  case QUESTION_FIXED:
    return say(language, "before tax; rent, power, insurance");
  default:
    return NULL;
  }
}

static bool is_month(InterviewQuestion question) {
  return question >= QUESTION_JANUARY && question <= QUESTION_DECEMBER;
}

char *new_deal_month_text(Language language, const char *month, const char *season) {
  return g_strdup_printf(say(language, "%1$s: %2$s"), month, season);
}

const char *new_deal_choice_label(Language language, InterviewQuestion question, int choice) {
  static const char *const guarantees[GUARANTEE_COUNT] = {
      [GUARANTEE_HOURLY] = N_("they are paid by the hour"),
      [GUARANTEE_MINIMUM] = N_("a guaranteed minimum"),
      [GUARANTEE_NONE] = N_("they don’t come in and aren’t paid"),
      [GUARANTEE_SELF_EMPLOYED] = N_("they are self-employed"),
  };

  if (question == QUESTION_GUARANTEE) {
    return say(language, guarantees[choice]);
  }
  if (question == QUESTION_FLEXIBILITY) {
    return choice == 0     ? say(language, "only the hour they asked for")
           : choice <= 60  ? say(language, "up to one hour earlier or later")
           : choice <= 120 ? say(language, "up to two hours earlier or later")
                           : say(language, "any hour of that day");
  }
  if (is_month(question)) {
    return choice == SEASON_QUIET    ? say(language, "quiet")
           : choice == SEASON_NORMAL ? say(language, "normal")
                                     : say(language, "busy");
  }
  if (question == QUESTION_CAREFUL) {
    return choice == 80000   ? say(language, "right 8 times in 10")
           : choice == 90000 ? say(language, "right 9 times in 10")
                             : say(language, "right 19 times in 20");
  }
  if (question == QUESTION_CURVE) {
    return choice <= 20000   ? say(language, "2 or fewer")
           : choice == 30000 ? "3"
           : choice == 40000 ? "4"
           : choice == 50000 ? "5"
                             : say(language, "6 or more");
  }
  return choice_label(language, field_find(interview_question(question)->path), choice);
}

char *new_deal_value_text(Language language, InterviewQuestion question, int64_t value) {
  char text[NUMBER_TEXT_SIZE];

  switch (interview_question(question)->kind) {
  case ANSWER_MONEY:
    return say_money(language, value);
  case ANSWER_SHARE:
    return say_percent(language, value);
  case ANSWER_OF_TEN: /* 20 000 of 100 000 is 2 of ten */
    return g_strdup(milli_format(language, value / 10, text, sizeof text));
  case ANSWER_MILLI:
    return g_strdup(milli_format(language, value, text, sizeof text));
  case ANSWER_CHOICE:
    return g_strdup(new_deal_choice_label(language, question, (int)value));
  case ANSWER_COUNT_OF:
  case ANSWER_TEXT:
  case ANSWER_KIND_COUNT:
    break;
  }
  if (question == QUESTION_CAP && value == PLAN_NONE) {
    return g_strdup(say(language, "no limit"));
  }
  return say_number(language, value);
}

/* A value by itself, with what it counts. */
static char *taken_value_text(Language language, InterviewQuestion question, int64_t value) {
  char text[NUMBER_TEXT_SIZE];
  AnswerKind kind = interview_question(question)->kind;

  if (kind == ANSWER_OF_TEN || question == QUESTION_CURVE) {
    const char *number =
        value == 0 ? say(language, "none") : milli_format(language, value / 10, text, sizeof text);

    return g_strdup_printf(say(language, "%s in 10"), number);
  }
  if (question == QUESTION_LEAD) {
    return g_strdup_printf(
        say_count(language, value > 1000 && value < 2000 ? 1 : value / 1000, "%s day", "%s days"),
        milli_format(language, value, text, sizeof text));
  }
  if (question == QUESTION_PATIENCE) {
    return value == 0 ? g_strdup(say(language, "not at all"))
                      : g_strdup_printf(say_count(language, value, "%s open day", "%s open days"),
                                        milli_format(language, value * 1000, text, sizeof text));
  }
  if (question == QUESTION_MINUTES) {
    return g_strdup_printf(say_count(language, value, "%s minute", "%s minutes"),
                           milli_format(language, value * 1000, text, sizeof text));
  }
  if (kind == ANSWER_CHOICE) {
    return g_strdup_printf(say(language, "“%s”"),
                           new_deal_choice_label(language, question, (int)value));
  }
  return new_deal_value_text(language, question, value);
}

char *new_deal_taken_text(Language language, const Interview *interview,
                          InterviewQuestion question) {
  if (question == QUESTION_SERVICE) {
    Plan plan;

    preset_fill(interview->preset, interview->sale_date, &plan);
    return g_strdup(say_name(language, plan.services[plan.deal.service_index].name));
  }
  if (question == QUESTION_MONDAY) {
    GString *days = g_string_new(NULL);

    for (int i = 0; i < 7; i++) {
      InterviewQuestion day = (InterviewQuestion)(QUESTION_MONDAY + i);
      g_autofree char *visits =
          new_deal_value_text(language, day, interview_fallback(interview, day));

      g_string_append_printf(days, "%s%s", i ? " · " : "", visits);
    }
    return g_string_free(days, FALSE);
  }
  return taken_value_text(language, question, interview_fallback(interview, question));
}

char *new_deal_unknown_text(Language language, const Interview *interview,
                            InterviewQuestion question) {
  if (question == QUESTION_WORDING) {
    return g_strdup(say(language, "I have not checked: count as if taxes were included"));
  }
  if (question == QUESTION_JANUARY) {
    return g_strdup(say(language, "I don’t know: take a usual year of this kind of business"));
  }
  g_autofree char *taken = new_deal_taken_text(language, interview, question);

  return g_strdup_printf(say(language, "I don’t know: take %s"), taken);
}

char *new_deal_source_text(Language language, const Interview *interview,
                           InterviewQuestion question) {
  Plan plan;
  const Provenance *source = interview_source(interview, question, &plan);

  return source ? g_strdup(say_name(language, source->source))
                : g_strdup(say(language, "starting point of the program: put your own figure"));
}

NumberProblem new_deal_parse(InterviewQuestion question, const char *text, int64_t *value,
                             bool *ambiguous) {
  NumberProblem problem;

  *ambiguous = false;
  switch (interview_question(question)->kind) {
  case ANSWER_MONEY:
    return money_parse(text, value, ambiguous);
  case ANSWER_SHARE:
    return percent_parse(text, value);
  case ANSWER_OF_TEN:
    problem = milli_parse(text, value);
    if (problem == NUMBER_OK) {
      *value = CLAMP(*value, -INT64_C(1000000), INT64_C(1000000)) * 10;
    }
    return problem;
  case ANSWER_MILLI:
    return milli_parse(text, value);
  case ANSWER_COUNT_OF:
  case ANSWER_TEXT:
  case ANSWER_CHOICE:
  case ANSWER_KIND_COUNT:
    break;
  }
  return count_parse(text, value);
}

static Unit unit_of(InterviewQuestion question) {
  static const Unit units[ANSWER_KIND_COUNT] = {
      [ANSWER_TEXT] = UNIT_TEXT,         [ANSWER_MONEY] = UNIT_CENTS,
      [ANSWER_SHARE] = UNIT_PER_100K,    [ANSWER_OF_TEN] = UNIT_MILLI,
      [ANSWER_COUNT_OF] = UNIT_COUNT_OF, [ANSWER_MILLI] = UNIT_MILLI,
      [ANSWER_CHOICE] = UNIT_TEXT,
  };

  return units[interview_question(question)->kind];
}

const char *new_deal_keypad(Language language, InterviewQuestion question) {
  return field_text_keypad(language, unit_of(question));
}

char *new_deal_reading(Language language, InterviewQuestion question, const char *typed) {
  return field_text_reading(language, unit_of(question), typed);
}

char *new_deal_problem_text(Language language, const InterviewProblem *problem) {
  ProblemCode code = problem->problem.code;

  if (problem->problem.path[0] == '\0') {
    g_autofree char *bound =
        new_deal_value_text(language, problem->question, problem->problem.values[1]);

    return g_strdup_printf(code == PROBLEM_BELOW_MINIMUM ? say(language, "Too low: at least %s.")
                                                         : say(language, "Too high: at most %s."),
                           bound);
  }
  return problem_text(language, &problem->problem);
}
