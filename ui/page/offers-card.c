/* Room: page. Which deals stand side by side. Knows: GTK, session, charts, tables. Must not know:
 * how they are compared. */
#include "ui/page/offers-card.h"

#include "ui/page/chart-card.h"
#include "ui/widget/table-grid.h"
#include "ui/table/table-decide.h"

struct _AubOffersCard {
  AubCard parent_instance;
  GtkWidget *choices, *none, *chart, *grid, *note, *pdf;
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE(AubOffersCard, aub_offers_card, AUB_TYPE_CARD)

static gint64 id_of(GtkWidget *choice) {
  return *(gint64 *)g_object_get_data(G_OBJECT(choice), "id");
}

/* A long one wraps. */
static const char *name_of(GtkWidget *choice) {
  return gtk_label_get_text(GTK_LABEL(gtk_check_button_get_child(GTK_CHECK_BUTTON(choice))));
}

static gboolean is_compared(AubSession *session, gint64 id) {
  gint64 ids[OFFERS_MAX - 1];
  int count = aub_session_get_offers(session, ids);
  for (int i = 0; i < count; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

static void toggled_cb(GtkCheckButton *button, AubOffersCard *self) {
  gint64 ids[OFFERS_MAX - 1];
  int count = 0;
  if (self->refreshing)
    return;
  for (GtkWidget *each = gtk_widget_get_first_child(self->choices); each;
       each = gtk_widget_get_next_sibling(each))
    if (gtk_check_button_get_active(GTK_CHECK_BUTTON(each)) && count < OFFERS_MAX - 1)
      ids[count++] = id_of(each);
  aub_session_set_offers(aub_card_get_session(AUB_CARD(self)), ids, count);
}

static void add_choice(AubOffersCard *self, const WorkspacePlan *plan) {
  AubCard *card = AUB_CARD(self);
  const char *name = say_name(aub_card_get_language(card), plan->name);
  GtkWidget *button = gtk_check_button_new();
  gtk_check_button_set_child(GTK_CHECK_BUTTON(button), card_label_new(name, NULL));
  gtk_accessible_update_property(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full(G_OBJECT(button), "id", g_memdup2(&plan->id, sizeof plan->id), g_free);
  g_signal_connect(button, "toggled", G_CALLBACK(toggled_cb), self);
  gtk_box_append(GTK_BOX(self->choices), button);
}

static gboolean is_listed(AubOffersCard *self, GArray *plans, gint64 current_id) {
  GtkWidget *each = gtk_widget_get_first_child(self->choices);
  for (guint i = 0; i < plans->len; i++) {
    const WorkspacePlan *plan = &g_array_index(plans, WorkspacePlan, i);
    if (plan->id == current_id)
      continue;
    const char *name = say_name(aub_card_get_language(AUB_CARD(self)), plan->name);
    if (!each || id_of(each) != plan->id || g_strcmp0(name_of(each), name) != 0)
      return FALSE;
    each = gtk_widget_get_next_sibling(each);
  }
  return each == NULL;
}

/* Made anew only when the deals are others: the keys stay where they are. */
static void show_choices(AubOffersCard *self) {
  AubSession *session = aub_card_get_session(AUB_CARD(self));
  gint64 current_id = aub_session_get_plan_id(session);
  g_autoptr(GArray) plans = aub_session_list_plans(session);
  self->refreshing = TRUE;
  if (plans && !is_listed(self, plans, current_id)) {
    GtkWidget *child = NULL;
    while ((child = gtk_widget_get_first_child(self->choices)))
      gtk_box_remove(GTK_BOX(self->choices), child);
    for (guint i = 0; i < plans->len; i++)
      if (g_array_index(plans, WorkspacePlan, i).id != current_id)
        add_choice(self, &g_array_index(plans, WorkspacePlan, i));
  }
  gint64 ids[OFFERS_MAX - 1];
  gboolean is_full = aub_session_get_offers(session, ids) == OFFERS_MAX - 1;
  for (GtkWidget *each = gtk_widget_get_first_child(self->choices); each;
       each = gtk_widget_get_next_sibling(each)) {
    gboolean compared = is_compared(session, id_of(each));
    gtk_check_button_set_active(GTK_CHECK_BUTTON(each), compared);
    gtk_widget_set_sensitive(each, compared || !is_full);
  }
  self->refreshing = FALSE;
  gtk_widget_set_visible(self->none, gtk_widget_get_first_child(self->choices) == NULL);
}

static gboolean has_chosen(AubOffersCard *self) {
  for (GtkWidget *each = gtk_widget_get_first_child(self->choices); each;
       each = gtk_widget_get_next_sibling(each))
    if (gtk_check_button_get_active(GTK_CHECK_BUTTON(each)))
      return TRUE;
  return FALSE;
}

static void aub_offers_card_refresh(AubCard *card) {
  AubOffersCard *self = AUB_OFFERS_CARD(card);
  Language language = aub_card_get_language(card);
  Study study = aub_session_get_study(aub_card_get_session(card));
  show_choices(self);
  gboolean is_asked = has_chosen(self);
  gboolean compared = study.offers != NULL;
  g_autofree char *finding = compared ? chart_finding(CHART_OFFERS, language, &study) : NULL;
  aub_card_set_title(card, finding);
  aub_card_set_subtitle(card, say(language, "Up to three others beside this one, in the same "
                                            "simulated years."));
  gtk_widget_set_visible(self->grid, compared);
  gtk_widget_set_visible(self->note, compared);
  gtk_widget_set_visible(self->pdf, compared);
  /* The chart keeps its place while deals are compared. */
  if (is_asked)
    aub_card_refresh(AUB_CARD(self->chart));
  gtk_widget_set_visible(self->chart, is_asked);
  if (!compared)
    return;
  g_autoptr(Table) table = table_offers(language, &study);
  table_grid_show(self->grid, table);
  gtk_label_set_text(GTK_LABEL(self->note), table->note ? table->note : "");
}

static void aub_offers_card_class_init(AubOffersCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_offers_card_refresh;
}

static void aub_offers_card_init(AubOffersCard *self) {}

GtkWidget *aub_offers_card_new(AubSession *session, Language language) {
  AubOffersCard *self = g_object_new(AUB_TYPE_OFFERS_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  self->choices = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append(GTK_BOX(self), self->choices);
  self->none = card_label_new(say(language, "There is no other deal yet: duplicate this one and "
                                            "change one term."),
                              NULL);
  gtk_box_append(GTK_BOX(self), self->none);
  GtkWidget *duplicate = gtk_button_new_with_label(say(language, "Duplicate this deal"));
  gtk_actionable_set_action_name(GTK_ACTIONABLE(duplicate), "win.duplicate-deal");
  gtk_widget_set_halign(duplicate, GTK_ALIGN_START);
  gtk_widget_add_css_class(duplicate, "settle");
  gtk_box_append(GTK_BOX(self), duplicate);
  self->chart = aub_chart_card_new(session, language, CHART_OFFERS);
  aub_chart_card_set_inside(AUB_CHART_CARD(self->chart));
  gtk_box_append(GTK_BOX(self), self->chart);
  gtk_box_append(GTK_BOX(self), self->grid = table_grid_new());
  gtk_box_append(GTK_BOX(self), self->note = card_label_new(NULL, "card-subtitle"));
  self->pdf = gtk_button_new_with_label(say(language, "Save the comparison as PDF…"));
  gtk_actionable_set_action_name(GTK_ACTIONABLE(self->pdf), "win.export-comparison");
  gtk_widget_set_halign(self->pdf, GTK_ALIGN_START);
  gtk_widget_add_css_class(self->pdf, "settle");
  gtk_box_append(GTK_BOX(self), self->pdf);
  g_signal_connect_object(session, "plans-changed", G_CALLBACK(aub_card_refresh), self,
                          G_CONNECT_SWAPPED);
  aub_card_refresh(AUB_CARD(self));
  return GTK_WIDGET(self);
}
