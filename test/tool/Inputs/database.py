"""database.py FOLDER FILE...: a compile database as a GCC build writes it."""

import json
import sys

folder, files = sys.argv[1], sys.argv[2:]
json.dump(
    [
        {
            "directory": folder,
            "file": file,
            "command": "/usr/bin/gcc -O2 -Wall -Werror -pedantic-errors -fno-canonical-system-headers"
            f" -mno-such-flag -fPIC -MD -MF {number}.d -o build/{number}.o -c {file}",
        }
        for number, file in enumerate(files)
    ],
    sys.stdout,
)
