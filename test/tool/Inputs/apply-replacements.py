"""apply-replacements.py FOLDER FILE EXPECTED: lets Clang's own tool apply the fixes in FOLDER.

Fails when FILE is not what is EXPECTED then. Where the tool is not installed, says so.
"""
import shutil
import subprocess
import sys

folder, file, expected = sys.argv[1:]
tool = shutil.which("clang-apply-replacements") or shutil.which("clang-apply-replacements-22")
if not tool:
    print("clang-apply-replacements is not installed")
    sys.exit(0)
subprocess.run([tool, folder], check=True)
with open(file) as fixed, open(expected) as wanted:
    if fixed.read() != wanted.read():
        sys.exit("not what was expected: " + file)
