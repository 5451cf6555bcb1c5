/* Room: new-deal. A first deal in four steps. Knows: GTK, the interview, words. Must not know: what
 * an answer does to the plan, the session. */
#include "ui/new-deal/new-deal-window.h"

#include "ui/new-deal/new-deal-row.h"

#define DRAFT "new-deal-draft"

/* Of the parent window: what was answered when the questions were last closed. */
typedef struct {
  Interview interview;
  InterviewStep step;
} Draft;

typedef struct {
  Language language;
  Draft draft;
  NewDealDone done;
  gpointer data;
  GtkWidget *window, *step_line, *stack, *back, *next, *again;
  GtkWidget *page[INTERVIEW_STEP_COUNT];
  GtkWidget *kind[PRESET_COUNT];
  GPtrArray *rows; /* borrowed widgets, in the order asked */
  gboolean refreshing;
} Asking;

static void asking_free(gpointer data) {
  Asking *asking = data;
  g_ptr_array_unref(asking->rows);
  g_free(asking);
}

static InterviewStep step_of_row(GtkWidget *row) {
  return interview_question(new_deal_row_question(row))->step;
}

static gboolean is_anything_known(const Interview *interview) {
  for (int i = 0; i < QUESTION_COUNT; i++)
    if (interview->answer[i].known)
      return TRUE;
  return FALSE;
}

/* The row of a question: that of Monday for any day, of January for any month, that of the price
 * for the discount. */
static GtkWidget *find_row(Asking *asking, InterviewQuestion question) {
  if (question > QUESTION_MONDAY && question <= QUESTION_SUNDAY)
    question = QUESTION_MONDAY;
  if (question > QUESTION_JANUARY && question <= QUESTION_DECEMBER)
    question = QUESTION_JANUARY;
  if (question == QUESTION_DISCOUNT)
    question = QUESTION_PRICE;
  for (guint i = 0; i < asking->rows->len; i++)
    if (new_deal_row_question(asking->rows->pdata[i]) == question)
      return asking->rows->pdata[i];
  g_return_val_if_reached(NULL);
}

/* Tells each problem at its question. The first row that is wrong, up to a step; NULL: none. */
static GtkWidget *tell_problems(Asking *asking, InterviewStep last_step) {
  g_autofree InterviewProblem *problems = g_new(InterviewProblem, INTERVIEW_PROBLEMS_MAX);
  int count = interview_check(&asking->draft.interview, problems);
  GtkWidget *first = NULL;
  for (guint i = 0; i < asking->rows->len; i++) {
    GtkWidget *row = asking->rows->pdata[i];
    g_autofree char *text = NULL;
    for (int k = 0; k < count && !text; k++)
      if (find_row(asking, problems[k].question) == row)
        text = new_deal_problem_text(asking->language, &problems[k]);
    new_deal_row_tell(row, text);
    if (!first && step_of_row(row) <= last_step && (text || new_deal_row_is_unread(row)) &&
        gtk_widget_get_visible(row))
      first = row;
  }
  return first;
}

static void refresh(Asking *asking) {
  for (guint i = 0; i < asking->rows->len; i++)
    new_deal_row_refresh(asking->rows->pdata[i]);
  tell_problems(asking, INTERVIEW_MONEY);
  gtk_widget_set_visible(asking->again, is_anything_known(&asking->draft.interview));
}

static void answered_cb(gpointer data) {
  refresh(data);
}

static void focus_step(Asking *asking) {
  if (asking->draft.step == INTERVIEW_CONTRACT) {
    gtk_widget_grab_focus(asking->kind[asking->draft.interview.preset]);
    return;
  }
  for (guint i = 0; i < asking->rows->len; i++) {
    GtkWidget *row = asking->rows->pdata[i];
    if (step_of_row(row) == asking->draft.step && gtk_widget_get_visible(row)) {
      new_deal_row_focus(row);
      return;
    }
  }
}

static void show_step(Asking *asking, InterviewStep step) {
  g_autofree char *line = new_deal_step_line(asking->language, step);
  gboolean last = step == INTERVIEW_STEP_COUNT - 1;
  asking->draft.step = step;
  gtk_stack_set_visible_child(GTK_STACK(asking->stack), asking->page[step]);
  gtk_label_set_text(GTK_LABEL(asking->step_line), line);
  gtk_widget_set_visible(asking->back, step != INTERVIEW_CONTRACT);
  gtk_button_set_label(GTK_BUTTON(asking->next), last ? say(asking->language, "See the verdict")
                                                      : say(asking->language, "Next"));
}

static void back_cb(GtkButton *button, Asking *asking) {
  show_step(asking, (InterviewStep)(asking->draft.step - 1));
  focus_step(asking);
}

static void finish(Asking *asking) {
  g_autofree Plan *plan = g_new(Plan, 1);
  NewDealDone done = asking->done;
  gpointer data = asking->data;
  interview_apply(&asking->draft.interview, plan);
  GtkWindow *parent = gtk_window_get_transient_for(GTK_WINDOW(asking->window));
  g_object_set_data(G_OBJECT(parent), DRAFT, NULL);
  gtk_window_destroy(GTK_WINDOW(asking->window));
  done(plan, data);
}

static void next_cb(GtkButton *button, Asking *asking) {
  GtkWidget *wrong = tell_problems(asking, asking->draft.step);
  if (wrong) {
    show_step(asking, step_of_row(wrong));
    new_deal_row_focus(wrong);
  } else if (asking->draft.step == INTERVIEW_STEP_COUNT - 1) {
    finish(asking);
  } else {
    show_step(asking, (InterviewStep)(asking->draft.step + 1));
    focus_step(asking);
  }
}

static void kind_cb(GtkCheckButton *button, Asking *asking) {
  if (asking->refreshing || !gtk_check_button_get_active(button))
    return;
  for (int i = 0; i < PRESET_COUNT; i++)
    if (asking->kind[i] == GTK_WIDGET(button))
      asking->draft.interview.preset = (Preset)i;
  refresh(asking);
}

static gboolean closed_cb(GtkWindow *window, Asking *asking) {
  GtkWindow *parent = gtk_window_get_transient_for(window);
  Draft *kept = g_new(Draft, 1);
  *kept = asking->draft;
  g_object_set_data_full(G_OBJECT(parent), DRAFT, kept, g_free);
  return FALSE;
}

static gboolean escape_cb(GtkWidget *window, GVariant *arguments, gpointer data) {
  gtk_window_close(GTK_WINDOW(window));
  return TRUE;
}

/* In an entry and on a choice Return goes on, at once; the space bar chooses. */
static gboolean key_cb(GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
                       Asking *asking) {
  gboolean is_return = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
  GtkWidget *focus = gtk_window_get_focus(GTK_WINDOW(asking->window));
  if (!is_return || !(GTK_IS_CHECK_BUTTON(focus) || GTK_IS_TEXT(focus) ||
                      (focus && gtk_widget_has_css_class(focus, "month"))))
    return GDK_EVENT_PROPAGATE;
  next_cb(NULL, asking);
  return GDK_EVENT_STOP;
}

static void add_kinds(Asking *asking, GtkWidget *page) {
  const char *question = say(asking->language, "What kind of business is it?");
  const char *labels[PRESET_COUNT];
  for (int i = 0; i < PRESET_COUNT; i++)
    labels[i] = new_deal_kind_label(asking->language, (Preset)i);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class(box, "question");
  gtk_box_append(GTK_BOX(box), new_deal_label_new(question, "question-text"));
  gtk_box_append(GTK_BOX(box),
                 new_deal_choices_new(question, labels, PRESET_COUNT, FALSE, asking->kind));
  asking->refreshing = TRUE;
  gtk_check_button_set_active(GTK_CHECK_BUTTON(asking->kind[asking->draft.interview.preset]), TRUE);
  asking->refreshing = FALSE;
  for (int i = 0; i < PRESET_COUNT; i++)
    g_signal_connect(asking->kind[i], "toggled", G_CALLBACK(kind_cb), asking);
  gtk_box_append(GTK_BOX(page), box);
}

static void add_rows(Asking *asking, GtkWidget *page, InterviewStep step) {
  for (int i = 0; i < QUESTION_COUNT; i++) {
    InterviewQuestion question = (InterviewQuestion)i;
    gboolean in_other_row = question == QUESTION_DISCOUNT ||
                            (question > QUESTION_MONDAY && question <= QUESTION_SUNDAY) ||
                            (question > QUESTION_JANUARY && question <= QUESTION_DECEMBER);
    if (interview_question(question)->step != step || in_other_row)
      continue;
    GtkWidget *row =
        new_deal_row_new(asking->language, &asking->draft.interview, question, answered_cb, asking);
    gtk_box_append(GTK_BOX(page), row);
    g_ptr_array_add(asking->rows, row);
  }
}

static GtkWidget *make_page(Asking *asking, InterviewStep step) {
  GtkWidget *page = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
  if (step == INTERVIEW_CONTRACT) {
    gtk_box_append(GTK_BOX(page),
                   new_deal_label_new(say(asking->language, "Answer what you know. Everything else "
                                                            "starts from a usual value with a wide "
                                                            "range, and you can change it all "
                                                            "later."),
                                      "row-hint"));
    gtk_box_append(
        GTK_BOX(page),
        new_deal_label_new(say(asking->language, "Nothing leaves this computer."), "row-hint"));
    add_kinds(asking, page);
  }
  add_rows(asking, page, step);
  gtk_widget_add_css_class(page, "new-deal-page");
  GtkWidget *clamp = adw_clamp_new();
  adw_clamp_set_maximum_size(ADW_CLAMP(clamp), 560);
  adw_clamp_set_child(ADW_CLAMP(clamp), page);
  GtkWidget *scrolled = gtk_scrolled_window_new();
  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scrolled), GTK_POLICY_NEVER,
                                 GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scrolled), clamp);
  gtk_widget_set_vexpand(scrolled, TRUE);
  return scrolled;
}

static void fill_stack(Asking *asking) {
  g_ptr_array_set_size(asking->rows, 0);
  for (int i = 0; i < INTERVIEW_STEP_COUNT; i++) {
    if (asking->page[i])
      gtk_stack_remove(GTK_STACK(asking->stack), asking->page[i]);
    asking->page[i] = make_page(asking, (InterviewStep)i);
    gtk_stack_add_child(GTK_STACK(asking->stack), asking->page[i]);
  }
  refresh(asking);
}

static void again_cb(GtkButton *button, Asking *asking) {
  interview_init(&asking->draft.interview, asking->draft.interview.preset,
                 asking->draft.interview.sale_date);
  fill_stack(asking);
  show_step(asking, INTERVIEW_CONTRACT);
  focus_step(asking);
}

static GtkWidget *make_buttons(Asking *asking) {
  GtkWidget *bar = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
  asking->back = gtk_button_new_with_label(say(asking->language, "Back"));
  asking->again = gtk_button_new_with_label(say(asking->language, "Start again"));
  asking->next = gtk_button_new_with_label(say(asking->language, "Next"));
  gtk_widget_add_css_class(asking->again, "flat");
  gtk_widget_add_css_class(asking->next, "suggested-action");
  gtk_widget_set_hexpand(asking->next, TRUE);
  gtk_widget_set_halign(asking->next, GTK_ALIGN_END);
  g_signal_connect(asking->back, "clicked", G_CALLBACK(back_cb), asking);
  g_signal_connect(asking->again, "clicked", G_CALLBACK(again_cb), asking);
  g_signal_connect(asking->next, "clicked", G_CALLBACK(next_cb), asking);
  gtk_box_append(GTK_BOX(bar), asking->back);
  gtk_box_append(GTK_BOX(bar), asking->again);
  gtk_box_append(GTK_BOX(bar), asking->next);
  gtk_widget_add_css_class(bar, "new-deal-buttons");
  return bar;
}

static GtkWidget *make_content(Asking *asking) {
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new();
  asking->step_line = new_deal_label_new("", "title");
  gtk_label_set_wrap(GTK_LABEL(asking->step_line), FALSE);
  gtk_label_set_ellipsize(GTK_LABEL(asking->step_line), PANGO_ELLIPSIZE_END);
  adw_header_bar_set_title_widget(ADW_HEADER_BAR(header), asking->step_line);
  asking->stack = gtk_stack_new();
  gtk_stack_set_transition_type(GTK_STACK(asking->stack),
                                GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  gtk_stack_set_vhomogeneous(GTK_STACK(asking->stack), FALSE);
  gtk_box_append(GTK_BOX(box), header);
  gtk_box_append(GTK_BOX(box), asking->stack);
  gtk_box_append(GTK_BOX(box), make_buttons(asking));
  return box;
}

void new_deal_window_show(GtkWindow *parent, Language language, int32_t sale_date, NewDealDone done,
                          gpointer data) {
  const Draft *kept = g_object_get_data(G_OBJECT(parent), DRAFT);
  Asking *asking = g_new0(Asking, 1);
  asking->language = language;
  asking->done = done;
  asking->data = data;
  asking->rows = g_ptr_array_new();
  if (kept)
    asking->draft = *kept;
  else
    interview_init(&asking->draft.interview, PRESET_SPA, sale_date);
  asking->draft.interview.sale_date = sale_date;
  asking->window = adw_window_new();
  g_object_set_data_full(G_OBJECT(asking->window), "asking", asking, asking_free);
  gtk_window_set_title(GTK_WINDOW(asking->window), say(language, "New deal"));
  gtk_window_set_transient_for(GTK_WINDOW(asking->window), parent);
  gtk_window_set_modal(GTK_WINDOW(asking->window), TRUE);
  gtk_window_set_destroy_with_parent(GTK_WINDOW(asking->window), TRUE);
  gtk_window_set_default_size(GTK_WINDOW(asking->window),
                              CLAMP(gtk_widget_get_width(GTK_WIDGET(parent)), 360, 600),
                              CLAMP(gtk_widget_get_height(GTK_WIDGET(parent)), 480, 760));
  gtk_widget_set_size_request(asking->window, 340, 400);
  adw_window_set_content(ADW_WINDOW(asking->window), make_content(asking));
  fill_stack(asking);
  show_step(asking, asking->draft.step);
  gtk_window_set_default_widget(GTK_WINDOW(asking->window), asking->next);
  GtkEventController *keys = gtk_shortcut_controller_new();
  gtk_shortcut_controller_add_shortcut(
      GTK_SHORTCUT_CONTROLLER(keys),
      gtk_shortcut_new(gtk_keyval_trigger_new(GDK_KEY_Escape, 0),
                       gtk_callback_action_new(escape_cb, NULL, NULL)));
  gtk_widget_add_controller(asking->window, keys);
  GtkEventController *returns = gtk_event_controller_key_new();
  gtk_event_controller_set_propagation_phase(returns, GTK_PHASE_CAPTURE);
  g_signal_connect(returns, "key-pressed", G_CALLBACK(key_cb), asking);
  gtk_widget_add_controller(asking->window, returns);
  g_signal_connect(asking->window, "close-request", G_CALLBACK(closed_cb), asking);
  gtk_window_present(GTK_WINDOW(asking->window));
  focus_step(asking);
}
