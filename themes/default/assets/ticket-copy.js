// The list of a ticket's codes in the three forms in which it is copied: as errbook link --summary writes it.
// errbookTicketCopy[form](rows, lang) gives {text, html}; rows are {code, url, count, title, lang}.
(() => {
  "use strict";

  const encode = (url) => url.replace(/[ ()<>|"`\n\r\t]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
  const times = (count) => (count > 1 ? ` ×${count}` : "");
  const oneLine = (title) => title.split(/\s+/).filter(Boolean).join(" ");

  // inMarkdown writes a text of one line so that it stays the same when it is read as Markdown, as prose.EscapeMarkdown does.
  function inMarkdown(text) {
    const marks = text.trim().replace(/[\\`*_[\]<>|~]/g, "\\$&").replace(/&(#|[A-Za-z])/g, "\\&$1").replace(/(^|[ \t])#/g, "$1\\#");
    if (/^(?:[-+](?:[ \t-]|$)|:-|=+[ \t]*$|#)/.test(marks)) return `\\${marks}`;
    return marks.replace(/^([0-9]{1,9})([.)])([ \t]|$)/, "$1\\$2$3");
  }

  const markdown = (rows) => ({
    text: rows.map((r) => `- [${inMarkdown(r.code)}](${encode(r.url)})${times(r.count)}: ${inMarkdown(oneLine(r.title))}\n`).join(""),
  });

  const plain = (rows) => rows.map((r) => `${r.code} (${encode(r.url)})${times(r.count)}: ${oneLine(r.title)}\n`).join("");

  const text = (rows) => ({ text: plain(rows) });

  // rich has no classes and no styles: what it is pasted into has its own.
  function rich(rows, lang) {
    const { make } = globalThis.errbookTicketSay;
    const html = document.documentElement;
    const list = make("ul");
    for (const r of rows) {
      const title = make("span", r.lang === lang ? {} : { lang: r.lang, dir: "auto" }, oneLine(r.title));
      list.append(make("li", {}, make("a", { href: encode(r.url) }, r.code), `${times(r.count)}: `, title));
    }
    return { text: plain(rows), html: make("div", lang === html.lang ? { lang, dir: html.dir } : { lang, dir: "auto" }, list).outerHTML };
  }

  globalThis.errbookTicketCopy = { markdown, text, rich };
})();
