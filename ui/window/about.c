/* Room: window. About Aubaine. Knows: the diagnostic. Must not know: plans. */
#include "ui/window/about.h"

#include <adwaita.h>

#include "ui/window/application.h"
#include "ui/widget/card.h"
#include "ui/window/diagnostic.h"
#include "ui/widget/escape.h"
#include "ui/widget/theme.h"
#include "ui/window/window.h"

typedef struct {
  char *text;
  const char *copied; /* "Diagnostic copied" */
} Copy;

static void free_copy(gpointer data, GClosure *closure) {
  Copy *copy = data;
  g_free(copy->text);
  g_free(copy);
}

static void copy_cb(GtkButton *button, gpointer data) {
  Copy *copy = data;
  gdk_clipboard_set_text(gtk_widget_get_clipboard(GTK_WIDGET(button)), copy->text);
  gtk_button_set_label(button, copy->copied);
}

static char *make_diagnostic(GtkWindow *parent, Language language) {
  GskRenderer *renderer = gtk_native_get_renderer(GTK_NATIVE(parent));
  const DiagnosticScreen screen = {.renderer = renderer ? G_OBJECT_TYPE_NAME(renderer) : NULL,
                                   .text_scale = theme_text_scale(GTK_WIDGET(parent))};
  return diagnostic_text(language, aub_window_get_session(AUB_WINDOW(parent)), &screen);
}

/* What is copied stands under the button: she sees that nothing of hers is in it. */
static GtkWidget *make_copy(GtkWindow *parent, Language language) {
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 12);
  Copy *copy = g_new(Copy, 1);
  *copy = (Copy){make_diagnostic(parent, language), say(language, "Diagnostic copied")};
  GtkWidget *button = gtk_button_new_with_label(say(language, "Copy diagnostic"));
  gtk_widget_add_css_class(button, "pill");
  gtk_widget_set_halign(button, GTK_ALIGN_CENTER);
  g_signal_connect_data(button, "clicked", G_CALLBACK(copy_cb), copy, free_copy, 0);
  gtk_box_append(GTK_BOX(box), button);
  gtk_box_append(
      GTK_BOX(box),
      card_label_new(say(language, "For who repairs the program: no figure, no name and no folder "
                                   "of yours is in it. It is only this:"),
                     "dim-label"));
  GtkWidget *shown = card_label_new(copy->text, "letter");
  gtk_box_append(GTK_BOX(box), shown);
  return box;
}

void about_show(GtkWindow *parent, Language language) {
  GtkWidget *status = adw_status_page_new();
  g_autofree char *version =
      g_strdup_printf(say(language, "Version %s, free software under the GNU GPL, version 3 or "
                                    "later, without any warranty."),
                      AUBAINE_VERSION);
  g_autofree char *description = g_strdup_printf(
      "%s\n\n%s",
      say(language, "Is this group-buy deal good for you? Nothing leaves this computer."), version);
  gtk_widget_add_css_class(status, "compact");
  adw_status_page_set_icon_name(ADW_STATUS_PAGE(status), AUBAINE_ID);
  adw_status_page_set_title(ADW_STATUS_PAGE(status), "Aubaine");
  adw_status_page_set_description(ADW_STATUS_PAGE(status), description);
  adw_status_page_set_child(ADW_STATUS_PAGE(status), make_copy(parent, language));
  gtk_widget_set_vexpand(status, TRUE);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append(GTK_BOX(box), adw_header_bar_new());
  gtk_box_append(GTK_BOX(box), status);
  GtkWidget *window = adw_window_new();
  gtk_window_set_title(GTK_WINDOW(window), say(language, "About Aubaine"));
  gtk_window_set_default_size(GTK_WINDOW(window), 460, 700);
  gtk_widget_set_size_request(window, 340, 400);
  adw_window_set_content(ADW_WINDOW(window), box);
  escape_closes(window);
  gtk_window_set_transient_for(GTK_WINDOW(window), parent);
  gtk_window_set_destroy_with_parent(GTK_WINDOW(window), TRUE);
  gtk_window_present(GTK_WINDOW(window));
}
