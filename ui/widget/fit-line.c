/* Room: widget. A line that becomes a column. Knows: GTK. Must not know: what is in it. */
#include "ui/widget/fit-line.h"

#include "ui/widget/theme.h"

#define GAP 8
#define COLUMN_GAP 2
#define WORDS_LEAST 240 /* at the usual text size */

struct _AubFitLine {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE(AubFitLine, aub_fit_line, GTK_TYPE_WIDGET)

static GtkWidget *first_of(GtkWidget *widget) {
  GtkWidget *child = gtk_widget_get_first_child(widget);
  while (child && !gtk_widget_should_layout(child))
    child = gtk_widget_get_next_sibling(child);
  return child;
}

static GtkWidget *next_of(GtkWidget *child) {
  do {
    child = gtk_widget_get_next_sibling(child);
  } while (child && !gtk_widget_should_layout(child));
  return child;
}

static int natural_width(GtkWidget *child) {
  int natural = 0;
  gtk_widget_measure(child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Of what does not expand, with the gaps; words: how many children expand. */
static int fixed_width(GtkWidget *widget, int *words) {
  int width = -GAP;
  *words = 0;
  for (GtkWidget *each = first_of(widget); each; each = next_of(each)) {
    gboolean expands = gtk_widget_compute_expand(each, GTK_ORIENTATION_HORIZONTAL);
    *words += expands;
    width += GAP + (expands ? 0 : natural_width(each));
  }
  return MAX(width, 0);
}

static gboolean is_line(GtkWidget *widget, int width) {
  int words = 0, fixed = fixed_width(widget, &words);
  return width < 0 || width >= fixed + (int)(words * WORDS_LEAST * theme_text_scale(widget));
}

static int width_on_line(GtkWidget *child, int width, int fixed, int words) {
  return gtk_widget_compute_expand(child, GTK_ORIENTATION_HORIZONTAL) ? (width - fixed) / words
                                                                      : natural_width(child);
}

static int height_for(GtkWidget *child, int width) {
  int natural = 0;
  gtk_widget_measure(child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int height_of(GtkWidget *widget, int width) {
  gboolean line = is_line(widget, width);
  int words = 0, fixed = fixed_width(widget, &words), height = 0;
  for (GtkWidget *each = first_of(widget); each; each = next_of(each)) {
    if (line)
      height =
          MAX(height, height_for(each, width < 0 ? -1 : width_on_line(each, width, fixed, words)));
    else
      height += height_for(each, width) + (height > 0 ? COLUMN_GAP : 0);
  }
  return height;
}

static void measure_width(GtkWidget *widget, int *minimum, int *natural) {
  *minimum = *natural = 0;
  for (GtkWidget *each = first_of(widget); each; each = next_of(each)) {
    int least = 0, usual = 0;
    gtk_widget_measure(each, GTK_ORIENTATION_HORIZONTAL, -1, &least, &usual, NULL, NULL);
    *minimum = MAX(*minimum, least);
    *natural += usual + (*natural > 0 ? GAP : 0);
  }
}

static void aub_fit_line_measure(GtkWidget *widget, GtkOrientation orientation, int for_size,
                                 int *minimum, int *natural, int *minimum_baseline,
                                 int *natural_baseline) {
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width(widget, minimum, natural);
    return;
  }
  /* Where no width is asked for: as high as any asks for, which is what GTK expects. */
  int least = 0, usual = 0;
  if (for_size < 0)
    measure_width(widget, &least, &usual);
  *minimum = *natural = height_of(widget, for_size < 0 ? least : for_size);
}

static void aub_fit_line_size_allocate(GtkWidget *widget, int width, int height, int baseline) {
  gboolean line = is_line(widget, width);
  gboolean from_right = gtk_widget_get_direction(widget) == GTK_TEXT_DIR_RTL;
  int words = 0, fixed = fixed_width(widget, &words), x = 0, y = 0;
  for (GtkWidget *each = first_of(widget); each; each = next_of(each)) {
    gboolean expands = gtk_widget_compute_expand(each, GTK_ORIENTATION_HORIZONTAL);
    int own = line      ? width_on_line(each, width, fixed, words)
              : expands ? width
                        : MIN(width, natural_width(each));
    int high = line ? height : height_for(each, own);
    gtk_widget_size_allocate(each, &(GtkAllocation){from_right ? width - x - own : x, y, own, high},
                             -1);
    x += line ? own + GAP : 0;
    y += line ? 0 : high + COLUMN_GAP;
  }
}

static GtkSizeRequestMode aub_fit_line_get_request_mode(GtkWidget *widget) {
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void aub_fit_line_compute_expand(GtkWidget *widget, gboolean *across, gboolean *down) {
  *across = *down = FALSE;
  for (GtkWidget *each = gtk_widget_get_first_child(widget); each;
       each = gtk_widget_get_next_sibling(each))
    *across |= gtk_widget_compute_expand(each, GTK_ORIENTATION_HORIZONTAL);
}

static void aub_fit_line_dispose(GObject *object) {
  GtkWidget *child = NULL;
  while ((child = gtk_widget_get_first_child(GTK_WIDGET(object))))
    gtk_widget_unparent(child);
  G_OBJECT_CLASS(aub_fit_line_parent_class)->dispose(object);
}

static void aub_fit_line_class_init(AubFitLineClass *class) {
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(class);
  G_OBJECT_CLASS(class)->dispose = aub_fit_line_dispose;
  widget_class->measure = aub_fit_line_measure;
  widget_class->size_allocate = aub_fit_line_size_allocate;
  widget_class->compute_expand = aub_fit_line_compute_expand;
  widget_class->get_request_mode = aub_fit_line_get_request_mode;
}

static void aub_fit_line_init(AubFitLine *self) {}

void aub_fit_line_append(AubFitLine *self, GtkWidget *child) {
  g_return_if_fail(AUB_IS_FIT_LINE(self));
  gtk_widget_insert_before(child, GTK_WIDGET(self), NULL);
}

GtkWidget *aub_fit_line_new(void) {
  return g_object_new(AUB_TYPE_FIT_LINE, NULL);
}
