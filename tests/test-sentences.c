/* What the verdict, the findings and the undo names say of results made by hand, word for word. */
#include <string.h>

#include "ui/words/words.h"

#define NBSP "\u00a0"

/* February 4, 2026 is a Wednesday. */
#define SALE_DATE 20488
#define DAYS 456

typedef struct {
  Plan plan;
  Results results;
} Fixture;

/* Open Monday to Saturday, ten hours on shift, half of them taken; nobody refused; a balance that
 * stays at 10 000 $ with and without the deal. */
static void set_up(Fixture *fixture, gconstpointer unused) {
  Results *results = &fixture->results;
  Plan *plan = &fixture->plan;

  plan_init(plan);
  plan->deal.price_cents = 8000;
  plan->deal.vouchers_sold = 444;
  plan->business.cash_floor_cents = 300000;
  plan->clients.usual_advertising_cents_per_new_client = 6100;
  plan->conditions.goal = GOAL_ADVERTISE;
  results->has_calendar = true;
  results->sale_date = SALE_DATE;
  results->days = DAYS;
  for (int day = 0; day < DAYS; day++) {
    bool open = date_weekday(SALE_DATE + day) != 6;

    results->timetable.day[day].open = open;
    results->timetable.day[day].shift_minutes = open ? 600 : 0;
    results->with.day[day].staff_minutes[VISIT_REGULAR] = open ? 300 : 0;
    results->cash_with.day[day].balance_cents = 1000000;
    results->cash_without.day[day].balance_cents = 1000000;
  }
  results->cash_with.days = results->cash_without.days = DAYS;
  results->cash_with.lowest_cents = results->cash_without.lowest_cents = 1000000;
  results->cash_with.closing_cents = results->cash_without.closing_cents = 1000000;
  results->headline.lowest_balance_cents = 1000000;
  results->headline.lowest_balance_date = SALE_DATE;
}

static void tear_down(Fixture *fixture, gconstpointer unused) {}

typedef char *(*Sentence)(Language language, const Plan *plan, const Results *results);

static void check_said(const Fixture *fixture, Sentence sentence, const char *english,
                       const char *french) {
  g_autofree char *en = sentence(LANGUAGE_EN, &fixture->plan, &fixture->results);
  g_autofree char *fr = sentence(LANGUAGE_FR, &fixture->plan, &fixture->results);

  g_assert_cmpstr(en, ==, english);
  g_assert_cmpstr(fr, ==, french);
}

static void check_reasons(const Fixture *fixture, const char *english, const char *french) {
  const Study study = {.plan = &fixture->plan, .results = &fixture->results};
  g_autofree char *en = verdict_reasons(LANGUAGE_EN, &study);
  g_autofree char *fr = verdict_reasons(LANGUAGE_FR, &study);

  g_assert_cmpstr(en, ==, english);
  g_assert_cmpstr(fr, ==, french);
}

static void check_title(const Fixture *fixture, const char *english, const char *french) {
  const Study study = {.plan = &fixture->plan, .results = &fixture->results};
  g_autofree char *en = verdict_title(LANGUAGE_EN, &study);
  g_autofree char *fr = verdict_title(LANGUAGE_FR, &study);

  g_assert_cmpstr(en, ==, english);
  g_assert_cmpstr(fr, ==, french);
}

static void test_yes(Fixture *fixture, gconstpointer unused) {
  fixture->results.verdict.form = VERDICT_YES;
  fixture->results.headline.deal_against_none_cents = 210049;
  check_title(fixture, "Provisional yes: the deal leaves you $2,100 more than no deal",
              "Oui (provisoire)" NBSP ": l’offre vous laisse 2" NBSP "100" NBSP
              "$ de plus que sans elle");
}

static void test_advertising(Fixture *fixture, gconstpointer unused) {
  Headline *headline = &fixture->results.headline;

  fixture->results.verdict.form = VERDICT_AS_ADVERTISING;
  headline->deal_against_none_cents = -220000;
  headline->clients_kept_people = 84;
  headline->has_clients_kept = true;
  headline->cost_per_client_kept_cents = 2619;
  headline->refused_because_of_deal = 1;
  check_title(fixture, "Provisional yes, as advertising: it costs $2,200 for 84 clients kept",
              "Oui, comme publicité (provisoire)" NBSP ": l’offre coûte 2" NBSP "200" NBSP
              "$ pour 84 clients fidélisés");
  check_reasons(fixture,
                "$26 per client kept, against $61 with your usual advertising. Lowest balance "
                "$10,000, on February 4, 2026; 1 regular visit refused because of the deal.",
                "26" NBSP "$ par client fidélisé, contre 61" NBSP
                "$ avec votre publicité habituelle. "
                "Solde le plus bas 10" NBSP "000" NBSP "$, le 4 février 2026; 1 visite de client "
                "habituel refusée à cause de l’offre.");
}

/* Each condition broken alone is named with its number and its limit. */
static void test_no(Fixture *fixture, gconstpointer unused) {
  static const struct {
    Condition condition;
    int64_t value, limit;
    const char *english;
  } cases[] = {
      {CONDITION_RESULT, -482887, 0,
       "Provisional no: the deal costs you $4,829 compared with no deal"},
      {CONDITION_COST_PER_CLIENT_KEPT, 24300, 6100,
       "Provisional no: a client kept costs $243, against $61 with your usual advertising"},
      {CONDITION_WAIT, 51312, 95000,
       "Provisional no: only 51.3% of deal clients get a place in time (you want 95%)"},
      {CONDITION_REFUSED, 21700, 5000,
       "Provisional no: 21.7% of your regulars are refused because of the deal (you accept 5%)"},
      {CONDITION_WEEKLY_SHARE, 72400, 50000,
       "Provisional no: in the fullest week 72.4% of your clients come from the deal (you accept "
       "50%)"},
      {CONDITION_CASH_FLOOR, -420000, 300000,
       "Provisional no: the balance falls to -$4,200, under your floor of $3,000"},
  };
  const Study study = {.plan = &fixture->plan, .results = &fixture->results};
  Verdict *verdict = &fixture->results.verdict;

  verdict->form = VERDICT_NO;
  fixture->results.headline.has_clients_kept = true;
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *title = NULL;
    g_autofree char *reasons = NULL;

    memset(verdict->condition, 0, sizeof verdict->condition);
    verdict->condition[cases[i].condition] =
        (ConditionResult){.applies = true, .value = cases[i].value, .limit = cases[i].limit};
    title = verdict_title(LANGUAGE_EN, &study);
    reasons = verdict_reasons(LANGUAGE_EN, &study);
    g_assert_cmpstr(title, ==, cases[i].english);
    g_assert_cmpstr(reasons, ==, "Your other conditions hold in the plan year.");
  }
}

static void test_several_broken(Fixture *fixture, gconstpointer unused) {
  Verdict *verdict = &fixture->results.verdict;

  verdict->form = VERDICT_NO;
  verdict->condition[CONDITION_WAIT] = (ConditionResult){true, false, 94960, 95000};
  verdict->condition[CONDITION_WEEKLY_SHARE] = (ConditionResult){true, false, 60000, 50000};
  verdict->condition[CONDITION_REFUSED] = (ConditionResult){true, true, 100, 5000};
  verdict->floor_broken_without = true;
  /* Rounded, 94.96 would read 95: a broken condition shows every digit. */
  check_title(fixture,
              "Provisional no: only 94.96% of deal clients get a place in time (you want 95%)",
              "Non (provisoire)" NBSP ": seulement 94,96" NBSP
              "% des clients de l’offre ont une place à temps (vous voulez 95" NBSP "%)");
  check_reasons(
      fixture,
      "Also: in the fullest week 60% of your clients come from the deal (you accept 50%). "
      "Your cash floor is passed without the deal too, so it is left out of the verdict.",
      "Aussi" NBSP ": dans la semaine la plus chargée, 60" NBSP
      "% de vos clients viennent de l’offre (vous acceptez 50" NBSP
      "%). Votre solde minimal est franchi même sans l’offre; il n’entre donc pas dans le "
      "verdict.");
}

static void refuse(Fixture *fixture, int weekday, int from_day, int to_day, int count) {
  for (int day = from_day; day < to_day; day++) {
    if (date_weekday(SALE_DATE + day) == weekday) {
      fixture->results.with.day[day].refused[VISIT_REGULAR] += count;
    }
  }
}

/* 26 refusals on the Fridays and Saturdays of five weeks, to March 7; then to March 13. */
static void test_rush(Fixture *fixture, gconstpointer unused) {
  refuse(fixture, 4, 0, 35, 3);
  refuse(fixture, 5, 0, 35, 2);
  refuse(fixture, 0, 0, 7, 1);
  check_said(fixture, finding_bookings,
             "Fridays and Saturdays overflow until early March: 26 requests refused",
             "Les vendredis et les samedis débordent jusqu’à début mars" NBSP
             ": 26 demandes refusées");
  refuse(fixture, 4, 35, 42, 1);
  check_said(fixture, finding_bookings,
             "Fridays and Saturdays overflow until mid-March: 27 requests refused",
             "Les vendredis et les samedis débordent jusqu’à la mi-mars" NBSP
             ": 27 demandes refusées");
  refuse(fixture, 4, 300, 306, 5); /* the next rush is another one */
  check_said(fixture, finding_bookings,
             "Fridays and Saturdays overflow until mid-March: 27 requests refused by then, 32 in "
             "all",
             "Les vendredis et les samedis débordent jusqu’à la mi-mars" NBSP
             ": 27 demandes refusées d’ici là, 32 en tout");
}

static void test_no_end(Fixture *fixture, gconstpointer unused) {
  refuse(fixture, 5, 0, DAYS, 2);
  fixture->results.without.regulars_refused = 41;
  check_said(fixture, finding_bookings,
             "Saturdays overflow to the end: 130 requests refused, 41 without the deal",
             "Les samedis débordent jusqu’à la fin" NBSP
             ": 130 demandes refusées, 41 sans l’offre");
}

static void test_no_rush(Fixture *fixture, gconstpointer unused) {
  check_said(fixture, finding_bookings,
             "Nobody is refused in the plan year: the busiest week is 50% taken",
             "Personne n’est refusé dans l’année prévue" NBSP
             ": la semaine la plus chargée est occupée à 50" NBSP "%");
  refuse(fixture, 5, 310, 317, 1);
  fixture->results.month_count = 11;
  for (int i = 0; i < 11; i++) {
    fixture->results.month[i].begin_date = date_add_months(SALE_DATE, i);
  }
  fixture->results.month[10].refused = 1;
  check_said(fixture, finding_bookings,
             "Saturdays overflow most: 1 request refused, in December 2026",
             "Les samedis débordent le plus" NBSP ": 1 demande refusée, en décembre 2026");
  for (int weekday = 0; weekday < 6; weekday++) {
    refuse(fixture, weekday, 0, 14, 4);
  }
  check_said(fixture, finding_bookings,
             "Most days overflow until mid-February: 48 requests refused by then, 49 in all",
             "La plupart des jours débordent jusqu’à la mi-février" NBSP
             ": 48 demandes refusées d’ici là, 49 en tout");
}

static void test_heat(Fixture *fixture, gconstpointer unused) {
  for (int day = 0; day < 28; day++) {
    YearDay *year_day = &fixture->results.with.day[day];

    if (date_weekday(SALE_DATE + day) == 5) {
      year_day->staff_minutes[VISIT_DEAL] = 300;
    }
  }
  check_said(fixture, finding_heat,
             "First 4 weeks: 58% of the hours taken, most on Saturdays; afterwards 50%",
             "4 premières semaines" NBSP ": 58" NBSP
             "% des heures prises, surtout les samedis; ensuite 50" NBSP "%");
}

static void test_waterfall(Fixture *fixture, gconstpointer unused) {
  fixture->results.voucher.left_used_cents = -980;
  check_said(fixture, finding_waterfall, "Each used voucher of $80.00 costs you $9.80",
             "Chaque bon utilisé de 80,00" NBSP "$ vous coûte 9,80" NBSP "$");
  fixture->results.voucher.left_used_cents = 1150;
  check_said(fixture, finding_waterfall, "You keep $11.50 of each used voucher of $80.00",
             "Il vous reste 11,50" NBSP "$ de chaque bon utilisé de 80,00" NBSP "$");
}

static void test_cash(Fixture *fixture, gconstpointer unused) {
  Results *results = &fixture->results;

  for (int day = 300; day < DAYS; day++) { /* from December 1, 2026 */
    results->cash_with.day[day].balance_cents = 950000;
  }
  for (int day = 0; day < 300; day++) {
    results->cash_with.day[day].balance_cents = 1200000;
  }
  results->cash_with.closing_cents = 950000;
  check_said(fixture, finding_cash,
             "The deal’s money is spent by December 2026: $9,500 left in the end, against $10,000 "
             "without the deal",
             "L’argent de l’offre est épuisé en décembre 2026" NBSP ": il reste 9" NBSP "500" NBSP
             "$ à la fin, contre 10" NBSP "000" NBSP "$ sans l’offre");
  results->cash_with.lowest_cents = 210000;
  results->cash_with.lowest_day_index = 40;
  check_said(fixture, finding_cash,
             "Cash falls to $2,100 in March 2026, under your floor of $3,000",
             "L’encaisse tombe à 2" NBSP "100" NBSP "$ en mars 2026, sous votre minimum de 3" NBSP
             "000" NBSP "$");
  results->cash_with.lowest_cents = -420000;
  check_said(fixture, finding_cash, "Cash falls to -$4,200 in March 2026",
             "L’encaisse tombe à -4" NBSP "200" NBSP "$ en mars 2026");
}

/* A balance that is lower at once was never fed by the deal. */
static void test_cash_lower(Fixture *fixture, gconstpointer unused) {
  Results *results = &fixture->results;

  for (int day = 26; day < DAYS; day++) { /* from March 2, 2026 */
    results->cash_with.day[day].balance_cents = 990000;
  }
  for (int day = 0; day < 26; day++) {
    results->cash_with.day[day].balance_cents = 1000100;
  }
  results->cash_with.closing_cents = 990000;
  check_said(fixture, finding_cash,
             "From March 2026, cash is lower than without the deal; it ends at $9,900, against "
             "$10,000",
             "Dès mars 2026, l’encaisse est plus basse que sans l’offre; elle finit à 9" NBSP
             "900" NBSP "$, contre 10" NBSP "000" NBSP "$");
}

static void test_without_rooms(Fixture *fixture, gconstpointer unused) {
  fixture->results.has_calendar = false;
  check_title(fixture, "No verdict yet: no rooms and no simulated years",
              "Pas encore de verdict" NBSP ": ni salles ni années simulées");
  check_said(fixture, finding_cash, "No rooms in the plan: no balance to show",
             "Aucune salle dans le plan" NBSP ": aucun solde à montrer");
}

static void check_edit(const Plan *plan, const char *path, const char *english,
                       const char *french) {
  g_autofree char *en = edit_name(LANGUAGE_EN, plan, path);
  g_autofree char *fr = edit_name(LANGUAGE_FR, plan, path);

  g_assert_cmpstr(en, ==, english);
  g_assert_cmpstr(fr, ==, french);
}

static void test_edits(Fixture *fixture, gconstpointer unused) {
  Plan *plan = &fixture->plan;

  plan->deal.commission_per_100k = 40000;
  plan->business.gst_registered = false;
  plan->staff_count = 2;
  g_strlcpy(plan->staff[1].name, "Therapist 2", sizeof plan->staff[1].name);
  plan->deal.weekday_quota[4] = 4;
  check_edit(plan, "deal.commission_per_100k", "Change commission to 40%",
             "commission → 40" NBSP "%");
  check_edit(plan, "staff[1].accompanied_only", "Therapist 2: in duos only (new graduate) → no",
             "Massothérapeute 2" NBSP ": en duo seulement (recrue) → non");
  check_edit(plan, "deal.weekday_quota[4]", "Friday: most deal visits a day → 4",
             "vendredi" NBSP ": maximum par jour → 4");
  check_edit(plan, "business.gst_registered", "Change registered for sales taxes to no",
             "inscrit aux taxes → non");
  check_edit(plan, "rooms", "Change rooms", "Modifier" NBSP ": salles");
  check_edit(plan, "staff[7].name", "Change name of the person",
             "Modifier" NBSP ": nom de la personne"); /* no longer there */
  check_edit(plan, "", "Several changes", "Plusieurs changements");
}

int main(int argc, char **argv) {
  static const struct {
    const char *path;
    void (*test)(Fixture *fixture, gconstpointer unused);
  } tests[] = {
      {"/sentences/yes", test_yes},
      {"/sentences/advertising", test_advertising},
      {"/sentences/no", test_no},
      {"/sentences/several-broken", test_several_broken},
      {"/sentences/rush", test_rush},
      {"/sentences/no-end", test_no_end},
      {"/sentences/no-rush", test_no_rush},
      {"/sentences/heat", test_heat},
      {"/sentences/waterfall", test_waterfall},
      {"/sentences/cash", test_cash},
      {"/sentences/cash-lower", test_cash_lower},
      {"/sentences/without-rooms", test_without_rooms},
      {"/sentences/edits", test_edits},
  };

  g_test_init(&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
    g_test_add(tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  }
  return g_test_run();
}
