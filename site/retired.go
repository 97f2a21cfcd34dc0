package site

import (
	"maps"
	"slices"
	"strings"

	"errbook/site/catalog"
	"errbook/site/diag"
	"errbook/site/tomlfile"
)

// RuleRetired: what site.toml says of a retired code does not fit the documents.
const RuleRetired = "retired"

// maxNamed bounds how many codes a message names.
const maxNamed = 20

// retire adds to a catalogue the codes that site.toml says have left it, and returns what was found in its document with what
// it finds itself. A document without codes is as it should be where its last ones were retired.
func (s *Site) retire(c *catalog.Catalog, found diag.List) diag.List {
	list := s.retireCodes(c)
	if len(c.Entries) > c.Live() && c.Live() == 0 {
		found = slices.DeleteFunc(slices.Clone(found), func(d diag.Diagnostic) bool { return d.Rule == catalog.RuleNoCodes })
	}
	return append(found, list...)
}

func (s *Site) retireCodes(c *catalog.Catalog) (list diag.List) {
	live := map[string]*catalog.Entry{}
	for _, e := range c.Entries {
		if live[e.Code.Text] == nil {
			live[e.Code.Text] = e
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.Config.Retired)) {
		id, text, _ := strings.Cut(key, "/")
		r := s.Config.Retired[key]
		if id != c.ID || r.At == nil {
			continue
		}
		if e := live[text]; e != nil {
			list = append(list, diag.Errorf(r.At.Entry, RuleRetired,
				"code %s is retired here, and stands in %s; take one of the two away", text, e.Pos))
			continue
		}
		code, _ := catalog.ParseCode(text) // checked with the configuration
		if _, known := s.lock.codes[key]; code.Text != text && !known {
			list = append(list, diag.Errorf(r.At.Entry, RuleRetired, "code %q is written %q in addresses; name it so: %s", text, code.Text, tomlfile.Quote(c.ID+"/"+code.Text)))
			continue
		}
		code.Text = text
		c.Retire(code, s.lastSaid(key, r), catalog.Retirement{Since: r.Since, Reason: strings.TrimSpace(r.Reason), ReplacedBy: r.ReplacedBy, At: *r.At})
	}
	return list
}

// lastSaid is what a retired code meant: what site.toml says, or what the document said when it was last published.
func (s *Site) lastSaid(key string, r RetiredConfig) string {
	if title := strings.TrimSpace(r.Title); title != "" {
		return title
	}
	return s.lock.codes[key].Description
}

// linkRetired finds the codes that replace others, once all catalogues are read.
func (s *Site) linkRetired() (list diag.List) {
	entries := map[catalog.Target]*catalog.Entry{}
	for _, c := range s.Catalogs {
		for _, e := range c.Entries {
			entries[catalog.Target{Catalog: c.ID, Code: e.Code.Text}] = e
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.Config.Retired)) {
		id, text, _ := strings.Cut(key, "/")
		at := s.Config.Retired[key].At
		if at == nil {
			continue
		}
		e, ok := entries[catalog.Target{Catalog: id, Code: text}]
		if !ok && slices.Contains(s.catalogIDs(), id) {
			continue // reported with its catalogue
		}
		if !ok {
			list = append(list, diag.Errorf(at.Entry, RuleRetired, "there is no catalogue %q%s; a retired code keeps its page in its catalogue, so keep %s/%s.md, even without codes",
				id, diag.DidYouMean(id, s.catalogIDs()), contentDir, id))
			continue
		}
		if e.Retired != nil && e.Retired.ReplacedBy != "" {
			list = append(list, s.linkReplacement(id, e, entries)...)
		}
	}
	return append(list, s.circles(entries)...)
}

func (s *Site) catalogIDs() (ids []string) {
	for _, c := range s.Catalogs {
		ids = append(ids, c.ID)
	}
	return ids
}

// linkReplacement finds the code that replaces one: of the same catalogue, or of the one that is named before it.
func (s *Site) linkReplacement(id string, e *catalog.Entry, entries map[catalog.Target]*catalog.Entry) diag.List {
	r := e.Retired
	to := catalog.Target{Catalog: id, Code: r.ReplacedBy}
	if entries[to] == nil {
		if other, code, ok := strings.Cut(r.ReplacedBy, "/"); ok {
			to = catalog.Target{Catalog: other, Code: code}
		}
	}
	if entries[to] == nil {
		var codes []string
		for t := range entries {
			if t.Catalog == to.Catalog {
				codes = append(codes, t.Code)
			}
		}
		slices.Sort(codes)
		return diag.List{diag.Errorf(r.At.ReplacedBy, RuleRetired,
			`code %s is to be replaced by %q, and there is no such code%s; name one of catalogue %s, or one of another as "<catalogue>/<code>"`,
			e.Code.Text, r.ReplacedBy, diag.DidYouMean(to.Code, codes), id)}
	}
	r.To = &to
	return nil
}

// circles reports retired codes that replace one another, and nothing else replaces.
func (s *Site) circles(entries map[catalog.Target]*catalog.Entry) (list diag.List) {
	done := map[catalog.Target]bool{}
	for _, c := range s.Catalogs {
		for _, e := range c.Entries {
			var trail []catalog.Target
			at := catalog.Target{Catalog: c.ID, Code: e.Code.Text}
			for next := e; !done[at] && next.Retired != nil && next.Retired.To != nil; next = entries[at] {
				done[at] = true
				trail = append(trail, at)
				at = *next.Retired.To
			}
			if from := slices.Index(trail, at); from >= 0 {
				list = append(list, circle(trail[from:], entries))
			}
		}
	}
	return list
}

func circle(trail []catalog.Target, entries map[catalog.Target]*catalog.Entry) diag.Diagnostic {
	var names []string
	for _, t := range append(slices.Clone(trail), trail[0]) {
		names = append(names, t.Catalog+"/"+t.Code)
	}
	if len(names) > maxNamed {
		names = append(append(names[:maxNamed-1:maxNamed-1], "…"), names[0])
	}
	return diag.Errorf(entries[trail[0]].Retired.At.ReplacedBy, RuleRetired,
		"retired codes replace one another in a circle: %s; let one of them be replaced by a code that is in use, or by none", strings.Join(names, " > "))
}
