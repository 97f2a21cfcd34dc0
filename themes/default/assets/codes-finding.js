// What is found in a text on one walk over it. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { firstWhere, fromBytes, trim } = parts.text;
  const { Normal } = parts.normal;
  const { asPublished, numberPrefix } = parts.spelling;

  const maxPrefix = 20; // codes offered for the beginning of one
  const maxUnknown = 100; // unknown spellings that are reported

  // The tiers, best first; those of a cued code are three better. A cued prefix is no better than any other.
  const tierExact = 3;
  const tierRange = 4;
  const tierSign = 5;
  const tierPrefix = 6;

  const compareHits = (a, b) => a.tier - b.tier || a.from - b.from || a.level - b.level || a.index - b.index;

  class Finding {
    constructor(set, text) {
      this.set = set;
      this.t = new Normal(text);
      this.s = this.t.s;
      this.bareFrom = 0; // the text where it is one word or number, else empty
      this.bareTo = 0;
      this.best = new Map(); // hits by code
      this.places = []; // the best hit at each place
      this.unknown = [];
      this.seen = new Set();
      this.bareNumbers = new Map(); // looked up without a cue, with what was found
      this.cuedNumbers = new Map(); // and with one
      this.cuts = []; // what is missing in the rest
    }

    add(hit) {
      const have = this.best.get(hit.index);
      if (!have || compareHits(hit, have) < 0) this.best.set(hit.index, hit);
      this.place(hit);
    }

    // place keeps the best hit at each place.
    place(hit) {
      const place = this.places[this.places.length - 1];
      if (!place || place.from !== hit.from || place.to !== hit.to) this.places.push(hit);
      else if (compareHits(hit, place) < 0) this.places[this.places.length - 1] = hit;
    }

    // cut leaves s[from:to] out of the rest, and returns its end.
    cut(from, to) {
      const last = this.cuts[this.cuts.length - 1];
      if (last && last[0] <= from && from <= last[1]) last[1] = Math.max(last[1], to);
      else this.cuts.push([from, to]);
      return to;
    }

    miss(cued, from, to, read) {
      if (this.seen.has(read) || this.unknown.length === maxUnknown) return;
      this.seen.add(read);
      this.unknown.push({ cued, ...this.where(from, to), read: fromBytes(read) });
    }

    where(from, to) {
      const [start, end] = this.t.span(from, to);
      return { from: start, to: end, written: this.t.orig.slice(start, end) };
    }

    finding() {
      const hits = [...this.best.values()].sort(compareHits);
      return {
        found: hits.map(({ index, match, cued, from, to }) => (
          { index, match, cued, ...this.where(from, to), read: fromBytes(this.s.slice(from, to)) })),
        unknown: this.unknown,
        spans: this.spans(),
        rest: this.rest(),
      };
    }

    spans() {
      return this.places.map((hit) => {
        const [from, to] = this.t.span(hit.from, hit.to);
        return { index: hit.index, match: hit.match, cued: hit.cued, from, to };
      });
    }

    // rest returns the text without what was cut, one space in place of each.
    rest() {
      this.cuts.sort((a, b) => a[0] - b[0]);
      const parts = [];
      let at = 0;
      for (const [from, to] of this.cuts) {
        if (from > at) parts.push(this.s.slice(at, from));
        if (to > at) {
          parts.push(" ");
          at = to;
        }
      }
      parts.push(this.s.slice(at));
      return fromBytes(trim(parts.join("")));
    }

    isBare(from, to) { return this.bareFrom === from && this.bareTo === to; }

    // prefix adds the codes that begin so and are not found yet, in natural order, and tells whether there are any.
    prefix(text, from, to) {
      if (text.length < 2 || text === numberPrefix + "-") return false;
      const keys = this.set.prefixes;
      let added = 0;
      for (let k = firstWhere(keys.length, (i) => keys[i].text >= text); k < keys.length && added < maxPrefix; k++) {
        if (!keys[k].text.startsWith(text)) break;
        if (this.best.has(keys[k].index)) continue;
        this.add({ index: keys[k].index, match: "prefix", cued: false, tier: tierPrefix, level: asPublished, from, to });
        added++;
      }
      return added > 0;
    }
  }

  parts.finding = { tierExact, tierRange, tierSign, Finding };
})();
