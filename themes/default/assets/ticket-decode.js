// errbookTicketDecode(bytes) reads the bytes of a file as text: {text, encoding}, where encoding is the name of one that is not
// UTF-8, or null where the file is no text. UTF-8 and UTF-16 are told for certain; of older encodings the one in whose script
// the text makes most sense is taken, and the page says which.
(() => {
  "use strict";

  const sample = 4096; // bytes by which UTF-16 without a mark is told

  const decode = (bytes, encoding) => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };

  // utf16 tells by a mark, or by every second byte being zero.
  function utf16(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
    const zeros = [0, 0];
    const n = Math.min(sample, bytes.length);
    for (let i = 0; i < n; i++) if (bytes[i] === 0) zeros[i & 1]++;
    if (zeros[1] > n / 8 && zeros[0] < zeros[1] / 20) return "utf-16le";
    if (zeros[0] > n / 8 && zeros[1] < zeros[0] / 20) return "utf-16be";
    return "";
  }

  // What an encoding's text is made of, where it is not ASCII.
  const legacy = [
    ["shift_jis", /[ぁ-ゖァ-ヺー]/g, 0.15],
    ["euc-jp", /[ぁ-ゖァ-ヺー]/g, 0.15],
    ["euc-kr", /[가-힣]/g, 0.85],
    ["gb18030", /[\u4e00-\u9fa5，。：；（）！？、]/g, 0.8],
    ["big5", /[\u4e00-\u9fa5，。：；（）！？、]/g, 0.8],
  ];

  function older(bytes) {
    for (const [encoding, script, least] of legacy) {
      const text = decode(bytes, encoding);
      if (text === null) continue;
      const others = (text.match(/[^\x00-\x7f]/g) || []).length;
      if ((text.match(script) || []).length >= least * others) return { text, encoding };
    }
    return { text: decode(bytes, "windows-1252"), encoding: "windows-1252" };
  }

  function read(bytes) {
    const wide = utf16(bytes);
    if (wide) {
      const text = decode(bytes.length % 2 ? bytes.subarray(0, -1) : bytes, wide);
      return { text, encoding: wide };
    }
    const text = decode(bytes, "utf-8"); // without a mark at its beginning
    const zeros = bytes.includes(0);
    if (text !== null && !(zeros && isBinary(bytes))) return { text, encoding: "" };
    return zeros || isBinary(bytes) ? { text: null, encoding: "" } : older(bytes);
  }

  // isBinary tells whether control characters are more than one byte in a hundred.
  function isBinary(bytes) {
    const n = Math.min(64 * sample, bytes.length);
    let controls = 0;
    for (let i = 0; i < n; i++) {
      const c = bytes[i];
      if (c < 32 && c !== 9 && c !== 10 && c !== 12 && c !== 13 && c !== 27) controls++;
    }
    return controls * 100 > n;
  }

  globalThis.errbookTicketDecode = read;
})();
