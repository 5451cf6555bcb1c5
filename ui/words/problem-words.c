/* Room: words. Knows: problem codes and their values. Must not know: how they were found, screens.
 *
 * Each problem beside its field: what does not fit, with the numbers, and a way out. */
#include "ui/words/phrase.h"

/* The values of a problem as texts, in the unit of its field or as plain counts. */
typedef struct {
  char *in_unit[PROBLEM_VALUES_MAX];
  char *count[PROBLEM_VALUES_MAX];
} ValueTexts;

static void texts_init(ValueTexts *texts, Language language, const Problem *problem) {
  for (int i = 0; i < PROBLEM_VALUES_MAX; i++) {
    texts->in_unit[i] = value_text(language, problem->path, problem->values[i]);
    texts->count[i] = say_number(language, problem->values[i]);
  }
}

static void texts_clear(ValueTexts *texts) {
  for (int i = 0; i < PROBLEM_VALUES_MAX; i++) {
    g_free(texts->in_unit[i]);
    g_free(texts->count[i]);
  }
}

static const char *weekday_in(Language language, int64_t weekday) {
  return phrase_weekdays(language, (int)CLAMP(weekday, 0, 6));
}

/* "2 h 30" for a length of time. */
static char *length_text(Language language, int64_t minutes) {
  g_autofree char *hours = say_number(language, minutes / 60);

  if (minutes % 60 == 0) {
    return g_strdup_printf(say(language, "%s h"), hours);
  }
  return g_strdup_printf(say(language, "%1$s h %2$02d min"), hours, (int)(minutes % 60));
}

/* Past a bound. The ends of a range are in the unit of another field, a text is counted in bytes:
 * their numbers would say nothing. */
static char *bound_problem(Language language, const Problem *problem, const ValueTexts *texts) {
  const Field *field = field_find(problem->path);
  bool low = problem->code == PROBLEM_BELOW_MINIMUM;

  if (g_str_has_prefix(problem->path, "uncertainty[")) {
    return g_strdup(say(language, "The range goes past what this value can be."));
  }
  if (field && field->type == FIELD_TEXT) {
    return g_strdup(say(language, "Too long: shorten it."));
  }
  return g_strdup_printf(low ? say(language, "Too low: at least %s.")
                             : say(language, "Too high: at most %s."),
                         texts->in_unit[1]);
}

/* What concerns the range of an uncertain value. */
static char *range_problem(Language language, const Problem *problem) {
  if (problem->code == PROBLEM_CANNOT_BE_UNCERTAIN) {
    return g_strdup(say(language, "This cannot be uncertain: it is agreed, chosen or tied to other "
                                  "values. Remove this range."));
  }
  if (problem->code == PROBLEM_UNCERTAIN_TWICE) {
    g_autofree char *line = say_number(language, problem->values[0] + 1);

    return g_strdup_printf(say(language, "Line %s already says how uncertain this is: keep one of "
                                         "the two."),
                           line);
  }
  return g_strdup(say(language, "With all ranges at this end the plan makes no sense any more: "
                                "narrow this one."));
}

/* What stands in a single field. */
static char *value_problem(Language language, const Problem *problem, const ValueTexts *texts) {
  switch ((int)problem->code) {
  case PROBLEM_BELOW_MINIMUM:
  case PROBLEM_ABOVE_MAXIMUM:
    return bound_problem(language, problem, texts);
  case PROBLEM_NOT_A_CHOICE:
    return g_strdup(say(language, "Not one of the choices: pick one from the list."));
  case PROBLEM_MISSING:
    return g_strdup(say(language, "A value is needed here."));
  case PROBLEM_EMPTY_TEXT:
    return g_strdup(say(language, "A name is needed here."));
  case PROBLEM_END_BEFORE_BEGIN:
    return g_strdup_printf(say(language, "The end (%2$s) must come after the beginning (%1$s)."),
                           texts->in_unit[0], texts->in_unit[1]);
  case PROBLEM_RANGE_ORDER:
    return g_strdup(say(language, "The range must rise: lowest, most likely, highest."));
  case PROBLEM_CANNOT_BE_UNCERTAIN:
  case PROBLEM_UNCERTAIN_TWICE:
  case PROBLEM_RANGE_TOO_WIDE:
    return range_problem(language, problem);
  case PROBLEM_UNKNOWN_PATH:
    return g_strdup(say(language, "No value of the plan has this name."));
  case PROBLEM_INDEX_PAST_LIST:
    return g_strdup_printf(say_count(language, problem->values[1],
                                     "Points past the end of the list (%s line).",
                                     "Points past the end of the list (%s lines)."),
                           texts->count[1]);
  case PROBLEM_MIX_NOT_WHOLE: {
    g_autofree char *sum = say_percent(language, problem->values[0]);

    return g_strdup_printf(say(language, "The shares add up to %s; they must make the whole."),
                           sum);
  }
  case PROBLEM_WEIGHTS_ZERO:
    return g_strdup(say(language, "Every weight is 0: give at least one a weight."));
  default:
    return NULL;
  }
}

/* What concerns hours, rooms and people. */
static char *calendar_problem(Language language, const Problem *problem, const ValueTexts *texts) {
  switch ((int)problem->code) {
  case PROBLEM_HOURS_OVERLAP:
    return g_strdup_printf(say(language, "Two periods overlap (%s): join them or part them."),
                           weekday_in(language, problem->values[0]));
  case PROBLEM_DAY_TOO_LONG: {
    g_autofree char *length = length_text(language, problem->values[1]);

    return g_strdup_printf(
        say(language, "Open for %1$s (%2$s): at most 16 hours from opening to closing."), length,
        weekday_in(language, problem->values[0]));
  }
  case PROBLEM_NO_OPEN_DAY:
    return g_strdup(say(language, "No day is open: add opening hours."));
  case PROBLEM_NO_SERVICE:
    return g_strdup(say(language, "No service: add what your clients book."));
  case PROBLEM_SERVICE_LONGER_THAN_DAY: {
    g_autofree char *needed = length_text(language, problem->values[0]);
    g_autofree char *day = length_text(language, problem->values[1]);

    return g_strdup_printf(say(language, "A visit takes %1$s, but the longest day has %2$s: "
                                         "shorten it or open longer."),
                           needed, day);
  }
  case PROBLEM_START_OUTSIDE_HOURS:
    return g_strdup_printf(say(language, "No day is open for a whole visit that begins at %s: "
                                         "choose another start or open longer."),
                           texts->in_unit[0]);
  case PROBLEM_NOT_ENOUGH_ROOMS:
    return g_strdup_printf(
        say_count(language, problem->values[0],
                  "Needs %1$s room at a time, and you have %2$s: add a room.",
                  "Needs %1$s rooms at a time, and you have %2$s: add rooms or ask for fewer."),
        texts->count[0], texts->count[1]);
  case PROBLEM_NOT_ENOUGH_STAFF:
    return g_strdup_printf(
        say_count(language, problem->values[0],
                  "Needs %1$s person at a time, and you have %2$s who can do it: add staff.",
                  "Needs %1$s people at a time, and you have %2$s who can work together: add staff "
                  "or ask for fewer."),
        texts->count[0], texts->count[1]);
  default:
    return NULL;
  }
}

/* What concerns the deal. */
static char *deal_problem(Language language, const Problem *problem, const ValueTexts *texts) {
  switch ((int)problem->code) {
  case PROBLEM_PROMOTION_BEFORE_SALE: {
    g_autofree char *sale = say_date(language, (int32_t)problem->values[0]);

    return g_strdup_printf(say(language, "The promotion ends before the sale does (%s): "
                                         "choose a later date."),
                           sale);
  }
  case PROBLEM_PROMOTION_TOO_LONG:
    return g_strdup_printf(say(language, "The promotion lasts %1$s days; at most %2$s can be "
                                         "counted: choose an earlier date."),
                           texts->count[0], texts->count[1]);
  case PROBLEM_PRICE_ABOVE_LIST: {
    g_autofree char *list = say_money(language, problem->values[1]);

    return g_strdup_printf(say(language, "Above the list price (%s): no discount would be left."),
                           list);
  }
  case PROBLEM_TOO_MANY_VISITS:
    return g_strdup_printf(say(language, "This could come to %1$s visits; at most %2$s can be "
                                         "followed: sell fewer vouchers."),
                           texts->count[0], texts->count[1]);
  case PROBLEM_NO_ALLOWED_WEEKDAY:
    return g_strdup(say(language, "No day is open to the deal: allow at least one."));
  case PROBLEM_LIMITS_EXCLUDE_ALL:
    return g_strdup(say(language, "With these limits no day of the promotion can take a deal "
                                  "visit: loosen one of them."));
  case PROBLEM_REGIME_GAP: {
    g_autofree char *date = say_date(language, (int32_t)problem->values[0]);

    return g_strdup_printf(say(language, "The tax rules of this province on %s are not in the "
                                         "program: choose a later date or your own tax rates."),
                           date);
  }
  case PROBLEM_SITE_PRICE_NOT_POSITIVE:
    return g_strdup(say(language, "The site would leave you nothing on a voucher: lower the "
                                  "commission or raise the price."));
  case PROBLEM_VISIT_NOT_WHOLE:
    return g_strdup_printf(say(language, "Over %s visits, one visit would be worth less than a "
                                         "cent: ask for fewer visits or a higher price."),
                           texts->count[1]);
  default:
    return NULL;
  }
}

/* What concerns taxes and unused vouchers. */
static char *tax_problem(Language language, const Problem *problem,
                         const ValueTexts *texts G_GNUC_UNUSED) {
  switch ((int)problem->code) {
  case PROBLEM_REFUNDS_ABOVE_UNUSED: {
    g_autofree char *used = say_percent(language, problem->values[0]);
    g_autofree char *refunded = say_percent(language, problem->values[1]);

    return g_strdup_printf(say(language, "%1$s used and %2$s refunded make more than all the "
                                         "vouchers: lower one of the two."),
                           used, refunded);
  }
  case PROBLEM_BREAKAGE_BEFORE_END: {
    g_autofree char *end = say_date(language, (int32_t)problem->values[1]);

    return g_strdup_printf(say(language, "A voucher can be used until the promotion ends (%s): "
                                         "choose a later date."),
                           end);
  }
  case PROBLEM_REGISTERED_FROM_BUT_NOT:
    return g_strdup(say(language, "A date, but no registration: say that you are registered for "
                                  "sales taxes, or empty this date."));
  case PROBLEM_REGISTERED_AFTER_PLAN: {
    g_autofree char *last = say_date(language, (int32_t)problem->values[1]);

    return g_strdup_printf(say(language, "After the last day of this plan (%s): correct the date, "
                                         "or say that you are not registered."),
                           last);
  }
  case PROBLEM_NO_CUSTOM_TAX:
    return g_strdup(say(language, "Your own tax rates are chosen, but there is none: add a tax, "
                                  "or choose a province or exempt services."));
  case PROBLEM_TAX_ON_NOTHING:
    return g_strdup(say(language, "There is no tax before the first one: take this off, or put "
                                  "the other tax first."));
  case PROBLEM_QUICK_METHOD_UNREGISTERED:
    return g_strdup(say(language, "The quick method is only for those registered for sales taxes: "
                                  "turn it off, or say that you are registered."));
  case PROBLEM_QUICK_METHOD_UNKNOWN: {
    g_autofree char *date = say_date(language, (int32_t)problem->values[0]);

    return g_strdup_printf(say(language, "There are no quick method rates for these taxes on %s: "
                                         "turn the quick method off."),
                           date);
  }
  default:
    return NULL;
  }
}

static char *account_problem(Language language, const Problem *problem,
                             const ValueTexts *texts G_GNUC_UNUSED) {
  switch ((int)problem->code) {
  case PROBLEM_UNKNOWN_ACCOUNT:
    return g_strdup(say(language, "The program has no account with this number: pick one from "
                                  "its list of accounts."));
  case PROBLEM_ACCOUNT_TWICE: {
    g_autofree char *line = say_number(language, problem->values[0] + 1);

    return g_strdup_printf(say(language, "Line %s gives this account a number already: keep one "
                                         "of the two."),
                           line);
  }
  case PROBLEM_ACCOUNT_NUMBER:
    return g_strdup_printf(say(language, "At most %d digits, plain letters, hyphens and points: "
                                         "other programs read nothing else."),
                           ACCOUNT_NUMBER_MAX);
  default:
    return NULL;
  }
}

static char *books_warning(Language language, const Problem *problem,
                           const ValueTexts *texts G_GNUC_UNUSED) {
  switch ((int)problem->code) {
  case WARNING_BREAKAGE_UNDATED:
    return g_strdup(say(language, "No date yet: until you set it with your accountant, unused "
                                  "vouchers stay owed and bring no income."));
  case WARNING_BREAKAGE_PROPORTIONAL:
    return g_strdup(say(language, "In Québec the amount paid never expires: ask your accountant "
                                  "before you count unused vouchers as income along the way."));
  case WARNING_COST_OUTSIDE_PLAN: {
    g_autofree char *first = say_date(language, (int32_t)problem->values[1]);
    g_autofree char *last = say_date(language, (int32_t)problem->values[2]);

    return g_strdup_printf(say(language, "Outside the days of this plan (%1$s to %2$s): it counts "
                                         "as a cost, but the bank balance does not show it."),
                           first, last);
  }
  case WARNING_ACCOUNT_NOT_DIGITS:
    return g_strdup(say(language, "Sage 50 reads digits only: take another number if that is "
                                  "where your books are."));
  case WARNING_ACCOUNT_SHARED: {
    Account account = (Account)CLAMP(problem->values[0], 0, ACCOUNT_COUNT - 1);

    return g_strdup_printf(say(language, "The program uses this number for “%s”: both would be "
                                         "booked together. Give that account your own number too."),
                           account_label(language, account));
  }
  default:
    return NULL;
  }
}

static char *warning(Language language, const Problem *problem, const ValueTexts *texts) {
  switch ((int)problem->code) {
  case WARNING_PAY_UNDER_MINIMUM_WAGE: {
    g_autofree char *pay = say_money(language, problem->values[0]);
    g_autofree char *minimum = say_money(language, problem->values[1]);

    return g_strdup_printf(say(language, "With preparation this pays %1$s an hour, under the "
                                         "minimum wage of %2$s: you must make up the difference."),
                           pay, minimum);
  }
  case WARNING_NO_DUO_ON_WEEKDAY:
    return g_strdup_printf(say(language, "The staff on shift cannot give this service (%s): "
                                         "close that day to the deal or change shifts."),
                           weekday_in(language, problem->values[0]));
  case WARNING_SUCCESSIVE_PERFORMANCE:
    return g_strdup_printf(say(language,
                               "%s treatments in one voucher: Québec’s rules on contracts "
                               "served over time may apply; ask before you sign."),
                           texts->count[0]);
  case WARNING_LIST_PRICE_ABOVE_SERVICE: {
    g_autofree char *deal = say_money(language, problem->values[0]);
    g_autofree char *service = say_money(language, problem->values[1]);

    return g_strdup_printf(say(language, "The deal’s list price (%1$s) is above your own (%2$s): "
                                         "you must be able to prove that you sold at it."),
                           deal, service);
  }
  case WARNING_FORFEIT:
    return g_strdup(say(language, "In Québec a charge fixed in advance for a no-show is not "
                                  "allowed; the usual answer is to book again."));
  case WARNING_TAX_ON_LIST_PRICE:
    return g_strdup(say(language, "Tax on the list price costs your client more; tax is normally "
                                  "due on the price paid. Ask your accountant."));
  case WARNING_CAP_PASSED:
    return g_strdup_printf(
        say(language, "The contract stops the sale at %2$s of these %1$s: %2$s are counted."),
        texts->count[0], texts->count[1]);
  case WARNING_WORDING_NOT_CHECKED:
    return g_strdup(say(language, "Counted as taxes included, to be prudent. Read the offer: the "
                                  "wording changes what you keep."));
  default:
    return NULL;
  }
}

char *problem_text(Language language, const Problem *problem) {
  char *(*const speakers[])(Language, const Problem *, const ValueTexts *) = {
      value_problem,   calendar_problem, deal_problem, tax_problem,
      account_problem, warning,          books_warning};
  ValueTexts texts;
  char *text = NULL;

  texts_init(&texts, language, problem);
  for (gsize i = 0; i < G_N_ELEMENTS(speakers) && !text; i++) {
    text = speakers[i](language, problem, &texts);
  }
  texts_clear(&texts);
  g_return_val_if_fail(text != NULL, g_strdup(problem_name(problem->code)));
  return text;
}

char *number_problem_text(Language language, NumberProblem problem) {
  switch (problem) {
  case NUMBER_OK:
    break;
  case NUMBER_EMPTY:
    return g_strdup(say(language, "Type a value."));
  case NUMBER_NOT_A_NUMBER:
    return g_strdup(say(language, "This cannot be read: type it like the example."));
  case NUMBER_TOO_MANY_DECIMALS:
    return g_strdup(say(language, "Too many decimals for this value."));
  case NUMBER_TOO_LARGE:
    return g_strdup(say(language, "This number is too large."));
  }
  return g_strdup("");
}
