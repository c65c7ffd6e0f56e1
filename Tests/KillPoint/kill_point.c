// Loaded before the C library (LD_PRELOAD), this ends a program with SIGKILL at the call number KILL_AT of those that change
// files. Of what is written then, half comes to the disk. So a test meets every moment that a kill can meet.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_the_moment(void) {
  static atomic_long calls;
  const char *moment = getenv("KILL_AT");
  return moment && atomic_fetch_add(&calls, 1) + 1 == atol(moment);
}

static void end_at_the_moment(void) {
  if (is_the_moment()) raise(SIGKILL);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define CHANGING(type, name, parameters, ...) \
  type name parameters { \
    end_at_the_moment(); \
    return NEXT(name)(__VA_ARGS__); \
  }

CHANGING(int, rename, (const char *old, const char *new), old, new)
CHANGING(int, unlink, (const char *path), path)
CHANGING(int, mkdir, (const char *path, mode_t mode), path, mode)
CHANGING(int, rmdir, (const char *path), path)
CHANGING(int, ftruncate, (int file, off_t length), file, length)
CHANGING(int, fsync, (int file), file)
CHANGING(int, fchmod, (int file, mode_t mode), file, mode)
CHANGING(int, fchown, (int file, uid_t owner, gid_t group), file, owner, group)
CHANGING(int, futimens, (int file, const struct timespec times[2]), file, times)

#define OPENING(name) \
  int name(const char *path, int flags, ...) { \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    if (flags & (O_CREAT | O_TRUNC)) end_at_the_moment(); \
    return NEXT(name)(path, flags, mode); \
  }

OPENING(open)
OPENING(open64)

ssize_t write(int file, const void *bytes, size_t count) {
  if (file > STDERR_FILENO && is_the_moment()) {
    NEXT(write)(file, bytes, count / 2);
    raise(SIGKILL);
  }
  return NEXT(write)(file, bytes, count);
}
