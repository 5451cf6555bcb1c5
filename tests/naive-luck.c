/* See naive-luck.h. */
#include "tests/naive-luck.h"

#include <string.h>

void naive_luck_init(NaiveLuck *luck, const RandomStream *stream) {
  memset(luck, 0, sizeof *luck);
  luck->stream = stream;
}

static uint32_t draw(const RandomStream *stream, LuckPurpose purpose, uint32_t item, uint32_t k) {
  return (uint32_t)(random_bits(stream, purpose, item, k) >> 32);
}

/* (k × 0.6180339887) mod 1, of 2^32. */
static uint32_t quantile(uint64_t k) {
  return (uint32_t)(k * UINT64_C(2654435769) % UINT64_C(4294967296));
}

uint32_t naive_luck_number(NaiveLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k) {
  if (luck->stream == NULL)
    return quantile((uint64_t)++luck->asked[purpose]);
  return draw(luck->stream, purpose, item, k);
}

/* round(k × share / whole) > round((k − 1) × share / whole), half up. */
static bool kth_is_yes(int64_t k, int64_t share, int64_t whole) {
  return (2 * k * share + whole) / (2 * whole) > (2 * (k - 1) * share + whole) / (2 * whole);
}

bool naive_luck_yes(NaiveLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k,
                    int32_t share_per_100k) {
  if (luck->stream == NULL)
    return kth_is_yes(++luck->asked[purpose], share_per_100k, 100000);
  return (double)draw(luck->stream, purpose, item, k) * 100000 <
         (double)share_per_100k * 4294967296.0;
}

int naive_luck_choice(NaiveLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k,
                      const int32_t *shares_per_100k, int count) {
  int64_t left = 100000, cumulated = 0;
  for (int i = 0; i < count - 1; i++) {
    cumulated += shares_per_100k[i];
    if (luck->stream != NULL &&
        (double)cumulated * 4294967296.0 > (double)draw(luck->stream, purpose, item, k) * 100000)
      return i;
    if (luck->stream == NULL && left > 0 &&
        kth_is_yes(++luck->choice_asked[purpose][i], shares_per_100k[i], left))
      return i;
    left -= shares_per_100k[i];
  }
  return count - 1;
}

int naive_luck_geometric(NaiveLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k,
                         double mean, int most) {
  return quantile_geometric(mean, naive_luck_number(luck, purpose, item, k) / 4294967296.0, most);
}

double naive_luck_exponential(NaiveLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k,
                              double mean) {
  return quantile_exponential(mean, naive_luck_number(luck, purpose, item, k) / 4294967296.0);
}

int naive_luck_start(NaiveLuck *luck, VisitKind kind, int weekday, int service_index, uint32_t item,
                     uint32_t k, const int32_t *weights, int count) {
  static const LuckPurpose purposes[VISIT_KIND_COUNT] = {LUCK_REGULAR_START, LUCK_RETURN_START,
                                                         LUCK_DEAL_START};
  uint32_t u = luck->stream != NULL ? draw(luck->stream, purposes[kind], item, k)
                                    : quantile(++luck->start_asked[kind][weekday][service_index]);
  uint64_t all = 0, so_far = 0;
  for (int i = 0; i < count; i++)
    all += (uint64_t)weights[i];
  for (int i = 0; i < count; i++) {
    so_far += all > 0 ? (uint64_t)weights[i] : 1;
    if ((unsigned __int128)so_far << 32 > (unsigned __int128)u * (all > 0 ? all : (uint64_t)count))
      return i;
  }
  return 0;
}

uint32_t naive_luck_order(NaiveLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k) {
  const RandomStream none = {0};
  return draw(luck->stream != NULL ? luck->stream : &none, purpose, item, k);
}
