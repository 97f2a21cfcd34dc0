package page

import "strings"

// Source is the body of a page that shows a file of the site as it is. Only a preview has such pages.
type Source struct {
	File  string // below the root of the site
	Lines []Line
	None  bool // there is no such file yet
}

// Line is a line of a file, without its end; N counts from 1.
type Line struct {
	N    int
	Text string
}

// SourceFile is the page of a preview that shows a file; none tells that it is not there yet.
func (e *Edition) SourceFile(file, text string, none bool) Page {
	at := SourcePath(file)
	v := e.frame(KindSource, at, HomePath)
	v.Source = &Source{File: file, None: none}
	if !none {
		text = strings.ToValidUTF8(strings.TrimPrefix(text, "\uFEFF"), "\uFFFD")
		text = strings.TrimSuffix(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
		for line := range strings.SplitSeq(text, "\n") {
			v.Source.Lines = append(v.Source.Lines, Line{len(v.Source.Lines) + 1, line})
		}
	}
	v.Head.Title, v.Head.Description, v.Head.NoIndex = file, file, true
	return Page{at, v}
}
