package link_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"errbook/search/codes"
	"errbook/search/link"
	"errbook/search/ticket"
)

const base = "https://errors.example/"

// set is an invented shop's.
func set() *codes.Set {
	return codes.NewSet([]codes.Code{
		{Catalog: "shop", Text: "6017"}, {Catalog: "shop", Text: "6206"}, {Catalog: "shop", Text: "-302"}, {Catalog: "shop", Text: "70001"},
		{Catalog: "shop", Text: "120001-130000", Range: true, Lo: 120001, Hi: 130000}, {Catalog: "db", Text: "ORA-00942"},
	})
}

func linker(tb testing.TB, f link.Format) *link.Linker {
	tb.Helper()
	s := set()
	l, err := link.New(s, f, base, func(i int) string { return base + "c/" + s.At(i).Text })
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func linked(tb testing.TB, f link.Format, text string) string {
	tb.Helper()
	l := linker(tb, f)
	var b strings.Builder
	for rest := text; rest != ""; {
		n := ticket.LineEnd(rest)
		b.WriteString(l.Line(rest[:n]))
		rest = rest[n:]
	}
	return b.String() + l.End()
}

// TestLink links by hand: «6017» stands for the link of 6017, «6017|－302» for that of the code -302 written so.
func TestLink(t *testing.T) {
	for name, test := range map[string]struct {
		format link.Format
		text   string // with the marks
	}{
		"no code":               {link.Markdown, "nothing here\r\n\r\nport 6017x"},
		"cued":                  {link.Markdown, "error code: «6017», user 6206\r\n"},
		"twice":                 {link.Markdown, "code «6017» and code «6017»\n\tcode=«-302»"},
		"full width":            {link.Markdown, "エラーコード：«6017|６０１７»が出ます"},
		"in a range":            {link.Markdown, "ErrorCode\":«120001-130000|125000»}"},
		"letters":               {link.Markdown, "got «ORA-00942|ora-942»: table or view"},
		"invalid UTF-8":         {link.Markdown, "\xff\xfe code «6017» \x80\n"},
		"in brackets":           {link.Markdown, "[ERROR] [code «6017»] failed\n"},
		"fence":                 {link.Markdown, "code «6017»\n```\ncode 6017\n``\ncode 6017\n```\ncode «6017»\n"},
		"fence of tildes":       {link.Markdown, "~~~~ log\ncode 6017\n~~~\n```\n~~~~\ncode «6017»\n"},
		"fence in a quote":      {link.Markdown, "> - ```sh\n>   code 6017\n>   ```\n> code «6017»\n"},
		"fence that is none":    {link.Markdown, "``` code `«6017»\ncode «6017»\n"},
		"open fence":            {link.Markdown, "```\ncode 6017\n"},
		"code span":             {link.Markdown, "`code 6017` code «6017» ``code ` 6017``\n"},
		"open code span":        {link.Markdown, "` code «6017»\n"},
		"link":                  {link.Markdown, "[code 6017](https://x.example/a_(b)) and [code 6017][docs], code «6017»\n"},
		"link of another title": {link.Markdown, "[code 6017](/a \"code 6017\")\n"},
		"image":                 {link.Markdown, "![code 6017](code/6017.png)\n[![code 6017](a.png)](b)\n"},
		"definition":            {link.Markdown, "[code 6017]: https://x.example/\n"},
		"autolink":              {link.Markdown, "<https://x.example/?code=6017> https://x.example/?code=6017\n"},
		"tag":                   {link.Markdown, "<img alt=\"code 6017\"> <a href=x>code 6017</a> <code>code 6017</code> code «6017»\n"},
		"element of lines":      {link.Markdown, "<pre>\ncode 6017\n\n</pre>\ncode «6017»\n"},
		"paragraph ends a link": {link.Markdown, "<a href=x>code 6017\n\ncode «6017»\n"},
		"what looks like a tag": {link.Markdown, "<NSError: 0x2830 code=«6017»>\n"},
		"comment":               {link.Markdown, "see <!-- code 6017 --> code «6017»\n"},
		"would be an image":     {link.Markdown, "code !6017 and code \\6017\n"},
		"entity":                {link.Markdown, "error &#6017; code &#x1781;\n"},

		"fence ends with its list":   {link.Markdown, "- step\n\n  ```sh\n  code 6017\n  ```\n\n  code «6017»\n- ```\n  code 6017\nout, code «6017»\n"},
		"fence ends with its quote":  {link.Markdown, "> ```\n> code 6017\ncode «6017»\n> code «6017»\n"},
		"longer fence":               {link.Markdown, "````md\n```\ncode 6017\n```\ncode 6017\n````\ncode «6017»\n"},
		"indented code":              {link.Markdown, "Text:\n\n    code 6017\n\n    code 6017\n\tcode 6017\n\ncode «6017»\n"},
		"indented text":              {link.Markdown, "at main\n    code «6017»\n\tret «-302»\n"},
		"indented in a list":         {link.Markdown, "- item\n\n    code «6017»\n\n      code 6017\n\nno more\n\n    code 6017\n"},
		"indented in a quote":        {link.Markdown, "> code «6017»\n>\n>     code 6017\n>\n> > code «6017»\n"},
		"code span over lines":       {link.Markdown, "see `code 6017\nand code 6206` or code «6017»\n"},
		"open code span in lines":    {link.Markdown, "see `code «6017»\n\n`code 6017` \\`code «6017»` code «6017»\n\n``code «6017»`\n"},
		"link over lines":            {link.Markdown, "[code 6017\nand code 6206](https://x.example/) code «6017»\n\n[code «6017»\n\nand code «6206»](x)\n"},
		"constructs that interlock":  {link.Markdown, "see `code 6017\nand code 6017` and [code 6017\nor so](x); but `code «6017»\n"},
		"target over lines":          {link.Markdown, "[code 6017](https://x.example/\n\"code 6017\") code «6017»\n"},
		"rows of brackets":           {link.Markdown, "[ERROR] [code «6017»] (x) [E][T][code «6017»] msg\n"},
		"log that looks like labels": {link.Markdown, "x\n[6017]: failed with code «6017»\n\n[code «6017»]: it failed\n"},
		"footnote":                   {link.Markdown, "code «6017»^6017\n\n[^1]: code «6017»\n"},
		"type":                       {link.Markdown, "List<A> code «6017» <A code «6017»\n"},
		"HTML block":                 {link.Markdown, "<div>\ncode 6017\n\ncode «6017»\n\n<!-- code 6017\n\ncode 6017 -->\ncode «6017»\n<details>\n<summary>code 6017</summary>\n\ncode «6017»\n"},
		"tag over lines":             {link.Markdown, "a <img\nalt=\"code 6017\"> code «6017»\n"},
		"table":                      {link.Markdown, "| code | text | n |\n| --- | --- | --- |\n| «6017» | a ` b | 6206 |\n| «-302» | ` c | 6206 |\n"},
		"ends of blocks":             {link.Markdown, "# code «6017» `x\n- code «6017»` code «6206»\n1. code «6017» `x\n\ncode «6017»`\n"},
		"numbers of a list":          {link.Markdown, "code «6017»\n\n6206. one, code «6017»\n"},
		"html bogus comment":         {link.HTML, "</ code 6017> code «6017»"},
		"html link in a link":        {link.HTML, "<a>code 6017<a>code 6017</a> code «6017»"},

		"html":           {link.HTML, "<p title=\"code 6017\">error code: <b>«6017»</b> &amp; user 6206</p>"},
		"html elements":  {link.HTML, "<a href=\"x\">code 6017 <b>code 6017</b></a> <code>code 6017</code> code «6017»"},
		"html nested":    {link.HTML, "<pre>code 6017<pre>x</pre>\ncode 6017</pre>code «6017»"},
		"html script":    {link.HTML, "<script>if (a<b) code = 6017; \"<p>\" // code 6017\n</script>code «6017»"},
		"html comment":   {link.HTML, "<!-- code 6017\n<p> code 6017 -->code «6017»"},
		"html long tag":  {link.HTML, "<div\n data-x='code 6017>\ncode 6017'\n>code «6017»</div>"},
		"html no tag":    {link.HTML, "a < b, code «6017»; <3"},
		"html entity":    {link.HTML, "error &#6017; code «6017»"},
		"html doctype":   {link.HTML, "<!doctype html><title>code 6017</title><body>code «6017»"},
		"html unclosed":  {link.HTML, "code «6017» <b class=\"code 6017"},
		"slack":          {link.Slack, "code «6017» <https://x.example|code 6017> `code 6017` <@U6017>\n"},
		"slack block":    {link.Slack, "a ```code 6017\ncode 6017``` code «6017»\n"},
		"slack entities": {link.Slack, "code &lt;«6017»&gt;\n"},
		"html inline":    {link.HTML, "エラーコード：<span class=\"x\"><strong>«6017|６０１７»</strong></span><br>error code:&nbsp;«-302» error code 6<b>017</b>"},
		"html cells":     {link.HTML, "<tr><th>error code</th><td>«6017»</td></tr>"},
		"slack accent":   {link.Slack, "` code «6017»\n"},
		"text":           {link.Text, "code «6017», `code «6017»` see https://x.example/?code=6017\r\nuser 6206"},
	} {
		t.Run(name, func(t *testing.T) {
			text, want := marked(test.format, test.text)
			got := linked(t, test.format, text)
			if got != want {
				t.Fatalf("%q\n got %q\nwant %q", text, got, want)
			}
			if again := linked(t, test.format, got); again != got {
				t.Errorf("linked again %q, want %q", again, got)
			}
		})
	}
}

// marked returns a text without marks, and with links in their places.
func marked(f link.Format, text string) (plain, want string) {
	for {
		before, rest, ok := strings.Cut(text, "«")
		plain, want = plain+before, want+before
		if !ok {
			return plain, want
		}
		mark, after, _ := strings.Cut(rest, "»")
		code, written, ok := strings.Cut(mark, "|")
		if !ok {
			written = code
		}
		url := base + "c/" + code
		plain += written
		want += map[link.Format]string{
			link.Markdown: "[" + written + "](" + url + ")", link.HTML: `<a href="` + url + `">` + written + "</a>",
			link.Slack: "<" + url + "|" + written + ">", link.Text: written + " (" + url + ")",
		}[f]
		text = after
	}
}

// TestTickets links the tickets and golden texts of package ticket, in every format: linking again changes nothing, and
// without the links the text is the one that came.
func TestTickets(t *testing.T) {
	links := 0
	for _, text := range texts(t) {
		for _, f := range link.Formats() {
			got := linked(t, f, text)
			links += strings.Count(got, base)
			if again := linked(t, f, got); again != got {
				t.Errorf("%s: linked again\n%s\nwant\n%s", f, again, got)
			}
			if back := unlinked(f, got); back != text {
				t.Errorf("%s: without links\n%s\nwant\n%s", f, back, text)
			}
			if pieces := byBytes(t, f, text); pieces != got {
				t.Errorf("%s: byte by byte\n%s\nwant\n%s", f, pieces, got)
			}
		}
	}
	if links < 100 {
		t.Errorf("%d links", links)
	}
}

// byBytes links a text that comes one byte at a time.
func byBytes(t *testing.T, f link.Format, text string) string {
	t.Helper()
	l := linker(t, f)
	var b strings.Builder
	err := ticket.Lines(iotest.OneByteReader(strings.NewReader(text)), func() error { return nil }, func(line string) error {
		b.WriteString(l.Line(line))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String() + l.End()
}

func texts(tb testing.TB) (list []string) {
	tb.Helper()
	dir := filepath.Join("..", "ticket", "testdata")
	data, err := os.ReadFile(filepath.Join(dir, "golden.json"))
	if err != nil {
		tb.Fatal(err)
	}
	var cases []struct{ Text string }
	if err := json.Unmarshal(data, &cases); err != nil {
		tb.Fatal(err)
	}
	for _, c := range cases {
		list = append(list, c.Text)
	}
	files, err := filepath.Glob(filepath.Join(dir, "tickets", "*.txt"))
	if err != nil || len(files) == 0 {
		tb.Fatal("no tickets", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		list = append(list, string(data))
	}
	return list
}

// TestHeldLines wants each line as soon as nothing is open in which it has a code, and none before the one above it.
func TestHeldLines(t *testing.T) {
	l := linker(t, link.Markdown)
	const code = "code [6017](" + base + "c/6017)\n"
	for i, step := range []struct{ line, want string }{
		{"see `x code 6017\n", ""}, {"nothing\n", ""}, {"end` code 6017\n", "see `x code 6017\nnothing\nend` " + code},
		{"see ` now\n", "see ` now\n"}, {"nothing\n", "nothing\n"}, {"code 6017\n", ""}, {"\n", code + "\n"}, {"code 6017\n", code},
	} {
		if got := l.Line(step.line); got != step.want {
			t.Fatalf("line %d: %q, want %q", i, got, step.want)
		}
	}
	l.Line("a stray `\n")
	got := ""
	for range 16 {
		got += l.Line("code 6017\n")
	}
	if got != strings.Repeat(code, 16) {
		t.Errorf("behind a construct without an end %q", got)
	}
	if got := l.Line("code 6017\n"); got != code {
		t.Errorf("when it was given up %q", got)
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := link.New(set(), "pdf", base, nil); err == nil || !strings.Contains(err.Error(), "markdown") {
		t.Errorf("error %v", err)
	}
}
