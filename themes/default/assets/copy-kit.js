// What is copied of a code's page: its links, Markdown, rich text, plain text, and an answer to a customer. The texts stand in
// the page; the address is the one at which the page is really read, which may be another than it was built for.
(() => {
  "use strict";
  const root = document.documentElement;
  const $ = (selector, from = document) => from.querySelector(selector);

  function address(path, otherwise) {
    return location.protocol.startsWith("http") ? new URL(root.dataset.root + path, location.href).href : otherwise;
  }

  // In Markdown a parenthesis would end the address.
  const inMarkdown = (url) => url.replace(/[()<>\\]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());

  // Each way to copy gives a text, and HTML where there is more to it than that.
  function ways(box, link) {
    const texts = $("[data-copy-texts]", box).content;
    const kit = $("[data-copy-kit]", box);
    const part = (name) => $(`[data-copy-text="${name}"]`, texts);
    const withLink = (name) => `${part(name).textContent}\n${link.href}`;
    return {
      link: () => ({ text: link.href }),
      here: () => ({ text: address(kit.dataset.here, kit.dataset.hereUrl) }),
      markdown: () => ({ text: `[${part("markdown").textContent}](${inMarkdown(link.href)})` }),
      text: () => ({ text: withLink("text") }),
      rich: () => ({ text: withLink("text"), html: rich(part("rich"), link.href) }),
      reply: () => ({ text: withLink("reply"), html: paragraphs(withLink("reply"), link.href) }),
    };
  }

  function wrapped(...children) {
    const div = document.createElement("div");
    div.lang = root.lang;
    div.dir = root.dir;
    div.append(...children);
    return div.outerHTML;
  }

  // What is pasted elsewhere needs whole addresses.
  function rich(part, href) {
    const copied = part.cloneNode(true);
    for (const a of copied.querySelectorAll("a[href]")) a.setAttribute("href", new URL(a.getAttribute("href"), location.href).href);
    const target = $("[data-copy-target]", copied);
    target.removeAttribute("data-copy-target");
    target.setAttribute("href", href);
    return wrapped(...copied.childNodes);
  }

  function paragraphs(text, href) {
    return wrapped(...text.split("\n\n").map((paragraph) => {
      const p = document.createElement("p");
      paragraph.split("\n").forEach((line, i) => {
        if (i > 0) p.append(document.createElement("br"));
        p.append(line === href ? anchor(href) : line);
      });
      return p;
    }));
  }

  function anchor(href) {
    const a = document.createElement("a");
    a.href = a.textContent = href;
    return a;
  }

  function setUp(box) {
    const link = $("[data-permalink-link]", box);
    if (location.protocol.startsWith("http")) link.href = link.textContent = address(box.dataset.path);
    const kit = $("[data-copy-kit]", box);
    if (!kit) return; // a theme may do without
    const menu = $("details", kit);
    const all = ways(box, link);
    const say = speaker(kit);
    const copy = async (button) => {
      const { text, html } = all[button.dataset.copy]();
      const fromMenu = menu.contains(button);
      if (fromMenu) {
        menu.open = false;
        $("summary", menu).focus();
      }
      say(await errbookClipboard.copy(text, html), text, fromMenu ? button.textContent.trim() : "");
    };
    kit.addEventListener("click", (event) => {
      const button = event.target.closest("[data-copy]");
      if (button) copy(button);
    });
    onKey(() => copy($('[data-copy="link"]', kit)));
  }

  // Says what was copied. What could not be copied is shown, selected, to be copied by hand.
  function speaker(kit) {
    const status = $("[data-copy-status]", kit);
    const hand = $("[data-copy-hand]", kit);
    const main = $('[data-copy="link"]', kit);
    let timer = 0;
    return (ok, text, what) => {
      const said = !ok ? status.dataset.failed : what ? status.dataset.done.replace("{what}", () => what) : status.dataset.copied;
      status.textContent = ""; // so that a second copy is announced again
      requestAnimationFrame(() => { status.textContent = said; });
      main.classList.toggle("done", ok);
      hand.hidden = ok;
      if (!ok) {
        hand.value = text;
        hand.focus();
        hand.select();
        hand.scrollTop = 0;
      }
      clearTimeout(timer);
      timer = setTimeout(() => {
        main.classList.remove("done");
        if (ok) status.textContent = "";
      }, 4000);
    };
  }

  // On a keyboard for another script the key that has y on a Latin one does the same.
  function onKey(act) {
    document.addEventListener("keydown", (event) => {
      if (event.isComposing || event.defaultPrevented || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const y = event.key.toLowerCase() === "y" || event.code === "KeyY" && !/^[\x20-\x7f]/.test(event.key);
      if (!y || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      act();
    });
  }

  document.querySelectorAll("[data-permalink]").forEach(setUp);
})();
