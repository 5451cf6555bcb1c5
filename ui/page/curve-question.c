/* Room: page. The owner's one question about when vouchers are used. Knows: GTK, session, the
 * curves it leads to. Must not know: how a curve is drawn. */
#include "ui/page/curve-question.h"

#include "model/year/redemption.h"
#include "ui/widget/card.h"

/* From the late preset to the front-loaded one. */
#define LEAST_OF_10 2
#define MOST_OF_10 6
#define ANSWER_COUNT (MOST_OF_10 - LEAST_OF_10 + 1)

typedef struct {
  AubSession *session; /* borrowed: the page's */
  GtkWidget *answer[ANSWER_COUNT];
  gboolean refreshing;
} Question;

/* May be none of them: then none is pressed. */
static int answer_of_plan(const Plan *plan) {
  return (redemption_first_two_months_per_100k(&plan->deal.curve) + 5000) / 10000 - LEAST_OF_10;
}

static void show_answer(Question *question) {
  int answer = answer_of_plan(aub_session_get_plan(question->session));
  question->refreshing = TRUE;
  for (int i = 0; i < ANSWER_COUNT; i++)
    gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(question->answer[i]), i == answer);
  question->refreshing = FALSE;
}

static void choose_answer(AubSession *session, int answer) {
  g_autofree Plan *plan = g_new(Plan, 1);
  *plan = *aub_session_get_plan(session);
  if (answer == answer_of_plan(plan))
    return;
  plan->deal.curve = redemption_from_first_two_months((LEAST_OF_10 + answer) * 10000);
  plan_set_provenance(plan, "deal.curve", PROVENANCE_MINE, "");
  aub_session_replace_plan(session, plan, "deal.curve", 0);
}

static void toggled_cb(GtkToggleButton *button, Question *question) {
  if (question->refreshing)
    return;
  for (int i = 0; i < ANSWER_COUNT; i++)
    if (question->answer[i] == GTK_WIDGET(button))
      choose_answer(question->session, i);
  show_answer(question);
}

static void changed_cb(AubSession *session, GtkWidget *box) {
  show_answer(g_object_get_data(G_OBJECT(box), "question"));
}

GtkWidget *curve_question_new(AubSession *session, Language language) {
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 4);
  Question *question = g_new0(Question, 1);
  question->session = session;
  g_object_set_data_full(G_OBJECT(box), "question", question, g_free);
  const char *words = field_question(language, "deal.curve");
  gtk_box_append(GTK_BOX(box), card_label_new(words, NULL));
  GtkWidget *answers = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class(answers, "linked");
  gtk_widget_set_halign(answers, GTK_ALIGN_START);
  for (int i = 0; i < ANSWER_COUNT; i++) {
    g_autofree char *number = say_number(language, LEAST_OF_10 + i);
    g_autofree char *name = g_strdup_printf(say(language, "%1$s: %2$s"), words, number);
    GtkWidget *button = gtk_toggle_button_new_with_label(number);
    gtk_widget_add_css_class(button, "choice");
    gtk_accessible_update_property(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    g_signal_connect(button, "toggled", G_CALLBACK(toggled_cb), question);
    gtk_box_append(GTK_BOX(answers), button);
    question->answer[i] = button;
  }
  gtk_box_append(GTK_BOX(box), answers);
  show_answer(question);
  g_signal_connect_object(session, "changed", G_CALLBACK(changed_cb), box, 0);
  return box;
}
