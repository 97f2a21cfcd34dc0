// Search without a server: answers as the endpoint /api/search does, from the files below search/ (see search.Static in
// Go). errbookStatic.ask({q, lang, catalog, section, limit}, signal) promises the endpoint's JSON; it rejects where the
// files cannot be read. It finds codes with codes.js, and texts and their order as package search does: terms, folding,
// stems, words of one meaning, slips and scores are those of its files tokens, fold, units, lexicon, meant and score.
(() => {
  "use strict";
  const root = new URL(document.documentElement.dataset.root || ".", document.baseURI);

  // ---- Reading files ----

  const files = new Map();

  // read gives a file's JSON, reading it once; one that cannot be read now is tried again the next time.
  function read(path) {
    if (!files.has(path)) {
      const answer = fetch(new URL(path, root), { headers: { Accept: "application/json" } }).then((response) => {
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        return response.json();
      });
      answer.catch(() => files.delete(path));
      files.set(path, answer);
    }
    return files.get(path);
  }

  const codesParts = "text normal number cue mask masktime spelling nearest reason finding scannumber scanword scan resolve set files";

  let codesScripts = null;

  // loadCodes loads codes.js and before it its parts, in order.
  function loadCodes() {
    if (globalThis.errbookCodes) return Promise.resolve();
    const names = [...codesParts.split(" ").map((part) => `codes-${part}.js`), "codes.js"];
    codesScripts ??= Promise.all(names.map(loadScript));
    codesScripts.catch(() => { codesScripts = null; });
    return codesScripts;
  }

  const loadScript = (name) => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = new URL(`assets/${name}`, root).href;
    element.async = false; // those added together run in order
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${name} cannot be read`));
    document.head.append(element);
  });

  // ---- Characters and terms ----

  const longVowel = "ー";
  const maxTerm = 64; // bytes
  const normalize = (text) => errbookCodes.normalize(text);
  const isDense = (ch) => errbookCodes.isDense(ch.codePointAt(0));
  const isWord = (ch) => errbookCodes.isWord(ch.codePointAt(0));
  const isUpper = (ch) => /^\p{Lu}$/u.test(ch);
  const isLower = (ch) => /^\p{Ll}$/u.test(ch);
  const isLatin = (ch) => !isDense(ch) && /^[_\p{L}\p{Nd}]$/u.test(ch);

  const scripts = new Map();

  function scriptOf(ch) {
    let script = scripts.get(ch);
    if (script !== undefined) return script;
    script = "";
    if (ch === longVowel || /^\p{Script=Katakana}$/u.test(ch)) script = "katakana";
    else if (/^\p{Script=Hiragana}$/u.test(ch)) script = "hiragana";
    else if (/^\p{Script=Han}$/u.test(ch)) script = "han";
    else if (/^\p{Script=Hangul}$/u.test(ch)) script = "hangul";
    scripts.set(ch, script);
    return script;
  }

  const isKana = (ch) => scriptOf(ch) === "katakana" || scriptOf(ch) === "hiragana";

  function bytesIn(text) {
    let n = 0;
    for (const ch of text) {
      const r = ch.codePointAt(0);
      n += r < 0x80 ? 1 : r < 0x800 ? 2 : r < 0x10000 ? 3 : 4;
    }
    return n;
  }

  function clipBytes(text, most) {
    if (text.length * 3 <= most) return text;
    let n = 0;
    let out = "";
    for (const ch of text) {
      n += bytesIn(ch);
      if (n > most) break;
      out += ch;
    }
    return out;
  }

  const clip = (text, n) => (text.length <= n ? text : [...text].slice(0, n).join(""));

  let han = new Map(); // Simplified for Traditional

  // foldChars folds a text, given by its characters, into the spelling in which texts and queries are compared; at tells for
  // each folded character which of the text it comes from.
  function foldChars(chars) {
    const out = [];
    const at = [];
    chars.forEach((ch, i) => {
      if (ch === longVowel && i > 0 && isKana(chars[i - 1])) return;
      if (ch < "\x80") {
        out.push(ch.toLowerCase());
        at.push(i);
        return;
      }
      for (const form of ch.normalize("NFKC")) {
        out.push(foldChar(form));
        at.push(i);
      }
    });
    return { chars: out, at, length: chars.length };
  }

  function foldChar(ch) {
    if (ch >= "ぁ" && ch <= "ゖ") return String.fromCharCode(ch.charCodeAt(0) + 0x60);
    return han.get(ch) || (ch === "\u0130" ? "i" : ch.toLowerCase());
  }

  const fold = (text) => {
    const plain = normalize(text);
    return /[^\x00-\x7f]/.test(plain) ? foldChars([...plain]).chars.join("") : plain.toLowerCase();
  };

  // stem takes the endings off an English word that its other forms do not have.
  function stem(word) {
    if (!/^[a-z]{4,}$/.test(word)) return word;
    let s = word;
    if (s.endsWith("ies") && s.length > 4) s = `${s.slice(0, -3)}y`;
    else if (s.endsWith("sses")) s = s.slice(0, -2);
    else if (s.endsWith("s") && !/(ss|us|is)$/.test(s)) s = s.slice(0, -1);
    for (const ending of ["ing", "ed"]) {
      if (!s.endsWith(ending)) continue;
      const base = s.slice(0, -ending.length);
      if (base.length < 3 || !/[aeiouy]/.test(base)) continue;
      s = base.length > 3 && /([^lsz])\1$/.test(base) ? base.slice(0, -1) : base;
      break;
    }
    return s.length > 3 && s.endsWith("e") ? s.slice(0, -1) : s;
  }

  const termOf = (word) => clipBytes(stem(fold(word)), maxTerm);

  // runEnd returns where the characters end, from i on, for which a condition holds.
  function runEnd(chars, i, holds) {
    while (i < chars.length && holds(chars[i])) i++;
    return i;
  }

  // tokenize cuts a text into terms: words by their stems, with the parts of identifiers after them, and pairs of Han, kana,
  // Hangul and Thai characters.
  function tokenize(text) {
    const chars = [...normalize(text)];
    const list = [];
    for (let i = 0; i < chars.length;) {
      if (isDense(chars[i])) {
        const end = runEnd(chars, i, isDense);
        const run = foldChars(chars.slice(i, end)).chars;
        if (run.length === 1) list.push({ term: run[0], part: false });
        for (let k = 0; k + 1 < run.length; k++) list.push({ term: run[k] + run[k + 1], part: false });
        i = end;
      } else if (isWord(chars[i])) {
        const end = runEnd(chars, i, isWord);
        const whole = trimUnderscores(chars.slice(i, end).join(""));
        if (whole !== "") {
          list.push({ term: termOf(whole), part: false });
          const parts = wordParts(whole);
          if (parts.length > 1) for (const p of parts) list.push({ term: termOf(p), part: true });
        }
        i = end;
      } else {
        i++;
      }
    }
    return list;
  }

  function trimUnderscores(word) {
    let from = 0;
    let to = word.length;
    while (word[from] === "_") from++;
    while (to > from && word[to - 1] === "_") to--;
    return word.slice(from, to);
  }

  // wordParts splits getLoginUser, JSONParser and MAX_SIZE where a person would, at most into eight parts.
  function wordParts(word) {
    const chars = [...word];
    const parts = [];
    let start = 0;
    const cut = (end) => {
      if (end > start && parts.length < 8) parts.push(chars.slice(start, end).join(""));
      start = end;
    };
    chars.forEach((ch, i) => {
      if (ch === "_") {
        cut(i);
        start = i + 1;
      } else if (i > start && isUpper(ch) && (!isUpper(chars[i - 1]) || (i + 1 < chars.length && isLower(chars[i + 1])))) {
        cut(i);
      }
    });
    cut(chars.length);
    return parts;
  }

  const characters = (text) => new Set([...fold(text)].filter(isDense));

  // ---- Units of a query ----

  const maxUnits = 24; // parts of a query that are looked for
  const maxTerms = 32; // terms of all of them
  const maxQuery = 4096; // bytes of the text of a query that are looked at
  const maxLookedUp = 8; // words that no text has and for which like ones are looked up
  const maxOthers = 4; // words of the same meaning that stand for one
  const maxSame = 8; // words of a query that others stand for
  const maxMeant = 4; // words that may have been meant
  const maxWordRunes = 32;
  const sameWorth = 0.8;
  const startedWorth = 0.8;
  const likeWorth = 0.7;

  const fillers = new Set(("a an the is are was be been to of in on at by or and for with from as it its this that i my me we our " +
    "you your he she they their do does did how why what when where which please help get got getting can could will would " +
    "should has have had there if so but then just am hello hi thanks thank error errors code codes").split(" "));

  const denseFillers = ("怎么办 怎么回事 怎么 怎麼辦 怎麼 请问 請問 为什么 為什麼 如何 什么 什麼 是什 错误码 錯誤碼 的 了 吗 嗎 呢 我这边 你们那边 这边 那边 我這邊 我们 你们 他们 她们 " +
    "我們 你們 自己 正在 老是 总是 一直 一下 然后 但是 因为 所以 其他 就 都 也 再 我 你 她 太 很 又 エラーコード ください 教えて について しました します される " +
    "された してい できません できない とは 原因 알려주세요 어떻게 왜 해결").split(" ").concat(["오류 코드", "에러 코드"]);
  const kept = new Map([["其他", "其他"], ["原因", " 原因 "], ["해결", " 해결 "]]);
  const denseFiller = new RegExp(denseFillers.join("|"), "g");
  const dropFillers = (text) => text.replace(denseFiller, (word) => kept.get(word) || " ");

  // A unit is one part of a query that a page must hold as a whole: {text, terms, parts, loose, char, weak, tail, alts}; a
  // weak one stands between words, or qualifies one, and says little; the tail is the last pair of a Korean word that ends in no particle. What may stand for it are its alternatives: {units, worth}. This is where a query
  // grows. A scorer adds the weights of its terms.
  const newUnit = (text) => ({ text, terms: [], parts: [], loose: false, char: false, weak: false, tail: "", alts: [] });

  function unitsOf(text, lexicon) {
    text = normalize(clipBytes(text, maxQuery));
    const chars = [...text];
    const c = new Cutter(lexicon);
    let at = 0;
    for (const m of lexicon.sameIn(chars)) {
      c.cut(dropFillers(chars.slice(at, m.from).join("")));
      c.same(chars.slice(m.from, m.to).join(""), m.others);
      at = m.to;
    }
    c.cut(dropFillers(chars.slice(at).join("")));
    if (c.full.length === 0) c.full = c.filler.map((u) => ({ ...u, weak: true }));
    return c.bounded();
  }

  class Cutter {
    constructor(lexicon) {
      this.lexicon = lexicon;
      this.full = [];
      this.filler = [];
      this.lookedUp = 0;
    }

    bounded() {
      const list = [];
      let terms = 0;
      for (const u of this.full) {
        if (list.some((o) => o.text === u.text)) continue;
        terms += u.terms.length + u.parts.length;
        if (list.length === maxUnits || (terms > maxTerms && list.length > 0)) break;
        u.terms = u.terms.slice(0, maxTerms);
        list.push(u);
      }
      return list;
    }

    // same adds a unit for words that have others of the same meaning.
    same(text, others) {
      const all = (words) => {
        const own = new Cutter(null);
        own.cut(words);
        return own.full.concat(own.filler);
      };
      const own = all(text);
      let u = newUnit(fold(text));
      if (own.length === 1) u = own[0];
      else if (own.length > 1) u.alts.push({ units: own, worth: 1 });
      for (const o of others) {
        const units = all(o);
        if (units.length > 0) u.alts.push({ units, worth: sameWorth });
      }
      this.full.push(u);
    }

    cut(text) {
      const chars = [...text];
      for (let i = 0; i < chars.length;) {
        let end = i + 1;
        if (isDense(chars[i])) {
          const script = scriptOf(chars[i]);
          end = runEnd(chars, i, (ch) => isDense(ch) && (scriptOf(ch) === script || ch === longVowel));
          this.dense(chars, i, end, script);
        } else if (isWord(chars[i])) {
          end = runEnd(chars, i, isWord);
          const word = trimUnderscores(chars.slice(i, end).join(""));
          if (word !== "" && (fillers.has(word.toLowerCase()) || bytesIn(word) === 1)) this.filler.push(wordUnit(word));
          else if (word !== "") this.add({ ...wordUnit(word), weak: qualifies(chars, end) });
        }
        i = end;
      }
    }

    // add takes a unit, with what was probably meant where no text has it.
    add(u) {
      if (this.lexicon && this.lookedUp < maxLookedUp && this.lexicon.lacks(u)) {
        this.lookedUp++;
        u.alts = this.lexicon.meant(u);
      }
      this.full.push(u);
    }

    // dense takes a run of one script. Short hiragana are what stands between words, unless they are a word of some text.
    dense(chars, i, end, script) {
      const u = denseUnit(chars, i, end, script);
      const between = script === "hiragana" && [...u.text].length < 5 && !(this.lexicon && this.lexicon.has(u.text));
      if (between) this.filler.push(u);
      else this.add(u);
    }
  }

  // qualifies tells whether what follows a word makes it the qualifier of another: Client.logIn, Client#logIn, Client::logIn and
  // client->logIn are about logIn.
  function qualifies(chars, i) {
    const sign = [".", "#", "::", "->"].find((s) => chars.slice(i, i + s.length).join("") === s);
    const member = sign && chars[i + sign.length];
    return Boolean(member) && isWord(member) && !isDense(member) && !/^\p{Nd}$/u.test(member);
  }

  function wordUnit(word) {
    const u = newUnit(stem(fold(word)));
    for (const t of tokenize(word)) (t.part ? u.parts : u.terms).push(t.term);
    return u;
  }

  // denseUnit makes a unit of a run. A lone Han character takes the hiragana after it, as verbs are written; the end of a
  // Korean word may be a particle, so the last pair is not asked for.
  function denseUnit(chars, i, end, script) {
    if (script === "han" && end - i === 1) end += inflection(chars, end);
    const text = chars.slice(i, end).join("");
    const u = newUnit(fold(text));
    u.terms = tokenize(text).map((t) => t.term);
    if (script === "hangul" && u.terms.length > 1) {
      const last = u.terms.pop();
      if (!particles.includes([...u.text].pop())) u.tail = last;
    }
    u.loose = script !== "katakana" && u.terms.length > 2;
    u.weak = script === "hiragana";
    u.char = u.terms.length === 1 && [...u.terms[0]].length === 1;
    return u;
  }

  // particles are the syllables that end Korean words with what other languages have small words for.
  const particles = "은는이가을를에의로도만과와서고요면게지다까니나라";

  // inflection returns how many hiragana belong to a lone Han character before them: the first, as in 入れる; none where a
  // particle stands there alone, as in 人の.
  function inflection(chars, i) {
    const run = runEnd(chars, i, (ch) => scriptOf(ch) === "hiragana") - i;
    return run === 0 || (run === 1 && "のがをにはでともへや".includes(chars[i])) ? 0 : 1;
  }

  // pieces returns what may be found without the rest of the unit.
  const pieces = (u) => (u.loose ? u.terms.map((term) => ({ ...newUnit(term), terms: [term] })) : [u]);

  // termsIn lists all terms of a unit and of what may stand for it.
  function termsIn(u, into = new Set()) {
    for (const t of u.terms) into.add(t);
    for (const t of u.parts) into.add(t);
    for (const a of u.alts) for (const one of a.units) termsIn(one, into);
    return into;
  }

  // ---- The words of all texts, and which mean the same ----

  class Lexicon {
    constructor(words, groups) {
      this.words = new Set(words);
      this.byFirst = new Map();
      for (const w of [...this.words].sort()) push(this.byFirst, first(w), w);
      const others = new Map();
      for (const group of groups) {
        const folded = group.map(fold);
        group.forEach((w, i) => group.forEach((o, k) => {
          if (folded[i] === folded[k]) return;
          const have = others.get(folded[i]) || [];
          if (!have.includes(o)) have.push(o);
          others.set(folded[i], have);
        }));
      }
      this.same = new Map();
      for (const w of [...others.keys()].sort()) {
        if (fillers.has(w)) continue; // it says nothing, whatever it is called
        const script = scriptOf(first(w)); // some of its words come first, then those of other scripts
        const alike = others.get(w).filter((o) => scriptOf(first(fold(o))) === script);
        const rest = others.get(w).filter((o) => !alike.includes(o));
        const sorted = [...alike.slice(0, maxOthers / 2), ...rest, ...alike.slice(maxOthers / 2)];
        push(this.same, first(w), { chars: [...w], word: w, others: sorted });
      }
      for (const list of this.same.values()) list.sort((a, b) => bytesIn(b.word) - bytesIn(a.word));
    }

    has(word) { return this.words.has(word); }

    // sameIn finds the words of a normalised query that others mean too, the longest at each place; Latin ones only as whole
    // words, whatever their endings.
    sameIn(chars) {
      const found = [];
      const f = foldChars(chars);
      for (let i = 0; i < f.chars.length && found.length < maxSame;) {
        const [word, n] = this.sameAt(f.chars, i);
        if (n === 0) {
          i++;
          continue;
        }
        found.push({ from: f.at[i], to: endOf(f, i + n), others: word.others.slice(0, maxOthers) });
        i += n;
      }
      return found;
    }

    sameAt(chars, i) {
      if (i > 0 && isLatin(chars[i]) && isLatin(chars[i - 1])) return [null, 0];
      for (const w of this.same.get(chars[i]) || []) {
        if (!w.chars.every((ch, k) => chars[i + k] === ch)) continue;
        let n = w.chars.length;
        while (isLatin(w.chars[w.chars.length - 1]) && i + n < chars.length && isLatin(chars[i + n])) n++;
        if (n === w.chars.length || stem(chars.slice(i, i + n).join("")) === stem(w.word)) return [w, n];
      }
      return [null, 0];
    }

    // meant returns the words that a unit was probably meant to be: of a word that no text has, those that it is the
    // beginning of, else those one slip away.
    meant(u) {
      if (!this.lacks(u)) return [];
      const word = u.text;
      const kind = scriptOf(first(word));
      let words = this.started(word, kind);
      let worth = startedWorth;
      if (words.length === 0) [words, worth] = [this.like(word, kind), likeWorth];
      return words.slice(0, maxMeant).map((w) => ({ units: [knownUnit(w)], worth }));
    }

    // lacks tells whether a unit is a word, such as a lexicon keeps, that no text has.
    lacks(u) {
      const word = u.text;
      if (word === "" || this.words.has(word) || u.parts.length > 0) return false;
      const kind = scriptOf(first(word));
      if (!isLatin(first(word)) && kind !== "hangul" && kind !== "katakana") return false;
      return kind !== "hangul" || !(this.byFirst.get(first(word)) || []).some((w) => w.startsWith(word) || word.startsWith(w));
    }

    started(start, kind) {
      if (kind !== "" || bytesIn(start) < 3) return [];
      const words = (this.byFirst.get(first(start)) || []).filter((w) => w.startsWith(start)).slice(0, 50);
      return words.sort((a, b) => bytesIn(a) - bytesIn(b));
    }

    // like lists the words that are a slip away, the likest first.
    like(word, kind) {
      const typed = letters(word, kind);
      const n = [...word].length;
      const least = { "": 5, katakana: 4, hangul: 2 }[kind] || 0;
      if (n < least || n > maxWordRunes) return [];
      const allowed = kind === "" && typed.length >= 8 ? 2 : 1;
      const list = [];
      for (const w of this.candidates(word, kind)) {
        const chars = [...w];
        if (kind === "" && chars.length < 4) continue;
        const shown = kind === "hangul" && chars.length > n ? chars.slice(0, n).join("") : w;
        const far = slips(typed, letters(shown, kind), allowed);
        if (far <= allowed) list.push({ word: w, far });
      }
      return list.sort((a, b) => a.far - b.far).map((f) => f.word);
    }

    candidates(word, kind) {
      if (kind !== "hangul") return this.byFirst.get(first(word)) || [];
      const typed = letters(first(word), kind);
      const near = [...this.byFirst.keys()].filter((ch) => scriptOf(ch) === "hangul" && slips(typed, letters(ch, kind), 1) <= 1);
      return near.sort().flatMap((ch) => this.byFirst.get(ch));
    }
  }

  const nothing = new Lexicon([], []);
  const first = (word) => String.fromCodePoint(word.codePointAt(0));
  const letters = (word, kind) => [...(kind === "hangul" ? word.normalize("NFD") : word)];

  function push(map, key, value) {
    const have = map.get(key);
    if (have) have.push(value);
    else map.set(key, [value]);
  }

  function knownUnit(word) {
    const u = newUnit(word);
    u.terms = tokenize(word).map((t) => t.term);
    return u;
  }

  // slips counts letters left out, added, changed, or swapped with the next. Beyond most it gives some number greater.
  function slips(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  // wordsOf lists the words of a text that a lexicon keeps.
  function wordsOf(text, into) {
    const chars = [...normalize(text)];
    const keep = (word) => {
      const n = [...word].length;
      if (n >= 2 && n <= maxWordRunes) into.add(word);
    };
    for (let i = 0; i < chars.length;) {
      const script = scriptOf(chars[i]);
      let end = i + 1;
      if (script === "katakana" || script === "hangul") {
        end = runEnd(chars, i, (ch) => scriptOf(ch) === script);
        keep(foldChars(chars.slice(i, end)).chars.join(""));
      } else if (isWord(chars[i]) && !isDense(chars[i])) {
        end = runEnd(chars, i, isWord);
        for (const t of tokenize(chars.slice(i, end).join(""))) if (!/[0-9_]/.test(t.term)) keep(t.term);
      }
      i = end;
    }
  }

  // ---- Scores ----

  const worths = { title: 1, symptom: 0.95, body: 0.85, symbol: 1, notes: 0.5, section: 0.45 };
  const ownWorth = 1;
  const fallbackWorth = 0.8;
  const otherWorth = 0.5;
  const togetherWorth = 0.6;
  const nameWorth = 2.6; // of a section that a query says by name
  const closeWorth = 0.2; // of a passage that has the whole query as it is written
  const startWorth = 0.5; // of a phrase that starts with it, where it is more than a word, but for an article
  const calledWorth = 0.8; // of a description that has the whole query as an identifier
  const articleLength = 3;
  const unspaced = (text) => text.replaceAll(" ", "");
  const weakWorth = 0.35; // of the hiragana between words, and of qualifiers of words
  const unknownPair = 1.5; // how much a pair of characters says that no text has
  const someShare = 0.15; // of a query's pieces that a page must have to be looked at
  const leastOfFew = 0.55; // of a query of one or two words, that a page must answer to be a result
  const leastByWord = 0.045; // less for each more
  const leastOfMany = 0.28;
  const leastWords = 1.4; // of a query that has as many, in one passage
  const tailWorth = 0.4; // of the end of a Korean word of two syllables; of longer words it is worth less

  // passage is a piece of a page's text as terms; a whole one is a phrase of its own.
  function passage(worth, text, whole) {
    const tokens = new Set(tokenize(text).map((t) => t.term));
    const terms = new Set([...tokens, ...characters(text)]);
    return { worth, tokens, terms, text: fold(text), whole, identifiers: new Set() };
  }

  // described is the passage with the identifiers of the text noted: that of a description, which tells what the code itself
  // is about.
  function described(p, text) {
    let last = "";
    for (const t of tokenize(text)) t.part ? p.identifiers.add(last) : (last = t.term);
    return p;
  }

  // passages are those of a page in one language, and fields the sets of terms in one of which a unit must stand.
  function passagesOf(page, t) {
    const title = described(passage(worths.title, t.title, true), t.title);
    const body = described(passage(worths.body, t.body, false), t.body);
    const symptoms = t.symptoms.split("\n").filter((phrase) => phrase !== "").map((phrase) => passage(worths.symptom, phrase, true));
    const notes = t.notes === "" ? [] : [passage(worths.notes, t.notes, false)];
    const section = sectionName(t.section);
    const symbol = passage(worths.symbol, page.symbols.join(" "), false);
    const union = (list, key) => new Set(list.flatMap((p) => [...p[key]]));
    const reported = union(symptoms, "tokens");
    return {
      list: [title, body, ...symptoms, ...notes, section, symbol],
      text: union([title, body], "tokens"),
      symptoms: reported,
      fields: [union([title, body], "terms"), reported, union(notes, "tokens"), section.tokens, page.own],
    };
  }

  // sectionName is the title of a section without words that say nothing.
  function sectionName(title) {
    const p = passage(worths.section, title, true);
    return { ...p, name: true, terms: new Set(unitsOf(title, nothing).flatMap(withTail)) };
  }

  const withTail = (u) => (u.tail === "" ? u.terms : [...u.terms, u.tail]);

  // stands tells whether a unit, or what may stand for it, stands in any one field.
  function stands(u, fields) {
    const all = (terms) => fields.some((field) => terms.every((t) => field.has(t)));
    if (u.terms.length > 0 && (all(u.terms) || (u.parts.length > 0 && all(u.parts)))) return true;
    return u.alts.some((a) => a.units.every((one) => stands(one, fields)));
  }

  // answered is how much of a unit a passage has, from 0 to 1.
  function answered(u, p) {
    let best = 0;
    if (u.terms.length > 0) {
      let have = 0;
      let weight = 0;
      let all = 0;
      u.terms.forEach((t, i) => {
        all += u.weights[i];
        if (!p.terms.has(t)) return;
        have++;
        weight += u.weights[i];
      });
      if (have === u.terms.length) best = u.tail !== "" && !p.terms.has(u.tail) ? 1 - tailWorth / have : 1;
      else if (u.loose && all > 0) best = weight / all;
    }
    if (u.parts.length > 0 && best < 0.8 && u.parts.every((t) => p.terms.has(t))) best = 0.8;
    for (const a of u.alts) {
      if (best >= a.worth || a.units.length === 0) continue;
      const sum = a.units.reduce((n, one) => n + answered(one, p), 0);
      best = Math.max(best, (a.worth * sum) / a.units.length);
    }
    return best;
  }

  function says(u, p, said) {
    for (const t of withTail(u)) if (p.terms.has(t)) said.add(t);
    for (const a of u.alts) for (const one of a.units) says(one, p, said);
  }

  // wordsIn is about how many words a unit is: a run of characters has one for every two.
  function wordsIn(u) {
    if (u.weak) return 0;
    return u.loose ? (u.terms.length + 1) / 2 : 1;
  }

  // weighed is a unit, and what may stand for it, with the rarity of each term.
  const weighed = (u, rarity) => ({
    ...u, weights: u.terms.map(rarity), alts: u.alts.map((a) => ({ units: a.units.map((one) => weighed(one, rarity)), worth: a.worth })),
  });

  // weightOf is how much a unit says: as much as its terms on average, and more for a run of several words. What may stand
  // for a word bounds it: a word that no text has says as much as the one that was meant.
  function weightOf(u) {
    let own = u.weights.reduce((sum, w) => sum + w / u.terms.length, 0);
    if (u.loose) own *= Math.min(4, wordsIn(u));
    const other = u.alts.reduce((best, a) => Math.max(best, a.units.reduce((sum, one) => sum + weightOf(one), 0)), 0);
    if (own === 0) own = other;
    else if (other > 0) own = Math.min(own, Math.max(other, 1));
    return u.weak ? own * weakWorth : own;
  }

  // rarityOf tells how rare a term is that so many pages have.
  function rarityOf(term, pages, all) {
    const v = Math.log(1 + all / (pages + 0.5));
    return pages === 0 && isDense(first(term)) ? Math.min(v, unknownPair) : v;
  }

  class Scorer {
    constructor(units, langs, rarity, rest) {
      this.units = units.map((u) => weighed(u, rarity));
      this.langs = langs;
      this.whole = unspaced(fold(clipBytes(rest, maxQuery)));
      const weights = this.units.map(weightOf);
      const sum = Math.max(1e-9, weights.reduce((a, b) => a + b, 0));
      this.weights = weights.map((w) => w / sum);
      this.words = units.reduce((n, u) => n + wordsIn(u), 0);
      this.least = Math.max(leastOfMany, leastOfFew - leastByWord * Math.max(0, this.words - 2));
    }

    // enough tells whether a page answers enough of the query to be a result: one word of several is a coincidence.
    enough({ coverage, words }) { return coverage >= this.least && words >= Math.min(this.words, leastWords); }

    // score tells how well a page answers: how much of the query's weight, how many of its words in one passage, and its rank.
    score(page) {
      const best = { coverage: 0, words: 0, score: 0 };
      for (const { lang, worth } of this.langs) {
        const own = page.in(lang);
        if (!own) continue;
        const a = this.inText(own.list);
        best.coverage = Math.max(best.coverage, a.coverage);
        best.words = Math.max(best.words, a.words);
        best.score = Math.max(best.score, a.score * worth);
      }
      return best;
    }

    inText(list) {
      let coverage = 0;
      let score = 0;
      this.units.forEach((u, i) => {
        let most = 0;
        let worth = 0;
        for (const p of list) {
          const a = answered(u, p);
          most = Math.max(most, a);
          worth = Math.max(worth, a * p.worth);
        }
        coverage += this.weights[i] * most;
        score += this.weights[i] * worth;
      });
      let words = 0;
      let together = 0;
      for (const p of list) {
        words = Math.max(words, this.units.reduce((n, u) => n + wordsIn(u) * answered(u, p), 0));
        together = Math.max(together, this.together(p));
      }
      return { coverage, words, score: score + togetherWorth * together };
    }

    // together is how much of the query one passage answers, and for a phrase also how much of the phrase the query says.
    together(p) {
      let cover = 0;
      const said = new Set();
      this.units.forEach((u, i) => {
        cover += this.weights[i] * answered(u, p);
        says(u, p, said);
      });
      if (cover === 0) return 0;
      const precision = p.whole && p.tokens.size > 0 ? said.size / p.terms.size : 0.5;
      if (p.name && cover > 0.99 && precision > 0.99) return nameWorth;
      return p.worth * cover * (0.6 + 0.4 * Math.min(1, precision) + this.close(p));
    }

    // close is what it is worth that a passage has the whole query as it is written.
    close(p) {
      if (this.calls(p)) return calledWorth;
      const at = this.whole === "" ? -1 : unspaced(p.text).indexOf(this.whole);
      if (at < 0) return 0;
      return p.whole && at <= articleLength && this.units.length > 1 ? startWorth : closeWorth;
    }

    // calls tells whether the query is an identifier of the passage and nothing else.
    calls(p) {
      return this.units.length === 1 && this.units[0].terms.length === 1 && p.identifiers.has(this.units[0].terms[0]);
    }
  }

  // writtenIn lists the languages that a query's script speaks of.
  function writtenIn(units) {
    const found = new Set(units.flatMap((u) => [...u.text].map(scriptOf)));
    if (found.has("hangul")) return ["ko"];
    if (found.has("katakana") || found.has("hiragana")) return ["ja"];
    return found.has("han") ? ["zh", "ja"] : ["en"];
  }

  const baseOf = (tag) => tag.split("-")[0];

  // ---- Snippets ----

  const snippetRunes = 160;
  const leadRunes = 30; // shown before the first mark
  const scanRunes = 20000; // of a body that are looked at

  const endOf = (f, n) => (n < f.at.length ? f.at[n] : f.length);

  function marksIn(chars, units) {
    const f = foldChars(chars);
    const list = units.flatMap((u) => unitMarks(f, chars, u)).sort((a, b) => a.from - b.from || a.to - b.to);
    const joined = [];
    for (const m of list) {
      const last = joined[joined.length - 1];
      if (last && m.from <= last.to) last.to = Math.max(last.to, m.to);
      else joined.push({ ...m });
    }
    return joined;
  }

  function unitMarks(f, chars, u) {
    let found = occurrences(f, chars, u.text);
    if (found.length === 0) found = [...u.terms, ...u.parts].flatMap((t) => occurrences(f, chars, t));
    if (found.length > 0) return found;
    return u.alts.flatMap((a) => a.units.flatMap((one) => unitMarks(f, chars, one)));
  }

  // occurrences returns where needle stands, words only as whole words or parts of an identifier; a word is marked with the
  // ending that its stem lacks.
  function occurrences(f, chars, needle) {
    const want = [...needle];
    const list = [];
    if (want.length === 0) return list;
    for (let i = 0; i + want.length <= f.chars.length && list.length < 50; i++) {
      if (f.chars[i] !== want[0] || !want.every((ch, k) => f.chars[i + k] === ch)) continue;
      const from = f.at[i];
      let to = endOf(f, i + want.length);
      let end = to;
      while (end < chars.length && want[want.length - 1] < "\x80" && chars[end] >= "a" && chars[end] <= "z") end++;
      if (end > to && stem(f.chars.slice(i, i + want.length + end - to).join("")) === needle) to = end;
      if (!atWord(chars, from, to)) continue;
      list.push({ from, to });
      i += want.length - 1;
    }
    return list;
  }

  function atWord(chars, from, to) {
    const inside = (i) => i >= 0 && i < chars.length && isWord(chars[i]) && chars[i] !== "_";
    const starts = !inside(from - 1) || !inside(from) || (isUpper(chars[from]) && !isUpper(chars[from - 1]));
    const ends = !inside(to) || !inside(to - 1) || isUpper(chars[to]);
    return starts && ends;
  }

  const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
  const escape = (chars) => chars.join("").replace(/[&<>"']/g, (ch) => escapes[ch]).replace(/\p{Cc}/gu, " ");

  // cutSnippet returns the escaped text around the first mark, with all marks in it.
  function cutSnippet(chars, list) {
    let from = 0;
    if (list.length > 0 && list[0].from > leadRunes && chars.length > snippetRunes) {
      from = Math.min(list[0].from - leadRunes, chars.length - snippetRunes);
    }
    const to = Math.min(chars.length, from + snippetRunes);
    let out = from > 0 ? "…" : "";
    let at = from;
    for (const m of list) {
      if (m.from < at || m.to > to) continue;
      out += `${escape(chars.slice(at, m.from))}<mark>${escape(chars.slice(m.from, m.to))}</mark>`;
      at = m.to;
    }
    return out + escape(chars.slice(at, to)) + (to < chars.length ? "…" : "");
  }

  // said is all that a page says in a language, for a snippet of it, in one line: a dot stands between lines where no sentence
  // ends, so that a heading does not run into what is around it.
  function said(t) {
    let text = "";
    for (const line of `${t.body}\n${t.notes}`.split("\n").map((l) => l.trim())) {
      if (line !== "") text += (text === "" ? "" : /[.!?:;。！？：；…]$/.test(text) ? " " : " · ") + line;
    }
    return [...clip(text, scanRunes)];
  }

  // ---- A page ----

  class Page {
    constructor(site, doc, code) {
      this.doc = doc;
      this.code = code;
      this.catalog = site.index.catalogs[code.c || 0];
      this.section = site.index.sections[code.s || 0];
      this.symbols = code.y || code.a || [];
      this.age = code.r ? 1 : 0; // 1 for a code that is in use no more
      this.path = code.u || `${this.catalog}/${code.t}/`;
      this.texts = new Map(); // by language, the source language first
      this.known = new Map();
    }

    get own() {
      this.ownTerms ??= new Set(tokenize(`${this.code.t} ${this.symbols.join(" ")}`).map((t) => t.term));
      return this.ownTerms;
    }

    // in gives the passages of the page in a language, if it has a text of its own in it.
    in(lang) {
      if (!this.known.has(lang)) {
        const t = this.texts.get(lang);
        this.known.set(lang, t ? passagesOf(this, t) : null);
      }
      return this.known.get(lang);
    }

    // folded is all that the page says in a language, to look for terms in a hurry.
    folded(lang) {
      const t = this.texts.get(lang);
      if (!t) return "";
      t.folded ??= fold([t.title, t.body, t.notes, t.symptoms, t.section, this.code.t, ...this.symbols].join("\n"));
      return t.folded;
    }

    text(chain) {
      for (const lang of chain) {
        const t = this.texts.get(lang);
        if (t && t.title !== "") return t;
      }
      return this.texts.values().next().value || emptyText("");
    }

    sectionTitle(chain) {
      for (const lang of chain) {
        const t = this.texts.get(lang);
        if (t && t.section !== "") return t.section;
      }
      return this.text(chain).section;
    }
  }

  const emptyText = (lang) => ({ lang, title: "", body: "", notes: "", symptoms: "", section: "" });

  // breather gives a function that lets the page go on where a search has run for long, and ends it where nobody waits for
  // it any more.
  function breather(signal) {
    let since = performance.now();
    return async () => {
      if (performance.now() - since < 25) return;
      await new Promise((resolve) => { setTimeout(resolve); });
      signal?.throwIfAborted();
      since = performance.now();
    };
  }

  // ---- A small site: all of it is in memory ----

  class PlainSite {
    constructor(index) {
      this.index = index;
      this.pages = (index.codes || []).map((code, doc) => new Page(this, doc, code));
      this.set = errbookCodes.makeSet(this.pages.map((page) => codeOf(page.doc, page.catalog, page.code)));
      this.loaded = new Set();
      this.dictionary = null; // made of all that is loaded
      this.rarities = new Map(); // of terms in all that is loaded
      this.tags = index.languages.map((l) => l.tag);
    }

    // load reads the texts of languages. A site so small that all of them are no burden is read whole.
    async load(langs) {
      const wanted = (this.pages.length <= 1000 ? this.tags : langs).filter((lang) => !this.loaded.has(lang));
      for (const file of await Promise.all(wanted.map((lang) => read(`search/${lang}.json`)))) this.take(file);
    }

    take(file) {
      if (this.loaded.has(file.lang)) return;
      this.loaded.add(file.lang);
      file.texts.forEach((text, doc) => {
        if (!text) return;
        const body = text.b || "";
        this.pages[doc].texts.set(file.lang, {
          lang: file.lang, title: text.l ? body.slice(0, text.l) : text.t || "", body, notes: text.n || "", symptoms: text.y || "",
          section: text.s ? file.titles[text.s - 1] : "",
        });
      });
      this.dictionary = null;
      this.rarities = new Map();
    }

    async codesFor(query, chain) {
      await this.load([...chain, ...this.tags.filter((tag) => writtenIn([{ text: query }]).includes(baseOf(tag)))]);
      return this.set;
    }

    async unitsFor(search, rest) {
      const lexicon = this.dictionary || await this.makeLexicon(search);
      return unitsOf(rest, lexicon);
    }

    fill() {} // all pages have their texts

    async makeLexicon(search) {
      const words = new Set();
      const { size } = this.loaded;
      for (const page of this.pages) {
        await search.breathe();
        for (const t of page.texts.values()) for (const text of [t.title, t.body, t.notes, t.symptoms, t.section]) wordsOf(text, words);
      }
      const lexicon = new Lexicon(words, this.index.same || []);
      if (size === this.loaded.size) this.dictionary = lexicon; // else more was read meanwhile
      return lexicon;
    }

    // count finds out how rare the terms of units are, by how many pages have them in the language that has them most.
    async count(search) {
      const known = this.rarities;
      const terms = search.units.reduce((all, u) => termsIn(u, all), new Set());
      for (const term of terms) {
        if (known.has(term)) continue;
        let most = 0;
        for (const lang of this.loaded) most = Math.max(most, await this.pagesWith(term, lang, search));
        known.set(term, rarityOf(term, most, this.pages.length));
      }
      search.rarity = (term) => known.get(term);
    }

    async pagesWith(term, lang, search) {
      let texts = 0;
      let symptoms = 0;
      for (const page of this.pages) {
        if (!page.folded(lang).includes(probe(term))) continue;
        await search.breathe();
        const own = page.in(lang);
        if (own.text.has(term)) texts++;
        if (own.symptoms.has(term)) symptoms++;
      }
      return Math.max(texts, symptoms);
    }

    page(code) { return this.pages[code.doc]; }

    // candidates lists the pages that satisfy a condition on the sets of terms of their fields.
    async candidates(search, langs, holds) {
      const probes = [...search.units.reduce((all, u) => termsIn(u, all), new Set())].map(probe);
      const list = [];
      for (const page of this.pages) {
        const have = langs.filter((lang) => page.texts.has(lang));
        if (!have.some((lang) => { const text = page.folded(lang); return probes.some((p) => text.includes(p)); })) continue;
        await search.breathe();
        if (holds(have.flatMap((lang) => page.in(lang).fields))) list.push(page);
      }
      return list;
    }

    // answer returns the pages whose texts answer, best first, and how many there are: those with every unit in the reader's
    // languages, else in any, else those with a good part of them.
    async answer(search, strict) {
      await this.count(search);
      const all = this.languages;
      const chain = search.chain.filter((lang) => all.includes(lang));
      const every = (fields) => search.units.every((u) => stands(u, fields));
      for (const langs of all.length > chain.length ? [chain, all] : [chain]) {
        const answer = await this.run(search, langs, every, true);
        if (answer[1] > 0) return answer;
      }
      const parts = search.units.flatMap(pieces);
      if (strict || parts.length < 2 || search.units.every((u) => u.weak)) return [[], 0];
      const least = Math.ceil(parts.length * someShare);
      return this.run(search, all, (fields) => parts.filter((u) => stands(u, fields)).length >= least, false);
    }

    async run(search, langs, holds, every) {
      const scorer = new Scorer(search.units, search.langWorths(this.languages), search.rarity, search.rest);
      const list = [];
      for (const page of await this.candidates(search, langs, holds)) {
        if (!search.isWanted(page)) continue;
        await search.breathe();
        const a = scorer.score(page);
        if (every || scorer.enough(a)) list.push({ page, score: a.score });
      }
      list.sort((a, b) => a.page.age - b.page.age || b.score - a.score || a.page.doc - b.page.doc);
      return [list.map((c) => c.page), list.length];
    }

    get languages() { return this.tags.filter((tag) => this.loaded.has(tag)); }
  }

  // probe is what a text must contain to have a term: English words lose the last letter of their stems in some forms.
  const probe = (term) => (/^[a-z]{3,}$/.test(term) ? term.slice(0, -1) : term);

  const codeOf = (doc, catalog, code) => ({
    doc, catalog, text: code.t, range: Boolean(code.b), lo: code.b ? code.b[0] : 0, hi: code.b ? code.b[1] : 0,
    number: Boolean(code.n), aliases: code.a || [],
  });

  // ---- A larger site: only what a query needs is read ----
  //
  // Which pages answer, and how well, is told from the postings of the terms; the texts of the best are then read from their
  // own JSON, and looked at as those of a small site are.

  const maxLooked = 24; // pages whose texts are read
  const maxFiltered = 1000; // of which the catalogue and section are looked at where one is asked for
  const bodyPart = 0.85; // of what an answer is worth that does not stand in a title, symptom or identifier

  class LargeSite {
    constructor(index) {
      this.index = index;
      this.pages = new Map();
      this.sets = new Map();
      this.words = new Set();
      this.spoken = new Set(); // languages whose words are known
      this.dictionary = new Lexicon([], index.same || []);
      this.postings = new Map(); // by language and term
      this.tags = index.languages.map((l) => l.tag);
    }

    async codesFor(query) {
      const numbers = errbookCodes.filesFor(query, this.index.shards);
      const key = numbers.join(" ");
      if (this.sets.has(key)) return this.sets.get(key);
      const files = await Promise.all(numbers.map((n) => read(`search/codes/${n}.json`)));
      const codes = new Map();
      for (const code of [...(this.index.shards.ranges || []), ...files.flat()]) codes.set(code.i || 0, code);
      const docs = [...codes.keys()].sort((a, b) => a - b);
      const set = errbookCodes.makeSet(docs.map((doc) => codeOf(doc, this.index.catalogs[codes.get(doc).c || 0], codes.get(doc))));
      for (const doc of docs) this.enter(doc, codes.get(doc));
      if (this.sets.size > 8) this.sets.clear();
      this.sets.set(key, set);
      return set;
    }

    enter(doc, code) {
      if (!this.pages.has(doc)) this.pages.set(doc, new Page(this, doc, code));
      return this.pages.get(doc);
    }

    page(code) { return this.pages.get(code.doc); }

    // fill reads the texts of pages.
    fill(pages) {
      return Promise.all(pages.filter((page) => page.texts.size === 0).map(async (page) => {
        const data = await read(page.code.d || `c/${page.catalog}/${page.code.t}.json`);
        for (const lang of [data.source, ...this.tags.filter((tag) => tag !== data.source)]) {
          const own = data.languages[lang];
          if (!own || own.text !== lang) continue;
          const lines = own.meanings.flatMap((m) => Object.values(m.fields));
          lines.sort((a, b) => Number(b.startsWith(own.title)) - Number(a.startsWith(own.title)));
          page.texts.set(lang, {
            lang, title: own.title, body: lines.join("\n"), notes: own.notes || "", symptoms: (own.symptoms || []).join("\n"),
            section: own.meanings.length > 0 ? own.meanings[0].section : "",
          });
        }
      }));
    }

    // unitsFor understands a query, and reads the postings of its terms. Only where a term is nowhere are the words read from
    // which it may have been mistyped.
    async unitsFor(search, rest) {
      let units = unitsOf(rest, this.dictionary);
      const written = writtenIn(units);
      const langs = this.tags.filter((tag) => search.chain.includes(tag) || written.includes(baseOf(tag)));
      search.langs = langs;
      await this.load(langs, units);
      const missing = units.some((u) => !u.loose && u.terms.some((t) => langs.every((lang) => !this.find(lang, t))));
      if (missing) {
        await this.learn(langs);
        units = unitsOf(rest, this.dictionary);
        await this.load(langs, units);
      }
      return units;
    }

    async learn(langs) {
      const more = langs.filter((lang) => !this.spoken.has(lang));
      const lists = await Promise.all(more.map((lang) => read(`search/${lang}/words.json`)));
      if (more.every((lang) => this.spoken.has(lang))) return;
      for (const w of lists.flat()) this.words.add(w);
      for (const lang of more) this.spoken.add(lang);
      this.dictionary = new Lexicon(this.words, this.index.same || []);
    }

    load(langs, units) {
      const terms = [...units.reduce((all, u) => termsIn(u, all), new Set())];
      return Promise.all(langs.flatMap((lang) => terms.map(async (term) => {
        const key = `${lang} ${term}`;
        if (this.postings.has(key)) return;
        const file = await read(`search/${lang}/terms/${hash(term) % this.index.shards.terms[lang]}.json`);
        this.postings.set(key, Object.hasOwn(file, term) ? unpack(file[term]) : null);
      })));
    }

    find(lang, term) { return this.postings.get(`${lang} ${term}`); }

    rarity(langs, term) {
      const most = Math.max(0, ...langs.map((lang) => this.find(lang, term)?.count || 0));
      return rarityOf(term, most, this.index.count);
    }

    async answer(search, strict) {
      const langs = search.langWorths(search.langs);
      const scorer = new Scorer(search.units, langs, (term) => this.rarity(search.langs, term), search.rest);
      let list = this.candidates(scorer, langs);
      const whole = list.filter((c) => c.missing === 0);
      const parts = search.units.flatMap(pieces).length;
      if (whole.length > 0) list = whole;
      else if (strict || parts < 2 || search.units.every((u) => u.weak)) return [[], 0];
      else list = list.filter((c) => c.coverage >= scorer.least);
      list.sort((a, b) => b.score - a.score || a.doc - b.doc);
      const filtered = search.q.catalog || search.q.section;
      const best = list.slice(0, filtered ? maxFiltered : maxLooked);
      await this.name(best);
      let looked = best.filter((c) => search.isWanted(c.page)).slice(0, maxLooked);
      await this.fill(looked.map((c) => c.page));
      for (const c of looked) {
        c.answer = scorer.score(c.page);
        c.score += c.answer.score;
      }
      if (whole.length === 0) {
        const all = looked.length;
        looked = looked.filter((c) => scorer.enough(c.answer));
        list.length -= all - looked.length;
      }
      looked.sort((a, b) => a.page.age - b.page.age || b.score - a.score || a.doc - b.doc);
      return [looked.map((c) => c.page), filtered ? looked.length : Math.max(list.length, whole.length > 0 ? this.common(search) : 0)];
    }

    // name gives candidates their pages.
    async name(list) {
      const size = this.index.shards.ids;
      await Promise.all(list.map(async (c) => {
        c.page = this.pages.get(c.doc);
        if (c.page) return;
        const block = await read(`search/ids/${Math.floor(c.doc / size)}.json`);
        c.page = this.enter(c.doc, block[c.doc % size]);
      }));
    }

    // candidates adds up what each page answers of the query. What is so common that not all pages with it are listed is
    // taken to stand in all.
    candidates(scorer, langs) {
      const found = new Map();
      let every = 0; // the weight of what is common
      const hidden = []; // what is common, for a query that has nothing else
      scorer.units.forEach((u, i) => {
        const docs = new Map();
        let common = 0;
        for (const { lang, worth } of langs) {
          const own = this.docsOf(lang, u);
          for (const [doc, a] of own.docs) docs.set(doc, Math.max(docs.get(doc) || 0, a * worth));
          if (own.common) common = Math.max(common, worth);
        }
        if (common > 0) {
          every += scorer.weights[i];
          hidden.push(docs);
          return;
        }
        for (const [doc, a] of docs) {
          const c = found.get(doc) || { doc, coverage: 0, score: 0, answered: 0 };
          c.coverage += scorer.weights[i] * Math.min(1, a);
          c.score += scorer.weights[i] * a;
          c.answered++;
          found.set(doc, c);
        }
      });
      if (hidden.length === scorer.units.length) {
        for (const docs of hidden) for (const [doc, a] of docs) if (!found.has(doc)) found.set(doc, { doc, coverage: 0, score: a, answered: 0 });
      }
      const wanted = scorer.units.length - hidden.length;
      return [...found.values()].map((c) => ({ ...c, coverage: c.coverage + every, missing: wanted - c.answered }));
    }

    // common is how many pages have the commonest term of a query of nothing but common terms.
    common(search) {
      const counts = search.units.map((u) => Math.max(0, ...search.langs.flatMap((lang) => u.terms.map((t) => {
        const p = this.find(lang, t);
        return p && p.common ? p.count : 0;
      }))));
      return counts.every((n) => n > 0) ? Math.min(...counts) : 0;
    }

    // docsOf lists the pages that have a unit, or what may stand for it, in a language, and how much of it.
    docsOf(lang, u) {
      const docs = new Map();
      let common = false;
      const take = (own, worth) => {
        for (const [doc, a] of own.docs) docs.set(doc, Math.max(docs.get(doc) || 0, a * worth));
        common = common || own.common;
      };
      if (u.terms.length > 0) take(this.withTerms(lang, u.terms, u.loose), 1);
      if (u.parts.length > 0) take(this.withTerms(lang, u.parts, false), 0.8);
      for (const a of u.alts) {
        const all = a.units.map((one) => this.docsOf(lang, one));
        take(meet(all), a.worth);
      }
      return { docs, common };
    }

    withTerms(lang, terms, loose) {
      const lists = terms.map((t) => this.find(lang, t));
      if (!loose && lists.some((p) => !p)) return { docs: new Map(), common: false };
      const own = lists.filter(Boolean).map((p) => ({ docs: p.docs, common: p.common }));
      if (!loose) return meet(own);
      const docs = new Map();
      const rare = own.filter((p) => !p.common);
      for (const p of rare) for (const [doc, a] of p.docs) docs.set(doc, (docs.get(doc) || 0) + a / terms.length);
      if (rare.length === 0) return own.length > 0 ? meet(own) : { docs, common: false };
      for (const [doc, a] of docs) docs.set(doc, a + (own.length - rare.length) / terms.length);
      return { docs, common: false };
    }
  }

  // meet gives the pages that all lists have; those that are common leave out nothing.
  function meet(lists) {
    const rare = lists.filter((p) => !p.common).sort((a, b) => a.docs.size - b.docs.size);
    if (rare.length === 0) return lists[0] || { docs: new Map(), common: false };
    const docs = new Map();
    for (const [doc, a] of rare[0].docs) {
      if (rare.every((p) => p.docs.has(doc))) docs.set(doc, rare.reduce((n, p) => Math.min(n, p.docs.get(doc)), a));
    }
    return { docs, common: false };
  }

  // unpack reads a list of postings: see staticPostings in Go.
  function unpack([count, ...steps]) {
    const docs = new Map();
    let doc = 0;
    for (const step of steps) {
      doc += Math.floor(step / 2);
      docs.set(doc, step % 2 === 1 ? 1 : bodyPart);
    }
    return { count, docs, common: steps.length < count };
  }

  // hash is FNV-1a in 32 bits, over UTF-8.
  function hash(text) {
    let h = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text)) h = Math.imul(h ^ byte, 0x01000193);
    return h >>> 0;
  }

  // ---- The answer ----

  const defaultLimit = 20;
  const maxLimit = 100;
  const maxEcho = 1000; // characters of a query that are given back
  const maxText = 1 << 20; // that are read
  const maxNearest = 5;
  const maxMissing = 3; // unknown numbers for which codes are offered

  let opened = null;

  function open() {
    opened ??= (async () => {
      const [index] = await Promise.all([read("search/index.json"), loadCodes()]);
      if (index.format !== 1) throw new Error("search/index.json is of another version");
      if (index.han) {
        const [from, to] = (await read("search/han.json")).map((text) => [...text]);
        han = new Map(from.map((ch, i) => [ch, to[i]]));
      }
      return index.shards ? new LargeSite(index) : new PlainSite(index);
    })();
    opened.catch(() => { opened = null; });
    return opened;
  }

  class Search {
    constructor(site, query, signal) {
      this.breathe = breather(signal);
      const { languages } = site.index;
      this.site = site;
      this.q = query;
      this.limit = Math.min(maxLimit, Math.max(1, Number(query.limit) || defaultLimit));
      const language = languages.find((l) => l.tag === query.lang) || languages[0];
      this.lang = language.tag;
      this.chain = [language.tag, ...(language.fallback || [])];
    }

    async answer() {
      const text = clip(this.q.q || "", maxText);
      this.set = await this.site.codesFor(text, this.chain);
      const f = this.set.find(text);
      this.rest = f.rest;
      this.units = await this.site.unitsFor(this, f.rest);
      const out = { build: this.site.index.build, query: this.read(text, f), total: 0, hits: [], nearest: [] };
      const found = f.found.map((h) => ({ ...h, page: this.site.page(this.set.at(h.index)) })).filter((h) => this.isWanted(h.page));
      out.total = found.length;
      const shown = found.slice(0, this.limit);
      await this.site.fill(shown.map((h) => h.page));
      for (const h of shown) out.hits.push(this.codeHit(h));
      if (this.units.length > 0 && !this.sayNothing(f, found)) await this.textHits(out, found, found.length > 0 || f.unknown.length > 0);
      if (found.length === 0) await this.nearest(out, f);
      return out;
    }

    read(text, f) {
      const codes = [...new Set(f.found.filter((h) => h.match !== "prefix").map((h) => h.read))].slice(0, maxLimit);
      const out = { text: clip(text, maxEcho), codes };
      if (f.unknown.length > 0) out.unknown = f.unknown.slice(0, maxLimit).map((u) => clip(u.read, 100));
      return out;
    }

    // sayNothing tells whether the words beside codes are not to be searched: those that say nothing, where there are codes; and
    // a single one beside a code that was asked for and is not there, because it does not make up for that.
    sayNothing(f, found) {
      if (this.units.every((u) => u.weak)) return found.length > 0 || f.unknown.length > 0;
      return found.length === 0 && this.units.length === 1 && f.unknown.some((u) => u.cued);
    }

    isWanted(page) {
      return (!this.q.catalog || page.catalog === this.q.catalog) && (!this.q.section || page.section === this.q.section);
    }

    codeHit(h) {
      const hit = this.show(h.page, h.match, true);
      if (h.cued) hit.cued = true;
      if (h.written !== hit.code) hit.written = h.written;
      const reason = this.set.reason(h);
      if (reason) hit.reason = reason;
      return hit;
    }

    async textHits(out, found, strict) {
      const [list, total] = await this.site.answer(this, strict);
      out.total += total;
      for (const page of list) {
        if (found.some((h) => h.page.doc === page.doc)) out.total--;
        else if (out.hits.length < this.limit) out.hits.push(this.show(page, "text", true));
      }
    }

    langWorths(languages) {
      const written = writtenIn(this.units);
      return languages.map((lang) => {
        const i = this.chain.indexOf(lang);
        if (i === 0 || written.includes(baseOf(lang))) return { lang, worth: ownWorth };
        return { lang, worth: i > 0 ? fallbackWorth : otherWorth };
      });
    }

    // nearest offers codes for the numbers that led to none.
    async nearest(out, f) {
      const pages = new Set();
      for (const u of f.unknown.slice(0, maxMissing)) {
        for (const i of this.set.nearest(u.read, maxNearest)) {
          const page = this.site.page(this.set.at(i));
          if (pages.size < maxNearest && this.isWanted(page)) pages.add(page);
        }
      }
      await this.site.fill([...pages]);
      for (const page of pages) out.nearest.push(this.show(page, "prefix", false));
    }

    // show makes a hit of a page in the reader's language.
    show(page, match, withSnippet) {
      const t = page.text(this.chain);
      const hit = {
        catalog: page.catalog, code: page.code.t, section: page.sectionTitle(this.chain), section_id: page.section, lang: this.lang,
        url: new URL(`${this.lang}/${page.path}`, root).href, title: t.title, match,
      };
      if (page.age) hit.retired = true;
      if (t.lang !== this.lang) hit.title_lang = t.lang;
      if (!withSnippet) return hit;
      const [snippet, lang] = this.snippet(page, t);
      if (snippet !== "") hit.snippet = snippet;
      if (lang !== this.lang) hit.snippet_lang = lang;
      return hit;
    }

    // snippet cuts a piece out of the body around what was looked for: in the reader's languages if it is found there, else in
    // any other that has it, else from the beginning in the reader's.
    snippet(page, own) {
      let best = own;
      let most = 0;
      for (const t of [own, ...[...page.texts.values()].filter((o) => o.lang !== own.lang)]) {
        const n = marksIn(said(t), this.units).length;
        if (n > 0 && (most === 0 || n > 2 * most)) [best, most] = [t, n];
      }
      const chars = said(best);
      return [cutSnippet(chars, marksIn(chars, this.units)), best.lang];
    }
  }

  globalThis.errbookStatic = Object.freeze({
    async ask(query, signal) {
      const site = await open();
      signal?.throwIfAborted();
      const answer = await new Search(site, query, signal).answer();
      signal?.throwIfAborted();
      return answer;
    },
  });
})();
