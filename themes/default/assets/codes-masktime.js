// Masks of dates, times, telephone numbers and the numbers of processes, as in codes-mask.js, and all masks together. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { boundary, digitsEnd, isAlnum, isDigit, isOneOf, lettersEnd } = parts.text;
  const { maskColonHex, maskHexID, maskIP, maskUUID, maskVersion } = parts.mask;

  // maskDate masks 2024-01-02, 2024/1/2, 02.01.2024, 10/Oct/2024 and 01-02 before a time, each with the time behind it.
  function maskDate(s, i) {
    const first = digitsEnd(s, i);
    const n = first - i;
    if (n === 0 || n === 3 || n > 4 || !isOneOf(s, first, "-/.")) return i;
    const sep = s[first];
    const month = lettersEnd(s, first + 1);
    if (month - first === 4 && s[month] === sep) return maskDateTime(s, i, digitsEnd(s, month + 1));
    const second = digitsEnd(s, first + 1);
    const m = second - first;
    if (m < 2 || m > 3) return i;
    if (s[second] !== sep || !isDigit(s, second + 1)) {
      if (n === 2 && m === 3 && sep === "-" && s[second] === " ") {
        const end = maskClock(s, second + 1);
        if (end > second + 1) return end;
      }
      return i;
    }
    const third = digitsEnd(s, second + 1);
    const day = third - second - 1;
    if (!((n === 4 && day <= 2) || (n <= 2 && (day === 4 || (day === 2 && sep !== "-"))))) return i;
    return maskDateTime(s, i, third);
  }

  // maskDateTime goes on from the end of a date into T10:11:12 or :10:11:12.
  function maskDateTime(s, i, end) {
    if (isOneOf(s, end, "Tt:")) {
      const clock = maskClock(s, end + 1);
      if (clock > end + 1) return zoneEnd(s, clock);
    }
    return boundary(s, i, end);
  }

  const zoneEnd = (s, i) => (i + 5 < s.length && s[i] === " " && isOneOf(s, i + 1, "+-") && digitsEnd(s, i + 2) === i + 6 ? i + 6 : i);

  // maskClock masks 10:11, 10:11:12.123, and the zone glued to it.
  function maskClock(s, i) {
    let at = digitsEnd(s, i);
    if (at === i || at - i > 2) return i;
    let parts = 1;
    while (parts < 3 && s[at] === ":" && digitsEnd(s, at + 1) === at + 3 && s[at + 1] < "6") {
      at += 3;
      parts++;
    }
    if (parts === 1) return i;
    if (parts === 3 && isOneOf(s, at, ".,:") && isDigit(s, at + 1)) at = digitsEnd(s, at + 1);
    if (isOneOf(s, at, "Zz")) {
      at++;
    } else if (at + 4 < s.length && isOneOf(s, at, "+-") && digitsEnd(s, at + 1) >= at + 3) {
      at = digitsEnd(s, at + 1);
      if (at + 2 < s.length && s[at] === ":") at = digitsEnd(s, at + 1);
    }
    return boundary(s, i, at);
  }

  // maskPhone masks +81 90-1234-5678, 03-1234-5678, 138-0013-8000 and 555-123-4567.
  function maskPhone(s, i) {
    if (i > 0 && s[i - 1] === "+") return maskDialled(s, i);
    const a = digitsEnd(s, i);
    if (a === i || s[a] !== "-" || a - i > 5) return i;
    const b = digitsEnd(s, a + 1);
    if (s[b] !== "-") return i;
    const c = digitsEnd(s, b + 1);
    const [x, y, z] = [a - i, b - a - 1, c - b - 1];
    const local = s[i] === "0" && x >= 2 && y >= 1 && y <= 4 && (z === 3 || z === 4);
    return local || (x === 3 && (y === 3 || y === 4) && z === 4) ? boundary(s, i, c) : i;
  }

  function maskDialled(s, i) {
    let end = i;
    let digits = 0;
    for (let at = i; at < s.length && at - i < 24; at++) {
      if (isDigit(s, at)) {
        digits++;
        end = at + 1;
      } else if (!" -()".includes(s[at])) {
        break;
      }
    }
    return digits < 8 || digits > 15 ? i : boundary(s, i, end);
  }

  // maskMonth masks "Jan 2, 2024" and "2 Jan 2024".
  function maskMonth(s, i) {
    if (isDigit(s, i)) {
      const day = digitsEnd(s, i);
      if (day - i > 2 || s[day] !== " " || !isMonth(s.slice(day + 1, day + 10))) return i;
      return yearEnd(s, lettersEnd(s, day + 1));
    }
    let name = lettersEnd(s, i);
    if (name - i > 9 || s[name] !== " " || !isMonth(s.slice(i, name))) return i;
    while (s[name] === " ") name++;
    const day = digitsEnd(s, name);
    return day === name || day - name > 2 ? i : yearEnd(s, day);
  }

  function yearEnd(s, i) {
    let at = i;
    while (at < i + 2 && isOneOf(s, at, " ,")) at++;
    const end = digitsEnd(s, at);
    return end === at + 4 && isOneOf(s, at, "12") ? end : i;
  }

  const months = new Set(("jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august " +
    "september october november december sept").split(" "));

  const isMonth = (s) => months.has(s.slice(0, lettersEnd(s, 0)).toLowerCase());

  // maskProcess masks the numbers of processes and threads, as loggers write them: App[6013:6120] and 9002 --- [main].
  function maskProcess(s, i) {
    if (isDigit(s, i)) {
      const end = digitsEnd(s, i);
      return s.startsWith(" --- [", end) ? end : i;
    }
    let name = i;
    while (name < s.length && name - i < 64 && (isAlnum(s, name) || isOneOf(s, name, "._-"))) name++;
    if (name === i || s[name] !== "[") return i;
    const process = digitsEnd(s, name + 1);
    if (process === name + 1 || s[process] !== ":") return i;
    const thread = digitsEnd(s, process + 1);
    return thread === process + 1 || s[thread] !== "]" ? i : thread + 1;
  }

  const masks = [maskIP, maskDate, maskClock, maskUUID, maskColonHex, maskVersion, maskHexID, maskPhone, maskMonth, maskProcess];

  // maskPart masks a date, time, network address, version, telephone number or identifier.
  function maskPart(s, i) {
    for (const mask of masks) {
      const end = mask(s, i);
      if (end > i) return end;
    }
    return i;
  }

  parts.masktime = { maskPart };
})();
