/* Room: widget. A chart as a widget. Knows: GTK, chart. Must not know: how a chart is drawn. */
#include "ui/widget/chart-view.h"

#include <adwaita.h>
#include <math.h>

#include "ui/widget/theme.h"

/* Charts' own text is a little smaller than the window's; on a screen it need not be. */
#define SCREEN_TEXT 1.12

struct _AubChartView {
  GtkWidget parent_instance;
  AubSession *session;
  Language language;
  ChartKind kind;
  Chart *chart;           /* NULL until drawn for the present plan, size and theme */
  GskRenderNode *picture; /* the static layer, drawn once; GSK knows it again by its pointer */
  int picture_scale;
  guint drawn_count;
  int position; /* under the pointer or chosen by keys; −1 none */
};

G_DEFINE_FINAL_TYPE(AubChartView, aub_chart_view, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void drop_picture(AubChartView *self) {
  g_clear_pointer(&self->chart, chart_free);
  g_clear_pointer(&self->picture, gsk_render_node_unref);
}

/* The value under the pointer or chosen by keys, else the whole. */
static void describe(AubChartView *self) {
  g_autofree char *text =
      self->position >= 0 ? chart_position_text(self->chart, self->position) : NULL;
  gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                 text ? text : chart_describe(self->chart), -1);
}

static void ensure_chart(AubChartView *self) {
  int width = gtk_widget_get_width(GTK_WIDGET(self));
  int height = gtk_widget_get_height(GTK_WIDGET(self));
  if (self->chart || width <= 0 || height <= 0)
    return;
  ChartStyle style = {
      .language = self->language,
      .theme = theme_for_charts(),
      .width = width,
      .height = height,
      .text_scale = SCREEN_TEXT * theme_text_scale(GTK_WIDGET(self)),
      .font_family = theme_font_family(GTK_WIDGET(self)),
      .with_title = false,
  };
  Study study = aub_session_get_study(self->session);
  self->chart = chart_new(self->kind, &study, &style);
  if (self->position >= chart_position_count(self->chart))
    self->position = -1;
  gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                 chart_title(self->chart), -1);
  describe(self);
}

/* Pixels in a node that stays the same: a frame of the hover layer alone repaints under that. */
static void ensure_picture(AubChartView *self) {
  int scale = gtk_widget_get_scale_factor(GTK_WIDGET(self));
  if (self->picture && self->picture_scale == scale)
    return;
  g_clear_pointer(&self->picture, gsk_render_node_unref);
  int width = gtk_widget_get_width(GTK_WIDGET(self));
  int height = gtk_widget_get_height(GTK_WIDGET(self));
  cairo_surface_t *pixels =
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_surface_set_device_scale(pixels, scale, scale);
  cairo_t *cr = cairo_create(pixels);
  chart_paint(self->chart, cr);
  cairo_destroy(cr);
  self->picture = gsk_cairo_node_new(&GRAPHENE_RECT_INIT(0, 0, (float)width, (float)height));
  self->picture_scale = scale;
  self->drawn_count++;
  cr = gsk_cairo_node_get_draw_context(self->picture);
  cairo_set_source_surface(cr, pixels, 0, 0);
  cairo_paint(cr);
  cairo_destroy(cr);
  cairo_surface_destroy(pixels);
}

static void snapshot_hover(AubChartView *self, GtkSnapshot *snapshot) {
  double box[4];
  chart_hover_box(self->chart, self->position, box);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT((float)box[0], (float)box[1], (float)box[2], (float)box[3]);
  cairo_t *cr = gtk_snapshot_append_cairo(snapshot, &bounds);
  chart_paint_hover(self->chart, cr, self->position);
  cairo_destroy(cr);
}

static void aub_chart_view_snapshot(GtkWidget *widget, GtkSnapshot *snapshot) {
  AubChartView *self = AUB_CHART_VIEW(widget);
  ensure_chart(self);
  if (!self->chart)
    return;
  ensure_picture(self);
  gtk_snapshot_append_node(snapshot, self->picture);
  if (self->position >= 0)
    snapshot_hover(self, snapshot);
}

static GtkSizeRequestMode aub_chart_view_get_request_mode(GtkWidget *widget) {
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

#define WIDTH_LEAST 260
#define WIDTH_USUAL 860
#define WIDTH_MOST 8192

/* Where no width is asked for: as high as any asks for, which is what GTK expects. */
static double height_of(AubChartView *self, int width) {
  double text_scale = SCREEN_TEXT * theme_text_scale(GTK_WIDGET(self));
  Study study = aub_session_get_study(self->session);
  if (width > 0)
    return chart_height_for(self->kind, &study, width, text_scale);
  return MAX(chart_height_for(self->kind, &study, WIDTH_LEAST, text_scale),
             chart_height_for(self->kind, &study, WIDTH_MOST, text_scale));
}

static void aub_chart_view_measure(GtkWidget *widget, GtkOrientation orientation, int for_size,
                                   int *minimum, int *natural, int *minimum_baseline,
                                   int *natural_baseline) {
  AubChartView *self = AUB_CHART_VIEW(widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = WIDTH_LEAST;
    *natural = WIDTH_USUAL;
  } else {
    *minimum = *natural = (int)ceil(height_of(self, for_size));
  }
  *minimum_baseline = *natural_baseline = -1;
}

static void aub_chart_view_size_allocate(GtkWidget *widget, int width, int height, int baseline) {
  drop_picture(AUB_CHART_VIEW(widget));
}

/* Pointer and keys alike. */
void aub_chart_view_show_position(AubChartView *self, int position) {
  g_return_if_fail(AUB_IS_CHART_VIEW(self));
  ensure_chart(self);
  if (!self->chart || position == self->position || position < -1 ||
      position >= chart_position_count(self->chart))
    return;
  self->position = position;
  describe(self);
  gtk_widget_queue_draw(GTK_WIDGET(self));
}

int aub_chart_view_count_positions(AubChartView *self) {
  ensure_chart(self);
  return self->chart ? chart_position_count(self->chart) : 0;
}

void aub_chart_view_get_point(AubChartView *self, double *x, double *y) {
  *x = gtk_widget_get_width(GTK_WIDGET(self)) / 2.0;
  *y = gtk_widget_get_height(GTK_WIDGET(self)) / 2.0;
  if (self->chart)
    chart_position_point(self->chart, self->position, x, y);
}

guint aub_chart_view_count_drawn(AubChartView *self) {
  return self->drawn_count;
}

static void motion_cb(GtkEventControllerMotion *controller, double x, double y,
                      AubChartView *self) {
  ensure_chart(self);
  if (self->chart)
    aub_chart_view_show_position(self, chart_hit(self->chart, x, y));
}

static void leave_cb(GtkEventControllerMotion *controller, AubChartView *self) {
  if (self->chart)
    aub_chart_view_show_position(self, -1);
}

static void pressed_cb(GtkGestureClick *gesture, int presses, double x, double y,
                       AubChartView *self) {
  gtk_widget_grab_focus(GTK_WIDGET(self));
  ensure_chart(self);
  int position = self->chart ? chart_hit(self->chart, x, y) : -1;
  if (position >= 0)
    g_signal_emit(self, chosen_signal, 0, position);
}

const char *aub_chart_view_get_path(AubChartView *self, int position) {
  return self->chart ? chart_position_path(self->chart, position) : NULL;
}

int aub_chart_view_get_day(AubChartView *self, int position) {
  return self->chart ? chart_position_day(self->chart, position) : -1;
}

static gboolean is_day_open(AubChartView *self) {
  return (self->kind == CHART_HEAT || self->kind == CHART_DAY) &&
         aub_session_get_day(self->session) >= 0;
}

static gboolean key_cb(GtkEventControllerKey *controller, guint key, guint code,
                       GdkModifierType state, AubChartView *self) {
  ensure_chart(self);
  int count = self->chart ? chart_position_count(self->chart) : 0;
  if (count == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return GDK_EVENT_PROPAGATE;
  int dx = 0, dy = 0, to = self->position;
  switch (key) {
  case GDK_KEY_Left:
    dx = -1;
    break;
  case GDK_KEY_Right:
    dx = 1;
    break;
  case GDK_KEY_Up:
    dy = -1;
    break;
  case GDK_KEY_Down:
    dy = 1;
    break;
  case GDK_KEY_Home:
    to = 0;
    break;
  case GDK_KEY_End:
    to = count - 1;
    break;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    if (self->position >= 0)
      g_signal_emit(self, chosen_signal, 0, self->position);
    return self->position >= 0;
  case GDK_KEY_Escape:
    if (is_day_open(self))
      g_signal_emit(self, chosen_signal, 0, -1);
    else if (self->position < 0)
      return GDK_EVENT_PROPAGATE;
    else
      to = -1;
    break;
  default:
    return GDK_EVENT_PROPAGATE;
  }
  if (dx || dy)
    to = self->position < 0 ? 0 : chart_move(self->chart, self->position, dx, dy);
  aub_chart_view_show_position(self, to);
  return GDK_EVENT_STOP;
}

void aub_chart_view_refresh(AubChartView *self) {
  g_return_if_fail(AUB_IS_CHART_VIEW(self));
  drop_picture(self);
  int width = gtk_widget_get_width(GTK_WIDGET(self));
  if (width > 0 && (int)ceil(height_of(self, width)) != gtk_widget_get_height(GTK_WIDGET(self)))
    gtk_widget_queue_resize(GTK_WIDGET(self));
  gtk_widget_queue_draw(GTK_WIDGET(self));
}

static void theme_changed_cb(AubChartView *self) {
  aub_chart_view_refresh(self);
}

static void aub_chart_view_dispose(GObject *object) {
  AubChartView *self = AUB_CHART_VIEW(object);
  drop_picture(self);
  g_clear_object(&self->session);
  G_OBJECT_CLASS(aub_chart_view_parent_class)->dispose(object);
}

static void aub_chart_view_class_init(AubChartViewClass *class) {
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(class);
  G_OBJECT_CLASS(class)->dispose = aub_chart_view_dispose;
  chosen_signal = g_signal_new("chosen", G_TYPE_FROM_CLASS(class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  widget_class->snapshot = aub_chart_view_snapshot;
  widget_class->measure = aub_chart_view_measure;
  widget_class->get_request_mode = aub_chart_view_get_request_mode;
  widget_class->size_allocate = aub_chart_view_size_allocate;
  gtk_widget_class_set_css_name(widget_class, "chart");
  gtk_widget_class_set_accessible_role(widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void aub_chart_view_init(AubChartView *self) {
  GtkWidget *widget = GTK_WIDGET(self);
  self->position = -1;
  gtk_widget_set_focusable(widget, TRUE);
  gtk_widget_set_hexpand(widget, TRUE);
  GtkEventController *motion = gtk_event_controller_motion_new();
  g_signal_connect(motion, "motion", G_CALLBACK(motion_cb), self);
  g_signal_connect(motion, "leave", G_CALLBACK(leave_cb), self);
  gtk_widget_add_controller(widget, motion);
  GtkEventController *keys = gtk_event_controller_key_new();
  g_signal_connect(keys, "key-pressed", G_CALLBACK(key_cb), self);
  gtk_widget_add_controller(widget, keys);
  GtkGesture *click = gtk_gesture_click_new();
  g_signal_connect(click, "pressed", G_CALLBACK(pressed_cb), self);
  gtk_widget_add_controller(widget, GTK_EVENT_CONTROLLER(click));
  AdwStyleManager *styles = adw_style_manager_get_default();
  g_signal_connect_object(styles, "notify::dark", G_CALLBACK(theme_changed_cb), self,
                          G_CONNECT_SWAPPED);
  g_signal_connect_object(styles, "notify::high-contrast", G_CALLBACK(theme_changed_cb), self,
                          G_CONNECT_SWAPPED);
}

GtkWidget *aub_chart_view_new(AubSession *session, Language language, ChartKind kind) {
  AubChartView *self = g_object_new(AUB_TYPE_CHART_VIEW, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  self->kind = kind;
  return GTK_WIDGET(self);
}
