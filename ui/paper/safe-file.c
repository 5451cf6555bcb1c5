/* Room: paper. Knows: GLib and, where there is one, POSIX. Must not know: what the bytes are.
 *
 * cairo and most writers report success when the disk fills in their last buffered chunk; here
 * every call that can fail is looked at before the old file goes away. */
#include "ui/paper/safe-file.h"

#include <errno.h>

#ifdef G_OS_UNIX
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#endif

static gboolean fail(const char *path, int error_number, GError **error) {
  g_autofree char *name = g_filename_display_name(path);
  g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(error_number), "%s: %s", name,
              g_strerror(error_number));
  return FALSE;
}

#ifdef G_OS_UNIX

#define LINKS_MAX 40

/* A pipe whose reader has gone, or a file past the size limit, is an error line, not the end of
 * the program: both signals are held back in this thread while it writes. */
typedef struct {
  sigset_t held, before, pending_before;
} SignalHold;

static void signal_hold(SignalHold *hold) {
  sigemptyset(&hold->held);
  sigaddset(&hold->held, SIGPIPE);
  sigaddset(&hold->held, SIGXFSZ);
  sigpending(&hold->pending_before);
  pthread_sigmask(SIG_BLOCK, &hold->held, &hold->before);
}

/* Takes back what our writes raised, and nothing that waited before. */
static void signal_release(const SignalHold *hold) {
  const int signals[] = {SIGPIPE, SIGXFSZ};
  for (gsize i = 0; i < G_N_ELEMENTS(signals); i++) {
    sigset_t pending, one;
    sigpending(&pending);
    if (!sigismember(&pending, signals[i]) || sigismember(&hold->pending_before, signals[i]))
      continue;
    sigemptyset(&one);
    sigaddset(&one, signals[i]);
    int number;
    sigwait(&one, &number);
  }
  pthread_sigmask(SIG_SETMASK, &hold->before, NULL);
}

/* 0, or the errno of the first write that failed. */
static int write_all(int fd, const char *bytes, gsize length) {
  while (length > 0) {
    ssize_t written = write(fd, bytes, MIN(length, (gsize)1 << 20));
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return errno;
    bytes += written;
    length -= (gsize)written;
  }
  return 0;
}

/* Devices, pipes and some folders cannot be synced, and say so; that is no failure. */
static int sync_all(int fd) {
  int result;
  do
    result = fsync(fd);
  while (result < 0 && errno == EINTR);
  if (result == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS)
    return 0;
  return errno;
}

/* The file at the end of a chain of symbolic links; it need not exist. NULL with errno. */
static char *resolve_links(const char *path) {
  g_autofree char *current = g_strdup(path);
  for (int links = 0; links < LINKS_MAX; links++) {
    struct stat info;
    bool exists = lstat(current, &info) == 0;
    if (!exists && errno != ENOENT)
      return NULL;
    if (!exists || !S_ISLNK(info.st_mode))
      return g_steal_pointer(&current);
    char target[4096];
    ssize_t length = readlink(current, target, sizeof target - 1);
    if (length < 0)
      return NULL;
    target[length] = '\0';
    g_autofree char *folder = g_path_get_dirname(current);
    char *next =
        g_path_is_absolute(target) ? g_strdup(target) : g_build_filename(folder, target, NULL);
    g_free(current);
    current = next;
  }
  errno = ELOOP;
  return NULL;
}

/* A device or a pipe: renaming over it would replace it by a file. */
static int write_straight(const char *path, const void *bytes, gsize length) {
  int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    return errno;
  int problem = write_all(fd, bytes, length);
  if (problem == 0)
    problem = sync_all(fd);
  if (close(fd) < 0 && problem == 0 && errno != EINTR)
    problem = errno;
  return problem;
}

/* Owner first: changing it may clear mode bits. Only a privileged writer can give a file away, so
 * a refusal there is normal; the mode is ours to set. */
static int keep_owner_and_mode(int fd, const struct stat *old) {
  struct stat now;
  if (fstat(fd, &now) < 0)
    return errno;
  if ((now.st_uid != old->st_uid || now.st_gid != old->st_gid) &&
      fchown(fd, old->st_uid, old->st_gid) < 0 && errno != EPERM)
    return errno;
  return fchmod(fd, old->st_mode & 07777) < 0 ? errno : 0;
}

static int sync_folder(const char *folder) {
  int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return 0; /* a folder one may write but not list cannot be opened, nor synced */
  int problem = sync_all(fd);
  close(fd);
  return problem;
}

/* old: what stands at path now, NULL when nothing does. */
static int replace(const char *path, const struct stat *old, const void *bytes, gsize length) {
  g_autofree char *folder = g_path_get_dirname(path);
  /* A short name of its own: the target's may already be as long as a name can be. */
  g_autofree char *temporary = g_build_filename(folder, ".aubaine-XXXXXX", NULL);
  int fd = g_mkstemp_full(temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    return errno;
  int problem = write_all(fd, bytes, length);
  if (problem == 0 && old != NULL)
    problem = keep_owner_and_mode(fd, old);
  if (problem == 0)
    problem = sync_all(fd);
  if (close(fd) < 0 && problem == 0 && errno != EINTR)
    problem = errno;
  if (problem == 0 && rename(temporary, path) < 0)
    problem = errno;
  if (problem != 0) {
    unlink(temporary);
    return problem;
  }
  return sync_folder(folder);
}

static int write_to(const char *path, const void *bytes, gsize length) {
  g_autofree char *target = resolve_links(path);
  if (target == NULL)
    return errno;
  struct stat info;
  if (stat(target, &info) < 0)
    return errno == ENOENT ? replace(target, NULL, bytes, length) : errno;
  if (S_ISDIR(info.st_mode))
    return EISDIR;
  if (!S_ISREG(info.st_mode))
    return write_straight(target, bytes, length);
  /* The folder alone decides whether a rename succeeds; a file marked read-only is to stay. */
  if (access(target, W_OK) < 0)
    return errno;
  return replace(target, &info, bytes, length);
}

gboolean safe_file_write(const char *path, const void *bytes, gsize length, GError **error) {
  g_return_val_if_fail(path != NULL && (bytes != NULL || length == 0), FALSE);
  SignalHold hold;
  signal_hold(&hold);
  int problem = write_to(path, bytes, length);
  signal_release(&hold);
  return problem == 0 || fail(path, problem, error);
}

#else

gboolean safe_file_write(const char *path, const void *bytes, gsize length, GError **error) {
  g_return_val_if_fail(path != NULL && (bytes != NULL || length == 0), FALSE);
  if (g_file_test(path, G_FILE_TEST_IS_DIR))
    return fail(path, EISDIR, error);
  return g_file_set_contents_full(path, bytes, (gssize)length,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                  0666, error);
}

#endif
