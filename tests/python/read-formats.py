"""Reads datasets as a program that knows nothing of Winnow would, with the standard library only.

Takes JSON from its input: a list of {"format": ..., "text": ...}; prints a list of lists [label, text without white space].
"""

import json
import sys
from html.parser import HTMLParser
from urllib.parse import unquote


class Marks(HTMLParser):
    """Text with the nearest mark around it, as BoilerNet's preprocess.py finds it."""

    def __init__(self):
        super().__init__()
        self.labels = ['0']
        self.ignored = 0
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in ('head', 'script', 'style'):
            self.ignored += 1
        if tag == 'span':
            self.labels.append(dict(attrs).get('__boilernet_label', self.labels[-1]))

    def handle_endtag(self, tag):
        if tag in ('head', 'script', 'style'):
            self.ignored -= 1
        if tag == 'span':
            self.labels.pop()

    def handle_data(self, data):
        if not self.ignored:
            self.found.append([self.labels[-1], data])


def boilernet(text):
    marks = Marks()
    marks.feed(text)
    marks.close()
    return marks.found


def conll(text):
    rows = [line.split() for line in text.split('\n') if line]
    return [[unquote(tag[2:]) if tag != 'O' else None, token] for token, tag, *rest in rows if not rest]


def joined(pieces):
    runs = []
    for label, text in pieces:
        plain = ''.join(text.split())
        if not plain:
            continue
        if runs and runs[-1][0] == label:
            runs[-1][1] += plain
        else:
            runs.append([label, plain])
    return runs


formats = {'boilernet': boilernet, 'conll': conll}
print(json.dumps([joined(formats[one['format']](one['text'])) for one in json.load(sys.stdin)]))
