#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CPictures.h"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

static int limit(int what, rlim_t most) {
    struct rlimit both = {most, most};
    return setrlimit(what, &both);
}

int hb_limit(uint64_t memory_bytes, uint64_t processor_seconds) {
    // A library that tries to write a file is told no, not killed.
    signal(SIGXFSZ, SIG_IGN);
    return limit(RLIMIT_AS, memory_bytes) | limit(RLIMIT_CPU, processor_seconds) | limit(RLIMIT_FSIZE, 0)
        | limit(RLIMIT_CORE, 0);
}

#ifdef __linux__
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#define REFUSE(name) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (name), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

#if defined(__x86_64__)
#define OUR_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/// No file system at all, where the kernel has Landlock (5.13).
static void leave_files(void) {
    struct landlock_ruleset_attr everything = {.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &everything, sizeof everything, 0);
    if (rules < 0) return;
    syscall(SYS_landlock_restrict_self, rules, 0);
    close(rules);
}

/// No other program, no network, no other process.
static void leave_others(void) {
#ifdef OUR_ARCHITECTURE
    struct sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        REFUSE(SYS_execve),
        REFUSE(SYS_execveat),
        REFUSE(SYS_socket),
        REFUSE(SYS_socketpair),
        REFUSE(SYS_connect),
        REFUSE(SYS_bind),
        REFUSE(SYS_ptrace),
        REFUSE(SYS_process_vm_readv),
        REFUSE(SYS_process_vm_writev),
        REFUSE(SYS_kill),
        REFUSE(SYS_mount),
        REFUSE(SYS_bpf),
        REFUSE(SYS_keyctl),
        REFUSE(SYS_perf_event_open),
        REFUSE(SYS_io_uring_setup),
        REFUSE(SYS_userfaultfd),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog filter = {.len = sizeof steps / sizeof steps[0], .filter = steps};
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
#endif
}

void hb_confine(void) {
    // Nothing that the parent left open by mistake.
    syscall(SYS_close_range, 3U, ~0U, 0U);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
    leave_files();
    leave_others();
}
#else
void hb_confine(void) {}
#endif
