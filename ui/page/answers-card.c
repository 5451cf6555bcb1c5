/* Room: page. Twenty questions and answers. Knows: GTK, the words of the answers. Must not know:
 * how anything is answered. */
#include "ui/page/answers-card.h"

#include "ui/widget/fit-line.h"
#include "ui/widget/later.h"
#include "ui/words/answers-words.h"

struct _AubAnswersCard {
  AubCard parent_instance;
  GtkWidget *answer[QUESTION_COUNT];
  int made; /* of them */
};

/* At least as many as are in sight when the page opens; the others follow. */
#define ROWS_AT_ONCE 6
#define ROWS_OF_A_FRAME 2

G_DEFINE_FINAL_TYPE(AubAnswersCard, aub_answers_card, AUB_TYPE_CARD)

typedef struct {
  const char *name, *label; /* label: N_() */
} PageLink;

static const PageLink links[] = {
    [ANSWER_PAGE_VOUCHER] = {"voucher", N_("Voucher")},
    [ANSWER_PAGE_BOOKINGS] = {"bookings", N_("Bookings")},
    [ANSWER_PAGE_CASH] = {"cash", N_("Cash")},
    [ANSWER_PAGE_RISK] = {"risk", N_("Risk")},
    [ANSWER_PAGE_OFFERS] = {"offers", N_("Offers")},
    [ANSWER_PAGE_BOOKS] = {"books", N_("Books")},
};

static void aub_answers_card_refresh(AubCard *card) {
  AubAnswersCard *self = AUB_ANSWERS_CARD(card);
  Study study = aub_session_get_study(aub_card_get_session(card));
  for (int i = 0; i < self->made; i++) {
    g_autofree char *text = answer_text(aub_card_get_language(card), &study, i);
    if (g_strcmp0(gtk_label_get_text(GTK_LABEL(self->answer[i])), text) != 0)
      gtk_label_set_text(GTK_LABEL(self->answer[i]), text);
    if (answer_is_ready(&study, i))
      gtk_widget_remove_css_class(self->answer[i], "waiting");
    else
      gtk_widget_add_css_class(self->answer[i], "waiting");
  }
}

static GtkWidget *make_link(Language language, int question) {
  const PageLink *link = &links[answer_page(question)];
  GtkWidget *button = gtk_button_new_with_label(say(language, link->label));
  g_autofree char *name = g_strdup_printf(
      say(language, "%1$s: %2$s"), question_text(language, question), say(language, link->label));
  gtk_accessible_update_property(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name(GTK_ACTIONABLE(button), "win.page");
  gtk_actionable_set_action_target(GTK_ACTIONABLE(button), "s", link->name);
  gtk_widget_set_valign(button, GTK_ALIGN_START);
  gtk_widget_add_css_class(button, "settle");
  gtk_widget_add_css_class(button, "flat");
  return button;
}

static GtkWidget *make_row(AubAnswersCard *self, Language language, int question) {
  GtkWidget *row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_add_css_class(row, "question");
  g_autofree char *number = say_number(language, question + 1);
  GtkWidget *number_label = card_label_new(number, "question-number");
  gtk_widget_set_valign(number_label, GTK_ALIGN_START);
  gtk_label_set_xalign(GTK_LABEL(number_label), 1);
  gtk_label_set_wrap(GTK_LABEL(number_label), FALSE);
  gtk_label_set_width_chars(GTK_LABEL(number_label), 2);
  gtk_box_append(GTK_BOX(row), number_label);
  GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_set_hexpand(words, TRUE);
  gtk_box_append(GTK_BOX(words),
                 card_label_new(question_text(language, question), "question-text"));
  gtk_box_append(GTK_BOX(words), self->answer[question] = card_label_new(NULL, NULL));
  gtk_box_append(GTK_BOX(words), card_label_new(answer_basis(language, question), "answer-basis"));
  GtkWidget *line = aub_fit_line_new();
  aub_fit_line_append(AUB_FIT_LINE(line), words);
  aub_fit_line_append(AUB_FIT_LINE(line), make_link(language, question));
  gtk_box_append(GTK_BOX(row), line);
  return row;
}

static void add_rows(AubAnswersCard *self, int count) {
  Language language = aub_card_get_language(AUB_CARD(self));
  for (int i = 0; i < count && self->made < QUESTION_COUNT; i++)
    gtk_box_append(GTK_BOX(self), make_row(self, language, self->made++));
  aub_card_refresh(AUB_CARD(self));
}

static gboolean add_rows_of_frame(GtkWidget *widget) {
  AubAnswersCard *self = AUB_ANSWERS_CARD(widget);
  add_rows(self, ROWS_OF_A_FRAME);
  return self->made < QUESTION_COUNT;
}

static void aub_answers_card_class_init(AubAnswersCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_answers_card_refresh;
}

static void aub_answers_card_init(AubAnswersCard *self) {}

GtkWidget *aub_answers_card_new(AubSession *session, Language language) {
  AubAnswersCard *self = g_object_new(AUB_TYPE_ANSWERS_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  aub_card_set_title(AUB_CARD(self), say(language, "Your twenty questions"));
  add_rows(self, ROWS_AT_ONCE);
  later_in_frames(GTK_WIDGET(self), add_rows_of_frame);
  return GTK_WIDGET(self);
}
