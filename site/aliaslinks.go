package site

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"errbook/site/page"
)

// maxAliasLinks bounds the short links by other spellings that have a page of their own.
const maxAliasLinks = 10_000

// aliasLinks lists the short links by other spellings of codes, for where no server reads them: those that the documents give,
// symbols among them, and of codes that are 32-bit numbers the one in the other notation. Each leads where a server would send
// its reader. A spelling whose address is taken, on any file system, has none.
func (b *build) aliasLinks(taken []shortLink) (links []shortLink) {
	used := map[string]bool{}
	for _, l := range taken {
		used[strings.ToLower(l.path)] = true
	}
	for _, v := range b.site.Book.Volumes {
		used[strings.ToLower("c"+page.CatalogPath("", v.Model.ID))] = true
	}
	set, where := b.site.CodeSet()
	for _, v := range b.site.Book.Volumes {
		for _, p := range v.Pages {
			for _, alias := range append(pageAliases(p), twins(p.Code.Text, v.Model.Numbers && p.Code.Kind() == "single")...) {
				path := b.site.Book.Slugs.ShortPath(alias) + "/"
				if alias == "" || used[strings.ToLower(path)] {
					continue
				}
				used[strings.ToLower(path)] = true
				link := shortLink{path: path, alias: alias}
				for _, f := range set.Resolve(alias) {
					at := where[f.Index]
					code := b.site.Book.Volumes[at[0]].Pages[at[1]].Code.Text
					if link.code == "" || link.code == code { // of several readings the most confident one counts, as on a server
						link.code = code
						link.targets = append(link.targets, page.ShortTarget{Volume: at[0], Records: b.records[at[0]][at[1]]})
					}
				}
				if link.code != "" {
					links = append(links, link)
				}
				if len(links) == maxAliasLinks {
					return links
				}
			}
		}
	}
	return links
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
