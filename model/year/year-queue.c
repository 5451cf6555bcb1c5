/* Room: year. Knows: requests and their order. Must not know: what becomes of them. */
#include "model/year/year-queue.h"

#include <string.h>

#define COUNTING_MOST 64
#define DIGIT_BITS 8
#define DIGITS (1 << DIGIT_BITS)
#define KEY_SHIFT 32

void queue_init(YearQueue *queue, int days) {
  queue->days = days;
  queue->free_head = REQUEST_NONE;
  queue->used_count = 0;
  for (int i = 0; i < days; i++)
    queue->head[i] = REQUEST_NONE;
}

/* A call day has about ten requests in no order: counting those before each, without a branch that
 * could be guessed wrong, beats moving them. */
static void sort_by_counting(const uint64_t *values, int count, uint64_t *sorted) {
  for (int i = 0; i < count; i++) {
    int before = 0;
    for (int j = 0; j < count; j++)
      before += values[j] < values[i];
    sorted[before] = values[i];
  }
}

/* By the key in the high half, lowest digit first; equal keys stay as they came. */
static void sort_by_digits(uint64_t *values, uint64_t *sorted, int count) {
  for (int shift = KEY_SHIFT; shift < 64; shift += DIGIT_BITS) {
    int begin[DIGITS + 1] = {0};
    for (int i = 0; i < count; i++)
      begin[(values[i] >> shift & (DIGITS - 1)) + 1]++;
    for (int digit = 0; digit < DIGITS; digit++)
      begin[digit + 1] += begin[digit];
    for (int i = 0; i < count; i++)
      sorted[begin[values[i] >> shift & (DIGITS - 1)]++] = values[i];
    memcpy(values, sorted, (size_t)count * sizeof *values);
  }
}

int queue_sort_day(YearQueue *queue, int call_day) {
  int count = 0;
  for (int32_t i = queue->head[call_day]; i != REQUEST_NONE; i = queue->request[i].next)
    queue->unsorted[count++] = (uint64_t)queue->request[i].order << KEY_SHIFT | (uint32_t)i;
  queue->head[call_day] = REQUEST_NONE;
  if (count <= COUNTING_MOST)
    sort_by_counting(queue->unsorted, count, queue->sorted);
  else
    sort_by_digits(queue->unsorted, queue->sorted, count);
  return count;
}
