/* See naive-verdict.h. */
#include "tests/naive-verdict.h"

#include <glib.h>
#include <string.h>

#define ONE_PER_100K 100000
#define NBSP "\u00a0"

/* --- one year -------------------------------------------------------------------------------- */

static bool year_applies(const Plan *plan, const TrialRun *run, Condition condition) {
  switch (condition) {
  case CONDITION_RESULT:
    return plan->conditions.goal == GOAL_EARN;
  case CONDITION_COST_PER_CLIENT_KEPT:
    return plan->conditions.goal == GOAL_ADVERTISE;
  case CONDITION_CASH_FLOOR:
    return plan->rooms_count > 0 &&
           run->value[RISK_LOWEST_WITHOUT_CENTS] >= plan->business.cash_floor_cents;
  case CONDITION_WAIT:
  case CONDITION_REFUSED:
  case CONDITION_WEEKLY_SHARE:
  case CONDITION_COUNT:
    break;
  }
  return plan->rooms_count > 0;
}

/* How far a year is inside its limit; below 0 it breaks it. A share that rounds to its limit may do
 * either. */
static int64_t year_room(const Plan *plan, const TrialRun *run, Condition condition) {
  const PlanConditions *limits = &plan->conditions;
  int64_t result = run->value[RISK_RESULT_CENTS], people = run->value[RISK_PEOPLE_RETURNING];

  switch (condition) {
  case CONDITION_RESULT:
    return result;
  case CONDITION_COST_PER_CLIENT_KEPT:
    return result >= 0   ? 0
           : people == 0 ? -1
                         : plan->clients.usual_advertising_cents_per_new_client -
                               (2 * -result + people) / (2 * people);
  case CONDITION_WAIT:
    return run->value[RISK_WITHIN_WAIT_PER_100K] - limits->wait_share_per_100k;
  case CONDITION_REFUSED:
    return limits->extra_refused_max_per_100k - run->value[RISK_REFUSED_EXTRA_PER_100K];
  case CONDITION_WEEKLY_SHARE:
    return limits->weekly_share_max_per_100k - run->value[RISK_WEEKLY_SHARE_PER_100K];
  case CONDITION_CASH_FLOOR:
    return run->value[RISK_LOWEST_CENTS] - plan->business.cash_floor_cents;
  case CONDITION_COUNT:
    break;
  }
  return 0;
}

static bool is_share(Condition condition) {
  return condition == CONDITION_WAIT || condition == CONDITION_REFUSED ||
         condition == CONDITION_WEEKLY_SHARE;
}

/* Only where a rounded share says nothing is the year's own bit believed. */
static bool year_breaks(const Plan *plan, const TrialRun *run, Condition condition) {
  int64_t room = year_room(plan, run, condition);

  return is_share(condition) && room == 0 ? run->broken >> condition & 1 : room < 0;
}

Condition naive_bits_differ(const Plan *plan, const TrialRun *run, int years) {
  for (int year = 0; year < years; year++) {
    for (int i = 0; i < CONDITION_COUNT; i++) {
      bool applies = year_applies(plan, &run[year], (Condition)i);
      bool broken = applies && year_breaks(plan, &run[year], (Condition)i);

      if (applies != (run[year].applies >> i & 1) || broken != (run[year].broken >> i & 1)) {
        return (Condition)i;
      }
    }
  }
  return CONDITION_COUNT;
}

/* --- many ------------------------------------------------------------------------------------ */

static int64_t allowed_per_100k(const Plan *plan, Condition condition) {
  return condition == CONDITION_RESULT ? plan->conditions.loss_probability_max_per_100k
                                       : ONE_PER_100K - plan->conditions.confidence_per_100k;
}

static bool share_holds(const Plan *plan, const NaiveVerdict *verdict, Condition condition,
                        NaiveFault fault) {
  int64_t broken = (int64_t)verdict->condition[condition].broken * ONE_PER_100K;
  int64_t allowed = allowed_per_100k(plan, condition);

  if (fault == NAIVE_CONFIDENCE_BACKWARDS && condition != CONDITION_RESULT) {
    allowed = ONE_PER_100K - allowed;
  }
  return fault == NAIVE_ONE_TOO_MANY ? broken < allowed * verdict->years
                                     : broken <= allowed * verdict->years;
}

static bool cost_holds(const Plan *plan, const NaiveVerdict *verdict, NaiveFault fault) {
  if (fault == NAIVE_COST_OF_YEARS) {
    return share_holds(plan, verdict, CONDITION_COST_PER_CLIENT_KEPT, NAIVE_RIGHT);
  }
  return verdict->result_cents >= 0 ||
         (verdict->people_kept > 0 &&
          verdict->cost_cents <= plan->clients.usual_advertising_cents_per_new_client);
}

static VerdictForm form_of(const Plan *plan, const NaiveVerdict *verdict, NaiveFault fault) {
  if (!verdict->all_hold) {
    return VERDICT_NO;
  }
  if (verdict->result_cents >= 0) {
    return VERDICT_YES;
  }
  if (fault == NAIVE_LOSS_IS_NO) {
    return VERDICT_NO;
  }
  return plan->conditions.goal == GOAL_ADVERTISE ? VERDICT_AS_ADVERTISING : VERDICT_YES;
}

static void years_count(const Plan *plan, const TrialRun *run, NaiveFault fault,
                        NaiveVerdict *verdict) {
  int looked_at[CONDITION_COUNT] = {0};

  for (int year = 0; year < verdict->years; year++) {
    verdict->result_cents += run[year].value[RISK_RESULT_CENTS];
    verdict->people_kept += run[year].value[RISK_PEOPLE_RETURNING];
    for (int i = 0; i < CONDITION_COUNT; i++) {
      bool applies = year_applies(plan, &run[year], (Condition)i) ||
                     (fault == NAIVE_FLOOR_KEPT && i == CONDITION_CASH_FLOOR);

      looked_at[i] += applies;
      verdict->condition[i].broken += applies && year_breaks(plan, &run[year], (Condition)i);
    }
  }
  for (int i = 0; i < CONDITION_COUNT; i++) {
    verdict->condition[i].applies = 2 * looked_at[i] >= verdict->years;
  }
  verdict->floor_left_out =
      plan->rooms_count > 0 && !verdict->condition[CONDITION_CASH_FLOOR].applies;
}

void naive_verdict_fill(const Plan *plan, const TrialRun *run, int years, NaiveFault fault,
                        NaiveVerdict *verdict) {
  g_autofree Plan *owner = g_memdup2(plan, sizeof *plan);

  if (fault == NAIVE_GOAL_SWAPPED) {
    owner->conditions.goal = plan->conditions.goal == GOAL_EARN ? GOAL_ADVERTISE : GOAL_EARN;
  }
  *verdict = (NaiveVerdict){.years = years, .all_hold = true};
  years_count(owner, run, fault, verdict);
  if (verdict->result_cents < 0 && verdict->people_kept > 0) {
    verdict->cost_cents =
        (2 * -verdict->result_cents + verdict->people_kept) / (2 * verdict->people_kept);
  }
  for (int i = 0; i < CONDITION_COUNT; i++) {
    NaiveCondition *of = &verdict->condition[i];

    of->holds = !of->applies || (i == CONDITION_COST_PER_CLIENT_KEPT
                                     ? cost_holds(owner, verdict, fault)
                                     : share_holds(owner, verdict, (Condition)i, fault));
    verdict->all_hold = verdict->all_hold && of->holds;
  }
  verdict->form = form_of(owner, verdict, fault);
}

const char *naive_standing_difference(const NaiveVerdict *verdict, const Plan *plan,
                                      const Standing *standing) {
  if (standing->years % verdict->years != 0) {
    return "years";
  }
  for (int i = 0; i < CONDITION_COUNT; i++) {
    const NaiveCondition *of = &verdict->condition[i];
    const ConditionStanding *told = &standing->condition[i];

    if (of->applies != told->applies) {
      return "applies";
    }
    if (!of->applies) {
      continue;
    }
    if (of->holds != told->holds) {
      return "holds";
    }
    if ((int64_t)told->broken_per_100k * verdict->years != (int64_t)of->broken * ONE_PER_100K) {
      return "share";
    }
    if (i != CONDITION_COST_PER_CLIENT_KEPT &&
        told->allowed_per_100k != allowed_per_100k(plan, (Condition)i)) {
      return "allowed";
    }
  }
  if (verdict->floor_left_out != standing->floor_left_out) {
    return "floor left out";
  }
  if (verdict->all_hold != standing->all_hold) {
    return "all hold";
  }
  if (standing->result.mean_milli * verdict->years != verdict->result_cents * 1000 ||
      standing->clients_kept.mean_milli * verdict->years != verdict->people_kept * 1000) {
    return "mean";
  }
  if ((verdict->people_kept > 0) != standing->has_clients_kept ||
      (standing->has_clients_kept && standing->cost_per_client_kept_cents != verdict->cost_cents)) {
    return "cost";
  }
  return verdict->form != standing->form ? "form" : "";
}

/* As a share of what she accepts; what she accepts none of is worse than any, and no client kept
 * worse still. */
static double past_limit(const Plan *plan, const NaiveVerdict *verdict, Condition condition) {
  double usual = (double)plan->clients.usual_advertising_cents_per_new_client;
  double allowed = (double)allowed_per_100k(plan, condition) * verdict->years;
  double broken = (double)verdict->condition[condition].broken * ONE_PER_100K;

  if (condition == CONDITION_COST_PER_CLIENT_KEPT) {
    return verdict->people_kept == 0 || usual <= 0 ? G_MAXDOUBLE
                                                   : (double)verdict->cost_cents / usual - 1;
  }
  return allowed > 0 ? broken / allowed - 1 : 1e6 + broken;
}

Condition naive_worst(const Plan *plan, const NaiveVerdict *verdict, unsigned but,
                      NaiveFault fault) {
  Condition worst = CONDITION_COUNT;
  double furthest = -1;

  for (int i = 0; i < CONDITION_COUNT; i++) {
    double past = past_limit(plan, verdict, (Condition)i);

    if (verdict->condition[i].holds || (but >> i & 1)) {
      continue;
    }
    if (past > furthest * (1 + 1e-9) || fault == NAIVE_LAST_IS_WORST) {
      worst = (Condition)i;
      furthest = past;
    }
  }
  return worst;
}

/* --- texts ----------------------------------------------------------------------------------- */

bool naive_text_names(Language language, const char *text, Condition condition) {
  static const char *const said[LANGUAGE_COUNT][CONDITION_COUNT] = {
      [LANGUAGE_EN] = {"the deal loses money", "client", "get no place within",
                       "of your regulars are refused", "the fullest week", "under your minimum"},
      [LANGUAGE_FR] = {"l’offre perd de l’argent", "client", "n’ont pas de place",
                       "vos clients habituels sont refusés", "la semaine la plus chargée",
                       "sous votre minimum"},
  };
  static const char *const costs[LANGUAGE_COUNT][2] = {
      [LANGUAGE_EN] = {"client kept costs ", "no client is kept"},
      [LANGUAGE_FR] = {"client fidélisé coûte ", "aucun client n’est fidélisé"},
  };

  if (condition == CONDITION_COST_PER_CLIENT_KEPT) {
    return strstr(text, costs[language][0]) || strstr(text, costs[language][1]);
  }
  return strstr(text, said[language][condition]) != NULL;
}

bool naive_text_counts(Language language, const char *text, const NaiveVerdict *verdict,
                       Condition condition) {
  int broken = verdict->condition[condition].broken;
  int of_100 = broken * 100 / verdict->years;
  g_autofree char *some = language == LANGUAGE_EN
                              ? g_strdup_printf("n %d of 100 simulated years", of_100)
                              : g_strdup_printf("ans %d années simulées sur 100", of_100);
  const char *none = language == LANGUAGE_EN ? "n none of " : "ans 0 des ";
  const char *all = language == LANGUAGE_EN ? "n all of " : "ans toutes les ";

  return condition == CONDITION_COST_PER_CLIENT_KEPT ||
         strstr(text, broken == 0                ? none
                      : broken == verdict->years ? all
                                                 : some);
}

const char *naive_first_words(Language language, VerdictForm form, bool if_contract) {
  static const char *const words[LANGUAGE_COUNT][VERDICT_COUNT][2] = {
      [LANGUAGE_EN] = {[VERDICT_YES] = {"Yes: ", "Yes, if the contract says: "},
                       [VERDICT_AS_ADVERTISING] = {"Yes, as advertising: it costs ",
                                                   "Yes, as advertising"},
                       [VERDICT_NO] = {"No: ", "No: "}},
      [LANGUAGE_FR] = {[VERDICT_YES] = {"Oui" NBSP ": ", "Oui, si le contrat dit" NBSP ": "},
                       [VERDICT_AS_ADVERTISING] = {"Oui, comme publicité" NBSP ": elle coûte ",
                                                   "Oui, comme publicité"},
                       [VERDICT_NO] = {"Non" NBSP ": ", "Non" NBSP ": "}},
  };

  return words[language][form][if_contract];
}
