// Which files of a set that is too large to be read whole a text needs. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const {
    digit, digitsEnd, firstWhere, hasKind, hexEnd, isDigit, isKind, runEnd, space, step, toBytes, trim, wordAt, wordBefore,
  } = parts.text;
  const { Normal } = parts.normal;
  const { bitsOf, isHexAt, parseNumber, trimZeros } = parts.number;
  const { maskWhole } = parts.mask;
  const { maskPart } = parts.masktime;
  const { headOf, maxWord, squash, squashPrefix } = parts.spelling;
  const { endsAt } = parts.scanword;
  const { maxWhole } = parts.scan;

  const maxKeys = 200; // of a text that are looked up
  const maxFiles = 12; // that are read for them
  const maxPrefixFiles = 3; // that are read for what codes may begin with

  // The keys under which a text's codes may be filed (Key in Go). A code that is written in another base has another key.
  class Keys {
    constructor(heads, numbers) {
      this.heads = heads;
      this.numbers = numbers;
      this.keys = new Set();
    }

    add(s) {
      const n = parseNumber(s);
      const key = n && !n.hex ? trimZeros(n.digits) || "0" : squash(s);
      if (key !== "") this.keys.add(key);
      const bits = n && this.numbers ? bitsOf(n) : undefined;
      if (bits === undefined) return;
      for (const twin of [`${bits}`, `${Math.abs(bits | 0)}`, squash(`0x${bits.toString(16)}`)]) this.keys.add(twin);
    }

    // all walks over a text as Scan does, but takes for a code whatever may be one.
    all(s) {
      for (let i = 0; i < s.length && this.keys.size < maxKeys;) i = this.next(s, i);
    }

    next(s, i) {
      if (isKind(s, i, space)) return i + 1;
      if (wordBefore(s, i)) return Math.max(wordAt(s, i), step(s, i));
      const whole = maskWhole(s, i);
      if (whole > i) return whole;
      if (!this.heads || this.heads.has(headOf(s.slice(i, i + maxWord)))) {
        for (const end of endsAt(s, i, maxWord)) this.add(s.slice(i, end));
      }
      const at = s[i] === "-" ? i + 1 : i;
      if (isDigit(s, at)) {
        const part = at === i ? maskPart(s, i) : i;
        return part > i ? part : this.number(s, at);
      }
      const end = Math.max(step(s, i), wordAt(s, i));
      let digits = end;
      while (digits > i && isDigit(s, digits - 1)) digits--;
      if (digits > i && digits < end) this.add(s.slice(digits, end)); // glued to a cue
      return end;
    }

    number(s, i) {
      let end = isHexAt(s, i) ? hexEnd(s, i + 2) : digitsEnd(s, i);
      this.add(s.slice(i, end));
      if (end - i > 3) return end;
      while (s[end] === "," && runEnd(s, end + 1, digit, end + 5) === end + 4) end += 4;
      this.add(s.slice(i, end).replaceAll(",", ""));
      return end;
    }
  }

  // filesFor returns which files of codes may hold those of a text: numbers into the list of the files' first keys.
  function filesFor(text, { codes, heads, numbers }) {
    const firsts = codes.map(toBytes);
    const fileOf = (key) => Math.max(0, firstWhere(firsts.length, (k) => firsts[k] > key) - 1);
    const s = new Normal(text).s;
    const keys = new Keys(heads ? new Set(heads.map(toBytes)) : null, numbers);
    const bare = trim(s);
    const files = new Set();
    if (bare !== "" && bare.length <= maxWhole) {
      keys.add(trim(toBytes(text)));
      keys.add(bare);
      if (!hasKind(bare, 0, bare.length, space)) {
        const number = parseNumber(bare);
        const prefix = number ? trimZeros(number.digits) : squashPrefix(bare);
        for (let k = fileOf(prefix); prefix !== "" && k <= fileOf(`${prefix}\xff`) && files.size < maxPrefixFiles; k++) files.add(k);
      }
    }
    keys.all(s);
    for (const key of keys.keys) if (files.size < maxFiles) files.add(fileOf(key));
    return firsts.length > 0 ? [...files].sort((a, b) => a - b) : [];
  }

  parts.files = { filesFor };
})();
