// How far spellings of one code may be apart. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { digitsEnd, isDigit, isLetter, lettersEnd, step, toLower, trimRight } = parts.text;
  const { trimZeros } = parts.number;

  const maxWord = 96; // bytes of a code that has letters

  const asPublished = 0; // how far a spelling is from the published one
  const asSpelled = 1;
  const asValue = 2;
  const asBits = 3;

  // What the keys of numbers and of all other codes begin with, so that neither is a beginning of the other.
  const numberPrefix = "0";
  const wordPrefix = "a";

  const isSeparator = (c) => c === "-" || c === "_" || c === "." || c === " ";

  // squash reduces a spelling to what tells codes apart: lower case, no separators inside, no leading zeros. Two numbers
  // that a separator kept apart stay apart.
  function squash(text) {
    text = toLower(text);
    let out = "";
    let gap = false;
    for (let i = 0; i < text.length;) {
      let end = i + 1;
      if (isDigit(text, i)) {
        end = digitsEnd(text, i);
        if (gap && isDigit(out, out.length - 1)) out += ".";
        const run = trimZeros(text.slice(i, end));
        out += run === "" && end < text.length ? "0" : run;
        gap = true;
      } else if (isSeparator(text[i])) {
        while (end < text.length && isSeparator(text[end])) end++;
        if (out === "" || end === text.length) out += text.slice(i, end);
        gap = true;
      } else {
        out += text[i];
        gap = false;
      }
      i = end;
    }
    return out;
  }

  const squashPrefix = (text) => squash(trimRight(text, "0-_. "));

  // headOf returns the run of letters or digits that a code begins with, folded, or its first character.
  function headOf(text) {
    if (isDigit(text, 0)) return trimZeros(text.slice(0, Math.min(digitsEnd(text, 0), maxWord)));
    if (isLetter(text, 0)) return text.slice(0, Math.min(lettersEnd(text, 0), maxWord)).toLowerCase();
    return text.slice(0, step(text, 0));
  }

  parts.spelling = {
    maxWord, asPublished, asSpelled, asValue, asBits, numberPrefix, wordPrefix, squash, squashPrefix, headOf,
  };
})();
