package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"errbook/site/diag"
)

const (
	wideEnds   = "。！？．"
	narrowEnds = ".!?…"
	closing    = "」』）)】］]\"'”’» \t\n"
)

// punctuation compares the ends: a sentence's with one that is none, and a mark with those of the language.
func (l *Linter) punctuation(p pair) []Finding {
	source, text := endOf(p.source.Words), endOf(p.text.Words)
	warn := func(format string, args ...any) []Finding {
		return []Finding{{Severity: diag.Warning, Rule: RulePunctuation, Message: fmt.Sprintf(format, args...)}}
	}
	wide := strings.ContainsRune(wideEnds, text)
	switch {
	case p.Block || p.text.Words == "" || !strings.ContainsRune(wideEnds+narrowEnds, source) && !sentence(text):
		return nil
	case sentence(source) && !sentence(text):
		return warn("the source ends its sentence with %q; the translation does not end it", source)
	case !sentence(source) && sentence(text) && titleLike(p.source.Words):
		return warn("the source is no sentence; the translation ends with %q", text)
	case wide && !l.wide():
		return warn("the translation ends with %q, which %s does not use", text, l.lang)
	case !wide && l.wide() && strings.ContainsRune(".!?", text) && l.lastLetterIsWide(p.text.Words):
		return warn("the translation ends with %q; %s uses the wide mark", text, l.lang)
	}
	return nil
}

func sentence(end rune) bool { return strings.ContainsRune(wideEnds+narrowEnds, end) }

// titleLike tells a name or title from a sentence whose author left out the mark at its end.
func titleLike(words string) bool {
	const longest = 16
	return utf8.RuneCountInString(words) <= longest && !strings.ContainsAny(words, wideEnds+"，、,")
}

// wide tells whether the language ends sentences with marks as wide as its letters.
func (l *Linter) wide() bool { return len(l.to.sets()) > 0 }

func (l *Linter) lastLetterIsWide(words string) bool {
	trimmed := strings.TrimRight(words, closing+wideEnds+narrowEnds)
	r, _ := utf8.DecodeLastRuneInString(trimmed)
	return r >= 0x2E80
}

// endOf is the last character of a text but for closing quotes and brackets.
func endOf(words string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(words, closing))
	return r
}

// lengths looks for translations that are much longer or shorter, for their source, than the file's are as a rule. Short
// sources tell nothing.
func (l *Linter) lengths(messages []Message) (list []Finding) {
	const short, least, factor = 15, 20, 2.5
	ratio := func(m Message) float64 {
		return float64(utf8.RuneCountInString(m.Text)) / float64(max(1, utf8.RuneCountInString(m.Source)))
	}
	var ratios []float64
	for _, m := range messages {
		if utf8.RuneCountInString(m.Source) >= short {
			ratios = append(ratios, ratio(m))
		}
	}
	if len(ratios) < least {
		return nil
	}
	slices.SortFunc(ratios, cmp.Compare[float64])
	median := ratios[len(ratios)/2]
	for _, m := range messages {
		if utf8.RuneCountInString(m.Source) < short {
			continue
		}
		switch r := ratio(m) / median; {
		case r > factor:
			list = append(list, Finding{m.ID, diag.Warning, RuleLength, fmt.Sprintf("the translation is %.1f times as long as translations of this file are; is there more in it than in its source?", r)})
		case r < 1/factor:
			list = append(list, Finding{m.ID, diag.Warning, RuleLength, fmt.Sprintf("the translation is only %.0f %% as long as translations of this file are; is anything missing?", 100*r)})
		}
	}
	return list
}

// twoWays looks for sources that are translated in more than one way; the first is taken for the usual one.
func twoWays(messages []Message) (list []Finding) {
	first := map[string]Message{}
	for _, m := range messages {
		before, ok := first[m.Source]
		if !ok {
			first[m.Source] = m
			continue
		}
		if before.Text != m.Text {
			list = append(list, Finding{m.ID, diag.Warning, RuleTwoWays, fmt.Sprintf("the same source is translated otherwise at %s: %s", before.ID, quote(before.Text))})
		}
	}
	return list
}

// terms asks for the glossary's words.
func (l *Linter) terms(p pair) (list []Finding) {
	for _, t := range l.glossary.In(p.source.Words, l.lang) {
		if t.Has(p.text.Words, l.lang) || t.Has(p.Text, l.lang) {
			continue
		}
		message := fmt.Sprintf("the glossary calls %s %s", quote(t.Source), quote(strings.Join(t.Forms[l.lang], " / ")))
		if t.Why != "" {
			message += ": " + t.Why
		}
		list = append(list, Finding{Severity: diag.Warning, Rule: RuleTerm, Message: message})
	}
	return list
}
