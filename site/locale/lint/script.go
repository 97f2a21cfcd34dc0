package lint

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"errbook/site/diag"
)

// hidden looks for characters without width: joiners where the script joins no letters, zero-width spaces, marks for the
// direction in a language that has none.
func (l *Linter) hidden(p pair) []Finding {
	for _, r := range p.Text {
		if l.invisible(r) {
			return []Finding{{Severity: diag.Error, Rule: RuleHidden, Message: fmt.Sprintf("the translation has the character U+%04X, which nobody sees and searches stumble over; delete it", r)}}
		}
	}
	return nil
}

func (l *Linter) invisible(r rune) bool {
	switch r {
	case '\u200B', '\u2060', '\uFEFF', '\u00AD', '\u180E', '\u3164', '\uFFA0', '\u115F', '\u1160':
		return true
	case '\u200C', '\u200D': // these shape letters of some scripts
		return slices.Contains([]string{"Latn", "Cyrl", "Grek", "Jpan", "Hans", "Hant", "Kore", "Thai"}, l.to.script)
	case '\u200E', '\u200F', '\u061C':
		return !slices.Contains([]string{"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"}, l.to.script)
	}
	return r >= 0xE0000 && r <= 0xE007F // tags
}

// same looks for sources that were copied and not translated.
func (l *Linter) same(p pair) []Finding {
	if strings.TrimSpace(p.Text) != strings.TrimSpace(p.Source) || !Translatable(p.source.Words) {
		return nil
	}
	return []Finding{{Severity: diag.Warning, Rule: RuleSame, Message: "the translation is the same as its source"}}
}

// scripts looks for letters of a script that the language is not written in: words that were left over.
func (l *Linter) scripts(p pair) []Finding {
	foreign := strings.FieldsFunc(p.text.Words, l.to.has)
	if len(foreign) == 0 {
		return nil
	}
	return []Finding{{Severity: diag.Warning, Rule: RuleScript, Message: fmt.Sprintf("%s is not written in the script of %s; translate it, or put it between backticks if it is a name", quote(foreign[0]), l.lang)}}
}

// variants looks for characters of another way of writing Han.
func (l *Linter) variants(p pair) []Finding {
	sets := l.to.sets()
	if sets == nil {
		return nil
	}
	var found []rune
	for _, r := range p.text.Words {
		if unicode.Is(unicode.Han, r) && !slices.Contains(found, r) && !inSet(sets[0], r) && (inSet(sets[1], r) || inSet(sets[2], r)) {
			found = append(found, r)
		}
	}
	if found == nil {
		return nil
	}
	return []Finding{{Severity: diag.Warning, Rule: RuleVariant, Message: fmt.Sprintf("%s is not how %s writes it", quote(string(found)), l.lang)}}
}

// notNFC asks for composed characters, so that equal words have equal bytes (UAX #15).
func notNFC(p pair) []Finding {
	if norm.NFC.IsNormalString(p.Text) {
		return nil
	}
	return []Finding{{Severity: diag.Warning, Rule: RuleNotNFC, Message: "the translation is not in Unicode Normalization Form C: letters and their marks are apart; let the editor compose them"}}
}
