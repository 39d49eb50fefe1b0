"""Slices the text of each document of a Winnow JSONL file by code points, as Python strings are, and compares.

usage: python3 slice-codepoints.py labels.jsonl
Prints how many segments were compared. Ends with 1 at the first that differs.
"""

import json
import sys

compared = 0
with open(sys.argv[1], encoding="utf-8", newline="\n") as file:
    for number, line in enumerate(file, 1):
        document = json.loads(line)
        if document["offsets"] != "codepoint":
            sys.exit(f"line {number}: its offsets count as {document['offsets']}")
        for segment in document["segments"]:
            found = document["text"][segment["start"] : segment["end"]]
            if found != segment["text"]:
                sys.exit(f"line {number}: {found!r} is not {segment['text']!r}")
            compared += 1
print(compared)
