package codes

import "strings"

// maskDate masks 2024-01-02, 2024/1/2, 02.01.2024, 10/Oct/2024 and 01-02 before a time, each with the time behind it.
func maskDate(s string, i int) int {
	first := digitsEnd(s, i)
	if n := first - i; n == 0 || n == 3 || n > 4 || first == len(s) {
		return i
	}
	sep := s[first]
	if strings.IndexByte("-/.", sep) < 0 {
		return i
	}
	if month := lettersEnd(s, first+1); month-first == 4 && month < len(s) && s[month] == sep {
		return maskDateTime(s, i, digitsEnd(s, month+1))
	}
	second := digitsEnd(s, first+1)
	if n := second - first; n < 2 || n > 3 {
		return i
	}
	if second == len(s) || s[second] != sep || second+1 == len(s) || !isDigit(s[second+1]) {
		if first-i == 2 && second-first == 3 && sep == '-' && second < len(s) && s[second] == ' ' {
			if end := maskClock(s, second+1); end > second+1 {
				return end
			}
		}
		return i
	}
	third := digitsEnd(s, second+1)
	year, day := first-i, third-second-1
	if !(year == 4 && day <= 2 || year <= 2 && (day == 4 || day == 2 && sep != '-')) {
		return i
	}
	return maskDateTime(s, i, third)
}

// maskDateTime goes on from the end of a date into T10:11:12 or :10:11:12.
func maskDateTime(s string, i, end int) int {
	if end < len(s) && (s[end] == 'T' || s[end] == 't' || s[end] == ':') {
		if clock := maskClock(s, end+1); clock > end+1 {
			return zoneEnd(s, clock)
		}
	}
	return boundary(s, i, end)
}

// zoneEnd takes in " +0900" at i.
func zoneEnd(s string, i int) int {
	if i+5 < len(s) && s[i] == ' ' && (s[i+1] == '+' || s[i+1] == '-') && digitsEnd(s, i+2) == i+6 {
		return i + 6
	}
	return i
}

// maskClock masks 10:11, 10:11:12.123, and the zone glued to it.
func maskClock(s string, i int) int {
	at := digitsEnd(s, i)
	if at == i || at-i > 2 {
		return i
	}
	parts := 1
	for parts < 3 && at < len(s) && s[at] == ':' && digitsEnd(s, at+1) == at+3 && s[at+1] < '6' {
		at += 3
		parts++
	}
	if parts == 1 {
		return i
	}
	if parts == 3 && at+1 < len(s) && strings.IndexByte(".,:", s[at]) >= 0 && isDigit(s[at+1]) {
		at = digitsEnd(s, at+1)
	}
	if at < len(s) && (s[at] == 'Z' || s[at] == 'z') {
		at++
	} else if at+4 < len(s) && (s[at] == '+' || s[at] == '-') && digitsEnd(s, at+1) >= at+3 {
		at = digitsEnd(s, at+1)
		if at+2 < len(s) && s[at] == ':' {
			at = digitsEnd(s, at+1)
		}
	}
	return boundary(s, i, at)
}

// maskPhone masks +81 90-1234-5678, 03-1234-5678, 138-0013-8000 and 555-123-4567.
func maskPhone(s string, i int) int {
	if i > 0 && s[i-1] == '+' {
		return maskDialled(s, i)
	}
	a := digitsEnd(s, i)
	if a == i || a == len(s) || s[a] != '-' || a-i > 5 {
		return i
	}
	b := digitsEnd(s, a+1)
	if b == len(s) || s[b] != '-' {
		return i
	}
	c := digitsEnd(s, b+1)
	x, y, z := a-i, b-a-1, c-b-1
	local := s[i] == '0' && x >= 2 && y >= 1 && y <= 4 && (z == 3 || z == 4)
	if local || x == 3 && (y == 3 || y == 4) && z == 4 {
		return boundary(s, i, c)
	}
	return i
}

// maskDialled masks the digits after a plus sign when there are eight to fifteen in groups.
func maskDialled(s string, i int) int {
	end, digits := i, 0
	for at := i; at < len(s) && at-i < 24; at++ {
		if isDigit(s[at]) {
			digits++
			end = at + 1
		} else if strings.IndexByte(" -()", s[at]) < 0 {
			break
		}
	}
	if digits < 8 || digits > 15 {
		return i
	}
	return boundary(s, i, end)
}

// maskMonth masks "Jan 2, 2024" and "2 Jan 2024".
func maskMonth(s string, i int) int {
	if isDigit(s[i]) {
		day := digitsEnd(s, i)
		if day-i > 2 || day == len(s) || s[day] != ' ' || !isMonth(s[day+1:min(len(s), day+10)]) {
			return i
		}
		return yearEnd(s, lettersEnd(s, day+1))
	}
	name := lettersEnd(s, i)
	if name-i > 9 || name == len(s) || s[name] != ' ' || !isMonth(s[i:name]) {
		return i
	}
	for name < len(s) && s[name] == ' ' {
		name++
	}
	day := digitsEnd(s, name)
	if day == name || day-name > 2 {
		return i
	}
	return yearEnd(s, day)
}

// yearEnd takes in ", 2024" or " 2024" at i.
func yearEnd(s string, i int) int {
	at := i
	for at < len(s) && at < i+2 && (s[at] == ' ' || s[at] == ',') {
		at++
	}
	if end := digitsEnd(s, at); end == at+4 && (s[at] == '1' || s[at] == '2') {
		return end
	}
	return i
}

// isMonth reports whether the letters s begins with are the English name of a month or its first three letters.
func isMonth(s string) bool {
	s = strings.ToLower(s[:lettersEnd(s, 0)])
	if len(s) < 3 || !strings.Contains("jan feb mar apr may jun jul aug sep oct nov dec", s[:3]) {
		return false
	}
	const full = "january february march april may june july august september october november december sept"
	return len(s) == 3 || strings.Contains(" "+full+" ", " "+s+" ")
}

func lettersEnd(s string, i int) int {
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	return i
}
