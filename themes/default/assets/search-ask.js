// How a search is asked: errbookAsk({q, lang, catalog, section, limit}, signal) promises the endpoint's answer. Where there is
// no endpoint (a plain web server, files on a disk) assets/search-static.js answers, if the site has it; that there is none is
// remembered for the session. It rejects with an error whose "refused" is true where the endpoint is there and will not
// answer this, and with any other where nobody does.
(() => {
  "use strict";
  const root = new URL(document.documentElement.dataset.root, location.href);
  const key = `errbook-no-endpoint ${root.href}`;
  let noEndpoint = location.protocol === "file:" || remembered();
  let script = null;

  function remembered() {
    try {
      return sessionStorage.getItem(key) !== null;
    } catch {
      return false; // no storage: each page asks for itself
    }
  }

  // giveUp says that whoever answers is no endpoint, and will not become one.
  function giveUp() {
    noEndpoint = true;
    try {
      sessionStorage.setItem(key, "1");
    } catch {
      // no storage
    }
  }

  async function askEndpoint({ q, lang, catalog, section, limit }, signal) {
    const url = new URL("api/search", root);
    const long = q.length > 900; // a pasted log is no part of an address
    for (const [name, value] of Object.entries({ q: long ? "" : q, lang, catalog, section, limit })) if (value) url.searchParams.set(name, value);
    const headers = { Accept: "application/json" };
    const body = { method: "POST", body: q, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } };
    const response = await fetch(url, { signal, ...(long ? body : { headers }) });
    if (!(response.headers.get("Content-Type") || "").includes("json") || response.status === 404) {
      if (response.status < 500) giveUp(); // else a proxy answers for an endpoint that is being started anew
      throw new Error(`${response.status}: not an answer`);
    }
    const answer = await response.json();
    if (!response.ok) throw Object.assign(new Error(`${response.status}`), { refused: true });
    if (!Array.isArray(answer.hits)) throw new Error("not an answer");
    return answer;
  }

  function loadStatic() {
    script ??= new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = new URL("assets/search-static.js", root).href;
      element.onload = resolve;
      element.onerror = () => {
        script = null;
        reject(new Error("no search without a server"));
      };
      document.head.append(element);
    });
    return script;
  }

  window.errbookAsk = async (query, signal) => {
    if (!noEndpoint) {
      try {
        return await askEndpoint(query, signal);
      } catch (error) {
        if (error.refused || signal?.aborted) throw error;
      }
    }
    if (!window.errbookStatic) await loadStatic();
    signal?.throwIfAborted();
    if (!window.errbookStatic) throw new Error("no search without a server");
    return window.errbookStatic.ask(query, signal);
  };
})();
