/* Room: new-deal. One question of a new deal. Knows: GTK, the interview, words. Must not know: what
 * an answer does to the plan. */
#include "ui/new-deal/new-deal-row.h"

#include <string.h>

#include "model/plan/fields.h"
#include "ui/widget/entry-keys.h"
#include "ui/new-deal/new-deal-months.h"

#define DAYS 7
#define BUTTONS_MAX 6

typedef struct {
  Language language;
  Interview *interview; /* borrowed: the window's */
  InterviewQuestion question;
  NewDealAnswered answered;
  gpointer data;
  GtkWidget *title, *note, *unknown, *unknown_label, *group;
  GtkWidget *months; /* NULL: not of this question */
  GtkWidget *entry[DAYS];
  NumberProblem unread[DAYS];
  int entry_count;
  GtkWidget *choice[BUTTONS_MAX]; /* the last is "I don't know" */
  int choice_count;
  gboolean refreshing;
  char *problem;
} Row;

static void row_free(gpointer data) {
  Row *row = data;
  g_free(row->problem);
  g_free(row);
}

static Row *row_of(GtkWidget *box) {
  return g_object_get_data(G_OBJECT(box), "row");
}

static void name_widget(GtkWidget *widget, const char *name) {
  gtk_accessible_update_property(GTK_ACCESSIBLE(widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *new_deal_label_new(const char *text, const char *style) {
  GtkWidget *label = gtk_label_new(text);
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_label_set_wrap(GTK_LABEL(label), TRUE);
  gtk_label_set_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class(label, style);
  return label;
}

static gboolean is_empty(Row *row) {
  for (int i = 0; i < row->entry_count; i++)
    if (*gtk_editable_get_text(GTK_EDITABLE(row->entry[i])))
      return FALSE;
  for (int i = QUESTION_JANUARY; row->months && i <= QUESTION_DECEMBER; i++)
    if (row->interview->answer[i].known)
      return FALSE;
  return TRUE;
}

/* A price may be said by its discount. */
static InterviewQuestion question_typed(Row *row, int index, const char *text) {
  if (row->question == QUESTION_PRICE && strchr(text, '%'))
    return QUESTION_DISCOUNT;
  return (InterviewQuestion)(row->question + index);
}

/* How the first entry that can be read two ways is read; NULL: none. */
static char *reading_text(Row *row) {
  char *reading = NULL;
  for (int i = 0; i < row->entry_count && !reading; i++) {
    const char *typed = gtk_editable_get_text(GTK_EDITABLE(row->entry[i]));
    reading = new_deal_reading(row->language, question_typed(row, i, typed), typed);
  }
  return reading;
}

static void show_note(Row *row) {
  g_autofree char *text = NULL;
  gboolean wrong = FALSE;
  for (int i = 0; i < row->entry_count && !text; i++)
    if (row->unread[i] != NUMBER_OK)
      text = number_problem_text(row->language, row->unread[i]);
  if (!text && row->problem)
    text = g_strdup(row->problem);
  wrong = text != NULL;
  for (int i = 0; i < row->entry_count; i++) {
    gboolean marked = row->unread[i] != NUMBER_OK || (row->problem && row->entry_count == 1);
    if (marked)
      gtk_widget_add_css_class(row->entry[i], "error");
    else
      gtk_widget_remove_css_class(row->entry[i], "error");
    gtk_accessible_update_state(GTK_ACCESSIBLE(row->entry[i]), GTK_ACCESSIBLE_STATE_INVALID,
                                marked ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                                -1);
  }
  if (wrong) {
    gtk_widget_add_css_class(row->note, "problem");
  } else {
    gtk_widget_remove_css_class(row->note, "problem");
    text = reading_text(row);
  }
  gtk_label_set_text(GTK_LABEL(row->note), text ? text : "");
  gtk_widget_set_visible(row->note, text != NULL);
}

static void take(Row *row, InterviewQuestion question, gboolean known, gint64 value) {
  row->interview->answer[question] = (InterviewAnswer){known, value};
}

static void take_service(Row *row, const char *text) {
  const Field *field = field_find("services[].name");
  g_autofree char *name = g_strstrip(g_strdup(text));
  while (!field_text_fits(field, name))
    *g_utf8_prev_char(name + strlen(name)) = '\0';
  g_strlcpy(row->interview->service_name, name, sizeof row->interview->service_name);
  take(row, QUESTION_SERVICE, *name != '\0', 0);
}

static void take_number(Row *row, int index, const char *text) {
  int64_t value = 0;
  bool ambiguous = false;
  InterviewQuestion question = question_typed(row, index, text);
  row->unread[index] = NUMBER_OK;
  take(row, (InterviewQuestion)(row->question + index), FALSE, 0);
  if (row->question == QUESTION_PRICE)
    take(row, QUESTION_DISCOUNT, FALSE, 0);
  if (*text == '\0')
    return;
  row->unread[index] = new_deal_parse(question, text, &value, &ambiguous);
  if (row->unread[index] == NUMBER_OK)
    take(row, question, TRUE, value);
}

static void typed_cb(GtkEditable *editable, Row *row) {
  if (row->refreshing)
    return;
  for (int i = 0; i < row->entry_count; i++)
    if (row->entry[i] == GTK_WIDGET(editable)) {
      const char *text = gtk_editable_get_text(editable);
      if (row->question == QUESTION_SERVICE)
        take_service(row, text);
      else
        take_number(row, i, text);
    }
  row->answered(row->data);
}

static void unknown_cb(GtkCheckButton *button, Row *row) {
  if (row->refreshing)
    return;
  if (!gtk_check_button_get_active(button)) {
    if (row->months)
      new_deal_months_focus(row->months);
    else
      gtk_widget_grab_focus(row->entry[0]);
    return;
  }
  row->refreshing = TRUE;
  for (int i = 0; i < row->entry_count; i++) {
    gtk_editable_set_text(GTK_EDITABLE(row->entry[i]), "");
    if (row->question == QUESTION_SERVICE)
      take_service(row, "");
    else
      take_number(row, i, "");
  }
  for (int i = QUESTION_JANUARY; row->months && i <= QUESTION_DECEMBER; i++)
    take(row, (InterviewQuestion)i, FALSE, 0);
  row->refreshing = FALSE;
  row->answered(row->data);
}

static void chosen_cb(GtkCheckButton *button, Row *row) {
  if (row->refreshing || !gtk_check_button_get_active(button))
    return;
  const QuestionFacts *facts = interview_question(row->question);
  for (int i = 0; i < row->choice_count; i++)
    if (row->choice[i] == GTK_WIDGET(button))
      take(row, row->question, i < facts->choice_count,
           i < facts->choice_count ? facts->choices[i] : 0);
  row->answered(row->data);
}

GtkWidget *new_deal_choices_new(const char *name, const char *const *labels, int count,
                                gboolean across, GtkWidget **buttons) {
  GtkWidget *group =
      g_object_new(GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, "orientation",
                   across ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, "spacing",
                   across ? 8 : 0, NULL);
  name_widget(group, name);
  for (int i = 0; i < count; i++) {
    GtkWidget *button = gtk_check_button_new();
    g_autofree char *whole = g_strdup_printf("%s %s", name, labels[i]);
    gtk_check_button_set_child(GTK_CHECK_BUTTON(button), new_deal_label_new(labels[i], NULL));
    name_widget(button, whole);
    if (i)
      gtk_check_button_set_group(GTK_CHECK_BUTTON(button), GTK_CHECK_BUTTON(buttons[0]));
    gtk_box_append(GTK_BOX(group), button);
    buttons[i] = button;
  }
  return group;
}

static void add_choices(Row *row, GtkWidget *box, const char *question) {
  const QuestionFacts *facts = interview_question(row->question);
  const char *labels[BUTTONS_MAX];
  gboolean across = row->question == QUESTION_CURVE;
  for (int i = 0; i < facts->choice_count; i++)
    labels[i] = new_deal_choice_label(row->language, row->question, facts->choices[i]);
  g_autofree char *unknown = new_deal_unknown_text(row->language, row->interview, row->question);
  labels[facts->choice_count] = unknown;
  row->choice_count = facts->choice_count + 1;
  row->group = new_deal_choices_new(question, labels, row->choice_count, across, row->choice);
  row->unknown = row->choice[facts->choice_count];
  row->unknown_label = gtk_check_button_get_child(GTK_CHECK_BUTTON(row->unknown));
  if (across) { /* the long one below the short ones */
    g_object_ref(row->unknown);
    gtk_box_remove(GTK_BOX(row->group), row->unknown);
    GtkWidget *both = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    gtk_box_append(GTK_BOX(both), row->group);
    gtk_box_append(GTK_BOX(both), row->unknown);
    g_object_unref(row->unknown);
    gtk_box_append(GTK_BOX(box), both);
  } else {
    gtk_box_append(GTK_BOX(box), row->group);
  }
  int taken = facts->choice_count;
  for (int i = 0; i < facts->choice_count; i++)
    if (row->interview->answer[row->question].known &&
        row->interview->answer[row->question].value == facts->choices[i])
      taken = i;
  gtk_check_button_set_active(GTK_CHECK_BUTTON(row->choice[taken]), TRUE);
  for (int i = 0; i < row->choice_count; i++)
    g_signal_connect(row->choice[i], "toggled", G_CALLBACK(chosen_cb), row);
}

/* What was answered before the window was closed. */
static char *kept_text(Row *row, int index) {
  InterviewQuestion question = (InterviewQuestion)(row->question + index);
  const InterviewAnswer *answer = &row->interview->answer[question];
  if (question == QUESTION_SERVICE)
    return g_strdup(answer->known ? row->interview->service_name : "");
  if (question == QUESTION_PRICE && row->interview->answer[QUESTION_DISCOUNT].known)
    return new_deal_value_text(row->language, QUESTION_DISCOUNT,
                               row->interview->answer[QUESTION_DISCOUNT].value);
  return answer->known ? new_deal_value_text(row->language, question, answer->value) : g_strdup("");
}

static GtkWidget *make_entry(Row *row, int index, const char *name) {
  GtkWidget *entry = gtk_entry_new();
  gboolean wide = row->question == QUESTION_SERVICE;
  gboolean day = row->question == QUESTION_MONDAY;
  g_autofree char *text = kept_text(row, index);
  gtk_editable_set_text(GTK_EDITABLE(entry), text);
  gtk_editable_set_width_chars(GTK_EDITABLE(entry), wide ? 18 : day ? 3 : 10);
  gtk_editable_set_max_width_chars(GTK_EDITABLE(entry), wide ? 24 : day ? 5 : 10);
  gtk_entry_set_activates_default(GTK_ENTRY(entry), TRUE);
  gtk_widget_set_valign(entry, GTK_ALIGN_CENTER);
  name_widget(entry, name);
  entry_keys_add(entry, new_deal_keypad(row->language, (InterviewQuestion)(row->question + index)),
                 NULL, NULL);
  g_signal_connect(entry, "changed", G_CALLBACK(typed_cb), row);
  row->entry[index] = entry;
  return entry;
}

static GtkWidget *make_days(Row *row, const char *question) {
  GtkWidget *days = gtk_flow_box_new();
  gtk_flow_box_set_selection_mode(GTK_FLOW_BOX(days), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line(GTK_FLOW_BOX(days), 4);
  gtk_flow_box_set_max_children_per_line(GTK_FLOW_BOX(days), 7);
  gtk_flow_box_set_homogeneous(GTK_FLOW_BOX(days), TRUE);
  for (int i = 0; i < DAYS; i++) {
    GtkWidget *day = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
    gtk_box_append(GTK_BOX(day),
                   new_deal_label_new(weekday_name_short(row->language, i), "row-hint"));
    gtk_box_append(GTK_BOX(day), make_entry(row, i, weekday_name(row->language, i)));
    gtk_flow_box_append(GTK_FLOW_BOX(days), day);
    gtk_widget_set_focusable(gtk_widget_get_parent(day), FALSE);
  }
  name_widget(days, question);
  row->entry_count = DAYS;
  return days;
}

static void add_entries(Row *row, GtkWidget *box, const char *question) {
  gboolean beside = row->question != QUESTION_MONDAY && row->question != QUESTION_SERVICE &&
                    row->question != QUESTION_JANUARY;
  GtkWidget *line =
      gtk_box_new(beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, beside ? 12 : 4);
  if (row->question == QUESTION_MONDAY) {
    gtk_box_append(GTK_BOX(line), make_days(row, question));
  } else if (row->question == QUESTION_JANUARY) {
    row->months = new_deal_months_new(row->language, row->interview, row->answered, row->data);
    name_widget(row->months, question);
    gtk_box_append(GTK_BOX(line), row->months);
  } else {
    gtk_box_append(GTK_BOX(line), make_entry(row, 0, question));
    row->entry_count = 1;
  }
  row->unknown = gtk_check_button_new();
  row->unknown_label = new_deal_label_new("", NULL);
  gtk_check_button_set_child(GTK_CHECK_BUTTON(row->unknown), row->unknown_label);
  gtk_widget_set_hexpand(row->unknown, TRUE);
  gtk_box_append(GTK_BOX(line), row->unknown);
  gtk_box_append(GTK_BOX(box), line);
  g_signal_connect(row->unknown, "toggled", G_CALLBACK(unknown_cb), row);
}

void new_deal_row_refresh(GtkWidget *box) {
  Row *row = row_of(box);
  gboolean asked = interview_asks(row->interview, row->question);
  gtk_widget_set_visible(box, asked);
  if (!asked)
    return;
  row->refreshing = TRUE;
  const char *question = new_deal_question_text(row->language, row->interview, row->question);
  g_autofree char *unknown = new_deal_unknown_text(row->language, row->interview, row->question);
  g_autofree char *source = new_deal_source_text(row->language, row->interview, row->question);
  g_autofree char *whole = g_strdup_printf("%s %s", question, unknown);
  gtk_label_set_text(GTK_LABEL(row->title), question);
  gtk_label_set_text(GTK_LABEL(row->unknown_label), unknown);
  name_widget(row->unknown, whole);
  gtk_widget_set_tooltip_text(row->unknown, source);
  if (row->entry_count == 1)
    name_widget(row->entry[0], question);
  if (row->months)
    new_deal_months_refresh(row->months);
  if (row->entry_count || row->months)
    gtk_check_button_set_active(GTK_CHECK_BUTTON(row->unknown), is_empty(row));
  row->refreshing = FALSE;
  show_note(row);
}

InterviewQuestion new_deal_row_question(GtkWidget *box) {
  return row_of(box)->question;
}

void new_deal_row_tell(GtkWidget *box, const char *problem) {
  Row *row = row_of(box);
  if (g_strcmp0(row->problem, problem) == 0)
    return;
  g_free(row->problem);
  row->problem = g_strdup(problem);
  show_note(row);
}

gboolean new_deal_row_is_unread(GtkWidget *box) {
  Row *row = row_of(box);
  for (int i = 0; i < row->entry_count; i++)
    if (row->unread[i] != NUMBER_OK)
      return TRUE;
  return FALSE;
}

void new_deal_row_focus(GtkWidget *box) {
  Row *row = row_of(box);
  GtkWidget *target = row->entry_count ? row->entry[0] : row->choice[0];
  for (int i = 0; i < row->entry_count; i++)
    if (row->unread[i] != NUMBER_OK)
      target = row->entry[i];
  for (int i = 0; i < row->choice_count; i++)
    if (gtk_check_button_get_active(GTK_CHECK_BUTTON(row->choice[i])))
      target = row->choice[i];
  gtk_widget_grab_focus(target);
}

GtkWidget *new_deal_row_new(Language language, Interview *interview, InterviewQuestion question,
                            NewDealAnswered answered, gpointer data) {
  Row *row = g_new0(Row, 1);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 4);
  row->language = language;
  row->interview = interview;
  row->question = question;
  row->answered = answered;
  row->data = data;
  g_object_set_data_full(G_OBJECT(box), "row", row, row_free);
  gtk_widget_add_css_class(box, "question");
  const char *text = new_deal_question_text(language, interview, question);
  row->title = new_deal_label_new(text, "question-text");
  gtk_box_append(GTK_BOX(box), row->title);
  const char *hint = new_deal_hint(language, question);
  if (hint)
    gtk_box_append(GTK_BOX(box), new_deal_label_new(hint, "row-hint"));
  if (interview_question(question)->kind == ANSWER_CHOICE && question != QUESTION_JANUARY)
    add_choices(row, box, text);
  else
    add_entries(row, box, text);
  row->note = new_deal_label_new("", "row-note");
  gtk_box_append(GTK_BOX(box), row->note);
  new_deal_row_refresh(box);
  return box;
}
