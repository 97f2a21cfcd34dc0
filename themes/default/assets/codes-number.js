// Integers as they are written: decimal or hexadecimal, with or without a sign. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { digitsEnd, hexEnd, isHex } = parts.text;

  const maxDigits = 40; // of a number that is looked up

  // An integer is a Number where that is exact, and a BigInt elsewhere. The two are compared with each other, and never
  // added.

  const minInt64 = -(2n ** 63n);
  const maxInt64 = 2n ** 63n - 1n;

  // integer reads a decimal string, or gives undefined where 64 bits do not hold it.
  function integer(text) {
    const n = Number(text);
    if (Number.isSafeInteger(n)) return n === 0 ? 0 : n;
    const big = BigInt(text);
    return big >= minInt64 && big <= maxInt64 ? big : undefined;
  }

  function distance(a, b) {
    const d = Math.abs(Number(a) - Number(b));
    if (typeof a === "number" && typeof b === "number" && Number.isSafeInteger(d)) return d;
    const big = BigInt(a) - BigInt(b);
    return big < 0n ? -big : big;
  }

  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  function trimZeros(s) {
    let i = 0;
    while (s[i] === "0") i++;
    return s.slice(i);
  }

  const isHexAt = (s, i) => s[i] === "0" && (s[i + 1] === "x" || s[i + 1] === "X") && isHex(s, i + 2);

  // parseNumber reads a whole byte string as an integer, or gives null.
  function parseNumber(s) {
    if (isHexAt(s, 0)) {
      const digits = s.slice(2);
      return digits.length <= maxDigits && hexEnd(digits, 0) === digits.length ? makeNumber(false, true, digits, s) : null;
    }
    const minus = s[0] === "-";
    const digits = minus ? s.slice(1) : s;
    const ok = digits !== "" && digits.length <= maxDigits && digitsEnd(digits, 0) === digits.length;
    return ok ? makeNumber(minus, false, digits, s) : null;
  }

  const makeNumber = (minus, hex, digits, text) => ({ minus, hex, digits, text });

  // canon returns the one form that equal decimal numbers share.
  function canon(n) {
    const digits = trimZeros(n.digits);
    if (digits === "") return "0";
    return n.minus ? "-" + digits : digits;
  }

  function negated(n) {
    const twin = makeNumber(!n.minus, n.hex, n.digits, "");
    twin.text = canon(twin);
    return twin;
  }

  function valueOf(n) {
    if (!n.hex) return integer(canon(n));
    const digits = trimZeros(n.digits);
    return digits.length <= 8 ? parseInt("0" + digits, 16) : undefined;
  }

  // bitsOf returns the value as 32 bits, negative numbers in two's complement, if it fits.
  function bitsOf(n) {
    const v = valueOf(n);
    return v !== undefined && v >= -2147483648 && v <= 4294967295 ? Number(v) >>> 0 : undefined;
  }

  parts.number = { maxDigits, integer, distance, compare, trimZeros, isHexAt, parseNumber, canon, negated, valueOf, bitsOf };
})();
