// A number or word of a line that leads to a code, and what stands around it says of it: as place.go, evidence.go and
// miscue.go of package search/ticket, in byte strings (see codes.js). A part of ticket-read.js.
(() => {
  "use strict";
  const { fromBytes, isDense, isOneOf, runeBefore, toBytes, trim } = globalThis.errbookCodesParts.text;
  const { Normal } = globalThis.errbookCodesParts.normal;
  const parts = globalThis.errbookTicketParts;
  const words = parts.words;
  const { after, before, compared, firstWord, hasPrefix, hasSuffix, isDigits, isWord, lastWord, trimLeft, trimRight } = parts.line;

  const chars = (list) => [...list].map(toBytes);
  const opening = chars(" \t\"'`([{<*:");
  const closing = chars(" \t\"'`)]}>*」』");
  const beforePhrase = chars(" \t\"'`([{<*>|「『・");
  const beforeCue = chars(" \t:=#\"'`([{<*|-");
  const blank = [" "];

  const isLetterRune = (r) => /^\p{L}$/u.test(String.fromCodePoint(r));

  class Place {
    // The line is a byte string; from and to are bytes of it. follows is where the code before it in the line ends, 0 where
    // there is none.
    constructor({ index, match, cued, from, to, line, code, column, follows }) {
      Object.assign(this, { index, match, from, to, line, code, column, follows });
      this.cued = cued || column === "code";
      this.written = fromBytes(line.slice(from, to));
      this.read = new Normal(this.written).s;
      this.around = {};
    }

    get before() { return (this.around.before ??= before(this.line, this.from)); }

    get after() { return (this.around.after ??= after(this.line, this.to)); }

    // isMiscued tells whether the cue before a number is part of a name for something else: versionCode 30012, close code
    // 1001, 管理番号 90022. The word that makes it one stands before it, or is glued to it.
    isMiscued() {
      const s = trimRight(this.before, beforeCue);
      const cue = words.broadCues.find((w) => s.endsWith(w));
      if (cue !== undefined) {
        const bare = trimRight(s.slice(0, s.length - cue.length), blank);
        return bare !== "" && isDense(runeBefore(bare, bare.length)) && !hasSuffix(bare, words.errorNames);
      }
      const [rest, word] = lastWord(s);
      const assigned = trimRight(this.before, beforeValue).endsWith("=");
      if ((assigned && words.names.includes(word)) || words.otherErrors.includes(word)) return true; // pid=6206 ERROR
      if (this.isClosing()) return true;
      if (word.endsWith("code")) {
        const what = word.slice(0, -4).replace(/^_+/, "").replace(/_+$/, "");
        if (what !== "") return words.otherCodes.includes(what);
      }
      const [, what] = lastWord(trimRight(rest, [" ", "-"]));
      return word === "code" && words.otherCodes.includes(what);
    }

    // isOfOthers tells whether another system is named beside a number, and nothing of this site's between the two. Where the
    // code's catalogue is called after such a system, that is no other.
    isOfOthers() {
      if (hasWord(toBytes(this.code.catalog.toLowerCase()), words.systems) >= 0) return false;
      if (hasWord(this.after, words.systems) >= 0) return true;
      const at = hasWord(this.before, words.systems);
      return at >= 0 && hasWord(this.before.slice(at), words.own) < 0;
    }

    // isClosing tells whether a number is the code with which a web socket was closed (RFC 6455, section 7.4.1).
    isClosing() {
      if (this.read.length !== 4 || this.read < "1000" || this.read > "1015") return false;
      return words.closings.some((w) => this.before.includes(w) || this.after.includes(w));
    }

    // isSpelled tells whether a code has letters or signs by which it is known wherever it stands. A number in hexadecimal is
    // known so only where that is how it was published.
    isSpelled() {
      if (this.code.range) return true; // of ranges, only their own spelling is an exact match
      const plain = isDigits(this.read.replace(/[-, ~.]/g, ""));
      if (!plain && /^0x/i.test(this.read)) return /^0x/i.test(this.code.text);
      return !plain;
    }

    // isSigned tells whether a negative number stands there with its sign.
    isSigned() { return this.read.startsWith("-") && this.code.text.startsWith("-"); }

    // isTwin tells whether a negative code stands there as the 32 bits that it has in memory: 4294966994 or 0xFFFFFED2 for
    // -302. Such a number is no other by chance, but for the last ones, which stand for "none".
    isTwin() {
      return this.match === "exact" && this.code.text.startsWith("-") && this.code.text.length > 3 && !this.read.startsWith("-");
    }

    // isNamed tells whether something else than a code has this number for its name or value.
    isNamed() {
      if (this.isGlued()) return true;
      let bare = trimRight(this.before, namesEnd);
      if (bare.endsWith("=") || bare.endsWith("\":")) return true; // a cue there would have been seen
      bare = trimRight(bare, [":", "."]);
      return hasSuffix(bare, words.denseNames) || words.names.includes(lastWord(bare)[1]);
    }

    // isGlued tells whether a number is part of a longer name: gw-7004, #20028, 70107-22, a_7004, 3/7004.
    isGlued() {
      if (this.before.endsWith("/") && this.isListed()) return false; // 6206/6208
      if (isOneOf(this.before, this.before.length - 1, "#_/.-@\\")) return true;
      return this.after.length > 1 && "-_/:@\\".includes(this.after[0]) && isWord(this.after, 1);
    }

    // toldBefore looks for "got 6206", "fails with a 6206", "login failed: 6206", "失败（6206）", "报 6206".
    toldBefore() {
      if (!this.endsPhrase()) return false;
      let s = trimRight(this.before, opening);
      const colon = this.before.includes(":", s.length);
      if (hasSuffix(s, words.denseTells) || isCopula(s)) return true;
      for (let n = 0; n < 4; n++) {
        const [rest, word] = lastWord(s);
        if (words.tells.includes(word)) return !colon || endsInWord(rest);
        if (word === "" || !words.links.includes(word)) return false;
        s = trimRight(rest, opening);
      }
      return false;
    }

    // isBracketed tells whether a number stands alone in parentheses behind what it explains, in a script without spaces, or
    // between the quotes of one: 送信できません（6206）, 「6206」.
    isBracketed() {
      for (const pair of words.brackets) {
        const half = pair.length / 2;
        if (!this.before.endsWith(pair.slice(0, half)) || !this.after.startsWith(pair.slice(half))) continue;
        const what = this.before.slice(0, -half);
        return pair !== "()" || endsDense(what) || endsHangul(trimRight(what, blank));
      }
      return false;
    }

    // endsPhrase tells whether no noun follows that the number would count: "got 1003 replies".
    endsPhrase() {
      if (this.after[0] !== " ") return true;
      const word = firstWord(trimLeft(this.after, blank));
      return word === "" || words.followers.includes(word);
    }

    // toldAfter looks for "6206 means", "6206が出ます", "6206 是什么".
    toldAfter() {
      const rest = trimLeft(this.after, closing);
      if (hasPrefix(rest, words.denseToldAfter) || words.toldAfter.includes(firstWord(rest))) return true;
      return (this.beginsPhrase() || this.isAnswer()) && hasPrefix(rest, words.topics);
    }

    // isAnswer tells whether a number is what someone says in a chat: "10:03 Kim: 6206은".
    isAnswer() { return trimRight(this.before, blank).endsWith(":"); }

    // beginsPhrase tells whether nothing of the same sentence stands before a number.
    beginsPhrase() {
      const s = trimRight(this.before, beforePhrase);
      if (s === "" || hasSuffix(s, words.sentenceEnds)) return true;
      return s.endsWith(".") && isDigits(trimLeft(s.slice(0, -1), [" ", ">", "\t"])); // of a list: "1. 6206 は"
    }

    // isAsked tells whether a question ends with the number: "and 6206?".
    isAsked() {
      if (!trimLeft(this.after, behindAsked).startsWith("?")) return false;
      const [, word] = lastWord(trimRight(this.before, beforeAsked));
      return word === "" || words.links.includes(word) || words.tells.includes(word);
    }

    // isListed tells whether only what parts the members of a list stands between a code and this number.
    isListed() {
      if (this.follows === 0 || this.from - this.follows > 16 || !this.endsPhrase()) return false;
      const between = this.line.slice(this.follows, this.from);
      let gap = compared(between);
      for (const w of words.joints) gap = gap.replaceAll(w, " ");
      return trim(gap) === "" && between !== " ";
    }

    // isAlone tells whether nothing but signs stands on the line besides the number.
    isAlone() {
      const none = (s) => !/[0-9A-Za-z]/.test(s) && !/[\p{L}\p{Nd}]/u.test(fromBytes(s));
      return none(this.line.slice(0, this.from)) && none(this.line.slice(this.to));
    }
  }

  const beforeValue = chars(" \t\"'");
  const namesEnd = chars(" \t\"'([");
  const behindAsked = chars(" \"'`)]}*」』");
  const beforeAsked = chars(" \t\"'`([{<*");

  // endsInWord tells whether a space and a word before it end a text: "login failed: 6206" tells a code, "failed: 6206" a
  // count.
  function endsInWord(s) {
    const t = trimRight(s, blank);
    if (t === s || t === "") return false;
    const r = runeBefore(t, t.length);
    return isLetterRune(r) || r === 41 || r === 93;
  }

  // hasWord returns where the last word stands that begins with one of a list, or -1. In scripts without spaces, one begins
  // anywhere.
  function hasWord(s, list) {
    let last = -1;
    for (const w of list) {
      let i = s.lastIndexOf(w);
      while (i > last && w.charCodeAt(0) < 0x80 && i > 0 && isWord(s, i - 1)) i = s.lastIndexOf(w, i - 1);
      last = Math.max(last, i);
    }
    return last;
  }

  // isCopula tells whether a text ends in a copula that names no other thing before it.
  function isCopula(s) {
    return words.copulas.some((w) => {
      const what = s.slice(0, -w.length);
      return s.endsWith(w) && endsDense(what) && !hasSuffix(what, words.denseNames);
    });
  }

  const endsHangul = (s) => s !== "" && /^\p{Script=Hangul}$/u.test(String.fromCodePoint(runeBefore(s, s.length)));

  // endsDense tells whether a text ends in a letter of a script without spaces.
  const endsDense = (s) => s !== "" && isDense(runeBefore(s, s.length));

  // isForeign tells whether what follows a number that ends at i says that it is another system's: MySQL writes ERROR 1005
  // (HY000), the number and the SQLSTATE.
  function isForeign(line, i) {
    if (line.charCodeAt(i) < 0x80 && line[i] !== " ") return false; // as most are
    const behind = after(line, i);
    if (!behind.startsWith(" (") || behind[7] !== ")") return false;
    const state = behind.slice(2, 7);
    return firstWord(state) === state && /[0-9]/.test(state);
  }

  // isStatus tells whether a number may be a status of HTTP.
  const isStatus = (read) => read.length === 3 && read >= "100" && read <= "599";

  const isZero = (read) => /^(0x)?0*$/i.test(read);

  parts.place = { Place, isForeign, isStatus, isZero };
})();
