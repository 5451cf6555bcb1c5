/* Room: window. The window's commands, shared by menus, keys, buttons and tests. */
#pragma once

#include "ui/window/window.h"

void window_actions_add(AubWindow *self);
void window_actions_enable(AubWindow *self, const char *name, gboolean enabled);

/* How a file went: a toast with Open and Show in folder, or the reason. */
void window_actions_tell_saved(AubWindow *self, const char *path);
void window_actions_tell_error(AubWindow *self, const GError *error);

/* Of window.c, for the commands. */
void aub_window_show_field(AubWindow *self, const char *path);
void aub_window_toggle_inputs(AubWindow *self);
void aub_window_step_page(AubWindow *self, int step);
/* Takes the toast. */
void aub_window_add_toast(AubWindow *self, AdwToast *toast);
/* A toast with a button; takes a floating target, which may be NULL. */
void aub_window_say_with_action(AubWindow *self, const char *text, const char *button,
                                const char *action, GVariant *target);
/* What the last edit did, with Undo; gone when another edit comes. */
void aub_window_say_undo(AubWindow *self, const char *text);
