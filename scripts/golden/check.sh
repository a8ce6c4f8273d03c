#!/bin/sh
# Makes the golden files again and fails if they change. Needs what requirements.txt lists; PYTHON says where that is.
set -eu
cd "$(dirname "$0")"
"${PYTHON:-python3}" -B elementwise.py
"${PYTHON:-python3}" -B more_elementwise.py
"${PYTHON:-python3}" -B special.py
"${PYTHON:-python3}" -B composites.py
"${PYTHON:-python3}" -B structural.py
"${PYTHON:-python3}" -B losses.py
"${PYTHON:-python3}" -B pytorch.py
"${PYTHON:-python3}" -B linear_algebra.py
"${PYTHON:-python3}" -B arrays.py
"${PYTHON:-python3}" -B models.py
git diff --exit-code --stat -- ../../Tests/AutodiffTests/Golden ../../docs/examples
