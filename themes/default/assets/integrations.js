// Copies a snippet of the page of integrations. What could not be copied is selected, to be copied by hand.
(() => {
  "use strict";
  const status = document.querySelector("[data-snippet-status]");
  if (!status) return;

  function say(text) {
    status.textContent = ""; // so that a second copy is announced again
    requestAnimationFrame(() => { status.textContent = text; });
  }

  function setUp(box) {
    const code = box.querySelector("code");
    const button = box.querySelector("[data-copy-snippet]");
    if (!code || !button) return;
    let timer = 0;
    button.addEventListener("click", async () => {
      const ok = await errbookClipboard.copy(code.textContent);
      button.classList.toggle("done", ok);
      say(ok ? status.dataset.done : status.dataset.failed);
      if (!ok) getSelection().selectAllChildren(code);
      clearTimeout(timer);
      timer = setTimeout(() => button.classList.remove("done"), 4000);
    });
  }

  document.querySelectorAll("[data-snippet]").forEach(setUp);
  // A bookmarklet is to be dragged; on this page it would do nothing, for the policy of the page forbids it.
  document.querySelectorAll("[data-bookmarklet]").forEach((a) => a.addEventListener("click", (event) => event.preventDefault()));
})();
