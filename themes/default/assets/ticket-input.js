// What comes into the page for tickets: text that is typed or pasted, and files that are dropped, pasted or opened.
// errbookTicketInput(box, changed, refuse) gives {current(), restore()}: current is {text} or {file, name}, or null where there
// is nothing; refuse(word, name) says why something is not taken.
(() => {
  "use strict";

  const maxBytes = 20 << 20; // of a file or text
  const maxTyped = 100_000; // UTF-16 units of a text that a field shows without trouble; more stands beside it
  const pause = 200; // milliseconds after which what was typed is read
  const handedOver = "errbook-ticket"; // what the search page leaves in the session for this one

  class Input {
    constructor(box, changed, refuse) {
      this.$ = (selector) => box.querySelector(selector);
      this.field = this.$("[data-ticket-text]");
      this.chosen = this.$("[data-ticket-source]");
      this.source = null; // a file, or a text too long for the field
      this.changed = changed;
      this.refuse = refuse;
      this.timer = 0;
      this.listen(box);
      this.take();
    }

    listen(box) {
      this.field.addEventListener("input", () => {
        clearTimeout(this.timer);
        this.timer = setTimeout(this.changed, pause);
      });
      this.field.addEventListener("paste", (event) => this.paste(event));
      this.$("[data-ticket-file]").addEventListener("change", ({ target }) => {
        this.open(target.files[0]);
        target.value = ""; // so that the same file can be opened again
      });
      this.chosen.querySelector("button").addEventListener("click", () => {
        this.set(null);
        this.field.focus();
      });
      document.addEventListener("dragover", (event) => this.drag(event, box, true));
      document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) box.classList.remove("dropping"); });
      document.addEventListener("drop", (event) => {
        this.drag(event, box, false);
        if (hasFiles(event.dataTransfer)) this.open(event.dataTransfer.files[0]);
      });
    }

    // drag keeps the browser from leaving the page for a file that is dropped on it.
    drag(event, box, over) {
      if (hasFiles(event.dataTransfer)) event.preventDefault();
      box.classList.toggle("dropping", over && hasFiles(event.dataTransfer));
    }

    paste(event) {
      const text = event.clipboardData.getData("text/plain");
      if (text === "" && event.clipboardData.files.length > 0) {
        event.preventDefault();
        this.open(event.clipboardData.files[0]);
      } else if (text.length > maxBytes) {
        event.preventDefault();
        this.refuse("pasted-long");
      } else if (text.length > maxTyped) {
        event.preventDefault();
        this.set({ text });
      }
    }

    open(file) {
      if (!file) return;
      if (file.size > maxBytes) this.refuse("long", file.name);
      else this.set({ file, name: file.name });
    }

    set(source) {
      const { say } = globalThis.errbookTicketSay;
      clearTimeout(this.timer);
      this.source = source;
      if (source) this.field.value = "";
      this.field.hidden = source !== null;
      this.chosen.hidden = source === null;
      if (source) {
        const size = source.file ? source.file.size : source.text.length;
        this.chosen.querySelector("bdi").textContent = `${source.name || say("pasted")} · ${readable(size)}`;
      }
      this.changed();
    }

    // take takes what was pasted into the search, and left there for this page.
    take() {
      try {
        const text = sessionStorage.getItem(handedOver);
        sessionStorage.removeItem(handedOver);
        if (text) this.field.value = text;
      } catch {
        // Storage is refused: there is nothing to take.
      }
    }

    current() {
      if (this.source) return this.source;
      return this.field.value.trim() === "" ? null : { text: this.field.value };
    }

    // restore gives the text back to the form, to be sent by it.
    async restore() {
      const { source } = this;
      if (!source) return;
      this.field.hidden = false;
      this.chosen.hidden = true;
      this.source = null;
      this.field.value = source.text ?? await source.file.text();
    }
  }

  const hasFiles = (transfer) => transfer !== null && transfer.types.includes("Files");

  // readable is a size as people write it; the page's language has its own signs for the decimals.
  function readable(bytes) {
    const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
    return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
  }

  globalThis.errbookTicketInput = (box, changed, refuse) => new Input(box, changed, refuse);
})();
