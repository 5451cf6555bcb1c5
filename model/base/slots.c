/* Room: base. Knows: libc. Must not know: rooms, people, plans. */
#include "model/base/slots.h"

#include <assert.h>

uint64_t slots_starts(uint64_t free_mask, int length) {
  assert(length >= 1);
  if (length > SLOTS_MAX)
    return 0;
  /* After each step a bit says that `covered` slots from it are free; the shift brings in zeros,
   * so that nothing runs past the day's last slot. */
  uint64_t starts = free_mask;
  for (int covered = 1; covered < length;) {
    int step = covered < length - covered ? covered : length - covered;
    starts &= starts >> step;
    covered += step;
  }
  return starts;
}

int slots_nearest(uint64_t mask, int wanted) {
  assert(wanted >= 0 && wanted < SLOTS_MAX);
  uint64_t not_after = mask & slots_range(0, wanted + 1);
  uint64_t after = mask & ~slots_range(0, wanted + 1);
  int earlier = not_after == 0 ? -1 : SLOTS_MAX - 1 - __builtin_clzll(not_after);
  int later = after == 0 ? -1 : __builtin_ctzll(after);
  if (earlier < 0 || later < 0)
    return earlier < 0 ? later : earlier;
  return wanted - earlier <= later - wanted ? earlier : later;
}

int slots_from_minutes(int minutes) {
  assert(minutes >= 0);
  return minutes / SLOT_MINUTES + (minutes % SLOT_MINUTES != 0);
}
