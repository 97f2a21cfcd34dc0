package codes

import (
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalize returns text as the package reads it: in NFKC, with every dash and minus sign as '-' and without invisible
// characters. Invalid UTF-8 passes through.
func Normalize(text string) string {
	return normalize(text).s
}

// normal is a normalised text that remembers where each piece of it came from.
type normal struct {
	orig, s string
	pieces  []piece // ascending, without gaps in s; empty when s is the original
}

// piece maps s[n:n+nl] to orig[o:o+ol]. Where same is set the two are equal byte by byte.
type piece struct {
	n, o, nl, ol int
	same         bool
}

func normalize(text string) normal {
	if isASCII(text) {
		return normal{orig: text, s: text}
	}
	w := &normalizer{text: text}
	w.buf.Grow(len(text))
	for at := 0; at < len(text); {
		n := norm.NFKC.QuickSpanString(text[at:])
		w.plain(at, at+n)
		at += n
		if at == len(text) {
			break
		}
		if c, n := wide(text[at:]); n > 0 {
			w.buf.WriteByte(c)
			w.note(piece{n: w.buf.Len() - 1, o: at, nl: 1, ol: n})
			at += n
			continue
		}
		end := norm.NFKC.NextBoundaryInString(text[at:], true)
		if end <= 0 {
			_, end = utf8.DecodeRuneInString(text[at:])
		}
		w.changed(at, at+end)
		at += end
	}
	return normal{orig: text, s: w.buf.String(), pieces: w.pieces}
}

// wide returns the ASCII form of the full-width character that a text begins with, and its length. It leaves one that
// something else than such characters or ASCII follows, because that may combine with it.
func wide(text string) (byte, int) {
	r, n := utf8.DecodeRuneInString(text)
	if !isWide(r) {
		return 0, 0
	}
	if next, _ := utf8.DecodeRuneInString(text[n:]); n < len(text) && next >= utf8.RuneSelf && !isWide(next) {
		return 0, 0
	}
	return byte(r - 0xFEE0), n
}

func isWide(r rune) bool { return r >= 0xFF01 && r <= 0xFF5E }

type normalizer struct {
	text   string
	buf    strings.Builder
	pieces []piece
	form   []byte // of what is being changed
}

// plain copies text that is already in NFKC, replacing dashes and dropping invisible characters.
func (w *normalizer) plain(from, to int) {
	start := from
	for i := from; i < to; {
		r, n := rune(w.text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(w.text[i:to])
			if dash, gone := isDash(r), isInvisible(r); dash || gone {
				w.put(start, i, w.text[start:i], true)
				w.put(i, i+n, special(dash), false)
				start = i + n
			}
		}
		i += n
	}
	w.put(start, to, w.text[start:to], true)
}

// changed writes the normal form of text that is not in NFKC.
func (w *normalizer) changed(from, to int) {
	at := w.buf.Len()
	w.form = norm.NFKC.AppendString(w.form[:0], w.text[from:to])
	for form := w.form; len(form) > 0; {
		r, n := utf8.DecodeRune(form)
		switch {
		case isInvisible(r):
		case isDash(r):
			w.buf.WriteByte('-')
		default:
			w.buf.Write(form[:n]) // a byte that is no UTF-8 stays
		}
		form = form[n:]
	}
	w.note(piece{n: at, o: from, nl: w.buf.Len() - at, ol: to - from})
}

func (w *normalizer) put(from, to int, form string, same bool) {
	if from == to {
		return
	}
	p := piece{n: w.buf.Len(), o: from, nl: len(form), ol: to - from, same: same}
	w.buf.WriteString(form)
	w.note(p)
}

// note adds a piece of which something is left. Pieces that are copied and follow each other become one.
func (w *normalizer) note(p piece) {
	if p.nl == 0 {
		return
	}
	if last := len(w.pieces) - 1; p.same && last >= 0 && w.pieces[last].same && w.pieces[last].o+w.pieces[last].ol == p.o {
		w.pieces[last].nl += p.nl
		w.pieces[last].ol += p.ol
		return
	}
	w.pieces = append(w.pieces, p)
}

// span returns the bytes of the original that s[from:to] was read from; to must be greater than from.
func (t normal) span(from, to int) (int, int) {
	if t.pieces == nil {
		return from, to
	}
	first, last := t.at(from), t.at(to-1)
	start, end := first.o, last.o+last.ol
	if first.same {
		start += from - first.n
	}
	if last.same {
		end = last.o + to - last.n
	}
	return start, end
}

func (t normal) at(pos int) piece {
	i := sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].n > pos })
	return t.pieces[i-1]
}

func special(dash bool) string {
	if dash {
		return "-"
	}
	return ""
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isDash(r rune) bool {
	if r < 0x2010 {
		return false
	}
	return r >= 0x2010 && r <= 0x2015 || r == 0x2212 || r == 0xFE58 || r == 0xFE63 || r == 0xFF0D
}

func isInvisible(r rune) bool {
	switch {
	case r == 0xAD, r == 0xFEFF, r == 0x061C, r == 0x180E:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2064, r >= 0x2066 && r <= 0x206F:
		return true
	}
	return false
}
