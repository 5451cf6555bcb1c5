/* Room: page. Knows: GTK, words. Must not know: how the headline follows the page. */
#include "ui/page/figure-strip.h"

#include "ui/widget/card.h"
#include "ui/widget/explanation.h"
#include "ui/widget/sideways.h"
#include "ui/widget/width-first.h"

#define SPACING 6
/* Of the first of two rows. */
#define FIRST_ROW ((FIGURE_COUNT + 1) / 2)

static void make_card(FigureCard *card, Language language) {
  GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand(words, TRUE);
  card->label = card_label_add(words, "figure-label");
  card->value = card_label_add(words, "figure-value");
  gtk_label_set_wrap(GTK_LABEL(card->value), FALSE);
  gtk_label_set_yalign(GTK_LABEL(card->label), 1);
  card->note = card_label_new(NULL, "figure-note");
  gtk_label_set_yalign(GTK_LABEL(card->note), 0);
  /* Its width counts while it is put away, so that the rows never take turns. */
  card->revealer = gtk_revealer_new();
  gtk_revealer_set_transition_duration(GTK_REVEALER(card->revealer), 0);
  gtk_revealer_set_reveal_child(GTK_REVEALER(card->revealer), TRUE);
  gtk_revealer_set_child(GTK_REVEALER(card->revealer), card->note);
  gtk_box_append(GTK_BOX(words), card->revealer);

  card->explanation = explanation_new(language);
  card->button = gtk_menu_button_new();
  GtkWidget *child = width_first_new(words);
  gtk_menu_button_set_child(GTK_MENU_BUTTON(card->button), child);
  /* The menu button centres its child; a card reads from the left. */
  gtk_widget_set_halign(gtk_widget_get_parent(child), GTK_ALIGN_FILL);
  gtk_menu_button_set_popover(GTK_MENU_BUTTON(card->button), card->explanation);
  width_first_menu_button(GTK_MENU_BUTTON(card->button));
  gtk_widget_add_css_class(card->button, "figure");
  gtk_widget_set_hexpand(card->button, TRUE);
}

/* What a press does, behind the note that has no room on the card. */
static void show_tip(const FigureStrip *strip, const FigureCard *card) {
  const char *press = say(strip->language, "How is this computed?");
  g_autofree char *both =
      strip->rows == FIGURES_IN_TWO
          ? g_strdup_printf("%s\n%s", gtk_label_get_text(GTK_LABEL(card->note)), press)
          : g_strdup(press);
  gtk_widget_set_tooltip_text(card->button, both);
}

/* Two rows are as wide as each other, whatever stands in them. */
static void place_cards(FigureStrip *strip, gboolean in_two) {
  GtkLayoutManager *layout = gtk_widget_get_layout_manager(strip->grid);
  for (int i = 0; i < FIGURE_COUNT; i++) {
    int row = in_two && i >= FIRST_ROW;
    int at = row ? i - FIRST_ROW : i;
    int span = !in_two ? 1 : row ? FIRST_ROW : FIGURE_COUNT - FIRST_ROW;
    GtkLayoutChild *place = gtk_layout_manager_get_layout_child(layout, strip->card[i].button);
    g_object_set(place, "row", row, "column", at * span, "column-span", span, NULL);
  }
}

void figure_strip_make(FigureStrip *strip, Language language) {
  strip->language = language;
  strip->grid = gtk_grid_new();
  gtk_widget_set_vexpand(strip->grid, FALSE);
  gtk_grid_set_column_homogeneous(GTK_GRID(strip->grid), TRUE);
  gtk_grid_set_column_spacing(GTK_GRID(strip->grid), SPACING);
  gtk_grid_set_row_spacing(GTK_GRID(strip->grid), SPACING);
  for (int i = 0; i < FIGURE_COUNT; i++) {
    make_card(&strip->card[i], language);
    gtk_grid_attach(GTK_GRID(strip->grid), strip->card[i].button, i, 0, 1, 1);
  }
  strip->rows = FIGURES_ALIKE;
  strip->widget = aub_sideways_new(FALSE);
  aub_sideways_set_child(AUB_SIDEWAYS(strip->widget), strip->grid);
}

/* The longer of two lines, where it is cut best. */
static int chars_in_two_lines(const char *text) {
  int all = (int)g_utf8_strlen(text, -1), least = all, at = 0;
  for (const char *next = text; *next; next = g_utf8_next_char(next), at++)
    if (*next == ' ')
      least = MIN(least, MAX(at, all - at - 1));
  return least;
}

void figure_strip_refresh(FigureStrip *strip, const Study *study) {
  Language language = strip->language;
  for (int i = 0; i < FIGURE_COUNT; i++) {
    FigureCard *card = &strip->card[i];
    Figure figure = {0};
    figure_fill(language, study, i, &figure);
    gtk_label_set_text(GTK_LABEL(card->label), figure.label);
    gtk_label_set_width_chars(GTK_LABEL(card->label), chars_in_two_lines(figure.label));
    gtk_label_set_text(GTK_LABEL(card->value), figure.value);
    gtk_label_set_text(GTK_LABEL(card->note), figure.note);
    g_autofree char *name =
        g_strdup_printf(say(language, "%1$s: %2$s"), figure.label, figure.value);
    gtk_accessible_update_property(GTK_ACCESSIBLE(card->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, figure.note, -1);
    g_autofree char *explanation = explain_figure(language, study, i);
    explanation_set_text(card->explanation, explanation);
    show_tip(strip, card);
    figure_clear(&figure);
  }
}

static int least_width(GtkWidget *widget) {
  int least = 0;
  gtk_widget_measure(widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

FigureRows figure_strip_rows(const FigureStrip *strip, int width) {
  int most = 0, all = (FIGURE_COUNT - 1) * SPACING;
  for (int i = 0; i < FIGURE_COUNT; i++) {
    int least = least_width(strip->card[i].button);
    most = MAX(most, least);
    all += least;
  }
  if (FIGURE_COUNT * (most + SPACING) - SPACING <= width)
    return FIGURES_ALIKE;
  if (all <= width)
    return FIGURES_CLOSE;
  return FIRST_ROW * (most + SPACING) - SPACING <= width ? FIGURES_IN_TWO : FIGURES_SIDEWAYS;
}

void figure_strip_set_rows(FigureStrip *strip, FigureRows rows) {
  gboolean two = rows == FIGURES_IN_TWO;
  if (rows == strip->rows)
    return;
  strip->rows = rows;
  gtk_grid_set_column_homogeneous(GTK_GRID(strip->grid), rows != FIGURES_CLOSE);
  place_cards(strip, two);
  for (int i = 0; i < FIGURE_COUNT; i++) {
    gtk_revealer_set_reveal_child(GTK_REVEALER(strip->card[i].revealer), !two);
    /* The values of a row stand on one line. */
    gtk_widget_set_vexpand(strip->card[i].label, two);
    show_tip(strip, &strip->card[i]);
  }
  if (two)
    gtk_widget_add_css_class(strip->grid, "two-rows");
  else
    gtk_widget_remove_css_class(strip->grid, "two-rows");
}
