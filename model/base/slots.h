/* Room: base. Knows: libc. Must not know: rooms, people, plans.
 *
 * A day is at most 64 slots of 15 minutes, counted from its opening; a mask has one bit a slot,
 * bit 0 first. Ranges are half-open. */
#pragma once

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

/* The set bit nearest to wanted, the earlier on a tie; −1 when mask is 0. 0 ≤ wanted < 64.
 * Distances are counted both ways without a branch that could be guessed wrong; a side with no bit
 * is farther than any. */
static inline int slots_nearest(uint64_t mask, int wanted) {
  if (mask == 0)
    return -1;
  uint64_t not_after = mask << (SLOTS_MAX - 1 - wanted), not_before = mask >> wanted;
  int earlier = __builtin_clzll(not_after | 1) + (not_after == 0);
  int later = __builtin_ctzll(not_before | UINT64_C(1) << (SLOTS_MAX - 1)) + (not_before == 0);
  return earlier <= later ? wanted - earlier : wanted + later;
}

/* Minutes to slots, rounded up. */
int slots_from_minutes(int minutes);
