package codes

import "strings"

// maskWhole returns the end of the web address, mail address, path or host with port that begins at i, or i. What stands
// in those is never a code, whatever the set holds.
func maskWhole(s string, i int, cued func(at int) bool) int {
	if s[i] == '/' {
		return maskPath(s, i)
	}
	if !isAlnum(s[i]) {
		return i
	}
	if end := maskURL(s, i); end > i {
		return end
	}
	if i > 0 && strings.IndexByte(".-@+", s[i-1]) >= 0 {
		return i
	}
	return maskHost(s, i, cued)
}

// maskURL masks scheme://… and www.… up to a space, a quote, a bracket or the first character beyond ASCII.
func maskURL(s string, i int) int {
	scheme := i
	for scheme < len(s) && scheme-i < 12 && isAlnum(s[scheme]) {
		scheme++
	}
	if !strings.HasPrefix(s[scheme:], "://") && !(strings.EqualFold(s[i:scheme], "www") && strings.HasPrefix(s[scheme:], ".")) {
		return i
	}
	return max(scheme, urlEnd(s, scheme))
}

func urlEnd(s string, i int) int {
	for i < len(s) && s[i] > ' ' && s[i] < 0x7F && strings.IndexByte("\"'<>`|\\^{}", s[i]) < 0 {
		i++
	}
	for strings.IndexByte(").,;:!?]", s[i-1]) >= 0 {
		i--
	}
	return i
}

// maskPath masks an absolute path of at least two steps with a letter in it.
func maskPath(s string, i int) int {
	if i > 0 && !isSpace(s[i-1]) && strings.IndexByte("\"'`(=", s[i-1]) < 0 {
		return i
	}
	end := urlEnd(s, i)
	if strings.Count(s[i:end], "/") < 2 || strings.IndexFunc(s[i:end], func(r rune) bool { return isLetter(byte(r)) }) < 0 {
		return i
	}
	return end
}

// maskHost masks name@host, host.name/path and file.name:123. A name that is a cue ("error.code:302") is left alone.
func maskHost(s string, i int, cued func(at int) bool) int {
	end, dots, letters := i, 0, false
	for end < len(s) && end-i < 200 && (isAlnum(s[end]) || strings.IndexByte("._-+", s[end]) >= 0) {
		if s[end] == '.' && end+1 < len(s) && isAlnum(s[end+1]) {
			dots++
		}
		letters = letters || isLetter(s[end])
		end++
	}
	if end == len(s) || !letters || !isAlnum(s[end-1]) {
		return i
	}
	switch next := s[end]; {
	case next == '@' && end+1 < len(s) && isAlnum(s[end+1]):
		return urlEnd(s, end)
	case next == '/' && dots > 0 && end+1 < len(s) && isLetter(s[end+1]) && !isDigit(s[i]):
		return urlEnd(s, end)
	case next == ':' && (dots > 0 || s[i:end] == "localhost"):
		digits := digitsEnd(s, end+1)
		if digits > end+1 && !cued(end+1) {
			return maskColons(s, digits)
		}
	}
	return i
}

// maskColons takes in further :123 parts, as in main.go:30:2.
func maskColons(s string, i int) int {
	for i < len(s) && s[i] == ':' && digitsEnd(s, i+1) > i+1 {
		i = digitsEnd(s, i+1)
	}
	return i
}

// A mask returns the end of what begins at i, or i.
type mask func(s string, i int) int

// The masks that may fit, by what stands behind the digits at the beginning; and those for a beginning that is a letter. Those
// that are tried first come first.
var (
	masksDot    = []mask{maskIP, maskDate, maskVersion}
	masksDash   = []mask{maskDate, maskUUID, maskPhone}
	masksSlash  = []mask{maskDate}
	masksColon  = []mask{maskClock, maskColonHex}
	masksSpace  = []mask{maskMonth, maskProcess}
	masksLetter = []mask{maskUUID, maskColonHex, maskVersion, maskHexID, maskMonth, maskProcess}
)

// maskPart returns the end of the date, time, network address, version, telephone number, identifier or process that begins
// at i, or i. A code that is published in such a form has been found before.
func maskPart(s string, i int) int {
	for _, mask := range masksAt(s, i) {
		if end := mask(s, i); end > i {
			return end
		}
	}
	if i > 0 && s[i-1] == '+' {
		return maskDialled(s, i)
	}
	return i
}

func masksAt(s string, i int) []mask {
	end := digitsEnd(s, i)
	switch {
	case end == len(s):
		return nil
	case isLetter(s[end]):
		return masksLetter
	}
	switch s[end] {
	case '.':
		return masksDot
	case '-':
		return masksDash
	case '/':
		return masksSlash
	case ':':
		return masksColon
	case ' ':
		return masksSpace
	}
	return nil
}

// maskProcess masks the numbers of processes and threads, as loggers write them: App[6013:6120] and 9002 --- [main].
func maskProcess(s string, i int) int {
	if isDigit(s[i]) {
		end := digitsEnd(s, i)
		if strings.HasPrefix(s[end:], " --- [") {
			return end
		}
		return i
	}
	name := i
	for name < len(s) && name-i < 64 && (isAlnum(s[name]) || strings.IndexByte("._-", s[name]) >= 0) {
		name++
	}
	if name == i || name == len(s) || s[name] != '[' {
		return i
	}
	process := digitsEnd(s, name+1)
	if process == name+1 || process == len(s) || s[process] != ':' {
		return i
	}
	thread := digitsEnd(s, process+1)
	if thread == process+1 || thread == len(s) || s[thread] != ']' {
		return i
	}
	return thread + 1
}

// maskIP masks an IPv4 address with its port or prefix length.
func maskIP(s string, i int) int {
	at := i
	for part := range 4 {
		end := digitsEnd(s, at)
		if end == at || end-at > 3 {
			return i
		}
		if part < 3 {
			if end == len(s) || s[end] != '.' {
				return i
			}
			end++
		}
		at = end
	}
	if at < len(s) && (s[at] == ':' || s[at] == '/') {
		if end := digitsEnd(s, at+1); end > at+1 && end-at <= 6 {
			at = end
		}
	}
	return boundary(s, i, at)
}

// maskVersion masks v2, 1.2, 10.0.19045.1 and 1.2.3-rc1+5.
func maskVersion(s string, i int) int {
	at := i
	named := s[at] == 'v' || s[at] == 'V'
	if named {
		at++
	}
	end := digitsEnd(s, at)
	if end == at {
		return i
	}
	dots := 0
	for end+1 < len(s) && s[end] == '.' && isDigit(s[end+1]) {
		end = digitsEnd(s, end+1)
		dots++
	}
	if dots == 0 && !named {
		return i
	}
	if dots > 1 && end < len(s) && (s[end] == '-' || s[end] == '+') {
		for end < len(s) && (isAlnum(s[end]) || strings.IndexByte(".-+", s[end]) >= 0) {
			end++
		}
	}
	return max(end, wordAt(s, end))
}

// maskUUID masks 8-4-4-4-12 hexadecimal digits.
func maskUUID(s string, i int) int {
	at := i
	for part, n := range [...]int{8, 4, 4, 4, 12} {
		if part > 0 {
			if at == len(s) || s[at] != '-' {
				return i
			}
			at++
		}
		if hexUpTo(s, at, n+1) != at+n {
			return i
		}
		at += n
	}
	return boundary(s, i, at)
}

// maskColonHex masks IPv6 and hardware addresses.
func maskColonHex(s string, i int) int {
	at, groups, double, digit := i, 0, false, false
	for groups < 9 {
		end := hexUpTo(s, at, 5)
		if end-at > 4 {
			return i
		}
		digit = digit || strings.ContainsAny(s[at:end], "0123456789")
		groups++
		at = end
		if at == len(s) || s[at] != ':' {
			break
		}
		at++
		if at < len(s) && s[at] == ':' {
			double = true
			at++
		}
	}
	if digit && (groups == 8 || groups == 6 && at-i == 17 || double && groups > 1) {
		return boundary(s, i, at)
	}
	return i
}

// maskHexID masks twelve or more hexadecimal digits that are not all decimal, and a 0x number beyond 32 bits.
func maskHexID(s string, i int) int {
	at := i
	if _, ok := cutHex(s[i:min(len(s), i+3)]); ok {
		at += 2
	}
	end := hexEnd(s, at)
	long := end-at >= 12 && digitsEnd(s, at) < end && strings.ContainsAny(s[at:end], "0123456789")
	if at > i && len(trimZeros(s[at:end])) > 8 {
		long = true
	}
	if !long {
		return i
	}
	return boundary(s, i, end)
}

func hexUpTo(s string, i, n int) int {
	end := i
	for end < len(s) && end < i+n && isHex(s[end]) {
		end++
	}
	return end
}

// boundary returns end, or i where a word goes on at end.
func boundary(s string, i, end int) int {
	if wordAt(s, end) > end {
		return i
	}
	return end
}
