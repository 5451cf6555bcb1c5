/* Room: widget. "How is this computed?" Knows: GTK. Must not know: what is explained. */
#include "ui/widget/explanation.h"

#include "ui/widget/card.h"

GtkWidget *explanation_new(Language language) {
  GtkWidget *inside = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class(inside, "explanation");
  gtk_box_append(GTK_BOX(inside),
                 card_label_new(say(language, "How is this computed?"), "heading"));
  GtkWidget *text = card_label_new(NULL, "explanation-text");
  gtk_label_set_max_width_chars(GTK_LABEL(text), 52);
  gtk_box_append(GTK_BOX(inside), text);
  GtkWidget *popover = gtk_popover_new();
  gtk_popover_set_child(GTK_POPOVER(popover), inside);
  g_object_set_data(G_OBJECT(popover), "text", text);
  return popover;
}

void explanation_set_text(GtkWidget *explanation, const char *text) {
  gtk_label_set_text(GTK_LABEL(g_object_get_data(G_OBJECT(explanation), "text")), text);
}
