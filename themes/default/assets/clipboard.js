// errbookClipboard.copy(text, html) puts a text on the clipboard, and with it the same as HTML for what takes that. It says
// whether it could.
(() => {
  "use strict";

  // The Clipboard API is there on HTTPS only; intranets are often plain HTTP.
  async function copy(text, html) {
    try {
      if (html) await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob(text, "text/plain"), "text/html": blob(html, "text/html") })]);
      else await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text, html);
    }
  }

  const blob = (data, type) => new Blob([data], { type });

  // The browser copies what is selected, and asks on the way what that is.
  function copyBySelection(text, html) {
    const focused = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.className = "sr-only";
    document.body.append(area);
    area.select();
    const fill = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", html);
      event.preventDefault();
    };
    if (html) document.addEventListener("copy", fill, { once: true });
    let ok = false;
    try {
      ok = document.execCommand("copy");
    } catch {
      ok = false;
    }
    document.removeEventListener("copy", fill);
    area.remove();
    if (focused) focused.focus({ preventScroll: true });
    return ok;
  }

  globalThis.errbookClipboard = { copy };
})();
