"""The program on a real terminal: what tmux shows of it."""
import itertools, os, shlex, shutil, subprocess, time

NUMBERS = itertools.count()
ISOLATES = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


def missing():
    return None if shutil.which("tmux") else "no tmux on PATH"


def shown(command, columns, color=False, rows=500, environment=()):
    """The lines that a terminal of so many columns shows of a command, with its colours as escapes if asked for.

    Isolates and spaces at the end of a line are left out: tmux keeps some of them and drops others.
    """
    server = ["tmux", "-L", f"khabar-{os.getpid()}-{next(NUMBERS)}", "-f", os.devnull]
    settings = " ".join(shlex.quote(f"{name}={value}") for name, value in environment)
    line = f"env LC_ALL=C.UTF-8 TERM=tmux-256color {settings} {shlex.join(command)}; tmux wait-for -S done; sleep 60"
    run = lambda *arguments: subprocess.run([*server, *arguments], capture_output=True, text=True, timeout=60)
    try:
        started = run("-u", "new-session", "-d", "-x", str(columns), "-y", str(rows), line)
        if started.returncode:
            raise SystemExit(f"tmux: {started.stderr.strip()}")
        run("wait-for", "done")
        time.sleep(0.2)  # tmux draws what it has read a moment later
        text = run("capture-pane", "-p", *(["-e"] if color else [])).stdout
    finally:
        run("kill-server")
    lines = [one.rstrip() for one in text.translate(ISOLATES).split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    return lines
