# The front door; all work is done by Meson and the scripts in tools/.
B ?= build

build: $(B)/build.ninja
	ninja -C $(B)
$(B)/build.ninja:
	meson setup $(B)
test: build
	meson test -C $(B) --print-errorlogs
check:
	./check
bench: build
	[ -d node_modules/wink-nlp ] || npm ci
	bench/run.py
fuzz:
	tools/fuzz 60
bless: build
	SR_BLESS=1 SR_SOURCE=$(CURDIR) $(B)/tests/errors_run
	tools/check-guide --bless
ci:
	.ci/run
.PHONY: build test check bench fuzz bless ci
