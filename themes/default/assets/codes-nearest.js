// Which codes look like what was written. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { trim } = parts.text;
  const { Normal } = parts.normal;
  const { canon, compare, distance, parseNumber, valueOf } = parts.number;
  const { maxWord, squash } = parts.spelling;

  // nearest returns at most n codes that look like what was written, the most alike first.
  function nearest(set, written, n) {
    const text = trim(new Normal(written).s);
    if (n <= 0 || text === "" || text.length > maxWord) return [];
    const number = parseNumber(text.replaceAll(",", ""));
    const near = number && !number.hex ? nearNumber(set, number) : nearWord(set, squash(text));
    near.sort((a, b) => compare(a.rank, b.rank) || a.index - b.index);
    return [...new Set(near.map((c) => c.index))].slice(0, n);
  }

  // nearNumber ranks by distance; one keystroke away counts as a distance of at most ten.
  function nearNumber(set, n) {
    const v = valueOf(n);
    if (v === undefined) return [];
    const size = distance(v, 0);
    const tenth = typeof size === "bigint" ? size / 10n : Math.floor(size / 10);
    const reach = tenth > 100 ? tenth : 100;
    const text = canon(n);
    const near = [];
    for (const c of set.values) {
      let d = distance(v, c.lo);
      if (c.hi !== c.lo) {
        const other = distance(v, c.hi);
        if (other < d) d = other;
        if (v >= c.lo && v <= c.hi) d = 0;
      }
      if (d > 10 && c.lo === c.hi && typos(text, set.texts[c.index], 1) <= 1) d = 10;
      if (d <= reach) near.push({ index: c.index, rank: d });
    }
    return near;
  }

  // nearWord ranks by keystrokes, then by the length of the common beginning.
  function nearWord(set, text) {
    const limit = Math.min(2, Math.floor(text.length / 3) + 1);
    const near = [];
    for (const c of set.prefixes) {
      const other = c.text.slice(1);
      const d = typos(text, other, limit);
      if (d <= limit) {
        near.push({ index: c.index, rank: d });
        continue;
      }
      let common = 0;
      while (common < text.length && common < other.length && text[common] === other[common]) common++;
      if (common >= 3 && 2 * common >= text.length) near.push({ index: c.index, rank: 10 + maxWord - common });
    }
    return near;
  }

  // typos returns how many keystrokes (a byte more, less or other, or two swapped) lie between a and b, or limit+1 when
  // there are more than limit.
  function typos(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit || a.length > maxWord || b.length > maxWord) return limit + 1;
    let before = [];
    let above = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > limit) return limit + 1;
      before = above;
      above = row;
    }
    return Math.min(above[b.length], limit + 1);
  }

  parts.nearest = { nearest };
})();
