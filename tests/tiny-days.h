/* Days so small that a hand can count all that may happen (domain §7 "Placement"): up to four
 * quarters of an hour, up to four requests, all called for on the day itself in any order. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/plan/plan.h"

#define TINY_SLOTS 4
#define TINY_REQUESTS 4
#define TINY_SERVICES 2
#define TINY_PEOPLE 3
#define TINY_ROOMS 3
#define TINY_FACTS_MAX 16

/* What a hand says of all days with that many requests: how likely it is, as a fraction. */
typedef enum {
  FACT_REFUSED,         /* a requests are refused */
  FACT_REFUSED_SERVICE, /* b of them of service a */
  FACT_SLOT,            /* slot a holds b visits */
  FACT_PATTERN,         /* the slots hold so many visits: 1101 is 1, 1, 0, 1 */
  FACT_PERSON           /* person a works */
} TinyFactKind;

typedef struct {
  TinyFactKind kind;
  int a, b;
  int chances, of;
} TinyFact;

typedef struct {
  const char *name;
  int slots, requests; /* opens at 10:00 */
  int rooms, people;
  bool last_accompanied; /* the last person serves only accompanied */
  bool half_duos;        /* a request is as likely one of service 1, for two people of the staff */
  bool wanted_hour;      /* opens at 10:30; starts from 11:00 are wanted three times as much */
  int visit_slots, flexibility_slots;
  TinyFact facts[TINY_FACTS_MAX];
} TinyDay;

#define TINY_DAYS_COUNT 9
extern const TinyDay TINY_DAYS[TINY_DAYS_COUNT];

/* What a day comes to. */
typedef struct {
  int refused[TINY_SERVICES];
  int holds[TINY_SLOTS];
  uint32_t people;
} TinyOutcome;

bool tiny_fact_holds(const TinyFact *fact, const TinyOutcome *outcome);
/* One more visit from a start, by a group of people (bit per person). */
void tiny_outcome_add(TinyOutcome *outcome, const TinyDay *day, int start, uint32_t people);

int tiny_services_count(const TinyDay *day);
/* How wanted a start is, beside the others. */
int tiny_start_weight(const TinyDay *day, int start);
/* A plan all of whose days are that day, with its number of requests as their mean. */
void tiny_plan_fill(const TinyDay *day, Plan *plan);
