/* Room: year. Knows: base's random draws. Must not know: what the answers are for. */
#include "model/year/year-luck.h"

#include <string.h>

void luck_init(YearLuck *luck, const RandomStream *stream) {
  memset(luck, 0, sizeof *luck);
  luck->drawn = stream != NULL;
  const RandomStream no_luck = {0};
  for (uint32_t purpose = 0; purpose < LUCK_PURPOSE_COUNT; purpose++)
    luck->key[purpose] = random_key(stream ? stream : &no_luck, purpose);
}

int luck_mix_in_turn(YearLuck *luck, LuckPurpose purpose, const ServiceMix *mix) {
  int32_t given_out = 0;
  for (int i = 0; i < mix->count - 1; i++) {
    int32_t share = mix->end_per_100k[i] - given_out;
    if (luck_turn(&luck->mix_rest[purpose][i], share, LUCK_WHOLE_PER_100K - given_out))
      return i;
    given_out = mix->end_per_100k[i];
  }
  return mix->count - 1;
}
