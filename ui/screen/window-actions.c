/* Room: screen. The window's commands. Knows: session, paper, file door. */
#include "ui/screen/window-actions.h"

#include <string.h>

#include "model/plan/presets.h"
#include "model/store/plan-json.h"
#include "ui/paper/report.h"
#include "ui/screen/application.h"
#include "ui/screen/export-menu.h"
#include "ui/screen/file-door.h"
#include "ui/screen/shortcuts.h"

static void undo_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_session_undo(aub_window_get_session(data));
}

static void redo_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_session_redo(aub_window_get_session(data));
}

void window_actions_tell_error(AubWindow *self, const GError *error) {
  g_autofree char *text = error_text(aub_window_get_language(self), error);
  aub_window_say(self, text);
}

void window_actions_tell_saved(AubWindow *self, const char *path) {
  Language language = aub_window_get_language(self);
  g_autofree char *name = g_path_get_basename(path);
  g_autofree char *text = g_strdup_printf(say(language, "“%s” saved"), name);
  aub_window_say_with_action(self, text, say(language, "Open"), "win.open-file",
                             g_variant_new_string(path));
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

static void new_deal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  Plan plan;
  preset_fill((Preset)g_variant_get_int32(parameter), today(), &plan);
  keep_owner(&plan, aub_session_get_plan(aub_window_get_session(self)));
  g_autoptr(GError) error = NULL;
  if (!aub_session_add_plan(aub_window_get_session(self), &plan, &error))
    window_actions_tell_error(self, error);
}

static void select_deal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  g_autoptr(GError) error = NULL;
  if (!aub_session_select_plan(aub_window_get_session(self), g_variant_get_int64(parameter),
                               &error))
    window_actions_tell_error(self, error);
}

static void duplicate_deal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  Language language = aub_window_get_language(self);
  AubSession *session = aub_window_get_session(self);
  g_autofree char *name = g_strdup_printf(say(language, "%s (copy)"),
                                          say_name(language, aub_session_get_plan(session)->name));
  g_autoptr(GError) error = NULL;
  if (!aub_session_duplicate_plan(session, name, &error))
    window_actions_tell_error(self, error);
}

static void restore_deal_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  g_autoptr(GError) error = NULL;
  if (!aub_session_restore_plan(aub_window_get_session(self), g_variant_get_int64(parameter),
                                &error))
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
  if (!aub_session_remove_plan(session, id, &error)) {
    window_actions_tell_error(self, error);
    return;
  }
  aub_window_say_with_action(self, text, say(language, "Undo"), "win.restore-deal",
                             g_variant_new_int64(id));
}

static void open_file_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  g_autofree char *uri = g_filename_to_uri(g_variant_get_string(parameter, NULL), NULL, NULL);
  if (uri)
    gtk_show_uri(GTK_WINDOW(data), uri, GDK_CURRENT_TIME);
}

static void write_report(const char *path, gpointer data) {
  AubWindow *self = data;
  AubSession *session = aub_window_get_session(self);
  Language language = aub_window_get_language(self);
  ReportOptions options = {.language = aub_application_report_language(language),
                           .paper = aub_application_paper(),
                           .prepared_date = today()};
  g_autoptr(GError) error = NULL;
  Problems warnings;
  plan_check(aub_session_get_computed_plan(session), &warnings);
  const Study study = aub_session_get_study(session);
  if (!report_write_pdf(path, &study, &warnings, &options, &error))
    window_actions_tell_error(self, error);
  else
    window_actions_tell_saved(self, path);
}

static void export_pdf_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  Language language = aub_window_get_language(self);
  const Plan *plan = aub_session_get_computed_plan(aub_window_get_session(self));
  g_autofree char *name = g_strdup_printf("%s.pdf", say_name(language, plan->name));
  g_strdelimit(name, "/\\:*?\"<>|", '-');
  file_door_save(GTK_WINDOW(self), language, say(language, "PDF for your accountant"), name,
                 write_report, self, NULL);
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

static void open_workspace(const char *path, gpointer data) {
  AubWindow *self = data;
  g_autoptr(GError) error = NULL;
  if (!aub_session_open(aub_window_get_session(self), path, &error))
    window_actions_tell_error(self, error);
}

static void open_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  AubWindow *self = data;
  Language language = aub_window_get_language(self);
  file_door_open(GTK_WINDOW(self), language, say(language, "Open a file"), open_workspace, self);
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

static void say_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_window_say(data, g_variant_get_string(parameter, NULL));
}

static void shortcuts_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  shortcuts_show(GTK_WINDOW(data), aub_window_get_language(data));
}

static void new_menu_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_window_pop_new_menu(data);
}

void window_actions_add(AubWindow *self) {
  static const GActionEntry entries[] = {
      {.name = "undo", .activate = undo_cb},
      {.name = "redo", .activate = redo_cb},
      {.name = "new-menu", .activate = new_menu_cb},
      {.name = "new-deal", .activate = new_deal_cb, .parameter_type = "i"},
      {.name = "select-deal", .activate = select_deal_cb, .parameter_type = "x"},
      {.name = "duplicate-deal", .activate = duplicate_deal_cb},
      {.name = "delete-deal", .activate = delete_deal_cb},
      {.name = "restore-deal", .activate = restore_deal_cb, .parameter_type = "x"},
      {.name = "export-pdf", .activate = export_pdf_cb},
      {.name = "export-journal", .activate = export_journal_cb, .parameter_type = "(ii)"},
      {.name = "show-field", .activate = show_field_cb, .parameter_type = "s"},
      {.name = "open", .activate = open_cb},
      {.name = "open-file", .activate = open_file_cb, .parameter_type = "s"},
      {.name = "toggle-inputs", .activate = toggle_inputs_cb},
      {.name = "next-page", .activate = next_page_cb},
      {.name = "previous-page", .activate = previous_page_cb},
      {.name = "page", .activate = page_cb, .parameter_type = "s"},
      {.name = "say", .activate = say_cb, .parameter_type = "s"},
      {.name = "shortcuts", .activate = shortcuts_cb},
  };
  g_action_map_add_action_entries(G_ACTION_MAP(self), entries, G_N_ELEMENTS(entries), self);
}

void window_actions_enable(AubWindow *self, const char *name, gboolean enabled) {
  GAction *action = g_action_map_lookup_action(G_ACTION_MAP(self), name);
  g_simple_action_set_enabled(G_SIMPLE_ACTION(action), enabled);
}
