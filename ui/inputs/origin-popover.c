/* Room: inputs. Knows: GTK, session, words. Must not know: the row that it is about, what a range
 * does to the years. */
#include "ui/inputs/origin-popover.h"

#include <string.h>

#include "model/plan/range.h"
#include "ui/widget/card.h"
#include "ui/widget/entry-keys.h"
#include "ui/words/origin-words.h"
#include "ui/words/typed-words.h"

#define WORDS_LETTERS 34
#define SOURCE_LETTERS 60 /* of two bytes at most, they fit the plan */

typedef struct Origin Origin;

typedef struct {
  Origin *origin;
  gboolean is_high;
  GtkWidget *entry, *note;
  char *kept;     /* the text when the keys came in */
  gboolean wrote; /* the plan, since then */
  gint64 seen;    /* the plan's end at the last refresh; of a certain value G_MININT64 */
} End;

struct Origin {
  AubSession *session;
  Language language;
  char *path;
  const Field *field;
  gint64 step, serial; /* one undo step for one stay in an entry */
  gint64 kind_serial;  /* arrows pass over kinds: one step for one opening */
  GtkWidget *kind[PROVENANCE_COUNT];
  GtkWidget *contract_note, *source, *range_part, *said, *take_away;
  End end[2];
  gboolean refreshing;
};

static const Plan *plan_of(Origin *self) {
  return aub_session_get_plan(self->session);
}

const char *origin_icon_name(const Plan *plan, const char *path) {
  static const char *const icons[PROVENANCE_COUNT] = {
      [PROVENANCE_ASSUMED] = "content-loading-symbolic",
      [PROVENANCE_GUESS] = "dialog-question-symbolic",
      [PROVENANCE_PRESET] = "accessories-dictionary-symbolic",
      [PROVENANCE_MINE] = "avatar-default-symbolic",
      [PROVENANCE_CONTRACT] = "text-x-generic-symbolic",
      [PROVENANCE_REPORTED] = "user-bookmarks-symbolic",
  };
  const Provenance *provenance = plan_provenance(plan, path);
  return icons[provenance ? provenance->kind : PROVENANCE_ASSUMED];
}

/* --- where it comes from ------------------------------------------------------------------- */

static int provenance_entry(const Plan *plan, const char *path) {
  for (int i = 0; i < plan->provenance_count; i++)
    if (strcmp(plan->provenance[i].path, path) == 0)
      return i;
  return -1;
}

static void write_origin(Origin *self, ProvenanceKind kind, const char *source, const char *member,
                         gint64 serial) {
  g_autofree Plan *plan = g_memdup2(plan_of(self), sizeof(Plan));
  if (!plan_set_provenance(plan, self->path, kind, source))
    return;
  g_autofree char *path =
      g_strdup_printf("provenance[%d].%s", provenance_entry(plan, self->path), member);
  aub_session_replace_plan(self->session, plan, path, serial);
}

static void kind_toggled_cb(GtkCheckButton *button, Origin *self) {
  if (self->refreshing || !gtk_check_button_get_active(button))
    return;
  for (int i = 0; i < PROVENANCE_COUNT; i++)
    if (self->kind[i] == GTK_WIDGET(button))
      write_origin(self, (ProvenanceKind)i, "", "kind", self->kind_serial);
}

static void source_changed_cb(GtkEditable *editable, Origin *self) {
  const Provenance *provenance = plan_provenance(plan_of(self), self->path);
  if (!self->refreshing && provenance)
    write_origin(self, provenance->kind, gtk_editable_get_text(editable), "source", self->serial);
}

static void show_kind(Origin *self) {
  const Provenance *provenance = plan_provenance(plan_of(self), self->path);
  for (int i = 0; i < PROVENANCE_COUNT; i++) {
    gboolean is_it = provenance && (int)provenance->kind == i;
    /* Nobody can choose that others reported it, or that we assumed it. */
    if (is_it)
      gtk_widget_set_visible(self->kind[i], TRUE);
    gtk_check_button_set_active(GTK_CHECK_BUTTON(self->kind[i]), is_it);
  }
  gtk_widget_set_visible(self->contract_note,
                         provenance && provenance->kind == PROVENANCE_CONTRACT);
  gboolean has_source = provenance && strcmp(provenance->path, "*") != 0;
  const char *source = has_source ? say_name(self->language, provenance->source) : "";
  gtk_widget_set_sensitive(self->source, provenance != NULL);
  if (strcmp(source, gtk_editable_get_text(GTK_EDITABLE(self->source))) != 0)
    gtk_editable_set_text(GTK_EDITABLE(self->source), source);
}

/* --- how sure it is ------------------------------------------------------------------------ */

static Uncertainty range_now(Origin *self) {
  const Plan *plan = plan_of(self);
  int entry = range_entry(plan, self->path);
  if (entry >= 0)
    return range_of_input(plan, entry);
  gint64 value = plan_get(plan, self->path);
  return (Uncertainty){.low = value, .likely = value, .high = value};
}

static void write_end(End *end, gint64 value) {
  Origin *self = end->origin;
  Uncertainty range = range_now(self);
  gint64 *changed = end->is_high ? &range.high : &range.low;
  if (*changed == value && range_entry(plan_of(self), self->path) >= 0)
    return;
  *changed = value;
  g_autofree Plan *plan = g_memdup2(plan_of(self), sizeof(Plan));
  if (!range_give(plan, self->path, range.low, range.high))
    return;
  g_autofree char *path = g_strdup_printf("uncertainty[%d].%s", range_entry(plan, self->path),
                                          end->is_high ? "high" : "low");
  end->wrote = TRUE;
  aub_session_replace_plan(self->session, plan, path, self->serial);
}

static void show_end_note(End *end, const char *text, gboolean is_problem) {
  if (is_problem) {
    gtk_widget_add_css_class(end->note, "problem");
    gtk_widget_add_css_class(end->entry, "error");
  } else {
    gtk_widget_remove_css_class(end->note, "problem");
    gtk_widget_remove_css_class(end->entry, "error");
  }
  gtk_label_set_text(GTK_LABEL(end->note), text ? text : "");
  gtk_widget_set_visible(end->note, text != NULL);
}

/* Of what was typed when it is no number; else of the plan; else how it is read. */
static void show_end(End *end) {
  Origin *self = end->origin;
  const char *typed = gtk_editable_get_text(GTK_EDITABLE(end->entry));
  const Plan *plan = plan_of(self);
  const Problem *problem =
      origin_range_problem(plan, aub_session_get_problems(self->session), self->path);
  gint64 value = 0;
  gboolean ambiguous = FALSE;
  NumberProblem number = field_text_parse(self->field->unit, typed, &value, &ambiguous);
  g_autofree char *text = NULL;
  gboolean is_here = problem && g_str_has_suffix(problem->path, "high") == end->is_high;
  if (number != NUMBER_OK && (number != NUMBER_EMPTY || range_entry(plan, self->path) >= 0))
    text = number_problem_text(self->language, number);
  else if (is_here)
    text = problem_text(self->language, problem);
  if (text) {
    show_end_note(end, text, TRUE);
    return;
  }
  text = field_text_reading(self->language, self->field->unit, typed);
  show_end_note(end, text, FALSE);
}

static void end_changed_cb(GtkEditable *editable, End *end) {
  Origin *self = end->origin;
  if (self->refreshing)
    return;
  gint64 value = 0;
  gboolean ambiguous = FALSE;
  NumberProblem problem =
      field_text_parse(self->field->unit, gtk_editable_get_text(editable), &value, &ambiguous);
  if (problem == NUMBER_OK && field_number_fits(self->field, value))
    write_end(end, value);
  show_end(end);
}

static void put_end_text(End *end) {
  Origin *self = end->origin;
  Uncertainty range = range_now(self);
  g_autofree char *text = range_entry(plan_of(self), self->path) < 0
                              ? g_strdup("")
                              : field_text_format(self->language, self->field->unit,
                                                  end->is_high ? range.high : range.low);
  gboolean was_refreshing = self->refreshing;
  self->refreshing = TRUE;
  if (strcmp(text, gtk_editable_get_text(GTK_EDITABLE(end->entry))) != 0)
    gtk_editable_set_text(GTK_EDITABLE(end->entry), text);
  self->refreshing = was_refreshing;
}

static gboolean has_keys(GtkWidget *widget) {
  return (gtk_widget_get_state_flags(widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static gint64 end_now(End *end) {
  Uncertainty range = range_now(end->origin);
  if (range_entry(plan_of(end->origin), end->origin->path) < 0)
    return G_MININT64;
  return end->is_high ? range.high : range.low;
}

/* Tidy or not: what is being typed is never rewritten. */
static gboolean end_is_typed(End *end, gint64 now) {
  gint64 value = 0;
  gboolean ambiguous = FALSE;
  const char *typed = gtk_editable_get_text(GTK_EDITABLE(end->entry));
  return field_text_parse(end->origin->field->unit, typed, &value, &ambiguous) == NUMBER_OK &&
         value == now;
}

static void show_range(Origin *self) {
  const Plan *plan = plan_of(self);
  gboolean is_possible =
      range_is_possible(self->field) && plan_get(plan, self->path) != field_none(self->field);
  gtk_widget_set_visible(self->range_part, is_possible);
  if (!is_possible)
    return;
  for (int i = 0; i < 2; i++) {
    End *end = &self->end[i];
    gint64 now = end_now(end);
    if (!has_keys(end->entry) || (now != end->seen && !end_is_typed(end, now)))
      put_end_text(end);
    end->seen = now;
    show_end(end);
  }
  g_autofree char *said = origin_range_text(self->language, plan, self->path, NULL);
  gtk_label_set_text(GTK_LABEL(self->said),
                     said ? said : say(self->language, "Taken as certain in all simulated years."));
  gtk_widget_set_sensitive(self->take_away, said != NULL);
}

static void step_end(gpointer data, int steps) {
  End *end = data;
  Origin *self = end->origin;
  Uncertainty range = range_now(self);
  write_end(end,
            field_stepped(self->field, end->is_high ? range.high : range.low, steps * self->step));
  put_end_text(end);
  show_end(end);
  gtk_editable_set_position(GTK_EDITABLE(end->entry), -1);
}

/* Escape: the step back takes away what was typed here; where nothing was, the popover closes. */
static gboolean give_end_back(gpointer data) {
  End *end = data;
  Origin *self = end->origin;
  char path[PLAN_PATH_SIZE] = "";
  if (g_strcmp0(end->kept, gtk_editable_get_text(GTK_EDITABLE(end->entry))) == 0)
    return FALSE;
  g_autofree char *old = g_strdup(end->kept);
  if (end->wrote && aub_session_can_undo(self->session, path) &&
      g_str_has_prefix(path, "uncertainty["))
    aub_session_undo(self->session);
  self->refreshing = TRUE;
  gtk_editable_set_text(GTK_EDITABLE(end->entry), old);
  self->refreshing = FALSE;
  end->wrote = FALSE;
  show_end(end);
  return TRUE;
}

static void end_enter_cb(GtkEventControllerFocus *controller, End *end) {
  end->origin->serial = g_get_monotonic_time();
  end->wrote = FALSE;
  g_free(end->kept);
  end->kept = g_strdup(gtk_editable_get_text(GTK_EDITABLE(end->entry)));
}

static void end_leave_cb(GtkEventControllerFocus *controller, End *end) {
  put_end_text(end);
  show_end(end);
}

static void take_away_cb(GtkButton *button, Origin *self) {
  g_autofree Plan *plan = g_memdup2(plan_of(self), sizeof(Plan));
  if (range_take_away(plan, self->path))
    aub_session_replace_plan(self->session, plan, "uncertainty", 0);
}

/* --- the whole ----------------------------------------------------------------------------- */

static void refresh(Origin *self) {
  gboolean was_refreshing = self->refreshing;
  self->refreshing = TRUE;
  show_kind(self);
  show_range(self);
  self->refreshing = was_refreshing;
}

static void changed_cb(AubSession *session, GtkWidget *popover) {
  refresh(g_object_get_data(G_OBJECT(popover), "origin"));
}

static void name_widget(GtkWidget *widget, const char *name) {
  gtk_accessible_update_property(GTK_ACCESSIBLE(widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void source_enter_cb(GtkEventControllerFocus *controller, Origin *self) {
  self->serial = g_get_monotonic_time();
}

static void add_kinds(Origin *self, GtkWidget *inside) {
  static const ProvenanceKind order[PROVENANCE_COUNT] = {PROVENANCE_CONTRACT, PROVENANCE_MINE,
                                                         PROVENANCE_GUESS,    PROVENANCE_PRESET,
                                                         PROVENANCE_ASSUMED,  PROVENANCE_REPORTED};
  GtkWidget *kinds = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  for (int i = 0; i < PROVENANCE_COUNT; i++) {
    GtkWidget *button =
        gtk_check_button_new_with_label(origin_kind_label(self->language, order[i]));
    if (i)
      gtk_check_button_set_group(GTK_CHECK_BUTTON(button), GTK_CHECK_BUTTON(self->kind[order[0]]));
    self->kind[order[i]] = button;
    gtk_widget_set_visible(button,
                           order[i] != PROVENANCE_ASSUMED && order[i] != PROVENANCE_REPORTED);
    g_signal_connect(button, "toggled", G_CALLBACK(kind_toggled_cb), self);
    gtk_box_append(GTK_BOX(kinds), button);
  }
  gtk_box_append(GTK_BOX(inside), kinds);
  self->contract_note =
      card_label_new(say(self->language, "If you change the value, it counts as yours: mark it "
                                         "again when the contract says so."),
                     "row-note");
  gtk_box_append(GTK_BOX(inside), self->contract_note);
  self->source = gtk_entry_new();
  gtk_entry_set_max_length(GTK_ENTRY(self->source), SOURCE_LETTERS);
  gtk_entry_set_placeholder_text(GTK_ENTRY(self->source),
                                 say(self->language, "where it says so: s. 4"));
  gtk_editable_set_enable_undo(GTK_EDITABLE(self->source), FALSE);
  name_widget(self->source, say(self->language, "Source"));
  g_signal_connect(self->source, "changed", G_CALLBACK(source_changed_cb), self);
  GtkEventController *focus = gtk_event_controller_focus_new();
  g_signal_connect(focus, "enter", G_CALLBACK(source_enter_cb), self);
  gtk_widget_add_controller(self->source, focus);
  gtk_box_append(GTK_BOX(inside), self->source);
}

static GtkWidget *make_end(Origin *self, gboolean is_high) {
  static const EntryKeys keys = {step_end, give_end_back};
  End *end = &self->end[is_high];
  const char *label =
      is_high ? say(self->language, "At the highest") : say(self->language, "At the lowest");
  *end = (End){.origin = self, .is_high = is_high, .entry = gtk_entry_new()};
  end->note = card_label_new(NULL, "row-note");
  gtk_label_set_max_width_chars(GTK_LABEL(end->note), WORDS_LETTERS / 2);
  gtk_editable_set_alignment(GTK_EDITABLE(end->entry), 1);
  gtk_editable_set_width_chars(GTK_EDITABLE(end->entry), 9);
  gtk_editable_set_max_width_chars(GTK_EDITABLE(end->entry), 9);
  gtk_editable_set_enable_undo(GTK_EDITABLE(end->entry), FALSE);
  name_widget(end->entry, label);
  g_signal_connect(end->entry, "changed", G_CALLBACK(end_changed_cb), end);
  entry_keys_add(end->entry, field_text_keypad(self->language, self->field->unit), &keys, end);
  GtkEventController *focus = gtk_event_controller_focus_new();
  g_signal_connect(focus, "enter", G_CALLBACK(end_enter_cb), end);
  g_signal_connect(focus, "leave", G_CALLBACK(end_leave_cb), end);
  gtk_widget_add_controller(end->entry, focus);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append(GTK_BOX(box), card_label_new(label, "row-hint"));
  gtk_box_append(GTK_BOX(box), end->entry);
  gtk_box_append(GTK_BOX(box), end->note);
  return box;
}

static GtkWidget *make_range_part(Origin *self) {
  GtkWidget *part = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append(GTK_BOX(part), card_label_new(say(self->language, "How sure is it?"), "heading"));
  GtkWidget *ends = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_set_homogeneous(GTK_BOX(ends), TRUE);
  for (int i = 0; i < 2; i++)
    gtk_box_append(GTK_BOX(ends), make_end(self, i == 1));
  gtk_box_append(GTK_BOX(part), ends);
  self->said = card_label_new(NULL, "row-hint");
  gtk_label_set_max_width_chars(GTK_LABEL(self->said), WORDS_LETTERS);
  gtk_box_append(GTK_BOX(part), self->said);
  self->take_away = gtk_button_new_with_label(say(self->language, "No doubt: one value"));
  gtk_widget_set_halign(self->take_away, GTK_ALIGN_START);
  gtk_widget_add_css_class(self->take_away, "settle");
  g_signal_connect(self->take_away, "clicked", G_CALLBACK(take_away_cb), self);
  gtk_box_append(GTK_BOX(part), self->take_away);
  return part;
}

static void origin_free(gpointer data) {
  Origin *self = data;
  g_object_unref(self->session);
  g_free(self->path);
  g_free(self->end[0].kept);
  g_free(self->end[1].kept);
  g_free(self);
}

GtkWidget *origin_popover_new(AubSession *session, Language language, const char *path,
                              const char *label, gint64 step) {
  Origin *self = g_new0(Origin, 1);
  self->session = g_object_ref(session);
  self->language = language;
  self->path = g_strdup(path);
  self->field = field_find(path);
  self->step = step;
  self->kind_serial = g_get_monotonic_time();
  self->refreshing = TRUE;
  GtkWidget *inside = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class(inside, "explanation");
  g_autofree char *title =
      g_strdup_printf(say(language, "%1$s: %2$s"), label, say(language, "where it comes from"));
  GtkWidget *heading = card_label_new(title, "heading");
  gtk_label_set_max_width_chars(GTK_LABEL(heading), WORDS_LETTERS);
  gtk_box_append(GTK_BOX(inside), heading);
  add_kinds(self, inside);
  self->range_part = make_range_part(self);
  gtk_box_append(GTK_BOX(inside), self->range_part);
  GtkWidget *popover = gtk_popover_new();
  gtk_popover_set_child(GTK_POPOVER(popover), inside);
  g_object_set_data_full(G_OBJECT(popover), "origin", self, origin_free);
  self->refreshing = FALSE;
  refresh(self);
  g_signal_connect_object(session, "changed", G_CALLBACK(changed_cb), popover, 0);
  return popover;
}
