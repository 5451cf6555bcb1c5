/* Room: page. The verdict card and the five figures. Knows: GTK, session, words. */
#include "ui/page/headline.h"

#include "ui/page/figure-strip.h"
#include "ui/page/headline-line.h"
#include "ui/widget/card.h"
#include "ui/widget/width-first.h"
#include "ui/words/typed-words.h"

struct _AubHeadline {
  GtkWidget parent_instance;
  AubSession *session;
  Language language;
  GtkWidget *badge, *title, *reasons, *basis, *stale, *verdict_card;
  gboolean narrow;
  guint tick; /* 0: all there is is shown */
  FigureStrip figures;
  GtkWidget *full; /* verdict and figures */
  HeadlineLine line;
  GtkScrolledWindow *page; /* in sight; weak */
  int width, hidden, room; /* pixels: of the last place, slid away, that can slide away at most */
  guint follow_tick;       /* 0: hidden is what the page says */
};

G_DEFINE_FINAL_TYPE(AubHeadline, aub_headline, GTK_TYPE_WIDGET)

static GtkWidget *make_verdict(AubHeadline *self) {
  GtkWidget *card = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 14);
  gtk_widget_add_css_class(card, "card");
  gtk_widget_add_css_class(card, "verdict");
  self->badge = gtk_label_new(NULL);
  gtk_widget_add_css_class(self->badge, "badge");
  gtk_widget_set_valign(self->badge, GTK_ALIGN_CENTER);
  gtk_box_append(GTK_BOX(card), self->badge);
  GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand(words, TRUE);
  self->title = card_label_add(words, "verdict-title");
  self->reasons = card_label_add(words, "verdict-reasons");
  self->basis = card_label_add(words, "verdict-basis");
  /* Else GTK 4.8 finds some of these texts wider in a high place than in any. */
  GtkWidget *const texts[] = {self->title, self->reasons, self->basis};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    gtk_label_set_natural_wrap_mode(GTK_LABEL(texts[i]), GTK_NATURAL_WRAP_NONE);
  self->stale = card_label_add(words, "verdict-stale");
  gtk_widget_set_visible(self->stale, FALSE);
  GtkWidget *beside = width_first_new(words);
  gtk_widget_set_valign(beside, GTK_ALIGN_CENTER);
  gtk_box_append(GTK_BOX(card), beside);
  return card;
}

static void show_stale(AubHeadline *self) {
  const Problems *problems = aub_session_get_problems(self->session);
  gtk_widget_set_visible(self->stale, problems->blocking_count > 0);
  if (!problems->blocking_count)
    return;
  g_autofree char *first = typed_problem_text(self->language, &problems->problem[0]);
  g_autofree char *text =
      g_strdup_printf(say(self->language, "These figures are from before your last change. %s: %s"),
                      typed_label(self->language, problems->problem[0].path), first);
  gtk_label_set_text(GTK_LABEL(self->stale), text);
}

/* Where there is room for few words the whole sentence is a touch or a screen reader away. */
static void show_title(AubHeadline *self, const Study *study) {
  g_autofree char *title = verdict_title(self->language, study);
  g_autofree char *brief = self->narrow ? verdict_title_short(self->language, study) : NULL;
  gtk_label_set_text(GTK_LABEL(self->title), brief ? brief : title);
  gtk_widget_set_tooltip_text(self->title, brief ? title : NULL);
}

void aub_headline_refresh(AubHeadline *self) {
  const Study study = aub_session_get_study(self->session);
  headline_line_refresh(&self->line, self->language, &study);
  g_autofree char *reasons = verdict_reasons(self->language, &study);
  g_autofree char *basis = verdict_basis(self->language, &study);
  VerdictForm form = verdict_form_told(&study);
  gtk_label_set_text(GTK_LABEL(self->badge), verdict_badge(self->language, &study));
  show_title(self, &study);
  gtk_label_set_text(GTK_LABEL(self->reasons), reasons);
  gtk_label_set_text(GTK_LABEL(self->basis), basis);
  for (VerdictForm each = 0; each < VERDICT_COUNT; each++)
    if (each == form)
      gtk_widget_add_css_class(self->verdict_card, verdict_form_name(each));
    else
      gtk_widget_remove_css_class(self->verdict_card, verdict_form_name(each));
  figure_strip_refresh(&self->figures, &study);
  show_stale(self);
}

static gboolean refresh_cb(GtkWidget *widget, GdkFrameClock *clock, gpointer data) {
  AubHeadline *self = AUB_HEADLINE(widget);
  self->tick = 0;
  aub_headline_refresh(self);
  return G_SOURCE_REMOVE;
}

/* What comes by itself is shown with the next frame, however much of it comes until then. */
static void more_cb(AubHeadline *self) {
  if (!self->tick)
    self->tick = gtk_widget_add_tick_callback(GTK_WIDGET(self), refresh_cb, NULL, NULL);
}

void aub_headline_set_compact(AubHeadline *self, gboolean compact) {
  gtk_widget_set_visible(self->reasons, !compact);
  gtk_widget_set_visible(self->basis, !compact);
  if (compact)
    gtk_widget_add_css_class(GTK_WIDGET(self), "compact");
  else
    gtk_widget_remove_css_class(GTK_WIDGET(self), "compact");
}

void aub_headline_set_narrow(AubHeadline *self, gboolean narrow) {
  Study study = aub_session_get_study(self->session);
  self->narrow = narrow;
  show_title(self, &study);
}

/* --- following the page -------------------------------------------------------------------- */

static int measure_height(GtkWidget *widget, int width) {
  int height = 0;
  gtk_widget_measure(widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static int room_of(AubHeadline *self, int width) {
  return MAX(measure_height(self->full, width) - measure_height(self->line.widget, -1), 0);
}

/* What the headline gives way by stands above the page's content: seen from the window, what is
 * scrolled by a pixel moves by a pixel. */
static void follow(AubHeadline *self) {
  if (!self->page || self->width <= 0)
    return;
  headline_line_fit(&self->line, self->width);
  figure_strip_set_rows(&self->figures, figure_strip_rows(&self->figures, self->width));
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment(self->page);
  double value = gtk_adjustment_get_value(at);
  int room = room_of(self, self->width);
  gboolean whole = self->hidden > 0 && self->hidden == self->room;
  int more = whole && value >= self->room ? room - self->room : 0;
  int hidden = CLAMP((int)(value + more), 0, room);
  GtkWidget *view = gtk_scrolled_window_get_child(self->page);
  GtkWidget *cards = GTK_IS_VIEWPORT(view) ? gtk_viewport_get_child(GTK_VIEWPORT(view)) : NULL;
  self->room = room;
  if (cards && gtk_widget_get_margin_top(cards) != hidden)
    gtk_widget_set_margin_top(cards, hidden);
  if (more)
    gtk_adjustment_set_value(at, value + more);
  if (hidden == self->hidden)
    return;
  self->hidden = hidden;
  gtk_widget_set_child_visible(self->line.widget, hidden > 0);
  gtk_widget_queue_resize(GTK_WIDGET(self));
}

static gboolean follow_cb(GtkWidget *widget, GdkFrameClock *clock, gpointer data) {
  AubHeadline *self = AUB_HEADLINE(widget);
  self->follow_tick = 0;
  follow(self);
  return G_SOURCE_REMOVE;
}

static void follow_soon(AubHeadline *self) {
  if (!self->follow_tick)
    self->follow_tick = gtk_widget_add_tick_callback(GTK_WIDGET(self), follow_cb, NULL, NULL);
}

static void leave_page(AubHeadline *self) {
  if (self->page)
    g_signal_handlers_disconnect_by_data(gtk_scrolled_window_get_vadjustment(self->page), self);
  g_clear_weak_pointer(&self->page);
}

void aub_headline_set_page(AubHeadline *self, GtkScrolledWindow *page) {
  leave_page(self);
  g_set_weak_pointer(&self->page, page);
  g_signal_connect_object(gtk_scrolled_window_get_vadjustment(page), "value-changed",
                          G_CALLBACK(follow_soon), self, G_CONNECT_SWAPPED);
  follow(self);
}

static void go_to_top(AubHeadline *self) {
  if (self->page && self->hidden > 0)
    gtk_adjustment_set_value(gtk_scrolled_window_get_vadjustment(self->page), 0);
}

static GtkSizeRequestMode aub_headline_get_request_mode(GtkWidget *widget) {
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void aub_headline_measure(GtkWidget *widget, GtkOrientation orientation, int for_size,
                                 int *minimum, int *natural, int *minimum_baseline,
                                 int *natural_baseline) {
  AubHeadline *self = AUB_HEADLINE(widget);
  gtk_widget_measure(self->full, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->hidden == 0)
    return;
  int line = measure_height(self->line.widget, -1);
  gboolean whole = self->hidden == self->room;
  *minimum = whole ? line : MAX(*minimum - self->hidden, line);
  *natural = whole ? line : MAX(*natural - self->hidden, line);
}

static void aub_headline_size_allocate(GtkWidget *widget, int width, int height, int baseline) {
  AubHeadline *self = AUB_HEADLINE(widget);
  int line = 0;
  gtk_widget_measure(self->line.widget, GTK_ORIENTATION_HORIZONTAL, -1, &line, NULL, NULL, NULL);
  int tall = MAX(measure_height(self->full, width), height);
  gtk_widget_allocate(
      self->full, width, tall, -1,
      gsk_transform_translate(NULL, &GRAPHENE_POINT_INIT(0, (float)(height - tall))));
  if (gtk_widget_get_child_visible(self->line.widget))
    gtk_widget_allocate(self->line.widget, MAX(width, line), measure_height(self->line.widget, -1),
                        -1, NULL);
  if (width != self->width || room_of(self, width) != self->room ||
      figure_strip_rows(&self->figures, width) != self->figures.rows)
    follow_soon(self);
  self->width = width;
}

/* --- the widget ---------------------------------------------------------------------------- */

static void aub_headline_dispose(GObject *object) {
  AubHeadline *self = AUB_HEADLINE(object);
  GtkWidget *child = NULL;
  leave_page(self);
  while ((child = gtk_widget_get_first_child(GTK_WIDGET(self))))
    gtk_widget_unparent(child);
  g_clear_object(&self->session);
  G_OBJECT_CLASS(aub_headline_parent_class)->dispose(object);
}

static void aub_headline_class_init(AubHeadlineClass *class) {
  G_OBJECT_CLASS(class)->dispose = aub_headline_dispose;
  GTK_WIDGET_CLASS(class)->get_request_mode = aub_headline_get_request_mode;
  GTK_WIDGET_CLASS(class)->measure = aub_headline_measure;
  GTK_WIDGET_CLASS(class)->size_allocate = aub_headline_size_allocate;
  gtk_widget_class_set_css_name(GTK_WIDGET_CLASS(class), "headline");
}

static void aub_headline_init(AubHeadline *self) {
  gtk_widget_set_overflow(GTK_WIDGET(self), GTK_OVERFLOW_HIDDEN);
}

/* The line says that there is more above; the keys that enter what slid away bring it back. */
static void make_line(AubHeadline *self) {
  headline_line_make(&self->line, self->language);
  gtk_widget_set_child_visible(self->line.widget, FALSE);
  gtk_widget_set_parent(self->line.widget, GTK_WIDGET(self));
  GtkGesture *click = gtk_gesture_click_new();
  g_signal_connect_swapped(click, "released", G_CALLBACK(go_to_top), self);
  gtk_widget_add_controller(self->line.widget, GTK_EVENT_CONTROLLER(click));
  GtkEventController *keys = gtk_event_controller_focus_new();
  g_signal_connect_swapped(keys, "enter", G_CALLBACK(go_to_top), self);
  gtk_widget_add_controller(self->full, keys);
}

GtkWidget *aub_headline_new(AubSession *session, Language language) {
  AubHeadline *self = g_object_new(AUB_TYPE_HEADLINE, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  self->full = gtk_box_new(GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent(self->full, GTK_WIDGET(self));
  self->verdict_card = make_verdict(self);
  gtk_box_append(GTK_BOX(self->full), self->verdict_card);

  figure_strip_make(&self->figures, language);
  gtk_box_append(GTK_BOX(self->full), self->figures.widget);
  make_line(self);
  g_signal_connect_object(session, "risk-changed", G_CALLBACK(more_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object(session, "decisions-changed", G_CALLBACK(more_cb), self,
                          G_CONNECT_SWAPPED);
  aub_headline_refresh(self);
  return GTK_WIDGET(self);
}
