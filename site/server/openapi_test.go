package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// openAPI is as much of an OpenAPI document as the tests read.
type openAPI struct {
	OpenAPI string
	Servers []struct{ URL string }
	Paths   map[string]map[string]struct {
		Responses map[string]struct {
			Content map[string]struct{ Schema any }
			Headers map[string]any
		}
	}
}

// call is a request, and the operation of the document that it is one of.
type call struct {
	method, path, target, body string
	headers                    []string
	status                     int
	closed                     bool // asked of a server without an index
}

func calls() []call {
	long := strings.Repeat("x ", 4<<20+1)
	text := []string{"Content-Type", "text/plain"}
	preflight := func(origin string) []string {
		return []string{"Origin", origin, "Access-Control-Request-Method", "POST"}
	}
	embed := "/api/oembed?url=https%3A%2F%2Fintranet.example%2Ferrors%2Fc%2F6018"
	list := []call{
		{"get", "/api/search", "/api/search?q=6018&lang=en", "", nil, 200, false},
		{"get", "/api/search", "/api/search?q=code%3D125000+and+%2B302+err+99999&lang=en", "", nil, 200, false},
		{"get", "/api/search", "/api/search?q=証明書&lang=en", "", nil, 200, false},
		{"get", "/api/search", "/api/search?q=6019&lang=en", "", nil, 200, false},
		{"get", "/api/search", "/api/search?q=6018", "", []string{"If-None-Match", "*"}, 304, false},
		{"get", "/api/search", "/api/search?q=6018&lang=xx", "", nil, 400, false},
		{"get", "/api/search", "/api/search?q=" + strings.Repeat("x", 9000), "", nil, 414, false},
		{"get", "/api/search", "/api/search?q=6018", "", nil, 503, true},
		{"post", "/api/search", "/api/search?lang=en", "login failed, code=6018", text, 200, false},
		{"post", "/api/search", "/api/search?limit=0", "6018", text, 400, false},
		{"post", "/api/search", "/api/search", long, text, 413, false},
		{"post", "/api/search", "/api/search", "{}", []string{"Content-Type", "application/json"}, 415, false},
		{"post", "/api/search", "/api/search", "6018", text, 503, true},
		{"options", "/api/search", "/api/search", "", preflight("https://tickets.example"), 204, false},
		{"options", "/api/search", "/api/search", "", preflight("https://evil.example"), 403, false},
		{"get", "/api/suggest", "/api/suggest?q=6018&lang=en", "", nil, 200, false},
		{"get", "/api/suggest", "/api/suggest?q=6018&lang=xx", "", nil, 400, false},
		{"get", "/api/suggest", "/api/suggest?q=6018", "", nil, 503, true},
		{"post", "/api/ticket", "/api/ticket?lang=en", "code=6018, error 99999", text, 200, false},
		{"post", "/api/ticket", "/api/ticket?lang=en", "nothing", text, 200, false},
		{"post", "/api/ticket", "/api/ticket?lang=xx", "code=6018", text, 400, false},
		{"post", "/api/ticket", "/api/ticket", long, text, 413, false},
		{"post", "/api/ticket", "/api/ticket", "{}", []string{"Content-Type", "application/json"}, 415, false},
		{"post", "/api/ticket", "/api/ticket", "code=6018", text, 503, true},
		{"options", "/api/ticket", "/api/ticket", "", preflight("https://tickets.example"), 204, false},
		{"options", "/api/ticket", "/api/ticket", "", preflight("https://evil.example"), 403, false},
		{"get", "/api/oembed", embed, "", nil, 200, false},
		{"get", "/api/oembed", embed + "&maxwidth=100", "", nil, 200, false},
		{"get", "/api/oembed", "/api/oembed", "", nil, 400, false},
		{"get", "/api/oembed", embed + "0", "", nil, 404, false},
		{"get", "/api/oembed", embed + "&format=xml", "", nil, 501, false},
		{"get", "/api/oembed", embed, "", nil, 503, true},
		{"get", "/api/codes.json", "/api/codes.json", "", nil, 200, false},
		{"get", "/c/{code}", "/c/6018", "", nil, 302, false},
		{"get", "/c/{code}", "/c/6018/?stay", "", nil, 200, false},
		{"get", "/c/{code}", "/c/nothing", "", nil, 404, false},
		{"get", "/c/{catalog}/{code}", "/c/pay/6017", "", nil, 302, false},
		{"get", "/c/{catalog}/{code}", "/c/pay/6017/?stay", "", nil, 200, false},
		{"get", "/c/{catalog}/{code}", "/c/pay/nothing", "", nil, 404, false},
		{"get", "/c/{catalog}/{code}.json", "/c/shop/120001-130000.json", "", nil, 200, false},
		{"get", "/c/{catalog}/{code}.json", "/c/shop/125000.json", "", nil, 302, false},
		{"get", "/c/{catalog}/{code}.json", "/c/shop/nothing.json", "", nil, 404, false},
		{"get", "/healthz", "/healthz", "", nil, 200, false},
		{"get", "/healthz", "/healthz", "", nil, 503, true},
	}
	return list
}

// apiServers are a server that is well and one without an index, with their document.
func apiServers(t *testing.T) (well, closed http.Handler, doc openAPI, out string) {
	t.Helper()
	files := copyFiles(files)
	files["content/site.toml"].Data = append(files["content/site.toml"].Data, "\n[search]\ncors = [\"https://tickets.example\"]\n"...)
	out = t.TempDir()
	s := buildSite(t, files, out)
	var servers []http.Handler
	for range 2 {
		v, err := New(s, out, quietLog(), false)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(v.Close)
		servers = append(servers, v)
	}
	servers[1].(*Server).Close()
	if err := json.NewDecoder(get(servers[0], "/api/openapi.json", "").Body).Decode(&doc); err != nil {
		t.Fatal(err)
	}
	return servers[0], servers[1], doc, out
}

// TestOpenAPI asks the running server every path and status of its OpenAPI document, and holds each answer to its schema. No
// schema may lack a member that answers have.
func TestOpenAPI(t *testing.T) {
	well, closed, doc, out := apiServers(t)
	if !strings.HasPrefix(doc.OpenAPI, "3.1.") || len(doc.Servers) != 1 || doc.Servers[0].URL != "https://intranet.example/errors/" {
		t.Errorf("OpenAPI %s, servers %v", doc.OpenAPI, doc.Servers)
	}
	schema := documentSchemas(t, out)
	asked := map[string]bool{}
	for _, c := range calls() {
		r := httptest.NewRequest(strings.ToUpper(c.method), c.target, strings.NewReader(c.body))
		for i := 0; i < len(c.headers); i += 2 {
			r.Header.Set(c.headers[i], c.headers[i+1])
		}
		w := httptest.NewRecorder()
		if c.closed {
			closed.ServeHTTP(w, r)
		} else {
			well.ServeHTTP(w, r)
		}
		name := fmt.Sprintf("%s %s %d", c.method, c.path, w.Code)
		if w.Code != c.status {
			t.Errorf("%s %.80s: %d, want %d\n%.300s", c.method, c.target, w.Code, c.status, w.Body)
			continue
		}
		response, described := doc.Paths[c.path][c.method].Responses[fmt.Sprint(w.Code)]
		if !described {
			t.Errorf("%s is not in the document", name)
		}
		asked[name] = true
		for header := range response.Headers {
			if w.Header().Get(header) == "" {
				t.Errorf("%s: no header %s", name, header)
			}
		}
		if len(response.Content) == 0 {
			if w.Body.Len() > 0 {
				t.Errorf("%s has a body that is not described: %s", name, w.Body)
			}
			continue
		}
		kind, _, _ := mime.ParseMediaType(w.Header().Get("Content-Type"))
		content, known := response.Content[kind]
		if !known {
			t.Errorf("%s has the type %q", name, kind)
		} else if kind != "text/html" {
			value, err := jsonschema.UnmarshalJSON(w.Body)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if err := schema(content.Schema).Validate(value); err != nil {
				t.Errorf("%s %.80s: %v", c.method, c.target, err)
			}
		}
	}
	for path, operations := range doc.Paths {
		for method, o := range operations {
			for status := range o.Responses {
				if name := method + " " + path + " " + status; !asked[name] {
					t.Errorf("%s is in the document and was not asked", name)
				}
			}
		}
	}
}

// documentSchemas compiles schemas of the document, which refer to its components or to the site's schema files, with every
// object closed.
func documentSchemas(t *testing.T, out string) func(schema any) *jsonschema.Schema {
	t.Helper()
	const base = "https://intranet.example/errors/api/"
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	for _, name := range []string{"openapi.json", "codes.schema.json", "code.schema.json"} {
		data, err := os.ReadFile(filepath.Join(out, "api", name))
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		closeObjects(value)
		if err := c.AddResource(base+name, value); err != nil {
			t.Fatal(err)
		}
	}
	return func(schema any) *jsonschema.Schema {
		ref, ok := schema.(map[string]any)["$ref"].(string)
		if !ok {
			t.Fatalf("%v is no reference", schema)
		}
		if strings.HasPrefix(ref, "#") {
			ref = "openapi.json" + ref
		}
		s, err := c.Compile(base + ref)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}

func closeObjects(v any) {
	switch v := v.(type) {
	case map[string]any:
		if _, described := v["properties"].(map[string]any); described && v["additionalProperties"] == nil {
			v["additionalProperties"] = false
		}
		for _, child := range v {
			closeObjects(child)
		}
	case []any:
		for _, child := range v {
			closeObjects(child)
		}
	}
}

// TestEveryRouteIsInTheDocument reads the patterns that the server routes by: all but pages for readers are described.
func TestEveryRouteIsInTheDocument(t *testing.T) {
	_, _, doc, _ := apiServers(t)
	f, err := os.Open("server.go")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	source, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	pages := []string{"/{$}", "/"} // and reloads and sources, whose patterns are constants, for people at work on a site
	found := regexp.MustCompile(`(?:read|mux\.Handle|mux\.HandleFunc)\("([^"]+)"`).FindAllStringSubmatch(string(source), -1)
	if len(found) < 8 {
		t.Fatalf("%d routes found in server.go", len(found))
	}
	for _, m := range found {
		described := slices.Contains(pages, m[1])
		for path := range doc.Paths {
			described = described || path == m[1] || strings.HasSuffix(m[1], "/") && m[1] != "/" && strings.HasPrefix(path, m[1])
		}
		if !described {
			t.Errorf("the route %s is in no path of openapi.json", m[1])
		}
	}
}
