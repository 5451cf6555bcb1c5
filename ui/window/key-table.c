/* Room: window. The keys as data. Knows: names of actions. Must not know: what they do. */
#include "ui/window/key-table.h"

#include "ui/words/words.h"

static const KeyRow rows[] = {
    {KEY_GROUP_GENERAL, "win.help", {"F1"}, N_("Help on this page")},
    {KEY_GROUP_GENERAL, "win.find", {"<Control>f"}, N_("Find in the inputs and the help")},
    {KEY_GROUP_GENERAL, "win.shortcuts", {"<Control>question"}, N_("Keyboard shortcuts")},
    {KEY_GROUP_GENERAL, "app.preferences", {"<Control>comma"}, N_("Preferences")},
    {KEY_GROUP_GENERAL, NULL, {"F10"}, N_("Main menu")},
    {KEY_GROUP_GENERAL, NULL, {"Escape"}, N_("Close what is open above the page")},
    {KEY_GROUP_GENERAL, "window.close", {"<Control>w"}, N_("Close the window")},
    {KEY_GROUP_GENERAL, "app.quit", {"<Control>q"}, N_("Quit")},
    {KEY_GROUP_DEAL, "win.ask-deal", {"<Control>n"}, N_("New deal")},
    {KEY_GROUP_DEAL, "win.open", {"<Control>o"}, N_("Open a file")},
    {KEY_GROUP_DEAL, "win.undo", {"<Control>z"}, N_("Undo")},
    {KEY_GROUP_DEAL, "win.redo", {"<Control><Shift>z", "<Control>y"}, N_("Redo")},
    {KEY_GROUP_DEAL, "win.export-pdf", {"<Control>e"}, N_("PDF for your accountant")},
    {KEY_GROUP_DEAL, "win.print", {"<Control>p"}, N_("Print")},
    {KEY_GROUP_PAGES, "win.next-page", {"<Control>Page_Down"}, N_("Next page")},
    {KEY_GROUP_PAGES, "win.previous-page", {"<Control>Page_Up"}, N_("Previous page")},
    {KEY_GROUP_PAGES, "win.toggle-inputs", {"F9"}, N_("Show or hide the inputs")},
    {KEY_GROUP_INPUTS, NULL, {"Up", "Down"}, N_("A little more, a little less")},
    {KEY_GROUP_INPUTS, NULL, {"Page_Up", "Page_Down"}, N_("Much more, much less")},
    {KEY_GROUP_INPUTS, NULL, {"<Alt>Down"}, N_("Where the value comes from, how sure it is")},
    {KEY_GROUP_INPUTS, NULL, {"Escape"}, N_("Take back what was typed")},
    {KEY_GROUP_CHART, NULL, {"Left"}, N_("The value before")},
    {KEY_GROUP_CHART, NULL, {"Right"}, N_("The value after")},
    {KEY_GROUP_CHART, NULL, {"Home", "End"}, N_("The first value, the last one")},
    {KEY_GROUP_CHART, NULL, {"t"}, N_("Its table")},
    {KEY_GROUP_CHART, NULL, {"c"}, N_("Copy its numbers")},
    {KEY_GROUP_CHART, NULL, {"Menu", "<Shift>F10"}, N_("Its menu")},
    {KEY_GROUP_CHART, NULL, {"Return"}, N_("Open the day, or go to the field of a bar")},
};

const KeyRow *key_table(int *count) {
  *count = G_N_ELEMENTS(rows);
  return rows;
}

const char *key_group_title(KeyGroup group) {
  static const char *const titles[KEY_GROUP_COUNT] = {
      [KEY_GROUP_GENERAL] = N_("Everywhere"), [KEY_GROUP_DEAL] = N_("The deal"),
      [KEY_GROUP_PAGES] = N_("Pages"),        [KEY_GROUP_INPUTS] = N_("In an input"),
      [KEY_GROUP_CHART] = N_("In a chart"),
  };
  g_return_val_if_fail(group < KEY_GROUP_COUNT, "");
  return titles[group];
}

void key_table_register(GtkApplication *application) {
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    if (rows[i].action)
      gtk_application_set_accels_for_action(application, rows[i].action, rows[i].keys);
}
