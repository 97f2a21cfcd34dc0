// Lists what is wrong with how a page is laid out: texts that are clipped, boxes beyond the window, and what is not at the
// side where the page starts.
(() => {
  const found = [];
  const rtl = document.documentElement.dir === "rtl";
  const one = 1; // pixel, for rounding
  const name = (e) => {
    const text = (e.textContent || "").trim().slice(0, 20);
    return `<${e.localName}${e.getAttribute("class") ? "." + e.getAttribute("class").split(" ").join(".") : ""}> “${text}”`;
  };
  const visible = (e) => e.checkVisibility() && e.getClientRects().length > 0 &&
    !e.closest(".skip, template") && !hiddenOnPurpose(e);
  const hiddenOnPurpose = (e) => {
    for (; e; e = e.parentElement) if (getComputedStyle(e).clipPath === "inset(50%)") return true;
    return false;
  };
  // Boxes that scroll by themselves may hold more than they show.
  const scrolls = (e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX);
  const inScroller = (e) => {
    for (e = e.parentElement; e && e !== document.body; e = e.parentElement) if (scrolls(e)) return true;
    return false;
  };

  if (document.documentElement.scrollWidth > innerWidth) found.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} px`);
  for (const e of document.body.querySelectorAll("*")) {
    if (e.ownerSVGElement || !visible(e)) continue;
    const style = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    if (!inScroller(e) && (box.left < -one || box.right > innerWidth + one)) {
      found.push(`${name(e)} reaches from ${box.left} to ${box.right} in a window of ${innerWidth}`);
    }
    const over = e.scrollWidth > e.clientWidth + one;
    const under = e.scrollHeight > e.clientHeight + one;
    const hides = (way) => ["hidden", "clip"].includes(way);
    if (style.webkitLineClamp !== "none") {
      // Clamped on purpose: then the whole text is to be had from the tooltip.
      const whole = e.closest("[title]");
      if ((over || under) && (!whole || whole.title.trim() !== e.textContent.trim())) found.push(`${name(e)} is clamped, and its whole text is nowhere`);
    } else if (e.localName === "input") {
      // A placeholder that is too long ends in an ellipsis.
      if (e.placeholder && style.textOverflow !== "ellipsis") found.push(`${name(e)} cuts its placeholder off`);
    } else if (over && hides(style.overflowX) || under && hides(style.overflowY)) {
      found.push(`${name(e)} is clipped: ${e.scrollWidth}×${e.scrollHeight} px in ${e.clientWidth}×${e.clientHeight}`);
    } else if (over && e.clientWidth > 0 && !scrolls(e) && [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim())) {
      found.push(`the content of ${name(e)} sticks out: ${e.scrollWidth} px in ${e.clientWidth}`);
    }
  }

  const middle = (e) => { const b = e.getBoundingClientRect(); return (b.left + b.right) / 2; };
  // atStart wants one element nearer to the start of the line than another.
  const before = (a, b, what) => {
    if (a && b && visible(a) && visible(b) && (middle(a) < middle(b)) === rtl) found.push(`${what}: ${name(a)} stands behind ${name(b)}`);
  };
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const $ = (selector, from = document) => from.querySelector(selector);
  if (!$("html[lang=mul], main.kind-chooser, main.kind-short")) {
    before($(".brand .mark"), $(".brand span"), "the mark of the site");
    before($(".brand"), $(".tools"), "the header");
    for (const box of all(".searchbox, .filter")) {
      const icon = $(".icon-search", box);
      const input = $("input", box);
      before(icon, input, "the icon of a search box");
      const side = rtl ? "Right" : "Left";
      const edge = input.getBoundingClientRect();
      const end = rtl ? edge.right - icon.getBoundingClientRect().left : icon.getBoundingClientRect().right - edge.left;
      if (parseFloat(getComputedStyle(input)[`padding${side}`]) < end) found.push(`the icon of ${name(box)} stands in its text`);
    }
    for (const link of all(".codes a, .hit h2 a")) before($("code", link), $(".title", link), "a row");
    for (const link of all(".hit h2 a")) {
      const code = $("code", link).getBoundingClientRect();
      const title = $(".title", link).getClientRects()[0];
      const heading = link.closest("h2").getBoundingClientRect();
      const [margin, gap] = rtl ? [heading.right - code.right, code.left - title.right] : [code.left - heading.left, title.left - code.right];
      if (Math.abs(margin) > one || gap < 6) found.push(`${name(link)}: its code is ${margin} px from the edge and ${gap} px from the title`);
    }
    for (const code of all(".codes code")) {
      const range = document.createRange();
      range.selectNodeContents(code);
      const [text, cell] = [range.getBoundingClientRect(), code.getBoundingClientRect()];
      const off = rtl ? cell.right - text.right : text.left - cell.left;
      if (visible(code) && Math.abs(off) > one) found.push(`the code ${code.textContent} is ${off} px from the start of its row`);
    }
    before($(".pager .icon-prev"), $(".pager .prev > span"), "the previous code");
    before($(".pager .next > span"), $(".pager .icon-next"), "the next code");
    for (const icon of all(".icon-prev, .icon-next")) {
      if (visible(icon) && (getComputedStyle(icon).transform === "matrix(-1, 0, 0, 1, 0, 0)") !== rtl) found.push(`${icon.getAttribute("class")} points the wrong way`);
    }
    for (const crumb of all(".crumbs li:not(:last-child)")) {
      const sign = getComputedStyle(crumb, "::after");
      if (sign.rotate !== (rtl ? "-45deg" : "45deg")) found.push("the sign behind a breadcrumb points the wrong way");
    }
    for (const e of all(".callout")) {
      const style = getComputedStyle(e);
      if ((parseFloat(style.borderRightWidth) > 0) !== rtl) found.push(`the bar of ${name(e)} is on the wrong side`);
    }
  }
  for (const e of all("code, kbd, samp, pre, .address a")) if (getComputedStyle(e).direction !== "ltr") found.push(`${name(e)} runs from right to left`);
  return found;
})()
