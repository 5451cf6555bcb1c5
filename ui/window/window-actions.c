/* Room: window. The window's commands. Knows: session, paper, file door. */
#include "ui/window/window-actions.h"

#include <string.h>

#include "model/plan/presets.h"
#include "model/store/plan-json.h"
#include "ui/window/export-journal.h"
#include "ui/help/help.h"
#include "ui/new-deal/new-deal-window.h"
#include "ui/window/shortcuts.h"
#include "ui/window/window-files.h"
#include "ui/window/window-papers.h"

static void undo_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_session_undo(aub_window_get_session(data));
}

static void redo_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_session_redo(aub_window_get_session(data));
}

/* Every step of before stays in the list: this is one more. */
static void revert_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  aub_session_revert(aub_window_get_session(self));
  aub_window_say_undo(self, say(aub_window_get_language(self), "The deal is as it was on opening"));
}

/* In characters; the entry of the name takes as many. */
#define NAME_LENGTH 60

void window_actions_tell_error(AubWindow *self, const GError *error) {
  g_autofree char *text = error_text(aub_window_get_language(self), error);
  aub_window_say(self, text);
}

static int32_t today(void) {
  g_autoptr(GDateTime) now = g_date_time_new_now_local();
  return date_from_ymd(g_date_time_get_year(now), g_date_time_get_month(now),
                       g_date_time_get_day_of_month(now));
}

/* Who she is and how her books are kept belong to the owner, not to the deal. The example's
 * business is nobody's. */
static void keep_owner(Plan *plan, const Plan *old) {
  Plan example;
  plan_example(&example);
  const PlanBusiness *from = &old->business;
  PlanBusiness *to = &plan->business;
  memcpy(plan->accounts, old->accounts, sizeof plan->accounts);
  plan->accounts_count = old->accounts_count;
  if (strcmp(from->name, example.business.name) != 0)
    g_strlcpy(to->name, from->name, sizeof to->name);
  g_strlcpy(to->enterprise_number, from->enterprise_number, sizeof to->enterprise_number);
  g_strlcpy(to->gst_number, from->gst_number, sizeof to->gst_number);
  g_strlcpy(to->qst_number, from->qst_number, sizeof to->qst_number);
  to->legal_form = from->legal_form;
  to->fiscal_year_end_month = from->fiscal_year_end_month;
  to->tax_regime = from->tax_regime;
  to->provincial_tax_applies = from->provincial_tax_applies;
  memcpy(to->custom_taxes, from->custom_taxes, sizeof to->custom_taxes);
  to->custom_taxes_count = from->custom_taxes_count;
  to->gst_registered = from->gst_registered;
  to->gst_registered_from_date = from->gst_registered_from_date;
  to->other_taxable_sales_12_months_cents = from->other_taxable_sales_12_months_cents;
  to->reporting_period = from->reporting_period;
  to->quick_method = from->quick_method;
}

static void add_deal(const Plan *deal, gpointer data) {
  AubWindow *self = data;
  g_autofree Plan *plan = g_new(Plan, 1);
  *plan = *deal;
  keep_owner(plan, aub_session_get_plan(aub_window_get_session(self)));
  g_autoptr(GError) error = NULL;
  if (!aub_session_add_plan(aub_window_get_session(self), plan, &error))
    window_actions_tell_error(self, error);
  else
    aub_window_set_page(self, "answers");
}

/* A deal of a kind of business with nothing asked, for scripts and tests. */
static void new_deal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  int kind = g_variant_get_int32(parameter);
  g_autofree Plan *plan = g_new(Plan, 1);
  if (kind < 0 || kind >= PRESET_COUNT)
    return;
  preset_fill((Preset)kind, today(), plan);
  add_deal(plan, data);
}

static void ask_deal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  new_deal_window_show(GTK_WINDOW(data), aub_window_get_language(data), today(), add_deal, data);
}

static void select_deal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  g_autoptr(GError) error = NULL;
  if (!aub_session_select_plan(aub_window_get_session(self), g_variant_get_int64(parameter),
                               &error))
    window_actions_tell_error(self, error);
}

/* The name with what is said of the copy; of a long name the beginning, so that both fit. */
static char *name_copy(Language language, const char *name, int number) {
  g_autofree char *beginning = g_strdup(name);
  for (;;) {
    char *copy = number > 1 ? g_strdup_printf(say(language, "%1$s (copy %2$d)"), beginning, number)
                            : g_strdup_printf(say(language, "%s (copy)"), beginning);
    glong length = g_utf8_strlen(beginning, -1);
    if (length == 0 || (strlen(copy) < PLAN_TEXT_SIZE && g_utf8_strlen(copy, -1) <= NAME_LENGTH))
      return copy;
    *g_utf8_offset_to_pointer(beginning, length - 1) = '\0';
    g_free(copy);
  }
}

static gboolean is_named(const GArray *plans, const char *name) {
  for (guint i = 0; i < plans->len; i++)
    if (strcmp(g_array_index(plans, WorkspacePlan, i).name, name) == 0)
      return TRUE;
  return FALSE;
}

static void duplicate_deal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  Language language = aub_window_get_language(self);
  AubSession *session = aub_window_get_session(self);
  const char *original = say_name(language, aub_session_get_plan(session)->name);
  g_autoptr(GArray) plans = aub_session_list_plans(session);
  g_autofree char *name = name_copy(language, original, 1);
  for (int number = 2; is_named(plans, name); number++) {
    g_free(name);
    name = name_copy(language, original, number);
  }
  g_autoptr(GError) error = NULL;
  if (!aub_session_duplicate_plan(session, name, &error))
    window_actions_tell_error(self, error);
}

static void restore_deal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  AubSession *session = aub_window_get_session(self);
  gint64 id = g_variant_get_int64(parameter);
  g_autoptr(GError) error = NULL;
  if (!aub_session_restore_plan(session, id, &error) ||
      !aub_session_select_plan(session, id, &error))
    window_actions_tell_error(self, error);
}

static void bring_back_deal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  AubSession *session = aub_window_get_session(self);
  gint64 id = g_variant_get_int64(parameter);
  g_autoptr(GError) error = NULL;
  if (!aub_session_bring_back_plan(session, id, &error) ||
      !aub_session_select_plan(session, id, &error))
    window_actions_tell_error(self, error);
}

/* How a deal left the list: a toast that takes it back. */
static void tell_gone(AubWindow *self, const char *text, const char *action, gint64 id) {
  aub_window_say_with_action(self, text, say(aub_window_get_language(self), "Undo"), action,
                             g_variant_new_int64(id));
}

static void archive_deal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  AubSession *session = aub_window_get_session(self);
  Language language = aub_window_get_language(self);
  gint64 id = aub_session_get_plan_id(session);
  g_autofree char *text = g_strdup_printf(say(language, "“%s” archived"),
                                          say_name(language, aub_session_get_plan(session)->name));
  g_autoptr(GError) error = NULL;
  if (aub_session_archive_plan(session, id, &error))
    tell_gone(self, text, "win.bring-back-deal", id);
  else
    window_actions_tell_error(self, error);
}

static void delete_deal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  AubSession *session = aub_window_get_session(self);
  Language language = aub_window_get_language(self);
  gint64 id = aub_session_get_plan_id(session);
  g_autofree char *text = g_strdup_printf(say(language, "“%s” deleted"),
                                          say_name(language, aub_session_get_plan(session)->name));
  g_autoptr(GError) error = NULL;
  if (aub_session_remove_plan(session, id, &error))
    tell_gone(self, text, "win.restore-deal", id);
  else
    window_actions_tell_error(self, error);
}

static void export_journal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  int kind = 0, format = 0;
  g_variant_get(parameter, "(ii)", &kind, &format);
  if (kind >= 0 && kind < JOURNAL_KIND_COUNT && format >= 0 && format < JOURNAL_FORMAT_COUNT)
    export_journal(data, (JournalKind)kind, (JournalFormat)format);
}

static void show_field_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_window_show_field(data, g_variant_get_string(parameter, NULL));
}

static void toggle_inputs_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_window_toggle_inputs(data);
}

static void next_page_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_window_step_page(data, 1);
}

static void previous_page_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_window_step_page(data, -1);
}

static void page_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_window_set_page(data, g_variant_get_string(parameter, NULL));
}

static void compare_deals_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_window_show_comparison(data);
}

static void say_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_window_say(data, g_variant_get_string(parameter, NULL));
}

static void say_undo_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_window_say_undo(data, g_variant_get_string(parameter, NULL));
}

static void shortcuts_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  shortcuts_show(GTK_WINDOW(data), aub_window_get_language(data));
}

static void help_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  help_show(GTK_WINDOW(self), aub_window_get_session(self), aub_window_get_language(self),
            aub_window_get_page(self));
}

static void find_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  help_show(GTK_WINDOW(self), aub_window_get_session(self), aub_window_get_language(self), NULL);
}

void window_actions_add(AubWindow *self) {
  static const GActionEntry entries[] = {
      {.name = "undo", .activate = undo_cb},
      {.name = "redo", .activate = redo_cb},
      {.name = "revert", .activate = revert_cb},
      {.name = "ask-deal", .activate = ask_deal_cb},
      {.name = "new-deal", .activate = new_deal_cb, .parameter_type = "i"},
      {.name = "select-deal", .activate = select_deal_cb, .parameter_type = "x"},
      {.name = "duplicate-deal", .activate = duplicate_deal_cb},
      {.name = "delete-deal", .activate = delete_deal_cb},
      {.name = "archive-deal", .activate = archive_deal_cb},
      {.name = "bring-back-deal", .activate = bring_back_deal_cb, .parameter_type = "x"},
      {.name = "restore-deal", .activate = restore_deal_cb, .parameter_type = "x"},
      {.name = "export-journal", .activate = export_journal_cb, .parameter_type = "(ii)"},
      {.name = "show-field", .activate = show_field_cb, .parameter_type = "s"},
      {.name = "toggle-inputs", .activate = toggle_inputs_cb},
      {.name = "next-page", .activate = next_page_cb},
      {.name = "previous-page", .activate = previous_page_cb},
      {.name = "page", .activate = page_cb, .parameter_type = "s"},
      {.name = "compare-deals", .activate = compare_deals_cb},
      {.name = "say", .activate = say_cb, .parameter_type = "s"},
      {.name = "say-undo", .activate = say_undo_cb, .parameter_type = "s"},
      {.name = "shortcuts", .activate = shortcuts_cb},
      {.name = "help", .activate = help_cb},
      {.name = "find", .activate = find_cb},
  };
  g_action_map_add_action_entries(G_ACTION_MAP(self), entries, G_N_ELEMENTS(entries), self);
  window_files_add(self);
  window_papers_add(self);
}

void window_actions_enable(AubWindow *self, const char *name, gboolean enabled) {
  GAction *action = g_action_map_lookup_action(G_ACTION_MAP(self), name);
  g_simple_action_set_enabled(G_SIMPLE_ACTION(action), enabled);
}
