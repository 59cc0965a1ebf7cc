"""Servers for the truth runs of drivers that need one: each in a folder of its own, on a
socket there, for one test, gone with it. Debian's packages postgresql and
mariadb-server-core have the programs; tool/setup installs them."""

import contextlib
import glob
import os
import shutil
import signal
import subprocess
import time

SECONDS = 60


class Failure(Exception):
    """The server does not come up; the text says why."""


def program(name, *patterns):
    found = [path for pattern in patterns for path in sorted(glob.glob(pattern))]
    if not found:
        raise Failure(f"{name} is not installed: tool/setup installs it")
    return found[-1]


def as_nobody(folder):
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    os.chmod(os.path.dirname(folder), 0o755)
    shutil.chown(folder, "nobody", "nogroup")
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]


@contextlib.contextmanager
def running(command, socket, log, stop, **how):
    with open(log, "w") as output:
        server = subprocess.Popen(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, **how)
    try:
        end = time.monotonic() + SECONDS
        while not os.path.exists(socket):
            if server.poll() is not None or time.monotonic() > end:
                with open(log) as output:
                    raise Failure(f"{command[0]} does not come up:\n{output.read()}")
            time.sleep(0.05)
        yield
    finally:
        server.send_signal(stop)
        try:
            server.wait(SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def prepare(command, **how):
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, **how)
    if done.returncode != 0:
        raise Failure(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


@contextlib.contextmanager
def postgresql(folder):
    """Gives what TRUTH_LIBPQ is to be: a connection string."""
    os.mkdir(folder)
    run_as = as_nobody(folder)
    initdb = program("postgresql", "/usr/lib/postgresql/*/bin/initdb")
    prepare(run_as + [initdb, "-D", f"{folder}/data", "-A", "trust", "-U", "postgres", "-N"], cwd=folder)
    command = [os.path.join(os.path.dirname(initdb), "postgres"), "-D", f"{folder}/data", "-F"]
    command += ["-c", "listen_addresses=", "-k", folder]
    # SIGTERM would wait for the sessions that a program has left.
    stop = signal.SIGINT
    with running(run_as + command, f"{folder}/.s.PGSQL.5432", f"{folder}.log", stop, cwd=folder):
        yield f"host={folder} user=postgres dbname=postgres"


@contextlib.contextmanager
def mariadb(folder):
    """Gives what TRUTH_MYSQL is to be: a socket. Without the tables of users, whom nobody asks for."""
    os.mkdir(folder)
    root = ["--user=root"] if os.geteuid() == 0 else []
    server = program("mariadb-server-core", "/usr/sbin/mariadbd")
    os.mkdir(f"{folder}/data")
    own = ["--no-defaults"] + root + [f"--datadir={folder}/data"]
    socket = f"{folder}/socket"
    command = [server] + own + [f"--socket={socket}", "--skip-networking", "--skip-grant-tables"]
    command += [f"--pid-file={folder}/pid", "--innodb-flush-log-at-trx-commit=0"]
    with running(command, socket, f"{folder}.log", signal.SIGTERM, cwd=folder):
        yield socket
