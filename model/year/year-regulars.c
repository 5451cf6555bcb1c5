/* Room: year. Knows: tables, luck. Must not know: whether there is a place.
 *
 * Drawn by wanted day, then sorted twice as cards are: first by the upper bits of their order,
 * then, keeping that, by call day. What the lower bits still have to put right is next to its
 * place. */
#include "model/year/year-regulars.h"

#include <assert.h>
#include <string.h>

#define ORDER_BITS 10
#define ORDERS (1 << ORDER_BITS)
#define SLOT_BITS 6
#define SERVICE_BITS 4

static_assert(REGULARS_DRAWN_MAX <= REGULAR_ITEMS_A_DAY, "each regular of a day has its own draws");
static_assert(SLOTS_MAX <= 1 << SLOT_BITS && SERVICES_MAX <= 1 << SERVICE_BITS,
              "a word holds them");
static_assert(HORIZON_DAYS_MAX * REGULAR_ITEMS_A_DAY <= 1 << (32 - SLOT_BITS - SERVICE_BITS),
              "a word holds the item");

/* How many words there are of each kind, then where the next of its kind goes. */
typedef struct {
  int32_t by_order[ORDERS];
  int32_t by_call_day[HORIZON_DAYS_MAX];
} Places;

static int32_t count_of_day(YearRegulars *regulars, const YearTables *tables, const YearLuck *luck,
                            int day, int64_t *expected) {
  int64_t mean = tables->regulars_mean[day];
  if (mean == 0)
    return 0;
  if (luck->drawn) {
    RegularDemand *demand = &regulars->demand[tables->month[day]][tables->weekday[day]];
    if (demand->mean != mean) {
      demand->mean = mean;
      poisson_init(&demand->poisson, (double)mean / (double)REGULARS_ONE);
    }
    uint64_t bits = random_bits_of_key(luck->key[LUCK_REGULAR_DEMAND], (uint32_t)day, 0);
    return poisson_quantile(&demand->poisson, random_unit_from_bits(bits));
  }
  int64_t before = (*expected + REGULARS_ONE / 2) / REGULARS_ONE;
  *expected += mean;
  return (int32_t)((*expected + REGULARS_ONE / 2) / REGULARS_ONE - before);
}

static inline void request_add(YearRegulars *regulars, Places *places, int32_t place, int day,
                               int lead, uint32_t order, uint32_t rest) {
  int call_day = day > lead ? day - lead : 0;
  regulars->word[place] = (uint64_t)order << 32 | rest;
  regulars->call_day[place] = (int16_t)call_day;
  places->by_order[order >> (32 - ORDER_BITS)]++;
  places->by_call_day[call_day]++;
}

static inline uint32_t word_rest(uint32_t item, int service_index, int slot) {
  return item << (SLOT_BITS + SERVICE_BITS) | (uint32_t)service_index << SLOT_BITS | (uint32_t)slot;
}

/* A day's requests of a risk year. What does not change is read once: none of it could be known to
 * stay the same while words are written. */
static void day_draw_run(YearRegulars *regulars, const YearTables *tables, const YearLuck *luck,
                         int day, int32_t count, Places *places) {
  const uint64_t service_key = luck->key[LUCK_REGULAR_SERVICE];
  const uint64_t lead_key = luck->key[LUCK_REGULAR_LEAD];
  const uint64_t start_key = luck->key[LUCK_REGULAR_START];
  const uint64_t order_key = luck->key[LUCK_REGULAR_ORDER];
  const Quantiles *starts = tables->start[tables->start_weekday[tables->weekday[day]]];
  uint32_t item = (uint32_t)day * REGULAR_ITEMS_A_DAY;
  int32_t end = regulars->count + count;
  for (int32_t place = regulars->count; place < end; place++, item++) {
    int service_index = mix_find(&tables->mix, luck_draw_of_key(service_key, item, 0));
    int lead = quantile_of(&tables->regular_lead, luck_draw_of_key(lead_key, item, 0));
    int slot = quantile_of(&starts[service_index], luck_draw_of_key(start_key, item, 0));
    request_add(regulars, places, place, day, lead, luck_draw_of_key(order_key, item, 0),
                word_rest(item, service_index, slot));
  }
  regulars->count = end;
}

static void day_draw_plan(YearRegulars *regulars, const YearTables *tables, YearLuck *luck, int day,
                          int32_t count, Places *places) {
  int weekday = tables->weekday[day];
  uint32_t item = (uint32_t)day * REGULAR_ITEMS_A_DAY;
  for (int32_t i = 0; i < count; i++, item++) {
    int service_index = luck_mix_in_turn(luck, LUCK_REGULAR_SERVICE, &tables->mix);
    int lead =
        quantile_of(&tables->regular_lead, luck_quantile_in_turn(&luck->asked[LUCK_REGULAR_LEAD]));
    int slot = start_find(
        tables, weekday, service_index,
        luck_quantile_in_turn(&luck->starts_asked[VISIT_REGULAR][weekday][service_index]));
    request_add(regulars, places, regulars->count++, day, lead,
                luck_draw(luck, LUCK_REGULAR_ORDER, item, 0), word_rest(item, service_index, slot));
  }
}

static void all_draw(YearRegulars *regulars, const YearTables *tables, YearLuck *luck,
                     Places *places) {
  int64_t expected = 0; /* plan year: up to the day */
  for (int day = 0; day < tables->days; day++) {
    int32_t count = count_of_day(regulars, tables, luck, day, &expected);
    assert(count <= REGULARS_DRAWN_MAX);
    if (luck->drawn)
      day_draw_run(regulars, tables, luck, day, count, places);
    else
      day_draw_plan(regulars, tables, luck, day, count, places);
  }
}

/* Counts become the places of the first of each kind. */
static void places_begin(int32_t *places, int count) {
  int32_t begin = 0;
  for (int i = 0; i < count; i++) {
    int32_t next = begin + places[i];
    places[i] = begin;
    begin = next;
  }
}

static void words_sort(YearRegulars *regulars, int days, Places *places) {
  places_begin(places->by_order, ORDERS);
  places_begin(places->by_call_day, days);
  memcpy(regulars->begin, places->by_call_day, (size_t)days * sizeof *regulars->begin);
  regulars->begin[days] = regulars->count;
  for (int32_t i = 0; i < regulars->count; i++) {
    int32_t place = places->by_order[regulars->word[i] >> (64 - ORDER_BITS)]++;
    regulars->word_by_order[place] = regulars->word[i];
    regulars->call_day_by_order[place] = regulars->call_day[i];
  }
  for (int32_t i = 0; i < regulars->count; i++)
    regulars->word[places->by_call_day[regulars->call_day_by_order[i]]++] =
        regulars->word_by_order[i];
}

/* Nearly all are right: a few are one place off. */
static void words_put_right(RegularWord *word, int32_t count) {
  for (int32_t i = 1; i < count; i++) {
    RegularWord moved = word[i];
    int32_t place = i;
    for (; place > 0 && word[place - 1] > moved; place--)
      word[place] = word[place - 1];
    word[place] = moved;
  }
}

void regulars_draw(YearRegulars *regulars, const YearTables *tables, YearLuck *luck) {
  Places places;
  memset(&places, 0, sizeof places);
  regulars->count = 0;
  all_draw(regulars, tables, luck, &places);
  words_sort(regulars, tables->days, &places);
  for (int day = 0; day < tables->days; day++)
    words_put_right(regulars->word + regulars->begin[day],
                    regulars->begin[day + 1] - regulars->begin[day]);
}

void regulars_keep(const YearRegulars *regulars, int days, RegularsKept *kept) {
  kept->is_kept = regulars->count <= REGULARS_KEPT_MAX;
  if (!kept->is_kept)
    return;
  kept->count = regulars->count;
  memcpy(kept->begin, regulars->begin, (size_t)(days + 1) * sizeof *kept->begin);
  memcpy(kept->word, regulars->word, (size_t)kept->count * sizeof *kept->word);
}

void regulars_recall(YearRegulars *regulars, int days, const RegularsKept *kept) {
  assert(kept->is_kept);
  regulars->count = kept->count;
  memcpy(regulars->begin, kept->begin, (size_t)(days + 1) * sizeof *kept->begin);
  memcpy(regulars->word, kept->word, (size_t)kept->count * sizeof *kept->word);
}
