/* Room: page. A break-even chart and the choice of its input. Knows: GTK, charts. Must not know:
 * how a crossing is found. */
#include "ui/page/break-even-card.h"

#include "model/decide/break-even.h"
#include "ui/page/chart-card.h"
#include "ui/widget/sideways.h"

struct _AubBreakEvenCard {
  AubCard parent_instance;
  GtkWidget *stack, *chart[BREAK_EVEN_COUNT];
};

G_DEFINE_FINAL_TYPE(AubBreakEvenCard, aub_break_even_card, AUB_TYPE_CARD)

static ChartKind kind_of(int of) {
  return (ChartKind)(CHART_BREAK_EVEN_RETURN + of);
}

static int chosen(AubBreakEvenCard *self) {
  GtkWidget *visible = gtk_stack_get_visible_child(GTK_STACK(self->stack));
  for (int i = 0; i < BREAK_EVEN_COUNT; i++)
    if (self->chart[i] == visible)
      return i;
  return 0;
}

/* The charts that are not chosen follow when they are. */
static void aub_break_even_card_refresh(AubCard *card) {
  AubBreakEvenCard *self = AUB_BREAK_EVEN_CARD(card);
  Study study = aub_session_get_study(aub_card_get_session(card));
  int of = chosen(self);
  g_autofree char *title = chart_finding(kind_of(of), aub_card_get_language(card), &study);
  aub_card_set_title(card, title);
  aub_card_refresh(AUB_CARD(self->chart[of]));
}

static void aub_break_even_card_class_init(AubBreakEvenCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_break_even_card_refresh;
}

static void aub_break_even_card_init(AubBreakEvenCard *self) {}

GtkWidget *aub_break_even_card_new(AubSession *session, Language language) {
  static const char *const labels[BREAK_EVEN_COUNT] = {
      [BREAK_EVEN_RETURN] = N_("Return rate"), [BREAK_EVEN_VOUCHERS] = N_("Vouchers"),
      [BREAK_EVEN_PRICE] = N_("Price"),        [BREAK_EVEN_COMMISSION] = N_("Commission"),
      [BREAK_EVEN_EXTRAS] = N_("Extras"),
  };
  AubBreakEvenCard *self = g_object_new(AUB_TYPE_BREAK_EVEN_CARD, NULL);
  aub_card_set_up(AUB_CARD(self), session, language);
  self->stack = gtk_stack_new();
  gtk_stack_set_hhomogeneous(GTK_STACK(self->stack), FALSE);
  gtk_stack_set_vhomogeneous(GTK_STACK(self->stack), FALSE);
  for (int i = 0; i < BREAK_EVEN_COUNT; i++) {
    self->chart[i] = aub_chart_card_new(session, language, kind_of(i));
    aub_chart_card_set_inside(AUB_CHART_CARD(self->chart[i]));
    gtk_stack_add_titled(GTK_STACK(self->stack), self->chart[i], break_even_path((BreakEvenOf)i),
                         say(language, labels[i]));
  }
  GtkWidget *switcher = gtk_stack_switcher_new();
  gtk_stack_switcher_set_stack(GTK_STACK_SWITCHER(switcher), GTK_STACK(self->stack));
  gtk_widget_set_halign(switcher, GTK_ALIGN_START);
  gtk_widget_add_css_class(switcher, "choices");
  GtkWidget *strip = aub_sideways_new(FALSE);
  aub_sideways_set_child(AUB_SIDEWAYS(strip), switcher);
  gtk_box_append(GTK_BOX(self), strip);
  gtk_box_append(GTK_BOX(self), self->stack);
  g_signal_connect_swapped(self->stack, "notify::visible-child", G_CALLBACK(aub_card_refresh),
                           self);
  aub_card_refresh(AUB_CARD(self));
  return GTK_WIDGET(self);
}
