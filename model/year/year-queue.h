/* Room: year, private to the year. Deal and return requests waiting for their call day.
 *
 * One list a call day, threaded through a pool; a day's requests are sorted by their own keys when
 * the day comes, and by then nothing new can call that day. A voucher and a returner keep one place
 * in the pool for all their requests. */
#pragma once

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/year/timetable.h"
#include "model/year/year-tables.h"

#define REQUESTS_MAX (VOUCHERS_MAX + RETURNERS_MAX)
#define REQUEST_NONE (-1)

typedef enum {
  REQUEST_EXISTING = 1 << 0,    /* deal: the voucher of an existing client */
  REQUEST_FIRST_GIVEN = 1 << 1, /* deal: its first visit had a booking, its wait is known */
  REQUEST_VISITED = 1 << 2,     /* returning: had her first full-price visit */
  REQUEST_NO_SHOW = 1 << 3,     /* deal: will not come to the next booking */
} RequestFlag;

typedef struct {
  uint32_t order;           /* within the call day */
  int32_t next;             /* in the list or among the free; REQUEST_NONE at the end */
  uint32_t item;            /* of the draws: voucher or returner */
  int16_t wanted_day;       /* first day of the search; may move with each call back */
  int16_t first_wanted_day; /* deal: of the first visit's first request */
  int16_t wanted_minute;    /* start, after midnight of the wanted day */
  uint8_t wanted_slot;      /* the same, from the opening of the first wanted day */
  uint8_t kind;             /* VisitKind */
  uint8_t service_index;
  uint8_t flags;
  uint8_t returners;    /* deal: people of the first visit who will return */
  uint8_t visits_given; /* deal */
  uint32_t count;       /* deal: bookings made; returning: visits wanted before this one */
} YearRequest;

typedef struct {
  int days;
  int32_t head[HORIZON_DAYS_MAX]; /* by call day */
  int32_t free_head;              /* places given back */
  int32_t used_count;             /* places ever taken */
  YearRequest request[REQUESTS_MAX];
  uint64_t unsorted[REQUESTS_MAX]; /* of one call day: order << 32 | place */
  uint64_t sorted[REQUESTS_MAX];
} YearQueue;

void queue_init(YearQueue *queue, int days);
/* Empties the day's list into queue->sorted, in order; how many. */
int queue_sort_day(YearQueue *queue, int call_day);

/* A place, not cleared. */
static inline int32_t queue_take(YearQueue *queue) {
  int32_t request_index = queue->free_head;
  if (request_index != REQUEST_NONE) {
    queue->free_head = queue->request[request_index].next;
    return request_index;
  }
  assert(queue->used_count < REQUESTS_MAX);
  return queue->used_count++;
}

static inline void queue_give_back(YearQueue *queue, int32_t request_index) {
  queue->request[request_index].next = queue->free_head;
  queue->free_head = request_index;
}

/* 0 ≤ call_day < days; the request's order is set. */
static inline void queue_push(YearQueue *queue, int call_day, int32_t request_index) {
  assert(call_day >= 0 && call_day < queue->days);
  queue->request[request_index].next = queue->head[call_day];
  queue->head[call_day] = request_index;
}

static inline bool queue_day_is_empty(const YearQueue *queue, int call_day) {
  return queue->head[call_day] == REQUEST_NONE;
}

static inline uint32_t queue_sorted_order(const YearQueue *queue, int index) {
  return (uint32_t)(queue->sorted[index] >> 32);
}

static inline int32_t queue_sorted_at(const YearQueue *queue, int index) {
  return (int32_t)(uint32_t)queue->sorted[index];
}
