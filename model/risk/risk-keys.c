/* Room: risk. Knows: the Risk struct. Must not know: JSON, screens.
 *
 * The keys stand in this order: those of the whole, then for each sample those of the sample and
 * those of each quantity's spread. */
#include "model/risk/risk-keys.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

typedef enum { MEMBER_INT32, MEMBER_INT64, MEMBER_BOOL } MemberType;

/* A number somewhere in a struct. */
typedef struct {
  const char *name;
  MemberType type;
  const char *unit; /* of a spread: NULL is the quantity's, "milli" its thousandths */
  size_t offset;
  size_t applies_offset; /* of the bool without which there is no number; SIZE_MAX: always one */
  const char *meaning;
} Member;

#define NUMBER(owner, name, type, unit, member, meaning)                                           \
  { name, type, unit, offsetof(owner, member), SIZE_MAX, meaning }

static const Member OF_RISK[] = {
    NUMBER(Risk, "years", MEMBER_INT32, "count", years, "risk years asked for"),
    NUMBER(Risk, "seed", MEMBER_INT64, "none", seed, "of the luck: same seed, same years"),
    NUMBER(Risk, "uncertainty", MEMBER_BOOL, "none", with_uncertainty,
           "whether the uncertain inputs are drawn too"),
};

#define SHARE(path, member, name, number, meaning)                                                 \
  {                                                                                                \
    path "." name, MEMBER_INT32, "per_100k", offsetof(RiskOfSample, member.number),                \
        offsetof(RiskOfSample, member.applies), meaning                                            \
  }
#define CHANCE(path, member, meaning)                                                              \
  SHARE(path, member, "share_per_100k", share_per_100k, meaning),                                  \
      SHARE(path, member, "error_per_100k", error_per_100k, meaning ", one standard error")
#define BREAKS(path, condition, meaning)                                                           \
  NUMBER(RiskOfSample, path ".applies", MEMBER_BOOL, "none", breaks[condition].applies,            \
         "whether the condition is looked at"),                                                    \
      CHANCE(path, breaks[condition], meaning)

static const Member OF_SAMPLE[] = {
    NUMBER(RiskOfSample, "years", MEMBER_INT32, "count", years, "years run of this sample"),
    CHANCE("loss", loss, "years that end worse than without the deal"),
    CHANCE("breaks_any", breaks_any, "years that break a condition of the owner"),
    BREAKS("breaks.result", CONDITION_RESULT, "years in which the deal does not earn"),
    BREAKS("breaks.cost_per_client_kept", CONDITION_COST_PER_CLIENT_KEPT,
           "years in which a client kept costs more than the usual new one"),
    BREAKS("breaks.wait", CONDITION_WAIT, "years in which too many vouchers wait too long"),
    BREAKS("breaks.refused", CONDITION_REFUSED,
           "years in which too many visits are refused because of the deal"),
    BREAKS("breaks.weekly_share", CONDITION_WEEKLY_SHARE,
           "years with a week of too many deal clients"),
    BREAKS("breaks.cash_floor", CONDITION_CASH_FLOOR,
           "years in which the balance falls below the floor"),
    NUMBER(RiskOfSample, "result_histogram.begin_cents", MEMBER_INT64, "cents", result.begin,
           "where its first bin begins"),
    NUMBER(RiskOfSample, "result_histogram.width_cents", MEMBER_INT64, "cents", result.width,
           "width of its bins"),
};

#define STATISTIC(name, member, meaning)                                                           \
  NUMBER(RiskSpread, name, MEMBER_INT64, NULL, member, meaning)
#define PERCENTILE(name, index, meaning)                                                           \
  STATISTIC(name, percentile[index], meaning),                                                     \
      STATISTIC(name "_error", percentile_error[index], "one standard error of " name)

static const Member OF_SPREAD[] = {
    NUMBER(RiskSpread, "mean_milli", MEMBER_INT64, "milli", mean_milli, "mean"),
    NUMBER(RiskSpread, "mean_error_milli", MEMBER_INT64, "milli", mean_error_milli,
           "one standard error of the mean"),
    PERCENTILE("p5", RISK_P5, "1 year in 20 is at or below"),
    PERCENTILE("p10", RISK_P10, "1 year in 10 is at or below"),
    PERCENTILE("p25", RISK_P25, "1 year in 4 is at or below"),
    PERCENTILE("p50", RISK_P50, "1 year in 2 is at or below"),
    PERCENTILE("p75", RISK_P75, "3 years in 4 are at or below"),
    PERCENTILE("p90", RISK_P90, "9 years in 10 are at or below"),
    PERCENTILE("p95", RISK_P95, "19 years in 20 are at or below"),
    STATISTIC("lowest", lowest, "lowest of all years"),
    STATISTIC("highest", highest, "highest of all years"),
};

#define LENGTH(table) ((int)(sizeof table / sizeof table[0]))
#define OF_ONE_SAMPLE (LENGTH(OF_SAMPLE) + RISK_QUANTITY_COUNT * LENGTH(OF_SPREAD))

static const char *quantity_meaning(RiskQuantity quantity) {
  static const char *const meanings[RISK_QUANTITY_COUNT] = {
      [RISK_RESULT_CENTS] = "deal compared with no deal",
      [RISK_LOWEST_CENTS] = "lowest balance",
      [RISK_LOWEST_WITHOUT_CENTS] = "lowest balance without the deal",
      [RISK_LOWEST_DAY] = "day of the lowest balance, from the sale",
      [RISK_CLOSING_CENTS] = "bank at the horizon",
      [RISK_COST_PER_CLIENT_CENTS] = "loss per person who returns",
      [RISK_SOLD] = "vouchers sold",
      [RISK_USED] = "vouchers asked to be used",
      [RISK_SERVED] = "vouchers served at all",
      [RISK_UNSERVED] = "vouchers asked in time, no place",
      [RISK_REGULARS_WANTED] = "regular visits wanted",
      [RISK_REGULARS_SERVED] = "regular visits given",
      [RISK_REFUSED] = "regular and return visits refused",
      [RISK_REFUSED_WITHOUT] = "the same without the deal",
      [RISK_REFUSED_EXTRA] = "visits refused, more than without the deal",
      [RISK_REFUSED_EXTRA_PER_100K] = "visits refused more than without the deal, of the wanted",
      [RISK_RETURN_VISITS] = "return visits given",
      [RISK_REPLACED] = "regular visits replaced by vouchers",
      [RISK_PEOPLE_RETURNING] = "people who return",
      [RISK_LEFT_FOR_GOOD] = "regulars who left for good, more than without the deal",
      [RISK_WAIT_P50_DAYS] = "wait that half do not pass",
      [RISK_WAIT_P95_DAYS] = "wait that 19 of 20 do not pass",
      [RISK_WAIT_MAX_DAYS] = "longest wait",
      [RISK_WITHIN_WAIT_PER_100K] = "vouchers placed within the wait the owner accepts",
      [RISK_WEEKLY_SHARE_PER_100K] = "deal clients in the week with the highest share of them",
      [RISK_BUSIEST_DEAL_WEEK] = "deal visits of the week with most",
      [RISK_BUSIEST_LOAD_PER_100K] = "staff time booked of the time on shift, busiest week",
      [RISK_IDLE_FILLED_PER_100K] = "staff time without work that the deal fills",
  };
  return meanings[quantity];
}

const char *risk_sample_name(RiskSample sample) {
  assert(sample < RISK_SAMPLE_COUNT);
  return sample == RISK_ALL ? "all" : "luck";
}

/* Where a key points: a member of the whole, of a sample or of a spread of it. */
typedef struct {
  const Member *member;
  RiskSample sample;
  RiskQuantity quantity;
  bool is_of_sample, is_of_spread;
} Place;

static Place place_find(int index) {
  assert(index >= 0 && index < risk_key_count());
  if (index < LENGTH(OF_RISK))
    return (Place){.member = &OF_RISK[index]};
  index -= LENGTH(OF_RISK);
  Place place = {.sample = (RiskSample)(index / OF_ONE_SAMPLE), .is_of_sample = true};
  index %= OF_ONE_SAMPLE;
  if (index < LENGTH(OF_SAMPLE)) {
    place.member = &OF_SAMPLE[index];
    return place;
  }
  index -= LENGTH(OF_SAMPLE);
  place.is_of_spread = true;
  place.quantity = (RiskQuantity)(index / LENGTH(OF_SPREAD));
  place.member = &OF_SPREAD[index % LENGTH(OF_SPREAD)];
  return place;
}

int risk_key_count(void) {
  return LENGTH(OF_RISK) + RISK_SAMPLE_COUNT * OF_ONE_SAMPLE;
}

static void unit_fill(const Place *place, char *unit) {
  const char *own = place->member->unit;
  if (!place->is_of_spread)
    snprintf(unit, RISK_KEY_UNIT_SIZE, "%s", own);
  else
    snprintf(unit, RISK_KEY_UNIT_SIZE, "%s%s", own ? "milli_" : "",
             risk_quantity_unit(place->quantity));
}

void risk_key_fill(int index, RiskKey *key) {
  Place place = place_find(index);
  const char *sample = risk_sample_name(place.sample), *name = place.member->name;
  const char *drawn = place.sample == RISK_ALL ? "inputs and luck drawn" : "luck drawn";
  const char *meaning = place.member->meaning;
  key->is_truth = place.member->type == MEMBER_BOOL;
  unit_fill(&place, key->unit);
  if (!place.is_of_sample) {
    snprintf(key->path, sizeof key->path, "risk.%s", name);
    snprintf(key->meaning, sizeof key->meaning, "%s", meaning);
  } else if (!place.is_of_spread) {
    snprintf(key->path, sizeof key->path, "risk.%s.%s", sample, name);
    snprintf(key->meaning, sizeof key->meaning, "%s; %s", meaning, drawn);
  } else {
    snprintf(key->path, sizeof key->path, "risk.%s.%s.%s", sample,
             risk_quantity_name(place.quantity), name);
    snprintf(key->meaning, sizeof key->meaning, "%s: %s; %s", quantity_meaning(place.quantity),
             meaning, drawn);
  }
}

static int64_t member_get(const Member *member, const void *owner) {
  const char *place = (const char *)owner + member->offset;
  int64_t number = 0;
  int32_t small = 0;
  bool truth = false;
  switch (member->type) {
  case MEMBER_INT64:
    memcpy(&number, place, sizeof number);
    return number;
  case MEMBER_BOOL:
    memcpy(&truth, place, sizeof truth);
    return truth;
  case MEMBER_INT32:
  default:
    memcpy(&small, place, sizeof small);
    return small;
  }
}

static bool member_applies(const Member *member, const void *owner) {
  bool applies = true;
  if (member->applies_offset != SIZE_MAX)
    memcpy(&applies, (const char *)owner + member->applies_offset, sizeof applies);
  return applies;
}

bool risk_get(const Risk *risk, int index, int64_t *number) {
  Place place = place_find(index);
  const RiskOfSample *sample = &risk->sample[place.sample];
  const void *owner = risk;
  if (place.is_of_sample)
    owner = place.is_of_spread ? (const void *)&sample->spread[place.quantity] : sample;
  /* How many years were run is known also when there are none. */
  bool is_run = !place.is_of_sample || sample->years > 0 || place.member == &OF_SAMPLE[0];
  if (!is_run || !member_applies(place.member, owner))
    return false;
  *number = member_get(place.member, owner);
  return true;
}
