"""Take everything from this process but computing: for code written by strangers.

Three walls of the Linux kernel stand one behind the other. A limit ends what grows or runs too
long; Landlock closes every file but those named; seccomp refuses every system call but those that
a computation needs, so that there is no network, no new process, and no signal to another one.
A process that is confined cannot be freed again. Nothing here imports anything of the kit.

Sources: landlock(7), seccomp(2), getrlimit(2) and tmpfs(5) of the Linux manual pages.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

MEMORY = 1 << 30
"""Bytes that the code may take beyond what the process already has."""

FILE = 1 << 20
"""Bytes of one file that the code writes."""

FOLDER = 16 << 20
"""Bytes of all the files that the code writes together."""

# What computing, reading files and writing into one's own folder takes, by the kernel's names.
# ``fork``, ``execve``, ``socket``, ``ptrace``, ``chmod`` and ``mount`` are not among them.
_CALLS = """
    read write readv writev pread64 pwrite64 lseek close close_range dup dup2 dup3
    open openat creat access faccessat faccessat2 stat lstat fstat newfstatat statx
    readlink readlinkat statfs fstatfs getdents64 getcwd chdir mkdir mkdirat unlink unlinkat rmdir
    rename renameat renameat2 symlink symlinkat ftruncate truncate fsync fdatasync flock umask
    pipe2 poll ppoll select pselect6 mmap munmap mremap mprotect madvise brk
    rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack setitimer
    clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time
    futex set_robust_list rseq restart_syscall sched_yield sched_getaffinity
    getpid getppid gettid getuid geteuid getgid getegid getrusage sysinfo uname getrandom
    exit exit_group
"""
# Calls that are harmless with some values of one argument: the argument's place and those values.
_CALLS_WITH = {
    "fcntl": (1, (0, 1, 2, 3, 4, 5, 6, 7, 1030)),  # not those that send signals to others
    "ioctl": (1, (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)),  # questions about a file
    "prlimit64": (0, (0,)),  # the limits of this process, which can only fall
}
_SIGNALS = ("kill", "tgkill")  # to this process alone
_ALLOW, _REFUSE, _IS_MISSING = 0x7FFF0000, 0x00050001, 0x00050026  # ALLOW, ERRNO(EPERM, ENOSYS)
_EQUAL, _MASKED_EQUAL = 4, 7  # SCMP_CMP_EQ, SCMP_CMP_MASKED_EQ
_THREAD = 0x00010000  # CLONE_THREAD
_NEW_USER_AND_MOUNTS = 0x10020000  # CLONE_NEWUSER, CLONE_NEWNS
_PRIVATE = 0x44000  # MS_REC, MS_PRIVATE
_NO_PROGRAMS = 0xE  # MS_NOSUID, MS_NODEV, MS_NOEXEC
_NO_NEW_PRIVILEGES, _PARENT_DEATH = 38, 1  # PR_SET_NO_NEW_PRIVS, PR_SET_PDEATHSIG
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # one number on every computer
_BITS_BY_VERSION = (13, 14, 15, 15, 16)  # how many kinds of access each version of Landlock knows
_READ = 0b1100  # READ_FILE, READ_DIR
_WRITE = 0b101_0001_1011_1110  # and write, remove, truncate; make files, folders and links


class ConfinementError(OSError):
    """What confinement needs is not on the computer; the message says what."""


class _Compare(ctypes.Structure):
    _fields_ = (
        ("argument", ctypes.c_uint),
        ("how", ctypes.c_int),
        ("first", ctypes.c_uint64),
        ("second", ctypes.c_uint64),
    )


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def why_not() -> str:
    """Say in a sentence why code cannot be confined on this computer; empty when it can."""
    if sys.platform != "linux":
        return "Code of others is only run on Linux, which can confine it."
    if _libc().syscall(_CREATE_RULESET, None, 0, 1) < 1:
        return "The kernel of this computer has no Landlock (Linux 5.13 or newer, switched on)."
    if _seccomp() is None:
        return "The library libseccomp is not installed (libseccomp2, with the package manager)."
    return ""


def confine(folder: Path, readable: Sequence[Path], memory: int = MEMORY) -> None:
    """Confine this process for good.

    Parameters
    ----------
    folder : Path
        An empty folder, which becomes the current one. What is written there goes to memory and
        is gone with the process. Where the kernel gives no such folder, nothing can be written.
    readable : sequence of Path
        Files and folders that may be read. Those that are not there are passed over.
    memory : int
        Bytes that may be taken beyond what the process has.

    Raises
    ------
    ConfinementError
        One of the walls could not be built; the process must not run code of others.
    """
    reason = why_not()
    if reason:
        raise ConfinementError(reason)
    writable = _own_mount(folder)
    os.chdir(folder)
    os.setsid()
    _limit(memory)
    end_with_parent()  # a new user forgets it, so not before
    _check(_libc().prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0), "no_new_privs")
    _close_files(readable, folder if writable else None)
    _close_calls()


def end_with_parent() -> None:
    """Have the kernel kill this process when the one that began it ends, where Linux can."""
    if sys.platform == "linux":
        _check(_libc().prctl(_PARENT_DEATH, signal.SIGKILL, 0, 0, 0), "parent death")


def _own_mount(folder: Path) -> bool:
    """Lay a small folder in memory over the empty one, seen by this process alone."""
    libc, user, group = _libc(), os.getuid(), os.getgid()
    if libc.unshare(_NEW_USER_AND_MOUNTS):
        return False
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    _check(libc.mount(None, b"/", None, _PRIVATE, None), "private mounts")
    size = f"size={FOLDER},nr_inodes=256".encode()
    _check(libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", _NO_PROGRAMS, size), "tmpfs")
    return True


def _limit(memory: int) -> None:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + memory
    for kind, value in (
        (resource.RLIMIT_AS, most),
        (resource.RLIMIT_FSIZE, FILE),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (value, value))


def _close_files(readable: Sequence[Path], writable: Path | None) -> None:
    libc = _libc()
    version = libc.syscall(_CREATE_RULESET, None, 0, 1)
    known = (1 << _BITS_BY_VERSION[min(version, len(_BITS_BY_VERSION)) - 1]) - 1
    all_kinds = ctypes.c_uint64(known)
    rules = _check(libc.syscall(_CREATE_RULESET, ctypes.byref(all_kinds), 8, 0), "Landlock")
    allowed = [(path, _READ) for path in readable]
    allowed += [(writable, _READ | _WRITE)] if writable else []
    for path, kinds in allowed:
        if not path.exists():
            continue
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
        kinds &= known if path.is_dir() else 0b100
        beneath = _Beneath(kinds, opened)
        _check(libc.syscall(_ADD_RULE, rules, 1, ctypes.byref(beneath), 0), "Landlock")
        os.close(opened)
    _check(libc.syscall(_RESTRICT_SELF, rules, 0), "Landlock")
    os.close(rules)


def _close_calls() -> None:
    library = _seccomp()
    assert library is not None  # `why_not` looked
    rules = library.seccomp_init(_REFUSE)

    def allow(name: str, *compares: _Compare, action: int = _ALLOW) -> None:
        number = library.seccomp_syscall_resolve_name(name.encode())
        if number >= 0:  # a computer does not have the calls that it has newer ones for
            array = (_Compare * len(compares))(*compares)
            added = library.seccomp_rule_add_array(rules, action, number, len(compares), array)
            _check(added, f"seccomp, {name}")

    for name in _CALLS.split():
        allow(name)
    for name, (place, values) in _CALLS_WITH.items():
        for value in values:
            allow(name, _Compare(place, _EQUAL, value, 0))
    for name in _SIGNALS:
        allow(name, _Compare(0, _EQUAL, os.getpid(), 0))
    allow("clone", _Compare(0, _MASKED_EQUAL, _THREAD, _THREAD))
    allow("clone3", action=_IS_MISSING)  # its flags cannot be looked at; clone is taken instead
    _check(library.seccomp_load(rules), "seccomp")


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _seccomp() -> ctypes.CDLL | None:
    try:
        library = ctypes.CDLL("libseccomp.so.2", use_errno=True)
    except OSError:
        return None
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_rule_add_array.argtypes = (
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.POINTER(_Compare),
    )
    library.seccomp_load.argtypes = (ctypes.c_void_p,)
    return library


def _check(result: int, what: str) -> int:
    if result < 0:
        reason = os.strerror(ctypes.get_errno() or -result)
        raise ConfinementError(f"Code of others cannot be confined here ({what}: {reason}).")
    return result
