/* Room: screen. Which inputs stand where. Knows: GTK, field rows. Must not know: what they do. */
#include "ui/screen/inputs.h"

#include <stddef.h>
#include <string.h>

#include "ui/screen/card.h"
#include "ui/screen/field-row.h"

typedef struct {
  const char *path; /* with [] for each element of a list; NULL ends a group */
  FieldRowSlider slider;
} InputRow;

typedef struct {
  const char *title; /* N_() */
  const InputRow *rows, *details;
} InputGroup;

static const InputRow deal_rows[] = {
    {"deal.list_price_cents"},
    {FIELD_ROW_DISCOUNT, {0, 90000, 1000}},
    {"deal.commission_per_100k", {0, 100000, 1000}},
    {"deal.price_tax_wording"},
    {"deal.vouchers_sold", {0, 2000, 10}},
    {"deal.used_per_100k", {0, 100000, 1000}},
    {"deal.promotion_end_date"},
    {NULL},
};
static const InputRow deal_details[] = {
    {"deal.service_index"},
    {"deal.sale_date"},
    {"deal.sale_days"},
    {"deal.contract_cap"},
    {"deal.visits_per_voucher"},
    {"deal.gap_days"},
    {"deal.tax_treatment"},
    {"deal.commission_tax"},
    {"deal.commission_expense"},
    {"deal.card_fee_per_100k"},
    {"deal.card_fee_base"},
    {"deal.card_fee_taxed"},
    {"deal.fixed_fee_cents"},
    {"deal.payout_basis"},
    {"deal.instalments[].after_days"},
    {"deal.instalments[].weight"},
    {"deal.hold_back_per_100k"},
    {"deal.hold_back_days"},
    {"deal.site_stops_paying_date"},
    {"deal.refund_before_use_per_100k"},
    {"deal.refund_after_use_per_100k"},
    {"deal.breakage_policy"},
    {"deal.breakage_date"},
    {"deal.allowed_weekdays[]"},
    {"deal.weekday_quota[]"},
    {"deal.daily_limit_per_100k"},
    {"deal.lead_mean_milli_days"},
    {"deal.patience_days"},
    {"deal.no_show_per_100k"},
    {"deal.no_show_rule"},
    {"deal.if_not_served"},
    {NULL},
};
static const InputRow place_rows[] = {
    {"deal_pay.rule"},
    {"deal_pay.flat_cents"},
    {"deal_pay.per_100k"},
    {"business.contributions_per_100k"},
    {NULL},
};
static const InputRow place_details[] = {
    {"services[].name"},
    {"services[].list_price_cents"},
    {"services[].minutes"},
    {"services[].room_turnover_minutes"},
    {"services[].staff_rest_minutes"},
    {"services[].rooms_needed"},
    {"services[].staff_needed"},
    {"services[].people"},
    {"services[].supplies_cents"},
    {"services[].pay_rule"},
    {"services[].pay_per_100k"},
    {"services[].pay_flat_cents"},
    {"staff[].name"},
    {"staff[].accompanied_only"},
    {"staff[].employment"},
    {"staff[].gst_registered"},
    {"staff[].guarantee_cents_per_hour"},
    {"hours[].begin_minute"},
    {"hours[].end_minute"},
    {"rooms[].name"},
    {NULL},
};
static const InputRow client_rows[] = {
    {"clients.existing_per_100k", {0, 100000, 1000}},
    {"clients.return_per_100k", {0, 100000, 1000}},
    {"clients.extras_cents"},
    {"clients.extras_share_per_100k"},
    {"regulars.level_per_100k"},
    {NULL},
};
static const InputRow client_details[] = {
    {"clients.extras_cost_per_100k"},
    {"clients.return_visits_per_year_milli"},
    {"clients.incentive_cents"},
    {"clients.tips_cents_per_visit"},
    {"clients.usual_advertising_cents_per_new_client"},
    {"regulars.wanted_milli_visits[]"},
    {"regulars.season_per_100k[]"},
    {"regulars.service_mix_per_100k[]"},
    {"regulars.lead_mean_milli_days"},
    {"regulars.flexibility_minutes"},
    {"regulars.patience_open_days"},
    {"regulars.leave_for_good_per_100k"},
    {"regulars.visits_per_year_milli"},
    {NULL},
};
static const InputRow money_rows[] = {
    {"business.opening_cash_cents"},
    {"business.cash_floor_cents"},
    {"business.fixed_costs_monthly_cents"},
    {"business.owner_draw_monthly_cents"},
    {"conditions.goal"},
    {NULL},
};
static const InputRow money_details[] = {
    {"business.name"},
    {"business.legal_form"},
    {"business.tax_regime"},
    {"business.provincial_tax_applies"},
    {"business.custom_taxes[].rate_per_100k"},
    {"business.custom_taxes[].on_previous"},
    {"business.custom_taxes[].recoverable"},
    {"business.gst_registered"},
    {"business.gst_registered_from_date"},
    {"business.other_taxable_sales_12_months_cents"},
    {"business.quick_method"},
    {"business.gst_number"},
    {"business.qst_number"},
    {"business.enterprise_number"},
    {"business.reporting_period"},
    {"business.fiscal_year_end_month"},
    {"business.fixed_costs_taxable_per_100k"},
    {"phone.buyers_calling_per_100k"},
    {"phone.people"},
    {"phone.begin_minute"},
    {"phone.end_minute"},
    {"phone.handle_milli_minutes"},
    {"phone.patience_milli_minutes"},
    {"phone.call_again_per_100k"},
    {"phone.extra_people"},
    {"phone.extra_days"},
    {"phone.extra_cents_per_hour"},
    {"conditions.wait_days_max"},
    {"conditions.wait_share_per_100k"},
    {"conditions.extra_refused_max_per_100k"},
    {"conditions.weekly_share_max_per_100k"},
    {NULL},
};

static const InputGroup groups[] = {
    {N_("The deal"), deal_rows, deal_details},
    {N_("Your place"), place_rows, place_details},
    {N_("Clients"), client_rows, client_details},
    {N_("Money"), money_rows, money_details},
};

struct _AubInputs {
  GtkBox parent_instance;
  AubSession *session;
  Language language;
  GPtrArray *rows;       /* AubFieldRow, borrowed */
  GPtrArray *list_notes; /* GtkLabel with its "list", borrowed: what is wrong with a whole list */
  guint64 counts, names; /* of the plan's lists when the rows were made */
  GtkWidget *expander[G_N_ELEMENTS(groups)];
  gboolean expanded[G_N_ELEMENTS(groups)];
};

G_DEFINE_FINAL_TYPE(AubInputs, aub_inputs, GTK_TYPE_BOX)

static int list_length(const Plan *plan, const char *pattern) {
  g_autofree char *list = g_strndup(pattern, (gsize)(strstr(pattern, "[]") - pattern));
  const FieldList *found = field_list_find(list);
  if (!found)
    return 0;
  if (found->count_offset == SIZE_MAX)
    return found->capacity;
  int32_t count = 0;
  memcpy(&count, (const char *)plan + found->count_offset, sizeof count);
  return CLAMP(count, 0, found->capacity);
}

static void add_row(AubInputs *self, GtkWidget *list, const InputRow *input, const char *path) {
  GtkWidget *row = aub_field_row_new(self->session, self->language, path, &input->slider);
  gtk_list_box_append(GTK_LIST_BOX(list), row);
  g_ptr_array_add(self->rows, row);
}

/* Lists whose elements are alike, so that one more is a copy of the last. */
static const char *const growing_lists[] = {"rooms", "staff", "deal.instalments",
                                            "business.custom_taxes", NULL};

typedef struct {
  AubInputs *inputs;
  const char *list;
  int step;
} ListChange;

/* "Room 3" copied as the fourth becomes "Room 4". */
static void number_name(char *name, int number) {
  gsize length = strlen(name);
  while (length > 0 && g_ascii_isdigit(name[length - 1]))
    length--;
  if (length > 0 && name[length] != '\0')
    g_snprintf(name + length, PLAN_TEXT_SIZE - length, "%d", number);
}

static void change_list(gpointer data) {
  ListChange *change = data;
  AubSession *session = change->inputs->session;
  const FieldList *list = field_list_find(change->list);
  Plan plan = *aub_session_get_plan(session);
  char *elements = (char *)&plan + list->offset;
  int32_t *count = (int32_t *)((char *)&plan + list->count_offset);
  int32_t wanted = *count + change->step;
  if (wanted >= 1 && wanted <= list->capacity) {
    char *last = elements + (gsize)*count * list->stride;
    if (change->step > 0 && *count > 0)
      memcpy(last, last - list->stride, list->stride);
    else if (change->step > 0)
      field_list_reset_element(list, last);
    *count = wanted;
    if (list->offset == offsetof(Plan, rooms))
      number_name(plan.rooms[wanted - 1].name, wanted);
    if (list->offset == offsetof(Plan, staff))
      number_name(plan.staff[wanted - 1].name, wanted);
    aub_session_replace_plan(session, &plan, "", 0);
  }
  g_object_unref(change->inputs);
  g_free(change);
}

/* The rows are made anew by the change, so it waits until the click is over. */
static void step_clicked_cb(GtkButton *button, AubInputs *self) {
  ListChange *change = g_new(ListChange, 1);
  *change = (ListChange){g_object_ref(self), g_object_get_data(G_OBJECT(button), "list"),
                         GPOINTER_TO_INT(g_object_get_data(G_OBJECT(button), "step"))};
  g_idle_add_once(change_list, change);
}

static void add_step_button(AubInputs *self, GtkWidget *line, const char *list, int step,
                            const char *words) {
  GtkWidget *button = gtk_button_new_with_label(words);
  g_object_set_data(G_OBJECT(button), "list", (gpointer)list);
  g_object_set_data(G_OBJECT(button), "step", GINT_TO_POINTER(step));
  g_signal_connect(button, "clicked", G_CALLBACK(step_clicked_cb), self);
  gtk_box_append(GTK_BOX(line), button);
}

static void add_list_buttons(AubInputs *self, GtkWidget *rows, const char *list, int count) {
  GtkWidget *outer = gtk_box_new(GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class(outer, "field-row");
  GtkWidget *line = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_halign(line, GTK_ALIGN_END);
  add_step_button(self, line, list, 1, say(self->language, "Add one more"));
  if (count > 1)
    add_step_button(self, line, list, -1, say(self->language, "Remove the last"));
  GtkWidget *note = card_label_new(NULL, "row-note");
  gtk_widget_add_css_class(note, "problem");
  g_object_set_data(G_OBJECT(note), "list", (gpointer)list);
  g_ptr_array_add(self->list_notes, note);
  gtk_box_append(GTK_BOX(outer), line);
  gtk_box_append(GTK_BOX(outer), note);
  gtk_list_box_append(GTK_LIST_BOX(rows), outer);
}

static void show_list_notes(AubInputs *self) {
  const Problems *problems = aub_session_get_problems(self->session);
  for (guint i = 0; i < self->list_notes->len; i++) {
    GtkWidget *note = g_ptr_array_index(self->list_notes, i);
    const char *list = g_object_get_data(G_OBJECT(note), "list");
    g_autofree char *text = NULL;
    for (int each = 0; each < problems->count && !text; each++)
      if (strcmp(problems->problem[each].path, list) == 0)
        text = problem_text(self->language, &problems->problem[each]);
    gtk_label_set_text(GTK_LABEL(note), text ? text : "");
    gtk_widget_set_visible(note, text != NULL);
  }
}

/* Her own taxes matter only under her own rates. */
static gboolean list_is_shown(const Plan *plan, const char *pattern) {
  return !g_str_has_prefix(pattern, "business.custom_taxes") ||
         plan->business.tax_regime == REGIME_CUSTOM;
}

/* Consecutive patterns of one list stand together, element by element. */
static const InputRow *add_list_rows(AubInputs *self, GtkWidget *list, const InputRow *first) {
  const Plan *plan = aub_session_get_plan(self->session);
  gsize prefix = (gsize)(strstr(first->path, "[]") - first->path) + 2;
  const InputRow *end = first;
  while (end->path && strncmp(end->path, first->path, prefix) == 0)
    end++;
  if (!list_is_shown(plan, first->path))
    return end;
  for (int index = 0; index < list_length(plan, first->path); index++)
    for (const InputRow *each = first; each < end; each++) {
      g_autofree char *path =
          g_strdup_printf("%.*s[%d]%s", (int)prefix - 2, each->path, index, each->path + prefix);
      add_row(self, list, each, path);
    }
  for (const char *const *growing = growing_lists; *growing; growing++)
    if (strlen(*growing) + 2 == prefix && strncmp(*growing, first->path, prefix - 2) == 0)
      add_list_buttons(self, list, *growing, list_length(plan, first->path));
  return end;
}

static GtkWidget *make_list(AubInputs *self, const InputRow *inputs) {
  GtkWidget *list = gtk_list_box_new();
  gtk_list_box_set_selection_mode(GTK_LIST_BOX(list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class(list, "boxed-list");
  for (const InputRow *each = inputs; each->path;) {
    if (strstr(each->path, "[]")) {
      each = add_list_rows(self, list, each);
      continue;
    }
    add_row(self, list, each, each->path);
    each++;
  }
  return list;
}

/* Details are made when they are first opened: a hundred rows cost start-up time. */
static void expanded_cb(GtkExpander *expander, GParamSpec *spec, AubInputs *self) {
  const InputGroup *group = g_object_get_data(G_OBJECT(expander), "group");
  self->expanded[group - groups] = gtk_expander_get_expanded(expander);
  if (gtk_expander_get_expanded(expander) && !gtk_expander_get_child(expander))
    gtk_expander_set_child(expander, make_list(self, group->details));
  show_list_notes(self);
}

static void add_group(AubInputs *self, const InputGroup *group) {
  GtkWidget *title = gtk_label_new(say(self->language, group->title));
  gtk_label_set_xalign(GTK_LABEL(title), 0);
  gtk_widget_add_css_class(title, "heading");
  gtk_box_append(GTK_BOX(self), title);
  gtk_box_append(GTK_BOX(self), make_list(self, group->rows));
  g_autofree char *name =
      g_strdup_printf(say(self->language, "%1$s: %2$s"), say(self->language, group->title),
                      say(self->language, "details"));
  GtkWidget *expander = gtk_expander_new(say(self->language, "Details"));
  gtk_accessible_update_property(GTK_ACCESSIBLE(expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class(expander, "details");
  g_object_set_data(G_OBJECT(expander), "group", (gpointer)group);
  g_signal_connect(expander, "notify::expanded", G_CALLBACK(expanded_cb), self);
  gtk_expander_set_expanded(GTK_EXPANDER(expander), self->expanded[group - groups]);
  self->expander[group - groups] = expander;
  gtk_box_append(GTK_BOX(self), expander);
}

static guint64 list_counts(const Plan *plan) {
  const int32_t counts[] = {plan->hours_count,
                            plan->rooms_count,
                            plan->staff_count,
                            plan->services_count,
                            plan->regulars.service_mix_per_100k_count,
                            plan->deal.instalments_count,
                            plan->business.custom_taxes_count,
                            plan->business.tax_regime == REGIME_CUSTOM};
  guint64 hash = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(counts); i++)
    hash = hash * 131 + (guint64)counts[i];
  return hash;
}

static guint64 service_names(const Plan *plan) {
  guint64 hash = 0;
  for (int i = 0; i < plan->services_count; i++)
    hash = hash * 131 + g_str_hash(plan->services[i].name);
  return hash;
}

static void build(AubInputs *self) {
  GtkWidget *child = NULL;
  while ((child = gtk_widget_get_first_child(GTK_WIDGET(self))))
    gtk_box_remove(GTK_BOX(self), child);
  g_ptr_array_set_size(self->rows, 0);
  g_ptr_array_set_size(self->list_notes, 0);
  self->counts = list_counts(aub_session_get_plan(self->session));
  self->names = service_names(aub_session_get_plan(self->session));
  for (gsize i = 0; i < G_N_ELEMENTS(groups); i++)
    add_group(self, &groups[i]);
}

void aub_inputs_refresh(AubInputs *self) {
  g_return_if_fail(AUB_IS_INPUTS(self));
  GtkRoot *root = gtk_widget_get_root(GTK_WIDGET(self));
  GtkWidget *focus = root ? gtk_root_get_focus(root) : NULL;
  gboolean typing = focus && gtk_widget_is_ancestor(focus, GTK_WIDGET(self));
  const Plan *plan = aub_session_get_plan(self->session);
  if (list_counts(plan) != self->counts || (service_names(plan) != self->names && !typing)) {
    build(self);
    return;
  }
  for (guint i = 0; i < self->rows->len; i++)
    aub_field_row_refresh(g_ptr_array_index(self->rows, i));
  show_list_notes(self);
}

static AubFieldRow *find_row(AubInputs *self, const char *path) {
  const char *shown = strcmp(path, "deal.price_cents") == 0 ? FIELD_ROW_DISCOUNT : path;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_has_prefix(aub_field_row_get_path(g_ptr_array_index(self->rows, i)), shown))
      return g_ptr_array_index(self->rows, i);
  return NULL;
}

/* Whether a group's details hold a row for the path, made or not. */
static gboolean details_hold(const InputGroup *group, const char *path) {
  g_autofree char *list = g_strndup(path, strcspn(path, "["));
  for (const InputRow *each = group->details; each->path; each++)
    if (g_str_has_prefix(each->path, list))
      return TRUE;
  return FALSE;
}

static gboolean focus_row(gpointer row) {
  aub_field_row_take_focus(row);
  return G_SOURCE_REMOVE;
}

gboolean aub_inputs_reveal(AubInputs *self, const char *path) {
  g_return_val_if_fail(AUB_IS_INPUTS(self), FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS(groups) && !find_row(self, path); i++)
    if (details_hold(&groups[i], path))
      gtk_expander_set_expanded(GTK_EXPANDER(self->expander[i]), TRUE);
  AubFieldRow *row = find_row(self, path);
  /* A row just made has no place to scroll to yet. */
  if (row)
    g_idle_add_full(G_PRIORITY_LOW, focus_row, g_object_ref(row), g_object_unref);
  return row != NULL;
}

static void aub_inputs_finalize(GObject *object) {
  AubInputs *self = AUB_INPUTS(object);
  g_clear_object(&self->session);
  g_clear_pointer(&self->rows, g_ptr_array_unref);
  g_clear_pointer(&self->list_notes, g_ptr_array_unref);
  G_OBJECT_CLASS(aub_inputs_parent_class)->finalize(object);
}

static void aub_inputs_class_init(AubInputsClass *class) {
  G_OBJECT_CLASS(class)->finalize = aub_inputs_finalize;
}

static void aub_inputs_init(AubInputs *self) {
  self->rows = g_ptr_array_new();
  self->list_notes = g_ptr_array_new();
  gtk_orientable_set_orientation(GTK_ORIENTABLE(self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing(GTK_BOX(self), 8);
  gtk_widget_add_css_class(GTK_WIDGET(self), "inputs");
}

GtkWidget *aub_inputs_new(AubSession *session, Language language) {
  AubInputs *self = g_object_new(AUB_TYPE_INPUTS, NULL);
  self->session = g_object_ref(session);
  self->language = language;
  build(self);
  return GTK_WIDGET(self);
}
