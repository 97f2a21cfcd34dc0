package ticket

import (
	"strings"

	"errbook/search/codes"
)

// place is a number or word of a line that leads to a code, with what stands around it.
type place struct {
	index         int
	match         codes.Match
	cued          bool
	from, to      int
	written, read string // read is its normal form
	line          string
	code          codes.Code
	column        column
	follows       int // end of the code before it in the line, 0 where there is none

	prior, later       string // what before and after give, once they were asked
	hasPrior, hasLater bool
}

// before is what stands in the line before the place, normalised and in lower case.
func (p *place) before() string {
	if !p.hasPrior {
		p.prior, p.hasPrior = before(p.line, p.from), true
	}
	return p.prior
}

// after is what stands behind it, likewise.
func (p *place) after() string {
	if !p.hasLater {
		p.later, p.hasLater = after(p.line, p.to), true
	}
	return p.later
}

// place is a place of the line. There is one at a time.
func (r *Reader) place(line string, s codes.Span, row row) *place {
	written := line[s.From:s.To]
	column := row.at(s.From)
	r.at = place{index: s.Index, match: s.Match, cued: s.Cued || column == codeColumn, from: s.From, to: s.To, written: written,
		read: codes.Normalize(written), line: line, code: r.set.At(s.Index), column: column}
	return &r.at
}

// matchOf is how a spelling leads to a code; codes.Prefix where it does not.
func (r *Reader) matchOf(index int, written string) codes.Match {
	for _, f := range r.set.Resolve(written) {
		if f.Index == index {
			return f.Match
		}
	}
	return codes.Prefix
}

// keep reports whether a code is meant at a place.
func (r *Reader) keep(p *place) bool {
	switch {
	case p.match == codes.Prefix || p.match == codes.Text, foreign(p.line, p.to):
		return false
	case p.column == otherColumn:
		return false
	case p.column == noColumn && !p.isSpelled() && p.isOfOthers():
		return false
	case p.match == codes.Sign:
		return r.keepSign(p)
	case p.cued && (p.column == codeColumn || !p.isMiscued()):
		return true
	case p.match == codes.Range:
		return p.isTold() && !p.isNamed()
	case p.isSpelled(), p.isTwin():
		return true
	case p.isNamed():
		return false
	case p.isSigned():
		return true
	}
	_, known := r.known[p.index]
	return known || p.isTold() || p.isAsked() || p.isListed() || p.isAlone()
}

// keepSign decides on a number that is a code but for its sign, which people leave out: "error 302" for -302. One that has
// a sign is meant with it.
func (r *Reader) keepSign(p *place) bool {
	switch {
	case !p.cued:
		return false
	case strings.HasPrefix(p.read, "-"):
		r.miss(p.written)
		return false
	}
	return !isStatus(p.read)
}

// isStatus reports whether a number may be a status of HTTP.
func isStatus(read string) bool {
	return len(read) == 3 && read >= "100" && read <= "599"
}

func isZero(read string) bool {
	read = strings.TrimPrefix(strings.ToLower(read), "0x")
	return read == "" || strings.Trim(read, "0") == ""
}

// isSpelled reports whether a code has letters or signs by which it is known wherever it stands. A number in hexadecimal is
// known so only where that is how it was published.
func (p *place) isSpelled() bool {
	if p.code.Range {
		return true // of ranges, only their own spelling is an exact match
	}
	if !isPlain(p.read) && strings.HasPrefix(strings.ToLower(p.read), "0x") {
		return strings.HasPrefix(strings.ToLower(p.code.Text), "0x")
	}
	return !isPlain(p.read)
}

// isPlain reports whether a spelling is of digits, with signs that stand in numbers.
func isPlain(s string) bool {
	digit := false
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digit = true
		case strings.IndexByte("-, ~.", c) < 0:
			return false
		}
	}
	return digit
}

// isTwin reports whether a negative code stands there as the 32 bits that it has in memory: 4294966994 or 0xFFFFFED2 for -302.
// Such a number is no other by chance, but for the last ones, which stand for "none".
func (p *place) isTwin() bool {
	return p.match == codes.Exact && strings.HasPrefix(p.code.Text, "-") && len(p.code.Text) > 3 && !strings.HasPrefix(p.read, "-")
}

// isSigned reports whether a negative number stands there with its sign.
func (p *place) isSigned() bool {
	return strings.HasPrefix(p.read, "-") && strings.HasPrefix(p.code.Text, "-")
}
