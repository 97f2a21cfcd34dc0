package site

import (
	"regexp"
	"strconv"
	"strings"

	"errbook/search/codes"
	"errbook/site/page"
)

// What GitHub's autolinks put for <num>: letters, digits and hyphens, or digits alone.
var (
	autolinkID     = regexp.MustCompile(`^[A-Za-z0-9-]+$`)
	autolinkNumber = regexp.MustCompile(`^[0-9]+$`)
	notInPrefix    = regexp.MustCompile(`[^A-Z0-9]+`)
	codeHead       = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*-`)
)

// autolinks makes one of GitHub's autolinks for each catalogue with codes that one can refer to. Where all codes of a
// catalogue begin alike, as in ORA-00942, that is the prefix, else it is the catalogue's id in capitals. No prefix is the
// beginning of another, which GitHub refuses, nor of GH-, which is its own.
func autolinks(base string, catalogs []catalogCodes) (list []page.Autolink) {
	taken := []string{"GH-"}
	for _, c := range catalogs {
		head := commonHead(c.codes)
		link := page.Autolink{Alphanumeric: false}
		for _, code := range c.codes {
			id := strings.TrimPrefix(code.Text, head)
			if !autolinkID.MatchString(id) {
				link.Left++
				continue
			}
			if link.Example == "" {
				link.Example = id
			}
			link.Alphanumeric = link.Alphanumeric || !autolinkNumber.MatchString(id)
		}
		if link.Example == "" {
			continue
		}
		if link.Prefix = head; head == "" || overlaps(taken, head) {
			link.Prefix = freePrefix(c.id, taken)
		}
		taken = append(taken, link.Prefix)
		link.Example = link.Prefix + link.Example
		link.Target = base + c.path + head + "<num>"
		link.Command = "gh api repos/{owner}/{repo}/autolinks -f key_prefix=" + link.Prefix + " -f url_template='" + link.Target +
			"' -F is_alphanumeric=" + strconv.FormatBool(link.Alphanumeric)
		list = append(list, link)
	}
	return list
}

// commonHead is the word with a hyphen with which all codes begin, "" where they do not.
func commonHead(list []codes.Code) string {
	head := ""
	for i, c := range list {
		h := codeHead.FindString(c.Text)
		if h == "" || i > 0 && h != head {
			return ""
		}
		head = h
	}
	return head
}

func freePrefix(id string, taken []string) string {
	word := notInPrefix.ReplaceAllString(strings.ToUpper(id), "")
	if word == "" || autolinkNumber.MatchString(word) {
		word = "ERR" + word
	}
	prefix := word + "-"
	for n := 2; overlaps(taken, prefix); n++ {
		prefix = word + "X" + strconv.Itoa(n) + "-"
	}
	return prefix
}

func overlaps(taken []string, prefix string) bool {
	for _, t := range taken {
		if a, b := strings.ToUpper(t), strings.ToUpper(prefix); strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
			return true
		}
	}
	return false
}
