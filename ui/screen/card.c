/* Room: screen. The base of all cards. Knows: GTK, session. Must not know: what a card shows. */
#include "ui/screen/card.h"

typedef struct {
  AubSession *session;
  Language language;
  GtkWidget *head, *title, *subtitle;
} AubCardPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE(AubCard, aub_card, GTK_TYPE_BOX)

static AubCardPrivate *private_of(AubCard *self) {
  return aub_card_get_instance_private(self);
}

GtkWidget *card_label_new(const char *text, const char *style) {
  GtkWidget *label = gtk_label_new(text);
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_label_set_wrap(GTK_LABEL(label), TRUE);
  gtk_label_set_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class(label, style);
  return label;
}

void aub_card_set_up(AubCard *self, AubSession *session, Language language) {
  private_of(self)->session = g_object_ref(session);
  private_of(self)->language = language;
}

void aub_card_refresh(AubCard *self) {
  g_return_if_fail(AUB_IS_CARD(self));
  AUB_CARD_GET_CLASS(self)->refresh(self);
}

AubSession *aub_card_get_session(AubCard *self) {
  return private_of(self)->session;
}

Language aub_card_get_language(AubCard *self) {
  return private_of(self)->language;
}

static void show_text(GtkWidget *label, const char *text) {
  gtk_label_set_text(GTK_LABEL(label), text ? text : "");
  gtk_widget_set_visible(label, text != NULL && *text);
}

void aub_card_set_title(AubCard *self, const char *title) {
  show_text(private_of(self)->title, title);
}

void aub_card_set_subtitle(AubCard *self, const char *subtitle) {
  show_text(private_of(self)->subtitle, subtitle);
}

void aub_card_add_button(AubCard *self, GtkWidget *button) {
  gtk_widget_set_valign(button, GTK_ALIGN_START);
  gtk_box_append(GTK_BOX(private_of(self)->head), button);
}

void aub_card_add_below_title(AubCard *self, GtkWidget *widget) {
  gtk_box_insert_child_after(GTK_BOX(self), widget, private_of(self)->head);
}

static void aub_card_finalize(GObject *object) {
  g_clear_object(&private_of(AUB_CARD(object))->session);
  G_OBJECT_CLASS(aub_card_parent_class)->finalize(object);
}

static void aub_card_class_init(AubCardClass *class) {
  G_OBJECT_CLASS(class)->finalize = aub_card_finalize;
}

static void aub_card_init(AubCard *self) {
  AubCardPrivate *private = private_of(self);
  gtk_orientable_set_orientation(GTK_ORIENTABLE(self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing(GTK_BOX(self), 8);
  gtk_widget_add_css_class(GTK_WIDGET(self), "card");
  gtk_widget_add_css_class(GTK_WIDGET(self), "page-card");
  GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand(words, TRUE);
  private->title = card_label_new(NULL, "card-title");
  private->subtitle = card_label_new(NULL, "card-subtitle");
  gtk_widget_set_visible(private->subtitle, FALSE);
  gtk_box_append(GTK_BOX(words), private->title);
  gtk_box_append(GTK_BOX(words), private->subtitle);
  private->head = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_append(GTK_BOX(private->head), words);
  gtk_box_append(GTK_BOX(self), private->head);
}
