/* Room: page. Knows: GTK, session, paper, file door. Must not know: what a chart shows. */
#include "ui/page/chart-menu.h"

#include "ui/paper/picture-file.h"
#include "ui/widget/file-door.h"
#include "ui/widget/theme.h"

static void add_item(GMenu *section, const char *label, const char *action, const char *key) {
  g_autoptr(GMenuItem) item = g_menu_item_new(label, action);
  if (key)
    g_menu_item_set_attribute(item, "accel", "s", key);
  g_menu_append_item(section, item);
}

static GMenuModel *make_model(Language language, gboolean table_is_shown,
                              gboolean has_explanation) {
  GMenu *menu = g_menu_new();
  g_autoptr(GMenu) show = g_menu_new(), take = g_menu_new();
  add_item(show, table_is_shown ? say(language, "Show the chart") : say(language, "Show the table"),
           "chart.table", "t");
  if (has_explanation)
    add_item(show, say(language, "How is this computed?"), "chart.explain", NULL);
  add_item(take, say(language, "Copy the numbers"), "chart.copy-numbers", "c");
  add_item(take, say(language, "Copy the picture"), "chart.copy-picture", NULL);
  add_item(take, say(language, "Save the picture…"), "chart.save-picture", NULL);
  g_menu_append_section(menu, NULL, G_MENU_MODEL(show));
  g_menu_append_section(menu, NULL, G_MENU_MODEL(take));
  return G_MENU_MODEL(menu);
}

void chart_menu_pop(AubCard *card, GtkWidget **menu, gboolean table_is_shown,
                    gboolean has_explanation, double x, double y) {
  g_autoptr(GMenuModel) model =
      make_model(aub_card_get_language(card), table_is_shown, has_explanation);
  /* Anew each time: GTK 4.8 gives one that is filled again no keys. */
  g_clear_pointer(menu, gtk_widget_unparent);
  *menu = gtk_popover_menu_new_from_model(model);
  gtk_popover_set_has_arrow(GTK_POPOVER(*menu), FALSE);
  gtk_widget_set_halign(*menu, GTK_ALIGN_START);
  gtk_widget_set_parent(*menu, GTK_WIDGET(card));
  gtk_popover_set_pointing_to(GTK_POPOVER(*menu), &(GdkRectangle){(int)x, (int)y, 1, 1});
  gtk_popover_popup(GTK_POPOVER(*menu));
}

static PictureOptions options_of(AubCard *card, ChartKind kind) {
  return (PictureOptions){kind, aub_card_get_language(card), theme_font_family(GTK_WIDGET(card))};
}

static void say_in_window(AubCard *card, const char *text) {
  gtk_widget_activate_action(GTK_WIDGET(card), "win.say", "s", text);
}

void chart_menu_copy_picture(AubCard *card, ChartKind kind) {
  const Study study = aub_session_get_study(aub_card_get_session(card));
  const PictureOptions options = options_of(card, kind);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) png = picture_file_make(&options, &study, PICTURE_PNG, &error);
  g_autoptr(GdkTexture) texture = png ? gdk_texture_new_from_bytes(png, &error) : NULL;
  if (!texture) {
    g_autofree char *text = error_text(aub_card_get_language(card), error);
    say_in_window(card, text);
    return;
  }
  gdk_clipboard_set_texture(gtk_widget_get_clipboard(GTK_WIDGET(card)), texture);
  say_in_window(card, say(aub_card_get_language(card), "Picture copied"));
}

/* What the file dialog is about; the card may be gone by then. */
typedef struct {
  GtkWidget *window;
  AubSession *session;
  PictureOptions options;
  char *font_family;
} Saving;

static void saving_free(gpointer data) {
  Saving *saving = data;
  g_object_unref(saving->window);
  g_object_unref(saving->session);
  g_free(saving->font_family);
  g_free(saving);
}

static void write_picture(const char *path, gpointer data) {
  const Saving *saving = data;
  const Study study = aub_session_get_study(saving->session);
  PictureFormat format;
  g_autoptr(GError) error = NULL;
  if (!picture_format_find(path, &format))
    gtk_widget_activate_action(
        saving->window, "win.say", "s",
        say(saving->options.language, "Nothing saved: end the name in .png or in .svg."));
  else if (picture_file_write(path, &saving->options, &study, format, &error))
    gtk_widget_activate_action(saving->window, "win.tell-saved", "^ay", path);
  else {
    g_autofree char *text = error_text(saving->options.language, error);
    gtk_widget_activate_action(saving->window, "win.say", "s", text);
  }
}

void chart_menu_save_picture(AubCard *card, ChartKind kind) {
  GtkWidget *window = GTK_WIDGET(gtk_widget_get_root(GTK_WIDGET(card)));
  Language language = aub_card_get_language(card);
  Saving *saving = g_new(Saving, 1);
  *saving = (Saving){g_object_ref(window), g_object_ref(aub_card_get_session(card)),
                     options_of(card, kind), g_strdup(theme_font_family(GTK_WIDGET(card)))};
  saving->options.font_family = saving->font_family;
  const Study study = aub_session_get_study(saving->session);
  g_autofree char *name = picture_file_name(&saving->options, &study);
  file_door_save(GTK_WINDOW(window), language, say(language, "Save the picture: PNG or SVG"), name,
                 write_picture, saving, saving_free);
}
