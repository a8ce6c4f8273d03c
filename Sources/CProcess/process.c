#define _GNU_SOURCE
#include "CProcess.h"

#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// Only what is not writable: it is as the file has it, while relocated and written pages are nowhere else. What a debugger has
// written there is lost, so breakpoints in a server are to be set when it listens.
static int release(struct dl_phdr_info *object, size_t size, void *context) {
  (void)size;
  (void)context;
  // The kernel's own object, which has no file.
  if (object->dlpi_name[0] != '\0' && object->dlpi_name[0] != '/') return 0;
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
    if (segment->p_type != PT_LOAD || segment->p_flags & PF_W) continue;
    uintptr_t start = (object->dlpi_addr + segment->p_vaddr) & ~(page - 1);
    uintptr_t end = object->dlpi_addr + segment->p_vaddr + segment->p_memsz;
    madvise((void *)start, end - start, MADV_DONTNEED);
  }
  return 0;
}

void CProcess_release_code(void) { dl_iterate_phdr(release, NULL); }

// The bounds up to which the C library raises its thresholds by itself, one large allocation after the other.
void CProcess_keep_freed_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
}
