/* Room: page. Knows: GTK, words. Must not know: when it is seen. */
#include "ui/page/headline-line.h"

#include "ui/words/figure-parts.h"

/* Of the sentence, in pixels at the usual text size: badge and margins with it. */
#define TITLE_WIDTH 210

static const char *const LABELS[FIGURE_COUNT] = {
    [FIGURE_DEAL_AGAINST_NONE] = N_("Result"),
    [FIGURE_CAP] = N_("Cap"),
    [FIGURE_REFUSED] = N_("Turned away"),
    [FIGURE_LOWEST_BALANCE] = N_("Lowest balance"),
    [FIGURE_COST_PER_CLIENT] = N_("Per client kept"),
};

static GtkWidget *add_label(GtkWidget *box, const char *text, const char *style) {
  GtkWidget *label = gtk_label_new(text);
  gtk_widget_add_css_class(label, style);
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_box_append(GTK_BOX(box), label);
  return label;
}

void headline_line_make(HeadlineLine *line, Language language) {
  line->verdict = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class(line->verdict, "card");
  gtk_widget_add_css_class(line->verdict, "verdict");
  gtk_widget_set_hexpand(line->verdict, TRUE);
  line->badge = add_label(line->verdict, NULL, "badge");
  gtk_widget_set_valign(line->badge, GTK_ALIGN_CENTER);
  line->title = add_label(line->verdict, NULL, "line-title");
  gtk_label_set_ellipsize(GTK_LABEL(line->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand(line->title, TRUE);
  for (int i = 0; i < FIGURE_COUNT; i++) {
    line->figure[i] = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    gtk_widget_set_valign(line->figure[i], GTK_ALIGN_CENTER);
    add_label(line->figure[i], say(language, LABELS[i]), "line-label");
    line->value[i] = add_label(line->figure[i], NULL, "line-value");
    gtk_box_append(GTK_BOX(line->verdict), line->figure[i]);
  }
  /* What slides under it shows through nowhere, not at its corners either. */
  line->widget = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class(line->widget, "headline-line");
  gtk_box_append(GTK_BOX(line->widget), line->verdict);
  gtk_accessible_update_state(GTK_ACCESSIBLE(line->widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

void headline_line_refresh(HeadlineLine *line, Language language, const Study *study) {
  g_autofree char *title = verdict_title_short(language, study);
  gtk_label_set_text(GTK_LABEL(line->badge), verdict_badge(language, study));
  gtk_label_set_text(GTK_LABEL(line->title), title);
  VerdictForm form = verdict_form_told(study);
  for (VerdictForm each = 0; each < VERDICT_COUNT; each++)
    if (each == form)
      gtk_widget_add_css_class(line->verdict, verdict_form_name(each));
    else
      gtk_widget_remove_css_class(line->verdict, verdict_form_name(each));
  for (int i = 0; i < FIGURE_COUNT; i++) {
    Figure figure = {0};
    figure_fill(language, study, i, &figure);
    gtk_label_set_text(GTK_LABEL(line->value[i]), figure.value);
    gtk_widget_set_tooltip_text(line->figure[i], figure.label);
    figure_clear(&figure);
  }
}

void headline_line_fit(HeadlineLine *line, int width) {
  int badge = 0, left = width;
  gtk_widget_measure(line->badge, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &badge, NULL, NULL);
  left -= badge + TITLE_WIDTH;
  for (int i = 0; i < FIGURE_COUNT; i++) {
    gtk_widget_set_visible(line->figure[i], TRUE);
    int wide = 0;
    gtk_widget_measure(line->figure[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
    left -= wide + gtk_box_get_spacing(GTK_BOX(line->verdict));
    gtk_widget_set_visible(line->figure[i], i == 0 || left >= 0);
  }
}
