/* Room: widget. The base of all cards. Knows: GTK, session. Must not know: what a card shows. */
#include "ui/widget/card.h"

#include <string.h>

#include "ui/widget/explanation.h"

typedef struct {
  AubSession *session;
  Language language;
  GtkWidget *title, *subtitle;
  GtkWidget *tools;   /* the line of buttons, a GtkCenterBox; NULL: none */
  GtkWidget *explain; /* at its start; NULL: none */
  GtkWidget *buttons; /* at its end; NULL: none */
  CardExplainer explainer;
} AubCardPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE(AubCard, aub_card, GTK_TYPE_BOX)

static AubCardPrivate *private_of(AubCard *self) {
  return aub_card_get_instance_private(self);
}

/* As long as nearly any word; twice as large it still fits the narrowest window. */
#define WORD_LETTERS_MAX 18
/* A short text is as narrow as it is asked to be; it costs little. */
#define LONG_LETTERS 60

/* To break words where they do not fit, GTK measures a text letter by letter, which takes most of
 * the time of a page's layout. A long text without a long word has no need of it. */
static PangoWrapMode wrap_mode_of(const char *text) {
  int letters = 0, of_word = 0;
  for (const char *at = text; *at; at = g_utf8_next_char(at)) {
    of_word = *at == ' ' || *at == '\n' ? 0 : of_word + 1;
    if (of_word > WORD_LETTERS_MAX)
      return PANGO_WRAP_WORD_CHAR;
    letters++;
  }
  return letters < LONG_LETTERS ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD;
}

/* A line does not end between the sign of an amount and the amount ("-$10", "+$10"). */
static void fit_text_cb(GtkLabel *label, GParamSpec *spec, gpointer data) {
  const char *text = gtk_label_get_text(label);
  gtk_label_set_wrap_mode(label, wrap_mode_of(text));
  PangoAttrList *attributes = NULL;
  for (const char *dollar = strchr(text, '$'); dollar; dollar = strchr(dollar + 1, '$')) {
    if (dollar == text || !strchr("+-", dollar[-1]))
      continue;
    PangoAttribute *together = pango_attr_allow_breaks_new(FALSE);
    together->start_index = (guint)(dollar - text) - 1;
    together->end_index = together->start_index + 2;
    if (!attributes)
      attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, together);
  }
  gtk_label_set_attributes(label, attributes);
  g_clear_pointer(&attributes, pango_attr_list_unref);
}

GtkWidget *card_label_new(const char *text, const char *style) {
  GtkWidget *label = gtk_label_new(text);
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_label_set_wrap(GTK_LABEL(label), TRUE);
  if (style)
    gtk_widget_add_css_class(label, style);
  fit_text_cb(GTK_LABEL(label), NULL, NULL);
  g_signal_connect(label, "notify::label", G_CALLBACK(fit_text_cb), NULL);
  return label;
}

GtkWidget *card_label_add(GtkWidget *box, const char *style) {
  GtkWidget *label = card_label_new(NULL, style);
  gtk_box_append(GTK_BOX(box), label);
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
  AubCardPrivate *private = private_of(self);
  show_text(private->title, title);
  if (title)
    aub_card_name_explanation(self, title);
}

void aub_card_name_explanation(AubCard *self, const char *about) {
  AubCardPrivate *private = private_of(self);
  if (private->explain)
    gtk_accessible_update_property(GTK_ACCESSIBLE(private->explain),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
}

void aub_card_set_subtitle(AubCard *self, const char *subtitle) {
  show_text(private_of(self)->subtitle, subtitle);
}

static GtkCenterBox *tools_of(AubCard *self) {
  AubCardPrivate *private = private_of(self);
  if (!private->tools) {
    private->tools = gtk_center_box_new();
    gtk_widget_add_css_class(private->tools, "tools");
    aub_card_add_below_title(self, private->tools);
  }
  return GTK_CENTER_BOX(private->tools);
}

void aub_card_add_button(AubCard *self, GtkWidget *button) {
  AubCardPrivate *private = private_of(self);
  if (!private->buttons) {
    private->buttons = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
    gtk_center_box_set_end_widget(tools_of(self), private->buttons);
  }
  gtk_widget_add_css_class(button, "flat");
  gtk_box_append(GTK_BOX(private->buttons), button);
}

void aub_card_show_tools(AubCard *self, gboolean shown) {
  gtk_widget_set_visible(GTK_WIDGET(tools_of(self)), shown);
}

void aub_card_add_below_title(AubCard *self, GtkWidget *widget) {
  GtkWidget *words = gtk_widget_get_parent(private_of(self)->title);
  gtk_box_insert_child_after(GTK_BOX(self), widget, words);
}

static void explanation_shown_cb(GtkWidget *explanation, AubCard *self) {
  g_autofree char *text = private_of(self)->explainer(self);
  explanation_set_text(explanation, text);
}

void aub_card_add_explanation(AubCard *self, CardExplainer explain) {
  AubCardPrivate *private = private_of(self);
  private->explainer = explain;
  GtkWidget *explanation = explanation_new(private->language);
  g_signal_connect_object(explanation, "show", G_CALLBACK(explanation_shown_cb), self, 0);
  private->explain = gtk_menu_button_new();
  const char *label = say(private->language, "How is this computed?");
  gtk_menu_button_set_label(GTK_MENU_BUTTON(private->explain), label);
  gtk_accessible_update_property(GTK_ACCESSIBLE(private->explain), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                 label, -1);
  gtk_menu_button_set_popover(GTK_MENU_BUTTON(private->explain), explanation);
  gtk_widget_add_css_class(private->explain, "flat");
  gtk_center_box_set_start_widget(tools_of(self), private->explain);
}

void aub_card_pop_explanation(AubCard *self) {
  if (private_of(self)->explain)
    gtk_menu_button_popup(GTK_MENU_BUTTON(private_of(self)->explain));
}

GtkWidget *card_fold_new(const char *label) {
  GtkWidget *expander = gtk_expander_new(label);
  gtk_label_set_wrap(GTK_LABEL(gtk_expander_get_label_widget(GTK_EXPANDER(expander))), TRUE);
  gtk_widget_add_css_class(expander, "fold");
  gtk_accessible_update_property(GTK_ACCESSIBLE(expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                 -1);
  return expander;
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
  private->title = card_label_new(NULL, "card-title");
  private->subtitle = card_label_new(NULL, "card-subtitle");
  show_text(private->title, NULL);
  show_text(private->subtitle, NULL);
  GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append(GTK_BOX(words), private->title);
  gtk_box_append(GTK_BOX(words), private->subtitle);
  gtk_box_append(GTK_BOX(self), words);
}
