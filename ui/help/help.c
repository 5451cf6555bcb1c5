/* Room: help. The help window: topics by page beside their text, and a search that also finds
 * inputs. Knows: GTK, topics, inputs. Must not know: what is explained. */
#include "ui/help/help.h"

#include <adwaita.h>

#include "ui/help/help-inputs.h"
#include "ui/help/help-topics.h"
#include "ui/widget/card.h"
#include "ui/widget/escape.h"
#include "ui/widget/reading.h"

#define LIST_WIDTH 250
#define TEXT_WIDTH 300 /* pixels: narrower, the list and the text take turns */

#define AUB_TYPE_HELP (aub_help_get_type())
G_DECLARE_FINAL_TYPE(AubHelp, aub_help, AUB, HELP, AdwWindow)

struct _AubHelp {
  AdwWindow parent_instance;
  AubSession *session;
  Language language;
  GPtrArray *inputs; /* HelpInput; NULL: none looked for yet */
  GtkWidget *search, *list, *leaflet, *left, *back;
  GtkWidget *scrolled, *heading, *title, *text, *go; /* what is read */
  char **said; /* the text of each topic; NULL: not asked for since the last change */
};

G_DEFINE_FINAL_TYPE(AubHelp, aub_help, ADW_TYPE_WINDOW)

/* A row is a topic or an input; the other is NULL. */
static const HelpTopic *topic_of(GtkListBoxRow *row) {
  return g_object_get_data(G_OBJECT(row), "topic");
}

static const HelpInput *input_of(GtkListBoxRow *row) {
  return g_object_get_data(G_OBJECT(row), "input");
}

static const char *text_of(AubHelp *self, const HelpTopic *topic) {
  int index = help_topic_index(topic);
  if (!self->said[index])
    self->said[index] = help_topic_text(topic, self->language, self->session);
  return self->said[index];
}

static void forget_texts(AubHelp *self) {
  for (int i = 0; i < help_topic_count(); i++)
    g_clear_pointer(&self->said[i], g_free);
}

static void show(AubHelp *self, const char *heading, const char *title, const char *text) {
  gtk_label_set_text(GTK_LABEL(self->heading), heading);
  gtk_label_set_text(GTK_LABEL(self->title), title);
  reading_set(self->text, text);
}

static void show_row(AubHelp *self, GtkListBoxRow *row) {
  const HelpTopic *topic = topic_of(row);
  const HelpInput *input = input_of(row);
  gtk_widget_set_visible(self->go, input != NULL);
  if (input) {
    g_autofree char *text = g_strjoin("\n", input->question, input->hint, NULL);
    show(self, input->group, input->title, text);
    return;
  }
  g_autofree char *title = help_topic_title(topic, self->language, self->session);
  show(self, help_topic_heading(self->language, topic), title, text_of(self, topic));
}

static void selected_cb(GtkListBox *list, GtkListBoxRow *row, AubHelp *self) {
  if (!row)
    return;
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW(self->scrolled);
  gtk_adjustment_set_value(gtk_scrolled_window_get_vadjustment(scrolled), 0);
  show_row(self, row);
}

static gboolean is_list_away(AubHelp *self) {
  AdwLeaflet *leaflet = ADW_LEAFLET(self->leaflet);
  return adw_leaflet_get_folded(leaflet) && adw_leaflet_get_visible_child(leaflet) != self->left;
}

/* The keys are never left in what is out of sight. */
static gboolean follow_turn(gpointer data) {
  AubHelp *self = data;
  gboolean is_away = self->list && is_list_away(self);
  gtk_widget_set_visible(self->back, is_away);
  if (is_away)
    gtk_widget_grab_focus(self->scrolled);
  return G_SOURCE_REMOVE;
}

/* The leaflet says that it has folded while places are given out: too late for another button. */
static void turned_cb(AubHelp *self) {
  g_idle_add_full(G_PRIORITY_HIGH_IDLE, follow_turn, g_object_ref(self), g_object_unref);
}

/* The list and the text take turns; where both are in sight there is no turn to take. */
static void show_list(AubHelp *self) {
  adw_leaflet_set_visible_child(ADW_LEAFLET(self->leaflet), self->left);
}

static void show_text(AubHelp *self) {
  adw_leaflet_navigate(ADW_LEAFLET(self->leaflet), ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void go_to_field(AubHelp *self, const HelpInput *input) {
  GtkWidget *window = GTK_WIDGET(gtk_window_get_transient_for(GTK_WINDOW(self)));
  gtk_widget_activate_action(window, "win.show-field", "s", input->path);
  gtk_window_present(GTK_WINDOW(window));
  gtk_window_destroy(GTK_WINDOW(self));
}

static void activated_cb(GtkListBox *list, GtkListBoxRow *row, AubHelp *self) {
  if (input_of(row))
    go_to_field(self, input_of(row));
  else
    show_text(self);
}

static void go_cb(AubHelp *self) {
  GtkListBoxRow *row = gtk_list_box_get_selected_row(GTK_LIST_BOX(self->list));
  if (row && input_of(row))
    go_to_field(self, input_of(row));
}

static const char *query(AubHelp *self) {
  return gtk_editable_get_text(GTK_EDITABLE(self->search));
}

static gboolean filter_cb(GtkListBoxRow *row, gpointer data) {
  AubHelp *self = data;
  const HelpTopic *topic = topic_of(row);
  if (*query(self) == '\0')
    return topic != NULL;
  if (!topic)
    return help_input_matches(input_of(row), query(self));
  g_autofree char *title = help_topic_title(topic, self->language, self->session);
  return g_str_match_string(query(self), title, TRUE) ||
         g_str_match_string(query(self), text_of(self, topic), TRUE);
}

static const char *heading_of(AubHelp *self, GtkListBoxRow *row) {
  return topic_of(row) ? help_topic_heading(self->language, topic_of(row))
                       : say(self->language, "Inputs");
}

static void header_cb(GtkListBoxRow *row, GtkListBoxRow *before, gpointer data) {
  const char *heading = heading_of(data, row);
  gboolean same = before && g_str_equal(heading, heading_of(data, before));
  gtk_list_box_row_set_header(row, same ? NULL : card_label_new(heading, "help-heading"));
}

/* The row stands at index; −1: last. */
static void add_row(AubHelp *self, int index, const char *title, const char *name, const char *key,
                    gconstpointer what) {
  GtkWidget *row = gtk_list_box_row_new();
  gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(row), card_label_new(title, NULL));
  gtk_accessible_update_property(GTK_ACCESSIBLE(row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data(G_OBJECT(row), key, (gpointer)what);
  gtk_list_box_insert(GTK_LIST_BOX(self->list), row, index);
}

/* Every page has a topic of the same title: it is heard with the name of its page. */
static void add_topic(AubHelp *self, const HelpTopic *topic) {
  g_autofree char *title = help_topic_title(topic, self->language, self->session);
  g_autofree char *name = g_strdup_printf(say(self->language, "%1$s: %2$s"),
                                          help_topic_heading(self->language, topic), title);
  add_row(self, -1, title, name, "topic", topic);
}

/* When they are first looked for: they are many. What is found first is what is changed, so they
 * stand above the topics. */
static void add_inputs(AubHelp *self) {
  if (self->inputs)
    return;
  self->inputs = help_inputs_new(self->language);
  for (guint i = 0; i < self->inputs->len; i++) {
    const HelpInput *input = g_ptr_array_index(self->inputs, i);
    add_row(self, (int)i, input->title, input->title, "input", input);
  }
}

static GtkListBoxRow *first_row(AubHelp *self) {
  GtkListBoxRow *row;
  for (int i = 0; (row = gtk_list_box_get_row_at_index(GTK_LIST_BOX(self->list), i)); i++)
    if (filter_cb(row, self))
      return row;
  return NULL;
}

static void searched_cb(GtkSearchEntry *entry, AubHelp *self) {
  if (*query(self) != '\0')
    add_inputs(self);
  gtk_list_box_invalidate_filter(GTK_LIST_BOX(self->list));
  gtk_list_box_invalidate_headers(GTK_LIST_BOX(self->list));
  GtkListBoxRow *row = *query(self) != '\0' ? first_row(self) : NULL;
  if (row)
    gtk_list_box_select_row(GTK_LIST_BOX(self->list), row);
}

/* Typed over the list: the keys go where the letters went. */
static void search_started_cb(GtkSearchEntry *entry, AubHelp *self) {
  GtkEditable *text = gtk_editable_get_delegate(GTK_EDITABLE(entry));
  show_list(self);
  gtk_text_grab_focus_without_selecting(GTK_TEXT(text));
}

static void search_entered_cb(GtkSearchEntry *entry, AubHelp *self) {
  GtkListBoxRow *row = first_row(self);
  if (!row)
    return;
  gtk_list_box_select_row(GTK_LIST_BOX(self->list), row);
  activated_cb(GTK_LIST_BOX(self->list), row, self);
}

static void search_stopped_cb(GtkSearchEntry *entry, AubHelp *self) {
  if (*query(self) == '\0')
    gtk_window_close(GTK_WINDOW(self));
  else
    gtk_editable_set_text(GTK_EDITABLE(self->search), "");
}

static void changed_cb(AubHelp *self) {
  GtkListBoxRow *row = gtk_list_box_get_selected_row(GTK_LIST_BOX(self->list));
  forget_texts(self);
  if (row)
    show_row(self, row);
}

static void aub_help_dispose(GObject *object) {
  AubHelp *self = AUB_HELP(object);
  if (self->session)
    g_signal_handlers_disconnect_by_data(self->session, self);
  if (self->list)
    gtk_list_box_set_filter_func(GTK_LIST_BOX(self->list), NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object(&self->session);
  G_OBJECT_CLASS(aub_help_parent_class)->dispose(object);
}

static void aub_help_finalize(GObject *object) {
  AubHelp *self = AUB_HELP(object);
  forget_texts(self);
  g_free(self->said);
  g_clear_pointer(&self->inputs, g_ptr_array_unref);
  G_OBJECT_CLASS(aub_help_parent_class)->finalize(object);
}

static void aub_help_class_init(AubHelpClass *class) {
  G_OBJECT_CLASS(class)->dispose = aub_help_dispose;
  G_OBJECT_CLASS(class)->finalize = aub_help_finalize;
}

static void aub_help_init(AubHelp *self) {
  self->said = g_new0(char *, help_topic_count());
}

static GtkWidget *make_scrolled(GtkWidget *child) {
  GtkWidget *scrolled = gtk_scrolled_window_new();
  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scrolled), GTK_POLICY_NEVER,
                                 GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scrolled), child);
  gtk_widget_set_vexpand(scrolled, TRUE);
  return scrolled;
}

static GtkWidget *make_left(AubHelp *self) {
  const char *find = say(self->language, "Find in the inputs and the help");
  self->search = gtk_search_entry_new();
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, find,
                                 -1);
  gtk_widget_set_tooltip_text(self->search, find);
  g_object_set(self->search, "margin-start", 8, "margin-end", 8, "margin-top", 8, "margin-bottom",
               6, "placeholder-text", say(self->language, "Find"), NULL);
  gtk_search_entry_set_key_capture_widget(GTK_SEARCH_ENTRY(self->search), GTK_WIDGET(self));
  self->list = gtk_list_box_new();
  gtk_widget_add_css_class(self->list, "navigation-sidebar");
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                 say(self->language, "Topics"), -1);
  GtkWidget *nothing = card_label_new(say(self->language, "Nothing is called so."), "dim-label");
  gtk_widget_set_halign(nothing, GTK_ALIGN_CENTER);
  gtk_list_box_set_placeholder(GTK_LIST_BOX(self->list), nothing);
  for (int i = 0; i < help_topic_count(); i++)
    add_topic(self, help_topic(i));
  gtk_list_box_set_filter_func(GTK_LIST_BOX(self->list), filter_cb, self, NULL);
  gtk_list_box_set_header_func(GTK_LIST_BOX(self->list), header_cb, self, NULL);
  GtkWidget *left = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request(left, LIST_WIDTH, -1);
  gtk_widget_set_hexpand(left, FALSE);
  gtk_box_append(GTK_BOX(left), self->search);
  gtk_box_append(GTK_BOX(left), make_scrolled(self->list));
  return left;
}

static GtkWidget *make_right(AubHelp *self) {
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 8);
  g_object_set(box, "margin-start", 20, "margin-end", 20, "margin-top", 12, "margin-bottom", 24,
               NULL);
  self->heading = card_label_new(NULL, "dim-label");
  self->title = card_label_new(NULL, "title-2");
  self->text = reading_new();
  self->go = gtk_button_new_with_label(say(self->language, "Go to this field"));
  gtk_widget_set_halign(self->go, GTK_ALIGN_START);
  gtk_widget_set_visible(self->go, FALSE);
  g_signal_connect_swapped(self->go, "clicked", G_CALLBACK(go_cb), self);
  gtk_box_append(GTK_BOX(box), self->heading);
  gtk_box_append(GTK_BOX(box), self->title);
  gtk_box_append(GTK_BOX(box), self->text);
  gtk_box_append(GTK_BOX(box), self->go);
  self->scrolled = make_scrolled(box);
  /* By keyboard alone a long text is scrolled with the arrows. */
  gtk_widget_set_focusable(self->scrolled, TRUE);
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                 say(self->language, "Explanation"), -1);
  gtk_widget_set_size_request(self->scrolled, TEXT_WIDTH, -1);
  gtk_widget_set_hexpand(self->scrolled, TRUE);
  return self->scrolled;
}

static GtkWidget *make_header(AubHelp *self) {
  const char *label = say(self->language, "Back to the topics");
  GtkWidget *bar = adw_header_bar_new();
  self->back = gtk_button_new_from_icon_name("go-previous-symbolic");
  gtk_widget_set_tooltip_text(self->back, label);
  gtk_accessible_update_property(GTK_ACCESSIBLE(self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                 -1);
  g_signal_connect_swapped(self->back, "clicked", G_CALLBACK(show_list), self);
  adw_header_bar_pack_start(ADW_HEADER_BAR(bar), self->back);
  return bar;
}

static void follow(AubHelp *self) {
  g_signal_connect(self->list, "row-selected", G_CALLBACK(selected_cb), self);
  g_signal_connect(self->list, "row-activated", G_CALLBACK(activated_cb), self);
  g_signal_connect(self->search, "search-changed", G_CALLBACK(searched_cb), self);
  g_signal_connect(self->search, "search-started", G_CALLBACK(search_started_cb), self);
  g_signal_connect(self->search, "activate", G_CALLBACK(search_entered_cb), self);
  g_signal_connect(self->search, "stop-search", G_CALLBACK(search_stopped_cb), self);
  g_signal_connect_swapped(self->leaflet, "notify::folded", G_CALLBACK(turned_cb), self);
  g_signal_connect_swapped(self->leaflet, "notify::visible-child", G_CALLBACK(turned_cb), self);
  static const char *const changes[] = {"changed", "risk-changed", "decisions-changed",
                                        "offers-changed", "day-changed"};
  for (gsize i = 0; i < G_N_ELEMENTS(changes); i++)
    g_signal_connect_swapped(self->session, changes[i], G_CALLBACK(changed_cb), self);
}

static AubHelp *make_help(GtkWindow *parent, AubSession *session, Language language) {
  AubHelp *self = g_object_new(AUB_TYPE_HELP, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  self->leaflet = adw_leaflet_new();
  adw_leaflet_set_fold_threshold_policy(ADW_LEAFLET(self->leaflet),
                                        ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  gtk_widget_set_vexpand(self->leaflet, TRUE);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append(GTK_BOX(box), make_header(self));
  gtk_box_append(GTK_BOX(box), self->leaflet);
  self->left = make_left(self);
  adw_leaflet_append(ADW_LEAFLET(self->leaflet), self->left);
  GtkWidget *line = gtk_separator_new(GTK_ORIENTATION_VERTICAL);
  adw_leaflet_page_set_navigatable(adw_leaflet_append(ADW_LEAFLET(self->leaflet), line), FALSE);
  adw_leaflet_append(ADW_LEAFLET(self->leaflet), make_right(self));
  adw_window_set_content(ADW_WINDOW(self), box);
  gtk_window_set_title(GTK_WINDOW(self), say(language, "Help"));
  gtk_window_set_default_size(GTK_WINDOW(self), 820, 640);
  gtk_widget_set_size_request(GTK_WIDGET(self), 340, 400);
  gtk_window_set_transient_for(GTK_WINDOW(self), parent);
  gtk_window_set_destroy_with_parent(GTK_WINDOW(self), TRUE);
  escape_closes(GTK_WIDGET(self));
  follow(self);
  turned_cb(self);
  return self;
}

static void choose_page(AubHelp *self, const char *page) {
  GtkListBoxRow *row;
  gtk_editable_set_text(GTK_EDITABLE(self->search), "");
  gtk_list_box_invalidate_filter(GTK_LIST_BOX(self->list));
  for (int i = 0; (row = gtk_list_box_get_row_at_index(GTK_LIST_BOX(self->list), i)); i++)
    if (topic_of(row) && g_str_equal(help_topic_page(topic_of(row)), page)) {
      gtk_list_box_select_row(GTK_LIST_BOX(self->list), row);
      gtk_widget_grab_focus(GTK_WIDGET(row));
      return;
    }
}

/* The one that stands above parent. */
static AubHelp *find_help(GtkWindow *parent) {
  g_autoptr(GList) windows = gtk_window_list_toplevels();
  for (GList *each = windows; each; each = each->next)
    if (AUB_IS_HELP(each->data) && gtk_window_get_transient_for(each->data) == parent)
      return each->data;
  return NULL;
}

void help_show(GtkWindow *parent, AubSession *session, Language language, const char *page) {
  AubHelp *self = find_help(parent);
  if (!self)
    self = make_help(parent, session, language);
  if (page)
    show_text(self);
  else
    show_list(self);
  choose_page(self, page ? page : "");
  if (!page)
    gtk_widget_grab_focus(self->search);
  gtk_window_present(GTK_WINDOW(self));
}
