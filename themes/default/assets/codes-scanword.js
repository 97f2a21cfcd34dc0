// The codes of a text that have letters or signs. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { digit, hasKind, isAlnum, isDigit, isKind, isOneOf, space, step, trimRight, wordAt, wordBefore } = parts.text;
  const { maxDigits, parseNumber } = parts.number;
  const { cues, lastPart, maxName, notCodes } = parts.cue;
  const { asSpelled, headOf, maxWord, squashPrefix, wordPrefix } = parts.spelling;
  const { tierExact } = parts.finding;
  const { NumberScan } = parts.scannumber;

  const maxParts = 12; // runs of letters, digits and signs that one code is put together from

  class WordScan extends NumberScan {
    // coded looks for a code with letters or signs in it that begins at i, the longest first. It returns where to go on, or
    // 0 where there is none.
    coded(i) {
      if (this.set.heads.size === 0) return 0;
      const longest = this.set.heads.get(headOf(this.s.slice(i, i + maxWord)));
      if (longest === undefined) return 0;
      const ends = endsAt(this.s, i, longest);
      for (let k = ends.length - 1; k >= 0; k--) {
        const end = ends[k];
        const text = this.s.slice(i, end);
        if (parseNumber(text)) continue;
        const [found, level] = this.set.word(text);
        if (found.length === 0 || (!isAlnum(text, 0) && level > asSpelled)) continue;
        const t = this.around({ from: i, to: end });
        this.cut(t.cutFrom, t.cutTo);
        this.addAll(found, t, "exact", tierExact, level);
        return end;
      }
      return 0;
    }

    // letters reads the word that begins at i with a letter and returns where to go on. A number glued to a cue
    // (errcode6017, ERR_302) is read as one; a word shaped like a code of the set is reported as unknown.
    letters(i) {
      const s = this.s;
      const end = wordAt(s, i);
      let at = end;
      while (at > i && end - at < maxDigits && isDigit(s, at - 1)) at--;
      const name = trimRight(s.slice(i, at), "_");
      if (at < end && name.length <= maxName) {
        const [last, before] = lastPart(name);
        const isCue = cues.has(last) && !notCodes.has(before);
        if (isCue || (name.toLowerCase() === "e" && end - at > 1)) {
          const n = parseNumber(s.slice(at, end));
          if (n) this.resolve({ ...n, from: at, to: end, cutFrom: i, cutTo: end, cued: true });
          return end;
        }
      }
      return this.shaped(i, end);
    }

    // shaped reports a word that begins like codes of the set and goes on with digits, such as ORA-99999, as unknown, or as
    // a prefix where it is the whole text.
    shaped(i, end) {
      const s = this.s;
      if (!this.set.heads.has(headOf(s.slice(i, i + maxWord))) && this.bareFrom !== i) return end;
      let to = end;
      while (to - i < maxWord && isOneOf(s, to, "-_:.") && isAlnum(s, to + 1)) to = wordAt(s, to + 1);
      if (to - i > maxWord) return end;
      const text = s.slice(i, to);
      if (this.isBare(i, to) && to - i > 1 && this.prefix(wordPrefix + squashPrefix(text), i, to)) return this.cut(i, to);
      if (!hasKind(text, 0, text.length, digit) || !this.set.heads.has(headOf(text))) return end;
      const t = this.around({ from: i, to });
      this.cut(t.cutFrom, t.cutTo);
      this.miss(t.cued, i, to, text);
      return to;
    }
  }

  // endsAt returns where a code that begins at i may end: wherever the kind of character changes, up to n bytes on.
  function endsAt(s, i, n) {
    const limit = Math.min(s.length, i + n);
    const ends = [];
    for (let at = i; at < limit && ends.length < maxParts;) {
      let end = wordAt(s, at, limit);
      if (end === at) end = step(s, at);
      at = end;
      if (at > limit || isKind(s, at - 1, space) || (wordBefore(s, at) && wordAt(s, at) > at)) continue;
      if (s[at] === "." && isDigit(s, at - 1) && isDigit(s, at + 1)) continue;
      ends.push(at);
    }
    return ends;
  }

  parts.scanword = { WordScan, endsAt };
})();
