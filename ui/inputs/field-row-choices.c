/* Room: inputs. What a field's row offers to choose from: buttons, a list, a switch. Knows: GTK,
 * words. Must not know: rows around it. */
#include "ui/inputs/field-row-parts.h"

static void choice_toggled_cb(GtkToggleButton *button, AubFieldRow *self) {
  if (self->refreshing || !gtk_toggle_button_get_active(button))
    return;
  guint index = 0;
  if (g_ptr_array_find(self->choice_buttons, button, &index)) {
    self->edit_serial = 0;
    field_row_write(self, index);
  }
}

static void dropdown_selected_cb(GtkDropDown *dropdown, GParamSpec *spec, AubFieldRow *self) {
  guint index = gtk_drop_down_get_selected(dropdown);
  if (self->refreshing || index == GTK_INVALID_LIST_POSITION)
    return;
  self->edit_serial = 0;
  field_row_write(self, index);
}

static void switch_active_cb(GtkSwitch *toggle, GParamSpec *spec, AubFieldRow *self) {
  if (self->refreshing)
    return;
  self->edit_serial = 0;
  field_row_write(self, gtk_switch_get_active(toggle));
}

#define CHOICES_BESIDE_LETTERS 22 /* more stand below the label */
#define CHOICES_BELOW_LETTERS 44  /* more are a list that opens */

/* Up to three short choices are buttons, seen at once; more are a list. */
GtkWidget *field_row_make_choices(AubFieldRow *self, const char *label, int count,
                                  const char **words) {
  size_t length = 0;
  for (int i = 0; i < count; i++)
    length += (size_t)g_utf8_strlen(words[i], -1);
  if (count > 3 || length > CHOICES_BELOW_LETTERS) {
    GtkWidget *dropdown = gtk_drop_down_new_from_strings(words);
    gtk_widget_set_valign(dropdown, GTK_ALIGN_CENTER);
    field_row_name_widget(dropdown, label);
    g_signal_connect(dropdown, "notify::selected", G_CALLBACK(dropdown_selected_cb), self);
    return dropdown;
  }
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class(box, "linked");
  gtk_widget_set_valign(box, GTK_ALIGN_CENTER);
  self->choices_below = length > CHOICES_BESIDE_LETTERS;
  self->choice_buttons = g_ptr_array_new();
  for (int i = 0; i < count; i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label(words[i]);
    gtk_widget_add_css_class(button, "choice");
    g_autofree char *name = g_strdup_printf(say(self->language, "%1$s: %2$s"), label, words[i]);
    field_row_name_widget(button, name);
    if (i)
      gtk_toggle_button_set_group(GTK_TOGGLE_BUTTON(button),
                                  g_ptr_array_index(self->choice_buttons, 0));
    g_ptr_array_add(self->choice_buttons, button);
    gtk_widget_set_hexpand(button, self->choices_below);
    g_signal_connect(button, "toggled", G_CALLBACK(choice_toggled_cb), self);
    gtk_box_append(GTK_BOX(box), button);
  }
  return box;
}

GtkWidget *field_row_make_switch(AubFieldRow *self, const char *label) {
  self->toggle = gtk_switch_new();
  gtk_widget_set_valign(self->toggle, GTK_ALIGN_CENTER);
  field_row_name_widget(self->toggle, label);
  g_signal_connect(self->toggle, "notify::active", G_CALLBACK(switch_active_cb), self);
  return self->toggle;
}

void field_row_show_choice(AubFieldRow *self, gint64 value) {
  if (self->choice_buttons) {
    if (value >= 0 && value < (gint64)self->choice_buttons->len)
      gtk_toggle_button_set_active(g_ptr_array_index(self->choice_buttons, value), TRUE);
  } else if (self->choices) {
    gtk_drop_down_set_selected(GTK_DROP_DOWN(self->choices), (guint)value);
  }
  if (self->toggle)
    gtk_switch_set_active(GTK_SWITCH(self->toggle), value != 0);
}
