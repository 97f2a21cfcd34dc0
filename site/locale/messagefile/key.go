package messagefile

import "strings"

// bare are the characters of a key without quotes.
const bare = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"

// key reads a key, dotted or not, and returns its parts and the byte behind it.
func key(s string, at int) (parts []string, end int, bad *fault) {
	for {
		at = skipBlanks(s, at)
		part, next, bad := keyPart(s, at)
		if bad != nil {
			return nil, at, bad
		}
		parts = append(parts, part)
		after := skipBlanks(s, next)
		if after >= len(s) || s[after] != '.' {
			return parts, next, nil
		}
		at = after + 1
	}
}

func keyPart(s string, at int) (string, int, *fault) {
	if at < len(s) && (s[at] == '"' || s[at] == '\'') {
		return shortLiteral(s, at, s[at:at+1])
	}
	end := at
	for end < len(s) && strings.IndexByte(bare, s[end]) >= 0 {
		end++
	}
	if end == at {
		return "", at, &fault{at, `expected a message, such as "6017.text" = "…", or a comment`}
	}
	return s[at:end], end, nil
}

func skipBlanks(s string, at int) int {
	for at < len(s) && (s[at] == ' ' || s[at] == '\t') {
		at++
	}
	return at
}

// quoteKey writes an id as a key. Ids are always quoted, so that none is one of go-i18n's reserved words.
func quoteKey(id string) string { return Quote(id) }
