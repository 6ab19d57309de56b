# Installs the program, its manual pages and the completions of three shells.
#   make install PREFIX=$HOME/.local
#   make install PREFIX=/usr DESTDIR=/tmp/root
#   make uninstall PREFIX=$HOME/.local
#   make deb            a Debian package in .build/package
# The program is $(KHABAR_BIN), else what Tools/build makes.
PREFIX ?= /usr/local
DESTDIR ?=
KHABAR_BIN ?= .build/release/khabar

share = $(DESTDIR)$(PREFIX)/share
pages = $(notdir $(wildcard docs/manual/*.1 docs/manual/*.7))
completions = bash-completion/completions/khabar zsh/site-functions/_khabar fish/vendor_completions.d/khabar.fish

.PHONY: all install uninstall deb

all:
	Tools/build

.build/release/khabar:
	Tools/build

install: $(KHABAR_BIN)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(share)/man/man1" "$(share)/man/man7" "$(share)/doc/khabar"
	install -s -m 755 "$(KHABAR_BIN)" "$(DESTDIR)$(PREFIX)/bin/khabar"
	install -m 644 docs/manual/*.1 "$(share)/man/man1"
	install -m 644 docs/manual/*.7 "$(share)/man/man7"
	install -m 644 README.md CHANGELOG.md LICENSE NOTICE "$(share)/doc/khabar"
	for shell in $(completions); do install -d "$(share)/$${shell%/*}" || exit; done
	"$(KHABAR_BIN)" --generate-completion-script bash >"$(share)/$(word 1,$(completions))"
	"$(KHABAR_BIN)" --generate-completion-script zsh >"$(share)/$(word 2,$(completions))"
	"$(KHABAR_BIN)" --generate-completion-script fish >"$(share)/$(word 3,$(completions))"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/khabar" $(foreach file,$(completions),"$(share)/$(file)")
	rm -f $(foreach page,$(pages),"$(share)/man/man$(patsubst .%,%,$(suffix $(page)))/$(page)")
	rm -rf "$(share)/doc/khabar"

deb:
	Tools/package
