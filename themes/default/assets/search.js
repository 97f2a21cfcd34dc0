// The search page: the results of the query in its address, narrowed down by facets. Without this script the form and the
// facets' links ask the server for whole pages. The elements are copies of the page's <template>s.
(() => {
  "use strict";
  const page = document.querySelector("[data-search-page]");
  const form = page.querySelector("form");
  const input = form.elements.namedItem("q");
  const results = page.querySelector("[data-results]");
  const facets = page.querySelector("[data-facets]");
  const status = page.querySelector("[data-status]");
  const { words, reason, marked, pageOf, put } = errbookView;
  const root = new URL(document.documentElement.dataset.root, location.href);
  const lang = document.documentElement.lang;
  const limit = 100;
  let running = null;

  // piece gives a copy of a template of the page.
  const piece = (name) => page.querySelector(`template[data-tpl="${name}"]`).content.cloneNode(true);
  const stateOf = (href) => {
    const params = new URL(href, location.href).searchParams;
    return Object.fromEntries(["q", "catalog", "section"].map((name) => [name, (params.get(name) || "").trim()]));
  };
  const addressOf = (state, base = location.href) => {
    const url = new URL(base, location.href);
    url.search = new URLSearchParams(Object.entries(state).filter(([, value]) => value));
    return url.href;
  };

  function hit(data) {
    const out = piece("hit");
    const title = out.querySelector(".title");
    const snippet = out.querySelector(".snippet");
    const why = out.querySelector(".reason");
    out.querySelector("a").href = pageOf(data);
    out.querySelector("code").textContent = data.code;
    out.querySelector("[data-section]").textContent = data.retired ? words("retired") : data.section || "";
    put(title, data.title, data.title_lang);
    put(snippet, "", data.snippet_lang).append(marked(data.snippet || ""));
    if (!snippet.textContent || snippet.textContent.trim() === (data.title || "").trim()) {
      if (snippet.textContent) title.replaceChildren(...snippet.childNodes); // said once is enough
      snippet.remove();
    }
    why.firstElementChild.textContent = reason(data);
    if (!why.textContent) why.remove();
    return out;
  }

  function nearest(list) {
    const out = piece("nearest");
    for (const data of list) {
      const row = piece("row");
      row.querySelector("a").href = pageOf(data);
      row.querySelector("code").textContent = data.code;
      put(row.querySelector(".title"), data.title, data.title_lang);
      out.querySelector("ul").append(row);
    }
    return out;
  }

  function nothing(state) {
    const out = piece("nothing");
    const narrowed = state.catalog || state.section;
    out.querySelector("p").textContent = words(narrowed ? "none-here" : "none", { query: state.q });
    const everywhere = out.querySelector("[data-everywhere]");
    if (narrowed) everywhere.href = addressOf({ q: state.q });
    else everywhere.parentElement.remove();
    return out;
  }

  function show(state, all, here) {
    const list = Object.assign(document.createElement("ol"), { className: "hits" });
    list.append(...here.hits.map(hit));
    results.replaceChildren(here.hits.length ? list : nothing(state));
    if (here.nearest?.length) results.append(nearest(here.nearest));
    if (here.total > here.hits.length) results.append(Object.assign(document.createElement("p"), { className: "hint", textContent: words("more", { shown: here.hits.length, total: here.total }) }));
    status.textContent = here.hits.length ? words("total", { count: here.total }) : results.querySelector("p").textContent;
    status.classList.toggle("sr-only", !here.hits.length); // the same line in the results is for the eye
    errbookFacets(facets, state, all, addressOf);
  }

  function idle() {
    status.textContent = "";
    facets.replaceChildren();
    results.replaceChildren(piece("idle"), piece("browse"));
  }

  // Where nobody answers a code can still be found: its short link is a page of the static site.
  async function withoutServer(query, signal) {
    const code = query.normalize("NFKC").trim().replace(/[−‐–—]/g, "-");
    const pieces = [piece("unavailable")];
    if (/^[\w.+-]{1,64}$/.test(code) && /\d/.test(code)) {
      const url = new URL(`c/${encodeURIComponent(code)}/`, root).href;
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
    apology(...pieces);
  }

  function apology(...pieces) {
    status.textContent = "";
    facets.replaceChildren();
    results.replaceChildren(...pieces, piece("browse"));
  }

  async function search(state) {
    if (running) running.abort();
    running = new AbortController();
    const { signal } = running;
    if (!state.q) return idle();
    const slow = setTimeout(() => { status.textContent = words("loading"); }, 400);
    try {
      const everywhere = errbookAsk({ q: state.q, lang, limit }, signal);
      const narrowed = state.catalog || state.section ? errbookAsk({ ...state, lang, limit }, signal) : everywhere;
      const [all, here] = await Promise.all([everywhere, narrowed]);
      if (!signal.aborted) show(state, all, here);
    } catch (error) {
      if (signal.aborted) return;
      if (error.refused) apology(piece("failed")); // the endpoint is there, but will not answer this
      else await withoutServer(state.q, signal);
    } finally {
      clearTimeout(slow);
    }
  }

  // go shows a state. The address always is that of what is shown, so that it can be sent to somebody and Back leads to what
  // was shown before; the links to the other languages go along.
  function go(state, push = true) {
    if (push && addressOf(state) !== location.href) {
      try {
        history.pushState(null, "", addressOf(state));
      } catch {
        // Browsers refuse it on file: addresses and when it comes too often.
      }
    }
    input.value = state.q;
    for (const link of document.querySelectorAll("[data-menu] a")) link.href = addressOf(state, link.href);
    return search(state);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ q: input.value.trim() });
  });
  page.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-facet], [data-everywhere]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const group = link.closest("[data-group]")?.dataset.group;
    const had = link.contains(document.activeElement);
    await go(stateOf(link.href));
    if (!had) return;
    const current = group && facets.querySelector(`[data-group="${group}"] [aria-current]`);
    (current || input).focus(); // the link that had it is gone
  });
  addEventListener("popstate", () => go(stateOf(location.href), false));

  const given = stateOf(location.href);
  if (!given.q) input.focus({ preventScroll: true });
  if (results.dataset.asked === undefined && given.q) go(given, false); // else the server made the results
})();
