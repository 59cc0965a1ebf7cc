"""large.py FILE: a function of which every path leaves other handles open, and a small one."""
import sys

N = 300
with open(sys.argv[1], "w") as file:
    file.write("#include <sqlite3.h>\nint large(sqlite3 *db, const int *given) {\n")
    for i in range(N):
        file.write(f"  sqlite3_stmt *s{i} = 0;\n")
        file.write(f'  if (given[{i}]) sqlite3_prepare_v2(db, "SELECT 1", -1, &s{i}, 0);\n')
    file.write("  return 0;\n}\n")
    file.write("int small(sqlite3 *db) {\n  sqlite3_stmt *stmt = 0;\n")
    file.write('  return sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0);\n}\n')
