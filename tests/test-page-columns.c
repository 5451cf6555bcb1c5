/* Things of random heights set in columns below something, without drawing: each inside its page,
 * in order, none over another, the columns of the last page about equally long. */
#include "ui/paper/page.h"

#define THINGS_MAX 120
#define ROUNDS 400
#define TALLEST 150.0

typedef struct {
  int page;
  double left, top, height;
} Place;

typedef struct {
  int count;
  double height[THINGS_MAX];
  bool keeps_next[THINGS_MAX]; /* as a heading does */
  Place place[THINGS_MAX];
} Things;

static void flow_things(Page *page, gpointer data) {
  Things *things = data;
  for (int i = 0; i < things->count; i++) {
    double next = things->keeps_next[i] && i + 1 < things->count ? things->height[i + 1] : 0.0;
    page_need(page, things->height[i] + next);
    things->place[i] = (Place){page_count(page), page_left(page), page_y(page), things->height[i]};
    page_advance(page, things->height[i]);
  }
}

static void things_fill(Things *things, GRand *luck) {
  things->count = g_rand_int_range(luck, 1, THINGS_MAX);
  for (int i = 0; i < things->count; i++) {
    things->height[i] = g_rand_double_range(luck, 4.0, i % 7 == 0 ? TALLEST : 30.0);
    bool keeps = g_rand_int_range(luck, 0, 6) == 0;
    things->keeps_next[i] = keeps && !(i > 0 && things->keeps_next[i - 1]);
  }
}

/* The first rule that is broken, or NULL. */
static const char *broken_rule(const Things *things, double bottom, double end) {
  double lowest = 0.0;
  for (int i = 0; i < things->count; i++) {
    const Place *place = &things->place[i], *before = i > 0 ? place - 1 : NULL;
    if (place->top + place->height > bottom + 0.5)
      return "under the foot";
    bool same_column = before && before->page == place->page && before->left >= place->left - 0.5;
    if (before && (place->page < before->page ||
                   (place->page == before->page && place->left < before->left - 0.5)))
      return "out of order";
    if (same_column && place->top < before->top + before->height - 0.01)
      return "one over another";
    if (before && !same_column && things->keeps_next[i - 1])
      return "a heading alone";
    if (place->page == things->place[things->count - 1].page)
      lowest = MAX(lowest, place->top + place->height);
  }
  return end > lowest + 0.5 || end < lowest - 0.5 ? "what follows is not below" : NULL;
}

static const PageFrame frame = {PAPER_LETTER, "left", "right", "foot"};

static const char *set_once(const Type *type, Things *things, GRand *luck) {
  g_autoptr(Page) page = page_new(NULL, type, &frame, 0);
  page_turn(page, false);
  double bottom = page_y(page) + page_body_height(page);
  page_advance(page, g_rand_double_range(luck, 0.0, page_body_height(page)));
  page_in_columns(page, g_rand_int_range(luck, 1, 4), flow_things, things);
  return broken_rule(things, bottom, page_y(page));
}

static void test_rules_hold(void) {
  g_autoptr(GRand) luck = g_rand_new_with_seed(7);
  Type *type = type_new(1.0);
  static Things things;
  for (int round = 0; round < ROUNDS; round++) {
    things_fill(&things, luck);
    const char *broken = set_once(type, &things, luck);
    if (broken)
      g_error("round %d, %d things: %s", round, things.count, broken);
  }
  type_free(type);
}

/* Two columns of many small things end within one of them of each other. */
static void test_balance(void) {
  static Things things;
  Type *type = type_new(1.0);
  things.count = 41;
  for (int i = 0; i < things.count; i++)
    things.height[i] = 10.0;
  g_autoptr(Page) page = page_new(NULL, type, &frame, 0);
  page_turn(page, false);
  double top = page_y(page);
  page_in_columns(page, 2, flow_things, &things);
  g_assert_cmpint(page_count(page), ==, 1);
  g_assert_cmpfloat(page_y(page), <=, top + 21 * 10.0 + 7.0);
  g_assert_cmpfloat(things.place[40].left, >, things.place[0].left);
  type_free(type);
}

/* Each rule sees its own fault. */
static void test_rules_can_fail(void) {
  static Things things;
  Type *type = type_new(1.0);
  things.count = 3;
  for (int i = 0; i < 3; i++)
    things.height[i] = 20.0;
  g_autoptr(Page) page = page_new(NULL, type, &frame, 0);
  page_turn(page, false);
  double bottom = page_y(page) + page_body_height(page);
  page_in_columns(page, 1, flow_things, &things);
  const Place good = things.place[1];
  g_assert_null(broken_rule(&things, bottom, page_y(page)));
  things.place[1].top -= 1.0;
  g_assert_cmpstr(broken_rule(&things, bottom, page_y(page)), ==, "one over another");
  things.place[1] = good;
  things.place[1].top = bottom;
  g_assert_cmpstr(broken_rule(&things, bottom, page_y(page)), ==, "under the foot");
  things.place[1] = good;
  things.place[1].left -= 50.0;
  g_assert_cmpstr(broken_rule(&things, bottom, page_y(page)), ==, "out of order");
  things.place[1] = good;
  things.place[2].left += 50.0;
  things.keeps_next[1] = true;
  g_assert_cmpstr(broken_rule(&things, bottom, page_y(page)), ==, "a heading alone");
  things.keeps_next[1] = false;
  g_assert_cmpstr(broken_rule(&things, bottom, page_y(page) + 9.0), ==,
                  "what follows is not below");
  type_free(type);
}

int main(int count, char **arguments) {
  g_test_init(&count, &arguments, NULL);
  g_test_add_func("/page-columns/rules-hold", test_rules_hold);
  g_test_add_func("/page-columns/balance", test_balance);
  g_test_add_func("/page-columns/rules-can-fail", test_rules_can_fail);
  return g_test_run();
}
