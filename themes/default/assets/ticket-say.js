// What the scripts of the page for tickets share: the words of the interface, which stand in the page's
// <template data-ticket-words>, and elements whose text is only ever put in as text.
(() => {
  "use strict";
  const source = document.querySelector("template[data-ticket-words]");
  if (!source) return;

  // say gives a phrase with its {names} filled in. Where the page runs from right to left, the phrase sets them apart.
  function say(name, values = {}) {
    const text = source.content.querySelector(`[data-w="${name}"]`).textContent.trim();
    return text.replace(/\{(\w+)\}/g, (all, key) => (key in values ? String(values[key]) : all));
  }

  // catalog gives the title of a catalogue, and "" where the site has only one.
  function catalog(id) {
    const all = source.content.querySelectorAll("[data-catalog]");
    return all.length < 2 ? "" : [...all].find((p) => p.dataset.catalog === id)?.textContent || id;
  }

  // make makes an element with properties and children.
  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  globalThis.errbookTicketSay = { say, catalog, make };
})();
