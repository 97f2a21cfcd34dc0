package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"errbook/site/catalog"
	"errbook/site/diag"
	"errbook/site/page"
	"errbook/site/published"
	"errbook/site/tomlfile"
)

// LockFile lists every code that was ever published, see package published.
const LockFile = contentDir + "/codes.lock"

// RuleGone: a published code is in no document any more.
const RuleGone = "code-gone"

// lock is what LockFile says.
type lock struct {
	data  []byte // nil where there is no such file
	list  []published.Code
	codes map[string]published.Code // by "<catalogue>/<code>", as in site.toml
}

func (s *Site) readLock() diag.List {
	data, err := fs.ReadFile(s.fsys, LockFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return diag.List{readError(LockFile, err)}
	}
	list, problems := published.Parse(LockFile, data)
	s.lock = lock{data: append([]byte{}, data...), list: list, codes: map[string]published.Code{}}
	for _, c := range list {
		s.lock.codes[c.Key()] = c
	}
	return problems
}

// added says of each code on which day it was published first, in any catalogue.
func (l lock) added() map[string]string {
	days := map[string]string{}
	for _, c := range l.list {
		if was, ok := days[c.Text]; !ok || c.Added < was {
			days[c.Text] = c.Added
		}
	}
	return days
}

// maxGone bounds how many codes that disappeared are reported one by one: of a document that lost its tables, the first tell
// enough.
const maxGone = 100

// checkLock reports published codes that are neither in a document nor retired.
func (s *Site) checkLock() (list diag.List) {
	have := map[string]bool{}
	for _, c := range s.Catalogs {
		for _, e := range c.Entries {
			have[c.ID+"/"+e.Code.Text] = true
		}
	}
	documents := map[string]*catalog.Catalog{}
	for _, c := range s.Catalogs {
		documents[c.ID] = c
	}
	var gone []published.Code
	orphans := map[string]int{} // codes by catalogue without a document
	for _, c := range s.lock.list {
		switch {
		case have[c.Key()]:
		case documents[c.Catalog] == nil:
			if orphans[c.Catalog]++; orphans[c.Catalog] == 1 {
				list = append(list, diag.Errorf(c.Pos, RuleGone,
					"codes of catalogue %s were published, and its document is gone; put %s/%s.md back, under that name", c.Catalog, contentDir, c.Catalog))
			}
		default:
			gone = append(gone, c)
		}
	}
	for i, c := range gone {
		if i == maxGone {
			list = append(list, diag.Errorf(c.Pos, RuleGone, "%d more published codes are gone", len(gone)-maxGone))
			break
		}
		list = append(list, diag.Errorf(c.Pos, RuleGone,
			"code %s was published on %s and is no longer in %s; put it back, or retire it in %s with %s",
			c.Text, c.Added, documents[c.Catalog].File, ConfigFile, s.retirementOf(c)))
	}
	return list
}

// retirementOf is what to add to site.toml to retire a code.
func (s *Site) retirementOf(c published.Code) string {
	line := fmt.Sprintf(`%s = { since = %q }`, tomlfile.Quote(c.Key()), s.today)
	if len(s.Config.Retired) > 0 {
		return "this line under [retired]: " + line + `; reason = "…" and replaced_by = "…" may stand beside since`
	}
	return `the lines "[retired]" and, below it, ` + line + `; reason = "…" and replaced_by = "…" may stand beside since`
}

// unpublished is a note on the codes that LockFile does not list yet. A site without that file gets none.
func (s *Site) unpublished() diag.List {
	if s.lock.data == nil {
		return nil
	}
	var names []string
	count := 0
	s.eachPage(func(c *catalog.Catalog, p page.CodePage) {
		if _, ok := s.lock.codes[c.ID+"/"+p.Code.Text]; ok {
			return
		}
		if count++; count <= maxNamed {
			names = append(names, p.Code.Text)
		}
	})
	if count == 0 {
		return nil
	}
	if count > maxNamed {
		names = append(names, "…")
	}
	return diag.List{diag.Notef(diag.At(LockFile, 1, 1), RuleGone, "%s not in this list yet: %s; errbook build --lock publishes them for good",
		counted(count, "code"), strings.Join(names, ", "))}
}

func (s *Site) eachPage(do func(*catalog.Catalog, page.CodePage)) {
	for _, v := range s.Book.Volumes {
		for _, p := range v.Pages {
			do(v.Model, p)
		}
	}
}

// Locked is what a build published on a day changes in LockFile.
type Locked struct {
	Before, After  []byte // the file as it was, nil for none, and as it is to be
	Added, Changed int    // codes
}

// Lock returns LockFile with all codes of the site. The day, YYYY-MM-DD, is that of codes that are new or changed. A code that
// was retired keeps what it said last. The site is to have no errors.
func (s *Site) Lock(day string) Locked {
	l := Locked{Before: s.lock.data}
	var list []published.Code
	s.eachPage(func(c *catalog.Catalog, p page.CodePage) {
		now := published.Code{Catalog: c.ID, Text: p.Code.Text, Added: day, Changed: day, Sum: textSum(p), Description: p.Entries[0].Text()}
		was, known := s.lock.codes[now.Key()]
		switch {
		case !known:
			l.Added++
		case was.Sum == now.Sum || p.Retired() != nil:
			now = was
		default:
			l.Changed++
			now.Added, now.Changed = was.Added, max(day, was.Changed)
		}
		list = append(list, now)
	})
	l.After = published.Format(list)
	return l
}

// IsNew tells whether the file is to be written.
func (l Locked) IsNew() bool { return l.Before == nil || !bytes.Equal(l.Before, l.After) }

// textSum stands for all texts of a code in the source language.
func textSum(p page.CodePage) string {
	texts := []string{p.Longer}
	for _, e := range p.Entries {
		for _, f := range e.Fields {
			texts = append(texts, f.Name, f.Text)
		}
	}
	return published.Sum(texts...)
}

// Day is the day of a time in UTC, as LockFile has it.
func Day(t time.Time) string { return t.UTC().Format(published.DateLayout) }
