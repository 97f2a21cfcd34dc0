// Why what was written is a code. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { fromBytes, toBytes, trim } = parts.text;
  const { Normal } = parts.normal;
  const { canon, compare, parseNumber, valueOf } = parts.number;
  const { squash } = parts.spelling;

  // reason tells why what was found in a text is that code, as Go's Reason does; null where the code itself is written there.
  function reason(set, { index, match, written, read }) {
    const c = set.list[index];
    if (match === "range") return { kind: match, number: read.replaceAll(",", ""), lo: String(c.lo), hi: String(c.hi) };
    if (match !== "exact") return { kind: match, written };
    return fromBytes(trim(toBytes(written))) === c.text ? null : { kind: spellingOf(c, read), written };
  }

  // spellingOf tells in which way a text that leads to exactly a code spells it.
  function spellingOf(c, text) {
    const read = trim(new Normal(text).s);
    const plain = new Normal(c.text).s;
    if (read === plain || squash(read) === squash(plain)) return "spelling";
    if ((c.aliases || []).some((alias) => squash(new Normal(alias).s) === squash(read))) return "alias";
    const n = parseNumber(read.replaceAll(",", ""));
    const own = parseNumber(plain);
    if (!n || !own || (!n.hex && !own.hex && canon(n) === canon(own))) return "spelling";
    const [a, b] = [valueOf(n), valueOf(own)];
    if (a === undefined || b === undefined || compare(a, b) !== 0) return "twos-complement";
    return n.hex === own.hex ? "spelling" : "hex";
  }

  parts.reason = { reason };
})();
