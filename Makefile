# The front door; all work is done by Meson.
B ?= build

build: $(B)/build.ninja
	ninja -C $(B)
$(B)/build.ninja:
	meson setup $(B)
test: build
	meson test -C $(B) --print-errorlogs
.PHONY: build test
