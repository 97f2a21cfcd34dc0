// Masks of what is never a code: addresses, paths, hosts, versions and identifiers. Each returns the end of what begins
// at i, or i. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const {
    boundary, digit, digitsEnd, hasKind, hexEnd, hexUpTo, isAlnum, isDigit, isKind, isLetter, isOneOf, letter, runEnd,
    space, wordAt,
  } = parts.text;
  const { isHexAt, trimZeros } = parts.number;
  const { cueBefore } = parts.cue;

  // maskWhole masks a web address, mail address, path or host with port. What stands in those is never a code.
  function maskWhole(s, i) {
    if (s[i] === "/") return maskPath(s, i);
    if (!isAlnum(s, i)) return i;
    const end = maskURL(s, i);
    if (end > i) return end;
    return isOneOf(s, i - 1, ".-@+") ? i : maskHost(s, i);
  }

  function maskURL(s, i) {
    const scheme = runEnd(s, i, digit | letter, Math.min(s.length, i + 12));
    const www = s[scheme] === "." && scheme - i === 3 && s.slice(i, scheme).toLowerCase() === "www";
    if (!www && !s.startsWith("://", scheme)) return i;
    return Math.max(scheme, urlEnd(s, scheme));
  }

  function urlEnd(s, i) {
    while (i < s.length && s[i] > " " && s[i] < "\x7f" && !"\"'<>`|\\^{}".includes(s[i])) i++;
    while (isOneOf(s, i - 1, ").,;:!?]")) i--;
    return i;
  }

  // maskPath masks an absolute path of at least two steps with a letter in it.
  function maskPath(s, i) {
    if (i > 0 && !isKind(s, i - 1, space) && !isOneOf(s, i - 1, "\"'`(=")) return i;
    const end = urlEnd(s, i);
    const second = s.indexOf("/", i + 1);
    return end > i && second >= 0 && second < end && hasKind(s, i, end, letter) ? end : i;
  }

  // maskHost masks name@host, host.name/path and file.name:123. A name that is a cue ("error.code:302") is left alone.
  function maskHost(s, i) {
    let end = i;
    let dots = 0;
    let letters = false;
    for (; end < s.length && end - i < 200 && (isAlnum(s, end) || "._-+".includes(s[end])); end++) {
      if (s[end] === "." && isAlnum(s, end + 1)) dots++;
      letters = letters || isLetter(s, end);
    }
    if (end === s.length || !letters || !isAlnum(s, end - 1)) return i;
    if (s[end] === "@" && isAlnum(s, end + 1)) return urlEnd(s, end);
    if (s[end] === "/" && dots > 0 && isLetter(s, end + 1) && !isDigit(s, i)) return urlEnd(s, end);
    if (s[end] === ":" && (dots > 0 || s.slice(i, end) === "localhost")) {
      const digits = digitsEnd(s, end + 1);
      if (digits > end + 1 && cueBefore(s, end + 1) < 0) return maskColons(s, digits);
    }
    return i;
  }

  function maskColons(s, i) {
    while (s[i] === ":" && isDigit(s, i + 1)) i = digitsEnd(s, i + 1);
    return i;
  }


  function maskIP(s, i) {
    let at = i;
    for (let part = 0; part < 4; part++) {
      let end = digitsEnd(s, at);
      if (end === at || end - at > 3) return i;
      if (part < 3 && s[end++] !== ".") return i;
      at = end;
    }
    if (s[at] === ":" || s[at] === "/") {
      const end = digitsEnd(s, at + 1);
      if (end > at + 1 && end - at <= 6) at = end;
    }
    return boundary(s, i, at);
  }

  // maskVersion masks v2, 1.2, 10.0.19045.1 and 1.2.3-rc1+5.
  function maskVersion(s, i) {
    const named = s[i] === "v" || s[i] === "V";
    const at = named ? i + 1 : i;
    let end = digitsEnd(s, at);
    if (end === at) return i;
    let dots = 0;
    while (s[end] === "." && isDigit(s, end + 1)) {
      end = digitsEnd(s, end + 1);
      dots++;
    }
    if (dots === 0 && !named) return i;
    if (dots > 1 && isOneOf(s, end, "-+")) while (end < s.length && (isAlnum(s, end) || ".-+".includes(s[end]))) end++;
    return Math.max(end, wordAt(s, end));
  }

  function maskUUID(s, i) {
    let at = i;
    for (const n of [8, 4, 4, 4, 12]) {
      if (n !== 8 && s[at++] !== "-") return i;
      if (hexUpTo(s, at, n + 1) !== at + n) return i;
      at += n;
    }
    return boundary(s, i, at);
  }

  // maskColonHex masks IPv6 and hardware addresses.
  function maskColonHex(s, i) {
    let at = i;
    let groups = 0;
    let double = false;
    let digits = false;
    while (groups < 9) {
      const end = hexUpTo(s, at, 5);
      if (end - at > 4) return i;
      digits = digits || hasKind(s, at, end, digit);
      groups++;
      at = end;
      if (s[at] !== ":") break;
      at++;
      if (s[at] === ":") {
        double = true;
        at++;
      }
    }
    const whole = digits && (groups === 8 || (groups === 6 && at - i === 17) || (double && groups > 1));
    return whole ? boundary(s, i, at) : i;
  }

  // maskHexID masks twelve or more hexadecimal digits that are not all decimal, and a 0x number beyond 32 bits.
  function maskHexID(s, i) {
    const at = isHexAt(s, i) ? i + 2 : i;
    const end = hexEnd(s, at);
    const long = (end - at >= 12 && digitsEnd(s, at) < end && hasKind(s, at, end, digit)) ||
      (at > i && trimZeros(s.slice(at, end)).length > 8);
    return long ? boundary(s, i, end) : i;
  }


  parts.mask = { maskWhole, maskIP, maskVersion, maskUUID, maskColonHex, maskHexID };
})();
