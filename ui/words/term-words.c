/* Room: words. Knows: terms of a contract. Must not know: how they were found, what they are worth.
 * See term-words.h.
 *
 * A term reads alike in a verdict, a table and the rider: a noun with its number, small letter,
 * without a full stop. */
#include "ui/words/term-words.h"

#include "ui/words/phrase.h"
#include "ui/words/verdict-parts.h"

#define CAP_ROUND 10 /* counts of vouchers are said down to 10 */

static int32_t cap_said(int64_t vouchers) {
  return (int32_t)(vouchers >= CAP_ROUND ? vouchers / CAP_ROUND * CAP_ROUND : vouchers);
}

static char *cap_text(Language language, int64_t vouchers) {
  g_autofree char *text = phrase_vouchers(language, vouchers);

  return vouchers <= 0 ? g_strdup(say(language, "no voucher"))
                       : g_strdup_printf(say(language, "%s at most"), text);
}

/* --- deal visits a day --------------------------------------------------------------------- */

/* "Fridays and Saturdays": those of a bit per weekday. */
static char *days_text(Language language, unsigned days) {
  const char *names[7];
  int count = 0;

  for (int weekday = 0; weekday < 7; weekday++) {
    if (days >> weekday & 1) {
      names[count++] = phrase_weekdays(language, weekday);
    }
  }
  return phrase_list(language, names, count);
}

static int only_day(unsigned days) {
  return __builtin_popcount(days) == 1 ? __builtin_ctz(days) : -1;
}

/* "at most 4 deal visits on a Friday", "no deal visit on a Saturday": the first of a list. */
static char *first_quota(Language language, int32_t visits, unsigned days) {
  int day = only_day(days);
  g_autofree char *number = say_number(language, visits);
  g_autofree char *names = days_text(language, days);

  if (visits <= 0) {
    return day >= 0 ? g_strdup_printf(say(language, "no deal visit on a %s"),
                                      weekday_name(language, day))
                    : g_strdup_printf(say(language, "no deal visit on %s"), names);
  }
  return day >= 0
             ? g_strdup_printf(say_count(language, visits, "at most %1$s deal visit on a %2$s",
                                         "at most %1$s deal visits on a %2$s"),
                               number, weekday_name(language, day))
             : g_strdup_printf(say_count(language, visits, "at most %1$s deal visit a day on %2$s",
                                         "at most %1$s deal visits a day on %2$s"),
                               number, names);
}

/* "4 on a Friday", "none on Saturdays and Sundays": what follows it. */
static char *other_quota(Language language, int32_t visits, unsigned days) {
  int day = only_day(days);
  g_autofree char *number = say_number(language, visits);
  g_autofree char *names = days_text(language, days);

  if (visits <= 0) {
    return day >= 0 ? g_strdup_printf(say(language, "none on a %s"), weekday_name(language, day))
                    : g_strdup_printf(say(language, "none on %s"), names);
  }
  return day >= 0
             ? g_strdup_printf(say(language, "%1$s on a %2$s"), number, weekday_name(language, day))
             : g_strdup_printf(say(language, "%1$s a day on %2$s"), number, names);
}

/* Weekdays that take deal visits, one bit each. */
static unsigned deal_days(const Plan *plan) {
  unsigned days = 0;

  for (int weekday = 0; weekday < 7; weekday++) {
    days |= (unsigned)term_weekday_takes_deals(plan, weekday) << weekday;
  }
  return days;
}

typedef struct {
  int32_t visits;
  unsigned days;
} QuotaGroup;

/* Weekdays of one number together: the most numerous first where they stand for "a day", then by
 * falling number. */
static int group_quota(const int32_t quota[7], unsigned open, QuotaGroup groups[7]) {
  int count = 0;

  for (int weekday = 0; weekday < 7; weekday++) {
    int at = 0;

    if (quota[weekday] == PLAN_NONE || (open != 0 && !(open >> weekday & 1))) {
      continue;
    }
    while (at < count && groups[at].visits > quota[weekday]) {
      at++;
    }
    if (at == count || groups[at].visits != quota[weekday]) {
      for (int i = count++; i > at; i--) {
        groups[i] = groups[i - 1];
      }
      groups[at] = (QuotaGroup){.visits = quota[weekday]};
    }
    groups[at].days |= 1u << weekday;
  }
  return count;
}

/* The group that "a day" stands for: of every open day that has a number, the one most have; −1
 * when a day has none, or no number is of two. */
static int everyday_group(const QuotaGroup *groups, int count, unsigned open) {
  unsigned covered = 0;
  int best = -1;

  for (int i = 0; i < count; i++) {
    int days = __builtin_popcount(groups[i].days);

    covered |= groups[i].days;
    if (groups[i].visits > 0 && days >= 2 &&
        (best < 0 || days > __builtin_popcount(groups[best].days))) {
      best = i;
    }
  }
  return (open & ~covered) == 0 ? best : -1;
}

static char *quota_text(Language language, const Plan *plan, const int32_t quota[7]) {
  unsigned open = deal_days(plan);
  QuotaGroup groups[7];
  int count = group_quota(quota, open, groups);
  int everyday = everyday_group(groups, count, open);
  GString *text = g_string_new(NULL);

  if (everyday >= 0) {
    g_autofree char *number = say_number(language, groups[everyday].visits);

    g_string_printf(text,
                    say_count(language, groups[everyday].visits, "at most %s deal visit a day",
                              "at most %s deal visits a day"),
                    number);
  }
  for (int i = 0; i < count; i++) {
    g_autofree char *part = NULL;

    if (i == everyday) {
      continue;
    }
    part = text->len ? other_quota(language, groups[i].visits, groups[i].days)
                     : first_quota(language, groups[i].visits, groups[i].days);
    g_string_append(text, text->len ? ", " : "");
    g_string_append(text, part);
  }
  if (text->len == 0) {
    g_string_append(text, say(language, "deal visits a day as they are now"));
  }
  return g_string_free(text, FALSE);
}

/* --- one term ------------------------------------------------------------------------------ */

static char *amount_text(Language language, const Term *term) {
  g_autofree char *amount = term->kind == TERM_COMMISSION ? say_percent(language, term->amount)
                                                          : say_money(language, term->amount);

  return g_strdup_printf(term->kind == TERM_COMMISSION ? say(language, "a commission of %s")
                                                       : say(language, "a price of %s"),
                         amount);
}

char *term_text(Language language, const Plan *plan, const Term *term) {
  switch (term->kind) {
  case TERM_CAP:
    return cap_text(language, term->amount);
  case TERM_QUOTA:
    return quota_text(language, plan, term->quota);
  case TERM_NO_WEEKDAY:
    return first_quota(language, 0, 1u << (term->amount & 7));
  case TERM_TAXES_EXTRA:
    return g_strdup(say(language, "“taxes extra” in the offer’s text"));
  case TERM_NEW_CLIENTS_ONLY:
    return g_strdup(say(language, "new clients only"));
  case TERM_PAYOUT_SOON:
    return g_strdup_printf(say(language, "everything paid within %d days of the sale"),
                           TERM_PAYOUT_DAYS);
  case TERM_NO_FIXED_FEE:
    return g_strdup(say(language, "no fixed fee"));
  case TERM_NO_CARD_FEE:
    return g_strdup(say(language, "no card fee"));
  case TERM_COMMISSION:
  case TERM_PRICE:
    return amount_text(language, term);
  case TERM_COUNT:
    break;
  }
  g_return_val_if_reached(NULL);
}

/* Whether it begins with "no": French asks for the absence of something in other words. */
static bool is_of_nothing(const Plan *plan, const Term *term) {
  QuotaGroup groups[7];

  if (term->kind == TERM_QUOTA) {
    int count = group_quota(term->quota, deal_days(plan), groups);

    return count > 0 && groups[0].visits <= 0;
  }
  return term->kind == TERM_NO_WEEKDAY || term->kind == TERM_NO_FIXED_FEE ||
         term->kind == TERM_NO_CARD_FEE || (term->kind == TERM_CAP && term->amount <= 0);
}

char *term_ask_text(Language language, const Plan *plan, const Term *term) {
  Term said = *term;
  g_autofree char *what = NULL;

  said.amount = term->kind == TERM_CAP ? cap_said(term->amount) : term->amount;
  what = term_text(language, plan, &said);
  if (term->kind == TERM_NEW_CLIENTS_ONLY) {
    return g_strdup(say(language, "Ask that the offer be for new clients only."));
  }
  if (term->kind == TERM_PAYOUT_SOON) {
    return g_strdup_printf(say(language, "Ask to be paid everything within %d days of the sale."),
                           TERM_PAYOUT_DAYS);
  }
  return is_of_nothing(plan, &said) ? g_strdup_printf(say(language, "Ask that there be %s."), what)
                                    : g_strdup_printf(say(language, "Ask for %s."), what);
}

/* --- several ------------------------------------------------------------------------------- */

const Ask *terms_asked(const Study *study) {
  Told told;

  return told_fill(study, &told) ? told.ask : NULL;
}

bool terms_have_cap(const Asks *asks) {
  return asks->has_cap && asks->cap.found && asks->cap.binding < CONDITION_COUNT;
}

int32_t terms_cap(const Plan *plan, const Asks *asks, const Ask *ask) {
  int64_t cap = INT64_MAX;

  for (int i = 0; i < ask->term_count; i++) {
    if (ask->term[i].kind == TERM_CAP) {
      cap = ask->term[i].amount;
    }
  }
  if (ask == &asks->ask[0] && terms_have_cap(asks) && asks->cap.vouchers < cap) {
    cap = asks->cap.vouchers;
  }
  if (cap == INT64_MAX ||
      (plan->deal.contract_cap != PLAN_NONE && plan->deal.contract_cap <= cap)) {
    return 0;
  }
  return cap_said(cap);
}

char *terms_text(Language language, const Plan *plan, const Asks *asks, const Ask *ask) {
  int32_t cap = terms_cap(plan, asks, ask);
  GString *text = g_string_new(NULL);

  if (cap > 0) {
    g_autofree char *vouchers = cap_text(language, cap);

    g_string_append(text, vouchers);
  }
  for (int i = 0; i < ask->term_count; i++) {
    g_autofree char *part = NULL;

    if (ask->term[i].kind == TERM_CAP) {
      continue;
    }
    part = term_text(language, plan, &ask->term[i]);
    g_string_append(text, text->len ? "; " : "");
    g_string_append(text, part);
  }
  return g_string_free(text, FALSE);
}

/* --- what the contract says already -------------------------------------------------------- */

static bool is_paid_soon(const PlanDeal *deal) {
  if (deal->payout_basis != PAYOUT_SOLD || deal->hold_back_per_100k > 0) {
    return false;
  }
  for (int i = 0; i < deal->instalments_count; i++) {
    /* Business days: 11 of them may be more than 15 days with two weekends and no holiday. */
    int32_t days = deal->instalments[i].business_days ? deal->instalments[i].after_days * 7 / 5 + 2
                                                      : deal->instalments[i].after_days;

    if (deal->instalments[i].weight > 0 && days > TERM_PAYOUT_DAYS) {
      return false;
    }
  }
  return true;
}

/* Open weekdays that the deal leaves out. */
static unsigned days_left_out(const Plan *plan) {
  unsigned days = 0;

  for (int weekday = 0; weekday < 7; weekday++) {
    if (term_weekday_is_open(plan, weekday) && !plan->deal.allowed_weekdays[weekday]) {
      days |= 1u << weekday;
    }
  }
  return days;
}

static bool has_quota(const PlanDeal *deal) {
  for (int i = 0; i < 7; i++) {
    if (deal->weekday_quota[i] != PLAN_NONE) {
      return true;
    }
  }
  return false;
}

static void add_part(GString *text, char *part) {
  g_string_append(text, text->len ? "; " : "");
  g_string_append(text, part);
  g_free(part);
}

/* The kinds that the plan's contract has something of, bit per TermKind. */
static unsigned already_kinds(const Plan *plan) {
  const PlanDeal *deal = &plan->deal;
  bool is_extra =
      deal->tax_treatment == TREATMENT_GIFT_CERTIFICATE && deal->price_tax_wording == WORDING_EXTRA;

  return (unsigned)(deal->contract_cap != PLAN_NONE) << TERM_CAP |
         (unsigned)has_quota(deal) << TERM_QUOTA |
         (unsigned)(days_left_out(plan) != 0) << TERM_NO_WEEKDAY |
         (unsigned)is_extra << TERM_TAXES_EXTRA | (unsigned)is_paid_soon(deal) << TERM_PAYOUT_SOON;
}

static char *already_part(Language language, const Plan *plan, TermKind kind) {
  if (kind == TERM_CAP) {
    return cap_text(language, plan->deal.contract_cap);
  }
  if (kind == TERM_QUOTA) {
    return quota_text(language, plan, plan->deal.weekday_quota);
  }
  if (kind == TERM_NO_WEEKDAY) {
    return first_quota(language, 0, days_left_out(plan));
  }
  {
    Term term = term_of(kind, 0);

    return term_text(language, plan, &term);
  }
}

char *terms_already_list(Language language, const Plan *plan, unsigned but) {
  GString *text = g_string_new(NULL);
  unsigned kinds = already_kinds(plan) & ~but;

  for (int kind = 0; kind < TERM_COUNT; kind++) {
    if (kinds >> kind & 1) {
      add_part(text, already_part(language, plan, (TermKind)kind));
    }
  }
  return g_string_free(text, text->len == 0);
}

/* Every one of them is noted as from the contract. */
static bool is_all_from_contract(const Plan *plan) {
  unsigned kinds = already_kinds(plan);

  for (int kind = 0; kind < TERM_COUNT; kind++) {
    const Provenance *provenance =
        kinds >> kind & 1 ? plan_provenance(plan, term_path((TermKind)kind)) : NULL;

    if (kinds >> kind & 1 && (!provenance || provenance->kind != PROVENANCE_CONTRACT)) {
      return false;
    }
  }
  return true;
}

char *terms_already_text(Language language, const Plan *plan) {
  g_autofree char *list = terms_already_list(language, plan, 0);

  if (!list) {
    return NULL;
  }
  return g_strdup_printf(is_all_from_contract(plan)
                             ? say(language, "Already in your contract: %s.")
                             : say(language, "Your plan counts as agreed already: %s. Check that "
                                             "the contract says so."),
                         list);
}
