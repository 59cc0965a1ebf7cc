"""elsewhere.py [--with FILE] COMMAND...: runs a command in a fresh folder.

The folder is a temporary one of the system, outside of any build tree, and holds FILE.
"""

import shutil
import subprocess
import sys
import tempfile

command = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    if command[0] == "--with":
        shutil.copy(command[1], folder)
        command = command[2:]
    sys.exit(subprocess.run(command, cwd=folder).returncode)
