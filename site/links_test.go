package site_test

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"errbook/site"
)

// linked is what one page links to, and which places of it can be linked to.
type linked struct {
	links []string
	ids   map[string]bool
}

// linkAttributes are the attributes that hold an address.
var linkAttributes = map[string]bool{"href": true, "src": true, "action": true}

func readLinks(t *testing.T, text string) linked {
	t.Helper()
	page := linked{ids: map[string]bool{}}
	for z := html.NewTokenizer(strings.NewReader(text)); z.Next() != html.ErrorToken; {
		for _, a := range z.Token().Attr {
			switch {
			case linkAttributes[a.Key]:
				page.links = append(page.links, a.Val)
			case a.Key == "id":
				page.ids[a.Val] = true
			}
		}
	}
	return page
}

// checkLinks reports every link of a built site that leads to no file of it or to no place of its page. It returns how many
// links within the site it followed.
func checkLinks(t *testing.T, out, base string) (followed int) {
	t.Helper()
	files := snapshot(t, out)
	pages := map[string]linked{}
	for name, text := range files {
		if strings.HasSuffix(name, ".html") {
			pages[name] = readLinks(t, text)
		}
	}
	root, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range pages {
		at := root.ResolveReference(&url.URL{Path: strings.TrimSuffix(name, "index.html")})
		for _, link := range page.links {
			ref, err := url.Parse(link)
			if err != nil {
				t.Errorf("%s: %q is no address: %v", name, link, err)
				continue
			}
			target := at.ResolveReference(ref)
			if target.Host != root.Host || !strings.HasPrefix(target.Path, root.Path) {
				continue
			}
			followed++
			file := strings.TrimPrefix(target.Path, root.Path)
			if file == "" || strings.HasSuffix(file, "/") {
				file += "index.html"
			} else if path.Ext(file) == "" {
				file += "/index.html" // a short link without a slash at its end
			}
			if _, ok := files[file]; !ok {
				t.Errorf("%s: %s leads to no file", name, link)
			} else if f := target.Fragment; f != "" && !pages[file].ids[f] {
				t.Errorf("%s: %s leads to no place of its page", name, link)
			}
		}
	}
	return followed
}

func TestInternalLinks(t *testing.T) {
	n := checkLinks(t, builtSite(t), site.DefaultBaseURL)
	if n < 10000 {
		t.Errorf("only %d internal links followed", n)
	}
	t.Logf("%d internal links, none broken", n)
}

func TestInternalLinksBelowAPath(t *testing.T) {
	out := t.TempDir()
	s, list := site.Load(os.DirFS(filepath.Join("testdata", "small")), os.DirFS(root), site.Overrides{BaseURL: "https://intranet.example/errors"})
	if list.HasErrors() {
		t.Fatal(list)
	}
	build(t, s, out)
	if n := checkLinks(t, out, "https://intranet.example/errors/"); n == 0 {
		t.Error("no internal links followed")
	}
	for name, text := range snapshot(t, out) {
		if strings.HasSuffix(name, ".html") && strings.Contains(text, "127.0.0.1") {
			t.Errorf("%s names the default address", name)
		}
	}
}

// TestNothingFromElsewhere holds the promise that a page asks nobody else for anything.
func TestNothingFromElsewhere(t *testing.T) {
	for name, text := range snapshot(t, builtSite(t)) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for z := html.NewTokenizer(strings.NewReader(text)); z.Next() != html.ErrorToken; {
			token := z.Token()
			for _, a := range token.Attr {
				loads := a.Key == "src" || a.Key == "srcset" || token.Data == "link" && a.Key == "href" && loadsFrom(token)
				if loads && strings.Contains(a.Val, "//") {
					t.Errorf("%s loads %s", name, a.Val)
				}
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					t.Errorf("%s has an inline %s, which the content security policy refuses", name, a.Key)
				}
			}
		}
	}
}

func loadsFrom(token html.Token) bool {
	for _, a := range token.Attr {
		if a.Key == "rel" && (a.Val == "canonical" || a.Val == "alternate") {
			return false
		}
	}
	return true
}
