// What one code, typed or taken from an address, stands for. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { digitsEnd, fromBytes, isDigit, toBytes, trim } = parts.text;
  const { Normal } = parts.normal;
  const { negated, parseNumber } = parts.number;
  const { asSpelled } = parts.spelling;
  const { Scan } = parts.scan;

  const as = (match, list) => list.map((index) => ({ index, match }));

  // resolve returns the codes published under exactly this text, else the ranges that hold it, else those of which it is
  // another spelling, else the code of the opposite sign, each as {index, match}.
  function resolve(set, written) {
    let text = trim(toBytes(written));
    if (text === "") return [];
    const published = set.exact.get(text);
    if (published) return as("exact", published);
    text = trim(new Normal(fromBytes(text)).s);
    const n = parseNumber(text);
    if (n) return resolveNumber(set, n);
    const ranges = resolveRange(set, text);
    if (ranges.length > 0) return as("exact", ranges);
    const [found] = set.word(text);
    const grouped = found.length === 0 ? parseNumber(text.replaceAll(",", "")) : null;
    return grouped ? resolveNumber(set, grouped) : as("exact", found);
  }

  function resolveNumber(set, n) {
    const [found, level] = set.number(n);
    if (found.length > 0 && level <= asSpelled) return as("exact", found);
    const ranges = set.within(n);
    if (ranges.length > 0) return as("range", ranges);
    if (found.length === 0 && !n.hex) return as("sign", set.canonical(negated(n)));
    return as("exact", found);
  }

  // resolveRange reads a range as it may be typed: "120001 - 130000", "120001~130000".
  function resolveRange(set, text) {
    const from = text[0] === "-" ? 1 : 0;
    if (!isDigit(text, from)) return [];
    const end = digitsEnd(text, from);
    const n = parseNumber(text.slice(0, end));
    const scan = new Scan(set, fromBytes(text));
    if (!n || scan.rangeAt({ ...n, from: 0, to: end }) !== text.length) return [];
    return [...scan.best.keys()];
  }

  parts.resolve = { resolve };
})();
