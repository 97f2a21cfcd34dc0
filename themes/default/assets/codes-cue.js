// The words that tell what a number beside them is. A part of codes.js.
(() => {
  "use strict";
  const parts = globalThis.errbookCodesParts;
  const { isAlnum, isDigit, isLetter, isOneOf, runeBefore, stepBack, toBytes, toLower, trimRight, wordAt } = parts.text;

  const maxGap = 16; // bytes between a cue and its code
  const maxName = 64; // bytes of an identifier that are looked at

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
  const dense = list("エラーコード エラ一コ一ド エラ一コード エラーコ一ド エラー番号 エラー値 エラー 返り値 戻り値 リターンコード コード 番号 错误代码 错误码 错误号 错误 " +
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
    return { start: stepBack(s, j), cue: false, link: denseLinks.has(runeBefore(s, j)) };
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

  parts.cue = { maxName, list, cues, notCodes, amounts, counters, dates, cueBefore, cueAfter, namesOther, lastPart };
})();
