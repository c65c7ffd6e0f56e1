# What a newcomer needs: `make demo` shows the tool at work, `make test` proves it. Both install what they miss.
# Everything else is for those who change it.

TREE_SITTER ?= $(firstword $(wildcard ../shared/tree-sitter/tree-sitter) tree-sitter)
BUILD := .build/release
LINKED := $(abspath .build/linked)
PACKAGES := pkg-config libtree-sitter-dev git patch python3
PREFIX ?= /usr/local
INSTALLED = \
  $(PREFIX)/bin/mail2graph \
  $(PREFIX)/share/man/man1/mail2graph.1 \
  $(PREFIX)/share/bash-completion/completions/mail2graph \
  $(PREFIX)/share/zsh/site-functions/_mail2graph \
  $(PREFIX)/share/fish/vendor_completions.d/mail2graph.fish
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: demo test build install uninstall needs grammar grammar-test golden-update conformance corpus-check fuzz kill-test bench

demo: build
	@echo
	@echo "\$$ mail2graph diff samples"
	@$(BUILD)/mail2graph diff samples || [ $$? -eq 1 ]

test: needs
	swift test

# The tree-sitter library goes into the program, where the system has it to link in: a parse takes a twentieth less time, and
# the program runs where none is installed.
build: needs
	@mkdir -p $(LINKED)
	@library="$$(pkg-config --variable=libdir tree-sitter)/libtree-sitter.a"; if [ -e "$$library" ]; then \
	  ln -sf "$$library" $(LINKED)/ && \
	  sed 's|^libdir=.*|libdir=$(LINKED)|' "$$(pkg-config --variable=pcfiledir tree-sitter)/tree-sitter.pc" > $(LINKED)/tree-sitter.pc; fi
	PKG_CONFIG_PATH="$(LINKED):$$PKG_CONFIG_PATH" swift build -c release --product mail2graph

# The tool, its man page and what teaches shells to complete command lines, below PREFIX; a package is made of what DESTDIR gets.
install: build
	@for file in $(INSTALLED); do \
	  mkdir -p "$(DESTDIR)$${file%/*}" || exit 1; \
	  case $$file in \
	    */bin/*) install -m 755 $(BUILD)/mail2graph "$(DESTDIR)$$file" ;; \
	    *.1) $(BUILD)/mail2graph manual > "$(DESTDIR)$$file" ;; \
	    *bash-completion*) $(BUILD)/mail2graph completions bash > "$(DESTDIR)$$file" ;; \
	    *zsh*) $(BUILD)/mail2graph completions zsh > "$(DESTDIR)$$file" ;; \
	    *fish*) $(BUILD)/mail2graph completions fish > "$(DESTDIR)$$file" ;; \
	  esac || exit 1; \
	  echo "$(DESTDIR)$$file"; \
	done

uninstall:
	rm -f $(addprefix $(DESTDIR),$(INSTALLED))

# Installs what is missing, by name, and says how to get what no package brings.
needs:
	@command -v swift > /dev/null || { \
	  echo "mail2graph needs Swift 6 or newer: https://www.swift.org/install/linux/ has it for Debian and Ubuntu."; exit 1; }
	@swift --version 2>/dev/null | grep -Eq 'Swift version ([6-9]|[1-9][0-9])' || { \
	  echo "mail2graph needs Swift 6 or newer, this is: $$(swift --version 2>&1 | head -1)"; \
	  echo "https://www.swift.org/install/linux/ has it for Debian and Ubuntu."; exit 1; }
	@if ! pkg-config --exists tree-sitter 2>/dev/null || ! command -v git > /dev/null || ! command -v patch > /dev/null || ! command -v python3 > /dev/null; then \
	  command -v apt-get > /dev/null || { \
	    echo "mail2graph needs these packages: $(PACKAGES). Install them (their names differ outside Debian and Ubuntu) and run again."; exit 1; }; \
	  echo "Installing $(PACKAGES)"; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PACKAGES) > /dev/null; fi

# The parser is committed, so only those who change the grammar need tree-sitter (0.22) and node.
grammar:
	cd grammars/powershell && $(abspath $(TREE_SITTER)) generate --no-bindings --abi 14

grammar-test:
	cd grammars/powershell && $(abspath $(TREE_SITTER)) test

# Rewrites what the golden cases come to; the change then shows in review.
golden-update: needs
	MAIL2GRAPH_GOLDEN_UPDATE=1 swift test --filter GoldenTests

# FILES is a file with one path a line. Needs the PowerShell engine.
conformance: build
	python3 scripts/conformance.py --tool $(BUILD)/mail2graph < $(FILES)

corpus-check: build
	python3 scripts/same.py --mail2graph $(BUILD)/mail2graph --list $(FILES)

# N inputs made from SEED; FILES is a list of more scripts to break.
fuzz: build
	python3 scripts/fuzz.py --tool $(BUILD)/mail2graph --count $(or $(N),100000) --seed $(or $(SEED),1) $(if $(FILES),--files $(FILES))

# Kills migrate N times over FILES scripts that it makes, and takes each run back.
kill-test: build
	python3 scripts/killtest.py --tool $(BUILD)/mail2graph --count $(or $(N),1000) --files $(or $(FILES),2000) --seed $(or $(SEED),1)

# Needs the PowerShell engine; FILES is a list of scripts.
bench: build
	python3 scripts/bench.py --tool $(BUILD)/mail2graph $(FILES)
