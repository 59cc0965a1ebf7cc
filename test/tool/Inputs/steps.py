"""steps.py FOLDER COMMAND...: edits a program step by step. After each step a run that knows
what the runs before it have kept must say, byte for byte, what a run says that knows nothing."""

import json
import os
import subprocess
import sys

folder = os.path.abspath(sys.argv[1])
kept = folder + ".kept"
command = sys.argv[2:] + ["-p", folder]

WRAPPER = """#include "store.h"
#include <sqlite3.h>
int openStore(struct store *s, const char *f) {
  if (!sqlite3_open(f, &s->db))
    return 0;
  %s
  return -1;
}
void closeStore(struct store *s) { %s }
"""
LEVEL = "--driver-levels=sqlite3=1"
CLOSES = "sqlite3_close(s->db);"
USER = """#include "store.h"
int use%d(const char *f) {
  struct store s;
  if (openStore(&s, f))
    return -1;
  %s
  return 0;
}
"""
PLAIN = "int plain%d(int n) { return n + %d; }\n"
HEADER = """#pragma once
struct sqlite3;
struct store { struct sqlite3 *db; };
int openStore(struct store *s, const char *f);
void closeStore(struct store *s);
"""
LOST = """#include <sqlite3.h>
int lost%d(sqlite3 *db) {
  sqlite3_stmt *all = 0;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &all, 0))
    return -1;
  return sqlite3_step(all);
}
"""
WORKER = """#include <pthread.h>
#include <sqlite3.h>
static void *work(void *db) {
  sqlite3_exec(db, "SELECT 1", 0, 0, 0);
  return 0;
}
int share(sqlite3 *db) {
  pthread_t worker;
  if (pthread_create(&worker, 0, work, db))
    return -1;
  %s
  pthread_join(worker, 0);
  return 0;
}
"""
TREE = """#include "store.h"
struct tree { struct tree *left, *right; };
typedef void (*visitor)(struct store *s);
int walk(struct tree *t, const char *f, visitor visit) {
  struct store s;
  if (!t)
    return 0;
  if (openStore(&s, f))
    return -1;
  int n = walk(t->left, f, visit) + walk(t->right, f, visit);
  visit(&s);
  return n;
}
int walkAll(struct tree *t) { return walk(t, "f", %s); }
"""


def write(name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def database(names):
    write("compile_commands.json", json.dumps(
        [{"directory": folder, "file": name, "command": "cc -Ibefore -I. -c " + name} for name in names]))


def run(*more):
    done = subprocess.run(command + list(more), capture_output=True, text=True)
    assert done.returncode in (0, 1), done
    return done


def check(title, scanned):
    fresh = run("--no-cache", "--no-prefilter", LEVEL)
    known = run("--cache-dir=" + kept, "--verbose", LEVEL)
    assert known.stdout == fresh.stdout, f"{title}: {known.stdout}\nfresh: {fresh.stdout}"
    assert f" {scanned} of {len(names)} files scanned" in known.stderr, f"{title}: {known.stderr}"
    print(f"{title}: {known.stdout.count('warning:')} warnings")


names = ["store.c", "worker.c", "tree.c"] + ["user%d.c" % n for n in range(5)] + ["plain%d.c" % n for n in range(8)]
write("store.h", HEADER)
write("store.c", WRAPPER % (CLOSES, CLOSES))
for n in range(5):
    write("user%d.c" % n, USER % (n, "closeStore(&s);"))
write("worker.c", WORKER % "")
write("tree.c", TREE % "closeStore")
for n in range(8):
    write("plain%d.c" % n, PLAIN % (n, n))
database(names)

check("first", 16)
write("user1.c", USER % (1, ""))
check("a user forgets to close", 1)
write("user1.c", USER % (1, "closeStore(&s);"))
check("and closes again", 1)
write("store.c", WRAPPER % (CLOSES, "sqlite3_changes(s->db);"))
check("the wrapper forgets to close", 1)
write("store.c", WRAPPER % (CLOSES + " // as before\n", CLOSES))
check("the wrapper closes, one line further down", 1)
write("plain3.c", LOST % 3)
check("a plain unit uses the driver", 1)
write("plain4.c", '#include "store.h"\n' + PLAIN % (4, 4))
check("a plain unit includes the wrapper", 1)
write("plain4.c", USER % (4444, ""))
check("and calls it", 1)
write("store.h", HEADER + "static inline void letGo(struct store *s) { closeStore(s); }\n")
check("a header changes", 8)
write("plain4.c", USER % (4444, "letGo(&s);"))
check("and is made use of", 1)
write("before/store.h", HEADER + "static inline void letGo(struct store *s) {}\n")
os.rename(os.path.join(folder, "store.h"), os.path.join(folder, "other.h"))
check("another header in its place", 16)
os.remove(os.path.join(folder, "before/store.h"))
os.rename(os.path.join(folder, "other.h"), os.path.join(folder, "store.h"))
check("and back", 16)
write("worker.c", WORKER % 'sqlite3_exec(db, "SELECT 2", 0, 0, 0);')
check("a thread meets another", 1)
write("worker.c", WORKER % "" + "/* as before */\n")
check("and does not any more", 1)
write("tree.c", TREE % "letGo")
check("a recursion takes another visitor", 1)
write("tree.c", TREE % "0")
check("or none", 1)
names.remove("user2.c")
names.append("plain8.c")
write("plain8.c", LOST % 8)
database(names)
check("one file less, another more", 1)
write("plain8.c", PLAIN % (8, 8))
check("which forgets the driver", 1)
