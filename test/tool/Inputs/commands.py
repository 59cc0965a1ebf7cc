"""commands.py FOLDER FILE: a compile database with a copy of FILE for each command below, in which @
stands for the copy's name (in its folder, where the command goes into one), and its own function."""

import json
import os
import sys

COMMANDS = [
    # The compiler behind others, and within a line of the shell.
    "nice -n 5 icecc gcc -c @",
    "env -i -u HOME PATH=/usr/bin gcc -c @",
    "CCACHE_DIR=/none ccache gcc -c @",
    "cmake -E __run_co_compile --launcher=ccache --source=@ -- gcc -c @",
    "/bin/sh ../libtool --tag=CC --mode=compile gcc -c @ -o x.lo",
    "mkdir -p sub && cd sub && gcc @flags.rsp -c @ > log 2>&1",
    "cd sub; gcc @flags.rsp -c @; true",
    # Flags that Clang knows, with what it does not.
    "gcc -flto=8 -fcf-protection=check -falign-functions=32:16 -march=newest -mfpmath=387 -c @",
    "gcc -fsanitize=bounds-strict -fdiagnostics-format=json -finput-charset=iso-8859-1 -P -C -c @",
    "g++ -xc++ -std=gnu99 -fgnu89-inline -fprofile-use=none.profdata -fsanitize-ignorelist=none.txt -c @",
    "gcc -aux-info x.txt -dumpbase @ -c @ other.c",
    # What would write a file, or to the terminal.
    "gcc -Wp,-MMD,written.d -Xpreprocessor -MD -v -H -c @",
    "clang -MJ written.json --serialize-diagnostics written.dia -save-temps -c @",
]

folder = sys.argv[1]
with open(sys.argv[2]) as file:
    text = file.read()
os.makedirs(os.path.join(folder, "sub"))
with open(os.path.join(folder, "sub", "flags.rsp"), "w") as file:
    file.write("-DRESPONSE")
entries = []
for number, command in enumerate(COMMANDS):
    name = "c%d.c" % number
    path = os.path.join("sub" if "cd sub" in command else "", name)
    with open(os.path.join(folder, path), "w") as file:
        file.write(text.replace("countRows", "countRows%d" % number))
    words = command.replace("@flags", "\0").replace("@", name).replace("\0", "@flags")
    # A folder that is relative is so to the database.
    entries.append({"directory": folder if number else ".", "file": path, "command": words})
json.dump(entries, sys.stdout, indent=1)
