// Reads a ticket or log in the browser: errbook's package search/ticket, which it equals answer by answer. Which numbers of a
// text are codes, and by which rules, stands in that package.
//
//   const reader = errbookTicket.reader(set);     set is one of codes.js
//   for (const [from, to] of errbookTicket.lines(text)) reader.line(text.slice(from, to));
//   reader.reading()    {codes, unknown}
//
// Codes are {index, match, cued, written, count, spans, units}, in the order of Go's Reading: spans are bytes of the text in
// UTF-8, units UTF-16 offsets. Its parts, ticket-*.js, and codes.js have to be loaded before, in the order in which
// ticket-worker.js lists them.
(() => {
  "use strict";
  const { isASCII, toBytes } = globalThis.errbookCodesParts.text;
  const { Columns, columnAt } = globalThis.errbookTicketParts.columns;
  const { Place, isForeign, isStatus, isZero } = globalThis.errbookTicketParts.place;
  const { lineEnd } = globalThis.errbookTicketParts.line;

  const maxUnknown = 100; // numbers that are no code and are told

  class Reader {
    constructor(set) {
      this.set = set;
      this.offset = 0; // of the next line, in bytes
      this.unit = 0; // and in UTF-16 units
      this.known = new Map(); // codes by index
      this.unknown = [];
      this.seen = new Set();
      this.columns = new Columns(set);
      this.catalogs = namesakesIn(set);
    }

    // line reads the next line, with its line feed, as lines cuts them.
    line(text) {
      const bytes = isASCII(text) ? text : toBytes(text);
      const row = this.columns.next(bytes);
      const { spans, unknown } = this.set.places(text);
      const at = offsets(text, bytes);
      for (const u of unknown) {
        if (u.cued && !isZero(u.read) && !isForeign(bytes, at(u.to))) this.miss(u.written);
      }
      let follows = 0; // end of the place before, if that was kept
      for (const span of spans) {
        const from = at(span.from);
        const p = new Place({ index: span.index, match: span.match, cued: span.cued, from, to: at(span.to), line: bytes,
          code: this.set.at(span.index), column: columnAt(row, from), follows });
        follows = 0;
        if (!this.keeps(p)) continue;
        follows = p.to;
        this.add(p, span);
      }
      this.offset += bytes.length;
      this.unit += text.length;
    }

    // keeps tells whether a code is meant at a place.
    keeps(p) {
      if (p.match === "prefix" || isForeign(p.line, p.to) || p.column === "other") return false;
      if (p.column === "" && !p.isSpelled() && p.isOfOthers()) return false;
      if (p.match === "sign") return this.keepsSign(p);
      if (p.cued && (p.column === "code" || !p.isMiscued())) return true;
      if (p.match === "range") return (p.toldBefore() || p.toldAfter() || p.isBracketed()) && !p.isNamed();
      if (p.isSpelled() || p.isTwin()) return true;
      if (p.isNamed()) return false;
      if (p.isSigned()) return true;
      return this.known.has(p.index) || p.toldBefore() || p.toldAfter() || p.isBracketed() || p.isAsked() || p.isListed() || p.isAlone();
    }

    // keepsSign decides on a number that is a code but for its sign, which people leave out: "error 302" for -302. One that
    // has a sign is meant with it.
    keepsSign(p) {
      if (!p.cued) return false;
      if (p.read.startsWith("-")) {
        this.miss(p.written);
        return false;
      }
      return !isStatus(p.read);
    }

    // add notes a place that is kept, and for the codes of other catalogues with the same text to which what is written there
    // leads too.
    add(p, span) {
      this.addTo(p.index, p, span);
      if (!this.catalogs) return;
      const same = this.catalogs.get(p.code.text);
      const leads = same.length > 1 ? this.set.resolve(p.written) : [];
      for (const i of same) if (i !== p.index && leads.some((f) => f.index === i)) this.addTo(i, p, span);
    }

    addTo(index, p, span) {
      let c = this.known.get(index);
      if (!c) {
        c = { index, match: p.match, cued: p.cued, written: p.written, count: 0, spans: [], units: [] };
        this.known.set(index, c);
      }
      c.count++;
      c.spans.push([this.offset + p.from, this.offset + p.to]);
      c.units.push([this.unit + span.from, this.unit + span.to]);
      if ((p.cued && !c.cued) || (p.cued === c.cued && p.match === "exact")) {
        c.match = p.match;
        c.cued = p.cued;
      }
    }

    miss(written) {
      if (this.seen.has(written) || this.unknown.length === maxUnknown) return;
      this.seen.add(written);
      this.unknown.push(written);
    }

    reading() {
      const sure = (c) => (c.cued && c.match === "exact" ? 0 : 1);
      return { codes: [...this.known.values()].sort((a, b) => sure(a) - sure(b)), unknown: [...this.unknown] };
    }
  }

  // namesakesIn gives the codes of a set by their texts, or null where all are of one catalogue.
  function namesakesIn(set) {
    const texts = new Map();
    const catalogs = new Set();
    for (let i = 0; i < set.length; i++) {
      const { catalog, text } = set.at(i);
      catalogs.add(catalog);
      if (texts.has(text)) texts.get(text).push(i);
      else texts.set(text, [i]);
    }
    return catalogs.size > 1 ? texts : null;
  }

  // offsets returns a function that gives for UTF-16 offsets of a line those of its bytes. It counts on from the last one, and
  // anew where one lies before that.
  function offsets(text, bytes) {
    if (text === bytes) return (i) => i;
    let unit = 0;
    let byte = 0;
    return (i) => {
      if (i < unit) unit = byte = 0;
      byte += toBytes(text.slice(unit, i)).length;
      unit = i;
      return byte;
    };
  }

  // lines goes through the lines of a text as Go's LineEnd cuts them: [from, to], UTF-16 offsets.
  function* lines(text) {
    for (let from = 0; from < text.length;) {
      const to = lineEnd(text, from);
      yield [from, to];
      from = to;
    }
  }

  globalThis.errbookTicket = Object.freeze({ reader: (set) => new Reader(set), lines });
})();
