/* Room: page. The quota of each weekday. Knows: GTK, session, charts. Must not know: how a quota
 * is found. */
#include "ui/page/quota-card.h"

#include "ui/page/chart-card.h"
#include "ui/widget/fit-line.h"
#include "ui/page/terms-card.h"

struct _AubQuotaCard {
  AubCard parent_instance;
  GtkWidget *chart, *before, *after;
};

G_DEFINE_FINAL_TYPE(AubQuotaCard, aub_quota_card, AUB_TYPE_CARD)

static const Quota *quota_of(AubCard *card) {
  const Decisions *decisions = aub_session_get_study(aub_card_get_session(card)).decisions;
  return decisions_has(decisions, DECIDE_QUOTA) ? &decisions->quota : NULL;
}

static void apply(AubQuotaCard *self, QuotaTried which) {
  const Quota *quota = quota_of(AUB_CARD(self));
  if (!quota)
    return;
  Term term = quota_term(quota, which);
  terms_write(GTK_WIDGET(self), aub_card_get_session(AUB_CARD(self)),
              aub_card_get_language(AUB_CARD(self)), &term, 1);
}

static void before_cb(AubQuotaCard *self) {
  apply(self, QUOTA_BEFORE);
}

static void after_cb(AubQuotaCard *self) {
  apply(self, QUOTA_ONCE_SOLD);
}

static void aub_quota_card_refresh(AubCard *card) {
  AubQuotaCard *self = AUB_QUOTA_CARD(card);
  Study study = aub_session_get_study(aub_card_get_session(card));
  const Quota *quota = quota_of(card);
  gtk_widget_set_visible(GTK_WIDGET(card), study.results->has_calendar);
  if (!study.results->has_calendar)
    return;
  g_autofree char *title = chart_finding(CHART_QUOTA, aub_card_get_language(card), &study);
  aub_card_set_title(card, title);
  aub_card_refresh(AUB_CARD(self->chart));
  Term before = quota ? quota_term(quota, QUOTA_BEFORE) : (Term){0},
       after = quota ? quota_term(quota, QUOTA_ONCE_SOLD) : (Term){0};
  /* Quotas of the plan before would be written into the plan of now. */
  gboolean current = quota && aub_session_is_part_decided(aub_card_get_session(card), DECIDE_QUOTA);
  gtk_widget_set_sensitive(self->before, current && term_changes(&before, study.plan));
  gtk_widget_set_sensitive(self->after, current && term_changes(&after, study.plan));
}

static GtkWidget *add_button(AubQuotaCard *self, GtkWidget *line, const char *label,
                             GCallback clicked) {
  GtkWidget *button = gtk_button_new_with_label(label);
  gtk_widget_add_css_class(button, "settle");
  g_signal_connect_swapped(button, "clicked", clicked, self);
  aub_fit_line_append(AUB_FIT_LINE(line), button);
  return button;
}

static void aub_quota_card_class_init(AubQuotaCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_quota_card_refresh;
}

static void aub_quota_card_init(AubQuotaCard *self) {}

GtkWidget *aub_quota_card_new(AubSession *session, Language language) {
  AubQuotaCard *self = g_object_new(AUB_TYPE_QUOTA_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  self->chart = aub_chart_card_new(session, language, CHART_QUOTA);
  aub_chart_card_set_inside(AUB_CHART_CARD(self->chart));
  gtk_box_append(GTK_BOX(self), self->chart);
  GtkWidget *line = aub_fit_line_new();
  self->before =
      add_button(self, line, say(language, "Write into the contract"), G_CALLBACK(before_cb));
  self->after = add_button(self, line, say(language, "Use once sold"), G_CALLBACK(after_cb));
  gtk_box_append(GTK_BOX(self), line);
  aub_card_refresh(AUB_CARD(self));
  return GTK_WIDGET(self);
}
