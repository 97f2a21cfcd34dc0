// Results as one types, on the search page. Without this script the same form asks the server for a whole page. All text
// comes from the page's <template> elements; what the endpoint sends is only ever put in as text, and <mark>.
(() => {
  "use strict";
  const page = document.querySelector("[data-search-page]");
  const form = page.querySelector("form");
  const input = form.elements.namedItem("q");
  const results = page.querySelector("[data-results]");
  const status = page.querySelector("[data-status]");
  const root = new URL(document.documentElement.dataset.root, location.href);
  const lang = document.documentElement.lang;
  const pause = 150; // milliseconds without a key before asking
  let timer = 0;
  let running = null;
  let asked = results.dataset.asked; // the query whose results stand on the page

  // piece gives a copy of a template of the page.
  const piece = (name) => page.querySelector(`template[data-tpl="${name}"]`).content.cloneNode(true);
  const phrase = (name, values) => {
    const text = piece(name).textContent.trim();
    return Object.entries(values).reduce((s, [key, value]) => s.replace(`{${key}}`, () => value), text);
  };

  // inSite joins a root-relative path of the site ("/en/im/6017/") to wherever the site stands.
  const inSite = (path) => new URL(path.replace(/^\/+/, ""), root).href;

  // marked keeps the text and the <mark> elements of a snippet, and nothing else.
  function marked(html) {
    const out = document.createDocumentFragment();
    for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
      if (node.nodeName !== "MARK") out.append(node.textContent);
      else out.append(Object.assign(document.createElement("mark"), { textContent: node.textContent }));
    }
    return out;
  }

  // inLanguage marks a text whose language is not the reader's; only then does the endpoint send it.
  function inLanguage(element, tag) {
    if (tag) Object.assign(element, { lang: tag, dir: "auto" });
  }

  function hit(data) {
    const out = piece("hit");
    const title = out.querySelector(".title");
    const snippet = out.querySelector(".snippet");
    out.querySelector("a").href = inSite(data.url);
    out.querySelector("code").textContent = data.code;
    out.querySelector("[data-section]").textContent = data.section || "";
    const text = marked(data.snippet || "");
    if (!text.textContent || text.textContent.trim() === (data.title || "").trim()) {
      title.append(text.textContent ? text : data.title || ""); // said once is enough
      snippet.remove();
    } else {
      title.textContent = data.title || "";
      snippet.append(text);
    }
    inLanguage(title, data.title_lang);
    inLanguage(snippet, data.snippet_lang);
    for (const badge of out.querySelectorAll("[data-match]")) if (badge.dataset.match !== data.match) badge.remove();
    return out;
  }

  function nearest(list) {
    const out = piece("nearest");
    for (const item of list) {
      const data = typeof item === "string" ? { code: item } : item;
      const row = piece("row");
      row.querySelector("a").href = inSite(data.url || `c/${encodeURIComponent(data.code)}/`);
      row.querySelector("code").textContent = data.code;
      row.querySelector(".title").textContent = data.title || "";
      inLanguage(row.querySelector(".title"), data.title_lang);
      out.querySelector("ul").append(row);
    }
    return out;
  }

  function show(query, answer) {
    results.replaceChildren();
    if (answer.hits.length > 0) {
      const list = document.createElement("ol");
      list.className = "hits";
      list.append(...answer.hits.map(hit));
      results.append(list);
      status.textContent = phrase("total", { count: answer.total });
    } else {
      const nothing = piece("nothing");
      const line = nothing.querySelector("p");
      line.textContent = line.textContent.replace("{query}", () => query);
      status.textContent = line.textContent; // announced; the same line in the results is for the eye
      results.append(nothing);
    }
    if (answer.nearest && answer.nearest.length > 0) results.append(nearest(answer.nearest));
    status.classList.toggle("sr-only", answer.hits.length === 0);
  }

  function idle() {
    status.textContent = "";
    results.replaceChildren(piece("idle"), piece("browse"));
  }

  // ask asks the endpoint, or where something answers that is none, the files of the site, for as long as the session lasts.
  async function ask(query, signal) {
    if (!withoutEndpoint()) {
      try {
        return await askEndpoint(query, signal);
      } catch (error) {
        if (error.refused || signal.aborted) throw error;
        if (error.none) withoutEndpoint(true);
      }
    }
    if (!window.errbookStatic) await loadStatic();
    return window.errbookStatic.ask({ q: query, lang }, signal);
  }

  function withoutEndpoint(found) {
    const key = `errbook-no-endpoint ${root.href}`;
    try {
      if (found) sessionStorage.setItem(key, "1");
      return location.protocol === "file:" || sessionStorage.getItem(key) === "1";
    } catch {
      return location.protocol === "file:"; // without storage the endpoint is asked each time
    }
  }

  let loading = null;

  function loadStatic() {
    loading ??= new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = new URL("assets/search-static.js", root).href;
      element.onload = resolve;
      element.onerror = () => {
        loading = null;
        reject(new Error("no search without a server"));
      };
      document.head.append(element);
    });
    return loading;
  }

  async function askEndpoint(query, signal) {
    const url = new URL("api/search", root);
    url.search = new URLSearchParams({ q: query, lang });
    const response = await fetch(url, { signal, headers: { Accept: "application/json" } });
    const json = (response.headers.get("Content-Type") || "").includes("json");
    if (!json || response.status === 404) throw Object.assign(new Error(`${response.status}: no endpoint`), { none: true });
    if (!response.ok) throw Object.assign(new Error(`${response.status}`), { refused: true });
    const answer = await response.json();
    if (!Array.isArray(answer.hits)) throw Object.assign(new Error("not an answer"), { none: true });
    return answer;
  }

  // Where neither answers a code can still be found: its short link is a page of the static site.
  async function withoutServer(query, signal) {
    const code = query.normalize("NFKC").trim().replace(/[−‐–—]/g, "-");
    const pieces = [piece("unavailable")];
    if (/^[\w.+-]{1,64}$/.test(code) && /\d/.test(code)) {
      const url = inSite(`c/${encodeURIComponent(code)}/`);
      const there = await fetch(url, { method: "HEAD", signal }).then((r) => r.ok, () => false);
      if (signal.aborted) return;
      if (there) {
        const open = piece("open");
        const link = open.querySelector("a");
        link.href = url;
        link.textContent = link.textContent.replace("{code}", () => code);
        pieces.unshift(open);
      }
    }
    results.replaceChildren(...pieces, piece("browse"));
    status.textContent = "";
  }

  async function search() {
    const query = input.value.trim();
    if (query === asked) return;
    asked = query;
    if (running) running.abort();
    running = new AbortController();
    const { signal } = running;
    remember(query);
    if (!query) return idle();
    const slow = setTimeout(() => { status.textContent = phrase("loading", {}); }, 400);
    try {
      const answer = await ask(query, signal);
      if (!signal.aborted) show(query, answer);
    } catch (error) {
      if (signal.aborted) return;
      if (!error.refused) return await withoutServer(query, signal);
      status.textContent = "";
      results.replaceChildren(piece("failed"), piece("browse")); // the endpoint is there, but will not answer this
    } finally {
      clearTimeout(slow);
    }
  }

  // The address always is that of what is shown, so that it can be sent to somebody; and so are the other languages' links.
  function remember(query) {
    const set = (href) => {
      const url = new URL(href, location.href);
      if (query) url.searchParams.set("q", query);
      else url.searchParams.delete("q");
      return url.href;
    };
    try {
      history.replaceState(null, "", set(location.href));
    } catch {
      // Browsers refuse it on file: addresses and when it comes too often.
    }
    for (const link of document.querySelectorAll("[data-menu] a")) link.href = set(link.href);
  }

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(search, pause); // half-typed kana find nothing good
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(search, pause);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });

  const given = new URLSearchParams(location.search).get("q");
  if (given !== null && !input.value) input.value = given;
  if (!given) input.focus({ preventScroll: true });
  if (asked === undefined) asked = ""; // an empty box and the hint: what a static page shows
  if (input.value) {
    remember(input.value.trim());
    search();
  }
})();
