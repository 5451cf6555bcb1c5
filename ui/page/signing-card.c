/* Room: page. The ticks of "Before you sign". Knows: GTK, words. Must not know: what is asked. */
#include "ui/page/signing-card.h"

#include <string.h>

#include "model/ledger/signing.h"
#include "model/plan/fields.h"
#include "ui/page/books-card.h"

#define CLAUSE_LETTERS 30

typedef struct {
  GtkWidget *row, *icon, *state, *text, *settle;
  GtkWidget *contract, *clause; /* NULL where a contract settles nothing */
  SignCode code;
  SignState shown; /* what the row is sorted by */
  gboolean kept;   /* touched here: stays in sight though it is fine now */
  gint64 serial;   /* one undo step for one stay in the clause */
} Tick;

struct _AubSigningCard {
  AubCard parent_instance;
  GtkWidget *list, *fine_toggle;
  gboolean refreshing;
  Tick tick[SIGN_COUNT];
};

G_DEFINE_FINAL_TYPE(AubSigningCard, aub_signing_card, AUB_TYPE_CARD)

static const struct {
  const char *icon, *style;
} state_looks[SIGN_STATE_COUNT] = {
    [SIGN_FINE] = {"emblem-ok-symbolic", "fine"},
    [SIGN_ASK] = {"dialog-question-symbolic", "ask"},
    [SIGN_REFUSE] = {"dialog-warning-symbolic", "refuse"},
};

/* The fields whose place in the contract settles a point. */
#define CONTRACT_PATHS_MAX 2
static const char *const contract_paths[SIGN_COUNT][CONTRACT_PATHS_MAX] = {
    [SIGN_WORDING] = {"deal.price_tax_wording"},
    [SIGN_LIST_PRICE_TAX] = {"deal.tax_treatment"},
    [SIGN_SITE_PRINCIPAL] = {"deal.tax_treatment"},
    [SIGN_COMMISSION_TAX] = {"deal.commission_tax"},
    [SIGN_PAYOUT_TERMS] = {"deal.payout_basis", "deal.instalments"},
};

static const Plan *plan_of(AubSigningCard *self) {
  return aub_session_get_plan(aub_card_get_session(AUB_CARD(self)));
}

/* What says where the value of exactly that path comes from; −1 when nothing does. */
static int provenance_index(const Plan *plan, const char *path) {
  for (int i = 0; i < plan->provenance_count; i++)
    if (strcmp(plan->provenance[i].path, path) == 0)
      return i;
  return -1;
}

/* The clause noted for a point ("" when only the contract is); NULL when it is not from there. */
static const char *clause_of(const Plan *plan, SignCode code) {
  const Provenance *provenance = NULL;
  for (int i = 0; i < CONTRACT_PATHS_MAX && contract_paths[code][i]; i++) {
    provenance = plan_provenance(plan, contract_paths[code][i]);
    if (!provenance || provenance->kind != PROVENANCE_CONTRACT)
      return NULL;
  }
  return provenance ? provenance->source : NULL;
}

/* Of one field; clause: NULL takes back that the contract says it. */
static gboolean note_field(Plan *plan, const char *path, const char *clause) {
  if (clause)
    return plan_set_provenance(plan, path, PROVENANCE_CONTRACT, clause);
  int index = provenance_index(plan, path);
  if (index >= 0)
    plan_remove_element(plan, "provenance", index);
  const Provenance *left = plan_provenance(plan, path);
  return !left || left->kind != PROVENANCE_CONTRACT ||
         plan_set_provenance(plan, path, PROVENANCE_GUESS, "");
}

static void note_contract(AubSigningCard *self, Tick *tick, const char *clause) {
  Plan plan = *plan_of(self);
  for (int i = 0; i < CONTRACT_PATHS_MAX && contract_paths[tick->code][i]; i++)
    if (!note_field(&plan, contract_paths[tick->code][i], clause))
      return;
  tick->kept = TRUE;
  aub_session_replace_plan(aub_card_get_session(AUB_CARD(self)), &plan, "provenance", tick->serial);
}

static AubSigningCard *card_of(GtkWidget *widget) {
  return AUB_SIGNING_CARD(gtk_widget_get_ancestor(widget, AUB_TYPE_SIGNING_CARD));
}

static void contract_toggled_cb(GtkCheckButton *button, Tick *tick) {
  AubSigningCard *self = card_of(GTK_WIDGET(button));
  if (self->refreshing)
    return;
  tick->serial = 0;
  note_contract(self, tick, gtk_check_button_get_active(button) ? "" : NULL);
}

static void clause_changed_cb(GtkEditable *editable, Tick *tick) {
  AubSigningCard *self = card_of(GTK_WIDGET(editable));
  if (!self->refreshing)
    note_contract(self, tick, gtk_editable_get_text(editable));
}

static void clause_enter_cb(GtkEventControllerFocus *controller, Tick *tick) {
  tick->serial = g_get_monotonic_time();
}

static Tick *tick_of(GtkListBoxRow *row) {
  return g_object_get_data(G_OBJECT(row), "tick");
}

/* What an accountant would refuse comes first. */
static int compare_rows(GtkListBoxRow *a, GtkListBoxRow *b, gpointer data) {
  return (int)tick_of(b)->shown - (int)tick_of(a)->shown;
}

static gboolean row_is_shown(GtkListBoxRow *row, gpointer data) {
  AubSigningCard *self = data;
  return tick_of(row)->shown != SIGN_FINE || tick_of(row)->kept ||
         gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(self->fine_toggle));
}

static void fine_toggled_cb(GtkToggleButton *toggle, AubSigningCard *self) {
  gtk_list_box_invalidate_filter(GTK_LIST_BOX(self->list));
  aub_card_refresh(AUB_CARD(self));
}

static void show_settle(AubSigningCard *self, Tick *tick, const SignCheck *check) {
  Language language = aub_card_get_language(AUB_CARD(self));
  gboolean open = check->state != SIGN_FINE && check->path[0];
  gtk_widget_set_visible(tick->settle, open);
  if (!open)
    return;
  const char *label = field_label(language, check->path);
  g_autofree char *name = g_strdup_printf(say(language, "Go to “%s”"), label);
  gtk_button_set_label(GTK_BUTTON(tick->settle), name);
  gtk_actionable_set_action_target(GTK_ACTIONABLE(tick->settle), "s", check->path);
}

static void show_contract(AubSigningCard *self, Tick *tick, const SignCheck *check) {
  if (!tick->contract)
    return;
  const Plan *plan = plan_of(self);
  const char *clause = clause_of(plan, tick->code);
  /* A wording that nobody checked is settled by checking it. */
  gboolean unchecked = check->code == SIGN_WORDING && check->state == SIGN_ASK;
  gboolean noted = clause != NULL;
  gtk_widget_set_visible(tick->contract, !unchecked && (noted || check->state != SIGN_FINE));
  gtk_widget_set_visible(tick->clause, !unchecked && noted);
  self->refreshing = TRUE;
  gtk_check_button_set_active(GTK_CHECK_BUTTON(tick->contract), noted);
  if (strcmp(gtk_editable_get_text(GTK_EDITABLE(tick->clause)), noted ? clause : "") != 0)
    gtk_editable_set_text(GTK_EDITABLE(tick->clause), noted ? clause : "");
  self->refreshing = FALSE;
}

static void show_tick(AubSigningCard *self, Tick *tick, const SignCheck *check) {
  AubCard *card = AUB_CARD(self);
  Language language = aub_card_get_language(card);
  g_autofree char *text =
      sign_text(language, aub_session_get_books(aub_card_get_session(card)), check);
  const char *state = sign_state_label(language, check->state);
  if (tick->shown != check->state)
    gtk_widget_remove_css_class(tick->row, state_looks[tick->shown].style);
  tick->shown = check->state;
  gtk_widget_add_css_class(tick->row, state_looks[tick->shown].style);
  gtk_image_set_from_icon_name(GTK_IMAGE(tick->icon), state_looks[tick->shown].icon);
  gtk_label_set_text(GTK_LABEL(tick->state), state);
  gtk_label_set_text(GTK_LABEL(tick->text), text);
  g_autofree char *name = g_strdup_printf(say(language, "%1$s: %2$s"), state, text);
  gtk_accessible_update_property(GTK_ACCESSIBLE(tick->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                 -1);
  show_settle(self, tick, check);
  show_contract(self, tick, check);
}

static void show_fine_count(AubSigningCard *self, int fine) {
  Language language = aub_card_get_language(AUB_CARD(self));
  gboolean shown = gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(self->fine_toggle));
  g_autofree char *text =
      shown ? g_strdup(say(language, "Hide what is fine"))
            : g_strdup_printf(say_count(language, fine, "Show the %d point that is fine",
                                        "Show the %d points that are fine"),
                              fine);
  gtk_button_set_label(GTK_BUTTON(self->fine_toggle), text);
  gtk_widget_set_visible(self->fine_toggle, fine > 0);
}

static void aub_signing_card_refresh(AubCard *card) {
  AubSigningCard *self = AUB_SIGNING_CARD(card);
  if (!books_card_show_topic(card, BOOKS_SIGNING))
    return;
  SignCheck checks[SIGN_COUNT];
  signing_check(aub_session_get_books(aub_card_get_session(card)), checks);
  int fine = 0;
  for (int i = 0; i < SIGN_COUNT; i++) {
    fine += checks[i].state == SIGN_FINE;
    show_tick(self, &self->tick[i], &checks[i]);
  }
  show_fine_count(self, fine);
  gtk_list_box_invalidate_sort(GTK_LIST_BOX(self->list));
  gtk_list_box_invalidate_filter(GTK_LIST_BOX(self->list));
}

/* "The contract says so", and where. */
static GtkWidget *make_contract(AubSigningCard *self, Tick *tick) {
  Language language = aub_card_get_language(AUB_CARD(self));
  GtkWidget *line = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
  const char *label = say(language, "The contract says so");
  tick->contract = gtk_check_button_new_with_label(label);
  tick->clause = gtk_entry_new();
  gtk_entry_set_placeholder_text(GTK_ENTRY(tick->clause), say(language, "which clause?"));
  gtk_entry_set_max_length(GTK_ENTRY(tick->clause), CLAUSE_LETTERS);
  gtk_editable_set_width_chars(GTK_EDITABLE(tick->clause), 10);
  gtk_editable_set_enable_undo(GTK_EDITABLE(tick->clause), FALSE);
  g_autofree char *name = g_strdup_printf(say(language, "Clause of the contract: %s"),
                                          field_label(language, contract_paths[tick->code][0]));
  gtk_accessible_update_property(GTK_ACCESSIBLE(tick->clause), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                 -1);
  g_autofree char *what = g_strdup_printf(say(language, "%1$s: %2$s"), label,
                                          field_label(language, contract_paths[tick->code][0]));
  gtk_accessible_update_property(GTK_ACCESSIBLE(tick->contract), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                 what, -1);
  g_signal_connect(tick->contract, "toggled", G_CALLBACK(contract_toggled_cb), tick);
  g_signal_connect(tick->clause, "changed", G_CALLBACK(clause_changed_cb), tick);
  GtkEventController *focus = gtk_event_controller_focus_new();
  g_signal_connect(focus, "enter", G_CALLBACK(clause_enter_cb), tick);
  gtk_widget_add_controller(tick->clause, focus);
  gtk_box_append(GTK_BOX(line), tick->contract);
  gtk_box_append(GTK_BOX(line), tick->clause);
  return line;
}

static GtkWidget *make_words(AubSigningCard *self, Tick *tick) {
  GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand(words, TRUE);
  gtk_box_append(GTK_BOX(words), tick->state = card_label_new(NULL, "tick-state"));
  gtk_box_append(GTK_BOX(words), tick->text = card_label_new(NULL, NULL));
  if (contract_paths[tick->code][0])
    gtk_box_append(GTK_BOX(words), make_contract(self, tick));
  tick->settle = gtk_button_new();
  gtk_widget_set_halign(tick->settle, GTK_ALIGN_START);
  gtk_widget_add_css_class(tick->settle, "settle");
  gtk_actionable_set_action_target(GTK_ACTIONABLE(tick->settle), "s", "");
  gtk_actionable_set_action_name(GTK_ACTIONABLE(tick->settle), "win.show-field");
  gtk_box_append(GTK_BOX(words), tick->settle);
  return words;
}

static void make_tick(AubSigningCard *self, Tick *tick) {
  GtkWidget *line = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_add_css_class(line, "tick");
  tick->icon = gtk_image_new();
  gtk_widget_set_valign(tick->icon, GTK_ALIGN_START);
  gtk_accessible_update_state(GTK_ACCESSIBLE(tick->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append(GTK_BOX(line), tick->icon);
  gtk_box_append(GTK_BOX(line), make_words(self, tick));
  tick->row = gtk_list_box_row_new();
  gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(tick->row), line);
  gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(tick->row), FALSE);
  gtk_widget_set_focusable(tick->row, FALSE);
  g_object_set_data(G_OBJECT(tick->row), "tick", tick);
  gtk_list_box_append(GTK_LIST_BOX(self->list), tick->row);
}

static void aub_signing_card_class_init(AubSigningCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_signing_card_refresh;
}

static void aub_signing_card_init(AubSigningCard *self) {}

GtkWidget *aub_signing_card_new(AubSession *session, Language language) {
  AubSigningCard *self = g_object_new(AUB_TYPE_SIGNING_CARD, NULL);
  AubCard *card = AUB_CARD(self);
  aub_card_set_up(card, session, language);
  books_card_add_explanation(card, BOOKS_SIGNING);
  self->fine_toggle = gtk_toggle_button_new();
  gtk_widget_set_halign(self->fine_toggle, GTK_ALIGN_START);
  gtk_widget_add_css_class(self->fine_toggle, "flat");
  self->list = gtk_list_box_new();
  gtk_list_box_set_selection_mode(GTK_LIST_BOX(self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class(self->list, "ticks");
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                 say(language, "Before you sign"), -1);
  for (int i = 0; i < SIGN_COUNT; i++) {
    self->tick[i].code = (SignCode)i;
    make_tick(self, &self->tick[i]);
  }
  gtk_list_box_set_sort_func(GTK_LIST_BOX(self->list), compare_rows, NULL, NULL);
  gtk_list_box_set_filter_func(GTK_LIST_BOX(self->list), row_is_shown, self, NULL);
  g_signal_connect(self->fine_toggle, "toggled", G_CALLBACK(fine_toggled_cb), self);
  gtk_box_append(GTK_BOX(self), self->list);
  gtk_box_append(GTK_BOX(self), self->fine_toggle);
  aub_card_refresh(card);
  return GTK_WIDGET(self);
}
