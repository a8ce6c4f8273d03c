"""Writes Tests/AutodiffTests/Golden/composites.tsv: the ops of scalars that are made of others, as special.py does."""

import sys

import special
from composite_functions import COMPOSITES

if __name__ == "__main__":
    special.SPECIAL = COMPOSITES
    special.GOLDEN = special.GOLDEN.with_name("composites.tsv")
    special.main(sys.argv[1:])
