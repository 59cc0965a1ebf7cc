"""validate.py SCHEMA DOCUMENT: fails, and says where, when the document does not fit."""

import json
import sys

import jsonschema

with open(sys.argv[1]) as schema, open(sys.argv[2]) as document:
    validator = jsonschema.Draft202012Validator(json.load(schema))
    faults = list(validator.iter_errors(json.load(document)))
for fault in faults:
    print("/".join(map(str, fault.absolute_path)), fault.message)
sys.exit(bool(faults))
