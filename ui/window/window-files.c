/* Room: window. The window's commands on files. Knows: session, paper, file door, application. */
#include "ui/window/window-files.h"

#include "ui/paper/safe-file.h"
#include "ui/window/application.h"
#include "ui/widget/file-door.h"
#include "ui/window/window-actions.h"

/* --- what is done with a file once it is made --- */

/* The file's name, its folder as an icon: both buttons fit a narrow window. */
static GtkWidget *make_saved_title(Language language, const char *text, const char *path) {
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new(text);
  gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class(label, "heading");
  gtk_widget_set_hexpand(label, TRUE);
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_box_append(GTK_BOX(box), label);
  GtkWidget *folder = gtk_button_new_from_icon_name("folder-symbolic");
  const char *name = say(language, "Show in folder");
  gtk_widget_set_tooltip_text(folder, name);
  gtk_accessible_update_property(GTK_ACCESSIBLE(folder), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class(folder, "flat");
  gtk_actionable_set_action_name(GTK_ACTIONABLE(folder), "win.show-in-folder");
  gtk_actionable_set_action_target_value(GTK_ACTIONABLE(folder), g_variant_new_bytestring(path));
  gtk_box_append(GTK_BOX(box), folder);
  return box;
}

static void tell_saved(AubWindow *self, const char *path, const char *open_action) {
  Language language = aub_window_get_language(self);
  g_autofree char *name = g_filename_display_basename(path);
  g_autofree char *text = g_strdup_printf(say(language, "“%s” saved"), name);
  AdwToast *toast = adw_toast_new("");
  adw_toast_set_custom_title(toast, make_saved_title(language, text, path));
  adw_toast_set_button_label(toast, say(language, "Open"));
  adw_toast_set_action_name(toast, open_action);
  adw_toast_set_action_target_value(toast, g_variant_new_bytestring(path));
  adw_toast_set_timeout(toast, 10);
  aub_window_add_toast(self, toast);
}

void window_actions_tell_saved(AubWindow *self, const char *path) {
  tell_saved(self, path, "win.open-file");
}

static void tell_saved_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  window_actions_tell_saved(data, g_variant_get_bytestring(parameter));
}

static void open_file_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  g_autofree char *uri = g_filename_to_uri(g_variant_get_bytestring(parameter), NULL, NULL);
  if (uri)
    gtk_show_uri(GTK_WINDOW(data), uri, GDK_CURRENT_TIME);
}

/* No file manager that can point at a file: its folder is opened. */
static void shown_cb(GObject *bus, GAsyncResult *result, gpointer data) {
  g_autofree char *path = data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, NULL);
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *uri = reply ? NULL : g_filename_to_uri(folder, NULL, NULL);
  if (uri)
    gtk_show_uri(NULL, uri, GDK_CURRENT_TIME);
}

/* freedesktop.org's file manager interface. */
static void show_in_folder_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  const char *path = g_variant_get_bytestring(parameter);
  g_autofree char *uri = g_filename_to_uri(path, NULL, NULL);
  GDBusConnection *bus = g_application_get_dbus_connection(g_application_get_default());
  if (!uri || !bus)
    return;
  const char *uris[] = {uri, NULL};
  g_dbus_connection_call(bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                         "org.freedesktop.FileManager1", "ShowItems",
                         g_variant_new("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                         shown_cb, g_strdup(path));
}

/* --- the workspace --- */

static void open_workspace(const char *path, gpointer data) {
  aub_application_open_workspace(path);
}

static void open_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  Language language = aub_window_get_language(data);
  file_door_open(GTK_WINDOW(data), language, say(language, "Open a file"), open_workspace, data);
}

static void open_workspace_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  aub_application_open_workspace(g_variant_get_bytestring(parameter));
}

static gboolean drop_cb(GtkDropTarget *target, const GValue *value, double x, double y,
                        gpointer data) {
  GSList *files = g_value_get_boxed(value);
  for (GSList *each = files; each; each = each->next) {
    g_autofree char *path = g_file_get_path(each->data);
    if (path)
      aub_application_open_workspace(path);
  }
  return files != NULL;
}

static void write_copy(const char *path, gpointer data) {
  AubSession *session = aub_window_get_session(data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) copy = aub_session_make_copy(session, path, &error);
  if (copy && safe_file_write(path, g_bytes_get_data(copy, NULL), g_bytes_get_size(copy), &error) &&
      aub_session_complete_copy(session, path, &error))
    tell_saved(data, path, "win.open-workspace");
  else
    window_actions_tell_error(data, error);
}

static void save_copy_cb(GSimpleAction *action, GVariant *parameter, gpointer data) {
  Language language = aub_window_get_language(data);
  g_autofree char *open = g_path_get_basename(aub_session_get_path(aub_window_get_session(data)));
  char *dot = g_strrstr(open, ".aubaine");
  if (dot)
    *dot = '\0';
  g_autoptr(GDateTime) now = g_date_time_new_now_local();
  g_autofree char *today = g_date_time_format(now, "%Y-%m-%d");
  g_autofree char *name = g_strdup_printf("%s %s.aubaine", open, today);
  file_door_save(GTK_WINDOW(data), language, say(language, "Save a copy"), name, write_copy, data,
                 NULL);
}

void window_files_add(AubWindow *self) {
  static const GActionEntry entries[] = {
      {.name = "open", .activate = open_cb},
      {.name = "open-workspace", .activate = open_workspace_cb, .parameter_type = "ay"},
      {.name = "tell-saved", .activate = tell_saved_cb, .parameter_type = "ay"},
      {.name = "open-file", .activate = open_file_cb, .parameter_type = "ay"},
      {.name = "show-in-folder", .activate = show_in_folder_cb, .parameter_type = "ay"},
      {.name = "save-copy", .activate = save_copy_cb},
  };
  g_action_map_add_action_entries(G_ACTION_MAP(self), entries, G_N_ELEMENTS(entries), self);
  GtkDropTarget *drop = gtk_drop_target_new(GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect(drop, "drop", G_CALLBACK(drop_cb), self);
  gtk_widget_add_controller(GTK_WIDGET(self), GTK_EVENT_CONTROLLER(drop));
}
