// The codes of a site, by all spellings in which they are looked up. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { firstWhere, toBytes } = parts.text;
  const { Normal } = parts.normal;
  const { bitsOf, canon, compare, distance, integer, parseNumber, valueOf } = parts.number;
  const { asBits, asPublished, asSpelled, asValue, headOf, maxWord, numberPrefix, squash, wordPrefix } = parts.spelling;
  const { nearest } = parts.nearest;
  const { reason } = parts.reason;
  const { Scan } = parts.scan;
  const { resolve } = parts.resolve;

  const maxSpans = 20; // nested ranges that answer for one number

  function append(map, key, i) {
    const have = map.get(key);
    if (have) have.push(i);
    else map.set(key, [i]);
  }

  function appendOnce(map, key, i) {
    const have = map.get(key);
    if (!have || have[have.length - 1] !== i) append(map, key, i);
  }

  const none = [];

  class CodeSet {
    constructor(codes) {
      this.list = codes;
      this.texts = codes.map((c) => toBytes(c.text));
      this.exact = new Map(); // codes as published
      this.spell = new Map(); // their normal forms and aliases, where those differ
      this.value = new Map(); // integers that are not in canonical form, by that form
      this.fold = new Map(); // codes and aliases with letters or separators, squashed
      this.bits = new Map(); // 32-bit numbers
      this.bounds = new Map(); // ranges by their bounds
      this.spans = []; // ranges, by lower bound
      this.prefixes = []; // every code by what it begins with
      this.heads = new Map(); // how long a code with letters that begins so may be
      this.values = []; // integers and ranges by value
      codes.forEach((c, i) => this.add(i, c));
      this.prefixes.sort((a, b) => compare(a.text, b.text) || a.index - b.index);
      this.values.sort((a, b) => compare(a.lo, b.lo) || a.index - b.index);
      this.spans.sort((a, b) => compare(a.lo, b.lo) || a.index - b.index);
      this.spans.forEach((span, i) => {
        const before = i > 0 ? this.spans[i - 1].reach : span.hi;
        span.reach = before > span.hi ? before : span.hi;
      });
    }

    get length() { return this.list.length; }

    at(i) { return this.list[i]; }

    add(i, c) {
      append(this.exact, this.texts[i], i);
      const plain = new Normal(c.text).s;
      if (plain !== this.texts[i]) appendOnce(this.spell, plain, i);
      this.addSpelling(i, plain, c.range);
      for (const other of c.aliases || none) {
        const alias = new Normal(other).s;
        appendOnce(this.spell, alias, i);
        this.addSpelling(i, alias, false);
      }
      if (c.range) {
        const [lo, hi] = [integer(String(c.lo)), integer(String(c.hi))];
        append(this.bounds, `${lo} ${hi}`, i);
        this.spans.push({ lo, hi, reach: hi, index: i, width: distance(hi, lo) });
        this.values.push({ lo, hi, index: i });
        return;
      }
      const n = parseNumber(plain);
      if (!n) return;
      const v = n.hex ? undefined : valueOf(n);
      if (v !== undefined) this.values.push({ lo: v, hi: v, index: i });
      const bits = bitsOf(n);
      if (bits !== undefined && c.number) append(this.bits, bits, i);
    }

    // addSpelling makes one spelling of a code known to the lookups that are lenient about form.
    addSpelling(i, text, isRange) {
      const n = parseNumber(text);
      if (n && !n.hex) {
        if (canon(n) !== text) appendOnce(this.value, canon(n), i);
        this.prefixes.push({ text: numberPrefix + text, index: i });
        return;
      }
      if (isRange) {
        this.prefixes.push({ text: numberPrefix + text, index: i });
        return;
      }
      const folded = squash(text);
      if (folded === "") return;
      this.prefixes.push({ text: wordPrefix + folded, index: i });
      appendOnce(this.fold, folded, i);
      const head = headOf(text);
      if (text.length <= maxWord) this.heads.set(head, Math.max(this.heads.get(head) || 0, text.length + 4));
    }

    // number returns the codes that a number spells, the closest spelling only, and how close it is.
    number(n) {
      let found = this.exact.get(n.text);
      if (found) return [found, asPublished];
      found = this.spell.get(n.text);
      if (found) return [found, asSpelled];
      found = this.canonical(n);
      if (found.length > 0) return [found, asValue];
      const bits = bitsOf(n);
      return [(bits !== undefined && this.bits.get(bits)) || none, asBits];
    }

    // canonical returns the codes with the same value: the canonical spelling before those with leading zeros.
    canonical(n) {
      if (n.hex) return this.fold.get(squash(n.text)) || none;
      const form = canon(n);
      const more = this.value.get(form);
      const found = this.exact.get(form) || none;
      return more ? found.concat(more) : found;
    }

    // word returns the codes that a text without a number's form spells, the closest spelling only.
    word(text) {
      let found = this.exact.get(text);
      if (found) return [found, asPublished];
      found = this.spell.get(text);
      if (found) return [found, asSpelled];
      const folded = this.fold.size > 0 ? squash(text) : "";
      return [(folded !== "" && this.fold.get(folded)) || none, asValue];
    }

    // within returns the ranges that hold the number, the narrowest first.
    within(n) {
      if (this.spans.length === 0) return none;
      const v = valueOf(n);
      if (v === undefined) return none;
      const found = this.stab(v, n.hex);
      const bits = bitsOf(n);
      if (bits === undefined) return found;
      for (const twin of [bits | 0, bits]) if (twin !== Number(v)) found.push(...this.stab(twin, true));
      return found;
    }

    stab(v, twins) {
      const found = [];
      let i = firstWhere(this.spans.length, (k) => this.spans[k].lo > v) - 1;
      for (; i >= 0 && this.spans[i].reach >= v && found.length < maxSpans; i--) {
        const span = this.spans[i];
        if (span.hi >= v && (!twins || this.list[span.index].number)) found.push(span);
      }
      found.sort((a, b) => compare(a.width, b.width) || a.index - b.index);
      return found.map((span) => span.index);
    }

    // find returns every code in a text, best first, each once; text that is nothing but one code leads to that code. found:
    // {index, match, cued, from, to, written, read}, where match is exact, range, sign or prefix; unknown, in the order of
    // the text: the same without index and match; spans, every place at which a code stands, in the order of the text:
    // {index, match, cued, from, to}; rest: the normalised text without codes, their cues and everything masked.
    find(text) {
      const scan = new Scan(this, text);
      if (!scan.whole()) scan.all();
      return scan.finding();
    }

    // places returns only unknown and spans of what find does.
    places(text) {
      const scan = new Scan(this, text);
      if (!scan.whole()) scan.all();
      return { unknown: scan.unknown, spans: scan.spans() };
    }

    // resolve returns what one code, typed or taken from an address, stands for, as Go's Resolve does: {index, match} each.
    resolve(text) { return resolve(this, text); }

    // reason tells why what was found in a text is that code, as Go's Reason does; null where the code itself is written there.
    reason(found) { return reason(this, found); }

    // nearest returns at most n codes that look like what was written, the most alike first.
    nearest(written, n) { return nearest(this, written, n); }
  }

  parts.set = { CodeSet };
})();
