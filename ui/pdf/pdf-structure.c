/* Room: pdf. Knows: a tagged PDF's structure tree. Must not know: what tables and figures say. */
#include "ui/pdf/pdf-parts.h"

/* Document, section, list, item, paragraph, link: ours go no deeper. */
#define DEPTH_MAX 16

typedef struct {
  qpdf_data pdf;
  qpdf_oh of_column, of_row; /* shared by all heads */
  const GPtrArray *alternatives;
  guint figure_count;
} Structure;

static bool has_tag(qpdf_data pdf, qpdf_oh element, const char *tag) {
  qpdf_oh name = qpdf_oh_get_key(pdf, element, "/S");
  bool is = qpdf_oh_is_name_and_equals(pdf, name, tag);
  qpdf_oh_release(pdf, name);
  return is;
}

/* Elements below this one: content (numbers) and links' annotations (which have no tag) left out.
 * Free with g_array_unref. */
static GArray *get_children(qpdf_data pdf, qpdf_oh element) {
  GArray *children = g_array_new(FALSE, FALSE, sizeof(qpdf_oh));
  qpdf_oh kids = qpdf_oh_get_key(pdf, element, "/K");
  bool several = qpdf_oh_is_array(pdf, kids);
  int count = several ? qpdf_oh_get_array_n_items(pdf, kids) : 1;
  for (int i = 0; i < count; i++) {
    qpdf_oh kid = several ? qpdf_oh_get_array_item(pdf, kids, i) : kids;
    if (qpdf_oh_is_dictionary(pdf, kid) && qpdf_oh_has_key(pdf, kid, "/S"))
      g_array_append_val(children, kid);
  }
  return children;
}

static qpdf_oh child_at(const GArray *children, guint index) {
  return g_array_index(children, qpdf_oh, index);
}

static qpdf_oh make_scope(qpdf_data pdf, const char *scope, guint columns) {
  qpdf_oh attributes = qpdf_oh_new_dictionary(pdf);
  pdf_put_name(pdf, attributes, "/O", "/Table");
  pdf_put_name(pdf, attributes, "/Scope", scope);
  if (columns > 1)
    qpdf_oh_replace_key(pdf, attributes, "/ColSpan", qpdf_oh_new_integer(pdf, columns));
  return attributes;
}

static bool are_all_heads(qpdf_data pdf, const GArray *cells) {
  for (guint i = 0; i < cells->len; i++)
    if (!has_tag(pdf, child_at(cells, i), "/TH"))
      return false;
  return true;
}

/* A row of heads heads its columns, one head alone in a wider table all of them; in any other row a
 * head is the row's. */
static void scope_row(const Structure *structure, const GArray *cells, guint width) {
  qpdf_data pdf = structure->pdf;
  bool heads = width > 1 && are_all_heads(pdf, cells);
  qpdf_oh scope = heads ? structure->of_column : structure->of_row;
  if (heads && cells->len < width)
    scope = make_scope(pdf, "/Column", width - cells->len + 1);
  for (guint i = 0; i < cells->len; i++)
    if (has_tag(pdf, child_at(cells, i), "/TH"))
      qpdf_oh_replace_key(pdf, child_at(cells, i), "/A", scope);
}

static void scope_table(const Structure *structure, qpdf_oh table) {
  guint width = 0;
  g_autoptr(GArray) rows = get_children(structure->pdf, table);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < rows->len; i++) {
    GArray *row = get_children(structure->pdf, child_at(rows, i));
    g_ptr_array_add(cells, row);
    width = MAX(width, row->len);
  }
  for (guint i = 0; i < cells->len; i++)
    scope_row(structure, g_ptr_array_index(cells, i), width);
}

static void describe_figure(Structure *structure, qpdf_oh figure) {
  guint index = structure->figure_count++;
  if (structure->alternatives != NULL && index < structure->alternatives->len)
    pdf_put_text(structure->pdf, figure, "/Alt", g_ptr_array_index(structure->alternatives, index));
}

static void visit(Structure *structure, qpdf_oh element, int depth) {
  if (depth > DEPTH_MAX)
    return;
  g_autoptr(GArray) children = get_children(structure->pdf, element);
  for (guint i = 0; i < children->len; i++) {
    qpdf_oh child = child_at(children, i);
    if (has_tag(structure->pdf, child, "/Table"))
      scope_table(structure, child);
    else if (has_tag(structure->pdf, child, "/Figure"))
      describe_figure(structure, child);
    else
      visit(structure, child, depth + 1);
  }
}

guint pdf_tell_structure(qpdf_data pdf, const GPtrArray *alternatives) {
  qpdf_oh root = qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/StructTreeRoot");
  if (!qpdf_oh_is_dictionary(pdf, root))
    return 0;
  Structure structure = {.pdf = pdf, .alternatives = alternatives};
  structure.of_column = qpdf_make_indirect_object(pdf, make_scope(pdf, "/Column", 1));
  structure.of_row = qpdf_make_indirect_object(pdf, make_scope(pdf, "/Row", 1));
  visit(&structure, root, 0);
  return structure.figure_count;
}
