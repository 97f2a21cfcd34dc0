package exchange

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"errbook/site/diag"
	"errbook/site/locale/state"
)

// readXLIFF reads XLIFF 1.0 to 1.2 as tools for translators give it back. Of what stands inline in a text it takes the
// content: what <g> and <mrk> surround, what <ph>, <it>, <bpt> and <ept> hold, and what <x/> stands for. Suggestions
// (<alt-trans>), segments (<seg-source>) and elements of other namespaces are passed over.
func readXLIFF(in *input) ([]*File, diag.List) {
	r := &xliffReader{in: in, dec: xml.NewDecoder(strings.NewReader(in.s))}
	r.dec.CharsetReader = func(_ string, body io.Reader) (io.Reader, error) { return body, nil } // it is UTF-8 by now
	if err := r.document(); err != nil {
		var d diag.Diagnostic
		if !errors.As(err, &d) {
			d = diag.Errorf(in.at(int(r.dec.InputOffset())), RuleSyntax, "the file is no sound XML: %s; export it from the translators' tool again", reason(err))
		}
		r.list = append(r.list, d)
	}
	return r.files, r.list
}

func reason(err error) string {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return syntax.Msg
	}
	return err.Error()
}

type xliffReader struct {
	in    *input
	dec   *xml.Decoder
	start int // of the token that was read last
	files []*File
	list  diag.List
}

func (r *xliffReader) errorf(format string, args ...any) error {
	return diag.Errorf(r.in.at(r.start), RuleSyntax, format, args...)
}

// token reads the next token. A document type is refused, and with it every entity but XML's own five.
func (r *xliffReader) token() (xml.Token, error) {
	r.start = int(r.dec.InputOffset())
	t, err := r.dec.Token()
	if _, is := t.(xml.Directive); is && err == nil {
		return nil, r.errorf("the file has a document type (<!DOCTYPE …>), which XLIFF 1.2 does not need and which may name entities; delete it")
	}
	return t, err
}

func (r *xliffReader) document() error {
	root := false
	for {
		t, err := r.token()
		if errors.Is(err, io.EOF) {
			if !root {
				return r.errorf("the file is no XLIFF: it has no element <xliff>")
			}
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		if err := r.root(start); err != nil {
			return err
		}
		root = true
	}
}

func (r *xliffReader) root(start xml.StartElement) error {
	if start.Name.Local != "xliff" {
		return r.errorf("the file is no XLIFF: it starts with <%s>, not with <xliff>", short(start.Name.Local))
	}
	if version := attr(start, "version"); !strings.HasPrefix(version, "1.") {
		return r.errorf("the file is XLIFF %s; save it as XLIFF 1.2", short(version))
	}
	return r.children(func(e xml.StartElement) error {
		if e.Name.Local != "file" {
			return r.dec.Skip()
		}
		return r.file(e)
	})
}

// children gives each element in the one whose start was read to a function, which reads it to its end.
func (r *xliffReader) children(do func(xml.StartElement) error) error {
	for {
		t, err := r.token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			if t.Name.Space != "" && !strings.HasPrefix(t.Name.Space, "urn:oasis:names:tc:xliff:document:1.") {
				err = r.dec.Skip()
			} else {
				err = do(t)
			}
			if err != nil {
				return err
			}
		}
	}
}

// file reads a <file>; groups within its body, however deep, are but part of it.
func (r *xliffReader) file(start xml.StartElement) error {
	f := &File{Catalog: unquoteOdd(attr(start, "original")), SourceLang: attr(start, "source-language"), Lang: attr(start, "target-language")}
	r.files = append(r.files, f)
	for depth := 1; depth > 0; {
		t, err := r.token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			switch t.Name.Local {
			case "body", "group":
				depth++
			case "trans-unit":
				err = r.unit(f, t)
			default:
				err = r.dec.Skip()
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *xliffReader) unit(f *File, start xml.StartElement) error {
	u := Unit{ID: attr(start, "resname"), At: r.in.at(r.start)}
	if u.ID == "" {
		u.ID = attr(start, "id")
	}
	u.ID = unquoteOdd(u.ID)
	var target xml.StartElement
	err := r.children(func(e xml.StartElement) (err error) {
		switch e.Name.Local {
		case "source":
			u.Source, err = r.text()
		case "target":
			target = e
			u.Text, err = r.text()
		case "context-group":
			err = r.base(&u)
		case "alt-trans":
			err = r.previous(e, &u)
		default:
			err = r.dec.Skip()
		}
		return err
	})
	if err != nil {
		return err
	}
	if u.ID == "" {
		r.list = append(r.list, diag.Warnf(u.At, RuleUnit, "a <trans-unit> without resname and id belongs to no message; it is passed over"))
		return nil
	}
	u.Status = xliffStatus(u.Text, attr(target, "state"), attr(start, "approved"))
	f.Units = append(f.Units, u)
	return nil
}

// xliffStatus reads the state of a target. Many tools write none. Some take back only one of approved and state when a text
// is finished, so that either of them will do.
func xliffStatus(text, st, approved string) state.Status {
	switch {
	case text == "":
		return state.Missing
	case approved == "yes" || st == "translated" || st == "final" || st == "signed-off":
		return state.Fresh
	case st == "new" || strings.HasPrefix(st, "needs-"):
		return state.Stale
	}
	return ""
}

// base reads a context-group for the hash of the translation at export.
func (r *xliffReader) base(u *Unit) error {
	return r.children(func(e xml.StartElement) error {
		text, err := r.text()
		if e.Name.Local == "context" && attr(e, "context-type") == contextBase {
			u.Base = hash(text)
		}
		return err
	})
}

// previous reads an alt-trans for the source that a stale translation was made from.
func (r *xliffReader) previous(start xml.StartElement, u *Unit) error {
	if attr(start, "alttranstype") != "previous-version" {
		return r.dec.Skip()
	}
	return r.children(func(e xml.StartElement) (err error) {
		if e.Name.Local == "source" {
			u.Was, err = r.text()
			return err
		}
		return r.dec.Skip()
	})
}

// text reads what stands in an element, to its end.
func (r *xliffReader) text() (string, error) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := r.token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			depth++
			b.WriteString(standsFor(t))
		case xml.EndElement:
			depth--
		}
	}
	return b.String(), nil
}

// standsFor is the text that an empty inline element stands for.
func standsFor(e xml.StartElement) string {
	switch e.Name.Local {
	case "x", "bx", "ex":
	default:
		return ""
	}
	if code, ok := strings.CutPrefix(attr(e, "ctype"), ctypeChar); ok {
		if n, err := strconv.ParseUint(code, 16, 21); err == nil && n <= 0x10FFFF && !holds(rune(n)) {
			return string(rune(n))
		}
	}
	return attr(e, "equiv-text")
}

// attr is an attribute of no namespace, "" where there is none.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// hash reads the hash of a translation; what is none is unknown.
func hash(s string) state.Hash {
	s = strings.TrimSpace(s)
	if s == string(state.None) || len(s) == 16 && strings.Trim(s, "0123456789abcdef") == "" {
		return state.Hash(s)
	}
	return ""
}
