"""many.py FOLDER NUMBER FILE: a compile database of NUMBER small files, which it writes, and FILE."""

import json
import os
import sys

folder, number, last = sys.argv[1], int(sys.argv[2]), sys.argv[3]
files = []
os.makedirs(os.path.join(folder, "many"), exist_ok=True)
for each in range(number):
    files.append("many/f%d.c" % each)
    with open(os.path.join(folder, files[-1]), "w") as file:
        file.write("int f%d(int x) { return x + %d; }\n" % (each, each))
files.append(last)
json.dump([{"directory": folder, "file": file, "command": "cc -c " + file} for file in files], sys.stdout)
