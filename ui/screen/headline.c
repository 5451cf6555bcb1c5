/* Room: screen. The verdict card and the five figures. Knows: GTK, session, words. */
#include "ui/screen/headline.h"

#include "ui/screen/card.h"
#include "ui/screen/explanation.h"
#include "ui/screen/sideways.h"
#include "ui/screen/width-first.h"

typedef struct {
  GtkWidget *button, *label, *value, *note, *explanation;
} FigureCard;

struct _AubHeadline {
  GtkWidget parent_instance;
  AubSession *session;
  Language language;
  GtkWidget *badge, *title, *reasons, *basis, *stale, *verdict_card;
  gboolean narrow;
  guint tick; /* 0: all there is is shown */
  FigureCard card[FIGURE_COUNT];
};

G_DEFINE_FINAL_TYPE(AubHeadline, aub_headline, GTK_TYPE_WIDGET)

static GtkWidget *add_label(GtkWidget *box, const char *style) {
  GtkWidget *label = card_label_new(NULL, style);
  gtk_box_append(GTK_BOX(box), label);
  return label;
}

static GtkWidget *make_verdict(AubHeadline *self) {
  GtkWidget *card = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 14);
  gtk_widget_add_css_class(card, "card");
  gtk_widget_add_css_class(card, "verdict");
  self->badge = gtk_label_new(NULL);
  gtk_widget_add_css_class(self->badge, "badge");
  gtk_widget_set_valign(self->badge, GTK_ALIGN_CENTER);
  gtk_box_append(GTK_BOX(card), self->badge);
  GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand(words, TRUE);
  self->title = add_label(words, "verdict-title");
  self->reasons = add_label(words, "verdict-reasons");
  self->basis = add_label(words, "verdict-basis");
  /* Else GTK 4.8 finds some of these texts wider in a high place than in any. */
  GtkWidget *const texts[] = {self->title, self->reasons, self->basis};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    gtk_label_set_natural_wrap_mode(GTK_LABEL(texts[i]), GTK_NATURAL_WRAP_NONE);
  self->stale = add_label(words, "verdict-stale");
  gtk_widget_set_visible(self->stale, FALSE);
  gtk_box_append(GTK_BOX(card), width_first_new(words));
  return card;
}

static void make_card(AubHeadline *self, FigureCard *card) {
  GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand(words, TRUE);
  card->label = add_label(words, "figure-label");
  card->value = add_label(words, "figure-value");
  gtk_label_set_wrap(GTK_LABEL(card->value), FALSE);
  card->note = add_label(words, "figure-note");
  gtk_label_set_yalign(GTK_LABEL(card->label), 1);
  gtk_label_set_yalign(GTK_LABEL(card->note), 0);

  card->explanation = explanation_new(self->language);
  card->button = gtk_menu_button_new();
  GtkWidget *child = width_first_new(words);
  gtk_menu_button_set_child(GTK_MENU_BUTTON(card->button), child);
  /* The menu button centres its child; a card reads from the left. */
  gtk_widget_set_halign(gtk_widget_get_parent(child), GTK_ALIGN_FILL);
  gtk_menu_button_set_popover(GTK_MENU_BUTTON(card->button), card->explanation);
  gtk_widget_add_css_class(card->button, "figure");
  gtk_widget_set_hexpand(card->button, TRUE);
  gtk_widget_set_tooltip_text(card->button, say(self->language, "How is this computed?"));
}

static void show_stale(AubHeadline *self) {
  const Problems *problems = aub_session_get_problems(self->session);
  gtk_widget_set_visible(self->stale, problems->blocking_count > 0);
  if (!problems->blocking_count)
    return;
  g_autofree char *first = problem_text(self->language, &problems->problem[0]);
  g_autofree char *text =
      g_strdup_printf(say(self->language, "These figures are from before your last change. %s: %s"),
                      field_label(self->language, problems->problem[0].path), first);
  gtk_label_set_text(GTK_LABEL(self->stale), text);
}

/* Where there is room for few words the whole sentence is a touch or a screen reader away. */
static void show_title(AubHeadline *self, const Study *study) {
  g_autofree char *title = verdict_title(self->language, study);
  g_autofree char *brief = self->narrow ? verdict_title_short(self->language, study) : NULL;
  gtk_label_set_text(GTK_LABEL(self->title), brief ? brief : title);
  gtk_widget_set_tooltip_text(self->title, brief ? title : NULL);
}

void aub_headline_refresh(AubHeadline *self) {
  const Study study = aub_session_get_study(self->session);
  g_autofree char *reasons = verdict_reasons(self->language, &study);
  g_autofree char *basis = verdict_basis(self->language, &study);
  VerdictForm form = verdict_form_told(&study);
  gtk_label_set_text(GTK_LABEL(self->badge), verdict_badge(self->language, &study));
  show_title(self, &study);
  gtk_label_set_text(GTK_LABEL(self->reasons), reasons);
  gtk_label_set_text(GTK_LABEL(self->basis), basis);
  for (VerdictForm each = 0; each < VERDICT_COUNT; each++)
    if (each == form)
      gtk_widget_add_css_class(self->verdict_card, verdict_form_name(each));
    else
      gtk_widget_remove_css_class(self->verdict_card, verdict_form_name(each));
  for (int i = 0; i < FIGURE_COUNT; i++) {
    FigureCard *card = &self->card[i];
    Figure figure = {0};
    figure_fill(self->language, &study, i, &figure);
    gtk_label_set_text(GTK_LABEL(card->label), figure.label);
    gtk_label_set_text(GTK_LABEL(card->value), figure.value);
    gtk_label_set_text(GTK_LABEL(card->note), figure.note);
    g_autofree char *name =
        g_strdup_printf(say(self->language, "%1$s: %2$s"), figure.label, figure.value);
    gtk_accessible_update_property(GTK_ACCESSIBLE(card->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, figure.note, -1);
    g_autofree char *explanation = explain_figure(self->language, &study, i);
    explanation_set_text(card->explanation, explanation);
    figure_clear(&figure);
  }
  show_stale(self);
}

static gboolean refresh_cb(GtkWidget *widget, GdkFrameClock *clock, gpointer data) {
  AubHeadline *self = AUB_HEADLINE(widget);
  self->tick = 0;
  aub_headline_refresh(self);
  return G_SOURCE_REMOVE;
}

/* What comes by itself is shown with the next frame, however much of it comes until then. */
static void more_cb(AubHeadline *self) {
  if (!self->tick)
    self->tick = gtk_widget_add_tick_callback(GTK_WIDGET(self), refresh_cb, NULL, NULL);
}

void aub_headline_set_compact(AubHeadline *self, gboolean compact) {
  gtk_widget_set_visible(self->reasons, !compact);
  gtk_widget_set_visible(self->basis, !compact);
  if (compact)
    gtk_widget_add_css_class(GTK_WIDGET(self), "compact");
  else
    gtk_widget_remove_css_class(GTK_WIDGET(self), "compact");
}

void aub_headline_set_narrow(AubHeadline *self, gboolean narrow) {
  Study study = aub_session_get_study(self->session);
  self->narrow = narrow;
  show_title(self, &study);
}

static void aub_headline_dispose(GObject *object) {
  AubHeadline *self = AUB_HEADLINE(object);
  GtkWidget *child = NULL;
  while ((child = gtk_widget_get_first_child(GTK_WIDGET(self))))
    gtk_widget_unparent(child);
  g_clear_object(&self->session);
  G_OBJECT_CLASS(aub_headline_parent_class)->dispose(object);
}

static void aub_headline_class_init(AubHeadlineClass *class) {
  G_OBJECT_CLASS(class)->dispose = aub_headline_dispose;
  gtk_widget_class_set_layout_manager_type(GTK_WIDGET_CLASS(class), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name(GTK_WIDGET_CLASS(class), "headline");
}

static void aub_headline_init(AubHeadline *self) {
  GtkLayoutManager *layout = gtk_widget_get_layout_manager(GTK_WIDGET(self));
  gtk_orientable_set_orientation(GTK_ORIENTABLE(layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing(GTK_BOX_LAYOUT(layout), 12);
}

GtkWidget *aub_headline_new(AubSession *session, Language language) {
  AubHeadline *self = g_object_new(AUB_TYPE_HEADLINE, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  self->verdict_card = make_verdict(self);
  gtk_widget_set_parent(self->verdict_card, GTK_WIDGET(self));

  /* Narrow windows show as many figures as fit; the others are a swipe or a Tab away. */
  GtkWidget *strip = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous(GTK_BOX(strip), TRUE);
  for (int i = 0; i < FIGURE_COUNT; i++) {
    make_card(self, &self->card[i]);
    gtk_box_append(GTK_BOX(strip), self->card[i].button);
  }
  GtkWidget *figures = aub_sideways_new(FALSE);
  aub_sideways_set_child(AUB_SIDEWAYS(figures), strip);
  gtk_widget_set_parent(figures, GTK_WIDGET(self));
  g_signal_connect_object(session, "risk-changed", G_CALLBACK(more_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object(session, "decisions-changed", G_CALLBACK(more_cb), self,
                          G_CONNECT_SWAPPED);
  aub_headline_refresh(self);
  return GTK_WIDGET(self);
}
