/* Room: page. Terms to ask for. Knows: GTK, session, words of terms. Must not know: how they were
 * found. */
#include "ui/page/terms-card.h"

#include "ui/widget/fit-line.h"
#include "ui/words/term-words.h"
#include "ui/words/typed-words.h"

typedef struct {
  GtkWidget *row, *text, *note, *apply, *copy;
  int ask_index;
} AskRow;

struct _AubTermsCard {
  AubCard parent_instance;
  AskRow ask[ASKS_MAX];
  GtkWidget *already, *others;
  GtkWidget *rider_fold, *rider, *reply_heading, *reply;
};

G_DEFINE_FINAL_TYPE(AubTermsCard, aub_terms_card, AUB_TYPE_CARD)

/* NULL while they are looked for. */
static const Asks *asks_of(const Study *study) {
  return decisions_has(study->decisions, DECIDE_ASKS) ? &study->decisions->asks : NULL;
}

static char *title_of(Language language, const Study *study, const Asks *asks) {
  if (!asks)
    return g_strdup(say(language, "Looking for terms that would change the verdict…"));
  const Ask *asked = terms_asked(study);
  if (asked) {
    g_autofree char *terms = terms_text(language, study->plan, asks, asked);
    return g_strdup_printf(say(language, "Ask for: %s"), terms);
  }
  if (!asks->is_needed || verdict_form_told(study) != VERDICT_NO)
    return g_strdup(say(language, "Nothing needs to be asked: your conditions hold as the contract "
                                  "stands"));
  return g_strdup_printf(say(language, "No change of the contract that we tried is enough: %s"),
                         condition_label(language, asks->hopeless));
}

static const char *subtitle_of(AubTermsCard *self, Language language, const Study *study) {
  AubSession *session = aub_card_get_session(AUB_CARD(self));
  if (asks_of(study) && !aub_session_is_part_decided(session, DECIDE_ASKS))
    return say(language, "What you see is from before your last change.");
  return terms_asked(study) ? say(language, "Without this in writing: no.") : NULL;
}

/* What the contract that says so comes to. */
static char *note_of(Language language, const Standing *standing) {
  g_autofree char *result = say_change_about(language, standing->result.mean_milli / 1000);
  if (!standing->condition[CONDITION_COST_PER_CLIENT_KEPT].applies || !standing->has_clients_kept)
    return g_strdup_printf(
        say(language, "On average in the simulated years: %s compared with no deal"), result);
  g_autofree char *cost = say_money_about(language, standing->cost_per_client_kept_cents);
  return g_strdup_printf(say(language, "On average in the simulated years: %1$s compared with no "
                                       "deal, %2$s per client kept"),
                         result, cost);
}

/* Keeps the place of the first while it is looked for. */
static void show_awaited(AubTermsCard *self, Language language) {
  AskRow *row = &self->ask[0];
  gtk_widget_set_visible(row->row, TRUE);
  gtk_label_set_text(GTK_LABEL(row->note), say(language, "It comes in a moment."));
  gtk_widget_set_sensitive(row->apply, FALSE);
  gtk_widget_set_sensitive(row->copy, FALSE);
}

static void show_ask(AubTermsCard *self, const Study *study, const Asks *asks, AskRow *row) {
  gboolean shown = terms_asked(study) && row->ask_index < asks->ask_count;
  gtk_widget_set_visible(row->row, shown);
  if (!shown)
    return;
  Language language = aub_card_get_language(AUB_CARD(self));
  const Ask *ask = &asks->ask[row->ask_index];
  g_autofree char *text = terms_text(language, study->plan, asks, ask);
  g_autofree char *note = note_of(language, &ask->standing);
  gtk_label_set_text(GTK_LABEL(row->text), text);
  /* Terms of the plan before would be written into the plan of now. */
  gboolean current = aub_session_is_part_decided(aub_card_get_session(AUB_CARD(self)), DECIDE_ASKS);
  gtk_widget_set_sensitive(row->apply, current);
  gtk_widget_set_sensitive(row->copy, current);
  gtk_label_set_text(GTK_LABEL(row->note), note);
  g_autofree char *apply =
      g_strdup_printf(say(language, "%1$s: %2$s"), say(language, "Write into the plan"), text);
  g_autofree char *copy =
      g_strdup_printf(say(language, "%1$s: %2$s"), say(language, "Try in a copy"), text);
  gtk_accessible_update_property(GTK_ACCESSIBLE(row->apply), GTK_ACCESSIBLE_PROPERTY_LABEL, apply,
                                 -1);
  gtk_accessible_update_property(GTK_ACCESSIBLE(row->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy,
                                 -1);
}

/* Takes the text. */
static gboolean show_text(GtkWidget *label, char *text) {
  g_autofree char *taken = text;
  gtk_widget_set_visible(label, taken != NULL);
  gtk_label_set_text(GTK_LABEL(label), taken ? taken : "");
  return taken != NULL;
}

static void aub_terms_card_refresh(AubCard *card) {
  AubTermsCard *self = AUB_TERMS_CARD(card);
  Language language = aub_card_get_language(card);
  Study study = aub_session_get_study(aub_card_get_session(card));
  const Asks *asks = asks_of(&study);
  g_autofree char *title = title_of(language, &study, asks);
  aub_card_set_title(card, title);
  aub_card_set_subtitle(card, subtitle_of(self, language, &study));
  for (int i = 0; i < ASKS_MAX; i++)
    show_ask(self, &study, asks, &self->ask[i]);
  if (!asks && study.risk)
    show_awaited(self, language);
  gtk_widget_set_visible(self->others, terms_asked(&study) && asks->ask_count > 1);
  show_text(self->already, terms_already_text(language, study.plan));
  gboolean has_rider = asks && show_text(self->rider, rider_text(language, &study));
  gtk_widget_set_visible(self->rider_fold, has_rider);
  gboolean has_reply = has_rider && show_text(self->reply, rider_reply_text(language, &study));
  gtk_widget_set_visible(self->reply_heading, has_reply);
}

/* --- what can be done ---------------------------------------------------------------------- */

static AubTermsCard *card_of(GtkWidget *widget) {
  return AUB_TERMS_CARD(gtk_widget_get_ancestor(widget, AUB_TYPE_TERMS_CARD));
}

/* The terms of a row, with the cap under them. */
static int terms_of_row(AubTermsCard *self, const AskRow *row, Term terms[ASK_TERMS_MAX + 1]) {
  Study study = aub_session_get_study(aub_card_get_session(AUB_CARD(self)));
  const Asks *asks = asks_of(&study);
  if (!asks || row->ask_index >= asks->ask_count)
    return 0;
  const Ask *ask = &asks->ask[row->ask_index];
  int count = 0;
  for (int i = 0; i < ask->term_count; i++)
    terms[count++] = ask->term[i];
  Term cap = {.kind = TERM_CAP, .amount = asks->cap.vouchers};
  if (row->ask_index == 0 && terms_have_cap(asks) && term_changes(&cap, study.plan) &&
      terms[0].kind != TERM_CAP)
    terms[count++] = cap;
  return count;
}

static void apply_cb(GtkWidget *button, AskRow *row) {
  AubTermsCard *self = card_of(button);
  Language language = aub_card_get_language(AUB_CARD(self));
  Term terms[ASK_TERMS_MAX + 1];
  int count = terms_of_row(self, row, terms);
  if (count > 0)
    terms_write(button, aub_card_get_session(AUB_CARD(self)), language, terms, count);
}

static void copy_cb(GtkWidget *button, AskRow *row) {
  AubTermsCard *self = card_of(button);
  Term terms[ASK_TERMS_MAX + 1];
  int count = terms_of_row(self, row, terms);
  if (count > 0)
    terms_try_in_copy(button, aub_card_get_session(AUB_CARD(self)),
                      aub_card_get_language(AUB_CARD(self)), terms, count);
}

/* What a plan that makes no sense must be rid of before. */
static gboolean tell_problem(GtkWidget *from, AubSession *session, Language language) {
  const Problems *problems = aub_session_get_problems(session);
  if (problems->blocking_count == 0)
    return FALSE;
  g_autofree char *first = typed_problem_text(language, &problems->problem[0]);
  g_autofree char *text = g_strdup_printf(say(language, "%1$s: %2$s"),
                                          typed_label(language, problems->problem[0].path), first);
  gtk_widget_activate_action(from, "win.say", "s", text);
  return TRUE;
}

void terms_write(GtkWidget *from, AubSession *session, Language language, const Term *terms,
                 int count) {
  if (tell_problem(from, session, language))
    return;
  aub_session_apply_terms(session, terms, count);
  gtk_widget_activate_action(from, "win.say", "s",
                             say(language, "Written into the plan; undo takes it back"));
}

/* The term is first in its name: names are cut where many stand side by side. */
void terms_try_in_copy(GtkWidget *from, AubSession *session, Language language, const Term *terms,
                       int count) {
  if (tell_problem(from, session, language))
    return;
  const Plan *plan = aub_session_get_plan(session);
  g_autofree char *term = term_text(language, plan, &terms[0]);
  g_autofree char *name =
      g_strdup_printf(say(language, "%1$s, %2$s"), term, say_name(language, plan->name));
  g_autofree Term *kept = g_memdup2(terms, sizeof *terms * (gsize)count);
  gint64 origin = aub_session_get_plan_id(session);
  g_autoptr(GError) error = NULL;
  if (!aub_session_duplicate_plan(session, name, &error)) {
    g_autofree char *text = error_text(language, error);
    gtk_widget_activate_action(from, "win.say", "s", text);
    return;
  }
  aub_session_apply_terms(session, kept, count);
  aub_session_set_offers(session, &origin, 1);
  gtk_widget_activate_action(from, "win.compare-deals", NULL);
  gtk_widget_activate_action(from, "win.say", "s",
                             say(language, "A copy with this term stands beside your deal"));
}

static void copy_rider(AubTermsCard *self, Language language) {
  Study study = aub_session_get_study(aub_card_get_session(AUB_CARD(self)));
  g_autofree char *text = rider_text(language, &study);
  if (!text)
    return;
  gdk_clipboard_set_text(gtk_widget_get_clipboard(GTK_WIDGET(self)), text);
  gtk_widget_activate_action(GTK_WIDGET(self), "win.say", "s",
                             say(aub_card_get_language(AUB_CARD(self)), "Rider copied"));
}

static void copy_english_cb(GtkWidget *button, AubTermsCard *self) {
  copy_rider(self, LANGUAGE_EN);
}

static void copy_french_cb(GtkWidget *button, AubTermsCard *self) {
  copy_rider(self, LANGUAGE_FR);
}

/* --- building ------------------------------------------------------------------------------ */

static GtkWidget *add_button(GtkWidget *line, const char *label, GCallback clicked, gpointer data) {
  GtkWidget *button = gtk_button_new_with_label(label);
  gtk_widget_add_css_class(button, "settle");
  g_signal_connect(button, "clicked", clicked, data);
  aub_fit_line_append(AUB_FIT_LINE(line), button);
  return button;
}

static GtkWidget *make_ask(Language language, AskRow *row) {
  row->row = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class(row->row, "ask-row");
  gtk_box_append(GTK_BOX(row->row), row->text = card_label_new(NULL, "question-text"));
  gtk_box_append(GTK_BOX(row->row), row->note = card_label_new(NULL, "card-subtitle"));
  GtkWidget *line = aub_fit_line_new();
  row->apply = add_button(line, say(language, "Write into the plan"), G_CALLBACK(apply_cb), row);
  row->copy = add_button(line, say(language, "Try in a copy"), G_CALLBACK(copy_cb), row);
  gtk_box_append(GTK_BOX(row->row), line);
  return row->row;
}

static GtkWidget *make_text(const char *name) {
  GtkWidget *label = card_label_new(NULL, "letter");
  gtk_label_set_selectable(GTK_LABEL(label), TRUE);
  gtk_accessible_update_property(GTK_ACCESSIBLE(label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return label;
}

static GtkWidget *make_rider(AubTermsCard *self, Language language) {
  GtkWidget *inside = gtk_box_new(GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = aub_fit_line_new();
  add_button(line, say(language, "Copy in English"), G_CALLBACK(copy_english_cb), self);
  add_button(line, say(language, "Copy in French"), G_CALLBACK(copy_french_cb), self);
  GtkWidget *pdf = gtk_button_new_with_label(say(language, "Save the rider as PDF…"));
  gtk_actionable_set_action_name(GTK_ACTIONABLE(pdf), "win.export-rider");
  gtk_widget_add_css_class(pdf, "settle");
  aub_fit_line_append(AUB_FIT_LINE(line), pdf);
  gtk_box_append(GTK_BOX(inside), line);
  gtk_box_append(GTK_BOX(inside), self->rider = make_text(say(language, "Contract rider")));
  self->reply_heading = card_label_new(say(language, "Your reply if they refuse"), "group-heading");
  gtk_box_append(GTK_BOX(inside), self->reply_heading);
  gtk_box_append(GTK_BOX(inside),
                 self->reply = make_text(say(language, "Your reply if they refuse")));
  GtkWidget *fold = card_fold_new(say(language, "Contract rider, to send to the site"));
  gtk_expander_set_child(GTK_EXPANDER(fold), inside);
  return fold;
}

static void aub_terms_card_class_init(AubTermsCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_terms_card_refresh;
}

static void aub_terms_card_init(AubTermsCard *self) {}

GtkWidget *aub_terms_card_new(AubSession *session, Language language) {
  AubTermsCard *self = g_object_new(AUB_TYPE_TERMS_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  for (int i = 0; i < ASKS_MAX; i++) {
    self->ask[i].ask_index = i;
    gtk_box_append(GTK_BOX(self), make_ask(language, &self->ask[i]));
    if (i > 0)
      continue;
    gtk_widget_set_visible(self->ask[0].text, FALSE); /* the card's title says it */
    gtk_box_append(GTK_BOX(self), self->rider_fold = make_rider(self, language));
    self->others = card_label_new(say(language, "Other ways to the same answer"), "group-heading");
    gtk_box_append(GTK_BOX(self), self->others);
  }
  gtk_box_append(GTK_BOX(self), self->already = card_label_new(NULL, "card-subtitle"));
  aub_card_refresh(AUB_CARD(self));
  return GTK_WIDGET(self);
}
