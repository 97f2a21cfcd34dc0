// The page for tickets: what is put into it is read in a worker, and nothing of it is sent. Where that cannot be (no worker, the
// codes cannot be loaded) the form goes on as it does without JavaScript, and the page says so.
(() => {
  "use strict";
  const html = document.documentElement;
  const box = document.querySelector("[data-ticket]");
  if (!box) return;
  const $ = (selector) => box.querySelector(selector);
  const root = new URL(html.dataset.root, location.href);
  const { say } = globalThis.errbookTicketSay;

  const soon = 400; // milliseconds of reading before the page says that it reads

  const form = $("[data-ticket-form]");
  const status = $("[data-ticket-status]");
  const result = $("[data-ticket-read]");
  const language = $("[data-ticket-lang]");
  const links = $("[data-ticket-links]");
  let answer = null; // what was read last
  let failed = false;
  let reading = 0;

  // connect starts the worker and gives a function that asks it: it promises the answer.
  function connect() {
    const worker = new Worker(new URL("assets/ticket-worker.js", root));
    const waiting = new Map();
    let last = 0;
    worker.onmessage = ({ data }) => {
      const { resolve, reject } = waiting.get(data.id);
      waiting.delete(data.id);
      if ("error" in data) reject(new Error(data.error));
      else resolve(data.result);
    };
    worker.onerror = () => {
      for (const { reject } of waiting.values()) reject(new Error("the worker cannot run"));
      waiting.clear();
    };
    return (kind, data = {}, transfer = []) => new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      worker.postMessage({ id: last, kind, ...data }, transfer);
    });
  }

  function start() {
    try {
      const worker = connect();
      return { ask: worker, opened: worker("open", { root: root.href, lang: html.lang }) };
    } catch (error) {
      return { ask: () => Promise.reject(error), opened: Promise.reject(error) };
    }
  }

  const { ask, opened } = start();

  // An address for the page itself, and a whole one for what is copied.
  const pathOf = (c) => (links.value === "short" ? c.short : `${language.value}/${c.page}`);
  const href = (c) => `${html.dataset.root}${pathOf(c)}`;

  const table = errbookTicketTable($("[data-ticket-table]"), $("[data-ticket-more]"), (row) => lines.jump(row));
  const lines = errbookTicketLines($("[data-ticket-found]"), {
    ask,
    link: (row) => ({ href: href(answer.codes[row]), title: `${answer.codes[row].code} · ${answer.titles[row]?.title || ""}` }),
    back: (row) => table.focus(row),
  });

  function tell(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  function clear() {
    answer = null;
    result.hidden = true;
    table.show({ codes: [], titles: [] }, href);
    $("[data-ticket-answer]").replaceChildren();
  }

  const input = errbookTicketInput(box, () => read(), (word, name) => tell(say(word, { name })));

  // read reads what is there now; of several readings under way the last one counts.
  async function read() {
    const mine = ++reading;
    const source = input.current();
    if (failed) return;
    if (!source) {
      clear();
      tell("");
      return;
    }
    const slow = setTimeout(() => { if (mine === reading) tell(say("reading")); }, soon);
    try {
      const data = await content(source);
      await opened;
      const found = await ask("read", { ...data, lang: language.value }, data.bytes ? [data.bytes] : []);
      if (mine === reading) show(found, source);
    } catch (error) {
      if (mine === reading && error.message !== "stale") await fail(error, source);
    } finally {
      clearTimeout(slow);
    }
  }

  const content = async (source) => (source.file ? { bytes: await source.file.arrayBuffer() } : { text: source.text });

  function show(found, source) {
    clear();
    if (found.binary) {
      tell(say("binary", { name: source.name }));
      return;
    }
    answer = found;
    const words = found.codes.length > 0 ? say("found", { count: found.codes.length }) : say("none");
    tell(found.encoding ? `${words} ${say("encoding", { encoding: found.encoding })}` : words);
    const unknown = $("[data-ticket-unknown]");
    unknown.hidden = found.unknown.length === 0;
    unknown.querySelector("span").replaceChildren(...found.unknown.flatMap((u, i) => [i > 0 ? ", " : "",
      globalThis.errbookTicketSay.make("code", { dir: "ltr", translate: false }, u)]));
    $(".ticket-tools").hidden = found.codes.length === 0;
    table.show(answer, href);
    lines.show(answer);
    result.hidden = false;
  }

  async function fail(error, source) {
    if (source.file && error.name === "NotReadableError") {
      tell(say("unreadable", { name: source.name }));
      return;
    }
    if (failed) return;
    failed = true;
    clear();
    box.classList.add("failed");
    form.querySelector("textarea").required = true;
    await input.restore();
    tell(say("failed"));
  }

  form.addEventListener("submit", (event) => {
    if (failed) return;
    event.preventDefault();
    read();
  });
  language.addEventListener("change", async () => {
    if (!answer) return;
    const mine = reading;
    try {
      const titles = await ask("titles", { lang: language.value });
      if (mine !== reading || !answer) return;
      answer.titles = titles;
      again();
    } catch {
      tell(say("failed"));
    }
  });
  links.addEventListener("change", () => { if (answer) again(); });

  function again() {
    table.show(answer, href);
    lines.relink();
  }

  // Copying: what could not be copied is shown, selected, to be copied by hand.
  $(".ticket-copy").addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button || !answer) return;
    const rows = answer.codes.map((c, row) => ({
      code: c.code, count: c.count, url: new URL(pathOf(c), root).href, title: answer.titles[row]?.title || "", lang: answer.titles[row]?.lang,
    }));
    const { text, html: rich } = errbookTicketCopy[button.dataset.copy](rows, language.value);
    const ok = await errbookClipboard.copy(text, rich);
    const said = $("[data-copy-status]");
    said.textContent = ""; // so that a second copy is announced again
    requestAnimationFrame(() => { said.textContent = ok ? said.dataset.done.replace("{what}", () => button.textContent.trim()) : said.dataset.failed; });
    const hand = $("[data-copy-hand]");
    hand.hidden = ok;
    if (ok) return;
    hand.value = text;
    hand.focus();
    hand.select();
    hand.scrollTop = 0;
  });

  form.querySelector("textarea").required = false;
  opened.catch((error) => fail(error, {}));
  if (input.current()) read();
})();
