/* Room: paper. What the files of a page share; nobody else's. */
#pragma once

#include "ui/paper/page.h"

/* Where columns set side by side end. */
typedef struct {
  int page;
  double bottom;
} ColumnsEnd;

struct Page {
  cairo_t *cr;
  const Type *type;
  const PageFrame *frame;
  int total, number;
  bool landscape, begun, empty;
  double width, height; /* of the sheet */
  double top, y;        /* of the body; where the next thing goes */
  struct {
    int count, at; /* 1, 0: the whole width */
    int last_page; /* on which they end at bottom; 0: where the body does */
    double top, bottom, lowest;
    bool overflows; /* something was taller than a column */
  } columns;
  GArray *ends; /* ColumnsEnd; borrowed, or NULL */
  guint ends_read;
  bool ends_are_known;
  int outline_parent;
  GPtrArray *alternatives; /* of figures; borrowed, or NULL */
  GPtrArray *sheets;       /* one recording a page; NULL: cr is of a PDF, or only measures */
};

/* Where the body of this page, or the columns on it, end. */
double page_body_bottom(const Page *page);
/* Tags, labels and outline are a PDF's. */
bool page_is_pdf(const Page *page);
