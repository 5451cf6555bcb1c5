/* A small world for tests of the bank: the example's business and contract, and a year in which
 * nothing happens but what a test writes into it. */
#pragma once

#include <glib.h>

#include "model/cash/cash.h"

typedef struct {
  Plan plan;
  Timetable timetable;
  Year year;
  Cash cash;
} World;

/* No fixed costs, no draw, no phone, nothing in the bank. */
World *world_new(void);
void world_free(World *world);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(World, world_free)

void world_compute(World *world); /* with the deal */
int day_of(const World *world, int year, int month, int day);
int64_t on(const World *world, CashLine line, int year, int month, int day);
int64_t sum_of(const World *world, CashLine line);
/* Each the last of its voucher. */
void add_deal_visits(World *world, int day, int visits);
/* Of the first service: 80.00 + 4.00 + 7.98; supplies 2.00 + 0.10 + 0.20. */
void add_regular(World *world, int year, int month, int day, int visits);
