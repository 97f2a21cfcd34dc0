// Finds error codes in any text: errbook's package search/codes in the browser, which it equals result by result. The
// page gives it the site's codes and a text, and nothing leaves the page:
//
//   const set = errbookCodes.makeSet([{catalog, text, range, lo, hi, number, aliases}, …]);
//   set.find(text)          {found, unknown, spans, rest}, see find in codes-set.js
//   set.nearest(text, n)    indexes of at most n codes that look like a text
//   set.reason(found)       why one of found is its code: {kind, …}, or null where it is written as published
//   set.places(text)        only unknown and spans of what find gives
//   set.resolve(text)       what one code stands for: {index, match} each
//   errbookCodes.filesFor(text, {codes, heads, numbers})  for a set too large to be read whole, see search.Static in Go
//   errbookCodes.normalize(text)
//
// Bounds of a range (lo, hi) are integers or decimal strings. All positions are UTF-16 offsets of the text as given.
//
// As in Go, texts are read as UTF-8 bytes, and the limits count bytes. Within these files such a text is a "byte string":
// a JavaScript string with one character for each byte. Of an ASCII text that is the text itself. The time taken grows in
// proportion to the text, whatever stands in it.
//
// The parts, codes-*.js, have to be loaded before this file, in the order in which search-static.js lists them.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { fromBytes, isDense, isWordRune } = parts.text;
  const { Normal } = parts.normal;
  const { CodeSet } = parts.set;
  const { filesFor } = parts.files;

  globalThis.errbookCodes = Object.freeze({
    makeSet: (codes) => new CodeSet(codes),
    filesFor,
    normalize: (text) => fromBytes(new Normal(text).s),
    isDense, // of a code point: a letter of a script without spaces between words
    isWord: isWordRune, // of a code point: a character of a word of any other script
  });
})();
