/* Room: inputs. See week-row.h. Knows: GTK, session. Must not know: what hours do. */
#include "ui/inputs/week-row.h"

#include <string.h>

#include "model/plan/fields.h"
#include "ui/widget/card.h"
#include "ui/inputs/field-row-parts.h"
#include "ui/inputs/week-grid.h"
#include "ui/words/list-words.h"

struct _AubWeekRow {
  GtkListBoxRow parent_instance;
  AubSession *session;
  Language language;
  char *path;
  GtkWidget *grid, *day, *menu, *note;
  gint64 stroke; /* one undo step for one stroke */
};

G_DEFINE_FINAL_TYPE(AubWeekRow, aub_week_row, GTK_TYPE_LIST_BOX_ROW)

typedef struct {
  Plan *plan; /* a copy; owned */
  WeeklyHours *hours;
  int32_t *count;
  int capacity;
} Week;

/* The plan's hours, to read or to write; FALSE when the list is gone. */
static gboolean open_week(AubWeekRow *self, Week *week) {
  void *elements = NULL;
  week->plan = g_memdup2(aub_session_get_plan(self->session), sizeof(Plan));
  const FieldList *list = field_list_place(week->plan, self->path, &elements, &week->count);
  if (!list || *week->count < 0 || *week->count > list->capacity) {
    g_clear_pointer(&week->plan, g_free);
    return FALSE;
  }
  week->hours = elements;
  week->capacity = list->capacity;
  return TRUE;
}

/* "Opening hours", or who works then. */
static const char *whose(AubWeekRow *self, const Plan *plan) {
  int person = strncmp(self->path, "staff[", 6) == 0 ? atoi(self->path + 6) : -1;
  return person >= 0 ? say_name(self->language, plan->staff[person].name)
                     : field_label(self->language, self->path);
}

/* The day at the cursor in words: below the week, and as its name for who hears it. */
static void say_day(AubWeekRow *self) {
  Week week = {NULL};
  if (!open_week(self, &week))
    return;
  AubWeekGrid *grid = AUB_WEEK_GRID(self->grid);
  int weekday = aub_week_grid_get_weekday(grid);
  g_autofree char *hours = day_hours_text(self->language, week.hours, *week.count, weekday);
  g_autofree char *day = g_strdup_printf(say(self->language, "%1$s: %2$s"),
                                         weekday_name(self->language, weekday), hours);
  g_autofree char *name =
      g_strdup_printf(say(self->language, "%1$s, %2$s"), whose(self, week.plan), day);
  g_autofree char *time = say_clock(self->language, aub_week_grid_get_minute(grid));
  g_autofree char *help = g_strdup_printf(
      aub_week_grid_is_open(grid)
          ? say(self->language, "%s is on. Arrows move, Space turns a half hour on or off, with "
                                "Shift the arrows paint, C copies the day to all others, Delete "
                                "empties it.")
          : say(self->language, "%s is off. Arrows move, Space turns a half hour on or off, with "
                                "Shift the arrows paint, C copies the day to all others, Delete "
                                "empties it."),
      time);
  gtk_label_set_text(GTK_LABEL(self->day), day);
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                 GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, help, -1);
  g_free(week.plan);
}

static void show_note(AubWeekRow *self, const char *text) {
  gtk_label_set_text(GTK_LABEL(self->note), text ? text : "");
  gtk_widget_set_visible(self->note, text != NULL);
}

void aub_week_row_refresh(AubWeekRow *self) {
  g_return_if_fail(AUB_IS_WEEK_ROW(self));
  Week week = {NULL};
  if (!open_week(self, &week))
    return;
  const Plan *plan = week.plan;
  gboolean is_staff = g_str_has_prefix(self->path, "staff[");
  aub_week_grid_set_hours(AUB_WEEK_GRID(self->grid), week.hours, *week.count,
                          is_staff ? plan->hours : NULL, is_staff ? plan->hours_count : 0);
  g_free(week.plan);
  show_note(self, NULL);
  say_day(self);
}

/* Takes what was painted, or says why it cannot be. */
static void take_week(AubWeekRow *self, Week *week, gboolean fits) {
  if (fits) {
    if (memcmp(week->plan, aub_session_get_plan(self->session), sizeof *week->plan) != 0)
      plan_note_typed(week->plan, self->path);
    aub_session_replace_plan(self->session, week->plan, self->path, self->stroke);
  } else {
    g_autofree char *text =
        list_refusal_text(self->language, LIST_FULL, field_list_find(self->path)->path, NULL);
    show_note(self, text);
  }
  g_free(week->plan);
}

static void paint_cb(AubWeekGrid *grid, int weekday, int begin, int end, gboolean open,
                     gboolean goes_on, AubWeekRow *self) {
  Week week = {NULL};
  if (!goes_on)
    self->stroke = aub_session_new_merge();
  if (open_week(self, &week))
    take_week(self, &week,
              week_hours_paint(week.hours, week.count, week.capacity, weekday, begin, end, open));
}

static void copy_to(AubWeekRow *self, gboolean only_open) {
  Week week = {NULL};
  self->stroke = aub_session_new_merge();
  if (!open_week(self, &week))
    return;
  unsigned days = only_open ? week_hours_days(week.hours, *week.count) : 127;
  int weekday = aub_week_grid_get_weekday(AUB_WEEK_GRID(self->grid));
  take_week(self, &week, week_hours_copy_day(week.hours, week.count, week.capacity, weekday, days));
}

static void copy_all_cb(AubWeekRow *self) {
  copy_to(self, FALSE);
}

static void clear_day_cb(AubWeekRow *self) {
  Week week = {NULL};
  self->stroke = aub_session_new_merge();
  if (open_week(self, &week))
    take_week(self, &week,
              week_hours_paint(week.hours, week.count, week.capacity,
                               aub_week_grid_get_weekday(AUB_WEEK_GRID(self->grid)), 0, 2880,
                               FALSE));
}

static void copy_action_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  copy_to(data, strcmp(g_action_get_name(G_ACTION(action)), "copy-open") == 0);
}

static void clear_action_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  clear_day_cb(data);
}

static GtkWidget *make_menu(AubWeekRow *self) {
  static const GActionEntry entries[] = {{.name = "copy-all", .activate = copy_action_cb},
                                         {.name = "copy-open", .activate = copy_action_cb},
                                         {.name = "clear", .activate = clear_action_cb}};
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new();
  g_action_map_add_action_entries(G_ACTION_MAP(actions), entries, G_N_ELEMENTS(entries), self);
  gtk_widget_insert_action_group(GTK_WIDGET(self), "week", G_ACTION_GROUP(actions));
  g_autoptr(GMenu) menu = g_menu_new();
  g_menu_append(menu, say(self->language, "Copy this day to all others"), "week.copy-all");
  g_menu_append(menu, say(self->language, "Copy this day to the other open days"),
                "week.copy-open");
  g_menu_append(menu, say(self->language, "Empty this day"), "week.clear");
  GtkWidget *button = gtk_menu_button_new();
  const char *label = say(self->language, "This day");
  gtk_menu_button_set_label(GTK_MENU_BUTTON(button), label);
  gtk_accessible_update_property(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_menu_button_set_menu_model(GTK_MENU_BUTTON(button), G_MENU_MODEL(menu));
  gtk_widget_add_css_class(button, "settle-menu");
  return button;
}

static void aub_week_row_dispose(GObject *object) {
  AubWeekRow *self = AUB_WEEK_ROW(object);
  if (self->grid)
    g_signal_handlers_disconnect_by_data(self->grid, self);
  self->grid = NULL;
  g_clear_object(&self->session);
  g_clear_pointer(&self->path, g_free);
  G_OBJECT_CLASS(aub_week_row_parent_class)->dispose(object);
}

static void aub_week_row_class_init(AubWeekRowClass *class) {
  G_OBJECT_CLASS(class)->dispose = aub_week_row_dispose;
}

static void aub_week_row_init(AubWeekRow *self) {}

GtkWidget *aub_week_row_new(AubSession *session, Language language, const char *path) {
  AubWeekRow *self = g_object_new(AUB_TYPE_WEEK_ROW, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  self->path = g_strdup(path);
  GtkWidget *outer = gtk_box_new(GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class(outer, "field-row");
  self->grid = aub_week_grid_new(language);
  self->day = card_label_new(NULL, NULL);
  gtk_widget_set_hexpand(self->day, TRUE);
  self->menu = make_menu(self);
  gtk_widget_set_valign(self->menu, GTK_ALIGN_CENTER);
  self->note = card_label_new(NULL, "row-note");
  gtk_widget_add_css_class(self->note, "problem");
  gtk_box_append(GTK_BOX(line), self->day);
  gtk_box_append(GTK_BOX(line), self->menu);
  gtk_box_append(GTK_BOX(outer), card_label_new(field_label(language, path), "list-title"));
  gtk_box_append(GTK_BOX(outer), self->grid);
  gtk_box_append(GTK_BOX(outer), line);
  gtk_box_append(GTK_BOX(outer), self->note);
  g_signal_connect(self->grid, "paint", G_CALLBACK(paint_cb), self);
  g_signal_connect_swapped(self->grid, "copy-day", G_CALLBACK(copy_all_cb), self);
  g_signal_connect_swapped(self->grid, "clear-day", G_CALLBACK(clear_day_cb), self);
  g_signal_connect_swapped(self->grid, "moved", G_CALLBACK(say_day), self);
  gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(self), outer);
  gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(self), FALSE);
  gtk_widget_set_focusable(GTK_WIDGET(self), FALSE);
  aub_week_row_refresh(self);
  return GTK_WIDGET(self);
}
