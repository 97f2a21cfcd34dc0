// Where a log is pasted into the search page, the page for tickets is offered, which reads all of it. The text goes there by the
// session's storage: it stays in the browser, and is taken from there by ticket-input.js.
(() => {
  "use strict";
  const input = document.querySelector("[data-search-input]");
  const offer = document.querySelector("[data-ticket-offer]");
  if (!input || !offer) return;

  const leastLines = 3;
  const leastLength = 300; // characters of a single line that is a log rather than a query
  const mostKept = 2_000_000; // of what a browser stores for a site
  let pasted = "";

  const isLog = (text) => text.length >= leastLength || text.trim().split("\n").length >= leastLines;

  input.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") || "";
    if (!isLog(text)) return;
    pasted = text;
    offer.hidden = false;
  });
  input.addEventListener("input", () => {
    if (input.value.trim() === "") offer.hidden = true;
  });
  offer.querySelector("a").addEventListener("click", () => {
    try {
      if (pasted.length <= mostKept) sessionStorage.setItem("errbook-ticket", pasted);
    } catch {
      // Storage is refused or full: the text can be pasted again there.
    }
  });
})();
