package site

import (
	"net"
	"net/url"
	"slices"
	"strings"
)

// SearchConfig is what site.toml says of the search that a server answers.
type SearchConfig struct {
	CORS    []string `toml:"cors"`     // origins whose pages may search from a browser; "*" is any, none is the default
	LogZero *bool    `toml:"log_zero"` // what finds nothing is logged; so it is where nothing is said
}

// LogsZero reports whether queries that find nothing are to be logged.
func (c SearchConfig) LogsZero() bool { return c.LogZero == nil || *c.LogZero }

func (k *configCheck) search() {
	origins, at := k.config.Search.CORS, []string{"search", "cors"}
	for i, o := range origins {
		switch {
		case slices.Contains(origins[:i], o):
			k.fail(at, "cors lists %q twice", o)
		case o == "*" && len(origins) > 1:
			k.fail(at, `"*" in cors lets every origin in; leave the others out, or leave it out`)
		case o == "*":
		default:
			if mended, ok := normalOrigin(o); !ok {
				k.fail(at, `cors is to list origins as browsers send them, such as "https://tickets.example", or "*" alone, not %q`, o)
			} else if mended != o {
				k.fail(at, "cors is to list origins as browsers send them: %q instead of %q", mended, o)
			}
		}
	}
}

// normalOrigin gives an origin the form in which browsers send it: scheme, host in lower case and a port that is not the
// scheme's own, and nothing behind. It reports false for what is no origin of a web page.
func normalOrigin(text string) (string, bool) {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return "", false
	}
	for _, r := range u.Host {
		if r <= ' ' || r >= 0x7F || strings.ContainsRune("*,\"'<>", r) {
			return "", false
		}
	}
	host, port := strings.ToLower(u.Hostname()), u.Port()
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if u.Scheme == "http" && port == "80" || u.Scheme == "https" && port == "443" || port == "" {
		return u.Scheme + "://" + host, true
	}
	return u.Scheme + "://" + net.JoinHostPort(strings.Trim(host, "[]"), port), true
}
