"""shortcuts.py TOOL SOURCE [EVERY]: tests of the checks, read with shortcuts and without.

Of the files of test/checks that %check runs, each EVERY-th is analysed twice, as it is and
with --no-shortcuts. What is found must be the same. Prints how many files and findings
there were.
"""

import json
import os
import re
import subprocess
import sys

tool, source = sys.argv[1:3]
every = int(sys.argv[3]) if len(sys.argv) > 3 else 1
RUN = re.compile(r"RUN: %check %s(?: --(.*))?$", re.MULTILINE)


def tests():
    for below, folders, names in sorted(os.walk(os.path.join(source, "test/checks"))):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(below, name)
            if name.endswith((".c", ".cpp")) and "Inputs" not in below:
                with open(path, encoding="utf-8") as file:
                    match = RUN.search(file.read())
                if match:
                    flags = (match[1] or "").replace("%source", source).replace("%S", below)
                    yield path, flags.split()


def findings(path, flags, *options):
    done = subprocess.run([tool, "--format=json", "--quiet", *options, path, "--", *flags],
                          capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)["findings"]


files = found = 0
failed = False
for path, flags in list(tests())[::every]:
    with_shortcuts = findings(path, flags)
    if with_shortcuts != findings(path, flags, "--no-shortcuts"):
        print("differs:", path)
        failed = True
    files += 1
    found += len(with_shortcuts)
print("%d files, %d findings" % (files, found))
sys.exit(failed)
