// Finds error codes in any text: errbook's package search/codes in the browser, which it equals result by result. The
// page gives it the site's codes and a text, and nothing leaves the page:
//
//   const set = errbookCodes.makeSet([{catalog, text, range, lo, hi, number, aliases}, …]);
//   set.find(text)          {found, unknown, spans, rest}, see find below
//   set.nearest(text, n)    indexes of at most n codes that look like a text
//   set.reason(found)       why one of found is its code: {kind, …}, or null where it is written as published
//   errbookCodes.filesFor(text, {codes, heads, numbers})  for a set too large to be read whole, see search.Static in Go
//   errbookCodes.normalize(text)
//
// Bounds of a range (lo, hi) are integers or decimal strings. All positions are UTF-16 offsets of the text as given.
//
// As in Go, texts are read as UTF-8 bytes, and the limits below count bytes. Within this file such a text is a "byte
// string": a JavaScript string with one character for each byte. Of an ASCII text that is the text itself. The time taken
// grows in proportion to the text, whatever stands in it.
(() => {
  "use strict";

  const maxGap = 16; // bytes between a cue and its code
  const maxName = 64; // bytes of an identifier that are looked at
  const maxPrefix = 20; // codes offered for the beginning of one
  const maxUnknown = 100; // unknown spellings that are reported
  const maxWhole = 512; // bytes of a text that are looked up as one code
  const maxNumbers = 20000; // different numbers without a cue that are looked up
  const maxDigits = 40; // of a number that is looked up
  const maxWord = 96; // bytes of a code that has letters
  const maxParts = 12; // runs of letters, digits and signs that one code is put together from
  const maxSpans = 20; // nested ranges that answer for one number
  const maxNonStarters = 30; // marks on one character that are normalised together

  // ---- Byte strings ----

  const isASCII = (s) => !/[^\x00-\x7f]/.test(s);

  function fromCodePoint(c) {
    if (c < 0x80) return String.fromCharCode(c);
    if (c < 0x800) return String.fromCharCode(0xc0 | (c >> 6), 0x80 | (c & 63));
    if (c >= 0xd800 && c <= 0xdfff) c = 0xfffd; // half of a pair
    if (c < 0x10000) return String.fromCharCode(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    return String.fromCharCode(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }

  function toBytes(text) {
    if (isASCII(text)) return text;
    let out = "";
    for (const ch of text) out += fromCodePoint(ch.codePointAt(0));
    return out;
  }

  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  function fromBytes(s) {
    if (isASCII(s)) return s;
    const bytes = new Uint8Array(s.length);
    for (let i = 0; i < s.length; i++) bytes[i] = s.charCodeAt(i);
    return decoder.decode(bytes);
  }

  // runeAt returns the code point at i of a text that ends at end; width is how many bytes it has.
  let width = 1;

  function runeAt(s, i, end) {
    const c = s.charCodeAt(i);
    width = 1;
    if (c < 0x80) return c;
    const n = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
    if (c < 0xc0 || i + n > end) return 0xfffd;
    width = n;
    let r = c & (0x7f >> n);
    for (let k = 1; k < n; k++) r = (r << 6) | (s.charCodeAt(i + k) & 63);
    return r;
  }

  function runeBefore(s, i) {
    let at = i - 1;
    while (at > 0 && i - at < 4 && (s.charCodeAt(at) & 0xc0) === 0x80) at--;
    return runeAt(s, at, i);
  }

  function toLower(s) {
    if (isASCII(s)) return s.toLowerCase();
    let out = "";
    for (const ch of fromBytes(s)) out += toBytes(ch === "\u0130" ? "i" : ch.toLowerCase()); // letter by letter
    return out;
  }

  const isSpaceRune = (r) => (r >= 9 && r <= 13) || r === 32 || r === 0x85 || r === 0xa0 || r === 0x1680 ||
    (r >= 0x2000 && r <= 0x200a) || r === 0x2028 || r === 0x2029 || r === 0x202f || r === 0x205f || r === 0x3000;

  // trimmed returns where a text without the white space around it begins and ends.
  function trimmed(s) {
    let from = 0;
    let to = s.length;
    while (from < to && isSpaceRune(runeAt(s, from, to))) from += width;
    while (from < to && isSpaceRune(runeBefore(s, to))) to -= width;
    return [from, to];
  }

  const trim = (s) => s.slice(...trimmed(s));

  const trimRight = (s, chars) => {
    let n = s.length;
    while (n > 0 && chars.includes(s[n - 1])) n--;
    return s.slice(0, n);
  };

  // ---- Characters ----

  const digit = 1;
  const hexLetter = 2;
  const letter = 4;
  const space = 8;
  const kinds = new Uint8Array(256);
  for (let c = 48; c < 58; c++) kinds[c] = digit;
  for (let c = 65; c < 91; c++) kinds[c] = kinds[c + 32] = letter | (c < 71 ? hexLetter : 0);
  for (const c of [9, 10, 11, 12, 13, 32]) kinds[c] = space;

  const isKind = (s, i, kind) => i < s.length && (kinds[s.charCodeAt(i)] & kind) !== 0;
  const isDigit = (s, i) => isKind(s, i, digit);
  const isHex = (s, i) => isKind(s, i, digit | hexLetter);
  const isLetter = (s, i) => isKind(s, i, letter);
  const isAlnum = (s, i) => isKind(s, i, digit | letter);
  const isOneOf = (s, i, chars) => i >= 0 && i < s.length && chars.includes(s[i]);

  const wordKnown = new Uint8Array(0x10000);
  const wordPattern = /^[\p{L}\p{Nd}\p{M}]$/u;

  // isWordRune tells a character of a word of a script that puts spaces between words, or an underscore.
  function isWordRune(r) {
    if (r < 0x80) return (kinds[r] & (digit | letter)) !== 0 || r === 95;
    if (r > 0xffff) return !isDense(r) && wordPattern.test(String.fromCodePoint(r));
    if (wordKnown[r] === 0) wordKnown[r] = !isDense(r) && wordPattern.test(String.fromCharCode(r)) ? 2 : 1;
    return wordKnown[r] === 2;
  }

  // isDense tells a letter of a script that is written without spaces between words, or whose words take endings without a
  // boundary.
  function isDense(r) {
    if (r < 0x0e00) return false;
    return r <= 0x0eff || (r >= 0x1000 && r <= 0x109f) || (r >= 0x1100 && r <= 0x11ff) || (r >= 0x1780 && r <= 0x17ff) ||
      r === 0x3005 || r === 0x3007 || (r >= 0x3041 && r <= 0x3096) || (r >= 0x309d && r <= 0x309f) ||
      (r >= 0x30a1 && r <= 0x30fa) || (r >= 0x30fc && r <= 0x30ff) || (r >= 0x3130 && r <= 0x318f) ||
      (r >= 0x31f0 && r <= 0x31ff) || (r >= 0x3400 && r <= 0x4dbf) || (r >= 0x4e00 && r <= 0x9fff) ||
      (r >= 0xac00 && r <= 0xd7ff) || (r >= 0xf900 && r <= 0xfaff) || (r >= 0xff66 && r <= 0xff9f) ||
      (r >= 0x20000 && r <= 0x3ffff);
  }

  const wordBefore = (s, i) => i > 0 && isWordRune(runeBefore(s, i));

  // wordAt returns the end of the word that begins at i, or i where none does.
  function wordAt(s, i, end = s.length) {
    while (i < end) {
      const c = s.charCodeAt(i);
      if (c < 0x80) {
        if ((kinds[c] & (digit | letter)) === 0 && c !== 95) break;
        i++;
        continue;
      }
      if (!isWordRune(runeAt(s, i, end))) break;
      i += width;
    }
    return i;
  }

  function step(s, i) {
    runeAt(s, i, s.length);
    return i + width;
  }

  function runEnd(s, i, kind, end = s.length) {
    while (i < end && (kinds[s.charCodeAt(i)] & kind) !== 0) i++;
    return i;
  }

  const digitsEnd = (s, i) => runEnd(s, i, digit);
  const hexEnd = (s, i) => runEnd(s, i, digit | hexLetter);
  const lettersEnd = (s, i) => runEnd(s, i, letter);
  const hexUpTo = (s, i, n) => runEnd(s, i, digit | hexLetter, Math.min(s.length, i + n));

  function skipSpaces(s, i) {
    for (let n = 0; n < 3 && s[i] === " "; n++) i++;
    return i;
  }

  // ---- Normal form ----

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

  // firstWhere returns the first of n numbers for which a condition holds that holds for all later ones, or n.
  function firstWhere(n, holds) {
    let low = 0;
    while (low < n) {
      const mid = (low + n) >> 1;
      if (holds(mid)) n = mid;
      else low = mid + 1;
    }
    return low;
  }

  // ---- Numbers ----
  //
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

  // ---- The words that tell what a number beside them is ----

  const list = (words) => words.split(" ").map(toBytes);
  const wordSet = (words) => new Set(list(words));
  const cues = wordSet("code codes err error errors errno errcode errorcode errcodes ret retcode rc status statuscode result " +
    "resultcode rst hresult exitcode exception fault sqlcode sqlstate returncode ec errnum kod fehler erreur");
  const links = wordSet("is was of no number num nr value equals returned returns with the a id with");
  const others = wordSet("id ids uid pid tid seq sequence size len length count cnt total port line lines row col column " +
    "version ver time timestamp ts ms index idx offset random rand nonce appid sdkappid userid roomid groupid " +
    "thread process retry retries attempt attempts times duration elapsed cost took timeout width height age " +
    "page limit num qty amount price year month day hour minute second build phone tel mobile imei level");
  const beside = wordSet("line port pid tid uid thread process attempt retry page step version build row column took after");
  const notCodes = wordSet("bar qr post zip postal country area verify verification invite invitation promo sms source lang " +
    "language color colour dial region captcha pass");
  const amounts = wordSet("ms s sec secs second seconds min mins minute minutes h hour hours day days week weeks month months " +
    "year years kb mb gb tb kib mib gib bytes byte bits px times users members items rows messages percent");
  const dense = list("エラーコード エラー番号 エラー値 エラー 返り値 戻り値 リターンコード コード 番号 错误代码 错误码 错误号 错误 " +
    "返回码 返回值 状态码 代码 报错 錯誤代碼 錯誤碼 錯誤 返回碼 狀態碼 代碼 에러코드 에러 오류코드 오류 코드 반환값 รหัสข้อผิดพลาด รหัส ข้อผิดพลาด");
  const after = list("エラー 错误 报错 錯誤 에러 오류");
  const counters = list("秒 分 時間 小时 小時 回 件 個 个 名 人 文字 行 バイト 次 条 條 字节 개 명 초 분 시간 회 글자 바이트 天 円 元 원 % ％");
  const dates = list("年 月 日 時 时 点 년 월 일 시");
  const denseLinks = new Set([..."はがをの為为是이가는은을를「『【《〈“”‘’"].map((ch) => ch.codePointAt(0)));

  // cueBefore looks for a cue that ends just before i and returns where it begins, or -1.
  function cueBefore(s, i) {
    let start = -1;
    let at = i;
    for (let n = 0; n < 4; n++) {
      const word = wordBack(s, skipBack(s, at, " \t:=#\"'`([{<>|*-"));
      if (!word.cue && (start >= 0 || !word.link)) break;
      at = word.start;
      if (word.cue) start = at;
    }
    return start;
  }

  // wordBack looks at the word that ends at j: where it begins, whether it is a cue, and whether it may link a cue to its
  // code.
  function wordBack(s, j) {
    if (j === 0) return { start: j, cue: false, link: false };
    if (s[j - 1] === "." && j > 1 && isLetter(s, j - 2)) j--; // "no."
    else if (s.charCodeAt(j - 1) >= 0x80) return denseBack(s, j);
    const start = nameStart(s, j);
    const name = s.slice(start, j);
    const [last, before] = lastPart(name);
    if (cues.has(last)) return { start, cue: !notCodes.has(before), link: false };
    return { start, cue: false, link: links.has(name.toLowerCase()) };
  }

  function denseBack(s, j) {
    for (const w of dense) {
      if (j >= w.length && s.startsWith(w, j - w.length)) return { start: j - w.length, cue: true, link: false };
    }
    const r = runeBefore(s, j);
    return { start: j - width, cue: false, link: denseLinks.has(r) };
  }

  // cueAfter looks for a cue that follows the code ending at i and returns where it ends, or -1.
  function cueAfter(s, i) {
    for (let n = 0; n < 2 && isOneOf(s, i, " \")]>"); n++) i++;
    for (const w of after) if (s.startsWith(w, i)) return i + w.length;
    const end = wordAt(s, i);
    if (end - i > 6 || end - i < 3) return -1;
    const word = toLower(s.slice(i, end));
    if (!word.startsWith("err") || !cues.has(word)) return -1;
    let next = end;
    while (next < end + 3 && s[next] === " ") next++;
    return next === s.length || !isOneOf(s, next, ":=-(0123456789") ? end : -1;
  }

  // namesOther tells whether the identifier before i says that the number at i is no code: userId=10003, line 302.
  function namesOther(s, i) {
    const j = skipBack(s, i, " \t:=#\"'-");
    if (j === 0 || (!isAlnum(s, j - 1) && s[j - 1] !== "_")) return false;
    const name = s.slice(nameStart(s, j), j);
    const between = s.slice(j, i);
    if (between.includes(":") || between.includes("=")) return others.has(lastPart(name)[0]);
    return j < i && beside.has(name.toLowerCase());
  }

  function nameStart(s, j) {
    const low = Math.max(0, j - maxName);
    while (j > low && (isAlnum(s, j - 1) || s[j - 1] === "_")) j--;
    return j;
  }

  // lastPart splits an ASCII identifier at its last underscore or capital: that part and the one before, folded.
  function lastPart(name) {
    name = trimRight(name, "_");
    const at = partStart(name);
    const rest = trimRight(name.slice(0, at), "_");
    return [name.slice(at).toLowerCase(), rest.slice(partStart(rest)).toLowerCase()];
  }

  const isUpper = (s, i) => i >= 0 && s[i] >= "A" && s[i] <= "Z";

  function partStart(name) {
    let i = name.length;
    while (i > 0 && ((name[i - 1] >= "a" && name[i - 1] <= "z") || isDigit(name, i - 1))) i--;
    if (i === name.length) {
      while (isUpper(name, i - 1)) i--;
      return i;
    }
    return isUpper(name, i - 1) ? i - 1 : i;
  }

  function skipBack(s, i, chars) {
    const low = Math.max(0, i - maxGap);
    while (i > low && chars.includes(s[i - 1])) i--;
    return i;
  }

  // ---- Masks: each returns the end of what begins at i, or i ----

  // boundary returns end, or i where a word goes on at end.
  const boundary = (s, i, end) => (wordAt(s, end) > end ? i : end);

  function hasKind(s, from, to, kind) {
    for (let i = from; i < to; i++) if ((kinds[s.charCodeAt(i)] & kind) !== 0) return true;
    return false;
  }

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

  // maskPart masks a date, time, network address, version, telephone number or identifier.
  function maskPart(s, i) {
    for (const mask of masks) {
      const end = mask(s, i);
      if (end > i) return end;
    }
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

  // ---- The set ----

  const asPublished = 0; // how far a spelling is from the published one
  const asSpelled = 1;
  const asValue = 2;
  const asBits = 3;

  // What the keys of numbers and of all other codes begin with, so that neither is a beginning of the other.
  const numberPrefix = "0";
  const wordPrefix = "a";

  const isSeparator = (c) => c === "-" || c === "_" || c === "." || c === " ";

  // squash reduces a spelling to what tells codes apart: lower case, no separators inside, no leading zeros. Two numbers
  // that a separator kept apart stay apart.
  function squash(text) {
    text = toLower(text);
    let out = "";
    let gap = false;
    for (let i = 0; i < text.length;) {
      let end = i + 1;
      if (isDigit(text, i)) {
        end = digitsEnd(text, i);
        if (gap && isDigit(out, out.length - 1)) out += ".";
        const run = trimZeros(text.slice(i, end));
        out += run === "" && end < text.length ? "0" : run;
        gap = true;
      } else if (isSeparator(text[i])) {
        while (end < text.length && isSeparator(text[end])) end++;
        if (out === "" || end === text.length) out += text.slice(i, end);
        gap = true;
      } else {
        out += text[i];
        gap = false;
      }
      i = end;
    }
    return out;
  }

  const squashPrefix = (text) => squash(trimRight(text, "0-_. "));

  // headOf returns the run of letters or digits that a code begins with, folded, or its first character.
  function headOf(text) {
    if (isDigit(text, 0)) return trimZeros(text.slice(0, Math.min(digitsEnd(text, 0), maxWord)));
    if (isLetter(text, 0)) return text.slice(0, Math.min(lettersEnd(text, 0), maxWord)).toLowerCase();
    return text.slice(0, step(text, 0));
  }

  function append(map, key, i) {
    const have = map.get(key);
    if (have) have.push(i);
    else map.set(key, [i]);
  }

  function appendOnce(map, key, i) {
    const have = map.get(key);
    if (!have || have[have.length - 1] !== i) append(map, key, i);
  }

  const none = [];

  class CodeSet {
    constructor(codes) {
      this.list = codes;
      this.texts = codes.map((c) => toBytes(c.text));
      this.exact = new Map(); // codes as published
      this.spell = new Map(); // their normal forms and aliases, where those differ
      this.value = new Map(); // integers that are not in canonical form, by that form
      this.fold = new Map(); // codes and aliases with letters or separators, squashed
      this.bits = new Map(); // 32-bit numbers
      this.bounds = new Map(); // ranges by their bounds
      this.spans = []; // ranges, by lower bound
      this.prefixes = []; // every code by what it begins with
      this.heads = new Map(); // how long a code with letters that begins so may be
      this.values = []; // integers and ranges by value
      codes.forEach((c, i) => this.add(i, c));
      this.prefixes.sort((a, b) => compare(a.text, b.text) || a.index - b.index);
      this.values.sort((a, b) => compare(a.lo, b.lo) || a.index - b.index);
      this.spans.sort((a, b) => compare(a.lo, b.lo) || a.index - b.index);
      this.spans.forEach((span, i) => {
        const before = i > 0 ? this.spans[i - 1].reach : span.hi;
        span.reach = before > span.hi ? before : span.hi;
      });
    }

    get length() { return this.list.length; }

    at(i) { return this.list[i]; }

    add(i, c) {
      append(this.exact, this.texts[i], i);
      const plain = new Normal(c.text).s;
      if (plain !== this.texts[i]) appendOnce(this.spell, plain, i);
      this.addSpelling(i, plain, c.range);
      for (const other of c.aliases || none) {
        const alias = new Normal(other).s;
        appendOnce(this.spell, alias, i);
        this.addSpelling(i, alias, false);
      }
      if (c.range) {
        const [lo, hi] = [integer(String(c.lo)), integer(String(c.hi))];
        append(this.bounds, `${lo} ${hi}`, i);
        this.spans.push({ lo, hi, reach: hi, index: i, width: distance(hi, lo) });
        this.values.push({ lo, hi, index: i });
        return;
      }
      const n = parseNumber(plain);
      if (!n) return;
      const v = n.hex ? undefined : valueOf(n);
      if (v !== undefined) this.values.push({ lo: v, hi: v, index: i });
      const bits = bitsOf(n);
      if (bits !== undefined && c.number) append(this.bits, bits, i);
    }

    // addSpelling makes one spelling of a code known to the lookups that are lenient about form.
    addSpelling(i, text, isRange) {
      const n = parseNumber(text);
      if (n && !n.hex) {
        if (canon(n) !== text) appendOnce(this.value, canon(n), i);
        this.prefixes.push({ text: numberPrefix + text, index: i });
        return;
      }
      if (isRange) {
        this.prefixes.push({ text: numberPrefix + text, index: i });
        return;
      }
      const folded = squash(text);
      if (folded === "") return;
      this.prefixes.push({ text: wordPrefix + folded, index: i });
      appendOnce(this.fold, folded, i);
      const head = headOf(text);
      if (text.length <= maxWord) this.heads.set(head, Math.max(this.heads.get(head) || 0, text.length + 4));
    }

    // number returns the codes that a number spells, the closest spelling only, and how close it is.
    number(n) {
      let found = this.exact.get(n.text);
      if (found) return [found, asPublished];
      found = this.spell.get(n.text);
      if (found) return [found, asSpelled];
      found = this.canonical(n);
      if (found.length > 0) return [found, asValue];
      const bits = bitsOf(n);
      return [(bits !== undefined && this.bits.get(bits)) || none, asBits];
    }

    // canonical returns the codes with the same value: the canonical spelling before those with leading zeros.
    canonical(n) {
      if (n.hex) return this.fold.get(squash(n.text)) || none;
      const form = canon(n);
      const more = this.value.get(form);
      const found = this.exact.get(form) || none;
      return more ? found.concat(more) : found;
    }

    // word returns the codes that a text without a number's form spells, the closest spelling only.
    word(text) {
      let found = this.exact.get(text);
      if (found) return [found, asPublished];
      found = this.spell.get(text);
      if (found) return [found, asSpelled];
      const folded = squash(text);
      return [(folded !== "" && this.fold.get(folded)) || none, asValue];
    }

    // within returns the ranges that hold the number, the narrowest first.
    within(n) {
      if (this.spans.length === 0) return none;
      const v = valueOf(n);
      if (v === undefined) return none;
      const found = this.stab(v, n.hex);
      const bits = bitsOf(n);
      if (bits === undefined) return found;
      for (const twin of [bits | 0, bits]) if (twin !== Number(v)) found.push(...this.stab(twin, true));
      return found;
    }

    stab(v, twins) {
      const found = [];
      let i = firstWhere(this.spans.length, (k) => this.spans[k].lo > v) - 1;
      for (; i >= 0 && this.spans[i].reach >= v && found.length < maxSpans; i--) {
        const span = this.spans[i];
        if (span.hi >= v && (!twins || this.list[span.index].number)) found.push(span);
      }
      found.sort((a, b) => compare(a.width, b.width) || a.index - b.index);
      return found.map((span) => span.index);
    }

    // find returns every code in a text, best first, each once; text that is nothing but one code leads to that code. found:
    // {index, match, cued, from, to, written, read}, where match is exact, range, sign or prefix; unknown, in the order of
    // the text: the same without index and match; spans, every place at which a code stands, in the order of the text:
    // {index, match, cued, from, to}; rest: the normalised text without codes, their cues and everything masked.
    find(text) {
      const scan = new Scan(this, text);
      if (!scan.whole()) scan.all();
      return scan.finding();
    }

    // reason tells why what was found in a text is that code, as Go's Reason does; null where the code itself is written there.
    reason({ index, match, written, read }) {
      const c = this.list[index];
      if (match === "range") return { kind: match, number: read.replaceAll(",", ""), lo: String(c.lo), hi: String(c.hi) };
      if (match !== "exact") return { kind: match, written };
      return fromBytes(trim(toBytes(written))) === c.text ? null : { kind: spellingOf(c, read), written };
    }

    // nearest returns at most n codes that look like what was written, the most alike first.
    nearest(written, n) {
      const text = trim(new Normal(written).s);
      if (n <= 0 || text === "" || text.length > maxWord) return [];
      const number = parseNumber(text.replaceAll(",", ""));
      const near = number && !number.hex ? this.nearNumber(number) : this.nearWord(squash(text));
      near.sort((a, b) => compare(a.rank, b.rank) || a.index - b.index);
      return [...new Set(near.map((c) => c.index))].slice(0, n);
    }

    // nearNumber ranks by distance; one keystroke away counts as a distance of at most ten.
    nearNumber(n) {
      const v = valueOf(n);
      if (v === undefined) return [];
      const size = distance(v, 0);
      const tenth = typeof size === "bigint" ? size / 10n : Math.floor(size / 10);
      const reach = tenth > 100 ? tenth : 100;
      const text = canon(n);
      const near = [];
      for (const c of this.values) {
        let d = distance(v, c.lo);
        if (c.hi !== c.lo) {
          const other = distance(v, c.hi);
          if (other < d) d = other;
          if (v >= c.lo && v <= c.hi) d = 0;
        }
        if (d > 10 && c.lo === c.hi && typos(text, this.texts[c.index], 1) <= 1) d = 10;
        if (d <= reach) near.push({ index: c.index, rank: d });
      }
      return near;
    }

    // nearWord ranks by keystrokes, then by the length of the common beginning.
    nearWord(text) {
      const limit = Math.min(2, Math.floor(text.length / 3) + 1);
      const near = [];
      for (const c of this.prefixes) {
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
  }

  // spellingOf tells in which way a text that leads to exactly a code spells it.
  function spellingOf(c, text) {
    const read = trim(new Normal(text).s);
    const plain = new Normal(c.text).s;
    if (read === plain || squash(read) === squash(plain)) return "spelling";
    if ((c.aliases || none).some((alias) => squash(new Normal(alias).s) === squash(read))) return "alias";
    const n = parseNumber(read.replaceAll(",", ""));
    const own = parseNumber(plain);
    if (!n || !own || (!n.hex && !own.hex && canon(n) === canon(own))) return "spelling";
    const [a, b] = [valueOf(n), valueOf(own)];
    if (a === undefined || b === undefined || compare(a, b) !== 0) return "twos-complement";
    return n.hex === own.hex ? "spelling" : "hex";
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

  // ---- One walk over a text ----

  // The tiers, best first; those of a cued code are three better. A cued prefix is no better than any other.
  const tierExact = 3;
  const tierRange = 4;
  const tierSign = 5;
  const tierPrefix = 6;

  const compareHits = (a, b) => a.tier - b.tier || a.from - b.from || a.level - b.level || a.index - b.index;

  class Scan {
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
      this.numbers = new Map(); // looked up without a cue, with what was found
      this.cuts = []; // what is missing in the rest
    }

    // whole looks the whole text up as one code and tells whether that ends the search.
    whole() {
      const [from, to] = trimmed(this.s);
      if (from === to || to - from > maxWhole) return false;
      const text = this.s.slice(from, to);
      if (!hasKind(text, 0, text.length, space)) [this.bareFrom, this.bareTo] = [from, to];
      if (parseNumber(text)) return false;
      let [found, level] = this.set.word(trim(toBytes(this.t.orig)));
      if (found.length === 0) [found, level] = this.set.word(text);
      for (const index of found) this.add({ index, match: "exact", cued: false, tier: tierExact, level, from, to });
      if (found.length === 0) return false;
      this.cut(from, to);
      this.prefix(wordPrefix + squash(text), from, to);
      return true;
    }

    all() {
      for (let i = 0; i < this.s.length;) i = this.next(i);
    }

    // next reads what begins at i and returns where to go on.
    next(i) {
      const s = this.s;
      if (isKind(s, i, space)) return i + 1;
      if (wordBefore(s, i)) return Math.max(wordAt(s, i), step(s, i));
      let end = maskWhole(s, i);
      if (end > i) return this.cut(i, end);
      end = this.coded(i);
      if (end > i) return end;
      if (s[i] === "-" && isDigit(s, i + 1)) return this.numberAt(i, i + 1);
      if (!isAlnum(s, i)) return Math.max(step(s, i), wordAt(s, i));
      end = maskPart(s, i);
      if (end > i) return this.cut(i, end);
      return isDigit(s, i) ? this.numberAt(i, i) : this.letters(i);
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
        spans: this.places.map((hit) => {
          const [from, to] = this.t.span(hit.from, hit.to);
          return { index: hit.index, match: hit.match, cued: hit.cued, from, to };
        }),
        rest: this.rest(),
      };
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
      if (t.cued) this.resolve(t);
      else this.bareNumber(t);
      return end;
    }

    // bareNumber looks a number without a cue up. A second time it leads to nothing new but a place. Of very many different
    // ones those at the end are passed over.
    bareNumber(t) {
      if (!this.numbers.has(t.text) && this.numbers.size < maxNumbers) {
        this.resolve(t);
        const place = this.places[this.places.length - 1];
        this.numbers.set(t.text, place && place.from === t.from && place.to === t.to ? place : null);
        return;
      }
      const before = this.numbers.get(t.text);
      if (before) this.place({ ...before, from: t.from, to: t.to });
      this.cut(t.from, t.to);
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

    // rangeAt reads "120001 - 130000" where the set has that very range, and returns its end, or 0.
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

    isBare(from, to) { return this.bareFrom === from && this.bareTo === to; }

    // coded looks for a code with letters or signs in it that begins at i, the longest first. It returns where to go on, or
    // 0 where there is none.
    coded(i) {
      const longest = this.set.heads.get(headOf(this.s.slice(i, i + maxWord)));
      if (longest === undefined) return 0;
      const ends = endsAt(this.s, i, longest);
      for (let k = ends.length - 1; k >= 0; k--) {
        const end = ends[k];
        const text = this.s.slice(i, end);
        if (parseNumber(text)) continue;
        const [found, level] = this.set.word(text);
        if (found.length === 0 || (!isAlnum(text, 0) && level > asSpelled)) continue;
        const t = this.around({ from: i, to: end });
        this.cut(t.cutFrom, t.cutTo);
        this.addAll(found, t, "exact", tierExact, level);
        return end;
      }
      return 0;
    }

    // letters reads the word that begins at i with a letter and returns where to go on. A number glued to a cue
    // (errcode6017, ERR_302) is read as one; a word shaped like a code of the set is reported as unknown.
    letters(i) {
      const s = this.s;
      const end = wordAt(s, i);
      let at = end;
      while (at > i && end - at < maxDigits && isDigit(s, at - 1)) at--;
      const name = trimRight(s.slice(i, at), "_");
      if (at < end && name.length <= maxName) {
        const [last, before] = lastPart(name);
        const isCue = cues.has(last) && !notCodes.has(before);
        if (isCue || (name.toLowerCase() === "e" && end - at > 1)) {
          const n = parseNumber(s.slice(at, end));
          if (n) this.resolve({ ...n, from: at, to: end, cutFrom: i, cutTo: end, cued: true });
          return end;
        }
      }
      return this.shaped(i, end);
    }

    // shaped reports a word that begins like codes of the set and goes on with digits, such as ORA-99999, as unknown, or as
    // a prefix where it is the whole text.
    shaped(i, end) {
      const s = this.s;
      if (!this.set.heads.has(headOf(s.slice(i, i + maxWord))) && this.bareFrom !== i) return end;
      let to = end;
      while (to - i < maxWord && isOneOf(s, to, "-_:.") && isAlnum(s, to + 1)) to = wordAt(s, to + 1);
      if (to - i > maxWord) return end;
      const text = s.slice(i, to);
      if (this.isBare(i, to) && to - i > 1 && this.prefix(wordPrefix + squashPrefix(text), i, to)) return this.cut(i, to);
      if (!hasKind(text, 0, text.length, digit) || !this.set.heads.has(headOf(text))) return end;
      const t = this.around({ from: i, to });
      this.cut(t.cutFrom, t.cutTo);
      this.miss(t.cued, i, to, text);
      return to;
    }

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

  // endsAt returns where a code that begins at i may end: wherever the kind of character changes, up to n bytes on.
  function endsAt(s, i, n) {
    const limit = Math.min(s.length, i + n);
    const ends = [];
    for (let at = i; at < limit && ends.length < maxParts;) {
      let end = wordAt(s, at, limit);
      if (end === at) end = step(s, at);
      at = end;
      if (at > limit || isKind(s, at - 1, space) || (wordBefore(s, at) && wordAt(s, at) > at)) continue;
      if (s[at] === "." && isDigit(s, at - 1) && isDigit(s, at + 1)) continue;
      ends.push(at);
    }
    return ends;
  }

  // ---- A set that is too large to be read whole ----

  const maxKeys = 200; // of a text that are looked up
  const maxFiles = 12; // that are read for them
  const maxPrefixFiles = 3; // that are read for what codes may begin with

  // The keys under which a text's codes may be filed (Key in Go). A code that is written in another base has another key.
  class Keys {
    constructor(heads, numbers) {
      this.heads = heads;
      this.numbers = numbers;
      this.keys = new Set();
    }

    add(s) {
      const n = parseNumber(s);
      const key = n && !n.hex ? trimZeros(n.digits) || "0" : squash(s);
      if (key !== "") this.keys.add(key);
      const bits = n && this.numbers ? bitsOf(n) : undefined;
      if (bits === undefined) return;
      for (const twin of [`${bits}`, `${Math.abs(bits | 0)}`, squash(`0x${bits.toString(16)}`)]) this.keys.add(twin);
    }

    // all walks over a text as Scan does, but takes for a code whatever may be one.
    all(s) {
      for (let i = 0; i < s.length && this.keys.size < maxKeys;) i = this.next(s, i);
    }

    next(s, i) {
      if (isKind(s, i, space)) return i + 1;
      if (wordBefore(s, i)) return Math.max(wordAt(s, i), step(s, i));
      const whole = maskWhole(s, i);
      if (whole > i) return whole;
      if (!this.heads || this.heads.has(headOf(s.slice(i, i + maxWord)))) {
        for (const end of endsAt(s, i, maxWord)) this.add(s.slice(i, end));
      }
      const at = s[i] === "-" ? i + 1 : i;
      if (isDigit(s, at)) {
        const part = at === i ? maskPart(s, i) : i;
        return part > i ? part : this.number(s, at);
      }
      const end = Math.max(step(s, i), wordAt(s, i));
      let digits = end;
      while (digits > i && isDigit(s, digits - 1)) digits--;
      if (digits > i && digits < end) this.add(s.slice(digits, end)); // glued to a cue
      return end;
    }

    number(s, i) {
      let end = isHexAt(s, i) ? hexEnd(s, i + 2) : digitsEnd(s, i);
      this.add(s.slice(i, end));
      if (end - i > 3) return end;
      while (s[end] === "," && runEnd(s, end + 1, digit, end + 5) === end + 4) end += 4;
      this.add(s.slice(i, end).replaceAll(",", ""));
      return end;
    }
  }

  // filesFor returns which files of codes may hold those of a text: numbers into the list of the files' first keys.
  function filesFor(text, { codes, heads, numbers }) {
    const firsts = codes.map(toBytes);
    const fileOf = (key) => Math.max(0, firstWhere(firsts.length, (k) => firsts[k] > key) - 1);
    const s = new Normal(text).s;
    const keys = new Keys(heads ? new Set(heads.map(toBytes)) : null, numbers);
    const bare = trim(s);
    const files = new Set();
    if (bare !== "" && bare.length <= maxWhole) {
      keys.add(trim(toBytes(text)));
      keys.add(bare);
      if (!hasKind(bare, 0, bare.length, space)) {
        const number = parseNumber(bare);
        const prefix = number ? trimZeros(number.digits) : squashPrefix(bare);
        for (let k = fileOf(prefix); prefix !== "" && k <= fileOf(`${prefix}\xff`) && files.size < maxPrefixFiles; k++) files.add(k);
      }
    }
    keys.all(s);
    for (const key of keys.keys) if (files.size < maxFiles) files.add(fileOf(key));
    return firsts.length > 0 ? [...files].sort((a, b) => a - b) : [];
  }

  const dashes = list("- ~ 〜 .. …");
  const signs = list("$ ¥ € £ ₩ @");
  const degree = toBytes("°");

  globalThis.errbookCodes = Object.freeze({
    makeSet: (codes) => new CodeSet(codes),
    filesFor,
    normalize: (text) => fromBytes(new Normal(text).s),
    isDense, // of a code point: a letter of a script without spaces between words
    isWord: isWordRune, // of a code point: a character of a word of any other script
  });
})();
