/* Room: chart. One day of the plan year by room: a row a room, a bar a visit by its kind, with the
 * people who give it, and the time to make the room ready. Visits that need no room stand in a row
 * of who gives them. */
#include "ui/chart/layout.h"

#include "model/base/slots.h"
#include "ui/table/table-load.h"
#include "ui/words/load-words.h"

#include <math.h>
#include <string.h>

static const Role kind_role[VISIT_KIND_COUNT] = {ROLE_REGULAR, ROLE_RETURNING, ROLE_DEAL};

#define DAY_ROWS_MAX (ROOMS_MAX + STAFF_MAX + 1)

typedef struct {
  char name[PLAN_TEXT_SIZE];
  bool there; /* a room that exists that day */
} DayRow;

/* A visit in one of its rooms. */
typedef struct {
  int row, begin_minute, minutes, turnover_minutes;
  VisitKind kind;
  bool no_show;
  char people[160], stacked[160]; /* on one line; one a line */
  int people_count;
  char service[PLAN_TEXT_SIZE];
} DayBar;

typedef struct {
  bool is_chosen, has_turnover, has_no_show;
  int day_index, opening_minute, slots_count;
  uint64_t open_slots;
  DayFigures figures;
  int row_count;
  DayRow row[DAY_ROWS_MAX];
  int bar_count;
  DayBar bar[]; /* by row, then start */
} DayData;

static const DayData *day_of(const Chart *chart) {
  return chart->own;
}

static void add_day_row(DayData *data, Language language, const char *name, bool there) {
  g_autofree char *text = load_name_text(language, name);
  DayRow *row = &data->row[data->row_count++];
  g_strlcpy(row->name, text, sizeof row->name);
  row->there = there;
}

static void set_people(DayBar *bar, Language language, const Plan *plan, uint32_t staff) {
  g_autoptr(GString) people = g_string_new(NULL);
  g_autoptr(GString) stacked = g_string_new(NULL);
  for (int i = 0; i < plan->staff_count; i++) {
    if (!(staff >> i & 1))
      continue;
    g_autofree char *name = load_name_text(language, plan->staff[i].name);
    if (people->len + strlen(name) + 3 > sizeof bar->people)
      break;
    g_string_append_printf(people, "%s%s", people->len > 0 ? ", " : "", name);
    g_string_append_printf(stacked, "%s%s", stacked->len > 0 ? "\n" : "", name);
    bar->people_count++;
  }
  g_strlcpy(bar->people, people->str, sizeof bar->people);
  g_strlcpy(bar->stacked, stacked->str, sizeof bar->stacked);
}

/* The newest row's bar of a visit. */
static void add_day_bar(DayData *data, Language language, const Plan *plan,
                        const YearVisit *visit) {
  const PlanService *service = &plan->services[visit->service_index];
  DayBar *bar = &data->bar[data->bar_count++];
  bar->row = data->row_count - 1;
  bar->begin_minute = data->opening_minute + visit->start_slot * SLOT_MINUTES;
  bar->minutes = service->minutes;
  bar->turnover_minutes = visit->rooms != 0 ? service->room_turnover_minutes : 0;
  bar->kind = (VisitKind)visit->kind;
  bar->no_show = visit->no_show;
  set_people(bar, language, plan, visit->staff);
  g_strlcpy(bar->service, say_name(language, service->name), sizeof bar->service);
  data->has_turnover |= bar->turnover_minutes > 0;
  data->has_no_show |= bar->no_show;
}

/* Rooms in plan order. */
static void copy_rooms(DayData *data, Language language, const Study *study) {
  uint64_t rooms = study->results->timetable.day[data->day_index].room_slots;
  for (int room = 0; room < study->plan->rooms_count; room++) {
    add_day_row(data, language, study->plan->rooms[room].name, rooms >> room & 1);
    for (int i = 0; i < study->day_visit_count; i++)
      if (study->day_visits[i].rooms >> room & 1)
        add_day_bar(data, language, study->plan, &study->day_visits[i]);
  }
}

/* Visits that need no room: with their first person, the last row with nobody. */
static void copy_without_rooms(DayData *data, Language language, const Study *study) {
  for (int person = 0; person <= study->plan->staff_count; person++) {
    bool nobody = person == study->plan->staff_count, has_row = false;
    const char *name = nobody ? say(language, "no room") : study->plan->staff[person].name;
    for (int i = 0; i < study->day_visit_count; i++) {
      const YearVisit *visit = &study->day_visits[i];
      if (visit->rooms != 0 ||
          (nobody ? visit->staff != 0 : (visit->staff & -visit->staff) != UINT32_C(1) << person))
        continue;
      if (!has_row)
        add_day_row(data, language, name, true);
      has_row = true;
      add_day_bar(data, language, study->plan, visit);
    }
  }
}

static void copy_day(Chart *chart, const Study *study) {
  Language language = chart_language(chart);
  size_t bars = 0;
  for (int i = 0; study->day_visits && i < study->day_visit_count; i++)
    bars += (size_t)MAX(1, __builtin_popcountll(study->day_visits[i].rooms));
  DayData *data = g_malloc0(sizeof(DayData) + bars * sizeof(DayBar));
  chart->own = data;
  data->is_chosen = day_figures_fill(study, &data->figures);
  if (!data->is_chosen)
    return;
  const TimetableDay *hours = &study->results->timetable.day[study->day_index];
  data->day_index = study->day_index;
  data->opening_minute = hours->opening_minute;
  data->slots_count = hours->open ? hours->slots_count : 0;
  data->open_slots = hours->open_slots;
  copy_rooms(data, language, study);
  copy_without_rooms(data, language, study);
}

typedef struct {
  double names, row, minute_width;
  double strip;   /* height of a bar's colour; the names stand below it where they have room */
  int name_lines; /* 0: no room for any */
} DayGrid;

static double minute_x(const Chart *chart, const DayGrid *grid, int minute) {
  return chart->plot.x + (minute - day_of(chart)->opening_minute) * grid->minute_width;
}

static double row_y(const Chart *chart, const DayGrid *grid, int row) {
  return chart->plot.y + row * grid->row;
}

static void add_hours(Chart *chart, const DayGrid *grid) {
  static const int steps[] = {1, 2, 3, 4, 6, 12};
  const DayData *data = day_of(chart);
  Scene *scene = &chart->scene;
  int begin = data->opening_minute, end = begin + data->slots_count * SLOT_MINUTES;
  int first = (begin + 59) / 60, step = 12;
  g_autofree char *wide = say_clock(chart_language(chart), 20 * 60);
  double widest = text_width(&chart->typesetter, TEXT_TICK, wide);
  for (size_t i = G_N_ELEMENTS(steps); i-- > 0;)
    if (steps[i] * 60 * grid->minute_width >= widest + 8 * chart->scale)
      step = steps[i];
  for (int hour = first; hour * 60 <= end; hour++) {
    double x = round(minute_x(chart, grid, hour * 60)) + 0.5;
    bool named = (hour - first) % step == 0;
    scene_add_line(scene, x, chart->plot.y, x, box_bottom(chart->plot), ROLE_GRID, named ? 1 : 0.6,
                   DASH_NONE);
    g_autofree char *text = say_clock(chart_language(chart), hour * 60);
    double half = text_width(&chart->typesetter, TEXT_TICK, text) / 2;
    if (named)
      scene_try_text(scene, text, fmax(half, fmin(scene->width - half, x)),
                     box_bottom(chart->plot) + 4 * chart->scale,
                     (TextPlace){TEXT_TICK, ROLE_MUTED, 0.5, 0, 0}, 2 * chart->scale);
  }
}

/* Hours at which the place, or the room, is closed. */
static void add_closed(Chart *chart, const DayGrid *grid) {
  const DayData *data = day_of(chart);
  for (int row = 0; row < data->row_count; row++)
    for (int slot = 0; slot < data->slots_count; slot++) {
      int end = slot;
      while (end < data->slots_count && (!data->row[row].there || !(data->open_slots >> end & 1)))
        end++;
      if (end == slot)
        continue;
      double left = minute_x(chart, grid, data->opening_minute + slot * SLOT_MINUTES);
      double right = minute_x(chart, grid, data->opening_minute + end * SLOT_MINUTES);
      scene_add_box(&chart->scene,
                    (Box){left, row_y(chart, grid, row) + 1, right - left, grid->row - 2},
                    ROLE_CLOSED);
      slot = end;
    }
}

/* Every row is named, or every so many. */
static void add_rows(Chart *chart, const DayGrid *grid) {
  const DayData *data = day_of(chart);
  Scene *scene = &chart->scene;
  int step = (int)ceil((text_height(&chart->typesetter, TEXT_LABEL) - 1) / grid->row);
  for (int row = 0; row <= data->row_count; row++) {
    double y = round(row_y(chart, grid, row)) + 0.5;
    scene_add_line(scene, chart->plot.x, y, box_right(chart->plot), y, ROLE_GRID, 1, DASH_NONE);
    if (row < data->row_count && row % MAX(step, 1) == 0)
      scene_try_text(scene, data->row[row].name, chart->plot.x - 8 * chart->scale,
                     y + grid->row / 2, (TextPlace){TEXT_LABEL, ROLE_INK, 1, 0.5, 0}, -0.5);
  }
}

/* Under its colour: who gives it, on one line or one a line, or that nobody came. */
static void add_bar_text(Chart *chart, const DayGrid *grid, const DayBar *bar, Box box) {
  Scene *scene = &chart->scene;
  TextPlace place = {TEXT_TICK, ROLE_INK, 0, 0, 0};
  const char *text[] = {bar->no_show ? say(chart_language(chart), "nobody came") : bar->people,
                        !bar->no_show && bar->people_count <= grid->name_lines ? bar->stacked : ""};
  for (size_t i = 0; i < G_N_ELEMENTS(text) && grid->name_lines > 0; i++) {
    Box room = scene_measure_text(scene, text[i], box.x + 1, box_bottom(box) + 1, place);
    if (*text[i] && room.width <= box.width &&
        scene_try_text(scene, text[i], box.x + 1, box_bottom(box) + 1, place, 0))
      return;
  }
}

static void add_bar(Chart *chart, const DayGrid *grid, const DayBar *bar) {
  Scene *scene = &chart->scene;
  double left = minute_x(chart, grid, bar->begin_minute);
  double right = minute_x(chart, grid, bar->begin_minute + bar->minutes);
  double ready = minute_x(chart, grid, bar->begin_minute + bar->minutes + bar->turnover_minutes);
  double top = row_y(chart, grid, bar->row), air = fmin(4 * chart->scale, grid->row * 0.15);
  Box box = {round(left) + 1, round(top + air), fmax(round(right) - round(left) - 1, 1),
             fmax(round(grid->strip), 1)};
  if (bar->no_show) {
    scene_add_outline(scene, (Box){box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1},
                      kind_role[bar->kind], 1.4);
    scene_add_dot(scene, box.x + box.width / 2, box.y + box.height / 2,
                  fmin(3.2 * chart->scale, box.height / 3), ROLE_INK);
  } else {
    scene_add_box(scene, box, kind_role[bar->kind]);
  }
  if (ready > right)
    scene_add_box(scene, (Box){box_right(box), box.y, ready - box_right(box), box.height},
                  ROLE_CLOSED);
  add_bar_text(chart, grid, bar, box);
  chart_add_position(chart, (Position){.hit = {left, top, fmax(ready - left, 1), grid->row},
                                       .mark = {box.x, top, box.width, grid->row},
                                       .tip_x = right,
                                       .tip_y = top + grid->row / 2});
}

static int list_keys(const Chart *chart, Key *keys) {
  const DayData *data = day_of(chart);
  Language language = chart_language(chart);
  int count = 0;
  for (int kind = 0; kind < VISIT_KIND_COUNT; kind++)
    keys[count++] =
        (Key){visit_kind_label(language, (VisitKind)kind), kind_role[kind], SAMPLE_BOX, 0};
  if (data->has_turnover)
    keys[count++] = (Key){say(language, "making ready"), ROLE_CLOSED, SAMPLE_BOX, 0};
  if (data->has_no_show)
    keys[count++] = (Key){say(language, "nobody came"), ROLE_INK, SAMPLE_DOT, 0};
  return count;
}

static double names_width(const Chart *chart) {
  const DayData *data = day_of(chart);
  double width = 0;
  for (int row = 0; row < data->row_count; row++)
    width = fmax(width, text_width(&chart->typesetter, TEXT_LABEL, data->row[row].name));
  return width + 8 * chart->scale;
}

/* The most lines of names that any bar would have, one a person; 0 where no name is as short as its
 * bar. */
static int lines_of_names(const Chart *chart, const DayGrid *grid) {
  const DayData *data = day_of(chart);
  TextPlace place = {TEXT_TICK, ROLE_INK, 0, 0, 0};
  int most = 0;
  for (int i = 0; i < data->bar_count; i++) {
    const DayBar *bar = &data->bar[i];
    double width = scene_measure_text(&chart->scene, bar->stacked, 0, 0, place).width;
    if (width <= bar->minutes * grid->minute_width - 1)
      most = MAX(most, bar->people_count);
  }
  return most;
}

/* As many lines of names as leave the colour a third of its row, three at most. */
static void set_rows(const Chart *chart, DayGrid *grid, double height) {
  double name = text_height(&chart->typesetter, TEXT_TICK), scale = chart->scale;
  int lines = MIN(3, lines_of_names(chart, grid));
  double tallest = lines == 0 ? 40 * scale : fmin((26 + 12 * lines) * scale, 62 * scale);
  grid->row = fmax(fmin(height / MAX(day_of(chart)->row_count, 1), tallest), 1);
  double air = fmin(4 * scale, grid->row * 0.15);
  grid->name_lines = (int)CLAMP((0.67 * grid->row - 2 * air) / name, 0, lines);
  grid->strip = grid->row - 2 * air - grid->name_lines * name;
}

/* Instead of a picture. */
static bool add_sentence(Chart *chart, const char *text, double y) {
  Box box = scene_add_text(&chart->scene, text, 0, y,
                           (TextPlace){TEXT_LABEL, ROLE_MUTED, 0, 0, chart->scene.width});
  return box_bottom(box) <= chart->scene.height;
}

static bool lay_out_day(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  const DayData *data = day_of(chart);
  Language language = chart_language(chart);
  Key keys[LABELS_MAX];
  if (!data->is_chosen)
    return add_sentence(chart,
                        say(language, "Click a square of the calendar, or press Enter on it."), y);
  if (data->slots_count == 0)
    return add_sentence(chart, say(language, "The place is closed that day."), y);
  int key_count = list_keys(chart, keys);
  double scale = chart->scale, line = text_height(scene->typesetter, TEXT_LABEL);
  double legend = keys_rows_height(scene, keys, key_count, scene->width) + 8 * scale;
  double axis = text_height(scene->typesetter, TEXT_TICK) + 6 * scale;
  double height = scene->height - y - legend - axis;
  DayGrid grid = {.names = names_width(chart)};
  bool fits = height >= 3 * line && grid.names < 0.5 * scene->width;
  double width = fmax(scene->width - grid.names - 2 * scale, 1);
  grid.minute_width = width / (data->slots_count * SLOT_MINUTES);
  set_rows(chart, &grid, height);
  chart->plot = (Box){grid.names, y, width, data->row_count * grid.row};
  add_closed(chart, &grid);
  add_hours(chart, &grid);
  add_rows(chart, &grid);
  for (int i = 0; i < data->bar_count; i++)
    add_bar(chart, &grid, &data->bar[i]);
  keys_add_rows(scene, keys, key_count, 0, box_bottom(chart->plot) + axis + 8 * scale,
                scene->width);
  return fits;
}

/* "10:30 to 12:00" */
static char *bar_hours(const Chart *chart, const DayBar *bar) {
  return say_clock_span(chart_language(chart), bar->begin_minute, bar->begin_minute + bar->minutes);
}

/* The room, or the person, with most visits; the first of those. */
static char *describe_fullest_row(const DayData *data, Language language) {
  int count[DAY_ROWS_MAX] = {0}, fullest = 0;
  for (int i = 0; i < data->bar_count; i++)
    count[data->bar[i].row]++;
  for (int row = 1; row < data->row_count; row++)
    if (count[row] > count[fullest])
      fullest = row;
  if (count[fullest] == 0)
    return g_strdup("");
  g_autofree char *visits = say_number(language, count[fullest]);
  return g_strdup_printf(say(language, "Most visits: %1$s, %2$s."), data->row[fullest].name,
                         visits);
}

static char *describe_day(const Chart *chart) {
  const DayData *data = day_of(chart);
  Language language = chart_language(chart);
  if (!data->is_chosen)
    return g_strdup("");
  g_autofree char *fullest = describe_fullest_row(data, language);
  if (data->figures.no_shows == 0)
    return g_steal_pointer(&fullest);
  g_autofree char *count = say_number(language, data->figures.no_shows);
  g_autofree char *nobody =
      g_strdup_printf(say_count(language, data->figures.no_shows, "Nobody came to %s visit.",
                                "Nobody came to %s visits."),
                      count);
  return *fullest ? g_strconcat(fullest, " ", nobody, NULL) : g_steal_pointer(&nobody);
}

static void fill_day_tip(const Chart *chart, int position, Tip *tip) {
  const DayData *data = day_of(chart);
  const DayBar *bar = &data->bar[position];
  Language language = chart_language(chart);
  g_autofree char *hours = bar_hours(chart, bar);
  tip->title = g_strdup_printf("%s, %s", data->row[bar->row].name, hours);
  tip_add(tip, SAMPLE_BOX, kind_role[bar->kind], visit_kind_label(language, bar->kind),
          g_strdup(bar->service));
  if (*bar->people)
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "given by"), g_strdup(bar->people));
  if (bar->turnover_minutes > 0)
    tip_add(tip, SAMPLE_BOX, ROLE_CLOSED, say(language, "making ready"),
            g_strdup_printf("%d\u00a0min", bar->turnover_minutes));
  if (bar->no_show)
    tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "nobody came"), g_strdup(""));
}

static void add_day_hover(const Chart *chart, int position, Scene *scene) {
  Box bar = chart_position(chart, position)->mark;
  scene_add_outline(scene,
                    (Box){bar.x - 1, round(bar.y) + 1.5, bar.width + 2, round(bar.height) - 2},
                    ROLE_INK, 1.6);
}

/* Along a row by start; to the nearest start of the next row that has any. */
static int move_in_day(const Chart *chart, int position, int dx, int dy) {
  const DayData *data = day_of(chart);
  const DayBar *from = &data->bar[position];
  int best = position;
  if (dy == 0) {
    int next = CLAMP(position + dx, 0, data->bar_count - 1);
    return data->bar[next].row == from->row ? next : position;
  }
  for (int i = 0; i < data->bar_count; i++) {
    int rows = (data->bar[i].row - from->row) * dy;
    int best_rows = (data->bar[best].row - from->row) * dy;
    if (rows <= 0)
      continue;
    bool nearer = abs(data->bar[i].begin_minute - from->begin_minute) <
                  abs(data->bar[best].begin_minute - from->begin_minute);
    if (best == position || rows < best_rows || (rows == best_rows && nearer))
      best = i;
  }
  return best;
}

static double day_height(double width, double text_scale) {
  return (width / text_scale < 420 ? 240 : 236) * text_scale;
}

const ChartKindTable day_chart = {
    .name = "day",
    .find = load_find_day,
    .table = table_load_day,
    .explain = load_explain_day,
    .subtitle = N_("Visits by room, one day of the plan year"),
    .needs_calendar = true,
    .copy = copy_day,
    .lay_out = lay_out_day,
    .describe_extreme = describe_day,
    .fill_tip = fill_day_tip,
    .add_hover = add_day_hover,
    .move = move_in_day,
    .natural_height = day_height,
};
