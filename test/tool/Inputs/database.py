"""database.py FOLDER [--flag=FLAG...] FILE...: a compile database as a GCC build writes it."""

import json
import sys

folder = sys.argv[1]
files = [word for word in sys.argv[2:] if not word.startswith("--flag=")]
flags = "".join(" " + word.removeprefix("--flag=") for word in sys.argv[2:] if word not in files)
json.dump(
    [
        {
            "directory": folder,
            "file": file,
            "command": "/usr/bin/gcc -O2 -Wall -Werror -pedantic-errors -fno-canonical-system-headers"
            f" -mno-such-flag -fPIC -MD -MF {number}.d -o build/{number}.o{flags} -c {file}",
        }
        for number, file in enumerate(files)
    ],
    sys.stdout,
)
