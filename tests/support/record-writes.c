/*
 * Laid over a program with LD_PRELOAD, writes down what the program asks of the disk, in order: each write with its bytes, each
 * sync, and the files that come and go. Only for files in one folder. Nothing is changed by it.
 *
 * RECORD_FOLDER  the folder; RECORD_LOG  where the log goes, which must be outside it.
 * A record is: kind (1 byte), length of the name (2), offset or size (8), length of the data (4), the name, the data.
 *   C created, W written, T cut or extended to a size, S synced (a file, or the folder itself), U unlinked
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 4096
static char *names[MOST_FILES];
static int log_file = -1;

/* The name within the folder, "" for the folder itself; NULL for whatever is elsewhere. */
static const char *name_in_folder(const char *path) {
  const char *folder = getenv("RECORD_FOLDER");
  size_t length = folder ? strlen(folder) : 0;
  if (!length || !path || strncmp(path, folder, length)) return NULL;
  if (path[length] == 0) return "";
  return path[length] == '/' ? path + length + 1 : NULL;
}

static void record(char kind, const char *name, uint64_t at, const void *data, uint32_t length) {
  if (log_file < 0) log_file = (int)syscall(SYS_openat, AT_FDCWD, getenv("RECORD_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  uint16_t name_length = (uint16_t)strlen(name);
  char head[15];
  head[0] = kind;
  memcpy(head + 1, &name_length, 2);
  memcpy(head + 3, &at, 8);
  memcpy(head + 11, &length, 4);
  struct iovec parts[3] = {{head, sizeof head}, {(void *)name, name_length}, {(void *)data, length}};
  size_t all = sizeof head + name_length + length;
  /* A log that is cut off would prove nothing. */
  if (syscall(SYS_writev, log_file, parts, 3) != (long)all) abort();
}

static const char *name_of(int file) { return file >= 0 && file < MOST_FILES ? names[file] : NULL; }

static int opened(int file, const char *path, int there) {
  const char *name = name_in_folder(path);
  if (file < 0 || file >= MOST_FILES || !name) return file;
  free(names[file]);
  names[file] = strdup(name);
  if (!there) record('C', name, 0, NULL, 0);
  return file;
}

static int open_recorded(int at, const char *path, int flags, mode_t mode) {
  int there = syscall(SYS_faccessat, at, path, F_OK) == 0;
  return opened((int)syscall(SYS_openat, at, path, flags, mode), path, there);
}

#define OPEN(NAME) \
  int NAME(const char *path, int flags, ...) { \
    va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
    return open_recorded(AT_FDCWD, path, flags, mode); }
OPEN(open)
OPEN(open64)

#define OPENAT(NAME) \
  int NAME(int at, const char *path, int flags, ...) { \
    va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
    return open_recorded(at, path, flags, mode); }
OPENAT(openat)
OPENAT(openat64)

int close(int file) {
  if (name_of(file)) { free(names[file]); names[file] = NULL; }
  return (int)syscall(SYS_close, file);
}

static ssize_t written(int file, const void *data, ssize_t done, off64_t at) {
  if (done > 0 && name_of(file)) record('W', name_of(file), (uint64_t)at, data, (uint32_t)done);
  return done;
}

ssize_t pwrite64(int file, const void *data, size_t length, off64_t at) {
  return written(file, data, syscall(SYS_pwrite64, file, data, length, at), at);
}
ssize_t pwrite(int file, const void *data, size_t length, off_t at) { return pwrite64(file, data, length, at); }
ssize_t write(int file, const void *data, size_t length) {
  off64_t at = name_of(file) ? syscall(SYS_lseek, file, 0, SEEK_CUR) : 0;
  return written(file, data, syscall(SYS_write, file, data, length), at);
}

static int synced(int file, int outcome) {
  if (outcome == 0 && name_of(file)) record('S', name_of(file), 0, NULL, 0);
  return outcome;
}
int fsync(int file) { return synced(file, (int)syscall(SYS_fsync, file)); }
int fdatasync(int file) { return synced(file, (int)syscall(SYS_fdatasync, file)); }

int ftruncate64(int file, off64_t size) {
  int outcome = (int)syscall(SYS_ftruncate, file, size);
  if (outcome == 0 && name_of(file)) record('T', name_of(file), (uint64_t)size, NULL, 0);
  return outcome;
}
int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

int unlink(const char *path) {
  int outcome = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  const char *name = name_in_folder(path);
  if (outcome == 0 && name) record('U', name, 0, NULL, 0);
  return outcome;
}
