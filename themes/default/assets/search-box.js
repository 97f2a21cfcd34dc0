// The search box of every page: an editable combobox with a list of results, by the WAI-ARIA Authoring Practices. Focus
// stays in the box; the option that the arrows chose is named by aria-activedescendant. Without this script it is a form.
(() => {
  "use strict";
  const input = document.querySelector("[data-search-input]");
  if (!input) return;
  const { words } = errbookView;
  const form = input.form;
  const status = form.querySelector("[data-box-status]");
  const list = errbookList(form, `${input.id}-list`, words("label"));
  const lang = document.documentElement.lang;
  const pause = 150; // milliseconds without a key before asking
  const page = 5; // options that PageUp and PageDown pass
  let timer = 0;
  let running = null;
  let before = null; // what had the focus before "/" or Ctrl+K
  let wanted = 0; // where an arrow pressed on a closed list is to lead once it is open: 1 first, -1 last

  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": list.id, "aria-haspopup": "listbox" })) input.setAttribute(name, value);

  const settle = () => {
    clearTimeout(timer);
    if (running) running.abort();
    running = null;
  };

  function close() {
    settle();
    wanted = 0;
    list.close();
    activate(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function opened(text) {
    activate(-1);
    input.setAttribute("aria-expanded", String(list.options.length > 0));
    if (wanted && list.options.length) activate(wanted > 0 ? 0 : list.options.length - 1);
    wanted = 0;
    status.textContent = text;
  }

  function activate(index) {
    const option = list.activate(index);
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function recent() {
    settle();
    const queries = errbookRecent.list();
    if (!queries.length) return close();
    list.showRecent(queries, form.action);
    opened(words("recent"));
  }

  // look shows what belongs to the text in the box: results, or where it is empty the searches made last.
  async function look() {
    settle();
    const q = input.value.trim();
    if (!q) return recent();
    const { signal } = (running = new AbortController());
    const slow = setTimeout(() => note(words("loading")), 400);
    try {
      const answer = await errbookAsk({ q, lang, limit: 8 }, signal);
      if (signal.aborted) return;
      const chosen = list.options[list.active]?.href; // by an arrow, while this was asked
      list.showAnswer(q, answer, form.action);
      opened(answer.hits.length ? words("total", { count: answer.total }) : words("none", { query: q }));
      if (chosen) activate(list.options.findIndex((option) => option.href === chosen));
    } catch (error) {
      if (!signal.aborted) note(words(error.refused ? "failed" : "unavailable"));
    } finally {
      clearTimeout(slow);
    }
  }

  function note(text) {
    list.showNote(text);
    opened(text);
  }

  const soon = () => {
    settle();
    timer = setTimeout(look, pause);
  };

  // move acts on the keys that choose an option and tells whether it did.
  function move({ key, altKey }) {
    const last = list.options.length - 1;
    const at = list.active;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (!list.isOpen) {
        if (key === "ArrowUp" && altKey) return true;
        if (!altKey) wanted = key === "ArrowDown" ? 1 : -1;
        look();
      } else if (altKey) {
        if (key === "ArrowUp") close();
      } else {
        activate(key === "ArrowDown" ? (at === last ? -1 : at + 1) : at === -1 ? last : at - 1);
      }
      return true;
    }
    if (!list.isOpen || last < 0) return false;
    if (key === "PageDown") activate(Math.min(at + page, last));
    else if (key === "PageUp") activate(Math.max(at - page, 0));
    else if (at >= 0 && key === "Home") activate(0);
    else if (at >= 0 && key === "End") activate(last);
    else return false;
    return true;
  }

  function escape() {
    if (list.isOpen) return close();
    const back = before;
    before = null;
    if (back?.isConnected && back !== document.body) back.focus();
    else input.blur();
  }

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey && event.key !== "Enter" || event.metaKey && event.key !== "Enter") return;
    const option = list.options[list.active];
    let done = true;
    if (event.key === "Escape") escape();
    else if (event.key === "Enter" && option) list.open(option, event);
    else if (event.key === "Delete" && option?.dataset.recent) forget(option.dataset.recent);
    else if (["ArrowLeft", "ArrowRight"].includes(event.key)) { activate(-1); done = false; }
    else if (!event.shiftKey) done = move(event);
    else done = false;
    if (done) event.preventDefault();
  });

  function forget(query) {
    const at = list.active;
    const next = list.options[at]?.dataset.recent === query; // the keys go on where they were
    errbookRecent.remove(query);
    recent();
    if (list.isOpen && next) activate(Math.min(at, list.options.length - 1));
    status.textContent = words("removed");
  }

  input.addEventListener("input", (event) => {
    activate(-1);
    if (event.isComposing) settle(); // half-typed kana find nothing good
    else soon();
  });
  // The box takes only so much: of a longer log its end, where errors stand.
  input.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text") || "";
    if (text.length <= input.maxLength) return;
    event.preventDefault();
    input.value = text.slice(-input.maxLength).replace(/\s+/g, " ");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  input.addEventListener("compositionstart", settle);
  input.addEventListener("compositionend", soon);
  input.addEventListener("click", () => { if (!list.isOpen) look(); });
  input.addEventListener("blur", close);
  form.addEventListener("submit", () => {
    errbookRecent.add(input.value);
    close();
  });
  list.onOpen = (option, event) => {
    const { act } = option.dataset;
    if (!act) errbookRecent.add(option.dataset.recent || input.value);
    if (!act) return; // a link: the browser follows it
    event.preventDefault();
    if (act === "all") form.requestSubmit();
    else if (act === "forget") forget(option.dataset.recent);
    else if (act === "clear") {
      errbookRecent.clear();
      close();
      status.textContent = words("removed");
    }
  };
  addEventListener("pageshow", (event) => { if (event.persisted) close(); });

  // "/" and Ctrl+K or Cmd+K go to the box, from wherever nothing else is typed.
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.defaultPrevented) return;
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey;
    const ctrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!slash && !ctrlK || typing && typing !== input || slash && typing) return;
    event.preventDefault();
    if (document.activeElement !== input) before = document.activeElement;
    input.focus();
    input.select();
    if (!input.value.trim()) recent();
  });
})();
