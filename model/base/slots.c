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

int slots_from_minutes(int minutes) {
  assert(minutes >= 0);
  return minutes / SLOT_MINUTES + (minutes % SLOT_MINUTES != 0);
}

SlotWanted slot_wanted_at(int minute) {
  const int last = SLOTS_MAX - 1;
  if (minute <= 0)
    return (SlotWanted){0, false};
  if (minute >= last * SLOT_MINUTES)
    return (SlotWanted){last, false};
  int slot = (minute + SLOT_MINUTES / 2) / SLOT_MINUTES;
  return (SlotWanted){slot, minute > slot * SLOT_MINUTES};
}
