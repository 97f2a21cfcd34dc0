// The searches that a reader made last. They stay in this browser: nothing of them is ever sent. Where it refuses to keep
// them (private windows, files on a disk), there are none.
(() => {
  "use strict";
  const most = 6;
  const longest = 120; // what is longer is a piece of a log, which nobody wants to see again, or have others see
  const key = `errbook-recent:${new URL(document.documentElement.dataset.root, location.href).pathname}`;

  function list() {
    try {
      const kept = JSON.parse(localStorage.getItem(key) || "[]");
      return Array.isArray(kept) ? kept.filter((q) => typeof q === "string" && q).slice(0, most) : [];
    } catch {
      return [];
    }
  }

  function keep(queries) {
    try {
      if (queries.length) localStorage.setItem(key, JSON.stringify(queries.slice(0, most)));
      else localStorage.removeItem(key);
    } catch {
      // Then nothing is remembered.
    }
  }

  window.errbookRecent = {
    list,
    add(query) {
      const q = query.trim();
      if (q && q.length <= longest) keep([q, ...list().filter((old) => old !== q)]);
    },
    remove: (query) => keep(list().filter((old) => old !== query)),
    clear: () => keep([]),
  };
})();
