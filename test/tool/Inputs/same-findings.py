"""same-findings.py ONE OTHER: prints the findings of two reports, which must be the same."""

import json
import os
import sys


def findings(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)["findings"]


one, other = map(findings, sys.argv[1:])
for finding in one:
    print(finding["check"], os.path.basename(finding["location"]["file"]))
for finding in other:
    if finding not in one:
        print("only in the second:", finding["check"], finding["message"])
sys.exit(one != other)
