// Package site builds the site: from content/, i18n/ and themes/ to the files in public/. This comment is its
// specification.
//
// # One pass of data
//
//	content/site.toml ─ readConfig ─┐
//	content/*.md ─ catalog.Read ────┼─> Site + Diagnostics        (Load)
//	i18n/*.toml ─ locale.Load ──────┘
//	Site ─ Edition ─> page.Page ─ page.Renderer ─> bytes ─┐
//	Site ─ documents ─> search.Document ─ search.Build ───┴─ publish.Publisher ─> public/   (Build)
//
// Every step but the last is a function of its inputs. Problems are collected, not thrown: Load reads all it can and
// returns every diagnostic, and a site with an error among them is not built. A translation that is missing or broken is
// never an error: its text falls back, and no other's. Even a file of messages with a fault in it gives all messages but the
// one in which the fault stands, and one whose name says no language is passed over with a warning.
//
// One language's messages are in memory at a time. Load goes through them once to learn which pages have a text of their
// own in which language (hreflang and the sitemap depend on it); Build reads them again for each edition, and keeps of
// each page only plain text, as page.Record, for what speaks of all languages at once: the search index, the JSON of a
// code, the page of a short link.
//
// # Rooms
//
//	site            config, load, editions, build; this package
//	site/catalog    a document's tables -> Catalog; knows no HTML output and no language
//	site/codediff   what changed between two lists of codes
//	site/locale     languages, messages, fallback, UI strings; knows no pages
//	site/locale/exchange      translations as XLIFF, PO, CSV and go-i18n JSON
//	site/locale/glossary      what terms are called in each language
//	site/locale/lint          what is probably wrong with a translation
//	site/locale/messagefile   a file of messages, read though damaged, and edited without loss
//	site/locale/pseudo        pseudo-translations, to see a page with longer texts and from right to left
//	site/locale/state         what each translation was made from: fresh, stale, missing
//	site/locale/workbench     what translators do: status, todo, sync, check, accept, add, export, import; returns edits,
//	                          writes only in Apply
//	site/locale/worddiff      what changed between two texts, by words
//	site/page       view models and templates; pure
//	site/publish    all files of a build or none; knows no pages
//	site/published  content/codes.lock: every code that was ever published
//	site/prose      inline and block Markdown -> safe HTML, plain text, first sentence
//	site/tomlfile   TOML files that people edit: read with positions, added to without loss
//	site/diag       diagnostics: position, severity, rule, message
//	site/server     HTTP
//	site/cli        one file per verb
//	search          index, ranking, endpoint; knows nothing of site
//	search/codes    finds codes in any text
//	search/ticket   which codes a ticket or log speaks of; stricter than a search, line by line. The theme's ticket-read.js is
//	                the same once more, file by file; tests in a browser compare the two
//	search/link     a ticket or log written again with its codes linked
//	search/pattern  regular expressions by which other tools find the codes
//	search/judge    measures how good a search is, on queries whose right answers are known
//	search/searchtest  invented documents and hostile queries, for tests and benchmarks
//
// prose, tomlfile, diag, publish, published and the rooms below locale, but for its workbench, are leaves: they import nothing of
// errbook but diag, prose, tomlfile and one another where the test says so. catalog and locale may import leaves and not each other; the
// workbench stands on locale and its rooms; page imports catalog and locale; site imports these and search; server and cli
// stand on top. A test asserts it.
//
// # URLs
//
// A page's address is made of a language tag, a catalogue's id and a code's slug (see page.Slugs), never of a text. The
// paths are in page/path.go. All links within the site are relative, so that the same output works below any path and on
// any web server; only a 404 page, which is shown at any depth, has links from the root of the host, and only canonical,
// hreflang, Open Graph, sitemap and permanent links are absolute.
//
// Besides /c/<code>/ every code has /c/<catalog>/<code>/, whether or not its code stands in other catalogues now: a link
// that names the catalogue lasts when another catalogue comes to use the code.
//
// Of a code's pages, those in languages that have a text of their own for it name each other by hreflang; x-default is the
// page of the short link, which is the language chooser of that code. A page wholly in fallback names the source language's
// page as canonical, and stands neither in hreflang nor in the sitemap; so does a home page or catalogue in a language that
// has neither a title nor any text of its own there.
//
// Every page with an address of its own has a card (Open Graph), and no two have the same: a code's title starts with the code,
// its description with the catalogue, and where texts of another language are shown the page's own language is named.
//
// What is copied of a code's page is made with the page, in text, Markdown and HTML, and stands in it but for the permanent
// link, which the script adds at the address at which the page is really read. The Markdown of a code names other codes only by
// links, so that it changes with that code alone.
//
// # Published and retired codes
//
// content/codes.lock lists every code that was ever published; only errbook build --lock writes it, after the build. A code of it
// that is in no document is an error, until [retired] in site.toml says since when it is gone. A retired code is an Entry like any
// other, behind those of its document and in no section, with the description that codes.lock kept, so that all that is made
// of codes is made of it too, and its translations are neither lost nor stale. Why it was retired is the message
// "<code>.retired". Counts are of codes in use; prev and next lead from neither to the other.
//
// # Messages
//
// The id of a text is "<code>.<field>". A further meaning of the same code in another section has "<code>@<section>.<field>".
// A section's texts are "#<section>.title" and "#<section>.note1", the catalogue's notes "#.note1", and a code's longer
// notes "<code>.notes". A catalogue's title stands in site.toml.
//
// "<code>.symptoms" is no text of the document: phrases in which people report the code, parted by " / ". Their source stands in
// the file of the source language, i18n/<catalog>.<source>.toml, which has no other messages. They are searched, translated
// and kept fresh like any message, but each language says them in words of its own, so that checks compare them with nothing.
//
// A string of the page without text in its form other counts as missing. In a language from right to left, texts filled into
// such strings stand between FSI and PDI (UAX #9).
//
// In a file of messages a blank line parts the entries, so that git merges branches that translate neighbouring ones. Beside
// the hashes of what each translation was made from, i18n/state/ keeps the source texts themselves, so that a translator
// sees what changed even where a tool took the comments away; and the rule by which git merges both.
//
// What a translation may not have is never shown: HTML, {{ or }} that its source does not have, control and bidi characters,
// more bytes than any text may have. Such a message falls back, with a warning that says why, and counts as missing. So does
// a string of the page with more than names between its braces. What is merely probably wrong is shown, and told by
// errbook i18n check. A single brace in a text means a brace.
//
// AddLanguage plans another language: message files and strings first, site.toml last, so that a site whose files were
// written in part does not have the language yet. Its edit of site.toml is read again, and refused unless it says exactly the
// old configuration and the language. Import takes a text only where it can tell what it was made from and that nothing newer
// is there; what it replaces by force goes to the attic.
//
// # Preview
//
// Load with Overrides.Preview makes the site for a translator: its pages mark what is missing or stale and link each text to its line.
// The published pages have none of that. The folder of a preview is one of its own, as that of the pseudo-languages is.
//
// # Search
//
// The search index has no language of its own: it has a document for each code with what every edition says of it, the phrases
// in which people report it, and the groups of i18n/synonyms.<lang>.toml. A server opens an index only when every file has the
// sum that its manifest says, the format is this program's and the languages are the site's; until then, and where it is
// not, it goes on with the one before. The theme's search-ask.js asks the endpoint, and where there is none, the files in
// search/, which give the same first answers.
//
// # Rules
//
// Every diagnostic names its rule. A rule belongs to the package that has its constant, Rule and some name, and is explained
// in the rulesdoc.go of that package; Rules collects the explanations, for errbook check --rules and for SARIF. A test
// asserts that none is missing and none is left over.
//
// # Proposals
//
// Propose writes a site.toml for documents that have none: title, source language (GuessLanguage), columns, and an id for
// every section. It is pure; errbook init --from reads and writes the files. What it is unsure of, it says.
//
// # Files of the output
//
//	index.html                    language chooser
//	<lang>/index.html             home; <lang>/search/, <lang>/404.html
//	<lang>/ticket/                where tickets and logs are read: in the browser, from the files in search/, or by the server
//	<lang>/translations/          how far each language is, where site.toml has translations_page
//	<lang>/integrations/          what other tools need to link to the codes, to be copied
//	<lang>/feed.xml               the Atom feed (RFC 4287) of what happened to published codes, where there is codes.lock
//	<lang>/opensearch.xml         the OpenSearch 1.1 description of the search in a language
//	<lang>/<catalog>/index.html   the catalogue, by section
//	<lang>/<catalog>/<code>/      the code; index.md in it says the same as Markdown
//	c/<code>/, c/<catalog>/<code>/  the page of a short link, where no server chooses the language
//	c/<spelling>/                 the same by a symbol, another spelling of the table or a 32-bit twin; see aliasLinks
//	c/<catalog>/<code>.json       the code in all languages
//	api/codes.json                all codes, in the source language
//	api/codes.schema.json, api/code.schema.json  JSON Schemas (draft 2020-12) of that and of the JSON of a code
//	api/diff.schema.json          the JSON Schema of what errbook diff prints
//	api/openapi.json              the OpenAPI 3.1 document of the endpoint
//	llms.txt                      what the site is and where each code stands as Markdown (https://llmstxt.org)
//	search/                       what the search without a server reads (package search, Static)
//	404.html sitemap.xml robots.txt assets/
//	.errbook/                     state: the search index and the manifest of the build; no server shows it
//
// Two builds of the same input give the same bytes. Nothing in them depends on the time, the machine or the order of a map: the
// days in feeds are those of codes.lock and site.toml, and only build --lock puts new ones there.
// The build id, which the index, /api/codes.json and /healthz show, sums up all inputs; no page shows it, so that an edit
// of one code writes the pages of that code and of its neighbours, and no others.
package site
