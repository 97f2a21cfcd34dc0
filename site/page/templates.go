package page

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"sort"
	"strconv"

	"errbook/site/diag"
)

// Templates holds the layouts of a theme, parsed once, a set for each kind of page.
//
// A theme has layouts/base.html, which every page is rendered through and which must define "base"; layouts/<kind>.html,
// one for each Kind, which defines "main"; and partials/*.html, which define templates of any name. One of them is
// "report", the frame of a page that is a file of its own. Templates see a View and two functions:
//
//	t ID [NAME VALUE]...         the UI message ID in the page's language
//	tn ID COUNT [NAME VALUE]...  the same with a plural; the message sees COUNT as .Count
//
// A link to a file of the site is {{$.Root}} and its path below the site's root.
type Templates struct {
	sets map[Kind]*template.Template
	hash string
}

// Kinds lists every kind of page, in a fixed order.
func Kinds() []Kind {
	return []Kind{KindCatalog, KindChooser, KindCode, KindHome, KindIntegrations, KindNotFound, KindSearch, KindShort, KindSource, KindTicket, KindTranslations}
}

// Translate gives the UI message with an id in one language. Count is nil where the message has no plural.
type Translate func(id string, count *int, args map[string]any) (string, error)

// ParseTemplates parses the theme in fsys. Diagnostics name files as dir/<name>; the hash of what was read is part of every
// page's inputs.
func ParseTemplates(fsys fs.FS, dir string) (*Templates, diag.List) {
	partials, err := fs.Glob(fsys, "partials/*.html")
	if err != nil {
		return nil, diag.List{fileError(dir, err)}
	}
	sort.Strings(partials)
	t := &Templates{sets: map[Kind]*template.Template{}}
	sum := newHash()
	var list diag.List
	for _, kind := range Kinds() {
		names := append([]string{"layouts/base.html"}, partials...)
		names = append(names, "layouts/"+string(kind)+".html")
		set := template.New("").Funcs(functions(nil))
		for _, name := range names {
			text, err := fs.ReadFile(fsys, name)
			if err != nil {
				list = append(list, fileError(dir, err))
				continue
			}
			sum.add(name, string(text))
			if _, err := set.New(name).Parse(string(text)); err != nil {
				list = append(list, templateError(dir, err))
			}
		}
		t.sets[kind] = set
	}
	t.hash = sum.String()
	list = diag.Unique(list)
	if !list.HasErrors() {
		list = append(list, t.requireDefinitions(dir)...)
	}
	return t, list
}

// requireDefinitions reports the two templates that every set needs and one of them lacks.
func (t *Templates) requireDefinitions(dir string) (list diag.List) {
	for _, kind := range Kinds() {
		for name, file := range map[string]string{"base": "layouts/base.html", "main": "layouts/" + string(kind) + ".html"} {
			if t.sets[kind].Lookup(name) == nil {
				list = append(list, diag.Errorf(diag.At(path.Join(dir, file), 1, 1), RuleTemplate,
					"the layout defines no template %q; wrap its content in {{define %q}} … {{end}}", name, name))
			}
		}
	}
	list.Sort()
	return diag.Unique(list)
}

// Renderer renders pages in one language. It may be used by many goroutines at once.
type Renderer struct {
	sets map[Kind]*template.Template
	dir  string
	key  string
}

// Renderer returns a renderer whose templates see one language's UI messages; key stands for those messages among the
// inputs of a page, and dir names the theme in diagnostics.
func (t *Templates) Renderer(dir, key string, translate Translate) (*Renderer, error) {
	r := &Renderer{sets: make(map[Kind]*template.Template, len(t.sets)), dir: dir, key: t.hash + key}
	for kind, set := range t.sets {
		own, err := set.Clone()
		if err != nil {
			return nil, fmt.Errorf("templates of %s: %w", kind, err)
		}
		r.sets[kind] = own.Funcs(functions(translate))
	}
	return r, nil
}

// Inputs is a hash of all that a page's bytes depend on: the theme, the UI messages and the view. Equal inputs give equal
// bytes.
func (r *Renderer) Inputs(v *View) (string, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("page inputs: %w", err)
	}
	sum := newHash()
	sum.add(r.key, string(data))
	return sum.String(), nil
}

// Render gives the bytes of the page. A template that fails is a diag.Diagnostic with the template's file and line.
func (r *Renderer) Render(v *View) ([]byte, error) { return r.execute("base", v) }

// RenderReport gives the bytes of a page as a file of its own, in the frame that partials/report.html defines.
func (r *Renderer) RenderReport(v *View) ([]byte, error) { return r.execute("report", v) }

func (r *Renderer) execute(frame string, v *View) ([]byte, error) {
	var out bytes.Buffer
	if err := r.sets[v.Kind].ExecuteTemplate(&out, frame, v); err != nil {
		return nil, templateError(r.dir, err)
	}
	return out.Bytes(), nil
}

func functions(translate Translate) template.FuncMap {
	return template.FuncMap{
		"t": func(id string, pairs ...any) (string, error) {
			args, err := arguments(pairs)
			if err != nil {
				return "", err
			}
			return translate(id, nil, args)
		},
		"tn": func(id string, count int, pairs ...any) (string, error) {
			args, err := arguments(pairs)
			if err != nil {
				return "", err
			}
			args["Count"] = count
			return translate(id, &count, args)
		},
	}
}

func arguments(pairs []any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, errors.New("arguments of t and tn come in pairs of a name and a value")
	}
	args := make(map[string]any, len(pairs)/2+1)
	for i := 0; i < len(pairs); i += 2 {
		name, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("argument %d of t or tn is to be a name, not %v", i+1, pairs[i])
		}
		args[name] = pairs[i+1]
	}
	return args, nil
}

// templatePosition finds the position that text/template and html/template put before their messages.
var templatePosition = regexp.MustCompile(`^(?:html/)?template: ?:?([^\s:]+\.html):(\d+):(?:(\d+):)? (.*)$`)

func templateError(dir string, err error) diag.Diagnostic {
	m := templatePosition.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.Errorf(diag.At(dir, 1, 1), RuleTemplate, "%v", err)
	}
	line, _ := strconv.Atoi(m[2])
	col, _ := strconv.Atoi(m[3])
	return diag.Errorf(diag.At(path.Join(dir, m[1]), line, max(col, 0)+1), RuleTemplate, "%s", m[4])
}

func fileError(dir string, err error) diag.Diagnostic {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return diag.Errorf(diag.At(path.Join(dir, pathErr.Path), 1, 1), RuleTemplate, "cannot read the template: %v", pathErr.Err)
	}
	return diag.Errorf(diag.At(dir, 1, 1), RuleTemplate, "cannot read the theme: %v", err)
}

// Hash stands for the theme's templates.
func (t *Templates) Hash() string { return t.hash }
