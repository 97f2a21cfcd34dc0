// The table of the codes of a ticket: code, how often, meaning. errbookTicketTable(table, more, jump) gives {show(answer, href)};
// jump(row) is called where a reader wants to go to the next place of a code.
(() => {
  "use strict";

  const maxRows = 300; // more are a list that nobody reads; they are copied all the same

  function table(element, more, jump) {
    const { say, catalog, make } = globalThis.errbookTicketSay;
    const body = element.tBodies[0];
    const pageLang = document.documentElement.lang;

    body.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-row]");
      if (button) jump(Number(button.dataset.row));
    });

    function line(c, row, title, href) {
      const code = make("code", { dir: "ltr", translate: false }, c.code);
      const head = make("th", { scope: "row" }, make("a", { href }, code));
      const where = catalog(c.catalog);
      if (where) head.append(make("small", {}, make("bdi", {}, where)));
      const count = make("button", { type: "button", className: "button", title: say("next-of", { code: c.code, count: c.count }) }, String(c.count));
      count.setAttribute("aria-label", count.title);
      count.dataset.row = row;
      const meaning = make("td", {}, title.title);
      if (title.lang !== pageLang) Object.assign(meaning, { lang: title.lang, dir: "auto" });
      if (c.retired) meaning.append(" ", make("small", { className: "retired", lang: pageLang }, say("retired")));
      return make("tr", {}, head, make("td", {}, count), meaning);
    }

    return {
      show(answer, href) {
        const shown = answer.codes.slice(0, maxRows);
        body.replaceChildren(...shown.map((c, row) => line(c, row, answer.titles[row], href(c))));
        element.parentElement.hidden = shown.length === 0;
        more.hidden = shown.length === answer.codes.length;
        more.textContent = say("more", { shown: shown.length, total: answer.codes.length });
      },
      // focus goes to the button of a code.
      focus(row) { body.querySelector(`button[data-row="${row}"]`)?.focus(); },
    };
  }

  globalThis.errbookTicketTable = table;
})();
