// What every page can do with JavaScript on. Each part looks for its own elements and does nothing where there are none.
(() => {
  "use strict";
  const root = document.documentElement;
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];

  // Colours: automatic, light, dark, and round again. Only a choice is stored; automatic stores nothing.
  function themeToggle(button) {
    const next = { auto: "light", light: "dark", dark: "auto" };
    const label = () => {
      const text = button.dataset[root.dataset.theme || "auto"];
      button.setAttribute("aria-label", text);
      button.title = text;
    };
    button.addEventListener("click", () => {
      const theme = next[root.dataset.theme || "auto"];
      if (theme === "auto") delete root.dataset.theme;
      else root.dataset.theme = theme;
      try {
        if (theme === "auto") localStorage.removeItem("errbook-theme");
        else localStorage.setItem("errbook-theme", theme);
      } catch {
        // The choice then lasts as long as the page.
      }
      label();
    });
    label();
  }

  // The language menu is a <details>; it closes like a menu does.
  function menu(details) {
    document.addEventListener("click", (event) => {
      if (!details.contains(event.target)) details.open = false;
    });
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      $("summary", details).focus();
    });
    details.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
    });
  }

  // The catalogue's quick filter: every word must be in the row, in whatever width or case it was typed.
  function filter(input) {
    const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[−‐–—]/g, "-");
    const scope = input.closest("[data-filter-scope]");
    const count = $("[data-filter-count]", scope);
    const rows = $$(".codes > li", scope).map((el) => ({ el, text: fold(el.textContent) }));
    const sections = $$("section", scope).map((el) => ({ el, level: Number(el.className.replace(/\D/g, "")) || 2 }));
    const apply = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        row.el.hidden = !words.every((word) => row.text.includes(word));
        if (!row.el.hidden) shown++;
      }
      hideEmpty(sections, words.length > 0);
      count.textContent = words.length === 0 ? ""
        : shown === 0 ? count.dataset.none
        : count.dataset.shown.replace("{shown}", shown).replace("{total}", rows.length);
    };
    input.addEventListener("input", apply);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      input.value = "";
      apply();
    });
    if (input.value) apply(); // the browser kept it when the reader came back
  }

  // A section stays while it, or one below it, has rows to show.
  function hideEmpty(sections, filtering) {
    let below = 0; // the level of the wanted section that follows: those outside it are wanted too
    for (const { el, level } of [...sections].reverse()) {
      const own = $(".codes > li:not([hidden])", el) !== null;
      const wanted = own || level < below;
      el.hidden = filtering && !wanted;
      if (wanted) below = level;
    }
  }

  // The table of contents shows where the reader is.
  function contents(details) {
    const links = new Map($$("a[href^='#']", details).map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
    details.addEventListener("click", (event) => {
      if (event.target.closest("a") && matchMedia("(max-width: 63.99rem)").matches) details.open = false;
    });
    if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 64rem)").matches) details.open = true;
    const visible = new Set();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) isIntersecting ? visible.add(target.id) : visible.delete(target.id);
      const current = [...links.keys()].filter((id) => visible.has(id)).pop();
      for (const [id, a] of links) {
        if (id === current) a.setAttribute("aria-current", "true");
        else a.removeAttribute("aria-current");
      }
      if (current) reveal(links.get(current), details.closest(".toc"));
    }, { rootMargin: "-80px 0px -75% 0px" });
    for (const id of links.keys()) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
  }

  // Scrolls the table of contents alone; scrollIntoView would move the page under the reader.
  function reveal(link, box) {
    const a = link.getBoundingClientRect();
    const b = box.getBoundingClientRect();
    if (box.scrollHeight <= box.clientHeight) return;
    if (a.top < b.top) box.scrollTop -= b.top - a.top + 40;
    else if (a.bottom > b.bottom) box.scrollTop += a.bottom - b.bottom + 40;
  }

  $$("[data-theme-toggle]").forEach(themeToggle);
  $$("[data-menu]").forEach(menu);
  $$("[data-filter]").forEach(filter);
  $$("[data-toc]").forEach(contents);
})();
