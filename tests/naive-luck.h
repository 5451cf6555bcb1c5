/* The draws of a slow year, from the contract of year-luck.h: in a risk year each is a hash of its
 * purpose, item and k; in the plan year the answers of one purpose follow each other. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/year/year-luck.h"

typedef struct {
  const RandomStream *stream; /* NULL: the plan year */
  int64_t asked[LUCK_PURPOSE_COUNT];
  int64_t choice_asked[LUCK_PURPOSE_COUNT][SERVICES_MAX];
  uint32_t start_asked[VISIT_KIND_COUNT][7][SERVICES_MAX];
} NaiveLuck;

void naive_luck_init(NaiveLuck *luck, const RandomStream *stream);
/* A uniform number of 2^32. */
uint32_t naive_luck_number(NaiveLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k);
bool naive_luck_yes(NaiveLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k,
                    int32_t share_per_100k);
int naive_luck_choice(NaiveLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k,
                      const int32_t *shares_per_100k, int count);
int naive_luck_geometric(NaiveLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k,
                         double mean, int most);
double naive_luck_exponential(NaiveLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k,
                              double mean);
/* Which of the starts of an empty day, equally when no weight is given; 0 when there is none. */
int naive_luck_start(NaiveLuck *luck, VisitKind kind, int weekday, int service_index, uint32_t item,
                     uint32_t k, const int32_t *weights, int count);
uint32_t naive_luck_order(NaiveLuck *luck, LuckPurpose purpose, uint32_t item, uint32_t k);
