// A short link on a site without a server: goes on to the language that the reader asked to be remembered, or the reader's own.
// "?stay" in the address keeps the choice open, and so does a code that several catalogues have.
(() => {
  "use strict";
  const page = document.querySelector("[data-short]");
  if (!page || new URLSearchParams(location.search).has("stay")) return;
  if (page.querySelectorAll("section").length !== 1) return;
  const links = [...page.querySelectorAll("[data-target]")];

  // A reader of zh-CN is served by zh-Hans, one of zh-TW by zh-Hant; else the language alone decides.
  function fits(link, wanted) {
    const have = new Intl.Locale(link.hreflang).maximize();
    const want = new Intl.Locale(wanted).maximize();
    return have.language === want.language && have.script === want.script;
  }

  const remembered = () => links.find((a) => a.hreflang === (document.cookie.match(/(?:^|; )errbook-language=([^;]*)/) || [])[1]);

  function best() {
    if (remembered()) return remembered();
    for (const wanted of navigator.languages || []) {
      try {
        const link = links.find((a) => a.hreflang.toLowerCase() === wanted.toLowerCase()) || links.find((a) => fits(a, wanted));
        if (link) return link;
      } catch {
        // A tag that the browser itself does not understand: try the reader's next one.
      }
    }
    return null; // none of the reader's languages: the reader chooses
  }

  const link = best();
  if (link) location.replace(link.href);
})();
