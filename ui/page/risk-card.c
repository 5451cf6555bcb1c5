/* Room: page. The progress of the simulated years. Knows: GTK, session. Must not know: what they
 * say. */
#include "ui/page/risk-card.h"

#include "ui/words/risk-words.h"

struct _AubRiskCard {
  AubCard parent_instance;
  GtkWidget *bar, *note;
};

G_DEFINE_FINAL_TYPE(AubRiskCard, aub_risk_card, AUB_TYPE_CARD)

static char *count_text(AubCard *card, int done, int wanted) {
  Language language = aub_card_get_language(card);
  Study study = aub_session_get_study(aub_card_get_session(card));
  if (done >= wanted)
    return study.risk ? risk_details_text(language, study.risk) : NULL;
  g_autofree char *done_text = say_number(language, done);
  g_autofree char *wanted_text = say_number(language, wanted);
  g_autofree char *count =
      g_strdup_printf(say(language, "Simulating years: %s of %s"), done_text, wanted_text);
  if (!study.risk || aub_session_is_risk_current(aub_card_get_session(card)))
    return g_steal_pointer(&count);
  return g_strconcat(count, ". ", say(language, "What you see is from before your last change."),
                     NULL);
}

/* The bar keeps its place, and what is said of old years is on the line of the count: the page must
 * not jump with every edit. */
static void aub_risk_card_refresh(AubCard *card) {
  AubRiskCard *self = AUB_RISK_CARD(card);
  int done = 0, wanted = 0;
  aub_session_get_risk_progress(aub_card_get_session(card), &done, &wanted);
  g_autofree char *text = count_text(card, done, wanted);
  aub_card_set_subtitle(card, text);
  gtk_widget_set_opacity(self->bar, done < wanted ? 1 : 0);
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(self->bar),
                                wanted > 0 ? (double)done / wanted : 0);
  const Results *results = aub_session_get_results(aub_card_get_session(card));
  gtk_widget_set_visible(self->note, !results->has_calendar);
}

static void aub_risk_card_class_init(AubRiskCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_risk_card_refresh;
}

static void aub_risk_card_init(AubRiskCard *self) {
  gtk_box_append(GTK_BOX(self), self->bar = gtk_progress_bar_new());
}

GtkWidget *aub_risk_card_new(AubSession *session, Language language) {
  AubRiskCard *self = g_object_new(AUB_TYPE_RISK_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  const char *label = say(language, "Simulated years done");
  const char *note = say(language, "Without rooms there is no calendar, so nobody is refused in "
                                   "these years: only the money of the deal varies.");
  gtk_box_append(GTK_BOX(self), self->note = card_label_new(note, NULL));
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                 -1);
  g_signal_connect_object(session, "risk-changed", G_CALLBACK(aub_card_refresh), self,
                          G_CONNECT_SWAPPED);
  aub_card_refresh(AUB_CARD(self));
  return GTK_WIDGET(self);
}
