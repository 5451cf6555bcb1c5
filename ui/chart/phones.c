/* Room: chart. The rush of calls: calls an hour on each day that has some, answered under lost,
 * side by side; in a strip above, the people it takes and the people there are. An hour's bar is as
 * wide as its minutes, so that areas are calls. */
#include "ui/chart/layout.h"

#include "ui/table/table-phones.h"
#include "ui/words/phone-words.h"

#include <math.h>

#define MILLI 1000

typedef struct {
  Phone phone;
  int day[PHONE_DAYS_SHOWN]; /* those with calls */
  int day_count;
} PhonesData;

static const PhoneDay *phone_day(const Chart *chart, int block) {
  const PhonesData *data = chart->own;
  return &data->phone.day[data->day[block]];
}

static int block_count(const Chart *chart) {
  return ((const PhonesData *)chart->own)->day_count;
}

static void copy_phones(Chart *chart, const Study *study) {
  PhonesData *data = g_new0(PhonesData, 1);
  data->phone = study->results->phone;
  for (int i = 0; i < data->phone.day_count; i++)
    if (data->phone.day[i].calls_milli > 0)
      data->day[data->day_count++] = i;
  chart->own = data;
}

static const char *phones_lack(const Study *study) {
  return study->results->phone.applies ? NULL : N_("No voucher is sold, or no buyer phones then.");
}

/* Positions go by day, then hour. */
static int block_first(const Chart *chart, int block) {
  int first = 0;
  for (int i = 0; i < block; i++)
    first += phone_day(chart, i)->hour_count;
  return first;
}

static int block_of(const Chart *chart, int position) {
  int block = 0;
  while (block + 1 < block_count(chart) && block_first(chart, block + 1) <= position)
    block++;
  return block;
}

static const PhoneHour *phone_hour(const Chart *chart, int position) {
  int block = block_of(chart, position);
  return &phone_day(chart, block)->hour[position - block_first(chart, block)];
}

/* Calls an hour. */
static double rate_of(const PhoneHour *hour, int32_t milli) {
  return milli * 60.0 / MILLI / (hour->end_minute - hour->begin_minute);
}

typedef struct {
  Scale scale;
  double block, gap;      /* widths: of a day, between days */
  double strip_top, line; /* of the strip; one of its two lines */
} PhonesGrid;

static double block_left(const Chart *chart, const PhonesGrid *grid, int block) {
  return chart->plot.x + block * (grid->block + grid->gap);
}

static double minute_x(const Chart *chart, const PhonesGrid *grid, int block, int minute) {
  const PhoneDay *day = phone_day(chart, block);
  int begin = day->hour[0].begin_minute, end = day->hour[day->hour_count - 1].end_minute;
  return block_left(chart, grid, block) + grid->block * (minute - begin) / (end - begin);
}

static void add_bar(Chart *chart, const PhonesGrid *grid, const PhoneHour *hour, double left,
                    double width) {
  double zero = box_bottom(chart->plot);
  double middle = frame_value_y(&grid->scale, chart->plot, rate_of(hour, hour->answered_milli));
  double top = frame_value_y(&grid->scale, chart->plot, rate_of(hour, hour->attempts_milli));
  scene_add_box(&chart->scene, (Box){left, middle, width, zero - middle}, ROLE_DEAL);
  scene_add_box(&chart->scene, (Box){left, top, width, middle - top}, ROLE_REFUSED);
}

/* Hours are alike: where their bars would be hairs, they are one. */
static void add_day(Chart *chart, const PhonesGrid *grid, int block) {
  const PhoneDay *day = phone_day(chart, block);
  bool is_one = grid->block / day->hour_count < 5;
  if (is_one)
    add_bar(chart, grid, &day->hour[0], block_left(chart, grid, block), grid->block);
  for (int i = 0; i < day->hour_count; i++) {
    const PhoneHour *hour = &day->hour[i];
    double left = minute_x(chart, grid, block, hour->begin_minute);
    double width = minute_x(chart, grid, block, hour->end_minute) - left;
    double bar_width = is_one ? width : fmax(width - 1, 1);
    if (!is_one)
      add_bar(chart, grid, hour, left, bar_width);
    chart_add_position(
        chart,
        (Position){.hit = {left, grid->strip_top, width, chart->scene.height - grid->strip_top},
                   .mark = {left, chart->plot.y, bar_width, chart->plot.height},
                   .tip_x = left + width,
                   .tip_y = chart->plot.y + chart->plot.height * 0.2});
  }
}

/* "25% lost" over the bars, or "25%", or nothing. */
static void add_lost(Chart *chart, const PhonesGrid *grid, int block) {
  Language language = chart_language(chart);
  const PhoneHour *hour = &phone_day(chart, block)->hour[0];
  g_autofree char *share = say_percent(language, about_per_100k(hour->lost_per_100k));
  g_autofree char *whole = g_strdup_printf(say(language, "%s lost"), share);
  const char *texts[] = {whole, share};
  double top = frame_value_y(&grid->scale, chart->plot, rate_of(hour, hour->attempts_milli));
  double middle = block_left(chart, grid, block) + grid->block / 2;
  if (about_per_100k(hour->lost_per_100k) == 0)
    return;
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
    if (text_width(&chart->typesetter, TEXT_LABEL, texts[i]) <= grid->block) {
      scene_try_text(&chart->scene, texts[i], middle, top - 2 * chart->scale,
                     (TextPlace){TEXT_LABEL, ROLE_REFUSED, 0.5, 1, 0}, 1);
      return;
    }
}

/* Needed over there; where people are missing, strong and with a mark. */
static void add_people(Chart *chart, const PhonesGrid *grid, int block) {
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  const PhoneDay *day = phone_day(chart, block);
  bool missing = day->people_needed > day->people;
  double middle = block_left(chart, grid, block) + grid->block / 2;
  double needed_y = grid->strip_top + grid->line / 2, there_y = needed_y + grid->line;
  g_autofree char *needed = day->people_needed <= PHONE_PEOPLE_MOST
                                ? say_number(language, day->people_needed)
                                : g_strdup_printf(">\u00a0%d", PHONE_PEOPLE_MOST);
  g_autofree char *there = say_number(language, day->people);
  TextPlace place = {missing ? TEXT_STRONG : TEXT_LABEL, missing ? ROLE_REFUSED : ROLE_INK, 0.5,
                     0.5, 0};
  Box box = scene_measure_text(scene, needed, middle, needed_y, place);
  double mark = 8 * chart->scale;
  scene_try_text(scene, needed, middle, needed_y, place, 0);
  if (missing && box.width + 2 * mark + 4 * chart->scale <= grid->block)
    scene_add_triangle(scene, box.x - 3 * chart->scale - mark / 2, needed_y, mark, ROLE_REFUSED);
  scene_try_text(scene, there, middle, there_y, (TextPlace){TEXT_LABEL, ROLE_INK, 0.5, 0.5, 0}, 0);
}

/* A day's name, from the longest to the shortest way. */
enum { NAME_LONG, NAME_SHORT, NAME_NUMBER, NAME_COUNT };

static char *day_name(Language language, int32_t date, int way) {
  char text[NUMBER_TEXT_SIZE];
  int year, month, day;
  date_to_ymd(date, &year, &month, &day);
  if (way == NAME_NUMBER)
    return g_strdup_printf("%d", day);
  date_format_day(language, date, text, sizeof text);
  return way == NAME_SHORT
             ? g_strdup(text)
             : g_strdup_printf("%s\u00a0%s", weekday_name_short(language, date_weekday(date)),
                               text);
}

static int longest_way(const Chart *chart, const PhonesGrid *grid) {
  for (int way = NAME_LONG; way < NAME_NUMBER; way++) {
    bool fits = true;
    for (int block = 0; block < block_count(chart) && fits; block++) {
      g_autofree char *name = day_name(chart_language(chart), phone_day(chart, block)->date, way);
      fits = text_width(&chart->typesetter, TEXT_TICK, name) <= grid->block;
    }
    if (fits)
      return way;
  }
  return NAME_NUMBER;
}

/* The day, and its hours where they fit. */
static void add_day_names(Chart *chart, const PhonesGrid *grid) {
  Scene *scene = &chart->scene;
  Language language = chart_language(chart);
  TextPlace place = {TEXT_TICK, ROLE_MUTED, 0.5, 0, 0};
  double line = text_height(scene->typesetter, TEXT_TICK), y = box_bottom(chart->plot);
  int way = longest_way(chart, grid);
  for (int block = 0; block < block_count(chart); block++) {
    const PhoneDay *day = phone_day(chart, block);
    char begin[NUMBER_TEXT_SIZE], end[NUMBER_TEXT_SIZE];
    g_autofree char *name = day_name(language, day->date, way);
    g_autofree char *hours = g_strdup_printf(
        "%s–%s", time_format(language, day->hour[0].begin_minute, begin, sizeof begin),
        time_format(language, day->hour[day->hour_count - 1].end_minute, end, sizeof end));
    double middle = block_left(chart, grid, block) + grid->block / 2;
    scene_try_text(scene, name, middle, y + 4 * chart->scale, place, 0);
    if (text_width(&chart->typesetter, TEXT_TICK, hours) <= grid->block)
      scene_try_text(scene, hours, middle, y + 5 * chart->scale + line, place, 0);
  }
}

static Scale phones_scale(const Chart *chart, double height) {
  double high = 1;
  for (int block = 0; block < block_count(chart); block++)
    for (int i = 0; i < phone_day(chart, block)->hour_count; i++) {
      const PhoneHour *hour = &phone_day(chart, block)->hour[i];
      high = fmax(high, rate_of(hour, hour->attempts_milli));
    }
  /* Air for the words over the highest bar. */
  double air = 1 + 1.3 * text_height(&chart->typesetter, TEXT_LABEL) / fmax(height, 1);
  return scale_covering(SCALE_COUNT, 0, (int64_t)ceil(high * fmin(air, 1.5)),
                        frame_ticks_max(&chart->scene, height));
}

static int list_keys(const Chart *chart, const PhonesGrid *grid, Key *keys) {
  Language language = chart_language(chart);
  const PhoneDay *day = phone_day(chart, block_count(chart) - 1);
  double answered = rate_of(&day->hour[0], day->hour[0].answered_milli);
  double attempts = rate_of(&day->hour[0], day->hour[0].attempts_milli);
  keys[0] = (Key){say(language, "lost: voice mail"), ROLE_REFUSED, SAMPLE_BOX,
                  frame_value_y(&grid->scale, chart->plot, (answered + attempts) / 2)};
  keys[1] = (Key){say(language, "answered"), ROLE_DEAL, SAMPLE_BOX,
                  frame_value_y(&grid->scale, chart->plot, answered / 2)};
  return 2;
}

/* The names of the strip's lines, at its left. */
typedef struct {
  const char *needed, *there;
  double width;
} StripNames;

static StripNames strip_names(const Chart *chart) {
  Language language = chart_language(chart);
  StripNames names = {say(language, "people needed"), say(language, "people you have"), 0};
  for (int shorter = 0; shorter < 2; shorter++) {
    names.width = fmax(text_width(&chart->typesetter, TEXT_LABEL, names.needed),
                       text_width(&chart->typesetter, TEXT_LABEL, names.there)) +
                  8 * chart->scale;
    if (names.width <= 0.2 * chart->scene.width || shorter == 1)
      break;
    names.needed = say(language, "needed");
    names.there = say(language, "you have");
  }
  return names;
}

static void add_strip(Chart *chart, const PhonesGrid *grid, const StripNames *names) {
  TextPlace place = {TEXT_LABEL, ROLE_MUTED, 1, 0.5, 0};
  double x = chart->plot.x - 8 * chart->scale, y = grid->strip_top + grid->line / 2;
  scene_add_text(&chart->scene, names->needed, x, y, place);
  scene_add_text(&chart->scene, names->there, x, y + grid->line, place);
  for (int block = 0; block < block_count(chart); block++)
    add_people(chart, grid, block);
}

static void add_plot(Chart *chart, const PhonesGrid *grid) {
  double zero = round(box_bottom(chart->plot)) + 0.5;
  frame_add_value_axis(&chart->scene, &grid->scale, chart_language(chart), chart->plot);
  for (int block = 0; block < block_count(chart); block++) {
    add_day(chart, grid, block);
    add_lost(chart, grid, block);
  }
  scene_add_line(&chart->scene, chart->plot.x, zero, box_right(chart->plot), zero, ROLE_AXIS, 1,
                 DASH_NONE);
  add_day_names(chart, grid);
}

static bool lay_out_phones(Chart *chart, double y) {
  Scene *scene = &chart->scene;
  double scale = chart->scale, tick = text_height(scene->typesetter, TEXT_TICK);
  PhonesGrid grid = {.strip_top = y,
                     .line = text_height(scene->typesetter, TEXT_STRONG) + 2 * chart->scale};
  Key keys[LABELS_MAX];
  grid.scale = phones_scale(chart, scene->height);
  int key_count = list_keys(chart, &grid, keys), blocks = block_count(chart);
  double beside_width = keys_width(scene, keys, key_count) + 12 * scale;
  bool beside = beside_width < 0.22 * scene->width;
  double rows = beside ? 0 : keys_rows_height(scene, keys, key_count, scene->width) + 8 * scale;
  double top = y + 2 * grid.line + 8 * scale;
  double height = scene->height - top - 2 * tick - 6 * scale - rows;
  bool fits = height >= 5 * tick;
  StripNames names = strip_names(chart);
  grid.scale = phones_scale(chart, height);
  double left = fmax(names.width, frame_axis_width(scene, &grid.scale, chart_language(chart)));
  double width = fmax(scene->width - left - (beside ? beside_width : 2 * scale), 1);
  chart->plot = (Box){left, top, width, fmax(height, 20)};
  grid.gap = fmin(14 * scale, 0.12 * width / blocks);
  grid.block = (width - grid.gap * (blocks - 1)) / blocks;
  add_strip(chart, &grid, &names);
  add_plot(chart, &grid);
  key_count = list_keys(chart, &grid, keys);
  if (beside)
    return keys_add_beside(scene, keys, key_count, box_right(chart->plot) + 12 * scale, y,
                           box_bottom(chart->plot) + tick) &&
           fits;
  keys_add_rows(scene, keys, key_count, 0, scene->height - rows + 8 * scale, scene->width);
  return fits;
}

static char *describe_phones(const Chart *chart) {
  Language language = chart_language(chart);
  const Phone *phone = &((const PhonesData *)chart->own)->phone;
  int missing = 0;
  for (int i = 0; i < phone->day_count; i++)
    missing += phone->day[i].people_needed > phone->day[i].people;
  g_autofree char *days = say_number(language, missing);
  if (missing == 0)
    return g_strdup(say(language, "There are enough people on every day."));
  return g_strdup_printf(say_count(language, missing, "People are missing on %s day.",
                                   "People are missing on %s days."),
                         days);
}

static void fill_phones_tip(const Chart *chart, int position, Tip *tip) {
  Language language = chart_language(chart);
  const PhoneHour *hour = phone_hour(chart, position);
  g_autofree char *date = say_date(language, phone_day(chart, block_of(chart, position))->date);
  g_autofree char *hours = phone_hour_text(language, hour);
  g_autofree char *lost = say_milli_about(language, hour->lost_milli);
  g_autofree char *share = say_percent(language, about_per_100k(hour->lost_per_100k));
  tip->title = g_strdup_printf(say(language, "%1$s, %2$s"), date, hours);
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "callers"),
          say_milli(language, money_scale_half_up(hour->calls_milli, 1, 100) * 100));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "calls with second tries"),
          say_milli_about(language, hour->attempts_milli));
  tip_add(tip, SAMPLE_BOX, ROLE_REFUSED, say(language, "lost: voice mail"),
          hour->lost_milli > 0 ? g_strdup_printf("%s (%s)", lost, share) : g_strdup(lost));
  tip_add(tip, SAMPLE_BOX, ROLE_DEAL, say(language, "answered"),
          say_milli_about(language, hour->answered_milli));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "people needed"),
          phone_needed_text(language, hour->people_needed));
  tip_add(tip, SAMPLE_NONE, ROLE_INK, say(language, "people you have"),
          say_number(language, hour->people));
}

static void add_phones_hover(const Chart *chart, int position, Scene *scene) {
  Box mark = chart_position(chart, position)->mark;
  scene_add_outline(scene,
                    (Box){round(mark.x) - 0.5, round(mark.y) + 0.5, fmax(3, round(mark.width) + 1),
                          round(mark.height)},
                    ROLE_INK, 1);
}

/* Across by hours, down and up by days. */
static int move_in_phones(const Chart *chart, int position, int dx, int dy) {
  int block = block_of(chart, position), hour = position - block_first(chart, block);
  int next = CLAMP(block + dy, 0, block_count(chart) - 1);
  int last = chart_position_count(chart) - 1;
  hour = MIN(hour, phone_day(chart, next)->hour_count - 1);
  return CLAMP(block_first(chart, next) + hour + dx, 0, last);
}

static double phones_height(double width, double text_scale) {
  double keys = width / text_scale < 640 ? 40 : 0;
  return fmax(240 * text_scale, fmin(0.28 * width, 360 * text_scale)) + keys * text_scale;
}

const ChartKindTable phones_chart = {
    .name = "phones",
    .find = phone_find,
    .table = table_phones,
    .explain = phone_explain,
    .subtitle = N_("Calls an hour on each day, answered or lost, second tries counted; a model"),
    .lacks = phones_lack,
    .copy = copy_phones,
    .lay_out = lay_out_phones,
    .describe_extreme = describe_phones,
    .fill_tip = fill_phones_tip,
    .add_hover = add_phones_hover,
    .move = move_in_phones,
    .natural_height = phones_height,
};
