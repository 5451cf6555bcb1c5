/* Room: paper. Knows: cairo, type. Must not know: plans, what a report says.
 *
 * The flow of a document over pages: where the next thing goes, when a page turns, running heads,
 * structure tags and outline. The same code runs twice: once measuring, to learn how many pages
 * there are, and once drawing. Points from the top left. */
#pragma once

#include <cairo.h>
#include <stdbool.h>

#include "ui/paper/report.h"
#include "ui/paper/type.h"

typedef struct {
  PaperSize paper;
  const char *head_left;  /* who */
  const char *head_right; /* when */
  const char *foot_left;  /* what made it */
} PageFrame;

typedef struct Page Page;

/* cr belongs to a PDF surface; NULL only measures. page_total: of the measuring run. Borrows all.
 * The first page is begun with the first thing on it. */
Page *page_new(cairo_t *cr, const Type *type, const PageFrame *frame, int page_total);
/* Draws every page on a recording of its own, added to sheets (cairo_surface_t) as it begins: for a
 * printer, which asks for pages one by one. */
Page *page_new_of_sheets(GPtrArray *sheets, const Type *type, const PageFrame *frame,
                         int page_total);
/* Collects the texts of figures (char *), in order, as they are drawn into a PDF: what cairo drops
 * and pdf_finish writes. Borrowed. */
void page_collect_alternatives(Page *page, GPtrArray *texts);
/* Where columns end is found by trying: a run given an empty array leaves it there, and the next
 * run of the same flow does not try again. Free the array with g_array_unref after both; borrowed.
 */
GArray *page_ends_new(void);
void page_share_ends(Page *page, GArray *ends);
void page_free(Page *page); /* accepts NULL; ends the last page */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Page, page_free)

int page_count(const Page *page);
const Type *page_type(const Page *page);

/* Where the next thing goes, and what is left on this page. */
double page_left(const Page *page);
double page_width(const Page *page);
double page_y(const Page *page);
double page_room(const Page *page);
double page_body_height(const Page *page); /* of an empty page */

/* What stands in columns. Called several times, with a page that only measures before the last: it
 * must do the same each time. */
typedef void (*PageFlow)(Page *page, gpointer data);
/* Sets it in count columns side by side, over as many pages as it takes; on the last of them the
 * columns are about equally long. What follows stands below. Not within itself. */
void page_in_columns(Page *page, int count, PageFlow flow, gpointer data);

/* Begins the next page, portrait or landscape; stays when the page is empty and lies so already. */
void page_turn(Page *page, bool landscape);
/* Turns the page, lying as this one, or goes on in the next column, unless height is left. Anything
 * taller than a whole page begins one. */
void page_need(Page *page, double height);
/* Moves down by what was put there. */
void page_advance(Page *page, double height);
/* White between things; none at the top of a page. */
void page_space(Page *page, double height);

/* NULL while measuring. */
cairo_t *page_cairo(Page *page);
void page_tag_begin(Page *page, const char *tag);
void page_tag_end(Page *page, const char *tag);
/* A figure and, for those who do not see it, what it says; ends with page_tag_end(page, "Figure").
 */
void page_figure_begin(Page *page, const char *alternative);

/* Draws a layout, in its style's grey. */
void page_show(Page *page, PangoLayout *layout, TypeStyle style, double x, double y);
/* A line across, from x, in a grey. */
void page_rule(Page *page, double x, double y, double width, double thickness, double grey);

/* Heading of level 1 or 2 with its tag and outline entry; what follows gets `keep` points on the
 * same page. */
void page_heading(Page *page, int level, const char *text, double keep);
/* The outline entry alone, of a heading that its caller sets and tags. */
void page_outline(Page *page, int level, const char *text, double x, double y);
/* White under a paragraph, in points. */
#define PARAGRAPH_SPACE 3.0
/* How high a text is over the page's width. */
double page_text_height(const Page *page, TypeStyle style, const char *text);
/* One paragraph over the page's width, tagged P; one that does not fit is cut between two lines,
 * and tagged as two. */
void page_paragraph(Page *page, TypeStyle style, const char *text);
/* The same, close to what follows. */
void page_line(Page *page, TypeStyle style, const char *text);
/* The same as a paragraph, and a press on it goes to a page (from 1). */
void page_link_paragraph(Page *page, TypeStyle style, const char *text, int to_page);
/* A word, then links to pages (from 1) one after the other over as many lines as they take; tagged
 * TOC. */
typedef struct {
  char *text;
  int to_page;
} PageLink;
void page_links(Page *page, TypeStyle style, const char *word, const PageLink *links, int count);
/* A paragraph, indented behind a mark ("•", "1."), tagged LI, inside a list tag of the caller's. */
void page_item(Page *page, TypeStyle style, const char *mark, const char *text);
