// The normal form of a text, in which codes are looked for, and where each piece of it came from. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { firstWhere, isASCII, toBytes } = parts.text;

  const maxNonStarters = 30; // marks on one character that are normalised together

  const isDash = (r) => (r >= 0x2010 && r <= 0x2015) || r === 0x2212 || r === 0xfe58 || r === 0xfe63 || r === 0xff0d;

  const isInvisible = (r) => r === 0xad || r === 0xfeff || r === 0x061c || r === 0x180e || (r >= 0x200b && r <= 0x200f) ||
    (r >= 0x202a && r <= 0x202e) || (r >= 0x2060 && r <= 0x2064) || (r >= 0x2066 && r <= 0x206f);

  // What may combine with the character before it (Unicode's NFKC_Quick_Check=Maybe).
  const maybe = /^[\u0300-\u0304\u0306-\u030C\u030F\u0311\u0313\u0314\u031B\u0323-\u0328\u032D\u032E\u0330\u0331\u0338\u0342\u0345\u0653-\u0655\u093C\u09BE\u09D7\u0B3E\u0B56\u0B57\u0BBE\u0BD7\u0C56\u0CC2\u0CD5\u0CD6\u0D3E\u0D57\u0DCA\u0DCF\u0DDF\u102E\u1161-\u1175\u11A8-\u11C2\u1B35\u3099\u309A\u{110BA}\u{11127}\u{1133E}\u{11357}\u{114B0}\u{114BA}\u{114BD}\u{115AF}\u{11930}]$/u;

  // isMark tells a character of a combining class, by its moving in front of the one of the highest class.
  const isMark = (ch) => ch === "\u0345" || ("\u0345" + ch).normalize("NFD") !== "\u0345" + ch;

  // What normalising needs to know of a character: whether it is no normal form by itself, and how many marks lead and
  // trail its decomposition. One that combines backward counts as a mark.
  const known = 1;
  const changes = 2;
  const formBMP = new Uint8Array(0x10000);
  const formAstral = new Map();

  function formOf(r) {
    const have = r > 0xffff ? formAstral.get(r) : formBMP[r];
    if (have) return have;
    const ch = String.fromCodePoint(r);
    const marks = [...ch.normalize("NFKD")].map((c) => maybe.test(c) || isMark(c));
    const lead = marks.includes(false) ? marks.indexOf(false) : marks.length;
    const trail = marks.length - 1 - marks.lastIndexOf(false);
    const form = known | (maybe.test(ch) || ch.normalize("NFKC") !== ch ? changes : 0) |
      (Math.min(3, lead) << 2) | (Math.min(3, trail) << 4);
    if (r > 0xffff) formAstral.set(r, form);
    else formBMP[r] = form;
    return form;
  }

  // A text in its normal form, as a byte string, remembers where each piece came from: nf[k] is where piece k begins in it,
  // of[k] to ot[k] are its UTF-16 offsets in the original, and same[k] tells that the two are equal.
  class Normal {
    constructor(text) {
      this.orig = text;
      this.nf = [];
      this.of = [];
      this.ot = [];
      this.same = [];
      this.length = 0;
      this.ascii = isASCII(text);
      this.parts = [];
      if (!this.ascii) this.read(text);
      this.s = this.ascii ? text : this.parts.join("");
      this.parts = null;
    }

    // read goes from one character with its marks to the next.
    read(text) {
      let from = 0;
      for (let i = 0; i < text.length;) {
        if (text.charCodeAt(i) < 0x80 && text.charCodeAt(i + 1) < 0x80) {
          i++;
          continue;
        }
        const start = i;
        let last = text.codePointAt(i);
        let form = formOf(last);
        let changed = (form & changes) !== 0;
        let marks = form >> 4;
        for (i += last > 0xffff ? 2 : 1; i < text.length;) {
          const r = text.codePointAt(i);
          form = r < 0x80 ? 0 : formOf(r);
          const lead = (form >> 2) & 3;
          if (lead === 0) break;
          marks += lead;
          changed = changed || marks > maxNonStarters || (form & changes) !== 0 || disordered(last, r);
          if (marks > maxNonStarters) break;
          last = r;
          i += r > 0xffff ? 2 : 1;
        }
        if (changed) {
          this.plain(text, from, start);
          this.put(start, i, normalForm(text.slice(start, i)), false);
          from = i;
        }
      }
      this.plain(text, from, text.length);
    }

    // plain copies text that is in normal form, replacing dashes and dropping invisible characters.
    plain(text, from, to) {
      let start = from;
      for (let i = from; i < to; i++) {
        const r = text.charCodeAt(i);
        if (r < 0x80) continue;
        const dash = isDash(r);
        if (!dash && !isInvisible(r)) continue;
        this.copy(text, start, i);
        this.put(i, i + 1, dash ? "-" : "", false);
        start = i + 1;
      }
      this.copy(text, start, to);
    }

    // copy puts text as it is, in pieces so short that finding a place in one takes no time.
    copy(text, from, to) {
      while (from < to) {
        let end = Math.min(to, from + 256);
        if (end < to && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end--;
        this.put(from, end, text.slice(from, end), true);
        from = end;
      }
    }

    put(from, to, form, same) {
      if (form === "") return;
      const bytes = toBytes(form);
      this.nf.push(this.length);
      this.of.push(from);
      this.ot.push(to);
      this.same.push(same);
      this.parts.push(bytes);
      this.length += bytes.length;
    }

    // span returns where in the original s[from:to] was read from.
    span(from, to) {
      if (this.ascii) return [from, to];
      const first = this.at(from);
      const last = this.at(to - 1);
      return [
        this.same[first] ? this.of[first] + units(this.s, this.nf[first], from) : this.of[first],
        this.same[last] ? this.of[last] + units(this.s, this.nf[last], to) : this.ot[last],
      ];
    }

    at(pos) {
      return firstWhere(this.nf.length, (k) => this.nf[k] > pos) - 1;
    }
  }

  // disordered tells whether two marks that follow each other would change places.
  function disordered(a, b) {
    const pair = String.fromCodePoint(a, b);
    return isMark(String.fromCodePoint(a)) && ("a" + pair).normalize("NFD") !== "a" + pair;
  }

  function normalForm(text) {
    let out = "";
    for (const ch of text.normalize("NFKC")) {
      const r = ch.codePointAt(0);
      if (!isInvisible(r)) out += isDash(r) ? "-" : ch;
    }
    return out;
  }

  // units counts the UTF-16 units of s[from:to].
  function units(s, from, to) {
    let n = 0;
    for (let i = from; i < to; i++) {
      const c = s.charCodeAt(i);
      if ((c & 0xc0) !== 0x80) n += c >= 0xf0 ? 2 : 1;
    }
    return n;
  }

  parts.normal = { Normal };
})();
