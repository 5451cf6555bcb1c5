/* Room: chart. How much of their time rooms and people are taken, by kind of visit; what is idle is
 * outlined. One row each; where there are too many, all rooms, then all people, share one row. */
#include "ui/chart/layout.h"

#include "ui/table/table-load.h"
#include "ui/words/load-words.h"

#include <math.h>

static const Role kind_role[VISIT_KIND_COUNT] = {ROLE_REGULAR, ROLE_RETURNING, ROLE_DEAL};

typedef struct {
  char name[PLAN_TEXT_SIZE + 8];
  UseRow whole, rush;
  bool accompanied_only;
  int32_t accompanied_visits;
} UseOf;

typedef struct {
  int room_count, person_count;
  UseOf room[ROOMS_MAX], person[STAFF_MAX], all_rooms, all_people;
  char note[3 * PLAN_TEXT_SIZE]; /* what people who serve only accompanied add; may be empty */
  /* As laid out: rows of rooms, then of people. */
  int row_count, room_rows;
  const UseOf *row[ROOMS_MAX + STAFF_MAX];
} UseData;

static UseData *use_of(const Chart *chart) {
  return chart->own;
}

static void add_to(UseRow *sum, const UseRow *row) {
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
    sum->kind_minutes[kind] += row->kind_minutes[kind];
  sum->taken_minutes += row->taken_minutes;
  sum->there_minutes += row->there_minutes;
}

static void copy_rooms(UseData *data, Language language, const Study *study) {
  const LoadOfSpan *span = study->results->load.span;
  UseOf *all = &data->all_rooms;
  data->room_count = study->plan->rooms_count;
  for (int i = 0; i < data->room_count; i++) {
    UseOf *room = &data->room[i];
    room->whole = use_of_room(&span[LOAD_WHOLE], i);
    room->rush = use_of_room(&span[LOAD_RUSH], i);
    g_autofree char *name = load_name_text(language, study->plan->rooms[i].name);
    g_strlcpy(room->name, name, sizeof room->name);
    add_to(&all->whole, &room->whole);
    add_to(&all->rush, &room->rush);
  }
  g_autofree char *count = say_number(language, data->room_count);
  g_snprintf(all->name, sizeof all->name,
             say_count(language, data->room_count, "%s room", "%s rooms"), count);
}

static void copy_people(UseData *data, Language language, const Study *study) {
  const LoadOfSpan *span = study->results->load.span;
  UseOf *all = &data->all_people;
  data->person_count = study->plan->staff_count;
  for (int i = 0; i < data->person_count; i++) {
    const PlanStaff *staff = &study->plan->staff[i];
    UseOf *person = &data->person[i];
    person->whole = use_of_person(&span[LOAD_WHOLE], i);
    person->rush = use_of_person(&span[LOAD_RUSH], i);
    person->accompanied_only = staff->accompanied_only;
    person->accompanied_visits = span[LOAD_WHOLE].accompanied_visits[i];
    g_autofree char *name = load_name_text(language, staff->name);
    g_snprintf(person->name, sizeof person->name, "%s%s", name,
               staff->accompanied_only ? "\u00a0*" : "");
    add_to(&all->whole, &person->whole);
    add_to(&all->rush, &person->rush);
  }
  g_autofree char *count = say_number(language, data->person_count);
  g_snprintf(all->name, sizeof all->name,
             say_count(language, data->person_count, "%s person", "%s people"), count);
}

static void copy_use(Chart *chart, const Study *study) {
  Language language = chart_language(chart);
  UseData *data = g_new0(UseData, 1);
  g_autofree char *note = load_adds_note(language, study);
  chart->own = data;
  copy_rooms(data, language, study);
  copy_people(data, language, study);
  if (note)
    g_snprintf(data->note, sizeof data->note, "* %s", note);
}

/* One row each while they fit; else the rooms share one, then the people too. */
static void choose_rows(UseData *data, int most) {
  bool each_room = data->room_count + data->person_count <= most;
  bool each_person = 1 + data->person_count <= most;
  data->row_count = 0;
  for (int i = 0; i < data->room_count && each_room; i++)
    data->row[data->row_count++] = &data->room[i];
  if (!each_room && data->room_count > 0)
    data->row[data->row_count++] = &data->all_rooms;
  data->room_rows = data->row_count;
  for (int i = 0; i < data->person_count && each_person; i++)
    data->row[data->row_count++] = &data->person[i];
  if (!each_person && data->person_count > 0)
    data->row[data->row_count++] = &data->all_people;
}

static char *share_text(const Chart *chart, const UseOf *use) {
  return load_share_text(chart_language(chart), use->whole.taken_minutes, use->whole.there_minutes);
}

typedef struct {
  double names, shares; /* widths of the columns */
  double row, bar;
  bool stacked; /* narrow: the name above its bar */
} UseGrid;

static void measure_columns(const Chart *chart, UseGrid *grid) {
  const UseData *data = use_of(chart);
  double gap = 10 * chart->scale;
  grid->names = grid->shares = 0;
  for (int i = 0; i < data->row_count; i++) {
    g_autofree char *share = share_text(chart, data->row[i]);
    grid->names =
        fmax(grid->names, text_width(&chart->typesetter, TEXT_LABEL, data->row[i]->name) + gap);
    grid->shares = fmax(grid->shares, text_width(&chart->typesetter, TEXT_STRONG, share) + gap);
  }
  grid->stacked = grid->names > 0.34 * chart->scene.width;
}

static void add_row_text(Chart *chart, const UseGrid *grid, const UseOf *use, double top) {
  Scene *scene = &chart->scene;
  double line = text_height(&chart->typesetter, TEXT_LABEL);
  double y = grid->stacked ? top + line / 2 : top + grid->row / 2;
  g_autofree char *share = share_text(chart, use);
  TextPlace name = {TEXT_LABEL, ROLE_INK, grid->stacked ? 0 : 1, 0.5, 0};
  double x = grid->stacked ? 0 : chart->plot.x - 10 * chart->scale;
  scene_add_text(scene, use->name, x, y, name);
  scene_add_text(scene, share, scene->width, y, (TextPlace){TEXT_STRONG, ROLE_INK, 1, 0.5, 0});
}

static void add_row(Chart *chart, const UseGrid *grid, int index, double top) {
  Scene *scene = &chart->scene;
  const UseOf *use = use_of(chart)->row[index];
  double y = grid->stacked ? top + grid->row - grid->bar - 3 * chart->scale
                           : top + (grid->row - grid->bar) / 2;
  Box full = {chart->plot.x, round(y), chart->plot.width, round(grid->bar)};
  double whole = (double)MAX(MAX(use->whole.there_minutes, use->whole.taken_minutes), 1);
  double x = full.x;
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++) {
    double width = full.width * (double)use->whole.kind_minutes[kind] / whole;
    if (width > 0)
      scene_add_box(scene, (Box){x, full.y, width, full.height}, kind_role[kind]);
    x += width;
  }
  scene_add_outline(scene,
                    (Box){full.x + 0.5, full.y + 0.5, round(full.width) - 1, full.height - 1},
                    ROLE_AXIS, 1);
  add_row_text(chart, grid, use, top);
  chart_add_position(chart, (Position){.hit = {0, top, scene->width, grid->row},
                                       .mark = {0, top, scene->width, grid->row},
                                       .tip_x = x,
                                       .tip_y = full.y + full.height / 2});
}

static void add_caption(Chart *chart, const char *text, double y) {
  scene_add_text(&chart->scene, text, 0, y,
                 (TextPlace){TEXT_TICK, ROLE_MUTED, 0, 0, chart->scene.width});
}

static int list_keys(const Chart *chart, Key *keys) {
  Language language = chart_language(chart);
  int count = 0;
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
    keys[count++] =
        (Key){visit_kind_label(language, (VisitKind)kind), kind_role[kind], SAMPLE_BOX, 0};
  return count;
}

/* Rows from y on, the captions of rooms and people above theirs; where they end. */
static double add_rows(Chart *chart, const UseGrid *grid, double y, double caption) {
  const UseData *data = use_of(chart);
  Language language = chart_language(chart);
  for (int i = 0; i < data->row_count; i++, y += grid->row) {
    if (i == 0 || i == data->room_rows) {
      add_caption(chart, i < data->room_rows ? say(language, "Rooms") : say(language, "People"),
                  y + (i == 0 ? 0 : 6 * chart->scale));
      y += caption + (i == 0 ? 0 : 6 * chart->scale);
    }
    add_row(chart, grid, i, y);
  }
  return y;
}

static double note_height(const Chart *chart) {
  TextPlace place = {TEXT_LABEL, ROLE_MUTED, 0, 0, chart->scene.width};
  return *use_of(chart)->note
             ? scene_measure_text(&chart->scene, use_of(chart)->note, 0, 0, place).height +
                   4 * chart->scale
             : 0;
}

static bool lay_out_use(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  UseData *data = use_of(chart);
  Key keys[LABELS_MAX];
  int key_count = list_keys(chart, keys);
  double scale = chart->scale, line = text_height(scene->typesetter, TEXT_LABEL);
  double caption = text_height(scene->typesetter, TEXT_TICK) + 3 * scale;
  double legend = keys_rows_height(scene, keys, key_count, scene->width) + 8 * scale;
  double note = note_height(chart),
         room = scene->height - y - legend - note - 2 * caption - 6 * scale;
  UseGrid grid = {.row = 0};
  choose_rows(data, ROOMS_MAX + STAFF_MAX);
  measure_columns(chart, &grid);
  double least = grid.stacked ? 2 * line + 3 * scale : line + scale;
  if (least * data->row_count > room) {
    choose_rows(data, (int)(room / least));
    measure_columns(chart, &grid);
  }
  bool fits = least * data->row_count <= room && grid.names + grid.shares <= scene->width;
  grid.row = floor(
      fmin(grid.stacked ? 2 * line + 26 * scale : 52 * scale, room / MAX(data->row_count, 1)));
  grid.row = fmax(grid.row, 2);
  grid.bar = grid.stacked ? fmax(grid.row - line - 5 * scale, 1) : grid.row * 0.62;
  grid.bar = fmin(grid.bar, 24 * scale); /* few rows get air, no walls of colour */
  double left = grid.stacked ? 1 : grid.names;
  chart->plot =
      (Box){left, y, fmax(scene->width - left - (grid.stacked ? 1 : grid.shares), 1), room};
  y = add_rows(chart, &grid, y, caption) + 8 * scale;
  keys_add_rows(scene, keys, key_count, 0, y, scene->width);
  if (*data->note)
    scene_add_text(scene, data->note, 0, y + legend - 4 * scale,
                   (TextPlace){TEXT_LABEL, ROLE_MUTED, 0, 0, scene->width});
  return fits;
}

static char *describe_use(const Chart *chart) {
  UseData *data = use_of(chart);
  Language language = chart_language(chart);
  g_autofree char *rooms = share_text(chart, &data->all_rooms);
  g_autofree char *people = share_text(chart, &data->all_people);
  g_autofree char *taken =
      data->person_count > 0
          ? g_strdup_printf(say(language, "Rooms are %1$s taken, people %2$s."), rooms, people)
          : g_strdup_printf(say(language, "Rooms are %s taken."), rooms);
  return *data->note ? g_strconcat(taken, " ", data->note + 2, ".", NULL) : g_steal_pointer(&taken);
}

static void fill_use_tip(const Chart *chart, int position, Tip *tip) {
  Language language = chart_language(chart);
  const UseOf *use = use_of(chart)->row[position];
  int64_t idle = use->whole.there_minutes - use->whole.taken_minutes;
  tip->title = g_strdup(use->name);
  for (int kind = VISIT_KIND_COUNT - 1; kind >= 0; kind--)
    tip_add(tip, SAMPLE_BOX, kind_role[kind], visit_kind_label(language, (VisitKind)kind),
            say_hours(language, use->whole.kind_minutes[kind]));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "idle"), say_hours(language, MAX(idle, 0)));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "taken"), share_text(chart, use));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "in the first 8 weeks"),
          load_share_text(language, use->rush.taken_minutes, use->rush.there_minutes));
  if (use->accompanied_only)
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "visits beside a colleague"),
            say_number(language, use->accompanied_visits));
}

static void add_use_hover(const Chart *chart, int position, Scene *scene) {
  Box row = chart_position(chart, position)->mark;
  scene_add_outline(scene, (Box){row.x + 0.5, round(row.y) + 0.5, row.width - 1, row.height - 1},
                    ROLE_AXIS, 1);
}

static int move_in_use(const Chart *chart, int position, int dx, int dy) {
  return CLAMP(position + (dy != 0 ? dy : dx), 0, use_of(chart)->row_count - 1);
}

static double use_height(double width, double text_scale) {
  return (width / text_scale < 520 ? 10 * 27 + 70 : 10 * 26 + 80) * text_scale;
}

const ChartKindTable use_chart = {
    .name = "use",
    .find = load_find_use,
    .table = table_load_use,
    .explain = load_explain_use,
    .subtitle = N_("Share of their time taken, with the deal; what is left open is idle"),
    .needs_calendar = true,
    .copy = copy_use,
    .lay_out = lay_out_use,
    .describe_extreme = describe_use,
    .fill_tip = fill_use_tip,
    .add_hover = add_use_hover,
    .move = move_in_use,
    .natural_height = use_height,
};
