/* Room: page. The editor of account numbers. Knows: GTK, session. Must not know: what is posted
 * to an account. */
#include "ui/page/accounts-card.h"

#include <string.h>

#include "model/plan/account.h"
#include "model/plan/fields.h"
#include "ui/page/books-card.h"

/* More than an account number may have, so that one too long is told and not cut. */
#define NUMBER_LETTERS (ACCOUNT_NUMBER_MAX + 4)

typedef struct {
  AubAccountsCard *card;
  Account account;
  GtkWidget *entry, *note;
  gint64 edit_serial; /* one undo step for one stay in the entry */
} AccountRow;

struct _AubAccountsCard {
  AubCard parent_instance;
  GtkWidget *expander;
  gboolean refreshing;
  AccountRow row[ACCOUNT_COUNT]; /* entry NULL until the list was first opened */
};

G_DEFINE_FINAL_TYPE(AubAccountsCard, aub_accounts_card, AUB_TYPE_CARD)

static const Plan *plan_of(AubAccountsCard *self) {
  return aub_session_get_plan(aub_card_get_session(AUB_CARD(self)));
}

/* Where the plan maps the account; −1 when it does not. */
static int mapping_index(const Plan *plan, Account account) {
  for (int i = 0; i < plan->accounts_count; i++)
    if (strcmp(plan->accounts[i].account, account_number(account)) == 0)
      return i;
  return -1;
}

static void changed_cb(GtkEditable *editable, AccountRow *row) {
  AubAccountsCard *self = row->card;
  const char *number = gtk_editable_get_text(editable);
  if (self->refreshing)
    return;
  Plan plan = *plan_of(self);
  int index = mapping_index(&plan, row->account);
  if (!*number) {
    if (index < 0 || !plan_remove_element(&plan, "accounts", index))
      return;
  } else {
    if (index < 0) {
      if (plan.accounts_count >= ACCOUNTS_MAX)
        return;
      index = plan.accounts_count++;
      plan.accounts[index] = (AccountNumber){0};
      g_strlcpy(plan.accounts[index].account, account_number(row->account), PLAN_PATH_SIZE);
    }
    char path[PLAN_PATH_SIZE];
    g_snprintf(path, sizeof path, "accounts[%d].number", index);
    if (!plan_set_text(&plan, path, number))
      return;
  }
  /* Emptied and typed anew is one step: its path is that of the list. */
  aub_session_replace_plan(aub_card_get_session(AUB_CARD(self)), &plan, "accounts",
                           row->edit_serial);
}

static void enter_cb(GtkEventControllerFocus *controller, AccountRow *row) {
  row->edit_serial = g_get_monotonic_time();
}

static void set_style(GtkWidget *widget, const char *style, gboolean on) {
  if (on)
    gtk_widget_add_css_class(widget, style);
  else
    gtk_widget_remove_css_class(widget, style);
}

static void show_note(AccountRow *row, int index) {
  AubCard *card = AUB_CARD(row->card);
  const Problems *problems = aub_session_get_problems(aub_card_get_session(card));
  g_autofree char *mapping = g_strdup_printf("accounts[%d].", index);
  const Problem *problem = NULL;
  for (int i = 0; i < problems->count && !problem; i++)
    if (g_str_has_prefix(problems->problem[i].path, mapping))
      problem = &problems->problem[i];
  g_autofree char *text = problem ? problem_text(aub_card_get_language(card), problem) : NULL;
  gboolean wrong = problem && problem->code < WARNING_FIRST;
  gtk_label_set_text(GTK_LABEL(row->note), text ? text : "");
  gtk_widget_set_visible(row->note, text != NULL);
  set_style(row->note, "problem", wrong);
  set_style(row->note, "warning-note", problem && !wrong);
  set_style(row->entry, "error", wrong);
}

static void show_row(AubAccountsCard *self, AccountRow *row) {
  const Plan *plan = plan_of(self);
  int index = mapping_index(plan, row->account);
  const char *number = index < 0 ? "" : plan->accounts[index].number;
  if (strcmp(gtk_editable_get_text(GTK_EDITABLE(row->entry)), number) != 0) {
    self->refreshing = TRUE;
    gtk_editable_set_text(GTK_EDITABLE(row->entry), number);
    self->refreshing = FALSE;
  }
  show_note(row, index);
}

static GtkWidget *make_row(AubAccountsCard *self, AccountRow *row) {
  Language language = aub_card_get_language(AUB_CARD(self));
  const char *ours = account_number(row->account);
  g_autofree char *label = g_strdup_printf("%s %s", ours, account_label(language, row->account));
  GtkWidget *outer = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = card_label_new(label, NULL);
  gtk_widget_set_hexpand(words, TRUE);
  row->entry = gtk_entry_new();
  gtk_entry_set_placeholder_text(GTK_ENTRY(row->entry), ours);
  gtk_editable_set_width_chars(GTK_EDITABLE(row->entry), 9);
  gtk_editable_set_max_width_chars(GTK_EDITABLE(row->entry), 12);
  gtk_entry_set_max_length(GTK_ENTRY(row->entry), NUMBER_LETTERS);
  gtk_editable_set_enable_undo(GTK_EDITABLE(row->entry), FALSE);
  gtk_widget_set_valign(row->entry, GTK_ALIGN_CENTER);
  g_autofree char *name = g_strdup_printf(say(language, "Your number for %s"), label);
  gtk_accessible_update_property(GTK_ACCESSIBLE(row->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                 -1);
  g_signal_connect(row->entry, "changed", G_CALLBACK(changed_cb), row);
  GtkEventController *focus = gtk_event_controller_focus_new();
  g_signal_connect(focus, "enter", G_CALLBACK(enter_cb), row);
  gtk_widget_add_controller(row->entry, focus);
  row->note = card_label_new(NULL, "row-note");
  gtk_box_append(GTK_BOX(line), words);
  gtk_box_append(GTK_BOX(line), row->entry);
  gtk_box_append(GTK_BOX(outer), line);
  gtk_box_append(GTK_BOX(outer), row->note);
  gtk_widget_add_css_class(outer, "account-row");
  return outer;
}

static void make_rows(AubAccountsCard *self) {
  GtkWidget *rows = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  for (int i = 0; i < ACCOUNT_COUNT; i++)
    gtk_box_append(GTK_BOX(rows), make_row(self, &self->row[i]));
  gtk_expander_set_child(GTK_EXPANDER(self->expander), rows);
}

static void aub_accounts_card_refresh(AubCard *card) {
  AubAccountsCard *self = AUB_ACCOUNTS_CARD(card);
  if (!books_card_show_topic(card, BOOKS_ACCOUNTS) || !self->row[0].entry)
    return;
  for (int i = 0; i < ACCOUNT_COUNT; i++)
    show_row(self, &self->row[i]);
}

static void expanded_cb(GtkExpander *expander, GParamSpec *spec, AubAccountsCard *self) {
  if (!gtk_expander_get_expanded(expander) || self->row[0].entry)
    return;
  make_rows(self);
  aub_card_refresh(AUB_CARD(self));
}

static void aub_accounts_card_class_init(AubAccountsCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_accounts_card_refresh;
}

static void aub_accounts_card_init(AubAccountsCard *self) {
  for (int i = 0; i < ACCOUNT_COUNT; i++)
    self->row[i] = (AccountRow){.card = self, .account = (Account)i};
}

GtkWidget *aub_accounts_card_new(AubSession *session, Language language) {
  AubAccountsCard *self = g_object_new(AUB_TYPE_ACCOUNTS_CARD, NULL);
  AubCard *card = AUB_CARD(self);
  aub_card_set_up(card, session, language);
  books_card_add_explanation(card, BOOKS_ACCOUNTS);
  self->expander = card_fold_new(say(language, "Your account numbers"));
  g_signal_connect(self->expander, "notify::expanded", G_CALLBACK(expanded_cb), self);
  gtk_box_append(GTK_BOX(self), self->expander);
  aub_card_refresh(card);
  return GTK_WIDGET(self);
}
