/* See late-formats.h. */
#include "ui/window/late-formats.h"

#include <gmodule.h>

#include "ui/pdf/pdf-finish.h"
#include "ui/sheet/workbook.h"

#define MODULE "aubaine-formats"

static const char *only_folder;
static char *started_as;

void late_formats_started_as(const char *program) {
  g_autofree char *path = g_find_program_in_path(program);
  g_free(started_as);
  started_as = path ? g_canonicalize_filename(path, NULL) : NULL;
}

void late_formats_look_in(const char *folder) {
  only_folder = folder;
}

static char *program_folder(void) {
#ifdef G_OS_WIN32
  g_autofree char *root = g_win32_get_package_installation_directory_of_module(NULL);
  return g_build_filename(root, "bin", NULL);
#else
  return g_path_get_dirname(started_as ? started_as : "");
#endif
}

static GModule *open_in(const char *folder) {
  g_autofree char *path = g_build_filename(folder, MODULE, NULL);
  return g_module_open(path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
}

static GModule *open_module(void) {
  if (only_folder != NULL)
    return open_in(only_folder);
  g_autofree char *beside = program_folder();
  g_autofree char *installed = g_build_filename(beside, AUBAINE_FORMATS_FOLDER, NULL);
  GModule *module = open_in(beside);
  return module ? module : open_in(installed);
}

static gpointer find(const char *name, GError **error) {
  static GModule *module;
  gpointer found = NULL;
  if (module == NULL)
    module = open_module();
  if (module == NULL || !g_module_symbol(module, name, &found))
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "%s: %s", MODULE, g_module_error());
  return found;
}

GBytes *pdf_finish(GBytes *pdf, const PdfFinish *what, GError **error) {
  GBytes *(*finish)(GBytes *, const PdfFinish *, GError **) = find("pdf_finish", error);
  return finish ? finish(pdf, what, error) : NULL;
}

GBytes *workbook_make(const Study *study, const WorkbookOptions *options, GError **error) {
  GBytes *(*make)(const Study *, const WorkbookOptions *, GError **) = find("workbook_make", error);
  return make ? make(study, options, error) : NULL;
}
