"""What may happen to a cache.

cache.py damage FOLDER | fill FOLDER | crowd FOLDER EXPECTED COMMAND... | full FOLDER EXPECTED COMMAND...
"""

import glob
import os
import random
import subprocess
import sys
import time


def entries(folder):
    return sorted(glob.glob(os.path.join(folder, "*", "*.kept")))


def damage(folder):
    """Each entry in another way: a byte, the end, everything, the head."""
    assert entries(folder)
    for number, path in enumerate(entries(folder)):
        with open(path, "rb") as file:
            data = bytearray(file.read())
        if number % 4 == 0:
            data[len(data) // 2 + 20] ^= 1
        data = (data, data[:-3], b"", b"not ours\n" + data)[number % 4]
        with open(path, "wb") as file:
            file.write(data)


def fill(folder):
    """Two megabytes of entries that were not used for long."""
    os.makedirs(os.path.join(folder, "zz"), exist_ok=True)
    for number in range(20):
        path = os.path.join(folder, "zz", "zz%d.kept" % number)
        with open(path, "wb") as file:
            file.write(bytes(100_000))
        os.utime(path, (number, number))


def crowd(folder, expected, *command):
    """Runs that start together, of which some are killed; then all must agree."""
    with open(expected, "rb") as file:
        expected = file.read()
    random.seed(1)
    for path in entries(folder):
        os.remove(path)
    command = list(command) + ["--cache-dir=" + folder]
    for _ in range(3):
        running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) for _ in range(4)]
        time.sleep(random.random() * 0.1)
        for victim in running[:2]:
            victim.kill()
        for process in running:
            output = process.communicate()[0]
            assert process.returncode < 0 or (process.returncode == 1 and output == expected), output
    done = subprocess.run(command, capture_output=True)
    assert done.returncode == 1 and done.stdout == expected, done


def full(folder, expected, *command):
    """A run whose folder lies on a disk that is full, where we may make one."""
    os.makedirs(folder, exist_ok=True)
    # The one page of it is taken.
    make = 'mount -t tmpfs -o size=4k none "$0" && printf %4096s > "$0/filled"'
    space = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    if subprocess.run(space + [make, folder], stderr=subprocess.DEVNULL).returncode:
        return
    done = subprocess.run(
        space + [make + ' && "$@" && exit 9; status=$?; find "$0" -name "*.kept"; exit $status', folder]
        + list(command) + ["--cache-dir=" + folder], capture_output=True)
    with open(expected, "rb") as file:
        assert done.returncode == 1 and done.stdout == file.read(), done


globals()[sys.argv[1]](*sys.argv[2:])
