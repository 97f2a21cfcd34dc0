// Package search finds the page that answers what a person typed or pasted.
//
// [Build] writes an index folder from a stream of documents, one per catalogue and code. [Open] reads it: read-only,
// checked against the SHA-256 sums of its manifest, safe for any number of goroutines. [Index.Search] answers one query.
// A [Swapper] lets a server change to a new index while requests are under way, and a [Service] answers from it within
// bounds of time and number, and serves it as JSON.
//
// # What a query leads to
//
// The text is first read for codes (see package codes): those found come first, in the order of confidence given there.
// What is left of the text after codes, times, addresses and the like are taken out is searched in the pages' texts.
//
// It is cut into units: a word, or a run of one script of Chinese, Japanese or Korean, by pairs of characters. Texts and
// queries are folded alike, so that it does not matter how a thing is written: katakana or hiragana, with or without the
// long-vowel mark, full or half width, Traditional or Simplified, singular or plural. A unit may be stood for by words of
// the same meaning (Options.Same), and one that no text has by those it is the beginning of, or one slip away from. Words that
// say nothing are left out.
//
// Every unit must be found, at first in the reader's language and the languages it falls back to, then in all; only where
// that gives nothing, and no code was named, does a part of the query do. The pages found are then ordered by how much of
// the query each answers, in its title, its text, and the phrases in which people report it, best in one of them, and in the
// reader's language or the query's own; and a page that answers too little is no result. Equal results stand in the order of
// codes. A code that is in use no more (Document.Retired) is found by its spelling as any other, and by words behind all others.
//
// A number that leads to no code is reported as unknown, with the codes nearest to it. It is never searched as text, and
// what stands beside it must then be found in full; one word does not make up for it.
//
// How good that is, package judge measures, on testdata/judged.jsonl: queries in four languages that were written from the
// document alone, by a hand that knew neither this package nor the phrases and synonyms. make relevance prints it.
//
// A query is text, never a language: no character in it has a meaning of its own.
//
// # The index folder
//
//	manifest.json   format, build id, languages, and the size and SHA-256 sum of every other file
//	codes.jsonl     one code a line, in natural order, with the id of its section
//	words.json      the words of all texts, and groups of words that mean the same
//	pages.jsonl     one document a line, in the same order: titles, bodies, symptoms, section titles
//	text/           a bleve index in zap 15, with one document for each line
//
// The same documents give the same bytes. The order of documents is the natural order of codes: it decides between
// equals, so callers pass catalogues one after the other and codes as [codes.Compare] puts them.
//
// # Without a server
//
// [Static] writes the documents as JSON files among those of the site, and the theme's search-static.js answers from them as
// Search does, in the same JSON: it is this package once more, file by file, and tests in a browser compare the two. A small
// site (see Static) has two files for a reader, and gives the same hits. Of a large one a query reads a few small files, and
// the order of texts is at first told from what the terms' postings say; it differs where more than some twenty pages answer
// about as well. A term in more than one page in fifty counts as standing in all of them.
//
// Measured: 420 codes take 6 KB for the codes and 28 to 33 KB for each language, compressed; 100,000 codes with texts of 12
// words take 0.5 MB for the codes and 3 to 6 MB for each language, in 1,557 files of at most 43 KB. A code is then found with
// two files (21 KB) and its own page's JSON, twelve Japanese characters with 18 (330 KB at first, as good as none later).
package search
