// The list below the search box: it makes the options and knows which one is active. What is to happen with one is told by
// onOpen; the box decides when to show what.
window.errbookList = (form, id, label) => {
  "use strict";
  const { words, reason, marked, pageOf, put, icon } = errbookView;
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const box = make("div", { id, role: "listbox", "aria-label": label });
  const line = make("p", { class: "pop-note", hidden: "" });
  const help = make("p", { id: `${id}-help`, hidden: "" }, words("help"));
  const pop = make("div", { class: "pop", hidden: "" }, line, box, help);
  form.append(pop);
  const list = { id, options: [], active: -1, isOpen: false, onOpen: () => {} };

  function option(attributes, ...children) {
    const element = make("a", { id: `${id}-${list.options.length}`, role: "option", "aria-selected": "false", tabindex: "-1", ...attributes }, ...children);
    list.options.push(element);
    return element;
  }

  function hit(data) {
    const text = put(make("bdi"), data.title, data.title_lang); // one that runs the other way starts where its row does
    const title = make("span", { class: "title", title: text.textContent }, text); // long ones are clamped
    const snippet = marked(data.snippet || "");
    if (snippet.textContent.trim() === (data.title || "").trim() && data.title) text.replaceChildren(snippet);
    const lines = make("span", { class: "what" }, title);
    const where = data.retired ? words("retired") : data.section; // a retired code is in no section
    if (where) lines.append(make("span", { class: "where" }, make("bdi", {}, where)));
    const why = reason(data);
    if (why) lines.append(make("span", { class: "reason" }, make("bdi", {}, why)));
    return option({ href: pageOf(data), "data-code": data.code }, make("code", { dir: "ltr", translate: "no" }, data.code), lines);
  }

  function group(name, ...rows) {
    const heading = make("div", { id: `${id}-${name}`, class: "pop-title", role: "presentation" }, words(name));
    return make("div", { role: "group", "aria-labelledby": heading.id }, heading, ...rows);
  }

  function searchFor(action, query) {
    const url = new URL(action, location.href);
    url.searchParams.set("q", query);
    return url.href;
  }

  function show(text, ...rows) {
    line.textContent = text;
    line.hidden = !text;
    box.replaceChildren(...rows);
    box.hidden = rows.length === 0;
    list.active = -1;
    pop.hidden = false;
    pop.scrollTop = 0;
    list.isOpen = true;
  }

  list.showAnswer = (query, answer, action) => {
    list.options = [];
    const rows = answer.hits.map(hit);
    if (answer.hits.length) {
      rows.push(option({ href: searchFor(action, query), "data-act": "all", class: "all" }, words("all", { query })));
    } else if (answer.nearest?.length) {
      rows.push(group("nearest", ...answer.nearest.map(hit)));
    }
    show(answer.hits.length ? "" : words("none", { query }), ...rows);
  };

  list.showRecent = (queries, action) => {
    list.options = [];
    const rows = queries.map((query) => {
      const link = option({ href: searchFor(action, query), "data-recent": query, "aria-describedby": help.id },
        icon(), make("span", { class: "title" }, make("bdi", {}, query)));
      const drop = make("button", { type: "button", tabindex: "-1", "aria-hidden": "true", title: words("remove"), class: "drop" }, "×");
      drop.addEventListener("click", (event) => {
        link.dataset.act = "forget";
        list.onOpen(link, event);
      });
      return make("div", { class: "recent", role: "presentation" }, link, drop);
    });
    const clear = option({ href: action, "data-act": "clear", class: "all" }, words("clear"));
    show("", group("recent", ...rows), clear);
  };

  list.showNote = (text) => {
    list.options = [];
    show(text);
  };

  list.close = () => {
    pop.hidden = true;
    box.replaceChildren();
    list.options = [];
    list.isOpen = false;
  };

  list.activate = (index) => {
    list.options[list.active]?.setAttribute("aria-selected", "false");
    list.active = index;
    const chosen = list.options[index];
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView({ block: "nearest" });
    return chosen;
  };

  // open does what a click on an option does; with Ctrl or Cmd held, in another tab.
  list.open = (chosen, { ctrlKey, metaKey }) => chosen.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey }));

  pop.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the box
  box.addEventListener("click", (event) => {
    const chosen = event.target.closest('[role="option"]');
    if (chosen) list.onOpen(chosen, event);
  });
  return list;
};
