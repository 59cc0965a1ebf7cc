"""serve.py TOOL FOLDER: what an editor does, and whether a kept head ever makes a difference."""

import json
import os
import subprocess
import sys

tool, folder = sys.argv[1:]
unit, header = os.path.join(folder, "unit.c"), os.path.join(folder, "rows.h")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


server = subprocess.Popen(
    [tool, "serve", "--", "-I" + folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def ask(**request):
    server.stdin.write(json.dumps(request) + "\n")
    server.stdin.flush()
    return json.loads(server.stdout.readline())


def findings(**request):
    """The answer, which must be what a run says of the same text when it is saved."""
    answer = ask(file=unit, **request)
    if "text" in request:
        saved = read(unit)
        with open(unit, "w", encoding="utf-8") as file:
            file.write(request["text"])
    run = subprocess.run(
        [tool, "--format=json", "--quiet", unit, "--", "-I" + folder], capture_output=True, text=True)
    if "text" in request:
        with open(unit, "w", encoding="utf-8") as file:
            file.write(saved)
    expected = json.loads(run.stdout)
    assert answer["findings"] == expected["findings"], (answer, expected)
    assert answer["failures"] == expected["failures"], (answer, expected)
    return len(answer["findings"])


faulty = read(unit)
mended = faulty.replace("return -2;", "return sqlite3_finalize(rows);")
print("saved", findings())
print("mended", findings(text=mended))
print("faulty", findings(text=faulty), findings(text="\n\n" + faulty))
print("commented", findings(text=faulty.replace("/*comment*/", "// NOLINT")))
print("broken", findings(text=faulty + "int x = ;"), findings(text=faulty))
print("other head", findings(text="#include <stdio.h>\n" + faulty))
print("broken head", findings(text="#include <no_such_header.h>\n" + faulty), findings(text=faulty))
with open(header, "a", encoding="utf-8") as changed:
    changed.write("static inline int ends(sqlite3_stmt *rows) { return sqlite3_finalize(rows); }\n")
print("header", findings(text=faulty.replace("return -2;", "return ends(rows);")))

print("id", ask(id="a", file=unit)["id"], ask(id=7, file="gone.c"))
print("wrong", ask(id=8)["error"], "|", ask(id=9, file=unit, text=1)["error"])
server.stdin.write("no JSON\n")
server.stdin.flush()
print("none", json.loads(server.stdout.readline()))
server.stdin.close()
print("status", server.wait(timeout=60))
