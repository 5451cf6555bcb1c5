/* Room: decide. Knows: the Decisions struct. Must not know: JSON, screens.
 *
 * The keys stand in the order of the parts. */
#include "model/decide/decision-keys.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#define LENGTH(table) ((int)(sizeof table / sizeof table[0]))
#define MEMBERS(table)                                                                             \
  { table, LENGTH(table) }

#define MEMBER(owner, name, type, unit, member, meaning)                                           \
  { name, type, unit, offsetof(owner, member), SIZE_MAX, NULL, meaning }
#define MEMBER_IF(owner, flag, name, type, unit, member, meaning)                                  \
  { name, type, unit, offsetof(owner, member), offsetof(owner, flag), NULL, meaning }
#define TRUTH(owner, name, member, meaning)                                                        \
  MEMBER(owner, name, DECISION_BOOL, "none", member, meaning)
#define COUNT(owner, name, member, meaning)                                                        \
  MEMBER(owner, name, DECISION_INT32, "count", member, meaning)
#define CENTS_OF(owner, name, member, meaning)                                                     \
  MEMBER(owner, name, DECISION_INT64, "cents", member, meaning)
#define MEAN(owner, name, unit, member, meaning)                                                   \
  MEMBER(owner, name ".mean_milli", DECISION_INT64, "milli_" unit, member.mean_milli, meaning),    \
      MEMBER(owner, name ".error_milli", DECISION_INT64, "milli_" unit, member.error_milli,        \
             meaning ", one standard error")

/* --- the owner's conditions ---------------------------------------------------------------- */

static const char *form_name_of(int form) {
  return form >= 0 && form < VERDICT_COUNT ? verdict_form_name((VerdictForm)form) : NULL;
}

static const char *condition_name_of(int condition) {
  return condition >= 0 && condition < CONDITION_COUNT ? condition_name((Condition)condition)
                                                       : NULL;
}

#define OF_CONDITION(name, index, meaning)                                                         \
  TRUTH(Standing, "conditions." name ".applies", condition[index].applies,                         \
        meaning ": whether it is looked at"),                                                      \
      MEMBER_IF(Standing, condition[index].applies, "conditions." name ".holds", DECISION_BOOL,    \
                "none", condition[index].holds, meaning ": whether it holds"),                     \
      MEMBER_IF(Standing, condition[index].applies, "conditions." name ".broken_per_100k",         \
                DECISION_INT32, "per_100k", condition[index].broken_per_100k,                      \
                meaning ": years that break it"),                                                  \
      MEMBER_IF(Standing, condition[index].applies, "conditions." name ".error_per_100k",          \
                DECISION_INT32, "per_100k", condition[index].error_per_100k,                       \
                meaning ": one standard error of those years"),                                    \
      MEMBER_IF(Standing, condition[index].applies, "conditions." name ".allowed_per_100k",        \
                DECISION_INT32, "per_100k", condition[index].allowed_per_100k,                     \
                meaning ": years that may break it")

static const DecisionMember OF_STANDING[] = {
    COUNT(Standing, "years_count", years, "simulated years looked at"),
    {"form", DECISION_NAME, "none", offsetof(Standing, form), SIZE_MAX, form_name_of,
     "yes, as_advertising or no, of this contract as it stands"},
    TRUTH(Standing, "all_hold", all_hold, "whether all conditions hold"),
    TRUTH(Standing, "floor_left_out", floor_left_out,
          "the cash floor breaks without the deal too, and is left out"),
    OF_CONDITION("result", CONDITION_RESULT, "the deal earns"),
    OF_CONDITION("cost_per_client_kept", CONDITION_COST_PER_CLIENT_KEPT,
                 "a client kept costs no more than the usual new one"),
    OF_CONDITION("wait", CONDITION_WAIT, "deal clients placed in time"),
    OF_CONDITION("refused", CONDITION_REFUSED, "few visits refused because of the deal"),
    OF_CONDITION("weekly_share", CONDITION_WEEKLY_SHARE, "share of deal clients in a week"),
    OF_CONDITION("cash_floor", CONDITION_CASH_FLOOR, "lowest balance above the floor"),
    MEAN(Standing, "result_cents", "cents", result, "deal compared with no deal, mean"),
    MEAN(Standing, "clients_kept_count", "count", clients_kept, "people who return, mean"),
    MEMBER_IF(Standing, has_clients_kept, "cost_per_client_kept_cents", DECISION_INT64, "cents",
              cost_per_client_kept_cents, "mean cost over mean clients kept"),
};
const DecisionMembers DECISION_STANDING = MEMBERS(OF_STANDING);

/* --- quota, cap ---------------------------------------------------------------------------- */

static const DecisionMember OF_QUOTA[] = {
    TRUTH(Quota, "applies", applies, "there are rooms and regular clients"),
    MEMBER_IF(Quota, applies, "regular_cents", DECISION_INT64, "cents", regular_cents,
              "what a regular visit leaves"),
    MEMBER_IF(Quota, applies, "deal_cents", DECISION_INT64, "cents", deal_cents,
              "what a deal visit is worth before the contract"),
    MEMBER_IF(Quota, applies, "moving_cents", DECISION_INT64, "cents", moving_cents,
              "what moving a deal visit loses once sold"),
    MEMBER_IF(Quota, applies, "is_simulated", DECISION_BOOL, "none", is_simulated,
              "services differ: days of the calendar were simulated"),
};
static const DecisionMembers DECISION_QUOTA_WHOLE = MEMBERS(OF_QUOTA);

static const DecisionMember OF_QUOTA_DAY[] = {
    TRUTH(QuotaDay, "is_open", is_open, "a deal visit can be given on that weekday"),
    COUNT(QuotaDay, "slots_count", slots, "deal visits that an empty day holds"),
    MEMBER(QuotaDay, "wanted_milli_visits", DECISION_INT32, "milli", wanted_milli,
           "regular visits wanted that day, mean"),
    COUNT(QuotaDay, "before_count", before, "deal visits a day, before the contract"),
    COUNT(QuotaDay, "after_count", after, "deal visits a day, once sold"),
    MEMBER(QuotaDay, "short_per_100k", DECISION_INT32, "per_100k", short_per_100k,
           "days on which regulars want more than is left to them"),
};
const DecisionMembers DECISION_QUOTA_DAY = MEMBERS(OF_QUOTA_DAY);

static const DecisionMember OF_CAP[] = {
    TRUTH(Cap, "found", found, "whether any number of vouchers meets all conditions"),
    MEMBER_IF(Cap, found, "vouchers_count", DECISION_INT32, "count", vouchers,
              "recommended cap: the most vouchers to sell"),
    MEMBER_IF(Cap, found, "at_least_count", DECISION_INT32, "count", at_least,
              "below it the goal is not met; 0: no such number"),
    MEMBER_IF(Cap, found, "error_count", DECISION_INT32, "count", error_vouchers,
              "one standard error of the cap"),
    {"binding", DECISION_NAME, "none", offsetof(Cap, binding), SIZE_MAX, condition_name_of,
     "the condition that one step more breaks"},
    COUNT(Cap, "most_count", most, "the most vouchers tried"),
    TRUTH(Cap, "most_is_contract", most_is_contract, "no more were tried: the contract's own cap"),
    COUNT(Cap, "years_count", years, "simulated years for each number tried"),
};
static const DecisionMembers DECISION_CAP = MEMBERS(OF_CAP);

static const DecisionMember OF_CAP_ALONE[] = {
    TRUTH(CapAlone, "applies", applies, "whether it is looked at"),
    MEMBER_IF(CapAlone, applies, "found", DECISION_BOOL, "none", found,
              "whether any number meets it"),
    MEMBER_IF(CapAlone, found, "vouchers_count", DECISION_INT32, "count", vouchers,
              "the most vouchers that it alone allows"),
    MEMBER_IF(CapAlone, applies, "is_bound", DECISION_BOOL, "none", is_bound,
              "not even the most tried breaks it"),
};
static const DecisionMembers DECISION_CAP_ALONE = MEMBERS(OF_CAP_ALONE);

static const DecisionMember OF_CAP_TEST[] = {
    COUNT(CapTest, "vouchers_count", vouchers, "vouchers sold"),
    COUNT(CapTest, "years_count", years, "simulated years"),
    MEAN(CapTest, "result_cents", "cents", result, "deal compared with no deal, mean"),
};
const DecisionMembers DECISION_CAP_TEST = MEMBERS(OF_CAP_TEST);

/* --- what matters most --------------------------------------------------------------------- */

static const DecisionMember OF_TORNADO[] = {
    COUNT(Tornado, "years_count", years, "simulated years for each end, the daily luck alone"),
    MEAN(Tornado, "base_result_cents", "cents", base, "result of the plan as it is, mean"),
};
static const DecisionMembers DECISION_TORNADO = MEMBERS(OF_TORNADO);

static const DecisionMember OF_TORNADO_BAR[] = {
    MEMBER(TornadoBar, "low", DECISION_INT64, "none", low, "low end, in the unit of the input"),
    MEMBER(TornadoBar, "likely", DECISION_INT64, "none", likely, "likely value"),
    MEMBER(TornadoBar, "high", DECISION_INT64, "none", high, "high end"),
    MEAN(TornadoBar, "at_low_result_cents", "cents", at_low, "result at the low end"),
    MEAN(TornadoBar, "at_high_result_cents", "cents", at_high, "result at the high end"),
    MEAN(TornadoBar, "low_less_high_cents", "cents", low_less_high, "the two held together"),
};
const DecisionMembers DECISION_TORNADO_BAR = MEMBERS(OF_TORNADO_BAR);

static const DecisionMember OF_WORTHS[] = {
    COUNT(TermWorths, "years_count", years, "simulated years for each term"),
};
static const DecisionMembers DECISION_WORTHS = MEMBERS(OF_WORTHS);

static const DecisionMember OF_TERM_WORTH[] = {
    TRUTH(TermWorth, "changes", changes, "false: the contract says so already"),
    MEAN(TermWorth, "worth_cents", "cents", worth, "result with the term less without"),
    MEAN(TermWorth, "lowest_cents", "cents", lowest, "lowest balance with less without"),
    MEAN(TermWorth, "refused_count", "count", refused, "refused because of the deal, likewise"),
};
const DecisionMembers DECISION_TERM_WORTH = MEMBERS(OF_TERM_WORTH);

static const DecisionMember OF_ASKS[] = {
    TRUTH(Asks, "is_needed", is_needed, "the contract as it stands fails a condition"),
    COUNT(Asks, "ask_count", ask_count, "changes found that turn the verdict"),
    {"hopeless", DECISION_NAME, "none", offsetof(Asks, hopeless), SIZE_MAX, condition_name_of,
     "where nothing turns it: the condition that comes least near"},
};
static const DecisionMembers DECISION_ASKS = MEMBERS(OF_ASKS);

/* --- break-even, lifetime, alternatives ---------------------------------------------------- */

static const DecisionMember OF_BREAK_EVEN[] = {
    TRUTH(BreakEven, "found", found, "whether the result is nothing anywhere"),
    MEMBER_IF(BreakEven, found, "value", DECISION_INT64, "none", value,
              "where it is, in the unit of the input"),
    MEMBER_IF(BreakEven, found, "earns_above", DECISION_BOOL, "none", earns_above,
              "it earns above that value, else below"),
    MEMBER(BreakEven, "now", DECISION_INT64, "none", now, "the plan's value"),
    CENTS_OF(BreakEven, "now_result_cents", now_result_cents, "the result there, mean"),
};
static const DecisionMembers DECISION_BREAK_EVEN = MEMBERS(OF_BREAK_EVEN);

static const DecisionMember OF_BREAK_EVEN_POINT[] = {
    MEMBER(BreakEvenPoint, "value", DECISION_INT64, "none", value, "in the unit of the input"),
    CENTS_OF(BreakEvenPoint, "result_cents", result_cents, "the result there, mean"),
};
const DecisionMembers DECISION_BREAK_EVEN_POINT = MEMBERS(OF_BREAK_EVEN_POINT);

static const DecisionMember OF_LIFETIME[] = {
    CENTS_OF(Lifetime, "yearly_margin_cents", yearly_margin_cents,
             "what a client kept leaves in a year"),
    CENTS_OF(Lifetime, "lifetime_cents", lifetime_cents, "what she is worth in the long run"),
    CENTS_OF(Lifetime, "usual_cost_cents", usual_cost_cents, "usual advertising, per new client"),
    MEMBER_IF(Lifetime, has_cost, "cost_cents", DECISION_INT64, "cents", cost_cents,
              "of the deal, per client kept"),
    MEMBER_IF(Lifetime, retention_found, "break_even_retention_per_100k", DECISION_INT32,
              "per_100k", retention_per_100k, "yearly retention from which that comes back"),
};
static const DecisionMembers DECISION_LIFETIME = MEMBERS(OF_LIFETIME);

static const DecisionMember OF_ALTERNATIVE[] = {
    TRUTH(Alternative, "applies", applies, "the plan says enough of it"),
    MEMBER_IF(Alternative, applies, "has_clients", DECISION_BOOL, "none", has_clients,
              "whether it keeps anybody"),
    MEMBER_IF(Alternative, has_clients, "cost_per_client_kept_cents", DECISION_INT64, "cents",
              cost_per_client_kept_cents, "cost of each client kept"),
    MEMBER_IF(Alternative, applies, "cost_cents", DECISION_INT64, "cents", cost_cents,
              "in all; negative: it earns"),
    MEMBER_IF(Alternative, applies, "clients_milli", DECISION_INT32, "milli", clients_milli,
              "people kept, mean"),
    MEMBER_IF(Alternative, applies, "months_before_result_count", DECISION_INT32, "count",
              months_before_result, "months until the first comes"),
};
static const DecisionMembers DECISION_ALTERNATIVE = MEMBERS(OF_ALTERNATIVE);

/* --- other worlds -------------------------------------------------------------------------- */

static const DecisionMember OF_WHAT_IF[] = {
    TRUTH(WhatIf, "applies", applies, "whether the plan can be so"),
    MEMBER_IF(WhatIf, applies, "vouchers_count", DECISION_INT32, "count", vouchers,
              "vouchers sold, likely"),
    MEMBER_IF(WhatIf, applies, "sale_date", DECISION_DATE, "date", sale_date,
              "first day of the sale"),
    MEMBER_IF(WhatIf, applies, "less_base_cents.mean_milli", DECISION_INT64, "milli_cents",
              less_base.mean_milli, "its result less the plan's, mean"),
    MEMBER_IF(WhatIf, applies, "less_base_cents.error_milli", DECISION_INT64, "milli_cents",
              less_base.error_milli, "its result less the plan's, one standard error"),
    MEMBER_IF(WhatIf, applies, "closing_less_base_cents.mean_milli", DECISION_INT64, "milli_cents",
              closing_less_base.mean_milli, "its bank at the horizon less the plan's, mean"),
    MEMBER_IF(WhatIf, applies, "closing_less_base_cents.error_milli", DECISION_INT64, "milli_cents",
              closing_less_base.error_milli,
              "its bank at the horizon less the plan's, one standard error"),
    MEMBER_IF(WhatIf, applies, "refused_extra_count", DECISION_INT32, "count", refused_extra,
              "visits refused because of the deal, 1 year in 2"),
    MEMBER_IF(WhatIf, applies, "wait_p95_days", DECISION_INT32, "days", wait_p95_days,
              "wait that 19 vouchers in 20 do not pass, 1 year in 2"),
    MEMBER_IF(WhatIf, applies, "unserved_count", DECISION_INT32, "count", unserved,
              "vouchers asked in time, no place, 1 year in 2"),
    MEMBER_IF(WhatIf, applies, "lowest_p10_cents", DECISION_INT64, "cents", lowest_p10_cents,
              "lowest balance, 9 years in 10 above"),
};
const DecisionMembers DECISION_WHAT_IF = MEMBERS(OF_WHAT_IF);

static const DecisionMember OF_LINE[] = {
    TRUTH(OneMoreLine, "applies", applies, "somebody phones"),
    MEMBER_IF(OneMoreLine, applies, "lost_now_milli_calls", DECISION_INT32, "milli", lost_now_milli,
              "calls lost with the people there are"),
    MEMBER_IF(OneMoreLine, applies, "lost_then_milli_calls", DECISION_INT32, "milli",
              lost_then_milli, "calls lost with one more"),
    MEMBER_IF(OneMoreLine, applies, "cost_cents", DECISION_INT64, "cents", cost_cents,
              "what her hours cost"),
};
static const DecisionMembers DECISION_LINE = MEMBERS(OF_LINE);

static const DecisionMember OF_DECISIONS[] = {
    MEMBER(Decisions, "seed", DECISION_INT64, "none", seed, "of the luck: same seed, same years"),
    MEMBER(Decisions, "sale_date", DECISION_DATE, "date", sale_date, "first day of the sale"),
};
static const DecisionMembers DECISION_WHOLE = MEMBERS(OF_DECISIONS);

/* --- the keys ------------------------------------------------------------------------------ */

/* A struct in its fixed place. */
typedef struct {
  const char *path;    /* after "decisions" */
  const char *meaning; /* before each member's; "": none */
  DecidePart part;     /* DECIDE_PART_COUNT: always there */
  size_t offset;
  size_t valid_offset; /* in Decisions, of the bool without which the whole has nothing to tell */
  const DecisionMembers *members;
} Place;

#define PLACE(path, meaning, part, member, members)                                                \
  { path, meaning, part, offsetof(Decisions, member), SIZE_MAX, &members }
#define OTHER_WORLD(path, meaning, part, member)                                                   \
  PLACE(path, meaning, part, member, DECISION_WHAT_IF), {                                          \
    path ".standing", meaning, part, offsetof(Decisions, member.standing),                         \
        offsetof(Decisions, member.applies), &DECISION_STANDING                                    \
  }

static const Place PLACES[] = {
    {"", "", DECIDE_PART_COUNT, 0, SIZE_MAX, &DECISION_WHOLE},
    PLACE(".quota", "quota", DECIDE_QUOTA, quota, DECISION_QUOTA_WHOLE),
    PLACE(".cap", "cap", DECIDE_CAP, cap, DECISION_CAP),
    PLACE(".cap.alone.result", "cap, if it need only earn", DECIDE_CAP, cap.alone[CONDITION_RESULT],
          DECISION_CAP_ALONE),
    PLACE(".cap.alone.cost_per_client_kept", "cap, by the cost of a client alone", DECIDE_CAP,
          cap.alone[CONDITION_COST_PER_CLIENT_KEPT], DECISION_CAP_ALONE),
    PLACE(".cap.alone.wait", "cap, by the wait alone", DECIDE_CAP, cap.alone[CONDITION_WAIT],
          DECISION_CAP_ALONE),
    PLACE(".cap.alone.refused", "cap, by refused regulars alone", DECIDE_CAP,
          cap.alone[CONDITION_REFUSED], DECISION_CAP_ALONE),
    PLACE(".cap.alone.weekly_share", "cap, by the share of a week alone", DECIDE_CAP,
          cap.alone[CONDITION_WEEKLY_SHARE], DECISION_CAP_ALONE),
    PLACE(".cap.alone.cash_floor", "cap, by the cash floor alone", DECIDE_CAP,
          cap.alone[CONDITION_CASH_FLOOR], DECISION_CAP_ALONE),
    PLACE(".tornado", "what matters most", DECIDE_TORNADO, tornado, DECISION_TORNADO),
    PLACE(".worths", "the contract's terms", DECIDE_WORTHS, worths, DECISION_WORTHS),
    PLACE(".standing", "the contract as it stands", DECIDE_ASKS, asks.standing, DECISION_STANDING),
    PLACE(".asks", "what to ask for", DECIDE_ASKS, asks, DECISION_ASKS),
    PLACE(".break_even.return", "return rate (per 100k)", DECIDE_BREAK_EVEN,
          break_even[BREAK_EVEN_RETURN], DECISION_BREAK_EVEN),
    PLACE(".break_even.vouchers", "vouchers sold", DECIDE_BREAK_EVEN,
          break_even[BREAK_EVEN_VOUCHERS], DECISION_BREAK_EVEN),
    PLACE(".break_even.price", "price of the voucher (cents)", DECIDE_BREAK_EVEN,
          break_even[BREAK_EVEN_PRICE], DECISION_BREAK_EVEN),
    PLACE(".break_even.commission", "the site's share (per 100k)", DECIDE_BREAK_EVEN,
          break_even[BREAK_EVEN_COMMISSION], DECISION_BREAK_EVEN),
    PLACE(".break_even.extras", "extras of a visit (cents)", DECIDE_BREAK_EVEN,
          break_even[BREAK_EVEN_EXTRAS], DECISION_BREAK_EVEN),
    PLACE(".lifetime", "a client kept", DECIDE_ALTERNATIVES, lifetime, DECISION_LIFETIME),
    PLACE(".alternatives.deal", "the deal", DECIDE_ALTERNATIVES, alternative[ALTERNATIVE_DEAL],
          DECISION_ALTERNATIVE),
    PLACE(".alternatives.own_offer", "own offer to her followers", DECIDE_ALTERNATIVES,
          alternative[ALTERNATIVE_OWN_OFFER], DECISION_ALTERNATIVE),
    PLACE(".alternatives.advertising", "usual advertising", DECIDE_ALTERNATIVES,
          alternative[ALTERNATIVE_ADVERTISING], DECISION_ALTERNATIVE),
    PLACE(".alternatives.web", "her own time on the web", DECIDE_ALTERNATIVES,
          alternative[ALTERNATIVE_WEB], DECISION_ALTERNATIVE),
    OTHER_WORLD(".quota_tried.before", "with the quota of before the contract", DECIDE_QUOTA_TRIED,
                quota_tried[QUOTA_BEFORE]),
    OTHER_WORLD(".quota_tried.once_sold", "with the quota of once sold", DECIDE_QUOTA_TRIED,
                quota_tried[QUOTA_ONCE_SOLD]),
    OTHER_WORLD(".oversell.times_2", "twice as many sold", DECIDE_OVERSELL, oversell[0]),
    OTHER_WORLD(".oversell.times_3", "three times as many sold", DECIDE_OVERSELL, oversell[1]),
    OTHER_WORLD(".oversell.no_limit", "sold without limit", DECIDE_OVERSELL, oversell[2]),
    OTHER_WORLD(".one_more.room", "one room more", DECIDE_ONE_MORE, one_more[ONE_MORE_ROOM]),
    OTHER_WORLD(".one_more.person", "one person more", DECIDE_ONE_MORE, one_more[ONE_MORE_PERSON]),
    PLACE(".one_more.phone_line", "one phone line more", DECIDE_ONE_MORE, one_more_line,
          DECISION_LINE),
};

const char *decision_break_even_name(BreakEvenOf of) {
  static const char *const names[BREAK_EVEN_COUNT] = {
      [BREAK_EVEN_RETURN] = "return", [BREAK_EVEN_VOUCHERS] = "vouchers",
      [BREAK_EVEN_PRICE] = "price",   [BREAK_EVEN_COMMISSION] = "commission",
      [BREAK_EVEN_EXTRAS] = "extras",
  };
  assert(of < BREAK_EVEN_COUNT);
  return names[of];
}

/* The place of a key and its member there. */
static const Place *place_find(int index, const DecisionMember **member) {
  assert(index >= 0);
  for (int i = 0; i < LENGTH(PLACES); i++) {
    const Place *place = &PLACES[i];
    if (index < place->members->count) {
      *member = &place->members->member[index];
      return place;
    }
    index -= place->members->count;
  }
  assert(!"an index of a key");
  return NULL;
}

int decision_key_count(void) {
  int count = 0;
  for (int i = 0; i < LENGTH(PLACES); i++)
    count += PLACES[i].members->count;
  return count;
}

void decision_key_fill(int index, DecisionKey *key) {
  const Place *place = place_find(index, &key->member);
  const char *meaning = key->member->meaning;
  snprintf(key->path, sizeof key->path, "decisions%s.%s", place->path, key->member->name);
  if (place->meaning[0] == '\0')
    snprintf(key->meaning, sizeof key->meaning, "%s", meaning);
  else
    snprintf(key->meaning, sizeof key->meaning, "%s: %s", place->meaning, meaning);
}

static bool flag_at(const void *owner, size_t offset) {
  bool flag = true;
  if (offset != SIZE_MAX)
    memcpy(&flag, (const char *)owner + offset, sizeof flag);
  return flag;
}

bool decision_member_get(const DecisionMember *member, const void *owner, int64_t *number) {
  const char *place = (const char *)owner + member->offset;
  int32_t small = 0;
  if (!flag_at(owner, member->valid_offset))
    return false;
  switch (member->type) {
  case DECISION_BOOL:
    *number = flag_at(owner, member->offset);
    return true;
  case DECISION_INT64:
    memcpy(number, place, sizeof *number);
    return true;
  case DECISION_NAME:
  case DECISION_INT32:
  case DECISION_DATE:
    memcpy(&small, place, sizeof small);
    break;
  }
  *number = small;
  return member->type != DECISION_NAME || member->name_of(small) != NULL;
}

bool decision_get(const Decisions *decisions, int index, int64_t *number) {
  const DecisionMember *member;
  const Place *place = place_find(index, &member);
  bool is_done = place->part == DECIDE_PART_COUNT || decisions_has(decisions, place->part);
  return is_done && flag_at(decisions, place->valid_offset) &&
         decision_member_get(member, (const char *)decisions + place->offset, number);
}
