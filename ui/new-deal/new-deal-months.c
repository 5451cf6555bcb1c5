/* Room: new-deal. The twelve months of a new deal. Knows: GTK, the interview, words. Must not know:
 * what an answer does to the plan. */
#include "ui/new-deal/new-deal-months.h"

#include "model/base/number-text.h"

#define MONTHS 12

typedef struct {
  Language language;
  Interview *interview; /* borrowed: the window's */
  NewDealAnswered answered;
  gpointer data;
  GtkWidget *button[MONTHS], *state[MONTHS];
} Months;

static InterviewQuestion question_of(int month) {
  return (InterviewQuestion)(QUESTION_JANUARY + month);
}

static InterviewSeason season_of(const Months *months, int month) {
  const InterviewAnswer *answer = &months->interview->answer[question_of(month)];
  return interview_season(
      answer->known ? answer->value : interview_fallback(months->interview, question_of(month)));
}

static void show_month(Months *months, int month) {
  InterviewSeason season = season_of(months, month);
  const char *sign = season == SEASON_QUIET ? "↓" : season == SEASON_NORMAL ? "=" : "↑";
  const char *called = new_deal_choice_label(months->language, question_of(month), season);
  g_autofree char *state = g_strdup_printf("%s %s", sign, called);
  g_autofree char *name =
      new_deal_month_text(months->language, month_name(months->language, month + 1), called);
  gtk_label_set_text(GTK_LABEL(months->state[month]), state);
  gtk_accessible_update_property(GTK_ACCESSIBLE(months->button[month]),
                                 GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (months->interview->answer[question_of(month)].known)
    gtk_widget_remove_css_class(months->button[month], "not-answered");
  else
    gtk_widget_add_css_class(months->button[month], "not-answered");
}

static void set_month(Months *months, int month, InterviewSeason season) {
  months->interview->answer[question_of(month)] = (InterviewAnswer){true, season};
  show_month(months, month);
  months->answered(months->data);
}

static int month_of(const Months *months, GtkWidget *button) {
  int month = 0;
  while (months->button[month] != button)
    month++;
  return month;
}

/* Quiet, normal, busy, and round again. */
static void clicked_cb(GtkWidget *button, Months *months) {
  int month = month_of(months, button);
  InterviewSeason season = season_of(months, month);
  set_month(months, month,
            season == SEASON_QUIET    ? SEASON_NORMAL
            : season == SEASON_NORMAL ? SEASON_BUSY
                                      : SEASON_QUIET);
}

static gboolean pressed_cb(GtkEventControllerKey *controller, guint key, guint code,
                           GdkModifierType state, Months *months) {
  gboolean up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;
  if (!up && key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  int month = month_of(months, gtk_event_controller_get_widget(GTK_EVENT_CONTROLLER(controller)));
  InterviewSeason season = season_of(months, month);
  InterviewSeason end = up ? SEASON_BUSY : SEASON_QUIET;
  InterviewSeason other = up ? SEASON_QUIET : SEASON_BUSY;
  set_month(months, month, season == other ? SEASON_NORMAL : end);
  return GDK_EVENT_STOP;
}

static GtkWidget *make_month(Months *months, int month) {
  GtkWidget *button = gtk_button_new();
  GtkWidget *lines = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  months->button[month] = button;
  months->state[month] = gtk_label_new("");
  gtk_widget_add_css_class(months->state[month], "row-hint");
  gtk_box_append(GTK_BOX(lines), gtk_label_new(month_name_short(months->language, month + 1)));
  gtk_box_append(GTK_BOX(lines), months->state[month]);
  gtk_button_set_child(GTK_BUTTON(button), lines);
  gtk_widget_add_css_class(button, "month");
  g_signal_connect(button, "clicked", G_CALLBACK(clicked_cb), months);
  GtkEventController *keys = gtk_event_controller_key_new();
  g_signal_connect(keys, "key-pressed", G_CALLBACK(pressed_cb), months);
  gtk_widget_add_controller(button, keys);
  return button;
}

GtkWidget *new_deal_months_new(Language language, Interview *interview, NewDealAnswered answered,
                               gpointer data) {
  Months *months = g_new0(Months, 1);
  GtkWidget *box = gtk_flow_box_new();
  months->language = language;
  months->interview = interview;
  months->answered = answered;
  months->data = data;
  g_object_set_data_full(G_OBJECT(box), "months", months, g_free);
  gtk_flow_box_set_selection_mode(GTK_FLOW_BOX(box), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line(GTK_FLOW_BOX(box), 2);
  gtk_flow_box_set_max_children_per_line(GTK_FLOW_BOX(box), 6);
  gtk_flow_box_set_homogeneous(GTK_FLOW_BOX(box), TRUE);
  for (int i = 0; i < MONTHS; i++) {
    GtkWidget *button = make_month(months, i);
    gtk_flow_box_append(GTK_FLOW_BOX(box), button);
    gtk_widget_set_focusable(gtk_widget_get_parent(button), FALSE);
  }
  new_deal_months_refresh(box);
  return box;
}

void new_deal_months_refresh(GtkWidget *box) {
  Months *months = g_object_get_data(G_OBJECT(box), "months");
  for (int i = 0; i < MONTHS; i++)
    show_month(months, i);
}

void new_deal_months_focus(GtkWidget *box) {
  Months *months = g_object_get_data(G_OBJECT(box), "months");
  gtk_widget_grab_focus(months->button[0]);
}
