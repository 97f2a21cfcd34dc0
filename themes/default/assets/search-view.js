// What the search box and the search page share to show an answer. All words come from the page's <template data-words>;
// what an answer holds is only ever put in as text, and <mark>.
(() => {
  "use strict";
  const html = document.documentElement;
  const root = new URL(html.dataset.root, location.href);
  const source = document.querySelector("template[data-words]");
  const isolate = (value) => (html.dir === "rtl" ? `\u2066${value}\u2069` : `${value}`); // keeps a sign before its number

  // words gives a phrase of the interface with its {names} filled in, each set apart where the page runs from right to left.
  function words(name, values = {}) {
    const text = source.content.querySelector(`[data-w="${name}"]`).textContent.trim();
    return text.replace(/\{(\w+)\}/g, (all, key) => (key in values ? isolate(values[key]) : all));
  }

  // reason says why a hit answers to something other than itself; "" where it needs no words.
  function reason(hit) {
    const r = hit.reason;
    if (!r || !source.content.querySelector(`[data-w="reason-${CSS.escape(r.kind)}"]`)) return "";
    return words(`reason-${r.kind}`, { ...r, code: hit.code });
  }

  // marked keeps the text and the <mark> elements of a snippet, and nothing else.
  function marked(snippet) {
    const out = document.createDocumentFragment();
    for (const node of new DOMParser().parseFromString(snippet, "text/html").body.childNodes) {
      if (node.nodeName !== "MARK") out.append(node.textContent);
      else out.append(Object.assign(document.createElement("mark"), { textContent: node.textContent }));
    }
    return out;
  }

  // pageOf is the address of a hit's page. It ends in language, catalogue and code; what stands before them is where the
  // site was built for, and this page knows better where it stands.
  function pageOf(hit) {
    if (!hit.url) return new URL(`c/${encodeURIComponent(hit.code)}/`, root).href;
    return new URL(`${hit.url.split("/").filter(Boolean).slice(-3).join("/")}/`, root).href;
  }

  function put(element, text, lang) {
    element.textContent = text || "";
    if (lang) {
      element.lang = lang; // sent only where it is not the reader's language
      element.dir = "auto";
    }
    return element;
  }

  window.errbookView = { words, reason, marked, pageOf, put, icon: () => source.content.querySelector("svg").cloneNode(true) };
})();
