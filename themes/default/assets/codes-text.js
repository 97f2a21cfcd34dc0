// What the other parts of codes.js read: byte strings, and the kinds of their characters. A part of codes.js.
(() => {
  "use strict";
  const parts = (globalThis.errbookCodesParts ??= {});

  // ---- Byte strings ----

  const isASCII = (s) => !/[^\x00-\x7f]/.test(s);

  function fromCodePoint(c) {
    if (c < 0x80) return String.fromCharCode(c);
    if (c < 0x800) return String.fromCharCode(0xc0 | (c >> 6), 0x80 | (c & 63));
    if (c >= 0xd800 && c <= 0xdfff) c = 0xfffd; // half of a pair
    if (c < 0x10000) return String.fromCharCode(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    return String.fromCharCode(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }

  const encoded = []; // characters below 0x10000, as they come

  function toBytes(text) {
    if (isASCII(text)) return text;
    let out = "";
    let from = 0; // of the ASCII characters that are still to be copied
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) < 0x80) continue;
      const r = text.codePointAt(i);
      const bytes = r > 0xffff ? fromCodePoint(r) : (encoded[r] ??= fromCodePoint(r));
      out += from < i ? text.slice(from, i) + bytes : bytes;
      if (r > 0xffff) i++;
      from = i + 1;
    }
    return out + text.slice(from);
  }

  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  function fromBytes(s) {
    if (isASCII(s)) return s;
    const bytes = new Uint8Array(s.length);
    for (let i = 0; i < s.length; i++) bytes[i] = s.charCodeAt(i);
    return decoder.decode(bytes);
  }

  // runeAt returns the code point at i of a text that ends at end; width is how many bytes it has.
  let width = 1;

  function runeAt(s, i, end) {
    const c = s.charCodeAt(i);
    width = 1;
    if (c < 0x80) return c;
    const n = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
    if (c < 0xc0 || i + n > end) return 0xfffd;
    width = n;
    let r = c & (0x7f >> n);
    for (let k = 1; k < n; k++) r = (r << 6) | (s.charCodeAt(i + k) & 63);
    return r;
  }

  function runeBefore(s, i) {
    let at = i - 1;
    while (at > 0 && i - at < 4 && (s.charCodeAt(at) & 0xc0) === 0x80) at--;
    return runeAt(s, at, i);
  }

  function toLower(s) {
    if (isASCII(s)) return s.toLowerCase();
    let out = "";
    for (const ch of fromBytes(s)) out += toBytes(ch === "\u0130" ? "i" : ch.toLowerCase()); // letter by letter
    return out;
  }

  const isSpaceRune = (r) => (r >= 9 && r <= 13) || r === 32 || r === 0x85 || r === 0xa0 || r === 0x1680 ||
    (r >= 0x2000 && r <= 0x200a) || r === 0x2028 || r === 0x2029 || r === 0x202f || r === 0x205f || r === 0x3000;

  // trimmed returns where a text without the white space around it begins and ends.
  function trimmed(s) {
    let from = 0;
    let to = s.length;
    while (from < to && isSpaceRune(runeAt(s, from, to))) from += width;
    while (from < to && isSpaceRune(runeBefore(s, to))) to -= width;
    return [from, to];
  }

  const trim = (s) => s.slice(...trimmed(s));

  const trimRight = (s, chars) => {
    let n = s.length;
    while (n > 0 && chars.includes(s[n - 1])) n--;
    return s.slice(0, n);
  };

  // ---- Characters ----

  const digit = 1;
  const hexLetter = 2;
  const letter = 4;
  const space = 8;
  const kinds = new Uint8Array(256);
  for (let c = 48; c < 58; c++) kinds[c] = digit;
  for (let c = 65; c < 91; c++) kinds[c] = kinds[c + 32] = letter | (c < 71 ? hexLetter : 0);
  for (const c of [9, 10, 11, 12, 13, 32]) kinds[c] = space;

  const isKind = (s, i, kind) => i < s.length && (kinds[s.charCodeAt(i)] & kind) !== 0;
  const isDigit = (s, i) => isKind(s, i, digit);
  const isHex = (s, i) => isKind(s, i, digit | hexLetter);
  const isLetter = (s, i) => isKind(s, i, letter);
  const isAlnum = (s, i) => isKind(s, i, digit | letter);
  const isOneOf = (s, i, chars) => i >= 0 && i < s.length && chars.includes(s[i]);

  const wordKnown = new Uint8Array(0x10000);
  const wordPattern = /^[\p{L}\p{Nd}\p{M}]$/u;

  // isWordRune tells a character of a word of a script that puts spaces between words, or an underscore.
  function isWordRune(r) {
    if (r < 0x80) return (kinds[r] & (digit | letter)) !== 0 || r === 95;
    if (r > 0xffff) return !isDense(r) && wordPattern.test(String.fromCodePoint(r));
    if (wordKnown[r] === 0) wordKnown[r] = !isDense(r) && wordPattern.test(String.fromCharCode(r)) ? 2 : 1;
    return wordKnown[r] === 2;
  }

  // isDense tells a letter of a script that is written without spaces between words, or whose words take endings without a
  // boundary.
  function isDense(r) {
    if (r < 0x0e00) return false;
    return r <= 0x0eff || (r >= 0x1000 && r <= 0x109f) || (r >= 0x1100 && r <= 0x11ff) || (r >= 0x1780 && r <= 0x17ff) ||
      r === 0x3005 || r === 0x3007 || (r >= 0x3041 && r <= 0x3096) || (r >= 0x309d && r <= 0x309f) ||
      (r >= 0x30a1 && r <= 0x30fa) || (r >= 0x30fc && r <= 0x30ff) || (r >= 0x3130 && r <= 0x318f) ||
      (r >= 0x31f0 && r <= 0x31ff) || (r >= 0x3400 && r <= 0x4dbf) || (r >= 0x4e00 && r <= 0x9fff) ||
      (r >= 0xac00 && r <= 0xd7ff) || (r >= 0xf900 && r <= 0xfaff) || (r >= 0xff66 && r <= 0xff9f) ||
      (r >= 0x20000 && r <= 0x3ffff);
  }

  const wordBefore = (s, i) => i > 0 && isWordRune(runeBefore(s, i));

  // wordAt returns the end of the word that begins at i, or i where none does.
  function wordAt(s, i, end = s.length) {
    while (i < end) {
      const c = s.charCodeAt(i);
      if (c < 0x80) {
        if ((kinds[c] & (digit | letter)) === 0 && c !== 95) break;
        i++;
        continue;
      }
      if (!isWordRune(runeAt(s, i, end))) break;
      i += width;
    }
    return i;
  }

  function step(s, i) {
    runeAt(s, i, s.length);
    return i + width;
  }

  function stepBack(s, i) {
    runeBefore(s, i);
    return i - width;
  }

  function runEnd(s, i, kind, end = s.length) {
    while (i < end && (kinds[s.charCodeAt(i)] & kind) !== 0) i++;
    return i;
  }

  const digitsEnd = (s, i) => runEnd(s, i, digit);
  const hexEnd = (s, i) => runEnd(s, i, digit | hexLetter);
  const lettersEnd = (s, i) => runEnd(s, i, letter);
  const hexUpTo = (s, i, n) => runEnd(s, i, digit | hexLetter, Math.min(s.length, i + n));

  function skipSpaces(s, i) {
    for (let n = 0; n < 3 && s[i] === " "; n++) i++;
    return i;
  }

  function hasKind(s, from, to, kind) {
    for (let i = from; i < to; i++) if ((kinds[s.charCodeAt(i)] & kind) !== 0) return true;
    return false;
  }

  // boundary returns end, or i where a word goes on at end.
  const boundary = (s, i, end) => (wordAt(s, end) > end ? i : end);

  // firstWhere returns the first of n numbers for which a condition holds that holds for all later ones, or n.
  function firstWhere(n, holds) {
    let low = 0;
    while (low < n) {
      const mid = (low + n) >> 1;
      if (holds(mid)) n = mid;
      else low = mid + 1;
    }
    return low;
  }

  parts.text = {
    isASCII, toBytes, fromBytes, runeBefore, toLower, trimmed, trim, trimRight, digit, letter, space, isKind, isDigit,
    isHex, isLetter, isAlnum, isOneOf, isWordRune, isDense, wordBefore, wordAt, step, stepBack, runEnd, digitsEnd, hexEnd,
    lettersEnd, hexUpTo, skipSpaces, hasKind, boundary, firstWhere,
  };
})();
