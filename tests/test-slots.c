/* Tests of base/slots against loops that look at one bit after the other. The faults: starts that
 * run around the end of the day, and a tie that goes to the later slot. */
#include "model/base/slots.h"

#include <glib.h>
#include <stdbool.h>

#define ROUNDS 30000

typedef uint64_t StartsFunction(uint64_t free_mask, int length);
typedef int NearestFunction(uint64_t mask, int wanted);

static bool bit_is_set(uint64_t mask, int slot) {
  return slot >= 0 && slot < SLOTS_MAX && (mask >> slot & 1) == 1;
}

static uint64_t starts_slowly(uint64_t free_mask, int length) {
  uint64_t starts = 0;
  for (int begin = 0; begin < SLOTS_MAX; begin++) {
    bool all_free = true;
    for (int slot = begin; slot < begin + length; slot++)
      all_free = all_free && bit_is_set(free_mask, slot);
    if (all_free)
      starts |= UINT64_C(1) << begin;
  }
  return starts;
}

static uint64_t starts_around_midnight(uint64_t free_mask, int length) {
  uint64_t starts = 0;
  for (int begin = 0; begin < SLOTS_MAX; begin++) {
    bool all_free = true;
    for (int slot = begin; slot < begin + length; slot++)
      all_free = all_free && bit_is_set(free_mask, slot % SLOTS_MAX);
    if (all_free)
      starts |= UINT64_C(1) << begin;
  }
  return starts;
}

static int nearest_slowly(uint64_t mask, int wanted) {
  for (int distance = 0; distance < SLOTS_MAX; distance++) {
    if (bit_is_set(mask, wanted - distance))
      return wanted - distance;
    if (bit_is_set(mask, wanted + distance))
      return wanted + distance;
  }
  return -1;
}

static int nearest_later(uint64_t mask, int wanted) {
  for (int distance = 0; distance < SLOTS_MAX; distance++) {
    if (bit_is_set(mask, wanted + distance))
      return wanted + distance;
    if (bit_is_set(mask, wanted - distance))
      return wanted - distance;
  }
  return -1;
}

/* Long runs of free and taken slots, as a day has them. */
static uint64_t random_mask(GRand *luck) {
  uint64_t mask = (uint64_t)g_rand_int(luck) << 32 | g_rand_int(luck);
  uint64_t other = (uint64_t)g_rand_int(luck) << 32 | g_rand_int(luck);
  switch (g_rand_int_range(luck, 0, 5)) {
  case 0:
    return mask;
  case 1:
    return mask | other;
  case 2:
    return mask & other & (mask >> 7);
  case 3:
    return UINT64_MAX << (mask % 64) & UINT64_MAX >> (other % 64);
  default:
    return ~(UINT64_C(1) << (mask % 64) | UINT64_C(1) << (other % 64));
  }
}

static int count_wrong_starts(StartsFunction *twin) {
  GRand *luck = g_rand_new_with_seed(4);
  int wrong = 0;
  for (uint64_t mask = 0; mask < 1 << 12; mask++)
    for (int length = 1; length <= 13; length++)
      wrong += slots_starts(mask, length) != twin(mask, length) ||
               slots_starts(mask << 52, length) != twin(mask << 52, length);
  for (int i = 0; i < ROUNDS; i++) {
    uint64_t mask = random_mask(luck);
    int length = g_rand_int_range(luck, 1, 70);
    wrong += slots_starts(mask, length) != twin(mask, length);
  }
  g_rand_free(luck);
  return wrong;
}

static void test_starts(void) {
  g_assert_cmphex(slots_starts(0x37, 2), ==, 0x13);
  g_assert_cmphex(slots_starts(UINT64_MAX, 64), ==, 1);
  g_assert_cmphex(slots_starts(UINT64_MAX, 65), ==, 0);
  g_assert_cmphex(slots_starts(UINT64_MAX, 1), ==, UINT64_MAX);
  g_assert_cmphex(slots_starts(0, 1), ==, 0);
  g_assert_cmpint(count_wrong_starts(starts_slowly), ==, 0);
  g_assert_cmpint(count_wrong_starts(starts_around_midnight), >, 0);
}

static int count_wrong_nearest(NearestFunction *twin) {
  GRand *luck = g_rand_new_with_seed(5);
  int wrong = 0;
  for (uint64_t mask = 0; mask < 1 << 10; mask++)
    for (int wanted = 0; wanted < 12; wanted++)
      wrong += slots_nearest(mask, wanted) != twin(mask, wanted) ||
               slots_nearest(mask << 54, wanted + 52) != twin(mask << 54, wanted + 52);
  for (int i = 0; i < ROUNDS; i++) {
    uint64_t mask = random_mask(luck);
    int wanted = g_rand_int_range(luck, 0, SLOTS_MAX);
    wrong += slots_nearest(mask, wanted) != twin(mask, wanted);
  }
  g_rand_free(luck);
  return wrong;
}

/* The nearest start to a minute, which may lie between two slots or outside the day. */
static int nearest_to_minute_slowly(uint64_t mask, int minute, bool by_slot_before) {
  int best = -1, least = INT_MAX;
  int from = by_slot_before ? minute / SLOT_MINUTES * SLOT_MINUTES : minute;
  for (int slot = 0; slot < SLOTS_MAX; slot++)
    if ((mask >> slot & 1) && ABS(slot * SLOT_MINUTES - from) < least) {
      best = slot;
      least = ABS(slot * SLOT_MINUTES - from);
    }
  return best;
}

static int count_wrong_minutes(bool by_slot_before) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(6);
  int wrong = 0;
  for (int i = 0; i < ROUNDS; i++) {
    uint64_t mask = random_mask(luck);
    int minute = g_rand_int_range(luck, -300, 1300);
    SlotWanted wanted = slot_wanted_at(minute);
    g_assert_true(wanted.slot >= 0 && wanted.slot < SLOTS_MAX);
    wrong += slots_nearest_wanted(mask, wanted) !=
             nearest_to_minute_slowly(mask, minute, by_slot_before);
  }
  return wrong;
}

static void test_nearest_to_minute(void) {
  g_assert_cmpint(slots_nearest_wanted(0x6, slot_wanted_at(22)), ==, 1);
  g_assert_cmpint(slots_nearest_wanted(0x6, slot_wanted_at(23)), ==, 2);
  g_assert_cmpint(slots_nearest_wanted(0x5, slot_wanted_at(15)), ==, 0);
  g_assert_cmpint(slots_nearest_wanted(0x5, slot_wanted_at(16)), ==, 2);
  g_assert_cmpint(count_wrong_minutes(false), ==, 0);
  g_assert_cmpint(count_wrong_minutes(true), >, 0); /* the fault: the slot before the minute */
}

static void test_nearest(void) {
  g_assert_cmpint(slots_nearest(0, 5), ==, -1);
  g_assert_cmpint(slots_nearest(0x11, 2), ==, 0);
  g_assert_cmpint(slots_nearest(UINT64_C(1) << 63, 0), ==, 63);
  g_assert_cmpint(slots_nearest(1, 63), ==, 0);
  g_assert_cmpint(count_wrong_nearest(nearest_slowly), ==, 0);
  g_assert_cmpint(count_wrong_nearest(nearest_later), >, 0);
}

static void test_range(void) {
  g_assert_cmphex(slots_range(2, 5), ==, 0x1c);
  for (int begin = 0; begin <= SLOTS_MAX; begin++)
    for (int end = begin; end <= SLOTS_MAX; end++) {
      uint64_t mask = slots_range(begin, end);
      for (int slot = 0; slot < SLOTS_MAX; slot++)
        g_assert_cmpint(bit_is_set(mask, slot), ==, slot >= begin && slot < end);
    }
}

static void test_minutes(void) {
  for (int minutes = 0; minutes <= 2880; minutes++) {
    int slots = slots_from_minutes(minutes);
    g_assert_cmpint(slots * SLOT_MINUTES, >=, minutes);
    g_assert_cmpint((slots - 1) * SLOT_MINUTES, <, minutes);
  }
}

int main(int argc, char *argv[]) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/slots/starts", test_starts);
  g_test_add_func("/slots/nearest", test_nearest);
  g_test_add_func("/slots/nearest-to-minute", test_nearest_to_minute);
  g_test_add_func("/slots/range", test_range);
  g_test_add_func("/slots/minutes", test_minutes);
  return g_test_run();
}
