/* Room: window. The window: layout and what follows the session. Knows: GTK, session. Must not
 * know: how anything is computed. Its commands are in window-actions.c. */
#include "ui/window/window.h"

#include "ui/window/application.h"
#include "ui/window/deal-menu.h"
#include "ui/page/export-card.h"
#include "ui/page/headline.h"
#include "ui/inputs/inputs.h"
#include "ui/page/pages.h"
#include "ui/widget/theme.h"
#include "ui/widget/width-first.h"
#include "ui/window/toast-names.h"
#include "ui/window/window-actions.h"

struct _AubWindow {
  AdwApplicationWindow parent_instance;
  AubSession *session;
  Language language;
  GtkWidget *deals, *inputs, *headline, *pages, *flap, *toasts;
  GtkWidget *inputs_button, *new_button, *undo_button;
  AdwToast *undo_toast;  /* about the last edit; weak */
  GtkWidget *left_field; /* had the keys when the inputs were put away; weak */
  gboolean narrow, tight, compact;
  gboolean inputs_hidden; /* as she left them in a window wide enough for both */
  guint fit_source;
  GtkWidget *wide_only[4]; /* of the header; the menu and keys have their commands too */
};

G_DEFINE_FINAL_TYPE(AubWindow, aub_window, ADW_TYPE_APPLICATION_WINDOW)

/* At the usual text size. */
#define NARROW_WIDTH 760
#define TIGHT_WIDTH 1180
#define LOW_HEIGHT 700
#define CONTENT_WIDTH_MOST 1480

static void update_undo(AubWindow *self) {
  char path[PLAN_PATH_SIZE] = "";
  const Plan *plan = aub_session_get_plan(self->session);
  gboolean can_undo = aub_session_can_undo(self->session, path);
  g_autofree char *undo = can_undo ? edit_name(self->language, plan, path) : NULL;
  gboolean can_redo = aub_session_can_redo(self->session, path);
  window_actions_enable(self, "undo", can_undo);
  window_actions_enable(self, "redo", can_redo);
  window_actions_enable(self, "revert", aub_session_can_revert(self->session));
  g_autofree char *text = undo ? g_strdup_printf(say(self->language, "Undo: %s"), undo) : NULL;
  gtk_widget_set_tooltip_text(self->undo_button, text ? text : say(self->language, "Undo"));
}

static void changed_cb(AubWindow *self) {
  if (self->undo_toast)
    adw_toast_dismiss(self->undo_toast);
  aub_deal_menu_refresh(AUB_DEAL_MENU(self->deals));
  aub_inputs_refresh(AUB_INPUTS(self->inputs));
  aub_headline_refresh(AUB_HEADLINE(self->headline));
  aub_pages_refresh(AUB_PAGES(self->pages));
  update_undo(self);
}

static void failed_cb(AubSession *session, const char *message, AubWindow *self) {
  g_autofree char *text =
      g_strdup_printf(say(self->language, "Not saved: %s"), say(self->language, message));
  aub_window_say(self, text);
}

void aub_window_say(AubWindow *self, const char *text) {
  g_return_if_fail(AUB_IS_WINDOW(self));
  g_autofree char *markup = g_markup_escape_text(text, -1);
  adw_toast_overlay_add_toast(ADW_TOAST_OVERLAY(self->toasts), adw_toast_new(markup));
}

void aub_window_say_with_action(AubWindow *self, const char *text, const char *button,
                                const char *action, GVariant *target) {
  g_autofree char *markup = g_markup_escape_text(text, -1);
  AdwToast *toast = adw_toast_new(markup);
  adw_toast_set_button_label(toast, button);
  adw_toast_set_action_name(toast, action);
  adw_toast_set_action_target_value(toast, target);
  adw_toast_set_timeout(toast, 10);
  aub_window_add_toast(self, toast);
}

void aub_window_add_toast(AubWindow *self, AdwToast *toast) {
  adw_toast_overlay_add_toast(ADW_TOAST_OVERLAY(self->toasts), toast);
}

void aub_window_say_undo(AubWindow *self, const char *text) {
  g_autofree char *markup = g_markup_escape_text(text, -1);
  AdwToast *toast = adw_toast_new(markup);
  adw_toast_set_button_label(toast, say(self->language, "Undo"));
  adw_toast_set_action_name(toast, "win.undo");
  adw_toast_set_timeout(toast, 10);
  g_set_weak_pointer(&self->undo_toast, toast);
  adw_toast_overlay_add_toast(ADW_TOAST_OVERLAY(self->toasts), toast);
}

const char *aub_window_get_page(AubWindow *self) {
  return aub_pages_get_name(AUB_PAGES(self->pages));
}

void aub_window_set_page(AubWindow *self, const char *page) {
  aub_pages_set_name(AUB_PAGES(self->pages), page);
}

void aub_window_show_comparison(AubWindow *self) {
  gtk_window_set_focus_visible(GTK_WINDOW(self), TRUE);
  aub_pages_show_comparison(AUB_PAGES(self->pages));
}

void aub_window_step_page(AubWindow *self, int step) {
  aub_pages_step(AUB_PAGES(self->pages), step);
}

Language aub_window_get_language(AubWindow *self) {
  return self->language;
}

AubSession *aub_window_get_session(AubWindow *self) {
  return self->session;
}

/* From a field the keys go to the button that brings the inputs back, and then back to the field;
 * inputs over the page have the keys. */
void aub_window_toggle_inputs(AubWindow *self) {
  AdwFlap *flap = ADW_FLAP(self->flap);
  gboolean shown = !adw_flap_get_reveal_flap(flap);
  GtkWidget *focus = gtk_window_get_focus(GTK_WINDOW(self));
  gboolean is_inside = focus && gtk_widget_is_ancestor(focus, self->inputs);
  GtkWidget *field = self->left_field;
  g_set_weak_pointer(&self->left_field, !shown && is_inside ? focus : NULL);
  if (!shown && is_inside)
    gtk_widget_grab_focus(self->inputs_button);
  adw_flap_set_reveal_flap(flap, shown);
  if (!self->narrow)
    self->inputs_hidden = !shown;
  if (shown && field)
    gtk_widget_grab_focus(field);
  else if (shown && self->narrow)
    aub_inputs_reveal(AUB_INPUTS(self->inputs), "deal.list_price_cents");
}

gboolean aub_window_get_inputs_hidden(AubWindow *self) {
  return self->inputs_hidden;
}

void aub_window_set_inputs_hidden(AubWindow *self, gboolean hidden) {
  self->inputs_hidden = hidden;
  adw_flap_set_reveal_flap(ADW_FLAP(self->flap), !hidden && !self->narrow);
}

void aub_window_show_field(AubWindow *self, const char *path) {
  adw_flap_set_reveal_flap(ADW_FLAP(self->flap), TRUE);
  gtk_window_set_focus_visible(GTK_WINDOW(self), TRUE);
  aub_inputs_reveal(AUB_INPUTS(self->inputs), path);
}

static GtkWidget *add_icon_button(GtkWidget *bar, const char *icon, const char *label,
                                  const char *action) {
  GtkWidget *button = gtk_button_new_from_icon_name(icon);
  gtk_actionable_set_action_name(GTK_ACTIONABLE(button), action);
  gtk_widget_set_tooltip_text(button, label);
  gtk_accessible_update_property(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_header_bar_pack_start(ADW_HEADER_BAR(bar), button);
  return button;
}

static GMenuModel *make_main_menu(Language language) {
  GMenu *menu = g_menu_new();
  GMenu *edit = g_menu_new();
  g_menu_append(edit, say(language, "Undo"), "win.undo");
  g_menu_append(edit, say(language, "Redo"), "win.redo");
  g_menu_append(edit, say(language, "Back to how it was on opening"), "win.revert");
  g_menu_append_section(menu, NULL, G_MENU_MODEL(edit));
  GMenu *file = g_menu_new();
  g_menu_append(file, say(language, "New deal"), "win.ask-deal");
  g_menu_append(file, say(language, "PDF for your accountant"), "win.export-pdf");
  GMenu *papers = g_menu_new();
  g_menu_append(papers, say(language, "Spreadsheet for your accountant"), "win.export-workbook");
  g_menu_append(papers, say(language, "Tables as CSV"), "win.export-tables");
  g_menu_append(papers, say(language, "Counter slip"), "win.export-slip");
  g_menu_append(papers, say(language, "Rider to the contract"), "win.export-rider");
  g_menu_append(papers, say(language, "Deals side by side"), "win.export-comparison");
  g_menu_append_submenu(file, say(language, "Other papers"), G_MENU_MODEL(papers));
  GMenuModel *journals = export_menu_new(language);
  g_menu_append_submenu(file, say(language, "Export for the accountant"), journals);
  g_menu_append(file, say(language, "Print…"), "win.print");
  g_menu_append(file, say(language, "Open a file…"), "win.open");
  GMenuModel *recent = aub_application_recent_menu();
  g_menu_append_submenu(file, say(language, "Recent files"), recent);
  g_menu_append(file, say(language, "Save a copy…"), "win.save-copy");
  g_menu_append(file, say(language, "Show or hide the inputs"), "win.toggle-inputs");
  g_menu_append_section(menu, NULL, G_MENU_MODEL(file));
  GMenu *app = g_menu_new();
  g_menu_append(app, say(language, "Preferences"), "app.preferences");
  g_menu_append(app, say(language, "Help on this page"), "win.help");
  g_menu_append(app, say(language, "Keyboard shortcuts"), "win.shortcuts");
  g_menu_append(app, say(language, "About Aubaine"), "app.about");
  g_menu_append_section(menu, NULL, G_MENU_MODEL(app));
  g_object_unref(papers);
  g_object_unref(journals);
  g_object_unref(edit);
  g_object_unref(file);
  g_object_unref(app);
  return G_MENU_MODEL(menu);
}

static GtkWidget *make_menu_button(const char *label, const char *icon, GMenuModel *model) {
  GtkWidget *button = gtk_menu_button_new();
  if (icon)
    gtk_menu_button_set_icon_name(GTK_MENU_BUTTON(button), icon);
  else
    gtk_menu_button_set_label(GTK_MENU_BUTTON(button), label);
  gtk_menu_button_set_menu_model(GTK_MENU_BUTTON(button), model);
  gtk_widget_set_tooltip_text(button, label);
  gtk_accessible_update_property(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_unref(model);
  return button;
}

/* GTK 4.8 leaves the keys with an item of a submenu that is gone: nothing would answer them. */
static gboolean give_keys_back(gpointer data) {
  GtkRoot *root = gtk_widget_get_root(data);
  GtkWidget *focus = root ? gtk_root_get_focus(root) : NULL;
  if (root && (!focus || !gtk_widget_get_mapped(focus)))
    gtk_widget_grab_focus(data);
  return G_SOURCE_REMOVE;
}

static void menu_closed_cb(gpointer menu) {
  g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, give_keys_back, g_object_ref(menu), g_object_unref);
}

static GtkWidget *make_header(AubWindow *self) {
  Language language = self->language;
  GtkWidget *bar = adw_header_bar_new();
  self->inputs_button =
      add_icon_button(bar, "sidebar-show-symbolic", say(language, "Inputs"), "win.toggle-inputs");
  self->new_button = gtk_button_new_with_label(say(language, "New deal"));
  gtk_actionable_set_action_name(GTK_ACTIONABLE(self->new_button), "win.ask-deal");
  adw_header_bar_pack_start(ADW_HEADER_BAR(bar), self->new_button);
  self->undo_button = add_icon_button(bar, "edit-undo-symbolic", say(language, "Undo"), "win.undo");
  GtkWidget *redo = add_icon_button(bar, "edit-redo-symbolic", say(language, "Redo"), "win.redo");
  self->deals = aub_deal_menu_new(self->session, language);
  adw_header_bar_set_title_widget(ADW_HEADER_BAR(bar), self->deals);
  GtkWidget *menu =
      make_menu_button(say(language, "Main menu"), "open-menu-symbolic", make_main_menu(language));
  gtk_menu_button_set_primary(GTK_MENU_BUTTON(menu), TRUE);
  g_signal_connect_swapped(gtk_menu_button_get_popover(GTK_MENU_BUTTON(menu)), "closed",
                           G_CALLBACK(menu_closed_cb), menu);
  adw_header_bar_pack_end(ADW_HEADER_BAR(bar), menu);
  GtkWidget *export = gtk_button_new_with_label(say(language, "PDF for your accountant"));
  gtk_actionable_set_action_name(GTK_ACTIONABLE(export), "win.export-pdf");
  adw_header_bar_pack_end(ADW_HEADER_BAR(bar), export);
  self->wide_only[0] = self->new_button;
  self->wide_only[1] = self->undo_button;
  self->wide_only[2] = redo;
  self->wide_only[3] = export;
  return bar;
}

static GtkWidget *make_sidebar(AubWindow *self) {
  self->inputs = aub_inputs_new(self->session, self->language);
  GtkWidget *scrolled = gtk_scrolled_window_new();
  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scrolled), GTK_POLICY_NEVER,
                                 GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scrolled),
                                width_first_column_new(self->inputs));
  gtk_widget_set_size_request(scrolled, 340, -1);
  /* Folded, it lies over the page. */
  gtk_widget_add_css_class(scrolled, "background");
  return scrolled;
}

static GtkWidget *make_content(AubWindow *self) {
  GtkWidget *content = gtk_box_new(GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class(content, "content");
  gtk_widget_set_hexpand(content, TRUE);
  self->headline = aub_headline_new(self->session, self->language);
  self->pages = aub_pages_new(self->session, self->language);
  gtk_widget_set_vexpand(self->pages, TRUE);
  gtk_box_append(GTK_BOX(content), self->headline);
  gtk_box_append(GTK_BOX(content), self->pages);
  aub_pages_set_headline(AUB_PAGES(self->pages), AUB_HEADLINE(self->headline));
  return content;
}

/* On a very wide screen words stay beside their figures. */
static GtkWidget *make_clamp(GtkWidget *content) {
  GtkWidget *clamp = adw_clamp_new();
  adw_clamp_set_maximum_size(ADW_CLAMP(clamp), CONTENT_WIDTH_MOST);
  adw_clamp_set_tightening_threshold(ADW_CLAMP(clamp), CONTENT_WIDTH_MOST);
  adw_clamp_set_child(ADW_CLAMP(clamp), content);
  gtk_widget_set_hexpand(clamp, TRUE);
  return clamp;
}

static void set_style(GtkWidget *widget, const char *style, gboolean on) {
  if (on)
    gtk_widget_add_css_class(widget, style);
  else
    gtk_widget_remove_css_class(widget, style);
}

/* Narrow or low: words and buttons that have keys give way first, the verdict and a figure never.
 */
static gboolean fit_cb(gpointer data) {
  AubWindow *self = data;
  GtkWidget *widget = GTK_WIDGET(self);
  self->fit_source = 0;
  set_style(widget, "compact", self->compact);
  aub_headline_set_compact(AUB_HEADLINE(self->headline), self->compact);
  aub_headline_set_narrow(AUB_HEADLINE(self->headline), self->narrow);
  set_style(widget, "narrow", self->narrow);
  set_style(widget, "tight", self->tight);
  adw_flap_set_fold_policy(ADW_FLAP(self->flap),
                           self->narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO);
  adw_flap_set_reveal_flap(ADW_FLAP(self->flap), !self->narrow && !self->inputs_hidden);
  for (gsize i = 0; i < G_N_ELEMENTS(self->wide_only); i++)
    gtk_widget_set_visible(self->wide_only[i], !self->narrow);
  return G_SOURCE_REMOVE;
}

/* What is shown cannot change inside an allocation, so it changes right after it. */
static void aub_window_size_allocate(GtkWidget *widget, int width, int height, int baseline) {
  AubWindow *self = AUB_WINDOW(widget);
  GTK_WIDGET_CLASS(aub_window_parent_class)->size_allocate(widget, width, height, baseline);
  double text = theme_text_scale(widget);
  gboolean narrow = width < NARROW_WIDTH * text;
  gboolean compact = narrow || height < LOW_HEIGHT * text;
  gboolean tight = !narrow && width < TIGHT_WIDTH * text;
  if (narrow == self->narrow && tight == self->tight && compact == self->compact)
    return;
  self->narrow = narrow;
  self->tight = tight;
  self->compact = compact;
  if (!self->fit_source)
    self->fit_source = g_idle_add(fit_cb, self);
}

static void aub_window_dispose(GObject *object) {
  AubWindow *self = AUB_WINDOW(object);
  g_clear_handle_id(&self->fit_source, g_source_remove);
  g_clear_weak_pointer(&self->undo_toast);
  g_clear_weak_pointer(&self->left_field);
  if (self->session)
    g_signal_handlers_disconnect_by_data(self->session, self);
  g_clear_object(&self->session);
  G_OBJECT_CLASS(aub_window_parent_class)->dispose(object);
}

static void aub_window_class_init(AubWindowClass *class) {
  G_OBJECT_CLASS(class)->dispose = aub_window_dispose;
  GTK_WIDGET_CLASS(class)->size_allocate = aub_window_size_allocate;
}

static void aub_window_init(AubWindow *self) {}

GtkWidget *aub_window_new(GtkApplication *application, AubSession *session, Language language) {
  AubWindow *self = g_object_new(AUB_TYPE_WINDOW, "application", application, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  gtk_window_set_title(GTK_WINDOW(self), "Aubaine");
  gtk_widget_set_size_request(GTK_WIDGET(self), 360, 480);
  window_actions_add(self);

  self->flap = adw_flap_new();
  adw_flap_set_flap(ADW_FLAP(self->flap), make_sidebar(self));
  adw_flap_set_separator(ADW_FLAP(self->flap), gtk_separator_new(GTK_ORIENTATION_VERTICAL));
  adw_flap_set_content(ADW_FLAP(self->flap), make_clamp(make_content(self)));
  gtk_widget_set_vexpand(self->flap, TRUE);
  self->toasts = adw_toast_overlay_new();
  toast_names_keep(ADW_TOAST_OVERLAY(self->toasts), say(language, "Close"));
  adw_toast_overlay_set_child(ADW_TOAST_OVERLAY(self->toasts), self->flap);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append(GTK_BOX(box), make_header(self));
  gtk_box_append(GTK_BOX(box), self->toasts);
  adw_application_window_set_content(ADW_APPLICATION_WINDOW(self), box);

  g_signal_connect_swapped(session, "changed", G_CALLBACK(changed_cb), self);
  g_signal_connect_swapped(session, "plans-changed", G_CALLBACK(changed_cb), self);
  g_signal_connect(session, "failed", G_CALLBACK(failed_cb), self);
  update_undo(self);
  return GTK_WIDGET(self);
}
