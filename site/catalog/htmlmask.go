package catalog

import "bytes"

// maskHTML returns a copy of a document in which regions are blank. Their line ends and the marks of the blockquotes that
// they stand in are kept, so that nothing moves and no block around them ends.
func maskHTML(source []byte, regions []htmlRegion) []byte {
	masked := bytes.Clone(source)
	for _, r := range regions {
		blankOut(masked[r.start:r.stop], r.quotes)
	}
	return masked
}

func blankOut(text []byte, quotes int) {
	first := true
	for len(text) > 0 {
		line := text[:lineEnd(text, 0)]
		text = text[len(line):]
		from := 0
		if !first {
			from = quoteMarks(line, quotes)
		}
		first = false
		for i, b := range line[from:] {
			if b != '\n' && b != '\r' {
				line[from+i] = ' '
			}
		}
	}
}

// unquoted is the text of a region, with spaces for the marks of the blockquotes that it stands in.
func (r htmlRegion) unquoted(source []byte) []byte {
	text := source[r.start:r.stop]
	if r.quotes == 0 {
		return text
	}
	text = bytes.Clone(text)
	for at := lineEnd(text, 0); at < len(text); at = lineEnd(text, at) {
		marks := text[at : at+quoteMarks(text[at:lineEnd(text, at)], r.quotes)]
		copy(marks, bytes.Repeat([]byte(" "), len(marks)))
	}
	return text
}

// quoteMarks is how long the marks of up to so many blockquotes are at the beginning of a line.
func quoteMarks(line []byte, quotes int) (length int) {
	for i, b := range line {
		if b != '>' && b != ' ' && b != '\t' || quotes == 0 {
			break
		}
		if b == '>' {
			quotes--
			length = i + 1
		}
	}
	return length
}
