/* Room: inputs. See week-grid.h. */
#include "ui/inputs/week-grid.h"

#include <math.h>
#include <string.h>

#include "ui/widget/theme.h"

#define CELL_MINUTES 30
#define CELL_HEIGHT 10
#define HEAD_HEIGHT 22
#define HOURS_WIDTH 40
#define FIRST_USUAL (8 * 60) /* shown although nothing is open then */
#define LAST_USUAL (21 * 60)
#define MINUTES_MOST 2880

struct _AubWeekGrid {
  GtkWidget parent_instance;
  Language language;
  WeeklyHours hours[HOURS_MAX], behind[HOURS_MAX];
  int count, behind_count;
  int first_minute, last_minute; /* shown; whole hours */
  int weekday, minute;           /* of the cursor */
  gboolean stroke_opens;
};

G_DEFINE_FINAL_TYPE(AubWeekGrid, aub_week_grid, GTK_TYPE_WIDGET)

enum { PAINT, COPY_DAY, CLEAR_DAY, MOVED, SIGNAL_COUNT };
static guint signals[SIGNAL_COUNT];

static double text_scale(AubWeekGrid *self) {
  return theme_text_scale(GTK_WIDGET(self));
}

static double column_width(AubWeekGrid *self) {
  return (gtk_widget_get_width(GTK_WIDGET(self)) - HOURS_WIDTH * text_scale(self)) / 7;
}

static double y_of(AubWeekGrid *self, int minute) {
  return text_scale(self) *
         (HEAD_HEIGHT + (double)(minute - self->first_minute) / CELL_MINUTES * CELL_HEIGHT);
}

static gboolean is_open(AubWeekGrid *self, int weekday, int minute) {
  return week_hours_cover(self->hours, self->count, weekday, minute, minute + CELL_MINUTES);
}

int aub_week_grid_get_weekday(AubWeekGrid *self) {
  return self->weekday;
}

int aub_week_grid_get_minute(AubWeekGrid *self) {
  return self->minute;
}

gboolean aub_week_grid_is_open(AubWeekGrid *self) {
  return is_open(self, self->weekday, self->minute);
}

static void paint(AubWeekGrid *self, int weekday, int begin, int end, gboolean goes_on) {
  g_signal_emit(self, signals[PAINT], 0, weekday, begin, end, self->stroke_opens, goes_on);
}

static void move_cursor(AubWeekGrid *self, int weekday, int minute) {
  self->weekday = CLAMP(weekday, 0, 6);
  self->minute = CLAMP(minute, self->first_minute, self->last_minute - CELL_MINUTES);
  g_signal_emit(self, signals[MOVED], 0);
  gtk_widget_queue_draw(GTK_WIDGET(self));
}

static void draw_text(AubWeekGrid *self, GtkSnapshot *snapshot, const char *text, double x,
                      double y, double width, const GdkRGBA *color) {
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout(GTK_WIDGET(self), text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new();
  int text_width = 0;
  pango_attr_list_insert(attributes, pango_attr_scale_new(0.82));
  pango_layout_set_attributes(layout, attributes);
  pango_layout_get_pixel_size(layout, &text_width, NULL);
  gtk_snapshot_save(snapshot);
  gtk_snapshot_translate(snapshot,
                         &GRAPHENE_POINT_INIT((float)(x + (width - text_width) / 2), (float)y));
  gtk_snapshot_append_layout(snapshot, layout, color);
  gtk_snapshot_restore(snapshot);
}

static void fill(GtkSnapshot *snapshot, double x, double y, double width, double height,
                 const GdkRGBA *color) {
  gtk_snapshot_append_color(
      snapshot, color,
      &GRAPHENE_RECT_INIT((float)x, (float)y, (float)width, (float)MAX(height, 0)));
}

static void draw_hours(AubWeekGrid *self, GtkSnapshot *snapshot, const WeeklyHours *hours,
                       int count, const GdkRGBA *color, double inset) {
  double width = column_width(self), left = HOURS_WIDTH * text_scale(self);
  for (int i = 0; i < count; i++) {
    int begin = CLAMP(hours[i].begin_minute, self->first_minute, self->last_minute);
    int end = CLAMP(hours[i].end_minute, begin, self->last_minute);
    if (hours[i].weekday >= 0 && hours[i].weekday < 7)
      fill(snapshot, left + hours[i].weekday * width + inset, y_of(self, begin) + 0.5,
           width - 2 * inset, y_of(self, end) - y_of(self, begin) - 1, color);
  }
}

static void draw_frame(AubWeekGrid *self, GtkSnapshot *snapshot, const GdkRGBA *text) {
  double scale = text_scale(self), left = HOURS_WIDTH * scale, width = column_width(self);
  GdkRGBA line = *text;
  line.alpha = 0.16f;
  for (int day = 0; day < 7; day++) {
    draw_text(self, snapshot, weekday_name_short(self->language, day), left + day * width, 0, width,
              text);
    fill(snapshot, left + day * width, y_of(self, self->first_minute), 1,
         y_of(self, self->last_minute) - y_of(self, self->first_minute), &line);
  }
  for (int minute = self->first_minute; minute <= self->last_minute; minute += 60) {
    fill(snapshot, left, y_of(self, minute), 7 * width, 1, &line);
    if ((minute - self->first_minute) % 120 == 0 && minute < self->last_minute) {
      g_autofree char *time = say_clock(self->language, minute);
      draw_text(self, snapshot, time, 0, y_of(self, minute) - 6 * scale, left - 4, text);
    }
  }
}

static void aub_week_grid_snapshot(GtkWidget *widget, GtkSnapshot *snapshot) {
  AubWeekGrid *self = AUB_WEEK_GRID(widget);
  GtkStyleContext *style = gtk_widget_get_style_context(widget);
  GdkRGBA text, accent, faint;
  gtk_style_context_get_color(style, &text);
  if (!gtk_style_context_lookup_color(style, "accent_bg_color", &accent))
    accent = text;
  faint = text;
  faint.alpha = 0.10f;
  draw_hours(self, snapshot, self->behind, self->behind_count, &faint, 0);
  draw_frame(self, snapshot, &text);
  draw_hours(self, snapshot, self->hours, self->count, &accent, 3);
  if (!gtk_widget_has_focus(widget))
    return;
  double left = HOURS_WIDTH * text_scale(self) + self->weekday * column_width(self);
  GskRoundedRect cell;
  gsk_rounded_rect_init_from_rect(
      &cell,
      &GRAPHENE_RECT_INIT((float)left, (float)y_of(self, self->minute) - 1,
                          (float)column_width(self), (float)(CELL_HEIGHT * text_scale(self)) + 2),
      2);
  gtk_snapshot_append_border(snapshot, &cell, (float[4]){2, 2, 2, 2},
                             (GdkRGBA[4]){text, text, text, text});
}

static void aub_week_grid_measure(GtkWidget *widget, GtkOrientation orientation, int for_size,
                                  int *minimum, int *natural, int *minimum_baseline,
                                  int *natural_baseline) {
  AubWeekGrid *self = AUB_WEEK_GRID(widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = (int)ceil((HOURS_WIDTH + 7 * 26) * text_scale(self));
  else
    *minimum = *natural = (int)ceil(y_of(self, self->last_minute)) + 4;
  *minimum_baseline = *natural_baseline = -1;
}

/* The cell under a point; FALSE beside the week. */
static gboolean find_cell(AubWeekGrid *self, double x, double y, int *weekday, int *minute) {
  double scale = text_scale(self);
  double column = floor((x - HOURS_WIDTH * scale) / column_width(self));
  double row = floor((y / scale - HEAD_HEIGHT) / CELL_HEIGHT);
  int rows = (self->last_minute - self->first_minute) / CELL_MINUTES;
  if (column < 0 || column > 6 || row < 0 || row >= rows)
    return FALSE;
  *weekday = (int)column;
  *minute = self->first_minute + (int)row * CELL_MINUTES;
  return TRUE;
}

/* A press turns its half hour, and a drag does the same to all between. */
static void drag_begin_cb(GtkGestureDrag *gesture, double x, double y, AubWeekGrid *self) {
  int weekday = 0, minute = 0;
  if (!find_cell(self, x, y, &weekday, &minute)) {
    gtk_gesture_set_state(GTK_GESTURE(gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  gtk_gesture_set_state(GTK_GESTURE(gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus(GTK_WIDGET(self));
  self->stroke_opens = !is_open(self, weekday, minute);
  move_cursor(self, weekday, minute);
  paint(self, weekday, minute, minute + CELL_MINUTES, FALSE);
}

static void drag_update_cb(GtkGestureDrag *gesture, double dx, double dy, AubWeekGrid *self) {
  double x = 0, y = 0;
  int weekday = 0, minute = 0;
  gtk_gesture_drag_get_start_point(gesture, &x, &y);
  if (!find_cell(self, x + dx, y + dy, &weekday, &minute) ||
      (weekday == self->weekday && minute == self->minute))
    return;
  int from = weekday == self->weekday ? MIN(minute, self->minute) : minute;
  int to = weekday == self->weekday ? MAX(minute, self->minute) : minute;
  move_cursor(self, weekday, minute);
  paint(self, weekday, from, to + CELL_MINUTES, TRUE);
}

static void step(AubWeekGrid *self, int days, int cells, gboolean paints) {
  gboolean opens = aub_week_grid_is_open(self);
  int weekday = self->weekday, minute = self->minute;
  move_cursor(self, weekday + days, minute + cells * CELL_MINUTES);
  if (!paints || (weekday == self->weekday && minute == self->minute))
    return;
  self->stroke_opens = opens;
  paint(self, self->weekday, self->minute, self->minute + CELL_MINUTES, FALSE);
}

static gboolean key_cb(GtkEventControllerKey *controller, guint key, guint code,
                       GdkModifierType state, AubWeekGrid *self) {
  gboolean paints = (state & GDK_SHIFT_MASK) != 0;
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_Right:
    step(self, key == GDK_KEY_Left ? -1 : 1, 0, paints);
    break;
  case GDK_KEY_Up:
  case GDK_KEY_Down:
    step(self, 0, key == GDK_KEY_Up ? -1 : 1, paints);
    break;
  case GDK_KEY_Home:
    move_cursor(self, self->weekday, self->first_minute);
    break;
  case GDK_KEY_End:
    move_cursor(self, self->weekday, self->last_minute);
    break;
  case GDK_KEY_space:
  case GDK_KEY_KP_Space:
    self->stroke_opens = !aub_week_grid_is_open(self);
    paint(self, self->weekday, self->minute, self->minute + CELL_MINUTES, FALSE);
    break;
  case GDK_KEY_c:
  case GDK_KEY_C:
    g_signal_emit(self, signals[COPY_DAY], 0);
    break;
  case GDK_KEY_Delete:
  case GDK_KEY_BackSpace:
    g_signal_emit(self, signals[CLEAR_DAY], 0);
    break;
  default:
    return GDK_EVENT_PROPAGATE;
  }
  return GDK_EVENT_STOP;
}

static int copy_hours(WeeklyHours to[HOURS_MAX], const WeeklyHours *from, int count) {
  int taken = CLAMP(count, 0, HOURS_MAX);
  if (taken > 0)
    memcpy(to, from, (gsize)taken * sizeof *from);
  return taken;
}

/* An hour around what is open, so that it can be made longer; never less than was shown, so that a
 * stroke does not move under the pointer. */
static void fit_range(AubWeekGrid *self, const WeeklyHours *hours, int count) {
  for (int i = 0; i < count; i++) {
    int first = CLAMP(hours[i].begin_minute, 0, MINUTES_MOST) / 60 * 60 - 60;
    int last = (CLAMP(hours[i].end_minute, 0, MINUTES_MOST) + 59) / 60 * 60 + 60;
    self->first_minute = MAX(MIN(first, self->first_minute), 0);
    self->last_minute = MIN(MAX(last, self->last_minute), MINUTES_MOST);
  }
}

void aub_week_grid_set_hours(AubWeekGrid *self, const WeeklyHours *hours, int count,
                             const WeeklyHours *behind, int behind_count) {
  g_return_if_fail(AUB_IS_WEEK_GRID(self));
  int first = self->first_minute, last = self->last_minute;
  self->count = copy_hours(self->hours, hours, count);
  self->behind_count = copy_hours(self->behind, behind, behind_count);
  fit_range(self, self->hours, self->count);
  if (first != self->first_minute || last != self->last_minute)
    gtk_widget_queue_resize(GTK_WIDGET(self));
  gtk_widget_queue_draw(GTK_WIDGET(self));
}

static void focus_changed_cb(AubWeekGrid *self) {
  gtk_widget_queue_draw(GTK_WIDGET(self));
}

static void aub_week_grid_class_init(AubWeekGridClass *class) {
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(class);
  GType type = G_TYPE_FROM_CLASS(class);
  widget_class->snapshot = aub_week_grid_snapshot;
  widget_class->measure = aub_week_grid_measure;
  gtk_widget_class_set_css_name(widget_class, "week");
  gtk_widget_class_set_accessible_role(widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[PAINT] =
      g_signal_new("paint", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 5,
                   G_TYPE_INT, G_TYPE_INT, G_TYPE_INT, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
  const char *const plain[] = {
      [COPY_DAY] = "copy-day", [CLEAR_DAY] = "clear-day", [MOVED] = "moved"};
  for (int i = COPY_DAY; i < SIGNAL_COUNT; i++)
    signals[i] =
        g_signal_new(plain[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void aub_week_grid_init(AubWeekGrid *self) {
  GtkWidget *widget = GTK_WIDGET(self);
  self->first_minute = FIRST_USUAL;
  self->last_minute = LAST_USUAL;
  self->minute = 10 * 60;
  gtk_widget_set_focusable(widget, TRUE);
  gtk_widget_set_hexpand(widget, TRUE);
  GtkGesture *drag = gtk_gesture_drag_new();
  g_signal_connect(drag, "drag-begin", G_CALLBACK(drag_begin_cb), self);
  g_signal_connect(drag, "drag-update", G_CALLBACK(drag_update_cb), self);
  gtk_widget_add_controller(widget, GTK_EVENT_CONTROLLER(drag));
  GtkEventController *keys = gtk_event_controller_key_new();
  g_signal_connect(keys, "key-pressed", G_CALLBACK(key_cb), self);
  gtk_widget_add_controller(widget, keys);
  g_signal_connect(self, "notify::has-focus", G_CALLBACK(focus_changed_cb), NULL);
}

GtkWidget *aub_week_grid_new(Language language) {
  AubWeekGrid *self = g_object_new(AUB_TYPE_WEEK_GRID, NULL);
  self->language = language;
  return GTK_WIDGET(self);
}
