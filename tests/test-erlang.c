/* Erlang A: the published-by-hand vectors of the domain, a slow twin that shares nothing with the
 * product but the process itself, and what must hold of any line. */
#include <glib.h>
#include <math.h>

#include "model/base/random.h"
#include "model/phone/erlang.h"

static void assert_near(double value, double expected, double error) {
  if (!(fabs(value - expected) <= error))
    g_error("%.9g is not %.9g", value, expected);
}

/* domain §9: 4.5 min a call, patience 2 min; to their last figure. */
static void test_vectors(void) {
  static const struct {
    double calls;
    int people;
    double lost, within; /* within < 0: not published */
  } cases[] = {{8, 1, .3002, .6381},  {8, 2, .0635, .9151},  {20, 1, .5280, -1},
               {20, 2, .2314, .6937}, {20, 3, .0830, .8834}, {20, 4, -1, .9645}};
  static const struct {
    double calls, attempts, lost;
  } again[] = {{18.5, 21.097, .2462}, {20, 23.167, .2734}};

  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    ErlangHour hour = {cases[i].calls, 4.5, 2, cases[i].people};
    ErlangAnswer answer;
    erlang_compute(&hour, 60, &answer);
    if (cases[i].lost >= 0)
      assert_near(answer.lost_share, cases[i].lost, .00005);
    if (cases[i].within >= 0)
      assert_near(answer.within_share, cases[i].within, .00005);
  }
  for (size_t i = 0; i < G_N_ELEMENTS(again); i++) {
    ErlangHour hour = {again[i].calls, 4.5, 2, 2};
    ErlangAnswer answer;
    hour.calls_per_hour = erlang_attempts_per_hour(&hour, .5);
    erlang_compute(&hour, 60, &answer);
    assert_near(hour.calls_per_hour, again[i].attempts, .0005);
    assert_near(answer.lost_share, again[i].lost, .00005);
  }
}

/* Nobody answers, nobody calls, nobody calls again. */
static void test_edges(void) {
  ErlangHour nobody = {20, 4.5, 2, 0}, silence = {0, 4.5, 2, 3}, both = {0, 4.5, 2, 0};
  ErlangAnswer answer;

  erlang_compute(&nobody, 60, &answer);
  assert_near(answer.lost_share, 1, 0);
  assert_near(answer.within_share, 0, 0);
  assert_near(answer.waiting_mean_callers, 20 / 30., 1e-12);
  assert_near(answer.busy_share, 0, 0);
  assert_near(erlang_attempts_per_hour(&nobody, .5), 40, 1e-9);
  assert_near(erlang_attempts_per_hour(&nobody, 0), 20, 0);
  for (const ErlangHour *hour = &silence; hour; hour = hour == &silence ? &both : NULL) {
    erlang_compute(hour, 60, &answer);
    assert_near(answer.lost_share, 0, 0);
    assert_near(answer.within_share, 1, 0);
    assert_near(answer.waiting_mean_callers, 0, 0);
    assert_near(erlang_attempts_per_hour(hour, .9), 0, 0);
  }
}

/* What 64 people, 10,000 calls an hour and the ends of every field give is a share. */
static void test_large(void) {
  static const double calls[] = {1e-6, 1, 10000, 6e6}, minutes[] = {.001, .1, 4.5, 120};
  static const int people[] = {1, 3, 64, 200};
  static const double seconds[] = {0, 60, 7200};

  for (int i = 0; i < 4 * 4 * 4 * 4 * 3; i++) {
    ErlangHour hour = {calls[i % 4], minutes[i / 4 % 4], minutes[i / 16 % 4], people[i / 64 % 4]};
    ErlangAnswer answer;
    erlang_compute(&hour, seconds[i / 256], &answer);
    g_assert_true(answer.lost_share >= 0 && answer.lost_share <= 1);
    g_assert_true(answer.within_share >= 0 && answer.within_share <= 1 - answer.lost_share + 1e-9);
    g_assert_true(answer.busy_share >= 0 && answer.busy_share <= 1);
    /* What is not lost keeps people busy (in balance). */
    assert_near(answer.busy_share * hour.people * 60 / hour.handle_minutes / hour.calls_per_hour,
                1 - answer.lost_share, 1e-9);
  }
  ErlangHour flood = {10000, 4.5, 2, 64};
  ErlangAnswer answer;
  erlang_compute(&flood, 60, &answer);
  assert_near(answer.lost_share, 1 - 64 * 60 / 4.5 / 10000, 1e-6);
  /* Within two hours everyone who is ever answered is answered. */
  erlang_compute(&(ErlangHour){20, 4.5, 2, 2}, 7200, &answer);
  assert_near(answer.within_share, 1 - answer.lost_share, 1e-12);
}

/* The twin. States are cut where the line is as good as empty of chances; the steady shares come
 * from the balance equations solved densely, the waits from the differential equations of one
 * caller behind j others, step by step (Runge and Kutta's fourth). */
#define STATES 90
#define STEPS 800

typedef enum {
  FAULT_NONE,
  FAULT_ALL_PATIENT_AHEAD, /* those in front never hang up */
  FAULT_ANSWERED_ONLY,     /* the lost are left out of those who called */
  FAULT_ONE_FEWER,         /* one person fewer answers */
  FAULT_COUNT
} Fault;

static double death(const ErlangHour *hour, int people, int k) {
  return MIN(k, people) * 60 / hour->handle_minutes +
         MAX(0, k - people) * 60 / hour->patience_minutes;
}

static void twin_shares(const ErlangHour *hour, int people, double share[STATES]) {
  static double row[STATES][STATES + 1];
  for (int k = 0; k < STATES; k++) {
    for (int i = 0; i <= STATES; i++)
      row[k][i] = 0;
    double birth = k < STATES - 1 ? hour->calls_per_hour : 0;
    row[k][k] = -birth - death(hour, people, k);
    if (k > 0)
      row[k][k - 1] = hour->calls_per_hour;
    if (k < STATES - 1)
      row[k][k + 1] = death(hour, people, k + 1);
  }
  for (int i = 0; i <= STATES; i++) /* one balance follows from the others: they add up to 1 */
    row[STATES - 1][i] = 1;
  for (int column = 0; column < STATES; column++) {
    int pivot = column;
    for (int k = column + 1; k < STATES; k++)
      if (fabs(row[k][column]) > fabs(row[pivot][column]))
        pivot = k;
    for (int i = 0; i <= STATES; i++) {
      double held = row[column][i];
      row[column][i] = row[pivot][i];
      row[pivot][i] = held;
    }
    for (int k = 0; k < STATES; k++) {
      double times = k == column ? 0 : row[k][column] / row[column][column];
      for (int i = column; i <= STATES && fabs(times) > 0; i++)
        row[k][i] -= times * row[column][i];
    }
  }
  for (int k = 0; k < STATES; k++)
    share[k] = row[k][STATES] / row[k][k];
}

/* d/dt of P(answered by t | j ahead): the next of the j + c to leave, or herself giving up. */
static void slopes(const ErlangHour *hour, int people, Fault fault, const double *now,
                   double *slope) {
  double served = people * 60 / hour->handle_minutes, lost = 60 / hour->patience_minutes;
  for (int j = 0; j < STATES; j++) {
    double leave = served + (fault == FAULT_ALL_PATIENT_AHEAD ? 0 : j * lost);
    slope[j] = leave * (j > 0 ? now[j - 1] : 1) - (leave + lost) * now[j];
  }
}

static void twin_answered(const ErlangHour *hour, int people, double hours, Fault fault,
                          double now[STATES]) {
  double step = hours / STEPS, slope[4][STATES], there[STATES];
  static const double ahead[] = {0, .5, .5, 1};
  for (int j = 0; j < STATES; j++)
    now[j] = 0;
  for (int i = 0; i < STEPS; i++) {
    for (int stage = 0; stage < 4; stage++) {
      for (int j = 0; j < STATES; j++)
        there[j] = now[j] + (stage > 0 ? ahead[stage] * step * slope[stage - 1][j] : 0);
      slopes(hour, people, fault, there, slope[stage]);
    }
    for (int j = 0; j < STATES; j++)
      now[j] += step / 6 * (slope[0][j] + 2 * slope[1][j] + 2 * slope[2][j] + slope[3][j]);
  }
}

static ErlangAnswer twin_compute(const ErlangHour *hour, double seconds, Fault fault) {
  double share[STATES], answered[STATES];
  int people = hour->people - (fault == FAULT_ONE_FEWER);
  ErlangAnswer twin = {0};
  twin_shares(hour, people, share);
  twin_answered(hour, people, seconds / 3600, fault, answered);
  for (int k = 0; k < STATES; k++) {
    int queue = MAX(0, k - people);
    twin.waiting_mean_callers += share[k] * queue;
    twin.busy_share += share[k] * (k - queue) / people;
    twin.within_share += share[k] * (k < people ? 1 : answered[k - people]);
  }
  twin.lost_share = twin.waiting_mean_callers * 60 / hour->patience_minutes / hour->calls_per_hour;
  if (fault == FAULT_ANSWERED_ONLY)
    twin.within_share /= 1 - twin.lost_share;
  return twin;
}

/* Lines that fit the twin's states and steps. */
static ErlangHour random_hour(uint32_t index, double *seconds) {
  static const RandomStream stream = {2026, 9};
  ErlangHour hour = {.people = 2 + (int)(random_bits(&stream, 1, index, 0) % 9)};
  hour.handle_minutes = .5 + 9 * random_unit(&stream, 2, index, 0);
  hour.patience_minutes = .5 + 4 * random_unit(&stream, 3, index, 0);
  double talk = hour.people * (.3 + 1.1 * random_unit(&stream, 4, index, 0));
  hour.calls_per_hour = talk * 60 / hour.handle_minutes;
  *seconds = 5 + 115 * random_unit(&stream, 5, index, 0);
  return hour;
}

static double distance(const ErlangAnswer *a, const ErlangAnswer *b) {
  return fmax(fmax(fabs(a->lost_share - b->lost_share), fabs(a->within_share - b->within_share)),
              fmax(fabs(a->waiting_mean_callers - b->waiting_mean_callers),
                   fabs(a->busy_share - b->busy_share)));
}

static void test_twin(void) {
  double worst = 0;
  for (uint32_t i = 0; i < (g_test_quick() ? 25u : 400u); i++) {
    double seconds;
    ErlangHour hour = random_hour(i, &seconds);
    ErlangAnswer answer, twin = twin_compute(&hour, seconds, FAULT_NONE);
    erlang_compute(&hour, seconds, &answer);
    worst = fmax(worst, distance(&answer, &twin));
  }
  g_test_message("worst difference %.3g", worst);
  assert_near(worst, 0, 1e-8);
}

static void test_twin_can_fail(void) {
  for (int fault = FAULT_NONE + 1; fault < FAULT_COUNT; fault++) {
    double worst = 0;
    for (uint32_t i = 0; i < 6; i++) {
      double seconds;
      ErlangHour hour = random_hour(i, &seconds);
      ErlangAnswer answer, twin = twin_compute(&hour, seconds, (Fault)fault);
      erlang_compute(&hour, seconds, &answer);
      worst = fmax(worst, distance(&answer, &twin));
    }
    g_assert_cmpfloat(worst, >, 1e-4);
  }
}

/* More people, fewer calls or shorter ones never lose more; x is the one solution. */
static void test_order(void) {
  for (uint32_t i = 0; i < 150; i++) {
    double seconds, before = 1, within = 0;
    ErlangHour hour = random_hour(i, &seconds);
    double first = hour.calls_per_hour, again = (i % 20) / 20.;
    for (hour.people = 0; hour.people <= 24; hour.people++) {
      ErlangAnswer answer, fewer, shorter;
      hour.calls_per_hour = first;
      double attempts = erlang_attempts_per_hour(&hour, again);
      hour.calls_per_hour = attempts;
      erlang_compute(&hour, seconds, &answer);
      assert_near(attempts, first + again * answer.lost_share * attempts, 1e-9 * attempts);
      g_assert_true(attempts >= first && attempts <= first / (1 - again) * (1 + 1e-12));
      g_assert_cmpfloat(answer.lost_share, <=, before + 1e-12);
      g_assert_cmpfloat(answer.within_share, >=, within - 1e-12);
      before = answer.lost_share;
      within = answer.within_share;
      ErlangHour less = hour, brief = hour;
      less.calls_per_hour *= .9;
      brief.handle_minutes *= .9;
      erlang_compute(&less, seconds, &fewer);
      erlang_compute(&brief, seconds, &shorter);
      g_assert_cmpfloat(fewer.lost_share, <=, answer.lost_share + 1e-12);
      g_assert_cmpfloat(shorter.lost_share, <=, answer.lost_share + 1e-12);
    }
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/erlang/vectors", test_vectors);
  g_test_add_func("/erlang/edges", test_edges);
  g_test_add_func("/erlang/large", test_large);
  g_test_add_func("/erlang/twin", test_twin);
  g_test_add_func("/erlang/twin-can-fail", test_twin_can_fail);
  g_test_add_func("/erlang/order", test_order);
  return g_test_run();
}
