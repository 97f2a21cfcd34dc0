// The numbers of a text. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { digit, digitsEnd, hexEnd, runEnd, skipSpaces, toBytes, toLower, wordAt } = parts.text;
  const { canon, isHexAt, maxDigits, negated, parseNumber, valueOf } = parts.number;
  const { amounts, counters, cueAfter, cueBefore, dates, list, namesOther } = parts.cue;
  const { asPublished, asValue, numberPrefix } = parts.spelling;
  const { Finding, tierExact, tierRange, tierSign } = parts.finding;

  const maxNumbers = 20000; // different numbers that are looked up with a cue, and as many without

  const dashes = list("- ~ 〜 .. … 到 至 から to");
  const signs = list("$ ¥ € £ ₩ @");
  const degree = toBytes("°");

  class NumberScan extends Finding {
    // numberAt reads the number whose digits begin at i; from is where its sign stands, or i. It returns where to go on.
    numberAt(from, i) {
      const s = this.s;
      const hex = isHexAt(s, i);
      let end = hex ? hexEnd(s, i + 2) : digitsEnd(s, i);
      if (end - i > maxDigits || wordAt(s, end) > end || this.isQuantity(from, end)) {
        return this.cut(from, Math.max(end, wordAt(s, end)));
      }
      const t = this.around({
        minus: from < i, hex, digits: s.slice(hex ? i + 2 : i, end), text: s.slice(from, end), from, to: end,
      });
      let to = this.rangeAt(t);
      if (to > end) return to;
      to = this.grouped(t, i);
      if (to > end) return to;
      if (!t.cued && (namesOther(s, from) || this.isCounted(end) || this.isStamp(t))) return this.cut(from, end);
      this.once(t);
      return end;
    }

    // once looks a number up, with a cue or without. A second time it leads to nothing new but a place. Of very many different
    // ones those at the end are passed over.
    once(t) {
      const seen = t.cued ? this.cuedNumbers : this.bareNumbers;
      if (!seen.has(t.text) && seen.size < maxNumbers) {
        this.resolve(t);
        const place = this.places[this.places.length - 1];
        seen.set(t.text, place && place.from === t.from && place.to === t.to ? place : null);
        return;
      }
      const before = seen.get(t.text);
      if (before) this.place({ ...before, from: t.from, to: t.to });
      this.cut(t.cutFrom, t.cutTo);
    }

    // around looks for a cue before and behind a number.
    around(t) {
      const start = cueBefore(this.s, t.from);
      const end = cueAfter(this.s, t.to);
      t.cued = start >= 0 || end >= 0;
      t.cutFrom = start >= 0 ? start : t.from;
      t.cutTo = end >= 0 ? end : t.to;
      return t;
    }

    // resolve adds what a number leads to.
    resolve(t) {
      this.cut(t.cutFrom, t.cutTo);
      const [found, level] = this.set.number(t);
      this.addAll(found, t, "exact", tierExact, level);
      const ranges = this.set.within(t);
      this.addAll(ranges, t, "range", tierRange, asPublished);
      let known = found.length + ranges.length > 0;
      const sure = known || t.cued || this.bareTo > this.bareFrom; // a number in running text is not meant with another sign
      if (!t.hex && canon(t) !== "0" && sure) {
        const twins = this.set.canonical(negated(t));
        this.addAll(twins, { ...t, cued: t.cued && !known }, "sign", tierSign, asValue);
        known = known || twins.length > 0;
      }
      if (this.isBare(t.from, t.to) || (t.cued && !known)) known = this.prefix(numberPrefix + t.text, t.from, t.to) || known;
      if (!known) this.miss(t.cued, t.from, t.to, t.text);
    }

    addAll(found, t, match, tier, level) {
      for (const index of found) {
        this.add({ index, match, cued: t.cued, tier: t.cued ? tier - tierExact : tier, level, from: t.from, to: t.to });
      }
    }

    // rangeAt reads "120001 - 130000" and "120001 to 130000" where the set has that very range, and returns its end, or 0.
    rangeAt(t) {
      if (this.set.bounds.size === 0 || t.hex) return 0;
      const s = this.s;
      const i = skipSpaces(s, t.to);
      for (const dash of dashes) {
        if (!s.startsWith(dash, i)) continue;
        const at = skipSpaces(s, i + dash.length);
        const end = digitsEnd(s, s[at] === "-" ? at + 1 : at);
        const hi = parseNumber(s.slice(at, end));
        if (!hi || wordAt(s, end) !== end) continue;
        const found = this.set.bounds.get(`${valueOf(t)} ${valueOf(hi)}`);
        if (!found) continue;
        t.to = end;
        this.around(t);
        this.cut(t.cutFrom, t.cutTo);
        this.addAll(found, t, "exact", tierExact, asPublished);
        return end;
      }
      return 0;
    }

    // grouped reads 120,001 where the set knows 120001, and returns its end, or 0.
    grouped(t, i) {
      const s = this.s;
      if (t.hex || t.to - i > 3 || s[i] === "0") return 0;
      let end = t.to;
      while (end - i < maxDigits && s[end] === "," && runEnd(s, end + 1, digit, Math.min(s.length, end + 5)) === end + 4) end += 4;
      if (end === t.to || wordAt(s, end) > end) return 0;
      const text = s.slice(t.from, end).replaceAll(",", "");
      const long = { ...t, to: end, text, digits: text.replace("-", "") };
      if (this.set.number(long)[0].length === 0 && this.set.within(long).length === 0) return 0;
      this.resolve(this.around(long));
      return end;
    }

    // isQuantity tells whether signs around a number say that it is an amount: 50%, $20, @6017.
    isQuantity(from, end) {
      const s = this.s;
      if (s[end] === "%" || s.startsWith(degree, end)) return true;
      return signs.some((sign) => from >= sign.length && s.startsWith(sign, from - sign.length));
    }

    // isCounted tells whether a unit follows: 30 MB, 5回, 3月.
    isCounted(end) {
      const s = this.s;
      const i = skipSpaces(s, end);
      if (dates.some((unit) => s.startsWith(unit, i)) || counters.some((unit) => s.startsWith(unit, i))) return true;
      if (i === end) return false;
      return amounts.has(toLower(s.slice(i, wordAt(s, i, Math.min(s.length, i + 12)))));
    }

    // isStamp tells whether an unpublished number is too long for a code, or is a date such as 20240102.
    isStamp(t) {
      if (this.isBare(t.from, t.to) || t.hex || t.digits.length < 8) return false;
      if (this.set.number(t)[0].length > 0) return false;
      if (t.digits.length >= 9) return true;
      const century = t.digits.slice(0, 2);
      return (century === "19" || century === "20") && t.digits.slice(4, 6) <= "12" && t.digits.slice(6) <= "31";
    }
  }

  parts.scannumber = { NumberScan };
})();
