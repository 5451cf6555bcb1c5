/* The safe writer: whole new file or untouched old one, whatever goes wrong. */
#include "ui/paper/safe-file.h"

#include <glib/gstdio.h>
#include <string.h>

#ifdef G_OS_UNIX
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

typedef struct {
  char *folder;
} Fixture;

static void fixture_up(Fixture *fixture, gconstpointer data) {
  fixture->folder = g_dir_make_tmp("aubaine-safe-XXXXXX", NULL);
  g_assert_nonnull(fixture->folder);
}

static void fixture_down(Fixture *fixture, gconstpointer data) {
  g_autoptr(GDir) dir = g_dir_open(fixture->folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
    g_autofree char *path = g_build_filename(fixture->folder, name, NULL);
    g_remove(path);
  }
  g_rmdir(fixture->folder);
  g_free(fixture->folder);
}

static char *path_in(const Fixture *fixture, const char *name) {
  return g_build_filename(fixture->folder, name, NULL);
}

static void assert_content(const char *path, const char *expected) {
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  g_file_get_contents(path, &content, NULL, &error);
  g_assert_no_error(error);
  g_assert_cmpstr(content, ==, expected);
}

/* How many names a folder holds: a temporary file left behind would be one more. */
static int count_names(const Fixture *fixture) {
  g_autoptr(GDir) dir = g_dir_open(fixture->folder, 0, NULL);
  int count = 0;
  while (g_dir_read_name(dir) != NULL)
    count++;
  return count;
}

static void assert_writes(const char *path, const char *text) {
  g_autoptr(GError) error = NULL;
  gboolean written = safe_file_write(path, text, strlen(text), &error);
  g_assert_no_error(error);
  g_assert_true(written);
}

/* One line, and it names the file. */
static void assert_refuses(const char *path, const char *text, GFileError code) {
  g_autoptr(GError) error = NULL;
  g_assert_false(safe_file_write(path, text, strlen(text), &error));
  g_assert_error(error, G_FILE_ERROR, (gint)code);
  g_autofree char *name = g_filename_display_name(path);
  g_assert_nonnull(strstr(error->message, name));
  g_assert_null(strchr(error->message, '\n'));
}

static void test_new(Fixture *fixture, gconstpointer data) {
  g_autofree char *path = path_in(fixture, "new.pdf");
  assert_writes(path, "hello");
  assert_content(path, "hello");
  assert_writes(path, "");
  assert_content(path, "");
  g_assert_cmpint(count_names(fixture), ==, 1);
}

static void test_large(Fixture *fixture, gconstpointer data) {
  g_autofree char *path = path_in(fixture, "large");
  gsize length = 5 * 1024 * 1024 + 7;
  g_autofree char *bytes = g_malloc(length);
  for (gsize i = 0; i < length; i++)
    bytes[i] = (char)(i * 31 % 251);
  g_autoptr(GError) error = NULL;
  g_assert_true(safe_file_write(path, bytes, length, &error));
  g_autofree char *read = NULL;
  gsize read_length;
  g_assert_true(g_file_get_contents(path, &read, &read_length, NULL));
  g_assert_cmpmem(bytes, length, read, read_length);
}

static void test_names(Fixture *fixture, gconstpointer data) {
  g_autofree char *long_name = g_strnfill(200, 'x');
  g_autofree char *longest = g_strnfill(255, 'y');
  const char *names[] = {
      "dépôt été’s “bons” 'a' \"b\".pdf", "-rf *", " ", "a\nb", long_name, longest};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = path_in(fixture, names[i]);
    assert_writes(path, names[i]);
    assert_writes(path, names[i]);
    assert_content(path, names[i]);
  }
  g_assert_cmpint(count_names(fixture), ==, G_N_ELEMENTS(names));
}

static void test_missing_folder(Fixture *fixture, gconstpointer data) {
  g_autofree char *path = path_in(fixture, "no/such/file.pdf");
  assert_refuses(path, "x", G_FILE_ERROR_NOENT);
  assert_refuses(fixture->folder, "x", G_FILE_ERROR_ISDIR);
  assert_refuses("", "x", G_FILE_ERROR_NOENT);
}

#ifdef G_OS_UNIX

static mode_t mode_of(const char *path) {
  struct stat info;
  g_assert_cmpint(stat(path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void test_mode(Fixture *fixture, gconstpointer data) {
  const mode_t modes[] = {0600, 0640, 0664, 0755};
  g_autofree char *path = path_in(fixture, "mode.pdf");
  mode_t mask = umask(027);
  assert_writes(path, "first");
  g_assert_cmpint(mode_of(path), ==, 0640);
  for (gsize i = 0; i < G_N_ELEMENTS(modes); i++) {
    g_assert_cmpint(chmod(path, modes[i]), ==, 0);
    assert_writes(path, "again");
    g_assert_cmpint(mode_of(path), ==, modes[i]);
  }
  umask(mask);
}

static void test_symlink(Fixture *fixture, gconstpointer data) {
  g_autofree char *target = path_in(fixture, "target.pdf");
  g_autofree char *first = path_in(fixture, "first");
  g_autofree char *second = path_in(fixture, "second");
  g_assert_cmpint(symlink("target.pdf", first), ==, 0);
  g_assert_cmpint(symlink(first, second), ==, 0);
  assert_writes(second, "through a link to nothing");
  assert_content(target, "through a link to nothing");
  assert_writes(second, "again");
  assert_content(target, "again");
  g_assert_true(g_file_test(first, G_FILE_TEST_IS_SYMLINK));
  g_assert_true(g_file_test(second, G_FILE_TEST_IS_SYMLINK));

  g_autofree char *loop = path_in(fixture, "loop");
  g_assert_cmpint(symlink("loop", loop), ==, 0);
  assert_refuses(loop, "x", G_FILE_ERROR_LOOP);
}

static void test_device(Fixture *fixture, gconstpointer data) {
  if (access("/dev/full", W_OK) < 0) {
    g_test_skip("no writable /dev/full");
    return;
  }
  assert_refuses("/dev/full", "x", G_FILE_ERROR_NOSPC);
  g_autofree char *link = path_in(fixture, "full");
  g_assert_cmpint(symlink("/dev/full", link), ==, 0);
  assert_refuses(link, "x", G_FILE_ERROR_NOSPC);
  assert_writes("/dev/null", "x");
  struct stat info;
  g_assert_cmpint(stat("/dev/full", &info), ==, 0);
  g_assert_true(S_ISCHR(info.st_mode));
  g_assert_cmpint(stat("/dev/null", &info), ==, 0);
  g_assert_true(S_ISCHR(info.st_mode));
}

static gpointer read_all_of(gpointer path) {
  char *content = NULL;
  g_file_get_contents(path, &content, NULL, NULL);
  return content;
}

static void test_pipe(Fixture *fixture, gconstpointer data) {
  g_autofree char *path = path_in(fixture, "pipe");
  g_assert_cmpint(mkfifo(path, 0600), ==, 0);
  GThread *reader = g_thread_new("reader", read_all_of, path);
  assert_writes(path, "down the pipe");
  g_autofree char *got = g_thread_join(reader);
  g_assert_cmpstr(got, ==, "down the pipe");
  struct stat info;
  g_assert_cmpint(stat(path, &info), ==, 0);
  g_assert_true(S_ISFIFO(info.st_mode));
}

/* Opens the pipe, reads nothing, goes. */
static gpointer open_and_leave(gpointer path) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  close(fd);
  return NULL;
}

/* More than a pipe holds, so that the write meets the closed end; SIGPIPE must not end us. */
static void test_pipe_left(Fixture *fixture, gconstpointer data) {
  g_autofree char *path = path_in(fixture, "pipe");
  g_assert_cmpint(mkfifo(path, 0600), ==, 0);
  gsize length = 4 * 1024 * 1024;
  g_autofree char *bytes = g_malloc0(length);
  GThread *reader = g_thread_new("reader", open_and_leave, path);
  g_autoptr(GError) error = NULL;
  g_assert_false(safe_file_write(path, bytes, length, &error));
  g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_PIPE);
  g_thread_join(reader);
}

/* Runs `work` in a child of its own, so that limits and privileges stay there. */
static int run_child(int (*work)(const char *path), const char *path) {
  pid_t child = fork();
  g_assert_cmpint(child, >=, 0);
  if (child == 0)
    _exit(work(path));
  int status;
  g_assert_cmpint(waitpid(child, &status, 0), ==, child);
  g_assert_true(WIFEXITED(status));
  return WEXITSTATUS(status);
}

/* The disk fills after 4096 bytes; the signal that comes with it would end the program. */
static int write_past_limit(const char *path) {
  const struct rlimit limit = {4096, 4096};
  if (setrlimit(RLIMIT_FSIZE, &limit) < 0)
    return 2;
  char bytes[10000] = {0};
  g_autoptr(GError) error = NULL;
  if (safe_file_write(path, bytes, sizeof bytes, &error))
    return 3;
  return error != NULL && strstr(error->message, path) != NULL ? 0 : 4;
}

static void test_disk_full(Fixture *fixture, gconstpointer data) {
  g_autofree char *path = path_in(fixture, "old.pdf");
  assert_writes(path, "old");
  g_assert_cmpint(run_child(write_past_limit, path), ==, 0);
  assert_content(path, "old");
  g_assert_cmpint(count_names(fixture), ==, 1);
}

#define CANNOT_DROP 77

/* Root may write anywhere; somebody with no rights tells the truth. */
static int write_as_nobody(const char *path) {
  if (geteuid() == 0) {
    const struct passwd *nobody = getpwnam("nobody");
    if (nobody == NULL || setgid(nobody->pw_gid) < 0 || setuid(nobody->pw_uid) < 0)
      return CANNOT_DROP;
  }
  g_autoptr(GError) error = NULL;
  if (safe_file_write(path, "new", 3, &error))
    return 3;
  if (!g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_ACCES) &&
      !g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_PERM))
    return 4;
  return strstr(error->message, path) != NULL ? 0 : 5;
}

static void test_read_only_folder(Fixture *fixture, gconstpointer data) {
  g_autofree char *path = path_in(fixture, "old.pdf");
  assert_writes(path, "old");
  g_assert_cmpint(chmod(path, 0666), ==, 0);
  g_assert_cmpint(chmod(fixture->folder, 0555), ==, 0);
  int answer = run_child(write_as_nobody, path);
  g_assert_cmpint(chmod(fixture->folder, 0755), ==, 0);
  if (answer == CANNOT_DROP) {
    g_test_skip("cannot drop privileges");
    return;
  }
  g_assert_cmpint(answer, ==, 0);
  assert_content(path, "old");
  g_assert_cmpint(count_names(fixture), ==, 1);
}

static void test_read_only_file(Fixture *fixture, gconstpointer data) {
  g_autofree char *path = path_in(fixture, "old.pdf");
  assert_writes(path, "old");
  g_assert_cmpint(chmod(path, 0444), ==, 0);
  g_assert_cmpint(chmod(fixture->folder, 0777), ==, 0);
  int answer = run_child(write_as_nobody, path);
  if (answer == CANNOT_DROP) {
    g_test_skip("cannot drop privileges");
    return;
  }
  g_assert_cmpint(answer, ==, 0);
  assert_content(path, "old");
}

/* A signal of ours must not be left for the rest of the program, and its own mask must be back. */
static void test_signals(Fixture *fixture, gconstpointer data) {
  g_autofree char *path = path_in(fixture, "file");
  sigset_t before, after, pending;
  pthread_sigmask(SIG_SETMASK, NULL, &before);
  assert_writes(path, "x");
  test_pipe_left(fixture, NULL);
  pthread_sigmask(SIG_SETMASK, NULL, &after);
  sigpending(&pending);
  for (int number = 1; number < 32; number++)
    g_assert_cmpint(sigismember(&before, number), ==, sigismember(&after, number));
  g_assert_cmpint(sigismember(&pending, SIGPIPE), ==, 0);
}

#endif

#define ADD(name, function)                                                                        \
  g_test_add("/safe-file/" name, Fixture, NULL, fixture_up, function, fixture_down)

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  ADD("new", test_new);
  ADD("large", test_large);
  ADD("names", test_names);
  ADD("missing-folder", test_missing_folder);
#ifdef G_OS_UNIX
  ADD("mode", test_mode);
  ADD("symlink", test_symlink);
  ADD("device", test_device);
  ADD("pipe", test_pipe);
  ADD("pipe-left", test_pipe_left);
  ADD("disk-full", test_disk_full);
  ADD("read-only-folder", test_read_only_folder);
  ADD("read-only-file", test_read_only_file);
  ADD("signals", test_signals);
#endif
  return g_test_run();
}
