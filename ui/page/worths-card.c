/* Room: page. The chart of the contract's terms and the copies to try them in. Knows: GTK,
 * session, words of terms. Must not know: how a term's worth is found. */
#include "ui/page/worths-card.h"

#include "ui/page/chart-card.h"
#include "ui/page/terms-card.h"
#include "ui/words/term-words.h"

struct _AubWorthsCard {
  AubCard parent_instance;
  GtkWidget *chart, *button;
};

G_DEFINE_FINAL_TYPE(AubWorthsCard, aub_worths_card, AUB_TYPE_CARD)

static const TermWorths *worths_of(AubWorthsCard *self) {
  const Decisions *decisions =
      aub_session_get_study(aub_card_get_session(AUB_CARD(self))).decisions;
  return decisions_has(decisions, DECIDE_WORTHS) ? &decisions->worths : NULL;
}

/* The plan may have changed since. */
static gboolean is_to_try(AubWorthsCard *self, const TermWorth *worth) {
  const Plan *plan = aub_session_get_plan(aub_card_get_session(AUB_CARD(self)));
  return worth->changes && term_changes(&worth->term, plan);
}

static gboolean has_any_to_try(AubWorthsCard *self) {
  const TermWorths *worths = worths_of(self);
  for (int i = 0; worths && i < worths->worth_count; i++)
    if (is_to_try(self, &worths->worth[i]))
      return TRUE;
  return FALSE;
}

static void aub_worths_card_refresh(AubCard *card) {
  AubWorthsCard *self = AUB_WORTHS_CARD(card);
  Study study = aub_session_get_study(aub_card_get_session(card));
  gboolean shown = !chart_lacks_calendar(CHART_WORTHS, &study);
  gtk_widget_set_visible(GTK_WIDGET(card), shown);
  if (!shown)
    return;
  g_autofree char *title = chart_finding(CHART_WORTHS, aub_card_get_language(card), &study);
  aub_card_set_title(card, title);
  aub_card_refresh(AUB_CARD(self->chart));
  gtk_widget_set_sensitive(self->button, has_any_to_try(self));
}

/* The menu is made when it opens, of the terms as they are then. */
static void fill_menu(GtkMenuButton *button, gpointer data) {
  AubWorthsCard *self = data;
  const TermWorths *worths = worths_of(self);
  const Plan *plan = aub_session_get_plan(aub_card_get_session(AUB_CARD(self)));
  g_autoptr(GMenu) menu = g_menu_new();
  for (int i = 0; worths && i < worths->worth_count; i++) {
    const Term *term = &worths->worth[i].term;
    if (!is_to_try(self, &worths->worth[i]))
      continue;
    g_autofree char *text = term_text(aub_card_get_language(AUB_CARD(self)), plan, term);
    g_autofree char *action = g_strdup_printf("worths.try(%d)", (int)term->kind);
    g_menu_append(menu, text, action);
  }
  gtk_menu_button_set_menu_model(button, G_MENU_MODEL(menu));
}

static void try_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWorthsCard *self = data;
  const TermWorths *worths = worths_of(self);
  for (int i = 0; worths && i < worths->worth_count; i++)
    if ((int)worths->worth[i].term.kind == g_variant_get_int32(parameter)) {
      terms_try_in_copy(GTK_WIDGET(self), aub_card_get_session(AUB_CARD(self)),
                        aub_card_get_language(AUB_CARD(self)), &worths->worth[i].term, 1);
      return;
    }
}

static void aub_worths_card_class_init(AubWorthsCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_worths_card_refresh;
}

static void aub_worths_card_init(AubWorthsCard *self) {
  static const GActionEntry entries[] = {
      {.name = "try", .activate = try_cb, .parameter_type = "i"}};
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new();
  g_action_map_add_action_entries(G_ACTION_MAP(group), entries, G_N_ELEMENTS(entries), self);
  gtk_widget_insert_action_group(GTK_WIDGET(self), "worths", G_ACTION_GROUP(group));
}

GtkWidget *aub_worths_card_new(AubSession *session, Language language) {
  AubWorthsCard *self = g_object_new(AUB_TYPE_WORTHS_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  self->chart = aub_chart_card_new(session, language, CHART_WORTHS);
  aub_chart_card_set_inside(AUB_CHART_CARD(self->chart));
  gtk_box_append(GTK_BOX(self), self->chart);
  self->button = gtk_menu_button_new();
  const char *label = say(language, "Try one in a copy");
  gtk_menu_button_set_label(GTK_MENU_BUTTON(self->button), label);
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                 -1);
  gtk_menu_button_set_create_popup_func(GTK_MENU_BUTTON(self->button), fill_menu, self, NULL);
  gtk_widget_set_halign(self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class(self->button, "settle-menu");
  gtk_box_append(GTK_BOX(self), self->button);
  aub_card_refresh(AUB_CARD(self));
  return GTK_WIDGET(self);
}
