/* Room: chart. A chart as a picture that stands alone: its finding, what it plots, the chart, and
 * below it where it comes from. Always light, on white. */
#pragma once

#include "ui/chart/chart.h"

typedef struct ChartPicture ChartPicture;

/* Borrows nothing after the call. font_family: NULL is sans. Free: chart_picture_free. */
ChartPicture *chart_picture_new(ChartKind kind, Language language, const Study *study,
                                const char *font_family);
void chart_picture_free(ChartPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ChartPicture, chart_picture_free)

/* In pixels of the screen, whole. */
void chart_picture_size(const ChartPicture *picture, int *width, int *height);
/* Everything, the white too. */
void chart_picture_paint(const ChartPicture *picture, cairo_t *cr);
/* For who does not see it: the finding; all of it in words. Borrowed. */
const char *chart_picture_title(const ChartPicture *picture);
const char *chart_picture_describe(const ChartPicture *picture);

/* "Aubaine, Massage deal, 1,000 simulated years, seed 1": the plan and what the figures of a kind
 * are of: simulated years, the plan year or the contract. Free with g_free. */
char *chart_source_text(ChartKind kind, Language language, const Study *study);
