/* Room: widget. What scrolls sideways. Knows: GTK. Must not know: what is in it. */
#include "ui/widget/sideways.h"

struct _AubSideways {
  GtkWidget parent_instance;
  GtkWidget *scrolled, *child;
  gboolean with_bar;
};

G_DEFINE_FINAL_TYPE(AubSideways, aub_sideways, GTK_TYPE_WIDGET)

static GtkSizeRequestMode aub_sideways_get_request_mode(GtkWidget *widget) {
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A scrolled window is as high as its child at its narrowest. */
static void aub_sideways_measure(GtkWidget *widget, GtkOrientation orientation, int for_size,
                                 int *minimum, int *natural, int *minimum_baseline,
                                 int *natural_baseline) {
  AubSideways *self = AUB_SIDEWAYS(widget);
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW(self->scrolled);
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || !self->child) {
    gtk_widget_measure(self->scrolled, orientation, -1, minimum, natural, NULL, NULL);
    return;
  }
  int least = 0, bar = 0;
  gtk_widget_measure(self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure(self->child, GTK_ORIENTATION_VERTICAL,
                     for_size < 0 ? -1 : MAX(least, for_size), minimum, NULL, NULL, NULL);
  if (for_size < least && !gtk_scrolled_window_get_overlay_scrolling(scrolled))
    gtk_widget_measure(gtk_scrolled_window_get_hscrollbar(scrolled), GTK_ORIENTATION_VERTICAL, -1,
                       &bar, NULL, NULL, NULL);
  *natural = *minimum = *minimum + bar;
}

/* With more to the side than is seen, the keys must get there too. */
static void aub_sideways_size_allocate(GtkWidget *widget, int width, int height, int baseline) {
  AubSideways *self = AUB_SIDEWAYS(widget);
  int least = 0;
  gtk_widget_allocate(self->scrolled, width, height, baseline, NULL);
  if (self->child)
    gtk_widget_measure(self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_set_focusable(widget, self->with_bar && least > width);
}

static gboolean key_cb(GtkEventControllerKey *controller, guint key, guint code,
                       GdkModifierType state, AubSideways *self) {
  GtkAdjustment *at = gtk_scrolled_window_get_hadjustment(GTK_SCROLLED_WINDOW(self->scrolled));
  double step = gtk_adjustment_get_page_size(at) / 3;
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left)
    gtk_adjustment_set_value(at, gtk_adjustment_get_value(at) - step);
  else if (key == GDK_KEY_Right)
    gtk_adjustment_set_value(at, gtk_adjustment_get_value(at) + step);
  else if (key == GDK_KEY_Home)
    gtk_adjustment_set_value(at, gtk_adjustment_get_lower(at));
  else if (key == GDK_KEY_End)
    gtk_adjustment_set_value(at, gtk_adjustment_get_upper(at));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* The keys come to it where it can take them, then to what is in it: the scrolled window between
 * them would be a stop more, without a name. */
static gboolean aub_sideways_focus(GtkWidget *widget, GtkDirectionType direction) {
  AubSideways *self = AUB_SIDEWAYS(widget);
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;
  if (gtk_widget_is_focus(widget))
    return !is_back && self->child && gtk_widget_child_focus(self->child, direction);
  gboolean is_inside = gtk_widget_get_focus_child(widget) != NULL;
  if (!is_back && !is_inside && gtk_widget_get_focusable(widget))
    return gtk_widget_grab_focus(widget);
  if (self->child && gtk_widget_child_focus(self->child, direction))
    return TRUE;
  return is_back && gtk_widget_get_focusable(widget) && gtk_widget_grab_focus(widget);
}

static void aub_sideways_dispose(GObject *object) {
  AubSideways *self = AUB_SIDEWAYS(object);
  self->child = NULL;
  g_clear_pointer(&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS(aub_sideways_parent_class)->dispose(object);
}

static void aub_sideways_class_init(AubSidewaysClass *class) {
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(class);
  G_OBJECT_CLASS(class)->dispose = aub_sideways_dispose;
  widget_class->get_request_mode = aub_sideways_get_request_mode;
  widget_class->measure = aub_sideways_measure;
  widget_class->size_allocate = aub_sideways_size_allocate;
  widget_class->focus = aub_sideways_focus;
  gtk_widget_class_set_css_name(widget_class, "sideways");
  gtk_widget_class_set_accessible_role(widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Shift and the wheel still move what is inside. */
static void leave_wheel_to_page(GtkWidget *widget) {
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers(widget);
  for (guint i = 0; i < g_list_model_get_n_items(controllers); i++) {
    g_autoptr(GtkEventController) each = g_list_model_get_item(controllers, i);
    if (GTK_IS_EVENT_CONTROLLER_SCROLL(each))
      gtk_event_controller_scroll_set_flags(GTK_EVENT_CONTROLLER_SCROLL(each),
                                            GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL);
  }
}

static void aub_sideways_init(AubSideways *self) {
  self->scrolled = gtk_scrolled_window_new();
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW(self->scrolled);
  gtk_scrolled_window_set_policy(scrolled, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  leave_wheel_to_page(self->scrolled);
  leave_wheel_to_page(gtk_widget_get_first_child(gtk_scrolled_window_get_hscrollbar(scrolled)));
  gtk_widget_set_parent(self->scrolled, GTK_WIDGET(self));
}

void aub_sideways_set_child(AubSideways *self, GtkWidget *child) {
  g_return_if_fail(AUB_IS_SIDEWAYS(self));
  self->child = child;
  gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(self->scrolled), child);
}

GtkWidget *aub_sideways_get_child(AubSideways *self) {
  return self->child;
}

void aub_sideways_bring(AubSideways *self, GtkWidget *part) {
  g_return_if_fail(AUB_IS_SIDEWAYS(self));
  graphene_rect_t bounds;
  if (!self->child || !gtk_widget_compute_bounds(part, self->child, &bounds))
    return;
  GtkAdjustment *at = gtk_scrolled_window_get_hadjustment(GTK_SCROLLED_WINDOW(self->scrolled));
  gtk_adjustment_clamp_page(at, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

GtkWidget *aub_sideways_new(gboolean with_bar) {
  AubSideways *self = g_object_new(AUB_TYPE_SIDEWAYS, NULL);
  self->with_bar = with_bar;
  if (with_bar) {
    GtkEventController *keys = gtk_event_controller_key_new();
    g_signal_connect(keys, "key-pressed", G_CALLBACK(key_cb), self);
    gtk_widget_add_controller(GTK_WIDGET(self), keys);
  }
  gtk_scrolled_window_set_overlay_scrolling(GTK_SCROLLED_WINDOW(self->scrolled), !with_bar);
  return GTK_WIDGET(self);
}
