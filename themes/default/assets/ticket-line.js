// The lines of a ticket and what stands beside a number: as line.go of package search/ticket, in byte strings (see codes.js).
// A part of ticket-read.js.
(() => {
  "use strict";
  const { fromBytes, isASCII, isDigit, toLower } = globalThis.errbookCodesParts.text;
  const { Normal } = globalThis.errbookCodesParts.normal;
  const parts = globalThis.errbookTicketParts;

  const maxLine = 64 << 10; // bytes of a line that are read at once
  const maxAround = 80; // bytes beside a number that are looked at

  const bytesOf = (r) => (r < 0x80 ? 1 : r < 0x800 ? 2 : r < 0x10000 ? 3 : 4);

  // lineEnd returns where the line ends that begins at a place of a text, with its line feed. It takes and returns UTF-16
  // offsets. A line of more than maxLine bytes is cut behind a space, or where it has none, between characters.
  function lineEnd(text, from) {
    const feed = text.slice(from, from + maxLine).indexOf("\n");
    const end = feed < 0 ? Math.min(text.length, from + maxLine + 1) : from + feed + 1;
    if ((end - from) * 3 <= maxLine) return end;
    let bytes = 0;
    let space = from;
    for (let i = from; i < end;) {
      const r = text.codePointAt(i);
      bytes += bytesOf(r);
      if (bytes > maxLine) return space > from ? space : i;
      i += r > 0xffff ? 2 : 1;
      if (r === 32) space = i;
    }
    return end;
  }

  const isStart = (s, i) => (s.charCodeAt(i) & 0xc0) !== 0x80;

  const compared = (s) => (isASCII(s) ? s.toLowerCase() : toLower(new Normal(fromBytes(s)).s));

  // before returns what stands in the line before i, as it is compared: normalised, in lower case.
  function before(line, i) {
    let from = Math.max(0, i - maxAround);
    while (from < i && !isStart(line, from)) from++;
    return compared(line.slice(from, i));
  }

  // after returns what stands in the line behind i, likewise.
  function after(line, i) {
    let to = Math.min(line.length, i + maxAround);
    while (to > i && to < line.length && !isStart(line, to)) to--;
    return compared(line.slice(i, to));
  }

  const isWord = (s, i) => (s[i] >= "a" && s[i] <= "z") || isDigit(s, i) || s[i] === "_" || s[i] === "'";

  // lastWord splits a text before its last word of ASCII letters, digits, underscores and apostrophes.
  function lastWord(s) {
    let i = s.length;
    while (i > 0 && isWord(s, i - 1)) i--;
    return [s.slice(0, i), s.slice(i)];
  }

  // firstWord returns the word that a text begins with.
  function firstWord(s) {
    let i = 0;
    while (i < s.length && isWord(s, i)) i++;
    return s.slice(0, i);
  }

  const isDigits = (s) => /^[0-9]+$/.test(s);
  const hasSuffix = (s, list) => list.some((w) => s.endsWith(w));
  const hasPrefix = (s, list) => list.some((w) => s.startsWith(w));

  // trimLeft and trimRight take off characters, each given as a byte string.
  function trimLeft(s, chars) {
    let i = 0;
    for (;;) {
      const ch = chars.find((c) => s.startsWith(c, i));
      if (ch === undefined) return s.slice(i);
      i += ch.length;
    }
  }

  function trimRight(s, chars) {
    let n = s.length;
    for (;;) {
      const ch = chars.find((c) => n >= c.length && s.startsWith(c, n - c.length));
      if (ch === undefined) return s.slice(0, n);
      n -= ch.length;
    }
  }

  parts.line = {
    lineEnd, before, after, compared, isWord, lastWord, firstWord, isDigits, hasSuffix, hasPrefix, trimLeft, trimRight,
  };
})();
