// One walk over a text. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { hasKind, isAlnum, isDigit, isKind, space, step, toBytes, trim, trimmed, wordAt, wordBefore } = parts.text;
  const { parseNumber } = parts.number;
  const { maskWhole } = parts.mask;
  const { maskPart } = parts.masktime;
  const { squash, wordPrefix } = parts.spelling;
  const { tierExact } = parts.finding;
  const { WordScan } = parts.scanword;

  const maxWhole = 512; // bytes of a text that are looked up as one code

  class Scan extends WordScan {
    // whole looks the whole text up as one code and tells whether that ends the search.
    whole() {
      const [from, to] = trimmed(this.s);
      if (from === to || to - from > maxWhole) return false;
      const text = this.s.slice(from, to);
      if (!hasKind(text, 0, text.length, space)) [this.bareFrom, this.bareTo] = [from, to];
      if (parseNumber(text)) return false;
      let [found, level] = this.set.word(trim(toBytes(this.t.orig)));
      if (found.length === 0) [found, level] = this.set.word(text);
      for (const index of found) this.add({ index, match: "exact", cued: false, tier: tierExact, level, from, to });
      if (found.length === 0) return false;
      this.cut(from, to);
      this.prefix(wordPrefix + squash(text), from, to);
      return true;
    }

    all() {
      for (let i = 0; i < this.s.length;) i = this.next(i);
    }

    // next reads what begins at i and returns where to go on.
    next(i) {
      const s = this.s;
      if (isKind(s, i, space)) return i + 1;
      if (wordBefore(s, i)) return Math.max(wordAt(s, i), step(s, i));
      let end = maskWhole(s, i);
      if (end > i) return this.cut(i, end);
      end = this.coded(i);
      if (end > i) return end;
      if (s[i] === "-" && isDigit(s, i + 1)) return this.numberAt(i, i + 1);
      if (!isAlnum(s, i)) return Math.max(step(s, i), wordAt(s, i));
      end = maskPart(s, i);
      if (end > i) return this.cut(i, end);
      return isDigit(s, i) ? this.numberAt(i, i) : this.letters(i);
    }
  }

  parts.scan = { maxWhole, Scan };
})();
