/* Room: year. Knows: base's random draws. Must not know: what the answers are for. */
#include "model/year/year-luck.h"

#include <string.h>

static void luck_init(YearLuck *luck, bool drawn, const RandomStream *stream) {
  memset(luck, 0, sizeof *luck);
  luck->drawn = drawn;
  luck->stream = *stream;
  for (uint32_t purpose = 0; purpose < LUCK_PURPOSE_COUNT; purpose++)
    luck->key[purpose] = random_key(stream, purpose);
}

void luck_init_plan(YearLuck *luck) {
  luck_init(luck, false, &(RandomStream){0});
}

void luck_init_run(YearLuck *luck, const RandomStream *stream) {
  luck_init(luck, true, stream);
}

int luck_choice(YearLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k,
                const int32_t *shares_per_100k, int count) {
  if (!luck->drawn) {
    int32_t whole = LUCK_WHOLE_PER_100K;
    for (int i = 0; i < count - 1; i++) {
      if (luck_turn(&luck->mix_rest[purpose][i], shares_per_100k[i], whole))
        return i;
      whole -= shares_per_100k[i];
    }
    return count - 1;
  }
  int64_t point =
      (int64_t)((uint64_t)luck_draw(luck, purpose, item, k) * LUCK_WHOLE_PER_100K >> 32);
  for (int i = 0; i < count - 1; i++) {
    point -= shares_per_100k[i];
    if (point < 0)
      return i;
  }
  return count - 1;
}
