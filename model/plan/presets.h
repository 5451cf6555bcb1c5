/* Room: plan. Knows: Plan. Must not know: screens.
 *
 * Starting points for five kinds of business, each figure with its source (domain §14). */
#pragma once

#include "model/plan/plan.h"

typedef enum {
  PRESET_SPA,
  PRESET_HAIR,
  PRESET_RESTAURANT,
  PRESET_CLASS,
  PRESET_ONE_OFF,
  PRESET_COUNT
} Preset;

/* One published figure: what it is, its range, whom it was asked, when, by whom. Static text,
 * English; ui/words has the other language. */
typedef struct {
  const char *path;          /* the input it informs; "survey.…" when it informs none */
  const char *what;          /* "vouchers that are used" */
  int64_t low, likely, high; /* in the unit of the input; "survey.…": per 100k */
  int year;                  /* 0: not dated */
  const char *who;           /* "US merchants", "one Montréal restaurant" */
  const char *source;
} PublishedFigure;

const char *preset_name(Preset preset); /* "spa"; stable, for files */
/* A whole sensible plan whose sale is on sale_date; everything marked preset or assumed. */
void preset_fill(Preset preset, int32_t sale_date, Plan *plan);
int published_figure_count(void);
const PublishedFigure *published_figure_at(int index);
