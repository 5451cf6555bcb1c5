/* Room: window. Knows: libadwaita's toasts. Must not know: what they say. */
#include "ui/window/toast-names.h"

/* Its own two; those of a title of ours have their names. */
static void name_buttons(GtkWidget *toast, const char *close) {
  for (GtkWidget *each = gtk_widget_get_first_child(toast); each;
       each = gtk_widget_get_next_sibling(each)) {
    if (!GTK_IS_BUTTON(each))
      continue;
    const char *word = gtk_button_get_label(GTK_BUTTON(each));
    gtk_accessible_reset_relation(GTK_ACCESSIBLE(each), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    gtk_accessible_update_property(GTK_ACCESSIBLE(each), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   word ? word : close, -1);
  }
}

/* The overlay's children are its content and the toasts; only what came is looked at. */
static void came_cb(GListModel *children, guint position, guint removed, guint added, char *close) {
  GtkWidget *overlay = g_object_get_data(G_OBJECT(children), "overlay");
  GtkWidget *content = adw_toast_overlay_get_child(ADW_TOAST_OVERLAY(overlay));
  for (guint i = position; i < position + added; i++) {
    g_autoptr(GtkWidget) each = g_list_model_get_item(children, i);
    if (each != content)
      name_buttons(each, close);
  }
}

void toast_names_keep(AdwToastOverlay *overlay, const char *close) {
  GListModel *children = gtk_widget_observe_children(GTK_WIDGET(overlay));
  g_object_set_data(G_OBJECT(children), "overlay", overlay);
  g_object_set_data_full(G_OBJECT(overlay), "toast-names", children, g_object_unref);
  g_signal_connect_data(children, "items-changed", G_CALLBACK(came_cb), g_strdup(close),
                        (GClosureNotify)(GCallback)g_free, 0);
}
