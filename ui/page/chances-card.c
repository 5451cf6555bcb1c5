/* Room: page. Probabilities in words. Knows: GTK, words of the simulated years. Must not know:
 * how they are counted. */
#include "ui/page/chances-card.h"

#include "ui/words/risk-words.h"

/* A probability, and how sure it is. */
typedef struct {
  GtkWidget *text, *detail;
} Line;

/* The range, each condition, any of them, who is refused, luck. */
#define LINES_MAX (CONDITION_COUNT + 4)

struct _AubChancesCard {
  AubCard parent_instance;
  Line line[LINES_MAX];
  int used; /* while lines are said */
};

G_DEFINE_FINAL_TYPE(AubChancesCard, aub_chances_card, AUB_TYPE_CARD)

static char *explain(AubCard *card) {
  Study study = aub_session_get_study(aub_card_get_session(card));
  return study.risk ? explain_risk(aub_card_get_language(card), &study) : NULL;
}

/* Takes both texts; without a text there is no line, and detail may be NULL. */
static void say_line(AubChancesCard *self, char *text, char *detail) {
  g_assert(self->used < LINES_MAX);
  Line *line = &self->line[self->used];
  if (text) {
    self->used++;
    gtk_label_set_text(GTK_LABEL(line->text), text);
    gtk_label_set_text(GTK_LABEL(line->detail), detail ? detail : "");
    gtk_widget_set_visible(line->detail, detail != NULL);
  }
  g_free(text);
  g_free(detail);
}

static void say_condition(AubChancesCard *self, const Study *study, Condition condition) {
  Language language = aub_card_get_language(AUB_CARD(self));
  const RiskOfSample *told = risk_told(study->risk);
  say_line(self, risk_condition_text(language, study->plan, study->risk, condition),
           chance_detail(language, &told->breaks[condition], told->years));
}

static void say_lines(AubChancesCard *self, const Study *study) {
  Language language = aub_card_get_language(AUB_CARD(self));
  const Risk *risk = study->risk;
  self->used = 0;
  say_line(self, risk_range_text(language, risk), NULL);
  for (int condition = 0; condition < CONDITION_COUNT; condition++)
    if (condition != CONDITION_RESULT)
      say_condition(self, study, (Condition)condition);
  say_line(self, risk_any_text(language, risk), NULL);
  if (study->results->has_calendar)
    say_line(self, risk_refused_text(language, study->results, risk), NULL);
  say_line(self, risk_luck_text(language, study->plan, risk), NULL);
  for (int i = 0; i < LINES_MAX; i++)
    gtk_widget_set_visible(gtk_widget_get_parent(self->line[i].text), i < self->used);
}

static void aub_chances_card_refresh(AubCard *card) {
  Language language = aub_card_get_language(card);
  Study study = aub_session_get_study(aub_card_get_session(card));
  gtk_widget_set_visible(GTK_WIDGET(card), study.risk != NULL);
  if (!study.risk)
    return;
  const RiskOfSample *told = risk_told(study.risk);
  g_autofree char *loss = risk_loss_text(language, study.risk);
  g_autofree char *detail = chance_detail(language, &told->loss, told->years);
  aub_card_set_title(card, loss);
  aub_card_set_subtitle(card, detail);
  say_lines(AUB_CHANCES_CARD(card), &study);
}

static void aub_chances_card_class_init(AubChancesCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_chances_card_refresh;
}

static void aub_chances_card_init(AubChancesCard *self) {
  GtkWidget *lines = gtk_box_new(GTK_ORIENTATION_VERTICAL, 10);
  for (int i = 0; i < LINES_MAX; i++) {
    Line *line = &self->line[i];
    GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    gtk_box_append(GTK_BOX(words), line->text = card_label_new(NULL, NULL));
    gtk_box_append(GTK_BOX(words), line->detail = card_label_new(NULL, "card-subtitle"));
    gtk_box_append(GTK_BOX(lines), words);
  }
  gtk_box_append(GTK_BOX(self), lines);
}

GtkWidget *aub_chances_card_new(AubSession *session, Language language) {
  AubChancesCard *self = g_object_new(AUB_TYPE_CHANCES_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  aub_card_add_explanation(AUB_CARD(self), explain);
  aub_card_refresh(AUB_CARD(self));
  return GTK_WIDGET(self);
}
