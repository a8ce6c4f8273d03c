# make serve   builds what is missing, and serves on port 8080 (or PORT)
# make test    builds what is missing, and runs every test
# make test-clients   runs the real clients of the field, from PyPI, against the server, and the examples
# make golden  makes the golden values of the tests anew, with Python and scripts/golden/requirements.txt
# make record  makes the fixtures, the examples of openapi.yaml, docs/ops.md and docs/absent.md anew, and shows what differs
# make accuracy   prints how far each op is from its golden values, in ulp: value, first and second derivatives
# make bench   measures beside CasADi, JAX, PyTorch and others, and puts the table in README.md; ONLY=SECTIONS and QUICK=1 for less
# make format  formats the sources as the tests want them

PORT ?= 8080
BUILD = swift build -c release --product adjoint

.PHONY: serve test test-clients bench build dependencies lint format golden accuracy record image

serve: build
	PORT=$(PORT) exec "$$($(BUILD) --show-bin-path)/adjoint" serve

build: dependencies
	$(BUILD)

# Without testable imports the tests are of what ships, bit by bit, and need no build of their own of it.
test: dependencies lint
	swift test -c release --disable-testable-imports

test-clients: dependencies
	scripts/test-clients

bench: build
	Benchmarks/run "$$($(BUILD) --show-bin-path)/adjoint" $(if $(ONLY),--only $(ONLY)) $(if $(QUICK),--quick)

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

dependencies:
	@scripts/install-dependencies

golden:
	scripts/golden/check.sh

accuracy:
	@ADJOINT_ACCURACY=1 swift test --filter Accuracy | sed -n 's/^ACCURACY //p'

# Twice: the examples are made from the fixtures, and the service serves what the examples are part of.
record:
	-ADJOINT_RECORD=1 swift test --filter AutodiffServiceTests
	ADJOINT_RECORD=1 swift test --filter AutodiffServiceTests
	git diff --stat Tests openapi.yaml openapi.json docs

image:
	docker build -t adjoint .
