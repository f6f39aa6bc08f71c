/* Small help for forms: one sending a click, the first wrong field in focus, the number of chosen rows in the button,
   the browser's time zone, a whole column of ticks, what is not saved yet, filters folded on a phone, what the venue
   book says, what speaks against a plan while it is typed, copying an address, printing. */
document.addEventListener("submit", function (event) {
  const form = event.target;
  if (form.method !== "post" || (event.submitter && event.submitter.dataset.download)) { return; }
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
});
addEventListener("pageshow", function () {
  document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
});
(function () {
  document.querySelectorAll(".field-error").forEach(function (error, at) {
    const input = error.parentNode.querySelector("input, select, textarea");
    if (!input) { return; }
    input.setAttribute("aria-invalid", "true");
    error.id = error.id || "error-" + at;
    input.setAttribute("aria-describedby", error.id);
    if (at === 0) { input.focus(); }
  });
  document.querySelectorAll("[data-picks]").forEach(function (area) {
    const boxes = area.querySelectorAll("input[type=checkbox][name=pick]");
    function count() {
      const n = area.querySelectorAll("input[type=checkbox][name=pick]:checked").length;
      area.querySelectorAll("[data-count]").forEach(function (place) { place.textContent = n; });
      area.querySelectorAll("[data-count-text]").forEach(function (place) {
        const all = n + Number(place.dataset.countPlus || 0);
        const over = all - Number(place.dataset.countMost || all);
        const words = n === 1 && place.dataset.countOne ? place.dataset.countOne
          : over > 0 ? place.dataset.countOver : place.dataset.countText;
        place.textContent = words.replace("{n}", all).replace("{over}", over);
      });
      area.querySelectorAll("[data-needs-picks]").forEach(function (button) { button.disabled = n === 0; });
    }
    area.addEventListener("change", function (event) {
      if (event.target.matches("[data-pick-all]")) {
        boxes.forEach(function (box) { box.checked = event.target.checked; });
      }
      count();
    });
    count();
    addEventListener("pageshow", count);
  });
  if (matchMedia("(max-width: 760px)").matches) {
    document.querySelectorAll(".filter:has(button)").forEach(function (filter) {
      const fold = document.createElement("details");
      const summary = document.createElement("summary");
      fold.className = "fold";
      summary.textContent = filter.querySelector("button").textContent;
      filter.before(fold);
      fold.append(summary, filter);
    });
  }
  document.querySelectorAll("[data-show-for]").forEach(function (part) {
    const source = document.getElementById(part.dataset.showFor);
    const values = part.dataset.showWhen.split(" ");
    function show() { part.hidden = !values.includes(source.value); }
    if (source) { source.addEventListener("change", show); show(); }
  });
  const place = document.getElementById("place");
  if (place) {
    place.addEventListener("change", function () {
      const facts = document.querySelector('[data-place="' + CSS.escape(place.value) + '"]');
      if (facts) {
        document.getElementById("venueName").value = facts.dataset.venueName;
        document.getElementById("venueAddress").value = facts.dataset.venueAddress;
        document.getElementById("zone").value = facts.dataset.zone;
      }
      document.getElementById("filledPlace").value = place.value;
    });
  }
  document.querySelectorAll("[data-live]").forEach(function (area) {
    const form = area.closest("form");
    const names = area.dataset.liveOf.split(" ");
    let asking = new AbortController();
    form.addEventListener("change", function (event) {
      if (!names.includes(event.target.name)) { return; }
      asking.abort();
      asking = new AbortController();
      const typed = new URLSearchParams(names.map(function (name) { return [name, form.elements[name].value]; }));
      fetch(area.dataset.live + "?" + typed, { signal: asking.signal }).then(function (answer) {
        return answer.ok ? answer.text() : "";
      }).then(function (page) {
        const part = area.firstElementChild;
        const fresh = new DOMParser().parseFromString(page, "text/html").getElementById(part.id);
        if (!fresh || fresh.textContent === part.textContent) { return; }
        part.replaceChildren(...fresh.childNodes);
        document.querySelectorAll('[data-count-of="' + part.id + '"]').forEach(function (place) {
          place.textContent = (part.querySelector("header .pill") || part.querySelector("h2")).textContent;
        });
      }).catch(function () { /* asked again, or no line: the check at saving stays */ });
    });
  });
  document.querySelectorAll("[data-own-zone]").forEach(function (input) {
    if (!input.value) { input.value = Intl.DateTimeFormat().resolvedOptions().timeZone; }
    if (input.selectedIndex === -1) { input.selectedIndex = 0; }
  });
  document.querySelectorAll("[data-ticks]").forEach(function (button) {
    button.addEventListener("click", function () {
      const boxes = Array.from(document.querySelectorAll('input[data-column="' + button.dataset.ticks + '"]'));
      const all = boxes.every(function (box) { return box.checked; });
      boxes.forEach(function (box) { box.checked = !all; });
      button.dispatchEvent(new Event("change", { bubbles: true }));
    });
  });
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    button.addEventListener("click", function () {
      const field = document.querySelector('[data-copied="' + button.dataset.copy + '"]');
      field.select();
      navigator.clipboard.writeText(field.value).then(function () { button.textContent = button.dataset.done; });
    });
  });
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.addEventListener("click", function () { print(); });
  });
  document.querySelectorAll("[data-scores]").forEach(function (form) {
    const groups = Array.from(form.querySelectorAll("fieldset"));
    form.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && event.ctrlKey) {
        event.preventDefault();
        form.requestSubmit(form.querySelector(".button.primary"));
      }
      const group = event.target.closest("fieldset");
      const choice = group && /^[0-4]$/.test(event.key) && group.querySelector('input[value="' + event.key + '"]');
      if (!choice) { return; }
      event.preventDefault();
      choice.checked = true;
      const next = groups[groups.indexOf(group) + 1];
      (next ? next.querySelector("input:checked, input") : form.querySelector("textarea")).focus();
    });
  });
  document.querySelectorAll("[data-unsaved]").forEach(function (note) {
    note.closest("form").addEventListener("change", function () { note.hidden = false; });
  });
})();
/* Pages that show news by themselves: a short text is asked for, and the part is fetched anew when it is another one.
   Who reads by ear is told in a status line; the focus stays where it was. */
(function () {
  const part = document.querySelector("[data-news]");
  const status = document.querySelector("[data-news-status]");
  if (!part || !part.dataset.news) { return; }
  const pause = 8000;
  let version = part.dataset.version;
  let timer = 0;
  async function renew() {
    const answer = await fetch(location.pathname + location.search);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-news]");
    if (!answer.ok || !fresh) { return; }
    const key = part.contains(document.activeElement) ? document.activeElement.dataset.key : "";
    part.replaceChildren(...fresh.childNodes);
    version = fresh.dataset.version;
    status.textContent = fresh.dataset.say;
    const again = key && part.querySelector('[data-key="' + CSS.escape(key) + '"]');
    if (again) { again.focus(); }
  }
  async function ask() {
    clearTimeout(timer);
    if (document.hidden) { return; }
    try {
      const answer = await fetch(part.dataset.news, { redirect: "manual" });
      if (answer.ok) {
        if ((await answer.json()).version !== version) { await renew(); }
      } else if (answer.status < 500) {
        status.textContent = part.dataset.lost;
        status.className = "note warn";
        return;
      }
    } catch (e) { /* no network for a moment: asked again */ }
    timer = setTimeout(ask, pause);
  }
  document.addEventListener("visibilitychange", ask);
  timer = setTimeout(ask, pause);
})();
