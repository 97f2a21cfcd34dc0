package catalog

// definition is a term of a <dl> with what it means.
type definition struct{ term, text cell }

// htmlDefinitions reads the list of a region. Terms that share a text have it each; the texts of one term are joined by
// line breaks. A term without a text has an empty one, and a text without a term an empty term.
func (d *document) htmlDefinitions(r htmlRegion) (list []definition) {
	text := r.unquoted(d.src.bytes)
	s := &listSplitter{region: r}
	d.tokens(r, text, s.token)
	s.close(len(text))
	cursor := d.cursor()
	for i := 0; i < len(s.parts); {
		terms := run(s.parts[i:], "dt")
		texts := run(s.parts[i+len(terms):], "dd")
		i += len(terms) + len(texts)
		list = append(list, definitions(readParts(cursor, text, terms), readParts(cursor, text, texts))...)
	}
	return list
}

func definitions(terms, texts []cell) (list []definition) {
	var all cell
	for _, t := range texts {
		all = joinCells(all, t)
	}
	if len(terms) == 0 {
		terms = []cell{{pos: all.pos}}
	}
	for _, t := range terms {
		def := definition{t, all}
		if len(texts) == 0 {
			def.text.pos = t.pos
		}
		list = append(list, def)
	}
	return list
}

// joinCells puts a text below another one.
func joinCells(a, b cell) cell {
	switch {
	case a.plain == "" && a.pos.Line > 0:
		b.pos = a.pos
		return b
	case a.plain == "":
		return b
	case b.plain == "":
		return a
	}
	a.md += "<br>" + b.md
	a.plain += " " + b.plain
	return a
}

// run is the parts of a name at the beginning of a list.
func run(parts []htmlPart, name string) []htmlPart {
	for i, p := range parts {
		if p.name != name {
			return parts[:i]
		}
	}
	return parts
}

func readParts(c *cursor, text []byte, parts []htmlPart) (cells []cell) {
	for _, p := range parts {
		x := htmlCell(text[p.start:p.stop])
		x.pos = c.pos(p.tag)
		cells = append(cells, x)
	}
	return cells
}

// listSplitter splits a <dl> into terms and texts. Lists within texts are content.
type listSplitter struct {
	region htmlRegion
	depth  int
	open   bool
	parts  []htmlPart
}

func (s *listSplitter) token(t htmlToken) {
	if t.name == "dl" {
		if !t.closing {
			s.depth++
			return
		}
		if s.depth--; s.depth == 0 {
			s.close(t.start)
		}
	}
	if s.depth != 1 || t.name != "dt" && t.name != "dd" {
		return
	}
	s.close(t.start)
	if s.open = !t.closing; s.open {
		s.parts = append(s.parts, htmlPart{name: t.name, tag: s.region.start + t.start, start: t.stop})
	}
}

func (s *listSplitter) close(at int) {
	if s.open {
		s.parts[len(s.parts)-1].stop = at
	}
	s.open = false
}
