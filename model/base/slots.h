/* Room: base. Knows: libc. Must not know: rooms, people, plans.
 *
 * A day is at most 64 slots of 15 minutes, counted from its opening; a mask has one bit a slot,
 * bit 0 first. Ranges are half-open. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#define SLOT_MINUTES 15
#define SLOTS_MAX 64

/* Bits begin..end−1. 0 ≤ begin ≤ end ≤ 64. slots_range(2, 5) = 0b11100. */
static inline uint64_t slots_range(int begin, int end) {
  uint64_t below_end = end >= SLOTS_MAX ? UINT64_MAX : (UINT64_C(1) << end) - 1;
  uint64_t below_begin = begin >= SLOTS_MAX ? UINT64_MAX : (UINT64_C(1) << begin) - 1;
  return below_end & ~below_begin;
}

/* The slots from which `length` slots in a row are set in free. length ≥ 1; 0 when none.
 * slots_starts(0b110111, 2) = 0b010011. */
uint64_t slots_starts(uint64_t free_mask, int length);

/* Where a start is wanted; a minute between two slots lies nearer to one of them. */
typedef struct {
  int slot;          /* 0..63: that nearest to the minute */
  bool later_on_tie; /* the minute lies after that slot */
} SlotWanted;

/* Of a minute after the first slot's, also far outside the day: then its first or last slot.
 * slot_wanted_at(35) = {2, true}; slot_wanted_at(40) = {3, false}. */
SlotWanted slot_wanted_at(int minute);

/* The set bit nearest to wanted, by the minute; on a tie the earlier. −1 when mask is 0. Distances
 * are counted both ways without a branch that could be guessed wrong; a side with no bit is farther
 * than any. */
static inline int slots_nearest_wanted(uint64_t mask, SlotWanted wanted) {
  if (mask == 0)
    return -1;
  uint64_t not_after = mask << (SLOTS_MAX - 1 - wanted.slot), not_before = mask >> wanted.slot;
  int earlier = __builtin_clzll(not_after | 1) + (not_after == 0);
  int later = __builtin_ctzll(not_before | UINT64_C(1) << (SLOTS_MAX - 1)) + (not_before == 0);
  return earlier + wanted.later_on_tie <= later ? wanted.slot - earlier : wanted.slot + later;
}

/* The same from the very minute of a slot. 0 ≤ wanted < 64. */
static inline int slots_nearest(uint64_t mask, int wanted) {
  return slots_nearest_wanted(mask, (SlotWanted){wanted, false});
}

/* Minutes to slots, rounded up. */
int slots_from_minutes(int minutes);
