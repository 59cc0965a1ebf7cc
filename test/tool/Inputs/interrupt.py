"""interrupt.py FOLDER TOOL: interrupts TOOL while it reads a long file."""

import os
import signal
import subprocess
import sys
import time

folder, tool = sys.argv[1], sys.argv[2]
source = os.path.join(folder, "long.c")
with open(source, "w") as file:
    for number in range(400_000):
        file.write(f"int f{number}(int x) {{ return x + {number}; }}\n")

run = subprocess.Popen(
    [tool, "-o", os.path.join(folder, "findings.txt"), source, "--"],
    stderr=subprocess.DEVNULL,
)
# Its handler is in place once it has threads that read the file.
while run.poll() is None and len(os.listdir(f"/proc/{run.pid}/task")) < 2:
    time.sleep(0.01)
run.send_signal(signal.SIGINT)
status = run.wait(timeout=60)
left = [name for name in os.listdir(folder) if name != "long.c"]
print(f"status {status}, output files {len(left)}")
