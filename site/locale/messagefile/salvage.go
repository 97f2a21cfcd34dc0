package messagefile

import "errbook/site/diag"

// duplicates reports ids that stand twice. Within a merge conflict they are told with it.
func (p *parser) duplicates() {
	first := make(map[string]*Entry, len(p.out.Entries))
	for _, e := range p.out.Entries {
		before, ok := first[e.ID]
		if !ok {
			first[e.ID] = e
			continue
		}
		if !e.conflicted && !before.conflicted {
			p.list = append(p.list, diag.Errorf(e.Position(p.out.Name), RuleDuplicate,
				"message %q stands on line %d already; keep one of the two", diag.OneLine(e.ID), before.Line))
		}
	}
}

// Salvage returns what is sound of the file that was parsed, every line at its number: without damaged lines, without the
// entries within a merge conflict, and without those that stand twice with different texts.
func (f *File) Salvage() []byte {
	out := append([]byte(nil), f.data...)
	blank := func(s span) {
		for i := s.from; i < s.to; i++ {
			if out[i] != '\n' {
				out[i] = ' '
			}
		}
	}
	for _, s := range f.damaged {
		blank(s)
	}
	first := map[string]*Entry{}
	for _, e := range f.Entries {
		before, twice := first[e.ID]
		if !twice {
			first[e.ID] = e
		}
		if e.conflicted || twice {
			blank(e.at)
		}
		if twice && before.Value != e.Value {
			blank(before.at)
		}
	}
	return out
}
