/* Room: words; for this room, table and the tables of paper. Figures of the books that a sentence
 * and a table share, so that they cannot differ. */
#pragma once

#include "ui/words/words.h"

/* A day on which it is told what is in the bank and is not the owner's. */
typedef enum { HELD_HIGHEST, HELD_YEAR_END, HELD_LAST } HeldWhy;
typedef struct {
  int32_t date;
  HeldWhy why;
  int64_t not_earned_cents; /* received from the site for visits not given yet */
  int64_t tax_cents;        /* of the tax offices; < 0: a refund to come */
  int64_t not_yours_cents;  /* not earned + taxes; a refund to come takes nothing off */
} HeldDay;
#define HELD_DAYS_MAX 8
/* Those of the calendar's order: when each part and the whole are highest, fiscal year ends, the
 * plan's last day. *highest_index: the one whose whole is highest. 0 without a calendar. */
int books_held_days(const Books *books, HeldDay days[HELD_DAYS_MAX], int *highest_index);

/* What is left of the bank once everything held for others is taken off; < 0: missing. */
int64_t cut_off_yours_cents(const CutOff *cut_off);

/* A return or instalment with the deal beside that of the same period without it; one of them may
 * be NULL. Borrowed from the books' results. By the date of payment. */
typedef struct {
  const Remittance *with, *without;
} RemittancePair;
#define REMITTANCE_PAIRS_MAX (2 * REMITTANCES_MAX)
int books_remittance_pairs(const Books *books, RemittancePair pairs[REMITTANCE_PAIRS_MAX]);
/* All taxes paid by one side of a pair; 0 for NULL. */
int64_t remittance_side_cents(const Remittance *side);
/* Paid by the plan's last day. */
bool remittance_pair_is_inside(const Books *books, const RemittancePair *pair);

/* The case under which the plan is computed; TREATMENT_CASE_COUNT: C, D or F under the Quick
 * Method, which are none of them. */
TreatmentCase treatments_plan_case(const Treatments *treatments);
/* The same case with taxes extra or included; the case itself when the wording does not matter. */
TreatmentCase treatment_case_worded(TreatmentCase which, bool is_included);
/* The case of a registered business that uses the regular method. */
TreatmentCase treatment_case_registered(const PlanDeal *deal);
/* The same under the Quick Method; TREATMENT_CASE_COUNT: not laid out. */
TreatmentCase treatment_case_quick(TreatmentCase which);
/* What taxes included cost against taxes extra, a voucher of the plan's case. */
int64_t treatments_wording_cents(const Treatments *treatments);

/* The deal's vouchers are sold, and their commission invoiced, before the registration that the
 * threshold brings; those used after it bear tax. Not where they are taxed when sold. */
bool books_are_sold_before(const Books *books);

/* What becomes income without a visit: judged unused for good, or a share of it with use. */
const char *breakage_label(Language language, const PlanDeal *deal);

/* How many ticks are in each state. */
void books_sign_counts(const Books *books, int counts[SIGN_STATE_COUNT]);
