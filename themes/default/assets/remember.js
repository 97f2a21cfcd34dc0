// Where a language is chosen, a reader may ask that the choice be remembered: only then is there a cookie, which short links and
// the root of the site go by. Without the tick it is taken away at once.
(() => {
  "use strict";
  const box = document.querySelector("[data-remember]");
  if (!box) return;
  const path = new URL(document.documentElement.dataset.root, location.href).pathname;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const set = (value, age) => { document.cookie = `errbook-language=${value}; Path=${path}; Max-Age=${age}; SameSite=Lax${secure}`; };

  box.checked = /(?:^|; )errbook-language=/.test(document.cookie);
  box.addEventListener("change", () => { if (!box.checked) set("", 0); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("main a[hreflang]");
    if (link && box.checked) set(link.hreflang, 31536000); // a year
  });
})();
