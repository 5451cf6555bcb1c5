/* Room: page. Reasons, facts and guesses behind the verdict. Knows: GTK, words of what is
 * decided. Must not know: how it was. */
#include "ui/page/verdict-card.h"

#include "ui/widget/fit-line.h"
#include "ui/words/decide-words.h"

#define GUESSES_SHOWN 3

/* A line of words; with a button, to a field. */
typedef struct {
  GtkWidget *row, *text, *button;
} Line;

struct _AubVerdictCard {
  AubCard parent_instance;
  Line reason[REASONS_MAX], fact[FACTS_MAX], guess[GUESSES_SHOWN];
  GtkWidget *reason_heading, *fact_heading, *guess_heading;
};

G_DEFINE_FINAL_TYPE(AubVerdictCard, aub_verdict_card, AUB_TYPE_CARD)

/* Takes the text; NULL: no such line. path: the field it leads to, NULL for none. */
static gboolean show_line(Language language, const Line *line, char *text, const char *path) {
  gtk_widget_set_visible(line->row, text != NULL);
  if (text)
    gtk_label_set_text(GTK_LABEL(line->text), text);
  if (line->button)
    gtk_widget_set_visible(line->button, path != NULL);
  if (line->button && path) {
    g_autofree char *name =
        g_strdup_printf(say(language, "Go to “%s”"), field_label(language, path));
    gtk_widget_set_tooltip_text(line->button, name);
    /* A fact and a guess may lead to the same field: the line tells them apart. */
    gtk_accessible_update_property(GTK_ACCESSIBLE(line->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                   gtk_label_get_text(GTK_LABEL(line->text)), -1);
    gtk_actionable_set_action_target(GTK_ACTIONABLE(line->button), "s", path);
  }
  gboolean shown = text != NULL;
  g_free(text);
  return shown;
}

static void show_reasons(AubVerdictCard *self, Language language, const Study *study) {
  gboolean any = FALSE;
  for (int i = 0; i < REASONS_MAX; i++)
    any |= show_line(language, &self->reason[i],
                     study->risk ? verdict_reason(language, study, i) : NULL, NULL);
  gtk_widget_set_visible(self->reason_heading, any);
}

/* Keeps the place of what is still looked for. */
static void show_awaited(AubVerdictCard *self, Language language, const Line *lines, int count) {
  for (int i = 0; i < count; i++)
    show_line(language, &lines[i], g_strdup(i == 0 ? say(language, "It comes in a moment.") : " "),
              NULL);
}

static gboolean is_awaited(AubVerdictCard *self, const Study *study, DecidePart part) {
  int done = 0, wanted = 0;
  aub_session_get_decide_progress(aub_card_get_session(AUB_CARD(self)), &done, &wanted);
  return done < wanted && !decisions_has(study->decisions, part);
}

static void show_facts(AubVerdictCard *self, Language language, const Study *study) {
  gboolean any = FALSE;
  int count =
      decisions_has(study->decisions, DECIDE_FACTS) ? study->decisions->facts.fact_count : 0;
  for (int i = 0; i < FACTS_MAX; i++) {
    const Fact *fact = i < count ? &study->decisions->facts.fact[i] : NULL;
    any |= show_line(language, &self->fact[i], fact ? fact_text(language, study->plan, fact) : NULL,
                     fact ? fact->path : NULL);
  }
  gboolean awaited = is_awaited(self, study, DECIDE_FACTS);
  if (awaited)
    show_awaited(self, language, self->fact, 1);
  gtk_widget_set_visible(self->fact_heading, any || awaited);
}

static void show_guesses(AubVerdictCard *self, Language language, const Study *study) {
  gboolean any = FALSE;
  gboolean ready = decisions_has(study->decisions, DECIDE_TORNADO);
  for (int i = 0; i < GUESSES_SHOWN; i++) {
    int bar = ready ? guess_bar(study, i) : -1;
    any |= show_line(language, &self->guess[i], bar >= 0 ? guess_text(language, study, bar) : NULL,
                     bar >= 0 ? study->decisions->tornado.bar[bar].path : NULL);
  }
  gboolean awaited = is_awaited(self, study, DECIDE_TORNADO);
  if (awaited)
    show_awaited(self, language, self->guess, GUESSES_SHOWN);
  gtk_widget_set_visible(self->guess_heading, any || awaited);
}

/* Keeps its line: the page must not jump with every edit. */
static void show_progress(AubVerdictCard *self, Language language) {
  int done = 0, wanted = 0;
  aub_session_get_decide_progress(aub_card_get_session(AUB_CARD(self)), &done, &wanted);
  g_autofree char *done_text = say_number(language, done);
  g_autofree char *wanted_text = say_number(language, wanted);
  g_autofree char *text =
      g_strdup_printf(say(language, "Weighing the contract: %1$s of %2$s"), done_text, wanted_text);
  aub_card_set_subtitle(AUB_CARD(self), done < wanted ? text
                                        : wanted == 0 ? NULL
                                                      : say(language, "The contract is weighed."));
}

static void aub_verdict_card_refresh(AubCard *card) {
  AubVerdictCard *self = AUB_VERDICT_CARD(card);
  Language language = aub_card_get_language(card);
  Study study = aub_session_get_study(aub_card_get_session(card));
  show_progress(self, language);
  show_reasons(self, language, &study);
  show_facts(self, language, &study);
  show_guesses(self, language, &study);
}

static GtkWidget *add_heading(AubVerdictCard *self, const char *text) {
  GtkWidget *heading = card_label_new(text, "group-heading");
  gtk_box_append(GTK_BOX(self), heading);
  return heading;
}

static void add_lines(AubVerdictCard *self, Line *lines, int count, gboolean leads) {
  Language language = aub_card_get_language(AUB_CARD(self));
  for (int i = 0; i < count; i++) {
    Line *line = &lines[i];
    line->row = aub_fit_line_new();
    aub_fit_line_append(AUB_FIT_LINE(line->row), line->text = card_label_new(NULL, NULL));
    gtk_widget_set_hexpand(line->text, TRUE);
    if (leads) {
      line->button = gtk_button_new_with_label(say(language, "Change"));
      gtk_widget_set_valign(line->button, GTK_ALIGN_START);
      gtk_widget_add_css_class(line->button, "settle");
      gtk_widget_add_css_class(line->button, "flat");
      gtk_actionable_set_action_target(GTK_ACTIONABLE(line->button), "s", "");
      gtk_actionable_set_action_name(GTK_ACTIONABLE(line->button), "win.show-field");
      aub_fit_line_append(AUB_FIT_LINE(line->row), line->button);
    }
    gtk_box_append(GTK_BOX(self), line->row);
  }
}

static void aub_verdict_card_class_init(AubVerdictCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_verdict_card_refresh;
}

static void aub_verdict_card_init(AubVerdictCard *self) {}

GtkWidget *aub_verdict_card_new(AubSession *session, Language language) {
  AubVerdictCard *self = g_object_new(AUB_TYPE_VERDICT_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  aub_card_set_title(AUB_CARD(self), say(language, "Why this verdict"));
  self->reason_heading = add_heading(self, say(language, "Three reasons"));
  add_lines(self, self->reason, REASONS_MAX, FALSE);
  self->fact_heading = add_heading(self, say(language, "What must be true"));
  add_lines(self, self->fact, FACTS_MAX, TRUE);
  self->guess_heading = add_heading(self, say(language, "Three guesses matter most"));
  add_lines(self, self->guess, GUESSES_SHOWN, TRUE);
  aub_card_refresh(AUB_CARD(self));
  return GTK_WIDGET(self);
}
