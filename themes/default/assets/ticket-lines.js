// The text of a ticket with its codes marked: a page of lines at a time, as ticket-view.js gives them.
// errbookTicketLines(section, {ask, link, back}) gives {show(answer), jump(row), relink()}: ask asks the worker, link(row) gives
// {href, title} of a code, back(row) leads a reader back to the list.
(() => {
  "use strict";

  // What cannot be seen, or would change the order of what stands around it. Tabs and joiners stay.
  const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
  const unseenParts = new RegExp(`(${unseen.source})`, "u");

  const nameOf = (ch) => {
    const c = ch.codePointAt(0);
    return c < 32 ? String.fromCharCode(0x2400 + c) : `U+${c.toString(16).toUpperCase().padStart(4, "0")}`;
  };

  // visible gives a text in pieces to be appended; what cannot be seen is shown by its name.
  function visible(text) {
    const { make } = globalThis.errbookTicketSay;
    if (!unseen.test(text)) return [text];
    return text.split(unseenParts).filter(Boolean).map((part) => (
      unseen.test(part) ? make("span", { className: "unseen" }, nameOf(part)) : part));
  }

  class Lines {
    constructor(section, { ask, link, back }) {
      Object.assign(this, { section, ask, link, back });
      this.$ = (selector) => section.querySelector(selector);
      this.region = this.$("[data-ticket-lines]");
      this.place = -1; // where the reader is
      this.page = 0;
      this.moved = Promise.resolve();
      section.addEventListener("click", (event) => {
        const step = event.target.closest("[data-ticket-step]");
        const turn = event.target.closest("[data-ticket-page]");
        if (step) this.step(Number(step.dataset.ticketStep));
        if (turn) this.turn(this.page + Number(turn.dataset.ticketPage));
      });
      this.region.addEventListener("keydown", (event) => this.key(event));
      this.region.addEventListener("focusin", ({ target }) => {
        if (target.dataset.place) this.place = Number(target.dataset.place);
      });
    }

    async show(answer) {
      this.place = -1;
      this.page = 0;
      this.answer = answer;
      this.say("");
      this.section.hidden = answer.places === 0;
      if (answer.places > 0) await this.turn(0, false);
    }

    // turn shows another page of lines.
    async turn(page, scroll = true) {
      this.render(await this.ask("page", { page }));
      if (scroll) this.region.scrollTop = 0;
    }

    render({ page, lines }) {
      const { say, make } = globalThis.errbookTicketSay;
      this.page = page;
      this.region.replaceChildren(...lines.map((l) => (
        l.gap ? make("p", { className: "gap" }, say("gap", { count: l.gap })) : this.line(l))));
      const { pages } = this.answer;
      this.$("[data-ticket-pages]").hidden = pages < 2;
      this.$("[data-ticket-part]").textContent = say("part", { part: page + 1, total: pages });
      this.$('[data-ticket-page="-1"]').disabled = page === 0;
      this.$('[data-ticket-page="1"]').disabled = page === pages - 1;
    }

    line({ number, parts }) {
      const { make } = globalThis.errbookTicketSay;
      const line = make("div", { className: "line", dir: "auto" });
      if (number) line.dataset.number = number;
      for (const p of parts) {
        if (typeof p === "string") {
          line.append(...visible(p));
          continue;
        }
        const mark = make("a", this.link(p.row), make("mark", {}, ...visible(p.text)));
        mark.dataset.place = p.place;
        mark.dataset.row = p.row;
        line.append(mark);
      }
      if (parts.length === 0) line.append(make("br"));
      return line;
    }

    // relink gives the links other addresses and meanings.
    relink() {
      for (const a of this.region.querySelectorAll("a[data-row]")) Object.assign(a, this.link(Number(a.dataset.row)));
    }

    step(step) { this.move(-1, step); }

    // jump goes to the next place of a code.
    jump(row) { this.move(row, 1); }

    // move goes to a place, after all earlier moves.
    move(row, step) {
      const { answer } = this;
      this.moved = this.moved.then(async () => {
        const next = await this.ask("next", { row, place: this.place, step });
        if (answer !== this.answer) return; // another text is there by now
        await this.go(next.place);
        const { say } = globalThis.errbookTicketSay;
        const values = { place: next.number, total: next.count };
        this.say(row < 0 ? say("place", values) : say("place-of", { ...values, code: answer.codes[row].code }));
      }).catch(() => {}); // the worker is gone; the list stays
    }

    async go(place) {
      const at = () => this.region.querySelector(`[data-place="${place}"]`);
      if (!at()) this.render(await this.ask("place", { place }));
      this.place = place;
      const mark = at();
      mark.focus({ preventScroll: true });
      const box = this.region.getBoundingClientRect();
      this.region.scrollTop += mark.getBoundingClientRect().top - box.top - box.height / 2;
      mark.scrollIntoView({ block: "nearest" });
    }

    say(text) { this.$("[data-ticket-place]").textContent = text; }

    key(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const row = event.target.dataset.row;
      if (event.key === "n" || event.key === "p") this.step(event.key === "n" ? 1 : -1);
      else if (event.key === "Escape") this.back(row === undefined ? 0 : Number(row));
      else return;
      event.preventDefault();
    }
  }

  globalThis.errbookTicketLines = (section, options) => new Lines(section, options);
})();
