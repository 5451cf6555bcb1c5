/* Room: window. The report on a printer. Knows: GTK's printing, the paper room's sheets. Must not
 * know: what they say. */
#include "ui/window/print.h"

static cairo_rectangle_t sheet_size(const GPtrArray *sheets, int index) {
  cairo_rectangle_t size = {0};
  cairo_recording_surface_get_extents(g_ptr_array_index(sheets, index), &size);
  return size;
}

/* Tables that lie across turn their sheet. */
static void request_setup_cb(GtkPrintOperation *print, GtkPrintContext *context, int index,
                             GtkPageSetup *setup, gpointer data) {
  const cairo_rectangle_t size = sheet_size(data, index);
  gtk_page_setup_set_orientation(setup, size.width > size.height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                 : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* On the paper that the printer has, never cut: a report laid out for Letter shrinks on A4. */
static void draw_page_cb(GtkPrintOperation *print, GtkPrintContext *context, int index,
                         gpointer data) {
  const GPtrArray *sheets = data;
  cairo_t *cr = gtk_print_context_get_cairo_context(context);
  const cairo_rectangle_t size = sheet_size(sheets, index);
  double width = gtk_print_context_get_width(context);
  double height = gtk_print_context_get_height(context);
  double scale = MIN(width / size.width, height / size.height);
  cairo_save(cr);
  cairo_translate(cr, (width - size.width * scale) / 2.0, (height - size.height * scale) / 2.0);
  cairo_scale(cr, scale, scale);
  cairo_set_source_surface(cr, g_ptr_array_index(sheets, index), 0.0, 0.0);
  cairo_paint(cr);
  cairo_restore(cr);
}

static void sheets_free(gpointer sheets) {
  g_ptr_array_unref(sheets);
}

GtkPrintOperation *print_new(const Study *study, const Problems *warnings,
                             const ReportOptions *options) {
  GPtrArray *sheets = report_make_sheets(study, warnings, options);
  GtkPrintOperation *print = gtk_print_operation_new();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new();
  g_autoptr(GtkPaperSize) paper =
      gtk_paper_size_new(options->paper == PAPER_A4 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_set_paper_size(setup, paper);
  gtk_print_operation_set_default_page_setup(print, setup);
  gtk_print_operation_set_unit(print, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page(print, TRUE);
  gtk_print_operation_set_n_pages(print, (int)sheets->len);
  const char *name = say_name(options->language, study->plan->name);
  gtk_print_operation_set_job_name(print, name);
  /* What a printer into a file proposes. */
  g_autoptr(GtkPrintSettings) settings = gtk_print_settings_new();
  g_autofree char *file_name = g_strdelimit(g_strdup(name), "/\\:*?\"<>|", '-');
  gtk_print_settings_set(settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, file_name);
  gtk_print_operation_set_print_settings(print, settings);
  gtk_print_operation_set_allow_async(print, TRUE);
  g_object_set_data_full(G_OBJECT(print), "sheets", sheets, sheets_free);
  g_signal_connect(print, "request-page-setup", G_CALLBACK(request_setup_cb), sheets);
  g_signal_connect(print, "draw-page", G_CALLBACK(draw_page_cb), sheets);
  return print;
}
