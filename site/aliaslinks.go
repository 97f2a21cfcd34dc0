package site

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"errbook/search/codes"
	"errbook/site/catalog"
	"errbook/site/page"
)

// maxAliasLinks bounds the short links by other spellings that have a page of their own.
const maxAliasLinks = 10_000

// maxTargets bounds the codes that the page of a spelling lists.
const maxTargets = 100

// aliasLinks lists the short links by other spellings of codes, for where no server reads them: those that the documents give,
// symbols among them, and of codes that are 32-bit numbers the one in the other notation. Each leads where a server would send
// its reader. A spelling whose address is taken, on any file system, has none.
func (b *build) aliasLinks(taken []shortLink) (links []shortLink) {
	links = b.site.freeAliases(taken)
	if len(links) == 0 {
		return nil
	}
	set, where := b.site.CodeSet()
	for i := range links {
		b.resolve(&links[i], set, where)
	}
	return slices.DeleteFunc(links, func(l shortLink) bool { return l.code == "" })
}

// freeAliases lists the links whose addresses are free, without where they lead.
func (s *Site) freeAliases(taken []shortLink) (links []shortLink) {
	used := map[string]bool{}
	isFree := func(path string) bool {
		folded := strings.ToLower(path)
		was := used[folded]
		used[folded] = true
		return !was
	}
	for _, l := range taken {
		isFree(l.path)
	}
	for _, v := range s.Book.Volumes {
		isFree("c" + page.CatalogPath("", v.Model.ID))
	}
	s.eachPage(func(c *catalog.Catalog, p page.CodePage) {
		for _, alias := range append(pageAliases(p), twins(p.Code.Text, c.Numbers && p.Code.Kind() == "single")...) {
			path := s.Book.Slugs.ShortPath(alias) + "/"
			if alias != "" && len(links) < maxAliasLinks && isFree(path) {
				links = append(links, shortLink{path: path, alias: alias})
			}
		}
	})
	return links
}

// resolve finds where a link leads: to every code that the spelling stands for.
func (b *build) resolve(l *shortLink, set *codes.Set, where [][2]int) {
	for _, f := range set.Resolve(l.alias) {
		n, i := where[f.Index][0], where[f.Index][1]
		code := b.site.Book.Volumes[n].Pages[i].Code.Text
		l.code = cmp.Or(l.code, code)
		if len(l.targets) < maxTargets {
			l.targets = append(l.targets, page.ShortTarget{Volume: n, Code: code, Records: b.records[n][i]})
		}
	}
}

// twins are the other notations in which programs write a 32-bit number that is a code: of -302 0xFFFFFED2 and 4294966994, of
// 0x80070005 -2147024891 and 2147942405.
func twins(code string, number bool) []string {
	if !number {
		return nil
	}
	if n, err := strconv.ParseInt(code, 10, 32); err == nil {
		if n >= 0 {
			return nil
		}
		return []string{fmt.Sprintf("0x%08X", uint32(n)), strconv.FormatUint(uint64(uint32(n)), 10)}
	}
	digits, isHex := strings.CutPrefix(strings.ToLower(code), "0x")
	n, err := strconv.ParseUint(digits, 16, 32)
	if !isHex || err != nil {
		return nil
	}
	list := []string{strconv.FormatUint(n, 10)}
	if n > math.MaxInt32 {
		list = append(list, strconv.FormatInt(int64(int32(uint32(n))), 10))
	}
	return list
}
